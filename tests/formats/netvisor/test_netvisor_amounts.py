"""What Netvisor's amounts come to: rounding, gross prices, discounts, sum pairs, and which documents are credit notes.

Every figure here is worked by hand.  Source: the facts on Netvisor, sections 6, 7 and 10; those on VAT, rounding and
signs, sections 4 to 6.
"""

from decimal import Decimal
from typing import NamedTuple

import pytest
from tests.corpora.ubl_documents import check_arithmetic
from tests.formats.netvisor.documents import (
    CORPUS,
    about,
    codes,
    context,
    detail,
    document,
    line,
    product,
    read_one,
    response,
    texts,
    to_bis,
)
from tests.oracle.official import fatal

import einvoice
from einvoice import Conversion
from einvoice.model import Invoice


class Figures(NamedTuple):
    """Type, sums without VAT, VAT, with VAT, rounding, amount due."""

    type: str | None
    net: str
    vat: str
    gross: str
    rounding: str | None
    due: str


def figures(invoice: Invoice) -> Figures:
    assert invoice.totals is not None
    t = invoice.totals
    rounding = None if t.rounding_amount is None else str(t.rounding_amount)
    return Figures(
        invoice.type_code,
        str(t.total_without_vat),
        str(t.vat_total),
        str(t.total_with_vat),
        rounding,
        str(t.amount_due),
    )


def lines_of(invoice: Invoice) -> list[tuple[str, str, str]]:
    return [(str(found.quantity), str(found.net_price), str(found.net_amount)) for found in invoice.lines]


# ---------------------------------------------------------------------------------- totals and rounding

TOTALS = [
    # case, lines, total as written, figures
    ("calculated", (line(),), "", Figures("380", "100.00", "25.50", "125.50", None, "125.50")),
    ("no_amount_element", (line(),), None, Figures("380", "100.00", "25.50", "125.50", None, "125.50")),
    ("stated", (line(),), "125,50", Figures("380", "100.00", "25.50", "125.50", None, "125.50")),
    (
        "per_line_rounding_is_kept",
        (line(price="0,99", quantity="1"),) * 10,
        "12,40",
        Figures("380", "9.90", "2.52", "12.42", "-0.02", "12.40"),
    ),
    (
        "per_category_when_calculated",
        (line(price="0,99", quantity="1"),) * 10,
        "12,42",
        Figures("380", "9.90", "2.52", "12.42", None, "12.42"),
    ),
    (
        "one_cent_more",
        (line(),),
        "125,51",
        Figures("380", "100.00", "25.50", "125.50", "0.01", "125.51"),
    ),
    (
        "two_rates",
        (line(), line(rate="13,5")),
        "239,00",
        Figures("380", "200.00", "39.00", "239.00", None, "239.00"),
    ),
    (
        "rounded_to_five_cents",
        (line(price="49,91"),),
        "125,25",
        Figures("380", "99.82", "25.45", "125.27", "-0.02", "125.25"),
    ),
]


@pytest.mark.parametrize(("lines", "amount", "expected"), [t[1:] for t in TOTALS], ids=[t[0] for t in TOTALS])
def test_totals(lines: tuple[str, ...], amount: str | None, expected: Figures) -> None:
    assert figures(read_one(document(*lines, amount=amount)).invoice) == expected


@pytest.mark.conformance
@pytest.mark.parametrize(("lines", "amount"), [t[1:3] for t in TOTALS], ids=[t[0] for t in TOTALS])
def test_what_ties_is_accepted(lines: tuple[str, ...], amount: str | None) -> None:
    found = to_bis(document(*lines, amount=amount))
    assert fatal(found.data) == []
    assert codes(found.findings, "error") == set()
    check_arithmetic(found.data)


@pytest.mark.parametrize(("amount", "other"), [("244,00", "244.00"), ("126,50", "126.50"), ("12,55", "12.55")])
def test_total_that_does_not_tie_shows_both_amounts(amount: str, other: str) -> None:
    """A whole unit is no rounding: it is the fault of the document, and stays visible."""
    found = to_bis(document(amount=amount))
    assert figures(found.invoice).due == other
    (finding,) = [f for f in found.findings if f.severity == "error"]
    assert other in finding.message
    assert "125.50" in finding.message
    assert "EUR" in finding.message
    assert "BT-115" in finding.message
    assert finding.path == "/root/salesinvoice/salesinvoiceamount"
    assert finding.fix


def test_derived_totals_replace_a_wrong_one() -> None:

    found = einvoice.convert(document(amount="244,00"), "peppol-bis", context=context(), totals="derived")
    assert figures(found.invoice) == Figures("380", "100.00", "25.50", "125.50", None, "125.50")
    assert codes(found.findings, "error") == set()


# ---------------------------------------------------------------------------------- credit notes

CREDIT = Figures("381", "100.00", "25.50", "125.50", None, "125.50")
DEBIT = Figures("380", "100.00", "25.50", "125.50", None, "125.50")
DIRECTIONS = [
    # case, lines, total, figures, lines read
    ("credit_by_total", (line(quantity="-2"),), "-125,50", CREDIT, [("2", "50.00", "100.00")]),
    (
        "credit_by_line_sums",
        (line(quantity="-2", vat_sum="-25,50", line_sum="-125,50"),),
        "",
        CREDIT,
        [("2", "50.00", "100.00")],
    ),
    ("credit_by_quantity", (line(quantity="-2"),), "", CREDIT, [("2", "50.00", "100.00")]),
    ("credit_by_price", (line(price="-50,00"),), "", CREDIT, [("2", "50.00", "100.00")]),
    (
        "mixed_signs_negative_total",
        (line(quantity="-4"), line(quantity="2")),
        "-125,50",
        CREDIT,
        [("4", "50.00", "200.00"), ("-2", "50.00", "-100.00")],
    ),
    (
        "mixed_signs_positive_total",
        (line(quantity="4"), line(quantity="-2")),
        "125,50",
        DEBIT,
        [("4", "50.00", "200.00"), ("-2", "50.00", "-100.00")],
    ),
    (
        "negative_price_in_an_invoice",
        (line(quantity="4"), line(price="-50,00")),
        "125,50",
        DEBIT,
        [("4", "50.00", "200.00"), ("-2", "50.00", "-100.00")],
    ),
    ("both_negative_is_plus", (line(price="-50,00", quantity="-2"),), "125,50", DEBIT, [("2", "50.00", "100.00")]),
    (
        # 10 × 50,00 given away, 2 × 50,00 taken back: the sum is −125,50, whatever quantity times price says
        "credit_by_calculated_total",
        (line(quantity="10", discount="100"), line(quantity="-2")),
        "",
        CREDIT,
        [("-10", "50.00", "0.00"), ("2", "50.00", "100.00")],
    ),
]


@pytest.mark.parametrize(
    ("lines", "amount", "expected", "read"), [d[1:] for d in DIRECTIONS], ids=[d[0] for d in DIRECTIONS]
)
def test_direction(lines: tuple[str, ...], amount: str, expected: Figures, read: list[tuple[str, str, str]]) -> None:
    invoice = read_one(document(*lines, amount=amount)).invoice
    assert figures(invoice) == expected
    assert lines_of(invoice) == read


@pytest.mark.conformance
@pytest.mark.parametrize(("lines", "amount"), [d[1:3] for d in DIRECTIONS], ids=[d[0] for d in DIRECTIONS])
def test_direction_is_accepted(lines: tuple[str, ...], amount: str) -> None:
    found = to_bis(document(*lines, amount=amount))
    assert fatal(found.data) == []
    check_arithmetic(found.data)
    assert (b"<CreditNote " in found.data) == found.invoice.is_credit_note


def test_line_sum_that_does_not_count_decides_no_sign() -> None:
    """A line sum without its VAT sum has no effect, and so none on the direction either."""
    invoice = read_one(document(line(line_sum="-99,99"), amount="")).invoice
    assert figures(invoice) == DEBIT
    assert lines_of(invoice) == [("2", "50.00", "100.00")]


@pytest.mark.conformance
def test_negative_price_with_vat_is_turned_round_like_any_other() -> None:
    """EN 16931 forbids negative prices; a gross price of −62,75 is −2 × 50,00 as well."""
    found = to_bis(document(line(price="62,75", quantity="4", kind="gross"), line(price="-62,75", kind="gross")))
    assert [str(one.quantity) for one in found.invoice.lines] == ["4", "-2"]
    assert fatal(found.data) == []
    assert codes(found.findings, "error") == set()


def test_credit_of_cents_rounded_per_line() -> None:
    """The mirror of 12,40: rounding −0.02 turns to −0.02 of a positive credit note."""
    invoice = read_one(document(*(line(price="0,99", quantity="-1"),) * 10, amount="-12,40")).invoice
    assert figures(invoice) == Figures("381", "9.90", "2.52", "12.42", "-0.02", "12.40")


def test_change_of_type_by_sign_is_undone_on_the_way_back() -> None:

    credit = document(line(quantity="-2"), amount="-125,50")
    back = einvoice.convert(credit, "netvisor").data
    assert texts(back, "salesinvoiceamount") == ["-125,50"]
    assert texts(back, "salesinvoiceproductlinequantity") == ["-2"]
    assert texts(back, "productunitprice") == ["50,00"]


# ---------------------------------------------------------------------------------- gross prices

GROSS = [
    # case, lines, total, figures
    (
        "one_line",
        (line(price="62,75", kind="gross"),),
        "125,50",
        Figures("380", "100.00", "25.50", "125.50", None, "125.50"),
    ),
    (
        # 3 × 10.00: the buyer saw 30.00, so net 23.90 and VAT 6.10
        "three_times_ten",
        (line(price="10,00", quantity="1", kind="gross"),) * 3,
        "30,00",
        Figures("380", "23.90", "6.10", "30.00", None, "30.00"),
    ),
    (
        "hundred_of_ten",
        (line(price="10,00", quantity="100", kind="gross"),),
        "1000,00",
        Figures("380", "796.81", "203.19", "1000.00", None, "1000.00"),
    ),
    (
        "with_discount",
        (line(price="62,75", kind="gross", discount="10"),),
        "112,95",
        Figures("380", "90.00", "22.95", "112.95", None, "112.95"),
    ),
]


@pytest.mark.conformance
@pytest.mark.parametrize(("lines", "amount", "expected"), [g[1:] for g in GROSS], ids=[g[0] for g in GROSS])
def test_gross_prices(lines: tuple[str, ...], amount: str, expected: Figures) -> None:
    found = to_bis(document(*lines, amount=amount))
    got = figures(found.invoice)
    # Net and VAT may share a cent otherwise, as long as the sum the buyer saw stays; both ways are in the facts.
    assert (got.type, got.due) == (expected.type, expected.due)
    assert Decimal(got.gross) + Decimal(got.rounding or 0) == Decimal(expected.due)
    assert abs(Decimal(got.net) - Decimal(expected.net)) <= Decimal("0.01")
    assert fatal(found.data) == []
    assert codes(found.findings, "error") == set()


def test_gross_price_of_the_source_stays_known() -> None:
    invoice = read_one(document(line(price="62,75", kind="gross"))).invoice
    assert (invoice.lines[0].price_with_vat, invoice.lines[0].net_price) == (Decimal("62.75"), Decimal("50"))


# ---------------------------------------------------------------------------------- discounts and sum pairs


def allowance(invoice: Invoice) -> tuple[str, str, str]:
    (entry,) = invoice.lines[0].allowances_charges
    return str(entry.percentage), str(entry.base_amount), str(entry.amount)


def test_discount() -> None:
    invoice = read_one(document(line(discount="10"), amount="112,95")).invoice
    assert allowance(invoice) == ("10", "100.00", "10.00")
    assert lines_of(invoice) == [("2", "50.00", "90.00")]


def test_discount_on_a_credit_note_is_turned_with_its_line() -> None:
    invoice = read_one(document(line(quantity="-2", discount="10"), amount="-112,95")).invoice
    assert allowance(invoice) == ("10", "100.00", "10.00")
    assert figures(invoice) == Figures("381", "90.00", "22.95", "112.95", None, "112.95")


def test_discount_with_a_sum_pair_ends_at_the_pair() -> None:
    """33,33 less 12,5 %: Netvisor states 36,60 with 7,44, so the line is 29.16 and the allowance what lies between."""
    more = line(price="33,33", quantity="1", discount="12,5", vat_sum="7,44", line_sum="36,60")
    invoice = read_one(document(more, amount="36,60")).invoice
    assert lines_of(invoice) == [("1", "33.33", "29.16")]
    assert allowance(invoice) == ("12.5", "33.33", "4.17")


def test_discount_of_zero_is_none() -> None:
    invoice = read_one(document(line(discount="0"))).invoice
    assert invoice.lines[0].allowances_charges == ()
    assert figures(invoice) == DEBIT


def test_pair_overrides_price_and_quantity() -> None:
    """24,99 with 5,08 VAT: the line is 19.91, whatever rounding made of the price."""
    invoice = read_one(document(line("9,9562", "2", vat_sum="5,08", line_sum="24,99"), amount="24,99")).invoice
    assert lines_of(invoice) == [("2", "9.9562", "19.91")]


@pytest.mark.parametrize(("vat_sum", "line_sum"), [("25,50", None), (None, "99,99"), ("0", None), (None, "0")])
def test_half_a_pair_has_no_effect_and_is_named(vat_sum: str | None, line_sum: str | None) -> None:
    found = read_one(document(line(vat_sum=vat_sum, line_sum=line_sum)))
    assert figures(found.invoice) == DEBIT
    assert about(found.findings, "pair")


def test_pair_that_contradicts_price_and_quantity_is_an_error_with_both_amounts() -> None:
    found = to_bis(document(line(vat_sum="20,40", line_sum="100,40"), amount="100,40"))
    assert about([f for f in found.findings if f.severity == "error"], "80.00", "100.00", "line 1")


def test_sums_with_four_decimals() -> None:
    """0,5478 and 3,0378 stand in public responses."""
    more = product("2,4900", "1", "22", kind=None, vat_sum="0,5478", line_sum="3,0378")
    found = read_one(response(detail(f"<InvoiceLine>{more}</InvoiceLine>", "3,04"))).invoice
    assert found.lines[0].net_amount == Decimal("2.49")
    assert figures(found).due == "3.04"


def test_discount_of_the_customer_card_is_unknown_and_said() -> None:
    found = to_bis((CORPUS / "customer-discount.xml").read_bytes())
    assert about(found.findings, "customer card")


def test_prices_of_netvisor_cannot_be_carried() -> None:
    found = to_bis((CORPUS / "total-zero-netvisor-prices.xml").read_bytes())
    assert about([f for f in found.findings if f.severity == "error"], "own prices")


# ---------------------------------------------------------------------------------- due dates

DUE = [
    # case, elements, due date
    ("net_days_from_the_invoice_date", "<paymenttermnetdays>14</paymenttermnetdays>", "2026-12-04"),
    (
        "net_days_from_the_value_date",
        "<salesinvoicevaluedate>2026-11-25</salesinvoicevaluedate><paymenttermnetdays>14</paymenttermnetdays>",
        "2026-12-09",
    ),
    ("due_date", "<salesinvoiceduedate>2026-12-24</salesinvoiceduedate>", "2026-12-24"),
    (
        "due_date_wins",
        "<salesinvoiceduedate>2026-12-24</salesinvoiceduedate><paymenttermnetdays>14</paymenttermnetdays>",
        "2026-12-24",
    ),
    ("zero_days", "<paymenttermnetdays>0</paymenttermnetdays>", "2026-11-20"),
]


@pytest.mark.parametrize(("term", "expected"), [d[1:] for d in DUE], ids=[d[0] for d in DUE])
def test_due_date(term: str, expected: str) -> None:
    found = to_bis(document(term=term))
    assert str(found.invoice.due_date) == expected
    assert f"<cbc:DueDate>{expected}</cbc:DueDate>".encode() in found.data


def test_due_date_beside_net_days_is_warned_of() -> None:
    """The documentation forbids both; the due date wins, and that is said."""
    found = read_one((CORPUS / "due-date-and-net-days.xml").read_bytes())
    assert about(found.findings, "days"), "a warning that names the two"


@pytest.mark.parametrize("days", ["-5", "4000", "999999999"])
def test_net_days_that_give_no_due_date_are_named(days: str) -> None:
    found = to_bis(document(term=f"<paymenttermnetdays>{days}</paymenttermnetdays>"))
    assert found.invoice.due_date is not None or about(found.findings, days)


@pytest.mark.parametrize("days", ["14", "3650"])
def test_last_days_of_the_calendar_make_no_traceback(days: str) -> None:
    late = "<salesinvoicedate>9999-12-31</salesinvoicedate>"
    found = to_bis(document(date=late, term=f"<paymenttermnetdays>{days}</paymenttermnetdays>"))
    assert found.invoice.issue_date is not None


def terms(found: Conversion) -> str:
    return found.data.decode().partition("<cac:PaymentTerms>")[2].partition("</cac:PaymentTerms>")[0]


def test_terms_of_payment_become_text() -> None:
    data = document(
        term="<paymenttermnetdays>14</paymenttermnetdays><paymenttermcashdiscountdays>7</paymenttermcashdiscountdays>"
        '<paymenttermcashdiscount type="percentage">2,5</paymenttermcashdiscount>'
        "<overriderateofoverdue>10,5</overriderateofoverdue>"
    )
    said = terms(to_bis(data))
    for words in ("14 days", "2.5 %", "7 days", "10.5 %"):
        assert words in said


# ---------------------------------------------------------------------------------- currency


def test_currency_and_rate() -> None:
    found = read_one(document(amount_attributes=' iso4217currencycode="SEK" currencyrate="11,1250"')).invoice
    assert (found.currency, found.currency_rate) == ("SEK", Decimal("11.1250"))


def test_home_currency_where_none_is_stated() -> None:
    assert read_one(document()).invoice.currency == "EUR"
    assert read_one(document(), home_currency="SEK").invoice.currency == "SEK"


@pytest.mark.parametrize("code", ["EURO", "eur", "€", "XYZ"])
def test_currency_that_does_not_exist_is_an_error(code: str) -> None:
    found = to_bis(document(amount_attributes=f' iso4217currencycode="{code}"'))
    assert about([f for f in found.findings if f.severity == "error"], code, "BT-5")
