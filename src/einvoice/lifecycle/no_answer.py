"""What to make of an answer that says nothing of the invoice: empty, a page of HTML, cut off, not the format.

Whether the operation was done nobody can tell from such an answer.  A gateway that turned the request away (429, 503)
did nothing, so the same request may go again; after anything else only a request that may be sent twice may.

>>> page = b"<html><head><title>Bad Gateway</title></head></html>"
>>> answer = no_answer("collector", "collector.activate", page, "SOAP", status=502)
>>> answer.meaning, answer.retry
("the answer is a page of HTML, 'Bad Gateway', not SOAP", False)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from einvoice.errors import InputError
from einvoice.findings import Finding, error_code
from einvoice.lifecycle.request import Answer

if TYPE_CHECKING:
    from einvoice.lifecycle.request import System

UNKNOWN_OUTCOME: Final = "read the state of the invoice before sending anything again: the operation may have been done"

TURNED_AWAY: Final = frozenset({429, 503})
"""Statuses of HTTP with which nothing was done."""

FOR_NOW: Final = frozenset({408, 425, 500, 502, 504}) | TURNED_AWAY
"""Statuses of HTTP after which the same request may be answered."""

_PAGE: Final = re.compile(
    rb"[\s\xef\xbb\xbf]*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)
"""Nothing in it goes back: comments that may end in several places would be tried in all combinations."""

_TITLE: Final = re.compile(rb"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_NOTHING: Final = b" \t\r\n\x00\xef\xbb\xbf"


def no_answer(
    system: System,
    operation: str | None,
    body: bytes,
    expected: str,
    *,
    status: int | None = None,
    error: InputError | None = None,
    repeatable: bool = False,
) -> Answer:
    """Return the answer for a *body* that is not *expected*; *error* is why it could not be parsed."""
    if not body.strip(_NOTHING):
        code, what = "EI-ANSWER-EMPTY", "the answer is empty"
    elif is_page(body):
        title = _TITLE.search(body[:20_000])
        said = " ".join(title[1].decode("utf-8", "replace").split())[:120] if title else ""
        code, what = "EI-ANSWER-HTML", f"the answer is a page of HTML{f', {said!r}' if said else ''}, not {expected}"
    elif error is not None:
        code, what = error_code(type(error).__name__), error.message
    else:
        code, what = "EI-ANSWER-OTHER", f"the answer is not {expected}"
    line = error.line if error is not None else None
    return stranger(system, operation, code, what, status=status, repeatable=repeatable, line=line)


def stranger(
    system: System,
    operation: str | None,
    code: str,
    what: str,
    *,
    status: int | None = None,
    repeatable: bool = False,
    path: str | None = None,
    line: int | None = None,
) -> Answer:
    """Return the answer that *what* describes, with one finding of *code*."""
    again = may_go_again(status, repeatable=repeatable)
    if status in (401, 403):
        fix = "check the credentials, and what the user may do"
    else:
        fix = "wait, and send it again" if again else UNKNOWN_OUTCOME
    return Answer(
        system,
        operation,
        ok=False,
        code=None if status is None or status < 400 else str(status),
        meaning=what,
        fix=fix,
        retry=again,
        findings=(Finding(code, "error", "input", what, fix, path=path, line=line),),
    )


def may_go_again(status: int | None, *, repeatable: bool) -> bool:
    """Say whether the same request may succeed later, and does no harm."""
    return status in (FOR_NOW if repeatable else TURNED_AWAY)


def is_page(body: bytes) -> bool:
    """Say whether *body* is a page of HTML."""
    return _PAGE.match(body[:5000]) is not None
