"""Estonian registry code: BT-30 and BT-47, and as address BT-34 and BT-49, scheme 0191.

Eight digits, the first one 1, 7, 8 or 9: weights 1 to 7, the sum modulo 11; when that is 10, again
with weights 3 to 9.  The VAT number shares nothing with it.

Source: python-stdnum 2.2 `ee.registrikood`.

>>> parse("10137025")
'10137025'
>>> parse("12345679")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: Estonian registry code '12345679': check digit is 9, expected 8
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from stdnum.ee import registrikood

from einvoice.errors import InvalidFormat
from einvoice.identifiers.digits import (
    accepts,
    compact,
    completing_digit,
    require_digits,
    require_length,
    wrong_check_digit,
)
from einvoice.identifiers.personal import mask

_NAME = "Estonian registry code"


def check_digit(body: str) -> str | None:
    """Return the digit that completes *body*, seven digits; None when the first digit is not 1, 7, 8 or 9."""
    return completing_digit(body, registrikood.is_valid)


def parse(text: str) -> str:
    """Return the eight digits of *text*."""
    seen = mask(text)
    number = compact(text)
    require_digits(_NAME, seen, number)
    require_length(_NAME, seen, number, (8,))
    if number[0] not in "1789":
        raise InvalidFormat(f"{_NAME} {seen!r}: first digit is {number[0]}, expected 1, 7, 8 or 9")
    if not registrikood.is_valid(number):
        raise wrong_check_digit(_NAME, seen, number[-1], check_digit(number[:-1]))
    return number


def is_valid(text: str) -> bool:
    """Tell whether *text* is a registry code."""
    return accepts(parse, text)
