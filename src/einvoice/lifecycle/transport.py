"""Sending requests: the optional extra ``einvoice-nordic[send]``.

    sender = Sender("netvisor", credentials.load("netvisor"), dry_run=False)
    answer = sender.send(build("netvisor.set_status", …))

What goes over the network moves money, so that the rules are strict:

- `Sender` is a dry run unless told otherwise: the request is checked, shown without its secrets, and stays here.
- A request goes to the hosts of its system only, by HTTPS, with the certificate verified (``wire.py``).
- Only what is `Request.repeatable` is sent again: where nothing came back, where the answer broke off or cannot be
  read, after 429, 502, 503 and 504, and after a fault whose answer says so.  Between two attempts it waits, longer each
  time, or as long as ``Retry-After`` says.  A GET that deletes is never repeatable, whatever the request claims.
- What is not repeatable is sent once.  Where nobody knows whether it was carried out, the outcome is ``unknown`` and
  `Sent.look_up` has the request that reads how things stand (``lookup.py``).
- Every attempt at Netvisor is signed anew: its time stamps age, and a transaction id is taken once.
- The answer is read by the parser of the system.  A web page is none, whatever its status.
- Secrets are in no log, no message, no ``repr``.  A system that echoes them in a fault is masked, too.
"""

from __future__ import annotations

import random
import re
import time
import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final, Literal
from urllib.parse import urlsplit

from einvoice import xml
from einvoice.errors import EInvoiceError, UsageError
from einvoice.lifecycle import credentials as known_credentials
from einvoice.lifecycle import systems, wire
from einvoice.lifecycle.lookup import LookUp, look_up
from einvoice.lifecycle.request import SYSTEMS, Answer, Request, SecretText, System, mask
from einvoice.lifecycle.response import Response
from einvoice.lifecycle.wire import Timeout, Trouble

HOSTS: Final[dict[System, frozenset[str]]] = {
    "netvisor": frozenset({"integration.netvisor.fi", "isvapi.netvisor.fi"}),
    "billecta": frozenset({"api.billecta.com", "apitest.billecta.com"}),
    "collector": frozenset({"ecommerce.collector.se", "ecommercetest.collector.se"}),
    "inexchange": frozenset({"api.inexchange.com", "testapi.inexchange.se"}),
}
"""Where the requests of a system may go: production and test."""

OUTCOMES: Final = {
    "done": "the system did it, or answered the question",
    "refused": "the system did not do it, and says why",
    "unknown": "nobody knows whether it was done: look before you repeat",
    "unanswered": "no answer that can be read; the request may be sent again without harm",
    "not-sent": "nothing left this machine",
    "dry-run": "nothing was sent, because nobody asked for it",
}
Outcome = Literal["done", "refused", "unknown", "unanswered", "not-sent", "dry-run"]

UNKNOWN: Final = "unknown whether it was done: look before you repeat"

UNSURE: Final = frozenset({"TECHNICAL_ERROR", "UNHANDLED_EXCEPTION", "REQUEST_NOT_UNIQUE"})
"""Codes of faults after which the operation may have been carried out all the same."""

BUSY: Final = frozenset({408, 425, 429})
"""Statuses that say: not now, and nothing was done.  503 says so when it comes with Retry-After; without, it is also
what a gateway answers when the system behind it broke off."""

_PAGE: Final = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_TITLE: Final = re.compile(rb"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_CONTROL: Final = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_NO_URL: Final = re.compile(r"[\x00-\x20\x7f\\]")
_TOKEN: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_SENDERS: Final = frozenset({"host", "connection", "content-length", "transfer-encoding", "upgrade", "expect", "te"})


@dataclass(frozen=True)
class Sent(Answer):
    """An `Answer`, and how it came: *outcome* is one of `OUTCOMES`.

    *request* is what was sent last, or would have been, without its secrets.  *attempts* counts what left this machine.
    *retry_after* are the seconds that the system asked for.  *request_ids* are the ids under which the attempts are
    known to the system: transaction ids of Netvisor, one per attempt, or the CorrelationId of Collector.  *response* is
    what came, whole; in a fault secrets that it echoes are masked.
    """

    outcome: Outcome = "dry-run"
    request: Request | None = None
    status: int | None = None
    attempts: int = 0
    retry_after: float | None = None
    request_ids: tuple[str, ...] = ()
    look_up: LookUp | None = None
    notes: tuple[str, ...] = ()
    response: Response | None = field(default=None, repr=False)


class Sender:
    """Sends the requests of one system.

    *credentials* are the ``Credentials`` of the system: Netvisor's sign each attempt, and all are masked wherever an
    answer repeats them.  *retries* are the attempts after the first one, *longest_wait* is the time in seconds that one
    of them may be waited for; a system that asks for more gets its answer passed on.  *hosts* are further hosts
    that may be sent to, as ``"gateway.example:8443"``; one of this machine (``"127.0.0.1:8000"``) by plain HTTP, too.

    *clock* tells the time in UTC, *sleep* waits, *jitter* is a number from 0 to 1 that keeps several senders apart.
    Nothing is kept between two calls: a sender can be shared by threads.
    """

    def __init__(
        self,
        system: System,
        credentials: Any = None,
        *,
        dry_run: bool = True,
        timeout: Timeout = Timeout(),  # noqa: B008 - it is frozen
        retries: int = 2,
        longest_wait: float = 120.0,
        max_bytes: int = xml.MAX_BYTES,
        hosts: Collection[str] = (),
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        if system not in SYSTEMS:
            raise UsageError(f"no system {system!r}", fix=f"One of {', '.join(SYSTEMS)}.")
        if not 0 <= retries <= 10:
            raise UsageError(f"retries is {retries}", fix="Take 0 to 10.")
        self.system = system
        self.credentials = credentials
        self.dry_run = dry_run
        self.timeout = timeout
        self.retries = retries
        self.longest_wait = longest_wait
        self.max_bytes = max_bytes
        self.hosts = frozenset(host.lower() for host in hosts)
        self.clock = clock
        self.sleep = sleep
        self.jitter = jitter
        self._secrets = known_credentials.secrets_of(credentials)

    def __repr__(self) -> str:
        return f"Sender({self.system!r}, dry_run={self.dry_run})"

    def send(self, request: Request | Callable[[], Request]) -> Sent:
        """Send *request*, or what it builds anew for each attempt, and return the answer.

        A fault of the system, of the network or of the answer is a `Sent`, never an exception.  Raises `UsageError` for
        a request that must not leave, and `EngineMissing` without `httpx`; nothing was sent then.
        """
        current = self._next(request)
        if self.dry_run:
            return self._dry(current)
        wire.require()
        attempts = 1 + (self.retries if self._may_repeat(current, callable(request)) else 0)
        ids: list[str] = []
        left = 0
        for attempt in range(1, attempts + 1):
            current = current if attempt == 1 else self._next(request)
            ids += [own for own in _ids_of(current) if own not in ids]
            came = wire.exchange(current, self.timeout, self.max_bytes)
            sent, again = self._judge(current, came)
            left += isinstance(came, Response) or came.arrived
            if isinstance(came, Response):
                sent = replace(sent, response=came if sent.ok else self._clean(current, came))
            if sent.outcome == "not-sent" and left:
                sent = replace(sent, outcome="unanswered")  # of an earlier attempt
            sent = replace(sent, attempts=left, request_ids=tuple(ids))
            wait = sent.retry_after if sent.retry_after is not None else self._pause(attempt)
            if not again or attempt == attempts or wait > self.longest_wait:
                break
            self.sleep(wait)
        return sent

    # ------------------------------------------------------------------------------------------------- before sending

    def _next(self, request: Request | Callable[[], Request]) -> Request:
        """Return the request of the next attempt: built or signed anew, and checked."""
        current = request() if callable(request) else request
        if current.system != self.system:
            raise UsageError(
                f"the request is for {current.system}, and the sender for {self.system}",
                fix="Take a sender for the system of the request.",
            )
        if self.system == "netvisor" and self.credentials is not None and not callable(request):
            from einvoice.lifecycle.netvisor import sign

            current = sign(current, self.credentials, self.clock(), str(uuid.uuid4()))
        if not self.dry_run and (lack := _lacks(current)) is not None:
            raise UsageError(
                f"the request lacks {lack}", fix="Load the credentials of the system, and build the request with them."
            )
        current = replace(current, secrets=current.secrets | self._secrets)
        self._check(current)
        return current

    def _check(self, request: Request) -> None:
        """Refuse what must not leave; no variable here holds a secret, since some tools show those of a traceback."""
        fault = _fault_of_url(request, HOSTS[self.system] | self.hosts, self.system) or _fault_of_headers(request)
        if fault is not None:
            raise UsageError(fault[0], fix=fault[1])

    def _may_repeat(self, request: Request, built: bool) -> bool:
        signed_once = self.system == "netvisor" and self.credentials is None and not built
        return request.repeatable and not _deletes(request) and not signed_once

    def _pause(self, attempt: int) -> float:
        """Return the seconds before the next attempt: 1, 2, 4 …, somewhat less by chance."""
        return float(2 ** (attempt - 1)) * (0.5 + self.jitter() / 2)

    # -------------------------------------------------------------------------------------------------- what came back

    def _dry(self, request: Request) -> Sent:
        return Sent(
            self.system,
            request.operation,
            False,
            "DRY-RUN",
            "a dry run: the request was checked, and not sent",
            "send it with dry_run=False (at the command line: --yes)",
            outcome="dry-run",
            request=request.redacted(),
            request_ids=_ids_of(request),
            notes=request.notes,
        )

    def _judge(self, request: Request, came: Response | Trouble) -> tuple[Sent, bool]:
        """Return what *came* means, and whether to send again where that is allowed."""
        if isinstance(came, Trouble):
            if not came.arrived:
                said = Answer(self.system, request.operation, False, "NOT-SENT", f"nothing was sent: {came.what}")
                fix = "check address and certificate" if came.lasting else "check the network and send it again"
                return self._sent(request, replace(said, fix=fix, retry=not came.lasting), "not-sent"), not came.lasting
            return self._open(request, came.what, came.status, again=not came.lasting)
        wait = self._retry_after(came)
        if 300 <= (came.status or 0) < 400:
            target = _host(came.header("location") or "")
            said = Answer(
                self.system,
                request.operation,
                False,
                f"HTTP {came.status}",
                f"the system answers with a redirect{f' to {target[:100]}' if target else ''}, which is not followed",
                "check the address; was the service moved, its new address has to be made known to einvoice",
            )
            return self._sent(request, said, "refused", came.status), False
        if came.status in BUSY:
            return self._busy(request, came.status, wait), True
        what = _page(came)
        answer = None
        if what is None:
            try:
                answer = systems.parse(self.system, came, request=request)
                if not answer.ok:
                    answer = systems.parse(self.system, self._clean(request, came), request=request)
            except Exception as error:  # whatever a parser stumbles over: the request was sent, and that has to be said
                answer = None
                why = error.message if isinstance(error, EInvoiceError) else type(error).__name__
                what = f"the answer cannot be read: {why}"
            else:
                if not answer.ok and _says_nothing(answer, came):
                    what = answer.meaning or "the answer cannot be read"
        if what is not None:
            if 400 <= (came.status or 0) < 500:
                fix = "check credentials and rights" if came.status in (401, 403) else "check address and request"
                said = answer or Answer(self.system, request.operation, False, meaning=what, fix=fix)
                return self._sent(request, replace(said, code=f"HTTP {came.status}"), "refused", came.status), False
            if came.status == 503 and wait is not None and not request.repeatable:
                return self._busy(request, came.status, wait), False
            return self._open(request, f"{what}; HTTP says {came.status}", came.status, wait=wait)
        assert answer is not None
        if answer.ok:
            return self._sent(request, answer, "done", came.status), False
        if answer.code in UNSURE and not request.repeatable:
            sent, _ = self._open(request, f"{answer.code}: {answer.meaning}", came.status, wait=wait)
            return replace(sent, values=answer.values, native=answer.native, findings=answer.findings), False
        return self._sent(request, answer, "refused", came.status, wait), answer.retry

    def _busy(self, request: Request, status: int | None, wait: float | None) -> Sent:
        said = Answer(
            self.system,
            request.operation,
            False,
            f"HTTP {status}",
            "the system does not take the request now; it was not carried out",
            "send it again later" + (f", not before {wait:g} s have passed" if wait is not None else ""),
            retry=True,
        )
        return self._sent(request, said, "refused", status, wait)

    def _open(
        self, request: Request, what: str, status: int | None, *, again: bool = True, wait: float | None = None
    ) -> tuple[Sent, bool]:
        """Return the answer where none came that can be read."""
        what = request.masked(what)
        if request.repeatable and not _deletes(request):
            said = Answer(self.system, request.operation, False, _code(status, "UNANSWERED"), what)
            fix = "send it again: that does no harm" if again else "ask for less, or raise the limit"
            return self._sent(request, replace(said, fix=fix, retry=again), "unanswered", status, wait), again
        found = look_up(request, self.credentials, self.clock())
        asked = found.request
        where = f"{asked.operation} ({asked.method} {asked.full_url}): {found.words}" if asked else found.words
        said = Answer(self.system, request.operation, False, "UNKNOWN", f"{UNKNOWN} ({what})", f"look: {where}")
        return replace(self._sent(request, said, "unknown", status, wait), look_up=found), False

    def _sent(
        self, request: Request, answer: Answer, outcome: Outcome, status: int | None = None, wait: float | None = None
    ) -> Sent:
        values = {each.name: getattr(answer, each.name) for each in fields(Answer)}
        if isinstance(token := answer.values.get("token"), str):
            values["values"] = {**answer.values, "token": SecretText(token)}
        return Sent(
            **values,
            outcome=outcome,
            request=request.redacted(),
            status=status,
            retry_after=wait,
            notes=request.notes,
        )

    def _clean(self, request: Request, came: Response) -> Response:
        """Return what came without secrets: faults echo what they were asked."""
        body = came.body.decode("utf-8", "surrogateescape")
        clean = mask(body, request.secrets)
        return came if clean == body else replace(came, body=clean.encode("utf-8", "surrogateescape"))

    def _retry_after(self, came: Response) -> float | None:
        """Return the seconds that the system asks to wait: it names them, or the time."""
        text = (came.header("retry-after") or "").strip()
        if re.fullmatch("[0-9]{1,9}", text):
            return float(text)
        try:
            until = parsedate_to_datetime(text)
        except (ValueError, IndexError, TypeError):
            return None
        until = until if until.tzinfo is not None else until.replace(tzinfo=UTC)
        return max(0.0, (until - self.clock()).total_seconds())


def _fault_of_url(request: Request, allowed: frozenset[str], system: str) -> tuple[str, str] | None:
    """Return what is wrong with the address, and what to do."""
    url = request.full_url
    try:
        parts = urlsplit(url)
        local = parts.hostname in ("127.0.0.1", "::1", "localhost")
    except ValueError:
        parts, local = None, False
    if parts is None or not url.isascii() or _NO_URL.search(url) or parts.username is not None or parts.fragment:
        return "the URL of the request is not one", "Build the request with the room of its system."
    if parts.netloc.lower() not in allowed:
        hosts = ", ".join(sorted(allowed))
        known = f"{request.masked(parts.netloc)} is no host of {system}, which are {hosts}"
        return known, "Correct the address; a gateway of your own goes in hosts."
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        return f"{parts.scheme}: secrets go by https only", "Correct the address."
    if request.masked(url) != url:
        return "the URL holds a secret, and URLs end up in logs", "Send the secret in a header."
    return None


def _fault_of_headers(request: Request) -> tuple[str, str] | None:
    """Return what is wrong with the headers, and what to do."""
    for name, value in request.headers:
        if not _TOKEN.fullmatch(name) or _CONTROL.search(value):
            return f"the header {request.masked(name)[:40]!r} has a line break in it, or a blank", "Correct it."
        if not all(ord(character) < 256 for character in value):
            return f"the header {name} has a character that HTTP cannot send", "Correct it."
        if name.lower() in _SENDERS:
            return f"the header {name} is for whoever sends the request to set", "Leave it out."
    return None


def _ids_of(request: Request) -> tuple[str, ...]:
    """Return the id under which the system knows the request, where it has one."""
    if request.system == "netvisor":
        found = request.header("X-Netvisor-Authentication-TransactionId")
    elif request.system == "collector" and request.body:
        found = xml.parse(request.body).findtext(".//{*}CorrelationId")
    else:
        found = None
    return (found,) if found else ()


def _deletes(request: Request) -> bool:
    """Say whether *request* is a GET that deletes (``deletesalesinvoice.nv`` of Netvisor)."""
    name = urlsplit(request.url).path.rpartition("/")[2].lower()
    return request.method == "GET" and (name.startswith("delete") or request.operation.endswith(".delete"))


def _lacks(request: Request) -> str | None:
    """Return what the request has only a placeholder for: most can be built without credentials."""
    if request.system == "netvisor" and request.header("X-Netvisor-Authentication-MAC") is None:
        return "its signature (MAC)"
    for each in known_credentials.fields_of(request.system):
        if each.placeholder is not None and each.placeholder in request.secrets:
            return each.variable
    return None


def _page(came: Response) -> str | None:
    """Return what is wrong with an answer that is a web page; None where it is none."""
    kind = (came.header("content-type") or "").partition(";")[0].strip().lower()
    if kind not in ("text/html", "application/xhtml+xml") and not _PAGE.match(came.body[:2000]):
        return None
    found = _TITLE.search(came.body[:20_000])
    title = " ".join(found[1].decode("utf-8", "replace").split())[:80] if found else ""
    return f"the answer is a web page{f' with the title {title!r}' if title else ''}"


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _says_nothing(answer: Answer, came: Response) -> bool:
    """Say whether the parser found no verdict of the system in *came*.

    Its code is then that of HTTP, or missing, and it tells of a fault of the answer, or the server of one of its own.
    """
    if answer.code is not None and answer.code not in (str(came.status), f"HTTP {came.status}"):
        return False
    return any(each.severity == "error" for each in answer.findings) or (came.status or 0) >= 500


def _code(status: int | None, otherwise: str) -> str:
    return f"HTTP {status}" if status is not None and status >= 400 else otherwise
