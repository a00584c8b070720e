"""Values of XPath 2 and what may be done with one of them: casts, arithmetic, comparisons, rounding, strings.

An atomic value is a Python value: ``str`` is xs:string, `Untyped` xs:untypedAtomic (the text of a node), ``bool``,
``int`` (xs:integer), ``Decimal`` (xs:decimal), ``float`` (xs:double), `Single` (xs:float), `Date`, `DateTime`,
`Duration`.  Types are told apart by ``type(value)``, never by ``isinstance``: bool is an int to Python.

Everything behaves as Saxon-HE 13 does, for its verdict is the one that counts; where it leaves the recommendation,
the docstring says so.  Nothing here knows of nodes or of a document.

>>> divide(1, 3)
Decimal('0.333333333333333333')
>>> number_text(1e6)
'1.0E6'
>>> to_decimal("1e3")
Traceback (most recent call last):
einvoice.schematron.values.DynamicError: FORG0001: '1e3' is no decimal number
"""

from __future__ import annotations

import math
import re
import struct
import sys
from collections.abc import Callable, Iterable
from decimal import (
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
)
from typing import Any, Final, NamedTuple

from einvoice.schematron.limits import TooLong


class DynamicError(Exception):
    """An error of XPath while an expression is evaluated; *code* as the recommendation names it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


class Untyped(str):
    """xs:untypedAtomic: the text of a node without a schema."""

    __slots__ = ()


class Single(float):
    """xs:float, always rounded to 32 bits."""

    __slots__ = ()


class Date(NamedTuple):
    """xs:date; *zone* in minutes east of Greenwich, None without one."""

    year: int
    month: int
    day: int
    zone: int | None = None


class DateTime(NamedTuple):
    """xs:dateTime."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: Decimal
    zone: int | None = None


class Duration(NamedTuple):
    """xs:dayTimeDuration: what the difference of two dates is."""

    seconds: Decimal


Atomic = str | bool | int | Decimal | float | Date | DateTime | Duration

IMPLICIT_ZONE: Final = 0
"""Time zone of dates without one when they are compared, in minutes.  XPath takes that of the machine; a verdict
that depends on where it is passed is none, so it is UTC here."""

NUMERIC: Final = frozenset({int, Decimal, float, Single})

_EXACT: Final = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
"""Sums, differences and products of decimals have no limit.  Nothing is divided in this context."""

exact_add: Final[Callable[[Decimal, Decimal], Decimal]] = _EXACT.add
exact_subtract: Final[Callable[[Decimal, Decimal], Decimal]] = _EXACT.subtract

_JAVA_WRITES: Final = (sys.float_info.max, 5e-324)
_FIRST_SINGLE: Final = 2.0**-149
_NORMAL_SINGLE: Final = 2.0**-126
_LAST_SINGLE: Final = (2 - 2.0**-23) * 2.0**127

MAX_DIGITS: Final = 100_000
"""Most digits of a number that is made an integer, give or take a few."""

WHITE: Final = " \t\r\n"
"""White space of XML; `str.strip()` knows more."""

_NAMES: Final[dict[type, str]] = {
    str: "xs:string",
    Untyped: "xs:untypedAtomic",
    bool: "xs:boolean",
    int: "xs:integer",
    Decimal: "xs:decimal",
    float: "xs:double",
    Single: "xs:float",
    Date: "xs:date",
    DateTime: "xs:dateTime",
    Duration: "xs:dayTimeDuration",
}


def type_name(value: object) -> str:
    """Return the name of the type of *value*, for messages."""
    return _NAMES.get(type(value), "a node")


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")


# ---------------------------------------------------------------- white space and strings

_RUNS: Final = re.compile(r"[ \t\r\n]+")


def normalize_space(text: str) -> str:
    """Return *text* without white space at its ends and with single blanks inside.

    >>> normalize_space(" a \\t b\\u00a0")
    'a b\\xa0'
    """
    return _RUNS.sub(" ", text).strip(" ")


def upper_case(text: str) -> str:
    """Return *text* in capitals, by the full mapping of Unicode.

    >>> upper_case("straße")
    'STRASSE'
    """
    return text.upper()


def lower_case(text: str) -> str:
    """Return *text* in small letters, character by character: no sigma is final."""
    return text.replace("Σ", "σ").lower() if "Σ" in text else text.lower()


def translate(text: str, old: str, new: str) -> str:
    """Return *text* with each character of *old* replaced by the one at its place in *new*, or dropped.

    >>> translate("12a3", "321a", "xy")
    'yx'
    """
    table: dict[int, str | None] = {}
    for number, character in enumerate(old):
        table.setdefault(ord(character), new[number] if number < len(new) else None)
    return text.translate(table)


def substring(text: str, start: float, length: float | None = None) -> str:
    """Return the characters whose places, from 1, are at least round(start) and below round(start) + round(length).

    >>> substring("12345", 1.5, 2.6), substring("12345", 0, 3), substring("12345", float("nan"))
    ('234', '12', '')
    """
    first = round_double(float(start))
    if math.isnan(first) or start > len(text):  # Saxon looks at the last place before it rounds
        return ""
    if length is None:
        if math.isinf(first):
            return text if first < 0 else ""
        return text[max(0, int(first) - 1) :]
    last = first + round_double(float(length))
    if math.isnan(last) or last <= 1 or first > len(text):
        return ""
    begin = 0 if first < 1 else int(first) - 1
    return text[begin : None if last > len(text) else int(last) - 1]


def codepoints_to_string(codes: Iterable[int]) -> str:
    """Return the string of the characters with these numbers; FOCH0001 for one that XML has not."""
    made = []
    for code in codes:
        if not is_xml_character(code):
            raise DynamicError("FOCH0001", f"{code} is the number of no XML character")
        made.append(chr(code))
    return "".join(made)


def is_xml_character(code: int) -> bool:
    """Return whether XML 1.0 allows the character with this number."""
    return 0x20 <= code <= 0xD7FF or code in (9, 10, 13) or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


# ---------------------------------------------------------------- text to value

_DECIMAL: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
_DOUBLE: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_SPECIAL: Final = {"INF": math.inf, "+INF": math.inf, "-INF": -math.inf, "NaN": math.nan}
_ZONE: Final = r"(Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_WIDE_ZONE: Final = r"(Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?"  # Saxon takes 14:59 in a date
_YEAR: Final = r"(-?(?:[1-9][0-9]{4,9}|[0-9]{4}))"
_LAST_YEAR: Final = 2**31 - 1  # of Saxon
_DATE: Final = re.compile(_YEAR + r"-([0-9]{2})-([0-9]{2})" + _WIDE_ZONE)
_DATETIME: Final = re.compile(_YEAR + r"-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2}(?:\.[0-9]+)?)" + _ZONE)
_MONTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def to_decimal(text: str) -> Decimal:
    """Return *text* as xs:decimal; FORG0001.

    >>> to_decimal(" 12.50 ")
    Decimal('12.50')
    """
    short = text.strip(WHITE)
    if _DECIMAL.fullmatch(short) is None:
        raise DynamicError("FORG0001", f"{_shown(text)} is no decimal number")
    return Decimal(short)


def to_integer(text: str) -> int:
    """Return *text* as xs:integer; FORG0001."""
    short = text.strip(WHITE)
    if _INTEGER.fullmatch(short) is None:
        raise DynamicError("FORG0001", f"{_shown(text)} is no whole number")
    return _int(short)


def _int(digits: str) -> int:
    # int() refuses more than 4300 digits; through a Decimal there is no limit.
    if len(digits) < 4000:
        return int(digits)
    if len(digits) > MAX_DIGITS:  # it takes time that grows with the square
        raise TooLong
    return int(Decimal(digits))


def to_double(text: str) -> float:
    """Return *text* as xs:double; FORG0001.

    >>> to_double("1e3"), to_double(" +5")
    (1000.0, 5.0)
    """
    short = text.strip(WHITE)
    if _DOUBLE.fullmatch(short) is None:
        special = _SPECIAL.get(short)
        if special is None:
            raise DynamicError("FORG0001", f"{_shown(text)} is no number")
        return special
    return float(short)


def to_number(text: str) -> float:
    """Return *text* as xs:double, NaN when it is none: what number() does."""
    try:
        return to_double(text)
    except DynamicError:
        return math.nan


def to_boolean(text: str) -> bool:
    """Return *text* as xs:boolean: true, false, 1 or 0; FORG0001."""
    short = text.strip(WHITE)
    if short in ("true", "1"):
        return True
    if short in ("false", "0"):
        return False
    raise DynamicError("FORG0001", f"{_shown(text)} is neither true nor false")


def to_date(text: str) -> Date:
    """Return *text* as xs:date; FORG0001."""
    match = _DATE.fullmatch(text.strip(WHITE))
    if match is None or not _is_day(int(match[1]), int(match[2]), int(match[3])):
        raise DynamicError("FORG0001", f"{_shown(text)} is no date")
    return Date(int(match[1]), int(match[2]), int(match[3]), _zone(match[4]))


def to_datetime(text: str) -> DateTime:
    """Return *text* as xs:dateTime; FORG0001."""
    match = _DATETIME.fullmatch(text.strip(WHITE))
    if match is not None:
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        hour, minute, second = int(match[4]), int(match[5]), Decimal(match[6][: len("59.123456789")])
        if _is_day(year, month, day) and minute < 60 and second < 60:
            if hour < 24:
                return DateTime(year, month, day, hour, minute, second, _zone(match[7]))
            if hour == 24 and not minute and not second:
                return DateTime(*_civil(_days(year, month, day) + 1), 0, 0, second, _zone(match[7]))
    raise DynamicError("FORG0001", f"{_shown(text)} is no date with time")


def _zone(text: str | None) -> int | None:
    if not text:
        return None
    if text == "Z":
        return 0
    minutes = int(text[1:3]) * 60 + int(text[4:6])
    return -minutes if text[0] == "-" else minutes


def _is_day(year: int, month: int, day: int) -> bool:
    if abs(year) > _LAST_YEAR or not 1 <= month <= 12 or day < 1:
        return False
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= _MONTHS[month] + leap


def _days(year: int, month: int, day: int) -> int:
    """Return the number of the day, 0 being 1 March of the year 0; years have no limit."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year


def _civil(days: int) -> tuple[int, int, int]:
    era, of_era = divmod(days, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return year + era * 400 + (month <= 2), month, day


def instant(value: Date | DateTime) -> Decimal:
    """Return the place of a date on the line of time, in seconds: what dates are compared by."""
    zone = IMPLICIT_ZONE if value.zone is None else value.zone
    seconds = Decimal(_days(value.year, value.month, value.day) * 86400 - zone * 60)
    if type(value) is DateTime:
        seconds = exact_add(seconds, exact_add(Decimal(value.hour * 3600 + value.minute * 60), value.second))
    return seconds


# ---------------------------------------------------------------- value to text


def decimal_text(value: Decimal) -> str:
    """Return a decimal as XPath writes it: no exponent, no zeros at its end.

    >>> decimal_text(Decimal("1E+2")), decimal_text(Decimal("-0.0")), decimal_text(Decimal("1.50"))
    ('100', '0', '1.5')
    """
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "0", "") else text


def number_text(value: float) -> str:
    """Return a double as Saxon writes it: shortest digits, not always the nearest.

    >>> number_text(0.1 + 0.2), number_text(1e-7), number_text(-0.0), number_text(5.0), number_text(1e23)
    ('0.30000000000000004', '1.0E-7', '-0', '5', '0.9999999999999999E23')
    """
    if value != value:
        return "NaN"
    if value in (math.inf, -math.inf):
        return "INF" if value > 0 else "-INF"
    if value == 0:
        return "-0" if math.copysign(1.0, value) < 0 else "0"
    size = abs(float(value))
    shortest = repr(size)
    if 1e-6 <= size < 1e6 and len(shortest) < 16:
        digits, place = _digits(shortest)
    elif size in _JAVA_WRITES or size < sys.float_info.min:
        # One that Java writes has two digits at least: the nearest.
        digits, place = _digits(shortest if len(shortest.partition("e")[0]) > 1 else f"{size:.1e}")
    else:
        digits, place = _steele_white(size, 53)
    return ("-" if value < 0 else "") + _digits_text(digits, place, 1e-6 <= size < 1e6)


def single_text(value: float) -> str:
    """Return an xs:float as Saxon writes it."""
    size = abs(float(value))
    if value != value or size in (math.inf, 0):
        return number_text(value)
    if size in (_LAST_SINGLE, _FIRST_SINGLE) or size < _NORMAL_SINGLE:
        text = next(text for text in (f"{size:.{places}e}" for places in range(1, 9)) if to_single(float(text)) == size)
        digits, place = _digits(text)
    else:
        digits, place = _steele_white(size, 24)
    return ("-" if value < 0 else "") + _digits_text(digits, place, to_single(1e-6) <= size < 1e6)


def _digits(text: str) -> tuple[str, int]:
    """Return the digits of *text*, without zeros at the end, and the power of ten of the first."""
    _, digits, exponent = Decimal(text).as_tuple()
    return "".join(map(str, digits)).rstrip("0"), int(exponent) + len(digits) - 1


def _steele_white(value: float, bits: int) -> tuple[str, int]:
    """Return the digits of *value*, of that many *bits*, and the power of ten of the first, which may be a zero.

    Source: Steele and White, How to Print Floating-Point Numbers Accurately, 1990, (FPP)^2; as in Saxon, a power of
    two has no smaller gap below it.
    """
    fraction, exponent = math.frexp(value)
    shift = exponent - bits
    rest, scale, gap = int(fraction * 2**bits) << max(shift, 0), 1 << max(-shift, 0), 1 << max(shift, 0)
    place = -1
    while rest < (scale + 9) // 10:
        place, rest, gap = place - 1, rest * 10, gap * 10
    while 2 * rest + gap >= 2 * scale:
        place, scale = place + 1, scale * 10
    digits = []
    while True:
        digit, rest = divmod(rest * 10, scale)
        gap *= 10
        low, high = 2 * rest < gap, 2 * rest > 2 * scale - gap
        if low or high:
            digits.append(digit + (high and (not low or 2 * rest > scale)))
            return "".join(map(str, digits)), place
        digits.append(digit)


def _digits_text(shown: str, place: int, plain: bool) -> str:
    if not plain:
        return f"{shown[0]}.{shown[1:] or '0'}E{place}"
    if place < 0:
        return f"0.{'0' * (-place - 1)}{shown}"
    if len(shown) <= place + 1:
        return shown + "0" * (place + 1 - len(shown))
    return f"{shown[: place + 1]}.{shown[place + 1 :]}"


def integer_text(value: int) -> str:
    """Return a whole number as text, of any length."""
    return str(value) if -(10**4000) < value < 10**4000 else f"{Decimal(value):f}"


def _zone_text(zone: int | None) -> str:
    if zone is None:
        return ""
    if zone == 0:
        return "Z"
    return f"{'-' if zone < 0 else '+'}{abs(zone) // 60:02}:{abs(zone) % 60:02}"


def _day_text(value: Date | DateTime) -> str:
    minus = "-" if value.year < 0 else ""
    return f"{minus}{abs(value.year):04}-{value.month:02}-{value.day:02}"


def _second_text(value: Decimal) -> str:
    text = decimal_text(value)
    return "0" + text if value < 10 else text


def string_value(value: Any) -> str:
    """Return an atomic value as string."""
    kind = type(value)
    if kind is str:
        return str(value)
    if kind is Untyped:
        return str.__str__(value)
    return _TEXTS[kind](value)


def _duration_text(value: Duration) -> str:
    minus, seconds = ("-", -value.seconds) if value.seconds < 0 else ("", value.seconds)
    whole = int(seconds)
    days, rest = divmod(whole, 86400)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    second = exact_add(Decimal(rest), exact_subtract(seconds, Decimal(whole)))
    time = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    time += f"{decimal_text(second)}S" if second else ""
    if not days and not time:
        return "PT0S"
    return minus + "P" + (f"{days}D" if days else "") + (f"T{time}" if time else "")


_TEXTS: Final[dict[type, Callable[[Any], str]]] = {
    bool: lambda value: "true" if value else "false",
    int: integer_text,
    Decimal: decimal_text,
    float: number_text,
    Single: single_text,
    Date: lambda value: _day_text(value) + _zone_text(value.zone),
    DateTime: lambda value: (
        f"{_day_text(value)}T{value.hour:02}:{value.minute:02}:{_second_text(value.second)}{_zone_text(value.zone)}"
    ),
    Duration: _duration_text,
}


# ---------------------------------------------------------------- casts


def to_single(value: float) -> Single:
    """Return *value* rounded to xs:float."""
    try:
        return Single(struct.unpack("f", struct.pack("f", value))[0])
    except OverflowError:
        return Single(math.copysign(math.inf, value))


def as_double(value: Any) -> float:
    """Return a number of any type as double; a decimal is never minus zero."""
    try:
        return float(value) + 0.0 if type(value) is Decimal else float(value)
    except OverflowError:  # of an int; a Decimal gives infinity by itself
        return math.inf if value > 0 else -math.inf


def as_decimal(value: Any) -> Decimal:
    """Return a finite number of any type as decimal, exactly; FOCA0002 otherwise."""
    if type(value) is Decimal:
        return value
    if type(value) is int:
        return Decimal(value)
    if math.isinf(value) or math.isnan(value):
        raise DynamicError("FOCA0002", f"{number_text(value)} is no decimal number")
    return Decimal(float(value))


def _cast_decimal(value: Any) -> Decimal:
    kind = type(value)
    if kind is str or kind is Untyped:
        return to_decimal(value)
    if kind is bool:
        return Decimal(int(value))
    if kind in NUMERIC:
        return as_decimal(value)
    raise _no_cast(value, "decimal")


def _cast_integer(value: Any) -> int:
    kind = type(value)
    if kind is int:
        return int(value)
    if kind is str or kind is Untyped:
        return to_integer(value)
    if kind is bool:
        return int(value)
    if kind in NUMERIC:
        return int(as_decimal(value))
    raise _no_cast(value, "integer")


def _cast_double(value: Any) -> float:
    kind = type(value)
    if kind is float:
        return float(value)
    if kind is str or kind is Untyped:
        return to_double(value)
    if kind is bool or kind in NUMERIC:
        return as_double(value)
    raise _no_cast(value, "double")


def _cast_float(value: Any) -> Single:
    kind = type(value)
    if kind is Single:
        return Single(value)
    if kind is str or kind is Untyped:
        return to_single(to_double(value))
    if kind is bool or kind in NUMERIC:
        return to_single(as_double(value))
    raise _no_cast(value, "float")


def _cast_boolean(value: Any) -> bool:
    kind = type(value)
    if kind is bool:
        return bool(value)
    if kind is str or kind is Untyped:
        return to_boolean(value)
    if kind in NUMERIC:
        return not (value == 0 or value != value)
    raise _no_cast(value, "boolean")


def _cast_date(value: Any) -> Date:
    kind = type(value)
    if kind is Date:
        return Date(*value)
    if kind is str or kind is Untyped:
        return to_date(value)
    if kind is DateTime:
        return Date(value.year, value.month, value.day, value.zone)
    raise _no_cast(value, "date")


def _cast_datetime(value: Any) -> DateTime:
    kind = type(value)
    if kind is DateTime:
        return DateTime(*value)
    if kind is str or kind is Untyped:
        return to_datetime(value)
    if kind is Date:
        return DateTime(value.year, value.month, value.day, 0, 0, Decimal(0), value.zone)
    raise _no_cast(value, "dateTime")


def _no_cast(value: object, target: str) -> DynamicError:
    return DynamicError("XPTY0004", f"{type_name(value)} cannot be cast to xs:{target}")


CASTS: Final[dict[str, Callable[[Any], Any]]] = {
    "string": string_value,
    "untypedAtomic": lambda value: Untyped(string_value(value)),
    "boolean": _cast_boolean,
    "decimal": _cast_decimal,
    "integer": _cast_integer,
    "double": _cast_double,
    "float": _cast_float,
    "date": _cast_date,
    "dateTime": _cast_datetime,
}
"""From an atomic value to the type of that name; FORG0001, FOCA0002 or XPTY0004."""


_TYPES: Final[dict[str, frozenset[type]]] = {
    "string": frozenset({str}),
    "boolean": frozenset({bool}),
    "decimal": frozenset({Decimal, int}),
    "integer": frozenset({int}),
    "double": frozenset({float}),
    "float": frozenset({Single}),
    "date": frozenset({Date}),
    "dateTime": frozenset({DateTime}),
    "untypedAtomic": frozenset({Untyped}),
    "numeric": NUMERIC,
}


def convert(value: Any, target: str, what: str = "a value") -> Any:
    """Return an atomic value as the function conversion rules make it the type *target*; XPTY0004.

    An untyped value is cast, an integer is a decimal, a number becomes a float or a double; nothing else changes,
    except that Saxon makes a decimal of a double by its shortest digits.

    >>> convert(0.1, "decimal")
    Decimal('0.1')
    """
    kind = type(value)
    if target == "anyAtomicType" or (target in _TYPES and kind in _TYPES[target]):
        return value
    if kind is Untyped:
        return CASTS["double" if target == "numeric" else target](value)
    if target == "double" and kind in NUMERIC:
        return as_double(value)
    if target == "float" and kind in (int, Decimal):
        return to_single(as_double(value))
    if target == "decimal" and kind in (float, Single):
        return stripped(Decimal(repr(float(value)))) if math.isfinite(value) else as_decimal(value)
    raise DynamicError("XPTY0004", f"{what} is {type_name(value)}, declared is xs:{target}")


# ---------------------------------------------------------------- arithmetic


def operand(value: Any, op: str) -> Any:
    """Return an operand of *op*: an untyped one as double; XPTY0004 when it is no number."""
    if type(value) in NUMERIC:
        return value
    if type(value) is Untyped:
        return to_double(value)
    raise DynamicError("XPTY0004", f"{type_name(value)} is no operand of {op}")


def arithmetic(op: str, left: Any, right: Any) -> Any:
    """Return *left* *op* *right* of two atomic values; *op* is one of ``+ - * div idiv mod``."""
    first, second = type(left), type(right)
    if first is Untyped:
        left, first = to_double(left), float
    if second is Untyped:
        right, second = to_double(right), float
    if first not in NUMERIC or second not in NUMERIC:
        return _calendar(op, left, right)
    if first is float or second is float:
        return _DOUBLES[op](as_double(left), as_double(right))
    if first is Single or second is Single:
        one, two = to_single(as_double(left)), to_single(as_double(right))
        if op == "idiv":
            quotient = _double_div(one, two)
            return _double_idiv(to_single(quotient), 1.0) if abs(quotient) <= _LAST_SINGLE else _double_idiv(one, two)
        return to_single(_DOUBLES[op](one, two))
    if first is int and second is int:
        return _INTEGERS[op](left, right)
    if op == "div":
        return divide(left, right)
    return _DECIMALS[op](left if first is Decimal else Decimal(left), right if second is Decimal else Decimal(right))


def _calendar(op: str, left: Any, right: Any) -> Any:
    first, second = type(left), type(right)
    if op == "-" and first is second and first in (Date, DateTime):
        return Duration(exact_subtract(instant(left), instant(right)))
    if first is second is Duration and op in ("+", "-"):
        return Duration((exact_add if op == "+" else exact_subtract)(left.seconds, right.seconds))
    if first is second is Duration and op == "div":
        return divide(left.seconds, right.seconds)
    raise DynamicError("XPTY0004", f"{op} is not defined for {type_name(left)} and {type_name(right)}")


def divide(left: int | Decimal, right: int | Decimal) -> Decimal:
    """Return *left* div *right* of decimals and integers; FOAR0001 for a division by zero.

    The quotient has 18 decimals, and as many more as the scale of *left* is greater; halves go towards zero.  The scale
    is that of Saxon: of decimals without the zeros at their end, so -2 for 300.0 but 0 for 300.  Between whole numbers
    it is 0 when both are positive and less than 2**31.

    >>> divide(Decimal("0.000000000000000001"), 2)
    Decimal('5E-19')
    >>> divide(2, 300), divide(2, Decimal("300.0"))
    (Decimal('0.006666666666666667'), Decimal('0.00666666666666666667'))
    """
    if not right:
        raise DynamicError("FOAR0001", "a division by zero")
    if not left:
        return Decimal(0)
    whole = _is_whole(left), _is_whole(right)
    left_places = 0 if whole[0] else _places(left)
    right_places = 0 if whole[1] else _places(right)
    if all(whole) and not (0 < left < 2**31 and 0 < right < 2**31):
        left_places, right_places = _places(left), _places(right)
    places = 18 + max(0, left_places - right_places)
    # Whole numbers, scaled so that their quotient counts units of the last decimal: exact at any length.
    shift = places - left_places + right_places
    dividend, divisor = _whole(left, left_places), _whole(right, right_places)
    if shift >= 0:
        dividend *= 10**shift
    else:
        divisor *= 10**-shift
    quotient, rest = divmod(abs(dividend), abs(divisor))
    if 2 * rest > abs(divisor):
        quotient += 1
    if (dividend < 0) != (divisor < 0):
        quotient = -quotient
    return stripped(_EXACT.scaleb(Decimal(quotient), -places))


def stripped(value: Decimal) -> Decimal:
    """Return *value* without zeros at its end, if it has decimals."""
    exponent = value.as_tuple().exponent
    return _EXACT.normalize(value) if isinstance(exponent, int) and exponent < 0 else value


def _is_whole(value: int | Decimal) -> bool:
    """Return whether *value* is an integer to Saxon: so is a decimal that was read from up to 15 digits and no dot."""
    if type(value) is int:
        return True
    _, digits, exponent = Decimal(value).as_tuple()
    return exponent == 0 and len(digits) < 16


def _places(value: int | Decimal) -> int:
    """Return the scale of *value* when zeros at its end are dropped; negative for 100."""
    exponent = _EXACT.normalize(Decimal(value)).as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


def _whole(value: int | Decimal, places: int) -> int:
    if value.__sizeof__() > MAX_DIGITS // 2:
        raise TooLong
    return int(_EXACT.scaleb(Decimal(value), places))


def _integer_idiv(left: int, right: int) -> int:
    if not right:
        raise DynamicError("FOAR0001", "a division by zero")
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


def _integer_mod(left: int, right: int) -> int:
    if not right:
        raise DynamicError("FOAR0001", "a division by zero")
    rest = abs(left) % abs(right)
    return -rest if left < 0 else rest


def _decimal_parts(left: Decimal, right: Decimal) -> tuple[int, Decimal]:
    if not right:
        raise DynamicError("FOAR0001", "a division by zero")
    places = max(_places(left), _places(right), 0)
    first, second = _whole(left, places), _whole(right, places)
    return _integer_idiv(first, second), _EXACT.scaleb(Decimal(_integer_mod(first, second)), -places)


def _double_div(left: float, right: float) -> float:
    if right == 0:
        if left == 0 or left != left:
            return math.nan
        return math.copysign(math.inf, math.copysign(1.0, left) * math.copysign(1.0, right))
    return left / right


def _double_mod(left: float, right: float) -> float:
    if right == 0 or math.isinf(left) or left != left or right != right:
        return math.nan
    return math.fmod(left, right)


def _double_idiv(left: float, right: float) -> int:
    if right == 0:
        raise DynamicError("FOAR0001", "a division by zero")
    if math.isnan(left) or math.isinf(left) or math.isnan(right):
        raise DynamicError("FOAR0002", f"{number_text(left)} idiv {number_text(right)} is no whole number")
    quotient = left / right
    if math.isinf(quotient):
        raise DynamicError("FOCA0002", f"{number_text(left)} idiv {number_text(right)} is no whole number")
    return int(quotient)


_DOUBLES: Final[dict[str, Callable[[float, float], Any]]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "div": _double_div,
    "mod": _double_mod,
    "idiv": _double_idiv,
}
MAX_BITS: Final = 1_000_000
"""Of the factors of a product: a number that is squared again and again takes all time."""


def _integer_times(left: int, right: int) -> int:
    if left.bit_length() + right.bit_length() > MAX_BITS:
        raise TooLong
    return left * right


def exact_multiply(left: Decimal, right: Decimal) -> Decimal:
    """Return the product, all digits of it."""
    if left.__sizeof__() + right.__sizeof__() > MAX_BITS // 8:
        raise TooLong
    return _EXACT.multiply(left, right)


_INTEGERS: Final[dict[str, Callable[[int, int], Any]]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": _integer_times,
    "div": divide,
    "mod": _integer_mod,
    "idiv": _integer_idiv,
}
_DECIMALS: Final[dict[str, Callable[[Decimal, Decimal], Any]]] = {
    "+": exact_add,
    "-": exact_subtract,
    "*": exact_multiply,
    "mod": lambda left, right: _decimal_parts(left, right)[1],
    "idiv": lambda left, right: _decimal_parts(left, right)[0],
}


def negate(value: Any) -> Any:
    """Return ``-value`` of a number or an untyped value."""
    value = operand(value, "-")
    if type(value) is Decimal:
        return _EXACT.minus(value)
    return Single(-value) if type(value) is Single else -value


# ---------------------------------------------------------------- rounding


def round_double(value: float) -> float:
    """Return the whole number next to *value*, halves towards positive infinity; it may be minus zero.

    >>> round_double(2.5), round_double(-2.5), round_double(0.49999999999999994), round_double(-0.4)
    (3.0, -2.0, 0.0, -0.0)
    """
    if value != value or math.isinf(value) or abs(value) >= 4503599627370496.0 or value == 0:
        return value
    low = math.floor(value)
    found = float(low + 1 if value - low >= 0.5 else low)
    return -0.0 if found == 0 and value < 0 else found


def round_decimal(value: Decimal) -> Decimal:
    """Return the whole number next to *value*, halves towards positive infinity.

    >>> round_decimal(Decimal("2.5")), round_decimal(Decimal("-2.5"))
    (Decimal('3'), Decimal('-2'))
    """
    return value.to_integral_value(ROUND_HALF_DOWN if value < 0 else ROUND_HALF_UP)


def _rounder(double: Callable[[float], float], decimal: Callable[[Decimal], Decimal]) -> Callable[[Any], Any]:
    def run(value: Any) -> Any:
        kind = type(value)
        if kind is int:
            return value
        if kind is Decimal:
            return value if _is_whole(value) else _EXACT.normalize(decimal(value))
        return Single(double(value)) if kind is Single else double(value)

    return run


def _floor(value: float) -> float:
    if value != value or math.isinf(value) or value == 0:
        return value
    return float(math.floor(value))


def _ceiling(value: float) -> float:
    if value != value or math.isinf(value) or value == 0:
        return value
    found = float(math.ceil(value))
    return -0.0 if found == 0 else found


round_number: Final = _rounder(round_double, round_decimal)
floor_number: Final = _rounder(_floor, lambda value: value.to_integral_value(ROUND_FLOOR))
ceiling_number: Final = _rounder(_ceiling, lambda value: value.to_integral_value(ROUND_CEILING))


def absolute(value: Any) -> Any:
    """Return abs(value) of a number."""
    if type(value) is Decimal:
        return value.copy_abs()
    return Single(abs(value)) if type(value) is Single else abs(value)


def round_half_even(value: Any, places: int = 0) -> Any:
    """Return *value* rounded to *places* decimals, halves to the even neighbour."""
    kind = type(value)
    if kind is int:
        if places >= 0:
            return value
        return int(_half_even(Decimal(value), places))
    if kind is Decimal:
        return _half_even(value, places)
    if value != value or math.isinf(value) or value == 0:
        return value
    found = float(_half_even(Decimal(float(value)), places))
    found = math.copysign(found, value) if found == 0 else found
    return to_single(found) if kind is Single else found


def _half_even(value: Decimal, places: int) -> Decimal:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -places:
        return value
    return value.quantize(Decimal((0, (1,), -places)), ROUND_HALF_EVEN, _EXACT)


# ---------------------------------------------------------------- comparisons


def _java_compare(left: float, right: float) -> int:
    """Compare as Java orders doubles: minus zero below zero, NaN above all."""
    if left < right:
        return -1
    if left > right:
        return 1
    if left == right:
        if left == 0:
            first, second = math.copysign(1.0, left), math.copysign(1.0, right)
            return (first > second) - (first < second)
        return 0
    return (left != left) - (right != right)


_PLAIN_INTEGER: Final = re.compile(r"-?[0-9]{1,15}")


def compare_untyped(op: str, text: str, right: Any) -> bool:
    """Compare the text of a node with a number; FORG0001 when it is no number.

    Saxon orders the two doubles as Java does, so ``-0.0`` is below 0 and ``NaN`` above every number; two whole
    numbers are compared as such.

    >>> compare_untyped("eq", "-0.0", 0), compare_untyped("eq", "-0", 0), compare_untyped("gt", "NaN", 1)
    (False, True, True)
    """
    if right != right:
        return op == "ne"
    short = text.strip(WHITE)
    if type(right) is int and -(2**63) <= right < 2**63 and _PLAIN_INTEGER.fullmatch(short):
        order = (int(short) > right) - (int(short) < right)
    else:
        order = _java_compare(to_double(short), as_double(right))
    return _ORDERS[op](order)


_ORDERS: Final[dict[str, Callable[[int], bool]]] = {
    "eq": lambda order: order == 0,
    "ne": lambda order: order != 0,
    "lt": lambda order: order < 0,
    "le": lambda order: order <= 0,
    "gt": lambda order: order > 0,
    "ge": lambda order: order >= 0,
}
INVERSE: Final = {"eq": "eq", "ne": "ne", "lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}
GENERAL: Final = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
COMPARE: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "eq": lambda left, right: left == right,
    "ne": lambda left, right: left != right,
    "lt": lambda left, right: left < right,
    "le": lambda left, right: left <= right,
    "gt": lambda left, right: left > right,
    "ge": lambda left, right: left >= right,
}


def compare_value(op: str, left: Any, right: Any) -> bool:
    """Return *left* *op* *right* of two atomic values by the rules of ``eq``, ``lt`` …: untyped values are strings.

    XPTY0004 when the two cannot be compared.
    """
    first, second = type(left), type(right)
    if first is Untyped or first is str:
        if second is Untyped or second is str:
            return COMPARE[op](left, right)
    elif first in NUMERIC:
        if second in NUMERIC:
            return compare_numbers(op, left, right)
    elif first is bool:
        if second is bool:
            return COMPARE[op](left, right)
    elif first is second:
        if first is Duration:
            return COMPARE[op](left.seconds, right.seconds)
        return COMPARE[op](instant(left), instant(right))
    raise DynamicError("XPTY0004", f"{type_name(left)} cannot be compared with {type_name(right)}")


def compare_numbers(op: str, left: Any, right: Any) -> bool:
    """Compare two numbers in the wider of their types."""
    first, second = type(left), type(right)
    if first is float or second is float:
        return COMPARE[op](as_double(left), as_double(right))
    if first is Single or second is Single:
        return COMPARE[op](to_single(as_double(left)), to_single(as_double(right)))
    return COMPARE[op](left, right)


def compare_general(op: str, left: Any, right: Any) -> bool:
    """Return *left* *op* *right* of two atomic values by the rules of ``=``, ``<`` … (*op* is still eq, lt …).

    An untyped value takes the type of the other one: double for a number; FORG0001 when it has not that form.
    """
    first, second = type(left), type(right)
    if first is Untyped:
        if second in NUMERIC:
            return compare_untyped(op, left, right)
        if second is not Untyped and second is not str:
            return compare_value(op, CASTS[_PRIMITIVE[second]](left), right)
    elif second is Untyped:
        if first in NUMERIC:
            return compare_untyped(INVERSE[op], right, left)
        if first is not str:
            return compare_value(op, left, CASTS[_PRIMITIVE[first]](right))
    return compare_value(op, left, right)


def _untyped_duration(value: Any) -> Duration:
    raise DynamicError("FORG0001", f"{_shown(str(value))} is compared with a duration, which is not supported")


_PRIMITIVE: Final[dict[type, str]] = {bool: "boolean", Date: "date", DateTime: "dateTime", Duration: "dayTimeDuration"}
CASTS["dayTimeDuration"] = _untyped_duration


def same_value(left: Any, right: Any) -> bool:
    """Return whether ``eq`` holds, false where the two cannot be compared: what index-of and distinct-values ask."""
    try:
        return compare_value("eq", left, right)
    except DynamicError:
        return False


# ---------------------------------------------------------------- sums and extremes


def total(values: Iterable[Any], zero: Any = 0) -> Any:
    """Return sum() of atomic values: untyped ones are doubles; *zero* when there are none."""
    found: Any = None
    for value in values:
        found = _added(found, value)
    return zero if found is None else found


def _added(found: Any, value: Any) -> Any:
    if type(value) is Untyped:
        value = to_double(value)
    elif type(value) not in NUMERIC and type(value) is not Duration:
        raise DynamicError("FORG0006", f"{type_name(value)} cannot be added up")
    if found is None:
        return value
    if (type(found) is Duration) is not (type(value) is Duration):
        raise DynamicError("FORG0006", "numbers and durations cannot be added up")
    return arithmetic("+", found, value)


def average(values: Iterable[Any]) -> Any:
    """Return avg() of atomic values, None when there are none.  A NaN ends it: what follows is not looked at."""
    count = 0
    found: Any = None
    for value in values:
        found = _added(found, value)
        count += 1
        if found != found:
            return found
    if found is None:
        return None
    if type(found) is Duration:
        return Duration(divide(found.seconds, count))
    return arithmetic("div", found, count)


def extreme(values: Iterable[Any], op: str, ignore_nan: bool = False) -> Any:
    """Return max() (*op* is "gt") or min() ("lt") of atomic values, None when there are none.

    Untyped values are doubles.  The result has the widest type among the numbers.  A NaN ends it all: what follows is
    not looked at; *ignore_nan* passes over it.
    """
    found: Any = None
    widest: type = int
    for value in values:
        kind = type(value)
        if kind is Untyped:
            value, kind = to_double(value), float
        if kind is float or (kind is Single and widest is not float):
            widest = kind
        if value != value:
            if ignore_nan:
                continue
            return value
        try:
            if found is None or compare_value(op, value, found):
                found = value
        except DynamicError as error:
            raise DynamicError("FORG0006", error.message) from None
    if widest is float and type(found) in NUMERIC:
        return as_double(found)
    return to_single(as_double(found)) if widest is Single and type(found) in NUMERIC else found
