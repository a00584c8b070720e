"""Swedish organisation number: the 16 in front, sole traders, masks."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import se_organisation

INVALID = [
    # case                  text            error              says
    ("luhn", "556047-3522", InvalidCheckDigit, "'556047-3522': check digit is 2, expected 1"),
    ("too_short", "55604735", InvalidLength, "8 digits, expected 10"),
    ("prefix_17", "175560473521", InvalidFormat, "12 digits that start with 17, expected 16"),
    ("century_before_legal", "205560473521", InvalidFormat, "start with 20, expected 16"),
    ("vat_number", "SE556047352101", InvalidFormat, "digits only"),
    ("person_luhn", "811228-9875", InvalidCheckDigit, "'811228-****': the check digit does not fit"),
]


@pytest.mark.parametrize("text", ["556047-3521", "5560473521", "16556047-3521", "16 556047-3521", "165560473521"])
def test_valid(text):
    assert se_organisation.parse(text) == "5560473521"
    assert not se_organisation.is_personal(text)
    assert se_organisation.mask(text) == text


@pytest.mark.parametrize("text", ["811228-9874", "19811228-9874", "811228+9874", "8112289874"])
def test_sole_trader(text):
    assert se_organisation.parse(text) == "8112289874"
    assert se_organisation.is_personal(text)
    assert "sole trader" in se_organisation.remark(text)


@pytest.mark.parametrize(("text", "error", "says"), [c[1:] for c in INVALID], ids=[c[0] for c in INVALID])
def test_invalid(text, error, says):
    with pytest.raises(error) as caught:
        se_organisation.parse(text)
    assert says in str(caught.value)


def test_forms():
    assert se_organisation.format_printed("16 2120001553") == "212000-1553"
    assert se_organisation.to_vat("212000-1553") == "SE212000155301"
    assert se_organisation.check_digit("556047352") == "1"
    assert "16 in front and read as 5560473521" in se_organisation.remark("16556047-3521")
    assert se_organisation.remark("556047-3521") is None
