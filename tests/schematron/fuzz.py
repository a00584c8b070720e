"""Differential fuzzing: mutants judged by the official XSLT and by one of our engines, verdict against verdict.

    python -m tests.schematron.fuzz SEED COUNT [--rules ours|official] [--engine native|saxon] [--start N] [--save DIR]

Exit 1 when verdicts differ.  What differs is made small and written out: name, operations, ids of each side, document.
`test_fuzz.py` does the same with the seed of the day.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from tests.oracle.mutants import Mutant, mutant, shrink
from tests.schematron.sides import STOPS, Difference, OnSaxon, Verdicts, Watched, differences, official, side

from einvoice.errors import EInvoiceError, InputError

IN_CI: Final = 1200


def seed() -> int:
    """Return the seed of a test run: EINVOICE_FUZZ_SEED, else the day."""
    return int(os.environ.get("EINVOICE_FUZZ_SEED") or f"{date.today():%Y%m%d}")


def count() -> int:
    """Return how many mutants a test run judges: EINVOICE_FUZZ_COUNT, else as many as CI has time for."""
    return int(os.environ.get("EINVOICE_FUZZ_COUNT") or IN_CI)


@dataclass
class Tally:
    """What came of a run."""

    documents: int = 0
    refused: int = 0
    """Documents that the official XSLT does not take: no invoice and no credit note."""
    stopped: int = 0
    """Documents on which the official rules end in a dynamic error in some layer."""
    unread: Counter[str] = field(default_factory=Counter)
    """Documents that einvoice refuses to read, by the kind of the refusal."""
    found: list[Disagreement] = field(default_factory=list)

    def __str__(self) -> str:
        first = (
            f"{self.documents} documents judged, {self.stopped} with dynamic errors, {self.refused} no UBL, "
            f"{len(self.found)} disagreements"
        )
        return "\n".join((first, *(f"not read by einvoice: {number} {kind}" for kind, number in self.unread.items())))


@dataclass(frozen=True)
class Disagreement:
    """A mutant on which verdicts differ."""

    mutant: Mutant
    what: tuple[Difference, ...]
    fault: str = ""
    """What was raised instead of a verdict."""

    def __str__(self) -> str:
        return "\n  ".join((self.mutant.name, *map(str, self.what), *([self.fault] if self.fault else [])))


def judged(mutants: Iterable[Mutant]) -> Iterator[tuple[Mutant, Verdicts | None]]:
    """Yield each of *mutants* with its official verdict."""
    for one in mutants:
        yield one, official(one.data)


def run(
    who: Watched | OnSaxon, mutants: Iterable[tuple[Mutant, Verdicts | None]], tally: Tally
) -> Iterator[Disagreement | None]:
    """Let *who* judge what the official XSLT judged: yields after each, what differs or None; counts in *tally*."""
    for one, expected in mutants:
        if expected is None:
            tally.refused += 1
            yield None
            continue
        found = None
        try:
            what = tuple(differences(who.verdicts(one.data), expected))
        except InputError as error:
            tally.unread[f"{type(error).__name__}: {error.message[:100]}"] += 1
            yield None
            continue
        except EInvoiceError as error:
            found = Disagreement(one, (), f"{type(error).__name__}: {error.message}")
        else:
            if what:
                found = Disagreement(one, what)
        tally.documents += 1
        tally.stopped += STOPS in expected.values()
        if found is not None:
            tally.found.append(found)
        yield found


def smaller(who: Watched | OnSaxon, found: Disagreement) -> bytes:
    """Return a small document on which *who* differs in the same ids."""
    wanted = {(each.layer, each.only) for each in found.what}

    def same(data: bytes) -> bool:
        expected = official(data)
        if expected is None:
            return False
        try:
            what = differences(who.verdicts(data), expected)
        except EInvoiceError as error:
            return bool(found.fault) and found.fault.startswith(type(error).__name__)
        return bool(wanted) and wanted <= {(each.layer, each.only) for each in what}

    return shrink(found.mutant.data, same)


def report(who: Watched | OnSaxon, found: Disagreement) -> str:
    """Return name, operations, ids of each side and the small document."""
    return f"{found}\n  {smaller(who, found).decode('utf-8', 'backslashreplace')}\n"


def main(arguments: list[str] | None = None) -> int:
    """Return 0 when all verdicts agree, 1 otherwise."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.schematron.fuzz", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--rules", choices=("ours", "official"), default="ours")
    parser.add_argument("--engine", choices=("native", "saxon"), default="native")
    parser.add_argument("--start", type=int, default=0, metavar="N", help="index of the first mutant")
    parser.add_argument("--save", type=Path, metavar="DIR", help="write the small documents into DIR")
    parser.add_argument("--as-they-are", action="store_true", help="do not make what differs smaller")
    options = parser.parse_args(arguments)
    who = side(options.rules, options.engine)
    tally = Tally()
    start = time.monotonic()
    every = 20 if sys.stderr.isatty() else 500
    indices = range(options.start, options.start + options.count)
    for number, found in enumerate(run(who, judged(mutant(options.seed, index) for index in indices), tally), 1):
        if found is not None:
            print(found if options.as_they_are else report(who, found), flush=True)
            if options.save:
                options.save.mkdir(parents=True, exist_ok=True)
                small = found.mutant.data if options.as_they_are else smaller(who, found)
                (options.save / f"{found.mutant.seed}-{found.mutant.index}.xml").write_bytes(small)
        if number % every == 0:
            spent = time.monotonic() - start
            print(
                f"\r{number}/{options.count}  {number / spent:.0f}/s  {len(tally.found)} disagreements",
                end="" if sys.stderr.isatty() else "\n",
                file=sys.stderr,
                flush=True,
            )
    print(f"\nseed {options.seed}, {options.rules} rules, {options.engine} engine")
    print(f"{tally} in {time.monotonic() - start:.0f} s")
    if isinstance(who, Watched):
        print(
            f"to exact.py: {who.documents} documents, of these {who.whole} whole; patterns: {sum(who.parts.values())}"
        )
        for (layer, reason), count in who.parts.most_common():
            print(f"  {layer} {reason}: {count}")
    return 1 if tally.found else 0


if __name__ == "__main__":
    sys.exit(main())
