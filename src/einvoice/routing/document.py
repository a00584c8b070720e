"""What an invoice must hold before it can go: VAT numbers, an identifier, a reference, attachments that pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from einvoice import codelists
from einvoice.context import MARKING_TERMS, ContextParty, InexchangeSettings, marking_kind, toml_text
from einvoice.model import Invoice, Party
from einvoice.routing.notes import Notes, lines_for
from einvoice.routing.numbers import Numbers

NEEDS_BUYER: Final = {"K": ("BR-IC-02", False), "AE": ("BR-AE-02", True)}
"""VAT category → the rule, and whether the registration number of the buyer (BT-47) does as well as a VAT number."""

NEEDS_SELLER: Final = {
    # VAT category: the rule, whether a tax registration (BT-32) does as well
    "S": ("BR-S-02", True),
    "Z": ("BR-Z-02", True),
    "E": ("BR-E-02", True),
    "AE": ("BR-AE-02", True),
    "K": ("BR-IC-02", False),
    "G": ("BR-G-02", False),
}

MEGABYTE: Final = 1024 * 1024


def check_vat_numbers(invoice: Invoice, seller: Numbers, buyer: Numbers, notes: Notes) -> None:
    """Name the VAT numbers that the categories of the invoice need and nobody states."""
    one, other = invoice.seller or Party(), invoice.buyer or Party()
    agent = invoice.tax_representative is not None and invoice.tax_representative.vat_identifier
    for category in categories(invoice):
        if category in NEEDS_BUYER and not other.vat_identifier:
            rule, registration = NEEDS_BUYER[category]
            if not (registration and other.legal_registration_identifier):
                notes.find(
                    "E-ROUTE-107",
                    f"{buyer.who} has no VAT number, and VAT category {category} needs it ({rule})",
                    "buyer.vat_identifier",
                )
                notes.lack("buyer", "vat_id", "BT-48", "E-ROUTE-107", lines_for(buyer, vat_id="…"))
        if category in NEEDS_SELLER and not one.vat_identifier and not agent:
            rule, registration = NEEDS_SELLER[category]
            if not (registration and one.tax_registration_identifier):
                notes.find(
                    "E-ROUTE-108",
                    f"{seller.who} has no VAT number, and VAT category {category} needs it ({rule})",
                    "seller.vat_identifier",
                )
                notes.lack("seller", "vat_id", "BT-31", "E-ROUTE-108", lines_for(seller, vat_id="…"))


def categories(invoice: Invoice) -> list[str]:
    """Return the VAT categories of the invoice, in the order in which they turn up."""
    found = [line.vat_category for line in invoice.lines]
    found += [entry.vat_category for entry in invoice.allowances_charges]
    found += [entry.category for entry in invoice.vat_breakdown]
    return list(dict.fromkeys(category for category in found if category))


def check_seller(invoice: Invoice, seller: Numbers, notes: Notes) -> None:
    """Name a seller whom nothing identifies."""
    party = invoice.seller or Party()
    stated = any(i.value for i in party.identifiers) or party.legal_registration_identifier or party.vat_identifier
    if not stated:
        notes.find(
            "E-ROUTE-109",
            f"{seller.who} has neither an identifier (BT-29), a registration number (BT-30) nor a VAT number (BT-31)",
            "seller",
        )
        notes.lack("seller", "business_id", "BT-30", "E-ROUTE-109", lines_for(seller, business_id="…"))


def check_reference(invoice: Invoice, buyer: Numbers, settings: InexchangeSettings | None, notes: Notes) -> None:
    """Say where the marking of the customer went, and name an invoice with neither buyer reference nor order number."""
    card = buyer.card
    if card is not None and card.marking is not None:
        _explain_marking(invoice, card, settings, notes)
    if invoice.buyer_reference or invoice.purchase_order_reference or invoice.sales_order_reference:
        return
    contact = invoice.buyer.contact if invoice.buyer is not None else None
    orderer = contact.name if contact is not None else None
    fix = None
    if orderer:
        fix = f"if {orderer!r} placed the order, the name will do: marking = {toml_text(orderer)} on the card"
    notes.find(
        "E-ROUTE-120",
        f"{buyer.who}: the invoice has neither a buyer reference (BT-10) nor an order number (BT-13)",
        "buyer_reference",
        fix=fix,
    )
    notes.lack("document", "marking", "BT-10", "E-ROUTE-120", lines_for(buyer, marking=orderer or "…"))


def _explain_marking(invoice: Invoice, card: ContextParty, settings: InexchangeSettings | None, notes: Notes) -> None:
    kind = marking_kind(card, settings)
    term, field = MARKING_TERMS[kind]
    if card.marking_is is not None:
        why = f"the card says marking_is = {kind!r}"
    elif kind != "reference":
        why = "it has the form of one ([inexchange.markings])"
    else:
        why = "nothing says that it is anything else than a reference"
    stated = getattr(invoice, field)
    if stated == card.marking:
        notes.say("document", term, f"marking {card.marking!r} is {term}: {why}")
    else:
        notes.say("document", term, f"marking {card.marking!r} of the card is not used: the invoice states {stated!r}")


def check_attachments(invoice: Invoice, buyer: Numbers, settings: InexchangeSettings | None, notes: Notes) -> None:
    """Name the attachments that are refused on the way: by type, by name, or by size."""
    limits = settings or InexchangeSettings()
    attached = [(n, d) for n, d in enumerate(invoice.supporting_documents) if d.content_base64 is not None]
    if not attached:
        return
    if buyer.card is not None and buyer.card.send_attachments is False:
        notes.say(
            "document", "BG-24", f"{len(attached)} attachment(s) stay here: the card says send_attachments = false"
        )
        return
    allowed = codelists.codes("mime_types")
    total = 0
    for position, document in attached:
        size = _size(document.content_base64 or "")
        total += size
        name = document.filename or document.reference or str(position + 1)
        path = f"supporting_documents[{position}]"
        for fault in _faults(document.mime_code, document.filename, size, limits, allowed):
            notes.find("E-ROUTE-130", f"attachment {name!r}: {fault}", path)
    if total > limits.max_total_mb * MEGABYTE:
        notes.find(
            "E-ROUTE-130",
            f"the attachments have {_shown(total)} together, at most {limits.max_total_mb} MB are sent",
            "supporting_documents",
        )
    notes.say("document", "BG-24", f"{len(attached)} attachment(s), {_shown(total)}")


def _faults(
    mime: str | None, filename: str | None, size: int, limits: InexchangeSettings, allowed: frozenset[str]
) -> Iterator[str]:
    if not mime:
        yield "its type is not stated (BT-125-1)"
    elif mime not in allowed:
        yield f"type {mime!r} is not among {', '.join(sorted(allowed))}"
    if not filename:
        yield "it has no file name (BT-125-2)"
    if size > limits.max_file_mb * MEGABYTE:
        yield f"it has {_shown(size)}, at most {limits.max_file_mb} MB are sent"


def _size(content: str) -> int:
    """Return how many bytes Base64 stands for; breaks and padding do not count."""
    signs = sum(map(len, content.split()))
    return max(0, signs * 3 // 4 - content[-4:].count("="))


def _shown(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE / 10 else f"{size} bytes"
