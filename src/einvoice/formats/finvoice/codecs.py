"""How Finvoice spells values: decimal comma, dates without separators.

Reading takes what occurs: a decimal point, ISO dates, blanks around values.  The schema layer and the rules name those;
here a value is refused only when it is ambiguous or no value at all.  Writing is strict.

Source: Finvoice implementation guidelines 3.0, the types of the schemas of 2.01 and 3.0.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, Final

from einvoice.calc.rounding import EXACT
from einvoice.formats.mapping.codecs import BLANKS, Codec, format_comma, read_comma, read_date, read_stripped

WHOLE_DIGITS: Final = 15
"""Digits of an amount before the comma."""
DECIMALS: Final = 5
"""Decimals of an amount or a price at most."""
PERCENT_DECIMALS: Final = 3
QUANTITY_LENGTH: Final = 14

_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})\Z").match
_DAY_AND_TIME = re.compile(r"([0-9]{8})(?:[0-9]{6}|[0-9]{8})\Z").match


def read_day(text: str) -> date:
    """Return the date in ``20261120``; an ISO date is taken as well."""
    text = text.strip(BLANKS)
    found = _DAY(text)
    if found is None:
        if "-" in text:
            return read_date(text)
        raise ValueError(f"{text!r} is not a date such as 20261120")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise ValueError(
            f"{text!r} is not a day of the calendar (year, month, day: {'-'.join(found.groups())})"
        ) from None


def read_day_with_time(text: str) -> date | str:
    """Return the date, or the text itself where a time of day stands behind it, as 1.0 has it: `settle` parts them."""
    found = _DAY_AND_TIME(text.strip(BLANKS))
    if found is None:
        return read_day(text)
    read_day(found[1])
    return text.strip(BLANKS)


_SPACES = re.compile(r"[^\S\x1c-\x1f]+")


def unspaced(text: str) -> str:
    """Return *text* without blanks of all kinds; control characters, which str.split takes for blanks, stay.

    >>> unspaced("FI21 1234\u00a05600")
    'FI2112345600'
    """
    return _SPACES.sub("", text)


def write_day(value: date) -> str:
    """Return ``20261120``."""
    return value.isoformat().replace("-", "")


def write_amount(value: Decimal) -> str:
    """Return *value* with a comma and two to five decimals; raises ValueError for one that does not fit."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent < -2:
        value = value.normalize(EXACT)
        exponent = value.as_tuple().exponent
        assert isinstance(exponent, int)
        if exponent < -DECIMALS:
            raise ValueError(f"{value} has {-exponent} decimals, and Finvoice takes {DECIMALS}")
    if exponent > -2:
        value = value.quantize(Decimal("0.01"), context=EXACT)
    text = format_comma(value)
    if len(text.lstrip("-").partition(",")[0]) > WHOLE_DIGITS:
        raise ValueError(f"{value} has more than {WHOLE_DIGITS} digits before the comma")
    return text


def kept_amount(value: Decimal) -> str:
    """Return *value* as it is kept among texts: as it will be written, or in full when it does not fit."""
    try:
        return write_amount(value)
    except ValueError:
        return format_comma(value)


def write_epi_amount(value: Decimal) -> str:
    """Return *value* with exactly two decimals, as the payment order wants it."""
    if value != (rounded := value.quantize(Decimal("0.01"), context=EXACT)):
        raise ValueError(f"{value} has more than two decimals, and a payment order takes two")
    return write_amount(rounded)


def write_percentage(value: Decimal) -> str:
    """Return *value* with at most three decimals; raises ValueError for one that does not fit."""
    if value < 0 or value >= 1000:
        raise ValueError(f"{value} is outside 0 to 999, and Finvoice takes no other percentage")
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent < -PERCENT_DECIMALS:
        shorter = value.quantize(Decimal("0.001"), context=EXACT)
        if shorter != value:
            raise ValueError(f"{value} has more than {PERCENT_DECIMALS} decimals")
        value = shorter
    return format_comma(value)


def read_quantity(text: str) -> Decimal | str:
    """Return a number, or the text itself where it is none: the schema takes any text, and `settle` decides."""
    try:
        return read_comma(text)
    except ValueError:
        return text.strip(BLANKS)


def write_quantity(value: Decimal) -> str:
    """Return *value* in at most 14 characters; raises ValueError for one that does not fit."""
    text = format_comma(value)
    if len(text) > QUANTITY_LENGTH and "," in text:
        text = text.rstrip("0").rstrip(",")
    if len(text) > QUANTITY_LENGTH:
        raise ValueError(f"{value} has {len(text)} characters, and a quantity of Finvoice takes {QUANTITY_LENGTH}")
    return text


DAY: Codec[date] = Codec("day", read_day, write_day, "a date such as 20261120")
DAY_WITH_TIME: Codec[Any] = Codec("day with time", read_day_with_time, write_day, "a date such as 20261120")
AMOUNT: Codec[Decimal] = Codec("amount", read_comma, write_amount, "an amount such as 1234,50", ",")
EPI_AMOUNT: Codec[Decimal] = Codec("epi amount", read_comma, write_epi_amount, "an amount such as 1234,50", ",")
PERCENTAGE: Codec[Decimal] = Codec("percentage", read_comma, write_percentage, "a percentage such as 25,5", ",")
QUANTITY: Codec[Decimal | str] = Codec(
    "quantity", read_quantity, lambda value: write_quantity(Decimal(value)), "a number such as 12,5", ","
)
TEXT: Codec[str] = Codec("stripped", read_stripped, str, "text")
