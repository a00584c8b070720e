"""Numbers of natural persons are personal data: messages show the birth date and star the rest.

Knows the shapes that turn up where an organisation number belongs: Swedish personnummer, Finnish
henkilötunnus, Danish CPR number, Norwegian fødselsnummer, Estonian isikukood, Icelandic kennitala.
A shape suffices; whether the number is valid does not matter to a mask.

>>> mask("811228-9874")
'811228-****'
>>> mask("556047-3521")
'556047-3521'
"""

import re
from itertools import islice

from einvoice.identifiers.digits import ALPHANUMERIC, compact

_FINNISH = re.compile(r"[0-3][0-9][01][0-9]{3}[-+A-FU-Ya-fu-y][0-9]{3}[0-9A-Ya-y]")

_NO_LETTER = re.compile(r"[^\W_A-Za-z]")

# Each with the number of leading digits that are no secret: birth date, century, sex.
_SHAPES = (
    (re.compile(r"[0-9]{2}[01][0-9]{3}[-+]?[0-9]{4}"), 6),  # SE, DK, IS
    (re.compile(r"(18|19|20)[0-9]{2}[01][0-9]{3}[-+]?[0-9]{4}"), 8),  # SE with century
    (_FINNISH, 6),
    (re.compile(r"[0-9]{2}[01][0-9]{8}"), 6),  # NO
    (re.compile(r"[1-8][0-9]{2}[01][0-9]{7}"), 7),  # EE
)


def mask(text: str) -> str:
    """Return *text*, starred behind the birth date when it has the shape of a person's number."""
    number = compact(text, drop="")
    for shape, shown in _SHAPES:
        if shape.fullmatch(number):
            return hide(text, shown)
    return text


def is_finnish(text: str) -> bool:
    """Tell whether *text* has the shape of a Finnish personal identity code, which no number of a company has.

    >>> is_finnish("131052-308T"), is_finnish("9100117-1")
    (True, False)
    """
    return _FINNISH.fullmatch(compact(text, drop="")) is not None


def hide(text: str, shown: int = 6) -> str:
    """Return *text* with every letter and digit behind the first *shown* digits as `*`."""
    digits = (found.end() for found in _NO_LETTER.finditer(text) if found[0].isdigit())
    end = next(islice(digits, shown - 1, None), len(text))
    return text[:end] + ALPHANUMERIC.sub("*", text[end:])
