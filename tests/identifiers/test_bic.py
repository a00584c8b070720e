"""BIC: form only."""

import pytest

from einvoice.errors import InvalidComponent, InvalidFormat, InvalidLength
from einvoice.identifiers import bic


@pytest.mark.parametrize(
    ("text", "normal"), [("ndeafihh", "NDEAFIHH"), ("HABA EE 2X", "HABAEE2X"), ("NDEAFIHHXXX",) * 2]
)
def test_valid(text, normal):
    assert bic.parse(text) == normal


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("NDEAFIH", InvalidLength, "7 characters, expected 8 or 11"),
        ("NDEA1IHH", InvalidFormat, "two letters of a country"),
        ("NDEAQQHH", InvalidComponent, "QQ is not a country"),
        ("NDEAFI_H", InvalidFormat, "letters and digits only"),
    ],
)
def test_invalid(text, error, says):
    with pytest.raises(error, match=says):
        bic.parse(text)
