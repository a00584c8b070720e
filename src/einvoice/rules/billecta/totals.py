"""EI-BILLECTA-…-TOTAL, -BALANCE, -CENT-ROUNDING: calculated amounts against what the rows come to.

Each row has a slack of one minor unit.  What is not documented counts in every way it can be meant: whether the service
rounds the row or its unit price, whether a DiscountAmount is of the row or of each unit, the VAT of the fees, and
whether InvoicedAmount is before a ROT or RUT deduction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from einvoice.findings import Finding
from einvoice.rules.billecta.document import FEES, HUNDRED, ZERO, Document, Row, plain
from einvoice.rules.billecta.kit import SCHEMA, TAKEN, Rule, checks

ROW = Rule(
    "EI-BILLECTA-ROW-TOTAL",
    "error",
    ("BT-131",),
    "The totals of a row are quantity times price, less the discount, without and with VAT.",
    "The buyer pays the totals and checks the rows. In a request the service calculates them again, and then the "
    "sending system has booked something else than the invoice says.",
    "Correct quantity, price, discount or VAT; leave the totals out of a request.",
    "Valid: 10 x 950.00 less 5 %: TotalExclVAT 9025.00. Invalid: TotalExclVAT 9500.00; in a request a warning.",
    f"{SCHEMA}; {TAKEN}: slack of one minor unit",
)
INVOICED = Rule(
    "EI-BILLECTA-INVOICED-TOTAL",
    "error",
    ("BT-112", "BT-115"),
    "InvoicedAmount is the sum of the rows with VAT, the fees and CentRoundingAmount.",
    "InvoicedAmount is what the buyer pays; when the rows do not add up to it no posting balances.",
    "Fetch the invoice again, and ask Billecta when the difference stays.",
    "Valid: rows 11550.05, CentRoundingAmount -0.05, InvoicedAmount 11550.00. Invalid: InvoicedAmount 11650.00.",
    f"{SCHEMA}; {TAKEN}: slack of one minor unit for each row and fee",
)
VAT = Rule(
    "EI-BILLECTA-VAT-TOTAL",
    "error",
    ("BT-110",),
    "TotalVATAmount is the VAT of the rows and fees.",
    "The buyer deducts and the seller declares this amount.",
    "Fetch the invoice again, and ask Billecta when the difference stays.",
    "Valid: 9025.00 at 25 % and 240.00 at 12 %: 2285.05. Invalid: 2316.25.",
    f"{SCHEMA}; {TAKEN}: slack of one minor unit for each row and fee",
)
CENT = Rule(
    "EI-BILLECTA-CENT-ROUNDING",
    "error",
    ("BT-114",),
    "CentRoundingAmount is at most half of a krona.",
    "It rounds the sum to whole kronor; what is larger is a difference of another kind, hidden in the rounding.",
    "Look for the difference in the rows and fees.",
    "Valid: -0.05. Invalid: 1.00; 0.60 (warning).",
    f"{SCHEMA}; lag (1970:1029) om avrundning av vissa öresbelopp",
)
BALANCE = Rule(
    "EI-BILLECTA-BALANCE",
    "warning",
    ("BT-113", "BT-115"),
    "CurrentAmount is InvoicedAmount less what was paid, credited and written off, with interest.",
    "CurrentAmount is what a reminder asks for; what nothing explains cannot be booked.",
    "Look at the events of the invoice: payments on their way, netting with a credit invoice, fees of reminders.",
    "Valid: InvoicedAmount 11550.00, PaidAmount 550.00, CurrentAmount 11000.00. Invalid: CurrentAmount 10000.00.",
    f"{SCHEMA}; {TAKEN}",
)

_TOTALS: Final = ("TotalExclVATNoDiscount", "TotalExclVAT", "TotalIncVAT")
_ONE: Final = Decimal(1)


@checks(ROW)
def check_rows(doc: Document) -> Iterator[Finding]:
    """Yield a finding for each total of a row that its figures do not explain."""
    for row in doc.rows:
        if not row.counts or not any(name in row.amounts for name in _TOTALS):
            continue
        known = row.nets()
        if known is None or row.vat is None:
            continue
        before, nets = known
        factor = 1 + row.vat / HUNDRED
        by_unit, nets_by_unit = _by_unit(row)
        nets += nets_by_unit
        expected = {
            "TotalExclVATNoDiscount": (before, by_unit),
            "TotalExclVAT": nets,
            "TotalIncVAT": (*(net * factor for net in nets), *(nets if doc.reverse else ())),
        }
        for name in _TOTALS:
            stated = row.total(name)
            if stated is not None and not _near(stated, expected[name], _ONE):
                message = (
                    f"{row.name}: {name} is {doc.money(stated)}, expected {doc.money(_rounded(expected[name][0]))}: "
                    f"{_calculation(row, doc)}"
                )
                at, value = f"{row.at}/{name}/Value", row.raw[name]["Value"]
                yield ROW.at(at, message, value, severity=None if doc.answer else "warning")


@checks(INVOICED, VAT)
def check_sums(doc: Document) -> Iterator[Finding]:
    """Yield findings on InvoicedAmount and TotalVATAmount of an answer."""
    invoiced, vat = doc.amount("InvoicedAmount"), doc.amount("TotalVATAmount")
    if not doc.answer or (invoiced is None and vat is None) or not doc.rows:
        return
    net_sum = gross_sum = ZERO
    for row in doc.rows:
        sums = _row_sums(row)
        if sums is None:
            return
        net_sum += sums[0]
        gross_sum += sums[1]
    fees = [fee for name in FEES if (fee := doc.amount(name))]
    slack = Decimal(len(doc.rows) + len(fees))
    rates = {row.vat for row in doc.rows if row.counts and row.vat is not None}
    of_fees = [(ZERO, ZERO)]  # what the fees come to with VAT, and the VAT in it
    for fee in fees:
        ways = {(fee, ZERO)} | {way for rate in rates if rate > -HUNDRED for way in _fee(fee, rate)}
        of_fees = [(total + more, tax + more_tax) for total, tax in of_fees for more, more_tax in ways]
    if invoiced is not None:
        rounding = doc.amount("CentRoundingAmount") or ZERO
        deduction = doc.amount("RotRutDeductionAmount") or ZERO
        sums_expected = [gross_sum + fee + rounding for fee, _ in of_fees]
        ways_expected = [*sums_expected, *(each - abs(deduction) for each in sums_expected if deduction)]
        if doc.reverse:
            ways_expected += [net_sum + fee + rounding for fee, _ in of_fees]
        if not _near(invoiced, ways_expected, slack):
            parts = f"rows {doc.money(_rounded(gross_sum))}"
            parts += "".join(f", {name} {doc.money(fee)}" for name in FEES if (fee := doc.amount(name)))
            parts += f", CentRoundingAmount {doc.money(rounding)}" if rounding else ""
            message = (
                f"InvoicedAmount is {doc.money(invoiced)}, expected {doc.money(_rounded(ways_expected[0]))}: {parts}"
            )
            yield INVOICED.at(f"{doc.at}/InvoicedAmount/Value", message, doc.raw["InvoicedAmount"]["Value"])
    if vat is not None and not (doc.reverse and not vat):
        expected = [gross_sum - net_sum + tax for _, tax in of_fees]
        if not _near(vat, expected, slack):
            message = f"TotalVATAmount is {doc.money(vat)}, expected {doc.money(_rounded(expected[0]))}"
            yield VAT.at(f"{doc.at}/TotalVATAmount/Value", message, doc.raw["TotalVATAmount"]["Value"])


@checks(CENT)
def check_rounding(doc: Document) -> Iterator[Finding]:
    """Yield a finding for a rounding of more than half of a krona."""
    rounding = doc.amount("CentRoundingAmount")
    if rounding is None:
        return
    unit = Decimal(1).scaleb(doc.digits)
    if abs(rounding) * 2 <= unit or not doc.digits:
        return
    at, value = f"{doc.at}/CentRoundingAmount/Value", doc.raw["CentRoundingAmount"]["Value"]
    message = f"CentRoundingAmount is {doc.money(rounding)}, expected at most {doc.money(unit / 2)}"
    yield CENT.at(at, message, value, severity=None if abs(rounding) >= unit else "warning")


@checks(BALANCE)
def check_balance(doc: Document) -> Iterator[Finding]:
    """Yield a finding when nothing explains what is left to pay."""
    invoiced, current = doc.amount("InvoicedAmount"), doc.amount("CurrentAmount")
    if invoiced is None or current is None:
        return
    away = [abs(doc.amount(name) or ZERO) for name in ("PaidAmount", "CreditedAmount", "WriteOffAmount")]
    left = abs(invoiced) - sum(away, ZERO)
    interest, waiting, deduction = (
        abs(doc.amount(name) or ZERO)
        for name in ("InterestAmount", "AwaitingPaymentTransferAmount", "RotRutDeductionAmount")
    )
    ways = [
        left + plus - minus - less
        for plus in {ZERO, interest}
        for minus in {ZERO, waiting}
        for less in {ZERO, deduction}
    ]
    if abs(current) in map(abs, ways):
        return
    stated = "".join(
        f", {name} {doc.money(value)}"
        for name in ("PaidAmount", "CreditedAmount", "WriteOffAmount", "InterestAmount")
        if (value := doc.amount(name))
    )
    message = f"CurrentAmount is {doc.money(current)}, expected {doc.money(left + interest)}: InvoicedAmount "
    message += f"{doc.money(invoiced)}{stated}"
    yield BALANCE.at(f"{doc.at}/CurrentAmount/Value", message, doc.raw["CurrentAmount"]["Value"])


def _by_unit(row: Row) -> tuple[Decimal, tuple[Decimal, ...]]:
    """Return what a row comes to, before the discount and after it, when the unit price is what is rounded."""
    quantity, price = row.quantity or ZERO, row.price or ZERO
    factor = 1 + (row.vat or ZERO) / HUNDRED if row.included else Decimal(1)
    net_price = _rounded(price / factor)
    before = net_price * quantity
    if row.discount_type == "Percentage" and row.percentage:
        rest = 1 - row.percentage / HUNDRED
        return before, (
            before * rest,
            _rounded(net_price * rest) * quantity,
            _rounded(price * rest / factor) * quantity,
        )
    if row.discount_amount and row.discount_type != "Percentage":
        off = row.discount_amount
        return before, (before - off, before - off / factor, (price - off) / factor * quantity)
    return before, (before,)


def _near(stated: Decimal, expected: Iterable[Decimal], slack: Decimal) -> bool:
    return any(abs(stated - _rounded(each)) <= slack for each in expected)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_ONE, ROUND_HALF_UP)


def _row_sums(row: Row) -> tuple[Decimal, Decimal] | None:
    """Return what a row comes to without and with VAT, as stated or else as calculated; None when neither is known."""
    net, gross = row.total("TotalExclVAT"), row.total("TotalIncVAT")
    if net is not None and gross is not None:
        return net, gross
    if not row.counts:
        return ZERO, ZERO
    known = row.nets()
    if known is None or row.vat is None:
        return None
    net = known[1][0]
    return net, net * (1 + row.vat / HUNDRED)


def _fee(fee: Decimal, rate: Decimal) -> tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]]:
    """Return what a fee comes to with VAT, and the VAT, when it is stated without VAT and when with it."""
    tax = fee * rate / HUNDRED
    return (fee + tax, tax), (fee, fee - fee / (1 + rate / HUNDRED))


def _calculation(row: Row, doc: Document) -> str:
    shown = f"{plain(row.quantity or ZERO)} x {doc.money(row.price or ZERO)}"
    if row.discount_type == "Percentage" and row.percentage:
        shown += f" less {plain(row.percentage)} %"
    elif row.discount_amount:
        shown += f" less {doc.money(row.discount_amount)}"
    return f"{shown}, VAT {plain(row.vat or ZERO)} % {'included' if row.included else 'on top'}"
