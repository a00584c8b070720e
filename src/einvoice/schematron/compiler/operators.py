"""Operators: ``if``, arithmetic, comparisons, loops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from einvoice.schematron.compiler.base import Base, Scope
from einvoice.schematron.compiler.forms import atoms, converted, items, never_none, number, single
from einvoice.schematron.compiler.trees import is_named
from einvoice.schematron.compiler.values import NODES, NUMBERS, Unsupported, Value
from einvoice.schematron.xpath import (
    Arithmetic,
    Call,
    Compare,
    Expr,
    If,
    Literal,
    Quantified,
    Slash,
    Step,
    Unary,
    ValueCompare,
    Var,
)

MAX_LOOPS: Final = 3
"""Loops over sequences within each other that are compiled for rules of others."""

COMPARISONS: Final = {"=": "equal", "!=": "unequal", "<": "less", "<=": "at_most", ">": "more", ">=": "at_least"}
"""The function of `runtime.py` for a comparison whose operands may be None."""

VALUE_COMPARISONS: Final = {"eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}

Bindings = Sequence[tuple[str, Expr]]
"""Variables of a loop, each with what it runs over."""


class Operators(Base):
    """Operators; their operands are compiled by `value` and `truth`."""

    # ---------------------------------------------------------------- if

    def choice(self, expr: If, scope: Scope) -> Value:
        """Return the value of ``if``; a branch that is not compiled raises when it is taken."""
        test = self.truth(expr.condition, scope)
        then, otherwise = self._branch(expr.then, scope), self._branch(expr.otherwise, scope)
        if isinstance(otherwise, Unsupported):
            if isinstance(then, Unsupported):
                raise otherwise
            otherwise = _unusual(then, otherwise)
        elif isinstance(then, Unsupported):
            then = _unusual(otherwise, then)
        return self.either(test, then, otherwise)

    def _branch(self, expr: Expr, scope: Scope) -> Value | Unsupported:
        try:
            return self.value(expr, scope)
        except Unsupported as error:
            return error

    # ---------------------------------------------------------------- arithmetic

    def arithmetic(self, expr: Arithmetic, scope: Scope) -> Value:
        """Return the value of ``+ - * div idiv mod``."""
        left, right = self.value(expr.left, scope), self.value(expr.right, scope)
        a, kind_a = number(left)
        b, kind_b = number(right)
        sure = never_none(left) and never_none(right)
        if "dbl" in (kind_a, kind_b):
            a, b = _as_doubles(a, kind_a, b, kind_b)
            kind = "dbl"
            if expr.op in ("div", "idiv"):
                raise Unsupported("a division of doubles")
            if expr.op == "mod":
                if not sure:
                    raise Unsupported("mod")
                return Value(f"double_mod({a}, {b})", "dbl", "1")
        else:
            kind = "int" if kind_a == kind_b == "int" else "dec"
            if expr.op == "div":
                return Value(f"divide({a}, {b})", "dec", "1" if sure else "?")
            if expr.op in ("idiv", "mod"):
                if not sure or (expr.op == "mod" and kind != "int"):
                    raise Unsupported(expr.op)
                return Value(f"{'integer_divide' if expr.op == 'idiv' else 'modulo'}({a}, {b})", "int", "1")
        if sure and expr.op == "*" and kind == "int" and not self.trusted:
            return Value(f"times({a}, {b})", kind, "1")
        if sure:
            return Value(f"({a} {expr.op} {b})", kind, "1")
        name = {"+": "add", "-": "subtract", "*": "multiply"}[expr.op]
        return Value(f"{name}({a}, {b})", kind, "?")

    def signed(self, expr: Unary, scope: Scope) -> Value:
        """Return the value of ``-a`` or ``+a``."""
        src, kind = single(self.value(expr.operand, scope))
        if kind not in NUMBERS:
            raise Unsupported("unary minus of no number")
        card = "1" if self.value(expr.operand, scope).card == "1" else "?"
        return Value(f"negate({src})" if expr.op == "-" else src, kind, card)

    def span(self, first: Expr, last: Expr, scope: Scope) -> Value:
        """Return ``first to last``."""
        a, b = self._integer(first, scope), self._integer(last, scope)
        return Value(f"span({a}, {b})", "int", "*")

    def _integer(self, expr: Expr, scope: Scope) -> str:
        value = self.value(expr, scope)
        if value.type != "int" or value.card != "1":
            raise Unsupported("no integer")
        return value.src

    # ---------------------------------------------------------------- comparisons

    def compare(self, expr: Compare, scope: Scope) -> str:
        """Return code of a general comparison."""
        quick = self._compared_count(expr, scope) or self._compared_names(expr, scope)
        if quick is not None:
            return quick
        return self.compared(expr.op, self.value(expr.left, scope), self.value(expr.right, scope))

    def _compared_count(self, expr: Compare, scope: Scope) -> str | None:
        """Return the quick form of ``count(path) <= 1``, ``> 1`` and ``= 1`` for a raw value."""
        if not isinstance(expr.left, Call) or expr.left.name != "count" or expr.right != Literal(1, "integer"):
            return None
        value = self.value(expr.left.arguments[0], scope)
        if value.branches is not None or value.card not in ("?", "m"):
            return None
        match expr.op:
            case "<=":
                return f"({value.src}.__class__ is not list)"
            case ">":
                return f"({value.src}.__class__ is list)"
            case "=":
                return f"is_one({value.src})"
        return None

    def _compared_names(self, expr: Compare, scope: Scope) -> str | None:
        """Return the quick form of ``path/normalize-space(child) = 'S'``, with upper-case or without."""
        left, right = expr.left, expr.right
        if expr.op != "=" or not isinstance(left, Slash) or not isinstance(right, Literal) or right.kind != "string":
            return None
        match left.right:
            case Call("normalize-space", (Step() as step,)):
                name = "normal_is"
            case Call("normalize-space", (Call("upper-case", (Step() as step,)),)) | Call(
                "upper-case", (Call("normalize-space", (Step() as step,)),)
            ):
                name = "upper_is"
            case _:
                return None
        if step.axis != "child" or step.predicates or not is_named(step):
            return None
        base = self.value(left.left, scope)
        if base.type != "elem" or base.branches is not None or base.card not in ("?", "m"):
            return None
        return f"{name}({base.src}, {self.key(step.test.uri, step.test.local)}, {right.value!r})"

    def compared(self, op: str, left: Value, right: Value) -> str:
        """Return code of the general comparison of two values."""
        if left.branches is not None:
            condition, then, otherwise = left.branches
            return f"({self.compared(op, then, right)} if {condition} else {self.compared(op, otherwise, right)})"
        if right.branches is not None:
            condition, then, otherwise = right.branches
            return f"({self.compared(op, left, then)} if {condition} else {self.compared(op, left, otherwise)})"
        if "empty" in (left.type, right.type):
            return "False"
        if op == "=" and isinstance(left.constant, str | tuple) and not isinstance(right.constant, str | tuple):
            left, right = right, left
        quick = self._membership(op, left, right) or _raw_compared(op, left, right)
        if quick is not None:
            return quick
        if left.card in ("m", "*") or right.card in ("m", "*"):
            a, b = _comparable_lists(*atoms(left), *atoms(right))
            return f"any_equal({a}, {b})" if op == "=" else f"any_of({COMPARISONS[op]}, {a}, {b})"
        sure_a, sure_b = never_none(left), never_none(right)
        a, b = _comparable(*single(left), sure_a, *single(right), sure_b)
        if sure_a and sure_b:
            return f"({a} {'==' if op == '=' else op} {b})"
        return f"{COMPARISONS[op]}({a}, {b})"

    def _membership(self, op: str, left: Value, right: Value) -> str | None:
        """Return the quick form of ``path = 'a'`` and ``path = ('a', 'b')`` for strings."""
        if op != "=" or left.type not in (*NODES, "u", "str"):
            return None
        if right.type not in ("str", "u", "attr", "text") and (right.type != "elem" or left.type == "elem"):
            return None
        if isinstance(right.constant, tuple):
            return _among(left, self.constant(f"frozenset({sorted(set(right.constant))!r})"))
        if right.card == "?" and left.type == "elem" and right.type != "elem" and left.card in ("?", "m"):
            return f"text_is({left.src}, {right.src})"  # a text is never None
        if right.type == "elem":
            if left.card in ("1", "?") and right.card in ("1", "?", "m"):
                return f"text_is({right.src}, {left.src})"
            return None
        return _is_text(left, right.src) if right.card == "1" else None

    def value_compare(self, expr: ValueCompare, scope: Scope) -> str:
        """Return code of a value comparison."""
        left, right = self.value(expr.left, scope), self.value(expr.right, scope)
        a, kind_a = single(left)
        b, kind_b = single(right)
        kind_a = "str" if kind_a == "u" else kind_a
        kind_b = "str" if kind_b == "u" else kind_b
        if kind_a != kind_b and not {kind_a, kind_b} <= NUMBERS:
            raise Unsupported("a value comparison of two types")
        a, b = _comparable(a, kind_a, never_none(left), b, kind_b, never_none(right))
        return f"{COMPARISONS[VALUE_COMPARISONS[expr.op]]}({a}, {b})"

    # ---------------------------------------------------------------- loops

    def quantified(self, expr: Quantified, scope: Scope) -> str:
        """Return code of ``some`` or ``every``."""
        quick = self._some_is(expr, scope)
        if quick is not None:
            return quick
        loops, inner, _ = self._loops(expr.bindings, scope)
        test = self.truth(expr.condition, inner)
        if expr.kind == "some":
            return f"any([True for {loops} if {test}])"
        return f"all([{test} for {loops}])"

    def _some_is(self, expr: Quantified, scope: Scope) -> str | None:
        """Return the quick form of ``some $x in $codes satisfies text = $x``, which is a comparison."""
        if expr.kind != "some" or len(expr.bindings) != 1:
            return None
        (name, source), condition = expr.bindings[0], expr.condition
        variable = Var(name)
        if not isinstance(condition, Compare) or condition.op != "=":
            return None
        if variable not in (condition.left, condition.right):
            return None
        other = condition.left if condition.right == variable else condition.right
        allowed = self.value(source, scope)
        if not isinstance(allowed.constant, tuple) or variable in other.walk():
            return None
        return self.compared("=", self.value(other, scope), allowed)

    def loop(self, bindings: Bindings, result: Expr, scope: Scope) -> Value:
        """Return the value of ``for``."""
        loops, inner, ordered = self._loops(bindings, scope, in_turn=True)
        value = self.value(result, inner)
        if value.branches is not None:
            raise Unsupported("a choice of types")
        if self.telling:
            value = self.in_order(value)
        loose = value.type in NODES
        if value.card == "1":
            return Value(f"[{value.src} for {loops}]", value.type, "*", ordered=ordered, loose=loose)
        code = f"[z for {loops} for z in {items(value)}]"
        return Value(code, value.type, "*", ordered=ordered and value.ordered, loose=loose)

    def _loops(self, bindings: Bindings, scope: Scope, in_turn: bool = False) -> tuple[str, Scope, bool]:
        """Return the loops (without the first ``for``), the scope in them, and whether they keep the order of their
        sources; *in_turn* wants it.
        """
        if not self.trusted and sum(value.src.startswith("q") for value in scope.variables.values()) >= MAX_LOOPS:
            raise Unsupported("loops nested too deep")
        parts: list[str] = []
        ordered = True
        inner = replace(scope)
        for name, source in bindings:
            value = self.value(source, inner)
            if value.branches is not None:
                raise Unsupported("a choice of types")
            if in_turn and self.telling:
                value = self.in_order(value)
            ordered = ordered and value.ordered
            local = scope.function.temporary("q")
            if value.type == "empty":
                raise Unsupported("a loop over nothing")
            parts.append(f"{local} in {items(value)}")
            inner.bind(name, Value(local, value.type, "1"))
        return " for ".join(parts), inner, ordered


def _unusual(known: Value, reason: Unsupported) -> Value:
    """Return a branch that raises, beside one that is *known*."""
    if known.branches is not None or known.type == "empty":
        raise reason
    card = "?" if known.card == "1" else known.card  # else nobody would run it
    return replace(known, src="unusual()", card=card, constant=None, strict=None)


def _raw_compared(op: str, left: Value, right: Value) -> str | None:
    """Return the quick form of ``path >= 0`` and ``path = false()`` for leaves."""
    if left.type != "elem" or left.card not in ("1", "?", "m") or right.constant is None:
        return None
    if right.type in NUMBERS and right.card == "1":
        return f"raw_{COMPARISONS[op]}({left.src}, {float(str(right.constant))!r})"
    if right.type == "bool" and op == "=":
        return f"raw_boolean_is({left.src}, {right.constant!r})"
    return None


def _among(value: Value, allowed: str) -> str:
    """Return code that is true when an item is one of a set of texts."""
    src = value.src
    if value.type == "elem":
        match value.card:
            case "1":
                return f"({src}[''] in {allowed})"
            case "?" | "m":
                return f"text_in({src}, {allowed})"
        return f"any([z[''] in {allowed} for z in {src}])"
    match value.card:
        case "1" | "?":
            return f"({src} in {allowed})"
        case "m":
            return f"item_in({src}, {allowed})"
    return f"any([z in {allowed} for z in {src}])"


def _is_text(value: Value, text: str) -> str:
    """Return code that is true when an item is a text."""
    src = value.src
    if value.type == "elem":
        match value.card:
            case "1":
                return f"({src}[''] == {text})"
            case "?" | "m":
                return f"text_is({src}, {text})"
        return f"({text} in [z[''] for z in {src}])"
    match value.card:
        case "1" | "?":
            return f"({src} == {text})"
        case "m":
            return f"item_is({src}, {text})"
    return f"({text} in {src})"


def _comparable(a: str, kind_a: str, sure_a: bool, b: str, kind_b: str, sure_b: bool) -> tuple[str, str]:
    """Return two single operands of a general comparison brought to one type."""
    if {kind_a, kind_b} <= {"u", "str"}:
        return a, b
    if kind_a == "u":
        a, kind_a = _read_as(kind_b, a, sure_a)
    elif kind_b == "u":
        b, kind_b = _read_as(kind_a, b, sure_b)
    if {kind_a, kind_b} <= NUMBERS:
        return _as_doubles(a, kind_a, b, kind_b) if "dbl" in (kind_a, kind_b) else (a, b)
    if kind_a == kind_b and kind_a in ("bool", "date"):
        return a, b
    raise Unsupported(f"a comparison of {kind_a} with {kind_b}")


def _read_as(kind: str, src: str, sure: bool) -> tuple[str, str]:
    """Return an untyped operand read as the *kind* of the other one, and its type then."""
    if kind in NUMBERS:
        return converted("double", src, sure), "dbl"
    if kind in ("bool", "date"):
        return converted("boolean" if kind == "bool" else "date", src, sure), kind
    return src, "u"


def _as_doubles(a: str, kind_a: str, b: str, kind_b: str) -> tuple[str, str]:
    return (a if kind_a == "dbl" else f"as_double({a})"), (b if kind_b == "dbl" else f"as_double({b})")


def _comparable_lists(a: str, kind_a: str, b: str, kind_b: str) -> tuple[str, str]:
    """Return two sequences of operands brought to one type."""
    first, second = _comparable("z", kind_a, True, "z", kind_b, True)
    return (a if first == "z" else f"[{first} for z in {a}]"), (b if second == "z" else f"[{second} for z in {b}]")
