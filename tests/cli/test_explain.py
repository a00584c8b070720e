"""Every code has an explanation, and a misspelt one a neighbour."""

import pytest
from tests.cli.program import run

from einvoice.report.codes import EXPLANATIONS
from einvoice.rules import RULES


@pytest.mark.parametrize("code", [*RULES, *EXPLANATIONS])
def test_code_is_explained(code: str) -> None:
    outcome = run("explain", code)
    assert outcome.code == 0
    assert outcome.text.startswith(code)
    for part in ("why:", "fix:", "example:"):
        assert f"\n  {part}" in outcome.text


@pytest.mark.parametrize("code", [*RULES, *EXPLANATIONS])
def test_misspelt_code_finds_its_neighbour(code: str) -> None:
    outcome = run("explain", code[:-1])
    assert outcome.code == 2
    assert code in outcome.stderr
