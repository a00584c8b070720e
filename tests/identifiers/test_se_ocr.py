"""Swedish OCR reference at each level of control."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import se_ocr


def test_valid_at_each_level():
    assert se_ocr.parse("2026 0014") == "20260014"
    assert se_ocr.parse("202600193", length_digit=True) == "202600193"
    assert se_ocr.parse("20260014", lengths=(8, 10)) == "20260014"
    assert se_ocr.is_valid("123455")
    assert not se_ocr.is_valid("123455", length_digit=True)
    assert not se_ocr.is_valid("123455", lengths=[8])


@pytest.mark.parametrize(
    ("text", "options", "error", "says"),
    [
        ("123456", {}, InvalidCheckDigit, "check digit is 6, expected 5"),
        ("123455", {"length_digit": True}, InvalidCheckDigit, "length digit is 5, expected 6 for 6 digits"),
        ("123455", {"lengths": (8,)}, InvalidLength, "6 digits, expected 8"),
        ("1", {}, InvalidLength, "1 digits, expected 2 to 25"),
        ("1" * 26, {}, InvalidLength, "26 digits"),
        ("12345A", {}, InvalidFormat, "digits only"),
    ],
)
def test_invalid(text, options, error, says):
    with pytest.raises(error, match=says):
        se_ocr.parse(text, **options)


def test_generate():
    assert se_ocr.generate("1") == "18"
    assert se_ocr.generate("1234567890", length_digit=True) == "123456789023"
    assert len(se_ocr.generate("1" * 24)) == 25
    assert len(se_ocr.generate("1" * 23, length_digit=True)) == 25
    with pytest.raises(InvalidLength, match="24 digits, expected 1 to 23"):
        se_ocr.generate("1" * 24, length_digit=True)
