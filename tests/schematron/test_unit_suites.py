"""The published unit suites: each fragment fails the rules that its file says, as often as it says, and no other named.

1,275 expectations in 1,264 fragments.
"""

import pytest
from tests.oracle.mutants import Expectation, expectations
from tests.schematron.sides import ours, side

pytestmark = pytest.mark.conformance

SUITES = (
    "en16931-creditnote",
    "en16931-invoice",
    "peppol-de",
    "peppol-dk",
    "peppol-gr",
    "peppol-it",
    "peppol-nl",
    "peppol-no",
    "peppol-peppol",
    "peppol-se",
)


def faults(expectation: Expectation, failed: list[str]) -> list[str]:
    """Return in which rules *failed* is not what was expected."""
    found = [f"{rule} fails" for rule in sorted(expectation.success) if rule in failed]
    for rule in sorted(expectation.fails):
        times = expectation.times.get(rule)
        if rule not in failed:
            found.append(f"{rule} does not fail")
        elif times is not None and failed.count(rule) != times:
            found.append(f"{rule} fails {failed.count(rule)} times, expected {times}")
    return [f"{expectation.name}: {fault}" for fault in found]


def test_all_are_there():
    found = expectations()
    known = {assertion.id for rules in ours().values() for assertion in rules.schema.assertions}
    assert {each.suite for each in found} == set(SUITES)
    assert sum(len(each.success) + len(each.fails) for each in found) == 1275
    assert {rule for each in found for rule in each.success | each.fails} <= known


@pytest.mark.parametrize("engine", ["native", "saxon"])
@pytest.mark.parametrize("suite", SUITES)
def test_suite(suite, engine):
    who = side("ours", engine)
    wrong = []
    for each in expectations():
        if each.suite == suite:
            failed = [rule for ids in who.verdicts(each.data).values() for rule in ids]
            wrong += faults(each, failed)
    assert wrong == []
