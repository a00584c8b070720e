"""Contexts of rules: steps and names as data for `native.py`, predicates as functions that judge a column."""

from __future__ import annotations

from dataclasses import dataclass

from einvoice.schematron.compiler.base import Base, Builder, Scope
from einvoice.schematron.compiler.forms import single
from einvoice.schematron.compiler.trees import alternatives_of, conjuncts, is_positional, parts_of
from einvoice.schematron.compiler.values import Unsupported
from einvoice.schematron.xpath import Call, Compare, Expr, Filter, Literal, Root, Step


@dataclass(frozen=True, slots=True)
class Alternative:
    """One alternative of a context, for `native.py`.

    *steps* go from the node upwards: (how the step hangs below the next one: "/" or "//", kind, uri, local).  *anchor*
    is True when the topmost step hangs on the document node by "/", False when it may be anywhere.  *gate* names a
    function of the document that must be true; *condition* one that judges a column; *key* is (function, literal): a
    cheap value that must equal the literal; *ups* the columns that the condition takes: levels of parents, or names of
    ancestors.  *names* are tests of local names: level, function, literal, and whether it must hold.
    """

    steps: tuple[tuple[str, str, str | None, str | None], ...]
    anchor: bool
    gate: str | None = None
    condition: str | None = None
    key: tuple[str, str] | None = None
    ups: tuple[int | str, ...] = ()
    names: tuple[tuple[int, str, str, bool], ...] = ()

    def code(self) -> str:
        """Return code of the tuple that `native.py` reads."""
        key = f"({self.key[0]}, {self.key[1]!r})" if self.key else None
        return f"({self.steps!r}, {self.anchor!r}, {self.gate}, {self.condition}, {key}, {self.ups!r}, {self.names!r})"


class Contexts(Base):
    """Contexts; their predicates are compiled by `value` and `truth`."""

    def alternatives(self, name: str, context: Expr) -> tuple[Alternative, ...] | None:
        """Return the alternatives of a context, None when `exact.py` has to match it."""
        try:
            return tuple(
                self._alternative(f"{name}_{number}", each) for number, each in enumerate(alternatives_of(context))
            )
        except Unsupported as error:
            self.note(f"{name} context", error)
            return None

    def _alternative(self, name: str, context: Expr) -> Alternative:
        outer: list[Expr] = []
        while isinstance(context, Filter):  # (a | b)[p]: the caller has spread the union
            outer.insert(0, context.predicate)
            context = context.base
        anchor, steps = _steps(context)
        builder = Builder(self, "match")
        names: list[tuple[int, str, str, bool]] = []
        gates: list[str] = []
        tests: list[tuple[int, Expr]] = []
        conditions: list[str] = []
        key: tuple[str, str] | None = None
        for level, predicate in _predicates(steps, outer):
            if is_positional(predicate):
                raise Unsupported("a position in a context")
            if (test := _name_test(predicate)) is not None:
                names.append((level, *test))
                continue
            if self.is_free(predicate, ()):
                gates.append(self.truth(predicate, Scope(builder)))
                continue
            code = self.truth(predicate, builder.scope(level))
            if level == 0 and not conditions:
                key = self._dispatch(predicate)
            tests.append((level, predicate))
            conditions.append(code)
        gate = condition = None
        if gates:
            # Shared by all contexts that have it: the engine asks each gate once per document.
            gate = self.shared(builder, " and ".join(f"({each})" for each in gates))
            # Names of hoisted values were given for the gate: once more for the conditions.
            builder = Builder(self, "match")
            conditions = [self.truth(predicate, builder.scope(level)) for level, predicate in tests]
        columns, arguments, targets = builder.columns()
        if conditions:
            condition = f"m{name}"
            source = f"zip({arguments})" if columns else "N"
            test_of_all = " and ".join(f"({each})" for each in conditions)
            self.lines += [
                f"def {condition}(D, T, {arguments}):",
                *builder.head(),
                f"    return [bool({test_of_all}) for {targets} in {source}]",
                "",
            ]
        described = tuple((link, step.test.kind, step.test.uri, step.test.local) for link, step in reversed(steps))
        return Alternative(described, anchor, gate, condition, key, columns, tuple(names))

    def _dispatch(self, predicate: Expr) -> tuple[str, str] | None:
        """Return the function of a cheap key and the literal that it must equal, for ``key = 'literal'``."""
        match predicate:
            case Compare("=", left, Literal(text, "string")):
                pass
            case _:
                return None
        trial = Builder(self, "match")
        value = self.value(left, trial.scope())
        if trial.ups or trial.hoisted or value.type not in ("str", "u", "attr", "elem"):
            return None
        if value.card not in ("1", "?", "m"):
            return None
        source, _ = single(value)
        name = self.memos.get(f"key {source}")
        if name is None:
            name = self.memos[f"key {source}"] = f"k{len(self.memos)}"
            self.lines += [f"def {name}(N):", f"    return {{{source} for n in N}}", ""]
        return name, str(text)


def _steps(context: Expr) -> tuple[bool, list[tuple[str, Step]]]:
    """Return whether a context starts at the document node, and its steps from the top with what they hang by."""
    anchored = False
    steps: list[tuple[str, Step]] = []
    link = "//"
    for part in parts_of(context):
        if isinstance(part, Root):
            anchored, link = True, "/"
        elif isinstance(part, Step) and part.axis == "descendant-or-self" and not part.predicates:
            link = "//"
        elif isinstance(part, Step) and part.axis in ("child", "attribute", "descendant"):
            if part.test.kind not in ("element", "attribute"):
                raise Unsupported("a context that is no element or attribute")
            steps.append(("//" if part.axis == "descendant" else link, part))
            link = "/"
        else:
            raise Unsupported("a context with another axis")
    if not steps:
        raise Unsupported("the document node as context")
    if steps[-1][1].test.kind == "attribute":
        raise Unsupported("a context that is an attribute")
    return anchored and steps[0][0] == "/", steps


def _predicates(steps: list[tuple[str, Step]], outer: list[Expr]) -> list[tuple[int, Expr]]:
    """Return the predicates of a context, each with the level of its step above the node."""
    found: list[tuple[int, Expr]] = []
    known = True
    for level, (link, step) in enumerate(reversed(steps)):
        found += [(level, each) for predicate in step.predicates for each in conjuncts(predicate)]
        if step.predicates and not known:
            raise Unsupported("a predicate above //")
        known = known and link == "/"
    return found + [(0, each) for predicate in outer for each in conjuncts(predicate)]


def _name_test(expr: Expr) -> tuple[str, str, bool] | None:
    """Return function, literal and sense of a test of the context node's name that its path alone decides.

    A prefix holds no colon, so ``ends-with(name(), 'Amount')`` is a test of the local name.
    """
    match expr:
        case Call("not", (inner,)):
            found = _name_test(inner)
            return None if found is None else (found[0], found[1], not found[2])
        case Call("ends-with", (Call("name" | "local-name", ()), Literal(str() as text, "string"))) if ":" not in text:
            return "ends-with", text, True
        case Call("starts-with", (Call("local-name", ()), Literal(str() as text, "string"))):
            return "starts-with", text, True
        case Compare("=", Call("local-name", ()), Literal(str() as text, "string")):
            return "is", text, True
    return None
