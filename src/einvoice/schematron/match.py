"""Contexts as match patterns of XSLT: is a node one that the path ends in, whatever it starts from?

A path is asked from right to left: the node passes the last step, its parent (or, before ``//``, some node above) the
one before.  A position counts among the siblings that the step selects.  An error while matching means no match, of
the alternative that the node was asked about; the other alternatives of a union are still tried.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from einvoice.errors import SchematronBroken
from einvoice.schematron.analyse import Scope
from einvoice.schematron.axes import clark, tester
from einvoice.schematron.context import Env
from einvoice.schematron.evaluate import Compiler
from einvoice.schematron.schema import XPath as XPathText
from einvoice.schematron.tree import ATTRIBUTE, DOCUMENT, ELEMENT, Node
from einvoice.schematron.values import DynamicError
from einvoice.schematron.xpath import Expr, Filter, NodeSet, Root, Slash, Step

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
        if isinstance(expr, NodeSet) and expr.op == "union":
            return self.alternatives(expr.left) + self.alternatives(expr.right)
        made = []
        for path in self.paths(expr):
            match = _without_error(self.match(path))
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
        own = self.step(last)
        if not before:
            if last.axis not in ("child", "attribute", "self", "descendant"):
                raise self.refused(f"the axis {last.axis} cannot be matched")
            return own
        outer = self.match(before)
        match last.axis:
            case "child" | "attribute":
                return lambda env, node: own(env, node) and node.parent is not None and outer(env, node.parent)
            case "descendant":
                return lambda env, node: own(env, node) and _above(env, node.parent, outer)
            case "descendant-or-self":
                return lambda env, node: own(env, node) and _above(env, node, outer)
            case "self":
                return lambda env, node: own(env, node) and outer(env, node)
        raise self.refused(f"the axis {last.axis} cannot be matched")

    def step(self, step: Step) -> Match:
        passes = tester(step.test)
        if step.test.kind == "node":
            kinds = {"attribute": lambda node: node.kind == ATTRIBUTE, "self": passes, "descendant-or-self": passes}
            passes = kinds.get(step.axis, lambda node: node.kind not in (ATTRIBUTE, DOCUMENT))
        if not step.predicates:
            return lambda env, node: passes(node)
        analysis = self.compiler.analysis
        if not any(map(analysis.positional, step.predicates)):
            truths = [self.compiler.truth(predicate) for predicate in step.predicates]
            if len(truths) == 1:
                truth = truths[0]
                return lambda env, node: passes(node) and truth(env, node)
            return lambda env, node: passes(node) and all(truth(env, node) for truth in truths)
        axis = "attribute" if step.axis == "attribute" else "child"
        run = self.compiler.run(Step(axis, step.test, step.predicates))

        def counted(env: Env, node: Node) -> bool:
            return passes(node) and node.parent is not None and any(each is node for each in run(env, node.parent))

        return counted


def _above(env: Env, node: Node | None, outer: Match) -> bool:
    """Return whether *node* or some node above it passes; an error on the way ends the search."""
    while node is not None:
        if outer(env, node):
            return True
        node = node.parent
    return False


def _without_error(match: Match) -> Match:
    def guarded(env: Env, node: Node) -> bool:
        try:
            return match(env, node)
        except DynamicError:
            return False

    return guarded
