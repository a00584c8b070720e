"""How the values of a request are spelled: what a caller gives, checked, as text for a URL, a header or an element.

A value may be a Python value or text, as it comes from a command line.  What does not fit is a `UsageError` that names
the parameter, the value seen and the one expected; nothing is cut, rounded or guessed.

>>> spell("netvisorkeylist", [5, "6"], "keys"), spell("begininvoicedate", date(2026, 11, 20), "day")
('5,6', '2026-11-20')
>>> spell("status", "Open", "choice", ("open", "paid"))
'open'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, Literal

from einvoice import codelists
from einvoice.errors import UsageError
from einvoice.formats.mapping.codecs import format_comma, format_decimal, read_comma, read_date

Kind = Literal[
    "text", "key", "keys", "whole", "day", "flag", "truth", "choice", "country", "quantity", "number", "guid"
]
"""*key* and *keys* are positive whole numbers, *flag* is 1 or 0, *truth* true or false, *quantity* has a decimal comma
and *number* a point."""

_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_GUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LOCAL: Final = re.compile(r"http://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?(/.*)?")
_TRUE: Final = ("1", "true", "yes")
_FALSE: Final = ("0", "false", "no")


def spell(
    name: str, value: object, kind: Kind, choices: tuple[str, ...] = (), most: int | None = None, lines: bool = False
) -> str:
    """Return *value* of the parameter *name* as text.

    *most* limits the characters of a text, the keys of a list, or a whole number; *lines* lets a text have several.
    """
    if isinstance(value, float):
        raise _wrong(name, value, "no binary fraction", "Give a Decimal, a whole number or text.")
    match kind:
        case "text":
            return _text(name, value, most, lines)
        case "key" | "whole":
            return _whole(name, value, most, least=1 if kind == "key" else 0)
        case "keys":
            return _keys(name, value, most)
        case "day":
            return _day(name, value).isoformat()
        case "flag" | "truth":
            true = _truth(name, value)
            return ("1" if true else "0") if kind == "flag" else ("true" if true else "false")
        case "choice":
            return _choice(name, value, choices)
        case "country":
            return _country(name, value)
        case "quantity":
            return format_comma(amount(name, value))
        case "number":
            return format_decimal(amount(name, value))
        case "guid":
            text = _text(name, value, None, False)
            if not _GUID.fullmatch(text):
                raise _wrong(name, text, "a GUID such as 5e11e700-0000-4000-8000-000000000001")
            return text


def amount(name: str, value: object) -> Decimal:
    """Return *value* as an exact number; text may have a comma or a point."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise _wrong(name, value, "a number such as 1234.50", "Give a Decimal, a whole number or text.")
    if isinstance(value, Decimal) and not value.is_finite():
        raise _wrong(name, value, "a number such as 1234.50")
    try:
        return read_comma(value) if isinstance(value, str) else Decimal(value)
    except ValueError as error:
        raise _wrong(name, value, "a number such as 1234.50") from error


def refuse_unknown(operation: str, values: Mapping[str, Any], known: Iterable[str]) -> None:
    """Raise for a value that the operation has no place for."""
    names = tuple(known)
    for name in values:
        if name not in names:
            import difflib

            near = difflib.get_close_matches(name, names, 2)
            takes = f"It takes {', '.join(names)}." if names else "It takes no values."
            raise UsageError(
                f"{operation} has no parameter {name!r}", fix=f"Did you mean {' or '.join(near)}?" if near else takes
            )


def missing(operation: str, names: Iterable[str], why: str = "") -> UsageError:
    """Return the error for parameters that were not given."""
    text = ", ".join(names)
    return UsageError(f"{operation} needs {text}{why and ': '}{why}", fix=f"Give {text}.")


def one_of(operation: str, values: Mapping[str, Any], names: tuple[str, ...]) -> None:
    """Raise unless exactly one of the parameters *names* was given."""
    given = [name for name in names if name in values]
    if not given:
        raise UsageError(f"{operation} needs {' or '.join(names)}", fix=f"Give one of {', '.join(names)}.")
    if len(given) > 1:
        raise UsageError(f"{operation} takes one of {', '.join(names)}, not several", fix=f"Leave out {given[-1]}.")


def in_order(operation: str, values: Mapping[str, str], first: str, last: str) -> None:
    """Raise when the day *last* lies before the day *first*; both are spelled already."""
    if first in values and last in values and values[last] < values[first]:
        raise UsageError(
            f"{operation}: {last} {values[last]} lies before {first} {values[first]}", fix="Give the earlier day first."
        )


def check_address(address: str | None, production: str, test: str) -> None:
    """Raise for an address of a service to which secrets may not go: https, or this machine."""
    if address is not None and not (address.startswith("https://") or _LOCAL.fullmatch(address)):
        raise UsageError(f"address is {address!r}, expected https://…", fix=f"Give {production} or {test}.")


def _wrong(name: str, value: object, wanted: str, fix: str | None = None) -> UsageError:
    shown = str(value) if isinstance(value, (Decimal, date)) else repr(value)
    shown = shown if len(shown) <= 80 else shown[:79] + "…"
    return UsageError(f"{name} is {shown}, expected {wanted}", fix=fix or f"Give {wanted}.")


def _text(name: str, value: object, most: int | None, lines: bool) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        raise _wrong(name, value, "text")
    text = format_decimal(value) if isinstance(value, Decimal) else str(value)
    if not text.strip():
        raise _wrong(name, text, "text that says something", f"Give {name}, or leave it out.")
    seen = _CONTROL.search(re.sub("[\t\r\n]", "", text) if lines else text)
    if seen is not None:
        raise _wrong(name, text, "text without control characters", f"Remove {seen[0]!a}.")
    if most is not None and len(text) > most:
        raise UsageError(f"{name} has {len(text)} characters, at most {most} are taken", fix="Shorten it.")
    return text


def _whole(name: str, value: object, most: int | None, least: int) -> str:
    text = str(value).strip() if isinstance(value, (int, str)) and not isinstance(value, bool) else ""
    wanted = f"a whole number from {least}" + (f" to {most}" if most is not None else "")
    if not (text.isascii() and text.isdigit()) or len(text) > 18:
        raise _wrong(name, value, wanted)
    number = int(text)
    if number < least or (most is not None and number > most):
        raise _wrong(name, value, wanted)
    return str(number)


def _keys(name: str, value: object, most: int | None) -> str:
    items: list[object]
    if isinstance(value, str):
        items = [item for item in value.split(",") if item.strip()]
    elif isinstance(value, Iterable):
        items = list(value)
    else:
        items = [value]
    if not items:
        raise _wrong(name, value, "at least one key")
    if most is not None and len(items) > most:
        raise UsageError(f"{name} has {len(items)} keys, at most {most} are taken", fix="Ask in several requests.")
    return ",".join(_whole(name, item, None, 1) for item in items)


def _day(name: str, value: object) -> date:
    if isinstance(value, datetime):
        raise _wrong(name, value, "a day", "Give the date without the time.")
    if isinstance(value, date):
        return value
    try:
        return read_date(value if isinstance(value, str) else "")
    except ValueError as error:
        raise _wrong(name, value, "a day such as 2026-11-20") from error


def _truth(name: str, value: object) -> bool:
    text = str(value).strip().lower()
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    raise _wrong(name, value, "yes or no")


def _choice(name: str, value: object, choices: tuple[str, ...]) -> str:
    text = str(value).strip()
    for choice in choices:
        if text.casefold() == choice.casefold():
            return choice
    raise _wrong(name, value, f"one of {', '.join(choices)}")


def _country(name: str, value: object) -> str:
    code = str(value).strip().upper()
    if codelists.country(code) is None:
        raise _wrong(name, value, "a country in two letters, such as FI")
    return code
