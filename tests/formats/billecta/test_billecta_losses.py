"""Nothing of Billecta JSON goes missing unsaid: in the corpora, and in entries and answers that somebody has garbled.

How many of those there are is said by EINVOICE_MUTANTS (2000).
"""

import copy
import json
import os
import time
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from tests.formats.billecta.documents import (
    corpus_files,
    invoices,
    lost,
    negative_files,
    samples_context,
    shared_files,
)

import einvoice
from einvoice import Context, EInvoiceError
from einvoice.formats.billecta import read_part
from einvoice.formats.billecta.kinds import kind_of
from einvoice.formats.document import Document, Part

MUTANTS = int(os.environ.get("EINVOICE_MUTANTS", "2000"))
BATCHES = 10
SEED = 20261120
SLOWEST = 5.0
"""Seconds that no document takes; a hang is not waited for."""

Json = Any


def check(data: bytes, context: Context) -> int:
    """Hold each invoice in *data* that is read against its source; return how many there are."""
    sources = invoices(data)
    read = 0
    try:
        for document, (pointer, source) in zip(einvoice.read_many(data, context=context), sources, strict=True):
            assert lost(source, pointer, document) == []
            read += 1
    except EInvoiceError as error:
        assert error.exit_code in (3, 4)
    return read


@pytest.mark.parametrize("path", corpus_files(), ids=lambda path: path.stem)
@pytest.mark.parametrize("amounts", ["issued", "now"])
def test_samples_lose_nothing(path: Any, amounts: str) -> None:
    context = samples_context()
    context = context.model_copy(update={"billecta": context.billecta.model_copy(update={"amounts": amounts})})
    assert check(path.read_bytes(), context) == len(invoices(path.read_bytes()))


@pytest.mark.parametrize("path", negative_files(), ids=lambda path: path.stem)
def test_faulty_samples_lose_nothing(path: Any) -> None:
    try:
        check(path.read_bytes(), Context())
    except EInvoiceError as error:
        assert error.exit_code == 3


def test_shared_samples_lose_nothing() -> None:
    if not shared_files():
        pytest.skip("the shared folder is not there")
    assert sum(check(path.read_bytes(), Context()) for path in shared_files() if invoices(path.read_bytes())) == 1


# ------------------------------------------------------------------------------------------------------ mutants

VALUES: tuple[Json, ...] = (
    None, True, False, "", " ", "x", "0", "-0", "1", "-1", "1,5", "1e3", "NaN", "Infinity", "١٢", "9" * 50, "a" * 5000,
    0, 1, -1, 2, 25, 0.5, -12.5, 1e3, 100, 10**18, 2**63 - 1, 2**63, 10**40, 1e-7, "SEK", "EUR", "sek", "JPY", "KWD",
    "2026-06-01", "2026-02-30", "0001-01-01T00:00:00", "9999-12-31 23:59:59-12:00", "2026-06-01T22:00:00Z",
    "InvoiceAction", "creditinvoiceaction", "Message", "Percentage", "Unknown", "Private", "a\x00b\x0bc",
    "\ud83d\ude00", "rad 1\nrad 2", "\n", "\u00a0", {}, [], [None], [[1]], {"CurrencyCode": "SEK", "Value": 1234},
    {"Value": -5}, {"CurrencyCode": "EUR"}, {"a/b": 1, "c~d": "x", "e[2]": "y", "7": "z", " ": "w"}, ["x", None, "y"],
)  # fmt: skip


def spots(value: Json) -> list[tuple[Json, Any]]:
    """Return each place of *value* as its owner and the name or position there."""
    found: list[tuple[Json, Any]] = []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, item in items:
        found.append((value, name))
        found += spots(item)
    return found


def replace(document: Json, chance: Random) -> None:
    owner, name = chance.choice(spots(document))
    owner[name] = copy.deepcopy(chance.choice(VALUES))


def remove(document: Json, chance: Random) -> None:
    owner, name = chance.choice(spots(document))
    del owner[name]


def rename(document: Json, chance: Random) -> None:
    owner, name = chance.choice([spot for spot in spots(document) if isinstance(spot[0], dict)])
    owner[chance.choice((name.lower(), name + "X", name[1:], "Value", "a/b~c", "é"))] = owner.pop(name)


def move(document: Json, chance: Random) -> None:
    owner, name = chance.choice([spot for spot in spots(document) if isinstance(spot[0], dict)])
    value = owner.pop(name)
    targets = [document, *(o[n] for o, n in spots(document) if isinstance(o[n], dict))]
    chance.choice(targets)[name] = value


def double(document: Json, chance: Random) -> None:
    arrays = [owner[name] for owner, name in spots(document) if isinstance(owner[name], list) and owner[name]]
    if arrays:
        array = chance.choice(arrays)
        array.insert(chance.randrange(len(array) + 1), copy.deepcopy(chance.choice(array)))


def retype(document: Json, chance: Random) -> None:
    owner, name = chance.choice(spots(document))
    value = owner[name]
    owner[name] = chance.choice((str(value), [value], {"Value": value}, {name: value} if isinstance(name, str) else 0))


def turn(document: Json, chance: Random) -> None:
    numbers = [s for s in spots(document) if isinstance(s[0][s[1]], int | float) and not isinstance(s[0][s[1]], bool)]
    if numbers:
        owner, name = chance.choice(numbers)
        owner[name] = chance.choice((-owner[name], owner[name] + 1, owner[name] * 100, 0, -100, owner[name] + 0.5))


def swap(document: Json, chance: Random) -> None:
    first, second = chance.choice(spots(document)), chance.choice(spots(document))
    one, other = copy.deepcopy(first[0][first[1]]), copy.deepcopy(second[0][second[1]])
    first[0][first[1]], second[0][second[1]] = other, one


CHANGES: tuple[Callable[[Json, Random], None], ...] = (
    replace, replace, replace, remove, rename, move, double, retype, turn, turn, swap,
)  # fmt: skip


def sources() -> list[tuple[str, Json]]:
    found = []
    for path in (*corpus_files(), *negative_files()):
        try:
            data = json.loads(path.read_bytes())
        except (ValueError, RecursionError):
            continue
        for value in data if isinstance(data, list) else [data]:
            if kind_of(value) is not None and len(json.dumps(value)) < 20_000:
                found.append((path.name, value))
    return found


def mutant(number: int, known: list[tuple[str, Json]]) -> tuple[str, bytes]:
    chance = Random(f"{SEED}-{number}")
    name, value = chance.choice(known)
    value = copy.deepcopy(value)
    done = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        change = chance.choice(CHANGES)
        change(value, chance)
        done.append(change.__name__)
    return f"{number} of {name} ({', '.join(done)})", json.dumps(value).encode()


def read(data: bytes, context: Context, name: str) -> tuple[str, Json, Document] | None:
    try:
        [(pointer, source)] = invoices(data)
        return pointer, source, read_part(_part(source), context)
    except ValueError:
        return None
    except EInvoiceError as error:
        assert error.exit_code in (3, 4), name
        assert error.message, name
        return None


def _part(source: Json) -> Part:
    from einvoice.formats.billecta import Content

    return Part(Content(source, ""), 0)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_mutants_are_read_or_refused_and_lose_nothing_unsaid(batch: int) -> None:
    known = sources()
    refused, wrong, crashed = 0, [], []
    for number in range(batch, MUTANTS, BATCHES):
        name, data = mutant(number, known)
        began = time.perf_counter()
        context = samples_context() if number % 2 else Context()
        try:
            found = read(data, context, name)
        except (EInvoiceError, AssertionError):
            raise
        except Exception as error:
            crashed.append(f"{name}: {type(error).__name__}: {error}"[:300])
            continue
        assert time.perf_counter() - began < SLOWEST, name
        if found is None:
            refused += 1
            continue
        pointer, source, document = found
        for each in document.findings:
            assert each.code, name
            assert each.message, name
            assert each.path is None or each.path.startswith("/"), (name, each)
        if missing := lost(source, pointer, document):
            wrong.append(f"{name}: {missing[:4]}")
    assert crashed == []
    assert wrong == []
    assert refused < MUTANTS / BATCHES * 0.7
