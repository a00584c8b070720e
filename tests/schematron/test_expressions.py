"""Rules of users: compiled expressions, `exact.py` and Saxon agree on expressions of the day."""

from random import Random

import pytest
from tests.schematron.expressions import compare
from tests.schematron.fuzz import seed

PARTS = 4
RULE_SETS = 32
ON_SAXON = 8
ASSERTIONS = 16


@pytest.mark.parametrize("part", range(PARTS))
def test_compiled_is_exact(part):
    for number in range(part, RULE_SETS, PARTS):
        found = [str(each) for each in compare(Random(f"{seed()}/{number}"), ASSERTIONS, 20)]
        assert not found, f"python -m tests.schematron.expressions {seed()} {number + 1}\n" + "\n".join(found[:3])


@pytest.mark.parametrize("part", range(PARTS))
def test_exact_is_saxon(part):
    pytest.importorskip("saxonche")
    for number in range(part, ON_SAXON, PARTS):
        found = [str(each) for each in compare(Random(f"{seed()}/{number}"), ASSERTIONS, 6, saxon=True)]
        assert not found, f"python -m tests.schematron.expressions --saxon {seed()} {number + 1}\n{found[0]}"
