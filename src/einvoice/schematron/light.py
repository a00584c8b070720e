"""The light tree of a document, and the paths of names that all documents share.

A document is walked once.  Each element becomes a dict (`runtime.py`) and joins the column of its path, so that a rule
can run over all elements of one kind at once.  Paths stay from document to document, with what has been worked out for
them: which rules may take their elements (`native.py`), and how branches of a shape are built.

A document with text between elements, or with comments inside values, has no light tree (`Irregular`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lxml import etree

from einvoice import xml
from einvoice.schematron.runtime import Node, Unusual, child_nodes, many

if TYPE_CHECKING:
    from einvoice.schematron.native import Plan

MAX_PATHS: Final = 5_000
"""Paths that an engine remembers; a document with more, or with nonsense, makes it start anew."""

MANY: Final = 50
"""Children of the root from which on shapes pay."""

BLOCK: Final = 64
"""Children of the root that are judged together."""

FEW: Final = 16
"""Siblings that are counted each time; more are numbered once per document."""

MAX_SHAPE: Final = 500
"""Elements of a branch whose shape is remembered: compiling a function takes many times what it saves once."""

MAX_REMEMBERED: Final = 20_000
"""Paths, attributes and elements of shapes beyond which no shape is added."""

MAX_SHAPES: Final = 500
"""Shapes of branches that are remembered."""

WHITE: Final = " \t\r\n"


class TreePath(dict[str, "TreePath"]):
    """A path of names that documents have: its children, its plan, and its column in the current document."""

    __slots__ = ("column", "depth", "forbidden", "key", "names", "number", "parent", "plan", "shapes", "tag")

    def __init__(self, parent: TreePath | None, tag: str, number: int = 0) -> None:
        super().__init__()
        self.number = number
        self.forbidden: dict[int, dict[int, Any]] = {}  # of the root: what `runtime.absent` has worked out
        self.parent = parent
        self.tag = tag
        self.key = tag if tag.startswith("{") else f" {tag}"
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.column: list[Node] = []
        self.names: set[str] = set()  # attributes that documents have had here
        self.plan: Plan | None = None
        self.shapes: dict[Any, Any] = {}  # of children of the root: how often seen, or the shape

    def is_below(self, keys: tuple[str, ...]) -> bool:
        """True when the names above are *keys*, the parent first."""
        at = self.parent
        for key in keys:
            if at is None or at.key != key:
                return False
            at = at.parent
        return True

    def above(self) -> Iterator[TreePath]:
        """Yield the paths of the ancestors, the parent first."""
        at = self.parent
        while at is not None and at.parent is not None:
            yield at
            at = at.parent

    __hash__ = object.__hash__  # type: ignore[assignment]  # a dict has none; a path is itself and no other

    def __eq__(self, other: object) -> bool:
        return self is other


class Document(dict[Any, Any]):
    """One document: what compiled rules ask beside the nodes of their column (`D` in their source).

    ``D[function]`` is what *function* gives for the document, computed once.
    """

    __slots__ = (
        "_asked",
        "_children",
        "_elements",
        "_found",
        "_keys",
        "_last",
        "_numbers",
        "_opened",
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
        touched: list[TreePath],
        blank: bool,
        element: etree._Element,
        marks: list[list[int]] | None = None,
    ) -> None:
        super().__init__()
        self.element = element
        self.marks = marks  # lengths of the columns of *touched* after each block of the document
        self.top = top
        self.root = root
        self.touched = touched
        self.blank = blank
        self.name = touched[0].tag.rpartition("}")[2]
        self._opened: dict[frozenset[Callable[[Any], bool]], bool] = {}
        self._keys: dict[Any, set[str]] = {}
        self._ups: dict[tuple[TreePath, int | str], list[Any]] = {}
        self._tags: dict[str, list[TreePath]] | None = None
        self._places: dict[int, tuple[TreePath, int]] | None = None
        self._orders: dict[etree._Element, int] | None = None
        self._elements: list[etree._Element] = []
        self._last: tuple[Node, list[tuple[str, int]]] | None = None
        self._found: tuple[list[tuple[str, int]], etree._Element] | None = None
        self._numbers: dict[int, dict[int, int]] = {}
        self._children: dict[etree._Element, dict[str, list[etree._Element]]] = {}
        self._asked: dict[etree._Element, int] = {}

    def __missing__(self, function: Callable[[Document], Any]) -> Any:
        found = self[function] = function(self)
        return found

    def opened(self, gates: frozenset[Callable[[Any], bool]]) -> bool:
        """True when one of *gates* is open for this document."""
        found = self._opened.get(gates)
        if found is None:
            found = self._opened[gates] = any(self[gate] for gate in gates)
        return found

    def keys_of(
        self, function: Callable[[list[Node]], set[str]], path: TreePath, nodes: list[Node], part: slice | None
    ) -> set[str]:
        """Return the keys of *nodes*, which are *part* of the column of *path*."""
        key = (function, path, None if part is None else part.start)
        found = self._keys.get(key)
        if found is None:
            found = self._keys[key] = function(nodes)
        return found

    def paths(self, key: str) -> list[TreePath]:
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

    def up(self, path: TreePath, level: int | str) -> list[Any]:
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
            if len(nodes) == 1:
                found = above * len(path.column)
            else:
                found = [ancestor for node, ancestor in zip(nodes, above, strict=True) for _ in many(node.get(key))]
            self._ups[path, level] = found
        return found

    # ---------------------------------------------------------------- places, for what is told

    def place_of(self, node: Node) -> tuple[TreePath, int]:
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
        if self._last is not None and self._last[0] is node:  # a failure asks for its place, its name and its order
            return self._last[1]
        start = node
        steps: list[tuple[str, int]] = []
        path, number = self.place_of(node)
        while path.parent is not None:
            above = self.up(path, 1)[number]
            steps.append((path.tag, self._number_among(many(above[path.key]), node)))
            if path.parent.parent is None:
                break
            node = above
            path, number = self.place_of(node)
        steps.reverse()
        self._last = start, steps
        return steps

    def _number_among(self, siblings: Sequence[Node], node: Node) -> int:
        if len(siblings) < FEW:
            return next(place for place, each in enumerate(siblings) if each is node)
        numbers = self._numbers.get(id(siblings))
        if numbers is None:
            numbers = self._numbers[id(siblings)] = {id(each): place for place, each in enumerate(siblings)}
        return numbers[id(node)]

    def element_of(self, steps: list[tuple[str, int]]) -> etree._Element:
        """Return the element at the end of *steps*."""
        if self._found is not None and self._found[0] is steps:
            return self._found[1]
        element = self.element
        for tag, number in steps[1:]:
            children = self._children.get(element)
            if children is None and number < FEW and self._asked.get(element, 0) < FEW:
                self._asked[element] = self._asked.get(element, 0) + 1
                element = next(islice(element.iterchildren(tag), number, None))
                continue
            if children is None:  # asked often: each child may have a name of its own
                children = self._children[element] = {}
                for child in element.iterchildren("*"):
                    children.setdefault(str(child.tag), []).append(child)
            element = children[tag][number]
        self._found = steps, element
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
    paths: tuple[TreePath, ...]
    holders: int

    def __hash__(self) -> int:
        return id(self.build)

    def __eq__(self, other: object) -> bool:
        return self is other


def _shape(key: _Key, items: list[list[tuple[str, str]]], path: TreePath) -> _Shape:
    """Return the shape of a branch that hangs below *path* and has just been built: its paths are known."""
    tags, sizes, _ = key
    paths: dict[TreePath, int] = {}
    bodies: list[str] = []
    after: list[str] = []

    def made(number: int, above: TreePath) -> tuple[str, int]:
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


class Irregular(Exception):
    """The document as a whole is for `exact.py`."""


class Paths:
    """The paths that documents have had: a tree of names.  It serves one document at a time."""

    def __init__(self) -> None:
        self.top = TreePath(None, "")
        self.count = 0
        """Names, attributes and shapes that are remembered."""

    def walk(self, source: Source, touched: list[TreePath]) -> Document:
        """Return the light tree of *source*; *touched* takes the paths whose columns are filled, as they are.

        Raises `Irregular` for a document that `exact.py` has to judge.
        """
        top = self.top
        if source.splits_texts():
            raise Irregular
        root = source.root
        document: Node = {}
        marks: list[list[int]] | None
        if len(root) < MANY or b"<![CDATA[" in source.data:
            blank = self._build(list(root.iter()), document, top, touched)
            marks = None
        else:
            if (root.text or "").strip(WHITE):
                raise Irregular
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
        path: TreePath,
        touched: list[TreePath],
        used: dict[_Shape, list[Callable[[Node], None]]],
    ) -> bool:
        """Build one child of the root with all below it; True when there is a blank leaf.

        Lines of an invoice mostly have the same elements.  What has been seen a few times is built by a function made
        for this shape, which is several times faster than looking at element by element.
        """
        tail = elements[0].tail
        if tail and tail.strip(WHITE):
            raise Irregular
        items = list(map(_items, elements))
        key = (tuple(map(_tag, elements)), tuple(map(len, elements)), tuple(map(len, items)))
        shape = path.shapes.get(key)
        tails = list(map(_tail, elements))
        if shape.__class__ is _Shape and tails.count(None) == len(tails) - (tail is not None):
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
        elif len(elements) <= MAX_SHAPE and self.count < MAX_REMEMBERED and (shape is None or shape.__class__ is int):
            if len(path.shapes) < MAX_SHAPES or shape is not None:
                path.shapes[key] = (shape or 0) + 1
            if shape == 2:
                blank = self._build(elements, node, path, touched)
                path.shapes[key] = _shape(key, items, path)
                self.count += len(elements)
                return blank
        return self._build(elements, node, path, touched)

    def _build(self, elements: list[etree._Element], node: Node, path: TreePath, touched: list[TreePath]) -> bool:
        """Build the first of *elements*, and all below it, into *node*; True when there is a blank leaf."""
        tails = list(map(_tail, elements))
        texts = list(map(_text, elements))
        if tails.count(None) != len(tails) and any(tail and tail.strip(WHITE) for tail in tails[1:]):
            raise Irregular
        left = 1
        stack: list[tuple[Node, int, TreePath]] = []
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
                    raise Irregular
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

    def _grown(self, path: TreePath, tag: Any, touched: list[TreePath]) -> TreePath:
        found = path.get(tag)
        if found is None:
            found = self._grow(path, tag)
        if not found.column:
            touched.append(found)
        return found

    def _name(self, path: TreePath, name: str) -> None:
        if name not in path.names:
            self.count += 1
            path.names.add(name)
            root = next(iter((*reversed([*path.above()]), path)))
            root.forbidden.clear()  # what was worked out did not know of this attribute

    def _grow(self, path: TreePath, tag: Any) -> TreePath:
        if not isinstance(tag, str):
            raise Irregular  # a comment or processing instruction: not a tree of xml.parse
        self.count += 1
        found = path[tag] = TreePath(path, tag, self.count)
        return found


class Source:
    """The bytes of a document and its trees."""

    def __init__(self, data: bytes, root: etree._Element | None) -> None:
        self.data = data
        self.root = xml.parse(data) if root is None else root
        self._faithful: etree._Element | None = None

    def splits_texts(self) -> bool:
        """True when a comment or processing instruction parts a value in two."""
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
_SPLIT: Final = etree.XPath("boolean(descendant-or-self::*[not(*)][comment() or processing-instruction()][text()[2]])")
