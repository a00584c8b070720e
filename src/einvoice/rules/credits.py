"""EI-CREDIT-…: what a credit note says of the invoice that it credits, and whether it fits that invoice.

The former any credit note is asked; the latter only when the invoice is at hand.  ``original.py`` compares the two, and
is loaded then.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from einvoice.findings import Finding
from einvoice.rules.facts import Facts
from einvoice.rules.kit import Rule, declare, is_blank

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


# ---------------------------------------------------------------------------------- against the original

_LAW: Final = "Council Directive 2006/112/EC, articles 90 and 219"

TYPE = Rule(
    code="EI-CREDIT-TYPE",
    severity="error",
    terms=("BT-3", "BT-112"),
    title="What is compared with an original credits it.",
    why="A second invoice in place of a credit note doubles the debt.",
    fix="Send a credit note (381) with positive amounts.",
    example="Valid: invoice 1001 of 125.50, credit note of 125.50. Invalid: invoice of 125.50 as the credit of 1001.",
    source=_LAW,
)

NUMBER = Rule(
    code="EI-CREDIT-NUMBER",
    severity="error",
    terms=("BT-25", "BT-1"),
    title="The credit note names the original by its number.",
    fix="State the number of the original as preceding invoice (BT-25).",
    why="The receiver takes the credit off the invoice that it names, or holds it back when there is no such invoice.",
    example="Valid: BT-25 1001, original 1001. Invalid: BT-25 1002, original 1001; no BT-25 (warning).",
    source=_LAW,
)

ORIGINAL_DATE = Rule(
    code="EI-CREDIT-ORIGINAL-DATE",
    severity="warning",
    terms=("BT-26", "BT-2"),
    title="The credit note dates the original as it is dated, and is not older than it.",
    why="The VAT rates of a credit note are those of the date of the original.",
    fix="Correct the date of the preceding invoice (BT-26), or the issue date (BT-2).",
    example="Valid: BT-26 2026-05-04, original of 2026-05-04. Invalid: BT-26 2026-05-05, original of 2026-05-04.",
    source=_LAW,
)

CURRENCY = Rule(
    code="EI-CREDIT-CURRENCY",
    severity="error",
    terms=("BT-5",),
    title="A credit note is in the currency of the original.",
    why="What is asked for in one currency is not settled by a credit in another; amounts are not compared then.",
    fix="Credit in the currency of the original.",
    example="Valid: both EUR. Invalid: original SEK, credit note EUR.",
    source=_LAW,
)

SELLER = Rule(
    code="EI-CREDIT-SELLER",
    severity="error",
    terms=("BG-4", "BT-27", "BT-30", "BT-31"),
    title="A credit note comes from the seller of the original.",
    why="Only who owed the VAT of the invoice may take it back.",
    fix="Correct the seller, or compare with the right original.",
    example="Valid: FI91001147 on both. Invalid: original of FI91001147, credit note of FI91001171.",
    source=_LAW,
)

BUYER = Rule(
    code="EI-CREDIT-BUYER",
    severity="error",
    terms=("BG-7", "BT-44", "BT-47", "BT-48"),
    title="A credit note goes to the buyer of the original.",
    why="Another buyer has nothing to take the credit off.",
    fix="Correct the buyer, or compare with the right original.",
    example="Valid: 9100117-1 on both. Invalid: original to 9100117-1, credit note to 9100123-4; other names only "
    "(warning).",
    source=_LAW,
)

TOTAL = Rule(
    code="EI-CREDIT-TOTAL",
    severity="error",
    terms=("BT-112",),
    title="What is credited is no more than the original.",
    why="The seller gives back money that it never asked for, and the buyer corrects more VAT than it deducted.",
    fix="Correct the amounts of the credit note; what goes beyond the original needs an invoice of its own.",
    example="Valid: original 125.50, credit notes of 100.00 and 25.50. Invalid: original 125.50, credit note 130.00.",
    source=_LAW,
)

VAT = Rule(
    code="EI-CREDIT-VAT",
    severity="error",
    terms=("BT-116", "BT-117", "BT-118", "BT-119"),
    title="What is credited of each VAT category and rate is no more than the original has of it.",
    why="A credit keeps the VAT rate of the original supply; at another rate the VAT is corrected wrongly even where "
    "the total fits.",
    fix="Credit each amount with the VAT category and rate that the original charged it with.",
    example="Valid: original 100.00 at 25.5 %, credit 60.00 at 25.5 %. Invalid: original at 24 %, credit at 25.5 %.",
    source=_LAW,
)

LINE = Rule(
    code="EI-CREDIT-LINE",
    severity="error",
    terms=("BT-131", "BT-129"),
    title="What is credited of a row is no more than the original has of it.",
    why="More was taken back than was sold, though the totals may hide it.",
    fix="Correct quantity or amount of the row.",
    example="Valid: original 10 pieces for 100.00, credit 4 for 40.00. Invalid: credit 12 pieces for 120.00; 12 pieces "
    "for 12.00 (warning).",
    source=_LAW,
)

PRICE = Rule(
    code="EI-CREDIT-PRICE",
    severity="warning",
    terms=("BT-146", "BT-131"),
    title="A row is credited at the price of the original, or a lower one.",
    why="Fewer pieces at a higher price give the same amount and leave stock and statistics wrong.",
    fix="Credit the price that was charged.",
    example="Valid: original 10 at 10.00, credit 5 at 10.00; 10 at 2.00. Invalid: credit 5 at 20.00.",
    source=_LAW,
)

UNKNOWN = Rule(
    code="EI-CREDIT-LINE-UNKNOWN",
    severity="warning",
    terms=("BT-131", "BT-153", "BT-155"),
    title="A credit note has the rows of the original.",
    why="What was not invoiced cannot be credited; a reduction in words may be right and is left to a person.",
    fix="Name the item as the original does (BT-155, BT-153), or compare with the right original.",
    example="Valid: original Chair, credit Chair. Invalid: original Chair, credit Table.",
    source=_LAW,
)

OF_TWO: Final = (TYPE, NUMBER, ORIGINAL_DATE, CURRENCY, SELLER, BUYER, TOTAL, VAT, LINE, PRICE, UNKNOWN)
"""The rules over a credit note and its original: `original.Originals` judges by them, `run` does not."""

declare(*OF_TWO)
