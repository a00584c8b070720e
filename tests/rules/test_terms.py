"""EI-TERMS-…: terms of payment against dates, cash discounts, interest against the law."""

import doctest
from datetime import date
from decimal import Decimal

import pytest

from einvoice.model import CashDiscount, Invoice, PaymentConditions
from einvoice.rules import run, terms
from einvoice.rules.settings import Settings, using
from einvoice.rules.terms import days_in_words, rate_in_words

from .invoices import BUYER, check_case, each_case, invoice_with, party

I, W = "info", "warning"  # noqa: E741
DATA = "payment_conditions.net_days"
RATE = "payment_conditions.late_payment_interest_rate"
DISCOUNT = "payment_conditions.cash_discounts[0]"


def on(day):
    return date.fromisoformat(day)


def term(words=None, due="2026-05-18", days=None, **changes):
    """Issued on Monday 2026-05-04 unless *changes* say otherwise."""
    conditions = None if days is None else PaymentConditions(net_days=days)
    return {"payment_terms": words, "due_date": on(due), "payment_conditions": conditions} | changes


def discounted(net=None, due="2026-05-18", **fields):
    conditions = PaymentConditions(net_days=net, cash_discounts=(CashDiscount(**fields),))
    return {"payment_conditions": conditions, "due_date": on(due)}


def interest(rate, country="FI", day="2026-05-04", **changes):
    conditions = PaymentConditions(late_payment_interest_rate=Decimal(rate))
    return {"payment_conditions": conditions, "issue_date": on(day), "seller": party("Seller", country)} | changes


def consumer():
    return {"buyer": party("Person", "FI")}


CASES = {
    "EI-TERMS-DAYS": [
        ("valid_finnish",          term("14 pv netto"),                                      []),
        ("valid_swedish",          term("30 dagar netto", "2026-06-03"),                     []),
        ("valid_english",          term("30 days net", "2026-06-03"),                        []),
        ("valid_month",            term("30 dagar netto", "2026-06-04"),                     []),
        ("valid_month_of_28",      term("30 dagar", "2026-03-05", issue_date=on("2026-02-05")), []),
        ("valid_one_day_more",     term("14 pv netto", "2026-05-19"),                        []),
        ("valid_monday",           term("12 pv netto", "2026-05-18"),                        []),
        ("valid_friday",           term("13 pv netto", "2026-05-15"),                        []),
        ("valid_easter",           term("14 pv netto", "2026-04-07", issue_date=on("2026-03-21")), []),
        ("valid_value_date",       term("14 pv netto", "2026-05-24", value_date=on("2026-05-10")), []),
        ("valid_data",             term(None, days=14),                                      []),
        ("invalid_words",          term("14 pv netto", "2026-06-03"),                        [(W, "payment_terms")]),
        ("invalid_early",          term("14 pv netto", "2026-05-14"),                        [(W, "payment_terms")]),
        ("invalid_data",           term(None, "2026-06-03", 14),                             [(W, DATA)]),
        ("invalid_both_once",      term("14 pv netto", "2026-06-03", 14),                    [(W, DATA)]),
        ("invalid_words_not_data", term("30 pv netto", "2026-05-18", 14),                    [(W, "payment_terms")]),
        ("invalid_other_value_date", term("14 pv netto", "2026-05-18", value_date=on("2026-05-10")),
                                                                                             [(W, "payment_terms")]),
        ("silent_end_of_month",    term("30 dagar fri leveransmånad", "2026-07-30"),         []),
        ("silent_from_delivery",   term("14 days net from delivery", "2026-06-30"),          []),
        ("silent_words",           term("according to contract", "2026-06-30"),              []),
        ("silent_no_due_date",     {"payment_terms": "14 pv netto"},                         []),
        ("silent_credit_note",     term("14 pv netto", "2026-06-03", type_code="381"),       []),
    ],
    "EI-TERMS-DISCOUNT": [
        ("valid_days",             discounted(14, days=7, percentage="2"),                   []),
        ("valid_date",             discounted(None, last_date=on("2026-05-11"), percentage="2"), []),
        ("valid_amount",           discounted(None, percentage="2", base_amount="125.50", amount="2.51"), []),
        ("valid_rounded",          discounted(None, percentage="2", base_amount="125.50", amount="2.5"), []),
        ("silent_nothing_stated",  discounted(14),                                           []),
        ("invalid_days",           discounted(14, days=21, percentage="2"),                  [(W, f"{DISCOUNT}.days")]),
        ("invalid_negative_days",  discounted(14, days=-7),                                  [(W, f"{DISCOUNT}.days")]),
        ("invalid_after_due",      discounted(None, last_date=on("2026-05-19")),        [(W, f"{DISCOUNT}.last_date")]),
        ("invalid_before_issue",   discounted(None, last_date=on("2026-05-03")),        [(W, f"{DISCOUNT}.last_date")]),
        ("invalid_percentage",     discounted(None, percentage="120"),                 [(W, f"{DISCOUNT}.percentage")]),
        ("invalid_negative",       discounted(None, percentage="-2"),                  [(W, f"{DISCOUNT}.percentage")]),
        ("invalid_amount",         discounted(None, percentage="2", base_amount="100", amount="5"),
                                        [(W, f"{DISCOUNT}.amount")]),
    ],
    "EI-TERMS-INTEREST": [
        ("valid_commercial",       interest("10.5"),                                         []),
        ("valid_swedish",          interest("10", "SE"),                                     []),
        ("valid_of_its_time",      interest("12.5", day="2024-05-04"),                       []),
        ("valid_half_year_of_due", interest("12.5", day="2024-12-15", due_date=on("2024-12-29")), []),
        ("valid_consumer",         interest("9.5", **consumer()),                            []),
        ("invalid_above",          interest("16"),                                           [(I, RATE)]),
        ("invalid_later",          interest("12.5", day="2024-12-15", due_date=on("2025-01-14")), [(I, RATE)]),
        ("invalid_negative_rate",  interest("8", "SE", "2018-05-04"),                        [(I, RATE)]),
        ("invalid_swedish",        interest("24", "SE"),                                     [(I, RATE)]),
        ("invalid_consumer",       interest("10.5", **consumer()),                           [(W, RATE)]),
        ("invalid_words",          {"payment_terms": "14 pv netto, viivästyskorko 16 %"},    [(I, "payment_terms")]),
        ("silent_margin",          {"payment_terms": "Viivästyskorko 16 % yli viitekoron"},  []),
        ("silent_other_country",   interest("16", "NO"),                                     []),
        ("silent_before_table",    interest("16", day="2010-05-04"),                         []),
        ("silent_none",            {},                                                       []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    buyer = {"buyer": BUYER} if "buyer" not in changes else {}
    check_case(case, code, invoice_with(**buyer, **changes), expected)


WORDS = [
    ("14 pv", 14), ("14 pv netto", 14), ("14 päivää netto", 14), ("Maksuehto: 14 pv", 14), ("netto 14 pv", 14),
    ("14 pv netto. Viivästyskorko 8 %", 14), ("14 vrk netto", 14),
    ("30 dagar netto", 30), ("30 dagar", 30), ("Betalningsvillkor 30 dagar", 30), ("Netto 30 dagar.", 30),
    ("30 dgr netto", 30), ("30 days net", 30), ("Net 30 days", 30), ("Payment terms: 30 days", 30),
    ("DAP Bergen, 30 days net", 30), ("10 dagar 2 %, 30 dagar netto", 30), ("30 NETTO DAGAR", None),
    ("14 pv -2 %, 30 pv netto", 30), ("7 pv netto tai 14 pv netto", None), ("2-14 pv netto", None),
    ("30 dagar fri leveransmånad", None), ("30 days net end of month", None), ("14 pv toimituksesta", None),
    ("30 days net after receipt", None), ("", None), (None, None), ("--", None), ("5 p", None), ("Netto", None),
    ("1.5.2026", None), ("Fakturanr 30, 14 dagar", None), ("2,30 dagar netto", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "days"), WORDS)
def test_days_in_words(words, days):
    assert days_in_words(words) == days


RATES = [
    ("Viivästyskorko 10,5 %", "10.5"), ("viivästyskorko on 8 prosenttia", "8"), ("Viiv. korko 11.5%", "11.5"),
    ("Dröjsmålsränta: 12 %", "12"), ("Dröjsmålsränta 12%. Påminnelseavgift 60 kr", "12"),
    ("Interest on late payment 8 %", "8"), ("late payment interest rate of 8 per cent", "8"),
    ("Dröjsmålsränta 8 % över referensräntan", None), ("Interest on late payment 8 % above the reference rate", None),
    ("Viivästyskorko 1 % kuukaudessa", None), ("14 pv netto", None), ("2 % kassa-alennus", None), (None, None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "rate"), RATES)
def test_rate_in_words(words, rate):
    assert rate_in_words(words) == (None if rate is None else Decimal(rate))


def test_messages_show_both_readings():
    (finding,) = run(invoice_with(**term("14 pv netto", "2026-06-03")), rules=["EI-TERMS-DAYS"])
    assert finding.message == (
        "terms of payment '14 pv netto' (BT-20) from the issue date 2026-05-04 give the due date 2026-05-18, and "
        "2026-06-03 is stated (BT-9)"
    )
    (finding,) = run(invoice_with(**interest("16")), rules=["EI-TERMS-INTEREST"])
    assert finding.message == (
        "interest on late payment is 16 %, above the 10.5 % of the law in FI: reference rate 2.5 % (of 2026-01-01) and "
        "8 percentage points; more has to be agreed on"
    )


def test_after_the_table_the_last_rate_is_taken_and_the_message_says_so():
    (finding,) = run(invoice_with(**interest("16", day="2027-03-01")), rules=["EI-TERMS-INTEREST"])
    assert "reference rate 2.5 % (of 2026-01-01, the last one known)" in finding.message


def test_a_reference_rate_of_the_context_goes_first():
    invoice = invoice_with(**interest("11"))
    with using(Settings(reference_rates={"FI": Decimal("3.0")})):
        assert run(invoice, rules=["EI-TERMS-INTEREST"]) == []
    with using(Settings(reference_rates={"FI": Decimal("1.0")})):
        (finding,) = run(invoice, rules=["EI-TERMS-INTEREST"])
    assert "above the 9.0 % of the law in FI: reference rate 1.0 % (of the context)" in finding.message


@pytest.mark.parametrize(
    ("country", "day", "rate"),
    [
        ("FI", "2014-05-04", "0.5"), ("FI", "2023-05-04", "2.5"), ("FI", "2024-09-01", "4.5"),
        ("FI", "2025-05-04", "3.5"), ("FI", "2026-05-04", "2.5"),
        ("SE", "2008-09-01", "4.5"), ("SE", "2012-05-04", "2.0"), ("SE", "2017-05-04", "-0.5"),
        ("SE", "2024-05-04", "4.0"), ("SE", "2025-05-04", "3.0"), ("SE", "2026-05-04", "2.0"),
    ],
)  # fmt: skip
def test_reference_rates_as_announced(country, day, rate):
    assert terms._reference_rate(country, on(day))[0] == Decimal(rate)


def test_an_empty_invoice_is_silent():
    assert [f for f in run(Invoice()) if f.code.startswith("EI-TERMS")] == []


def test_examples():
    assert doctest.testmod(terms).failed == 0
