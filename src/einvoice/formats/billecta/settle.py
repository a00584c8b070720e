"""What Billecta says without saying it: settled after reading, before the invoice is built.

`settle` works on the nested values of the reader, `complete` (``amounts.py``) on the invoice made of them.
`Settled.moves` says where values went that settling took from one place to another, for findings that point at the
source.
"""

from __future__ import annotations

import difflib
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

from einvoice.calc.rounding import exact
from einvoice.context import Context
from einvoice.errors import NoInvoice
from einvoice.formats.billecta import views
from einvoice.formats.billecta.amounts import complete
from einvoice.formats.billecta.codecs import NO_VALUE
from einvoice.formats.billecta.parties import settle_parties
from einvoice.formats.billecta.payment import settle_files, settle_payment
from einvoice.formats.billecta.rows import settle_rows
from einvoice.formats.billecta.settled import Native, Settled, finding
from einvoice.formats.billecta.tree import minor_units

CREDIT: Final = "CreditInvoiceAction"
INTEREST: Final = "InterestInvoiceAction"

TYPES: Final = {"InvoiceAction": "380", CREDIT: "381", INTEREST: "380", "OrderInvoiceAction": "380"}
"""The actions that are invoices to a customer, with BT-3."""


@exact
def settle(values: dict[str, Any], view: str, context: Context, pointer: str = "") -> Settled:
    """Complete *values*, of the object at *pointer*, in place.

    Raises `NoInvoice` for an action that is no invoice to a customer.
    """
    done = Settled()
    native = Native(values)
    _type(values, native, pointer, done)
    _currency(values, done)
    _number(values, native, done)
    _dates(values, native, done)
    _period(values, done)
    digits = min(2, minor_units(values.get("currency")))
    settle_rows(values, digits, context, done, entry=view == views.ENTRY)
    settle_parties(values, native, context, done)
    settle_payment(values, native, context, done)
    settle_files(values, native, done)
    _terms(values, native, done)
    _credited(values, native, context, done)
    return done


def _type(values: dict[str, Any], native: Native, pointer: str, done: Settled) -> None:
    stated = native.get("ActionType")
    credits = native.get("CreditingInvoicePublicId") or native.get("CreditingInvoice/SourcePublicId")
    kind = stated or (CREDIT if credits else "InvoiceAction")
    if kind not in TYPES:
        known = kind in views.enum("ActionTypeView")  # no slip of the pen, but another thing of the service
        close = [] if known else difflib.get_close_matches(kind, TYPES, 1)
        raise NoInvoice(
            f"the action has the type {kind[:80]!r}, and is no invoice to a customer",
            fix=f"{f'did you mean {close[0]}? ' if close else ''}Invoices are {', '.join(TYPES)}",
            path=f"{pointer}/ActionType",
        )
    values["type_code"] = TYPES[kind]
    done.moves["type_code"] = "native.billecta:ActionType"
    if stated is None:
        done.findings.append(
            finding(
                "EI-BILLECTA-TYPE",
                "warning",
                f"ActionType is not stated; read as {kind}, though the service may take it for the first of its list, "
                "DebtCollectionAction",
                f'write "ActionType": "{kind}"',
                ("BT-3",),
                None,
                "native.billecta:CreditingInvoicePublicId" if credits else "issue_date",
            )
        )


def _currency(values: dict[str, Any], done: Settled) -> None:
    if "currency" in values or not any("net_price" in row for row in values.get("lines", ())):
        return
    done.findings.append(
        finding(
            "EI-BILLECTA-CURRENCY",
            "error",
            "no amount says in which currency it is",
            'state it in every amount: "CurrencyCode": "SEK"',
            ("BT-5",),
            None,
            next(f"rows[{n}].net_price" for n, row in enumerate(values["lines"]) if "net_price" in row),
        )
    )


def _number(values: dict[str, Any], native: Native, done: Settled) -> None:
    """A draft has no number; the document made of an action may know it."""
    if "invoice_number" not in values and (text := native.get("Invoices/InvoiceNumber")) is not None:
        values["invoice_number"] = text
        done.moves["invoice_number"] = "native.billecta:Invoices/InvoiceNumber"
    for path in ("State/Stage", "Stage"):
        if native.get(path) == "Created":
            values["document_kind"] = "draft"
            done.moves["document_kind"] = f"native.billecta:{path}"


def _dates(values: dict[str, Any], native: Native, done: Settled) -> None:
    """The first day of the calendar is no date; a due date follows from the days of payment."""
    for owner, name in (
        (values, "issue_date"),
        (values, "due_date"),
        (values.get("delivery", {}), "actual_delivery_date"),
    ):
        if owner.get(name) == NO_VALUE:
            del owner[name]
    if not values.get("delivery", True):
        del values["delivery"]
    for row in values.get("lines", []):
        period = row.get("period", {})
        for name in [name for name, day in period.items() if day == NO_VALUE]:
            del period[name]
        if "period" in row and not period:
            del row["period"]
    days: int | None = values.get("payment_conditions", {}).get("net_days")
    if "due_date" not in values and days is not None and "issue_date" in values and 0 <= days < 10_000:
        try:
            values["due_date"] = values["issue_date"] + timedelta(days=days)
        except OverflowError:  # beyond the end of the calendar
            return
        done.moves["due_date"] = "payment_conditions.net_days"


def _period(values: dict[str, Any], done: Settled) -> None:
    """Rows that all have a period give the invoice one, from the first day to the last (BG-14)."""
    rows = [(n, row) for n, row in enumerate(values.get("lines", [])) if "quantity" in row or "net_price" in row]
    periods = [row.get("period", {}) for _, row in rows]
    if not rows or not all("start_date" in period and "end_date" in period for period in periods):
        return
    values["period"] = {
        "start_date": min(period["start_date"] for period in periods),
        "end_date": max(period["end_date"] for period in periods),
    }
    for name in ("start_date", "end_date"):
        done.moves[f"period.{name}"] = f"rows[{rows[0][0]}].period.{name}"


_TERMS: Final = {
    "SV": ("{} dagar netto", "dröjsmålsränta {} %", "dröjsmålsränta {} % över referensräntan"),
    "EN": ("{} days net", "interest on late payment {} %", "interest on late payment {} % above the reference rate"),
    "FI": ("{} päivää netto", "viivästyskorko {} %", "viivästyskorko {} % yli viitekoron"),
}
"""By language: days, fixed interest, interest above the reference rate."""


def _terms(values: dict[str, Any], native: Native, done: Settled) -> None:
    """Say in words what the service prints of days and interest (BT-20)."""
    net, fixed, above = _TERMS.get(native.get("CommunicationLanguage") or "SV", _TERMS["SV"])
    parts = []
    days = values.get("payment_conditions", {}).get("net_days")
    if days is not None and days > 0:
        parts.append(net.format(days))
    rate, kind = native.get("InterestPercentage"), native.get("InterestType")
    if rate and rate.strip("0.") and kind in ("Fixed", "AboveEffectiveReference"):
        parts.append((fixed if kind == "Fixed" else above).format(rate.replace(".", ",")))
        if kind == "Fixed":
            values.setdefault("payment_conditions", {})["late_payment_interest_rate"] = Decimal(rate)
            done.moves["payment_conditions.late_payment_interest_rate"] = "native.billecta:InterestPercentage"
    if parts:
        text = ", ".join(parts)
        values["payment_terms"] = text[:1].upper() + text[1:]
        source = "payment_conditions.net_days" if days else "native.billecta:InterestPercentage"
        done.moves["payment_terms"] = source


def _credited(values: dict[str, Any], native: Native, context: Context, done: Settled) -> None:
    """The invoice that is credited is named by its id; the context knows the number."""
    path = "CreditingInvoicePublicId"
    number = native.get(path)
    if number is None:
        path = "CreditingInvoice/SourcePublicId"
        number = native.get(path)
    if number is None or values.get("preceding_invoices"):
        return
    known = next((n for n, public in context.billecta.credited_invoices.items() if public == number), None)
    place = f"native.billecta:{path}"
    if known is not None:
        values["preceding_invoices"] = [{"number": known}]
        done.moves["preceding_invoices[0].number"] = place
        return
    done.findings.append(
        finding(
            "EI-BILLECTA-CREDITED",
            "warning",
            f"the invoice that is credited has the id {number}, and its number is not known",
            f'add it to the context: [billecta.credited_invoices] "…" = "{number}"  (invoice number = id)',
            ("BT-25",),
            number,
            place,
        )
    )


__all__ = ["CREDIT", "INTEREST", "TYPES", "complete", "settle"]
