"""Where the values of the model stand in the source.

The walker makes a `Place` for each value.  The compiled reader notes the element, or the element and the name of its
attribute: few of a document's places are ever asked for, and `Places` makes those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from einvoice.formats.mapping.nodes import Node, Syntax, XmlNode


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value of the model stands in the source; path and line are worked out when asked for."""

    node: Node
    attribute: str
    value: str | None

    @property
    def path(self) -> str:
        """XPath or JSON pointer."""
        return f"{self.node.path}/@{self.node.spelled(self.attribute)}" if self.attribute else self.node.path

    @property
    def line(self) -> int | None:
        """Line, counted from 1; None in JSON."""
        return self.node.line


Noted: TypeAlias = Place | etree._Element | tuple[etree._Element, str]
"""A place as a reader notes it; the same object under several paths is one place."""


class Places(Mapping[str, Place]):
    """The places of the values of one document, by path in the model, in the order in which they were read.

    *noted* is what they are made of, *syntax* that of the format, for a reader which notes elements.
    """

    __slots__ = ("_above", "_made", "_nodes", "_syntax", "noted")

    def __init__(self, noted: Mapping[str, Noted], syntax: Syntax | None = None) -> None:
        self.noted = noted
        self._syntax = syntax
        self._made: dict[int, Place] = {}
        self._nodes: dict[etree._Element, XmlNode] = {}
        self._above: dict[str, str] | None = None

    def __getitem__(self, path: str) -> Place:
        noted = self.noted[path]
        if isinstance(noted, Place):
            return noted
        found = self._made.get(id(noted))
        if found is None:
            found = self._made[id(noted)] = self._place(noted)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.noted)

    def __len__(self) -> int:
        return len(self.noted)

    def __contains__(self, path: object) -> bool:
        return path in self.noted

    def moved(self, noted: Mapping[str, Noted]) -> Places:
        """Return the places of *noted*, which holds those of this document under other paths."""
        return Places(noted, self._syntax)

    def nearest(self, path: str) -> Place | None:
        """Return the place of *path*, or else the nearest above it.

        A path above others stands where the first of them stands.
        """
        while path:
            if path in self.noted:
                return self[path]
            if self._above is None:
                self._above = self._firsts()
            if (first := self._above.get(path)) is not None:
                return self[first]
            path = _parent(path)
            if path == "native" or path.endswith(".native"):
                path = path[: -len("native")].rstrip(".")  # what is kept of one element says nothing of another
        return None

    def _firsts(self) -> dict[str, str]:
        """Return the first path below each path that has no place of its own."""
        noted = self.noted
        found: dict[str, str] = {}
        for first in noted:
            path = _parent(first)
            while path and path not in found and path not in noted:
                found[path] = first
                path = _parent(path)
        return found

    def _place(self, noted: etree._Element | tuple[etree._Element, str]) -> Place:
        if isinstance(noted, tuple):
            element, attribute = noted
            node = self._node(element)
            return Place(node, attribute, node.attributes[attribute].strip())
        return Place(self._node(noted), "", (noted.text or "").strip())

    def _node(self, element: etree._Element) -> XmlNode:
        """Return the node of *element*; those above it are shared, so that each counts its children once."""
        assert self._syntax is not None
        above = element.getparent()
        if above is None:
            return XmlNode(element, self._syntax)
        parent = self._nodes.get(above)
        if parent is None:
            parent = self._nodes[above] = self._node(above)
        return XmlNode(element, self._syntax, parent)


def _parent(path: str) -> str:
    return path[: path.rfind("[")] if path.endswith("]") else path.rpartition(".")[0]
