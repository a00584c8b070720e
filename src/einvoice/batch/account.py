"""What a run adds up to: totals for reconciliation with the ERP, numbers that occur twice, breaks in number series.

Everything is asked of the ledger, so that a run that was resumed is accounted for as a whole, and nothing is held in
memory but the sums.  Amounts are added as decimals; a credit note counts against its invoices.

The sums hold what was written.  What was held back is counted beside it (`Account.failed`), never added.
"""

from __future__ import annotations

import json
import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from einvoice.findings import Finding

if TYPE_CHECKING:
    from einvoice.batch.ledger import Ledger

MAX_SHOWN: Final = 20
"""As many of each kind of finding are told one by one; the last one says how many more there are."""

LONGEST_BREAK: Final = 1000
"""Longer breaks are two series."""

_NUMBER: Final = re.compile(r"(.*?)(\d{1,18})(\D*)", re.DOTALL)


@dataclass
class Sums:
    """Sums of invoices in one currency: how many, without VAT, VAT, with VAT."""

    count: int = 0
    net: Decimal = Decimal(0)
    vat: Decimal = Decimal(0)
    total: Decimal = Decimal(0)

    def add(self, net: Decimal, vat: Decimal, total: Decimal) -> None:
        """Add an invoice; the amounts of a credit note come negative."""
        self.count += 1
        self.net += net
        self.vat += vat
        self.total += total


@dataclass
class Account:
    """The account of a run.

    *kinds* are the sums by currency and kind of document, *taxes* base, VAT and count by currency, category and rate,
    *days* and *customers* the sums by currency and day or customer, *codes* how often each code occurred by severity,
    *failures* how many invoices were held back with an error of each code.  *names* are those of the customers.
    *unstated* counts the invoices whose totals are not stated; they are in no sum.
    """

    done: int = 0
    failed: int = 0
    unstated: int = 0
    kinds: dict[tuple[str, str], Sums] = field(default_factory=dict)
    taxes: dict[tuple[str, str, str], tuple[int, Decimal, Decimal]] = field(default_factory=dict)
    days: dict[tuple[str, str], Sums] = field(default_factory=dict)
    customers: dict[tuple[str, str], Sums] = field(default_factory=dict)
    codes: dict[tuple[str, str], int] = field(default_factory=dict)
    failures: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """Return the account as JSON has it; amounts are texts, exact."""
        return {
            "invoices": self.done + self.failed,
            "written": self.done,
            "failed": self.failed,
            "without_totals": self.unstated,
            "totals": [
                {"currency": currency, "kind": kind, "count": sums.count, "net": str(sums.net), "vat": str(sums.vat),
                 "total": str(sums.total)}
                for (currency, kind), sums in sorted(self.kinds.items())
            ],
            "vat": [
                {"currency": currency, "category": category, "rate": rate or None, "count": count, "base": str(base),
                 "vat": str(tax)}
                for (currency, category, rate), (count, base, tax) in sorted(self.taxes.items())
            ],
            "codes": [
                {"code": code, "severity": severity, "count": count}
                for (code, severity), count in sorted(self.codes.items(), key=lambda item: (-item[1], item[0]))
            ],
            "failures": self.failures,
            "findings": [finding.as_dict() for finding in self.findings],
        }  # fmt: skip


def account(ledger: Ledger) -> Account:
    """Return the account of the run in *ledger*."""
    made = Account()
    for status, count in ledger.query("SELECT status, count(*) FROM invoice GROUP BY status"):
        if status == "done":
            made.done = count
        else:
            made.failed = count
    for currency, kind, day, customer, net, vat, total in ledger.each(
        "SELECT currency, kind, date, customer, net, vat, total FROM invoice WHERE status = 'done' ORDER BY id"
    ):
        if total is None and net is None:
            made.unstated += 1
            continue
        sign = -1 if kind == "credit note" else 1
        amounts = tuple(sign * Decimal(each or 0) for each in (net, vat, total))
        code = currency or "?"
        for sums, key in ((made.kinds, kind), (made.days, day or "?"), (made.customers, customer or "?")):
            sums.setdefault((code, key), Sums()).add(*amounts)
    for currency, kind, category, rate, base, tax in ledger.each(
        "SELECT currency, kind, category, rate, base, tax FROM tax JOIN invoice ON invoice.id = tax.invoice "
        "WHERE status = 'done'"
    ):
        sign = -1 if kind == "credit note" else 1
        key = (currency or "?", category, rate)
        count, bases, taxes = made.taxes.get(key, (0, Decimal(0), Decimal(0)))
        made.taxes[key] = (count + 1, bases + sign * Decimal(base), taxes + sign * Decimal(tax))
    made.codes, made.failures = _codes(ledger)
    made.names = dict(
        ledger.query(
            "SELECT customer, max(customer_name) FROM invoice WHERE customer_name IS NOT NULL AND customer IS NOT NULL "
            "GROUP BY customer"
        )
    )
    made.findings = [*duplicates(ledger), *breaks(ledger)]
    return made


def _codes(ledger: Ledger) -> tuple[dict[tuple[str, str], int], dict[str, int]]:
    """Return how often each code occurred by severity, and how many invoices each held back, the most first."""
    codes: dict[tuple[str, str], int] = {}
    failures: dict[str, int] = {}
    for status, errors, text in ledger.each("SELECT status, errors, codes FROM invoice"):
        # With --fail-on warning an invoice may be held back without an error.
        grave = None if status == "done" else "error" if errors else "warning"
        for code, severity, count in json.loads(text):
            codes[code, severity] = codes.get((code, severity), 0) + count
            if severity == grave:
                failures[code] = failures.get(code, 0) + 1
    return dict(sorted(codes.items())), dict(sorted(failures.items(), key=lambda item: (-item[1], item[0])))


def duplicates(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each number that one seller gave twice: EI-BATCH-DUPLICATE."""
    found = ledger.query(
        "SELECT seller, number, count(*), count(DISTINCT hash), group_concat(label, ', ') FROM ("
        "SELECT seller, number, hash, source || coalesce('[' || shown || ']', '') AS label FROM invoice "
        "WHERE number IS NOT NULL ORDER BY id) GROUP BY seller, number HAVING count(*) > 1 ORDER BY seller, number "
        f"LIMIT {MAX_SHOWN + 1}"
    )
    for seller, number, count, versions, where in found[:MAX_SHOWN]:
        yield Finding(
            "EI-BATCH-DUPLICATE",
            "warning",
            "business",
            f"invoice {number!r} of {seller or 'a seller that is not named'} occurs {count} times"
            + (", with the same content" if versions == 1 else ", with different contents")
            + f": {_cut(where)}",
            "send it once; a corrected invoice has a number of its own",
            ("BT-1",),
            value=number,
        )
    if len(found) > MAX_SHOWN:
        ((count,),) = ledger.query(
            "SELECT count(*) FROM (SELECT 1 FROM invoice WHERE number IS NOT NULL GROUP BY seller, number "
            "HAVING count(*) > 1)"
        )
        yield _more("EI-BATCH-DUPLICATE", f"{count - MAX_SHOWN:,} more numbers occur more than once")


def breaks(ledger: Ledger) -> Iterator[Finding]:
    """Yield a finding for each break in the numbers of a seller: EI-BATCH-GAP.

    A series is what has the same text around its last figures; numbers that are far apart are two series.  Where
    just as many invoices as are missing stand between their neighbours, and could not be read as far as their number,
    they are not missing: they were held back.
    """
    told = 0
    unread = [row for (row,) in ledger.each("SELECT id FROM invoice WHERE number IS NULL ORDER BY id")]
    hint = f"; {len(unread):,} in failed/ could not be read as far as their number" if unread else ""
    rows: dict[tuple[str, str, int], int] = {}
    found_series: dict[tuple[str, str], dict[int, list[int]]] = {}
    padded: set[tuple[str, str, int]] = set()
    for seller, number, row in ledger.each(
        "SELECT seller, number, min(id) FROM invoice WHERE number IS NOT NULL GROUP BY seller, number"
    ):
        if (found := _split_number(number)) is not None:
            before, figures, after = found
            text = f"{seller or ''}\0{before}"
            if unread:
                rows.setdefault((text, after, int(figures)), row)
            found_series.setdefault((text, after), {}).setdefault(len(figures), []).append(int(figures))
            if figures.startswith("0"):
                padded.add((text, after, len(figures)))
    # Numbers with leading zeros have a width; others grow.
    series: dict[tuple[str, str, int], list[int]] = {}
    for (text, after), by_width in found_series.items():
        for width, numbers in by_width.items():
            kept = width if (text, after, width) in padded else 0
            series.setdefault((text, after, kept), []).extend(numbers)
    for (key, after, width), numbers in sorted(series.items()):
        numbers.sort()
        seller, _, before = key.partition("\0")
        for one, other in pairwise(numbers):
            missing = other - one - 1
            if not 0 < missing < LONGEST_BREAK or len(numbers) < 3:  # two numbers are no series
                continue
            if unread:
                begin, end = sorted((rows[key, after, one], rows[key, after, other]))
                if missing == bisect(unread, end) - bisect(unread, begin):
                    continue
            told += 1
            if told > MAX_SHOWN:
                continue
            first, last = (f"{before}{each:0{width}d}{after}" for each in (one + 1, other - 1))
            yield Finding(
                "EI-BATCH-GAP",
                "info",
                "business",
                f"the numbers of {seller or 'the seller'} break off: {first}"
                + (" is" if missing == 1 else f" to {last} ({missing} numbers) are")
                + f" not among them, {before}{one:0{width}d}{after} and {before}{other:0{width}d}{after} are",
                "find the missing ones in the ERP: they were sent otherwise, or they are lost" + hint,
                ("BT-1",),
                value=first,
            )
    if told > MAX_SHOWN:
        yield _more("EI-BATCH-GAP", f"{told - MAX_SHOWN:,} more breaks in the numbers")


def _split_number(number: str) -> tuple[str, str, str] | None:
    """Return text, figures and text of a number, split at its last figures.

    >>> _split_number("2026-0017"), _split_number("A7b")
    (('2026-', '0017', ''), ('A', '7', 'b'))
    """
    found = _NUMBER.fullmatch(number)
    return None if found is None else (found[1], found[2], found[3])


def _more(code: str, message: str) -> Finding:
    return Finding(code, "info", "business", message, "ask the ledger: its table invoice has a row for each")


def _cut(text: str) -> str:
    return text if len(text) <= 300 else f"{text[:297]}..."


def lines(ledger: Ledger) -> Iterator[bytes]:
    """Yield the report of a run: a line of JSON for each invoice, then one with the account."""
    for row in ledger.rows():
        yield _line(
            {
                "source": {"path": row["source"], "index": row["position"], "format": row["format"]},
                "status": row["status"],
                "code": row["code"],
                "target": None if row["output"] is None else {"path": row["output"], "sha256": row["output_hash"]},
                "files": row["files"],
                "number": row["number"],
                "seller": row["seller"],
                "customer": row["customer"],
                "customer_name": row["customer_name"],
                "date": row["date"],
                "kind": row["kind"],
                "currency": row["currency"],
                "net": row["net"],
                "vat": row["vat"],
                "total": row["total"],
                "ms": row["ms"],
                "findings": row["findings"],
            }
        )
    yield _line({"account": account(ledger).as_dict()})


def _line(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
