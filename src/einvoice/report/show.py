"""An invoice for a person to read, as a renderable of rich.

What is shown is what the document states: nothing is calculated, amounts keep the digits of the source, and what is
not stated is left out.  Data that never leaves the seller stands apart and says so.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from einvoice import codelists
from einvoice.findings import Finding
from einvoice.model import (
    Accrual,
    Address,
    AllowanceCharge,
    CashDiscount,
    Delivery,
    Dimension,
    Internal,
    Invoice,
    Line,
    LineInternal,
    Party,
    PaymentInstructions,
    Period,
    SupportingDocument,
)
from einvoice.report import finvoice, text

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
    return Text(text.clean(_plain_value(value)))


def _plain_value(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _section(title: str, style: str = _HEAD) -> RenderableType:
    return Padding(Text(title, style=style), (1, 0, 0, 0))


def _rows(pairs: Iterable[tuple[str, object]], indent: int = 2) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=_QUIET)
    grid.add_column(overflow="fold")
    for name, value in pairs:
        grid.add_row(_text(name), _text(value))
    return Padding(grid, (0, 0, 0, indent))


def _stated(*pairs: tuple[str, object]) -> list[tuple[str, object]]:
    return [(name, value) for name, value in pairs if value not in (None, "", ())]


def _coded(list_name: str, code: str | None) -> str | None:
    """Return *code* with its name in the code list."""
    if code is None:
        return None
    name = codelists.code_name(list_name, code)
    return f"{code} {name}" if name else code


def _percent(rate: Decimal | None) -> str:
    return "" if rate is None else f"{_plain_value(rate)} %"


def _number(value: Decimal | None) -> str:
    return "" if value is None else _plain_value(value)


def _money(value: Decimal | None, currency: str | None) -> str:
    return "" if value is None else f"{_plain_value(value)} {currency or ''}".rstrip()


def _period(period: Period | None) -> str | None:
    if period is None or (period.start_date is None and period.end_date is None):
        return None
    return f"{period.start_date or '…'} to {period.end_date or '…'}"


def _in_scheme(value: str | None, scheme: str | None, list_name: str) -> str | None:
    if value is None:
        return None
    if scheme is None:
        return value
    return f"{value} ({_coded(list_name, scheme)})"


def group_account(account: str) -> str:
    """Return an IBAN in groups of four; any other account number as it is.

    >>> group_account("FI8891317900012343"), group_account("5555551")
    ('FI88 9131 7900 0123 43', '5555551')
    """
    joined = "".join(account.split())
    if joined[:2].isalpha() and joined[2:4].isdigit() and joined.isalnum() and 15 <= len(joined) <= 34:
        return " ".join(joined[n : n + 4] for n in range(0, len(joined), 4))
    return account


def group_reference(reference: str, kind: str | None) -> str:
    """Return a payment reference as it is printed: RF in fours from the left, Finnish in fives from the right.

    >>> group_reference("RF341234561", "rf"), group_reference("10032004", "fi"), group_reference("order 7", None)
    ('RF34 1234 561', '100 32004', 'order 7')
    """
    joined = "".join(reference.split())
    if kind == "rf" or (joined[:2] == "RF" and joined[2:4].isdigit() and joined.isalnum()):
        return " ".join(joined[n : n + 4] for n in range(0, len(joined), 4))
    if kind == "fi" and joined.isdigit():
        first = len(joined) % 5
        groups = ([joined[:first]] if first else []) + [joined[n : n + 5] for n in range(first, len(joined), 5)]
        return " ".join(groups)
    return reference


# ---------------------------------------------------------------------------------- the parts of the page


def _header(invoice: Invoice, path: str, format: str) -> Iterator[RenderableType]:
    kind = codelists.code_name("invoice_types", invoice.type_code or "") or "Document"
    title = f"{kind} {invoice.invoice_number or '(no number)'}"
    if invoice.document_kind in ("order", "draft"):
        title += f" [{invoice.document_kind}]"
    yield Text(text.clean(title), style=_HEAD)
    yield Rule(characters="─", style=_QUIET)
    where = " ".join(part for part in (path, f"({format})" if format else "") if part)
    scheme = invoice.invoiced_object_identifier_scheme
    point = codelists.vat_point_code(invoice.tax_point_date_code or "")
    yield _rows(
        _stated(
            ("source", where),
            ("type", _coded("invoice_types", invoice.type_code)),
            ("issued", invoice.issue_date),
            ("due", invoice.due_date),
            ("value date", invoice.value_date),
            ("tax point", invoice.tax_point_date),
            (
                "tax point code",
                invoice.tax_point_date_code and f"{invoice.tax_point_date_code} {point.name if point else ''}".strip(),
            ),
            ("period", _period(invoice.period)),
            ("currency", _coded("currencies", invoice.currency)),
            ("currency rate", invoice.currency_rate),
            ("VAT currency", _coded("currencies", invoice.vat_currency)),
            ("buyer reference", invoice.buyer_reference),
            ("seller reference", invoice.seller_reference),
            ("purchase order", invoice.purchase_order_reference),
            ("sales order", invoice.sales_order_reference),
            ("contract", invoice.contract_reference),
            ("project", invoice.project_reference),
            ("receiving advice", invoice.receiving_advice_reference),
            ("despatch advice", invoice.despatch_advice_reference),
            ("tender or lot", invoice.tender_reference),
            ("invoiced object", _in_scheme(invoice.invoiced_object_identifier, scheme, "object_schemes")),
            ("buyer books on", invoice.buyer_accounting_reference),
            ("proposed account", invoice.buyer_proposed_account),
            ("process", invoice.business_process_type),
            ("specification", invoice.specification_identifier),
        ),
        indent=0,
    )


def _parties(invoice: Invoice) -> Iterator[RenderableType]:
    for pair in (
        (("Seller", invoice.seller), ("Buyer", invoice.buyer)),
        (("Payee", invoice.payee), ("Tax representative", invoice.tax_representative)),
    ):
        stated = [(title, party) for title, party in pair if party is not None]
        if not stated:
            continue
        grid = Table.grid(expand=True, padding=(0, 2))
        for _ in stated:
            grid.add_column(ratio=1, overflow="fold")
        grid.add_row(*(Text(title, style=_HEAD) for title, _ in stated))
        grid.add_row(*(_party(party) for _, party in stated))
        yield Padding(grid, (1, 0, 0, 0))


def _party(party: Party) -> RenderableType:
    lines = [party.name, party.name_extension, party.trading_name and f"trading as {party.trading_name}"]
    lines += _address(party.address)
    contact = party.contact
    tax = [party.tax_registration_identifier, party.tax_registration_scheme and f"({party.tax_registration_scheme})"]
    registration = _in_scheme(party.legal_registration_identifier, party.legal_registration_identifier_scheme, "icd")
    pairs = _stated(
        ("registration", registration),
        ("VAT number", party.vat_identifier),
        ("tax registration", " ".join(part for part in tax if part)),
        *(("identifier", _in_scheme(i.value, i.scheme, "icd")) for i in party.identifiers),
        ("e-address", _in_scheme(party.electronic_address, party.electronic_address_scheme, "eas")),
        ("contact", contact and contact.name),
        ("telephone", contact and contact.telephone),
        ("e-mail", contact and contact.email),
        ("legal", party.additional_legal_information),
        *((key, value) for key, value in party.native.items() if not finvoice.shown(key)),
    )
    parts: list[RenderableType] = [_text(line) for line in lines if line]
    if pairs:
        parts.append(_rows(pairs, indent=0))
    return Group(*parts)


def _address(address: Address | None) -> list[str | None]:
    if address is None:
        return []
    town = " ".join(part for part in (address.post_code, address.city) if part)
    name = address.country_code and codelists.country_name(address.country_code)
    country = " ".join(part for part in (address.country_code, name) if part)
    return [address.line_1, address.line_2, address.line_3, town, address.country_subdivision, country]


def _delivery(invoice: Invoice) -> Iterator[RenderableType]:
    delivery = invoice.delivery
    if delivery is None or delivery == Delivery():
        return
    lines = (delivery.party_name, delivery.name_extension, *_address(delivery.address))
    yield _section("Delivery")
    yield _rows(
        _stated(
            ("date", delivery.actual_delivery_date),
            ("to", ", ".join(line for line in lines if line)),
            ("location", _in_scheme(delivery.location_identifier, delivery.location_identifier_scheme, "icd")),
            ("method", delivery.method),
            ("terms", delivery.terms),
            ("waybill", delivery.waybill_identifier),
            ("promised", delivery.promised_date),
            ("promised week", delivery.promised_week),
        )
    )


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
    cells = {
        "quantity": [_quantity(line) for line in invoice.lines],
        "price": [_price(line) for line in invoice.lines],
        "discount": [_discount(line) for line in invoice.lines],
        "VAT": [" ".join(filter(None, (line.vat_category, _percent(line.vat_rate)))) for line in invoice.lines],
        "net": [_number(line.net_amount) for line in invoice.lines],
    }
    stated = {name: column for name, column in cells.items() if any(column)}
    for name in stated:
        table.add_column(name, justify="right", no_wrap=True)
    for number, line in enumerate(invoice.lines):
        shown = (_text(column[number]) for column in stated.values())
        table.add_row(_text(line.identifier or ""), _item(line, invoice.currency), *shown)
    yield Padding(table, (0, 0, 0, 2))


def _unit(code: str | None, name: str | None) -> str:
    if name is not None:
        return name if code is None else f"{name} ({code})"
    return (codelists.unit_name(code, "en") or code) if code else ""


def _quantity(line: Line) -> str:
    return f"{_number(line.quantity)} {_unit(line.unit_code, line.unit_name)}".strip()


def _price(line: Line) -> str:
    price = line.net_price if line.net_price is not None else line.price_with_vat
    if price is None:
        return ""
    shown = _plain_value(price)
    if line.net_price is None:
        shown += " incl. VAT"
    if line.price_base_quantity is not None:
        unit = _unit(line.price_base_quantity_unit_code, None)
        shown += f" / {_plain_value(line.price_base_quantity)} {unit}".rstrip()
    return shown


def _discount(line: Line) -> str:
    shown = []
    for allowance in line.allowances_charges:
        if allowance.is_charge:
            continue
        if allowance.percentage is not None:
            shown.append(_percent(allowance.percentage))
        elif allowance.amount is not None:
            shown.append(f"-{_plain_value(allowance.amount)}")
    return "\n".join(shown)


def _item(line: Line, currency: str | None) -> RenderableType:
    order = " line ".join(part for part in (line.order_reference, line.order_line_reference) if part)
    pairs = _stated(
        ("", line.item_description),
        ("seller's code", line.seller_item_identifier),
        ("buyer's code", line.buyer_item_identifier),
        ("item", _in_scheme(line.standard_item_identifier, line.standard_item_identifier_scheme, "icd")),
        *((entry.kind or "identifier", entry.value) for entry in line.product_identifiers),
        *(("class", _in_scheme(entry.code, entry.scheme, "item_classification")) for entry in line.classifications),
        ("origin", line.origin_country_code),
        *((entry.name or "property", entry.value) for entry in line.attributes),
        ("object", _in_scheme(line.object_identifier, line.object_identifier_scheme, "object_schemes")),
        ("order", order),
        ("buyer books on", line.buyer_accounting_reference),
        ("proposed account", line.buyer_proposed_account),
        ("delivered", line.delivery_date),
        ("period", _period(line.period)),
        ("gross price", line.gross_price),
        ("price discount", line.price_discount),
        ("price with VAT", line.price_with_vat if line.net_price is not None else None),
        *(_allowance_charge(entry, currency) for entry in line.allowances_charges),
        ("VAT", line.vat_amount),
        ("with VAT", line.amount_with_vat),
        ("note", line.note),
        *((key, value) for key, value in line.native.items() if not finvoice.shown(key)),
    )
    parts: list[RenderableType] = [_text(line.item_name or "(no name)")]
    parts += [
        Text(text.clean(f"{name}: {_plain_value(value)}" if name else _plain_value(value)), style=_QUIET)
        for name, value in pairs
    ]
    parts += [_text(row) for row in line.text_rows]
    if line.internal is not None:
        parts += [Text(f"internal: {text.clean(shown)}", style="magenta") for shown in _line_internal(line.internal)]
    return Group(*parts)


def _allowance_charge(entry: AllowanceCharge, currency: str | None) -> tuple[str, object]:
    return ("charge" if entry.is_charge else "discount", _allowance_charge_text(entry, currency))


def _allowance_charge_text(entry: AllowanceCharge, currency: str | None) -> str:
    rate = ""
    if entry.percentage is not None:
        rate = _percent(entry.percentage)
        if entry.base_amount is not None:
            rate += f" of {_plain_value(entry.base_amount)}"
    return ", ".join(part for part in (_reason(entry), rate, _money(entry.amount, currency)) if part)


def _reason(entry: AllowanceCharge) -> str:
    """Return the reason in words, with its code."""
    if entry.reason is not None:
        return f"{entry.reason} ({entry.reason_code})" if entry.reason_code else entry.reason
    return _coded("charge_reasons" if entry.is_charge else "allowance_reasons", entry.reason_code) or ""


def _allowances_charges(invoice: Invoice) -> Iterator[RenderableType]:
    if not invoice.allowances_charges:
        return
    yield _section("Allowances and charges")
    table = _table(("", False), ("reason", False), ("base", True), ("rate", True), ("VAT", True), ("amount", True))
    for entry in invoice.allowances_charges:
        table.add_row(
            "charge" if entry.is_charge else "allowance",
            _text(_reason(entry)),
            _text(_number(entry.base_amount)),
            _text(_percent(entry.percentage)),
            _text(" ".join(part for part in (entry.vat_category or "", _percent(entry.vat_rate)) if part)),
            _text(_number(entry.amount)),
        )
    yield Padding(table, (0, 0, 0, 2))


def _vat(invoice: Invoice) -> Iterator[RenderableType]:
    if not invoice.vat_breakdown:
        return
    yield _section("VAT")
    table = _table(("category", False), ("rate", True), ("taxable", True), ("VAT", True), ("exemption", False))
    for row in invoice.vat_breakdown:
        category = codelists.vat_category(row.category or "")
        reason = " ".join(part for part in (row.exemption_reason_code, row.exemption_reason) if part)
        table.add_row(
            _text(f"{row.category or ''} {category.name if category else ''}".strip()),
            _text(_percent(row.rate)),
            _text(_number(row.taxable_amount)),
            _text(_number(row.tax_amount)),
            _text(reason),
        )
    yield Padding(table, (0, 0, 0, 2))


def _totals(invoice: Invoice) -> Iterator[RenderableType]:
    totals = invoice.totals
    if totals is None:
        return
    accounting = f"VAT in {invoice.vat_currency}" if invoice.vat_currency else "VAT for accounting"
    rows = [
        ("sum of lines", totals.line_total, invoice.currency),
        ("allowances", totals.allowance_total, invoice.currency),
        ("charges", totals.charge_total, invoice.currency),
        ("total without VAT", totals.total_without_vat, invoice.currency),
        ("VAT", totals.vat_total, invoice.currency),
        (accounting, totals.vat_total_accounting, invoice.vat_currency),
        ("total with VAT", totals.total_with_vat, invoice.currency),
        ("paid", totals.paid_amount, invoice.currency),
        ("rounding", totals.rounding_amount, invoice.currency),
        ("amount due", totals.amount_due, invoice.currency),
    ]
    yield _section("Totals")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=_QUIET)
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column()
    for name, value, currency in rows:
        if value is not None:
            style = _HEAD if name == "amount due" else ""
            grid.add_row(Text(name), Text(_plain_value(value), style=style), _text(currency or ""))
    yield Padding(grid, (0, 0, 0, 2))


def _payment(invoice: Invoice) -> Iterator[RenderableType]:
    conditions = invoice.payment_conditions
    discounts = conditions.cash_discounts if conditions else ()
    general = _stated(
        ("due", invoice.due_date),
        ("terms", invoice.payment_terms),
        ("net days", conditions and conditions.net_days),
        *(("cash discount", _cash_discount(entry, invoice.currency)) for entry in discounts),
        ("late interest", _percent(conditions.late_payment_interest_rate) if conditions else None),
    )
    if not general and not invoice.payment_instructions:
        return
    yield _section("Payment")
    if general:
        yield _rows(general)
    for number, way in enumerate(invoice.payment_instructions):
        if number or general:
            yield Text("")
        yield _rows(_way(way))
    if finvoice.is_finvoice(invoice) and (order := finvoice.payment_order(invoice)):
        yield Text("")
        yield _rows([("payment order", ""), *order])


def _cash_discount(entry: CashDiscount, currency: str | None) -> str:
    parts = [
        _percent(entry.percentage),
        f"on {_plain_value(entry.base_amount)}" if entry.base_amount is not None else "",
        f"= {_money(entry.amount, currency)}" if entry.amount is not None else "",
        f"within {entry.days} days" if entry.days is not None else "",
        f"until {entry.last_date}" if entry.last_date is not None else "",
    ]
    return " ".join(part for part in parts if part)


def _way(way: PaymentInstructions) -> list[tuple[str, object]]:
    transfer, card, debit = way.credit_transfer, way.card, way.direct_debit
    reference = way.remittance_information
    kind = way.reference_kind
    if kind is None and transfer and (transfer.account_identifier or "").startswith("FI"):
        kind = "fi"
    return _stated(
        ("by", _coded("payment_means", way.means_code)),
        ("", way.means_text),
        ("account", group_account(transfer.account_identifier) if transfer and transfer.account_identifier else None),
        ("account name", transfer and transfer.account_name),
        ("BIC", transfer and transfer.service_provider_identifier),
        ("reference", reference and group_reference(reference, kind)),
        ("due", way.due_date),
        ("card", card and card.primary_account_number),
        ("card holder", card and card.holder_name),
        ("card network", card and card.network),
        ("mandate", debit and debit.mandate_reference),
        (
            "debited account",
            group_account(debit.debited_account_identifier) if debit and debit.debited_account_identifier else None,
        ),
    )


def _documents(invoice: Invoice) -> Iterator[RenderableType]:
    if not invoice.supporting_documents:
        return
    yield _section("Attachments")
    table = _table(("reference", False), ("file", False), ("type", False), ("size", True), ("description", False))
    for entry in invoice.supporting_documents:
        table.add_row(
            _text(entry.reference or ""),
            _text(entry.filename or entry.external_location or ""),
            _text(entry.mime_code or ("link" if entry.external_location else "")),
            _text(_size(entry)),
            _text(entry.description or ""),
        )
    yield Padding(table, (0, 0, 0, 2))


def _size(entry: SupportingDocument) -> str:
    try:
        content = entry.content
    except ValueError:
        return "broken Base64"
    return "" if content is None else f"{text.count(len(content), 'byte')}"


def _preceding(invoice: Invoice) -> Iterator[RenderableType]:
    if invoice.preceding_invoices:
        yield _section("Preceding invoices")
        yield _rows([(entry.number or "(no number)", entry.issue_date or "") for entry in invoice.preceding_invoices])


def _notes(invoice: Invoice) -> Iterator[RenderableType]:
    if invoice.notes:
        yield _section("Notes")
        for note in invoice.notes:
            subject = _coded("note_subjects", note.subject_code)
            yield Padding(_text(f"{subject}: {note.text or ''}" if subject else note.text or ""), (0, 0, 0, 2))
    if invoice.custom_tags:
        yield _section("Own fields of the seller")
        yield _rows([(tag.name or "", tag.value or "") for tag in invoice.custom_tags])


def _native(invoice: Invoice) -> Iterator[RenderableType]:
    kept = [(key, text) for key, text in invoice.native.items() if not finvoice.shown(key)]
    if kept:
        yield _section("Processing data of the source system")
        yield _rows(kept)


def _internal(invoice: Invoice) -> Iterator[RenderableType]:
    internal = invoice.internal
    if internal is None or internal == Internal():
        return
    yield _section("Internal (never leaves the seller)", "bold magenta")
    yield _rows(
        _stated(
            ("private comment", internal.private_comment),
            ("posting date", internal.posting_date),
            ("state", internal.lifecycle_status),
            ("receivables account", internal.receivables_account),
            *(("dimension", _dimension(entry)) for entry in internal.dimensions),
            ("accrual", internal.accrual and _accrual(internal.accrual)),
        )
    )
    if internal.posting_lines:
        table = _table(("account", False), ("posting", False), ("VAT", True), ("dimensions", False), ("amount", True))
        for posting in internal.posting_lines:
            vat = " ".join(part for part in (posting.vat_code or "", _percent(posting.vat_rate)) if part)
            amount = _number(posting.amount) + (" incl. VAT" if posting.includes_vat else "")
            table.add_row(
                _text(posting.account or ""),
                _text(posting.description or ""),
                _text(vat),
                _text(", ".join(map(_dimension, posting.dimensions))),
                _text(amount),
            )
        yield Padding(table, (0, 0, 0, 2))


def _line_internal(internal: LineInternal) -> Iterator[str]:
    stock = " ".join(part for part in (internal.inventory_identifier, internal.inventory_name) if part)
    for name, value in _stated(
        ("purchase price", internal.purchase_price),
        ("commission", _percent(internal.provision_percentage)),
        ("stock place", stock),
        ("account", internal.account_suggestion),
        *(("dimension", _dimension(entry)) for entry in internal.dimensions),
        ("accrual", internal.accrual and _accrual(internal.accrual)),
    ):
        yield f"{name} {_plain_value(value)}"


def _dimension(entry: Dimension) -> str:
    return " = ".join(part for part in (entry.name, entry.item) if part)


def _accrual(accrual: Accrual) -> str:
    parts = [
        f"{accrual.start_year or '…'}-{accrual.start_month or 0:02d}",
        f"to {accrual.end_year or '…'}-{accrual.end_month:02d}" if accrual.end_month is not None else "",
        f"curve {accrual.curve}" if accrual.curve else "",
    ]
    return " ".join(part for part in parts if part)


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


__all__ = ["PLAIN_WIDTH", "group_account", "group_reference", "plain", "render"]
