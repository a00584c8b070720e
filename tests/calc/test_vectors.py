"""Every worked document of vat-matrix.json: calculation, gross price, VAT per line, signs, negative prices."""

import json
import re
from decimal import Decimal

import pytest

from einvoice.calc import (
    check_totals,
    complete,
    derive_totals,
    explain_difference,
    flip,
    line_gross_amount,
    line_net_amount,
    line_vat_amount,
    nets_from_gross,
    normalise_negative_prices,
    recompute,
    tax_amount,
)
from einvoice.model import Invoice, Line

from .documents import decimal, vector_invoice

pytestmark = pytest.mark.conformance

CALCULATION = [f"C{n}" for n in range(1, 24)]
SIGNS = ["X1", "X2", "X3"]
NEGATIVE_PRICE = ["N1", "N2", "N3", "N4"]


@pytest.fixture(scope="module")
def vectors(shared):
    return json.loads(shared("facts", "vat-matrix.json").read_text(encoding="utf-8"))["vectors"]


def pick(vectors, family, name):
    return next(entry for entry in vectors[family] if entry["id"] == name)


def figures(invoice):
    """What the vectors call by their own names, of a completed invoice."""
    totals = invoice.totals
    return {
        "line_nets": [line.net_amount for line in invoice.lines],
        "sum_lines": totals.line_total,
        "allowance_total": totals.allowance_total or Decimal("0.00"),
        "charge_total": totals.charge_total or Decimal("0.00"),
        "without_vat": totals.total_without_vat,
        "vat_breakdown": [
            {"category": g.category, "rate": g.rate, "taxable": g.taxable_amount, "tax": g.tax_amount}
            for g in invoice.vat_breakdown
        ],
        "vat_total": totals.vat_total,
        "with_vat": totals.total_with_vat,
        "payable": totals.amount_due,
    }


def as_text(value):
    """Text, so that digits and a minus before zero count; rates are compared as numbers elsewhere."""
    match value:
        case list():
            return [as_text(item) for item in value]
        case dict():
            return {name: as_text(item) for name, item in value.items()}
        case Decimal():
            return str(value)
    return value


def test_no_vector_is_left_out(vectors):
    assert [entry["id"] for entry in vectors["calculation"]] == CALCULATION
    assert [entry["id"] for entry in vectors["signs"]] == SIGNS
    assert [entry["id"] for entry in vectors["negative_price"]] == NEGATIVE_PRICE
    assert [entry["id"] for entry in vectors["gross_price"]] == ["GR1"]
    assert [entry["id"] for entry in vectors["line_vat"]] == ["LV1"]


@pytest.mark.parametrize("name", CALCULATION)
def test_calculation(vectors, name):
    vector = pick(vectors, "calculation", name)
    invoice = complete(vector_invoice(vector["input"]))
    assert as_text(figures(invoice)) == vector["expect"]
    assert list(check_totals(invoice)) == []


@pytest.mark.parametrize("name", CALCULATION)
def test_calculation_without_stated_nets(vectors, name):
    vector = pick(vectors, "calculation", name)
    totals, breakdown = derive_totals(vector_invoice(vector["input"]))
    expect = vector["expect"]
    assert str(totals.amount_due) == expect["payable"]
    assert [str(g.tax_amount) for g in breakdown] == [g["tax"] for g in expect["vat_breakdown"]]


@pytest.mark.parametrize("name", CALCULATION)
def test_calculation_mirrored(vectors, name):
    """The mirror is calculated from negative quantities and is the flip of the document.

    C20 writes its free line as -0.00; the law that no amount is written so wins over it.
    """
    vector = pick(vectors, "calculation", name)
    mirrored = complete(vector_invoice(vector["input"], factor=-1))
    result = figures(mirrored)
    expect = vector["mirrored"]
    without_minus_zero = ["0.00" if net == "-0.00" else net for net in expect["line_nets"]]
    assert as_text(result["line_nets"]) == without_minus_zero
    assert str(result["vat_total"]) == expect["vat_total"]
    assert str(result["payable"]) == expect["payable"]
    assert mirrored == flip(complete(vector_invoice(vector["input"])))
    assert not re.search(r'"-0(\.0+)?"', mirrored.model_dump_json())


@pytest.mark.parametrize("name", ["C15", "C16"])
def test_gross_price_shop_ends_at_the_price_with_vat(vectors, name):
    vector = pick(vectors, "calculation", name)
    document = vector["input"]
    shop = vector_invoice(document)
    with_gross_prices = shop.model_copy(
        update={
            "lines": tuple(
                line.model_copy(update={"net_price": None, "price_with_vat": Decimal("10.00")}) for line in shop.lines
            )
        }
    )
    assert complete(with_gross_prices).totals == complete(shop).totals
    assert complete(shop).totals.amount_due == Decimal(document["gross_expected"])


def test_gross_price_net_from_the_document(vectors):
    vector = pick(vectors, "gross_price", "GR1")
    rate, grosses = Decimal(vector["rate"]), [Decimal(vector["gross_unit"])] * 3
    nets = nets_from_gross(grosses, rate)
    expect = vector["expect"]
    assert [str(net) for net in nets] == expect["line_nets"]
    lines = tuple(
        Line(net_amount=net, amount_with_vat=gross, vat_category="S", vat_rate=rate)
        for net, gross in zip(nets, grosses, strict=True)
    )
    invoice = complete(Invoice(lines=lines), policy="per_line")
    assert as_text(figures(invoice)) == expect


def test_vat_per_line(vectors):
    vector = pick(vectors, "line_vat", "LV1")
    invoice = vector_invoice(pick(vectors, "calculation", "C1")["input"])
    per_line, per_category = vector["per_line_total"], vector["per_group_total"]
    assert str(derive_totals(invoice)[0].total_with_vat) == per_category
    assert str(derive_totals(invoice, policy="per_line")[0].total_with_vat) == per_line
    totals, _ = derive_totals(invoice, stated_due=Decimal(per_line))
    assert (str(totals.total_with_vat), str(totals.rounding_amount), str(totals.amount_due)) == (
        per_category,
        vector["rounding"],
        per_line,
    )
    assert explain_difference(invoice, Decimal(per_line)) == (
        f"VAT rounded per line gives {per_line}, per category {per_category}"
    )


@pytest.mark.parametrize("name", SIGNS)
def test_signs(vectors, name):
    vector = pick(vectors, "signs", name)
    credit_note = complete(vector_invoice(vector["input"]))
    assert as_text(figures(credit_note)) == vector["canonical_and_ubl_creditnote"]
    negative = flip(credit_note)
    assert as_text(figures(negative)) == vector["ubl_invoice_negative"]
    assert recompute(negative, keep_rounding=True) == negative
    assert [str(line.net_price) for line in negative.lines] == [entry["price"] for entry in vector["input"]["lines"]]


@pytest.mark.parametrize("name", SIGNS)
def test_signs_in_finvoice_and_netvisor(vectors, name):
    """The figures of the negative forms, row by row, in the decimal comma of both formats."""
    vector = pick(vectors, "signs", name)
    negative = flip(complete(vector_invoice(vector["input"])))

    def comma(value):
        return str(value).replace(".", ",")

    rows = vector["finvoice_inv02"]["InvoiceRow"]
    assert [
        {
            "InvoicedQuantity": comma(line.quantity),
            "UnitPriceAmount": comma(line.net_price),
            "RowVatRatePercent": comma(line.vat_rate),
            "RowVatExcludedAmount": comma(line.net_amount),
            "RowVatAmount": comma(line_vat_amount(line)),
            "RowAmount": comma(line_gross_amount(line)),
        }
        for line in negative.lines
    ] == rows
    assert vector["finvoice_inv02"]["EpiInstructedAmount"] == comma(negative.totals.amount_due)
    lines = vector["netvisor"]["lines"]
    assert [comma(line_vat_amount(line)) for line in negative.lines] == [
        line["salesinvoiceproductlinevatsum"] for line in lines
    ]
    assert [comma(line_gross_amount(line)) for line in negative.lines] == [
        line["salesinvoiceproductlinesum"] for line in lines
    ]
    assert comma(negative.totals.total_with_vat) == vector["netvisor"]["salesinvoiceamount"]


@pytest.mark.parametrize("name", NEGATIVE_PRICE)
def test_negative_price(vectors, name):
    vector = pick(vectors, "negative_price", name)

    def line_of(entry):
        return Line(
            quantity=decimal(entry["qty"]),
            net_price=decimal(entry.get("price")),
            gross_price=decimal(entry.get("gross_price")),
            price_discount=decimal(entry.get("price_discount")),
        )

    before = line_of(vector["input"])
    after = normalise_negative_prices(before)
    assert after == line_of(vector["output"])
    assert str(line_net_amount(before)) == str(line_net_amount(after)) == vector["net"]


def test_table_of_pitfalls(vectors):
    """Numbers of the prose that no vector holds: 100 pieces at a rounded and at a long net price."""
    rounded = line_net_amount(Line(quantity=Decimal(100), net_price=Decimal("7.97")))
    long = line_net_amount(Line(quantity=Decimal(100), net_price=Decimal("7.96812749")))
    assert (str(rounded), str(long)) == ("797.00", "796.81")
    assert str(tax_amount(Decimal("-0.50"), Decimal(25))) == "-0.13"
