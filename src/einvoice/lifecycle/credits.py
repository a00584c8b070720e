"""Credit notes: of a whole invoice, of some of its rows, or of an amount; never more than there is to credit.

A credit note is a document of its own (type 381) that names the invoice it credits (BT-25, BT-26).  Its amounts are
positive, as everywhere in the model: the type carries the direction, and a format that writes credit notes negative
flips them (`einvoice.calc.flip`).  What is negative on the invoice, a return or a discount as a row, stays negative.

What is left to credit is the invoice less the credit notes given as *credited*.  Credit by rows is calculated as in
`einvoice.lifecycle.parts`: credit notes that together take every row add up to the invoice, cent for cent.  Credit of
an amount, VAT included, is spread over the VAT categories by what is left of each.

Not taken over: terms of payment, due date, what was paid, payment references, direct debit and card, attachments, keys
and status of a system; only the key by which Billecta names what is credited goes along, and the way to the buyer.
Rows of the accounting voucher change sign.

Source: EN 16931-1:2017+A1:2019, BG-3; BIS Billing 3.0.21, credit notes; `einvoice.model`, the sign convention.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from einvoice.calc import VatKey, nets_from_gross, round_half_up, vat_key
from einvoice.calc.rounding import exact, negated
from einvoice.errors import NotAllowed, UsageError
from einvoice.lifecycle.parts import Amounts, Cut, Picks, Place, exact_number, way_there
from einvoice.model import (
    AllowanceCharge,
    DocumentTotals,
    Internal,
    Invoice,
    Line,
    Note,
    PrecedingInvoice,
    VatBreakdown,
)

CREDIT_NOTE: Final = "381"
"""Type code (BT-3) of what is made here."""

_NAMED_BY: Final = {"billecta:ActionPublicId": "billecta:CreditingInvoicePublicId"}
"""Key of an invoice in its system → key by which a credit note there names the invoice."""

_ZERO: Final = Decimal(0)


def credit(
    invoice: Invoice,
    *,
    number: str,
    date: datetime.date,
    reason: str | None = None,
    due_date: datetime.date | None = None,
    credited: Sequence[Invoice] = (),
) -> Invoice:
    """Return the credit note *number* of *date* that credits all of *invoice* that *credited* has left.

    *reason* becomes a note (BT-22).  *due_date*, the day by which the money goes back, is *date* where it is not given.
    Raises NotAllowed where nothing is left, UsageError for what cannot be credited.

    >>> from einvoice.model import Invoice, Line
    >>> line = Line(quantity=2, net_price="10", vat_category="S", vat_rate="25.5")
    >>> invoice = Invoice(invoice_number="1001", currency="EUR", lines=(line,))
    >>> note = credit(invoice, number="1002", date=datetime.date(2026, 5, 20), reason="Returned")
    >>> note.type_code, note.preceding_invoices[0].number, str(note.totals.amount_due)
    ('381', '1001', '25.10')
    """
    left = _Left(invoice, number, date, credited)
    if left.has_more:
        return left.finished(
            left.by_rows({n: None for n, part in enumerate(left.quantities) if part}), reason, due_date
        )
    return left.finished(left.by_amount(left.total, reason), reason, due_date)


def part_credit(
    invoice: Invoice,
    picks: Picks | None = None,
    *,
    amount: Decimal | None = None,
    number: str,
    date: datetime.date,
    reason: str | None = None,
    due_date: datetime.date | None = None,
    item_identifier: str | None = None,
    credited: Sequence[Invoice] = (),
) -> Invoice:
    """Return the credit note of the lines and quantities *picks*, or of *amount* with VAT; never beyond what is left.

    *picks* as in `einvoice.lifecycle.parts.part_activate`; allowances and charges of the document go along in
    proportion.  A credit of an amount has one line per VAT category, named by *reason*, with *item_identifier* as
    the product of the seller's system (BT-155).
    Raises NotAllowed for more than *credited* has left, UsageError for lines that the invoice does not have.
    """
    if (picks is None) == (amount is None):
        raise UsageError("credit what?", fix="Name lines and quantities, or an amount with VAT.")
    left = _Left(invoice, number, date, credited)
    if picks is not None:
        return left.finished(left.by_rows(picks), reason, due_date)
    assert amount is not None
    amount = exact_number("the amount", amount)
    if amount != round_half_up(amount, left.cut.digits):
        raise UsageError(f"{amount} has more than {left.cut.digits} decimals", fix="Round it.")
    return left.finished(left.by_amount(amount, reason, item_identifier), reason, due_date)


class _Left:
    """What is left to credit of an invoice."""

    def __init__(self, invoice: Invoice, number: str, date: datetime.date, credited: Sequence[Invoice]) -> None:
        _check(invoice, number, date)
        self.cut = Cut.of(invoice)
        self.invoice = self.cut.invoice
        self.number, self.date = number, date
        self.before: list[Amounts] = []
        self.taken = [_ZERO] * len(self.invoice.lines)
        self.by_key: dict[VatKey, tuple[Decimal, Decimal]] = {}
        for entry in self.invoice.vat_breakdown:
            self._add(entry, 1)
        self.total = self.cut.amounts["total", "total_with_vat"]
        self.matched = True
        numbers: set[str] = set()
        for note in credited:
            self._take(note)
            if note.invoice_number == number:
                raise UsageError(f"there is a credit note {number} already", fix="Give this one a number of its own.")
            if note.invoice_number in numbers:
                raise UsageError(
                    f"credit note {note.invoice_number} is handed in twice", fix="Hand each credit note in once."
                )
            if note.invoice_number is not None:
                numbers.add(note.invoice_number)

    @property
    def quantities(self) -> list[Decimal]:
        """Per line, the quantity that is left."""
        return [whole - part for whole, part in zip(self.cut.quantities, self.taken, strict=True)]

    @property
    def has_more(self) -> bool:
        """Whether lines tell what is left; after a credit of an amount they do not."""
        return self.matched and any(self.quantities)

    # ------------------------------------------------------------------------------ what was credited before

    def _take(self, note: Invoice) -> None:
        name = note.invoice_number or "without number"
        if not note.is_credit_note:
            raise UsageError(f"{name} is no credit note (type {note.type_code})", fix="Hand in credit notes only.")
        if note.currency != self.invoice.currency:
            raise UsageError(
                f"credit note {name} is in {note.currency}, the invoice in {self.invoice.currency}",
                fix="Hand in the credit notes of this invoice.",
            )
        numbers = [each.number for each in note.preceding_invoices if each.number]
        if numbers and self.invoice.invoice_number not in numbers:
            raise UsageError(
                f"credit note {name} credits {', '.join(numbers)}, not {self.invoice.invoice_number}",
                fix="Hand in the credit notes of this invoice.",
            )
        amounts = Cut.of(note)
        found: Amounts = {}
        free = set(range(len(self.invoice.lines)))
        for n, line in enumerate(amounts.invoice.lines):
            at = _same_line(line, self.invoice.lines, free)
            if at is None:
                self.matched = False
                continue
            free.discard(at)
            self.taken[at] += amounts.quantities[n]
            found |= _moved(amounts.amounts, ("line", n), ("line", at))
            _align(line.allowances_charges, self.invoice.lines[at].allowances_charges, amounts.amounts, found,
                   ("line", n), ("line", at))  # fmt: skip
        _align(amounts.invoice.allowances_charges, self.invoice.allowances_charges, amounts.amounts, found, (), ())
        for n, entry in enumerate(amounts.invoice.vat_breakdown):
            self._add(entry, -1)
            for m, other in enumerate(self.invoice.vat_breakdown):
                if _key(entry) == _key(other):
                    found |= _moved(amounts.amounts, ("vat", n), ("vat", m))
        found |= {place: amount for place, amount in amounts.amounts.items() if place[0] == "total"}
        self.before.append(found)
        self.total -= amounts.amounts["total", "total_with_vat"]

    def _add(self, entry: VatBreakdown, sign: int) -> None:
        taxable, tax = self.by_key.get(_key(entry), (_ZERO, _ZERO))
        self.by_key[_key(entry)] = (
            taxable + sign * (entry.taxable_amount or _ZERO),
            tax + sign * (entry.tax_amount or _ZERO),
        )

    # ------------------------------------------------------------------------------ what is credited now

    @exact
    def by_rows(self, picks: Picks) -> Invoice:
        """Return the document of *picks*, less what rounding gave to the credit notes before."""
        picked = self.cut.picked(picks, self.taken)
        kept = [left - part for left, part in zip(self.quantities, picked, strict=True)]
        behind = self.cut.remaining(kept)
        found = self.cut.minus(self.cut.amounts, behind, *self.before)
        lines = {vat_key(line.vat_category, line.vat_rate) for line in self.invoice.lines}
        touched = {vat_key(line.vat_category, line.vat_rate) for n, line in enumerate(self.invoice.lines) if picked[n]}
        for n, item in enumerate(self.invoice.allowances_charges):
            key = vat_key(item.vat_category, item.vat_rate)
            if key in lines - touched:
                found = {place: amount for place, amount in found.items() if place[:2] != ("item", n)}
        for n, entry in enumerate(self.invoice.vat_breakdown):
            if not self.cut.has_rows(_key(entry), picked, found):
                found = {place: amount for place, amount in found.items() if place[:2] != ("vat", n)}
        rounding = None
        if any(kept) or not self.matched:  # else what is left of the stated totals, whatever they are
            found |= {("total", name): amount for name, amount in self.cut.sums(found).items()}
        else:
            rounding = found.get(("total", "rounding_amount"))
        total = found["total", "total_with_vat"]
        due = total + (rounding or _ZERO)
        found["total", "amount_due"] = due
        part = self.cut.build(found, picked)
        assert part.totals is not None
        totals = part.totals.model_copy(
            update={"paid_amount": None, "rounding_amount": rounding or None, "amount_due": due}
        )
        return part.model_copy(update={"totals": totals, "internal": self._internal(total)})

    @exact
    def by_amount(self, amount: Decimal, reason: str | None = None, item_identifier: str | None = None) -> Invoice:
        """Return the document of *amount* with VAT, spread over the VAT categories."""
        self._check_amount(amount)
        keys = [key for key, (taxable, tax) in self.by_key.items() if taxable or tax]
        lefts = [sum(self.by_key[key], _ZERO) for key in keys]
        grosses = self.cut.shares(lefts, amount, sum(lefts, _ZERO) or Decimal(1))
        text = reason or f"Credit of invoice {self.invoice.invoice_number}"
        lines: list[Line] = []
        breakdown: list[VatBreakdown] = []
        for key, gross, left in zip(keys, grosses, lefts, strict=True):
            if not gross:
                continue
            net = self._net(key, gross, left)
            lines.append(
                Line(
                    identifier=f"{len(lines) + 1}",
                    quantity=Decimal(1).copy_sign(net),
                    unit_code="C62",
                    net_price=abs(net),
                    net_amount=net,
                    vat_category=key[0],
                    vat_rate=key[1],
                    item_name=text,
                    seller_item_identifier=item_identifier,
                )
            )
            stated = next(entry for entry in self.invoice.vat_breakdown if _key(entry) == key)
            breakdown.append(stated.model_copy(update={"taxable_amount": net, "tax_amount": gross - net}))
        net_total = sum((line.net_amount or _ZERO for line in lines), _ZERO)
        totals = DocumentTotals(
            line_total=net_total,
            total_without_vat=net_total,
            vat_total=amount - net_total,
            vat_total_accounting=self._accounting(amount - net_total),
            total_with_vat=amount,
            amount_due=amount,
        )
        return self.invoice.model_copy(
            update={
                "lines": tuple(lines),
                "allowances_charges": (),
                "vat_breakdown": tuple(breakdown),
                "totals": totals,
                "leading_text_rows": (),
                "internal": self._internal(amount),
            }
        )

    def _net(self, key: VatKey, gross: Decimal, left: Decimal) -> Decimal:
        """Return what *gross* is without VAT, neither of the two beyond what is left of the category."""
        taxable, tax = self.by_key[key]
        if gross == left:
            return taxable
        net = gross if key[1] is None else nets_from_gross([gross], key[1], minor_units=self.cut.digits)[0]
        if abs(net) > abs(taxable):
            net = taxable
        return gross - tax if abs(gross - net) > abs(tax) else net

    def _accounting(self, vat: Decimal) -> Decimal | None:
        stated = self.invoice.totals
        if stated is None or stated.vat_total_accounting is None:
            return None
        return self.cut.share(stated.vat_total_accounting, vat, stated.vat_total) if stated.vat_total else _ZERO

    def _internal(self, amount: Decimal) -> Internal | None:
        internal = self.invoice.internal
        if internal is None:
            return None
        whole = self.cut.amounts["total", "total_with_vat"]
        amounts = [posting.amount or _ZERO for posting in internal.posting_lines]
        shares = amounts if amount == whole or not whole else self.cut.shares(amounts, amount, whole)
        postings = tuple(
            posting.model_copy(update={"amount": negated(share)})
            for posting, share in zip(internal.posting_lines, shares, strict=True)
        )
        return internal.model_copy(update={"posting_lines": postings, "lifecycle_status": None, "posting_date": None})

    # ------------------------------------------------------------------------------ the document

    def _check_amount(self, amount: Decimal) -> None:
        currency = self.invoice.currency or ""
        number = self.invoice.invoice_number
        if self.total <= 0:
            why = "it is credited in full" if self.before else f"its total is {self.total} {currency}"
            raise NotAllowed(f"nothing is left to credit of invoice {number}: {why}", fix="Make no credit note.")
        if amount <= 0:
            raise UsageError(
                f"a credit of {amount} {currency} is none", fix="Credit more than 0; amounts of credits are positive."
            )
        if amount > self.total:
            raise NotAllowed(
                f"a credit of {amount} {currency} is more than the {self.total} {currency} that is left of invoice "
                f"{number}",
                fix=f"Credit {self.total} {currency} at most.",
            )

    def _check_groups(self, note: Invoice) -> None:
        for entry in note.vat_breakdown:
            taxable, tax = self.by_key[_key(entry)]
            for name, amount, left in (
                ("taxable amount", entry.taxable_amount, taxable),
                ("VAT", entry.tax_amount, tax),
            ):
                if amount and (abs(amount) > abs(left) or (amount > 0) != (left > 0)):
                    raise NotAllowed(
                        f"the credit takes {amount} of the {name} in category {entry.category}"
                        f"{'' if entry.rate is None else f' {entry.rate} %'}, and {left} is left",
                        fix="Credit less of these lines, or an amount.",
                    )

    def finished(self, part: Invoice, reason: str | None, due_date: datetime.date | None) -> Invoice:
        """Return *part* as the credit note; raises NotAllowed where it goes beyond what is left."""
        assert part.totals is not None
        assert part.totals.total_with_vat is not None
        self._check_amount(part.totals.total_with_vat)
        self._check_groups(part)
        original = self.invoice
        notes = original.notes if reason is None else _with_reason(reason, original.notes)
        ways = tuple(
            way.model_copy(update={"remittance_information": None, "reference_kind": None, "due_date": None})
            for way in original.payment_instructions
            if way.direct_debit is None and way.card is None
        )
        return part.model_copy(
            update={
                "invoice_number": self.number,
                "issue_date": self.date,
                "type_code": CREDIT_NOTE,
                "document_kind": None,
                "due_date": due_date or self.date,
                "value_date": None,
                "tax_point_date": None,
                "tax_point_date_code": None,
                "payment_terms": None,
                "payment_conditions": None,
                "payment_instructions": ways,
                "notes": notes,
                "preceding_invoices": (
                    PrecedingInvoice(number=original.invoice_number, issue_date=original.issue_date),
                ),
                "supporting_documents": (),
                "native": way_there(original) | _names(original),
            }
        )


# ---------------------------------------------------------------------------------- small steps


def _check(invoice: Invoice, number: str, date: datetime.date) -> None:
    name = invoice.invoice_number
    if invoice.is_credit_note:
        raise UsageError(
            f"{name or 'the document'} is a credit note (type {invoice.type_code})", fix="Invoice the amount again."
        )
    if not name:
        raise UsageError("the invoice has no number (BT-1) that a credit note could name", fix="Give it its number.")
    if invoice.document_kind in ("draft", "order"):
        raise NotAllowed(
            f"{name} is {'an order' if invoice.document_kind == 'order' else 'a draft'} and owes nobody anything",
            allowed=("update", "delete"),
            fix="Change or delete it; credit an invoice that is in force.",
        )
    if not number.strip() or number == name:
        raise UsageError(
            f"a credit note of {name} cannot have the number {number!r}", fix="Give it a number of its own."
        )
    if invoice.issue_date is not None and date < invoice.issue_date:
        raise UsageError(
            f"the credit note is of {date}, and invoice {name} of {invoice.issue_date}", fix="Take a later date."
        )
    stated = invoice.totals
    if stated is not None and (stated.total_with_vat or _ZERO) < 0:
        raise UsageError(
            f"{name} is a negative invoice ({stated.total_with_vat}), a credit in itself",
            fix="Invoice the amount again.",
        )


def _with_reason(reason: str, notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Return *notes* behind *reason*: one alone takes it as its first line, since BIS Billing has one (R002)."""
    if len(notes) == 1 and notes[0].text and notes[0].subject_code is None and notes[0].placement is None:
        return (Note(text=f"{reason}\n{notes[0].text}"),)
    return (Note(text=reason), *notes)


def _names(invoice: Invoice) -> dict[str, str]:
    """Return how a credit note in the system of *invoice* names it there."""
    return {there: invoice.native[here] for here, there in _NAMED_BY.items() if here in invoice.native}


def _key(entry: VatBreakdown) -> VatKey:
    return vat_key(entry.category, entry.rate)


def _same_line(line: Line, lines: Sequence[Line], free: set[int]) -> int | None:
    """Return which of the *free* *lines* a credit note means with *line*; None where it is not sure."""
    item = (line.item_name, line.seller_item_identifier, vat_key(line.vat_category, line.vat_rate))
    alike = [
        n
        for n in sorted(free)
        if (lines[n].item_name, lines[n].seller_item_identifier, vat_key(lines[n].vat_category, lines[n].vat_rate))
        == item
    ]
    same = [n for n in alike if lines[n].identifier == line.identifier]
    if same and (line.identifier is not None or len(same) == len(alike)):
        return same[0]
    return alike[0] if len(alike) == 1 else None


def _moved(amounts: Amounts, at: Place, to: Place) -> Amounts:
    """Return the amounts right below *at*, placed below *to*."""
    return {
        (*to, place[-1]): amount
        for place, amount in amounts.items()
        if place[: len(at)] == at and len(place) == len(at) + 1
    }


def _align(
    items: Sequence[AllowanceCharge],
    others: Sequence[AllowanceCharge],
    amounts: Amounts,
    found: Amounts,
    at: Place,
    to: Place,
) -> None:
    """Put the amounts of *items* below *at* where *others*, below *to*, have the same allowance or charge."""
    free = list(range(len(others)))
    for n, item in enumerate(items):
        for m in free:
            if _kind(item) == _kind(others[m]):
                free.remove(m)
                found.update(_moved(amounts, (*at, "item", n), (*to, "item", m)))
                break


def _kind(item: AllowanceCharge) -> tuple[object, ...]:
    return item.is_charge, item.reason_code, item.reason, item.percentage, vat_key(item.vat_category, item.vat_rate)
