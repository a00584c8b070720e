"""From the location in a Schematron report to the element (or attribute) that it means.

Engines write locations in several ways: ``/*:Invoice[namespace-uri()='…'][1]``, ``/*[local-name()='Invoice' and
namespace-uri()='…'][1]``, ``/ubl:Invoice[1]/cbc:ID``, ``/Q{urn:…}Invoice[1]``.  All of them say a local name, some a
namespace, and a position among the siblings of that name.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from lxml import etree

from einvoice.xml import Paths, path_of

_QUOTED: Final = r"'[^']*'|\"[^\"]*\""
_STEP: Final = re.compile(
    rf"/(?P<attribute>@)?(?:Q\{{(?P<braced>[^}}]*)\}})?(?:[^/\[\]@:{{}}'\"]+:|\*:)?(?P<name>[^/\[\]@:{{}}'\"]+)"
    rf"(?P<predicates>(?:\[(?:[^\]'\"]|{_QUOTED})*\])*)"
)
_LOCAL: Final = re.compile(rf"local-name\(\)\s*=\s*({_QUOTED})")
_NAMESPACE: Final = re.compile(rf"namespace-uri\(\)\s*=\s*({_QUOTED})")
_POSITION: Final = re.compile(r"\[\s*(?:position\(\)\s*=\s*)?(\d+)\s*\]")


class Spot(NamedTuple):
    """A place in a source, as findings name it."""

    path: str | None = None
    line: int | None = None
    value: str | None = None


class Node(NamedTuple):
    """An element, or one of its attributes by its lxml name."""

    element: etree._Element
    attribute: str | None = None

    @property
    def name(self) -> str:
        """The local name of the element or attribute."""
        return etree.QName(self.element if self.attribute is None else self.attribute).localname

    @property
    def path(self) -> str:
        """XPath with local names, as findings have it."""
        path = path_of(self.element)
        return path if self.attribute is None else f"{path}/@{self.name}"

    @property
    def line(self) -> int | None:
        """Line in the source, counted from 1."""
        return self.element.sourceline

    @property
    def value(self) -> str | None:
        """The text of an attribute or of an element without children."""
        if self.attribute is not None:
            return self.element.get(self.attribute)
        return None if len(self.element) else (self.element.text or "")


class _Step(NamedTuple):
    attribute: bool
    name: str | None
    namespace: str | None
    position: int

    def fits(self, tag: object) -> bool:
        if not isinstance(tag, str):
            return False
        name = etree.QName(tag)
        return self.name in (None, name.localname) and self.namespace in (None, name.namespace or "")


def _steps(location: str) -> list[_Step] | None:
    """Return the steps of *location*, None when it has another form."""
    steps = []
    at = 0
    while at < len(location):
        found = _STEP.match(location, at)
        if found is None:
            return [] if location == "/" else None  # the document node
        predicates = found["predicates"]
        local, namespace, position = (p.search(predicates) for p in (_LOCAL, _NAMESPACE, _POSITION))
        name = local[1][1:-1] if local else None if found["name"] == "*" else found["name"]
        uri = namespace[1][1:-1] if namespace else found["braced"]
        steps.append(_Step(found["attribute"] is not None, name, uri, int(position[1]) if position else 1))
        at = found.end()
    return steps


class Finder:
    """Leads from locations to the nodes of one document; siblings are looked through once, not once for each finding.

    *root* may stand inside an envelope: a location begins with it all the same.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._paths = Paths()
        self._children: dict[tuple[etree._Element, str | None, str | None], list[etree._Element]] = {}
        self._named: dict[etree._Element, dict[str | None, list[etree._Element]]] = {}

    def node(self, location: str | None) -> Node | None:
        """Return what *location* means, or the nearest element above it; None when it leads elsewhere.

        >>> root = etree.fromstring('<e><a xmlns:u="urn:u"><u:b/><u:b x="1"/></a></e>')[0]
        >>> Finder(root).node("/a[1]/*:b[namespace-uri()='urn:u'][2]/@x").path
        '/e/a/b[2]/@x'
        """
        steps = None if location is None else _steps(location)
        if steps is None or (steps and not steps[0].fits(self._root.tag)):
            return None
        element = self._root
        for step in steps[1:]:
            if step.attribute:
                return Node(element, next((str(name) for name in element.attrib if step.fits(name)), None))
            same = self._fitting(element, step)
            if not 0 < step.position <= len(same):
                break
            element = same[step.position - 1]
        return Node(element)

    def spot(self, node: Node) -> Spot:
        """Return the place of *node*."""
        path = self._paths.of(node.element)
        return Spot(path if node.attribute is None else f"{path}/@{node.name}", node.line, node.value)

    def _named_in(self, element: etree._Element) -> dict[str | None, list[etree._Element]]:
        """Return the children by local name, all of them under None: each may have a name of its own."""
        if element not in self._named:
            named = self._named[element] = {None: list(element.iterchildren("*"))}
            for child in named[None]:
                named.setdefault(etree.QName(child).localname, []).append(child)
        return self._named[element]

    def _fitting(self, element: etree._Element, step: _Step) -> list[etree._Element]:
        key = element, step.name, step.namespace
        if key not in self._children:
            self._children[key] = [
                child for child in self._named_in(element).get(step.name, ()) if step.fits(child.tag)
            ]
        return self._children[key]
