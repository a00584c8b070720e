"""Reading, writing and converting, for every format of the registry and three sizes of document.

    python -m bench.mapping                     everything, some minutes
    python -m bench.mapping --quick             tiny documents, few rounds: does everything still run?
    python -m bench.mapping --only peppol-bis   one format
    python -m bench.mapping --update-results    writes the tables into bench/RESULTS.md
    python -m bench.mapping --json FILE         all figures, for a program

Every figure is milliseconds of processor time per document.  `× parse` is the ratio to bare parsing of the same bytes
(lxml with its default parser; `json.loads` for JSON), `× hand` the ratio to the same work in `baseline.py`.  Nobody
writes a Billecta document by hand here: its first lines compare with `json.loads` and `json.dumps` of the same run.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final
from unittest import mock

from lxml import etree

import einvoice
from bench import baseline, baseline_finvoice, documents, results
from bench.documents import SIZES, Sample, Size
from bench.timing import ENOUGH, Action, Timing, measure
from einvoice import jsontext, xml
from einvoice.findings import Finding
from einvoice.formats import FORMATS
from einvoice.formats.mapping import JsonNode, Mapping, ReadResult
from einvoice.formats.mapping.compile import Reader, Writer
from einvoice.formats.mapping.direct import Direct
from einvoice.formats.mapping.nodes import render_xml
from einvoice.formats.mapping.rows import make_plan
from einvoice.model import Invoice, Model

ROUNDS: Final = {"small": 25, "100 lines": 15, "1,000 lines": 7}
QUICK_SIZES: Final = (Size("1 line", 1, 1), Size("3 lines", 3, 2))
QUICK_ROUNDS: Final = 2
PROCESSES: Final = 7

AIMED_AT: Final = ("peppol-bis", "100 lines")
AIMS: Final = {"read": 4, "write": 2}
"""The aims: action to the greatest ratio to bare parsing, for a 100-line UBL document."""

AGAINST_JSON: Final = ("billecta", "100 lines")
"""What is compared with plain `json.loads` and `json.dumps` in the first lines: format and size."""

PARSE: Final = "bare parse"
DUMP: Final = "bare dump"
VALIDATE: Final = "validate"
BY_HAND: Final = " by hand"
VALIDATED: Final = ", validated"
COMPILED: Final = "compiled"
DIRECT: Final = "direct"
"""How a table is read fast: by code compiled from it, or for JSON by dictionaries made of it."""


@dataclass(frozen=True)
class Row:
    """One action on one sample.  Ratios to bare parsing and to the work by hand; None where nothing compares."""

    title: str
    size: str
    action: str
    timing: Timing
    to_parse: float
    to_hand: float | None


@dataclass(frozen=True)
class Walked:
    """How many documents of a sample the walker had to take, for which work, and of how many documents."""

    title: str
    size: str
    work: str
    count: int
    documents: int


@dataclass(frozen=True)
class Once:
    """What is paid once per process: milliseconds by step, medians over several processes."""

    format: str
    steps: dict[str, float]


@dataclass
class Recorded:
    """What passed through the tables while a document was read and written."""

    reads: list[tuple[Mapping, etree._Element | JsonNode, ReadResult]] = field(default_factory=list)
    writes: list[tuple[Mapping, Model, str | None]] = field(default_factory=list)
    builds: list[tuple[Mapping, Model, str | None]] = field(default_factory=list)
    """What was written as a tree: by a format that is not XML, or because the compiled code gave up."""
    gave_up: int = 0
    """How often the compiled code did not finish, and the walker did the work."""
    traced: int = 0
    """How often the walker went over the source beside that: to find the places of findings."""


@contextmanager
def recording() -> Iterator[Recorded]:
    """Note what passes through `Mapping` while the block runs, whichever format is at work."""
    found = Recorded()
    read, write, walk, build = Mapping.read, Mapping.write, Mapping.walk, Mapping.build

    def noted_read(mapping: Mapping, root: etree._Element | JsonNode) -> ReadResult:
        before = found.traced
        result = read(mapping, root)
        found.gave_up, found.traced = found.gave_up + found.traced - before, before
        found.reads.append((mapping, root, result))
        return result

    def noted_write(mapping: Mapping, value: Model, currency: str | None = None) -> tuple[bytes, list[Finding]]:
        found.writes.append((mapping, value, currency))
        before = len(found.builds)
        result = write(mapping, value, currency)
        found.gave_up += len(found.builds) - before
        return result

    def noted_walk(mapping: Mapping, root: Any) -> ReadResult:
        found.traced += 1
        return walk(mapping, root)

    def noted_build(mapping: Mapping, value: Model, currency: str | None = None) -> Any:
        found.builds.append((mapping, value, currency))
        return build(mapping, value, currency)

    with mock.patch.multiple(Mapping, read=noted_read, write=noted_write, walk=noted_walk, build=noted_build):
        yield found


# -- what is measured ----------


def actions_of(sample: Sample) -> tuple[list[Action], list[Walked]]:
    """Return the actions on *sample*, bare parsing first, and for what its documents need the walker."""
    settings = documents.world_data()
    found: dict[str, list[Callable[[], object]]] = {}

    def add(name: str, call: Callable[[], object]) -> None:
        found.setdefault(name, []).append(call)

    walked: dict[str, int] = {}

    def note(work: str, times: int) -> None:
        if times:
            walked[work] = walked.get(work, 0) + 1

    for data in sample.documents:
        with recording() as seen:
            invoice = einvoice.read(data, context=sample.context).invoice
        note("read because the compiled code gives up", seen.gave_up)
        note("read again for the places of findings", seen.traced)
        _add_reading(add, sample, data, seen, settings)
        if not sample.read_only:
            with recording() as seen:
                einvoice.write(invoice, sample.format, sample.context)
            note("written because the compiled code gives up", seen.gave_up)
            _add_writing(add, sample, data, invoice, seen, settings)
        _add_converting(add, sample, data, settings)
        if can_validate():
            add(VALIDATE, partial(einvoice.validate, data, context=sample.context))
    notes = [Walked(sample.title, sample.size, work, count, len(sample.documents)) for work, count in walked.items()]
    return [Action(name, calls) for name, calls in found.items()], notes


Add = Callable[[str, Callable[[], object]], None]


def _add_reading(add: Add, sample: Sample, data: bytes, seen: Recorded, settings: documents.Settings) -> None:
    is_json = data.lstrip()[:1] in (b"{", b"[")
    if is_json:
        add(PARSE, partial(json.loads, data))
        add("jsontext.parse", partial(jsontext.parse, data))
        if not sample.read_only:
            add(DUMP, partial(json.dumps, json.loads(data)))
    else:
        add(PARSE, partial(etree.fromstring, data))
        add("xml.parse", partial(xml.parse, data))
    for mapping, root, result in seen.reads[:1]:
        add(f"table read, {DIRECT if is_json else COMPILED}", partial(mapping.read, root))
        add("table read, walker", partial(mapping.walk, root))
        add("values to model", partial(Invoice.__pydantic_validator__.validate_python, result.values))
    add("read", partial(einvoice.read, data, None, sample.context))
    if sample.format in HAND_READ and not sample.read_only:
        add("read" + BY_HAND, partial(HAND_READ[sample.format], data, settings))


def _add_writing(
    add: Add, sample: Sample, data: bytes, invoice: Invoice, seen: Recorded, settings: documents.Settings
) -> None:
    for mapping, value, currency in seen.writes[:1]:
        add("table write, compiled", partial(mapping.write, value, currency))
        add("table write, walker", partial(_walked_write, mapping, value, currency))
    if not seen.writes:
        for mapping, value, currency in seen.builds[:1]:
            add("table write, walker", partial(mapping.build, value, currency))
    add("write", partial(einvoice.write, invoice, sample.format, sample.context))
    if sample.format in HAND_WRITE:
        add("write" + BY_HAND, partial(HAND_WRITE[sample.format], HAND_READ[sample.format](data, settings)))


def _add_converting(add: Add, sample: Sample, data: bytes, settings: documents.Settings) -> None:
    context = sample.conversion
    for entry in FORMATS:
        if entry.id == sample.format or not entry.writes:
            continue
        name = f"convert to {entry.id}"
        add(name, partial(einvoice.convert, data, entry.id, context=context, validate=False))
        if can_validate():
            add(name + VALIDATED, partial(einvoice.convert, data, entry.id, context=context))
        by_hand = HAND_CONVERT.get((sample.format, entry.id))
        if by_hand is not None and not sample.read_only:
            add(name + BY_HAND, partial(by_hand, data, settings))


def _walked_write(mapping: Mapping, value: Model, currency: str | None) -> bytes:
    element, _ = mapping.build(value, currency)
    return render_xml(element, mapping.syntax).encode()


def can_validate() -> bool:
    """Return whether this version has the room that judges conversions."""
    return importlib.util.find_spec("einvoice.validation") is not None


def _read_ubl(data: bytes, settings: documents.Settings) -> baseline.Invoice:
    return baseline.read_ubl(data)


def _read_finvoice(data: bytes, settings: documents.Settings) -> baseline.Invoice:
    return baseline_finvoice.read_finvoice(data)


def _finvoice_to_ubl(data: bytes, settings: documents.Settings) -> bytes:
    return baseline_finvoice.finvoice_to_ubl(data)


def _ubl_to_finvoice(data: bytes, settings: documents.Settings) -> bytes:
    return baseline_finvoice.ubl_to_finvoice(data)


def _ubl_to_netvisor(data: bytes, settings: documents.Settings) -> bytes:
    return baseline.ubl_to_netvisor(data)


HAND_READ: Final[dict[str, Callable[[bytes, documents.Settings], baseline.Invoice]]] = {
    "peppol-bis": _read_ubl,
    "netvisor": baseline.read_netvisor,
    "finvoice": _read_finvoice,
}
HAND_WRITE: Final[dict[str, Callable[[baseline.Invoice], bytes]]] = {
    "peppol-bis": baseline.write_ubl,
    "netvisor": baseline.write_netvisor,
    "finvoice": baseline_finvoice.write_finvoice,
}
HAND_CONVERT: Final[dict[tuple[str, str], Callable[[bytes, documents.Settings], bytes]]] = {
    ("netvisor", "peppol-bis"): baseline.netvisor_to_ubl,
    ("peppol-bis", "netvisor"): _ubl_to_netvisor,
    ("finvoice", "peppol-bis"): _finvoice_to_ubl,
    ("peppol-bis", "finvoice"): _ubl_to_finvoice,
}


# -- measuring ----------


def rows_of(
    sample: Sample, rounds: int, *, enough: float = ENOUGH, collect: bool = False
) -> tuple[list[Row], list[Walked]]:
    """Return a row per action on *sample*, and for what its documents need the walker."""
    actions, walked = actions_of(sample)
    timings = measure(actions, rounds, enough=enough, collect=collect)
    rows = []
    for name, timing in timings.items():
        hand = None if name.endswith(BY_HAND) else timings.get(name.removesuffix(VALIDATED) + BY_HAND)
        to_hand = None if hand is None else timing.ratio_to(hand)
        rows.append(Row(sample.title, sample.size, name, timing, timing.ratio_to(timings[PARSE]), to_hand))
    return rows, walked


_FIRST_CALLS = """
import json, sys, time
from pathlib import Path
clock, steps = time.perf_counter, {}
def step(name, call):
    start = clock()
    value = call()
    steps[name] = clock() - start
    return value
format, source, context = sys.argv[1], Path(sys.argv[2]).read_bytes(), sys.argv[3]
einvoice = step("import einvoice", lambda: __import__("einvoice"))
context = step("context", lambda: einvoice.Context.load(context) if context else einvoice.Context())
invoice = step("first read", lambda: einvoice.read(source, None, context)).invoice
step("second read", lambda: einvoice.read(source, None, context))
step("first write", lambda: einvoice.write(invoice, format, context))
step("second write", lambda: einvoice.write(invoice, format, context))
print(json.dumps(steps))
"""


def once(sample: Sample, processes: int) -> Once:
    """Return what the first calls on a document of *sample* cost in a fresh process, and making the code alone."""
    with tempfile.TemporaryDirectory() as folder:
        source, context = Path(folder, "document"), Path(folder, "einvoice.toml")
        source.write_bytes(sample.documents[0])
        context.write_text(sample.settings, encoding="utf-8")
        named = str(context) if sample.settings else ""
        command = [sys.executable, "-c", _FIRST_CALLS, sample.format, str(source), named]
        found = [
            json.loads(subprocess.run(command, cwd=results.ROOT, capture_output=True, check=True).stdout)
            for _ in range(processes)
        ]
    steps = {name: median(one[name] for one in found) for name in found[0]}
    with recording() as seen:
        invoice = einvoice.read(sample.documents[0], context=sample.context).invoice
        einvoice.write(invoice, sample.format, sample.context)
    making = []
    for reads, root, _ in seen.reads[:1]:
        make = Direct if isinstance(root, JsonNode) else Reader
        making.append(Action("plan", [partial(make_plan, reads.table)]))
        making.append(Action("make reader", [partial(make, reads.table, reads.syntax)]))
    for writes, _, _ in seen.writes[:1]:
        making.append(Action("make writer", [partial(Writer, writes.table, writes.syntax)]))
    steps |= {name: timing.median for name, timing in measure(making, processes).items()}
    return Once(sample.format, steps)


# -- the page ----------


def tables(rows: Sequence[Row]) -> Iterator[str]:
    """Yield a heading and a table per kind of document: an action per line, three columns per size."""
    for title in dict.fromkeys(row.title for row in rows):
        mine = [row for row in rows if row.title == title]
        sizes = list(dict.fromkeys(row.size for row in mine))
        head = ["ms per document (fastest–slowest)"]
        for size in sizes:
            head += [size, "× parse", "× hand"]
        lines = []
        for action in dict.fromkeys(row.action for row in mine):
            line = [action]
            for size in sizes:
                row = next(r for r in mine if (r.action, r.size) == (action, size))
                line += [_milliseconds(row.timing), _ratio(row.to_parse), _ratio(row.to_hand)]
            lines.append(line)
        yield f"### {title}\n\n{results.table(head, lines)}"


def once_table(found: Sequence[Once]) -> str:
    """Return the table of what is paid once per process."""
    steps = list(dict.fromkeys(step for one in found for step in one.steps))
    lines = [[one.format, *(_figure(one.steps[s] * 1000) if s in one.steps else "" for s in steps)] for one in found]
    return results.table(["ms, small document", *steps], lines)


def aims(rows: Sequence[Row]) -> list[str]:
    """Return one sentence per aim: the ratio, the aim, and whether it is met; none when it was not measured."""
    found = []
    for action, limit in AIMS.items():
        for row in rows:
            if (row.title, row.size, row.action) == (*AIMED_AT, action):
                verdict = "met" if row.to_parse <= limit else "missed"
                found.append(f"{action}: {row.to_parse:.2f} × bare parsing, aim {limit} ×: **{verdict}**")
    return found


def against_json(rows: Sequence[Row]) -> list[str]:
    """Return what reading, writing and validating a JSON document cost beside plain JSON; none when not measured."""
    mine = {row.action: row for row in rows if (row.title, row.size) == AGAINST_JSON}
    if not {"read", "write", DUMP} <= mine.keys():
        return []
    found = [
        f"read {_ratio(mine['read'].to_parse)} × `json.loads`",
        f"write {_ratio(mine['write'].timing.ratio_to(mine[DUMP].timing))} × `json.dumps`",
    ]
    if VALIDATE in mine:
        found.append(f"validate {_ratio(mine[VALIDATE].to_parse)} × `json.loads`")
    return [f"{', '.join(AGAINST_JSON)}: {', '.join(found)}"]


def page(rows: Sequence[Row], first: Sequence[Once], walked: Sequence[Walked]) -> str:
    """Return everything that was measured, as Markdown."""
    parts = [f"- 100-line UBL document, {sentence}\n" for sentence in aims(rows)]
    parts += [f"- {sentence}\n" for sentence in against_json(rows)]
    for one in walked:
        parts.append(f"- walker: {one.title}, {one.size}, {one.count} of {one.documents} {one.work}\n")
    if not walked:
        parts.append("- no document needs the walker to be read or written in its own format\n")
    parts.append("\n")
    parts.append("\n".join(tables(rows)))
    if first:
        parts.append(f"\n### Once per process\n\n{once_table(first)}")
    return "".join(parts)


def _milliseconds(timing: Timing) -> str:
    low, high = (_figure(seconds * 1000) for seconds in (timing.fastest, timing.slowest))
    return f"{_figure(timing.median * 1000)} ({low}–{high})"


def _figure(value: float) -> str:
    """Return *value* with three digits."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}" if value < 10 else f"{value:.0f}"


def as_json(rows: Sequence[Row], first: Sequence[Once], facts: dict[str, str]) -> str:
    """Return all figures for a program, in seconds."""
    value = {
        "environment": facts,
        "rows": [
            {
                "title": row.title,
                "size": row.size,
                "action": row.action,
                "median": row.timing.median,
                "fastest": row.timing.fastest,
                "slowest": row.timing.slowest,
                "rounds": row.timing.rounds,
                "to_parse": row.to_parse,
                "to_hand": row.to_hand,
            }
            for row in rows
        ],
        "once": [{"format": one.format, **one.steps} for one in first],
    }
    return json.dumps(value, indent=2) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="python -m bench.mapping", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="tiny documents and few rounds; figures mean nothing")
    parser.add_argument("--only", metavar="FORMAT", help="measure this format alone")
    parser.add_argument("--collect", action="store_true", help="leave the garbage collector on while measuring")
    parser.add_argument("--json", metavar="FILE", help="write all figures into FILE")
    parser.add_argument("--update-results", action="store_true", help="write the tables into bench/RESULTS.md")
    options = parser.parse_args(given)
    if options.update_results and (options.quick or options.only):
        parser.error("--update-results takes a full run: leave --quick and --only out")
    facts = results.environment()
    sizes, enough = (QUICK_SIZES, 0.0) if options.quick else (SIZES, ENOUGH)
    rows: list[Row] = []
    first: list[Once] = []
    walked: list[Walked] = []
    for sample in documents.samples(sizes):
        if options.only not in (None, sample.format):
            continue
        print(f"{sample.title}, {sample.size}: {len(sample.documents)} × {sample.length:,} bytes", file=sys.stderr)
        rounds = ROUNDS.get(sample.size, QUICK_ROUNDS)
        more, slow = rows_of(sample, rounds, enough=enough, collect=options.collect)
        rows += more
        walked += slow
        if sample.size == sizes[0].name and not sample.read_only:
            first.append(once(sample, 1 if options.quick else PROCESSES))
    if not rows:
        parser.error(f"--only {options.only}: no such format; known are {', '.join(f.id for f in FORMATS)}")
    facts["load"] += f"; at the end {results.load()}"
    text = page(rows, first, walked)
    print(text)
    if options.json:
        Path(options.json).write_text(as_json(rows, first, facts), encoding="utf-8")
    if options.update_results:
        command = results.command_line("bench.mapping", given)
        results.update("mapping", results.section("mapping", "Read, write, convert", text, facts, command))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
