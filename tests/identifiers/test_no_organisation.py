"""Norwegian organisation number, with and without the dress of a VAT number."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidFormat, InvalidLength
from einvoice.identifiers import no_organisation


@pytest.mark.parametrize("text", ["988077917", "988 077 917", "NO988077917", "no 988 077 917 mva"])
def test_valid(text):
    assert no_organisation.parse(text) == "988077917"


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("988077918", InvalidCheckDigit, "check digit is 8, expected 7"),
        ("100000130", InvalidCheckDigit, "no digit completes this number"),
        ("98807791", InvalidLength, "8 digits, expected 9"),
        ("SE988077917", InvalidFormat, "digits only"),
    ],
)
def test_invalid(text, error, says):
    with pytest.raises(error, match=says):
        no_organisation.parse(text)


def test_forms():
    assert no_organisation.format_printed("988077917") == "988 077 917"
    assert no_organisation.to_vat("988 077 917") == "NO988077917MVA"
