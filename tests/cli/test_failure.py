"""From exceptions to exit codes: each class has its own, and no user ever sees a traceback."""

import pytest
from tests.cli.program import run

import einvoice
from einvoice import errors, formats
from einvoice.cli import failure, main
from einvoice.errors import EInvoiceError
from einvoice.findings import Finding, as_findings
from einvoice.formats import detect


def subclasses(kind: type[EInvoiceError]) -> list[type[EInvoiceError]]:
    return [kind, *(found for child in kind.__subclasses__() for found in subclasses(child))]


@pytest.mark.parametrize("kind", [k for k in subclasses(EInvoiceError) if k.__module__ == errors.__name__])
def test_error_gives_its_exit_code_and_a_message(kind: type[EInvoiceError], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise kind("it went wrong", fix="mend it")

    monkeypatch.setattr(formats, "info", broken)
    outcome = run("formats", "peppol-bis")
    assert outcome.code == kind.exit_code
    assert outcome.stdout == b""
    assert outcome.stderr.endswith("it went wrong\n  fix: mend it\n")
    assert "Traceback" not in outcome.stderr


@pytest.mark.parametrize("kind", [k for k in subclasses(EInvoiceError) if k.__module__ == errors.__name__])
def test_error_of_a_document_names_the_document(kind: type[EInvoiceError], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes) -> None:
        raise kind("it went wrong", fix="mend it")

    monkeypatch.setattr(detect, "open_source", broken)
    outcome = run("detect", "-", stdin=b"<a/>")
    assert outcome.code == kind.exit_code
    assert outcome.stderr == "einvoice: -: it went wrong\n  fix: mend it\n"


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError(), MemoryError(), AssertionError(), OSError(5, "odd")])
def test_any_other_error_is_a_fault_of_ours(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise error

    monkeypatch.setattr(formats, "info", broken)
    outcome = run("formats", "peppol-bis")
    assert outcome.code == 70
    first, second = outcome.stderr.splitlines()
    assert first.startswith(f"einvoice: a fault of einvoice itself: {type(error).__name__}")
    assert "report" in second
    assert einvoice.__version__ in second


def test_debug_switch_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    for value, shown in (("1", True), ("0", False), ("", False)):
        monkeypatch.setenv("EINVOICE_DEBUG", value)
        outcome = run("detect", "-", stdin=b"<a>")
        assert outcome.code == 3
        assert ("Traceback" in outcome.stderr) is shown


def test_debug_switch_shows_the_cause_of_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise KeyError("the cause")

    monkeypatch.setattr(formats, "info", broken)
    monkeypatch.setenv("EINVOICE_DEBUG", "1")
    assert "KeyError: 'the cause'" in run("formats", "peppol-bis").stderr


def test_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(data: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(detect, "open_source", interrupted)
    outcome = run("detect", "-", stdin=b"<a/>")
    assert outcome.code == 130
    assert outcome.stderr.endswith("einvoice: interrupted\n")
    assert "Traceback" not in outcome.stderr


def test_closed_pipe_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(data: bytes) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("einvoice.cli.output.put", closed)
    outcome = run("formats")
    assert (outcome.code, outcome.stderr) == (141, "")


def test_no_arguments_show_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Usage: einvoice" in capsys.readouterr().err


def test_main_takes_the_arguments_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["anything", "--version"])
    assert main() == 0
    assert capsys.readouterr().out == f"einvoice {einvoice.__version__}\n"


@pytest.mark.parametrize(
    ("codes", "gravest"),
    [
        ([], 0),
        ([0, 0], 0),
        ([0, 1], 1),
        ([1, 5], 5),
        ([5, 4], 4),
        ([4, 3, 1], 3),
        ([3, 6], 6),
        ([6, 70, 3], 70),
    ],
)
def test_gravest(codes: list[int], gravest: int) -> None:
    assert failure.gravest(codes) == gravest
    assert failure.gravest(reversed(codes)) == gravest


def test_every_exit_code_of_an_error_is_ranked() -> None:
    assert {kind.exit_code for kind in subclasses(EInvoiceError)} <= set(failure.GRAVITY)


def test_error_becomes_a_finding() -> None:
    error = errors.NotWellFormed("broken", fix="mend it", line=3, path="/a")
    assert as_findings(error) == [
        Finding("EI-NOT-WELL-FORMED", "error", "input", "broken", "mend it", path="/a", line=3)
    ]


def test_error_with_findings_keeps_them() -> None:
    finding = Finding("EI-READ-VALUE", "error", "input", "x")
    assert as_findings(errors.ReadError("two", findings=[finding, finding])) == [finding, finding]


def test_control_characters_of_a_path_do_not_reach_the_terminal() -> None:
    outcome = run("detect", "a\x1b[2J.xml")
    assert "\x1b" not in outcome.stderr
    assert "a\\x1b[2J.xml" in outcome.stderr
