"""How Billecta spells days.

Every date of its schema is a date and time, though most mean a day.  Six forms occur; what stands for "no value" is the
first day of the calendar.

>>> DAY.read("2021-01-20 16:02:04+01:00"), DAY.read("2020-12-31")
(datetime.date(2021, 1, 20), datetime.date(2020, 12, 31))
>>> DAY.read("2024-05-31T22:00:00Z")  # midnight in Stockholm
datetime.date(2024, 6, 1)
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from einvoice.formats.mapping.codecs import BLANKS, Codec

NO_VALUE: Final = date(1, 1, 1)
"""``0001-01-01T00:00:00`` stands in members that cannot be null."""

_FORM: Final = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,9})?)?(?:Z|([+-])([0-9]{2}):?([0-9]{2}))?)?"
)
_EXPECTS: Final = "a day such as 2026-11-20, or a date and time such as 2026-11-20 00:00:00+01:00"


def read_day(text: str) -> date:
    """Return the day in Stockholm: an offset is converted before the day is taken, a time without one is local."""
    stripped = text.strip(BLANKS)
    found = _FORM.fullmatch(stripped)
    if found is None:
        raise ValueError(f"{stripped[:60]!r} is not {_EXPECTS}")
    year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day))
        moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    except ValueError:
        raise ValueError(f"{stripped[:60]!r} is no day of the calendar, or no time of the day") from None
    if sign is None and not stripped.endswith("Z"):
        return moment.date()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    if offset > timedelta(hours=14):
        raise ValueError(f"{stripped[:60]!r} has an offset that no time zone has")
    zone = timezone(-offset if sign == "-" else offset)
    try:
        return moment.replace(tzinfo=zone).astimezone(_stockholm()).date()
    except OverflowError:  # at either end of the calendar
        return moment.date()


@cache
def _stockholm() -> ZoneInfo:
    return ZoneInfo("Europe/Stockholm")


DAY: Final[Codec[date]] = Codec("day", read_day, date.isoformat, _EXPECTS)
