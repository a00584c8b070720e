"""What a long invoice needs at its peak: reading and writing a UBL document of 10,000 lines.

    python -m bench.memory [--lines N] [--update-results]

Each step runs in a process of its own and reports its own peak of resident memory.  What it adds to a process that has
only loaded einvoice is the figure to look at, best as a multiple of the document and of the bare tree.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench import results

# This module stays small, and so does what it imports: on Linux a process starts with the peak of the one that made it.

LINES: Final = 10_000

_HEAD: Final = """
import resource, sys
from pathlib import Path
import einvoice, einvoice.formats.ubl
from lxml import etree
data = Path(sys.argv[1]).read_bytes()
"""
_TAIL: Final = """
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak * (1 if sys.platform == "darwin" else 1024))
"""

STEPS: Final = {
    "einvoice loaded, document in memory": "",
    "bare parse": "tree = etree.fromstring(data)",
    "read": "document = einvoice.read(data)",
    "read, source let go": "invoice = einvoice.read(data).invoice",
    "read and write": "document = einvoice.read(data); written = einvoice.write(document.invoice, 'peppol-bis')",
}
"""What is done, as Python; each keeps what it makes, as a caller would."""


def peaks(lines: int) -> tuple[int, dict[str, int]]:
    """Return the length of a UBL document with *lines* lines, and the peak memory of each step, all in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "long.xml")
        arguments = ["--format", "peppol-bis", "--lines", str(lines), "--single-file", str(source)]
        _run("-m", "corpora.generate", *arguments)
        found = {name: int(_run("-c", _HEAD + code + _TAIL, str(source))) for name, code in STEPS.items()}
        return source.stat().st_size, found


def _run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], cwd=results.ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def page(lines: int, length: int, found: dict[str, int]) -> str:
    """Return the table: peak, what the step adds, and that as a multiple of the document and of the bare tree."""
    start, *_ = found.values()
    tree = found["bare parse"] - start
    rows = []
    for name, peak in found.items():
        added = peak - start
        to_tree = f"{added / tree:.1f}" if tree > 0 else ""
        rows.append([name, _megabytes(peak), _megabytes(added), f"{added / length:.1f}", to_tree])
    head = [f"UBL, {lines:,} lines, {_megabytes(length)} MB", "peak MB", "added MB", "× document", "× bare tree"]
    return results.table(head, rows)


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="python -m bench.memory", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--lines", type=int, default=LINES, metavar="N", help=f"lines of the invoice, default {LINES:,}"
    )
    parser.add_argument("--json", metavar="FILE", help="write the figures into FILE")
    parser.add_argument("--update-results", action="store_true", help="write the table into bench/RESULTS.md")
    options = parser.parse_args(given)
    length, found = peaks(options.lines)
    text = page(options.lines, length, found)
    print(text)
    if options.json:
        Path(options.json).write_text(json.dumps({"bytes": length, "peaks": found}, indent=2) + "\n", encoding="utf-8")
    if options.update_results:
        command = results.command_line("bench.memory", given)
        results.update("memory", results.section("memory", "Memory", text, results.environment(), command))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
