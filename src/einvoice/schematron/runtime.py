"""What compiled rules call: the light tree of a document, and the functions of XPath 2 over it.

The tree
--------
An element is a plain `dict`: the key of a child element gives the child, or the list of children when there are
several of that name; the name of an attribute gives its text; the key "" gives the text of an element without child
elements.  So ``node.get(KEY)`` is None, a dict or a list ("raw" below).  No element knows its parent; `Document.up`
works the parents of a whole column out when a rule asks.

Strictness
----------
These functions do the ordinary case and raise for everything else: two nodes where XPath wants one, the text of an
element that has children, a text that is no number.  Any exception here sends the rule to `exact.py`, which decides.
So nothing here may *return* something that XPath would not.

Decimals are `Decimal` or `int`; the engine runs under a decimal context of 200 digits.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from einvoice.schematron.regex import Compiled

Node = dict[str, Any]
Raw = Any
"""None, one node (or text), or a list of several."""


class Unusual(Exception):
    """Not the ordinary case: `exact.py` decides."""


def unusual() -> Any:
    """Raise: a branch that is not compiled was taken."""
    raise Unusual


_CACHE: Final = 20_000
"""Entries of a cache of texts; texts of invoices repeat, and a hostile file must not fill the memory."""

# ---------------------------------------------------------------- raw values


def many(raw: Raw) -> Sequence[Any]:
    """Return the items of a raw value."""
    if raw is None:
        return ()
    return raw if raw.__class__ is list else (raw,)


def opt(raw: Raw) -> Any:
    """Return the only item of a raw value, or None."""
    if raw.__class__ is list:
        raise Unusual
    return raw


def one(items: Sequence[Any]) -> Any:
    """Return the only item of a list, or None."""
    if not items:
        return None
    if len(items) > 1:
        raise Unusual
    return items[0]


def packed(items: list[Any]) -> Raw:
    """Return a list as a raw value."""
    if not items:
        return None
    return items[0] if len(items) == 1 else items


def optional(value: Any) -> Sequence[Any]:
    """Return a value that may be None as a sequence."""
    return () if value is None else (value,)


def kid(raw: Raw, key: str) -> Raw:
    """Return the children named *key* of a raw value (or the attributes of that name)."""
    if raw is None:
        return None
    if raw.__class__ is dict:
        return raw.get(key)
    found: list[Any] = []
    for node in raw:
        inner = node.get(key)
        if inner is not None:
            if inner.__class__ is list:
                found += inner
            else:
                found.append(inner)
    return packed(found)


def kid2(node: Node, first: str, second: str) -> Raw:
    """Return the grandchildren ``first/second``."""
    raw = node.get(first)
    if raw is None:
        return None
    if raw.__class__ is dict:
        return raw.get(second)
    return kid(raw, second)


def kid3(node: Node, first: str, second: str, third: str) -> Raw:
    """Return ``first/second/third``."""
    raw = node.get(first)
    if raw is None:
        return None
    if raw.__class__ is dict:
        raw = raw.get(second)
        if raw is None:
            return None
        if raw.__class__ is dict:
            return raw.get(third)
        return kid(raw, third)
    return kid(kid(raw, second), third)


def kids(raw: Raw, *keys: str) -> Raw:
    """Return what a path of child names selects."""
    for key in keys:
        raw = kid(raw, key)
    return raw


def child_nodes(node: Node) -> list[Node]:
    """Return all child elements, those of one name together."""
    found: list[Node] = []
    for value in node.values():
        if value.__class__ is dict:
            found.append(value)
        elif value.__class__ is list:
            found += value
    return found


def has_children(node: Node) -> bool:
    """True for an element with child elements."""
    return "" not in node


def attribute_texts(node: Node) -> list[str]:
    """Return the values of all attributes."""
    return [value for key, value in node.items() if key and value.__class__ is str]


def descendants(node: Node) -> Iterable[Node]:
    """Yield all elements below *node*."""
    for child in child_nodes(node):
        yield child
        yield from descendants(child)


def text(raw: Raw) -> str | None:
    """Return the text of at most one leaf."""
    return None if raw is None else raw[""]


def texts(raw: Raw) -> Sequence[str]:
    """Return the texts of leaves."""
    if raw is None:
        return ()
    if raw.__class__ is dict:
        return (raw[""],)
    return [node[""] for node in raw]


def text_nodes(raw: Raw) -> Raw:
    """Return what ``text()`` selects below leaves, raw: an empty leaf has none."""
    if raw is None:
        return None
    if raw.__class__ is dict:
        return raw[""] or None
    return packed([node[""] for node in raw if node[""]])


def absent(
    document: Any, path: Any, tree: tuple[Any, Any], nodes: Sequence[Node], faults: list[tuple[int, Node]]
) -> None:
    """Report paths that must not be there: *tree* holds them, below *nodes*, which are of *path*.

    The tree is walked along the paths that this document has.  A tree is (what ends here, trees by name).  An item may
    forbid several paths, and fails once.  For the root, what a path means is worked out once and kept.
    """
    found: list[tuple[int, Node]] = []
    if path.depth > 1:
        _absent(path, tree, nodes, found)
    else:
        known = path.forbidden.get(id(tree))
        if known is None:
            known = path.forbidden[id(tree)] = {}
        for each in document.touched:
            ends = known.get(each.number)
            if ends is None:
                ends = known[each.number] = _ends(path, each, tree)
            for item, keys in ends:
                found += [(item, node) for node in nodes if kids(node, *keys) is not None]
    if found:
        faults += {(item, id(node)): (item, node) for item, node in found}.values()


def _absent(path: Any, tree: tuple[Any, Any], nodes: Sequence[Node], found: list[tuple[int, Node]]) -> None:
    ends, below = tree
    for item, keys in ends:
        found += [(item, node) for node in nodes if kids(node, *keys) is not None]
    if below:
        for inner in path.values():
            if inner.column and inner.key in below:
                _absent(inner, below[inner.key], nodes, found)
        for name in path.names:
            if name in below:
                _absent(path, (below[name][0], ()), nodes, found)


def _ends(root: Any, path: Any, tree: tuple[Any, Any]) -> tuple[Any, ...]:
    """Return what of *tree* ends at *path*, or at an attribute that documents have had there."""
    keys: list[str] = []
    at = path
    while at is not root:
        keys.append(at.key)
        at = at.parent
    for key in reversed(keys):
        if not tree[1] or key not in tree[1]:
            return ()
        tree = tree[1][key]
    found = list(tree[0])
    for name in path.names:
        if tree[1] and name in tree[1]:
            found += tree[1][name][0]
    return tuple(found)


def anywhere(
    document: Any,
    path: Any,
    table: dict[str, tuple[Any, ...]],
    nodes: Sequence[Node],
    faults: list[tuple[int, Node]],
) -> None:
    """Report names that must not be anywhere: *table* has, by name, the items and the names that must stand above."""
    found: set[int] = set()
    known = path.forbidden.get(id(table))
    if known is None:
        known = path.forbidden[id(table)] = {}
    for each in document.touched:
        wrong = known.get(each.number)
        if wrong is None:
            wrong = known[each.number] = _wrong(each, table)
        for name, item in wrong:
            if name is None or any(name in node for node in each.column):
                found.add(item)
    faults += [(item, node) for item in found for node in nodes]


def _wrong(path: Any, table: dict[str, tuple[Any, ...]]) -> tuple[tuple[str | None, int], ...]:
    """Return the items of *table* that *path* breaks, or breaks by an attribute."""
    found: list[tuple[str | None, int]] = [
        (None, item) for item, above in table.get(path.key, ()) if path.is_below(above)
    ]
    for name in path.names:
        for item, above in table.get(name, ()):
            if not above or (path.key == above[0] and path.is_below(above[1:])):
                found.append((name, item))
    return tuple(found)


# ---------------------------------------------------------------- texts

_BLANKS = re.compile(r"[ \t\r\n]+")
_normal: dict[str, str] = {}


def normalize(value: str | None) -> str:
    """``normalize-space`` of at most one string."""
    if value is None:
        return ""
    found = _normal.get(value)
    if found is None:
        found = _BLANKS.sub(" ", value).strip(" ")
        if len(_normal) < _CACHE and len(value) < 200:
            _normal[value] = found
    return found


def normal_kid(node: Node, key: str) -> str:
    """``normalize-space(key)`` of a child that stands at most once."""
    raw = node.get(key)
    return "" if raw is None else normalize(raw[""])


def substring(value: str, start: float | int | Decimal, length: float | int | Decimal | None = None) -> str:
    """``substring``; positions count from 1 and are rounded."""
    if start.__class__ is not int or (length is not None and length.__class__ is not int):
        raise Unusual
    first = int(start)
    if length is None:
        return value[max(first - 1, 0) :]
    return value[max(first - 1, 0) : max(first - 1 + int(length), 0)]


def joined(separator: str, items: Iterable[str]) -> str:
    """``string-join`` in rules that are not ours: what grows from call to call must not fill the memory."""
    texts = list(items)
    if sum(map(len, texts)) + len(separator) * len(texts) > _MAX_TEXT:
        raise Unusual
    return separator.join(texts)


_MAX_TEXT: Final = 10_000_000


def before(value: str, part: str) -> str:
    """``substring-before``."""
    head, found, _ = value.partition(part) if part else ("", "", "")
    return head if found else ""


def after(value: str, part: str) -> str:
    """``substring-after``."""
    if not part:
        return value
    _, found, tail = value.partition(part)
    return tail if found else ""


_translations: dict[tuple[str, str], dict[int, int | None]] = {}


def translate(value: str, old: str, new: str) -> str:
    """``translate``."""
    table = _translations.get((old, new))
    if table is None:
        table = {}
        for number, letter in enumerate(old):
            table.setdefault(ord(letter), ord(new[number]) if number < len(new) else None)
        if len(_translations) < 1000:
            _translations[old, new] = table
    return value.translate(table)


# ---------------------------------------------------------------- numbers

_DECIMAL = re.compile(r"[ \t\r\n]*([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))[ \t\r\n]*")
_DOUBLE = re.compile(r"[ \t\r\n]*([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN)[ \t\r\n]*")
_INTEGER = re.compile(r"[ \t\r\n]*([+-]?[0-9]+)[ \t\r\n]*")
_decimals: dict[str, Decimal] = {}
_doubles: dict[str, float] = {}
NAN: Final = float("nan")


def decimal(value: str) -> Decimal:
    """``xs:decimal`` of a text; raises when it is none."""
    found = _decimals.get(value)
    if found is None:
        match = _DECIMAL.fullmatch(value)
        if match is None or len(value) > 100:
            raise Unusual
        found = Decimal(match[1])
        if len(_decimals) < _CACHE:
            _decimals[value] = found
    return found


def decimal_or_none(value: str | None) -> Decimal | None:
    """``xs:decimal`` of at most one text."""
    return None if value is None else decimal(value)


def decimal_kid(node: Node, key: str) -> Decimal | None:
    """``xs:decimal(key)`` of a child that stands at most once."""
    raw = node.get(key)
    return None if raw is None else decimal(raw[""])


def integer(value: str) -> int:
    """``xs:integer`` of a text."""
    match = _INTEGER.fullmatch(value)
    if match is None or len(value) > 100:
        raise Unusual
    return int(match[1])


def double(value: str) -> float:
    """``xs:double`` of a text; raises when it is none, and for what compares otherwise than floats do.

    That is NaN, minus zero, and whole numbers beyond the precision of a double (`values.compare_untyped`).
    """
    found = _doubles.get(value)
    if found is None:
        match = _DOUBLE.fullmatch(value)
        if match is None or len(value) > 15:
            raise Unusual
        found = float(match[1].replace("INF", "inf"))
        if found != found or (not found and "-" in value):
            raise Unusual
        if len(_doubles) < _CACHE:
            _doubles[value] = found
    return found


def number(value: str | None) -> float:
    """``number`` of at most one text: NaN when it is none."""
    if value is None or _DOUBLE.fullmatch(value) is None:
        return NAN
    return double(value) if len(value) <= 15 else float(value.replace("INF", "inf"))


def as_double(value: Any) -> Any:
    """Return a decimal or integer as a double, None as None."""
    return None if value is None else float(value)


_HALF = Decimal("0.5")
_LOOSE = Context(prec=200, Emax=999999, Emin=-999999)


_MAX_BITS: Final = 10_000


def divide(left: Any, right: Any) -> Any:
    """``div`` of decimals and integers."""
    if left is None or right is None:
        return None
    if not left and right:
        return 0
    if right == 100:
        return left.scaleb(-2) if left.__class__ is Decimal else Decimal(left).scaleb(-2)
    if not right:
        raise Unusual
    if right == 1:
        return Decimal(left)
    quotient = _LOOSE.divide(Decimal(left), Decimal(right))
    if quotient.as_tuple().exponent < -18:  # type: ignore[operator]  # finite: the exponent is a number
        from einvoice.schematron import values

        return values.divide(left, right)
    return quotient


def round_decimal(value: Any) -> Any:
    """``round`` of a decimal or integer: halves towards plus infinity."""
    if value is None or value.__class__ is int:
        return value
    return (value + _HALF).to_integral_value("ROUND_FLOOR")


def modulo(left: int, right: int) -> int:
    """``mod`` of integers: the sign of the dividend."""
    if not right:
        raise Unusual
    found = abs(left) % abs(right)
    return -found if left < 0 else found


def integer_divide(left: Any, right: Any) -> int:
    """``idiv`` of integers and decimals, and of doubles that are whole."""
    if not right:
        raise Unusual
    if left.__class__ is float or right.__class__ is float:
        if left != left or right != right or left in (float("inf"), float("-inf")):
            raise Unusual
        return int(left / right)
    quotient = abs(Decimal(left)) // abs(Decimal(right))
    return int(quotient) if (left < 0) == (right < 0) else -int(quotient)


def double_mod(left: float, right: float) -> float:
    """``mod`` of doubles."""
    if left != left or right != right or not right or abs(left) == float("inf"):
        return NAN
    import math

    return math.fmod(left, right)


def add(left: Any, right: Any) -> Any:
    """``+`` where an operand may be missing."""
    return None if left is None or right is None else left + right


def subtract(left: Any, right: Any) -> Any:
    """``-`` where an operand may be missing."""
    return None if left is None or right is None else left - right


def multiply(left: Any, right: Any) -> Any:
    """``*`` where an operand may be missing."""
    return None if left is None or right is None else times(left, right)


def times(left: Any, right: Any) -> Any:
    """``*`` of decimals and integers; an integer that is squared again and again takes all time."""
    if left.__class__ is int and right.__class__ is int and left.bit_length() + right.bit_length() > _MAX_BITS:
        raise Unusual
    return left * right


def negate(value: Any) -> Any:
    """Unary minus."""
    if value.__class__ is int:
        return -value
    return None if value is None else value.copy_negate() if value else value


def absolute(value: Any) -> Any:
    """``abs``."""
    return None if value is None else abs(value)


def decimal_sum(items: Iterable[Any]) -> Any:
    """``sum`` of decimals and integers."""
    return sum(items)


def double_sum(items: Sequence[float]) -> Any:
    """``sum`` of doubles, in order; of nothing the integer 0."""
    if not items:
        return 0
    total = items[0]
    for item in items[1:]:
        total += item
    return total


# ---------------------------------------------------------------- comparisons


def boolean(value: str) -> bool:
    """``xs:boolean`` of a text."""
    found = value.strip(" \t\r\n")
    if found in ("true", "1"):
        return True
    if found in ("false", "0"):
        return False
    raise Unusual


def equal(left: Any, right: Any) -> bool:
    """``=`` of at most one item each."""
    return left is not None and right is not None and bool(left == right)


def unequal(left: Any, right: Any) -> bool:
    """``!=`` of at most one item each."""
    return left is not None and right is not None and bool(left != right)


def less(left: Any, right: Any) -> bool:
    """``<`` of at most one item each."""
    return left is not None and right is not None and bool(left < right)


def at_most(left: Any, right: Any) -> bool:
    """``<=`` of at most one item each."""
    return left is not None and right is not None and bool(left <= right)


def more(left: Any, right: Any) -> bool:
    """``>`` of at most one item each."""
    return left is not None and right is not None and bool(left > right)


def at_least(left: Any, right: Any) -> bool:
    """``>=`` of at most one item each."""
    return left is not None and right is not None and bool(left >= right)


def any_equal(left: Iterable[Any], right: Iterable[Any]) -> bool:
    """``=`` of two sequences."""
    items = list(right)
    return any(item in items for item in left)


def any_unequal(left: Iterable[Any], right: Iterable[Any]) -> bool:
    """``!=`` of two sequences."""
    items = list(right)
    return any(a != b for a in left for b in items)


def any_of(compare: Callable[[Any, Any], bool], left: Iterable[Any], right: Iterable[Any]) -> bool:
    """Any other comparison of two sequences."""
    items = list(right)
    return any(compare(a, b) for a in left for b in items)


def text_in(raw: Raw, allowed: Any) -> bool:
    """``path = ('a', 'b')`` of leaves and a set of strings."""
    if raw is None:
        return False
    if raw.__class__ is dict:
        return raw[""] in allowed
    return any(node[""] in allowed for node in raw)


def text_is(raw: Raw, value: str) -> bool:
    """``path = 'a'`` of leaves and one string."""
    if raw is None:
        return False
    if raw.__class__ is dict:
        return bool(raw[""] == value)
    return value in [node[""] for node in raw]


def item_is(raw: Raw, value: str) -> bool:
    """``path/@a = 'a'`` of attributes and one string."""
    if raw.__class__ is list:
        return value in raw
    return bool(raw == value)


def item_in(raw: Raw, allowed: Any) -> bool:
    """``path/@a = ('a', 'b')`` of attributes and a set of strings."""
    if raw.__class__ is list:
        return any(item in allowed for item in raw)
    return raw in allowed


def is_one(raw: Raw) -> bool:
    """``count(path) = 1``."""
    return raw is not None and raw.__class__ is not list


def raw_decimal(raw: Raw) -> Decimal | None:
    """``xs:decimal`` of at most one leaf."""
    return None if raw is None else decimal(raw[""])


def raw_boolean_is(raw: Raw, value: bool) -> bool:
    """``path = true()`` of leaves."""
    if raw is None:
        return False
    if raw.__class__ is dict:
        return boolean(raw[""]) is value
    return value in [boolean(node[""]) for node in raw]


def _raw(compare: Callable[[Any, Any], bool]) -> Callable[[Raw, float], bool]:
    def compared(raw: Raw, value: float) -> bool:
        if raw is None:
            return False
        if raw.__class__ is dict:
            return compare(double(raw[""]), value)
        return True in [compare(double(node[""]), value) for node in raw]

    return compared


raw_equal = _raw(operator.eq)
raw_unequal = _raw(operator.ne)
raw_less = _raw(operator.lt)
raw_at_most = _raw(operator.le)
raw_more = _raw(operator.gt)
raw_at_least = _raw(operator.ge)


def normal_is(raw: Raw, key: str, value: str) -> bool:
    """``path/normalize-space(key) = 'a'``."""
    if raw is None:
        return False
    if raw.__class__ is dict:
        return normal_kid(raw, key) == value
    return value in [normal_kid(node, key) for node in raw]


def upper_is(raw: Raw, key: str, value: str) -> bool:
    """``path/upper-case(normalize-space(key)) = 'A'``."""
    if raw is None:
        return False
    if raw.__class__ is dict:
        return normal_kid(raw, key).upper() == value
    return value in [normal_kid(node, key).upper() for node in raw]


def nth(items: Sequence[Any], position: int) -> Any:
    """``items[position]``, None when there is none."""
    return items[position - 1] if 0 < position <= len(items) else None


def last_of(items: Sequence[Any]) -> Any:
    """``items[last()]``, None when there is none."""
    return items[-1] if items else None


def span(first: int, last: int) -> list[int]:
    """``first to last``."""
    if last - first > 10_000:
        raise Unusual
    return list(range(first, last + 1))


# ---------------------------------------------------------------- dates

_DATE = re.compile(r"[ \t\r\n]*([0-9]{4})-([0-9]{2})-([0-9]{2})[ \t\r\n]*")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_date(year: int, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    return not (month == 2 and day == 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def date(value: str) -> tuple[int, int, int]:
    """``xs:date`` of a text without a time zone and with four digits of year."""
    match = _DATE.fullmatch(value)
    if match is None:
        raise Unusual
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if not year or not _is_date(year, month, day):
        raise Unusual
    return year, month, day


def castable_date(value: str) -> bool:
    """``castable as xs:date``."""
    if _DATE.fullmatch(value) is None:
        if not re.search(r"[0-9]-[0-9][0-9]-[0-9][0-9]", value):
            return False
        raise Unusual
    try:
        date(value)
    except Unusual:
        return _unusual_year(value)
    return True


def _unusual_year(value: str) -> bool:
    if value.strip(" \t\r\n").startswith("0000"):
        raise Unusual
    return False


def castable_decimal(value: str) -> bool:
    """``castable as xs:decimal``."""
    return _DECIMAL.fullmatch(value) is not None


def castable_integer(value: str) -> bool:
    """``castable as xs:integer`` of a text."""
    return _INTEGER.fullmatch(value) is not None


def castable_double(value: str) -> bool:
    """``castable as xs:double``."""
    return _DOUBLE.fullmatch(value) is not None


# ---------------------------------------------------------------- forms for values that may be missing


def double_or_none(value: str | None) -> float | None:
    """``xs:double`` of at most one text."""
    return None if value is None else double(value)


def integer_or_none(value: str | None) -> int | None:
    """``xs:integer`` of at most one text."""
    return None if value is None else integer(value)


def boolean_or_none(value: str | None) -> bool | None:
    """``xs:boolean`` of at most one text."""
    return None if value is None else boolean(value)


def date_or_none(value: str | None) -> tuple[int, int, int] | None:
    """``xs:date`` of at most one text."""
    return None if value is None else date(value)


def string_or_none(value: Any) -> str | None:
    """``xs:string`` of at most one integer."""
    return None if value is None else str(value)


def truncate(value: Any) -> int | None:
    """``xs:integer`` of a number."""
    if value is None:
        return None
    if value.__class__ is float and (value != value or abs(value) == float("inf")):
        raise Unusual
    return int(value)


def exact_decimal(value: float | None) -> Decimal | None:
    """``xs:decimal`` of a double: its exact value."""
    if value is None:
        return None
    if value != value or abs(value) == float("inf"):
        raise Unusual
    return Decimal(value)


def true_number(value: float | None) -> bool:
    """The truth of a double."""
    return value is not None and value == value and value != 0


def present(value: Any) -> Any:
    """Return a value that must be there."""
    if value is None:
        raise Unusual
    return value


def exactly(items: Sequence[Any]) -> Any:
    """Return the only item of a sequence that must have one."""
    if len(items) != 1:
        raise Unusual
    return items[0]


def decimal_text(value: Decimal | int) -> str:
    """``string`` of a decimal."""
    from einvoice.schematron import values

    return values.decimal_text(Decimal(value))


def decimal_text_or_nothing(value: Decimal | int | None) -> str:
    """``string`` of at most one decimal."""
    return "" if value is None else decimal_text(value)


def first(items: Sequence[Any]) -> Any:
    """Return the first item, or None."""
    return items[0] if items else None


def double_text(value: float) -> str:
    """``string`` of a double."""
    from einvoice.schematron import values

    return values.number_text(value)


def letter(codepoint: int) -> str:
    """One character."""
    if not (codepoint in (9, 10, 13) or 0x20 <= codepoint <= 0xD7FF or 0xE000 <= codepoint <= 0xFFFD):
        raise Unusual
    return chr(codepoint)


def below(node: Node, key: str) -> list[Node]:
    """Return the descendants of *node* named *key*."""
    found: list[Node] = []
    stack = [node]
    while stack:
        for name, value in stack.pop().items():
            if value.__class__ is dict:
                stack.append(value)
                if name == key:
                    found.append(value)
            elif value.__class__ is list:
                stack += value
                if name == key:
                    found += value
    return found


def below_attributes(node: Node, key: str) -> list[str]:
    """Return the attributes named *key* of *node* and its descendants."""
    found: list[str] = [node[key]] if key in node else []
    for each in descendants(node):
        if key in each:
            found.append(each[key])
    return found


# ---------------------------------------------------------------- declared functions


def remembered(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return *function*, a declared one of texts alone, so that the same texts are worked out once.

    An invoice states the numbers of its parties several times, and a sender writes many invoices.
    """
    known: dict[tuple[str, ...], Any] = {}

    def call(document: Any, *texts: str) -> Any:
        try:
            return known[texts]
        except KeyError:
            found = function(document, *texts)
            if len(known) < _CACHE and all(len(text) < 200 for text in texts):
                known[texts] = found
            return found

    return call


# ---------------------------------------------------------------- regular expressions


class Pattern:
    """A regular expression of XPath, translated when it is first used: most rule sets have some that seldom are."""

    __slots__ = ("_compiled", "flags", "pattern")

    def __init__(self, pattern: str, flags: str) -> None:
        self.pattern = pattern
        self.flags = flags
        self._compiled: Compiled | None = None

    @property
    def compiled(self) -> Compiled:
        """The translation; raises `DynamicError` for a broken expression."""
        if self._compiled is None:
            from einvoice.schematron.regex import compiled

            self._compiled = compiled(self.pattern, self.flags)
        return self._compiled

    def search(self, value: str) -> Any:
        """Return the first match, or None."""
        return self.compiled.search(value)


regex = Pattern


def tokens(value: str, expression: Pattern) -> list[str]:
    """``tokenize``."""
    pattern = expression.compiled
    if pattern.zero_length:
        raise Unusual
    return pattern.split(value) if value else []


def replaced(value: str, expression: Pattern, new: str) -> str:
    """``replace`` by a plain text."""
    pattern = expression.compiled
    if pattern.zero_length:
        raise Unusual
    return pattern.replace(value, new)
