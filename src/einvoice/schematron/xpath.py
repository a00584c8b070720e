"""XPath 2 expressions as small frozen trees; the parsing is elementpath's (`tokens.py`).

`parse` turns the text of an expression into an `Expr`.  The tree says what the text says, without sugar: ``a//b`` is
``a/descendant-or-self::node()/b``, ``..`` is ``parent::node()``, ``@x`` is ``attribute::x``.  Names are expanded
(``{uri}local``).  Engines walk it (`exact.py`) or compile it (`compiler/`); neither sees elementpath's tokens.

What is not supported is refused when a rule set is loaded, with place, never when a document is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Final

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


class Parser:
    """Gives the trees of the expressions of one schema, each once.

    *known* are trees that need no parsing (`store.py`); elementpath is loaded for the first that is not among them.
    """

    def __init__(self, schema: Schema, known: Mapping[str, Expr] | None = None) -> None:
        self.schema = schema
        self.namespaces = {**schema.namespaces, "xs": XS, "fn": FN}
        self._known: Mapping[str, Expr] = known or {}
        self._trees: dict[str, Expr] = {}
        self._tokens: Any = None
        if known is None:
            self._prepare()

    def _prepare(self) -> None:
        from einvoice.schematron.tokens import TokenParser

        self._tokens = TokenParser(self.schema, self.namespaces)

    def parse(self, text: XPathText) -> Expr:
        """Return the tree of *text*; raises `SchematronBroken` with its place."""
        found = self._trees.get(text.text)
        if found is None:
            found = self._known.get(text.text)
            if found is None:
                if self._tokens is None:
                    self._prepare()
                parsed: Expr = self._tokens.parse(text)
                found = parsed
            self._trees[text.text] = found
        return found
