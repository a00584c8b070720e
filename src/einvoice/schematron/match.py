"""Contexts as match patterns of XSLT: is a node one that the path ends in, whatever it starts from?

A path is asked from right to left: the node passes the last step, its parent (or, before ``//``, some node above) the
one before.  A position counts among the siblings that the step selects; where it counts what another predicate left,
or from the end, the path is followed from every node above.  The alternatives of a union are tried from left to right.
An error of a step counts when the other steps match; it means that the context does not match, whatever alternatives
would come after it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from itertools import takewhile
from typing import Final

from einvoice.errors import SchematronBroken
from einvoice.schematron.analyse import ALWAYS, NEVER, Scope
from einvoice.schematron.axes import clark, tester
from einvoice.schematron.context import Env
from einvoice.schematron.evaluate import Compiler, no_size
from einvoice.schematron.schema import XPath as XPathText
from einvoice.schematron.tree import ATTRIBUTE, DOCUMENT, ELEMENT, Node
from einvoice.schematron.values import DynamicError
from einvoice.schematron.xpath import And, Call, Expr, Filter, If, NodeSet, Or, Root, SequenceOf, Slash, Step

Match = Callable[[Env, Node], bool]
Path = tuple[Root | Step, ...]

_KINDS: Final = {"element": ELEMENT, "attribute": ATTRIBUTE}


@dataclass(frozen=True, slots=True)
class Alternative:
    """What one alternative of a context matches: nodes of *kind* named *tag*, each None for any, that pass *match*."""

    kind: int | None
    tag: str | None
    match: Match

    def may_match(self, kind: int, tag: str) -> bool:
        """Return whether a node of that kind and name may pass."""
        return self.kind in (None, kind) and self.tag in (None, tag)


def alternatives(compiler: Compiler, text: XPathText, scope: Scope) -> list[Alternative]:
    """Return the alternatives of the context *text*; raises `SchematronBroken` for what is no match pattern."""
    return _Context(compiler, text).alternatives(compiler.prepared(text, scope))


class _Context:
    def __init__(self, compiler: Compiler, text: XPathText) -> None:
        self.compiler = compiler
        self.text = text

    def refused(self, why: str) -> SchematronBroken:
        return SchematronBroken(
            f"the context {self.text.text!r} is no match pattern: {why}",
            fix="write a path of child and attribute steps, or use --engine saxon",
            source=self.text.source,
            line=self.text.line,
        )

    def alternatives(self, expr: Expr) -> list[Alternative]:
        paths = self.paths(expr)
        if len(paths) > 1 and any(isinstance(path[0], Step) and path[0].axis == "self" for path in paths):
            raise self.refused("the context item has to stand alone")
        made = []
        for path in paths:
            match = self.match(path)
            last = path[-1]
            if isinstance(last, Root):
                made.append(Alternative(DOCUMENT, None, match))
            else:
                made.append(Alternative(_KINDS.get(last.test.kind), clark(last.test), match))
        return made

    def paths(self, expr: Expr) -> list[Path]:
        """Return *expr* as steps from left to right; a union within makes several of it."""
        match expr:
            case Root() | Step():
                return [(expr,)]
            case SequenceOf(()):  # a predicate that cannot be true
                return []
            case NodeSet("union", left, right):
                return self.paths(left) + self.paths(right)
            case Slash(left, right):
                return [(*before, *after) for before in self.paths(left) for after in self.paths(right)]
            case Filter(base, predicate):
                if self.compiler.analysis.positional(predicate):
                    raise self.refused("a position counts over alternatives")
                made: list[Path] = []
                for path in self.paths(base):
                    last = path[-1]
                    if isinstance(last, Root):
                        raise self.refused("the document has a predicate")
                    made.append((*path[:-1], replace(last, predicates=(*last.predicates, predicate))))
                return made
        raise self.refused("only paths and their unions can be matched")

    def match(self, path: Path) -> Match:
        """Return whether a node is one that *path* ends in; it may raise."""
        last, before = path[-1], path[:-1]
        if isinstance(last, Root):
            if before:
                raise self.refused("a root stands within the path")
            return lambda env, node: node.kind == DOCUMENT
        if last.axis not in ("child", "attribute", "self", "descendant", "descendant-or-self"):
            raise self.refused(f"the axis {last.axis} cannot be matched")
        passes, own = self.name(last), self.predicates(last)
        if last.predicates and self.by_selection(last) == len(last.predicates):
            outer, own = self.selected(path), None
        elif before:
            outer = self.outer(last.axis, self.match(before))
        elif last.axis == "descendant-or-self":
            raise self.refused(f"the axis {last.axis} cannot be matched")
        elif own is None:
            return lambda env, node: passes(node)
        else:
            return lambda env, node: passes(node) and own(env, node)
        if own is None:
            return lambda env, node: passes(node) and outer(env, node)
        return lambda env, node: passes(node) and _both(outer, own, env, node)

    def outer(self, axis: str, match: Match) -> Match:
        """Return whether the node that a step along *axis* started from passes *match*."""
        match axis:
            case "descendant":
                return lambda env, node: _above(env, node.parent, match)
            case "descendant-or-self":
                return lambda env, node: _above(env, node, match)
            case "self":
                return match
        return lambda env, node: node.parent is not None and match(env, node.parent)

    def name(self, step: Step) -> Callable[[Node], bool]:
        """Return whether a node is of the kind and name that *step* selects."""
        passes = tester(step.test)
        if step.test.kind != "node" or step.axis in ("self", "descendant-or-self"):
            return passes
        if step.axis == "attribute":
            return lambda node: node.kind == ATTRIBUTE
        return lambda node: node.kind not in (ATTRIBUTE, DOCUMENT)

    def by_selection(self, step: Step) -> int:
        """Return up to which predicate places are counted over what others leave, or from the end; 0 for none."""
        positional = self.compiler.analysis.positional
        places = enumerate(step.predicates, 1)
        return max(
            (place for place, each in places if _counts_all(each) or (place > 1 and positional(each))), default=0
        )

    def predicates(self, step: Step) -> Match | None:
        """Return whether a node passes the predicates of *step*, None when there are none."""
        if not step.predicates:
            return None
        start = self.by_selection(step)
        if start:
            truths = [self.selected((replace(step, predicates=step.predicates[:start]),))]
        elif self.compiler.analysis.positional(step.predicates[0]):
            truths, start = [self.counted(step, step.predicates[0])], 1
        else:
            truths = []
        truths += [self.compiler.truth(each) for each in step.predicates[start:]]
        if len(truths) == 1:
            return truths[0]
        return lambda env, node: all(truth(env, node) for truth in truths)

    def counted(self, step: Step, predicate: Expr) -> Match:
        """Return whether a node passes *predicate* by its place among its siblings."""
        passes, named = self.name(step), step.test.kind == "element" and clark(step.test) is not None
        at_place = self.compiler.at_place(_strict(predicate))

        def place(node: Node) -> int:
            if node.parent is None or step.axis == "self":
                return 1
            if named:
                return node.number
            others = node.parent.attributes.values() if node.kind == ATTRIBUTE else node.parent.children
            return 1 + sum(map(passes, takewhile(lambda each: each is not node, others)))

        def counted(env: Env, node: Node) -> bool:
            found = place(node)
            env.budget.spend(1 if named else found)
            try:
                return at_place(env.focus(found, no_size), node, found)
            except DynamicError:
                return False

        return counted

    def selected(self, path: Path) -> Match:
        """Return whether *path* selects a node from it or some node above."""
        steps: list[Expr] = list(path)
        run = self.compiler.run(reduce(Slash, steps))
        return lambda env, node: _above(env, node, lambda env, start: any(each is node for each in run(env, start)))


def _strict(predicate: Expr) -> Expr:
    """Return *predicate* with ``and`` and ``or`` that ask the left side first, and the right one only if need be."""
    match predicate:
        case And(left, right):
            return If(_strict(left), Call("boolean", (_strict(right),)), NEVER)
        case Or(left, right):
            return If(_strict(left), ALWAYS, Call("boolean", (_strict(right),)))
        case Call("not" | "boolean", (inner,)):
            return Call(predicate.name, (_strict(inner),))
    return predicate


def _counts_all(predicate: Expr) -> bool:
    """Return whether *predicate* asks for last()."""
    return any(isinstance(each, Call) and each.name == "last" for each in predicate.walk())


def _both(one: Match, other: Match, env: Env, node: Node) -> bool:
    """Return whether *node* passes both; an error of one counts unless it fails the other."""
    try:
        passed = one(env, node)
    except DynamicError:
        if other(env, node):
            raise
        return False
    return passed and other(env, node)


def _above(env: Env, node: Node | None, outer: Match) -> bool:
    """Return whether *node* or some node above it passes; an error on the way ends the search."""
    while node is not None:
        if outer(env, node):
            return True
        node = node.parent
    return False
