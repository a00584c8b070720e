"""Where the elements of a request come from that the caller does not give: the invoice, the card, the context.

StoreId: with no store in the context the element is left out; the store that sells to the country and the kind of
customer is chosen; where that is not one store, the request is refused before anybody sends it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from einvoice.context import CollectorStore, Context, ContextParty
from einvoice.errors import UsageError
from einvoice.identifiers import personal
from einvoice.lifecycle.spelling import spell
from einvoice.model import Contact, Invoice, Party


class Source:
    """An invoice, a context and what the caller gave; *notes* collects what is to be said of a choice."""

    def __init__(self, invoice: Invoice | None, context: Context, given: Mapping[str, Any], notes: list[str]) -> None:
        self.invoice = invoice
        self.context = context
        self.given = given
        self.notes = notes
        self.buyer = (invoice.buyer if invoice is not None else None) or Party()
        self.card: ContextParty | None = context.customer_of(invoice) if invoice is not None else None

    def value(self, name: str, operation: str) -> Any:
        """Return the value of the element *name* of the SOAP *operation*; None where it is left out."""
        match name:
            case "CountryCode":
                return self.country()
            case "StoreId":
                return self.store()
        if (given := self.given.get(name)) is not None:
            return given
        match name:
            case "ActivationOption" | "InvoiceType":
                return 0
            case "CorrelationId":
                return self._correlation()
            case "CreditDate":
                return self._credit_date()
            case "Currency":
                return self.invoice.currency if self.invoice is not None else None
            case "Email":
                return self._address_to_send_to(operation)
            case "InvoiceDeliveryMethod":
                return self._delivery_method(operation)
            case "InvoiceNo":
                return self._number()
            case "OrderDate":
                return self.invoice.issue_date if self.invoice is not None else None
            case "RegNo":
                return self.registration()
        return None

    def country(self) -> str | None:
        """Return the country of the sale: the one given, that of the buyer, or that of all stores."""
        if (given := self.given.get("CountryCode")) is not None:
            return spell("CountryCode", given, "country")
        if self.buyer.address is not None and self.buyer.address.country_code:
            return self.buyer.address.country_code
        countries = {store.country for store in self.context.collector.stores}
        return countries.pop() if len(countries) == 1 else None

    def registration(self) -> str | None:
        """Return the registration number of the buyer."""
        return self.buyer.legal_registration_identifier or (self.card.business_id if self.card is not None else None)

    def email(self) -> str | None:
        """Return the e-mail address of the buyer."""
        if (given := self.given.get("Email")) is not None:
            return str(given)
        contact = self.buyer.contact or Contact()
        return (self.card.invoice_email if self.card is not None else None) or contact.email

    def store(self) -> int | None:
        """Return the store: the one given, else the one that sells to this country and kind of customer."""
        stores = self.context.collector.stores
        listed = ", ".join(f"{s.id} ({s.country}{', ' + s.customers if s.customers else ''})" for s in stores)
        if (given := self.given.get("StoreId")) is not None:
            number = int(spell("StoreId", given, "whole", most=2_147_483_647))
            if stores and number not in {each.id for each in stores}:
                raise UsageError(
                    f"StoreId {number} is no store of [collector], which has {listed}",
                    fix="correct StoreId, or add the store to the context",
                )
            return number
        if not stores:
            self.notes.append(
                "StoreId is left out: it is needed when the merchant sells in more than one country, or to both "
                "private persons and companies"
            )
            return None
        country, kind = self.country(), self._kind()
        fitting = [each for each in stores if _sells(each, country, kind)]
        if len(fitting) == 1:
            return fitting[0].id
        who = {"private": "private persons", "company": "companies"}.get(kind or "", "this customer")
        what = "several stores sell" if fitting else "no store sells"
        raise UsageError(
            f"{what} to {who} in {country}; [collector] has {listed}", fix="give StoreId, or correct [collector] stores"
        )

    def address(self, *, delivery: bool) -> dict[str, str | None]:
        """Return the address of the buyer, or that of delivery where the invoice states one; empty without one."""
        address, name = self.buyer.address, self.buyer.name
        stated = self.invoice.delivery if self.invoice is not None else None
        if delivery and stated is not None and stated.address is not None:
            address, name = stated.address, stated.party_name or name
        if address is None:
            return {}
        contact = self.buyer.contact or Contact()
        first, _, last = (name or "").rpartition(" ")
        person = self._kind() == "private"
        return {
            "Address1": address.line_1,
            "Address2": address.line_2,
            "City": address.city,
            "CountryCode": address.country_code,
            "PostalCode": address.post_code,
            "CompanyName": None if person else name,
            "Firstname": first if person else None,
            "Lastname": last if person else None,
            "Email": contact.email,
            "PhoneNumber": contact.telephone,
        }

    def _delivery_method(self, operation: str) -> int | None:
        """Return 2, e-mail, where the address is known; else a letter for a new invoice, and nothing for a resend."""
        if self.email() is not None:
            return 2
        if operation != "AddInvoice":
            return None
        self.notes.append("InvoiceDeliveryMethod 1: no e-mail address is known, the invoice goes as a letter")
        return 1

    def _number(self) -> str | None:
        """Return the number of the invoice at Collector, as far as the document says it."""
        if self.invoice is None:
            return None
        found = self.invoice.invoice_number
        if self.invoice.is_credit_note:
            numbers = [each.number for each in self.invoice.preceding_invoices if each.number]
            if len(numbers) != 1:
                raise UsageError(
                    f"the credit note {self.invoice.invoice_number} names {len(numbers)} invoices (BT-25)",
                    fix="give InvoiceNo, the number of the invoice to credit",
                )
            found = numbers[0]
        if found is not None:
            self.notes.append(
                "InvoiceNo is the number in the document; give the one that Collector answered, if it is another"
            )
        return found

    def _correlation(self) -> str | None:
        """Return the number of the document, by which the answer is known."""
        number = self.invoice.invoice_number if self.invoice is not None else None
        return number if number is not None and len(number) <= 50 else None

    def _credit_date(self) -> date | None:
        return self.invoice.issue_date if self.invoice is not None and self.invoice.is_credit_note else None

    def _address_to_send_to(self, operation: str) -> str | None:
        method = str(self.given.get("InvoiceDeliveryMethod", "")).strip()
        found = self.email() if method in ("", "2") else None
        if found is None and method == "2":
            raise UsageError(
                f"{operation} by e-mail (InvoiceDeliveryMethod 2) needs Email",
                fix="give Email, or InvoiceDeliveryMethod 1 for a letter",
            )
        return found

    def _kind(self) -> str | None:
        """Return `private` or `company`, None where nothing tells."""
        if self.card is not None and self.card.private_person is not None:
            return "private" if self.card.private_person else "company"
        number = self.given.get("RegNo") or self.registration()
        if number is not None:
            return "private" if is_personal(str(number)) else "company"
        return "company" if self.buyer.vat_identifier else None


def is_personal(number: str) -> bool:
    """Say whether *number* has the shape of the number of a person."""
    return personal.mask(number) != number


def _sells(store: CollectorStore, country: str | None, kind: str | None) -> bool:
    return store.country == country and (store.customers is None or kind is None or store.customers == kind)
