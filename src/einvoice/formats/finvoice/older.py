"""What 2.01 has no elements for, said with those that it has.

Before 3.0 the total without VAT is the sum of the rows: a discount of the document is information, and charges have no
place at all.  Allowances and charges that count are therefore rows of their own.  What is paid already follows from the
payment status, the total and the payment order.

Source: Finvoice implementation guidelines 2.01; differences between 2.01 and 3.0 in the facts of the project.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from einvoice import codelists
from einvoice.findings import Finding
from einvoice.formats.finvoice.settled import PREFIX, ZERO
from einvoice.model import AllowanceCharge, Invoice, Line
from einvoice.model.terms import terms_at

STATUS: Final = "PaymentStatusDetails/PaymentStatusCode"
_NAMES: Final = {False: "Alennus", True: "Lisäveloitus"}


def with_rows(invoice: Invoice, findings: list[Finding]) -> Invoice:
    """Return *invoice* with rows in place of its allowances and charges and of the charges of its lines.

    An invoice that came as such a document keeps them: they stood there, and count as they counted there.
    """
    if (invoice.native.get(f"{PREFIX}_version") or "3").startswith(("1", "2")):
        return invoice
    rows: list[Line] = []
    lines: list[Line] = []
    for number, line in enumerate(invoice.lines):
        charges = [n for n, entry in enumerate(line.allowances_charges) if entry.is_charge and entry.amount is not None]
        for n in charges:
            entry = line.allowances_charges[n]
            path = f"lines[{number}].allowances_charges[{n}]"
            rows.append(_row(entry, path, findings, line))
        lines.append(_without_charges(line, number, findings) if charges else line)
    for n, entry in enumerate(invoice.allowances_charges):
        if entry.amount is not None:
            rows.append(_row(entry, f"allowances_charges[{n}]", findings))
    if not rows:
        return invoice
    left = tuple(entry if entry.amount is None else _gone(entry) for entry in invoice.allowances_charges)
    update: dict[str, Any] = {"lines": (*lines, *rows), "allowances_charges": left}
    if invoice.totals is not None and all(line.net_amount is not None for line in update["lines"]):
        total = sum((line.net_amount or ZERO for line in update["lines"]), ZERO)
        _count_rows(invoice, total, findings)
        update["totals"] = invoice.totals.model_copy(
            update={"line_total": total, "allowance_total": None, "charge_total": None}
        )
    return invoice.model_copy(update=update)


def _count_rows(invoice: Invoice, total: Decimal, findings: list[Finding]) -> None:
    totals = invoice.totals
    if totals is None:
        return
    for name in ("line_total", "allowance_total", "charge_total"):
        amount = getattr(totals, name)
        if amount is None or (name == "line_total" and amount == total):
            continue
        path = f"totals.{name}"
        said = f"{name.replace('_', ' ')} {amount}"
        message = f"{said}: every row counts in Finvoice 2.01, which knows the sum of all rows only, {total}"
        findings.append(
            Finding("LOSS-CHANGED", "info", "loss", message, terms=terms_at(path), value=str(amount), model_path=path)
        )


def with_reasons(invoice: Invoice, findings: list[Finding]) -> Invoice:
    """Return *invoice* with texts for the codes of reasons for an exemption, which 2.01 cannot carry.

    A code that says no more than its category is no loss: the reader takes it from the category again.
    """
    entries = list(invoice.vat_breakdown)
    for n, entry in enumerate(invoice.vat_breakdown):
        code = entry.exemption_reason_code
        text = entry.exemption_reason or (None if code is None else codelists.code_name("vatex", code))
        if code is None or text is None:
            continue
        category = codelists.vat_category(entry.category or "")
        if entry.exemption_reason is None or (category is not None and category.vatex == code):
            path = f"vat_breakdown[{n}].exemption_reason_code"
            message = f"the reason {code} is carried by its text, {text!r}: Finvoice 2.01 has no codes of reasons"
            findings.append(
                Finding("LOSS-AS-TEXT", "info", "loss", message, terms=terms_at(path), value=code, model_path=path)
            )
            entries[n] = entry.model_copy(update={"exemption_reason": text, "exemption_reason_code": None})
    return invoice.model_copy(update={"vat_breakdown": tuple(entries)})


def _without_charges(line: Line, number: int, findings: list[Finding]) -> Line:
    charged = sum((entry.amount or ZERO for entry in line.allowances_charges if entry.is_charge), ZERO)
    if line.net_amount is not None and charged:
        path, net = f"lines[{number}].net_amount", line.net_amount
        message = f"net amount {net} of the line is written as {net - charged}: its charges are rows in Finvoice 2.01"
        findings.append(
            Finding("LOSS-CHANGED", "info", "loss", message, terms=terms_at(path), value=str(net), model_path=path)
        )
    for name in ("vat_amount", "amount_with_vat"):
        if (amount := getattr(line, name)) is not None:
            path = f"lines[{number}].{name}"
            message = f"{name.replace('_', ' ')} {amount} of the line is left out: its charges are rows of 2.01"
            findings.append(
                Finding(
                    "LOSS-CHANGED", "info", "loss", message, terms=terms_at(path), value=str(amount), model_path=path
                )
            )
    return line.model_copy(
        update={
            "allowances_charges": tuple(
                _gone(entry) if entry.is_charge and entry.amount is not None else entry
                for entry in line.allowances_charges
            ),
            "net_amount": None if line.net_amount is None else line.net_amount - charged,
            "vat_amount": None,
            "amount_with_vat": None,
        }
    )


def _gone(entry: AllowanceCharge) -> AllowanceCharge:
    """Return what stands in the place of an entry that is a row, so that the others keep their numbers."""
    return AllowanceCharge(is_charge=entry.is_charge)


def _row(entry: AllowanceCharge, path: str, findings: list[Finding], line: Line | None = None) -> Line:
    """Return the row of an allowance or charge: one piece, or minus one where it makes less."""
    amount = (entry.amount or ZERO) * (1 if entry.is_charge else -1)
    name = entry.reason or _NAMES[entry.is_charge]
    if line is not None and line.item_name is not None:
        name = f"{name}, {line.item_name}"[:100].rstrip()
    what = "charge" if entry.is_charge else "allowance"
    where = "document" if line is None else "line"
    lost = [
        f"{field.replace('_', ' ')} {content}"
        for source, fields in (
            (entry, ("percentage", "base_amount", "reason_code")),
            (line, ("vat_amount", "amount_with_vat")),
        )
        for field in fields
        if source is not None and (content := getattr(source, field)) is not None
    ]
    rest = f"; {', '.join(lost)} {'is' if len(lost) == 1 else 'are'} not carried" if lost else ""
    if line is not None and line.net_amount is not None:
        rest += f"; the row of the line, {line.net_amount}, is written without it"
    findings.append(
        Finding(
            "LOSS-CHANGED",
            "warning",
            "loss",
            f"the {what} of the {where}, {entry.amount}, is written as a row of its own ({name}): the totals of "
            f"Finvoice 2.01 count rows only{rest}",
            "write Finvoice 3.0, which has allowances and charges",
            terms_at(f"{path}.amount", entry.is_charge),
            value=str(entry.amount),
            model_path=path,
        )
    )
    owner = entry if line is None else line
    return Line(
        quantity=Decimal(-1) if amount < 0 else Decimal(1),
        unit_code="C62",
        net_price=abs(amount),
        net_amount=amount,
        vat_category=owner.vat_category,
        vat_rate=owner.vat_rate,
        item_name=name,
    )


def status_of(invoice: Invoice) -> str | None:
    """Return the payment status by which 2.01 says that a part is paid, or all; None when nothing is."""
    totals = invoice.totals
    if totals is None or not totals.paid_amount:
        return None
    return "PARTLYPAID" if totals.amount_due else "PAID"


__all__ = ["STATUS", "status_of", "with_reasons", "with_rows"]
