"""``einvoice show``: an invoice for a person to read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from einvoice.cli import failure, options, output
from einvoice.cli.sources import expand

if TYPE_CHECKING:
    from rich.console import RenderableType

    from einvoice.context import Context


@click.command("show", context_settings=options.CONTEXT_SETTINGS)
@options.paths("PATH")
@options.source_format
@options.context_file
@click.option("--html", metavar="FILE", help="Comes with a later version.")
@click.option(
    "--width",
    type=click.IntRange(min=40),
    metavar="N",
    help="Width in characters; without it that of the terminal, or 100.",
)
def command(
    paths: tuple[str, ...], source_format: str | None, context_file: str | None, html: str | None, width: int | None
) -> None:
    """Show invoices as pages in the terminal, one after another.

    Nothing is calculated: the page holds what the document states, then what the reader found.  Data that never
    leaves the seller is marked as internal.
    """
    if html is not None:
        raise options.later("--html")
    context = options.load_context(context_file)
    click.get_current_context().exit(run(paths, source_format, context, width))


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


def _print(page: RenderableType, width: int | None) -> None:
    from einvoice.report import show

    if sys.stdout.isatty():
        from rich.console import Console

        Console(width=width, highlight=False, markup=False, emoji=False).print(page)
    else:
        output.put_text(show.plain(page, width or show.PLAIN_WIDTH))
