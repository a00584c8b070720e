"""The views of Billecta: their members, order and types, as ``schemas/billecta/*.csv`` has them.

The same tables make the JSON Schemas, so what the writer puts here is what the schema of the entry accepts.  They are
read on first use and kept.

>>> entry = view("InvoiceActionEntryView")
>>> entry["Records"].kind, entry["Records"].of, entry["Records"].many
('view', 'InvoiceActionRecordView', True)
>>> entry["InvoiceFee"].kind, entry["InvoiceFee"].nullable
('amount', True)
>>> enum("DiscountTypeView")["Percentage"]
1
>>> at("InvoiceActionEntryView", ("Records", "UnitPrice", "Value")).kind
'long'
>>> at("InvoiceActionEntryView", ("Records", "UnitPrize")) is None
True
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from einvoice.errors import SchemaBroken

Kind = Literal["text", "guid", "datetime", "number", "integer", "long", "boolean", "enum", "base64", "amount", "view"]

ENTRY: Final = "InvoiceActionEntryView"
"""What creates an invoice."""
ACTION: Final = "InvoiceActionView"
"""An invoice as the service gives it back."""
SUMMARY: Final = "InvoiceActionSubView"
"""An invoice in the lists of the service: no rows."""
DEBTOR: Final = "DebtorView"
"""A customer."""
CREDITOR: Final = "CreditorView"
"""A sender account."""
AMOUNT: Final = "AmountView"

_HERE: Final = Path(__file__).resolve().parent
_PLACES: Final = (_HERE.parents[1] / "schemas" / "billecta", _HERE.parents[3] / "schemas" / "billecta")
"""Inside the package when it is installed from a wheel, at the top of a checkout otherwise."""


class Member(NamedTuple):
    """A member of a view.

    *of* names the view or enum; *many* makes it an array.  *nullable* is what the published schema says; *required*
    marks the few that every client sends; *direction* is ``response`` for a member that the service calculates.
    *terms* are what it says in EN 16931, where one term says it.
    """

    name: str
    kind: Kind
    of: str
    many: bool
    nullable: bool
    required: bool
    direction: str
    terms: tuple[str, ...] = ()


class Form(NamedTuple):
    """What a scalar may be: its pattern or its bounds, what is wanted in words, and an example."""

    kind: str
    pattern: str
    minimum: Decimal | None
    maximum: Decimal | None
    wanted: str
    example: str


def schema_file(name: str) -> Path:
    """Return the path of a file of ``schemas/billecta``; raises `SchemaBroken` when it is missing."""
    for place in _PLACES:
        if (path := place / name).is_file():
            return path
    raise SchemaBroken(f"schemas/billecta/{name} is missing", fix="install einvoice-nordic again")


@cache
def _views() -> Mapping[str, Mapping[str, Member]]:
    found: dict[str, dict[str, Member]] = {}
    for row in _rows("views.csv"):
        found.setdefault(row["view"], {})[row["field"]] = Member(
            row["field"],
            row["kind"],  # type: ignore[arg-type]  # a table of ours has no other
            row["of"],
            row["many"] == "many",
            row["nullable"] == "null",
            row["required"] == "yes",
            row["direction"],
            tuple(row["terms"].split()),
        )
    return MappingProxyType({name: MappingProxyType(members) for name, members in found.items()})


@cache
def _enums() -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in _rows("enums.csv"):
        found.setdefault(row["enum"], {})[row["name"]] = int(row["value"])
    return MappingProxyType({name: MappingProxyType(values) for name, values in found.items()})


@cache
def form(kind: str) -> Form:
    """Return what a scalar of that *kind* may be; ``name`` is the name of an enum value."""
    row = next(row for row in _rows("forms.csv") if row["kind"] == kind)
    minimum, maximum = (Decimal(text) if text else None for text in (row["minimum"], row["maximum"]))
    return Form(kind, row["pattern"], minimum, maximum, row["wanted"], row["example"])


def _rows(name: str) -> Iterator[dict[str, str]]:
    with schema_file(name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def names() -> tuple[str, ...]:
    """Return the names of all views."""
    return tuple(_views())


def enum_names() -> tuple[str, ...]:
    """Return the names of all enums."""
    return tuple(_enums())


def view(name: str) -> Mapping[str, Member]:
    """Return the members of the view *name* in the order of the schema; nothing for a view that is not published."""
    return _views().get(name, MappingProxyType({}))


def is_published(name: str) -> bool:
    """Say whether the members of the view *name* are known; of three views only the name is."""
    return name in _views()


def enum(name: str) -> Mapping[str, int]:
    """Return the values of the enum *name*, number by name."""
    return _enums()[name]


@cache
def at(name: str, path: tuple[str, ...]) -> Member | None:
    """Return the member at *path* below the view *name*; array positions are left out.  None when there is none."""
    here = view(name)
    member = None
    for step in path:
        if (member := here.get(step)) is None:
            return None
        here = view(AMOUNT) if member.kind == "amount" else view(member.of) if member.kind == "view" else {}
    return member
