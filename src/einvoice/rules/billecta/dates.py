"""EI-BILLECTA-DATE-…, -DUE-DATE, -PERIOD, -SEND-DATE: days that are none, and days in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from einvoice.findings import Finding
from einvoice.rules.billecta import days
from einvoice.rules.billecta.document import Document, Row, day, real_day
from einvoice.rules.billecta.kit import DOCUMENTED, SCHEMA, SEEN, TAKEN, Rule, checks

EMPTY = Rule(
    "EI-BILLECTA-DATE-EMPTY",
    "error",
    ("BT-2", "BT-9", "BT-72", "BT-134", "BT-135"),
    "No date of a request is 0001-01-01.",
    "It is what programs write for a date that was never set. The invoice becomes due two thousand years ago, and "
    "reminders follow at once.",
    "Write the day, or null where the member may be null.",
    "Valid: 2024-05-02. Invalid: InvoiceDate 0001-01-01T00:00:00; DeliveryDate 0001-01-01T00:00:00 (warning).",
    SEEN,
)
SHIFT = Rule(
    "EI-BILLECTA-DATE-SHIFT",
    "warning",
    ("BT-2", "BT-9", "BT-72", "BT-134", "BT-135"),
    "A date-time with an offset is on the day in Stockholm that is written.",
    "The service keeps Swedish time: midnight in UTC is still the day as written, an evening in UTC is the next day, "
    "and the invoice is dated or due one day off.",
    "Write the day alone, as 2024-05-01, or local midnight with its offset.",
    "Valid: 2024-05-01T00:00:00+02:00. Invalid: 2024-04-30T22:00:00Z, which is 2024-05-01 in Stockholm.",
    f"{SEEN}; {TAKEN}: which day counts",
)
DUE = Rule(
    "EI-BILLECTA-DUE-DATE",
    "warning",
    ("BT-2", "BT-9"),
    "DueDate is not before InvoiceDate.",
    "The invoice is overdue when it arrives: interest runs, and the reminder is on its way.",
    "Correct one of the dates; an invoice that was paid at once is due on its own day.",
    "Valid: InvoiceDate 2024-05-02, DueDate 2024-06-01. Invalid: DueDate 2024-05-01.",
    TAKEN,
)
PERIOD = Rule(
    "EI-BILLECTA-PERIOD",
    "error",
    ("BT-134", "BT-135"),
    "PeriodStart is not after PeriodEnd.",
    "The row cannot be accrued over a period that ends before it starts, and an e-invoice with it is refused (BR-30).",
    "Exchange the two days, or correct one of them.",
    "Valid: 2024-04-01 to 2024-04-30. Invalid: 2024-04-30 to 2024-04-01.",
    "EN 16931-1:2017, BR-30",
)
SEND = Rule(
    "EI-BILLECTA-SEND-DATE",
    "warning",
    ("BT-2", "BT-9"),
    "InvoiceSendDateOverride is from InvoiceDate to DueDate.",
    "An invoice sent before its own date confuses the buyer's bookkeeping; one sent after it is due cannot be paid in "
    "time.",
    "Correct the day, or leave it out: then the invoice goes out when it is attested.",
    "Valid: InvoiceDate 2024-05-02, send on 2024-05-03. Invalid: send on 2024-05-01; DueDate 2024-06-01, send on "
    "2024-06-10.",
    f"{DOCUMENTED}; {SCHEMA}",
)

_HEAD: Final = {
    # member: its term, and whether it cannot be null
    "InvoiceDate": ("BT-2", True),
    "DueDate": ("BT-9", True),
    "DeliveryDate": ("BT-72", False),
    "InvoiceSendDateOverride": (None, False),
}
_ROW: Final = {"PeriodStart": "BT-134", "PeriodEnd": "BT-135"}


@checks(EMPTY, SHIFT)
def check_days(doc: Document) -> Iterator[Finding]:
    """Yield findings on each date alone; the same fault of several rows once."""
    for member, (term, needed) in _HEAD.items():
        terms = () if term is None else (term,)
        yield from _alone(f"{doc.at}/{member}", member, doc.raw.get(member), terms, needed, doc)
    said: set[tuple[str, Any]] = set()
    for row in doc.rows:
        for member, term in _ROW.items():
            value = row.raw.get(member)
            if value is not None and (key := (member, str(value))) not in said:
                said.add(key)
                yield from _alone(f"{row.at}/{member}", f"{row.name}: {member}", value, (term,), False, doc)


def _alone(
    at: str, name: str, value: Any, terms: tuple[str, ...], needed: bool, doc: Document
) -> Iterator[Finding]:  # fmt: skip
    found = day(value)
    if found is None:
        return
    if found.written == days.NONE:
        if needed or not doc.answer:
            message = f"{name} is {value}, which stands for no date"
            yield EMPTY.at(at, message, value, severity=None if needed else "warning", terms=terms)
    elif found.written != found.stockholm:
        message = f"{name} is {value}, which is {found.stockholm} in Stockholm"
        fix = f"Write {found.stockholm} or {found.written}, whichever day is meant."
        yield SHIFT.at(at, message, value, terms=terms, fix=fix)


@checks(DUE, SEND)
def check_order(doc: Document) -> Iterator[Finding]:
    """Yield findings on days in the wrong order."""
    issued, due = real_day(doc.raw.get("InvoiceDate")), real_day(doc.raw.get("DueDate"))
    if issued is not None and due is not None and due < issued:
        message = f"DueDate is {due}, before InvoiceDate {issued}"
        yield DUE.at(f"{doc.at}/DueDate", message, doc.raw["DueDate"])
    sent = real_day(doc.raw.get("InvoiceSendDateOverride"))
    if sent is None:
        return
    at, value = f"{doc.at}/InvoiceSendDateOverride", doc.raw["InvoiceSendDateOverride"]
    if issued is not None and sent < issued:
        yield SEND.at(at, f"InvoiceSendDateOverride is {sent}, before InvoiceDate {issued}", value)
    elif due is not None and sent > due:
        yield SEND.at(at, f"InvoiceSendDateOverride is {sent}, after DueDate {due}", value)


@checks(PERIOD)
def check_periods(doc: Document) -> Iterator[Finding]:
    """Yield a finding for each row whose period ends before it starts."""
    for row in doc.rows:
        if (start := _period(row, "PeriodStart")) and (end := _period(row, "PeriodEnd")) and start > end:
            message = f"{row.name}: PeriodStart is {start}, after PeriodEnd {end}"
            yield PERIOD.at(f"{row.at}/PeriodStart", message, row.raw["PeriodStart"])


def _period(row: Row, member: str) -> Any:
    value = row.raw.get(member)
    return None if value is None else real_day(value)
