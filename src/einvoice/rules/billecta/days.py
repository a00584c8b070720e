"""Days of Billecta: what is written, and which day it is in Sweden.

All dates are date-times in the schema although most mean a day; one with an offset is the day that it falls on in
Stockholm.  The rule of summer time is calculated, since not every system has a table of time zones.

>>> read("2024-04-30T22:30:00Z")
Day(written=datetime.date(2024, 4, 30), stockholm=datetime.date(2024, 5, 1))
>>> read("2024-05-01 00:00:00+02:00").stockholm.isoformat(), read("20240501")
('2024-05-01', None)
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

NONE: Final = date.min
"""0001-01-01 stands for "no value" in members that cannot be null."""

_FORM: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ]([0-9]{2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)? ?(Z|([+-])([0-9]{2}):?([0-9]{2}))?)?"
)


class Day(NamedTuple):
    """A day as it is *written*, and the day in *stockholm*: the same where no offset is stated."""

    written: date
    stockholm: date


@lru_cache(maxsize=1024)
def read(text: str) -> Day | None:
    """Return the day of *text*; None for a text that is none, of which the schema speaks."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    day, hours, minutes, offset, sign, offset_hours, offset_minutes = found.groups()
    try:
        written = date.fromisoformat(day)
        if offset is None or written.year < 2 or written.year > 9998:
            return Day(written, written)
        shift = timedelta(hours=int(offset_hours or 0), minutes=int(offset_minutes or 0))
        moment = datetime(written.year, written.month, written.day, int(hours), int(minutes))
    except ValueError:
        return None
    utc = moment + shift if sign == "-" else moment - shift
    return Day(written, (utc + timedelta(hours=2 if _is_summer(utc) else 1)).date())


def _is_summer(utc: datetime) -> bool:
    """Say whether *utc* is in summer time: from 01:00 UTC of the last Sunday of March to that of October."""
    return _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)


@lru_cache(maxsize=64)
def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1)
    return last - timedelta(days=(last.weekday() + 1) % 7)
