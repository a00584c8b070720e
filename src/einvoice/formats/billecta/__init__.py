"""Billecta JSON (format id ``billecta``): the entry that creates an invoice, invoices as returned, and lists of them.

``views.py``    the members of the service's views, from ``schemas/billecta``
``kinds.py``    which view an object is
``tree.py``     JSON with the types of its views; amounts, enums and what is unknown
``mapping.py``  the table; ``codecs.py`` days, ``keeping.py`` what is kept
``settle.py``   after reading; ``rows.py``, ``parties.py``, ``payment.py`` are its parts
``amounts.py``  after the invoice is made: sign, VAT (``vat.py``), fees, totals
``settled.py``  what settling works with
``project.py``  before writing: the same, backwards
``render.py``   the written tree as JSON
``models.py``   the views as classes
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple

from einvoice.context import BILLECTA_DEBTOR, Context, toml_text
from einvoice.errors import NoInvoice
from einvoice.findings import Finding
from einvoice.formats.billecta import settle, views
from einvoice.formats.billecta.kinds import kind_of, respelt
from einvoice.formats.billecta.mapping import FORMAT, MAPPING
from einvoice.formats.billecta.project import FROM_CONTEXT, Projection, project
from einvoice.formats.billecta.render import dumps, render
from einvoice.formats.billecta.settled import Settled, finding
from einvoice.formats.billecta.tree import open_tree
from einvoice.formats.detect import Source
from einvoice.formats.document import DEBTOR_SUFFIX, Companion, Document, Part, Written, refuse_unreadable
from einvoice.formats.mapping import JsonNode, Places
from einvoice.formats.mapping.account import leaves
from einvoice.formats.mapping.loss import compare, derived, is_named, places_to
from einvoice.formats.mapping.place import Noted
from einvoice.jsontext import Items, parse
from einvoice.model import Invoice
from einvoice.model.implied import deliver_to

MAPPINGS = (MAPPING,)


class Content(NamedTuple):
    """A value of a source and where it stands: ``""`` for the whole document, ``/3`` in an array."""

    value: Any
    pointer: str


def parts(source: Source) -> Iterator[Part]:
    """Yield the objects in *source*, each parsed when its turn comes."""
    if isinstance(source.json, Items):
        for index, value in enumerate(source.json):
            yield Part(Content(value, f"/{index}"), index)
    else:
        yield Part(Content(source.json, ""), 0)


def read_part(part: Part, context: Context) -> Document:
    """Return the invoice in *part*."""
    content: Content = part.content
    value, pointer = content.value, content.pointer
    view = kind_of(value)
    if view not in (views.ENTRY, views.ACTION, views.SUMMARY):
        raise _no_invoice(value, view, pointer)
    opened = open_tree(value, view, pointer)
    refuse_unreadable(opened.findings)
    return _read(part, opened.members, view, opened.currency, [*part.findings, *opened.findings], context, locate=True)


def _read(
    part: Part,
    members: dict[str, Any],
    view: str,
    currency: str | None,
    findings: list[Finding],
    context: Context,
    *,
    locate: bool,
) -> Document:
    node = JsonNode("", members, part.content.pointer)
    result = MAPPING.read(node)
    refuse_unreadable(result.findings)
    values = result.values
    if currency is not None:
        values["currency"] = currency
    done = settle.settle(values, view, context, part.content.pointer)

    @cache
    def trace() -> Places:
        places = MAPPING.places(node, result)
        return places.moved(moved(places.noted, done))

    stated = Invoice.__pydantic_validator__.validate_python(values)
    other = _other_account(stated, context)
    done.findings += other
    interest = stated.native.get("billecta:ActionType") == settle.INTEREST
    invoice = settle.complete(stated, context, done, entry=view == views.ENTRY, interest=interest)
    document = Document(stated, FORMAT, [], part.index, None, trace, part.content)
    settled = document.locate(done.findings) if locate else done.findings
    if view == views.SUMMARY:
        settled.append(_summary(part.content.pointer))
    # Another account is another seller: what the context says of its own must not stand in the invoice.
    known = context.model_copy(update={"seller": None}) if other else context
    invoice = deliver_to(_filled(invoice, known))
    return replace(document, invoice=invoice, findings=[*findings, *result.findings, *settled])


def _filled(invoice: Invoice, context: Context) -> Invoice:
    """Return *invoice* filled, with a note when the contact of the seller comes from the context."""
    filled = context.fill(invoice)
    stated = invoice.seller is not None and invoice.seller.contact is not None
    if stated or filled.seller is None or filled.seller.contact is None:
        return filled
    seller = filled.seller.model_copy(update={"native": {**filled.seller.native, FROM_CONTEXT: "1"}})
    return filled.model_copy(update={"seller": seller})


def _other_account(invoice: Invoice, context: Context) -> list[Finding]:
    """Say that the sender account is not the one of the context."""
    own, stated = context.billecta.creditor_public_id, invoice.native.get("billecta:CreditorPublicId")
    if own is None or stated is None or own.strip().lower() == stated.strip().lower():
        return []
    return [
        finding(
            "EI-BILLECTA-CREDITOR-ID",
            "error",
            f"CreditorPublicId is {stated}, the account of the context is {own}; the seller of the context is not "
            "filled in",
            "take the context of the company that sent the invoice, or correct [billecta] creditor_public_id",
            ("BG-4",),
            stated,
            "native.billecta:CreditorPublicId",
        )
    ]


def _no_invoice(value: Any, view: str | None, pointer: str) -> NoInvoice:
    names = {views.DEBTOR: "a customer (DebtorView)", views.CREDITOR: "a sender account (CreditorView)"}
    place = pointer or None
    if isinstance(value, dict) and (respelling := respelt(value)):
        return NoInvoice(respelling[0], fix=respelling[1], path=place)
    if view is None:
        return NoInvoice(
            "the object is no invoice of Billecta that is known",
            fix="an entry has CreditorPublicId, DebtorPublicId and Records; an answer has ActionPublicId as well",
            path=place,
        )
    lines = _card(value) if view == views.DEBTOR else '[seller], and [billecta] | creditor_public_id = "…"'
    return NoInvoice(
        f"the object is {names[view]}, and no invoice", fix=f"put it into the context: {lines}", path=place
    )


def _card(debtor: dict[str, Any]) -> str:
    """Return the lines of a context that say what *debtor* does; the number of a person stays where it is."""

    def stated(*members: str) -> str | None:
        values = (debtor.get(name) for name in members)
        return next((value for value in values if isinstance(value, str) and value.strip()), None)

    code = stated("DebtorExternalId", "DebtorNo") or "…"
    keys = {"code": code, "name": stated("Name")}
    if debtor.get("DebtorType") != "Private":
        keys |= {"business_id": stated("OrgNo"), "vat_id": stated("VatNumber"), "gln": stated("GLN")}
    card = " | ".join(f"{key} = {toml_text(text)}" for key, text in keys.items() if text)
    guid = toml_text(stated("DebtorPublicId") or "…")
    return f"[[customers]] | {card} | [billecta.debtors] | {toml_text(code)} = {guid}"


def _summary(pointer: str) -> Finding:
    return replace(
        finding(
            "EI-BILLECTA-LIST",
            "warning",
            "an entry of a list holds neither rows nor VAT; only number, dates, parties and sums are known",
            "fetch the whole invoice by its ActionPublicId",
            ("BG-25",),
        ),
        path=pointer or "/",
    )


_LINE: Final = re.compile(r"lines\[(\d+)\](.*)\Z", re.DOTALL)


def moved(places: Mapping[str, Noted], done: Settled) -> dict[str, Noted]:
    """Return *places* by the paths that values have after settling."""
    line_of = {row: line for line, row in enumerate(done.rows)}
    found: dict[str, Noted] = {}
    for path, place in places.items():
        match = _LINE.match(path)
        if match is None:
            found[path] = place
            continue
        row = int(match[1])
        found[f"rows[{row}]{match[2]}"] = place
        if row in line_of:
            found[f"lines[{line_of[row]}]{match[2]}"] = place
    stated = dict(found)
    for new, old in done.moves.items():
        if old in stated:
            found[new] = stated[old]
    for path in [path for path in found if path.endswith((".quantity", ".net_price"))]:
        line, _, _ = path.rpartition(".")
        found.setdefault(f"{line}.vat_category", found.get(f"{line}.vat_rate", found[path]))
    return found


DEBTOR_TASK: Final = (
    "create it in Billecta, and put the PublicId that comes back into [billecta.debtors] of the context"
)


def write(invoice: Invoice, context: Context, version: str | None = None) -> Written:
    """Return *invoice* as an entry that creates it, with a finding for everything that is not as it was.

    The customer is named by number.  Where neither the source nor the context knows it, the customer to create goes
    beside the entry (`Written.companions`).  The entry is read back, with that customer, and every value that does not
    return is named.
    """
    made = project(invoice, context)
    invoice = made.basis or invoice
    element, built = MAPPING.build(made.view, invoice.currency)
    entry = render(element, views.ENTRY, invoice.currency)
    findings = [*made.findings, *_of_invoice(built, made)]
    named = made.named | {f.model_path for f in findings if f.is_loss and f.model_path}
    data = dumps(entry)
    back = made.in_order(invoice, _returned(entry, data, made, context))
    lost = [_reasoned(f, made) for f in compare(invoice, invoice, back, MAPPING.account, named)]
    named |= {f.model_path for f in lost if f.model_path}
    companions: tuple[Companion, ...] = ()
    if made.debtor is not None:
        companions = (Companion(DEBTOR_SUFFIX, dumps(made.debtor), "the file with the customer", DEBTOR_TASK),)
    return Written(data, [*findings, *lost], _derived(invoice, made, named), companions)


def _of_invoice(built: list[Finding], made: Projection) -> list[Finding]:
    """Return what the table says of the view in terms of the invoice; what has no place at all is left to comparison.

    A kept text has its reason here only: the service gives it and does not take it.
    """
    found = []
    for each in built:
        path = made.told(each.model_path or "")
        if each.code == "LOSS-NO-PLACE":
            if "native." not in path:
                continue
            message = f"{each.message.partition(': ')[0]}: {_ANSWERED}"
            each = replace(each, code="LOSS-NATIVE", severity="info", message=message)
        found.append(replace(each, model_path=path))
    return found


_ANSWERED: Final = "billecta gives it and does not take it"


def _returned(entry: dict[str, Any], data: bytes, made: Projection, context: Context) -> Invoice:
    """Return the invoice that a reader makes of *entry*, which is *data*, and of the customer that goes with it."""
    value = parse(data if made.debtor is None else dumps({**entry, "Debtor": made.debtor}))
    opened = open_tree(value, views.ACTION if made.debtor is not None else views.ENTRY, "")
    part = Part(Content(value, ""), 0)
    return _read(part, opened.members, views.ENTRY, opened.currency, [], context, locate=False).invoice


def _reasoned(each: Finding, made: Projection) -> Finding:
    """Say why a value does not come back that goes with another one, or belongs to a customer named by number."""
    path = each.model_path or ""
    if (place := next((p for p in places_to(path) if p in made.because), None)) is not None:
        head, cause = each.message.partition(" is not carried")[0], made.because[place].partition(": ")[0]
        message = f"{head} is not carried as it stands: {cause}"
        return replace(each, code="LOSS-CHANGED", severity="info", message=message)
    if path == "totals.paid_amount" and each.code == "LOSS-NO-PLACE":
        return _unpaid(each)
    known = made.view.buyer is not None and made.view.buyer.native.get(BILLECTA_DEBTOR)
    if each.code == "LOSS-NO-PLACE" and path.startswith("buyer.") and known:
        head = each.message.partition(" is not carried")[0]
        message = f"{head} is not carried: the entry names the customer by number ({known}), who has data of his own"
        return replace(each, severity="info", message=message)
    if each.message.endswith(f" is not carried: {FORMAT} has no place for it"):
        why = next((why for term, why in _NO_PLACE.items() if term in each.terms), None)
        return each if why is None else replace(each, message=f"{each.message.partition(': ')[0]}: {why}")
    return each


_NO_PLACE: Final = {
    "BT-49": "a customer of Billecta has a GLN, or is found by its organisation number",
    "BT-49-1": "a customer of Billecta has a GLN, or is found by its organisation number",
    "BT-138": "a row has one discount, in per cent or as an amount",
    "BT-137": "the discount of a row is one of quantity times price",
}
"""Why a term that Billecta does have is not carried, where the table says how it is."""


def _unpaid(each: Finding) -> Finding:
    """Say what follows from an invoice that is created unpaid; of nothing paid nothing follows."""
    if not Decimal(each.value or 0):
        return replace(each, severity="info")
    fix = f"register the payment of {each.value} in Billecta when the invoice is created; else it is asked for again"
    return replace(each, fix=fix)


def _derived(invoice: Invoice, made: Projection, named: Collection[str]) -> list[Finding]:
    """Name what is not in the entry and comes back all the same."""
    written = {made.told(path.lstrip(".")) for path, _ in leaves(made.view, "")}
    found = []
    for path, value in leaves(invoice, ""):
        path = path.lstrip(".")
        if path not in written and ":_" not in path and not is_named(path, named):
            found.append(derived(path, value, FORMAT))
    return found
