"""Write the XSD files of this folder from elements.csv.

    python schemas/netvisor/generate.py [DIRECTORY]

The table says what is documented; its column `schema` says where the schema departs from that.
README.md explains the columns.  Two kinds of schema come out:

- *strict*, for what is sent to Netvisor: fixed order, mandatory content, lengths, value lists;
- *lenient*, for what Netvisor answers: any order, nothing mandatory, every value may be empty.

The result depends on the table alone: same table, same bytes.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

FOLDER = Path(__file__).resolve().parent
TABLE = FOLDER / "elements.csv"

KINDS = {"aggregate", "string", "decimal", "percent", "integer", "date", "enum", "base64"}
SCHEMA_WORDS = {"optional", "mandatory", "many", "empty", "open", "anycase", "rounded", "week", "choice"}

# One type for each length of a month: xs:date would know them, and refuses dates without leading zeros.
DATE_TYPES = {
    "date-in-month-of-31": "[1-9][0-9]{3}-(0?[13578]|1[02])-(0?[1-9]|[12][0-9]|3[01])",
    "date-in-month-of-30": "[1-9][0-9]{3}-(0?[469]|11)-(0?[1-9]|[12][0-9]|30)",
    "date-in-february": "[1-9][0-9]{3}-0?2-(0?[1-9]|1[0-9]|2[0-8])",
    "leap-day": "([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-0?2-29",
}
WEEK_PATTERN = "[1-9][0-9]{3}-W(0?[1-9]|[1-4][0-9]|5[0-3])"


class BrokenTable(Exception):
    """elements.csv contradicts itself; the message names the line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One element or attribute, as it stands in the table; `words` are those of the column schema."""

    line: int
    message: str
    order: int
    path: str
    attribute_of: str
    kind: str
    min: int
    max: int | None
    """None means without limit."""
    required: bool
    max_length: int | None
    max_decimals: int | None
    values: tuple[str, ...]
    more_values: tuple[str, ...]
    words: frozenset[str]
    like: tuple[str, str] | None
    """Message and path of another aggregate with the same content."""
    source: str

    @property
    def name(self) -> str:
        """The element or attribute name."""
        return self.path.rpartition("/")[2].removeprefix("@")

    @property
    def parent(self) -> str:
        """The path of the element around; empty for the root."""
        return self.path.rpartition("/")[0]

    @property
    def is_mandatory(self) -> bool:
        """True when a strict schema demands the element or attribute."""
        if "mandatory" in self.words:
            return True
        return "optional" not in self.words and (self.required if self.attribute_of else self.min > 0)


@dataclass(frozen=True, slots=True)
class Schema:
    """One file to write."""

    file: str
    messages: tuple[str, ...]
    strict: bool
    what: str


SCHEMAS = (
    Schema("salesinvoice-import.xsd", ("import",), True, "the request of salesinvoice.nv"),
    Schema(
        "salesinvoice-export.xsd",
        ("response", "list", "detail", "salespersons"),
        False,
        "what Netvisor answers: lists, one or several invoices or orders, sales persons, replies",
    ),
    Schema("salesinvoicebatch.xsd", ("batch",), True, "the request of salesinvoicebatch.nv"),
    Schema(
        "salesinvoice-actions.xsd",
        ("orderinvoicing", "comment", "matching"),
        True,
        "the requests of salesorderinvoicing.nv, salesinvoicecomment.nv and matchcreditnote.nv",
    ),
)


def read_table(path: Path = TABLE) -> list[Row]:
    """Return the rows of *path*; raises BrokenTable when the table contradicts itself."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [_parse_row(number, record) for number, record in enumerate(csv.DictReader(stream), 2)]
    _check_table(rows)
    return rows


def _parse_row(line: int, record: dict[str, str]) -> Row:
    def number(column: str) -> int | None:
        text = record[column]
        if text in ("", "unbounded"):
            return None
        if not text.isdecimal():
            raise BrokenTable(f"elements.csv:{line}: {column} is {text!r}, expected a number")
        return int(text)

    words = record["schema"].split()
    like = [word.removeprefix("like=") for word in words if word.startswith("like=")]
    message, _, path = like[0].partition(":") if like else ("", "", "")
    return Row(
        line=line,
        message=record["message"],
        order=number("order") or 0,
        path=record["path"],
        attribute_of=record["attribute_of"],
        kind=record["kind"],
        min=number("min") or 0,
        max=number("max"),
        required=record["required"] == "yes",
        max_length=number("max_length"),
        max_decimals=number("max_decimals"),
        values=tuple(record["values"].split("|")) if record["values"] else (),
        more_values=tuple(record["more_values"].split("|")) if record["more_values"] else (),
        words=frozenset(word for word in words if not word.startswith("like=")),
        like=(message, path) if like else None,
        source=record["source"],
    )


def _check_table(rows: list[Row]) -> None:
    aggregates: set[tuple[str, str]] = set()
    seen: set[tuple[str, str]] = set()
    order: dict[str, int] = {}
    leaves: set[tuple[str, str]] = set()
    for row in rows:
        key = (row.message, row.path)
        place = f"elements.csv:{row.line}: {row.message} {row.path}"
        if key in seen:
            raise BrokenTable(f"{place} stands twice; delete one")
        seen.add(key)
        if row.path != row.path.lower():
            raise BrokenTable(f"{place} has capitals; names are in lower case")
        if row.kind not in KINDS:
            raise BrokenTable(f"{place}: kind is {row.kind!r}, expected one of {', '.join(sorted(KINDS))}")
        if unknown := row.words - SCHEMA_WORDS:
            raise BrokenTable(f"{place}: unknown schema words {sorted(unknown)}, known are {sorted(SCHEMA_WORDS)}")
        if row.kind == "enum" and not (row.values or row.more_values):
            raise BrokenTable(f"{place}: an enum without values; fill the column values or change the kind")
        if row.order != order.get(row.message, 0) + 1:
            raise BrokenTable(f"{place}: order is {row.order}, expected {order.get(row.message, 0) + 1}")
        order[row.message] = row.order
        if row.attribute_of:
            if row.parent.rpartition("/")[2] != row.attribute_of or "/@" not in row.path:
                raise BrokenTable(f"{place}: attribute_of is {row.attribute_of!r} and does not fit the path")
            if (row.message, row.parent) not in aggregates | leaves:
                raise BrokenTable(f"{place}: no row above for the element {row.parent}")
            continue
        if row.parent and (row.message, row.parent) not in aggregates:
            raise BrokenTable(f"{place}: no aggregate row above for {row.parent}")
        (aggregates if row.kind == "aggregate" else leaves).add(key)
    for row in rows:
        if row.like is not None and row.like not in aggregates:
            raise BrokenTable(f"elements.csv:{row.line}: like={':'.join(row.like)} names no aggregate of the table")


@dataclass(slots=True)
class Writer:
    """Collects the types of one schema file."""

    rows: list[Row]
    schema: Schema
    simple_types: dict[str, list[str]] = field(default_factory=dict)
    complex_types: dict[str, list[str]] = field(default_factory=dict)

    def text(self) -> str:
        """Return the whole file."""
        top = self._element_lines(next(r for r in self.rows if r.message == self.schema.messages[0]), nested=False)
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            "<!--",
            "  Generated by schemas/netvisor/generate.py from elements.csv.  Do not edit: change the table and run the",
            "  script again.",
            "",
            f"  Netvisor: {self.schema.what}.",
            "  All names are in lower case: fold the element and attribute names of a document before validating it.",
            "-->",
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">',
            *(f"  {line}" for line in top),
        ]
        for types in (self.complex_types, self.simple_types):
            for definition in types.values():
                lines += ["", *(f"  {line}" for line in definition)]
        return "\n".join([*lines, "</xs:schema>", ""])

    def _children(self, row: Row) -> list[Row]:
        """Return the rows of the elements inside *row*; the root collects those of all messages of the file."""
        messages = self.schema.messages if row.path == "root" else (row.message,)
        return [r for r in self.rows if r.message in messages and r.parent == row.path and not r.attribute_of]

    def _attributes(self, row: Row) -> list[Row]:
        return [r for r in self.rows if r.message == row.message and r.parent == row.path and r.attribute_of]

    def _element_lines(self, row: Row, *, nested: bool, occurs: str = "") -> list[str]:
        """Return the declaration of the element and, through the registries, of all that is inside it."""
        attributes = self._attributes(row)
        if row.kind == "aggregate":
            if nested:
                return [f'<xs:element name="{row.name}" type="{self._complex_type(row)}"{occurs}/>']
            return [f'<xs:element name="{row.name}">', *(f"  {line}" for line in self._content(row)), "</xs:element>"]
        if not attributes:
            return [f'<xs:element name="{row.name}" type="{self._simple_type(row)}"{occurs}/>']
        return [
            f'<xs:element name="{row.name}"{occurs}>',
            "  <xs:complexType>",
            "    <xs:simpleContent>",
            f'      <xs:extension base="{self._simple_type(row)}">',
            *(f"        {self._attribute_line(attribute)}" for attribute in attributes),
            "      </xs:extension>",
            "    </xs:simpleContent>",
            "  </xs:complexType>",
            "</xs:element>",
        ]

    def _complex_type(self, row: Row) -> str:
        """Return the name of the type of an aggregate, and define it first when it is new."""
        if row.like is not None:
            row = next(r for r in self.rows if (r.message, r.path) == row.like)
        name = row.path.removeprefix("root/").replace("/", ".")
        if name not in self.complex_types:
            definition: list[str] = []
            self.complex_types[name] = definition
            content = self._content(row)
            definition += [f'<xs:complexType name="{name}">', *content[1:]]
        return name

    def _content(self, row: Row) -> list[str]:
        children = self._children(row)
        group = self._group(row, children)
        repeated = group == "choice" and not self.schema.strict
        lines = [f"  <xs:{group}{_occurs(0, None) if repeated else ''}>"]
        for child in children:
            if group == "choice":
                occurs = ""
            elif self.schema.strict:
                most = None if "many" in child.words else child.max
                occurs = _occurs(max(child.min, 1) if child.is_mandatory else 0, most)
            else:
                occurs = _occurs(0, 1)
            lines += [f"    {line}" for line in self._element_lines(child, nested=True, occurs=occurs)]
        lines.append(f"  </xs:{group}>")
        lines += [f"  {self._attribute_line(attribute)}" for attribute in self._attributes(row)]
        return ["<xs:complexType>", *lines, "</xs:complexType>"]

    def _group(self, row: Row, children: list[Row]) -> str:
        if self.schema.strict:
            one_message_of_several = row.path == "root" and len(children) > 1
            return "choice" if "choice" in row.words or one_message_of_several else "sequence"
        # xs:all forgets the order and still refuses a repeated element; it cannot hold elements that repeat.
        return "all" if all(child.max == 1 for child in children) else "choice"

    def _attribute_line(self, row: Row) -> str:
        use = ' use="required"' if self.schema.strict and row.is_mandatory else ""
        return f'<xs:attribute name="{row.name}" type="{self._simple_type(row)}"{use}/>'

    def _simple_type(self, row: Row) -> str:
        """Return the name of the type of a value, and define it first when it is new."""
        if self.schema.strict:
            is_value_needed = "empty" not in row.words and (bool(row.attribute_of) or row.is_mandatory)
        else:
            is_value_needed = False
        if row.kind == "string" or (row.kind == "enum" and "open" in row.words):
            # An attribute that is free text may say nothing: only its absence is ruled.
            return self._text_type(row.max_length, filled=is_value_needed and not row.attribute_of)
        if row.kind == "base64":
            if not is_value_needed:
                return "xs:base64Binary"
            return self._restriction("base64-filled", "xs:base64Binary", ['<xs:minLength value="1"/>'])
        if row.kind == "date":
            return self._date_type(is_week_allowed="week" in row.words, is_value_needed=is_value_needed)
        if row.kind == "enum" and "anycase" not in row.words:
            name, values = _enumeration(row)
            if not is_value_needed:
                name, values = f"{name}-or-empty", [*values, ""]
            return self._restriction(name, "xs:token", [_facet("enumeration", value) for value in values])
        name, pattern = _pattern(row)
        if not is_value_needed:
            name, pattern = f"{name}-or-empty", f"({pattern})?"
        return self._restriction(name, "xs:token", [_facet("pattern", pattern)])

    def _date_type(self, *, is_week_allowed: bool, is_value_needed: bool) -> str:
        members = [self._restriction(n, "xs:token", [_facet("pattern", p)]) for n, p in DATE_TYPES.items()]
        name = "date"
        if is_week_allowed:
            name += "-or-week"
            members.append(self._restriction("week", "xs:token", [_facet("pattern", WEEK_PATTERN)]))
        if not is_value_needed:
            name += "-or-empty"
            members.append(self._restriction("empty", "xs:token", ['<xs:maxLength value="0"/>']))
        return self._define(name, [f'<xs:union memberTypes="{" ".join(members)}"/>'])

    def _text_type(self, max_length: int | None, *, filled: bool) -> str:
        facets = [r'<xs:pattern value="\s*\S[\s\S]*"/>'] if filled else []
        name = "text-filled" if filled else "text"
        if max_length is not None:
            name += f"-{max_length}"
            facets.append(f'<xs:maxLength value="{max_length}"/>')
        return self._restriction(name, "xs:string", facets) if facets else "xs:string"

    def _restriction(self, name: str, base: str, facets: list[str]) -> str:
        return self._define(
            name, [f'<xs:restriction base="{base}">', *(f"  {facet}" for facet in facets), "</xs:restriction>"]
        )

    def _define(self, name: str, content: list[str]) -> str:
        definition = [f'<xs:simpleType name="{name}">', *(f"  {line}" for line in content), "</xs:simpleType>"]
        if self.simple_types.setdefault(name, definition) != definition:
            raise BrokenTable(f"{self.schema.file}: two types would both be named {name}; rename one in generate.py")
        return name


def _occurs(least: int, most: int | None) -> str:
    text = "" if least == 1 else f' minOccurs="{least}"'
    return text + ("" if most == 1 else f' maxOccurs="{"unbounded" if most is None else most}"')


def _facet(name: str, value: str) -> str:
    return f"<xs:{name} value={quoteattr(value)}/>"


def _pattern(row: Row) -> tuple[str, str]:
    """Return the name and the pattern of a number, or of a value list in any case."""
    if row.kind == "enum":
        name, values = _enumeration(row)
        any_case = ("".join(f"[{c.upper()}{c}]" if c.isalpha() else c for c in value) for value in values)
        return f"{name}-anycase", "|".join(any_case)
    if row.kind == "integer":
        return ("integer", "[0-9]+") if row.max_length is None else _limited("integer", "[0-9]{1,%d}", row.max_length)
    if row.max_decimals is None or "rounded" in row.words:
        return "decimal", "-?[0-9]+([,.][0-9]+)?"
    return _limited("decimal", "-?[0-9]+([,.][0-9]{1,%d})?", row.max_decimals)


def _limited(name: str, pattern: str, limit: int) -> tuple[str, str]:
    return f"{name}-{limit}", pattern % limit


def _enumeration(row: Row) -> tuple[str, list[str]]:
    """Return the name and the values of a value list; short lists are named by their values, long ones by place."""
    values = [*row.values, *row.more_values]
    if len(values) <= 3:
        return ".".join(["one-of", *values]), values
    place = f"{row.attribute_of}-{row.name}" if row.name in ("type", "status") else row.name
    return f"{place}-value", values


def generate(rows: list[Row]) -> dict[str, str]:
    """Return the content of each schema file by its name."""
    return {schema.file: Writer(rows, schema).text() for schema in SCHEMAS}


def main(arguments: Iterable[str] = ()) -> int:
    """Write all files into the directory named by the first argument, else beside this script."""
    target = Path(next(iter(arguments), FOLDER))
    try:
        files = generate(read_table())
    except BrokenTable as error:
        print(error, file=sys.stderr)
        return 1
    for name, text in files.items():
        (target / name).write_bytes(text.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
