"""The direct reader of JSON says what the walker says, or leaves the document to it."""

import json
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from corpora import generate
from einvoice.formats.billecta import MAPPING as BILLECTA
from einvoice.formats.billecta import kind_of
from einvoice.formats.billecta.tree import open_tree
from einvoice.formats.mapping import Const, Group, JsonNode, Keep, Known, Leaf, Mapping, Syntax, Table
from einvoice.formats.mapping.codecs import DECIMAL
from einvoice.formats.mapping.compile import Slow
from einvoice.formats.mapping.direct import Direct
from einvoice.jsontext import Items, parse
from einvoice.model.records import Invoice, Line

SAMPLES = sorted(Path(generate.__file__).parent.glob("billecta/*.json"))


def opened(data: bytes) -> list[dict[str, Any]]:
    """Return the invoices in *data* as the table sees them."""
    value = parse(data)
    found = []
    for each in value if isinstance(value, Items) else [value]:
        if (view := kind_of(each)) is not None:
            found.append(open_tree(each, view, "").members)
    return found


def spelled(values: dict[str, Any]) -> str:
    """Return *values* as a text in which order and types show."""
    return json.dumps(values, default=repr)


def compare(mapping: Mapping, value: dict[str, Any]) -> bool:
    """Compare both readers; return whether the direct one took the document."""
    walked = mapping.walk(JsonNode("", value, "/3"))
    result = mapping.read(JsonNode("", value, "/3"))
    assert spelled(result.values) == spelled(walked.values)
    assert result.findings == walked.findings
    assert result.places.keys() == (walked.places.keys() if result.slow else set())
    return not result.slow


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_read_as_the_walker_reads_them(path: Path) -> None:
    for value in opened(path.read_bytes()):
        compare(BILLECTA, value)


@pytest.mark.parametrize("answers", [False, True], ids=["entries", "answers"])
def test_generated_documents_never_need_the_walker(answers: bool) -> None:
    for document in generate.batch("billecta", 30, 11, answers=answers):
        for value in opened(document.data):
            assert compare(BILLECTA, value)


ODD: list[Any] = [None, "", " ", "x", "1", True, False, 7, 1.5, [], ["a", "b"], [["a"]], [None, "b"], {}, {"a": "b"}]
NAMES = ["", " ", "1", "²", "a/b", "a~b", "a[2]", "@a", "Name", "Records", "Debtor", "DebtorPublicId", "File"]


def damaged(rng: random.Random, value: Any) -> Any:
    """Return *value* with some of its parts replaced, repeated or renamed."""
    if rng.random() < 0.0015:
        return rng.choice(ODD)
    if isinstance(value, dict):
        pairs = [
            (rng.choice(NAMES) if rng.random() < 0.001 else name, damaged(rng, item)) for name, item in value.items()
        ]
        if rng.random() < 0.01:
            pairs.append((rng.choice(NAMES), rng.choice([*ODD, value])))
        if rng.random() < 0.01:
            rng.shuffle(pairs)
        return dict(pairs)
    if isinstance(value, list):
        found = [damaged(rng, item) for item in value]
        return found + found[:1] if rng.random() < 0.01 else found
    return [value, value] if rng.random() < 0.0005 else value


def test_damaged_documents_are_read_as_the_walker_reads_them() -> None:
    rng = random.Random(3)
    values = [value for document in generate.batch("billecta", 20, 12, answers=True) for value in opened(document.data)]
    taken = 0
    for number in range(600):
        value = damaged(rng, values[number % len(values)])
        try:
            BILLECTA.walk(JsonNode("", value))
        except (TypeError, ValueError):  # a name such as "²", which no reader lets through to a table
            with pytest.raises(Slow):
                BILLECTA.direct.read(value)
            continue
        taken += isinstance(value, dict) and compare(BILLECTA, value)
    assert 100 < taken < 600, "both readers are at work"


# -- what it leaves to the walker ----------


def known(path: tuple[str, ...]) -> Known | None:
    return None


KEEP: Keep = known
ROW = Table("BG-25", Line, (Leaf("BT-129", "quantity", "Quantity", DECIMAL),), keep=KEEP)
TINY = Mapping(
    Table(
        None,
        Invoice,
        (
            Leaf("BT-1", "invoice_number", "Number"),
            Leaf("BT-44", "buyer.name", "Buyer/Name"),
            Group("BG-25", "lines", "Rows", ROW, many=True),
        ),
        keep=KEEP,
    ),
    Syntax("tiny", "", json=True),
)


def test_valid_values_and_what_is_kept() -> None:
    value = {"Number": True, "Buyer": {"Name": "Ek", "Age": "7"}, "Rows": [{"Quantity": "2.50"}, None, {"Off": False}]}
    assert compare(TINY, value)
    assert TINY.direct.read(value) == {
        "invoice_number": "true",
        "buyer": {"name": "Ek"},
        "native": {"tiny:Buyer/Age": "7"},
        "lines": [{"quantity": Decimal("2.50")}, {"native": {"tiny:Off": "false"}}],
    }


@pytest.mark.parametrize(
    "value",
    [
        {"Number": ["1", "2"]},
        {"Number": {"a": "b"}},
        {"Number": 7},
        {"Extra": 7},
        {"Extra": [["a"]]},
        {"Buyer": "Ek"},
        {"Buyer": [{"Name": "Ek"}, {"Name": "Al"}]},
        {"Rows": {"Quantity": "1"}},
        {"Rows": ["1"]},
        {"Rows": [{"Quantity": "many"}]},
        {"a/b": "c"},
        {"Extra": {"12": "c"}},
        {"": "c"},
    ],
    ids=json.dumps,
)
def test_unusual_documents_are_left_to_the_walker(value: dict[str, Any]) -> None:
    with pytest.raises(Slow):
        TINY.direct.read(value)
    assert not compare(TINY, value)


def test_invalid_tables_that_are_not_read_directly() -> None:
    with pytest.raises(ValueError, match="only a table that keeps"):
        Direct(Table(None, Invoice, ()), Syntax("tiny", ""))
    with pytest.raises(ValueError, match="const is not read directly"):
        Direct(Table(None, Invoice, (Const("Version", "2"),), keep=KEEP), Syntax("tiny", ""))
