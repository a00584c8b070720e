"""What two invoices say differently, by business term.

Map of the room
---------------
``compare.py``   walks two canonical invoices side by side; `Difference`, `compare`, `turned`
``meaning.py``   when two values say the same: digits, blanks, spellings of a number, what goes without saying
``pairing.py``   which item of a list is which: lines, allowances, VAT, notes, attachments; which invoice of a file

The formats do not matter here: both sides are canonical invoices, whose signs and units are those of the model.  A
difference of *meaning* is one for which a reader would book, pay or answer otherwise.  What is kept for one format only
(``native``), the specification that a document names, the numbering of lines by their position and the way a number is
grouped are no such differences; they are found as well and marked as such (`Difference.meaning`).
"""

from __future__ import annotations

from einvoice.comparison.compare import Difference, Kind, compare, turned
from einvoice.comparison.pairing import pair_invoices

__all__ = ["Difference", "Kind", "compare", "pair_invoices", "turned"]
