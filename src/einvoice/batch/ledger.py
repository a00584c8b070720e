"""The ledger of a run: one row for each invoice, in SQLite beside the outputs, so that a run can die and go on.

The rows of a piece are written in one transaction, after its files have their names: a piece is in the ledger or it is
not.  A run that died between the two does the piece again, and writes the same bytes into the same files.

Pieces are recognised by source, position and SHA-256 of their bytes, so a source that changed is done again, and by the
digest alone where a file has only moved.  What the rows were made with (formats, options, context, version of einvoice
and its rules) stands in the ledger as well: `Ledger.begin` refuses to go on with something else.

An invoice is one row: what it has many of (findings, VAT by category) stands there as JSON, and `finding` and `tax` are
views of that.  So the parent writes one row for what a worker wrote down, and reads none of it.

SQLite in WAL mode: a reader may look at the ledger while the run goes on (``sqlite3 out/ledger.sqlite``).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from einvoice.batch.work import GIVEN_UP, Outcome, Tax
from einvoice.errors import Unreadable, UsageError

NAME: Final = "ledger.sqlite"
"""The file in the output folder."""

LAYOUT: Final = "2"

CHECKPOINT: Final = 4000
"""Pages of the log after which they go into the ledger itself, which waits for the disk."""

_SCHEMA: Final = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE invoice (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL, piece INTEGER NOT NULL, position INTEGER NOT NULL, shown INTEGER,
  hash TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('done', 'failed')), code INTEGER NOT NULL,
  format TEXT, name TEXT NOT NULL, output TEXT, output_hash TEXT, files TEXT NOT NULL,
  errors INTEGER NOT NULL, warnings INTEGER NOT NULL,
  number TEXT, seller TEXT, customer TEXT, customer_name TEXT, date TEXT, kind TEXT, currency TEXT,
  net TEXT, vat TEXT, total TEXT,
  ms REAL NOT NULL, finished TEXT NOT NULL, taxes TEXT NOT NULL, codes TEXT NOT NULL, findings TEXT NOT NULL,
  UNIQUE (source, piece, position)
);
CREATE VIEW tax AS SELECT invoice.id AS invoice, json_extract(one.value, '$[0]') AS category,
  json_extract(one.value, '$[1]') AS rate, json_extract(one.value, '$[2]') AS base,
  json_extract(one.value, '$[3]') AS tax FROM invoice, json_each(invoice.taxes) AS one;
CREATE VIEW finding AS SELECT invoice.id AS invoice, json_extract(one.value, '$.code') AS code,
  json_extract(one.value, '$.severity') AS severity, one.value AS json
  FROM invoice, json_each(invoice.findings) AS one;
"""

_COLUMNS: Final = (
    "id", "source", "piece", "position", "shown", "hash", "status", "code", "format", "name", "output", "output_hash",
    "files", "errors", "warnings", "number", "seller", "customer", "customer_name", "date", "kind", "currency", "net",
    "vat", "total", "ms", "finished", "taxes", "codes", "findings",
)  # fmt: skip
_INSERT: Final = f"INSERT INTO invoice ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"


@dataclass(frozen=True, slots=True)
class Key:
    """A piece of a source: the path of the source, the number of the piece, and the digest of its bytes."""

    source: str
    piece: int
    hash: str


@dataclass(frozen=True, slots=True)
class Done:
    """A piece that an earlier run finished: for each invoice its names (empty when it failed) and exit code."""

    invoices: int
    codes: tuple[int, ...]
    files: tuple[str, ...]
    failed: int


@dataclass(frozen=True, slots=True)
class Entry:
    """The row of an invoice that is to be written: its outcome, and the names of the files that it got.

    *shown* is its position in the source, None when it is the only one there; *name* is the stem of the files.
    """

    outcome: Outcome
    position: int
    shown: int | None
    name: str
    files: tuple[str, ...]
    output_hash: str | None


class Ledger:
    """The ledger in a folder; a context manager."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._again = False
        try:
            self._db = sqlite3.connect(self.path, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute("PRAGMA busy_timeout=2000")
            self._db.execute("PRAGMA cache_size=-2000")
            self._db.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT}")
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def _unusable(self, error: sqlite3.Error) -> Unreadable:
        text = str(error)
        if "not a database" in text or "malformed" in text:
            return Unreadable(
                f"the ledger is damaged: {text}",
                fix="move it away, or begin anew with --restart",
                source=str(self.path),
            )
        return Unreadable(
            f"cannot use the ledger: {text}",
            fix="check the rights and the space on the disk, and that no other run writes into the folder",
            source=str(self.path),
        )

    # ------------------------------------------------------------------------------------------------- settings

    def begin(self, settings: dict[str, str], *, resume: bool) -> bool:
        """Make the ledger ready for a run with *settings*; True when it goes on with an earlier one.

        Raises `UsageError` when there is a run already and *resume* is not asked for, and when the earlier run was
        made with other settings.
        """
        try:
            self._db.execute("BEGIN IMMEDIATE")
            found = self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'setting'").fetchone()
            if found is None:
                for statement in _SCHEMA.split(";"):
                    if statement.strip():
                        self._db.execute(statement)
                self._db.executemany("INSERT INTO setting VALUES (?, ?)", [("layout", LAYOUT), *settings.items()])
                self._db.execute("COMMIT")
                return False
            before = dict(self._db.execute("SELECT name, value FROM setting"))
            ours = before.pop("layout", None) == LAYOUT
            any_row = self._db.execute("SELECT 1 FROM invoice LIMIT 1").fetchone() is not None
            if ours and not any_row:
                self._db.execute("DELETE FROM setting")
                self._db.executemany("INSERT INTO setting VALUES (?, ?)", [("layout", LAYOUT), *settings.items()])
            if ours and resume:
                self._db.execute("CREATE INDEX IF NOT EXISTS invoice_hash ON invoice (hash)")
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        if ours and not any_row:
            return resume
        if not ours:
            raise UsageError(
                f"the ledger {self.path} is of another version of einvoice",
                fix="write into another folder, or begin anew with --restart",
            )
        if not resume:
            raise UsageError(
                f"{self.path.parent} holds a run already",
                fix="go on with it (--resume), begin anew (--restart), or write into another folder",
            )
        changed = [name for name in {**before, **settings} if before.get(name) != settings.get(name)]
        if changed:
            shown = "; ".join(
                f"{name} was {_short(before.get(name))}, is {_short(settings.get(name))}" for name in changed
            )
            raise UsageError(
                f"the run in {self.path.parent} was begun with other settings: {shown}",
                fix="resume with the same settings, or begin anew with --restart",
            )
        self._again = True
        return True

    # ------------------------------------------------------------------------------------------------- pieces

    def find(self, key: Key, seen: Callable[[str], bool]) -> Done | None:
        """Return what an earlier run made of the piece *key*; None when it is to be done.

        *seen* says whether this run has come by a source of that path, which has then not moved.
        An invoice that a worker died of is tried again: that was no fault of its own, or there is more time now.
        """
        rows = self._rows_of(key)
        if not rows:
            rows = self._moved(key, seen)
        if not rows or rows[0][3] != key.hash or any(row[1] == GIVEN_UP and _lost(row[4]) for row in rows):
            return None
        return Done(
            len(rows),
            tuple(row[1] for row in rows),
            tuple(name for row in rows for name in json.loads(row[2])),
            sum(1 for row in rows if row[0] == "failed"),
        )

    def _moved(self, key: Key, seen: Callable[[str], bool]) -> list[Any]:
        """Return the rows of the same bytes in a file that is no longer there, and give them to *key*."""
        others = self.query(
            "SELECT DISTINCT source FROM invoice WHERE hash = ? AND piece = ? AND source <> ?",
            (key.hash, key.piece, key.source),
        )
        for (source,) in others:
            if not seen(source) and not Path(source).exists() and not _inside_archive(source):
                self.query(
                    "UPDATE invoice SET source = ? WHERE source = ? AND piece = ?", (key.source, source, key.piece)
                )
                return self._rows_of(key)
        return []

    def _rows_of(self, key: Key) -> list[Any]:
        return self.query(
            "SELECT status, code, files, hash, codes FROM invoice WHERE source = ? AND piece = ? ORDER BY position",
            (key.source, key.piece),
        )

    def pieces(self, source: str) -> int:
        """Return how many pieces of *source* an earlier run knew."""
        ((last,),) = self.query("SELECT max(piece) FROM invoice WHERE source = ? AND hash <> ''", (source,))
        return 0 if last is None else int(last) + 1

    def beyond(self, source: str, pieces: int) -> tuple[list[str], list[str]]:
        """Return names and files of what was made of *source* behind its first *pieces*."""
        rows = self.query("SELECT name, files FROM invoice WHERE source = ? AND piece >= ?", (source, pieces))
        return [row[0] for row in rows], [name for row in rows for name in json.loads(row[1])]

    def replaced(self, key: Key) -> tuple[list[str], list[str]]:
        """Return names and files of what stands in the place of *key* and is of other bytes."""
        rows = self.query("SELECT name, files FROM invoice WHERE source = ? AND piece = ?", (key.source, key.piece))
        return [row[0] for row in rows], [name for row in rows for name in json.loads(row[1])]

    def names(self) -> Iterator[str]:
        """Yield the names that were given."""
        for (name,) in self.each("SELECT name FROM invoice"):
            yield name

    def write(
        self, pieces: Iterable[tuple[Key, Iterable[Entry]]], finished: str, ends: Iterable[tuple[str, int]] = ()
    ) -> None:
        """Write the rows of *pieces* in one transaction; what stood in their place is gone.

        *ends* are sources that have become shorter, with the number of their pieces: what is behind is gone as well.
        """
        try:
            self._db.execute("BEGIN IMMEDIATE")
            for source, count in ends:
                self._forget("source = ? AND piece >= ?", (source, count))
            rows = []
            for key, entries in pieces:
                # Rows keep their numbers, and with them their order.
                numbers = iter(self._forget("source = ? AND piece = ?", (key.source, key.piece)) if self._again else ())
                rows += [_row(key, entry, finished, next(numbers, None)) for entry in entries]
            self._db.executemany(_INSERT, rows)
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise self._unusable(error) from error

    def _forget(self, condition: str, values: tuple[Any, ...]) -> list[int]:
        """Take rows away and return their numbers."""
        ids = [row[0] for row in self._db.execute(f"SELECT id FROM invoice WHERE {condition} ORDER BY id", values)]
        self._db.executemany("DELETE FROM invoice WHERE id = ?", [(each,) for each in ids])
        return ids

    # ------------------------------------------------------------------------------------------------- reading

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the rows of all invoices in the order of sources, with their findings; one at a time."""
        names = [column[1] for column in self.query("PRAGMA table_info(invoice)")]
        for row in self.each("SELECT * FROM invoice ORDER BY id"):
            found = dict(zip(names, row, strict=True))
            for name in ("files", "codes", "findings"):
                found[name] = json.loads(found[name])
            found["taxes"] = [
                Tax(category, rate, Decimal(base), Decimal(tax))
                for category, rate, base, tax in json.loads(found["taxes"])
            ]
            yield found

    def each(self, sql: str) -> Iterator[Any]:
        """Yield the rows of a query, one at a time."""
        try:
            yield from self._db.execute(sql)
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def query(self, sql: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """Return the rows of a query."""
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise self._unusable(error) from error


def _row(key: Key, entry: Entry, finished: str, number: int | None) -> tuple[Any, ...]:
    """Return the row of *entry* in the order of the columns; it gets a number when it has none."""
    outcome, figures = entry.outcome, entry.outcome.figures
    taxes = [(tax.category, tax.rate, str(tax.base), str(tax.tax)) for tax in figures.taxes]
    return (
        number, key.source, key.piece, entry.position, entry.shown, key.hash, outcome.status, outcome.code,
        outcome.format, entry.name, entry.files[0] if outcome.status == "done" else None, entry.output_hash,
        _as_json(entry.files), outcome.errors, outcome.warnings, figures.number, figures.seller, figures.customer,
        figures.customer_name, figures.date, figures.kind, figures.currency, _text(figures.net), _text(figures.vat),
        _text(figures.total), outcome.ms, finished, _as_json(taxes), outcome.told.codes, outcome.told.json,
    )  # fmt: skip


_as_json: Final = json.JSONEncoder().encode


def _lost(codes: str) -> bool:
    """True for an invoice that took too long, or that workers died of."""
    return any(code in ("EI-BATCH-TIME", "EI-BATCH-WORKER") for code, _, _ in json.loads(codes))


def _inside_archive(source: str) -> bool:
    """True for a member of an archive that is still there."""
    return any(parent.is_file() for parent in Path(source).parents)


def _text(number: Any) -> str | None:
    return None if number is None else str(number)


def _short(value: str | None) -> str:
    if value is None:
        return "not set"
    return value if len(value) <= 40 else f"{value[:12]}…"


__all__ = ["NAME", "Done", "Entry", "Key", "Ledger"]
