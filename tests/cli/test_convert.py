"""Runs over several documents, reports, and what a document's own failure does to the rest."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.program import run

import einvoice
from einvoice.cli.progress import Progress

GOOD = "corpora/peppol-bis/zero-rated.xml"
UNREADABLE_VALUE = "corpora/peppol-bis/negative/date-not-a-date.xml"
BROKEN = "corpora/netvisor/negative/truncated.xml"
WITH_ERROR = "corpora/peppol-bis/negative/type-381-in-invoice.xml"
WITH_LOSS = "corpora/peppol-bis/negative/elements-outside-bis.xml"


def report_of(*arguments: str) -> dict[str, Any]:
    run("convert", *arguments, "--report", "report.json")
    report: dict[str, Any] = json.loads(Path("report.json").read_bytes())
    return report


def test_data_is_that_of_the_library(workplace: Path) -> None:
    outcome = run("convert", GOOD, "--to", "model")
    assert outcome.stdout == einvoice.convert(GOOD, to="model").data


def test_report_names_what_was_read_and_written(workplace: Path) -> None:
    report = report_of(GOOD, "--to", "model", "-o", "out.json")
    data, written = Path(GOOD).read_bytes(), Path("out.json").read_bytes()
    assert report == {
        "source": {
            "path": GOOD,
            "format": "peppol-bis",
            "index": 0,
            "sha256": hashlib.sha256(data).hexdigest(),
            "bytes": len(data),
        },
        "target": {
            "path": "out.json",
            "format": "model",
            "bytes": len(written),
            "sha256": hashlib.sha256(written).hexdigest(),
        },
        "findings": [],
    }


STRANGER = "corpora/peppol-bis/fi-domestic-two-rates.xml"


def test_customer_to_create_is_announced(workplace: Path) -> None:
    outcome = run("convert", STRANGER, "--to", "billecta", "-o", "entry.json")
    assert "einvoice: entry-debtor.json is the file with the customer: create it in Billecta" in outcome.stderr
    assert json.loads(Path("entry-debtor.json").read_bytes())["Name"] == "Koivurannan Kahvila Oy"
    outcome = run("convert", STRANGER, "corpora/peppol-bis/zero-rated.xml", "--to", "billecta", "-o", "out/")
    assert outcome.stderr.count("-debtor.json is the file with the customer") == 2


def test_customer_to_create_has_no_place_beside_standard_output(workplace: Path) -> None:
    outcome = run("convert", STRANGER, "--to", "billecta")
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert "the file with the customer goes beside the invoice" in outcome.stderr
    assert "-o invoice.json" in outcome.stderr


def test_report_of_several_keeps_the_order_and_counts(workplace: Path) -> None:
    report = report_of(BROKEN, GOOD, UNREADABLE_VALUE, WITH_LOSS, "--to", "peppol-bis", "-o", "out/")
    assert [c["source"]["path"] for c in report["conversions"]] == [BROKEN, GOOD, UNREADABLE_VALUE, WITH_LOSS]
    assert [c["target"] is None for c in report["conversions"]] == [True, False, True, False]
    assert report["summary"]["converted"] == 2
    assert report["summary"]["losses"] == 6


def test_report_holds_every_invoice_of_a_file(workplace: Path) -> None:
    report = report_of("corpora/netvisor/batch.xml", "--to", "model", "-o", "out/")
    assert [c["source"]["index"] for c in report["conversions"]] == [0, 1, 2]
    assert len({c["source"]["sha256"] for c in report["conversions"]}) == 1


def test_report_is_the_same_every_time(workplace: Path) -> None:
    first = report_of("corpora/peppol-bis", "--to", "model", "-o", "out/")
    assert report_of("corpora/peppol-bis", "--to", "model", "-o", "out/") == first


@pytest.mark.parametrize(
    ("sources", "code"),
    [
        ([GOOD], 0),
        ([GOOD, WITH_ERROR], 1),
        ([WITH_ERROR, WITH_LOSS], 5),
        ([WITH_LOSS, UNREADABLE_VALUE], 4),
        ([BROKEN, UNREADABLE_VALUE, WITH_ERROR], 3),
        ([GOOD, "missing.xml"], 3),
    ],
)
def test_exit_code_is_the_gravest(sources: list[str], code: int, workplace: Path) -> None:
    assert run("convert", *sources, "--to", "peppol-bis", "--losses", "raise", "-o", "out/", "-q").code == code


def test_fault_of_ours_on_one_document_does_not_stop_the_rest(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    convert = einvoice.convert

    def broken(document: Any, *arguments: Any, **named: Any) -> Any:
        if document.invoice.type_code == "381":
            raise KeyError("bug")
        return convert(document, *arguments, **named)

    monkeypatch.setattr(einvoice, "convert", broken)
    outcome = run("convert", "corpora/peppol-bis/credit-note.xml", GOOD, "--to", "model", "-o", "out/")
    assert outcome.code == 70
    assert "einvoice: corpora/peppol-bis/credit-note.xml: a fault of einvoice itself: KeyError: 'bug'" in outcome.stderr
    assert [p.name for p in Path("out").iterdir()] == ["zero-rated.json"]


def test_nothing_is_written_when_losses_are_forbidden(workplace: Path) -> None:
    Path("out.xml").write_bytes(b"before")
    assert run("convert", WITH_LOSS, "--to", "peppol-bis", "--losses", "raise", "-o", "out.xml").code == 5
    assert Path("out.xml").read_bytes() == b"before"


def test_report_of_forbidden_losses_names_them(workplace: Path) -> None:
    report = report_of(WITH_LOSS, "--to", "peppol-bis", "--losses", "raise")
    assert report["target"] is None
    assert [f["code"] for f in report["findings"]] == ["LOSS-UNMAPPED"] * 6


def test_report_goes_to_standard_output(workplace: Path) -> None:
    outcome = run("convert", GOOD, "--to", "model", "-o", "out.json", "--report", "-")
    assert json.loads(outcome.stdout)["target"]["path"] == "out.json"


def test_report_and_document_do_not_share_a_file(workplace: Path) -> None:
    for target in ("-", "out.json"):
        assert run("convert", GOOD, "--to", "model", "-o", target, "--report", target).code == 2
    assert not Path("out.json").exists()


def test_quiet_says_nothing_but_failures(workplace: Path) -> None:
    assert run("convert", WITH_LOSS, "--to", "model", "-o", "out.json", "-q").stderr == ""
    assert "not well-formed" in run("convert", BROKEN, "--to", "model", "-q").stderr


def test_totals_derived(workplace: Path) -> None:
    source = json.dumps(
        {"lines": [{"net_amount": "10.00", "vat_category": "S", "vat_rate": "25.5"}], "totals": {"amount_due": "1.00"}}
    ).encode()
    stated = run("convert", "-", "--to", "model", "--no-validate", stdin=source)
    derived = run("convert", "-", "--to", "model", "--no-validate", "--totals", "derived", stdin=source)
    assert json.loads(stated.stdout)["totals"]["amount_due"] == "1.00"
    assert json.loads(derived.stdout)["totals"]["amount_due"] == "12.55"


def test_no_validate_checks_nothing(workplace: Path) -> None:
    assert run("convert", "-", "--to", "model", stdin=b'{"lines": []}').code == 1
    assert run("convert", "-", "--to", "model", "--no-validate", stdin=b'{"lines": []}').code == 0


def test_folder_with_one_document_is_one_invoice(workplace: Path) -> None:
    Path("in").mkdir()
    Path("in/a.xml").write_bytes(Path(GOOD).read_bytes())
    assert json.loads(run("convert", "in", "--to", "model").stdout)["type_code"] == "380"


def test_usage_error_writes_nothing(workplace: Path) -> None:
    assert run("convert", GOOD, GOOD.replace("zero-rated", "credit-note"), "--to", "model", "-o", "one.json").code == 2
    assert not Path("one.json").exists()


def test_progress_shows_on_a_terminal_only(workplace: Path) -> None:
    arguments = ("convert", "corpora/peppol-bis/payment-*.xml", "--to", "model", "-o", "out/")
    assert "1/3 corpora/peppol-bis/payment-card.xml" in run(*arguments, terminal=True).stderr
    assert run(*arguments).stderr == "einvoice: 3 of 3 invoices converted\n"


def test_progress_leaves_no_trace(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with Progress(2) as progress:
        progress.step(1, "a")
        progress.step(2, "b" * 500)
    shown = capsys.readouterr().err
    assert shown.endswith("\r")
    assert max(len(part) for part in shown.split("\r")) < 80


def test_progress_of_one_is_silent(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with Progress(1) as progress:
        progress.step(1, "a")
    assert capsys.readouterr().err == ""
