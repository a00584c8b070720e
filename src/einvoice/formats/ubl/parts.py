"""Names, roles and small tables that the UBL tables and the irregular pairs share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from einvoice.formats.mapping import Attr, Const, Leaf, Table
from einvoice.formats.mapping.codecs import CODE, DECIMAL
from einvoice.model.records import SupportingDocument, VatBreakdown

NAMESPACES: Final = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}

AMOUNT: Final = (Attr("currencyID", currency=True),)
"""Every amount names the document currency."""

CONTACT_FIELDS: Final = (("name", "cbc:Name"), ("telephone", "cbc:Telephone"), ("email", "cbc:ElectronicMail"))


@dataclass(frozen=True, slots=True)
class Role:
    """The term numbers of a party in its role; an empty text says that the role lacks the term."""

    group: str
    name: str = ""
    trading_name: str = ""
    identifier: str = ""
    registration: str = ""
    vat: str = ""
    tax: str = ""
    legal_information: str = ""
    electronic_address: str = ""
    address: str = ""
    address_terms: tuple[str, ...] = ()
    contact: str = ""
    contact_terms: tuple[str, str, str] = ("", "", "")


ROLES: Final = {
    "seller": Role(
        "BG-4",
        name="BT-27",
        trading_name="BT-28",
        identifier="BT-29",
        registration="BT-30",
        vat="BT-31",
        tax="BT-32",
        legal_information="BT-33",
        electronic_address="BT-34",
        address="BG-5",
        address_terms=("BT-35", "BT-36", "BT-162", "BT-37", "BT-38", "BT-39", "BT-40"),
        contact="BG-6",
        contact_terms=("BT-41", "BT-42", "BT-43"),
    ),
    "buyer": Role(
        "BG-7",
        name="BT-44",
        trading_name="BT-45",
        identifier="BT-46",
        registration="BT-47",
        vat="BT-48",
        electronic_address="BT-49",
        address="BG-8",
        address_terms=("BT-50", "BT-51", "BT-163", "BT-52", "BT-53", "BT-54", "BT-55"),
        contact="BG-9",
        contact_terms=("BT-56", "BT-57", "BT-58"),
    ),
    "tax_representative": Role("BG-11", vat="BT-63"),
}

SUPPORTING_DOCUMENT = Table(
    "BG-24",
    SupportingDocument,
    (
        Leaf("BT-122", "reference", "cbc:ID"),
        Leaf("BT-123", "description", "cbc:DocumentDescription"),
        Leaf(
            "BT-125",
            "content_base64",
            "cac:Attachment/cbc:EmbeddedDocumentBinaryObject",
            attrs=(Attr("mimeCode", "BT-125-1", "mime_code"), Attr("filename", "BT-125-2", "filename")),
        ),
        Leaf("BT-124", "external_location", "cac:Attachment/cac:ExternalReference/cbc:URI"),
    ),
)

SUBTOTAL = Table(
    "BG-23",
    VatBreakdown,
    (
        Leaf("BT-116", "taxable_amount", "cbc:TaxableAmount", DECIMAL, AMOUNT),
        Leaf("BT-117", "tax_amount", "cbc:TaxAmount", DECIMAL, AMOUNT),
        Leaf("BT-118", "category", "cac:TaxCategory/cbc:ID", CODE),
        Leaf("BT-119", "rate", "cac:TaxCategory/cbc:Percent", DECIMAL),
        Leaf("BT-121", "exemption_reason_code", "cac:TaxCategory/cbc:TaxExemptionReasonCode", CODE),
        Leaf("BT-120", "exemption_reason", "cac:TaxCategory/cbc:TaxExemptionReason"),
        Const("cac:TaxCategory/cac:TaxScheme/cbc:ID", "VAT"),
    ),
)
