"""The rows of a table, each with its place on the wire and in the model; pairs included as far as tables say them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from einvoice.formats.mapping.codecs import AnyCodec
from einvoice.formats.mapping.rows import (
    Absent,
    Attr,
    Const,
    Group,
    Leaf,
    Mirror,
    Pair,
    Row,
    Switch,
    Table,
    fields_of_tables,
)

PAIR_STEPS = {
    "invoicelines": ("invoiceline", "salesinvoiceproductline"),
    "cac:TaxTotal": ("cac:TaxSubtotal",),
    "cac:AdditionalDocumentReference": (),
}
"""Where below the element of a pair the elements of its table stand."""

PAIR_CONSTANTS = {
    ("cac:PartyTaxScheme", "cac:TaxScheme", "cbc:ID"): ("VAT",),
    ("cac:AdditionalDocumentReference", "cbc:DocumentTypeCode"): ("130", "50"),
    ("linesum", "@type"): ("net", "gross"),
}
"""Texts by which pairs tell things apart: they carry nothing of their own."""


@dataclass(frozen=True)
class WireRow:
    """A row with the names above it; *attribute* is None for the element itself."""

    path: tuple[str, ...]
    attribute: str | None
    row: Row | Attr
    place: str
    depth: int
    """How many names of *path* are above the table of the row."""

    @property
    def codec(self) -> AnyCodec | None:
        """The codec of the text, when the row reads one."""
        return self.row.codec if isinstance(self.row, Leaf | Attr | Mirror) else None


def wire_rows(table: Table, above: tuple[str, ...] = (), place: str = "") -> Iterator[WireRow]:
    """Yield the rows of *table* and of the tables below, in their order."""
    depth = len(above)
    for attr in table.own_attrs:
        yield WireRow(above, attr.name, attr, place + (attr.field or ""), depth)
    for row in table.rows:
        if isinstance(row, Absent):
            continue
        path = (*above, *row.wire.split("/"))
        if isinstance(row, Leaf):
            yield from _leaf(row, path, place, depth)
        elif isinstance(row, Switch):
            yield WireRow(path, None, row, "", depth)
            yield WireRow(path, row.on, row, "", depth)
            for case in row.cases.values():
                yield from _leaf(case, path, place, depth)
        elif isinstance(row, Group):
            yield WireRow(path, None, row, place + row.field, depth)
            yield from wire_rows(row.table, path, f"{place}{row.field}.")
        elif isinstance(row, Pair):
            yield WireRow(path, None, row, "", depth)
            for field, used in fields_of_tables(row):
                yield from wire_rows(used, (*path, *PAIR_STEPS.get(row.wire, ())), f"{place}{field}.")
        elif isinstance(row, Const | Mirror):
            yield WireRow(path, None, row, "", depth)


def _leaf(row: Leaf, path: tuple[str, ...], place: str, depth: int) -> Iterator[WireRow]:
    if path[-1].startswith("@"):
        yield WireRow(path[:-1], path[-1][1:], row, place + row.field, depth)
        return
    if path[-1] == ".":
        path = path[:-1]
    yield WireRow(path, None, row, place + row.field, depth)
    for attr in row.attrs:
        yield WireRow(path, attr.name, attr, place + (attr.field or ""), depth)


def tables_of(table: Table, place: str = "") -> Iterator[tuple[str, Table]]:
    """Yield *table* and the tables below with their place in the model, a dot at its end."""
    yield place, table
    for row in table.rows:
        if isinstance(row, Group):
            yield from tables_of(row.table, f"{place}{row.field}.")
        elif isinstance(row, Pair):
            for field, used in fields_of_tables(row):
                yield from tables_of(used, f"{place}{field}.")


def plain(place: str) -> str:
    """Return *place* without positions and selectors: ``a[0].b[charge].c`` → ``a.b.c``."""
    return re.sub(r"\[[^]]*\]", "", place)
