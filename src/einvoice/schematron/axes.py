"""The axes of XPath over a `Tree`: from a node to the nodes along an axis that pass a node test.

An axis gives its nodes in its own order: backwards where it runs backwards, which is how positions count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from einvoice.schematron.tree import ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, INSTRUCTION, TEXT, Node
from einvoice.schematron.values import DynamicError, type_name
from einvoice.schematron.xpath import NodeTest

if TYPE_CHECKING:
    from einvoice.schematron.context import Env

Along = Callable[["Env", Any], list[Any]]

BACKWARD: Final = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})

_KINDS: Final = {
    "element": ELEMENT,
    "attribute": ATTRIBUTE,
    "text": TEXT,
    "comment": COMMENT,
    "processing-instruction": INSTRUCTION,
    "document-node": DOCUMENT,
}
_NOTHING: Final[list[Any]] = []


def not_a_node(item: object) -> DynamicError:
    """Return the error of a step, or of a function of nodes, from *item*."""
    if item is None:
        return DynamicError("XPDY0002", "there is no context node here")
    return DynamicError("XPTY0020", f"the context is {type_name(item)}, no node")


def clark(test: NodeTest) -> str | None:
    """Return the name that *test* asks for as `Node.tag` has it, None when it takes several."""
    if test.uri is None or test.local is None:
        return None
    return f"{{{test.uri}}}{test.local}" if test.uri else test.local


def tester(test: NodeTest) -> Callable[[Node], bool]:
    """Return the function that says whether a node passes *test*."""
    if test.kind == "node":
        return lambda node: True
    kind = _KINDS[test.kind]
    uri, local, tag = test.uri, test.local, clark(test)
    if kind == INSTRUCTION and local is not None:
        return lambda node: node.tag == local and node.kind == kind
    if tag is not None:
        return lambda node: node.tag == tag and node.kind == kind
    if uri is None and local is None:
        return lambda node: node.kind == kind
    if local is None:
        return lambda node: node.kind == kind and node.uri == uri
    return lambda node: node.kind == kind and node.local == local


def along(axis: str, test: NodeTest) -> Along:
    """Return the closure that yields the nodes along *axis* that pass *test*, in the order of the axis."""
    tag = clark(test)
    if axis == "child" and test.kind == "element" and tag is not None:
        return _named_children(tag)
    if axis == "attribute" and test.kind == "attribute" and tag is not None:
        return _named_attribute(tag)
    passes = tester(test)
    if axis in _WIDE:
        return _wide(_WIDE[axis], passes)
    walk = _NEAR[axis]

    def near(env: Env, item: Any) -> list[Any]:
        if type(item) is not Node:
            raise not_a_node(item)
        return [node for node in walk(item) if passes(node)]

    return near


def everywhere(test: NodeTest) -> Along | None:
    """Return the closure of ``//name`` or ``//@name`` from the root, None when *test* is not for one name."""
    tag = clark(test)
    if tag is None or test.kind not in ("element", "attribute"):
        return None
    attributes = test.kind == "attribute"

    def named(env: Env, item: Any) -> list[Any]:
        if type(item) is not Node:
            raise not_a_node(item)
        return (env.tree.attributes if attributes else env.tree.named).get(tag, _NOTHING)

    return named


def _named_children(tag: str) -> Along:
    def named(env: Env, item: Any) -> list[Any]:
        try:
            found: list[Any] = item.named.get(tag, _NOTHING)
            return found
        except AttributeError:
            raise not_a_node(item) from None

    return named


def _named_attribute(tag: str) -> Along:
    def named(env: Env, item: Any) -> list[Any]:
        try:
            found = item.attributes.get(tag)
        except AttributeError:
            raise not_a_node(item) from None
        return _NOTHING if found is None else [found]

    return named


def _wide(select: Callable[[list[Node], Node], list[Node]], passes: Callable[[Node], bool]) -> Along:
    def wide(env: Env, item: Any) -> list[Any]:
        if type(item) is not Node:
            raise not_a_node(item)
        found = select(env.tree.nodes, item)
        env.budget.spend(len(found) + 1)
        return [node for node in found if (node.kind != ATTRIBUTE or node is item) and passes(node)]

    return wide


def ancestors(node: Node) -> list[Node]:
    """Return the nodes above *node*, the nearest first."""
    found = []
    parent = node.parent
    while parent is not None:
        found.append(parent)
        parent = parent.parent
    return found


def _siblings(node: Node, after: bool) -> list[Node]:
    if node.parent is None or node.kind == ATTRIBUTE:
        return []
    children = node.parent.children
    place = children.index(node)
    return children[place + 1 :] if after else children[:place][::-1]


def _preceding(nodes: list[Node], node: Node) -> list[Node]:
    above = {ancestor.order for ancestor in ancestors(node)}
    return [each for each in reversed(nodes[: node.order]) if each.order not in above]


_NEAR: Final[dict[str, Callable[[Node], Iterable[Node]]]] = {
    "child": lambda node: node.children,
    "attribute": lambda node: node.attributes.values(),
    "self": lambda node: (node,),
    "parent": lambda node: () if node.parent is None else (node.parent,),
    "ancestor": ancestors,
    "ancestor-or-self": lambda node: [node, *ancestors(node)],
    "following-sibling": lambda node: _siblings(node, True),
    "preceding-sibling": lambda node: _siblings(node, False),
}
_WIDE: Final[dict[str, Callable[[list[Node], Node], list[Node]]]] = {
    "descendant": lambda nodes, node: nodes[node.order + 1 : node.last + 1],
    "descendant-or-self": lambda nodes, node: nodes[node.order : node.last + 1],
    "following": lambda nodes, node: nodes[(node.order if node.kind == ATTRIBUTE else node.last) + 1 :],
    "preceding": _preceding,
}
