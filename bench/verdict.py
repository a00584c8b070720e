"""The official verdict: our compiled rules against Saxon with the official stylesheets, in one run.

    python -m bench.verdict                     everything, about eight minutes
    python -m bench.verdict --quick             tiny documents, few rounds: does everything still run?
    python -m bench.verdict --update-results    writes the tables into bench/RESULTS.md
    python -m bench.verdict --json FILE         all figures, for a program

Saxon needs the package saxonche and the folder ``shared`` beside the checkout (or where EINVOICE_SHARED points), which
holds the official stylesheets.  Without them our side is measured alone.

Each engine judges in a process of its own (`judges.py`): neither disturbs the other's caches or memory, and Saxon has
no einvoice beside it.  They work in turns, in blocks of about the same time, each after calls that are not counted, so
that both are warm.  Figures of documents are processor time of the whole process; those of starts and of two processes
side by side are time of day.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Final

from bench import documents, results
from bench.documents import Size
from bench.judges import EDITIONS, EN, PARSE, PEPPOL, VALIDATE, VERDICT, WALK, Ids, Worker
from bench.timing import Timing

SAXON: Final = "Saxon"
ACTIONS: Final = (PARSE, WALK, EN, PEPPOL, VERDICT, VALIDATE)
"""Ours; each but the first contains the walk, and `VERDICT` is one walk for both rule sets."""

STYLESHEETS: Final = ("CEN-EN16931-UBL.xslt", "PEPPOL-EN16931-UBL.xslt")
EXAMPLES: Final = ("base-example.xml", "base-negative-inv-correction.xml", "sales-order-example.xml")
"""The examples of Peppol that have about 9 kB."""

SMALL: Final = range(8_000, 10_500)
"""Bytes of a small invoice; of the generated ones, those of this length are taken."""

VALID, FAULTY, COMMENTED, NEW = "valid", "two faults", "a comment in a value", "each document once"
ACTIONS_OF: Final = {COMMENTED: (PARSE, VERDICT, VALIDATE), NEW: (PARSE, VERDICT)}
"""What is measured of a kind, where it is less than all."""

REQUIRED: Final = {"9 kB": (8, 12), "100 lines": (12, 20), "1,000 lines": (10, 15)}
"""By size: how many times as fast as Saxon the verdict must be, and is meant to be."""
START_REQUIRED: Final = 3
START_AIM: Final = 0.150
"""Seconds of a cold start."""


@dataclass(frozen=True)
class Plan:
    """How much is measured: rounds and calls per block by size of document; the rest once."""

    sizes: tuple[tuple[Size, int, int], ...]
    """A size of document, how many rounds, and the fewest calls in a block."""
    block: float
    """Seconds that a block lasts at least."""
    starts: int
    lines: int
    """Lines of the invoice whose memory is measured."""
    side_by_side: tuple[int, int, int]
    """Rounds, our calls in each, and Saxon's."""


FULL: Final = Plan(
    (
        (Size("9 kB", None, 20), 11, 60),
        (Size("100 lines", 100, 6), 9, 6),
        (Size("1,000 lines", 1000, 2), 7, 2),
    ),
    0.25,
    15,
    10_000,
    (5, 200, 20),
)
QUICK: Final = Plan(((Size("9 kB", None, 2), 2, 2), (Size("3 lines", 3, 1), 2, 1)), 0.0, 1, 20, (1, 2, 1))


@dataclass(frozen=True)
class Sample:
    """Documents of one kind and size, and how they are measured."""

    kind: str
    size: str
    documents: tuple[bytes, ...]
    rounds: int
    calls: int
    """The fewest in a block; of new documents, as many as there are."""

    @property
    def name(self) -> str:
        """Kind and size, for people."""
        return f"{self.size}, {self.kind}"


@dataclass(frozen=True)
class Measured:
    """One sample: a timing per action, and the documents on which the engines disagree (None: Saxon was not there)."""

    sample: Sample
    timings: dict[str, Timing]
    disagreements: list[str] | None

    @property
    def faster(self) -> float | None:
        """How many times as long as our verdict Saxon takes."""
        return self.timings[SAXON].ratio_to(self.timings[VERDICT]) if SAXON in self.timings else None


# -- documents ----------


def with_faults(data: bytes) -> bytes:
    """Return an invoice with a wrong total (BR-CO-16) and an unknown unit (BR-CL-23)."""
    amount = re.search(rb"<cbc:PayableAmount[^>]*>([^<]*)", data)
    unit = re.search(rb'unitCode="([^"]*)"', data)
    assert amount is not None
    assert unit is not None
    wrong = str(Decimal(amount[1].decode()) + 1).encode()
    for match, text in sorted([(amount, wrong), (unit, b"QQQ")], key=lambda pair: -pair[0].start()):
        data = data[: match.start(1)] + text + data[match.end(1) :]
    return data


def with_comment(data: bytes) -> bytes:
    """Return an invoice with a comment in the middle of its number: the same verdict, judged by `exact.py`."""
    number = re.search(rb"<cbc:ID>([^<]+)", data)
    assert number is not None
    middle = (number.start(1) + number.end(1)) // 2
    return data[:middle] + b"<!-- -->" + data[middle:]


def generated(size: Size) -> tuple[bytes, ...]:
    """Return generated invoices; of an ordinary number of lines, those that have the length of a small one."""
    if size.lines is not None:
        return documents.generated("peppol-bis", size)
    found: list[bytes] = []
    count = size.count
    while len(found) < size.count:
        count *= 2
        made = documents.generated("peppol-bis", Size(size.name, None, count))
        found = [data for data in made if len(data) in SMALL]
    return tuple(found[: size.count])


def samples(plan: Plan, shared: Path | None) -> Iterator[Sample]:
    """Yield what is measured: kind by kind, and in each size by size."""
    examples: tuple[bytes, ...] = ()
    if shared is not None:
        folder = shared / "conformance" / "documents" / "peppol-examples"
        examples = tuple((folder / name).read_bytes() for name in EXAMPLES if (folder / name).is_file())
    kinds: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
        (VALID, bytes),
        (FAULTY, with_faults),
        (COMMENTED, with_comment),
    )
    for kind, changed in kinds:
        for size, rounds, calls in plan.sizes:
            if kind == COMMENTED:  # slow, and a matter of a factor, not of a tenth
                rounds = min(rounds, 3)
            yield Sample(kind, size.name, tuple(map(changed, generated(size))), rounds, calls)
            if size.lines is None and examples:
                yield Sample(kind, f"{size.name}, Peppol's", tuple(map(changed, examples)), rounds, calls)
    for size, rounds, calls in plan.sizes[:2]:
        calls *= 3
        fresh = Size(size.name, size.lines, size.count + rounds * calls)
        yield Sample(NEW, size.name, generated(fresh), rounds, calls)


# -- Saxon ----------


def shared_folder() -> Path | None:
    """Return the shared folder: where EINVOICE_SHARED points, else `shared` beside the checkout, else None."""
    folder = Path(os.environ.get("EINVOICE_SHARED") or results.ROOT.parent / "shared")
    return folder if folder.is_dir() else None


def stylesheets(shared: Path | None) -> tuple[str, ...] | str:
    """Return the paths of the official stylesheets, or why Saxon cannot be measured."""
    if importlib.util.find_spec("saxonche") is None:
        return "the package saxonche is not installed"
    if shared is None:
        return f"there is no folder {results.ROOT.parent / 'shared'}, and EINVOICE_SHARED is not set"
    paths = [shared / "official" / "peppol-2026.5" / name for name in STYLESHEETS]
    for path in paths:
        if not path.is_file():
            return f"{path} does not exist"
    return tuple(map(str, paths))


# -- measuring documents ----------


def measure(sample: Sample, seconds: float, folder: Path, ours: Worker, saxon: Worker | None) -> Measured:
    """Return what the actions cost on *sample*, in turns, forwards and backwards, in blocks of *seconds* at least."""
    paths = []
    for number, data in enumerate(sample.documents):
        paths.append(folder / f"{number}.xml")
        paths[-1].write_bytes(data)
    turns = [(action, ours, action) for action in ACTIONS_OF.get(sample.kind, ACTIONS)]
    if saxon is not None:
        turns.append((SAXON, saxon, VERDICT))
    for worker in (ours, saxon):
        if worker is not None:
            worker.load(paths)
    wanted = {}
    for name, worker, action in turns:
        tried = worker.ask({"action": action, "warm": [0], "calls": [0]})["processor"]
        wanted[name] = max(sample.calls, math.ceil(seconds / tried))
    found: dict[str, list[float]] = {name: [] for name, _, _ in turns}
    for number in range(sample.rounds):
        for name, worker, action in turns if number % 2 == 0 else turns[::-1]:
            warm, calls = block(sample, number, wanted[name])
            answer = worker.ask({"action": action, "warm": warm, "calls": calls})
            found[name].append(answer["processor"] / len(calls))
    timings = {name: Timing(tuple(seconds)) for name, seconds in found.items()}
    # Only now: before, it would have shown the texts of new documents to our caches.
    numbers = range(len(sample.documents))
    disagreements = None if saxon is None else disagreeing(sample, ours.ids(numbers), saxon.ids(numbers))
    return Measured(sample, timings, disagreements)


def block(sample: Sample, number: int, calls: int) -> tuple[list[int], list[int]]:
    """Return the documents of a block: those of the calls that warm, a quarter as many, and of those that count.

    Of new documents each is called once, whatever *calls* says; the first ones are for warming.
    """
    count = len(sample.documents)
    counted = [each % count for each in range(calls)]
    if sample.kind == NEW:
        counted = list(range(count - (number + 1) * sample.calls, count - number * sample.calls))
        count -= sample.rounds * sample.calls
    return [each % count for each in range(math.ceil(calls / 4))], counted


def disagreeing(sample: Sample, ours: Sequence[Ids], saxon: Sequence[Ids]) -> list[str]:
    """Return a sentence per document on which the verdicts differ."""
    return [
        f"{sample.name}, document {number}: ours {mine}, Saxon {its}"
        for number, (mine, its) in enumerate(zip(ours, saxon, strict=True))
        if mine != its
    ]


# -- starts ----------

NOTHING: Final = "python, nothing"
SCRIPT: Final = "Saxon script"
START: Final = "einvoice validate"
FINDINGS: Final = ", with findings"

COLD_SAXON: Final = """
import sys
from xml.etree import ElementTree
import saxonche
document, *stylesheets = sys.argv[1:]
processor = saxonche.PySaxonProcessor(license=False)
node = processor.parse_xml(xml_file_name=document)
for path in stylesheets:
    stylesheet = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=path)
    report = ElementTree.fromstring(stylesheet.transform_to_string(xdm_node=node))
    for failed in report.iter("{http://purl.oclc.org/dsdl/svrl}failed-assert"):
        print(failed.get("id"))
"""
"""The least that gives the verdict by Saxon from the shell."""


def starts(rounds: int, official: Sequence[str] | None) -> dict[str, Timing]:
    """Return how long each command takes from start to end, in turns, time of day."""
    (data,) = generated(Size("9 kB", None, 1))
    with tempfile.TemporaryDirectory() as name:
        valid, faulty = Path(name, "valid.xml"), Path(name, "faulty.xml")
        valid.write_bytes(data)
        faulty.write_bytes(with_faults(data))
        commands = {NOTHING: ["-c", "pass"]}
        for suffix, path in (("", str(valid)), (FINDINGS, str(faulty))):
            commands[START + suffix] = ["-m", "einvoice", "validate", path]
            commands[f"{START} --layers schematron{suffix}"] = [*commands[START + suffix], "--layers", "schematron"]
            if official is not None:
                commands[SCRIPT + suffix] = ["-c", COLD_SAXON, path, *official]
        # As after an installation, compiled files are there: the first start writes them, and is not counted.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(name, "compiled"))}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        found: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(rounds + 1):
            for name, arguments in commands.items():
                seconds = _start(arguments, environment, 1 if START in name and FINDINGS in name else 0)
                if number:
                    found[name].append(seconds)
    return {name: Timing(tuple(seconds)) for name, seconds in found.items()}


def _start(arguments: Sequence[str], environment: dict[str, str], wanted: int) -> float:
    command = [sys.executable, *arguments]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=results.ROOT, env=environment, capture_output=True, text=True)
    taken = time.perf_counter() - start
    if done.returncode != wanted:
        raise RuntimeError(f"{' '.join(arguments)}: exit code {done.returncode}, expected {wanted}\n{done.stderr}")
    return taken


# -- memory ----------

_HEAD: Final = """
import sys
from pathlib import Path
data = Path(sys.argv[1]).read_bytes()
"""
_TAIL: Final = """
try:  # the peak since the program was loaded: `ru_maxrss` begins with that of the process that started it
    status = Path("/proc/self/status").read_text()
    print(int(status.partition("VmHWM:")[2].split()[0]) * 1024)
except OSError:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024))
"""
BARE: Final = "python, document in memory"
TREE: Final = "lxml parse"
MEMORY: Final = {
    BARE: "",
    TREE: "from lxml import etree; tree = etree.fromstring(data)",
    "einvoice, official rules alone": (
        "from einvoice.schematron.library import built_in, judge\n"
        f"found = judge([built_in(edition) for edition in {EDITIONS!r}], data)"
    ),
    "einvoice.validate, all layers": "import einvoice; report = einvoice.validate(data)",
}
SAXON_MEMORY: Final = """
import saxonche
from lxml import etree
processor = saxonche.PySaxonProcessor(license=False)
compiled = [processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=path) for path in sys.argv[2:]]
node = processor.parse_xml(xml_text=data.decode())
found = [etree.fromstring(each.transform_to_string(xdm_node=node).encode()) for each in compiled]
"""


def peaks(lines: int, official: Sequence[str] | None) -> tuple[int, dict[str, int]]:
    """Return the length of an invoice with *lines* lines, and the peak memory of each step, all in bytes."""
    (data,) = documents.generated("peppol-bis", Size("long", lines, 1))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "long.xml")
        source.write_bytes(data)
        found = {name: _peak(code, str(source)) for name, code in MEMORY.items()}
        if official is not None:
            found[SAXON] = _peak(SAXON_MEMORY, str(source), *official)
    return len(data), found


def _peak(code: str, *arguments: str) -> int:
    command = [sys.executable, "-c", _HEAD + code + _TAIL, *arguments]
    return int(subprocess.run(command, cwd=results.ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout)


# -- two processes side by side ----------


@dataclass(frozen=True)
class SideBySide:
    """Documents of 100 lines per second: by one process, and by two at the same time; one figure per round."""

    engine: str
    one: tuple[float, ...]
    two: tuple[float, ...]

    @property
    def gain(self) -> float:
        """How many times as many documents two processes judge."""
        return median(two / one for one, two in zip(self.one, self.two, strict=True))


def side_by_side(engine: str, workers: tuple[Worker, Worker], rounds: int, calls: int, count: int) -> SideBySide:
    """Return what two *workers* judge; each has *count* documents loaded."""
    question = {"action": VERDICT, "warm": [0], "calls": [number % count for number in range(calls)]}
    one, two = [], []
    for _ in range(rounds):
        one.append(calls / workers[0].ask(question)["wall"])
        for worker in workers:
            worker.send(question)
        two.append(sum(calls / worker.receive()["wall"] for worker in workers))
    return SideBySide(engine, tuple(one), tuple(two))


# -- the page ----------


@dataclass(frozen=True)
class Figures:
    """Everything that was measured; *missing* says why Saxon was not."""

    measured: list[Measured]
    starts: dict[str, Timing]
    length: int
    lines: int
    peaks: dict[str, int]
    sides: list[SideBySide]
    missing: str | None


def aims(figures: Figures) -> list[str]:
    """Return one sentence per requirement and aim: the figure, and whether it is met."""
    found = []
    for one in figures.measured:
        limits = REQUIRED.get(one.sample.size.removesuffix(", Peppol's"))
        if one.faster is None or limits is None or one.sample.kind == COMMENTED:
            continue
        required, aim = (f"{limit} ×: {_met(one.faster >= limit)}" for limit in limits)
        found.append(f"{one.sample.name}: **{one.faster:.1f} × as fast as Saxon**, required {required}, aim {aim}")
    for suffix in ("", FINDINGS):
        mine = figures.starts[START + suffix]
        aim = f"{mine.median * 1000:.0f} ms, aim {START_AIM * 1000:.0f} ms: {_met(mine.median <= START_AIM)}"
        if SCRIPT + suffix in figures.starts:
            faster = figures.starts[SCRIPT + suffix].ratio_to(mine)
            compared = f"**{faster:.1f} × as fast as the Saxon script**, "
            aim = f"{compared}required {START_REQUIRED} ×: {_met(faster >= START_REQUIRED)}; {aim}"
        found.append(f"cold start of {START}{suffix}: {aim}")
    return found


def _met(holds: bool) -> str:
    return "**met**" if holds else "**missed**"


def agreement(figures: Figures) -> list[str]:
    """Return whether both engines gave the same verdicts, or why Saxon was not asked."""
    if figures.missing is not None:
        return [f"**Saxon was not measured**: {figures.missing}"]
    count = sum(len(one.sample.documents) for one in figures.measured)
    differing = [sentence for one in figures.measured for sentence in one.disagreements or ()]
    if differing:
        return [f"**the engines disagree** on {sentence}" for sentence in differing]
    return [f"both engines fail the same assertions in each of the {count} documents"]


LABELS: Final = {
    PARSE: "lxml parse, the floor",
    WALK: "ours: parse and walk, no rules",
    EN: "ours: EN 16931 alone, walk included",
    PEPPOL: "ours: Peppol alone, walk included",
    VERDICT: "**ours: the verdict, both**",
    VALIDATE: "einvoice.validate, all layers",
    SAXON: "Saxon: the verdict, both",
}


def tables(measured: Sequence[Measured]) -> Iterator[str]:
    """Yield a heading and a table per kind of document: an action per line, three columns per size."""
    for kind in dict.fromkeys(one.sample.kind for one in measured):
        mine = [one for one in measured if one.sample.kind == kind]
        head = ["ms per document (fastest–slowest)"]
        for one in mine:
            head += [one.sample.size, "× parse", "Saxon ÷"]
        rows = []
        for action, label in LABELS.items():
            if action not in mine[0].timings:
                continue
            row = [label]
            for one in mine:
                timing = one.timings[action]
                saxon = one.timings.get(SAXON)
                compared = "" if saxon is None or action == SAXON else f"{saxon.ratio_to(timing):.1f}"
                row += [_milliseconds(timing), f"{timing.ratio_to(one.timings[PARSE]):.1f}", compared]
            rows.append(row)
        used = "; ".join(
            f"{one.sample.size}: {len(one.sample.documents)} × {_kilobytes(one.sample)} kB, {one.sample.rounds} rounds"
            for one in mine
        )
        yield f"### {kind[0].upper()}{kind[1:]}\n\n{results.table(head, rows)}\n{used}.\n"


def _kilobytes(sample: Sample) -> str:
    return f"{sum(map(len, sample.documents)) / len(sample.documents) / 1000:.1f}"


def _milliseconds(timing: Timing) -> str:
    low, high = (_figure(seconds * 1000) for seconds in (timing.fastest, timing.slowest))
    return f"{_figure(timing.median * 1000)} ({low}–{high})"


def _figure(value: float) -> str:
    """Return *value* with three digits."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"


def starts_table(found: dict[str, Timing]) -> str:
    """Return the table of starts; a Saxon script is compared with the start on the same document."""
    rows = []
    for name, timing in found.items():
        script = found.get(SCRIPT + FINDINGS if FINDINGS in name else SCRIPT)
        compared = "" if script is None or not name.startswith(START) else f"{script.ratio_to(timing):.1f}"
        low, high = (f"{seconds * 1000:.0f}" for seconds in (timing.fastest, timing.slowest))
        beyond = (timing.median - found[NOTHING].median) * 1000
        rows.append([name, f"{timing.median * 1000:.0f} ({low}–{high})", f"{beyond:.0f}", compared])
    return results.table(["command, fresh process", "ms (fastest–slowest)", "beyond Python", "script ÷"], rows)


def memory_table(figures: Figures) -> str:
    """Return the table of peaks: each, what it is beyond a Python that has read the document, and multiples."""
    bare = figures.peaks[BARE]
    tree = figures.peaks[TREE] - bare
    rows = []
    for name, peak in figures.peaks.items():
        added = peak - bare
        to_tree = f"{added / tree:.1f}" if tree > 0 else ""
        rows.append([name, f"{peak / 1e6:.1f}", f"{added / 1e6:.1f}", f"{added / figures.length:.1f}", to_tree])
    name = f"UBL, {figures.lines:,} lines, {figures.length / 1e6:.1f} MB"
    return results.table([name, "peak MB", "added MB", "× document", "× bare tree"], rows)


def sides_table(sides: Sequence[SideBySide]) -> str:
    """Return the table of one process against two."""
    rows = [[side.engine, _figure(median(side.one)), _figure(median(side.two)), f"{side.gain:.2f}"] for side in sides]
    return results.table(["documents per second", "one process", "two", "×"], rows)


def page(figures: Figures) -> str:
    """Return everything that was measured, as Markdown."""
    lines = "".join(f"- {sentence}\n" for sentence in (*aims(figures), *agreement(figures)))
    return (
        f"{lines}\n{chr(10).join(tables(figures.measured))}\n### Cold start\n\n{starts_table(figures.starts)}\n"
        f"### Memory\n\n{memory_table(figures)}\n### Two processes side by side\n\n{sides_table(figures.sides)}"
    )


def as_json(figures: Figures, facts: dict[str, str]) -> str:
    """Return all figures for a program, in seconds and bytes."""
    value = {
        "environment": facts,
        "saxon_missing": figures.missing,
        "rows": [
            {
                "kind": one.sample.kind,
                "size": one.sample.size,
                "action": action,
                "median": timing.median,
                "rounds": timing.rounds,
                "to_parse": timing.ratio_to(one.timings[PARSE]),
                "saxon_to": one.timings[SAXON].ratio_to(timing) if SAXON in one.timings else None,
            }
            for one in figures.measured
            for action, timing in one.timings.items()
        ],
        "starts": {name: timing.rounds for name, timing in figures.starts.items()},
        "memory": {"bytes": figures.length, "peaks": figures.peaks},
        "side_by_side": {side.engine: {"one": side.one, "two": side.two} for side in figures.sides},
    }
    return json.dumps(value, indent=2) + "\n"


def run(plan: Plan) -> Figures:
    """Measure everything."""
    shared = shared_folder()
    official = stylesheets(shared)
    missing, paths = (official, None) if isinstance(official, str) else (None, official)
    measured, sides = [], []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours = stack.enter_context(Worker("ours"))
        saxon = None if paths is None else stack.enter_context(Worker("saxon", *paths))
        for sample in samples(plan, shared):
            print(f"{sample.name}: {len(sample.documents)} × {_kilobytes(sample)} kB", file=sys.stderr)
            measured.append(measure(sample, plan.block, folder, ours, saxon))
        print("side by side, memory, starts", file=sys.stderr)
        rounds, our_calls, saxon_calls = plan.side_by_side
        loaded = generated(plan.sizes[1][0])
        files = [folder / f"{number}.xml" for number in range(len(loaded))]
        for path, data in zip(files, loaded, strict=True):
            path.write_bytes(data)
        for engine, first, calls in (("ours", ours, our_calls), (SAXON, saxon, saxon_calls)):
            if first is not None:
                with Worker(engine.lower(), *(paths or ())) as second:
                    for worker in (first, second):
                        worker.load(files)
                        worker.ask(
                            {"action": VERDICT, "warm": [each % len(files) for each in range(calls)], "calls": [0]}
                        )
                    sides.append(side_by_side(engine, (first, second), rounds, calls, len(files)))
    length, memory = peaks(plan.lines, paths)
    return Figures(measured, starts(plan.starts, paths), length, plan.lines, memory, sides, missing)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="python -m bench.verdict", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="tiny documents and few rounds; figures mean nothing")
    parser.add_argument("--json", metavar="FILE", help="write all figures into FILE")
    parser.add_argument("--update-results", action="store_true", help="write the tables into bench/RESULTS.md")
    options = parser.parse_args(given)
    if options.update_results:
        missing = stylesheets(shared_folder())
        if options.quick or isinstance(missing, str):
            parser.error("--update-results takes a full run, with Saxon" + (f": {missing}" * isinstance(missing, str)))
    facts = results.environment()
    figures = run(QUICK if options.quick else FULL)
    facts["load"] += f"; at the end {results.load()}"
    text = page(figures)
    print(text)
    if options.json:
        Path(options.json).write_text(as_json(figures, facts), encoding="utf-8")
    if options.update_results:
        command = results.command_line("bench.verdict", given)
        results.update("verdict", results.section("verdict", "Official verdict", text, facts, command))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
