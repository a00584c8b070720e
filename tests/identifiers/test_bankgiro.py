"""Bankgiro number: the hyphen before the last four."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import bankgiro


@pytest.mark.parametrize(
    ("text", "normal", "printed"), [("5050-1055", "50501055", "5050-1055"), ("160 9908", "1609908", "160-9908")]
)
def test_valid(text, normal, printed):
    assert bankgiro.parse(text) == normal
    assert bankgiro.format_printed(text) == printed


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("5050-1056", InvalidCheckDigit, "check digit is 6, expected 5"),
        ("50501-055", InvalidFormat, "Write 5050-1055"),
        ("123456", InvalidLength, "6 digits, expected 7 or 8"),
        ("SE:5050-1055", InvalidFormat, "digits only"),
    ],
)
def test_invalid(text, error, says):
    with pytest.raises(error) as caught:
        bankgiro.parse(text)
    assert says in str(caught.value)
