"""The rules over the JSON of Billecta: what the service would refuse, or bend without a word.

The other rules stand elsewhere for a reason: those of ``einvoice.rules`` see the canonical invoice, which no longer
knows that a percentage stood beside the wrong DiscountType, and official rules are Schematron over XML.  These need the
JSON as it was sent, so they have a room and a registry of their own, loaded only for a Billecta document.  Billecta
publishes no rules; each `Rule` says how its demand is known, and what is only inferred is an error nowhere.

Map of the room
---------------
``kit.py``        `Rule`, the registry
``document.py``   the document as the rules see it, ``days.py`` its dates
``actions.py``    EI-BILLECTA-ACTION-TYPE, -CREDIT-…
``choices.py``    EI-BILLECTA-ENUM-…
``parties.py``    EI-BILLECTA-CREDITOR-ID, -DEBTOR-ID, -PRODUCT-ID, -ORG-NUMBER, -GLN
``dates.py``      EI-BILLECTA-DATE-…, -DUE-DATE, -SEND-DATE, -PERIOD
``rows.py``       EI-BILLECTA-ROWS-MISSING, -ROW-…, -PRICE-NEGATIVE, -SEQUENCE
``amounts.py``    EI-BILLECTA-AMOUNT-…, -CURRENCY-…
``discounts.py``  EI-BILLECTA-DISCOUNT-…
``vat.py``        EI-BILLECTA-VAT-…, -REVERSE-…, -FEE-RATE
``totals.py``     EI-BILLECTA-ROW-TOTAL, -INVOICED-TOTAL, -VAT-TOTAL, -CENT-ROUNDING, -BALANCE
``payment.py``    EI-BILLECTA-OCR, -ACCOUNT-NUMBER, -PAYMENT-…, -WITHDRAWAL
``delivery.py``   EI-BILLECTA-DELIVERY-ADDRESS, -EMAIL, -MAIL-FALLBACK
``interest.py``   EI-BILLECTA-INTEREST-…
``rotrut.py``     EI-BILLECTA-ROTRUT-…

A new rule is a `Rule` and a line in the function of its subject, or a new file that is imported here; the order of the
imports is the order of the findings.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context as Arithmetic
from decimal import localcontext
from typing import TYPE_CHECKING, Any, Final

from einvoice.errors import UsageError
from einvoice.findings import Finding

# isort: off
from einvoice.rules.billecta import (
    actions, choices, parties, dates, rows, amounts, discounts, vat, totals, payment, delivery, interest, rotrut,
)  # fmt: skip

# isort: on
from einvoice.rules.billecta.document import Document, members
from einvoice.rules.billecta.kit import RULES, Rule, registered

if TYPE_CHECKING:
    from einvoice.context import Context

EDITION: Final = "2024-04"
"""The state of the schemas and documentation that the rules go by."""

_EXACT: Final = Arithmetic(prec=60)
"""Quantities and prices of 20 digits are exact in it; what is divided is compared with a slack of one minor unit."""

FAMILIES: Final = {
    "What the document is": actions,
    "Enums": choices,
    "Identifiers": parties,
    "Dates": dates,
    "Rows": rows,
    "Amounts and currencies": amounts,
    "Discounts": discounts,
    "VAT": vat,
    "Totals": totals,
    "Payment": payment,
    "Delivery": delivery,
    "Interest": interest,
    "ROT and RUT": rotrut,
}
"""The modules by what they are about."""


def judge(
    value: Mapping[str, Any], pointer: str = "", context: Context | None = None, *, answer: bool | None = None
) -> list[Finding]:
    """Return what the rules find in *value*, the JSON of one invoice, in the order of the rules; [] for nothing.

    Numbers in *value* are `einvoice.jsontext.Number`.  *pointer* is where it stands in its file, "" for the whole file.
    *context* may say what the document leaves open.  *answer* says that the service gave the document; None looks for
    the members that only an answer has.  A rule that fails is a finding, and keeps no other from running.
    """
    found: list[Finding] = []
    with localcontext(_EXACT):
        doc = Document(members(value), pointer, context, answer)
        for check, rules in registered():
            try:
                found += check(doc)
            except Exception as error:
                codes = ", ".join(rule.code for rule in rules)
                message = f"{codes} failed with {type(error).__name__}: {error}"
                fix = "report it: this is a fault of einvoice"
                found.append(Finding("EI-INTERNAL-ERROR", "error", "billecta", message, fix, path=pointer))
    return found


def explain(code: str) -> str:
    """Return what the rule *code* checks, why, how to mend it, and an example; raises UsageError when there is none."""
    rule = RULES.get(code.strip().upper())
    if rule is None:
        raise UsageError(f"no rule {code!r} over Billecta", fix=f"There are {', '.join(RULES)}.")
    return rule.text()


__all__ = ["EDITION", "FAMILIES", "RULES", "Document", "Rule", "explain", "judge"]
