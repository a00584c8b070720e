"""Finnish OVT code, an electronic address: BT-34 and BT-49 with scheme 0216, and the Finvoice parties.

`0037`, the eight digits of the business id, and up to five letters or digits for a unit.  The
prefix is part of the value.  A hyphen is refused: it belongs to the business id only.

Source: OpenPeppol participant identifier schemes 9.7, 0216.  No rule of BIS Billing 3.0.21 tests the value.

>>> parse("0037 2077 4740 osto1")
'003720774740OSTO1'
>>> parse("003720774741")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: OVT code '003720774741': check digit is 1, expected 0
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from einvoice.errors import InvalidFormat, InvalidLength
from einvoice.identifiers import fi_business_id
from einvoice.identifiers.digits import accepts, compact, is_alphanumeric, is_digits, wrong_check_digit
from einvoice.identifiers.personal import mask

_NAME = "OVT code"
PREFIX = "0037"


def parse(text: str) -> str:
    """Return *text* without blanks and in upper case."""
    seen = mask(text)
    number = compact(text, drop="")
    if not is_alphanumeric(number):
        raise InvalidFormat(f"{_NAME} {seen!r}: letters and digits only", fix=_fix(number))
    number = number.upper()
    if not number.startswith(PREFIX):
        raise InvalidFormat(f"{_NAME} {seen!r}: starts with {number[:4]}, expected {PREFIX}", fix=_fix(number))
    if not 12 <= len(number) <= 17:
        raise InvalidLength(
            f"{_NAME} {seen!r}: {len(number)} characters, expected 12 to 17",
            fix="Write 0037, the eight digits of the business id and at most five letters or digits.",
        )
    body = number[4:12]
    if not is_digits(body):
        raise InvalidFormat(f"{_NAME} {seen!r}: {body} behind {PREFIX} is not the eight digits of a business id")
    if (want := fi_business_id.check_digit(body[:-1])) != body[-1]:
        raise wrong_check_digit(_NAME, seen, body[-1], want)
    return number


def _fix(number: str) -> str:
    """Return the advice: the code itself when a business id can be seen in *number*."""
    bare = number.replace("-", "").upper().removeprefix(PREFIX).removeprefix("FI")
    if len(bare) == 8 and fi_business_id.is_valid(bare):
        return f"Write {fi_business_id.to_ovt(bare)}."
    return "Write 0037, the eight digits of the business id and at most five letters or digits."


def is_valid(text: str) -> bool:
    """Tell whether *text* is an OVT code."""
    return accepts(parse, text)


def generate(business_id: str, suffix: str = "") -> str:
    """Return the OVT code of *business_id* with *suffix*, the up to five characters of a unit."""
    return parse(fi_business_id.to_ovt(business_id) + suffix)


def business_id(text: str) -> str:
    """Return the business id inside, with its hyphen."""
    return fi_business_id.parse(parse(text)[4:12])


def suffix(text: str) -> str:
    """Return the unit's suffix, empty when there is none."""
    return parse(text)[12:]
