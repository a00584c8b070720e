"""An invoice for a person to read, as a renderable of rich.

What stands on the page, and in which words, is said in ``view.py``; what is not stated is left out.  Data that never
leaves the seller stands apart and says so.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from einvoice.findings import Finding
from einvoice.model import Delivery, Internal, Invoice, Line, Party
from einvoice.report import text, view
from einvoice.report.view import Field

PLAIN_WIDTH = 100
"""Width of a page that does not go to a terminal."""

_HEAD = "bold"
_QUIET = "dim"
_STYLES = {"error": "bold red", "warning": "yellow", "info": "dim"}


def plain(renderable: RenderableType, width: int = PLAIN_WIDTH) -> str:
    """Return *renderable* as text without colours, no blanks at the ends of lines."""
    file = io.StringIO()
    Console(
        file=file,
        width=width,
        color_system=None,
        force_terminal=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    ).print(renderable)
    return "".join(line.rstrip() + "\n" for line in file.getvalue().splitlines())


def render(invoice: Invoice, findings: Sequence[Finding] = (), *, path: str = "", format: str = "") -> RenderableType:
    """Return *invoice* as a page; *path* and *format* say where it comes from."""
    parts: list[RenderableType] = [*_header(invoice, path, format)]
    parts += _parties(invoice)
    parts += _delivery(invoice)
    parts += _lines(invoice)
    parts += _allowances_charges(invoice)
    parts += _vat(invoice)
    parts += _totals(invoice)
    parts += _payment(invoice)
    parts += _documents(invoice)
    parts += _preceding(invoice)
    parts += _notes(invoice)
    parts += _native(invoice)
    parts += _internal(invoice)
    parts += _findings(findings)
    return Group(*parts)


# ---------------------------------------------------------------------------------- pieces


def _text(value: object) -> Text:
    return Text(text.clean(view.plain_value(value)))


def _section(title: str, style: str = _HEAD) -> RenderableType:
    return Padding(Text(title, style=style), (1, 0, 0, 0))


def _rows(fields: Iterable[Field], indent: int = 2) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=_QUIET)
    grid.add_column(overflow="fold")
    for field in fields:
        grid.add_row(_text(field.label), _text(field.text))
    return Padding(grid, (0, 0, 0, indent))


def _cells(fields: Iterable[Field]) -> list[Text]:
    return [_text(field.text if field.stated else "") for field in fields]


# ---------------------------------------------------------------------------------- the parts of the page


def _header(invoice: Invoice, path: str, format: str) -> Iterator[RenderableType]:
    yield Text(text.clean(view.title(invoice)), style=_HEAD)
    yield Rule(characters="─", style=_QUIET)
    where = " ".join(part for part in (path, f"({format})" if format else "") if part)
    yield _rows(view.stated([Field("source", where), *view.header(invoice)]), indent=0)


def _parties(invoice: Invoice) -> Iterator[RenderableType]:
    parties = [(title, at, party) for title, at in view.PARTIES if (party := getattr(invoice, at)) is not None]
    for pair in ("seller", "buyer"), ("payee", "tax_representative"):
        stated = [each for each in parties if each[1] in pair]
        if not stated:
            continue
        grid = Table.grid(expand=True, padding=(0, 2))
        for _ in stated:
            grid.add_column(ratio=1, overflow="fold")
        grid.add_row(*(Text(title, style=_HEAD) for title, _, _ in stated))
        grid.add_row(*(_party(party, at) for _, at, party in stated))
        yield Padding(grid, (1, 0, 0, 0))


def _party(party: Party, at: str) -> RenderableType:
    parts: list[RenderableType] = [_text(line.text) for line in view.stated(view.party_address(party, at))]
    if details := view.stated(view.party_details(party, at)):
        parts.append(_rows(details, indent=0))
    return Group(*parts)


def _delivery(invoice: Invoice) -> Iterator[RenderableType]:
    if invoice.delivery is None or invoice.delivery == Delivery():
        return
    yield _section("Delivery")
    yield _rows(view.stated(view.delivery(invoice)))


def _lines(invoice: Invoice) -> Iterator[RenderableType]:
    yield _section("Lines")
    for row in invoice.leading_text_rows:
        yield Padding(_text(row), (0, 0, 0, 2))
    if not invoice.lines:
        yield Padding(Text("none", style=_QUIET), (0, 0, 0, 2))
        return
    table = _table()
    table.expand = True
    table.add_column("id", no_wrap=True, max_width=10, overflow="fold")
    table.add_column("item", ratio=1, overflow="fold")
    cells = [view.line_cells(line, f"lines[{n}]") for n, line in enumerate(invoice.lines)]
    stated = [name for name in view.LINE_CELLS if any(row[name].stated for row in cells)]
    for name in stated:
        table.add_column(name, justify="right", no_wrap=True)
    for n, line in enumerate(invoice.lines):
        item = _item(line, f"lines[{n}]", invoice.currency)
        table.add_row(_text(line.identifier or ""), item, *_cells(cells[n][name] for name in stated))
    yield Padding(table, (0, 0, 0, 2))


def _item(line: Line, at: str, currency: str | None) -> RenderableType:
    parts: list[RenderableType] = [_text(line.item_name or "(no name)")]
    for field in view.stated(view.line_details(line, at, currency)):
        shown = f"{field.label}: {field.text}" if field.label else field.text
        parts.append(Text(text.clean(shown), style=_QUIET))
    parts += [_text(row) for row in line.text_rows]
    if line.internal is not None:
        for field in view.stated(view.line_internal(line.internal, at)):
            parts.append(Text(f"internal: {text.clean(f'{field.label} {field.text}')}", style="magenta"))
    return Group(*parts)


def _allowances_charges(invoice: Invoice) -> Iterator[RenderableType]:
    if not invoice.allowances_charges:
        return
    yield _section("Allowances and charges")
    table = _table(("", False), ("reason", False), ("base", True), ("rate", True), ("VAT", True), ("amount", True))
    for n, entry in enumerate(invoice.allowances_charges):
        table.add_row(*_cells(view.allowance_charge_cells(entry, f"allowances_charges[{n}]")))
    yield Padding(table, (0, 0, 0, 2))


def _vat(invoice: Invoice) -> Iterator[RenderableType]:
    if not invoice.vat_breakdown:
        return
    yield _section("VAT")
    table = _table(("category", False), ("rate", True), ("taxable", True), ("VAT", True), ("exemption", False))
    for row in view.vat_cells(invoice):
        table.add_row(*_cells(row))
    yield Padding(table, (0, 0, 0, 2))


def _totals(invoice: Invoice) -> Iterator[RenderableType]:
    if invoice.totals is None:
        return
    yield _section("Totals")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=_QUIET)
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column()
    for field, currency in view.totals(invoice):
        if field.stated:
            style = _HEAD if field.paths == ("totals.amount_due",) else ""
            grid.add_row(Text(field.label), Text(field.text, style=style), _text(currency))
    yield Padding(grid, (0, 0, 0, 2))


def _payment(invoice: Invoice) -> Iterator[RenderableType]:
    general = view.stated(view.payment(invoice))
    if not general and not invoice.payment_instructions:
        return
    yield _section("Payment")
    if general:
        yield _rows(general)
    for n, way in enumerate(invoice.payment_instructions):
        if n or general:
            yield Text("")
        yield _rows(view.stated(view.way_to_pay(way, f"payment_instructions[{n}]")))
    if order := view.payment_order(invoice):
        yield Text("")
        yield _rows([Field("payment order", ""), *order])


def _documents(invoice: Invoice) -> Iterator[RenderableType]:
    if not invoice.supporting_documents:
        return
    yield _section("Attachments")
    table = _table(("reference", False), ("file", False), ("type", False), ("size", True), ("description", False))
    for n, entry in enumerate(invoice.supporting_documents):
        table.add_row(*_cells(view.document_cells(entry, f"supporting_documents[{n}]")))
    yield Padding(table, (0, 0, 0, 2))


def _preceding(invoice: Invoice) -> Iterator[RenderableType]:
    if invoice.preceding_invoices:
        yield _section("Preceding invoices")
        yield _rows(view.preceding(invoice))


def _notes(invoice: Invoice) -> Iterator[RenderableType]:
    if invoice.notes:
        yield _section("Notes")
        for note in view.notes(invoice):
            yield Padding(_text(note.text), (0, 0, 0, 2))
    if invoice.custom_tags:
        yield _section("Own fields of the seller")
        yield _rows(view.custom_tags(invoice))


def _native(invoice: Invoice) -> Iterator[RenderableType]:
    if kept := view.processing(invoice):
        yield _section("Processing data of the source system")
        yield _rows(kept)


def _internal(invoice: Invoice) -> Iterator[RenderableType]:
    internal = invoice.internal
    if internal is None or internal == Internal():
        return
    yield _section("Internal (never leaves the seller)", "bold magenta")
    yield _rows(view.stated(view.internal(internal)))
    if internal.posting_lines:
        table = _table(("account", False), ("posting", False), ("VAT", True), ("dimensions", False), ("amount", True))
        for row in view.posting_cells(internal):
            table.add_row(*_cells(row))
        yield Padding(table, (0, 0, 0, 2))


def _findings(findings: Sequence[Finding]) -> Iterator[RenderableType]:
    if not findings:
        return
    yield _section(f"Findings: {text.counts(findings)}")
    for finding in findings:
        first, *rest = text.grouped([finding], indent="")[1:]
        yield Padding(Text(first.strip(), style=_STYLES[finding.severity]), (0, 0, 0, 2))
        for line in rest:
            yield Padding(Text(line.strip()), (0, 0, 0, 4))


def _table(*heads: tuple[str, bool]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style=_QUIET, padding=(0, 1))
    for name, right in heads:
        table.add_column(name, justify="right" if right else "left", no_wrap=right, overflow="fold")
    return table


__all__ = ["PLAIN_WIDTH", "plain", "render"]
