"""A run: sources into pieces, pieces through an engine, outcomes into files and the ledger.

The parent alone names and writes.  It takes outcomes in the order of the sources, gives each invoice its name, has the
files written by a few threads, and once they are on the disk writes their rows.  So whatever kills the run, the ledger
never knows of a file that is not there; and what the ledger does not know is done again, into the same files.

What cannot be sent goes to ``failed/``: the bytes it came in, and a ``.findings.json`` that says why.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from einvoice import __version__
from einvoice.batch.engine import Engine, Local, Task
from einvoice.batch.far import Far
from einvoice.batch.ledger import NAME, Done, Entry, Key, Ledger
from einvoice.batch.split import Piece, split
from einvoice.batch.store import FAILED, Folder, Names, Output
from einvoice.batch.work import Outcome, Work, digest_of, failure, rules_in_force, utf_8
from einvoice.errors import EInvoiceError, UsageError

COMMIT_PIECES: Final = 64
COMMIT_BYTES: Final = 16_000_000
COMMIT_SECONDS: Final = 0.5
"""The rows of as many pieces, of as many bytes of files, or of as many seconds, are written together."""

HAND_OVER: Final = 16
HAND_OVER_BYTES: Final = 1_000_000
"""As many files, or bytes of them, are handed to a thread together."""

NAMES_ATTACHMENTS: Final = b"AttachmentMessageDetails"
"""What an invoice has that names a message beside it; others of the same source do not carry that message along."""

MAX_ERRORS: Final = 20
"""As many sources that cannot be read are told one by one."""

COMPANIONS: Final = ("-attachments.xml", "-debtor.json")
"""What may stand beside an output; their names are kept free for it."""

HELD_BACK: Final = (".xml", ".json", ".findings.json")
"""What may stand in failed/ in place of an output."""


@dataclass(frozen=True)
class Source:
    """A source of invoices: its path for people, the stem of what is made of it, and how it is opened.

    *file* is the file when it is one, *beside* fetches what stands beside it and belongs to it.
    """

    path: str
    stem: str
    open: Callable[[], IO[bytes]] = field(repr=False, compare=False)
    file: Path | None = None
    beside: Callable[[], bytes | None] | None = field(default=None, repr=False, compare=False)


@dataclass
class Progress:
    """How far a run has come: invoices done, held back, and taken over from an earlier run; bytes of their sources."""

    started: float = field(default_factory=time.monotonic)
    sources: int = 0
    done: int = 0
    failed: int = 0
    resumed: int = 0
    bytes: int = 0
    source: str = ""

    @property
    def invoices(self) -> int:
        """All invoices so far."""
        return self.done + self.failed

    @property
    def rate(self) -> float:
        """Invoices per second, without those of earlier runs."""
        return (self.invoices - self.resumed) / max(time.monotonic() - self.started, 1e-6)


@dataclass(frozen=True)
class Result:
    """What came of a run: counts, and the exit code of each kind that occurred.

    *folder* is where the ledger is, *label* what people call the place of the outputs.  *errors* say why sources could
    not be read or taken apart, the first of them; *unreadable* counts them all.
    """

    progress: Progress
    codes: frozenset[int]
    seconds: float
    folder: Path
    label: str
    errors: tuple[EInvoiceError, ...] = ()
    unreadable: int = 0


def run(
    sources: Iterable[Source],
    work: Work,
    target: str | Path | Folder,
    *,
    extension: str | None = None,
    engine: Engine | None = None,
    resume: bool = False,
    restart: bool = False,
    settings: dict[str, str] | None = None,
    watch: Callable[[Progress], None] | None = None,
) -> Result:
    """Convert every invoice of *sources* into the folder *target* (`einvoice.batch.remote.Remote` for one elsewhere).

    *engine* defaults to a process on each core.  *resume* goes on with the run that the folder holds, *restart* forgets
    it and takes its files away.  *settings* say what the run was made with, for the ledger; `settings_of` makes them.
    *watch* is called after each piece.

    Raises `UsageError` for a folder that holds a run, `Unreadable` when the folder cannot be written, and what ends
    every invoice alike (`RulesetError`).  What is wrong with one invoice ends nothing.
    """
    from einvoice.formats import info

    entry = info(work.to)
    progress = Progress()
    with target if isinstance(target, Folder) else Folder(target) as folder:
        if restart:
            _forget(folder)
        with Ledger(folder.path) as ledger:
            again = ledger.begin(settings or {}, resume=resume)
            engine = engine or Local()
            if isinstance(engine, Local) and engine.before_fork is None:
                engine.before_fork = folder.quiet
            if isinstance(engine, Far):
                engine.stage = folder.stage
            desk = _Desk(folder, ledger, work, f".{extension or entry.extension}", progress, watch, again)
            outcomes = engine.run(work, desk.tasks(sources))
            try:
                for task, found in outcomes:
                    desk.take(task, found)
            finally:
                if isinstance(outcomes, Generator):  # its workers end before the folder is left
                    outcomes.close()
            desk.finish()
    seconds = time.monotonic() - progress.started
    return Result(
        progress, frozenset(desk.codes), seconds, folder.path, folder.label, tuple(desk.errors), desk.unreadable
    )


def settings_of(work: Work, context_file: str | None = None) -> dict[str, str]:
    """Return what a run with *work* goes by; another value of any of them would give other outputs."""
    context = "" if work.context is None else digest_of(work.context.model_dump_json().encode())
    return {
        "einvoice": __version__,
        "rules": rules_in_force(work),
        "to": work.to,
        "from": work.source_format or "detected",
        "context": f"{context_file or 'none'} ({context[:16] or 'empty'})",
        "losses": work.losses,
        "totals": work.totals,
        "format version": work.version or "default",
        "layers": "all" if work.layers is None else ", ".join(work.layers) or "none",
        "profile": work.profile or "as the document says",
        "fail-on": work.fail_on,
    }


def _forget(folder: Folder) -> None:
    """Take away the ledger of an earlier run and the files that it names."""
    if not (folder.path / NAME).exists():
        return
    with suppress(EInvoiceError, ValueError), Ledger(folder.path) as ledger:  # a damaged one knows no names
        for (files,) in ledger.each("SELECT files FROM invoice"):
            for name in json.loads(files):
                folder.remove(name)
    folder.forget()
    with suppress(OSError):  # not empty, or not there
        (folder.path / FAILED).rmdir()


@dataclass
class _Mark:
    """What the parent knows of a task: the piece's key and its source.

    *error* is why the source could not be read, *before* what an earlier run made of the piece.  *ends* marks the end
    of a source that has become shorter.
    """

    key: Key
    source: Source
    error: EInvoiceError | None = None
    before: Done | None = None
    size: int = 0
    ends: bool = False


@dataclass
class _Group:
    """What is written together: the rows of pieces, and the files that have to be on the disk before them.

    *stale* are files of pieces that changed since an earlier run; they go before the rows do.  *ends* are sources that
    have become shorter, with the number of their pieces.  *bytes* are those of the files.
    """

    rows: list[tuple[Key, list[Entry]]] = field(default_factory=list)
    writes: list[Future[None]] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    ends: list[tuple[str, int]] = field(default_factory=list)
    bytes: int = 0

    def names(self) -> Iterator[str]:
        """Yield the names of the files."""
        for _, entries in self.rows:
            for entry in entries:
                yield from entry.files


class _Desk:
    """Where outcomes come in: they get names and positions, and go to the disk and to the ledger."""

    def __init__(
        self,
        folder: Folder,
        ledger: Ledger,
        work: Work,
        extension: str,
        progress: Progress,
        watch: Callable[[Progress], None] | None,
        again: bool,
    ) -> None:
        self.folder = folder
        self.ledger = ledger
        self.work = work
        self.extension = extension
        self.progress = progress
        self.watch = watch
        self.again = again
        self.codes: set[int] = set()
        self.errors: list[EInvoiceError] = []
        self.unreadable = 0
        self._names = Names((extension, *COMPANIONS, *HELD_BACK))
        if again:
            self._names.occupy(ledger.names())
        self._position: tuple[str, int] = ("", 0)
        self._group = _Group()
        self._before = _Group()
        """The group whose files are being written while this one is collected."""
        self._files: list[Output] = []
        self._bytes = 0
        self._paths: set[int] = set()
        self._committed = time.monotonic()

    # ------------------------------------------------------------------------------------------------ what goes in

    def tasks(self, sources: Iterable[Source]) -> Generator[Task]:
        """Yield what is to be done, in order."""
        for given in sources:
            source = self._told_apart(given)
            self.progress.sources += 1
            if source.file is not None and source.file.parent == self.folder.path.resolve():
                raise UsageError(
                    f"-o is the folder of the source {source.file.name}, which could be overwritten",
                    fix="name another folder with -o",
                )
            number = 0
            try:
                # Empty where something may stand beside the source and nothing does.
                beside = source.beside() or b"" if source.beside is not None else None
                with source.open() as stream:
                    for piece in split(stream):
                        number = piece.number + 1
                        yield self._task(source, piece, beside)
                if self.again and self.ledger.pieces(source.path) > number:
                    mark = _Mark(Key(source.path, number, ""), source, ends=True)
                    yield Task(Piece(b"", number), source.path, None, mark, ready=True)
            except EInvoiceError as error:
                yield self._broken(source, number, error)
            except OSError as error:
                from einvoice.errors import Unreadable

                own = Unreadable(f"cannot read the source: {error.strerror or error}", fix="check the path and rights")
                yield self._broken(source, number, own)

    def _told_apart(self, source: Source) -> Source:
        """Return *source* with a path of its own: an archive may have two members of one name."""
        path, number = utf_8(source.path), 1
        while self._seen(path):
            number += 1
            path = f"{utf_8(source.path)} ({number})"
        self._paths.add(hash(path))
        return source if path == source.path else replace(source, path=path)

    def _seen(self, path: str) -> bool:
        return hash(path) in self._paths

    def _task(self, source: Source, piece: Piece, beside: bytes | None) -> Task:
        if beside and piece.several and NAMES_ATTACHMENTS not in piece.data:
            beside = b""
        digest = digest_of(piece.data + b"\0" + beside if beside else piece.data)
        key = Key(source.path, piece.number, digest)
        before = self.ledger.find(key, self._seen) if self.again else None
        if before is not None and not self.folder.has(before.files):
            before = None  # somebody took an output away
        size = len(piece.data)
        if before is not None:  # the bytes are not needed any more
            piece = replace(piece, data=b"")
        return Task(piece, source.path, beside, _Mark(key, source, None, before, size), ready=before is not None)

    def _broken(self, source: Source, number: int, error: EInvoiceError) -> Task:
        error.source = error.source or source.path
        if self.again:  # what an earlier run made of it stays
            number = max(number, self.ledger.pieces(source.path))
        mark = _Mark(Key(source.path, number, ""), source, error)
        return Task(Piece(b"", number, number > 0), source.path, None, mark, ready=True)

    # ------------------------------------------------------------------------------------------------ what comes out

    def take(self, task: Task, outcomes: list[Outcome]) -> None:
        """Name, write and record what came of *task*."""
        mark: _Mark = task.mark
        if mark.ends:
            names, files = self.ledger.beyond(mark.key.source, mark.key.piece)
            self._names.release(names)
            self._group.stale += files
            self._group.ends.append((mark.key.source, mark.key.piece))
            return
        path, position = self._position
        if path != mark.key.source:
            position = 0
        if mark.before is not None:
            self._over(mark.before)
            position += mark.before.invoices
        else:
            if mark.error is not None:
                outcomes = [failure(mark.error)]
                self.unreadable += 1
                self.errors += [mark.error] * (len(self.errors) < MAX_ERRORS)
            stale = self._release(mark.key) if self.again else []
            several = task.piece.several or len(outcomes) > 1
            entries: list[Entry] = []
            original: str | None = None
            for outcome in outcomes:
                shown = position if several else None
                name = self._names.take(mark.source.stem, shown)
                entries.append(self._entry(outcome, name, position, shown, task.piece.data, mark, original))
                if original is None and outcome.status == "failed" and len(entries[-1].files) > 1:
                    original = entries[-1].files[0]
                position += 1
                self._count(outcome.status == "failed", outcome.code)
            self._group.stale += stale
            self._group.rows.append((mark.key, entries))
        self._position = (mark.key.source, position)
        self.progress.source = mark.key.source
        self.progress.bytes += mark.size
        group = self._group
        if len(group.rows) >= COMMIT_PIECES or group.bytes > COMMIT_BYTES:
            self.commit()
        elif time.monotonic() - self._committed > COMMIT_SECONDS:  # they come slowly: there is time to wait for files
            self.finish()
        if self.watch is not None:
            self.watch(self.progress)

    def _count(self, failed: bool, code: int) -> None:
        self.codes.add(code)
        if failed:
            self.progress.failed += 1
        else:
            self.progress.done += 1

    def _over(self, before: Done) -> None:
        """Count what an earlier run made."""
        self.codes.update(before.codes)
        self.progress.failed += before.failed
        self.progress.done += before.invoices - before.failed
        self.progress.resumed += before.invoices

    def _release(self, key: Key) -> list[str]:
        """Return the files of what stood in the place of *key* before it changed; their names are free again."""
        names, files = self.ledger.replaced(key)
        self._names.release(names)
        return files

    def _entry(
        self,
        outcome: Outcome,
        name: str,
        position: int,
        shown: int | None,
        data: bytes,
        mark: _Mark,
        original: str | None,
    ) -> Entry:
        done = outcome.status == "done"
        if done:
            files = [
                Output(f"{name}{file.suffix or self.extension}", file.data, file.digest if file.staged else None)
                for file in outcome.files
            ]
        else:
            files = self._quarantine(outcome, f"{FAILED}/{name}", position, data, mark, original)
        for file in files:
            self._bytes += len(file.data)
        self._files += files
        if len(self._files) >= HAND_OVER or self._bytes > HAND_OVER_BYTES:
            self._hand_over()
        names = tuple(file.name for file in files)
        return Entry(outcome, position, shown, name, names, outcome.files[0].digest if done else None)

    def _hand_over(self) -> None:
        """Have the files that were collected written."""
        if self._files:
            self._group.writes += self.folder.write(self._files)
        self._group.bytes += self._bytes
        self._files, self._bytes = [], 0

    def _quarantine(
        self, outcome: Outcome, name: str, position: int, data: bytes, mark: _Mark, original: str | None
    ) -> list[Output]:
        """Return the bytes that an invoice came in, and what says why it was held back.

        *original* is the file that has the bytes already, where another invoice came in the same piece.
        """
        files: list[Output] = []
        file = original
        if mark.error is None and file is None:
            is_json = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
            file = f"{name}{'.json' if is_json else '.xml'}"
            files.append(Output(file, data))
        told = {
            "source": mark.key.source,
            "index": position,
            "file": None if file is None else file.removeprefix(f"{FAILED}/"),
            "code": outcome.code,
            "number": outcome.figures.number,
            "findings": list(outcome.findings),
        }
        text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
        return [*files, Output(f"{name}.findings.json", text.encode("utf-8", "backslashreplace"))]

    def commit(self) -> None:
        """Write the rows of the group before this one, whose files had time to get to the disk, and begin another."""
        self._hand_over()
        group = self._before
        for write in group.writes:
            write.result()
        if group.stale:
            written = {*group.names(), *self._group.names()}
            for name in group.stale:
                if name not in written:
                    self.folder.remove(name)
        if group.rows or group.ends:
            now = datetime.now(UTC).isoformat(timespec="milliseconds")
            self.ledger.write(group.rows, now, group.ends)
        self._before, self._group = self._group, _Group()
        self._committed = time.monotonic()

    def finish(self) -> None:
        """Write what is left."""
        self.commit()
        self.commit()
