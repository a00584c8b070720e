"""Plusgiro number: pairs, and a hyphen before the last digit."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import plusgiro


@pytest.mark.parametrize(
    ("text", "normal", "printed"),
    [("4 89 50-0", "489500", "4 89 50-0"), ("9019506", "9019506", "90 19 50-6"), ("18", "18", "1-8")],
)
def test_valid(text, normal, printed):
    assert plusgiro.parse(text) == normal
    assert plusgiro.format_printed(text) == printed


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("12", InvalidCheckDigit, "check digit is 2, expected 8"),
        ("48-9500", InvalidFormat, "Write 4 89 50-0"),
        ("1", InvalidLength, "1 digits, expected 2 to 8"),
        ("4x0", InvalidFormat, "digits only"),
    ],
)
def test_invalid(text, error, says):
    with pytest.raises(error) as caught:
        plusgiro.parse(text)
    assert says in str(caught.value)
