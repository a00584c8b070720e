"""Invoices that the tests of requests share.  Names, numbers and addresses are invented."""

from typing import Any

from einvoice.context import Context
from einvoice.model import Invoice

CHAIR = {
    "identifier": "1",
    "quantity": "4",
    "unit_code": "C62",
    "unit_name": "st",
    "net_price": "100",
    "net_amount": "400",
    "vat_category": "S",
    "vat_rate": "25",
    "item_name": "Stol, björk & ek",
    "seller_item_identifier": "A-1",
}
WORK = {
    "identifier": "2",
    "quantity": "2.5",
    "unit_code": "HUR",
    "net_price": "10",
    "net_amount": "25",
    "vat_category": "S",
    "vat_rate": "25",
    "item_name": "Montering",
}
BOOK = {
    "identifier": "3",
    "quantity": "1",
    "net_price": "50",
    "net_amount": "50",
    "vat_category": "S",
    "vat_rate": "6",
    "item_name": "Handbok",
    "seller_item_identifier": "B-7",
}
FREIGHT = {"is_charge": True, "amount": "10", "vat_category": "S", "vat_rate": "25", "reason": "Frakt"}
BUYER = {
    "name": "Tallby Inredning AB",
    "legal_registration_identifier": "559991-0204",
    "address": {"line_1": "Storgatan 1", "city": "Lund", "post_code": "222 22", "country_code": "SE"},
    "contact": {"email": "faktura@tallby.example"},
}
PERSON = {**BUYER, "name": "Anna Maria Ek", "legal_registration_identifier": "811228-9874"}


def invoice(**changes: Any) -> Invoice:
    """Return an invoice of 597.00 SEK: 596.75 with VAT, and 0.25 of rounding."""
    return Invoice.model_validate(
        {
            "invoice_number": "1001",
            "issue_date": "2026-11-20",
            "type_code": "380",
            "currency": "SEK",
            "buyer": BUYER,
            "lines": [CHAIR, WORK, BOOK],
            "allowances_charges": [FREIGHT],
            "totals": {"total_with_vat": "596.75", "rounding_amount": "0.25", "amount_due": "597.00"},
            **changes,
        }
    )


def credit_note(**changes: Any) -> Invoice:
    """Return a credit note on two chairs of that invoice."""
    line = {**CHAIR, "quantity": "2", "net_amount": "200"}
    return invoice(
        **{
            "invoice_number": "C-7",
            "type_code": "381",
            "issue_date": "2026-12-01",
            "preceding_invoices": [{"number": "1001"}],
            "lines": [line],
            "allowances_charges": [],
            "totals": {"total_with_vat": "250.00"},
            **changes,
        }
    )


def stores(*several: tuple[int, str, str | None], **settings: Any) -> Context:
    """Return a context with stores at Collector: id, country, customers."""
    listed = [
        {"id": number, "country": country, **({"customers": customers} if customers else {})}
        for number, country, customers in several
    ]
    return Context.parse({"collector": {"stores": listed, **settings}})
