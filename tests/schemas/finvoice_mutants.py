"""Finvoice documents drawn from the facts of the official schema, and changed in ways that may break them.

The facts are read, not our table: what the table lacks is drawn all the same.  Every document has one element in
focus; the foci go through all places of the version, so each element, attribute and type has its turn.  Around the
focus stands the least that a valid document needs, and a few more: small documents are quick to make and to judge.
"""

import json
import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

Facts = dict[str, Any]

XSI = "http://www.w3.org/2001/XMLSchema-instance"

SAMPLES = {
    # pattern of the facts: texts that match it
    r"([0-9]{2,20})|(RF[0-9][0-9][0-9A-Za-z]{1,21})": ["12", "1" * 20, "RF181", "RF18" + "a" * 21],
    r"(REQ|QUO|ORD|ORC|INV|DEV|TES|INF|PRI|DEN|SEI)[0-9]{2}": ["INV01", "SEI99"],
    r"(REQ|QUO|ORD|ORC|INV|DEV|TES|INF|PRI|DEN|SEI|REC|RES|SDD)[0-9]{2}": ["INV01", "SDD01", "RES00"],
    r"\c*": [],
    r"[1-9]?[0-9]{1,2}(,[0-9]{1,3})?": ["0", "00", "24", "999", "25,5", "0,000"],
    r"[0-9]{1,15}(,[0-9]{1,6})?": ["1", "1,123456", "1" * 15],
    r"[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]": ["20260417", "00000000", "20261399"],
    r"-?[0-9]{1,15}(,[0-9]{2,5})?": ["0", "-1", "1,00", "-1,12345", "1" * 15 + ",00"],
    r"-?[0-9]{1,15},[0-9]{2}": ["0,00", "-1,00", "1" * 15 + ",12"],
    r"[A-Za-z0-9\-]{1,20}": ["VATEX-EU-AE", "a", "x" * 20],
    r".{2,48}::attachments": ["12::attachments", "1" * 48 + "::attachments"],
    r"[0-9]{4}": ["0212", "0037"],
    r"[A-Z0-9]*": ["S", "380", "Z9"],
    r"[A-Z0-9]{2,3}": ["C62", "EA"],
}
BUILT_IN = {"xs:dateTime": ["2026-04-17T14:30:00", "2026-04-17T14:30:00+03:00", "2026-04-17T14:30:00.5Z"]}

# Right for some types and wrong for most.
TEXTS = """\
|·|a|A|ab|A B|A  B|1|12|123|1234|12345678|123456789|2026-04-17|2026-4-17|17.4.2026|20260417 |1,0|1,00|1.00
1,000|1,12345|1,123456|,50|1,|+1,00|-1,00|--1,00|- 1,00|1 000,00|1.000,00|1e3|-0,00|1000|100|99,999|99,9999|-5
007|0,00|1,00 EUR|12,34%|EUR|eur|Euro|€|FI|fi|FIN|F1|SPY|IBAN|BBAN|BIC|iban|DUNS|GLN|SHA|SLEV|Original|Copy
CANCEL|PAID|Paid|CCYYMMDD|YYYYMMDD|1.3|2.01|3.0|INV01|INV1|INV001|inv01|SDD01|REC02|ABC01|RF18|RF1a2|RF181
FI21 1234|FI2112345600000785|NDEAFIHH|NDEAFIHHXXX|NDEAFIHHXXXX|a:b|a/b|a_b|åäö|ÅÄÖ|C62|c62|ZZZZ|0212|212|02122
02a2|VATEX-EU-AE|VATEX EU|VATEX_EU|1::attachments|12::attachments|12:attachments|x::attachments x
2026-04-17T14:30:00|2026-04-17T14:30:00Z|2026-04-17T14:30:00+02|2026-04-17 14:30:00|2026-02-30T00:00:00
2026-04-17T24:00:00|2026-04-17T14:30|٣|１２|1\u00a0|\u00a0|a\u0301|²|½""".replace("\n", "|").split("|")


@dataclass(frozen=True)
class Leaf:
    """The facets of a text: what the facts say of its type and of the types that this one restricts."""

    base: str
    least: int
    most: int | None
    patterns: tuple[str, ...]
    values: tuple[str, ...]

    def valid(self, draw: random.Random) -> str:
        """Return a text that fits."""
        if self.values:
            return draw.choice(self.values)
        samples = [s for pattern in self.patterns for s in SAMPLES[pattern]] or BUILT_IN.get(self.base)
        if samples:
            return draw.choice(samples)
        length = draw.choice([self.least or 1, self.most or 9, draw.randint(self.least or 1, self.most or 9)])
        return "x" * length

    def any(self, draw: random.Random) -> str:
        """Return a text that may or may not fit: at a bound, of another type, padded with blanks, or empty."""
        match draw.randrange(8):
            case 0 | 1:
                bounds = [self.least - 1, self.least, self.most or 9, (self.most or 9) + 1]
                return draw.choice("xä7-") * max(0, draw.choice(bounds))
            case 2:
                text = self.valid(draw)
                place = draw.randrange(len(text) + 1)
                return (
                    text[:place]
                    + draw.choice([" ", "\n", "\t", "  ", ",", ".", "-", "0", "A", "ö", "x"])
                    + text[place:]
                )
            case 3:
                return draw.choice([" ", "\n ", "\t", ""]) + self.valid(draw) + draw.choice(["", " ", "\n"])
            case 4:
                return self.valid(draw)[1:]
            case 5:
                return self.valid(draw)
        return draw.choice(TEXTS)


class Grammar:
    """The facts of one version, ready to draw documents from."""

    def __init__(self, file: Path) -> None:
        self.facts: Facts = json.loads(file.read_text(encoding="utf-8"))
        self.complex: dict[str, Facts] = self.facts["complexTypes"]
        self.paths = sorted(self._paths("Finvoice", ()))
        self.path_set = frozenset(self.paths)
        leaves = {self.type_at(path)["type"]: path for path in self.paths}
        self.leaves = {type_: path for type_, path in sorted(leaves.items()) if self.is_leaf(type_)}
        self.names = sorted({path[-1] for path in self.paths})
        self.attribute_names = sorted({a["name"] for name in self.complex for a in self.attributes(name)})

    def is_leaf(self, type_: str) -> bool:
        """Return whether elements of *type_* hold text."""
        return type_ not in self.complex or self.complex[type_]["contentKind"] == "simple"

    def leaf(self, type_: str) -> Leaf:
        """Return the facets of a type, complex or simple."""
        if type_.startswith("xs:"):
            return Leaf(type_, 0, None, (), ())
        facts = self.complex[type_]["simpleContent"] if type_ in self.complex else self.facts["simpleTypes"][type_]
        base = self.leaf(facts["base"])
        return Leaf(
            base.base,
            facts.get("minLength", facts.get("length", base.least)),
            facts.get("maxLength", facts.get("length", base.most)),
            (*base.patterns, *facts.get("patterns", ())),
            tuple(facts.get("enumeration", base.values)),
        )

    def attributes(self, type_: str) -> list[Facts]:
        """Return the attributes of an element of *type_*."""
        facts = self.complex.get(type_, {})
        return [*facts.get("inheritedAttributes", ()), *facts.get("attributes", ())]

    def children(self, type_: str) -> list[list[Facts]]:
        """Return the branches of a content model, each a list of elements; one branch where there is no choice."""
        content = self.complex[type_]["content"]
        if content["kind"] == "sequence":
            return [[item for item in content["items"] if item["kind"] == "element"]]
        groups = self.facts["groups"]
        return [groups[i["ref"]]["content"]["items"] if i["kind"] == "group" else [i] for i in content["items"]]

    def _paths(self, type_: str, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if not self.is_leaf(type_):
            for item in (item for branch in self.children(type_) for item in branch):
                yield (*path, item["name"])
                yield from self._paths(item["type"], (*path, item["name"]))

    def type_at(self, path: tuple[str, ...]) -> Facts:
        """Return the declaration of the element at *path*."""
        type_, found = "Finvoice", {}
        for name in path:
            found = next(i for branch in self.children(type_) for i in branch if i["name"] == name)
            type_ = found["type"]
        return found

    def document(self, focus: tuple[str, ...], draw: random.Random) -> etree._Element:
        """Return a valid document that has the element at *focus*."""
        root = etree.Element("Finvoice", Version=self.leaf("Finvoice@Version").valid(draw))
        self._fill(root, "Finvoice", focus, draw)
        return root

    def _fill(self, element: etree._Element, type_: str, focus: tuple[str, ...], draw: random.Random) -> None:
        for attribute in self.attributes(type_):
            if element.tag != "Finvoice" and (attribute["required"] or draw.random() < 0.5):
                element.set(attribute["name"], self.leaf(attribute["type"]).valid(draw))
        if self.is_leaf(type_):
            element.text = self.leaf(type_).valid(draw)
            return
        branches = self.children(type_)
        wanted = [branch for branch in branches if focus and any(i["name"] == focus[0] for i in branch)]
        more = 0.3 if len(focus) == 1 else 0.02
        for item in (wanted or [draw.choice(branches)])[0]:
            is_focus = bool(focus) and item["name"] == focus[0]
            most = 4 if item["max"] == "unbounded" else item["max"]
            if is_focus:
                number = draw.choice([max(1, item["min"]), most])
            else:
                number = max(item["min"], most if draw.random() < more else 0)
            for turn in range(number):
                child = etree.SubElement(element, item["name"])
                self._fill(child, item["type"], focus[1:] if is_focus and not turn else (), draw)


def mutate(
    grammar: Grammar, path: tuple[str, ...], element: etree._Element, draw: random.Random, kind: str | None = None
) -> str:
    """Change *element*, which stands at *path* (or somewhere, when the path is empty); return the kind of change."""
    parent = element.getparent()
    type_ = grammar.type_at(path)["type"] if path else ""
    is_leaf = not len(element)
    kinds = ["drop", "double", "repeat", "move", "swap", "rename", "take-out", "nothing", "inside", "attribute"]
    kinds += ["attribute"] * (2 * len(element.attrib)) + ["text"] * (8 if is_leaf else 1)
    if parent is None:
        kinds = ["attribute", "rename", "text", "inside", "version"]
    if kind is None:
        kind = "version" if draw.random() < 0.05 else draw.choice(kinds)
    leaf = (
        grammar.leaf(type_) if type_ and grammar.is_leaf(type_) else Leaf("xs:string", 0, draw.choice([1, 35]), (), ())
    )
    match kind:
        case "version":
            root = element.getroottree().getroot()
            version = draw.choice(["1.0", "1.2", "1.3", "2.01", "3.0", " 2.0 ", "2", "", "3,0", None, None])
            if version is None:
                del root.attrib["Version"]
            else:
                root.set("Version", version)
        case "text" if is_leaf:
            element.text = leaf.any(draw)
        case "text":
            element.text = draw.choice(["x", " \n ", "\u00a0", "0"])
        case "too-many":
            most = grammar.type_at(path)["max"]
            for _ in range(5 if most == "unbounded" else most):
                element.addnext(deepcopy(element))
        case "none" if parent is not None:
            for same in parent.findall(str(element.tag)):
                parent.remove(same)
        case "lost":
            if element.attrib:
                del element.attrib[draw.choice(list(element.attrib))]
        case "attribute":
            _mutate_attribute(grammar, type_, element, draw)
        case "inside":
            match draw.randrange(4):
                case 0:
                    element.append(etree.Comment("x"))
                case 1:
                    element.append(etree.ProcessingInstruction("x", "y"))
                case _:
                    etree.SubElement(element, draw.choice([*grammar.names, "Finvoice"])).text = draw.choice(
                        ["x", "", "1,00"]
                    )
        case "rename":
            name = str(element.tag)
            known = draw.choice(grammar.names)
            element.tag = draw.choice([name.lower(), f"{name}x", name[:-1], f"{{urn:x}}{name}", known, known])
        case _ if parent is not None:
            _move(kind, element, parent, draw)
    return kind


def _mutate_attribute(grammar: Grammar, type_: str, element: etree._Element, draw: random.Random) -> None:
    declared = {a["name"]: grammar.leaf(a["type"]) for a in grammar.attributes(type_)} if type_ else {}
    name = draw.choice([*declared, *declared, *declared, *element.attrib, draw.choice(grammar.attribute_names)])
    match draw.randrange(12):
        case 0 | 1 if name in element.attrib:
            del element.attrib[name]
        case 2:
            element.set(name.lower(), element.attrib.pop(name, "x"))
        case 3:
            key, value = draw.choice(
                [
                    (f"{{{XSI}}}nil", "true"),
                    (f"{{{XSI}}}nil", "false"),
                    (f"{{{XSI}}}noNamespaceSchemaLocation", "Finvoice3.0.xsd"),
                    (f"{{{XSI}}}type", "none"),
                    ("{urn:x}a", "1"),
                ]
            )
            element.set(key, value)
        case _:
            leaf = declared.get(name, Leaf("xs:string", 0, 20, (), ()))
            element.set(name, leaf.any(draw))


def _move(kind: str, element: etree._Element, parent: etree._Element, draw: random.Random) -> None:
    at = parent.index(element)
    match kind:
        case "drop":
            parent.remove(element)
        case "double" | "repeat":
            for _ in range(1 if kind == "double" else draw.choice([2, 3, 9])):
                parent.insert(at, deepcopy(element))
        case "move":
            parent.remove(element)
            parent.insert(draw.randrange(len(parent) + 1), element)
        case "swap":
            other = draw.choice(list(parent))
            if other is not element:
                at_other = parent.index(other)
                parent[at], parent[at_other] = deepcopy(other), deepcopy(element)
        case "take-out":
            grandparent = parent.getparent()
            if grandparent is not None:
                grandparent.insert(grandparent.index(parent) + draw.randrange(2), element)
