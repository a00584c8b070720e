"""Mutants of the day: our verdict is the official one, and so is that of our engine over the official rule files.

EINVOICE_FUZZ_SEED and EINVOICE_FUZZ_COUNT draw others, or more.  A mutant that fails here gets a case of its own in
`documents.py`.
"""

import pytest
from tests.oracle.mutants import mutant
from tests.schematron.fuzz import Tally, count, judged, report, run, seed
from tests.schematron.sides import side

pytestmark = pytest.mark.conformance

CHUNK = 100
SIDES = [
    # rules       engine     one mutant in
    ("ours",     "native",  1),
    ("official", "native",  1),
    ("ours",     "saxon",   8),
]  # fmt: skip
SHOWN = 3
"""How many disagreements are made small and shown whole."""


@pytest.mark.parametrize("chunk", range(-(-count() // CHUNK)))
def test_same_verdict(chunk):
    number, indices = seed(), range(chunk * CHUNK, min((chunk + 1) * CHUNK, count()))
    print(f"EINVOICE_FUZZ_SEED={number}, mutants {indices.start} to {indices.stop - 1}")
    made = [*judged(mutant(number, index) for index in indices)]
    for rules, engine, step in SIDES:
        who, tally = side(rules, engine), Tally()
        found = [each for each in run(who, made[::step], tally) if each is not None]
        print(f"{rules} rules, {engine} engine: {tally}")
        if found:
            shown = [report(who, each) for each in found[:SHOWN]] + [str(each) for each in found[SHOWN:]]
            pytest.fail(f"{rules} rules, {engine} engine:\n" + "\n".join(shown), pytrace=False)
        assert tally.documents > 0.9 * len(made[::step])
        assert not tally.unread
