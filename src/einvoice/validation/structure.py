"""Which children an element may have, read from an XSD, and what is wrong with those it has.

libxml2 names the first child that does not fit, with at most ten of the names that it would have taken, and skips what
follows it.  Whether a child is missing, misspelt, repeated or in the wrong place is left to the reader, and so is every
later fault.  `Grammar` holds the same content models as plain values; `check_children` compares one with the children
of an element, names every fault and returns the children as they should stand, so that the rest can be judged.

It is read only when a document has such a fault; valid documents never pay for it.
"""

from __future__ import annotations

import difflib
import functools
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, NamedTuple

from lxml import etree

from einvoice import xml

Order = Literal["sequence", "all", "choice", "any", "branches"]
"""In this order; in any order, each once; exactly one of them; in any order and number; those of one branch only."""

_XS: Final = "{http://www.w3.org/2001/XMLSchema}"
_PREFIXES: Final = {
    "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2": "cac",
    "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2": "cbc",
    "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2": "ext",
}


def wire_name(tag: str) -> str:
    """Return how people write the lxml *tag*, whatever prefix a document uses.

    >>> wire_name("{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}ID")
    'cbc:ID'
    >>> wire_name("{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice")
    'Invoice'
    """
    name = etree.QName(tag)
    prefix = _PREFIXES.get(name.namespace or "")
    return f"{prefix}:{name.localname}" if prefix else name.localname


@dataclass(frozen=True, slots=True)
class Slot:
    """A child that may stand in a content model; *most* is None without limit, *type* None for a global element."""

    name: str
    least: int
    most: int | None
    type: str | None


@dataclass(frozen=True, slots=True)
class Content:
    """A content model: a list of children, which may be parted into *branches* with content models of their own."""

    order: Order
    slots: tuple[Slot, ...]
    branches: tuple[Content, ...] = ()


class Wanted(NamedTuple):
    """What a type of ours wants, as the schema says it in words, an example, and the values when they are listed."""

    words: str
    example: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Grammar:
    """The content models of a schema.  Deeper nested or open models are left out: of them nothing is said here.

    *wanted* is there for the schemas that say in words what their types want.
    """

    elements: dict[str, str]
    contents: dict[str, Content]
    wanted: dict[str, Wanted] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """The type of the text of an element, by the type of the element."""
    attributes: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Grammar:
        """Return the grammar of the XSD at *path* and of the files that it imports itself.

        What those import in turn holds values, not children.
        """
        grammar = cls({}, {})
        main = xml.parse(path.read_bytes())
        grammar._add(main)
        for node in main.iterchildren(f"{_XS}import"):
            if location := node.get("schemaLocation"):
                grammar._add(xml.parse((path.parent / location).read_bytes()))
        return grammar

    def content_of(self, tags: Sequence[str]) -> Content | None:
        """Return the content model of an element by the tags from the root down to it; None when there is none."""
        return self.contents.get(self._type_at(tags) or "")

    def slot_of(self, tags: Sequence[str]) -> Slot | None:
        """Return what the content model around an element says of it; None of a root and of an unknown element."""
        content = self.content_of(tags[:-1]) if len(tags) > 1 else None
        return next((slot for slot in content.slots if slot.name == tags[-1]), None) if content else None

    def wanted_of(self, tags: Sequence[str], attribute: str | None) -> Wanted | None:
        """Return what the text of an element, or its *attribute*, should be; None where the schema has no words."""
        name = self._type_at(tags) or ""
        text = self.texts.get(name, name) if attribute is None else self.attributes.get((name, attribute), "")
        return self.wanted.get(text)

    def has_attribute(self, tags: Sequence[str], name: str) -> bool:
        """Return whether an element may have the attribute *name*."""
        return (self._type_at(tags) or "", name) in self.attributes

    def _type_at(self, tags: Sequence[str]) -> str | None:
        name = self.elements.get(tags[0])
        for tag in tags[1:]:
            content = self.contents.get(name or "")
            slot = next((s for s in content.slots if s.name == tag), None) if content else None
            if slot is None:
                return None
            name = slot.type or self.elements.get(tag)
        return name

    def _add(self, schema: etree._Element) -> None:
        namespace = schema.get("targetNamespace")
        for node in schema.iterchildren(f"{_XS}element"):
            tag = _qualify(namespace, node.get("name", ""))
            self.elements[tag] = self._type_of(node, f"element {tag}") or ""
        for node in schema.iterchildren(f"{_XS}complexType"):
            self._add_type(node, _qualify(namespace, node.get("name", "")))
        for node in schema.iterchildren(f"{_XS}simpleType"):
            words = {i.get("source"): i.text or "" for i in node.iterfind(f"{_XS}annotation/{_XS}appinfo[@source]")}
            values = tuple(v.get("value", "") for v in node.iterfind(f"{_XS}restriction/{_XS}enumeration"))
            if words or values:
                name = _qualify(namespace, node.get("name", ""))
                self.wanted[name] = Wanted(words.get("wanted", ""), words.get("example", ""), values)

    def _add_type(self, node: etree._Element, name: str) -> None:
        for group in node.iterchildren(f"{_XS}sequence", f"{_XS}all", f"{_XS}choice"):
            if (content := self._content(group, name)) is not None:
                self.contents[name] = content
        extension = node.find(f"{_XS}simpleContent/{_XS}extension")
        if extension is not None:
            self.texts[name] = _resolve(extension, extension.get("base", ""))
        for attribute in (node if extension is None else extension).iterchildren(f"{_XS}attribute"):
            if type_ := attribute.get("type"):
                self.attributes[name, attribute.get("name", "")] = _resolve(attribute, type_)

    def _content(self, group: etree._Element, name: str) -> Content | None:
        order = _order(group)
        members = list(group.iterchildren("*"))
        if order is None:
            return None
        if all(member.tag == f"{_XS}element" for member in members):
            return Content(order, tuple(self._slots(members, name)))
        if order != "choice" or not all(member.tag in (f"{_XS}element", f"{_XS}sequence") for member in members):
            return None
        branches = []
        for member in members:
            branch = (
                Content("sequence", tuple(self._slots([member], name)))
                if member.tag == f"{_XS}element"
                else self._content(member, name)
            )
            if branch is None or branch.branches:
                return None
            branches.append(branch)
        return Content("branches", tuple(slot for branch in branches for slot in branch.slots), tuple(branches))

    def _slots(self, nodes: Sequence[etree._Element], owner: str) -> Iterator[Slot]:
        for node in nodes:
            reference = node.get("ref")
            tag = _resolve(node, reference) if reference else node.get("name", "")
            most = node.get("maxOccurs", "1")
            yield Slot(
                tag,
                int(node.get("minOccurs", "1")),
                None if most == "unbounded" else int(most),
                None if reference else self._type_of(node, f"{owner}/{tag}"),
            )

    def _type_of(self, node: etree._Element, inline: str) -> str | None:
        """Return the name of the type of an element; a type without a name gets *inline*."""
        if named := node.get("type"):
            return _resolve(node, named)
        for child in node.iterchildren(f"{_XS}complexType"):
            self._add_type(child, inline)
            return inline
        return None


def _order(group: etree._Element) -> Order | None:
    occurs = (group.get("minOccurs", "1"), group.get("maxOccurs", "1"))
    match etree.QName(group).localname, occurs:
        case "sequence", ("1", "1"):
            return "sequence"
        case "all", ("1", "1"):
            return "all"
        case "choice", ("1", "1"):
            return "choice"
        case "choice", ("0", "unbounded"):
            return "any"
    return None


def _qualify(namespace: str | None, name: str) -> str:
    return f"{{{namespace}}}{name}" if namespace else name


def _resolve(node: etree._Element, name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return _qualify(node.nsmap.get(prefix or None), local)


class Misfit(NamedTuple):
    """A child that does not fit, or (then *element* is the parent) one that is missing."""

    element: etree._Element
    message: str
    fix: str


def check_children(
    parent: etree._Element,
    content: Content,
    name_of: Callable[[etree._Element], str],
    close_to: Callable[[str, Content], str | None] | None = None,
) -> tuple[list[Misfit], list[etree._Element | str]]:
    """Return what is wrong with the children of *parent*, and the children as they should stand.

    In that list a tag stands for a child that is missing; unknown and surplus children are left out.  *name_of* gives
    the name of an element as the document spells it, *close_to* the child that an unknown name was meant for.
    """
    where = name_of(parent)
    misfits: list[Misfit] = []
    slots = {slot.name: slot for slot in content.slots}
    known: list[etree._Element] = []
    for child in parent.iterchildren("*"):
        if child.tag in slots:
            known.append(child)
        else:
            misfits.append(_unknown(child, name_of(child), where, content, close_to or find_close))
    if content.order == "choice":
        return [*misfits, *_several(known, parent, content, name_of)], [*known[:1]]
    if content.order == "branches":
        content, known, strays = _main_branch(known, parent, content, name_of)
        misfits += strays
    kept, surplus = _within_limits(known, slots)
    for child, number in surplus:
        most = slots[str(child.tag)].most
        limit = "once" if most == 1 else f"{most} times"
        misfits.append(
            Misfit(
                child,
                f"{name_of(child)} stands {number} times in {where}, expected at most {limit}",
                "keep one of them" if most == 1 else "remove what is too many",
            )
        )
    if content.order != "sequence":
        return misfits, list(kept)
    return _in_order(parent, kept, content, name_of, misfits)


def _unknown(
    child: etree._Element, name: str, where: str, content: Content, close_to: Callable[[str, Content], str | None]
) -> Misfit:
    local = etree.QName(child).localname
    same = _by_local(content).get(local)
    if same is not None:
        right, wrong = etree.QName(same).namespace, etree.QName(child).namespace
        message = f"{name} in {where} belongs to the namespace {wrong!r}, expected {right!r}"
        return Misfit(child, message, f"write {wire_name(same)}")
    close = close_to(local, content)
    fix = "remove it, or put it where it belongs" if close is None else f"did you mean {wire_name(close)}?"
    return Misfit(child, f"{name} is not known in {where}", fix)


@functools.lru_cache(maxsize=1000)
def find_close(local: str, content: Content) -> str | None:
    """Return the child of a content model whose name is most like *local*; it takes a tenth of a millisecond."""
    by_local = _by_local(content)
    close = difflib.get_close_matches(local, by_local, 1, 0.8)
    return by_local[close[0]] if close else None


@functools.lru_cache(maxsize=200)
def _by_local(content: Content) -> dict[str, str]:
    return {etree.QName(slot.name).localname: slot.name for slot in content.slots}


def _several(
    known: Sequence[etree._Element], parent: etree._Element, content: Content, name_of: Callable[[etree._Element], str]
) -> Iterator[Misfit]:
    names = " or ".join(wire_name(slot.name) for slot in content.slots)
    if not known:
        yield Misfit(parent, f"{name_of(parent)} lacks its content, expected {names}", "add one of them")
    for child in known[1:]:
        yield Misfit(
            child,
            f"{name_of(child)} is one too many in {name_of(parent)}, expected {names}",
            "keep one of them",
        )


def _main_branch(
    known: Sequence[etree._Element], parent: etree._Element, content: Content, name_of: Callable[[etree._Element], str]
) -> tuple[Content, list[etree._Element], list[Misfit]]:
    """Return the branch that most children are of, those children, and the others as misfits."""
    names = [{slot.name for slot in branch.slots} for branch in content.branches]
    inside = [[child for child in known if child.tag in each] for each in names]
    most = max(range(len(inside)), key=lambda number: len(inside[number]))
    where = name_of(parent)
    strays = [
        Misfit(
            child,
            f"{name_of(child)} and {name_of(inside[most][0])} stand together in {where}, expected one or the other",
            f"give {name_of(child)} its own {where}",
        )
        for child in known
        if child.tag not in names[most]
    ]
    return content.branches[most], inside[most], strays


def _within_limits(
    known: Sequence[etree._Element], slots: dict[str, Slot]
) -> tuple[list[etree._Element], list[tuple[etree._Element, int]]]:
    total = Counter(str(child.tag) for child in known)
    seen: Counter[str] = Counter()
    kept, surplus = [], []
    for child in known:
        tag = str(child.tag)
        most = slots[tag].most
        seen[tag] += 1
        if most is not None and seen[tag] > most:
            surplus.append((child, total[tag]))
        else:
            kept.append(child)
    return kept, surplus


def _in_order(
    parent: etree._Element,
    kept: list[etree._Element],
    content: Content,
    name_of: Callable[[etree._Element], str],
    misfits: list[Misfit],
) -> tuple[list[Misfit], list[etree._Element | str]]:
    position = {slot.name: number for number, slot in enumerate(content.slots)}
    numbers = [position[str(child.tag)] for child in kept]
    settled = sorted(_longest_ordered(numbers))
    rising = [numbers[i] for i in settled]
    outside = set(range(len(kept))).difference(settled)
    for index in sorted(outside):
        child = kept[index]
        at = bisect_right(rising, numbers[index])
        before = settled[at - 1] if at else None
        after = settled[at] if at < len(settled) else None
        places = ([f"after {name_of(kept[before])}"] if before is not None else []) + (
            [f"before {name_of(kept[after])}"] if after is not None else []
        )
        misfits.append(
            Misfit(
                child,
                f"{name_of(child)} stands in the wrong place in {name_of(parent)}, expected {' and '.join(places)}",
                "move it there: the order of the elements is fixed",
            )
        )
    ordered: list[etree._Element | str] = []
    by_slot: dict[int, list[etree._Element]] = {}
    for child, number in zip(kept, numbers, strict=True):
        by_slot.setdefault(number, []).append(child)
    present = sorted(by_slot)
    for number, slot in enumerate(content.slots):
        children = by_slot.get(number, [])
        ordered += children
        if not children and slot.least:
            ordered.append(slot.name)
            following = next((by_slot[n][0] for n in present if n > number), None)
            place = f", expected before {name_of(following)}" if following is not None else ""
            misfits.append(
                Misfit(
                    parent,
                    f"{wire_name(slot.name)} is missing in {name_of(parent)}{place}",
                    f"add {wire_name(slot.name)}",
                )
            )
    return misfits, ordered


def _longest_ordered(numbers: Sequence[int]) -> set[int]:
    """Return the positions of a longest run of *numbers* that never falls: what stands outside it is misplaced."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for index, number in enumerate(numbers):
        at = bisect_right(ends, number)
        before.append(last[at - 1] if at else None)
        if at == len(ends):
            ends.append(number)
            last.append(index)
        else:
            ends[at] = number
            last[at] = index
    run = set()
    step = last[-1] if last else None
    while step is not None:
        run.add(step)
        step = before[step]
    return run
