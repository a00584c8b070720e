"""Every code that einvoice can print, by family: what ``einvoice explain`` answers and docs/rules.md lists.

The records of the codes stand where the codes are used: rules of standards and formats as Schematron
(`einvoice.schematron.catalogue`), business rules and those over the JSON of Billecta (`einvoice.rules`), codes of
routing (`einvoice.routing.codes`), everything else in `einvoice.report.codes`.  A new family is a line of `FAMILIES`.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from einvoice.findings import error_code


@dataclass(frozen=True)
class Family:
    """Codes of one subject: *key* names their page, *title* says what they are about."""

    key: str
    title: str


@dataclass(frozen=True)
class Code:
    """A code: its family, the severities of its findings ("" where they vary), its terms and what it is about."""

    code: str
    family: str
    severity: str
    terms: tuple[str, ...]
    title: str


FAMILIES: Final = tuple(
    Family(*row)
    for row in (
        ("BR", "What an invoice must contain"),
        ("BR-CO", "What must agree within an invoice"),
        ("BR-DEC", "Decimals of amounts"),
        ("BR-CL", "Code lists"),
        ("BR-S", "VAT category S: standard rate"),
        ("BR-Z", "VAT category Z: zero rate"),
        ("BR-E", "VAT category E: exempt"),
        ("BR-AE", "VAT category AE: reverse charge"),
        ("BR-IC", "VAT category K: supply within the EU"),
        ("BR-G", "VAT category G: export outside the EU"),
        ("BR-O", "VAT category O: outside the scope of VAT"),
        ("BR-AF", "VAT category L: IGIC, Canary Islands"),
        ("BR-AG", "VAT category M: IPSI, Ceuta and Melilla"),
        ("BR-B", "VAT category B: split payment, Italy"),
        ("UBL-SR", "How often an element may stand"),
        ("UBL-DT", "Attributes and data types"),
        ("UBL-CR", "Elements of UBL that EN 16931 does not have"),
        ("PEPPOL-EN16931-R", "Peppol: document, parties, lines"),
        ("PEPPOL-EN16931-P", "Peppol: types of document, and exemption codes of VAT"),
        ("PEPPOL-EN16931-CL", "Peppol: code lists"),
        ("PEPPOL-EN16931-F", "Peppol: dates"),
        ("PEPPOL-COMMON-R", "Peppol: numbers with check digits"),
        ("NO-R", "Norwegian sellers"),
        ("DK-R", "Danish sellers"),
        ("IT-R", "Italian sellers"),
        ("SE-R", "Swedish sellers"),
        ("GR-R", "Greek sellers"),
        ("GR-S", "Greek sellers, recommended"),
        ("IS-R", "Icelandic sellers"),
        ("NL-R", "Dutch sellers"),
        ("DE-R", "German sellers and buyers"),
        ("FV-shape", "Finvoice: shape"),
        ("FV-types", "Finvoice: types, origin, references"),
        ("FV-sign", "Finvoice: sign"),
        ("FV-arithmetic", "Finvoice: arithmetic"),
        ("FV-vat", "Finvoice: VAT"),
        ("FV-payment", "Finvoice: payment"),
        ("FV-parties", "Finvoice: parties and addresses"),
        ("FV-frame", "Finvoice: frame, attachments, links"),
        ("FV-en16931", "Finvoice: documents that claim EN 16931"),
        ("business", "Business rules, for every format"),
        ("billecta", "The JSON of Billecta"),
        ("schema", "Faults of the schema"),
        ("reading", "Notes and refusals of readers and writers"),
        ("losses", "What a conversion does not carry"),
        ("errors", "What stops a document or a run"),
        ("routing", "How an invoice reaches its receiver"),
    )
)
"""Every family, in the order of pages and lists."""

_SAME_FAMILY: Final = {"DE-R-T": "DE-R"}

_FINVOICE: Final = (
    # up to this number: family
    (26, "FV-shape"),
    (37, "FV-types"),
    (44, "FV-sign"),
    (68, "FV-arithmetic"),
    (77, "FV-vat"),
    (89, "FV-payment"),
    (95, "FV-parties"),
    (106, "FV-frame"),
    (112, "FV-en16931"),
)
"""The rules of Finvoice have one beginning; their numbers tell what they are about."""


def official_family(code: str) -> str:
    """Return the family of an official rule: what its id begins with before its number, for Finvoice by the number.

    >>> official_family("BR-CO-10"), official_family("PEPPOL-EN16931-R120"), official_family("FV-58")
    ('BR-CO', 'PEPPOL-EN16931-R', 'FV-arithmetic')
    """
    start = re.sub(r"(?:-?\d++)++(-[a-z])?$", "", code)
    if start != "FV":
        return _SAME_FAMILY.get(start, start)
    number = int(code.removeprefix("FV-"))
    return next(family for last, family in _FINVOICE if number <= last)


@cache
def _of_errors() -> frozenset[str]:
    from einvoice import errors

    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.EInvoiceError)
    ]
    return frozenset(error_code(kind.__name__) for kind in kinds)


def _own_family(code: str) -> str:
    if code.startswith("LOSS-"):
        return "losses"
    if code.startswith(("XSD-", "JSON-")):
        return "schema"
    return "errors" if code in _of_errors() else "reading"


@cache
def catalogue() -> Mapping[str, Code]:
    """Return every code, family by family."""
    order = {family.key: n for n, family in enumerate(FAMILIES)}
    found = sorted((*_official(), *_records()), key=lambda code: order[code.family])
    return MappingProxyType({code.code: code for code in found})


def _official() -> Iterator[Code]:
    from einvoice.schematron.catalogue import official_rules

    for rule in sorted(official_rules().values(), key=lambda rule: _natural(rule.id)):
        said = rule.assertion
        yield Code(rule.id, official_family(rule.id), " or ".join(rule.levels), tuple(said.terms), said.checks or "")


def _records() -> Iterator[Code]:
    from einvoice.report.codes import EXPLANATIONS

    for family, rules in _registries().items():
        for record in rules.values():
            yield Code(record.code, family, record.severity, tuple(record.terms), record.title)
    for entry in EXPLANATIONS.values():
        yield Code(entry.code, _own_family(entry.code), "", (), entry.title)


def _registries() -> dict[str, Mapping[str, Any]]:
    """Return the registries of rules that are records, by family."""
    from einvoice.routing.codes import CODES
    from einvoice.rules import RULES, billecta

    return {"business": RULES, "billecta": billecta.RULES, "routing": CODES}


def text_of(code: str) -> str | None:
    """Return the explanation of *code*, None when there is none; only what it takes is loaded."""
    from einvoice.report.codes import EXPLANATIONS

    if code in EXPLANATIONS:
        return EXPLANATIONS[code].text()
    if (text := _official_text(code)) is not None:
        return text
    for rules in _registries().values():
        if code in rules:
            text = rules[code].text()
            return str(text)
    return None


def _official_text(code: str) -> str | None:
    if code.startswith("EI-"):  # no official rule begins so, and loading them takes its time
        return None
    from einvoice.report.rule import explanation
    from einvoice.schematron.catalogue import official_rules

    rule = official_rules().get(code)
    if rule is None:
        return None
    published = "of einvoice" if rule.id.startswith("FV-") else f"published as {rule.assertion.flag}"
    source = f"{rule.edition}; rule set {rule.ruleset}, {published}"
    return explanation(rule.id, " or ".join(rule.levels), rule.assertion, source)


def matching(pattern: str) -> list[Code]:
    """Return the codes that *pattern* names, with ``*`` and ``?`` or as a beginning up to a dash (``BR-CO``).

    >>> [code.code for code in matching("br-cl-2?")][:2], len(matching("BR-DEC")) == len(matching("BR-DEC-*"))
    (['BR-CL-20', 'BR-CL-21'], True)
    """
    pattern = pattern.strip().upper()
    if not any(mark in pattern for mark in "*?["):
        start = pattern.rstrip("-") + "-"
        if len(start) == 1 or not any(code.startswith(start) for code in catalogue()):
            return []
        pattern += "*"
    expression = re.compile(fnmatch.translate(pattern))
    return [code for code in catalogue().values() if expression.match(code.code)]


def close_to(key: str, known: Collection[str], most: int = 16) -> str:
    """Return what to type in place of *key*: the codes that are meant or that begin so, else those that look alike."""
    same = [code for code in known if _bare(code) == _bare(key)]
    longer = sorted(code for code in known if key and code.startswith(key))
    found = list(dict.fromkeys((*same, *longer)))
    if len(found) > most:
        return f"codes that begin so: {', '.join(found[:most])} and {len(found) - most} more"
    if found:
        return f"did you mean {', '.join(found)}?"
    import difflib

    if close := difflib.get_close_matches(key, known, 3):
        return f"did you mean {', '.join(close)}?"
    return "take a code as findings show it, such as BR-CO-10 or EI-READ-VALUE; einvoice explain lists the families"


@cache
def _bare(code: str) -> str:
    """Return *code* without what people leave out: dashes, dots, blanks, leading zeros.

    >>> _bare("BR-CO-09") == _bare("BRCO9"), _bare("UBL-CR-100") == _bare("UBL-CR-1")
    (True, False)
    """
    return re.sub(r"[^A-Z0-9]", "", re.sub(r"(?<!\d)0+(?=\d)", "", code))


def _natural(code: str) -> list[tuple[int, str]]:
    """Return a key that sorts 9 before 10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", code)]
