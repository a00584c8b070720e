"""International Bank Account Number: BT-84.

Country, two check digits, national account; the length is the country's (FI 18, SE 24, NO 15, DK 18,
EE 20).  Only what ISO 13616 asks is tested, not the check digits that some banks put inside.

Source: ISO 13616, ISO 7064 MOD 97-10; python-stdnum `iban` with its table of countries.

>>> parse("FI21 1234 5600 0007 85"), format_printed("FI2112345600000785")
('FI2112345600000785', 'FI21 1234 5600 0007 85')
>>> parse("FI2112345600000786")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: IBAN 'FI2112345600000786': check digits are 21, expected 91
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

import re
from functools import cache

from stdnum import iban, numdb

from einvoice.errors import InvalidCheckDigit, InvalidComponent, InvalidFormat, InvalidLength
from einvoice.identifiers.digits import CHECK_DIGIT_FIX, accepts, compact, is_alphanumeric

_FORM = re.compile(r"[A-Z]{2}[0-9]{2}[0-9A-Z]*")
_CLASSES = {"n": "[0-9]", "a": "[A-Z]", "c": "[0-9A-Z]"}


@cache
def _structure(country: str) -> tuple[int, re.Pattern[str]] | None:
    """Return the length of an IBAN of *country* and the pattern of the account in it; None: no such country."""
    properties = numdb.get("iban").info(country)[0][1]
    if "bban" not in properties:
        return None
    parts = re.findall(r"([0-9]+)!([nac])", properties["bban"])
    pattern = "".join(f"{_CLASSES[kind]}{{{length}}}" for length, kind in parts)
    return 4 + sum(int(length) for length, _ in parts), re.compile(pattern)


def check_digits(country: str, account: str) -> str:
    """Return the two digits that belong between *country* and the national *account*."""
    return iban.calc_check_digits(f"{country}00{account}")


def parse(text: str) -> str:
    """Return *text* without blanks and hyphens, in upper case."""
    number = compact(text)
    if not is_alphanumeric(number) or not _FORM.fullmatch(number := number.upper()):
        raise InvalidFormat(f"IBAN {text!r}: expected two letters, two digits, then letters and digits")
    country, account = number[:2], number[4:]
    structure = _structure(country)
    if structure is None:
        raise InvalidComponent(f"IBAN {text!r}: {country} has no IBAN", fix="Correct the first two letters.")
    length, pattern = structure
    if len(number) != length:
        raise InvalidLength(f"IBAN {text!r}: {len(number)} characters, expected {length} for {country}")
    if not pattern.fullmatch(account):
        raise InvalidFormat(f"IBAN {text!r}: {account} is not the form of an account number of {country}")
    if not iban.is_valid(number, check_country=False):
        want = check_digits(country, account)
        raise InvalidCheckDigit(f"IBAN {text!r}: check digits are {number[2:4]}, expected {want}", fix=CHECK_DIGIT_FIX)
    return number


def is_valid(text: str) -> bool:
    """Tell whether *text* is an IBAN."""
    return accepts(parse, text)


def format_printed(text: str) -> str:
    """Return *text* in groups of four."""
    return iban.format(parse(text))
