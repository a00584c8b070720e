"""Global Location Number: BT-29, BT-46, BT-71 and, as address, BT-34 and BT-49, scheme 0088.

13 digits, the last one a check digit: weights 3 and 1 alternate from the right.  Never padded.

Source: GS1 General Specifications, check digit; python-stdnum `ean` (which takes other lengths too).

>>> parse("73 40109 10469 2")
'7340109104692'
>>> parse("7894565135487")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: GLN '7894565135487': check digit is 7, expected 1
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from stdnum import ean

from einvoice.identifiers.digits import accepts, compact, require_digits, require_length, wrong_check_digit


def check_digit(body: str) -> str:
    """Return the digit that completes *body*, the first 12 digits."""
    return ean.calc_check_digit(body)


def parse(text: str) -> str:
    """Return the 13 digits of *text*."""
    number = compact(text)
    require_digits("GLN", text, number)
    require_length("GLN", text, number, (13,))
    if (want := check_digit(number[:-1])) != number[-1]:
        raise wrong_check_digit("GLN", text, number[-1], want)
    return number


def is_valid(text: str) -> bool:
    """Tell whether *text* is a GLN."""
    return accepts(parse, text)
