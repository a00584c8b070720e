"""What came back, as it came: status, headers and body of an answer, and how a saved one is read.

Tools save answers with their head (``curl -i``) or without: a file that begins with ``HTTP/`` has one.  Heads of
interim answers (``100 Continue``) and of redirects before the last one are passed over.

>>> saved = read_saved(b"HTTP/1.1 202 Accepted\\r\\nLocation: urn:inexchangedocument:1\\r\\n\\r\\n")
>>> saved.status, saved.header("location"), saved.body
(202, 'urn:inexchangedocument:1', b'')
>>> read_saved(b"<Root/>")
Response(body=b'<Root/>', status=None, headers=())
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_STATUS: Final = re.compile(rb"HTTP/[0-9.]+ +([0-9]{3})[^\r\n]*(\r?\n|$)")
_END: Final = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True)
class Response:
    """An answer.  *status* is None and *headers* are empty where only the body was kept."""

    body: bytes
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        """Return the header *name*, whatever its case; None when there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def read_saved(data: bytes) -> Response:
    """Return the answer in *data*, a file with or without the head of HTTP."""
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    while found := _STATUS.match(data):
        status = int(found.group(1))
        end = _END.search(data, found.end() - len(found.group(2)))
        head = data[found.end() : end.start() if end else len(data)]
        headers = tuple(_headers(head))
        data = data[end.end() :] if end else b""
    return Response(data, status, headers)


def _headers(head: bytes) -> list[tuple[str, str]]:
    found = []
    for line in head.decode("utf-8", "replace").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            found.append((name.strip(), value.strip()))
    return found
