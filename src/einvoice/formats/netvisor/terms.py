"""Terms of payment: due dates that net days give."""

from __future__ import annotations

from datetime import date, timedelta


def due_after(base: date | None, days: int | None) -> date | None:
    """Return the day *days* after *base*; None for negative days, and where the calendar has no such day.

    >>> due_after(date(2026, 11, 20), 14)
    datetime.date(2026, 12, 4)
    >>> due_after(date(9999, 12, 31), 14)
    """
    if base is None or days is None or days < 0:
        return None
    try:
        return base + timedelta(days=days)
    except OverflowError:
        return None
