"""GLN: 13 digits and the GS1 check digit."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import gln

INVALID = [
    # case                 text              error              says
    ("check_digit", "7894565135487", InvalidCheckDigit, "check digit is 7, expected 1"),
    ("twelve_digits", "731000011111", InvalidLength, "12 digits, expected 13"),
    ("gtin_14", "98412345678908", InvalidLength, "14 digits, expected 13"),
    ("gtin_8", "73513537", InvalidLength, "8 digits, expected 13"),
    ("letter", "734010910469A", InvalidFormat, "digits only"),
    ("empty", "", InvalidFormat, "no digits"),
]


@pytest.mark.parametrize("text", ["7340109104692", "73 40109 10469 2", "73-40109-10469-2"])
def test_valid(text):
    assert gln.parse(text) == "7340109104692"
    assert gln.is_valid(text)


@pytest.mark.parametrize(("text", "error", "says"), [c[1:] for c in INVALID], ids=[c[0] for c in INVALID])
def test_invalid(text, error, says):
    with pytest.raises(error) as caught:
        gln.parse(text)
    assert str(caught.value).startswith(f"GLN {text!r}: {says}")


def test_check_digit():
    assert gln.check_digit("734010910469") == "2"
