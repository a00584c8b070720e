"""The lines of JSON: every value has one, and broken JSON gives what it can."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from einvoice.jsontext import lines_of

CORPORA = Path(__file__).resolve().parents[1] / "corpora" / "billecta"


def pointers(value: Any, here: str = "") -> Iterator[str]:
    yield here
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, item in members:
        yield from pointers(item, f"{here}/{str(name).replace('~', '~0').replace('/', '~1')}")


@pytest.mark.parametrize("file", sorted(CORPORA.glob("*.json")), ids=lambda file: file.stem)
def test_every_value_has_its_line(file: Path) -> None:
    data = file.read_bytes()
    lines = lines_of(data)
    assert list(lines) == list(pointers(json.loads(data)))
    assert list(lines.values()) == sorted(lines.values())
    written = data.decode("utf-8-sig").splitlines()
    named = [each for each in lines if each and not each.rpartition("/")[2].isdigit()]
    assert all(f'"{each.rpartition("/")[2]}"' in written[lines[each] - 1] for each in named)


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", {}),
        (b"}", {}),
        (b"[[1,\n2]\n,{}]", {"": 1, "/0": 1, "/0/0": 1, "/0/1": 2, "/1": 3}),
        (b'{"a\\n~/": 1}', {"": 1, "/a\n~0~1": 1}),
        (b'{"": {"": 1}}', {"": 1, "/": 1, "//": 1}),
        (b'{"a": "}]\\"{",\n "b": 2}', {"": 1, "/a": 1, "/b": 2}),
        (b'{"a": [1, 2', {"": 1, "/a": 1, "/a/0": 1, "/a/1": 1}),
        (b"{7: 1}]]", {"": 1, "/7": 1}),
        (b'{"a": \xff}', {"": 1, "/a": 1}),
        ('{"a": 1}'.encode("utf-16"), {"": 1, "/a": 1}),
    ],
    ids=range(10),
)
def test_lines(data: bytes, lines: dict[str, int]) -> None:
    assert lines_of(data) == lines


def test_what_nests_too_deep_is_left_out() -> None:
    assert len(lines_of(b"[" * 100_000)) == 101
