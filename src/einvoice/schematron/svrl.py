"""SVRL: write it for other tools, read what a stylesheet of others says.  And the form of a location in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree

from einvoice import xml
from einvoice.errors import InputError, SchematronBroken


def location_of(node: etree._Element, attribute: str | None = None) -> str:
    """Return the absolute XPath of the element *node*, or of its *attribute*, as the official reports have it.

    *attribute* is a plain name, or ``{namespace}name``.

    >>> root = etree.fromstring('<a xmlns:u="urn:u"><u:b/><u:b x="1" u:y="2"/></a>')
    >>> location_of(root[1])
    "/a[1]/*:b[namespace-uri()='urn:u'][2]"
    >>> location_of(root[1], "x"), location_of(root[1], "{urn:u}y")[-52:]
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


SVRL: Final = "http://purl.oclc.org/dsdl/svrl"


@dataclass(frozen=True, slots=True)
class SvrlFailure:
    """A failed assertion or, *kind* "report", a successful report, as an SVRL document has it."""

    kind: Literal["assert", "report"]
    id: str | None
    flag: str | None
    role: str | None
    location: str
    text: str
    test: str = ""


@dataclass(frozen=True, slots=True)
class DynamicError:
    """A stylesheet stopped at an error: there is no report.  *line* counts in the stylesheet."""

    message: str
    code: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class SvrlOutcome:
    """What an SVRL document says, or the error that stood in its way."""

    failures: tuple[SvrlFailure, ...] = ()
    rules_fired: int = 0
    title: str | None = None
    error: DynamicError | None = None


def read_svrl(data: bytes, source: str | None = None) -> SvrlOutcome:
    """Return what the SVRL document *data* says; raises `SchematronBroken` (naming *source*) when it is none."""
    try:
        root = xml.parse(data, faithful=True)
    except InputError as error:
        raise _no_svrl(f"it is no XML: {error.message}", source) from error
    if root.tag != f"{{{SVRL}}}schematron-output":
        raise _no_svrl(f"its root element is {root.tag!r}", source)
    failures: list[SvrlFailure] = []
    fired = 0
    for element in root.iter(f"{{{SVRL}}}fired-rule", f"{{{SVRL}}}failed-assert", f"{{{SVRL}}}successful-report"):
        name = etree.QName(element).localname
        if name == "fired-rule":
            fired += 1
            continue
        text = element.find(f"{{{SVRL}}}text")
        failures.append(
            SvrlFailure(
                "assert" if name == "failed-assert" else "report",
                element.get("id"),
                element.get("flag"),
                element.get("role"),
                element.get("location", ""),
                "" if text is None else " ".join(str(text.xpath("string()")).split()),
                element.get("test", ""),
            )
        )
    return SvrlOutcome(tuple(failures), fired, root.get("title"))


def _no_svrl(why: str, source: str | None) -> SchematronBroken:
    return SchematronBroken(
        f"what the stylesheet writes is no SVRL: {why}",
        fix="give a stylesheet that was made from Schematron and writes SVRL",
        source=source,
    )
