"""Finvoice documents with one to five things wrong, drawn by chance and drawn again the same way.

    mutant(Random(7), data)     a changed document, with what was done to it

The changes are those that rules on amounts, classes and numbers stumble over: values that are no numbers, elements
that are missing, empty or there twice, other currencies, rows without end.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Final

from lxml import etree

VALUES: Final = (
    "", " ", "0", "0,00", "-0", "1", "-1", "100,00", "100.00", "-100,00", "1e5", "NaN", "INF", "+5", "1 000,00",
    ",5", "5,", "1,2,3", "kaksi", "999999999999999,99999", "9999999999999999", "0,000000000000001", "24", "25,5",
    "0,0", "-24", "S", "AE", "k", "E", "Z", "AB", "O", "20260229", "20240229", "00000000", "2026-09-01",
    "20261301", "INV02", "INV09", "PAID", "Cancel", "EN16931", "1234567-1", "1234567-8", "FI12345671", "FI",
    "003712345671", "0037", "RF18539007547034", "RF", "10016", "0" * 21, "1" * 54, "4" + "0" * 53,
    "FI2112345600000785", "fi21 1234 5600 0007 85", "DE89370400440532013000", "X" * 41, "\u0661\u0662",
    "3\u00a0000,00", "\u00e4", "131052-308T",
)  # fmt: skip
ATTRIBUTES: Final = (
    "", " ", "EUR", "eur", "NOK", "IBAN", "BBAN", "SPY", "ISO", "SLEV", "OUR", "c/kWh", "EUR/kpl", "kpl", "0212",
    "0213", "0216", "HETU", "SellerTaxRepr", "C62",
)  # fmt: skip

Change = Callable[[Random, list[etree._Element]], str]


def _leaf(chance: Random, elements: list[etree._Element]) -> etree._Element:
    return chance.choice([each for each in elements if len(each) == 0])


def _inner(chance: Random, elements: list[etree._Element]) -> etree._Element:
    return chance.choice(elements[1:])


def _parent(element: etree._Element) -> etree._Element:
    found = element.getparent()
    assert found is not None
    return found


def value(chance: Random, elements: list[etree._Element]) -> str:
    """Write another value."""
    leaf = _leaf(chance, elements)
    leaf.text = chance.choice(VALUES)
    return f"{leaf.tag} = {leaf.text!r}"


def digit(chance: Random, elements: list[etree._Element]) -> str:
    """Change one digit."""
    leaf = chance.choice([each for each in elements if len(each) == 0 and any(map(str.isdigit, each.text or ""))])
    text = leaf.text or ""
    place = chance.choice([number for number, letter in enumerate(text) if letter.isdigit()])
    leaf.text = f"{text[:place]}{chance.randrange(10)}{text[place + 1 :]}"
    return f"{leaf.tag}: {text} to {leaf.text}"


def sign(chance: Random, elements: list[etree._Element]) -> str:
    """Turn the sign of an amount."""
    leaf = chance.choice([each for each in elements if "," in (each.text or "")] or elements)
    leaf.text = (
        (leaf.text or "").strip().removeprefix("-") if "-" in (leaf.text or "") else f"-{(leaf.text or '').strip()}"
    )
    return f"{leaf.tag} = {leaf.text}"


def copied(chance: Random, elements: list[etree._Element]) -> str:
    """Write the value of another element."""
    leaf, other = _leaf(chance, elements), _leaf(chance, elements)
    leaf.text = other.text
    return f"{leaf.tag} as {other.tag}"


def attribute(chance: Random, elements: list[etree._Element]) -> str:
    """Change, add or take an attribute."""
    element = chance.choice([each for each in elements if each.attrib] or elements)
    names = ("AmountCurrencyIdentifier", "SchemeID", "UnitPriceUnitCode", "QuantityUnitCode", "QuantityUnitCodeUN")
    name = str(chance.choice([*element.attrib.keys(), chance.choice(names)]))
    if name in element.attrib and chance.random() < 0.3:
        del element.attrib[name]
        return f"{element.tag} without {name}"
    element.set(name, chance.choice(ATTRIBUTES))
    return f"{element.tag}/@{name} = {element.get(name)!r}"


def drop(chance: Random, elements: list[etree._Element]) -> str:
    """Take an element out."""
    element = _inner(chance, elements)
    _parent(element).remove(element)
    return f"no {element.tag}"


def twice(chance: Random, elements: list[etree._Element]) -> str:
    """Repeat an element, next to itself or at the end of its parent."""
    element = _inner(chance, elements)
    if chance.random() < 0.5:
        element.addnext(deepcopy(element))
    else:
        _parent(element).append(deepcopy(element))
    return f"{element.tag} twice"


def emptied(chance: Random, elements: list[etree._Element]) -> str:
    """Take out what an element holds, and sometimes put an element into a value."""
    element = _inner(chance, elements)
    for child in [*element]:
        element.remove(child)
    element.text = None
    if chance.random() < 0.2:
        etree.SubElement(element, "Amount").text = "1,00"
    return f"{element.tag} emptied"


def added(chance: Random, elements: list[etree._Element]) -> str:
    """Add an element that the rules look for, somewhere it may or may not belong."""
    inner = [each for each in elements if len(each)]
    name = chance.choice(NAMES)
    element = etree.SubElement(chance.choice(inner), name)
    element.text = chance.choice(VALUES)
    if name.endswith("Amount"):
        element.set("AmountCurrencyIdentifier", chance.choice(("EUR", "EUR", "NOK")))
    return f"{name} in {_parent(element).tag}"


def grafted(chance: Random, elements: list[etree._Element]) -> str:
    """Copy a whole branch to another place."""
    element = chance.choice([each for each in elements[1:] if len(each)])
    where = chance.choice([each for each in elements if len(each) and each is not element])
    where.append(deepcopy(element))
    return f"{element.tag} in {where.tag}"


def commented(chance: Random, elements: list[etree._Element]) -> str:
    """Put a comment into a value, or text between elements."""
    element = _inner(chance, elements)
    if len(element):
        element[0].tail = "text"
        return f"text in {element.tag}"
    element.append(etree.Comment("1"))
    element[0].tail = "2"
    return f"comment in {element.tag}"


NAMES: Final = (
    "RowProgressiveDiscountDetails", "RowDiscountPercent", "RowDiscountAmount", "RowDiscountBaseAmount",
    "RowChargeDetails", "UnitPriceBaseQuantity", "UnitPriceNetAmount", "UnitPriceDiscountAmount",
    "InvoicedQuantity", "DeliveredQuantity", "OrderedQuantity", "SubInvoiceRow", "SubRowAmount",
    "SubRowVatExcludedAmount", "RowAmount", "RowVatAmount", "RowVatCode", "RowVatRatePercent", "RowFreeText",
    "VatFreeText", "VatExemptionReasonCode", "InvoiceVatFreeText", "Amount", "Percent", "BaseAmount",
    "DiscountDetails", "ChargeDetails", "InvoicePaidAmount", "InvoiceTotalRoundoffAmount",
    "InvoiceTotalVatAccountingAmount", "PartialPaymentDetails", "PartialPaymentDueDate",
    "PartialPaymentReferenceIdentifier", "PaymentStatusDetails", "PaymentStatusCode", "PaymentMethodText",
    "VirtualBankBarcode", "EpiBfiIdentifier", "SellerPostOfficeBoxIdentifier", "DeliveryPostofficeBoxIdentifier",
    "AnyPartyDetails", "AnyPartyIdentifier", "AnyPartyOrganisationTaxCode", "AnyPartyOrganisationUnitNumber",
    "CountryCode", "InvoiceDueDate", "PaymentTermsDetails",
)  # fmt: skip
CHANGES: Final[dict[Change, int]] = {
    value: 14, digit: 14, sign: 5, copied: 5, attribute: 9, drop: 9, twice: 8, emptied: 4, added: 12, grafted: 4,
    commented: 1,
}  # fmt: skip


def mutant(chance: Random, data: bytes) -> tuple[str, bytes]:
    """Return what was done to a document, and what came of it."""
    root = etree.fromstring(data)
    done: list[str] = []
    for _ in range(chance.randint(1, 5)):
        (change,) = chance.choices([*CHANGES], [*CHANGES.values()])
        elements = [*root.iter("*")]
        if len(elements) < 10:
            break
        try:
            done.append(change(chance, elements))
        except IndexError:  # nothing there that it could change
            continue
    return "; ".join(done), etree.tostring(root, encoding="UTF-8")
