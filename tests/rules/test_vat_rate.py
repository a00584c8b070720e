"""EI-VAT-RATE: by country and day; the 24 checks of vat-matrix.json, then which day counts."""

import json
from datetime import date
from decimal import Decimal

import pytest

from einvoice.model import Address, Delivery, Period, PrecedingInvoice
from einvoice.rules import run

from .invoices import BUYER, check_case, delivered, each_case, group, invoice_with, item, line, party, totals

E, W = "error", "warning"
CODE = "EI-VAT-RATE"
LINE, ENTRY = "lines[0].vat_rate", "vat_breakdown[0].rate"
IN_SWEDEN = "SE559990123701"

BEFORE, AFTER = date(2024, 8, 31), date(2024, 9, 1)
"""24 per cent in Finland until the one, 25.5 from the other."""


def at(rate, **changes):
    """A line at *rate*, issued while 25.5 was in force."""
    return {"lines": (line(rate=rate),), "issue_date": AFTER} | changes


def by_line(rate, **fields):
    """The rate on a line that says more."""
    return {"lines": (line(rate=rate, **fields),), "issue_date": AFTER}


def until(day):
    """An invoicing period of the document."""
    return {"period": Period(end_date=day)}


def beside(*items):
    """Document allowances and charges."""
    return {"allowances_charges": items, "issue_date": AFTER}


def preceding(*days):
    return {"preceding_invoices": tuple(PrecedingInvoice(number="900", issue_date=day) for day in days)}


def seller(country, **fields):
    return party("Seller", country, **fields)


def norwegian(number):
    return seller("NO", vat_identifier=number)


def buyer(country):
    return {"buyer": party("Buyer", country)}


def represented(country):
    return {"tax_representative": party("Representative", country)}


CASES = {
    "EI-VAT-RATE": [
        ("valid_issue_date",               at("25.5"),                                                 []),
        ("valid_longer",                   at("25.500"),                                               []),
        ("invalid_issue_date",             at("24"),                                                   [(W, LINE)]),
        ("valid_delivery_date",            at("24", delivery=delivered(BEFORE)),                       []),
        ("valid_delivery_of_line",         by_line("24", delivery_date=BEFORE) | {"delivery": delivered(AFTER)},
                                           []),
        ("valid_end_of_period",            at("24", period=Period(start_date=date(2024, 8, 1), end_date=BEFORE)), []),
        ("invalid_start_of_period",        at("24", period=Period(start_date=BEFORE)),                 [(W, LINE)]),
        ("valid_period_of_line",           by_line("24", period=Period(end_date=BEFORE)),
                                           []),
        ("invalid_period_before_line",     by_line("24", period=Period(end_date=BEFORE)) | until(AFTER),
                                           [(W, LINE)]),
        ("invalid_delivery_before_period", at("24", delivery=delivered(AFTER), period=Period(end_date=BEFORE)),
                                           [(W, LINE)]),
        ("valid_tax_point",                at("24", tax_point_date=BEFORE, delivery=delivered(AFTER)), []),
        ("invalid_tax_point_first",        at("24", tax_point_date=AFTER, delivery=delivered(BEFORE)), [(W, LINE)]),
        ("valid_credit_note",              at("24", type_code="381", **preceding(BEFORE)),             []),
        ("valid_credit_note_of_two",       at("24", type_code="381", **preceding(AFTER, BEFORE)),      []),
        ("invalid_credit_note",            at("25.5", type_code="381", **preceding(BEFORE), delivery=delivered(AFTER)),
                                           [(W, LINE)]),
        ("valid_credit_note_no_date",      at("24", type_code="381", **preceding(None)),               []),
        ("valid_credit_note_alone",        at("24", type_code="381"),                                  []),
        ("invalid_credit_note_too_early",  at("13.5", type_code="381"),                                [(W, LINE)]),
        ("invalid_credit_note_never",      at("23.5", type_code="381"),                                [(E, LINE)]),
        ("valid_negative_invoice",         at("24", totals=totals(total_with_vat="-124")),             []),
        ("valid_advance_taken_back",       at("25.5", lines=(line(), line(rate="24", net="-50", quantity="-1"))), []),
        ("invalid_advance_too_early",      at("25.5", lines=(line(rate="13.5", net="-50", quantity="-1"),)),
                                           [(W, LINE)]),
        ("valid_final_invoice",            at("24", **preceding(BEFORE)),                              []),
        ("invalid_final_invoice",          at("24", **preceding(AFTER)),                               [(W, LINE)]),
        ("invalid_preceding_unlisted",     at("24", **preceding(date(1980, 1, 1))),                    [(W, LINE)]),
        ("invalid_never",                  at("23.5"),                                                 [(E, LINE)]),
        ("invalid_never_buyer_unknown",    at("23.5", buyer=None),                                     [(E, LINE)]),
        ("invalid_foreign_buyer",          at("25", **buyer("SE")),                                    [(W, LINE)]),
        ("invalid_foreign_delivery",       at("25", delivery=Delivery(address=Address(country_code="SE"))),[(W, LINE)]),
        ("valid_registered_abroad",        at("25", seller=seller("FI", vat_identifier=IN_SWEDEN)), []),
        ("invalid_foreign_number",         at("23.5", seller=seller("FI", vat_identifier=IN_SWEDEN)), [(W, LINE)]),
        ("invalid_foreign_unknown",        at("19", seller=seller("FI", vat_identifier="DE136695976")), [(W, LINE)]),
        ("valid_breakdown",                at("25.5", vat_breakdown=(group("S", "25.5"), group("E", "24"))), []),
        ("invalid_breakdown",              at("25.5", vat_breakdown=(group("S", "24"),)), [(W, ENTRY)]),
        ("silent_breakdown_of_lines",      at("24", vat_breakdown=(group("S", "24"),), delivery=delivered(BEFORE)), []),
        ("invalid_own_number",             at("25", seller=seller("FI", vat_identifier="FI91001147")), [(E, LINE)]),
        ("invalid_norwegian_number",       at("24.5", seller=norwegian("NO999999999MVA"), **buyer("NO")),
                                           [(E, LINE)]),
        ("invalid_number_only",            at("23.5", seller=norwegian("999999999MVA"), **buyer("NO")),
                                           [(E, LINE)]),
        ("valid_tax_representative",       at("25.5", seller=norwegian("999999999MVA"), **represented("FI")), []),
        ("invalid_tax_representative",     at("25", seller=norwegian("1"), **represented("FI"), **buyer("FI")),
                                           [(E, LINE)]),
        ("invalid_allowance",              beside(item("1", rate="24"), item("1", rate="25.5", is_charge=True)),
                                           [(W, "allowances_charges[0].vat_rate")]),
        ("silent_exempt_allowance",        beside(item("1", category="E", rate="24"), item("1", rate="0")),   []),
        ("valid_allowance_delivered",      at("24", **beside(item("1", rate="24")), delivery=delivered(BEFORE)),
                                           []),
        ("invalid_once_for_all",           at("24", lines=(line(), line(rate="24"), line(rate="24.0"))),
                                           [(W, "lines[1].vat_rate")]),
        ("invalid_two_rates",              at("24", lines=(line(rate="24"), line(rate="13.5"))),
                                           [(W, LINE), (W, "lines[1].vat_rate")]),
        ("silent_no_seller",               at("1", seller=None),                                       []),
        ("silent_country_unknown",         at("1", seller=seller(None)),                               []),
        ("silent_country_not_listed",      at("19", seller=seller("DE")),                              []),
        ("silent_time_not_listed",         at("21", issue_date=date(1980, 1, 1)),                      []),
        ("silent_no_day",                  at("24", issue_date=None),                                  []),
        ("silent_other_categories",        at("24", lines=(line("E", "24"), line("L", "7"), line(None, "3"))), []),
        ("silent_rate_absent",             at(None),                                                   []),
        ("silent_rate_zero",               at("0"),                                                    []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


@pytest.mark.conformance
def test_rate_checks_of_the_facts(shared):
    vectors = json.loads(shared("facts", "vat-matrix.json").read_text(encoding="utf-8"))["vectors"]["rate_check"]
    assert len(vectors) == 24
    for vector in vectors:
        country = vector["country"]
        invoice = invoice_with(
            seller=party("Seller", country),
            buyer=party("Buyer", country),
            issue_date=date.fromisoformat(vector["date"]),
            lines=(line(rate=vector["rate"]),),
        )
        found = [f.severity for f in run(invoice, rules=[CODE])]
        assert (found or ["pass"]) == [vector["expect"]], vector


def test_message_of_another_time():
    (finding,) = run(invoice_with(**at("24", delivery=delivered(AFTER))), rules=[CODE])
    assert finding.message == (
        "line 1: VAT rate 24 % was in force in FI from 2013-01-01 to 2024-08-31, not on 2024-09-01 (delivery date, "
        "BT-72); rates then: 25.5, 14, 10 %"
    )
    assert finding.value == "24"


def test_message_of_a_rate_to_come_and_of_many_lines():
    lines = (line(rate="25.5"),) * 3
    (finding,) = run(invoice_with(lines=lines, issue_date=BEFORE, buyer=BUYER), rules=[CODE])
    assert finding.message == (
        "line 1 and 2 more: VAT rate 25.5 % was in force in FI from 2024-09-01, not on 2024-08-31 (issue date, BT-2); "
        "rates then: 24, 14, 10 %"
    )


def test_message_of_a_foreign_rate():
    (finding,) = run(invoice_with(**at("25", **buyer("SE"))), rules=[CODE])
    assert finding.message == (
        "line 1: VAT rate 25 % was never in force in FI; rates on 2024-09-01 (issue date, BT-2): 25.5, 14, 10 %; the "
        "buyer is in SE, so another country's rate may apply"
    )


def test_message_of_a_credit_note():
    (finding,) = run(invoice_with(**at("25.5", type_code="381", **preceding(BEFORE))), rules=[CODE])
    assert "not on 2024-08-31 (date of the preceding invoice, BT-26)" in finding.message
    assert Decimal(finding.value) == Decimal("25.5")
