"""From the shell to the first answer: what starting einvoice costs, each time in a fresh process.

    python -m bench.startup [--rounds N] [--update-results]
    python -m bench.startup --imports                        what is loaded by the slowest command, and what it costs
    python -m bench.startup --imports "import einvoice"      the same for a statement

The commands run in turns, and the median counts.  The first line is a Python that does nothing: whatever a command
takes beyond it is ours.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from bench import results

ROUNDS: Final = 15

CONVERT: Final = (
    "convert",
    "corpora/netvisor/invoice-two-vat-rates.xml",
    "--to",
    "peppol-bis",
    "--context",
    "corpora/einvoice.toml",
)
"""The first command of the README."""

NOTHING: Final = "python, nothing"

COMMANDS: Final[Mapping[str, tuple[str, ...]]] = {
    NOTHING: ("-c", "pass"),
    "import lxml.etree": ("-c", "import lxml.etree"),
    "import pydantic": ("-c", "import pydantic.main"),
    "import einvoice": ("-c", "import einvoice"),
    "einvoice --version": ("--version",),
    "einvoice detect": ("detect", CONVERT[1]),
    "einvoice convert": CONVERT,
    "einvoice convert --no-validate": (*CONVERT, "--no-validate"),
}
"""What is started.  Arguments that begin with ``-c`` are for Python, all others for the command line of einvoice."""

_PROGRAM: Final = "from einvoice.__main__ import run; run()"
"""What the installed script `einvoice` does; run this way, it is that of this checkout."""


class NotThere(Exception):
    """The command does not run in this version; the text says why."""


@dataclass(frozen=True)
class Start:
    """Seconds that a command took, one figure per round; *missing* says why there are none."""

    rounds: tuple[float, ...]
    missing: str | None = None


@dataclass(frozen=True)
class Import:
    """A module that was loaded: microseconds of its own, and with all that it loaded first."""

    name: str
    own: int
    total: int


def command_of(name: str) -> list[str]:
    """Return the arguments for Python that run the command *name*."""
    arguments = COMMANDS[name]
    return list(arguments) if arguments[0] == "-c" else ["-c", _PROGRAM, *arguments]


def starts(rounds: int) -> dict[str, Start]:
    """Return how long each command took from start to end, in turns."""
    missing: dict[str, str] = {}
    found: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for name in COMMANDS:  # the first start writes .pyc files and warms the disk: not counted
        try:
            _seconds(name)
        except NotThere as error:
            missing[name] = str(error)
    for _ in range(rounds):
        for name in COMMANDS:
            if name not in missing:
                found[name].append(_seconds(name))
    return {name: Start(tuple(seconds), missing.get(name)) for name, seconds in found.items()}


def _seconds(name: str) -> float:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        done = subprocess.run([sys.executable, *command_of(name)], cwd=results.ROOT, stdout=out, stderr=errors)
        taken = time.perf_counter() - start
        if done.returncode not in (0, 1):  # 1: done, with findings
            errors.seek(0)
            lines = errors.read().decode(errors="replace").strip().splitlines() or [f"exit {done.returncode}"]
            raise NotThere(lines[-1])
    return taken


_IMPORT = re.compile(r"^import time:\s*(\d+) \|\s*(\d+) \|\s*(\S+)$")


def imports(arguments: Sequence[str]) -> list[Import]:
    """Return the modules that Python loads for *arguments*, the costliest by itself first."""
    command = [sys.executable, "-X", "importtime", *arguments]
    done = subprocess.run(command, cwd=results.ROOT, capture_output=True, text=True)
    found = [_IMPORT.match(line) for line in done.stderr.splitlines()]
    modules = [Import(match[3], int(match[1]), int(match[2])) for match in found if match is not None]
    return sorted(modules, key=lambda one: -one.own)


def page(found: Mapping[str, Start]) -> str:
    """Return the table of commands: median, spread, what is beyond a Python that does nothing, and the ratio to it."""
    rows, notes = [], []
    nothing = median(found[NOTHING].rounds)
    for name, start in found.items():
        if start.missing is not None:
            rows.append([name, "", "", ""])
            notes.append(f"- {name} does not run in this version: {start.missing}\n")
            continue
        middle = median(start.rounds)
        shown = f"{middle * 1000:.0f} ({min(start.rounds) * 1000:.0f}–{max(start.rounds) * 1000:.0f})"
        rows.append([name, shown, f"{(middle - nothing) * 1000:.0f}", f"{middle / nothing:.1f}"])
    head = ["command, fresh process", "ms (fastest–slowest)", "beyond Python", "× Python"]
    return results.table(head, rows) + ("\n" + "".join(notes) if notes else "")


def import_page(modules: Sequence[Import], count: int = 25) -> str:
    """Return the table of the costliest modules, and what each package costs altogether."""
    packages: dict[str, int] = {}
    for one in modules:
        package = one.name.partition(".")[0]
        packages[package] = packages.get(package, 0) + one.own
    by_package = sorted(packages.items(), key=lambda item: -item[1])[:10]
    single = [[one.name, f"{one.own / 1000:.1f}", f"{one.total / 1000:.1f}"] for one in modules[:count]]
    whole = [[name, f"{own / 1000:.1f}"] for name, own in by_package]
    return (
        f"{results.table(['module', 'own ms', 'with what it loads'], single)}\n"
        f"{results.table(['package', 'ms'], whole)}\n{len(modules)} modules, "
        f"{sum(one.own for one in modules) / 1000:.0f} ms (measuring makes each import slower)\n"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="python -m bench.startup", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help=f"default {ROUNDS}")
    parser.add_argument(
        "--imports",
        nargs="?",
        const="einvoice convert",
        metavar="COMMAND",
        help="list what a command of the table, or a Python statement, loads",
    )
    parser.add_argument("--json", metavar="FILE", help="write the figures into FILE")
    parser.add_argument("--update-results", action="store_true", help="write the table into bench/RESULTS.md")
    options = parser.parse_args(given)
    if options.imports is not None:
        known = options.imports in COMMANDS
        print(import_page(imports(command_of(options.imports) if known else ["-c", options.imports])))
        return 0
    found = starts(options.rounds)
    text = page(found)
    print(text)
    if options.json:
        value = {name: {"rounds": start.rounds, "missing": start.missing} for name, start in found.items()}
        Path(options.json).write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
    if options.update_results:
        command = results.command_line("bench.startup", given)
        results.update("startup", results.section("startup", "Cold start", text, results.environment(), command))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
