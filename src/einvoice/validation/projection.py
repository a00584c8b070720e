"""What an invoice of another format says in UBL, so that the official rules can judge it; and the way back.

The invoice is written as UBL in memory, as a conversion would write it.  A fault in that document is traced to the
value of the model that stands there, and from there to the place in the source that the value was read from.  What the
source does not hold (a total that Netvisor leaves to be calculated) leads to the smallest part of it that holds what
belongs together, at last to the invoice as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from lxml import etree

from einvoice import formats, xml
from einvoice.context import Context
from einvoice.validation.places import Node, Spot
from einvoice.validation.profiles import UBL

if TYPE_CHECKING:
    from einvoice.formats.document import Document

Place: TypeAlias = Any
"""A place of `einvoice.formats.mapping`, a room that this one does not import."""

ORIGINS: Final = (
    # where the UBL writer puts a value of the model, and where it comes from when it does not stand there itself
    (r"buyer_reference", "buyer.identifiers[0].value"),
    (r"payment_terms", "payment_conditions"),
    (r"(.*)buyer_accounting_reference", r"\1buyer_proposed_account"),
    (r"(lines\[\d+\]\.)note", r"\1text_rows"),
    (r"(lines\[\d+\]\.)unit_code", r"\1unit_name"),
    (r"(lines\[\d+\]\.)standard_item_identifier(_scheme)?", r"\1product_identifiers"),
    (r"payment_instructions\[\d+\]\.due_date", "due_date"),
)
_STEP: Final = re.compile(r"\[\d+\]|[^.\[\]]+")
_NOTE: Final = re.compile(r"notes\[|leading_text_rows\[")


class Projection:
    """The UBL document of an invoice: its bytes *data*, their root element *root*, and where its values come from."""

    def __init__(self, document: Document) -> None:
        # Whatever the context keeps from a customer (attachments) belongs to the invoice all the same.
        written = formats.module(UBL).write(document.invoice, Context())
        self.document = document
        self.data = written.data
        self.root = xml.parse(written.data)

    def spot(self, node: Node | None) -> Spot:
        """Return the place in the source of *node*, which stands in the UBL document."""
        if node is None:
            return self._in_source("")
        if node.attribute == "currencyID" and node.value == self.document.invoice.currency:
            return self._in_source("currency")  # every amount repeats it
        for key in ((node.element, node.attribute or ""), (node.element, "")):
            if (path := self._values.get(key)) is not None:
                return self._note(node) if _NOTE.match(path) else self._in_source(self._before_writing(path))
        around = (self._groups[each] for each in (node.element, *node.element.iterancestors()) if each in self._groups)
        return self._in_source(self._before_writing(next(around, "")))._replace(value=None)

    # ---------------------------------------------------------------- UBL to model

    @cached_property
    def _written(self) -> Mapping[str, Place]:
        """Where each value of the model stands in the UBL document."""
        name = etree.QName(self.root).localname
        mapping = next(each for each in formats.module(UBL).MAPPINGS if each.syntax.root == name)
        return mapping.trace(self.root)

    @cached_property
    def _values(self) -> dict[tuple[etree._Element, str], str]:
        """The path in the model of the value at each element and attribute."""
        found: dict[tuple[etree._Element, str], str] = {}
        for path, place in self._written.items():
            found.setdefault((place.node.origin, place.attribute), path)
        return found

    @cached_property
    def _groups(self) -> dict[etree._Element, str]:
        """The path in the model of everything that stands below each element."""
        found: dict[etree._Element, str] = {}
        for (element, _), path in self._values.items():
            for each in (element, *element.iterancestors()):
                found[each] = _common(found[each], path) if each in found else path
        return found

    # ---------------------------------------------------------------- model to source

    def _before_writing(self, path: str) -> str:
        """Return where the value at *path* stood before the writer moved it."""
        if path in self._source:
            return path
        origins = (re.sub(pattern, origin, path) for pattern, origin in ORIGINS if re.fullmatch(pattern, path))
        return next((origin for origin in origins if any(_below(self._source, origin))), path)

    def _note(self, node: Node) -> Spot:
        """Return the place of a note, which the writer may have joined of several: of all whose text stands in it."""
        text = node.value or ""
        parts = [
            place
            for at, place in self._source.items()
            if _NOTE.match(at) and place.value and place.value.strip() in text
        ]
        return Spot(parts[0].path, parts[0].line, parts[0].value) if len(parts) == 1 else _around(parts)

    @cached_property
    def _source(self) -> Mapping[str, Place]:
        return self.document.places()

    def _in_source(self, path: str) -> Spot:
        if (exact := self._source.get(path)) is not None:
            return Spot(exact.path, exact.line, exact.value)
        while path:
            if below := list(_below(self._source, path)):
                return _around(below)
            path = path[: path.rfind("[")] if path.endswith("]") else path.rpartition(".")[0]
        if (element := self.document.element) is not None:
            return Spot(xml.path_of(element), element.sourceline)
        return _around(list(self._source.values()))


def _below(places: Mapping[str, Place], path: str) -> Iterator[Place]:
    """Yield the place of *path* and of everything below it in the model."""
    return (place for at, place in places.items() if at == path or at.startswith((f"{path}.", f"{path}[")))


def _around(places: list[Place]) -> Spot:
    """Return the smallest part of the source that holds all *places*: an element, or a JSON value."""
    if not places:
        return Spot()
    origins = [place.node.origin for place in places]
    if not all(isinstance(origin, etree._Element) for origin in origins):
        pointer = "/".join(_shared(place.path.split("/") for place in places))
        return Spot(pointer or None)
    lines = ([*reversed([*each.iterancestors()]), each] for each in origins)
    element: etree._Element = _shared(lines)[-1]
    return Spot(xml.path_of(element), element.sourceline)


def _common(one: str, other: str) -> str:
    """Return what two paths in the model have in common: lines[0].note and lines[0].price give lines[0]."""
    steps = _shared((_STEP.findall(one), _STEP.findall(other)))
    return "".join(step if step.startswith("[") else f".{step}" for step in steps).lstrip(".")


def _shared(lists: Iterable[list[Any]]) -> list[Any]:
    """Return the beginning that all *lists* share."""
    return [steps[0] for steps in takewhile(lambda steps: len(set(steps)) == 1, zip(*lists, strict=False))]
