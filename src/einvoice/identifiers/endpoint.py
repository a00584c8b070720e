"""Electronic addresses: BT-34 of the seller and BT-49 of the buyer, with their scheme.

An address is a scheme of four digits (EAS list) and a value, written `0216:003720774740`.
`derive_endpoint` makes one from what a customer card holds, `parse_endpoint` checks one that is
written out, `registration_scheme` and `normal_business_id` serve BT-30 and BT-47, whose schemes are
another list (ISO 6523 ICD): 0212 is no address any more and still right for a registration number.

| derivation | from | to |
|---|---|---|
| explicit | an address with its scheme | the same, validated |
| D1 | GLN | 0088 |
| D2, D3 | Swedish organisation number, VAT number | 0007 |
| D4, D5, D6 | OVT code, Finnish business id, VAT number | 0216 |
| D7 | Norwegian organisation or VAT number | 0192 |
| D8 | Danish CVR or VAT number | 0184 |
| D9, D10 | Estonian registry code, VAT number | 0191, 9931 |
| D11 | VAT number of another country | 99xx |
| D12 | an IBAN given as Finnish e-invoice address | 9918 |
| D13 | an address with the removed schemes 0037, 0212, 0213 | 0216 |
| registration | Icelandic kennitala | 0196 |

Source: OpenPeppol participant identifier schemes 9.7; Peppol BIS Billing 3.0.21, EAS list of
PEPPOL-EN16931-CL008; DIGG, choice of Peppol ID.

>>> derive_endpoint(country="FI", business_id="2077474-0")
Endpoint(scheme='0216', value='003720774740', derivation='D5')
>>> str(parse_endpoint("0212:2077474-0"))
'0216:003720774740'
>>> derive_endpoint(country="SE", business_id="212000-1553", gln="7894565135487")
Traceback (most recent call last):
einvoice.errors.InvalidCheckDigit: gln: GLN '7894565135487': check digit is 7, expected 1
  fix: Compare the number with its source: a digit is wrong or two have changed places.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeGuard, TypeVar

from stdnum.be import vat as be_enterprise
from stdnum.is_ import kennitala

from einvoice.errors import IdentifierError, InvalidCheckDigit, InvalidComponent, InvalidFormat
from einvoice.identifiers import (
    dk_cvr,
    ee_registry,
    fi_business_id,
    iban,
    no_organisation,
    se_organisation,
)
from einvoice.identifiers import gln as gln_scheme
from einvoice.identifiers import ovt as ovt_scheme
from einvoice.identifiers import vat_number as vat
from einvoice.identifiers.digits import CHECK_DIGIT_FIX, accepts, compact
from einvoice.identifiers.personal import mask

T = TypeVar("T")

PARTICIPANT_PREFIX = "iso6523-actorid-upis::"

VAT_SCHEMES = {
    "OM": "0248",
    "HU": "9910",
    "AT": "9914",
    "ES": "9920",
    "AD": "9922",
    "AL": "9923",
    "BA": "9924",
    "BE": "9925",
    "BG": "9926",
    "CH": "9927",
    "CY": "9928",
    "CZ": "9929",
    "DE": "9930",
    "EE": "9931",
    "GB": "9932",
    "GR": "9933",
    "HR": "9934",
    "IE": "9935",
    "LI": "9936",
    "LT": "9937",
    "LU": "9938",
    "LV": "9939",
    "MC": "9940",
    "ME": "9941",
    "MK": "9942",
    "MT": "9943",
    "NL": "9944",
    "PL": "9945",
    "PT": "9946",
    "RO": "9947",
    "RS": "9948",
    "SI": "9949",
    "SK": "9950",
    "SM": "9951",
    "TR": "9952",
    "VA": "9953",
    "FR": "9957",
    "IT": "0211",
}
"""Country to the address scheme of its VAT numbers.  None for FI, SE, NO: their registration number serves."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An electronic address.  *derivation* is `explicit`, `registration` or D1 to D13 (see the module)."""

    scheme: str
    value: str
    derivation: str

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"

    @property
    def participant(self) -> str:
        """The Peppol participant identifier, as the envelope and a lookup use it."""
        return f"{PARTICIPANT_PREFIX}{self}"

    @property
    def is_guess(self) -> bool:
        """True when no one stated this address as such; a lookup has to confirm it."""
        return self.derivation not in ("explicit", "D13")


def _by_form(name: str, pattern: str, form: str, is_valid: Callable[[str], bool] | None = None) -> Callable[[str], str]:
    """Return a parser for a scheme that is a pattern and, with *is_valid*, a check digit."""
    expression = re.compile(pattern)

    def parse(text: str) -> str:
        number = compact(text, drop="-.").upper()
        if not expression.fullmatch(number):
            raise InvalidFormat(f"{name} {mask(text)!r}: expected {form}")
        if is_valid is not None and not is_valid(number):
            raise InvalidCheckDigit(f"{name} {mask(text)!r}: the check digits do not fit", fix=CHECK_DIGIT_FIX)
        return number

    return parse


def _swedish_address(text: str) -> str:
    number = se_organisation.parse(text)
    if se_organisation.is_personal(number):
        raise InvalidComponent(
            f"{se_organisation.mask(text)!r} is the personal number of a sole trader, not used as address unasked",
            fix="Ask the customer for a GLN; or, if the number may be shown, write it as endpoint with 0007: in front.",
        )
    return number


_PARSE_KENNITALA = _by_form("Icelandic kennitala", "[0-9]{10}", "10 digits", kennitala.is_valid)

# Country to the ICD of BT-30 and BT-47, and the parser that gives the form BIS wants.
_REGISTRATION: dict[str, tuple[str, Callable[[str], str]]] = {
    "BE": ("0208", _by_form("Belgian enterprise number", "[0-9]{10}", "10 digits", be_enterprise.is_valid)),
    "DK": ("0184", dk_cvr.parse),
    "EE": ("0191", ee_registry.parse),
    "FI": ("0212", fi_business_id.parse),
    "IS": ("0196", _PARSE_KENNITALA),
    "LT": ("0200", _by_form("Lithuanian legal entity code", "[0-9]{7,9}", "7 to 9 digits")),
    "LV": ("0218", _by_form("Latvian registration number", "[0-9]{11}", "11 digits")),
    "NL": ("0106", _by_form("Dutch chamber of commerce number", "[0-9]{8}", "8 digits")),
    "NO": ("0192", no_organisation.parse),
    "SE": ("0007", se_organisation.parse),
}

# Country to the address that its registration number gives, where the order for the buyer names one.
_BY_REGISTRATION: dict[str, tuple[str, Callable[[str], str], str]] = {
    "DK": ("0184", dk_cvr.parse, "D8"),
    "EE": ("0191", ee_registry.parse, "D9"),
    "FI": ("0216", fi_business_id.to_ovt, "D5"),
    "IS": ("0196", _PARSE_KENNITALA, "registration"),
    "NO": ("0192", no_organisation.parse, "D7"),
    "SE": ("0007", _swedish_address, "D2"),
}

# Schemes whose values are more than the characters that every value may have.
_VALUES: dict[str, Callable[[str], str]] = {
    "0007": se_organisation.parse,
    "0060": _by_form("D-U-N-S number", "[0-9]{9}", "9 digits"),
    "0088": gln_scheme.parse,
    "0096": _by_form("Danish production unit number", "[0-9]{10}", "10 digits"),
    "0106": _REGISTRATION["NL"][1],
    "0184": dk_cvr.parse,
    "0191": ee_registry.parse,
    "0192": no_organisation.parse,
    "0196": _PARSE_KENNITALA,
    "0198": lambda text: "DK" + dk_cvr.parse(text),
    "0200": _REGISTRATION["LT"][1],
    "0208": _REGISTRATION["BE"][1],
    "0216": ovt_scheme.parse,
    "0218": _REGISTRATION["LV"][1],
    "9918": iban.parse,
}
_VAT_COUNTRIES = {scheme: country for country, scheme in VAT_SCHEMES.items()}

# Letters, digits and four signs, at most 130: OpenPeppol policy for use of identifiers.
_VALUE = re.compile(r"[0-9A-Za-z._~-]{1,130}")


def _old_finnish(text: str) -> str:
    """Return the OVT code for a value of 0037, 0212 or 0213: business id, VAT number or OVT code."""
    if fi_business_id.is_valid(text):
        return fi_business_id.to_ovt(text)
    number = compact(text).upper().removeprefix("FI")
    # 0037 was used with the prefix in the value and without it.
    if number.startswith(ovt_scheme.PREFIX) and len(number) >= 12:
        number = number.removeprefix(ovt_scheme.PREFIX)
    return ovt_scheme.parse(ovt_scheme.PREFIX + number)


@dataclass(frozen=True, slots=True)
class _Removed:
    """A scheme that no longer is an address: since when, and what takes its place."""

    since: str | None
    successor: str | None = None
    convert: Callable[[str], str] | None = None


_REMOVED = {
    "0203": _Removed(None),
    "0215": _Removed("2024-12-31"),
    "9902": _Removed("2023-11-30", "0184", dk_cvr.parse),
    "9906": _Removed(None, "0211", vat.parse),
    "9908": _Removed("2023-05-24", "0192", no_organisation.parse),
    "9909": _Removed(None, "0192", no_organisation.parse),
    "9955": _Removed("2023-07-31", "0007", lambda text: se_organisation.mask(vat.parse(text)[2:12])),
}
_REWRITTEN = ("0037", "0212", "0213")


def removed(scheme: str) -> tuple[str | None, str | None] | None:
    """Return since when *scheme* is no address any more (None: never listed), and its successor; None for others.

    >>> removed("9955"), removed("0215"), removed("0007")
    (('2023-07-31', '0007'), ('2024-12-31', None), None)
    """
    if scheme in _REWRITTEN:
        return "2024-12-31", "0216"
    entry = _REMOVED.get(scheme)
    return None if entry is None else (entry.since, entry.successor)


def endpoint_for(scheme: str, value: str) -> Endpoint:
    """Return the address of *scheme* and *value*, validated and in its normal form.

    0037, 0212 and 0213 are rewritten to 0216 (D13); other removed schemes raise InvalidComponent and
    the fix names the successor.  A scheme unknown here passes when its value has permitted characters:
    whether it is in the EAS list is for the rules of the profile.
    """
    scheme = scheme.strip()
    if scheme in _REWRITTEN:
        return Endpoint("0216", _old_finnish(value), "D13")
    if not re.fullmatch("[0-9]{4}", scheme):
        raise InvalidFormat(
            f"address scheme {scheme!r}: expected four digits",
            fix="Take it from the EAS list, as in 0216:003720774740; letter codes such as EM are not for Peppol.",
        )
    if scheme in _REMOVED:
        raise _removed(scheme, value)
    country = _VAT_COUNTRIES.get(scheme)
    if scheme in _VALUES:
        number = _VALUES[scheme](value)
    elif country is not None and _has_vat_rules(country):
        normal = vat.parse(value)
        if vat.country(normal) != country:
            raise InvalidComponent(
                f"address {scheme}:{normal}: the VAT number is of {vat.country(normal)}, expected {country}",
                fix=_fix_vat_scheme(normal),
            )
        # The receiver is registered with this spelling; the normal form of BE and NL may have more zeros.
        number = compact(value, drop="-./").upper()
    else:
        number = "".join(value.split())
        if not _VALUE.fullmatch(number):
            raise InvalidFormat(
                f"address value {mask(value)!r} of scheme {scheme}: only letters, digits and - . _ ~, at most 130"
            )
    return Endpoint(scheme, number, "explicit")


def _has_vat_rules(country: str) -> bool:
    return (country if country != "GR" else "EL") in vat.PREFIXES


def _fix_vat_scheme(number: str) -> str | None:
    scheme = VAT_SCHEMES.get(vat.country(number))
    return None if scheme is None else f"Write {scheme}:{number}."


def _removed(scheme: str, value: str) -> InvalidComponent:
    entry = _REMOVED[scheme]
    since = f" since {entry.since}" if entry.since else ""
    if entry.successor is None:
        fix = "Ask the receiver for the address that replaces it; none can be derived."
    elif entry.convert is not None and accepts(entry.convert, value):
        fix = f"Write {entry.successor}:{entry.convert(value)}."
    else:
        fix = f"Use the scheme {entry.successor}."
    return InvalidComponent(f"address scheme {scheme}: not usable in Peppol{since}", fix=fix)


def parse_endpoint(text: str) -> Endpoint:
    """Return the address written as `scheme:value`, or as Peppol participant identifier.

    An OVT code without a scheme is taken for 0216 (D4).
    """
    address = text.strip()
    if address.lower().startswith(PARTICIPANT_PREFIX):
        address = address[len(PARTICIPANT_PREFIX) :]
    scheme, colon, value = address.partition(":")
    if colon:
        return endpoint_for(scheme, value)
    if ovt_scheme.is_valid(address):
        return Endpoint("0216", ovt_scheme.parse(address), "D4")
    fix = "Write scheme and value, as in 0216:003720774740."
    for candidate in ("0088", "9918"):
        if accepts(_VALUES[candidate], address):
            fix = f"Write {candidate}:{_VALUES[candidate](address)}."
    raise InvalidFormat(f"address {mask(text)!r}: no scheme", fix=fix)


def is_valid(text: str) -> bool:
    """Tell whether *text* is an address that `parse_endpoint` takes."""
    return accepts(parse_endpoint, text)


def derive_endpoint(
    *,
    country: str | None,
    gln: str | None = None,
    ovt: str | None = None,
    business_id: str | None = None,
    vat_number: str | None = None,
    endpoint: str | None = None,
) -> Endpoint | None:
    """Return the address that the numbers of one customer card give; None when they give none.

    The first of these that is there decides, and when it is wrong it raises: falling back to the next
    may reach another department.  (1) *endpoint*, with its scheme; (2) an OVT code; (3) a GLN;
    (4) *business_id*, the registration number in *country*; (5) *vat_number*, by its own prefix;
    (6) *endpoint* that is a bare IBAN, in Finland.  An OVT code stands before the GLN because it is
    an address by itself, while a GLN is one only if the party registered it.

    *country* is the ISO code of the party's address.  Blank texts count as absent.  Raises
    IdentifierErrors whose `path` is the argument at fault; InvalidComponent for a Swedish sole
    trader, whose personal number becomes an address only when written out (`0007:…`).
    """
    home = _home(country)
    bare_iban = None
    if _given(endpoint):
        if home == "FI" and iban.is_valid(endpoint):
            bare_iban = endpoint
        else:
            return _at("endpoint", parse_endpoint, endpoint)
    if _given(ovt):
        return Endpoint("0216", _at("ovt", ovt_scheme.parse, ovt), "D4")
    if _given(gln):
        return Endpoint("0088", _at("gln", gln_scheme.parse, gln), "D1")
    if _given(business_id) and home in _BY_REGISTRATION:
        scheme, parse, derivation = _BY_REGISTRATION[home]
        return Endpoint(scheme, _at("business_id", parse, business_id), derivation)
    if _given(vat_number):
        derived = _at("vat_number", lambda text: _from_vat(home, text), vat_number)
        if derived is not None:
            return derived
    if bare_iban is not None:
        return Endpoint("9918", iban.parse(bare_iban), "D12")
    return None


def _given(text: str | None) -> TypeGuard[str]:
    return text is not None and bool(text.strip())


def _at(argument: str, parse: Callable[[str], T], text: str) -> T:
    """Return `parse(text)`; an error gets *argument* as its path."""
    try:
        return parse(text)
    except IdentifierError as error:
        error.path = argument
        raise


def _from_vat(home: str, text: str) -> Endpoint | None:
    """Return the address for a VAT number; None when its country has no scheme or no rules to check it by."""
    letters = compact(text)[:2].upper()
    if home in ("DK", "NO") and letters.isdecimal():
        letters = home
    match letters:
        case "DK":
            return Endpoint("0184", dk_cvr.parse(text), "D8")
        case "EE":
            return Endpoint("9931", vat.parse(text), "D10")
        case "FI":
            return Endpoint("0216", fi_business_id.to_ovt(vat.parse(text)[2:]), "D6")
        case "NO":
            return Endpoint("0192", no_organisation.parse(text), "D7")
        case "SE":
            return Endpoint("0007", _swedish_address(vat.parse(text)[2:12]), "D3")
    if letters not in vat.PREFIXES and home and not _has_vat_rules(home):
        return None
    number = vat.parse(text)
    scheme = VAT_SCHEMES.get(vat.country(number))
    return None if scheme is None else Endpoint(scheme, number, "D11")


def registration_scheme(country: str) -> str | None:
    """Return the ICD of a registration number of *country* in BT-30 and BT-47; None when none is known here."""
    entry = _REGISTRATION.get(_home(country))
    return None if entry is None else entry[0]


def normal_business_id(country: str, text: str) -> str:
    """Return a registration number as BT-30 and BT-47 want it: `2077474-0`, or digits only elsewhere.

    Of a country unknown here, *text* with its blanks made single.
    """
    entry = _REGISTRATION.get(_home(country))
    return " ".join(text.split()) if entry is None else entry[1](text)


def _home(country: str | None) -> str:
    """Return *country* in upper case; the Åland Islands have a code of their own and Finnish numbers."""
    code = (country or "").strip().upper()
    return "FI" if code == "AX" else code
