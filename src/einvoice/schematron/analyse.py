"""What is known of an expression before it runs, and what Saxon makes of it.

Which errors an engine meets depends on what it leaves out.  `Analysis.prepared` rewrites a tree as Saxon's optimiser
does wherever that decides whether an error is reached; `Analysis.static` says what an expression gives: nodes or
values, at most one or several, ever nothing, ever an error.  `exact.py` lists the rules, `evaluate.py` runs the result.

Variables get names of their own on the way (``amount@3``), so that each stands for one binding, whose static type is
kept here; the ones that nobody declares are refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from einvoice.errors import SchematronBroken
from einvoice.schematron.axes import BACKWARD
from einvoice.schematron.schema import Function
from einvoice.schematron.values import GENERAL, DynamicError, compare_general, negate
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


@dataclass(frozen=True, slots=True)
class Static:
    """*kind*: node, boolean, number, string, untyped, atomic (some other value), any (not known).

    *one*: never several items.  *some*: never none.  *safe*: never an error, so that nobody can tell how much of it
    was evaluated.  *exact*: integer, decimal, double or float, "mixed" for a number that may be one of several, ""
    where nothing is known.
    """

    kind: str
    one: bool = False
    some: bool = False
    safe: bool = False
    exact: str = ""


TEXTS: Final = frozenset({"string", "untyped", "node"})
"""Kinds whose atomic values are text."""

EXACT: Final = frozenset({"integer", "decimal", "double", "float"})
"""Types of numbers of which Saxon knows that they are numbers."""

SELF: Final = Step("self", NodeTest("node"))
ALWAYS: Final = Call("true", ())
NEVER: Final = Call("false", ())
NOTHING: Final = SequenceOf(())
_LAST: Final = (
    Call("last", ()),
    Compare("=", Call("position", ()), Call("last", ())),
    Compare("=", Call("last", ()), Call("position", ())),
)
ANYWHERE: Final = Step("descendant-or-self", NodeTest("node"))
_BELOW: Final = Step("child", NodeTest("element"))

_TYPE_KINDS: Final = {
    "string": "string",
    "boolean": "boolean",
    "decimal": "number",
    "integer": "number",
    "double": "number",
    "float": "number",
    "numeric": "number",
    "anyAtomicType": "atomic",
    "untypedAtomic": "untyped",
    "date": "atomic",
    "dateTime": "atomic",
}

_ONE: Final = Static("string", True, True)
_TRUTH: Final = Static("boolean", True, True)
_COUNT: Final = Static("number", True, True, exact="integer")
_MAYBE: Final = Static("number", True)
_MANY: Final = Static("any")

_CALLS: Final[Mapping[str, Static]] = {
    # name                  what it gives when nothing is known of its arguments
    "abs": _MAYBE,
    "avg": Static("atomic", True),
    "boolean": _TRUTH,
    "ceiling": _MAYBE,
    "codepoints-to-string": _ONE,
    "concat": _ONE,
    "contains": _TRUTH,
    "count": _COUNT,
    "current": Static("any", True, True, True),
    "data": Static("atomic"),
    "deep-equal": _TRUTH,
    "distinct-values": Static("atomic"),
    "empty": _TRUTH,
    "ends-with": _TRUTH,
    "exactly-one": Static("any", True, True),
    "exists": _TRUTH,
    "false": replace(_TRUTH, safe=True),
    "floor": _MAYBE,
    "greatest": Static("atomic", True),  # ours: max() that ignores NaN
    "index-of": Static("number", exact="integer"),
    "last": replace(_COUNT, safe=True),
    "least": Static("atomic", True),  # ours: min() that ignores NaN
    "local-name": _ONE,
    "lower-case": _ONE,
    "matches": _TRUTH,
    "max": Static("atomic", True),
    "min": Static("atomic", True),
    "name": _ONE,
    "namespace-uri": _ONE,
    "normalize-space": _ONE,
    "not": _TRUTH,
    "number": Static("number", True, True, exact="double"),
    "one-or-more": Static("any", False, True),
    "position": replace(_COUNT, safe=True),
    "replace": _ONE,
    "reverse": _MANY,
    "root": Static("node", True),
    "round": _MAYBE,
    "round-half-to-even": _MAYBE,
    "starts-with": _TRUTH,
    "string": _ONE,
    "string-join": _ONE,
    "string-length": _COUNT,
    "string-to-codepoints": Static("number", exact="integer"),
    "subsequence": _MANY,
    "substring": _ONE,
    "substring-after": _ONE,
    "substring-before": _ONE,
    "sum": Static("atomic", True),
    "tokenize": Static("string"),
    "translate": _ONE,
    "true": replace(_TRUTH, safe=True),
    "upper-case": _ONE,
    "zero-or-one": Static("any", True),
}
_OF_TEXT: Final = frozenset(
    {"contains", "ends-with", "lower-case", "normalize-space", "starts-with", "string-length", "substring-after"}
    | {"substring-before", "translate", "upper-case"}
)
"""Functions of strings that cannot fail when each argument is one text at most."""

_NAMED: Final = frozenset({"element", "attribute"})
_BELOW_KINDS: Final = frozenset({"element", "text", "comment", "processing-instruction"})
_ALL_KINDS: Final = _BELOW_KINDS | {"attribute", "document-node"}
_AXIS_KINDS: Final = {
    "attribute": frozenset({"attribute"}),
    "parent": frozenset({"element", "document-node"}),
    "ancestor": frozenset({"element", "document-node"}),
    **dict.fromkeys(
        ("child", "descendant", "following", "following-sibling", "preceding", "preceding-sibling"), _BELOW_KINDS
    ),
}
"""Kinds of nodes that ``node()`` takes along an axis."""

_DEFAULTS: Final = frozenset(
    {"local-name", "name", "namespace-uri", "normalize-space", "number", "root", "string", "string-length"}
)
"""Functions whose missing argument is the context item."""


def sequence_type(text: str) -> tuple[str, str]:
    """Return the item type and the occurrence ("", "?", "*" or "+") of a declared type."""
    short = "".join(text.split())
    return (short[:-1], short[-1]) if short[-1:] in ("?", "*", "+") else (short, "")


def static_type(text: str | None) -> Static:
    """Return what a declared type says; its evaluation may still fail."""
    if text is None:
        return _MANY
    name, occurrence = sequence_type(text)
    local = name.removeprefix("xs:")
    kind = "node" if name.endswith(")") and name != "item()" else _TYPE_KINDS.get(local, "any")
    exact = local if local in EXACT else "mixed" if local == "numeric" else ""
    return Static(kind, occurrence in ("", "?"), occurrence in ("", "+"), exact=exact)


def uses(expr: Expr, *names: str) -> bool:
    """Return whether *expr* calls one of these functions in its own focus."""
    match expr:
        case Call(name) if name in names:
            return True
        case Step():
            return False
        case Filter(base):
            return uses(base, *names)
        case Slash(left):
            return uses(left, *names)
    return any(uses(child, *names) for child in expr.children())


class Scope:
    """The variables in sight: from the name in the source to the name of the binding."""

    __slots__ = ("names",)

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def with_name(self, name: str, unique: str) -> Scope:
        """Return this scope with one variable more."""
        return Scope({**self.names, name: unique})


class Analysis:
    """The static knowledge of one schema."""

    def __init__(self) -> None:
        self.variables: dict[str, Static | Callable[[], Static]] = {}
        self.origins: dict[str, Expr] = {}
        """What variables stand for, as far as their value is an expression."""
        self.functions: dict[tuple[str, int], Function] = {}
        self._statics: dict[Expr, Static] = {}
        self._count = 0

    def unique(self, name: str) -> str:
        """Return a name for a new binding of *name*."""
        self._count += 1
        return f"{name}@{self._count}"

    def define(self, unique: str, value: Expr, static: Static) -> None:
        """Say what the variable *unique* stands for."""
        self.origins[unique] = value
        self.variables[unique] = static

    # ------------------------------------------------------------ what an expression gives

    def static(self, expr: Expr) -> Static:
        """Return what is known of a prepared expression."""
        found = self._statics.get(expr)
        if found is None:
            found = self._statics[expr] = self._static(expr)
        return found

    def _static(self, expr: Expr) -> Static:
        match expr:
            case Literal(kind=kind):
                if kind == "string":
                    return Static("string", True, True, True)
                return Static("number", True, True, True, kind)
            case Var(name):
                return self._variable(name)
            case ContextItem():
                return Static("any", True, True)
            case Root():
                return Static("node", True, True, True)
            case Step():
                return self._step(expr)
            case Slash(left, right):
                first, second = self.static(left), self.static(right)
                safe = first.safe and second.safe and first.kind == "node"
                return Static(second.kind, first.one and second.one, first.some and second.some, safe, second.exact)
            case Filter(base, predicate):
                inner = self.static(base)
                one = inner.one or self._one_place(predicate)
                some = inner.some and predicate == Literal(1, "integer")
                return Static(inner.kind, one, some, inner.safe and self.safe_truth(predicate), inner.exact)
            case NodeSet(op, left, right):
                first, second = self.static(left), self.static(right)
                safe = first.safe and second.safe and first.kind == second.kind == "node"
                return Static("node", False, op == "union" and (first.some or second.some), safe)
            case SequenceOf(items):
                inners = [self.static(item) for item in items]
                kinds = {inner.kind for inner in inners}
                one = not items or (len(items) == 1 and inners[0].one)
                return Static(
                    kinds.pop() if len(kinds) == 1 else "any",
                    one,
                    any(inner.some for inner in inners),
                    all(inner.safe for inner in inners),
                    _common([inner.exact for inner in inners]),
                )
            case Range():
                return Static("number", exact="integer")
            case And(left, right) | Or(left, right):
                return replace(_TRUTH, safe=self.safe_truth(left) and self.safe_truth(right))
            case Compare(_, left, right):
                first, second = self.static(left), self.static(right)
                alike = {first.kind, second.kind} <= TEXTS or first.kind == second.kind == "number"
                return replace(_TRUTH, safe=alike and first.safe and second.safe)
            case ValueCompare(_, left, right) | NodeCompare(_, left, right):
                return Static("boolean", True, self.static(left).some and self.static(right).some)
            case Arithmetic(op, left, right):
                first, second = self.static(left), self.static(right)
                numbers = {first.kind, second.kind} <= {"number", "node", "untyped"}
                some = first.some and second.some and first.kind == second.kind == "number"
                exact = _calculated(op, self._operand(left), self._operand(right))
                return Static("number" if numbers else "atomic", True, some, False, exact)
            case Unary(_, operand):
                inner = self.static(operand)
                exact = "double" if inner.kind in ("node", "untyped") else inner.exact
                return Static("number", True, inner.some, False, exact if exact in EXACT else "")
            case If(condition, then, otherwise):
                first, second = self.static(then), self.static(otherwise)
                if NOTHING in (then, otherwise):
                    known = second if then == NOTHING else first
                    return replace(known, some=False, safe=known.safe and self.safe_truth(condition))
                return Static(
                    first.kind if first.kind == second.kind else "any",
                    first.one and second.one,
                    first.some and second.some,
                    first.safe and second.safe and self.safe_truth(condition),
                    _common([first.exact, second.exact]),
                )
            case For(bindings, result):
                inner = self.static(result)
                sources = [self.static(source) for _, source in bindings]
                return Static(
                    inner.kind,
                    inner.one and all(source.one for source in sources),
                    inner.some and all(source.some for source in sources),
                    False,
                    inner.exact,
                )
            case Quantified():
                return _TRUTH
            case Cast(operand, kind, optional):
                some = not optional or self.static(operand).some
                return Static(_TYPE_KINDS.get(kind, "atomic"), True, some, False, kind if kind in EXACT else "")
            case Castable(operand):
                return replace(_TRUTH, safe=self.static(operand).safe)
            case Call():
                return self._call(expr)
        return _MANY

    def _operand(self, expr: Expr) -> str:
        """Return the type of number that an operand of arithmetic has for Saxon, "" where it does not know."""
        found = self.static(expr)
        if found.kind in ("node", "untyped"):
            return "double" if found.one else ""
        return found.exact if found.exact in EXACT else ""

    def many(self, expr: Expr, late: bool = True) -> bool:
        """Return whether Saxon compares *expr* as several items.

        So it does with the parent, though there is but one, with an item whose type it does not know, and *late*,
        when types are settled already, with the last child.
        """
        match expr:
            case If(_, then, otherwise):
                return self.many(then, late) or self.many(otherwise, late)
            case SequenceOf(()):
                return False
            case Step(axis="parent"):
                return True
            case Step(axis="child", predicates=(predicate,)) if _is_last(predicate):
                return late
            case Slash(left, right):
                return self.many(left, late) or self.many(right, late)
        found = self.static(expr)
        return not found.one or found.kind == "any" or found.exact == "mixed"

    def _variable(self, name: str) -> Static:
        found = self.variables.get(name, _MANY)
        if not isinstance(found, Static):
            self.variables[name] = _MANY  # a variable that is defined by itself ends here
            found = self.variables[name] = found()
        return found

    def _step(self, step: Step) -> Static:
        one = step.axis in ("self", "parent")
        one = one or (step.axis == "attribute" and step.test.local is not None and step.test.uri is not None)
        one = one or any(map(self._one_place, step.predicates))
        some = step == SELF
        return Static("node", one, some, all(self.safe_truth(each) for each in step.predicates))

    def _one_place(self, predicate: Expr) -> bool:
        """Return whether *predicate* selects one place at most."""
        if isinstance(predicate, Compare) and predicate.op == "=" and predicate not in _LAST:
            if predicate.left == Call("position", ()):
                return self._fixed(predicate.right)
            return predicate.right == Call("position", ()) and self._fixed(predicate.left)
        return predicate in _LAST or _is_last(predicate) or self._fixed(predicate)

    def _fixed(self, expr: Expr) -> bool:
        found = self.static(expr)
        return found.one and found.exact in EXACT and isinstance(expr, Literal | Var)

    def _call(self, call: Call) -> Static:
        name = call.name
        inners = [self.static(argument) for argument in call.arguments]
        found = _CALLS.get(name)
        if found is None:
            function = self.functions.get((name, len(inners)))
            return _MANY if function is None else static_type(function.type)
        safe = found.safe
        if name in _OF_TEXT:
            safe = all(inner.safe and inner.one and inner.kind in TEXTS for inner in inners)
        elif name in ("exists", "empty", "count"):
            safe = inners[0].safe
        elif name in ("not", "boolean"):
            safe = self.safe_truth(call.arguments[0])
        elif name in ("local-name", "name", "namespace-uri"):
            safe = inners[0].safe and inners[0].one and inners[0].kind == "node"
        elif name in ("string", "number"):
            safe = inners[0].safe and inners[0].one
        elif name == "concat":
            safe = all(inner.safe and inner.one for inner in inners)
        match name:
            case "abs" | "ceiling" | "floor" | "round" | "round-half-to-even":
                some = inners[0].some and name.startswith("round")
                return replace(found, some=some, exact=self._operand(call.arguments[0]))
            case "exactly-one" | "one-or-more" | "zero-or-one" | "reverse" | "subsequence":
                return replace(found, kind=inners[0].kind, exact=inners[0].exact)
            case "sum" | "max" | "min" | "avg" | "greatest" | "least":
                numbers = all(inner.kind in ("number", "node", "untyped") for inner in inners)
                exact = "double" if inners[0].kind in ("node", "untyped") else inners[0].exact
                if name == "sum" and not inners[0].some:
                    exact = _common([exact, "integer" if len(inners) == 1 else inners[1].exact])
                elif exact == "mixed" or name == "avg":
                    exact = ""
                some = inners[0].some and name != "sum"
                return replace(found, kind="number" if numbers else "atomic", some=some, exact=exact)
            case "current":
                return replace(found, kind="node")
            case "data":
                return replace(inners[0], kind="untyped" if inners[0].kind == "node" else inners[0].kind, safe=False)
        return replace(found, safe=safe)

    def safe_truth(self, expr: Expr) -> bool:
        """Return whether the effective boolean value of *expr* can never be an error."""
        found = self.static(expr)
        return found.safe and (found.kind == "node" or (found.one and found.kind in ("boolean", "number", "string")))

    def positional(self, predicate: Expr) -> bool:
        """Return whether the place of an item may matter to *predicate*: a number, or a use of position()."""
        return self.static(predicate).kind in ("number", "any", "atomic") or uses(predicate, "position", "last")

    # ------------------------------------------------------------ disjoint unions

    def disjoint(self, left: Expr, right: Expr) -> bool:
        """Return whether no node can be selected by both, going by the kinds and names of the last steps."""
        first, second = self._node_type(left), self._node_type(right)
        kinds = first[0] & second[0]
        if not kinds:
            return True
        differ = any(one is not None is not two and one != two for one, two in zip(first[1], second[1], strict=True))
        return differ and kinds <= _NAMED

    def _node_type(self, expr: Expr) -> tuple[frozenset[str], tuple[str | None, str | None]]:
        """Return the kinds of nodes that *expr* may select, and namespace and local name, None for any."""
        anything = None, None
        match expr:
            case Root():
                return frozenset({"document-node"}), anything
            case Step(axis, test):
                if test.kind != "node":
                    return frozenset({test.kind}), (test.uri, test.local)
                return _AXIS_KINDS.get(axis, _ALL_KINDS), anything
            case Slash(_, Step(axis, NodeTest("node"))) if axis not in ("attribute", "parent"):
                return _ALL_KINDS, anything  # behind a step, Saxon does not know
            case Slash(_, right):
                return self._node_type(right)
            case Filter(base):
                return self._node_type(base)
            case NodeSet("union", left, right):
                first, second = self._node_type(left), self._node_type(right)
                return first[0] | second[0], first[1] if first == second else anything
            case NodeSet(left=left):
                return self._node_type(left)
            case Var(name):
                self._variable(name)
                if name in self.origins:
                    return self._node_type(self.origins[name])
        return _ALL_KINDS, anything

    # ------------------------------------------------------------ rewriting

    def prepared(self, expr: Expr, scope: Scope, node: bool = True, loop: bool = False) -> Expr:
        """Return *expr* as Saxon would run it, with the variables of *scope*.

        *node*: the context item is known to be a node.  *loop*: it is evaluated once for each of several items.
        """
        make = self.prepared
        match expr:
            case Literal() | Root():
                return expr
            case ContextItem():
                return SELF if node else expr
            case Var(name):
                unique = scope.names.get(name)
                if unique is None:
                    raise Undeclared(name)
                return Var(unique)
            case And(left, right):
                first, second = make(left, scope, node, loop), make(right, scope, node, loop)
                if NEVER in (first, second):
                    return NEVER
                if ALWAYS in (first, second):
                    return Call("boolean", (second if first == ALWAYS else first,))
                if not loop and self._is_truth_function(second):
                    return If(first, second, NEVER)
                return And(first, second)
            case Step():
                return self._prepared_step(expr, scope)
            case Slash(left, right):
                return self._path(make(left, scope, node, loop), self._lifted(make(right, scope, True, True)))
            case Filter(base, predicate):
                inner = make(base, scope, node, loop)
                return self._filter(inner, make(predicate, scope, self.static(inner).kind == "node", True))
            case NodeSet(op, left, right):
                return self._union(op, make(left, scope, node, loop), make(right, scope, node, loop))
            case For(bindings, result):
                pairs, inner_scope = self._bindings(bindings, scope, node, loop)
                inner = make(result, inner_scope, node, True)
                if inner == NOTHING or any(source == NOTHING for _, source in pairs):
                    return NOTHING
                return For(pairs, inner)
            case Quantified(kind, bindings, condition):
                pairs, inner_scope = self._bindings(bindings, scope, node, loop)
                inner = make(condition, inner_scope, node, True)
                if inner == (NEVER if kind == "some" else ALWAYS):
                    return inner
                if pairs[0][1] == NOTHING:
                    return NEVER if kind == "some" else ALWAYS
                return Quantified(kind, pairs, inner)
            case Call(name, arguments):
                return self._prepared_call(name, tuple(make(each, scope, node, loop) for each in arguments), node)
            case SequenceOf(items):
                return SequenceOf(tuple(make(each, scope, node, loop) for each in items))
            case If(condition, then, otherwise):
                first = make(condition, scope, node, loop)
                if first in (ALWAYS, NEVER):
                    return make(then if first == ALWAYS else otherwise, scope, node, loop)
                return If(first, make(then, scope, node, loop), make(otherwise, scope, node, loop))
            case Unary(op, operand):
                inner = make(operand, scope, node, loop)
                if isinstance(inner, Literal) and not isinstance(inner.value, str) and inner.value != 0:
                    # not -0.0: it equals 0.0, and closures are kept by expression
                    return replace(inner, value=negate(inner.value)) if op == "-" else inner
                return Unary(op, inner)
            case Cast(operand) | Castable(operand):
                inner = make(operand, scope, node, loop)
                if inner == NOTHING and isinstance(expr, Cast) and expr.optional:
                    return NOTHING
                return replace(expr, operand=inner)
            case Range(first_expr, last_expr):
                return Range(make(first_expr, scope, node, loop), make(last_expr, scope, node, loop))
            case Or(left, right):
                first, second = make(left, scope, node, loop), make(right, scope, node, loop)
                if ALWAYS in (first, second):
                    return ALWAYS
                if NEVER in (first, second):
                    return Call("boolean", (second if first == NEVER else first,))
                return Or(first, second)
            case Compare(_, left, right):
                first, second = make(left, scope, node, loop), make(right, scope, node, loop)
                if NOTHING in (first, second):
                    return NEVER
                return self._constant(expr.op, first, second) or replace(expr, left=first, right=second)
            case ValueCompare(_, left, right) | NodeCompare(_, left, right) | Arithmetic(_, left, right):
                first, second = make(left, scope, node, loop), make(right, scope, node, loop)
                return NOTHING if NOTHING in (first, second) else replace(expr, left=first, right=second)
        raise AssertionError(f"{expr} is no expression")

    def _is_truth_function(self, expr: Expr) -> bool:
        if not isinstance(expr, Call):
            return False
        function = self.functions.get((expr.name, len(expr.arguments)))
        return function is not None and sequence_type(function.type or "")[0] == "xs:boolean"

    def _bindings(
        self, bindings: tuple[tuple[str, Expr], ...], scope: Scope, node: bool, loop: bool
    ) -> tuple[tuple[tuple[str, Expr], ...], Scope]:
        made = []
        for name, source in bindings:
            inner = self.prepared(source, scope, node, loop)
            unique = self.unique(name)
            self.define(unique, inner, replace(self.static(inner), one=True, some=True, safe=True))
            scope = scope.with_name(name, unique)
            made.append((unique, inner))
            loop = True
        return tuple(made), scope

    def _prepared_call(self, name: str, arguments: tuple[Expr, ...], node: bool) -> Expr:
        if not arguments and name in _DEFAULTS:
            item: Expr = SELF if node else ContextItem()
            if not node and name in ("normalize-space", "string-length"):
                item = Call("string", (item,))
            arguments = (item,)
        if name == "not" and arguments[0] in (ALWAYS, NEVER):
            return NEVER if arguments[0] == ALWAYS else ALWAYS
        if name in ("exists", "empty", "not", "boolean") and arguments[0] == NOTHING:
            return NEVER if name in ("exists", "boolean") else ALWAYS
        if name in ("exists", "empty") and self.static(arguments[0]).some:
            return ALWAYS if name == "exists" else NEVER
        return Call(name, arguments)

    def _prepared_step(self, step: Step, scope: Scope) -> Expr:
        made: Expr = replace(step, predicates=())
        for predicate in step.predicates:
            made = self._filter(made, self.prepared(predicate, scope, True, True), True)
        return made

    def _filter(self, base: Expr, predicate: Expr, own: bool = False) -> Expr:
        """Return *base* with a predicate more; a constant one takes everything or nothing away.

        The *own* predicates of a step along ``preceding::`` count backwards, those of a filter of such a step do not.
        """
        if predicate == ALWAYS:
            return base
        if base == NOTHING or predicate in (NOTHING, NEVER) or _nowhere(predicate):
            return NOTHING
        if isinstance(predicate, And):
            # [position() < 3 and p] is [position() < 3][p]: then p is not spared where the place decides
            first, second = uses(predicate.left, "position", "last"), uses(predicate.right, "position", "last")
            if first is not second:
                places, other = (predicate.left, predicate.right) if first else (predicate.right, predicate.left)
                return self._filter(self._filter(base, places, own), other, own)
        predicate = self._lifted(predicate)
        if isinstance(base, Step) and (own or base.axis not in BACKWARD or not self.positional(predicate)):
            if predicate in _LAST and base.axis == "child" and not base.predicates:
                # the last child is the one without a following sibling, which does not count places
                predicate = Call("empty", (Step("following-sibling", base.test, (ALWAYS,)),))
            return replace(base, predicates=(*base.predicates, predicate))
        return Filter(base, predicate)

    def _lifted(self, predicate: Expr) -> Expr:
        """Return a comparison by size with several numbers that are the same for every node as one with the extreme.

        One that is the same as a whole is left alone if the several are a path from the root, or stand on the right.
        """
        if not isinstance(predicate, Compare) or predicate.op in ("=", "!="):
            return predicate
        left, right = predicate.left, predicate.right
        many = self.many(left), self.many(right)
        one, others = (right, left) if many[0] else (left, right)
        if many[0] is many[1] or _depends(others):
            return predicate
        if not _depends(one) and (many[1] or any(isinstance(each, Root) for each in others.walk())):
            return predicate
        if not {self.static(left).exact, self.static(right).exact} & EXACT:
            return predicate
        less = predicate.op in ("<", "<=")
        if many[0]:
            left = Call("least" if less else "greatest", (left,))
        else:
            right = Call("greatest" if less else "least", (right,))
        return ValueCompare(GENERAL[predicate.op], left, right)

    def _constant(self, op: str, left: Expr, right: Expr) -> Expr | None:
        """Return the outcome of comparing constants of which one is a sequence, None for anything else."""
        ones, twos = _constants(left), _constants(right)
        if ones is None or twos is None or len(ones) == len(twos) == 1:
            return None
        try:
            return ALWAYS if any(compare_general(GENERAL[op], one, two) for one in ones for two in twos) else NEVER
        except DynamicError:
            return None

    def _plain(self, step: Expr, axis: str) -> bool:
        """Return whether *step* is one along *axis* whose predicates do not count."""
        return isinstance(step, Step) and step.axis == axis and not any(map(self.positional, step.predicates))

    def _path(self, left: Expr, right: Expr) -> Expr:
        if NOTHING in (left, right):
            return NOTHING
        if isinstance(right, Step) and self._plain(right, "child"):
            # a//x is a/descendant::x
            if left == ANYWHERE:
                return replace(right, axis="descendant")
            if isinstance(left, Slash) and left.right == ANYWHERE:
                return self._path(left.left, replace(right, axis="descendant"))
            # descendant::x/y is */descendant::y[parent::x]
            if isinstance(left, Step) and self._plain(left, "descendant"):
                parent = replace(left, axis="parent")
                return Slash(_BELOW, Step("descendant", right.test, (parent, *right.predicates)))
        if left == SELF and self.static(right).kind == "node":
            return right
        return Slash(left, right)

    def _union(self, op: str, left: Expr, right: Expr) -> Expr:
        if NOTHING in (left, right):
            return right if left == NOTHING and op == "union" else NOTHING if op == "intersect" else left
        if op != "union" and self.disjoint(left, right):
            return left if op == "except" else NOTHING
        if left == right and isinstance(left, Step) and not left.predicates:
            return NOTHING if op == "except" else left
        if op == "union":
            ones, twos = _steps(left), _steps(right)
            if (
                len(ones) > 1
                and len(twos) > 1
                and ones[0] == twos[0]
                and self._filtered(left) is None
                and self._filtered(right) is None
            ):
                return Slash(ones[0], self._union(op, _joined(ones[1:]), _joined(twos[1:])))
        first, second = self._filtered(left), self._filtered(right)
        if first is not None and second is not None and first[0] == second[0]:
            condition: Expr
            match op:
                case "union":
                    condition = Or(first[1], second[1])
                case "intersect":
                    condition = And(first[1], second[1])
                case _:
                    condition = And(first[1], Call("not", (second[1],)))
            return _with_predicate(first[0], condition)
        return NodeSet(op, left, right)

    def _filtered(self, expr: Expr) -> tuple[Expr, Expr] | None:
        """Return an expression as (base, last predicate), None when it has none or when it counts."""
        match expr:
            case Step(predicates=(*before, last)):
                return None if self.positional(last) else (replace(expr, predicates=tuple(before)), last)
            case Filter(base, predicate):
                return None if self.positional(predicate) else (base, predicate)
            case Slash(left, right):
                inner = self._filtered(right)
                return None if inner is None else (Slash(left, inner[0]), inner[1])
        return None


class Undeclared(SchematronBroken):
    """A variable that nobody declares."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the variable ${name} is not declared", fix=f'declare it: <let name="{name}" value="…"/>')


def _common(exact: list[str]) -> str:
    """Return the type that holds all these types of numbers."""
    kinds = set(exact)
    if len(kinds) == 1:
        return exact[0]
    if "" in kinds or not kinds:
        return ""
    return "decimal" if kinds == {"integer", "decimal"} else "mixed"


def _calculated(op: str, left: str, right: str) -> str:
    """Return the type of number that arithmetic gives; a sum with something unknown may be a date."""
    if op == "idiv":
        return "integer"
    if "" in (left, right):
        return "mixed" if op in ("+", "-") and left != right else ""
    for kind in ("double", "float", "decimal"):
        if kind in (left, right):
            return kind
    return "decimal" if op == "div" else "integer"


def _is_last(predicate: Expr) -> bool:
    """Return whether *predicate* was ``last()`` of a child step."""
    match predicate:
        case Call("empty", (Step("following-sibling", _, (Call("true"),)),)):
            return True
    return False


def _depends(expr: Expr) -> bool:
    """Return whether *expr* depends on the context item; the document that holds it does not count."""
    match expr:
        case ContextItem() | Step() | Call("position" | "last" | "current"):
            return True
        case Slash(left):
            return _depends(left)
        case Filter(base):
            return _depends(base)
    return any(map(_depends, expr.children()))


def _constants(expr: Expr) -> list[str | int | float | Decimal] | None:
    items = expr.items if isinstance(expr, SequenceOf) else (expr,)
    values = [item.value for item in items if isinstance(item, Literal)]
    return values if len(values) == len(items) else None


def _nowhere(predicate: Expr) -> bool:
    """Return whether *predicate* is a number that is no place."""
    if isinstance(predicate, Compare) and predicate.op == "=" and predicate.left == Call("position", ()):
        predicate = predicate.right
        return isinstance(predicate, Literal) and predicate.kind == "integer" and int(predicate.value) < 1
    if not isinstance(predicate, Literal) or isinstance(predicate.value, str):
        return False
    return predicate.value < 1 or predicate.value != predicate.value // 1


def _steps(expr: Expr) -> list[Expr]:
    return [*_steps(expr.left), expr.right] if isinstance(expr, Slash) else [expr]


def _joined(steps: list[Expr]) -> Expr:
    path = steps[0]
    for step in steps[1:]:
        path = Slash(path, step)
    return path


def _with_predicate(base: Expr, predicate: Expr) -> Expr:
    match base:
        case Step():
            return replace(base, predicates=(*base.predicates, predicate))
        case Slash(left, right):
            return Slash(left, _with_predicate(right, predicate))
    return Filter(base, predicate)
