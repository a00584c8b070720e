"""Finnish national reference (viitenumero): BT-83; Finvoice scheme SPY.

A base of 3 to 19 digits and a check digit: weights 7, 3, 1 repeat from the right, the sum is brought
to a full ten.  Leading zeros do not count.  Printed in fives from the right.

Source: Finance Finland, national reference number (through public implementations).

>>> parse("00012 32"), generate("1234"), to_rf("11112"), from_rf("RF9811112")
('1232', '12344', 'RF9811112', '11112')
>>> parse("1231")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: Finnish reference '1231': check digit is 1, expected 2
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from itertools import cycle

from einvoice.errors import InvalidLength
from einvoice.identifiers import rf_reference
from einvoice.identifiers.digits import accepts, compact, require_digits, wrong_check_digit

_NAME = "Finnish reference"


def check_digit(body: str) -> str:
    """Return the digit that completes *body*, all digits but the last."""
    total = sum(int(digit) * weight for digit, weight in zip(reversed(body), cycle((7, 3, 1)), strict=False))
    return str(-total % 10)


def parse(text: str) -> str:
    """Return *text* in its shortest form: no blanks, no leading zeros."""
    number = compact(text)
    require_digits(_NAME, text, number)
    number = number.lstrip("0")
    if not 4 <= len(number) <= 20:
        raise InvalidLength(f"{_NAME} {text!r}: {len(number)} digits without leading zeros, expected 4 to 20")
    if (want := check_digit(number[:-1])) != number[-1]:
        raise wrong_check_digit(_NAME, text, number[-1], want)
    return number


def is_valid(text: str) -> bool:
    """Tell whether *text* is a national reference."""
    return accepts(parse, text)


def generate(base: str) -> str:
    """Return the reference for *base*, for instance an invoice number of 3 to 19 digits."""
    name = "Base of a Finnish reference"
    number = compact(base)
    require_digits(name, base, number)
    number = number.lstrip("0")
    if not 3 <= len(number) <= 19:
        fix = "Put the same digits other than 0 in front of every such base." if len(number) < 3 else None
        raise InvalidLength(f"{name} {base!r}: {len(number)} digits without leading zeros, expected 3 to 19", fix=fix)
    return number + check_digit(number)


def to_rf(text: str) -> str:
    """Return the RF reference that means the same."""
    return rf_reference.generate(parse(text))


def from_rf(text: str) -> str | None:
    """Return the national reference within the RF reference *text*; None when it holds another number."""
    body = rf_reference.parse(text)[4:]
    return parse(body) if is_valid(body) else None


def format_printed(text: str) -> str:
    """Return *text* in groups of five from the right."""
    number = parse(text)
    first = len(number) % 5 or 5
    return " ".join([number[:first], *(number[i : i + 5] for i in range(first, len(number), 5))])
