"""The numbers of a party: what this invoice states, and what the card of the context holds beside it.

A value that stands on the invoice goes before the same value of the card; nothing else is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from einvoice.context import BILLECTA_DEBTOR, NETVISOR_KEY, ContextParty
from einvoice.identifiers import endpoint
from einvoice.model import Party
from einvoice.routing.decision import Level, Side

ICD_OF_OVT = ("0037", "0216")
"""Schemes under which a registration number (BT-47) is an OVT code."""


@dataclass(frozen=True, slots=True)
class Given:
    """A number as it is given: its *key* in the context, its *text*, where it stands, and its place in the model."""

    key: str
    text: str
    level: Level
    path: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """A party with its numbers, by the keys of the context: endpoint, ovt, gln, business_id, vat_id."""

    side: Side
    name: str | None
    code: str | None
    country: str | None
    given: Mapping[str, Given]
    card: ContextParty | None
    keys: Mapping[str, str]
    """The lines by which a card of the context is found, or would be."""
    idle_gln: str | None = None
    """A GLN on the card that is not the default."""

    def text(self, key: str) -> str | None:
        """Return the number under *key*."""
        found = self.given.get(key)
        return None if found is None else found.text

    @property
    def who(self) -> str:
        """How a message calls the party."""
        if self.side == "seller":
            return f"seller {self.name!r}" if self.name else "the seller"
        if self.name:
            return f"buyer {self.name!r}" + (f" (customer {self.code})" if self.code else "")
        shown = self.code or self.keys.get("netvisor_key") or self.keys.get(BILLECTA_DEBTOR)
        return f"customer {shown!r}" if shown else "the buyer"

    def where(self, key: str) -> str:
        """Return where the number under *key* stands, in words."""
        if self.given[key].level == "invoice":
            return "as the invoice states it"
        return "from [seller] of the context" if self.side == "seller" else f"from the card of customer {self.code!r}"


def collect(side: Side, party: Party, own: Party, card: ContextParty | None) -> Numbers:
    """Return the numbers of a party: *party* as the context filled it, *own* what the invoice itself states."""
    country = card.country if card is not None else None
    country = country or (party.address.country_code if party.address is not None else None)
    given: dict[str, Given] = {}

    def put(key: str, text: str | None, level: Level, path: str) -> None:
        if text is not None and text.strip() and key not in given:
            given[key] = Given(key, text.strip(), level, path)

    address, scheme = own.electronic_address, own.electronic_address_scheme
    if address:
        put("endpoint", f"{scheme}:{address}" if scheme else address, "invoice", f"{side}.electronic_address")
    for position, identifier in enumerate(own.identifiers):
        if identifier.scheme == "0088" and side == "buyer":
            put("gln", identifier.value, "invoice", f"{side}.identifiers[{position}].value")
    number, icd = own.legal_registration_identifier, own.legal_registration_identifier_scheme
    if icd in (None, endpoint.registration_scheme(country or "")):
        put("business_id", number, "invoice", f"{side}.legal_registration_identifier")
    elif icd in ICD_OF_OVT:
        put("ovt", number, "invoice", f"{side}.legal_registration_identifier")
    put("vat_id", own.vat_identifier, "invoice", f"{side}.vat_identifier")
    if card is not None:
        for key, text in (
            ("endpoint", card.endpoint),
            ("ovt", card.ovt),
            ("gln", card.chosen_gln),
            ("business_id", card.business_id),
            ("vat_id", card.vat_id),
        ):
            put(key, text, "card", side)
    idle = card.gln if card is not None and card.gln_chosen is False else None
    code = card.code if card is not None else None
    code = code or next((i.value for i in party.identifiers if i.value and not i.scheme), None)
    keys = {"code": code or "…"}
    for key, native in (("netvisor_key", NETVISOR_KEY), (BILLECTA_DEBTOR, BILLECTA_DEBTOR)):
        if code is None and (number := party.native.get(native)):
            keys[key] = number
            break
    return Numbers(side, party.name, code, country, given, card, keys, idle)
