"""``einvoice route``: how the receiver is addressed, why, and what is missing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from einvoice.cli import failure, options, output
from einvoice.cli.sources import expand
from einvoice.errors import EInvoiceError
from einvoice.findings import as_findings

if TYPE_CHECKING:
    from datetime import date

    from einvoice.cli.reading import Reading
    from einvoice.context import Context
    from einvoice.routing import Decision

CHANNELS = {
    "e-invoice": "e-invoice",
    "consumer": "e-invoice to a consumer",
    "pdf": "PDF by e-mail",
    "paper": "letter",
    "other": "not sent here",
    None: "nothing is sent yet",
}
"""A channel in words."""


@click.command("route", context_settings=options.CONTEXT_SETTINGS)
@options.paths("PATH")
@options.source_format
@options.context_file
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day whose rules count; without it the newest: an address that was removed stays removed.",
)
@options.text_or_json
def command(
    paths: tuple[str, ...], source_format: str | None, context_file: str | None, on: datetime | None, output: str
) -> None:
    """Say how the receiver of each invoice is addressed, and what is missing.

    The addresses of seller and buyer (scheme and value, BT-34 and BT-49) come from the invoice and from the cards of
    the context; each step says why.  Nothing is asked over the network, so a derived address is a guess until somebody
    has looked it up (W-ROUTE-202).

    Exits with 1 when an invoice cannot go as it is (E-ROUTE-…); einvoice explain CODE says more.
    """
    context = options.load_context(context_file)
    day = None if on is None else on.date()
    click.get_current_context().exit(run(paths, source_format, context, day, as_json=output == "json"))


def run(paths: tuple[str, ...], format: str | None, context: Context, on: date | None, *, as_json: bool) -> int:
    """Print the decision on every invoice of *paths* and return the exit code."""
    import einvoice
    from einvoice.cli.reading import read_all
    from einvoice.formats import info
    from einvoice.report import json as report_json

    if format is not None:
        info(format)
    sources = expand(paths)
    codes: list[int] = []
    documents: list[dict[str, Any]] = []
    for reading in read_all(sources.items, format, context):
        decision, error = None, reading.error
        if reading.document is not None:
            try:
                decision = einvoice.route(reading.document, context, on=on)
            except Exception as fault:
                error = failure.as_error(fault, reading.source.path)
        if decision is not None:
            codes.append(1 if decision.has_errors else 0)
        else:
            assert error is not None
            codes.append(error.exit_code)
            failure.show_with_findings(error)
        if as_json:
            documents.append(_as_dict(reading, decision, error))
        elif decision is not None:
            page = "".join(f"{line}\n" for line in lines(reading, decision))
            output.put_text(page if len(codes) == 1 else f"\n{page}")
    if as_json:
        routed = [d for d in documents if d["routed"]]
        summary = {
            "documents": len(documents),
            "routed": sum(1 for d in routed if not any(f["severity"] == "error" for f in d["findings"])),
            "errors": sum(1 for d in documents for f in d["findings"] if f["severity"] == "error"),
            "warnings": sum(1 for d in documents for f in d["findings"] if f["severity"] == "warning"),
        }
        output.put(report_json.dumps({"tool": report_json.tool(), "documents": documents, "summary": summary}))
    from einvoice.report import text

    for note in sources.left_out:
        click.echo(text.clean(f"einvoice: {note}"), err=True)
    return failure.gravest(codes)


def lines(reading: Reading, decision: Decision) -> list[str]:
    """Return the decision for a person to read."""
    from einvoice.report import text

    channel = CHANNELS[decision.channel]
    if decision.channel in ("e-invoice", "pdf", "paper", "consumer") and decision.carrier == "inexchange":
        channel += " through InExchange"
    if decision.channel == "e-invoice" and decision.buyer is not None:
        channel += f" to {decision.buyer}"
    shown = [f"{text.place(reading.source.path, None, reading.shown_index)}: {channel}"]
    rows = [[side, _address(decision, side)] for side in ("seller", "buyer")]
    if decision.receiver is not None and decision.receiver.company_id:
        rows.append(["receiver", f"{decision.receiver.name or ''} {decision.receiver.company_id}".strip()])
    rows.append(["rules", decision.rules])
    shown += text.columns([[text.one_line(cell) for cell in row] for row in rows], indent="  ")
    shown.append("  why")
    steps = [[reason.about, reason.rule, reason.text] for reason in decision.reasons]
    shown += text.columns([[text.one_line(cell) for cell in step] for step in steps], indent="    ")
    if decision.missing:
        shown.append("  missing")
        for entry in decision.missing:
            shown.append(text.one_line(f"    {entry.about}: {entry.key} ({entry.term})"))
            shown.append(text.one_line(f"      add: {entry.add}"))
    return shown + text.grouped(decision.findings)


def _address(decision: Decision, side: str) -> str:
    from einvoice import codelists

    found = decision.seller if side == "seller" else decision.buyer
    if found is None:
        return "none"
    name = codelists.code_name("eas", found.scheme)
    return f"{found}" + (f"  {name}" if name else "")


def _as_dict(reading: Reading, decision: Decision | None, error: EInvoiceError | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "path": reading.source.path,
        "index": reading.index,
        "format": reading.document.format if reading.document is not None else reading.format,
        "routed": decision is not None,
    }
    if decision is not None:
        return {**found, **decision.as_dict()}
    assert error is not None
    return {**found, "findings": [finding.as_dict() for finding in as_findings(error)]}
