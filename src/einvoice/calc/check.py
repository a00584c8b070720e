"""Compare what a document states with what its own figures give.

`check_totals` looks at each amount that is stated and can be calculated, with the amounts *stated* before it in the
chain: one wrong sum is one mismatch, not a row of them.  Absent amounts are silent.

The official rules leave slack for line amounts and VAT and none for sums.  A mismatch is reported from 0.01 on, and
`Mismatch.fatal` says whether the official rule refuses it as well.

Source: EN 16931 UBL rules 1.3.16 and Peppol BIS Billing 3.0.21; each mismatch names its rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from einvoice.calc.chain import (
    ZERO_RATED,
    VatKey,
    allowance_charge_amount,
    derive_totals,
    line_net_amount,
    net_price,
    rounding_of_lines,
    tax_amount,
    taxable_amounts,
    vat_key,
)
from einvoice.calc.rounding import exact, round_half_up

if TYPE_CHECKING:
    from einvoice.model import AllowanceCharge, DocumentTotals, Invoice, Line, VatBreakdown


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A stated amount that differs from the one its own document gives.

    *rule* is the official rule, *terms* begin with the term of the stated amount, *formula* shows the numbers,
    *slack* is the largest difference, in two decimals, that the rule lets pass, *fatal* whether it refuses this one.
    Amounts are in the currency of the invoice.
    """

    rule: str
    terms: tuple[str, ...]
    model_path: str
    stated: Decimal
    expected: Decimal
    formula: str
    slack: Decimal
    fatal: bool


LINE_SLACK: Final = Decimal("0.02")
"""What R120 and R040 let pass, compared with the result before rounding."""

VAT_SLACK: Final = Decimal("0.99")
"""What BR-S-08 and BR-CO-17 let pass: everything below 1.00."""

NO_SLACK: Final = Decimal("0.00")

TAXABLE_RULES: Final = {
    "S": "BR-S-08",
    "Z": "BR-Z-08",
    "E": "BR-E-08",
    "AE": "BR-AE-08",
    "K": "BR-IC-08",
    "G": "BR-G-08",
    "O": "BR-O-08",
    "L": "BR-AF-08",
    "M": "BR-AG-08",
}
"""VAT category to the rule on its taxable amount (BT-116).  No other category has one."""

TAX_RULES: Final = {
    "Z": "BR-Z-09",
    "E": "BR-E-09",
    "AE": "BR-AE-09",
    "K": "BR-IC-09",
    "G": "BR-G-09",
    "O": "BR-O-09",
}
"""VAT category to the rule that its VAT (BT-117) is exactly 0; BR-CO-17 speaks for all others."""

_CENT: Final = Decimal("0.01")
_HALF: Final = Decimal("0.5")
_ONE: Final = Decimal(1)
_ZERO: Final = Decimal(0)
_SHOWN = 6
"""How many amounts of a sum a formula shows before it only counts them."""


def check_totals(invoice: Invoice, *, minor_units: int = 2) -> Iterator[Mismatch]:
    """Yield each amount of *invoice* that differs from its calculation, lines first, in the order of the chain.

    *minor_units* are the decimals of the currency: an amount may be rounded to them or to two decimals.
    """
    return iter(_mismatches(invoice, minor_units))


def explain_difference(invoice: Invoice, stated_total: Decimal, *, minor_units: int = 2) -> str | None:
    """Return which rounding makes *stated_total*, the total with VAT (BT-112), of the lines of *invoice*.

    None when nothing differs, when no known policy gives that total, and when the policies differ by more than a cent
    for each line: rounding does not do that, but lines whose stated VAT is wrong do.

    >>> from einvoice.model import Invoice, Line
    >>> line = Line(quantity=1, net_price="0.99", vat_category="S", vat_rate="25.5")
    >>> explain_difference(Invoice(lines=(line,) * 10), Decimal("12.40"))
    'VAT rounded per line gives 12.40, per category 12.42'
    """
    per_category = derive_totals(invoice, minor_units=minor_units)[0].total_with_vat
    if per_category is None or per_category == stated_total:
        return None
    per_line = derive_totals(invoice, policy="per_line", minor_units=minor_units)[0].total_with_vat
    slack = rounding_of_lines(invoice, minor_units=minor_units)
    if per_line == stated_total and abs(stated_total - per_category) <= slack:
        return f"VAT rounded per line gives {per_line}, per category {per_category}"
    if round_half_up(per_category, 0) == stated_total:
        difference = round_half_up(stated_total - per_category, 2)
        return (
            f"rounding to whole units gives {stated_total}, without it {per_category}; the difference of {difference} "
            "belongs in the rounding amount (BT-114), outside the VAT"
        )
    return None


@exact
def _mismatches(invoice: Invoice, minor_units: int) -> list[Mismatch]:
    found: list[Mismatch] = []
    for n, line in enumerate(invoice.lines):
        _check_line(found, line, f"lines[{n}]", minor_units)
    for n, item in enumerate(invoice.allowances_charges):
        terms = ("BT-99", "BT-100", "BT-101") if item.is_charge else ("BT-92", "BT-93", "BT-94")
        _check_percentage(found, item, terms, f"allowances_charges[{n}]", minor_units)
    if invoice.totals is not None:
        _check_sums(found, invoice, invoice.totals)
    if invoice.vat_breakdown:
        _check_breakdown(found, invoice, minor_units)
    if invoice.totals is not None:
        _check_document(found, invoice.totals)
    return found


def _check_line(found: list[Mismatch], line: Line, path: str, minor_units: int) -> None:
    for n, item in enumerate(line.allowances_charges):
        terms = ("BT-141", "BT-142", "BT-143") if item.is_charge else ("BT-136", "BT-137", "BT-138")
        _check_percentage(found, item, terms, f"{path}.allowances_charges[{n}]", minor_units)
    stated = line.net_amount
    if stated is None:
        return
    expected = line_net_amount(line)
    if expected is None or stated == expected or stated == line_net_amount(line, minor_units=minor_units):
        return
    price, base = net_price(line), line.price_base_quantity
    if price is None or line.quantity is None:
        return
    unrounded = line.quantity * price / (_ONE if base is None else base)
    formula = f"{line.quantity} × {price}" + ("" if base is None else f" ÷ {base}")
    for item in line.allowances_charges:
        amount = allowance_charge_amount(item, round_half_up(unrounded)) or _ZERO
        unrounded = unrounded + amount if item.is_charge else unrounded - amount
        formula += f" {'+' if item.is_charge else '−'} {amount}"
    if line.price_with_vat is not None and abs(stated - unrounded) <= _ONE.scaleb(-minor_units):
        return  # the price with VAT counts, and the nets of its group share the cents that remain
    _add(
        found,
        Mismatch(
            rule="PEPPOL-EN16931-R120",
            terms=("BT-131", "BT-129", "BT-146", "BT-149", "BT-136", "BT-141"),
            model_path=f"{path}.net_amount",
            stated=stated,
            expected=expected,
            formula=f"{formula} = {expected}",
            slack=LINE_SLACK,
            fatal=abs(stated - unrounded) > LINE_SLACK,
        ),
    )


def _check_percentage(
    found: list[Mismatch], item: AllowanceCharge, terms: tuple[str, ...], path: str, minor_units: int
) -> None:
    stated, base, percentage = item.amount, item.base_amount, item.percentage
    if stated is None or base is None or percentage is None:
        return
    unrounded = base * percentage.scaleb(-2)
    expected = round_half_up(unrounded)
    if stated == expected or stated == round_half_up(unrounded, minor_units):
        return
    _add(
        found,
        Mismatch(
            rule="PEPPOL-EN16931-R040",
            terms=terms,
            model_path=f"{path}.amount",
            stated=stated,
            expected=expected,
            formula=f"{base} × {percentage} % = {expected}",
            slack=LINE_SLACK,
            fatal=abs(stated - unrounded) > LINE_SLACK,
        ),
    )


def _check_sums(found: list[Mismatch], invoice: Invoice, totals: DocumentTotals) -> None:
    if totals.line_total is not None and invoice.lines:
        nets = [line.net_amount for line in invoice.lines]
        _check_sum(found, "BR-CO-10", ("BT-106", "BT-131"), "totals.line_total", totals.line_total, nets)
    if totals.allowance_total is not None:
        parts = [item.amount for item in invoice.allowances]
        _check_sum(found, "BR-CO-11", ("BT-107", "BT-92"), "totals.allowance_total", totals.allowance_total, parts)
    if totals.charge_total is not None:
        parts = [item.amount for item in invoice.charges]
        _check_sum(found, "BR-CO-12", ("BT-108", "BT-99"), "totals.charge_total", totals.charge_total, parts)
    if totals.total_without_vat is not None and totals.line_total is not None:
        expected, formula = _added(totals.line_total, _minus(totals.allowance_total), totals.charge_total)
        terms = ("BT-109", "BT-106", "BT-107", "BT-108")
        _check_exact(found, "BR-CO-13", terms, "totals.total_without_vat", totals.total_without_vat, expected, formula)


def _check_breakdown(found: list[Mismatch], invoice: Invoice, minor_units: int) -> None:
    amounts = taxable_amounts(invoice)
    for n, entry in enumerate(invoice.vat_breakdown):
        key = vat_key(entry.category, entry.rate)
        path = f"vat_breakdown[{n}]"
        _check_taxable(found, entry, key, amounts, f"{path}.taxable_amount")
        _check_tax(found, entry, key, f"{path}.tax_amount", minor_units)
    totals = invoice.totals
    if totals is not None and totals.vat_total is not None:
        taxes = [entry.tax_amount for entry in invoice.vat_breakdown]
        _check_sum(found, "BR-CO-14", ("BT-110", "BT-117"), "totals.vat_total", totals.vat_total, taxes)


def _check_taxable(
    found: list[Mismatch], entry: VatBreakdown, key: VatKey, amounts: dict[VatKey, Decimal | None], path: str
) -> None:
    category, stated = key[0], entry.taxable_amount
    rule = TAXABLE_RULES.get(category or "")
    if rule is None or stated is None or not amounts:
        return
    by_rate = category not in ZERO_RATED and category != "O"
    # The rules of the zero-rated categories add up everything of the category, whatever rate it bears.
    parts = [amount for group, amount in amounts.items() if group == key or (not by_rate and group[0] == category)]
    if None in parts:
        return
    expected = round_half_up(sum((part for part in parts if part is not None), _ZERO))
    if stated == expected:
        return
    group = f"{category}" if key[1] is None else f"{category} {key[1]} %"
    fatal = not by_rate or not parts or abs(stated - expected) >= _ONE
    _add(
        found,
        Mismatch(
            rule=rule,
            terms=("BT-116", "BT-131", "BT-92", "BT-99"),
            model_path=path,
            stated=stated,
            expected=expected,
            formula=f"lines + charges − allowances of {group} = {expected}",
            slack=VAT_SLACK if by_rate else NO_SLACK,
            fatal=fatal,
        ),
    )


def _check_tax(found: list[Mismatch], entry: VatBreakdown, key: VatKey, path: str, minor_units: int) -> None:
    category, stated, taxable = key[0], entry.tax_amount, entry.taxable_amount
    rule = TAX_RULES.get(category or "")
    if stated is None:
        return
    if rule is not None:
        if stated:
            terms = ("BT-117", "BT-118")
            _add(
                found,
                Mismatch(rule, terms, path, stated, NO_SLACK, f"category {category} bears no VAT", NO_SLACK, True),
            )
        return
    rate = key[1]
    if taxable is None or rate is None:
        return
    expected = tax_amount(taxable, rate)
    if stated == expected or stated == tax_amount(taxable, rate, minor_units=minor_units):
        return
    _add(
        found,
        Mismatch(
            rule="BR-CO-17",
            terms=("BT-117", "BT-116", "BT-119"),
            model_path=path,
            stated=stated,
            expected=expected,
            formula=f"{taxable} × {rate} % = {expected}",
            slack=VAT_SLACK,
            # The rule compares absolute amounts, so a wrong sign alone passes; a rate that rounds to 0 is a case of
            # its own in it, where the VAT must round to 0.
            fatal=abs(stated) >= _HALF if rate < _HALF else abs(abs(stated) - abs(expected)) >= _ONE,
        ),
    )


def _check_document(found: list[Mismatch], totals: DocumentTotals) -> None:
    with_vat = totals.total_with_vat
    if with_vat is None:
        return
    if totals.total_without_vat is not None and totals.vat_total is not None:
        expected, formula = _added(totals.total_without_vat, totals.vat_total)
        sources = ("BT-112", "BT-109", "BT-110")
        _check_exact(found, "BR-CO-15", sources, "totals.total_with_vat", with_vat, expected, formula)
    if totals.amount_due is not None:
        expected, formula = _added(with_vat, _minus(totals.paid_amount), totals.rounding_amount)
        terms = ("BT-115", "BT-112", "BT-113", "BT-114")
        _check_exact(found, "BR-CO-16", terms, "totals.amount_due", totals.amount_due, expected, formula)


def _minus(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else -amount


def _added(start: Decimal, *parts: Decimal | None) -> tuple[Decimal, str]:
    """Return *start* plus the *parts* that are stated, and how that is written."""
    total, formula = start, f"{start}"
    for part in parts:
        if part is not None:
            total += part
            formula += f" − {-part}" if part < 0 else f" + {part}"
    return total, formula


def _check_sum(
    found: list[Mismatch],
    rule: str,
    terms: tuple[str, ...],
    path: str,
    stated: Decimal,
    parts: Sequence[Decimal | None],
) -> None:
    known = [part for part in parts if part is not None]
    if len(known) != len(parts):
        return
    expected = sum(known, _ZERO)
    if stated == expected:
        return
    if len(known) <= _SHOWN:
        formula = " + ".join(map(str, known)) or "nothing to add"
    else:
        formula = f"{known[0]} + {known[1]} + … + {known[-1]} ({len(known)} amounts)"
    _check_exact(found, rule, terms, path, stated, expected, formula)


def _check_exact(
    found: list[Mismatch],
    rule: str,
    terms: tuple[str, ...],
    path: str,
    stated: Decimal,
    expected: Decimal,
    formula: str,
) -> None:
    """Add a mismatch of a rule without slack: *expected*, rounded to two decimals, must be stated."""
    rounded = round_half_up(expected)
    if stated != rounded:
        if " " not in formula:
            formula = f"{terms[1]} alone"
        _add(found, Mismatch(rule, terms, path, stated, rounded, f"{formula} = {rounded}", NO_SLACK, True))


def _add(found: list[Mismatch], mismatch: Mismatch) -> None:
    """Keep *mismatch*, unless it is below a cent and the official rule lets it pass."""
    if mismatch.fatal or abs(mismatch.stated - mismatch.expected) >= _CENT:
        found.append(mismatch)
