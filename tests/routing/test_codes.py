"""Every code of routing is explained, can fire, and is shown by the command line; the examples of the room hold."""

import doctest
import importlib
import pkgutil
import re
from dataclasses import astuple
from pathlib import Path

import pytest
from tests.cli.program import run

import einvoice.routing
from einvoice.cli.explain import explain
from einvoice.routing.codes import CODES
from einvoice.schematron.catalogue import official_rules

ROOM = Path(einvoice.routing.__file__).parent
USED = {
    code
    for file in ROOM.rglob("*.py")
    if file.name != "codes.py"
    for code in re.findall(r'"([EW]-ROUTE-[0-9]+)"', file.read_text(encoding="utf-8"))
}
TESTED = {
    code
    for name in ("test_cards.py", "test_route.py", "test_channel.py")
    for code in re.findall(r"[EW]-ROUTE-[0-9]+", (Path(__file__).parent / name).read_text(encoding="utf-8"))
}


def test_codes_are_used_and_tested():
    assert CODES.keys() == USED == TESTED


@pytest.mark.parametrize("code", CODES)
def test_code_is_explained(code):
    outcome = run("explain", code.lower())
    assert outcome.code == 0
    assert outcome.text.startswith(f"{code} ({CODES[code].severity}): ")
    assert explain(code) == CODES[code].text()
    entry = CODES[code]
    assert all(text for text in astuple(entry)[:3])
    assert all(text.endswith(".") for text in (entry.why, entry.fix, entry.example))
    assert set(entry.prevents) <= official_rules().keys()


MODULES = [
    name for _, name, package in pkgutil.walk_packages(einvoice.routing.__path__, "einvoice.routing.") if not package
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_public_names_are_there():
    assert sorted(einvoice.routing.__all__) == sorted(einvoice.routing._LAZY)
    for name in einvoice.routing.__all__:
        assert getattr(einvoice.routing, name) is not None
    with pytest.raises(AttributeError):
        _ = einvoice.routing.nothing
