"""Swedish OCR reference: BT-83 of an invoice paid by Bankgiro or Plusgiro.

2 to 25 digits, a Luhn digit last.  Some sellers put a length digit in front of it: the count of all
digits, modulo 10.  What is checked is part of the seller's agreement: nothing, the check digit, also
the length digit, or the check digit and one or two fixed lengths.

Source: Bankgirot, OCR references, control levels (through public descriptions); python-stdnum `luhn`.

>>> generate("12345"), generate("12345", length_digit=True)
('123455', '1234574')
>>> parse("123456")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: OCR reference '123456': check digit is 6, expected 5
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from collections.abc import Sequence

from stdnum import luhn

from einvoice.errors import InvalidCheckDigit, InvalidLength
from einvoice.identifiers.digits import (
    CHECK_DIGIT_FIX,
    accepts,
    compact,
    require_digits,
    require_length,
    wrong_check_digit,
)

_NAME = "OCR reference"


def check_digit(body: str) -> str:
    """Return the Luhn digit that completes *body*, all digits but the last."""
    return luhn.calc_check_digit(body)


def parse(text: str, *, length_digit: bool = False, lengths: Sequence[int] = ()) -> str:
    """Return the digits of *text*.

    With *length_digit* the last but one digit is tested too; *lengths* are the fixed lengths agreed.
    """
    number = compact(text)
    require_digits(_NAME, text, number)
    if not 2 <= len(number) <= 25:
        raise InvalidLength(f"{_NAME} {text!r}: {len(number)} digits, expected 2 to 25")
    if lengths:
        require_length(_NAME, text, number, tuple(lengths))
    if (want := check_digit(number[:-1])) != number[-1]:
        raise wrong_check_digit(_NAME, text, number[-1], want)
    if length_digit and number[-2] != (want := str(len(number) % 10)):
        raise InvalidCheckDigit(
            f"{_NAME} {text!r}: length digit is {number[-2]}, expected {want} for {len(number)} digits",
            fix=CHECK_DIGIT_FIX,
        )
    return number


def is_valid(text: str, *, length_digit: bool = False, lengths: Sequence[int] = ()) -> bool:
    """Tell whether *text* passes `parse` with the same options."""
    return accepts(lambda number: parse(number, length_digit=length_digit, lengths=lengths), text)


def generate(base: str, *, length_digit: bool = False) -> str:
    """Return the reference for *base*, digits such as an invoice number, up to 25 digits in all."""
    name = "Base of an OCR reference"
    number = compact(base)
    require_digits(name, base, number)
    longest = 23 if length_digit else 24
    if len(number) > longest:
        raise InvalidLength(f"{name} {base!r}: {len(number)} digits, expected 1 to {longest}")
    if length_digit:
        number += str((len(number) + 2) % 10)
    return number + check_digit(number)
