"""RF reference: check digits, letters, groups of four."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import rf_reference


@pytest.mark.parametrize(("text", "normal"), [("rf98 1111 2", "RF9811112"), ("RF18539007547034", "RF18539007547034")])
def test_valid(text, normal):
    assert rf_reference.parse(text) == normal


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("RF9911112", InvalidCheckDigit, "check digits are 99, expected 98"),
        ("RF98", InvalidLength, "4 characters, expected 5 to 25"),
        ("RF181234567890123456789012", InvalidLength, "26 characters"),
        ("RX9811112", InvalidFormat, "starts with RX, expected RF"),
        ("RFA811112", InvalidFormat, "A8 behind RF, expected two check digits"),
        ("RF98_11112", InvalidFormat, "letters and digits only"),
    ],
)
def test_invalid(text, error, says):
    with pytest.raises(error, match=says):
        rf_reference.parse(text)


def test_generate():
    assert rf_reference.generate("539007547034") == "RF18539007547034"
    assert rf_reference.generate("abc123") == "RF47ABC123"
    with pytest.raises(InvalidLength, match="22 characters, expected 1 to 21"):
        rf_reference.generate("1" * 22)
    with pytest.raises(InvalidFormat):
        rf_reference.generate("")


def test_printed():
    assert rf_reference.format_printed("RF731234567907") == "RF73 1234 5679 07"
