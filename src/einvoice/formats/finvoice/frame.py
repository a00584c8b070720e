"""A Finvoice file taken apart: transmission frames, invoices and attachment messages, one after the other.

A file is often not one XML document.  A SOAP frame precedes each invoice, an attachment message may follow it, and
each of these pieces has an XML declaration of its own or none.  ``scan.py`` finds where the pieces begin and end, and
`FinvoiceFile` parses one of them at a time, so a file with 500 invoices needs the memory of one.

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
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from einvoice import xml
from einvoice.errors import ContextError, EInvoiceError, ForbiddenXml, InternalError, NoInvoice, NotWellFormed, TooLarge
from einvoice.findings import Finding, Severity
from einvoice.formats.detect import wide_encoding
from einvoice.formats.finvoice.attachments import (
    MAX_MESSAGE_ID,
    AttachmentMessage,
    is_foreign,
    join,
    judge_message,
    lacking,
    read_message,
)
from einvoice.formats.finvoice.scan import (
    ATTACHMENTS,
    FRAME,
    INVOICE,
    MAX_WRAPPER_TAG,
    WRAPPER,
    Chunk,
    Scanner,
)

if TYPE_CHECKING:
    from einvoice.formats.detect import Source
    from einvoice.model import Invoice

SOAP_NAMESPACES: Final = (
    "http://schemas.xmlsoap.org/soap/envelope/",
    "http://www.w3.org/2001/12/soap-envelope",
    "http://www.w3.org/2003/05/soap-envelope",
)
"""SOAP 1.1, the draft of 1.2 that operators use, and 1.2."""

EBXML: Final = "http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd"
XLINK: Final = "http://www.w3.org/1999/xlink"

MESSAGES: Final = {
    "Finvoiceack": "an acknowledgement",
    "FinvoiceSenderInfo": "a seller's notice to consumers",
    "FinvoiceReceiverInfo": "a consumer's answer to a seller",
    "ReceiverProposal": "a proposal to receive e-invoices",
    ATTACHMENTS: "an attachment message",
}
"""What else travels in a frame: root element, and what it is."""

MAX_BROKEN: Final = 1_000
"""Frames and invoices in a row that cannot be read, after which a file is given up: two megabytes of nothing but
``<SOAP-ENV:Envelope>`` are a hundred thousand."""

MAX_PADDING: Final = 1_000_000_000
"""Most line ends that are put before pieces so that the parser counts the lines of the file; then lines are unknown."""


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
    DOCTYPE was left out.  *repeats* is the index of an earlier piece with the same message identifier in its frame, and
    *unframed* says that this invoice has no frame where an earlier one has.
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
    unframed: bool = False
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


# --- the pieces in XML ------------------------------------------------------------------------------


@dataclass
class _Draft:
    """An invoice that waits for the attachment messages after it."""

    piece: InvoicePiece
    attachments: list[AttachmentMessage]
    findings: list[Finding]


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
    """The bytes of a Finvoice file, and its invoices, each parsed when its turn comes.

    *beside* fetches the file with attachment messages beside it, None when there is none; it is called at most once,
    when an invoice names a message that does not follow it.
    """

    def __init__(self, data: bytes, beside: Callable[[], bytes | None] | None = None) -> None:
        self._beside = beside
        self._messages: list[AttachmentMessage] | None = None
        self._encoding: str | None = None
        self._data = self._as_ascii(data)
        self._padding = 0
        self._begun: tuple[list[InvoicePiece], Iterator[InvoicePiece]] | None = None

    def open(self) -> etree._Element | None:
        """Parse the first invoice and return it; it is not parsed again by the first iteration.

        None when there is no invoice, or a broken one with others after it.  Raises the error of a broken invoice that
        is the only one.
        """
        following = self._bounded()
        try:
            head = [next(following)]
            if head[0].error is not None:
                second = next(following, None)
                if second is None:
                    error = head.pop().error
                    assert error is not None
                    try:
                        raise error
                    finally:
                        del error  # see `_bounded`
                head.append(second)
        except NoInvoice:
            return None
        self._begun = head, following
        return head[0].root

    def __iter__(self) -> Iterator[InvoicePiece]:
        if self._begun is None:
            yield from self._bounded()
            return
        head, following = self._begun
        self._begun = None
        while head:
            yield head.pop(0)
        yield from following

    def is_foreign(self) -> bool:
        """True when the file begins with an envelope in a namespace that is not SOAP."""
        first = next(Scanner(self._data).chunks(), None)
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
        for chunk in Scanner(self._data).chunks():
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

    def _bounded(self) -> Iterator[InvoicePiece]:
        """Yield the invoices; a file that holds nothing but broken ones is given up after some."""
        broken = 0
        for piece in self._pieces():
            error: BaseException | None = piece.error
            while error is not None:  # tracebacks lead back to the piece: in such a ring the file would live on
                error.__traceback__ = None
                error = error.__context__
            yield piece
            broken = 0 if piece.error is None else broken + 1
            if broken == MAX_BROKEN:
                given_up = TooLarge(
                    f"{MAX_BROKEN:,} frames or invoices in a row cannot be read; the rest was not looked at",
                    fix="mend what is wrong with the first ones; when the file is whole, fetch or write it again",
                    line=piece.error.line if piece.error is not None else None,
                )
                yield InvoicePiece(index=piece.index + 1, error=given_up)
                return

    def _pieces(self) -> Iterator[InvoicePiece]:
        index = 0
        waiting: _Draft | None = None
        framed: _Parsed | None = None
        early: list[AttachmentMessage] = []
        notes: list[Finding] = []
        others: list[str] = []
        seen: dict[str, int] = {}
        frames = 0

        for chunk in Scanner(self._data).chunks():
            if chunk.name == FRAME and chunk.error is None:
                lonely, framed = framed, self._frame(chunk)
                frames += 1
                inside = None if framed.element is None else _invoice_inside(framed.element)
                if lonely is not None:
                    if waiting is not None:
                        yield self._done(waiting)
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
                yield self._done(waiting)
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
                unframed=framed is None and frames > 0,
                error=error,
            )
            waiting = _Draft(piece, early, [*notes, *found])
            index, framed, early, notes = index + 1, None, [], []
        if framed is not None:
            if waiting is None and not index:
                raise _without_invoice(framed, others)
            if waiting is not None:
                yield self._done(waiting)
            waiting = _Draft(InvoicePiece(index=index, error=_lonely(framed)), early, notes)
        if waiting is None:
            raise _without_invoice(None, others)
        yield self._done(waiting)

    def _done(self, draft: _Draft) -> InvoicePiece:
        """Return the piece of *draft* with the attachment messages that are beside the file, when it lacks them."""
        piece, messages, findings = draft.piece, list(draft.attachments), list(draft.findings)
        announced = None if piece.root is None else announced_message(piece.root)
        if announced is not None and not messages:
            own = transmission(piece)
            for message in self._messages_beside(findings):
                named = message.message_id == announced
                if (named or message.ref_to_message_id == own.message_id is not None) and not is_foreign(message, own):
                    messages.append(message)
            if not messages:
                findings.append(_not_there(piece, announced, self._beside is not None))
        return replace(piece, attachments=tuple(messages), findings=tuple(findings))

    def _messages_beside(self, findings: list[Finding]) -> list[AttachmentMessage]:
        if self._messages is None:
            self._messages = []
            data = self._beside() if self._beside is not None else None
            try:
                file = FinvoiceFile(data) if data is not None else None
            except EInvoiceError as error:
                findings.append(_broken_attachments(error))
                file = None
            if file is not None:
                for chunk in Scanner(file._data).chunks():
                    if chunk.name != ATTACHMENTS and chunk.error is None:
                        continue
                    message, found = file._attachments(chunk)
                    # The places of these are in another file than the invoice.
                    findings += [replace(f, path=None, line=None) for f in found]
                    if message is not None:
                        self._messages.append(replace(message, beside=True))
        return self._messages

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
                self._place(error, chunk, before if padded else 0)
                raise
            findings.append(_ASSUMED.at(None, chunk.line))
            try:
                root = _parse(body, before if padded else 0, "iso-8859-15")
            except EInvoiceError as second:
                self._place(second, chunk, before if padded else 0)
                raise
        if chunk.name == INVOICE and (misread := _misread(body, encoding, chunk.line)) is not None:
            findings.append(misread)
        if not padded:
            for element in root.iter():
                element.sourceline = 0  # type: ignore[misc]  # lxml has a setter, its stubs do not
        if chunk.wrapper:
            inner = root[0]
            root.remove(inner)
            root = inner
        return root, findings

    def _place(self, error: EInvoiceError, chunk: Chunk, padded: int) -> None:
        """Count line and column of *error* in the file."""
        line = error.line or padded + 1
        error.line = line - padded + chunk.line - 1
        if error.column is not None and error.line == chunk.line:
            error.column += chunk.start - (self._data.rfind(b"\n", 0, chunk.start) + 1) - len(chunk.wrapper)

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
            if chunk.error is not None:
                raise chunk.error
            element, findings = self._parse(chunk)
        except EInvoiceError as error:
            return None, [_broken_attachments(error)]
        message, found = read_message(element)
        return message, [*findings, *found]


_NO_LINES = bytes.maketrans(b"\r\n", b"  ")
_TAG_NAME = re.compile(rb"\A<([\w.:\-]+)")


_LATIN: Final = frozenset({"iso-8859-1", "iso-8859-15"})
"""Encodings of which every byte is a character: Python decodes them many times faster than libxml2 does."""


def _parse(body: bytes, lines: int, encoding: str) -> etree._Element:
    if encoding.lower() in _LATIN:
        body, encoding = body.decode(encoding).encode(), "utf-8"
    return xml.parse(b"\n" * lines + body, max_bytes=xml.MAX_BYTES + MAX_WRAPPER_TAG + lines, encoding=encoding)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


_SINGLE_BYTES: Final = re.compile(r"(iso-?8859|latin|windows-?125|cp-?125)", re.IGNORECASE)
_NOT_ASCII: Final = re.compile(rb"[\x80-\xff]")
_WORD: Final = re.compile(rb"[^\s<>\"\x00-\x1f]{0,40}[\x80-\xff][^\s<>\"]{0,40}")


def _misread(body: bytes, encoding: str | None, line: int) -> Finding | None:
    """Return a finding for letters that are UTF-8 in a document that declares one byte for each."""
    if encoding is None or body.isascii() or not _SINGLE_BYTES.match(encoding) or not _is_utf_8(body):
        return None
    first = _NOT_ASCII.search(body)
    # The word may begin 40 bytes before: to look for it from the start of the file takes 40 steps for each byte.
    found = _WORD.search(body, max(0, first.start() - 40)) if first is not None else None
    if found is None:
        return None
    meant, shown = found[0].decode(errors="ignore"), found[0].decode("iso-8859-15")
    return Finding(
        "EI-FINVOICE-ENCODING",
        "warning",
        "input",
        f"the document declares {encoding}, and its letters are UTF-8: {meant!r} is read as {shown!r}",
        'declare the encoding in which the file is written: <?xml version="1.0" encoding="UTF-8"?>',
        line=line + body.count(b"\n", 0, found.start()),
        value=shown,
    )


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


def _not_there(piece: InvoicePiece, announced: str, looked: bool) -> Finding:
    place = next(piece.element.iter("{*}AttachmentMessageIdentifier"), piece.element)
    where = "neither behind it in the file nor beside it" if looked else "not in the file"
    found = _reading(
        "EI-FINVOICE-ATTACHMENTS",
        "warning",
        f"the invoice names the attachment message {announced!r}, which is {where}; it is read without its attachments",
        "put the message into the same file behind the invoice, or beside it as NAME-attachments.xml",
    )
    return replace(found, terms=("BG-24",)).at(xml.path_of(place), place.sourceline, announced)


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
    name = others[0] if others else WRAPPER
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


def announced_message(invoice: etree._Element) -> str | None:
    """Return the identifier of the attachment message that *invoice* names; None when it names none."""
    details = next(invoice.iterchildren("{*}AttachmentMessageDetails"), None)
    return None if details is None else _text(next(details.iterchildren("{*}AttachmentMessageIdentifier"), None))


def transmission(piece: InvoicePiece) -> Frame:
    """Return sender, receiver and message identifier of *piece*: of its frame, else of its transmission details.

    The message identifier is that of the details where they have one; *announced_id* is what else may name the message.
    """
    frame, details = piece.frame or Frame(), frame_of(piece.element)
    return Frame(
        frame.sender or details.sender,
        frame.sender_scheme or details.sender_scheme,
        frame.sender_intermediator or details.sender_intermediator,
        frame.receiver or details.receiver,
        frame.receiver_scheme or details.receiver_scheme,
        frame.receiver_intermediator or details.receiver_intermediator,
        details.message_id or frame.message_id,
        frame.timestamp or details.timestamp,
        announced_id=frame.message_id if details.message_id else frame.announced_id,
    )


def attached(invoice: Invoice, piece: InvoicePiece) -> tuple[Invoice, list[Finding]]:
    """Return *invoice*, read from *piece*, with the files of its attachment messages, and what is wrong with them.

    A message that belongs to another invoice is not joined.  The findings are those of `judge_attachments`.
    """
    findings: list[Finding] = []
    for message in piece.attachments:
        invoice, found = join(invoice, message, transmission(piece), announced_message(piece.element))
        findings += found
    return invoice, findings


def judge_attachments(piece: InvoicePiece) -> list[Finding]:
    """Return what FV-102, FV-103 and FV-104 say of the attachment messages of *piece*."""
    own, announced = transmission(piece), announced_message(piece.element)
    return [finding for message in piece.attachments for finding in judge_message(message, own, announced)]


def open_file(data: bytes, beside: Callable[[], bytes | None] | None = None) -> FinvoiceFile | None:
    """Return *data* as a Finvoice file; None when a SOAP envelope around something else is what it begins with.

    *beside* is that of `FinvoiceFile`.
    """
    file = FinvoiceFile(data, beside)
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

CPA_ID: Final = "yoursandmycpa"
SERVICE: Final = "Routing"
ACTION: Final = "ProcessInvoice"
_SCHEMA_LOCATION = "http://www.pankkiyhdistys.fi/verkkolasku/finvoice/finvoice.xsd"
_ROLES: Final = ("Sender", "Intermediator", "Receiver", "Intermediator")


def read_frame(element: etree._Element) -> tuple[Frame, list[Finding]]:
    """Return the frame in the SOAP envelope *element*, and what is missing in it for reading.

    Names are compared without regard to namespace prefix, and those of the manifest without regard to case.  Parts
    that senders leave out (Service, Action, ConversationId) are None.
    """
    header = next(element.iter("{*}MessageHeader"), None)
    namespace = etree.QName(element).namespace or ""
    reference = next((e for e in element.iter("*") if etree.QName(e).localname.lower() == "reference"), None)
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


def frame_of(invoice: etree._Element) -> Frame:
    """Return the frame that the transmission details of *invoice* describe; empty without them."""
    details = next(invoice.iterchildren("{*}MessageTransmissionDetails"), None)
    if details is None:
        return Frame()

    def find(path: str) -> etree._Element | None:
        return details.find("/".join(f"{{*}}{step}" for step in path.split("/")))

    def text(path: str) -> str | None:
        return _text(find(path))

    sender, receiver = find("MessageSenderDetails/FromIdentifier"), find("MessageReceiverDetails/ToIdentifier")
    return Frame(
        _text(sender),
        None if sender is None else sender.get("SchemeID"),
        text("MessageSenderDetails/FromIntermediator"),
        _text(receiver),
        None if receiver is None else receiver.get("SchemeID"),
        text("MessageReceiverDetails/ToIntermediator"),
        text("MessageDetails/MessageIdentifier"),
        text("MessageDetails/MessageTimeStamp"),
        text("MessageDetails/RefToMessageIdentifier"),
    )


def write_frame(frame: Frame, encoding: str | None = None) -> bytes:
    """Return *frame* as a SOAP 1.1 envelope with a line end after it; the invoice goes right behind.

    *encoding* is declared and used when it is given.  Without one there is no XML declaration, as in the guidelines,
    and the frame is plain ASCII.  Message identifier and time stamp are those of *frame*: nothing comes from the clock,
    and the same frame is always the same bytes.

    Raises `ContextError` when a party, an intermediator, the message identifier or the time stamp is missing, and when
    the message identifier has more than 48 characters.
    """
    if missing := lacking(frame):
        raise ContextError(
            f"a transmission frame needs {', '.join(missing)}",
            fix="add the electronic addresses (endpoint, ovt) and the intermediators of seller and customer to "
            "the context, or leave the frame out",
        )
    identifier = frame.message_id or ""
    parties = zip(
        ("From", "From", "To", "To"),
        _ROLES,
        (frame.sender, frame.sender_intermediator, frame.receiver, frame.receiver_intermediator),
        (frame.sender_scheme, None, frame.receiver_scheme, None),
        strict=True,
    )
    lines = [
        f'<SOAP-ENV:Envelope xmlns:SOAP-ENV="{SOAP_NAMESPACES[0]}" xmlns:xlink="{XLINK}" xmlns:eb="{EBXML}">',
        "<SOAP-ENV:Header>",
        '<eb:MessageHeader SOAP-ENV:mustUnderstand="1" eb:version="2.0">',
    ]
    for direction, role, party, scheme in parties:
        kind = f' eb:type="{_escaped(scheme)}"' if scheme else ""
        lines += [
            f"<eb:{direction}>",
            f"<eb:PartyId{kind}>{_escaped(party)}</eb:PartyId>",
            f"<eb:Role>{role}</eb:Role>",
            f"</eb:{direction}>",
        ]
    lines.append(f"<eb:CPAId>{_escaped(frame.cpa_id or CPA_ID)}</eb:CPAId>")
    if frame.conversation_id:
        lines.append(f"<eb:ConversationId>{_escaped(frame.conversation_id)}</eb:ConversationId>")
    lines += [
        f"<eb:Service>{_escaped(frame.service or SERVICE)}</eb:Service>",
        f"<eb:Action>{_escaped(frame.action or ACTION)}</eb:Action>",
        "<eb:MessageData>",
        f"<eb:MessageId>{_escaped(identifier)}</eb:MessageId>",
        f"<eb:Timestamp>{_escaped(frame.timestamp)}</eb:Timestamp>",
    ]
    if frame.ref_to_message_id:
        lines.append(f"<eb:RefToMessageId>{_escaped(frame.ref_to_message_id)}</eb:RefToMessageId>")
    lines += [
        "</eb:MessageData>",
        "</eb:MessageHeader>",
        "</SOAP-ENV:Header>",
        "<SOAP-ENV:Body>",
        '<eb:Manifest eb:id="Manifest" eb:version="2.0">',
        f'<eb:Reference eb:id="{INVOICE}" xlink:href="{_escaped(frame.announced_id or identifier)}">',
        f'<eb:Schema eb:location="{_SCHEMA_LOCATION}" eb:version="2.0"/>',
        "</eb:Reference>",
        "</eb:Manifest>",
        "</SOAP-ENV:Body>",
        "</SOAP-ENV:Envelope>",
    ]
    declared = [f'<?xml version="1.0" encoding="{encoding.upper()}"?>'] if encoding else []
    return "".join(f"{line}\n" for line in [*declared, *lines]).encode(encoding or "ascii", "xmlcharrefreplace")


def is_complete(frame: Frame) -> bool:
    """Return whether `write_frame`, and an attachment message, have all that they need."""
    return not lacking(frame)


def _escaped(text: str | None) -> str:
    for character, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = (text or "").replace(character, reference)
    return "".join(c if c >= " " else " " for c in text or "")


# --- rules ------------------------------------------------------------------------------------------


def judge_frame(piece: InvoicePiece) -> list[Finding]:
    """Return what FV-22, FV-92, FV-100 and FV-101 say of *piece*: a file as it came, frame and declaration included.

    Raises the error of a piece that could not be parsed.  ``einvoice explain FV-92`` has the texts, in
    ``schematron/finvoice/3.0/elsewhere.csv``.
    """
    return [*_fv_22(piece), *_fv_92(piece), *_fv_100(piece), *_fv_101(piece)]


def _found(
    code: str, severity: Severity, message: str, fix: str, place: etree._Element | None, value: str | None = None
) -> Finding:
    path = None if place is None else xml.path_of(place)
    return Finding(
        code, severity, "finvoice", message, fix, (), path, None if place is None else place.sourceline, value
    )


_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def _fv_22(piece: InvoicePiece) -> Iterator[Finding]:
    root = piece.element
    version = (root.get("Version") or "").strip()
    schema = f"Finvoice{version}.xsd" if version in ("2.01", "3.0") else "Finvoice.xsd"
    named = root.get(f"{{{_XSI}}}noNamespaceSchemaLocation")
    if not (named is None and version.startswith("1.") and version != "1.3"):  # those have a DTD, or nothing
        file = re.split(r"[/\\]", named.strip())[-1] if named is not None else None
        if file is None or file.lower() != schema.lower():
            yield _found(
                "FV-22",
                "warning",
                f"the root names {'no schema' if named is None else f'the schema {named!r}'}, and version "
                f"{version or '(none)'} has {schema}",
                f'write xsi:noNamespaceSchemaLocation="{schema}"',
                root,
                named,
            )
    if (piece.encoding or "utf-8") != "iso-8859-15":
        yield _found(
            "FV-22",
            "warning",
            f"the encoding is {piece.encoding.upper() if piece.encoding else 'not declared'}, and Finvoice prescribes "
            "ISO-8859-15",
            "write ISO-8859-15 unless the receiver is known to take UTF-8; operators do, banks need not",
            root,
            piece.encoding,
        )


def _fv_92(piece: InvoicePiece) -> Iterator[Finding]:
    frame, details = piece.frame, piece.element.find("{*}MessageTransmissionDetails")
    if frame is None or details is None:
        return
    for path, label, framed in (
        ("MessageSenderDetails/FromIdentifier", "the sender", (frame.sender,)),
        ("MessageSenderDetails/FromIntermediator", "the sender's intermediator", (frame.sender_intermediator,)),
        ("MessageReceiverDetails/ToIdentifier", "the receiver", (frame.receiver,)),
        ("MessageReceiverDetails/ToIntermediator", "the receiver's intermediator", (frame.receiver_intermediator,)),
        ("MessageDetails/MessageIdentifier", "the message identifier", (frame.message_id, frame.announced_id)),
    ):
        place = details.find("/".join(f"{{*}}{step}" for step in path.split("/")))
        stated = _text(place)
        if stated is None or framed[0] is None or stated in framed:
            continue
        yield _found(
            "FV-92",
            "warning",
            f"{label} is {stated!r} in the transmission details and {framed[0]!r} in the frame",
            "write the same in both: the frame decides where the invoice goes",
            place,
            stated,
        )


def _fv_100(piece: InvoicePiece) -> Iterator[Finding]:
    frame = piece.frame
    if frame is None:
        if piece.unframed:
            yield _found(
                "FV-100",
                "error",
                "the invoice has no transmission frame, and others in the file have one",
                "write a frame before each invoice",
                piece.element,
            )
        return
    wanted = tuple(zip(("From", "From", "To", "To"), _ROLES, strict=True))
    seen = tuple((direction, role) for direction, role, _ in frame.parties)
    if seen != wanted:
        yield _found(
            "FV-100",
            "error",
            f"the parties of the frame are {_parties(seen)}, expected {_parties(wanted)}",
            "write the four parties with these roles, in this order",
            piece.frame_element,
        )
        return
    for direction, role, identifier in frame.parties:
        if not identifier:
            yield _found(
                "FV-100",
                "error",
                f"the party {direction}/{role} of the frame has no identifier",
                "write its address, or that of its bank or operator",
                piece.frame_element,
            )


def _parties(parties: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{direction}/{role or '(no role)'}" for direction, role in parties) or "none"


def _fv_101(piece: InvoicePiece) -> Iterator[Finding]:
    frame = piece.frame
    if frame is None:
        return
    if frame.cpa_id != CPA_ID:
        yield _found(
            "FV-101",
            "warning",
            f"CPAId of the frame is {frame.cpa_id!r}, expected {CPA_ID!r}"
            if frame.cpa_id
            else "the frame has no CPAId",
            f"write <eb:CPAId>{CPA_ID}</eb:CPAId>",
            _in_frame(piece, "CPAId"),
            frame.cpa_id,
        )
    identifier = frame.message_id
    place = _in_frame(piece, "MessageId")
    if identifier is None:
        yield _found(
            "FV-101", "warning", "the frame has no message identifier", "write one that is unique", piece.frame_element
        )
    elif len(identifier) > MAX_MESSAGE_ID:
        yield _found(
            "FV-101",
            "warning",
            f"the message identifier of the frame has {len(identifier)} characters, the limit is {MAX_MESSAGE_ID}",
            "take a shorter one that is unique",
            place,
            identifier,
        )
    if piece.repeats is not None:
        yield _found(
            "FV-101",
            "warning",
            f"the message identifier {identifier!r} is also that of invoice {piece.repeats + 1} of the file",
            "give every invoice a message identifier of its own: a receiver takes the second for a copy of the first",
            place,
            identifier,
        )


def _in_frame(piece: InvoicePiece, name: str) -> etree._Element | None:
    frame = piece.frame_element
    return None if frame is None else next(frame.iter(f"{{*}}{name}"), frame)
