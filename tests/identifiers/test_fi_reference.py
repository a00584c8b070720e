"""Finnish reference: leading zeros, bases too short, RF."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import fi_reference


@pytest.mark.parametrize(
    ("text", "normal"), [("1009", "1009"), ("12345 67907", "1234567907"), ("0" * 12 + "1234567907", "1234567907")]
)
def test_valid(text, normal):
    assert fi_reference.parse(text) == normal


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("1231", InvalidCheckDigit, "check digit is 1, expected 2"),
        ("123", InvalidLength, "3 digits without leading zeros, expected 4 to 20"),
        ("000123", InvalidLength, "3 digits without leading zeros"),
        ("0000", InvalidLength, "0 digits without leading zeros"),
        ("123456789012345678901", InvalidLength, "21 digits"),
        ("12A44", InvalidFormat, "digits only"),
        ("RF9811112", InvalidFormat, "digits only"),
    ],
)
def test_invalid(text, error, says):
    with pytest.raises(error, match=says):
        fi_reference.parse(text)


def test_generate():
    assert fi_reference.generate("100") == "1009"
    assert fi_reference.generate("00123") == "1232"
    assert len(fi_reference.generate("1" * 19)) == 20
    with pytest.raises(InvalidLength, match="Put the same digits other than 0 in front"):
        fi_reference.generate("17")
    with pytest.raises(InvalidLength, match="20 digits"):
        fi_reference.generate("1" * 20)
    with pytest.raises(InvalidFormat):
        fi_reference.generate("INV-17")


def test_rf():
    assert fi_reference.to_rf("0011112") == "RF9811112"
    assert fi_reference.from_rf("RF98 1111 2") == "11112"
    assert fi_reference.from_rf("RF18539007547034") is None
    assert fi_reference.from_rf("RF47ABC123") is None
    with pytest.raises(InvalidCheckDigit):
        fi_reference.from_rf("RF9911112")


def test_printed():
    assert fi_reference.format_printed("559582243294671") == "55958 22432 94671"
    assert fi_reference.format_printed("1234567907") == "12345 67907"
    assert fi_reference.format_printed("12344") == "12344"
    assert fi_reference.format_printed("12345672") == "123 45672"
