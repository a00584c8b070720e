"""EI-ROUNDING-…: how a system rounded, and where the rest of it belongs.

EN 16931 rounds each line, then VAT once per category and rate; what the buyer pays may be rounded again, and that goes
to the rounding amount (BT-114) alone.  `totals.py` says that an amount differs; the first rule here says why and what
to state instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from einvoice.calc import CASH_STEPS, Mismatch, derive_totals, round_half_up, rounding_of_lines, vat_key
from einvoice.calc.rounding import exact
from einvoice.findings import Finding
from einvoice.rules.facts import Facts
from einvoice.rules.kit import Rule, family_by_facts, line_name, money

if TYPE_CHECKING:
    from einvoice.model import Invoice

_ZERO: Final = Decimal(0)
_HALF: Final = Decimal("0.5")

POLICY = Rule(
    code="EI-ROUNDING-POLICY",
    severity="info",
    terms=("BT-117", "BT-131", "BT-114"),
    title="VAT is rounded once per category and rate, and what remains is the rounding amount.",
    why="Cents between two ways of rounding pass the official rules for lines and VAT, and not for sums; who knows the "
    "way need not look for an error.",
    fix="Set the seller's system to round VAT per category, or state the difference as rounding amount (BT-114).",
    example="Valid: ten lines of 0.99 at 25.5 %, VAT 2.52, rounding amount -0.02, amount due 12.40. "
    "Invalid: VAT 2.50, rounded per line.",
    source="EN 16931-1:2017+A1:2019, 6.4 and rule BR-CO-17; Netvisor sales invoice API; Finvoice 3.0, VAT of rows",
)


@exact
def _proposed(invoice: Invoice, digits: int) -> tuple[Decimal, Decimal] | None:
    """Return the total with VAT that EN 16931 gives, and the rounding amount that keeps the amount due."""
    stated = invoice.totals
    if stated is None:
        return None
    total = derive_totals(invoice, minor_units=digits)[0].total_with_vat
    due = stated.amount_due
    if due is None:
        due = None if stated.total_with_vat is None else stated.total_with_vat - (stated.paid_amount or _ZERO)
    if total is None or due is None:
        return None
    rounding = due - (total - (stated.paid_amount or _ZERO))
    return total, round_half_up(rounding, 2)


@family_by_facts(POLICY)
def check_policy(facts: Facts) -> Iterator[Finding]:
    """Yield one finding for each group whose VAT, one for all lines whose amount, and one for a sum that is rounded."""
    if not facts.mismatches:
        return
    from einvoice.calc import policies  # asked for only where something differs

    invoice, digits = facts.invoice, facts.minor_units
    lines: dict[str, list[Mismatch]] = {}
    for mismatch in facts.mismatches:
        term = mismatch.terms[0]
        if term == "BT-131":
            words = policies.explain_line(invoice.lines[_index(mismatch)], minor_units=digits)
            if words is not None:
                kind = "the price was rounded before it was multiplied" if "multiplied" in words else words
                lines.setdefault(kind, []).append(mismatch)
        elif term == "BT-117":
            entry = invoice.vat_breakdown[_index(mismatch)]
            key = vat_key(entry.category, entry.rate)
            if entry.taxable_amount is None:  # VAT where there must be none, on nobody knows what
                continue
            words = policies.explain_tax(invoice, key, entry.taxable_amount, mismatch.stated, minor_units=digits)
            if words is not None:
                yield _policy(facts, mismatch, words)
        elif term == "BT-110":
            words = policies.explain_vat_total(invoice, mismatch.stated, minor_units=digits)
            if words is not None:
                yield _policy(facts, mismatch, words)
        elif term == "BT-112":
            yield from _with_vat(facts, mismatch)
        elif term == "BT-115":
            yield from _due(facts, mismatch)
    for kind, found in lines.items():
        first = found[0]
        index = _index(first)
        name = line_name(invoice.lines[index], index)
        words = policies.explain_line(invoice.lines[index], minor_units=digits) or kind
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        yield POLICY.finding(
            f"{name}{more}: {words}, which gives {money(first.stated, invoice)}; rounded once it is "
            f"{money(first.expected, invoice)}",
            path=first.model_path,
            value=first.stated,
            fix="Keep the price with all its decimals and round the amount of the line.",
            terms=("BT-131", "BT-146"),
        )


def _policy(facts: Facts, mismatch: Mismatch, words: str) -> Finding:
    invoice = facts.invoice
    off = mismatch.stated - mismatch.expected
    message = (
        f"{words}; that gives {money(mismatch.stated, invoice)}, rounding per category {mismatch.expected}, "
        f"a difference of {off}"
    )
    fix = None
    proposed = _proposed(invoice, facts.minor_units)
    if proposed is not None and abs(proposed[1]) <= rounding_of_lines(invoice, minor_units=facts.minor_units) + _HALF:
        total, rounding = proposed
        fix = f"State {mismatch.expected}, the total with VAT {total}"
        fix += f" and the rounding amount (BT-114) {rounding}." if rounding else "; no rounding amount is needed."
    return POLICY.finding(
        message, path=mismatch.model_path, value=mismatch.stated, fix=fix, terms=(mismatch.terms[0], "BT-114")
    )


def _with_vat(facts: Facts, mismatch: Mismatch) -> Iterator[Finding]:
    """Say that a total with VAT holds what belongs in the rounding amount."""
    invoice, totals = facts.invoice, facts.invoice.totals
    off = mismatch.stated - mismatch.expected
    words = _rounded_to(facts, mismatch.stated, off)
    if totals is None or words is None:
        return
    stated = totals.rounding_amount or _ZERO
    fix = f"State the total with VAT {mismatch.expected}; the rounding amount (BT-114) {stated} is stated already."
    if off != stated:
        rounding = round_half_up(stated + off, 2)
        fix = f"State the total with VAT {mismatch.expected} and {rounding} as the rounding amount (BT-114)."
    yield POLICY.finding(
        f"total with VAT {money(mismatch.stated, invoice)} (BT-112), calculated {mismatch.expected}: {words}",
        path=mismatch.model_path,
        value=mismatch.stated,
        fix=fix,
        terms=("BT-112", "BT-114"),
    )


def _due(facts: Facts, mismatch: Mismatch) -> Iterator[Finding]:
    """Propose the rounding amount that a rounded amount due lacks."""
    invoice, totals = facts.invoice, facts.invoice.totals
    if totals is None:
        return
    rounding = (totals.rounding_amount or _ZERO) + mismatch.stated - mismatch.expected
    words: str | None
    if rounding == 0:
        words = f"the rounding amount (BT-114) {totals.rounding_amount} is not part of the amount due"
        fix = "Leave the rounding amount out, or add it to the amount due."
    else:
        words = _rounded_to(facts, mismatch.stated, rounding)
        fix = f"State {rounding} as the rounding amount (BT-114)."
    if words is not None:
        yield POLICY.finding(
            f"amount due {money(mismatch.stated, invoice)} (BT-115), calculated {mismatch.expected}: {words}",
            path=mismatch.model_path,
            value=mismatch.stated,
            fix=fix,
            terms=("BT-115", "BT-114"),
        )


def _rounded_to(facts: Facts, amount: Decimal, off: Decimal) -> str | None:
    """Return the words for an *amount* that rounding has moved by *off*; None where rounding does not do that."""
    invoice = facts.invoice
    step = CASH_STEPS.get(invoice.currency or "")
    if step is not None and abs(off) <= _HALF and _is_multiple(amount, step):
        return f"it was rounded to {_named(amount, invoice)}"
    if abs(off) <= rounding_of_lines(invoice, minor_units=facts.minor_units):
        lines = len(invoice.lines)
        return f"the difference of {off} is one of rounding ({lines} line{'s' if lines != 1 else ''})"
    return None


AMOUNT = Rule(
    code="EI-ROUNDING-AMOUNT",
    severity="warning",
    terms=("BT-114",),
    title="The rounding amount is no larger than rounding makes it.",
    fix="Find what the difference is (a payment, a fee, a line) and state it where it belongs.",
    source="EN 16931-1:2017+A1:2019, BT-114; Swedish Act (1970:1029) on rounding of amounts; CASH_STEPS of einvoice",
)


@AMOUNT.by_facts
def check_amount(facts: Facts) -> Iterator[Finding]:
    """Whatever stands there changes what is paid and escapes VAT and bookkeeping, so it must not hide another fault.

    Half a krona, and a cent for each line, is the most that rounding makes.

    Valid: 999.81 + 0.19 = 1000.00.  Invalid: 995.00 + 5.00 = 1000.00.
    """
    totals = facts.invoice.totals
    rounding = None if totals is None else totals.rounding_amount
    if not rounding or facts.invoice.currency not in CASH_STEPS:
        return
    largest = _HALF + rounding_of_lines(facts.invoice, minor_units=facts.minor_units)
    if abs(rounding) > largest:
        yield AMOUNT.finding(
            f"the rounding amount (BT-114) is {money(rounding, facts.invoice)}, expected {largest} at most",
            path="totals.rounding_amount",
            value=rounding,
        )


CASH = Rule(
    code="EI-ROUNDING-CASH",
    severity="warning",
    terms=("BT-114", "BT-115"),
    title="A rounded amount due is the nearest whole krona, or the nearest five cents.",
    fix="Correct the rounding amount (BT-114) or the amount due (BT-115).",
    source="Swedish Act (1970:1029): whole krona, halves up; Finnish Act (890/2001): five cents; Norwegian and Danish "
    "coins: one krone, fifty øre",
)


_COINS: Final = {
    "EUR": (Decimal("0.05"), Decimal("0.10"), Decimal(1)),
    "DKK": (_HALF, Decimal(1)),
}
"""What else than `CASH_STEPS` amounts are rounded to: the coins that a payer may have."""


@CASH.by_facts
def check_cash(facts: Facts) -> Iterator[Finding]:
    """A buyer who rounds by the law pays another amount, and the payment does not match the invoice.

    Cents that carry the difference of another way of rounding VAT are silent.

    Valid: 999.81 + 0.19 = 1000.00 SEK; 10.03 + 0.02 = 10.05 EUR.  Invalid: 999.81 - 0.81 = 999.00 SEK.
    """
    invoice, totals = facts.invoice, facts.invoice.totals
    if totals is None or not totals.rounding_amount or totals.amount_due is None:
        return
    step = CASH_STEPS.get(invoice.currency or "")
    rounding, due = totals.rounding_amount, totals.amount_due
    cents = rounding_of_lines(invoice, minor_units=facts.minor_units)
    if step is None or abs(rounding) <= cents or abs(rounding) > _HALF + cents:
        return  # cents carry what rounding per line left; EI-ROUNDING-AMOUNT speaks of more
    before = due - rounding
    coins = _COINS.get(str(invoice.currency), (step,))
    if any(_is_multiple(due, coin) and abs(rounding) <= coin / 2 for coin in coins):
        return
    nearest = round_half_up(before / step, 0) * step
    nearest = round_half_up(nearest, 2)
    yield CASH.finding(
        f"the amount due is {money(due, invoice)} (BT-115), rounded by {rounding} (BT-114) from {before}; the nearest "
        f"{_coin(step, invoice)} is {nearest}",
        path="totals.rounding_amount",
        value=rounding,
        fix=f"State the amount due {nearest} and the rounding amount {round_half_up(nearest - before, 2)}, or no "
        "rounding at all.",
    )


LINE = Rule(
    code="EI-ROUNDING-LINE",
    severity="warning",
    terms=("BT-131", "BT-114", "BT-99", "BT-92"),
    title="Rounding of the amount due is no line, allowance or charge.",
    fix="Leave the line out and state its amount as rounding amount (BT-114).",
    source="EN 16931-1:2017+A1:2019, BT-114; Peppol BIS Billing 3.0.21, rounding",
)

_ROUNDING_WORDS: Final = (
    r"\s*((öres|cent)?(avrundning|utjämning)|öresutj|(sentin ?)?pyöristys|rounding|(øre)?avrunding|(øre)?afrunding)"
    r"(\s+(amount|difference|off|to .*|till .*|ero|erotus|differens))?[\s\d.,:()-]*"
)


@LINE.by_facts
def check_line(facts: Facts) -> Iterator[Finding]:
    """A line is part of what VAT is charged on, and rounding is not: the sums of both sides differ by the VAT on it.

    Only amounts below one unit of the currency whose name says so count.

    Valid: amount due 1000.00, rounding amount 0.19.  Invalid: a line "Öresavrundning" of 0.19.
    """
    invoice = facts.invoice
    for index, line in enumerate(invoice.lines):
        net = line.net_amount
        if net and -1 < net < 1 and line.item_name and _is_rounding(line.item_name):
            yield LINE.finding(
                f"{line_name(line, index)}: {line.item_name.strip()!r} of {money(net, invoice)} is a line "
                f"{_taxed(line.vat_rate)}",
                path=f"lines[{index}].net_amount",
                value=net,
                terms=("BT-131", "BT-114"),
            )
    for index, item in enumerate(invoice.allowances_charges):
        amount = item.amount
        if amount and -1 < amount < 1 and item.reason and _is_rounding(item.reason):
            term, what = ("BT-99", "charge") if item.is_charge else ("BT-92", "allowance")
            yield LINE.finding(
                f"{item.reason.strip()!r} of {money(amount, invoice)} is a document {what} {_taxed(item.vat_rate)}",
                path=f"allowances_charges[{index}].amount",
                value=amount,
                terms=(term, "BT-114"),
            )


def _is_rounding(name: str) -> bool:
    return re.fullmatch(_ROUNDING_WORDS, name, re.IGNORECASE) is not None


def _taxed(rate: Decimal | None) -> str:
    return f"with {rate} % VAT on it" if rate else "in the sums that VAT is charged on"


def _index(mismatch: Mismatch) -> int:
    return int(mismatch.model_path.partition("[")[2].partition("]")[0])


@exact
def _is_multiple(amount: Decimal, step: Decimal) -> bool:
    return not amount % step


def _coin(step: Decimal, invoice: Invoice) -> str:
    return f"whole {invoice.currency}" if step == 1 else f"{step} {invoice.currency}"


def _named(due: Decimal, invoice: Invoice) -> str:
    return (
        f"whole {invoice.currency}" if _is_multiple(due, Decimal(1)) else f"{CASH_STEPS[str(invoice.currency)]} steps"
    )
