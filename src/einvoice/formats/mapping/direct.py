"""JSON read by a table without nodes, places and findings: for speed only.

`walk.py` says what a table means.  `Direct` does the same for a document in which nothing is unusual, and raises `Slow`
at the first thing that is: a second value for one row, a value that cannot be read, a name that is no step of a key.
Then the walker takes the same document and explains.  So `Direct` holds no error handling, as `compile.py` does not;
nothing needs to be generated for it, since a dictionary finds the row of a member at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from einvoice.formats.mapping.codecs import BLANKS
from einvoice.formats.mapping.compile import Slow
from einvoice.formats.mapping.nodes import Syntax
from einvoice.formats.mapping.rows import Group, Leaf, PlanNode, Table, plan_of, steps_of
from einvoice.formats.mapping.walk import native_steps, present, put

_UNUSUAL: Final = frozenset("/~[]@")
"""In a name they would be taken for parts of a pointer or of a key."""


class _Value(NamedTuple):
    """A member that a `Leaf` takes."""

    read: Callable[[str], Any]
    steps: tuple[str, ...]


class _Objects(NamedTuple):
    """A member that a `Group` takes."""

    direct: Direct
    steps: tuple[str, ...]
    many: bool


class _Path(NamedTuple):
    """A member on the way to rows below it."""

    rows: Mapping[str, _Row]


_Row = _Value | _Objects | _Path


class Direct:
    """Fast reader of one table that keeps, and of the tables below it."""

    def __init__(self, table: Table, syntax: Syntax) -> None:
        plan = plan_of(table)
        if table.keep is None or plan.root.text is not None or plan.root.attrs:
            raise ValueError(f"{table.term}: only a table that keeps, without text and attributes of its own, is read")
        self._syntax = syntax
        self._prefix = f"{syntax.format}:"
        self._rows = self._rows_of(plan.root)

    def _rows_of(self, plan: PlanNode) -> dict[str, _Row]:
        return {child.name: self._row(child) for child in plan.children}

    def _row(self, plan: PlanNode) -> _Row:
        row = plan.row
        if isinstance(row, Leaf) and not (row.many or plan.attrs):
            return _Value(row.codec.read, native_steps(row.field, self._syntax.format))
        if isinstance(row, Group):
            return _Objects(Direct(row.table, self._syntax), steps_of(row.field), row.many)
        if plan.kind == "struct" and not plan.repeatable and not plan.attrs:
            return _Path(self._rows_of(plan))
        raise ValueError(f"{plan.name}: {plan.kind} is not read directly")

    def read(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of the object *value*; raises `Slow` when the walker must explain something."""
        values: dict[str, Any] = {}
        try:
            self._object(self._rows, value, values, self._prefix)
        except ValueError:  # a value to be explained
            raise Slow from None
        return values

    def _object(self, rows: Mapping[str, _Row], value: Mapping[str, Any], values: dict[str, Any], at: str) -> None:
        for name, item in value.items():
            row = rows.get(name)
            if row is None:
                self._keep(item, values, _key(at, name))
            elif isinstance(row, _Value):
                self._value(row, item, values)
            elif isinstance(row, _Objects):
                self._objects(row, item, values)
            elif isinstance(item, dict):
                self._object(row.rows, item, values, f"{at}{name}/")
            else:
                raise Slow

    def _value(self, row: _Value, item: Any, values: dict[str, Any]) -> None:
        if item is True or item is False:
            item = "true" if item else "false"
        elif item is None:
            return
        elif not isinstance(item, str):
            raise Slow
        if not item.strip(BLANKS):
            return
        steps = row.steps
        if len(steps) == 1:
            if steps[0] in values:
                raise Slow
            values[steps[0]] = row.read(str(item))
        elif present(values, steps):
            raise Slow
        else:
            put(values, steps, row.read(str(item)))

    def _objects(self, row: _Objects, item: Any, values: dict[str, Any]) -> None:
        if not (isinstance(item, list) if row.many else isinstance(item, dict)) or present(values, row.steps):
            raise Slow
        if not row.many:
            if found := row.direct.read(item):
                put(values, row.steps, found)
            return
        items = []
        for each in item:
            if isinstance(each, dict):
                if found := row.direct.read(each):
                    items.append(found)
            elif each is not None:
                raise Slow
        if items:
            put(values, row.steps, items)

    def _keep(self, item: Any, values: dict[str, Any], key: str) -> None:
        """Keep every value at and below *item*, whose key is *key*."""
        if isinstance(item, str):
            if item.strip(BLANKS):
                values.setdefault("native", {})[key] = str(item)
        elif item is True or item is False:
            values.setdefault("native", {})[key] = "true" if item else "false"
        elif isinstance(item, dict):
            for name, each in item.items():
                self._keep(each, values, _key(f"{key}/", name))
        elif isinstance(item, list):
            for number, each in enumerate(item):
                if isinstance(each, list):
                    raise Slow
                self._keep(each, values, f"{key}[{number + 1}]" if number else key)
        elif item is not None:
            raise Slow


def _key(at: str, name: str) -> str:
    if not _is_step(name):
        raise Slow
    return at + name


@lru_cache(maxsize=1024)
def _is_step(name: str) -> bool:
    """Say whether *name* is a step of a key as it stands."""
    return bool(name.strip()) and not name.isdigit() and _UNUSUAL.isdisjoint(name)
