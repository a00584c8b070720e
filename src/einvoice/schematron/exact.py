"""The meaning of a rule set: a faithful interpreter whose verdict is the official XSLT's, on any document.

`Exact.judge` runs the patterns as the official stylesheet does: each is a pass over elements and attributes, the
first rule that matches a node takes it.  `compile.py` is faster and leaves whatever is unusual to this module.

**Which errors are met.**  An error of XPath is part of the verdict: the official engine ends there without a report.
XPath lets an engine evaluate in any order and leave out what does not matter, so only Saxon can say which errors it
meets.  What follows was learnt from it by experiment (Saxon-HE 13); `tests/schematron/test_exact_cases.py` has a case
for each.

1. Sequences are lazy.  ``exists``, ``=``, ``some`` and the effective boolean value take items one by one and stop
   when they know; ``[1]`` stops at the first.  An error behind is not met.  Only a path whose nodes have to be sorted
   is worked out whole, and order is not asked for by ``exists``, ``=``, ``some``, ``every`` and boolean values.
2. ``A and B``, ``A or B``: an error counts only when the other operand does not decide, on either side.  Except
   ``A and f(…)`` where *f* is a declared function that returns xs:boolean, outside loops and predicates: it is run as
   ``if (A) then f(…) else false()``, so that it may be a tail call, and an error in A counts.
3. ``A = B`` of at most one item each: A first, and without it B is not evaluated.  Of several and one: the one comes
   first, even when there are no others; without it, or when it is NaN, the others are not evaluated.  Of several and
   several: taken in turn from left and right.  With ``< <= > >=`` and several numbers on both sides the least or the
   greatest of each side is sought, so everything is evaluated.  What cannot wait comes before all that: the condition
   of an ``if``, the bounds of a range in an ordered comparison, the call of a declared function.
4. "At most one" is what Saxon can tell before it runs: ``a[1]``, ``@a``, ``xs:decimal(…)``, not ``..`` nor what a
   function of unknown type returns.
5. ``exists(A | B)``, also as a boolean value: where the last steps have different names, A comes first and B is only
   evaluated without it; otherwise it is ``exists(A) or exists(B)``.  Elsewhere a union looks at the first node of both.
   ``A[p] | A[q]`` is ``A[p or q]``.  ``intersect`` of different names is empty, ``except`` leaves the right side alone.
6. ``exists`` of what cannot be empty (a string, a number, ``count(…)``) is true without evaluation; so are constants
   folded: ``false() and …``, ``… = ()``, a loop over nothing, comparisons of literals.
7. ``descendant::x[p]/y`` from the context node is ``*/descendant::y[parent::x[p]]``: *p* is only asked of an *x* that
   has a *y*.  With ``//x[p]/y`` it is asked of each *x*.
8. Predicates: ``[position() … and p]`` is ``[position() …][p]``; ``x[last()]`` is ``x[empty(following-sibling::x)]``.
   A comparison by size of something of the node with several numbers that are the same for every node (``//a``) is one
   with their greatest or least, so all of them are evaluated.
9. Variables, arguments and results of declared functions are evaluated when they are used, item by item.  An argument
   that calls a declared function itself, uses position(), or lists a constant or a variable, when the call is made;
   a result that is a variable or such a list, as a whole.
10. ``substring``, ``translate`` and ``round-half-to-even`` leave the other arguments alone when the first is empty;
   ``string-join`` its separator when at most one item can come; ``max``, ``min`` and ``avg`` what follows a NaN.
   Arithmetic and ``eq`` leave the right side alone when the left is empty.  ``sum`` asks for its second argument.
11. Untyped values are compared with numbers as Java does: -0.0 is less than 0, NaN is greater than anything.
12. A context with an error does not match.  The alternatives of a union are asked from left to right; what comes after
   an error is not asked.  Of the steps of a path an error counts unless another step does not match; an error at an
   ancestor ends the search for ``X//y``.  See `match.py`.

**Not followed**, for it depends on documents judged before, or no rule is likely to hold it: Saxon changes from lazy to
eager evaluation of a variable that was read to its end in the first ten uses; it evaluates a variable of a rule early
when it is used in a loop and asks for position() or lists a constant; it takes ``*[1]`` for several; a number in a
predicate that is the same for every node is asked before there is one; an untyped parameter is read to its end by
``=``; ``substring`` from a place between 0 and 0.5, or of endless length, is an internal error.  Dates without a time
zone are compared as if in UTC.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from lxml import etree

from einvoice.errors import SchematronBroken
from einvoice.schematron.analyse import Scope, Static
from einvoice.schematron.context import Budget, Env, Item, Lazy, Run, TooLong, Truth
from einvoice.schematron.evaluate import Compiler
from einvoice.schematron.match import Alternative, Match, alternatives
from einvoice.schematron.result import Failure, Fired, Place, Result, RuleError
from einvoice.schematron.schema import Assertion, Let, Message, Rule, Schema, Text, ValueOf
from einvoice.schematron.schema import XPath as XPathText
from einvoice.schematron.svrl import collapse
from einvoice.schematron.tree import ATTRIBUTE, ELEMENT, TEXT, Node, Tree
from einvoice.schematron.values import DynamicError, string_value
from einvoice.schematron.xpath import Parser

__all__ = ["DynamicError", "Exact", "Node", "Tree"]


@dataclass(slots=True)
class _Binding:
    """A variable of a rule."""

    name: str
    run: Run


@dataclass(slots=True)
class _Test:
    """An assertion of a rule; *wanted* is what its test gives when nothing is wrong."""

    item: int
    assertion: Assertion
    truth: Truth
    wanted: bool
    scope: Scope


@dataclass(slots=True)
class _RulePlan:
    number: int
    rule: Rule
    body: list[_Binding | _Test]


class _PatternPlan:
    """A pattern made ready: its rules, and which of them may match a node of a kind and name."""

    def __init__(self, rules: list[tuple[_RulePlan, list[Alternative]]]) -> None:
        self.rules = rules
        self._candidates: dict[tuple[int, str], list[tuple[_RulePlan, list[Match]]]] = {}
        self._names: set[tuple[int, str]] | None = set()
        for _, found in rules:
            for each in found:
                if each.kind is None or each.tag is None:
                    self._names = None
                elif self._names is not None:
                    self._names.add((each.kind, each.tag))

    def candidates(self, node: Node) -> list[tuple[_RulePlan, list[Match]]]:
        """Return the rules that may match *node*, in order."""
        key = (node.kind, node.tag)
        found = self._candidates.get(key)
        if found is None:
            found = []
            for plan, others in self.rules:
                matches = [each.match for each in others if each.may_match(*key)]
                if matches:
                    found.append((plan, matches))
            if len(self._candidates) < 10_000:  # names of elements come from documents
                self._candidates[key] = found
        return found

    def nodes(self, tree: Tree) -> list[Node]:
        """Return the nodes that some rule may match, in document order."""
        if self._names is None:
            return tree.visited
        found: list[Node] = []
        for kind, tag in self._names:
            found += (tree.named if kind == ELEMENT else tree.attributes).get(tag, ())
        found.sort(key=lambda node: node.order)
        return found


class Exact:
    """The rules of one schema, ready to judge documents; it keeps nothing of a document, and threads may share it.

    Expressions are parsed and made into closures when a pattern is first needed, under a lock, and then kept.
    """

    def __init__(self, schema: Schema, parser: Parser | None = None) -> None:
        self.schema = schema
        self._lock = threading.RLock()
        self._compiler = Compiler(schema.functions, parser or Parser(schema))
        self._plans: dict[int, _PatternPlan] = {}
        self._parts: dict[tuple[XPathText, Scope], Run] = {}
        self._globals: list[tuple[str, Let, Scope]] = []
        self._scopes: list[Scope] = []
        self._declare()

    def _declare(self) -> None:
        """Give the variables of schema and patterns their names."""
        compiler = self._compiler
        compiler.scope = Scope({let.name: let.name for let in self.schema.lets})
        self._globals = [(let.name, let, compiler.scope) for let in self.schema.lets]
        for pattern in self.schema.patterns:
            names = {let.name: compiler.analysis.unique(let.name) for let in pattern.lets}
            scope = Scope({**compiler.scope.names, **names}) if names else compiler.scope
            self._scopes.append(scope)
            self._globals += [(names[let.name], let, scope) for let in pattern.lets]
        for name, let, scope in self._globals:
            compiler.globals.add(name)
            compiler.analysis.variables[name] = partial(self._global, name, let, scope)

    def _global(self, name: str, let: Let, scope: Scope) -> Static:
        expr = self._compiler.prepared(let.value, scope)
        static = self._compiler.static(expr)
        self._compiler.analysis.define(name, expr, static)
        return static

    # ------------------------------------------------------------ preparing

    def prepare(self) -> None:
        """Parse and check every expression; raises `SchematronBroken` for what cannot be run."""
        with self._lock:
            for function in self._compiler.functions.values():
                function.ready()
            for _, let, scope in self._globals:
                self._run(let.value, scope)
            for number in range(len(self.schema.patterns)):
                for plan, _ in self._plan(number).rules:
                    for part in plan.body:
                        if isinstance(part, _Test):
                            self._shown(part.assertion, plan.rule, part.scope)

    def _shown(self, assertion: Assertion, rule: Rule, scope: Scope) -> None:
        """Compile what is only needed when the assertion fails."""
        subject = assertion.subject or rule.subject
        if subject is not None:
            self._run(subject, scope)
        messages = [assertion.message]
        for name in assertion.diagnostics:
            diagnostic = self.schema.diagnostics.get(name)
            if diagnostic is not None:
                messages.append(diagnostic.message)
        for message in messages:
            for part in message:
                path = None if isinstance(part, Text) else part.select if isinstance(part, ValueOf) else part.path
                if path is not None:
                    self._run(path, scope)

    def _plan(self, number: int) -> _PatternPlan:
        found = self._plans.get(number)
        if found is None:
            with self._lock:
                found = self._plans.get(number)
                if found is None:
                    found = self._plans[number] = self._planned(number)
        return found

    def _planned(self, number: int) -> _PatternPlan:
        compiler, outer = self._compiler, self._scopes[number]
        rules = []
        for place, rule in enumerate(self.schema.patterns[number].rules):
            scope = outer
            body: list[_Binding | _Test] = []
            for item, part in enumerate(rule.body):
                if isinstance(part, Let):
                    expr = compiler.prepared(part.value, scope)
                    name = compiler.analysis.unique(part.name)
                    compiler.analysis.define(name, expr, compiler.static(expr))
                    body.append(_Binding(name, compiler.run(expr)))
                    scope = scope.with_name(part.name, name)
                else:
                    truth = compiler.truth(compiler.prepared(part.test, scope))
                    body.append(_Test(item, part, truth, part.kind == "assert", scope))
            rules.append((_RulePlan(place, rule, body), alternatives(compiler, rule.context, outer)))
        return _PatternPlan(rules)

    def _run(self, text: XPathText, scope: Scope) -> Run:
        found = self._parts.get((text, scope))
        if found is None:
            with self._lock:
                found = self._compiler.run(self._compiler.prepared(text, scope))
                self._parts[text, scope] = found
        return found

    # ------------------------------------------------------------ judging

    def document(self, root: etree._Element) -> Tree:
        """Return the document whose document element is *root*; parse it with ``faithful=True``."""
        return Tree(root)

    def judge(self, tree: Tree, *, patterns: Collection[int] | None = None, fired: bool = False) -> Result:
        """Judge a document by all rules, or by those of *patterns* (numbers from 0); *fired* asks for that list."""
        judgement = _Judgement([], [], [] if fired else None)
        env = self._start(tree)
        try:
            for number in range(len(self.schema.patterns)):
                if patterns is None or number in patterns:
                    self._pattern(number, env, judgement)
        except (TooLong, RecursionError) as error:
            raise self._too_long() from error
        return Result(
            tuple(judgement.failures),
            tuple(judgement.errors),
            judgement.count,
            None if judgement.fired is None else tuple(judgement.fired),
        )

    def _too_long(self) -> SchematronBroken:
        return SchematronBroken(
            "judging the document takes too long: the rules run through it again and again, or call themselves",
            fix="simplify the rules; put what is computed once per document into a <let> of the schema",
            source=self.schema.source,
        )

    def _start(self, tree: Tree) -> Env:
        """Return the environment of a document: its variables have the document node as context."""
        found = tree.memory.get(self)
        if isinstance(found, Env):
            return found
        variables: dict[str, Any] = {}
        env = Env(tree, variables, {}, tree.document, Budget(), 1, lambda: 1)
        for name, let, scope in self._globals:
            variables[name] = Lazy(self._later(let.value, scope), env, tree.document)
        tree.memory[self] = env
        return env

    def _later(self, text: XPathText, scope: Scope) -> Run:
        return self._parts.get((text, scope)) or (lambda env, item: self._run(text, scope)(env, item))

    def _pattern(self, number: int, start: Env, judgement: _Judgement) -> None:
        plan = self._plan(number)
        for node in plan.nodes(start.tree):
            self._node(number, plan, start, node, judgement)

    def _node(self, number: int, plan: _PatternPlan, start: Env, node: Node, judgement: _Judgement) -> None:
        candidates = plan.candidates(node)
        if not candidates:
            return
        env = Env(start.tree, start.globals, {}, node, start.budget)
        for rule, matches in candidates:
            if _passes(matches, env, node):
                judgement.count += 1
                if judgement.fired is not None:
                    judgement.fired.append(Fired(number, rule.number, node.location))
                self._rule(number, rule, env, node, judgement)
                return

    def _rule(self, number: int, rule: _RulePlan, env: Env, node: Node, judgement: _Judgement) -> None:
        for part in rule.body:
            if isinstance(part, _Binding):
                env = env.bind(part.name, Lazy(part.run, env, node))
                continue
            try:
                if part.truth(env, node) is part.wanted:
                    continue
            except DynamicError as error:
                place = Place(number, rule.number, part.item)
                judgement.errors.append(
                    RuleError(place, part.assertion, node.location, error.code, error.message, node.line)
                )
                continue
            place = Place(number, rule.number, part.item)
            judgement.failures.append(self._failure(place, rule.rule, part, env, node))

    def judge_nodes(
        self, tree: Tree, pattern: int, nodes: Collection[Node]
    ) -> tuple[list[tuple[int, Failure]], list[tuple[int, RuleError]], int]:
        """Judge some nodes by one pattern: failures and errors, each with the order of its node, and rules fired."""
        wrong: list[tuple[int, Failure]] = []
        broken: list[tuple[int, RuleError]] = []
        count = 0
        plan, start = self._plan(pattern), self._start(tree)
        try:
            for node in nodes:
                judgement = _Judgement([], [], None)
                self._node(pattern, plan, start, node, judgement)
                wrong += ((node.order, failure) for failure in judgement.failures)
                broken += ((node.order, error) for error in judgement.errors)
                count += judgement.count
        except (TooLong, RecursionError) as error:
            raise self._too_long() from error
        return wrong, broken, count

    def outcome(self, tree: Tree, place: Place, node: Node) -> Failure | RuleError | None:
        """Judge one assertion at one node that its rule takes: None when it holds."""
        rule, part, env = self._at(tree, place, node)
        try:
            if part.truth(env, node) is part.wanted:
                return None
        except DynamicError as error:
            return RuleError(place, part.assertion, node.location, error.code, error.message, node.line)
        except (TooLong, RecursionError) as error:
            raise self._too_long() from error
        return self._failure(place, rule, part, env, node)

    def assertion(self, tree: Tree, place: Place, node: Node) -> bool:
        """Return whether the test of the assertion at *place* is true for *node*; raises `DynamicError`."""
        _, part, env = self._at(tree, place, node)
        try:
            return part.truth(env, node)
        except (TooLong, RecursionError) as error:
            raise self._too_long() from error

    def failure(self, tree: Tree, place: Place, node: Node) -> Failure:
        """Return the failure of the assertion at *place* for *node*, with message and place."""
        rule, part, env = self._at(tree, place, node)
        return self._failure(place, rule, part, env, node)

    def _at(self, tree: Tree, place: Place, node: Node) -> tuple[Rule, _Test, Env]:
        plan = self._plan(place.pattern).rules[place.rule][0]
        start = self._start(tree)
        env = Env(tree, start.globals, {}, node, start.budget)
        for part in plan.body[: place.item]:
            if isinstance(part, _Binding):
                env = env.bind(part.name, Lazy(part.run, env, node))
        test = plan.body[place.item]
        assert isinstance(test, _Test)
        return plan.rule, test, env

    def evaluate(self, tree: Tree, text: str, node: Item = None) -> list[Item]:
        """Return the items of the expression *text* from *node*, by default the document node; for tests."""
        run = self._run(XPathText(text), self._compiler.scope)
        start = self._start(tree)
        item = tree.document if node is None else node
        try:
            return list(run(Env(tree, start.globals, {}, item, start.budget, 1, lambda: 1), item))
        except (TooLong, RecursionError) as error:
            raise self._too_long() from error

    # ------------------------------------------------------------ messages and places

    def _failure(self, place: Place, rule: Rule, part: _Test, env: Env, node: Node) -> Failure:
        assertion = part.assertion
        subject = self._subject(assertion.subject or rule.subject, part.scope, env, node)
        at = subject or node
        value = at.text if at.kind == ATTRIBUTE or (at.kind == ELEMENT and not at.named) else None
        diagnostics = []
        for name in assertion.diagnostics:
            found = self.schema.diagnostics.get(name)
            if found is not None:
                diagnostics.append((name, self._message(found.message, part.scope, env, node)))
        return Failure(
            place,
            assertion,
            node.location,
            self._message(assertion.message, part.scope, env, node),
            None if subject is None or subject is node else subject.location,
            at.line,
            value,
            tuple(diagnostics),
        )

    def _subject(self, text: XPathText | None, scope: Scope, env: Env, node: Node) -> Node | None:
        if text is None:
            return None
        try:
            for item in self._run(text, scope)(env, node):
                if type(item) is Node:
                    return item.parent if item.kind == TEXT else item
        except DynamicError:
            pass
        return None

    def _message(self, message: Message, scope: Scope, env: Env, node: Node) -> str:
        made = []
        for part in message:
            if isinstance(part, Text):
                made.append(part.text)
                continue
            try:
                if isinstance(part, ValueOf):
                    made.append(_simple_content(self._run(part.select, scope)(env, node)))
                elif part.path is None:
                    made.append(node.name)
                else:
                    found = next(iter(self._run(part.path, scope)(env, node)), None)
                    made.append(found.name if type(found) is Node else "")
            except DynamicError:
                made.append("…")
        return collapse("".join(made))


@dataclass(slots=True)
class _Judgement:
    """What is found on the way."""

    failures: list[Failure]
    errors: list[RuleError]
    fired: list[Fired] | None
    count: int = 0


def _passes(matches: Iterable[Match], env: Env, node: Node) -> bool:
    """Return whether *node* passes an alternative; an error ends the search."""
    try:
        return any(match(env, node) for match in matches)
    except DynamicError:
        return False


def _simple_content(found: Iterable[Item]) -> str:
    """Return items as xsl:value-of writes them: neighbouring text nodes are one, the rest is joined by blanks."""
    made: list[str] = []
    text = False
    for item in found:
        after, text = text, type(item) is Node and item.kind == TEXT
        shown = item.text if type(item) is Node else string_value(item)
        if after and text:
            made[-1] += shown
        else:
            made.append(shown)
    return " ".join(made)
