"""Small rows and tables that the Finvoice tables share."""

from __future__ import annotations

from typing import Final

from einvoice.formats.finvoice import irregular
from einvoice.formats.finvoice.codecs import AMOUNT, DAY, PERCENTAGE
from einvoice.formats.mapping import Attr, Leaf, Pair, Table
from einvoice.formats.mapping.codecs import CODE, STRIPPED, AnyCodec
from einvoice.model.records import AllowanceCharge, VatBreakdown

CURRENCY: Final = (Attr("AmountCurrencyIdentifier", currency=True),)
FORMAT: Final = (Attr("Format", const="CCYYMMDD"),)


def text(term: str | None, field: str, wire: str, *attrs: Attr) -> Leaf:
    """Return the row of a text without the blanks around it."""
    return Leaf(term, field, wire, STRIPPED, attrs)


def day(term: str | None, field: str, wire: str) -> Leaf:
    """Return the row of a date."""
    return Leaf(term, field, wire, DAY, FORMAT)


def amount(term: str | None, field: str, wire: str, codec: AnyCodec = AMOUNT) -> Leaf:
    """Return the row of an amount in the currency of the invoice."""
    return Leaf(term, field, wire, codec, CURRENCY)


def kept(path: str, *attributes: str) -> Leaf:
    """Return the row of a text that stands in nearly every document and means something to Finvoice only.

    It is kept as everything without a row is, under the same key; a row of its own spares the document the slow way.
    """
    attrs = tuple(Attr(name, None, f"native.{path}/@{name}", STRIPPED) for name in attributes)
    return Leaf(None, f"native.{path}", path, STRIPPED, attrs)


def series(terms: tuple[str, ...], fields: tuple[str, ...], wire: str) -> Pair:
    """Return the pair of an element whose first, second, … occurrences are fields of their own."""
    read, write = irregular.series(fields, wire.rpartition("/")[2])
    return Pair(terms, fields, wire, read, write)


def joined(term: str, field: str, wire: str, length: int) -> Pair:
    """Return the pair of a text of several lines, each an element of at most *length* characters."""
    read, write = irregular.joined(field, wire.rpartition("/")[2], length)
    return Pair((term,), (field,), wire, read, write)


VAT = Table(
    "BG-23",
    VatBreakdown,
    (
        amount("BT-116", "taxable_amount", "VatBaseAmount"),
        Leaf("BT-119", "rate", "VatRatePercent", PERCENTAGE),
        Leaf("BT-118", "category", "VatCode", CODE),
        amount("BT-117", "tax_amount", "VatRateAmount"),
        joined("BT-120", "exemption_reason", "VatFreeText", 70),
        Leaf("BT-121", "exemption_reason_code", "VatExemptionReasonCode", CODE),
    ),
)


def allowance_charge(text_of_reason: str, document: bool) -> Table:
    """Return the table of a document allowance or of a charge of document or row."""
    rows = [
        Leaf(None, "reason", text_of_reason, STRIPPED),
        Leaf(None, "reason_code", "ReasonCode", CODE),
        Leaf(None, "percentage", "Percent", PERCENTAGE),
        amount(None, "amount", "Amount"),
        amount(None, "base_amount", "BaseAmount"),
    ]
    if document:
        rows += [
            Leaf(None, "vat_category", "VatCategoryCode", CODE),
            Leaf(None, "vat_rate", "VatRatePercent", PERCENTAGE),
        ]
    return Table("BG-20" if document else "BG-28", AllowanceCharge, tuple(rows), elsewhere=("is_charge",))


DISCOUNT = allowance_charge("FreeText", document=True)
CHARGE = allowance_charge("ReasonText", document=True)
ROW_CHARGE = allowance_charge("ReasonText", document=False)

ROW_DISCOUNT = Table(
    "BG-27",
    AllowanceCharge,
    (
        Leaf(None, "percentage", "RowDiscountPercent", PERCENTAGE),
        amount(None, "amount", "RowDiscountAmount"),
        amount(None, "base_amount", "RowDiscountBaseAmount"),
        Leaf(None, "reason_code", "RowDiscountTypeCode", CODE),
        Leaf(None, "reason", "RowDiscountTypeText", STRIPPED),
    ),
    elsewhere=("is_charge",),
)
"""A discount among several; one alone stands flat in the row, see `lines.py`."""
