"""Two canonical invoices side by side.

Groups that occur once are compared field by field, parties too; of lists it is first settled which item is which
(`pairing`).  An item that only one side has is one difference, whose value is the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal

from einvoice.calc import flip
from einvoice.comparison import meaning, pairing
from einvoice.model import AllowanceCharge, Identifier, Invoice, Line, Model, SupportingDocument, VatBreakdown
from einvoice.model.terms import register, terms_at

Kind = Literal["added", "removed", "changed"]

SECTIONS: Final = (
    "document", "seller", "buyer", "payee", "tax representative", "delivery", "payment", "allowances and charges",
    "totals", "VAT", "attachments", "line", "internal",
)  # fmt: skip
"""The parts of an invoice, in the order of a report; a line is ``line`` with its identifier."""

_SECTION: Final = {
    "seller": "seller",
    "buyer": "buyer",
    "payee": "payee",
    "tax_representative": "tax representative",
    "delivery": "delivery",
    "due_date": "payment",
    "value_date": "payment",
    "payment_terms": "payment",
    "payment_conditions": "payment",
    "payment_instructions": "payment",
    "allowances_charges": "allowances and charges",
    "totals": "totals",
    "vat_breakdown": "VAT",
    "supporting_documents": "attachments",
    "internal": "internal",
}

_PROCESS: Final = ("business_process_type", "specification_identifier")
"""What a document says of the specification that it follows: absent where the format has no place for it."""


@dataclass(frozen=True)
class Difference:
    """One thing that two invoices say differently.

    *kind*: "removed" is only in the left invoice, "added" only in the right one, "changed" in both.  *left* and
    *right* are the values: `Decimal`, `date`, text, number or truth value; for an item of a list that only one side
    has, the item (`Line`, `Note` …); for an attached file its digest; None on the side that says nothing.

    *terms* are the business terms (BT, BG, EX) and *name* is the name of the first; *path* is the place in the model
    of the left invoice, of the right one for what was added, and *right_path* that of the right one.  *section* is
    the part of the invoice ("seller", "totals", "line 3"), *item* tells apart what stands several times in it: the name
    of the item of a line, category and rate of the VAT, the name of an attachment, the reason of an allowance.

    *meaning* is False for what is no difference of meaning: data kept for one format, numbering, spelling.
    """

    kind: Kind
    terms: tuple[str, ...]
    name: str
    path: str
    left: Any = None
    right: Any = None
    section: str = "document"
    item: str | None = None
    right_path: str | None = None
    meaning: bool = field(default=True)

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON object of docs/diff.md: numbers with their digits as text, dates as ISO 8601."""
        return {
            "kind": self.kind,
            "section": self.section,
            "item": self.item,
            "terms": list(self.terms),
            "name": self.name,
            "path": self.path,
            "right_path": self.right_path,
            "left": _plain(self.left),
            "right": _plain(self.right),
            "meaning": self.meaning,
        }


def compare(left: Invoice, right: Invoice) -> list[Difference]:
    """Return what *left* and *right* say differently, in the order of `SECTIONS`.

    Of a credit note and a negative invoice, which `turned` tells, the amounts of the right one are those that it has
    under the sign of the left one.
    """
    if turned(left, right):
        right = flip(right)
    walk = _Walk(left, right)
    found = list(walk.fields(left, right, "", ""))
    order = {name: n for n, name in enumerate(SECTIONS)}
    return sorted(found, key=lambda each: order[each.section if each.section in order else "line"])


def turned(left: Invoice, right: Invoice) -> bool:
    """Say whether one is a credit note, the other is none, and the signs of their totals, or lines, make up for it.

    A credit note of 100.00 and an invoice of -100.00 say the same of the money.
    """
    if left.is_credit_note == right.is_credit_note or left.totals is None or right.totals is None:
        return False
    for name in ("amount_due", "total_with_vat", "total_without_vat", "line_total"):
        one, other = getattr(left.totals, name), getattr(right.totals, name)
        if one and other:
            return bool((one > 0) != (other > 0))
    amounts = {(line.item_name, line.net_amount) for line in left.lines if line.net_amount}
    plain = {(line.item_name, line.net_amount) for line in right.lines if line.net_amount}
    negated = {(name, -amount) for name, amount in plain if amount is not None}
    return len(amounts & negated) > len(amounts & plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        stated = value.model_dump(mode="json", exclude_defaults=True)
        if isinstance(value, SupportingDocument) and value.content_base64 is not None:
            stated["content_base64"] = meaning.digest(value, value.content_base64)
        return stated
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value


class _Walk:
    """The comparison of two invoices; *section* and *item* follow the walk."""

    def __init__(self, left: Invoice, right: Invoice) -> None:
        self.counted = pairing.numbered(left.lines) and pairing.numbered(right.lines)
        self.section = "document"
        self.item: str | None = None

    def fields(self, left: Model | None, right: Model | None, at: str, at_right: str) -> Iterator[Difference]:
        """Yield what differs between two groups, of which one may be absent; *at* ends in a dot where it says
        something."""
        owner = left if left is not None else right
        assert owner is not None
        for name in type(owner).model_fields:
            if not at:
                self.section = _SECTION.get(name, "document")
            one, other = meaning.stated(left, name), meaning.stated(right, name)
            path, path_right = f"{at}{name}", f"{at_right}{name}"
            kind = other if one is None else one
            if kind is None:
                continue
            if isinstance(kind, Model):
                yield from self.fields(one, other, f"{path}.", f"{path_right}.")
            elif isinstance(kind, tuple):
                yield from self.items(one or (), other or (), path, path_right)
            elif isinstance(kind, dict):
                yield from self.native(one or {}, other or {}, path, path_right)
            else:
                yield from self.leaf(left, right, name, path, path_right)

    def leaf(self, left: Model | None, right: Model | None, name: str, at: str, at_right: str) -> Iterator[Difference]:
        one, other = meaning.stated(left, name), meaning.stated(right, name)
        alike = meaning.same(left, right, name)
        if one == other or (alike and isinstance(one, Decimal) and isinstance(other, Decimal)):
            return
        owner = left if left is not None else right
        if isinstance(owner, SupportingDocument) and name == "content_base64":
            if alike:
                return
            one, other = _digest(left, one), _digest(right, other)
        means = not alike
        if name in _PROCESS and isinstance(owner, Invoice):
            means = one is not None and other is not None
        if isinstance(left, Line) and isinstance(right, Line):
            means = means and self.line_means(left, right, name)
        yield self.difference(one, other, at, at_right, owner, means)

    def line_means(self, left: Line, right: Line, name: str) -> bool:
        """Say whether a difference of two lines means something."""
        if name == "identifier":
            return not self.counted
        if name == "unit_name" and None in (left.unit_name, right.unit_name):  # the code says it without the word
            return left.unit_code is None or left.unit_code != right.unit_code
        if name in meaning.PRICES:
            return not meaning.same_price(left, right, name)
        if name == "price_base_quantity":
            said = left.net_price is not None and right.net_price is not None
            return not (said and meaning.same_price(left, right, "net_price"))
        return True

    def items(self, left: tuple[Any, ...], right: tuple[Any, ...], at: str, at_right: str) -> Iterator[Difference]:
        if not left and not right:
            return
        first = (left or right)[0]
        if not isinstance(first, Model):
            for n, m in pairing.pair_texts(left, right):
                one, other = None if n is None else left[n], None if m is None else right[m]
                if one is None or other is None or one.split() != other.split():
                    yield self.difference(one, other, _nth(at, n), _nth(at_right, m), None)
            return
        is_line = isinstance(first, Line)
        pairs = pairing.pair_lines(left, right) if is_line else pairing.pair_items(left, right)
        for n, m in pairs:
            one, other = None if n is None else left[n], None if m is None else right[m]
            if is_line:
                self.at_line(one, other, n, m)
            only = other if one is None else one
            assert only is not None
            if not is_line and "." not in at:
                self.item = _item(only)
            path, path_right = _nth(at, n), _nth(at_right, m)
            if one is None or other is None:
                if meaning.content(only) is not None or is_line:
                    yield self.difference(one, other, path, path_right, only)
            else:
                yield from self.fields(one, other, f"{path}.", f"{path_right}.")
        if "." not in at:
            self.item = None

    def at_line(self, left: Line | None, right: Line | None, n: int | None, m: int | None) -> None:
        line, place = (left, n) if left is not None else (right, m)
        assert line is not None
        assert place is not None
        number = " ".join((line.identifier or "").split()) or str(place + 1)
        self.section, self.item = f"line {number}", line.item_name or (right.item_name if right is not None else None)

    def native(self, left: dict[str, str], right: dict[str, str], at: str, at_right: str) -> Iterator[Difference]:
        for key in dict.fromkeys((*left, *right)):
            one, other = left.get(key), right.get(key)
            if one != other:
                yield self.difference(one, other, f"{at}.{key}", f"{at_right}.{key}", None, False)

    def difference(
        self, left: Any, right: Any, at: str, at_right: str, owner: Model | None, means: bool = True
    ) -> Difference:
        kind: Kind = "added" if left is None else "removed" if right is None else "changed"
        path = at_right if left is None else at
        terms = _terms(path, owner)
        name = _name(path, terms)
        right_path = None if right is None else at_right
        return Difference(kind, terms, name, path, left, right, self.section, self.item, right_path, means)


def _item(value: Model) -> str | None:
    """Return what tells *value* apart in its list, as a person calls it."""
    match value:
        case VatBreakdown():
            rate = None if value.rate is None else f"{value.rate:f} %"
            return " ".join(part for part in (value.category, rate) if part) or None
        case SupportingDocument():
            return value.filename or value.reference
        case AllowanceCharge():
            return value.reason or value.reason_code
    return None


def _digest(owner: Model | None, content: Any) -> str | None:
    return None if content is None or not isinstance(owner, SupportingDocument) else meaning.digest(owner, content)


def _nth(path: str, n: int | None) -> str:
    return path if n is None else f"{path}[{n}]"


def _terms(path: str, owner: Model | None) -> tuple[str, ...]:
    """Return the terms at *path*; *owner* tells apart those that share a field."""
    charge = owner.is_charge if isinstance(owner, AllowanceCharge) else None
    terms = terms_at(path, charge) or terms_at(f"{path}.value") or terms_at(f"{path}.code")
    if isinstance(owner, Identifier) and len(terms) > 1:
        # A creditor identifier of direct debits (BT-90) shares its place with the identifiers of the seller.
        of_debits = owner.scheme == "SEPA"
        terms = tuple(each for each in terms if ("[SEPA]" in register()[each].place) == of_debits)
    return terms


def _name(path: str, terms: tuple[str, ...]) -> str:
    """Return the name of the first term; of a scheme with that of the identifier, without a term that of the field."""
    if not terms:
        _, native, key = path.partition("native.")
        return key if native else re.sub(r"\[\d+\]", "", path.rpartition(".")[2]).replace("_", " ")
    term = register()[terms[0]]
    parent = register().get(term.identifier.rpartition("-")[0])
    if term.name.startswith("Scheme ") and parent is not None:
        return f"{parent.name}: {term.name[0].lower()}{term.name[1:]}"
    return term.name
