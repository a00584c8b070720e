"""One request over the network, once, with every limit in one place: the only module that needs `httpx`.

`exchange` returns a `Response`, whole and unpacked, or a `Trouble` that says whether anything left this machine.

- TLS is always verified; nothing switches that off.  Authorities beyond those of `certifi` come from ``SSL_CERT_FILE``,
  proxies from ``HTTPS_PROXY`` and its like, both as `httpx` reads them.
- A redirect is an answer and is not followed: it would carry tokens to another host.
- Every request has a connection of its own.  On one that was kept open, the other side may hang up just when the next
  request leaves, and nobody can tell then whether that one arrived.
- The path leaves as it was built, byte for byte: the MAC of Netvisor covers it.
- No cookies, no user and password from the address, no compression asked for.  An answer that is compressed all the
  same is unpacked up to the limit of its size.
- Errors of `httpx` hold the request with its tokens.  They end here: a `Trouble` has words of our own.
"""

from __future__ import annotations

import importlib.util
import os
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from einvoice import xml
from einvoice._version import __version__
from einvoice.errors import EngineMissing, UsageError
from einvoice.lifecycle.response import Response

if TYPE_CHECKING:
    import httpx

    from einvoice.lifecycle.request import Request

INSTALL: Final = "pip install 'einvoice-nordic[send]'"

_PACKED: Final = ("gzip", "x-gzip", "deflate")
_AUTOMATIC: Final = 32 + zlib.MAX_WBITS
"""For zlib: with a head of gzip or of zlib, whichever is there."""


@dataclass(frozen=True, slots=True)
class Timeout:
    """Limits in seconds: *connect* until the connection stands, *read* for each silence, *total* for everything."""

    connect: float = 10.0
    read: float = 60.0
    total: float = 180.0

    def __post_init__(self) -> None:
        for name in ("connect", "read", "total"):
            if not 0 < getattr(self, name) < float("inf"):
                raise UsageError(f"the time limit {name} is {getattr(self, name)}", fix="Give seconds above zero.")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why there is no answer.

    *arrived* is False where nothing of the request left this machine, True where it may have arrived.  *lasting* is
    True where the same request would fail again.  *status* is that of an answer that broke off.
    """

    what: str
    arrived: bool
    lasting: bool = False
    status: int | None = None


def require() -> None:
    """Raise `EngineMissing` unless `httpx` is installed."""
    if importlib.util.find_spec("httpx") is None:
        raise EngineMissing("sending needs the package httpx, which is not installed", fix=INSTALL)


def exchange(request: Request, timeout: Timeout, max_bytes: int = xml.MAX_BYTES) -> Response | Trouble:
    """Send *request* once and return what came back; an answer of more than *max_bytes* is trouble."""
    require()
    import httpx

    trusted = _trusted(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    parts = urlsplit(request.full_url)
    host = parts.hostname or ""
    end = time.monotonic() + timeout.total
    watch = _Watch(timeout.total)
    status: int | None = None
    late = f"{host} did not answer within {timeout.total:g} s"
    try:
        outgoing = httpx.Request(
            request.method,
            httpx.URL(f"{parts.scheme}://{parts.netloc}/"),
            headers=_headers(request, parts.netloc),
            content=request.body if request.body is not None else (None if request.method == "GET" else b""),
            extensions={
                "timeout": {
                    "connect": min(timeout.connect, timeout.total),
                    "read": min(timeout.read, timeout.total),
                    "write": min(timeout.read, timeout.total),
                    "pool": min(timeout.connect, timeout.total),
                },
                "target": (parts.path + (f"?{parts.query}" if parts.query else "")).encode("ascii"),
                "trace": watch.trace,
            },
        )
        with (
            watch,
            httpx.Client(verify=trusted, limits=httpx.Limits(max_keepalive_connections=0)) as client,
            _closing(client.send(outgoing, stream=True, auth=None, follow_redirects=False)) as incoming,
        ):
            status = incoming.status_code
            return _whole(incoming, end, max_bytes, late)
    except _Broken as error:
        return Trouble(error.what, True, error.lasting, status)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, ImportError) as error:
        trouble = _trouble(error, host, watch, timeout, status)
    return trouble


@lru_cache(maxsize=4)
def _trusted(file: str | None, folder: str | None) -> ssl.SSLContext:
    """Return what certificates are verified with; it takes time to read, and is the same until a variable changes."""
    import httpx

    try:
        return httpx.create_ssl_context()
    except OSError as error:
        raise UsageError(
            f"the authorities of {file or folder or 'certifi'} cannot be read: {error.strerror or 'no certificates'}",
            fix="Correct SSL_CERT_FILE or SSL_CERT_DIR.",
        ) from None


@contextmanager
def _closing(incoming: httpx.Response) -> Iterator[httpx.Response]:
    try:
        yield incoming
    finally:
        with suppress(Exception):  # the connection may be broken; what was read of it counts
            incoming.close()


def _headers(request: Request, netloc: str) -> list[tuple[bytes, bytes]]:
    """Return the headers in ISO-8859-1, which is what Netvisor hashes; ours only where the request has none."""
    ours = {
        "Host": netloc,
        "User-Agent": f"einvoice/{__version__}",
        "Accept": "*/*",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    found = [(name, value) for name, value in ours.items() if request.header(name) is None]
    return [(name.encode("ascii"), value.encode("iso-8859-1")) for name, value in [*found, *request.headers]]


class _Broken(Exception):
    """The answer cannot be had whole."""

    def __init__(self, what: str, lasting: bool = False) -> None:
        super().__init__(what)
        self.what = what
        self.lasting = lasting


def _whole(incoming: httpx.Response, end: float, max_bytes: int, late: str) -> Response:
    headers = tuple((name, value) for name, value in incoming.headers.multi_items())
    stated = incoming.headers.get("content-length", "")
    too_large = _Broken(f"the answer has more than {max_bytes:,} bytes", lasting=True)
    if stated.isascii() and stated.isdigit() and len(stated) < 20 and int(stated) > max_bytes:
        raise too_large
    packed = incoming.headers.get("content-encoding", "identity").strip().lower()
    if packed not in (*_PACKED, "identity", ""):
        raise _Broken(f"the answer is packed as {packed[:40]!r}, which was not asked for", lasting=True)
    unpack = zlib.decompressobj(_AUTOMATIC) if packed in _PACKED else None
    found, size = [], 0
    for chunk in incoming.iter_raw():
        if time.monotonic() > end:
            raise _Broken(late)
        if unpack is not None:
            try:
                chunk = unpack.decompress(chunk, max_bytes + 1 - size)
            except zlib.error:
                raise _Broken(f"the answer says that it is packed as {packed}, and is not") from None
        size += len(chunk)
        if size > max_bytes or (unpack is not None and unpack.unconsumed_tail):
            raise too_large
        found.append(chunk)
    if unpack is not None and size and not unpack.eof:
        raise _Broken("the answer breaks off")
    if unpack is not None:
        headers = tuple(each for each in headers if each[0].lower() not in ("content-encoding", "content-length"))
    return Response(b"".join(found), incoming.status_code, headers)


class _Watch:
    """Hangs up at the time limit: no limit of a single read stops a server that sends a byte now and then."""

    def __init__(self, seconds: float) -> None:
        self.rang = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Learn of the socket, from the events of `httpcore`."""
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            self._socket = info["return_value"].get_extra_info("socket")
            if self.rang:
                self._hang_up()

    def _ring(self) -> None:
        self.rang = True
        self._hang_up()

    def _hang_up(self) -> None:
        if self._socket is not None:
            with suppress(OSError):  # of the plain socket: that of TLS would first change what its reader relies on
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    @property
    def connected(self) -> bool:
        """Whether there was a connection."""
        return self._socket is not None

    def __enter__(self) -> _Watch:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()


def _trouble(error: Exception, host: str, watch: _Watch, timeout: Timeout, status: int | None) -> Trouble:
    """Say in our own words what went wrong; nothing of *error* is passed on but the name of a certificate's fault."""
    import httpx

    before = isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.ProxyError)
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL | httpx.LocalProtocolError):
        return Trouble(f"the request cannot be sent to {host}: {type(error).__name__}", arrived=False, lasting=True)
    if watch.rang:
        return Trouble(f"{host} did not answer within {timeout.total:g} s", arrived=not before, status=status)
    if (fault := _certificate(error)) is not None:
        return Trouble(f"the certificate of {host} is not accepted: {fault}", arrived=False, lasting=True)
    if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
        return Trouble(f"no connection to {host} within {timeout.connect:g} s", arrived=False)
    if isinstance(error, httpx.ProxyError):
        return Trouble(f"the proxy gives no connection to {host}", arrived=False)
    if before:
        return Trouble(f"no connection to {host}: {_reason(error)}", arrived=False)
    if isinstance(error, httpx.ReadTimeout):
        return Trouble(f"{host} was silent for {timeout.read:g} s", arrived=True, status=status)
    if isinstance(error, httpx.WriteTimeout | httpx.WriteError):
        return Trouble(f"the connection to {host} broke while the request was sent", arrived=True)
    if status is not None:
        return Trouble(f"the answer of {host} breaks off", arrived=True, status=status)
    if isinstance(error, httpx.RemoteProtocolError):
        return Trouble(f"{host} hung up, or answered with what is no HTTP", arrived=True)
    return Trouble(f"the connection to {host} broke before an answer came", arrived=watch.connected)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    for _ in range(8):
        if seen is None:
            return
        yield seen
        seen = seen.__cause__ or seen.__context__


def _certificate(error: Exception) -> str | None:
    for each in _causes(error):
        if isinstance(each, ssl.SSLCertVerificationError):
            return each.verify_message.rstrip(".") or "it cannot be verified"
    return None


def _reason(error: Exception) -> str:
    for each in _causes(error):
        if isinstance(each, socket.gaierror):
            return "the name is not known"
        if isinstance(each, ConnectionRefusedError):
            return "refused"
        if isinstance(each, ssl.SSLError):
            return "TLS cannot be agreed on"
    return "the network does not get there"
