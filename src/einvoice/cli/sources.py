"""Files, folders, globs, zips and standard input as named sources of bytes, each read when its turn comes.

A path that cannot be read is a source too, one that raises when it is fetched: a run over several documents goes on.
In folders and zips only ``.xml`` and ``.json`` are taken (in folders ``.zip`` as well), hidden files never; what is
left out is counted.  Everything comes in the order of names, so a run gives the same result every time.

A zip is never unpacked to disk.  Its members are limited in number, size and ratio, by what its directory declares
and again by what comes out, and the folders in a member's name never reach the name of an output file.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Any, Final, cast

from einvoice.errors import EInvoiceError, InputError, TooLarge, Unreadable, UsageError
from einvoice.formats.detect import beside, first_root
from einvoice.formats.document import ATTACHMENTS_SUFFIX, DEBTOR_SUFFIX
from einvoice.xml import MAX_BYTES

if TYPE_CHECKING:
    import tarfile
    import zipfile

STDIN: Final = "-"

DOCUMENTS: Final = (".xml", ".json")
"""Endings that make a file in a folder or a zip a document."""

MAX_MEMBERS: Final = 100_000
"""Most members of a zip."""

MAX_TOTAL_BYTES: Final = 4_000_000_000
"""Most bytes that all documents of a zip may have, unpacked."""

MAX_RATIO: Final = 200
"""Most bytes that one packed byte may become.  Generated batches of like invoices reach 60."""

RATIO_FROM: Final = 1_000_000
"""Size from which on the ratio is looked at: small files may be as regular as they like."""

BOMB_FROM: Final = 100_000_000
"""Size from which on the ratio of a packed tar is looked at."""

_CHUNK: Final = 1 << 20
_HEAD: Final = 10_000
_UNSAFE_IN_NAMES: Final = re.compile('[\x00-\x1f\x7f-\x9f\ud800-\udfff<>:"/\\\\|?*]')
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")
_LONGEST_STEM: Final = 120


@dataclass(frozen=True)
class Source:
    """One source of bytes.

    *path* is its name for people, *stem* the base of the names of what is made of it, safe as a file name, *file*
    the file itself when it is one.  *beside* fetches the attachment message beside it, None when there is none.
    *archive* is the zip that holds it, as *path* begins; None for a file of its own.
    """

    path: str
    stem: str
    fetch: Callable[[], bytes] = field(repr=False, compare=False)
    file: Path | None = None
    beside: Callable[[], bytes | None] | None = field(default=None, repr=False, compare=False)
    archive: str | None = None
    has: Callable[[str], bool] | None = field(default=None, repr=False, compare=False)
    """Whether a path names another source of the same archive; None for files, which the system knows."""
    stream: Callable[[], IO[bytes]] | None = field(default=None, repr=False, compare=False)
    """Opens what is no file and is not to be held whole: standard input."""

    def open(self) -> IO[bytes]:
        """Return the bytes as a stream: a file is not read whole."""
        if self.stream is not None:
            return self.stream()
        if self.file is None:
            return io.BytesIO(self.fetch())
        try:
            return Path(self.path).open("rb")
        except OSError as error:
            raise Unreadable(f"cannot read the file: {_reason(error)}", fix="check the path and the rights") from error


@dataclass(frozen=True)
class Sources:
    """All sources of a run in order, and what was left out, one sentence each."""

    items: tuple[Source, ...]
    left_out: tuple[str, ...] = ()


def absolute(path: str) -> Path:
    """Return *path* from the root on, whether it is there or not; a link in it stays one, which `Path.resolve` follows.

    `Path.absolute` keeps ``..``, so one file would have several names.
    """
    return Path(os.path.abspath(path))  # noqa: PTH100  # pathlib has no such function, as said above


def name_of(source: Source, folder: Path) -> str:
    """Return the name of *source* relative to *folder*, with slashes: the same from wherever einvoice is started.

    What the names inside of a zip say of folders stays as it is, so that no member can take the name of another
    document.  One that does not stand in *folder* keeps its absolute path.
    """
    outer = source.archive or source.path
    if outer == STDIN:
        return source.path
    inner = source.path[len(outer) :] if source.archive else ""
    place = absolute(outer)
    try:
        return place.relative_to(folder).as_posix() + inner
    except ValueError:
        return place.as_posix() + inner


def expand(paths: Sequence[str]) -> Sources:
    """Return the sources that *paths* name; raises `UsageError` when standard input is named twice."""
    if sum(1 for path in paths if path == STDIN) > 1:
        raise UsageError("standard input (-) can be read only once", fix="name - once")
    left_out: list[str] = []
    items: list[Source] = []
    seen: set[Path] = set()
    for path in paths:
        for source in _expand_one(path, left_out):
            if source.file is not None:
                # The same file through two patterns is one document; members of a zip differ by their path.
                if source.file in seen:
                    continue
                seen.add(source.file)
            items.append(source)
    return Sources(tuple(_without_attachments(items, left_out)), tuple(left_out))


def stream(paths: Sequence[str], left_out: list[str]) -> Iterator[Source]:
    """Yield the sources that *paths* name one by one, as `expand` gives them; *left_out* grows on the way.

    Nothing is kept of a source that was yielded, so that there may be millions.  Members of a compressed tar are read
    where they stand: fetch one before asking for the next.
    """
    if sum(1 for path in paths if path == STDIN) > 1:
        raise UsageError("standard input (-) can be read only once", fix="name - once")
    seen: dict[Path, int] = {}
    for number, path in enumerate(paths):
        for source in _streamed(path, left_out):
            if len(paths) > 1:
                # What two patterns name is one source, an archive with all that is in it.
                archive = None if source.archive in (None, STDIN) else Path(str(source.archive)).resolve()
                found = source.file or archive
                if found is not None and seen.setdefault(found, number) != number:
                    continue
            has = source.has or _is_file
            main = f"{source.path.removesuffix(ATTACHMENTS_SUFFIX)}.xml"
            if source.path.endswith(ATTACHMENTS_SUFFIX) and has(main) and _is_attachment_message(source):
                continue
            if source.path.endswith(DEBTOR_SUFFIX) and has(_entry_of(source)) and _is_customer(source):
                continue
            yield source


def _streamed(path: str, left_out: list[str]) -> Iterator[Source]:
    if path == STDIN:
        return _stdin_or_zip(left_out)
    if "://" in path:
        from einvoice.batch.remote import is_url

        if is_url(path):
            from einvoice.cli.remote_sources import from_url

            return from_url(path, left_out)
    return _expand_one(path, left_out)


def _stdin_or_zip(left_out: list[str]) -> Iterator[Source]:
    """Yield standard input as a source that is a stream; a zip is held whole, as its directory is at its end."""
    stdin = sys.stdin.buffer
    if isinstance(stdin, io.BufferedReader) and not stdin.peek(4).startswith(b"PK\x03\x04"):
        # The stream is not ours to close.
        yield Source(STDIN, "invoice", stdin.read, stream=lambda: io.BufferedReader(_Unclosed(stdin)))
    else:
        yield from _from_stdin(left_out)


class _Unclosed(io.RawIOBase):
    """A stream that is read, and stays open."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """Return that it is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into *buffer* and return how much."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def size(paths: Sequence[str]) -> int | None:
    """Return how many bytes the documents of *paths* have; None where only reading them would tell.

    What is counted is what `stream` yields or a little more: it is for a guess at the time that is left.
    """
    import glob

    total = 0
    try:
        for path in paths:
            for each in _matching(path) if glob.has_magic(path) else (path,):
                kept = (*DOCUMENTS, ".zip", *TARS)
                files = (file for file in _files_below(each) if file.lower().endswith(kept))
                for file in files if Path(each).is_dir() else (each,):
                    if _is_zip(file):
                        total += sum(member.file_size for _, member in _Archive(file).members)
                    elif not file.lower().endswith(".tar") and _is_tar(file):
                        return None
                    else:
                        total += Path(file).stat().st_size
    except (OSError, ValueError, EInvoiceError):
        return None
    return total


def _is_file(path: str) -> bool:
    return Path(path).is_file()


def _without_attachments(items: list[Source], left_out: list[str]) -> Iterator[Source]:
    """Yield *items* without what goes with the invoice beside it: attachment messages, customers to create."""
    paths = {source.path for source in items}
    for source in items:
        main = f"{source.path.removesuffix(ATTACHMENTS_SUFFIX)}.xml"
        if source.path.endswith(ATTACHMENTS_SUFFIX) and main in paths and _is_attachment_message(source):
            left_out.append(f"{source.path}: an attachment message, read with its invoice {main}")
        elif source.path.endswith(DEBTOR_SUFFIX) and _entry_of(source) in paths and _is_customer(source):
            left_out.append(f"{source.path}: a customer of Billecta, to be created for the invoice {_entry_of(source)}")
        else:
            yield source


def _is_attachment_message(source: Source) -> bool:
    """Return whether *source* begins as an attachment message of Finvoice."""
    try:
        if source.file is not None:
            with source.file.open("rb") as file:
                head = file.read(_HEAD)
        else:
            head = source.fetch()[:_HEAD]
    except (OSError, EInvoiceError):
        return False
    return first_root(head) == "FinvoiceAttachments"


def _entry_of(source: Source) -> str:
    return f"{source.path.removesuffix(DEBTOR_SUFFIX)}.json"


def _is_customer(source: Source) -> bool:
    """Return whether *source* is a customer of Billecta, and no invoice."""
    from einvoice.formats.billecta.kinds import kind_of
    from einvoice.formats.billecta.views import DEBTOR
    from einvoice.jsontext import parse

    try:
        return kind_of(parse(source.fetch())) == DEBTOR
    except EInvoiceError:
        return False


def safe_stem(name: str) -> str:
    """Return the stem of the last part of *name* as it may stand in a file name on every system.

    >>> safe_stem("../../etc/invoice 7.xml"), safe_stem("C:\\\\x\\\\nul.xml"), safe_stem("..")
    ('invoice 7', '_nul', 'invoice')
    """
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    stem = PurePosixPath(last).stem if last not in ("", ".", "..") else ""
    stem = _UNSAFE_IN_NAMES.sub("_", stem).strip(" .")[:_LONGEST_STEM]
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    return stem or "invoice"


def _expand_one(path: str, left_out: list[str]) -> Iterator[Source]:
    if path == STDIN:
        yield from _from_stdin(left_out)
        return
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        import glob

        if glob.has_magic(path):
            yield from _from_glob(path, left_out)
        else:
            yield failing(path, Unreadable(f"cannot read the file: {_reason(error)}", fix="check the path"))
        return
    if stat.S_ISDIR(mode):
        yield from _from_folder(path, left_out)
    elif stat.S_ISREG(mode) and _is_zip(path):
        yield from _from_zip(path, path, left_out)
    elif stat.S_ISREG(mode) and _is_tar(path):
        yield from _from_tar(path, left_out)
    else:
        yield _from_file(path)


def _matching(pattern: str) -> Iterator[str]:
    """Yield the paths that *pattern* names."""
    import glob

    return glob.iglob(pattern, recursive=True)  # noqa: PTH207  # Path.glob refuses absolute patterns


def _from_glob(pattern: str, left_out: list[str]) -> Iterator[Source]:
    found = sorted(_matching(pattern))
    if not found:
        yield failing(
            pattern,
            Unreadable(
                "no file matches the pattern",
                fix="check the pattern: * matches within one folder, ** any depth, hidden files never",
            ),
        )
    for path in found:
        # A folder that a `**` matches brings nothing that the pattern does not name itself.
        if not ("**" in pattern and Path(path).is_dir()):
            yield from _expand_one(path, left_out)


def _from_folder(folder: str, left_out: list[str]) -> Iterator[Source]:
    found = 0
    others = 0
    for path in _files_below(folder):
        suffix = Path(path).suffix.lower()
        if suffix in DOCUMENTS:
            found += 1
            yield _from_file(path)
        elif suffix == ".zip":
            found += 1
            yield from _from_zip(path, path, left_out)
        elif path.lower().endswith(TARS):
            found += 1
            yield from _from_tar(path, left_out)
        else:
            others += 1
    if not found:
        yield failing(folder, nothing("the folder", others))
    elif others:
        left_out.append(_left_out(folder, others))


def _files_below(folder: str) -> Iterator[str]:
    """Yield the files in *folder* and below, by name; hidden ones and links to folders are passed over."""
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield str(Path(where) / name)


def _from_file(path: str) -> Source:
    return Source(path, safe_stem(path), lambda: _read_file(path), Path(path).resolve(), beside(path))


def _read_file(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return _read_limited(file)
    except OSError as error:
        raise Unreadable(f"cannot read the file: {_reason(error)}", fix="check the path and the rights") from error


def _read_limited(file: IO[bytes]) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLarge(
            f"more than {MAX_BYTES:,} bytes, which is the limit",
            fix="split the file, or move large attachments out of the invoice",
        )
    return data


def _from_stdin(left_out: list[str]) -> Iterator[Source]:
    try:
        data = _read_limited(sys.stdin.buffer)
    except OSError as error:
        yield failing(STDIN, Unreadable(f"cannot read standard input: {_reason(error)}", fix="pipe one in"))
    except TooLarge as error:
        yield failing(STDIN, error)
    else:
        if data.startswith(b"PK\x03\x04"):
            yield from _from_zip(STDIN, io.BytesIO(data), left_out)
        else:
            yield Source(STDIN, "invoice", lambda: data)


def is_archive(path: str) -> bool:
    """Return whether *path* is a file that holds others."""
    return Path(path).is_file() and (_is_zip(path) or _is_tar(path))


def _is_zip(path: str) -> bool:
    if path.lower().endswith(".zip"):
        return True
    try:
        with Path(path).open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def _from_zip(path: str, file: str | io.BytesIO, left_out: list[str]) -> Iterator[Source]:
    try:
        archive = _Archive(file)
    except OSError as error:
        yield failing(path, Unreadable(f"cannot read the zip: {_reason(error)}", fix="check the path and the rights"))
        return
    except EInvoiceError as error:
        yield failing(path, error)
        return
    if not archive.members:
        yield failing(path, nothing("the zip", archive.others))
        return
    by_name = dict(archive.members)

    def has(other: str) -> bool:
        return other.removeprefix(f"{path}/") in by_name

    for name, member in archive.members:
        other = by_name.get(name[: -len(PurePosixPath(name).suffix)] + ATTACHMENTS_SUFFIX)
        message = None if other is None else partial(archive.read, other)
        fetch = partial(archive.read, member)
        yield Source(f"{path}/{name}", safe_stem(name), fetch, beside=message, archive=path, has=has)
    if archive.others:
        left_out.append(_left_out(path, archive.others))


TARS: Final = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
"""Endings of tar files, packed or not."""


def _is_tar(path: str) -> bool:
    if path.lower().endswith(TARS):
        return True
    try:
        with Path(path).open("rb") as file:
            return file.read(512)[257:262] == b"ustar"
    except OSError:
        return False


def _from_tar(path: str, left_out: list[str]) -> Iterator[Source]:
    """Yield the documents of a tar in the order in which they stand there; links and devices are no documents."""
    import tarfile

    found = others = total = 0
    try:
        with _unpacked(path) as file, tarfile.open(fileobj=file, mode="r:") as archive:
            for number, member in enumerate(archive):
                name = member.name.replace("\\", "/")
                hidden = any(part.startswith(".") and part not in (".", "..") for part in name.split("/"))
                if hidden or member.isdir():
                    continue
                if not member.isreg() or PurePosixPath(name).suffix.lower() not in DOCUMENTS:
                    others += 1
                    continue
                found, total = found + 1, total + member.size
                if number >= MAX_MEMBERS or total > MAX_TOTAL_BYTES:
                    raise TooLarge(
                        f"the tar has more than {MAX_MEMBERS:,} members or {MAX_TOTAL_BYTES:,} bytes",
                        fix="split the tar",
                    )
                fetch = partial(_read_member, archive, member)
                yield Source(f"{path}/{name}", safe_stem(name), fetch, archive=path, has=_no_other)
                # TarFile keeps every member and has no public way to forget; a tar of millions must not fill memory.
                archive.members.clear()  # type: ignore[attr-defined]  # typeshed leaves the attribute out
    except EInvoiceError as error:
        yield failing(path, error)
        return
    except _unpacking_errors() as error:
        yield failing(path, InputError(f"the tar is broken: {error}", fix="fetch or pack it again"))
        return
    if not found:
        yield failing(path, nothing("the tar", others))
    elif others:
        left_out.append(_left_out(path, others))


def _unpacking_errors() -> tuple[type[BaseException], ...]:
    """Return what a broken tar raises, packed or not."""
    import lzma
    import tarfile
    import zlib

    return (tarfile.TarError, EOFError, OSError, ValueError, zlib.error, lzma.LZMAError)


@contextlib.contextmanager
def _unpacked(path: str) -> Iterator[IO[bytes]]:
    """Yield the tar *path* unpacked, as a stream that refuses to become too large."""
    import bz2
    import gzip
    import lzma

    with Path(path).open("rb") as file:
        head = file.read(6)
        file.seek(0)
        stream: Any = file
        for mark, unpack in ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ", lzma.open)):
            if head.startswith(mark):
                stream = cast(Any, unpack)(file)
        yield cast(IO[bytes], _Limited(stream, Path(path).stat().st_size))


class _Limited:
    """A stream that is *packed* bytes long on the disk, and refuses to become many times as many, or many at once."""

    def __init__(self, stream: Any, packed: int) -> None:
        self._stream = stream
        self._packed = packed
        self._most = max(BOMB_FROM, MAX_RATIO * packed)

    def tell(self) -> int:
        """Return the position."""
        return int(self._stream.tell())

    def seek(self, position: int, whence: int = 0) -> int:
        """Go to *position*."""
        self._check(position if not whence else 0)
        return int(self._stream.seek(position, whence))

    def read(self, size: int = -1) -> bytes:
        """Return the next *size* bytes."""
        if not 0 <= size <= MAX_BYTES:
            raise TooLarge(f"a part of the tar has more than {MAX_BYTES:,} bytes, which is the limit", fix="split it")
        self._check(self._stream.tell() + size)
        return bytes(self._stream.read(size))

    def _check(self, position: int) -> None:
        if position > self._most:
            raise TooLarge(
                f"{self._packed:,} bytes become more than {self._most:,} when unpacked: this looks like a bomb",
                fix="check where the tar comes from; if it is right, unpack it first",
            )


def _no_other(path: str) -> bool:
    return False


def _read_member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    if member.size > MAX_BYTES:
        raise TooLarge(f"{member.size:,} bytes when unpacked, the limit is {MAX_BYTES:,}", fix="split the file")
    try:
        file = archive.extractfile(member)
        data = b"" if file is None else file.read()
    except _unpacking_errors() as error:
        raise InputError(f"this member of the tar cannot be unpacked: {error}", fix="pack it again") from error
    if len(data) != member.size:
        raise InputError(
            f"this member of the tar is cut off: {len(data):,} of {member.size:,} bytes", fix="fetch or pack it again"
        )
    return data


class _Archive:
    """A zip: the documents in it by name, and reading them within the limits."""

    def __init__(self, file: str | io.BytesIO) -> None:
        import zipfile

        try:
            self.zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise InputError(f"the zip is broken: {error}", fix="fetch or pack it again") from error
        infos = self.zip.infolist()
        if len(infos) > MAX_MEMBERS:
            raise TooLarge(f"the zip has {len(infos):,} members, the limit is {MAX_MEMBERS:,}", fix="split the zip")
        self.members: list[tuple[str, zipfile.ZipInfo]] = []
        self.others = 0
        for info in infos:
            name = info.filename.replace("\\", "/")
            parts = name.split("/")
            hidden = parts[0] == "__MACOSX" or any(p.startswith(".") and p not in (".", "..") for p in parts)
            if hidden or info.is_dir():
                continue
            if PurePosixPath(name).suffix.lower() in DOCUMENTS:
                self.members.append((name, info))
            else:
                self.others += 1
        self.members.sort(key=lambda pair: pair[0])
        total = sum(info.file_size for _, info in self.members)
        if total > MAX_TOTAL_BYTES:
            raise TooLarge(
                f"the documents of the zip have {total:,} bytes, the limit is {MAX_TOTAL_BYTES:,}", fix="split the zip"
            )

    def read(self, info: zipfile.ZipInfo) -> bytes:
        """Return the bytes of a member."""
        import zipfile
        import zlib

        _check_size(info, info.file_size)
        if info.flag_bits & 0x1:
            raise InputError("this member of the zip is encrypted", fix="unpack it first; einvoice takes no password")
        data = bytearray()
        try:
            with self.zip.open(info) as member:
                while chunk := member.read(_CHUNK):
                    data += chunk
                    _check_size(info, len(data))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise InputError(f"this member of the zip cannot be unpacked: {error}", fix="pack it again") from error
        return bytes(data)


def _check_size(info: zipfile.ZipInfo, size: int) -> None:
    if size > MAX_BYTES:
        raise TooLarge(f"more than {MAX_BYTES:,} bytes when unpacked, which is the limit", fix="split the file")
    if size > RATIO_FROM and size > MAX_RATIO * max(info.compress_size, 1):
        raise TooLarge(
            f"{info.compress_size:,} bytes become more than {size - 1:,} when unpacked, over {MAX_RATIO} times as "
            "many: this looks like a zip bomb",
            fix="check where the zip comes from; if it is right, unpack it first",
        )


def failing(path: str, error: EInvoiceError) -> Source:
    """Return a source that raises *error* when it is fetched."""

    def fetch() -> bytes:
        raise error

    return Source(path, safe_stem(path), fetch)


def nothing(what: str, others: int) -> Unreadable:
    """Return the error for a folder or an archive without documents; *others* counts what else is in it."""
    seen = f" ({others} other file{'s' * (others != 1)} in it)" if others else ""
    return Unreadable(
        f"{what} holds no document{seen}", fix="documents end in .xml or .json; name a file of another ending itself"
    )


def _left_out(path: str, others: int) -> str:
    return f"{path}: {others} file{'s' * (others != 1)} left out, neither .xml nor .json"


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
