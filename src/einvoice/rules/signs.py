"""EI-SIGN-… and EI-PRICE-NEGATIVE: directions of money that a receiver will not expect.

In the model a credit note is positive and its type carries the direction; an invoice may be negative, and then all of
it is.  So the amounts of one document have one sign, but for lines that take something back.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice.findings import Finding
from einvoice.rules.facts import Facts
from einvoice.rules.kit import Rule, line_name, money

if TYPE_CHECKING:
    from einvoice.model import Invoice

CREDIT_NOTE = Rule(
    code="EI-SIGN-CREDIT-NOTE",
    severity="warning",
    terms=("BT-3", "BT-112"),
    title="A credit note has a positive total.",
    fix="If it gives money back, turn all its signs round; if it asks for money, send it as an invoice (380).",
    source="Peppol BIS Billing 3.0.21, credit notes; EN 16931 issue 478; rule DK-R-016",
)


@CREDIT_NOTE.by_facts
def check_credit_note(facts: Facts) -> Iterator[Finding]:
    """The type carries the direction of a credit note, so a negative one asks for money.

    Systems that write credit notes negative (Netvisor, Finvoice) are turned round when they are read; a negative total
    here is in the document on purpose or by a second turn.

    Valid: type 381, total 125.50.  Invalid: type 381, total -125.50.
    """
    stated, invoice = facts.total, facts.invoice
    if stated is not None and stated[1] < 0 and invoice.is_credit_note:
        path, total = stated
        yield CREDIT_NOTE.finding(
            f"credit note (type {invoice.type_code}) with a total of {money(total, invoice)}: the receiver sees a "
            f"claim of {money(-total, invoice)}, not a credit",
            path=path,
            value=total,
        )


INVOICE = Rule(
    code="EI-SIGN-INVOICE",
    severity="warning",
    terms=("BT-3", "BT-112"),
    title="An invoice has a positive total.",
    fix="If it credits, send it as a credit note (381) with positive amounts.",
    source="Peppol BIS Billing 3.0.21, negative invoices and credit notes; Netvisor sales invoice API",
)


@INVOICE.by_facts
def check_invoice(facts: Facts) -> Iterator[Finding]:
    """A negative invoice is allowed and gives money back, but many receivers cannot book or pay it.

    Netvisor has no document type: what goes there as a negative invoice comes back as a credit note.

    Valid: type 380, total 125.50.  Invalid: type 380, total -125.50.
    """
    stated, invoice = facts.total, facts.invoice
    if stated is not None and stated[1] < 0 and not invoice.is_credit_note:
        path, total = stated
        kind = "invoice" if invoice.type_code is None else f"invoice (type {invoice.type_code})"
        yield INVOICE.finding(
            f"{kind} with a total of {money(total, invoice)}: the receiver sees a negative invoice, by which the "
            f"seller owes {money(-total, invoice)}, and in Netvisor it becomes a credit note",
            path=path,
            value=total,
        )


PRICE = Rule(
    code="EI-PRICE-NEGATIVE",
    severity="error",
    terms=("BT-146", "BT-148"),
    title="Unit prices are not negative.",
    fix="Turn round price and quantity together: quantity -1 at 100.00 for 1 at -100.00.",
    source="EN 16931-1:2017+A1:2019, rules BR-27 and BR-28",
)


@PRICE
def check_price(invoice: Invoice) -> Iterator[Finding]:
    """The sign of a line belongs to its quantity, and every EN 16931 receiver refuses a negative price.

    Readers turn price and quantity round together.  A price that is still negative could not be mended: net and gross
    price have different signs, or there is no quantity to take the sign.

    Valid: quantity -1, price 100.00.  Invalid: quantity 1, price -100.00.
    """
    for index, line in enumerate(invoice.lines):
        for term, field, what, price in (
            ("BT-146", "net_price", "net price", line.net_price),
            ("BT-148", "gross_price", "gross price", line.gross_price),
            ("EX-PRICE-WITH-VAT", "price_with_vat", "price with VAT", line.price_with_vat),
        ):
            if price is not None and price < 0:
                yield PRICE.finding(
                    f"{line_name(line, index)}: the {what} ({term}) is {money(price, invoice)}, expected 0 or more",
                    path=f"lines[{index}].{field}",
                    value=price,
                    terms=(term,),
                )


LINES = Rule(
    code="EI-SIGN-LINES",
    severity="error",
    terms=("BT-131", "BT-109"),
    title="Lines and total have one sign.",
    fix="Turn round what was left as it was: all quantities and amounts of lines, or the totals.",
    source="EN 16931-1:2017+A1:2019, rules BR-CO-10 and BR-CO-13; Finvoice 3.0 and Netvisor, negative credit notes",
)


@LINES.by_facts
def check_lines(facts: Facts) -> Iterator[Finding]:
    """Systems that keep credit notes negative turn them round for EN 16931; here one half was forgotten.

    An invoice with lines of both signs is silent, and so is one whose document charges may turn the sign.

    Valid: lines 50.00 and 50.00, total 100.00.  Invalid: lines -50.00 and -50.00, total 100.00.
    """
    totals, lines = facts.invoice.totals, facts.invoice.lines
    total = None if totals is None else totals.total_without_vat
    if not total or not lines or facts.invoice.allowances_charges:
        return
    other = 0
    for line in lines:
        net = line.net_amount
        if net:
            if (net < 0) == (total < 0):
                return
            other += 1
    if other:
        yield LINES.finding(
            f"the total without VAT (BT-109) is {money(total, facts.invoice)}, and every line that has an amount is "
            f"{'positive' if total < 0 else 'negative'}: one of both was not turned round",
            path="totals.total_without_vat",
            value=total,
        )


VAT = Rule(
    code="EI-SIGN-VAT",
    severity="error",
    terms=("BT-117", "BT-116", "BT-110", "BT-111"),
    title="VAT has the sign of the amount on which it is charged.",
    fix="Turn the sign of the VAT round, or that of the taxable amount.",
    source="Peppol BIS Billing 3.0.21, PEPPOL-EN16931-R055; EN 16931 rule BR-CO-17 compares without signs",
)


@VAT
def check_vat(invoice: Invoice) -> Iterator[Finding]:
    """VAT of the wrong sign is deducted where it is owed, and the official rules on the VAT breakdown do not see it.

    VAT that a line states of itself counts for less: there it is a warning.

    Valid: taxable -100.00, VAT -25.50.  Invalid: taxable 100.00, VAT -25.50.
    """
    for index, entry in enumerate(invoice.vat_breakdown):
        taxable, tax = entry.taxable_amount, entry.tax_amount
        if taxable and tax and (taxable < 0) != (tax < 0):
            group = f"{entry.category or ''}{'' if entry.rate is None else f' {entry.rate} %'}".strip()
            yield VAT.finding(
                f"VAT breakdown {group}: VAT {money(tax, invoice)} (BT-117) on a taxable amount of "
                f"{money(taxable, invoice)} (BT-116)",
                path=f"vat_breakdown[{index}].tax_amount",
                value=tax,
                terms=("BT-117", "BT-116"),
            )
    totals = invoice.totals
    if totals is not None and totals.vat_total_accounting and totals.vat_total:
        here, there = totals.vat_total, totals.vat_total_accounting
        if (here < 0) != (there < 0):
            yield VAT.finding(
                f"the total VAT is {money(here, invoice)} (BT-110) and in the accounting currency {there} "
                f"{invoice.vat_currency or ''}".rstrip()
                + " (BT-111): the signs differ",
                path="totals.vat_total_accounting",
                value=there,
                terms=("BT-111", "BT-110"),
            )
    for index, line in enumerate(invoice.lines):
        net, vat = line.net_amount, line.vat_amount
        if vat and net and (net < 0) != (vat < 0):
            yield VAT.finding(
                f"{line_name(line, index)}: VAT {money(vat, invoice)} on a net amount of {money(net, invoice)} "
                "(BT-131)",
                path=f"lines[{index}].vat_amount",
                value=vat,
                severity="warning",
                terms=("BT-131",),
            )


ALLOWANCE = Rule(
    code="EI-SIGN-ALLOWANCE",
    severity="warning",
    terms=("BT-92", "BT-99", "BT-136", "BT-141"),
    title="An allowance lowers the price and a charge raises it.",
    fix="Write a negative allowance as a charge, and a negative charge as an allowance, with a positive amount.",
    source="EN 16931-1:2017+A1:2019, BG-20, BG-21, BG-27, BG-28; Finvoice 3.0, discounts of negative rows",
)


@ALLOWANCE.by_facts
def check_allowance(facts: Facts) -> Iterator[Finding]:
    """Receivers print "discount" beside the amount, and some drop its sign; then a surcharge becomes a discount.

    On what is negative as a whole (a returned line, a negative invoice) allowances and charges are negative too.

    Valid: 100.00 less 10.00; on a line of -100.00 an allowance of -10.00.  Invalid: line of 100.00, allowance -10.00.
    """
    invoice = facts.invoice
    for index, line in enumerate(invoice.lines):
        if line.allowances_charges and line.quantity:
            for n, item in enumerate(line.allowances_charges):
                if item.amount and (item.amount < 0) != (line.quantity < 0):
                    term, what = ("BT-141", "charge") if item.is_charge else ("BT-136", "allowance")
                    yield ALLOWANCE.finding(
                        f"{line_name(line, index)}: {what} of {money(item.amount, invoice)} ({term}) on a quantity of "
                        f"{line.quantity}: it {_effect(item.is_charge, line.quantity)}",
                        path=f"lines[{index}].allowances_charges[{n}].amount",
                        value=item.amount,
                        terms=(term,),
                    )
    items, total = invoice.allowances_charges, facts.total
    if not items or total is None or not total[1]:
        return
    for n, item in enumerate(items):
        if item.amount and (item.amount < 0) != (total[1] < 0):
            term, what = ("BT-99", "charge") if item.is_charge else ("BT-92", "allowance")
            yield ALLOWANCE.finding(
                f"document {what} of {money(item.amount, invoice)} ({term}) on a total of {money(total[1], invoice)}: "
                f"it {_effect(item.is_charge, total[1])}",
                path=f"allowances_charges[{n}].amount",
                value=item.amount,
                terms=(term,),
            )


def _effect(is_charge: bool, of: Decimal) -> str:
    if of < 0:
        return "lessens what is given back" if is_charge else "adds to what is given back"
    return "lowers the price" if is_charge else "raises the price"


PREPAID = Rule(
    code="EI-SIGN-PREPAID",
    severity="warning",
    terms=("BT-113", "BT-112"),
    title="The paid amount has the sign of the total.",
    fix="Turn the sign of the paid amount (BT-113) round; on a credit note it is what was given back before.",
    source="EN 16931-1:2017+A1:2019, BT-113 and rule BR-CO-16; Finvoice 3.0, negative credit notes",
)


@PREPAID.by_facts
def check_prepaid(facts: Facts) -> Iterator[Finding]:
    """The amount due is the total less what is paid, so a paid amount of the other sign is asked for a second time.

    Valid: total 125.50, paid 25.00; total -125.50, paid -25.00.  Invalid: total 125.50, paid -25.00.
    """
    totals, total = facts.invoice.totals, facts.total
    if totals is None or total is None:
        return
    paid = totals.paid_amount
    if paid and total[1] and (paid < 0) != (total[1] < 0):
        yield PREPAID.finding(
            f"the paid amount (BT-113) is {money(paid, facts.invoice)} and the total {money(total[1], facts.invoice)}",
            path="totals.paid_amount",
            value=paid,
        )
