"""The only place that parses XML.

Invoices are data: no document type, no entity, no network, and limits on size, depth and number of nodes.
What is refused is refused with line and column.  Bytes are decoded as declared (byte order mark, XML
declaration, else UTF-8); libxml2 knows UTF-8, UTF-16, ISO-8859-1, ISO-8859-15, Windows-1252 and more.

Comments and processing instructions carry no data and are dropped while parsing, and so are blanks between
elements.  Rules may see them: `parse` with *faithful* keeps every node.

>>> parse(b"<root><a>1</a></root>").tag
'root'
>>> parse(b"<!DOCTYPE root><root/>")
Traceback (most recent call last):
einvoice.errors.ForbiddenXml: :1:1: a document type declaration (DOCTYPE) is not allowed in an invoice
  fix: remove the DOCTYPE; einvoice never loads entities or external files
"""

from __future__ import annotations

import re
import threading
from typing import Final

from lxml import etree

from einvoice.errors import ForbiddenXml, NotWellFormed, TooLarge

MAX_BYTES: Final = 100_000_000
"""Largest document, in bytes.  Attachments make invoices large; the biggest real one seen has 3.3 MB."""

MAX_DEPTH: Final = 64
"""Deepest nesting of a large document (libxml2 itself stops a small one at 256).  UBL invoices reach 10."""

MAX_ATTRIBUTES: Final = 10_000
"""Attributes of an element: libxml2 looks through those before it for each, so that many take time by their square."""

MAX_NAMESPACE: Final = 2_000
"""Longest namespace, in characters.  The place of each fault names those of all elements above it."""

MAX_REASON: Final = 300
"""Characters of libxml2's own words that a message holds; it quotes names and values whole."""

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_BOM_ENCODINGS: Final = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


_parsers = threading.local()


def _parser(huge: bool, blanks: bool, encoding: str | None, faithful: bool = False) -> etree.XMLParser:
    # huge_tree lifts libxml2's own limits (depth 256, text nodes of 10 MB), which attachments need; ours apply.
    key = f"parser_{huge}_{blanks}_{encoding}_{faithful}"
    found: etree.XMLParser | None = getattr(_parsers, key, None)
    if found is None:
        found = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            dtd_validation=False,
            attribute_defaults=False,
            remove_comments=not faithful,
            remove_pis=not faithful,
            remove_blank_text=not blanks and not faithful,
            huge_tree=huge,
            encoding=encoding,
        )
        setattr(_parsers, key, found)
    return found


def parse(
    data: bytes, *, max_bytes: int | None = None, encoding: str | None = None, faithful: bool = False
) -> etree._Element:
    """Return the root element of *data*; *encoding* overrides what the document declares.

    *faithful* keeps blanks between elements, comments and processing instructions, as an XSLT processor sees them.

    Raises `TooLarge`, `ForbiddenXml` (document type, entities) and `NotWellFormed` (with line and column).
    """
    max_bytes = MAX_BYTES if max_bytes is None else max_bytes
    if len(data) > max_bytes:
        raise TooLarge(
            f"the document has {len(data):,} bytes, the limit is {max_bytes:,}",
            fix="split the file, or move large attachments out of the invoice",
        )
    if not data.strip(b" \t\r\n\x00"):
        raise NotWellFormed("the document is empty", fix="check that the file was written completely")
    _refuse_doctype(data)
    try:
        # Blanks between elements are dropped, which makes "everything was read" a comparison of two counts; they
        # are kept beside CDATA sections, where libxml2 would also drop blanks that belong to the text.
        parser = _parser(len(data) > 5_000_000, b"<![CDATA[" in data, encoding, faithful)
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _explain(error, data) from error
    except (ValueError, LookupError) as error:  # lxml: unknown encodings and the like
        raise NotWellFormed(_short(str(error)), fix="check the encoding that the XML declaration names") from error
    # A warning (a namespace that is no URI) makes lxml overlook a prefix that is not declared.
    if len(parser.error_log) and _UNDECLARED(root):
        raise NotWellFormed(
            "not well-formed XML: a name has a prefix that is not declared",
            fix="declare the prefix with xmlns:prefix on the element or above it",
        )
    if _has_long_namespace(data) and _LONG_NAMESPACE(root):
        raise TooLarge(
            f"the namespace of an element or attribute has more than {MAX_NAMESPACE:,} characters",
            fix="no invoice needs that; check where the file comes from",
        )
    signs = data.count(b"=")  # none at all is an encoding unlike ASCII
    if (signs > MAX_ATTRIBUTES or not signs) and _CROWDED(root):
        raise TooLarge(
            f"an element has more than {MAX_ATTRIBUTES:,} attributes",
            fix="no invoice format has that many; check where the file comes from",
        )
    docinfo = root.getroottree().docinfo
    if docinfo.doctype or docinfo.internalDTD is not None:
        raise _doctype_error(data)
    if len(data) > 5_000_000 and _DEEP(root):
        raise TooLarge(
            f"elements are nested deeper than {MAX_DEPTH} levels",
            fix="no invoice format nests that deep; check where the file comes from",
        )
    return root


_UNDECLARED = etree.XPath("boolean(//*[contains(local-name(), ':')] | //@*[contains(local-name(), ':')])")
# Not the axis of namespaces: it makes a copy of each for every element.
_LONG_NAMESPACE = etree.XPath(
    f"boolean(//*[string-length(namespace-uri()) > {MAX_NAMESPACE}] | //@*[string-length(namespace-uri()) > "
    f"{MAX_NAMESPACE}])"
)
_LONG_DECLARATION = re.compile(rb"xmlns[^\s=]{0,200}\s*=\s*(?:\"[^\"]{%d}|'[^']{%d})" % (MAX_NAMESPACE, MAX_NAMESPACE))


def _has_long_namespace(data: bytes) -> bool:
    at = data.find(b"xmlns")
    while at >= 0:
        if _LONG_DECLARATION.match(data, at):
            return True
        at = data.find(b"xmlns", at + 5)
    return False


_CROWDED = etree.XPath(f"boolean(//@*[{MAX_ATTRIBUTES + 1}])")
_DEEP = etree.XPath("boolean(" + "/*" * (MAX_DEPTH + 1) + ")")


def _refuse_doctype(data: bytes) -> None:
    """Raise before parsing when a document type stands before the root element.

    The prolog is scanned, not the whole file: the text of an invoice may speak of a DOCTYPE in a CDATA section.
    """
    for mark, encoding in _BOM_ENCODINGS:
        if data.startswith(mark) or (encoding == "utf-16-le" and data[1:2] == b"\x00"):
            head = data[:200_000].decode(encoding, "ignore").encode("utf-8", "ignore")
            break
    else:
        head = data[:200_000]
    position = 0
    while True:
        start = head.find(b"<", position)
        if start < 0:
            return
        if head.startswith(b"<?", start):
            end = head.find(b"?>", start)
        elif head.startswith(b"<!--", start):
            end = head.find(b"-->", start + 4)
        elif _DOCTYPE.match(head, start):
            raise _doctype_error(head, start)
        else:
            return
        if end < 0:
            return
        position = end + 2


def _doctype_error(data: bytes, at: int | None = None) -> ForbiddenXml:
    if at is None:
        found = _DOCTYPE.search(data)
        at = found.start() if found else 0
    line = data.count(b"\n", 0, at) + 1
    column = at - (data.rfind(b"\n", 0, at) + 1) + 1
    return ForbiddenXml(
        "a document type declaration (DOCTYPE) is not allowed in an invoice",
        fix="remove the DOCTYPE; einvoice never loads entities or external files",
        source="",
        line=line,
        column=column,
    )


def _short(text: str) -> str:
    return text if len(text) <= MAX_REASON else f"{text[:MAX_REASON]}…"


def _explain(error: etree.XMLSyntaxError, data: bytes) -> NotWellFormed | ForbiddenXml | TooLarge:
    line, column = error.position
    text = (error.msg or "not well-formed").partition("\n")[0]
    text = text.rpartition(", line ")[0] or text
    text = _short(text)
    low = text.lower()
    if "entity" in low and "not defined" in low:
        return ForbiddenXml(
            f"{text}: only the five built-in entities (&amp; &lt; &gt; &quot; &apos;) may be used",
            fix="write the character itself, or a numeric reference such as &#228;",
            line=line,
            column=column,
        )
    if "depth" in low:
        return TooLarge(
            "elements are nested too deep",
            fix="no invoice format nests that deep; check where the file comes from",
            line=line,
        )
    if "huge" in low:
        return TooLarge(
            "a name, an attribute or a text is too long",
            fix="no invoice needs that; check where the file comes from",
            line=line,
        )
    fix = "mend the XML at this place; the sender's system should write XML with a library, not by hand"
    if "encod" in low or "invalid char" in low or "utf-8" in low:
        fix = "the bytes do not fit the declared encoding: correct the XML declaration or convert the file"
    elif b"\x00" in data[:1000] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        fix = "this looks like a binary file, not XML"
    elif "premature end" in low or "couldn't find end" in low or line >= data.count(b"\n", 0, len(data.rstrip())) + 1:
        fix = "the file is cut off, or an element is not closed; fetch or write it again"
    return NotWellFormed(f"not well-formed XML: {text}", fix=fix, line=line or None, column=column or None)


def path_of(element: etree._Element) -> str:
    """Return the XPath of *element* with local names and positions among equally named siblings.

    >>> root = parse(b"<r><a/><a><b/></a></r>")
    >>> path_of(root[1][0])
    '/r/a[2]/b'
    """
    steps = []
    node: etree._Element | None = element
    while node is not None:
        name = etree.QName(node).localname
        parent = node.getparent()
        if parent is not None:
            tag = str(node.tag)
            before = sum(1 for _ in node.itersiblings(tag, preceding=True))
            if before or next(node.itersiblings(tag), None) is not None:
                name += f"[{before + 1}]"
        steps.append(name)
        node = parent
    return "/" + "/".join(reversed(steps))


class Paths:
    """XPaths as `path_of` writes them; siblings are counted once, not once for each fault."""

    def __init__(self) -> None:
        self._paths: dict[etree._Element, str] = {}
        self._steps: dict[etree._Element, dict[etree._Element, str]] = {}

    def of(self, element: etree._Element) -> str:
        """Return the path of *element*."""
        if element not in self._paths:
            parent = element.getparent()
            if parent is None:
                self._paths[element] = f"/{etree.QName(element).localname}"
            else:
                self._paths[element] = f"{self.of(parent)}/{self._steps_in(parent)[element]}"
        return self._paths[element]

    def _steps_in(self, parent: etree._Element) -> dict[etree._Element, str]:
        if parent not in self._steps:
            same: dict[str, list[etree._Element]] = {}
            for child in parent.iterchildren("*"):
                same.setdefault(str(child.tag), []).append(child)
            self._steps[parent] = {
                child: etree.QName(child).localname + (f"[{number}]" if len(children) > 1 else "")
                for children in same.values()
                for number, child in enumerate(children, 1)
            }
        return self._steps[parent]
