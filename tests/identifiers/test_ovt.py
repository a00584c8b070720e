"""OVT code: prefix, business id inside, suffix."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import ovt

INVALID = [
    # case                text                  error              says
    ("check_digit", "003720774741", InvalidCheckDigit, "check digit is 1, expected 0"),
    ("too_short", "0037207747", InvalidLength, "10 characters, expected 12 to 17"),
    ("suffix_too_long", "003720774740ABCDEF", InvalidLength, "18 characters, expected 12 to 17"),
    ("prefix", "0038207747400", InvalidFormat, "starts with 0038, expected 0037"),
    ("hyphen", "0037-20774740", InvalidFormat, "Write 003720774740."),
    ("business_id", "2077474-0", InvalidFormat, "Write 003720774740."),
    ("vat_number", "FI20774740", InvalidFormat, "Write 003720774740."),
    ("letters_inside", "0037ABCDEFGH", InvalidFormat, "ABCDEFGH behind 0037"),
    ("suffix_sign", "003720774740_1", InvalidFormat, "letters and digits only"),
]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("003720774740", "003720774740"),
        ("0037 2077 4740 osto1", "003720774740OSTO1"),
        ("003720774740Z", "003720774740Z"),
    ],
)
def test_valid(text, normal):
    assert ovt.parse(text) == normal
    assert ovt.business_id(text) == "2077474-0"
    assert ovt.suffix(text) == normal[12:]


@pytest.mark.parametrize(("text", "error", "says"), [c[1:] for c in INVALID], ids=[c[0] for c in INVALID])
def test_invalid(text, error, says):
    with pytest.raises(error) as caught:
        ovt.parse(text)
    assert says in str(caught.value)


def test_generate():
    assert ovt.generate("737546-2") == "003707375462"
    assert ovt.generate("2077474-0", "osto1") == "003720774740OSTO1"
    with pytest.raises(InvalidLength):
        ovt.generate("2077474-0", "ABCDEF")
