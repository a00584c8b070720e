"""Code lists and dated tables: one CSV file per list beside this module, with its edition and source.

    vat_categories       VAT categories (UNTDID 5305): rate, reason, default VATEX code and texts
    vatex                exemption reason codes (BT-121) and the category of each
    vat_rates            rates above zero of FI, SE, NO, DK, EE with their dates
    netvisor_vat_codes   the 22 VAT codes of Netvisor and their place in EN 16931
    units                unit codes accepted (Recommendation 20, and 21 with X)
    unit_names           unit texts of Finnish, Swedish and English systems, read and written
    countries            ISO 3166-1 with names in three languages, EU membership, VAT prefix
    currencies           ISO 4217 with minor units
    invoice_types        document types (BT-3): invoice or credit note, by rule set
    payment_means, allowance_reasons, charge_reasons, vat_point_codes
                         UNTDID 4461, 5189, 7161, and 2005 with its twins of 2475
    eas, icd             schemes of electronic addresses and of identifiers
    mime_types, note_subjects, object_schemes, item_classification
                         media types of attachments, UNTDID 4451, 1153, 7143

**File format.**  UTF-8 CSV after head lines `# key: value`: `edition` and `source` once each, `note` as
often as needed.  The first row names the columns; the first column is the key, `code` in every list
but `vat_rates`, where a rate stands once per country and period.  An empty cell means "none".  Cells
with several values part them by `|`, except `accepted_in`, which parts rule sets by blanks.

**Rule sets.**  Where the official rules disagree the list has a column `accepted_in`: `en` is the
EN 16931 artefacts, `bis` is Peppol BIS Billing 3.  For `invoice_types` the rule set goes with the
document: `en-invoice`, `en-credit-note`, `bis-invoice`, `bis-credit-note`, and for self-billing
`bis-sb-invoice`, `bis-sb-credit-note`.  A list without the column is enforced by all of them alike.

Any list answers `codes`, `code_name` and `source`; the functions below answer what a mapping or a
rule asks.  A text that nothing matches gives None; a list, language or rule set that does not exist
raises LookupError, since only a programmer can cause it.  Tables are read on first use and kept.
"""

from __future__ import annotations

import csv
import itertools
import unicodedata
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "LISTS",
    "CodelistSource",
    "Country",
    "Language",
    "NetvisorVatCode",
    "VatCategory",
    "VatPointCode",
    "VatRate",
    "Vatex",
    "code_name",
    "codes",
    "country",
    "country_code",
    "country_name",
    "is_credit_note",
    "is_doubtful_unit",
    "is_eu",
    "minor_units",
    "netvisor_vat_code",
    "netvisor_vat_codes",
    "rate_history",
    "rates_on",
    "source",
    "unit_code",
    "unit_name",
    "vat_categories",
    "vat_category",
    "vat_point_code",
    "vat_prefix",
    "vat_rates",
    "vatex",
]

LISTS: Final = (
    "allowance_reasons",
    "charge_reasons",
    "countries",
    "currencies",
    "eas",
    "icd",
    "invoice_types",
    "item_classification",
    "mime_types",
    "netvisor_vat_codes",
    "note_subjects",
    "object_schemes",
    "payment_means",
    "unit_names",
    "units",
    "vat_categories",
    "vat_point_codes",
    "vat_rates",
    "vatex",
)
"""The names of all lists."""

Language = Literal["en", "fi", "sv"]


class CodelistSource(NamedTuple):
    """Where a list comes from: its *name*, the *edition* it follows and the *source* of its entries."""

    name: str
    edition: str
    source: str


class VatCategory(NamedTuple):
    """A VAT category (BT-95, BT-102, BT-118, BT-151).

    *rate* says what the rate must be: `positive`, `zero`, `absent` (no rate at all) or `any`.  *reason*
    is about BT-120 and BT-121 together: `mandatory`, `forbidden` or `optional`.  *vatex* is the code to
    write when the source names none.  *rule_prefix* begins the ids of the official rules (BR-IC for K).
    """

    code: str
    rule_prefix: str
    rate: Literal["positive", "zero", "absent", "any"]
    reason: Literal["mandatory", "forbidden", "optional"]
    vatex: str | None
    name: str
    text_en: str | None
    text_sv: str | None
    text_fi: str | None

    def exemption_text(self, language: Language = "en") -> str | None:
        """Return the default text for BT-120, None where the category takes no reason."""
        return _in_language(language, self.text_en, self.text_fi, self.text_sv)


class Vatex(NamedTuple):
    """An exemption reason code (BT-121) and the VAT *category* it belongs to.

    *rule* is the official rule that demands the category, None where only the article of law implies it.
    """

    code: str
    category: str
    rule: str | None
    name: str


class VatRate(NamedTuple):
    """A VAT rate above zero of one country and one period, in percent as written on invoices (25.5).

    Both dates are included; *valid_to* None means still in force.  *scope* says what the rate is for, in
    words.  *verified* is `primary`, `secondary` or `background`: how well the row is known.
    """

    country: str
    rate: Decimal
    kind: str
    valid_from: date
    valid_to: date | None
    verified: Literal["primary", "secondary", "background"]
    scope: str | None

    def covers(self, day: date) -> bool:
        """Return whether the rate was in force on *day*."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class NetvisorVatCode(NamedTuple):
    """A VAT code of Netvisor and its place in EN 16931.

    *category* holds for a rate above zero, *category_at_zero* for a rate of zero; None means that the code
    does not occur with such a rate, and both are None for a purchase code.  *zero_only* codes allow no VAT.
    *judgement* says that the mapping is a choice of ours which a setting may change, *judgement_at_zero*
    that this is so for a rate of zero.  *in_import_list* is False for codes that the import document omits.
    """

    code: str
    spellings: tuple[str, ...]
    side: Literal["sale", "purchase", "none"]
    zero_only: bool
    category: str | None
    category_at_zero: str | None
    vatex: str | None
    judgement: bool
    judgement_at_zero: bool
    in_import_list: bool
    description: str
    text_en: str | None
    text_sv: str | None
    text_fi: str | None

    def exemption_text(self, language: Language = "en") -> str | None:
        """Return the default text for BT-120 at a rate of zero, None where a reason is forbidden."""
        return _in_language(language, self.text_en, self.text_fi, self.text_sv)


class Country(NamedTuple):
    """A country; *vat_prefix* begins its VAT identifiers (EL for Greece), None outside the EU."""

    code: str
    alpha3: str | None
    eu: bool
    vat_prefix: str | None
    en: str
    fi: str
    sv: str


class VatPointCode(NamedTuple):
    """A value added tax point date code (BT-8): *code* of UNTDID 2005, and its twin of UNTDID 2475."""

    code: str
    untdid_2475: str
    name: str


# ---------------------------------------------------------------------------------- any list


def source(name: str) -> CodelistSource:
    """Return edition and source of the list *name*; raises LookupError when there is no such list."""
    return _read(name)[0]


@cache
def codes(name: str, accepted_in: str | None = None) -> frozenset[str]:
    """Return the codes of the list *name*, all of them or those that the rule set *accepted_in* takes.

    Raises LookupError for an unknown list or rule set.

    >>> "0212" in codes("eas", "en"), "0212" in codes("eas", "bis")
    (True, False)
    """
    if name == "vat_rates":
        raise LookupError("'vat_rates' has no codes; ask rates_on() or rate_history()")
    rows = _read(name)[1]
    if accepted_in is None:
        return frozenset(row["code"] for row in rows)
    if "accepted_in" not in rows[0]:
        if accepted_in not in ("en", "bis"):
            raise LookupError(f"no rule set {accepted_in!r} for the list {name!r}; there are 'bis' and 'en'")
        return frozenset(row["code"] for row in rows)
    known = {tag for row in rows for tag in row["accepted_in"].split()}
    if accepted_in not in known:
        there_are = ", ".join(map(repr, sorted(known)))
        raise LookupError(f"no rule set {accepted_in!r} for the list {name!r}; there are {there_are}")
    return frozenset(row["code"] for row in rows if accepted_in in row["accepted_in"].split())


def code_name(name: str, code: str) -> str | None:
    """Return the English name of *code* in the list *name*, None where the code is unknown or has no name.

    >>> code_name("charge_reasons", "FC")
    'Freight service'
    """
    return _names(name).get(code)


# ---------------------------------------------------------------------------------- VAT


def vat_category(code: str) -> VatCategory | None:
    """Return the VAT category *code* (S, Z, E, AE, K, G, O, L, M, B), None when there is none."""
    return _vat_categories().get(code)


def vat_categories() -> tuple[VatCategory, ...]:
    """Return all VAT categories that EN 16931 accepts."""
    return tuple(_vat_categories().values())


def vatex(code: str) -> Vatex | None:
    """Return the exemption reason *code* (BT-121) in any case, as the official rule compares it.

    >>> vatex("vatex-eu-ic").category
    'K'
    """
    return _vatex().get(code.strip().upper())


def vat_rates() -> tuple[VatRate, ...]:
    """Return all rows of the table of rates, country by country."""
    return tuple(rate for rates in _vat_rates().values() for rate in rates)


def rates_on(country: str, day: date) -> tuple[VatRate, ...]:
    """Return the rates above zero in force in *country* on *day*, the standard rate first.

    *day* is the time of supply, not the invoice date where the two differ; a credit note keeps the rate of
    the original supply.  Empty for a country or a time that the table does not hold, which is not a verdict.

    >>> [str(r.rate) for r in rates_on("FI", date(2026, 1, 1))]
    ['25.5', '13.5', '10']
    """
    return tuple(rate for rate in _vat_rates().get(country.upper(), ()) if rate.covers(day))


def rate_history(country: str, rate: Decimal) -> tuple[VatRate, ...]:
    """Return every period in which *rate*, in percent, was in force in *country*; 25.50 is 25.5.

    >>> [(str(r.valid_from), str(r.valid_to)) for r in rate_history("FI", Decimal(24))]
    [('2013-01-01', '2024-08-31')]
    """
    return tuple(row for row in _vat_rates().get(country.upper(), ()) if row.rate == rate)


def netvisor_vat_code(text: str) -> NetvisorVatCode | None:
    """Return the Netvisor VAT code written as *text*, in any case, with any blanks; None when there is none.

    The spellings of exports and connectors count: "-" for NONE, "100%" for 100, "KÄVE" for KAVE.
    """
    known = _netvisor_spellings()
    return known.get(text) or known.get(_netvisor_key(text))


def netvisor_vat_codes() -> tuple[NetvisorVatCode, ...]:
    """Return the 22 VAT codes of Netvisor in the order of its documentation."""
    return _netvisor_vat_codes()


def vat_point_code(code: str) -> VatPointCode | None:
    """Return the tax point code (BT-8) written as UNTDID 2005 or as UNTDID 2475 has it; the two do not overlap."""
    return _vat_point_codes().get(code.strip())


# ---------------------------------------------------------------------------------- units


def unit_code(name: str) -> str | None:
    """Return the unit code (BT-130) for a free-text unit, None when the text is unknown.

    Case, dots and outer blanks do not matter, and m² is m2.  A text that is no known name is taken as a code
    if it is one, letter for letter.  A field that carries codes by definition asks `codes("units")`
    instead: some names look like the code of another unit.

    >>> unit_code("Kpl."), unit_code("tim"), unit_code("KWH"), unit_code("hattu")
    ('C62', 'HUR', 'KWH', None)
    """
    known = _unit_spellings().get(_unit_key(name))
    if known is not None:
        return known
    code = name.strip()
    return code if code in codes("units") else None


def unit_name(code: str, language: Language = "fi") -> str | None:
    """Return the short name to write for the unit *code*, at most 14 characters; None when there is no name.

    The Finnish name is the form Netvisor users write, the Swedish one suits Billecta.
    """
    row = _unit_rows().get(code)
    return None if row is None else _in_language(language, row["en"], row["fi"], row["sv"])


def is_doubtful_unit(name: str) -> bool:
    """Return whether *name* has a second meaning that `unit_code` did not choose ("t": hour, not tonne)."""
    return _unit_key(name) in _doubtful_units()


# ---------------------------------------------------------------------------------- countries, currencies, documents


def country(code: str) -> Country | None:
    """Return the country with the alpha-2 *code* (BT-40, BT-55, BT-69, BT-80), None when there is none."""
    return _countries().get(code)


def country_code(name_or_code: str) -> str | None:
    """Return the alpha-2 code for a code or for a name in English, Finnish or Swedish; None when unknown.

    Case, accents and punctuation do not matter.  Alpha-3 codes, EL, UK and common variants count as well.

    >>> country_code("FINLAND"), country_code("Ruotsi"), country_code("U.S.A."), country_code("el")
    ('FI', 'SE', 'US', 'GR')
    """
    return _country_spellings().get(_country_key(name_or_code))


def country_name(code: str, language: Language = "en") -> str | None:
    """Return the name of the country with the alpha-2 *code*, None when there is none."""
    found = country(code)
    return None if found is None else _in_language(language, found.en, found.fi, found.sv)


def is_eu(code: str) -> bool:
    """Return whether the alpha-2 *code* or VAT prefix is of an EU member state, or XI.

    Northern Ireland (XI) trades in goods, not in services, under the VAT rules of the EU.  Åland (AX) has no
    VAT prefix of its own and stands outside the VAT territory, hence False.
    """
    found = country("GR" if code == "EL" else code)
    return found is not None and found.eu


def vat_prefix(code: str) -> str | None:
    """Return what begins a VAT identifier of the EU country with the alpha-2 *code*; None outside the EU."""
    found = country(code)
    return None if found is None else found.vat_prefix


def minor_units(code: str) -> int:
    """Return the number of decimals of the currency *code* by ISO 4217.

    Currencies without a minor unit of their own (gold, special drawing rights) count as 2, which is what
    EN 16931 allows for every amount.  Raises LookupError for a code that no rule set accepts.
    """
    try:
        return _minor_units()[code]
    except KeyError:
        raise LookupError(
            f"no currency {code!r} in the list of ISO 4217 codes; expected a code such as 'EUR'"
        ) from None


def is_credit_note(code: str) -> bool:
    """Return whether the document type *code* (BT-3) is a credit note; False for an invoice or an unknown code.

    81 is a credit note, though the EN 16931 rules take it in an Invoice as well.
    """
    return code in _credit_notes()


# ---------------------------------------------------------------------------------- reading


_Row = dict[str, str]


@cache
def _read(name: str) -> tuple[CodelistSource, tuple[_Row, ...]]:
    if name not in LISTS:
        raise LookupError(f"no code list {name!r}; there are {', '.join(LISTS)}")
    lines = Path(__file__).with_name(f"{name}.csv").read_text(encoding="utf-8").splitlines()
    head = [line[1:].partition(":") for line in itertools.takewhile(lambda line: line.startswith("#"), lines)]
    values = {key.strip(): value.strip() for key, _, value in head}
    reader = csv.reader(lines[len(head) :])
    columns = next(reader)
    rows = tuple(dict(zip(columns, cells, strict=True)) for cells in reader)
    return CodelistSource(name, values["edition"], values["source"]), rows


def _in_language(language: str, en: str | None, fi: str | None, sv: str | None) -> str | None:
    match language:
        case "en":
            return en
        case "fi":
            return fi
        case "sv":
            return sv
    raise LookupError(f"no language {language!r}; there are 'en', 'fi' and 'sv'")


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _country_key(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def _unit_key(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace(".", "").split())


def _netvisor_key(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).upper().split())


@cache
def _names(name: str) -> Mapping[str, str]:
    column = {"countries": "en", "unit_names": "en", "netvisor_vat_codes": "description"}.get(name, "name")
    return MappingProxyType({row["code"]: row[column] for row in _read(name)[1] if column in row and "code" in row})


@cache
def _vat_categories() -> Mapping[str, VatCategory]:
    return MappingProxyType(
        {
            row["code"]: VatCategory(
                code=row["code"],
                rule_prefix=row["rule_prefix"],
                rate=cast('Literal["positive", "zero", "absent", "any"]', row["rate"]),
                reason=cast('Literal["mandatory", "forbidden", "optional"]', row["reason"]),
                vatex=row["vatex"] or None,
                name=row["name"],
                text_en=row["text_en"] or None,
                text_sv=row["text_sv"] or None,
                text_fi=row["text_fi"] or None,
            )
            for row in _read("vat_categories")[1]
        }
    )


@cache
def _vatex() -> Mapping[str, Vatex]:
    return MappingProxyType(
        {
            row["code"]: Vatex(row["code"], row["category"], row["rule"] or None, row["name"])
            for row in _read("vatex")[1]
        }
    )


@cache
def _vat_rates() -> Mapping[str, tuple[VatRate, ...]]:
    table: dict[str, tuple[VatRate, ...]] = {}
    for row in _read("vat_rates")[1]:
        rate = VatRate(
            country=row["country"],
            rate=Decimal(row["rate"]),
            kind=row["kind"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            verified=cast('Literal["primary", "secondary", "background"]', row["verified"]),
            scope=row["scope"] or None,
        )
        table[rate.country] = (*table.get(rate.country, ()), rate)
    return MappingProxyType(table)


@cache
def _netvisor_vat_codes() -> tuple[NetvisorVatCode, ...]:
    table = []
    for row in _read("netvisor_vat_codes")[1]:
        default = vat_category(row["category_at_zero"])
        table.append(
            NetvisorVatCode(
                code=row["code"],
                spellings=_split(row["spellings"]),
                side=cast('Literal["sale", "purchase", "none"]', row["side"]),
                zero_only=row["rate"] == "zero",
                category=row["category"] or None,
                category_at_zero=row["category_at_zero"] or None,
                vatex=row["vatex"] or None,
                judgement=row["judgement"] == "yes",
                judgement_at_zero=row["judgement"] in ("yes", "at_zero"),
                in_import_list=row["in_import_list"] == "yes",
                description=row["description"],
                text_en=row["text_en"] or (default.text_en if default else None),
                text_sv=row["text_sv"] or (default.text_sv if default else None),
                text_fi=row["text_fi"] or (default.text_fi if default else None),
            )
        )
    return tuple(table)


@cache
def _netvisor_spellings() -> Mapping[str, NetvisorVatCode]:
    return MappingProxyType(
        {_netvisor_key(text): entry for entry in _netvisor_vat_codes() for text in (entry.code, *entry.spellings)}
    )


@cache
def _vat_point_codes() -> Mapping[str, VatPointCode]:
    table = [VatPointCode(row["code"], row["untdid_2475"], row["name"]) for row in _read("vat_point_codes")[1]]
    return MappingProxyType({text: entry for entry in table for text in (entry.code, entry.untdid_2475)})


@cache
def _unit_rows() -> Mapping[str, _Row]:
    return MappingProxyType({row["code"]: row for row in _read("unit_names")[1]})


@cache
def _unit_spellings() -> Mapping[str, str]:
    return MappingProxyType(
        {_unit_key(text): code for code, row in _unit_rows().items() for text in _split(row["spellings"])}
    )


@cache
def _doubtful_units() -> frozenset[str]:
    return frozenset(_unit_key(text) for row in _unit_rows().values() for text in _split(row["doubtful"]))


@cache
def _countries() -> Mapping[str, Country]:
    return MappingProxyType(
        {
            row["code"]: Country(
                code=row["code"],
                alpha3=row["alpha3"] or None,
                eu=row["eu"] == "yes",
                vat_prefix=row["vat_prefix"] or None,
                en=row["en"],
                fi=row["fi"],
                sv=row["sv"],
            )
            for row in _read("countries")[1]
        }
    )


@cache
def _country_spellings() -> Mapping[str, str]:
    rows = _read("countries")[1]
    table = {
        _country_key(text): row["code"]
        for row in rows
        for text in (row["en"], row["fi"], row["sv"], row["alpha3"], *_split(row["variants"]))
        if text
    }
    table.update((_country_key(row["code"]), row["code"]) for row in rows)
    return MappingProxyType(table)


@cache
def _minor_units() -> Mapping[str, int]:
    return MappingProxyType({row["code"]: int(row["digits"] or 2) for row in _read("currencies")[1]})


@cache
def _credit_notes() -> frozenset[str]:
    return frozenset(row["code"] for row in _read("invoice_types")[1] if row["credit_note"] == "yes")
