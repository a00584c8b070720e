"""Stated against calculated: one row per amount, on both sides of the slack of its official rule."""

from decimal import Decimal

import pytest

from einvoice.calc import check_totals, complete, explain_difference
from einvoice.calc.check import TAX_RULES, TAXABLE_RULES
from einvoice.model import Invoice, Line

from .documents import allowance, group, line, totals

CASES = [
    # case                        invoice, rule, fatal, stated, expected
    ("valid_line",                 line("3", "12.50", net_amount=Decimal("37.50")), None),
    ("valid_line_half_cent",       line("1", "0.125", net_amount=Decimal("0.13")), None),
    ("invalid_line_one_cent",      line("1", "10", net_amount=Decimal("10.01")), (False, "10.01", "10.00")),
    ("invalid_line_slack",         line("1", "10", net_amount=Decimal("9.98")), (False, "9.98", "10.00")),
    ("invalid_line_beyond_slack",  line("1", "10", net_amount=Decimal("10.03")), (True, "10.03", "10.00")),
    ("invalid_line_unrounded",     line("1", "0.125", net_amount=Decimal("0.15")), (True, "0.15", "0.13")),
    ("invalid_line_allowance",     line("2", "10", allowances=[{"amount": "1"}], charges=[{"amount": "3"}],
                                        net_amount=Decimal("20")), (True, "20", "22.00")),
    ("invalid_line_base_quantity", line("1", "10", price_base_quantity=Decimal(100), net_amount=Decimal("10")),
                                   (True, "10", "0.10")),
    ("silent_line_nudged_by_vat",  line("1", rate="6", price_with_vat=Decimal("10"), net_amount=Decimal("9.44")), None),
    ("invalid_line_two_cents_off", line("1", rate="6", price_with_vat=Decimal("10"), net_amount=Decimal("9.45")),
                                   (False, "9.45", "9.43")),
    ("silent_line_below_a_cent",   line("1", "10", net_amount=Decimal("10.004")), None),
    ("silent_line_net_absent",     line("1", "10"), None),
    ("silent_line_price_absent",   line("1", net_amount=Decimal("10")), None),
    ("silent_line_base_zero",      line("1", "10", price_base_quantity=Decimal(0), net_amount=Decimal("10")), None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "line", "fault"), CASES, ids=[c[0] for c in CASES])
def test_line_net(case, line, fault):
    found = list(check_totals(Invoice(lines=(line,))))
    assert [(m.fatal, str(m.stated), str(m.expected)) for m in found] == [fault] * (fault is not None)
    for mismatch in found:
        assert mismatch.rule == "PEPPOL-EN16931-R120"
        assert (mismatch.terms[0], mismatch.model_path) == ("BT-131", "lines[0].net_amount")
        assert mismatch.slack == Decimal("0.02")


def test_line_formula_shows_the_numbers():
    faulty = line(
        "250", "12.34", price_base_quantity=Decimal(100), allowances=[{"percent": "10", "base": "30.85"}],
        charges=[{"amount": "1.50"}], net_amount=Decimal("1"),
    )  # fmt: skip
    (found,) = check_totals(Invoice(lines=(line("1", "1"), faulty)))
    assert found.formula == "250 × 12.34 ÷ 100 − 3.09 + 1.50 = 29.26"
    assert found.model_path == "lines[1].net_amount"


PERCENTAGES = [
    # case                      allowance                                      fault
    ("valid",                   {"amount": "1.00", "base": "30.02", "percent": "3.333"}, None),
    ("valid_negative",          {"amount": "-1.00", "base": "-30.02", "percent": "3.333"}, None),
    ("invalid_one_cent",        {"amount": "1.01", "base": "30.02", "percent": "3.333"}, (False, "1.00")),
    ("invalid_beyond_slack",    {"amount": "1.03", "base": "30.02", "percent": "3.333"}, (True, "1.00")),
    ("invalid_before_rounding", {"amount": "0.53", "base": "10.10", "percent": "5"},     (True, "0.51")),
    ("silent_no_base",          {"amount": "5.00", "percent": "10"},           None),
    ("silent_no_percentage",    {"amount": "5.00", "base": "10"},              None),
    ("silent_no_amount",        {"base": "10", "percent": "10"},               None),
]  # fmt: skip


@pytest.mark.parametrize("is_charge", [False, True], ids=["allowance", "charge"])
@pytest.mark.parametrize(("case", "item", "fault"), PERCENTAGES, ids=[c[0] for c in PERCENTAGES])
def test_percentage(case, item, fault, is_charge):
    entry = allowance(**item, is_charge=is_charge)
    on_line = list(
        check_totals(Invoice(lines=(line(None, rate="24").model_copy(update={"allowances_charges": (entry,)}),)))
    )
    on_document = list(check_totals(Invoice(allowances_charges=(entry,))))
    for found, term, path in (
        (on_line, "BT-141" if is_charge else "BT-136", "lines[0].allowances_charges[0].amount"),
        (on_document, "BT-99" if is_charge else "BT-92", "allowances_charges[0].amount"),
    ):
        assert [(m.fatal, str(m.expected)) for m in found] == [fault] * (fault is not None)
        assert all((m.rule, m.terms[0], m.model_path) == ("PEPPOL-EN16931-R040", term, path) for m in found)


def document(**stated):
    """100 at 25.5 % and 40 exempt, 10 off and 5 on top at 25.5 %; *stated* replaces totals."""
    right = {
        "line_total": "140.00", "allowance_total": "10.00", "charge_total": "5.00", "total_without_vat": "135.00",
        "vat_total": "24.23", "total_with_vat": "159.23", "paid_amount": "50.00", "rounding_amount": "-0.23",
        "amount_due": "109.00",
    }  # fmt: skip
    return Invoice(
        lines=(line("1", "100", net_amount=Decimal("100.00")), line("1", "40", "E", "0", net_amount=Decimal("40.00"))),
        allowances_charges=(
            allowance("10.00", category="S", rate="25.5"),
            allowance("5.00", category="S", rate="25.50", is_charge=True),
        ),
        vat_breakdown=(group("S", "25.5", "95.00", "24.23"), group("E", "0", "40.00", "0.00", "Insurance")),
        totals=totals(**(right | stated)),
    )


def test_right_document_is_silent():
    assert list(check_totals(document())) == []


SUMS = [
    # case                      stated                                    rules
    ("invalid_line_total",      {"line_total": "140.01"},                 ["BR-CO-10", "BR-CO-13"]),
    ("invalid_allowances",      {"allowance_total": "9.99"},              ["BR-CO-11", "BR-CO-13"]),
    ("invalid_charges",         {"charge_total": "5.01"},                 ["BR-CO-12", "BR-CO-13"]),
    ("invalid_without_vat",     {"total_without_vat": "135.01"},          ["BR-CO-13", "BR-CO-15"]),
    ("invalid_vat",             {"vat_total": "24.22"},                   ["BR-CO-14", "BR-CO-15"]),
    ("invalid_with_vat",        {"total_with_vat": "159.24"},             ["BR-CO-15", "BR-CO-16"]),
    ("invalid_due",             {"amount_due": "109.01"},                 ["BR-CO-16"]),
    ("invalid_paid",            {"paid_amount": "51.00"},                 ["BR-CO-16"]),
    ("invalid_below_a_cent",    {"amount_due": "109.001"},                ["BR-CO-16"]),
    ("silent_line_total",       {"line_total": None},                     []),
    ("silent_without_vat",      {"total_without_vat": None},              []),
    ("silent_vat",              {"vat_total": None},                      []),
    ("silent_with_vat",         {"total_with_vat": None},                 []),
    ("silent_due",              {"amount_due": None},                     []),
    ("valid_sums_longer",       {"line_total": "140.000"},                []),
    ("invalid_absent_charges",  {"charge_total": None},                   ["BR-CO-13"]),
    ("invalid_absent_paid",     {"paid_amount": None},                    ["BR-CO-16"]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "stated", "rules"), SUMS, ids=[c[0] for c in SUMS])
def test_sums(case, stated, rules):
    found = list(check_totals(document(**stated)))
    assert [m.rule for m in found] == rules
    assert all(m.fatal and m.slack == 0 for m in found)


def test_sum_formulas():
    (wrong_lines,) = [m for m in check_totals(document(line_total="1")) if m.rule == "BR-CO-10"]
    assert wrong_lines.formula == "100.00 + 40.00 = 140.00"
    (wrong_net,) = check_totals(document(total_without_vat="1", total_with_vat=None))
    assert wrong_net.formula == "140.00 − 10.00 + 5.00 = 135.00"
    (wrong_due,) = check_totals(document(amount_due="1"))
    assert wrong_due.formula == "159.23 − 50.00 − 0.23 = 109.00"
    assert wrong_due.terms == ("BT-115", "BT-112", "BT-113", "BT-114")


def test_long_sums_are_counted():
    invoice = Invoice(lines=(line(net_amount=Decimal("1.10")),) * 100, totals=totals(line_total="1"))
    (found,) = check_totals(invoice)
    assert found.formula == "1.10 + 1.10 + … + 1.10 (100 amounts) = 110.00"


def test_a_sum_with_an_unknown_part_is_silent():
    assert list(check_totals(Invoice(lines=(line("1", "1"),), totals=totals(line_total="9")))) == []
    assert list(check_totals(Invoice(totals=totals(line_total="9")))) == []


def test_total_of_allowances_that_do_not_exist():
    (found,) = check_totals(Invoice(totals=totals(allowance_total="3.00")))
    assert (found.rule, found.formula) == ("BR-CO-11", "nothing to add = 0.00")


GROUPS = [
    # case                       stated group                                  rule        fatal
    ("valid",                    group("S", "25.5", "95.00", "24.23"),         []),
    ("valid_longer_rate",        group("S", "25.500", "95.00", "24.23"),       []),
    ("invalid_taxable_cent",     group("S", "25.5", "95.01", "24.23"),         [("BR-S-08", False)]),
    ("invalid_taxable_slack",    group("S", "25.5", "95.99", "24.48"),         [("BR-S-08", False)]),
    ("invalid_taxable_beyond",   group("S", "25.5", "96.00", "24.48"),         [("BR-S-08", True)]),
    ("invalid_tax_cent",         group("S", "25.5", "95.00", "24.22"),         [("BR-CO-17", False)]),
    ("invalid_tax_slack",        group("S", "25.5", "95.00", "25.22"),         [("BR-CO-17", False)]),
    ("invalid_tax_beyond",       group("S", "25.5", "95.00", "25.23"),         [("BR-CO-17", True)]),
    ("invalid_tax_sign",         group("S", "25.5", "95.00", "-24.23"),        [("BR-CO-17", False)]),
    ("invalid_no_such_rate",     group("S", "14", "0.50", "0.07"),             [("BR-S-08", True)]),
    ("invalid_exempt_cent",      group("E", "0", "40.01", "0.00"),             [("BR-E-08", True)]),
    ("invalid_exempt_tax",       group("E", "0", "40.00", "0.01"),             [("BR-E-09", True)]),
    ("invalid_exempt_rate",      group("E", "10", "39.00", "0.00"),            [("BR-E-08", True)]),
    ("valid_exempt_rate_absent", group("E", None, "40.00", "0.00"),            []),
    ("silent_absent",            group("S", "25.5", None, None),               []),
    ("silent_tax_without_base",  group("S", "25.5", None, "99"),               []),
    ("silent_tax_without_rate",  group("B", None, "10", "99"),                 []),
    ("silent_unknown_category",  group("AB", "24", "100", "24.00"),            []),
    ("invalid_unknown_category", group("AB", "24", "100", "26.00"),            [("BR-CO-17", True)]),
    ("invalid_igic_zero",        group("L", "0", "0", "0.49"),                 [("BR-CO-17", False)]),
    ("invalid_igic_zero_fatal",  group("L", "0", "0", "0.50"),                 [("BR-CO-17", True)]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "stated", "faults"), GROUPS, ids=[c[0] for c in GROUPS])
def test_breakdown(case, stated, faults):
    invoice = document().model_copy(update={"vat_breakdown": (stated,), "totals": None})
    assert [(m.rule, m.fatal) for m in check_totals(invoice)] == faults


def test_breakdown_paths_and_formulas():
    invoice = document().model_copy(
        update={"vat_breakdown": (group("E", "0", "40.00", "0"), group("S", "25.5", "94.00", "20.00")), "totals": None}
    )
    taxable, tax = check_totals(invoice)
    assert taxable.formula == "lines + charges − allowances of S 25.5 % = 95.00"
    assert (taxable.model_path, taxable.slack) == ("vat_breakdown[1].taxable_amount", Decimal("0.99"))
    assert tax.formula == "94.00 × 25.5 % = 23.97"
    assert (tax.model_path, tax.terms) == ("vat_breakdown[1].tax_amount", ("BT-117", "BT-116", "BT-119"))


def test_breakdown_with_unknown_lines_is_silent_on_taxable():
    invoice = Invoice(lines=(line(None, rate="25.5"),), vat_breakdown=(group("S", "25.5", "7", "1.79"),))
    assert list(check_totals(invoice)) == []


def test_two_groups_of_one_rate_are_both_wrong():
    """25.5 and 25.50 are one rate, so neither half is the sum of the lines."""
    invoice = Invoice(
        lines=(line("1", "100", net_amount=Decimal(100)), line("1", "100", rate="25.50", net_amount=Decimal(100))),
        vat_breakdown=(group("S", "25.5", "100", "25.50"), group("S", "25.50", "100", "25.50")),
    )
    assert [(m.rule, m.fatal) for m in check_totals(invoice)] == [("BR-S-08", True)] * 2


def test_rules_of_the_categories_are_those_of_the_code_list():
    from einvoice import codelists

    prefixes = {c.code: c.rule_prefix for c in codelists.vat_categories() if c.code != "B"}
    assert {code: f"{prefix}-08" for code, prefix in prefixes.items()} == TAXABLE_RULES
    untaxed = {c.code for c in codelists.vat_categories() if c.rate in ("zero", "absent")}
    assert {code: f"{prefixes[code]}-09" for code in untaxed} == TAX_RULES


def test_currency_without_minor_units_may_round_to_units():
    invoice = Invoice(
        currency="ISK",
        lines=(line("3", "333.33", rate="24", net_amount=Decimal(1000), allowances=[]),),
        vat_breakdown=(group("S", "24", "1000", "240"),),
    )
    assert list(check_totals(invoice, minor_units=0)) == []
    assert [m.rule for m in check_totals(invoice)] == ["PEPPOL-EN16931-R120"]


# ---------------------------------------------------------------------------------- explain_difference

TEN = Invoice(lines=(line("1", "0.99"),) * 10)

ROUND = Invoice(lines=(line("1", "799.848", rate="25"),))
WHOLE_UNITS = (
    "rounding to whole units gives 1000, without it 999.81; the difference of 0.19 belongs in the rounding amount "
    "(BT-114), outside the VAT"
)

PAIR = Invoice(
    lines=(Line(net_amount=Decimal("100.00"), amount_with_vat=Decimal("125.51"), vat_category="S", vat_rate="25.5"),)
    * 2
)
WRONG_PAIR = Invoice(
    lines=(Line(net_amount=Decimal("100.00"), amount_with_vat=Decimal("110.00"), vat_category="S", vat_rate="25.5"),)
)

EXPLAINED = [
    # case             invoice    stated    explanation
    ("per_line",       TEN,       "12.40",  "VAT rounded per line gives 12.40, per category 12.42"),
    ("whole_units",    ROUND,     "1000",   WHOLE_UNITS),
    ("silent_same",    TEN,       "12.42",  None),
    ("silent_other",   TEN,       "12.41",  None),
    ("silent_unknown", Invoice(), "12.40",  None),
    ("cent_per_line",  PAIR,      "251.02", "VAT rounded per line gives 251.02, per category 251.00"),
    ("silent_no_rounding", WRONG_PAIR, "110.00", None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "invoice", "stated", "explanation"), EXPLAINED, ids=[c[0] for c in EXPLAINED])
def test_explain_difference(case, invoice, stated, explanation):
    assert explain_difference(invoice, Decimal(stated)) == explanation


def test_policy_per_line_leaves_only_slack():
    """A document calculated per line passes the official rules; the reader sees the difference as a warning."""
    assert [(m.rule, m.fatal) for m in check_totals(complete(TEN, policy="per_line"))] == [("BR-CO-17", False)]
