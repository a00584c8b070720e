"""``einvoice validate``: judge invoices by schema, official rules and business rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import click

from einvoice.cli import failure, options, output
from einvoice.cli.progress import Progress
from einvoice.cli.sources import Source, expand
from einvoice.errors import EInvoiceError, NoInvoice, RulesetError, UnknownFormat, UsageError

if TYPE_CHECKING:
    from lxml import etree

    from einvoice.context import Context
    from einvoice.findings import Finding
    from einvoice.validation import LayerResult, Report, RuleFile, Unread

LATER: Final = ("sarif", "junit", "html")
"""Forms of the report that come with a later version."""

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
    type=click.Choice(["text", "json", "svrl", *LATER]),
    default="text",
    show_default=True,
    help=f"Form of the report; {', '.join(LATER)} come with a later version.",
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
    stand in it as ei:layer and ei:finding.  The verdict and the exit code do not depend on the form of the report.

    Exit code of one document: 3 when it could not be read at all, 4 when a value cannot be read, 1 with findings at or
    above --fail-on, else 3 when a layer was skipped, else 0.  Of several: the first in this order that one of them has.
    """
    if given["form"] in LATER:
        raise options.later(f"--output {given['form']}")
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
    sources = expand(paths)
    codes: list[int] = []
    unchecked = False
    documents: list[dict[str, Any]] = []
    pages: list[str] = []
    trees: list[etree._Element] = []
    streamed = settings.form == "text" and settings.target == output.STDOUT
    with Progress(len(sources.items)) as progress:
        for number, source in enumerate(sources.items, 1):
            progress.step(number, source.path)
            for verdict in _judge(source, settings, context, rules):
                code = _exit_code(verdict, settings)
                unchecked = unchecked or (verdict.report is not None and not verdict.report.checked)
                codes.append(code)
                documents.append(_as_dict(verdict, settings))
                progress.clear()
                if verdict.error is not None and not streamed:
                    failure.show(verdict.error)
                if settings.form == "text":
                    page = "".join(f"{line}\n" for line in _lines(verdict, settings))
                    page = page if len(codes) == 1 else f"\n{page}"
                    if streamed:
                        output.put_text(page)
                    else:
                        pages.append(page)
                elif settings.form == "svrl":
                    trees.append(_svrl(verdict, settings))
    report = report_json.validation(documents)
    summary = text.summary_line(report["summary"])
    if settings.form == "json":
        data = report_json.dumps(report)
    elif settings.form == "svrl":
        from einvoice.report import svrl

        data = svrl.document(trees)
    else:
        pages += [f"\n{summary}\n"] if len(documents) > 1 else []
        data = "".join(pages).encode("utf-8", "backslashreplace")
    if settings.target != output.STDOUT:
        output.write(settings.target, data)
        click.echo(f"einvoice: {summary}", err=True)
    elif settings.form == "text":
        output.put_text(data.decode("utf-8"))
    else:
        output.put(data)
    for note in sources.left_out:
        click.echo(text.clean(f"einvoice: {note}"), err=True)
    return failure.gravest(codes) or (NOT_CHECKED if unchecked else 0)


def _judge(source: Source, settings: Settings, context: Context | None, rules: RuleFile | None) -> Iterator[Verdict]:
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


def _exit_code(verdict: Verdict, settings: Settings) -> int:
    if verdict.error is not None:
        return verdict.error.exit_code
    assert verdict.report is not None
    if verdict.report.error is not None:
        return verdict.report.error.exit_code
    grave = ("error",) if settings.fail_on == "error" else ("error", "warning")
    return 1 if any(finding.severity in grave for finding in verdict.report.findings) else 0


def _skipped(error: EInvoiceError, settings: Settings) -> tuple[LayerResult, ...]:
    """Return the layers that did not run because a document could not be read: those that were asked for."""
    from einvoice.validation import ASKED, LayerResult

    asked = settings.layers or ("schema", "schematron", "business")
    return tuple(LayerResult(layer, "skipped", error.message) for layer in ASKED if layer in asked)


def _as_dict(verdict: Verdict, settings: Settings) -> dict[str, Any]:
    from einvoice.report import json as report_json

    if verdict.report is not None:
        return verdict.report.as_dict(verdict.source.path)
    assert verdict.error is not None
    layers = [layer.as_dict() for layer in _skipped(verdict.error, settings)]
    findings = failure.as_findings(verdict.error)
    return report_json.unchecked(verdict.source.path, verdict.index, settings.source_format, layers, findings)


def _svrl(verdict: Verdict, settings: Settings) -> etree._Element:
    from einvoice.report import svrl

    path = verdict.source.path
    if verdict.report is None:
        assert verdict.error is not None
        return svrl.output(
            path, verdict.index, (), _skipped(verdict.error, settings), failure.as_findings(verdict.error)
        )
    report = verdict.report
    told = {(judgement.layer, code) for judgement in report.judgements for code in judgement.codes}
    # What a preview adds to a layer stands in no report of its rules.
    added = [f for f in report.findings if settings.preview and f.severity == "info"]
    others = [f for f in report.findings if (f.layer, f.code) not in told or f in added]
    return svrl.output(path, report.index, report.judgements, report.layers, others)


def _lines(verdict: Verdict, settings: Settings) -> list[str]:
    from einvoice.report import text

    index = verdict.index if verdict.several else None
    if verdict.report is None:
        assert verdict.error is not None
        return text.unread_lines(verdict.source.path, index, failure.as_findings(verdict.error))
    report = verdict.report
    findings: Sequence[Finding] = report.findings
    return text.verdict_lines(
        verdict.source.path,
        index=index,
        format=report.format,
        profile=report.profile,
        valid=report.valid,
        layers=report.layers,
        findings=findings,
    )
