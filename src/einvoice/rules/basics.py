"""EI-MISSING-…: what every conversion needs, each absence a code of its own.

Netvisor and Billecta documents name their customer by a code and hold no seller, so most of these are mended in the
context file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from einvoice.calc import line_net_amount
from einvoice.findings import Finding
from einvoice.rules.kit import Rule, is_blank, line_name

if TYPE_CHECKING:
    from einvoice.model import Invoice, Party

NUMBER = Rule(
    code="EI-MISSING-NUMBER",
    severity="error",
    terms=("BT-1",),
    title="The invoice has a number.",
    fix="Let the seller's system number the invoice before it is exported.",
    source="EN 16931-1:2017+A1:2019, rule BR-02; Council Directive 2006/112/EC, article 226 (2)",
)


@NUMBER
def check_number(invoice: Invoice) -> Iterator[Finding]:
    """Payment, reminders and credit notes refer to the number, and VAT law demands it.

    Orders and drafts have no number of an invoice; EI-KIND speaks of them.

    Valid: number 1001.  Invalid: no number, or blanks.
    """
    if is_blank(invoice.invoice_number) and invoice.document_kind not in ("order", "draft"):
        yield NUMBER.finding("the invoice has no number (BT-1)", path="invoice_number")


ISSUE_DATE = Rule(
    code="EI-MISSING-ISSUE-DATE",
    severity="error",
    terms=("BT-2",),
    title="The invoice has an issue date.",
    fix="State the invoice date in the source.",
    source="EN 16931-1:2017+A1:2019, rule BR-03; Council Directive 2006/112/EC, article 226 (1)",
)


@ISSUE_DATE
def check_issue_date(invoice: Invoice) -> Iterator[Finding]:
    """Terms of payment count from the issue date, and VAT rates are looked up by it.

    Valid: 2026-05-04.  Invalid: no date.
    """
    if invoice.issue_date is None:
        yield ISSUE_DATE.finding("the invoice has no issue date (BT-2)", path="issue_date")


CURRENCY = Rule(
    code="EI-MISSING-CURRENCY",
    severity="error",
    terms=("BT-5",),
    title="The invoice names its currency.",
    fix='State the currency in the source, for example "EUR".',
    source="EN 16931-1:2017+A1:2019, rule BR-05",
)


@CURRENCY
def check_currency(invoice: Invoice) -> Iterator[Finding]:
    """Amounts without a currency can be paid in the wrong one, and every format writes it beside each amount.

    Valid: EUR.  Invalid: no currency.
    """
    if is_blank(invoice.currency):
        yield CURRENCY.finding("the invoice names no currency (BT-5)", path="currency")


SELLER_NAME = Rule(
    code="EI-MISSING-SELLER-NAME",
    severity="error",
    terms=("BT-27",),
    title="The seller has a name.",
    fix='Add name = "…" under [seller] in the context file (einvoice.toml).',
    source="EN 16931-1:2017+A1:2019, rule BR-06",
)


@SELLER_NAME
def check_seller_name(invoice: Invoice) -> Iterator[Finding]:
    """The receiver books and pays by the name, and documents of seller's systems often leave the seller out.

    Valid: Esimerkki Oy.  Invalid: no seller in the document, and none in the context file.
    """
    if is_blank(_of(invoice.seller, "name")):
        yield SELLER_NAME.finding("the seller has no name (BT-27)", path="seller.name")


SELLER_COUNTRY = Rule(
    code="EI-MISSING-SELLER-COUNTRY",
    severity="error",
    terms=("BT-40",),
    title="The seller's country is known.",
    fix='Add country = "FI" under [seller] in the context file (einvoice.toml), with the code of your country.',
    source="EN 16931-1:2017+A1:2019, rule BR-09",
)


@SELLER_COUNTRY
def check_seller_country(invoice: Invoice) -> Iterator[Finding]:
    """VAT rates, national rules and the form of the seller's identifiers follow from the country.

    Valid: FI.  Invalid: no seller address, or one without country.
    """
    if is_blank(_country(invoice.seller)):
        yield SELLER_COUNTRY.finding("the seller has no country (BT-40)", path="seller.address.country_code")


BUYER_NAME = Rule(
    code="EI-MISSING-BUYER-NAME",
    severity="error",
    terms=("BT-44",),
    title="The buyer has a name.",
    fix='Add name = "…" to the customer under [[customers]] in the context file (einvoice.toml).',
    source="EN 16931-1:2017+A1:2019, rule BR-07",
)


@BUYER_NAME
def check_buyer_name(invoice: Invoice) -> Iterator[Finding]:
    """An invoice is addressed to somebody, and documents of seller's systems often hold a customer code alone.

    Valid: Köpare AB.  Invalid: customer 4367 without a name.
    """
    if is_blank(_of(invoice.buyer, "name")):
        yield BUYER_NAME.finding(
            f"the buyer{_customer(invoice.buyer)} has no name (BT-44)",
            path="buyer.name",
            fix=_customer_fix(invoice.buyer, 'name = "…"'),
        )


BUYER_COUNTRY = Rule(
    code="EI-MISSING-BUYER-COUNTRY",
    severity="error",
    terms=("BT-55",),
    title="The buyer's country is known.",
    fix='Add country = "SE" to the customer under [[customers]] in the context file (einvoice.toml).',
    source="EN 16931-1:2017+A1:2019, rule BR-11",
)


@BUYER_COUNTRY
def check_buyer_country(invoice: Invoice) -> Iterator[Finding]:
    """Whether a sale is domestic, to the EU or an export depends on the country, and so does the VAT category.

    Valid: SE.  Invalid: no buyer address, or one without country.
    """
    if is_blank(_country(invoice.buyer)):
        yield BUYER_COUNTRY.finding(
            f"the buyer{_customer(invoice.buyer)} has no country (BT-55)",
            path="buyer.address.country_code",
            fix=_customer_fix(invoice.buyer, 'country = "…"'),
        )


DELIVERY_COUNTRY = Rule(
    code="EI-MISSING-DELIVERY-COUNTRY",
    severity="error",
    terms=("BT-80", "BG-15"),
    title="A delivery address has a country.",
    fix="State the country of the delivery address in the source, or leave the address out.",
    source="EN 16931-1:2017+A1:2019, rule BR-57",
)


@DELIVERY_COUNTRY
def check_delivery_country(invoice: Invoice) -> Iterator[Finding]:
    """Where goods are delivered decides which country taxes them, and an address without country does not say it.

    No delivery address at all is no fault.

    Valid: Rantatie 12, 40100 Jyväskylä, FI.  Invalid: Rantatie 12, 40100 Jyväskylä.
    """
    address = None if invoice.delivery is None else invoice.delivery.address
    if address is None or not is_blank(address.country_code):
        return
    stated = (
        address.line_1,
        address.line_2,
        address.line_3,
        address.post_code,
        address.city,
        address.country_subdivision,
    )
    shown = ", ".join(text for text in stated if text is not None and not is_blank(text))
    if shown:
        yield DELIVERY_COUNTRY.finding(
            f"the delivery address {shown!r} has no country (BT-80)", path="delivery.address.country_code"
        )


LINES = Rule(
    code="EI-MISSING-LINES",
    severity="error",
    terms=("BG-25",),
    title="The invoice has at least one line.",
    fix="Export the invoice with its lines.",
    source="EN 16931-1:2017+A1:2019, rule BR-16",
)


@LINES
def check_lines(invoice: Invoice) -> Iterator[Finding]:
    """Totals alone do not say what was sold, and VAT cannot be calculated from nothing.

    Valid: one line.  Invalid: none.
    """
    if not invoice.lines:
        yield LINES.finding("the invoice has no lines (BG-25)", path="lines")


LINE_AMOUNT = Rule(
    code="EI-MISSING-LINE-AMOUNT",
    severity="error",
    terms=("BT-131", "BT-129", "BT-146"),
    title="Each line has a net amount, or quantity and price to calculate it from.",
    fix="State the line net amount, or quantity and unit price, in the source.",
    source="EN 16931-1:2017+A1:2019, rule BR-24",
)


@LINE_AMOUNT
def check_line_amount(invoice: Invoice) -> Iterator[Finding]:
    """One line of unknown amount makes every total of the invoice unknown.

    Valid: quantity 2, price 10.00, no net amount.  Invalid: quantity 2, neither price nor net amount.
    """
    for index, line in enumerate(invoice.lines):
        if line.net_amount is None and line_net_amount(line) is None:
            yield LINE_AMOUNT.finding(
                f"{line_name(line, index)} has no net amount (BT-131), and quantity {_shown(line.quantity)} with price "
                f"{_shown(line.net_price)} does not give one",
                path=f"lines[{index}].net_amount",
            )


def _of(party: Party | None, field: str) -> str | None:
    return None if party is None else getattr(party, field)


def _country(party: Party | None) -> str | None:
    return None if party is None or party.address is None else party.address.country_code


def _shown(value: object) -> str:
    return "unknown" if value is None else str(value)


def _code(buyer: Party | None) -> str | None:
    """Return the customer code: the first identifier without a scheme."""
    identifiers = () if buyer is None else buyer.identifiers
    return next((i.value for i in identifiers if i.scheme is None and not is_blank(i.value)), None)


def _customer(buyer: Party | None) -> str:
    code = _code(buyer)
    return "" if code is None else f" (customer {code})"


def _customer_fix(buyer: Party | None, entry: str) -> str | None:
    code = _code(buyer)
    if code is None:
        return None
    return f'Add {entry} to the entry with code = "{code}" under [[customers]] in the context file (einvoice.toml).'
