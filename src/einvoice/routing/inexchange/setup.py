"""The set-up of SoftOne GO: what the card of a customer holds, where it goes, and what it lacks.

The handbook demands two things, organisation number and invoicing method; all else is optional.  InExchange itself
marks a customer red who lacks number, name or, for e-invoices to a department, the GLN.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from einvoice.context import ContextParty, InexchangeSettings


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the card: its name in SoftOne, our key, whether the handbook demands it, its place in BIS and API."""

    name: str
    key: str | None
    mandatory: bool
    bis: str | None
    api: str | None


FIELDS: Final = (
    Field("Kundnummer", "code", True, "BT-46 where there is no GLN", "RecipientInformation.RecipientNo; PartyId"),
    Field(
        "Organisationsnummer", "business_id", True, "BT-47; BT-49 where there is no GLN", "RecipientInformation.OrgNo"
    ),
    Field("Faktureringsmetod", "invoicing_method", True, None, "selects this channel"),
    Field("VAT-nummer", "vat_id", False, "BT-48", "RecipientInformation.VatNo"),
    Field("GLN-nummer, chosen as default", "gln", False, "BT-49 and BT-46, never BT-71", "RecipientInformation.GLN"),
    Field("Märkning", "marking", False, "BT-10, or what marking_is says", "in the document"),
    Field("Fakturareferens", "invoice_reference", False, "BT-10 without Märkning, else BT-56", "in the document"),
    Field("E-Faktura med bifogade filer", "send_attachments", False, "BG-24", "Document.Attachments"),
    Field("Faktura e-post", "invoice_email", False, None, "SendDocumentAs.Pdf.RecipientEmail"),
    Field("Fakturaadress", "street", False, "BG-8", "SendDocumentAs.Paper.RecipientAddress"),
    Field("Privatperson", "private_person", False, None, "SendDocumentAs.BusinessToConsumer"),
    Field("Språk", None, False, None, "Document.Language, Document.Culture ([inexchange] language)"),
)
"""The fields of the handbook."""


def lacking(card: ContextParty, settings: InexchangeSettings) -> list[Field]:
    """Return the mandatory fields that the *card* does not fill, for a customer invoiced by InExchange.

    A card without an invoicing method is taken as one of this method, since the section [inexchange] speaks for all
    customers; a private person has no organisation number.
    """
    ours = card.invoicing_method is None or card.invoicing_method.strip().casefold() == settings.method.casefold()
    if not ours or card.private_person:
        return []
    return [
        field
        for field in FIELDS
        if field.mandatory and field.key not in (None, "invoicing_method") and not getattr(card, field.key or "")
    ]
