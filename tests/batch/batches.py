"""Small batches that several tests run over, and what they look at afterwards."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from corpora.generate import main as generate
from tests.batch.kills import tree
from tests.cli.program import Outcome, run

from einvoice.batch import InProcess

__all__ = ["batch", "generated", "ledger_of", "rows_of", "single_file", "tree"]


def generated(
    folder: Path, count: int, *more: str, format: str = "netvisor", seed: int = 3
) -> tuple[Path, Path | None]:
    """Return a folder with *count* documents, and their context."""
    documents = folder / "in"
    arguments = ["--format", format, "--count", str(count), "--seed", str(seed), "--lines", "1", "-o", str(documents)]
    assert generate([*arguments, *more]) == 0
    context = documents / "einvoice.toml"
    if not context.exists():
        return documents, None
    return documents, context.rename(folder / "einvoice.toml")


def single_file(folder: Path, count: int, *more: str, format: str = "netvisor", seed: int = 3) -> tuple[Path, Path]:
    """Return a file with *count* invoices, and their context."""
    file = folder / ("all.json" if format == "billecta" else "all.xml")
    arguments = ["--format", format, "--count", str(count), "--seed", str(seed), "--lines", "1"]
    assert generate([*arguments, "--single-file", str(file), *more]) == 0
    return file, folder / "all.toml"


def batch(
    source: Path | str,
    target: Path,
    context: Path | None,
    *more: str,
    to: str = "peppol-bis",
    processes: bool = False,
    **named: Any,
) -> Outcome:
    """Return what ``einvoice batch`` gives; without processes, unless a test is about them: that is faster."""
    arguments = ["batch", str(source), "--to", to, "-o", str(target)]
    if context is not None:
        arguments += ["--context", str(context)]
    if "--jobs" not in more:
        arguments += ["--jobs", "1"]
    with pytest.MonkeyPatch.context() as patch:
        if not processes:
            patch.setattr("einvoice.batch.engine.Local", lambda *_: InProcess())
        return run(*arguments, *more, **named)


def ledger_of(target: Path) -> sqlite3.Connection:
    """Return the ledger in *target*."""
    found = sqlite3.connect(target / "ledger.sqlite")
    found.row_factory = sqlite3.Row
    return found


def rows_of(target: Path) -> list[dict[str, Any]]:
    """Return the rows of all invoices in the ledger, their files as a list."""
    ledger = ledger_of(target)
    try:
        found = [dict(row) for row in ledger.execute("SELECT * FROM invoice ORDER BY source, piece, position")]
    finally:
        ledger.close()
    for row in found:
        row["files"] = json.loads(row["files"])
    return found
