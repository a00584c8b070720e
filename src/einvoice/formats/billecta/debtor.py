"""The customer to create before the invoice, when Billecta does not know the buyer: a `DebtorView`."""

from __future__ import annotations

from typing import Any, Final

from einvoice.context import Context
from einvoice.formats.mapping.nodes import forbidden_characters
from einvoice.model import Address, Contact, Invoice, Party

CARRIED: Final = {
    "Name": "name",
    "OrgNo": "legal_registration_identifier",
    "VatNumber": "vat_identifier",
    "CareOf": "address.line_3",
    "Address": "address.line_1",
    "Address2": "address.line_2",
    "ZipCode": "address.post_code",
    "City": "address.city",
    "CountryCode": "address.country_code",
    "Phone": "contact.telephone",
    "ContactName": "contact.name",
    "ContactEmail": "contact.email",
    "GLN": "electronic_address",
}
"""Member → field of the buyer that it holds."""


def debtor_of(invoice: Invoice, context: Context, creditor: str | None) -> dict[str, Any]:
    """Return the customer that the buyer of *invoice* is, in the order of the view."""
    buyer = invoice.buyer or Party()
    address, contact = buyer.address or Address(), buyer.contact or Contact()
    stated: dict[str, Any] = {
        "CreditorPublicId": creditor,
        "DebtorExternalId": code_of(invoice, context),
        "OrgNo": _number(buyer),
        "Name": buyer.name,
        "CareOf": address.line_3,
        "Address": address.line_1,
        "Address2": address.line_2,
        "ZipCode": address.post_code,
        "City": address.city,
        "CountryCode": address.country_code,
        "Phone": contact.telephone,
        "Email": contact.email,
        "ContactName": contact.name,
        "ContactEmail": contact.email,
        "VatNumber": buyer.vat_identifier,
        "GLN": _gln(buyer),
        "DebtorType": "Company" if _is_company(buyer) else "Private",  # which is what silence means
        "Intermediator": "PEPPOL" if buyer.electronic_address and buyer.electronic_address_scheme != "EM" else None,
    }
    clean = forbidden_characters()
    return {name: clean.sub("", text) for name, text in stated.items() if text is not None}


def code_of(invoice: Invoice, context: Context) -> str | None:
    """Return the customer code: of the document, else of the card of the customer."""
    buyer = invoice.buyer or Party()
    code = next((i.value for i in buyer.identifiers if i.value and i.scheme is None), None)
    if code is not None:
        return code
    card = context.customer_of(invoice)
    return card.code if card is not None else next((i.value for i in buyer.identifiers if i.value), None)


def carried(debtor: dict[str, Any], buyer: Party) -> set[str]:
    """Return the paths of the buyer whose values stand in *debtor*."""
    found = {f"buyer.{field}" for member, field in CARRIED.items() if member in debtor}
    if "GLN" not in debtor:
        found.discard("buyer.electronic_address")
    elif debtor["GLN"] != buyer.electronic_address:
        found.discard("buyer.electronic_address")
        place = next(n for n, i in enumerate(buyer.identifiers) if i.scheme == "0088")
        found.add(f"buyer.identifiers[{place}].value")
    external = debtor.get("DebtorExternalId")
    position = next((n for n, i in enumerate(buyer.identifiers) if i.value == external), None)
    return found if position is None else {*found, f"buyer.identifiers[{position}].value"}


def _number(buyer: Party) -> str | None:
    """Return the organisation number, a Swedish one with its hyphen; an address in Peppol may be one as well."""
    number, scheme = buyer.legal_registration_identifier, buyer.legal_registration_identifier_scheme
    if number is None and buyer.electronic_address_scheme == "0007":
        number, scheme = buyer.electronic_address, "0007"
    if number is None or scheme != "0007":
        return number
    return f"{number[:6]}-{number[6:]}" if len(number) == 10 and number.isdecimal() else number


def _gln(buyer: Party) -> str | None:
    if buyer.electronic_address_scheme == "0088":
        return buyer.electronic_address
    return next((i.value for i in buyer.identifiers if i.scheme == "0088"), None)


def _is_company(buyer: Party) -> bool:
    return bool(_number(buyer) or buyer.vat_identifier or _gln(buyer))
