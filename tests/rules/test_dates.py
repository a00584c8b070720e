"""EI-DATE-…; the day of judgement is fixed where it matters."""

from datetime import date, timedelta

import pytest

from einvoice.model import Delivery, DocumentTotals, PaymentInstructions, Period
from einvoice.rules import run
from einvoice.rules.settings import Settings, using

from .invoices import check_case, each_case, invoice_with, line

ISSUED = date(2026, 5, 4)
TODAY = date(2026, 11, 20)
W = "warning"


@pytest.fixture(autouse=True)
def today():
    with using(Settings(today=TODAY)):
        yield


def on(day):
    return date.fromisoformat(day)


def period(start, end):
    return Period(start_date=start and on(start), end_date=end and on(end))


def due(day, **changes):
    return {"due_date": on(day)} | changes


def way(day):
    return {"payment_instructions": (PaymentInstructions(due_date=on(day)),)}


def owed(amount):
    return {"totals": DocumentTotals(amount_due=amount)}


CASES = {
    "EI-DATE-PERIOD": [
        ("valid_period",          {"period": period("2026-01-01", "2026-01-31")}, []),
        ("valid_one_day",         {"period": period("2026-01-01", "2026-01-01")}, []),
        ("silent_open",           {"period": period("2026-01-01", None)},         []),
        ("silent_none",           {},                                             []),
        ("invalid_document",      {"period": period("2026-01-31", "2026-01-01")}, [("error", "period.end_date")]),
        ("invalid_line",          {"lines": (line(), line(period=period("2026-02-02", "2026-02-01")))},
                                  [("error", "lines[1].period.end_date")]),
    ],
    "EI-DATE-DUE": [
        ("valid_later",           due("2026-05-18"),                              []),
        ("valid_same_day",        due("2026-05-04"),                              []),
        ("invalid_before",        due("2026-04-18"),                              [(W, "due_date")]),
        ("invalid_way",           way("2026-04-18"),                         [(W, "payment_instructions[0].due_date")]),
        ("invalid_once",          due("2026-04-18", **way("2026-04-18")),         [(W, "due_date")]),
        ("invalid_something_due", due("2026-04-18", **owed("1")),                 [(W, "due_date")]),
        ("silent_credit_note",    due("2026-04-18", type_code="381"),             []),
        ("silent_paid",           due("2026-04-18", **owed("0")),                 []),
        ("silent_no_issue_date",  due("2026-04-18", issue_date=None),             []),
    ],
    "EI-DATE-LATER": [
        ("valid_delivery",        {"delivery": Delivery(actual_delivery_date=ISSUED + timedelta(days=396))}, []),
        ("valid_next_year",       {"issue_date": on("2026-12-15"), "period": period("2027-01-01", "2027-12-31")}, []),
        ("valid_past",            {"delivery": Delivery(actual_delivery_date=on("2016-05-04"))}, []),
        ("invalid_delivery",      {"delivery": Delivery(actual_delivery_date=ISSUED + timedelta(days=397))},
                                  [(W, "delivery.actual_delivery_date")]),
        ("invalid_tax_point",     {"tax_point_date": on("2062-01-01")},            [(W, "tax_point_date")]),
        ("invalid_period",        {"period": period("2062-01-01", "2062-01-31")},  [(W, "period.start_date")]),
        ("invalid_line",          {"lines": (line(delivery_date=on("2062-01-01")),)}, [(W, "lines[0].delivery_date")]),
        ("invalid_line_period",   {"lines": (line(period=period("2062-01-01", None)),)},
                                  [(W, "lines[0].period.start_date")]),
        ("silent_no_issue_date",  {"issue_date": None, "tax_point_date": on("2062-01-01")}, []),
    ],
    "EI-DATE-FUTURE": [
        ("valid_tomorrow",        {"issue_date": TODAY + timedelta(days=1)},        []),
        ("valid_year",            {"issue_date": TODAY + timedelta(days=365)},      []),
        ("invalid_far",           {"issue_date": TODAY + timedelta(days=366)},      [(W, "issue_date")]),
        ("silent_none",           {"issue_date": None},                             []),
    ],
    "EI-DATE-PAST": [
        ("valid_old",             {"issue_date": on("2002-06-12")},                 []),
        ("invalid_century",       {"issue_date": on("1926-05-04")},                 [(W, "issue_date")]),
        ("invalid_two_digits",    {"issue_date": date(26, 5, 4)},                   [(W, "issue_date")]),
        ("silent_none",           {"issue_date": None},                             []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


def test_messages_count_the_days():
    (finding,) = run(invoice_with(**due("2026-05-03")), rules=["EI-DATE-DUE"])
    assert finding.message == (
        "payment is due on 2026-05-03 (BT-9), 1 day before the invoice is issued on 2026-05-04 (BT-2)"
    )
    (finding,) = run(invoice_with(issue_date=on("2062-11-20")), rules=["EI-DATE-FUTURE"])
    assert finding.message == "the invoice is issued on 2062-11-20 (BT-2), 13149 days after today, 2026-11-20"
    (finding,) = run(invoice_with(tax_point_date=on("2062-01-01")), rules=["EI-DATE-LATER"])
    assert finding.terms == ("BT-7", "BT-2")


def test_without_a_day_the_clock_counts():
    with using(Settings()):
        assert run(invoice_with(issue_date=date.today() + timedelta(days=366)), rules=["EI-DATE-FUTURE"])
        assert not run(invoice_with(issue_date=date.today()), rules=["EI-DATE-FUTURE"])
