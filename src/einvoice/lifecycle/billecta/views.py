"""Bodies of requests to Billecta that are no invoice: payments, refunds, comments, reminders, addresses.

A body has the members of its view in their order.  Amounts are whole numbers of minor units with their currency.
Members that the service does not take as null are always stated: one that is left out is 0, or the value 0 of its enum.

Source: the published JSON schemas of Billecta; which members are needed is from its documentation, and ours where it
does not say.

>>> values = {"PaymentPublicId": "11111111-1111-4111-8111-111111111111", "Amount": "100.50 SEK"}
>>> print(dumps(body("billecta.refund_card_payment", "CardRefundPaymentView", values)).decode(), end="")
{
  "PaymentPublicId": "11111111-1111-4111-8111-111111111111",
  "Amount": {
    "CurrencyCode": "SEK",
    "Value": 10050
  }
}
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from einvoice import codelists
from einvoice.errors import UsageError
from einvoice.formats.mapping.codecs import format_decimal
from einvoice.lifecycle.spelling import amount as number
from einvoice.lifecycle.spelling import missing, refuse_unknown, spell

DELIVERY_METHODS: Final = ("Email", "Mail", "Manually", "SMS", "EInvoice", "Kivra", "Avy")
LANGUAGES: Final = ("SV", "EN", "FI")
INTERMEDIATORS: Final = (
    "ITELLA",
    "TIETOSE",
    "LOGICA",
    "PROCEEDO",
    "HUSERA",
    "BASWARE",
    "EDB",
    "STRALFORS1",
    "LIAISON_FI",
    "EXPERT",
    "ESSESESS",
    "HANDSESS",
    "DABASESS",
    "SWEDSESS",
    "NDEASESS",
    "INEXCHANGE",
    "SCANCLOUD",
    "PAGERO",
    "CREDIFLOW",
    "PEPPOL",
    "COMPELLO",
    "LOGIQ",
    "APIX",
    "AKSESSPUNKT",
    "FININVOICE",
)
"""Values of IntermediatorTypeView; Unknown is refused, as in every enum.  A test holds these three to the enums of
``schemas/billecta``, which this room does not read: requests are built without any format."""


class Amount(NamedTuple):
    """An amount of money in major units, exact."""

    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a view.  *default* is what is stated where nobody gives a value; *choices* those of its enum."""

    name: str
    kind: Literal["text", "texts", "guid", "day", "amount", "number", "whole", "choice", "base64", "file"]
    required: bool = False
    choices: tuple[str, ...] = ()
    default: Any = None


VIEWS: Final[Mapping[str, tuple[Member, ...]]] = MappingProxyType(
    {
        "RegisterPaymentView": (
            Member("ActionPublicId", "text", required=True),
            Member("Amount", "amount"),
            Member("WriteOff", "amount"),
            Member("Comment", "text"),
            Member("Date", "day", required=True),
            Member("WriteOffVat", "number", default=0),
            Member("OverrideWriteOffAccount", "text"),
            Member("PaymentMeanCode", "text"),
            Member(
                "OvershootingAmountHandling",
                "choice",
                choices=("None", "AsCurrencyDifference", "AsOverPayments"),
                default="None",
            ),
            Member("PaymentReferenceText", "text"),
        ),
        "CardRefundPaymentView": (
            Member("PaymentPublicId", "guid", required=True),
            Member("Amount", "amount", required=True),
        ),
        "SwishRefundPaymentView": (
            Member("PaymentPublicId", "text", required=True),
            Member("Amount", "amount", required=True),
        ),
        "CreditCardPaymentIntentView": (
            Member("ActionPublicId", "text", required=True),
            Member("SuccessUrl", "text", required=True),
            Member("FailureUrl", "text", required=True),
            Member("Language", "choice", choices=LANGUAGES, default="SV"),
        ),
        "SendReminderInvoiceView": (
            Member("InvoiceActionPublicId", "text", required=True),
            Member("DeliveryMethod", "choice", choices=DELIVERY_METHODS),
            Member("ReminderFee", "amount"),
            Member("Stream", "base64"),
            Member("Url", "text"),
            Member("PaymentTermsInDays", "whole"),
        ),
        "CommentActionView": (
            Member("ActionPublicId", "text", required=True),
            Member("Comment", "text", required=True),
            Member("Attachment", "file"),
            Member("Target", "choice", choices=("Private", "ToDebtor", "ToBillecta"), default="Private"),
        ),
        "ActionPublicIdsView": (Member("ActionPublicIds", "texts", required=True),),
        "UpdateAddressActionView": (
            Member("ActionPublicId", "text", required=True),
            Member("Name", "text"),
            Member("Attention", "text"),
            Member("CareOf", "text"),
            Member("Address", "text"),
            Member("Address2", "text"),
            Member("ZipCode", "text"),
            Member("Email", "text"),
            Member("City", "text"),
            Member("Phone", "text"),
            Member("OrgNo", "text"),
            Member("GLN", "text"),
            Member("Intermediator", "choice", choices=INTERMEDIATORS),
        ),
    }
)
"""View → its members."""

FILE: Final = (
    Member("ContentType", "text", required=True),
    Member("Data", "base64", required=True),
    Member("FileName", "text", required=True),
)
"""A file to send; its FilePublicId is given by the service."""


def body(operation: str, view: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the object of *view* with *values*; raises UsageError for what is missing or does not fit."""
    made = _object(operation, VIEWS[view], values)
    if view == "RegisterPaymentView" and "Amount" not in made and "WriteOff" not in made:
        raise missing(operation, ["Amount", "WriteOff"], "one of them, or both")
    if view == "SendReminderInvoiceView" and ("Stream" in made) == ("Url" in made):
        raise UsageError(f"{operation} takes one of Stream and Url", fix="Give the PDF, or its address.")
    if view == "UpdateAddressActionView" and len(made) < 2:
        raise missing(operation, ["the address"], "Name, Address, ZipCode, City, Email …")
    currencies = {item["CurrencyCode"] for item in made.values() if isinstance(item, dict) and "CurrencyCode" in item}
    if len(currencies) > 1:
        raise UsageError(
            f"{operation}: amounts are in {' and '.join(sorted(currencies))}",
            fix="Give all in the currency of the invoice.",
        )
    return made


def _object(operation: str, members: tuple[Member, ...], values: Mapping[str, Any]) -> dict[str, Any]:
    refuse_unknown(operation, values, (each.name for each in members))
    if lacking := [each.name for each in members if each.required and values.get(each.name) is None]:
        raise missing(operation, lacking)
    made = {}
    for each in members:
        value = values.get(each.name, each.default)
        if value is not None:
            made[each.name] = _value(operation, each, value)
    return made


def _value(operation: str, member: Member, value: Any) -> Any:
    name = member.name
    match member.kind:
        case "amount":
            return _amount(name, value)
        case "number":
            found = number(name, value)
            if not 0 <= found <= 100:
                raise UsageError(f"{name} is {format_decimal(found)}, expected per cent", fix="Give 25 for 25 %.")
            return found
        case "whole":
            return int(spell(name, value, "whole", most=3650))
        case "texts":
            several = value.split(",") if isinstance(value, str) else list(value)
            if not several:
                raise missing(operation, [name])
            return [spell(name, item.strip() if isinstance(item, str) else item, "text") for item in several]
        case "base64":
            return _base64(name, value)
        case "file":
            if not isinstance(value, Mapping):
                raise UsageError(
                    f"{name} is no object", fix=f"Give {', '.join(each.name for each in FILE)}, the data as bytes."
                )
            return _object(f"{name} of {operation}", FILE, value)
        case kind:
            return spell(name, value, kind, member.choices, lines=name == "Comment")


def _amount(name: str, value: Any) -> dict[str, Any]:
    """Return an AmountView; what is smaller than the minor unit is refused, not rounded."""
    if isinstance(value, str):
        found = re.fullmatch(r"\s*(\S+)\s+([A-Za-z]{3})\s*", value)
        if found is None:
            raise UsageError(
                f"{name} is {value[:60]!r}, expected an amount such as 100.50 SEK", fix="Add the currency."
            )
        value = Amount(number(name, found[1]), found[2])
    if not isinstance(value, Amount):
        raise UsageError(
            f"{name} is {value!r}, expected an amount with its currency", fix="Give Amount(value, currency)."
        )
    currency, major = value.currency.upper(), number(name, value.value)
    try:
        places = codelists.minor_units(currency)
    except LookupError as error:
        raise UsageError(f"{name}: no currency {value.currency!r}", fix="Give a code such as SEK.") from error
    minor = major.scaleb(places)
    if minor != minor.to_integral_value():
        raise UsageError(
            f"{name} is {format_decimal(major)} {currency}, which has more than {places} decimals",
            fix="Round it as the invoice does.",
        )
    if minor < 0:
        raise UsageError(
            f"{name} is {format_decimal(major)} {currency}, below zero", fix="Give the amount without sign."
        )
    return {"CurrencyCode": currency, "Value": int(minor)}


def _base64(name: str, value: Any) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    try:
        base64.b64decode(value, validate=True)
    except (TypeError, ValueError, binascii.Error) as error:
        raise UsageError(f"{name} is no base64", fix="Give the bytes of the file, or its base64.") from error
    return str(value)


def dumps(value: Any) -> bytes:
    """Return *value* as JSON: UTF-8, indented by two blanks, numbers as exact as they are."""
    return (_json(value, "\n") + "\n").encode()


def _json(value: Any, newline: str) -> str:
    inner = newline + "  "
    if isinstance(value, dict):
        return (
            "{"
            + ",".join(f"{inner}{json.dumps(name)}: {_json(item, inner)}" for name, item in value.items())
            + newline
            + "}"
        )
    if isinstance(value, list):
        return "[" + ",".join(f"{inner}{_json(item, inner)}" for item in value) + newline + "]"
    return format_decimal(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
