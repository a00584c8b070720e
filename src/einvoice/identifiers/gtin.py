"""Global Trade Item Number: BT-157 with scheme 0160.

8, 12, 13 or 14 digits with the check digit of the GLN.  Never padded: the lengths are different keys.

Source: GS1 General Specifications, check digit; python-stdnum `ean`.

>>> parse("4006381333931")
'4006381333931'
>>> parse("73513536")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: GTIN '73513536': check digit is 6, expected 7
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from stdnum import ean

from einvoice.identifiers.digits import accepts, compact, require_digits, require_length, wrong_check_digit


def check_digit(body: str) -> str:
    """Return the digit that completes *body*, the 7, 11, 12 or 13 digits in front of it."""
    return ean.calc_check_digit(body)


def parse(text: str) -> str:
    """Return the digits of *text*."""
    number = compact(text)
    require_digits("GTIN", text, number)
    require_length("GTIN", text, number, (8, 12, 13, 14))
    if (want := check_digit(number[:-1])) != number[-1]:
        raise wrong_check_digit("GTIN", text, number[-1], want)
    return number


def is_valid(text: str) -> bool:
    """Tell whether *text* is a GTIN of any length."""
    return accepts(parse, text)
