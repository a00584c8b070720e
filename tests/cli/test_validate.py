"""Verdicts, exit codes and the JSON of the contract."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.cli.program import Outcome, run

import einvoice
from einvoice import validation
from einvoice.cli.validate import FORMS

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


@pytest.mark.parametrize(("file", "code"), [(GOOD, 0), (WITH_WARNING, 1), (BROKEN, 3), (UNREADABLE_VALUE, 4)])
def test_form_does_not_change_the_exit_code(file: str, code: int, workplace: Path) -> None:
    for form in FORMS:
        outcome = run("validate", file, "--fail-on", "warning", "--output", form, "-o", f"report.{form}")
        assert outcome.code == code, form
        assert Path(f"report.{form}").read_bytes(), form


@pytest.mark.parametrize("form", ["sarif", "junit", "svrl", "html"])
def test_form_is_the_same_every_time(form: str, workplace: Path) -> None:
    files = [GOOD, WITH_ERROR, BROKEN, "corpora/billecta/entry-standard.json"]
    assert run("validate", *files, "--output", form).stdout == run("validate", *files, "--output", form).stdout


def test_sarif_names_documents_from_where_einvoice_runs(workplace: Path) -> None:
    outcome = run("validate", str(Path(WITH_ERROR).absolute()), "--output", "sarif")
    (run_,) = json.loads(outcome.stdout)["runs"]
    assert run_["artifacts"][0]["location"]["uri"] == WITH_ERROR
    assert run_["invocations"][0]["exitCode"] == outcome.code == 1


def test_sarif_has_lines_of_json(workplace: Path) -> None:
    file = "corpora/billecta/negative/row-total-does-not-tie.json"
    results = json.loads(run("validate", file, "--output", "sarif").stdout)["runs"][0]["results"]
    written = Path(file).read_text(encoding="utf-8").splitlines()
    for result in results:
        (place,) = result["locations"]
        for named in place.get("logicalLocations", []):
            name = named["fullyQualifiedName"].rpartition("/")[2]
            assert name.isdigit() or name in written[place["physicalLocation"]["region"]["startLine"] - 1]
    assert any("logicalLocations" in result["locations"][0] for result in results)


def test_sarif_looks_for_the_lines_of_a_list_once(
    workplace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking through the whole list for each of its invoices took minutes for a list of 500."""
    from einvoice import jsontext

    entry = Path("corpora/billecta/negative/row-total-does-not-tie.json").read_text(encoding="utf-8")
    (tmp_path / "list.json").write_text(f"[{entry},{entry},{entry}]", encoding="utf-8")
    looked: list[bytes] = []
    lines_of = jsontext.lines_of
    monkeypatch.setattr(jsontext, "lines_of", lambda data: looked.append(data) or lines_of(data))
    results = json.loads(run("validate", str(tmp_path / "list.json"), "--output", "sarif").stdout)["runs"][0]["results"]
    lines = [each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in results]
    assert len(looked) == 1
    assert max(lines) > 2 * len(entry.splitlines()) - 5


def test_junit_fails_what_fails_the_run(workplace: Path) -> None:
    errors, warnings = (
        etree.fromstring(run("validate", WITH_WARNING, "--output", "junit", "--fail-on", level).stdout)
        for level in ("error", "warning")
    )
    assert errors.get("failures") == "0"
    assert int(str(warnings.get("failures"))) > 0


def test_html_has_the_invoice_of_each_document(workplace: Path) -> None:
    page = run("validate", GOOD, BROKEN, "corpora/netvisor/batch.xml", "--output", "html").text
    assert page.count("<article") == 5
    assert "could not be read" in page
    assert "batch.xml (invoice 3)" in page


def test_html_of_standard_input(workplace: Path) -> None:
    assert "Invoice 2026" in run("validate", "-", "--output", "html", stdin=Path(GOOD).read_bytes()).text


# ---------------------------------------------------------------------------------- baseline


def with_baseline(*arguments: str, form: str = "text") -> Outcome:
    return run("validate", *arguments, "--baseline", "base.json", "--output", form)


def test_baseline_lets_known_findings_pass(workplace: Path) -> None:
    made = with_baseline(WITH_ERROR, "--update-baseline")
    assert (made.code, run("validate", WITH_ERROR).code) == (0, 1)
    assert "einvoice: baseline base.json: 4 findings, 4 new, 0 taken out\n" in made.stderr
    again = with_baseline(WITH_ERROR)
    assert again.code == 0
    assert "INVALID, all errors known" in again.text
    assert again.stderr == "einvoice: baseline base.json: 4 known findings\n"


def test_baseline_counts_warnings_with_fail_on_warning(workplace: Path) -> None:
    assert with_baseline(WITH_WARNING, "--update-baseline").code == 0
    assert with_baseline(WITH_WARNING, "--fail-on", "warning").code == 0
    assert run("validate", WITH_WARNING, "--fail-on", "warning").code == 1


def test_lines_may_move(workplace: Path) -> None:
    data = Path(WITH_ERROR).read_bytes()
    Path("a.xml").write_bytes(data)
    with_baseline("a.xml", "--update-baseline")
    head, _, rest = data.partition(b"?>")
    Path("a.xml").write_bytes(head + b"?>" + b"\n" * 40 + rest)
    assert with_baseline("a.xml").code == 0


def test_new_finding_fails(workplace: Path) -> None:
    data = Path(WITH_ERROR).read_bytes()
    Path("a.xml").write_bytes(data)
    with_baseline("a.xml", "--update-baseline")
    Path("a.xml").write_bytes(re.sub(rb"(<cbc:PayableAmount[^>]*>)[^<]*", rb"\g<1>7.77", data))
    outcome = with_baseline("a.xml", form="json")
    assert outcome.code == 1
    marks = {each["code"]: each["known"] for each in json.loads(outcome.stdout)["documents"][0]["findings"]}
    assert marks["BR-CL-01"]
    assert not marks["BR-CO-16"]


def test_finding_that_is_gone_is_told_and_taken_out(workplace: Path) -> None:
    Path("a.xml").write_bytes(Path(WITH_ERROR).read_bytes())
    with_baseline("a.xml", "--update-baseline")
    Path("a.xml").write_bytes(Path(GOOD).read_bytes())
    outcome = with_baseline("a.xml", form="json")
    assert outcome.code == 0
    assert "no longer found (--update-baseline takes them out)\n" in outcome.stderr
    assert "no longer found: a.xml: BR-CL-01 /Invoice/InvoiceTypeCode\n" in outcome.stderr
    report = json.loads(outcome.stdout)["baseline"]
    assert (report["known"], len(report["no_longer_found"])) == (0, 4)
    with_baseline("a.xml", "--update-baseline")
    assert json.loads(Path("base.json").read_bytes())["findings"] == []


def test_baseline_names_documents_from_its_own_folder(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("in").mkdir()
    Path("in/a.xml").write_bytes(Path(WITH_ERROR).read_bytes())
    with_baseline("in", "--update-baseline")
    assert {each["document"] for each in json.loads(Path("base.json").read_bytes())["findings"]} == {"in/a.xml"}
    monkeypatch.chdir("in")
    assert run("validate", "a.xml", "--baseline", "../base.json").code == 0


def test_member_of_a_zip_cannot_take_the_name_of_another_document(workplace: Path) -> None:
    Path("a.xml").write_bytes(Path(WITH_ERROR).read_bytes())
    with_baseline("a.xml", "--update-baseline")
    with zipfile.ZipFile("in.zip", "w") as archive:
        archive.writestr("../a.xml", Path(WITH_ERROR).read_bytes())
    assert with_baseline("in.zip").code == 1


def test_document_that_was_not_checked_fails_with_any_baseline(workplace: Path) -> None:
    assert with_baseline(BROKEN, UNREADABLE_VALUE, "--update-baseline").code == 3
    assert json.loads(Path("base.json").read_bytes())["findings"] == []
    assert with_baseline(BROKEN).code == 3
    assert with_baseline(UNREADABLE_VALUE).code == 4


def test_documents_outside_the_run_stay_in_the_baseline(workplace: Path) -> None:
    for name in ("a.xml", "b.xml", "c.xml"):
        Path(name).write_bytes(Path(WITH_ERROR).read_bytes())
    with_baseline("a.xml", "b.xml", "c.xml", "--update-baseline")
    Path("c.xml").unlink()
    assert "no longer" not in with_baseline("a.xml").stderr
    with_baseline("a.xml", "--update-baseline")
    kept = {each["document"] for each in json.loads(Path("base.json").read_bytes())["findings"]}
    assert kept == {"a.xml", "b.xml"}


@pytest.mark.parametrize("form", FORMS)
def test_known_findings_are_marked(form: str, workplace: Path) -> None:
    with_baseline(WITH_ERROR, "--update-baseline")
    outcome = with_baseline(WITH_ERROR, form=form)
    mark = {
        "text": "4 known findings",
        "json": '"known": true',
        "sarif": '"baselineState": "unchanged"',
        "junit": "known: corpora/",
        "svrl": '<ei:known code="BR-CL-01" path="/Invoice/InvoiceTypeCode" line="10"/>',
        "html": "</b> (known) <code>BR-CL-01",
    }
    assert (outcome.code, mark[form] in outcome.text) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--update-baseline"], 2, "name it with --baseline FILE"),
        (["--baseline", "missing.json"], 6, "make it with --update-baseline"),
        (["--baseline", "corpora"], 6, "cannot read the baseline"),
        (["--baseline", GOOD], 6, "the baseline is not JSON"),
        (["--baseline", GOOD, "--update-baseline"], 6, "the baseline is not JSON"),
    ],
)
def test_baseline_that_cannot_be_used(arguments: list[str], code: int, words: str, workplace: Path) -> None:
    before = Path(GOOD).read_bytes()
    outcome = run("validate", GOOD, *arguments)
    assert (outcome.code, words in outcome.stderr) == (code, True), outcome.stderr
    assert Path(GOOD).read_bytes() == before


@pytest.mark.parametrize("form", FORMS)
def test_characters_that_xml_forbids_in_json(form: str, workplace: Path) -> None:
    value = json.loads(Path("corpora/billecta/entry-standard.json").read_bytes())
    value |= {"OurReference": "a\ufffeb", "DeliveryMethod": "Pig\uffffeon", "Un\ufffeknown": "\ufffe"}
    Path("a\ufffe.json").write_text(json.dumps(value), encoding="utf-8")
    assert run("validate", "a\ufffe.json", "--context", "corpora/billecta.toml", "--output", form).code == 1
