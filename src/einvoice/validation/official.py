"""The layers that go by rules written as Schematron: EN 16931, Peppol, and a rule file of the user.

The official layers of a document share one walk through it.  A UBL invoice is judged as it stands, taken out of its
envelope; an invoice of another format by what it says in UBL (`projection.py`).  Findings name the place in the source
either way.  Rules that found nothing to judge, since not one of them fired, judged nothing: the layer is skipped.
"""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from os import PathLike
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from lxml import etree

from einvoice.errors import (
    EInvoiceError,
    EngineFailed,
    EngineMissing,
    InputError,
    ReadError,
    RulesetError,
    SchematronBroken,
)
from einvoice.findings import IN_UBL, MOST_OF_A_CODE, Finding, Layer, Severity, Tally
from einvoice.validation.places import Finder, Node, Spot
from einvoice.validation.profiles import UBL, edition
from einvoice.validation.report import Judgement
from einvoice.validation.subject import Outcome, Run, Subject, unread
from einvoice.validation.xsd import local_name

if TYPE_CHECKING:
    from einvoice.schematron.library import Rules
    from einvoice.schematron.result import Failure, Result, RuleError
    from einvoice.schematron.schema import Assertion
    from einvoice.schematron.svrl import SvrlOutcome
    from einvoice.validation.projection import Projection

SEVERITIES: Final[dict[str | None, Severity]] = {
    "warning": "warning",
    "warn": "warning",
    "information": "info",
    "info": "info",
}
"""Severity by the flag (or role) of an assertion; anything else, and no flag at all, is an error."""

STYLESHEETS: Final = (".xslt", ".xsl")
"""How the names of rule files end that are compiled to XSLT already."""

UNNAMED: Final = "EI-SCHEMATRON"
"""The code of an assertion without id."""

SHOWN_VALUE: Final = 200
"""Characters of a value that a finding holds."""

SHOWN_IN_MESSAGE: Final = 60
"""Characters of a value that a message shows."""

SEVERAL: Final = ("XPTY0004", "FORG0006")
"""Error codes of XPath for several values where one is expected (and for values of another type)."""

_STEP: Final = re.compile(r"\b[\w-]+:([\w-]+)")
"""A step to an element in an expression."""

CORRECT_VALUE: Final = "correct the value that the message names, or state it once where it stands several times"
OFFICIAL_STOPS: Final = (
    "the official engine stops here and gives no report at all, so an access point refuses the document"
)
XSLT_STOPS: Final = "as XSLT the rules would stop here and give no report"


def judge_official(subject: Subject, rules: str, *, layer: Layer, together: Sequence[str], run: Run) -> Outcome:
    """Return what the built-in rules *rules* say; they are judged with all those of *together* in one walk."""
    known = edition(rules)
    version, valid_from = (known.version, known.valid_from) if known else (None, None)
    try:
        target = invoice_in_ubl(subject)
    except ReadError as error:
        return unread(error, rules, version, valid_from)
    except EInvoiceError as error:
        reason = f"the invoice cannot be written as UBL, which these rules judge: {error.message}"
        return Outcome(ruleset=rules, version=version, valid_from=valid_from, skipped=reason)
    walk = target.walk(tuple(together), run)
    if isinstance(walk, str):
        return Outcome(ruleset=rules, version=version, valid_from=valid_from, skipped=walk)
    result = walk.results[together.index(rules)]
    if not result.rules_fired:
        return Outcome(ruleset=rules, version=version, valid_from=valid_from, skipped=nothing_fired(rules, target.root))
    start = perf_counter()
    findings = findings_of(result, layer, target, OFFICIAL_STOPS)
    from einvoice.schematron import library

    share = result.rules_fired / sum(each.rules_fired for each in walk.results)
    return Outcome(
        tuple(findings),
        rules,
        version,
        valid_from,
        result.rules_fired,
        # One walk serves all official layers: its time is divided by the rules that fired.
        ms=walk.ms * share + (perf_counter() - start) * 1000,
        judgement=Judgement(layer, rules, result, library.built_in(rules), target.projection is not None),
    )


@dataclass(frozen=True)
class _Walk:
    results: tuple[Result, ...]
    ms: float


class Target:
    """The XML that rules judge, and how its places lead to the source."""

    def __init__(
        self, root: etree._Element, data: bytes, projection: Projection | None = None, *, written: bool = False
    ) -> None:
        self.root = root
        self.data = data
        self.projection = projection
        self.written = written
        self.finder = Finder(root)
        self._walks: dict[tuple[tuple[str, ...], Run], _Walk | str] = {}

    def spot(self, node: Node | None, location: str) -> Spot:
        """Return the place in the source of *node*, which stands at *location* in the XML."""
        if self.projection is not None:
            return self.projection.spot(node)
        return Spot(location) if node is None else self.finder.spot(node)

    def walk(self, together: tuple[str, ...], run: Run) -> _Walk | str:
        """Return the results of the built-in rules *together*, or why there are none."""
        key = together, run
        if key not in self._walks:
            self._walks[key] = self._walk(together, run)
        return self._walks[key]

    def _walk(self, together: tuple[str, ...], run: Run) -> _Walk | str:
        from einvoice.schematron import library

        rules = [library.built_in(name) for name in together]
        start = perf_counter()
        try:
            results = library.judge(rules, self.data, self.root, engine=run.engine, fired=run.fired)
        except (EngineFailed, InputError) as error:
            return error.message
        except SchematronBroken as error:
            for each in rules:
                _ = each.schema  # rules that do not load are broken for every document; one that takes too long is not
            return error.message
        return _Walk(results, (perf_counter() - start) * 1000)


def invoice_in_ubl(subject: Subject) -> Target:
    """Return the invoice as UBL; raises `ReadError`, and what the writer raises."""
    found = subject.targets.get("official")
    if found is None:
        if subject.format == UBL and subject.element is not None:
            found = Target(subject.element, subject.data, written=subject.written)
        else:
            projection = subject.projection()
            found = Target(projection.root, projection.data, projection)
        subject.targets["official"] = found
    return cast(Target, found)


def nothing_fired(rules: str, root: etree._Element) -> str:
    """Return why a layer is skipped of whose rules not one was for the document at *root*."""
    name = etree.QName(root)
    shown = f"{name.localname} of namespace {name.namespace}" if name.namespace else name.localname
    return f"no rule of {rules} is for such a document (root element {shown}), so nothing was judged"


# ---------------------------------------------------------------- rules of the user


@dataclass(frozen=True, eq=False)
class RuleFile:
    """Rules of the user, ready to run: a Schematron file (*rules*), or a stylesheet that writes SVRL (*xslt*)."""

    name: str
    rules: Rules | None = None
    xslt: bytes | None = None


def rule_file(path: str | PathLike[str]) -> RuleFile:
    """Return the rules in the file at *path*; raises `SchematronBroken` (exit 6) when it cannot be used.

    Compiling takes a moment: whoever judges many documents passes what this returns.
    """
    file = Path(path)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise SchematronBroken(
            f"cannot read the rule file: {error.strerror or error}",
            fix="check the path and the rights",
            source=str(file),
        ) from error
    if file.suffix.lower() in STYLESHEETS:
        if importlib.util.find_spec("saxonche") is None:
            raise EngineMissing(
                "a compiled rule file is run by Saxon, whose package saxonche is not installed",
                fix="pip install 'einvoice-nordic[saxon]', or give the Schematron file (.sch) that it was made from",
                source=str(file),
            )
        return RuleFile(file.name, xslt=data)
    from einvoice.schematron import library

    try:
        return RuleFile(file.name, library.from_file(file))
    except SchematronBroken as error:
        # Files are named from the folder of the main file; the caller named that one from where he stands.
        error.source = str(file.parent / error.source) if error.source else str(file)
        raise


def judge_rule_file(subject: Subject, rules: str, *, file: RuleFile, run: Run) -> Outcome:
    """Return what the rules of the user say of the XML of *subject*; of what it says in UBL when it is no XML.

    UBL is judged without its envelope.  A file of another format is judged as a whole, and once: what stands inside an
    invoice belongs to that invoice, the rest to every one of them.
    """
    try:
        target, judged = _file_of(subject, file, run)
    except ReadError as error:
        return unread(error, rules, None)
    except EngineFailed as error:
        return Outcome(ruleset=rules, skipped=error.message)
    except EInvoiceError as error:
        if isinstance(error, RulesetError):
            raise
        return Outcome(ruleset=rules, skipped=f"the document cannot be judged by these rules: {error.message}")
    tally = Tally(MOST_OF_A_CODE)
    for node, finding in judged.findings:
        if _belongs(node, subject):
            tally.put(finding)
    reason = judged.stopped
    if reason is None and not judged.result.rules_fired:
        reason = nothing_fired(rules, target.root)
    judgement = Judgement("schematron", rules, judged.result, file.rules, target.projection is not None)
    return Outcome(tuple(tally.findings()), rules, fired=judged.result.rules_fired, skipped=reason, judgement=judgement)


class _Judged(NamedTuple):
    result: Result | SvrlOutcome
    findings: list[tuple[Node | None, Finding]]
    stopped: str | None = None


def _file_of(subject: Subject, file: RuleFile, run: Run) -> tuple[Target, _Judged]:
    """Return the XML that rules of the user judge, and what they say of it."""
    whole = subject.root if subject.format != UBL else None
    shared = subject.targets if whole is None else subject.verdicts
    if "schematron" not in shared:
        target = invoice_in_ubl(subject) if whole is None else Target(whole, subject.data)
        shared["schematron"] = target, _judge_file(target, file, run)
    return cast(tuple[Target, _Judged], shared["schematron"])


def _judge_file(target: Target, file: RuleFile, run: Run) -> _Judged:
    if file.rules is not None:
        from einvoice.schematron import library

        (result,) = library.judge([file.rules], target.data, target.root, engine=run.engine, fired=run.fired)
        failed = [_failed(failure, "schematron", target) for failure in result.failures]
        erred = [_erred(error, "schematron", target, XSLT_STOPS) for error in result.errors]
        return _Judged(result, [*failed, *erred])
    from einvoice.schematron.engines.saxon import engine

    assert file.xslt is not None
    alone = target.root.getparent() is None
    data = target.data if alone else etree.tostring(target.root, encoding="UTF-8", with_tail=False)
    outcome = engine().judge_xslt(file.xslt, data, file.name)
    if outcome.error is not None:
        code = f" ({outcome.error.code})" if outcome.error.code else ""
        message = f"{file.name} stops at an error and gives no report: {outcome.error.message}{code}"
        found = Finding("EI-RULE-ERROR", "error", "schematron", message, CORRECT_VALUE)
        return _Judged(outcome, [(None, found)], "the stylesheet stopped at an error, so there is no report")
    return _Judged(outcome, _of_svrl(outcome, target))


def _belongs(node: Node | None, subject: Subject) -> bool:
    """True for what stands in the invoice of *subject*, or in no invoice of its file."""
    if node is None or subject.element is None or subject.root is subject.element:
        return True
    name = local_name(subject.element).lower()
    owner = None
    for element in (node.element, *node.element.iterancestors()):
        owner = element if local_name(element).lower() == name else owner
    return owner is None or owner is subject.element


# ---------------------------------------------------------------- findings


def severity_of(flag: str | None, role: str | None = None) -> Severity:
    """Return the severity of an assertion by its *flag*, or by its *role* when it has none."""
    return SEVERITIES.get((flag or role or "").strip().lower(), "error")


def findings_of(result: Result, layer: Layer, target: Target, consequence: str) -> list[Finding]:
    """Return the findings of *result*, which is about one invoice.

    *consequence* is what follows from a rule that cannot be evaluated.
    """
    tally = Tally(MOST_OF_A_CODE)
    for failure in result.failures:
        tally.add(failure.assertion.id or UNNAMED, partial(_finding_of, _failed, failure, layer, target))
    for error in result.errors:
        tally.add("EI-RULE-ERROR", partial(_finding_of, _erred, error, layer, target, consequence))
    return tally.findings()


def _finding_of(make: Callable[..., tuple[Node | None, Finding]], *arguments: object) -> Finding:
    return make(*arguments)[1]


def _failed(failure: Failure, layer: Layer, target: Target) -> tuple[Node | None, Finding]:
    """Return the finding of *failure*, with the node that it is about."""
    assertion, location = failure.assertion, failure.subject or failure.location
    node = target.finder.node(location)
    severity = severity_of(assertion.flag, assertion.role)
    message = failure.message or " ".join((assertion.checks or assertion.test.text).split())
    spot = target.spot(node, location)
    return node, _finding(assertion.id, severity, layer, message, assertion, spot, target)


def _erred(error: RuleError, layer: Layer, target: Target, consequence: str) -> tuple[Node | None, Finding]:
    """Return the finding of *error*, with the node that it is about."""
    node = target.finder.node(error.location)
    message = f"{_cannot(error, node)}; {consequence}"
    spot = target.spot(node, error.location)
    return node, _finding("EI-RULE-ERROR", "error", layer, message, error.assertion, spot, target)


def _cannot(error: RuleError, node: Node | None) -> str:
    where = ""
    if node is not None:
        shown = "" if node.value is None else f" {_shown(node.value, SHOWN_IN_MESSAGE)!r}"
        where = f" on {node.name}{shown}{_repeated(error, node)}"
    return f"rule {error.assertion.id or 'without id'} cannot be evaluated{where}: {error.message} ({error.code})"


def _repeated(error: RuleError, node: Node) -> str:
    """Return what the rule names and stands several times, where the error is that there are several."""
    if error.code not in SEVERAL:
        return ""
    named = dict.fromkeys(_STEP.findall(error.assertion.test.text))
    values = Counter(local_name(child) for child in node.element.iterchildren("*") if not len(child))
    found = [f"{name} stands {values[name]} times" for name in named if values[name] > 1]
    return f", where {' and '.join(found)}" if found else ""


def _finding(
    code: str | None, severity: Severity, layer: Layer, message: str, rule: Assertion, spot: Spot, target: Target
) -> Finding:
    if target.written:
        message = f"in the written document, {message}"
    fix = CORRECT_VALUE if code == "EI-RULE-ERROR" else rule.fix
    if target.projection is not None and fix is not None:
        fix = IN_UBL + fix
    value = _shown(spot.value, SHOWN_VALUE)
    return Finding(code or UNNAMED, severity, layer, message, fix, rule.terms, spot.path, spot.line, value)


def _shown(value: str | None, length: int) -> str | None:
    """Return the beginning of a long *value*: the text of an attachment has megabytes."""
    return value if value is None or len(value) <= length else value[:length] + "…"


def _of_svrl(outcome: SvrlOutcome, target: Target) -> list[tuple[Node | None, Finding]]:
    found = []
    for failure in outcome.failures:
        location = failure.subject or failure.location
        node = target.finder.node(location)
        spot = target.spot(node, location)
        severity = severity_of(failure.flag, failure.role)
        message = failure.text or failure.test
        finding = Finding(
            failure.id or UNNAMED,
            severity,
            "schematron",
            message,
            path=spot.path,
            line=spot.line,
            value=_shown(spot.value, SHOWN_VALUE),
        )
        found.append((node, finding))
    for error in outcome.errors:
        node = target.finder.node(error.location)
        spot = target.spot(node, error.location)
        message = f"rule {error.id or 'without id'} cannot be evaluated: {error.text} ({error.code}); {XSLT_STOPS}"
        value = _shown(spot.value, SHOWN_VALUE)
        finding = Finding(
            "EI-RULE-ERROR", "error", "schematron", message, CORRECT_VALUE, (), spot.path, spot.line, value
        )
        found.append((node, finding))
    return found
