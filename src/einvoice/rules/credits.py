"""EI-CREDIT-REFERENCE, -SELF, -DATE: what a credit note says of the invoice that it credits.

Whether it fits that invoice is said by `original.py`, when the invoice is at hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from einvoice.findings import Finding
from einvoice.rules.facts import Facts
from einvoice.rules.kit import Rule, is_blank

REFERENCE = Rule(
    code="EI-CREDIT-REFERENCE",
    severity="warning",
    terms=("BG-3", "BT-25"),
    title="A credit note names the invoice that it credits.",
    fix="State the number of the credited invoice (BT-25), and its date (BT-26).",
    source="Council Directive 2006/112/EC, article 219; Finnish VAT Act (AVL) section 209 e; Swedish VAT Act "
    "(2023:200), chapter 17, section 22",
)


@REFERENCE.by_facts
def check_reference(facts: Facts) -> Iterator[Finding]:
    """A document counts as an invoice only if it refers to what it changes, and the receiver has to find that.

    A credit of a period (a bonus for the year) may name the period instead; there it is information.  A negative
    invoice is a credit as well.

    Valid: credit note with BT-25 1001.  Invalid: credit note without; with an invoicing period only (information).
    """
    invoice = facts.invoice
    if any(not is_blank(preceding.number) for preceding in invoice.preceding_invoices):
        return
    if not invoice.is_credit_note and (facts.total is None or facts.total[1] >= 0):
        return
    period = invoice.period
    of_period = period is not None and (period.start_date is not None or period.end_date is not None)
    what = f"credit note (type {invoice.type_code})" if invoice.is_credit_note else "negative invoice"
    yield REFERENCE.finding(
        f"the {what} names no invoice that it credits (BT-25)" + (", only a period (BG-14)" if of_period else ""),
        path="preceding_invoices",
        severity="info" if of_period or not invoice.is_credit_note else None,
    )


SELF = Rule(
    code="EI-CREDIT-SELF",
    severity="warning",
    terms=("BT-25", "BT-1"),
    title="No document is its own preceding invoice.",
    fix="State the number of the credited invoice (BT-25), not that of this document.",
    source="EN 16931-1:2017+A1:2019, BG-3",
)


@SELF.by_facts
def check_self(facts: Facts) -> Iterator[Finding]:
    """The receiver looks for the invoice that is credited and finds the credit note.

    Valid: credit note 1002 of invoice 1001.  Invalid: credit note 1002 of invoice 1002.
    """
    number = facts.invoice.invoice_number
    for index, preceding in enumerate(facts.invoice.preceding_invoices):
        if number and preceding.number and preceding.number.strip() == number.strip():
            yield SELF.finding(
                f"the preceding invoice (BT-25) has the number {number}, which is that of the document itself (BT-1)",
                path=f"preceding_invoices[{index}].number",
                value=preceding.number,
            )


DATE = Rule(
    code="EI-CREDIT-DATE",
    severity="warning",
    terms=("BT-26", "BT-2"),
    title="A preceding invoice is not younger than the document.",
    fix="Correct the date of the preceding invoice (BT-26) or the issue date (BT-2).",
    source="EN 16931-1:2017+A1:2019, BG-3",
)


@DATE.by_facts
def check_date(facts: Facts) -> Iterator[Finding]:
    """VAT rates of a credit note are looked up by that date, and a date to come finds the wrong ones.

    Valid: BT-26 2026-05-04, issued 2026-05-20.  Invalid: BT-26 2026-05-20, issued 2026-05-04.
    """
    issued = facts.invoice.issue_date
    for index, preceding in enumerate(facts.invoice.preceding_invoices):
        if issued is not None and preceding.issue_date is not None and preceding.issue_date > issued:
            yield DATE.finding(
                f"the preceding invoice is of {preceding.issue_date} (BT-26), after the issue date {issued} (BT-2)",
                path=f"preceding_invoices[{index}].issue_date",
                value=preceding.issue_date,
            )
