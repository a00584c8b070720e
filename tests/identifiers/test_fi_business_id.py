"""Business id: the hyphen's place, the zero in front, the number never issued, and what is made of it."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import fi_business_id

VALID = [
    ("hyphen", "2077474-0", "2077474-0"),
    ("no_hyphen", "20774740", "2077474-0"),
    ("blanks", " 2077474 - 0 ", "2077474-0"),
    ("en_dash", "2077474\u20130", "2077474-0"),
    ("six_digits", "737546-2", "0737546-2"),
    ("six_digits_no_hyphen", "7375462", "0737546-2"),
]
INVALID = [
    # case                  text           error              says
    ("check_digit", "1234567-8", InvalidCheckDigit, "check digit is 8, expected 1"),
    ("never_issued", "1000008-1", InvalidCheckDigit, "no digit completes this number"),
    ("hyphen_too_early", "207747-40", InvalidFormat, "hyphen stands before 2 digits"),
    ("two_hyphens", "20774-74-0", InvalidFormat, "digits only"),
    ("lost_check_digit", "2332748", InvalidLength, "7 digits, expected 8"),
    ("six_digits_wrong", "737546-3", InvalidCheckDigit, "check digit is 3, expected 2"),
    ("too_long", "020774740", InvalidLength, "9 digits, expected 8"),
    ("vat_number", "FI20774740", InvalidFormat, "This is a VAT number; the business id in it is 2077474-0."),
]


@pytest.mark.parametrize(("text", "normal"), [c[1:] for c in VALID], ids=[c[0] for c in VALID])
def test_valid(text, normal):
    assert fi_business_id.parse(text) == normal
    assert fi_business_id.digits(text) == normal.replace("-", "")


@pytest.mark.parametrize(("text", "error", "says"), [c[1:] for c in INVALID], ids=[c[0] for c in INVALID])
def test_invalid(text, error, says):
    with pytest.raises(error) as caught:
        fi_business_id.parse(text)
    assert repr(text) in str(caught.value)
    assert says in str(caught.value)


def test_conversions():
    assert fi_business_id.to_ovt("737546-2") == "003707375462"
    assert fi_business_id.to_vat("737546-2") == "FI07375462"


def test_remark_on_padding():
    assert "'737546-2' was written with six digits and read as 0737546-2" in fi_business_id.remark("737546-2")
    assert fi_business_id.remark("0737546-2") is None


def test_check_digit_may_not_exist():
    assert fi_business_id.check_digit("2077474") == "0"
    assert fi_business_id.check_digit("1000008") is None
