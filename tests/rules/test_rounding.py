"""EI-ROUNDING-…: which rounding made a difference, the rounding amount, cash."""

from decimal import Decimal

import pytest

from einvoice.calc.policies import explain_line, explain_tax, explain_vat_total
from einvoice.model import AllowanceCharge, Invoice, Line, VatBreakdown
from einvoice.rules import run

from .invoices import check_case, each_case, group, invoice_with, item, line, party, totals

W, I = "warning", "info"  # noqa: E741
GROUP, DUE, ROUNDED, WITH_VAT = (
    "vat_breakdown[0].tax_amount",
    "totals.amount_due",
    "totals.rounding_amount",
    "totals.total_with_vat",
)
SECOND, ITEM = "lines[1].net_amount", "allowances_charges[0].amount"
SE = {"seller": party("Säljare AB", "SE"), "currency": "SEK"}
TEN = (line(net="0.99"),) * 10


def ten(tax, **amounts):
    """Ten lines of 0.99 at 25.5 %: 2.52 per category, 2.50 per line."""
    stated = {"total_without_vat": "9.90", "vat_total": tax} | amounts
    return {"lines": TEN, "vat_breakdown": (group("S", "25.5", taxable="9.90", tax=tax),), "totals": totals(**stated)}


def due(with_vat, due, rounding=None, **fields):
    stated = {} if rounding is None else {"rounding_amount": rounding}
    return {"totals": totals(total_with_vat=with_vat, amount_due=due, **stated)} | fields


def whole(with_vat, **amounts):
    stated = {"total_without_vat": "799.85", "vat_total": "199.96", "total_with_vat": with_vat} | amounts
    return {"totals": totals(**stated)} | SE


def named(name, net):
    return {"lines": (line(), line(net=net).model_copy(update={"item_name": name}))}


def reason(text, amount, is_charge=False):
    return {"allowances_charges": (item(amount, is_charge=is_charge).model_copy(update={"reason": text}),)}


CASES = {
    "EI-ROUNDING-POLICY": [
        ("valid_per_category",     ten("2.52", total_with_vat="12.42", amount_due="12.42"),            []),
        ("valid_rounding_stated",  ten("2.52", total_with_vat="12.42", amount_due="12.40", rounding_amount="-0.02"),
                                   []),
        ("invalid_per_line",       ten("2.50", total_with_vat="12.40", amount_due="12.40"),            [(I, GROUP)]),
        ("invalid_up",             ten("2.53"),                                                        [(I, GROUP)]),
        ("silent_no_policy",       ten("2.61"),                                                        []),
        ("invalid_price_rounded",  {"lines": (line(net="797.00", quantity="100", price="7.96812749"),)},
                                   [(I, "lines[0].net_amount")]),
        ("invalid_whole_krona",    due("999.81", "1000.00", **SE),                                     [(I, DUE)]),
        ("invalid_five_cents",     due("10.03", "10.05"),                                              [(I, DUE)]),
        ("invalid_total_rounded",  whole("1000.00"),                                                   [(I, WITH_VAT)]),
        ("silent_total_wrong",     whole("1100.00"),                                                   []),
        ("invalid_not_added",      due("999.81", "999.81", "0.19", **SE),                              [(I, DUE)]),
        ("silent_large",           due("999.81", "1100.00", **SE),                                     []),
        ("silent_no_taxable",      {"vat_breakdown": (VatBreakdown(category="E", tax_amount=Decimal(1)),)}, []),
        ("silent_no_totals",       {},                                                                 []),
    ],
    "EI-ROUNDING-AMOUNT": [
        ("valid_krona",            due("999.81", "1000.00", "0.19", **SE),                             []),
        ("valid_largest",          due("999.49", "1000.00", "0.51", **SE),                             []),
        ("valid_half",             due("999.50", "1000.00", "0.50", **SE),                             []),
        ("invalid_large",          due("995.00", "1000.00", "5.00", **SE),                             [(W, ROUNDED)]),
        ("invalid_negative",       due("100.00", "99.00", "-1.00"),                                    [(W, ROUNDED)]),
        ("silent_other_currency",  due("995.00", "1000.00", "5.00", currency="HUF"),                   []),
        ("silent_none",            due("100.00", "100.00"),                                            []),
        ("silent_no_totals",       {},                                                                 []),
    ],
    "EI-ROUNDING-CASH": [
        ("valid_krona",            due("999.81", "1000.00", "0.19", **SE),                             []),
        ("valid_down",             due("100.38", "100.00", "-0.38", **SE),                             []),
        ("valid_half_down",        due("100.50", "100.00", "-0.50", **SE),                             []),
        ("valid_five_cents",       due("10.03", "10.05", "0.02"),                                      []),
        ("valid_ten_cents",        due("100.63", "100.60", "-0.03"),                                   []),
        ("valid_whole_euro",       due("10.30", "10.00", "-0.30"),                                     []),
        ("valid_fifty_ore",        due("10.30", "10.50", "0.20", currency="DKK"),                      []),
        ("valid_cent_of_a_line",   due("12.42", "12.41", "-0.01"),                                     []),
        ("invalid_not_nearest",    due("999.40", "999.81", "0.41", **SE),                              [(W, ROUNDED)]),
        ("invalid_not_whole",      due("999.81", "999.98", "0.17", **SE),                              [(W, ROUNDED)]),
        ("invalid_euro",           due("10.03", "10.16", "0.13"),                                      [(W, ROUNDED)]),
        ("silent_large",           due("999.81", "1010.01", "10.20", **SE),                            []),
        ("silent_other_currency",  due("10.03", "10.16", "0.13", currency="GBP"),                      []),
        ("silent_due_absent",      {"totals": totals(rounding_amount="0.13")},                         []),
    ],
    "EI-ROUNDING-LINE": [
        ("valid_rounding_amount",  due("999.81", "1000.00", "0.19", **SE),                             []),
        ("valid_other_name",       named("Rounding machine", "0.19"),                                  []),
        ("valid_large",            named("Rounding", "19.00"),                                         []),
        ("valid_one",              named("Rounding", "1.00"),                                          []),
        ("valid_minus_one",        named("Rounding", "-1.00"),                                         []),
        ("invalid_line",           named("Öresavrundning", "0.19"),                                    [(W, SECOND)]),
        ("invalid_finnish",        named(" Pyöristys", "-0.02"),                                       [(W, SECOND)]),
        ("invalid_charge",         reason("Rounding", "0.19", is_charge=True),     [(W, ITEM)]),
        ("invalid_allowance",      reason("Öresutjämning", "0.19"),                [(W, ITEM)]),
        ("silent_no_name",         named(None, "0.19"),                                                []),
        ("silent_zero",            named("Rounding", "0.00"),                                          []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


def only(changes, code="EI-ROUNDING-POLICY"):
    (finding,) = run(invoice_with(**changes), rules=[code])
    return finding


def test_the_policy_is_named_and_the_rounding_amount_proposed():
    finding = only(ten("2.50", total_with_vat="12.40", amount_due="12.40"))
    assert finding.message == (
        "VAT was rounded per line: 10 lines × -0.00245; that gives 2.50 EUR, rounding per category 2.52, a difference "
        "of -0.02"
    )
    assert finding.fix == "State 2.52, the total with VAT 12.42 and the rounding amount (BT-114) -0.02."


def test_the_rounding_of_the_amount_due_is_proposed():
    finding = only(due("999.81", "1000.00", **SE))
    assert finding.message == ("amount due 1000.00 SEK (BT-115), calculated 999.81: it was rounded to whole SEK")
    assert finding.fix == "State 0.19 as the rounding amount (BT-114)."
    finding = only(due("999.81", "999.81", "0.19", **SE))
    assert finding.message.endswith("the rounding amount (BT-114) 0.19 is not part of the amount due")
    assert only(due("100.00", "100.01")).message.endswith("the difference of 0.01 is one of rounding (1 line)")


def test_rounding_inside_the_total_is_taken_out_of_it():
    finding = only(whole("1000.00"))
    assert finding.message == "total with VAT 1000.00 SEK (BT-112), calculated 999.81: it was rounded to whole SEK"
    assert finding.fix == "State the total with VAT 999.81 and 0.19 as the rounding amount (BT-114)."
    finding = only(whole("1000.00", rounding_amount="0.19", amount_due="1000.19"))
    assert finding.fix == "State the total with VAT 999.81; the rounding amount (BT-114) 0.19 is stated already."
    assert only(whole("999.82")).message.endswith("the difference of 0.01 is one of rounding (1 line)")


def test_lines_rounded_in_one_way_are_told_once():
    lines = (line(net="797.00", quantity="100", price="7.96812749"),) * 3
    finding = only({"lines": lines})
    assert finding.message == (
        "line 1 and 2 more: the price was rounded to 7.97 before it was multiplied, which gives 797.00 EUR; rounded "
        "once it is 796.81 EUR"
    )


def test_one_line_is_named_alone():
    finding = only({"lines": (line(), line(net="797.00", quantity="100", price="7.96812749", identifier="B"))})
    assert finding.message.startswith("line B: the price was rounded to 7.97 before it was multiplied, which gives")


def test_message_of_cash():
    finding = only(due("999.40", "999.81", "0.41", **SE), "EI-ROUNDING-CASH")
    assert finding.message == (
        "the amount due is 999.81 SEK (BT-115), rounded by 0.41 (BT-114) from 999.40; the nearest whole SEK is 999.00"
    )
    assert finding.fix == "State the amount due 999.00 and the rounding amount -0.40, or no rounding at all."


def test_an_amount_of_many_digits_is_judged():
    assert run(invoice_with(**due("1E+40", "1E+40", "0.3", **SE)), rules=["EI-ROUNDING-CASH"]) == []


def of(quantity, price, net, base=None, allowances=(), **fields):
    return Line(
        quantity=Decimal(quantity), net_price=Decimal(price), net_amount=Decimal(net),
        price_base_quantity=None if base is None else Decimal(base),
        allowances_charges=tuple(allowances), **fields,
    )  # fmt: skip


def tenth(**fields):
    return AllowanceCharge(percentage=Decimal(10), **{name: Decimal(text) for name, text in fields.items()})


FIRST = "the price was rounded to {} before it was multiplied"
CUT, UP, EVEN = (
    "what is behind the cent was cut off",
    "every part of a cent was rounded up",
    "halves go to the even cent",
)
CATEGORY, PER_LINE = "VAT of the category", "VAT was rounded per line: 10 lines × -0.00245"
UNROUNDED, BEFORE = "VAT was calculated on", "the sum of the lines before rounding"
GROSS = "VAT was taken out of the amount with VAT, 30.00"

LINES = [
    # case                     line                                         policy
    ("exact",                  of("3", "10.005", "30.02"),                  None),
    ("price_first",            of("100", "7.96812749", "797.00"),           FIRST.format("7.97")),
    ("price_of_base_first",    of("250", "12.34", "30.00", "100"),          FIRST.format("0.12")),
    ("price_to_three",         of("1000", "0.01234", "12.00"),              FIRST.format("0.012")),
    ("half_even",              of("1", "0.125", "0.12"),                    EVEN),
    ("cut",                    of("1", "0.129", "0.12"),                    CUT),
    ("up",                     of("1", "0.121", "0.13"),                    UP),
    ("cut_negative",           of("-1", "0.129", "-0.12"),                  CUT),
    ("whole",                  of("1", "100.40", "100"),                    "the amount was rounded to whole units"),
    ("rounded_at_the_end",     of("1", "0.115", "0.10", allowances=[tenth(amount="0.01")]),
                               "price, allowances and charges were added before they were rounded"),
    ("none",                   of("1", "10.00", "12.34"),                   None),
    ("no_quantity",            Line(net_amount=Decimal(5), net_price=Decimal(1)), None),
    ("base_zero",              of("1", "10.00", "12.34", "0"),              None),
]  # fmt: skip


@pytest.mark.parametrize(("given", "policy"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_policy_of_a_line(given, policy):
    assert explain_line(given) == policy


S = ("S", Decimal("25.5"))


def sold(*nets, **fields):
    return Invoice(lines=tuple(line(net=net, **fields) for net in nets))


TAXES = [
    # case              invoice                         taxable  stated   policy
    ("exact",           sold("9.90"),                   "9.90",  "2.52",  None),
    ("per_line",        sold(*["0.99"] * 10),           "9.90",  "2.50",  PER_LINE),
    ("per_line_mixed",  sold("0.99", "0.99", "0.97"),   "2.95",  "0.75",  None),
    ("cut",             sold("10.30"),                  "10.30", "2.62",  f"{CATEGORY}: {CUT}"),
    ("half_even",       sold("3.00"),                   "3.00",  "0.76",  f"{CATEGORY}: {EVEN}"),
    ("down_too_far",    sold("9.90"),                   "9.90",  "2.51",  None),
    ("up",              sold("10.20"),                  "10.20", "2.61",  f"{CATEGORY}: {UP}"),
    ("from_gross",      sold("23.90"),                  "23.90", "6.10",  GROSS),
    ("before_rounding", sold("9.90", quantity="1", price="9.9199"), "9.90", "2.53", f"{UNROUNDED} 9.9199, {BEFORE}"),
    ("whole",           sold("101.00"),                 "101.00", "26",   "VAT was rounded to whole units"),
    ("none",            sold("9.90"),                   "9.90",  "3.10",  None),
]  # fmt: skip


@pytest.mark.parametrize(("given", "taxable", "stated", "policy"), [r[1:] for r in TAXES], ids=[r[0] for r in TAXES])
def test_policy_of_a_category(given, taxable, stated, policy):
    assert explain_tax(given, S, Decimal(taxable), Decimal(stated)) == policy


def test_policy_of_the_document():
    entries = (group("S", "25.5", taxable="0.37", tax="0.09"), group("S", "13.5", taxable="0.33", tax="0.04"))
    invoice = Invoice(vat_breakdown=entries)
    assert explain_vat_total(invoice, Decimal("0.13")) is None
    assert explain_vat_total(invoice, Decimal("0.14")) == (
        "VAT was rounded once for the document: 0.1389, per category 0.13"
    )
    assert explain_vat_total(invoice, Decimal("0.15")) is None
    unknown = Invoice(vat_breakdown=(*entries, group("S", None, taxable="1.00", tax="0.00")))
    assert explain_vat_total(unknown, Decimal("0.14")) is None
