"""VAT numbers: the Nordic and Baltic rules of our own, python-stdnum for the others."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidComponent, InvalidFormat, InvalidLength
from einvoice.identifiers import vat_number

VALID = [
    # text                   normal             country  registration number
    ("fi 2077474-0", "FI20774740", "FI", "2077474-0"),
    ("SE 556047-3521 01", "SE556047352101", "SE", "5560473521"),
    ("NO 988 077 917 MVA", "NO988077917MVA", "NO", "988077917"),
    ("DK 13585628", "DK13585628", "DK", "13585628"),
    ("EE 100 931 558", "EE100931558", "EE", None),
    ("DE 136695976", "DE136695976", "DE", None),
    ("BE 0428.759.497", "BE0428759497", "BE", None),
    ("BE428759497", "BE0428759497", "BE", None),
    ("NL004495445B01", "NL004495445B01", "NL", None),
    ("EL094259216", "EL094259216", "GR", None),
    ("GR094259216", "EL094259216", "GR", None),
    ("ES B-58378431", "ESB58378431", "ES", None),
    ("IE 6433435F", "IE6433435F", "IE", None),
    ("XI980780684", "XI980780684", "XI", None),
    ("GB 980 7806 84", "GB980780684", "GB", None),
    ("CHE-107.787.577 MWST", "CHE107787577MWST", "CH", None),
]
INVALID = [
    # case                text                error              says
    ("fi_check_digit", "FI20774741", InvalidCheckDigit, "check digit is 1, expected 0"),
    ("fi_too_short", "FI2077474", InvalidLength, "7 digits, expected 8"),
    ("no_prefix", "20774740", InvalidFormat, "no country prefix"),
    ("se_check_digit", "SE556047352201", InvalidCheckDigit, "check digit is 2, expected 1"),
    ("se_ten_digits", "SE5560473521", InvalidLength, "Write SE556047352101, if that is its ending."),
    ("se_letter", "SE55604735210A", InvalidFormat, "digits only"),
    ("no_without_mva", "NO988077917", InvalidFormat, "Write NO988077917MVA."),
    ("no_check_digit", "NO988077918MVA", InvalidCheckDigit, "check digit is 8, expected 7"),
    ("dk_check_digit", "DK13585627", InvalidCheckDigit, "check digit is 7, expected 8"),
    ("no_prefix_twice", "NONO988077917MVA", InvalidFormat, "digits only"),
    ("dk_prefix_twice", "DKDK13585628", InvalidFormat, "digits only"),
    ("ee_check_digit", "EE100594103", InvalidCheckDigit, "check digit is 3, expected 2"),
    ("ee_too_short", "EE10093155", InvalidLength, "8 digits, expected 9"),
    ("de_check_digit", "DE136695978", InvalidCheckDigit, "the check digits do not fit (DE)"),
    ("de_too_short", "DE13669597", InvalidLength, "8 characters behind DE"),
    ("nl_form", "NL004495445X01", InvalidFormat, "not the form of a VAT number of NL"),
    ("unknown_country", "US123456789", InvalidComponent, "no rules known for the prefix US"),
    ("other_script", "DE13669597６", InvalidFormat, "only the letters A to Z"),
]


@pytest.mark.parametrize(("text", "normal", "country", "registration"), VALID)
def test_valid(text, normal, country, registration):
    assert vat_number.parse(text) == normal
    assert vat_number.country(text) == country
    assert vat_number.business_id(text) == registration


@pytest.mark.parametrize(("text", "error", "says"), [c[1:] for c in INVALID], ids=[c[0] for c in INVALID])
def test_invalid(text, error, says):
    with pytest.raises(error) as caught:
        vat_number.parse(text)
    assert type(caught.value) is error
    assert repr(text) in str(caught.value)
    assert says in str(caught.value)


def test_remarks():
    assert "ends in 02, expected 01" in vat_number.remark("SE556047352102")
    assert "starts with GR, expected EL" in vat_number.remark("GR094259216")
    assert vat_number.remark("SE556047352101") is None
    assert vat_number.remark("FI20774740") is None


def test_prefixes_are_the_member_states_and_neighbours():
    assert len(vat_number.PREFIXES) == 27 + len({"XI", "EU", "IM", "NO", "GB", "CH"})
    assert "EL" in vat_number.PREFIXES
    assert "GR" not in vat_number.PREFIXES
