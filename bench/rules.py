"""The business rules alone: what they cost on an invoice that is read already, in each format and size.

    python -m bench.rules [--quick] [--update-results] [--json FILE]

The rules judge the canonical invoice, so a format counts only by what its documents say.  Beside them stands the bare
parsing of the same document.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from lxml import etree

import einvoice
from bench import documents, results
from bench.documents import SIZES, Sample, Size
from bench.timing import Action, Timing, measure
from einvoice import rules

ROUNDS: Final = 60
QUICK: Final = (Size("small", None, 2), Size("100 lines", 3, 1))

PARSE, RULES = "bare parse", "business rules"
LIMIT: Final = 0.3
"""Milliseconds that the rules may take on a small invoice."""


def measured(sample: Sample, rounds: int) -> dict[str, Timing]:
    """Return the two timings of *sample*."""
    invoices = [einvoice.read(data, sample.format, sample.context).invoice for data in sample.documents]
    parse = json.loads if sample.documents[0].lstrip()[:1] in (b"{", b"[") else etree.fromstring
    actions = [
        Action(PARSE, [partial(parse, data) for data in sample.documents]),
        Action(RULES, [partial(rules.run, invoice) for invoice in invoices]),
    ]
    return measure(actions, rounds)


def page(found: dict[tuple[str, str], dict[str, Timing]]) -> str:
    """Return the limit for each format, and the table."""
    titles = list(dict.fromkeys(title for title, _ in found))
    sizes = list(dict.fromkeys(size for _, size in found))
    head = ["business rules alone, ms (fastest–slowest)"]
    for size in sizes:
        head += [size, "× parse"]
    rows = []
    for title in titles:
        row = [title]
        for size in sizes:
            timing = found[title, size][RULES]
            shown = " ".join(
                (f"{timing.median * 1000:.3f}", f"({timing.fastest * 1000:.3f}–{timing.slowest * 1000:.3f})")
            )
            row += [shown, f"{timing.ratio_to(found[title, size][PARSE]):.1f}"]
        rows.append(row)
    small = max(found[title, sizes[0]][RULES].median * 1000 for title in titles)
    verdict = "met" if small <= LIMIT else "missed"
    return f"- small invoices: at most {small:.2f} ms, limit {LIMIT} ms: **{verdict}**\n\n{results.table(head, rows)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="python -m bench.rules", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="tiny documents, few rounds; the figures mean nothing")
    parser.add_argument("--json", metavar="FILE", help="write the figures into FILE")
    parser.add_argument("--update-results", action="store_true", help="write the table into bench/RESULTS.md")
    options = parser.parse_args(given)
    samples = documents.samples(QUICK if options.quick else SIZES)
    found = {(each.title, each.size): measured(each, 2 if options.quick else ROUNDS) for each in samples}
    text = page(found)
    print(text)
    if options.json:
        data = [
            {"format": title, "size": size, "ms": {name: each.median * 1000 for name, each in timings.items()}}
            for (title, size), timings in found.items()
        ]
        Path(options.json).write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    if options.update_results:
        command = results.command_line("bench.rules", given)
        section = results.section("rules", "Business rules", text, results.environment(), command)
        results.update("rules", section)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
