"""The order to send: ``documents/outbound`` as data, and the questions that follow it.

The invoice, its attachments and its picture are uploaded first (``documents``); each upload answers with a URI, which
stands in the order.  The Peppol address of the receiver is InExchange's own affair: `RecipientId` (from the look-up)
and `RecipientInformation` drive the routing, the address in the file only has to be valid.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from einvoice.context import Consumer, Context, ContextParty, InexchangeSettings
from einvoice.errors import UsageError
from einvoice.model import Invoice, Party, SupportingDocument
from einvoice.routing.channel import email, postal_address
from einvoice.routing.decision import Decision
from einvoice.routing.inexchange.lookup import Request, recipient_numbers
from einvoice.routing.numbers import Numbers, collect

TYPES: Final = {
    # channel: SendDocumentAs.Type
    "e-invoice": "Electronic",
    "pdf": "Pdf",
    "paper": "Paper",
    "consumer": "BusinessToConsumer",
}


def outbound_request(
    decision: Decision,
    context: Context,
    *,
    document_uri: str,
    rendered_uri: str | None = None,
    attachment_uris: Sequence[str] = (),
    personal_number: str | None = None,
) -> Request:
    """Return the order to send the invoice of *decision*.

    *document_uri* is what the upload of the invoice answered, *rendered_uri* that of its picture (a PDF: inside the
    invoice it is against the BIS), *attachment_uris* those of `attachments`.  *personal_number* goes with an e-invoice
    to a consumer; no file of ours holds it.

    Raises UsageError when the decision sends nothing.
    """
    invoice = decision.invoice
    if decision.channel is None or decision.channel == "other" or invoice is None:
        first = next((f.message for f in decision.findings if f.severity == "error"), "another method sends it")
        raise UsageError(
            f"nothing is sent: {first}", fix="correct what the findings of the decision name, and route again"
        )
    settings = context.inexchange or InexchangeSettings()
    card = context.customer_of(invoice)
    numbers = _buyer(invoice, card)
    ways = {
        "Electronic": _known({"RecipientId": decision.receiver.company_id if decision.receiver is not None else None}),
        "Pdf": _pdf(invoice, numbers, settings),
        "Paper": _paper(invoice),
        "BusinessToConsumer": _consumer(settings.consumers.get(numbers.code or ""), personal_number),
    }
    kind = TYPES[decision.channel]
    if settings.operator_chooses:
        send_as: dict[str, Any] = {name: way for name, way in ways.items() if way}
    else:
        send_as = {"Type": kind, **({kind: ways[kind]} if ways[kind] else {})}
    document = {
        "DocumentFormat": settings.document_format,
        "ErpDocumentId": invoice.invoice_number,
        "DocumentUri": document_uri,
        "RenderedDocumentFormat": "application/pdf" if rendered_uri else None,
        "RenderedDocumentUri": rendered_uri,
        "Language": settings.language,
        "Culture": settings.language,
        "Attachments": list(attachment_uris) or None,
    }
    recipient = {
        **recipient_numbers(numbers),
        "Name": numbers.name,
        "RecipientNo": numbers.code,
        "CountryCode": numbers.country,
    }
    body = {"SendDocumentAs": send_as, "RecipientInformation": _known(recipient), "Document": _known(document)}
    return Request("POST", "documents/outbound", body)


def attachments(decision: Decision, context: Context) -> tuple[SupportingDocument, ...]:
    """Return the attachments to upload: those with a file, unless the card of the customer wants none."""
    invoice = decision.invoice
    card = context.customer_of(invoice) if invoice is not None else None
    if invoice is None or (card is not None and card.send_attachments is False):
        return ()
    return tuple(d for d in invoice.supporting_documents if d.content_base64 is not None)


def find_request(invoice_number: str) -> Request:
    """Return the question whether an invoice was taken, by its number: ask it after a timeout, never send twice."""
    return Request("GET", f"invoices/outbound/byerpid/{quote(invoice_number, safe='')}")


def list_request(updated_after: datetime | None = None, *, take: int = 100, skip: int = 0) -> Request:
    """Return the question what became of the documents; `einvoice.routing.status` reads the answer."""
    body: dict[str, Any] = {"Take": take, "Skip": skip, "DocumentType": "Invoice", "IncludeErrorInfo": True}
    if updated_after is not None:
        body["UpdatedAfter"] = updated_after.isoformat()
    return Request("POST", "documents/outbound/list", body)


def _buyer(invoice: Invoice, card: ContextParty | None) -> Numbers:
    party = invoice.buyer or Party()
    return collect("buyer", party, party, card)


def _pdf(invoice: Invoice, numbers: Numbers, settings: InexchangeSettings) -> dict[str, Any]:
    to = email(invoice, numbers)
    if to is None:
        return {}
    contact = invoice.seller.contact if invoice.seller is not None else None
    sender = settings.sender_email or (contact.email if contact is not None else None)
    name = settings.sender_name or (invoice.seller.name if invoice.seller is not None else None)
    return _known({"RecipientEmail": to, "RecipientName": numbers.name, "SenderEmail": sender, "SenderName": name})


def _paper(invoice: Invoice) -> dict[str, Any]:
    if postal_address(invoice) is None:
        return {}
    return _known({"RecipientAddress": _postal(invoice.buyer), "ReturnAddress": _postal(invoice.seller)})


def _postal(party: Party | None) -> dict[str, Any] | None:
    address = party.address if party is not None else None
    if party is None or address is None or not address.line_1:
        return None
    return _known(
        {
            "Name": party.name,
            "Department": address.line_2,
            "StreetName": address.line_1,
            "PostalZone": address.post_code,
            "City": address.city,
            "CountryCode": address.country_code,
        }
    )


def _consumer(consumer: Consumer | None, personal_number: str | None) -> dict[str, Any]:
    if consumer is None:
        return {}
    return _known({"FMI": consumer.fmi, "SSN": personal_number, "Provider": consumer.provider})


def _known(members: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value is not None and value != ""}
