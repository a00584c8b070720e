"""Code of a value in the form that is asked for: as items, as texts, as one item, as a number, as a truth.

Beside them stand a choice between two values (`either`) and the few functions that join or recognise code.
"""

from __future__ import annotations

from collections.abc import Callable

from einvoice.schematron.compiler.values import EMPTY, NODES, NUMBERS, Unsupported, Value

# ---------------------------------------------------------------- forms of a value


def items(value: Value) -> str:
    """Return code of a sequence of the items, nodes as nodes."""
    if value.branches is not None:
        condition, then, otherwise = value.branches
        return f"({items(then)} if {condition} else {items(otherwise)})"
    match value.card:
        case "1":
            return f"({value.src},)"
        case "?":
            return f"optional({value.src})"
        case "m":
            return f"many({value.src})"
    return value.src


def atoms(value: Value) -> tuple[str, str]:
    """Return code of a sequence of the atomised items, and their type."""
    if value.type == "elem":
        match value.card:
            case "1":
                return f"({value.src}[''],)", "u"
            case "?" | "m":
                return f"texts({value.src})", "u"
        return f"[z[''] for z in {value.src}]", "u"
    return items(value), _atomised(value.type)


def only(value: Value) -> str:
    """Return code of the only item or None, raising for more than one."""
    match value.card:
        case "1" | "?":
            return value.src
        case "m":
            return f"opt({value.src})"
    return f"one({value.src})"


def single(value: Value) -> tuple[str, str]:
    """Return code of the atomised item or None, raising for more than one, and its type."""
    if value.branches is not None:
        condition, then, otherwise = value.branches
        a, kind_a = single(then)
        b, kind_b = single(otherwise)
        return f"({a} if {condition} else {b})", _common(kind_a, kind_b)
    if value.type == "empty":
        return "None", "empty"
    if value.type == "elem":
        match value.card:
            case "1":
                return f"{value.src}['']", "u"
            case "?" | "m":
                return f"text({value.src})", "u"
        return f"text(one({value.src}))", "u"
    return only(value), _atomised(value.type)


def never_none(value: Value) -> bool:
    """True when `single` of *value* cannot be None."""
    if value.branches is not None:
        return never_none(value.branches[1]) and never_none(value.branches[2])
    return value.card == "1"


def string(value: Value) -> str:
    """Return code of a string argument: the empty sequence is the empty string."""
    src, kind = single(value)
    if kind == "empty":
        return "''"
    if kind not in ("u", "str"):
        raise Unsupported("a string function on another type")
    return src if never_none(value) else f"({src} or '')"


def number(value: Value) -> tuple[str, str]:
    """Return code of a numeric operand or None, untyped as a double, and its type."""
    if value.branches is not None:
        condition, then, otherwise = value.branches
        a, kind_a = number(then)
        b, kind_b = number(otherwise)
        if kind_a != kind_b and "dbl" in (kind_a, kind_b):
            raise Unsupported("a choice of number types")
        return f"({a} if {condition} else {b})", _common(kind_a, kind_b)
    src, kind = single(value)
    if kind == "u":
        return converted("double", src, never_none(value)), "dbl"
    if kind == "empty":
        return "None", "int"
    if kind not in NUMBERS:
        raise Unsupported("arithmetic on another type")
    return src, kind


def effective_boolean(value: Value) -> str:
    """Return code of the effective boolean value."""
    if value.branches is not None:
        condition, then, otherwise = value.branches
        return f"({effective_boolean(then)} if {condition} else {effective_boolean(otherwise)})"
    if value.type == "empty":
        return "False"
    if value.type in NODES:
        return exists(value)
    if value.card == "*":
        if value.type in ("bool", "str", "u"):
            return f"bool(one({value.src}))"
        raise Unsupported("the truth of a sequence")
    src, kind = single(value)
    if kind == "bool":
        return src if value.card == "1" else f"bool({src})"
    if kind in ("str", "u", "int", "dec"):
        return f"bool({src})"
    if kind == "dbl":
        return f"true_number({src})"
    raise Unsupported(f"the truth of a {kind}")


def exists(value: Value) -> str:
    """Return code that is true when there is an item."""
    if value.branches is not None:
        return f"bool({items(value)})"
    match value.card:
        case "1":
            return "True"
        case "?" | "m":
            return _present(value.src)
    return f"bool({value.src})"


def _present(src: str) -> str:
    """Return code that is true when a raw value is there."""
    look = owner_and_key(src)
    if look is not None:
        owner, key = look
        return f"({key} in {owner})"
    return f"({src} is not None)"


def _atomised(kind: str) -> str:
    return "u" if kind in NODES else kind


def _common(left: str, right: str) -> str:
    """Return the type of a choice between values of two types."""
    if left == right:
        return left
    if "empty" in (left, right):
        return right if left == "empty" else left
    if {left, right} == {"int", "dec"}:
        return "dec"
    if {left, right} == {"u", "str"}:
        return "str"
    raise Unsupported(f"a choice of {left} and {right}")


# ---------------------------------------------------------------- a choice


def either(condition: str, then: Value, otherwise: Value, in_order: Callable[[Value], Value] | None = None) -> Value:
    """Return *then* where *condition* holds, else *otherwise*; *in_order* puts loose nodes in order."""
    if condition == "True":
        return then
    if then.type == "empty" and otherwise.type == "empty":
        return EMPTY
    if then.type == "empty":
        then = _nothing_like(otherwise)
    if otherwise.type == "empty":
        otherwise = _nothing_like(then)
    kind = then.type if then.type == otherwise.type else None
    if kind is None and {then.type, otherwise.type} <= {"int", "dec"}:
        kind = "dec"
    if then.branches is not None or otherwise.branches is not None or kind is None:
        return Value("", "choice", "choice", branches=(condition, then, otherwise))
    loose = then.loose or otherwise.loose
    if loose and in_order is not None:
        then, otherwise = in_order(then), in_order(otherwise)
    ordered = then.ordered and otherwise.ordered
    cards = {then.card, otherwise.card}
    if len(cards) > 1 and "*" in cards:
        code = f"({items(then)} if {condition} else {items(otherwise)})"
        return Value(code, kind, "*", ordered=ordered, loose=loose)
    card = next(each for each in ("*", "m", "?", "1") if each in cards)
    code = f"({then.src} if {condition} else {otherwise.src})"
    return Value(code, kind, card, ordered=ordered, loose=loose)


def _nothing_like(other: Value) -> Value:
    """Return the empty sequence in the type of *other*."""
    return Value("None", other.type, "?" if other.card in ("1", "?") else "m")


# ---------------------------------------------------------------- code


def converted(function: str, src: str, sure: bool) -> str:
    """Return *src* given to a function of `runtime.py` that reads a text; unless *sure*, None stays None."""
    return f"{function}({src})" if sure else f"{function}_or_none({src})"


def joined(operator: str, left: str, right: str) -> str:
    """Return two truths joined by ``and`` or ``or``."""
    return f"({left} {operator} {right})"


def negated(code: str) -> str:
    """Return the contrary of a truth."""
    if code == "True":
        return "False"
    if code == "False":
        return "True"
    return f"(not {code})"


def owner_and_key(src: str) -> tuple[str, str] | None:
    """Return ``node`` and ``KEY`` for the code ``node.get(KEY)``."""
    owner, found, key = src.partition(".get(")
    if found and owner.isidentifier() and key.endswith(")") and key[:-1].isidentifier():
        return owner, key[:-1]
    return None
