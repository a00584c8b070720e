"""A batch: 500 invoices of mixed sizes converted and validated, each pair of formats, with one worker and with two.

    python -m bench.batch                     500 invoices each pair, one file of 500 and of 5,000: about ten minutes
    python -m bench.batch --large             the same, and one file of 50,000: about fifteen minutes more
    python -m bench.batch --only netvisor     one format of the sources
    python -m bench.batch --quick             a handful of invoices: does everything still run?
    python -m bench.batch --update-results    writes the tables into bench/RESULTS.md
    python -m bench.batch --json FILE         all figures, for a program

What is measured is the command: ``einvoice batch`` in a process of its own, with its workers, ledger and files on the
disk.  Beside it stand, from the same run and over the same invoices,

- the floor: parsing and serialising by lxml (``json`` for Billecta), nothing else;
- Saxon: the official stylesheets over a sample of the invoices as UBL, per invoice.  *Compiled once* is the fastest
  that Saxon can: stylesheets compiled once, documents as text from memory.  *As in its examples* is a script that names
  document and stylesheet, and so compiles for each.  Neither reads or writes another format, nor checks a schema.

Seconds per invoice are those of the processor, of all processes of the run together, so other work on the machine does
not count; what needs the time of day (two workers against one, invoices per second) says so.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

from lxml import etree

from bench import results
from bench.documents import SEED, world_text
from bench.judges import VERDICT, Worker
from bench.timing import clock
from bench.verdict import shared_folder, stylesheets
from corpora import generate
from einvoice.formats import FORMATS

UBL: Final = "peppol-bis"
REQUIRED_FASTER: Final = 8.0
REQUIRED_GAIN: Final = 1.7
REQUIRED_MEMORY: Final = 1.2

SAXON_ONCE: Final = "compiled once"
SAXON_EACH: Final = "as in its examples"

EACH_TIME: Final = """
import sys, time
import saxonche
processor = saxonche.PySaxonProcessor(license=False)
documents, stylesheets = sys.argv[3:], sys.argv[1:3]
start = time.process_time()
for document in documents:
    for stylesheet in stylesheets:
        processor.new_xslt30_processor().transform_to_string(source_file=document, stylesheet_file=stylesheet)
print((time.process_time() - start) / len(documents))
"""


@dataclass(frozen=True)
class Plan:
    """How much is measured.

    *mix* says of which sizes the invoices of a folder are (product lines, None for 1 to 12, and how many), *files* how
    many invoices the single files have, *rounds* how often each is run, *sample* how many invoices Saxon judges,
    compiled once and compiling each time.
    """

    mix: tuple[tuple[int | None, int], ...]
    files: tuple[int, ...]
    rounds: int
    sample: tuple[int, int]


FULL: Final = Plan(((None, 480), (50, 18), (300, 2)), (500, 5_000), 3, (50, 5))
QUICK: Final = Plan(((None, 4), (20, 1)), (6, 12), 1, (2, 1))
LARGE: Final = 50_000


@dataclass(frozen=True)
class Ran:
    """One run: seconds of the processor and of the day, and the most memory of all its processes together, in bytes."""

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True)
class Measured:
    """Runs over the same *count* invoices, by number of workers."""

    source: str
    target: str
    count: int
    runs: dict[int, list[Ran]]
    load: float
    """Of the machine when they began: two workers need two cores."""

    def cpu(self, jobs: int = 1) -> float:
        """Return processor seconds per invoice: the median."""
        return median(run.cpu for run in self.runs[jobs]) / self.count

    def wall(self, jobs: int) -> float:
        """Return seconds of the day: the median."""
        return median(run.wall for run in self.runs[jobs])

    def gain(self) -> float | None:
        """Return how many times as fast two workers are as one: the median over the rounds."""
        if not {1, 2} <= self.runs.keys():
            return None
        return median(one.wall / two.wall for one, two in zip(self.runs[1], self.runs[2], strict=True))

    def peak(self) -> int:
        """Return the most memory, of all rounds and numbers of workers."""
        return max(run.peak for runs in self.runs.values() for run in runs)


@dataclass
class Figures:
    """Everything that was measured; seconds per invoice by format of the source."""

    pairs: list[Measured] = field(default_factory=list)
    files: list[Measured] = field(default_factory=list)
    floor: dict[str, float] = field(default_factory=dict)
    saxon: dict[str, dict[str, float]] = field(default_factory=dict)
    start: dict[int, float] = field(default_factory=dict)
    missing: str | None = None


# -- sources ----------


def folder_of(name: generate.FormatName, plan: Plan, folder: Path) -> tuple[Path, Path]:
    """Write the invoices of the plan into a folder, each into a file; return it with the context beside it."""
    target = folder / name
    target.mkdir()
    number = 0
    for lines, count in plan.mix:
        for document in generate.batch(name, count, SEED, lines):
            number += 1
            (target / f"{number:04d}{Path(document.name).suffix}").write_bytes(document.data)
    context = folder / f"{name}.toml"
    # The credit invoices of Billecta name others by a number of the service; the first sizes are most of them.
    context.write_text(
        generate.billecta_context(plan.mix[0][1], SEED, plan.mix[0][0]) if name == "billecta" else world_text()
    )
    return target, context


def single_file(count: int, folder: Path) -> tuple[Path, Path]:
    """Write a Netvisor response with *count* invoices, and its context."""
    source = folder / f"all-{count}.xml"
    command = [sys.executable, "-m", "corpora.generate", "--format", "netvisor", "--count", str(count)]
    subprocess.run([*command, "--seed", str(SEED), "--single-file", str(source)], cwd=results.ROOT, check=True)
    return source, source.with_suffix(".toml")


# -- running ----------


def run(source: Path, context: Path, target: str, jobs: int, out: Path) -> Ran:
    """Run the command once; raises when a fault of ours or of the set-up ends it."""
    command = [sys.executable, "-m", "einvoice", "batch", str(source), "--to", target, "-o", str(out), "--quiet"]
    # As after an installation, compiled files are there.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(out.with_name("compiled"))}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--context", str(context), "--jobs", str(jobs)],
        cwd=results.ROOT,
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory(process.pid))
        time.sleep(0.05)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in (0, 1, 4):
        raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}")
    return Ran(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, peak)


def memory(pid: int) -> int:
    """Return the memory of a process and its children; pages that they share count once.  0 where nobody says."""
    found = 0
    for each in (str(pid), *_children(pid)):
        try:
            text = Path("/proc", each, "smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        found += next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0) * 1024
    return found


def _children(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []


def measure(
    source: Path, context: Path, names: tuple[str, str], count: int, jobs: Sequence[int], rounds: int, folder: Path
) -> Measured:
    """Return *rounds* runs for each number of workers, in turns; the outputs of the last one stay in *folder*."""
    runs: dict[int, list[Ran]] = {each: [] for each in jobs}
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else math.nan
    for number in range(rounds):
        for each in jobs if number % 2 == 0 else jobs[::-1]:
            if folder.exists():
                subprocess.run(["rm", "-rf", str(folder)], check=True)
            runs[each].append(run(source, context, names[1], each, folder))
    return Measured(*names, count, runs, load)


def floor(paths: Sequence[Path]) -> float:
    """Return processor seconds per document of parsing and serialising alone."""
    data = [path.read_bytes() for path in paths]
    rounds = []
    for _ in range(3):
        start = clock()
        for each in data:
            if each[:1] in (b"{", b"["):
                json.dumps(json.loads(each)).encode()
            else:
                etree.tostring(etree.fromstring(each), encoding="UTF-8")
        rounds.append((clock() - start) / len(data))
    return median(rounds)


def saxon(paths: Sequence[Path], sample: tuple[int, int], official: Sequence[str]) -> dict[str, float]:
    """Return processor seconds per invoice of both ways to use Saxon, over some of the UBL documents *paths*."""
    chosen = [paths[int(number * len(paths) / sample[0])] for number in range(sample[0])]
    with Worker("saxon", *official) as worker:
        worker.load(chosen)
        numbers = list(range(len(chosen)))
        once = median(
            worker.ask({"action": VERDICT, "warm": numbers[:5], "calls": numbers})["processor"] / len(chosen)
            for _ in range(3)
        )
    command = [sys.executable, "-c", EACH_TIME, *official, *map(str, chosen[:: max(1, sample[0] // sample[1])])]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return {SAXON_ONCE: once, SAXON_EACH: float(done.stdout)}


def measure_all(plan: Plan, only: str | None, folder: Path) -> Figures:
    """Measure everything."""
    figures = Figures()
    official = stylesheets(shared_folder())
    figures.missing = official if isinstance(official, str) else None
    source, context = single_file(1, folder)
    run(source, context, UBL, 1, folder / "first")  # not counted: it writes the compiled files
    for name in generate.FORMATS:
        if only is not None and name != only:
            continue
        source, context = folder_of(name, plan, folder)
        paths = sorted(source.iterdir())
        figures.floor[name] = floor(paths)
        ubl = paths if name == UBL else []
        for entry in FORMATS:
            if entry.id == name:
                continue
            print(f"{name} → {entry.id}", file=sys.stderr)
            out = folder / f"{name}-{entry.id}"
            found = measure(source, context, (name, entry.id), len(paths), (1, 2), plan.rounds, out)
            figures.pairs.append(found)
            if entry.id == UBL:
                ubl = sorted(out.glob("*.xml"))
        if not isinstance(official, str):
            figures.saxon[name] = saxon(ubl, plan.sample, official)
    for count in plan.files:
        if only not in (None, "netvisor"):
            break
        print(f"one file with {count:,}", file=sys.stderr)
        source, context = single_file(count, folder)
        rounds = plan.rounds if count <= 1000 else 1
        out = folder / "single"
        names = ("netvisor", UBL)
        figures.files.append(measure(source, context, names, count, (1, 2), rounds, out))
    if figures.files:
        one = measure(
            folder / "all-1.xml", folder / "all-1.toml", ("netvisor", UBL), 1, (1, 2), plan.rounds, folder / "one"
        )
        figures.start = {jobs: one.wall(jobs) for jobs in (1, 2)}
    return figures


# -- the page ----------


def met(value: bool) -> str:
    """Return the verdict on an aim."""
    return "**met**" if value else "**missed**"


def aims(figures: Figures) -> Iterator[str]:
    """Yield a sentence for each aim."""
    if figures.missing is not None:
        yield f"**Saxon was not measured**: {figures.missing}"
    if not figures.files:
        return
    first = figures.files[0]
    for way, seconds in figures.saxon.get("netvisor", {}).items():
        faster = seconds / first.cpu()
        yield (
            f"{first.count} Netvisor invoices in one file to Peppol BIS, all layers: {faster:.1f} × as fast per "
            f"invoice as the verdict of Saxon alone, {way}; required {REQUIRED_FASTER:.0f} ×: "
            f"{met(faster >= REQUIRED_FASTER)}"
        )
    for each in figures.files:
        if (gain := each.gain()) is not None:
            shared = "" if each.load < 0.5 else f" (load of the machine: {each.load:.1f}, which two workers need free)"
            yield (
                f"two workers, {each.count:,} invoices: {gain:.2f} × as fast as one, time of day{shared}; "
                f"required {REQUIRED_GAIN} ×: {met(gain >= REQUIRED_GAIN)}"
            )
    last = figures.files[-1]
    if last.count > first.count and first.peak():
        more = last.peak() / first.peak()
        yield (
            f"peak memory at {last.count:,} invoices: {more:.2f} × that at {first.count}; required {REQUIRED_MEMORY} × "
            f"at {LARGE:,}: {met(more <= REQUIRED_MEMORY)}"
        )


def page(figures: Figures) -> str:
    """Return everything that was measured, as Markdown."""
    lines = "".join(f"- {sentence}\n" for sentence in aims(figures))
    head = ["ms of the processor per invoice", "one worker", "two", "× floor", "Saxon once ÷", "Saxon each ÷",
            "gain of two"]  # fmt: skip
    rows = []
    for each in figures.pairs:
        by_way = figures.saxon.get(each.source, {})
        gain = each.gain()
        rows.append(
            [
                f"{each.source} → {each.target}",
                f"{each.cpu(1) * 1000:.2f}",
                f"{each.cpu(2) * 1000:.2f}",
                f"{each.cpu(1) / figures.floor[each.source]:.0f}",
                *(f"{by_way[way] / each.cpu(1):.1f}" if way in by_way else "" for way in (SAXON_ONCE, SAXON_EACH)),
                "" if gain is None else f"{gain:.2f}",
            ]
        )
    text = f"{lines}\n{results.table(head, rows)}\n"
    count = figures.pairs[0].count if figures.pairs else 0
    for name, seconds in figures.floor.items():
        ways = "".join(f"; Saxon, {way}: {spent * 1000:.1f} ms" for way, spent in figures.saxon.get(name, {}).items())
        text += f"- {name}: {count} invoices, floor {seconds * 1000:.3f} ms{ways}\n"
    if figures.files:
        rows = [
            [
                f"{each.count:,} invoices, {jobs} worker{'s' * (jobs > 1)}",
                f"{each.count / each.wall(jobs):.0f}",
                f"{each.cpu(jobs) * 1000:.2f}",
                f"{max(run.peak for run in runs) / 1e6:.0f}",
            ]
            for each in figures.files
            for jobs, runs in each.runs.items()
        ]
        head = ["one file, netvisor → peppol-bis", "invoices per second", "ms of the processor per invoice", "peak MB"]
        text += f"\n### As many as there are\n\n{results.table(head, rows)}\n"
        started = ", ".join(f"{seconds:.2f} s with {jobs}" for jobs, seconds in figures.start.items())
        text += f"One invoice from start to end, time of day, by number of workers: {started}.\n"
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="python -m bench.batch", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a handful of invoices; figures mean nothing")
    parser.add_argument("--large", action="store_true", help=f"also one file of {LARGE:,} invoices")
    parser.add_argument("--only", choices=generate.FORMATS, help="one format of the sources")
    parser.add_argument("--rounds", type=int, metavar="N", help="how often each is run; the median counts")
    parser.add_argument("--json", metavar="FILE", help="write all figures into FILE")
    parser.add_argument("--update-results", action="store_true", help="write the tables into bench/RESULTS.md")
    options = parser.parse_args(given)
    if options.update_results and (options.quick or options.only):
        parser.error("--update-results takes a full run")
    plan = QUICK if options.quick else FULL
    files = (*plan.files, LARGE) if options.large else plan.files
    plan = Plan(plan.mix, files, options.rounds or plan.rounds, plan.sample)
    facts = results.environment()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        figures = measure_all(plan, options.only, folder)
    facts["load"] += f"; at the end {results.load()}"
    text = page(figures)
    print(text)
    if options.json:
        Path(options.json).write_text(json.dumps({"environment": facts, **asdict(figures)}, indent=2) + "\n")
    if options.update_results:
        command = results.command_line("bench.batch", given)
        results.update("batch", results.section("batch", "Batches", text, facts, command))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
