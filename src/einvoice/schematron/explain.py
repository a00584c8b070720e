"""What failed in words, and what the compiled rules handed over.

Compiled writers word the failures of ordinary documents from the light tree.  Where one raises, and for everything
that was left, the document becomes a faithful tree and `exact.py` decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from einvoice.schematron.light import Document, Source, TreePath, location_of
from einvoice.schematron.result import Failure, Place, Result, RuleError
from einvoice.schematron.runtime import Node, normalize

if TYPE_CHECKING:
    from einvoice.schematron.native import Program
    from einvoice.schematron.tree import Tree


class Failed(NamedTuple):
    """Assertions that failed: items of a rule's body and nodes of the column of a path."""

    path: TreePath
    pattern: int
    rule: int
    faults: list[tuple[int, Node]]


class Left(NamedTuple):
    """What `exact.py` has to judge at *nodes*: a pattern (*item* None), or one item of a rule."""

    path: TreePath
    pattern: int
    item: tuple[int, int] | None
    nodes: Sequence[Node]


@dataclass
class Found:
    """What one rule set came to in the fast pass."""

    failed: list[Failed]
    left: list[Left]
    count: int


class Explainer:
    """Words what failed, and has judged faithfully what was left.

    The compiled writers word the failures of ordinary documents; where one raises, and for everything left, the
    document becomes a faithful tree.
    """

    def __init__(self, program: Program, source: Source, document: Document) -> None:
        self.program = program
        self.source = source
        self.document = document
        self._columns: dict[TreePath, list[Any]] = {}
        self._tree: Tree | None = None
        self._orders: dict[etree._Element, int] = {}
        self._elements: list[etree._Element] = []

    def result(self, found: Found) -> Result:
        """Return the result, in the order of patterns, nodes and assertions."""
        program = self.program
        wrong: list[tuple[int, int, int, Failure]] = []
        errors: list[tuple[int, int, int, RuleError]] = []
        count = found.count
        several = len(found.failed) > 1 or found.left or program.whole  # else the column has the order
        for failed in found.failed:
            for item, node in failed.faults:
                place = Place(failed.pattern, failed.rule, item)
                failure = self.failure(place, failed.path, node)
                order = self.order(failed.path, node) if several else self.document.place_of(node)[1]
                wrong.append((failed.pattern, order, item, failure))
        for left in found.left:
            exact, tree = program.exact, self.tree()
            if left.item is None:
                nodes = [self.faithful(left.path, node) for node in left.nodes]
                judged, erring, fired = exact.judge_nodes(tree, left.pattern, nodes)
                count += fired
                orders = {node.order: self.element_order(node.element) for node in nodes if node.element is not None}
                wrong += ((left.pattern, orders[at], failure.place.item, failure) for at, failure in judged)
                errors += ((left.pattern, orders[at], error.place.item, error) for at, error in erring)
                continue
            place = Place(left.pattern, *left.item)
            for node in left.nodes:
                outcome = exact.outcome(tree, place, self.faithful(left.path, node))
                if isinstance(outcome, Failure):
                    wrong.append((left.pattern, self.order(left.path, node), place.item, outcome))
                elif outcome is not None:
                    errors.append((left.pattern, self.order(left.path, node), place.item, outcome))
        if program.whole:
            whole = program.exact.judge(self.tree(), patterns=program.whole)
            count += whole.rules_fired
            # Each comes in document order already; sorting is stable.
            wrong += ((each.place.pattern, 0, 0, each) for each in whole.failures)
            errors += ((each.place.pattern, 0, 0, each) for each in whole.errors)
        wrong.sort(key=itemgetter(0, 1, 2))
        errors.sort(key=itemgetter(0, 1, 2))
        return Result(tuple(each[3] for each in wrong), tuple(each[3] for each in errors), count)

    def failure(self, place: Place, path: TreePath, node: Node) -> Failure:
        """Return the failure of an assertion at a node."""
        writer = self.program.writers.get(place)
        if writer is not None:
            try:
                return self.written(place, path, node, *writer)
            except Exception:  # not the ordinary case: exact.py words it
                pass
        return self.program.exact.failure(self.tree(), place, self.faithful(path, node))

    def written(
        self,
        place: Place,
        path: TreePath,
        node: Node,
        function: Callable[..., tuple[str, Any, Any]],
        ups: tuple[Any, ...],
    ) -> Failure:
        document = self.document
        number = document.place_of(node)[1]
        message, subject, attribute = function(document, path, node, *(document.up(path, up)[number] for up in ups))
        assertion = self.program.assertion(place)
        steps = document.steps_to(node)
        at = steps if subject is node else document.steps_to(subject)
        value = subject[attribute] if attribute is not None else subject.get("")
        return Failure(
            place,
            assertion,
            location_of(steps),
            normalize(message),
            location_of(at, attribute) if at is not steps or attribute is not None else None,
            document.element_of(at).sourceline,
            value,
        )

    def order(self, path: TreePath, node: Node) -> int:
        """Return where *node* stands in the document."""
        return self.document.order(node)

    def element_order(self, element: etree._Element) -> int:
        """Return where an element of the faithful tree stands in the document."""
        if not self._orders:
            self._elements = list(self.source.faithful().iter("*"))  # keeps the proxies, which are the keys
            self._orders = {each: number for number, each in enumerate(self._elements)}
        return self._orders[element]

    # ---------------------------------------------------------------- the faithful tree

    def tree(self) -> Tree:
        """Return the document as `exact.py` sees it."""
        if self._tree is None:
            self._tree = self.program.exact.document(self.source.faithful())
        return self._tree

    def column(self, path: TreePath) -> list[Any]:
        """Return the nodes of *path* in the faithful tree."""
        nodes = self._columns.get(path)
        if nodes is None:
            from einvoice.schematron.tree import ELEMENT

            parent = path.parent
            assert parent is not None
            above = [self.tree().document] if parent.parent is None else self.column(parent)
            nodes = [
                child for node in above for child in node.children if child.kind == ELEMENT and child.tag == path.tag
            ]
            self._columns[path] = nodes
        return nodes

    def faithful(self, path: TreePath, node: Node) -> Any:
        """Return *node* in the faithful tree."""
        return self.column(path)[self.document.place_of(node)[1]]
