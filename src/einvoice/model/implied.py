"""What an invoice says without saying it, whatever format it stands in."""

from __future__ import annotations

from einvoice.model.invoice import Address, Delivery, Invoice


def deliver_to(invoice: Invoice) -> Invoice:
    """Goods to another EU country go to the country of the buyer, unless a delivery address says otherwise (BT-80)."""
    buyer = invoice.buyer.address if invoice.buyer is not None else None
    if buyer is None or buyer.country_code is None or all(line.vat_category != "K" for line in invoice.lines):
        return invoice
    delivery = invoice.delivery or Delivery()
    address = delivery.address or Address()
    if address.country_code is not None:
        return invoice
    address = address.model_copy(update={"country_code": buyer.country_code})
    return invoice.model_copy(update={"delivery": delivery.model_copy(update={"address": address})})
