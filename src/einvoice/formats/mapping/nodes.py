"""What the walker sees of a wire, and what it builds: one shape for XML, folded XML and JSON.

`Syntax` says how a format spells names.  `Node` is a read-only view of an element or a JSON value; its path and
line are worked out only when somebody asks.  `OutElement` is an element to be written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Final, Protocol

from lxml import etree

from einvoice.formats.mapping.codecs import BLANKS
from einvoice.xml import path_of

_MAX_KNOWN: Final = 2_000
_LONG: Final = 200
"""So many names, shorter than that, are remembered for a format; no format has more, but a hostile document may."""

_IGNORED_NAMESPACES = ("http://www.w3.org/2001/XMLSchema-instance", "http://www.w3.org/XML/1998/namespace")


@dataclass(frozen=True)
class Syntax:
    """How a format spells its names.

    *format* is the public format id and the prefix of native keys; *root* the name of the root element (or of the
    element that holds one invoice); *namespaces* prefix → URI, the empty prefix being that of the root; *fold*
    reads names without regard to case; *currency* is the path of the document currency below the root, when
    amounts repeat it as an attribute; it may end in an attribute (``Total/@currency``).  *json* marks a format of JSON:
    nothing is compiled for it, since `direct.py` reads it.
    """

    format: str
    root: str
    namespaces: Mapping[str, str] = field(default_factory=dict)
    fold: bool = False
    currency: str | None = None
    json: bool = False

    def qualify(self, name: str) -> str:
        """Return the lxml tag of a wire name: ``cbc:ID`` → ``{urn:…}ID``."""
        prefix, _, local = name.rpartition(":")
        uri = self.namespaces.get(prefix)
        return f"{{{uri}}}{local}" if uri else name

    def wire_name(self, tag: str) -> str:
        """Return the wire name of an lxml tag, the inverse of `qualify`."""
        found = self._known.get(tag)
        if found is None:
            found = self._wire_name(tag)
            if len(self._known) < _MAX_KNOWN and len(tag) < _LONG:
                self._known[tag] = found
        return found

    def _wire_name(self, tag: str) -> str:
        if tag[0] != "{":
            return tag.lower() if self.fold else tag
        uri, _, local = tag[1:].partition("}")
        prefix = self._prefixes.get(uri)
        if prefix is None:
            return tag
        return f"{prefix}:{local}" if prefix else local

    @cached_property
    def _known(self) -> dict[str, str]:
        return {}

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        return {uri: prefix for prefix, uri in reversed(list(self.namespaces.items()))}


class Node(Protocol):
    """One element or value of a source."""

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str | None: ...
    @property
    def attributes(self) -> Mapping[str, str]: ...
    @property
    def children(self) -> Sequence[Node]: ...
    @property
    def stray_text(self) -> str: ...
    @property
    def tail_text(self) -> str: ...
    @property
    def repeated_attributes(self) -> Sequence[tuple[str, str]]: ...
    def spelled(self, attribute: str) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def line(self) -> int | None: ...
    @property
    def origin(self) -> Any: ...


class XmlNode:
    """An element.  Names are wire names; attributes of `xsi:` and `xml:` carry no data and are left out.

    A node knows its children and, once a path was asked for, their steps, so that naming every element of a wide
    document costs one pass and not one per element.
    """

    __slots__ = (
        "_children",
        "_numbers",
        "_parent",
        "_path",
        "_spelled",
        "_steps",
        "name",
        "number",
        "origin",
        "syntax",
    )

    def __init__(self, element: etree._Element, syntax: Syntax, parent: XmlNode | None = None) -> None:
        self.origin = element
        self.syntax = syntax
        self.name = syntax.wire_name(str(element.tag))
        self._parent = parent
        self._path = ""
        self._spelled: dict[str, str] | None = None
        self._children: list[XmlNode] | None = None
        self._steps: dict[etree._Element, str] | None = None
        self._numbers: dict[etree._Element, int] | None = None
        self.number: int | None = None
        """Which of its name it is among its siblings, where a reader knows better than `numbered`."""

    @property
    def parent(self) -> XmlNode | None:
        """The node above; None for the root of the document."""
        if self._parent is not None:
            return self._parent
        above = self.origin.getparent()
        return None if above is None else XmlNode(above, self.syntax)

    def numbered(self) -> int:
        """Return which of its name it is among its siblings, from 1; elements in which nothing stands do not count."""
        if self.number is None:
            parent = self.parent
            self.number = 1 if parent is None else parent._number_of(self.origin)
        return self.number

    def _number_of(self, child: etree._Element) -> int:
        if self._numbers is None:
            seen: Counter[Any] = Counter()
            self._numbers = {}
            for element in self.origin.iterchildren("*"):
                self._numbers[element] = seen[element.tag] + 1
                seen[element.tag] += states_something(element)
        return self._numbers[child]

    @property
    def text(self) -> str | None:
        return self.origin.text

    @property
    def attributes(self) -> dict[str, str]:
        if not self.origin.attrib:
            return {}
        found: dict[str, str] = {}
        for name, value in self._attributes():
            found.setdefault(name, value)
        return found

    @property
    def repeated_attributes(self) -> list[tuple[str, str]]:
        """Attributes that differ from an earlier one in case only, where case does not count."""
        if not self.syntax.fold:
            return []
        seen: set[str] = set()
        repeated = []
        for name, value in self._attributes():
            if name in seen:
                repeated.append((name, value))
            seen.add(name)
        return repeated

    def spelled(self, attribute: str) -> str:
        """Return the name of *attribute* as the document spells it."""
        if not self.syntax.fold:
            return attribute
        if self._spelled is None:
            self._spelled = {}
            for key in self.origin.attrib:
                self._spelled.setdefault(str(key).lower(), str(key))
        return self._spelled.get(attribute, attribute)

    def _attributes(self) -> Iterator[tuple[str, str]]:
        fold = self.syntax.fold
        for key, value in self.origin.attrib.items():
            name = str(key)
            if not is_ignored(name):
                yield (name.lower() if fold else name), str(value)

    @property
    def children(self) -> list[XmlNode]:
        if self._children is None:
            self._children = [XmlNode(element, self.syntax, self) for element in self.origin.iterchildren("*")]
        return self._children

    def _step_of(self, child: etree._Element) -> str:
        if self._steps is None:
            elements = list(self.origin.iterchildren("*"))
            total = Counter(element.tag for element in elements)
            seen: Counter[Any] = Counter()
            self._steps = {}
            for element in elements:
                tag = element.tag
                step = str(tag).rpartition("}")[2]
                if total[tag] > 1:
                    seen[tag] += 1
                    step += f"[{seen[tag]}]"
                self._steps[element] = step
        return self._steps[child]

    @property
    def stray_text(self) -> str:
        """Text before and between the children, blanks stripped."""
        return " ".join(filter(None, ((self.origin.text or "").strip(BLANKS), self.tail_text)))

    @property
    def tail_text(self) -> str:
        """Text after the first child, blanks stripped."""
        parts = ((child.tail or "").strip(BLANKS) for child in self.origin)
        return " ".join(filter(None, parts))

    @property
    def path(self) -> str:
        if self._parent is None:
            self._path = self._path or path_of(self.origin)  # one of many invoices counts those before it once
            return self._path
        return f"{self._parent.path}/{self._parent._step_of(self.origin)}"

    @property
    def line(self) -> int | None:
        return self.origin.sourceline


def is_ignored(attribute: str) -> bool:
    """Return whether *attribute* is one of `xsi:` or `xml:`, which carry no data."""
    return attribute[0] == "{" and etree.QName(attribute).namespace in _IGNORED_NAMESPACES


def states_something(element: etree._Element) -> bool:
    """Return whether a text or an attribute that is not blank stands at or below *element*."""
    for each in element.iter():
        if (each.text or "").strip(BLANKS) and isinstance(each.tag, str):
            return True
        if each is not element and (each.tail or "").strip(BLANKS):
            return True
        for name, value in each.attrib.items():
            if str(value).strip(BLANKS) and not is_ignored(str(name)):
                return True
    return False


class JsonNode:
    """A JSON value with its key.  Arrays of objects appear as repeated children of one name."""

    __slots__ = ("name", "origin", "path")
    line: int | None = None
    attributes: Mapping[str, str] = {}
    repeated_attributes: Sequence[tuple[str, str]] = ()
    stray_text = ""
    tail_text = ""

    def __init__(self, name: str, value: Any, path: str = "") -> None:
        self.name = name
        self.origin = value
        self.path = path or "/"

    def spelled(self, attribute: str) -> str:
        """Return the name unchanged: JSON has no attributes."""
        return attribute

    def key_from(self, base: str) -> str:
        """Return the key under which this value is kept (see `keep.py`), *base* being the path of the keeper's object.

        >>> JsonNode("Name", "Ek", "/3/RotRutDetails/Customers/1/Name").key_from("/3")
        'RotRutDetails/Customers[2]/Name'
        """
        steps: list[str] = []
        for step in self.path.removeprefix(base.rstrip("/")).strip("/").split("/"):
            if step.isdigit() and steps:
                steps[-1] += f"[{int(step) + 1}]" if int(step) else ""
            else:
                steps.append(step)
        return "/".join(steps)

    @property
    def text(self) -> str | None:
        if self.origin is None or isinstance(self.origin, dict | list):
            return None
        if isinstance(self.origin, bool):
            return "true" if self.origin else "false"
        return str(self.origin)

    @property
    def children(self) -> list[JsonNode]:
        if not isinstance(self.origin, dict):
            return []
        base = "" if self.path == "/" else self.path
        found = []
        for key, value in self.origin.items():
            place = f"{base}/{str(key).replace('~', '~0').replace('/', '~1')}"
            if isinstance(value, list):
                found += [JsonNode(key, item, f"{place}/{position}") for position, item in enumerate(value)]
            else:
                found.append(JsonNode(key, value, place))
        return found


@dataclass(slots=True)
class OutElement:
    """An element to be written."""

    name: str
    text: str | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[OutElement] = field(default_factory=list)
    const: bool = False
    """True when nothing in it depends on the invoice."""


@dataclass(slots=True)
class Rendered(OutElement):
    """An element that is text already, for the place where it will stand."""

    xml: str = ""


@cache
def forbidden_characters() -> re.Pattern[str]:
    """Return the pattern of a character that XML cannot hold; only writing needs it, and it takes 2 ms to compile."""
    return re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_NEEDS_ESCAPE = re.compile("[&<>\r]").search
_NEEDS_ESCAPE_ATTRIBUTE = re.compile('[&<>"\t\n\r]').search


def escape_text(text: str) -> str:
    """Return *text* as element content."""
    if not _NEEDS_ESCAPE(text):
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def escape_attribute(text: str) -> str:
    """Return *text* as attribute content, for double quotes."""
    if not _NEEDS_ESCAPE_ATTRIBUTE(text):
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def render_xml(element: OutElement, syntax: Syntax, depth: int = 0) -> str:
    """Return *element* as XML text, indented by two blanks, namespaces declared on the root."""
    if isinstance(element, Rendered):
        return element.xml
    pad = "  " * depth
    opening = f"{pad}<{element.name}"
    if depth == 0:
        opening += namespace_declarations(syntax)
    for key, value in element.attributes.items():
        opening += f' {key}="{escape_attribute(value)}"'
    if element.children:
        inner = "".join(render_xml(child, syntax, depth + 1) for child in element.children)
        return f"{opening}>\n{inner}{pad}</{element.name}>\n"
    if element.text is not None:
        return f"{opening}>{escape_text(element.text)}</{element.name}>\n"
    return f"{opening}/>\n"


def namespace_declarations(syntax: Syntax) -> str:
    """Return the namespace declarations of the root element."""
    return "".join(
        f' xmlns{":" + prefix if prefix else ""}="{uri}"' for prefix, uri in sorted(syntax.namespaces.items())
    )


def render_json(element: OutElement, many: frozenset[str] = frozenset()) -> Any:
    """Return *element* as a JSON value: objects keep the order of the rows, repeated names become arrays."""
    if not element.children:
        return element.text
    value: dict[str, Any] = {}
    for child in element.children:
        item = render_json(child, many)
        if child.name in many:
            value.setdefault(child.name, []).append(item)
        else:
            value[child.name] = item
    return value
