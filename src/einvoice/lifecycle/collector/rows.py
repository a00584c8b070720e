"""Rows and articles for Collector/Walley, from a canonical invoice.

A row has a whole quantity and a unit price with VAT of two decimals.  A line whose quantity is not whole, or whose
amount with VAT is no multiple of a price of two decimals, becomes a row of quantity 1 with its whole amount.  A line
with a negative quantity, and an allowance of the document, become rows with a negative price.  What is left between
the rows and the total of the invoice (VAT rounded per category, rounding amount BT-114) becomes one row without VAT;
more than that is refused, because the buyer would pay another amount than the invoice says.

Article numbers and texts depend on the line alone, so that a later part activation finds the row that was added.
Allowances and charges of the document are numbered (``charge-1``): two of one reason may bear two rates.

Amounts are in the currency of the invoice, with VAT.  Quantities are positive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from einvoice import calc, codelists
from einvoice.errors import UsageError
from einvoice.model import AllowanceCharge, Invoice, Line

ROUNDING_ID: Final = "ROUNDING"
ROUNDING_TEXT: Final = "Rounding"

_ZERO: Final = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an invoice.  *unit_price* holds VAT, *vat* is a rate in per cent.

    *key* names what it was made of: the identifier of the line (BT-126), ``allowance-1``, ``charge-1``, ``rounding``.
    *of* is the quantity of that line, which is another one where the row stands for the whole line, and *place* its
    place from 0.
    """

    article_id: str
    description: str
    quantity: int
    unit_price: Decimal
    vat: Decimal
    unit: str | None = None
    key: str = ""
    of: Decimal | None = None
    place: int | None = None

    @property
    def amount(self) -> Decimal:
        """The amount of the row, with VAT."""
        return self.quantity * self.unit_price


@dataclass(frozen=True, slots=True)
class Article:
    """A row that was added before, and how many of it.  *unit_price*, with VAT, where one article has several."""

    article_id: str | None
    description: str | None
    quantity: int
    unit_price: Decimal | None = None


def rows_of(invoice: Invoice) -> tuple[Row, ...]:
    """Return the rows of *invoice*; their sum is its total with VAT and the rounding amount (BT-112 + BT-114).

    Lines without quantity and amount (texts) have no row.  Raises UsageError for what no row can say: an amount with
    VAT that is not known, a prepayment (BT-113), totals that differ by more than rounding.
    """
    try:
        digits = codelists.minor_units(invoice.currency) if invoice.currency else 2
    except LookupError as error:
        raise UsageError(
            f"the currency is {invoice.currency!r}, which ISO 4217 does not know", fix="correct it (BT-5), such as SEK"
        ) from error
    rows = [row for n, line in enumerate(invoice.lines) if (row := _of_line(line, n, digits)) is not None]
    counts: Counter[str] = Counter()
    for item in invoice.allowances_charges:
        kind = "charge" if item.is_charge else "allowance"
        counts[kind] += 1
        rows.append(_of_item(item, f"{kind}-{counts[kind]}", digits))
    if not rows:
        raise UsageError("the invoice has no row", fix="give an invoice with lines that have an amount")
    rest = _rest(invoice, rows, digits)
    if rest:
        rows.append(Row(ROUNDING_ID, ROUNDING_TEXT, 1, rest, _ZERO, key="rounding", of=Decimal(1)))
    return tuple(rows)


Picks = Mapping[str | int, Decimal | int | None]
"""Which rows: identifier of the line (or ``allowance-1``, ``charge-1``, ``rounding``), or its place as a number from 0
→ quantity, None for all of it; as `einvoice.lifecycle.part_activate` takes them."""


def articles_of(invoice: Invoice, picks: Picks | None = None) -> tuple[Article, ...]:
    """Return the articles of *invoice*, the one that was added: all, or those that *picks* names.

    The unit price stands with an article only where the same article has several prices.  The rounding of a credit note
    is no article of its invoice, and left out.
    """
    rows = rows_of(invoice)
    prices: dict[tuple[str, str], set[Decimal]] = {}
    for row in rows:
        prices.setdefault((row.article_id, row.description), set()).add(row.unit_price)
    left_out = {"rounding"} if invoice.is_credit_note else set()
    if picks is None:
        taken = [(row, row.quantity) for row in rows if row.key not in left_out]
    else:
        taken = _taken(rows, picks, invoice)
    wanted: Counter[tuple[str, str, Decimal]] = Counter()
    for row, count in taken:
        wanted[row.article_id, row.description, row.unit_price] += count
    return tuple(
        Article(number, text, count, price if len(prices[number, text]) > 1 else None)
        for (number, text, price), count in wanted.items()
    )


def whole_lines(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that stand for a whole line, because its quantity or price has no row of its own."""
    return [row for row in rows if row.of is not None and abs(row.of) != row.quantity]


def _taken(rows: Sequence[Row], picks: Picks, invoice: Invoice) -> list[tuple[Row, int]]:
    """Return what *picks* names, in the order of the rows."""
    found: dict[int, int] = {}
    for pick, quantity in picks.items():
        named = [n for n, row in enumerate(rows) if pick == (row.place if isinstance(pick, int) else row.key)]
        if len(named) > 1:
            raise UsageError(
                f"{len(named)} lines are called {pick!r}", fix="name the line by its place, a number from 0, in Python"
            )
        if not named:
            raise UsageError(
                f"line {pick!r} is no row of the invoice {invoice.invoice_number or ''}".rstrip(),
                fix=f"rows are {', '.join(row.key for row in rows)}",
            )
        if named[0] in found:
            raise UsageError(f"line {rows[named[0]].key} is named twice", fix="name it once, with the whole quantity")
        row = rows[named[0]]
        found[named[0]] = row.quantity if quantity is None else _part(row, Decimal(quantity))
    return [(row, found[n]) for n, row in enumerate(rows) if n in found]


def _part(row: Row, wanted: Decimal) -> int:
    wanted, whole = abs(wanted), abs(row.of or Decimal(row.quantity))
    if whole != row.quantity:
        if wanted == whole:
            return row.quantity
        raise UsageError(
            f"line {row.key}: {wanted:f} of {whole:f} cannot be taken, the row stands for the whole line",
            fix=f"take all {whole:f}, or none",
        )
    if wanted != wanted.to_integral_value() or not 1 <= wanted <= whole:
        raise UsageError(
            f"line {row.key}: quantity {wanted:f} is not a whole number from 1 to {row.quantity}",
            fix="correct the quantity; leave the line out to take none of it",
        )
    return int(wanted)


def _of_line(line: Line, place: int, digits: int) -> Row | None:
    key = line.identifier or str(place + 1)
    gross = calc.line_gross_amount(line, minor_units=digits)
    if not line.quantity and not gross and (line.quantity is not None or line.net_amount is None):
        return None
    if gross is None:
        raise UsageError(
            f"line {key}: the amount with VAT is not known (net amount {line.net_amount}, VAT rate {line.vat_rate})",
            fix="state net amount (BT-131) and VAT rate (BT-152) of the line",
        )
    number = line.seller_item_identifier or line.standard_item_identifier or line.buyer_item_identifier or key
    text = line.item_name or line.item_description or line.note
    if text is None or not text.strip():
        raise UsageError(f"line {key} has no name, and a row needs a Description", fix="state the item name (BT-153)")
    gross = calc.round_half_up(gross)  # a source may state more
    quantity = line.quantity if line.quantity else Decimal(1)
    count, price = _divided(quantity, gross)
    rate = _rate(line.vat_category, line.vat_rate, f"line {key}")
    unit = (line.unit_name or line.unit_code) if count == abs(quantity) else None  # 1 for 2.5 hours is no hour
    return Row(_plain(number), _plain(text), count, price, rate, unit, key, quantity, place)


def _of_item(item: AllowanceCharge, key: str, digits: int) -> Row:
    amount = calc.allowance_charge_amount(item, digits=digits)
    if amount is None:
        raise UsageError(f"{key}: the amount is not known", fix="state its amount (BT-92 or BT-99)")
    rate = _rate(item.vat_category, item.vat_rate, key)
    gross = calc.round_half_up(amount + calc.tax_amount(amount, rate, minor_units=digits), digits)
    price = gross if item.is_charge else -gross
    name = item.reason or ("Charge" if item.is_charge else "Discount")
    return Row(key, _plain(name), 1, price, rate, None, key, Decimal(1))


def _divided(quantity: Decimal, gross: Decimal) -> tuple[int, Decimal]:
    """Return a whole quantity and a price of two decimals whose product is *gross*."""
    whole = abs(quantity)
    if whole == whole.to_integral_value():
        price = calc.round_half_up(gross.copy_abs() / whole)
        if price * whole == gross.copy_abs():
            return int(whole), price.copy_sign(gross) if price else _ZERO
    return 1, gross


def _rate(category: str | None, rate: Decimal | None, what: str) -> Decimal:
    if category == "O" or (rate is None and category in calc.ZERO_RATED):
        return Decimal(0)
    if rate is None:
        raise UsageError(f"{what} has no VAT rate", fix="state the rate (BT-152, BT-96 or BT-103)")
    return rate


def _rest(invoice: Invoice, rows: Sequence[Row], digits: int) -> Decimal:
    totals = invoice.totals
    if totals is None:
        return _ZERO
    if totals.paid_amount:
        raise UsageError(
            f"{totals.paid_amount:f} is already paid (BT-113), and no row can say that",
            fix="send an invoice of what is still to be paid, with the prepayment as an allowance or a line",
        )
    if totals.total_with_vat is None:
        return _ZERO
    rounding = totals.rounding_amount or Decimal(0)
    expected = totals.total_with_vat + rounding
    found = sum((row.amount for row in rows), Decimal(0))
    rest = expected - found
    allowed = calc.rounding_of_lines(invoice, minor_units=digits) + abs(rounding)
    if abs(rest) > allowed:
        raise UsageError(
            f"the rows come to {found:f} {invoice.currency or ''} with VAT, the invoice says {expected:f}".replace(
                "  ", " "
            ),
            fix="correct lines, VAT or totals: einvoice validate names what does not add up",
        )
    return calc.round_half_up(rest)


def _plain(text: str) -> str:
    return " ".join(text.split())
