"""EI-BILLECTA-OCR, -ACCOUNT-NUMBER, -PAYMENT-…, -WITHDRAWAL: where, how and with which reference the buyer pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from einvoice.errors import IdentifierError, InvalidCheckDigit
from einvoice.findings import Finding
from einvoice.jsontext import Number
from einvoice.rules.billecta.document import Document, choice, items, members, text
from einvoice.rules.billecta.kit import SCHEMA, SEEN, TAKEN, Rule, checks

OCR = Rule(
    "EI-BILLECTA-OCR",
    "error",
    ("BT-83",),
    "An OCR reference has 2 to 25 digits, the last one a check digit.",
    "The bank refuses a payment whose reference does not fit, or passes it on without one, and nobody knows which "
    "invoice is paid.",
    "Compare the reference with its source, or let the service make it.",
    "Valid: 346072418176055. Invalid: 2024-17; 346072418176056 (warning: whether the account checks it is a matter of "
    "its agreement).",
    f"Bankgirot, OCR references; {SEEN}",
)
NUMBER = Rule(
    "EI-BILLECTA-ACCOUNT-NUMBER",
    "error",
    ("BT-84", "BT-86"),
    "Bankgiro, Plusgiro, IBAN and BIC have the form and check digits of their kind.",
    "The buyer's bank refuses the payment, or it goes to another account.",
    "Compare the number with its source.",
    "Valid: BankGiro 5050-1055. Invalid: BankGiro 5050-1056; Iban 13984890489758957987487.",
    "Bankgirot and Plusgirot, check digits; ISO 13616; ISO 9362",
)
ABSENT = Rule(
    "EI-BILLECTA-PAYMENT-ACCOUNT",
    "error",
    ("BT-84",),
    "The account that ReceivingAccountType names is stated.",
    "The invoice would show no account, or one that the override was to replace.",
    "State the account that the type names, or name the one that is stated.",
    "Valid: IBAN with Iban SE45…; BankAccount with ClearingNo and AccountNo. Invalid: BankGiro with nothing but Iban.",
    SCHEMA,
)
REFERENCE = Rule(
    "EI-BILLECTA-PAYMENT-REFERENCE",
    "warning",
    ("BT-83",),
    "Reference and ReferenceType stand together.",
    "With the type None the reference is not used, and a type without a reference has nothing to say.",
    "Write OCR for a reference with a check digit, Message for any other.",
    'Valid: "Reference": "1234566", "ReferenceType": "OCR". Invalid: the same with "None"; OCR without a Reference.',
    f"{SCHEMA}; {TAKEN}: what the type None does",
)

WITHDRAWAL = Rule(
    "EI-BILLECTA-WITHDRAWAL",
    "warning",
    ("BT-81",),
    "An invoice is withdrawn by direct debit or by card, not by both, and a credit invoice by neither.",
    "Each is an order to collect the whole amount: the buyer pays twice, or pays what he should get back.",
    "Leave one of them out; leave both out of a credit invoice.",
    "Valid: AutogiroWithdrawalEnabled true, CreditCard null. Invalid: AutogiroWithdrawalEnabled and "
    "CreditCardWithdrawalEnabled true; one of them true on a CreditInvoiceAction.",
    f"{SCHEMA}; {TAKEN}",
)

_ACCOUNTS: Final[Mapping[str, tuple[str, ...]]] = {
    "BankGiro": ("BankGiro",),
    "PlusGiro": ("PlusGiro",),
    "BankAccount": ("ClearingNo", "AccountNo"),
    "IBAN": ("Iban",),
}
"""What each type of account needs."""


@checks(OCR)
def check_references(doc: Document) -> Iterator[Finding]:
    """Yield findings on OCR references."""
    override = members(doc.raw.get("PaymentOverride"))
    places: list[tuple[str, Any]] = [
        (f"Invoices/{index}/OCR", members(each).get("OCR")) for index, each in enumerate(items(doc.raw.get("Invoices")))
    ]
    places.append(("InvoicePDF/OCR", members(doc.raw.get("InvoicePDF")).get("OCR")))
    if choice(override, "ReferenceType") == "OCR":
        places.append(("PaymentOverride/Reference", override.get("Reference")))
    for place, value in places:
        if not text(value):
            continue
        from einvoice.identifiers import se_ocr

        at = f"{doc.at}/{place}"
        try:
            se_ocr.parse(str(value))
        except InvalidCheckDigit as error:
            yield OCR.at(at, error.message, value, severity="warning", fix=error.fix)
        except IdentifierError as error:
            fix = "Write Message as ReferenceType, if it is no OCR reference." if "Override" in place else error.fix
            yield OCR.at(at, error.message, value, fix=fix)


@checks(NUMBER, ABSENT, REFERENCE)
def check_override(doc: Document) -> Iterator[Finding]:
    """Yield findings on the account and the reference that replace those of the sender account."""
    override = members(doc.raw.get("PaymentOverride"))
    if not override:
        return
    at = f"{doc.at}/PaymentOverride"
    yield from _numbers(override, at)
    stated = [name for names in _ACCOUNTS.values() for name in names if text(override.get(name))]
    kind = choice(override, "ReceivingAccountType")
    needed = _ACCOUNTS.get(kind or "", ())
    lacking = [name for name in needed if name not in stated]
    # A client with types writes BankGiro, the value 0, where it overrides nothing but the reference.
    if lacking and (stated or kind != "BankGiro"):
        others = f"; stated are {', '.join(stated)}" if stated else ""
        message = f"ReceivingAccountType is {kind} and {' and '.join(lacking)} is not stated{others}"
        yield ABSENT.at(f"{at}/{lacking[0]}", message)
    reference, type_ = text(override.get("Reference")), choice(override, "ReferenceType")
    if reference and type_ in (None, "None"):
        said = "not stated; its value 0 is None" if type_ is None else "None"
        yield REFERENCE.at(f"{at}/ReferenceType", f"Reference is {reference} and ReferenceType is {said}")
    elif not reference and type_ in ("OCR", "Message"):
        message = f"ReferenceType is {type_} and Reference is not stated"
        yield REFERENCE.at(f"{at}/Reference", message, fix="State the reference, or leave ReferenceType at None.")


@checks(WITHDRAWAL)
def check_withdrawal(doc: Document) -> Iterator[Finding]:
    """Yield a finding when the amount may be collected twice, or collected where it is owed."""
    debit = members(doc.raw.get("Autogiro")).get("AutogiroWithdrawalEnabled") is True
    card = members(doc.raw.get("CreditCard")).get("CreditCardWithdrawalEnabled") is True
    place = "CreditCard/CreditCardWithdrawalEnabled" if card else "Autogiro/AutogiroWithdrawalEnabled"
    if debit and card:
        message = "AutogiroWithdrawalEnabled and CreditCardWithdrawalEnabled are both true"
        yield WITHDRAWAL.at(f"{doc.at}/{place}", message, "true")
    elif (debit or card) and doc.is_credit:
        message = f"{place.partition('/')[2]} is true and ActionType is CreditInvoiceAction"
        yield WITHDRAWAL.at(f"{doc.at}/{place}", message, "true")


def _numbers(override: Mapping[str, Any], at: str) -> Iterator[Finding]:
    from einvoice.identifiers import bankgiro, bic, iban, plusgiro

    for name, parse in (
        ("BankGiro", bankgiro.parse),
        ("PlusGiro", plusgiro.parse),
        ("Iban", iban.parse),
        ("Bic", bic.parse),
    ):
        value = override.get(name)
        if not text(value):
            continue
        try:
            parse(str(value))
        except IdentifierError as error:
            fix = error.fix
            if isinstance(value, Number):
                fix = "Write the number as a text: as a JSON number its leading zeros are lost."
            yield NUMBER.at(f"{at}/{name}", f"{name}: {error.message}", value, fix=fix)
