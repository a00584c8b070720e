"""Short ways to write a Netvisor document in a test, and to read one as plain elements.

A document is 2 × 50,00 at 25,5 %, 125,50 in all, for customer 4367 of corpora/einvoice.toml, unless a test says
otherwise.  Nothing here judges; what the reader and the writer do is seen from outside.
"""

from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from einvoice import Context, Conversion, Document, convert, read

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT / "corpora" / "netvisor"
CUSTOMER = '<invoicingcustomeridentifier type="customer">4367</invoicingcustomeridentifier>'


@cache
def context() -> Context:
    """The context of the samples."""
    return Context.load(ROOT / "corpora" / "einvoice.toml")


def line(*values: Any, **named: Any) -> str:
    """One product line in an invoice line of its own; the arguments are those of `product`."""
    return f"<invoiceline>{product(*values, **named)}</invoiceline>"


def product(
    price: str = "50,00",
    quantity: str = "2",
    rate: str | None = "25,5",
    code: str | None = "KOMY",
    *,
    kind: str | None = "net",
    name: str = "Työ",
    more: str = "",
    discount: str | None = None,
    vat_sum: str | None = None,
    line_sum: str | None = None,
    identifier: str = '<productidentifier type="customer">T-1</productidentifier>',
) -> str:
    """A product line."""
    vat = "" if code is None else f' vatcode="{code}"'
    net = "" if kind is None else f' type="{kind}"'
    parts = [
        identifier,
        f"<productname>{name}</productname>",
        f"<productunitprice{net}>{price}</productunitprice>",
        "" if rate is None else f"<productvatpercentage{vat}>{rate}</productvatpercentage>",
        f"<salesinvoiceproductlinequantity>{quantity}</salesinvoiceproductlinequantity>",
    ]
    optional = {
        "discountpercentage": discount,
        "vatsum": vat_sum,
        "sum": line_sum,
    }
    for element, text in optional.items():
        if text is not None:
            parts.append(f"<salesinvoiceproductline{element}>{text}</salesinvoiceproductline{element}>")
    return f"<salesinvoiceproductline>{''.join(parts)}{more}</salesinvoiceproductline>"


def comment(text: str) -> str:
    """One comment line."""
    return f"<invoiceline><salesinvoicecommentline><comment>{text}</comment></salesinvoicecommentline></invoiceline>"


def document(
    *lines: str,
    number: str | None = "1001",
    date: str = '<salesinvoicedate format="ansi">2026-11-20</salesinvoicedate>',
    amount: str | None = "125,50",
    amount_attributes: str = "",
    status: str = '<salesinvoicestatus type="netvisor">unsent</salesinvoicestatus>',
    head: str = "",
    customer: str = CUSTOMER,
    term: str = "<paymenttermnetdays>14</paymenttermnetdays>",
    tail: str = "",
) -> bytes:
    """An import document; *head* stands before the customer, *tail* after the lines."""
    parts = [
        "" if number is None else f"<salesinvoicenumber>{number}</salesinvoicenumber>",
        date,
        "" if amount is None else f"<salesinvoiceamount{amount_attributes}>{amount}</salesinvoiceamount>",
        status,
        head,
        customer,
        term,
        f"<invoicelines>{''.join(lines or (line(),))}</invoicelines>",
        tail,
    ]
    return f"<root><salesinvoice>{''.join(parts)}</salesinvoice></root>".encode()


def response(*invoices: str, status: str = "<Status>OK</Status>", extra: str = "") -> bytes:
    """A response envelope around *invoices*."""
    stamp = "<TimeStamp>20.11.2026 8:05:09</TimeStamp>"
    return (
        '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
        f"<Root><ResponseStatus>{status}{stamp}</ResponseStatus>{extra}{''.join(invoices)}</Root>"
    ).encode()


def detail(lines: str, amount: str = "125,50", head: str = "", tail: str = "") -> str:
    """An invoice as Netvisor returns it."""
    return (
        "<SalesInvoice><SalesInvoiceNetvisorKey>55</SalesInvoiceNetvisorKey><SalesInvoiceNumber>1001</SalesInvoiceNumber>"
        '<SalesInvoiceDate format="ansi">2026-11-20</SalesInvoiceDate>'
        f'<SalesInvoiceAmount iso4217currencycode="EUR" currencyrate="1">{amount}</SalesInvoiceAmount>'
        f"{head}<InvoicingCustomerCode>4367</InvoicingCustomerCode>"
        f"<InvoiceLines>{lines}</InvoiceLines>{tail}</SalesInvoice>"
    )


def read_one(data: bytes, **netvisor: Any) -> Document:
    """Read with the context of the samples; *netvisor* are settings of its section."""
    here = context()
    return read(data, context=here.model_copy(update={"netvisor": netvisor}) if netvisor else here)


def to_bis(data: bytes) -> Conversion:
    """Convert to Peppol BIS with the context of the samples."""
    return convert(data, "peppol-bis", context=context())


def codes(findings: Any, *severities: str) -> set[str]:
    """The codes of the findings, of these severities when any are named."""
    return {f.code for f in findings if not severities or f.severity in severities}


def about(findings: Any, *words: str) -> list[str]:
    """The messages of errors and warnings in which all *words* stand."""
    return [f.message for f in findings if f.severity != "info" and all(word in f.message for word in words)]


def texts(data: bytes, name: str) -> list[str]:
    """The texts of every element *name* of a written document, in order."""
    return [element.text or "" for element in etree.fromstring(data).iter(name)]


def names(data: bytes, below: str = "salesinvoice") -> list[str]:
    """The names of the children of the element *below*, in order."""
    found = next(etree.fromstring(data).iter(below))
    return [str(child.tag) for child in found]
