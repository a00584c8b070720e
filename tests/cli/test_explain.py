"""Every code has an explanation, and a misspelt one a neighbour."""

import re
import subprocess
import sys

import pytest
from tests.cli.program import run

from einvoice.cli.explain import explain
from einvoice.errors import UsageError
from einvoice.report.codes import EXPLANATIONS
from einvoice.rules import RULES
from einvoice.schematron.catalogue import official_rules


@pytest.mark.parametrize("code", [*RULES, *EXPLANATIONS])
def test_code_is_explained(code: str) -> None:
    outcome = run("explain", code)
    assert outcome.code == 0
    assert outcome.text.startswith(code)
    for part in ("why:", "fix:", "example:"):
        assert f"\n  {part}" in outcome.text


def test_every_official_rule_is_explained() -> None:
    official = official_rules()
    assert len(official) == 1144 + 92
    for code, rule in official.items():
        text = explain(code)
        assert text.startswith(f"{code} ({' or '.join(rule.levels)}): ")
        for part in ("why:", "fix:", "example:", "source:"):
            assert text.count(f"\n  {part}") == 1, code
        assert rule.ruleset in text
        assert ("\n  note:" in text) == (rule.assertion.note is not None)


def test_terms_of_an_official_rule_have_their_names() -> None:
    assert "\n  terms:   BT-106 Sum of Invoice line net amount, BT-131 Invoice line net amount\n" in explain("BR-CO-10")


@pytest.mark.parametrize("code", ["br-co-10", " Br-Co-10 ", "peppol-en16931-r120", "loss-unmapped", "ei-kind"])
def test_case_and_blanks_around_do_not_matter(code: str) -> None:
    assert explain(code).startswith(code.strip().upper())


@pytest.mark.parametrize("code", [*RULES, *EXPLANATIONS])
def test_misspelt_code_finds_its_neighbour(code: str) -> None:
    outcome = run("explain", code[:-1])
    assert outcome.code == 2
    assert code in outcome.stderr


def test_official_code_cut_short_finds_its_neighbour() -> None:
    official = official_rules()
    for code in official:
        if code[:-1] not in official:
            with pytest.raises(UsageError) as caught:
                explain(code[:-1])
            assert caught.value.fix is not None
            assert code in caught.value.fix or re.search(r" and \d+ more$", caught.value.fix)


@pytest.mark.parametrize(
    ("code", "proposal"),
    [
        ("BR-CO-9", "did you mean BR-CO-09?"),
        ("brco10", "did you mean BR-CO-10?"),
        ("ubl cr 5", "did you mean UBL-CR-005?"),
        ("PEPPOL-EN16931-R12", "did you mean PEPPOL-EN16931-R120, PEPPOL-EN16931-R121?"),
        ("BR-OC-10", "did you mean BR-O-10, BR-IC-10, BR-CO-10?"),
        ("?", "take a code as findings show it"),
        ("", "take a code as findings show it"),
    ],
)
def test_proposal(code: str, proposal: str) -> None:
    with pytest.raises(UsageError) as caught:
        explain(code)
    assert (caught.value.fix or "").startswith(proposal)


def test_long_lists_of_proposals_are_cut() -> None:
    with pytest.raises(UsageError) as caught:
        explain("UBL-CR-")
    fix = caught.value.fix or ""
    assert fix.count("UBL-CR-0") == 16
    assert fix.endswith(" more")


def test_nothing_is_parsed_or_compiled() -> None:
    program = "import sys; from einvoice.cli.explain import explain; explain('BR-CO-10'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    unwanted = {"elementpath", "pydantic", "einvoice.schematron.compiler", "einvoice.schematron.read", "einvoice.rules"}
    assert unwanted.isdisjoint(done.stdout.split())
