"""Where the outputs of a run go: a folder, with every file whole or not there at all.

A file is written under a temporary name, brought to the disk and renamed; the rows of the ledger follow when the folder
itself is on the disk.  Files of a run that was killed in between are swept away when the next one begins.  Several go
to a thread at a time: to hand over each alone takes as long as to write it.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from io import FileIO
from pathlib import Path, PurePath
from types import TracebackType
from typing import IO, Final, NamedTuple

from einvoice.batch.ledger import NAME
from einvoice.errors import Unreadable, UsageError

TEMPORARY: Final = ".einvoice-"
LOCK: Final = "ledger.lock"
FAILED: Final = "failed"
"""The folder of what could not be sent, in the output folder."""

_HELD: Final[set[str]] = set()
_HELD_LOCK: Final = threading.Lock()
"""The folders that runs of this process write into."""

_WRITERS: Final = 4
"""Threads that wait for the disk; the disk serves several as fast as one."""


class Output(NamedTuple):
    """A file to be written: its name in the folder, and its bytes.

    Where *staged* is a digest, the bytes were put down under it in the `stage` of the target already.
    """

    name: str
    data: bytes
    staged: str | None = None


class Folder:
    """The output folder of a run; a context manager that no second run enters at the same time."""

    writers = _WRITERS

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._lock: IO[bytes] | None = None
        self._key: str | None = None
        self._count = 0
        self._pool = ThreadPoolExecutor(self.writers, "einvoice-writer")

    def __enter__(self) -> Folder:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unwritable(error) from error
        if not os.access(self.path, os.W_OK):
            raise self._unwritable(PermissionError(13, "the folder is write-protected"))
        self._take_lock()
        self._sweep()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True)
        self._let_go()

    @property
    def label(self) -> str:
        """What people call the folder."""
        return str(self.path)

    @property
    def stage(self) -> str | None:
        """The address where workers elsewhere put outputs down; None where outputs come to the parent."""
        return None

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.close()
        if self._key is not None:
            _HELD.discard(self._key)

    def _take_lock(self) -> None:
        # The lock is one of the process: workers, which outlive a run that is killed, do not inherit it.  So it does
        # not keep threads of one process apart; the set does.
        busy = UsageError(f"another run is writing into {self.path}", fix="wait for it, or write into another folder")
        key = str(self.path.resolve())
        with _HELD_LOCK:
            if key in _HELD:
                raise busy
            _HELD.add(key)
        self._key = key
        try:
            self._lock = (self.path / LOCK).open("ab")
        except OSError as error:
            self._let_go()
            raise self._unwritable(error) from error
        try:
            import fcntl
        except ImportError:  # Windows: the lock of the ledger has to do
            return
        try:
            fcntl.lockf(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._let_go()
            raise busy from error

    def _sweep(self) -> None:
        """Take away what a killed run left half-written."""
        for folder in (self.path, self.path / FAILED):
            if folder.is_dir():
                for entry in os.scandir(folder):
                    if entry.name.startswith(TEMPORARY):
                        with contextlib.suppress(OSError):
                            Path(entry.path).unlink()

    def write(self, files: Sequence[Output]) -> list[Future[None]]:
        """Begin to write *files*; what is returned is done when they are on the disk with their names, or raises."""
        self._count += len(files)
        return [self._pool.submit(self._write, files, self._count)]

    def _write(self, files: Sequence[Output], count: int) -> None:
        path = ""
        begun: list[tuple[str, FileIO]] = []
        named = 0
        try:
            for number, file in enumerate(files):
                path = f"{self.path}/{file.name}"
                begun.append((path, _created(_folder_of(path), f"{TEMPORARY}{os.getpid()}-{count - number}")))
                _put(begun[-1][1], file.data)
            for path, temporary in begun:
                os.fsync(temporary.fileno())
                temporary.close()
                Path(str(temporary.name)).replace(path)
                named += 1
            for folder in {_folder_of(path) for path, _ in begun}:
                _settle(folder)
        except OSError as error:
            raise Unreadable(
                f"cannot write the file: {error.strerror or error}",
                fix="make room on the disk or mend the rights, and go on with --resume",
                source=str(Path(path)),
            ) from error
        finally:
            for _, temporary in begun[named:]:
                temporary.close()
                with contextlib.suppress(OSError):
                    Path(str(temporary.name)).unlink()

    def remove(self, name: str) -> None:
        """Take the file *name* away when it is there; a name that leads out of the folder is left alone."""
        if self.is_own(name):
            with contextlib.suppress(OSError):
                (self.path / name).unlink()

    @staticmethod
    def is_own(name: str) -> bool:
        """Return whether *name* is that of an output: it stands in the folder or in its failed/."""
        parts = PurePath(name).parts
        return ".." not in parts and len(parts) == 1 + (parts[:1] == (FAILED,))

    def forget(self) -> None:
        """Take the ledger away."""
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                (self.path / f"{NAME}{suffix}").unlink()

    def has(self, names: Iterable[str]) -> bool:
        """Return whether all files *names* are there."""
        return all((self.path / name).is_file() for name in names)

    def quiet(self) -> None:
        """Return when no thread is writing: all have come to one point."""
        together = threading.Barrier(self.writers)
        for each in [self._pool.submit(together.wait) for _ in range(self.writers)]:
            each.result()

    def _unwritable(self, error: OSError) -> Unreadable:
        return Unreadable(
            f"cannot write into the folder: {error.strerror or error}",
            fix="check the path, the rights and the space on the disk",
            source=str(self.path),
        )


class Names:
    """The names of the files of a run: each is given once, also where a file system does not tell a from A.

    Only a hash of each name is kept, of 64 bits, so that a run of millions of invoices has room for them.
    """

    def __init__(self, suffixes: tuple[str, ...]) -> None:
        """*suffixes* are those of all files that may be named after an invoice."""
        # Files of two stems have one name where one stem is the other and what a suffix has before another suffix.
        self._between = {
            longer.removesuffix(shorter).lower()
            for longer in suffixes
            for shorter in suffixes
            if longer != shorter and longer.endswith(shorter)
        }
        self._taken: set[int] = set()

    def take(self, stem: str, index: int | None) -> str:
        """Return a free stem for the invoice *index* (from 0; None for the only one) of a source named *stem*.

        A second source of the same name gets ``-2`` and so on, in the order of the sources.
        """
        base = stem if index is None else f"{stem}-{index + 1:04d}"
        number = 1
        while True:
            name = base if number == 1 else f"{base}-{number}"
            key = _folded(name)
            if hash(key) not in self._taken and not any(other in self._taken for other in self._rivals(key)):
                self._taken.add(hash(key))
                return name
            number += 1

    def occupy(self, names: Iterable[str]) -> None:
        """Keep *names* from being given."""
        self._taken.update(hash(_folded(name)) for name in names)

    def release(self, names: Iterable[str]) -> None:
        """Make *names* free again."""
        self._taken.difference_update(hash(_folded(name)) for name in names)

    def _rivals(self, key: str) -> Iterator[int]:
        """Yield what is kept of other stems, of which a file would be called as one of *key*."""
        for between in self._between:
            yield hash(key + between)
            if key.endswith(between):
                yield hash(key.removesuffix(between))


def _folded(name: str) -> str:
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()


def _created(folder: str, name: str) -> FileIO:
    """Return the new file *name* in *folder*, which may be new as well."""
    path = f"{folder}/{name}"
    try:
        return FileIO(path, "x")
    except FileNotFoundError:
        Path(folder).mkdir(parents=True, exist_ok=True)
        return FileIO(path, "x")


def _folder_of(path: str) -> str:
    return path.rpartition("/")[0]


def _put(file: FileIO, data: bytes) -> None:
    """Write *data*, and have the disk begin with it."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]
    if sys.platform == "linux":  # so that it is not waited for one file after the other
        with contextlib.suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _settle(folder: str) -> None:
    """Bring the names in *folder* to the disk."""
    with contextlib.suppress(OSError):  # not every system opens folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


__all__ = ["FAILED", "Folder", "Names", "Output"]
