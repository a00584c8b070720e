"""Bytes to standard output or to a file, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from einvoice.errors import Unreadable, UsageError

if TYPE_CHECKING:
    from einvoice.formats.document import Companion

STDOUT: Final = "-"


def put(data: bytes) -> None:
    """Write *data* to standard output, as it is."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the buffer would fail once more when the interpreter exits.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Unreadable(
            f"cannot write to standard output: {error.strerror or error}", fix="write into a file with -o"
        ) from error


def put_text(text: str) -> None:
    """Write *text*, UTF-8 in files and pipes, in the encoding of the terminal on a terminal."""
    if sys.stdout.isatty():
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        put(text.encode("utf-8", "backslashreplace"))


def write(target: str | Path, data: bytes) -> None:
    """Write *data* to the file *target*, as `write_all` does."""
    write_all(target, (data,))


def write_all(target: str | Path, pieces: Iterable[bytes]) -> None:
    """Write *pieces* to the file *target*, one after the other: the file is complete or as it was before.

    The bytes go into a temporary file in the same folder, which then takes the name.  A pipe or a device
    (``/dev/null``) has no name to take and is written as it is.
    """
    import tempfile

    path = Path(target)
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                device.writelines(pieces)
            return
        path = path.resolve()  # a link stays a link, its file changes
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(13, "the file is write-protected")
        handle, temporary = tempfile.mkstemp(prefix=".einvoice-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(mode)
            Path(temporary).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
            raise
    except OSError as error:
        raise Unreadable(
            f"cannot write the file: {error.strerror or error}",
            fix="check the path, the rights and the space on the disk",
            source=str(target),
        ) from error


def _umask() -> int:
    # The only way to read the mask is to set it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def is_folder(target: str) -> bool:
    """Say whether *target* names a folder: one that exists, or a name with a slash at its end."""
    return target.endswith(("/", os.sep)) or Path(target).is_dir()


def make_folder(target: str) -> Path:
    """Return *target* as a folder, made when it is not there."""
    folder = Path(target)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unreadable(
            f"cannot make the folder: {error.strerror or error}", fix="check the path and the rights", source=target
        ) from error
    return folder


class Names:
    """Names of the files of one run: each is given once, also where a file system does not tell a from A."""

    def __init__(self, folder: Path, extension: str) -> None:
        self.folder = folder
        self.extension = extension
        self._taken: set[str] = set()

    def refuse_sources(self, files: list[Path]) -> None:
        """Raise `UsageError` when a file that is about to be read could be overwritten."""
        folder = self.folder.resolve()
        for file in files:
            if file.parent == folder and file.suffix.lower() == f".{self.extension}":
                raise UsageError(
                    f"-o is the folder of the source {file.name}, which could be overwritten",
                    fix="name another folder with -o",
                )

    def take(self, stem: str, index: int | None, companions: Iterable[Companion] = ()) -> Path:
        """Return a free name for the invoice *index* (from 0; None for the only one) of a source named *stem*.

        A second source of the same name gets ``-2`` and so on, in the order of the sources.  The names that
        *companions* have beside it are free as well, and taken with it.
        """
        base = stem if index is None else f"{stem}-{index + 1:04d}"
        companions = tuple(companions)
        number = 1
        while True:
            path = self.folder / f"{base if number == 1 else f'{base}-{number}'}.{self.extension}"
            keys = {self._key(name.name) for name in (path, *(each.path(path) for each in companions))}
            if not keys & self._taken:
                self._taken |= keys
                return path
            number += 1

    @staticmethod
    def _key(name: str) -> str:
        import unicodedata

        return unicodedata.normalize("NFC", name).casefold()
