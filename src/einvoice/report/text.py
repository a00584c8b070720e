"""Findings, verdicts and tables as lines of text.

Documents come from outside, so every text of theirs passes `clean` on its way to a terminal: an invoice must not be
able to move the cursor, to hide a line or to turn the direction of writing.

>>> print(clean("Oy" + chr(0x9B) + "2J Ab"))
Oy\\x9b2J Ab
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, Protocol

from einvoice.findings import SEVERITY_ORDER, Finding, Severity
from einvoice.report.json import standing

_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
STUMBLED: Final = "EI-RULE-ERROR"
"""The code of rules that could not be evaluated: one value can stop dozens of them."""

_RULE: Final = re.compile(r"rule (\S+) cannot be evaluated")
_SHOWN_VALUE: Final = 60
"""How many characters of a value a line shows."""

NOUNS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
"""How a reader calls findings of a severity."""


class LayerResult(Protocol):
    """What a layer of a validation says of itself."""

    @property
    def layer(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def ruleset(self) -> str | None: ...
    @property
    def version(self) -> str | None: ...
    @property
    def valid_from(self) -> date | None: ...
    @property
    def fired(self) -> int: ...
    @property
    def ms(self) -> float: ...
    def as_dict(self) -> dict[str, Any]: ...


def clean(text: str) -> str:
    """Return *text* with control characters and marks of writing direction spelled out; line ends and tabs stay."""
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def one_line(text: str) -> str:
    """Return *text* cleaned and on one line."""
    return clean(text.replace("\r\n", "\n")).replace("\n", " ⏎ ").replace("\t", " ")


def for_xml(text: str) -> str:
    """Return *text* without the characters that XML forbids; JSON and file names may hold them.

    >>> for_xml("a" + chr(0) + chr(0xFFFE) + "b")
    'ab'
    """
    return _NOT_XML.sub("", text)


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "warning"), count(1200, "invoice")
    ('1 warning', '1200 invoices')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def counts(findings: Iterable[Finding]) -> str:
    """Return how many findings of each severity there are, gravest first; "no findings" when there is none."""
    numbers: dict[Severity, int] = {}
    for finding in findings:
        numbers[finding.severity] = numbers.get(finding.severity, 0) + 1
    order = sorted(numbers, key=SEVERITY_ORDER.__getitem__)
    return ", ".join(count(numbers[severity], NOUNS[severity]) for severity in order) or "no findings"


def place(path: str, line: int | None = None, index: int | None = None) -> str:
    """Return where something stands, as editors and terminals take it: ``a.xml:12``.

    *index* is the position of the invoice in a source of several, None where the source holds one.
    """
    if line is not None:
        return one_line(f"{path}:{line}")
    return one_line(path if index is None else f"{path} (invoice {index + 1})")


def finding_lines(finding: Finding, path: str, index: int | None = None) -> list[str]:
    """Return *finding* on one line with its place, and its remedy on the next."""
    lines = [f"{place(path, finding.line, index)}: {_body(finding)}"]
    if finding.fix:
        lines.append(f"  fix: {one_line(finding.fix)}")
    return lines


def _body(finding: Finding) -> str:
    terms = f" [{', '.join(finding.terms)}]" if finding.terms else ""
    where = f" ({finding.path})" if finding.path else ""
    return one_line(f"{finding.severity} {finding.code}: {finding.message}{terms}{where}")


def grouped(findings: Sequence[Finding], *, indent: str = "  ") -> list[str]:
    """Return *findings* by severity, gravest first, in their order otherwise.

    Rules that stumble over the same value are told once: the others are named below the first.
    """
    lines = []
    for severity in sorted({f.severity for f in findings}, key=SEVERITY_ORDER.__getitem__):
        group = [f for f in findings if f.severity == severity]
        lines.append(f"{indent}{count(len(group), NOUNS[severity])}")
        for first, *others in _by_cause(group):
            lines += (indent + "  " + line for line in _in_document(first))
            if others:
                lines.append(f"{indent}    also: {', '.join(map(_rule_and_line, others))}")
    return lines


def _by_cause(findings: Iterable[Finding]) -> Iterable[list[Finding]]:
    """Return *findings*, those of `STUMBLED` that give the same reason together."""
    causes: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        reason = finding.message.partition(": ")[2]
        causes.setdefault(reason if finding.code == STUMBLED and reason else number, []).append(finding)
    return causes.values()


def _rule_and_line(finding: Finding) -> str:
    named = _RULE.match(finding.message)
    rule = one_line(named[1]) if named else finding.code
    return rule if finding.line is None else f"{rule} (line {finding.line})"


def _in_document(finding: Finding) -> list[str]:
    terms = f" [{', '.join(finding.terms)}]" if finding.terms else ""
    lines = [one_line(f"{finding.code}: {finding.message}{terms}")]
    where = [f"line {finding.line}"] if finding.line is not None else []
    where += [finding.path] if finding.path else []
    if where:
        lines.append(one_line("  at:  " + " ".join(where)))
    if finding.value is not None and finding.value not in finding.message:
        shown = finding.value if len(finding.value) <= _SHOWN_VALUE else finding.value[:_SHOWN_VALUE] + "…"
        lines.append(one_line(f"  has: {shown!r}"))
    if finding.fix:
        lines.append(one_line(f"  fix: {finding.fix}"))
    return lines


def columns(rows: Sequence[Sequence[str]], *, right: Iterable[int] = (), indent: str = "") -> list[str]:
    """Return *rows* as lines whose cells stand in columns, two blanks apart; *right* names columns aligned there."""
    aligned = set(right)
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))] if rows else []
    lines = []
    for row in rows:
        cells = (
            cell.rjust(width) if n in aligned else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append((indent + "  ".join(cells)).rstrip())
    return lines


def layer_lines(layers: Sequence[LayerResult], *, indent: str = "  ") -> list[str]:
    """Return a line per layer, and below it why it was skipped.

    Its columns: name, status, rule set, version and first day of the rules, rules fired, time.  One that no layer has
    is left out.
    """
    rows = []
    for layer in layers:
        rules = [layer.ruleset or "", layer.version or "", f"from {layer.valid_from}" if layer.valid_from else ""]
        ran = [f"{layer.fired} fired", f"{layer.ms:.1f} ms"] if layer.status != "skipped" else ["", ""]
        rows.append([layer.layer, layer.status, *map(one_line, rules), *ran])
    used = [n for n, cells in enumerate(zip(*rows, strict=True)) if any(cells)]
    right = [place for place, n in enumerate(used) if n in (5, 6)]
    shown = columns([[row[n] for n in used] for row in rows], right=right, indent=indent)
    lines = []
    for layer, line in zip(layers, shown, strict=True):
        lines.append(line)
        if layer.reason:
            lines.append(f"{indent}  why: {one_line(layer.reason)}")
    return lines


def verdict_lines(
    path: str,
    *,
    index: int | None,
    format: str | None,
    profile: str | None,
    valid: bool,
    layers: Sequence[LayerResult],
    findings: Sequence[Finding],
    known: Sequence[Finding] = (),
) -> list[str]:
    """Return the verdict on a document: one line, its layers, its findings by severity, then those that are *known*."""
    severities = [finding.severity for finding in (*findings, *known)]
    verdict: str = standing(valid, [layer.status for layer in layers], severities)
    if verdict == "not checked":
        skipped = [layer.layer for layer in layers if layer.status == "skipped"]
        verdict += f": {', '.join(skipped)} skipped" if skipped else ""
    elif verdict == "invalid":
        new, old = (any(f.severity == "error" for f in group) for group in (findings, known))
        verdict = "INVALID, all errors known" if old and not new else "INVALID"
    by = f" ({one_line(format)}, {one_line(profile)})" if format and profile else ""
    lines = [f"{place(path, None, index)}: {verdict}{by}"]
    lines += layer_lines(layers)
    lines += grouped(findings)
    lines += known_lines(known)
    return lines


def known_lines(known: Sequence[Finding]) -> list[str]:
    """Return the findings that the baseline holds, a line each."""
    if not known:
        return []
    lines = [f"  {count(len(known), 'known finding')}"]
    for finding in known:
        where = f" (line {finding.line})" if finding.line is not None else ""
        lines.append(one_line(f"    {finding.severity} {finding.code}: {finding.message}{where}"))
    return lines


def summary_line(summary: Mapping[str, int]) -> str:
    """Return the summary of a validation in one line."""
    documents = f"{summary['valid']} valid, {summary['invalid']} invalid, {summary['not_checked']} not checked"
    known = f", {summary['known']} of them known" if summary.get("known") else ""
    return (
        f"{count(summary['documents'], 'document')}: {documents}; "
        f"{count(summary['errors'], 'error')}, {count(summary['warnings'], 'warning')}{known}"
    )


def unread_lines(path: str, index: int | None, findings: Sequence[Finding]) -> list[str]:
    """Return the verdict on a document that could not be read, and why."""
    return [f"{place(path, None, index)}: not checked: it could not be read", *grouped(findings)]
