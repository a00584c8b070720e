"""Codecs: one row per spelling.  What is not a number, a date or a code is refused with what was expected."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice.formats.mapping.codecs import (
    BOOLEAN,
    CODE,
    COMMA,
    DATE,
    DATE_LOOSE,
    DECIMAL,
    INTEGER,
    MAX_DIGITS,
    STRIPPED,
    TEXT,
    Codec,
    code_map,
)

READ = [
    # case                          codec       text                  value
    ("valid_decimal",               DECIMAL,    "1234.50",            "1234.50"),
    ("valid_decimal_keeps_digits",  DECIMAL,    "25.500",             "25.500"),
    ("valid_decimal_negative",      DECIMAL,    "-0.01",              "-0.01"),
    ("valid_decimal_plus",          DECIMAL,    "+7",                 "7"),
    ("valid_decimal_no_fraction",   DECIMAL,    "7.",                 "7"),
    ("valid_decimal_no_integer",    DECIMAL,    ".5",                 "0.5"),
    ("valid_decimal_leading_zeros", DECIMAL,    "007.10",             "7.10"),
    ("valid_decimal_blanks_around", DECIMAL,    " \n12.40\t",         "12.40"),
    ("valid_decimal_100_digits",    DECIMAL,    "9" * 100,            "9" * 100),
    ("valid_comma",                 COMMA,      "1234,50",            "1234.50"),
    ("valid_comma_takes_point",     COMMA,      "1234.50",            "1234.50"),
    ("valid_comma_no_integer",      COMMA,      ",5",                 "0.5"),
    ("valid_comma_no_fraction",     COMMA,      "7,",                 "7"),
    ("valid_comma_blanks_around",   COMMA,      " -12,40 ",           "-12.40"),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "text", "value"), [c[1:] for c in READ], ids=[c[0] for c in READ])
def test_numbers_are_read(codec: Codec[Decimal], text: str, value: str) -> None:
    assert str(codec.read(text)) == value


REFUSED = [
    # case                              codec       text
    ("invalid_decimal_exponent",        DECIMAL,    "1e3"),
    ("invalid_decimal_exponent_upper",  DECIMAL,    "1.5E-2"),
    ("invalid_decimal_underscore",      DECIMAL,    "1_000"),
    ("invalid_decimal_arabic_digits",   DECIMAL,    "١٢"),
    ("invalid_decimal_wide_digits",     DECIMAL,    "１２"),
    ("invalid_decimal_comma",           DECIMAL,    "1,5"),
    ("invalid_decimal_thousands",       DECIMAL,    "1,000.00"),
    ("invalid_decimal_blank_inside",    DECIMAL,    "1 000"),
    ("invalid_decimal_nbsp_inside",     DECIMAL,    "1\u00a0000"),
    ("invalid_decimal_two_signs",       DECIMAL,    "--1"),
    ("invalid_decimal_sign_after",      DECIMAL,    "1-"),
    ("invalid_decimal_typographic",     DECIMAL,    "−1"),
    ("invalid_decimal_sign_alone",      DECIMAL,    "-"),
    ("invalid_decimal_point_alone",     DECIMAL,    "."),
    ("invalid_decimal_two_points",      DECIMAL,    "1.2.3"),
    ("invalid_decimal_nan",             DECIMAL,    "NaN"),
    ("invalid_decimal_infinity",        DECIMAL,    "INF"),
    ("invalid_decimal_hexadecimal",     DECIMAL,    "0x10"),
    ("invalid_decimal_currency",        DECIMAL,    "12 EUR"),
    ("invalid_decimal_empty",           DECIMAL,    ""),
    ("invalid_decimal_blank",           DECIMAL,    "  "),
    ("invalid_decimal_101_digits",      DECIMAL,    "9" * 101),
    ("invalid_decimal_line_after",      DECIMAL,    "1\n2"),
    ("invalid_comma_exponent",          COMMA,      "1e3"),
    ("invalid_comma_underscore",        COMMA,      "1_0"),
    ("invalid_comma_arabic_digits",     COMMA,      "١٢,٥"),
    ("invalid_comma_thousands_point",   COMMA,      "1.240,00"),
    ("invalid_comma_thousands_comma",   COMMA,      "1,240.00"),
    ("invalid_comma_thousands_blank",   COMMA,      "1 240,00"),
    ("invalid_comma_comma_alone",       COMMA,      ","),
    ("invalid_comma_101_digits",        COMMA,      "9" * 101),
    ("invalid_comma_empty",             COMMA,      ""),
    ("invalid_date_unpadded",           DATE,       "2026-7-3"),
    ("invalid_date_impossible",         DATE,       "2026-02-30"),
    ("invalid_date_no_leap_year",       DATE,       "2025-02-29"),
    ("invalid_date_month_13",           DATE,       "2026-13-01"),
    ("invalid_date_month_0",            DATE,       "2026-00-10"),
    ("invalid_date_day_0",              DATE,       "2026-01-00"),
    ("invalid_date_year_0",             DATE,       "0000-01-01"),
    ("invalid_date_zone_utc",           DATE,       "2026-07-03Z"),
    ("invalid_date_zone_offset",        DATE,       "2026-07-03+02:00"),
    ("invalid_date_with_time",          DATE,       "2026-07-03T00:00:00"),
    ("invalid_date_finnish",            DATE,       "3.7.2026"),
    ("invalid_date_compact",            DATE,       "20260703"),
    ("invalid_date_arabic_digits",      DATE,       "٢٠٢٦-٠٧-٠٣"),
    ("invalid_date_negative_year",      DATE,       "-2026-07-03"),
    ("invalid_date_empty",              DATE,       ""),
    ("invalid_loose_impossible",        DATE_LOOSE, "2026-2-30"),
    ("invalid_loose_three_digits",      DATE_LOOSE, "2026-007-03"),
    ("invalid_loose_two_digit_year",    DATE_LOOSE, "26-7-3"),
    ("invalid_loose_zone",              DATE_LOOSE, "2026-07-03Z"),
    ("invalid_loose_arabic_digits",     DATE_LOOSE, "٢٠٢٦-٧-٣"),
    ("invalid_integer_fraction",        INTEGER,    "14.0"),
    ("invalid_integer_comma",           INTEGER,    "14,0"),
    ("invalid_integer_exponent",        INTEGER,    "1e3"),
    ("invalid_integer_underscore",      INTEGER,    "1_000"),
    ("invalid_integer_arabic_digits",   INTEGER,    "١٤"),
    ("invalid_integer_19_digits",       INTEGER,    "9" * 19),
    ("invalid_integer_empty",           INTEGER,    ""),
    ("invalid_boolean_upper_case",      BOOLEAN,    "TRUE"),
    ("invalid_boolean_capital",         BOOLEAN,    "True"),
    ("invalid_boolean_word",            BOOLEAN,    "yes"),
    ("invalid_boolean_number",          BOOLEAN,    "2"),
    ("invalid_boolean_empty",           BOOLEAN,    ""),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "text"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_other_spellings_are_refused(codec: Codec[object], text: str) -> None:
    with pytest.raises(ValueError) as caught:
        codec.read(text)
    assert str(caught.value), "a refusal says what was expected"
    assert codec.expects


@pytest.mark.parametrize("codec", (DECIMAL, COMMA), ids=lambda codec: codec.name)
def test_invalid_number_too_long_says_how_long(codec: Codec[Decimal]) -> None:
    with pytest.raises(ValueError, match=f"{MAX_DIGITS + 1} characters, at most {MAX_DIGITS}"):
        codec.read("1" * (MAX_DIGITS + 1))


@pytest.mark.parametrize("text", ("2026-07-03Z", "2026-07-03+02:00", " 2026-07-03-11:30 "))
def test_invalid_date_with_zone_says_how_to_write_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"has a time zone; a date is written 2026-07-03$"):
        DATE.read(text)


DATES = [
    ("valid_date",              DATE,       "2026-07-03",   date(2026, 7, 3)),
    ("valid_date_leap_day",     DATE,       "2024-02-29",   date(2024, 2, 29)),
    ("valid_date_blanks",       DATE,       " 2026-07-03\n", date(2026, 7, 3)),
    ("valid_loose_padded",      DATE_LOOSE, "2026-07-03",   date(2026, 7, 3)),
    ("valid_loose_unpadded",    DATE_LOOSE, "2018-5-29",    date(2018, 5, 29)),
    ("valid_loose_one_of_both", DATE_LOOSE, "2018-05-9",    date(2018, 5, 9)),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "text", "value"), [c[1:] for c in DATES], ids=[c[0] for c in DATES])
def test_dates_are_read(codec: Codec[date], text: str, value: date) -> None:
    assert codec.read(text) == value
    assert codec.write(value) == value.isoformat()


OTHERS = [
    # case                      codec       text            value
    ("valid_text_as_it_is",     TEXT,       "  a\n b ",     "  a\n b "),
    ("valid_stripped",          STRIPPED,   "\n a  b \t",   "a  b"),
    ("valid_code_stripped",     CODE,       " 380 ",        "380"),
    ("valid_integer",           INTEGER,    " 14 ",         14),
    ("valid_integer_negative",  INTEGER,    "-3",           -3),
    ("valid_integer_zeros",     INTEGER,    "007",          7),
    ("valid_integer_18_digits", INTEGER,    "9" * 18,       10**18 - 1),
    ("valid_true",              BOOLEAN,    "true",         True),
    ("valid_one",               BOOLEAN,    "1",            True),
    ("valid_false",             BOOLEAN,    " false ",      False),
    ("valid_zero",              BOOLEAN,    "0",            False),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "text", "value"), [c[1:] for c in OTHERS], ids=[c[0] for c in OTHERS])
def test_texts_and_flags_are_read(codec: Codec[object], text: str, value: object) -> None:
    assert codec.read(text) == value


WRITTEN = [
    # case                          number              decimal                 comma
    ("valid_as_it_is",              "1234.50",          "1234.50",              "1234,50"),
    ("valid_digits_kept",           "25.500",           "25.500",               "25,500"),
    ("valid_exponent_written_out",  "1E+3",             "1000",                 "1000"),
    ("valid_small_written_out",     "1E-9",             "0.000000001",          "0,000000001"),
    ("valid_zero_with_exponent",    "0E-10",            "0.0000000000",         "0,0000000000"),
    ("valid_minus_zero",            "-0",               "0",                    "0"),
    ("valid_minus_zero_fraction",   "-0.00",            "0.00",                 "0,00"),
    ("valid_minus_zero_exponent",   "-0E-8",            "0.00000000",           "0,00000000"),
    ("valid_negative",              "-0.01",            "-0.01",                "-0,01"),
    ("valid_long",                  "9" * 60 + ".1",    "9" * 60 + ".1",        "9" * 60 + ",1"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "decimal", "comma"), [c[1:] for c in WRITTEN], ids=[c[0] for c in WRITTEN])
def test_numbers_are_written_plain(number: str, decimal: str, comma: str) -> None:
    assert DECIMAL.write(Decimal(number)) == decimal
    assert COMMA.write(Decimal(number)) == comma


def test_flags_are_written_in_words() -> None:
    assert (BOOLEAN.write(True), BOOLEAN.write(False)) == ("true", "false")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
@pytest.mark.parametrize("codec", (DECIMAL, COMMA), ids=lambda codec: codec.name)
def test_a_number_comes_back_with_its_digits(codec: Codec[Decimal], number: Decimal) -> None:
    text = codec.write(number)
    if len(text) > MAX_DIGITS:
        return
    back = codec.read(text)
    assert back == number
    assert back.as_tuple().exponent == min(0, number.as_tuple().exponent)


@given(st.dates())
@pytest.mark.parametrize("codec", (DATE, DATE_LOOSE), ids=lambda codec: codec.name)
def test_a_date_comes_back(codec: Codec[date], day: date) -> None:
    assert codec.read(codec.write(day)) == day


# -- code maps ----------

KIND = code_map("kind", {"invoice": "380", "creditnote": "381"})


def test_valid_code_map_goes_both_ways() -> None:
    for wire, value in (("invoice", "380"), ("creditnote", "381")):
        assert KIND.read(f" {wire} ") == value
        assert KIND.write(value) == wire


def test_invalid_code_is_refused_with_those_known() -> None:
    with pytest.raises(ValueError, match="'order' is none of 'invoice', 'creditnote'"):
        KIND.read(" order ")
    with pytest.raises(ValueError, match="'384' has no code here; known are '380', '381'"):
        KIND.write("384")
    assert KIND.expects == "one of invoice, creditnote"


def test_invalid_code_map_that_collapses_must_say_which_is_written() -> None:
    with pytest.raises(ValueError, match="'st' and 'kpl' both mean 'C62'; say which is written"):
        code_map("unit", {"kpl": "C62", "st": "C62"})


def test_valid_code_map_that_collapses_writes_the_one_named() -> None:
    unit = code_map("unit", {"kpl": "C62", "st": "C62", "h": "HUR"}, write={"C62": "st"})
    assert {unit.read("kpl"), unit.read("st")} == {"C62"}
    assert (unit.write("C62"), unit.write("HUR")) == ("st", "h")


def test_valid_code_map_may_write_what_it_does_not_read() -> None:
    unit = code_map("unit", {"h": "HUR"}, write={"DAY": "pv"})
    assert unit.write("DAY") == "pv"
    with pytest.raises(ValueError, match="none of"):
        unit.read("pv")
