"""EI-SIGN-… and EI-PRICE-NEGATIVE: directions of money that a receiver will not expect."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice.findings import Finding
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


@CREDIT_NOTE
def check_credit_note(invoice: Invoice) -> Iterator[Finding]:
    """The type carries the direction of a credit note, so a negative one asks for money.

    Systems that write credit notes negative (Netvisor, Finvoice) are turned round when they are read; a negative total
    here is in the document on purpose or by a second turn.

    Valid: type 381, total 125.50.  Invalid: type 381, total -125.50.
    """
    stated = _total(invoice)
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


@INVOICE
def check_invoice(invoice: Invoice) -> Iterator[Finding]:
    """A negative invoice is allowed and gives money back, but many receivers cannot book or pay it.

    Netvisor has no document type: what goes there as a negative invoice comes back as a credit note.

    Valid: type 380, total 125.50.  Invalid: type 380, total -125.50.
    """
    stated = _total(invoice)
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


def _total(invoice: Invoice) -> tuple[str, Decimal] | None:
    """Return place and amount of the total with VAT, or else without."""
    totals = invoice.totals
    if totals is None:
        return None
    if totals.total_with_vat is not None:
        return "totals.total_with_vat", totals.total_with_vat
    if totals.total_without_vat is not None:
        return "totals.total_without_vat", totals.total_without_vat
    return None
