"""Findings: what is wrong with a document, and what a conversion does not carry.

A finding is a value.  Readers, writers, schemas and rules yield findings; the caller's policy
(`--fail-on`, `--losses`) decides what follows.  Codes are stable and public.

Families of codes: official rule ids as they are (`BR-CO-10`, `PEPPOL-EN16931-R120`); `EI-…` business
rules and reading notes of ours; `LOSS-…` what a conversion does not carry; `XSD-…` and `JSON-…` schema faults.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

Severity = Literal["error", "warning", "info"]
Layer = Literal[
    "input", "schema", "en16931", "peppol", "schematron", "finvoice", "netvisor", "billecta", "business", "loss"
]

_SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
SEVERITY_ORDER: Final[dict[str, int]] = {name: order for order, name in enumerate(_SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or one loss.

    *code* names the rule, *message* says what is wrong with the values seen and expected, *fix* what
    to do, *terms* the business terms (BT and BG numbers, EX-… for extensions), *path* the XPath or
    JSON pointer into the source, *line* counts from 1, *value* is the text as it stands in the source.
    `None` means unknown, never empty.
    """

    code: str
    severity: Severity
    layer: Layer
    message: str
    fix: str | None = None
    terms: tuple[str, ...] = ()
    path: str | None = None
    line: int | None = None
    value: str | None = None
    model_path: str | None = field(default=None, compare=False)
    """Where in the canonical invoice (`lines[2].quantity`); lets a caller find the source place."""

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON object of the contract."""
        return {
            "code": self.code,
            "severity": self.severity,
            "layer": self.layer,
            "message": self.message,
            "fix": self.fix,
            "terms": list(self.terms),
            "path": self.path,
            "line": self.line,
            "value": self.value,
        }

    def at(self, path: str | None, line: int | None = None, value: str | None = None) -> Finding:
        """Return the same finding with its place in the source filled in; what is known stays."""
        return replace(
            self,
            path=self.path if self.path is not None else path,
            line=self.line if self.line is not None else line,
            value=self.value if self.value is not None else value,
        )

    @property
    def is_loss(self) -> bool:
        """True for a finding of the loss account."""
        return self.code.startswith("LOSS-")


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest severity among *findings*, None when there is none."""
    found = min((SEVERITY_ORDER[f.severity] for f in findings), default=None)
    return None if found is None else _SEVERITIES[found]


_ECHOES: Final[dict[str, tuple[str, ...]]] = {
    "EI-CONTEXT-SELLER": ("EI-MISSING-SELLER-",),
    "EI-CONTEXT-CUSTOMER": ("EI-MISSING-BUYER-",),
    "EI-CONTEXT-UNIT": ("EI-CODE-UNIT",),
    "EI-CONTEXT-CONTRADICTION": ("EI-MISSING-BUYER-",),
    "EI-FINVOICE-SHAPE": ("XSD-VALUE",),
}
"""A finding that says what to add, and the families of codes that only repeat that it is missing."""


def without_echoes(findings: Iterable[Finding]) -> list[Finding]:
    """Return *findings* once each, in order, without those that another one explains better.

    A seller that the context lacks is one fault, not one per field; a line whose unit has no code is one fault of that
    line; a value that does not fit is named where it stands in the source, and not where it was written as well.
    """
    once = list(dict.fromkeys(findings))
    said = {(f.code, f.path) for f in once if f.code in _ECHOES}
    echoes = {code: prefixes for code, prefixes in _ECHOES.items() if any(code == said_code for said_code, _ in said)}
    if not echoes:
        return once

    def repeats(finding: Finding) -> bool:
        for code, prefixes in echoes.items():
            if finding.code.startswith(prefixes) and (code != "EI-CONTEXT-UNIT" or (code, finding.path) in said):
                return True
        return False

    return [f for f in once if not repeats(f)]


_REPEATS: Final[dict[str, tuple[str, ...]]] = {
    "LOSS-UNMAPPED": ("JSON-UNKNOWN", "JSON-OLD"),
    "EI-BILLECTA-ACCOUNT": ("EI-BILLECTA-PAYMENT-ACCOUNT",),
    "EI-BILLECTA-CURRENCY": ("EI-BILLECTA-CURRENCY-MISSING",),
    "EI-BILLECTA-DISCOUNT": ("EI-BILLECTA-DISCOUNT-BOTH", "EI-BILLECTA-DISCOUNT-TYPE"),
    "EI-BILLECTA-ENUM": ("EI-BILLECTA-ENUM-NUMBER", "JSON-ENUM"),
    "EI-BILLECTA-FEE-RATE": ("EI-BILLECTA-FEE-VAT",),
    "EI-BILLECTA-FOR-VIEW": ("EI-BILLECTA-AMOUNT-VIEW",),
    "EI-BILLECTA-NUMBER": ("EI-BILLECTA-ORG-NUMBER",),
    "EI-BILLECTA-ROW": ("EI-BILLECTA-ROW-INCOMPLETE",),
    "EI-BILLECTA-SIGN": ("EI-BILLECTA-CREDIT-SIGN",),
    "EI-BILLECTA-VAT": ("EI-BILLECTA-REVERSE-VAT",),
    "EI-MISSING-CURRENCY": ("EI-BILLECTA-CURRENCY-MISSING",),
}
"""A finding of a reader, and the codes of schema and rules that state the same fact where both have judged."""

_NAMED: Final = frozenset({"EI-BILLECTA-ENUM", "EI-MISSING-CURRENCY"})
"""Of these one finding stands for all members of one name, or for the whole document."""

_OF_ROWS: Final = frozenset({"EI-BILLECTA-DISCOUNT", "EI-BILLECTA-ROW"})
"""These name one member of a row, and the rule another."""


def without_repeats(findings: Iterable[Finding]) -> list[Finding]:
    """Return *findings* in order, without those that another layer states at the same place.

    >>> seen = Finding("EI-BILLECTA-FOR-VIEW", "warning", "billecta", "7900 is not 79.00", path="/Records/0/UnitPrice")
    >>> same = Finding("EI-BILLECTA-AMOUNT-VIEW", "warning", "billecta", "79.00", path="/Records/0/UnitPrice/Value")
    >>> [f.code for f in without_repeats([same, seen])], [f.code for f in without_repeats([seen])]
    (['EI-BILLECTA-AMOUNT-VIEW'], ['EI-BILLECTA-FOR-VIEW'])
    """
    found = list(findings)
    better = {code for finding in found for code in _REPEATS.get(finding.code, ())}
    if not better:
        return found
    known: dict[str, set[str]] = {code: set() for code in better}
    for finding in found:
        if finding.code in better:
            known[finding.code].update(_places(finding, above=True))
    return [
        finding
        for finding in found
        if not any(known[code].intersection(_places(finding, above=False)) for code in _REPEATS.get(finding.code, ()))
    ]


def _places(finding: Finding, *, above: bool) -> set[str]:
    """Return what two findings on one fact have in common: a place, one above the other, a row, the name of a member.

    *above* adds the places above that of the finding, without the top of the document.
    """
    path = finding.path or ""
    found = {f"={path}"}
    owner, _, name = path.rpartition("/")
    if owner.rpartition("/")[2].isdigit() and (above or finding.code in _OF_ROWS):
        found.add(f"row {owner}")
    if above:
        found |= {f"name {name}", "document"}
        prefix = "^"
    else:
        if finding.code in _NAMED:
            found.add(f"name {name}" if path else "document")
        prefix = "="
    while owner:
        found.add(f"{prefix}{owner}")
        owner = owner.rpartition("/")[0]
    return found | ({f"^{path}"} if path and not above else set())
