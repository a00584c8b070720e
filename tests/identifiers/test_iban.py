"""IBAN: form, the country's length and structure, check digits."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidComponent, InvalidFormat, InvalidLength
from einvoice.identifiers import iban

INVALID = [
    ("check_digits", "FI2112345600000786", InvalidCheckDigit, "check digits are 21, expected 91"),
    ("fi_length", "FI211234560000078", InvalidLength, "17 characters, expected 18 for FI"),
    ("se_length", "SE455000000005839825746", InvalidLength, "23 characters, expected 24 for SE"),
    ("country", "XX2112345600000785", InvalidComponent, "XX has no IBAN"),
    ("structure", "FI21123456000007A5", InvalidFormat, "123456000007A5 is not the form"),
    ("bankgiro", "5050-1055", InvalidFormat, "expected two letters"),
    ("sign", "FI21_1234560000078", InvalidFormat, "expected two letters"),
]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("FI21 1234 5600 0007 85", 18),
        ("se45 5000 0000 0583 9825 7466", 24),
        ("NO93-8601-1117-947", 15),
        ("DK5000400440116243", 18),
        ("EE382200221020145685", 20),
        ("GB29NWBK60161331926819", 22),
    ],
)
def test_valid(text, length):
    assert len(iban.parse(text)) == length
    assert iban.parse(text) == iban.parse(text).upper()


@pytest.mark.parametrize(("text", "error", "says"), [c[1:] for c in INVALID], ids=[c[0] for c in INVALID])
def test_invalid(text, error, says):
    with pytest.raises(error) as caught:
        iban.parse(text)
    assert says in str(caught.value)


def test_check_digits_inside_the_account_are_the_banks_affair():
    # The Norwegian account 86011117948 fails its own check digit; ISO 13616 does not ask.
    account = "86011117948"
    number = f"NO{iban.check_digits('NO', account)}{account}"
    assert iban.parse(number) == number


def test_printed():
    assert iban.format_printed("FI2112345600000785") == "FI21 1234 5600 0007 85"
