"""EI-KIND: an order or a draft is not an invoice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from einvoice.findings import Finding
from einvoice.rules.kit import Rule

if TYPE_CHECKING:
    from einvoice.model import Invoice

KIND = Rule(
    code="EI-KIND",
    severity="error",
    terms=("EX-DOCUMENT-KIND",),
    title="The document is an invoice, not an order or a draft.",
    fix="Make the invoice in the seller's system and export that.",
    source="Netvisor sales invoice API, invoice types order and invoicedraft",
)

_WORDS = {
    "order": ("a sales order", "it asks for no payment and may have no invoice number"),
    "draft": ("a draft", "it has no number yet and may still change"),
}


@KIND
def check_kind(invoice: Invoice) -> Iterator[Finding]:
    """An order that goes out as an invoice is booked and paid, and then the real invoice comes as well.

    Seller's systems keep orders, drafts and invoices in one place and export them in one form, so that only the kind
    of the document tells them apart.

    Valid: no kind, or kind invoice.  Invalid: kind order.
    """
    if invoice.document_kind is None or invoice.document_kind == "invoice":
        return
    what, consequence = _WORDS[invoice.document_kind]
    yield KIND.finding(
        f"the document is {what}, not an invoice: {consequence}", path="document_kind", value=invoice.document_kind
    )
