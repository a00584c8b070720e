"""Every code has an explanation, and a misspelt one a neighbour."""

import re
import subprocess
import sys

import pytest
from tests.cli.program import run

from einvoice.cli.codes import catalogue
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


def test_names_of_exceptions_are_codes_too() -> None:
    assert explain("NotWellFormed") == explain("EI-NOT-WELL-FORMED")


def test_several_codes_stand_apart() -> None:
    outcome = run("explain", "BR-CO-10", "ei-kind")
    assert outcome.text == f"{explain('BR-CO-10')}\n\n{explain('EI-KIND')}\n"


@pytest.mark.parametrize("pattern", ["BR-CO", "br-co-", "BR-CO-*", "br-co-[0-9]*", "BR-CO-??"])
def test_beginning_and_pattern_list_codes(pattern: str) -> None:
    outcome = run("explain", pattern)
    official = [code for code in official_rules() if code.startswith("BR-CO-")]
    assert outcome.code == 0
    assert sorted(line.split()[0] for line in outcome.text.splitlines()) == sorted(official)
    assert re.search(r"^BR-CO-10  error  The sum of line net amounts", outcome.text, re.MULTILINE)


def test_list_of_everything() -> None:
    outcome = run("explain", "--list")
    listed = [line.split()[0] for line in outcome.text.splitlines()]
    assert listed == list(catalogue())
    assert len(listed) == len(set(listed)) > 1400


def test_list_of_a_code_is_one_line_of_it_and_of_those_that_begin_so() -> None:
    listed = [line.split()[0] for line in run("explain", "--list", "EI-BILLECTA-ENUM").text.splitlines()]
    assert listed[0] == "EI-BILLECTA-ENUM"
    assert "EI-BILLECTA-ENUM-NUMBER" in listed[1:]
    assert run("explain", "--list", "BR-CO-10").text.count("\n") == 1


def test_families_name_every_code_once() -> None:
    outcome = run("explain")
    assert outcome.code == 0
    numbers = [int(n) for n in re.findall(r"^[A-Z]\S+(?: … \S+)? +(\d+)  ", outcome.text, re.MULTILINE)]
    assert sum(numbers) == len(catalogue())
    assert len(numbers) == len({code.family for code in catalogue().values()})


@pytest.mark.parametrize("pattern", ["XX-*", "*-*-*-*-*-*-*-*"])
def test_pattern_without_a_match(pattern: str) -> None:
    outcome = run("explain", pattern)
    assert (outcome.code, outcome.text) == (2, "")
    assert "fix: einvoice explain lists the families of codes" in outcome.stderr


def test_terms_of_an_official_rule_have_their_names() -> None:
    assert "\n  terms:   BT-106 Sum of Invoice line net amount, BT-131 Invoice line net amount\n" in explain("BR-CO-10")


@pytest.mark.parametrize("code", ["br-co-10", " Br-Co-10 ", "peppol-en16931-r120", "loss-unmapped", "ei-kind"])
def test_case_and_blanks_around_do_not_matter(code: str) -> None:
    assert explain(code).startswith(code.strip().upper())


@pytest.mark.parametrize("code", [*RULES, *EXPLANATIONS])
def test_misspelt_code_finds_its_neighbour(code: str) -> None:
    """A shorter code may be the beginning of others: EI-MISSING-LINE of EI-MISSING-LINE-AMOUNT."""
    outcome = run("explain", code[:-1])
    assert code in (outcome.text if outcome.code == 0 else outcome.stderr)
    assert outcome.code == 2 or all(line.startswith(code[:-1]) for line in outcome.text.splitlines())


def test_official_code_cut_short_finds_its_neighbour() -> None:
    official = official_rules()
    for code in official:
        if code[:-1] not in official and not code[:-1].endswith("-"):
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
        ("?", "einvoice explain lists the families of codes"),
        ("", "take a code as findings show it"),
    ],
)
def test_proposal(code: str, proposal: str) -> None:
    with pytest.raises(UsageError) as caught:
        explain(code)
    assert (caught.value.fix or "").startswith(proposal)


def test_long_lists_of_proposals_are_cut() -> None:
    with pytest.raises(UsageError) as caught:
        explain("UBL-CR-0")
    fix = caught.value.fix or ""
    assert fix.count("UBL-CR-0") == 16
    assert fix.endswith(" more")


def test_nothing_is_parsed_or_compiled() -> None:
    program = "import sys; from einvoice.cli.explain import explain; explain('BR-CO-10'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    unwanted = {"elementpath", "pydantic", "einvoice.schematron.compiler", "einvoice.schematron.read", "einvoice.rules"}
    assert unwanted.isdisjoint(done.stdout.split())
