"""Small changes of an XPath expression, each a fault that the writer of a rule might make.

`rewrites` gives every change of a tree with a description; `shown` writes a tree as text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any, Final

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

UBL: Final = "urn:oasis:names:specification:ubl:schema:xsd:"
PREFIXES: Final = {
    "": "",
    f"{UBL}CommonBasicComponents-2": "cbc:",
    f"{UBL}CommonAggregateComponents-2": "cac:",
    f"{UBL}CommonExtensionComponents-2": "ext:",
    f"{UBL}Invoice-2": "ubl:",
    f"{UBL}CreditNote-2": "cn:",
}
OTHER_OPERATOR: Final = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "!=", "!=": "=",
    "lt": "le", "le": "lt", "gt": "ge", "ge": "gt", "eq": "ne", "ne": "eq",
}  # fmt: skip
TRANSPARENT: Final = ("normalize-space", "upper-case", "lower-case", "round", "abs", "distinct-values", "floor")
"""Functions that may be forgotten."""
MANY: Final = 6
"""Codes from which on a list is changed at a few places only."""


def rewrites(expr: Expr) -> Iterator[tuple[str, Expr]]:
    """Yield each change of *expr* with its description; equal descriptions are numbered."""
    seen: dict[str, int] = {}
    for before, after, whole in _everywhere(expr):
        said = f"{brief(before)} → {brief(after)}"
        seen[said] = seen.get(said, 0) + 1
        yield said if seen[said] == 1 else f"{said} ({seen[said]})", whole


def _everywhere(expr: Expr) -> Iterator[tuple[Expr, Expr, Expr]]:
    """Yield (part, changed part, changed whole)."""
    for other in variants(expr):
        yield expr, other, other
    if isinstance(expr, SequenceOf) and is_list(expr):
        return
    for field in fields(expr):  # type: ignore[arg-type]  # every subclass is a dataclass
        value = getattr(expr, field.name)
        for part, changed, new in _within(value):
            yield part, changed, replace(expr, **{field.name: new})  # type: ignore[type-var]


def _within(value: Any) -> Iterator[tuple[Expr, Expr, Any]]:
    if isinstance(value, Expr):
        yield from _everywhere(value)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            for part, changed, new in _within(item):
                yield part, changed, (*value[:place], new, *value[place + 1 :])


def is_list(expr: SequenceOf) -> bool:
    """True for a list of many codes."""
    return len(expr.items) >= MANY and all(isinstance(item, Literal) for item in expr.items)


def variants(expr: Expr) -> Iterator[Expr]:
    """Yield what may stand in place of *expr* itself."""
    match expr:
        case Literal(str() as text, kind):
            if " " in text and len(text.split()) >= MANY:  # codes in one text
                codes = text.split()
                for left_out in (0, len(codes) // 2, len(codes) - 1):
                    yield Literal(" ".join(codes[:left_out] + codes[left_out + 1 :]), kind)
                yield Literal(f"{text} ZZQ", kind)
            else:
                yield Literal(f"{text}q", kind)
                if len(text) > 1:
                    yield Literal(text[:-1], kind)
        case Literal(int() as number, "integer"):
            yield Literal(number + 1, "integer")
            yield Literal(number - 1, "integer")
        case Literal(Decimal() as number, kind):
            yield Literal(number + Decimal("0.01"), kind)
            yield Literal(number - Decimal("0.01"), kind)
        case SequenceOf(items) if is_list(expr):
            for left_out in (0, len(items) // 2, len(items) - 1):
                yield SequenceOf(items[:left_out] + items[left_out + 1 :])
            yield SequenceOf((*items, Literal("ZZQ", "string")))
        case SequenceOf(items) if len(items) > 1:
            for left_out in range(len(items)):
                yield SequenceOf(items[:left_out] + items[left_out + 1 :])
        case And(left, right):
            yield from (left, right, Or(left, right))
        case Or(left, right):
            yield from (left, right, And(left, right))
        case Compare(op, left, right) | ValueCompare(op, left, right):
            yield replace(expr, op=OTHER_OPERATOR[op])  # type: ignore[call-arg]
        case Arithmetic("+" | "-", left, right):
            yield from (left, right)
            yield replace(expr, op="-" if expr.op == "+" else "+")
        case Arithmetic(_, left, _):
            yield left
        case Unary(_, operand):
            yield operand
        case Step(_, test, predicates):
            if test.local is not None:
                yield replace(expr, test=replace(test, local=f"{test.local}Q"))
            for left_out in range(len(predicates)):
                yield replace(expr, predicates=predicates[:left_out] + predicates[left_out + 1 :])
        case Filter(base, _):
            yield base
        case NodeSet("union", left, right):
            yield from (left, right)
        case NodeSet(_, left, _):
            yield left
        case If(_, then, otherwise):
            yield from (then, otherwise)
        case Quantified("some"):
            yield replace(expr, kind="every")
        case Quantified("every"):
            yield replace(expr, kind="some")
        case Call("not", (inner,)):
            yield inner
        case Call("exists", arguments):
            yield Call("empty", arguments)
        case Call("empty", arguments):
            yield Call("exists", arguments)
        case Call("true", ()):
            yield Call("false", ())
        case Call("false", ()):
            yield Call("true", ())
        case Call("starts-with" | "ends-with", arguments):
            yield Call("contains", arguments)
        case Call("contains", arguments):
            yield Call("starts-with", arguments)
        case Call(name, (inner,)) if name in TRANSPARENT:
            yield inner


# ---------------------------------------------------------------------------------------------------------------
# As text


def brief(expr: Expr) -> str:
    """Return *expr* in at most some hundred characters."""
    text = shown(expr)
    return text if len(text) <= 110 else f"{text[:70]}…{text[-35:]}"


def shown(expr: Expr) -> str:
    """Return *expr* as XPath, for people."""
    match expr:
        case Literal(str() as text, _):
            return f"'{text}'"
        case Literal(value, _):
            return str(value)
        case Var(name):
            return f"${name}"
        case ContextItem():
            return "."
        case Root():
            return "/"
        case Step():
            return _step(expr)
        case Slash(Root(), right):
            return f"/{shown(right)}"
        case Slash(left, right):
            return f"{shown(left)}/{shown(right)}"
        case Filter(base, predicate):
            return f"({shown(base)})[{shown(predicate)}]"
        case NodeSet(op, left, right):
            return f"({shown(left)} {'|' if op == 'union' else op} {shown(right)})"
        case SequenceOf(items):
            return f"({', '.join(map(shown, items))})"
        case Range(first, last):
            return f"({shown(first)} to {shown(last)})"
        case And(left, right):
            return f"({shown(left)} and {shown(right)})"
        case Or(left, right):
            return f"({shown(left)} or {shown(right)})"
        case Compare(op, left, right) | ValueCompare(op, left, right) | NodeCompare(op, left, right):
            return f"{shown(left)} {op} {shown(right)}"
        case Arithmetic(op, left, right):
            return f"({shown(left)} {op} {shown(right)})"
        case Unary(op, operand):
            return f"{op}{shown(operand)}"
        case If(condition, then, otherwise):
            return f"(if ({shown(condition)}) then {shown(then)} else {shown(otherwise)})"
        case For(bindings, result):
            return f"(for {_bound(bindings)} return {shown(result)})"
        case Quantified(kind, bindings, condition):
            return f"({kind} {_bound(bindings)} satisfies {shown(condition)})"
        case Call(name, arguments):
            return f"{name.rpartition('}')[2]}({', '.join(map(shown, arguments))})"
        case Cast(operand, kind, _):
            return f"xs:{kind}({shown(operand)})"
        case Castable(operand, kind, _):
            return f"({shown(operand)} castable as xs:{kind})"
    return type(expr).__name__


def _bound(bindings: tuple[tuple[str, Expr], ...]) -> str:
    return ", ".join(f"${name} in {shown(source)}" for name, source in bindings)


def _step(step: Step) -> str:
    test = step.test
    if test.local is None:
        name = "*" if test.kind in ("element", "attribute") else f"{test.kind}()"
    else:
        name = f"{PREFIXES.get(test.uri or '', '*:' if test.uri is None else '?:')}{test.local}"
    if (step.axis, test.kind) == ("parent", "node"):
        name = ".."
    elif step.axis == "attribute":
        name = f"@{name}"
    elif step.axis != "child":
        name = f"{step.axis}::{name}"
    return name + "".join(f"[{shown(predicate)}]" for predicate in step.predicates)
