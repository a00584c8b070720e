"""The layer ``finvoice``: the rules FV-01 to FV-112.

Most are Schematron (``schematron/finvoice``) and judge the invoice as it stands, with a namespace on the root looked
through.  What an XPath cannot see is judged here: how the file is written (FV-22 to FV-24), the frame around the
invoice (FV-92, FV-100, FV-101), the attachment messages behind it (FV-102 to FV-104), the rules of EN 16931 on what it
says in UBL (FV-110), and the original of a cancellation (FV-44, `compare_cancellation`, for who has it at hand).  Their
texts stand beside the others, in ``schematron/finvoice/3.0/elsewhere.csv``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from time import perf_counter
from typing import TYPE_CHECKING, Final

from lxml import etree

from einvoice import formats
from einvoice.errors import EInvoiceError, EngineFailed, InputError, SchematronBroken
from einvoice.findings import Finding
from einvoice.validation.official import Target, findings_of, invoice_in_ubl, nothing_fired, severity_of
from einvoice.validation.profiles import edition
from einvoice.validation.report import Judgement
from einvoice.validation.subject import Outcome, Run, Subject
from einvoice.validation.xsd import local_name
from einvoice.xml import path_of

if TYPE_CHECKING:
    from einvoice.schematron.library import Rules
    from einvoice.schematron.result import Result

LAYER: Final = "finvoice"
CLAIM: Final = "EN16931"
"""What SpecificationIdentifier says in a document that claims EN 16931."""

RULE_STOPS: Final = "report it: this is a fault of the rules of einvoice"

SHOWN: Final = 5
"""How many names a message shows."""

MAY_BE_EMPTY: Final = frozenset(
    {
        "EpiReference",
        "EpiCharge",
        "EpiBfiPartyDetails",
        "InvoiceRow",
        "AnyPartyText",
        "RowAnyPartyText",
        "SubRowAnyPartyText",
        "FactoringAgreementIdentifier",
        "DefinitionHeaderText",
        "RowDefinitionHeaderText",
        "SubRowDefinitionHeaderText",
    }
)
"""Elements that the schema demands where they stand, also when there is nothing to say."""

_NUMBERS: Final = ("Amount", "Percent", "Quantity", "Rate")
"""How the names of elements end that hold numbers."""


def judge(subject: Subject, rules: str, *, run: Run, en16931: str | None = None) -> Outcome:
    """Return what the rules of Finvoice say; *en16931* names the rules that judge a document with that claim."""
    known = edition(rules)
    version, valid_from = (known.version, known.valid_from) if known else (None, None)
    if subject.element is None:
        reason = "the invoice was not read from XML, so there is nothing to judge"
        return Outcome(ruleset=rules, version=version, valid_from=valid_from, skipped=reason)
    from einvoice.schematron import library

    start = perf_counter()
    built_in = library.built_in(rules)
    target = Target(subject.element, b"", written=subject.written)
    try:
        result = _result(subject.element, built_in, run)
    except (EngineFailed, InputError) as error:
        return Outcome(ruleset=rules, version=version, valid_from=valid_from, skipped=error.message)
    except SchematronBroken as error:
        _ = built_in.schema  # rules that do not load are broken for every document; one that takes too long is not
        return Outcome(ruleset=rules, version=version, valid_from=valid_from, skipped=error.message)
    if not result.rules_fired:
        reason = nothing_fired(rules, subject.element)
        return Outcome(ruleset=rules, version=version, valid_from=valid_from, skipped=reason)
    findings = findings_of(result, LAYER, target, RULE_STOPS)
    findings += judge_root(subject.element)
    findings += judge_layout(subject)
    findings += _around(subject)
    if en16931 is not None:
        findings += judge_claim(subject, en16931, run)
    return Outcome(
        tuple(sorted(findings, key=lambda finding: _number(finding.code))),
        rules,
        version,
        valid_from,
        result.rules_fired,
        ms=(perf_counter() - start) * 1000,
        judgement=Judgement(LAYER, rules, result, built_in),
    )


def _number(code: str) -> int:
    """Return the number of a rule, that of the last for what is none of ours."""
    found = re.fullmatch(r"FV-(\d+)", code)
    return int(found[1]) if found else 1000


def _result(element: etree._Element, rules: Rules, run: Run) -> Result:
    """Return what the Schematron says of the invoice at *element*, a namespace on its root looked through."""
    from einvoice.schematron import library

    root = formats.as_judged(LAYER, element)
    data = etree.tostring(root, encoding="UTF-8", with_tail=False)
    alone = root if root.getparent() is None else None
    (result,) = library.judge([rules], data, alone, engine=run.engine, fired=run.fired)
    return result


def judge_root(root: etree._Element) -> Iterator[Finding]:
    """Yield FV-01 for a root in a namespace; what the Version says is a rule of the Schematron."""
    namespace = etree.QName(root).namespace
    if namespace is not None:
        found = _finding("FV-01", f"the root element is in the namespace {namespace}, expected Finvoice in none")
        yield found.at(path_of(root), root.sourceline, namespace)


# --- how the file is written ------------------------------------------------------------------------


def judge_layout(subject: Subject) -> Iterator[Finding]:
    """Yield what FV-23 and FV-24 say: one finding for all numbers or elements of a kind, at the first of them."""
    assert subject.element is not None
    leaves = [
        leaf
        for leaf in subject.element.iter("*")
        if not len(leaf) and "ExternalSpecificationDetails" not in map(local_name, leaf.iterancestors())
    ]
    numbers = [leaf for leaf in leaves if local_name(leaf).endswith(_NUMBERS)]
    padded = [leaf for leaf in numbers if re.match(r"[+-]?0\d", _text(leaf))]
    amounts = [leaf for leaf in numbers if "AmountCurrencyIdentifier" in leaf.attrib]
    whole = [leaf for leaf in amounts if re.fullmatch(r"[+-]?\d+", _text(leaf))]
    empty = [leaf for leaf in leaves if not _text(leaf) and local_name(leaf) not in MAY_BE_EMPTY]
    loose = [leaf for leaf in leaves if _text(leaf) and leaf.text != _text(leaf)]
    yield from _first(padded, "FV-23", "number begins with a zero", "numbers begin with a zero")
    yield from _first(whole, "FV-23", "amount has no decimal comma", "amounts have no decimal comma")
    yield from _first(empty, "FV-24", "element is empty", "elements are empty")
    yield from _first(loose, "FV-24", "value has blanks around", "values have blanks around")
    if subject.index == 0 and re.search(rb">[ \r\n]*\n *\t[ \t]*<", subject.file):
        found = _finding("FV-24", "elements are indented with tabs, expected each at the beginning of its line")
        yield found.at(path_of(subject.element), subject.element.sourceline)


def _first(places: Sequence[etree._Element], code: str, one: str, many: str) -> Iterator[Finding]:
    """Yield the finding on all *places*, at the first of them, in the words for *one* or for *many*."""
    if places:
        names = list(dict.fromkeys(map(local_name, places)))
        shown = ", ".join(names[:SHOWN]) + (" and others" if len(names) > SHOWN else "")
        first, text = places[0], places[0].text or ""
        value = f" (first {text!r})" if text.strip() else ""
        found = _finding(code, f"{len(places)} {one if len(places) == 1 else many}: {shown}{value}")
        yield found.at(path_of(first), first.sourceline, text)


def _text(element: etree._Element) -> str:
    return (element.text or "").strip()


def _finding(code: str, message: str) -> Finding:
    """Return the finding of a rule that is judged here; what to do stands with the other rules."""
    from einvoice.schematron.catalogue import official_rules

    rule = official_rules()[code]
    return Finding(code, rule.severity, LAYER, message, rule.assertion.fix, rule.assertion.terms)


# --- frame and attachment messages ------------------------------------------------------------------


def _around(subject: Subject) -> list[Finding]:
    """Return what is wrong with the frame and the attachment messages, where the invoice came with a file."""
    return formats.judge_around(LAYER, subject.content)


# --- documents that claim EN 16931 ------------------------------------------------------------------


def judge_claim(subject: Subject, rules: str, run: Run) -> list[Finding]:
    """Return FV-110 when the document claims EN 16931 and breaks its *rules*: how many, and which.

    A document that cannot be read has no verdict; the layer en16931 says why.
    """
    assert subject.element is not None
    place = subject.element.find("{*}MessageTransmissionDetails/{*}MessageDetails/{*}SpecificationIdentifier")
    if place is None or _text(place).upper() != CLAIM:
        return []
    try:
        walk = invoice_in_ubl(subject).walk((rules,), run)
    except EInvoiceError:
        return []
    if isinstance(walk, str):
        return []
    (result,) = walk.results
    broken = Counter(
        failure.assertion.id or ""
        for failure in result.failures
        if severity_of(failure.assertion.flag, failure.assertion.role) == "error"
    )
    broken.update(error.assertion.id or "" for error in result.errors)
    if not broken:
        return []
    names = ", ".join(code if times == 1 else f"{code} ({times} times)" for code, times in sorted(broken.items()))
    count = f"{len(broken)} of its rules are" if len(broken) > 1 else "one of its rules is"
    found = _finding("FV-110", f"the document claims EN 16931, and {count} broken in what it says: {names}")
    return [found.at(path_of(place), place.sourceline, place.text)]


# --- cancellations ----------------------------------------------------------------------------------

_EPI: Final = "{*}EpiDetails/{*}EpiPaymentInstructionDetails/{*}"
_ACCOUNT: Final = "{*}EpiDetails/{*}EpiPartyDetails/{*}EpiBeneficiaryPartyDetails/{*}EpiAccountID"
_ROUTE: Final = "{*}MessageTransmissionDetails/{*}"

UNCHANGED: Final = (
    ("due date", f"{_EPI}EpiDateOptionDate"),
    ("account", _ACCOUNT),
    ("reference", f"{_EPI}EpiRemittanceInfoIdentifier"),
    ("instruction", f"{_EPI}EpiPaymentInstructionId"),
    ("address of the sender", f"{_ROUTE}MessageSenderDetails/{{*}}FromIdentifier"),
    ("address of the receiver", f"{_ROUTE}MessageReceiverDetails/{{*}}ToIdentifier"),
)
"""What a cancellation repeats as the original has it."""


def compare_cancellation(cancellation: etree._Element, original: etree._Element) -> list[Finding]:
    """Return FV-44 for each value in which a cancellation differs from the invoice that it voids.

    Nothing when *cancellation* is no cancellation (OriginCode ``Cancel``).
    """
    origin = cancellation.find("{*}InvoiceDetails/{*}OriginCode")
    if origin is None or _text(origin) != "Cancel":
        return []
    found = []
    amount, of_original = (each.find(f"{_EPI}EpiInstructedAmount") for each in (cancellation, original))
    if amount is not None and of_original is not None:
        stated, expected = _decimal(_text(amount)), _decimal(_text(of_original))
        if stated is not None and expected is not None and stated != -expected:
            wanted = str(-expected).replace(".", ",")
            message = (
                f"the cancellation is over {_text(amount)}, the original over {_text(of_original)}: expected {wanted}"
            )
            found.append(_finding("FV-44", message).at(path_of(amount), amount.sourceline, amount.text))
    for name, path in UNCHANGED:
        here, there = (each.find(path) for each in (cancellation, original))
        if there is not None and (here is None or _text(here) != _text(there)):
            place = origin if here is None else here
            shown = "missing" if here is None else _text(here) or "empty"
            message = f"the {name} of the cancellation is {shown}, that of the original {_text(there) or 'empty'}"
            found.append(_finding("FV-44", message).at(path_of(place), place.sourceline, place.text))
    return found


def _decimal(text: str) -> Decimal | None:
    return Decimal(text.replace(",", ".")) if re.fullmatch(r"-?\d{1,15}([,.]\d+)?", text) else None
