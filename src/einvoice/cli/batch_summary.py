"""What a batch came to, at its end: a table on a terminal, plain lines in a pipe; on standard error either way.

Everything comes from the ledger (`einvoice.batch.account`), so a run that was resumed is told as a whole.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from einvoice.batch import Result
    from einvoice.batch.account import Account

MAX_CODES: Final = 10
"""As many codes of failures are told."""

MAX_FINDINGS: Final = 5
"""As many numbers that occur twice, and as many breaks, are told; the report and the ledger have all."""


def show(result: Result) -> None:
    """Write the summary of *result* to standard error."""
    from einvoice.batch import Ledger
    from einvoice.batch.account import account

    with Ledger(result.folder) as ledger:
        made = account(ledger)
    if sys.stderr.isatty():
        _print_tables(made)
    else:
        for line in _lines(made):
            click.echo(f"einvoice: {line}", err=True)
    for line in _findings(made):
        click.echo(line, err=True)
    click.echo(f"einvoice: {_outcome(result)}", err=True)


def _outcome(result: Result) -> str:
    from einvoice.report import text

    progress = result.progress
    failed = progress.failed - result.unreadable
    invoices = text.count(progress.invoices - result.unreadable, "invoice")
    parts = [f"{progress.done:,} of {invoices} written to {text.one_line(result.label)}"]
    if failed:
        parts.append(f"{failed:,} held back in {text.one_line(f'{result.label}/failed')}")
    if result.unreadable:
        parts.append(f"{text.count(result.unreadable, 'source')} not read")
    if progress.resumed:
        parts.append(f"{progress.resumed:,} of them by an earlier run")
    fresh = progress.invoices - result.unreadable - progress.resumed
    rate = f", {fresh / max(result.seconds, 0.001):,.0f} invoices a second" if fresh else ""
    parts.append(f"{result.seconds:.1f} s{rate}")
    return "; ".join(parts)


def _totals(made: Account) -> list[tuple[str, str, str, str, str, str]]:
    """Return currency, kind, count and amounts of the invoices that were written, and of both kinds together."""
    found: list[tuple[str, str, int, Decimal, Decimal, Decimal]] = []
    for currency in sorted({currency for currency, _ in made.kinds}):
        kinds = {kind: sums for (code, kind), sums in sorted(made.kinds.items(), reverse=True) if code == currency}
        for kind, sums in kinds.items():
            found.append((currency, f"{kind}s", sums.count, sums.net, sums.vat, sums.total))
        if len(kinds) > 1:
            net, vat, total = (
                sum((getattr(sums, name) for sums in kinds.values()), Decimal(0)) for name in ("net", "vat", "total")
            )
            found.append((currency, "together", sum(sums.count for sums in kinds.values()), net, vat, total))
    return [
        (code, kind, f"{count:,}", f"{net:,.2f}", f"{vat:,.2f}", f"{total:,.2f}")
        for code, kind, count, net, vat, total in found
    ]


def _lines(made: Account) -> list[str]:
    from einvoice.report import text

    lines = []
    for currency, kind, count, net, vat, total in _totals(made):
        lines.append(f"{currency} {kind}: {count}, net {net}, VAT {vat}, with VAT {total}")
    if made.unstated:
        lines.append(f"{text.count(made.unstated, 'invoice')} without totals, in no sum")
    if made.failures:
        shown = [f"{code} ({count:,})" for code, count in list(made.failures.items())[:MAX_CODES]]
        lines.append(f"held back for {', '.join(shown)}{_more(len(made.failures) - MAX_CODES, 'codes')}")
    return [text.one_line(line) for line in lines]


def _findings(made: Account) -> list[str]:
    from einvoice.report import text

    lines: list[str] = []
    for code in sorted({finding.code for finding in made.findings}):
        found = [finding for finding in made.findings if finding.code == code]
        lines += [f"{each.severity} {each.code}: {each.message}" for each in found[:MAX_FINDINGS]]
        if len(found) > MAX_FINDINGS:
            lines.append(f"  {len(found) - MAX_FINDINGS} more {code} in the report (--report FILE.jsonl)")
    return [text.one_line(line) for line in lines]


def _more(number: int, noun: str) -> str:
    return f" and {number} more {noun}" if number > 0 else ""


def _print_tables(made: Account) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(stderr=True, highlight=False)
    if made.kinds:
        table = Table(box=box.SIMPLE_HEAD, title="Written", title_justify="left")
        for heading in ("Currency", "Kind"):
            table.add_column(heading)
        for heading in ("Count", "Net", "VAT", "With VAT"):
            table.add_column(heading, justify="right")
        for row in _totals(made):
            table.add_row(*map(_plain, row), style="bold" if row[1] == "together" else None)
        console.print(table)
    if made.unstated:
        console.print(f"{made.unstated:,} without totals, in no sum")
    if made.failures:
        table = Table(box=box.SIMPLE_HEAD, title="Held back", title_justify="left")
        table.add_column("Code")
        table.add_column("Invoices", justify="right")
        for code, count in list(made.failures.items())[:MAX_CODES]:
            table.add_row(_plain(code), f"{count:,}")
        console.print(table)


def _plain(text: str) -> str:
    """Return *text* cleaned, and without the marks that rich reads as style."""
    from rich.markup import escape

    from einvoice.report.text import one_line

    return escape(one_line(text))


__all__ = ["show"]
