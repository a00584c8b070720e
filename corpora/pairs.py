"""Every document of the corpora in every format: 4 x 4 pairs of formats, what differs afterwards, and what is said.

A *leg* is a document, what it became in a target, and the invoice that is read of that.  `differences` puts the two
invoices beside each other, value by value; `told` is what the conversion said.  The page of the pairs
(`docs/generate.py`) and `tests/formats/test_pairs.py` are made of these.

A document is converted twice: *known* with a context that holds the parties, as a company sends, and else with none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import einvoice
from einvoice import Context, Conversion, Document, EInvoiceError, Finding
from einvoice.context import ContextParty
from einvoice.formats.mapping.account import leaves
from einvoice.model import Invoice, Model, Party
from einvoice.model.terms import terms_at

CORPORA = Path(__file__).resolve().parent
FORMATS = ("netvisor", "finvoice", "peppol-bis", "billecta")
CREDITOR = "5e11e700-0000-4000-8000-000000000001"
DEBTOR = "deb70000-0000-4000-8000-00000000000a"
CONTEXTS = {"netvisor": "einvoice.toml", "billecta": "billecta.toml"}
"""What a document is read with, by its format: these two do not hold their parties."""


# ---------------------------------------------------------------------------------- legs


class Sample(NamedTuple):
    """An invoice of the corpora, by the name of its file and its position in it."""

    name: str
    document: Document


@cache
def context_of_format(format: str) -> Context:
    """Return the context with which the documents of *format* are read."""
    return Context.load(CORPORA / CONTEXTS[format]) if format in CONTEXTS else Context()


@cache
def samples(format: str) -> tuple[Sample, ...]:
    """Return the invoices of the corpus of *format*, and those of its faulty documents that can be read.

    An answer of a service that holds none gives none.
    """
    found = []
    folder = CORPORA / format
    for path in sorted((*folder.glob("*.*"), *folder.glob("negative/*.*"))):
        try:
            documents = list(einvoice.read_many(path, context=context_of_format(format)))
        except EInvoiceError:
            continue
        for document in documents:
            number = f"#{document.index + 1}" if len(documents) > 1 else ""
            found.append(Sample(path.relative_to(folder).as_posix() + number, document))
    return tuple(found)


class Leg(NamedTuple):
    """An invoice, what it became in another format, and what is read of that; *context* is known to both ways."""

    before: Invoice
    made: Conversion
    after: Invoice
    context: Context

    @property
    def findings(self) -> list[Finding]:
        """What was said of the source, and of its conversion."""
        return self.made.findings


def leg(one: Document, target: str, context: Context, version: str | None = None) -> Leg:
    """Take *one* to *target*; a customer that goes beside the entry of Billecta is joined to it."""
    made = einvoice.convert(one, target, context=context, validate=False, version=version)
    return Leg(one.invoice, made, read_back(made, context), context)


def read_back(made: Conversion, context: Context) -> Invoice:
    """Return the invoice in what was made, read with what its format does not hold: the others hold both parties."""
    known = context if made.target in CONTEXTS else Context(units=context.units)
    return einvoice.read(joined(made), made.target, known).invoice


def joined(made: Conversion) -> bytes:
    """The document with what goes beside it: attachments of Finvoice behind it, the customer of Billecta in it.

    The service gives an invoice back with its customer once it has created both.
    """
    if not made.companions:
        return made.data
    if made.target != "billecta":
        return made.data + b"".join(companion.data for companion in made.companions)
    entry, debtor = made.data.decode().rstrip(), made.companions[0].data.decode().rstrip()
    assert entry.endswith("\n}")
    return f'{entry[:-2]},\n"Debtor": {debtor}\n}}\n'.encode()


# ---------------------------------------------------------------------------------- a context made of the document


def card(party: Party) -> dict[str, str]:
    """The card of a party: all that a card can hold of it."""
    address, contact = party.address, party.contact
    found: dict[str, str | None] = {
        "name": party.name,
        "vat_id": party.vat_identifier,
        "business_id": party.legal_registration_identifier,
        "trading_name": party.trading_name,
        "tax_registration": party.tax_registration_identifier,
        "legal_information": party.additional_legal_information,
    }
    if address is not None:
        found |= {"street": address.line_1, "street2": address.line_2, "city": address.city}
        found |= {"postal_code": address.post_code, "country": address.country_code}
    if contact is not None:
        found |= {"contact_name": contact.name, "phone": contact.telephone, "email": contact.email}
    if party.electronic_address and party.electronic_address_scheme:
        found["endpoint"] = f"{party.electronic_address_scheme}:{party.electronic_address}"
    return {key: text for key, text in found.items() if text}


def code_of(invoice: Invoice) -> str:
    """What a card of the buyer is found by."""
    buyer = invoice.buyer or Party()
    numbers = [i for i in buyer.identifiers if i.value]
    own = [i.value for i in sorted(numbers, key=lambda i: i.scheme is not None)]
    return next((text for text in (*own, buyer.electronic_address, buyer.name) if text), "1")


def context_of(invoice: Invoice, *, debtor: bool = True) -> Context:
    """A context that knows of *invoice* what Billecta does not hold; with *debtor* the buyer is a customer there."""
    seller = card(invoice.seller or Party())
    for way in invoice.payment_instructions:
        transfer = way.credit_transfer
        if transfer is None or not transfer.account_identifier:
            continue
        bank = transfer.service_provider_identifier or ""
        key = {"SE:BANKGIRO": "bankgiro", "SE:PLUSGIRO": "plusgiro"}.get(bank, "iban")
        if key not in seller:
            seller[key] = transfer.account_identifier
            if key == "iban" and bank:
                seller["bic"] = bank
    categories = {entry.category for entry in invoice.vat_breakdown} | {line.vat_category for line in invoice.lines}
    credited = [entry.number for entry in invoice.preceding_invoices if entry.number]
    settings: dict[str, Any] = {
        "creditor_public_id": CREDITOR,
        "supplies": "goods" if categories & {"K", "G"} else "services",
        "credited_invoices": {number: f"24{n:08d}" for n, number in enumerate(credited, 1)},
        "cent_rounding": True,
    }
    zero = next((category for category in ("E", "Z", "O") if category in categories), None)
    if zero is not None:
        settings["zero_vat"] = zero
    sections: dict[str, Any] = {"seller": seller, "billecta": settings, "vat": reasons_of(invoice)}
    if debtor:
        settings["debtors"] = {code_of(invoice): DEBTOR}
        sections["customers"] = [card(invoice.buyer or Party()) | {"code": code_of(invoice)}]
    return Context.parse(sections)


def reasons_of(invoice: Invoice) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry in invoice.vat_breakdown:
        why = {"reason": entry.exemption_reason, "code": entry.exemption_reason_code}
        if entry.category and any(why.values()):
            found.setdefault(entry.category, {key: text for key, text in why.items() if text})
    return found


def context_of_pair(one: Document) -> Context:
    """Return the context of a company that sends and receives *one*: its parties, and what its format leaves open.

    That of the corpus of Billecta knows all customers by the numbers that stand in its documents.  All have an
    operator, through which attachments of Finvoice go.
    """
    own = context_of_format(one.format)
    context = own if one.format == "billecta" else context_of(one.invoice)
    seller, customers = context.seller, context.customers.items()
    update: dict[str, Any] = {"customers": {key: _with_operator(card, "NDEAFIHH") for key, card in customers}}
    if seller is not None:
        update["seller"] = _with_operator(seller, "ESIMFIHH")
    context = context.model_copy(update=update)
    if one.format == "billecta":
        return context
    return context.model_copy(update={"units": own.units, "vat": {**own.vat, **context.vat}})


def _with_operator(card: ContextParty, operator: str) -> ContextParty:
    return card if card.intermediator else card.model_copy(update={"intermediator": operator})


# ---------------------------------------------------------------------------------- differences


class Difference(NamedTuple):
    """A value that is not the same: its place in the model, as it was, as it is (None where nothing stands)."""

    path: str
    was: object
    now: object


Leaves = dict[str, object]


def differences(before: Invoice, after: Invoice) -> list[Difference]:
    """Return every value that *after* lacks, changes or adds.

    Lines stand in their order.  The items of other lists are beside those that they agree with most; one that is new
    has a position behind the last.  Notes of a reader to the writer of its own format (`:_`) are no values.
    """
    return [found for found in _differences(before, after, "") if ":_" not in found.path]


def _differences(before: Any, after: Any, path: str) -> Iterator[Difference]:
    if isinstance(before, Model) or isinstance(after, Model):
        for name in _fields(before) | _fields(after):
            place = f"{path}.{name}" if path else name
            yield from _differences(getattr(before, name, None), getattr(after, name, None), place)
    elif isinstance(before, tuple) or isinstance(after, tuple):
        for position, (one, other) in enumerate(_beside(before or (), after or (), path.endswith("lines"))):
            yield from _differences(one, other, f"{path}[{position}]")
    elif isinstance(before, dict) or isinstance(after, dict):
        for key in dict.fromkeys([*(before or ()), *(after or ())]):
            yield from _differences((before or {}).get(key), (after or {}).get(key), f"{path}.{key}")
    elif not same(path, before, after):
        yield Difference(path, before, after)


def _fields(value: Any) -> dict[str, None]:
    """Return the names of what *value* states, in order; a dictionary, so that the order stays."""
    return {name: None for name in type(value).model_fields if name in value.model_fields_set} if value else {}


def _beside(before: tuple[Any, ...], after: tuple[Any, ...], in_order: bool) -> list[tuple[Any, Any]]:
    """Return the items of two lists in pairs; those of *after* that are left stand behind, with nothing."""
    if before == after or (in_order and len(before) == len(after)):
        return list(zip(before, after, strict=True))
    owns, texts = ([dict(leaves(one, "")) for one in items] for items in (before, after))
    if in_order:
        partner = _in_order(owns, texts)
        free = set(range(len(after))) - set(partner.values())
    else:
        partner, free = _best(owns, texts)
    found = [(one, after[partner[p]] if p in partner else None) for p, one in enumerate(before)]
    return found + [(None, after[n]) for n in sorted(free)]


def _best(owns: list[Leaves], texts: list[Leaves]) -> tuple[dict[int, int], set[int]]:
    """Return the position of the partner of each item, by how much they agree, and the positions that are left."""
    free = set(range(len(texts)))
    partner: dict[int, int] = {}
    scores = sorted(((_agreement(own, texts[n]), -p, -n) for p, own in enumerate(owns) for n in free), reverse=True)
    for score, p, n in scores:
        if score > 0 and -p not in partner and -n in free:
            partner[-p] = -n
            free.discard(-n)
    return partner, free


def _in_order(owns: list[Leaves], texts: list[Leaves]) -> dict[int, int]:
    """Return the partners of lines, of which more or fewer came back: those that agree most with none out of order."""
    best: list[list[int]] = [[0] * (len(texts) + 1) for _ in range(len(owns) + 1)]
    agreement = [[_agreement(own, text) for text in texts] for own in owns]
    for p in reversed(range(len(owns))):
        for n in reversed(range(len(texts))):
            best[p][n] = max(best[p + 1][n], best[p][n + 1], agreement[p][n] + best[p + 1][n + 1])
    partner: dict[int, int] = {}
    p = n = 0
    while p < len(owns) and n < len(texts):
        if agreement[p][n] and best[p][n] == agreement[p][n] + best[p + 1][n + 1]:
            partner[p] = n
            p, n = p + 1, n + 1
        elif best[p][n] == best[p + 1][n]:
            p += 1
        else:
            n += 1
    return partner


def _agreement(one: Leaves, other: Leaves) -> int:
    return sum(path in other and same(path, value, other[path]) for path, value in one.items())


WITHOUT_BLANKS = ("account_identifier", "remittance_information", "content_base64")


def same(path: str, one: object, other: object) -> bool:
    """Say whether two values are equal; blanks within an account number or a reference are for people."""
    if isinstance(one, str) and isinstance(other, str):
        if path.endswith(WITHOUT_BLANKS):
            return "".join(one.split()) == "".join(other.split())
        return one == other or one.split() == other.split()
    return one == other


# ---------------------------------------------------------------------------------- what findings name


def told(one: Leg) -> list[Finding]:
    """Return what the conversion itself said, without what the reader had to say of the source.

    A value that is derived on the other side (LOSS-DERIVED) is said to come back: that excuses nothing.
    """
    document = one.made.document
    read = set(document.locate(document.findings)) if document is not None else set()
    return [f for f in one.findings if f not in read and f.code != "LOSS-DERIVED"]


def steps_up(path: str) -> Iterator[str]:
    """Yield the path and every path above it: lines[0].native.x, lines[0].native, lines[0], lines."""
    while path:
        yield path
        path = path[: path.rfind("[")] if path.endswith("]") else path.rpartition(".")[0]


def bare(path: str) -> str:
    """Return *path* without positions: lines[].quantity."""
    return re.sub(r"\[\d+\]", "[]", path)


# ---------------------------------------------------------------------------------- what becomes of each term


class Fate(NamedTuple):
    """What becomes of a business term on the way from one format to another, in all documents that state it."""

    stated: int
    kept: int
    """Read back as it was: written, or derived from the rest."""
    context: int
    """Not written, since the document names its party, and the context knows the rest."""
    changed: tuple[str, ...]
    """The codes of findings on values that are written otherwise: as a text, cut, or with another code."""
    lost: tuple[str, ...]
    """The codes of findings on values that are not written."""

    @property
    def kind(self) -> str:
        """Return kept, context, part, changed or lost: the most that is true of every document."""
        if self.kept == self.stated:
            return "kept"
        if self.kept + self.context == self.stated:
            return "context"
        if self.kept + self.context:
            return "part"
        return "changed" if self.changed else "lost"


WRITTEN = {"LOSS-AS-TEXT", "LOSS-CHANGED", "LOSS-CHARACTER", "LOSS-JOINED", "LOSS-TRANSLATED", "LOSS-TRUNCATED"}
"""Findings on a value that is written, and not as it was or where it was."""
OF_PARTIES = ("seller", "buyer", "payment_instructions", "payee")


@cache
def fates(source: str, target: str) -> dict[str, Fate]:
    """Return what becomes of each term that the corpus of *source* states, by the id of the term."""
    counts: dict[str, list[Any]] = {}
    for sample in samples(source):
        if not sample.name.startswith("negative/"):
            _count(leg(sample.document, target, context_of_pair(sample.document)), counts)
    return {
        term: Fate(*numbers, tuple(sorted(changed)), tuple(sorted(lost)))
        for term, (*numbers, changed, lost) in counts.items()
    }


def _count(one: Leg, counts: dict[str, list[Any]]) -> None:
    values = {path.lstrip("."): value for path, value in leaves(one.before, "")}
    different = {d.path: d for d in differences(one.before, one.after)}
    codes = {f.model_path: f.code for f in reversed(told(one)) if f.model_path}
    derived = {f.model_path for f in one.findings if f.code == "LOSS-DERIVED"}
    for path in values:
        found = terms_at(path, _is_charge(path, values))
        if not found or "native." in path:
            continue
        count = counts.setdefault(found[0], [0, 0, 0, set(), set()])
        count[0] += 1
        difference = different.get(path)
        code = next((codes[step] for step in steps_up(path) if step in codes), None)
        if code is None and "allowances_charges[" in path:  # of a whole entry it is said at the amount
            code = codes.get(f"{path.rpartition('.')[0]}.amount")
        if difference is None and path in derived and path.startswith(OF_PARTIES):
            count[2] += 1
        elif difference is None or code is None:
            count[1] += 1  # `tests/formats/test_pairs.py` shows from what it follows
        else:
            count[3 if code in WRITTEN or not code.startswith("LOSS-") else 4].add(code)


def _is_charge(path: str, values: dict[str, object]) -> bool | None:
    owner, found, rest = path.rpartition("allowances_charges[")
    return bool(values.get(f"{owner}{found}{rest.partition(']')[0]}].is_charge")) if found else None
