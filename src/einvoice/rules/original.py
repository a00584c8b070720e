"""A credit note against the invoice that it credits: number, date, currency, parties, rows, VAT, total.

The rules stand in ``credits.py``; they see two documents, so `run` does not run them.  The two may come from any
formats: in the model a credit note is positive whatever its source wrote, and a negative invoice counts as a credit as
well.

Several credit notes may credit one invoice in parts.  An `Originals` keeps what it has seen: each credit note is judged
together with those before it, and the one with which the sum becomes too large has the finding.  A credit note that
comes again (same number) is not counted again.

**Rows** have no common key in all formats, since each numbers them anew.  Rows of the original with a common item
identifier, or with the same name, are one group; a row of the credit note belongs to the group whose identifier or name
it has, at last to the row with its line identifier and price.  A document charge counts as a row, an allowance as a
negative one, for a format without them writes rows.

**Rounding.**  A cent for each line passes as a warning, for two formats may round in two ways; more is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from einvoice.calc import (
    VatKey,
    derive_totals,
    round_half_up,
    rounding_of_lines,
    tax_amount,
    taxable_amounts,
    vat_key,
)
from einvoice.calc.rounding import exact
from einvoice.findings import Finding, Severity
from einvoice.rules.credits import (
    BUYER,
    CURRENCY,
    LINE,
    NUMBER,
    ORIGINAL_DATE,
    PRICE,
    SELLER,
    TOTAL,
    TYPE,
    UNKNOWN,
    VAT,
)
from einvoice.rules.kit import line_name, money

if TYPE_CHECKING:
    from einvoice.model import Invoice, Line, Party

_ZERO: Final = Decimal(0)
_CENT: Final = Decimal("0.01")


class Row(NamedTuple):
    """A line, document charge or allowance, in the direction of the original: *net* and *quantity* are signed."""

    name: str
    identifiers: frozenset[str]
    line_identifier: str
    net: Decimal | None
    quantity: Decimal | None
    unit: str | None
    vat: VatKey
    shown: str
    path: str


@dataclass
class _Group:
    """Rows of the original that cannot be told apart, and what has been credited of them."""

    rows: list[Row]
    net: Decimal = _ZERO
    quantity: Decimal = _ZERO


@dataclass
class Original:
    """An invoice, and what has been credited of it so far."""

    invoice: Invoice
    _sign: int = 1
    _groups: list[_Group] = field(default_factory=list)
    _by_key: dict[str, _Group] = field(default_factory=dict)
    _vat: dict[VatKey, tuple[Decimal, Decimal]] = field(default_factory=dict)
    _credited: dict[VatKey, tuple[Decimal, Decimal]] = field(default_factory=dict)
    _total: Decimal | None = None
    _total_credited: Decimal = _ZERO
    _slack: Decimal = _ZERO
    _credits: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        total = _total(self.invoice)
        own = -1 if self.invoice.is_credit_note else 1
        self._sign = -own if total is not None and total < 0 else own
        factor = self._sign
        self._total = None if total is None else abs(total)
        self._slack = rounding_of_lines(self.invoice)
        self._vat = {key: (factor * own * one, factor * own * other) for key, (one, other) in _vat_of(self.invoice)}
        for row in _rows(self.invoice, factor * own):
            self._add_row(row)

    def _add_row(self, row: Row) -> None:
        known = list({id(group): group for key in _keys(row) if (group := self._by_key.get(key))}.values())
        group = known[0] if known else _Group([])
        for other in known[1:]:  # a row that two groups share makes one of them
            group.rows += other.rows
            self._groups.remove(other)
            for key in [key for key, value in self._by_key.items() if value is other]:
                self._by_key[key] = group
        if not known:
            self._groups.append(group)
        group.rows.append(row)
        for key in _keys(row):
            self._by_key[key] = group

    # ------------------------------------------------------------------------------ judging

    def check(self, credit: Invoice) -> Iterator[Finding]:
        """Yield what does not fit, and remember what *credit* credits; the original itself fits."""
        if not credit.is_credit_note and _same_number(credit.invoice_number, self.invoice.invoice_number):
            return
        mistaken = self._mistaken(credit)
        if mistaken is not None:
            yield mistaken
            return
        yield from self._check_reference(credit)
        for rule, name, mine, other in (
            (SELLER, "seller", credit.seller, self.invoice.seller),
            (BUYER, "buyer", credit.buyer, self.invoice.buyer),
        ):
            found = _difference(mine, other)
            if found is not None:
                here, there, severity = found
                yield rule.finding(
                    f"the {name} is {here}, on the original {there}", path=f"{name}.name", value=here, severity=severity
                )
        if credit.currency and self.invoice.currency and credit.currency != self.invoice.currency:
            yield CURRENCY.finding(
                f"the credit note is in {credit.currency} and the original in {self.invoice.currency} (BT-5); amounts "
                "were not compared",
                path="currency",
                value=credit.currency,
            )
            return
        own = -1 if credit.is_credit_note else 1
        factor = -self._sign * own
        total = _total(credit)
        if total is not None and total * factor < 0:
            yield TYPE.finding(
                f"{'credit note' if credit.is_credit_note else 'invoice'} (type {credit.type_code}) with a total of "
                f"{money(total, credit)}: that adds to the original of {money(_total(self.invoice) or _ZERO, credit)} "
                "and does not credit it",
                path="type_code",
                value=credit.type_code,
            )
            return
        number = (credit.invoice_number or "").strip()
        if number in self._credits:
            return
        self._credits.add(number or f"#{len(self._credits)}")
        self._slack += rounding_of_lines(credit)
        yield from self._check_rows(credit, factor)
        yield from self._check_vat(credit, factor)
        yield from self._check_total(credit, total, factor)

    def _mistaken(self, credit: Invoice) -> Finding | None:
        """Return what is wrong when the wrong files were given: the credit note as its own original, or both turned."""
        number = self.invoice.invoice_number
        if credit.is_credit_note and self.invoice.is_credit_note and _same_number(credit.invoice_number, number):
            message = f"the original is the credit note {number} itself"
            fix = "Give the invoice that it credits with --original."
        elif not credit.is_credit_note and any(
            _same_number(preceding.number, credit.invoice_number) for preceding in self.invoice.preceding_invoices
        ):
            message = f"the original {number} credits the document: it names {credit.invoice_number} (BT-25)"
            fix = "Give the credit note as the document, and the invoice with --original."
        else:
            return None
        return TYPE.finding(message, path="type_code", value=credit.type_code, fix=fix)

    def _check_reference(self, credit: Invoice) -> Iterator[Finding]:
        number = (self.invoice.invoice_number or "").strip()
        named = [preceding for preceding in credit.preceding_invoices if (preceding.number or "").strip()]
        if number and not named:
            yield NUMBER.finding(
                f"no preceding invoice is stated (BT-25), expected {number}, the number of the original",
                path="preceding_invoices",
                severity="warning",
            )
        elif number and not any(_same_number(preceding.number, number) for preceding in named):
            stated = ", ".join(str(preceding.number) for preceding in named)
            index = credit.preceding_invoices.index(named[0])
            yield NUMBER.finding(
                f"the preceding invoice is {stated} (BT-25), and the original has the number {number} (BT-1)",
                path=f"preceding_invoices[{index}].number",
                value=named[0].number,
            )
        day = self.invoice.issue_date
        if day is None:
            return
        for index, preceding in enumerate(credit.preceding_invoices):
            if _same_number(preceding.number, number) and preceding.issue_date not in (None, day):
                yield ORIGINAL_DATE.finding(
                    f"the preceding invoice {preceding.number} is dated {preceding.issue_date} (BT-26), and the "
                    f"original {day} (BT-2)",
                    path=f"preceding_invoices[{index}].issue_date",
                    value=preceding.issue_date,
                )
        if credit.issue_date is not None and credit.issue_date < day:
            yield ORIGINAL_DATE.finding(
                f"the credit note is of {credit.issue_date} and the original of {day} (BT-2), which is later",
                path="issue_date",
                value=credit.issue_date,
            )

    def _check_rows(self, credit: Invoice, factor: int) -> Iterator[Finding]:
        touched: dict[int, tuple[_Group, Row]] = {}
        for row in _rows(credit, factor):
            group = self._group_of(row)
            if group is None:
                if row.net != 0:
                    amount = "" if row.net is None else f" of {money(factor * row.net, credit)}"
                    yield UNKNOWN.finding(f"{row.shown}{amount} is no row of the original", path=row.path)
                continue
            yield from self._check_rate(row, group)
            yield from self._check_price(row, group, credit)
            group.net += row.net or _ZERO
            group.quantity += row.quantity or _ZERO
            touched.setdefault(id(group), (group, row))
        for group, row in touched.values():
            yield from self._check_group(row, group, credit)

    def _check_group(self, row: Row, group: _Group, credit: Invoice) -> Iterator[Finding]:
        net = _sum(each.net for each in group.rows)
        if net is not None and _exceeds(group.net, net):
            off = abs(group.net) - abs(net) if group.net * net >= 0 else abs(group.net)
            yield LINE.finding(
                f"{row.shown}: {money(group.net, credit)} {self._credited_so_far()}, and the original has "
                f"{money(net, credit)}",
                path=row.path,
                value=row.net,
                severity=_gravity(off, _CENT * (len(group.rows) + len(self._credits))),
                terms=("BT-131",),
            )
            return
        quantity = _sum(each.quantity for each in group.rows)
        same_unit = {each.unit for each in group.rows} | {row.unit}
        if net is not None and abs(group.net) == abs(net):
            return  # all of it: a format that cannot hold the price may have written one piece for a hundred
        if quantity is not None and len(same_unit - {None}) <= 1 and _exceeds(group.quantity, quantity):
            yield LINE.finding(
                f"{row.shown}: the quantity {group.quantity} {self._credited_so_far()}, and the original has "
                f"{quantity}",
                path=row.path.replace("net_amount", "quantity"),
                value=row.quantity,
                severity="warning",
                terms=("BT-129",),
            )

    def _check_rate(self, row: Row, group: _Group) -> Iterator[Finding]:
        rates = {each.vat[1] or _ZERO for each in group.rows}
        if row.vat[0] is None or row.vat not in self._vat or (row.vat[1] or _ZERO) in rates:
            return  # a rate that the original has nowhere is named by `_check_vat`
        had = " and ".join(dict.fromkeys(_named(each.vat) for each in group.rows))
        yield VAT.finding(
            f"{row.shown}: {_named(row.vat)}, and the original has it with {had}",
            path=f"{row.path.rpartition('.')[0]}.vat_rate",
            value=row.vat[1],
            terms=("BT-151", "BT-152") if row.path.startswith("lines") else ("BT-95", "BT-96"),
        )

    def _check_price(self, row: Row, group: _Group, credit: Invoice) -> Iterator[Finding]:
        prices = [
            abs(each.net / each.quantity)
            for each in group.rows
            if each.net is not None and each.quantity and each.unit == row.unit
        ]
        if not prices or not row.net or not row.quantity or len(prices) != len(group.rows):
            return
        price, highest = abs(row.net / row.quantity), max(prices)
        slack = _CENT / abs(row.quantity) + _CENT / min(abs(each.quantity) for each in group.rows if each.quantity)
        if price > highest + slack:
            yield PRICE.finding(
                f"{row.shown}: {money(_short(price), credit)} for one, and the original has {_short(highest)}",
                path=row.path,
                value=row.net,
            )

    def _group_of(self, row: Row) -> _Group | None:
        for key in _keys(row):
            if key in self._by_key:
                return self._by_key[key]
        if len(row.name) >= 10:  # a format may have cut the name
            for group in self._groups:
                for each in group.rows:
                    if len(each.name) >= 10 and (each.name.startswith(row.name) or row.name.startswith(each.name)):
                        return group
        for group in self._groups:
            for each in group.rows:
                if row.line_identifier and each.line_identifier == row.line_identifier and _same_price(each, row):
                    return group
        return None

    def _check_vat(self, credit: Invoice, factor: int) -> Iterator[Finding]:
        places = {vat_key(entry.category, entry.rate): index for index, entry in enumerate(credit.vat_breakdown)}
        for key, (taxable, tax) in _vat_of(credit):
            before = self._credited.get(key, (_ZERO, _ZERO))
            so_far = (before[0] + factor * taxable, before[1] + factor * tax)
            self._credited[key] = so_far
            path = f"vat_breakdown[{places[key]}]" if key in places else "vat_breakdown"
            if key not in self._vat:
                if not taxable and not tax:
                    continue
                stated = ", ".join(map(_named, self._vat)) or "none"
                untaxed = not key[1] and any(not rate for _, rate in self._vat)
                yield VAT.finding(
                    f"{_named(key)} is credited, and the original has {stated}",
                    path=f"{path}.rate" if key in places else path,
                    value=key[1],
                    severity="warning" if untaxed else None,
                    terms=("BT-118", "BT-119"),
                )
                continue
            for index, (what, term, name) in enumerate(
                (("taxable amount", "BT-116", "taxable_amount"), ("VAT", "BT-117", "tax_amount"))
            ):
                had, has = self._vat[key][index], so_far[index]
                off = abs(has) - abs(had)
                if _exceeds(has, had) and off > (_CENT * len(self._credits) if index else _ZERO):
                    yield VAT.finding(
                        f"{_named(key)}: {what} {money(has, credit)} ({term}) {self._credited_so_far()}, and the "
                        f"original has {money(had, credit)}",
                        path=f"{path}.{name}" if key in places else path,
                        value=has,
                        severity=_gravity(off, self._slack),
                        terms=(term, "BT-118", "BT-119"),
                    )
                    break

    def _check_total(self, credit: Invoice, total: Decimal | None, factor: int) -> Iterator[Finding]:
        if total is None or self._total is None:
            return
        self._total_credited += factor * total
        off = self._total_credited - self._total
        if off > 0:
            yield TOTAL.finding(
                f"the total with VAT {money(self._total_credited, credit)} {self._credited_so_far()}, and the original "
                f"has {money(self._total, credit)}: {money(off, credit)} too much",
                path="totals.total_with_vat",
                value=total,
                severity=_gravity(off, self._slack),
            )

    def _credited_so_far(self) -> str:
        others = len(self._credits) - 1
        if not others:
            return "is credited"
        return f"is credited together with {others} other credit note{'s' if others > 1 else ''}"


class Originals:
    """The invoices that credit notes are compared with, and what they have seen.

    One object judges any number of credit notes, in the order in which they come.
    """

    @exact
    def __init__(self, invoices: Iterable[Invoice]) -> None:
        self._originals = [Original(invoice) for invoice in invoices]

    @exact
    def check(self, credit: Invoice) -> list[Finding]:
        """Return what *credit* has that the original it names does not; of one original the name does not matter."""
        chosen = self._originals
        if len(chosen) > 1:
            names = [preceding.number for preceding in credit.preceding_invoices]
            chosen = [each for each in chosen if any(_same_number(n, each.invoice.invoice_number) for n in names)]
        if not chosen:
            numbers = ", ".join(str(each.invoice.invoice_number) for each in self._originals)
            return [
                NUMBER.finding(
                    f"the document names none of the originals (BT-25): {numbers}", path="preceding_invoices"
                )
            ]
        return list(chosen[0].check(credit))


def _total(invoice: Invoice) -> Decimal | None:
    """Return the total with VAT: stated, or calculated."""
    totals = invoice.totals
    if totals is not None and totals.total_with_vat is not None:
        return totals.total_with_vat
    return derive_totals(invoice)[0].total_with_vat


def _vat_of(invoice: Invoice) -> Iterator[tuple[VatKey, tuple[Decimal, Decimal]]]:
    """Yield taxable amount and VAT of each category and rate: stated, or calculated."""
    found: dict[VatKey, tuple[Decimal, Decimal]] = {}
    for entry in invoice.vat_breakdown:
        key = vat_key(entry.category, entry.rate)
        one, other = found.get(key, (_ZERO, _ZERO))
        found[key] = one + (entry.taxable_amount or _ZERO), other + (entry.tax_amount or _ZERO)
    if not found:
        for key, amount in taxable_amounts(invoice).items():
            if amount is not None and key[0] is not None:
                found[key] = amount, _ZERO if key[1] is None else tax_amount(amount, key[1])
    return iter(found.items())


def _rows(invoice: Invoice, factor: int) -> Iterator[Row]:
    """Yield the rows of *invoice*, amounts and quantities times *factor*."""
    for index, line in enumerate(invoice.lines):
        name = " ".join((line.item_name or "").casefold().split())
        shown = line_name(line, index) + (f" ({line.item_name.strip()})" if line.item_name else "")
        yield Row(
            name,
            frozenset(_identifiers(line)),
            (line.identifier or "").strip(),
            None if line.net_amount is None else factor * line.net_amount,
            None if line.quantity is None else factor * line.quantity,
            line.unit_code or line.unit_name,
            vat_key(line.vat_category, line.vat_rate),
            shown,
            f"lines[{index}].net_amount",
        )
    for index, item in enumerate(invoice.allowances_charges):
        what = "charge" if item.is_charge else "allowance"
        amount = item.amount
        if amount is not None:
            amount = factor * (amount if item.is_charge else -amount)
        reason = (item.reason or "").strip()
        yield Row(
            " ".join(reason.casefold().split()) or f"document {what}",
            frozenset(),
            "",
            amount,
            None,
            None,
            vat_key(item.vat_category, item.vat_rate),
            f"document {what}" + (f" ({reason})" if reason else ""),
            f"allowances_charges[{index}].amount",
        )


def _identifiers(line: Line) -> Iterator[str]:
    for kind, value in (
        ("seller", line.seller_item_identifier),
        ("standard", line.standard_item_identifier),
        ("buyer", line.buyer_item_identifier),
    ):
        if value and not value.isspace():
            yield f"{kind} {value.strip().casefold()}"


def _keys(row: Row) -> list[str]:
    return [*sorted(row.identifiers), *([f"name {row.name}"] if row.name else [])]


def _same_price(one: Row, other: Row) -> bool:
    if not one.quantity or not other.quantity or one.net is None or other.net is None:
        return False
    return abs(abs(one.net / one.quantity) - abs(other.net / other.quantity)) <= _CENT


def _same_number(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    one, other = one.strip().casefold(), other.strip().casefold()
    return one == other or (one.isdigit() and other.isdigit() and one.lstrip("0") == other.lstrip("0"))


def _exceeds(credited: Decimal, original: Decimal) -> bool:
    """Say whether more is credited than there was, or in the other direction."""
    if not credited:
        return False
    return credited * original < 0 or abs(credited) > abs(original)


def _gravity(off: Decimal, slack: Decimal) -> Severity:
    return "warning" if off <= slack else "error"


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    total = _ZERO
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total


def _named(key: VatKey) -> str:
    return f"VAT {key[0]}" if key[1] is None else f"VAT {key[0]} {key[1]} %"


def _short(price: Decimal) -> Decimal:
    return round_half_up(price, 4 if price < 1 else 2)


def _difference(mine: Party | None, other: Party | None) -> tuple[str, str, Severity] | None:
    """Return how two parties are called when they are not the same, and how grave that is; None when they may be.

    Numbers decide where both have one of a kind, names where they have none in common.
    """
    if mine is None or other is None:
        return None
    numbers, others = _numbers(mine), _numbers(other)
    shared = numbers.keys() & others.keys()
    if any(numbers[kind] & others[kind] for kind in shared):
        return None
    severity: Severity = "error" if shared else "warning"
    if not shared:
        one, two = (" ".join((party.name or "").casefold().split()) for party in (mine, other))
        if not one or not two or one.startswith(two) or two.startswith(one):
            return None
    return _called(mine), _called(other), severity


def _numbers(party: Party) -> dict[str, set[str]]:
    """Return the numbers of a party by kind; a VAT number counts as the number of the company where it holds it."""
    found: dict[str, set[str]] = {}
    vat = "".join(letter for letter in (party.vat_identifier or "").upper() if letter.isalnum())
    if vat[:2] in _INNER and vat[2:].rstrip("AMV").isdigit():
        found.setdefault("company", set()).add(vat[2 : 2 + _INNER[vat[:2]]])
    elif vat:
        found.setdefault("VAT number", set()).add(vat)
    registration = "".join(filter(str.isdigit, party.legal_registration_identifier or ""))
    if registration:
        found.setdefault("company", set()).add(registration)
    for identifier in party.identifiers:
        value = (identifier.value or "").strip()
        if identifier.scheme == "0088" and value:
            found.setdefault("GLN", set()).add(value)
    return found


_INNER: Final = {"FI": 8, "SE": 10, "NO": 9, "DK": 8}
"""How many digits behind the letters of a VAT number are the number of the company."""


def _called(party: Party) -> str:
    from einvoice.identifiers import personal

    number = party.vat_identifier or party.legal_registration_identifier
    name = party.name or "nameless"
    return name if not number else f"{name} ({personal.mask(number)})"
