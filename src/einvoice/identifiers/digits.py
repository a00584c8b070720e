"""The steps that all number schemes share: drop blanks, then test form, length and check digit."""

import re
from collections.abc import Callable

from einvoice.errors import IdentifierError, InvalidCheckDigit, InvalidFormat, InvalidLength

CHECK_DIGIT_FIX = "Compare the number with its source: a digit is wrong or two have changed places."

# Word processors and PDF turn a typed hyphen into one of these.
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")

ALPHANUMERIC = re.compile(r"[^\W_]")
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """Return the letters and digits of *text*, in capitals: two spellings of one number are the same.

    >>> bare("fi 21-1234_5600 0007 85")
    'FI2112345600000785'
    """
    return _NOT_ALPHANUMERIC.sub("", text.upper())


def compact(text: str, drop: str = "-") -> str:
    """Return *text* without blanks and without the characters of *drop*; every dash counts as a hyphen."""
    number = "".join(text.split()).translate(_DASHES)
    for character in drop:
        number = number.replace(character, "")
    return number


def is_digits(number: str) -> bool:
    """Tell whether *number* is one or more of 0 to 9; `str.isdigit` alone takes other scripts too."""
    return number.isascii() and number.isdigit()


def is_alphanumeric(number: str) -> bool:
    """Tell whether *number* is one or more of A to Z, a to z and 0 to 9."""
    return number.isascii() and number.isalnum()


def require_digits(name: str, seen: str, number: str, fix: str | None = None) -> None:
    """Raise InvalidFormat unless *number* is digits; *name* is the scheme, *seen* the text as given."""
    if not is_digits(number):
        fault = "digits only" if number else "no digits"
        raise InvalidFormat(f"{name} {seen!r}: {fault}", fix=fix)


def require_length(name: str, seen: str, number: str, lengths: tuple[int, ...], fix: str | None = None) -> None:
    """Raise InvalidLength unless *number* has one of *lengths*."""
    if len(number) not in lengths:
        raise InvalidLength(f"{name} {seen!r}: {len(number)} digits, expected {_either(lengths)}", fix=fix)


def _either(lengths: tuple[int, ...]) -> str:
    words = [str(length) for length in lengths]
    if len(words) > 2 and lengths == tuple(range(lengths[0], lengths[-1] + 1)):
        return f"{words[0]} to {words[-1]}"
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def completing_digit(body: str, is_valid: Callable[[str], bool]) -> str | None:
    """Return the digit that makes *body* valid when put behind it; None when none does."""
    return next((digit for digit in "0123456789" if is_valid(body + digit)), None)


def wrong_check_digit(name: str, seen: str, found: str, expected: str | None) -> InvalidCheckDigit:
    """Return the exception for a check digit *found* where *expected* belongs; None: no digit fits."""
    if expected is None:
        fault = f"check digit is {found}, but no digit completes this number: such a one is never issued"
    else:
        fault = f"check digit is {found}, expected {expected}"
    return InvalidCheckDigit(f"{name} {seen!r}: {fault}", fix=CHECK_DIGIT_FIX)


def accepts(parse: Callable[[str], object], text: str) -> bool:
    """Tell whether *parse* takes *text* without an IdentifierError."""
    try:
        parse(text)
    except IdentifierError:
        return False
    return True
