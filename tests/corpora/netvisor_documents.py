"""Netvisor documents as plain records, and the sum that their lines must give; written apart from the generator."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lxml import etree

CENT = Decimal("0.01")


@dataclass
class Record:
    """One invoice: the declared total (None when empty), the sum of its lines, and what else tests ask for."""

    number: str | None
    reference: str | None
    declared: Decimal | None
    from_lines: Decimal
    customer: str | None
    customer_kind: str | None
    units: set[str]
    quantities: list[Decimal]
    product_lines: int


def fold(root: etree._Element) -> etree._Element:
    """Bring element and attribute names to lower case, in place."""
    for element in root.iter(etree.Element):
        element.tag = str(element.tag).lower()
        attributes = {name.lower(): value for name, value in element.attrib.items()}
        element.attrib.clear()
        element.attrib.update(attributes)
    return root


def parse(data: bytes) -> etree._Element:
    """Return the folded root; entities stay unresolved and nothing is fetched."""
    return fold(etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)))


def invoices(data: bytes) -> list[Record]:
    """Return the invoices of an import document, a batch or a response."""
    root = parse(data)
    return [_record(found) for found in root.iter("salesinvoice") if found.find("invoicelines") is not None]


def _text(element: etree._Element, name: str) -> str | None:
    return (element.findtext(name) or "").strip() or None


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text.replace(",", "."))


def _line_sum(line: etree._Element) -> Decimal:
    stated = _number(_text(line, "salesinvoiceproductlinesum") or _text(line, "salesinvoiceproductlinelinesum"))
    if stated is not None and _text(line, "salesinvoiceproductlinevatsum") is not None:
        return stated
    quantity = _number(_text(line, "salesinvoiceproductlinequantity"))
    price = _number(_text(line, "productunitprice"))
    rate = _number(_text(line, "productvatpercentage"))
    discount = _number(_text(line, "salesinvoiceproductlinediscountpercentage")) or Decimal(0)
    assert quantity is not None
    assert price is not None
    assert rate is not None
    amount = quantity * price * (100 - discount) / 100
    kind = line.find("productunitprice").get("type")  # type: ignore[union-attr]
    return (amount if kind == "gross" else amount * (100 + rate) / 100).quantize(CENT, ROUND_HALF_UP)


def _record(element: etree._Element) -> Record:
    lines = list(element.iter("salesinvoiceproductline"))
    customer = element.find("invoicingcustomeridentifier")
    units = {_text(line, "productunitname") or _text(line, "salesinvoiceproductlineunit") for line in lines}
    return Record(
        number=_text(element, "salesinvoicenumber"),
        reference=_text(element, "salesinvoicereferencenumber"),
        declared=_number(_text(element, "salesinvoiceamount")),
        from_lines=sum((_line_sum(line) for line in lines), Decimal("0.00")).quantize(CENT, ROUND_HALF_UP),
        customer=_text(element, "invoicingcustomeridentifier") or _text(element, "invoicingcustomercode"),
        customer_kind=customer.get("type") if customer is not None else "customer",
        units={unit for unit in units if unit},
        quantities=[Decimal(line.findtext("salesinvoiceproductlinequantity", "").replace(",", ".")) for line in lines],
        product_lines=len(lines),
    )
