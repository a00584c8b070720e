"""The layers, and how an invoice is taken through them.

A layer is a function (`Layer`); a rule set names the layers of its profile and the rules of each.  A new layer is a
function and a line in `_layers`.  No layer hears of another: a document with a broken schema is still read, and judged
by the rules as far as it can be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Final

from einvoice._version import __version__
from einvoice.errors import EInvoiceError, ReadError, UsageError
from einvoice.findings import Finding, without_echoes, without_repeats
from einvoice.validation import profiles
from einvoice.validation.policy import Applied, Policy, apply
from einvoice.validation.profiles import OFFICIAL, RULES, Ruleset
from einvoice.validation.report import LayerResult, Report, Status
from einvoice.validation.subject import Layer, Outcome, Run, Subject, unread

if TYPE_CHECKING:
    from einvoice.model import Invoice
    from einvoice.rules.duplicates import Seen
    from einvoice.rules.original import Originals
    from einvoice.rules.settings import Settings
    from einvoice.validation.official import RuleFile

ENGINES: Final = ("native", "saxon")

SCHEMATRON: Final = "schematron"
"""Asks for the layers of rules that the profile has; with a rule file of the user, the layer that goes by it."""

ASKED: Final = ("schema", SCHEMATRON, *RULES, "business")
"""What may be asked for."""

WITHOUT_SELLER: Final = frozenset({"netvisor"})
"""Formats that do not hold the seller: what the context has to add is told even when there is no context."""


BY_MAIL_AS_WELL: Final = frozenset({"billecta", "netvisor"})
"""Formats of services that send by mail and on paper as well: then the buyer needs no electronic address."""


@dataclass(frozen=True)
class Request:
    """What the caller asked for: see `einvoice.validation.validate`."""

    profile: str | None = None
    layers: tuple[str, ...] | None = None
    run: Run = field(default_factory=Run)
    preview: bool = False
    rules: RuleFile | None = None
    policy: Policy = field(default_factory=Policy)
    seen: Seen | None = None
    originals: Originals | None = None


def judge_business(
    subject: Subject,
    rules: str,
    *,
    settings: Settings | None = None,
    seen: Seen | None = None,
    originals: Originals | None = None,
) -> Outcome:
    """Return what reading and the business rules say of the invoice.

    An invoice that cannot be read cannot be judged: what reading says is reported, and the layer is skipped.
    *settings* are what the rules go by, *seen* the invoices judged before in the same run, *originals* the invoices
    that it may credit.
    """
    try:
        document = subject.document()
    except ReadError as error:
        return unread(error, rules, __version__)
    from einvoice import rules as business_rules
    from einvoice.rules.settings import Settings

    said = {finding.code for finding in document.findings}  # the reader knows the source, and says more of it
    if seen is not None:
        seen.index, seen.kind = subject.index, subject.format or ""
        settings = replace(settings or Settings(), seen=seen)
    found = [finding for finding in run_rules(document.invoice, settings) if finding.code not in said]
    if subject.format in WITHOUT_SELLER or subject.context is not None:
        from einvoice.context import Context, missing, sent_otherwise

        context = subject.context or Context()
        policy_alone = context.rules and context.model_copy(update={"rules": {}, "source": None}) == Context()
        if subject.format in WITHOUT_SELLER or (context != Context() and not policy_alone):
            by_mail = subject.format in BY_MAIL_AS_WELL and sent_otherwise(document.invoice, context)
            found += missing(document.invoice, context, addressed=not by_mail)
    fired = len(business_rules.RULES) - len(business_rules.credits.OF_TWO)
    if originals is not None:
        found = [each for each in found if each.code != "EI-CREDIT-REFERENCE"] + _against(originals, document.invoice)
        fired = len(business_rules.RULES)
    return Outcome((*document.findings, *document.locate(found)), rules, __version__, fired=fired)


def _against(originals: Originals, invoice: Invoice) -> list[Finding]:
    """Return what *invoice* has that the invoice which it credits does not, with a finding when that fails."""
    try:
        return originals.check(invoice)
    except Exception as error:
        return [_failure("EI-CREDIT-TOTAL", error)]


def run_rules(invoice: Invoice, settings: Settings | None = None) -> list[Finding]:
    """Return what the business rules find; a rule that fails is a finding, and keeps no other from running."""
    from einvoice.rules.settings import Settings, using

    with using(settings or Settings()):
        return _run_rules(invoice)


def _run_rules(invoice: Invoice) -> list[Finding]:
    from einvoice import rules as business_rules

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


def check_layers(layers: Sequence[str] | None) -> None:
    """Raise `UsageError` when one of *layers* does not exist, or when there is none to run."""
    known = ", ".join(ASKED)
    if isinstance(layers, str):
        raise UsageError(f"layers is the text {layers!r}, expected a list", fix=f"write [{layers!r}]")
    for name in layers or ():
        if name not in ASKED:
            raise UsageError(f"unknown layer {name!r}", fix=f"known are {known}")
    if layers is not None and not layers:
        raise UsageError("no layer was asked for, so there is nothing to check", fix=f"name some of {known}")


def check_engine(engine: str) -> None:
    """Raise `UsageError` for an unknown engine."""
    if engine not in ENGINES:
        raise UsageError(f"unknown engine {engine!r}", fix=f"known are {', '.join(ENGINES)}")


def choose_layers(ruleset: Ruleset | None, request: Request) -> tuple[str, ...]:
    """Return the layers to run, in the order in which they report.

    What was asked for and the profile does not have is among them: it is skipped, and says so.  Rules of the user take
    the place of the layers of rules.
    """
    if request.rules is not None:
        asked = {SCHEMATRON if name in RULES else name for name in request.layers or ASKED}
        return tuple(name for name in ("schema", SCHEMATRON, "business") if name in asked)
    assert ruleset is not None
    if request.layers is None:
        return tuple(ruleset.layers)
    asked = set(request.layers)
    if SCHEMATRON in asked:
        asked.update(name for name in RULES if name in ruleset.layers)
        if asked.intersection(RULES):
            asked.remove(SCHEMATRON)
    return tuple(name for name in ASKED if name in asked)


def judge(subject: Subject, request: Request) -> Report:
    """Return the report on *subject*."""
    ruleset = _ruleset_of(subject, request)
    layers = choose_layers(ruleset, request)
    rules = _rules_of(subject, ruleset, request)
    profile = None if ruleset is None else ruleset.profile
    settings = request.policy.settings_for(profile) if "business" in layers else None
    changes = request.policy.changes_for(profile, None if subject.written else profile)
    run = _layers(rules, layers, request, settings)
    findings: list[Finding] = []
    results = []
    outcomes: dict[str, Outcome] = {}
    applied: list[Applied] = []
    for name in layers:
        start = perf_counter()
        if name in rules:
            outcome = run[name](subject, rules[name])
        else:
            outcome = Outcome(skipped=_why_none(name, subject, ruleset))
        ms = (perf_counter() - start) * 1000
        shown, judged, met = apply(outcome.findings, changes, official=name in (*OFFICIAL, SCHEMATRON, "schema"))
        results.append(_result(name, replace(outcome, findings=tuple(judged)), ms))
        findings += shown
        applied += met
        outcomes[name] = outcome
    if request.preview and ruleset is not None:
        findings += _preview(subject, request, ruleset, layers, outcomes)
    found = _once([*subject.notes, *_too_early(subject, request, ruleset, outcomes), *findings])
    told = {finding.code for finding in found}
    changed = tuple(each for each in applied if each.change.code in told or _left_out(each))
    return Report(
        subject.format,
        None if ruleset is None else ruleset.id,
        tuple(results),
        (*found, *(each.finding() for each in changed)),
        subject.index,
        subject.error,
        tuple(each.judgement for each in outcomes.values() if each.judgement is not None),
        changed,
    )


def _left_out(applied: Applied) -> bool:
    """Say whether the user left findings out; of one that gave way to another there is nothing to tell."""
    return applied.change.level == "off" and not applied.change.built_in


def _layers(
    rules: Mapping[str, str], layers: Sequence[str], request: Request, settings: Settings | None = None
) -> dict[str, Layer]:
    """Return the function of each of *layers*; what a layer needs is loaded when it is asked for.

    *settings* are what the business rules go by.
    """
    business = partial(judge_business, settings=settings, seen=request.seen, originals=request.originals)
    found: dict[str, Layer] = {"business": business}
    if "schema" in layers:
        from einvoice.validation import schema

        found["schema"] = schema.judge
    if "finvoice" in layers:
        from einvoice.validation import finvoice

        found["finvoice"] = partial(finvoice.judge, run=request.run, en16931=rules.get("en16931"))
    if "billecta" in layers:
        from einvoice.validation import billecta

        found["billecta"] = billecta.judge
    if request.rules is not None or any(name in layers for name in OFFICIAL):
        from einvoice.validation import official

        judge_official, run = official.judge_official, request.run
        together = tuple(rules[name] for name in OFFICIAL if name in layers and name in rules)
        found["en16931"] = partial(judge_official, layer="en16931", together=together, run=run)
        found["peppol"] = partial(judge_official, layer="peppol", together=together, run=run)
        if request.rules is not None:
            found[SCHEMATRON] = partial(official.judge_rule_file, file=request.rules, run=run)
    return found


def _ruleset_of(subject: Subject, request: Request) -> Ruleset | None:
    """Return the edition that judges *subject*; None when no reader knows its format."""
    if subject.format is None:
        return None
    several = len(profiles.editions_for(request.profile, subject.format, subject.specification)) > 1
    issued = subject.issued(read=several) if profiles.goes_by_date(request.profile) else None
    return profiles.choose_ruleset(request.profile, subject.format, specification=subject.specification, issued=issued)


def _rules_of(subject: Subject, ruleset: Ruleset | None, request: Request) -> dict[str, str]:
    """Return the name of the rules of each layer that can run."""
    rules = {} if ruleset is None else dict(ruleset.layers)
    if ruleset is not None and subject.format not in (None, ruleset.format):
        # The official rules judge what the document says in UBL; its schema is that of its own format.
        rules["schema"] = profiles.choose_ruleset(None, str(subject.format)).layers["schema"]
    if request.rules is not None:
        rules = {name: rules[name] for name in rules if name not in RULES} | {SCHEMATRON: request.rules.name}
    return rules


def _why_none(name: str, subject: Subject, ruleset: Ruleset | None) -> str:
    if ruleset is None:
        return f"einvoice cannot read the document: {subject.stranger}"
    return f"the profile {ruleset.profile} has no {name} rules"


def _too_early(
    subject: Subject, request: Request, ruleset: Ruleset | None, outcomes: Mapping[str, Outcome]
) -> list[Finding]:
    """Say that the invoice is older than every edition of the official rules that judged it."""
    if ruleset is None or ruleset.valid_from is None or not profiles.goes_by_date(request.profile):
        return []
    if not any(name in outcomes and outcomes[name].skipped is None for name in OFFICIAL):
        return []
    issued = subject.issued()
    if issued is None or issued >= ruleset.valid_from:
        return []
    finding = Finding(
        "EI-EDITION",
        "info",
        "input",
        f"the invoice is of {issued} and is judged by {ruleset.id}, which is in force from {ruleset.valid_from}: "
        f"einvoice has no older edition of {ruleset.profile}",
        terms=("BT-2",),
        model_path="issue_date",
    )
    return [subject.at_issue_date(finding)]


# --- the next edition -------------------------------------------------------------------------------


def _preview(
    subject: Subject, request: Request, ruleset: Ruleset, layers: Sequence[str], now: Mapping[str, Outcome]
) -> list[Finding]:
    """Return what the next edition of the profile would say that *ruleset* does not, as information."""
    following = profiles.next_edition(ruleset)
    if following is None:
        message = f"{ruleset.profile} has no later edition than {ruleset.id} in this version of einvoice"
        return [Finding("EI-PREVIEW", "info", "input", message)]
    current, rules = (_rules_of(subject, each, request) for each in (ruleset, following))
    names = [each for each in choose_layers(following, request) if each in rules and rules[each] != current.get(each)]
    run = _layers(rules, names, request)
    new: list[Finding] = []
    notes: list[Finding] = []
    gone = 0
    for name in names:
        outcome = run[name](subject, rules[name])
        if outcome.skipped is not None:
            message = f"what {following.id} says in the layer {name} is not known: {outcome.skipped}"
            notes.append(Finding("EI-PREVIEW", "info", "input", message))
            continue
        before = now[name].findings if name in now else ()
        known, after = ({(each.code, each.path) for each in findings} for findings in (before, outcome.findings))
        new += (each for each in outcome.findings if (each.code, each.path) not in known)
        gone += len(known - after)
    day = following.valid_from
    message = f"{following.id} is in force from {day}; against {ruleset.id}, new findings: {len(new)}, gone: {gone}"
    notes.insert(0, Finding("EI-PREVIEW", "info", "input", message))
    words = {"error": f"from {day} an error: ", "warning": f"from {day} a warning: ", "info": f"from {day}: "}
    return [*notes, *(replace(each, severity="info", message=words[each.severity] + each.message) for each in new)]


# --- results ----------------------------------------------------------------------------------------


def _result(name: str, outcome: Outcome, ms: float) -> LayerResult:
    status: Status
    if outcome.skipped is not None:
        status = "skipped"
    elif any(finding.severity == "error" for finding in outcome.findings):
        status = "invalid"
    else:
        status = "valid"
    return LayerResult(
        name,
        status,
        outcome.skipped,
        outcome.ruleset,
        outcome.version,
        outcome.valid_from,
        outcome.fired,
        ms if outcome.ms is None else outcome.ms,
    )


def _once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return *findings* in order; one that repeats another, or states its fact again, is left out."""
    found: dict[tuple[str, str, str | None], Finding] = {}
    for finding in findings:
        found.setdefault((finding.code, finding.message, finding.path), finding)
    return tuple(without_echoes(without_repeats(found.values())))
