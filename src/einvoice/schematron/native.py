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
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from itertools import compress, groupby, islice
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lxml import etree

from einvoice import xml
from einvoice.schematron.result import Failure, Place, Result, RuleError
from einvoice.schematron.runtime import Node, Unusual, child_nodes, many, normalize

if TYPE_CHECKING:
    from einvoice.schematron.exact import Exact
    from einvoice.schematron.schema import Assertion
    from einvoice.schematron.tree import Tree

MAX_PATHS: Final = 5_000
"""Paths that an engine remembers; a document with more, or with nonsense, makes it start anew."""

MANY: Final = 50
"""Children of the root from which on shapes pay."""

BLOCK: Final = 64
"""Children of the root that are judged together."""

MAX_SHAPES: Final = 500
"""Shapes of branches that are remembered."""

WHITE: Final = " \t\r\n"

DECIMALS: Final = Context(
    prec=200, Emax=999999, Emin=-999999, traps=[InvalidOperation, DivisionByZero, Overflow, Inexact]
)
"""Decimal arithmetic is exact for everything an invoice can hold, and raises rather than round."""


_Condition = tuple[
    Callable[[Any], bool] | None, Callable[..., list[bool]] | None, tuple[Callable[..., set[str]], str] | None, Any
]
"""An alternative of a context: gate, condition, (function of a key, text), columns."""


class Run(NamedTuple):
    """A rule to run over the column of a path."""

    pattern: int
    rule: int
    function: Callable[..., None] | None
    ups: tuple[int | str, ...]
    left: tuple[int, ...]
    alternatives: tuple[_Condition, ...] | None
    """The conditional alternatives of its context, None when the rule takes every node."""
    blank: bool
    """It has something to say only of elements without text."""
    beyond: bool
    """It asks for a parent that the path has not: `exact.py` decides."""


class _Choice(NamedTuple):
    """The rules of a pattern that may take some nodes of a path.

    Nothing of it runs unless one of *gates* is open (None: always), and a key of the column is among *texts* (*key*
    None: always).
    """

    program: int
    runs: tuple[Run, ...]
    gates: frozenset[Callable[[Any], bool]] | None
    key: Callable[[list[Node]], set[str]] | None
    texts: dict[str, tuple[int, ...]]
    """By text: the numbers of the runs that it may wake."""


def _choice(program: int, runs: tuple[Run, ...]) -> _Choice:
    alternatives = [each for run in runs for each in run.alternatives or ((None, None, None, ()),)]
    gates = [gate for gate, *_ in alternatives]
    keys = [key for _, _, key, _ in alternatives]
    same = keys[0] if keys[0] is not None and all(key is not None and key[0] is keys[0][0] for key in keys) else None
    return _Choice(
        program,
        runs,
        None if None in gates else frozenset(gate for gate in gates if gate is not None),
        None if same is None else same[0],
        {} if same is None else _by_text(runs),
    )


def _by_text(runs: tuple[Run, ...]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, run in enumerate(runs):
        for text in {key[1] for _, _, key, _ in run.alternatives or () if key is not None}:
            found[text] = (*found.get(text, ()), number)
    return found


class _Plan(NamedTuple):
    """What to run over the column of a path."""

    all: list[tuple[int, Run]]
    """Rules that take every node, by program."""
    blank: list[tuple[int, Run]]
    """The same, in documents with an element that is empty or blank."""
    left: list[tuple[int, Run, int]]
    """Items of such rules that `exact.py` judges."""
    some: list[_Choice]
    counts: list[tuple[int, int]]
    """How many rules take every node, by program."""


class _Path(dict[str, "_Path"]):
    """A path of names that documents have: its children, its plan, and its column in the current document."""

    __slots__ = ("column", "depth", "forbidden", "key", "names", "number", "parent", "plan", "shapes", "tag")

    def __init__(self, parent: _Path | None, tag: str, number: int = 0) -> None:
        super().__init__()
        self.number = number
        self.forbidden: dict[int, dict[int, Any]] = {}  # of the root: what `runtime.absent` has worked out
        self.parent = parent
        self.tag = tag
        self.key = tag if tag.startswith("{") else f" {tag}"
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.column: list[Node] = []
        self.names: set[str] = set()  # attributes that documents have had here
        self.plan: _Plan | None = None
        self.shapes: dict[Any, Any] = {}  # of children of the root: how often seen, or the shape

    def is_below(self, keys: tuple[str, ...]) -> bool:
        """True when the names above are *keys*, the parent first."""
        at = self.parent
        for key in keys:
            if at is None or at.key != key:
                return False
            at = at.parent
        return True

    def above(self) -> Iterator[_Path]:
        """Yield the paths of the ancestors, the parent first."""
        at = self.parent
        while at is not None and at.parent is not None:
            yield at
            at = at.parent

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none; a path is itself and no other
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


class Document:
    """One document: what compiled rules ask beside the nodes of their column (`D` in their source)."""

    __slots__ = (
        "_elements",
        "_memo",
        "_orders",
        "_places",
        "_tags",
        "_ups",
        "blank",
        "element",
        "marks",
        "name",
        "root",
        "top",
        "touched",
    )

    def __init__(
        self,
        top: Node,
        root: Node,
        touched: list[_Path],
        blank: bool,
        element: etree._Element,
        marks: list[list[int]] | None = None,
    ) -> None:
        self.element = element
        self.marks = marks  # lengths of the columns of *touched* after each block of the document
        self.top = top
        self.root = root
        self.touched = touched
        self.blank = blank
        self.name = touched[0].tag.rpartition("}")[2]
        self._memo: dict[Callable[[Document], Any], Any] = {}
        self._ups: dict[tuple[_Path, int | str], list[Any]] = {}
        self._tags: dict[str, list[_Path]] | None = None
        self._places: dict[int, tuple[_Path, int]] | None = None
        self._orders: dict[etree._Element, int] | None = None
        self._elements: list[etree._Element] = []

    def memo(self, function: Callable[[Document], Any]) -> Any:
        """Return what *function* gives for this document, computed once."""
        try:
            return self._memo[function]
        except KeyError:
            found = self._memo[function] = function(self)
            return found

    def opened(self, gates: frozenset[Callable[[Any], bool]]) -> bool:
        """True when one of *gates* is open for this document."""
        memo: Any = self._memo
        found = memo.get(gates)
        if found is None:
            found = memo[gates] = any(self.memo(gate) for gate in gates)
        return bool(found)

    def keys(
        self, function: Callable[[list[Node]], set[str]], path: _Path, nodes: list[Node], part: slice | None
    ) -> set[str]:
        """Return the keys of *nodes*, which are *part* of the column of *path*."""
        memo: Any = self._memo
        key = (function, path, None if part is None else part.start)
        found = memo.get(key)
        if found is None:
            found = memo[key] = function(nodes)
        keys: set[str] = found
        return keys

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

    def tagged_in_order(self, key: str) -> list[Node]:
        """Return all elements named *key* in document order; raises when they have several paths."""
        paths = self.paths(key)
        if len(paths) > 1:
            raise Unusual
        return paths[0].column if paths else []

    def attributes(self, key: str, without: str | None = None) -> list[str]:
        """Return all attributes named *key*, those of elements named *without* left aside."""
        return [
            node[key]
            for path in self.touched
            if key in path.names and path.key != without
            for node in path.column
            if key in node
        ]

    def up(self, path: _Path, level: int | str) -> list[Any]:
        """Return ancestors of the nodes in the column of *path*: *level* steps up, or the list of those named so."""
        found = self._ups.get((path, level))
        if found is None and level.__class__ is str:
            levels = [number for number, above in enumerate(path.above(), 1) if above.key == level]
            columns = [self.up(path, number) for number in levels]
            found = [list(each) for each in zip(*columns, strict=True)] if columns else [[] for _ in path.column]
            self._ups[path, level] = found
        if found is None:
            assert isinstance(level, int)
            parent = path.parent
            assert parent is not None
            nodes = [self.top] if parent.parent is None else parent.column
            above = nodes if level == 1 else self.up(parent, level - 1)
            key = path.key
            found = [ancestor for node, ancestor in zip(nodes, above, strict=True) for _ in many(node.get(key))]
            self._ups[path, level] = found
        return found

    # ---------------------------------------------------------------- places, for what is told

    def place_of(self, node: Node) -> tuple[_Path, int]:
        """Return the path of *node*, and its number in the column."""
        if self._places is None:
            self._places = {
                id(each): (path, number) for path in self.touched for number, each in enumerate(path.column)
            }
        return self._places[id(node)]

    def key_of(self, node: Node) -> str:
        """Return the key of an element: its name as `compile.py` writes names."""
        return "" if node is self.top else self.place_of(node)[0].key

    def parent_of(self, node: Node) -> Node:
        """Return the parent; of the root, the document node."""
        path, number = self.place_of(node)
        found: Node = self.up(path, 1)[number]
        return found

    def parents(self, node: Node, key: str | None) -> list[Node]:
        """``parent::key``."""
        if node is self.top:
            return []
        found = self.parent_of(node)
        return [found] if key is None or self.key_of(found) == key else []

    def ancestors(self, node: Node, key: str | None) -> list[Node]:
        """``ancestor::key``, from the root down."""
        found: list[Node] = []
        while node is not self.top and (node := self.parent_of(node)) is not self.top:
            if key is None or self.key_of(node) == key:
                found.append(node)
        return found[::-1]

    def before(self, node: Node, key: str | None) -> list[Node]:
        """``preceding-sibling::key``."""
        return self._siblings(node, key, True)

    def behind(self, node: Node, key: str | None) -> list[Node]:
        """``following-sibling::key``."""
        return self._siblings(node, key, False)

    def _siblings(self, node: Node, key: str | None, before: bool) -> list[Node]:
        if node is self.top:
            return []
        parent = self.parent_of(node)
        siblings = child_nodes(parent) if key is None else list(many(parent.get(key)))
        place = self.order(node)
        return self.sorted([each for each in siblings if each is not node and (self.order(each) < place) is before])

    def order(self, node: Node) -> int:
        """Return where *node* stands among all elements."""
        if node is self.top:
            return -1
        if self._orders is None:
            self._elements = list(self.element.iter("*"))  # keeps the proxies, which are the keys
            self._orders = {each: number for number, each in enumerate(self._elements)}
        return self._orders[self.element_of(self.steps_to(node))]

    def sorted(self, nodes: Sequence[Node]) -> list[Node]:
        """Return *nodes* in document order."""
        if len(nodes) < 2:
            return list(nodes)
        places = [self.place_of(node) for node in nodes]
        if all(path is places[0][0] for path, _ in places):  # of one column, which is in document order
            return [node for _, node in sorted(zip([number for _, number in places], nodes, strict=True), key=_FIRST)]
        return sorted(nodes, key=self.order)

    def union(self, left: Sequence[Node], right: Sequence[Node]) -> list[Node]:
        """``left | right``."""
        return self.sorted(list({id(node): node for node in (*left, *right)}.values()))

    def steps_to(self, node: Node) -> list[tuple[str, int]]:
        """Return the way to *node* from the root: tags, and numbers from 0 among siblings of the same name."""
        steps: list[tuple[str, int]] = []
        path, number = self.place_of(node)
        while path.parent is not None:
            above = self.up(path, 1)[number]
            siblings = many(above[path.key])
            steps.append((path.tag, next(place for place, each in enumerate(siblings) if each is node)))
            if path.parent.parent is None:
                break
            node = above
            path, number = self.place_of(node)
        steps.reverse()
        return steps

    def element_of(self, steps: list[tuple[str, int]]) -> etree._Element:
        """Return the element at the end of *steps*."""
        element = self.element
        for tag, number in steps[1:]:
            element = next(islice(element.iterchildren(tag), number, None))
        return element

    def name_of(self, node: Node) -> str:
        """``name()``."""
        element = self.element_of(self.steps_to(node))
        local = etree.QName(element).localname
        return f"{element.prefix}:{local}" if element.prefix else local

    def local_name_of(self, node: Node) -> str:
        """``local-name()`` of an element."""
        if node is self.top:
            return ""
        return self.place_of(node)[0].tag.rpartition("}")[2]


def location_of(steps: list[tuple[str, int]], attribute: str | None = None) -> str:
    """Return the location that `steps_to` gives in the form of `svrl.location_of`."""
    made: list[str] = []
    for tag, number in steps:
        uri, _, local = tag[1:].partition("}") if tag[:1] == "{" else ("", "", tag)
        made.append(f"/*:{local}[namespace-uri()='{uri}'][{number + 1}]" if uri else f"/{local}[{number + 1}]")
    if attribute is not None:
        uri, _, local = attribute[1:].partition("}") if attribute[:1] == "{" else ("", "", attribute)
        made.append(f"/@*[local-name()='{local}' and namespace-uri()='{uri}']" if uri else f"/@{local}")
    return "".join(made)


_FIRST: Final = itemgetter(0)
_tag = attrgetter("tag")
_text = attrgetter("text")
_tail = attrgetter("tail")
_items = etree._Element.items


class _Mismatch(Exception):
    """An element does not have the attributes of its shape."""


_Key = tuple[tuple[Any, ...], tuple[int, ...], tuple[int, ...]]


class _Shape(NamedTuple):
    """Elements with the same names, children and attributes, and the function that builds them.

    *paths* are those of the elements, each once, that of the topmost first; *holders* counts elements with children.
    """

    build: Callable[[list[Any], list[Any], list[Any]], Node]
    paths: tuple[_Path, ...]
    holders: int

    def __hash__(self) -> int:
        return id(self.build)

    def __eq__(self, other: object) -> bool:
        return self is other


def _shape(key: _Key, items: list[list[tuple[str, str]]], path: _Path) -> _Shape:
    """Return the shape of a branch that hangs below *path* and has just been built: its paths are known."""
    tags, sizes, _ = key
    paths: dict[_Path, int] = {}
    bodies: list[str] = []
    after: list[str] = []

    def made(number: int, above: _Path) -> tuple[str, int]:
        """Write the code of one element; return its name, and the number of the next one beside it."""
        here = above[tags[number]]
        column = paths.setdefault(here, len(paths))
        entries: list[str] = []
        names = [name for name, _ in items[number]]
        if names:
            targets = ", ".join(f"(k{place}, v{number}_{place})" for place in range(len(names)))
            bodies.append(f"    {targets}{',' if len(names) == 1 else ''} = I[{number}]")
            wrong = " or ".join(f"k{place} != {name!r}" for place, name in enumerate(names))
            bodies.append(f"    if {wrong}: raise Mismatch")
            entries += (f"{name!r}: v{number}_{place}" for place, name in enumerate(names))
        at = number + 1
        if sizes[number]:
            children: dict[str, list[str]] = {}
            for _ in range(sizes[number]):
                key = here[tags[at]].key
                name, at = made(at, here)
                children.setdefault(key, []).append(name)
            for key, known in children.items():
                entries.append(f"{key!r}: " + (known[0] if len(known) == 1 else f"[{', '.join(known)}]"))
        else:
            entries.append(f"'': T[{number}] or ''")
        bodies.append(f"    e{number} = {{{', '.join(entries)}}}")
        after.append(f"    a{column}(e{number})")
        return f"e{number}", at

    made(0, path)
    # Columns are filled when nothing can be wrong any more, elements of one path in their order.
    order = sorted(range(len(after)), key=lambda place: int(after[place].partition("(e")[2][:-1]))
    arguments = ", ".join(f"a{number}" for number in range(len(paths)))
    source = [
        "def build(T, I, A):",
        f"    {arguments}, = A",
        *bodies,
        *(after[place] for place in order),
        "    return e0",
    ]
    names: dict[str, Any] = {"Mismatch": _Mismatch}
    exec(compile("\n".join(source), "<shape>", "exec"), names)
    return _Shape(names["build"], tuple(paths), sum(1 for size in sizes if size))


def _add(node: Node, key: str, child: Node) -> None:
    """Hang *child* below *node*."""
    known = node.get(key)
    if known is None:
        node[key] = child
    elif known.__class__ is list:
        known.append(child)
    else:
        node[key] = [known, child]


class _Irregular(Exception):
    """The document as a whole is for `exact.py`."""


Writers = Mapping[tuple[int, int, int], tuple[Callable[..., tuple[str, Any, Any]], tuple[Any, ...]]]
"""By place of an assertion: the function that words its failure, and the columns that it takes."""


class Program:
    """A compiled rule set: *patterns* is the table of its module.  The rest is loaded when something has to be told.

    A pattern with a context that is not compiled is left to `exact.py` whole: it may match attributes.
    """

    def __init__(
        self,
        patterns: Sequence[Sequence[tuple[Any, ...]]],
        exact: Callable[[], Exact],
        assertion: Callable[[Place], Assertion],
        writers: Callable[[], Writers],
    ) -> None:
        self.patterns = patterns
        self.whole = tuple(
            number for number, rules in enumerate(patterns) if any(alternatives is None for alternatives, *_ in rules)
        )
        self.assertion = assertion
        self._rules: dict[tuple[str, str] | None, list[tuple[int, int]]] | None = None
        self._load_exact = exact
        self._load_writers = writers
        self._exact: Exact | None = None
        self._writers: Writers | None = None
        self._lock = threading.Lock()

    @property
    def exact(self) -> Exact:
        """The faithful evaluator of the same rules."""
        if self._exact is None:
            with self._lock:
                if self._exact is None:
                    self._exact = self._load_exact()
        return self._exact

    def rules_for(self, uri: str, local: str) -> Iterator[tuple[int, list[tuple[int, tuple[Any, ...]]]]]:
        """Yield, pattern by pattern, the rules whose contexts may end with this name, in order."""
        if self._rules is None:
            rules: dict[tuple[str, str] | None, list[tuple[int, int]]] = {}
            for pattern, table in enumerate(self.patterns):
                if pattern in self.whole:
                    continue
                for index, (alternatives, *_) in enumerate(table):
                    ends = {steps[0][2:] for steps, *_ in alternatives}
                    for end in {None if None in each else each for each in ends}:
                        rules.setdefault(end, []).append((pattern, index))
            self._rules = rules
        places = sorted({*self._rules.get((uri, local), ()), *self._rules.get(None, ())})
        for pattern, group in groupby(places, itemgetter(0)):
            yield pattern, [(index, self.patterns[pattern][index]) for _, index in group]

    @property
    def writers(self) -> Writers:
        """What words the failures of ordinary documents."""
        if self._writers is None:
            self._writers = self._load_writers()
        return self._writers


class Native:
    """Runs rule sets over documents, each of which is walked once.  Thread-safe: columns belong to a thread."""

    def __init__(self, *programs: Program) -> None:
        self.programs = programs
        self.watch: Callable[[int, int, Exception | None], None] | None = None
        """Called with program, pattern and reason when a pattern goes to `exact.py`; for tests and benches."""
        self._local = threading.local()

    def judge(self, data: bytes, root: etree._Element | None = None, *, fired: bool = False) -> tuple[Result, ...]:
        """Return what each rule set says of *data*, or of *root*, an element of it as `xml.parse` gave it."""
        source = _Source(data, root)
        if fired:
            return tuple(
                program.exact.judge(program.exact.document(source.faithful()), fired=True) for program in self.programs
            )
        collecting = gc.isenabled()
        gc.disable()
        try:
            with localcontext(DECIMALS):
                return self._run(source)
        finally:
            if collecting:
                gc.enable()

    # ---------------------------------------------------------------- one pass

    def _paths(self) -> _Path:
        """Take the paths of this thread; who has left their columns empty puts them back."""
        top: _Path | None = getattr(self._local, "top", None)
        if top is None or self._local.count > MAX_PATHS:
            top = _Path(None, "")
            self._local.count = 0
        self._local.top = None
        return top

    def _run(self, source: _Source) -> tuple[Result, ...]:
        top = self._paths()
        touched: list[_Path] = []
        try:
            try:
                document = self._walk(source, top, touched)
            except _Irregular:
                return tuple(
                    program.exact.judge(program.exact.document(source.faithful())) for program in self.programs
                )
            found = self._judge(document)
            return tuple(
                Result((), (), each.count)
                if not each.failed and not each.left and not program.whole
                else _Explained(program, source, document).result(each)
                for program, each in zip(self.programs, found, strict=True)
            )
        finally:
            for path in touched:
                path.column = []
            self._local.top = top  # an interrupt before this line makes the next document start with new paths

    def _walk(self, source: _Source, top: _Path, touched: list[_Path]) -> Document:
        if source.splits_texts():
            raise _Irregular
        root = source.root
        document: Node = {}
        marks: list[list[int]] | None
        if len(root) < MANY or b"<![CDATA[" in source.data:
            blank = self._build(list(root.iter()), document, top, touched)
            marks = None
        else:
            if (root.text or "").strip(WHITE):
                raise _Irregular
            path = self._grown(top, root.tag, touched)
            node: Node = dict(root.items())
            for name in node:
                self._name(path, name)
            path.column.append(node)
            document[path.key] = node
            blank = False
            used: dict[_Shape, list[Callable[[Node], None]]] = {}
            marks = []
            for number, child in enumerate(root, 1):
                blank |= self._branch(list(child.iter()), node, path, touched, used)
                if not number % BLOCK:
                    marks.append([len(each.column) for each in touched])
            marks.append([len(each.column) for each in touched])
        (found,) = document.values()
        return Document(document, found, touched, blank, root, marks)

    def _branch(
        self,
        elements: list[etree._Element],
        node: Node,
        path: _Path,
        touched: list[_Path],
        used: dict[_Shape, list[Callable[[Node], None]]],
    ) -> bool:
        """Build one child of the root with all below it; True when there is a blank leaf.

        Lines of an invoice mostly have the same elements.  What has been seen a few times is built by a function made
        for this shape, which is several times faster than looking at element by element.
        """
        tail = elements[0].tail
        if tail and tail.strip(WHITE):
            raise _Irregular
        items = list(map(_items, elements))
        key = (tuple(map(_tag, elements)), tuple(map(len, elements)), tuple(map(len, items)))
        shape = path.shapes.get(key)
        if shape.__class__ is _Shape and list(map(_tail, elements)).count(None) >= len(elements) - 1:
            texts = list(map(_text, elements))
            appenders = used.get(shape)
            known = len(touched)
            if appenders is None:
                for each in shape.paths:
                    if not each.column:
                        touched.append(each)
                appenders = used[shape] = [each.column.append for each in shape.paths]
            try:
                child = shape.build(texts, items, appenders)
            except _Mismatch:
                if len(touched) > known:  # columns that are still empty: `_build` finds them so
                    del touched[known:]
                    del used[shape]
            else:
                _add(node, shape.paths[0].key, child)
                return texts.count(None) != shape.holders or any(map(str.isspace, filter(None, texts)))
        elif shape is None or shape.__class__ is int:
            if len(path.shapes) < MAX_SHAPES or shape is not None:
                path.shapes[key] = (shape or 0) + 1
            if shape == 2:
                blank = self._build(elements, node, path, touched)
                path.shapes[key] = _shape(key, items, path)
                self._local.count += len(elements)
                return blank
        return self._build(elements, node, path, touched)

    def _build(self, elements: list[etree._Element], node: Node, path: _Path, touched: list[_Path]) -> bool:
        """Build the first of *elements*, and all below it, into *node*; True when there is a blank leaf."""
        tails = list(map(_tail, elements))
        texts = list(map(_text, elements))
        if tails.count(None) != len(tails) and any(tail and tail.strip(WHITE) for tail in tails[1:]):
            raise _Irregular
        left = 1
        stack: list[tuple[Node, int, _Path]] = []
        push, pop = stack.append, stack.pop
        blank = False
        for tag, text, size, items in zip(
            map(_tag, elements), texts, map(len, elements), map(_items, elements), strict=True
        ):
            inner = path.get(tag)
            if inner is None:
                inner = self._grow(path, tag)
            column = inner.column
            if not column:
                touched.append(inner)
            if items:
                if len(items) == 1:
                    ((name, value),) = items
                    child = {name: value}
                    if name not in inner.names:
                        self._name(inner, name)
                else:
                    child = dict(items)
                    if not inner.names.issuperset(child):
                        for name in child:
                            self._name(inner, name)
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
                if text and text.strip(WHITE):
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
        return blank

    def _grown(self, path: _Path, tag: Any, touched: list[_Path]) -> _Path:
        found = path.get(tag)
        if found is None:
            found = self._grow(path, tag)
        if not found.column:
            touched.append(found)
        return found

    def _name(self, path: _Path, name: str) -> None:
        if name not in path.names:
            self._local.count += 1
            path.names.add(name)
            root = next(iter((*reversed([*path.above()]), path)))
            root.forbidden.clear()  # what was worked out did not know of this attribute

    def _grow(self, path: _Path, tag: Any) -> _Path:
        if not isinstance(tag, str):
            raise _Irregular  # a comment or processing instruction: not a tree of xml.parse
        self._local.count += 1
        found = path[tag] = _Path(path, tag, self._local.count)
        return found

    def _judge(self, document: Document) -> list[_Found]:
        found = [_Found([], [], 0) for _ in self.programs]
        for path in document.touched:
            if path.plan is None:
                path.plan = self._plan(path)
        if document.marks is None:
            for path in document.touched:
                self._run_plan(document, path, path.column, None, found)
            return found
        # Block by block: what the rules of a line look at stays in the processor's cache.
        bounds = [0] * len(document.touched)
        for mark in document.marks:
            for number, (path, end) in enumerate(zip(document.touched, mark, strict=False)):
                start = bounds[number]
                if start < end:
                    bounds[number] = end
                    self._run_plan(document, path, path.column[start:end], slice(start, end), found)
        return found

    def _run_plan(
        self, document: Document, path: _Path, nodes: list[Node], part: slice | None, found: list[_Found]
    ) -> None:
        """Run the plan of *path* over *nodes*: its column, or *part* of it."""
        plan = path.plan
        assert plan is not None
        for number, times in plan.counts:
            found[number].count += times * len(nodes)
        gone: set[tuple[int, int]] = set()  # patterns that exact.py judges whole
        for number, run in plan.all if not document.blank else (*plan.all, *plan.blank):
            faults: list[tuple[int, Node]] = []
            try:
                if run.ups:
                    columns = [document.up(path, level) for level in run.ups]
                    if part is not None:
                        columns = [column[part] for column in columns]
                    run.function(document, faults, path, nodes, *columns)  # type: ignore[misc]  # not None
                else:
                    run.function(document, faults, path, nodes)  # type: ignore[misc]  # not None
            except Exception as error:  # whatever a rule meets that is not ordinary: exact.py decides
                found[number].count -= len(nodes)
                self._leave(path, nodes, number, run.pattern, found[number], error)
                gone.add((number, run.pattern))
                continue
            if faults:
                found[number].failed.append(_Failed(path, run.pattern, run.rule, faults))
        for number, run, item in plan.left:
            if (number, run.pattern) not in gone:
                found[number].left.append(_Left(path, run.pattern, (run.rule, item), nodes))
        for choice in plan.some:
            into = found[choice.program]
            try:
                if choice.gates is not None and not document.opened(choice.gates):
                    continue
                runs = choice.runs
                if choice.key is not None:
                    texts = choice.texts
                    woken = {
                        number
                        for key in document.keys(choice.key, path, nodes, part)
                        if key in texts
                        for number in texts[key]
                    }
                    if not woken:
                        continue
                    runs = tuple(runs[number] for number in sorted(woken))
                into.count += self._choose(document, path, nodes, part, runs, into)
            except Exception as error:
                self._leave(path, nodes, choice.program, choice.runs[0].pattern, into, error)

    def _leave(self, path: _Path, nodes: list[Node], number: int, pattern: int, into: _Found, error: Exception) -> None:
        """Hand a pattern at nodes of a path to `exact.py`."""
        into.left.append(_Left(path, pattern, None, nodes))
        if self.watch is not None:
            self.watch(number, pattern, error)

    def _choose(
        self,
        document: Document,
        path: _Path,
        nodes: list[Node],
        part: slice | None,
        runs: tuple[Run, ...],
        into: _Found,
    ) -> int:
        """Run the rules of one pattern that may take nodes of *path*; the first that matches a node takes it."""
        selected: list[bool] | None = None  # of the nodes: what no rule has taken yet
        count = 0
        failed: list[_Failed] = []
        left: list[_Left] = []
        for run in runs:
            if run.beyond:
                raise Unusual
            taken: list[bool] | None = None
            if run.alternatives is not None:
                taken = self._matching(document, path, nodes, part, run.alternatives)
                if taken is None:
                    continue
                if selected is not None:
                    taken = [a and b for a, b in zip(taken, selected, strict=True)]
                if True not in taken:
                    continue
                if False not in taken:
                    taken = None
            elif selected is not None:
                taken = selected
            mine = nodes if taken is None else list(compress(nodes, taken))
            count += len(mine)
            if run.function is not None and (document.blank or not run.blank):
                faults: list[tuple[int, Node]] = []
                columns = [document.up(path, level) for level in run.ups]
                if part is not None:
                    columns = [column[part] for column in columns]
                if taken is not None:
                    columns = [list(compress(column, taken)) for column in columns]
                run.function(document, faults, path, mine, *columns)
                if faults:
                    failed.append(_Failed(path, run.pattern, run.rule, faults))
            for item in run.left:
                left.append(_Left(path, run.pattern, (run.rule, item), mine))
            if taken is None or run.alternatives is None:
                break
            if selected is None:
                selected = [not each for each in taken]
            else:
                selected = [a and not b for a, b in zip(selected, taken, strict=True)]
            if True not in selected:
                break
        into.failed += failed
        into.left += left
        return count

    @staticmethod
    def _matching(
        document: Document,
        path: _Path,
        nodes: list[Node],
        part: slice | None,
        alternatives: tuple[_Condition, ...],
    ) -> list[bool] | None:
        taken: list[bool] | None = None
        for gate, condition, key, ups in alternatives:
            if gate is not None and not document.memo(gate):
                continue
            if condition is None:
                return [True] * len(nodes)
            if key is not None and key[1] not in document.keys(key[0], path, nodes, part):
                continue
            columns = [document.up(path, level) for level in ups]
            if part is not None:
                columns = [column[part] for column in columns]
            found = condition(document, path, nodes, *columns)
            taken = found if taken is None else [a or b for a, b in zip(taken, found, strict=True)]
        return taken

    # ---------------------------------------------------------------- plans

    def _plan(self, path: _Path) -> _Plan:
        """Return, per program and pattern, the rules that may take nodes of *path*, in order."""
        names: list[tuple[str, str]] = []
        for each in (path, *path.above()):
            uri, _, local = each.tag[1:].partition("}") if each.tag.startswith("{") else ("", "", each.tag)
            names.append((uri, local))
        plan = _Plan([], [], [], [], [])
        for number, program in enumerate(self.programs):
            always = 0
            for pattern, rules in program.rules_for(*names[0]):
                runs = tuple(self._runs(pattern, rules, path, names))
                if len(runs) == 1 and runs[0].alternatives is None:  # one rule for all nodes: the usual case
                    always += 1
                    if runs[0].function is not None:
                        (plan.blank if runs[0].blank else plan.all).append((number, runs[0]))
                    plan.left.extend((number, runs[0], item) for item in runs[0].left)
                elif runs:
                    plan.some.append(_choice(number, runs))
            if always:
                plan.counts.append((number, always))
        return plan

    def _runs(
        self, pattern: int, rules: Sequence[tuple[int, tuple[Any, ...]]], path: _Path, names: list[tuple[str, str]]
    ) -> Iterator[Run]:
        for index, (alternatives, function, ups, left, blank) in rules:
            matching = [each for each in alternatives if _matches(each[0], each[1], names) and _named(each[6], names)]
            if not matching:
                continue
            wanted = [*ups, *(level for each in matching for level in each[5])]
            if any(isinstance(level, int) and level > path.depth for level in wanted):
                # A parent beyond the document node: exact.py decides.
                yield Run(pattern, index, None, (), (), ((None, None, None, ()),), False, True)
                return
            if any(each[2] is None and each[3] is None for each in matching):
                yield Run(pattern, index, function, ups, left, None, blank, False)
                return
            conditional = tuple((each[2], each[3], each[4], each[5]) for each in matching)
            yield Run(pattern, index, function, ups, left, conditional, blank, False)


def _matches(
    steps: tuple[tuple[str, str, str | None, str | None], ...], anchor: bool, names: list[tuple[str, str]]
) -> bool:
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


def _named(tests: tuple[tuple[int, str, str, bool], ...], names: list[tuple[str, str]]) -> bool:
    """True when the local names of a path pass the tests of a context."""
    for level, function, literal, wanted in tests:
        local = names[level][1]
        match function:
            case "ends-with":
                holds = local.endswith(literal)
            case "starts-with":
                holds = local.startswith(literal)
            case _:
                holds = local == literal
        if holds != wanted:
            return False
    return True


# ---------------------------------------------------------------- what failed, and what is left


class _Failed(NamedTuple):
    """Assertions that failed: items of a rule's body and nodes of the column of a path."""

    path: _Path
    pattern: int
    rule: int
    faults: list[tuple[int, Node]]


class _Left(NamedTuple):
    """What `exact.py` has to judge at *nodes*: a pattern (*item* None), or one item of a rule."""

    path: _Path
    pattern: int
    item: tuple[int, int] | None
    nodes: Sequence[Node]


@dataclass
class _Found:
    """What one rule set came to in the fast pass."""

    failed: list[_Failed]
    left: list[_Left]
    count: int


class _Explained:
    """Words what failed, and has judged faithfully what was left.

    The compiled writers word the failures of ordinary documents; where one raises, and for everything left, the
    document becomes a faithful tree.
    """

    def __init__(self, program: Program, source: _Source, document: Document) -> None:
        self.program = program
        self.source = source
        self.document = document
        self._columns: dict[_Path, list[Any]] = {}
        self._tree: Tree | None = None
        self._orders: dict[etree._Element, int] = {}
        self._elements: list[etree._Element] = []

    def result(self, found: _Found) -> Result:
        """Return the result, in the order of patterns, nodes and assertions."""
        program = self.program
        wrong: list[tuple[int, int, int, Failure]] = []
        errors: list[tuple[int, int, int, RuleError]] = []
        count = found.count
        several = len(found.failed) > 1 or found.left or program.whole  # else the column has the order
        for failed in found.failed:
            for item, node in failed.faults:
                place = Place(failed.pattern, failed.rule, item)
                failure = self.failure(place, failed.path, node)
                order = self.order(failed.path, node) if several else self.document.place_of(node)[1]
                wrong.append((failed.pattern, order, item, failure))
        for left in found.left:
            exact, tree = program.exact, self.tree()
            if left.item is None:
                nodes = [self.faithful(left.path, node) for node in left.nodes]
                judged, erring, fired = exact.judge_nodes(tree, left.pattern, nodes)
                count += fired
                orders = {node.order: self.element_order(node.element) for node in nodes if node.element is not None}
                wrong += ((left.pattern, orders[at], failure.place.item, failure) for at, failure in judged)
                errors += ((left.pattern, orders[at], error.place.item, error) for at, error in erring)
                continue
            place = Place(left.pattern, *left.item)
            for node in left.nodes:
                outcome = exact.outcome(tree, place, self.faithful(left.path, node))
                if isinstance(outcome, Failure):
                    wrong.append((left.pattern, self.order(left.path, node), place.item, outcome))
                elif outcome is not None:
                    errors.append((left.pattern, self.order(left.path, node), place.item, outcome))
        if program.whole:
            whole = program.exact.judge(self.tree(), patterns=program.whole)
            count += whole.rules_fired
            # Each comes in document order already; sorting is stable.
            wrong += ((each.place.pattern, 0, 0, each) for each in whole.failures)
            errors += ((each.place.pattern, 0, 0, each) for each in whole.errors)
        wrong.sort(key=itemgetter(0, 1, 2))
        errors.sort(key=itemgetter(0, 1, 2))
        return Result(tuple(each[3] for each in wrong), tuple(each[3] for each in errors), count)

    def failure(self, place: Place, path: _Path, node: Node) -> Failure:
        """Return the failure of an assertion at a node."""
        writer = self.program.writers.get(place)
        if writer is not None:
            try:
                return self.written(place, path, node, *writer)
            except Exception:  # not the ordinary case: exact.py words it
                pass
        return self.program.exact.failure(self.tree(), place, self.faithful(path, node))

    def written(
        self, place: Place, path: _Path, node: Node, function: Callable[..., tuple[str, Any, Any]], ups: tuple[Any, ...]
    ) -> Failure:
        document = self.document
        number = document.place_of(node)[1]
        message, subject, attribute = function(document, path, node, *(document.up(path, up)[number] for up in ups))
        assertion = self.program.assertion(place)
        steps = document.steps_to(node)
        at = steps if subject is node else document.steps_to(subject)
        value = subject[attribute] if attribute is not None else subject.get("")
        return Failure(
            place,
            assertion,
            location_of(steps),
            normalize(message),
            location_of(at, attribute) if at is not steps or attribute is not None else None,
            document.element_of(at).sourceline,
            value,
        )

    def order(self, path: _Path, node: Node) -> int:
        """Return where *node* stands in the document."""
        return self.document.order(node)

    def element_order(self, element: etree._Element) -> int:
        """Return where an element of the faithful tree stands in the document."""
        if not self._orders:
            self._elements = list(self.source.faithful().iter("*"))  # keeps the proxies, which are the keys
            self._orders = {each: number for number, each in enumerate(self._elements)}
        return self._orders[element]

    # ---------------------------------------------------------------- the faithful tree

    def tree(self) -> Tree:
        """Return the document as `exact.py` sees it."""
        if self._tree is None:
            self._tree = self.program.exact.document(self.source.faithful())
        return self._tree

    def column(self, path: _Path) -> list[Any]:
        """Return the nodes of *path* in the faithful tree."""
        nodes = self._columns.get(path)
        if nodes is None:
            from einvoice.schematron.tree import ELEMENT

            parent = path.parent
            assert parent is not None
            above = [self.tree().document] if parent.parent is None else self.column(parent)
            nodes = [
                child for node in above for child in node.children if child.kind == ELEMENT and child.tag == path.tag
            ]
            self._columns[path] = nodes
        return nodes

    def faithful(self, path: _Path, node: Node) -> Any:
        """Return *node* in the faithful tree."""
        return self.column(path)[self.document.place_of(node)[1]]


class _Source:
    """The bytes of a document and its trees."""

    def __init__(self, data: bytes, root: etree._Element | None) -> None:
        self.data = data
        self.root = xml.parse(data) if root is None else root
        self._faithful: etree._Element | None = None

    def splits_texts(self) -> bool:
        """True when a comment or processing instruction stands inside a value."""
        data = self.data
        if b"<!--" not in data and data.find(b"<?", 2) < 0 and self._has_ascii_marks():
            return False
        return bool(_SPLIT(self.faithful()))

    def _has_ascii_marks(self) -> bool:
        """True when the encoding writes the marks of XML, and nothing else, as the bytes of ASCII."""
        named = self.root.getroottree().docinfo.encoding
        return b"\0" not in self.data[:4] and _ASCII_MARKS.fullmatch(named or "UTF-8") is not None

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


_ASCII_MARKS: Final = re.compile(r"UTF-?8|(US-)?ASCII|ISO-8859-\d+|WINDOWS-125\d", re.IGNORECASE)
_SPLIT: Final = etree.XPath("boolean(descendant-or-self::*[not(*)][comment() or processing-instruction()])")
