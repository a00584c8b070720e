"""Places: made when asked for, and the nearest one for a path that has none."""

import pytest
from lxml import etree

from einvoice.formats.mapping.nodes import Syntax, XmlNode
from einvoice.formats.mapping.place import Noted, Place, Places

FOLDED = Syntax("tiny", "doc", fold=True)
DOC = etree.fromstring('<Doc><Line Unit=" kg ">1</Line><Line> 2 </Line><Sum/></Doc>')
FIRST, SECOND, SUM = DOC


def places(noted: dict[str, Noted]) -> Places:
    return Places(noted, FOLDED)


def test_a_noted_element_becomes_the_place_that_the_walker_makes() -> None:
    found = places({"text": SECOND, "unit": (FIRST, "unit"), "empty": SUM})
    shown = {path: (place.path, place.line, place.value, place.attribute) for path, place in found.items()}
    assert shown == {
        "text": ("/Doc/Line[2]", 1, "2", ""),
        "unit": ("/Doc/Line[1]/@Unit", 1, "kg", "unit"),
        "empty": ("/Doc/Sum", 1, "", ""),
    }
    assert found["text"].node.name == XmlNode(SECOND, FOLDED).name


def test_one_place_under_several_paths_stays_one() -> None:
    unit = (FIRST, "unit")
    found = places({"a": SECOND, "b": SECOND, "c": unit, "d": unit, "e": (FIRST, "unit")})
    assert found["a"] is found["a"] is found["b"]
    assert found["c"] is found["d"] is not found["e"]
    made = Place(XmlNode(SUM, FOLDED), "", None)
    assert places({"x": made})["x"] is made


def test_it_is_a_mapping_of_paths() -> None:
    found = places({"b": FIRST, "a": SECOND})
    assert (list(found), len(found), "a" in found, "c" in found) == (["b", "a"], 2, True, False)
    assert found.get("c") is None
    with pytest.raises(KeyError):
        found["c"]
    assert not places({})


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("lines[0].quantity", "/Doc/Line[2]"),
        ("lines[0].price", "/Doc/Line[1]"),  # the first below lines[0]
        ("lines[0]", "/Doc/Line[1]"),
        ("lines[7].quantity", "/Doc/Line[1]"),
        ("totals.due", "/Doc/Sum"),
        ("seller.name", None),
        ("lines[0].native.tiny:x", "/Doc/Line[1]"),  # not what is kept beside it
        ("native.tiny:x", None),
        ("native.tiny:kept", "/Doc/Line[1]/@Unit"),
        ("", None),
    ],
)
def test_what_has_no_place_stands_at_the_nearest_above(path: str, expected: str | None) -> None:
    found = places(
        {
            "lines[0].vat_rate": FIRST,
            "lines[0].quantity": SECOND,
            "totals": SUM,
            "lines[0].native.tiny:kept": SUM,
            "native.tiny:kept": (FIRST, "unit"),
        }
    )
    nearest = found.nearest(path)
    assert (nearest and nearest.path) == expected


def test_a_path_between_has_the_first_place_below_it_that_no_other_place_covers() -> None:
    """`a.b` has a place of its own, so what stands below it says nothing of `a`."""
    found = places({"a.b.c": FIRST, "a.d": SECOND, "a.b": SUM})
    assert found.nearest("a") is found["a.d"]
