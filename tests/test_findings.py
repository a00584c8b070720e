"""Findings: frozen values with the object of the contract, and the gravest among them."""

import dataclasses
import json
from typing import Any, get_args

import pytest

from einvoice.findings import SEVERITY_ORDER, Finding, Layer, Severity, worst

FULL = Finding(
    "BR-CO-10",
    "error",
    "en16931",
    "the sum of the lines is 12.40 EUR, expected 12.41",
    "recalculate BT-106",
    ("BT-106", "BT-131"),
    "/Invoice/LegalMonetaryTotal/LineExtensionAmount",
    12,
    "12.40",
    "totals.line_total",
)


def finding(severity: Severity, code: str = "BR-01") -> Finding:
    return Finding(code, severity, "en16931", "message")


def test_as_dict_is_the_object_of_the_contract() -> None:
    assert FULL.as_dict() == {
        "code": "BR-CO-10",
        "severity": "error",
        "layer": "en16931",
        "message": "the sum of the lines is 12.40 EUR, expected 12.41",
        "fix": "recalculate BT-106",
        "terms": ["BT-106", "BT-131"],
        "path": "/Invoice/LegalMonetaryTotal/LineExtensionAmount",
        "line": 12,
        "value": "12.40",
    }
    assert list(FULL.as_dict()) == ["code", "severity", "layer", "message", "fix", "terms", "path", "line", "value"]


def test_what_is_unknown_is_null_and_never_empty() -> None:
    value = finding("info").as_dict()
    assert {value[name] for name in ("fix", "path", "line", "value")} == {None}
    assert value["terms"] == []
    assert json.loads(json.dumps(value)) == value


def test_a_finding_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        FULL.code = "BR-CO-11"  # type: ignore[misc]


def test_equal_findings_are_one() -> None:
    again = dataclasses.replace(FULL)
    assert again == FULL
    assert len({FULL, again}) == 1
    assert dataclasses.replace(FULL, line=13) != FULL


def test_the_place_in_the_model_does_not_make_two_of_one() -> None:
    """It is how a caller finds the source, not part of what is said."""
    assert dataclasses.replace(FULL, model_path="lines[0]") == FULL


PLACES: list[tuple[str, dict[str, Any], tuple[Any, ...], tuple[Any, ...]]] = [
    # case, known before, given, known after
    ("valid_all_unknown", {}, ("/a", 3, "x"), ("/a", 3, "x")),
    ("valid_known_stays", {"path": "/b", "line": 1, "value": "y"}, ("/a", 3, "x"), ("/b", 1, "y")),
    ("valid_some_known", {"path": "/b"}, ("/a", 3, "x"), ("/b", 3, "x")),
    ("valid_empty_is_known", {"value": ""}, ("/a", 3, "x"), ("/a", 3, "")),
    ("valid_line_zero_is_known", {"line": 0}, ("/a", 3, None), ("/a", 0, None)),
    ("silent_nothing_given", {}, (None, None, None), (None, None, None)),
]


@pytest.mark.parametrize(("known", "given", "after"), [c[1:] for c in PLACES], ids=[c[0] for c in PLACES])
def test_at_fills_what_is_unknown(known: dict[str, Any], given: tuple[Any, ...], after: tuple[Any, ...]) -> None:
    before = dataclasses.replace(finding("error"), **known)
    found = before.at(*given)
    assert (found.path, found.line, found.value) == after
    assert (found.code, found.message) == (before.code, before.message)


def test_placed_is_a_copy_with_another_place() -> None:
    stated = dataclasses.replace(FULL, model_path="lines[0]")
    found, expected = (
        stated.placed("/other", None, "x"),
        dataclasses.replace(stated, path="/other", line=None, value="x"),
    )
    assert dataclasses.astuple(found) == dataclasses.astuple(expected)


@pytest.mark.parametrize(
    ("code", "loss"),
    (("LOSS-NO-PLACE", True), ("LOSS-", True), ("EI-LOSS", False), ("loss-x", False), ("BR-01", False)),
)
def test_is_loss(code: str, loss: bool) -> None:
    assert finding("warning", code).is_loss is loss


WORST: list[tuple[tuple[Severity, ...], Severity | None]] = [
    ((), None),
    (("info",), "info"),
    (("info", "warning", "info"), "warning"),
    (("warning", "info", "error"), "error"),
    (("error", "error"), "error"),
]


@pytest.mark.parametrize(("severities", "expected"), WORST)
def test_worst(severities: tuple[Severity, ...], expected: Severity | None) -> None:
    assert worst(finding(s) for s in severities) == expected


def test_severities_and_layers_are_those_of_the_contract() -> None:
    assert get_args(Severity) == ("error", "warning", "info")
    assert sorted(SEVERITY_ORDER, key=SEVERITY_ORDER.__getitem__) == ["error", "warning", "info"]
    assert set(get_args(Layer)) == {
        "input",
        "schema",
        "en16931",
        "peppol",
        "schematron",  # rules of the user, in place of the official ones
        "finvoice",
        "netvisor",
        "billecta",
        "business",
        "loss",
    }


def test_message_that_a_value_makes_a_book_of_is_cut() -> None:
    """A value of a hostile document has any length; the beginning and the end of a message say what is wrong."""
    long = Finding("EI-X", "error", "input", f"the number is {'9' * 9_000}, expected 1", f"write {'1' * 9_000} as 1")
    assert len(long.message) < 2_000
    assert long.message.startswith("the number is 999")
    assert long.message.endswith("9, expected 1")
    assert "characters left out" in long.message
    assert long.fix is not None
    assert len(long.fix) < 2_000
    assert long.at("/a").message == long.message
