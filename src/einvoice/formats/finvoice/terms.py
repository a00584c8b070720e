"""Codes of Finvoice and what they mean: document types, VAT codes, defaults that the writer states.

Source: Finvoice implementation guidelines 3.0 and 2.01, data list of 1.11.2019; UNTDID 1001.  The UN codes of INV03,
INV04, INV05, INV08 and INV09 are a judgement: none of them has one of its own in EN 16931.
"""

from __future__ import annotations

import re
from typing import Final

from einvoice import codelists

TYPES: Final = {
    "INV01": "380",
    "INV02": "381",
    "INV06": "325",
    "INV07": "389",
    "REC02": "381",
    "RES02": "381",
}
"""Finvoice code → UNTDID 1001, for the types that are no plain invoice (380)."""

OTHER_MESSAGES: Final = {
    "REQ": "a request for quotation",
    "QUO": "a quotation",
    "ORD": "an order",
    "ORC": "an order confirmation",
    "DEV": "a delivery note",
    "INF": "an information message",
    "PRI": "a price list",
    "DEN": "a delivery error notification",
}
"""Families of types that are no invoices."""

SINCE_3_0: Final = ("SDD", "REC", "RES")
"""Families of types that the schema of 2.01 does not know."""

CREDIT: Final = frozenset({"INV02", "REC02", "RES02"})
"""Types whose total is negative by definition."""

SELF_BILLED: Final = frozenset({"389", "261"})
"""UN codes of documents that the buyer makes out and sends."""

TEXTS: Final = {"INV01": "LASKU", "INV02": "HYVITYSLASKU", "INV06": "PROFORMALASKU", "INV07": "ITSELASKUTUS"}
"""The text (InvoiceTypeText) that is written; the element is mandatory, and free."""

ORIGINAL: Final = "Original"
ORIGINS: Final = (ORIGINAL, "Copy", "Cancel")


_INVOICE = re.compile(r"(INV|TES|SEI|REC|RES|SDD)[0-9]{2}\Z")


def is_invoice(code: str) -> bool:
    """Say whether *code* has the form of a type of invoice."""
    return _INVOICE.match(code) is not None


def un_code(code: str) -> str:
    """Return the UNTDID 1001 code (BT-3) that a Finvoice type stands for when the document states none."""
    return TYPES.get(code, "380")


def type_of(un: str | None) -> str:
    """Return the Finvoice type to write for a UNTDID 1001 code."""
    if un is not None and codelists.is_credit_note(un):
        return "INV02"
    return {"389": "INV07", "325": "INV06"}.get(un or "", "INV01")


def fits(code: str, un: str | None) -> bool:
    """Say whether the Finvoice type *code* may stand beside the UN code *un*."""
    default = type_of(un)
    if not _INVOICE.match(code):
        return False
    if code == default:
        return True
    return (code in CREDIT) == (default in CREDIT) and code not in TYPES and default in ("INV01", "INV02")


MARGIN: Final = "AB"
BUYER_SIDE: Final = ("ZEG", "ZES")

CATEGORIES: Final = frozenset({"S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"})
"""Codes that EN 16931 knows too."""

ZERO_RATED: Final = frozenset({"Z", "E", "AE", "K", "G"})
"""Categories whose rate is 0 in EN 16931, and which Finvoice documents may leave without a rate."""

EXEMPT: Final = frozenset({"E", "AE", "K", "G", "O"})

FILLER: Final = "--"
"""Written where the schema demands two characters of an address that has none, and read as absent."""
