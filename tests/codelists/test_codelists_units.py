"""Unit texts: read into codes, written back in three languages."""

import csv
from pathlib import Path

import pytest

from einvoice import codelists
from einvoice.codelists import codes, is_doubtful_unit, unit_code, unit_name

READ = [
    # text             code
    ("kpl", "C62"),
    ("KPL", "C62"),
    ("Kpl.", "C62"),
    (" kpl ", "C62"),
    ("st", "C62"),
    ("pcs", "C62"),
    ("h", "HUR"),
    ("tim", "HUR"),
    ("tunti", "HUR"),
    ("t", "HUR"),
    ("kk", "MON"),
    ("mån", "MON"),
    ("Mån.", "MON"),
    ("vk", "WEE"),
    ("vko", "WEE"),
    ("pv", "DAY"),
    ("dag", "DAY"),
    ("v", "ANN"),
    ("år", "ANN"),
    ("min", "MIN"),
    ("kg", "KGM"),
    ("KG", "KGM"),
    ("g", "GRM"),
    ("tn", "TNE"),
    ("ton", "TNE"),
    ("l", "LTR"),
    ("m", "MTR"),
    ("jm", "LM"),
    ("m2", "MTK"),
    ("m²", "MTK"),
    ("m^2", "MTK"),
    ("kvm", "MTK"),
    ("m3", "MTQ"),
    ("m³", "MTQ"),
    ("km", "KMT"),
    ("ha", "H18"),
    ("pkt", "XPK"),
    ("pak", "XPK"),
    ("förp", "XPK"),
    ("rulla", "XRO"),
    ("rll", "XRO"),
    ("pari", "PR"),
    ("pairs", "PR"),
    ("par", "PR"),
    ("set", "SET"),
    ("erä", "LO"),
    ("krt", "ACT"),
    ("hlö", "IE"),
    ("kWh", "KWH"),
    ("MWh", "MWH"),
    ("kvar", "KVR"),
    ("%", "P1"),
    ("1000 kpl", "MIL"),
    ("C62", "C62"),
    ("H87", "H87"),
    ("EA", "C62"),
    ("XPX", "XPX"),
    ("KGM", "KGM"),
    ("kgm", None),
    ("", None),
    ("snt/kWh", None),
    ("EUR", None),
    ("hattu", None),
]


@pytest.mark.parametrize(("text", "code"), READ)
def test_unit_code(text: str, code: str | None) -> None:
    assert unit_code(text) == code


WRITTEN = [
    # code   fi      sv      en
    ("C62", "kpl", "st", "pcs"),
    ("H87", "kpl", "st", "pcs"),
    ("HUR", "h", "tim", "h"),
    ("MON", "kk", "mån", "month"),
    ("DAY", "pv", "dag", "day"),
    ("KGM", "kg", "kg", "kg"),
    ("KWH", "kWh", "kWh", "kWh"),
    ("P1", "%", "%", "%"),
    ("2Z", None, None, None),
]


@pytest.mark.parametrize(("code", "fi", "sv", "en"), WRITTEN)
def test_unit_name(code: str, fi: str | None, sv: str | None, en: str | None) -> None:
    assert unit_name(code) == fi
    assert (unit_name(code, "fi"), unit_name(code, "sv"), unit_name(code, "en")) == (fi, sv, en)


@pytest.mark.parametrize("text", ["t", "T.", "v", "krt"])
def test_doubtful_units(text: str) -> None:
    assert is_doubtful_unit(text)
    assert unit_code(text) is not None


@pytest.mark.parametrize("text", ["h", "kpl", "hattu"])
def test_units_beyond_doubt(text: str) -> None:
    assert not is_doubtful_unit(text)


ROWS = list(
    csv.DictReader(
        line
        for line in (Path(codelists.__file__).parent / "unit_names.csv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
)

# Codes that mean pieces as C62 does: they are written, and their names read back as C62.
WRITTEN_ONLY = {"H87", "EA", "NAR"}

# Codes whose letters are also a name of another unit.  The name wins, since these fields carry names.
SHADOWED = {
    "CTN": "XCT",
    "EA": "C62",
    "GB": "E34",
    "GGR": "ACT",
    "GJ": "GV",
    "HA": "H18",
    "JM": "LM",
    "KGS": "KGM",
    "KW": "KWT",
    "MND": "MON",
    "PAL": "XPX",
    "PS": "XBG",
    "STK": "C62",
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["code"])
def test_row(row: dict[str, str]) -> None:
    code = row["code"]
    assert code in codes("units")
    assert set(row["doubtful"].split("|")) <= {*row["spellings"].split("|"), ""}
    for language in ("fi", "sv", "en"):
        name = row[language]
        assert name
        assert len(name) <= 14
        assert unit_code(name) == ("C62" if code in WRITTEN_ONLY else code), name


def test_no_spelling_stands_for_two_units() -> None:
    spellings = [text for row in ROWS for text in row["spellings"].split("|") if text]
    keys = [text.casefold().replace(".", "") for text in spellings]
    assert sorted(keys) == sorted(set(keys))


def test_every_code_reads_as_itself_but_for_the_known_names() -> None:
    assert {code: unit_code(code) for code in codes("units") if unit_code(code) != code} == SHADOWED
