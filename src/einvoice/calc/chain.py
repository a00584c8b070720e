"""The calculation chain of EN 16931, one function per step, and the whole of it over an invoice.

    line      net price, allowances and charges, line net amount; with VAT (BT-146, BT-136, BT-141, BT-131)
    group     taxable amount and VAT per category and rate (BT-116, BT-117)
    document  sums, totals without and with VAT, amount due (BT-106 to BT-115)

What a document states counts as stated; each step calculates only what it is asked for.  `None` means "not stated"
and goes through: a line without any amount makes the sums unknown, not smaller.

Amounts are in the currency of the invoice and come out with *minor_units* decimals (2, or fewer where the currency
has fewer), rounded by `round_half_up`.  Sums are not rounded, but for what exceeds two decimals.  Signs are those of
the model; every function commutes with `signs.flip`.

Source: EN 16931-1:2017+A1:2019, 6.4 and rules BR-CO-10 to BR-CO-17; Peppol BIS Billing 3.0.21, calculation of
totals and rules PEPPOL-EN16931-R040, R046, R120; Netvisor sales invoice API for the policy per line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, Final

from einvoice import model  # its classes are loaded when one is made
from einvoice.calc.rounding import RoundingPolicy, exact, round_half_up

if TYPE_CHECKING:
    from einvoice.model import AllowanceCharge, DocumentTotals, Invoice, Line, VatBreakdown

ExemptionReasons = Mapping[str, tuple[str | None, str | None]]
"""VAT category to the exemption reason that its breakdown gets: text (BT-120) and code (BT-121)."""

VatKey = tuple[str | None, Decimal | None]
"""VAT category and rate of a group.  25.5 and 25.50 are one rate, since equal decimals are equal keys."""

ZERO_RATED: Final = frozenset({"Z", "E", "AE", "K", "G"})
"""Categories whose rate is 0; one that is not stated counts as 0.  Category O has no rate at all."""

CASH_STEPS: Final = {"SEK": Decimal(1), "NOK": Decimal(1), "DKK": Decimal(1), "EUR": Decimal("0.05")}
"""What payments are rounded to: whole kronor and kroner; five cents in Finland, where smaller coins are not used."""

PRICE_DIGITS: Final = 8
"""Decimals of a net price that is calculated from a price with VAT."""

_ZERO: Final = Decimal(0)


# ---------------------------------------------------------------------------------- line


@exact
def net_price(line: Line) -> Decimal | None:
    """Return the net price (BT-146): stated, or gross price less discount, or from the price with VAT.

    Per base quantity.  Only the last of the three is rounded, to 8 decimals.  None where nothing is known.
    """
    return _net_price(line)


@exact
def allowance_charge_amount(item: AllowanceCharge, base: Decimal | None = None, *, digits: int = 2) -> Decimal | None:
    """Return the amount of an allowance or charge: stated, or the percentage of its base amount, rounded.

    *base* stands in for a base amount that is not stated.  Without VAT; None where nothing is known.
    """
    return _allowance_charge_amount(item, base, digits)


@exact
def line_net_amount(line: Line, *, minor_units: int = 2) -> Decimal | None:
    """Return the line net amount (BT-131) as calculated, whatever the line states.

    Quantity times net price by base quantity, rounded, plus charges less allowances, each rounded alone.  None where
    quantity, price or an allowance is unknown, or where the base quantity is 0.
    """
    return _line_net_amount(line, minor_units)


@exact
def line_gross_amount(line: Line, *, minor_units: int = 2) -> Decimal | None:
    """Return the line total with VAT: stated, or rounded once from quantity, price, discount and rate.

    This is the step that makes the policy `per_line`: a percentage is taken of the amount before rounding.  A stated
    net amount that is not the rounded form of that amount wins.  None where amount or rate is unknown.
    """
    return _line_gross_amount(line, minor_units)


@exact
def line_vat_amount(line: Line, *, minor_units: int = 2) -> Decimal | None:
    """Return the VAT of the line: stated, or total with VAT less net amount.  None where one of them is unknown."""
    return _line_vat_amount(line, minor_units)


@exact
def nets_from_gross(grosses: Sequence[Decimal], rate: Decimal, *, minor_units: int = 2) -> tuple[Decimal, ...]:
    """Return the net amounts of lines of one VAT *rate* whose amounts with VAT are *grosses*.

    Their sum is the net of the whole, rounded once, so that net and VAT (the rest) give exactly the price that the
    buyer saw.  Where the rounded nets miss it, those that rounding favoured most give way; of equals, the last.

    >>> [str(net) for net in nets_from_gross([Decimal("10.00")] * 3, Decimal("25.5"))]
    ['7.97', '7.97', '7.96']
    """
    factor = _factor(rate)
    quotients = [gross / factor for gross in grosses]
    nets = [round_half_up(quotient, minor_units) for quotient in quotients]
    rest = round_half_up(sum(grosses, _ZERO) / factor, minor_units) - sum(nets, _ZERO)
    unit = Decimal(1).scaleb(-minor_units)
    step = unit.copy_sign(rest)
    by_error = sorted(range(len(nets)), key=lambda n: ((quotients[n] - nets[n]) * step, n), reverse=True)
    for n in by_error[: int(abs(rest) / unit)]:
        nets[n] += step
    return tuple(nets)


# ---------------------------------------------------------------------------------- group


def vat_key(category: str | None, rate: Decimal | None) -> VatKey:
    """Return the group of the VAT breakdown to which something of this *category* and *rate* belongs."""
    if category == "O":
        return ("O", None)
    if rate is None and category in ZERO_RATED:
        return (category, _ZERO)
    return (category, rate)


@exact
def taxable_amounts(invoice: Invoice, *, minor_units: int = 2) -> dict[VatKey, Decimal | None]:
    """Return the taxable amount (BT-116) of each group: lines, plus document charges, less document allowances.

    In the order of first appearance.  None for a group that holds an unknown amount.
    """
    return _taxable_amounts(invoice, _nets(invoice, minor_units), minor_units)


@exact
def tax_amount(taxable: Decimal, rate: Decimal, *, minor_units: int = 2) -> Decimal:
    """Return the VAT (BT-117) of *taxable* at *rate* per cent, rounded."""
    return round_half_up(taxable * rate.scaleb(-2), minor_units)


@exact
def vat_breakdown(
    invoice: Invoice,
    *,
    policy: RoundingPolicy = "per_category",
    reasons: ExemptionReasons | None = None,
    minor_units: int = 2,
) -> tuple[VatBreakdown, ...]:
    """Return the VAT breakdown (BG-23) calculated from lines, document allowances and charges.

    One entry per category and rate, in the order of first appearance, with the rate as first written.  The
    exemption reason is that of the stated breakdown for the same category and rate, else that of *reasons*.
    """
    return _vat_breakdown(invoice, _nets(invoice, minor_units), policy, reasons or {}, minor_units)


# ---------------------------------------------------------------------------------- document


@exact
def rounding_of_lines(invoice: Invoice, *, minor_units: int = 2) -> Decimal:
    """Return by how much VAT rounded line by line may differ from VAT rounded per category: a cent for each.

    Document allowances and charges count as lines, since they are rounded alone as well.
    """
    return Decimal(len(invoice.lines) + len(invoice.allowances_charges)).scaleb(-minor_units)


@exact
def rounding_tolerance(invoice: Invoice, amount_due: Decimal | None = None, *, minor_units: int = 2) -> Decimal:
    """Return the largest difference between the stated and the calculated amount due that is still rounding.

    A cent (the smallest unit of the currency) for each line.  On top of that half a step of `CASH_STEPS` where the
    amount due is a whole number of such steps: 0.50 for SEK, NOK and DKK, 0.02 for EUR, unless the seller is known to
    be outside Finland.  *amount_due* stands in for the one that the invoice states.

    Anything larger is a fault of the document, and must not be hidden in the rounding amount (BT-114).
    """
    tolerance = rounding_of_lines(invoice, minor_units=minor_units)
    due = amount_due
    if due is None and invoice.totals is not None:
        due = invoice.totals.amount_due
    step = CASH_STEPS.get(invoice.currency or "")
    if due is None or step is None or due % step:
        return tolerance
    if invoice.currency == "EUR" and _seller_country(invoice) not in (None, "FI"):
        return tolerance
    return tolerance + (step / 2).quantize(Decimal("0.01"), ROUND_DOWN)


@exact
def derive_totals(
    invoice: Invoice,
    *,
    policy: RoundingPolicy = "per_category",
    stated_due: Decimal | None = None,
    tolerance: Decimal | None = None,
    reasons: ExemptionReasons | None = None,
    minor_units: int = 2,
) -> tuple[DocumentTotals, tuple[VatBreakdown, ...]]:
    """Return totals (BG-22) and VAT breakdown (BG-23) calculated from the lines.

    Stated line net amounts count; stated totals do not, but for the paid amount (BT-113), the rounding amount
    (BT-114) and the VAT in the accounting currency (BT-111), which lines cannot tell.  The sums of allowances and
    charges stay None where there are none and none was stated.

    *stated_due* is the amount due that the sender asks for.  A difference up to *tolerance* (None: that of
    `rounding_tolerance`) goes to the rounding amount.  A larger one goes nowhere: the amount due is still the stated
    one, and `check_totals` names the fault.
    """
    if tolerance is None:
        tolerance = rounding_tolerance(invoice, stated_due, minor_units=minor_units)
    stated = invoice.totals or model.DocumentTotals()
    zero = round_half_up(_ZERO, minor_units)
    kept = model.DocumentTotals(
        allowance_total=None if stated.allowance_total is None or invoice.allowances else zero,
        charge_total=None if stated.charge_total is None or invoice.charges else zero,
        vat_total_accounting=stated.vat_total_accounting,
        paid_amount=stated.paid_amount,
        rounding_amount=stated.rounding_amount,
        amount_due=stated_due,
    )
    nets = _nets(invoice, minor_units)
    breakdown = _vat_breakdown(invoice, nets, policy, reasons or {}, minor_units)
    return _totals(invoice, nets, kept, breakdown, tolerance, minor_units), breakdown


@exact
def complete(
    invoice: Invoice,
    *,
    policy: RoundingPolicy = "per_category",
    tolerance: Decimal | None = None,
    reasons: ExemptionReasons | None = None,
    minor_units: int = 2,
) -> Invoice:
    """Return *invoice* with every amount that is absent and can be calculated; what is stated stays.

    Each step starts from what is stated before it: a stated total without VAT is the base of a missing total with
    VAT, right or wrong.  The rounding amount is filled only between a stated amount due and a total with VAT that
    had to be calculated, up to *tolerance* (None: that of `rounding_tolerance`); between two stated amounts a
    difference is a fault of the document.
    """
    if tolerance is None:
        tolerance = rounding_tolerance(invoice, minor_units=minor_units)
    invoice = _complete_items(invoice, minor_units)
    nets = _nets(invoice, minor_units)
    if invoice.vat_breakdown:
        breakdown = _complete_breakdown(invoice, nets, reasons or {}, minor_units)
    else:
        breakdown = _vat_breakdown(invoice, nets, policy, reasons or {}, minor_units)
    stated = invoice.totals or model.DocumentTotals()
    may_round = stated.total_with_vat is None and stated.rounding_amount is None
    totals = _totals(invoice, nets, stated, breakdown, tolerance if may_round else _ZERO, minor_units)
    update: dict[str, object] = {}
    if breakdown != invoice.vat_breakdown:
        update["vat_breakdown"] = breakdown
    if totals != stated:
        update["totals"] = totals
    return invoice.model_copy(update=update) if update else invoice


@exact
def recompute(
    invoice: Invoice,
    *,
    policy: RoundingPolicy = "per_category",
    reasons: ExemptionReasons | None = None,
    keep_rounding: bool = False,
    minor_units: int = 2,
) -> Invoice:
    """Return *invoice* with totals and VAT breakdown calculated anew from its lines.

    Stated line net amounts and the paid amount (BT-113) are kept, absent line amounts filled.  The rounding amount
    (BT-114) goes, unless *keep_rounding*.  An invoice whose lines do not hold enough (none at all, one without
    amount or rate) keeps the totals that it states.
    """
    invoice = _complete_items(invoice, minor_units)
    basis = invoice
    if invoice.totals is not None and not keep_rounding:
        basis = invoice.model_copy(update={"totals": invoice.totals.model_copy(update={"rounding_amount": None})})
    totals, breakdown = derive_totals(basis, policy=policy, reasons=reasons, minor_units=minor_units)
    if totals.amount_due is None:
        return invoice
    return invoice.model_copy(update={"totals": totals, "vat_breakdown": breakdown})


# ---------------------------------------------------------------------------------- the steps, in the exact context


def _seller_country(invoice: Invoice) -> str | None:
    seller = invoice.seller
    return None if seller is None or seller.address is None else seller.address.country_code


def _factor(rate: Decimal) -> Decimal:
    return 1 + rate.scaleb(-2)


def _tax_rate(category: str | None, rate: Decimal | None) -> Decimal | None:
    return _ZERO if category == "O" else vat_key(category, rate)[1]


def _net_price(line: Line) -> Decimal | None:
    if line.net_price is not None:
        return line.net_price
    if line.gross_price is not None:
        return line.gross_price if line.price_discount is None else line.gross_price - line.price_discount
    rate = _tax_rate(line.vat_category, line.vat_rate)
    if line.price_with_vat is None or rate is None:
        return None
    return round_half_up(line.price_with_vat / _factor(rate), PRICE_DIGITS)


def _goods(line: Line, price: Decimal | None, factor: Decimal | None = None) -> Decimal | None:
    """Return quantity times *price*, times *factor*, by base quantity; divided last, so that nothing is lost."""
    if line.quantity is None or price is None:
        return None
    goods = line.quantity * price
    if factor is not None:
        goods *= factor
    base = line.price_base_quantity
    if base is None:
        return goods
    return goods / base if base else None


def _allowance_charge_amount(item: AllowanceCharge, base: Decimal | None, digits: int) -> Decimal | None:
    if item.amount is not None:
        return item.amount
    if item.base_amount is not None:
        base = item.base_amount
    if base is None or item.percentage is None:
        return None
    return round_half_up(base * item.percentage.scaleb(-2), digits)


def _line_net_amount(line: Line, digits: int) -> Decimal | None:
    goods = _goods(line, _net_price(line))
    if goods is None:
        return None
    net = goods = round_half_up(goods, digits)
    for item in line.allowances_charges:
        amount = _allowance_charge_amount(item, goods, digits)
        if amount is None:
            return None
        net = net + amount if item.is_charge else net - amount
    return _round_sum(net, digits)


def _line_gross_amount(line: Line, digits: int) -> Decimal | None:
    if line.amount_with_vat is not None:
        return line.amount_with_vat
    rate = _tax_rate(line.vat_category, line.vat_rate)
    stated = line.net_amount
    if line.vat_amount is not None or rate == 0:  # nothing to round where there is no VAT
        net = stated if stated is not None else _line_net_amount(line, digits)
        return None if net is None else net + (line.vat_amount or _ZERO)
    if rate is None:
        return None
    factor = _factor(rate)
    if line.price_with_vat is not None:
        goods = _goods(line, line.price_with_vat)
    else:
        goods = _goods(line, _net_price(line), factor)
    if goods is None:
        return None if stated is None else round_half_up(stated * factor, digits)
    unit = factor.scaleb(-digits)  # what one minor unit without VAT makes with VAT
    gross = goods
    for item in line.allowances_charges:
        amount = _allowance_charge_amount(item, round_half_up(goods / factor, digits), digits)
        if amount is None:
            return None
        part = amount * factor
        of_goods = item.base_amount is None or abs(goods - item.base_amount * factor) < unit
        if item.percentage is not None and of_goods:
            unrounded = goods * item.percentage.scaleb(-2)
            if abs(unrounded - part) < unit:
                part = unrounded
        gross = gross + part if item.is_charge else gross - part
    if stated is not None and abs(gross - stated * factor) >= unit * (1 + len(line.allowances_charges)):
        gross = stated * factor
    return round_half_up(gross, digits)


def _line_vat_amount(line: Line, digits: int) -> Decimal | None:
    if line.vat_amount is not None:
        return line.vat_amount
    net = line.net_amount if line.net_amount is not None else _line_net_amount(line, digits)
    gross = _line_gross_amount(line, digits)
    return None if net is None or gross is None else round_half_up(gross - net, digits)


def _nets(invoice: Invoice, digits: int) -> Sequence[Decimal | None]:
    """Return the net amount of each line: stated, or calculated."""
    return [_line_net_amount(line, digits) if line.net_amount is None else line.net_amount for line in invoice.lines]


def _taxable_amounts(invoice: Invoice, nets: Sequence[Decimal | None], digits: int) -> dict[VatKey, Decimal | None]:
    amounts: dict[VatKey, Decimal | None] = {}
    for line, net in zip(invoice.lines, nets, strict=True):
        _add(amounts, vat_key(line.vat_category, line.vat_rate), net)
    for item in invoice.allowances_charges:
        _add(amounts, vat_key(item.vat_category, item.vat_rate), _signed_amount(item, digits))
    return amounts


def _add(amounts: dict[VatKey, Decimal | None], key: VatKey, amount: Decimal | None) -> None:
    if key in amounts:
        known = amounts[key]
        amounts[key] = None if known is None or amount is None else known + amount
    else:
        amounts[key] = amount


def _signed_amount(item: AllowanceCharge, digits: int) -> Decimal | None:
    """Return what a document charge adds and a document allowance takes away."""
    amount = _allowance_charge_amount(item, None, digits)
    return amount if amount is None or item.is_charge else -amount


def _tax_by_line(invoice: Invoice, digits: int) -> dict[VatKey, Decimal | None]:
    taxes: dict[VatKey, Decimal | None] = {}
    for line in invoice.lines:
        _add(taxes, vat_key(line.vat_category, line.vat_rate), _line_vat_amount(line, digits))
    for item in invoice.allowances_charges:
        key = vat_key(item.vat_category, item.vat_rate)
        _add(taxes, key, _tax(_signed_amount(item, digits), key, digits))
    return taxes


def _tax(taxable: Decimal | None, key: VatKey, digits: int) -> Decimal | None:
    rate = _tax_rate(*key)
    return None if taxable is None or rate is None else round_half_up(taxable * rate.scaleb(-2), digits)


def _vat_breakdown(
    invoice: Invoice,
    nets: Sequence[Decimal | None],
    policy: RoundingPolicy,
    reasons: ExemptionReasons,
    digits: int,
) -> tuple[VatBreakdown, ...]:
    taxes = _tax_by_line(invoice, digits) if policy == "per_line" else None
    stated: dict[VatKey, VatBreakdown] = {}
    for entry in invoice.vat_breakdown:
        stated.setdefault(vat_key(entry.category, entry.rate), entry)
    breakdown = []
    for key, total in _taxable_amounts(invoice, nets, digits).items():
        taxable = None if total is None else _round_sum(total, digits)
        tax = _tax(taxable, key, digits) if taxes is None else taxes[key]
        text, code = _reason(stated.get(key), key[0], reasons)
        breakdown.append(
            model.VatBreakdown(
                taxable_amount=taxable,
                tax_amount=None if tax is None else _round_sum(tax, digits),
                category=key[0],
                rate=key[1],
                exemption_reason=text,
                exemption_reason_code=code,
            )
        )
    return tuple(breakdown)


def _reason(
    stated: VatBreakdown | None, category: str | None, reasons: ExemptionReasons
) -> tuple[str | None, str | None]:
    if stated is not None and (stated.exemption_reason is not None or stated.exemption_reason_code is not None):
        return stated.exemption_reason, stated.exemption_reason_code
    return (None, None) if category is None else reasons.get(category, (None, None))


def _totals(
    invoice: Invoice,
    nets: Sequence[Decimal | None],
    stated: DocumentTotals,
    breakdown: tuple[VatBreakdown, ...],
    tolerance: Decimal,
    digits: int,
) -> DocumentTotals:
    """Return *stated* with each absent total calculated from those before it."""
    line_total = stated.line_total
    if line_total is None:
        line_total = _sum(nets, digits)
    allowance_total = stated.allowance_total
    if allowance_total is None:
        allowance_total = _sum((_allowance_charge_amount(a, None, digits) for a in invoice.allowances), digits)
    charge_total = stated.charge_total
    if charge_total is None:
        charge_total = _sum((_allowance_charge_amount(c, None, digits) for c in invoice.charges), digits)
    without_vat = stated.total_without_vat
    if without_vat is None and line_total is not None:
        unknown = (allowance_total is None and invoice.allowances) or (charge_total is None and invoice.charges)
        if not unknown:
            without_vat = _round_sum(line_total - (allowance_total or _ZERO) + (charge_total or _ZERO), digits)
    vat_total = stated.vat_total
    if vat_total is None:
        vat_total = _sum((entry.tax_amount for entry in breakdown), digits)
    with_vat = stated.total_with_vat
    if with_vat is None and without_vat is not None and vat_total is not None:
        with_vat = _round_sum(without_vat + vat_total, digits)
    rounding, due = stated.rounding_amount, stated.amount_due
    if with_vat is not None:
        payable = _round_sum(with_vat - (stated.paid_amount or _ZERO) + (rounding or _ZERO), digits)
        if due is None:
            due = payable
        elif due != payable and abs(due - payable) <= tolerance:
            rounding = _round_sum((rounding or _ZERO) + due - payable, digits)
    return model.DocumentTotals(
        line_total=line_total,
        allowance_total=allowance_total,
        charge_total=charge_total,
        total_without_vat=without_vat,
        vat_total=vat_total,
        vat_total_accounting=stated.vat_total_accounting,
        total_with_vat=with_vat,
        paid_amount=stated.paid_amount,
        rounding_amount=rounding,
        amount_due=due,
    )


def _sum(amounts: Iterable[Decimal | None], digits: int) -> Decimal | None:
    """Return the sum; None when there is nothing to add or when one of the amounts is unknown."""
    total: Decimal | None = None
    for amount in amounts:
        if amount is None:
            return None
        total = amount if total is None else total + amount
    return None if total is None else _round_sum(total, digits)


def _round_sum(total: Decimal, digits: int) -> Decimal:
    """Return a sum with *digits* decimals, or with two where fewer would change it."""
    rounded = round_half_up(total, digits)
    return rounded if digits == 2 or rounded == total else round_half_up(total, 2)


def _complete_items(invoice: Invoice, digits: int) -> Invoice:
    """Return *invoice* with the absent amounts and prices of lines, document allowances and charges."""
    lines = tuple([_complete_line(line, digits) for line in invoice.lines])
    items = tuple([_complete_item(item, None, digits) for item in invoice.allowances_charges])
    update: dict[str, object] = {}
    if any(new is not old for new, old in zip(lines, invoice.lines, strict=True)):
        update["lines"] = lines
    if any(new is not old for new, old in zip(items, invoice.allowances_charges, strict=True)):
        update["allowances_charges"] = items
    return invoice.model_copy(update=update) if update else invoice


def _complete_line(line: Line, digits: int) -> Line:
    update: dict[str, object] = {}
    price = _net_price(line)
    if line.net_price is None and price is not None:
        update["net_price"] = price
    if line.allowances_charges:
        goods = _goods(line, price)
        base = None if goods is None else round_half_up(goods, digits)
        items = tuple([_complete_item(item, base, digits) for item in line.allowances_charges])
        if any(new is not old for new, old in zip(items, line.allowances_charges, strict=True)):
            update["allowances_charges"] = items
    if line.net_amount is None:
        net = _line_net_amount(line, digits)
        if net is not None:
            update["net_amount"] = net
    return line.model_copy(update=update) if update else line


def _complete_item(item: AllowanceCharge, base: Decimal | None, digits: int) -> AllowanceCharge:
    if item.amount is not None:
        return item
    amount = _allowance_charge_amount(item, base, digits)
    if amount is None:
        return item
    return item.model_copy(
        update={"amount": amount, "base_amount": base if item.base_amount is None else item.base_amount}
    )


def _complete_breakdown(
    invoice: Invoice, nets: Sequence[Decimal | None], reasons: ExemptionReasons, digits: int
) -> tuple[VatBreakdown, ...]:
    """Return the stated breakdown with its absent amounts and reasons; no group is added."""
    amounts: dict[VatKey, Decimal | None] | None = None
    breakdown = []
    for entry in invoice.vat_breakdown:
        key = vat_key(entry.category, entry.rate)
        update: dict[str, object] = {}
        taxable = entry.taxable_amount
        if taxable is None:
            if amounts is None:
                amounts = _taxable_amounts(invoice, nets, digits)
            total = amounts.get(key)
            taxable = None if total is None else _round_sum(total, digits)
            update["taxable_amount"] = taxable
        if entry.tax_amount is None:
            update["tax_amount"] = _tax(taxable, key, digits)
        text, code = _reason(entry, entry.category, reasons)
        if (text, code) != (entry.exemption_reason, entry.exemption_reason_code):
            update["exemption_reason"], update["exemption_reason_code"] = text, code
        breakdown.append(entry.model_copy(update=update) if update else entry)
    return tuple(breakdown)
