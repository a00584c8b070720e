"""A document as XPath sees it: nodes with identity and order, made from lxml's elements once.

lxml makes a proxy each time it is asked for an element and has no node for an attribute or a text, so expressions do
not run on it.  A `Tree` holds a `Node` for everything; names are Clark names (``{uri}local``), as lxml writes them.
Whatever stands around the root element, should it have been taken out of an envelope, does not exist.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from lxml import etree

from einvoice.schematron.values import Untyped

DOCUMENT: Final = 0
ELEMENT: Final = 1
ATTRIBUTE: Final = 2
TEXT: Final = 3
COMMENT: Final = 4
INSTRUCTION: Final = 5

_KINDS: Final = ("document-node", "element", "attribute", "text", "comment", "processing-instruction")
_ORDER: Final = attrgetter("order")
_NONE: Final[dict[str, list[Node]]] = {}
_NO_ATTRIBUTES: Final[dict[str, Node]] = {}


class Node:
    """A node.  *order* counts all nodes from 0 in document order, *last* is that of the last node below."""

    __slots__ = (
        "_atom",
        "_text",
        "attributes",
        "children",
        "element",
        "kind",
        "last",
        "named",
        "order",
        "parent",
        "tag",
    )

    def __init__(self, kind: int, tag: str, parent: Node | None, order: int, text: str | None = None) -> None:
        self.kind = kind
        self.tag = tag
        self.parent = parent
        self.order = order
        self.last = order
        self.children: list[Node] = []
        self.named: dict[str, list[Node]] = _NONE
        self.attributes: dict[str, Node] = _NO_ATTRIBUTES
        self.element: etree._Element | None = None
        self._text = text
        self._atom: str | None = None

    def __repr__(self) -> str:
        return f"<{_KINDS[self.kind]} {self.tag}>"

    @property
    def text(self) -> str:
        """The string value."""
        found = self._text
        if found is None:
            found = self._text = "".join(self._texts())
        return found

    def _texts(self) -> Iterator[str]:
        stack = [iter(self.children)]
        while stack:
            for child in stack[-1]:
                if child.kind == TEXT:
                    yield child._text or ""
                elif child.kind == ELEMENT:
                    if child._text is not None:
                        yield child._text
                    else:
                        stack.append(iter(child.children))
                        break
            else:
                stack.pop()

    @property
    def atom(self) -> str:
        """The typed value: untyped, a string for comments and processing instructions."""
        found = self._atom
        if found is None:
            found = self._atom = Untyped(self.text) if self.kind < COMMENT else self.text
        return found

    @property
    def uri(self) -> str:
        """The namespace of the name, "" without one."""
        return self.tag[1:].partition("}")[0] if self.tag[:1] == "{" else ""

    @property
    def local(self) -> str:
        """The local part of the name, "" without one."""
        return self.tag.rpartition("}")[2]

    @property
    def name(self) -> str:
        """The name with the prefix that the document gives it."""
        if self.kind == ELEMENT:
            assert self.element is not None
            prefix = self.element.prefix
        elif self.kind == ATTRIBUTE and self.tag[:1] == "{":
            return self._attribute_name()
        else:
            return self.tag
        return f"{prefix}:{self.local}" if prefix else self.local

    def _attribute_name(self) -> str:
        # lxml gives the prefix of an attribute through its XPath only, by place.
        assert self.parent is not None
        assert self.parent.element is not None
        place = list(self.parent.attributes).index(self.tag) + 1
        return str(self.parent.element.xpath(f"name(@*[{place}])"))

    @property
    def line(self) -> int | None:
        """The line of the element, or of the element that holds the node."""
        node: Node | None = self
        while node is not None and node.element is None:
            node = node.parent
        return None if node is None or node.element is None else node.element.sourceline

    @property
    def location(self) -> str:
        """The absolute XPath of the node, in the form of `svrl.location_of`, from the root of its tree."""
        if self.kind == DOCUMENT:
            return "/"
        steps: list[str] = []
        node: Node | None = self
        while node is not None and node.parent is not None:
            uri, local = node.uri, node.local
            if node.kind == ELEMENT:
                steps.append(f"*:{local}[namespace-uri()='{uri}'][{node.number}]" if uri else f"{local}[{node.number}]")
            elif node.kind == ATTRIBUTE:
                steps.append(f"@*[local-name()='{local}' and namespace-uri()='{uri}']" if uri else f"@{local}")
            else:
                steps.append(f"{_KINDS[node.kind]}()[{node.number}]")
            node = node.parent
        return "/" + "/".join(reversed(steps))

    @property
    def number(self) -> int:
        """The place of the node among its siblings of the same name, or of the same kind for what has none."""
        assert self.parent is not None
        if self.kind == ELEMENT:
            return bisect_left(self.parent.named[self.tag], self.order, key=_ORDER) + 1
        return [child for child in self.parent.children if child.kind == self.kind].index(self) + 1


class Tree:
    """A document: *nodes* in document order, attributes after their element; *named* has the elements of each name.

    *memory* is for whoever works on the document to keep what belongs to it.
    """

    __slots__ = ("_visited", "attributes", "document", "elements", "memory", "named", "nodes", "of")

    def __init__(self, root: etree._Element) -> None:
        self.document = Node(DOCUMENT, "", None, 0)
        self.nodes: list[Node] = [self.document]
        self.elements: list[Node] = []
        self.named: dict[str, list[Node]] = {}
        self.attributes: dict[str, list[Node]] = {}
        self.memory: dict[object, object] = {}
        self._visited: list[Node] | None = None
        _build(self, root)
        self.of: dict[etree._Element, Node] = {node.element: node for node in self.elements if node.element is not None}

    @property
    def visited(self) -> list[Node]:
        """The nodes that the official engine visits: elements, attributes, the document node and its children."""
        if self._visited is None:
            document = self.document
            self._visited = [node for node in self.nodes if node.kind <= ATTRIBUTE or node.parent is document]
        return self._visited


def _build(tree: Tree, root: etree._Element) -> None:
    nodes, document = tree.nodes, tree.document
    around = root.getparent() is None
    top = [*reversed([*root.itersiblings(preceding=True)])] if around else []
    top.append(root)
    if around:
        top += root.itersiblings()
    stack: list[tuple[Node, Iterator[etree._Element]]] = [(document, iter(top))]
    while stack:
        parent, elements = stack[-1]
        for element in elements:
            tag = element.tag
            if isinstance(tag, str):
                node = Node(ELEMENT, tag, parent, len(nodes))
                node.element = element
                nodes.append(node)
                parent.children.append(node)
                if parent.named is _NONE:
                    parent.named = {tag: [node]}
                else:
                    parent.named.setdefault(tag, []).append(node)
                tree.elements.append(node)
                tree.named.setdefault(tag, []).append(node)
                if element.attrib:
                    _attributes(tree, node, element)
                text = element.text
                if text:
                    _text(nodes, node, text)
                if len(element):
                    stack.append((node, iter(element)))
                    break
                node._text = text or ""
                node.last = len(nodes) - 1
            else:
                kind = COMMENT if isinstance(element, etree._Comment) else INSTRUCTION
                name = "" if kind == COMMENT else str(getattr(element, "target", ""))
                parent.children.append(Node(kind, name, parent, len(nodes), element.text or ""))
                nodes.append(parent.children[-1])
            if parent is not document and element.tail:
                _text(nodes, parent, element.tail)
        else:
            stack.pop()
            parent.last = len(nodes) - 1
            outer = parent.parent
            if outer is not None and outer is not document and parent.element is not None and parent.element.tail:
                _text(nodes, outer, parent.element.tail)


def _text(nodes: list[Node], parent: Node, text: str) -> None:
    node = Node(TEXT, "", parent, len(nodes), text)
    nodes.append(node)
    parent.children.append(node)


def _attributes(tree: Tree, node: Node, element: etree._Element) -> None:
    node.attributes = {}
    for name, value in element.attrib.items():
        tag = str(name)
        attribute = Node(ATTRIBUTE, tag, node, len(tree.nodes), str(value))
        node.attributes[tag] = attribute
        tree.nodes.append(attribute)
        tree.attributes.setdefault(tag, []).append(attribute)
