"""Casts, ``castable``, and the function conversion rules for declared types."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from einvoice.schematron.compiler import forms
from einvoice.schematron.compiler.forms import either, never_none, owner_and_key, single
from einvoice.schematron.compiler.values import EMPTY, NODES, Unsupported, Value

TYPES: Final = {
    "string": "str",
    "decimal": "dec",
    "integer": "int",
    "double": "dbl",
    "boolean": "bool",
    "date": "date",
}
"""Types of XML Schema that are compiled, and what `Value` calls them."""

READERS: Final = {kind: name for name, kind in TYPES.items() if kind != "str"}
"""The function of `runtime.py` that makes such a value of a text."""


def cast(value: Value, kind: str) -> Value:
    """Return *value* cast to ``xs:kind``; nothing stays nothing."""
    if value.branches is not None:
        condition, then, otherwise = value.branches
        return either(condition, cast(then, kind), cast(otherwise, kind))
    src, given = single(value)
    if given == "empty":
        return EMPTY
    if kind not in TYPES:
        raise Unsupported(f"xs:{kind}")
    sure = never_none(value)
    target, card = TYPES[kind], "1" if sure else "?"
    if target == given:
        return Value(src, target, card)
    if given in ("u", "str"):
        if target == "str":
            return Value(src, "str", card)
        if target == "dec" and value.type == "elem" and value.card in ("?", "m"):
            look = owner_and_key(value.src) if value.card == "m" else None
            return Value(f"raw_decimal({value.src})" if look is None else f"decimal_kid({', '.join(look)})", "dec", "?")
        return Value(forms.converted(READERS[target], src, sure), target, card)
    match target, given:
        case "dec", "int":
            return Value(src, "dec", card)
        case "dbl", "int" | "dec":
            return Value(f"as_double({src})", "dbl", card)
        case "int", "dec" | "dbl":
            return Value(f"truncate({src})", "int", card)
        case "str", "int":
            return Value(f"str({src})" if sure else f"string_or_none({src})", "str", card)
        case "dec", "dbl":
            return Value(f"exact_decimal({src})", "dec", card)
    raise Unsupported(f"xs:{kind} of {given}")


def castable(value: Value, kind: str, optional: bool) -> str:
    """Return code of ``castable as xs:kind``; *optional* (a ``?``) lets the empty sequence through.

    Several items are not castable: the code of one item raises then, and `exact.py` says so.
    """
    src, given = single(value)
    if given not in ("u", "str") or kind not in ("date", "decimal", "integer", "double", "string"):
        raise Unsupported(f"castable as xs:{kind}")
    if never_none(value):
        return "True" if kind == "string" else f"castable_{kind}({src})"
    test = "True" if kind == "string" else f"castable_{kind}(z)"
    return f"{'all' if optional else 'any'}([{test} for z in optional({src})])"


# ---------------------------------------------------------------- declared types


def declared_type(declared: str | None) -> tuple[str, str] | None:
    """Return type and cardinality of an ``as``, None for what is no atomic type that is compiled."""
    if declared is None:
        return None
    name, mark = _name_and_mark(declared)
    prefix, _, local = name.partition(":")
    if prefix != "xs" or local not in TYPES:
        return None
    return TYPES[local], {"": "1", "?": "?"}.get(mark, "*")


def as_declared(value: Value, declared: str) -> Value:
    """Return *value*, which is no choice, by the function conversion rules for the type *declared*."""
    name, mark = _name_and_mark(declared)
    if name in ("item()", "node()", "element()", "attribute()") or name.startswith("element("):
        return _as_node(value, name, mark)
    known = declared_type(declared)
    if known is None:
        raise Unsupported(f"the type {declared}")
    kind, card = known
    if value.type == "empty":
        if card == "1":
            raise Unsupported("nothing where one value is wanted")
        return Value("None", kind, "?") if card == "?" else EMPTY
    if card == "*":
        src, given = forms.atoms(value)
        made = _item_as("z", given, kind)
        return Value(src if made == "z" else f"[{made} for z in {src}]", kind, "*", value.constant, value.ordered)
    src, given = single(value)
    sure = never_none(value)
    if card == "1" and not sure:
        src = f"present({src})"
    if given == kind:
        return Value(src, kind, card if not sure else "1", value.constant)
    if card == "1" or sure:
        return Value(_item_as(src, given, kind), kind, "1")
    return Value(f"one([{_item_as('z', given, kind)} for z in optional({src})])", kind, "?")


def _name_and_mark(declared: str) -> tuple[str, str]:
    """Return the name of a sequence type and its ``?``, ``*``, ``+`` or nothing."""
    text = declared.strip()
    return text.rstrip("?*+").strip(), text[-1] if text[-1] in "?*+" else ""


def _as_node(value: Value, name: str, mark: str) -> Value:
    if value.type == "empty":
        return Value("None", "elem", "m") if mark in ("?", "*") else value
    wanted = {"element()": ("elem",), "attribute()": ("attr",), "node()": tuple(NODES)}.get(name)
    if wanted is not None and value.type not in wanted:
        raise Unsupported("an argument of another kind")
    if mark == "*" or value.card == "1" or (mark == "?" and value.card == "?"):
        return value
    if mark == "?":
        return replace(value, src=forms.only(value), card="?")
    return replace(value, src=f"exactly({forms.items(value)})", card="1")


def _item_as(src: str, given: str, kind: str) -> str:
    if given == kind or (kind == "dec" and given == "int"):
        return src
    if given == "u":
        return src if kind == "str" else f"{READERS[kind]}({src})"
    if kind == "dbl" and given in ("int", "dec"):
        return f"as_double({src})"
    raise Unsupported(f"{given} where {kind} is wanted")
