"""Norwegian organisation number: BT-30 and BT-47, and as address BT-34 and BT-49, scheme 0192.

Nine digits: weights 3 2 7 6 5 4 3 2, then 11 minus the sum modulo 11; a remainder of 1 has no check
digit and is never issued.  `NO` in front and `MVA` behind, as in the VAT number, are dropped.

Source: Peppol BIS Billing 3.0.21, PEPPOL-COMMON-R041; python-stdnum 2.2 `no.orgnr`.

>>> parse("NO 988 077 917 MVA"), format_printed("988077917"), to_vat("988077917")
('988077917', '988 077 917', 'NO988077917MVA')
>>> parse("988077918")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: Norwegian organisation number '988077918': check digit is 8, expected 7
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from stdnum.no import orgnr

from einvoice.identifiers.digits import (
    accepts,
    compact,
    completing_digit,
    require_digits,
    require_length,
    wrong_check_digit,
)
from einvoice.identifiers.personal import mask

_NAME = "Norwegian organisation number"


def check_digit(body: str) -> str | None:
    """Return the digit that completes *body*, eight digits; None when such a number is never issued."""
    return completing_digit(body, orgnr.is_valid)


def parse(text: str) -> str:
    """Return the nine digits of *text*."""
    seen = mask(text)
    number = compact(text)
    if number[:2].upper() == "NO":
        number = number[2:]
    if number[-3:].upper() == "MVA":
        number = number[:-3]
    require_digits(_NAME, seen, number)
    require_length(_NAME, seen, number, (9,))
    if not orgnr.is_valid(number):
        raise wrong_check_digit(_NAME, seen, number[-1], check_digit(number[:-1]))
    return number


def is_valid(text: str) -> bool:
    """Tell whether *text* is an organisation number."""
    return accepts(parse, text)


def format_printed(text: str) -> str:
    """Return *text* in groups of three."""
    number = parse(text)
    return f"{number[:3]} {number[3:6]} {number[6:]}"


def to_vat(text: str) -> str:
    """Return the VAT number that belongs to it; whether it is registered is another matter."""
    return f"NO{parse(text)}MVA"
