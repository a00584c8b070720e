"""SARIF 2.1.0 for ``validate --output sarif``: what code hosts show beside the lines of a document.

One run holds all documents.  A rule is described when it has a result, with what ``einvoice explain`` says of it.  A
document that was not checked stands among the notifications of the invocation, which then is no successful one: a file
without results is not a file without faults.  Nothing of the machine and of the time is in it, so equal documents give
equal bytes.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 plus Errata 01, sections 3.14 (run),
3.20 (invocation), 3.27 (result), 3.28 (location), 3.49 (reportingDescriptor).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final
from urllib.parse import quote

from einvoice._version import __version__
from einvoice.findings import SEVERITY_ORDER, Finding
from einvoice.report import baseline, text
from einvoice.report.judged import Judged, numbered
from einvoice.report.rule import parts_of

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME: Final = "https://pypi.org/project/einvoice-nordic/"
ROOT: Final = "%SRCROOT%"
"""The base of relative addresses, by the name that code hosts give to the top of a checkout."""

FINGERPRINT: Final = "einvoice/v1"
HOST_FINGERPRINT: Final = "primaryLocationLineHash"
"""The fingerprint that GitHub compares; where there is none it makes one of the text around the line."""

OF_THE_USER: Final = "schematron"
"""The layer of the rules of the user, which may have ids of official rules."""

LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}

_NOTIFICATIONS: Final = (
    ("not-read", "A document could not be read, so nothing of it was checked."),
    ("layer-skipped", "A layer did not run, so the document is not checked."),
    ("no-longer-found", "A finding of the baseline is no longer found."),
)
_MOST_TEXT: Final = 1000
"""How many characters of a description code hosts show."""

_MARKDOWN: Final = re.compile(r"[\\`*_{}\[\]<>#|~]")


def document(
    documents: Sequence[Judged],
    explain: Callable[[str], str | None],
    exit_code: int,
    comparison: baseline.Comparison | None = None,
) -> dict[str, Any]:
    """Return the SARIF log of a run that ended with *exit_code*.

    *explain* gives what ``einvoice explain`` says of a code, None for one that is not ours.  With a *comparison* each
    result says whether it is new.
    """
    artifacts = {each.name: n for n, each in enumerate(_once(documents))}
    gravest = _gravest(documents)
    rules = {code: n for n, code in enumerate(sorted(gravest))}
    results = [
        _result(each, finding, n, rules, artifacts, digest, comparison)
        for each in documents
        for n, (finding, digest) in enumerate(zip(each.findings, _digests(each), strict=True))
    ]
    run = {
        "tool": {
            "driver": {
                "name": "einvoice",
                "version": __version__,
                "informationUri": HOME,
                "rules": [_rule(code, explain, gravest[code]) for code in rules],
                "notifications": [{"id": name, "shortDescription": {"text": said}} for name, said in _NOTIFICATIONS],
            }
        },
        "invocations": [
            {
                "executionSuccessful": exit_code in (0, 1),
                "exitCode": exit_code,
                "toolExecutionNotifications": _notifications(documents, artifacts, comparison),
            }
        ],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which einvoice ran."}}},
        "artifacts": [{"location": _address(name), "roles": ["analysisTarget"]} for name in artifacts],
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {"ruleSets": _rulesets(documents)},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _once(documents: Sequence[Judged]) -> list[Judged]:
    return list({each.name: each for each in documents}.values())


def _digests(document: Judged) -> list[str]:
    pairs = numbered(document.name, document.index, document.findings)
    return [identity.digest(number) for identity, number in pairs]


def _gravest(documents: Sequence[Judged]) -> dict[str, Finding]:
    """Return the gravest finding of each code."""
    found: dict[str, Finding] = {}
    for finding in (finding for each in documents for finding in each.findings):
        other = found.setdefault(finding.code, finding)
        if SEVERITY_ORDER[finding.severity] < SEVERITY_ORDER[other.severity]:
            found[finding.code] = finding
    return found


# ---------------------------------------------------------------------------------- rules


def _rule(code: str, explain: Callable[[str], str | None], finding: Finding) -> dict[str, Any]:
    properties = {"properties": {"tags": ["e-invoice", finding.layer]}}
    explanation = None if finding.layer == OF_THE_USER else explain(code)
    if explanation is None:
        return {
            "id": code,
            "shortDescription": {"text": f"{code}, a rule of the file that --schematron names"},
            "defaultConfiguration": {"level": LEVELS[finding.severity]},
            **properties,
        }
    explained = parts_of(explanation)
    severity = explained.severities[0] if explained.severities else finding.severity
    why = dict(explained.parts).get("why") or dict(explained.parts).get("what")
    title = _sentence(explained.title)
    return {
        "id": code,
        "shortDescription": {"text": _short(title)},
        "fullDescription": {"text": _short(f"{title} {why}" if why else title)},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "help": {"text": explanation, "markdown": _markdown(code, explanation)},
        **properties,
    }


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith((".", "!", "?")) else ".")


def _short(words: str) -> str:
    return words if len(words) <= _MOST_TEXT else f"{words[: _MOST_TEXT - 1]}…"


def _markdown(code: str, explanation: str) -> str:
    explained = parts_of(explanation)
    head = f"**{_plain(code)}** {_plain(_sentence(explained.title))}"
    parts = (f"**{_sentence(name)[:-1]}:** {_plain(said)}" for name, said in explained.parts)
    return "\n\n".join([head, *parts])


def _plain(words: str) -> str:
    """Return *words* so that nothing in them is Markdown or HTML."""
    return _MARKDOWN.sub(lambda found: f"\\{found[0]}", words)


# ---------------------------------------------------------------------------------- results


def _result(
    document: Judged,
    finding: Finding,
    position: int,
    rules: dict[str, int],
    artifacts: dict[str, int],
    digest: str,
    comparison: baseline.Comparison | None,
) -> dict[str, Any]:
    said = finding.message + (f"\nFix: {finding.fix}" if finding.fix else "")
    properties = {
        "layer": finding.layer,
        "terms": list(finding.terms),
        "value": finding.value,
        "invoice": document.shown_index,
    }
    known = position in document.known
    result = {
        "ruleId": finding.code,
        "ruleIndex": rules[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": text.clean(said)},
        "locations": [_location(document.name, artifacts, finding, document.line_of(finding))],
        "partialFingerprints": {FINGERPRINT: digest, HOST_FINGERPRINT: f"{digest}:1"},
        "properties": {name: value for name, value in properties.items() if value not in (None, [])},
    }
    if comparison is not None:
        result["baselineState"] = "unchanged" if known else "new"
        if known:
            said = f"It is known in the baseline {text.one_line(comparison.file)}."
            result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": said}]
    return result


def _location(
    name: str, artifacts: dict[str, int], finding: Finding | None = None, line: int | None = None
) -> dict[str, Any]:
    """Return a place in a document; code hosts show no result without a line, so an unknown one is the first."""
    physical: dict[str, Any] = {"artifactLocation": {**_address(name), "index": artifacts[name]}}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding is not None:
        physical["region"] = {"startLine": line or 1}
    if finding is not None and finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": text.one_line(finding.path), **_kind(finding)}]
    return location


def _kind(finding: Finding) -> dict[str, str]:
    """Return name and kind of the last step of the path; a JSON pointer does not tell an object from a value."""
    step = (finding.path or "").rpartition("/")[2]
    if step.startswith("@"):
        return {"name": text.one_line(step[1:]), "kind": "attribute"}
    named = {"name": text.one_line(step)} if step else {}
    return named if finding.line is None else {**named, "kind": "element"}  # only XML has lines


def _address(name: str) -> dict[str, Any]:
    """Return where a document is: relative to where einvoice ran, and absolute for one outside of that folder.

    >>> _address("2026/lasku 1 ä.xml")
    {'uri': '2026/lasku%201%20%C3%A4.xml', 'uriBaseId': '%SRCROOT%'}
    """
    encoded = quote(name.encode("utf-8", "surrogateescape"), safe="/")
    if name.startswith("/"):
        return {"uri": f"file://{encoded}"}
    if re.match(r"[A-Za-z]:/", name):
        return {"uri": f"file:///{name[:2]}{encoded[4:]}"}
    # Steps upwards can only come from the names inside of a zip, where they mean nothing.
    return {"uri": re.sub(r"(?<![^/])\.\.(?![^/])", "%2E%2E", encoded), "uriBaseId": ROOT}


# ---------------------------------------------------------------------------------- notifications


def _notifications(
    documents: Sequence[Judged], artifacts: dict[str, int], comparison: baseline.Comparison | None
) -> list[dict[str, Any]]:
    found = []
    for each in documents:
        invoice = "" if each.shown_index is None else f" (invoice {each.index + 1})"
        if not each.read:
            reason = next((f.message for f in each.findings if f.severity == "error"), "no reason is known")
            said = f"not checked{invoice}: the document could not be read: {reason}"
            found.append(_notification("not-read", "error", said, _location(each.name, artifacts)))
            continue
        for layer in each.layers:
            if layer.status == "skipped":
                said = f"not checked{invoice}: the layer {layer.layer} was skipped: {layer.reason}"
                found.append(_notification("layer-skipped", "warning", said, _location(each.name, artifacts)))
    for identity, number in comparison.gone if comparison is not None else ():
        said = f"no longer found: {baseline.gone_line(identity, number)}"
        found.append(_notification("no-longer-found", "note", said))
    return found


def _notification(name: str, level: str, said: str, location: dict[str, Any] | None = None) -> dict[str, Any]:
    index = [each for each, _ in _NOTIFICATIONS].index(name)
    notification: dict[str, Any] = {"descriptor": {"id": name, "index": index}, "level": level}
    notification["message"] = {"text": text.clean(said)}
    return notification if location is None else {**notification, "locations": [location]}


def _rulesets(documents: Sequence[Judged]) -> list[dict[str, str]]:
    """Return what the layers went by, once each."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for layer in (layer for each in documents for layer in each.layers):
        if layer.ruleset is not None:
            entry = {"layer": layer.layer, "ruleSet": layer.ruleset}
            entry |= {"version": layer.version} if layer.version else {}
            entry |= {"validFrom": layer.valid_from.isoformat()} if layer.valid_from else {}
            found.setdefault((layer.layer, layer.ruleset), entry)
    return [found[key] for key in sorted(found)]
