"""The kind of a payment reference, with and without the account's country."""

import pytest

from einvoice.identifiers import fi_reference, se_ocr
from einvoice.identifiers.reference import classify

CASES = [
    # case                          text          country  kind
    ("rf", "RF98 1111 2", None, "rf"),
    ("rf_in_sweden", "RF9811112", "SE", "rf"),
    ("rf_wrong", "RF9911112", None, "free"),
    ("finnish", "0001 2344", None, "fi"),
    ("finnish_in_finland", "12344", "FI", "fi"),
    ("finnish_in_sweden", "11112", "SE", "free"),
    ("ocr", "20260014", None, "se-ocr"),
    ("ocr_in_sweden", "20260014", "SE", "se-ocr"),
    ("ocr_in_finland", "20260014", "FI", "free"),
    ("neither_elsewhere", "20260014", "NO", "free"),
    ("text", "Order 17", None, "free"),
    ("empty", "", None, "free"),
]


@pytest.mark.parametrize(("text", "country", "kind"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_classify(text, country, kind):
    assert classify(text, country=country) == kind


def test_number_with_both_check_digits_follows_the_country():
    both = next(str(n) for n in range(1000, 9999) if fi_reference.is_valid(str(n)) and se_ocr.is_valid(str(n)))
    assert classify(both) == "fi"
    assert classify(both, country="FI") == "fi"
    assert classify(both, country="SE") == "se-ocr"
