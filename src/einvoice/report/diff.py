"""The differences of two invoices: lines for a person, JSON for a pipeline.

A line begins with ``~`` for what changed, ``-`` for what only the left invoice says and ``+`` for what only the right
one says.  Amounts have the currency of their invoice, and a change of a number says by how much, with its sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from einvoice.comparison import Difference
from einvoice.findings import Finding
from einvoice.model import (
    AllowanceCharge,
    Identifier,
    Invoice,
    Line,
    Model,
    Note,
    SupportingDocument,
    VatBreakdown,
)
from einvoice.model.terms import register
from einvoice.report import json as report_json
from einvoice.report import text

_LONG: Final = 60
"""A text of more characters stands on a line of its own."""

_MOST: Final = 400
"""How many characters of a text a line shows."""

_MARKS: Final = {"changed": "~", "removed": "-", "added": "+"}
STYLES: Final = {"~": "yellow", "-": "red", "+": "green", "#": "bold"}
"""Colours of lines by their mark, ``#`` for a heading."""


@dataclass(frozen=True)
class Side:
    """One of two invoices, or the lack of one: its source, its position there (None for the only one), its format.

    *unread* counts the values of the source that the canonical invoice cannot hold, so that nobody compared them.
    """

    path: str
    index: int | None = None
    format: str | None = None
    invoice: Invoice | None = None
    unread: int = 0

    @property
    def place(self) -> str:
        """Where the invoice stands, as a message says it."""
        return text.place(self.path, None, self.index)

    def as_dict(self) -> dict[str, Any] | None:
        """Return the JSON object; None when there is no invoice."""
        if self.invoice is None:
            return None
        return {
            "path": self.path,
            "index": self.index or 0,
            "format": self.format,
            "invoice_number": self.invoice.invoice_number,
            "not_compared": self.unread,
        }


@dataclass(frozen=True)
class Compared:
    """Two invoices and what they say differently; one of them may be missing.

    *differences* are those that are shown, *kept* counts those that are not, since they are none of meaning; *turned*
    says that a credit note stands against a negative invoice (`einvoice.comparison.turned`).
    """

    left: Side
    right: Side
    differences: Sequence[Difference] = ()
    kept: int = 0
    turned: bool = False

    @property
    def same(self) -> bool:
        """True when both invoices are there and say the same."""
        return self.left.invoice is not None and self.right.invoice is not None and not self.differences

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON object of docs/diff.md."""
        return {
            "left": self.left.as_dict(),
            "right": self.right.as_dict(),
            "same": self.same,
            "turned": self.turned,
            "differences": [each.as_dict() for each in self.differences],
        }


def document(
    left: str, right: str, compared: Sequence[Compared], errors: Iterable[tuple[str, int, Sequence[Finding]]]
) -> dict[str, Any]:
    """Return the JSON of a run; *errors* are path, position and findings of what could not be read."""
    only_left = sum(1 for each in compared if each.right.invoice is None)
    only_right = sum(1 for each in compared if each.left.invoice is None)
    same = sum(1 for each in compared if each.same)
    failed = [
        {"path": path, "index": index, "findings": [finding.as_dict() for finding in findings]}
        for path, index, findings in errors
    ]
    return {
        "tool": report_json.tool(),
        "left": left,
        "right": right,
        "documents": [each.as_dict() for each in compared],
        "errors": failed,
        "summary": {
            "documents": len(compared),
            "same": same,
            "different": len(compared) - same - only_left - only_right,
            "only_left": only_left,
            "only_right": only_right,
            "differences": sum(len(each.differences) for each in compared),
            "errors": len(failed),
        },
    }


def summary_line(summary: Mapping[str, int]) -> str:
    """Return the summary of a run in one line."""
    parts = [f"{summary['same']} the same", f"{summary['different']} different"]
    parts += [f"{summary[key]} only {key[5:]}" for key in ("only_left", "only_right") if summary[key]]
    parts += [f"{summary['errors']} not read"] if summary["errors"] else []
    return f"{text.count(summary['documents'], 'invoice')}: {', '.join(parts)}"


def lines(compared: Compared) -> Iterator[str]:
    """Yield the comparison of two invoices: a heading, then a part of the invoice after another."""
    left, right = compared.left, compared.right
    if left.invoice is None or right.invoice is None:
        mark, side, nowhere = ("-", left, right) if right.invoice is None else ("+", right, left)
        assert side.invoice is not None
        number = _one_line(side.invoice.invoice_number or "(no number)")
        yield f"{mark} {_title(side)}: invoice {number} is not in {text.one_line(nowhere.path)}"
        return
    found = compared.differences
    what = text.count(len(found), "difference") if found else "the same"
    yield f"# {_title(left)} and {_title(right)}: {what}"
    if compared.turned:
        yield "    one is a credit note, the other a negative invoice: the second is shown with the sign of the first"
    section = None
    for each in found:
        if (each.section, each.item) != section:
            section = each.section, each.item
            yield f"#   {each.section}" + (f" {_quoted(each.item)}" if each.item else "")
        yield from _difference(each, left.invoice, right.invoice)
    if compared.kept:
        yield f"    {text.count(compared.kept, 'difference')} of form, not of meaning: --all shows them"
    for side in (left, right):
        if side.unread:
            values = text.count(side.unread, "value")
            yield f"    not compared: {values} of {side.place} that the canonical invoice has no place for"


def plain(line: str) -> tuple[str, str]:
    """Return a line of `lines` as it is printed, and its mark: of a heading the mark is not printed."""
    return (line[2:], "#") if line.startswith("# ") else (line, line.lstrip()[:1])


def _title(side: Side) -> str:
    return f"{side.place} ({text.one_line(side.format or '?')})"


def _difference(each: Difference, left: Invoice, right: Invoice) -> Iterator[str]:
    mark = _MARKS[each.kind]
    label = f"    {mark} {' '.join((*each.terms[:1], text.one_line(each.name)))}"
    before, after = _value(each, each.left, left), _value(each, each.right, right)
    if each.kind != "changed":
        value = after if each.left is None else before
        yield f"{label}: {value}"
    elif len(before) > _LONG or len(after) > _LONG:
        yield f"{label}:"
        yield f"        - {before}"
        yield f"        + {after}"
    else:
        yield f"{label}: {before} -> {after}{_change(each, left, right)}"


def _change(each: Difference, left: Invoice, right: Invoice) -> str:
    """Return by how much a number changed, where both are in one currency."""
    one, other = each.left, each.right
    if not isinstance(one, Decimal) or not isinstance(other, Decimal):
        return ""
    if _currency(each, left) != _currency(each, right):
        return ""
    if one == -other:
        return " (the sign is turned)"
    return f" ({other - one:+f})"


def _kind(each: Difference) -> str | None:
    return register()[each.terms[0]].type if each.terms else None


def _currency(each: Difference, invoice: Invoice) -> str:
    if _kind(each) not in ("amount", "price"):
        return ""
    currency = invoice.vat_currency if each.terms[0] == "BT-111" else invoice.currency
    return currency or ""


def _value(each: Difference, value: Any, invoice: Invoice) -> str:
    if isinstance(value, Model):
        return _summary(value, invoice.currency or "")
    if isinstance(value, Decimal):
        unit = "%" if _kind(each) == "percentage" else _currency(each, invoice)
        return f"{value:f} {unit}".rstrip()
    if isinstance(value, str):
        return _digest(value) if _kind(each) == "binary" else _one_line(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _digest(value: str) -> str:
    return value[: len("sha256:") + 16] + "…"


def _one_line(value: str) -> str:
    value = text.one_line(value.strip())
    return value if len(value) <= _MOST else f"{value[:_MOST]}…"


def _quoted(value: str) -> str:
    value = text.one_line(value)
    return f'"{value if len(value) <= _LONG else value[:_LONG] + "…"}"'


def _summary(value: Model, currency: str) -> str:
    """Return an item of a list in one line."""
    match value:
        case Line():
            return ", ".join(_line(value, currency)) or "(empty)"
        case Note(text=str() as words):
            return _one_line(f"{value.subject_code}: {words}" if value.subject_code else words)
        case Identifier():
            return _one_line(f"{value.value} ({value.scheme})" if value.scheme else value.value or "")
        case VatBreakdown():
            rate = "" if value.rate is None else f" {value.rate:f} %"
            amounts = f"{_amount(value.tax_amount, currency)} of {_amount(value.taxable_amount, currency)}"
            return _one_line(f"{value.category or '?'}{rate}: {amounts}")
        case AllowanceCharge():
            kind = "charge" if value.is_charge else "allowance"
            reason = value.reason or value.reason_code
            return _one_line(f"{kind} of {_amount(value.amount, currency)}" + (f", {reason}" if reason else ""))
        case SupportingDocument(content_base64=str()):
            return _one_line(f"{value.filename or value.reference or 'attachment'} ({value.mime_code or 'no type'})")
    return _one_line(", ".join(_leaves(value))) or "(empty)"


def _line(line: Line, currency: str) -> Iterator[str]:
    if line.quantity is not None:
        price = f" at {_amount(line.net_price, currency)}" if line.net_price is not None else ""
        yield _one_line(f"{line.quantity:f} {line.unit_code or line.unit_name or ''}").rstrip() + price
    if line.net_amount is not None:
        yield f"net {_amount(line.net_amount, currency)}"
    if line.vat_category is not None:
        yield _one_line(f"VAT {line.vat_category}" + (f" {line.vat_rate:f} %" if line.vat_rate is not None else ""))


def _amount(value: Decimal | None, currency: str) -> str:
    return "?" if value is None else text.one_line(f"{value:f} {currency}".rstrip())


def _leaves(value: Any) -> Iterator[str]:
    for name in type(value).model_fields:
        said = getattr(value, name)
        if isinstance(said, Model):
            yield from _leaves(said)
        elif isinstance(said, tuple):
            for each in said:
                yield from _leaves(each) if isinstance(each, Model) else (str(each),)
        elif said is not None and not isinstance(said, dict):
            yield f"{said:f}" if isinstance(said, Decimal) else str(said)
