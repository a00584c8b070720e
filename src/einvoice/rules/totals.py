"""EI-TOTAL-…: amounts that differ from the calculation of their own document.

One function for the family: `einvoice.calc.check_totals` finds the mismatches, the table gives each its code by the
term of the stated amount.  What the official rule refuses is an error, what it lets pass is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from einvoice.calc import Mismatch, explain_difference
from einvoice.findings import Finding
from einvoice.rules.facts import Facts
from einvoice.rules.kit import Rule, family_by_facts, line_name, money

if TYPE_CHECKING:
    from einvoice.model import Invoice

_FIX = "Correct the amount in the source, or let the totals be derived from the lines (--totals derived)."

LINE_NET = Rule(
    code="EI-TOTAL-LINE-NET",
    severity="error",
    terms=("BT-131", "BT-129", "BT-146", "BT-149", "BT-136", "BT-141"),
    title="A line net amount is quantity times price, plus charges, less allowances.",
    why="The buyer compares price and quantity with the order and pays the net amount. More than 0.02 is refused.",
    fix="Correct quantity, price, discount or net amount of the line in the source.",
    example="Valid: 3 × 12.50 = 37.50. Invalid: 3 × 12.50, stated 37.60.",
    source="Peppol BIS Billing 3.0.21, PEPPOL-EN16931-R120",
)

PERCENTAGE = Rule(
    code="EI-TOTAL-PERCENTAGE",
    severity="error",
    terms=("BT-136", "BT-141", "BT-92", "BT-99"),
    title="An allowance or charge is its percentage of its base amount.",
    why="A discount that is smaller than agreed shows nowhere else. More than 0.02 is refused.",
    fix="Correct amount, base amount or percentage in the source, or leave base amount and percentage out.",
    example="Valid: 10 % of 50.00 = 5.00. Invalid: 10 % of 50.00, stated 4.00.",
    source="Peppol BIS Billing 3.0.21, PEPPOL-EN16931-R040",
)

LINES = Rule(
    code="EI-TOTAL-LINES",
    severity="error",
    terms=("BT-106", "BT-131"),
    title="The sum of lines is the sum of the line net amounts.",
    why="A difference means that a line is missing, or that the sum was made of other figures than the lines show.",
    fix=_FIX,
    example="Valid: 10.00 + 20.00, sum 30.00. Invalid: 10.00 + 20.00, sum 30.01.",
    source="EN 16931-1:2017+A1:2019, rule BR-CO-10",
)

ALLOWANCES = Rule(
    code="EI-TOTAL-ALLOWANCES",
    severity="error",
    terms=("BT-107", "BT-92"),
    title="The sum of allowances is the sum of the document allowances.",
    why="The total without VAT subtracts this sum, so that an allowance left out is not given.",
    fix=_FIX,
    example="Valid: allowances 5.00 and 1.00, sum 6.00. Invalid: no allowance, sum 6.00.",
    source="EN 16931-1:2017+A1:2019, rule BR-CO-11",
)

CHARGES = Rule(
    code="EI-TOTAL-CHARGES",
    severity="error",
    terms=("BT-108", "BT-99"),
    title="The sum of charges is the sum of the document charges.",
    why="The total without VAT adds this sum, so that a charge must show what it is for.",
    fix=_FIX,
    example="Valid: charge 7.90, sum 7.90. Invalid: charge 7.90, sum 8.00.",
    source="EN 16931-1:2017+A1:2019, rule BR-CO-12",
)

WITHOUT_VAT = Rule(
    code="EI-TOTAL-WITHOUT-VAT",
    severity="error",
    terms=("BT-109", "BT-106", "BT-107", "BT-108"),
    title="The total without VAT is the sum of lines, less allowances, plus charges.",
    why="The buyer books this total as cost.",
    fix=_FIX,
    example="Valid: 100.00 − 10.00 + 5.00 = 95.00. Invalid: 100.00 − 10.00 + 5.00, stated 100.00.",
    source="EN 16931-1:2017+A1:2019, rule BR-CO-13",
)

TAXABLE = Rule(
    code="EI-TOTAL-TAXABLE",
    severity="error",
    terms=("BT-116", "BT-131", "BT-92", "BT-99"),
    title="The taxable amount of a VAT category and rate is the sum of what bears them.",
    why="VAT is reported by category. Where VAT is charged 1.00 or more is refused, elsewhere any difference.",
    fix=_FIX,
    example="Valid: lines of 60.00 and 40.00 at 25.5 %, taxable 100.00. Invalid: taxable 60.00.",
    source="EN 16931-1:2017+A1:2019, rules BR-S-08, BR-Z-08, BR-E-08, BR-AE-08, BR-IC-08, BR-G-08, BR-O-08",
)

VAT_GROUP = Rule(
    code="EI-TOTAL-VAT-GROUP",
    severity="error",
    terms=("BT-117", "BT-116", "BT-119"),
    title="The VAT of a category and rate is its taxable amount times the rate, rounded once.",
    why="The buyer deducts this amount. Systems that round the VAT of each line differ by cents, which pass; 1.00 or "
    "more is refused.",
    fix="Nothing to do for cents of rounding; otherwise correct VAT, taxable amount or rate in the source.",
    example="Valid: 9.90 at 25.5 %, VAT 2.52. Invalid: 9.90 at 25.5 %, VAT 2.50 (warning), 3.60 (error).",
    source="EN 16931-1:2017+A1:2019, rules BR-CO-17 and BR-S-09; 0 by BR-Z-09 and the same of E, AE, IC, G, O",
)

VAT = Rule(
    code="EI-TOTAL-VAT",
    severity="error",
    terms=("BT-110", "BT-117"),
    title="The total VAT is the sum of the VAT of all categories and rates.",
    why="The total is what the seller owes, its parts are what the buyer deducts.",
    fix=_FIX,
    example="Valid: 2.52 + 1.35 = 3.87. Invalid: 2.52 + 1.35, stated 3.85.",
    source="EN 16931-1:2017+A1:2019, rule BR-CO-14",
)

WITH_VAT = Rule(
    code="EI-TOTAL-WITH-VAT",
    severity="error",
    terms=("BT-112", "BT-109", "BT-110"),
    title="The total with VAT is the total without VAT plus the VAT.",
    why="No posting of the invoice balances when the three disagree.",
    fix=_FIX + " A difference of rounding belongs in BT-114.",
    example="Valid: 1000.00 + 255.00 = 1255.00. Invalid: 1000.00 + 255.00, stated 1255.01.",
    source="EN 16931-1:2017+A1:2019, rule BR-CO-15",
)

DUE = Rule(
    code="EI-TOTAL-DUE",
    severity="error",
    terms=("BT-115", "BT-112", "BT-113", "BT-114"),
    title="The amount due is the total with VAT, less what is paid, plus rounding.",
    why="The buyer pays this amount, and the seller matches the payment with it.",
    fix=_FIX + " A difference of rounding belongs in BT-114, a payment in BT-113.",
    example="Valid: 135.16 − 50.00 = 85.16. Invalid: 135.16 − 50.00, stated 135.16.",
    source="EN 16931-1:2017+A1:2019, rule BR-CO-16",
)

BY_TERM: Final = {
    # term    rule         what a message calls the amount
    "BT-131": (LINE_NET, "net amount"),
    "BT-136": (PERCENTAGE, "allowance"),
    "BT-141": (PERCENTAGE, "charge"),
    "BT-92": (PERCENTAGE, "document allowance"),
    "BT-99": (PERCENTAGE, "document charge"),
    "BT-106": (LINES, "sum of lines"),
    "BT-107": (ALLOWANCES, "sum of allowances"),
    "BT-108": (CHARGES, "sum of charges"),
    "BT-109": (WITHOUT_VAT, "total without VAT"),
    "BT-116": (TAXABLE, "taxable amount"),
    "BT-117": (VAT_GROUP, "VAT"),
    "BT-110": (VAT, "total VAT"),
    "BT-112": (WITH_VAT, "total with VAT"),
    "BT-115": (DUE, "amount due"),
}
"""Term of the stated amount, which a mismatch names first, to its rule and name."""

_ZERO = Decimal(0)


@family_by_facts(*dict.fromkeys(rule for rule, _ in BY_TERM.values()))
def check(facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each mismatch of `check_totals`, with the rounding that explains it where one does."""
    invoice = facts.invoice
    for mismatch in facts.mismatches:
        rule, name = BY_TERM[mismatch.terms[0]]
        message = (
            f"{where(invoice, mismatch)}{name} ({mismatch.terms[0]}) is {money(mismatch.stated, invoice)}, expected "
            f"{money(mismatch.expected, invoice)}: {mismatch.formula}"
        )
        explanation = _explanation(invoice, mismatch, facts.minor_units)
        yield rule.finding(
            message if explanation is None else f"{message}; {explanation}",
            path=mismatch.model_path,
            value=mismatch.stated,
            severity="error" if mismatch.fatal else "warning",
            terms=mismatch.terms,
        )


def where(invoice: Invoice, mismatch: Mismatch) -> str:
    """Return which line or group a message is about; nothing for an amount of the document."""
    room, _, rest = mismatch.model_path.partition("[")
    if room not in ("lines", "vat_breakdown"):
        return ""
    index = int(rest.partition("]")[0])
    if room == "lines":
        return f"{line_name(invoice.lines[index], index)}: "
    entry = invoice.vat_breakdown[index]
    return f"VAT breakdown {entry.category}{'' if entry.rate is None else f' {entry.rate} %'}: "


def _explanation(invoice: Invoice, mismatch: Mismatch, digits: int) -> str | None:
    """Return what makes the stated amount: a wrong sign, or a rounding told by the total with VAT."""
    if mismatch.stated and mismatch.stated == -mismatch.expected:
        return "the sign is turned round"
    totals = invoice.totals
    if totals is None:
        return None
    rounding, off = totals.rounding_amount, mismatch.stated - mismatch.expected
    parts = (totals.total_without_vat or _ZERO) + (totals.vat_total or _ZERO)
    of_rounding = (mismatch.terms[0], off) in (("BT-112", rounding), ("BT-115", -(rounding or _ZERO)))
    if rounding and of_rounding and totals.total_with_vat == parts + rounding:
        return f"the total with VAT holds the rounding {rounding} (BT-114), which goes into the amount due alone"
    total: Decimal | None = None
    match mismatch.terms[0]:
        case "BT-112" | "BT-117":
            total = totals.total_with_vat
        case "BT-110" if totals.total_without_vat is not None:
            total = totals.total_without_vat + mismatch.stated
        case "BT-115":
            total = mismatch.stated + (totals.paid_amount or _ZERO) - (totals.rounding_amount or _ZERO)
    return None if total is None else explain_difference(invoice, total, minor_units=digits)
