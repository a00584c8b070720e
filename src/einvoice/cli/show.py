"""``einvoice show``: an invoice for a person to read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from einvoice.cli import failure, options, output
from einvoice.cli.sources import expand
from einvoice.findings import as_findings

if TYPE_CHECKING:
    from rich.console import RenderableType

    from einvoice.cli.reading import Reading
    from einvoice.context import Context
    from einvoice.report.judged import Judged


@click.command("show", context_settings=options.CONTEXT_SETTINGS)
@options.paths("PATH")
@options.source_format
@options.context_file
@click.option("--html", metavar="FILE", help="Write one page for a browser into FILE, - for standard output.")
@click.option(
    "--width",
    type=click.IntRange(min=40),
    metavar="N",
    help="Width in characters; without it that of the terminal, or 100.",
)
def command(
    paths: tuple[str, ...], source_format: str | None, context_file: str | None, html: str | None, width: int | None
) -> None:
    """Show invoices as pages in the terminal, one after another, or with --html as one page for a browser.

    Nothing is calculated: the page holds what the document states, and what the reader found.  Data that never
    leaves the seller is marked as internal.  einvoice validate --output html shows the verdict as well.
    """
    context = options.load_context(context_file)
    if html is None:
        click.get_current_context().exit(run(paths, source_format, context, width))
    click.get_current_context().exit(write_page(paths, source_format, context, html))


def run(paths: tuple[str, ...], format: str | None, context: Context, width: int | None) -> int:
    """Print every invoice of *paths* and return the exit code; findings do not change it."""
    from einvoice.cli.reading import read_all
    from einvoice.formats import info
    from einvoice.report import show, text

    if format is not None:
        info(format)
    sources = expand(paths)
    codes = [0]
    shown = 0
    for reading in read_all(sources.items, format, context):
        if reading.document is None:
            assert reading.error is not None
            codes.append(reading.error.exit_code)
            failure.show_with_findings(reading.error)
            continue
        if shown:
            output.put_text("\n\n")
        shown += 1
        where = text.place(reading.source.path, None, reading.shown_index)
        document = reading.document
        page = show.render(document.invoice, document.findings, path=where, format=document.format)
        _print(page, width)
    for note in sources.left_out:
        click.echo(text.clean(f"einvoice: {note}"), err=True)
    return failure.gravest(codes)


def write_page(paths: tuple[str, ...], format: str | None, context: Context, target: str) -> int:
    """Write one page with every invoice of *paths* and return the exit code; what cannot be read stands on it too."""
    from einvoice.cli.reading import read_all
    from einvoice.formats import info
    from einvoice.report import html, text

    if format is not None:
        info(format)
    sources = expand(paths)
    codes = [0]
    documents = []
    for reading in read_all(sources.items, format, context):
        if reading.error is not None:
            codes.append(reading.error.exit_code)
            failure.show_with_findings(reading.error)
        documents.append(_as_shown(reading))
    data = html.document(documents, verdicts=False)
    if target == output.STDOUT:
        output.put(data)
    else:
        output.write(target, data)
    for note in sources.left_out:
        click.echo(text.clean(f"einvoice: {note}"), err=True)
    return failure.gravest(codes)


def _as_shown(reading: Reading) -> Judged:
    """Return *reading* as a page takes it: nothing of it was judged."""
    from einvoice.report.judged import Judged

    document = reading.document
    if document is None:
        assert reading.error is not None
        findings = as_findings(reading.error)
    else:
        findings = document.findings
    return Judged(
        reading.source.path,
        reading.source.path,
        reading.index,
        reading.several,
        reading.format if document is None else document.format,
        profile=None,
        valid=False,
        checked=False,
        read=document is not None,
        layers=(),
        findings=findings,
        invoice=None if document is None else document.invoice,
        places={} if document is None else {path: place.path for path, place in document.places().items()},
    )


def _print(page: RenderableType, width: int | None) -> None:
    from einvoice.report import show

    if sys.stdout.isatty():
        from rich.console import Console

        Console(width=width, highlight=False, markup=False, emoji=False).print(page)
    else:
        output.put_text(show.plain(page, width or show.PLAIN_WIDTH))
