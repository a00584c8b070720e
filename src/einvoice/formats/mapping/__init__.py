"""One table per format, read in both directions.

Map of the room
---------------
``rows.py``     the vocabulary: `Table` and its rows
``codecs.py``   how values are spelled; each a pair
``keep.py``     what of a source no row takes, kept in `native` and woven back; the order of the schema
``nodes.py``    one view of XML, folded XML and JSON
``place.py``    where the values of the model stand in the source
``walk.py``     the meaning of a table, and the diagnosis
``account.py``  what a table has no row for: the account of losses, in both ways of writing
``compile.py``  the same, made into Python source for speed
``compiled/``   that source, for the sake of Python's cache of compiled files
``direct.py``   the same for JSON, where a dictionary finds the row of a member

`Mapping` is what a format uses.  It reads and writes with the compiled code.  It falls back to the walker for any
source in which there is something to say, and for an invoice of which more is to be said than that values of it have no
place.

What was measured (`bench/mapping.py`): see bench/RESULTS.md.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from einvoice.findings import Finding
from einvoice.formats.mapping.account import Account
from einvoice.formats.mapping.compile import Reader, Slow, Writer
from einvoice.formats.mapping.direct import Direct
from einvoice.formats.mapping.keep import order_findings
from einvoice.formats.mapping.nodes import JsonNode, Node, OutElement, Syntax, XmlNode, render_xml
from einvoice.formats.mapping.place import Noted, Place, Places
from einvoice.formats.mapping.rows import (
    Absent,
    Attr,
    Const,
    FastScope,
    Group,
    Keep,
    Known,
    Leaf,
    Mirror,
    Pair,
    Row,
    Table,
    absent_rows,
    places,
    plan_of,
    tables_below,
)
from einvoice.formats.mapping.walk import ReadScope, WriteScope

if TYPE_CHECKING:
    from einvoice.model import Model


MAX_NOTED: Final = 20_000
"""More places than these are not held while a document lives; they are worked out anew when they are asked for."""


@dataclass(slots=True)
class ReadResult:
    """Values for the model, and what the reader has to say about the source."""

    values: dict[str, Any]
    findings: list[Finding]
    places: Places
    """Empty after a fast read of JSON and for a document with very many values: `Mapping.places` has them."""
    slow: bool = False
    """True when the walker had to take the document; the compiled reader takes none in which the order of the rows or
    of kept elements is wrong."""


class Mapping:
    """A table with the syntax of its format.  Thread-safe: the compiled code is made once.

    *name* tells it from other tables of the format with the same root element.
    """

    def __init__(self, table: Table, syntax: Syntax, name: str = "") -> None:
        self.table = table
        self.syntax = syntax
        self.name = name
        self._lock = threading.Lock()
        plan_of(table)
        if syntax.fold and any(below.keep is not None for below in tables_below(table)):
            raise ValueError(f"{syntax.format}: names that fold case cannot be kept, since they would lose it")

    @cached_property
    def reader(self) -> Reader:
        """The compiled reader."""
        with self._lock:
            return Reader(self.table, self.syntax, self.name)

    @cached_property
    def writer(self) -> Writer:
        """The compiled writer."""
        with self._lock:
            return Writer(self.table, self.syntax, self.name)

    @cached_property
    def account(self) -> Account:
        """What the format loses, with the reasons of all `Absent` rows of the table and the tables below."""
        return Account(self.syntax.format, absent_rows(self.table))

    @cached_property
    def direct(self) -> Direct:
        """The fast reader of JSON."""
        return Direct(self.table, self.syntax)

    def read(self, root: etree._Element | JsonNode) -> ReadResult:
        """Return the values at *root*, by the compiled code, by the direct reader of JSON, or else by the walker."""
        noted: dict[str, Noted] = {}
        try:
            if isinstance(root, JsonNode):
                values = self.direct.read(root.origin)
            else:
                values = self.reader.read(root, self.currency_of(root), noted)
        except Slow:
            result = self.walk(root)
            result.slow = True
        else:
            result = ReadResult(values, [], Places(noted, self.syntax))
        if len(result.places) > MAX_NOTED:
            result.places = Places({})
        return result

    def walk(self, root: etree._Element | Node) -> ReadResult:
        """Return the values at *root* with findings and places, by the walker."""
        if isinstance(root, etree._Element):
            scope = ReadScope(self.syntax, self.currency_of(root))
            node: Node = XmlNode(root, self.syntax)
        else:
            scope, node = ReadScope(self.syntax), root
        values = scope.read(self.table, node, "")
        return ReadResult(values, scope.findings, Places(scope.places, self.syntax))

    def trace(self, root: etree._Element | Node) -> Places:
        """Return where in the source each value of the model stands."""
        if isinstance(root, etree._Element):
            noted: dict[str, Noted] = {}
            try:
                self.reader.read(root, self.currency_of(root), noted)
            except Slow:
                pass
            else:
                return Places(noted, self.syntax)
        return self.walk(root).places

    def places(self, root: etree._Element | Node, result: ReadResult) -> Places:
        """Return where the values of *result*, which was read from *root*, stand."""
        return result.places or self.trace(root)

    def currency_of(self, root: etree._Element) -> str | None:
        """Return the document currency, when amounts repeat it as an attribute."""
        if self.syntax.currency is None:
            return None
        path, _, attribute = self.syntax.currency.partition("@")
        steps = [self.syntax.qualify(step) for step in path.strip("/").split("/") if step]
        element = root.find("/".join(steps)) if steps else root
        if element is None:
            return None
        text = element.get(self.syntax.qualify(attribute)) if attribute else element.text
        return text.strip() if text else None

    def write(self, value: Model, currency: str | None = None) -> tuple[bytes, list[Finding]]:
        """Return the document as UTF-8 and the losses."""
        try:
            return self.writer.write(value, currency)
        except Slow:
            element, findings = self.build(value, currency)
            return ('<?xml version="1.0" encoding="UTF-8"?>\n' + render_xml(element, self.syntax)).encode(), findings

    def build(self, value: Model, currency: str | None = None) -> tuple[OutElement, list[Finding]]:
        """Return the document as a tree and the losses, by the walker."""
        scope = WriteScope(self.syntax, currency, self.account)
        element = scope.write(self.table, value, self.syntax.root, "")
        return element, scope.findings


__all__ = [
    "Absent",
    "Attr",
    "Const",
    "FastScope",
    "Group",
    "JsonNode",
    "Keep",
    "Known",
    "Leaf",
    "Mapping",
    "Mirror",
    "Node",
    "OutElement",
    "Pair",
    "Place",
    "Places",
    "ReadResult",
    "ReadScope",
    "Row",
    "Slow",
    "Syntax",
    "Table",
    "WriteScope",
    "XmlNode",
    "order_findings",
    "places",
    "plan_of",
]
