"""Danish CVR number."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import dk_cvr


@pytest.mark.parametrize("text", ["13585628", "13 58 56 28", "DK13585628", "dk 13585628"])
def test_valid(text):
    assert dk_cvr.parse(text) == "13585628"
    assert dk_cvr.to_vat(text) == "DK13585628"


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("12345678", InvalidCheckDigit, "check digit is 8, expected 4"),
        ("1358562", InvalidLength, "7 digits, expected 8"),
        ("03585628", InvalidFormat, "first digit is 0, expected 1 to 9"),
        ("SE13585628", InvalidFormat, "digits only"),
    ],
)
def test_invalid(text, error, says):
    with pytest.raises(error, match=says):
        dk_cvr.parse(text)
