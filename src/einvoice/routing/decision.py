"""What routing decides: two addresses, a channel, why, and what is missing.

Everything is frozen and plain: a decision can be kept, compared and written as JSON (`Decision.as_dict`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from einvoice.findings import Finding

if TYPE_CHECKING:
    from einvoice.model import Invoice

Side: TypeAlias = Literal["seller", "buyer"]
Level: TypeAlias = Literal["invoice", "card", "lookup"]
"""Where a number was found: on this invoice, on the card of the context, or in the answer of a directory."""

Channel: TypeAlias = Literal["e-invoice", "consumer", "pdf", "paper", "other"]
"""How the invoice goes out: *consumer* is an e-invoice to a private person, *other* is not sent here at all."""

Carrier: TypeAlias = Literal["peppol", "inexchange"]


@dataclass(frozen=True, slots=True)
class Address:
    """An electronic address (BT-34, BT-49) and how it was found.

    *derivation* is D1 to D13, `explicit`, `registration` or `lookup`; *key* the key of the number that gave it; *level*
    where that number stands.  *confirmed* says that somebody stated the address as such, or that a directory knows it.
    """

    scheme: str
    value: str
    derivation: str
    key: str
    level: Level
    confirmed: bool = False

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"

    @property
    def participant(self) -> str:
        """The participant in the envelope and in a look-up; its scheme and value are those of the address."""
        return f"iso6523-actorid-upis::{self}"

    def as_dict(self) -> dict[str, Any]:
        """Return the address for JSON."""
        return {
            "scheme": self.scheme,
            "value": self.value,
            "participant": self.participant,
            "derivation": self.derivation,
            "from": self.key,
            "level": self.level,
            "confirmed": self.confirmed,
        }


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the decision: *about* whom or what, by which *rule* of the tables, and in words."""

    about: Literal["seller", "buyer", "channel", "document"]
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Something without which the invoice cannot be addressed: whose, the *key* of the context, the business term.

    *code* is that of the finding that demands it (None: only the set-up does), *add* the lines that would
    mend it.
    """

    about: Literal["seller", "buyer", "document"]
    key: str
    term: str
    code: str | None
    add: str


@dataclass(frozen=True, slots=True)
class CardAddress:
    """What a customer card alone gives, without an invoice: the address, why, what is wrong and what is missing."""

    address: Address | None
    reasons: tuple[Reason, ...] = ()
    findings: tuple[Finding, ...] = ()
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class Receiver:
    """One party of the answer to a look-up."""

    company_id: str | None = None
    name: str | None = None
    org_number: str | None = None
    vat_number: str | None = None
    gln: str | None = None
    participants: tuple[str, ...] = ()
    connected: bool | None = None
    capability: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """How the receiver is addressed.

    *channel* is None when nothing can be sent before something is decided or corrected; *carrier* who takes it;
    *receiver* the one that a look-up gave.  *invoice* is the one that was judged, with what the context fills.
    """

    seller: Address | None
    buyer: Address | None
    channel: Channel | None
    carrier: Carrier = "peppol"
    receiver: Receiver | None = None
    reasons: tuple[Reason, ...] = ()
    findings: tuple[Finding, ...] = ()
    missing: tuple[Missing, ...] = ()
    rules: str = ""
    invoice: Invoice | None = field(default=None, repr=False, compare=False)

    @property
    def has_errors(self) -> bool:
        """True when something has to be corrected before the invoice can go."""
        return any(finding.severity == "error" for finding in self.findings)

    def as_dict(self) -> dict[str, Any]:
        """Return the decision for JSON, without the invoice."""
        receiver = self.receiver
        return {
            "channel": self.channel,
            "carrier": self.carrier,
            "rules": self.rules,
            "seller": None if self.seller is None else self.seller.as_dict(),
            "buyer": None if self.buyer is None else self.buyer.as_dict(),
            "receiver": None if receiver is None else {"id": receiver.company_id, "name": receiver.name},
            "reasons": [{"about": r.about, "rule": r.rule, "text": r.text} for r in self.reasons],
            "missing": [
                {"about": m.about, "key": m.key, "term": m.term, "code": m.code, "add": m.add} for m in self.missing
            ],
            "findings": [finding.as_dict() for finding in self.findings],
        }
