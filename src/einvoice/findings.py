"""Findings: what is wrong with a document, and what a conversion does not carry.

A finding is a value.  Readers, writers, schemas and rules yield findings; the caller's policy
(`--fail-on`, `--losses`) decides what follows.  Codes are stable and public.

Families of codes: official rule ids as they are (`BR-CO-10`, `PEPPOL-EN16931-R120`); `EI-…` business
rules and reading notes of ours; `LOSS-…` what a conversion does not carry; `XSD-…` and `JSON-…` schema faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from operator import attrgetter
from typing import Any, Final, Literal, Protocol

Severity = Literal["error", "warning", "info"]
Layer = Literal[
    "input", "schema", "en16931", "peppol", "schematron", "finvoice", "netvisor", "billecta", "business", "loss"
]

_SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
MAX_MESSAGE: Final = 2_000
"""Characters of the longest message and fix: a hostile document has values of any length."""

MOST_OF_A_CODE: Final = 5_000
"""How many findings of one code a layer gives for an invoice; a hostile one has a fault for each of its elements.

The longest real invoices have some thousands of lines, and each fault of theirs is listed."""

MOST_LOSSES: Final = 10_000
"""The same for values that are lost: a person looks for his own among them, and a long invoice has many lines."""

SEVERITY_ORDER: Final[dict[str, int]] = {name: order for order, name in enumerate(_SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or one loss.

    *code* names the rule, *message* says what is wrong with the values seen and expected, *fix* what
    to do, *terms* the business terms (BT and BG numbers, EX-… for extensions), *path* the XPath or
    JSON pointer into the source, *line* counts from 1, *value* is the text as it stands in the source.
    `None` means unknown, never empty.

    A message or a fix that a value makes a book of is cut in the middle.
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

    def __post_init__(self) -> None:
        if len(self.message) > MAX_MESSAGE:
            object.__setattr__(self, "message", _cut(self.message))
        if self.fix is not None and len(self.fix) > MAX_MESSAGE:
            object.__setattr__(self, "fix", _cut(self.fix))

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
        return self.placed(
            self.path if self.path is not None else path,
            self.line if self.line is not None else line,
            self.value if self.value is not None else value,
        )

    def placed(self, path: str | None, line: int | None, value: str | None) -> Finding:
        """Return the same finding with another place and value; far quicker than `replace`."""
        copy = object.__new__(Finding)
        for store, stated in _OF_SUBJECT:
            store(copy, stated(self))
        for store, place in zip(_OF_PLACE, (path, line, value), strict=True):
            store(copy, place)
        return copy

    @property
    def is_loss(self) -> bool:
        """True for a finding of the loss account."""
        return self.code.startswith("LOSS-")


_OF_SUBJECT: Final = tuple(
    (getattr(Finding, each.name).__set__, attrgetter(each.name))
    for each in fields(Finding)
    if each.name not in ("path", "line", "value")
)
_OF_PLACE: Final = tuple(getattr(Finding, name).__set__ for name in ("path", "line", "value"))
"""What stores a field, past the constructor; there are as many copies of findings as findings, or more."""


class Tally:
    """Collects the findings of one invoice; of a code beyond the first *most* it counts them in one.

    That one has the place and the value of the first that it stands for, and names the place of the last.

    >>> tally = Tally(2)
    >>> for number in range(1, 6):
    ...     found = Finding("LOSS-UNMAPPED", "warning", "loss", f"x{number}", path=f"/a/x[{number}]")
    ...     tally.put(found)
    >>> [finding.message for finding in tally.findings()]
    ['x1', 'x2', '3 more findings of this code are counted here, from /a/x[3] to /a/x[5]; the first: x3']
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: list[Finding] = []
        self._counts: dict[str, int] = {}
        self._beyond: dict[str, tuple[int, Finding]] = {}
        self._last: dict[str, Callable[[], Finding]] = {}

    def add(self, code: str, make: Callable[[], Finding]) -> None:
        """Add what *make* returns, a finding of *code*; it is made only if it is listed, or the first or last counted.

        *make* is kept until `findings` is asked for.
        """
        count = self._counts[code] = self._counts.get(code, 0) + 1
        if count <= self._most:
            self._found.append(make())
            return
        self._last[code] = make
        if code not in self._beyond:
            self._beyond[code] = len(self._found), make()
            self._found.append(self._beyond[code][1])

    def put(self, finding: Finding) -> None:
        """Add *finding*, which is made already."""
        self.add(finding.code, lambda: finding)

    def findings(self) -> list[Finding]:
        """Return the findings in the order in which they were added."""
        for code, (at, first) in self._beyond.items():
            if (more := self._counts[code] - self._most) > 1:
                places = f"{_where(first)} to {_where(self._last[code]())}"
                message = f"{more:,} more findings of this code are counted here, from {places}; the first: "
                self._found[at] = replace(first, message=message + first.message)
        return self._found


def _where(finding: Finding) -> str:
    line = f"line {finding.line}" if finding.line else ""
    return f"{finding.path} ({line})" if finding.path and line else finding.path or line or "the document"


def _cut(text: str) -> str:
    return f"{text[:1500]} … ({len(text) - 1900:,} characters left out) … {text[-400:]}"


def error_code(name: str) -> str:
    """Return the code of the finding that tells of the exception *name*.

    >>> error_code("NotWellFormed")
    'EI-NOT-WELL-FORMED'
    """
    return "EI-" + re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).upper()


class Told(Protocol):
    """What an exception of ours says of itself; this room does not know the room of exceptions."""

    message: str
    fix: str | None
    path: str | None
    line: int | None
    findings: tuple[Finding, ...]


def as_findings(error: Told) -> list[Finding]:
    """Return what *error* says as findings of the layer ``input``: its own, or one made of its message.

    The code is the name of the error: `NotWellFormed` is ``EI-NOT-WELL-FORMED``.
    """
    if error.findings:
        return list(error.findings)
    code = error_code(type(error).__name__)
    return [Finding(code, "error", "input", error.message, error.fix, path=error.path, line=error.line)]


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest severity among *findings*, None when there is none."""
    found = min((SEVERITY_ORDER[f.severity] for f in findings), default=None)
    return None if found is None else _SEVERITIES[found]


_IN_WORDS: Final = frozenset(
    {"EI-BILLECTA-CREDITOR", "EI-BILLECTA-DEBTOR", "EI-BILLECTA-NO-DATE", "EI-BILLECTA-NO-DUE-DATE"}
)
"""What a writer could not state; the schema says of the written document that a member with the same terms is
missing."""

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
    told = {term for f in once if f.code in _IN_WORDS for term in f.terms}
    once = [f for f in once if f.code != "JSON-REQUIRED" or not told.intersection(f.terms)]
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
    "EI-ACCOUNT-BANKGIRO": ("EI-BILLECTA-ACCOUNT-NUMBER",),
    "EI-ACCOUNT-IBAN": ("FV-81", "EI-BILLECTA-ACCOUNT-NUMBER"),
    "EI-ACCOUNT-PLUSGIRO": ("EI-BILLECTA-ACCOUNT-NUMBER",),
    "EI-ATTACHMENT-SIZE": ("FV-103",),
    "EI-DATE-DUE": ("FV-85", "EI-BILLECTA-DUE-DATE", "EI-TERMS-DAYS"),
    "EI-DATE-PERIOD": ("BR-29", "BR-30", "EI-BILLECTA-PERIOD"),
    "EI-ID-BUSINESS": (
        "PEPPOL-COMMON-R041",
        "PEPPOL-COMMON-R049",
        "SE-R-013",
        "FV-90",
        "EI-BILLECTA-ORG-NUMBER",
        "EI-BILLECTA-NUMBER",
    ),
    "EI-ID-ENDPOINT": (
        "PEPPOL-COMMON-R040",
        "PEPPOL-COMMON-R041",
        "PEPPOL-COMMON-R049",
        "FV-91",
        "FV-93",
        "EI-BILLECTA-GLN",
    ),
    "EI-ID-GLN": ("PEPPOL-COMMON-R040",),
    "EI-ID-VAT": ("NO-R-001", "FV-76", "EI-BILLECTA-VAT-ID"),
    "EI-ID-VAT-BUSINESS": ("FV-95",),
    "EI-ID-VAT-PREFIX": ("BR-CO-09",),
    "EI-REFERENCE-FI": ("FV-82",),
    "EI-REFERENCE-OCR": ("EI-BILLECTA-OCR",),
    "EI-REFERENCE-RF": ("FV-82",),
    "EI-ELEMENT-ORDER": ("XSD-ELEMENT",),
    "EI-FINVOICE-DUE-DATE": ("FV-84",),
    "EI-FINVOICE-NAMESPACE": ("FV-01", "XSD-ELEMENT"),
    "EI-NETVISOR-TERMS": ("EI-TERMS-DAYS",),
    "LOSS-UNMAPPED": ("JSON-UNKNOWN", "JSON-OLD"),
    "JSON-FORMAT": ("EI-ATTACHMENT-BASE64",),
    "JSON-KIND": ("EI-NO-INVOICE",),
    "JSON-NULL": ("EI-BILLECTA-CREDITOR-ID", "EI-BILLECTA-DEBTOR-ID"),
    "JSON-REQUIRED": ("EI-BILLECTA-CREDITOR-ID", "EI-BILLECTA-DEBTOR-ID"),
    "JSON-TYPE": ("EI-BILLECTA-AMOUNT-WHOLE",),
    "EI-BILLECTA-ACCOUNT": ("EI-BILLECTA-PAYMENT-ACCOUNT",),
    "EI-BILLECTA-CURRENCY": ("EI-BILLECTA-CURRENCY-MISSING",),
    "EI-BILLECTA-DEBTOR-ID": ("JSON-FORMAT",),
    "EI-BILLECTA-DISCOUNT": (
        "EI-BILLECTA-DISCOUNT-BOTH",
        "EI-BILLECTA-DISCOUNT-TYPE",
        "EI-BILLECTA-DISCOUNT-LARGER",
    ),
    "EI-BILLECTA-ENUM": ("EI-BILLECTA-ENUM-NUMBER", "JSON-ENUM"),
    "EI-BILLECTA-FEE-RATE": ("EI-BILLECTA-FEE-VAT",),
    "EI-BILLECTA-FOR-VIEW": ("EI-BILLECTA-AMOUNT-VIEW",),
    "EI-BILLECTA-NUMBER": ("EI-BILLECTA-ORG-NUMBER",),
    "EI-BILLECTA-ROW": ("EI-BILLECTA-ROW-INCOMPLETE",),
    "EI-BILLECTA-SIGN": ("EI-BILLECTA-CREDIT-SIGN",),
    "EI-BILLECTA-VAT": ("EI-BILLECTA-REVERSE-VAT",),
    "EI-CODE-CURRENCY": ("EI-BILLECTA-CURRENCY-CODE",),
    "EI-CREDIT-REFERENCE": ("EI-BILLECTA-CREDIT-REFERENCE", "EI-BILLECTA-CREDITED"),
    "EI-CURRENCY-MIX": ("EI-BILLECTA-CURRENCY-MIX",),
    "EI-MISSING-CURRENCY": (
        "EI-BILLECTA-CURRENCY-MISSING",
        "EI-BILLECTA-ROWS-MISSING",
        "EI-BILLECTA-ROW-INCOMPLETE",
    ),
    "EI-MISSING-LINES": ("EI-BILLECTA-ROWS-MISSING",),
    "EI-NO-INVOICE": ("JSON-ENUM", "EI-BILLECTA-ACTION-TYPE"),
    "EI-READ-VALUE": ("JSON-ENUM", "JSON-FORMAT", "JSON-NULL", "JSON-RANGE", "JSON-TYPE", "EI-BILLECTA-AMOUNT-WHOLE"),
    "EI-SIGN-INVOICE": ("EI-BILLECTA-CREDIT-SIGN",),
    "EI-TOTAL-DUE": ("EI-BILLECTA-INVOICED-TOTAL",),
    "EI-TOTAL-LINE-NET": ("EI-BILLECTA-ROW-TOTAL",),
    "EI-VAT-K-DELIVERY": ("EI-VAT-K-BUYER",),
    "EI-TOTAL-VAT": ("EI-BILLECTA-VAT-TOTAL",),
    "EI-VAT-RATE": ("EI-BILLECTA-VAT-RATE", "EI-BILLECTA-VAT-FRACTION"),
}
"""A finding, and the codes that state the same fact at its place and say more of it.  It gives way to none that is
milder: what makes a document invalid is always named."""

_OF_CATEGORIES: Final = ("S", "Z", "E", "AE", "IC", "G", "O", "AF", "AG")
"""What the official rules call the VAT categories; each has the same rules under the same numbers."""


def _of_categories(*numbers: str) -> tuple[str, ...]:
    return tuple(f"BR-{category}-{number}" for category in _OF_CATEGORIES for number in numbers)


_OFFICIAL: Final[dict[str, tuple[str, ...]]] = {
    "EI-ACCOUNT-BANKGIRO": ("SE-R-008", "SE-R-009"),
    "EI-ACCOUNT-PLUSGIRO": ("SE-R-007", "SE-R-010"),
    "EI-ACCOUNT-SEPA": ("FV-81",),
    "EI-CODE-COUNTRY": ("BR-CL-14", "BR-CL-15"),
    "EI-CODE-CURRENCY": ("BR-CL-04", "BR-CL-05"),
    "EI-CODE-TYPE": ("BR-CL-01",),
    "EI-CODE-UNIT": ("BR-CL-23",),
    "EI-CODE-VAT": ("BR-CL-17", "BR-CL-18"),
    "EI-ID-ENDPOINT": ("PEPPOL-EN16931-CL008",),
    "EI-MISSING-BUYER-COUNTRY": ("BR-10", "BR-11"),
    "EI-MISSING-BUYER-NAME": ("BR-07",),
    "EI-MISSING-CURRENCY": ("BR-05",),
    "EI-MISSING-DELIVERY-COUNTRY": ("BR-57",),
    "EI-MISSING-ISSUE-DATE": ("BR-03",),
    "EI-MISSING-LINE-AMOUNT": ("BR-24",),
    "EI-MISSING-LINES": ("BR-16",),
    "EI-MISSING-NUMBER": ("BR-02",),
    "EI-MISSING-SELLER-COUNTRY": ("BR-08", "BR-09"),
    "EI-MISSING-SELLER-NAME": ("BR-06",),
    "EI-PRICE-NEGATIVE": ("BR-27", "BR-28"),
    "EI-SIGN-VAT": ("PEPPOL-EN16931-R055",),
    "EI-TOTAL-ALLOWANCES": ("BR-CO-11",),
    "EI-TOTAL-CHARGES": ("BR-CO-12",),
    "EI-TOTAL-DUE": ("BR-CO-16",),
    "EI-TOTAL-LINE-NET": ("PEPPOL-EN16931-R120",),
    "EI-TOTAL-LINES": ("BR-CO-10",),
    "EI-TOTAL-PERCENTAGE": ("PEPPOL-EN16931-R040",),
    "EI-TOTAL-TAXABLE": _of_categories("08"),
    "EI-TOTAL-VAT": ("BR-CO-14",),
    "EI-TOTAL-VAT-GROUP": ("BR-CO-17", *_of_categories("09")),
    "EI-TOTAL-WITH-VAT": ("BR-CO-15",),
    "EI-TOTAL-WITHOUT-VAT": ("BR-CO-13",),
    "EI-VAT-BUYER-ID": ("BR-AE-02", "BR-AE-03", "BR-AE-04", "BR-IC-02", "BR-IC-03", "BR-IC-04"),
    "EI-VAT-CATEGORY-RATE": ("BR-48", *_of_categories("05", "06", "07")),
    "EI-VAT-DELIVERY-COUNTRY": ("BR-IC-12",),
    "EI-VAT-DELIVERY-DATE": ("BR-IC-11",),
    "EI-VAT-GROUP": ("BR-CO-18", *_of_categories("01")),
    "EI-VAT-O-ALONE": ("BR-O-11", "BR-O-12", "BR-O-13", "BR-O-14"),
    "EI-VAT-O-ID": ("BR-O-02", "BR-O-03", "BR-O-04"),
    "EI-VAT-RATE": ("SE-R-006",),
    "EI-VAT-REASON-CODE": (
        "BR-CL-22",
        "PEPPOL-EN16931-P0104",
        "PEPPOL-EN16931-P0105",
        "PEPPOL-EN16931-P0106",
        "PEPPOL-EN16931-P0107",
        "PEPPOL-EN16931-P0108",
        "PEPPOL-EN16931-P0109",
        "PEPPOL-EN16931-P0110",
        "PEPPOL-EN16931-P0111",
    ),
    "EI-VAT-REASON-FORBIDDEN": ("BR-S-10", "BR-Z-10", "BR-AF-10", "BR-AG-10"),
    "EI-VAT-REASON-MISSING": ("BR-E-10", "BR-AE-10", "BR-IC-10", "BR-G-10", "BR-O-10"),
    "EI-VAT-SELLER-ID": _of_categories("02", "03", "04"),
}
"""A business rule, and the rules of others that make the same demand; it gives way to them as `_REPEATS` says.

The business rules judge every format and every profile, these only what their layer judges.  The finding that stands
takes over what the other knows besides: `_with_what_it_knows`."""

for _code, _rules in _OFFICIAL.items():
    _REPEATS[_code] = (*_REPEATS.get(_code, ()), *_rules)

IN_UBL: Final = "change the source, or the context, so that the invoice is right in UBL: "
"""What the remedy of an official rule begins with when the document is not in UBL."""

_MILDER: Final[dict[str, tuple[str, ...]]] = {
    "EI-BILLECTA-AMOUNT-WHOLE": ("JSON-TYPE",),
    "JSON-ENUM": ("EI-NO-INVOICE",),
}
"""A finding, and the codes that take its place when they are graver: the service may take what the schema refuses."""

_SHARED: Final = frozenset({"EI-BILLECTA-CREDITOR-ID"})
"""Codes of a rule that the reader states as well, with what follows from it; the last one stands."""

_NAMED: Final = frozenset(
    {
        "EI-BILLECTA-ENUM",
        "EI-CODE-CURRENCY",
        "EI-CREDIT-REFERENCE",
        "EI-MISSING-CURRENCY",
        "EI-MISSING-LINES",
        "EI-SIGN-INVOICE",
    }
)
"""Of these one finding stands for all members of one name, or for the whole document."""

_OF_DOCUMENT: Final = frozenset(
    {
        "EI-DATE-DUE",
        "EI-MISSING-BUYER-COUNTRY",
        "EI-MISSING-BUYER-NAME",
        "EI-MISSING-DELIVERY-COUNTRY",
        "EI-MISSING-ISSUE-DATE",
        "EI-MISSING-NUMBER",
        "EI-MISSING-SELLER-COUNTRY",
        "EI-MISSING-SELLER-NAME",
        "EI-TOTAL-ALLOWANCES",
        "EI-TOTAL-CHARGES",
        "EI-TOTAL-DUE",
        "EI-TOTAL-LINES",
        "EI-TOTAL-VAT",
        "EI-TOTAL-WITH-VAT",
        "EI-TOTAL-WITHOUT-VAT",
        "EI-VAT-BUYER-ID",
        "EI-VAT-DELIVERY-COUNTRY",
        "EI-VAT-DELIVERY-DATE",
        "EI-VAT-K-DELIVERY",
        "EI-VAT-O-ALONE",
        "EI-VAT-O-ID",
        "EI-VAT-SELLER-ID",
    }
)
"""What they judge is there once in a document, wherever a rule sees it."""

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
    named = {each.code for each in found}
    better = {code for name in named for code in (*_REPEATS.get(name, ()), *_MILDER.get(name, ()))} & named
    if not better and not named & _SHARED:
        return found
    known: dict[tuple[str, Severity], dict[str, int]] = {}
    for index, each in enumerate(found):
        if each.code in better:
            places = known.setdefault((each.code, each.severity), {})
            for place in _places(each, above=True):
                places.setdefault(place, index)
    last = {(each.code, each.path): each for each in found if each.code in _SHARED}
    heirs: dict[int, Finding] = {}

    def repeats(finding: Finding) -> bool:
        if finding.code in _SHARED:
            return last[finding.code, finding.path] is not finding
        rank, places = SEVERITY_ORDER[finding.severity], None
        for (code, severity), taken in known.items():
            grave = rank - SEVERITY_ORDER[severity]
            if (code in _REPEATS.get(finding.code, ()) and grave >= 0) or (
                code in _MILDER.get(finding.code, ()) and grave > 0
            ):
                places = places or _places(finding, above=False)
                common = taken.keys() & places
                if common:
                    heirs.setdefault(min(taken[place] for place in common), finding)
                    return True
        return False

    kept = [(index, each) for index, each in enumerate(found) if not repeats(each)]
    return [_with_what_it_knows(each, heirs[index]) if index in heirs else each for index, each in kept]


def _with_what_it_knows(finding: Finding, other: Finding) -> Finding:
    """Return *finding*, which stands in place of *other*, with what only *other* knows.

    That is what explains a difference (a sign, a rounding), which rules on totals say behind a semicolon, and in a
    document that is not in UBL the remedy in words of the source.
    """
    if other.code not in _OFFICIAL:
        return finding
    explanation = other.message.partition("; ")[2] if other.code.startswith("EI-TOTAL-") else ""
    fix = other.fix if other.fix and (finding.fix or "").startswith(IN_UBL) else finding.fix
    return replace(finding, message=f"{finding.message}; {explanation}" if explanation else finding.message, fix=fix)


def _places(finding: Finding, *, above: bool) -> set[str]:
    """Return what two findings on one fact have in common: a place, one above the other, a row, the name of a member.

    *above* adds the places above that of the finding, without the top of the document.
    """
    path = finding.path or ""
    found = {f"={path}"} if path else set()
    owner, _, name = path.rpartition("/")
    if owner.rpartition("/")[2].isdigit() and (above or finding.code in _OF_ROWS):
        found.add(f"row {owner}")
    if above:
        found |= {f"name {name}", "document"}
        prefix = "^"
    else:
        if finding.code in _NAMED:
            found.add(f"name {name}" if path else "document")
        if finding.code in _OF_DOCUMENT or (not path and finding.code in _OFFICIAL):
            found.add("document")
        prefix = "="
    while owner:
        found.add(f"{prefix}{owner}")
        owner = owner.rpartition("/")[0]
    return found | ({f"^{path}"} if path and not above else set())
