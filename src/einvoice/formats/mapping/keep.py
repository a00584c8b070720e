"""What a table keeps: the part of a source that no row takes, though the format knows it.

A table with `keep` is a *keeper*; it keeps for its own element and for all groups, structs and pairs below it whose
tables have no `keep` of their own.  What is kept goes into the `native` of the keeper's object, a text or attribute a
key, and is woven back in the order of the schema when the object is written in the same format:

``finvoice:SellerInformationDetails/SellerHomeTownName``             the text of an element
``finvoice:SellerPartyDetails/SellerOrganisationName[2]``            of the second element of that name
``finvoice:SellerPartyDetails/SellerPartyIdentifier/@IdentifierType``  an attribute

The path begins below the keeper's element; an attribute of that element itself is ``finvoice:@Version``.  Positions are
counted among siblings of one name, those included that a row takes.  Elements in which nothing stands are not counted,
since nothing of them is written again.  Where a row or a pair takes elements, one of which all is kept, so that the
row will not write it, counts as standing behind the others.

Kept are unknown children with all that stands below them, a second one where a row takes one, and attributes without a
row.  Texts are kept exactly; blank ones are nothing.  What `keep` does not know is the loss that it is without it, and
so is text between elements.  Formats that fold case keep nothing.  A source in JSON keeps by the same keys, items of
an array being the first, second … of its name (``RotRutDetails/Customers[2]/Name``); all of it counts as known.

`order_findings` names what stands out of the order of the schema, for documents that only the walker can take: the
compiled reader takes none in which rows or kept elements are out of order (what stands in the element of a `Pair` is
not its business).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lxml import etree

from einvoice.findings import Finding
from einvoice.formats.mapping.codecs import BLANKS
from einvoice.formats.mapping.nodes import OutElement, Syntax, XmlNode
from einvoice.formats.mapping.rows import Const, Group, Keep, Known, Leaf, Plan, PlanNode, plan_of

if TYPE_CHECKING:
    from einvoice.formats.mapping.walk import WriteScope

MAX_STEPS: Final = 100
"""Longer keys are refused: no format nests that deep, but one whose elements nest in themselves would know them all."""

_STEP: Final = re.compile(r"([^][/@]+)(?:\[([2-9]|[1-9][0-9]{1,8})\])?")


def parse_key(key: str) -> tuple[tuple[tuple[str, int], ...], str | None] | None:
    """Return the steps of a native key without its format, each a name and a position, and the attribute at its end.

    None when *key* is no such path.

    >>> parse_key("A/B[2]/@C")
    ((('A', 1), ('B', 2)), 'C')
    >>> parse_key("B[2]")
    ((('B', 2),), None)
    >>> parse_key("B[0]") is None
    True
    """
    *path, last = key.split("/")
    if len(path) >= MAX_STEPS:
        return None
    attribute = None
    if last.startswith("@"):
        attribute = last[1:]
    else:
        path.append(last)
    steps = []
    for text in path:
        found = _STEP.fullmatch(text)
        if found is None:
            return None
        steps.append((found[1], int(found[2] or 1)))
    return tuple(steps), attribute


def step_of(name: str, number: int) -> str:
    """Return a step of a key: ``Name``, ``Name[2]``."""
    return name if number == 1 else f"{name}[{number}]"


# -- reading ---------------------------------------------------------------------------------------------------------


class Found(NamedTuple):
    """An element below a keeper that the format knows."""

    names: tuple[str, ...]
    key: str
    known: Known


class Keeper:
    """A keeping table at work: its element, the values of its object, and the keys that it has stored in their order.

    *at* is the path of the object in the model, with a dot at its end.
    """

    __slots__ = ("at", "keep", "keys", "node", "values")

    def __init__(self, keep: Keep, node: XmlNode, values: dict[str, Any], at: str) -> None:
        self.keep = keep
        self.node = node
        self.values = values
        self.at = at
        self.keys: list[str] = []

    def find(self, node: XmlNode) -> Found | None:
        """Return what is known of *node*; None when the format does not know it, or it is not below the keeper."""
        names: list[str] = []
        steps: list[str] = []
        here: XmlNode | None = node
        while here is not None and here.origin is not self.node.origin:
            names.append(here.name)
            steps.append(step_of(here.name, here.numbered()))
            here = here.parent
        path = tuple(reversed(names))
        if here is None or (known := self.keep(path)) is None:
            return None
        return Found(path, "/".join(reversed(steps)), known)

    def below(self, found: Found, node: XmlNode) -> Found | None:
        """Return what is known of *node*, a child of the element that *found* tells of."""
        path = (*found.names, node.name)
        if node.name not in found.known.rank or (known := self.keep(path)) is None:
            return None
        return Found(path, f"{found.key}/{step_of(node.name, node.numbered())}".lstrip("/"), known)


# -- writing ---------------------------------------------------------------------------------------------------------


class _Unknown(NamedTuple):
    rank: Mapping[str, int]
    attributes: tuple[str, ...]


_NOTHING: Final = _Unknown({}, ())


class _Branch:
    """An element that keys name: each text with its place in the model."""

    __slots__ = ("attributes", "children", "known", "text")

    def __init__(self, known: Known) -> None:
        self.known = known
        self.text: tuple[str, str] | None = None
        self.attributes: dict[str, tuple[str, str]] = {}
        self.children: dict[tuple[str, int], _Branch] = {}

    def in_order(self) -> Iterator[tuple[str, int, _Branch]]:
        """Yield the children in the order of their keys, those of one name in the order of their positions."""
        numbers: dict[str, list[int]] = {}
        for name, number in self.children:
            numbers.setdefault(name, []).append(number)
        following = {name: iter(sorted(found)) for name, found in numbers.items()}
        for name, _ in self.children:
            number = next(following[name])
            yield name, number, self.children[name, number]

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the place in the model and the text of all that the branch holds."""
        if self.text is not None:
            yield self.text
        yield from self.attributes.values()
        for child in self.children.values():
            yield from child.texts()


def weave(scope: WriteScope, plan: Plan, keep: Keep, element: OutElement, native: Mapping[str, str], at: str) -> None:
    """Add to *element*, written by the rows of *plan*, what *native* keeps of this format.

    What a row has written stays.  What has no place any more is named as lost; *native* may hold anything, since it
    comes out of files too.
    """
    trunk = _Branch(keep(()) or _NOTHING)
    taken = plan.writable.get("native", ())
    for key, text in native.items():
        system, _, name = key.partition(":")
        if system != scope.syntax.format or name.startswith("_") or name in taken or not text.strip(BLANKS):
            continue
        path = f"{at}native.{key}"
        if (reason := _grow(trunk, keep, name, (path, text))) is not None:
            scope.lose(path, text, reason)
    _weave(scope, plan.root, trunk, element)


def _grow(trunk: _Branch, keep: Keep, name: str, value: tuple[str, str]) -> str | None:
    """Add *value* to the branches; return the reason when it has no place there."""
    place = _place(keep, name)
    if isinstance(place, str):
        return place
    steps, knowns, attribute = place
    branch = trunk
    for each, known in zip(steps, knowns, strict=True):
        below = branch.children.get(each)
        if below is None:
            below = branch.children[each] = _Branch(known)
        branch = below
    if attribute is None:
        branch.text = value
    else:
        branch.attributes[attribute] = value
    return None


@lru_cache(maxsize=4096)
def _place(keep: Keep, name: str) -> tuple[Sequence[tuple[str, int]], Sequence[Known], str | None] | str:
    """Return the steps of a key, what is known of each, and the attribute at its end; a text says why it has no place.

    The same few keys stand on every line of an invoice.
    """
    parsed = parse_key(name)
    if parsed is None or not (parsed[0] or parsed[1]):
        return "its key is no path of elements, as Name/Other[2]/@attribute"
    steps, attribute = parsed
    names = tuple(step for step, _ in steps)
    last = keep(()) or _NOTHING
    knowns: list[Known] = []
    for depth, step_name in enumerate(names):
        known = keep(names[: depth + 1]) if step_name in last.rank else None
        if known is None:
            return "this version of the format has no such element"
        knowns.append(known)
        last = known
    if attribute is not None and attribute not in last.attributes:
        return "this version of the format has no such attribute"
    return steps, knowns, attribute


def _weave(scope: WriteScope, plan: PlanNode | None, branch: _Branch, element: OutElement) -> bool:
    """Add *branch* to *element*; return whether anything of it stands there now."""
    changed = _weave_texts(scope, branch, element)
    if branch.children and element.text is not None:
        for child in branch.children.values():
            for path, text in child.texts():
                scope.lose(path, text, f"{element.name} has a text, and no elements beside it")
    elif branch.children:
        changed |= _weave_children(scope, plan, branch, element)
    if changed:
        element.const = False
    return changed


def _weave_texts(scope: WriteScope, branch: _Branch, element: OutElement) -> bool:
    changed = False
    for name, (path, text) in branch.attributes.items():
        written = element.attributes.get(name)
        if written is not None:
            _compare(scope, path, text, written)
        elif (text := scope.clean(text, path)).strip(BLANKS):
            element.attributes[name] = text
            changed = True
    if branch.text is not None:
        path, text = branch.text
        if branch.children or element.children:
            scope.lose(path, text, f"{element.name} holds elements, and no text beside them")
        elif element.text is not None:
            _compare(scope, path, text, element.text)
        elif (text := scope.clean(text, path)).strip(BLANKS):
            element.text = text
            changed = True
    return changed


def _compare(scope: WriteScope, path: str, text: str, written: str) -> None:
    if text.strip(BLANKS) != written.strip(BLANKS):
        shown = " ".join(written.split())
        shown = shown if len(shown) <= 80 else shown[:77] + "…"
        scope.lose(path, text, f"it is stated otherwise by the invoice, as {shown!r}", "LOSS-NATIVE", "info")


def _weave_children(scope: WriteScope, plan: PlanNode | None, branch: _Branch, element: OutElement) -> bool:
    written: dict[str, list[OutElement]] = {}
    for child in element.children:
        written.setdefault(child.name, []).append(child)
    ranks = branch.known.rank
    created: list[tuple[int, OutElement]] = []
    changed = False
    for name, number, below in branch.in_order():
        inner, many = _inner(plan, name)
        siblings = written.get(name, ())
        if number <= len(siblings):
            changed |= _weave(scope, inner, below, siblings[number - 1])
            continue
        child = OutElement(name)
        if inner is not None and (number == 1 or many):
            child.attributes = {a.name: a.const for a in inner.attrs.values() if a.const is not None}
            child.children = list(_constants(inner))
        if _weave(scope, inner, below, child):
            created.append((ranks[name], child))
    if created:
        _merge(element, created, ranks)
    return changed or bool(created)


def _merge(element: OutElement, created: list[tuple[int, OutElement]], ranks: Mapping[str, int]) -> None:
    """Put what was created behind all that its rank allows before it; what rows have written keeps its order."""
    keyed: list[tuple[int, OutElement]] = []
    last = -1
    for child in element.children:
        last = max(last, ranks.get(child.name, last))
        keyed.append((last, child))
    element.children = [child for _, child in sorted(keyed + created, key=itemgetter(0))]


def _inner(plan: PlanNode | None, name: str) -> tuple[PlanNode | None, bool]:
    """Return the plan of the element *name* below that of *plan*, and whether a row takes many of them."""
    child = None if plan is None else plan.child(name)
    if child is None:
        return None, False
    if isinstance(child.row, Group):
        return plan_of(child.row.table).root, child.row.many
    if child.kind == "struct":
        return child, False
    if isinstance(child.row, Leaf):
        return child, child.row.many
    return None, False


def _constants(plan: PlanNode) -> Iterator[OutElement]:
    """Yield the elements that stand below that of *plan* whatever the invoice says: the reader does not keep them."""
    for child in plan.children:
        if isinstance(child.row, Const):
            yield OutElement(child.name, child.row.value, const=True)
        elif child.only_const:
            yield OutElement(child.name, children=list(_constants(child)), const=True)


# -- the order of the schema -----------------------------------------------------------------------------------------


def order_findings(root: etree._Element | XmlNode, lookup: Keep, syntax: Syntax) -> Iterator[Finding]:
    """Yield a finding per element at or below *root* that stands out of the order of the schema.

    *lookup* gives what is known of the element at a path below *root*.  Of the children of an element, as few as
    possible are called out of order.  Elements that the format does not know are passed over.
    """
    node = root if isinstance(root, XmlNode) else XmlNode(root, syntax)
    yield from _order(node, lookup, ())


def _order(node: XmlNode, lookup: Keep, names: tuple[str, ...]) -> Iterator[Finding]:
    known = lookup(names)
    if known is None or not len(node.origin):
        return
    ranked = [(known.rank[child.name], child) for child in node.children if child.name in known.rank]
    if any(left > right for (left, _), (right, _) in pairwise(ranked)):
        yield from _out_of_order(ranked)
    for _, child in ranked:
        yield from _order(child, lookup, (*names, child.name))


def _out_of_order(ranked: Sequence[tuple[int, XmlNode]]) -> Iterator[Finding]:
    """Yield a finding for each element outside the longest run in order, with the one of the run that it offends."""
    run = _longest_run([rank for rank, _ in ranked])
    kept = set(run)
    for position, (rank, node) in enumerate(ranked):
        if position in kept:
            continue
        before = next((i for i in run if i < position and ranked[i][0] > rank), None)
        if before is not None:
            other = _name(ranked[before][1])
            message = f"{_name(node)} stands behind {other}, the schema wants it before"
            fix = f"move {_name(node)} before {other}"
        else:
            behind = next(i for i in reversed(run) if ranked[i][0] < rank)
            other = _name(ranked[behind][1])
            message = f"{_name(node)} stands before {other}, the schema wants it behind"
            fix = f"move {_name(node)} behind {other}"
        yield Finding("EI-ELEMENT-ORDER", "warning", "input", message, fix, path=node.path, line=node.line)


def _name(node: XmlNode) -> str:
    return node.name.rpartition("}")[2].rpartition(":")[2]


def _longest_run(ranks: Sequence[int]) -> list[int]:
    """Return the positions of a longest non-decreasing subsequence of *ranks*, of several the one that begins first."""
    heads: list[int] = []  # the greatest rank, negated, with which a run of each length begins
    lengths: list[int] = []
    for rank in reversed(ranks):
        length = bisect_right(heads, -rank)
        heads[length : length + 1] = [-rank]
        lengths.append(length + 1)
    run: list[int] = []
    wanted, last = len(heads), -1
    for position, (rank, length) in enumerate(zip(ranks, reversed(lengths), strict=True)):
        if length == wanted and rank >= last:
            run.append(position)
            wanted, last = wanted - 1, rank
    return run
