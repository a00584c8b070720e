"""The channel: e-invoice, e-mail or letter, by the steps of the table.

| step | when | what |
|---|---|---|
| 1 | the invoicing method is another one | not sent here |
| stated | the card says `pdf` or `paper` | that, where it can be done |
| 2 | a private person | e-invoice to a consumer, else e-mail, else letter |
| 3 | one receiver answers a look-up, or there is an address and nobody asked | e-invoice |
| 4 | several receivers answer | stop: the customer has to say which |
| 5 | none, and a public body | stop: the law demands an e-invoice |
| 6 | none | e-mail, else letter, else nothing |

Without a look-up the address counts as reachable; the warning that it was derived stays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from einvoice.context import InexchangeSettings
from einvoice.identifiers import endpoint
from einvoice.identifiers.digits import compact
from einvoice.identifiers.personal import mask
from einvoice.model import Invoice
from einvoice.routing import tables
from einvoice.routing.decision import Address, Channel, Receiver
from einvoice.routing.inexchange.lookup import Answer
from einvoice.routing.notes import Notes, lines_for
from einvoice.routing.numbers import Numbers

UNUSABLE: Final = ("E-ROUTE-102", "E-ROUTE-103", "E-ROUTE-104", "E-ROUTE-105")
"""Faults of the buyer's numbers after which no address is taken."""

BILLECTA_METHOD: Final = "billecta:DeliveryMethod"
BILLECTA_PERSON: Final = "billecta:DebtorType"
BY_BILLECTA: Final = {"Email": "pdf", "Mail": "paper"}
"""How Billecta says that an invoice goes by e-mail or on paper."""

EXPLAINED: Final = (*UNUSABLE, "E-ROUTE-101", "W-ROUTE-204")
"""Findings that say already why there is no e-invoice."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: the channel, the address as a look-up leaves it, and the receiver that it gave."""

    channel: Channel | None
    address: Address | None
    receiver: Receiver | None = None


def choose(
    invoice: Invoice,
    numbers: Numbers,
    address: Address | None,
    settings: InexchangeSettings | None,
    answer: Answer | None,
    notes: Notes,
) -> Choice:
    """Return how the invoice goes to the buyer; the steps, and what stops it, go into *notes*."""
    card = numbers.card
    method = card.invoicing_method if card is not None else None
    if settings is not None and method is not None and method.strip().casefold() != settings.method.strip().casefold():
        notes.say("channel", "step 1", f"invoicing method {method!r} is not {settings.method!r}: not sent here")
        return Choice("other", address)
    wanted: str | None = card.delivery_method if card is not None else None
    who = "the card says delivery_method"
    if wanted is None:
        stated = invoice.native.get(BILLECTA_METHOD)
        wanted, who = BY_BILLECTA.get(stated or ""), "the invoice says DeliveryMethod"
    if wanted in ("pdf", "paper"):
        return Choice(_as_stated(invoice, numbers, wanted, f"{who} {wanted!r}", notes), address)
    person = card.private_person if card is not None else None
    if person is None and invoice.buyer is not None:
        person = invoice.buyer.native.get(BILLECTA_PERSON) == "Private"
    if person:
        return Choice(_to_a_person(invoice, numbers, settings, notes), address)
    if answer is not None:
        return _by_lookup(invoice, numbers, address, answer, notes)
    if address is not None:
        if settings is not None and card is not None and card.recipient_id:
            notes.say(
                "channel", "step 3", f"e-invoice: recipient_id = {card.recipient_id!r} of the card is the receiver"
            )
            return Choice("e-invoice", replace(address, confirmed=True), Receiver(company_id=card.recipient_id))
        seen = "" if address.confirmed else "; nobody has looked it up"
        notes.say("channel", "step 3", f"e-invoice to {address}{seen}")
        return Choice("e-invoice", address)
    return _without_receiver(invoice, numbers, address, notes, looked_up=False)


def _to_a_person(
    invoice: Invoice, numbers: Numbers, settings: InexchangeSettings | None, notes: Notes
) -> Channel | None:
    if settings is not None and numbers.code is not None and numbers.code in settings.consumers:
        notes.say("channel", "step 2", "a private person whose bank is known: e-invoice to a consumer")
        return "consumer"
    return _by_mail(invoice, numbers, notes, "step 2", "a private person")


def _as_stated(invoice: Invoice, numbers: Numbers, method: str, why: str, notes: Notes) -> Channel | None:
    if public := public_body(numbers):
        _refuse_public(numbers, public, notes)
        return None
    if method == "paper" and (where := postal_address(invoice)) is not None:
        notes.say("channel", "stated", f"{why}: letter to {where}")
        return "paper"
    if method == "paper":
        notes.say("channel", "stated", f"{why}, and the postal address is not complete")
    return _by_mail(invoice, numbers, notes, "stated", why)


def _by_mail(invoice: Invoice, numbers: Numbers, notes: Notes, rule: str, why: str) -> Channel | None:
    """Return e-mail, or else letter; names a buyer who can be reached by neither, unless that is said already."""
    if mail := email(invoice, numbers):
        notes.say("channel", rule, f"{why}: PDF by e-mail to {mail}")
        return "pdf"
    if (where := postal_address(invoice)) is not None:
        notes.say("channel", rule, f"{why}, no e-mail address: letter to {where}")
        return "paper"
    if not notes.found(*EXPLAINED, about="buyer"):
        notes.find(
            "E-ROUTE-112",
            f"{numbers.who}: no address for e-invoices, no e-mail address and no complete postal address",
            "buyer",
            fix=f"add: {lines_for(numbers, email='…')} (or street, postal_code and city)",
        )
        notes.lack("buyer", "email", "BT-58", "E-ROUTE-112", lines_for(numbers, email="…"))
    notes.say("channel", rule, f"{why}, and neither an e-mail address nor a complete postal address: nothing is sent")
    return None


# ------------------------------------------------------------------------------------------ with a look-up


def _by_lookup(invoice: Invoice, numbers: Numbers, address: Address | None, answer: Answer, notes: Notes) -> Choice:
    able = answer.able()
    if address is None and notes.found(*UNUSABLE, "W-ROUTE-204", about="buyer"):
        return _without_receiver(invoice, numbers, None, notes, looked_up=False)
    chosen = numbers.card.recipient_id if numbers.card is not None else None
    if chosen is not None and any(r.company_id == chosen for r in able):
        able = [r for r in able if r.company_id == chosen]
        notes.say("channel", "step 3", f"recipient_id = {chosen!r} of the card names the receiver")
    elif address is not None and address.scheme == "0088":
        known = [r for r in able if _has_gln(r, address)]
        if not known and any(_same_number(r, numbers) for r in able):
            stated = numbers.text("business_id")
            number = "VAT number" if stated is None else f"number {mask(stated)}"
            notes.find(
                "W-ROUTE-201",
                f"{numbers.who}: GLN {address.value} is not known to the directory, the {number} is; the "
                "invoice would reach the organisation, not the department",
                numbers.given[address.key].path,
                value=address.value,
            )
            notes.say("channel", "step 3", "stop: the organisation takes the place of a department only when asked to")
            return Choice(None, address)
        able = known
    else:
        named = [r for r in able if address is not None and _has_participant(r, address)]
        if "business_id" in numbers.given or "vat_id" in numbers.given:  # else there is nothing to compare
            able = [r for r in able if _same_number(r, numbers) or not (r.org_number or r.vat_number)]
        able = named or able
    if not able:
        return _without_receiver(invoice, numbers, address, notes, looked_up=True)
    if len(able) > 1:
        listed = "; ".join(_shown(r) for r in able)
        notes.find("E-ROUTE-110", f"{numbers.who}: {len(able)} receivers answer: {listed}", "buyer.electronic_address")
        notes.lack("buyer", "gln", "BT-49", "E-ROUTE-110", lines_for(numbers, gln="…"))
        notes.say("channel", "step 4", "stop: the customer has to say which receiver it is")
        return Choice(None, address)
    (receiver,) = able
    found = _address_of(receiver, numbers) if address is None else _judged(address, receiver, notes)
    if address is None and found is not None:
        notes.say("buyer", "lookup", f"{found}: {tables.DERIVATIONS['lookup'].says}")
    notes.say("channel", "step 3", f"e-invoice: one receiver answers, {_shown(receiver)}")
    return Choice("e-invoice", found, receiver)


def _judged(address: Address, receiver: Receiver, notes: Notes) -> Address:
    """Return *address* as confirmed, unless the directory lists other ones for the receiver."""
    if not receiver.participants or _has_participant(receiver, address):
        return replace(address, confirmed=True)
    if address.scheme == "0088" and compact(receiver.gln or "") == address.value:
        return replace(address, confirmed=True)
    notes.say("buyer", "lookup", f"the directory knows {', '.join(receiver.participants)}, and not {address}")
    return replace(address, confirmed=False)


def _address_of(receiver: Receiver, numbers: Numbers) -> Address | None:
    """Return the address that the directory gives for its only receiver."""
    stated = next((p for p in receiver.participants if endpoint.is_valid(p)), None)
    if stated is not None:
        return _from_lookup(endpoint.parse_endpoint(stated))
    try:
        found = endpoint.derive_endpoint(
            country=numbers.country, gln=receiver.gln, business_id=receiver.org_number, vat_number=receiver.vat_number
        )
    except ValueError:
        return None
    return None if found is None else _from_lookup(found)


def _from_lookup(found: endpoint.Endpoint) -> Address:
    return Address(found.scheme, found.value, "lookup", "lookup", "lookup", confirmed=True)


def _has_gln(receiver: Receiver, address: Address) -> bool:
    return compact(receiver.gln or "") == address.value or _has_participant(receiver, address)


def _has_participant(receiver: Receiver, address: Address) -> bool:
    """Participants are compared without regard to case (OpenPeppol policy for use of identifiers)."""
    wanted = str(address).casefold()
    return any(p.casefold().removeprefix(endpoint.PARTICIPANT_PREFIX) == wanted for p in receiver.participants)


def _same_number(receiver: Receiver, numbers: Numbers) -> bool:
    pairs = ((receiver.org_number, numbers.text("business_id")), (receiver.vat_number, numbers.text("vat_id")))
    return any(one and other and _bare(one) == _bare(other) for one, other in pairs)


def _bare(text: str) -> str:
    return compact(text, drop="-. ").upper()


def _shown(receiver: Receiver) -> str:
    parts = [receiver.name or "?"]
    parts += [f"number {mask(receiver.org_number)}"] if receiver.org_number else []
    parts += [f"GLN {receiver.gln}"] if receiver.gln else []
    parts += [f"id {receiver.company_id}"] if receiver.company_id else []
    return ", ".join(parts)


def _without_receiver(
    invoice: Invoice, numbers: Numbers, address: Address | None, notes: Notes, *, looked_up: bool
) -> Choice:
    if notes.found(*UNUSABLE, about="buyer") and address is None:
        notes.say("channel", "stop", "nothing is sent before the number is corrected")
        return Choice(None, None)
    if looked_up and (public := public_body(numbers)):
        _refuse_public(numbers, public, notes)
        return Choice(None, address)
    if not looked_up and address is None and not notes.found("W-ROUTE-204", about="buyer"):
        find_no_address(numbers, notes)
    why = "nobody receives e-invoices under these numbers" if looked_up else "no address for e-invoices"
    return Choice(_by_mail(invoice, numbers, notes, "step 6", why), address)


def find_no_address(numbers: Numbers, notes: Notes) -> None:
    """Name a buyer without an address, with what the card would have to say."""
    idle = [key for key in ("business_id", "vat_id") if key in numbers.given]
    if idle and numbers.country:
        said = " and ".join(f"{key} {mask(numbers.text(key) or '')!r}" for key in idle)
        message = f"{numbers.who} has no electronic address; {said} gives none in {numbers.country}"
        wanted = ["endpoint"]
    elif idle:
        message = f"{numbers.who} has no electronic address: without its country the number gives none"
        wanted = ["country"]
    else:
        message = f"{numbers.who} has no electronic address, no GLN, no registration number and no VAT number"
        wanted = ["business_id"]
    if numbers.card is None and not idle and len(numbers.keys) + (numbers.code is not None) > 1:
        message += ", and no card of the context is its own"
    terms = {"endpoint": "BT-49", "country": "BT-55", "business_id": "BT-47"}
    keys = [*wanted, *(["country"] if not numbers.country and "country" not in wanted else [])]
    add = lines_for(numbers, **dict.fromkeys(keys, "…"))
    notes.find(
        "E-ROUTE-101", message, "buyer.electronic_address", fix=f"add to {notes.place}: {add} (or gln, endpoint)"
    )
    for key in wanted:
        notes.lack("buyer", key, terms[key], "E-ROUTE-101", add)


# ------------------------------------------------------------------------------------------ who and where


def public_body(numbers: Numbers) -> str | None:
    """Return what says that the buyer is a public body of Sweden or Finland; None when nothing does."""
    if (numbers.country or "").upper() not in tables.PUBLIC_COUNTRIES:
        return None
    stated = numbers.card.public_body if numbers.card is not None else None
    if stated is not None:
        return "public_body of the card" if stated else None
    number = compact(numbers.text("business_id") or "")[-10:]
    what = tables.PUBLIC_PREFIXES.get(number[:4]) if (numbers.country or "").upper() == "SE" else None
    return None if what is None else f"number {number[:6]}-…, {what}"


def _refuse_public(numbers: Numbers, public: str, notes: Notes) -> None:
    notes.find(
        "E-ROUTE-111",
        f"{numbers.who}: a public body ({public}) has to get an e-invoice, and there is no receiver for one",
        "buyer.electronic_address",
    )
    notes.lack("buyer", "gln", "BT-49", "E-ROUTE-111", lines_for(numbers, gln="…"))
    notes.say("channel", "step 5", "stop: a public body takes e-invoices only")


def email(invoice: Invoice, numbers: Numbers) -> str | None:
    """Return the e-mail address for invoices: that of the card, else that of the buyer's contact (BT-58)."""
    card = numbers.card
    stated = (card.invoice_email or card.email) if card is not None else None
    if stated:
        return stated
    contact = invoice.buyer.contact if invoice.buyer is not None else None
    return contact.email if contact is not None and contact.email else None


def postal_address(invoice: Invoice) -> str | None:
    """Return the postal address of the buyer (BG-8) in a line; None when it is not complete."""
    address = invoice.buyer.address if invoice.buyer is not None else None
    if address is None or not (address.line_1 and address.city and address.post_code):
        return None
    return f"{address.line_1}, {address.post_code} {address.city}"
