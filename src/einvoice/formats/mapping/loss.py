"""Losses found by comparison: what an invoice holds that its written form does not give back.

Where a format derives much of what the model states (Netvisor has no categories, no net totals, no types), a list of
missing places would either name too much or too little.  There the writer reads its own document back, and every
value that does not return as it was is a loss, with the reason of its `Absent` row.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from einvoice.findings import Finding, Severity
from einvoice.formats.mapping.account import Account, label, leaves, shown
from einvoice.model import Invoice, PaymentInstructions, VatBreakdown
from einvoice.model.terms import terms_at, without_positions

Ways = tuple[PaymentInstructions, ...]
_T = TypeVar("_T")

DERIVED = "LOSS-DERIVED"
"""A value that is not written and comes back all the same."""


def compare(
    original: Invoice,
    view: Invoice,
    returned: Invoice,
    account: Account,
    named: Collection[str] = (),
) -> list[Finding]:
    """Return a finding for each value of *original* that *returned* lacks or changes, or that was not written.

    *view* is what was written: a value that is not in it and comes back all the same is derived (a VAT amount, say, or
    what the context knows), which is information.  *account* is that of the format.  *named* are paths in the model for
    which a finding exists already; they and what lies below are left out.
    """
    returned = _in_order(original, returned)
    back = dict(leaves(returned, ""))
    values = dict(leaves(original, ""))
    written = values.keys() if view is original else {path for path, _ in leaves(view, "")}
    findings = []
    for path, value in values.items():
        other = back.get(path)
        if value == other and path in written:
            continue
        if is_named(path, named) or ":_" in path or (other is None and path.endswith(".is_charge")):
            continue  # whether it is a charge is said with the amount
        if not _same(path, value, other):
            findings.append(_loss(path.lstrip("."), value, other, account, _is_charge(original, path)))
        elif path not in written:
            findings.append(derived(path.lstrip("."), value, account.format))
    groups = (path for path in back if path.startswith(_BREAKDOWN))  # first, since most paths are not asked about
    findings += [_added(path.lstrip("."), back[path], account.format) for path in groups if _is_new(path, values)]
    return findings


_BREAKDOWN = ".vat_breakdown["


def _is_new(path: str, stated: Collection[str]) -> bool:
    """Say whether a reason for an exemption comes back that nobody stated; other additions follow from the rest."""
    return "exemption_reason" in path and path not in stated


def _added(path: str, value: object, format: str) -> Finding:
    terms = terms_at(path)
    message = f"{label(path, terms)} {shown(str(value))} comes back from {format}, though the invoice states none"
    return Finding("LOSS-CHANGED", "info", "loss", message, terms=terms, model_path=path)


def _in_order(original: Invoice, returned: Invoice) -> Invoice:
    """Return *returned* with its lists beside those of *original*, where they are known by more than their position.

    The n-th VAT group of a category and rate by the n-th; a way to pay by its account, and the others in their order.
    """
    taken = _beside(original.vat_breakdown, returned.vat_breakdown, lambda entry: (entry.category, entry.rate))
    beside = [VatBreakdown() if n is None else returned.vat_breakdown[n] for n in taken]
    used = set(taken)
    rest = [entry for n, entry in enumerate(returned.vat_breakdown) if n not in used]
    ways = _ways_in_order(original.payment_instructions, returned.payment_instructions)
    return returned.model_copy(update={"vat_breakdown": (*beside, *rest), "payment_instructions": ways})


def _ways_in_order(original: Ways, returned: Ways) -> Ways:
    taken = _beside(original, returned, _account)
    found = [None if n is None else returned[n] for n in taken]
    used = set(taken)
    rest = [way for n, way in enumerate(returned) if n not in used]
    return tuple(way or (rest.pop(0) if rest else PaymentInstructions()) for way in found) + tuple(rest)


def _beside(original: Sequence[_T], returned: Sequence[_T], key: Callable[[_T], Hashable]) -> list[int | None]:
    """Return for each entry of *original* the position of the next of *returned* with its *key*, None without one."""
    waiting: dict[Hashable, deque[int]] = {}
    for n, each in enumerate(returned):
        waiting.setdefault(key(each), deque()).append(n)
    waiting.pop("", None)  # an account that is not stated is known by nothing
    return [same.popleft() if (same := waiting.get(key(each))) else None for each in original]


def _account(way: PaymentInstructions) -> str:
    transfer = way.credit_transfer
    return "".join((transfer.account_identifier or "").split()) if transfer is not None else ""


_ITEM = re.compile(r"\.?(?:lines\[(\d+)\]\.)?allowances_charges\[(\d+)\]")


def _is_charge(invoice: Invoice, path: str) -> bool | None:
    found = _ITEM.match(path)
    if found is None:
        return None
    owner = invoice if found[1] is None else invoice.lines[int(found[1])]
    return owner.allowances_charges[int(found[2])].is_charge


def derived(path: str, value: object, format: str) -> Finding:
    """Return the finding for the value at *path*, which is not written and comes back all the same."""
    terms = terms_at(path)
    return Finding(
        DERIVED,
        "info",
        "loss",
        f"{label(path, terms)} {shown(str(value))} is not written: {format} derives it from the rest, or the "
        "context knows it",
        terms=terms,
        value=str(value),
        model_path=path,
    )


def _same(path: str, value: object, other: object) -> bool:
    if isinstance(value, Decimal) and isinstance(other, Decimal):
        return value == other
    if isinstance(value, str) and isinstance(other, str):
        if path.endswith((".account_identifier", ".content_base64")):  # blanks are for people
            return "".join(value.split()) == "".join(other.split())
        return value.split() == other.split()
    return value == other


def is_named(path: str, named: Collection[str]) -> bool:
    """Say whether *path*, or a place above it, is among *named*."""
    return any(place in named for place in places_to(path))


def places_to(path: str) -> Iterator[str]:
    """Yield *path* and the places above it.

    >>> list(places_to("lines[2].quantity"))
    ['lines[2].quantity', 'lines[2]', 'lines']
    """
    path = path.lstrip(".")
    owner, native, _ = path.partition("native.")
    if native:  # keys have positions of their own
        yield path
        path = owner.rstrip(".")
    while path:
        yield path
        path = path[: path.rfind("[")] if path.endswith("]") else path.rpartition(".")[0]


def _loss(path: str, value: object, other: object, account: Account, charge: bool | None) -> Finding:
    format = account.format
    native = ".native." in f".{path}"
    place = without_positions(path)
    terms = terms_at(place, charge)
    row = account.row(place.partition("native.")[0] + "native" if native else place, charge)
    reason = row.reason if row is not None else f"{format} has no place for it"
    code, severity = "LOSS-NO-PLACE", "info" if row is not None and row.as_info else "warning"
    if native:
        system = path.rpartition("native.")[2].partition(":")[0]
        code, severity = "LOSS-NATIVE", "info"
        reason = (
            f"it means something to {system} only" if system != format else f"{system} gives it and does not take it"
        )
    if other is not None:
        code = "LOSS-CHANGED"
        reason = f"the document gives it back as {shown(str(other))}" + (f" ({row.reason})" if row is not None else "")
    return Finding(
        code,
        _severity(severity),
        "loss",
        f"{label(path, terms)} {shown(str(value))} is not carried: {reason}",
        terms=terms,
        value=str(value),
        model_path=path,
    )


def _severity(text: str) -> Severity:
    return "info" if text == "info" else "warning"
