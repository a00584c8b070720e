"""The elements of Finvoice, version by version: their order, how often each may stand, and what each may hold.

The table is `schemas/finvoice/*.csv`, from which the schemas are generated too; so what a writer checks here is what
the schema of that version will accept.  It is read on first use (a few milliseconds) and kept; the children of an
element are made when somebody asks for them.

>>> details = root("3.0").children["InvoiceDetails"]
>>> details.rank["InvoiceNumber"] < details.rank["InvoiceDate"]
True
>>> number = at("3.0", ("InvoiceDetails", "InvoiceNumber"))
>>> number.required, number.maximum, number.text.max_length
(True, 1, 20)
>>> at("2.01", ("InvoiceDetails", "TenderReference")) is None
True
>>> total = at("3.0", ("InvoiceDetails", "InvoiceTotalVatIncludedAmount"))
>>> total.text.accepts("-1234,56")
True
>>> total.text.fault("1234.56")
"is '1234.56', expected an amount of at most 15 digits, with a comma before 2 to 5 decimals, as 1234,56"
>>> total.attributes["AmountCurrencyIdentifier"].required
True
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from einvoice.errors import SchemaBroken

__all__ = [
    "ATTACHMENTS",
    "VERSIONS",
    "Attribute",
    "Element",
    "Kind",
    "TextType",
    "at",
    "attachments_root",
    "root",
    "schema_file",
    "text_types",
]

Kind = Literal[
    "text", "token", "name", "code", "amount", "quantity", "percentage", "rate", "date", "timestamp", "base64"
]
"""What a text means: `text` keeps its blanks, `token` and all others do not; `name` takes no blanks at all."""

VERSIONS: Final = ("2.01", "3.0")
"""The versions whose elements the table has.  Documents of older versions are judged by 2.01."""

ATTACHMENTS: Final = "1.0"
"""The version of the attachment message."""

_HERE: Final = Path(__file__).resolve().parent
_PLACES: Final = (_HERE.parents[1] / "schemas" / "finvoice", _HERE.parents[3] / "schemas" / "finvoice")
"""Inside the package when it is installed from a wheel, at the top of a checkout otherwise."""

_SHOWN_VALUE: Final = 60
_FIX: Final = "install einvoice-nordic again"

# Names of XML 1.0, in the blocks that invoices use and a little beyond.
_NAME_CHARACTER: Final = (
    "[-.:_0-9A-Za-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0180-\u01c3"
    "\u0300-\u0345\u0660-\u0669\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e-\u0481]"
)
_BLANKS: Final = re.compile(r"[ \t\n\r]+")
_DATE_TIME: Final = re.compile(
    r"-?(?P<year>[1-9][0-9]{3,}|0[0-9]{3})-(?P<rest>[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]+)?"
    r"(Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
)
_BASE64: Final = re.compile(r"(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){2}[A-Za-z0-9+/=] ?=)?")


@dataclass(frozen=True)
class TextType:
    """What the text of an element or attribute may be.

    *wanted* says it in words and *example* shows it, where lengths and values alone do not tell.  The lengths count
    characters of the text as it is compared (see `normalise`); *max_length* is None without limit.
    """

    name: str
    kind: Kind
    base: str
    """The built-in type of XML Schema that it restricts."""
    min_length: int = 0
    max_length: int | None = None
    patterns: tuple[str, ...] = ()
    """Regular expressions of XML Schema, each of which the whole text has to match."""
    enumeration: tuple[str, ...] = ()
    wanted: str = ""
    example: str = ""

    def normalise(self, text: str) -> str:
        """Return *text* as it is compared: in all but plain text, blanks around it and double ones do not count."""
        # Around a dateTime they should not count either, but libxml2 refuses some of them.
        return text if self.base in ("string", "dateTime") else _BLANKS.sub(" ", text).strip(" ")

    def accepts(self, text: str) -> bool:
        """Return whether *text* may stand there."""
        return self.fault(text) is None

    def fault(self, text: str) -> str | None:
        """Return what is wrong with *text*, as the rest of a sentence about it; None when it may stand there."""
        value = self.normalise(text)
        length = len(value)
        if self.enumeration:
            *others, last = self.enumeration
            named = f"{', '.join(others)} or {last}" if others else last
            return None if value in self.enumeration else _is(value, named)
        if length < self.min_length or (self.max_length is not None and length > self.max_length):
            if value:
                return f"has {length} character{'' if length == 1 else 's'}, expected {self._lengths}"
            return _is(value, self._form)
        if all(pattern.fullmatch(value) for pattern in self._compiled) and self._is_of_base(value):
            return None
        return _is(value, self._form)

    @property
    def _form(self) -> str:
        """What the text should be, in words."""
        if not self.wanted:
            return f"{self._lengths} characters"
        return f"{self.wanted}, as {self.example}" if self.example else self.wanted

    @property
    def _lengths(self) -> str:
        if self.min_length == self.max_length:
            return f"exactly {self.max_length}"
        return f"{self.min_length} to {self.max_length}" if self.min_length else f"at most {self.max_length}"

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str], ...]:
        patterns = (pattern.replace(r"\c", _NAME_CHARACTER) for pattern in self.patterns)
        base = (f"{_NAME_CHARACTER}+",) if self.base == "NMTOKEN" else ()
        return tuple(re.compile(pattern) for pattern in (*base, *patterns))

    def _is_of_base(self, value: str) -> bool:
        match self.base:
            case "dateTime":
                return _is_date_time(value)
            case "base64Binary":
                return _BASE64.fullmatch(value) is not None
        return True


def _is(value: str, expected: str) -> str:
    shown = repr(value if len(value) <= _SHOWN_VALUE else value[:_SHOWN_VALUE] + "…") if value.strip() else "empty"
    return f"is {shown}, expected {expected}"


def _is_date_time(value: str) -> bool:
    found = _DATE_TIME.fullmatch(value)
    if found is None or found["year"] == "0000":
        return False
    # Any year will do for the calendar that leaps like it.
    year = 2000 + int(found["year"]) % 400
    rest = found["rest"]
    if rest.endswith("T24:00:00"):
        rest = rest.replace("T24", "T00")
    try:
        datetime.strptime(f"{year}-{rest}", "%Y-%m-%dT%H:%M:%S")
    except ValueError:
        return False
    return True


class Attribute(NamedTuple):
    """An attribute of an element, and what it may hold."""

    name: str
    required: bool
    text: TextType


@dataclass(frozen=True, eq=False)
class Element:
    """An element at its place below the root.

    *text* is None of an element that holds elements.  *open* says that any elements may stand inside, of which the
    table knows nothing.  Of a parent that is a choice, each child has a *branch*, and children of one branch only may
    stand together; none of them is then *required*.
    """

    name: str
    path: tuple[str, ...]
    required: bool
    maximum: int | None
    """How often it may stand; None without limit."""
    text: TextType | None
    attributes: Mapping[str, Attribute]
    open: bool
    branch: int | None
    _table: _Table = field(repr=False)

    @cached_property
    def children(self) -> Mapping[str, Element]:
        """The declared children by name, in their order."""
        return MappingProxyType(self._table.children_of(self.path))

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each child in the order of the schema."""
        return MappingProxyType({name: number for number, name in enumerate(self.children)})


class _Row(NamedTuple):
    name: str
    occurs: str
    type: str
    branch: str


@dataclass(frozen=True)
class _Table:
    """The rows of one version by the path of their parent, and the attributes by the type that carries them."""

    rows: Mapping[tuple[str, ...], list[_Row]]
    attributes: Mapping[str, dict[str, Attribute]]

    def children_of(self, path: tuple[str, ...]) -> dict[str, Element]:
        return {row.name: self._element((*path, row.name), row) for row in self.rows.get(path, ())}

    def root(self, name: str) -> Element:
        return Element(name, (), True, 1, None, MappingProxyType(self.attributes.get(name, {})), False, None, self)

    def _element(self, path: tuple[str, ...], row: _Row) -> Element:
        least, _, most = row.occurs.partition("..")
        return Element(
            name=row.name,
            path=path,
            required=least != "0" and not row.branch,
            maximum=None if most == "n" else int(most),
            text=None if row.type in ("aggregate", "any") else text_types()[row.type],
            attributes=MappingProxyType(self.attributes.get(row.type, {})),
            open=row.type == "any",
            branch=int(row.branch) if row.branch else None,
            _table=self,
        )


def root(version: str) -> Element:
    """Return the element ``Finvoice`` of a version, one of `VERSIONS`; raises LookupError for any other."""
    if version not in VERSIONS:
        raise LookupError(f"no table for Finvoice {version!r}, expected one of {', '.join(VERSIONS)}")
    return _roots()[version]


def attachments_root() -> Element:
    """Return the element ``FinvoiceAttachments``, the message that carries attachments."""
    return _roots()["attachments"]


def at(version: str, path: Sequence[str]) -> Element | None:
    """Return the element at *path*, names below the root without positions; None when the version has no such.

    >>> at("3.0", ("VirtualBankBarcode",)).text.max_length
    512
    """
    element: Element | None = root(version)
    for name in path:
        if element is None:
            return None
        element = element.children.get(name)
    return element


def schema_file(version: str) -> Path:
    """Return the schema of *version* that was generated from this table."""
    for folder in _PLACES:
        if (path := folder / f"finvoice-{version}.xsd").is_file():
            return path
    raise SchemaBroken("the schema file is missing", fix=_FIX, source=f"finvoice-{version}.xsd")


@cache
def text_types() -> Mapping[str, TextType]:
    """Return all types of the table by name, as shared by elements and attributes of all versions."""
    types = {}
    for name, kind, base, least, most, pattern, values, wanted, example in _rows("types.csv"):
        types[name] = TextType(
            name,
            kind,  # type: ignore[arg-type]  # a table of ours has no other
            base,
            int(least or 0),
            int(most) if most else None,
            (pattern,) if pattern else (),
            tuple(values.split("|")) if values else (),
            wanted,
            example,
        )
    return MappingProxyType(types)


@cache
def _roots() -> Mapping[str, Element]:
    types = text_types()
    rows: dict[str, dict[tuple[str, ...], list[_Row]]] = {version: {} for version in VERSIONS}
    for path, occurs_2, type_2, occurs_3, type_3, branch in _rows("elements.csv"):
        *parent, name = path.split("/")
        for version, occurs, type_, its_branch in (("2.01", occurs_2, type_2, ""), ("3.0", occurs_3, type_3, branch)):
            if occurs:
                rows[version].setdefault(tuple(parent), []).append(_Row(name, occurs, type_, its_branch))
    attributes: dict[str, dict[str, dict[str, Attribute]]] = {version: {} for version in VERSIONS}
    for owner, name, use_2, type_2, use_3, type_3 in _rows("attributes.csv"):
        for version, use, type_ in (("2.01", use_2, type_2), ("3.0", use_3, type_3)):
            if use:
                attribute = Attribute(name, use == "required", types[type_])
                attributes[version].setdefault(owner, {})[name] = attribute
    roots = {version: _Table(rows[version], attributes[version]).root("Finvoice") for version in VERSIONS}
    return MappingProxyType({**roots, "attachments": _attachments()})


def _attachments() -> Element:
    rows: dict[tuple[str, ...], list[_Row]] = {}
    attributes: dict[str, Attribute] = {}
    for path, occurs, type_ in _rows("attachments.csv"):
        *parent, name = path.split("/")
        if name.startswith("@"):
            attributes[name[1:]] = Attribute(name[1:], occurs == "1..1", text_types()[type_])
        else:
            rows.setdefault(tuple(parent), []).append(_Row(name, occurs, type_, ""))
    return _Table(rows, {"FinvoiceAttachments": attributes}).root("FinvoiceAttachments")


def _rows(file: str) -> list[list[str]]:
    """Return the rows of a file of the table, without its head."""
    folder = next((place for place in _PLACES if place.is_dir()), _PLACES[0])
    try:
        with (folder / file).open(encoding="utf-8", newline="") as stream:
            return list(csv.reader(stream))[1:]
    except OSError as error:
        raise SchemaBroken("a table of Finvoice is missing", fix=_FIX, source=str(folder / file)) from error
