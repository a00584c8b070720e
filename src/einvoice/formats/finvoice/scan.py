"""Where the pieces of a Finvoice file begin and end, found in one pass over its bytes.

Nothing is parsed here, and nothing that is found is trusted: each piece goes through the parser of `einvoice.xml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from einvoice.errors import EInvoiceError, ForbiddenXml, NotWellFormed

INVOICE: Final = "Finvoice"
FRAME: Final = "Envelope"
ATTACHMENTS: Final = "FinvoiceAttachments"
WRAPPER: Final = "Finvoices"

MAX_WRAPPER_TAG: Final = 20_000
"""Longest start tag of a root around the invoices, in bytes."""

_BLANKS = re.compile(rb"(?:[ \t\r\n]|\xef\xbb\xbf)*+")
_BOM = b"\xef\xbb\xbf"
_NAME = rb"(?:[A-Za-z_][\w.\-]*+:)?([A-Za-z_][\w.\-]*+)"
_START = re.compile(rb"<" + _NAME + rb"(?=[\s/>]|\Z)")
_DECLARATION = re.compile(rb"<\?xml(?=[\s?])")
_ENCODING = re.compile(rb"""\bencoding\s*=\s*["']\s*([A-Za-z][A-Za-z0-9._\-]*)\s*["']""")
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_KNOWN_DOCTYPE = re.compile(
    rb"<!DOCTYPE\s+(?:[A-Za-z_][\w.\-]*+:)?Finvoice\s+"
    rb"(?:SYSTEM|PUBLIC\s+(?:\"[^\"<>\[\]]{0,300}\"|'[^'<>\[\]]{0,300}'))\s*"
    rb"(?:\"(?:[^\"<>\[\]]{0,300}[/\\])?Finvoice[0-9._\-]{0,10}\.dtd\""
    rb"|'(?:[^'<>\[\]]{0,300}[/\\])?Finvoice[0-9._\-]{0,10}\.dtd')\s*>",
    re.IGNORECASE,
)
_MARK = re.compile(
    rb"<(?:!--|!\[CDATA\[|\?|(/?)(?:[A-Za-z_][\w.\-]*+:)?(Finvoice|FinvoiceAttachments|Envelope)(?=[\s/>]))"
)
_TAG_END = re.compile(rb"(?:[^\"'<>]++|\"[^\"<]*+\"|'[^'<]*+')*+>")


@dataclass(frozen=True)
class Chunk:
    """A root element in the bytes: its local name, where it begins and ends, and what stands right before it.

    *wrapper* is the start tag of a root around it when that declares namespaces.  *error* says why it is refused
    without being parsed; *name* is then empty for text that is no element at all.
    """

    name: str
    start: int
    end: int
    line: int
    encoding: str | None = None
    declared: bool = False
    bom: bool = False
    doctype_line: int | None = None
    wrapped: bool = False
    wrapper: bytes = b""
    error: EInvoiceError | None = None


@dataclass
class _Prolog:
    """What stands before a root so far."""

    encoding: str | None = None
    declared: bool = False
    bom: bool = False
    doctype_line: int | None = None
    forbidden: ForbiddenXml | None = None


class Scanner:
    """The roots in a file, found in one pass over its bytes.

    Inside a root only the tags that can begin or end a piece count; comments, CDATA sections and processing
    instructions are passed over, and a literal ``<`` cannot stand in an attribute.  Where a root is never closed, the
    piece is broken and ends where the next one begins: at an XML declaration, or at the first tag inside it that
    begins a piece.  What was learnt about the tags inside is kept, so that no byte is looked at twice.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.ends: dict[int, int | None] = {}
        self.inner: dict[int, int] = {}
        self.limit = 0
        self._line, self._counted = 1, 0

    def line(self, position: int) -> int:
        """Return the line of *position*, counted from 1."""
        if position >= self._counted:
            self._line += self.data.count(b"\n", self._counted, position)
        else:
            self._line -= self.data.count(b"\n", position, self._counted)
        self._counted = position
        return self._line

    def chunks(self) -> Iterator[Chunk]:
        """Yield the roots in order."""
        data, position, prolog = self.data, 0, _Prolog()
        wrapper: bytes | None = None
        wrapper_line, inherited = 0, _Prolog()
        while True:
            blanks = _BLANKS.match(data, position)
            assert blanks is not None
            prolog.bom = prolog.bom or _BOM in blanks[0]
            position = blanks.end()
            if position >= len(data):
                break
            if data.startswith(b"<?", position):
                end = data.find(b"?>", position)
                end = len(data) if end < 0 else end + 2
                if _DECLARATION.match(data, position):
                    found = _ENCODING.search(data, position, end)
                    prolog = _Prolog(found[1].decode().lower() if found else None, True, prolog.bom)
                position = end
            elif data.startswith(b"<!--", position):
                end = data.find(b"-->", position + 4)
                position = len(data) if end < 0 else end + 3
            elif _DOCTYPE.match(data, position):
                known = _KNOWN_DOCTYPE.match(data, position)
                if known:
                    prolog.doctype_line, position = self.line(position), known.end()
                    continue
                prolog.forbidden = prolog.forbidden or self._forbidden(position)
                position = self._next_piece(position + 9)
            elif wrapper is not None and (closing := _WRAPPER_END.match(data, position)):
                wrapper, position, prolog = None, closing.end(), _Prolog()
            elif (start := _START.match(data, position)) is not None:
                name = start[1].decode()
                if name.lower() == WRAPPER.lower() and wrapper is None and prolog.forbidden is None:
                    tag = _TAG_END.match(data, start.end())
                    if tag is not None and tag.end() - position <= MAX_WRAPPER_TAG and data[tag.end() - 2] != 0x2F:
                        wrapper = data[position : tag.end()]
                        wrapper_line, inherited, prolog = self.line(position), prolog, _Prolog(bom=prolog.bom)
                        position = tag.end()
                        continue
                if wrapper is not None and not prolog.declared:
                    prolog = replace(
                        inherited, bom=inherited.bom or prolog.bom, forbidden=prolog.forbidden or inherited.forbidden
                    )
                end = self._extent(position) if name in _PIECES else max(self._next_piece(position), position + 1)
                yield self._chunk(name, position, end, prolog, wrapper)
                position, prolog = end, _Prolog()
            else:
                end = max(self._next_piece(position), position + 1)
                yield self._chunk("", position, end, prolog, None, self._garbage(position))
                position, prolog = end, _Prolog()
        if wrapper is not None:
            error = NotWellFormed(
                f"the file is cut off: <{WRAPPER}> of line {wrapper_line} is never closed",
                fix="fetch or write the file again",
                line=self.line(len(data)),
            )
            yield Chunk("", len(data), len(data), self.line(len(data)), error=error)
        elif prolog.forbidden is not None:
            yield Chunk("", len(data), len(data), self.line(len(data)), error=prolog.forbidden)

    def _chunk(
        self,
        name: str,
        start: int,
        end: int,
        prolog: _Prolog,
        wrapper: bytes | None,
        error: EInvoiceError | None = None,
    ) -> Chunk:
        return Chunk(
            name,
            start,
            end,
            self.line(start),
            prolog.encoding,
            prolog.declared,
            prolog.bom,
            prolog.doctype_line,
            wrapper is not None,
            wrapper if wrapper is not None and b"xmlns" in wrapper else b"",
            prolog.forbidden or error,
        )

    def _extent(self, start: int) -> int:
        """Return where the piece that begins at *start* ends, or where the next one begins when it is never closed."""
        if start not in self.ends:
            self._look_into(start)
        end = self.ends.get(start)
        return end if end is not None else self.inner.get(start, self.limit)

    def _look_into(self, start: int) -> None:
        """Find the ends of the piece at *start* and of every tag in it that could begin one."""
        data, position = self.data, start
        ends, inner = self.ends, self.inner
        ends.clear()
        inner.clear()
        if (end := self._plain_end(start)) is not None:
            ends[start] = end
            return
        opened: list[tuple[bytes, int]] = []
        count: Counter[bytes] = Counter()
        while True:
            mark = _MARK.search(data, position)
            if mark is None:
                self.limit = len(data)
                break
            token = mark[0]
            if mark[2] is None:
                if _DECLARATION.match(data, mark.start()):
                    self.limit = mark.start()
                    break
                closing = b"-->" if token == b"<!--" else b"?>" if token == b"<?" else b"]]>"
                end = data.find(closing, mark.end())
                position = len(data) if end < 0 else end + len(closing)
                continue
            tag = _TAG_END.match(data, mark.end())
            position = tag.end() if tag else mark.end()
            if not mark[1]:
                if opened:
                    inner.setdefault(opened[-1][1], mark.start())
                if tag is not None and data[tag.end() - 2] == 0x2F:
                    ends[mark.start()] = position
                    if not opened:
                        return
                else:
                    ends[mark.start()] = None
                    opened.append((mark[2], mark.start()))
                    count[mark[2]] += 1
            elif count[mark[2]]:
                while True:
                    name, begin = opened.pop()
                    count[name] -= 1
                    ends[begin] = position
                    if name == mark[2]:
                        break
                if not opened:
                    return

    def _plain_end(self, start: int) -> int | None:
        """Return the end of a plain invoice: its closing tag, when nothing before it could hide or begin another piece.

        Nearly all are plain, and looking for a handful of words is much faster than a look at each tag.
        """
        data = self.data
        if not data.startswith((b"<Finvoice ", b"<Finvoice>"), start):
            return None
        inside = data.find(b">", start)
        # Never beyond the next name: a file of roots that are not closed would be looked through once for each.
        name = data.find(b"Finvoice", inside)
        closing = name - 2
        if inside < 0 or name < 0 or not data.startswith(_PLAIN_CLOSING, closing):
            return None
        # A single byte is looked for at the speed of memory, and most invoices have neither of the two.
        if any(
            data.find(mark, inside, closing) >= 0 and data.find(b"<" + mark, inside, closing) >= 0
            for mark in (b"!", b"?")
        ):
            return None
        return None if data.find(b"Envelope", inside, closing) >= 0 else closing + len(_PLAIN_CLOSING)

    def _next_piece(self, position: int) -> int:
        """Return where the next piece begins at or after *position*: its declaration or its start tag."""
        data = self.data
        while True:
            mark = _RESUME.search(data, position)
            if mark is None:
                return len(data)
            closing = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}.get(mark[0])
            if closing is None:
                return mark.start()
            end = data.find(closing, mark.end())
            position = len(data) if end < 0 else end + len(closing)

    def _forbidden(self, position: int) -> ForbiddenXml:
        return ForbiddenXml(
            "a document type declaration (DOCTYPE) is not allowed in an invoice",
            fix="remove the DOCTYPE; einvoice never loads entities or external files, and of Finvoice 1.x it takes "
            '<!DOCTYPE Finvoice SYSTEM "Finvoice.dtd"> only',
            line=self.line(position),
            column=position - self.data.rfind(b"\n", 0, position),
        )

    def _garbage(self, position: int) -> NotWellFormed:
        seen = self.data[position : position + 20].decode("ascii", "backslashreplace").replace("\x00", "\\x00")
        return NotWellFormed(
            f"not well-formed XML: {seen!r} stands between the pieces of the file, where only frames, invoices and "
            "attachment messages may",
            fix="take out what is no XML: an invoice follows its frame, and nothing else does",
            line=self.line(position),
            column=position - self.data.rfind(b"\n", 0, position),
        )


_PLAIN_CLOSING: Final = b"</Finvoice>"
_PIECES: Final = (INVOICE, ATTACHMENTS, FRAME)
_WRAPPER_END = re.compile(rb"</(?:[A-Za-z_][\w.\-]*+:)?Finvoices\s*>", re.IGNORECASE)
_RESUME = re.compile(
    rb"<(?:!--|!\[CDATA\[|\?xml(?=[\s?])|\?|/Finvoices(?=[\s>])"
    rb"|(?:[A-Za-z_][\w.\-]*+:)?(?:Finvoice|FinvoiceAttachments|Envelope)(?=[\s/>]))"
)
