"""EI-BILLECTA-VAT-…, -REVERSE-…, -FEE-RATE: rates of rows and fees, and who accounts for the VAT."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from einvoice import codelists
from einvoice.errors import IdentifierError
from einvoice.findings import Finding, Severity
from einvoice.rules.billecta.document import FEES, Document, Row, members, plain, real_day, rows_named, text
from einvoice.rules.billecta.kit import DIRECTIVE, SCHEMA, SEEN, TAKEN, Rule, checks

RATE = Rule(
    "EI-BILLECTA-VAT-RATE",
    "error",
    ("BT-152",),
    "VAT is a rate of the seller's country on the day of supply, or 0.",
    "A rate that does not exist is owed as it stands on the invoice, and the buyer cannot deduct it.",
    "Correct the rate: in Sweden 25, 12, 6 or 0.",
    "Valid: 25. Invalid: 24; to a buyer abroad, and for a rate that the country had at another time, a warning.",
    f"{DIRECTIVE}, articles 93 and 203; rates: einvoice.codelists.source('vat_rates')",
)
FRACTION = Rule(
    "EI-BILLECTA-VAT-FRACTION",
    "error",
    ("BT-152",),
    "VAT is in per cent, not a fraction.",
    "A rate of 0.25 per cent is charged where 25 per cent are owed to the tax agency.",
    "Write 25 for 25 per cent.",
    "Valid: 25. Invalid: 0.25.",
    SEEN,
)
INCLUDED = Rule(
    "EI-BILLECTA-VAT-INCLUDED",
    "warning",
    ("BT-146",),
    "VatIsIncluded of the invoice is that of its rows.",
    "Nobody documents which of the two wins; read the other way a price is a fifth off.",
    "State the same in both places.",
    "Valid: false on the invoice and on each row. Invalid: false on the invoice, true on row 2.",
    TAKEN,
)
REVERSE = Rule(
    "EI-BILLECTA-REVERSE-VAT",
    "error",
    ("BT-151", "BT-152"),
    "With reverse charge every row has VAT 0.",
    "The buyer accounts for the VAT; VAT on the invoice is owed all the same, and the buyer must not deduct it.",
    "Set VAT to 0 on every row, or leave ReverseVATDetails out.",
    "Valid: ReverseVATActivated true, VAT 0. Invalid: ReverseVATActivated true, VAT 25; in an answer whose "
    "TotalVATAmount is 0 a warning.",
    f"{DIRECTIVE}, articles 196, 199 and 203; {TAKEN}: rows are sent with 0",
)
REVERSE_NUMBER = Rule(
    "EI-BILLECTA-REVERSE-NUMBER",
    "error",
    ("BT-48",),
    "With reverse charge the VAT number of the buyer is known.",
    "The invoice has to show it, and without it the seller owes the VAT after all.",
    "Put the number into ReverseVATDetails.ReceiverVATNumber.",
    "Valid: ReceiverVATNumber SE556000000101. Invalid: no ReceiverVATNumber, and a debtor without VatNumber; in a "
    "request a warning, since the register of debtors may have it.",
    f"{DIRECTIVE}, article 226 (4)",
)
REVERSE_OFF = Rule(
    "EI-BILLECTA-REVERSE-OFF",
    "warning",
    ("BT-48", "BT-151"),
    "ReceiverVATNumber stands with ReverseVATActivated.",
    "The number alone does nothing: the invoice goes out without the mention of reverse charge.",
    "Set ReverseVATActivated to true, or leave ReverseVATDetails out.",
    "Valid: ReverseVATActivated true. Invalid: ReverseVATActivated false, ReceiverVATNumber SE556000000101, VAT 0 on "
    "every row; where a row has VAT, information.",
    SCHEMA,
)
NUMBER = Rule(
    "EI-BILLECTA-VAT-ID",
    "error",
    ("BT-48",),
    "VAT numbers have the form and check digits of their country.",
    "With a wrong number the reverse charge does not stand, and the report to the tax agency is refused.",
    "Compare the number with its source; put the two letters of the country in front.",
    "Valid: SE556000000101. Invalid: SE556000001101; a number of a country outside the EU whose rules nobody knows, "
    "or a Swedish one that does not end in 01 (warning).",
    f"{DIRECTIVE}, article 215",
)
FEE = Rule(
    "EI-BILLECTA-FEE-RATE",
    "warning",
    ("BT-99", "BT-103"),
    "The VAT of InvoiceFee and FreightFee follows from the rows, or from the context.",
    "A fee states no rate. Where the rows have several, or none, nobody can say how much VAT is in the total.",
    "Write the fee as a row with its own VAT, or set fee_vat in [billecta] of the context.",
    "Valid: InvoiceFee 29.00 SEK, every row at 25. Invalid: InvoiceFee 29.00 SEK, rows at 25 and 12.",
    TAKEN,
)

_HOME: Final = "SE"


@checks(RATE, FRACTION)
def check_rates(doc: Document) -> Iterator[Finding]:
    """Yield a finding for each rate that the seller's country does not have; rows with the same rate together."""
    at_rate: dict[Decimal, list[Row]] = {}
    for row in doc.rows:
        if row.vat and row.counts:
            at_rate.setdefault(row.vat, []).append(row)
    if not at_rate:
        return
    country, day = _seller_country(doc), _day_of_supply(doc)
    rates = [each.rate for each in codelists.rates_on(country, day)] if day is not None else []
    for rate, rows in at_rate.items():
        at, value = f"{rows[0].at}/VAT", rows[0].raw["VAT"]
        if 0 < rate < 1:
            message = f"{rows_named(rows)}: VAT is {plain(rate)}, less than one per cent"
            yield FRACTION.at(at, message, value, fix=f"Write {plain(rate * 100)} for {plain(rate * 100)} per cent.")
        elif rates and rate not in rates:
            then = ", ".join(map(plain, rates))
            message = f"{rows_named(rows)}: VAT is {plain(rate)} %, expected {then} or 0 in {country} on {day}"
            why = _other_rate(doc, country, rate)
            severity: Severity = "error" if why is None else "warning"
            yield RATE.at(at, message + (why or ""), value, severity=severity, fix=f"Write {then} or 0.")


def _other_rate(doc: Document, country: str, rate: Decimal) -> str | None:
    """Return why a rate may be right that *country* does not have now; None when nothing speaks for it."""
    if rate > 0 and (abroad := _debtor_country(doc)) not in ("", country):
        return f"; the buyer is in {abroad}, so another country's rate may apply"
    if codelists.rate_history(country, rate):
        return "; it was in force at another time, and may be right for a credit or an advance"
    return None


@checks(INCLUDED)
def check_included(doc: Document) -> Iterator[Finding]:
    """Yield one finding for the rows that say other than the invoice whether prices are with VAT."""
    stated = doc.raw.get("VatIsIncluded")
    if not isinstance(stated, bool):
        return
    rows = [
        row for row in doc.rows
        if row.counts and isinstance(row.raw.get("VatIsIncluded"), bool) and row.included != stated
    ]  # fmt: skip
    if rows:
        here, there = _word(stated), _word(not stated)
        message = f"VatIsIncluded is {here} on the invoice and {there} on {rows_named(rows)}"
        yield INCLUDED.at(f"{rows[0].at}/VatIsIncluded", message, there)


@checks(REVERSE, REVERSE_NUMBER, REVERSE_OFF)
def check_reverse(doc: Document) -> Iterator[Finding]:
    """Yield findings on the reverse charge."""
    details = members(doc.raw.get("ReverseVATDetails"))
    if not details:
        return
    number = text(details.get("ReceiverVATNumber"))
    taxed = [row for row in doc.rows if row.counts and row.vat]
    at = f"{doc.at}/ReverseVATDetails"
    if not doc.reverse:
        if number:
            message = f"ReceiverVATNumber is {_masked(number)} and ReverseVATActivated is not true"
            severity: Severity | None = None if doc.rows and not taxed else "info"
            yield REVERSE_OFF.at(f"{at}/ReverseVATActivated", message, severity=severity)
        return
    if taxed:
        rate = plain(taxed[0].vat or Decimal(0))
        message = f"ReverseVATActivated is true and VAT is {rate} on {rows_named(taxed)}, expected 0"
        bent = doc.answer and doc.amount("TotalVATAmount") == 0
        value = taxed[0].raw["VAT"]
        yield REVERSE.at(f"{taxed[0].at}/VAT", message, value, severity="warning" if bent else None)
    if number or text(doc.debtor.get("VatNumber")) or (doc.card is not None and doc.card.vat_id):
        return
    message = "ReverseVATActivated is true and ReceiverVATNumber is not stated"
    if doc.answer:
        message += "; the debtor has no VatNumber either" if doc.debtor else ""
    severity = None if doc.answer and doc.debtor else "warning"
    yield REVERSE_NUMBER.at(f"{at}/ReceiverVATNumber", message, severity=severity)


@checks(NUMBER)
def check_numbers(doc: Document) -> Iterator[Finding]:
    """Yield findings on VAT numbers with a wrong form or check digit."""
    details = members(doc.raw.get("ReverseVATDetails"))
    for place, stated in (
        ("ReverseVATDetails/ReceiverVATNumber", details.get("ReceiverVATNumber")),
        ("Debtor/VatNumber", doc.debtor.get("VatNumber")),
    ):
        if not (value := text(stated)):
            continue
        from einvoice.identifiers import vat_number

        at = f"{doc.at}/{place}"
        try:
            remark = vat_number.remark(value)
        except IdentifierError as error:
            unknown = _is_of_unknown_country(value)
            message = f"{place.replace('/', '.')}: {error.message}"
            severity: Severity | None = "warning" if unknown else None
            yield NUMBER.at(at, message, _masked(value), severity=severity, fix=error.fix)
        else:
            if remark is not None:
                yield NUMBER.at(at, f"{place.replace('/', '.')}: {remark}", _masked(value), severity="warning")


@checks(FEE)
def check_fees(doc: Document) -> Iterator[Finding]:
    """Yield a finding for each fee whose rate cannot be told."""
    if doc.context is not None and doc.context.billecta.fee_vat is not None:
        return
    fees = [(name, fee) for name in FEES if (fee := doc.amount(name))]
    if not fees:
        return
    rates = sorted({row.vat for row in doc.rows if row.counts and row.vat is not None}, reverse=True)
    if len(rates) == 1:
        return
    why = f"the rows have the rates {', '.join(map(plain, rates))}" if rates else "no row has a rate"
    for name, fee in fees:
        yield FEE.at(f"{doc.at}/{name}", f"{name} is {doc.money(fee)} and {why}", doc.raw[name]["Value"])


def _word(value: bool) -> str:
    return "true" if value else "false"


def _masked(number: str) -> str:
    """Return a VAT number as a message may show it: a Swedish one may hold that of a person."""
    from einvoice.identifiers import personal, se_organisation

    bare = number.strip()
    if bare[:2].upper() == "SE":
        return bare[:2] + se_organisation.mask(bare[2:12]) + bare[12:]
    return personal.mask(bare)


def _is_of_unknown_country(number: str) -> bool:
    from einvoice.identifiers import vat_number

    try:
        return vat_number.prefix(number) not in vat_number.PREFIXES
    except IdentifierError:
        return False


def _seller_country(doc: Document) -> str:
    """Return the country of the seller: that of the context, else Sweden, where the service is at home."""
    seller = None if doc.context is None else doc.context.seller
    return (seller.country if seller is not None else None) or _HOME


def _debtor_country(doc: Document) -> str:
    """Return the country of the debtor, or of its card, as a code; empty when it is not known."""
    stated = text(doc.debtor.get("CountryCode")) or (doc.card.country if doc.card is not None else None) or ""
    return codelists.country_code(stated) or ""


def _day_of_supply(doc: Document) -> date | None:
    return real_day(doc.raw.get("DeliveryDate")) or real_day(doc.raw.get("InvoiceDate"))
