"""Swedish personal number: date, coordination number, sign and century."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidComponent, InvalidFormat, InvalidLength
from einvoice.identifiers import se_personal


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("811228-9874", "811228-9874"),
        ("8112289874", "811228-9874"),
        ("198112289874", "19811228-9874"),
        ("121212+1212", "121212+1212"),
        ("701063-2391", "701063-2391"),
    ],
)
def test_valid(text, normal):
    assert se_personal.parse(text) == normal


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("811228-9875", InvalidCheckDigit),
        ("811328-9876", InvalidComponent),
        ("811232-9878", InvalidComponent),
        ("701093-2395", InvalidComponent),
        ("81122-9874", InvalidLength),
        ("8112-289874", InvalidFormat),
        ("811228_9874", InvalidFormat),
        ("81122a-9874", InvalidFormat),
    ],
)
def test_invalid(text, error):
    with pytest.raises(error):
        se_personal.parse(text)
