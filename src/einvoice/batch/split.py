"""A source cut into pieces that can be worked on side by side, without holding more than one of them.

A response of Netvisor with 50,000 invoices, a Finvoice file of as many frames and a list of Billecta are read from a
stream, a window at a time, and cut where one invoice ends and the next begins.  A piece is a document of its own:
what stands around the invoices (``<root>``, the status of the response) goes with each.  Where its findings stand in
the source is known all the same, by the lines before it and by the path of its place (`Piece.placed`).

Nothing is parsed here, and nothing that is found is trusted: the reader of the format parses each piece.  A source
that holds one invoice, or that is not cut (a batch document of Netvisor shares attachments between its invoices, and
UTF-16 has tags that are no ASCII), is one piece: its bytes as they are, within the limit of a document.

What cannot be cut any further because the source is broken is a piece as well: the reader says what is wrong with it.

>>> import io
>>> root = b"<root><salesinvoice>1</salesinvoice><salesinvoice>2</salesinvoice></root>"
>>> [piece.data for piece in split(io.BytesIO(root))]
[b'<root><salesinvoice>1</salesinvoice></root>', b'<root><salesinvoice>2</salesinvoice></root>']
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import IO, Any, Final

from einvoice import xml
from einvoice.errors import TooLarge
from einvoice.findings import Finding
from einvoice.formats.detect import first_root, wide_encoding
from einvoice.formats.finvoice.scan import ATTACHMENTS, FRAME, INVOICE, Scanner

WINDOW: Final = 1 << 18
"""Bytes that are read at a time."""

HEAD: Final = 1 << 16
"""Bytes in which the root of a source is looked for."""

MAX_HEAD: Final = 1 << 20
"""Most bytes before the first invoice of a response; they go with every piece."""

MAX_GROUP: Final = 1 << 24
"""Most bytes of a Finvoice file in which a place to cut is looked for: files without one are not cut."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a source: the bytes of a document with one invoice, seldom more.

    *number* counts the pieces of the source from 0; *several* says whether there are more.  *lines* are those before
    it in the source, *step* its path there: what findings call by the first stands at the second.  *items* are those of
    the list before it, when the piece is the rest of a list; *head* are the lines at its begin that the first piece has
    as well, when it is the rest of something else.
    """

    data: bytes
    number: int = 0
    several: bool = False
    lines: int = 0
    step: tuple[str, str] | None = None
    items: int = 0
    head: int = 0

    def __reduce__(self) -> tuple[Any, ...]:
        # What dataclasses do of their own accord takes ten times as long, and there is one for each invoice.
        return Piece, (self.data, self.number, self.several, self.lines, self.step, self.items, self.head)

    def placed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield *findings*, which are about this piece, with their places in the source.

        What is wrong around the invoices is said with the first of them.
        """
        for finding in findings:
            path, line = finding.path, finding.line
            inside = True
            if path is not None and self.step is not None:
                here, there = self.step
                if path == "/" and not here:
                    path = there
                elif path == here or path.startswith((f"{here}/", f"{here}[")):
                    path = there + path[len(here) :]
                else:
                    inside = False
            elif path is not None and self.items:
                path = _ITEM.sub(lambda found: f"/{int(found[1]) + self.items}", path)
            if not inside or (line is not None and line <= self.head):
                if not self.number:
                    yield finding
                continue
            if line is not None and self.lines:
                line += self.lines
            same = (path, line) == (finding.path, finding.line)
            yield finding if same else finding.placed(path, line, finding.value)


_ITEM: Final = re.compile(r"^/([0-9]{1,9})(?=/|$)")


def split(stream: IO[bytes]) -> Iterator[Piece]:
    """Yield the pieces of the source in *stream*, at least one."""
    window = _Window(stream)
    before: Piece | None = None
    for number, piece in enumerate(_cut(window)):
        if before is not None:
            yield before if before.several else replace(before, several=True)
        before = piece if number == 0 else _numbered(piece, number)
    assert before is not None
    yield before


def _numbered(piece: Piece, number: int) -> Piece:
    # `replace` takes four times as long, and there is one for each invoice.
    return Piece(piece.data, number, True, piece.lines, piece.step, piece.items, piece.head)


def _cut(window: _Window) -> Iterator[Piece]:
    head = window.peek(HEAD)
    if wide_encoding(head) is None:
        start = head[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        if start == b"[":
            return _json_items(window)
        if start == b"<":
            root = first_root(head)
            if root is not None and root.lower() == "root":
                return _netvisor(window)
            if root in (INVOICE, FRAME):
                return _finvoice(window)
    return iter((_whole(window),))


class _Window:
    """The bytes of a stream that are at hand: what was not consumed yet."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.data = bytearray()
        self.ended = False
        self.lines = 0

    def more(self) -> bool:
        """Read on; False at the end of the stream, and when more is at hand than a document may have."""
        if self.ended or len(self.data) > xml.MAX_BYTES:
            return False
        # Twice as much each time: what is looked through again stays a fraction of what there is.
        found = self.stream.read(max(WINDOW, len(self.data)))
        self.data += found
        self.ended = not found
        return not self.ended

    def peek(self, size: int) -> bytes:
        """Return the next bytes, up to *size*."""
        while len(self.data) < size and self.more():
            pass
        return bytes(self.data[:size])

    def consume(self, size: int) -> None:
        """Let go of the first *size* bytes."""
        self.lines += self.data.count(b"\n", 0, size)
        del self.data[:size]


def _whole(window: _Window) -> Piece:
    """Return all that is left as one piece."""
    while len(window.data) <= xml.MAX_BYTES and window.more():
        pass
    if len(window.data) > xml.MAX_BYTES:
        raise TooLarge(
            f"more than {xml.MAX_BYTES:,} bytes that cannot be taken apart, which is the limit",
            fix="split the file, or move large attachments out of the invoice",
        )
    return Piece(bytes(window.data), lines=window.lines)


# -- Netvisor --------------------------------------------------------------------------------------------------------

_TAG: Final = re.compile(
    rb"<(?=[!?/rs])(?:(!--)|(!\[CDATA\[)|(\?)|(!DOCTYPE)|(/?)(root|salesinvoice(?:s|list|batch)?)(?=[\s/>]))",
    re.IGNORECASE,
)
_ENDS: Final = {1: b"-->", 2: b"]]>", 3: b"?>"}
_TAG_END: Final = re.compile(rb"(?:[^\"'<>]++|\"[^\"<]*+\"|'[^'<]*+')*+>")
_LONGEST_TAG: Final = 32
_NOTHING: Final = re.compile(rb"(?:\s++|<!--(?:(?!-->).)*+-->)*+", re.DOTALL)
_CLOSED: Final = re.compile(rb"(?:\s++|<!--(?:(?!-->).)*+-->|</[A-Za-z]++\s*+>)*+", re.DOTALL)


@dataclass(slots=True)
class _Tag:
    """A tag that counts: its name, in lower case and as spelled, where it stands, whether it opens, closes or both."""

    name: bytes
    spelled: bytes
    start: int
    end: int
    opens: bool
    closes: bool


class _Tags:
    """The tags of a window that can begin or end an invoice; positions are those in the window."""

    def __init__(self, window: _Window) -> None:
        self.window = window
        self.at = 0

    def next(self) -> _Tag | None:
        """Return the next tag; None at the end, at a document type and where the source is broken."""
        data = self.window.data
        while True:
            found = _TAG.search(data, self.at)
            if found is None:
                self.at = max(self.at, len(data) - _LONGEST_TAG)
                if not self.window.more():
                    return None
            elif found.lastindex in _ENDS:
                self.at = self._behind(_ENDS[found.lastindex], found.end())
            elif found[4]:
                return None
            else:
                start, name = found.start(), found[6]
                closing, position = bool(found[5]), found.end()
                while (end := _TAG_END.match(data, position)) is None:
                    if not self.window.more():
                        return None
                self.at = end.end()
                both = data[self.at - 2] == 0x2F
                return _Tag(name.lower(), name, start, self.at, not closing, closing or both)

    def _behind(self, mark: bytes, position: int) -> int:
        """Return the position behind *mark*, the end of the data when there is none."""
        data = self.window.data
        while (found := data.find(mark, position)) < 0:
            position = max(position, len(data) - len(mark) + 1)
            if not self.window.more():
                return len(data)
        return found + len(mark)

    def consume(self, size: int) -> None:
        """Let go of the first *size* bytes."""
        self.window.consume(size)
        self.at -= size


def _netvisor(window: _Window) -> Iterator[Piece]:
    """Cut a document of Netvisor at its invoices.

    What stands before the first invoice goes with each, what stands between two with the second, and what follows the
    last with that one, so that the reader sees everything.  From where the tags do not pair, or a second group of
    invoices begins, the rest is one piece, with the head of the document.
    """
    tags = _Tags(window)
    begun = _begin(tags)
    if begun is None:
        yield _whole(window)
        return
    head, closing, place, tag = begun
    invoices = 0
    behind = len(head)  # where the piece before ends; the bytes up to the second invoice are kept, for it may be alone
    while tag is not None and tag.name == b"salesinvoice" and tag.opens:
        end = _end_of(tags, tag)
        if end is None:
            break
        invoices += 1
        here = f"{place}/{tag.spelled.decode()}"
        between = bytes(window.data[behind : tag.start])
        data = bytes(window.data[tag.start : end])
        above = head if _NOTHING.fullmatch(between) else head + between
        lines = window.lines + window.data.count(b"\n", 0, tag.start) - above.count(b"\n")
        piece = Piece(above + data, lines=lines, step=(here, f"{here}[{invoices}]"))
        following = tags.next()
        if following is not None and following.name == b"salesinvoice" and following.opens:
            yield Piece(piece.data + closing, lines=piece.lines, step=piece.step)
            if invoices > 1:
                following = replace(following, start=following.start - end, end=following.end - end)
                tags.consume(end)
                behind = 0
            else:
                behind = end
            tag = following
            continue
        # The last of its group: is what follows the end of the document?
        while len(window.data) - end < MAX_HEAD and window.more():
            pass
        tail = bytes(window.data[end:])
        if invoices == 1 and window.ended:
            yield Piece(bytes(window.data), lines=window.lines)
        elif _CLOSED.fullmatch(tail) and window.ended:
            yield replace(piece, data=piece.data + tail)
        else:
            yield replace(piece, data=piece.data + closing)
            tags.consume(end)
            yield _rest(window, head)
        return
    if behind and invoices:
        tags.consume(behind)
    yield _rest(window, head) if invoices else _whole(window)


def _begin(tags: _Tags) -> tuple[bytes, bytes, str, _Tag] | None:
    """Return what stands before the first invoice, what closes it, its path and its tag; None where nothing is cut."""
    opened: list[_Tag] = []
    while (tag := tags.next()) is not None and tag.end < MAX_HEAD:
        if tag.name == b"salesinvoice":
            if not opened or not tag.opens:
                return None
            head = bytes(tags.window.data[: tag.start])
            closing = b"".join(b"</%s>" % each.spelled for each in reversed(opened))
            return head, closing, "".join(f"/{each.spelled.decode()}" for each in opened), tag
        if tag.name == b"salesinvoicebatch" or tag.closes or len(opened) > 1:
            return None
        opened.append(tag)
    return None


def _end_of(tags: _Tags, tag: _Tag) -> int | None:
    """Return where the invoice that *tag* begins ends; None when it is not closed."""
    if tag.closes:
        return tag.end
    depth = 1
    while (inner := tags.next()) is not None and inner.end - tag.start <= xml.MAX_BYTES:
        if inner.name == b"root":
            return None
        if inner.name == b"salesinvoice" and not (inner.opens and inner.closes):
            depth += 1 if inner.opens else -1
            if not depth:
                return inner.end
    return None


def _rest(window: _Window, head: bytes) -> Piece:
    """Return what is left of a source as one piece; what is wrong with it, the reader says."""
    lines = window.lines
    piece = _whole(window)
    above = head.count(b"\n")
    return replace(piece, data=head + piece.data, lines=lines - above, head=above)


# -- Finvoice --------------------------------------------------------------------------------------------------------


def _finvoice(window: _Window) -> Iterator[Piece]:
    """Cut a Finvoice file behind its invoices, each with the frame before it and the attachment messages after it."""
    size = 2 * WINDOW
    framed = False
    while True:
        window.peek(size)
        data = bytes(window.data)
        cuts, framed = _cuts(data, window.ended, framed)
        if cuts is None:
            yield _whole(window)  # roots within a root: the reader sees the whole
            return
        if not cuts:
            if window.ended or size > MAX_GROUP:
                yield _whole(window)
                return
            size *= 2
            continue
        lines, begin = window.lines, 0
        for cut in cuts:
            yield Piece(data[begin:cut], lines=lines)
            lines += data.count(b"\n", begin, cut)
            begin = cut
        window.consume(begin)
        size = 2 * WINDOW
        if window.ended and not window.data.strip():
            return


def _cuts(data: bytes, ended: bool, framed: bool) -> tuple[list[int] | None, bool]:
    """Return where *data* can be cut, in order; None for a file whose invoices stand in a root of their own.

    The last invoice stays with what follows it: it may not be whole yet.  An invoice without a frame in a file that has
    frames (*framed*, as far as it was looked at; the second result) stays with the one before, as that is said of it.
    """
    cuts: list[int] = []
    behind: int | None = None  # where the invoice before ends, when nothing but a frame stands behind it
    frames = framed
    own_frame = False
    scanner = Scanner(data)
    for chunk in scanner.chunks():
        if chunk.wrapped:
            return None, framed
        # What is not closed may be cut off by the window, also in its name.
        if chunk.error is not None or (not ended and scanner.ends.get(chunk.start) is None):
            break
        if chunk.name == INVOICE:
            if behind is not None and (own_frame or not frames):
                cuts.append(behind)
                framed = frames
            behind = chunk.end
            own_frame = False
        elif chunk.name == FRAME:
            frames = own_frame = True
        elif chunk.name == ATTACHMENTS:
            if behind is not None:
                behind = chunk.end
            own_frame = False
        else:
            behind = None
    if ended and cuts:
        cuts.append(len(data))
    return cuts, framed


# -- JSON ------------------------------------------------------------------------------------------------------------

_BLANKS: Final = re.compile(r"[ \t\n\r]*")


def _json_items(window: _Window) -> Iterator[Piece]:
    """Cut an array at its items; from where it is no JSON on, or no object, the rest is one piece."""
    text = _Text(window)
    # Boundaries are looked for, nothing more: what the values are, the reader says.
    decode = json.JSONDecoder(parse_int=_nothing, parse_float=_nothing, strict=False).raw_decode
    count = 0
    at = _skip(text, 0) + 1
    before = b"["  # what makes a list of the rest
    while True:
        at = _skip(text, at)
        if count and text.data.startswith("]", at) and _skip(text, at + 1) == len(text.data):
            return
        if count:
            if not text.data.startswith(",", at):
                before = b"[0 "
                break
            at = _skip(text, at + 1)
        if not text.data.startswith("{", at):
            break
        if (end := _end_of_item(text, at, decode)) is None:
            break
        lines = text.lines_before(at)
        yield Piece(text.data[at:end].encode("utf-8", "surrogateescape"), lines=lines, step=("", f"/{count}"))
        count += 1
        at = end
        if 2 * at > len(text.data):  # so that no character is moved more than once
            text.consume(at)
            at = 0
    if not count:
        yield Piece(text.rest())
        return
    text.lines_before(at)
    text.consume(at)
    # A rest that lacks its comma has to lack it still.
    yield Piece(before + text.rest(), lines=text.lines, items=count - (before != b"["))


def _end_of_item(text: _Text, at: int, decode: Callable[[str, int], tuple[object, int]]) -> int | None:
    """Return where the item at *at* ends; None when it is broken, or longer than a document may be."""
    while True:
        try:
            return decode(text.data, at)[1]
        except (ValueError, RecursionError):
            if not text.more():
                return None


def _nothing(text: str) -> None:
    return None


class _Text:
    """The text of a window; bytes that are no UTF-8 stay in it, for the reader to refuse."""

    def __init__(self, window: _Window) -> None:
        self.window = window
        self.decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self.data = ""
        self.lines = 0
        self._counted = 0
        self._take()
        self.data = self.data.removeprefix("\ufeff")

    def _take(self) -> None:
        self.data += self.decoder.decode(bytes(self.window.data), self.window.ended)
        self.window.data.clear()

    def more(self) -> bool:
        """Read on, twice as much as there is; False at the end, and where an item is longer than a document may be."""
        if self.window.ended or len(self.data) > xml.MAX_BYTES:
            return False
        wanted = max(WINDOW, len(self.data))
        while len(self.window.data) < wanted and self.window.more():
            pass
        self._take()
        return True

    def lines_before(self, at: int) -> int:
        """Return the lines of the source before *at*, which never goes back."""
        self.lines += self.data.count("\n", self._counted, at)
        self._counted = at
        return self.lines

    def consume(self, size: int) -> None:
        """Let go of the first *size* characters."""
        self.lines_before(size)
        self._counted = 0
        self.data = self.data[size:]

    def rest(self) -> bytes:
        """Return all that is left, as bytes."""
        while self.more():
            pass
        data = self.data.encode("utf-8", "surrogateescape")
        if len(data) > xml.MAX_BYTES:
            raise TooLarge(
                f"more than {xml.MAX_BYTES:,} bytes that cannot be taken apart, which is the limit",
                fix="split the file",
            )
        return data


def _skip(text: _Text, at: int) -> int:
    """Return the position of the next character from *at* on that is no blank."""
    while True:
        found = _BLANKS.match(text.data, at)
        at = at if found is None else found.end()
        if at < len(text.data) or not text.more():
            return at
