"""Targets and sources that are no files of this machine: what fsspec knows, ``s3://``, ``gs://``, ``abfs://``.

The ledger of such a run stays here, in a folder of its own, for SQLite needs files that can be locked; at the end it is
copied beside the outputs, and from there it is fetched where it is not at hand (another machine goes on with the run).

Every output is whole or not there.  An object store takes an object whole; elsewhere (SFTP, SMB) it is written under a
temporary name and renamed.  Outputs of workers far away (`einvoice.batch.far`) are put down under the SHA-256 of their
bytes, in ``.einvoice/``, and copied from there to their names, within the store: a worker that does a piece a second
time puts the same bytes under the same name, so that every output is there exactly once.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from einvoice.batch.ledger import NAME
from einvoice.batch.store import FAILED, TEMPORARY, Folder, Output
from einvoice.batch.work import digest_of
from einvoice.errors import EInvoiceError, EngineMissing, Unreadable, UsageError

STAGE: Final = ".einvoice"
"""Folder of what has no name yet, in the target."""

WHOLE: Final = frozenset(
    {"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oci", "oss", "obs", "b2", "swift", "memory"}
)
"""Object stores: what they take is there whole, or not at all."""

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:://|::)")
_FILE: Final = re.compile(r"(?:file|local)://", re.IGNORECASE)


def is_url(path: str) -> bool:
    """Return whether *path* names something that only fsspec knows.

    >>> is_url("s3://bucket/in/*.xml"), is_url("in/*.xml"), is_url("c:\\\\in"), is_url("file:///in")
    (True, False, False, False)
    """
    return _URL.match(path) is not None and _FILE.match(path) is None


def local(path: str) -> str:
    """Return *path* without the ``file://`` of a file of this machine.

    >>> local("file:///srv/out"), local("s3://bucket/out")
    ('/srv/out', 's3://bucket/out')
    """
    return _FILE.sub("", path)


def shown(url: str) -> str:
    """Return *url* as it may be printed and recorded: without a password.

    >>> shown("sftp://user:secret@host/out/")
    'sftp://user@host/out'
    """
    return re.sub(r"(://[^/@:]*):[^/@]*@", r"\1@", url).rstrip("/")


@cache
def filesystem(url: str) -> tuple[Any, str]:
    """Return the file system of *url* and the path there; raises `EngineMissing` when a package is not installed."""
    from einvoice.batch.far import needing

    with needing("fsspec"):
        from fsspec.core import url_to_fs
    try:
        files, path = url_to_fs(url)
    except ImportError as error:
        raise EngineMissing(
            f"{shown(url)} needs a package that is not installed: {error}",
            fix="pip install s3fs for s3://, gcsfs for gs://, adlfs for abfs://",
        ) from error
    except ValueError as error:
        raise UsageError(
            f"{shown(url)} is no address of files: {error}", fix="s3://bucket/folder, for example"
        ) from error
    except Exception as error:
        raise unreachable(url, error) from error
    return files, path.rstrip("/")


def unreachable(url: str, error: Exception) -> Unreadable:
    """Return the error for files that cannot be read or written; each store has exceptions of its own."""
    if isinstance(error, FileNotFoundError):
        return Unreadable("there is nothing at this address", fix="check the address", source=shown(url))
    reason = error.strerror if isinstance(error, OSError) and error.strerror else f"{type(error).__name__}: {error}"
    return Unreadable(
        f"the store refused: {reason}", fix="check the address, the rights and the connection", source=shown(url)
    )


def is_inside(url: str, folder: str) -> bool:
    """Return whether *url*, which may be a pattern, is *folder*, or stands in it."""
    files, path = filesystem(re.split(r"[*?\[]", url)[0])
    others, root = filesystem(folder)
    return type(files) is type(others) and (path == root or path.startswith(f"{root}/"))


def ledger_folder(url: str) -> Path:
    """Return the folder for the ledger of a run whose outputs go to *url*: in the current one, named after it.

    >>> ledger_folder("s3://bucket/out/2026/").name
    's3-bucket-out-2026.ledger'
    """
    name = re.sub(r"[^A-Za-z0-9_.]+", "-", shown(url)).strip("-.")
    if len(name) > 100:
        name = f"{name[:80]}-{digest_of(url.encode())[:12]}"
    return Path(f"{name or 'out'}.ledger")


def is_whole(files: Any) -> bool:
    """Return whether *files* takes objects whole."""
    protocols = (files.protocol,) if isinstance(files.protocol, str) else tuple(files.protocol)
    return not WHOLE.isdisjoint(protocols)


def put(files: Any, path: str, data: bytes, temporary: str) -> None:
    """Write *data* to *path*: whole, or not at all."""
    if is_whole(files):
        files.pipe_file(path, data)
        return
    files.makedirs(temporary.rpartition("/")[0], exist_ok=True)
    files.pipe_file(temporary, data)
    files.mv(temporary, path)


def put_down(stage: str, digest: str, data: bytes) -> None:
    """Put *data* into the folder *stage* under its *digest*: what a worker does with an output."""
    files, root = filesystem(stage)
    path = f"{root}/{digest}"
    try:
        put(files, path, data, f"{path}-{os.getpid()}-{os.urandom(4).hex()}")
    except EInvoiceError:
        raise
    except Exception as error:
        raise unreachable(stage, error) from error


class Remote(Folder):
    """The output folder of a run at *url*; its ledger and its lock are in the folder *ledger* of this machine."""

    writers = 48

    def __init__(self, url: str, ledger: str | Path | None = None) -> None:
        self.url = url.rstrip("/")
        self.files, self.root = filesystem(self.url)
        super().__init__(ledger or ledger_folder(url))

    @property
    def stage(self) -> str | None:
        """The address where workers elsewhere put outputs down; None where they cannot reach it."""
        return None if self.url.startswith("memory:") else f"{self.url}/{STAGE}"

    @property
    def prefix(self) -> str:
        """What the addresses of all outputs begin with, as listings of the store spell them."""
        return shown(str(self.files.unstrip_protocol(self.root))) + "/"

    @property
    def label(self) -> str:
        """What people call the folder."""
        return shown(self.url)

    def __enter__(self) -> Remote:
        super().__enter__()
        try:
            with self._reached():
                if not is_whole(self.files):
                    self.files.makedirs(f"{self.root}/{FAILED}", exist_ok=True)
                if not (self.path / NAME).exists() and self.files.exists(f"{self.root}/{NAME}"):
                    fetched = self.path / f"{TEMPORARY}{NAME}"
                    self.files.get_file(f"{self.root}/{NAME}", str(fetched))
                    fetched.replace(self.path / NAME)
        except BaseException as error:
            super().__exit__(type(error), error, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True)
        try:
            if kind is None:
                with self._reached():
                    put(
                        self.files,
                        f"{self.root}/{NAME}",
                        (self.path / NAME).read_bytes(),
                        f"{self.root}/{STAGE}/{NAME}",
                    )
                self._clear_stage()
        finally:
            super().__exit__(kind, error, trace)

    @contextlib.contextmanager
    def _reached(self) -> Iterator[None]:
        try:
            yield
        except EInvoiceError:
            raise
        except Exception as error:
            raise unreachable(self.url, error) from error

    def _sweep(self) -> None:
        super()._sweep()
        self._clear_stage()

    def _clear_stage(self) -> None:
        with contextlib.suppress(Exception):  # it may not be there; what is left is in nobody's way
            self.files.rm(f"{self.root}/{STAGE}", recursive=True)

    def write(self, files: Sequence[Output]) -> list[Future[None]]:
        """Begin to write *files*, each by a thread of its own: it is the store that is waited for."""
        self._count += len(files)
        return [self._pool.submit(self._put, file, self._count - number) for number, file in enumerate(files)]

    def _put(self, file: Output, count: int) -> None:
        path, temporary = f"{self.root}/{file.name}", f"{self.root}/{STAGE}/{os.getpid()}-{count}"
        with self._reached():
            if file.staged is None:
                put(self.files, path, file.data, temporary)
            elif is_whole(self.files):
                self.files.cp_file(f"{self.root}/{STAGE}/{file.staged}", path)
            else:
                self.files.cp_file(f"{self.root}/{STAGE}/{file.staged}", temporary)
                self.files.mv(temporary, path)

    def has(self, names: Iterable[str]) -> bool:
        """Return that all files *names* are there: to ask for each would take longer than to write it."""
        return True

    def remove(self, name: str) -> None:
        """Take the file *name* away when it is there."""
        if self.is_own(name):
            with contextlib.suppress(Exception):
                self.files.rm_file(f"{self.root}/{name}")

    def forget(self) -> None:
        """Take the ledger away, here and there."""
        super().forget()
        self.remove(NAME)


__all__ = ["Remote", "filesystem", "is_inside", "is_url", "ledger_folder", "local", "put_down", "shown", "unreachable"]
