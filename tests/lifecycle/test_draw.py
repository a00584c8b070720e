"""The machine drawn: complete, the same every time, and in need of nothing from outside."""

import re

import pytest

from einvoice.errors import UsageError
from einvoice.lifecycle import svg, text
from einvoice.lifecycle.machine import ANY, TRANSITIONS
from einvoice.lifecycle.states import STATEFUL, STATES
from einvoice.xml import parse

SYSTEMS = (None, *STATEFUL)


def words_of(picture):
    return re.findall(r"<text[^>]*>([^<]*)</text>", picture)


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_transition_is_drawn_and_written(system):
    picture, page = svg(system), text(system)
    drawn = " ".join(words_of(picture))
    for row in TRANSITIONS:
        if system is None or system in row.ways:
            assert re.search(rf"\b{row.operation}\b", drawn), row.operation
            assert row.operation in page
            for name in {*row.sources, row.target} & set(STATES):
                assert name in words_of(picture), name
                assert re.search(rf"^{name}  \[", page, re.MULTILINE) or name == row.target
        elif system is not None and not any(system in r.ways for r in TRANSITIONS if r.operation == row.operation):
            assert not re.search(rf"^  {row.operation} ", page, re.MULTILINE)


def test_whole_picture_has_every_state_once():
    boxes = [word for word in words_of(svg()) if word in STATES]
    assert sorted(boxes) == sorted(STATES)


@pytest.mark.parametrize("system", SYSTEMS)
def test_picture_is_well_formed_and_needs_nothing(system):
    picture = svg(system)
    assert picture == svg(system)
    root = parse(picture.encode())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not re.search(r"href|url\((?!#)|@import|<script|<image", picture)


def test_place_of_an_invoice_is_marked_and_the_rest_stands_back():
    picture = svg("collector", "approved")
    boxes = dict(re.findall(r'<rect class="([^"]*)"[^>]*/><text class="s"[^>]*>(\w+)<', picture))
    by_kind = {}
    for kind, name in re.findall(r'<rect class="([^"]*)"[^>]*/><text class="s"[^>]*>(\w+)<', picture):
        by_kind.setdefault(kind, set()).add(name)
    assert boxes
    assert by_kind["on"] == {"approved"}
    assert by_kind["can"] == {"issued", "sent", "cancelled", "expired"}
    assert "on_hold" in by_kind["b no"]


@pytest.mark.parametrize("drawn", [text, svg])
def test_system_without_states_is_named(drawn):
    with pytest.raises(UsageError, match="no states of 'inexchange' are known"):
        drawn("inexchange")


def test_boxes_do_not_cover_each_other():
    places = re.findall(r'<rect class="b" x="([\d.]+)" y="([\d.]+)" width="(\d+)" height="(\d+)"', svg())
    boxes = [tuple(map(float, place)) for place in places]
    assert len(boxes) == len(STATES)
    for n, (x, y, wide, high) in enumerate(boxes):
        for u, v, _, _ in boxes[:n]:
            assert abs(x - u) >= wide or abs(y - v) >= high


def test_text_names_what_any_state_allows():
    page = text("netvisor")
    assert "From every state that is not terminal: set_status → the state it names" in page
    assert sum(row.sources == (ANY,) for row in TRANSITIONS) == text().count("From every state")
