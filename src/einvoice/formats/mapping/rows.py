"""The vocabulary of a mapping: one table, read in both directions.

A `Table` describes one element of the wire and one class of the model.  Its rows stand in the order in which the
wire wants them:

`Leaf`    one text (or attribute, ``@name``) ⇄ one field; attributes of the element may be rows of their own
`Switch`  one element whose attribute decides which of several leaves it is
`Group`   one element ⇄ one object (or many), with a table of its own
`Const`   a fixed text: written with its parent, checked when read
`Mirror`  a value that is written a second time; on reading, a difference is a finding
`Pair`    two functions for what a row cannot say; they stand together in `irregular.py`
`Absent`  a term for which this format has no place, with the reason; the model's content there is a loss

A table with `keep` loses nothing that its format knows: what no row takes goes into `native` (see `keep.py`).

Wire names are the exact names of the format, with prefixes where it has namespaces (``cbc:ID``); a path such as
``cac:OrderReference/cbc:ID`` passes through elements that have no object of their own.  ``.`` is the text of the
table's own element.  The same rows serve XML with and without namespaces, folded case (Netvisor) and JSON, where a
name is a key and attributes do not occur.

A field is a field of the table's class, or a path from it where the wire is flatter than the model:
``buyer.address.city``, ``payment_instructions[0].remittance_information`` (the first of a list; the others have no
place).  ``native.x`` is the key ``<format>:x`` in a `native` dictionary.

From the rows a `Plan` is made once: a tree of elements in order.  `walk.py` walks it, `compile.py` turns it into
Python source.  Rows that share a path must stand together; the plan refuses anything else, as it refuses a field
that the class does not have.

Rows are named tuples, since a class of that kind is made in an eighth of the time of a frozen dataclass.

`Switch` (style.md 2.4) chooses by attribute, as Netvisor needs it.  Allowances and charges of UBL do not use it: they
are one list with a flag, because the order in which a document states them must survive.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, Protocol

from einvoice.formats.mapping.codecs import TEXT, AnyCodec
from einvoice.model import records
from einvoice.model.records import Record

if TYPE_CHECKING:
    from lxml import etree

    from einvoice.formats.mapping.nodes import Node, OutElement
    from einvoice.formats.mapping.place import Noted
    from einvoice.formats.mapping.walk import ReadScope, WriteScope
    from einvoice.model import Model


class Attr(NamedTuple):
    """An attribute of a leaf's element.

    Exactly one of: *field* (a sibling field), *const* (fixed text, not required when read), *currency* (the
    currency of the document, checked when read).  *ignore* reads any value in silence: it carries nothing.
    """

    name: str
    term: str | None = None
    field: str | None = None
    codec: AnyCodec = TEXT
    const: str | None = None
    currency: bool = False
    ignore: bool = False
    read_only: bool = False
    """An older name of the attribute: read, never written."""
    repeats: str | None = None
    """A sibling field that the attribute usually repeats: then *field* stays empty, and it is written from there."""


class Leaf(NamedTuple):
    """One text and one field.  *limit* is the greatest length in characters; *many* collects a tuple of texts."""

    term: str | None
    field: str
    wire: str
    codec: AnyCodec = TEXT
    attrs: tuple[Attr, ...] = ()
    limit: int | None = None
    many: bool = False
    always: bool = False
    """Write the element even when the value is absent (empty), as some formats demand."""


class Switch(NamedTuple):
    """One element *wire* whose attribute *on* says which case it is.

    Reading takes the case that the attribute names (compared in lower case; *default* when it is absent or
    unknown).  Writing takes the first case whose field is stated.  With *same* the cases say the same thing in two
    ways (net and gross price), so the others are not lost.
    """

    wire: str
    on: str
    cases: dict[str, Leaf]
    default: str
    same: bool = False


class Group(NamedTuple):
    """One element and one object, or many of both."""

    term: str | None
    field: str
    wire: str
    table: Table
    many: bool = False


class Const(NamedTuple):
    """A fixed text, written when its parent is written.  A different text in a source is a finding."""

    wire: str
    value: str


class Mirror(NamedTuple):
    """A second place for a value that *of* names (field of the same object).  Written, and compared when read."""

    wire: str
    of: str
    codec: AnyCodec = TEXT


ReadPair = Callable[["list[Node]", "dict[str, Any]", "ReadScope", str], None]
WritePair = Callable[[Any, "WriteScope", str], "list[OutElement]"]


class FastScope(Protocol):
    """What the compiled reader hands to `Pair.fast`."""

    currency: str | None
    places: dict[str, Noted]

    def consume(self, table: Table, element: etree._Element, at: str) -> tuple[dict[str, Any], int]:
        """Return the values of *table* read from *element*, and how many nodes that took."""


FastPair = Callable[["list[etree._Element]", "dict[str, Any]", FastScope, str], int]


class Pair(NamedTuple):
    """A door for what rows cannot say.

    *read* takes all elements of the name *wire* below one parent, in order, and fills the values; *write* returns the
    elements to put there.  *fields* are the fields of the class that the pair carries, *terms* their terms, *tables*
    the tables that the functions use below.

    *fast* does what *read* does on the elements themselves, for the compiled reader, and returns how many nodes it
    took.  It passes over what it does not know, which shows in the count of nodes, and raises `Slow` for the rest.  No
    table that keeps has it.

    *whole* is what *write* leaves to `WriteScope.whole`, so that it is compiled: table, name of the element, and how
    deep that stands below an element of *wire*.
    """

    terms: tuple[str, ...]
    fields: tuple[str, ...]
    wire: str
    read: ReadPair
    write: WritePair
    tables: tuple[Table, ...] = ()
    fast: FastPair | None = None
    whole: tuple[tuple[Table, str, int], ...] = ()


class Absent(NamedTuple):
    """A term without a place in this format, and why.

    *as_info* marks what is withheld on purpose or means nothing outside its own system: the loss is then
    named as information and does not stop a strict conversion.
    """

    term: str
    reason: str
    as_info: bool = False


Row = Leaf | Switch | Group | Const | Mirror | Pair | Absent


class Known(Protocol):
    """What the element table of a format says of one element."""

    @property
    def rank(self) -> Mapping[str, int]:
        """The names of its children, each with its place in the order of the schema."""

    @property
    def attributes(self) -> Collection[str]:
        """The names of its attributes."""


Keep = Callable[[tuple[str, ...]], Known | None]
"""The element table of a format: what it says of the element at a path of names, () being the element asked about;
None when the format has no such element."""


class Table(NamedTuple):
    """Rows for one class of the model, or its record.  *term* is the group that it maps."""

    term: str | None
    model: type[Record] | type[Model]
    rows: tuple[Row, ...]
    own_attrs: tuple[Attr, ...] = ()
    """Attributes of the table's own element."""
    elsewhere: tuple[str, ...] = ()
    """Fields of the class that a row of the table above carries."""
    keep: Keep | None = None
    """What of the table's element no row takes and this knows, is kept in the `native` of the class."""


PlanKind = Literal["leaf", "switch", "group", "struct", "const", "mirror", "pair", "root"]


@dataclass(slots=True)
class PlanNode:
    """One element of the wire: what it is, and its children in order."""

    kind: PlanKind
    name: str
    row: Row | None = None
    attrs: dict[str, Attr] = field(default_factory=dict)
    children: list[PlanNode] = field(default_factory=list)
    index: dict[str, PlanNode] = field(default_factory=dict)
    text: Leaf | None = None
    """The row that takes the element's own text (wire ``.``)."""

    def child(self, name: str) -> PlanNode | None:
        """Return the plan of the child *name*."""
        return self.index.get(name)

    @property
    def repeatable(self) -> bool:
        """True for a path element that may occur twice: it holds nothing but lists."""
        return self.kind == "struct" and all(isinstance(c.row, Group) and c.row.many for c in self.children)

    @property
    def only_const(self) -> bool:
        """True when nothing below depends on the invoice."""
        return self.kind == "const" or (self.kind == "struct" and all(c.only_const for c in self.children))


Writable = dict[str, Any]
"""Which fields a table carries: name → None (all of it) or the same for the object below; ``[0]`` for the first of
a list; under ``native`` a set of names."""


@dataclass(slots=True)
class Plan:
    """A table made ready: the tree of its elements and what of the class it can write."""

    table: Table
    root: PlanNode
    writable: Writable
    absent: dict[str, Absent]
    """Absent rows by term."""


def make_plan(table: Table) -> Plan:
    """Return the plan of *table*; raises `ValueError` when the rows contradict each other or the class."""
    root = PlanNode("root", "")
    writable: Writable = {}
    absent: dict[str, Absent] = {}
    if table.keep is not None and "native" not in table.model.__annotations__:
        raise ValueError(f"{table.term}: {table.model.__name__} has no field 'native' in which to keep anything")
    for name in (*table.elsewhere, *(a.field for a in table.own_attrs if a.field)):
        _mark(writable, table.model, name)
    for attr in table.own_attrs:
        root.attrs[attr.name] = attr
    for row in table.rows:
        if isinstance(row, Absent):
            absent[row.term] = row
            continue
        for name in fields_of(row):
            _mark(writable, table.model, name)
        _place(table, root, row)
    return Plan(table, root, writable, absent)


@cache
def _plan_by_id(key: int) -> Plan:
    return make_plan(_TABLES[key])


_TABLES: dict[int, Table] = {}


def plan_of(table: Table) -> Plan:
    """Return the plan of *table*, made once."""
    key = id(table)
    if key not in _TABLES:
        _TABLES[key] = table  # keeps the table alive, so that its id stays its own
    return _plan_by_id(key)


def tables_below(table: Table) -> Iterator[Table]:
    """Yield *table* and every table that its rows use."""
    yield table
    for row in table.rows:
        if isinstance(row, Group):
            yield from tables_below(row.table)
        elif isinstance(row, Pair):
            for used in row.tables:
                yield from tables_below(used)


def absent_rows(table: Table) -> dict[str, Absent]:
    """Return all `Absent` rows of *table* and the tables below, by term; the last of a term counts."""
    return {row.term: row for below in tables_below(table) for row in below.rows if isinstance(row, Absent)}


def fields_of(row: Row) -> Iterator[str]:
    """Yield the fields that *row* carries."""
    if isinstance(row, Leaf):
        yield row.field
        yield from (a.field for a in row.attrs if a.field)
    elif isinstance(row, Switch):
        for case in row.cases.values():
            yield from fields_of(case)
    elif isinstance(row, Group):
        yield row.field
    elif isinstance(row, Pair):
        yield from row.fields


@cache
def steps_of(field: str) -> tuple[str, ...]:
    """Return the steps of a field path: ``a.b[0].c`` → ("a", "b", "[0]", "c")."""
    return tuple(step for part in field.replace("[0]", ".[0]").split(".") if (step := part))


def _mark(writable: Writable, model: type[Record] | type[Model], field: str) -> None:
    """Note that *field*, a path from *model*, has a row; refuse what the class does not have."""
    tree = writable
    here: type[Record] | None = getattr(records, model.__name__)
    *path, last = steps_of(field)
    for step in path:
        if step == "native":
            tree.setdefault("native", set()).add(last)
            return
        if step != "[0]":
            here = _class_of(here, step, field)
        below = tree.setdefault(step, {})
        if below is None:
            return
        tree = below
    _class_of(here, last, field)
    tree[last] = None


def _class_of(model: type[Record] | None, name: str, field: str) -> type[Record] | None:
    if model is None or name not in model.__annotations__:
        raise ValueError(f"{model.__name__ if model else 'a text'} has no field {name!r} (in {field!r})")
    return model.PARTS.get(name)


_KINDS: Final[dict[type, PlanKind]] = {
    Leaf: "leaf",
    Switch: "switch",
    Group: "group",
    Const: "const",
    Mirror: "mirror",
    Pair: "pair",
}


def _place(table: Table, root: PlanNode, row: Leaf | Switch | Group | Const | Mirror | Pair) -> None:
    *path, last = row.wire.split("/")
    node = root
    for name in path:
        found = node.index.get(name)
        if found is None:
            found = PlanNode("struct", name)
            node.children.append(found)
            node.index[name] = found
        elif found is not node.children[-1]:
            raise ValueError(f"{table.term}: rows below {name!r} must stand together")
        elif found.kind != "struct":
            raise ValueError(f"{table.term}: {name!r} is an element with a row and a path at once")
        node = found
    if last.startswith("@"):
        if not isinstance(row, Leaf):
            raise ValueError(f"{table.term}: only a Leaf may be an attribute ({row.wire})")
        node.attrs[last[1:]] = Attr(last[1:], row.term, row.field, row.codec)
        return
    if last == ".":
        if not isinstance(row, Leaf) or node is not root:
            raise ValueError(f"{table.term}: '.' is the text of the table's own element, for a Leaf only")
        root.text = row
        root.attrs.update({a.name: a for a in row.attrs})
        return
    if last in node.index:
        raise ValueError(f"{table.term}: {row.wire!r} has two rows")
    leaf = PlanNode(_KINDS[type(row)], last, row)
    if isinstance(row, Leaf):
        leaf.attrs = {a.name: a for a in row.attrs}
    node.children.append(leaf)
    node.index[last] = leaf


def fields_of_tables(pair: Pair) -> Iterator[tuple[str, Table]]:
    """Yield the tables of a pair, each with its field: a field for each table, or one for all."""
    several = len(pair.tables) > 1 and len(pair.fields) == len(pair.tables)
    for number, used in enumerate(pair.tables):
        yield pair.fields[number if several else 0], used


def places(table: Table, prefix: str = "") -> Iterator[tuple[str | None, str, str]]:
    """Yield (term, place in the model, wire path) of every row below *table*, groups included."""
    yield from _places(table, prefix, "")


def _places(table: Table, prefix: str, wire: str) -> Iterator[tuple[str | None, str, str]]:
    for attr in table.own_attrs:
        if attr.field:
            yield attr.term, prefix + attr.field, f"{wire}@{attr.name}"
    for row in table.rows:
        if isinstance(row, Leaf):
            yield row.term, prefix + row.field, wire + row.wire
            for attr in row.attrs:
                if attr.field:
                    yield attr.term, prefix + attr.field, f"{wire}{row.wire}/@{attr.name}"
        elif isinstance(row, Switch):
            for case in row.cases.values():
                yield case.term, prefix + case.field, wire + row.wire
                for attr in case.attrs:
                    if attr.field:
                        yield attr.term, prefix + attr.field, f"{wire}{row.wire}/@{attr.name}"
        elif isinstance(row, Group):
            yield row.term, prefix + row.field, wire + row.wire
            yield from _places(row.table, f"{prefix}{row.field}.", f"{wire}{row.wire}/")
        elif isinstance(row, Pair):
            for term in row.terms:
                yield term, "", wire + row.wire
            for field, used in fields_of_tables(row):
                yield from _places(used, f"{prefix}{field}.", f"{wire}{row.wire}/")
        elif isinstance(row, Absent):
            yield row.term, "", ""
