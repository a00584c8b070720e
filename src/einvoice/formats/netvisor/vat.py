"""Netvisor VAT codes and EN 16931 categories, both ways.

Reading: the code says the category, for KOMY together with the rate.  Which of the codes are a matter of judgement is
marked in `codelists`; the context overrides them (``[vat]``).  Writing: category, rate and the countries of the parties
decide; the code that a Netvisor source stated is taken again as long as it still means the same.

Source: Netvisor sales invoice API, VAT codes; vendor support article on VAT; the matrix in `codelists`.
"""

from __future__ import annotations

from decimal import Decimal

from einvoice import codelists
from einvoice.context import Context
from einvoice.model import Invoice, Line

ZERO_RATED = frozenset({"Z", "E", "AE", "K", "G", "O"})

EXEMPT = frozenset({"E", "AE", "K", "G", "O"})
"""Categories whose breakdown states a reason for the exemption (BT-120, BT-121)."""


def category_of(code: str | None, rate: Decimal | None, context: Context, alone: bool) -> str | None:
    """Return the category of a sales line; None for a purchase code.

    *alone* says that every line of the invoice has this code: category O may stand beside no other, so NONE among
    other codes is E.
    """
    if code is None:
        return "S" if rate else "Z"
    entry = codelists.netvisor_vat_code(code)
    decision = context.vat.get(entry.code if entry is not None else code)
    category: str | None = decision.category if decision is not None else None
    if category in ZERO_RATED and entry is not None and entry.category is not None and rate != 0:
        category = None  # what a taxable sale means at 0 % says nothing about one that bears VAT
    if category is None:
        if entry is None or entry.side == "purchase":
            return None
        category = entry.category if rate else entry.category_at_zero
        if category is None:
            category = entry.category_at_zero or entry.category
    if category == "O" and not alone:
        return "E"
    return category


def reason_of(code: str | None, category: str, clause: str | None, context: Context) -> tuple[str | None, str | None]:
    """Return exemption reason text (BT-120) and code (BT-121) for lines of *code* in *category*.

    The tax handling clause of the document wins, then the context on the code, then the context on the category, then
    the default of the code, then that of the category.  What the context decides for another category than the one
    that the line ended in does not count.
    """
    if category not in EXEMPT:
        return None, None
    text, vatex = clause, None
    for decision in (context.vat.get(code or ""), context.vat.get(category)):
        if decision is not None and decision.category in (None, category):
            text = text or decision.reason
            vatex = vatex or decision.code
    entry = codelists.netvisor_vat_code(code) if code else None
    default = codelists.vat_category(category)
    if entry is not None and entry.category_at_zero == category:
        text = text or entry.exemption_text()
        vatex = vatex or entry.vatex
    if default is not None:
        text = text or default.exemption_text()
        vatex = vatex or default.vatex
    return text, vatex


def code_for(line: Line, invoice: Invoice, context: Context) -> str | None:
    """Return the Netvisor code to write for *line*; None when the import list has none for its category."""
    category = line.vat_category
    stated = line.native.get("netvisor:vat_code")
    if stated is not None and category_of(stated, line.vat_rate, context, alone=category == "O") == category:
        entry = codelists.netvisor_vat_code(stated)
        return entry.code if entry is not None else None
    if category in ("S", "Z"):
        return "KOMY"
    if category == "K":
        return "EUMY"
    if category == "G":
        return "EUUM"
    if category == "E":
        return "MUUL"
    if category == "O":
        return "NONE"
    if category == "AE":
        country = invoice.buyer.address.country_code if invoice.buyer and invoice.buyer.address else None
        return "RAMY" if country in (None, "FI") else "EUPM312"
    return None
