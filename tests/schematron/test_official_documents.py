"""Published documents, and ours: the ids that fail are the official ones; where the official XSLT stops, ours errs."""

import pytest
from tests.oracle.mutants import seeds
from tests.oracle.official import judge
from tests.schematron.sides import STOPS, differences, official, side

pytestmark = pytest.mark.conformance


@pytest.fixture(scope="module")
def documents():
    """Every published document and every document of our corpora, with the official verdict."""
    found = [seed for seed in seeds() if not seed.name.startswith("rules/")]
    return [(seed.name, seed.data, official(seed.data)) for seed in found]


def test_there_is_something_to_compare(documents):
    assert len([name for name, _, _ in documents if name.startswith("documents/")]) >= 58
    assert len([name for name, _, _ in documents if name.startswith("corpora/")]) >= 46
    assert [name for name, _, verdicts in documents if verdicts is None] == []
    failed = {rule for _, _, verdicts in documents for ids in verdicts.values() for rule in ids}
    assert len(failed) > 40


@pytest.mark.parametrize(("rules", "engine"), [("ours", "native"), ("ours", "saxon"), ("official", "native")])
def test_same_verdict(documents, rules, engine):
    who = side(rules, engine)
    wrong = [
        f"{name}: {each}" for name, data, expected in documents for each in differences(who.verdicts(data), expected)
    ]
    assert wrong == []


def test_same_verdict_by_the_rules_of_cen_alone(documents):
    """CEN publishes its rules compiled, too: that stylesheet says what the one of Peppol says."""
    for name, data, expected in documents:
        alone = tuple(sorted(failed.rule for failed in judge(data, "en16931")))
        assert (STOPS if STOPS[0] in alone else alone) == expected["en16931"], name
