"""Our engine and Saxon say the same by our rules: every failure, error and fired rule, and the same SVRL.

Only the wording of an error of XPath is each engine's own.
"""

from dataclasses import replace
from random import Random

import pytest
from tests.oracle.mutants import mutant, seeds
from tests.schematron.fuzz import seed
from tests.schematron.sides import ours

from einvoice.schematron import library
from einvoice.schematron.result import Result
from einvoice.schematron.svrl import write_svrl

pytestmark = pytest.mark.conformance

FRAGMENTS = 120
MUTANTS = 160
PARTS = 4


def without_words(result: Result) -> Result:
    """Return *result* with errors that say where and which, but not why."""
    return replace(result, errors=tuple(replace(error, message="") for error in result.errors))


def assert_agree(name: str, data: bytes) -> None:
    """The result of Saxon, with and without the list of rules that fired, is that of our engine."""
    rules = tuple(ours().values())
    quick = library.judge(rules, data)
    whole = library.judge(rules, data, fired=True)
    saxon = library.judge(rules, data, fired=True, engine="saxon")
    for each, short, here, there in zip(rules, quick, whole, saxon, strict=True):
        here, there = without_words(here), without_words(there)
        assert here.failures == there.failures, name
        assert here.errors == there.errors, name
        assert here.fired == there.fired, name
        assert here == there, name
        assert without_words(short) == replace(here, fired=None), name
        assert write_svrl(each.schema, here) == write_svrl(each.schema, there), name


@pytest.mark.parametrize("part", range(PARTS))
def test_documents(part):
    for each in [each for each in seeds() if not each.name.startswith("rules/")][part::PARTS]:
        assert_agree(each.name, each.data)


@pytest.mark.parametrize("part", range(PARTS))
def test_unit_fragments(part):
    """A sample that is another every day."""
    fragments = [each for each in seeds() if each.name.startswith("rules/")]
    for each in Random(seed()).sample(fragments, FRAGMENTS)[part::PARTS]:
        assert_agree(f"seed {seed()}: {each.name}", each.data)


@pytest.mark.parametrize("part", range(PARTS))
def test_mutants(part):
    """Other ones than `test_fuzz.py` draws."""
    for index in range(part, MUTANTS, PARTS):
        one = mutant(seed() + 1, index)
        assert_agree(one.name, one.data)
