"""The Finvoice rules on documents with things wrong: none ends in an error, and Saxon says what our engine says."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from lxml import etree
from tests.schematron.finvoice import BASE, judged
from tests.schematron.finvoice.mutants import mutant
from tests.schematron.fuzz import seed

from einvoice.formats.finvoice.frame import FinvoiceFile
from einvoice.schematron.result import Result

MUTANTS = 400
PARTS = 4
OWN = Path(__file__).resolve().parents[3] / "corpora" / "finvoice"


def sources() -> list[bytes]:
    """Return the documents that mutants are made of: the base document a quarter of the time, ours otherwise."""
    own = [
        etree.tostring(piece.element, encoding="UTF-8")
        for path in sorted(OWN.glob("*.xml"))
        for piece in FinvoiceFile(path.read_bytes())
    ]
    return [*own, *[BASE.encode()] * (len(own) // 3)]


def without_words(result: Result) -> Result:
    return replace(result, errors=tuple(replace(error, message="") for error in result.errors), fired=None)


@pytest.mark.parametrize("part", range(PARTS))
def test_mutants(part, saxon):
    """A sample that is another every day; the name says how to draw it again."""
    documents = sources()
    for number in range(part, MUTANTS, PARTS):
        chance = Random(f"{seed()} {number}")
        done, data = mutant(chance, chance.choice(documents))
        name = f"EINVOICE_FUZZ_SEED={seed()}, mutant {number}: {done}"
        here = without_words(judged(data))
        assert here.errors == (), name
        there = without_words(judged(data, "saxon"))
        assert [(each.assertion.id, each.location, each.message) for each in here.failures] == [
            (each.assertion.id, each.location, each.message) for each in there.failures
        ], name
        assert here.failures == there.failures, name
