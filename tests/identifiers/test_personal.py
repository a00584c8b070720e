"""What looks like a person's number is starred behind the birth date; what does not stays."""

import pytest

from einvoice.errors import IdentifierError
from einvoice.identifiers import (
    dk_cvr,
    ee_registry,
    endpoint,
    fi_business_id,
    no_organisation,
    ovt,
    se_organisation,
    se_personal,
    vat_number,
)
from einvoice.identifiers.personal import hide, mask

CASES = [
    # case                    text               shown
    ("swedish", "811228-9874", "811228-****"),
    ("swedish_over_100", "121212+1212", "121212+****"),
    ("swedish_no_sign", "8112289874", "811228****"),
    ("swedish_century", "19811228-9874", "19811228-****"),
    ("finnish", "131052-308T", "131052-****"),
    ("finnish_2000", "131004A308T", "131004*****"),
    ("danish", "131052-3080", "131052-****"),
    ("norwegian", "13105230801", "131052*****"),
    ("estonian", "36805280109", "3680528****"),
    ("legal_swedish", "556047-3521", "556047-3521"),
    ("legal_finnish", "2077474-0", "2077474-0"),
    ("legal_norwegian", "988077917", "988077917"),
    ("no_number", "banana", "banana"),
]


@pytest.mark.parametrize(("text", "shown"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_mask(text, shown):
    assert mask(text) == shown


def test_hide_counts_digits_and_keeps_signs():
    assert hide("81 12 28-9874") == "81 12 28-****"


# Each ends in 987 and a digit; no message may show those, nor the digit expected.
LEAKS = [
    # case                         parser                   text
    ("wrong_check_digit", se_personal.parse, "811228-9875"),
    ("month_13", se_personal.parse, "811328-9876"),
    ("eleven_digits", se_personal.parse, "811228-98745"),
    ("letter", se_personal.parse, "811228-987A"),
    ("as_organisation", se_organisation.parse, "811228-9875"),
    ("as_organisation_with_century", se_organisation.parse, "19811228-9875"),
    ("as_organisation_too_long", se_organisation.parse, "8112289-9874"),
    ("as_organisation_too_short", se_organisation.parse, "81128-9874"),
    ("as_organisation_vat_without_se", se_organisation.parse, "811228987401"),
    ("as_vat_wrong_check_digit", vat_number.parse, "SE811228987501"),
    ("as_vat_without_ending", vat_number.parse, "SE8112289874"),
    ("as_vat_letter", vat_number.parse, "SE81122898740A"),
    ("as_vat_without_prefix", vat_number.parse, "811228-9874"),
    ("as_vat_of_born_1919", vat_number.parse, "SE191228987501"),
    ("as_finnish_id", fi_business_id.parse, "811228-9874"),
    ("as_ovt", ovt.parse, "811228-9874"),
    ("as_norwegian", no_organisation.parse, "811228-9874"),
    ("as_danish", dk_cvr.parse, "811228-9874"),
    ("as_estonian", ee_registry.parse, "811228-9874"),
    ("as_address_without_scheme", endpoint.parse_endpoint, "811228-9874"),
    ("as_address_wrong", endpoint.parse_endpoint, "0007:8112289875"),
    ("as_address_with_removed_scheme", endpoint.parse_endpoint, "9955:SE811228987401"),
    ("as_buyer", lambda text: endpoint.derive_endpoint(country="SE", business_id=text), "811228-9874"),
    ("as_buyer_by_vat", lambda text: endpoint.derive_endpoint(country="SE", vat_number=text), "SE811228987401"),
]


@pytest.mark.parametrize(("parse", "text"), [c[1:] for c in LEAKS], ids=[c[0] for c in LEAKS])
def test_no_message_shows_the_last_four_digits(parse, text):
    with pytest.raises(IdentifierError) as caught:
        parse(text)
    error = caught.value
    while error is not None:
        assert "987" not in str(error)
        assert "expected 4" not in str(error)
        error = error.__cause__


def test_remark_is_masked():
    assert "987" not in se_organisation.remark("811228-9874")
