"""EI-DATE-…: days that can hardly be meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from einvoice.findings import Finding
from einvoice.rules.kit import Rule, line_name
from einvoice.rules.settings import current

if TYPE_CHECKING:
    from einvoice.model import Invoice, Period

PERIOD = Rule(
    code="EI-DATE-PERIOD",
    severity="error",
    terms=("BT-73", "BT-74", "BT-134", "BT-135"),
    title="A period does not end before it starts.",
    fix="Correct start or end in the source; they may have changed places.",
    source="EN 16931-1:2017+A1:2019, rules BR-29 and BR-30",
)

DUE = Rule(
    code="EI-DATE-DUE",
    severity="warning",
    terms=("BT-9", "BT-2"),
    title="Payment is not due before the invoice is issued.",
    fix="Correct the due date or the issue date; of what is paid already state the amount (BT-113).",
    source="Finvoice 3.0, FV-85; practice of payment systems",
)

LATER = Rule(
    code="EI-DATE-LATER",
    severity="warning",
    terms=("BT-72", "BT-73", "BT-134", "BT-7", "BT-2"),
    title="What is invoiced is delivered within a year and a month of the invoice.",
    fix="Look at the year of the date; a payment long in advance is invoiced as a prepayment (386).",
    source="Practice; Council Directive 2006/112/EC, articles 63 to 66 on the time of supply",
)

FUTURE = Rule(
    code="EI-DATE-FUTURE",
    severity="warning",
    terms=("BT-2",),
    title="The invoice is not issued far in the future.",
    fix="Look at the year of the issue date, and at the clock of the machine.",
    source="Practice of receivers, which refuse or park invoices that are not yet issued",
)

PAST = Rule(
    code="EI-DATE-PAST",
    severity="warning",
    terms=("BT-2",),
    title="The invoice is not issued in the distant past.",
    fix="Look at the year of the issue date.",
    source="Practice; the oldest format read here, Finvoice 1.0, is of 2002",
)

ADVANCE: Final = timedelta(days=396)
"""A year in advance is common (insurance, subscriptions), and a month for the invoice to go out before."""

FAR: Final = timedelta(days=365)
FIRST: Final = date(2000, 1, 1)
"""No invoice in a format read here is older; an earlier year is a slip of the keyboard."""


@PERIOD
def check_period(invoice: Invoice) -> Iterator[Finding]:
    """VAT and accruals follow from the period, and one that ends before it starts has no days.

    Valid: 2026-01-01 to 2026-01-31; one day.  Invalid: 2026-01-31 to 2026-01-01.
    """
    for period, path, name, term in _periods(invoice):
        start, end = period.start_date, period.end_date
        if start is not None and end is not None and end < start:
            yield PERIOD.finding(
                f"{name} ends on {end} ({term}), before it starts on {start}", path=f"{path}.end_date", value=end,
                terms=("BT-73", "BT-74") if term == "BT-74" else ("BT-134", "BT-135"),
            )  # fmt: skip


@DUE
def check_due(invoice: Invoice) -> Iterator[Finding]:
    """Systems that read it ask for interest from the first day, or refuse the due date.

    Credit notes are not due, and what has been paid in full may have been due before.

    Valid: issued 2026-05-04, due 2026-05-18 or on the same day.  Invalid: due 2026-04-18.
    """
    totals = invoice.totals
    paid = totals is not None and totals.amount_due is not None and totals.amount_due <= 0
    issued = invoice.issue_date
    if issued is None or invoice.is_credit_note or paid:
        return
    days = [(invoice.due_date, "due_date")]
    days += [
        (way.due_date, f"payment_instructions[{n}].due_date") for n, way in enumerate(invoice.payment_instructions)
    ]
    told = set()
    for day, path in days:
        if day is not None and day < issued and day not in told:
            told.add(day)
            yield DUE.finding(
                f"payment is due on {day} (BT-9), {_count(issued - day)} before the invoice is issued on {issued} "
                f"(BT-2)",
                path=path,
                value=day,
            )


@LATER
def check_later(invoice: Invoice) -> Iterator[Finding]:
    """A date that far ahead is nearly always a wrong year, and it decides on the VAT rate and the accrual.

    Delivery, tax point and the start of periods are compared with the issue date; 396 days after it pass.

    Valid: issued 2026-12-15, period of 2027.  Invalid: issued 2026-01-15, delivered 2062-01-10.
    """
    issued = invoice.issue_date
    if issued is None:
        return
    days: list[tuple[date | None, str, str, str]] = [
        (invoice.tax_point_date, "tax_point_date", "the tax point", "BT-7")
    ]
    if invoice.delivery is not None:
        days.append((invoice.delivery.actual_delivery_date, "delivery.actual_delivery_date", "the delivery", "BT-72"))
    for period, path, name, term in _periods(invoice):
        start = "BT-73" if term == "BT-74" else "BT-134"
        days.append((period.start_date, f"{path}.start_date", f"the start of {name}", start))
    for index, line in enumerate(invoice.lines):
        if line.delivery_date is not None and line.delivery_date - issued > ADVANCE:
            days.append(
                (
                    line.delivery_date,
                    f"lines[{index}].delivery_date",
                    f"the delivery of {line_name(line, index)}",
                    "BT-72",
                )
            )
    for day, path, name, term in days:
        if day is not None and day - issued > ADVANCE:
            yield LATER.finding(
                f"{name} is on {day} ({term}), {_count(day - issued)} after the invoice is issued on {issued} (BT-2)",
                path=path,
                value=day,
                terms=(term, "BT-2"),
            )


@FUTURE
def check_future(invoice: Invoice) -> Iterator[Finding]:
    """Receivers do not book what is not yet issued, and terms of payment count from a day that nobody meant.

    More than a year after the day of judgement is far; the day is that of the clock, or `today` of [rules.settings].

    Valid: 2026-12-01, judged on 2026-11-20.  Invalid: 2062-05-04.
    """
    issued, today = invoice.issue_date, current().day()
    if issued is not None and issued - today > FAR:
        yield FUTURE.finding(
            f"the invoice is issued on {issued} (BT-2), {_count(issued - today)} after today, {today}",
            path="issue_date",
            value=issued,
        )


@PAST
def check_past(invoice: Invoice) -> Iterator[Finding]:
    """Terms of payment, VAT rates and interest follow from the date, and a year like 0026 or 1926 was never meant.

    Valid: 2002-06-12.  Invalid: 1926-05-04.
    """
    issued = invoice.issue_date
    if issued is not None and issued < FIRST:
        yield PAST.finding(
            f"the invoice is issued on {issued} (BT-2), before there were electronic invoices",
            path="issue_date",
            value=issued,
        )


def _periods(invoice: Invoice) -> Iterator[tuple[Period, str, str, str]]:
    """Yield each period with its place, its name and the term of its end."""
    if invoice.period is not None:
        yield invoice.period, "period", "the invoicing period", "BT-74"
    for index, line in enumerate(invoice.lines):
        if line.period is not None:
            yield line.period, f"lines[{index}].period", f"the period of {line_name(line, index)}", "BT-135"


def _count(time: timedelta) -> str:
    return "1 day" if time.days == 1 else f"{time.days} days"
