"""Swedish Bankgiro number: BT-84 as digits, with BT-86 `SE:BANKGIRO` and payment means 30.

Seven or eight digits, a Luhn digit last; on paper a hyphen before the last four.

Source: Peppol BIS Billing 3.0.21, SE-R-008, -009, -011 (which do not test the Luhn digit); python-stdnum
2.2 `luhn`.

>>> parse("5050-1055"), format_printed("1609908")
('50501055', '160-9908')
>>> parse("5050-1056")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: Bankgiro number '5050-1056': check digit is 6, expected 5
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from stdnum import luhn

from einvoice.errors import InvalidFormat
from einvoice.identifiers.digits import accepts, compact, require_digits, require_length, wrong_check_digit

_NAME = "Bankgiro number"


def check_digit(body: str) -> str:
    """Return the Luhn digit that completes *body*."""
    return luhn.calc_check_digit(body)


def parse(text: str) -> str:
    """Return the digits of *text*."""
    front, hyphen, back = compact(text, drop="").rpartition("-")
    number = front + back
    require_digits(_NAME, text, number)
    require_length(_NAME, text, number, (7, 8))
    if hyphen and len(back) != 4:
        raise InvalidFormat(
            f"{_NAME} {text!r}: the hyphen stands before {len(back)} digits, expected before the last four",
            fix=f"Write {number[:-4]}-{number[-4:]} if the digits are right.",
        )
    if (want := check_digit(number[:-1])) != number[-1]:
        raise wrong_check_digit(_NAME, text, number[-1], want)
    return number


def is_valid(text: str) -> bool:
    """Tell whether *text* is a Bankgiro number."""
    return accepts(parse, text)


def format_printed(text: str) -> str:
    """Return *text* with the hyphen before its last four digits."""
    number = parse(text)
    return f"{number[:-4]}-{number[-4:]}"
