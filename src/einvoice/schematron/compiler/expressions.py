"""Expressions: which subject compiles what, and what is computed only once per document."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from einvoice.schematron.compiler import casts
from einvoice.schematron.compiler.base import Builder, Scope
from einvoice.schematron.compiler.calls import Calls
from einvoice.schematron.compiler.forms import effective_boolean, exists, joined, negated
from einvoice.schematron.compiler.operators import Operators
from einvoice.schematron.compiler.paths import Paths
from einvoice.schematron.compiler.trees import is_named
from einvoice.schematron.compiler.values import EMPTY, FALSE, TRUE, UNKNOWN, Unsupported, Value
from einvoice.schematron.runtime import normalize
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


class Expressions(Paths, Operators, Calls):
    """Any expression: `value` and `truth` hand it to its subject."""

    # ---------------------------------------------------------------- values

    def value(self, expr: Expr, scope: Scope) -> Value:
        """Return the value of *expr*; what depends on the document alone is computed once for it."""
        if isinstance(expr, Literal | Var | ContextItem):
            return self._value(expr, scope)
        if self.is_free(expr, scope.variables):
            constant = self._constant_value(expr)
            if constant is not None:
                return constant
        return self._memo(expr, scope) if self._is_memoised(expr, scope) else self._value(expr, scope)

    def _value(self, expr: Expr, scope: Scope) -> Value:
        match expr:
            case Literal():
                return self._literal(expr)
            case Var(name):
                return self._variable(name, scope)
            case ContextItem():
                return scope.context()
            case And() | Or() | Compare() | ValueCompare() | Quantified():
                return Value(self.truth(expr, scope), "bool", "1")
            case Root() | Step() | Slash():
                return self.path(expr, scope)
            case Filter(base, predicate):
                return self.filter(base, predicate, scope)
            case NodeSet("union", left, right):
                return self.union(left, right, scope)
            case SequenceOf(parts):
                return self.sequence(parts, scope)
            case Range(first, last):
                return self.span(first, last, scope)
            case Arithmetic():
                return self.arithmetic(expr, scope)
            case Unary():
                return self.signed(expr, scope)
            case If():
                return self.choice(expr, scope)
            case For(bindings, result):
                return self.loop(bindings, result, scope)
            case Call():
                return self.call(expr, scope)
            case Cast(operand, kind, _):
                return casts.cast(self.value(operand, scope), kind)
            case Castable(operand, kind, optional):
                return Value(casts.castable(self.value(operand, scope), kind, optional), "bool", "1")
        raise Unsupported(f"{type(expr).__name__}")

    def _literal(self, literal: Literal) -> Value:
        if literal.kind == "decimal":
            return Value(self.constant(f"Decimal({str(literal.value)!r})"), "dec", "1", literal.value)
        kind = {"string": "str", "integer": "int", "double": "dbl"}[literal.kind]
        return Value(repr(literal.value), kind, "1", literal.value)

    def _constant_value(self, expr: Expr) -> Value | None:
        """Return sequences of literals, and calls on literals, as constants."""
        match expr:
            case SequenceOf(()):
                return EMPTY
            case SequenceOf(parts):
                texts = [part.value for part in parts if isinstance(part, Literal) and isinstance(part.value, str)]
                return self._texts(texts) if len(texts) == len(parts) else None
            case Call("tokenize", (Literal(str() as text, _), Literal(str() as pattern, _))):
                blank = pattern in (r"\s", " ") and not any(letter in text for letter in "\t\r\n")
                return self._texts(text.split(" ")) if blank else None
            case Call("normalize-space", (Literal(str() as text, _),)):
                return Value(repr(normalize(text)), "str", "1", normalize(text))
            case Call("true", ()):
                return TRUE
            case Call("false", ()):
                return FALSE
            case Unary("-", Literal(int() | Decimal() as number, kind)):
                return self._literal(Literal(-number, kind))
        return None

    def _texts(self, texts: list[str]) -> Value:
        return Value(self.constant(f"({', '.join(map(repr, texts))},)"), "str", "*", tuple(texts))

    # ---------------------------------------------------------------- once per document

    def _is_memoised(self, expr: Expr, scope: Scope) -> bool:
        """True when *expr* is worth computing once per document: it depends on that alone, and looks into it."""
        if self.compiling[-1:] == [repr(expr)] and scope.function.kind == "memo":
            return False
        looks = (Root, Slash, Filter, For, Quantified, Step)
        if not any(isinstance(each, looks) for each in expr.walk()):
            return False  # cheap, over variables that are computed once
        return any(isinstance(each, Root | Var) for each in expr.walk()) and self.is_free(expr, scope.variables)

    def _memo(self, expr: Expr, scope: Scope) -> Value:
        """Return *expr*, which depends on the document alone, as a value that is computed once per document."""
        builder = Builder(self, "memo")
        found = self._compiled(expr, Scope(builder))
        if found.constant is not None or found.branches is not None:
            return found
        strict = self._memoised(builder, found.strict) if found.strict is not None else None
        return replace(found, src=scope.function.hoist(self._memoised(builder, found.src)), strict=strict)

    def _compiled(self, expr: Expr, scope: Scope) -> Value:
        """Return the value of *expr*, which is not a memo within itself."""
        self.compiling.append(repr(expr))
        try:
            return self._value(expr, scope)
        finally:
            self.compiling.pop()

    def _memoised(self, builder: Builder, source: str) -> str:
        """Return code of *source*, computed once per document by a function of its own."""
        return f"D[{self.shared(builder, source)}]"

    def _variable(self, name: str, scope: Scope) -> Value:
        if name in scope.variables:
            if scope.variables[name] is UNKNOWN:
                raise Unsupported(f"${name} is not compiled")
            return scope.variables[name]
        if name not in self.lets:
            raise Unsupported(f"${name} is not known")
        if name not in self.globals:
            self.globals[name] = None
            try:
                self.globals[name] = self._global(self.parser.parse(self.lets[name].value))
            except Unsupported as error:
                self.note(f"${name}", error)
        found = self.globals[name]
        if found is None:
            raise Unsupported(f"${name} is not compiled")
        if found.constant is not None:
            return found
        return replace(found, src=scope.function.hoist(found.src))

    def _global(self, expr: Expr) -> Value:
        """Return a schema-level variable; its context item is the document node."""
        constant = self._literal(expr) if isinstance(expr, Literal) else self._constant_value(expr)
        if constant is not None:
            return constant
        builder = Builder(self, "memo")
        found = self._compiled(expr, Scope(builder, Value("D.top", "elem", "1")))
        if found.constant is not None:
            return found
        if found.branches is not None:
            raise Unsupported("a variable of several types")
        strict = self._memoised(builder, found.strict) if found.strict is not None else None
        return replace(found, src=self._memoised(builder, found.src), strict=strict)

    # ---------------------------------------------------------------- truths

    def truth(self, expr: Expr, scope: Scope) -> str:
        """Return code of the effective boolean value of *expr*."""
        match expr:
            case And(left, right):
                return joined("and", self.truth(left, scope), self.truth(right, scope))
            case Or(left, right):
                return joined("or", self.truth(left, scope), self.truth(right, scope))
            case Call("not", (inner,)):
                return negated(self.truth(inner, scope))
            case Call("boolean", (inner,)):
                return self.truth(inner, scope)
            case Call("exists", (inner,)):
                return self._exists(inner, scope)
            case Call("empty", (inner,)):
                return negated(self._exists(inner, scope))
            case Call("true", ()):
                return "True"
            case Call("false", ()):
                return "False"
            case Step("self", NodeTest("element", str() as uri, str() as local), ()) if scope.item is not None:
                if scope.item.src == "n":
                    return f"(T.key == {self.key(uri, local)})"
                if self.telling and scope.item.type == "elem":
                    return f"(D.key_of({scope.item.src}) == {self.key(uri, local)})"
            case Compare() if not self._is_memoised(expr, scope):
                return self.compare(expr, scope)
            case ValueCompare():
                return self.value_compare(expr, scope)
            case Quantified() if not self._is_memoised(expr, scope):
                return self.quantified(expr, scope)
        return effective_boolean(self.value(expr, scope))

    def _exists(self, expr: Expr, scope: Scope) -> str:
        """Return code that is true when *expr* gives an item."""
        item = scope.item
        if (
            isinstance(expr, Step)
            and not expr.predicates
            and item is not None
            and (item.type, item.card) == ("elem", "1")
        ):
            attribute = expr.axis == "attribute"
            if (attribute or expr.axis == "child") and is_named(expr, "attribute" if attribute else "element"):
                return f"({self.key(expr.test.uri, expr.test.local, attribute)} in {item.src})"
        return exists(self.value(expr, scope))
