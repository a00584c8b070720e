"""``einvoice diff``: what two invoices, in any two formats, say differently."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from einvoice.cli import failure, options, output
from einvoice.cli.sources import STDIN, expand
from einvoice.errors import EInvoiceError, UsageError
from einvoice.findings import as_findings

if TYPE_CHECKING:
    from einvoice.context import Context
    from einvoice.findings import Finding
    from einvoice.model import Invoice
    from einvoice.report.diff import Compared, Side


UNREAD: Final = ("LOSS-UNMAPPED", "LOSS-REPEATED", "LOSS-MIRROR")
"""What a reader says of values that are not in the canonical invoice."""


@dataclass(frozen=True)
class Settings:
    """What the user asked for; contexts and formats are those of the left and of the right side."""

    formats: tuple[str | None, str | None] = (None, None)
    contexts: tuple[str | None, str | None] = (None, None)
    everything: bool = False
    ignored: tuple[str, ...] = ()
    form: str = "text"
    target: str = output.STDOUT


@dataclass
class _Sides:
    """The invoices of one side, and what could not be read of it."""

    found: list[tuple[Side, Invoice]] = field(default_factory=list)
    failed: list[tuple[str, int, EInvoiceError]] = field(default_factory=list)
    left_out: tuple[str, ...] = ()


@click.command("diff", context_settings=options.CONTEXT_SETTINGS)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option("--from", "source_format", metavar="FORMAT", help="Format of both; detected without it.")
@click.option("--from-a", "format_left", metavar="FORMAT", help="Format of A.")
@click.option("--from-b", "format_right", metavar="FORMAT", help="Format of B.")
@options.context_file
@click.option("--context-a", "context_left", metavar="FILE", help="Context of A alone.")
@click.option("--context-b", "context_right", metavar="FILE", help="Context of B alone.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Show as well what is no difference of meaning: data kept for one format, numbering of lines, spelling.",
)
@click.option(
    "--ignore",
    "ignored",
    metavar="TERMS",
    help="Business terms that do not count, with commas between: BT-22,EX-* (quote the star).",
)
@options.text_or_json
@click.option("-o", "target", default=output.STDOUT, metavar="FILE", help="File for the report.")
def command(left: str, right: str, **given: Any) -> None:
    """Say what the invoices A and B, in any two formats, say differently, by business term.

    Numbers are compared as numbers.  Lines, allowances, VAT, notes and attachments are matched by what identifies
    them, so a line that moved is no difference, and of a line that changed only the change is shown:

    \b
    ~  both say it, differently
    -  only A says it
    +  only B says it

    A and B are files, zips, folders, or - for one of them.  Several invoices are matched by their numbers.

    Exit code: 0 when all invoices say the same, 1 when some do not or are on one side only, 3 and 4 when one could
    not be read.
    """
    both, shared = given["source_format"], given["context_file"]
    settings = Settings(
        (given["format_left"] or both, given["format_right"] or both),
        (given["context_left"] or shared, given["context_right"] or shared),
        given["everything"],
        _terms(given["ignored"]),
        given["output"],
        given["target"],
    )
    click.get_current_context().exit(run(left, right, settings))


def _terms(given: str | None) -> tuple[str, ...]:
    """Return the terms that *given* names, by identifier or pattern; raises `UsageError` for one that names none."""
    from fnmatch import fnmatchcase

    from einvoice.model.terms import register

    found: list[str] = []
    for pattern in (each.strip().upper() for each in (given or "").split(",") if each.strip()):
        terms = [term for term in register() if fnmatchcase(term, pattern)]
        if not terms:
            raise UsageError(f"no business term is called {pattern}", fix="name BT-…, BG-… or EX-… as a report does")
        found += terms
    return tuple(found)


def run(left: str, right: str, settings: Settings) -> int:
    """Compare the invoices of two sources, write the report and return the exit code."""
    from einvoice.formats import info
    from einvoice.report import diff, text
    from einvoice.report import json as report_json

    if left == right == STDIN:
        raise UsageError("standard input (-) can be read only once", fix="name a file for A or for B")
    if settings.target != output.STDOUT and Path(settings.target).resolve() in (
        Path(path).resolve() for path in (left, right) if path != STDIN
    ):
        raise UsageError(
            f"-o is the source {settings.target}, which would be overwritten", fix="name another file with -o"
        )
    for name in settings.formats:
        if name is not None:
            info(name)
    contexts = [options.load_context(file) for file in settings.contexts]
    sides = [
        _read(path, format, context)
        for path, format, context in zip((left, right), settings.formats, contexts, strict=True)
    ]
    compared = _compare(left, right, sides, settings)
    errors: list[tuple[str, int, list[Finding]]] = []
    codes = [0 if each.same else 1 for each in compared]
    for side in sides:
        for path, index, error in side.failed:
            failure.show_with_findings(error)
            codes.append(error.exit_code)
            errors.append((path, index, as_findings(error)))
    report = diff.document(left, right, compared, errors)
    if settings.form == "json":
        _put(report_json.dumps(report), settings.target)
    else:
        pages = [list(diff.lines(each)) for each in compared]
        several = len(compared) > 1
        _put_text(pages, diff.summary_line(report["summary"]) if several else None, settings.target)
    if settings.target != output.STDOUT:
        click.echo(text.clean(f"einvoice: {diff.summary_line(report['summary'])}"), err=True)
    for side in sides:
        for note in side.left_out:
            click.echo(text.clean(f"einvoice: {note}"), err=True)
    return failure.gravest(codes)


def _read(path: str, format: str | None, context: Context) -> _Sides:
    from einvoice.cli.reading import read_all
    from einvoice.report.diff import Side

    sources = expand([path])
    side = _Sides(left_out=sources.left_out)
    for reading in read_all(sources.items, format, context):
        if reading.document is None:
            assert reading.error is not None
            side.failed.append((reading.source.path, reading.index, reading.error))
            continue
        invoice = reading.document.invoice
        unread = sum(1 for finding in reading.document.findings if finding.code in UNREAD)
        where = Side(reading.source.path, reading.shown_index, reading.document.format, invoice, unread)
        side.found.append((where, invoice))
    return side


def _compare(left: str, right: str, sides: Sequence[_Sides], settings: Settings) -> list[Compared]:
    """Return the pairs of invoices with their differences.

    An invoice without counterpart is one that the other side does not have, unless a document there could not be
    read: then nobody knows, and the error says so.
    """
    from einvoice.comparison import compare, pair_invoices, turned
    from einvoice.report.diff import Compared, Side

    ones, others = (side.found for side in sides)
    compared = []
    for n, m in pair_invoices([invoice for _, invoice in ones], [invoice for _, invoice in others]):
        if n is None or m is None:
            if sides[0 if n is None else 1].failed:
                continue
            one = Side(left) if n is None else ones[n][0]
            other = Side(right) if m is None else others[m][0]
            compared.append(Compared(one, other))
            continue
        found = [each for each in compare(ones[n][1], others[m][1]) if not set(settings.ignored) & set(each.terms)]
        shown = [each for each in found if settings.everything or each.meaning]
        opposite = turned(ones[n][1], others[m][1])
        compared.append(Compared(ones[n][0], others[m][0], shown, len(found) - len(shown), opposite))
    return compared


def _put(data: bytes, target: str) -> None:
    if target == output.STDOUT:
        output.put(data)
    else:
        output.write(target, data)


def _put_text(pages: Sequence[list[str]], summary: str | None, target: str) -> None:
    """Write the pages, in colours on a terminal."""
    from einvoice.report import diff

    if target == output.STDOUT and sys.stdout.isatty():
        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
        for number, page in enumerate(pages):
            for line in ["", *page] if number else page:
                words, mark = diff.plain(line)
                console.print(Text(words, style=diff.STYLES.get(mark, "")))
        if summary is not None:
            console.print(Text(f"\n{summary}"))
        return
    content = ""
    for number, page in enumerate(pages):
        content += "\n" if number and _apart(pages, number) else ""
        content += "".join(f"{diff.plain(line)[0]}\n" for line in page)
    content += f"\n{summary}\n" if summary is not None else ""
    if target == output.STDOUT:
        output.put_text(content)
    else:
        output.write(target, content.encode("utf-8", "backslashreplace"))


def _apart(pages: Sequence[list[str]], number: int) -> bool:
    """Say whether a page stands apart from the one before it: pages of one line stand together."""
    return len(pages[number]) > 1 or len(pages[number - 1]) > 1
