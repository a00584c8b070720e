"""Swedish Plusgiro number: BT-84 as digits, with BT-86 `SE:PLUSGIRO` and payment means 30.

Two to eight digits, a Luhn digit last; on paper pairs from the right and a hyphen before the last.

Source: Peppol BIS Billing 3.0.21, SE-R-007, -010, -011 (which do not test the Luhn digit); python-stdnum
2.2 `luhn`.

>>> parse("4 89 50-0"), format_printed("9019506")
('489500', '90 19 50-6')
>>> parse("4895005")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: Plusgiro number '4895005': check digit is 5, expected 9
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from stdnum import luhn

from einvoice.errors import InvalidFormat
from einvoice.identifiers.digits import accepts, compact, require_digits, require_length, wrong_check_digit

_NAME = "Plusgiro number"


def check_digit(body: str) -> str:
    """Return the Luhn digit that completes *body*."""
    return luhn.calc_check_digit(body)


def parse(text: str) -> str:
    """Return the digits of *text*."""
    front, hyphen, back = compact(text, drop="").rpartition("-")
    number = front + back
    require_digits(_NAME, text, number)
    require_length(_NAME, text, number, (2, 3, 4, 5, 6, 7, 8))
    if hyphen and len(back) != 1:
        raise InvalidFormat(
            f"{_NAME} {text!r}: the hyphen stands before {len(back)} digits, expected before the last one",
            fix=f"Write {_printed(number)} if the digits are right.",
        )
    if (want := check_digit(number[:-1])) != number[-1]:
        raise wrong_check_digit(_NAME, text, number[-1], want)
    return number


def is_valid(text: str) -> bool:
    """Tell whether *text* is a Plusgiro number."""
    return accepts(parse, text)


def _printed(number: str) -> str:
    body = number[:-1]
    first = len(body) % 2 or 2
    pairs = [body[:first], *(body[i : i + 2] for i in range(first, len(body), 2))]
    return f"{' '.join(pairs)}-{number[-1]}"


def format_printed(text: str) -> str:
    """Return *text* in pairs, with the hyphen before its last digit."""
    return _printed(parse(text))
