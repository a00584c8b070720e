"""Billecta JSON for the tests: entries and answers made of parts, every leaf of a source, and what became of it."""

import copy
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from tests.oracle import shared_folder

import einvoice
from einvoice import Context, Document, jsontext
from einvoice.context import BillectaSettings
from einvoice.formats.billecta import views
from einvoice.formats.billecta.codecs import NO_VALUE, read_day
from einvoice.formats.billecta.kinds import kind_of
from einvoice.model import Model

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT / "corpora" / "billecta"

Json = Any

CREDITOR = "5e11e700-0000-4000-8000-000000000001"
DEBTOR = "deb70000-0000-4000-8000-000000004103"


def money(value: int, currency: str = "SEK", **more: Json) -> Json:
    """Return the AmountView of *value* minor units."""
    return {"CurrencyCode": currency, "Value": value} | more


def row(**given: Json) -> Json:
    """Return a row of 2 × 50.00 with 25 %; what is given replaces or follows, `...` leaves out."""
    made = {
        "SequenceNo": 1,
        "RecordType": "Standard",
        "ArticleDescription": "Kaffe",
        "Units": "st",
        "Quantity": 2,
        "UnitPrice": money(5000),
        "DiscountType": "Amount",
        "VAT": 25,
        "VatIsIncluded": False,
    }
    return _without(made | given)


def message(text: str = "Tack", **given: Json) -> Json:
    """Return a text row."""
    return _without({"SequenceNo": 0, "RecordType": "Message", "ArticleDescription": text} | given)


def entry(*rows: Json, **given: Json) -> Json:
    """Return an entry with *rows*, one of 100.00 + 25.00 when none is given; `...` leaves a member out."""
    made = {
        "ActionType": "InvoiceAction",
        "CreditorPublicId": CREDITOR,
        "DebtorPublicId": DEBTOR,
        "InvoiceDate": "2026-06-01",
        "DueDate": "2026-07-01",
        "InvoiceNumber": "1001",
        "Records": list(rows) or [row()],
    }
    return _without(made | given)


def credit(*rows: Json, **given: Json) -> Json:
    """Return a credit invoice of invoice 26031; its row is negative when none is given."""
    rows = rows or (row(Quantity=-2),)
    return entry(*rows, **({"ActionType": "CreditInvoiceAction", "CreditingInvoicePublicId": "2499990031"} | given))


def debtor(**given: Json) -> Json:
    made = {
        "DebtorPublicId": DEBTOR,
        "DebtorType": "Company",
        "Name": "Mörtviks Hotell AB",
        "OrgNo": "559991-0204",
        "CountryCode": "SE",
    }
    return _without(made | given)


def answer(*rows: Json, **given: Json) -> Json:
    """Return an answer of 125.00 with the totals that the service would state."""
    made = {
        "ActionPublicId": "2499990001",
        "ActionType": "InvoiceAction",
        "CreditorPublicId": CREDITOR,
        "InvoiceDate": "2026-06-01 00:00:00+02:00",
        "DueDate": "2026-07-01 00:00:00+02:00",
        "InvoiceNumber": "1001",
        "Debtor": debtor(),
        "State": {"Stage": "InvoiceSent"},
        "Records": list(rows) or [row(TotalExclVAT=money(10000), TotalIncVAT=money(12500))],
        "InvoicedAmount": money(12500),
        "TotalVATAmount": money(2500),
        "CurrentAmount": money(12500),
    }
    return _without(made | given)


def _without(made: Json) -> Json:
    return {name: value for name, value in made.items() if value is not ...}


def context(**billecta: Any) -> Context:
    """Return a context with these settings and nothing else."""
    return Context(billecta=BillectaSettings(**billecta))


def read(value: Json, given: Context | None = None) -> Document:
    data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
    return einvoice.read(data, format="billecta", context=given or Context())


@cache
def samples_context() -> Context:
    return Context.load(CORPUS.parent / "billecta.toml")


def corpus_files() -> list[Path]:
    return sorted(CORPUS.glob("*.json"))


def negative_files() -> list[Path]:
    return sorted((CORPUS / "negative").glob("*.json"))


def shared_files() -> list[Path]:
    """Return the samples of the shared folder; none without it."""
    shared = shared_folder()
    return sorted((shared / "corpora" / "billecta").glob("*.json")) if shared is not None else []


def objects(data: bytes) -> list[tuple[str, Json]]:
    """Return the objects of a file, each with its pointer."""
    value = jsontext.parse(data)
    if isinstance(value, jsontext.Items):
        return [(f"/{number}", item) for number, item in enumerate(value)]
    return [("", value)]


def invoices(data: bytes) -> list[tuple[str, Json]]:
    """Return the objects of a file that are invoices."""
    views_of_invoices = (views.ENTRY, views.ACTION, views.SUMMARY)
    return [(pointer, value) for pointer, value in objects(data) if kind_of(value) in views_of_invoices]


# ------------------------------------------------------------------------------------------- places and values


def at(value: Json, pointer: str) -> Json:
    """Return what stands at a JSON pointer; raises LookupError when nothing does."""
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


def leaves(value: Json, pointer: str = "") -> Iterator[tuple[str, Json]]:
    """Yield each text, number, true and false of *value* with its pointer; null and blank texts are nothing."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves(item, f"{pointer}/{number}")
    elif value is not None and (not isinstance(value, str) or value.strip()):
        yield pointer, value


def value_at(invoice: Any, path: str) -> Any:
    """Return what stands at a path of the model such as ``lines[0].native.billecta:Hidden``; None for nothing."""
    here = invoice
    head, native, key = path.partition("native.")
    for step in [step for step in head.rstrip(".").split(".") if step]:
        name, _, index = step.partition("[")
        here = getattr(here, name, None)
        if index and here is not None:
            position = int(index.rstrip("]"))
            here = here[position] if position < len(here) else None
        if here is None:
            return None
    return here.native.get(key) if native else here


def places(document: Document) -> dict[str, list[str]]:
    """Return the paths of the model by the pointer at which the value stands in the source."""
    found: dict[str, list[str]] = {}
    for path, place in document.places().items():
        if not path.startswith("rows["):
            found.setdefault(place.path, []).append(path)
    return found


def lost(source: Json, pointer: str, document: Document) -> list[str]:
    """Return the leaves of *source* that are neither in the invoice nor named by a finding.

    A leaf is in the invoice when a value that the reader says to be from its place is what stands there.  Some leaves
    repeat another one, and some say nothing:

    ``CurrencyCode``    is BT-5 in every amount
    ``ValueForView``    is ``Value`` for display
    the first day       stands in dates for "no value"
    ``VAT`` 0           of a row that is outside VAT (O), which has no rate
    ``VatNumber``       that the invoice repeats as ``ReceiverVATNumber``
    a text of lines     is the name of an item and its description
    ``AccountNo``       stands behind its clearing number in BT-84
    """
    named = {f.path for f in document.findings}
    known = places(document)
    wanted = document.invoice.currency
    missing = []
    for place, value in leaves(source, pointer):
        if place in named:
            continue
        owner, _, member = place.rpartition("/")
        amount = amount_at(source, pointer, owner)
        if member == "CurrencyCode" and amount:
            if isinstance(value, str) and (value.strip().upper() == wanted or owner in named):
                continue
        elif member == "ValueForView" and amount:
            if number(value) == minor(amount, wanted):
                continue
        elif member == "Value" and amount:
            major = minor({"Value": value}, wanted)
            if any(same(value_at(document.invoice, path), major) for path in known.get(owner, ())):
                continue
        else:
            paths = known.get(place, [])
            if any(same(value_at(document.invoice, path), value) for path in paths):
                continue
            if _says_nothing(member, value, paths, document):
                continue
        missing.append(f"{place} = {str(value)[:60]!r}")
    return missing


def _says_nothing(member: str, value: Json, paths: Iterable[str], document: Document) -> bool:
    """Say whether the leaf repeats another one, or stands for nothing."""
    invoice = document.invoice
    if member == "VAT":
        found = [value_at(invoice, path) for path in paths if path.endswith(".vat_category")]
        return number(value) == 0 and "O" in found
    if member == "VatNumber":
        return invoice.buyer is not None and invoice.buyer.vat_identifier == str(value).strip()
    if member == "ArticleDescription":
        return "\n".join(str(value_at(invoice, path)) for path in paths) == str(value).strip().replace("\r\n", "\n")
    if member == "AccountNo":
        return any(str(value_at(invoice, path)).endswith(str(value).strip()) for path in paths)
    return is_no_date(value)


@cache
def _amounts() -> frozenset[str]:
    """Return the names of the members that are amounts."""
    return frozenset(m.name for name in views.names() for m in views.view(name).values() if m.kind == "amount")


def amount_at(source: Json, pointer: str, owner: str) -> dict[str, Json] | None:
    """Return the amount at *owner*; None when something else stands there."""
    found = at(source, owner.removeprefix(pointer))
    return found if isinstance(found, dict) and owner.rpartition("/")[2] in _amounts() else None


def minor(amount: Json, currency: str | None) -> Decimal | None:
    """Return the AmountView *amount* in major units."""
    from einvoice.formats.billecta.tree import minor_units

    value = number(amount["Value"])
    return None if value is None else value.scaleb(-minor_units(currency))


def number(text: Any) -> Decimal | None:
    try:
        found = Decimal(str(text).strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def same(kept: Any, stated: Any) -> bool:
    """Say whether *kept*, a value of the invoice, is what the source has *stated*, in whatever form."""
    if kept is None or isinstance(kept, Model | tuple):
        return False
    if isinstance(kept, Decimal | int) and not isinstance(kept, bool):
        other = number(stated)
        return other is not None and abs(other) == abs(kept)
    if isinstance(kept, date):
        return read_day(stated) == kept
    if isinstance(stated, bool):
        return kept == ("true" if stated else "false")
    other = number(stated)
    if other is not None and number(kept) is not None:
        return abs(other) == abs(number(kept) or Decimal(0))
    text, kept = " ".join(str(stated).split()), " ".join(kept.split())
    if kept in (text, text.lower(), text.upper()) or kept == text.replace(" ", "").replace("-", ""):
        return True
    if text.lower() in ("true", "1", "false", "0") and kept == ("true" if text.lower() in ("true", "1") else "false"):
        return True
    return _enum_of(kept, text) or _is_day(kept, text)


def _enum_of(kept: str, text: str) -> bool:
    return any(
        kept in values and (str(values[kept]) == text or kept.lower() == text.lower())
        for values in map(views.enum, views.enum_names())
    )


def _is_day(kept: str, text: str) -> bool:
    try:
        return kept == read_day(text).isoformat()
    except ValueError:
        return False


def texts(invoice: Any) -> Iterator[str]:
    """Yield every text and number of the invoice."""
    dumped = invoice.model_dump(mode="json")

    def walk(value: Json) -> Iterator[str]:
        if isinstance(value, dict):
            for item in value.values():
                yield from walk(item)
        elif isinstance(value, list):
            for item in value:
                yield from walk(item)
        elif value is not None:
            yield str(value)

    return walk(dumped)


def is_no_date(text: Any) -> bool:
    """Say whether *text* is what stands for "no value" in a date that cannot be null."""
    try:
        return isinstance(text, str) and read_day(text) == NO_VALUE
    except ValueError:
        return False


def changed(value: Json, pointer: str, new: Json) -> Json:
    """Return a copy of *value* with *new* at *pointer*; `...` leaves it out."""
    made = copy.deepcopy(value)
    owner, _, name = pointer.rpartition("/")
    here = at(made, owner)
    key: Any = int(name) if isinstance(here, list) else name
    if new is ...:
        del here[key]
    else:
        here[key] = new
    return made


CODE = re.compile(r"EI-BILLECTA-[A-Z-]+[A-Z]")
