"""The decision: two addresses, a channel, and what is missing, in the order of the tables.

An invoice that was read with a context holds already what the context filled.  What the document itself states is told
from it by *stated*, since a value given for this invoice goes before the card of the customer.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from einvoice.context import Context, ContextParty
from einvoice.identifiers.digits import bare
from einvoice.model import Invoice, Party
from einvoice.routing.address import find_address
from einvoice.routing.channel import choose, find_no_address
from einvoice.routing.decision import Address, CardAddress, Carrier, Decision, Side
from einvoice.routing.document import check_attachments, check_reference, check_seller, check_vat_numbers
from einvoice.routing.inexchange import lookup, setup
from einvoice.routing.inexchange.lookup import Answer, Request
from einvoice.routing.notes import Notes, lines_for
from einvoice.routing.numbers import Numbers, collect
from einvoice.routing.tables import rules_in_force

ADDRESSED: Final = ("e-invoice", None)
"""Channels for which the demands of BIS Billing count: e-invoices, also those that something stops."""


def decide(
    invoice: Invoice,
    context: Context,
    *,
    stated: Collection[str] | None = None,
    answer: Answer | None = None,
    on: date | None = None,
) -> Decision:
    """Return how *invoice* is addressed.

    *stated* are the paths in the model that the document itself states; None says that *invoice* is as it was before
    the context filled it.  *answer* is that of a look-up for this buyer.  *on* is the day whose rules count, None takes
    the newest: an address that has been removed does not come back with the date of an old invoice.
    """
    notes = Notes(context)
    filled, seller, buyer = _parties(invoice, context, stated)
    settings = context.inexchange
    seller_address = find_address(seller, notes, on)
    if seller_address is None:
        _find_no_sender(seller, notes)
    buyer_address = find_address(buyer, notes, on)
    choice = choose(filled, buyer, buyer_address, settings, answer, notes)
    if choice.channel == "e-invoice":
        _name_guess(choice.address, buyer, notes)
    if settings is not None and buyer.card is not None and choice.channel != "other":
        for field in setup.lacking(buyer.card, settings):
            notes.say("buyer", "set-up", f"the card lacks {field.name} ({field.key}), which the set-up demands")
            notes.lack("buyer", field.key or "", "BT-47", None, lines_for(buyer, **{field.key or "": "…"}))
    check_seller(filled, seller, notes)
    check_vat_numbers(filled, seller, buyer, notes)
    if choice.channel in ADDRESSED:
        check_reference(filled, buyer, settings, notes)
        check_attachments(filled, buyer, settings, notes)
    carrier: Carrier = "inexchange" if settings is not None and choice.channel != "other" else "peppol"
    return Decision(
        seller=seller_address,
        buyer=choice.address,
        channel=choice.channel,
        carrier=carrier,
        receiver=choice.receiver,
        reasons=tuple(notes.reasons),
        findings=tuple(notes.findings),
        missing=tuple(notes.missing),
        rules=f"Peppol BIS Billing {rules_in_force(on).version}",
        invoice=filled,
    )


def address_of_card(card: ContextParty, side: Side = "buyer", on: date | None = None) -> CardAddress:
    """Return the address that the numbers of a card give, with what is wrong in the card.

    Whether a directory knows the address (W-ROUTE-202) is a question of the invoice that goes there: `decide` asks it.
    """
    notes = Notes(Context())
    numbers = collect(side, Party(name=card.name), Party(), card)
    address = find_address(numbers, notes, on)
    if address is None and not notes.findings:
        if side == "seller":
            _find_no_sender(numbers, notes)
        else:
            find_no_address(numbers, notes)
    return CardAddress(address, tuple(notes.reasons), tuple(notes.findings), tuple(notes.missing))


def lookup_request(invoice: Invoice, context: Context, *, stated: Collection[str] | None = None) -> Request:
    """Return the question to InExchange who the buyer of *invoice* is; the arguments are those of `decide`."""
    filled, _, buyer = _parties(invoice, context, stated)
    return lookup.lookup_request(filled, buyer, find_address(buyer, Notes(context)))


def _parties(invoice: Invoice, context: Context, stated: Collection[str] | None) -> tuple[Invoice, Numbers, Numbers]:
    filled = context.fill(invoice)
    seller_card = context.seller if _is_our_seller(filled, context) else None
    buyer_card = context.customer_of(filled)
    found = []
    pairs: tuple[tuple[Side, Party | None, Party | None, ContextParty | None], ...] = (
        ("seller", filled.seller, invoice.seller, seller_card),
        ("buyer", filled.buyer, invoice.buyer, buyer_card),
    )
    for side, party, before, card in pairs:
        own = before or Party()
        if stated is not None:
            own = _own(side, own, card, stated)
        found.append(collect(side, party or Party(), own, card))
    return filled, found[0], found[1]


def _is_our_seller(filled: Invoice, context: Context) -> bool:
    """Say whether the seller of the context is that of the invoice: by number, or else by name."""
    card, party = context.seller, filled.seller or Party()
    if card is None:
        return False
    known = (card.registration() or (None,))[0]
    number = party.legal_registration_identifier
    if number and known:
        return bare(number) == bare(known)
    if party.vat_identifier and card.vat_id:
        return bare(party.vat_identifier) == bare(card.vat_id)
    return party.name is None or party.name == card.name


def _own(side: Side, party: Party, card: ContextParty | None, stated: Collection[str]) -> Party:
    """Return *party* without what the context filled in: what the document does not state and the card says."""
    if card is None:
        return party
    update: dict[str, object] = {}
    country = party.address.country_code if party.address is not None else None
    address = card.electronic_address(country, of_seller=side == "seller")
    if f"{side}.electronic_address" not in stated and party.electronic_address:
        number = party.legal_registration_identifier
        # The address of a document may be its own registration number, put there by the reader.
        if (party.electronic_address_scheme, party.electronic_address) == address or (
            number is not None and bare(number) in bare(party.electronic_address)
        ):
            update |= {"electronic_address": None, "electronic_address_scheme": None}
    known = (card.registration() or (None,))[0]
    if f"{side}.legal_registration_identifier" not in stated and party.legal_registration_identifier == known:
        update |= {"legal_registration_identifier": None, "legal_registration_identifier_scheme": None}
    vat = party.vat_identifier
    if f"{side}.vat_identifier" not in stated and vat and card.vat_id and bare(vat) == bare(card.vat_id):
        update["vat_identifier"] = None
    own = [
        entry
        for n, entry in enumerate(party.identifiers)
        if f"{side}.identifiers[{n}].value" in stated or entry.value != card.gln
    ]
    if len(own) != len(party.identifiers):
        update["identifiers"] = tuple(own)
    return party.model_copy(update=update) if update else party


def _find_no_sender(seller: Numbers, notes: Notes) -> None:
    if any(reason.about == "seller" and reason.rule.endswith(" decides") for reason in notes.reasons):
        return  # the number that is wrong is named
    if notes.found("E-ROUTE-105", about="seller"):
        return
    finnish = seller.country in ("FI", "AX")
    wanted = {"endpoint": "0216:0037…" if finnish else "…"} if seller.given else {"business_id": "…", "country": "…"}
    add = lines_for(seller, **wanted)
    notes.find(
        "E-ROUTE-106",
        f"{seller.who} has no electronic address",
        "seller.electronic_address",
        fix=f"add to {notes.place}: {add}",
    )
    notes.lack("seller", next(iter(wanted)), "BT-34", "E-ROUTE-106", add)


def _name_guess(address: Address | None, buyer: Numbers, notes: Notes) -> None:
    if address is None or address.confirmed:
        return
    how = f"was derived from {address.key} and nobody has confirmed it"
    if address.derivation in ("explicit", "D13"):
        how = "is stated, and the directory knows the receiver under another one"
    notes.find(
        "W-ROUTE-202",
        f"{buyer.who}: address {address} {how}",
        buyer.given[address.key].path,
        fix=f"look the receiver up, or write the address that the customer gave: "
        f"{lines_for(buyer, endpoint=str(address))}",
        value=str(address),
    )
