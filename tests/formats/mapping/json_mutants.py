"""JSON documents with something wrong: a value is changed at a place that a seeded source of chance picks.

Each change is what a careless client does: a member that is missing, moved, renamed, written with another type or into
an array, an item that stands twice, a text that is blank, huge or full of control characters.  Between one and three
changes are made to a document.
"""

import copy
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tests.formats.mapping.mutants import TEXTS

Json = Any

VALUES: tuple[Json, ...] = (
    *TEXTS,
    None,
    True,
    False,
    0,
    1,
    -1,
    7,
    25,
    -100,
    1250,
    2**31,
    2**63 - 1,
    2**63,
    10**60,
    0.0,
    -0.0,
    0.25,
    12.5,
    1e3,
    1e-7,
    1e300,
    [],
    {},
    [[]],
    [None],
    [{}],
    {"Value": 1250},
    {"CurrencyCode": "SEK", "Value": 1250},
    {"CurrencyCode": "SEK", "Value": 1250, "ValueForView": 12.5},
    {"CurrencyCode": "SEK", "Value": 1250, "ValueForView": 1250},
    {"CurrencyCode": "EUR", "Value": "1250"},
    {"CurrencyCode": "sek", "Value": 0},
    {"CurrencyCode": None, "Value": None, "ValueForView": None},
    {"Value": -5},
    {"CurrencyCode": "KWD", "Value": 1},
    {"a/b": 1, "c~d": "x", "e[2]": "y", "7": "z", " ": "w"},
    ["x", None, "y"],
    "1e400",
    "JPY",
    "0001-01-01T00:00:00",
    "0001-01-01",
    "2026-06-01 00:00:00+02:00",
    "2026-06-01T22:30:00.5Z",
    "9999-12-31T23:59:59-11:00",
    "Unknown",
    "unknown",
    "Message",
    "Package",
    "Percentage",
    "Amount",
    "CreditInvoiceAction",
    "InvoiceAction",
    "InterestInvoiceAction",
    "AboveEffectiveReference",
    "Private",
    "BankAccount",
    "PEPPOL",
    "5e11e700-0000-4000-8000-000000000001",
    "SE559991020401",
    "a\x00b",
    "a\x1fb\ufffe",
    "\u2028",
    "rad ett\nrad två\r\nrad tre",
    "😀 ÅÄÖ \"'\\/<&>",
    "ä" * 5000,
)

NAMES = (
    "Foreign",
    "",
    " ",
    "a/b",
    "c~d",
    "Name[2]",
    "@Name",
    "_note",
    "Value",
    "CurrencyCode",
    "Records",
    "ActionPublicId",
    "Debtor",
    "State",
    "Autogiro",
    "InvoiceFee",
    "FreightFee",
    "CreditingInvoicePublicId",
    "ReverseVATDetails",
    "DeliveryAddressOverride",
    "PaymentOverride",
    "PaymentTermsInDays",
    "RotRutDeductionAmount",
    "Appendixes",
    "Attachments",
    "InvoicePDF",
    "Hidden",
    "TotalExclVAT",
    "DiscountAmount",
    "DiscountPercentage",
    "VatIsIncluded",
)

Owner = dict[str, Json] | list[Json]
Place = tuple[Owner, Any]
"""An object or array, and the name or position in it."""

Change = Callable[[Json, list[Place], Random], None]


def places(value: Json) -> Iterator[Place]:
    """Yield every place below *value*."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in entries:
        yield value, key
        yield from places(item)


def _members(found: list[Place]) -> list[Place]:
    return [place for place in found if isinstance(place[0], dict)]


def _objects(value: Json, found: list[Place]) -> list[Json]:
    return [value, *(owner[key] for owner, key in found if isinstance(owner[key], dict))]


def _value(chance: Random) -> Json:
    return copy.deepcopy(chance.choice(VALUES))


def drop(value: Json, found: list[Place], chance: Random) -> None:
    """Take a member or an item out."""
    owner, key = chance.choice(found)
    del owner[key]


def change(value: Json, found: list[Place], chance: Random) -> None:
    """Write another value."""
    owner, key = chance.choice(found)
    owner[key] = _value(chance)


def change_leaf(value: Json, found: list[Place], chance: Random) -> None:
    """Write another value where a text, a number or a flag stands."""
    leaves = [(owner, key) for owner, key in found if not isinstance(owner[key], dict | list)]
    if leaves:
        owner, key = chance.choice(leaves)
        owner[key] = _value(chance)


def retype(value: Json, found: list[Place], chance: Random) -> None:
    """Write a number as a text, a text as a number, a value as an array, an array as its first item."""
    owner, key = chance.choice(found)
    here = owner[key]
    if isinstance(here, dict):
        owner[key] = chance.choice(([here], json.dumps(here), list(here.values())))
    elif isinstance(here, list):
        owner[key] = here[0] if here else {}
    elif isinstance(here, bool) or here is None:
        owner[key] = chance.choice((str(here), str(here).lower(), 1, "1", [here]))
    elif isinstance(here, str):
        owner[key] = chance.choice(([here], {"Value": here}, f" {here} ", f"{here}\t", 7))
    else:
        owner[key] = chance.choice((str(here), f" {here} ", [here], bool(here), here + 0.001, -here))


def blank(value: Json, found: list[Place], chance: Random) -> None:
    """Leave a value without content."""
    owner, key = chance.choice(found)
    owner[key] = chance.choice((None, "", " ", "\n\t", "\u00a0", [], {}))


def pad(value: Json, found: list[Place], chance: Random) -> None:
    """Put blanks or control characters around or into a text."""
    texts = [(owner, key) for owner, key in found if isinstance(owner[key], str)]
    if texts:
        owner, key = chance.choice(texts)
        text = owner[key]
        owner[key] = chance.choice(
            (f" {text}", f"{text}\n", f"\u00a0{text}", f"{text}\x1f", f"\x00{text}", text.upper())
        )


def move(value: Json, found: list[Place], chance: Random) -> None:
    """Move a member into another object, under its own name."""
    owner, name = chance.choice(_members(found))
    item = owner[name]
    below = [id(item), *(id(place[0]) for place in places(item))]
    others = [each for each in _objects(value, found) if id(each) not in below]
    del owner[name]
    chance.choice(others).setdefault(name, item)


def copy_member(value: Json, found: list[Place], chance: Random) -> None:
    """Copy a member into another object."""
    owner, name = chance.choice(_members(found))
    chance.choice(_objects(value, found)).setdefault(name, copy.deepcopy(owner[name]))


def rename(value: Json, found: list[Place], chance: Random) -> None:
    """Give a member the name of another one, or another case."""
    owner, name = chance.choice(_members(found))
    other = chance.choice(_members(found))[1]
    new = chance.choice((name.lower(), name.swapcase(), f"{name}s", chance.choice(NAMES), other))
    items = list(owner.items())
    owner.clear()
    for key, item in items:
        owner.setdefault(new if key == name else key, item)


def duplicate(value: Json, found: list[Place], chance: Random) -> None:
    """Write an item of an array twice, next to itself or at the end."""
    arrays = [owner[key] for owner, key in found if isinstance(owner[key], list) and owner[key]]
    if arrays:
        items = chance.choice(arrays)
        item = chance.choice(items)
        items.insert(chance.choice((0, len(items) // 2, len(items))), copy.deepcopy(item))


def reorder(value: Json, found: list[Place], chance: Random) -> None:
    """Put the members of an object or the items of an array into another order."""
    owner, _ = chance.choice(found)
    if isinstance(owner, dict):
        items = list(owner.items())
        chance.shuffle(items)
        owner.clear()
        owner.update(items)
    else:
        chance.shuffle(owner)


def add(value: Json, found: list[Place], chance: Random) -> None:
    """Add a member that the service does not know, or knows elsewhere."""
    name = chance.choice((*NAMES, chance.choice(_members(found))[1]))
    chance.choice(_objects(value, found)).setdefault(name, _value(chance))


def holes(value: Json, found: list[Place], chance: Random) -> None:
    """Put something that is no item into an array."""
    arrays = [owner[key] for owner, key in found if isinstance(owner[key], list)]
    if arrays:
        items = chance.choice(arrays)
        items.insert(chance.randint(0, len(items)), chance.choice((None, {}, [], "text", {"Foreign": "text"})))


def swap(value: Json, found: list[Place], chance: Random) -> None:
    """Exchange two values that do not hold each other."""
    leaves = [(owner, key) for owner, key in found if not isinstance(owner[key], dict | list)]
    if leaves:
        (one, a), (other, b) = chance.choice(leaves), chance.choice(leaves)
        one[a], other[b] = other[b], one[a]


def turn(value: Json, found: list[Place], chance: Random) -> None:
    """Write another number: with the other sign, a hundred times as large, not whole."""
    numbers = [p for p in found if isinstance(p[0][p[1]], int | float) and not isinstance(p[0][p[1]], bool)]
    if numbers:
        owner, key = chance.choice(numbers)
        number = owner[key]
        owner[key] = chance.choice((-number, number + 1, number * 100, 0, -100, number + 0.5))


CHANGES: tuple[Change, ...] = (
    drop,
    change,
    change_leaf,
    change_leaf,
    retype,
    blank,
    pad,
    move,
    copy_member,
    rename,
    duplicate,
    reorder,
    add,
    holes,
    swap,
    turn,
    turn,
)


def mutate_json(value: Json, chance: Random) -> tuple[Json, str]:
    """Return a changed copy of *value* and the names of the changes."""
    mutant = copy.deepcopy(value)
    names = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        found = list(places(mutant))
        if not _members(found):
            break
        each = chance.choice(CHANGES)
        each(mutant, found, chance)
        names.append(each.__name__)
    return mutant, " + ".join(names)
