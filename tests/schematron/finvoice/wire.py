"""Pieces of a Finvoice as text, and the places of the base document that cases change.

e("InvoicedQuantity", "3", QuantityUnitCode="kg")
a("RowVatExcludedAmount", "570,00")                     an amount in euro
"""

from __future__ import annotations

import re
from typing import Final

from tests.schematron.finvoice import BASE

Change = tuple[str, str]


def e(name: str, *content: str, **attributes: str) -> str:
    """Return an element; *content* is text or elements."""
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>{''.join(content)}</{name}>"


def a(name: str, value: str, currency: str = "EUR", **attributes: str) -> str:
    """Return an amount."""
    return e(name, value, AmountCurrencyIdentifier=currency, **attributes)


def between(first: str, last: str) -> str:
    """Return what stands in the base document from *first*, which is there once, to the next *last*."""
    assert BASE.count(first) == 1, f"{first!r} stands {BASE.count(first)} times"
    start = BASE.index(first)
    return BASE[start : BASE.index(last, start) + len(last)]


def one(name: str, value: str) -> str:
    """Return the one element of the base document with this name and value, with its attributes."""
    found = re.findall(rf"<{name}(?: [^>]*)?>{re.escape(value)}</{name}>", BASE)
    assert len(found) == 1, f"{name} {value!r} stands {len(found)} times"
    return str(found[0])


def to(name: str, value: str, other: str) -> Change:
    """Return the change of the one element with this name and value to another value."""
    element = one(name, value)
    return element, element.replace(f">{value}<", f">{other}<")


def without(name: str, value: str) -> Change:
    """Return the change that takes the one element with this name and value out."""
    return one(name, value), ""


FIRST_ROW: Final = between("<InvoiceRow>\n<ArticleIdentifier>A-1<", "</InvoiceRow>\n")
SECOND_ROW: Final = between("<InvoiceRow>\n<ArticleName>Leipä<", "</InvoiceRow>\n")
ROWS: Final = FIRST_ROW + SECOND_ROW
PRICING: Final = FIRST_ROW[FIRST_ROW.index("<DeliveredQuantity") : FIRST_ROW.index("<RowVatRatePercent>")]
FIRST_VAT: Final = between(
    '<VatSpecificationDetails>\n<VatBaseAmount AmountCurrencyIdentifier="EUR">200,00', "</VatSpecificationDetails>\n"
)
SECOND_VAT: Final = between(
    '<VatSpecificationDetails>\n<VatBaseAmount AmountCurrencyIdentifier="EUR">100,00', "</VatSpecificationDetails>\n"
)
DISCOUNT: Final = between("<DiscountDetails>", "</DiscountDetails>\n")
CHARGE: Final = between("<ChargeDetails>", "</ChargeDetails>\n")
CLAIM: Final = ("<SpecificationIdentifier>EN16931</SpecificationIdentifier>", "")
"""The document claims EN 16931 no more."""


def priced(net: str, *elements: str) -> tuple[Change, ...]:
    """Return the changes that give the first row other quantities and prices, and another net amount."""
    return (PRICING, "".join(elements)), to("RowVatExcludedAmount", "190,00", net)


def first_row(*elements: str) -> Change:
    """Return the change of the whole first row."""
    return FIRST_ROW, e("InvoiceRow", *elements)


def after(text: str, added: str) -> Change:
    """Return the change that adds something behind a text."""
    return text, text + added
