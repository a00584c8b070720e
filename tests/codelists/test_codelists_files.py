"""The files: their form, their sources, and the questions that any list answers."""

import csv
import doctest
from pathlib import Path

import pytest

from einvoice import codelists
from einvoice.codelists import LISTS, code_name, codes, is_credit_note, minor_units, source, unit_name, vat_point_code

FOLDER = Path(codelists.__file__).parent


def test_every_file_is_a_list_and_every_list_a_file() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.csv")) == sorted(LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_form_of_the_file(name: str) -> None:
    text = (FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    lines = text.splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert lines[: len(head)] == head, "head lines stand first"
    keys = [line[2:].split(": ", 1)[0] for line in head]
    assert keys == ["edition", "source", *["note"] * (len(keys) - 2)]
    columns, *rows = csv.reader(lines[len(head) :])
    assert rows
    assert all(len(row) == len(columns) for row in rows)
    assert all(cell == cell.strip() for row in rows for cell in row)
    assert text.endswith("\n")
    if name != "vat_rates":
        assert columns[0] == "code"
        assert len({row[0] for row in rows}) == len(rows), "a code stands once"


@pytest.mark.parametrize("name", LISTS)
def test_source(name: str) -> None:
    found = source(name)
    assert found.name == name
    assert found.edition
    assert found.source


def test_doctests_of_the_room() -> None:
    result = doctest.testmod(codelists)
    assert result.attempted
    assert not result.failed


@pytest.mark.parametrize("question", [source, codes, lambda name: code_name(name, "X")])
def test_unknown_list_is_named_with_the_lists_there_are(question: object) -> None:
    with pytest.raises(LookupError, match=r"no code list 'colours'; there are .*currencies"):
        question("colours")  # type: ignore[operator]


def test_unknown_rule_set_is_named_with_those_there_are() -> None:
    with pytest.raises(LookupError, match="no rule set 'cii' for the list 'eas'; there are 'bis', 'en'"):
        codes("eas", "cii")
    with pytest.raises(LookupError, match="no rule set 'cii' for the list 'units'"):
        codes("units", "cii")


def test_vat_rates_has_no_codes() -> None:
    with pytest.raises(LookupError, match="rates_on"):
        codes("vat_rates")


def test_unknown_language() -> None:
    with pytest.raises(LookupError, match="no language 'de'"):
        unit_name("C62", "de")  # type: ignore[arg-type]


NAMES = [
    ("payment_means", "58", "SEPA credit transfer"),
    ("allowance_reasons", "95", "Discount"),
    ("charge_reasons", "FC", "Freight service"),
    ("invoice_types", "380", "Invoice"),
    ("eas", "0216", "OVT code"),
    ("countries", "FI", "Finland"),
    ("netvisor_vat_codes", "KOMY", "Sale in Finland"),
    ("charge_reasons", "QQ", None),
    ("units", "KGM", None),
]


@pytest.mark.parametrize(("name", "code", "expected"), NAMES)
def test_code_name(name: str, code: str, expected: str | None) -> None:
    assert code_name(name, code) == expected


EAS = [
    # scheme  EN     BIS
    ("0007", True, True),
    ("0216", True, True),
    ("0088", True, True),
    ("0037", True, False),
    ("0212", True, False),
    ("0213", True, False),
    ("0203", True, False),
    ("EM", True, False),
    ("9955", False, False),
]


@pytest.mark.parametrize(("scheme", "en", "bis"), EAS)
def test_two_editions_of_the_address_schemes(scheme: str, en: bool, bis: bool) -> None:
    assert (scheme in codes("eas", "en"), scheme in codes("eas", "bis")) == (en, bis)


CREDIT_NOTES = ["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"]


@pytest.mark.parametrize("code", CREDIT_NOTES)
def test_credit_notes(code: str) -> None:
    assert is_credit_note(code)


@pytest.mark.parametrize("code", ["380", "386", "389", "393", "80", "383", "473", "999", ""])
def test_no_credit_notes(code: str) -> None:
    assert not is_credit_note(code)


def test_credit_notes_of_bis_and_of_self_billing() -> None:
    assert codes("invoice_types", "bis-credit-note") == {"381", "396", "81", "83", "532"}
    assert codes("invoice_types", "bis-sb-invoice") == {"389", "527"}
    assert codes("invoice_types", "bis-sb-credit-note") == {"261"}


MINOR_UNITS = [
    ("EUR", 2),
    ("SEK", 2),
    ("NOK", 2),
    ("DKK", 2),
    ("ISK", 0),
    ("JPY", 0),
    ("KWD", 3),
    ("CLF", 4),
    ("XAU", 2),
]


@pytest.mark.parametrize(("currency", "digits"), MINOR_UNITS)
def test_minor_units(currency: str, digits: int) -> None:
    assert minor_units(currency) == digits


@pytest.mark.parametrize("currency", ["FIM", "eur", "", "EURO"])
def test_minor_units_of_no_currency(currency: str) -> None:
    with pytest.raises(LookupError, match="no currency"):
        minor_units(currency)


@pytest.mark.parametrize(("untdid_2005", "untdid_2475"), [("3", "5"), ("35", "29"), ("432", "72")])
def test_tax_point_codes_and_their_twins(untdid_2005: str, untdid_2475: str) -> None:
    found = vat_point_code(untdid_2005)
    assert found is not None
    assert found is vat_point_code(untdid_2475)
    assert (found.code, found.untdid_2475) == (untdid_2005, untdid_2475)


def test_no_tax_point_code() -> None:
    assert vat_point_code("4") is None
