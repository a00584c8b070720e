"""A Finvoice file taken apart: transmission frames, invoices and attachment messages, one after the other.

A file is often not one XML document.  A SOAP frame precedes each invoice, an attachment message may follow it, and
each of these pieces has an XML declaration of its own or none.  `FinvoiceFile` finds where the pieces begin and end in
one pass over the bytes, and parses one of them at a time, so a file with 500 invoices needs the memory of one.

* A piece is decoded by the declaration right before its root.  Without one it is UTF-8, and when it is not valid UTF-8
  it is read as ISO-8859-15 with the finding EI-ENCODING.
* A piece that is broken has an error of its own (`InvoicePiece.error`) with the line in the file, and spoils no other.
* The DOCTYPE that Finvoice 1.x documents have (an external subset named Finvoice.dtd, nothing inside) is left out of
  what is parsed, and never loaded; every other one is refused.
* A root ``<Finvoices>`` around the invoices, which no specification knows, is looked through.

`judge_frame` holds the rules FV-22, FV-92, FV-100 and FV-101, which see a file as it came; the layer ``finvoice`` of
the validation calls it for each piece.

Source: Finvoice Implementation Guidelines 3.0, chapters on the transmission frame and on the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from einvoice import xml
from einvoice.errors import EInvoiceError, ForbiddenXml, InternalError, NoInvoice, NotWellFormed, TooLarge
from einvoice.findings import Finding, Severity
from einvoice.formats.detect import wide_encoding
from einvoice.formats.finvoice.attachments import ROOT as ATTACHMENTS
from einvoice.formats.finvoice.attachments import AttachmentMessage, read_message

if TYPE_CHECKING:
    from einvoice.formats.detect import Source

SOAP_NAMESPACES: Final = (
    "http://schemas.xmlsoap.org/soap/envelope/",
    "http://www.w3.org/2001/12/soap-envelope",
    "http://www.w3.org/2003/05/soap-envelope",
)
"""SOAP 1.1, the draft of 1.2 that operators use, and 1.2."""

EBXML: Final = "http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd"
XLINK: Final = "http://www.w3.org/1999/xlink"

INVOICE: Final = "Finvoice"
FRAME: Final = "Envelope"
WRAPPER: Final = "Finvoices"

MESSAGES: Final = {
    "Finvoiceack": "an acknowledgement",
    "FinvoiceSenderInfo": "a seller's notice to consumers",
    "FinvoiceReceiverInfo": "a consumer's answer to a seller",
    "ReceiverProposal": "a proposal to receive e-invoices",
    ATTACHMENTS: "an attachment message",
}
"""What else travels in a frame: root element, and what it is."""

MAX_PADDING: Final = 1_000_000_000
"""Most line ends that are put before pieces so that the parser counts the lines of the file; then lines are unknown."""

MAX_WRAPPER_TAG: Final = 20_000
"""Longest start tag of a root around the invoices, in bytes."""


@dataclass(frozen=True)
class Frame:
    """A transmission frame: who sends what to whom, through whom.

    Identifiers are as they stand in the frame; None is "not stated".  *announces* is what the manifest names
    (``Finvoice``), *announced_id* its reference.  *parties* are all parties in order, as direction, role, identifier.
    """

    sender: str | None = None
    sender_scheme: str | None = None
    sender_intermediator: str | None = None
    receiver: str | None = None
    receiver_scheme: str | None = None
    receiver_intermediator: str | None = None
    message_id: str | None = None
    timestamp: str | None = None
    ref_to_message_id: str | None = None
    service: str | None = None
    action: str | None = None
    cpa_id: str | None = None
    conversation_id: str | None = None
    namespace: str = SOAP_NAMESPACES[0]
    announces: str | None = None
    announced_id: str | None = None
    parties: tuple[tuple[str, str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class InvoicePiece:
    """One invoice of a file, with the frame before it and the attachment messages after it.

    *findings* are what taking the file apart had to assume.  *line_offset* is the number of lines of the file before
    the invoice; the elements count the lines of the file already, except in files of millions of lines, where theirs
    are unknown.  *encoding* is what the declaration right before the root says, None without one, *doctype* whether a
    DOCTYPE was left out.  *repeats* is the index of an earlier piece with the same message identifier in its frame.
    """

    root: etree._Element | None = field(default=None, repr=False)
    frame: Frame | None = None
    attachments: tuple[AttachmentMessage, ...] = ()
    findings: tuple[Finding, ...] = ()
    index: int = 0
    line_offset: int = 0
    encoding: str | None = None
    doctype: bool = False
    frame_element: etree._Element | None = field(default=None, repr=False)
    repeats: int | None = None
    error: EInvoiceError | None = None

    @property
    def element(self) -> etree._Element:
        """The invoice.  Raises the error of a piece that could not be parsed, so that no reader can overlook it."""
        if self.error is not None:
            raise self.error
        if self.root is None:
            raise InternalError("a piece holds neither an invoice nor an error")
        return self.root


def pieces(source: Source) -> Iterator[InvoicePiece]:
    """Yield the invoices in *source* one by one, each parsed when its turn comes.

    Raises `NoInvoice` when there is none, with what the file holds instead.
    """
    return iter(source.framed if source.framed is not None else FinvoiceFile(source.data))


# --- the pieces in the bytes -------------------------------------------------------------------------

_BLANKS = re.compile(rb"(?:[ \t\r\n]|\xef\xbb\xbf)*+")
_BOM = b"\xef\xbb\xbf"
_NAME = rb"(?:[A-Za-z_][\w.\-]*+:)?([A-Za-z_][\w.\-]*+)"
_START = re.compile(rb"<" + _NAME + rb"(?=[\s/>]|\Z)")
_DECLARATION = re.compile(rb"<\?xml(?=[\s?])")
_ENCODING = re.compile(rb"""\bencoding\s*=\s*["']\s*([A-Za-z][A-Za-z0-9._\-]*)\s*["']""")
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_KNOWN_DOCTYPE = re.compile(
    rb"<!DOCTYPE\s+" + _NAME.replace(b"([A-Za-z_][\\w.\\-]*+)", b"Finvoice") + rb"\s+"
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


class _Scanner:
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


_PIECES: Final = (INVOICE, ATTACHMENTS, FRAME)
_WRAPPER_END = re.compile(rb"</(?:[A-Za-z_][\w.\-]*+:)?Finvoices\s*>", re.IGNORECASE)
_RESUME = re.compile(
    rb"<(?:!--|!\[CDATA\[|\?xml(?=[\s?])|\?|/Finvoices(?=[\s>])"
    rb"|(?:[A-Za-z_][\w.\-]*+:)?(?:Finvoice|FinvoiceAttachments|Envelope)(?=[\s/>]))"
)


# --- the pieces in XML ------------------------------------------------------------------------------


@dataclass
class _Draft:
    """An invoice that waits for the attachment messages after it."""

    piece: InvoicePiece
    attachments: list[AttachmentMessage]
    findings: list[Finding]

    def done(self) -> InvoicePiece:
        return replace(self.piece, attachments=tuple(self.attachments), findings=tuple(self.findings))


@dataclass(frozen=True)
class _Parsed:
    """A frame that waits for its invoice; *error* when it could not be parsed."""

    chunk: Chunk
    frame: Frame | None = None
    element: etree._Element | None = None
    error: EInvoiceError | None = None

    @property
    def announces(self) -> str | None:
        """What the manifest names."""
        return self.frame.announces if self.frame is not None else None


class FinvoiceFile:
    """The bytes of a Finvoice file, and its invoices, each parsed when its turn comes."""

    def __init__(self, data: bytes) -> None:
        self._encoding: str | None = None
        self._data = self._as_ascii(data)
        self._padding = 0
        self._begun: tuple[list[InvoicePiece], Iterator[InvoicePiece]] | None = None

    def open(self) -> etree._Element | None:
        """Parse the first invoice and return it; it is not parsed again by the first iteration.

        None when there is no invoice, or a broken one with others after it.  Raises the error of a broken invoice that
        is the only one.
        """
        following = self._pieces()
        try:
            head = [next(following)]
            if head[0].error is not None:
                second = next(following, None)
                if second is None:
                    raise head[0].error
                head.append(second)
        except NoInvoice:
            return None
        self._begun = head, following
        return head[0].root

    def __iter__(self) -> Iterator[InvoicePiece]:
        if self._begun is None:
            yield from self._pieces()
            return
        head, following = self._begun
        self._begun = None
        while head:
            yield head.pop(0)
        yield from following

    def is_foreign(self) -> bool:
        """True when the file begins with an envelope in a namespace that is not SOAP."""
        first = next(_Scanner(self._data).chunks(), None)
        if first is None or first.name != FRAME or first.error is not None:
            return False
        try:
            element, _ = self._parse(first)
        except EInvoiceError:
            return False
        return etree.QName(element).namespace not in SOAP_NAMESPACES

    def describe(self) -> str:
        """Return what the file is, in words, without parsing it."""
        frames = 0
        invoices: list[Chunk] = []
        others: list[str] = []
        for chunk in _Scanner(self._data).chunks():
            if chunk.name == INVOICE:
                invoices.append(chunk)
                if len(invoices) > 1:
                    break
            elif chunk.name == FRAME:
                frames += 1
            elif chunk.name:
                others.append(chunk.name)
        if invoices:
            if invoices[0].wrapped:
                return f"root element is {WRAPPER}, with Finvoice documents in it"
            if len(invoices) > 1:
                return "several Finvoice documents one after the other" + (", in transmission frames" * bool(frames))
            return "a Finvoice document after its transmission frame" if frames else "root element is Finvoice"
        if others:
            return f"root element is {others[0]}, which is {MESSAGES.get(others[0], 'another message')} of Finvoice"
        return "a Finvoice transmission frame without an invoice"

    def _as_ascii(self, data: bytes) -> bytes:
        """Return *data* in an encoding in which tags are ASCII: UTF-16 becomes UTF-8."""
        if len(data) > xml.MAX_BYTES:
            raise TooLarge(
                f"the document has {len(data):,} bytes, the limit is {xml.MAX_BYTES:,}",
                fix="split the file, or move large attachments out of the invoice",
            )
        encoding = wide_encoding(data)
        if encoding is None:
            return data
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            raise NotWellFormed(
                f"not well-formed XML: the file begins as UTF-16 and is not: {error.reason}",
                fix="fetch or write the file again",
            ) from error
        self._encoding = "utf-8"
        return text.removeprefix("\ufeff").encode("utf-8", "surrogatepass")

    def _pieces(self) -> Iterator[InvoicePiece]:
        index = 0
        waiting: _Draft | None = None
        framed: _Parsed | None = None
        early: list[AttachmentMessage] = []
        notes: list[Finding] = []
        others: list[str] = []
        seen: dict[str, int] = {}

        for chunk in _Scanner(self._data).chunks():
            if chunk.name == FRAME and chunk.error is None:
                lonely, framed = framed, self._frame(chunk)
                inside = None if framed.element is None else _invoice_inside(framed.element)
                if lonely is not None:
                    if waiting is not None:
                        yield waiting.done()
                    waiting = _Draft(InvoicePiece(index=index, error=_lonely(lonely)), [], [])
                    index += 1
                if inside is None:
                    continue
                root, found = inside, [_IN_FRAME.at(None, inside.sourceline)]
                error: EInvoiceError | None = None
            elif chunk.name == ATTACHMENTS and chunk.error is None:
                message, found = self._attachments(chunk)
                others.append(chunk.name)
                if framed is not None and (waiting is not None or framed.announces not in (None, INVOICE)):
                    framed = None
                holder = waiting.findings if waiting is not None else notes
                holder += found
                if message is not None:
                    (waiting.attachments if waiting is not None else early).append(message)
                continue
            elif chunk.name not in (INVOICE, "") and chunk.error is None:
                framed = None
                others.append(chunk.name)
                (waiting.findings if waiting is not None else notes).append(_other(chunk))
                continue
            else:
                root, found, error = None, [], chunk.error
                if error is None:
                    try:
                        root, found = self._invoice(chunk)
                    except EInvoiceError as caught:
                        error = caught
            if waiting is not None:
                yield waiting.done()
            number = None
            frame = framed.frame if framed is not None else None
            if framed is not None and framed.error is not None:
                found.append(_broken_frame(framed.error))
            if frame is not None and frame.message_id:
                number = seen.setdefault(frame.message_id, index)
            piece = InvoicePiece(
                root,
                frame,
                index=index,
                line_offset=chunk.line - 1,
                encoding=chunk.encoding,
                doctype=chunk.doctype_line is not None,
                frame_element=framed.element if framed is not None else None,
                repeats=number if number != index else None,
                error=error,
            )
            waiting = _Draft(piece, early, [*notes, *found])
            index, framed, early, notes = index + 1, None, [], []
        if framed is not None:
            if waiting is None and not index:
                raise _without_invoice(framed, others)
            if waiting is not None:
                yield waiting.done()
            waiting = _Draft(InvoicePiece(index=index, error=_lonely(framed)), early, notes)
        if waiting is None:
            raise _without_invoice(None, others)
        yield waiting.done()

    def _parse(self, chunk: Chunk) -> tuple[etree._Element, list[Finding]]:
        """Return the root of *chunk*; its elements count the lines of the file."""
        body = self._data[chunk.start : chunk.end]
        if chunk.wrapper:
            body = chunk.wrapper.translate(_NO_LINES) + body + b"</" + _TAG_NAME.findall(chunk.wrapper)[0] + b">"
        before = chunk.line - 1
        self._padding += before
        padded = self._padding <= MAX_PADDING
        encoding = self._encoding or ("utf-8" if chunk.bom else chunk.encoding)
        findings = []
        try:
            root = _parse(body, before if padded else 0, encoding or "utf-8")
        except EInvoiceError as error:
            if encoding is not None or _is_utf_8(body):
                raise self._placed(error, chunk, before if padded else 0) from error
            findings.append(_ASSUMED.at(None, chunk.line))
            try:
                root = _parse(body, before if padded else 0, "iso-8859-15")
            except EInvoiceError as second:
                raise self._placed(second, chunk, before if padded else 0) from second
        if not padded:
            for element in root.iter():
                element.sourceline = 0  # type: ignore[misc]  # lxml has a setter, its stubs do not
        if chunk.wrapper:
            inner = root[0]
            root.remove(inner)
            root = inner
        return root, findings

    def _placed(self, error: EInvoiceError, chunk: Chunk, padded: int) -> EInvoiceError:
        """Return *error* with line and column counted in the file."""
        line = error.line or padded + 1
        error.line = line - padded + chunk.line - 1
        if error.column is not None and error.line == chunk.line:
            error.column += chunk.start - (self._data.rfind(b"\n", 0, chunk.start) + 1) - len(chunk.wrapper)
        return error

    def _invoice(self, chunk: Chunk) -> tuple[etree._Element, list[Finding]]:
        root, findings = self._parse(chunk)
        if chunk.doctype_line is not None:
            version = (root.get("Version") or "").strip()
            if not version.startswith("1."):
                raise ForbiddenXml(
                    f"a document type declaration (DOCTYPE) is not allowed in Finvoice {version or 'without Version'}",
                    fix="remove the DOCTYPE; only Finvoice 1.x documents have one, and it is never loaded",
                    line=chunk.doctype_line,
                )
            findings.append(_DOCTYPE_LEFT_OUT.at(None, chunk.doctype_line))
        if chunk.wrapped:
            findings.append(_WRAPPED.at(None, chunk.line))
        return root, findings

    def _frame(self, chunk: Chunk) -> _Parsed:
        try:
            element, _ = self._parse(chunk)
        except EInvoiceError as error:
            return _Parsed(chunk, error=error)
        return _Parsed(chunk, read_frame(element)[0], element)

    def _attachments(self, chunk: Chunk) -> tuple[AttachmentMessage | None, list[Finding]]:
        try:
            element, findings = self._parse(chunk)
        except EInvoiceError as error:
            return None, [_broken_attachments(error)]
        message, found = read_message(element)
        return message, [*findings, *found]


_NO_LINES = bytes.maketrans(b"\r\n", b"  ")
_TAG_NAME = re.compile(rb"\A<([\w.:\-]+)")


def _parse(body: bytes, lines: int, encoding: str) -> etree._Element:
    return xml.parse(b"\n" * lines + body, max_bytes=xml.MAX_BYTES + MAX_WRAPPER_TAG + lines, encoding=encoding)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _invoice_inside(envelope: etree._Element) -> etree._Element | None:
    """Return the invoice that a sender put into the body of the frame, taken out of it."""
    found = next((e for e in envelope.iter("{*}Finvoice")), None)
    if found is not None and (parent := found.getparent()) is not None:
        parent.remove(found)
    return found


def _reading(code: str, severity: Severity, message: str, fix: str) -> Finding:
    return Finding(code, severity, "input", message, fix)


_ASSUMED = _reading(
    "EI-ENCODING",
    "info",
    "the document declares no encoding and is not UTF-8; read as ISO-8859-15, which Finvoice prescribes",
    "write an XML declaration with the encoding right before the root of each document",
)
_DOCTYPE_LEFT_OUT = _reading(
    "EI-FINVOICE-DOCTYPE",
    "info",
    "the document names Finvoice.dtd in a DOCTYPE, as Finvoice 1.x does; the DOCTYPE is left out and nothing is loaded",
    "write a later version of Finvoice, which has no DOCTYPE",
)
_WRAPPED = _reading(
    "EI-FINVOICE-FILE",
    "warning",
    f"the invoice stands inside <{WRAPPER}>, which is no element of Finvoice; banks and operators refuse such a file",
    "write the invoices one after the other, each with a transmission frame before it",
)
_IN_FRAME = _reading(
    "EI-FINVOICE-FILE",
    "warning",
    "the invoice stands inside the transmission frame; in Finvoice it follows the frame, outside of it",
    "end the frame, and write the invoice after it",
)


def _broken_frame(error: EInvoiceError) -> Finding:
    return _reading(
        "EI-FINVOICE-FRAME",
        "error",
        f"the transmission frame cannot be read: {error.message}; the invoice after it is read without",
        error.fix or "mend the frame",
    ).at(None, error.line)


def _broken_attachments(error: EInvoiceError) -> Finding:
    return _reading(
        "EI-FINVOICE-ATTACHMENTS",
        "error",
        f"the attachment message cannot be read: {error.message}; the invoice is read without its attachments",
        error.fix or "mend the attachment message",
    ).at(None, error.line)


def _other(chunk: Chunk) -> Finding:
    what = MESSAGES.get(chunk.name, "no message of Finvoice")
    return _reading(
        "EI-FINVOICE-FILE",
        "warning",
        f"the file holds {chunk.name} as well, which is {what}, and is not read",
        "nothing, unless it should be an invoice: one has the root Finvoice",
    ).at(None, chunk.line)


def _lonely(framed: _Parsed) -> EInvoiceError:
    """The error of a frame without an invoice after it."""
    if framed.error is not None:
        return framed.error
    assert framed.frame is not None
    what = framed.frame.announces or "nothing that it names"
    if what in MESSAGES:
        what += f" ({MESSAGES[what]})"
    identifier = f" with the message identifier {framed.frame.message_id}" if framed.frame.message_id else ""
    return NoInvoice(
        f"a transmission frame{identifier} announces {what}, and no invoice follows it",
        fix="fetch the file again: in Finvoice the invoice stands right after its frame"
        if framed.frame.announces in (None, INVOICE)
        else "nothing: it is no invoice, and einvoice reads invoices only",
        line=framed.chunk.line,
    )


def _without_invoice(framed: _Parsed | None, others: list[str]) -> EInvoiceError:
    """The error of a file in which no invoice stands."""
    if framed is not None:
        return _lonely(framed)
    name = others[0]
    if name == ATTACHMENTS:
        return NoInvoice(
            "the file is an attachment message (FinvoiceAttachments), which holds the files of an invoice and not the "
            "invoice",
            fix="give the file of the invoice; its attachments are joined when the message follows it there, or stands "
            "beside it as NAME-attachments.xml",
        )
    return NoInvoice(
        f"the file holds {name}, which is {MESSAGES.get(name, 'no message of Finvoice')}, and no invoice",
        fix="give the file of the invoice: its root is Finvoice",
    )


def open_file(data: bytes) -> FinvoiceFile | None:
    """Return *data* as a Finvoice file; None when a SOAP envelope around something else is what it begins with."""
    file = FinvoiceFile(data)
    return None if file.is_foreign() else file


def normalised(root: etree._Element) -> tuple[etree._Element, list[Finding]]:
    """Return *root* as Finvoice has it: elements and attributes in the namespace of a root have none.

    Finvoice has no namespace; generators put one on the root all the same.  What is in another namespace stays.  An
    element without a namespace is returned as it is, another one as a copy.
    """
    namespace = etree.QName(root).namespace
    if namespace is None:
        return root, []
    copy = deepcopy(root)
    for element in copy.iter(f"{{{namespace}}}*"):
        element.tag = etree.QName(element).localname
        for name, value in element.attrib.items():
            if str(name).startswith(f"{{{namespace}}}"):
                del element.attrib[name]
                element.set(etree.QName(name).localname, value)
    etree.cleanup_namespaces(copy)
    found = _reading(
        "EI-FINVOICE-NAMESPACE",
        "warning",
        f"the root is in the namespace {namespace}; Finvoice has none, and a schema refuses the document",
        "write the elements without a namespace: <Finvoice Version=…>",
    )
    return copy, [replace(found, path=xml.path_of(root), line=root.sourceline, value=namespace)]


# --- frames -----------------------------------------------------------------------------------------

_DEFAULT_CPA = "yoursandmycpa"
_ROLES: Final = ("Sender", "Intermediator", "Receiver", "Intermediator")


def read_frame(element: etree._Element) -> tuple[Frame, list[Finding]]:
    """Return the frame in the SOAP envelope *element*, and what is missing in it for reading.

    Names are compared without regard to namespace prefix, and those of the manifest without regard to case.  Parts
    that senders leave out (Service, Action, ConversationId) are None.
    """
    header = next(element.iter("{*}MessageHeader"), None)
    namespace = etree.QName(element).namespace or ""
    reference = next(element.iter("{*}Reference"), None)
    announced = None if reference is None else _attribute(reference, "id")
    announced_id = None if reference is None else _attribute(reference, "href")
    if header is None:
        found = _reading(
            "EI-FINVOICE-FRAME",
            "warning",
            "the transmission frame has no eb:MessageHeader, so it names neither sender nor receiver",
            "write the frame as the implementation guidelines of Finvoice have it",
        )
        place = replace(found, path=xml.path_of(element), line=element.sourceline)
        return Frame(namespace=namespace, announces=announced, announced_id=announced_id), [place]
    parties: list[tuple[str, str, str]] = []
    schemes: list[str | None] = []
    for party in header.iterchildren("{*}From", "{*}To"):
        ids = list(party.iterchildren("{*}PartyId"))
        roles = [_text(e) or "" for e in party.iterchildren("{*}Role")]
        for number, identifier in enumerate(ids):
            # ebXML has several PartyId and one Role in a party; Finvoice one of each.
            role = roles[number] if number < len(roles) else (roles[-1] if roles else "")
            parties.append((etree.QName(party).localname, role, _text(identifier) or ""))
            schemes.append(_attribute(identifier, "type"))

    def party_of(direction: str, role: str) -> tuple[str | None, str | None]:
        for (where, what, identifier), scheme in zip(parties, schemes, strict=True):
            if where == direction and what.lower() == role.lower():
                return identifier or None, scheme
        return None, None

    sender, sender_scheme = party_of("From", "Sender")
    receiver, receiver_scheme = party_of("To", "Receiver")

    def text_of(name: str) -> str | None:
        return _text(next(header.iter(f"{{*}}{name}"), None))

    frame = Frame(
        sender,
        sender_scheme,
        party_of("From", "Intermediator")[0],
        receiver,
        receiver_scheme,
        party_of("To", "Intermediator")[0],
        text_of("MessageId"),
        text_of("Timestamp"),
        text_of("RefToMessageId"),
        text_of("Service"),
        text_of("Action"),
        text_of("CPAId"),
        text_of("ConversationId"),
        namespace,
        announced,
        announced_id,
        tuple(parties),
    )
    return frame, []


def _attribute(element: etree._Element, name: str) -> str | None:
    """Return the attribute *name* in any namespace."""
    for key, value in element.attrib.items():
        if etree.QName(str(key)).localname == name:
            return str(value).strip() or None
    return None


def _text(element: etree._Element | None) -> str | None:
    return None if element is None else (element.text or "").strip() or None
