"""XPath 2 expressions as small frozen trees; the parsing is elementpath's.

`parse` turns the text of an expression into an `Expr`.  The tree says what the text says, without sugar: ``a//b`` is
``a/descendant-or-self::node()/b``, ``..`` is ``parent::node()``, ``@x`` is ``attribute::x``.  Names are expanded
(``{uri}local``).  Engines walk it (`exact.py`) or compile it (`compile.py`); neither sees elementpath's tokens.

What is not supported is refused when a rule set is loaded, with place, never when a document is judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Final

from elementpath import ElementPathError
from elementpath.xpath2 import XPath2Parser

from einvoice.errors import SchematronBroken
from einvoice.schematron.schema import Schema
from einvoice.schematron.schema import XPath as XPathText

XS: Final = "http://www.w3.org/2001/XMLSchema"
FN: Final = "http://www.w3.org/2005/xpath-functions"


class Expr:
    """A node of the tree.  Equal trees are equal values, so they can be keys of a cache."""

    __slots__ = ()

    def children(self) -> Iterator[Expr]:
        """Yield the expressions directly below."""
        for field in fields(self):  # type: ignore[arg-type]  # every subclass is a dataclass
            value = getattr(self, field.name)
            if isinstance(value, Expr):
                yield value
            elif isinstance(value, tuple):
                for item in value:
                    if isinstance(item, Expr):
                        yield item
                    elif isinstance(item, tuple):
                        yield from (part for part in item if isinstance(part, Expr))

    def walk(self) -> Iterator[Expr]:
        """Yield this expression and all below it."""
        yield self
        for child in self.children():
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Literal(Expr):
    """A string, an xs:integer (int), an xs:decimal (Decimal) or an xs:double (float)."""

    value: str | int | Decimal | float
    kind: str  # "string", "integer", "decimal", "double"


@dataclass(frozen=True, slots=True)
class Var(Expr):
    """``$name``."""

    name: str


@dataclass(frozen=True, slots=True)
class ContextItem(Expr):
    """``.``"""


@dataclass(frozen=True, slots=True)
class Root(Expr):
    """``/``: the document node of the tree that holds the context node."""


@dataclass(frozen=True, slots=True)
class NodeTest:
    """*kind* is node, element, attribute, text, comment, processing-instruction or document-node; *uri* and *local*
    are None for any.  A name test has the kind of its axis."""

    kind: str
    uri: str | None = None
    local: str | None = None


@dataclass(frozen=True, slots=True)
class Step(Expr):
    """``axis::test[predicate]…`` from the context node."""

    axis: str
    test: NodeTest
    predicates: tuple[Expr, ...] = ()


@dataclass(frozen=True, slots=True)
class Slash(Expr):
    """``left/right``: right for each node of left; nodes come in document order, once each."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Filter(Expr):
    """``base[predicate]`` where base is not a step."""

    base: Expr
    predicate: Expr


@dataclass(frozen=True, slots=True)
class NodeSet(Expr):
    """``union``, ``intersect`` or ``except``."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class SequenceOf(Expr):
    """``(a, b, …)``; ``()`` has no items."""

    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Range(Expr):
    """``first to last``."""

    first: Expr
    last: Expr


@dataclass(frozen=True, slots=True)
class And(Expr):
    """``left and right``."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Or(Expr):
    """``left or right``."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Compare(Expr):
    """A general comparison: ``= != < <= > >=``."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class ValueCompare(Expr):
    """A value comparison: ``eq ne lt le gt ge``."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class NodeCompare(Expr):
    """``is << >>``."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Arithmetic(Expr):
    """``+ - * div idiv mod``."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Unary(Expr):
    """``-a`` or ``+a``."""

    op: str
    operand: Expr


@dataclass(frozen=True, slots=True)
class If(Expr):
    """``if (condition) then … else …``."""

    condition: Expr
    then: Expr
    otherwise: Expr


@dataclass(frozen=True, slots=True)
class For(Expr):
    """``for $name in source, … return result``."""

    bindings: tuple[tuple[str, Expr], ...]
    result: Expr


@dataclass(frozen=True, slots=True)
class Quantified(Expr):
    """``some`` or ``every`` ``$name in source, … satisfies condition``."""

    kind: str
    bindings: tuple[tuple[str, Expr], ...]
    condition: Expr


@dataclass(frozen=True, slots=True)
class Call(Expr):
    """A function call: *name* is local for the functions of XPath (``exists``), ``{uri}local`` for declared ones."""

    name: str
    arguments: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Cast(Expr):
    """``cast as``, or a constructor such as ``xs:decimal(a)``; *optional* lets the empty sequence through."""

    operand: Expr
    type: str  # "decimal", "integer", … of XML Schema
    optional: bool


@dataclass(frozen=True, slots=True)
class Castable(Expr):
    """``castable as``."""

    operand: Expr
    type: str
    optional: bool


_RENAMED: Final = ".-declared"
"""Ends the name that elementpath sees of a function whose own name it keeps for itself."""

FUNCTIONS: Final[Mapping[str, tuple[int, int]]] = {
    # name               least and most arguments; 99 for any number
    "abs": (1, 1),
    "avg": (1, 1),
    "boolean": (1, 1),
    "ceiling": (1, 1),
    "codepoints-to-string": (1, 1),
    "concat": (2, 99),
    "contains": (2, 2),
    "count": (1, 1),
    "current": (0, 0),
    "data": (1, 1),
    "deep-equal": (2, 2),
    "distinct-values": (1, 1),
    "empty": (1, 1),
    "ends-with": (2, 2),
    "exactly-one": (1, 1),
    "exists": (1, 1),
    "false": (0, 0),
    "floor": (1, 1),
    "index-of": (2, 2),
    "last": (0, 0),
    "local-name": (0, 1),
    "lower-case": (1, 1),
    "matches": (2, 3),
    "max": (1, 1),
    "min": (1, 1),
    "name": (0, 1),
    "namespace-uri": (0, 1),
    "normalize-space": (0, 1),
    "not": (1, 1),
    "number": (0, 1),
    "one-or-more": (1, 1),
    "position": (0, 0),
    "replace": (3, 4),
    "reverse": (1, 1),
    "root": (0, 1),
    "round": (1, 1),
    "round-half-to-even": (1, 2),
    "starts-with": (2, 2),
    "string": (0, 1),
    "string-join": (2, 2),
    "string-length": (0, 1),
    "string-to-codepoints": (1, 1),
    "subsequence": (2, 3),
    "substring": (2, 3),
    "substring-after": (2, 2),
    "substring-before": (2, 2),
    "sum": (1, 2),
    "tokenize": (2, 3),
    "translate": (3, 3),
    "true": (0, 0),
    "upper-case": (1, 1),
    "zero-or-one": (1, 1),
}
"""The functions of XPath 2 and XSLT 2 that engines know."""

TYPES: Final = frozenset(
    {"string", "boolean", "decimal", "integer", "double", "float", "date", "dateTime", "untypedAtomic"}
)
"""The types of XML Schema that engines cast to."""

AXES: Final = frozenset(
    {
        "child",
        "attribute",
        "self",
        "parent",
        "descendant",
        "descendant-or-self",
        "ancestor",
        "ancestor-or-self",
        "following-sibling",
        "preceding-sibling",
        "following",
        "preceding",
    }
)

_KIND_TESTS: Final = frozenset({"node", "text", "comment", "processing-instruction", "element", "attribute"})
_ANY_NODE: Final = NodeTest("node")
_DESCEND: Final = Step("descendant-or-self", _ANY_NODE)
_CONSTRUCTED: Final = frozenset({"string", "boolean"})


class Parser:
    """Parses the expressions of one schema: it knows its namespaces and its functions."""

    def __init__(self, schema: Schema) -> None:
        self.namespaces = {**schema.namespaces, "xs": XS, "fn": FN}
        self._arity: dict[str, set[int]] = {}
        self._renamed: dict[str, str] = {}

        class Tokens(XPath2Parser):  # a class of its own: functions are registered on the class
            pass

        Tokens.symbol_table = dict(XPath2Parser.symbol_table)
        self._parser = Tokens(namespaces=self.namespaces)
        self._local: dict[str, str] = {}
        for function in schema.functions:
            prefix, _, local = function.name.partition(":")
            self._declare(prefix, local, len(function.params), function.source, function.line)
        current: Callable[..., Any] = lambda: None  # noqa: E731  # elementpath wants a plain function for its arity
        self._parser.external_function(current, name="current").label = "function"  # so that a path may go on from it
        self._cache: dict[str, Expr] = {}

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
        found = self._cache.get(text.text)
        if found is None:
            try:
                found = self._cache[text.text] = self._expr(self._parser.parse(self._plain(text.text)))
            except _Unsupported as error:
                raise SchematronBroken(
                    f"in {_short(text.text)!r}: {error}",
                    fix="write it otherwise, or use --engine saxon",
                    source=text.source,
                    line=text.line,
                ) from error
            except (ElementPathError, RecursionError) as error:
                raise SchematronBroken(
                    f"the expression {_short(text.text)!r} is no XPath 2: {_words(error)}",
                    fix="correct the expression",
                    source=text.source,
                    line=text.line,
                ) from error
        return found

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


_TOKENS: Final[dict[str, Callable[[Parser, Any], Expr]]] = {
    "(name)": Parser._name,
    "*": Parser._arithmetic,
    ":": Parser._prefixed,
    "/": Parser._slash,
    "//": Parser._double_slash,
    "[": Parser._predicate,
    "(": Parser._parenthesis,
    ",": Parser._comma,
    "(string)": Parser._string,
    "(integer)": Parser._integer,
    "(decimal)": Parser._decimal,
    "(float)": Parser._double,
    "$": Parser._variable,
    ".": Parser._context,
    "..": Parser._parent,
    "@": Parser._attribute,
    "|": Parser._node_set,
    "union": Parser._node_set,
    "intersect": Parser._node_set,
    "except": Parser._node_set,
    "and": Parser._and,
    "or": Parser._or,
    "to": Parser._range,
    "if": Parser._if,
    "for": Parser._for,
    "some": Parser._quantified,
    "every": Parser._quantified,
    "cast": Parser._cast,
    "castable": Parser._cast,
    **dict.fromkeys(("=", "!=", "<", "<=", ">", ">="), Parser._compare),
    **dict.fromkeys(("eq", "ne", "lt", "le", "gt", "ge"), Parser._value_compare),
    **dict.fromkeys(("is", "<<", ">>"), Parser._node_compare),
    **dict.fromkeys(("+", "-", "div", "idiv", "mod"), Parser._arithmetic),
}
