"""The flip of signs, field by field, and negative prices."""

import types
import typing
from datetime import date
from decimal import Decimal

import pytest

from einvoice import model
from einvoice.calc import FLIPPED, flip, normalise_negative_prices
from einvoice.model import (
    AllowanceCharge,
    CashDiscount,
    DocumentTotals,
    Internal,
    Invoice,
    Line,
    LineInternal,
    Model,
    PaymentConditions,
    PostingLine,
    VatBreakdown,
)

from .documents import decimal, line

STAYS = {
    Line: {"net_price", "price_discount", "gross_price", "price_with_vat", "price_base_quantity", "vat_rate"},
    AllowanceCharge: {"percentage", "vat_rate"},
    VatBreakdown: {"rate"},
    CashDiscount: {"percentage"},
    PaymentConditions: {"late_payment_interest_rate"},
    PostingLine: {"amount", "vat_rate"},
    LineInternal: {"purchase_price", "provision_percentage"},
    Invoice: {"currency_rate"},
}
"""Numbers that keep their sign: prices, percentages, rates, base quantities, and the seller's own books."""


def decimals_of(owner):
    """Names of the fields of *owner* that are a Decimal."""
    hints = typing.get_type_hints(owner)
    for name in owner.model_fields:
        if hints[name] is Decimal or Decimal in typing.get_args(hints[name]):
            assert types.NoneType in typing.get_args(hints[name]), f"{owner.__name__}.{name} is not optional"
            yield name


CLASSES = [getattr(model, name) for name in model.__all__ if isinstance(getattr(model, name), type)]


@pytest.mark.parametrize("owner", CLASSES, ids=lambda owner: owner.__name__)
def test_every_number_of_the_model_is_flipped_or_stays(owner):
    """A new number in the model fails here until somebody decides."""
    assert issubclass(owner, Model)
    flipped, stays = set(FLIPPED.get(owner, ())), STAYS.get(owner, set())
    assert not flipped & stays
    assert flipped | stays == set(decimals_of(owner))


def full_invoice():
    """Every number set to 7 and every object that holds one present."""

    def seven(owner, **more):
        return owner(**{name: Decimal("7.00") for name in decimals_of(owner)}, **more)

    return seven(
        Invoice,
        lines=(seven(Line, allowances_charges=(seven(AllowanceCharge),), internal=seven(LineInternal)),),
        allowances_charges=(seven(AllowanceCharge), seven(AllowanceCharge, is_charge=True)),
        vat_breakdown=(seven(VatBreakdown), seven(VatBreakdown)),
        totals=seven(DocumentTotals),
        payment_conditions=seven(PaymentConditions, cash_discounts=(seven(CashDiscount, last_date=date(2026, 1, 1)),)),
        internal=Internal(posting_lines=(seven(PostingLine),)),
    )


def test_flip_reaches_every_amount_and_nothing_else():
    def check(item, seen):
        for name in type(item).model_fields:
            value = getattr(item, name)
            if isinstance(value, Decimal):
                expected = "-7.00" if name in FLIPPED.get(type(item), ()) else "7.00"
                assert str(value) == expected, f"{type(item).__name__}.{name}"
                seen.add(type(item))
            for child in value if isinstance(value, tuple) else (value,):
                if isinstance(child, Model):
                    check(child, seen)
        return seen

    assert check(flip(full_invoice()), set()) >= set(FLIPPED) | set(STAYS)


def test_flip_twice_is_identity():
    invoice = full_invoice()
    assert flip(flip(invoice)) == invoice
    assert flip(flip(invoice)).model_dump_json() == invoice.model_dump_json()


def test_flip_leaves_type_and_empty_things():
    invoice = Invoice(invoice_number="1", type_code="381", payment_conditions=PaymentConditions(net_days=14))
    assert flip(invoice) == invoice


def test_no_minus_zero():
    invoice = Invoice(
        lines=(line("0", net_amount=Decimal("-0.00")),), totals=DocumentTotals(paid_amount=Decimal("0.00"))
    )
    flipped = flip(invoice)
    assert (str(flipped.lines[0].net_amount), str(flipped.totals.paid_amount)) == ("0.00", "0.00")
    assert str(flipped.lines[0].quantity) == "0"


PRICES = [
    # case                       quantity  net      gross    discount  with vat   changed
    ("invalid_price",            "1",      "-5.00", None,    None,     None,      True),
    ("invalid_both",             "-2",     "-5.00", None,    None,     None,      True),
    ("invalid_gross_price",      "1",      None,    "-120",  "-20",    None,      True),
    ("invalid_all_prices",       "3",      "-5",    "-7",    "-2",     "-6.28",   True),
    ("invalid_beside_zero",      "1",      "-5",    "0",     None,     None,      True),
    ("invalid_price_with_vat",   "1",      None,    None,    None,     "-12.55",  True),
    ("valid_positive",           "-1",     "5.00",  None,    None,     None,      False),
    ("valid_zero",               "3",      "0",     None,    None,     None,      False),
    ("valid_none",               "3",      None,    None,    None,     None,      False),
    ("silent_two_signs",         "1",      "-5",    "5",     None,     None,      False),
    ("silent_no_quantity",       None,     "-5",    None,    None,     None,      False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "quantity", "net", "gross", "discount", "with_vat", "changed"), PRICES, ids=[c[0] for c in PRICES]
)
def test_negative_prices(case, quantity, net, gross, discount, with_vat, changed):
    before = Line(
        quantity=decimal(quantity),
        net_price=decimal(net),
        gross_price=decimal(gross),
        price_discount=decimal(discount),
        price_with_vat=decimal(with_vat),
        net_amount=Decimal("-1.00"),
    )
    after = normalise_negative_prices(before)
    assert (after is not before) == changed
    assert after.net_amount == Decimal("-1.00")
    if changed:
        for name in ("quantity", "net_price", "gross_price", "price_discount", "price_with_vat"):
            assert getattr(after, name) == (None if getattr(before, name) is None else -getattr(before, name))
        assert normalise_negative_prices(after) is after
