"""What the tree of an expression says by itself, before anything is compiled."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from einvoice.schematron.xpath import (
    And,
    Arithmetic,
    Call,
    Cast,
    ContextItem,
    Expr,
    Filter,
    For,
    If,
    Literal,
    NodeSet,
    NodeTest,
    Quantified,
    Slash,
    Step,
    Unary,
    Var,
)

# ---------------------------------------------------------------- paths


def parts_of(expr: Expr) -> tuple[Expr, ...]:
    """Return what the slashes of a path stand between."""
    if isinstance(expr, Slash):
        return (*parts_of(expr.left), *parts_of(expr.right))
    return (expr,)


def path_of(parts: Sequence[Expr]) -> Expr:
    """Return the path of *parts*, the reverse of `parts_of`."""
    found = parts[0]
    for part in parts[1:]:
        found = Slash(found, part)
    return found


def alternatives_of(expr: Expr) -> Iterator[Expr]:
    """Yield the alternatives of a context; ``(a | b)[p]`` is ``a[p] | b[p]`` and ``(a | b)/c`` likewise."""
    if isinstance(expr, NodeSet) and expr.op == "union":
        yield from alternatives_of(expr.left)
        yield from alternatives_of(expr.right)
    elif isinstance(expr, Filter):
        for base in alternatives_of(expr.base):
            if base == expr.base:
                yield expr
            else:
                yield from alternatives_of(Filter(base, expr.predicate))
    elif isinstance(expr, Slash):
        for left in alternatives_of(expr.left):
            for right in alternatives_of(expr.right):
                yield Slash(left, right)
    else:
        yield expr


def is_plain(expr: Expr, axis: str) -> bool:
    """True for ``axis::node()``: ``.`` is the plain self, ``..`` the plain parent, ``//`` descends plainly."""
    return expr == Step(axis, NodeTest("node"))


def is_named(step: Step, kind: str = "element") -> bool:
    """True when a step tests for one name, without a wildcard; *kind* is element or attribute."""
    return step.test.kind == kind and step.test.local is not None and step.test.uri is not None


def starts_from_parent(part: Expr) -> bool:
    """True when a part of a path, or a predicate of it, asks for a parent."""
    inside = part.predicates if isinstance(part, Step) else (part,)
    return any(isinstance(each, Step) and each.axis == "parent" for expr in inside for each in expr.walk())


def are_disjoint(left: Expr, right: Expr) -> bool:
    """True when two paths cannot select the same node: their last names differ."""
    a, b = parts_of(left)[-1], parts_of(right)[-1]
    return (
        isinstance(a, Step)
        and isinstance(b, Step)
        and a.axis == b.axis == "child"
        and a.test.local is not None
        and b.test.local is not None
        and a.test != b.test
    )


def depth_of(expr: Expr) -> int | None:
    """Return how many steps *expr* goes down, so that two nodes never lead to the same; None when it may do else."""
    match expr:
        case Step(axis):
            return {"child": 1, "attribute": 1, "self": 0}.get(axis)
        case ContextItem():
            return 0
        case Filter(base):
            return depth_of(base)
        case Slash(left, right):
            first, second = depth_of(left), depth_of(right)
            return None if first is None or second is None else first + second
        case NodeSet(_, left, right) | If(_, left, right):
            return depth_of(left) if depth_of(left) == depth_of(right) else None
    return None


# ---------------------------------------------------------------- predicates


def conjuncts(expr: Expr) -> Iterator[Expr]:
    """Yield what ``and`` joins."""
    if isinstance(expr, And):
        yield from conjuncts(expr.left)
        yield from conjuncts(expr.right)
    else:
        yield expr


def is_positional(expr: Expr) -> bool:
    """True when the value of a predicate is, or may be, a number, or when it asks for its position."""
    match expr:
        case Literal(_, kind):
            return kind != "string"
        case Arithmetic() | Unary():
            return True
        case Call(name, _) if name in ("last", "position", "count", "number", "sum", "string-length", "round", "abs"):
            return True
        case Cast(_, kind, _):
            return kind in ("integer", "decimal", "double")
    return any(isinstance(each, Call) and each.name in ("position", "last") for each in expr.walk())


# ---------------------------------------------------------------- dependencies

_OF_CONTEXT = frozenset(
    {
        "normalize-space",
        "string",
        "number",
        "string-length",
        "name",
        "local-name",
        "namespace-uri",
        "position",
        "last",
        "current",
    }
)
"""Functions that speak of the context item when they have no argument."""


def dependencies(
    expr: Expr, known: Collection[str], local: frozenset[str], bound: frozenset[str] = frozenset()
) -> Iterator[str]:
    """Yield what *expr* depends on beside the document: ``.`` for its context, and names of variables.

    *known* variables depend on the document alone, unless *local* ones hide them; *bound* are those that *expr* sets.
    """

    def inner(expr: Expr) -> Iterator[str]:
        """Yield the dependencies of an expression with a context item of its own, but for that item."""
        return (each for each in dependencies(expr, known, local, bound) if each != ".")

    match expr:
        case Var(name):
            if name not in bound and (name in local or name not in known):
                yield name
        case ContextItem():
            yield "."
        case Step():
            yield "."
            for predicate in expr.predicates:
                yield from inner(predicate)
        case Slash(left, right) | Filter(left, right):
            yield from dependencies(left, known, local, bound)
            yield from inner(right)
        case For(bindings, result) | Quantified(_, bindings, result):
            names = bound
            for name, source in bindings:
                yield from dependencies(source, known, local, names)
                names |= {name}
            yield from dependencies(result, known, local, names)
        case Call(name, ()) if name in _OF_CONTEXT:
            yield "."
        case _:
            for child in expr.children():
                yield from dependencies(child, known, local, bound)
