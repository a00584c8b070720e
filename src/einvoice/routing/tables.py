"""The decision tables of routing, as data.

Which number gives which address, in which order, is in `einvoice.identifiers.endpoint`; here stands what a decision
says of it, which editions of the rules there are, and who is a public body.

Sources: see `einvoice.routing.codes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from einvoice import codelists
from einvoice.identifiers import endpoint


@dataclass(frozen=True, slots=True)
class Derivation:
    """How an address comes from a number: the *rank* within its level, the sentence, and what is known beside it.

    *beside* may name the terms of the party: {identifier} is BT-29 or BT-46, {registration} BT-30 or BT-47.
    """

    rank: int
    says: str
    beside: str = ""


DERIVATIONS: Final = {
    "explicit": Derivation(1, "an address with its scheme is stated"),
    "D13": Derivation(1, "an address with an old Finnish scheme is stated; 0216 takes its place"),
    "D4": Derivation(2, "the OVT code is an address by itself", "the operator belongs to Finvoice, not to the BIS"),
    "D1": Derivation(2, "a GLN is given for a department or system", "the GLN is also {identifier}, scheme 0088"),
    "D2": Derivation(4, "the Swedish organisation number", "{registration} has it with scheme 0007"),
    "D5": Derivation(4, "the Finnish business id behind 0037", "{registration} has it with scheme 0212"),
    "D7": Derivation(4, "the Norwegian organisation number"),
    "D8": Derivation(4, "the Danish CVR number", "{registration} has it with scheme 0184 (DK-R-014, DK-R-017)"),
    "D9": Derivation(4, "the Estonian registry code"),
    "registration": Derivation(4, "the registration number of the country"),
    "D3": Derivation(5, "the ten digits of the Swedish VAT number"),
    "D6": Derivation(5, "the business id in the Finnish VAT number, behind 0037"),
    "D10": Derivation(5, "the Estonian VAT number, which tells nothing of the registry code"),
    "D11": Derivation(5, "the VAT number", "a national scheme comes first where the receiver is registered with it"),
    "D12": Derivation(6, "an IBAN given as address, as some do in Finland"),
    "lookup": Derivation(7, "nothing is stated; the directory knows one receiver"),
}
"""By the names that `einvoice.identifiers.endpoint` gives to derivations."""

PUBLIC_PREFIXES: Final = {
    "2021": "an authority of the Swedish state",
    "2120": "a Swedish municipality",
    "2220": "a Swedish association of municipalities",
    "2321": "a Swedish region",
}
"""Beginnings of Swedish organisation numbers that public bodies have.  `public_body` on the card decides first."""

PUBLIC_COUNTRIES: Final = ("SE", "FI", "AX")
"""Where public bodies have to get e-invoices."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of BIS Billing: from when on it is mandatory, and what it takes beside the list of the newest."""

    version: str
    valid_from: date
    takes_also: frozenset[str] = frozenset()

    def takes(self, scheme: str) -> bool:
        """Say whether *scheme* is in its list of addresses (PEPPOL-EN16931-CL008)."""
        return scheme in codelists.codes("eas", "bis") or scheme in self.takes_also


EDITIONS: Final = (
    Edition("3.0.21", date(2026, 8, 17)),
    Edition("3.0.19", date.min, frozenset({"0037", "0203", "0212", "0213", "0215"})),
)
"""The editions whose lists of addresses differ, newest first."""


def rules_in_force(on: date | None = None) -> Edition:
    """Return the edition that was in force *on* a day; None takes the newest.

    >>> rules_in_force(date(2026, 8, 16)).version, rules_in_force().version
    ('3.0.19', '3.0.21')
    """
    return next(edition for edition in EDITIONS if on is None or edition.valid_from <= on)


def refusal(scheme: str, on: date | None = None) -> str | None:
    """Return why *scheme* cannot be an address *on* a day (None: by the newest rules); None when it can.

    >>> refusal("0215")
    'removed from the network on 2024-12-31'
    >>> refusal("9955", date(2023, 7, 30)) is None, refusal("0007") is None
    (True, True)
    """
    gone = endpoint.removed(scheme)
    if gone is not None:
        since, _ = gone
        if since is None:
            return "not in the list of participant schemes of OpenPeppol"
        if on is None or date.fromisoformat(since) <= on:
            return f"removed from the network on {since}"
        return None
    edition = rules_in_force(on)
    if not edition.takes(scheme):
        known = scheme in codelists.codes("eas")
        return f"{'not taken' if known else 'unknown'} in BIS Billing {edition.version} (PEPPOL-EN16931-CL008)"
    return None
