"""Verdicts, exit codes and the JSON of the contract."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.program import run

import einvoice
from einvoice import validation

GOOD = "corpora/peppol-bis/zero-rated.xml"
UNREADABLE_VALUE = "corpora/peppol-bis/negative/date-not-a-date.xml"
BROKEN = "corpora/netvisor/negative/truncated.xml"
WITH_ERROR = "corpora/peppol-bis/negative/type-381-in-invoice.xml"
WITH_WARNING = "corpora/peppol-bis/negative/elements-outside-bis.xml"
TWO_LAYERS = ("--layers", "schema,business")


def report_of(*arguments: str, stdin: bytes = b"") -> dict[str, Any]:
    report: dict[str, Any] = json.loads(run("validate", *arguments, "--output", "json", stdin=stdin).stdout)
    return report


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([GOOD], 0),
        ([GOOD, *TWO_LAYERS], 0),
        ([GOOD, "--profile", "ubl-2.1", "--layers", "schema,schematron"], 3),
        ([WITH_ERROR], 1),
        ([WITH_ERROR, *TWO_LAYERS], 1),
        ([WITH_WARNING, *TWO_LAYERS], 0),
        ([WITH_WARNING, *TWO_LAYERS, "--fail-on", "warning"], 1),
        ([WITH_WARNING, "--fail-on", "warning"], 1),
        ([UNREADABLE_VALUE], 4),
        ([UNREADABLE_VALUE, "--layers", "schema"], 1),
        ([BROKEN], 3),
        (["missing.xml"], 3),
        ([GOOD, WITH_ERROR], 1),
        ([WITH_ERROR, UNREADABLE_VALUE], 4),
        ([WITH_ERROR, UNREADABLE_VALUE, BROKEN], 3),
        ([GOOD, "--context", "missing.toml"], 6),
        ([GOOD, "--from", "edifact"], 2),
    ],
)
def test_exit_code(arguments: list[str], code: int, workplace: Path) -> None:
    assert run("validate", *arguments).code == code
    assert run("validate", *arguments, "--output", "json").code == code
    assert run("validate", *arguments, "--output", "svrl").code == code


def test_json_has_the_members_of_the_contract(workplace: Path) -> None:
    report = report_of(GOOD)
    assert report["tool"] == {"name": "einvoice", "version": einvoice.__version__}
    (document,) = report["documents"]
    contract = ["path", "index", "format", "profile", "valid", "checked", "layers", "findings"]
    assert list(document) == contract
    assert (document["path"], document["index"], document["valid"], document["checked"]) == (GOOD, 0, True, True)
    for layer in document["layers"]:
        assert {"layer", "status", "reason", "ruleset", "fired", "ms"} <= layer.keys()
    assert {layer["layer"]: layer["status"] for layer in document["layers"]} == {
        "schema": "valid", "en16931": "valid", "peppol": "valid", "business": "valid",
    }  # fmt: skip


def test_unread_document_has_them_too(workplace: Path) -> None:
    (document,) = report_of(BROKEN)["documents"]
    (judged,) = report_of(GOOD)["documents"]
    assert list(document) == list(judged)
    assert {tuple(layer) for layer in document["layers"]} == {tuple(layer) for layer in judged["layers"]}
    assert [layer["layer"] for layer in document["layers"]] == ["schema", "schematron", "business"]
    assert all(layer["status"] == "skipped" and layer["reason"] for layer in document["layers"])


def test_unread_document_skips_the_layers_that_were_asked_for(workplace: Path) -> None:
    (document,) = report_of(BROKEN, *TWO_LAYERS)["documents"]
    assert [layer["layer"] for layer in document["layers"]] == ["schema", "business"]


def test_every_invoice_of_a_file_is_a_document(workplace: Path) -> None:
    report = report_of("corpora/netvisor/batch.xml", "--context", "corpora/einvoice.toml")
    assert [d["index"] for d in report["documents"]] == [0, 1, 2]
    assert {d["path"] for d in report["documents"]} == {"corpora/netvisor/batch.xml"}


def test_summary_adds_up(workplace: Path) -> None:
    summary = report_of("corpora/peppol-bis", *TWO_LAYERS)["summary"]
    assert summary["valid"] + summary["invalid"] + summary["not_checked"] == summary["documents"] > 30
    assert summary["errors"] > 0


def test_text_and_json_agree(workplace: Path) -> None:
    report = report_of("corpora/peppol-bis", *TWO_LAYERS)
    text = run("validate", "corpora/peppol-bis", *TWO_LAYERS).text
    for document in report["documents"]:
        word = "valid" if document["valid"] else "INVALID"
        assert f"{document['path']}: {word} (" in text
    summary = report["summary"]
    assert text.endswith(f"{summary['errors']} errors, {summary['warnings']} warnings\n")


def test_report_goes_into_a_file(workplace: Path) -> None:
    outcome = run("validate", GOOD, "--output", "json", "-o", "report.json")
    assert outcome.stdout == b""
    assert json.loads(Path("report.json").read_bytes())["summary"]["valid"] == 1
    assert outcome.stderr == "einvoice: 1 document: 1 valid, 0 invalid, 0 not checked; 0 errors, 0 warnings\n"


def test_layers_may_stand_apart(workplace: Path) -> None:
    (document,) = report_of(GOOD, "--layers", " business , schema ")["documents"]
    assert [layer["layer"] for layer in document["layers"]] == ["schema", "business"]


def test_standard_input(workplace: Path) -> None:
    (document,) = report_of("-", *TWO_LAYERS, stdin=Path(GOOD).read_bytes())["documents"]
    assert (document["path"], document["valid"]) == ("-", True)


def test_fault_of_ours_on_one_document_does_not_stop_the_rest(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    validate_each = validation.validate_each

    def broken(data: bytes, *arguments: Any, **named: Any) -> Any:
        if b"CreditNote" in data:
            raise KeyError("bug")
        return validate_each(data, *arguments, **named)

    monkeypatch.setattr(validation, "validate_each", broken)
    outcome = run("validate", "corpora/peppol-bis/credit-note.xml", GOOD, *TWO_LAYERS)
    assert outcome.code == 70
    assert "EI-INTERNAL-ERROR: a fault of einvoice itself: KeyError: 'bug'" in outcome.text
    assert f"{GOOD}: valid" in outcome.text


def test_fault_between_invoices_keeps_what_came_before(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    validate_each = validation.validate_each

    def broken(*arguments: Any, **named: Any) -> Any:
        yield next(iter(validate_each(*arguments, **named)))
        raise KeyError("bug")

    monkeypatch.setattr(validation, "validate_each", broken)
    report = report_of("corpora/netvisor/batch.xml", "--context", "corpora/einvoice.toml")
    assert [(d["index"], d["valid"]) for d in report["documents"]] == [(0, True), (1, False)]


@pytest.mark.parametrize("form", ["sarif", "junit", "html"])
def test_form_of_a_later_version(form: str, workplace: Path) -> None:
    outcome = run("validate", GOOD, "--output", form)
    assert outcome.code == 2
    assert "comes with a later version" in outcome.stderr
