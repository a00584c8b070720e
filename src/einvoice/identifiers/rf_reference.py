"""RF creditor reference: BT-83; Finvoice scheme ISO.

`RF`, two check digits, up to 21 letters or digits.  Printed in fours from the left.  `fi_reference`
converts to and from the Finnish national reference.

Source: ISO 11649, ISO 7064 MOD 97-10; python-stdnum `iso11649`, `iso7064.mod_97_10`.

>>> parse("RF98 1111 2"), generate("11112")
('RF9811112', 'RF9811112')
>>> parse("RF9911112")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: RF reference 'RF9911112': check digits are 99, expected 98
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from stdnum import iso11649
from stdnum.iso7064 import mod_97_10

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers.digits import CHECK_DIGIT_FIX, accepts, compact, is_alphanumeric, is_digits

_NAME = "RF reference"


def check_digits(body: str) -> str:
    """Return the two digits that stand between RF and *body*."""
    return mod_97_10.calc_check_digits(body + "RF")


def parse(text: str) -> str:
    """Return *text* without blanks and hyphens, in upper case."""
    number = compact(text)
    if not is_alphanumeric(number):
        raise InvalidFormat(f"{_NAME} {text!r}: letters and digits only")
    number = number.upper()
    if not number.startswith("RF"):
        raise InvalidFormat(f"{_NAME} {text!r}: starts with {number[:2]}, expected RF")
    if not 5 <= len(number) <= 25:
        raise InvalidLength(f"{_NAME} {text!r}: {len(number)} characters, expected 5 to 25")
    if not is_digits(number[2:4]):
        raise InvalidFormat(f"{_NAME} {text!r}: {number[2:4]} behind RF, expected two check digits")
    if not iso11649.is_valid(number):
        found, want = number[2:4], check_digits(number[4:])
        raise InvalidCheckDigit(f"{_NAME} {text!r}: check digits are {found}, expected {want}", fix=CHECK_DIGIT_FIX)
    return number


def is_valid(text: str) -> bool:
    """Tell whether *text* is an RF reference."""
    return accepts(parse, text)


def generate(body: str) -> str:
    """Return the RF reference for *body*, 1 to 21 letters or digits."""
    reference = compact(body)
    if not is_alphanumeric(reference):
        raise InvalidFormat(f"Body of an RF reference {body!r}: letters and digits only")
    if len(reference) > 21:
        raise InvalidLength(f"Body of an RF reference {body!r}: {len(reference)} characters, expected 1 to 21")
    reference = reference.upper()
    return f"RF{check_digits(reference)}{reference}"


def format_printed(text: str) -> str:
    """Return *text* in groups of four."""
    return iso11649.format(parse(text))
