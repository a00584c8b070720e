"""What else follows from an operation: a replacement row by row, a later due date, interest on late payment.

Interest is simple interest: *principal × rate / 100 × days / days of the year*, from the day after the due date to the
day of payment, both counted.  Where the law sets the rate it changes with the reference rate, on 1 January and 1 July;
each half-year is a period of its own.  Only the sum is rounded, half away from zero; the periods are shown with shares
of it.  Rates are per cent a year.

A year has 365 days (``actual/365``, the practice in Finland and Sweden), or as many as it has (``actual/actual``), or
360 (``actual/360``, where a contract says so).

Source: FI Interest Act (633/1982), sections 4, 4 a and 12; SE Interest Act (1975:635), sections 3, 6 and 9; the rates
are those of `einvoice.rules.terms`.  Interest on late payment is compensation and outside the scope of VAT (C-222/81,
BAZ Bausystem), hence category O.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, Literal, get_args

from einvoice import codelists
from einvoice.calc import complete, round_half_up
from einvoice.calc.rounding import exact
from einvoice.comparison import Difference, compare
from einvoice.comparison.pairing import pair_lines
from einvoice.errors import ContextError, IdentifierError, NotAllowed, UsageError
from einvoice.identifiers import vat_number
from einvoice.lifecycle.parts import exact_number, minor_units
from einvoice.model import (
    DocumentTotals,
    Identifier,
    Invoice,
    Line,
    Note,
    Party,
    Period,
    PrecedingInvoice,
    VatBreakdown,
)
from einvoice.rules.terms import legal_rate, looks_like_consumer

if TYPE_CHECKING:
    from einvoice.context import Context

DayCount = Literal["actual/365", "actual/actual", "actual/360"]
"""How long a year is: 365 days, as many as it has, or 360."""

_DAY_COUNTS: Final[tuple[str, ...]] = get_args(DayCount)

_ZERO: Final = Decimal(0)
_DAY: Final = datetime.timedelta(days=1)


# ---------------------------------------------------------------------------------- replacement


@dataclass(frozen=True)
class RowChange:
    """A row of the old or the new document: what became of it.

    *differences* say what changed, for a row that both have; their paths are those of `einvoice.comparison`.
    """

    kind: Literal["added", "removed", "changed", "same"]
    old: Line | None
    new: Line | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Replacement:
    """A document and the one that takes its place: *rows* in the order of the new one, removed ones at the end.

    *others* are the differences of meaning beside the rows: dates, parties, allowances of the document, totals.
    """

    old: Invoice
    new: Invoice
    rows: tuple[RowChange, ...]
    others: tuple[Difference, ...]

    def of(self, kind: Literal["added", "removed", "changed", "same"]) -> tuple[RowChange, ...]:
        """Return the rows of one kind."""
        return tuple(row for row in self.rows if row.kind == kind)

    @property
    def is_empty(self) -> bool:
        """Whether the two say the same."""
        return not self.others and all(row.kind == "same" for row in self.rows)


def replace(old: Invoice, new: Invoice) -> Replacement:
    """Return what *new* changes, row by row; every system overwrites, so a row that *new* leaves out is gone.

    Only differences of meaning count.  Raises NotAllowed where *new* is another kind of document.

    >>> lamp, cable = Line(item_name="Lamp", quantity=2), Line(item_name="Cable", quantity=1)
    >>> found = replace(Invoice(lines=(lamp, cable)), Invoice(lines=(Line(item_name="Lamp", quantity=3),)))
    >>> [(row.kind, (row.new or row.old).item_name) for row in found.rows]
    [('changed', 'Lamp'), ('removed', 'Cable')]
    """
    if old.is_credit_note != new.is_credit_note:
        raise NotAllowed(
            f"type {old.type_code} cannot be replaced by type {new.type_code}: an invoice stays an invoice",
            fix="Credit the invoice, or send a new document.",
        )
    pairs = pair_lines(old.lines, new.lines)
    came_from = {m: n for n, m in pairs if m is not None}
    by_line: dict[int, list[Difference]] = {}
    others = []
    for each in compare(old, new):
        place = re.match(r"lines\[(\d+)\](\.?)", each.path)
        if not each.meaning:
            continue
        if place is None:
            others.append(each)
        elif place[2]:  # something of a line; of a line that one side has alone there is nothing more to say
            at = int(place[1])
            n = came_from[at] if each.kind == "added" else at
            if n is not None:
                by_line.setdefault(n, []).append(each)
    rows: list[tuple[int, RowChange]] = []
    for n, m in pairs:
        if m is None:
            assert n is not None
            rows.append((len(new.lines), RowChange("removed", old.lines[n], None)))
        elif n is None:
            rows.append((m, RowChange("added", None, new.lines[m])))
        else:
            found = tuple(by_line.get(n, ()))
            rows.append((m, RowChange("changed" if found else "same", old.lines[n], new.lines[m], found)))
    rows.sort(key=lambda each: each[0])
    return Replacement(old, new, tuple(row for _, row in rows), tuple(others))


# ---------------------------------------------------------------------------------- due date


def extend(
    invoice: Invoice,
    *,
    days: int | None = None,
    date: datetime.date | None = None,
    payment_terms: str | None = None,
) -> Invoice:
    """Return *invoice* due *days* later, or on *date*.

    Ways to pay with the old due date, and net days, move along.  *payment_terms* are the new words (BT-20); words that
    name the old days or the old date go, others stay.
    Raises UsageError without a due date, or for one that is not later.

    >>> due = extend(Invoice(due_date=datetime.date(2026, 5, 18), payment_terms="14 days net"), days=7)
    >>> due.due_date, due.payment_terms
    (datetime.date(2026, 5, 25), None)
    """
    old = invoice.due_date
    if old is None:
        raise UsageError("the invoice has no due date (BT-9) to move", fix="State it, or net days.")
    if (days is None) == (date is None):
        raise UsageError("extend by how much?", fix="Name days, or a date.")
    try:
        new = date if date is not None else old + datetime.timedelta(days=days or 0)
    except OverflowError as error:
        raise UsageError(f"{days} days after {old} is beyond the calendar", fix="Name fewer days.") from error
    if new <= old:
        raise UsageError(f"{new} is not later than the due date {old}", fix="A due date moves forward only.")
    conditions = invoice.payment_conditions
    words = payment_terms or _words_left(invoice.payment_terms, old, _net_days(invoice, old))
    if conditions is not None and conditions.net_days is not None:
        conditions = conditions.model_copy(update={"net_days": conditions.net_days + (new - old).days})
    ways = tuple(
        way.model_copy(update={"due_date": new}) if way.due_date == old else way for way in invoice.payment_instructions
    )
    return invoice.model_copy(
        update={
            "due_date": new,
            "payment_conditions": conditions,
            "payment_instructions": ways,
            "payment_terms": words,
        }
    )


def _net_days(invoice: Invoice, due: datetime.date) -> set[int]:
    conditions = invoice.payment_conditions
    found = {conditions.net_days} if conditions is not None and conditions.net_days is not None else set()
    return found | {(due - start).days for start in (invoice.issue_date, invoice.value_date) if start is not None}


def _words_left(text: str | None, due: datetime.date, days: set[int]) -> str | None:
    """Return the terms, or None where they name the old due date, or days that are the old ones or may be."""
    if text is None:
        return None
    named = {int(number) for number in re.findall(r"(?<![\d.,])(\d{1,3})(?![\d.,]*\d)(?!\s*%)", text)}
    dates = (due.isoformat(), f"{due.day}.{due.month}.{due.year}", f"{due:%d.%m.%Y}")
    stale = named & days if days else named
    return None if stale or any(each in text for each in dates) else text


# ---------------------------------------------------------------------------------- interest


@dataclass(frozen=True)
class InterestPeriod:
    """Days of one rate: *first* and *last* included; *amount* is the share of the rounded sum; *origin* of the rate."""

    first: datetime.date
    last: datetime.date
    days: int
    rate: Decimal
    amount: Decimal
    origin: str


@dataclass(frozen=True)
class Interest:
    """Interest on *principal*, due on *due_date* and paid on *paid_on*, in *currency*."""

    principal: Decimal
    currency: str | None
    due_date: datetime.date
    paid_on: datetime.date
    day_count: DayCount
    periods: tuple[InterestPeriod, ...]
    amount: Decimal

    @property
    def days(self) -> int:
        """How many days it was late."""
        return sum(period.days for period in self.periods)

    def formula(self) -> str:
        """Return the calculation in one line."""
        year = self.day_count.removeprefix("actual/").replace("actual", "days of the year")
        parts = (f"{self.principal} × {period.rate} % × {period.days} / {year}" for period in self.periods)
        return f"{' + '.join(parts)} = {self.amount} {self.currency or ''}".rstrip()


@exact
def interest(
    invoice: Invoice,
    paid_on: datetime.date,
    *,
    rate: Decimal | None = None,
    reference_rate: Decimal | None = None,
    principal: Decimal | None = None,
    since: datetime.date | None = None,
    consumer: bool | None = None,
    day_count: DayCount = "actual/365",
    context: Context | None = None,
) -> Interest:
    """Return the interest on late payment of *invoice*, paid on *paid_on*.

    The rate is *rate*, else the one that the invoice states (EX-LATE-INTEREST), else that of the law in the seller's
    country (FI, SE): reference rate of the half-year and margin.  *reference_rate*, or the one that the *context* names
    (``[rules.settings] reference_rates``), takes the place of the table, which ends some day.  A buyer without any
    number of a business has the margin of a consumer unless *consumer* says.

    *principal* is what was paid late, else the amount due (BT-115).  *since* is the last day for which interest was
    charged before; nobody else looks for overlaps.
    Raises UsageError where nothing was late, or no rate is known.

    >>> invoice = Invoice(currency="EUR", due_date=datetime.date(2026, 6, 1), totals=DocumentTotals(amount_due="1000"))
    >>> interest(invoice, datetime.date(2026, 7, 1), rate=Decimal("10.5")).formula()
    '1000 × 10.5 % × 30 / 365 = 8.63 EUR'
    """
    for name, value in (("rate", rate), ("reference_rate", reference_rate), ("principal", principal)):
        if value is not None:
            exact_number(name, value)
    if rate is not None and rate < 0:
        raise UsageError(f"a rate of {rate} % is none", fix="Name a rate of 0 or more, per cent a year.")
    if day_count not in _DAY_COUNTS:
        raise UsageError(f"day_count is {day_count!r}", fix=f"One of {', '.join(_DAY_COUNTS)}.")
    digits = minor_units(invoice.currency)
    totals = complete(invoice, minor_units=digits).totals
    owed = principal if principal is not None else (totals.amount_due if totals is not None else None)
    if owed is None or owed <= 0:
        raise UsageError(f"interest on {owed if owed is not None else 'what'}?", fix="Name a principal above 0.")
    due = invoice.due_date
    if due is None:
        raise UsageError("the invoice has no due date (BT-9)", fix="State it, or net days.")
    start = max(due, since) if since is not None else due
    if paid_on <= start:
        raise UsageError(f"paid on {paid_on}, and interest runs after {start}", fix="There is nothing to charge.")
    if reference_rate is None and context is not None:
        reference_rate = _of_context(context, _country(invoice))
    spans = list(_spans(invoice, start + _DAY, paid_on, rate, reference_rate, consumer))
    exact_amounts = [sum(_parts(first, last, owed * each / 100, day_count), _ZERO) for first, last, each, _ in spans]
    amount = round_half_up(sum(exact_amounts, _ZERO), digits)
    shares = [round_half_up(each, digits) for each in exact_amounts]
    shares[max(range(len(shares)), key=lambda n: abs(shares[n]))] += amount - sum(shares, _ZERO)
    periods = tuple(
        InterestPeriod(first, last, (last - first).days + 1, each, share, origin)
        for (first, last, each, origin), share in zip(spans, shares, strict=True)
    )
    return Interest(owed, invoice.currency, due, paid_on, day_count, periods, amount)


def _spans(
    invoice: Invoice,
    first: datetime.date,
    last: datetime.date,
    rate: Decimal | None,
    reference_rate: Decimal | None,
    consumer: bool | None,
) -> Iterator[tuple[datetime.date, datetime.date, Decimal, str]]:
    """Yield first day, last day, rate and its origin of each period; neighbours of one rate are one."""
    conditions = invoice.payment_conditions
    agreed = rate if rate is not None else (conditions.late_payment_interest_rate if conditions is not None else None)
    if agreed is not None:
        yield first, last, agreed, "as asked for" if rate is not None else "as the invoice states it"
        return
    country = _country(invoice)
    private = looks_like_consumer(invoice) if consumer is None else consumer
    found: list[tuple[datetime.date, datetime.date, Decimal, str]] = []
    for start, end in _half_years(first, last):
        law = legal_rate(country, start, consumer=private)
        if law is None:
            raise UsageError(
                f"no legal rate of interest is known for {country or 'a seller without country'} on {start}",
                fix="Name the rate, per cent a year.",
            )
        reference = law.reference if reference_rate is None else reference_rate
        told = (
            "as asked for" if reference_rate is not None else "of the context" if law.since is None else f"{law.since}"
        )
        if reference_rate is None and law.since is not None and law.is_last:
            told += ", the last one known"
        origin = f"law of {country}: reference rate {reference} % ({told}) and {law.margin} points"
        if found and found[-1][2:] == (reference + law.margin, origin):
            start = found.pop()[0]
        found.append((start, end, reference + law.margin, origin))
    yield from found


def _country(invoice: Invoice) -> str:
    """Return the country of the seller, empty where it is not known."""
    seller = invoice.seller
    return (seller.address.country_code if seller is not None and seller.address is not None else None) or ""


def _of_context(context: Context, country: str) -> Decimal | None:
    said = context.rules.get("settings", {}).get("reference_rates", {}).get(country)
    try:
        return None if said is None else Decimal(str(said))
    except InvalidOperation as error:
        raise ContextError(
            f"[rules.settings]: the reference rate of {country} is {said!r}",
            fix='write reference_rates = { FI = "2.5", SE = "2.0" }, with quotes',
        ) from error


def _half_years(first: datetime.date, last: datetime.date) -> Iterator[tuple[datetime.date, datetime.date]]:
    while True:
        end = min(last, datetime.date(first.year, 6, 30) if first.month <= 6 else datetime.date(first.year, 12, 31))
        yield first, end
        if end == last:
            return
        first = end + _DAY


def _parts(first: datetime.date, last: datetime.date, a_year: Decimal, day_count: DayCount) -> Iterator[Decimal]:
    """Yield the interest of each calendar year between two days, *a_year* being that of a whole one."""
    while True:
        end = min(last, datetime.date(first.year, 12, 31))
        length = {"actual/365": 365, "actual/360": 360}.get(day_count) or 365 + calendar.isleap(first.year)
        yield a_year * ((end - first).days + 1) / length
        if end == last:
            return
        first = end + _DAY


def interest_invoice(
    invoice: Invoice,
    charged: Interest,
    *,
    number: str,
    date: datetime.date,
    due_date: datetime.date,
    text: str = "Interest on late payment",
    item_identifier: str | None = None,
) -> Invoice:
    """Return the invoice *number* of the interest *charged* on *invoice*: one line per period, without VAT.

    Interest is outside the scope of VAT (category O), so the VAT numbers of the parties must not stand on it (BR-O-02);
    who has no other number keeps the business id that is in the VAT number.  *text* names the item in the language of
    the buyer, *item_identifier* is the product of the seller's system (BT-155), which Netvisor asks for.
    """
    if charged.amount <= 0:
        raise UsageError(f"interest of {charged.amount} is not invoiced", fix="Leave it.")
    outside = codelists.vat_category("O")
    assert outside is not None
    original, owed = invoice.invoice_number or "", f"{charged.principal} {charged.currency or ''}".rstrip()
    of = f"{original}: {owed}" if original else owed
    lines = tuple(
        Line(
            identifier=f"{n}",
            quantity=Decimal(1),
            unit_code="C62",
            net_price=period.amount,
            net_amount=period.amount,
            vat_category="O",
            period=Period(start_date=period.first, end_date=period.last),
            item_name=text,
            seller_item_identifier=item_identifier,
            item_description=f"{of}, {period.first} – {period.last}, {period.days} × {period.rate} %",
        )
        for n, period in enumerate((each for each in charged.periods if each.amount), 1)
    )
    amount = charged.amount
    ways = tuple(
        way.model_copy(update={"remittance_information": None, "reference_kind": None, "due_date": None})
        for way in invoice.payment_instructions
        if way.direct_debit is None and way.card is None
    )
    return Invoice(
        invoice_number=number,
        issue_date=date,
        type_code="380",
        currency=invoice.currency,
        due_date=due_date,
        buyer_reference=invoice.buyer_reference,
        seller_reference=invoice.seller_reference,
        purchase_order_reference=invoice.purchase_order_reference,
        business_process_type=invoice.business_process_type,
        specification_identifier=invoice.specification_identifier,
        notes=(Note(text=charged.formula()),),
        preceding_invoices=(PrecedingInvoice(number=original, issue_date=invoice.issue_date),) if original else (),
        seller=_without_vat_number(invoice.seller),
        buyer=_without_vat_number(invoice.buyer),
        payee=invoice.payee,
        payment_instructions=ways,
        lines=lines,
        vat_breakdown=(
            VatBreakdown(
                taxable_amount=amount,
                tax_amount=Decimal("0.00"),
                category="O",
                exemption_reason=outside.exemption_text(),
                exemption_reason_code=outside.vatex,
            ),
        ),
        totals=DocumentTotals(
            line_total=amount,
            total_without_vat=amount,
            vat_total=Decimal("0.00"),
            total_with_vat=amount,
            amount_due=amount,
        ),
    )


def _without_vat_number(party: Party | None) -> Party | None:
    if party is None or party.vat_identifier is None:
        return party
    update: dict[str, object] = {"vat_identifier": None}
    if party.legal_registration_identifier is None and not party.identifiers:
        try:
            business_id = vat_number.business_id(party.vat_identifier)
        except IdentifierError:
            business_id = None
        if business_id is not None:
            update["legal_registration_identifier"] = business_id
        else:
            update["identifiers"] = (Identifier(value=party.vat_identifier),)
    return party.model_copy(update=update)
