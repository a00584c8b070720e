"""Who can receive: the question ``buyerparties/lookup`` as data, and its answer.

>>> party = {"companyId": "a", "receiveElectronicInvoiceCapability": "ReceivingElectronicInvoices"}
>>> answer = read_answer({"parties": [party]})
>>> [receiver.company_id for receiver in answer.able()]
['a']
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from einvoice.errors import IdentifierError, UsageError
from einvoice.identifiers import endpoint
from einvoice.identifiers.digits import compact
from einvoice.model import Invoice, Party
from einvoice.routing.decision import Address, Receiver
from einvoice.routing.numbers import Numbers

ABLE: Final = "ReceivingElectronicInvoices"
"""The capability of a party that receives e-invoices."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request as data: *path* is relative to the address of the API, *body* goes as JSON."""

    method: Literal["GET", "POST"]
    path: str
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a look-up answered."""

    receivers: tuple[Receiver, ...] = ()
    potential_matches: int | None = None
    exact_hit: bool | None = None

    def able(self) -> list[Receiver]:
        """Return those who receive e-invoices, one for each GLN and organisation number."""
        groups: dict[tuple[str, str], Receiver] = {}
        for receiver in self.receivers:
            if (receiver.capability or "").casefold() != ABLE.casefold():
                continue
            key = (compact(receiver.gln or ""), compact(receiver.org_number or ""))
            # Without any number nothing says that two are one.
            groups.setdefault(key if any(key) else ("id", receiver.company_id or receiver.name or ""), receiver)
        return list(groups.values())


def lookup_request(invoice: Invoice, numbers: Numbers, address: Address | None = None) -> Request:
    """Return the question who *numbers*, the buyer of *invoice*, is; *address* is the one found without asking."""
    party = invoice.buyer or Party()
    where, contact = party.address, party.contact
    body = {
        "PartyId": numbers.code,
        "Name": numbers.name,
        "StreetName": where.line_1 if where is not None else None,
        "PostalZone": where.post_code if where is not None else None,
        "City": where.city if where is not None else None,
        "CountryCode": numbers.country,
        "PhoneNo": contact.telephone if contact is not None else None,
        "Email": contact.email if contact is not None else None,
        **recipient_numbers(numbers),
        "PeppolParticipantIdentifier": None if address is None else str(address),
    }
    return Request("POST", "buyerparties/lookup", {key: value for key, value in body.items() if value})


def recipient_numbers(numbers: Numbers) -> dict[str, str | None]:
    """Return GLN, organisation number and VAT number as the API takes them: without blanks and hyphens."""
    number = numbers.text("business_id")
    if number is not None:
        try:
            number = endpoint.normal_business_id(numbers.country or "", number)
        except IdentifierError:
            number = compact(number)
    gln, vat = numbers.text("gln"), numbers.text("vat_id")
    return {
        "GLN": None if gln is None else compact(gln),
        "OrgNo": number,
        "VatNo": None if vat is None else compact(vat).upper(),
    }


def read_answer(data: Any) -> Answer:
    """Return the answer to a look-up, from its JSON; names of members are taken in any case."""
    if not isinstance(data, Mapping):
        raise UsageError(
            f"the answer to a look-up is a JSON object, not {type(data).__name__}",
            fix="pass what buyerparties/lookup answered, parsed",
        )
    members = lower(data)
    parties = members.get("parties")
    parties = [] if parties is None else parties
    if not isinstance(parties, list) or not all(isinstance(party, Mapping) for party in parties):
        raise UsageError("parties of the answer to a look-up is no list of objects", fix="pass the whole answer")
    return Answer(
        tuple(_receiver(lower(party)) for party in parties), members.get("potentialmatches"), members.get("exacthit")
    )


def _receiver(party: Mapping[str, Any]) -> Receiver:
    def text(name: str) -> str | None:
        value = party.get(name)
        return str(value).strip() or None if value is not None else None

    participants = party.get("peppolparticipantidentifiers") or []
    connected = party.get("connected")
    return Receiver(
        company_id=text("companyid"),
        name=text("name"),
        org_number=text("orgno"),
        vat_number=text("vatno"),
        gln=text("gln"),
        participants=tuple(str(p) for p in participants) if isinstance(participants, list) else (),
        connected=connected if isinstance(connected, bool) else None,
        capability=text("receiveelectronicinvoicecapability"),
    )


def lower(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return *data* with the names of its members in lower case."""
    return {str(key).lower(): value for key, value in data.items()}
