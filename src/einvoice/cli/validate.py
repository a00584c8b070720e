"""``einvoice validate``: judge invoices by schema, official rules and business rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from einvoice.cli import failure, options, output
from einvoice.cli.progress import Progress
from einvoice.cli.sources import Source, Sources, expand, name_of
from einvoice.errors import EInvoiceError, NoInvoice, RulesetError, UnknownFormat, UsageError
from einvoice.findings import as_findings

if TYPE_CHECKING:
    from lxml import etree

    from einvoice.cli.baseline import Gate
    from einvoice.context import Context
    from einvoice.findings import Finding, Severity
    from einvoice.formats.document import Document
    from einvoice.report.baseline import Comparison
    from einvoice.report.judged import Judged
    from einvoice.rules.duplicates import Seen
    from einvoice.rules.original import Originals
    from einvoice.validation import LayerResult, Report, RuleFile, Unread

FORMS: Final = ("text", "json", "sarif", "junit", "svrl", "html")
"""Forms of the report."""

NOT_CHECKED: Final = 3
"""Exit code when nothing is wrong and a layer did not run."""


@dataclass(frozen=True)
class Settings:
    """What the user asked for."""

    profile: str | None = None
    layers: tuple[str, ...] | None = None
    engine: str = "native"
    source_format: str | None = None
    form: str = "text"
    target: str = output.STDOUT
    fail_on: str = "error"
    context_file: str | None = None
    schematron: str | None = None
    preview: bool = False
    original: tuple[str, ...] = ()
    baseline: str | None = None
    update_baseline: bool = False

    @property
    def grave(self) -> frozenset[Severity]:
        """The severities that make the exit code 1."""
        return frozenset({"error"}) if self.fail_on == "error" else frozenset({"error", "warning"})


@dataclass(frozen=True)
class Verdict:
    """One invoice of a source: its report, or the error that kept it from being judged."""

    source: Source
    index: int
    several: bool
    report: Report | None = None
    error: EInvoiceError | None = None


@click.command("validate", context_settings=options.CONTEXT_SETTINGS)
@options.paths("PATH")
@click.option(
    "--profile",
    metavar="ID",
    help="Profile (en16931, peppol-bis), edition of one (peppol-bis-3/2026-05) or latest; without it what the document "
    "names, in the edition of its issue date.",
)
@click.option(
    "--layers",
    metavar="LIST",
    help="Any of schema,schematron,business (or finvoice,billecta,en16931,peppol); without it all that the profile "
    "has.",
)
@click.option(
    "--output",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option("-o", "target", default=output.STDOUT, metavar="FILE", help="File for the report.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="Least severity that makes the exit code 1.",
)
@click.option(
    "--engine",
    type=click.Choice(["native", "saxon"]),
    default="native",
    show_default=True,
    help="What runs the official rules, and those of --schematron; saxon needs pip install 'einvoice-nordic[saxon]'.",
)
@click.option(
    "--schematron",
    metavar="FILE",
    help="Rules of your own (.sch, or .xslt that writes SVRL) in place of the official ones, for any XML.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    help="Findings that are known: they are marked, and do not count for the exit code.",
)
@click.option("--update-baseline", is_flag=True, help="Write what this run finds into the file of --baseline.")
@click.option(
    "--original",
    "original",
    multiple=True,
    metavar="FILE",
    help="The invoice that the documents credit, in any format; may be given several times.",
)
@click.option("--preview", is_flag=True, help="Say as well what the next edition of the rules will say.")
@options.source_format
@options.context_file
def command(paths: tuple[str, ...], layers: str | None, **given: Any) -> None:
    """Judge invoices by schema, official rules (schematron) and business rules.

    \b
    valid         every layer that was asked for ran, and none found an error
    INVALID       there are errors
    not checked   no error, but a layer was skipped, or the document could not be read

    The official rules are the layers en16931 and peppol (with its national rules).  They judge UBL as it stands, and
    other invoices by what they say in UBL.  Finvoice has a layer of rules of its own, finvoice.  einvoice explain CODE
    says more about a finding.

    --schematron takes rules in ISO Schematron with XPath 2 (.sch), or a stylesheet made of some (.xslt, which Saxon
    runs).  They judge any XML: --layers schematron judges a document that is no invoice.

    --output svrl gives one SVRL document for one invoice, with the patterns of all official layers, and for several
    invoices an element ei:reports that holds one SVRL document each.  Layers and findings that are not Schematron
    stand in it as ei:layer and ei:finding.  sarif and junit are for code hosts and build servers, html is a page with
    the invoice and the findings beside its fields.  The verdict and the exit code do not depend on the form.

    [rules] in the context file switches rules off, lowers or raises them, each with its reason, which the report names.
    The official rules can be shown otherwise, and the verdict keeps to them.  An invoice number that stands twice in
    the run, for one seller, is a warning.

    --original compares credit notes with the invoice that they credit: its number, currency and parties, and whether
    rows, VAT and total are larger than its own.  Several credit notes may credit it in parts; what those before it on
    the command line credited counts.  Of several originals the one counts that a credit note names (BT-25).

    A baseline knows a finding by document, invoice, code and path, not by line or wording.  A document that could not
    be read, or was not checked, fails the run with any baseline.

    Exit code of one document: 3 when it could not be read at all, 4 when a value cannot be read, 1 with findings at or
    above --fail-on, else 3 when a layer was skipped, else 0.  Of several: the first in this order that one of them has.
    """
    if given["update_baseline"] and given["baseline"] is None:
        raise click.UsageError(
            "--update-baseline needs the file to write\n  fix: name it with --baseline FILE",
            click.get_current_context(),
        )
    if given["preview"] and given["schematron"] is not None:
        raise click.UsageError(
            "--preview and --schematron exclude each other: rules of your own have no next edition\n"
            "  fix: leave one of them out",
            click.get_current_context(),
        )
    chosen = None if layers is None else tuple(name.strip() for name in layers.split(",") if name.strip())
    click.get_current_context().exit(run(paths, Settings(layers=chosen, **given)))


def run(paths: Sequence[str], settings: Settings) -> int:
    """Judge every invoice of *paths*, write the report and return the exit code."""
    from einvoice.formats import info
    from einvoice.report import json as report_json
    from einvoice.report import text
    from einvoice.rules.duplicates import Seen
    from einvoice.validation import rule_file
    from einvoice.validation.layers import check_engine, check_layers
    from einvoice.validation.profiles import check_profile

    if settings.source_format is not None:
        info(settings.source_format)
    check_layers(settings.layers)
    check_engine(settings.engine)
    check_profile(settings.profile)
    context = None if settings.context_file is None else options.load_context(settings.context_file)
    rules = None if settings.schematron is None else rule_file(settings.schematron)
    gate = _gate(settings)
    originals = _originals(settings, context)
    sources = _without_reports(expand(paths), paths, settings)
    codes: list[int] = []
    unchecked = False
    seen: list[tuple[Source, Judged]] = []
    trees: list[etree._Element] = []
    numbers = Seen()
    streamed = settings.form == "text" and settings.target == output.STDOUT
    lines = _LinesOfJson()
    with Progress(len(sources.items)) as progress:
        for number, source in enumerate(sources.items, 1):
            progress.step(number, source.path)
            read = _documents(source, settings, context) if settings.form == "html" else {}
            numbers.at(source.path)
            for verdict in _judge(source, settings, context, rules, originals, numbers):
                document = _judged(verdict, settings, gate, lines, read.get(verdict.index))
                codes.append(_exit_code(verdict, document, settings))
                unchecked = unchecked or (verdict.report is not None and not verdict.report.checked)
                seen.append((source, document))
                if settings.form == "svrl":
                    trees.append(_svrl(verdict, document, settings))
                progress.clear()
                if verdict.error is not None and not streamed:
                    failure.show(verdict.error)
                if streamed:
                    output.put_text(_page(document, first=len(seen) == 1))
    code = failure.gravest(codes) or (NOT_CHECKED if unchecked else 0)
    documents = [document for _, document in seen]
    comparison = None if gate is None else gate.compare(seen)
    report = report_json.validation([each.as_dict(marked=gate is not None) for each in documents], comparison)
    summary = text.summary_line(report["summary"])
    if streamed:
        output.put_text(f"\n{summary}\n" if len(documents) > 1 else "")
    else:
        data = (
            report_json.dumps(report)
            if settings.form == "json"
            else _data(documents, trees, settings, summary, code, comparison)
        )
        if settings.target == output.STDOUT:
            output.put(data)
        else:
            output.write(settings.target, data)
            click.echo(f"einvoice: {summary}", err=True)
    for note in sources.left_out:
        click.echo(text.clean(f"einvoice: {note}"), err=True)
    if gate is not None and comparison is not None:
        renewed = [gate.renew(seen)] if gate.update else None
        for line in renewed or comparison.lines():
            click.echo(text.clean(f"einvoice: {line}"), err=True)
    return code


def _without_reports(sources: Sources, paths: Sequence[str], settings: Settings) -> Sources:
    """Return *sources* without the baseline, and without the report of an earlier run, which stand beside documents.

    Raises `UsageError` when the report would take the place of a document that was named.
    """
    named = {Path(path).resolve() for path in paths}
    target = None if settings.target == output.STDOUT else Path(settings.target).resolve()
    if target is not None and target in named and target.is_file():
        raise UsageError(
            f"the report would replace the document {settings.target}", fix="name another file with -o FILE"
        )
    ours = {target: "the report"}
    if settings.baseline is not None:
        ours[Path(settings.baseline).resolve()] = "the baseline"
    left = tuple(each for each in sources.items if each.file is None or each.file not in ours)
    notes = (f"{each.path}: left out, it is {ours[each.file]}" for each in sources.items if each.file in ours)
    return Sources(left, (*sources.left_out, *notes)) if len(left) < len(sources.items) else sources


def _originals(settings: Settings, context: Context | None) -> Originals | None:
    """Return the invoices of --original; raises the error of one that cannot be read."""
    if not settings.original:
        return None
    from einvoice.cli.reading import read_all
    from einvoice.context import Context as Empty
    from einvoice.rules.original import Originals

    if settings.layers is not None and "business" not in settings.layers:
        raise UsageError(
            "--original needs the layer that compares with it", fix="add business to --layers, or leave --original out"
        )
    found = []
    for reading in read_all(expand(settings.original).items, None, context or Empty()):
        if reading.document is None:
            assert reading.error is not None
            raise reading.error
        found.append(reading.document.invoice)
    return Originals(found)


def _gate(settings: Settings) -> Gate | None:
    if settings.baseline is None:
        return None
    from einvoice.cli.baseline import open_gate

    return open_gate(settings.baseline, settings.update_baseline)


def _data(
    documents: Sequence[Judged],
    trees: Sequence[etree._Element],
    settings: Settings,
    summary: str,
    code: int,
    comparison: Comparison | None,
) -> bytes:
    """Return the report in the form that was asked for, for all of them but JSON; *trees* are those of SVRL."""
    if settings.form == "sarif":
        from einvoice.cli.codes import text_of
        from einvoice.report import json as report_json
        from einvoice.report import sarif

        return report_json.dumps(sarif.document(documents, text_of, code, comparison))
    if settings.form == "junit":
        from einvoice.report import junit

        return junit.document(documents, settings.grave, comparison)
    if settings.form == "html":
        from einvoice.report import html

        return html.document(documents, summary, comparison=comparison)
    if settings.form == "svrl":
        from einvoice.report import svrl

        return svrl.document(trees)
    pages = [_page(document, first=not n) for n, document in enumerate(documents)]
    pages += [f"\n{summary}\n"] if len(documents) > 1 else []
    return "".join(pages).encode("utf-8", "backslashreplace")


def _documents(source: Source, settings: Settings, context: Context | None) -> dict[int, Document]:
    """Return the invoices of *source* that can be read, by their position: what a page shows."""
    from einvoice.cli.reading import read_source
    from einvoice.context import Context as Empty

    readings = read_source(source, settings.source_format, context or Empty())
    return {reading.index: reading.document for reading in readings if reading.document is not None}


def _judged(
    verdict: Verdict, settings: Settings, gate: Gate | None, lines: _LinesOfJson, read: Document | None = None
) -> Judged:
    """Return *verdict* as reports take it; *read* is the invoice where they show it."""
    from einvoice.report.judged import Judged

    source, report, error = verdict.source, verdict.report, verdict.error
    findings: Sequence[Finding]
    layers: Sequence[LayerResult]
    if report is None:
        assert error is not None
        findings, layers = as_findings(error), _skipped(error, settings)
    else:
        findings, layers = report.findings, report.layers
    readable = report is not None and report.error is None
    return Judged(
        source.path,
        name_of(source, Path.cwd()),
        verdict.index,
        verdict.several,
        settings.source_format if report is None else report.format,
        None if report is None else report.profile,
        report is not None and report.valid,
        report is not None and report.checked,
        readable,
        layers,
        findings,
        gate.known(source, verdict.index, findings) if gate is not None and readable else frozenset(),
        None if read is None else read.invoice,
        {} if read is None else {path: place.path for path, place in read.places().items()},
        opened=report is not None,
        lines=lines.of(source, findings) if settings.form == "sarif" and report is not None else {},
        policy=() if report is None else [each.as_dict() for each in report.policy],
    )


class _LinesOfJson:
    """The lines of a JSON source by pointer, worked out once for all invoices of a list."""

    def __init__(self) -> None:
        self._source: Source | None = None
        self._found: dict[str, int] = {}

    def of(self, source: Source, findings: Sequence[Finding]) -> dict[str, int]:
        """Return the lines of *source*, when *findings* lack them; {} for XML."""
        if all(finding.line is not None or finding.path is None for finding in findings):
            return {}
        if self._source is not source:
            from einvoice.jsontext import lines_of

            data = source.fetch()
            is_xml = data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")
            self._source, self._found = source, {} if is_xml else lines_of(data)
        return self._found


def _judge(
    source: Source,
    settings: Settings,
    context: Context | None,
    rules: RuleFile | None,
    originals: Originals | None,
    numbers: Seen,
) -> Iterator[Verdict]:
    """Yield a verdict for every invoice of *source*; after an error around them nothing more of it can follow."""
    from einvoice.validation import Unread, validate_each

    index = 0
    several = False

    def verdict(report: Report | Unread) -> Verdict:
        if isinstance(report, Unread):
            return Verdict(source, report.index, several, error=failure.as_error(report.error, source.path))
        return Verdict(source, report.index, several, report)

    try:
        reports = iter(
            validate_each(
                source.fetch(),
                settings.profile,
                settings.layers,
                settings.engine,
                format=settings.source_format,
                context=context,
                preview=settings.preview,
                schematron=rules,
                fired=settings.form == "svrl",
                beside=source.beside,
                seen=numbers,
                originals=originals,
            )
        )
        report = next(reports, None)
        if report is None:
            raise NoInvoice("the source holds no invoice", fix="check the query that fetched it: the list is empty")
        while report is not None:
            index = report.index + 1
            try:
                following = next(reports, None)
            except Exception:
                several = True
                yield verdict(report)
                raise
            several = several or following is not None
            yield verdict(report)
            report = following
    except UnknownFormat as error:
        from einvoice.cli.reading import without_reader

        yield Verdict(source, index, several, error=failure.as_error(without_reader(error), source.path))
    except (UsageError, RulesetError) as error:
        # The command, or the installation, is at fault: every other document would end the same way.
        if type(error) is UsageError:  # of its subclasses none speaks of the document
            failure.as_error(error, source.path)
        elif rules is not None and error.source == rules.name:
            error.source = settings.schematron
        raise
    except Exception as error:
        yield Verdict(source, index, several, error=failure.as_error(error, source.path))


def _exit_code(verdict: Verdict, document: Judged, settings: Settings) -> int:
    if verdict.error is not None:
        return verdict.error.exit_code
    assert verdict.report is not None
    if verdict.report.error is not None:
        return verdict.report.error.exit_code
    if any(finding.severity in settings.grave for finding in document.new):
        return 1
    new = {finding.code for finding in document.new}
    changes = (each for each in verdict.report.policy if each.official and each.before in settings.grave)
    return 1 if any(each.change.level == "off" or each.change.code in new for each in changes) else 0


def _skipped(error: EInvoiceError, settings: Settings) -> tuple[LayerResult, ...]:
    """Return the layers that did not run because a document could not be read: those that were asked for."""
    from einvoice.validation import ASKED, LayerResult

    asked = settings.layers or ("schema", "schematron", "business")
    return tuple(LayerResult(layer, "skipped", error.message) for layer in ASKED if layer in asked)


def _svrl(verdict: Verdict, document: Judged, settings: Settings) -> etree._Element:
    from einvoice.report import svrl

    known = [document.findings[n] for n in sorted(document.known)]
    judgements = () if verdict.report is None else verdict.report.judgements
    others = _others(verdict, document, settings)
    return svrl.output(document.path, document.index, judgements, document.layers, others, known)


def _others(verdict: Verdict, document: Judged, settings: Settings) -> list[Finding]:
    """Return the findings that stand in no report of Schematron rules."""
    if verdict.report is None:
        return list(document.findings)
    told = {(judgement.layer, code) for judgement in verdict.report.judgements for code in judgement.codes}
    # What a preview adds to a layer stands in no report of its rules.
    added = [f for f in document.findings if settings.preview and f.severity == "info"]
    return [f for f in document.findings if (f.layer, f.code) not in told or f in added]


def _page(document: Judged, *, first: bool) -> str:
    """Return the verdict on a document as text, an empty line before all but the first."""
    from einvoice.report import text

    if not document.opened:
        lines = text.unread_lines(document.path, document.shown_index, document.findings)
    else:
        lines = text.verdict_lines(
            document.path,
            index=document.shown_index,
            format=document.format,
            profile=document.profile,
            valid=document.valid,
            layers=document.layers,
            findings=document.new,
            known=[document.findings[n] for n in sorted(document.known)],
        )
    page = "".join(f"{line}\n" for line in lines)
    return page if first else f"\n{page}"
