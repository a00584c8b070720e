"""VAT number with its country prefix: BT-31, BT-48, BT-63.

Knows the member states of the EU, Northern Ireland (XI), the one-stop shops (EU, IM), Norway, the
United Kingdom and Switzerland.  The prefix is the country's ISO code, except EL for Greece.  Finland
and Denmark put it in front of the registration number, Norway also puts MVA behind, Sweden two
digits, normally 01.  An Estonian VAT number tells nothing of the registry code.

Source: Council Directive 2006/112/EC, article 215; python-stdnum `eu.vat` and `vatin`.  By hand:
Sweden, where python-stdnum insists on the ending 01 and the BIS rules do not, and the prefixes.

>>> parse("fi 2077474-0"), parse("SE 556047-3521 01"), country("EL094259216")
('FI20774740', 'SE556047352101', 'GR')
>>> parse("EE100594103")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: VAT number 'EE100594103': check digit is 3, expected 2
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

from collections.abc import Callable

from stdnum import exceptions as stdnum_errors
from stdnum import vatin
from stdnum.ee import kmkr
from stdnum.eu import vat as eu_vat

from einvoice.errors import IdentifierError, InvalidCheckDigit, InvalidComponent, InvalidFormat, InvalidLength
from einvoice.identifiers import dk_cvr, fi_business_id, no_organisation, se_organisation
from einvoice.identifiers.digits import (
    CHECK_DIGIT_FIX,
    accepts,
    compact,
    completing_digit,
    require_digits,
    require_length,
    wrong_check_digit,
)
from einvoice.identifiers.personal import hide, mask

_NAME = "VAT number"

PREFIXES = frozenset(code.upper() for code in eu_vat.MEMBER_STATES) - {"GR"} | {"EL", "EU", "IM", "NO", "GB", "CH"}
"""The prefixes that `parse` knows the rules of."""


def prefix(text: str) -> str:
    """Return the two letters in front, in upper case, and EL for the GR that some write."""
    letters = compact(text, drop="-./")[:2]
    if not (len(letters) == 2 and letters.isascii() and letters.isalpha()):
        raise InvalidFormat(
            f"{_NAME} {_shown(text)!r}: no country prefix",
            fix="Put the two letters of the country in front, as in FI20774740.",
        )
    return {"GR": "EL"}.get(letters.upper(), letters.upper())


def country(text: str) -> str:
    """Return the ISO 3166 code that the prefix stands for: GR for EL; XI, EU and IM stay as they are."""
    letters = prefix(text)
    return {"EL": "GR"}.get(letters, letters)


def parse(text: str) -> str:
    """Return *text* with its prefix, in upper case, without blanks, hyphens, points and slashes.

    Where python-stdnum pads (a Belgian number of nine digits, a Dutch one without its zeros), so does this.
    """
    letters = prefix(text)
    if letters not in PREFIXES:
        raise InvalidComponent(
            f"{_NAME} {mask(text)!r}: no rules known for the prefix {letters}",
            fix=f"Known are {', '.join(sorted(PREFIXES))}.",
        )
    number = compact(text, drop="-./")
    if not number.isascii():
        raise InvalidFormat(f"{_NAME} {_shown(text)!r}: only the letters A to Z and the digits 0 to 9")
    number = letters + number[2:].upper()
    return _PARSERS.get(letters, _parse_other)(text, number)


def _shown(text: str) -> str:
    """Return *text* as messages may show it: a Swedish number may hold that of a person."""
    number = compact(text, drop="-./")
    if number[:2].upper() != "SE":
        return mask(text)
    if len(number) in (12, 14) and number[4] in "23456789":
        return text
    return hide(text)


def _parse_inner(parse: Callable[[str], str], text: str, inner: str) -> str:
    """Return *inner*, the registration number within *text*, by its own scheme."""
    try:
        return parse(inner)
    except IdentifierError as error:
        raise type(error)(f"{_NAME} {_shown(text)!r}: {error.message}", fix=error.fix) from error


def _parse_finnish(text: str, number: str) -> str:
    body = number[2:]
    require_digits(_NAME, mask(text), body)
    require_length(f"{_NAME} (behind FI)", mask(text), body, (8,))
    return "FI" + _parse_inner(fi_business_id.digits, text, body)


def _parse_swedish(text: str, number: str) -> str:
    body = number[2:]
    require_digits(_NAME, _shown(text), body)
    usual = f"Write SE{se_organisation.mask(body)}01, if that is its ending." if len(body) == 10 else None
    require_length(f"{_NAME} (behind SE)", _shown(text), body, (12,), fix=usual)
    return "SE" + _parse_inner(se_organisation.parse, text, body[:10]) + body[10:]


def _parse_norwegian(text: str, number: str) -> str:
    body = number[2:].removesuffix("MVA")
    require_digits(_NAME, mask(text), body, fix="Write NO, nine digits and MVA.")
    fix = f"Write NO{body}MVA." if no_organisation.is_valid(body) else "Write NO, nine digits and MVA."
    if not number.endswith("MVA"):
        raise InvalidFormat(f"{_NAME} {mask(text)!r}: MVA is missing at the end", fix=fix)
    return f"NO{_parse_inner(no_organisation.parse, text, body)}MVA"


def _parse_danish(text: str, number: str) -> str:
    require_digits(_NAME, mask(text), number[2:])
    return "DK" + _parse_inner(dk_cvr.parse, text, number[2:])


def _parse_estonian(text: str, number: str) -> str:
    body = number[2:]
    require_digits(_NAME, text, body)
    require_length(f"{_NAME} (behind EE)", text, body, (9,))
    if not kmkr.is_valid(body):
        raise wrong_check_digit(_NAME, text, body[-1], completing_digit(body[:-1], kmkr.is_valid))
    return number


def _parse_other(text: str, number: str) -> str:
    letters = number[:2]
    validate = vatin.validate if letters in ("GB", "CH") else eu_vat.validate
    place = f"{_NAME} {_shown(text)!r}"
    try:
        return validate(number)
    except stdnum_errors.InvalidLength as error:
        raise InvalidLength(
            f"{place}: {len(number) - 2} characters behind {letters} are too many or too few"
        ) from error
    except stdnum_errors.InvalidChecksum as error:
        raise InvalidCheckDigit(f"{place}: the check digits do not fit ({letters})", fix=CHECK_DIGIT_FIX) from error
    except stdnum_errors.InvalidComponent as error:
        raise InvalidComponent(f"{place}: a part of it does not exist in {letters}", fix=CHECK_DIGIT_FIX) from error
    except stdnum_errors.ValidationError as error:
        raise InvalidFormat(f"{place}: not the form of a VAT number of {letters}") from error


_PARSERS: dict[str, Callable[[str, str], str]] = {
    "DK": _parse_danish,
    "EE": _parse_estonian,
    "FI": _parse_finnish,
    "NO": _parse_norwegian,
    "SE": _parse_swedish,
}


def is_valid(text: str) -> bool:
    """Tell whether *text* is a VAT number of a country that `PREFIXES` names."""
    return accepts(parse, text)


def remark(text: str) -> str | None:
    """Say that a valid *text* is Swedish and does not end in 01, or Greek with GR, else None."""
    number = parse(text)
    if number.startswith("SE") and number[-2:] != "01":
        return f"{_NAME} {_shown(text)!r} ends in {number[-2:]}, expected 01"
    if compact(text)[:2].upper() == "GR":
        return f"{_NAME} {text!r} starts with GR, expected EL"
    return None


def business_id(text: str) -> str | None:
    """Return the registration number within a Danish, Finnish, Norwegian or Swedish VAT number, else None."""
    number = parse(text)
    match number[:2]:
        case "DK":
            return number[2:]
        case "FI":
            return fi_business_id.parse(number[2:])
        case "NO":
            return number[2:11]
        case "SE":
            return number[2:12]
    return None
