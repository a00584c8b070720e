"""Rounding: one way of doing it, two named moments for VAT.

Amounts are rounded half away from zero, so that a credit note is the exact mirror of its invoice.  XPath rounds
halves towards plus infinity; the two differ on negative halves only, where the official rules have slack.

Source: EN 16931-1:2017+A1:2019, 6.5.1 (arithmetic) and rules BR-DEC-01 to BR-DEC-28 (two decimals); Netvisor sales
invoice API for the rounding per line.

>>> round_half_up(Decimal("2.675")), round_half_up(Decimal("-0.125")), round_half_up(Decimal("-0.004"))
(Decimal('2.68'), Decimal('-0.13'), Decimal('0.00'))
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_05UP, ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, localcontext
from functools import wraps
from typing import Final, Literal, ParamSpec, TypeVar

from einvoice.errors import ReadError

RoundingPolicy = Literal["per_category", "per_line"]
"""When VAT is rounded.

`per_category`: once for each VAT category and rate, on the sum of its net amounts.  This is EN 16931.
`per_line`: each line with its VAT is rounded, and the totals are sums of lines.  This is Netvisor.

Ten lines of 0.99 at 25.5 per cent give 12.42 per category and 12.40 per line.
"""

EXACT: Final = Context(prec=500, rounding=ROUND_05UP, traps=[DivisionByZero, InvalidOperation])
"""Arithmetic before rounding.

Products and sums of numbers of 100 digits are exact in it.  A quotient that never ends is cut in the one way that
cannot change a later rounding to fewer digits (`ROUND_05UP`).
"""

_EXPONENTS: Final = {digits: Decimal((0, (1,), -digits)) for digits in range(13)}
_ZEROS: Final = {digits: Decimal((0, (0,), -digits)) for digits in range(13)}

_P = ParamSpec("_P")
_R = TypeVar("_R")


def round_half_up(value: Decimal, digits: int = 2) -> Decimal:
    """Return *value* with *digits* decimals (0 to 12), halves away from zero; never -0.

    Raises ReadError for a value that has no such form in 500 digits; no amount on an invoice comes near.
    """
    try:
        rounded = value.quantize(_EXPONENTS[digits], ROUND_HALF_UP, EXACT)
    except InvalidOperation as error:
        raise ReadError(
            f"{value:.3E} cannot be rounded to {digits} decimals: it has more than {EXACT.prec} digits",
            fix="Correct the amount in the source.",
        ) from error
    return rounded if rounded else _ZEROS[digits]


def negated(value: Decimal) -> Decimal:
    """Return *value* with the other sign, every digit kept; zero stays plain zero."""
    return value.copy_negate() if value else value.copy_abs()


def exact(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """Make *function* calculate in `EXACT`, whatever decimal context its caller has set.

    Not for generators: a context entered in one would leak to whoever consumes it.
    """

    @wraps(function)
    def in_exact_context(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        with localcontext(EXACT):
            return function(*args, **kwargs)

    return in_exact_context
