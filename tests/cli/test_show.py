"""Pages on a terminal and in a pipe, and what a bad document does to the others."""

from pathlib import Path

import pytest
from tests.cli.program import run

GOOD = "corpora/peppol-bis/zero-rated.xml"
BROKEN = "corpora/netvisor/negative/truncated.xml"
UNREADABLE_VALUE = "corpora/peppol-bis/negative/date-not-a-date.xml"


def test_pipe_has_no_colours_and_a_fixed_width(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "55")
    monkeypatch.setenv("FORCE_COLOR", "1")
    outcome = run("show", GOOD)
    assert b"\x1b" not in outcome.stdout
    assert outcome.text.splitlines()[1] == "─" * 100


def test_terminal_has_colours_and_its_own_width(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "70")
    outcome = run("show", GOOD, terminal=True)
    assert b"\x1b[" in outcome.stdout
    assert "─" * 70 in outcome.text
    assert "─" * 71 not in outcome.text


def test_width(workplace: Path) -> None:
    lines = run("show", GOOD, "--width", "72").text.splitlines()
    assert max(map(len, lines)) == 72
    assert run("show", GOOD, "--width", "10").code == 2


def test_bad_document_does_not_stop_the_rest(workplace: Path) -> None:
    outcome = run("show", BROKEN, GOOD, UNREADABLE_VALUE, GOOD.replace("zero-rated", "credit-note"))
    assert outcome.code == 3
    assert outcome.text.count("\nsource ") == 2
    assert outcome.stderr.count("einvoice: corpora/") == 2


def test_findings_do_not_change_the_exit_code(workplace: Path) -> None:
    outcome = run("show", "corpora/peppol-bis/negative/type-381-in-invoice.xml")
    assert outcome.code == 0
    assert "Findings: 1 error\n  EI-UBL-TYPE: " in outcome.text


def test_context_fills_the_page(workplace: Path) -> None:
    bare = run("show", "corpora/netvisor/invoice-minimal.xml").text
    filled = run("show", "corpora/netvisor/invoice-minimal.xml", "--context", "corpora/einvoice.toml").text
    assert "Pihlajaniemen Tukku ja Huolto Oy" not in bare
    assert "Pihlajaniemen Tukku ja Huolto Oy" in filled


def test_page_for_a_browser(workplace: Path) -> None:
    outcome = run("show", GOOD, "corpora/netvisor/batch.xml", "--html", "page.html")
    assert (outcome.code, outcome.stdout, outcome.stderr) == (0, b"", "")
    page = Path("page.html").read_text(encoding="utf-8")
    assert page.count("<article") == 4
    assert "What was checked" not in page
    assert run("show", GOOD, "corpora/netvisor/batch.xml", "--html", "-").text == page


def test_page_for_a_browser_names_what_cannot_be_read(workplace: Path) -> None:
    outcome = run("show", BROKEN, UNREADABLE_VALUE, GOOD, "--html", "-")
    assert outcome.code == 3
    assert outcome.text.count(" could not be read</h2>") == 2
    assert outcome.stderr.count("einvoice: corpora/") == 2


def test_page_for_a_browser_has_what_the_reader_found(workplace: Path) -> None:
    assert (
        "<code>EI-UBL-TYPE</code>"
        in run("show", "corpora/peppol-bis/negative/type-381-in-invoice.xml", "--html", "-").text
    )
