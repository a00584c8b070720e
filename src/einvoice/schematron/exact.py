"""The meaning of a rule set: a faithful interpreter whose verdict is the official XSLT's, on any document.

Expressions become closures once (`_Compiler`); a document becomes a `Tree`.  `Exact.judge` runs the patterns as the
official stylesheet does: each is a pass over elements and attributes, the first rule that matches a node takes it.
`compile.py` is faster and leaves whatever is unusual to this module.

**Which errors are reached.**  An error of XPath is part of the verdict: the official engine stops there.  XPath lets
an engine evaluate in any order and leave out what does not matter, so only experiment says which errors Saxon meets.
The rules that hold here:

1. Sequences are lazy.  ``exists``, ``=``, ``some`` and the effective boolean value take items one by one and stop
   when they know the answer; an error in a later item is not met.  (Saxon pulls items through iterators.)
2. …
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, NoReturn

from lxml import etree

from einvoice.errors import SchematronBroken
from einvoice.schematron import regex
from einvoice.schematron.result import Failure, Fired, Place, Result, RuleError
from einvoice.schematron.schema import (
    Assertion,
    Choose,
    Function,
    Instruction,
    Let,
    Message,
    Rule,
    Schema,
    Sequence,
    Text,
    ValueOf,
    Variable,
)
from einvoice.schematron.schema import XPath as XPathText
from einvoice.schematron.tree import (
    ATTRIBUTE,
    COMMENT,
    DOCUMENT,
    ELEMENT,
    INSTRUCTION,
    TEXT,
    Node,
    Tree,
)
from einvoice.schematron.values import (
    CASTS,
    GENERAL,
    NUMERIC,
    Date,
    DateTime,
    DynamicError,
    Single,
    Untyped,
    absolute,
    arithmetic,
    as_double,
    average,
    ceiling_number,
    codepoints_to_string,
    compare_general,
    compare_value,
    extreme,
    floor_number,
    lower_case,
    negate,
    normalize_space,
    operand,
    round_half_even,
    round_number,
    same_value,
    string_value,
    substring,
    to_double,
    to_number,
    to_single,
    total,
    translate,
    type_name,
    upper_case,
)
from einvoice.schematron.xpath import (
    And,
    Arithmetic,
    Call,
    Cast,
    Castable,
    Compare,
    ContextItem,
    Expr,
    Filter,
    For,
    If,
    Literal,
    NodeCompare,
    NodeSet,
    NodeTest,
    Or,
    Parser,
    Quantified,
    Range,
    Root,
    SequenceOf,
    Slash,
    Step,
    Unary,
    ValueCompare,
    Var,
)

__all__ = ["DynamicError", "Exact", "Node", "Tree"]

MAX_STEPS: Final = 50_000_000
"""Items that rules may touch in one document before `SchematronBroken`; an invoice of 1,000 lines takes 2 % of it."""

MAX_CALLS: Final = 150
"""Deepest nesting of function calls."""

Item = Any
Run = Callable[["Env", Item], Iterable[Item]]
Truth = Callable[["Env", Item], bool]
One = Callable[["Env", Item], Any]


class _TooLong(Exception):
    """The step budget is used up, or calls nest too deep."""


class _Budget:
    __slots__ = ("depth", "left")

    def __init__(self) -> None:
        self.left = MAX_STEPS
        self.depth = 0

    def spend(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise _TooLong


class Env:
    """What an expression may ask for beside its context item."""

    __slots__ = ("budget", "current", "position", "size", "tree", "variables")

    def __init__(
        self,
        tree: Tree | None,
        variables: Mapping[str, Any],
        current: Item,
        budget: _Budget,
        position: int | None = None,
        size: Callable[[], int] | None = None,
    ) -> None:
        self.tree = tree
        self.variables = variables
        self.current = current
        self.budget = budget
        self.position = position
        self.size = size

    def bind(self, name: str, value: Any) -> Env:
        return Env(self.tree, {**self.variables, name: value}, self.current, self.budget, self.position, self.size)

    def focus(self, position: int, size: Callable[[], int]) -> Env:
        return Env(self.tree, self.variables, self.current, self.budget, position, size)


class _Lazy:
    """The value of a variable: items are worked out when they are first asked for, and kept.  So are errors."""

    __slots__ = ("_env", "_error", "_item", "_items", "_iterator", "_run", "_running", "texts")

    def __init__(self, run: Run, env: Env, item: Item) -> None:
        self._run: Run | None = run
        self._env = env
        self._item = item
        self._items: list[Item] = []
        self._iterator: Iterator[Item] | None = None
        self._error: DynamicError | None = None
        self._running = False
        self.texts: frozenset[str] | None = None

    def stream(self) -> Iterable[Item]:
        if self._run is None and self._iterator is None and self._error is None:
            return self._items
        return self._walk()

    def all(self) -> list[Item]:
        if self._run is None and self._iterator is None and self._error is None:
            return self._items
        return list(self._walk())

    def _walk(self) -> Iterator[Item]:
        place = 0
        while True:
            if place < len(self._items):
                yield self._items[place]
                place += 1
            elif not self._more():
                return

    def _more(self) -> bool:
        if self._error is not None:
            raise self._error
        if self._running:
            raise DynamicError("XTDE0640", "a variable is defined by itself")
        self._running = True
        try:
            if self._run is not None:
                run, self._run = self._run, None
                found = run(self._env, self._item)
                if isinstance(found, list):
                    self._items = found
                    return self._settle()
                self._iterator = iter(found)
            if self._iterator is None:
                return False
            for item in self._iterator:
                self._items.append(item)
                return True
            self._iterator = None
            self._settle()
            return False
        except DynamicError as error:
            self._iterator = None
            self._error = error
            raise
        finally:
            self._running = False

    def _settle(self) -> bool:
        if len(self._items) > 3 and all(type(item) is str for item in self._items):
            self.texts = frozenset(self._items)
        return bool(self._items)


# ---------------------------------------------------------------- what is known of an expression before it runs


@dataclass(frozen=True, slots=True)
class _Static:
    """*kind*: node, boolean, number, string, untyped, atomic (any of them), any.  *one*: never several items.

    *safe*: evaluation cannot end in an error, so it does not matter how much of it is done.
    """

    kind: str
    one: bool
    safe: bool


_STRINGS: Final = frozenset(
    {
        "codepoints-to-string",
        "concat",
        "local-name",
        "lower-case",
        "name",
        "namespace-uri",
        "normalize-space",
        "replace",
    }
    | {"string", "string-join", "substring", "substring-after", "substring-before", "translate", "upper-case"}
)
_BOOLEANS: Final = frozenset(
    {"boolean", "contains", "deep-equal", "empty", "ends-with", "exists", "false", "matches", "not", "starts-with"}
    | {"true"}
)
_NUMBERS: Final = frozenset(
    {"abs", "ceiling", "count", "floor", "last", "number", "position", "round", "string-length"}
)
_TYPE_KINDS: Final = {
    "string": "string",
    "boolean": "boolean",
    "decimal": "number",
    "integer": "number",
    "double": "number",
    "float": "number",
    "untypedAtomic": "untyped",
    "date": "atomic",
    "dateTime": "atomic",
}
_FORWARD: Final = frozenset(
    {"child", "attribute", "self", "parent", "descendant", "descendant-or-self", "following-sibling", "following"}
)


def _items(found: Iterable[Item]) -> list[Item]:
    return found if isinstance(found, list) else list(found)


def _fail(code: str, message: str) -> NoReturn:
    raise DynamicError(code, message)


def _not_a_node(item: Item) -> DynamicError:
    if item is None:
        return DynamicError("XPDY0002", "there is no context node here")
    return DynamicError("XPTY0020", f"the context is {type_name(item)}, no node")


def _atoms(found: Iterable[Item]) -> Iterator[Any]:
    for item in found:
        yield item.atom if type(item) is Node else item


def _ordered(nodes: list[Node]) -> list[Node]:
    """Return *nodes* in document order, each once."""
    if len(nodes) < 2:
        return nodes
    unique = {node.order: node for node in nodes}
    return [unique[order] for order in sorted(unique)]


def effective(found: Iterable[Item]) -> bool:
    """Return the effective boolean value of items; FORG0006."""
    iterator = iter(found)
    for item in iterator:
        kind = type(item)
        if kind is Node:
            return True
        for _ in iterator:
            _fail("FORG0006", "several values are neither true nor false")
        if kind is bool:
            return bool(item)
        if kind is str or kind is Untyped:
            return len(item) > 0
        if kind in NUMERIC:
            return not (item == 0 or item != item)
        _fail("FORG0006", f"{type_name(item)} is neither true nor false")
    return False


class _Compiler:
    """Turns the trees of one schema into closures."""

    def __init__(self, schema: Schema, parser: Parser) -> None:
        self.schema = schema
        self.parser = parser
        self._runs: dict[tuple[Expr, bool], Run] = {}
        self._truths: dict[Expr, Truth] = {}
        self._ones: dict[tuple[Expr, str], One] = {}
        self._statics: dict[Expr, _Static] = {}
        self._functions: dict[str, list[_Function]] = {}
        for function in schema.functions:
            prefix, _, local = function.name.partition(":")
            name = f"{{{parser.namespaces[prefix]}}}{local}"
            self._functions.setdefault(name, []).append(_Function(self, function))

    # ------------------------------------------------------------ static knowledge

    def static(self, expr: Expr) -> _Static:
        found = self._statics.get(expr)
        if found is None:
            found = self._statics[expr] = self._static(expr)
        return found

    def _static(self, expr: Expr) -> _Static:
        match expr:
            case Literal(kind=kind):
                return _Static("string" if kind == "string" else "number", True, True)
            case Var():
                return _Static("any", False, False)
            case ContextItem():
                return _Static("any", True, True)
            case Root():
                return _Static("node", True, True)
            case Step():
                one = expr.axis in ("self", "parent") or (expr.axis == "attribute" and expr.test.local is not None)
                one = one and expr.test.uri is not None if expr.axis == "attribute" else one
                return _Static("node", one, all(self._safe_predicate(each) for each in expr.predicates))
            case Slash(left, right):
                first, second = self.static(left), self.static(right)
                safe = first.safe and second.safe and first.kind == "node"
                return _Static(second.kind, first.one and second.one, safe)
            case Filter(base, predicate):
                inner = self.static(base)
                return _Static(inner.kind, inner.one, inner.safe and self._safe_predicate(predicate))
            case NodeSet(_, left, right):
                first, second = self.static(left), self.static(right)
                return _Static("node", False, first.safe and second.safe and first.kind == second.kind == "node")
            case SequenceOf(items):
                inners = [self.static(item) for item in items]
                kinds = {inner.kind for inner in inners}
                kind = kinds.pop() if len(kinds) == 1 else "any"
                return _Static(kind, not items or (len(items) == 1 and inners[0].one), all(i.safe for i in inners))
            case Range():
                return _Static("number", False, False)
            case And(left, right) | Or(left, right):
                return _Static("boolean", True, self._safe_truth(left) and self._safe_truth(right))
            case Compare(_, left, right):
                first, second = self.static(left), self.static(right)
                texts = {"node", "string", "untyped"}
                alike = {first.kind, second.kind} <= texts or first.kind == second.kind == "number"
                return _Static("boolean", True, alike and first.safe and second.safe)
            case ValueCompare():
                return _Static("boolean", False, False)
            case NodeCompare():
                return _Static("boolean", False, False)
            case Arithmetic() | Unary():
                return _Static("atomic", True, False)
            case If(condition, then, otherwise):
                first, second = self.static(then), self.static(otherwise)
                return _Static(
                    first.kind if first.kind == second.kind else "any",
                    first.one and second.one,
                    first.safe and second.safe and self._safe_truth(condition),
                )
            case For():
                return _Static(self.static(expr.result).kind, False, False)
            case Quantified():
                return _Static("boolean", True, False)
            case Cast():
                return _Static(_TYPE_KINDS.get(expr.type, "atomic"), True, False)
            case Castable(operand=inner_expr):
                inner = self.static(inner_expr)
                return _Static("boolean", True, inner.safe)
            case Call():
                return self._static_call(expr)
        return _Static("any", False, False)

    def _static_call(self, expr: Call) -> _Static:
        inners = [self.static(argument) for argument in expr.arguments]
        name = expr.name
        if name in _STRINGS:
            safe = name in ("normalize-space", "upper-case", "lower-case", "local-name", "namespace-uri", "name") or (
                name in ("string", "translate", "substring-after", "substring-before", "concat")
            )
            good = all(i.safe and i.one and i.kind in ("string", "node") for i in inners)
            return _Static("string", True, safe and good)
        if name in _BOOLEANS:
            if name in ("exists", "empty"):
                return _Static("boolean", True, inners[0].safe)
            if name in ("not", "boolean"):
                return _Static("boolean", True, self._safe_truth(expr.arguments[0]))
            if name in ("contains", "starts-with", "ends-with"):
                good = all(i.safe and i.one and i.kind in ("string", "node") for i in inners)
                return _Static("boolean", True, good)
            return _Static("boolean", True, name in ("true", "false"))
        if name in _NUMBERS:
            if name == "count":
                return _Static("number", True, inners[0].safe)
            if name == "string-length":
                return _Static("number", True, all(i.safe and i.one and i.kind in ("string", "node") for i in inners))
            return _Static("number", True, name in ("position", "last"))
        if name == "root":
            return _Static("node", True, False)
        if name in ("string-to-codepoints", "index-of"):
            return _Static("number", False, False)
        if name in ("data", "distinct-values"):
            return _Static("atomic", False, False)
        if name == "tokenize":
            return _Static("string", False, False)
        if name in ("reverse", "subsequence", "one-or-more"):
            return _Static(inners[0].kind, False, False)
        if name in ("exactly-one", "zero-or-one"):
            return _Static(inners[0].kind, True, False)
        if name in ("sum", "avg", "max", "min", "round-half-to-even"):
            return _Static("atomic", True, False)
        if name == "current":
            return _Static("any", True, True)
        declared = self._functions.get(name)
        if declared and len(declared) == 1 and declared[0].function.type:
            kind, occurrence = _sequence_type(declared[0].function.type)
            local = kind.removeprefix("xs:")
            return _Static(_TYPE_KINDS.get(local, "any"), occurrence in ("", "?"), False)
        return _Static("any", False, False)

    def _safe_truth(self, expr: Expr) -> bool:
        static = self.static(expr)
        return static.safe and (
            static.kind == "node" or (static.one and static.kind in ("boolean", "number", "string"))
        )

    def _safe_predicate(self, expr: Expr) -> bool:
        return self._safe_truth(expr)

    # ------------------------------------------------------------ sequences

    def run(self, expr: Expr, loose: bool = False) -> Run:
        """Return the closure that yields the items of *expr*; a *loose* one in any order, nodes possibly twice."""
        key = (expr, loose)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = self._run(expr, loose)
        return found

    def _run(self, expr: Expr, loose: bool) -> Run:
        match expr:
            case Literal(value):
                constant = [value]
                return lambda env, item: constant
            case Var(name):
                return self._var(name)
            case ContextItem():
                return _context_item
            case Root():
                return _root
            case Step():
                return self._step(expr)
            case Slash():
                return self._slash(expr, loose)
            case Filter(base, predicate):
                if isinstance(predicate, Literal) and predicate.kind != "string":
                    return self._nth(base, predicate.value)
                return self._filtered(
                    self.run(base, loose and not self._positional(predicate)), predicate, self.static(expr).safe
                )
            case NodeSet():
                return self._node_set(expr, loose)
            case SequenceOf(items):
                return self._sequence(items, loose)
            case Range(first, last):
                return self._range(first, last)
            case If(condition, then, otherwise):
                test, yes, no = self.truth(condition), self.run(then, loose), self.run(otherwise, loose)
                return lambda env, item: yes(env, item) if test(env, item) else no(env, item)
            case For(bindings, result):
                return self._for(bindings, result, loose)
            case And() | Or() | Compare() | Quantified():
                truth = self.truth(expr)
                return lambda env, item: [truth(env, item)]
            case Call():
                return self._call(expr, loose)
        one = self.one(expr)

        def single(env: Env, item: Item) -> list[Item]:
            found = one(env, item)
            return [] if found is None else [found]

        return single

    def _var(self, name: str) -> Run:
        def variable(env: Env, item: Item) -> Iterable[Item]:
            try:
                value = env.variables[name]
            except KeyError:
                raise SchematronBroken(f"the variable ${name} is not declared", fix="declare it with <let>") from None
            return value.stream() if type(value) is _Lazy else value

        return variable

    def _sequence(self, items: tuple[Expr, ...], loose: bool) -> Run:
        if all(isinstance(item, Literal) for item in items):
            constant = [item.value for item in items if isinstance(item, Literal)]
            return lambda env, item: constant
        runs = [self.run(item, loose) for item in items]
        if all(self.static(item).safe for item in items):
            return lambda env, item: [each for run in runs for each in run(env, item)]

        def sequence(env: Env, item: Item) -> Iterator[Item]:
            for run in runs:
                yield from run(env, item)

        return sequence

    def _range(self, first: Expr, last: Expr) -> Run:
        begin, end = self.one(first), self.one(last)

        def numbers(env: Env, item: Item) -> Iterable[Item]:
            low, high = _whole(begin(env, item)), _whole(end(env, item))
            if low is None or high is None or low > high:
                return []
            return _spending(env, range(low, high + 1))

        return numbers

    def _for(self, bindings: tuple[tuple[str, Expr], ...], result: Expr, loose: bool) -> Run:
        if not bindings:
            return self.run(result, loose)
        (name, source), rest = bindings[0], bindings[1:]
        sources, inner = self.run(source), self._for(rest, result, loose)

        def loop(env: Env, item: Item) -> Iterator[Item]:
            for value in sources(env, item):
                env.budget.spend(1)
                yield from inner(env.bind(name, [value]), item)

        return loop

    def _node_set(self, expr: NodeSet, loose: bool) -> Run:
        left, right = self.run(expr.left, True), self.run(expr.right, True)
        if expr.op == "union" and loose:

            def append(env: Env, item: Item) -> Iterator[Item]:
                yield from map(_node, left(env, item))
                yield from map(_node, right(env, item))

            return append
        op = expr.op

        def combine(env: Env, item: Item) -> list[Node]:
            first = [_node(each) for each in left(env, item)]
            second = [_node(each) for each in right(env, item)]
            if op == "union":
                return _ordered(first + second)
            inside = {each.order for each in second}
            return _ordered([each for each in first if (each.order in inside) is (op == "intersect")])

        return combine

    # ------------------------------------------------------------ steps

    def _step(self, step: Step) -> Run:
        base = _axis(step.axis, step.test)
        run: Run = base
        reverse = step.axis not in _FORWARD
        safe = True
        for predicate in step.predicates:
            safe = safe and self._safe_predicate(predicate)
            if isinstance(predicate, Literal) and predicate.kind != "string":
                run = _nth_of(run, predicate.value)
            else:
                run = self._filtered(run, predicate, safe)
        if reverse:
            # positions count away from the context node, the result is in document order
            inner = run

            def turned(env: Env, item: Item) -> list[Item]:
                return _items(inner(env, item))[::-1]

            return turned
        return run

    def _positional(self, predicate: Expr) -> bool:
        """Return whether the place of an item may matter to *predicate*."""
        kind = self.static(predicate).kind
        return kind in ("number", "any", "atomic") or _uses_position(predicate)

    def _filtered(self, base: Run, predicate: Expr, safe: bool) -> Run:
        static = self.static(predicate)
        numeric = static.kind in ("number", "any", "atomic")
        if not numeric and not _uses_position(predicate):
            truth = self.truth(predicate)
            if safe:

                def keep(env: Env, item: Item) -> list[Item]:
                    found = _items(base(env, item))
                    if found:
                        env.budget.spend(len(found))
                        return [each for each in found if truth(env, each)]
                    return found

                return keep

            def pull(env: Env, item: Item) -> Iterator[Item]:
                for each in base(env, item):
                    env.budget.spend(1)
                    if truth(env, each):
                        yield each

            return pull
        last = _uses(predicate, "last")
        run = self.run(predicate, True)

        def placed(env: Env, item: Item) -> Iterator[Item]:
            found = base(env, item)
            if last:
                found = _items(found)
            size = (lambda: len(found)) if isinstance(found, list) else _no_size
            position = 0
            for each in found:
                env.budget.spend(1)
                position += 1
                values = run(env.focus(position, size), each)
                if numeric:
                    values = _items(values)
                    if len(values) == 1 and type(values[0]) in NUMERIC:
                        if values[0] == position:
                            yield each
                        continue
                if effective(values):
                    yield each

        return placed

    def _nth(self, base: Expr, place: Any) -> Run:
        return _nth_of(self.run(base), place)

    def _slash(self, slash: Slash, loose: bool) -> Run:
        slash = self._joined(slash)
        left, right = slash.left, slash.right
        static = self.static(slash)
        nodes = static.kind == "node"
        if isinstance(left, Root) and isinstance(right, Step) and right.axis == "descendant":
            base = _everywhere(right.test)
            if base is not None:
                run: Run = base
                safe = True
                for predicate in right.predicates:
                    safe = safe and self._safe_predicate(predicate)
                    run = self._filtered(run, predicate, safe)
                return run
        sort = nodes and not loose and not self._sorted(slash)
        first, second = self.run(left, loose or sort), self.run(right, loose or sort)
        if static.safe and nodes:

            def path(env: Env, item: Item) -> list[Item]:
                found = _items(first(env, item))
                if not found:
                    return found
                if len(found) == 1:
                    made = _items(second(env, found[0]))
                else:
                    env.budget.spend(len(found))
                    made = []
                    for each in found:
                        made += second(env, each)
                return _ordered(made) if sort else made

            return path
        plain = not _uses_position(right)

        def steps(env: Env, item: Item) -> Iterator[Item]:
            for each in first(env, item):
                env.budget.spend(1)
                if type(each) is not Node:
                    _fail("XPTY0019", f"a step is taken from {type_name(each)}, which is no node")
                yield from second(env, each)

        def placed(env: Env, item: Item) -> Iterator[Item]:
            found = _items(first(env, item))
            for place, each in enumerate(found, 1):
                env.budget.spend(1)
                if type(each) is not Node:
                    _fail("XPTY0019", f"a step is taken from {type_name(each)}, which is no node")
                yield from second(env.focus(place, lambda: len(found)), each)

        walk = steps if plain else placed
        if nodes:
            return (lambda env, item: _ordered(list(walk(env, item)))) if sort else walk
        if static.kind != "any":
            return walk

        def mixed(env: Env, item: Item) -> list[Item]:
            made = list(walk(env, item))
            kinds = {type(each) is Node for each in made}
            if len(kinds) > 1:
                _fail("XPTY0018", "the last step of a path gives nodes and values")
            return _ordered(made) if kinds == {True} else made

        return mixed

    def _joined(self, slash: Slash) -> Slash:
        """Return ``a/descendant::x`` for ``a//x`` where no predicate counts."""
        left, right = slash.left, slash.right
        if (
            isinstance(left, Slash)
            and left.right == Step("descendant-or-self", NodeTest("node"))
            and isinstance(right, Step)
            and right.axis == "child"
            and not any(self._positional(predicate) for predicate in right.predicates)
        ):
            return Slash(left.left, Step("descendant", right.test, right.predicates))
        return slash

    def _sorted(self, expr: Expr) -> bool:
        """Return whether evaluation from one context node yields nodes in document order by itself."""
        return self._order(expr) is not None

    def _order(self, expr: Expr) -> str | None:
        """Return "one" for at most one node, "peers" when none is below another, "nested", None when unsorted."""
        match expr:
            case Root() | ContextItem():
                return "one"
            case Step():
                if expr.axis in ("self", "parent"):
                    return "one"
                if expr.axis == "attribute" and expr.test.local is not None and expr.test.uri is not None:
                    return "one"
                if expr.axis in ("child", "attribute", "following-sibling", "preceding-sibling"):
                    return "peers"
                return "nested"
            case Filter(base):
                return self._order(base)
            case Slash():
                slash = self._joined(expr)
                first, second = self._order(slash.left), self._order(slash.right)
                if first is None or second is None:
                    return None
                if first == "one":
                    return second
                right = slash.right
                if not isinstance(right, Step):
                    return None
                if right.axis == "self":
                    return first
                if right.axis == "attribute":
                    return "peers"
                if first == "peers":
                    if right.axis == "child":
                        return "peers"
                    if right.axis in ("descendant", "descendant-or-self"):
                        return "nested"
                return None
        return None

    # ------------------------------------------------------------ truth

    def truth(self, expr: Expr) -> Truth:
        """Return the closure of the effective boolean value of *expr*."""
        found = self._truths.get(expr)
        if found is None:
            found = self._truths[expr] = self._truth(expr)
        return found

    def _truth(self, expr: Expr) -> Truth:
        match expr:
            case And(left, right):
                return _both(self.truth(left), self.truth(right), self._safe_truth(left))
            case Or(left, right):
                return _either(self.truth(left), self.truth(right), self._safe_truth(left))
            case Compare(op, left, right):
                return self._compare(GENERAL[op], left, right)
            case Quantified():
                return self._quantified(expr.kind, expr.bindings, expr.condition)
            case If(condition, then, otherwise):
                test, yes, no = self.truth(condition), self.truth(then), self.truth(otherwise)
                return lambda env, item: yes(env, item) if test(env, item) else no(env, item)
            case Call("not", (inner,)):
                truth = self.truth(inner)
                return lambda env, item: not truth(env, item)
            case Call("boolean", (inner,)):
                return self.truth(inner)
            case Call("true"):
                return lambda env, item: True
            case Call("false"):
                return lambda env, item: False
            case Call("exists", (inner,)):
                return self._exists(inner, True)
            case Call("empty", (inner,)):
                return self._exists(inner, False)
            case Call(name) if name in _TESTS:
                one = self.one(expr)
                return lambda env, item: bool(one(env, item))
        static = self.static(expr)
        run = self.run(expr, True)
        if static.kind == "node":
            return self._exists(expr, True)
        return lambda env, item: effective(run(env, item))

    def _exists(self, expr: Expr, wanted: bool) -> Truth:
        run = self.run(expr, True)

        def exists(env: Env, item: Item) -> bool:
            found = run(env, item)
            if isinstance(found, list):
                return bool(found) is wanted
            for _ in found:
                return wanted
            return not wanted

        return exists

    def _quantified(self, kind: str, bindings: tuple[tuple[str, Expr], ...], condition: Expr) -> Truth:
        if not bindings:
            return self.truth(condition)
        (name, source), rest = bindings[0], bindings[1:]
        sources, inner = self.run(source, True), self._quantified(kind, rest, condition)
        some = kind == "some"

        def quantified(env: Env, item: Item) -> bool:
            for value in sources(env, item):
                env.budget.spend(1)
                if inner(env.bind(name, [value]), item) is some:
                    return some
            return not some

        return quantified

    def _compare(self, op: str, left: Expr, right: Expr) -> Truth:
        first, second = self.static(left), self.static(right)
        runs = self.run(left, True), self.run(right, True)
        if first.one and second.one:
            return self._compare_ones(op, left, right)
        if second.one or not first.one:
            many, other, sign = runs[0], runs[1], op
            single = second.one
        else:
            many, other, sign = runs[1], runs[0], _TURNED[op]
            single = True
        if op == "eq" and isinstance(right, Var):
            return _member(runs[0], right.name, _many_to_many(op, runs[0], runs[1]))
        if single:
            return _many_to_one(sign, many, other)
        return _many_to_many(op, runs[0], runs[1])

    def _compare_ones(self, op: str, left: Expr, right: Expr) -> Truth:
        first, second = self.one(left), self.one(right)

        def compare(env: Env, item: Item) -> bool:
            one = first(env, item)
            if one is None:
                return False
            two = second(env, item)
            if two is None:
                return False
            return compare_general(op, one, two)

        return compare

    # ------------------------------------------------------------ single values

    def one(self, expr: Expr, what: str = "an operand") -> One:
        """Return the closure of the only atomic value of *expr*, None without one; XPTY0004 for several."""
        key = (expr, what)
        found = self._ones.get(key)
        if found is None:
            found = self._ones[key] = self._one(expr, what)
        return found

    def _one(self, expr: Expr, what: str) -> One:
        match expr:
            case Literal(constant):
                return lambda env, item: constant
            case ContextItem():
                return _context_atom
            case Step("attribute", NodeTest(_, str() as uri, str() as local), ()):
                return _attribute_atom(f"{{{uri}}}{local}" if uri else local)
            case And() | Or() | Compare() | Quantified():
                return self.truth(expr)
            case ValueCompare(op, left, right):
                return self._value_compare(op, left, right)
            case NodeCompare(op, left, right):
                return self._node_compare(op, left, right)
            case Arithmetic(op, left, right):
                return self._arithmetic(op, left, right)
            case Unary(op, inner):
                value = self.one(inner, f"the operand of {op}")
                work = negate if op == "-" else (lambda found: operand(found, "+"))
                return lambda env, item: None if (found := value(env, item)) is None else work(found)
            case If(condition, then, otherwise):
                test = self.truth(condition)
                branch, other = self.one(then, what), self.one(otherwise, what)
                return lambda env, item: branch(env, item) if test(env, item) else other(env, item)
            case Cast():
                return self._cast(expr)
            case Castable():
                return self._castable(expr)
            case Call(name, arguments) if name in _SINGLES:
                return _SINGLES[name](self, arguments)
        run = self.run(expr)

        def only(env: Env, item: Item) -> Any:
            found = run(env, item)
            if isinstance(found, list):
                if len(found) == 1:
                    value = found[0]
                    return value.atom if type(value) is Node else value
                if not found:
                    return None
                raise DynamicError("XPTY0004", f"{what} has several values")
            iterator = iter(found)
            for value in iterator:
                for _ in iterator:
                    raise DynamicError("XPTY0004", f"{what} has several values")
                return value.atom if type(value) is Node else value
            return None

        return only

    def _value_compare(self, op: str, left: Expr, right: Expr) -> One:
        first, second = self.one(left, f"the left side of {op}"), self.one(right, f"the right side of {op}")

        def compare(env: Env, item: Item) -> bool | None:
            one = first(env, item)
            if one is None:
                return None
            two = second(env, item)
            return None if two is None else compare_value(op, one, two)

        return compare

    def _node_compare(self, op: str, left: Expr, right: Expr) -> One:
        first, second = self.run(left), self.run(right)

        def compare(env: Env, item: Item) -> bool | None:
            one = _one_node(first(env, item), op)
            if one is None:
                return None
            two = _one_node(second(env, item), op)
            if two is None:
                return None
            if op == "is":
                return one is two
            return one.order < two.order if op == "<<" else one.order > two.order

        return compare

    def _arithmetic(self, op: str, left: Expr, right: Expr) -> One:
        first, second = self.one(left, f"the left side of {op}"), self.one(right, f"the right side of {op}")

        def calculate(env: Env, item: Item) -> Any:
            one = first(env, item)
            if one is None:
                return None
            two = second(env, item)
            return None if two is None else arithmetic(op, one, two)

        return calculate

    def _cast(self, cast: Cast) -> One:
        value = self.one(cast.operand, f"what is cast to xs:{cast.type}")
        work, optional, kind = CASTS[cast.type], cast.optional, cast.type

        def run(env: Env, item: Item) -> Any:
            found = value(env, item)
            if found is None:
                if optional:
                    return None
                _fail("XPTY0004", f"nothing is cast to xs:{kind}")
            return work(found)

        return run

    def _castable(self, castable: Castable) -> One:
        run = self.run(castable.operand)
        work, optional = CASTS[castable.type], castable.optional

        def check(env: Env, item: Item) -> bool:
            found = _items(run(env, item))
            if len(found) != 1:
                return not found and optional
            value = found[0].atom if type(found[0]) is Node else found[0]
            try:
                work(value)
            except DynamicError:
                return False
            return True

        return check

    # ------------------------------------------------------------ functions

    def text(self, expr: Expr, what: str) -> Callable[[Env, Item], str]:
        """Return the closure of an argument of type xs:string?; "" for the empty sequence."""
        one = self.one(expr, what)

        def text(env: Env, item: Item) -> str:
            value = one(env, item)
            if value is None:
                return ""
            if type(value) is str or type(value) is Untyped:
                return value
            raise DynamicError("XPTY0004", f"{what} is {type_name(value)}, not a string")

        return text

    def double(self, expr: Expr, what: str) -> Callable[[Env, Item], float | None]:
        """Return the closure of an argument of type xs:double?."""
        one = self.one(expr, what)

        def double(env: Env, item: Item) -> float | None:
            value = one(env, item)
            if value is None:
                return None
            if type(value) in NUMERIC:
                return as_double(value)
            if type(value) is Untyped:
                return to_double(value)
            raise DynamicError("XPTY0004", f"{what} is {type_name(value)}, not a number")

        return double

    def _call(self, call: Call, loose: bool) -> Run:
        name, arguments = call.name, call.arguments
        if name in _SINGLES or name in ("exists", "empty", "not", "boolean", "true", "false"):
            one: One = self.one(call) if name in _SINGLES else self.truth(call)

            def single(env: Env, item: Item) -> list[Item]:
                found = one(env, item)
                return [] if found is None else [found]

            return single
        if name in _SEQUENCES:
            return _SEQUENCES[name](self, arguments)
        declared = self._functions.get(name, [])
        for function in declared:
            if len(function.function.params) == len(arguments):
                return self._declared(function, arguments)
        raise SchematronBroken(f"the function {name}() is not supported")

    def _declared(self, function: _Function, arguments: tuple[Expr, ...]) -> Run:
        runs = [self.run(argument) for argument in arguments]
        names = [parameter.name for parameter in function.function.params]

        def call(env: Env, item: Item) -> Iterable[Item]:
            budget = env.budget
            budget.spend(10)
            converters, body = function.ready()
            variables = dict(_globals(env))
            for name, run, converter in zip(names, runs, converters, strict=True):
                variables[name] = _Lazy(_converted(run, converter), env, item)
            if budget.depth >= MAX_CALLS:
                raise _TooLong
            budget.depth += 1
            try:
                return _items(body(Env(env.tree, variables, None, budget), None))
            finally:
                budget.depth -= 1

        return call


def _globals(env: Env) -> Mapping[str, Any]:
    found = env.variables.get("")
    return found if found is not None else env.variables


def _converted(run: Run, converter: Callable[[Iterable[Item]], Iterable[Item]] | None) -> Run:
    if converter is None:
        return run
    return lambda env, item: converter(run(env, item))


# ---------------------------------------------------------------- small closures


def _context_item(env: Env, item: Item) -> list[Item]:
    if item is None:
        raise _not_a_node(item)
    return [item]


def _context_atom(env: Env, item: Item) -> Any:
    if type(item) is Node:
        return item.atom
    if item is None:
        raise _not_a_node(item)
    return item


def _attribute_atom(tag: str) -> One:
    def atom(env: Env, item: Item) -> Any:
        try:
            found = item.attributes.get(tag)
        except AttributeError:
            raise _not_a_node(item) from None
        return None if found is None else found.atom

    return atom


def _root(env: Env, item: Item) -> list[Item]:
    if type(item) is not Node:
        raise _not_a_node(item)
    assert env.tree is not None
    return [env.tree.document]


def _node(item: Item) -> Node:
    if type(item) is Node:
        return item
    raise DynamicError("XPTY0004", f"{type_name(item)} is no node")


def _one_node(found: Iterable[Item], op: str) -> Node | None:
    items = _items(found)
    if len(items) > 1:
        _fail("XPTY0004", f"an operand of {op} has several values")
    return _node(items[0]) if items else None


def _whole(value: Any) -> int | None:
    if value is None:
        return None
    if type(value) is int:
        return value
    if type(value) is Untyped:
        return int(CASTS["integer"](value))
    raise DynamicError("XPTY0004", f"{type_name(value)} is no whole number of a range")


def _spending(env: Env, values: range) -> Iterator[int]:
    for value in values:
        env.budget.spend(1)
        yield value


def _no_size() -> int:
    raise AssertionError("last() is asked for where the items were not counted")


def _nth_of(base: Run, place: Any) -> Run:
    """Return the closure of ``base[place]``: it stops there."""

    def nth(env: Env, item: Item) -> list[Item]:
        found = base(env, item)
        if isinstance(found, list):
            number = int(place) if place == place and place == math.floor(place) else 0
            return found[number - 1 : number] if number > 0 else []
        for position, each in enumerate(found, 1):
            if position == place:
                return [each]
        return []

    return nth


def _uses(expr: Expr, name: str) -> bool:
    """Return whether *expr* calls position() or last() of its own focus."""
    match expr:
        case Call(called) if called == name:
            return True
        case Step():
            return False
        case Filter(base):
            return _uses(base, name)
        case Slash(left):
            return _uses(left, name)
    return any(_uses(child, name) for child in expr.children())


def _uses_position(expr: Expr) -> bool:
    return _uses(expr, "position") or _uses(expr, "last")


_TURNED: Final = {"eq": "eq", "ne": "ne", "lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}


def _both(left: Truth, right: Truth, safe: bool) -> Truth:
    if safe:
        return lambda env, item: left(env, item) and right(env, item)

    def both(env: Env, item: Item) -> bool:
        try:
            first = left(env, item)
        except DynamicError:
            if not right(env, item):
                return False
            raise
        return first and right(env, item)

    return both


def _either(left: Truth, right: Truth, safe: bool) -> Truth:
    if safe:
        return lambda env, item: left(env, item) or right(env, item)

    def either(env: Env, item: Item) -> bool:
        try:
            first = left(env, item)
        except DynamicError:
            if right(env, item):
                return True
            raise
        return first or right(env, item)

    return either


def _many_to_one(op: str, many: Run, single: Run) -> Truth:
    def compare(env: Env, item: Item) -> bool:
        values = _items(single(env, item))
        if not values:
            return False
        value = values[0].atom if type(values[0]) is Node else values[0]
        if op == "eq" and type(value) is str:
            for each in many(env, item):
                if type(each) is Node:
                    if each.text == value:
                        return True
                elif compare_general("eq", each, value):
                    return True
            return False
        return any(compare_general(op, each, value) for each in _atoms(many(env, item)))

    return compare


def _many_to_many(op: str, left: Run, right: Run) -> Truth:
    """Items of both sides are taken in turn, each compared with those of the other side met before."""

    def compare(env: Env, item: Item) -> bool:
        ones, twos = _atoms(left(env, item)), _atoms(right(env, item))
        first: list[Any] = []
        second: list[Any] = []
        more_ones = more_twos = True
        while more_ones or more_twos:
            if more_ones:
                one = next(ones, None)
                if one is None:
                    more_ones = False
                    if not more_twos:
                        return False
                else:
                    if any(compare_general(op, one, two) for two in second):
                        return True
                    if more_twos:
                        first.append(one)
            if more_twos:
                two = next(twos, None)
                if two is None:
                    more_twos = False
                    if not more_ones:
                        return False
                else:
                    if any(compare_general(op, one, two) for one in first):
                        return True
                    if more_ones:
                        second.append(two)
        return False

    return compare


def _member(many: Run, name: str, other: Truth) -> Truth:
    """Compare with a variable: a set where it holds strings only, such as a code list."""

    def compare(env: Env, item: Item) -> bool:
        value = env.variables.get(name)
        texts = value.texts if type(value) is _Lazy else None
        if texts is None:
            return other(env, item)
        for each in many(env, item):
            if type(each) is Node:
                if each.text in texts:
                    return True
            elif type(each) is str or type(each) is Untyped:
                if each in texts:
                    return True
            else:
                _fail("XPTY0004", f"{type_name(each)} cannot be compared with a string")
        return False

    return compare


# ---------------------------------------------------------------- axes


def _tester(axis: str, test: NodeTest) -> Callable[[Node], bool]:
    """Return the closure that says whether a node passes *test*."""
    if test.kind == "node":
        return lambda node: True
    kinds = {
        "element": ELEMENT,
        "attribute": ATTRIBUTE,
        "text": TEXT,
        "comment": COMMENT,
        "processing-instruction": INSTRUCTION,
        "document-node": DOCUMENT,
    }
    kind = kinds[test.kind]
    uri, local = test.uri, test.local
    if kind == INSTRUCTION:
        if local is None:
            return lambda node: node.kind == kind
        return lambda node: node.kind == kind and node.tag == local
    if uri is None and local is None:
        return lambda node: node.kind == kind
    if uri is not None and local is not None:
        tag = f"{{{uri}}}{local}" if uri else local
        return lambda node: node.tag == tag and node.kind == kind
    if local is None:
        start = f"{{{uri}}}"
        if not uri:
            return lambda node: node.kind == kind and not node.tag.startswith("{")
        return lambda node: node.kind == kind and node.tag.startswith(start)
    return lambda node: node.kind == kind and node.local == local


_EMPTY: Final[list[Item]] = []


def _axis(axis: str, test: NodeTest) -> Callable[[Env, Item], list[Item]]:
    """Return the closure of an axis from a node, in the order of the axis."""
    passes = _tester(axis, test)
    named = test.uri is not None and test.local is not None
    tag = f"{{{test.uri}}}{test.local}" if test.uri else str(test.local)
    if axis == "child":
        if named and test.kind == "element":

            def child_named(env: Env, item: Item) -> list[Item]:
                try:
                    return item.named.get(tag, _EMPTY)  # type: ignore[no-any-return]
                except AttributeError:
                    raise _not_a_node(item) from None

            return child_named
        walk: Callable[[Node], Iterable[Node]] = lambda node: node.children  # noqa: E731
    elif axis == "attribute":
        if named and test.kind == "attribute":

            def attribute_named(env: Env, item: Item) -> list[Item]:
                try:
                    found = item.attributes.get(tag)
                except AttributeError:
                    raise _not_a_node(item) from None
                return _EMPTY if found is None else [found]

            return attribute_named
        walk = lambda node: node.attributes.values()  # noqa: E731
    else:
        walk = _WALKS[axis]

    def along(env: Env, item: Item) -> list[Item]:
        if type(item) is not Node:
            raise _not_a_node(item)
        found = [node for node in walk(item) if passes(node)]
        if axis not in ("child", "attribute", "self", "parent"):
            env.budget.spend(len(found) + 1)
        return found

    if axis in ("descendant", "descendant-or-self", "following", "preceding"):
        return _wide(axis, passes)
    return along


def _wide(axis: str, passes: Callable[[Node], bool]) -> Callable[[Env, Item], list[Item]]:
    def wide(env: Env, item: Item) -> list[Item]:
        if type(item) is not Node:
            raise _not_a_node(item)
        assert env.tree is not None
        nodes = env.tree.nodes
        if axis == "descendant":
            found = nodes[item.order + 1 : item.last + 1]
        elif axis == "descendant-or-self":
            env.budget.spend(item.last - item.order + 1)
            below = [node for node in nodes[item.order + 1 : item.last + 1] if node.kind != ATTRIBUTE and passes(node)]
            return [item, *below] if passes(item) else below
        elif axis == "following":
            start = item.order if item.kind == ATTRIBUTE else item.last
            found = nodes[start + 1 :]
        else:
            above = set()
            node = item.parent
            while node is not None:
                above.add(node.order)
                node = node.parent
            found = [node for node in nodes[item.order - 1 :: -1] if node.order not in above] if item.order else []
        env.budget.spend(len(found) + 1)
        return [node for node in found if node.kind != ATTRIBUTE and passes(node)]

    return wide


def _everywhere(test: NodeTest) -> Run | None:
    """Return the closure of ``//name`` from the root."""
    if test.kind != "element" or test.uri is None or test.local is None:
        return None
    tag = f"{{{test.uri}}}{test.local}" if test.uri else test.local

    def everywhere(env: Env, item: Item) -> list[Item]:
        if type(item) is not Node:
            raise _not_a_node(item)
        assert env.tree is not None
        return env.tree.named.get(tag, [])

    return everywhere


def _ancestors(node: Node) -> list[Node]:
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


_WALKS: Final[dict[str, Callable[[Node], Iterable[Node]]]] = {
    "self": lambda node: (node,),
    "parent": lambda node: () if node.parent is None else (node.parent,),
    "ancestor": _ancestors,
    "ancestor-or-self": lambda node: [node, *_ancestors(node)],
    "following-sibling": lambda node: _siblings(node, True),
    "preceding-sibling": lambda node: _siblings(node, False),
    "descendant": lambda node: (),
    "descendant-or-self": lambda node: (),
    "following": lambda node: (),
    "preceding": lambda node: (),
}


# ---------------------------------------------------------------- the functions of XPath

Arguments = tuple[Expr, ...]
_SELF: Final = (ContextItem(),)


def _string_function(work: Callable[[str], Any], name: str) -> Callable[[_Compiler, Arguments], One]:
    def make(compiler: _Compiler, arguments: Arguments) -> One:
        if not arguments:
            value = compiler.one(Call("string", ()), name)
        else:
            value = compiler.text(arguments[0], f"the argument of {name}()")
        return lambda env, item: work(value(env, item))

    return make


def _strings_function(work: Callable[..., Any], name: str) -> Callable[[_Compiler, Arguments], One]:
    def make(compiler: _Compiler, arguments: Arguments) -> One:
        first, *rest = [compiler.text(each, f"an argument of {name}()") for each in arguments]
        if len(rest) == 1:
            second = rest[0]
            return lambda env, item: work(first(env, item), second(env, item))
        return lambda env, item: work(first(env, item), *[each(env, item) for each in rest])

    return make


def _string(compiler: _Compiler, arguments: Arguments) -> One:
    if not arguments:

        def own(env: Env, item: Item) -> str:
            if type(item) is Node:
                return item.text
            if item is None:
                raise _not_a_node(item)
            return string_value(item)

        return own
    run = compiler.run(arguments[0])

    def text(env: Env, item: Item) -> str:
        found = _items(run(env, item))
        if not found:
            return ""
        if len(found) > 1:
            _fail("XPTY0004", "the argument of string() has several values")
        return found[0].text if type(found[0]) is Node else string_value(found[0])

    return text


def _number(compiler: _Compiler, arguments: Arguments) -> One:
    one = compiler.one(arguments[0] if arguments else ContextItem(), "the argument of number()")

    def convert(env: Env, item: Item) -> float:
        value = one(env, item)
        if value is None:
            return math.nan
        if type(value) is str or type(value) is Untyped:
            return to_number(value)
        try:
            return CASTS["double"](value)  # type: ignore[no-any-return]
        except DynamicError:
            return math.nan

    return convert


def _concat(compiler: _Compiler, arguments: Arguments) -> One:
    ones = [compiler.one(each, "an argument of concat()") for each in arguments]

    def join(env: Env, item: Item) -> str:
        values = [one(env, item) for one in ones]
        return "".join(string_value(value) for value in values if value is not None)

    return join


def _string_join(compiler: _Compiler, arguments: Arguments) -> One:
    run = compiler.run(arguments[0])
    separator = compiler.text(arguments[1], "the separator of string-join()")
    return lambda env, item: separator(env, item).join([string_value(each) for each in _atoms(run(env, item))])


def _substring(compiler: _Compiler, arguments: Arguments) -> One:
    text = compiler.text(arguments[0], "the first argument of substring()")
    numbers = [compiler.double(each, "an argument of substring()") for each in arguments[1:]]

    def cut(env: Env, item: Item) -> str:
        source = text(env, item)
        places = [each(env, item) for each in numbers]
        if None in places:
            _fail("XPTY0004", "an argument of substring() is empty")
        return substring(source, *places)  # type: ignore[arg-type]

    return cut


def _name(attribute: str) -> Callable[[_Compiler, Arguments], One]:
    def make(compiler: _Compiler, arguments: Arguments) -> One:
        run = compiler.run(arguments[0]) if arguments else _context_item

        def name(env: Env, item: Item) -> str:
            found = _items(run(env, item))
            if len(found) > 1:
                _fail("XPTY0004", "a name is asked of several nodes")
            return str(getattr(_node(found[0]), attribute)) if found else ""

        return name

    return make


def _number_function(work: Callable[[Any], Any], name: str) -> Callable[[_Compiler, Arguments], One]:
    def make(compiler: _Compiler, arguments: Arguments) -> One:
        one = compiler.one(arguments[0], f"the argument of {name}()")

        def calculate(env: Env, item: Item) -> Any:
            value = one(env, item)
            if value is None:
                return None
            if type(value) is Untyped:
                value = to_double(value)
            elif type(value) not in NUMERIC:
                _fail("XPTY0004", f"the argument of {name}() is {type_name(value)}, not a number")
            return work(value)

        return calculate

    return make


def _half_even(compiler: _Compiler, arguments: Arguments) -> One:
    one = compiler.one(arguments[0], "the argument of round-half-to-even()")
    places = compiler.one(arguments[1], "the precision") if len(arguments) > 1 else None

    def calculate(env: Env, item: Item) -> Any:
        value = one(env, item)
        if value is None:
            return None
        value = operand(value, "round-half-to-even()")
        wanted = 0 if places is None else places(env, item)
        if type(wanted) is Untyped:
            wanted = CASTS["integer"](wanted)
        if type(wanted) is not int:
            _fail("XPTY0004", "the precision of round-half-to-even() is no whole number")
        return round_half_even(value, wanted)

    return calculate


def _count(compiler: _Compiler, arguments: Arguments) -> One:
    run = compiler.run(arguments[0])

    def count(env: Env, item: Item) -> int:
        found = run(env, item)
        return len(found) if isinstance(found, list) else sum(1 for _ in found)

    return count


def _sum(compiler: _Compiler, arguments: Arguments) -> One:
    run = compiler.run(arguments[0])
    zero = compiler.one(arguments[1], "the second argument of sum()") if len(arguments) > 1 else None

    def add(env: Env, item: Item) -> Any:
        found = total(_atoms(run(env, item)), None)
        if found is None:
            return 0 if zero is None else zero(env, item)
        return found

    return add


def _over(work: Callable[[Iterable[Any]], Any]) -> Callable[[_Compiler, Arguments], One]:
    def make(compiler: _Compiler, arguments: Arguments) -> One:
        run = compiler.run(arguments[0])
        return lambda env, item: work(_atoms(run(env, item)))

    return make


def _position(compiler: _Compiler, arguments: Arguments) -> One:
    def position(env: Env, item: Item) -> int:
        if env.position is not None:
            return env.position
        return _visited_place(item)[0]

    return position


def _last(compiler: _Compiler, arguments: Arguments) -> One:
    def last(env: Env, item: Item) -> int:
        return env.size() if env.size is not None else _visited_place(item)[1]

    return last


def _visited_place(item: Item) -> tuple[int, int]:
    """Return position() and last() of a node as the official engine visits it: attributes, then elements."""
    if type(item) is not Node:
        raise _not_a_node(item)
    parent = item.parent
    if parent is None:
        return 1, 1
    if parent.kind == DOCUMENT:
        return parent.children.index(item) + 1, len(parent.children)
    visited = [*parent.attributes.values(), *(child for child in parent.children if child.kind == ELEMENT)]
    return visited.index(item) + 1, len(visited)


def _codepoints_to_string(compiler: _Compiler, arguments: Arguments) -> One:
    run = compiler.run(arguments[0])

    def join(env: Env, item: Item) -> str:
        codes = []
        for value in _atoms(run(env, item)):
            if type(value) is Untyped:
                value = CASTS["integer"](value)
            if type(value) is not int:
                _fail("XPTY0004", f"codepoints-to-string() is given {type_name(value)}")
            codes.append(value)
        return codepoints_to_string(codes)

    return join


def _regex_function(work: Callable[..., Any], name: str) -> Callable[[_Compiler, Arguments], One]:
    def make(compiler: _Compiler, arguments: Arguments) -> One:
        texts = [compiler.text(each, f"an argument of {name}()") for each in arguments]

        def run(env: Env, item: Item) -> Any:
            values = [str.__str__(text(env, item)) for text in texts]
            env.budget.spend(len(values[0]) // 10)
            try:
                return work(*values)
            except regex.TooLong as error:
                raise SchematronBroken(
                    f"a regular expression of the rules would take too long: {error}",
                    fix="simplify the expression: a quantifier within a quantifier takes exponential time",
                ) from error

        return run

    return make


def _deep_equal(compiler: _Compiler, arguments: Arguments) -> One:
    first, second = compiler.run(arguments[0]), compiler.run(arguments[1])

    def equal(env: Env, item: Item) -> bool:
        ones, twos = _items(first(env, item)), _items(second(env, item))
        return len(ones) == len(twos) and all(_deeply(one, two) for one, two in zip(ones, twos, strict=True))

    return equal


def _deeply(one: Item, two: Item) -> bool:
    if type(one) is not Node or type(two) is not Node:
        if type(one) is Node or type(two) is Node:
            return False
        return same_value(one, two) or (one != one and two != two)
    if one.kind != two.kind or one.tag != two.tag:
        return False
    if one.kind not in (ELEMENT, DOCUMENT):
        return one.text == two.text
    if {tag: node.text for tag, node in one.attributes.items()} != {
        tag: node.text for tag, node in two.attributes.items()
    }:
        return False
    ones = [child for child in one.children if child.kind in (ELEMENT, TEXT)]
    twos = [child for child in two.children if child.kind in (ELEMENT, TEXT)]
    return len(ones) == len(twos) and all(_deeply(a, b) for a, b in zip(ones, twos, strict=True))


def _constant(value: bool) -> Callable[[_Compiler, Arguments], One]:
    return lambda compiler, arguments: lambda env, item: value


_SINGLES: Final[dict[str, Callable[[_Compiler, Arguments], One]]] = {
    "abs": _number_function(absolute, "abs"),
    "avg": _over(average),
    "ceiling": _number_function(ceiling_number, "ceiling"),
    "codepoints-to-string": _codepoints_to_string,
    "concat": _concat,
    "contains": _strings_function(lambda text, part: part in text, "contains"),
    "count": _count,
    "deep-equal": _deep_equal,
    "ends-with": _strings_function(str.endswith, "ends-with"),
    "false": _constant(False),
    "floor": _number_function(floor_number, "floor"),
    "last": _last,
    "local-name": _name("local"),
    "lower-case": _string_function(lower_case, "lower-case"),
    "matches": _regex_function(regex.matches, "matches"),
    "max": _over(lambda values: extreme(values, "gt")),
    "min": _over(lambda values: extreme(values, "lt")),
    "name": _name("name"),
    "namespace-uri": _name("uri"),
    "normalize-space": _string_function(normalize_space, "normalize-space"),
    "number": _number,
    "position": _position,
    "replace": _regex_function(regex.replace, "replace"),
    "round": _number_function(round_number, "round"),
    "round-half-to-even": _half_even,
    "starts-with": _strings_function(str.startswith, "starts-with"),
    "string": _string,
    "string-join": _string_join,
    "string-length": _string_function(len, "string-length"),
    "substring": _substring,
    "substring-after": _strings_function(
        lambda text, part: text.partition(part)[2] if part else text, "substring-after"
    ),
    "substring-before": _strings_function(
        lambda text, part: text.partition(part)[0] if part and part in text else "", "substring-before"
    ),
    "sum": _sum,
    "translate": _strings_function(translate, "translate"),
    "true": _constant(True),
    "upper-case": _string_function(upper_case, "upper-case"),
}

_TESTS: Final = frozenset({"contains", "deep-equal", "ends-with", "matches", "starts-with"})


def _data(compiler: _Compiler, arguments: Arguments) -> Run:
    run = compiler.run(arguments[0])
    return lambda env, item: _atoms(run(env, item))


def _distinct_values(compiler: _Compiler, arguments: Arguments) -> Run:
    run = compiler.run(arguments[0], True)

    def distinct(env: Env, item: Item) -> Iterator[Any]:
        texts: set[str] = set()
        others: list[Any] = []
        for value in _atoms(run(env, item)):
            env.budget.spend(1 + len(others))
            if type(value) is str or type(value) is Untyped:
                if value not in texts:
                    texts.add(value)
                    yield value
            elif not any(same_value(value, other) or (value != value and other != other) for other in others):
                others.append(value)
                yield value

    return distinct


def _index_of(compiler: _Compiler, arguments: Arguments) -> Run:
    run, one = compiler.run(arguments[0]), compiler.one(arguments[1], "the second argument of index-of()")

    def places(env: Env, item: Item) -> Iterator[int]:
        wanted = one(env, item)
        if wanted is None:
            _fail("XPTY0004", "the second argument of index-of() is empty")
        for place, value in enumerate(_atoms(run(env, item)), 1):
            if same_value(value, wanted):
                yield place

    return places


def _reverse(compiler: _Compiler, arguments: Arguments) -> Run:
    run = compiler.run(arguments[0])
    return lambda env, item: _items(run(env, item))[::-1]


def _subsequence(compiler: _Compiler, arguments: Arguments) -> Run:
    run = compiler.run(arguments[0])
    numbers = [compiler.double(each, "an argument of subsequence()") for each in arguments[1:]]

    def part(env: Env, item: Item) -> Iterator[Item]:
        places = [each(env, item) for each in numbers]
        if None in places:
            _fail("XPTY0004", "an argument of subsequence() is empty")
        first = float(round_number(places[0]))
        last = first + float(round_number(places[1])) if len(places) > 1 else math.inf
        for place, each in enumerate(run(env, item), 1):
            if place >= last:
                return
            if place >= first:
                yield each

    return part


def _cardinality(name: str, least: int, most: int, code: str) -> Callable[[_Compiler, Arguments], Run]:
    def make(compiler: _Compiler, arguments: Arguments) -> Run:
        run = compiler.run(arguments[0])

        def check(env: Env, item: Item) -> list[Item]:
            found = _items(run(env, item))
            if not least <= len(found) <= most:
                _fail(code, f"{name}() is given {len(found)} items")
            return found

        return check

    return make


def _string_to_codepoints(compiler: _Compiler, arguments: Arguments) -> Run:
    text = compiler.text(arguments[0], "the argument of string-to-codepoints()")
    return lambda env, item: [ord(character) for character in text(env, item)]


def _tokenize(compiler: _Compiler, arguments: Arguments) -> Run:
    one = _regex_function(regex.tokenize, "tokenize")(compiler, arguments)
    return lambda env, item: one(env, item)


def _root_of(compiler: _Compiler, arguments: Arguments) -> Run:
    run = compiler.run(arguments[0]) if arguments else _context_item

    def root(env: Env, item: Item) -> list[Item]:
        found = _items(run(env, item))
        if len(found) > 1:
            _fail("XPTY0004", "the argument of root() has several values")
        assert env.tree is not None
        return [env.tree.document] if found and _node(found[0]) else []

    return root


def _current(compiler: _Compiler, arguments: Arguments) -> Run:
    def current(env: Env, item: Item) -> list[Item]:
        if env.current is None:
            _fail("XTDE1360", "there is no current node here")
        return [env.current]

    return current


_SEQUENCES: Final[dict[str, Callable[[_Compiler, Arguments], Run]]] = {
    "current": _current,
    "data": _data,
    "distinct-values": _distinct_values,
    "exactly-one": _cardinality("exactly-one", 1, 1, "FORG0005"),
    "index-of": _index_of,
    "one-or-more": _cardinality("one-or-more", 1, 1 << 60, "FORG0004"),
    "reverse": _reverse,
    "root": _root_of,
    "string-to-codepoints": _string_to_codepoints,
    "subsequence": _subsequence,
    "tokenize": _tokenize,
    "zero-or-one": _cardinality("zero-or-one", 0, 1, "FORG0003"),
}


# ---------------------------------------------------------------- declared functions and their types

_ATOMIC_TYPES: Final[dict[str, frozenset[type]]] = {
    "string": frozenset({str}),
    "boolean": frozenset({bool}),
    "decimal": frozenset({Decimal, int}),
    "integer": frozenset({int}),
    "double": frozenset({float}),
    "float": frozenset({Single}),
    "date": frozenset({Date}),
    "dateTime": frozenset({DateTime}),
    "untypedAtomic": frozenset({Untyped}),
}


def _sequence_type(text: str) -> tuple[str, str]:
    short = "".join(text.split())
    if short[-1:] in "?*+" and short:
        return short[:-1], short[-1]
    return short, ""


def _conversion(text: str | None, what: str, source: str) -> Callable[[Iterable[Item]], Iterable[Item]] | None:
    """Return the function that converts a value to the declared type *text*, None when anything passes."""
    if text is None:
        return None
    kind, occurrence = _sequence_type(text)
    if kind == "item()":
        check: Callable[[Iterable[Item]], Iterator[Item]] | None = None
    elif kind.endswith(")"):
        check = _node_check(kind, what)
    else:
        local = kind.removeprefix("xs:")
        if local not in _ATOMIC_TYPES and local not in ("anyAtomicType", "numeric"):
            raise SchematronBroken(f"the type {text!r} of {what} is not supported", source=source)
        check = _atomic_check(local, what)
    if occurrence == "*":
        return check
    least, most = (0 if occurrence == "?" else 1), (1 if occurrence in ("", "?") else 1 << 60)

    def convert(found: Iterable[Item]) -> list[Item]:
        made = []
        for item in found if check is None else check(found):
            made.append(item)
            if len(made) > most:
                _fail("XPTY0004", f"{what} has several values, declared is {text}")
        if len(made) < least:
            _fail("XPTY0004", f"{what} is empty, declared is {text}")
        return made

    return convert


def _node_check(kind: str, what: str) -> Callable[[Iterable[Item]], Iterator[Item]]:
    kinds = {
        "node()": None,
        "element()": ELEMENT,
        "attribute()": ATTRIBUTE,
        "text()": TEXT,
        "comment()": COMMENT,
        "document-node()": DOCUMENT,
    }
    if kind not in kinds:
        raise SchematronBroken(f"the type {kind!r} of {what} is not supported")
    wanted = kinds[kind]

    def check(found: Iterable[Item]) -> Iterator[Item]:
        for item in found:
            if type(item) is not Node or (wanted is not None and item.kind != wanted):
                _fail("XPTY0004", f"{what} is not of the type {kind}")
            yield item

    return check


def _atomic_check(local: str, what: str) -> Callable[[Iterable[Item]], Iterator[Item]]:
    def check(found: Iterable[Item]) -> Iterator[Item]:
        for value in _atoms(found):
            yield convert_atomic(value, local, what)

    return check


def convert_atomic(value: Any, local: str, what: str) -> Any:
    """Return an atomic value converted as the function conversion rules say; XPTY0004."""
    kind = type(value)
    if local == "anyAtomicType":
        return value
    if kind is Untyped:
        return value if local == "untypedAtomic" else CASTS["double" if local == "numeric" else local](value)
    if local == "numeric" and kind in NUMERIC:
        return value
    if local == "float" and kind in NUMERIC and kind is not float:
        return to_single(as_double(value))
    if local == "double" and kind in NUMERIC:
        return as_double(value)
    if local in _ATOMIC_TYPES and kind in _ATOMIC_TYPES[local]:
        return value
    raise DynamicError("XPTY0004", f"{what} is {type_name(value)}, declared is xs:{local}")


class _Function:
    """A declared function; its body is compiled on the first call."""

    def __init__(self, compiler: _Compiler, function: Function) -> None:
        self.compiler = compiler
        self.function = function
        self._lock = threading.RLock()
        self._ready: tuple[list[Callable[[Iterable[Item]], Iterable[Item]] | None], Run] | None = None

    def ready(self) -> tuple[list[Callable[[Iterable[Item]], Iterable[Item]] | None], Run]:
        found = self._ready
        if found is None:
            with self._lock:
                found = self._ready = self._made()
        return found

    def _made(self) -> tuple[list[Callable[[Iterable[Item]], Iterable[Item]] | None], Run]:
        function = self.function
        source = function.source
        converters = [
            _conversion(p.type, f"the parameter ${p.name} of {function.name}()", source) for p in function.params
        ]
        body = _instructions(self.compiler, function.body, function)
        result = _conversion(function.type, f"the result of {function.name}()", source)
        return converters, _converted(body, result)


def _instructions(compiler: _Compiler, body: tuple[Instruction, ...], function: Function) -> Run:
    """Return the closure of a sequence of instructions; variables are lazy."""
    if not body:
        return lambda env, item: []
    first, rest = body[0], body[1:]
    if isinstance(first, Variable):
        run = _variable(compiler, first, function)
        after = _instructions(compiler, rest, function)
        name = first.name
        return lambda env, item: after(env.bind(name, _Lazy(run, env, item)), item)
    if isinstance(first, Sequence):
        head = compiler.run(compiler.parser.parse(first.select))
    else:
        head = _choose(compiler, first, function)
    if not rest:
        return head
    tail = _instructions(compiler, rest, function)

    def both(env: Env, item: Item) -> Iterator[Item]:
        yield from head(env, item)
        yield from tail(env, item)

    return both


def _variable(compiler: _Compiler, variable: Variable, function: Function) -> Run:
    value = variable.value
    if isinstance(value, str):
        text = Untyped(value)  # a tree with one text node; only its typed value is ever used
        run: Run = lambda env, item: [text]  # noqa: E731
    elif isinstance(value, XPathText):
        run = compiler.run(compiler.parser.parse(value))
    else:
        run = _instructions(compiler, value, function)
    return _converted(run, _conversion(variable.type, f"the variable ${variable.name}", function.source))


def _choose(compiler: _Compiler, choose: Choose, function: Function) -> Run:
    branches = [
        (compiler.truth(compiler.parser.parse(test)), _instructions(compiler, body, function))
        for test, body in choose.branches
    ]
    otherwise = _instructions(compiler, choose.otherwise, function)

    def pick(env: Env, item: Item) -> Iterable[Item]:
        for test, body in branches:
            if test(env, item):
                return body(env, item)
        return otherwise(env, item)

    return pick


# ---------------------------------------------------------------- match patterns

Match = Callable[[Env, Node], bool]


@dataclass(slots=True)
class _Alternative:
    """One alternative of a context: *tag* as (kind, name), None for any name; *kind* None for any kind."""

    kind: int | None
    tag: str | None
    match: Match


def _unsupported_pattern(text: XPathText, why: str) -> SchematronBroken:
    return SchematronBroken(
        f"the context {text.text!r} is no match pattern: {why}",
        fix="write a path of child and attribute steps, or use --engine saxon",
        source=text.source,
        line=text.line,
    )


class _Patterns:
    """Turns contexts into match patterns."""

    def __init__(self, compiler: _Compiler) -> None:
        self.compiler = compiler

    def alternatives(self, text: XPathText) -> list[_Alternative]:
        return [self._alternative(path, text) for path in self._split(self.compiler.parser.parse(text), text)]

    def _split(self, expr: Expr, text: XPathText) -> list[list[Any]]:
        """Return the alternatives, each a list of steps from left to right: Root, Step, or a predicate after them."""
        match expr:
            case NodeSet("union", left, right):
                return self._split(left, text) + self._split(right, text)
            case Root():
                return [[expr]]
            case Step():
                return [[expr]]
            case Slash(left, right):
                lefts, rights = self._split(left, text), self._split(right, text)
                return [[*before, *after] for before in lefts for after in rights]
            case Filter(base, predicate):
                if self.compiler._positional(predicate):
                    raise _unsupported_pattern(text, "a position counts over alternatives")
                return [[*path[:-1], _more(path[-1], predicate)] for path in self._split(base, text)]
        raise _unsupported_pattern(text, "only paths and their unions can be matched")

    def _alternative(self, path: list[Any], text: XPathText) -> _Alternative:
        match = self._matcher(path, text)
        last = path[-1]
        if isinstance(last, Root):
            return _Alternative(DOCUMENT, None, match)
        kinds = {"element": ELEMENT, "attribute": ATTRIBUTE}
        kind = kinds.get(last.test.kind)
        tag = None
        if kind is not None and last.test.uri is not None and last.test.local is not None:
            tag = f"{{{last.test.uri}}}{last.test.local}" if last.test.uri else last.test.local
        return _Alternative(kind, tag, match)

    def _matcher(self, path: list[Any], text: XPathText) -> Match:
        """Return whether a node is what *path* ends in, asked from right to left."""
        last, before = path[-1], path[:-1]
        if isinstance(last, Root):
            if before:
                raise _unsupported_pattern(text, "a root stands within the path")
            return lambda env, node: node.kind == DOCUMENT
        own = self._step(last, text)
        if not before:
            if last.axis in ("child", "attribute", "self"):
                return own
            raise _unsupported_pattern(text, f"the axis {last.axis} cannot be matched")
        outer = self._matcher(before, text)
        match last.axis:
            case "child" | "attribute":
                return lambda env, node: own(env, node) and node.parent is not None and outer(env, node.parent)
            case "descendant-or-self":

                def above_or_self(env: Env, node: Node) -> bool:
                    if not own(env, node):
                        return False
                    place: Node | None = node
                    while place is not None:
                        if outer(env, place):
                            return True
                        place = place.parent
                    return False

                return above_or_self
            case "descendant":

                def above(env: Env, node: Node) -> bool:
                    return own(env, node) and any(outer(env, place) for place in _ancestors(node))

                return above
            case "self":
                return lambda env, node: own(env, node) and outer(env, node)
        raise _unsupported_pattern(text, f"the axis {last.axis} cannot be matched")

    def _step(self, step: Step, text: XPathText) -> Match:
        passes = _tester(step.axis, step.test)
        attribute = step.axis == "attribute"
        kind_test = step.test.kind == "node"
        if not step.predicates:
            if kind_test:
                if attribute:
                    return lambda env, node: node.kind == ATTRIBUTE
                if step.axis == "child":
                    return lambda env, node: node.kind not in (ATTRIBUTE, DOCUMENT)
            return lambda env, node: passes(node)
        compiler = self.compiler
        if not any(compiler._positional(predicate) for predicate in step.predicates):
            truths = [compiler.truth(predicate) for predicate in step.predicates]

            def matches(env: Env, node: Node) -> bool:
                if not passes(node):
                    return False
                try:
                    return all(truth(env, node) for truth in truths)
                except DynamicError:
                    return False

            return matches
        # A position counts among the siblings that the step selects from the parent.
        run = compiler.run(
            Step(step.axis if step.axis != "descendant-or-self" else "child", step.test, step.predicates)
        )

        def counted(env: Env, node: Node) -> bool:
            if not passes(node) or node.parent is None:
                return False
            try:
                return any(each is node for each in run(env, node.parent))
            except DynamicError:
                return False

        return counted


def _more(step: Any, predicate: Expr) -> Any:
    return Step(step.axis, step.test, (*step.predicates, predicate))


# ---------------------------------------------------------------- the engine


@dataclass(slots=True)
class _Test:
    item: int
    assertion: Assertion
    truth: Truth
    wanted: bool  # what the test is when nothing is wrong


@dataclass(slots=True)
class _RulePlan:
    number: int
    rule: Rule
    body: list[tuple[str, Run] | _Test]
    lets: bool


class _PatternPlan:
    """A pattern made ready: its rules, and which of them may match a node of a kind and name."""

    def __init__(self, number: int, rules: list[tuple[_RulePlan, list[_Alternative]]]) -> None:
        self.number = number
        self.rules = rules
        self._found: dict[tuple[int, str], list[tuple[_RulePlan, list[Match]]]] = {}
        everything = [each for _, alternatives in rules for each in alternatives]
        self.tags: list[tuple[int, str]] | None = []
        for each in everything:
            if each.kind is None or each.tag is None:
                self.tags = None
                break
            if (each.kind, each.tag) not in self.tags:
                self.tags.append((each.kind, each.tag))

    def candidates(self, node: Node) -> list[tuple[_RulePlan, list[Match]]]:
        key = (node.kind, node.tag)
        found = self._found.get(key)
        if found is None:
            found = []
            for plan, alternatives in self.rules:
                matches = [
                    each.match
                    for each in alternatives
                    if (each.kind is None or each.kind == node.kind) and (each.tag is None or each.tag == node.tag)
                ]
                if matches:
                    found.append((plan, matches))
            if len(self._found) < 5000:
                self._found[key] = found
        return found

    def nodes(self, tree: Tree) -> list[Node]:
        """Return the nodes that a rule may match, in document order."""
        if self.tags is None:
            return tree.visited
        found: list[Node] = []
        for kind, tag in self.tags:
            found += (tree.named if kind == ELEMENT else tree.attributes).get(tag, ())
        found.sort(key=lambda node: node.order)
        return found


class Exact:
    """The rules of one schema, ready to judge documents; it keeps nothing of a document.

    Expressions are parsed and made into closures when they are first needed, under a lock, and then kept.
    """

    def __init__(self, schema: Schema, parser: Parser | None = None) -> None:
        self.schema = schema
        self.parser = parser or Parser(schema)
        self._lock = threading.RLock()
        self._compiler = _Compiler(schema, self.parser)
        self._patterns = _Patterns(self._compiler)
        self._plans: dict[int, _PatternPlan] = {}
        self._parts: dict[XPathText, Run] = {}

    # ------------------------------------------------------------ preparing

    def prepare(self) -> None:
        """Parse and check everything; raises `SchematronBroken` for what cannot be run."""
        for number in range(len(self.schema.patterns)):
            self._plan(number)

    def _plan(self, number: int) -> _PatternPlan:
        found = self._plans.get(number)
        if found is None:
            with self._lock:
                found = self._plans.get(number)
                if found is None:
                    found = self._plans[number] = self._planned(number)
        return found

    def _planned(self, number: int) -> _PatternPlan:
        compiler, parse = self._compiler, self.parser.parse
        rules = []
        for place, rule in enumerate(self.schema.patterns[number].rules):
            body: list[tuple[str, Run] | _Test] = []
            for item, part in enumerate(rule.body):
                if isinstance(part, Let):
                    body.append((part.name, compiler.run(parse(part.value))))
                else:
                    body.append(_Test(item, part, compiler.truth(parse(part.test)), part.kind == "assert"))
            lets = any(isinstance(part, Let) for part in rule.body)
            rules.append((_RulePlan(place, rule, body, lets), self._patterns.alternatives(rule.context)))
        return _PatternPlan(number, rules)

    def _run(self, text: XPathText) -> Run:
        found = self._parts.get(text)
        if found is None:
            with self._lock:
                found = self._parts[text] = self._compiler.run(self.parser.parse(text))
        return found

    # ------------------------------------------------------------ judging

    def document(self, root: etree._Element) -> Tree:
        """Return the document whose document element is *root*."""
        return Tree(root)

    def judge(self, tree: Tree, *, patterns: Collection[int] | None = None, fired: bool = False) -> Result:
        """Judge a document by all rules, or by those of *patterns* (numbers from 0); *fired* asks for that list."""
        failures: list[Failure] = []
        errors: list[RuleError] = []
        rules: list[Fired] | None = [] if fired else None
        count = 0
        budget = _Budget()
        try:
            for number in range(len(self.schema.patterns)):
                if patterns is None or number in patterns:
                    count += self._pattern(number, tree, budget, failures, errors, rules)
        except (_TooLong, RecursionError) as error:
            raise self._too_long() from error
        return Result(tuple(failures), tuple(errors), count, None if rules is None else tuple(rules))

    def _too_long(self) -> SchematronBroken:
        return SchematronBroken(
            "judging the document takes too long: the rules run through it again and again, or call themselves",
            fix="simplify the rules; put what is computed once per document into a <let> of the schema",
            source=self.schema.source,
        )

    def _globals(self, number: int | None, tree: Tree, budget: _Budget) -> dict[str, Any]:
        """Return the variables of the schema and of a pattern; the document node is their context."""
        variables: dict[str, Any] = {}
        env = Env(tree, variables, tree.document, budget, 1, lambda: 1)
        pattern = () if number is None else self.schema.patterns[number].lets
        for let in (*self.schema.lets, *pattern):
            variables[let.name] = _Lazy(self._run(let.value), env, tree.document)
        variables[""] = variables
        return variables

    def _pattern(
        self,
        number: int,
        tree: Tree,
        budget: _Budget,
        failures: list[Failure],
        errors: list[RuleError],
        rules: list[Fired] | None,
    ) -> int:
        plan = self._plan(number)
        nodes = plan.nodes(tree)
        if not nodes:
            return 0
        variables = self._globals(number, tree, budget)
        count = 0
        for node in nodes:
            candidates = plan.candidates(node)
            if not candidates:
                continue
            env = Env(tree, variables, node, budget)
            for rule, matches in candidates:
                if any(match(env, node) for match in matches):
                    count += 1
                    if rules is not None:
                        rules.append(Fired(number, rule.number, node.location))
                    self._rule(number, rule, env, node, failures, errors)
                    break
        return count

    def _rule(
        self, number: int, rule: _RulePlan, env: Env, node: Node, failures: list[Failure], errors: list[RuleError]
    ) -> None:
        for part in rule.body:
            if isinstance(part, _Test):
                try:
                    wrong = part.truth(env, node) is not part.wanted
                except DynamicError as error:
                    place = Place(number, rule.number, part.item)
                    errors.append(RuleError(place, part.assertion, node.location, error.code, error.message, node.line))
                    continue
                if wrong:
                    place = Place(number, rule.number, part.item)
                    failures.append(self._failure(place, rule.rule, part.assertion, env, node))
            else:
                env = env.bind(part[0], _Lazy(part[1], env, node))

    def judge_nodes(
        self, tree: Tree, pattern: int, nodes: Collection[Node]
    ) -> tuple[list[tuple[int, Failure]], list[tuple[int, RuleError]], int]:
        """Judge some nodes by one pattern: failures and errors, each with the order of its node, and rules fired."""
        plan = self._plan(pattern)
        budget = _Budget()
        variables = self._globals(pattern, tree, budget)
        wrong: list[tuple[int, Failure]] = []
        broken: list[tuple[int, RuleError]] = []
        count = 0
        try:
            for node in nodes:
                env = Env(tree, variables, node, budget)
                for rule, matches in plan.candidates(node):
                    if any(match(env, node) for match in matches):
                        count += 1
                        failures: list[Failure] = []
                        errors: list[RuleError] = []
                        self._rule(pattern, rule, env, node, failures, errors)
                        wrong += ((node.order, failure) for failure in failures)
                        broken += ((node.order, error) for error in errors)
                        break
        except (_TooLong, RecursionError) as error:
            raise self._too_long() from error
        return wrong, broken, count

    def outcome(self, tree: Tree, place: Place, node: Node) -> Failure | RuleError | None:
        """Judge one assertion at one node that its rule takes: None when it holds."""
        plan, env = self._at(tree, place, node)
        part = plan.body[place.item]
        assert isinstance(part, _Test)
        try:
            if part.truth(env, node) is part.wanted:
                return None
        except DynamicError as error:
            return RuleError(place, part.assertion, node.location, error.code, error.message, node.line)
        except (_TooLong, RecursionError) as error:
            raise self._too_long() from error
        return self._failure(place, plan.rule, part.assertion, env, node)

    def assertion(self, tree: Tree, place: Place, node: Node) -> bool:
        """Return whether the test of the assertion at *place* holds for *node*; raises `DynamicError`."""
        plan, env = self._at(tree, place, node)
        part = plan.body[place.item]
        assert isinstance(part, _Test)
        try:
            return part.truth(env, node)
        except (_TooLong, RecursionError) as error:
            raise self._too_long() from error

    def failure(self, tree: Tree, place: Place, node: Node) -> Failure:
        """Return the failure of the assertion at *place* for *node*, with message and place."""
        plan, env = self._at(tree, place, node)
        part = plan.body[place.item]
        assert isinstance(part, _Test)
        return self._failure(place, plan.rule, part.assertion, env, node)

    def _at(self, tree: Tree, place: Place, node: Node) -> tuple[_RulePlan, Env]:
        plan = self._plan(place.pattern).rules[place.rule][0]
        budget = _Budget()
        env = Env(tree, self._globals(place.pattern, tree, budget), node, budget)
        for part in plan.body[: place.item]:
            if not isinstance(part, _Test):
                env = env.bind(part[0], _Lazy(part[1], env, node))
        return plan, env

    def evaluate(self, tree: Tree, text: str, node: Item = None) -> list[Item]:
        """Return the items of the expression *text* from *node*, by default the document node; for tests."""
        with self._lock:
            run = self._compiler.run(self.parser.parse(XPathText(text)))
        budget = _Budget()
        place = tree.document if node is None else node
        env = Env(tree, self._globals(None, tree, budget), place, budget, 1, lambda: 1)
        try:
            return list(run(env, place))
        except (_TooLong, RecursionError) as error:
            raise self._too_long() from error

    # ------------------------------------------------------------ messages and places

    def _failure(self, place: Place, rule: Rule, assertion: Assertion, env: Env, node: Node) -> Failure:
        subject = self._subject(assertion.subject or rule.subject, env, node)
        at = subject or node
        value = None
        if at.kind == ATTRIBUTE or (at.kind == ELEMENT and not at.named):
            value = at.text
        diagnostics = []
        for name in assertion.diagnostics:
            diagnostic = self.schema.diagnostics.get(name)
            if diagnostic is not None:
                diagnostics.append((name, self._message(diagnostic.message, env, node)))
        return Failure(
            place,
            assertion,
            node.location,
            self._message(assertion.message, env, node),
            None if subject is None else subject.location,
            at.line,
            value,
            tuple(diagnostics),
        )

    def _subject(self, text: XPathText | None, env: Env, node: Node) -> Node | None:
        if text is None:
            return None
        try:
            for item in self._run(text)(env, node):
                if type(item) is Node:
                    return item
        except DynamicError:
            pass
        return None

    def _message(self, message: Message, env: Env, node: Node) -> str:
        made = []
        for part in message:
            if isinstance(part, Text):
                made.append(part.text)
                continue
            try:
                if isinstance(part, ValueOf):
                    made.append(_simple_content(self._run(part.select)(env, node)))
                elif part.path is None:
                    made.append(node.name)
                else:
                    found = _items(self._run(part.path)(env, node))
                    made.append(found[0].name if found and type(found[0]) is Node else "")
            except DynamicError:
                made.append("…")
        return "".join(made)


def _simple_content(found: Iterable[Item]) -> str:
    """Return items as xsl:value-of writes them: neighbouring text nodes are one, the rest is joined by blanks."""
    made: list[str] = []
    text = False
    for item in found:
        if type(item) is Node and item.kind == TEXT:
            if text:
                made[-1] += item.text
            else:
                made.append(item.text)
            text = True
        else:
            made.append(item.text if type(item) is Node else string_value(item))
            text = False
    return " ".join(made)
