"""Invoices and contexts from which routing decides."""

from typing import Any

from einvoice.context import Context
from einvoice.model import Address, Identifier, Invoice, Line, Party

SELLER = {
    "name": "Granviks Kontor AB",
    "business_id": "556047-3521",
    "vat_id": "SE556047352101",
    "country": "SE",
    "street": "Verkstadsgatan 5",
    "city": "Västerås",
    "postal_code": "722 11",
    "email": "faktura@granvik.example",
}


def context(card: dict[str, Any] | None = None, *, seller: dict[str, Any] | None = None, **sections: Any) -> Context:
    """Return a context with the customer 1001, whose card is *card*."""
    customers = [] if card is None else [{"code": "1001", **card}]
    return Context.parse({"seller": SELLER if seller is None else seller, "customers": customers, **sections})


def invoice(buyer: Party | None = None, **fields: Any) -> Invoice:
    """Return an invoice for customer 1001 that lacks nothing but what the context holds."""
    stated: dict[str, Any] = {
        "invoice_number": "2026-1001",
        "buyer_reference": "ZZ123",
        "buyer": buyer or Party(identifiers=(Identifier(value="1001"),)),
        "lines": (Line(vat_category="S"),),
    }
    return Invoice(**{**stated, **fields})


def codes(findings: Any) -> list[str]:
    """Return the codes of *findings*, in their order."""
    return [finding.code for finding in findings]


def party(country: str | None = None, **fields: Any) -> Party:
    """Return a buyer as a document states it."""
    return Party(address=None if country is None else Address(country_code=country), **fields)
