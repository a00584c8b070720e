"""Derive totals from lines; the one home of rounding.

Map of the room
---------------
``rounding.py``  `round_half_up`, the policies `per_category` and `per_line`, exact arithmetic
``chain.py``     the steps of EN 16931 one by one, and over an invoice: `derive_totals`, `complete`, `recompute`
``signs.py``     `flip` between positive and negative credit notes, `normalise_negative_prices`
``check.py``     `check_totals`: stated against calculated; `explain_difference`: which policy made it

Which of the three to take: `derive_totals` returns figures and leaves the invoice alone; `complete` fills what a
source does not state; `recompute` replaces what it states wrongly.

Everything here is a pure function of frozen objects, calculates in its own decimal context and may run in any thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from einvoice.calc.chain import (
    CASH_STEPS,
    PRICE_DIGITS,
    ZERO_RATED,
    ExemptionReasons,
    VatKey,
    allowance_charge_amount,
    complete,
    derive_totals,
    line_gross_amount,
    line_net_amount,
    line_vat_amount,
    net_price,
    nets_from_gross,
    recompute,
    rounding_of_lines,
    rounding_tolerance,
    tax_amount,
    taxable_amounts,
    vat_breakdown,
    vat_key,
)
from einvoice.calc.check import Mismatch, check_totals, explain_difference
from einvoice.calc.rounding import RoundingPolicy, round_half_up

if TYPE_CHECKING:
    from einvoice.calc.signs import FLIPPED, flip, normalise_negative_prices

__all__ = [
    "CASH_STEPS",
    "FLIPPED",
    "PRICE_DIGITS",
    "ZERO_RATED",
    "ExemptionReasons",
    "Mismatch",
    "RoundingPolicy",
    "VatKey",
    "allowance_charge_amount",
    "check_totals",
    "complete",
    "derive_totals",
    "explain_difference",
    "flip",
    "line_gross_amount",
    "line_net_amount",
    "line_vat_amount",
    "net_price",
    "nets_from_gross",
    "normalise_negative_prices",
    "recompute",
    "round_half_up",
    "rounding_of_lines",
    "rounding_tolerance",
    "tax_amount",
    "taxable_amounts",
    "vat_breakdown",
    "vat_key",
]


def __getattr__(name: str) -> Any:
    """Return what `signs.py` gives; it needs the classes of the model, which checking totals does without."""
    if name in ("FLIPPED", "flip", "normalise_negative_prices"):
        from einvoice.calc import signs

        globals()[name] = found = getattr(signs, name)
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
