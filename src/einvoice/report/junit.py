"""JUnit XML for ``validate --output junit``: what build servers show as tests.

A file is a test suite.  Of each invoice in it, a layer is a test case, and a first one, ``checked``, says whether every
layer ran: build servers count a skipped test as passed, and a document that was not checked has not passed.

    failure   findings of the layer that fail the run (``--fail-on``), those of the baseline aside; or errors of the
              official rules that the context shows as less
    error     of ``checked``: the document could not be read, or a layer was skipped
    skipped   the layer did not run, with its reason

Rule sets with their versions stand in the properties of the suite.  There are no times, so equal documents give equal
bytes.  Characters that XML forbids are removed.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import groupby
from typing import Final

from lxml import etree

from einvoice._version import __version__
from einvoice.findings import Severity
from einvoice.report import text
from einvoice.report.baseline import Comparison
from einvoice.report.judged import Judged

CHECKED: Final = "checked"
"""The name of the test case that says whether every layer ran."""


def document(documents: Sequence[Judged], grave: Set[Severity], comparison: Comparison | None = None) -> bytes:
    """Return the report of a run; *grave* are the severities that fail it."""
    root = etree.Element("testsuites", name="einvoice")
    for path, group in groupby(documents, key=lambda each: each.path):
        root.append(_suite(path, list(group), grave))
    if comparison is not None and comparison.gone:
        output = etree.SubElement(root, "testsuite", name="baseline", tests="0", failures="0", errors="0", skipped="0")
        etree.SubElement(output, "system-out").text = text.for_xml("\n".join(comparison.lines()))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _suite(path: str, documents: Sequence[Judged], grave: Set[Severity]) -> etree._Element:
    suite = _element("testsuite", name=path)
    suite.append(_properties(documents))
    cases = [case for each in documents for case in _cases(each, grave)]
    suite.extend(cases)
    suite.set("tests", str(len(cases)))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(sum(1 for case in cases if case.find(tag) is not None)))
    return suite


def _properties(documents: Sequence[Judged]) -> etree._Element:
    element = etree.Element("properties")
    found = {("einvoice", __version__): None}
    for each in documents:
        found |= {("format", each.format): None} if each.format else {}
        found |= {("profile", each.profile): None} if each.profile else {}
        for layer in each.layers:
            if layer.ruleset is not None:
                since = f"from {layer.valid_from}" if layer.valid_from else ""
                value = " ".join(filter(None, (layer.ruleset, layer.version, since)))
                found[f"ruleset.{layer.layer}", value] = None
    for name, value in found:
        element.append(_element("property", name=name, value=value))
    return element


def _cases(document: Judged, grave: Set[Severity]) -> list[etree._Element]:
    """Return the test cases of one invoice."""
    invoice = "" if document.shown_index is None else f"invoice {document.index + 1}: "
    findings = document.of_layers()
    layers = {each.layer: each for each in document.layers}
    skipped = [name for name, layer in layers.items() if layer.status == "skipped"]
    first = _element("testcase", classname=document.path, name=f"{invoice}{CHECKED}", file=document.name)
    if not document.checked:
        what = f"not checked: {', '.join(skipped)} skipped" if document.read else "not checked: it could not be read"
        error = _element("error", message=what, type="not-checked")
        error.text = text.for_xml(_told(document, [n for name in ("input", *skipped) for n in findings.get(name, ())]))
        first.append(error)
    cases = [first]
    for name, layer in layers.items():
        case = _element("testcase", classname=document.path, name=f"{invoice}{name}", file=document.name)
        failed = [n for n in findings[name] if document.findings[n].severity in grave and n not in document.known]
        passed = [n for n in findings[name] if n not in failed]
        if layer.status == "skipped":
            case.append(_element("skipped", message=layer.reason or ""))
        elif failed:
            case.append(_failure(document, failed))
        elif layer.status == "invalid" and not any(document.findings[n].severity == "error" for n in findings[name]):
            # The context shows an error of the official rules as less, and the verdict keeps to the rules.
            case.append(_element("failure", message=f"the layer {name} is invalid", type="invalid"))
        if passed and layer.status != "skipped":
            output = etree.SubElement(case, "system-out")
            output.text = text.for_xml(_told(document, passed))
        cases.append(case)
    loose = [n for n in findings.get("input", ()) if "input" not in layers]
    if loose and document.checked:
        _attach(first, document, loose, grave)
    return cases


def _attach(case: etree._Element, document: Judged, loose: Sequence[int], grave: Set[Severity]) -> None:
    """Put findings that no layer made, such as those of an envelope, into *case*."""
    failed = [n for n in loose if document.findings[n].severity in grave and n not in document.known]
    if failed:
        case.append(_failure(document, failed))
    if passed := [n for n in loose if n not in failed]:
        etree.SubElement(case, "system-out").text = text.for_xml(_told(document, passed))


def _failure(document: Judged, positions: Sequence[int]) -> etree._Element:
    findings = [document.findings[n] for n in positions]
    first = findings[0]
    message = f"{text.counts(findings)}: {first.code}: {first.message}"
    failure = _element("failure", message=message, type=first.code)
    failure.text = text.for_xml(_told(document, positions))
    return failure


def _told(document: Judged, positions: Sequence[int]) -> str:
    lines = []
    for n in positions:
        known = "known: " if n in document.known else ""
        first, *rest = text.finding_lines(document.findings[n], document.path, document.shown_index)
        lines += [f"{known}{first}", *rest]
    return "\n".join(lines)


def _element(tag: str, **attributes: str) -> etree._Element:
    element = etree.Element(tag)
    for name, value in attributes.items():
        element.set(name, text.for_xml(value).replace("\n", " "))
    return element
