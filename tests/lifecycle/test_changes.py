"""Replacement by rows, later due dates, and interest on late payment."""

from datetime import date
from decimal import Decimal

import pytest
from tests.comparison.invoices import INVOICE, line
from tests.rules.invoices import party

import einvoice
from einvoice.context import Context
from einvoice.errors import ContextError, NotAllowed, UsageError
from einvoice.lifecycle import extend, interest, interest_invoice, replace
from einvoice.model import (
    AllowanceCharge,
    DocumentTotals,
    Invoice,
    Line,
    PaymentConditions,
    PaymentInstructions,
)

# ---------------------------------------------------------------------------------- replacement


def rows_of(found):
    return [
        (row.kind, (row.new or row.old).item_name, [each.terms[0] for each in row.differences]) for row in found.rows
    ]


def test_rows_added_changed_and_removed():
    old = INVOICE.model_copy(update={"lines": (line("1", "Coffee"), line("2", "Tea"), line("3", "Milk"))})
    sugar = line("1", "Sugar", quantity=Decimal(7), net_price=Decimal("1.00"), net_amount=Decimal("7.00"))
    new = INVOICE.model_copy(update={"lines": (sugar, line("2", "Milk"), line("3", "Coffee", quantity=Decimal(5)))})
    found = replace(old, new)
    assert rows_of(found) == [
        ("added", "Sugar", []),
        ("same", "Milk", []),
        ("changed", "Coffee", ["BT-129"]),
        ("removed", "Tea", []),
    ]
    assert [row.old.item_name for row in found.of("removed")] == ["Tea"]
    assert not found.is_empty
    assert found.others == ()


def test_what_a_row_gains_is_counted_for_that_row():
    """An added value stands at its place in the new document, which is another than in the old one."""
    old = INVOICE.model_copy(update={"lines": (line("1", "Coffee"), line("2", "Tea"))})
    note = {"allowances_charges": (AllowanceCharge(amount="1.00", reason="Loyalty"),), "note": "Cold"}
    new = INVOICE.model_copy(update={"lines": (line("1", "Tea", **note), line("2", "Coffee"))})
    found = {row.new.item_name: (row.kind, len(row.differences)) for row in replace(old, new).rows}
    assert found == {"Tea": ("changed", 2), "Coffee": ("same", 0)}


def test_what_changes_beside_the_rows():
    new = INVOICE.model_copy(update={"due_date": date(2026, 6, 1)})
    found = replace(INVOICE, new)
    assert [(each.terms[0], each.left, each.right) for each in found.others] == [
        ("BT-9", date(2026, 5, 18), date(2026, 6, 1))
    ]
    assert replace(INVOICE, INVOICE).is_empty


def test_an_invoice_is_not_replaced_by_a_credit_note():
    with pytest.raises(NotAllowed, match="type 380 cannot be replaced by type 381"):
        replace(INVOICE, INVOICE.model_copy(update={"type_code": "381"}))


# ---------------------------------------------------------------------------------- due date

DUE = Invoice(
    issue_date=date(2026, 5, 4),
    due_date=date(2026, 5, 18),
    payment_terms="14 pv netto",
    payment_conditions=PaymentConditions(net_days=14),
    payment_instructions=(
        PaymentInstructions(means_code="58", due_date=date(2026, 5, 18)),
        PaymentInstructions(means_code="58", due_date=date(2026, 5, 11)),
    ),
)


def test_later_due_date_moves_what_goes_with_it():
    later = extend(DUE, days=16)
    assert (later.due_date, later.payment_conditions.net_days, later.payment_terms) == (date(2026, 6, 3), 30, None)
    assert [way.due_date for way in later.payment_instructions] == [date(2026, 6, 3), date(2026, 5, 11)]
    assert extend(DUE, date=date(2026, 6, 3)) == later
    assert extend(DUE, days=16, payment_terms="30 pv netto").payment_terms == "30 pv netto"


TERMS = [
    ("14 pv netto, viivästyskorko 8 %", None),
    ("Due 18.5.2026", None),
    ("Interest on late payment 14 %", "Interest on late payment 14 %"),
    ("As agreed in contract 2014-77", "As agreed in contract 2014-77"),
    (None, None),
]


@pytest.mark.parametrize(("terms", "left"), TERMS)
def test_terms_that_name_the_old_day_go(terms, left):
    assert extend(DUE.model_copy(update={"payment_terms": terms}), days=7).payment_terms == left


@pytest.mark.parametrize(
    "how", [{"days": 0}, {"days": -3}, {"days": 10**7}, {"date": date(2026, 5, 18)}, {}, {"days": 1, "date": date.max}]
)
def test_due_date_moves_forward_only(how):
    with pytest.raises(UsageError) as caught:
        extend(DUE, **how)
    assert caught.value.fix


def test_without_due_date_nothing_is_moved():
    with pytest.raises(UsageError, match="no due date"):
        extend(Invoice(), days=7)


# ---------------------------------------------------------------------------------- interest


def owing(amount="1000.00", due=date(2026, 6, 1), country="FI", currency="EUR", business=True, **fields):
    numbers = {"vat_identifier": "FI91001171"} if business else {}
    return Invoice(
        invoice_number="1001",
        issue_date=date(2026, 5, 4),
        currency=currency,
        due_date=due,
        seller=party("Esimerkki Oy", country, vat_identifier="FI91001147"),
        buyer=party("Malli Oy", country, **numbers),
        totals=DocumentTotals(amount_due=amount),
        lines=(Line(net_amount=amount, vat_category="S", vat_rate="25.5"),),
        **fields,
    )


CASES = [
    # case, invoice, paid on, options, days, amount; recomputed by hand: principal × rate × days / 365
    ("thirty_days", owing(), date(2026, 7, 1), {"rate": Decimal("10.5")}, 30, "8.63"),
    ("one_day", owing(), date(2026, 6, 2), {"rate": Decimal("10.5")}, 1, "0.29"),
    ("half_a_cent_up", owing("365.00"), date(2026, 6, 2), {"rate": Decimal("0.5")}, 1, "0.01"),
    ("a_whole_year", owing(due=date(2025, 6, 1)), date(2026, 6, 1), {"rate": Decimal(10)}, 365, "100.00"),
    ("leap_day", owing(due=date(2024, 1, 31)), date(2024, 3, 1), {"rate": Decimal(10)}, 30, "8.22"),
    (
        "actual_actual",
        owing(due=date(2024, 12, 1)),
        date(2025, 1, 30),
        {"rate": Decimal(10), "day_count": "actual/actual"},
        60,
        "16.42",  # 30 / 366 + 30 / 365
    ),
    ("banker", owing(), date(2026, 7, 1), {"rate": Decimal("10.5"), "day_count": "actual/360"}, 30, "8.75"),
    ("part_of_it", owing(), date(2026, 7, 1), {"rate": Decimal("10.5"), "principal": Decimal(500)}, 30, "4.32"),
    ("charged_before", owing(), date(2026, 7, 1), {"rate": Decimal("10.5"), "since": date(2026, 6, 21)}, 10, "2.88"),
    ("law_fi", owing(due=date(2026, 3, 1)), date(2026, 3, 31), {}, 30, "8.63"),  # 2.5 + 8
    ("law_fi_consumer", owing(due=date(2026, 3, 1), business=False), date(2026, 3, 31), {}, 30, "7.81"),  # 2.5 + 7
    ("law_fi_told", owing(due=date(2026, 3, 1), business=False), date(2026, 3, 31), {"consumer": False}, 30, "8.63"),
    ("law_se", owing(due=date(2026, 3, 1), country="SE", currency="SEK"), date(2026, 3, 31), {}, 30, "8.22"),  # 2 + 8
    ("reference_rate", owing(), date(2026, 7, 1), {"reference_rate": Decimal(3)}, 30, "9.04"),  # 3 + 8
    (
        "as_agreed",
        owing(payment_conditions=PaymentConditions(late_payment_interest_rate="16")),
        date(2026, 7, 1),
        {},
        30,
        "13.15",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("invoice", "paid_on", "options", "days", "amount"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_interest(invoice, paid_on, options, days, amount):
    found = interest(invoice, paid_on, **options)
    assert (found.days, str(found.amount)) == (days, amount)
    assert sum(period.amount for period in found.periods) == found.amount
    assert found.formula().startswith(str(found.principal))


def test_each_half_year_has_its_rate():
    """Finland: 3.5 % until June 2025, 2.5 % from July on; equal neighbours are one period."""
    found = interest(owing(due=date(2025, 5, 31)), date(2026, 2, 10))
    assert [(p.first, p.last, p.days, str(p.rate), str(p.amount)) for p in found.periods] == [
        (date(2025, 6, 1), date(2025, 6, 30), 30, "11.5", "9.45"),
        (date(2025, 7, 1), date(2025, 12, 31), 184, "10.5", "52.94"),  # 52.93, and the cent that rounding the sum gives
        (date(2026, 1, 1), date(2026, 2, 10), 41, "10.5", "11.79"),
    ]
    assert str(found.amount) == "74.18"
    assert found.formula() == (
        "1000.00 × 11.5 % × 30 / 365 + 1000.00 × 10.5 % × 184 / 365 + 1000.00 × 10.5 % × 41 / 365 = 74.18 EUR"
    )
    assert found.periods[0].origin == "law of FI: reference rate 3.5 % (2025-01-01) and 8 points"


def test_rate_beyond_the_table_says_so():
    found = interest(owing(due=date(2026, 8, 1)), date(2026, 8, 31))
    assert "the last one known" in found.periods[0].origin
    merged = interest(owing(due=date(2027, 2, 1)), date(2027, 8, 31))
    assert len(merged.periods) == 1


def test_reference_rate_of_the_context_goes_before_the_table():
    context = Context.model_validate({"rules": {"settings": {"reference_rates": {"FI": "3"}}}})
    late = interest(owing(due=date(2026, 8, 1)), date(2026, 8, 31), context=context)
    assert [(str(period.rate), period.origin) for period in late.periods] == [
        ("11", "law of FI: reference rate 3 % (as asked for) and 8 points")
    ]
    swedish = owing(due=date(2026, 3, 1), country="SE", currency="SEK")
    assert str(interest(swedish, date(2026, 3, 31), context=context).periods[0].rate) == "10.0"
    broken = Context.model_validate({"rules": {"settings": {"reference_rates": {"FI": "3,0"}}}})
    with pytest.raises(ContextError, match="reference rate of FI is '3,0'"):
        interest(owing(), date(2026, 7, 1), context=broken)


def test_interest_until_the_end_of_the_calendar():
    found = interest(owing("1.00"), date.max, rate=Decimal(1))
    assert (found.days, str(found.amount)) == ((date.max - date(2026, 6, 1)).days, "79.79")


REFUSED = [
    ("in_time", owing(), date(2026, 6, 1), {}, "paid on 2026-06-01"),
    ("no_due_date", owing(due=None), date(2026, 7, 1), {}, "no due date"),
    ("nothing_owed", owing("0.00"), date(2026, 7, 1), {}, "interest on 0.00"),
    ("no_law", owing(country="NO"), date(2026, 7, 1), {}, "no legal rate of interest is known for NO"),
    ("no_country", owing().model_copy(update={"seller": None}), date(2026, 7, 1), {}, "a seller without country"),
    ("float", owing(), date(2026, 7, 1), {"rate": 10.5}, "rate is 10.5, no exact number"),
    ("negative", owing(), date(2026, 7, 1), {"rate": Decimal(-1)}, "a rate of -1 % is none"),
    ("day_count", owing(), date(2026, 7, 1), {"day_count": "30/360"}, "day_count is '30/360'"),
    ("charged", owing(), date(2026, 7, 1), {"since": date(2026, 7, 1)}, "interest runs after 2026-07-01"),
]


@pytest.mark.parametrize(
    ("invoice", "paid_on", "options", "why"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_interest_that_nobody_owes_is_refused(invoice, paid_on, options, why):
    with pytest.raises(UsageError) as caught:
        interest(invoice, paid_on, **options)
    assert why in caught.value.message
    assert caught.value.fix


def test_interest_on_an_invoice_without_number_names_none():
    invoice = owing().model_copy(update={"invoice_number": None})
    on = {"number": "5", "date": date(2026, 7, 2), "due_date": date(2026, 7, 16)}
    bill = interest_invoice(invoice, interest(invoice, date(2026, 7, 1), rate=Decimal(8)), **on)
    assert bill.preceding_invoices == ()
    assert bill.lines[0].item_description.startswith("1000.00 ")


def test_invoice_of_interest_is_outside_vat_and_passes_the_official_rules():
    base = INVOICE.model_copy(update={"totals": DocumentTotals(amount_due="1000.00")})
    addressed = {"electronic_address": "003791001147", "electronic_address_scheme": "0216"}
    base = base.model_copy(
        update={
            "seller": base.seller.model_copy(update=addressed),
            "buyer": base.buyer.model_copy(update=addressed | {"vat_identifier": "FI91001171"}),
        }
    )
    charged = interest(base, date(2026, 8, 1), consumer=False)
    on = {"date": date(2026, 8, 3), "due_date": date(2026, 8, 17)}
    made = interest_invoice(base, charged, number="1100", item_identifier="KORKO", **on)
    assert {each.seller_item_identifier for each in made.lines} == {"KORKO"}
    assert (made.type_code, made.invoice_number, made.preceding_invoices[0].number) == ("380", "1100", "1001")
    assert {each.vat_category for each in made.lines} == {"O"}
    assert (made.seller.vat_identifier, made.buyer.vat_identifier) == (None, None)
    assert made.buyer.legal_registration_identifier == "9100117-1"
    assert made.totals.amount_due == charged.amount == sum(each.net_amount for each in made.lines)
    assert made.notes[0].text == charged.formula()
    assert [way.remittance_information for way in made.payment_instructions] == [None]
    report = einvoice.validate(made, profile="peppol-bis-3", layers=["schematron", "business"])
    assert [finding.code for finding in report.findings if finding.severity == "error"] == []
