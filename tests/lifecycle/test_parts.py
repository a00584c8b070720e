"""Part activation: two documents that are exactly the whole, cut once or until nothing remains."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lifecycle.drawn import added, check_document, invoices

import einvoice
from einvoice.calc import check_totals, complete
from einvoice.errors import UsageError
from einvoice.lifecycle import credit, part_activate, part_credit
from einvoice.model import (
    AllowanceCharge,
    CashDiscount,
    DocumentTotals,
    Internal,
    Invoice,
    Line,
    PaymentConditions,
    PostingLine,
)

CORPORA = Path(__file__).resolve().parents[2] / "corpora"

few = settings(max_examples=60, deadline=None)


def picks_of(draw, invoice):
    """Draw some lines, whole or in part."""
    places = draw(st.sets(st.integers(0, len(invoice.lines) - 1), min_size=1))
    return {n: draw(st.none() | parts_of(invoice.lines[n].quantity)) for n in sorted(places)}


def parts_of(quantity):
    tenths = int(abs(quantity) * 10)
    return st.integers(1, tenths).map(lambda n: (Decimal(n) / 10).copy_sign(quantity))


@few
@given(invoices(), st.data())
def test_part_and_remainder_are_the_whole(invoice, data):
    part, rest = part_activate(invoice, picks_of(data.draw, invoice))
    assert added(part, rest) == added(invoice)
    check_document(part)
    if rest is not None:
        check_document(rest)


@few
@given(invoices(), st.data())
def test_parts_are_the_whole_until_nothing_remains(invoice, data):
    found, rest = [], invoice
    while rest is not None and len(found) < 30:
        before = rest
        part, rest = part_activate(rest, picks_of(data.draw, rest))
        found.append(part)
        assert added(part, rest) == added(before)
        check_document(part)
    assert added(*found, rest) == added(invoice)


def line(name, quantity, price, **fields):
    fields = {"vat_category": "S", "vat_rate": Decimal("25.5")} | fields
    return Line(identifier=name, item_name=name, quantity=quantity, net_price=price, **fields)


def test_rounding_goes_with_the_part_and_never_piles_up():
    invoice = Invoice(currency="EUR", lines=(line("1", 7, "3.335"),))
    nets, rest = [], invoice
    for _ in range(7):
        part, rest = part_activate(rest, {"1": 1})
        nets.append(str(part.lines[0].net_amount))
    assert rest is None
    assert nets == ["3.34", "3.33", "3.34", "3.33", "3.34", "3.33", "3.34"]


def test_allowances_of_the_document_follow_their_category():
    invoice = Invoice(
        currency="EUR",
        lines=(line("1", 1, "100.00"), line("2", 1, "200.00"), line("3", 1, "50.00", vat_rate=Decimal(14))),
        allowances_charges=(
            AllowanceCharge(amount="10.00", percentage="3.333", vat_category="S", vat_rate="25.5", reason="Loyalty"),
            AllowanceCharge(amount="7.00", vat_category="S", vat_rate="10", is_charge=True, reason="Freight"),
        ),
    )
    part, rest = part_activate(invoice, {"1": None})
    assert [(str(item.amount), item.reason) for item in part.allowances_charges] == [
        ("3.33", "Loyalty"),
        ("2.00", "Freight"),
    ]
    assert [str(item.amount) for item in rest.allowances_charges] == ["6.67", "5.00"]
    assert [(entry.category, str(entry.rate)) for entry in part.vat_breakdown] == [("S", "25.5"), ("S", "10")]
    assert added(part, rest) == added(part_activate(invoice, {0: 1, 1: 1, 2: 1})[0])


def test_advance_counts_for_the_part_and_the_rounding_stays_behind():
    invoice = Invoice(
        currency="SEK",
        lines=(line("1", 1, "100.00", vat_rate=Decimal(25)), line("2", 1, "79.80", vat_rate=Decimal(25))),
        totals=DocumentTotals(paid_amount="150.00", rounding_amount="0.25"),
    )
    part, rest = part_activate(invoice, {"1": None})
    assert [str(v) for v in (part.totals.paid_amount, part.totals.rounding_amount, part.totals.amount_due)] == [
        "125.00",
        "0.00",
        "0.00",
    ]
    assert [str(v) for v in (rest.totals.paid_amount, rest.totals.rounding_amount, rest.totals.amount_due)] == [
        "25.00",
        "0.25",
        "75.00",
    ]


def test_remainder_is_a_document_that_no_system_has_seen():
    invoice = Invoice(
        invoice_number="1001",
        currency="EUR",
        lines=(line("1", 2, "10.00"),),
        native={"netvisor:invoicekey": "77"},
        payment_conditions=PaymentConditions(cash_discounts=(CashDiscount(days=7, percentage=2, base_amount="25.10"),)),
        internal=Internal(
            lifecycle_status="unsent",
            posting_lines=(PostingLine(amount="25.10"), PostingLine(amount="-20.00"), PostingLine(amount="-5.10")),
        ),
    )
    part, rest = part_activate(invoice, {"1": 1}, remainder_number="1002")
    assert (part.invoice_number, rest.invoice_number) == ("1001", "1002")
    assert (part.native, rest.native) == (invoice.native, {})
    assert (part.internal.lifecycle_status, rest.internal.lifecycle_status) == ("unsent", None)
    assert part_activate(invoice, {"1": 1})[1].invoice_number is None
    for each in (part, rest):
        assert sum(posting.amount for posting in each.internal.posting_lines) == 0
        assert str(each.payment_conditions.cash_discounts[0].base_amount) == "12.55"


def test_stated_amounts_that_no_formula_gives_are_divided_as_stated():
    """A line whose net is not quantity times price, VAT rounded per line, a total that is a cent off."""
    invoice = Invoice(
        currency="EUR",
        lines=(
            line("1", 3, "10.00", net_amount="29.99", vat_amount="7.64", amount_with_vat="37.63"),
            line("2", 1, "5.00"),
        ),
        totals=DocumentTotals(vat_total="8.93", total_with_vat="43.93"),
    )
    part, rest = part_activate(invoice, {"1": 1})
    assert [(str(each.lines[0].net_amount), str(each.lines[0].vat_amount)) for each in (part, rest)] == [
        ("10.00", "2.55"),
        ("19.99", "5.09"),
    ]
    assert part.totals.total_with_vat + rest.totals.total_with_vat == Decimal("43.93")


def test_line_without_quantity_is_taken_whole():
    invoice = Invoice(currency="EUR", lines=(line("1", None, None, net_amount="12.00"), line("2", 4, "1.00")))
    part, rest = part_activate(invoice, {"1": None})
    assert (part.lines, rest.lines[0].identifier) == ((invoice.lines[0],), "2")


def test_currency_without_cents():
    invoice = Invoice(currency="ISK", lines=(line("1", 3, "333.4"),))
    part, rest = part_activate(invoice, {"1": 1})
    assert (str(part.lines[0].net_amount), str(rest.lines[0].net_amount)) == ("333", "667")


TWO = Invoice(
    currency="EUR",
    lines=(
        line("1", 2, "10.00"),
        line("1", 1, "1.00"),
        line("3", -2, "1.00"),
        line("4", None, None, net_amount="5.00"),
    ),
)
REFUSED = [
    ("nothing", {}, "no line was picked"),
    ("unknown", {"9": 1}, "no line has the identifier '9'"),
    ("place", {7: 1}, "no line at place 7"),
    ("twice", {"1": 1}, "2 lines have the identifier '1'"),
    ("too_much", {0: 3}, "line 1 (1): 3 of 2 cannot be taken"),
    ("zero", {0: 0}, "0 of 2 cannot be taken"),
    ("wrong_sign", {"3": 1}, "1 of -2 cannot be taken"),
    ("half_a_piece", {"4": Decimal("0.5")}, "has no quantity to divide"),
    ("float", {0: 0.1}, "is 0.1, no exact number"),
    ("infinite", {0: Decimal("NaN")}, "no exact number"),
    ("word", {0: "half"}, "is 'half', no exact number"),
    ("named_twice", {2: None, "3": None}, "is named twice"),
]


@pytest.mark.parametrize(("picks", "why"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_is_not_there_cannot_be_picked(picks, why):
    with pytest.raises(UsageError) as caught:
        part_activate(TWO, picks)
    assert why in caught.value.message
    assert caught.value.fix


def test_part_and_remainder_cannot_have_one_number():
    with pytest.raises(UsageError, match="the remainder cannot have the number '7'"):
        part_activate(TWO.model_copy(update={"invoice_number": "7"}), {0: 1}, remainder_number="7")


def test_invoice_without_amounts_cannot_be_cut():
    with pytest.raises(UsageError, match="has no net amount"):
        part_activate(Invoice(lines=(Line(quantity=1),)), {0: 1})
    with pytest.raises(UsageError, match="total with VAT"):
        part_activate(Invoice(lines=(Line(quantity=1, net_amount=1),)), {0: 1})


DOCUMENTS = [
    "netvisor/vat-rounding-per-line.xml",
    "netvisor/total-one-cent-off.xml",
    "netvisor/gross-prices.xml",
    "netvisor/outside-vat-mixed-with-sales.xml",
    "netvisor/voucher-lines.xml",
    "finvoice/everything.xml",
    "peppol-bis/document-allowances-charges.xml",
    "peppol-bis/line-allowances-base-quantity.xml",
    "peppol-bis/prepaid-and-rounding.xml",
    "peppol-bis/foreign-currency.xml",
    "billecta/answer-rot.json",
]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_of_the_formats_are_cut_and_credited(name):
    """What they state stays true: no amount is lost, and no total stops adding up that did."""
    context = einvoice.Context.load(CORPORA / "einvoice.toml")
    invoice = complete(einvoice.read(CORPORA / name, context=context).invoice)
    wrong = {mismatch.rule for mismatch in check_totals(invoice) if mismatch.fatal}
    halves = {0: None} if len(invoice.lines) > 1 else {0: invoice.lines[0].quantity / 2}
    part, rest = part_activate(invoice, halves)
    assert added(part, rest) == added(invoice)
    for each in (part, rest):
        assert {mismatch.rule for mismatch in check_totals(each) if mismatch.fatal} <= wrong
    note = part_credit(invoice, halves, number="9001", date=date(2030, 1, 1))
    other = credit(invoice, number="9002", date=date(2030, 1, 1), credited=[note])
    whole = credit(invoice, number="9003", date=date(2030, 1, 1))
    assert added(note, other) == added(whole)
    assert whole.totals.total_with_vat == invoice.totals.total_with_vat


@pytest.mark.parametrize(
    ("name", "gone", "kept"),
    [
        (
            "cash-discount-late-interest",
            (b"<ReducedInvoiceVatIncludedAmount", b"<CashDiscountVatAmount"),
            b"<EpiCharge",
        ),
        ("partial-payments", (b"<UnPaidAmount", b"<PartialPaymentVatIncludedAmount"), b"<EpiCharge"),
        ("quantities-and-units", (b">300</OrderedQuantity>", b">250</DeliveredQuantity>"), b"<InvoicedQuantity"),
        ("sub-rows-in-priced-row", (b"<SubRowVatExcludedAmount",), b"<RowVatExcludedAmount"),
    ],
)
def test_sums_that_a_format_keeps_of_the_whole_do_not_stand_on_a_part(name, gone, kept):
    """A reduced amount of 612.49 on a part of 312.49 would be paid."""
    invoice = einvoice.read(CORPORA / "finvoice" / f"{name}.xml").invoice
    whole = einvoice.write(invoice, "finvoice").data
    assert all(each in whole for each in gone)
    part, rest = part_activate(invoice, {0: invoice.lines[0].quantity / 2}, remainder_number="77")
    for document in (part, rest):
        data = einvoice.write(document, "finvoice").data
        assert not [each for each in gone if each in data]
    assert kept in einvoice.write(part, "finvoice").data
    same, _ = part_activate(invoice, dict.fromkeys(range(len(invoice.lines))))
    assert same.native == invoice.native


def test_totals_that_do_not_tie_stay_sums_of_each_other():
    """The total without VAT is a cent beside the rows; with the VAT it still makes the total, in each part."""
    invoice = Invoice(
        currency="EUR",
        lines=(line("1", 3, "33.01"), line("2", 1, "10.00")),
        totals=DocumentTotals(total_without_vat="109.04", vat_total="27.80", total_with_vat="136.84"),
    )
    for each in part_activate(invoice, {"1": 1}):
        assert each.totals.total_with_vat == each.totals.total_without_vat + each.totals.vat_total
