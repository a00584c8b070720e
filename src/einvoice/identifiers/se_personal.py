"""Swedish personal identity number (personnummer) and coordination number, as sole traders use them.

YYMMDD-NNNN, with `+` for `-` from the age of 100, or with the century in front; the day of a
coordination number is 60 higher.  Luhn over the ten digits without the century.  The normal form
keeps sign and century, since nothing else tells the century.

Source: python-stdnum 2.2 `se.personnummer`, which refuses coordination numbers.

>>> parse("8112289874")
'811228-9874'
>>> parse("811228-9875")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: Swedish personal number '811228-****': the check digit does not fit
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

import re

from stdnum import luhn
from stdnum.exceptions import ValidationError
from stdnum.se import personnummer

from einvoice.errors import InvalidCheckDigit, InvalidComponent, InvalidFormat, InvalidLength
from einvoice.identifiers.digits import CHECK_DIGIT_FIX, accepts, compact, is_digits
from einvoice.identifiers.personal import hide

_NAME = "Swedish personal number"
_FORM = re.compile(r"([0-9]*?)([-+]?)([0-9]{4})")


def parse(text: str) -> str:
    """Return *text* with its sign, and with its century if it has one."""
    number = compact(text, drop="")
    signless = number.replace("-", "").replace("+", "")
    seen = hide(text, 8 if len(signless) == 12 else 6)
    if is_digits(signless) and len(signless) not in (10, 12):
        raise InvalidLength(f"{_NAME} {seen!r}: {len(signless)} digits, expected 10 or 12")
    form = _FORM.fullmatch(number)
    if form is None:
        raise InvalidFormat(f"{_NAME} {seen!r}: expected YYMMDD-NNNN, with '+' from the age of 100")
    born, sign, rest = form.groups()
    sign = sign or "-"
    coordination = int(born[-2:]) > 60
    day = int(born[-2:]) - 60 if coordination else int(born[-2:])
    try:
        personnummer.get_birth_date(f"{born[:-2]}{day:02}{sign}{rest}")
    except ValidationError as error:
        raise InvalidComponent(f"{_NAME} {seen!r}: {born} is not a date", fix=CHECK_DIGIT_FIX) from error
    if not luhn.is_valid(born[-6:] + rest):
        # The digit expected would give away a quarter of what the mask hides.
        raise InvalidCheckDigit(f"{_NAME} {seen!r}: the check digit does not fit", fix=CHECK_DIGIT_FIX)
    return f"{born}{sign}{rest}"


def is_valid(text: str) -> bool:
    """Tell whether *text* is a personal or coordination number."""
    return accepts(parse, text)
