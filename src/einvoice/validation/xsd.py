"""A compiled XSD, and what it says of a document, fault by fault.

libxml2 judges, and it alone decides whether a document is valid.  But it says nothing of what follows a child that
does not fit.  So in a document with faults the children of such a parent are put right in a copy, and the copy is
validated again, until nothing new is said: one run tells everything.

A schema is compiled once per process and shared by all threads.  libxml2 may use it in parallel, but lxml keeps one
error log per schema object, so a lock around each validation keeps the faults of two documents apart.  It costs little:
validating takes a fraction of the time of reading, and reading holds the interpreter lock anyway.
"""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lxml import etree

from einvoice.errors import EInvoiceError, SchemaBroken
from einvoice.findings import Finding
from einvoice.xml import Paths

if TYPE_CHECKING:
    from einvoice.validation.structure import Content, Grammar

_ROUNDS: Final = 64
"""How often a document with faults is validated at most; each round goes at least one level deeper."""

_GUESSES: Final = 500
"""Unknown names of a document for which the name that was meant is looked for."""

_SHOWN_VALUE: Final = 200


class Error(NamedTuple):
    """A line of libxml2's log: its name for the fault, its message, and the path of the element."""

    kind: str
    text: str
    path: str


@dataclass
class Compiled:
    """A schema, ready to be used by any thread."""

    path: Path
    schema: etree.XMLSchema
    lock: threading.Lock = field(default_factory=threading.Lock)

    def errors(self, root: etree._Element) -> list[Error]:
        """Return what libxml2 says of the document at *root*."""
        with self.lock:
            if self.schema.validate(root):
                return []
            return [Error(entry.type_name, entry.message or "", entry.path or "") for entry in self.schema.error_log]

    @functools.cached_property
    def grammar(self) -> Grammar:
        """The content models; without them the words would be poorer and the verdict the same."""
        from einvoice.validation.structure import Grammar

        try:
            return Grammar.load(self.path)
        except (EInvoiceError, OSError):
            return Grammar({}, {})


_loading = threading.Lock()
_loaded: dict[Path, Compiled] = {}


def load(path: Path, fix: str) -> Compiled:
    """Return the schema at *path*, compiled on first use; raises `SchemaBroken`, with the remedy *fix*."""
    found = _loaded.get(path)
    if found is None:
        with _loading:
            found = _loaded.get(path)
            if found is None:
                found = _loaded[path] = _compile(path, fix)
    return found


def _compile(path: Path, fix: str) -> Compiled:
    if not path.is_file():
        raise SchemaBroken("the schema file is missing", fix=fix, source=str(path))
    try:
        parser = etree.XMLParser()
        parser.resolvers.add(_Bare())
        return Compiled(path, etree.XMLSchema(etree.fromstring(_bare(path), parser, base_url=str(path))))
    except (etree.LxmlError, OSError) as error:
        raise SchemaBroken(f"the schema does not load: {error}", fix=fix, source=str(path)) from error


class _Bare(etree.Resolver):
    """Gives libxml2 the files that a schema imports, without their annotations."""

    def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:
        """Return the file at *system_url*; None, and libxml2 looks itself, when it cannot be read."""
        try:
            return self.resolve_string(_bare(Path(system_url or "")), context, base_url=system_url)
        except (OSError, ValueError):
            return None


def _bare(path: Path) -> bytes:
    """Return the schema file at *path* without annotations.

    They say nothing to libxml2, and are five sixths of the schemas of UBL: to parse them, and to check them, takes
    half of the time that compiling does.
    """
    first, *others = path.read_bytes().split(b"<xsd:annotation>")
    return first + b"".join([text.partition(b"</xsd:annotation>")[2] for text in others])


def local_name(element: etree._Element) -> str:
    """Return the name of *element* without its namespace."""
    return etree.QName(element).localname


# --- faults -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of an element of the document, or of one of its attributes."""

    element: etree._Element
    code: str
    message: str
    fix: str
    attribute: str | None = None
    value: str | None = None

    def finding(self, paths: Paths) -> Finding:
        """Return the finding, with path and line."""
        path = paths.of(self.element) + (f"/@{self.attribute}" if self.attribute else "")
        value = self.value
        if value is not None and len(value) > _SHOWN_VALUE:
            value = value[:_SHOWN_VALUE] + "…"
        return Finding(self.code, "error", "schema", self.message, self.fix, (), path, self.element.sourceline, value)


def check_tree(
    compiled: Compiled, root: etree._Element, tree: etree._Element, top: etree._Element | None = None
) -> list[Fault]:
    """Return the faults of *root*, in the order of the document.

    *tree* is a copy of it, element by element, with names as the schema knows them; it is changed.  *top* is the root
    of the document that *tree* stands in, when that is another.
    """
    top = tree if top is None else top
    errors = compiled.errors(top)
    if not errors:
        return []
    return _Inspection(compiled, root, tree, top).run(errors)


class _Inspection:
    """One document with faults: *originals* leads from an element of the copy to the one of the source."""

    def __init__(self, compiled: Compiled, root: etree._Element, tree: etree._Element, top: etree._Element) -> None:
        self.compiled = compiled
        self.top = top
        self.originals = dict(zip(tree.iter("*"), root.iter("*"), strict=True))
        self.faults: dict[tuple[etree._Element, str | None, str], Fault] = {}
        self.settled: set[etree._Element] = set()
        self.guesses: dict[tuple[str, int], str | None] = {}

    def run(self, errors: list[Error]) -> list[Fault]:
        for _ in range(_ROUNDS):
            before = len(self.settled)
            # All places first: putting children right moves them.
            finder = _Finder(self.top)
            for error, element in [(error, finder.find(error.path)) for error in errors]:
                if element in self.originals:  # and not in a child that was put in for a missing one
                    self._take(error, element)
            if len(self.settled) == before:
                break
            errors = self.compiled.errors(self.top)
        order = {element: number for number, element in enumerate(self.originals.values())}
        return sorted(self.faults.values(), key=lambda fault: order[fault.element])

    def _take(self, error: Error, element: etree._Element) -> None:
        if error.kind != "SCHEMAV_ELEMENT_CONTENT":
            fault = self._value_fault(error, element)
            # A value can break several facets and its type: the first word on it is enough.
            said = fault.code if fault.code == "XSD-VALUE" else fault.message
            self.faults.setdefault((fault.element, fault.attribute, said), fault)
            return
        parent = element if "Missing child" in error.text else element.getparent()
        if parent is None or parent not in self.originals or parent in self.settled:
            return
        self.settled.add(parent)
        for fault in self._put_right(parent, element, error):
            self.faults.setdefault((fault.element, None, fault.message), fault)

    def _put_right(self, parent: etree._Element, element: etree._Element, error: Error) -> Iterator[Fault]:
        """Yield what is wrong with the children of *parent*, then set them as they should stand."""
        from einvoice.validation.structure import check_children
        from einvoice.validation.wording import explain

        content = self.compiled.grammar.content_of(self._tags(parent))
        misfits, children = (
            check_children(parent, content, self._name, self._close_to) if content is not None else ([], [])
        )
        if not misfits:  # a content model that `structure` does not know
            said = explain(error.kind, error.text, self._name(element), None, lambda name: (name, None))
            yield Fault(self.originals[element], "XSD-ELEMENT", said.message, said.fix)
            return
        for misfit in misfits:
            is_leaf = misfit.element is not parent and not len(misfit.element)
            value = misfit.element.text if is_leaf else None
            yield Fault(self.originals[misfit.element], "XSD-ELEMENT", misfit.message, misfit.fix, None, value)
        for child in list(parent):
            parent.remove(child)
        for item in children:
            parent.append(etree.Element(item) if isinstance(item, str) else item)

    def _close_to(self, local: str, content: Content) -> str | None:
        """Return the child that the name *local* was meant for; of many unknown names nobody meant another."""
        from einvoice.validation.structure import find_close

        key = local, id(content)
        if key not in self.guesses:
            self.guesses[key] = find_close(local, content) if len(self.guesses) < _GUESSES else None
        return self.guesses[key]

    def _value_fault(self, error: Error, element: etree._Element) -> Fault:
        from einvoice.validation.wording import explain

        original = self.originals[element]
        # The copy may have its names in lower case.
        spelled = {str(name).lower(): str(name) for name in original.attrib}

        def find_attribute(name: str) -> tuple[str, str | None]:
            name = name if name in original.attrib else spelled.get(name, name)
            return name, original.get(name)

        tags = self._tags(element)
        grammar = self.compiled.grammar
        said = explain(
            error.kind,
            error.text,
            self._name(element),
            original.text,
            find_attribute,
            functools.partial(grammar.wanted_of, tags),
        )
        fix = said.fix
        is_empty = said.code == "XSD-VALUE" and said.attribute is None and not (original.text or "").strip()
        if grammar.wanted and is_empty and (slot := grammar.slot_of(tags)) is not None and not slot.least:
            fix = f"{fix.removesuffix('; it may not be empty')}, or leave {self._name(element)} out"
        return Fault(original, said.code, said.message, fix, said.attribute, said.value)

    def _tags(self, element: etree._Element) -> list[str]:
        """Return the tags from the root of the document down to *element*, as the schema knows them."""
        return [str(each.tag) for each in (*reversed([*element.iterancestors()]), element)]

    def _name(self, element: etree._Element) -> str:
        """Return the name as the document spells it, in UBL with the usual prefix."""
        from einvoice.validation.structure import wire_name

        return wire_name(str(self.originals[element].tag))


_STEP: Final = re.compile(r"(?:(?P<prefix>[^:\[\]]+):)?(?P<name>[^:\[\]]+)(?:\[(?P<number>\d+)\])?")


class _Finder:
    """Finds elements by paths as libxml2 writes them: with the prefixes of the document, ``*`` where there is none.

    Children are sorted by name once; the tree may not change meanwhile.
    """

    def __init__(self, top: etree._Element) -> None:
        self.top = top
        self._children: dict[etree._Element, dict[tuple[str | None, str], list[etree._Element]]] = {}

    def find(self, path: str) -> etree._Element | None:
        """Return the element at *path*, None when there is none."""
        element = self.top
        for step in path.split("/")[2:]:
            found = _STEP.fullmatch(step)
            if found is None:
                return None
            children = self._children_of(element).get((found["prefix"], found["name"]), [])
            number = int(found["number"] or 1)
            if number > len(children):
                return None
            element = children[number - 1]
        return element

    def _children_of(self, parent: etree._Element) -> dict[tuple[str | None, str], list[etree._Element]]:
        if parent not in self._children:
            by_name: dict[tuple[str | None, str], list[etree._Element]] = {}
            for child in parent.iterchildren("*"):
                by_name.setdefault((child.prefix, local_name(child)), []).append(child)
                by_name.setdefault((None, "*"), []).append(child)
            self._children[parent] = by_name
        return self._children[parent]
