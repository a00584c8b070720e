"""Reading the tables of this room: one CSV file each beside this module, with its edition and source.

UTF-8 CSV after head lines ``# key: value``, as in `einvoice.codelists`.  An empty cell means "none"; a cell with
several values parts them by ``|``.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).resolve().parent


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of the table *name*, column → text."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def several(cell: str) -> tuple[str, ...]:
    """Return the values of a cell.

    >>> several("issued|sent"), several("")
    (('issued', 'sent'), ())
    """
    return tuple(cell.split("|")) if cell else ()
