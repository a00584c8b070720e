"""Paths: steps from a node or a sequence of them, unions, filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from einvoice.schematron.compiler.base import Base, Scope
from einvoice.schematron.compiler.forms import items
from einvoice.schematron.compiler.trees import (
    are_disjoint,
    depth_of,
    is_named,
    is_plain,
    is_positional,
    parts_of,
    starts_from_parent,
)
from einvoice.schematron.compiler.values import EMPTY, NODES, NUMBERS, Unsupported, Value
from einvoice.schematron.xpath import (
    Call,
    ContextItem,
    Expr,
    Filter,
    For,
    If,
    Literal,
    NodeSet,
    NodeTest,
    Root,
    Slash,
    Step,
    Var,
)

ASKED: Final = {
    "parent": "parents",
    "ancestor": "ancestors",
    "preceding-sibling": "before",
    "following-sibling": "behind",
}
"""Axes that only messages use, and the method of `native.Document` that gives them in document order."""

ANY_CHILD: Final = Step("child", NodeTest("element"))
LAST: Final = Call("last", ())


class Paths(Base):
    """Paths; predicates and parts that are no steps are compiled by `value` and `truth`."""

    def path(self, expr: Expr, scope: Scope) -> Value:
        """Return the nodes (or values) of a path."""
        first, *parts = parts_of(expr)
        if isinstance(first, Root):
            return self._from_root(parts, scope)
        if isinstance(first, ContextItem) or is_plain(first, "self"):
            current, inner = scope.context(), scope
        elif is_plain(first, "parent"):
            level = 1
            while parts and is_plain(parts[0], "parent"):
                parts.pop(0)
                level += 1
            inner = scope.above(level)
            current = inner.context()
        elif not isinstance(first, Step):
            return self._steps(self.value(first, scope), None, parts, scope)
        elif first.axis == "ancestor" and not self.telling:
            return self._steps(self._named_ancestors(first, scope), None, parts, scope)
        else:
            current, inner = scope.context(), scope
            parts.insert(0, first)
        return self._from_element(current, inner, parts, scope)

    def _from_root(self, parts: list[Expr], scope: Scope) -> Value:
        """Return ``/``, ``/…`` or ``//…``."""
        if parts and is_plain(parts[0], "descendant-or-self"):
            if len(parts) == 1:
                raise Unsupported("all nodes")
            return self._steps(self._tagged(parts[1], scope), None, parts[2:], scope)
        current = Value("D.top", "elem", "1")
        if parts and parts[0] == ANY_CHILD:
            parts.pop(0)
            current = Value("D.root", "elem", "1")
        return self._from_element(current, scope.of(current), parts, scope)

    def _from_element(self, current: Value, inner: Scope, parts: list[Expr], scope: Scope) -> Value:
        if parts and current.type != "elem":
            raise Unsupported("a path from no element")
        return self._steps(current, inner, parts, scope) if parts else current

    def _named_ancestors(self, step: Step, scope: Scope) -> Value:
        """Return the ancestors of the rule's own node that have a name."""
        if step.predicates or step.test.kind != "element" or scope.item is None or scope.item.src != "n":
            raise Unsupported("the axis ancestor")
        name = self.key(step.test.uri, step.test.local)
        scope.function.named.add(name)
        return Value(f"a{name}", "elem", "*", ordered=False)

    def _tagged(self, step: Expr, scope: Scope) -> Value:
        """Return ``//step``: all elements of a name (or of several), attributes of a name."""
        if isinstance(step, NodeSet) and step.op == "union":
            left, right = self._tagged(step.left, scope), self._tagged(step.right, scope)
            if left.type != right.type or step.left == step.right:
                raise Unsupported("a union")
            return Value(f"[*{items(left)}, *{items(right)}]", left.type, "*", ordered=False)
        if not isinstance(step, Step):
            raise Unsupported("// before something else than a step")
        match step:
            case Step("attribute", test, ()):
                return Value(f"D.attributes({self.key(test.uri, test.local, True)})", "attr", "*", ordered=False)
            case Step(
                "attribute", test, (Call("not", (Step("parent", NodeTest("element", str(), str()) as of, ()),)),)
            ):
                key, owner = self.key(test.uri, test.local, True), self.key(of.uri, of.local)
                return Value(f"D.attributes({key}, {owner})", "attr", "*", ordered=False)
        if step.axis != "child" or step.test.kind != "element":
            raise Unsupported("// before another axis")
        key = self.key(step.test.uri, step.test.local)
        source, strict = self._where(
            step.predicates, "after //", scope, f"D.tagged({key})", f"D.tagged_in_order({key})"
        )
        return Value(source, "elem", "*", None, False, strict)

    def _where(self, predicates: Sequence[Expr], place: str, scope: Scope, *sources: str) -> list[str]:
        """Return code of the elements of each of *sources* for which the predicates hold."""
        found = list(sources)
        for predicate in predicates:
            if is_positional(predicate):
                raise Unsupported(f"a position {place}")
            name = scope.function.temporary("c")
            condition = self._condition(predicate, scope.of(Value(name, "elem", "1")))
            found = [f"[{name} for {name} in {source} if {condition}]" for source in found]
        return found

    def _condition(self, predicate: Expr, scope: Scope) -> str:
        """Return code of a predicate that is no position."""
        if isinstance(predicate, Var | If | For | Slash | Filter | Call):
            value = self.value(predicate, scope)
            kinds = {value.type} if value.branches is None else {each.type for each in value.branches[1:]}
            if kinds - {*NODES, "u", "str", "bool", "date", "empty"}:
                raise Unsupported("a computed position")
        return self.truth(predicate, scope)

    # ---------------------------------------------------------------- steps

    def _steps(self, current: Value, inner: Scope | None, parts: Sequence[Expr], scope: Scope) -> Value:
        """Apply the steps *parts* to *current*; *inner* is its scope when it is a single, known element."""
        parts = list(parts)
        if parts and current.loose:
            current, inner = self._as_set(current), None
        while parts:
            if is_plain(parts[0], "self"):
                parts.pop(0)
                continue
            if current.type != "elem":
                part = parts.pop(0)
                if isinstance(part, Step):
                    raise Unsupported("a step from no element")
                current, inner = self._each(current, None, part, scope), None
                continue
            keys, kind = self._names(parts)
            if keys:
                single = len(keys) == 1 and current.card == "1" and kind == "elem"
                current = self._by_keys(current, keys, kind)
                if parts and single and inner is not None and starts_from_parent(parts[0]):
                    current = self._each_child(current, inner, parts.pop(0), scope)
                inner = None
                continue
            current, inner = self._step(current, inner, parts, scope), None
        return current

    def _names(self, parts: list[Expr]) -> tuple[list[str], str]:
        """Take the steps off *parts* that only name children, and an attribute at last; return keys and type.

        They stop before a part that asks for a parent: that goes step by step.
        """
        keys: list[str] = []
        while parts and isinstance(step := parts[0], Step) and not step.predicates:
            attribute = step.axis == "attribute"
            if not (attribute or step.axis == "child") or not is_named(step, "attribute" if attribute else "element"):
                break
            keys.append(self.key(step.test.uri, step.test.local, attribute))
            parts.pop(0)
            if attribute:
                return keys, "attr"
            if parts and starts_from_parent(parts[0]):
                break
        return keys, "elem"

    def _step(self, current: Value, inner: Scope | None, parts: list[Expr], scope: Scope) -> Value:
        """Take the next step off *parts*, which is not just a name (``//`` with what follows); return its nodes."""
        part = parts.pop(0)
        if not isinstance(part, Step):
            return self._each(current, inner, part, scope)
        if part.axis == "child" and part.test.kind == "text" and not part.predicates:
            if current.card == "*":
                raise Unsupported("text() of a list")
            return Value(f"text_nodes({current.src})", "text", "m")
        if is_plain(part, "descendant-or-self") and current.card in ("1", "?") and parts and isinstance(parts[0], Step):
            step = parts.pop(0)
            assert isinstance(step, Step)
            return self._below(current, step, scope)
        if part.axis == "child" and part.test.kind == "element":
            if part.test.local is not None:
                return self._predicated(current, inner, part, scope)
            if part.test.uri is not None or part.predicates:
                raise Unsupported("a wildcard")
            if current.card == "1":
                return Value(f"child_nodes({current.src})", "elem", "*", ordered=False)
            return Value(f"[z for y in {items(current)} for z in child_nodes(y)]", "elem", "*", ordered=False)
        if part.axis == "attribute" and part.test.local is None:
            if part.test.uri is not None or part.predicates or current.card != "1":
                raise Unsupported("a wildcard")
            return Value(f"attribute_texts({current.src})", "attr", "*")
        if self.telling and part.axis in ASKED:
            return self._asked(current, part, scope)
        raise Unsupported(f"the axis {part.axis}")

    def _by_keys(self, current: Value, keys: Sequence[str], kind: str) -> Value:
        """Return what lies below *current* by a path of names."""
        listed = ", ".join(keys)
        if current.card == "1" and current.src != "D.top":
            if len(keys) == 1:
                return Value(f"{current.src}.get({listed})", kind, "?" if kind == "attr" else "m")
            if len(keys) in (2, 3):
                return Value(f"kid{len(keys)}({current.src}, {listed})", kind, "m")
        if current.card != "*":
            return Value(f"kid{'s' if len(keys) > 1 else ''}({current.src}, {listed})", kind, "m")
        source, strict = (
            f"[z for y in {code} for z in many(y.get({listed}))]"
            if len(keys) == 1 and kind == "elem"
            else f"many(kids(packed({code}), {listed}))"
            for code in (current.src, current.strict)
        )
        return Value(source, kind, "*", None, current.ordered, strict if current.strict else None)

    def _below(self, current: Value, step: Step, scope: Scope) -> Value:
        """Return ``current//step``."""
        if self.telling and step == ANY_CHILD:
            return Value(f"[z for y in {items(current)} for z in descendants(y)]", "elem", "*", ordered=False)
        if step.axis == "attribute":
            key = self.key(step.test.uri, step.test.local, True)
            if step.predicates or current.card == "?":
                raise Unsupported("a predicate on an attribute")
            return Value(f"below_attributes({current.src}, {key})", "attr", "*", ordered=False)
        if step.axis != "child" or step.test.kind != "element":
            raise Unsupported("// before another axis")
        key = self.key(step.test.uri, step.test.local)
        source = f"below({current.src}, {key})"
        if current.card == "?":
            source = f"[z for y in {items(current)} for z in below(y, {key})]"
        (source,) = self._where(step.predicates, "after //", scope, source)
        return Value(source, "elem", "*", ordered=False)

    def _asked(self, current: Value, step: Step, scope: Scope) -> Value:
        """Return a step along an axis that the light tree has not: the document is asked, node by node."""
        if step.test.kind not in ("element", "node") or (step.test.kind == "node" and step.axis != "parent"):
            raise Unsupported(f"the axis {step.axis}")
        wild = step.test.local is None or step.test.uri is None
        if wild and (step.test.local, step.test.uri) != (None, None):
            raise Unsupported("a wildcard")
        key = "None" if wild else self.key(step.test.uri, step.test.local)
        source = f"[z for y in {items(current)} for z in D.{ASKED[step.axis]}(y, {key})]"
        (source,) = self._where(step.predicates, "along this axis", scope, source)
        if current.card != "1":
            source = f"D.union({source}, ())"  # several nodes may have the same parent
        return Value(source, "elem", "*", ordered=False)

    def _predicated(self, current: Value, inner: Scope | None, step: Step, scope: Scope) -> Value:
        """Return ``current/child[predicate]…``."""
        key = self.key(step.test.uri, step.test.local)
        name = scope.function.temporary("c")
        if current.card == "1":
            source, loop = f"many({current.src}.get({key}))", ""
        else:
            outer = scope.function.temporary("o")
            source, loop = f"many({outer}.get({key}))", f"for {outer} in {items(current)} "
        conditions: list[str] = []
        for predicate in step.predicates:
            if isinstance(predicate, Literal) and predicate.kind == "integer" and not conditions:
                position = int(predicate.value)
                source += f"[{max(position - 1, 0)}:{max(position, 0)}]"
                continue
            if predicate == LAST and not conditions:
                source += "[-1:]"
                continue
            if is_positional(predicate):
                raise Unsupported("a computed position")
            if current.card == "1" and inner is not None:
                below = inner.child(name).within(scope)
            else:
                below = scope.of(Value(name, "elem", "1"))
            conditions.append(self._condition(predicate, below))
        if not conditions and current.card == "1":
            return Value(f"packed(list({source}))", "elem", "m")
        test = " and ".join(f"({each})" for each in conditions)
        code = f"[{name} {loop}for {name} in {source}{f' if {test}' if test else ''}]"
        if current.card == "1" and current.src != "D.top":
            code = f"({code} if {key} in {current.src} else ())"
        return Value(code, "elem", "*", ordered=current.ordered)

    # ---------------------------------------------------------------- parts that are no steps

    def _each(self, current: Value, inner: Scope | None, part: Expr, scope: Scope) -> Value:
        """Return ``current/part`` where *part* is an expression."""
        if current.card == "1" and inner is not None:
            return self.value(part, inner.within(scope))
        name = scope.function.temporary("c")
        return _mapped(name, current, part, self.value(part, scope.of(Value(name, current.type, "1"))))

    def _each_child(self, current: Value, inner: Scope, part: Expr, scope: Scope) -> Value:
        """Return ``x/part`` for the children *current* of the element of *inner*, whose parents are known."""
        if isinstance(part, Step):
            name = scope.function.temporary("o")
            step = self._steps(Value(name, "elem", "1"), inner.child(name).within(scope), [part], scope)
            code = f"[z for {name} in {items(current)} for z in {items(step)}]"
            return Value(code, step.type, "*", ordered=step.ordered)
        name = scope.function.temporary("c")
        return _mapped(name, current, part, self.value(part, inner.child(name).within(scope)))

    def _as_set(self, value: Value) -> Value:
        """Return loose nodes in document order, each once."""
        if not self.telling or value.type != "elem" or value.branches is not None:
            raise Unsupported("a path from a sequence")
        # Nodes may stand one in the other; what is below them is then in no order.
        return Value(f"D.union({items(value)}, ())", "elem", "*", ordered=False)

    # ---------------------------------------------------------------- filters, unions, sequences

    def filter(self, base: Expr, predicate: Expr, scope: Scope) -> Value:
        """Return ``base[predicate]``."""
        value = self.value(base, scope)
        if value.branches is not None:
            raise Unsupported("a choice of types")
        if predicate == LAST:
            value = self.in_order(value)
            return Value(f"last_of({items(value)})", value.type, "?")
        if isinstance(predicate, Literal) and predicate.kind == "integer":
            value = self.in_order(value)
            return Value(f"nth({items(value)}, {int(predicate.value)})", value.type, "?")
        if is_positional(predicate):
            position = self.value(predicate, scope.of(Value("z", value.type, "1")))
            if position.type == "int" and position.card == "1" and value.ordered:
                return Value(f"nth({items(value)}, {position.src})", value.type, "?")
            raise Unsupported("a computed position")
        name = scope.function.temporary("c")
        below = scope.of(Value(name, value.type, "1"))
        test = self.value(predicate, below)
        if test.type in NUMBERS:
            if test.type == "int" and test.card == "1" and value.ordered and name not in test.src:
                return Value(f"nth({items(value)}, {test.src})", value.type, "?")
            raise Unsupported("a computed position")
        code = f"[{name} for {name} in {items(value)} if {self.truth(predicate, below)}]"
        return Value(code, value.type, "*", ordered=value.ordered, loose=value.loose)

    def union(self, left: Expr, right: Expr, scope: Scope) -> Value:
        """Return ``left | right``."""
        a, b = self.value(left, scope), self.value(right, scope)
        if a.type == "empty":
            return b
        if b.type == "empty":
            return a
        if a.type == b.type == "elem" and self.telling and a.branches is None and b.branches is None:
            return Value(f"D.union({items(a)}, {items(b)})", "elem", "*", ordered=False)
        if a.type != "elem" or b.type != "elem" or a.loose or b.loose or not are_disjoint(left, right):
            raise Unsupported("a union")
        return Value(f"[*{items(a)}, *{items(b)}]", "elem", "*", ordered=False)

    def sequence(self, parts: Sequence[Expr], scope: Scope) -> Value:
        """Return ``(a, b, …)``."""
        values = [value for value in [self.value(part, scope) for part in parts] if value.type != "empty"]
        if not values:
            return EMPTY
        if len(values) == 1:
            return values[0]
        kinds = {value.type for value in values}
        if kinds <= {"int", "dec"}:
            kind = "dec" if "dec" in kinds else "int"
        elif len(kinds) == 1:
            kind = kinds.pop()
        else:
            raise Unsupported("a sequence of several types")
        if any(value.branches is not None for value in values):
            raise Unsupported("a choice of types")
        if self.telling:
            values = [self.in_order(value) for value in values]
        code = "[" + ", ".join("*" + items(value) for value in values) + "]"
        return Value(code, kind, "*", ordered=all(value.ordered for value in values), loose=kind in NODES)


def _mapped(name: str, current: Value, part: Expr, result: Value) -> Value:
    """Return *result*, the value of *part* for the item *name*, for each item of *current*."""
    if result.branches is not None:
        raise Unsupported("a choice of types per node")
    if result.type in NODES and depth_of(part) is None:
        raise Unsupported("nodes that may come twice")
    ordered = current.ordered and result.ordered
    if result.card == "1":
        return Value(f"[{result.src} for {name} in {items(current)}]", result.type, "*", ordered=ordered)
    code = f"[z for {name} in {items(current)} for z in {items(result)}]"
    return Value(code, result.type, "*", ordered=ordered)
