"""Finnish business id (y-tunnus): BT-30 and BT-47 with scheme 0212; the core of OVT and VAT number.

Seven digits, hyphen, check digit: weights 7 9 10 5 8 4 2, then 11 minus the sum modulo 11.  A
remainder of 1 has no check digit, such a number is never issued.  Old numbers have six digits in
front of the hyphen and get a leading zero.

Source: python-stdnum 2.2 `fi.ytunnus`, which takes a hyphen anywhere and does not pad.

>>> parse("20774740"), to_ovt("2077474-0"), to_vat("2077474-0")
('2077474-0', '003720774740', 'FI20774740')
>>> parse("2077474-1")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: Finnish business id '2077474-1': check digit is 1, expected 0
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from stdnum.fi import ytunnus

from einvoice.errors import InvalidFormat
from einvoice.identifiers.digits import (
    accepts,
    compact,
    completing_digit,
    is_digits,
    require_digits,
    require_length,
    wrong_check_digit,
)
from einvoice.identifiers.personal import mask

_NAME = "Finnish business id"


def check_digit(body: str) -> str | None:
    """Return the digit that completes *body*, seven digits; None when such a number is never issued."""
    return completing_digit(body, ytunnus.is_valid)


def digits(text: str) -> str:
    """Return the eight digits without hyphen, as OVT code and VAT number hold them."""
    seen = mask(text)
    number = compact(text, drop="")
    front, hyphen, back = number.rpartition("-")
    body = front + back
    require_digits(_NAME, seen, body, _fix_for_prefix(number))
    if hyphen and len(back) != 1:
        raise InvalidFormat(
            f"{_NAME} {seen!r}: the hyphen stands before {len(back)} digits, expected before the last one",
            fix="Write seven digits, a hyphen and the check digit, as in 2077474-0.",
        )
    if len(body) == 7 and (hyphen or ytunnus.is_valid("0" + body)):
        body = "0" + body
    require_length(_NAME, seen, body, (8,))
    if not ytunnus.is_valid(body):
        raise wrong_check_digit(_NAME, seen, body[-1], check_digit(body[:-1]))
    return body


def _fix_for_prefix(number: str) -> str | None:
    """Return the advice for an OVT code or a VAT number in the place of the business id."""
    inner = number[2:] if number[:2].upper() == "FI" else ""
    if is_digits(inner) and ytunnus.is_valid(inner):
        return f"This is a VAT number; the business id in it is {inner[:7]}-{inner[7:]}."
    return None


def parse(text: str) -> str:
    """Return *text* as seven digits, hyphen and check digit."""
    number = digits(text)
    return f"{number[:7]}-{number[7:]}"


def is_valid(text: str) -> bool:
    """Tell whether *text* is a business id."""
    return accepts(digits, text)


def remark(text: str) -> str | None:
    """Say that a valid *text* lacked its leading zero, else None."""
    number = digits(text)
    if len(compact(text)) == 7:
        return f"{_NAME} {text!r} was written with six digits and read as {number[:7]}-{number[7:]}"
    return None


def to_ovt(text: str) -> str:
    """Return the OVT code without a suffix: 0037 and the eight digits."""
    return "0037" + digits(text)


def to_vat(text: str) -> str:
    """Return the VAT number that belongs to the business id; whether it is registered is another matter."""
    return "FI" + digits(text)
