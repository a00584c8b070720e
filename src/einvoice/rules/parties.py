"""EI-ID-…: numbers of parties and items that nobody can have, or that contradict each other.

Which number a text is follows from its place and its scheme; a number of an unknown scheme, and a registration number
of a country without a scheme of ours, is not judged.  Numbers of persons are starred in messages, and never shown as
the value of a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from einvoice import codelists
from einvoice.errors import IdentifierError, InvalidCheckDigit
from einvoice.findings import Finding
from einvoice.identifiers import screen
from einvoice.identifiers.digits import compact
from einvoice.rules.kit import Rule, is_blank, line_name

if TYPE_CHECKING:
    from einvoice.model import Invoice, Party

ENDPOINT = Rule(
    code="EI-ID-ENDPOINT",
    severity="error",
    terms=("BT-34", "BT-49"),
    title="An electronic address is one of its scheme.",
    fix="Ask the party for its address, or look it up in the register of the network.",
    source="OpenPeppol participant identifier schemes 9.7; Peppol BIS Billing 3.0.21, PEPPOL-COMMON-R040, -R041, -R049",
)

GLN = Rule(
    code="EI-ID-GLN",
    severity="error",
    terms=("BT-29", "BT-30", "BT-46", "BT-47", "BT-60", "BT-61", "BT-71"),
    title="A GLN has 13 digits, the last one its check digit.",
    fix="Copy the GLN again from the register of GS1, or ask the party.",
    source="GS1 General Specifications; Peppol BIS Billing 3.0.21, PEPPOL-COMMON-R040",
)

BUSINESS = Rule(
    code="EI-ID-BUSINESS",
    severity="error",
    terms=("BT-30", "BT-47", "BT-61", "BT-29", "BT-46", "BT-60"),
    title="The business id of a Nordic or Estonian company has the form of its register and its check digit.",
    fix="Copy the number again from the public register of companies.",
    source="Registers of FI, SE, NO, DK, EE through python-stdnum 2.2; PEPPOL-COMMON-R041 and -R049, SE-R-013",
)

VAT = Rule(
    code="EI-ID-VAT",
    severity="warning",
    terms=("BT-31", "BT-48", "BT-63"),
    title="A VAT number has the form of its country and check digits that fit.",
    fix="Look the number up in VIES (EU) or in the register of the country.",
    source="Council Directive 2006/112/EC, articles 214, 215 and 226; numbers through python-stdnum 2.2",
)

VAT_PREFIX = Rule(
    code="EI-ID-VAT-PREFIX",
    severity="warning",
    terms=("BT-31", "BT-48", "BT-63"),
    title="A VAT number begins with the letters of its country.",
    fix="Put the two letters in front: FI, SE, NO (with MVA behind), DK, EE; Greece writes EL.",
    source="Council Directive 2006/112/EC, article 215; EN 16931-1:2017+A1:2019, rule BR-CO-09",
)

VAT_COUNTRY = Rule(
    code="EI-ID-VAT-COUNTRY",
    severity="info",
    terms=("BT-31", "BT-40", "BT-48", "BT-55"),
    title="The VAT number of a party is of the country that the party or the sale is in.",
    fix="Nothing, when the company is registered for VAT abroad; otherwise correct the number or the country.",
    source="Council Directive 2006/112/EC, articles 214 and 215",
)

VAT_BUSINESS = Rule(
    code="EI-ID-VAT-BUSINESS",
    severity="warning",
    terms=("BT-30", "BT-31", "BT-47", "BT-48"),
    title="VAT number and business id of a Finnish, Swedish, Norwegian or Danish company name the same company.",
    fix="Correct the one that is wrong; a VAT group has a number of its own and needs no correction.",
    source="Registers of FI, SE, NO, DK: the VAT number is the business id with letters, and 01 behind in Sweden",
)

GTIN = Rule(
    code="EI-ID-GTIN",
    severity="warning",
    terms=("BT-157",),
    title="A GTIN has 8, 12, 13 or 14 digits, the last one its check digit.",
    fix="Copy the GTIN again from the package or the product register.",
    source="GS1 General Specifications; scheme 0160",
)


class Places(NamedTuple):
    """The terms of a party; None where EN 16931 gives it none."""

    identifier: str | None
    registration: str | None
    vat: str | None
    address: str | None


PARTIES: Final = {
    # party                        identifier  registration  VAT      electronic address
    "seller": Places("BT-29", "BT-30", "BT-31", "BT-34"),
    "buyer": Places("BT-46", "BT-47", "BT-48", "BT-49"),
    "payee": Places("BT-60", "BT-61", None, None),
    "tax_representative": Places(None, None, "BT-63", None),
}

REFUSED: Final = frozenset({"0007", "0088", "0192", "0216"})
"""Schemes whose check digit is an error: Peppol refuses the number, and no OVT code without a business id exists."""

_GLN: Final = "0088"
_OF_COMPANIES: Final = ("0007", "0184", "0191", "0192", "0212")
"""ISO 6523 schemes of business ids: SE, DK, EE, NO, FI."""

_BY_COUNTRY: Final = {
    # country: scheme, and what a number without a scheme looks like when it is one
    "FI": ("0212", re.compile("[0-9]{6,7}-[0-9]|[0-9]{8}")),
    "AX": ("0212", re.compile("[0-9]{6,7}-[0-9]|[0-9]{8}")),
    "SE": ("0007", re.compile("(16)?[0-9]{6}-?[0-9]{4}")),
    "NO": ("0192", re.compile("(NO)?[0-9]{9}(MVA)?")),
    "DK": ("0184", re.compile("(DK)?[0-9]{8}")),
    "EE": ("0191", re.compile("[1789][0-9]{7}")),
}
_CORE: Final = {"FI": screen.finnish, "SE": screen.swedish, "NO": screen.norwegian, "DK": screen.danish}
"""Prefix of a VAT number: what tells that the business id in it is right, without hyphen."""

_VAT_FORM: Final = re.compile("[A-Z]{2}[0-9A-Z+*]*[0-9]{4}[0-9A-Z+*]*")
_BESIDE_COUNTRIES: Final = frozenset({"XI", "EU", "IM"})
"""Prefixes of VAT numbers that stand for no country: Northern Ireland and the one-stop shops."""


@ENDPOINT
def check_endpoint(invoice: Invoice) -> Iterator[Finding]:
    """The operator looks the receiver up by this address, and a wrong digit ends the way of the invoice there.

    Wrong check digits are an error where Peppol refuses them (0007, 0088, 0192) and in OVT codes (0216), a warning
    elsewhere; so are a wrong form and a scheme that is no address any more.  Unknown schemes are not judged.

    Valid: 0216:003720774740, 0088:7340109104692.  Invalid: 0216:003720774741; 0212:2077474-0 (write 0216).
    """
    for name, party, places in _parties(invoice):
        scheme, value = party.electronic_address_scheme, party.electronic_address
        if places.address is None or is_blank(scheme) or is_blank(value):
            continue
        assert scheme is not None and value is not None
        scheme = scheme.strip()
        known = screen.BY_SCHEME.get(scheme)
        if (known is not None and scheme != "0212" and known(value)) or not re.fullmatch("[0-9]{4}", scheme):
            continue
        from einvoice.identifiers import endpoint
        from einvoice.identifiers.personal import mask

        path = f"{name}.electronic_address"
        what = f"address of the {name} ({places.address}), scheme {scheme}"
        try:
            found = endpoint.endpoint_for(scheme, value)
        except IdentifierError as error:
            wrong_digit = isinstance(error, InvalidCheckDigit) and scheme in REFUSED
            yield ENDPOINT.finding(
                f"{what}: {error.message}",
                path=path,
                severity="error" if wrong_digit else "warning",
                terms=(places.address,),
                fix=error.fix,
            )
            continue
        if found.scheme != scheme:
            yield ENDPOINT.finding(
                f"{what}: {mask(value)!r} stands under a scheme that is no address any more, expected {found.scheme}",
                path=path,
                severity="warning",
                terms=(places.address,),
                fix=f"Write the scheme {found.scheme} with {mask(found.value)}.",
            )


@GLN
def check_gln(invoice: Invoice) -> Iterator[Finding]:
    """Departments are told apart by their GLN, and Peppol refuses an invoice with one whose check digit is wrong.

    Identifiers and registration numbers under the scheme 0088 are judged; an address is one of EI-ID-ENDPOINT.  A wrong
    check digit is an error, another length a warning, and all of it a warning for the place of delivery.

    Valid: 7340109104692.  Invalid: 7894565135487 (expected 1 at the end).
    """
    numbers = [
        (value, path, term, "error") for value, scheme, path, term, _ in _identifiers(invoice) if scheme == _GLN
    ]  # fmt: skip
    delivery = invoice.delivery
    if delivery is not None and delivery.location_identifier and delivery.location_identifier_scheme == _GLN:
        numbers.append((delivery.location_identifier, "delivery.location_identifier", "BT-71", "warning"))
    for value, path, term, severity in numbers:
        if screen.gln(value):
            continue
        from einvoice.identifiers import gln

        try:
            gln.parse(value)
        except IdentifierError as error:
            yield GLN.finding(
                f"{term}: {error.message}",
                path=path,
                value=value,
                severity="error" if severity == "error" and isinstance(error, InvalidCheckDigit) else "warning",
                terms=(term,),
            )


@BUSINESS
def check_business(invoice: Invoice) -> Iterator[Finding]:
    """Receivers find the supplier by the number, and a wrong one leads to another company or to none.

    A number is judged by its scheme (0212, 0007, 0192, 0184, 0191), a registration number without scheme by the
    country of the party, when it looks like one of that country.  A wrong check digit is an error where Peppol refuses
    it: under the schemes 0007 and 0192, and of a seller in Sweden.

    Valid: 2077474-0, 556047-3521.  Invalid: 2077474-1 (expected 0), 556047-3522 (expected 1).
    """
    for value, stated, path, term, party in _identifiers(invoice):
        scheme, refused = stated, stated in REFUSED
        if stated is None:
            country = party.address.country_code if party.address is not None else None
            known = _BY_COUNTRY.get(country or "")
            if known is None or term not in ("BT-30", "BT-47", "BT-61"):
                continue
            if not known[1].fullmatch("".join(value.split()).upper()):
                continue
            scheme, refused = known[0], term == "BT-30" and country == "SE"
        if scheme not in _OF_COMPANIES or screen.BY_SCHEME.get(scheme, _never)(value):
            continue
        try:
            _parser(scheme)(value)
        except IdentifierError as error:
            yield BUSINESS.finding(
                f"{term}: {error.message}",
                path=path,
                severity="error" if refused and isinstance(error, InvalidCheckDigit) else "warning",
                terms=(term,),
                fix=error.fix,
            )


@VAT
def check_vat(invoice: Invoice) -> Iterator[Finding]:
    """A buyer may not deduct VAT that is charged under a number which does not exist, and VIES will not confirm it.

    Numbers of the EU, Norway, the United Kingdom and Switzerland are judged, others are not.  A Swedish number that
    does not end in 01 is for information: few companies have another ending.

    Valid: FI20774740, SE556047352101, NO988077917MVA.  Invalid: FI20774741, NO988077917 (MVA is missing).
    """
    for number, path, term, party in _vat_numbers(invoice):
        unusual = number[:2] == "SE" and number[-2:] != "01"
        if (screen.vat(number) and not unusual) or not _VAT_FORM.fullmatch(number):
            continue
        from einvoice.identifiers import vat_number

        assert party.vat_identifier is not None
        if vat_number.prefix(number) not in vat_number.PREFIXES:
            continue
        try:
            remark = vat_number.remark(party.vat_identifier) if unusual else None
            vat_number.parse(party.vat_identifier)
        except IdentifierError as error:
            yield VAT.finding(f"{term}: {error.message}", path=path, terms=(term,), fix=error.fix)
        else:
            if remark is not None:
                yield VAT.finding(f"{term}: {remark}", path=path, terms=(term,), severity="info")


@VAT_PREFIX
def check_vat_prefix(invoice: Invoice) -> Iterator[Finding]:
    """Without the letters nobody can tell which country's register to ask.

    Valid: FI20774740, EL094259216.  Invalid: 20774740; GR094259216.
    """
    for number, path, term, party in _vat_numbers(invoice):
        if number[:2] != "GR" and not number[:1].isdecimal():
            continue
        from einvoice.identifiers.personal import mask

        if number[:2] == "GR":
            message, fix = f"the VAT number {number} ({term}) begins with GR, expected EL", f"Write EL{number[2:]}."
        else:
            country = party.address.country_code if party.address is not None else None
            prefix = codelists.vat_prefix(country) if country else None
            message = f"the VAT number {mask(number)} ({term}) has no letters of a country in front"
            fix = f"Write {prefix}{mask(number)}." if prefix and prefix not in ("SE", "NO") else VAT_PREFIX.fix
        yield VAT_PREFIX.finding(message, path=path, terms=(term,), fix=fix)


@VAT_COUNTRY
def check_vat_country(invoice: Invoice) -> Iterator[Finding]:
    """A number of another country decides which country's VAT is owed; by mistake it makes the wrong one due.

    Companies may be registered for VAT abroad, so this is for information.  A number of the country of the other party
    or of the delivery passes, and so does everything where there is a tax representative.

    Valid: FI20774740 in FI; SE556047352101 of a seller in FI to a buyer in SE.  Invalid: NO988077917MVA in GB.
    """
    if invoice.tax_representative is not None:
        return
    countries = {
        address.country_code
        for address in (
            invoice.seller.address if invoice.seller is not None else None,
            invoice.buyer.address if invoice.buyer is not None else None,
            invoice.delivery.address if invoice.delivery is not None else None,
        )
        if address is not None
    }
    for number, path, term, party in _vat_numbers(invoice):
        prefix = number[:2]
        country = party.address.country_code if party.address is not None else None
        if is_blank(country) or not prefix.isalpha() or prefix in _BESIDE_COUNTRIES or term == "BT-63":
            continue
        of = {"EL": "GR"}.get(prefix, prefix)
        same = {"MC": "FR", "AX": "FI"}
        if of in {same.get(each or "", each) for each in countries} or codelists.country(of) is None:
            continue
        name = path.partition(".")[0]
        yield VAT_COUNTRY.finding(
            f"the {name} is in {country}, and its VAT number ({term}) is of {of}", path=path, terms=(term,)
        )


@VAT_BUSINESS
def check_vat_business(invoice: Invoice) -> Iterator[Finding]:
    """One of two numbers that name two companies is wrong, and the receiver books the invoice on either.

    Numbers that are wrong by themselves, and those of other countries, are left to their own rules.

    Valid: 2077474-0 with FI20774740.  Invalid: 2077474-0 with FI01011385.
    """
    for name, party, places in _parties(invoice):
        number, registration = _vat_number(party), party.legal_registration_identifier
        if places.vat is None or places.registration is None or is_blank(registration) or not screen.vat(number):
            continue
        assert registration is not None
        inner = {"FI": number[2:], "DK": number[2:], "NO": number[2:11], "SE": number[2:12]}[number[:2]]
        scheme = _BY_COUNTRY[number[:2]][0]
        country = party.address.country_code if party.address is not None else None
        stated = party.legal_registration_identifier_scheme
        if stated != scheme if stated is not None else country != number[:2]:
            continue
        own = compact(registration).upper().removeprefix("DK")
        if not _CORE[number[:2]](own):
            try:
                own = _parser(scheme)(registration).replace("-", "")
            except IdentifierError:
                continue
        if own != inner:
            from einvoice.identifiers.personal import hide

            shown = (own, number)
            if number[:2] == "SE" and (own[2] < "2" or inner[2] < "2"):
                shown = (hide(own), hide(number))
            yield VAT_BUSINESS.finding(
                f"the business id of the {name} ({places.registration}) is {shown[0]}, and its VAT number "
                f"({places.vat}) {shown[1]} is that of another company",
                path=f"{name}.vat_identifier",
                terms=(places.registration, places.vat),
            )


@GTIN
def check_gtin(invoice: Invoice) -> Iterator[Finding]:
    """The buyer matches lines with its orders and stock by the GTIN, and a wrong one matches nothing.

    Only item identifiers under the scheme 0160 are judged; numbers of one fault are told line by line.

    Valid: 4006381333931.  Invalid: 4006381333930 (expected 1 at the end).
    """
    for index, line in enumerate(invoice.lines):
        if line.standard_item_identifier_scheme != "0160" or is_blank(line.standard_item_identifier):
            continue
        value = line.standard_item_identifier
        assert value is not None
        if screen.gtin(value):
            continue
        from einvoice.identifiers import gtin

        try:
            gtin.parse(value)
        except IdentifierError as error:
            yield GTIN.finding(
                f"{line_name(line, index)}: {error.message} (BT-157)",
                path=f"lines[{index}].standard_item_identifier",
                value=value,
            )


def _parties(invoice: Invoice) -> Iterator[tuple[str, Party, Places]]:
    for name, places in PARTIES.items():
        party = getattr(invoice, name)
        if party is not None:
            yield name, party, places


def _identifiers(invoice: Invoice) -> Iterator[tuple[str, str | None, str, str, Party]]:
    """Yield registration numbers and identifiers: value, scheme, place, term, party."""
    for name, party, places in _parties(invoice):
        registration = party.legal_registration_identifier
        if places.registration is not None and registration is not None and not is_blank(registration):
            scheme = party.legal_registration_identifier_scheme
            path = f"{name}.legal_registration_identifier"
            yield registration.strip(), scheme, path, places.registration, party
        if places.identifier is None:
            continue
        for index, identifier in enumerate(party.identifiers):
            if identifier.scheme is not None and identifier.value is not None and not is_blank(identifier.value):
                path = f"{name}.identifiers[{index}].value"
                yield identifier.value.strip(), identifier.scheme, path, places.identifier, party


def _vat_number(party: Party) -> str:
    return compact(party.vat_identifier or "", drop="-./").upper()


def _vat_numbers(invoice: Invoice) -> Iterator[tuple[str, str, str, Party]]:
    """Yield VAT numbers: normal form, place, term, party."""
    for name, party, places in _parties(invoice):
        if places.vat is not None and (number := _vat_number(party)):
            yield number, f"{name}.vat_identifier", places.vat, party


def _parser(scheme: str) -> Callable[[str], str]:
    """Return what decides on a business id that no screen takes."""
    from einvoice.identifiers import dk_cvr, ee_registry, fi_business_id, no_organisation, se_organisation

    return {
        "0007": se_organisation.parse,
        "0184": dk_cvr.parse,
        "0191": ee_registry.parse,
        "0192": no_organisation.parse,
        "0212": fi_business_id.parse,
    }[scheme]


def _never(number: str) -> bool:
    return False
