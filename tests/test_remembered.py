"""What pure functions of texts gave is kept, as far as it is short."""

import pytest

from einvoice import remembered as room
from einvoice.remembered import LONGEST, remembered


def test_short_texts_are_worked_out_once_and_long_ones_each_time():
    asked = []

    @remembered
    def joined(one, other=None):
        asked.append(one)
        return (one, other)

    for text, times in (("short", 1), ("x" * LONGEST, 1), ("x" * LONGEST + "y", 3)):
        asked.clear()
        assert {joined(text) for _ in range(3)} == {(text, None)}
        assert len(asked) == times
    assert joined("short", "x" * LONGEST) == ("short", "x" * LONGEST)
    assert joined.__name__ == "joined"


def test_an_error_is_raised_anew():
    @remembered
    def refuse(text):
        raise ValueError(text)

    errors = []
    for _ in range(2):
        with pytest.raises(ValueError, match="no") as caught:
            refuse("no")
        errors.append(caught.value)
    assert errors[0] is not errors[1]


def test_no_more_is_kept_than_the_limit(monkeypatch):
    monkeypatch.setattr(room, "REMEMBERED", 2)
    asked = []
    kept = remembered(lambda text: asked.append(text))
    for text in "abcabc":
        kept(text)
    assert asked == list("abcabc")
