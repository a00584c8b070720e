"""Kill -9 at random moments, and go on: the run that is resumed ends as one that nobody disturbed.

    python -m tests.batch.kills --kills 100 --invoices 2000

The signal goes to the parent alone or to the whole group, in turn.  A run that ends before its moment comes is begun
anew, so that every kill meets a run that has something to do.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from corpora.generate import main as generate

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Tally:
    """What came of it: kills that met a run, runs that ended undisturbed, and every difference that was found."""

    kills: int = 0
    ended: int = 0
    faults: list[str] = field(default_factory=list)


def command(source: Path, context: Path, target: Path, *more: str) -> list[str]:
    """Return the command line of the run that is killed."""
    program = [sys.executable, "-m", "einvoice", "batch", str(source), "--to", "peppol-bis", "-q"]
    return [*program, "--context", str(context), "--jobs", "2", "-o", str(target), *more]


def tree(folder: Path) -> dict[str, str]:
    """Return the digest of every output below *folder*."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith("ledger.")
    }


def faults_of(folder: Path, wanted: dict[str, str], positions: int) -> list[str]:
    """Return what is wrong with the finished run in *folder*, against the files of an undisturbed one."""
    found = tree(folder)
    faults = [f"missing: {name}" for name in sorted(wanted.keys() - found.keys())]
    faults += [f"too many: {name}" for name in sorted(found.keys() - wanted.keys())]
    faults += [f"other bytes: {name}" for name in sorted(found.keys() & wanted.keys()) if found[name] != wanted[name]]
    with sqlite3.connect(folder / "ledger.sqlite") as ledger:
        rows = ledger.execute("SELECT source, piece, position, files, output, output_hash FROM invoice").fetchall()
        if ledger.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            faults.append("the ledger is damaged")
        for table in ("tax", "finding"):
            lost = f"SELECT count(*) FROM {table} WHERE invoice NOT IN (SELECT id FROM invoice)"
            if ledger.execute(lost).fetchone() != (0,):
                faults.append(f"rows of {table} without an invoice")
    if len(rows) != positions or len({(row[0], row[2]) for row in rows}) != positions:
        faults.append(f"{len(rows)} rows, {positions} wanted")
    named = [name for row in rows for name in json.loads(row[3])]
    if sorted(named) != sorted(found):
        faults.append("the files that the ledger names are not those that are there")
    faults += [f"hash of {row[4]}" for row in rows if row[4] is not None and found.get(row[4]) != row[5]]
    return faults


def kill_and_resume(source: Path, context: Path, folder: Path, positions: int, kills: int, seed: int = 1) -> Tally:
    """Kill a run over *source* so many times, resume it each time, and compare with an undisturbed one."""
    draw, tally = random.Random(seed), Tally()
    quiet, target = folder / "undisturbed", folder / "killed"
    began = time.monotonic()
    wanted_code = subprocess.run(command(source, context, quiet), check=False, cwd=ROOT).returncode
    longest = time.monotonic() - began
    wanted = tree(quiet)
    tally.faults += faults_of(quiet, wanted, positions)
    while tally.kills < kills:
        process = subprocess.Popen(command(source, context, target, "--resume"), start_new_session=True, cwd=ROOT)
        try:
            code = process.wait(draw.uniform(0.1, 1.05) * longest)
        except subprocess.TimeoutExpired:
            if tally.kills % 2:
                os.kill(process.pid, signal.SIGKILL)
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            tally.kills += 1
            continue
        tally.ended += 1
        if code != wanted_code:
            tally.faults.append(f"a resumed run ended with {code}")
        tally.faults += faults_of(target, wanted, positions)
        shutil.rmtree(target)
    last = subprocess.run(command(source, context, target, "--resume"), check=False, cwd=ROOT)
    if last.returncode != wanted_code:
        tally.faults.append(f"the last run ended with {last.returncode}")
    tally.faults += faults_of(target, wanted, positions)
    return tally


def main() -> int:
    """Run it by hand."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--invoices", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "all.xml"
        generate(["--format", "netvisor", "--count", str(options.invoices), "--single-file", str(source)])
        tally = kill_and_resume(
            source, source.with_suffix(".toml"), Path(place), options.invoices, options.kills, options.seed
        )
    print(f"{tally.kills} kills, {tally.ended} runs ended before; {len(tally.faults)} faults")
    print("\n".join(tally.faults[:50]))
    return 1 if tally.faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
