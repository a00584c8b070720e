"""The native engine: compiled rules over a light tree, and `exact.py` for whatever is unusual.

A document is walked once.  Each element becomes a dict (`runtime.py`) and joins the column of its path.  The first
time that a path is seen, the contexts of all rules are matched against its names; what comes out, a short list of
functions to run over the column, is kept for the documents to come (`_Path`).  So judging means: walk, then run the
lists of the paths that the document has.

Whatever raises, whatever the compiler left out, and everything in a document with text between elements or with
comments inside values, is judged by `Exact` on a faithful tree, which also makes the messages and places of what
failed.  A document without faults never gets there.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from decimal import Context, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from itertools import compress
from operator import attrgetter
from typing import Any, Final, NamedTuple

from lxml import etree

from einvoice import xml
from einvoice.schematron.exact import Exact
from einvoice.schematron.result import Result
from einvoice.schematron.runtime import Node, many
from einvoice.schematron.schema import Schema

MAX_PATHS: Final = 5_000
"""Paths that an engine remembers; a document with more, or with nonsense, makes it start anew."""

DECIMALS: Final = Context(
    prec=200, Emax=999999, Emin=-999999, traps=[InvalidOperation, DivisionByZero, Overflow, Inexact]
)
"""Decimal arithmetic is exact for everything an invoice can hold, and raises rather than round."""


class Run(NamedTuple):
    """A rule to run over the column of a path, or (without *function*) to leave to `exact.py`."""

    pattern: int
    rule: int
    function: Callable[..., None] | None
    ups: tuple[int, ...]
    left: tuple[int, ...]
    gates: tuple[Callable[..., bool], ...] | None
    alternatives: tuple[tuple[Any, Any, Any, tuple[int, ...]], ...] | None
    """(gate, condition, key, ups) of each conditional alternative, None when the rule takes every node."""


class _Path(dict[str, "_Path"]):
    """A path of names that documents have: its children, its plan, and its column in the current document."""

    __slots__ = ("column", "depth", "key", "names", "parent", "plan", "tag")

    def __init__(self, parent: _Path | None, tag: str) -> None:
        super().__init__()
        self.parent = parent
        self.tag = tag
        self.key = tag if tag.startswith("{") else f" {tag}"
        self.depth = 0 if parent is None else parent.depth + 1
        self.column: list[Node] = []
        self.names: set[str] = set()
        self.plan: tuple[tuple[Run, ...], ...] | None = None

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


class Document:
    """One document: what compiled rules ask beside the nodes of their column (`D` in their source)."""

    __slots__ = ("_memo", "_tags", "_ups", "blank", "root", "top", "touched")

    def __init__(self, top: Node, root: Node, touched: list[_Path], blank: bool) -> None:
        self.top = top
        self.root = root
        self.touched = touched
        self.blank = blank
        self._memo: dict[Callable[[Document], Any], Any] = {}
        self._ups: dict[tuple[_Path, int], list[Node]] = {}
        self._tags: dict[str, list[_Path]] | None = None

    def memo(self, function: Callable[[Document], Any]) -> Any:
        """Return what *function* gives for this document, computed once."""
        try:
            return self._memo[function]
        except KeyError:
            found = self._memo[function] = function(self)
            return found

    def paths(self, key: str) -> list[_Path]:
        """Return the paths of this document that end with *key*."""
        if self._tags is None:
            self._tags = {}
            for path in self.touched:
                self._tags.setdefault(path.key, []).append(path)
        return self._tags.get(key, [])

    def tagged(self, key: str) -> list[Node]:
        """Return all elements named *key*, path by path."""
        paths = self.paths(key)
        if len(paths) == 1:
            return paths[0].column
        return [node for path in paths for node in path.column]

    def attributes(self, key: str) -> list[str]:
        """Return all attributes named *key*."""
        return [
            node[key] for path in self.touched if key in path.names for node in path.column if key in node
        ]

    def up(self, path: _Path, level: int) -> list[Node]:
        """Return the ancestors, *level* steps up, of the nodes in the column of *path*."""
        found = self._ups.get((path, level))
        if found is None:
            parent = path.parent
            assert parent is not None
            if parent.parent is None:
                above, nodes = [self.top] * 1, [self.top]
            else:
                nodes = parent.column
                above = nodes if level == 1 else self.up(parent, level - 1)
            key = path.key
            found = [ancestor for node, ancestor in zip(nodes, above, strict=True) for _ in many(node.get(key))]
            self._ups[path, level] = found
        return found


_tag = attrgetter("tag")
_text = attrgetter("text")
_tail = attrgetter("tail")
_items = etree._Element.items


class _Irregular(Exception):
    """The document as a whole is for `exact.py`."""


class Native:
    """Runs one rule set.  Thread-safe: columns belong to a thread."""

    def __init__(self, schema: Schema, patterns: list[list[tuple[Any, ...]]], exact: Exact | None = None) -> None:
        self.schema = schema
        self.patterns = patterns
        self._exact = exact
        self.watch: Callable[[int, Exception], None] | None = None
        """Called with the pattern and the reason when a pattern is handed to `exact.py`; for tests and benches."""
        self._lock = threading.Lock()
        self._local = threading.local()

    @property
    def exact(self) -> Exact:
        """The faithful evaluator of the same rules."""
        if self._exact is None:
            with self._lock:
                if self._exact is None:
                    self._exact = Exact(self.schema)
        return self._exact

    def judge(self, data: bytes, root: etree._Element | None = None, *, fired: bool = False) -> Result:
        """Return what the rules say of *data*, or of *root*, an element of it as `xml.parse` gave it."""
        source = _Source(data, root)
        if fired:
            return self.exact.judge(self.exact.document(source.faithful()), fired=True)
        collecting = gc.isenabled()
        gc.disable()
        try:
            with localcontext(DECIMALS):
                found = self._run(source)
        finally:
            if collecting:
                gc.enable()
        if found is None:
            return self.exact.judge(self.exact.document(source.faithful()))
        failed, left, count = found
        if not failed and not left:
            return Result((), (), count)
        return _Explained(self, source, failed, left, count).result()

    # ---------------------------------------------------------------- one pass

    def _paths(self) -> _Path:
        top: _Path | None = getattr(self._local, "top", None)
        if top is None or self._local.count > MAX_PATHS:
            top = self._local.top = _Path(None, "")
            self._local.count = 0
        return top

    def _run(self, source: _Source) -> tuple[list[_Failed], list[_Left], int] | None:
        top = self._paths()
        touched: list[_Path] = []
        try:
            try:
                document = self._walk(source, top, touched)
            except _Irregular:
                return None
            return self._judge(document)
        finally:
            for path in touched:
                path.column = []
                if path.names:
                    path.names = set()

    def _walk(self, source: _Source, top: _Path, touched: list[_Path]) -> Document:
        elements = list(source.root.iter())
        tails = list(map(_tail, elements))
        texts = list(map(_text, elements))
        if source.splits_texts():
            raise _Irregular
        if tails.count(None) != len(tails) and any(tail and tail.strip(" \t\r\n") for tail in tails[1:]):
            raise _Irregular
        sizes = list(map(len, elements))
        document: Node = {}
        node = document
        path = top
        left = 1
        stack: list[tuple[Node, int, _Path]] = []
        push, pop = stack.append, stack.pop
        blank = False
        for tag, text, size, items in zip(map(_tag, elements), texts, sizes, map(_items, elements), strict=True):
            inner = path.get(tag)
            if inner is None:
                inner = self._grow(path, tag)
            column = inner.column
            if not column:
                touched.append(inner)
            if items:
                child = dict(items)
                inner.names.update(child)
            else:
                child = {}
            column.append(child)
            key = inner.key
            if key in node:
                known = node[key]
                if known.__class__ is list:
                    known.append(child)
                else:
                    node[key] = [known, child]
            else:
                node[key] = child
            if size:
                if text and text.strip(" \t\r\n"):
                    raise _Irregular
                push((node, left, path))
                node, left, path = child, size, inner
            else:
                if text:
                    child[""] = text
                    if text.isspace():
                        blank = True
                else:
                    child[""] = ""
                    blank = True
                left -= 1
                while not left and stack:
                    node, left, path = pop()
                    left -= 1
        (root,) = document.values()
        return Document(document, root, touched, blank)

    def _grow(self, path: _Path, tag: Any) -> _Path:
        if not isinstance(tag, str):
            raise _Irregular  # a comment or processing instruction: not a tree of xml.parse
        self._local.count += 1
        found = path[tag] = _Path(path, tag)
        return found

    def _judge(self, document: Document) -> tuple[list[_Failed], list[_Left], int]:
        failed: list[_Failed] = []
        left: list[_Left] = []
        count = 0
        for path in document.touched:
            plan = path.plan
            if plan is None:
                plan = path.plan = self._plan(path)
            for runs in plan:
                try:
                    count += self._pattern(document, path, runs, failed, left)
                except Exception as error:  # whatever a rule meets that is not ordinary: exact.py decides
                    if self.watch is not None:
                        self.watch(runs[0].pattern, error)
                    left.append(_Left(path, runs[0].pattern, None, None, None))
        return failed, left, count

    def _pattern(
        self, document: Document, path: _Path, runs: tuple[Run, ...], failed: list[_Failed], left: list[_Left]
    ) -> int:
        """Run the rules of one pattern that may take nodes of *path*; the first that matches a node takes it."""
        nodes = path.column
        selected: list[bool] | None = None  # of the column: what no rule has taken yet
        count = 0
        found: list[_Failed] = []
        leave: list[_Left] = []
        for run in runs:
            if run.gates is None:
                raise LookupError  # a context that is not compiled
            taken: list[bool] | None = None
            if run.alternatives is not None:
                taken = self._matching(document, path, run, nodes)
                if taken is None:
                    continue
                if selected is not None:
                    taken = [a and b for a, b in zip(taken, selected, strict=True)]
                if True not in taken:
                    continue
            elif selected is not None:
                taken = selected
            mine = nodes if taken is None else list(compress(nodes, taken))
            count += len(mine)
            if run.function is not None:
                faults: list[tuple[int, Node]] = []
                columns = [document.up(path, level) for level in run.ups]
                if taken is not None:
                    columns = [list(compress(column, taken)) for column in columns]
                run.function(document, faults, mine, *columns)
                if faults:
                    found.append(_Failed(path, run.pattern, run.rule, faults))
            for item in run.left:
                leave.append(_Left(path, run.pattern, run.rule, item, taken))
            if run.alternatives is None:
                break
            assert taken is not None
            if selected is None:
                selected = [not each for each in taken]
            else:
                selected = [a and not b for a, b in zip(selected, taken, strict=True)]
            if True not in selected:
                break
        failed += found
        left += leave
        return count

    def _matching(self, document: Document, path: _Path, run: Run, nodes: list[Node]) -> list[bool] | None:
        taken: list[bool] | None = None
        assert run.alternatives is not None
        for gate, condition, key, ups in run.alternatives:
            if gate is not None and not document.memo(gate):
                continue
            if condition is None:
                return [True] * len(nodes)
            if key is not None and key[1] not in self._keys(document, path, key[0], nodes):
                continue
            found = condition(document, nodes, *[document.up(path, level) for level in ups])
            taken = found if taken is None else [a or b for a, b in zip(taken, found, strict=True)]
        return taken

    @staticmethod
    def _keys(document: Document, path: _Path, function: Callable[[list[Node]], set[str]], nodes: list[Node]) -> Any:
        memo: Any = document._memo
        found = memo.get((path, function))
        if found is None:
            found = memo[path, function] = function(nodes)
        return found

    # ---------------------------------------------------------------- plans

    def _plan(self, path: _Path) -> tuple[tuple[Run, ...], ...]:
        names: list[tuple[str, str]] = []
        at: _Path | None = path
        while at is not None and at.parent is not None:
            uri, _, local = at.tag[1:].partition("}") if at.tag.startswith("{") else ("", "", at.tag)
            names.append((uri, local))
            at = at.parent
        plan: list[tuple[Run, ...]] = []
        for number, rules in enumerate(self.patterns):
            runs: list[Run] = []
            for index, (alternatives, function, ups, left) in enumerate(rules):
                if alternatives is None:
                    if not self._may_match(number, index, names):
                        continue
                    runs.append(Run(number, index, None, (), (), None, None))
                    break
                matching = [each for each in alternatives if _matches(each[0], each[1], names)]
                if not matching:
                    continue
                if max((*ups, *(level for each in matching for level in each[5]), 0)) > path.depth:
                    runs.append(Run(number, index, None, (), (), None, None))  # a parent beyond the document node
                    break
                if any(each[2] is None and each[3] is None for each in matching):
                    runs.append(Run(number, index, function, ups, left, (), None))
                    break
                conditional = tuple((each[2], each[3], each[4], each[5]) for each in matching)
                runs.append(Run(number, index, function, ups, left, (), conditional))
            if runs:
                plan.append(tuple(runs))
        return tuple(plan)

    def _may_match(self, pattern: int, rule: int, names: list[tuple[str, str]]) -> bool:
        """True when a context that is not compiled may match the path: `exact.py` has to see."""
        return True


def _matches(steps: tuple[tuple[str, str, str | None, str | None], ...], anchor: bool, names: list[tuple[str, str]]) -> bool:
    """True when a path, its names from the node upwards, fits the *steps* of a context."""

    def fits(step: int, at: int) -> bool:
        if step == len(steps):
            return True
        if at >= len(names):
            return False
        hang, _, uri, local = steps[step]
        here = names[at]
        if (uri is not None and here[0] != uri) or (local is not None and here[1] != local):
            return False
        if step + 1 == len(steps):
            return not anchor or at == len(names) - 1
        if hang == "/":
            return fits(step + 1, at + 1)
        return any(fits(step + 1, above) for above in range(at + 1, len(names)))

    return fits(0, 0)


# ---------------------------------------------------------------- what failed, and what is left


class _Failed(NamedTuple):
    """Assertions that failed: items of a rule's body and nodes of a path."""

    path: _Path
    pattern: int
    rule: int
    faults: list[tuple[int, Node]]


class _Left(NamedTuple):
    """What `exact.py` has to judge: a pattern (*rule* None) or one item of a rule, at the nodes of a path."""

    path: _Path
    pattern: int
    rule: int | None
    item: int | None
    taken: list[bool] | None


class _Source:
    """The bytes of a document and its trees."""

    def __init__(self, data: bytes, root: etree._Element | None) -> None:
        self.data = data
        self.root = xml.parse(data) if root is None else root
        self._faithful: etree._Element | None = None

    def splits_texts(self) -> bool:
        """True when a comment or processing instruction stands inside a value."""
        data = self.data
        if b"<!--" not in data and data.find(b"<?", 2) < 0 and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return False
        return bool(_SPLIT(self.faithful()))

    def faithful(self) -> etree._Element:
        """Return the same element in a tree that keeps blanks, comments and processing instructions."""
        if self._faithful is None:
            whole = xml.parse(self.data, faithful=True)
            way: list[int] = []
            at = self.root
            while (parent := at.getparent()) is not None:
                way.append(sum(1 for _ in at.itersiblings("*", preceding=True)))
                at = parent
            for number in reversed(way):
                whole = next(each for index, each in enumerate(whole.iterchildren("*")) if index == number)
            self._faithful = whole
        return self._faithful


_SPLIT: Final = etree.XPath("boolean(.//*[not(*)][comment() or processing-instruction()])")
