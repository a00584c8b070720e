"""``einvoice convert``: turn invoices into another format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import click

from einvoice.cli import failure, options, output
from einvoice.cli.output import Names
from einvoice.cli.progress import Progress
from einvoice.cli.sources import Sources, expand
from einvoice.errors import UsageError
from einvoice.findings import as_findings

if TYPE_CHECKING:
    from einvoice.cli.reading import Reading
    from einvoice.context import Context
    from einvoice.errors import EInvoiceError
    from einvoice.findings import Finding
    from einvoice.formats.document import Conversion


@dataclass(frozen=True)
class Settings:
    """What the user asked for."""

    to: str
    source_format: str | None = None
    target: str = output.STDOUT
    context_file: str | None = None
    losses: Literal["ignore", "warn", "raise"] = "warn"
    totals: Literal["stated", "derived"] = "stated"
    validate: bool = True
    version: str | None = None
    frame: bool = False
    report_file: str | None = None
    quiet: bool = False
    verbose: bool = False


@dataclass
class Run:
    """What came of a run so far."""

    codes: list[int] = field(default_factory=list)
    reports: list[dict[str, Any]] = field(default_factory=list)
    several: bool = False
    findings: list[Finding] = field(default_factory=list)
    tasks: list[tuple[str, str]] = field(default_factory=list)
    """Files that were written beside invoices, and what somebody has to do with them."""


@click.command("convert", context_settings=options.CONTEXT_SETTINGS)
@options.paths("SRC")
@click.option("--to", required=True, metavar="FORMAT", help="Format to write; einvoice formats lists them.")
@options.source_format
@click.option(
    "-o",
    "target",
    default=output.STDOUT,
    metavar="PATH|-",
    help="File to write; for several invoices a folder, with a slash at its end.",
)
@options.context_file
@click.option(
    "--losses",
    type=click.Choice(["ignore", "warn", "raise"]),
    default="warn",
    show_default=True,
    help="What to do with values that have no place in the target: raise stops with exit 5.",
)
@click.option(
    "--report",
    "report_file",
    metavar="FILE.json",
    help="Write source, target and findings as JSON (- is standard output).",
)
@click.option("--no-validate", is_flag=True, help="Check neither the invoice nor the result.")
@click.option(
    "--totals",
    type=click.Choice(["stated", "derived"]),
    default="stated",
    show_default=True,
    help="Carry totals as the source states them, or recalculate them from the lines.",
)
@click.option("--format-version", "version", metavar="V", help="Version of the target format.")
@click.option("--frame", is_flag=True, help="A transmission frame before the invoice (finvoice only).")
@click.option("-q", "--quiet", is_flag=True, help="No findings on standard error; the exit code speaks.")
@click.option("-v", "--verbose", is_flag=True, help="Notes one by one, not only counted.")
def command(paths: tuple[str, ...], no_validate: bool, **given: Any) -> None:
    """Convert invoices into another format.

    One invoice goes to standard output or to the file that -o names.  Several (a folder, a glob, a zip, a file with
    several invoices) need a folder, -o DIR/, and become one file each, named after their source: batch.xml with three
    invoices gives batch-0001.xml, batch-0002.xml and batch-0003.xml; a second source of the same name gets -2.  A file
    appears only when it is complete.  No source is ever overwritten.

    Finvoice has no place for files inside the invoice: they go into a message of their own beside it, out.xml into
    out-attachments.xml.  Such a message is found again when the invoice is read.

    Findings go to standard error.  A document with error findings is written all the same, and the exit code is 1.

    A bad document does not stop a run over several.  The exit code is then the gravest: the less came of a document,
    the graver, so 3 (not an invoice) ranks above 4 (a value cannot be read), 5 (losses forbidden) and 1 (written, with
    errors); 70 and 6 rank above them all.
    """
    click.get_current_context().exit(run(paths, Settings(validate=not no_validate, **given)))


def run(paths: Sequence[str], settings: Settings) -> int:
    """Convert every invoice of *paths* and return the exit code."""
    from einvoice.cli.reading import read_all
    from einvoice.formats import info
    from einvoice.report import text

    entry = info(settings.to)
    settings = replace(settings, to=entry.id)
    if settings.source_format is not None:
        info(settings.source_format)
    context = options.load_context(settings.context_file)
    if settings.frame:
        if entry.id != "finvoice":
            raise UsageError(f"--frame goes with --to finvoice, not with {entry.id}", fix="leave --frame out")
        context = context.model_copy(update={"finvoice": context.finvoice.model_copy(update={"frame": True})})
    sources = expand(paths)
    folder = output.is_folder(settings.target) and settings.target != output.STDOUT
    _refuse_overwriting(sources, settings, folder)
    names: Names | None = None
    result = Run(several=len(sources.items) > 1)
    with Progress(len(sources.items)) as progress:
        position, current = 0, None
        for reading in read_all(sources.items, settings.source_format, context):
            if reading.source is not current:
                current, position = reading.source, position + 1
            progress.step(position, reading.source.path)
            result.several = result.several or reading.several
            if result.several and not folder:
                raise UsageError(
                    f"{text.one_line(', '.join(paths))}: several invoices cannot go to "
                    + ("standard output" if settings.target == output.STDOUT else f"one file, {settings.target}"),
                    fix="name a folder with a slash at its end: -o out/ (one file is written for each invoice)",
                )
            if folder and names is None:
                names = Names(output.make_folder(settings.target), entry.extension)
                names.refuse_sources([source.file for source in sources.items if source.file is not None])
            code, report, findings, error = _convert(reading, settings, context, names, sources, result.tasks)
            result.codes.append(code)
            result.reports.append(report)
            result.findings += findings
            progress.clear()
            if error is not None:
                failure.show(error)
            if not settings.quiet:
                _print_findings(findings, reading, settings)
    for note in sources.left_out:
        click.echo(text.clean(f"einvoice: {note}"), err=True)
    if not settings.quiet:
        _print_summary(result, settings)
    if settings.report_file is not None:
        _write_report(result, settings.report_file)
    return failure.gravest(result.codes)


def _refuse_overwriting(sources: Sources, settings: Settings, folder: bool) -> None:
    """Raise `UsageError` when a file that -o or --report names is a source, or when both name the same."""
    if settings.report_file is not None and settings.report_file == settings.target:
        raise UsageError(f"--report and -o are both {settings.target}", fix="name another file for the report")
    for name in filter(None, (None if folder else settings.target, settings.report_file)):
        if name != output.STDOUT and any(Path(name).resolve() == source.file for source in sources.items):
            raise UsageError(f"{name} is the source itself", fix="write into another file")


def _convert(
    reading: Reading,
    settings: Settings,
    context: Context,
    names: Names | None,
    sources: Sources,
    tasks: list[tuple[str, str]],
) -> tuple[int, dict[str, Any], list[Finding], EInvoiceError | None]:
    """Convert one invoice and write it; return its exit code, its report, what to print and the error that ended it.

    *tasks* takes the files that somebody has to do something with, and what.
    """
    import einvoice
    from einvoice.report import json as report_json

    source = report_json.conversion_source(reading.source.path, reading.index, reading.data, reading.format)
    error = reading.error
    if reading.document is not None:
        try:
            done = einvoice.convert(
                reading.document,
                settings.to,
                context=context,
                losses=settings.losses,
                totals=settings.totals,
                validate=settings.validate,
                version=settings.version,
            )
            if names is None:
                target = settings.target
            else:
                target = str(names.take(reading.source.stem, reading.shown_index, done.companions))
            companions = _companions(done, target, settings, sources, names)
        except UsageError:
            raise
        except Exception as caught:
            error = failure.as_error(caught, reading.source.path)
        else:
            # A full disk or a closed pipe is no fault of this document: it ends the run.
            for path, data in companions:  # first, so that no invoice stands there without what it names
                output.write(path, data)
            tasks += [
                (path, f"{each.what}: {each.task}")
                for each, (path, _) in zip(done.companions, companions, strict=True)
                if each.task is not None
            ]
            if target == output.STDOUT:
                output.put(done.data)
            else:
                output.write(target, done.data)
            written = report_json.conversion_target(target, done.data, settings.to, companions)
            code = 1 if any(f.severity == "error" for f in done.findings) else 0
            return code, report_json.conversion(source, written, done.findings), done.findings, None
    assert error is not None
    findings = as_findings(error)
    shown = list(error.findings) if len(error.findings) > 1 or error.exit_code == 5 else []
    return error.exit_code, report_json.conversion(source, None, findings), shown, error


def _companions(
    done: Conversion, target: str, settings: Settings, sources: Sources, names: Names | None
) -> list[tuple[str, bytes]]:
    """Return the files that go beside *target*; raises `UsageError` where they have no place."""
    if not done.companions:
        return []
    if target == output.STDOUT or (Path(target).exists() and not Path(target).is_file()):
        from einvoice.formats import info

        ending = info(settings.to).extension
        raise UsageError(
            f"{done.companions[0].what} goes beside the invoice, and "
            f"{'standard output' if target == output.STDOUT else target} has nothing beside it",
            fix=f"name a file with -o, such as -o invoice.{ending}",
        )
    found = []
    for companion in done.companions:
        path = companion.path(Path(target))
        if names is None and any(path.resolve() == source.file for source in sources.items):
            raise UsageError(f"{path}, where {companion.what} goes, is a source", fix="name another file with -o")
        if settings.report_file is not None and path.resolve() == Path(settings.report_file).resolve():
            raise UsageError(f"{path} is where {companion.what} goes", fix="name another file for the report")
        found.append((str(path), companion.data))
    return found


def _print_findings(findings: list[Finding], reading: Reading, settings: Settings) -> None:
    from einvoice.report import text

    for finding in findings:
        if finding.severity != "info" or settings.verbose:
            for line in text.finding_lines(finding, reading.source.path, reading.shown_index):
                click.echo(line, err=True)


_TASKS: Final = 3
"""As many files that wait for somebody are named."""


def _print_summary(result: Run, settings: Settings) -> None:
    """Say how a run over several went, and how many notes were not shown."""
    from einvoice.report import text

    for path, task in result.tasks[:_TASKS]:
        click.echo(text.clean(f"einvoice: {path} is {task}"), err=True)
    if len(result.tasks) > _TASKS:
        click.echo(f"einvoice: {len(result.tasks) - _TASKS} more such files are in {settings.target}", err=True)
    parts = []
    if result.several:
        converted = sum(1 for report in result.reports if report["target"] is not None)
        failed = len(result.reports) - converted
        parts.append(f"{converted} of {text.count(len(result.reports), 'invoice')} converted")
        if failed:
            parts.append(f"{failed} failed")
        if grave := [finding for finding in result.findings if finding.severity != "info"]:
            parts.append(text.counts(grave))
    notes = sum(1 for finding in result.findings if finding.severity == "info")
    if notes and not settings.verbose:
        parts.append(f"{text.count(notes, 'note')} (shown with -v)")
    if parts:
        click.echo(f"einvoice: {'; '.join(parts)}", err=True)


def _write_report(result: Run, file: str) -> None:
    from einvoice.report import json as report_json

    value = report_json.conversions(result.reports) if result.several else result.reports[0]
    data = report_json.dumps(value)
    if file == output.STDOUT:
        output.put(data)
    else:
        output.write(file, data)
