"""Tax schemes and tax totals as the compiled reader takes them: what the walker says, or nothing at all."""

import pytest
from lxml import etree
from tests.formats.mapping.traced import read_fast, shown

from einvoice import xml
from einvoice.formats.mapping.compile import Slow
from einvoice.formats.ubl.mapping import INVOICE
from einvoice.formats.ubl.parts import NAMESPACES


def invoice(body: str, *, accounting: str = "") -> etree._Element:
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    head = "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>"
    if accounting:
        head += f"<cbc:TaxCurrencyCode>{accounting}</cbc:TaxCurrencyCode>"
    root = f'<Invoice xmlns="{INVOICE.syntax.namespaces[""]}"{spaces}>{head}{body}</Invoice>'
    return xml.parse(root.encode())


def scheme(number: str | None, kind: str | None, extra: str = "") -> str:
    company = "" if number is None else f"<cbc:CompanyID>{number}</cbc:CompanyID>"
    tax = "" if kind is None else f"<cac:TaxScheme><cbc:ID>{kind}</cbc:ID></cac:TaxScheme>"
    return f"<cac:PartyTaxScheme>{company}{tax}{extra}</cac:PartyTaxScheme>"


def seller(*schemes: str) -> str:
    return _party("AccountingSupplierParty", *schemes)


def buyer(*schemes: str) -> str:
    return _party("AccountingCustomerParty", *schemes)


def _party(name: str, *schemes: str) -> str:
    return f"<cac:{name}><cac:Party>{''.join(schemes)}</cac:Party></cac:{name}>"


def amount(value: str, currency: str | None = "EUR", more: str = "") -> str:
    stated = "" if currency is None else f' currencyID="{currency}"'
    return f"<cbc:TaxAmount{stated}{more}>{value}</cbc:TaxAmount>"


def total(*parts: str) -> str:
    return f"<cac:TaxTotal>{''.join(parts)}</cac:TaxTotal>"


PART = (
    '<cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">100</cbc:TaxableAmount>'
    '<cbc:TaxAmount currencyID="EUR">25.5</cbc:TaxAmount></cac:TaxSubtotal>'
)
OTHER = total(amount("290", "SEK"))

USUAL = {
    "VAT number": (seller(scheme("FI1", "VAT")), ""),
    "VAT number of the buyer": (buyer(scheme("FI1", " VAT ")), ""),
    "both of the seller": (seller(scheme("FI1", "VAT"), scheme("1", "TAX")), ""),
    "registration first": (seller(scheme("1", "TAX"), scheme("FI1", "VAT")), ""),
    "registration without number": (seller(scheme(None, "TAX")), ""),
    "number without scheme": (seller(scheme("1", None)), ""),
    "VAT without number": (seller(scheme(None, "VAT")), ""),
    "total": (total(amount("25.5")), ""),
    "total with its parts": (total(amount("25.5"), PART, PART), ""),
    "parts before the total": (total(PART, amount("25.5")), ""),
    "total without currency": (total(amount("25.5", None)), ""),
    "accounting total": (total(amount("25.5"), PART) + OTHER, "SEK"),
    "accounting total first": (OTHER + total(amount("25.5"), PART), "SEK"),
    "parts alone": (total(PART), ""),
}

UNUSUAL = {
    "second VAT number": (seller(scheme("FI1", "VAT"), scheme("FI2", "VAT")), ""),
    "registration of the buyer": (buyer(scheme("1", "TAX")), ""),
    "small letters": (seller(scheme("FI1", "vat")), ""),
    "second number": (seller(scheme("FI1", "VAT", "<cbc:CompanyID>2</cbc:CompanyID>")), ""),
    "unknown in a scheme": (seller(scheme("FI1", "VAT", "<cbc:Odd>x</cbc:Odd>")), ""),
    "text in a scheme": (seller(scheme("FI1", "VAT", "x")), ""),
    "attribute of a scheme": (seller(scheme("FI1", "VAT").replace("<cbc:ID>", '<cbc:ID schemeID="x">')), ""),
    "element in a number": (seller(scheme("FI1<cbc:Odd>x</cbc:Odd>", "VAT")), ""),
    "second total": (total(amount("25.5")) + total(amount("1")), ""),
    "second amount": (total(amount("25.5"), amount("1")), ""),
    "total in another currency": (total(amount("290", "SEK"), PART), ""),
    "accounting total in a third currency": (total(amount("25.5")) + OTHER, "NOK"),
    "two accounting totals": (total(amount("25.5")) + OTHER + OTHER, "SEK"),
    "amount that is no number": (total(amount("x")), ""),
    "unknown in a total": (total(amount("25.5"), "<cbc:Odd>x</cbc:Odd>"), ""),
    "text in a total": (total(amount("25.5"), "x"), ""),
    "attribute of an amount": (total(amount("25.5", more=' odd="x"')), ""),
    "parts of the accounting total": (total(amount("25.5")) + OTHER.replace("</cac:TaxT", f"{PART}</cac:TaxT"), "SEK"),
}


@pytest.mark.parametrize(("body", "accounting"), USUAL.values(), ids=USUAL)
def test_the_usual_is_read_as_the_walker_reads_it(body: str, accounting: str) -> None:
    root = invoice(body, accounting=accounting)
    walked = INVOICE.walk(root)
    values, places = read_fast(INVOICE, root)
    assert (repr(values), walked.findings) == (repr(walked.values), [])
    assert shown(places) == shown(walked.places)


@pytest.mark.parametrize(("body", "accounting"), UNUSUAL.values(), ids=UNUSUAL)
def test_the_unusual_is_left_to_the_walker(body: str, accounting: str) -> None:
    root = invoice(body, accounting=accounting)
    assert INVOICE.walk(root).findings
    with pytest.raises(Slow):
        read_fast(INVOICE, root)
