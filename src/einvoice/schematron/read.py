"""Read ISO Schematron with the XPath 2 query binding: a file to a `Schema`.

Resolved here: ``include``, ``extends`` (a rule by id, or the children of another file by ``href``), abstract patterns
(``is-a`` with parameters) and abstract rules, and our own tables (``ei:table``) and code lists (``ei:codes``), which
``schematron/README.md`` describes.  XSLT functions (``param``, ``variable``, ``sequence``, ``choose``) and keys are
taken as far as rule sets in the field use them.

A rule file is untrusted: no document type, no entities (`einvoice.xml`), and whatever it includes lies in the folder
of the main file or below it; there is no network and no other file, and what includes, tables and abstract rules
multiply has a limit.  What cannot be run is refused here, with file
and line, rather than passed over: `SchematronBroken`, exit 6.
"""

from __future__ import annotations

import csv
import io
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal, Protocol

from lxml import etree

from einvoice import xml
from einvoice.errors import InputError, SchematronBroken
from einvoice.schematron.schema import (
    EI,
    Assertion,
    Choose,
    Diagnostic,
    Function,
    Instruction,
    Key,
    Let,
    Message,
    NameOf,
    Param,
    Part,
    Pattern,
    Phase,
    Rule,
    Schema,
    Sequence,
    Text,
    ValueOf,
    Variable,
    XPath,
)

SCH: Final = "http://purl.oclc.org/dsdl/schematron"
XSL: Final = "http://www.w3.org/1999/XSL/Transform"
QUERY_BINDINGS: Final = ("xslt2", "xpath2", "xslt3", "xpath3", "xpath31", "")
MAX_INCLUDES: Final = 200
MAX_ROWS: Final = 20_000
MAX_EXPANSIONS: Final = 30_000
"""Includes, rows of tables and extensions of rules, each time one is put in its place."""

CodeLists = Callable[[str, str | None], tuple[str, ...]]
"""Gives the codes of a list by its name and edition; raises LookupError for one that does not exist."""


class Files(Protocol):
    """Where the files of a rule set come from: bytes of a name relative to the main file."""

    def __call__(self, name: str) -> bytes: ...


def read_file(path: Path, codes: CodeLists | None = None, *, root: Path | None = None) -> Schema:
    """Return the rule set in the file *path*; raises `SchematronBroken`.

    What it includes lies in the folder *root*, by default that of the file, or below it.
    """
    main = path.resolve()
    folder = main.parent if root is None else root.resolve()
    return read_schema(main.relative_to(folder).as_posix(), files_in(folder), codes)


def files_in(folder: Path) -> Files:
    """Return what gives the files in *folder* and below it, and no others."""
    folder = folder.resolve()

    def load(name: str) -> bytes:
        target = (folder / name).resolve()
        if not target.is_relative_to(folder):
            raise PermissionError(f"{name} lies outside {folder}")
        if not target.is_file():  # a pipe or a device may never end
            raise FileNotFoundError(f"{name} is no file")
        return target.read_bytes()

    return load


def read_schema(name: str, load: Files, codes: CodeLists | None = None) -> Schema:
    """Return the rule set whose main file is *name*; *load* gives the bytes of it and of what it includes."""
    return _Reader(load, codes).schema(name)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _space(element: etree._Element) -> str | None:
    return etree.QName(element).namespace


def _kind(element: etree._Element) -> str:
    """Return what *element* is to us: ``let``, ``ei:codes``, ``xsl:key``; empty for what others put in their files."""
    prefix = {SCH: "", EI: "ei:", XSL: "xsl:"}.get(_space(element) or "")
    return "" if prefix is None else prefix + _local(element)


def _copy(template: etree._Element, change: Callable[[str], str], *, texts: bool = False) -> etree._Element:
    """Return a copy of *template* with *change* made to attributes, and to *texts*; it keeps lines, drops comments."""
    copy = etree.Element(template.tag, nsmap=template.nsmap)
    copy.sourceline = template.sourceline  # type: ignore[misc]  # the stubs know no setter
    for name, value in template.attrib.items():
        copy.set(name, change(value))
    last: etree._Element | None = None
    for text, child in ((template.text, None), *((child.tail, child) for child in template.iterchildren())):
        if child is not None and isinstance(child.tag, str):
            last = _copy(child, change, texts=texts)
            copy.append(last)
        if text:
            text = change(text) if texts else text
            if last is None:
                copy.text = (copy.text or "") + text
            else:
                last.tail = (last.tail or "") + text
    return copy


_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")


class _Reader:
    def __init__(self, load: Files, codes: CodeLists | None) -> None:
        self.load = load
        self.codes = codes
        self.read: list[str] = []
        self.expansions = 0
        self.roots: dict[str, etree._Element] = {}
        self.namespaces: dict[str, str] = {}
        self.abstract_patterns: dict[str, tuple[etree._Element, str]] = {}
        self.abstract_rules: dict[str, tuple[etree._Element, str]] = {}  # of the pattern in hand
        self.shared_rules: dict[str, tuple[etree._Element, str]] = {}  # of the whole schema
        self.source = ""

    # ---------------------------------------------------------------- files

    def broken(self, message: str, element: etree._Element | None = None, fix: str | None = None) -> SchematronBroken:
        line = None if element is None else element.sourceline
        return SchematronBroken(message, fix=fix, source=self.source, line=line)

    def open(self, name: str, by: etree._Element | None) -> etree._Element:
        if name in self.roots:
            return self.roots[name]
        if len(self.roots) >= MAX_INCLUDES:
            raise self.broken(f"more than {MAX_INCLUDES} files are included", by, "split the rule set")
        try:
            data = self.load(name)
        except OSError as error:
            outside = isinstance(error, PermissionError) and error.errno is None  # of a loader, not of the system
            why = "lies outside the folder of the main file" if outside else "cannot be read"
            raise self.broken(
                f"{name} {why}", by, "put it beside the main file; nothing else is opened for a rule file"
            ) from error
        try:
            root = xml.parse(data, faithful=True)
        except InputError as error:
            raise SchematronBroken(
                f"the rule file is no XML that einvoice reads: {error.message}",
                fix=error.fix,
                source=name,
                line=error.line,
                column=error.column,
            ) from error
        self.roots[name] = root
        return root

    def expand(self, by: etree._Element) -> None:
        """Count what is put in place of *by*: files that include each other twice grow without end."""
        self.expansions += 1
        if self.expansions > MAX_EXPANSIONS:
            raise self.broken(
                f"includes, tables and extensions unfold to more than {MAX_EXPANSIONS:,} pieces",
                by,
                "take out what is included again and again, or split the rule set",
            )

    def resolve(self, href: str, element: etree._Element) -> str:
        if not href or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\\", href):
            raise self.broken(
                f"{href!r} is no relative file name",
                element,
                "name a file in the folder of the main file or below it; einvoice opens nothing else for a rule file",
            )
        name = posixpath.normpath(posixpath.join(posixpath.dirname(self.source), href.partition("#")[0]))
        if name.startswith("../"):
            raise self.broken(f"{href!r} lies outside the folder of the main file", element, "put it beside that file")
        return name

    # ---------------------------------------------------------------- effective children

    def children(self, element: etree._Element) -> Iterator[etree._Element]:
        """Yield the Schematron children of *element*: includes, extensions by file and tables are replaced."""
        for child in element.iterchildren("*"):
            yield from self._effective(child)

    def _effective(self, child: etree._Element) -> Iterator[etree._Element]:
        space, local = _space(child), _local(child)
        if space == SCH and (local == "include" or (local == "extends" and child.get("href") is not None)):
            self.expand(child)
            name = self.resolve(child.get("href", ""), child)
            fragment = child.get("href", "").partition("#")[2]
            if name in self.read:
                raise self.broken(f"{name} includes itself", child, "break the circle of includes")
            root = self.open(name, child)
            if fragment:
                found = next((each for each in root.iter("{*}*") if each.get("id") == fragment), None)
                if found is None:
                    raise self.broken(f"{name} has no element with the id {fragment!r}", child, "correct the reference")
                root = found
            outer, self.source = self.source, name
            self.read.append(name)
            self._declare(root)
            if local == "include":
                yield from self._effective(root)
            else:
                yield from self.children(root)
            self.read.pop()
            self.source = outer
        elif space == EI and local == "table":
            yield from self._table(child)
        else:
            yield child

    def _table(self, table: etree._Element) -> Iterator[etree._Element]:
        name = self.resolve(table.get("href", ""), table)
        try:
            text = self.load(name).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise self.broken(f"the table {name} cannot be read: {error}", table, "it is a UTF-8 CSV file") from error
        lines = [line for line in io.StringIO(text, newline="") if not line.startswith("#")]
        column, _, values = (table.get("where") or "").partition("=")
        wanted = set(values.split("|")) if column else None
        for count, row in enumerate(self._rows(lines, name, table), start=1):
            if None in row or None in row.values():
                raise self.broken(f"{name}: row {count} has not as many cells as the header", table, "count the commas")
            if wanted is not None:
                if column not in row:
                    raise self.broken(f"{name} has no column {column!r}", table, f"columns: {', '.join(row)}")
                if row[column] not in wanted:
                    continue
            if count > MAX_ROWS:
                raise self.broken(f"{name} has more than {MAX_ROWS} rows", table, "split the table")
            self.expand(table)
            for child in table.iterchildren("*"):
                yield from self._effective(self._filled(child, row, name))

    def _rows(self, lines: list[str], name: str, table: etree._Element) -> Iterator[dict[str, str]]:
        reader = csv.DictReader(lines)
        try:
            if not reader.fieldnames:
                raise self.broken(f"the table {name} is empty", table, "its first line names the columns")
            yield from reader
        except csv.Error as error:
            raise self.broken(f"the table {name} cannot be read: {error}", table, "it is a UTF-8 CSV file") from error

    def _filled(self, template: etree._Element, row: Mapping[str, str], name: str) -> etree._Element:
        """Return a copy of *template* with ``{column}`` replaced; it keeps the line of the template."""

        def value(match: re.Match[str]) -> str:
            if match[1] is None:
                return match[0][0]
            if match[1] not in row:
                raise self.broken(f"{name} has no column {match[1]!r}", template, f"columns: {', '.join(row)}")
            return row[match[1]]

        return _copy(template, lambda text: _BRACES.sub(value, text), texts=True)

    # ---------------------------------------------------------------- the schema

    def _declare(self, root: etree._Element) -> None:
        """Take the prefixes that the file itself uses (for functions); ``ns`` elements go before them."""
        for prefix, uri in root.nsmap.items():
            if prefix and uri not in (SCH, XSL):
                self.namespaces.setdefault(prefix, uri)

    def schema(self, name: str) -> Schema:
        self.source = name
        root = self.open(name, None)
        if root.tag != f"{{{SCH}}}schema":
            raise self.broken(
                f"the root element is {str(root.tag)!r}, not an ISO Schematron schema",
                root,
                f'a rule file begins with <schema xmlns="{SCH}" queryBinding="xslt2">',
            )
        binding = root.get("queryBinding", "").lower()
        if binding not in QUERY_BINDINGS:
            raise self.broken(f"the query binding {binding!r} is not supported", root, 'use queryBinding="xslt2"')
        self.read.append(name)
        self._declare(root)
        elements: list[tuple[etree._Element, str]] = []
        for child in self.children(root):
            if child.tag == f"{{{SCH}}}ns":
                prefix, uri = child.get("prefix", ""), child.get("uri", "")
                if not prefix or not uri:
                    raise self.broken("an <ns> needs a prefix and a uri", child)
                self.namespaces[prefix] = uri
                continue
            if child.tag in (f"{{{SCH}}}pattern", f"{{{SCH}}}rules"):
                for rule in child.iterchildren(f"{{{SCH}}}rule"):
                    if rule.get("abstract") == "true":
                        self.shared_rules.setdefault(rule.get("id", ""), (rule, self.source))
            if child.tag == f"{{{SCH}}}pattern" and child.get("abstract") == "true":
                self.abstract_patterns[child.get("id", "")] = (child, self.source)
            else:
                elements.append((child, self.source))
        lets: list[Let] = []
        functions: list[Function] = []
        keys: list[Key] = []
        patterns: list[Pattern] = []
        phases: list[Phase] = []
        diagnostics: dict[str, Diagnostic] = {}
        title = None
        for child, source in elements:
            self.source = source
            match _kind(child):
                case "let":
                    lets.append(self.let(child))
                case "ei:codes":
                    lets.append(self.code_list(child))
                case "pattern":
                    patterns.append(self.pattern(child))
                case "phase":
                    phases.append(self.phase(child))
                case "title":
                    title = title or " ".join("".join(child.itertext()).split())
                case "diagnostics":
                    for item in self.children(child):
                        if _kind(item) == "diagnostic":
                            found = Diagnostic(item.get("id", ""), self.message(item))
                            diagnostics[found.id] = found
                case "xsl:function":
                    functions.append(self.function(child))
                case "xsl:key":
                    keys.append(self.key(child))
                case "p" | "properties" | "rules" | "":
                    pass
                case kind:
                    raise self.broken(f"<{kind}> is not supported here", child, "take it out")
        self.source = name
        default = root.get("defaultPhase")
        return Schema(
            title,
            dict(self.namespaces),
            tuple(patterns),
            tuple(lets),
            tuple(functions),
            tuple(keys),
            tuple(phases),
            default if default not in (None, "#ALL") else None,
            diagnostics,
            root.get("schemaVersion"),
            name,
        )

    def xpath(self, element: etree._Element, attribute: str) -> XPath:
        text = element.get(attribute)
        if text is None or not text.strip():
            raise self.broken(f"<{_local(element)}> needs a {attribute}", element)
        return XPath(text, element.sourceline, self.source)

    def let(self, element: etree._Element) -> Let:
        name = element.get("name")
        if not name:
            raise self.broken("<let> needs a name", element)
        if element.get("value") is None:
            raise self.broken(f"the variable {name} holds elements, which is not supported", element, "give it a value")
        return Let(name, self.xpath(element, "value"))

    def code_list(self, element: etree._Element) -> Let:
        name, listed = element.get("name"), element.get("list")
        if not name or not listed:
            raise self.broken("<ei:codes> needs a name and a list", element)
        try:
            if self.codes is None:
                raise LookupError("code lists are there for the built-in rule sets only")
            codes = self.codes(listed, element.get("edition"))
        except LookupError as error:
            raise self.broken(f"the code list {listed!r} is not there: {error}", element) from error
        if codes and not any(" " in code or not code for code in codes):
            # A literal of thousands of items nests too deep.
            text = " ".join(codes).replace("'", "''")
            return Let(name, XPath(f"tokenize('{text}', ' ')", element.sourceline, self.source))
        literals = ", ".join("'" + code.replace("'", "''") + "'" for code in codes)
        return Let(name, XPath(f"({literals})", element.sourceline, self.source))

    def phase(self, element: etree._Element) -> Phase:
        active: list[str] = []
        lets: list[Let] = []
        for child in self.children(element):
            if _kind(child) == "active":
                active.append(child.get("pattern", ""))
            elif _kind(child) == "let":
                lets.append(self.let(child))
        return Phase(element.get("id", ""), tuple(active), tuple(lets))

    def pattern(self, element: etree._Element) -> Pattern:
        parent = element.get("is-a")
        if parent is None:
            return self._pattern(element, element.get("id"))
        if parent not in self.abstract_patterns:
            raise self.broken(f"there is no abstract pattern {parent!r}", element, "declare it, with abstract='true'")
        values = {
            child.get("name", ""): child.get("value", "")
            for child in element.iterchildren("*")
            if _local(child) == "param"
        }
        template, source = self.abstract_patterns[parent]
        for child in template.iterchildren(f"{{{SCH}}}param"):  # defaults
            values.setdefault(child.get("name", ""), child.get("value", ""))
        longest = sorted(values, key=len, reverse=True)
        names = re.compile(r"\$(" + "|".join(map(re.escape, longest)) + r")(?![\w.-])")
        outer, self.source = self.source, source
        copy = _copy(template, lambda text: names.sub(lambda found: values[found[1]], text) if values else text)
        found = self._pattern(copy, element.get("id"))
        self.source = outer
        return found

    def _pattern(self, element: etree._Element, id: str | None) -> Pattern:
        lets: list[Let] = []
        rules: list[tuple[etree._Element, str]] = []
        title = None
        if element.get("documents") is not None:
            raise self.broken("a pattern over other documents is not supported", element, "take documents= out")
        self.abstract_rules = {}
        for child in self.children(element):
            match _kind(child):
                case "let":
                    lets.append(self.let(child))
                case "ei:codes":
                    lets.append(self.code_list(child))
                case "rule" if child.get("abstract") == "true":
                    self.abstract_rules[child.get("id", "")] = (child, self.source)
                case "rule":
                    rules.append((child, self.source))
                case "title":
                    title = " ".join("".join(child.itertext()).split())
                case "p" | "param" | "":
                    pass
                case other:
                    raise self.broken(f"<{other}> is not supported in a pattern", child)
        outer = self.source
        made: list[Rule] = []
        for rule, source in rules:
            self.source = source
            made.append(self.rule(rule))
        self.source = outer
        return Pattern(id, tuple(made), tuple(lets), title)

    def rule(self, element: etree._Element) -> Rule:
        subject = self.xpath(element, "subject") if element.get("subject") else None
        return Rule(
            self.xpath(element, "context"),
            tuple(self._body(element, ())),
            element.get("id"),
            element.get("flag"),
            element.get("role"),
            subject,
        )

    def _body(self, element: etree._Element, within: tuple[str, ...]) -> Iterator[Let | Assertion]:
        for child in self.children(element):
            match _kind(child):
                case "let":
                    yield self.let(child)
                case "ei:codes":
                    yield self.code_list(child)
                case "assert":
                    yield self.assertion(child, "assert")
                case "report":
                    yield self.assertion(child, "report")
                case "extends":
                    name = child.get("rule", "")
                    if name in within:
                        raise self.broken(f"the rule {name!r} extends itself", child)
                    self.expand(child)
                    found = self.abstract_rules.get(name) or self.shared_rules.get(name)
                    if found is None:
                        raise self.broken(f"there is no abstract rule {name!r}", child, "declare it: abstract='true'")
                    parent, source = found
                    outer, self.source = self.source, source
                    yield from self._body(parent, (*within, name))
                    self.source = outer
                case "p" | "title" | "":
                    pass
                case other:
                    raise self.broken(f"<{other}> is not supported in a rule", child)

    def assertion(self, element: etree._Element, kind: Literal["assert", "report"]) -> Assertion:
        def own(name: str) -> str | None:
            text = element.get(f"{{{EI}}}{name}")
            return None if text is None else " ".join(text.split())

        return Assertion(
            element.get("id"),
            kind,
            self.xpath(element, "test"),
            self.message(element),
            element.get("flag"),
            element.get("role"),
            self.xpath(element, "subject") if element.get("subject") else None,
            tuple(element.get("diagnostics", "").split()),
            element.get("see"),
            tuple((own("terms") or "").split()),
            own("checks"),
            own("why"),
            own("fix"),
            own("example"),
            own("note"),
        )

    def message(self, element: etree._Element) -> Message:
        parts = [*self._parts(element)]
        merged: list[Part] = []
        for part in parts:
            if isinstance(part, Text) and merged and isinstance(merged[-1], Text):
                merged[-1] = Text(merged[-1].text + part.text)
            else:
                merged.append(part)
        collapsed = [Text(re.sub(r"[ \t\r\n]+", " ", p.text)) if isinstance(p, Text) else p for p in merged]
        if collapsed and isinstance(collapsed[0], Text):
            collapsed[0] = Text(collapsed[0].text.lstrip(" "))
        if collapsed and isinstance(collapsed[-1], Text):
            collapsed[-1] = Text(collapsed[-1].text.rstrip(" "))
        return tuple(part for part in collapsed if not isinstance(part, Text) or part.text)

    def _parts(self, element: etree._Element) -> Iterator[Part]:
        if element.text:
            yield Text(element.text)
        for child in element.iterchildren():
            if isinstance(child.tag, str):
                match _kind(child):
                    case "value-of" | "xsl:value-of":
                        yield ValueOf(self.xpath(child, "select"))
                    case "name":
                        yield NameOf(self.xpath(child, "path") if child.get("path") else None)
                    case _:
                        yield from self._parts(child)
            if child.tail:
                yield Text(child.tail)

    # ---------------------------------------------------------------- XSLT

    def function(self, element: etree._Element) -> Function:
        name = element.get("name", "")
        prefix, _, local = name.partition(":")
        if not local or (prefix not in element.nsmap and prefix not in self.namespaces):
            raise self.broken(f"the function {name!r} has no declared prefix", element)
        self.namespaces.setdefault(prefix, element.nsmap.get(prefix) or "")
        params = tuple(
            Param(child.get("name", ""), child.get("as")) for child in element.iterchildren(f"{{{XSL}}}param")
        )
        body = tuple(self._instructions(element, skip="param"))
        return Function(name, params, element.get("as"), body, self.source, element.sourceline)

    def _instructions(self, element: etree._Element, skip: str = "") -> Iterator[Instruction]:
        for child in element.iterchildren("*"):
            if _space(child) != XSL:
                raise self.broken(f"<{_local(child)}> in a function is not supported", child)
            match _local(child):
                case name if name == skip:
                    pass
                case "variable":
                    yield Variable(child.get("name", ""), child.get("as"), self._variable(child))
                case "sequence":
                    yield Sequence(self.xpath(child, "select"))
                case "choose":
                    branches = tuple(
                        (self.xpath(branch, "test"), tuple(self._instructions(branch)))
                        for branch in child.iterchildren(f"{{{XSL}}}when")
                    )
                    other = child.find(f"{{{XSL}}}otherwise")
                    yield Choose(branches, () if other is None else tuple(self._instructions(other)))
                case "if":
                    yield Choose(((self.xpath(child, "test"), tuple(self._instructions(child))),))
                case name:
                    raise self.broken(
                        f"<xsl:{name}> in a function is not supported",
                        child,
                        "give a compiled stylesheet instead (--schematron FILE.xslt)",
                    )

    def _variable(self, element: etree._Element) -> XPath | str | tuple[Instruction, ...]:
        if element.get("select") is not None:
            return self.xpath(element, "select")
        if len(element):
            return tuple(self._instructions(element))
        return element.text or ""

    def key(self, element: etree._Element) -> Key:
        return Key(element.get("name", ""), self.xpath(element, "match"), self.xpath(element, "use"))


def select_phase(schema: Schema, phase: str | None = None) -> Schema:
    """Return *schema* with the patterns of *phase* only; None takes its default phase, "#ALL" everything."""
    wanted = phase or schema.default_phase
    if wanted in (None, "#ALL"):
        return schema
    found = next((each for each in schema.phases if each.id == wanted), None)
    if found is None:
        known = ", ".join(each.id for each in schema.phases) or "none"
        raise SchematronBroken(f"there is no phase {wanted!r}", fix=f"phases: {known}", source=schema.source)
    patterns = tuple(pattern for pattern in schema.patterns if pattern.id in found.active)
    return replace(schema, patterns=patterns, lets=(*schema.lets, *found.lets), default_phase=None)
