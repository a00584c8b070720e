"""Lines of text: where, what, what to do; and nothing of a document commands the terminal."""

import doctest
from dataclasses import dataclass
from datetime import date

import pytest

from einvoice.findings import Finding
from einvoice.report import text

FINDING = Finding(
    "BR-CO-10",
    "error",
    "en16931",
    "the sum is 1.00, expected 2.00",
    "correct the sum",
    ("BT-106",),
    "/Invoice/A",
    12,
    "1.00",
)


def test_finding_has_place_severity_code_message_terms_and_path() -> None:
    assert text.finding_lines(FINDING, "a.xml") == [
        "a.xml:12: error BR-CO-10: the sum is 1.00, expected 2.00 [BT-106] (/Invoice/A)",
        "  fix: correct the sum",
    ]


def test_finding_without_place_or_fix_is_one_line() -> None:
    assert text.finding_lines(Finding("LOSS-X", "info", "loss", "gone"), "a.xml") == ["a.xml: info LOSS-X: gone"]


def test_invoice_of_several_is_named_where_there_is_no_line() -> None:
    finding = Finding("LOSS-X", "info", "loss", "gone")
    assert text.finding_lines(finding, "a.xml", 2) == ["a.xml (invoice 3): info LOSS-X: gone"]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("plain åäö €", "plain åäö €"),
        ("two\nlines\tand tab", "two\nlines\tand tab"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b2J", "\\x9b2J"),
        ("\u202e\u2066", "\\u202e\\u2066"),
        ("\udcff", "\\udcff"),
    ],
)
def test_clean(given: str, shown: str) -> None:
    assert text.clean(given) == shown


def test_line_ends_in_a_message_do_not_make_lines() -> None:
    finding = Finding("EI-X", "error", "input", "a\r\nb\nerror c", "d\ne")
    assert text.finding_lines(finding, "x\ny") == ["x ⏎ y: error EI-X: a ⏎ b ⏎ error c", "  fix: d ⏎ e"]


def test_counts_are_gravest_first() -> None:
    info = Finding("A", "info", "loss", "")
    assert text.counts([info, FINDING, info]) == "1 error, 2 notes"
    assert text.counts([]) == "no findings"


def test_columns() -> None:
    assert text.columns([["a", "1", "x"], ["bbb", "22", ""]], right=[1]) == ["a     1  x", "bbb  22"]
    assert text.columns([]) == []


def test_grouped_shows_a_value_that_the_message_does_not() -> None:
    loss = Finding("LOSS-X", "warning", "loss", "too long", value="v" * 100)
    assert text.grouped([loss, FINDING]) == [
        "  1 error",
        "    BR-CO-10: the sum is 1.00, expected 2.00 [BT-106]",
        "      at:  line 12 /Invoice/A",
        "      fix: correct the sum",
        "  1 warning",
        "    LOSS-X: too long",
        f"      has: '{'v' * 60}…'",
    ]


def test_rules_that_stumble_over_the_same_value_are_told_once() -> None:
    def stumbled(rule: str, on: str, why: str, line: int | None) -> Finding:
        message = f"rule {rule} cannot be evaluated on {on}: {why}"
        return Finding("EI-RULE-ERROR", "error", "en16931", message, "write true or false", line=line)

    findings = [
        stumbled("BR-CO-11", "LegalMonetaryTotal", "'yes' is neither true nor false (FORG0001)", 158),
        FINDING,
        stumbled("BR-S-03", "Invoice", "'yes' is neither true nor false (FORG0001)", 4),
        stumbled("BR-CO-15", "Invoice", "'1,00' is no decimal number (FORG0001)", 4),
        stumbled("BR-S-08", "TaxCategory", "'yes' is neither true nor false (FORG0001)", None),
    ]
    assert text.grouped(findings) == [
        "  5 errors",
        (
            "    EI-RULE-ERROR: rule BR-CO-11 cannot be evaluated on LegalMonetaryTotal: "
            "'yes' is neither true nor false (FORG0001)"
        ),
        "      at:  line 158",
        "      fix: write true or false",
        "      also: BR-S-03 (line 4), BR-S-08",
        "    BR-CO-10: the sum is 1.00, expected 2.00 [BT-106]",
        "      at:  line 12 /Invoice/A",
        "      fix: correct the sum",
        "    EI-RULE-ERROR: rule BR-CO-15 cannot be evaluated on Invoice: '1,00' is no decimal number (FORG0001)",
        "      at:  line 4",
        "      fix: write true or false",
    ]


@dataclass
class Layer:
    layer: str
    status: str
    reason: str | None = None
    ruleset: str | None = None
    version: str | None = None
    valid_from: date | None = None
    fired: int = 0
    ms: float = 0.0


def verdict(valid: bool, layers: list[Layer], findings: list[Finding]) -> str:
    lines = text.verdict_lines(
        "a.xml", index=None, format="ubl", profile="p/1", valid=valid, layers=layers, findings=findings
    )
    return lines[0]


def test_verdict() -> None:
    ran, broken, skipped = Layer("schema", "valid"), Layer("schema", "invalid"), Layer("peppol", "skipped", "later")
    warning = Finding("W", "warning", "loss", "")
    assert verdict(True, [ran], [warning]) == "a.xml: valid (ubl, p/1)"
    assert verdict(False, [broken, skipped], [FINDING]) == "a.xml: INVALID (ubl, p/1)"
    assert verdict(False, [ran, skipped], [warning]) == "a.xml: not checked: peppol skipped (ubl, p/1)"
    assert verdict(False, [skipped], [FINDING]) == "a.xml: not checked: peppol skipped (ubl, p/1)"
    assert verdict(False, [], []) == "a.xml: not checked (ubl, p/1)"


def test_layer_lines_say_what_ran_and_why_not() -> None:
    layers = [
        Layer("schema", "valid", None, "ubl-2.1", "2.1", date(2013, 11, 4), 142, 0.44),
        Layer("peppol", "skipped", "no rule\nfired", "peppol-bis-3/2026-05", "3.0.21", date(2026, 8, 17)),
        Layer("schematron", "valid", None, "mine\x1b.sch", None, None, 1, 12.0),
        Layer("business", "invalid", None, "einvoice", "1.0", None, 43, 3.0),
    ]
    assert text.layer_lines(layers) == [
        "  schema      valid    ubl-2.1               2.1     from 2013-11-04  142 fired   0.4 ms",
        "  peppol      skipped  peppol-bis-3/2026-05  3.0.21  from 2026-08-17",
        "    why: no rule ⏎ fired",
        "  schematron  valid    mine\\x1b.sch                                     1 fired  12.0 ms",
        "  business    invalid  einvoice              1.0                       43 fired   3.0 ms",
    ]


def test_doctests() -> None:
    assert doctest.testmod(text).failed == 0
