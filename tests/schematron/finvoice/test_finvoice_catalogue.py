"""All rules of the list are there, and explain themselves; none that needs Python fires from the Schematron."""

import pytest
from tests.schematron.finvoice import BASE, RULES, judged

from einvoice.schematron import library
from einvoice.schematron.build import read_edition, stale
from einvoice.schematron.catalogue import official_rules

EDITION = "finvoice/3.0"

NUMBERS = (
    *range(1, 27),
    *range(30, 38),
    *range(40, 45),
    *range(50, 69),
    *range(70, 78),
    *range(80, 90),
    *range(90, 96),
    *range(100, 107),
    *range(110, 113),
)
WARNINGS = {
    # rules that are a warning whatever the document
    22,
    23,
    24,
    25,
    31,
    33,
    34,
    35,
    37,
    40,
    41,
    42,
    43,
    50,
    51,
    52,
    53,
    54,
    55,
    59,
    60,
    61,
    62,
    63,
    65,
    67,
    68,
    70,
    71,
    72,
    73,
    74,
    75,
    76,
    77,
    80,
    81,
    82,
    83,
    84,
    85,
    86,
    87,
    88,
    89,
    90,
    91,
    92,
    93,
    94,
    95,
    101,
    105,
    106,
    112,
}
BOTH = {10, 11, 17, 26, 56, 57, 58}
"""Rules whose level hangs on the value, the version, or the claim of EN 16931."""

ELSEWHERE = (2, 22, 23, 24, 44, 92, 100, 101, 102, 103, 104, 110)
"""Rules that the Schematron only explains."""


def test_there_are_as_many_as_in_the_list():
    assert len(NUMBERS) == 92
    found = [code for code, rule in official_rules().items() if rule.ruleset == EDITION]
    assert sorted(found) == sorted(f"FV-{number:02}" for number in NUMBERS)


@pytest.mark.parametrize("number", NUMBERS)
def test_level_is_that_of_the_list(number):
    expected = ("error", "warning") if number in BOTH else ("warning",) if number in WARNINGS else ("error",)
    assert official_rules()[f"FV-{number:02}"].levels == expected


def test_every_assertion_has_its_texts():
    lacking = [
        (assertion.id, name)
        for assertion in read_edition(EDITION).assertions
        for name in ("checks", "why", "fix", "example")
        if not getattr(assertion, name)
    ]
    assert lacking == []


def test_what_is_judged_elsewhere_says_so():
    never = {assertion.id for assertion in read_edition(EDITION).assertions if assertion.test.text == "true()"}
    assert never == {f"FV-{number:02}" for number in ELSEWHERE}
    assert [code for code in never if not official_rules()[code].assertion.note] == []


def test_every_rule_runs_in_the_fast_engine():
    assert library.built_in(EDITION).unsupported == ()


def test_the_compiled_rules_are_current():
    assert stale(EDITION) == []


def test_every_family_is_taken_in():
    main = (RULES / "finvoice.sch").read_text(encoding="utf-8")
    families = {path.name for path in RULES.glob("*.sch")} - {"finvoice.sch"}
    assert [name for name in families if f'<extends href="{name}"/>' not in main] == []


@pytest.mark.parametrize("document", ["<Finvoice/>", '<Finvoice Version="3.0"><InvoiceRow/></Finvoice>', "<Invoice/>"])
def test_documents_of_nearly_nothing_end_in_no_error(document):
    assert judged(document.encode()).errors == ()


def test_another_document_fires_no_rule():
    assert judged(b"<Invoice/>").rules_fired == 0
    assert judged(BASE.encode()).rules_fired > 50
