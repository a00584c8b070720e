"""Write the XSD files of this folder from its tables.

    python schemas/finvoice/generate.py [--check] [DIRECTORY]

`--check` writes nothing: it names the files that are not what the tables say, and exits with 1 when there are any.
README.md explains the tables.  The result depends on them alone: same tables, same bytes.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

FOLDER = Path(__file__).resolve().parent

KINDS = {
    "text": {"string"},
    "token": {"token"},
    "name": {"token"},
    "code": {"NMTOKEN", "token"},
    "amount": {"token"},
    "quantity": {"string"},
    "percentage": {"string"},
    "rate": {"string"},
    "date": {"integer"},
    "timestamp": {"dateTime"},
    "base64": {"base64Binary"},
}
"""The kinds of text, and the built-in types that each may restrict."""

HOLDERS = ("aggregate", "any")
"""Words in place of a type: the element holds the elements below it in the table, or any elements."""


class BrokenTable(Exception):
    """A table contradicts itself or another; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Type:
    """A row of types.csv."""

    name: str
    base: str
    min_length: int | None
    max_length: int | None
    pattern: str
    values: tuple[str, ...]
    wanted: str
    example: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of one version; *owner* is a type, or the name of the root element."""

    owner: str
    name: str
    is_required: bool
    type: str


@dataclass(frozen=True, slots=True)
class Element:
    """An element of one version; *most* is None without limit, *branch* empty where the parent is no choice."""

    place: str
    path: str
    least: int
    most: int | None
    type: str
    branch: str

    @property
    def name(self) -> str:
        """The element name."""
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str:
        """The path of the element around; empty for the root."""
        return self.path.rpartition("/")[0]

    @property
    def occurs(self) -> str:
        """The attributes of XML Schema that say how often it stands."""
        least = "" if self.least == 1 else f' minOccurs="{self.least}"'
        return least + ("" if self.most == 1 else f' maxOccurs="{"unbounded" if self.most is None else self.most}"')


@dataclass(frozen=True, slots=True)
class Message:
    """One file to write: the root element and the version, with all that may stand inside."""

    file: str
    what: str
    root: str
    elements: tuple[Element, ...]
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of a folder."""

    types: dict[str, Type]
    messages: tuple[Message, ...]


# --- reading ----------------------------------------------------------------------------------------


def read_tables(folder: Path = FOLDER) -> Tables:
    """Return the tables of *folder*; raises BrokenTable when they contradict themselves."""
    types = {found.name: found for found in _types(folder)}
    messages = [
        Message(
            f"finvoice-{version}.xsd",
            f"the invoice, as version {version} has it",
            "Finvoice",
            tuple(_elements(folder, "elements.csv", version)),
            tuple(_attributes(folder, version)),
        )
        for version in ("2.01", "3.0")
    ]
    rows = list(_rows(folder / "attachments.csv"))
    message = Message(
        "finvoice-attachments.xsd",
        "the message that carries the attachments of an invoice",
        "FinvoiceAttachments",
        tuple(
            Element(place, row["path"], *_occurs(place, row["occurs"]), row["type"], "")
            for place, row in rows
            if not row["path"].startswith("@")
        ),
        tuple(
            Attribute("FinvoiceAttachments", row["path"][1:], row["occurs"] == "1..1", row["type"])
            for place, row in rows
            if row["path"].startswith("@")
        ),
    )
    tables = Tables(types, (*messages, message))
    _check(tables)
    return tables


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row of a table with its place, for messages."""
    with path.open(encoding="utf-8", newline="") as stream:
        for line, row in enumerate(csv.DictReader(stream), 2):
            yield f"{path.name}:{line}", row


def _types(folder: Path) -> Iterator[Type]:
    seen: set[str] = set()
    for place, row in _rows(folder / "types.csv"):
        name = row["type"]
        if name in seen or name in HOLDERS:
            raise BrokenTable(f"{place}: the name {name} is taken; choose another")
        seen.add(name)
        if row["base"] not in KINDS.get(row["kind"], ()):
            raise BrokenTable(f"{place}: {name} has the kind {row['kind']!r} and the base {row['base']!r}; see KINDS")
        least, most = (int(row[column]) if row[column] else None for column in ("min_length", "max_length"))
        if least is not None and most is not None and least > most:
            raise BrokenTable(f"{place}: {name} is at least {least} and at most {most} long")
        values = tuple(row["values"].split("|")) if row["values"] else ()
        if row["pattern"] and not row["wanted"]:
            raise BrokenTable(f"{place}: {name} has a pattern; say in the column wanted what it asks for")
        yield Type(name, row["base"], least, most, row["pattern"], values, row["wanted"], row["example"])


def _elements(folder: Path, file: str, version: str) -> Iterator[Element]:
    for place, row in _rows(folder / file):
        if not row[f"occurs_{version}"]:
            if row[f"type_{version}"]:
                raise BrokenTable(f"{place}: {row['path']} has a type in {version} and no occurrence")
            continue
        branch = row["branch_3.0"] if version == "3.0" else ""
        occurs = _occurs(place, row[f"occurs_{version}"])
        yield Element(place, row["path"], *occurs, row[f"type_{version}"], branch)


def _attributes(folder: Path, version: str) -> Iterator[Attribute]:
    for place, row in _rows(folder / "attributes.csv"):
        use = row[f"use_{version}"]
        if use not in ("", "required", "optional"):
            raise BrokenTable(f"{place}: use_{version} is {use!r}, expected required, optional or nothing")
        if use:
            yield Attribute(row["owner"], row["attribute"], use == "required", row[f"type_{version}"])


def _occurs(place: str, text: str) -> tuple[int, int | None]:
    found = re.fullmatch(r"([01])\.\.([1-9][0-9]*|n)", text)
    if found is None:
        raise BrokenTable(f"{place}: occurs is {text!r}, expected such as 0..1, 1..3 or 0..n")
    return int(found[1]), None if found[2] == "n" else int(found[2])


def _check(tables: Tables) -> None:
    used: set[str] = set()
    for message in tables.messages:
        holders = {""}
        seen: set[str] = set()
        current = ""
        for element in message.elements:
            where = f"{element.place}: {element.path}"
            if element.path in seen:
                raise BrokenTable(f"{where} stands twice; delete one")
            if element.parent not in holders:
                raise BrokenTable(
                    f"{where} ({message.file}): no aggregate row above for {element.parent or 'the root'}"
                )
            if element.parent and not f"{current}/".startswith(f"{element.parent}/"):
                raise BrokenTable(f"{where} stands apart from the rows of {element.parent}; move it there")
            if element.type not in (*HOLDERS, *tables.types):
                raise BrokenTable(f"{where}: types.csv has no type {element.type!r}")
            seen.add(element.path)
            current = element.path
            used.add(element.type)
            if element.type == "aggregate":
                holders.add(element.path)
        parents = {element.parent for element in message.elements}
        for path in sorted(holders - parents):
            raise BrokenTable(f"{message.file}: {path or message.root} is an aggregate without elements")
        for parent in parents:
            if len({bool(e.branch) for e in message.elements if e.parent == parent}) > 1:
                raise BrokenTable(f"{message.file}: some elements of {parent} are in a branch and some are not")
        owners = {element.type for element in message.elements} - set(HOLDERS) | {message.root}
        for attribute in message.attributes:
            if attribute.owner not in owners:
                raise BrokenTable(
                    f"attributes.csv: {attribute.owner}/@{attribute.name}: {message.file} has no such type"
                )
            if attribute.type not in tables.types:
                raise BrokenTable(f"attributes.csv: {attribute.owner}/@{attribute.name}: no type {attribute.type!r}")
            used.add(attribute.type)
    if unused := sorted(set(tables.types) - used):
        raise BrokenTable(f"types.csv: nothing has the type {unused[0]}; delete it")


# --- writing ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Writer:
    """Collects the types of one schema file."""

    types: dict[str, Type]
    message: Message
    used: set[str] = field(default_factory=set)

    def text(self) -> str:
        """Return the whole file."""
        root = self.message.root
        top = [f'<xs:element name="{root}">', *_indent(self._aggregate("", root)), "</xs:element>"]
        complex_types = [
            [f'<xs:complexType name="{_type_name(element.path)}">', *self._aggregate(element.path)[1:]]
            for element in self.message.elements
            if element.type == "aggregate"
        ]
        if any(element.type == "any" for element in self.message.elements):
            any_elements = '<xs:any namespace="##any" processContents="strict" minOccurs="0" maxOccurs="unbounded"/>'
            body = ["<xs:sequence>", *_indent([any_elements]), "</xs:sequence>"]
            complex_types.append(['<xs:complexType name="any">', *_indent(body), "</xs:complexType>"])
        complex_types += [self._with_attributes(name) for name in self.types if name in self._owners()]
        simple_types = [self._simple_type(type_) for name, type_ in self.types.items() if name in self.used]
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            "<!--",
            "  Generated by schemas/finvoice/generate.py from the tables beside it.  Do not edit: change a table and",
            "  run the script again.",
            "",
            f"  Finvoice: {self.message.what}.",
            "-->",
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">',
        ]
        for definition in (top, *complex_types, *simple_types):
            lines += [*_indent(definition), ""]
        return "\n".join([*lines[:-1], "</xs:schema>", ""])

    def _owners(self) -> set[str]:
        return {attribute.owner for attribute in self.message.attributes}

    def _aggregate(self, path: str, owner: str = "") -> list[str]:
        """Return the complex type of an element that holds elements; *owner* has its attributes."""
        children = [element for element in self.message.elements if element.parent == path]
        branches: dict[str, list[str]] = {}
        for child in children:
            branches.setdefault(child.branch, []).append(self._declaration(child))
        if "" in branches:
            content = _group("sequence", branches[""])
        else:
            pieces = (lines if len(lines) == 1 else _group("sequence", lines) for lines in branches.values())
            content = _group("choice", [line for piece in pieces for line in piece])
        attributes = [self._attribute(a) for a in self.message.attributes if a.owner == owner]
        return ["<xs:complexType>", *_indent([*content, *attributes]), "</xs:complexType>"]

    def _declaration(self, element: Element) -> str:
        match element.type:
            case "aggregate":
                type_ = _type_name(element.path)
            case "any":
                type_ = "any"
            case name if name in self._owners():
                type_ = f"{name}.element"
            case name:
                type_ = name
                self.used.add(name)
        return f'<xs:element name="{element.name}" type="{type_}"{element.occurs}/>'

    def _attribute(self, attribute: Attribute) -> str:
        self.used.add(attribute.type)
        use = ' use="required"' if attribute.is_required else ""
        return f'<xs:attribute name="{attribute.name}" type="{attribute.type}"{use}/>'

    def _with_attributes(self, name: str) -> list[str]:
        self.used.add(name)
        attributes = [self._attribute(a) for a in self.message.attributes if a.owner == name]
        extension = [f'<xs:extension base="{name}">', *_indent(attributes), "</xs:extension>"]
        content = ["<xs:simpleContent>", *_indent(extension), "</xs:simpleContent>"]
        return [f'<xs:complexType name="{name}.element">', *_indent(content), "</xs:complexType>"]

    def _simple_type(self, type_: Type) -> list[str]:
        facets = []
        if type_.min_length is not None and type_.min_length == type_.max_length:
            facets.append(_facet("length", type_.min_length))
        else:
            facets += [_facet("minLength", type_.min_length)] if type_.min_length is not None else []
            facets += [_facet("maxLength", type_.max_length)] if type_.max_length is not None else []
        facets += [_facet("pattern", type_.pattern)] if type_.pattern else []
        facets += [_facet("enumeration", value) for value in type_.values]
        # Words for people: einvoice says them when a value does not fit.
        words = [
            f'<xs:appinfo source="{source}">{escape(text)}</xs:appinfo>'
            for source, text in (("wanted", type_.wanted), ("example", type_.example))
            if text
        ]
        body = _group("annotation", words) if words else []
        body += [f'<xs:restriction base="xs:{type_.base}">', *_indent(facets), "</xs:restriction>"]
        return [f'<xs:simpleType name="{type_.name}">', *_indent(body), "</xs:simpleType>"]


def _type_name(path: str) -> str:
    return path.replace("/", ".")


def _group(kind: str, lines: Sequence[str]) -> list[str]:
    return [f"<xs:{kind}>", *_indent(lines), f"</xs:{kind}>"]


def _indent(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _facet(name: str, value: str | int) -> str:
    return f"<xs:{name} value={quoteattr(str(value))}/>"


def generate(tables: Tables) -> dict[str, str]:
    """Return the content of each schema file by its name."""
    return {message.file: Writer(tables.types, message).text() for message in tables.messages}


def main(arguments: Sequence[str] = ()) -> int:
    """Write all files into the directory that is named, else beside this script; with --check only compare."""
    is_check = "--check" in arguments
    target = next((Path(argument) for argument in arguments if argument != "--check"), FOLDER)
    try:
        files = generate(read_tables())
    except BrokenTable as error:
        print(error, file=sys.stderr)
        return 1
    stale = []
    for name, text in files.items():
        path, data = target / name, text.encode("utf-8")
        if not is_check:
            path.write_bytes(data)
        elif not path.is_file() or path.read_bytes() != data:
            stale.append(name)
    if stale:
        message = f"not as the tables say: {', '.join(stale)}; run python schemas/finvoice/generate.py"
        print(message, file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
