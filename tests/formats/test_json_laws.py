"""The laws that every format obeys (style.md 2.5), for a format of JSON: Billecta.

1 put, get     2 get, put     4 coverage     5 schema     6 no silent loss

Law 3 (both readers agree) is held by ``mapping/test_direct.py``, law 6 of reading alone by
``billecta/test_billecta_losses.py``, and that rows come to the sums of a drawn invoice by
``billecta/test_billecta_writing_drawn.py``.  Here a document goes the whole way, into its own format and every other.

The corpora of the repository run always; documents of the shared folder are marked `conformance`.  How many mutants
there are is said by EINVOICE_MUTANTS (240), of which each goes to every format, and of drawn invoices by
EINVOICE_DRAWN (60).
"""

import csv
import json
import os
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.formats.billecta.documents import (
    amount_at,
    answer,
    corpus_files,
    entry,
    invoices,
    is_no_date,
    lost,
    minor,
    places,
    samples_context,
    shared_files,
    value_at,
)
from tests.formats.billecta.documents import leaves as json_leaves
from tests.formats.billecta.test_billecta_losses import sources
from tests.formats.billecta.test_billecta_writing_drawn import ANYTHING, KNOWN, schema
from tests.formats.legs import Leg, joined, unnamed
from tests.formats.mapping.json_mutants import mutate_json
from tests.formats.test_conversions import bare as bare_path
from tests.formats.test_conversions import stated

import einvoice
from einvoice import Context, Conversion, Document, EInvoiceError
from einvoice.formats import FORMATS, module
from einvoice.formats.billecta import views
from einvoice.formats.billecta.codecs import read_day
from einvoice.formats.billecta.kinds import kind_of
from einvoice.formats.billecta.views import ACTION, ENTRY, SUMMARY, Member
from einvoice.model import Invoice

MUTANTS = int(os.environ.get("EINVOICE_MUTANTS", "240"))
DRAWN = int(os.environ.get("EINVOICE_DRAWN", "60"))
SEED = 20261121

Json = Any

ROOT = Path(__file__).resolve().parents[2]


def test_every_json_table_of_the_registry_is_under_these_laws() -> None:
    """The canonical JSON has no table: the model is its own."""
    mappings = [(known.id, m) for known in FORMATS for m in module(known.id).MAPPINGS if m.syntax.json]
    assert [name for name, _ in mappings] == ["billecta"]


# -- law 1: put, get -------------------------------------------------------------------------------------------------

_FOLLOWS = "a row without a quantity is one piece, and totals follow from rows"
_FEE = "the fees of Billecta have a name, and the rate of the rows"

ADDED_BY_READER = {
    # place in the model: why it comes back though nobody stated it
    "type_code": "an entry has a type",
    "due_date": "that of a credit note is its own date, since Billecta demands one",
    "payment_terms": "the service says it of the interest",
    "lines[].quantity": _FOLLOWS,
    "lines[].net_price": _FOLLOWS,
    "lines[].net_amount": _FOLLOWS,
    "lines[].item_name": "what a line says of itself stands in its text",
    "lines[].vat_rate": "a row has a rate",
    "lines[].vat_category": "the rate and the context say it",
    "supporting_documents[].filename": "a file is named by it, where it has only a reference",
    "allowances_charges[].reason": _FEE,
    "allowances_charges[].vat_rate": _FEE,
    "allowances_charges[].vat_category": _FEE,
    "vat_breakdown[].category": _FOLLOWS,
    "vat_breakdown[].rate": _FOLLOWS,
    "vat_breakdown[].taxable_amount": _FOLLOWS,
    "vat_breakdown[].tax_amount": _FOLLOWS,
    "totals.line_total": _FOLLOWS,
    "totals.total_without_vat": _FOLLOWS,
    "totals.vat_total": _FOLLOWS,
    "totals.total_with_vat": _FOLLOWS,
    "totals.amount_due": _FOLLOWS,
}


@settings(
    max_examples=DRAWN,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(ANYTHING.invoices())
def test_law_1_what_is_written_is_read_again(invoice: Invoice) -> None:
    """Every value comes back or is named; of what nobody stated comes only what follows from the rest.

    Rows made of allowances and charges, whose amounts are named, are held by ``billecta/test_billecta_writing.py``.
    """
    written = einvoice.write(invoice, "billecta", context=KNOWN)
    findings = [*written.findings, *written.derived]
    made = Conversion(written.data, "model", "billecta", invoice, findings, None, written.companions)
    back = einvoice.read(joined(made), "billecta", KNOWN).invoice
    differences = unnamed(Leg(invoice, made, back, KNOWN))
    texts = {(at_any(path), value) for path, value in stated(back).items()}
    gone = [
        (path, was, now)
        for path, was, now in differences
        if was is not None and value_at(invoice, path) == was and not path.endswith(".is_charge")
        if not path.startswith(MOVE_UP) or (at_any(path), was) not in texts
    ]
    assert gone == [], written.data.decode()
    if any("native.billecta:" in path for path in stated(invoice)):
        return  # what a source has kept for Billecta alone goes back to it, and says what it says there
    added = {path for path, was, _ in differences if was is None and not is_row_made(path, invoice)}
    assert {bare_path(path) for path in added} <= ADDED_BY_READER.keys(), written.data.decode()


MOVE_UP = ("native.", "supporting_documents[")
"""What an array has behind a gap, or behind a link that is not written, comes back further up."""


def at_any(path: str) -> str:
    """Return *path* without the positions in its arrays."""
    return re.sub(r"\[[0-9]+\]", "", path)


def is_row_made(path: str, invoice: Invoice) -> bool:
    """Say whether *path* is of a row that *invoice* has as an allowance or charge, or of the sums then."""
    entries = [*invoice.allowances_charges, *(each for line in invoice.lines for each in line.allowances_charges)]
    if not entries or path in ("totals.line_total", "totals.charge_total"):
        return bool(entries)
    item = re.match(r"(lines|allowances_charges)\[([0-9]+)\]", path)
    return item is not None and int(item[2]) >= len(getattr(invoice, item[1]))


# -- what a conversion carries ---------------------------------------------------------------------------------------

TARGETS: list[tuple[str, Any]] = [
    ("billecta", None),
    ("peppol-bis", None),
    ("finvoice", None),
    ("finvoice", "2.01"),
    ("netvisor", None),
    ("model", None),
]


def test_every_target_of_the_registry_is_asked() -> None:
    assert {name for name, _ in TARGETS} == {known.id for known in FORMATS}


def _texts(made: Conversion) -> Iterator[str]:
    """Yield every value of what was written, flags as true and false, amounts in major units."""
    for data in (made.data, *(companion.data for companion in made.companions)):
        if made.target in ("billecta", "model"):
            yield from _values(json.loads(data, parse_float=Decimal))
            continue
        for node in etree.fromstring(data).iter("*"):
            yield node.text or ""
            yield from map(str, node.attrib.values())


def _values(value: Json) -> Iterator[str]:
    if isinstance(value, dict) and isinstance(value.get("Value"), int):
        yield str(minor(value, value.get("CurrencyCode")))
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _values(item)
    elif value is not None:
        yield spelled(value)


def spelled(value: Json) -> str:
    return " ".join((str(value).lower() if isinstance(value, bool) else str(value)).split())


def bare(text: str) -> str:
    """Return *text* as numbers of companies and accounts are compared: no blanks, no hyphens, one case."""
    return re.sub(r"[\s-]", "", text).lower()


def size(value: Json) -> Decimal | None:
    """Return the number that *value* is or spells, without its sign: that of a credit and of a price is turned."""
    text = str(value).strip().replace(",", ".")
    if isinstance(value, bool) or not re.fullmatch(r"[+-]?([0-9]{1,99}\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?", text):
        return None
    return abs(Decimal(text))


SHORTEST_WORD = 8
"""Longer texts that stand in a message without quotation marks are those that it names."""


class Carried:
    """What a conversion gave: the values of the target, and the places that its findings name."""

    def __init__(self, made: Conversion) -> None:
        self.texts = {" ".join(text.split()) for text in _texts(made)}
        self.bare = {bare(text) for text in self.texts}
        self.words = "\n".join(sorted(self.texts))
        self.numbers = {number for text in self.texts if (number := size(text)) is not None}
        self.named = {f.path for f in made.findings} | set(_below_losses(made))
        self.paths = {f.model_path for f in made.findings}
        self.values = {" ".join(f.value.split()) for f in made.findings if f.value}
        self.messages = "\n".join(" ".join(f.message.split()) for f in made.findings)
        self.runs = self.bare | {bare(f.message) for f in made.findings}

    def holds(self, place: str, value: Json) -> bool:
        """Say whether the *value* at *place* is in the target or named."""
        text = spelled(value)
        if place in self.named or text in self.texts or bare(text) in self.bare:
            return True
        if (number := size(value)) is not None:
            flag = {"1": "true", "0": "false"}.get(text)
            return number in self.numbers or flag in self.texts or f" instead of {text}" in self.messages
        if isinstance(value, bool):
            return False
        if text.lower() in ("true", "false") and text.lower() in self.texts:
            return True
        if text in self.values or repr(text) in self.messages:  # named where it stands a second time, or gives way
            return True
        if len(text) > SHORTEST_WORD and text in self.messages:
            return True
        if all(" ".join(line.split()) in self.words for line in str(value).splitlines()):
            return True
        return self._has_day(text) or any(_is_value(name, text) for name in self.texts)

    def _has_day(self, text: str) -> bool:
        try:
            day = read_day(text)
        except ValueError:
            return False
        return is_no_date(text) or day.isoformat() in self.texts or day.strftime("%Y%m%d") in self.texts


def _is_value(name: str, text: str) -> bool:
    """Say whether *name* is the value of an enum that *text* spells by its number or in another case."""
    found = (values.get(name) for values in map(views.enum, views.enum_names()))
    return any(n is not None and (str(n) == text or name.lower() == text.lower()) for n in found)


def _below_losses(made: Conversion) -> Iterator[str]:
    """Yield where all stands that belongs to an entry of a list that is named as lost or moved, as a whole."""
    entries = tuple(f"{f.model_path}." for f in made.findings if f.is_loss and (f.model_path or "").endswith("]"))
    if entries and made.document is not None:
        yield from (place.path for path, place in made.document.places().items() if path.startswith(entries))


def silent(source: Json, pointer: str, made: Conversion) -> list[str]:
    """Return the leaves of *source*, at *pointer*, that are neither in what was made of it nor named.

    Every value is looked for as it is spelled, an amount in major units, a day without its time.  The currency is that
    of the invoice, and `ValueForView` repeats `Value`.  Where reading turned a value into another one, which it notes
    (``billecta:_…``: an amount without the VAT that a row had in it, the number of a row that stands twice), that one
    is looked for, or what names it.
    """
    assert made.document is not None
    carried, known = Carried(made), places(made.document)
    missing = []
    for place, value in json_leaves(source, pointer):
        owner, _, member = place.rpartition("/")
        amount = amount_at(source, pointer, owner)
        if amount is None:
            sound = carried.holds(place, value) or _is_turned(known.get(place, []), carried, made)
        else:
            sound = (
                not {owner, place}.isdisjoint(carried.named)
                or _is_said(member, value, owner, amount, carried, made)
                or _is_turned(known.get(owner, []), carried, made)
            )
        if not sound and not (member in _ACCOUNT and any(bare(str(value)) in run for run in carried.runs)):
            missing.append(f"{made.target}: {place} = {str(value)[:60]!r}")
    return missing


_ACCOUNT = ("ClearingNo", "AccountNo")
"""Written one behind the other."""


def _is_said(member: str, value: Json, owner: str, amount: Json, carried: Carried, made: Conversion) -> bool:
    """Say whether the *member* of an *amount* is in the target."""
    if member == "CurrencyCode":
        return str(value).strip().upper() == made.invoice.currency
    major = minor(amount, made.invoice.currency) if amount.get("Value") is not None else None
    if major is None:
        return carried.holds(f"{owner}/{member}", value)
    return carried.holds(owner, major) if member == "Value" else size(value) == abs(major)


def _is_turned(paths: list[str], carried: Carried, made: Conversion) -> bool:
    """Say whether reading made another value of what stood at *paths*, which the target has."""
    if not any("native.billecta:_" in path for path in paths):
        return False
    others = [path for path in paths if "native." not in path]
    return any(path in carried.paths or carried.holds("", value_at(made.invoice, path)) for path in others)


# -- law 6: no silent loss -------------------------------------------------------------------------------------------


def documents(data: bytes, context: Context) -> list[tuple[str, Json, Document]]:
    """Return pointer, source and document of every invoice in *data*."""
    sources = invoices(data)
    if not sources:
        return []
    return [(*source, one) for source, one in zip(sources, einvoice.read_many(data, context=context), strict=True)]


def unsaid(data: bytes, context: Context) -> list[str]:
    """Return what conversions of *data* to every format neither carry nor name."""
    return [
        missing
        for pointer, source, document in documents(data, context)
        for made in conversions(document, context)
        for missing in silent(source, pointer, made)
    ]


def conversions(document: Document, context: Context) -> Iterator[Conversion]:
    for target, version in TARGETS:
        yield einvoice.convert(document, target, context=context, validate=False, version=version)


@pytest.mark.parametrize("path", corpus_files(), ids=lambda path: path.stem)
def test_law_6_conversions_carry_or_name_every_value(path: Path) -> None:
    assert unsaid(path.read_bytes(), samples_context()) == []


@pytest.mark.conformance
def test_law_6_conversions_of_the_shared_samples_carry_or_name_every_value() -> None:
    found = [path for path in shared_files() if invoices(path.read_bytes())]
    assert found
    for path in found:
        assert unsaid(path.read_bytes(), Context()) == []


class Marked:
    """Makes values that occur once: whatever is found in a target is the value itself, and no other one like it."""

    def __init__(self) -> None:
        self.count = 0

    def of(self, member: Member) -> Json:
        self.count += 1
        n = self.count
        if member.name in FIXED:
            return FIXED[member.name]
        if member.name == "ContentType":
            return f"image/q{n}z"
        if member.kind == "enum":
            known = [name for name, number in views.enum(member.of).items() if number >= 0]
            return known[n % len(known)]
        return {
            "text": f"Q{n}Z",
            "guid": f"00000000-0000-4000-8000-{n:012d}",
            "datetime": f"20{10 + n % 80}-{1 + n % 12:02}-{1 + n % 28:02}",
            "base64": f"Q{n:06d}Z",
            "number": Decimal(n).scaleb(-2) + 3,
            "integer": 1000 + n,
            "long": 1000 + n,
            "boolean": n % 2 == 0,
            "amount": {"CurrencyCode": "SEK", "Value": 100_000 + n},
        }[member.kind]

    def object(self, view: str, above: tuple[str, ...] = (), items: int = 2) -> Json:
        """Return a *view* with every member, two items in each array; a view inside itself is left out."""
        found = {}
        for name, member in views.view(view).items():
            if member.kind == "view" and (member.of in (*above, view) or not views.is_published(member.of)):
                continue
            below = (*above, view)
            each = [
                self.object(member.of, below) if member.kind == "view" else self.of(member)
                for _ in range(items if member.many else 1)
            ]
            found[name] = each if member.many else each[0]
        return found


FIXED: dict[str, Json] = {
    # what decides how all else is read
    "ActionType": "InvoiceAction",
    "RecordType": "Standard",
    "VatIsIncluded": False,
    "VAT": 25,
    "ReverseVATActivated": False,
}


@cache
def everything(view: str) -> bytes:
    return json.dumps(Marked().object(view), default=float).encode()


@pytest.mark.parametrize("view", [ENTRY, ACTION, SUMMARY])
@pytest.mark.parametrize("known", [True, False], ids=["context", "no-context"])
def test_law_6_conversions_carry_or_name_every_member(view: str, known: bool) -> None:
    """Each value is a mark of its own, so that none can pass for another."""
    assert unsaid(everything(view), samples_context() if known else Context()) == []


# -- mutants: laws 2, 5 and 6, and that nothing but an error of ours is raised ---------------------------------------

LONGEST_MUTANT = 15_000
"""Characters; longer documents have rows of the same kind over and over."""


@cache
def originals() -> list[tuple[str, Json]]:
    return [(name, value) for name, value in sources() if len(json.dumps(value)) < LONGEST_MUTANT]


def mutants(batch: int) -> Iterator[tuple[str, bytes, Context]]:
    for number in range(batch, MUTANTS, BATCHES):
        chance = Random(f"{SEED}-{number}")
        name, value = chance.choice(originals())
        value, changes = mutate_json(value, chance)
        context = samples_context() if number % 3 else Context()
        yield f"mutant {number} of {name} ({changes})", json.dumps(value).encode(), context


BATCHES = 4


def refused(data: bytes) -> list[str]:
    """Return what the schema does not take of an entry, apart from members that nobody knows."""
    return [fault.message for fault in schema().iter_errors(json.loads(data)) if fault.validator != "required"]


@pytest.mark.parametrize("batch", range(BATCHES))
def test_law_6_conversions_of_mutants_carry_or_name_every_value(batch: int) -> None:
    """Whatever is wrong with a document: it is refused by an error with a remedy, or converted with nothing lost."""
    converted = 0
    for name, data, context in mutants(batch):
        try:
            for pointer, source, document in documents(data, context):
                for made in conversions(document, context):
                    assert silent(source, pointer, made) == [], name
                    assert made.target != "billecta" or refused(made.data) == [], name
                    converted += 1
        except EInvoiceError as error:
            assert error.exit_code in (3, 4), f"{name}: {error!r}"
            assert error.fix, f"{name}: {error.message!r} does not say what to do"
        except AssertionError:
            raise
        except Exception as error:
            raise AssertionError(f"{name}: {error!r}\n{data.decode()}") from error
    assert converted > MUTANTS / BATCHES * 2


# -- law 2: get, put -------------------------------------------------------------------------------------------------

STATED_BY_WRITER: dict[str, Json] = {
    # what an entry says where its source is silent, since silence means something else to the service
    "RotRutActivated": False,
    "RotRutHours": 0,
    "RotRutType": "Construction",
    "RecordType": "Standard",
    "DiscountType": "Amount",
    "DiscountPercentage": 0,
    "VatIsIncluded": False,
    "Hidden": False,
    "InterestPercentage": 0,
    "InterestStartInDaysAfterDueDate": 0,
    "InterestType": "NoInterest",
    "IsLocked": False,
    "UseDebtorBalance": False,
    "ReverseVATActivated": False,
    "CommunicationLanguage": "SV",
    "DeliveryMethod": "EInvoice",
}


def sequence(row: Json) -> int:
    return int(row.get("SequenceNo") or 0)


def moved_rows(source: Json) -> dict[str, str]:
    """Return where each row of *source* stands in what is written: rows are written in the order of their numbers."""
    rows = source.get("Records") or []
    order = sorted((n for n, row in enumerate(rows) if row is not None), key=lambda n: sequence(rows[n]))
    return {f"/Records/{n}/": f"/Records/{place}/" for place, n in enumerate(order)}


def same_value(written: Json, stated: Json, member: str) -> bool:
    """Say whether *written* is what the source has *stated*: numbers by value, days without their time."""
    if isinstance(stated, bool) or isinstance(written, bool):
        return written is stated
    if size(stated) is not None and size(written) is not None:
        return Decimal(str(written)) == Decimal(str(stated).strip())
    if spelled(written) == spelled(stated) or (member == "CurrencyCode" and written == str(stated).strip().upper()):
        return True
    return isinstance(written, str) and (_is_value(written, spelled(stated)) or _is_day(written, spelled(stated)))


def _is_day(written: str, stated: str) -> bool:
    try:
        return read_day(stated).isoformat() == written
    except ValueError:
        return False


TURNED = ("/Quantity", "/UnitPrice/Value")
"""A price below zero has its sign in the quantity, and what they come to is the same."""


def _goods(values: dict[str, Json], place: str) -> Decimal | None:
    """Return what the row of the value at *place* comes to before discounts, in minor units."""
    row = place[: place.rindex("/Records/") + len("/Records/")] + place.rpartition("/Records/")[2].partition("/")[0]
    quantity, price = values.get(f"{row}/Quantity"), values.get(f"{row}/UnitPrice/Value")
    return None if quantity is None or price is None else Decimal(str(quantity)) * Decimal(str(price))


def places_written(source: Json, pointer: str) -> dict[str, str]:
    """Return for each leaf of *source* the place at which an entry has it."""
    moves = moved_rows(source)
    found = {}
    for place, _ in json_leaves(source, pointer):
        own = place.removeprefix(pointer)
        head = own[: own.find("/", len("/Records/")) + 1] if own.startswith("/Records/") else ""
        found[place] = moves.get(head, head) + own.removeprefix(head)
    return found


def not_returned(source: Json, pointer: str, made: Conversion) -> list[str]:
    """Return the values of *source* that the entry has not at their place, though no finding names them."""
    assert made.document is not None
    carried, known = Carried(made), places(made.document)
    found = dict(json_leaves(json.loads(made.data, parse_float=Decimal)))
    values = dict(json_leaves(source, pointer))
    gone = []
    for place, there in places_written(source, pointer).items():
        owner, _, member = place.rpartition("/")
        value = values[place]
        if there in found and same_value(found[there], value, member):
            continue
        if there in found and there.endswith(TURNED) and _goods(found, there) == _goods(values, place):
            continue
        if not {place, owner}.isdisjoint(carried.named) or is_no_date(value) or member == "SequenceNo":
            continue
        if member == "ValueForView" and amount_at(source, pointer, owner):
            continue
        if not _is_turned(known.get(place, []), carried, made):
            gone.append(f"{place} = {value!r} became {found.get(there)!r}")
    return gone


def made_up(source: Json, pointer: str, made: Conversion) -> list[str]:
    """Return the values of the entry that *source* has not, though no finding names them."""
    stated = set(places_written(source, pointer).values())
    named = {f.path.removeprefix(pointer) for f in made.findings if f.path}
    return [
        f"{place} = {value!r}"
        for place, value in json_leaves(json.loads(made.data))
        if place not in stated and not {place, place.rpartition("/")[0]} & named
        if (member := place.rpartition("/")[2]) != "SequenceNo" and STATED_BY_WRITER.get(member, ...) != value
    ]


def entries(data: bytes) -> Iterator[tuple[str, Json, Conversion]]:
    """Yield pointer, source and what is written of each entry in *data*; answers hold what an entry does not take."""
    for pointer, source, document in documents(data, samples_context()):
        if kind_of(source) == ENTRY:
            yield (
                pointer,
                source,
                einvoice.convert(document, "billecta", context=samples_context(), validate=False),
            )


@pytest.mark.parametrize("path", corpus_files(), ids=lambda path: path.stem)
def test_law_2_an_entry_comes_back_as_it_was(path: Path) -> None:
    for pointer, source, made in entries(path.read_bytes()):
        assert not_returned(source, pointer, made) == []
        assert made_up(source, pointer, made) == []


def test_law_2_every_member_of_an_entry_comes_back() -> None:
    ((pointer, source, made),) = entries(everything(ENTRY))
    assert not_returned(source, pointer, made) == []
    assert made_up(source, pointer, made) == []


# -- law 4: coverage -------------------------------------------------------------------------------------------------


def leaf_members(view: str, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Member]]:
    """Yield the path of every leaf of a *view*, ``0`` for the item of an array; a view inside itself is left out."""
    for name, member in views.view(view).items():
        path = (name, "0") if member.many else (name,)
        if member.kind != "view":
            yield path, member
        elif member.of not in (*above, view):
            yield from (((*path, *below), leaf) for below, leaf in leaf_members(member.of, (*above, view)))


def with_leaf(document: Json, path: tuple[str, ...], value: Json) -> Json:
    """Return *document* with *value* at *path*; objects and arrays on the way are made."""
    here = document
    for step, following in zip(path, (*path[1:], None), strict=True):
        key: Any = int(step) if isinstance(here, list) else step
        new = value if following is None else [] if following == "0" else {}
        if isinstance(here, list):
            if not here:
                here.append(new)
            elif following is None:
                here[key] = new
        elif following is None:
            here[key] = new
        else:
            here.setdefault(key, new)
        here = here[key]
    return document


BASES = {ENTRY: entry, ACTION: answer}


def reached(view: str, found: set[str]) -> set[str]:
    """Add to *found* the views in a *view*, and itself."""
    if view not in found:
        found.add(view)
        for member in views.view(view).values():
            if member.kind == "view" and views.is_published(member.of):
                reached(member.of, found)
    return found


def test_law_4_every_member_of_the_tables_is_asked() -> None:
    """All but those of the sender account and of amounts, which are values here."""
    with (ROOT / "schemas" / "billecta" / "views.csv").open(encoding="utf-8", newline="") as file:
        known = {(row["view"], row["field"]) for row in csv.DictReader(file)}
    of_invoices: set[str] = set()
    for view in (ENTRY, ACTION, SUMMARY):
        reached(view, of_invoices)
    asked = {(view, name) for view in of_invoices for name in views.view(view)}
    others = {view for view, _ in known - asked}
    assert asked < known
    assert {view for view in others if not view.startswith("Creditor")} == {"AmountView"}


@pytest.mark.parametrize("view", BASES)
def test_law_4_every_member_alone_is_mapped_settled_or_kept(view: str) -> None:
    """A value beside the least that an invoice needs is read, goes back to its place, and is carried or named.

    All members together go to every format above; alone each goes to its own format and to one of the others.
    """
    marked, faults = Marked(), []
    for number, (path, member) in enumerate(leaf_members(view)):
        source = with_leaf(BASES[view](DeliveryMethod="Email"), path, marked.of(member))
        ((pointer, parsed, document),) = documents(json.dumps(source, default=float).encode(), Context())
        place = "/" + "/".join(path)
        faults += [f"{f.path}: {f.message}" for f in document.findings if f.code == "LOSS-UNMAPPED"]
        faults += lost(parsed, pointer, document)
        for target, version in dict.fromkeys((TARGETS[0], TARGETS[number % len(TARGETS)])):
            made = einvoice.convert(document, target, validate=False, version=version)
            faults += [missing for missing in silent(parsed, pointer, made) if place in missing]
            if target == "billecta" and view == ENTRY:
                faults += not_returned(parsed, pointer, made)
    assert faults == []
