"""Which item of one list is which of another.

Items that say the same belong together, wherever they stand.  Then those that share what identifies their kind: the
number of a line or of a preceding invoice, category and rate of a VAT breakdown, the bytes or the name of an
attachment, the reason or the amount of an allowance.  What is left of lines and notes goes to the most similar one;
what is similar to nothing was added or removed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import product
from typing import Any, Final, TypeAlias

from einvoice.comparison import meaning
from einvoice.model import (
    AllowanceCharge,
    CashDiscount,
    Classification,
    CustomTag,
    Dimension,
    Identifier,
    Invoice,
    ItemAttribute,
    Line,
    Model,
    Note,
    PaymentInstructions,
    PostingLine,
    PrecedingInvoice,
    ProductIdentifier,
    SupportingDocument,
    VatBreakdown,
)

Pairs: TypeAlias = "list[tuple[int | None, int | None]]"
"""Positions in both lists; None for an item that has no counterpart."""

Key: TypeAlias = Callable[[Any], Hashable]

_FEW: Final = 250_000
"""How many pairs of lines are looked at one by one; of more only those that share a telling value."""

_COMMON: Final = 60
"""How many lines may share a value that is telling all the same."""

_LIKE: Final = 0.4
"""Share of what two lines state, by weight, that makes them one line that changed."""

_LIKE_TEXT: Final = 0.6
"""Likeness of two texts, as difflib measures it, that makes them one text that changed."""

_WEIGHTS: Final[Mapping[str, float]] = {
    "item_name": 4,
    "seller_item_identifier": 4,
    "standard_item_identifier": 4,
    "buyer_item_identifier": 3,
    "object_identifier": 3,
    "net_amount": 3,
    "net_price": 2,
    "price_with_vat": 2,
    "item_description": 2,
    "note": 2,
    "order_reference": 1,
    "order_line_reference": 2,
    "delivery_date": 1,
    "period": 2,
    "quantity": 1,
    "unit_code": 0.5,
    "unit_name": 0.5,
    "vat_category": 0.5,
    "vat_rate": 0.5,
}
"""What tells lines apart, and how much."""


class _Matcher:
    """The items of two lists that have no counterpart yet."""

    def __init__(self, left: Sequence[Any], right: Sequence[Any]) -> None:
        self.left, self.right = left, right
        self.of_left: dict[int, int] = {}
        self.of_right: dict[int, int] = {}

    def rest(self) -> tuple[list[int], list[int]]:
        return (
            [n for n in range(len(self.left)) if n not in self.of_left],
            [n for n in range(len(self.right)) if n not in self.of_right],
        )

    def join(self, one: int, other: int) -> None:
        self.of_left[one], self.of_right[other] = other, one

    def by(self, key: Key) -> None:
        """Join those of one key, in their order; None is no key."""
        ones, others = self.rest()
        if not ones or not others:
            return
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for other in reversed(others):
            waiting[key(self.right[other])].append(other)
        for one in ones:
            wanted = key(self.left[one])
            if wanted is not None and waiting.get(wanted):
                self.join(one, waiting[wanted].pop())

    def by_likeness(self, scored: Iterator[tuple[float, int, int]]) -> None:
        """Join the likeliest pairs first, of like ones those whose places are nearest."""
        for _, _, one, other in sorted((-score, abs(one - other), one, other) for score, one, other in scored):
            if one not in self.of_left and other not in self.of_right:
                self.join(one, other)

    def lone(self, may: Callable[[Any, Any], bool] = lambda one, other: True) -> None:
        """Join what is left when that is one of each."""
        ones, others = self.rest()
        if len(ones) == len(others) == 1 and may(self.left[ones[0]], self.right[others[0]]):
            self.join(ones[0], others[0])

    def in_order(self) -> None:
        """Join what is left in its order."""
        for one, other in zip(*self.rest(), strict=False):
            self.join(one, other)

    def pairs(self) -> Pairs:
        """Return all pairs in the order of the left list, what is only in the right one at its end."""
        found: Pairs = [(one, self.of_left.get(one)) for one in range(len(self.left))]
        return found + [(None, other) for other in range(len(self.right)) if other not in self.of_right]


# ---------------------------------------------------------------------------------- lists of the invoice


def _text(value: str | None) -> str | None:
    return " ".join(value.split()).casefold() or None if value else None


def _account(way: PaymentInstructions) -> Hashable:
    transfer = way.credit_transfer
    if transfer is None or transfer.account_identifier is None:
        return None
    account: Hashable = meaning.spelled(transfer, "account_identifier", transfer.account_identifier)
    return account


def _reason(entry: AllowanceCharge) -> Hashable:
    reason = entry.reason_code or _text(entry.reason)
    return None if reason is None else (entry.is_charge, reason, _vat(entry.vat_category, entry))


def _vat(category: str | None, owner: VatBreakdown | AllowanceCharge) -> Hashable:
    name = "rate" if isinstance(owner, VatBreakdown) else "vat_rate"
    rate = meaning.stated(owner, name)
    return category, meaning.implied(owner, name) if rate is None else rate


def _bytes(document: SupportingDocument) -> Hashable:
    return None if document.content_base64 is None else meaning.digest(document, document.content_base64)


_KEYS: Final[Mapping[type[Model], tuple[Key, ...]]] = {
    Identifier: (lambda each: each.scheme or "", lambda each: _text(each.value)),
    Note: (lambda each: _text(each.text),),
    PrecedingInvoice: (lambda each: _text(each.number),),
    PaymentInstructions: (
        lambda each: _account(each) and (_account(each), each.means_code),
        _account,
        lambda each: each.means_code,
    ),
    CashDiscount: (lambda each: each.days, lambda each: each.last_date),
    AllowanceCharge: (
        _reason,
        lambda each: (each.is_charge, each.amount, _vat(each.vat_category, each)),
    ),
    VatBreakdown: (lambda each: _vat(each.category, each), lambda each: each.taxable_amount),
    SupportingDocument: (
        _bytes,
        lambda each: _text(each.filename),
        lambda each: _text(each.reference),
        lambda each: _text(each.external_location),
    ),
    ItemAttribute: (lambda each: _text(each.name), lambda each: _text(each.value)),
    CustomTag: (lambda each: _text(each.name), lambda each: _text(each.value)),
    Classification: (lambda each: (each.scheme, each.code), lambda each: each.scheme or "", lambda each: each.code),
    ProductIdentifier: (lambda each: (each.kind, each.value), lambda each: each.kind or "", lambda each: each.value),
    Dimension: (lambda each: _text(each.name), lambda each: _text(each.item)),
    PostingLine: (
        lambda each: _text(each.account) and (_text(each.account), each.amount),
        lambda each: each.account,
        lambda each: each.amount,
    ),
}
"""What identifies an item of each list, the surest first."""

_LONE: Final[Mapping[type[Model], Callable[[Any, Any], bool]]] = {
    AllowanceCharge: lambda one, other: one.is_charge == other.is_charge,
    Note: lambda one, other: one.subject_code == other.subject_code,
    PaymentInstructions: lambda one, other: True,
    PrecedingInvoice: lambda one, other: True,
    CashDiscount: lambda one, other: True,
    VatBreakdown: lambda one, other: one.taxable_amount is None or other.taxable_amount is None,
}
"""Lists of which one item left over on each side is the same item, changed."""


def pair_items(left: Sequence[Model], right: Sequence[Model]) -> Pairs:
    """Return which item of *left* is which of *right*."""
    matcher = _Matcher(left, right)
    matcher.by(meaning.content)
    first = next(iter((*left, *right)), None)
    if first is None:
        return matcher.pairs()
    kind = type(first)
    for key in _KEYS.get(kind, ()):
        matcher.by(key)
    if kind is Note:
        ones, others = matcher.rest()
        couples = ((left[one], right[other], one, other) for one, other in product(ones, others))
        likeness = (
            (_like(a, b), one, other) for a, b, one, other in couples if isinstance(a, Note) and isinstance(b, Note)
        )
        matcher.by_likeness(each for each in likeness if each[0] >= _LIKE_TEXT)
    if (may_be := _LONE.get(kind)) is not None:
        matcher.lone(may_be)
    return matcher.pairs()


def _like(one: Note, other: Note) -> float:
    return SequenceMatcher(None, one.text or "", other.text or "", autojunk=False).ratio()


def pair_texts(left: Sequence[str], right: Sequence[str]) -> Pairs:
    """Return which text of *left* is which of *right*: equal ones first, the others in their order."""
    matcher = _Matcher(left, right)
    matcher.by(_text)
    matcher.in_order()
    return matcher.pairs()


# ---------------------------------------------------------------------------------- lines


def numbered(lines: Sequence[Line]) -> bool:
    """Say whether the identifiers of *lines* only count them, or say nothing."""
    return all(line.identifier is None or line.identifier.strip() == str(n) for n, line in enumerate(lines, 1))


def pair_lines(left: Sequence[Line], right: Sequence[Line]) -> Pairs:
    """Return which line of *left* is which of *right*.

    An identifier that only counts the lines tells less than what they say: a line that was put in front of all others
    renumbers them and leaves them as they are.
    """
    matcher = _Matcher(left, right)
    counted = numbered(left) and numbered(right)
    said: dict[int, Hashable] = {}

    def what(line: Line) -> Hashable:
        key = id(line)
        if key not in said:
            said[key] = meaning.content(line, ("identifier",)) or ()
        return said[key]

    def number(line: Line) -> Hashable:
        return _text(line.identifier)

    matcher.by(lambda line: (number(line), what(line)))
    if not counted:
        # Of lines that share an identifier only those that nobody else has it with.
        twice = _repeated(left) | _repeated(right)
        matcher.by(lambda line: None if number(line) in twice else number(line))
    matcher.by(what)
    matcher.by_likeness(_scored(matcher, counted))
    matcher.by(number)
    return matcher.pairs()


def _repeated(lines: Sequence[Line]) -> set[Hashable]:
    seen: set[Hashable] = set()
    found: set[Hashable] = set()
    for line in lines:
        number = _text(line.identifier)
        (found if number in seen else seen).add(number)
    return found


def _telling(line: Line) -> dict[str, Hashable]:
    found = {}
    for name in _WEIGHTS:
        value = meaning.stated(line, name)
        if value is not None:
            found[name] = meaning.content(value)
    return found


def _scored(matcher: _Matcher, counted: bool) -> Iterator[tuple[float, int, int]]:
    """Yield how like the lines left over are, from 0 to 1, with their places; those that are not like are left out."""
    ones, others = matcher.rest()
    left = {n: _telling(matcher.left[n]) for n in ones}
    right = {n: _telling(matcher.right[n]) for n in others}
    weight = {**{("left", n): _weight(left[n]) for n in left}, **{("right", n): _weight(right[n]) for n in right}}
    candidates: Iterator[tuple[int, int]]
    if len(ones) * len(others) <= _FEW:
        candidates = product(ones, others)
    else:
        candidates = iter(sorted(_sharing(left, right)))
    for one, other in candidates:
        mine, its = left[one], right[other]
        shared = sum(_WEIGHTS[name] for name, value in mine.items() if its.get(name) == value)
        most = max(weight["left", one], weight["right", other])
        if most and shared / most >= _LIKE:
            same_number = counted and matcher.left[one].identifier == matcher.right[other].identifier
            yield shared / most + (0.05 if same_number else 0), one, other


def _weight(telling: Mapping[str, Hashable]) -> float:
    return sum(_WEIGHTS[name] for name in telling)


def _sharing(left: Mapping[int, dict[str, Hashable]], right: Mapping[int, dict[str, Hashable]]) -> set[tuple[int, int]]:
    """Return the pairs that share a value which few others have."""
    places: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, lines in enumerate((left, right)):
        for n, telling in lines.items():
            for name, value in telling.items():
                places[name, value][side].append(n)
    found: set[tuple[int, int]] = set()
    for ones, others in places.values():
        if len(ones) <= _COMMON and len(others) <= _COMMON:
            found.update(product(ones, others))
    return found


# ---------------------------------------------------------------------------------- invoices


def pair_invoices(left: Sequence[Invoice], right: Sequence[Invoice]) -> Pairs:
    """Return which invoice of *left* is which of *right*: by number, those without one by their order.

    One invoice on each side is always compared.
    """
    matcher = _Matcher(left, right)
    if len(left) == len(right) == 1:
        matcher.join(0, 0)
        return matcher.pairs()
    matcher.by(lambda invoice: _text(invoice.invoice_number))
    ones, others = matcher.rest()
    for one, other in zip(ones, others, strict=False):
        if not (_text(left[one].invoice_number) and _text(right[other].invoice_number)):
            matcher.join(one, other)
    return matcher.pairs()
