"""The bench of batches runs, and its page says what was measured and what was not."""

import json
import re
from pathlib import Path

import pytest

from bench import batch, results

TINY = batch.Plan(((None, 2),), (3,), 1, (1, 1))


def ran(wall: float, peak: int = 100, cpu: float = 1.0) -> batch.Ran:
    return batch.Ran(cpu, wall, peak)


def measured(count: int, one: list[batch.Ran], two: list[batch.Ran], load: float = 0.0) -> batch.Measured:
    return batch.Measured("netvisor", "peppol-bis", count, {1: one, 2: two}, load)


def test_bench_runs_and_leaves_the_page_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "RESULTS", tmp_path / "RESULTS.md")
    monkeypatch.setattr(batch, "QUICK", TINY)
    monkeypatch.setattr(batch, "FORMATS", [entry for entry in batch.FORMATS if entry.id in ("netvisor", "peppol-bis")])
    monkeypatch.setattr(batch, "shared_folder", lambda: None)
    assert batch.main(["--quick", "--only", "netvisor", "--json", str(tmp_path / "figures.json")]) == 0
    text = capsys.readouterr().out
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert "**Saxon was not measured**" in text
    (pair,) = figures["pairs"]
    assert (pair["source"], pair["target"], pair["count"]) == ("netvisor", "peppol-bis", 2)
    assert set(pair["runs"]) == {"1", "2"}
    assert all(run["cpu"] > 0 and run["wall"] > 0 for runs in pair["runs"].values() for run in runs)
    assert [each["count"] for each in figures["files"]] == [3]
    assert figures["floor"]["netvisor"] > 0
    for line in (r"netvisor → peppol-bis +\| +[\d.]+", r"\| 3 invoices, 2 workers +\| +\d+"):
        assert re.search(line, text)
    assert not (tmp_path / "RESULTS.md").exists()


def test_folder_holds_the_mix(tmp_path: Path) -> None:
    plan = batch.Plan(((None, 3), (40, 2)), (), 1, (1, 1))
    folder, context = batch.folder_of("peppol-bis", plan, tmp_path)
    sizes = [path.read_bytes().count(b"<cac:InvoiceLine>") for path in sorted(folder.iterdir())]
    sizes = [max(size, 1) for size in sizes]  # a credit note has lines of another name
    assert len(sizes) == 5
    assert max(sizes[:3]) <= 12
    assert max(sizes[3:]) >= 40
    assert context.is_file()


def test_aims_are_judged() -> None:
    figures = batch.Figures(
        files=[
            measured(500, [ran(10), ran(20), ran(10)], [ran(5), ran(10), ran(9)]),
            measured(5_000, [ran(100)], [ran(80, 121)], load=3.0),
        ],
        saxon={"netvisor": {batch.SAXON_ONCE: 0.004, batch.SAXON_EACH: 0.4}},
    )
    first, second, gain, other, memory = batch.aims(figures)
    assert "2.0 × as fast" in first
    assert first.endswith("**missed**")
    assert "200.0 × as fast" in second
    assert second.endswith("**met**")
    assert "500 invoices: 2.00 × as fast as one, time of day; required" in gain
    assert gain.endswith("**met**")
    assert "load of the machine: 3.0" in other
    assert other.endswith("**missed**")
    assert "1.21 ×" in memory
    assert memory.endswith("**missed**")


def test_run_that_fails_ends_the_bench(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text("nonsense")
    with pytest.raises(RuntimeError, match="exit code 6"):
        batch.run(tmp_path / "none.xml", tmp_path / "c.toml", "peppol-bis", 1, tmp_path / "out")


@pytest.mark.parametrize("given", [["--quick"], ["--only", "netvisor"]])
def test_results_are_written_by_a_full_run_only(given: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        batch.main(["--update-results", *given])
    assert left.value.code == 2
