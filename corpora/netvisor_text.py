"""Drafts as Netvisor documents: `import_document` for POST, `response` for what GET returns.

Amounts follow Netvisor's own rule: each line is rounded with its VAT to two decimals, half away from zero, and the
total is the sum of the lines.  A credit note has negative quantities and a negative total.
"""

import random
from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from xml.sax.saxutils import escape

from corpora.draft import CURRENCIES, PER_EURO, Draft, Line
from corpora.invented_numbers import reference
from corpora.world import UNITS, Party
from corpora.xmltext import group, leaf

CENT = Decimal("0.01")
ANSI = ' format="ansi"'
HANDLING = {
    "construction": "domesticconstructionservice",
    "eu-goods": "countrygroup",
    "eu-services": "countrygroup",
    "export": "countrygroup",
    "deposit": "notaxhandling",
}
CLAUSES = {
    "construction": "AVL 8 c §, käännetty verovelvollisuus",
    "eu-goods": "Yhteisömyynti, AVL 72 a §",
    "eu-services": "Käännetty verovelvollisuus, direktiivin artikla 196",
    "export": "Vienti EU:n ulkopuolelle, AVL 70 §",
}
COUNTRY_NAMES = {
    "FI": "Suomi",
    "SE": "Ruotsi",
    "NO": "Norja",
    "DK": "Tanska",
    "EE": "Viro",
    "DE": "Saksa",
    "US": "Yhdysvallat",
}


def line_amounts(line: Line, gross_prices: bool = False) -> tuple[Decimal, Decimal]:
    """Return VAT and sum with VAT of *line*, both rounded to two decimals and positive."""
    amount = line.quantity * line.price * (1 - line.discount / 100)
    factor = 1 + (line.rate or Decimal(0)) / 100
    net = amount / factor if gross_prices else amount
    total = (amount if gross_prices else amount * factor).quantize(CENT, ROUND_HALF_UP)
    return total - net.quantize(CENT, ROUND_HALF_UP), total


def total(draft: Draft, gross_prices: bool = False) -> Decimal:
    """Return the sum of the line totals, with VAT, positive."""
    return sum((line_amounts(line, gross_prices)[1] for line in draft.lines), Decimal("0.00"))


def comma(value: Decimal) -> str:
    """Return *value* with a decimal comma and without an exponent."""
    return f"{value:f}".replace(".", ",")


def plain(value: Decimal) -> str:
    """Return *value* with a decimal comma and without trailing zeros."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def import_document(draft: Draft, rng: random.Random) -> str:
    """Return the `root/salesinvoice` document of *draft*; *rng* decides on what a sender may leave out."""
    return f"<root>\n{sales_invoice(draft, rng)}</root>\n"


def sales_invoice(draft: Draft, rng: random.Random) -> str:
    """Return the `salesinvoice` element of *draft*, without the root around it."""
    sign = -1 if draft.credits else 1
    pad = "    "
    home = CURRENCIES[draft.seller.country]
    amount = ""
    if draft.currency != home:
        rate = comma(Decimal(PER_EURO[draft.currency]))
        amount = f' iso4217currencycode="{draft.currency}" currencyrate="{rate}"'
    elif rng.random() < 0.5:
        amount = f' iso4217currencycode="{home}"'
    due = rng.random() < 0.3
    head = [
        leaf("salesinvoicenumber", draft.number, "", pad),
        leaf("salesinvoicedate", draft.issued, ANSI, pad),
        leaf("salesinvoiceduedate", draft.due, ANSI, pad) if due else "",
        leaf("salesinvoicedeliverydate", draft.supplied, ANSI, pad),
        leaf("salesinvoicereferencenumber", reference(draft.number), "", pad),
        leaf("salesinvoiceamount", comma(sign * total(draft, draft.gross_prices)), amount, pad),
        leaf("invoicetype", "invoice", "", pad) if rng.random() < 0.3 else "",
        leaf("salesinvoicestatus", rng.choice(("open", "unsent")), ' type="netvisor"', pad),
        leaf("salesinvoicefreetextbeforelines", f"Hyvityslasku laskulle {draft.credits[0]}.", "", pad)
        if draft.credits
        else "",
        leaf("salesinvoicefreetextafterlines", draft.note, "", pad) if draft.note else "",
        leaf("salesinvoiceourreference", draft.seller.contact_name, "", pad),
        leaf("salesinvoiceyourreference", draft.buyer_reference, "", pad),
        leaf("invoicingcustomeridentifier", draft.customer.code, ' type="customer"', pad),
    ]
    abroad = draft.customer.country != draft.seller.country
    if abroad or rng.random() < 0.7:
        head += address("invoicingcustomer", draft.customer, pad)
    if abroad or rng.random() < 0.2:
        head += address("deliveryaddress", draft.customer, pad)
    if draft.treatment in HANDLING:
        head.append(leaf("salesinvoicetaxhandlingtype", HANDLING[draft.treatment], "", pad))
    if not due:
        head.append(leaf("paymenttermnetdays", draft.term_days, "", pad))
        if draft.credits is None and rng.random() < 0.08:
            head.append(leaf("paymenttermcashdiscountdays", 7, "", pad))
            head.append(leaf("paymenttermcashdiscount", 2, ' type="percentage"', pad))
    if draft.order:
        head.append(leaf("ordernumber", draft.order, "", pad))
    sums = rng.random() < 0.1
    dimension = rng.choice(("Tukkumyynti", "Huolto", "Laitemyynti")) if rng.random() < 0.4 else None
    rows: list[str] = []
    for index, line in enumerate(draft.lines):
        if index in draft.comments:
            rows.append(_comment(draft.comments[index]))
        rows.append(_import_line(line, draft, sign, sums, dimension))
    if len(draft.lines) in draft.comments:
        rows.append(_comment(draft.comments[len(draft.lines)]))
    return group("salesinvoice", [*head, group("invoicelines", rows, pad)], "  ")


def address(prefix: str, party: Party, pad: str) -> list[str]:
    """Return name, street, post code, town and country of *party* under *prefix*."""
    line = "addressline" if prefix == "invoicingcustomer" else "line"
    return [
        leaf(f"{prefix}name", party.name, "", pad),
        leaf(f"{prefix}{line}", party.street, "", pad),
        leaf(f"{prefix}postnumber", party.postal_code, "", pad),
        leaf(f"{prefix}town", party.city, "", pad),
        leaf(f"{prefix}countrycode", party.country, ' type="ISO-3166"', pad),
    ]


def _comment(text: str) -> str:
    inner = leaf("comment", text, "", "          ")
    return group("invoiceline", [group("salesinvoicecommentline", [inner], "        ")], "      ")


def _import_line(line: Line, draft: Draft, sign: int, sums: bool, dimension: str | None) -> str:
    pad = "          "
    vat, with_vat = line_amounts(line, draft.gross_prices)
    kind = "gross" if draft.gross_prices else "net"
    cells = [
        leaf("productidentifier", line.product.code, ' type="customer"', pad),
        leaf("productname", line.name, "", pad),
        leaf("productunitprice", comma(line.price), f' type="{kind}"', pad),
        leaf("productvatpercentage", plain(line.rate or Decimal(0)), f' vatcode="{line.netvisor_code}"', pad),
        leaf("salesinvoiceproductlinequantity", plain(sign * line.quantity), "", pad),
    ]
    if line.discount:
        cells.append(leaf("salesinvoiceproductlinediscountpercentage", plain(line.discount), "", pad))
    if line.text:
        cells.append(leaf("salesinvoiceproductlinefreetext", line.text, "", pad))
    if sums:
        cells.append(leaf("salesinvoiceproductlinevatsum", comma(sign * vat), "", pad))
        cells.append(leaf("salesinvoiceproductlinesum", comma(sign * with_vat), "", pad))
    if dimension:
        deeper = pad + "  "
        pair = [leaf("dimensionname", "Kustannuspaikka", "", deeper), leaf("dimensionitem", dimension, "", deeper)]
        cells.append(group("dimension", pair, pad))
    cells.append(leaf("productunitname", UNITS[line.product.unit][0], "", pad))
    return group("invoiceline", [group("salesinvoiceproductline", cells, "        ")], "      ")


ENVELOPE = """<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<Root>
  <ResponseStatus>
    <Status>OK</Status>
    <TimeStamp>20.11.2026 8:05:09</TimeStamp>
  </ResponseStatus>
"""


def response(drafts: Iterable[Draft], several: bool) -> Iterator[str]:
    """Yield a detail response in pieces, one per invoice; *several* puts `SalesInvoices` around them."""
    yield ENVELOPE
    if several:
        yield "  <SalesInvoices>\n"
    for index, draft in enumerate(drafts):
        yield _exported(draft, 88000 + index, "    " if several else "  ")
    if several:
        yield "  </SalesInvoices>\n"
    yield "</Root>\n"


def _exported(draft: Draft, key: int, pad: str) -> str:
    sign = -1 if draft.credits else 1
    customer = draft.customer
    deeper = pad + "  "
    before = f"Hyvityslasku laskulle {draft.credits[0]}." if draft.credits else ""
    cells: list[tuple[str, object, str]] = [
        ("SalesInvoiceNetvisorKey", key, ""),
        ("SalesInvoiceNumber", draft.number, ""),
        ("SalesInvoiceDate", draft.issued, ANSI),
        ("SalesInvoiceEventDate", draft.issued, ANSI),
        ("SalesInvoiceValueDate", "", ANSI),
        ("SalesInvoiceDeliveryDate", draft.supplied, ANSI),
        ("SalesInvoiceDueDate", draft.issued + timedelta(days=draft.term_days), ANSI),
        ("SalesInvoiceReferencenumber", reference(draft.number), ""),
        ("SalesInvoiceAmount", comma(sign * total(draft)), f' iso4217currencycode="{draft.currency}" currencyrate="1"'),
        ("SellerIdentifier", draft.seller.contact_name, ' type="name"'),
        ("InvoiceStatus", "Avoin", ' status="open"'),
        ("SalesInvoiceFreeTextBeforeLines", before, ""),
        ("SalesInvoiceFreeTextAfterLines", draft.note or "", ""),
        ("SalesInvoiceOurReference", draft.seller.contact_name, ""),
        ("SalesInvoiceYourReference", draft.buyer_reference, ""),
        ("SalesInvoicePrivateComment", "", ""),
        ("SalesInvoiceAgreementIdentifier", "", ""),
        ("InvoicingCustomerCode", customer.code, ""),
        ("InvoicingCustomerName", customer.name, ""),
        ("InvoicingCustomerNameExtension", "", ""),
        ("InvoicingCustomerNetvisorKey", 100000 + int(customer.code), ""),
        ("InvoicingCustomerOrganizationIdentifier", customer.business_id or "", ""),
        ("InvoicingCustomerAddressline", customer.street, ""),
        ("InvoicingCustomerAdditionalAddressLine", "", ""),
        ("InvoicingCustomerPostnumber", customer.postal_code, ""),
        ("InvoicingCustomerTown", customer.city, ""),
        ("InvoicingCustomerCountryCode", COUNTRY_NAMES[customer.country], f' ISO-3166="{customer.country}"'),
        ("MatchPartialPaymentsByDefault", "Ei", ""),
        ("DeliveryAddressName", customer.name, ""),
        ("DeliveryAddressLine", customer.street, ""),
        ("DeliveryAddressPostnumber", customer.postal_code, ""),
        ("DeliveryAddressTown", customer.city, ""),
        ("DeliveryAddressCountryCode", COUNTRY_NAMES[customer.country].upper(), ""),
        ("PaymentTermNetDays", draft.term_days, ""),
        ("PaymentTermCashDiscountDays", "", ""),
        ("PaymentTermCashDiscount", "", ' type="percentage"'),
        ("TaxHandlingClause", CLAUSES.get(draft.treatment, ""), ' NetvisorKey=""'),
    ]
    head = [leaf(name, text, attributes, deeper) for name, text, attributes in cells]
    rows: list[str] = []
    for index, line in enumerate(draft.lines):
        if index in draft.comments:
            rows.append(_exported_comment(draft.comments[index], deeper + "    "))
        rows.append(_exported_line(line, sign, key * 1000 + index, deeper + "    "))
    if len(draft.lines) in draft.comments:
        rows.append(_exported_comment(draft.comments[len(draft.lines)], deeper + "    "))
    lines = group("InvoiceLines", [group("InvoiceLine", rows, deeper + "  ")], deeper)
    return group("SalesInvoice", [*head, lines], pad)


def _exported_comment(text: str, pad: str) -> str:
    return group("SalesInvoiceCommentLine", [leaf("Comment", text, "", pad + "  ")], pad)


def _exported_line(line: Line, sign: int, key: int, pad: str) -> str:
    vat, with_vat = line_amounts(line)
    code = "-" if line.netvisor_code == "NONE" else line.netvisor_code
    deeper = pad + "  "
    cells: list[tuple[str, object, str]] = [
        ("NetvisorKey", key, ""),
        ("ProductIdentifier", line.product.code, ' type="customer"'),
        ("ProductName", line.name, ""),
        ("ProductUnitPrice", comma(line.price.quantize(Decimal("0.0001"))), ""),
        ("ProductPurchasePrice", "", ""),
        ("ProductVatPercentage", plain(line.rate or Decimal(0)), f' VatCode="{escape(code)}"'),
        ("ProductPrimaryEanCode", "", ""),
        ("ProductSecondaryEanCode", "", ""),
        ("SalesInvoiceProductLineQuantity", plain(sign * line.quantity), ""),
        ("SalesInvoiceProductLineUnit", UNITS[line.product.unit][0], ""),
        ("SalesInvoiceProductLineDiscountPercentage", plain(line.discount), ""),
        ("SalesInvoiceProductLineFreeText", line.text or "", ""),
        ("SalesInvoiceProductLineVatSum", comma(sign * vat), ""),
        ("SalesInvoiceProductLineSum", comma(sign * with_vat), ""),
        ("AccountingAccountSuggestion", "", ""),
        ("ProvisionPercentage", "", ""),
    ]
    return group("SalesInvoiceProductLine", [leaf(name, text, attrs, deeper) for name, text, attrs in cells], pad)
