"""A request for a person, or for another tool: as curl, as HTTP, as JSON.  Secrets never show.

>>> url, key = "https://x.example/a.nv", ("key", "å b")
>>> request = Request("netvisor", "netvisor.get", "GET", url, (key,), (("K", "s7!"),), secrets=frozenset({"s7!"}))
>>> print(as_curl(request), end="")
curl --request GET 'https://x.example/a.nv?key=%C3%A5%20b' \\
  --header 'K: ***'
"""

from __future__ import annotations

import base64
import shlex
from typing import Any
from urllib.parse import urlsplit

from einvoice.lifecycle.request import Request


def as_curl(request: Request) -> str:
    """Return *request* as a command of a POSIX shell; a body that is no text is ``@FILE``, to be filled in."""
    shown = request.redacted()
    parts = [f"curl --request {shown.method} {shlex.quote(shown.full_url)}"]
    parts += [f"--header {shlex.quote(f'{name}: {value}')}" for name, value in shown.headers]
    if request.body is not None:
        text = _text(request)
        parts.append(f"--data-binary {shlex.quote(text) if text is not None else '@FILE'}")
    return " \\\n  ".join(parts) + "\n"


def as_http(request: Request) -> str:
    """Return *request* as HTTP 1.1, without the headers that whoever sends it adds."""
    shown = request.redacted()
    place = urlsplit(shown.full_url)
    target = place.path + (f"?{place.query}" if place.query else "")
    lines = [f"{shown.method} {target} HTTP/1.1", f"Host: {place.netloc}"]
    lines += [f"{name}: {value}" for name, value in shown.headers]
    lines.append("")
    if request.body is not None:
        text = _text(request)
        lines.append(text.rstrip("\n") if text is not None else f"[{len(request.body):,} bytes]")
    return "\n".join(lines) + "\n"


def as_dict(request: Request) -> dict[str, Any]:
    """Return *request* for JSON; a body that is no text is Base64."""
    shown = request.redacted()
    found: dict[str, Any] = {
        "system": shown.system,
        "operation": shown.operation,
        "method": shown.method,
        "url": shown.full_url,
        "headers": [{"name": name, "value": value} for name, value in shown.headers],
        "body": None,
        "repeatable": shown.repeatable,
        "verified": shown.verified,
        "notes": list(shown.notes),
    }
    if request.body is not None:
        text = _text(request)
        if text is None:
            found["body_base64"] = base64.b64encode(request.body).decode("ascii")
        else:
            found["body"] = text
    return found


def _text(request: Request) -> str | None:
    """Return the body without secrets, None where it is no text."""
    assert request.body is not None
    try:
        text = request.body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return request.masked(text.replace("\r\n", "\n"))
