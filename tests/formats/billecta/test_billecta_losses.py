"""Nothing of Billecta JSON goes missing unsaid: in the corpora, and in entries and answers that somebody has garbled.

How many of those there are is said by EINVOICE_MUTANTS (2000).
"""

import json
import os
import time
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
from tests.formats.mapping.json_mutants import mutate_json

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
    value, changes = mutate_json(value, chance)
    return f"{number} of {name} ({changes})", json.dumps(value).encode()


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
