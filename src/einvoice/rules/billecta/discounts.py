"""EI-BILLECTA-DISCOUNT-…: which discount of a row applies, and whether it can be meant."""

from __future__ import annotations

from collections.abc import Iterator

from einvoice.findings import Finding
from einvoice.rules.billecta.document import HUNDRED, Document, Row, plain
from einvoice.rules.billecta.kit import SCHEMA, TAKEN, Rule, checks

RANGE = Rule(
    "EI-BILLECTA-DISCOUNT-RANGE",
    "error",
    ("BT-138",),
    "DiscountPercentage is from 0 to 100.",
    "More than 100 per cent turns the row into a debt of the seller; a negative percentage is a surcharge, which an "
    "e-invoice cannot show as a discount.",
    "Correct the percentage; write a surcharge as a row of its own.",
    "Valid: 5 for five per cent. Invalid: 500; -5 (warning).",
    SCHEMA,
)
FRACTION = Rule(
    "EI-BILLECTA-DISCOUNT-FRACTION",
    "warning",
    ("BT-138",),
    "DiscountPercentage is in per cent, not a fraction.",
    "0.05 takes a twentieth of one per cent off the row, where the twentieth part was meant.",
    "Write 5 for five per cent.",
    "Valid: 5; 0.5 for half a per cent is valid as well and still told. Invalid: 0.05.",
    TAKEN,
)
TYPE = Rule(
    "EI-BILLECTA-DISCOUNT-TYPE",
    "error",
    ("BT-136", "BT-138"),
    "DiscountType names the discount that the row states.",
    "One of the two applies, and DiscountType says which. When it names the absent one the buyer gets no discount.",
    "Set DiscountType to Percentage for DiscountPercentage, to Amount for DiscountAmount.",
    "Valid: Percentage with DiscountPercentage 5. Invalid: Amount with DiscountPercentage 5 and no DiscountAmount; no "
    "DiscountType with DiscountPercentage 5 (warning: its value 0 is Amount).",
    SCHEMA,
)
BOTH = Rule(
    "EI-BILLECTA-DISCOUNT-BOTH",
    "warning",
    ("BT-136", "BT-138"),
    "A row states one discount.",
    "Only one of percentage and amount applies; the other is dropped, and the row comes to more than was agreed upon.",
    "Put both into DiscountAmount, with DiscountType Amount.",
    "Valid: DiscountPercentage 5, DiscountAmount null. Invalid: DiscountPercentage 5 and DiscountAmount 10.00 SEK.",
    SCHEMA,
)
LARGER = Rule(
    "EI-BILLECTA-DISCOUNT-LARGER",
    "error",
    ("BT-131", "BT-136"),
    "A discount is not larger than its row, and has its sign.",
    "The row turns into a credit by more than it costs; mostly the amount is in the wrong unit. On a row of a credit "
    "invoice nobody documents which sign the discount has.",
    "Correct DiscountAmount: minor units, for the whole row and not for each unit.",
    "Valid: 10 x 950.00 with DiscountAmount 475.00. Invalid: 1 x 100.00 with 150.00; 1 x 100.00 with -10.00 (warning).",
    TAKEN,
)


@checks(RANGE, FRACTION, TYPE, BOTH, LARGER)
def check_discounts(doc: Document) -> Iterator[Finding]:
    """Yield findings on the discount of each row."""
    for row in doc.rows:
        if row.percentage or row.discount_amount:
            yield from _percentage(row)
            yield from _type(row, doc)
            yield from _amount(row, doc)


def _percentage(row: Row) -> Iterator[Finding]:
    percentage = row.percentage
    if not percentage:
        return
    at, value = f"{row.at}/DiscountPercentage", row.raw["DiscountPercentage"]
    if percentage > HUNDRED:
        yield RANGE.at(at, f"{row.name}: DiscountPercentage is {plain(percentage)}, expected 0 to 100", value)
    elif percentage < 0:
        message = f"{row.name}: DiscountPercentage is {plain(percentage)}, a surcharge; expected 0 to 100"
        yield RANGE.at(at, message, value, severity="warning")
    elif percentage < 1:
        message = f"{row.name}: DiscountPercentage is {plain(percentage)}, less than one per cent"
        fix = f"If {plain(percentage * 100)} per cent is meant, write {plain(percentage * 100)}."
        yield FRACTION.at(at, message, value, fix=fix)


def _type(row: Row, doc: Document) -> Iterator[Finding]:
    at, value = f"{row.at}/DiscountType", row.raw.get("DiscountType")
    stated = f"DiscountPercentage {plain(row.percentage)}"
    if row.discount_amount and row.percentage:
        message = f"{row.name} states {stated} and DiscountAmount {doc.money(row.discount_amount)}; one applies" + (
            f", by DiscountType the {row.discount_type}" if row.discount_type in ("Amount", "Percentage") else ""
        )
        yield BOTH.at(at, message, value)
    elif row.percentage and row.discount_type == "Amount":
        message = f"{row.name}: DiscountType is Amount and DiscountAmount is not stated, but {stated}"
        yield TYPE.at(at, message, value, fix="Write Percentage.")
    elif row.percentage and value is None:
        message = f"{row.name} states {stated} and no DiscountType; its value 0 is Amount"
        yield TYPE.at(at, message, severity="warning", fix="Write Percentage.")
    elif row.discount_amount and row.discount_type == "Percentage":
        message = (
            f"{row.name}: DiscountType is Percentage and DiscountPercentage is not stated, but DiscountAmount "
            f"{doc.money(row.discount_amount)}"
        )
        yield TYPE.at(at, message, value, fix="Write Amount.")


def _amount(row: Row, doc: Document) -> Iterator[Finding]:
    off, gross = row.discount_amount, row.gross
    if not off or not gross or row.discount_type == "Percentage":
        return
    at, value = f"{row.at}/DiscountAmount/Value", row.raw["DiscountAmount"]["Value"]
    if abs(off) > abs(gross):
        message = f"{row.name} comes to {doc.money(gross)} and DiscountAmount is {doc.money(off)}, which is more"
        yield LARGER.at(at, message, value)
    elif (off < 0) != (gross < 0):
        message = (
            f"{row.name} comes to {doc.money(gross)} and DiscountAmount is {doc.money(off)}: with opposite signs the "
            "discount may make the row larger"
        )
        fix = "Check what the service makes of it, or put the discount into the price."
        yield LARGER.at(at, message, value, severity="warning", fix=fix)
