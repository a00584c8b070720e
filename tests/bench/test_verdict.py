"""The bench of the verdict runs, its page has its form, and the documents it measures are what they are said to be."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bench.documents import Size
from bench.timing import Timing

from bench import judges, results, verdict
from einvoice.schematron.library import built_in, judge
from einvoice.schematron.native import Native

SMALL = Size("9 kB", None, 5)
Figures = dict[str, Any]
FIGURE = re.compile(r"\*{0,2}-?[0-9]+(\.[0-9]+)?( \([0-9.]+–[0-9.]+\))?\*{0,2}")


def ids(data: bytes) -> judges.Ids:
    """Return our verdict."""
    sets = [built_in(edition) for edition in judges.EDITIONS]
    return tuple(result.failed_ids for result in judge(sets, data))


def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[str, Figures]:
    """Return the page and the figures of a quick run."""
    monkeypatch.setattr(results, "RESULTS", tmp_path / "RESULTS.md")
    assert verdict.main(["--quick", "--json", str(tmp_path / "figures.json")]) == 0
    assert not (tmp_path / "RESULTS.md").exists()
    return capsys.readouterr().out, json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))


def check_tables(text: str) -> None:
    """Every table has a rule, lines of one width, and a figure or nothing in each field beside the first."""
    tables = re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    assert len(tables) == 7
    for table in tables:
        head, rule, *rows = [[field.strip() for field in line.strip("|").split("|")] for line in table.splitlines()]
        assert rows
        assert all(set(field) <= {"-", ":"} for field in rule)
        for row in rows:
            assert len(row) == len(head)
            assert all(not field or FIGURE.fullmatch(field) for field in row[1:]), row


def check_rows(figures: Figures, saxon: bool) -> None:
    rows = {(row["kind"], row["size"], row["action"]): row for row in figures["rows"]}
    for kind in (verdict.VALID, verdict.FAULTY, verdict.COMMENTED, verdict.NEW):
        for size, _, _ in verdict.QUICK.sizes:
            for action in (*verdict.ACTIONS_OF.get(kind, verdict.ACTIONS), *((verdict.SAXON,) if saxon else ())):
                row = rows[kind, size.name, action]
                assert row["median"] > 0
                assert row["to_parse"] > 0
                assert (row["saxon_to"] is not None) == saxon


def test_without_saxon_our_side_is_measured_and_the_page_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(verdict, "shared_folder", lambda: None)
    text, figures = quick(monkeypatch, tmp_path, capsys)
    assert re.search(r"^- \*\*Saxon was not measured\*\*: \S", text, re.MULTILINE)
    assert "as fast as" not in text
    assert verdict.SAXON not in figures["memory"]["peaks"]
    check_tables(text)
    check_rows(figures, saxon=False)


@pytest.mark.conformance
def test_with_saxon_every_requirement_has_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = verdict.stylesheets(verdict.shared_folder())
    if isinstance(missing, str):
        pytest.skip(missing)
    text, figures = quick(monkeypatch, tmp_path, capsys)
    assert re.search(r"^- both engines fail the same assertions in each of the \d+ documents$", text, re.MULTILINE)
    met = r"\*\*(met|missed)\*\*"
    for kind in (verdict.VALID, verdict.FAULTY, verdict.NEW):
        assert re.search(
            rf"^- 9 kB, {kind}: \*\*[\d.]+ × as fast as Saxon\*\*, required 8 ×: {met}, aim 12 ×: {met}$",
            text,
            re.MULTILINE,
        )
    assert len(re.findall(rf"script\*\*, required 3 ×: {met}; \d+ ms, aim 150 ms: {met}$", text, re.MULTILINE)) == 2
    check_tables(text)
    check_rows(figures, saxon=True)
    assert set(figures["side_by_side"]) == {"ours", "Saxon"}


@pytest.mark.parametrize("shared", [True, False])
def test_results_are_written_by_a_full_run_with_saxon_only(shared: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict, "stylesheets", lambda _: () if shared else "no folder")
    with pytest.raises(SystemExit) as left:
        verdict.main(["--update-results", *(["--quick"] if shared else [])])
    assert left.value.code == 2


def test_documents_are_valid() -> None:
    for data in verdict.generated(SMALL):
        assert len(data) in verdict.SMALL
        assert ids(data) == ((), ())


def test_two_faults_are_two_faults() -> None:
    for data in verdict.generated(SMALL):
        assert ids(verdict.with_faults(data)) == (("BR-CL-23", "BR-CO-16"), ())


def test_comment_in_a_value_goes_to_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    data = verdict.with_comment(verdict.generated(SMALL)[0])
    assert ids(data) == ((), ())
    program = built_in(judges.EDITIONS[0]).program
    asked: list[object] = []
    document = program.exact.document

    def noted(root: Any) -> Any:
        asked.append(root)
        return document(root)

    monkeypatch.setattr(program.exact, "document", noted)
    Native(program).judge(data)
    assert len(asked) == 1


def test_new_documents_are_counted_once_and_never_warm() -> None:
    sample = verdict.Sample(verdict.NEW, "small", (b"",) * 10, rounds=3, calls=3)
    blocks = [verdict.block(sample, number, calls=1000) for number in range(3)]
    assert [set(warm) for warm, _ in blocks] == [{0}] * 3
    assert sorted(number for _, calls in blocks for number in calls) == list(range(1, 10))


def test_disagreement_is_on_the_page() -> None:
    sample = verdict.Sample(verdict.VALID, "small", (b"", b""), rounds=1, calls=1)
    found = verdict.disagreeing(sample, [((), ()), (("BR-01",), ())], [((), ()), ((), ())])
    assert found == ["small, valid, document 1: ours (('BR-01',), ()), Saxon ((), ())"]
    timings = {name: Timing((1.0,)) for name in (*verdict.ACTIONS, verdict.SAXON)}
    figures = verdict.Figures([verdict.Measured(sample, timings, found)], {}, 1, 1, {}, [], None)
    assert verdict.agreement(figures) == [f"**the engines disagree** on {found[0]}"]


def test_worker_that_ends_is_told() -> None:
    with judges.Worker("saxon", "/nowhere.xslt") as worker, pytest.raises(RuntimeError, match="ended with code"):
        worker.ask({"documents": []})
