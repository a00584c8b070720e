"""Blanks and dashes of every kind, and the wording of lengths."""

import pytest

from einvoice.errors import InvalidLength
from einvoice.identifiers.digits import compact, completing_digit, is_digits, require_length

CASES = [
    # case                       text                        drop   expected
    ("blanks_inside", " 73 40109 10469 2\n", "-", "7340109104692"),
    ("no_break_space", "988\u00a0077\u202f917", "-", "988077917"),
    ("hyphen_dropped", "556047-3521", "-", "5560473521"),
    ("hyphen_kept", "556047-3521", "", "556047-3521"),
    ("en_dash_is_a_hyphen", "2077474\u20130", "", "2077474-0"),
    ("minus_is_a_hyphen", "2077474\u22120", "-", "20774740"),
]


@pytest.mark.parametrize(("text", "drop", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_compact(text, drop, expected):
    assert compact(text, drop) == expected


@pytest.mark.parametrize("text", ["", "²", "٧", "1.5", "-1", "12a"])
def test_not_digits(text):
    assert not is_digits(text)


@pytest.mark.parametrize(
    ("lengths", "words"),
    [((13,), "13"), ((7, 8), "7 or 8"), ((8, 12, 13, 14), "8, 12, 13 or 14"), ((2, 3, 4), "2 to 4")],
)
def test_length_message(lengths, words):
    with pytest.raises(InvalidLength, match=f"'1x': 1 digits, expected {words}$"):
        require_length("Number", "1x", "1", lengths)


def test_completing_digit():
    assert completing_digit("12", lambda number: number.endswith("7")) == "7"
    assert completing_digit("12", lambda number: False) is None
