"""Which native texts of a Billecta document say something to a person who reads the invoice.

The service states numbers, booleans and enums that it does not take as null even when they say nothing: false, 0, and
the first or neutral name of an enum.  They go round in the invoice and are left out of a page, and so are the notes of
the reader, whose names begin with ``_``.

Source: ``schemas/billecta`` (which members may not be null), and `einvoice.formats.billecta.render`, which writes them.

>>> says_nothing("billecta:Hidden", "false"), says_nothing("billecta:Hidden", "true")
(True, False)
>>> says_nothing("billecta:RotRutHours", "0"), says_nothing("billecta:RotRutHours", "18")
(True, False)
"""

from __future__ import annotations

import re
from typing import Final

PREFIX: Final = "billecta:"

_NEUTRAL: Final = {
    "RecordType": ("Standard",),
    "DiscountType": ("Amount", "Percentage"),
    "InterestType": ("NoInterest",),
    "ReferenceType": ("None",),
}
"""Members and their names that say nothing, or what stands on the page already (a discount says how it is stated)."""

_OF_ROTRUT: Final = "RotRutType"
"""The kind of work is stated on every row, also where there is no deduction."""

_ZERO: Final = re.compile(r"-?0+(\.0+)?")


def says_nothing(key: str, value: str, *, deducts: bool = False) -> bool:
    """Return whether the native text *value* of *key* says nothing; *deducts* when its row has a ROT or RUT deduction.

    >>> [says_nothing("billecta:RotRutType", "Construction", deducts=deducts) for deducts in (False, True)]
    [True, False]
    """
    if not key.startswith(PREFIX):
        return False
    name = key.rpartition("/")[2].removeprefix(PREFIX)
    if key.startswith(f"{PREFIX}_"):
        return True
    if value == "false" or _ZERO.fullmatch(value):
        return True
    return value in _NEUTRAL.get(name, ()) or (name == _OF_ROTRUT and not deducts)
