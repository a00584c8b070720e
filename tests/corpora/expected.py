"""What a sample says, as the canonical invoice says it, written as a table; and a value of an invoice by its path.

file.xml
    number type currency issued due lines | net vat total payable       one per invoice of the file; - for no number
        category@rate base vat, ...
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from einvoice.model import Invoice

Groups = dict[tuple[str, Decimal], tuple[Decimal, Decimal]]


@dataclass(frozen=True)
class Expected:
    """Number (None: not given), type (UNTDID 1001), currency, issue and due date, lines, totals; category and rate ->
    base and VAT.

    *payable* is what the invoice asked for when it was issued: with rounding, without deductions and without what was
    paid since.
    """

    number: str | None
    type: str
    currency: str
    issued: str
    due: str
    lines: int
    net: Decimal
    vat: Decimal
    total: Decimal
    payable: Decimal
    breakdown: Groups


def expected(table: str) -> dict[str, list[Expected]]:
    """Return file name -> its invoices."""
    found: dict[str, list[Expected]] = {}
    name, head = "", ""
    for line in table.strip().splitlines():
        if not line.startswith(" "):
            name = line
            found[name] = []
        elif not line.startswith("        "):
            head = line
        else:
            found[name].append(_invoice(head, line))
    return found


def _invoice(head: str, groups: str) -> Expected:
    first, totals = head.split(" | ")
    number, kind, currency, issued, due, lines = first.split()
    net, vat, total, payable = map(Decimal, totals.split())
    breakdown: Groups = {}
    for group in groups.split(","):
        key, base, tax = group.split()
        category, _, rate = key.partition("@")
        breakdown[category, Decimal(rate or 0).normalize()] = Decimal(base), Decimal(tax)
    stated = None if number == "-" else number
    return Expected(stated, kind, currency, issued, due, int(lines), net, vat, total, payable, breakdown)


def value_at(invoice: Invoice, path: str) -> str | None:
    """Return the value at *path* as text, None where it is not stated."""
    found: Any = invoice
    for step in path.split("."):
        if found is None:
            return None
        if step.isdigit():
            found = found[int(step)] if int(step) < len(found) else None
        else:
            found = getattr(found, step)
    return None if found is None else str(found)
