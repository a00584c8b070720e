"""What an expression is given while it runs, and what it may do with items: `Env`, lazy values, small helpers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NoReturn

from einvoice.schematron.axes import not_a_node
from einvoice.schematron.limits import TooLong as TooLong
from einvoice.schematron.tree import Node, Tree
from einvoice.schematron.values import CASTS, NUMERIC, DynamicError, Untyped, type_name

MAX_STEPS: Final = 50_000_000
"""Items that rules may touch in one document before `SchematronBroken`; an invoice of 1,000 lines takes 2 % of it."""

Item = Any
Run = Callable[["Env", Item], Iterable[Item]]
Truth = Callable[["Env", Item], bool]
One = Callable[["Env", Item], Any]
Converter = Callable[[Iterable[Item]], Iterable[Item]]


class Budget:
    """What the rules may still do with a document."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = MAX_STEPS

    def spend(self, count: int) -> None:
        """Take *count* items off; raises `TooLong`."""
        self.left -= count
        if self.left < 0:
            raise TooLong


class Env:
    """What an expression may ask for beside its context item.

    *globals* are the variables of schema and patterns, *variables* those of rule, function and loops.  *position* is
    None where the focus is that of the rule.  *depth* counts the declared functions that have called one another.
    """

    __slots__ = ("budget", "current", "depth", "globals", "position", "size", "tree", "variables")

    def __init__(
        self,
        tree: Tree,
        globals: Mapping[str, Any],
        variables: Mapping[str, Any],
        current: Item,
        budget: Budget,
        position: int | None = None,
        size: Callable[[], int] | None = None,
        depth: int = 0,
    ) -> None:
        self.tree = tree
        self.globals = globals
        self.variables = variables
        self.current = current
        self.budget = budget
        self.position = position
        self.size = size
        self.depth = depth

    def bind(self, name: str, value: Any) -> Env:
        """Return the same with one variable more."""
        variables = {**self.variables, name: value}
        position, size = self.position, self.size
        return Env(self.tree, self.globals, variables, self.current, self.budget, position, size, self.depth)

    def focus(self, position: int, size: Callable[[], int]) -> Env:
        """Return the same with another position()."""
        return Env(self.tree, self.globals, self.variables, self.current, self.budget, position, size, self.depth)


class Lazy:
    """The value of a variable: items are worked out when they are first asked for, and kept.  So are errors."""

    __slots__ = ("_env", "_error", "_item", "_items", "_iterator", "_run", "_running", "texts")

    def __init__(self, run: Run, env: Env, item: Item) -> None:
        self._run: Run | None = run
        self._env: Env | None = env
        self._item = item
        self._items: list[Item] = []
        self._iterator: Iterator[Item] | None = None
        self._error: DynamicError | None = None
        self._running = False
        self.texts: frozenset[str] | None = None
        """The items, when they have all been seen and are strings: a set to look codes up in."""

    def stream(self) -> Iterable[Item]:
        """Return the items: a list once all are known."""
        return self._items if self._known() else self._walk()

    def all(self) -> list[Item]:
        """Return the items as a list."""
        if not self._known():
            while self._more():
                pass
        return self._items

    def _known(self) -> bool:
        return self._run is None and self._iterator is None and self._error is None

    def _walk(self) -> Iterator[Item]:
        place = 0
        while place < len(self._items) or (not self._known() and self._more() and place < len(self._items)):
            yield self._items[place]
            place += 1

    def _more(self) -> bool:
        """Work the next item out; return whether there is one."""
        if self._error is not None:
            raise self._error
        if self._running:
            raise DynamicError("XTDE0640", "a variable is defined by itself")
        self._running = True
        try:
            if self._run is not None:
                run, self._run = self._run, None
                assert self._env is not None
                found = run(self._env, self._item)
                if isinstance(found, list):
                    self._env.budget.spend(_size(found))
                    self._items = found
                    self._settle()
                    return bool(found)
                self._iterator = iter(found)
            if self._iterator is not None:
                for item in self._iterator:
                    assert self._env is not None
                    self._env.budget.spend(1)
                    self._items.append(item)
                    return True
                self._iterator = None
                self._settle()
            return False
        except DynamicError as error:
            self._iterator = None
            self._error = error
            raise
        finally:
            self._running = False

    def _settle(self) -> None:
        self._env = None
        if len(self._items) > 3 and all(type(item) is str for item in self._items):
            self.texts = frozenset(self._items)


def _size(items: list[Item]) -> int:
    """Return what a value costs: its items, and the characters of a single text."""
    return len(items) + (len(items[0]) // 4 if len(items) == 1 and isinstance(items[0], str) else 0)


# ---------------------------------------------------------------- items


def items_of(found: Iterable[Item]) -> list[Item]:
    """Return items as a list, which may be the one they came in."""
    return found if isinstance(found, list) else list(found)


def atoms(found: Iterable[Item]) -> Iterator[Any]:
    """Yield the typed values of items."""
    for item in found:
        yield item.atom if type(item) is Node else item


def node_of(item: Item) -> Node:
    """Return *item* if it is a node; XPTY0004."""
    if type(item) is Node:
        return item
    raise DynamicError("XPTY0004", f"{type_name(item)} is no node")


def fail(code: str, message: str) -> NoReturn:
    """Raise a `DynamicError`."""
    raise DynamicError(code, message)


def ordered(nodes: list[Node]) -> list[Node]:
    """Return *nodes* in document order, each once."""
    if len(nodes) < 2:
        return nodes
    unique = {node.order: node for node in nodes}
    return [unique[order] for order in sorted(unique)]


def effective(found: Iterable[Item]) -> bool:
    """Return the effective boolean value of items; FORG0006."""
    iterator = iter(found)
    for item in iterator:
        kind = type(item)
        if kind is Node:
            return True
        for _ in iterator:
            fail("FORG0006", "several values are neither true nor false")
        if kind is bool:
            return bool(item)
        if kind is str or kind is Untyped:
            return len(item) > 0
        if kind in NUMERIC:
            return not (item == 0 or item != item)
        fail("FORG0006", f"{type_name(item)} is neither true nor false")
    return False


def context_item(env: Env, item: Item) -> list[Item]:
    """Yield the context item, whatever it is."""
    if item is None:
        raise not_a_node(item)
    return [item]


def whole_number(value: Any, what: str) -> int:
    """Return an argument of type xs:integer; XPTY0004."""
    if type(value) is int:
        return value
    if type(value) is Untyped:
        return int(CASTS["integer"](value))
    raise DynamicError("XPTY0004", f"{type_name(value)} is no whole number of {what}")
