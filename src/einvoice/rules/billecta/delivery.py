"""EI-BILLECTA-DELIVERY-…, -EMAIL, -MAIL-FALLBACK: whether the invoice can reach anybody.

A request names its debtor by identifier, so that only what replaces the debtor can be judged; an answer holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from einvoice.findings import Finding, Severity
from einvoice.rules.billecta.document import Document, choice, number, plain, text
from einvoice.rules.billecta.kit import SCHEMA, TAKEN, Rule, checks

ADDRESS = Rule(
    "EI-BILLECTA-DELIVERY-ADDRESS",
    "warning",
    ("BT-49", "BT-58"),
    "The receiver has the address that DeliveryMethod needs.",
    "The invoice is issued and reaches nobody; the reminder is the first that the buyer hears of it.",
    "Complete the debtor or DeliveryAddressOverride, or choose another DeliveryMethod.",
    "Valid: EInvoice, a debtor with GLN and Intermediator PEPPOL. Invalid: EInvoice, a debtor with none of GLN, OrgNo, "
    "Intermediator and EInvoiceBank; Email without Email; where the debtor is not in the document, information.",
    f"{SCHEMA}; {TAKEN}: with PEPPOL the organisation number will do",
)
EMAIL = Rule(
    "EI-BILLECTA-EMAIL",
    "warning",
    ("BT-58",),
    "An e-mail address has a name, an @ and a domain.",
    "The invoice bounces, and nobody reads what comes back.",
    "Correct the address; write one address only.",
    "Valid: invoice@buyer.example. Invalid: invoice.buyer.example; a@buyer.example b@buyer.example.",
    "RFC 5321, 4.1.2",
)
LETTER = Rule(
    "EI-BILLECTA-MAIL-FALLBACK",
    "warning",
    (),
    "SendByMailIfEmailNotViewedInDays stands with DeliveryMethod Email, and is at least one day.",
    "The letter follows an e-mail that nobody opened; with another method there is no e-mail.",
    "Leave it out, or deliver by Email.",
    "Valid: Email with 5. Invalid: EInvoice with 5; Email with -1.",
    SCHEMA,
)

_NEEDS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    # each needs one of the first, and one of the second …
    "Email": (("Email", "ContactEmail"),),
    "Mail": (("Address", "Address2", "CareOf"), ("ZipCode",), ("City",)),
    "SMS": (("Phone",),),
    "EInvoice": (("GLN", "OrgNo", "Intermediator", "EInvoiceBank"),),
    "Kivra": (("OrgNo",),),
}
_EMAIL: Final = re.compile(r"[^@\s,;]+@[^@\s,;.]+(\.[^@\s,;.]+)+")
_NO_CHOICE: Final = frozenset({"unknown", "undefined", "-1"})


@checks(ADDRESS)
def check_address(doc: Document) -> Iterator[Finding]:
    """Yield a finding when the address that the delivery needs is missing."""
    needs = _NEEDS.get(doc.delivery or "")
    if needs is None or not (doc.debtor or doc.override):
        return
    if doc.delivery in ("EInvoice", "Kivra") and choice(doc.debtor, "DebtorType") == "Private":
        needs = (("EInvoiceBank",),) if doc.delivery == "EInvoice" else needs
    lacking = [
        names for names in needs
        if not any(_stated(party.get(name)) for name in names for party in (doc.override, doc.debtor))
    ]  # fmt: skip
    if not lacking:
        return
    if not doc.debtor and not (doc.delivery == "EInvoice" or _replaces(doc)):
        return
    names = ", ".join(" or ".join(each) for each in lacking)
    party = "Debtor" if doc.debtor else "DeliveryAddressOverride"
    other = " and DeliveryAddressOverride" if doc.debtor and doc.override else ""
    message = f"DeliveryMethod is {doc.delivery} and {party}{other} has no {names}"
    message += "" if doc.debtor else "; that of the debtor is not in the document"
    terms = ("BT-58",) if doc.delivery == "Email" else ("BT-49",)
    severity: Severity | None = None if doc.debtor else "info"
    yield ADDRESS.at(f"{doc.at}/{party}", message, severity=severity, terms=terms)


@checks(EMAIL)
def check_email(doc: Document) -> Iterator[Finding]:
    """Yield a finding for each e-mail address that is none."""
    for place, party in (("Debtor", doc.debtor), ("DeliveryAddressOverride", doc.override)):
        for member in ("Email", "ContactEmail"):
            value = text(party.get(member))
            if value and not _EMAIL.fullmatch(value):
                yield EMAIL.at(f"{doc.at}/{place}/{member}", f"{place}.{member} is {value!r}, no e-mail address", value)


@checks(LETTER)
def check_letter(doc: Document) -> Iterator[Finding]:
    """Yield a finding for a letter that never follows."""
    value = doc.raw.get("SendByMailIfEmailNotViewedInDays")
    after = number(value)
    if after is None:
        return
    at = f"{doc.at}/SendByMailIfEmailNotViewedInDays"
    if after < 1:
        message = f"SendByMailIfEmailNotViewedInDays is {plain(after)}, expected at least 1, or null"
        yield LETTER.at(at, message, value, severity="info" if not after else None)
    elif doc.delivery not in (None, "Email", "Unknown"):
        message = f"SendByMailIfEmailNotViewedInDays is {plain(after)} and DeliveryMethod is {doc.delivery}"
        yield LETTER.at(at, message, value)


def _replaces(doc: Document) -> bool:
    """Say whether the override gives another recipient, of whom the debtor's address says nothing."""
    return any(text(doc.override.get(name)) for name in ("Name", "Address", "ZipCode", "City"))


def _stated(value: Any) -> bool:
    return bool(text(value)) and text(value).casefold() not in _NO_CHOICE
