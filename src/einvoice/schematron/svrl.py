"""SVRL, the report format of ISO Schematron (ISO/IEC 19757-3:2016, annex D): written for other tools, read from them.

What SVRL has no place for stands in our namespace, ``urn:einvoice:schematron``: the attributes ``ei:subject``
(location of the node at fault, where it is not the context) and ``ei:line`` (in the document), and an assertion that
could not be evaluated, after the rule that it belongs to, where the official XSLT would have stopped without a report:

    <ei:error id="BR-CO-10" location="/…" test="…" code="FORG0001" ei:line="12">Cannot convert …</ei:error>
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final, Literal

from lxml import etree

from einvoice import xml
from einvoice.errors import InputError, SchematronBroken
from einvoice.schematron.result import Failure, Fired, Result, RuleError
from einvoice.schematron.schema import EI, Pattern, Schema

SVRL: Final = "http://purl.oclc.org/dsdl/svrl"

_BLANKS = re.compile(r"[ \t\r\n]+")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def collapse(text: str | None) -> str:
    """Return *text* with each run of the four blanks of XML as one, and none at the ends."""
    return _BLANKS.sub(" ", text or "").strip(" ")


def location_of(node: etree._Element, attribute: str | None = None) -> str:
    """Return the absolute XPath of the element *node*, or of its *attribute*, as the official reports have it.

    *attribute* is a plain name, or ``{namespace}name``.

    >>> root = etree.fromstring('<a xmlns:u="urn:u"><u:b/><u:b x="1" u:y="2"/></a>')
    >>> location_of(root[1])
    "/a[1]/*:b[namespace-uri()='urn:u'][2]"
    >>> location_of(root[1], "x"), location_of(root[1], "{urn:u}y")[-49:]
    ("/a[1]/*:b[namespace-uri()='urn:u'][2]/@x", "/@*[local-name()='y' and namespace-uri()='urn:u']")
    """
    steps: list[str] = []
    if attribute is not None:
        name = etree.QName(attribute.removeprefix("{}"))
        steps.append(
            f"@*[local-name()='{name.localname}' and namespace-uri()='{name.namespace}']"
            if name.namespace
            else f"@{name.localname}"
        )
    element: etree._Element | None = node
    while element is not None:
        tag = str(element.tag)
        position = 1 + sum(1 for _ in element.itersiblings(tag, preceding=True))
        uri, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
        steps.append(f"*:{local}[namespace-uri()='{uri}'][{position}]" if uri else f"{local}[{position}]")
        element = element.getparent()
    return "/" + "/".join(reversed(steps))


# ---------------------------------------------------------------------------------------------------------------
# Writing


def write_svrl(
    schema: Schema,
    result: Result,
    *,
    title: str | None = None,
    phase: str | None = None,
    document: str | None = None,
) -> bytes:
    """Return *result* as an SVRL document; the same result gives the same bytes.

    *title* replaces that of the schema, *document* names the document judged.  A result without its list of fired
    rules gives only those under which something is reported.
    """
    return to_bytes(svrl_tree(schema, result, title=title, phase=phase, document=document))


def to_bytes(root: etree._Element) -> bytes:
    """Return *root* as a document, indented."""
    etree.indent(root, "  ")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def svrl_tree(
    schema: Schema,
    result: Result,
    *,
    title: str | None = None,
    phase: str | None = None,
    document: str | None = None,
) -> etree._Element:
    """Return what `write_svrl` writes as a tree."""
    root = etree.Element(f"{{{SVRL}}}schematron-output", nsmap={"svrl": SVRL, "ei": EI})
    _set(root, title=title or schema.title, phase=phase, schemaVersion=schema.version)
    for prefix, uri in schema.namespaces.items():
        _set(_add(root, "ns-prefix-in-attribute-values"), prefix=prefix, uri=uri)
    reports: dict[tuple[int, int, str], list[Failure | RuleError]] = defaultdict(list)
    everything: list[Failure | RuleError] = [*result.failures, *result.errors]
    for report in everything:
        reports[report.place.pattern, report.place.rule, report.location].append(report)
    fired = result.fired
    if fired is None:  # sorted keeps the order of the document within a rule
        fired = tuple(Fired(*key) for key in sorted(reports, key=lambda key: key[:2]))
    of_pattern: dict[int, list[Fired]] = defaultdict(list)
    for each in fired:
        of_pattern[each.pattern].append(each)
    for number, pattern in enumerate(schema.patterns):
        _write_pattern(root, pattern, document)
        for each in of_pattern[number]:
            rule = pattern.rules[each.rule]
            _set(_add(root, "fired-rule"), id=rule.id, context=rule.context.text, role=rule.role, flag=rule.flag)
            for report in sorted(
                reports.pop((each.pattern, each.rule, each.location), []), key=lambda report: report.place.item
            ):
                _write_report(root, report)
    return root


def _write_pattern(root: etree._Element, pattern: Pattern, document: str | None) -> None:
    _set(_add(root, "active-pattern"), id=pattern.id, name=pattern.title, documents=document)


def _write_report(root: etree._Element, report: Failure | RuleError) -> None:
    assertion = report.assertion
    line = None if report.line is None else str(report.line)
    if isinstance(report, RuleError):
        element = etree.SubElement(root, f"{{{EI}}}error")
        _set(element, id=assertion.id, location=report.location, test=assertion.test.text, code=report.code)
        _set(element, **{f"{{{EI}}}line": line})
        element.text = _writable(report.message)
        return
    element = _add(root, "failed-assert" if assertion.kind == "assert" else "successful-report")
    _set(
        element,
        id=assertion.id,
        location=report.location,
        test=assertion.test.text,
        role=assertion.role,
        flag=assertion.flag,
    )
    _set(element, **{f"{{{EI}}}subject": report.subject, f"{{{EI}}}line": line})
    for name, text in report.diagnostics:
        reference = _add(element, "diagnostic-reference")
        _set(reference, diagnostic=name)
        _add(reference, "text").text = _writable(text)
    _add(element, "text").text = _writable(report.message)


def _add(parent: etree._Element, local: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{SVRL}}}{local}")


def _set(element: etree._Element, **attributes: str | None) -> None:
    for name, value in attributes.items():
        if value is not None:
            element.set(name, _writable(value))


def _writable(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


# ---------------------------------------------------------------------------------------------------------------
# Reading


@dataclass(frozen=True, slots=True)
class SvrlFailure:
    """A failed assertion or, *kind* "report", a successful report, as an SVRL document has it.

    *subject* and *line* are there in what `write_svrl` wrote, None in reports of others.
    """

    kind: Literal["assert", "report"]
    id: str | None
    flag: str | None
    role: str | None
    location: str
    text: str
    test: str = ""
    diagnostics: tuple[tuple[str, str], ...] = ()
    subject: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class SvrlError:
    """An assertion that could not be evaluated, as `write_svrl` writes it."""

    id: str | None
    location: str
    code: str
    text: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class DynamicError:
    """A stylesheet stopped at an error: there is no report.  *line* counts in the stylesheet."""

    message: str
    code: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class SvrlOutcome:
    """What an SVRL document says, or the *error* that stood in its way; *tree* is the document itself."""

    failures: tuple[SvrlFailure, ...] = ()
    rules_fired: int = 0
    title: str | None = None
    errors: tuple[SvrlError, ...] = ()
    error: DynamicError | None = None
    tree: etree._Element | None = field(default=None, compare=False, repr=False)


def read_svrl(data: bytes, source: str | None = None) -> SvrlOutcome:
    """Return what the SVRL document *data* says; raises `SchematronBroken` (naming *source*) when it is none."""
    try:
        root = xml.parse(data, faithful=True)
    except InputError as error:
        raise _no_svrl(f"it is no XML: {error.message}", source) from error
    if root.tag != f"{{{SVRL}}}schematron-output":
        raise _no_svrl(f"its root element is {root.tag!r}", source)
    failures: list[SvrlFailure] = []
    errors: list[SvrlError] = []
    fired = 0
    for element in root.iter("*"):
        match str(element.tag):
            case tag if tag == f"{{{SVRL}}}fired-rule":
                fired += 1
            case tag if tag == f"{{{SVRL}}}failed-assert":
                failures.append(_read_failure(element, "assert"))
            case tag if tag == f"{{{SVRL}}}successful-report":
                failures.append(_read_failure(element, "report"))
            case tag if tag == f"{{{EI}}}error":
                errors.append(
                    SvrlError(
                        element.get("id"),
                        element.get("location", ""),
                        element.get("code", ""),
                        _text(element),
                        _line(element),
                    )
                )
    return SvrlOutcome(tuple(failures), fired, root.get("title"), tuple(errors), tree=root)


def _read_failure(element: etree._Element, kind: Literal["assert", "report"]) -> SvrlFailure:
    diagnostics = tuple(
        (each.get("diagnostic", ""), _text(each)) for each in element.iterfind(f"{{{SVRL}}}diagnostic-reference")
    )
    return SvrlFailure(
        kind,
        element.get("id"),
        element.get("flag"),
        element.get("role"),
        element.get("location", ""),
        _text(element.find(f"{{{SVRL}}}text")),
        element.get("test", ""),
        diagnostics,
        element.get(f"{{{EI}}}subject"),
        _line(element),
    )


def _text(element: etree._Element | None) -> str:
    return "" if element is None else collapse(str(element.xpath("string()")))


def _line(element: etree._Element) -> int | None:
    line = element.get(f"{{{EI}}}line", "")
    return int(line) if line.isascii() and line.isdigit() else None


def _no_svrl(why: str, source: str | None) -> SchematronBroken:
    return SchematronBroken(
        f"what the stylesheet writes is no SVRL: {why}",
        fix="give a stylesheet that was made from Schematron and writes SVRL",
        source=source,
    )
