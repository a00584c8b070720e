"""EI-TOTAL-…: one row per rule and side of its slack; the calculation itself is tested in tests/calc."""

from decimal import Decimal

import pytest

from einvoice.calc import complete
from einvoice.model import AllowanceCharge, Invoice
from einvoice.rules import run
from einvoice.rules.totals import BY_TERM

from .invoices import check_case, each_case, group, invoice_with, item, line, totals

E, W = "error", "warning"


def ten_lines(**stated):
    """Ten lines of 0.99: VAT 2.52 per category, 2.50 per line."""
    return complete(invoice_with(lines=(line(net="0.99"),) * 10, totals=totals(**stated) if stated else None))


def per_line():
    """The same as Netvisor calculates it."""
    return complete(invoice_with(lines=(line(net="0.99"),) * 10), policy="per_line")


def percentage(amount, **more):
    entry = AllowanceCharge(amount=Decimal(amount), base_amount=Decimal("50.00"), percentage=Decimal(10), **more)
    return {"allowances_charges": (entry,)}


def breakdown(*entries):
    return {"vat_breakdown": entries}


RIGHT = complete(invoice_with(allowances_charges=(item("10.00"), item("5.00", is_charge=True)))).totals


def stated(**amounts):
    """100.00 less 10.00 plus 5.00 at 25.5 %, with other totals."""
    return {
        "allowances_charges": (item("10.00"), item("5.00", is_charge=True)),
        "totals": RIGHT.model_copy(update={name: Decimal(amount) for name, amount in amounts.items()}),
        "vat_breakdown": (group("S", "25.5", taxable="95.00", tax="24.23"),),
    }


CASES = {
    "EI-TOTAL-LINE-NET": [
        ("valid_right",         {"lines": (line(net="37.50", quantity="3", price="12.50"),)}, []),
        ("invalid_one_cent",    {"lines": (line(net="10.01", price="10"),)},
                                [(W, "lines[0].net_amount")]),
        ("invalid_three_cents", {"lines": (line(net="10.03", price="10"),)},
                                [(E, "lines[0].net_amount")]),
        ("silent_no_price",     {"lines": (line().model_copy(update={"net_price": None}),)}, []),
    ],
    "EI-TOTAL-PERCENTAGE": [
        ("valid_right",          percentage("5.00"),                      []),
        ("invalid_one_cent",     percentage("5.01"),                      [(W, "allowances_charges[0].amount")]),
        ("invalid_charge",       percentage("4.00", is_charge=True),      [(E, "allowances_charges[0].amount")]),
        ("invalid_on_a_line",    {"lines": (line(net="96.00", price="100").model_copy(update=percentage("4.00")),)},
                                 [(E, "lines[0].allowances_charges[0].amount")]),
        ("silent_no_percentage", {"allowances_charges": (item("5.00"),)}, []),
    ],
    "EI-TOTAL-LINES": [
        ("valid_right",      stated(),                    []),
        ("invalid_other",    stated(line_total="100.01"), [(E, "totals.line_total")]),
        ("silent_no_totals", {},                          []),
    ],
    "EI-TOTAL-ALLOWANCES": [
        ("valid_right",   stated(),                       []),
        ("invalid_other", stated(allowance_total="9.00"), [(E, "totals.allowance_total")]),
    ],
    "EI-TOTAL-CHARGES": [
        ("valid_right",   stated(),                    []),
        ("invalid_other", stated(charge_total="0.00"), [(E, "totals.charge_total")]),
    ],
    "EI-TOTAL-WITHOUT-VAT": [
        ("valid_right",   stated(),                           []),
        ("invalid_other", stated(total_without_vat="100.00"), [(E, "totals.total_without_vat")]),
    ],
    "EI-TOTAL-TAXABLE": [
        ("valid_right",         stated(), []),
        ("invalid_one_cent",    breakdown(group("S", "25.5", taxable="100.01", tax="25.50")),
                                [(W, "vat_breakdown[0].taxable_amount")]),
        ("invalid_one_unit",    breakdown(group("S", "25.5", taxable="99.00", tax="25.25")),
                                [(E, "vat_breakdown[0].taxable_amount")]),
        ("invalid_exempt_cent", {"lines": (line("E", "0"),), **breakdown(group("E", "0", "R", taxable="100.01"))},
                                [(E, "vat_breakdown[0].taxable_amount")]),
    ],
    "EI-TOTAL-VAT-GROUP": [
        ("valid_right",          breakdown(group("S", "25.50", tax="25.50")), []),
        ("invalid_one_cent",     breakdown(group("S", "25.5", tax="25.51")),  [(W, "vat_breakdown[0].tax_amount")]),
        ("invalid_one_unit",     breakdown(group("S", "25.5", tax="24.50")),  [(E, "vat_breakdown[0].tax_amount")]),
        ("invalid_exempt_taxed", {"lines": (line("E", "0"),), **breakdown(group("E", "0", "R", tax="0.01"))},
                                 [(E, "vat_breakdown[0].tax_amount")]),
    ],
    "EI-TOTAL-VAT": [
        ("valid_right",   stated(),                  []),
        ("invalid_other", stated(vat_total="24.24"), [(E, "totals.vat_total")]),
    ],
    "EI-TOTAL-WITH-VAT": [
        ("valid_right",   stated(),                        []),
        ("invalid_other", stated(total_with_vat="119.24"), [(E, "totals.total_with_vat")]),
    ],
    "EI-TOTAL-DUE": [
        ("valid_paid",   stated(paid_amount="19.23", amount_due="100.00"), []),
        ("invalid_paid", stated(paid_amount="19.23"),                      [(E, "totals.amount_due")]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


def messages(invoice, code):
    return [f.message for f in run(invoice, rules=[code])]


def test_message_shows_currency_and_formula():
    invoice = invoice_with(lines=(line(net="10.03", quantity="3", price="3.34", identifier="7"),))
    assert messages(invoice, "EI-TOTAL-LINE-NET") == [
        "line 7: net amount (BT-131) is 10.03 EUR, expected 10.02 EUR: 3 × 3.34 = 10.02"
    ]
    assert messages(invoice_with(currency=None, **stated(amount_due="1")), "EI-TOTAL-DUE") == [
        "amount due (BT-115) is 1, expected 119.23: BT-112 alone = 119.23"
    ]


def test_policy_per_line_is_named_where_vat_is_rounded_per_line():
    finding, policy = run(per_line())
    assert (policy.code, policy.severity) == ("EI-ROUNDING-POLICY", "info")
    assert (finding.code, finding.severity) == ("EI-TOTAL-VAT-GROUP", "warning")
    assert finding.message == (
        "VAT breakdown S 25.5 %: VAT (BT-117) is 2.50 EUR, expected 2.52 EUR: 9.90 × 25.5 % = 2.52; VAT rounded per "
        "line gives 12.40, per category 12.42"
    )


BY_LINE = "VAT rounded per line gives 12.40, per category 12.42"

WHOLE_UNITS = (
    "rounding to whole units gives 12.00, without it 12.42; the difference of -0.42 belongs in the rounding amount "
    "(BT-114), outside the VAT"
)

EXPLAINED = [
    # case               code                 stated totals                                         explanation
    ("total_with_vat",   "EI-TOTAL-WITH-VAT", {"vat_total": "2.52", "total_with_vat": "12.40"},     BY_LINE),
    ("total_vat",        "EI-TOTAL-VAT",      {"vat_total": "2.50", "total_without_vat": "9.90"},   BY_LINE),
    ("due",              "EI-TOTAL-DUE",      {"amount_due": "12.40"},                              BY_LINE),
    ("due_after_payment", "EI-TOTAL-DUE",     {"amount_due": "10.40", "paid_amount": "2"},          BY_LINE),
    ("due_rounded",      "EI-TOTAL-DUE",      {"amount_due": "12.50", "rounding_amount": "0.10"},   BY_LINE),
    ("whole_units",      "EI-TOTAL-WITH-VAT", {"vat_total": "2.52", "total_with_vat": "12.00"},     WHOLE_UNITS),
]  # fmt: skip


@pytest.mark.parametrize(("case", "code", "amounts", "explanation"), EXPLAINED, ids=[c[0] for c in EXPLAINED])
def test_explained(case, code, amounts, explanation):
    if code == "EI-TOTAL-DUE":
        amounts = {"total_with_vat": "12.42"} | amounts
    (message,) = messages(ten_lines(**amounts), code)
    assert message.endswith(f"; {explanation}")


def test_explanations_have_two_decimals_where_the_currency_has_three():
    dinars = ten_lines(vat_total="2.52", total_with_vat="12.40").model_copy(update={"currency": "KWD"})
    (message,) = messages(dinars, "EI-TOTAL-WITH-VAT")
    assert message.endswith(f"; {BY_LINE}")


def test_an_unexplained_difference_has_no_explanation():
    (message,) = messages(ten_lines(vat_total="2.52", total_with_vat="13.00"), "EI-TOTAL-WITH-VAT")
    assert message == "total with VAT (BT-112) is 13.00 EUR, expected 12.42 EUR: 9.90 + 2.52 = 12.42"


MINOR_UNITS = [
    # case                    currency  line                                                findings
    ("no_minor_units",        "ISK",    line(net="1000", quantity="3", price="333.33"),     0),
    ("two",                   "EUR",    line(net="1000", quantity="3", price="333.33"),     1),
    ("two_where_unknown",     "kr",     line(net="1000", quantity="3", price="333.33"),     1),
    ("three_are_two",         "KWD",    line(net="0.13", price="0.125"),                    0),
]  # fmt: skip


@pytest.mark.parametrize(("case", "currency", "line", "count"), MINOR_UNITS, ids=[c[0] for c in MINOR_UNITS])
def test_minor_units_come_from_the_currency(case, currency, line, count):
    assert len(messages(invoice_with(currency=currency, lines=(line,)), "EI-TOTAL-LINE-NET")) == count


def test_every_amount_of_the_chain_has_a_rule():
    """Each mismatch that calc can find is worded here; an unknown term would stop the run."""
    wrong = invoice_with(
        lines=(line(net="50", price="10").model_copy(update=percentage("1")),) * 2,
        allowances_charges=sum((percentage("1", is_charge=c)["allowances_charges"] for c in (False, True)), ()),
        vat_breakdown=(group("S", "25.5", taxable="1", tax="9"),),
        totals=totals(line_total="1", allowance_total="2", charge_total="3", total_without_vat="4", vat_total="5",
                      total_with_vat="6", amount_due="8"),
    )  # fmt: skip
    found = run(wrong, rules=[rule for rule, _ in BY_TERM.values()])
    assert {f.code for f in found} == {rule.code for rule, _ in BY_TERM.values()}
    assert all(f.severity == "error" for f in found)
    assert isinstance(wrong, Invoice)


def test_a_turned_sign_is_named():
    (message,) = messages(invoice_with(**stated(total_with_vat="125.50", amount_due="-125.50")), "EI-TOTAL-DUE")
    assert message.endswith("; the sign is turned round")
