"""EI-TERMS-…: terms of payment that contradict the dates of the invoice, or the law.

Terms stand as data (net days, cash discounts, rate of interest) and as words (BT-20).  Words are read in Finnish,
Swedish and English, and only where they leave no choice: "14 pv netto", "30 dagar netto", "30 days net"; whatever
counts from the end of a month, or names several terms, is not compared.

Interest on late payment: the reference rates stand in ``reference_rates.csv``.  Section 4 of the Finnish Interest Act
adds 7 percentage points and section 4 a, for commercial contracts (since 2013), 8; section 6 of the Swedish Interest
Act adds 8.  Companies may agree on more, a consumer in Finland may not be asked for more, so the rule informs, and
warns only where the buyer looks like a consumer.  The reading of the law is ours, and later rates are not known:
`[rules.settings]` of the context states another reference rate, and `[rules]` switches the rule off.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from einvoice.findings import Finding
from einvoice.rules.kit import Rule, is_blank
from einvoice.rules.settings import current

if TYPE_CHECKING:
    from einvoice.model import CashDiscount, Invoice

DAYS = Rule(
    code="EI-TERMS-DAYS",
    severity="warning",
    terms=("BT-20", "BT-9", "BT-2"),
    title="The due date is the one that the terms of payment give.",
    fix="Correct the due date or the terms; where both are right, say in the terms from which day they count.",
    source="Practice; FI Act on payment terms (30/2013), section 5, SE Interest Act (1975:635), section 3",
)

DISCOUNT = Rule(
    code="EI-TERMS-DISCOUNT",
    severity="warning",
    terms=("EX-CASH-DISCOUNT", "BT-9"),
    title="A cash discount is given before the payment is due, and its amount is its percentage of its base.",
    fix="Correct days, last day, percentage, base or amount of the discount in the source.",
    source="Netvisor sales invoice API and Finvoice 3.0, cash discount; practice",
)

INTEREST = Rule(
    code="EI-TERMS-INTEREST",
    severity="warning",
    terms=("EX-LATE-INTEREST", "BT-20"),
    title="Interest on late payment is not above the rate of the law.",
    fix="Correct the rate, or see that it was agreed; another reference rate is stated under [rules.settings] in the "
    "context file (einvoice.toml).",
    source="FI Interest Act (633/1982), sections 2, 4, 4 a and 12; SE Interest Act (1975:635), sections 6 and 9",
)

_DAY: Final = r"(?:pv|p\.|päivää|päivän|vrk|dagar|dag|dgr|d\.|days?|dage|dager)"
_NET: Final = r"(?:netto|net|nett)"
_DAYS: Final = re.compile(
    rf"(?<![\d,.\-–])(?:(?P<before>\d{{1,3}})\s*{_DAY}\.?\s*,?\s*{_NET}\b|\b{_NET}\s*:?\s*(?P<behind>\d{{1,3}})\s*{_DAY}(?!\w))",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(
    rf"(?:maksuehto|maksuaika|betalningsvillkor|betalningstid|payment terms?|terms)?\s*:?\s*(\d{{1,3}})\s*{_DAY}\s*\.?",
    re.IGNORECASE,
)
_MONTHS: Final = re.compile(
    r"kuun|kuukau|kk\b|månad|mån\b|month|eom|vko|viikko|vecka|week|lev\b|leverans|toimitu|delivery|receipt|mottag|saapu",
    re.IGNORECASE,
)
"""Words of terms that do not count days from the date of the invoice."""

_RATE: Final = re.compile(
    r"(?:viivästyskor\w*|viiv\.?\s*korko|dröjsmålsränt\w*|interest(?: on late payment)?(?: rate)?)"
    r"\s*:?\s*(?:on\s+|är\s+|is\s+|of\s+)?(?P<rate>\d{1,2}(?:[.,]\d{1,2})?)\s*(?:%|prosenttia|procent|per ?cent)"
    r"(?P<rest>.{0,40})",
    re.IGNORECASE | re.DOTALL,
)
_ABOVE: Final = re.compile(
    r"yli|lisättynä|viitekor|över|utöver|referensränt|plus|\+|above|over|reference|kuukau|/\s*kk|månad|month",
    re.IGNORECASE,
)
"""Words behind a rate that make it a margin, or a rate of a month."""

_LONGEST: Final = 3650
"""More days than that are no term of payment."""
_CALENDAR: Final = (date(1900, 1, 1), date(9900, 1, 1))
"""Between these days the calendar does not end within a term of payment."""

_RATES: Final = Path(__file__).resolve().parent / "reference_rates.csv"
_MARGIN: Final = {"FI": Decimal(8), "SE": Decimal(8)}
_MARGIN_OF_CONSUMERS: Final = {"FI": Decimal(7), "SE": Decimal(8)}
_FREE_DAYS: Final = frozenset({(1, 1), (1, 6), (5, 1), (6, 6), (12, 6), (12, 24), (12, 25), (12, 26), (12, 31)})
"""Month and day of holidays on which banks of Finland or Sweden are closed; those of Easter move."""


@DAYS
def check_days(invoice: Invoice) -> Iterator[Finding]:
    """The payer keeps to one of the two, and is reminded or loses a discount by the other.

    Net days as data, and days in words, are added to the value date, else to the issue date.  Systems count in several
    ways, so a day more or less passes, the same day of the next month for 30 days, and from a weekend or holiday the
    working day before it or up to four days after it.  Credit notes are not compared.

    Valid: issued 2026-05-04, 14 pv netto, due 2026-05-18.  Invalid: the same, due 2026-06-03.
    """
    start = invoice.value_date or invoice.issue_date
    due = invoice.due_date
    if start is None or due is None or invoice.is_credit_note or not _CALENDAR[0] < start < _CALENDAR[1]:
        return
    conditions = invoice.payment_conditions
    stated = [] if conditions is None or conditions.net_days is None else [
        (conditions.net_days, "payment_conditions.net_days", f"{conditions.net_days} days net")
    ]  # fmt: skip
    words = days_in_words(invoice.payment_terms)
    if words is not None and not (stated and stated[0][0] == words):
        stated.append((words, "payment_terms", f"{_shown(invoice.payment_terms)!r} (BT-20)"))
    for days, path, term in stated:
        if abs(days) > _LONGEST or _agree(start, days, due):
            continue
        expected = start + timedelta(days=days)
        first = "value date" if invoice.value_date is not None else "issue date"
        yield DAYS.finding(
            f"terms of payment {term} from the {first} {start} give the due date {expected}, and {due} is stated "
            f"(BT-9)",
            path=path,
            value=due,
        )


@DISCOUNT
def check_discount(invoice: Invoice) -> Iterator[Finding]:
    """A discount whose terms contradict each other is taken by the payer and refused by the seller.

    It makes no difference to the totals, so that no other rule sees it.  Half a unit of the currency is rounding.

    Valid: 2 % within 7 days of 14 days net.  Invalid: 2 % within 21 days of 14; 2 % of 100.00 is 5.00; 120 %.
    """
    conditions = invoice.payment_conditions
    for index, discount in enumerate(conditions.cash_discounts if conditions is not None else ()):
        fault = _discount_fault(invoice, discount)
        if fault is not None:
            place = f"payment_conditions.cash_discounts[{index}]"
            yield DISCOUNT.finding(f"cash discount: {fault[1]}", path=f"{place}.{fault[0]}")


def _discount_fault(invoice: Invoice, discount: CashDiscount) -> tuple[str, str] | None:
    """Return the field of the first thing that is wrong, and what it is."""
    percentage, base, amount, last = discount.percentage, discount.base_amount, discount.amount, discount.last_date
    if percentage is not None and not 0 <= percentage <= 100:
        return "percentage", f"{percentage} % is no part of an amount, expected 0 to 100"
    if discount.days is not None and discount.days < 0:
        return "days", f"it ends {-discount.days} days before the invoice is issued"
    if last is not None and invoice.issue_date is not None and last < invoice.issue_date:
        return "last_date", f"its last day {last} is before the invoice is issued on {invoice.issue_date}"
    if last is not None and invoice.due_date is not None and last > invoice.due_date:
        return "last_date", f"its last day {last} is after the payment is due on {invoice.due_date}"
    net = invoice.payment_conditions.net_days if invoice.payment_conditions is not None else None
    if last is None and discount.days is not None and net is not None and discount.days > net:
        return "days", f"it is given within {discount.days} days, and the payment is due within {net}"
    if percentage is not None and base is not None and amount is not None:
        expected = base * percentage / 100
        if abs(abs(expected) - abs(amount)) > Decimal("0.5"):
            return "amount", f"{percentage} % of {base} is {_money(expected, invoice)}, and {amount} is stated"
    return None


@INTEREST
def check_interest(invoice: Invoice) -> Iterator[Finding]:
    """Interest above the law has to be agreed on, and a Finnish consumer never owes it.

    The rate as data is judged, else the one that the terms state in words, in the seller's country, for the half-year
    of the due date.  For information where the buyer has a business id, VAT number or electronic address, a warning
    where it has none.  Reference rates after the last one of the table are taken to be the same, and the message says
    so.

    Valid: FI, 2026-05-04, 10.5 %.  Invalid: FI, 2026-05-04, 16 %.
    """
    seller = invoice.seller
    country = seller.address.country_code if seller is not None and seller.address is not None else None
    day = invoice.due_date or invoice.issue_date
    if country not in _MARGIN or day is None:
        return
    conditions = invoice.payment_conditions
    rate, path = (
        (conditions.late_payment_interest_rate if conditions is not None else None),
        ("payment_conditions.late_payment_interest_rate"),
    )
    if rate is None:
        rate, path = rate_in_words(invoice.payment_terms), "payment_terms"
    if rate is None:
        return
    consumer = looks_like_consumer(invoice)
    law = legal_rate(country, day, consumer=consumer)
    if law is None or rate <= law.rate:
        return
    reference, margin, since, is_last = law
    origin = "of the context" if since is None else f"of {since}" + (", the last one known" if is_last else "")
    yield INTEREST.finding(
        f"interest on late payment is {rate} %, above the {reference + margin} % of the law in {country}: reference "
        f"rate {reference} % ({origin}) and {margin} percentage points; more has to be agreed on"
        + (", and the buyer looks like a consumer" if consumer else ""),
        path=path,
        value=rate,
        severity="warning" if consumer else "info",
    )


class LegalRate(NamedTuple):
    """Interest on late payment by law, per cent a year: *reference* rate and *margin* in percentage points.

    *since*: from when on the reference rate is known; None where the context states it.  *is_last*: the table ends
    with it, and its half-year is over.
    """

    reference: Decimal
    margin: Decimal
    since: date | None
    is_last: bool

    @property
    def rate(self) -> Decimal:
        """The two together."""
        return self.reference + self.margin


def legal_rate(country: str, day: date, *, consumer: bool = False) -> LegalRate | None:
    """Return the interest on late payment by the law of *country* (FI, SE) on *day*; None where it is not known.

    >>> legal_rate("FI", date(2026, 5, 4)).rate, legal_rate("FI", date(2026, 5, 4), consumer=True).rate
    (Decimal('10.5'), Decimal('9.5'))
    """
    if country not in _MARGIN:
        return None
    margin = (_MARGIN_OF_CONSUMERS if consumer else _MARGIN)[country]
    given = current().reference_rates.get(country)
    if given is not None:
        return LegalRate(given, margin, None, True)
    row = _reference_rate(country, day)
    return None if row is None else LegalRate(row[0], margin, row[1], row[2])


def looks_like_consumer(invoice: Invoice) -> bool:
    """Say whether the buyer has none of the numbers that a business has; a buyer that is not stated may be anybody."""
    buyer = invoice.buyer
    return buyer is not None and all(
        is_blank(number)
        for number in (buyer.vat_identifier, buyer.legal_registration_identifier, buyer.electronic_address)
    )


def days_in_words(text: str | None) -> int | None:
    """Return the days net that terms of payment state; None when they state none, or several.

    >>> days_in_words("14 pv netto, viivästyskorko 8 %"), days_in_words("Netto 30 dagar"), days_in_words("30 days")
    (14, 30, 30)
    >>> days_in_words("10 dagar 2 %, 30 dagar netto"), days_in_words("30 dagar fri leveransmånad")
    (30, None)
    """
    if text is None or _MONTHS.search(text):
        return None
    alone = _ALONE.fullmatch(text.strip())
    if alone is not None:
        return int(alone[1])
    found = {int(match["before"] or match["behind"]) for match in _DAYS.finditer(text)}
    return found.pop() if len(found) == 1 else None


def rate_in_words(text: str | None) -> Decimal | None:
    """Return the rate of interest on late payment that terms state in words; None for none, or for a margin.

    >>> rate_in_words("14 pv netto. Viivästyskorko 10,5 %."), rate_in_words("Dröjsmålsränta 8 % över referensräntan")
    (Decimal('10.5'), None)
    """
    found = _RATE.search(text or "")
    if found is None or _ABOVE.search(found["rest"]):
        return None
    return Decimal(found["rate"].replace(",", "."))


def _money(amount: Decimal, invoice: Invoice) -> str:
    return f"{amount:.2f} {invoice.currency}" if invoice.currency else f"{amount:.2f}"


def _shown(text: str | None) -> str:
    line = " ".join((text or "").split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _agree(start: date, days: int, due: date) -> bool:
    """Return whether *due* is *days* after *start*, in one of the ways that people count."""
    expected = start + timedelta(days=days)
    off = (due - expected).days
    if abs(off) <= 1 or (days == 30 and due.day == start.day and abs(off) <= 2):
        return True
    return _is_free(expected) and -2 <= off <= 4


def _is_free(day: date) -> bool:
    return day.weekday() >= 5 or (day.month, day.day) in _FREE_DAYS


def _reference_rate(country: str, day: date) -> tuple[Decimal, date | None, bool] | None:
    """Return the rate on *day*, since when it is known, and whether it is the last one and its half-year is over."""
    rows = _reference_rates()[country]
    before = [row for row in rows if row[1] <= day]
    if not before:
        return None
    rate, since = before[-1]
    over = date(since.year, 6, 30) if since.month == 1 else date(since.year, 12, 31)
    return rate, since, len(before) == len(rows) and day > over


@cache
def _reference_rates() -> dict[str, list[tuple[Decimal, date]]]:
    lines = [line for line in _RATES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found: dict[str, list[tuple[Decimal, date]]] = {}
    for row in csv.DictReader(lines):
        found.setdefault(row["country"], []).append((Decimal(row["rate"]), date.fromisoformat(row["valid_from"])))
    return found
