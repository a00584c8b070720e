"""EI-VAT-RATE: the VAT rate was in force in the seller's country on the day of supply."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice import codelists
from einvoice.codelists import VatRate
from einvoice.findings import Finding
from einvoice.rules.facts import Facts
from einvoice.rules.kit import Rule, line_name

if TYPE_CHECKING:
    from einvoice.model import Invoice, Line

RATE = Rule(
    code="EI-VAT-RATE",
    severity="error",
    terms=("BT-152", "BT-96", "BT-103", "BT-119"),
    title="The VAT rate is one of the seller's country on the day of supply.",
    fix="Correct the rate, or state the day of supply: tax point (BT-7), delivery date (BT-72) or, on a credit note, "
    "the date of the credited invoice (BT-26).",
    source="Council Directive 2006/112/EC, articles 63 and 93; rates: einvoice.codelists.source('vat_rates')",
)

Days = tuple[tuple[date, ...], str]
"""Days on one of which the rate must have been in force, and what they are."""


@RATE.by_facts
def check_rate(facts: Facts) -> Iterator[Finding]:
    """VAT follows the rate in force when goods or services are supplied; a wrong one is owed or lost.

    The day of supply is the tax point, else the delivery date, the end of the invoicing period or that of the line,
    else the issue date.  A credit note keeps the rate of what it credits, so the dates of the preceding invoices count;
    where it states none, any rate that was in force before will do, as on a negative invoice or line.  An invoice that
    names preceding invoices may repeat their rates, since a final invoice takes back what was paid in advance.

    The country is that of the seller's address, or of its tax representative; a rate that is in force where its VAT
    number comes from is right as well. A rate that the country had at another time is a warning, since an advance
    keeps the rate of the day it was paid. One that it never had is an error; where buyer, delivery or VAT number
    are foreign a warning, since another country's rate may apply. Only category S is looked at, and only countries
    of the table: FI, SE, NO, DK, EE.

    Valid: FI, 24 on 2024-08-31.  Invalid: FI, 24 on 2024-09-01 (warning); FI, 23.5 on any day.
    """
    country = _seller_country(facts)
    if country is None or "S" not in facts.used:
        return
    invoice = facts.invoice
    before = tuple(p.issue_date for p in invoice.preceding_invoices if p.issue_date is not None)
    credits_all = invoice.is_credit_note or (facts.total is not None and facts.total[1] < 0)
    of_all = _days_of_all(invoice, before)
    of_document = of_all or _days_of_document(invoice)
    issued: Days | None = None if invoice.issue_date is None else ((invoice.issue_date,), "issue date, BT-2")
    elsewhere = facts.seller_vat_country  # whoever is registered abroad may sell there, by the rates there
    judged: dict[tuple[Decimal, tuple[date, ...], bool], bool] = {}
    bad: dict[tuple[Decimal, Days], list[tuple[str, str]]] = {}

    def in_force(rate: Decimal, days: tuple[date, ...], takes_back: bool) -> bool:
        key = (rate, days, takes_back)
        if key not in judged:
            judged[key] = (
                _in_force(country, rate, days)
                or _in_force(country, rate, before, unknown=False)
                or (takes_back and _was_in_force(country, rate, days[0]))
                or (elsewhere not in (None, country) and _in_force(str(elsewhere), rate, days, unknown=False))
            )
        return judged[key]

    for index, line in enumerate(invoice.lines):
        rate = line.vat_rate
        if line.vat_category != "S" or not rate:
            continue
        days = of_all or _days_of_line(line, of_document) or issued
        if days is None:
            continue
        net = line.net_amount
        takes_back = (credits_all or (net is not None and net < 0)) and not (invoice.is_credit_note and before)
        if not in_force(rate, days[0], takes_back):
            bad.setdefault((rate, days), []).append((f"lines[{index}].vat_rate", line_name(line, index)))
    for index, item in enumerate(invoice.allowances_charges):
        days = of_document or issued
        if item.vat_category != "S" or not item.vat_rate or days is None:
            continue
        if not in_force(item.vat_rate, days[0], credits_all and not (invoice.is_credit_note and before)):
            name = "document charge" if item.is_charge else "document allowance"
            bad.setdefault((item.vat_rate, days), []).append((f"allowances_charges[{index}].vat_rate", name))
    for index, entry in enumerate(invoice.vat_breakdown):
        days = of_document or issued
        if entry.category != "S" or not entry.rate or days is None or ("S", entry.rate) in facts.groups:
            continue
        if not in_force(entry.rate, days[0], credits_all and not (invoice.is_credit_note and before)):
            bad.setdefault((entry.rate, days), []).append((f"vat_breakdown[{index}].rate", "VAT breakdown"))
    for (rate, days), where in bad.items():
        yield _finding(facts, country, rate, days, where)


def _finding(facts: Facts, country: str, rate: Decimal, days: Days, where: list[tuple[str, str]]) -> Finding:
    (path, name), more = where[0], len(where) - 1
    if more:
        name += f" and {more} more"
    day, what = days[0][0], days[1]
    then = ", ".join(str(r.rate) for r in codelists.rates_on(country, day))
    history = codelists.rate_history(country, rate)
    if history:
        message = (
            f"{name}: VAT rate {rate} % was in force in {country} {' and '.join(map(_period, history))}, not on {day} "
            f"({what}); rates then: {then} %"
        )
        return RATE.finding(message, path=path, value=rate, severity="warning")
    foreign = _foreign(facts, country)
    message = f"{name}: VAT rate {rate} % was never in force in {country}; rates on {day} ({what}): {then} %"
    if foreign is not None:
        message += f"; {foreign}, so another country's rate may apply"
    return RATE.finding(message, path=path, value=rate, severity="error" if foreign is None else "warning")


def _in_force(country: str, rate: Decimal, days: tuple[date, ...], *, unknown: bool = True) -> bool:
    """Return whether the rate was in force on one of the days; *unknown* where the table holds nothing."""
    for day in days:
        rates = codelists.rates_on(country, day)
        if (not rates and unknown) or any(row.rate == rate for row in rates):
            return True
    return False


def _was_in_force(country: str, rate: Decimal, day: date) -> bool:
    return any(row.valid_from <= day for row in codelists.rate_history(country, rate))


def _days_of_all(invoice: Invoice, before: tuple[date, ...]) -> Days | None:
    """Return the days that decide for the whole document, None where each line may have its own."""
    if before and invoice.is_credit_note:
        return before, "date of the preceding invoice, BT-26"
    if invoice.tax_point_date is not None:
        return (invoice.tax_point_date,), "tax point, BT-7"
    return None


def _days_of_document(invoice: Invoice) -> Days | None:
    """Return the day of supply that the document states, for lines that state none themselves."""
    if invoice.delivery is not None and invoice.delivery.actual_delivery_date is not None:
        return (invoice.delivery.actual_delivery_date,), "delivery date, BT-72"
    if invoice.period is not None and invoice.period.end_date is not None:
        return (invoice.period.end_date,), "end of the invoicing period, BT-74"
    return None


def _days_of_line(line: Line, of_document: Days | None) -> Days | None:
    if line.delivery_date is not None:
        return (line.delivery_date,), "delivery date of the line"
    if of_document is None and line.period is not None and line.period.end_date is not None:
        return (line.period.end_date,), "end of the period of the line, BT-135"
    return of_document


def _seller_country(facts: Facts) -> str | None:
    """Return the country whose rates apply: that of the tax representative (BG-11) where there is one."""
    representative = facts.invoice.tax_representative
    if representative is not None and representative.address is not None and representative.address.country_code:
        return representative.address.country_code
    return facts.seller_country


def _foreign(facts: Facts, country: str) -> str | None:
    """Return what makes the sale more than a domestic one of *country*, None where nothing does."""
    if facts.buyer_country and facts.buyer_country != country:
        return f"the buyer is in {facts.buyer_country}"
    delivery = facts.delivery_address
    if delivery is not None and delivery.country_code != country:
        return f"delivery was to {delivery.country_code}"
    seller = facts.invoice.seller
    number = seller.vat_identifier if seller is not None else None
    prefix = (number or "")[:2].upper()
    if prefix.isalpha() and prefix not in (country, codelists.vat_prefix(country)):
        return f"the seller's VAT number begins with {prefix}"
    return None


def _period(row: VatRate) -> str:
    return f"from {row.valid_from}" + ("" if row.valid_to is None else f" to {row.valid_to}")
