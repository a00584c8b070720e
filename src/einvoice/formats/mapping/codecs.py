"""Codecs: how a value is spelled on the wire.  Each is a pair; the inverse is derived or stated beside it.

`read` takes the text of the wire and returns the value; it raises `ValueError` with a message that says what
was expected.  `write` is the inverse.  Neither sees None: absence is handled by the engine.

Amounts never pass through a float.  Digits are ASCII only: Python's own `Decimal` would take Arabic digits,
underscores and exponents, which `xs:decimal` does not know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")

BLANKS = " \t\r\n"
"""What XML takes for blank; Python's own idea of it is wider."""


class Codec(NamedTuple, Generic[T]):
    """A pair of functions with a name; *expects* completes the sentence "… is not …" in messages."""

    name: str
    read: Callable[[str], T]
    write: Callable[[T], str]
    expects: str
    mark: Literal["", ".", ","] = ""
    """The decimal mark of a number whose plain digits `Decimal` may read by itself; empty where it may not."""


_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\Z").match
_COMMA = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)\Z").match
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z").match
_DATE_ZONE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})\Z").match
_DATE_LOOSE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\Z").match
_INTEGER = re.compile(r"[+-]?[0-9]+\Z").match

MAX_DIGITS = 100
"""Longer numbers are refused: no invoice holds them, and arithmetic on them is an attack."""


def read_text(text: str) -> str:
    """Return *text* exactly as it stands."""
    return text


def read_stripped(text: str) -> str:
    """Return *text* without blanks around it."""
    return text.strip(BLANKS)


def read_decimal(text: str) -> Decimal:
    """Return an `xs:decimal`, digits kept: ``25.50`` gives ``Decimal('25.50')``."""
    if not _DECIMAL(text):
        text = text.strip(BLANKS)
        if not _DECIMAL(text):
            raise ValueError(f"{text!r} is not a number such as 1234.50 (no blanks, no comma, no exponent)")
    if len(text) > MAX_DIGITS:
        raise ValueError(f"the number has {len(text)} characters, at most {MAX_DIGITS} are read")
    return Decimal(text)


def format_decimal(value: Decimal) -> str:
    """Return plain digits with a point, never an exponent, never minus zero."""
    text = str(value)
    if "E" in text:
        text = format(value, "f")
    if text[0] == "-" and not value:
        text = text[1:]
    return text


def read_comma(text: str) -> Decimal:
    """Return a number with a comma or a point: ``123,45`` and ``123.45`` are one."""
    text = text.strip(BLANKS)
    if not _COMMA(text):
        raise ValueError(f"{text!r} is not a number such as 1234,50 (no blanks, no thousands separator, no letters)")
    if len(text) > MAX_DIGITS:
        raise ValueError(f"the number has {len(text)} characters, at most {MAX_DIGITS} are read")
    return Decimal(text.replace(",", "."))


def format_comma(value: Decimal) -> str:
    """Return plain digits with a decimal comma."""
    return format_decimal(value).replace(".", ",")


def _day(year: str, month: str, day: str, text: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(f"{text!r} is not a day of the calendar") from None


def read_date(text: str) -> date:
    """Return an `xs:date`; a time zone is not part of an invoice date and is refused."""
    found = _DATE(text) or _DATE(text.strip(BLANKS))
    if not found:
        if _DATE_ZONE(text.strip(BLANKS)):
            raise ValueError(f"{text.strip(BLANKS)!r} has a time zone; a date is written {text.strip(BLANKS)[:10]}")
        raise ValueError(f"{text.strip(BLANKS)!r} is not a date such as 2026-11-20")
    return _day(found[1], found[2], found[3], text.strip(BLANKS))


def read_date_loose(text: str) -> date:
    """Return a date whose month and day may lack the leading zero (``2018-5-29``)."""
    found = _DATE_LOOSE(text.strip(BLANKS))
    if not found:
        raise ValueError(f"{text.strip(BLANKS)!r} is not a date such as 2026-11-20")
    return _day(found[1], found[2], found[3], text.strip(BLANKS))


def read_integer(text: str) -> int:
    """Return a whole number."""
    text = text.strip(BLANKS)
    if not _INTEGER(text) or len(text) > 18:
        raise ValueError(f"{text!r} is not a whole number")
    return int(text)


def read_boolean(text: str) -> bool:
    """Return an `xs:boolean`."""
    text = text.strip(BLANKS)
    if text in ("true", "1"):
        return True
    if text in ("false", "0"):
        return False
    raise ValueError(f"{text!r} is neither true nor false")


def code_map(name: str, codes: Mapping[str, str], *, write: Mapping[str, str] | None = None) -> Codec[str]:
    """Return a codec that translates codes; the inverse is derived.

    Entries that collapse (two wire codes, one value) must say in *write* which one is written.  An unknown code is
    refused on reading and passed on unchanged in neither direction.
    """
    inverse: dict[str, str] = {}
    for wire, value in codes.items():
        if value in inverse and value not in (write or {}):
            raise ValueError(f"{name}: {wire!r} and {inverse[value]!r} both mean {value!r}; say which is written")
        inverse.setdefault(value, wire)
    inverse.update(write or {})

    def read(text: str) -> str:
        try:
            return codes[text.strip(BLANKS)]
        except KeyError:
            raise ValueError(f"{text.strip(BLANKS)!r} is none of {', '.join(map(repr, codes))}") from None

    def put(value: str) -> str:
        try:
            return inverse[value]
        except KeyError:
            raise ValueError(f"{value!r} has no code here; known are {', '.join(map(repr, inverse))}") from None

    return Codec(name, read, put, f"one of {', '.join(codes)}")


TEXT: Codec[str] = Codec("text", read_text, str, "text")
STRIPPED: Codec[str] = Codec("stripped", read_stripped, str, "text")
CODE: Codec[str] = Codec("code", read_stripped, str, "a code")
DECIMAL: Codec[Decimal] = Codec("decimal", read_decimal, format_decimal, "a number such as 1234.50", ".")
COMMA: Codec[Decimal] = Codec("comma", read_comma, format_comma, "a number such as 1234,50", ",")
DATE: Codec[date] = Codec("date", read_date, date.isoformat, "a date such as 2026-11-20")
DATE_LOOSE: Codec[date] = Codec("date_loose", read_date_loose, date.isoformat, "a date such as 2026-11-20")
INTEGER: Codec[int] = Codec("integer", read_integer, str, "a whole number")
BOOLEAN: Codec[bool] = Codec("boolean", read_boolean, lambda value: "true" if value else "false", "true or false")

AnyCodec = Codec[Any]
