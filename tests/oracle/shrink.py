"""A smaller document that still shows the same fault."""

import re
from collections.abc import Callable
from typing import Protocol
from xml.parsers import expat

from lxml import etree
from tests.oracle.seeds import PARSER


def well_formed(data: bytes) -> bool:
    """Say whether *data* is well-formed with its namespaces, without a document type declaration, for two parsers."""
    parser = expat.ParserCreate(namespace_separator=" ")
    doctype = []
    parser.StartDoctypeDeclHandler = lambda *_: doctype.append(1)
    try:
        parser.Parse(data, True)
        etree.fromstring(data, PARSER)
    except (expat.ExpatError, etree.XMLSyntaxError, ValueError, LookupError):
        return False
    return not doctype


def _spans(data: bytes) -> list[tuple[int, int]]:
    """Return where each element below the root, text, comment and instruction stands in *data*, in bytes."""
    parser = expat.ParserCreate()
    found: list[tuple[int, int]] = []
    open_at: list[int] = []
    ended: list[int] = []  # starts of things whose end is where the next event is

    def event() -> None:
        while ended:
            found.append((ended.pop(), parser.CurrentByteIndex))

    def start(*_: object) -> None:
        event()
        open_at.append(parser.CurrentByteIndex)

    def end(*_: object) -> None:
        event()
        begun = open_at.pop()
        if open_at:
            ended.append(begun)

    def other(*_: object) -> None:
        event()
        if open_at:
            ended.append(parser.CurrentByteIndex)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = parser.CommentHandler = parser.ProcessingInstructionHandler = other
    parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = event
    parser.Parse(data, True)
    return [span for span in found if span[1] > span[0]]


class Changed(Protocol):
    """Something with a document, as a mutant has."""

    @property
    def data(self) -> bytes: ...


def shrink(found: Changed | bytes, disagrees: Callable[[bytes], bool]) -> bytes:
    """Return a smaller document on which *disagrees* still holds, without another element or attribute to drop.

    Bytes are cut out, so that encoding, prefixes, CDATA and references stay as they were.  The declarations of
    the root are kept; *disagrees* answers False where it cannot judge.  Raises ValueError when the document given does
    not disagree.
    """
    data = found if isinstance(found, bytes) else found.data
    if not disagrees(data):
        raise ValueError("nothing to shrink: the document given does not disagree")

    def holds(candidate: bytes) -> bool:
        return well_formed(candidate) and disagrees(candidate)

    while True:
        before = len(data)
        data = _without_elements(data, holds)
        data = _without_attributes(data, holds)
        if len(data) == before:
            return data


def _without_elements(data: bytes, holds: Callable[[bytes], bool]) -> bytes:
    """Cut out runs of children of the root, then whatever single thing can go, the largest first."""
    size = len(_outermost(_spans(data))) // 2
    while size > 1:
        top = _outermost(_spans(data))
        runs = [top[at : at + size] for at in range(0, len(top), size)]
        data = _without(data, [(run[0][0], run[-1][1]) for run in runs], holds)
        size //= 2
    while True:
        before = len(data)
        data = _without(data, sorted(_spans(data), key=lambda span: span[0] - span[1]), holds)
        if len(data) == before:
            return data


def _without(data: bytes, spans: list[tuple[int, int]], holds: Callable[[bytes], bool]) -> bytes:
    """Cut out one span after another; those that lie in a span that went are gone with it."""
    cut: list[tuple[int, int]] = []
    for span in spans:
        gone = any(span[0] < end and span[1] > start for start, end in cut)
        if not gone and holds(_cut(data, [*cut, span])):
            cut.append(span)
    return _cut(data, cut)


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that lie in no other, in the order of the document."""
    top: list[tuple[int, int]] = []
    for span in sorted(spans):
        if not top or span[0] >= top[-1][1]:
            top.append(span)
    return top


def _cut(data: bytes, spans: list[tuple[int, int]]) -> bytes:
    kept, at = [], 0
    for start, end in sorted(spans):
        kept.append(data[at:start])
        at = end
    return b"".join((*kept, data[at:]))


def _without_attributes(data: bytes, holds: Callable[[bytes], bool]) -> bytes:
    """Take out attributes and declarations one by one; those of namespaces at the root stay."""
    # Latin 1 keeps any bytes as they are; in UTF-16 the marks of XML take two.
    codec = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2], "iso-8859-1")
    xml = data.decode(codec)
    attributes = re.compile(r"\s+[^\s=<>\"']+\s*=\s*(\"[^\"<]*\"|'[^'<]*')")
    spans: list[tuple[int, int]] = []
    for number, tag in enumerate(re.finditer(r"<[^<>!?/](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>", xml)):
        for one in attributes.finditer(tag[0]):
            if number or not one[0].lstrip().startswith("xmlns"):
                spans.append((tag.start() + one.start(), tag.start() + one.end()))
    for start, end in reversed(spans):
        trial = xml[:start] + xml[end:]
        if holds(trial.encode(codec)):
            xml = trial
    return xml.encode(codec)
