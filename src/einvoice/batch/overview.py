"""What a page about a run is drawn from: its account, what it was made with, what was held back, an example for each
code.

Lists are as long as a person reads; how many more there are stands beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from einvoice.batch.account import Account, account

if TYPE_CHECKING:
    from einvoice.batch.ledger import Ledger

MAX_HELD: Final = 100
"""As many invoices that were held back are told one by one."""

MAX_REASONS: Final = 3
"""As many reasons are told for each."""


@dataclass(frozen=True, slots=True)
class Said:
    """A finding as people read it, without its place in the invoice."""

    code: str
    severity: str
    message: str
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """An invoice that was held back: where it stood, who it was for, why, and the files that it became.

    *more* counts the reasons that are not told.
    """

    source: str
    number: str | None
    customer: str | None
    reasons: tuple[Said, ...]
    more: int
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """The first finding of a code, and the invoice that it is about."""

    said: Said
    source: str
    number: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """A run as a page shows it; *held_more* counts what was held back beyond *held*."""

    account: Account
    settings: dict[str, str]
    began: str | None
    ended: str | None
    sources: int
    held: tuple[Held, ...]
    held_more: int
    examples: dict[str, Example]


def overview(ledger: Ledger, made: Account | None = None) -> Overview:
    """Return the overview of the run in *ledger*; *made* is its account, where it is at hand."""
    made = made or account(ledger)
    ((began, ended, sources),) = ledger.query(
        "SELECT min(finished), max(finished), count(DISTINCT source) FROM invoice"
    )
    settings = dict(ledger.query("SELECT name, value FROM setting WHERE name <> 'layout' ORDER BY name"))
    held = tuple(_held(ledger))
    return Overview(
        made, settings, began, ended, sources, held, max(made.failed - len(held), 0), dict(_examples(ledger))
    )


def _held(ledger: Ledger) -> Iterable[Held]:
    rows = ledger.query(
        "SELECT source, shown, number, customer, customer_name, files, errors, findings FROM invoice "
        "WHERE status = 'failed' ORDER BY id LIMIT ?",
        (MAX_HELD,),
    )
    for source, shown, number, customer, name, files, errors, findings in rows:
        # With --fail-on warning an invoice may be held back without an error.
        grave = "error" if errors else "warning"
        found = [_said(each) for each in json.loads(findings) if each["severity"] == grave]
        more = max(len(found) - MAX_REASONS, 0) if errors else int(len(found) > MAX_REASONS)
        yield Held(
            label(source, shown), number, name or customer, tuple(found[:MAX_REASONS]), more, tuple(json.loads(files))
        )


def _examples(ledger: Ledger) -> Iterable[tuple[str, Example]]:
    first: dict[str, int] = {}
    for row, codes in ledger.each("SELECT id, codes FROM invoice ORDER BY id"):
        for code, _, _ in json.loads(codes):
            first.setdefault(code, row)
    for code, row in sorted(first.items()):
        ((text, source, shown, number),) = ledger.query(
            "SELECT findings, source, shown, number FROM invoice WHERE id = ?", (row,)
        )
        found = next(each for each in json.loads(text) if each["code"] == code)
        yield code, Example(_said(found), label(source, shown), number)


def _said(finding: dict[str, Any]) -> Said:
    return Said(finding["code"], finding["severity"], finding["message"], finding["fix"])


def label(source: str, shown: int | None) -> str:
    """Return what an invoice is called in messages: its source, and its place there when it is not alone.

    >>> label("all.xml", 16), label("one.xml", None)
    ('all.xml[16]', 'one.xml')
    """
    return source if shown is None else f"{source}[{shown}]"


__all__ = ["Example", "Held", "Overview", "Said", "label", "overview"]
