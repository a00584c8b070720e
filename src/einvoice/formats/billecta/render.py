"""A built entry as JSON: typed by the tables of the views, members in their order.

Numbers, booleans and enums that the service does not take as null are always stated: one that is left out is 0, false
or the value 0 of its enum to the service, which may mean something else than silence (`DeliveryMethod` 0 is *Email*).
Members that may be null are left out when they have nothing to say.

>>> print(dumps({"Quantity": Decimal("2.50"), "Units": "st", "Dimensions": []}).decode(), end="")
{
  "Quantity": 2.50,
  "Units": "st",
  "Dimensions": []
}
"""

from __future__ import annotations

import json
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any, Final

from einvoice.calc.rounding import exact, round_half_up
from einvoice.formats.billecta import views
from einvoice.formats.billecta.tree import minor_units, plain_number
from einvoice.formats.billecta.views import ENTRY, Member
from einvoice.formats.mapping.codecs import format_decimal
from einvoice.formats.mapping.nodes import OutElement

STATED_IN: Final = frozenset(
    {
        ENTRY,
        "InvoiceActionRecordView",
        "InvoiceActionAttachmentView",
        "PaymentOverrideView",
        "ReverseVATDetailsView",
    }
)
"""The views that the writer fills itself; in the others stands what a source has put there."""

DEFAULTS: Final = {
    "RecordTypeView": "Standard",
    "DiscountTypeView": "Amount",
    "RotRutTypeView": "Construction",
    "InterestTypeView": "NoInterest",
    "ReferenceTypeView": "None",
}
"""What an enum says that nobody has stated: nothing."""


@exact
def render(element: OutElement, view: str, currency: str | None) -> dict[str, Any]:
    """Return *element* as the object of a *view*; a member that the view does not have is left out."""
    found: dict[str, list[OutElement]] = {}
    for child in element.children:
        found.setdefault(child.name, []).append(child)
    value: dict[str, Any] = {}
    for name, member in views.view(view).items():
        if member.direction == "response":
            continue
        items = [item for child in found.get(name, ()) if (item := _item(child, member, currency)) is not None]
        if items:
            value[name] = items if member.many else items[0]
        elif name == "Records" and view == ENTRY:
            value[name] = []  # what has no rows is still an entry
        elif view in STATED_IN and (default := _default(member)) is not None:
            value[name] = default
    return value


def _item(element: OutElement, member: Member, currency: str | None) -> Any:
    if member.kind == "view":
        return render(element, member.of, currency) if element.children else None
    return None if element.text is None else value_of(element.text, member, currency)


def value_of(text: str, member: Member, currency: str | None) -> Any:
    """Return *text*, as the model has it, as the value of *member*; amounts are in major units there."""
    if member.kind == "boolean":
        return text == "true"
    if member.kind in ("number", "integer", "long", "amount"):
        number = plain_number(text)
        if number is None:
            return None
        if member.kind == "number":
            return number
        if member.kind != "amount":
            return int(number)
        minor = round_half_up(number.scaleb(minor_units(currency)), 0)
        amount: dict[str, Any] = {} if currency is None else {"CurrencyCode": currency}
        return amount | {"Value": int(minor)}
    return text


def _default(member: Member) -> Any:
    if member.kind == "enum":
        return DEFAULTS.get(member.of)
    if member.nullable or member.many:
        return None
    if member.kind == "boolean":
        return False
    return 0 if member.kind in ("number", "integer", "long") else None


def dumps(value: Any) -> bytes:
    """Return *value* as JSON: UTF-8, indented by two blanks, numbers as exact as they are."""
    return (_json(value, "\n") + "\n").encode()


def _json(value: Any, newline: str) -> str:
    """Return *value* as JSON; the encoder of the standard library would need floats."""
    if isinstance(value, str):
        return encode_basestring(value)
    inner = newline + "  "
    if isinstance(value, dict):
        members = [f"{encode_basestring(name)}: {_json(item, inner)}" for name, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(members)}{newline}}}" if value else "{}"
    if isinstance(value, list):
        return f"[{inner}{f',{inner}'.join([_json(item, inner) for item in value])}{newline}]" if value else "[]"
    if isinstance(value, Decimal):
        return format_decimal(value)
    return json.dumps(value)
