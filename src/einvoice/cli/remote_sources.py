"""Sources that are no files of this machine: what fsspec knows (``s3://bucket/in/``, ``gs://bucket/*.xml``).

An address names an object, a pattern (``*``, ``**``, ``?``) or a folder with all that is below it; `fsspec` chains
reach into archives (``zip://*.xml::s3://bucket/all.zip``).  Small objects are fetched several at a time, before their
turn comes, for each on its own would wait for the network; large ones are streams.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Any, Final, TypeVar, cast

from einvoice.batch.remote import filesystem, shown, unreachable
from einvoice.cli.sources import DOCUMENTS, Source, failing, nothing, safe_stem
from einvoice.errors import EInvoiceError, TooLarge, Unreadable
from einvoice.formats.document import ATTACHMENTS_SUFFIX
from einvoice.xml import MAX_BYTES

_T = TypeVar("_T")

SMALL: Final = 1_000_000
"""Objects of at most as many bytes are fetched in groups."""

GROUP: Final = 32
"""As many small objects are fetched at a time."""


def from_url(url: str, left_out: list[str]) -> Iterator[Source]:
    """Yield what *url* names, by name; what is neither .xml nor .json in a folder is counted in *left_out*."""
    files, path = filesystem(url)
    try:
        files.invalidate_cache()
        found, others = _found(files, url, path)
    except Exception as error:
        yield failing(shown(url), error if isinstance(error, EInvoiceError) else unreachable(url, error))
        return
    if not found:
        yield failing(shown(url), nothing("the folder", others))
        return
    behind = f"::{url.partition('::')[2]}" if "::" in url else ""
    names = {f"{files.unstrip_protocol(each)}{behind}" for each in found}
    waiting = sorted(found)
    for start in range(0, len(waiting), GROUP):
        paths = waiting[start : start + GROUP]
        group = _Group(files, [each for each in paths if _is_small(found[each])])
        for each in paths:
            name = f"{files.unstrip_protocol(each)}{behind}"
            message = f"{files.unstrip_protocol(_beside(each))}{behind}"
            yield Source(
                shown(name),
                safe_stem(each),
                partial(_read, group, each),
                beside=partial(_read, group, _beside(each)) if message in names else None,
                archive=name,
                has=names.__contains__,
                stream=partial(_opened, group, each),
            )
    if others:
        left_out.append(f"{shown(url)}: {others} file{'s' * (others != 1)} left out, neither .xml nor .json")


def _is_small(size: int | None) -> bool:
    """Return whether an object of *size* bytes is fetched in a group; of some the size is not known."""
    return size is not None and size <= SMALL


def _beside(path: str) -> str:
    return f"{path.removesuffix(PurePosixPath(path).suffix)}{ATTACHMENTS_SUFFIX}"


def _found(files: Any, url: str, path: str) -> tuple[dict[str, int | None], int]:
    """Return the documents that *path* names, with their sizes, and how many other files there are."""
    if any(mark in path for mark in "*?["):
        listed = files.glob(path, detail=True)
        found = {name: entry.get("size") for name, entry in listed.items() if entry.get("type") != "directory"}
        if not found:
            raise Unreadable("no object matches the pattern", fix="check it: * matches within one folder, ** any depth")
        return found, 0
    if not files.isdir(path):
        return {path: files.info(path).get("size")}, 0
    listed = files.find(path, detail=True)
    kept: dict[str, int | None] = {}
    others = 0
    for name, entry in listed.items():
        if any(part.startswith(".") for part in name[len(path) :].split("/")):
            continue
        if PurePosixPath(name).suffix.lower() in DOCUMENTS:
            kept[name] = entry.get("size")
        else:
            others += 1
    return kept, others


class _Group:
    """Small objects that are fetched together, when the first of them is asked for."""

    def __init__(self, files: Any, small: list[str]) -> None:
        self.files = files
        self._small = small
        self._data: dict[str, Any] | None = None

    def take(self, path: str) -> bytes | None:
        """Return the bytes of *path*, once; None for what is not small, or was taken already."""
        if path not in self._small:
            return None
        if self._data is None:
            self._data = self.files.cat(self._small, on_error="return")
        found: bytes | Exception | None = self._data.pop(path, None)
        if isinstance(found, Exception):
            raise found
        return found


def _opened(group: _Group, path: str) -> IO[bytes]:
    """Return the object as a stream."""
    return _reached(group, path, lambda: _stream(group, path))


def _stream(group: _Group, path: str) -> IO[bytes]:
    data = group.take(path)
    return io.BytesIO(data) if data is not None else cast(IO[bytes], _Guarded(group, path))


def _read(group: _Group, path: str) -> bytes:
    """Return the bytes of the object, within the limit of a document."""

    def read() -> bytes:
        with _stream(group, path) as stream:
            return stream.read(MAX_BYTES + 1)

    data = _reached(group, path, read)
    if len(data) > MAX_BYTES:
        raise TooLarge(f"more than {MAX_BYTES:,} bytes, which is the limit", fix="split the file")
    return data


def _reached(group: _Group, path: str, what: Callable[[], _T]) -> _T:
    try:
        return what()
    except EInvoiceError:
        raise
    except Exception as error:
        raise unreachable(str(group.files.unstrip_protocol(path)), error) from error


class _Guarded:
    """A stream of a store, whose exceptions are ours."""

    def __init__(self, group: _Group, path: str) -> None:
        self._group = group
        self._path = path
        self._stream = group.files.open(path, "rb")

    def __enter__(self) -> _Guarded:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def read(self, size: int = -1) -> bytes:
        """Return the next *size* bytes."""
        return _reached(self._group, self._path, lambda: bytes(self._stream.read(size)))


__all__ = ["from_url"]
