"""Hostile inputs through every verb: what must never happen, looked for in a process of its own.

    python -m tests.robustness.fuzz --seed 1 --count 10000          all of them, the faults as lines of JSON
    python -m tests.robustness.fuzz --seed 1 --count 10000 --jobs 2 two processes at a time
    python -m tests.robustness.fuzz --seed 1 --only 4711 --keep x   one input, written into the file x as well

Each input goes through detect, read, read_many, convert into every format, validate with all layers, the work of a
batch, and one of the commands.  A fault is

- an exception that is no `EInvoiceError`, an `InternalError`, exit code 70, or an error that does not say what to do;
- a verb that takes more than `MAX_SECONDS` of the processor;
- a process that needs more than `MAX_BYTES`;
- an input that is no invoice any more, of which nobody says anything (`hostile.Input.refused`);
- a message as long as an input.

A verb that does not come back is ended by `faulthandler`, with its traceback.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import faulthandler
import gc
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from tests.robustness.hostile import CORPORA, Input, hostile

import einvoice
from einvoice.batch import Piece, Work, split, warm_up
from einvoice.batch.work import each
from einvoice.cli import main as cli
from einvoice.formats import FORMATS

MAX_SECONDS: Final = 2.0
MAX_BYTES: Final = 300_000_000
MAX_MESSAGE: Final = 2_500
"""Characters of the longest message and fix; a value belongs in them cut short."""

TOGETHER: Final = 200
"""Inputs to one process.  libxml2 keeps the names of all elements that a process ever met, and hostile inputs have a
hundred thousand of their own: what they leave behind would be counted as memory of those that follow."""

HANGS: Final = 60.0
"""Seconds after which a verb that does not come back is ended; long, for other processes may need the machine."""

MOST_PIECES: Final = 20
"""Invoices of one input that a batch looks at: a megabyte of nonsense can be a hundred thousand."""

COMMANDS: Final = (
    ("validate", "--output", "text"),
    ("validate", "--output", "json"),
    ("validate", "--output", "sarif"),
    ("validate", "--output", "html"),
    ("validate", "--output", "junit"),
    ("show",),
    ("show", "--html", "-"),
    ("detect",),
    ("convert", "--to", "model"),
    ("convert", "--to", "peppol-bis", "--totals", "derived", "--report", "-", "-o", os.devnull),
    ("route",),
)


@dataclass(frozen=True)
class Fault:
    """What went wrong with an input, in which verb."""

    seed: int
    number: int
    input: str
    verb: str
    what: str


class Judge:
    """Puts inputs through the verbs; loads what they need first."""

    def __init__(self) -> None:
        self.contexts = {
            True: einvoice.Context.load(CORPORA / "billecta.toml"),
            False: einvoice.Context.load(CORPORA / "einvoice.toml"),
        }
        self.works = [Work(entry.id, context=self.contexts[entry.id == "billecta"]) for entry in FORMATS]
        for work in self.works:
            warm_up(work)
        self.longest = 0.0

    def faults(self, given: Input, rng: random.Random) -> Iterator[tuple[str, str]]:
        """Yield the faults that *given* shows: verb, and what is wrong."""
        data = given.data
        context = self.contexts[data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")]
        documents: list[einvoice.Document] = []

        def read_many() -> list[einvoice.Finding]:
            for document in einvoice.read_many(data, context=context):
                documents.append(document)
            return [finding for document in documents for finding in document.findings]

        yield from self._call("detect", lambda: einvoice.detect(data) and ())
        told = yield from self._call("read", lambda: einvoice.read(data, context=context).findings)
        more = yield from self._call("read_many", read_many)
        validated = yield from self._call("validate", lambda: einvoice.validate(data, context=context).findings)
        if given.refused and not (told and more and validated):
            yield "read", "nothing is said of an input that is no invoice"
        for document in documents[:1]:
            for entry in FORMATS:
                yield from self._call(
                    f"convert to {entry.id}",
                    lambda document=document, entry=entry: (
                        einvoice.convert(document, entry.id, context=context).findings
                    ),
                )
        yield from self._batch(rng.choice(self.works), data)
        yield from self._command(rng.choice(COMMANDS), data)
        if (peak := peak_memory()) > MAX_BYTES:
            yield "all", f"the process needed {peak:,} bytes"

    def _call(self, verb: str, call: Callable[[], Any]) -> Iterator[tuple[str, str]]:
        """Call a verb; yields its faults, and returns whether it said anything."""
        faulthandler.dump_traceback_later(HANGS, exit=True)
        began = time.process_time()
        told = True
        try:
            findings = list(call())
            told = bool(findings)
            for finding in findings:
                yield from ((verb, what) for what in _worded(finding.code, finding.message, finding.fix or "-"))
        except einvoice.InternalError as error:
            yield verb, f"{error.message}\n{_cause(error)}"
        except einvoice.EInvoiceError as error:
            yield from ((verb, what) for what in _worded(type(error).__name__, error.message, error.fix))
        except Exception as error:
            yield verb, _cause(error)
        spent = time.process_time() - began
        self.longest = max(self.longest, spent)
        if spent > MAX_SECONDS:
            yield verb, f"took {spent:.1f} s"
        faulthandler.cancel_dump_traceback_later()
        return told

    def _batch(self, work: Work, data: bytes) -> Iterator[tuple[str, str]]:
        """Yield the faults of a run with *data* as its source; each invoice has its own time."""
        verb = f"batch to {work.to}"
        pieces: list[Piece] = []
        yield from self._call("split", lambda: pieces.extend(split(io.BytesIO(data))) or ())
        for piece in pieces[:MOST_PIECES]:
            faulthandler.dump_traceback_later(HANGS, exit=True)
            outcomes = each(work, piece, "x")
            for _ in range(MOST_PIECES):
                began = time.process_time()
                try:
                    outcome = next(outcomes)
                except StopIteration:
                    break
                except Exception as error:
                    yield verb, _cause(error)
                    break
                if outcome.code == 70:
                    yield verb, f"exit code 70: {outcome.findings}"
                if outcome.status == "failed" and not outcome.findings:
                    yield verb, "held back without a finding"
                for found in outcome.findings:
                    yield from ((verb, what) for what in _worded(found["code"], found["message"], found["fix"] or "-"))
                if (spent := time.process_time() - began) > MAX_SECONDS:
                    yield verb, f"took {spent:.1f} s"
            faulthandler.cancel_dump_traceback_later()

    def _command(self, arguments: tuple[str, ...], data: bytes) -> Iterator[tuple[str, str]]:
        faulthandler.dump_traceback_later(HANGS, exit=True)
        with tempfile.NamedTemporaryFile(suffix=".xml") as file:
            file.write(data)
            file.flush()
            code, said = run_command([arguments[0], file.name, *arguments[1:]])
        faulthandler.cancel_dump_traceback_later()
        if code not in (0, 1, 2, 3, 4, 6) or "Traceback" in said:
            yield " ".join(arguments), f"exit code {code}: {said[-2000:]}"


def run_command(arguments: Sequence[str]) -> tuple[int, str]:
    """Return exit code and standard error of a command; its output has to be UTF-8."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli(arguments)
    out.flush()
    err.flush()
    out.buffer.getvalue().decode()  # type: ignore[attr-defined]
    return code, err.buffer.getvalue().decode("utf-8", "replace")  # type: ignore[attr-defined]


def _worded(name: str, message: str, fix: str | None) -> Iterator[str]:
    if not message.strip():
        yield f"{name} without a message"
    if not (fix or "").strip():
        yield f"{name} does not say what to do: {message[:200]}"
    if len(message) > MAX_MESSAGE or len(fix or "") > MAX_MESSAGE:
        yield f"{name} has a message of {len(message)} characters, a fix of {len(fix or '')}: {message[:200]}"


def _cause(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))[-3000:]


def peak_memory() -> int:
    """Return the most memory that this process had since `forget_peak`; 0 where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def forget_peak() -> None:
    """Begin to look for the peak anew; what is free already goes back to the system before."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is 1 when there are faults."""
    parser = argparse.ArgumentParser(prog="python -m tests.robustness.fuzz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1, help="processes at a time")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="this input alone")
    parser.add_argument("--keep", metavar="FILE", help="write the last input into FILE")
    options = parser.parse_args(arguments)
    if options.only is None and options.count > TOGETHER:
        return _in_blocks(options.seed, options.start, options.count, options.jobs)
    faulthandler.enable()
    forget_peak()
    judge = Judge()
    numbers = range(options.start, options.start + options.count) if options.only is None else [options.only]
    refused = found = highest = 0
    gc.collect()
    gc.freeze()
    for number in numbers:
        highest = max(highest, peak_memory())
        given = hostile(options.seed, number)
        forget_peak()  # to make an input takes memory of its own
        refused += given.refused
        if options.keep:
            Path(options.keep).write_bytes(given.data)
        print(f"{number}", end="\r", file=sys.stderr, flush=True)  # what was in hand when the process is ended
        kinds: set[tuple[str, str]] = set()
        for verb, what in judge.faults(given, random.Random(f"{options.seed} {number}")):
            # One of a kind: a document has thousands of places.
            if (kind := (verb, what[:12])) in kinds:
                continue
            kinds.add(kind)
            found += 1
            print(json.dumps(asdict(Fault(options.seed, number, given.name, verb, what))), flush=True)
    peak = max(highest, peak_memory())
    cpu = round(time.process_time(), 1)
    _summary(len(numbers), refused, found, round(judge.longest, 2), peak, cpu)
    return 1 if found else 0


def _in_blocks(seed: int, start: int, count: int, jobs: int) -> int:
    """Put the inputs through several processes, and tell what all of them told."""

    def run(first: int) -> tuple[str, str]:
        size = min(TOGETHER, start + count - first)
        command = [sys.executable, "-m", "tests.robustness.fuzz", "--seed", str(seed)]
        done = subprocess.run(
            [*command, "--start", str(first), "--count", str(size)], capture_output=True, text=True, check=False
        )
        return done.stdout, done.stderr

    total: dict[str, float] = {"inputs": 0, "refused": 0, "faults": 0, "longest": 0.0, "peak": 0, "cpu": 0.0}
    with ThreadPoolExecutor(jobs) as pool:
        for told, errors in pool.map(run, range(start, start + count, TOGETHER)):
            *faults, last = told.splitlines() or [""]
            print("".join(f"{fault}\n" for fault in faults), end="", flush=True)
            if '"inputs"' not in last:
                print(f"{last}\na process was ended; its last words: {errors[-3000:]}", file=sys.stderr)
                return 1
            for key, value in json.loads(last).items():
                total[key] = max(total[key], value) if key in ("longest", "peak") else round(total[key] + value, 1)
    _summary(*total.values())
    return 1 if total["faults"] else 0


def _summary(inputs: float, refused: float, faults: float, longest: float, peak: float, cpu: float) -> None:
    told = {"inputs": inputs, "refused": refused, "faults": faults, "longest": longest, "peak": peak, "cpu": cpu}
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
