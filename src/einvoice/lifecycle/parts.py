"""Part activation: an invoice of the picked lines and quantities, and the remainder; together exactly the whole.

The remainder is calculated, the picked part takes the difference.  So every amount of the two (net of a line,
allowance, VAT of a category, total) adds up to that of the whole, cent for cent, and what rounding shifts does not pile
up when a remainder is split again: each is rounded from its own quantities and prices, not from the one before.

    line       quantity as picked; net and allowances as price, base and percentage give them, else by quantity
    document   an allowance or charge by the net of the lines of its VAT category and rate (all lines where none has it)
    VAT        taxable amount from the rows; VAT from the rate where the whole has it so, else by taxable amount
    advance    what was paid (BT-113) counts for the picked part first; the rounding amount (BT-114) stays behind

A category of which one part has no row is whole in the other.  A part may differ by a cent from what its own rows give
where the rounding of the whole fell on it; EN 16931 and BIS Billing leave that room (BR-CO-17, R120).

Amounts are in the currency of the invoice, rounded half away from zero to its minor unit, two decimals at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from einvoice import codelists
from einvoice.calc import VatKey, complete, line_net_amount, round_half_up, tax_amount, vat_key
from einvoice.calc.rounding import exact
from einvoice.errors import UsageError
from einvoice.model import AllowanceCharge, DocumentTotals, Invoice, Line, VatBreakdown

Picks = Mapping[str | int, Decimal | int | None]
"""Which lines: identifier of the line (BT-126), or its place as a number from 0 → quantity, None for all of it."""

Place = tuple[str | int, ...]
"""Where an amount stands in an invoice: ``("line", 0, "net_amount")``."""

Amounts = dict[Place, Decimal]

_OF_THE_WHOLE: Final = re.compile(
    r"(?!_|.*UnitPrice|.*Fixed|Asked)[A-Za-z]*(?:Amount|Quantity|Hours)(?:\[|$)"
    r"|(?:SubInvoiceRow|InvoiceRow|Records|PartialPaymentDetails|VatSpecificationDetails|CashDiscountVatDetails)(?:\[|$)"
    r"|_instalment$"
)
"""Names of elements and members, as formats keep them, that state sums or quantities of the whole, or hold such."""

_WAY_THERE: Final = (
    "finvoice:_FromIdentifier",
    "finvoice:MessageTransmissionDetails/MessageSenderDetails/FromIntermediator",
    "finvoice:_ToIdentifier",
    "finvoice:MessageTransmissionDetails/MessageReceiverDetails/ToIntermediator",
)
"""Addresses and intermediators of the parties, where Finvoice keeps them: no data of one document."""

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
_NOTHING: Final = Decimal("0.00")
_LINE_FIELDS: Final = ("quantity", "net_amount", "vat_amount", "amount_with_vat")
_ITEM_FIELDS: Final = ("amount", "base_amount")
_VAT_FIELDS: Final = ("taxable_amount", "tax_amount")


_MADE_OF: Final[Mapping[str, tuple[tuple[str, int], ...]]] = {
    "line_total": (),
    "allowance_total": (),
    "charge_total": (),
    "total_without_vat": (("line_total", 1), ("allowance_total", -1), ("charge_total", 1)),
    "vat_total": (),
    "total_with_vat": (("total_without_vat", 1), ("vat_total", 1)),
}
"""Total → the totals that it is the sum of, with their signs; nothing: it is the sum of rows."""


@exact
def part_activate(
    invoice: Invoice, picks: Picks, *, remainder_number: str | None = None
) -> tuple[Invoice, Invoice | None]:
    """Return the invoice of what *picks* names, under the old number, and the remainder; None where nothing remains.

    The remainder has *remainder_number*, the way to the buyer, and none of what belongs to one document only: payment
    reference, keys of a system, status.
    Raises UsageError for lines and quantities that the invoice does not have, and for a number that two would have.

    >>> from einvoice.model import Invoice, Line
    >>> whole = Invoice(currency="EUR", lines=(Line(quantity=3, net_price="3.335", vat_category="S", vat_rate="25.5"),))
    >>> part, rest = part_activate(whole, {0: 1})
    >>> [str(each.lines[0].net_amount) for each in (part, rest)], [str(each.totals.vat_total) for each in (part, rest)]
    (['3.34', '6.67'], ['0.85', '1.70'])
    """
    if remainder_number is not None and remainder_number == invoice.invoice_number:
        raise UsageError(
            f"the remainder cannot have the number {remainder_number!r}: the part that is activated keeps it",
            fix="Give it a number of its own, or none yet.",
        )
    cut = Cut.of(invoice)
    picked = cut.picked(picks)
    kept = [line_of - part for line_of, part in zip(cut.quantities, picked, strict=True)]
    behind = cut.remaining(kept)
    part = cut.build(cut.minus(cut.amounts, behind), picked)
    if not any(kept):
        return part, None
    rest = cut.build(behind, kept)
    return part, _fresh(rest, remainder_number)


def _fresh(invoice: Invoice, number: str | None) -> Invoice:
    """Return *invoice* as a document of its own, that no system has seen."""
    ways = tuple(
        way.model_copy(update={"remittance_information": None, "reference_kind": None})
        for way in invoice.payment_instructions
    )
    update: dict[str, object] = {"invoice_number": number, "payment_instructions": ways, "native": way_there(invoice)}
    if invoice.internal is not None:
        update["internal"] = invoice.internal.model_copy(update={"lifecycle_status": None})
    return invoice.model_copy(update=update)


@dataclass(frozen=True)
class Cut:
    """An invoice with all its amounts, ready to be cut.

    *quantities*: per line what can be picked; a line without a quantity counts as one piece that is picked whole.
    """

    invoice: Invoice
    quantities: tuple[Decimal, ...]
    amounts: Amounts
    digits: int

    @classmethod
    def of(cls, invoice: Invoice) -> Cut:
        """Return *invoice* ready to be cut; raises UsageError where an amount is missing."""
        digits = minor_units(invoice.currency)
        invoice = complete(invoice, minor_units=digits)
        for n, line in enumerate(invoice.lines):
            if line.net_amount is None:
                raise UsageError(
                    f"line {named(invoice, n)} has no net amount (BT-131), and price and quantity do not give one",
                    fix="State quantity and price, or the net amount.",
                )
        if invoice.totals is None or invoice.totals.total_with_vat is None:
            raise UsageError(
                "the invoice cannot be divided: its total with VAT (BT-112) is not known",
                fix="State category and rate of the VAT of every line, or the totals.",
            )
        return cls(invoice, tuple(line.quantity or _ONE for line in invoice.lines), _amounts(invoice), digits)

    # ------------------------------------------------------------------------------ picking

    def picked(self, picks: Picks, taken: Sequence[Decimal] = ()) -> list[Decimal]:
        """Return per line how much *picks* names, of what *taken* has left; raises UsageError for what is not there."""
        found = [_ZERO] * len(self.quantities)
        for key, wanted in picks.items():
            n = self._line(key)
            if found[n]:
                raise UsageError(
                    f"line {named(self.invoice, n)} is named twice", fix="Name it once, with the whole quantity."
                )
            whole = self.quantities[n]
            left = whole - (taken[n] if taken else _ZERO)
            part = left if wanted is None else exact_number(f"the quantity of line {named(self.invoice, n)}", wanted)
            if not left:
                raise UsageError(f"line {named(self.invoice, n)}: nothing of it is left", fix="Leave the line out.")
            if not part or (part > 0) != (left > 0) or abs(part) > abs(left):
                raise UsageError(
                    f"line {named(self.invoice, n)}: {part} of {left} cannot be taken",
                    fix=f"Take more than 0 and at most {left}.",
                )
            if self.invoice.lines[n].quantity in (None, _ZERO) and part != whole:
                raise UsageError(
                    f"line {named(self.invoice, n)} has no quantity to divide", fix="Take the whole line (None)."
                )
            found[n] = part
        if not any(found):
            raise UsageError("no line was picked", fix="Name one line at least, by identifier or place.")
        return found

    def _line(self, key: str | int) -> int:
        lines = self.invoice.lines
        if isinstance(key, int):
            if 0 <= key < len(lines):
                return key
            raise UsageError(f"there is no line at place {key}", fix=f"Places go from 0 to {len(lines) - 1}.")
        found = [n for n, line in enumerate(lines) if line.identifier == key]
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(f"{len(found)} lines have the identifier {key!r}", fix="Name the place, a number from 0.")
        known = ", ".join(line.identifier for line in lines if line.identifier is not None)
        raise UsageError(
            f"no line has the identifier {key!r}", fix=f"The lines are {known}." if known else "Name the place instead."
        )

    # ------------------------------------------------------------------------------ amounts

    @exact
    def remaining(self, kept: Sequence[Decimal]) -> Amounts:
        """Return the amounts of the document that has *kept* of each line."""
        found: Amounts = {}
        for n, line in enumerate(self.invoice.lines):
            found |= self._of_line(n, line, kept[n])
        ratios = self._ratios(found)
        for n, item in enumerate(self.invoice.allowances_charges):
            key = vat_key(item.vat_category, item.vat_rate)
            part, whole = ratios.get(key) or ratios[None]
            found |= _item(("item", n), item, part, whole, item.base_amount, None, self.digits)
        for n, entry in enumerate(self.invoice.vat_breakdown):
            found |= self._of_vat(n, entry, kept, found)
        found |= self._totals(found, any(kept))
        return found

    def minus(self, whole: Amounts, *parts: Amounts) -> Amounts:
        """Return what *parts* leave of *whole*, place by place."""
        return {
            place: amount - sum((part.get(place, _ZERO) for part in parts), _ZERO) for place, amount in whole.items()
        }

    def _of_line(self, n: int, line: Line, kept: Decimal) -> Amounts:
        at: Place = ("line", n)
        whole = self.quantities[n]
        if kept == whole:
            return {place: amount for place, amount in self.amounts.items() if place[:2] == at}
        if not kept:
            return {}
        found: Amounts = {(*at, "quantity"): kept} if line.quantity is not None else {}
        goods = self._goods(line)
        goods_kept = self._goods(line.model_copy(update={"quantity": kept}))
        sign_sum = _ZERO
        for m, item in enumerate(line.allowances_charges):
            found |= _item((*at, "item", m), item, kept, whole, goods, goods_kept, self.digits)
            amount = found.get((*at, "item", m, "amount"), _ZERO)
            sign_sum += amount if item.is_charge else -amount
        assert line.net_amount is not None
        if goods_kept is not None and line_net_amount(line, minor_units=self.digits) == line.net_amount:
            net = goods_kept + sign_sum
        else:
            net = self.share(line.net_amount, kept, whole)
        found[(*at, "net_amount")] = net
        vat = with_vat = None
        of = (net, line.net_amount) if line.net_amount else (kept, whole)
        if line.vat_amount is not None:
            if line.vat_rate is not None and line.vat_amount == self._tax(line.net_amount, line.vat_rate):
                vat = self._tax(net, line.vat_rate)
            else:
                vat = self.share(line.vat_amount, *of)
            found[(*at, "vat_amount")] = vat
        if line.amount_with_vat is not None:
            if vat is not None and line.amount_with_vat == line.net_amount + (line.vat_amount or _ZERO):
                with_vat = net + vat
            else:
                with_vat = self.share(line.amount_with_vat, *of)
            found[(*at, "amount_with_vat")] = with_vat
        return found

    def _goods(self, line: Line) -> Decimal | None:
        """Return quantity times price of *line*, rounded, without its allowances; None where one is not known."""
        return line_net_amount(
            line.model_copy(update={"net_amount": None, "allowances_charges": ()}), minor_units=self.digits
        )

    def _ratios(self, found: Amounts) -> dict[VatKey | None, tuple[Decimal, Decimal]]:
        """Return what remains of the lines of each VAT category and rate, and what there is; None is all lines."""
        sums: dict[VatKey | None, tuple[Decimal, Decimal]] = {None: (_ZERO, _ZERO)}
        for n, line in enumerate(self.invoice.lines):
            for key in (vat_key(line.vat_category, line.vat_rate), None):
                part, whole = sums.get(key, (_ZERO, _ZERO))
                place = ("line", n, "net_amount")
                sums[key] = (part + found.get(place, _ZERO), whole + self.amounts[place])
        return {key: (_within(*each), each[1]) if each[1] else (_ZERO, _ONE) for key, each in sums.items()}

    def _of_vat(self, n: int, entry: VatBreakdown, kept: Sequence[Decimal], found: Amounts) -> Amounts:
        key = vat_key(entry.category, entry.rate)
        behind, taken = self.has_rows(key, kept, found), self._has_rows_taken(key, kept, found)
        at: Place = ("vat", n)
        if not behind:
            return {}
        if not taken:
            return {place: amount for place, amount in self.amounts.items() if place[:2] == at}
        taxable = self._sum_of(key, self.amounts)
        part = self._sum_of(key, found)
        result: Amounts = {}
        if entry.taxable_amount is not None:
            agrees = entry.taxable_amount == taxable
            part = part if agrees or not taxable else self.share(entry.taxable_amount, part, taxable)
            result[(*at, "taxable_amount")] = part
        if entry.tax_amount is not None:
            of = entry.taxable_amount
            if of is not None and key[1] is not None and entry.tax_amount == self._tax(of, key[1]):
                result[(*at, "tax_amount")] = self._tax(part, key[1])
            else:
                result[(*at, "tax_amount")] = self.share(entry.tax_amount, part, of or taxable or _ONE)
        return result

    def has_rows(self, key: VatKey, kept: Sequence[Decimal], found: Amounts) -> bool:
        """Say whether the document with *kept* of each line, and the amounts *found*, has a row of the VAT *key*."""
        lines = zip(self.invoice.lines, kept, strict=True)
        return any(part and vat_key(line.vat_category, line.vat_rate) == key for line, part in lines) or any(
            _is_left(found, ("item", n)) and vat_key(item.vat_category, item.vat_rate) == key
            for n, item in enumerate(self.invoice.allowances_charges)
        )

    def _has_rows_taken(self, key: VatKey, kept: Sequence[Decimal], found: Amounts) -> bool:
        taken = [whole - part for whole, part in zip(self.quantities, kept, strict=True)]
        return self.has_rows(key, taken, self.minus(self.amounts, found))

    def _sum_of(self, key: VatKey, found: Amounts) -> Decimal:
        total = _ZERO
        for n, line in enumerate(self.invoice.lines):
            if vat_key(line.vat_category, line.vat_rate) == key:
                total += found.get(("line", n, "net_amount"), _ZERO)
        for n, item in enumerate(self.invoice.allowances_charges):
            if vat_key(item.vat_category, item.vat_rate) == key:
                amount = found.get(("item", n, "amount"), _ZERO)
                total += amount if item.is_charge else -amount
        return total

    def _totals(self, found: Amounts, any_kept: bool) -> Amounts:
        """Return the totals of the remainder: sums of its own where the whole adds up, else its share of each."""
        stated = self.invoice.totals
        assert stated is not None
        if not any_kept:
            return {}
        result: Amounts = {}
        rows, rows_of_whole = self.sums(found), self.sums(self.amounts)
        of_lines = (_within(rows["line_total"], rows_of_whole["line_total"]), rows_of_whole["line_total"] or _ONE)
        part_of, whole_of = dict(rows), dict(rows_of_whole)  # what each total is made of: stated totals before it

        for name, how in _MADE_OF.items():
            said = getattr(stated, name)
            if how:
                part_of[name] = sum((sign * part_of[each] for each, sign in how), _ZERO)
                whole_of[name] = sum((sign * whole_of[each] for each, sign in how), _ZERO)
            if said is not None:
                if said != whole_of[name]:
                    part_of[name] = self.share(said, *of_lines)
                whole_of[name] = said
                result["total", name] = part_of[name]
        with_vat, part = stated.total_with_vat or _ZERO, result["total", "total_with_vat"]
        if stated.vat_total_accounting is not None:
            of = (part, with_vat) if not stated.vat_total else (result["total", "vat_total"], stated.vat_total)
            result["total", "vat_total_accounting"] = self.share(stated.vat_total_accounting, *of) if of[1] else _ZERO
        if stated.paid_amount is not None:
            result["total", "paid_amount"] = stated.paid_amount - min(stated.paid_amount, max(with_vat - part, _ZERO))
        if stated.rounding_amount is not None:
            result["total", "rounding_amount"] = stated.rounding_amount
        if stated.amount_due is not None:
            paid = result.get(("total", "paid_amount"), _ZERO)
            result["total", "amount_due"] = part - paid + (stated.rounding_amount or _ZERO)
        of = (part, with_vat) if with_vat else (_ZERO, _ONE)
        for place, amount in self.amounts.items():
            if place[0] == "discount":
                result[place] = self.share(amount, *of)
        postings = [place for place in self.amounts if place[0] == "posting"]
        shares = self.shares([self.amounts[place] for place in postings], *of)
        result |= dict(zip(postings, shares, strict=True))
        return result

    def sums(self, found: Amounts) -> dict[str, Decimal]:
        """Return the totals that the rows of *found* make."""
        invoice = self.invoice
        lines = sum((found.get(("line", n, "net_amount"), _ZERO) for n in range(len(invoice.lines))), _ZERO)
        items = {False: _ZERO, True: _ZERO}
        for n, item in enumerate(invoice.allowances_charges):
            items[item.is_charge] += found.get(("item", n, "amount"), _ZERO)
        vat = sum((found.get(("vat", n, "tax_amount"), _ZERO) for n in range(len(invoice.vat_breakdown))), _ZERO)
        without_vat = lines - items[False] + items[True]
        return {
            "line_total": lines,
            "allowance_total": items[False],
            "charge_total": items[True],
            "total_without_vat": without_vat,
            "vat_total": vat,
            "total_with_vat": without_vat + vat,
        }

    def shares(self, amounts: Sequence[Decimal], part: Decimal, whole: Decimal) -> list[Decimal]:
        """Return *part* of *whole* of each amount; their sum is the share of the sum, the largest gives way."""
        found = [self.share(amount, part, whole) for amount in amounts]
        if found:
            rest = self.share(sum(amounts, _ZERO), part, whole) - sum(found, _ZERO)
            found[max(range(len(found)), key=lambda n: abs(found[n]))] += rest
        return found

    def share(self, amount: Decimal, part: Decimal, whole: Decimal) -> Decimal:
        return round_half_up(amount * part / whole, self.digits)

    def _tax(self, taxable: Decimal, rate: Decimal) -> Decimal:
        return tax_amount(taxable, rate, minor_units=self.digits)

    # ------------------------------------------------------------------------------ building

    def build(self, found: Amounts, taken: Sequence[Decimal]) -> Invoice:
        """Return the invoice with *taken* of each line and the amounts *found*; what has become nothing goes."""
        invoice = self.invoice
        lines = []
        for n, line in enumerate(invoice.lines):
            if taken[n]:
                items = _items(line.allowances_charges, found, ("line", n))
                update = _update(line, _LINE_FIELDS, found, ("line", n)) | {"allowances_charges": items}
                if taken[n] != self.quantities[n]:
                    update["native"] = _of_a_part(line.native)
                lines.append(line.model_copy(update=update))
        assert invoice.totals is not None
        result: dict[str, object] = {
            "lines": tuple(lines),
            "allowances_charges": _items(invoice.allowances_charges, found, ()),
            "vat_breakdown": tuple(
                entry.model_copy(update=_update(entry, _VAT_FIELDS, found, ("vat", n)))
                for n, entry in enumerate(invoice.vat_breakdown)
                if self.has_rows(vat_key(entry.category, entry.rate), taken, found)
            ),
            "totals": invoice.totals.model_copy(
                update=_update(invoice.totals, tuple(DocumentTotals.model_fields), found, ("total",))
            ),
        }
        if tuple(taken) != self.quantities:
            result["native"] = _of_a_part(invoice.native)
        conditions = invoice.payment_conditions
        if conditions is not None and conditions.cash_discounts:
            discounts = tuple(
                each.model_copy(update=_update(each, _ITEM_FIELDS, found, ("discount", n)))
                for n, each in enumerate(conditions.cash_discounts)
            )
            result["payment_conditions"] = conditions.model_copy(update={"cash_discounts": discounts})
        internal = invoice.internal
        if internal is not None and internal.posting_lines:
            postings = tuple(
                each.model_copy(update=_update(each, ("amount",), found, ("posting", n)))
                for n, each in enumerate(internal.posting_lines)
            )
            result["internal"] = internal.model_copy(update={"posting_lines": postings})
        return invoice.model_copy(update=result)


# ---------------------------------------------------------------------------------- small steps


def _of_a_part(native: Mapping[str, str]) -> dict[str, str]:
    """Return what *native*, the data that a format keeps of a whole, says of a part of it as well.

    Sums and quantities are those of the whole, and nothing divides them; groups that are made of sums, and rows that
    stand between lines, go with them.  Prices of a unit and fixed fees stay.
    """
    return {
        key: text for key, text in native.items() if not any(map(_OF_THE_WHOLE.match, key.split(":", 1)[-1].split("/")))
    }


def way_there(invoice: Invoice) -> dict[str, str]:
    """Return what *invoice* keeps of the way to its buyer, which a document that follows from it takes as well."""
    return {key: invoice.native[key] for key in _WAY_THERE if key in invoice.native}


def exact_number(what: str, value: Decimal | int) -> Decimal:
    """Return *value* as a finite decimal; raises UsageError for a float, which has no exact digits."""
    try:
        found = None if isinstance(value, float) else Decimal(value)
    except (InvalidOperation, TypeError, ValueError):
        found = None
    if found is None or not found.is_finite():
        raise UsageError(f"{what} is {value!r}, no exact number", fix='Hand in a Decimal: Decimal("0.5").')
    return found


def named(invoice: Invoice, n: int) -> str:
    """Return how a message calls the line at place *n*."""
    line = invoice.lines[n]
    name = line.identifier if line.identifier is not None else f"at place {n}"
    return f"{name} ({line.item_name})" if line.item_name else name


def minor_units(currency: str | None) -> int:
    """Return how many decimals amounts have: two, fewer where the currency has fewer."""
    if currency is None or currency not in codelists.codes("currencies"):
        return 2
    return min(2, codelists.minor_units(currency))


def _amounts(invoice: Invoice) -> Amounts:
    """Return every amount of *invoice* that a cut divides."""
    found: Amounts = {}

    def add(owner: object, names: Iterable[str], at: Place) -> None:
        for name in names:
            value = getattr(owner, name)
            if value is not None:
                found[(*at, name)] = value

    for n, line in enumerate(invoice.lines):
        add(line, _LINE_FIELDS, ("line", n))
        for m, item in enumerate(line.allowances_charges):
            add(item, _ITEM_FIELDS, ("line", n, "item", m))
    for n, item in enumerate(invoice.allowances_charges):
        add(item, _ITEM_FIELDS, ("item", n))
    for n, entry in enumerate(invoice.vat_breakdown):
        add(entry, _VAT_FIELDS, ("vat", n))
    if invoice.totals is not None:
        add(invoice.totals, DocumentTotals.model_fields, ("total",))
    if invoice.payment_conditions is not None:
        for n, discount in enumerate(invoice.payment_conditions.cash_discounts):
            add(discount, _ITEM_FIELDS, ("discount", n))
    if invoice.internal is not None:
        for n, posting in enumerate(invoice.internal.posting_lines):
            add(posting, ("amount",), ("posting", n))
    return found


def _item(
    at: Place,
    item: AllowanceCharge,
    part: Decimal,
    whole: Decimal,
    goods: Decimal | None,
    goods_kept: Decimal | None,
    digits: int,
) -> Amounts:
    """Return amount and base of an allowance or charge of which *part* of *whole* remains.

    *goods* and *goods_kept*: the amount of the line before allowances, in the whole and in what remains of it.
    """
    found: Amounts = {}
    if not part:
        return found
    base = item.base_amount
    if base is not None:
        of_goods = base == goods and goods_kept is not None
        kept = goods_kept if of_goods else round_half_up(base * part / whole, digits)
        assert kept is not None
        found[(*at, "base_amount")] = kept
        if item.percentage is not None and item.amount == round_half_up(base * item.percentage.scaleb(-2), digits):
            found[(*at, "amount")] = round_half_up(kept * item.percentage.scaleb(-2), digits)
            return found
    if item.amount is not None:
        found[(*at, "amount")] = round_half_up(item.amount * part / whole, digits)
    return found


def _items(items: Sequence[AllowanceCharge], found: Amounts, at: Place) -> tuple[AllowanceCharge, ...]:
    """Return *items* with their amounts; one of which nothing is left goes."""
    return tuple(
        item.model_copy(update=_update(item, _ITEM_FIELDS, found, (*at, "item", n)))
        for n, item in enumerate(items)
        if _is_left(found, (*at, "item", n))
    )


def _is_left(found: Amounts, at: Place) -> bool:
    """Say whether anything is left of the allowance or charge *at*; one of 0.00 on a base that remains is."""
    return any(found.get((*at, name)) for name in _ITEM_FIELDS)


def _update(owner: object, names: Sequence[str], found: Amounts, at: Place) -> dict[str, object]:
    """Return the stated fields *names* of *owner* with their new amounts."""
    return {name: found.get((*at, name), _NOTHING) for name in names if getattr(owner, name) is not None}


def _within(part: Decimal, whole: Decimal) -> Decimal:
    """Return *part* where it lies between nothing and *whole*, else the nearer of the two."""
    low, high = sorted((_ZERO, whole))
    return min(max(part, low), high)
