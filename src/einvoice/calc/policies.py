"""Which way of rounding makes an amount that differs from the calculation of EN 16931.

Systems round at three levels: the line, the VAT category, the document.  For a stated amount these functions try the
ways that are met, and name the one that gives exactly that amount.  They are asked only where something differs, so
they need not be fast.

Source: EN 16931-1:2017+A1:2019, 6.4; Netvisor sales invoice API (each line with its VAT); Finvoice 3.0 (VAT of rows);
the pitfalls P1 to P6 that systems without decimal arithmetic run into.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Final

from einvoice.calc.chain import (
    VatKey,
    allowance_charge_amount,
    line_net_amount,
    line_vat_amount,
    net_price,
    vat_key,
)
from einvoice.calc.rounding import EXACT, exact, round_half_up

if TYPE_CHECKING:
    from einvoice.model import Invoice, Line

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
_WAYS: Final = (
    # rounding         what a message calls it
    (ROUND_HALF_EVEN, "halves go to the even cent"),
    (ROUND_DOWN, "what is behind the cent was cut off"),
)


@exact
def explain_line(line: Line, *, minor_units: int = 2) -> str | None:
    """Return which rounding makes the stated net amount (BT-131) of *line*; None when none of the known ones does.

    >>> from einvoice.model import Line
    >>> explain_line(Line(quantity=100, net_price="7.96812749", net_amount="797.00"))
    'the price was rounded to 7.97 before it was multiplied'
    """
    stated, price = line.net_amount, net_price(line)
    if stated is None or price is None or line.quantity is None or line.price_base_quantity == 0:
        return None
    if stated == line_net_amount(line, minor_units=minor_units):
        return None
    base = line.price_base_quantity or _ONE
    goods = line.quantity * price / base
    rest = _ZERO
    for item in line.allowances_charges:
        amount = allowance_charge_amount(item, round_half_up(goods, minor_units), digits=minor_units)
        if amount is None:
            return None
        rest = rest + amount if item.is_charge else rest - amount
    for digits in (minor_units, minor_units + 1, minor_units + 2):
        rounded = round_half_up(price / base, digits)
        if rounded * base != price and round_half_up(line.quantity * rounded, minor_units) + rest == stated:
            return f"the price was rounded to {rounded} before it was multiplied"
    if line.allowances_charges and round_half_up(goods + _unrounded(line, goods), minor_units) == stated:
        return "price, allowances and charges were added before they were rounded"
    for way, words in (*_WAYS, _up(goods)) if line.price_with_vat is None else ():
        if _rounded(goods, way, minor_units) + rest == stated:
            return words
    if round_half_up(goods + rest, 0) == stated:
        return "the amount was rounded to whole units"
    return None


@exact
def explain_tax(
    invoice: Invoice, key: VatKey, taxable: Decimal, stated: Decimal, *, minor_units: int = 2
) -> str | None:
    """Return which rounding makes *stated*, the VAT (BT-117) of the group *key*; None when none of the known ones does.

    *taxable* is its taxable amount (BT-116) as stated.

    >>> from einvoice.model import Invoice, Line
    >>> line = Line(quantity=1, net_price="0.99", vat_category="S", vat_rate="25.5")
    >>> explain_tax(Invoice(lines=(line,) * 10), ("S", Decimal("25.5")), Decimal("9.90"), Decimal("2.50"))
    'VAT was rounded per line: 10 lines × -0.00245'
    """
    rate = key[1]
    if rate is None:
        return None
    factor = rate.scaleb(-2)
    exact_tax = taxable * factor
    if stated == round_half_up(exact_tax, minor_units):
        return None
    if (by_line := _by_line(invoice, key, factor, stated, minor_units)) is not None:
        return by_line
    for way, words in _WAYS:
        if _rounded(exact_tax, way, minor_units) == stated:
            return f"VAT of the category: {words}"
    unrounded = _of_unrounded_lines(invoice, key)
    if unrounded is not None and unrounded != taxable and round_half_up(unrounded * factor, minor_units) == stated:
        return f"VAT was calculated on {_plain(unrounded)}, the sum of the lines before rounding"
    if stated == round_half_up((taxable + stated) * factor / (1 + factor), minor_units):
        return f"VAT was taken out of the amount with VAT, {taxable + stated}"
    way, words = _up(exact_tax)
    if _rounded(exact_tax, way, minor_units) == stated:
        return f"VAT of the category: {words}"
    if stated == round_half_up(exact_tax, 0):
        return "VAT was rounded to whole units"
    return None


@exact
def explain_vat_total(invoice: Invoice, stated: Decimal, *, minor_units: int = 2) -> str | None:
    """Return which rounding makes *stated*, the total VAT (BT-110); None when none of the known ones does.

    The VAT of several rates may have been added before it was rounded.
    """
    total, by_group = _ZERO, _ZERO
    for entry in invoice.vat_breakdown:
        rate = vat_key(entry.category, entry.rate)[1]
        if entry.taxable_amount is None or (rate is None and entry.category != "O"):
            return None
        tax = entry.taxable_amount * (rate or _ZERO).scaleb(-2)
        total += tax
        by_group += round_half_up(tax, minor_units)
    if stated != by_group and stated == round_half_up(total, minor_units):
        return f"VAT was rounded once for the document: {_plain(total)}, per category {by_group}"
    return None


def _by_line(invoice: Invoice, key: VatKey, factor: Decimal, stated: Decimal, digits: int) -> str | None:
    """Return the words for VAT rounded line by line, without its net amounts or, as Netvisor does, with them."""
    exact_taxes: list[Decimal] = []
    with_vat: list[Decimal | None] = []
    for line in invoice.lines:
        if vat_key(line.vat_category, line.vat_rate) == key:
            net = line.net_amount if line.net_amount is not None else line_net_amount(line, minor_units=digits)
            if net is None:
                return None
            exact_taxes.append(net * factor)
            with_vat.append(line_vat_amount(line, minor_units=digits))
    for item in invoice.allowances_charges:
        if vat_key(item.vat_category, item.vat_rate) == key:
            amount = allowance_charge_amount(item, digits=digits)
            if amount is None:
                return None
            signed = amount if item.is_charge else -amount
            exact_taxes.append(signed * factor)
            with_vat.append(round_half_up(signed * factor, digits))
    if len(exact_taxes) < 2:
        return None
    rounded = [round_half_up(tax, digits) for tax in exact_taxes]
    if sum(rounded, _ZERO) == stated:
        return f"VAT was rounded per line: {_errors(exact_taxes, rounded)}"
    known = [tax for tax in with_vat if tax is not None]
    if len(known) == len(with_vat) and sum(known, _ZERO) == stated:
        off = [abs(tax - other) for tax, other in zip(known, exact_taxes, strict=True)]
        if max(off) < _ONE.scaleb(-digits) * 2:
            return f"each line was rounded with its VAT: {len(known)} lines"
    return None


def _errors(taxes: list[Decimal], rounded: list[Decimal]) -> str:
    """Return how much rounding each line shifted: of equal lines once, else together."""
    errors = [after - before for before, after in zip(taxes, rounded, strict=True)]
    shifted = [error for error in errors if error]
    if shifted and len(set(shifted)) == 1:
        return f"{len(shifted)} lines × {_plain(shifted[0])}"
    return f"{len(errors)} lines, together {_plain(sum(errors, _ZERO))}"


def _of_unrounded_lines(invoice: Invoice, key: VatKey) -> Decimal | None:
    total = _ZERO
    for line in invoice.lines:
        if vat_key(line.vat_category, line.vat_rate) == key:
            price = net_price(line)
            if price is None or line.quantity is None or line.price_base_quantity == 0 or line.allowances_charges:
                return None
            total += line.quantity * price / (line.price_base_quantity or _ONE)
    if any(vat_key(item.vat_category, item.vat_rate) == key for item in invoice.allowances_charges):
        return None
    return total


def _unrounded(line: Line, goods: Decimal) -> Decimal:
    """Return what allowances and charges of *line* add, percentages taken before anything is rounded."""
    total = _ZERO
    for item in line.allowances_charges:
        if item.percentage is not None and (item.base_amount is None or abs(item.base_amount - goods) < _ONE):
            part = goods * item.percentage.scaleb(-2)
        else:
            part = item.amount or _ZERO
        total = total + part if item.is_charge else total - part
    return total


def _up(value: Decimal) -> tuple[str, str]:
    """Return the way to round *value* away from zero."""
    return (ROUND_CEILING if value > 0 else ROUND_FLOOR), "every part of a cent was rounded up"


def _rounded(value: Decimal, way: str, digits: int) -> Decimal:
    return value.quantize(_ONE.scaleb(-digits), way, EXACT)


def _plain(value: Decimal) -> str:
    """Return *value* without exponent, and with six decimals at most."""
    short = round_half_up(value, 6)
    return f"{short.normalize():f}" if short == value else f"{short:f}"
