"""EI-BILLECTA-ACTION-TYPE, -CREDIT-…: what the document is, which one it credits, and which way the money goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from einvoice.findings import Finding
from einvoice.rules.billecta.document import ZERO, Document, members, text
from einvoice.rules.billecta.kit import DIRECTIVE, DOCUMENTED, SCHEMA, SEEN, Rule, checks

ACTION = Rule(
    "EI-BILLECTA-ACTION-TYPE",
    "error",
    ("BT-3",),
    "The action is an outgoing invoice: InvoiceAction or CreditInvoiceAction.",
    "The same API knows debt collection, orders, supplier invoices and bookkeeping; none of them is an invoice to the "
    "buyer, and one of them sent by mistake starts another process.",
    "Write InvoiceAction, or CreditInvoiceAction for a credit invoice.",
    "Valid: InvoiceAction. Invalid: DebtCollectionAction; InterestInvoiceAction in a request (warning), which the "
    "service makes by itself.",
    SCHEMA,
)
CREDITED = Rule(
    "EI-BILLECTA-CREDIT-REFERENCE",
    "error",
    ("BT-25",),
    "A credit invoice names the invoice that it credits.",
    "A credit invoice has to refer to the original without doubt, and without the reference the service cannot bring "
    "the two together: both stay open in the ledger.",
    "Put the ActionPublicId of the original into CreditingInvoicePublicId.",
    "Valid: CreditInvoiceAction with CreditingInvoicePublicId 2400000001. Invalid: CreditInvoiceAction without it; in "
    "an answer without CreditingInvoice (warning).",
    f"{DOCUMENTED}; {DIRECTIVE}, article 219",
)
CREDITED_FORM = Rule(
    "EI-BILLECTA-CREDIT-ID",
    "warning",
    ("BT-25",),
    "CreditingInvoicePublicId is an ActionPublicId, digits only.",
    "The identifier of an invoice is no GUID and not the invoice number; with another one the original is not found.",
    "Look the original up by its number, and take its ActionPublicId.",
    "Valid: 2405395441. Invalid: 22222222-2222-4222-8222-222222222222; INV-1023.",
    SEEN,
)
NOT_CREDIT = Rule(
    "EI-BILLECTA-CREDIT-TYPE",
    "warning",
    ("BT-3", "BT-25"),
    "Only a credit invoice names an invoice that it credits.",
    "As an InvoiceAction the document is a further claim, whatever it refers to.",
    "Write CreditInvoiceAction, or leave CreditingInvoicePublicId out.",
    "Valid: CreditInvoiceAction with CreditingInvoicePublicId. Invalid: InvoiceAction with it.",
    SCHEMA,
)
SIGN = Rule(
    "EI-BILLECTA-CREDIT-SIGN",
    "error",
    ("BT-3", "BT-112", "BT-129"),
    "A credit invoice comes to less than zero, an invoice to more.",
    "Debit and credit carry opposite signs in Billecta; a positive credit invoice is booked as a claim on the buyer.",
    "Write negative quantities on a credit invoice; make an invoice that gives money back a CreditInvoiceAction.",
    "Valid: CreditInvoiceAction, quantity -2 at 120.00. Invalid: CreditInvoiceAction, quantity 2 at 120.00; an "
    "InvoiceAction over -240.00 (warning).",
    f"{DOCUMENTED}: netting",
)

INVOICES: Final = ("InvoiceAction", "CreditInvoiceAction")
MADE_BY_THE_SERVICE: Final = "InterestInvoiceAction"

_DIGITS: Final = re.compile(r"[0-9]+")


@checks(ACTION)
def check_action(doc: Document) -> Iterator[Finding]:
    """Yield a finding for an action that is no outgoing invoice."""
    action = doc.action
    if action is None or action == "Unknown" or action in INVOICES:
        return
    if action == MADE_BY_THE_SERVICE:
        if not doc.answer:
            yield ACTION.at(
                f"{doc.at}/ActionType",
                "ActionType is InterestInvoiceAction, which the service makes itself of interest that is due",
                doc.raw["ActionType"],
                severity="warning",
                fix="Let the service create the interest invoice, or send an InvoiceAction.",
            )
        return
    expected = " or ".join(INVOICES)
    message = f"ActionType is {action}, which is no outgoing invoice; expected {expected}"
    yield ACTION.at(f"{doc.at}/ActionType", message, doc.raw["ActionType"])


@checks(CREDITED, CREDITED_FORM, NOT_CREDIT)
def check_credited(doc: Document) -> Iterator[Finding]:
    """Yield findings on the invoice that is credited."""
    number = text(doc.raw.get("CreditingInvoicePublicId"))
    at = f"{doc.at}/CreditingInvoicePublicId"
    if doc.answer:
        if doc.is_credit and not any(map(text, members(doc.raw.get("CreditingInvoice")).values())):
            message = "the credit invoice does not say which invoice it credits: CreditingInvoice is missing or empty"
            fix = "Connect it with the invoice that it credits."
            yield CREDITED.at(f"{doc.at}/CreditingInvoice", message, severity="warning", fix=fix)
        return
    if doc.is_credit and not number:
        yield CREDITED.at(at, "ActionType is CreditInvoiceAction and CreditingInvoicePublicId is not stated")
    elif number and doc.action == "InvoiceAction":
        yield NOT_CREDIT.at(at, f"ActionType is InvoiceAction and CreditingInvoicePublicId is {number}", number)
    if number and not _DIGITS.fullmatch(number):
        yield CREDITED_FORM.at(at, f"CreditingInvoicePublicId is {number}, expected digits only", number)


@checks(SIGN)
def check_sign(doc: Document) -> Iterator[Finding]:
    """Yield a finding for a sum with the sign of the other kind of document."""
    if doc.action not in INVOICES:
        return
    stated = doc.amount("InvoicedAmount") if doc.answer else None
    at, what = f"{doc.at}/InvoicedAmount/Value", "InvoicedAmount is"
    if stated is None:
        known = [row.nets() for row in doc.rows if row.counts]
        stated = sum((each[1][0] for each in known if each is not None), ZERO)
        at, what = f"{doc.at}/Records", "the rows come to"
    if doc.is_credit and stated > 0:
        yield SIGN.at(
            at,
            f"ActionType is CreditInvoiceAction and {what} {doc.money(stated)}, expected less than zero",
            severity="warning" if doc.answer else None,
        )
    elif not doc.is_credit and stated < 0:
        yield SIGN.at(
            at,
            f"ActionType is InvoiceAction and {what} {doc.money(stated)}, expected more than zero",
            severity="warning",
            fix="Make it a CreditInvoiceAction that names the invoice it credits, unless it is a claim of the buyer.",
        )
