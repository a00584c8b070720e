"""EI-BILLECTA-CREDITOR, -DEBTOR, -ORG-NUMBER, -GLN: who sends, who receives, and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from einvoice import codelists
from einvoice.errors import IdentifierError
from einvoice.findings import Finding
from einvoice.rules.billecta.document import Document, choice, members, text
from einvoice.rules.billecta.kit import SCHEMA, Rule, checks

CREDITOR = Rule(
    "EI-BILLECTA-CREDITOR-ID",
    "error",
    ("BG-4",),
    "CreditorPublicId is the GUID of the sender account.",
    "The seller stands nowhere else in the document: with the identifier of another account the invoice goes out in "
    "the name of another company.",
    "Write the GUID of the account; the context keeps it as creditor_public_id in [billecta].",
    "Valid: 11111111-1111-4111-8111-111111111111. Invalid: 556000-0001; the GUID of zeros; another one than "
    "creditor_public_id of the context.",
    SCHEMA,
)
DEBTOR = Rule(
    "EI-BILLECTA-DEBTOR-ID",
    "error",
    ("BG-7",),
    "DebtorPublicId is the GUID of a customer of that account.",
    "The customer has to be registered before the invoice; neither its number nor its code in another system is known "
    "here.",
    "Look the debtor up or create it, and write its DebtorPublicId.",
    "Valid: 22222222-2222-4222-8222-222222222222. Invalid: C-100; the GUID of zeros; the GUID of the account itself.",
    SCHEMA,
)
PRODUCT = Rule(
    "EI-BILLECTA-PRODUCT-ID",
    "warning",
    ("BT-155",),
    "ProductPublicId is the GUID of a product, or null.",
    "The product decides the bookkeeping accounts; a GUID of zeros is what a program writes for a value that it did "
    "not set.",
    "Leave the member out, or write the GUID of the product.",
    "Valid: null. Invalid: 00000000-0000-0000-0000-000000000000; CONS-1.",
    SCHEMA,
)
ORG = Rule(
    "EI-BILLECTA-ORG-NUMBER",
    "error",
    ("BT-47",),
    "Swedish organisation numbers and personal numbers have the right check digit.",
    "By it the e-invoice and the digital mailbox find the receiver; a wrong one reaches nobody, or somebody else.",
    "Compare the number with its source.",
    "Valid: 556000-0001. Invalid: 556000-0002.",
    "Peppol BIS Billing 3.0.21, PEPPOL-COMMON-R049; Skatteverket, personal numbers",
)
GLN = Rule(
    "EI-BILLECTA-GLN",
    "error",
    ("BT-49",),
    "A GLN has 13 digits, the last one a check digit.",
    "The operator routes the e-invoice by it, and refuses one that is wrong.",
    "Compare the number with its source.",
    "Valid: 7300010000001. Invalid: 7300010000002; 731000011111.",
    "GS1 General Specifications, check digit",
)

_GUID: Final = re.compile(r"\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?")
_ZEROS: Final = "00000000-0000-0000-0000-000000000000"


@checks(CREDITOR, DEBTOR, PRODUCT)
def check_identifiers(doc: Document) -> Iterator[Finding]:
    """Yield findings on the identifiers of account, customer and products."""
    creditor = doc.raw.get("CreditorPublicId")
    at = f"{doc.at}/CreditorPublicId"
    if fault := _fault(creditor):
        yield CREDITOR.at(at, f"CreditorPublicId {fault}", creditor)
    elif (known := _creditor(doc)) and _bare(creditor) != _bare(known):
        message = f"CreditorPublicId is {creditor}, the context says {known}"
        yield CREDITOR.at(at, message, creditor, fix="Take the context of the company that sends the invoice.")
    if not doc.answer:
        debtor = doc.raw.get("DebtorPublicId")
        at = f"{doc.at}/DebtorPublicId"
        if fault := _fault(debtor):
            yield DEBTOR.at(at, f"DebtorPublicId {fault}", debtor)
        elif not _fault(creditor) and _bare(debtor) == _bare(creditor):
            yield DEBTOR.at(at, f"DebtorPublicId is {debtor}, which is CreditorPublicId as well", debtor)
    for row in doc.rows:
        product = row.raw.get("ProductPublicId")
        if product is not None and (fault := _fault(product)):
            yield PRODUCT.at(f"{row.at}/ProductPublicId", f"{row.name}: ProductPublicId {fault}", product)


@checks(ORG)
def check_organisations(doc: Document) -> Iterator[Finding]:
    """Yield findings on organisation numbers of Sweden; what is shown of a personal number is the birth date."""
    country = codelists.country_code(text(doc.debtor.get("CountryCode"))) or ""
    private = choice(doc.debtor, "DebtorType") == "Private"
    places: list[tuple[str, Any, bool]] = []
    if country in ("", "SE"):
        places.append(("Debtor/OrgNo", doc.debtor.get("OrgNo"), private))
        places.append(("DeliveryAddressOverride/OrgNo", doc.override.get("OrgNo"), True))
    housing = members(doc.raw.get("RotRutDetails")).get("ResidenceAssociationOrgNo")
    for place, value, person in (*places, ("RotRutDetails/ResidenceAssociationOrgNo", housing, False)):
        if not text(value):
            continue
        from einvoice.identifiers import se_organisation, se_personal

        if person and se_personal.is_valid(value):
            continue
        try:
            se_organisation.parse(value)
        except IdentifierError as error:
            seen = se_organisation.mask(value)
            yield ORG.at(f"{doc.at}/{place}", f"{place.replace('/', '.')}: {error.message}", seen, fix=error.fix)


@checks(GLN)
def check_locations(doc: Document) -> Iterator[Finding]:
    """Yield findings on the numbers of places."""
    for place, party in (("Debtor", doc.debtor), ("DeliveryAddressOverride", doc.override)):
        value = party.get("GLN")
        if not text(value):
            continue
        from einvoice.identifiers import gln

        try:
            gln.parse(str(value))
        except IdentifierError as error:
            yield GLN.at(f"{doc.at}/{place}/GLN", f"{place}.GLN: {error.message}", value, fix=error.fix)


def _creditor(doc: Document) -> str | None:
    return None if doc.context is None else doc.context.billecta.creditor_public_id


def _fault(value: Any) -> str:
    """Return what is wrong with a GUID, empty when nothing is."""
    if not text(value):
        return "is not stated"
    if not _GUID.fullmatch(value.strip()):
        return f"is {value}, expected a GUID"
    if _bare(value) == _ZEROS:
        return "is the GUID of zeros, which is no value"
    return ""


def _bare(value: Any) -> str:
    return text(value).strip("{}").lower()
