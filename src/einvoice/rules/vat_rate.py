"""EI-VAT-RATE: the VAT rate was in force in the seller's country on the day of supply."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice import codelists
from einvoice.codelists import VatRate
from einvoice.findings import Finding
from einvoice.rules.kit import Rule, is_blank, line_name

if TYPE_CHECKING:
    from einvoice.model import Invoice, Line

RATE = Rule(
    code="EI-VAT-RATE",
    severity="error",
    terms=("BT-152", "BT-96", "BT-103"),
    title="The VAT rate is one of the seller's country on the day of supply.",
    fix="Correct the rate, or state the day of supply: tax point (BT-7), delivery date (BT-72) or, on a credit note, "
    "the date of the credited invoice (BT-26).",
    source="Council Directive 2006/112/EC, articles 63 and 93; rates: einvoice.codelists.source('vat_rates')",
)

Days = tuple[tuple[date, ...], str]
"""Days on which one of which the rate must have been in force, and what they are."""


@RATE
def check_rate(invoice: Invoice) -> Iterator[Finding]:
    """VAT follows the rate in force when goods or services are supplied; a wrong one is owed or lost.

    The day of supply is the tax point, else the delivery date, the end of the invoicing period or that of the line,
    else the issue date.  A credit note keeps the rate of what it credits, so the dates of the preceding invoices count.

    A rate that the country had at another time is a warning, since an advance keeps the rate of the day it was paid.
    One that it never had is an error; where buyer, delivery or VAT number are foreign a warning, since another
    country's rate may apply.  Only category S is looked at, and only countries of the table: FI, SE, NO, DK, EE.

    Valid: FI, 24 on 2024-08-31.  Invalid: FI, 24 on 2024-09-01 (warning); FI, 23.5 on any day.
    """
    country = _seller_country(invoice)
    if country is None:
        return
    for_all = _days_of_document(invoice)
    for_document = for_all or _days(invoice, None)
    bad: dict[tuple[Decimal, Days], list[tuple[str, str]]] = {}
    judged: dict[tuple[Decimal, Days], bool] = {}

    def note(rate: Decimal, days: Days, path: str, name: str) -> None:
        key = (rate, days)
        if key not in judged:
            judged[key] = _in_force(country, rate, days[0])
        if not judged[key]:
            bad.setdefault(key, []).append((path, name))

    for index, line in enumerate(invoice.lines):
        if line.vat_category == "S" and line.vat_rate:
            days = for_all or _days(invoice, line)
            if days is not None:
                note(line.vat_rate, days, f"lines[{index}].vat_rate", line_name(line, index))
    for index, item in enumerate(invoice.allowances_charges):
        if item.vat_category == "S" and item.vat_rate and for_document is not None:
            name = "document charge" if item.is_charge else "document allowance"
            note(item.vat_rate, for_document, f"allowances_charges[{index}].vat_rate", name)
    for (rate, days), where in bad.items():
        yield _finding(invoice, country, rate, days, where)


def _finding(invoice: Invoice, country: str, rate: Decimal, days: Days, where: list[tuple[str, str]]) -> Finding:
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
    foreign = _foreign(invoice, country)
    message = f"{name}: VAT rate {rate} % was never in force in {country}; rates on {day} ({what}): {then} %"
    if foreign is not None:
        message += f"; {foreign}, so another country's rate may apply"
    return RATE.finding(message, path=path, value=rate, severity="error" if foreign is None else "warning")


def _in_force(country: str, rate: Decimal, days: tuple[date, ...]) -> bool:
    """Return whether the rate was in force on one of the days; True as well where the table holds nothing."""
    for day in days:
        rates = codelists.rates_on(country, day)
        if not rates or any(row.rate == rate for row in rates):
            return True
    return False


def _days_of_document(invoice: Invoice) -> Days | None:
    """Return the days that decide for the whole document, None where each line has its own."""
    if invoice.is_credit_note:
        dates = tuple(p.issue_date for p in invoice.preceding_invoices if p.issue_date is not None)
        if dates:
            return dates, "date of the preceding invoice, BT-26"
    if invoice.tax_point_date is not None:
        return (invoice.tax_point_date,), "tax point, BT-7"
    return None


def _days(invoice: Invoice, line: Line | None) -> Days | None:
    """Return the day of supply of *line*, or of what stands beside the lines."""
    if line is not None and line.delivery_date is not None:
        return (line.delivery_date,), "delivery date of the line"
    if invoice.delivery is not None and invoice.delivery.actual_delivery_date is not None:
        return (invoice.delivery.actual_delivery_date,), "delivery date, BT-72"
    if invoice.period is not None and invoice.period.end_date is not None:
        return (invoice.period.end_date,), "end of the invoicing period, BT-74"
    if line is not None and line.period is not None and line.period.end_date is not None:
        return (line.period.end_date,), "end of the period of the line, BT-135"
    if invoice.issue_date is not None:
        return (invoice.issue_date,), "issue date, BT-2"
    return None


def _seller_country(invoice: Invoice) -> str | None:
    """Return the country whose rates apply: that of the tax representative (BG-11) where there is one."""
    representative = invoice.tax_representative
    if representative is not None and representative.address is not None and representative.address.country_code:
        return representative.address.country_code
    seller = invoice.seller
    if seller is None or seller.address is None or is_blank(seller.address.country_code):
        return None
    return seller.address.country_code


def _foreign(invoice: Invoice, country: str) -> str | None:
    """Return what makes the sale more than a domestic one of *country*, None where nothing does."""
    buyer = invoice.buyer.address if invoice.buyer is not None else None
    if buyer is not None and buyer.country_code and buyer.country_code != country:
        return f"the buyer is in {buyer.country_code}"
    delivery = invoice.delivery.address if invoice.delivery is not None else None
    if delivery is not None and delivery.country_code and delivery.country_code != country:
        return f"delivery was to {delivery.country_code}"
    number = invoice.seller.vat_identifier if invoice.seller is not None else None
    prefix = (number or "")[:2].upper()
    if prefix.isalpha() and prefix not in (country, codelists.vat_prefix(country)):
        return f"the seller's VAT number begins with {prefix}"
    return None


def _period(row: VatRate) -> str:
    return f"from {row.valid_from}" + ("" if row.valid_to is None else f" to {row.valid_to}")
