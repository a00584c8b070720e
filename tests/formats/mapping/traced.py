"""The places that a reader noted, comparable: the walker finds the same ones in the same order."""

from collections.abc import Mapping as ByPath
from typing import Any

from lxml import etree

from einvoice.formats.mapping import Mapping, Place
from einvoice.formats.mapping.place import Noted, Places


def shown(places: ByPath[str, Place]) -> list[tuple[Any, ...]]:
    """Return path in the model, path, line and value of each place, and which paths share one."""
    numbers: dict[int, int] = {}
    return [
        (path, place.path, place.line, place.value, place.attribute, numbers.setdefault(id(place), len(numbers)))
        for path, place in places.items()
    ]


def read_fast(mapping: Mapping, root: etree._Element) -> tuple[dict[str, Any], Places]:
    """Return what the compiled reader says of *root*, and the places that it noted; raises what it raises."""
    noted: dict[str, Noted] = {}
    values = mapping.reader.read(root, mapping.currency_of(root), noted)
    return values, Places(noted, mapping.syntax)
