"""EI-BILLECTA-ENUM-…: values of enums that are left out, that say nothing, or that are numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from einvoice.findings import Finding
from einvoice.jsontext import Number
from einvoice.rules.billecta.document import CHOICES, Document, members, number, text
from einvoice.rules.billecta.kit import SCHEMA, SEEN, TAKEN, Rule, checks

LEFT_OUT = Rule(
    "EI-BILLECTA-ENUM-LEFT-OUT",
    "warning",
    ("BT-3", "BT-81"),
    "Enums whose value 0 does something are stated.",
    "What is left out is taken for the value 0: an action without a type is a debt collection, one without a delivery "
    "method goes out by e-mail, and work without a type counts as construction.",
    "State the member.",
    'Valid: "DeliveryMethod": "Manually". Invalid: no DeliveryMethod; no RotRutType on a row with RotRutActivated.',
    TAKEN,
)
UNKNOWN = Rule(
    "EI-BILLECTA-ENUM-UNKNOWN",
    "warning",
    (),
    "No enum of a request is Unknown, Undefined or -1.",
    "The service answers with these values and refuses them in requests, as it is seen to do for DebtorType.",
    "Write the value that is meant, or leave a member out that may be null.",
    'Valid: "RecordType": "Standard". Invalid: "RecordType": "Unknown"; "RecordType": -1.',
    SEEN,
)
NUMBER = Rule(
    "EI-BILLECTA-ENUM-NUMBER",
    "info",
    (),
    "Enums are written by name.",
    "The API reads and writes names; the numbers have gaps, and a number off by one is another value, unseen.",
    "Write the name.",
    'Valid: "ActionType": "InvoiceAction". Invalid: "ActionType": 2.',
    SCHEMA,
)

_NOTHING: Final = frozenset({"unknown", "undefined", "-1"})

_HEAD: Final = ("ActionType", "DeliveryMethod", "CommunicationLanguage", "InterestType")
_ROW: Final = ("RecordType", "DiscountType", "RotRutType")
_BELOW: Final = (
    ("PaymentOverride", ("ReferenceType", "ReceivingAccountType")),
    ("DeliveryAddressOverride", ("Intermediator",)),
    ("DebtCollectionDetails", ("StartDebtCollectionActionLevel", "EndDebtCollectionActionLevel")),
)

_TRAPS: Final = {
    "ActionType": "DebtCollectionAction",
    "DeliveryMethod": "Email",
}
"""Members of the head, and what their value 0 is."""

_ACCOUNTS: Final = ("PlusGiro", "ClearingNo", "AccountNo", "Iban")


@checks(LEFT_OUT)
def check_left_out(doc: Document) -> Iterator[Finding]:
    """Yield a finding for each enum that is left out of a request and does something at 0."""
    if doc.answer:
        return
    for member, zero in _TRAPS.items():
        if doc.raw.get(member) is None:
            message = f"{member} is not stated; its value 0 is {zero}"
            yield LEFT_OUT.at(f"{doc.at}/{member}", message, terms=("BT-3",) if member == "ActionType" else ())
    override = members(doc.raw.get("PaymentOverride"))
    accounts = [name for name in _ACCOUNTS if text(override.get(name))]
    if accounts and override.get("ReceivingAccountType") is None and not text(override.get("BankGiro")):
        message = f"ReceivingAccountType is not stated beside {', '.join(accounts)}; its value 0 is BankGiro"
        yield LEFT_OUT.at(f"{doc.at}/PaymentOverride/ReceivingAccountType", message, terms=("BT-81",))
    for row in doc.rows:
        if row.raw.get("RotRutActivated") is True and row.raw.get("RotRutType") is None:
            message = f"{row.name} has RotRutActivated and no RotRutType; its value 0 is Construction"
            yield LEFT_OUT.at(f"{row.at}/RotRutType", message, terms=())


@checks(UNKNOWN, NUMBER)
def check_values(doc: Document) -> Iterator[Finding]:
    """Yield findings on enums that say nothing, and on those that are numbers, each member once."""
    if doc.answer:
        return
    found: dict[str, tuple[str, Any, int]] = {}
    for at, raw, names in _places(doc):
        for name in names:
            value = raw.get(name)
            if not isinstance(value, str):
                continue
            if value.casefold() in _NOTHING:
                yield UNKNOWN.at(f"{at}/{name}", f"{name} is {value}, which requests may not say", value)
            elif isinstance(value, Number) or number(value) is not None:
                first, seen, count = found.get(name, (f"{at}/{name}", value, 0))
                found[name] = first, seen, count + 1
    for name, (at, value, count) in found.items():
        meant = next((each for each, known in CHOICES.get(name, {}).items() if str(known) == value), None)
        message = f"{name} is the number {value}" + (f", which is {meant}" if meant else "")
        if count > 1:
            message += f"; {count} times"
        yield NUMBER.at(at, message, value, fix=f"Write {meant}." if meant else None)


def _places(doc: Document) -> Iterator[tuple[str, Mapping[str, Any], tuple[str, ...]]]:
    yield doc.at, doc.raw, _HEAD
    for name, enums in _BELOW:
        if below := members(doc.raw.get(name)):
            yield f"{doc.at}/{name}", below, enums
    for row in doc.rows:
        yield row.at, row.raw, _ROW
