"""Business Identifier Code of a bank: BT-86, and the address of a Finvoice intermediator.

Four letters, the country, two letters or digits, and three more for a branch.  Form only: whether
such a bank exists is not looked up.

Source: ISO 9362; python-stdnum `bic`.

>>> parse("ndea fi hh")
'NDEAFIHH'
>>> parse("NDEAFIH")
Traceback (most recent call last):
einvoice.errors.InvalidLength: BIC 'NDEAFIH': 7 characters, expected 8 or 11
"""

from stdnum import bic
from stdnum.exceptions import InvalidComponent as UnknownCountry
from stdnum.exceptions import ValidationError

from einvoice.errors import InvalidComponent, InvalidFormat, InvalidLength
from einvoice.identifiers.digits import accepts, compact, is_alphanumeric


def parse(text: str) -> str:
    """Return *text* without blanks and hyphens, in upper case."""
    number = compact(text)
    if not is_alphanumeric(number):
        raise InvalidFormat(f"BIC {text!r}: letters and digits only")
    number = number.upper()
    if len(number) not in (8, 11):
        raise InvalidLength(f"BIC {text!r}: {len(number)} characters, expected 8 or 11")
    try:
        return bic.validate(number)
    except UnknownCountry as error:
        raise InvalidComponent(f"BIC {text!r}: {number[4:6]} is not a country") from error
    except ValidationError as error:
        raise InvalidFormat(
            f"BIC {text!r}: expected four letters, the two letters of a country, then letters or digits"
        ) from error


def is_valid(text: str) -> bool:
    """Tell whether *text* has the form of a BIC."""
    return accepts(parse, text)
