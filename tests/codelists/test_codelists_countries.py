"""Countries: codes from names in three languages, EU membership, VAT prefixes."""

import csv
import unicodedata
from pathlib import Path

import pytest

from einvoice import codelists
from einvoice.codelists import codes, country, country_code, country_name, is_eu, vat_prefix

READ = [
    ("FI", "FI"),
    ("fi", "FI"),
    (" FI ", "FI"),
    ("FIN", "FI"),
    ("FINLAND", "FI"),
    ("Finland", "FI"),
    ("Suomi", "FI"),
    ("SUOMI", "FI"),
    ("Ruotsi", "SE"),
    ("Sverige", "SE"),
    ("Sweden", "SE"),
    ("SWE", "SE"),
    ("Norja", "NO"),
    ("Tanska", "DK"),
    ("Viro", "EE"),
    ("Eesti", "EE"),
    ("Saksa", "DE"),
    ("Deutschland", "DE"),
    ("USA", "US"),
    ("U.S.A.", "US"),
    ("Yhdysvallat", "US"),
    ("Iso-Britannia", "GB"),
    ("iso britannia", "GB"),
    ("UK", "GB"),
    ("Great Britain", "GB"),
    ("EL", "GR"),
    ("Kreikka", "GR"),
    ("Åland", "AX"),
    ("aland", "AX"),
    ("Ahvenanmaa", "AX"),
    ("Österrike", "AT"),
    ("O\u0308sterrike", "AT"),
    ("Tšekki", "CZ"),
    ("Tsekki", "CZ"),
    ("Alankomaat", "NL"),
    ("Holland", "NL"),
    ("Northern Ireland", "XI"),
    ("XI", "XI"),
    ("Kosovo", "1A"),
    ("XK", "1A"),
    ("Island", "IS"),
    ("Irland", "IE"),
    ("Atlantis", None),
    ("ZZ", None),
    ("", None),
    ("--", None),
]


@pytest.mark.parametrize(("text", "code"), READ)
def test_country_code(text: str, code: str | None) -> None:
    assert country_code(text) == code


WRITTEN = [
    ("FI", "Finland", "Suomi", "Finland"),
    ("SE", "Sweden", "Ruotsi", "Sverige"),
    ("US", "United States", "Yhdysvallat", "USA"),
    ("CZ", "Czechia", "Tšekki", "Tjeckien"),
    ("ZZ", None, None, None),
]


@pytest.mark.parametrize(("code", "en", "fi", "sv"), WRITTEN)
def test_country_name(code: str, en: str | None, fi: str | None, sv: str | None) -> None:
    assert (country_name(code), country_name(code, "fi"), country_name(code, "sv")) == (en, fi, sv)


EU = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"]
EU += ["IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"]


def test_eu_is_the_27_and_northern_ireland() -> None:
    assert {code for code in codes("countries") if is_eu(code)} == {*EU, "XI"}
    assert is_eu("EL")


@pytest.mark.parametrize("code", ["GB", "NO", "IS", "CH", "AX", "1A", "ZZ", ""])
def test_not_eu(code: str) -> None:
    assert not is_eu(code)


@pytest.mark.parametrize("code", [*EU, "XI"])
def test_vat_prefix_is_the_code_but_for_greece(code: str) -> None:
    assert vat_prefix(code) == ("EL" if code == "GR" else code)


def test_no_vat_prefix_outside_the_eu() -> None:
    assert vat_prefix("NO") is None
    assert vat_prefix("ZZ") is None


@pytest.mark.parametrize("code", sorted(codes("countries")))
def test_each_country_has_names_that_read_back(code: str) -> None:
    found = country(code)
    assert found is not None
    for text in (found.en, found.fi, found.sv, found.alpha3 or code):
        assert text
        assert country_code(text) == code, text
        assert country_code(text.upper()) == code, text


def test_no_name_stands_for_two_countries() -> None:
    """Among names and variants; a code that looks like another country's name would show as well."""
    lines = (Path(codelists.__file__).parent / "countries.csv").read_text(encoding="utf-8").splitlines()
    seen: dict[str, str] = {}
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        texts = [row[key] for key in ("code", "alpha3", "en", "fi", "sv")] + row["variants"].split("|")
        for text in filter(None, texts):
            plain = unicodedata.normalize("NFKD", text).casefold()
            key = "".join(letter for letter in plain if letter.isalnum())
            assert seen.setdefault(key, row["code"]) == row["code"], text
