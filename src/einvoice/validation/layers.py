"""The layers, and how an invoice is taken through them.

A layer is a function (`Layer`); a rule set names the layers of its profile and the rules of each.  A new layer is a
function and a line in `LAYERS`.  No layer hears of another: a document with a broken schema is still read, and judged
by the rules as far as it can be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import perf_counter
from types import MappingProxyType
from typing import Final

from einvoice import rules as business_rules
from einvoice._version import __version__
from einvoice.context import Context, missing
from einvoice.errors import EInvoiceError, EngineMissing, ReadError, UsageError
from einvoice.findings import Finding
from einvoice.model import Invoice
from einvoice.validation import profiles, schema
from einvoice.validation.profiles import Ruleset
from einvoice.validation.report import LayerResult, Report, Status
from einvoice.validation.subject import Layer, Outcome, Subject

ENGINES: Final = ("native", "saxon")

WITHOUT_SELLER: Final = frozenset({"netvisor"})
"""Formats that do not hold the seller: what the context has to add is told even when there is no context."""


def judge_schematron(subject: Subject, rules: str) -> Outcome:
    """Return why the official rules did not run."""
    return Outcome(
        ruleset=rules,
        skipped="the official rules (EN 16931, Peppol) come with a later version of einvoice; until then this layer is "
        "not checked",
    )


def judge_business(subject: Subject, rules: str) -> Outcome:
    """Return what reading and the business rules say of the invoice.

    An invoice that cannot be read cannot be judged: what reading says is reported, and the layer is skipped.
    """
    try:
        document = subject.document()
    except ReadError as error:
        unread = Finding("EI-READ-ERROR", "error", "input", error.message, error.fix, path=error.path, line=error.line)
        return Outcome(
            findings=error.findings or (unread,),
            ruleset=rules,
            version=__version__,
            skipped=f"a value cannot be read, so there is no invoice to judge: {error.message}",
        )
    found = run_rules(document.invoice)
    if subject.format in WITHOUT_SELLER or subject.context != Context():
        found += missing(document.invoice, subject.context)
    return Outcome((*document.findings, *document.locate(found)), rules, __version__, fired=len(business_rules.RULES))


def run_rules(invoice: Invoice) -> list[Finding]:
    """Return what the business rules find; a rule that fails is a finding, and keeps no other from running."""
    try:
        return business_rules.run(invoice)
    except Exception:
        found: list[Finding] = []
        for code in business_rules.RULES:
            try:
                found += business_rules.run(invoice, [code])
            except Exception as error:
                found.append(_failure(code, error))
        return found


def _failure(rule: str, error: Exception) -> Finding:
    if isinstance(error, EInvoiceError):
        code = "EI-READ-ERROR" if isinstance(error, ReadError) else "EI-INTERNAL-ERROR"
        return Finding(code, "error", "business", f"rule {rule} could not be judged: {error.message}", error.fix)
    message = f"rule {rule} failed with {type(error).__name__}: {error}"
    return Finding("EI-INTERNAL-ERROR", "error", "business", message, "report it: this is a fault of einvoice")


LAYERS: Final[Mapping[str, Layer]] = MappingProxyType(
    {"schema": schema.judge, "schematron": judge_schematron, "business": judge_business}
)


def choose_layers(ruleset: Ruleset, layers: Sequence[str] | None) -> tuple[str, ...]:
    """Return the layers to run, in the order in which they report; None means all that the profile has."""
    if layers is None:
        return tuple(ruleset.layers)
    check_layers(layers)
    return tuple(name for name in profiles.LAYERS if name in layers)


def check_layers(layers: Sequence[str] | None) -> None:
    """Raise `UsageError` when one of *layers* does not exist, or when there is none to run."""
    known = ", ".join(profiles.LAYERS)
    if isinstance(layers, str):
        raise UsageError(f"layers is the text {layers!r}, expected a list", fix=f"write [{layers!r}]")
    for name in layers or ():
        if name not in LAYERS:
            raise UsageError(f"unknown layer {name!r}", fix=f"known are {known}")
    if layers is not None and not layers:
        raise UsageError("no layer was asked for, so there is nothing to check", fix=f"name some of {known}")


def check_engine(engine: str) -> None:
    """Raise `UsageError` for an unknown engine, `EngineMissing` (exit 6) for one that this version does not have."""
    if engine not in ENGINES:
        raise UsageError(f"unknown engine {engine!r}", fix=f"known are {', '.join(ENGINES)}")
    if engine != "native":
        raise EngineMissing(
            "the engine saxon runs the official XSLT, which comes with the Schematron layer in a later version",
            fix="leave the engine out; schema and business rules need none",
        )


def judge(subject: Subject, ruleset: Ruleset, layers: Sequence[str]) -> Report:
    """Return the report on *subject* by the *layers* of *ruleset*."""
    findings = [*subject.notes]
    results = []
    for name in layers:
        start = perf_counter()
        named = ruleset.layers.get(name)
        if named is None:
            outcome = Outcome(skipped=f"the profile {ruleset.profile} has no {name} rules")
        else:
            outcome = LAYERS[name](subject, named)
        results.append(_result(name, outcome, (perf_counter() - start) * 1000))
        findings += outcome.findings
    return Report(subject.format, ruleset.id, tuple(results), _once(findings), subject.index, subject.error)


def _result(name: str, outcome: Outcome, ms: float) -> LayerResult:
    status: Status
    if outcome.skipped is not None:
        status = "skipped"
    elif any(finding.severity == "error" for finding in outcome.findings):
        status = "invalid"
    else:
        status = "valid"
    return LayerResult(
        name, status, outcome.skipped, outcome.ruleset, outcome.version, outcome.valid_from, outcome.fired, ms
    )


def _once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return *findings* in order; one that repeats code, message and path of another is left out."""
    found: dict[tuple[str, str, str | None], Finding] = {}
    for finding in findings:
        found.setdefault((finding.code, finding.message, finding.path), finding)
    return tuple(found.values())
