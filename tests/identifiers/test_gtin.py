"""GTIN: four lengths, one check digit."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import gtin


@pytest.mark.parametrize("text", ["73513537", "036000291452", "4006381333931", "98412345678908"])
def test_valid(text):
    assert gtin.parse(text) == text
    assert gtin.check_digit(text[:-1]) == text[-1]


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("4006381333930", InvalidCheckDigit, "check digit is 0, expected 1"),
        ("12345", InvalidLength, "5 digits, expected 8, 12, 13 or 14"),
        ("735135370", InvalidLength, "9 digits"),
        ("ABC", InvalidFormat, "digits only"),
    ],
)
def test_invalid(text, error, says):
    with pytest.raises(error, match=says):
        gtin.parse(text)
