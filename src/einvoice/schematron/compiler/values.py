"""What the compiler knows of a value: its code, its static type, how many items it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NODES: Final = frozenset({"elem", "attr", "text"})
NUMBERS: Final = frozenset({"int", "dec", "dbl"})


class Unsupported(Exception):
    """Not compiled; `exact.py` evaluates it."""


@dataclass(frozen=True, slots=True)
class Value:
    """Code and what is known of its value.

    *type*: elem, attr, text (nodes); u (untyped), str, int, dec, dbl, bool, date.  *card*: "1" exactly one, "?" the
    item or None, "m" raw (None, item or list), "*" a list.  *constant* is the value of a literal, or a frozenset of
    strings.  *ordered* is False when nodes of several names stand in no particular order.  *branches* is a choice
    between values of different types: condition, then, otherwise.  *strict* is code of the same nodes that raises where
    their order is not known.  *loose* nodes stand in the order of a sequence, perhaps twice: no path starts from them.
    """

    src: str
    type: str
    card: str
    constant: object = None
    ordered: bool = True
    strict: str | None = None
    branches: tuple[str, Value, Value] | None = None
    loose: bool = False


TRUE: Final = Value("True", "bool", "1", True)
FALSE: Final = Value("False", "bool", "1", False)
UNKNOWN: Final = Value("", "unknown", "1")
"""A variable that is not compiled."""
EMPTY: Final = Value("()", "empty", "*", ())
