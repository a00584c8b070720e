"""Estonian registry code."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import ee_registry


@pytest.mark.parametrize("text", ["10137025", "7000 0310"])
def test_valid(text):
    assert ee_registry.parse(text) == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("12345679", InvalidCheckDigit, "check digit is 9, expected 8"),
        ("32345674", InvalidFormat, "first digit is 3, expected 1, 7, 8 or 9"),
        ("1013702", InvalidLength, "7 digits, expected 8"),
        ("EE100931558", InvalidFormat, "digits only"),
    ],
)
def test_invalid(text, error, says):
    with pytest.raises(error, match=says):
        ee_registry.parse(text)
