"""What is sent to a system and what comes back, as plain values: nothing here opens a connection.

A `Request` is built by a pure function of an operation, an invoice and the context (``netvisor.py``, ``billecta.py``,
``collector.py``, ``inexchange.py``).  It can be looked at, stored, printed as curl, HTTP or JSON with secrets masked
(``einvoice.cli.lifecycle``), and sent by whatever the caller likes; ``transport.py``, the extra ``einvoice[send]``, is
one such thing.  An `Answer` is what the parser of the system made of a response or a fault.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final, Literal
from urllib.parse import quote, urlencode
from xml.sax.saxutils import escape

from einvoice.findings import Finding

System = Literal["netvisor", "billecta", "collector", "inexchange"]
SYSTEMS: Final[tuple[System, ...]] = ("netvisor", "billecta", "collector", "inexchange")

MASK: Final = "***"
"""What stands in the place of a secret wherever a request is shown."""


@dataclass(frozen=True, repr=False)
class Request:
    """A request, ready to be sent.

    *operation* is the id of the native operation (``collector.activate``).  *url* has no query; *query* are its
    parameters in order, spelled as the caller gave them.  *headers* are in order; *secrets* are texts that are masked
    wherever they occur in headers or body when the request is shown.  *body* is None where there is none.

    *repeatable* is True only when sending it twice does what sending it once does.  *verified* is False where path or
    body rest on a pattern that nobody has confirmed; *notes* say what is not sure and what the caller must look at.
    """

    system: System
    operation: str
    method: Literal["GET", "POST", "PUT", "DELETE"]
    url: str
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    repeatable: bool = False
    verified: bool = True
    notes: tuple[str, ...] = ()
    secrets: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def full_url(self) -> str:
        """The URL with its query, percent-encoded as UTF-8; a space is ``%20``."""
        if not self.query:
            return self.url
        return f"{self.url}?{urlencode(self.query, quote_via=quote)}"

    def header(self, name: str) -> str | None:
        """Return the header *name*, whatever its case; None when there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def masked(self, text: str) -> str:
        """Return *text* without the secrets of the request, however XML, JSON or a URL spell them."""
        return mask(text, self.secrets)

    def redacted(self) -> Request:
        """Return a copy that holds no secret: to be shown, logged or stored, never to be sent."""
        body = self.body if self.body is None else self.masked(self.body.decode("utf-8", "replace")).encode("utf-8")
        return replace(
            self,
            url=self.masked(self.url),
            query=tuple((name, self.masked(value)) for name, value in self.query),
            headers=tuple((name, self.masked(value)) for name, value in self.headers),
            body=body,
            secrets=frozenset(),
        )

    def __repr__(self) -> str:
        shown = self.redacted() if self.secrets else self
        values = ", ".join(f"{each.name}={getattr(shown, each.name)!r}" for each in fields(self) if each.repr)
        return f"{type(self).__name__}({values})"


class SecretText(str):
    """A secret: text like any other, but its `repr` is a mask, and with it that of whatever holds it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return repr(MASK)


def mask(text: str, secrets: Iterable[str]) -> str:
    """Return *text* with `MASK` for each of the *secrets*, as they are or as XML, JSON or a URL spell them.

    >>> mask("<p>a&amp;b</p>?p=a%26b", {"a&b"})
    '<p>***</p>?p=***'
    """
    forms = {form for secret in secrets if secret for form in _forms(secret)}
    for form in sorted(forms, key=len, reverse=True):
        text = text.replace(form, MASK)
    return text


def _forms(secret: str) -> Iterator[str]:
    yield secret
    yield escape(secret)
    yield escape(secret, {'"': "&quot;", "'": "&apos;"})
    yield quote(secret, safe="")
    yield quote(secret)
    yield json.dumps(secret)[1:-1]
    yield json.dumps(secret, ensure_ascii=False)[1:-1]


@dataclass(frozen=True)
class Answer:
    """What a system answered.

    *ok* says whether the operation was done.  *code* is the native code of a fault or status, *meaning* what it says in
    plain words, *fix* what to do.  *retry* is True when the same request may succeed later.  *values* holds what the
    answer tells, by neutral name: ``invoice_number``, ``id``, ``due_date``, ``amount``, ``status``, ``document`` …;
    *native* is the parsed body for whoever needs more.  *findings* name what was not understood.
    """

    system: System
    operation: str | None
    ok: bool
    code: str | None = None
    meaning: str | None = None
    fix: str | None = None
    retry: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    native: Any = field(default=None, repr=False, compare=False)
    findings: tuple[Finding, ...] = ()
