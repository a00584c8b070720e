"""Signs: the flip between positive and negative credit notes, and prices that carry a sign.

The canonical credit note is positive (see `einvoice.model`); Netvisor, Finvoice and Billecta write it negative, and
flip at their own border.  A unit price is never negative: its sign belongs to the quantity.

Two laws: flipping twice changes nothing; deriving and flipping commute.

Source: EN 16931 UBL rules BR-27 and BR-28 (prices); BIS Billing 3.0.21, creditnotes; Netvisor sales invoice API and
Finvoice 3.0 implementation guidelines for negative credit notes.
"""

from __future__ import annotations

from typing import Final, TypeVar

from einvoice.calc.rounding import negated
from einvoice.model import AllowanceCharge, CashDiscount, DocumentTotals, Invoice, Line, Model, VatBreakdown

FLIPPED: Final[dict[type[Model], tuple[str, ...]]] = {
    Line: ("quantity", "net_amount", "vat_amount", "amount_with_vat"),
    AllowanceCharge: ("amount", "base_amount"),
    VatBreakdown: ("taxable_amount", "tax_amount"),
    DocumentTotals: (
        "line_total",
        "allowance_total",
        "charge_total",
        "total_without_vat",
        "vat_total",
        "vat_total_accounting",
        "total_with_vat",
        "paid_amount",
        "rounding_amount",
        "amount_due",
    ),
    CashDiscount: ("base_amount", "amount"),
}
"""The fields that a flip negates.  All other numbers (prices, rates, percentages, postings) stay."""

_PRICES: Final = ("net_price", "gross_price", "price_discount", "price_with_vat")

_M = TypeVar("_M", bound=Model)


def flip(invoice: Invoice) -> Invoice:
    """Return *invoice* with the sign of every quantity and amount turned round.

    Prices, price discounts, base quantities, percentages and rates keep their sign, and so do the internal posting
    lines, which are debit and credit of the seller's books.  Zero stays plain zero.
    """
    update: dict[str, object] = {
        "lines": tuple([_flip_line(line) for line in invoice.lines]),
        "allowances_charges": _flip_all(invoice.allowances_charges),
        "vat_breakdown": _flip_all(invoice.vat_breakdown),
    }
    if invoice.totals is not None:
        update["totals"] = _negate(invoice.totals, FLIPPED[DocumentTotals])
    conditions = invoice.payment_conditions
    if conditions is not None and conditions.cash_discounts:
        discounts = _flip_all(conditions.cash_discounts)
        update["payment_conditions"] = conditions.model_copy(update={"cash_discounts": discounts})
    return invoice.model_copy(update=update)


def normalise_negative_prices(line: Line) -> Line:
    """Return *line* with positive prices: prices, price discount and quantity negated together.

    The line net amount stays, for the product does not change.  A line without a negative price comes back as it
    is; so does one that cannot be mended, because net and gross price have different signs or no quantity could take
    the sign.  The rule EI-PRICE-NEGATIVE names those.
    """
    prices = [price for price in (line.net_price, line.gross_price, line.price_with_vat) if price]
    if not prices or line.quantity is None or any(price > 0 for price in prices):
        return line
    return _negate(line, ("quantity", *_PRICES))


def _flip_line(line: Line) -> Line:
    update = _negations(line, FLIPPED[Line])
    if line.allowances_charges:
        update["allowances_charges"] = _flip_all(line.allowances_charges)
    return line.model_copy(update=update)


def _flip_all(items: tuple[_M, ...]) -> tuple[_M, ...]:
    return tuple([_negate(item, FLIPPED[type(item)]) for item in items])


def _negate(item: _M, fields: tuple[str, ...]) -> _M:
    return item.model_copy(update=_negations(item, fields))


def _negations(item: Model, fields: tuple[str, ...]) -> dict[str, object]:
    return {name: negated(value) for name in fields if (value := getattr(item, name)) is not None}
