"""Swedish organisation number: BT-30 and BT-47, and as address BT-34 and BT-49, scheme 0007.

Ten digits on the wire, `NNNNNN-NNNN` on paper, a Luhn digit last.  The third digit of a legal person
is 2 or more; a sole trader's number is a personal number, valid here but masked in every message.
Twelve digits carry 16 in front, or a person's century.

Source: Peppol BIS Billing 3.0.21, PEPPOL-COMMON-R049; python-stdnum 2.2 `se.orgnr`.

>>> parse("16 556047-3521"), format_printed("5560473521")
('5560473521', '556047-3521')
>>> parse("556047-3522")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: Swedish organisation number '556047-3522': check digit is 2, expected 1
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from stdnum import luhn
from stdnum.se import orgnr

from einvoice.errors import InvalidCheckDigit, InvalidFormat
from einvoice.identifiers.digits import (
    CHECK_DIGIT_FIX,
    accepts,
    compact,
    is_digits,
    require_digits,
    require_length,
    wrong_check_digit,
)
from einvoice.identifiers.personal import hide

_NAME = "Swedish organisation number"
_CENTURIES = ("18", "19", "20")


def check_digit(body: str) -> str:
    """Return the Luhn digit that completes *body*, nine digits."""
    return luhn.calc_check_digit(body)


def mask(text: str) -> str:
    """Return *text* as messages may show it: starred behind six digits unless surely a legal person's."""
    number = compact(text, drop="-+")
    front, ten = (number[:2], number[2:]) if len(number) == 12 else ("16", number)
    # Twelve digits may also be a VAT number that lost its SE; then the person's ten come first.
    if is_digits(number) and len(ten) == 10 and ten[2] >= "2" and (front == "16" or ten[0] >= "2"):
        return text
    return hide(text, 8 if len(number) == 12 and number[:2] in _CENTURIES else 6)


def parse(text: str) -> str:
    """Return the ten digits of *text*; a personal number passes, `is_personal` tells."""
    seen = mask(text)
    number = compact(text, drop="-+")
    require_digits(_NAME, seen, number)
    if len(number) == 12:
        front, number = number[:2], number[2:]
        if front != "16" and not (front in _CENTURIES and _is_person(number)):
            raise InvalidFormat(
                f"{_NAME} {seen!r}: 12 digits that start with {front}, expected 16",
                fix="Write the ten digits without anything in front.",
            )
    require_length(_NAME, seen, number, (10,))
    if not orgnr.is_valid(number):
        if _is_person(number):
            raise InvalidCheckDigit(f"{_NAME} {seen!r}: the check digit does not fit", fix=CHECK_DIGIT_FIX)
        raise wrong_check_digit(_NAME, seen, number[-1], check_digit(number[:-1]))
    return number


def is_valid(text: str) -> bool:
    """Tell whether *text* is the number of a legal person or of a sole trader."""
    return accepts(parse, text)


def _is_person(number: str) -> bool:
    return number[2] < "2"


def is_personal(text: str) -> bool:
    """Tell whether *text*, a valid number, is the personal number of a sole trader."""
    return _is_person(parse(text))


def remark(text: str) -> str | None:
    """Say that a valid *text* is a personal number or lost two digits in front, else None."""
    number = parse(text)
    if _is_person(number):
        return f"{_NAME} {mask(text)!r} is the personal number of a sole trader"
    if len(compact(text, drop="-+")) == 12:
        return f"{_NAME} {text!r} was written with 16 in front and read as {number}"
    return None


def format_printed(text: str) -> str:
    """Return *text* as NNNNNN-NNNN."""
    number = parse(text)
    return f"{number[:6]}-{number[6:]}"


def to_vat(text: str) -> str:
    """Return the usual VAT number, with 01 behind; whether it is registered is another matter."""
    return f"SE{parse(text)}01"
