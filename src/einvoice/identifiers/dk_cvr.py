"""Danish CVR number: BT-30 and BT-47, and as address BT-34 and BT-49, scheme 0184.

Eight digits, the first one not 0: weights 2 7 6 5 4 3 2 1, the sum divides by 11.  `DK` in front, as
in the VAT number, is dropped.

Source: Peppol BIS Billing 3.0.21, PEPPOL-COMMON-R042 (form only); python-stdnum 2.2 `dk.cvr`.

>>> parse("DK 13585628"), to_vat("13585628")
('13585628', 'DK13585628')
>>> parse("13585627")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: Danish CVR number '13585627': check digit is 7, expected 8
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from stdnum.dk import cvr

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

_NAME = "Danish CVR number"


def check_digit(body: str) -> str | None:
    """Return the digit that completes *body*, seven digits; None when such a number is never issued."""
    return completing_digit(body, cvr.is_valid)


def parse(text: str) -> str:
    """Return the eight digits of *text*."""
    seen = mask(text)
    number = compact(text)
    if number[:2].upper() == "DK":
        number = number[2:]
    require_digits(_NAME, seen, number)
    require_length(_NAME, seen, number, (8,))
    if number[0] == "0":
        raise InvalidFormat(f"{_NAME} {seen!r}: first digit is 0, expected 1 to 9")
    if not cvr.is_valid(number):
        raise wrong_check_digit(_NAME, seen, number[-1], check_digit(number[:-1]))
    return number


def is_valid(text: str) -> bool:
    """Tell whether *text* is a CVR number."""
    return accepts(parse, text)


def to_vat(text: str) -> str:
    """Return the VAT number that belongs to it; whether it is registered is another matter."""
    return f"DK{parse(text)}"
