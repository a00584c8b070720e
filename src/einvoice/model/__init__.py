"""The canonical invoice: frozen, typed, without wire names.

Map of the room
---------------
``invoice.py``   the classes; `Invoice` is the root
``terms.py``     the register: every business term (BT), group (BG) and extension (EX), with its
                 name, cardinality, type and the place in the model; data that a test compares
                 with the classes
``number.py``    exact decimals, and no floats
``records.py``   the classes once more, plain and unchecked, for who only judges an invoice; made by ``build.py``

What is an EN 16931 term, what an extension, what stays with a format
---------------------------------------------------------------------
*EN term (BT, BG)*: whatever EN 16931-1 names, under the name of the standard.
*Extension (EX-…)*: a fact of the invoice that at least two of the four formats know and EN does not
(cash discount, price with VAT, delivery terms, text rows between lines …).  Named by a word, never by a
number of our own.
*Internal*: what the seller's own systems need and no other company may see (private comment, purchase
price, commission, postings, dimensions).  It lives under `Invoice.internal` and `Line.internal`, and a
format that leaves the company declares these terms absent.
*Native*: processing instructions of one system only (print channel, keys of its database).  They travel
in the `native` dictionaries, key ``<format>:<name>``, so that a document goes round in its own format;
other formats name them as losses.

The sign convention
-------------------
A credit note (type 381, 396, 81, 83, 532) is a **positive** document: the type carries the direction, as in
UBL and EN 16931.  An invoice may be negative and stays an invoice.  A format with another convention
(Netvisor and Finvoice write credit notes negative) flips at its own border, in both directions, with
`einvoice.calc.flip`.

Amounts
-------
Every amount, price, quantity, percentage and rate is a `Decimal`, with the digits that the source wrote
(``25.50`` stays ``25.50``).  Amounts are in `Invoice.currency` unless the field says otherwise.  Rates are
per cent as written: 25.5, never 0.255.  ``None`` means "not stated", never zero.  Stated totals are carried as
stated; `einvoice.calc` checks them and derives what is not stated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from einvoice.model.invoice import (
        Accrual,
        Address,
        AllowanceCharge,
        CashDiscount,
        Classification,
        Contact,
        CreditTransfer,
        CustomTag,
        Delivery,
        Dimension,
        DirectDebit,
        DocumentTotals,
        Identifier,
        Internal,
        Invoice,
        ItemAttribute,
        Line,
        LineInternal,
        Model,
        Note,
        Party,
        PaymentCard,
        PaymentConditions,
        PaymentInstructions,
        Period,
        PostingLine,
        PrecedingInvoice,
        ProductIdentifier,
        SupportingDocument,
        VatBreakdown,
    )

CREDIT_NOTE_TYPES = frozenset({"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"})
"""Codes of UNTDID 1001 (BT-3) that make a document a credit note, as EN 16931 has them; BIS Billing takes five."""

__all__ = [
    "CREDIT_NOTE_TYPES",
    "Accrual",
    "Address",
    "AllowanceCharge",
    "CashDiscount",
    "Classification",
    "Contact",
    "CreditTransfer",
    "CustomTag",
    "Delivery",
    "Dimension",
    "DirectDebit",
    "DocumentTotals",
    "Identifier",
    "Internal",
    "Invoice",
    "ItemAttribute",
    "Line",
    "LineInternal",
    "Model",
    "Note",
    "Party",
    "PaymentCard",
    "PaymentConditions",
    "PaymentInstructions",
    "Period",
    "PostingLine",
    "PrecedingInvoice",
    "ProductIdentifier",
    "SupportingDocument",
    "VatBreakdown",
]


def __getattr__(name: str) -> Any:
    """Return a class of the invoice; pydantic is loaded with the first, so that the register of terms needs none."""
    if name in __all__:
        from einvoice.model import invoice

        globals()[name] = found = getattr(invoice, name)
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
