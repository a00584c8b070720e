"""From the text of an expression to its tree: elementpath parses, its tokens become the classes of `xpath.py`.

elementpath is loaded with this module and by nothing else: the built-in rule sets bring their trees along.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from elementpath import ElementPathError, tdop
from elementpath.xpath2 import XPath2Parser

from einvoice.errors import SchematronBroken
from einvoice.schematron.schema import Schema
from einvoice.schematron.schema import XPath as XPathText
from einvoice.schematron.xpath import (
    AXES,
    FN,
    FUNCTIONS,
    TYPES,
    XS,
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

_RENAMED: Final = ".-declared"
"""Ends the name that elementpath sees of a function whose own name it keeps for itself."""

_KIND_TESTS: Final = frozenset({"node", "text", "comment", "processing-instruction", "element", "attribute"})
_ANY_NODE: Final = NodeTest("node")
_DESCEND: Final = Step("descendant-or-self", _ANY_NODE)
_CONSTRUCTED: Final = frozenset({"string", "boolean"})


class TokenParser:
    """Parses the expressions of one schema: it knows its namespaces and its functions."""

    def __init__(self, schema: Schema, namespaces: Mapping[str, str]) -> None:
        self.namespaces = namespaces
        self._arity: dict[str, set[int]] = {}
        self._renamed: dict[str, str] = {}

        class Tokens(XPath2Parser):  # a class of its own: functions are registered on the class
            def parse(self, source: str) -> Any:
                # Without elementpath's evaluation of constants, which may take for ever and refuses `1 div 0`.
                if self.tokenizer is None:
                    self.tokenizer = self.create_tokenizer(self.symbol_table)
                root = tdop.Parser.parse(self, source)
                if root.label in ("sequence type", "function test"):
                    raise root.error("XPST0003", "a type is no expression")
                return root

        Tokens.symbol_table = dict(XPath2Parser.symbol_table)
        self._parser = Tokens(namespaces=dict(self.namespaces))
        for function in schema.functions:
            prefix, _, local = function.name.partition(":")
            self._declare(prefix, local, len(function.params), function.source, function.line)
        current: Callable[..., Any] = lambda: None  # noqa: E731  # elementpath wants a plain function for its arity
        self._parser.external_function(current, name="current").label = "function"  # so that a path may go on from it

    def _declare(self, prefix: str, local: str, count: int, source: str, line: int | None) -> None:
        name = f"{{{self.namespaces[prefix]}}}{local}"
        if name not in self._arity:
            parameters = ", ".join(f"a{number}" for number in range(count))
            # elementpath reads the number of parameters off the signature.
            callback = eval(f"lambda {parameters}: None")
            if local in self._parser.symbol_table:  # a function or operator of XPath has this name
                self._renamed[f"{prefix}:{local}"] = f"{prefix}:{local}{_RENAMED}"
                local += _RENAMED
            try:
                self._parser.external_function(callback, name=local, prefix=prefix).label = "function"
            except ElementPathError as error:
                raise SchematronBroken(
                    f"the function {prefix}:{local} cannot be declared: {error}",
                    fix="give it another name",
                    source=source,
                    line=line,
                ) from error
        self._arity.setdefault(name, set()).add(count)

    def _plain(self, text: str) -> str:
        """Return *text* with the functions renamed whose names elementpath keeps for itself."""
        if not self._renamed:
            return text
        names = re.compile(r"(?<![\w.:-])(" + "|".join(map(re.escape, self._renamed)) + r")(?=\s*\()")
        pieces = re.split(r"(\"[^\"]*\"|'[^']*')", text)  # literals stay as they are
        pieces[::2] = [names.sub(lambda match: self._renamed[match[1]], piece) for piece in pieces[::2]]
        return "".join(pieces)

    def parse(self, text: XPathText) -> Expr:
        """Return the tree of *text*; raises `SchematronBroken` with its place."""
        try:
            return self._expr(self._parser.parse(self._plain(text.text)))
        except _Unsupported as error:
            raise SchematronBroken(
                f"in {_short(text.text)!r}: {error}",
                fix="write it otherwise, or use --engine saxon",
                source=text.source,
                line=text.line,
            ) from error
        except (ElementPathError, RecursionError, ValueError) as error:  # ValueError: thousands of digits
            raise SchematronBroken(
                f"the expression {_short(text.text)!r} is no XPath 2: {_words(error)}",
                fix="correct the expression",
                source=text.source,
                line=text.line,
            ) from error

    # ---------------------------------------------------------------- tokens to trees

    def _expr(self, token: Any) -> Expr:
        symbol = token.symbol
        method = _TOKENS.get(symbol)
        if method is not None:
            return method(self, token)
        if symbol in AXES:
            return self._axis(token, symbol)
        if symbol in _KIND_TESTS:
            axis = "attribute" if symbol == "attribute" else "child"
            return Step(axis, self._test(token, axis))
        if token.label in ("function", "constructor function"):
            return self._call(token, None)
        raise _Unsupported(f"{symbol!r} is not supported")

    def _name(self, token: Any) -> Expr:
        return Step("child", self._test(token, "child"))

    def _test(self, token: Any, axis: str) -> NodeTest:
        kind = "attribute" if axis == "attribute" else "element"
        symbol = token.symbol
        if symbol == "(name)":
            return NodeTest(kind, "", token.value)
        if symbol == "*":
            return NodeTest(kind)
        if symbol == ":":
            prefix, local = token[0], token[1]
            uri = None if prefix.symbol == "*" else self._uri(prefix.value)
            return NodeTest(kind, uri, None if local.symbol == "*" else local.value)
        if symbol in _KIND_TESTS:
            if len(token) == 0:
                return NodeTest(symbol)
            if symbol in ("element", "attribute") and len(token) == 1:
                inner = self._test(token[0], "attribute" if symbol == "attribute" else "child")
                return NodeTest(symbol, inner.uri, inner.local)
            if symbol == "processing-instruction":
                return NodeTest(symbol, None, str(token[0].value))
        raise _Unsupported(f"the node test {token.value!r} is not supported")

    def _uri(self, prefix: str) -> str:
        try:
            return self.namespaces[prefix]
        except KeyError:
            raise _Unsupported(f"the prefix {prefix!r} is not declared") from None

    def _axis(self, token: Any, axis: str) -> Expr:
        return Step(axis, self._test(token[0], axis))

    def _attribute(self, token: Any) -> Expr:
        return Step("attribute", self._test(token[0], "attribute"))

    def _prefixed(self, token: Any) -> Expr:
        prefix, local = token[0], token[1]
        if len(local) or local.label in ("function", "constructor function"):
            return self._call(local, None if prefix.symbol == "*" else prefix.value)
        return Step("child", self._test(token, "child"))

    def _slash(self, token: Any) -> Expr:
        if len(token) == 0:
            return Root()
        if len(token) == 1:
            return Slash(Root(), self._expr(token[0]))
        return Slash(self._expr(token[0]), self._expr(token[1]))

    def _double_slash(self, token: Any) -> Expr:
        left: Expr = Root() if len(token) == 1 else self._expr(token[0])
        return Slash(Slash(left, _DESCEND), self._expr(token[-1]))

    def _predicate(self, token: Any) -> Expr:
        base, predicate = self._expr(token[0]), self._expr(token[1])
        if isinstance(base, Step) and token[0].symbol != "(":
            return Step(base.axis, base.test, (*base.predicates, predicate))
        return Filter(base, predicate)

    def _parenthesis(self, token: Any) -> Expr:
        if len(token) == 0:
            return SequenceOf(())
        return self._expr(token[0])

    def _comma(self, token: Any) -> Expr:
        items: list[Expr] = []
        for child in token:
            inner = self._expr(child)
            if child.symbol == "," and isinstance(inner, SequenceOf):
                items += inner.items
            else:
                items.append(inner)
        return SequenceOf(tuple(items))

    def _string(self, token: Any) -> Expr:
        return Literal(token.value, "string")

    def _integer(self, token: Any) -> Expr:
        return Literal(int(token.value), "integer")

    def _decimal(self, token: Any) -> Expr:
        return Literal(Decimal(token.value), "decimal")

    def _double(self, token: Any) -> Expr:
        return Literal(float(token.value), "double")

    def _variable(self, token: Any) -> Expr:
        return Var(_variable_name(token))

    def _context(self, token: Any) -> Expr:
        return ContextItem()

    def _parent(self, token: Any) -> Expr:
        return Step("parent", _ANY_NODE)

    def _node_set(self, token: Any) -> Expr:
        op = "union" if token.symbol == "|" else token.symbol
        return NodeSet(op, self._expr(token[0]), self._expr(token[1]))

    def _and(self, token: Any) -> Expr:
        return And(self._expr(token[0]), self._expr(token[1]))

    def _or(self, token: Any) -> Expr:
        return Or(self._expr(token[0]), self._expr(token[1]))

    def _compare(self, token: Any) -> Expr:
        return Compare(token.symbol, self._expr(token[0]), self._expr(token[1]))

    def _value_compare(self, token: Any) -> Expr:
        return ValueCompare(token.symbol, self._expr(token[0]), self._expr(token[1]))

    def _node_compare(self, token: Any) -> Expr:
        return NodeCompare(token.symbol, self._expr(token[0]), self._expr(token[1]))

    def _arithmetic(self, token: Any) -> Expr:
        if token.symbol == "*" and len(token) == 0:
            return Step("child", NodeTest("element"))
        if len(token) == 1:
            return Unary(token.symbol, self._expr(token[0]))
        return Arithmetic(token.symbol, self._expr(token[0]), self._expr(token[1]))

    def _range(self, token: Any) -> Expr:
        return Range(self._expr(token[0]), self._expr(token[1]))

    def _if(self, token: Any) -> Expr:
        return If(self._expr(token[0]), self._expr(token[1]), self._expr(token[2]))

    def _bindings(self, token: Any) -> tuple[tuple[str, Expr], ...]:
        return tuple(
            (_variable_name(token[number]), self._expr(token[number + 1])) for number in range(0, len(token) - 1, 2)
        )

    def _for(self, token: Any) -> Expr:
        return For(self._bindings(token), self._expr(token[len(token) - 1]))

    def _quantified(self, token: Any) -> Expr:
        return Quantified(token.symbol, self._bindings(token), self._expr(token[len(token) - 1]))

    def _cast(self, token: Any) -> Expr:
        kind = token[1]
        name = kind[1].value if kind.symbol == ":" else kind.value
        prefix = kind[0].value if kind.symbol == ":" else ""
        if not prefix or self._uri(prefix) != XS or name not in TYPES:
            raise _Unsupported(f"a cast to {prefix}:{name} is not supported")
        optional = "?" in (getattr(token, "occurrence", None) or getattr(kind, "occurrence", None) or "")
        made = Castable if token.symbol == "castable" else Cast
        return made(self._expr(token[0]), str(name), optional)

    def _call(self, token: Any, prefix: str | None) -> Expr:
        local = str(token.symbol).rpartition("}")[2]
        local = local.rpartition(":")[2].removesuffix(_RENAMED)
        arguments = tuple(self._expr(child) for child in token)
        if len(arguments) == 1 and isinstance(arguments[0], SequenceOf) and token[0].symbol == ",":
            arguments = arguments[0].items
        uri = FN if prefix is None else self._uri(prefix)
        if uri == XS:
            if local not in TYPES or len(arguments) != 1:
                raise _Unsupported(f"the constructor xs:{local} is not supported")
            return Cast(arguments[0], local, True)
        if uri == FN:
            known = FUNCTIONS.get(local)
            if known is None:
                raise _Unsupported(f"the function {local}() is not supported")
            if not known[0] <= len(arguments) <= known[1]:
                raise _Unsupported(f"{local}() does not take {len(arguments)} arguments")
            return Call(local, arguments)
        name = f"{{{uri}}}{local}"
        if len(arguments) not in self._arity.get(name, ()):
            raise _Unsupported(f"the function {prefix}:{local} with {len(arguments)} arguments is not declared")
        return Call(name, arguments)


class _Unsupported(Exception):
    """A construct that engines do not know; becomes a `SchematronBroken` with its place."""


def _variable_name(token: Any) -> str:
    inner = token[0]
    if inner.symbol == ":":
        raise _Unsupported("variables with a prefix are not supported")
    return str(inner.value)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 120 else flat[:117] + "..."


def _words(error: BaseException) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else str(error)


_TOKENS: Final[dict[str, Callable[[TokenParser, Any], Expr]]] = {
    "(name)": TokenParser._name,
    "*": TokenParser._arithmetic,
    ":": TokenParser._prefixed,
    "/": TokenParser._slash,
    "//": TokenParser._double_slash,
    "[": TokenParser._predicate,
    "(": TokenParser._parenthesis,
    ",": TokenParser._comma,
    "(string)": TokenParser._string,
    "(integer)": TokenParser._integer,
    "(decimal)": TokenParser._decimal,
    "(float)": TokenParser._double,
    "$": TokenParser._variable,
    ".": TokenParser._context,
    "..": TokenParser._parent,
    "@": TokenParser._attribute,
    "|": TokenParser._node_set,
    "union": TokenParser._node_set,
    "intersect": TokenParser._node_set,
    "except": TokenParser._node_set,
    "and": TokenParser._and,
    "or": TokenParser._or,
    "to": TokenParser._range,
    "if": TokenParser._if,
    "for": TokenParser._for,
    "some": TokenParser._quantified,
    "every": TokenParser._quantified,
    "cast": TokenParser._cast,
    "castable": TokenParser._cast,
    **dict.fromkeys(("=", "!=", "<", "<=", ">", ">="), TokenParser._compare),
    **dict.fromkeys(("eq", "ne", "lt", "le", "gt", "ge"), TokenParser._value_compare),
    **dict.fromkeys(("is", "<<", ">>"), TokenParser._node_compare),
    **dict.fromkeys(("+", "-", "div", "idiv", "mod"), TokenParser._arithmetic),
}
