"""EI-BILLECTA-INTEREST-…: interest on late payment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from einvoice.findings import Finding
from einvoice.rules.billecta.document import Document, choice, number, plain, text
from einvoice.rules.billecta.kit import DOCUMENTED, SCHEMA, TAKEN, Rule, checks

_ACT: Final = "räntelagen (1975:635) 6 §"

TYPE = Rule(
    "EI-BILLECTA-INTEREST-TYPE",
    "warning",
    ("BT-20",),
    "InterestType says what InterestPercentage is.",
    "8 per cent above the reference rate and 8 per cent fixed are two claims; left out, the type is Fixed (0), and "
    "with NoInterest the percentage is dropped.",
    "Write AboveEffectiveReference, Fixed or NoInterest.",
    "Valid: 8 with AboveEffectiveReference. Invalid: 8 without InterestType; 8 with NoInterest.",
    f"{SCHEMA}; {TAKEN}: what a type that is left out means",
)
PERCENT = Rule(
    "EI-BILLECTA-INTEREST-PERCENT",
    "warning",
    ("BT-20",),
    "InterestPercentage is in per cent, and not negative.",
    "0.08 asks for less than a tenth of one per cent, where 8 were meant.",
    "Write 8 for eight per cent.",
    "Valid: 8. Invalid: 0.08; -8.",
    SCHEMA,
)
REASON = Rule(
    "EI-BILLECTA-INTEREST-REASON",
    "warning",
    ("BT-20",),
    "Interest above the legal rate has a ReasonForHigherInterest.",
    "The law gives 8 percentage points above the reference rate; more has to be agreed upon, and a court asks for it.",
    "State the agreement in ReasonForHigherInterest, or write 8.",
    "Valid: 8 with AboveEffectiveReference; 12 with a reason. Invalid: 12 with AboveEffectiveReference and no reason.",
    f"{DOCUMENTED}; {_ACT}",
)

LEGAL: Final = Decimal(8)
"""Percentage points above the reference rate."""


@checks(TYPE, PERCENT, REASON)
def check_interest(doc: Document) -> Iterator[Finding]:
    """Yield findings on interest type, percentage and reason."""
    value = doc.raw.get("InterestPercentage")
    percent = number(value)
    if not percent:
        return
    kind = choice(doc.raw, "InterestType")
    at = f"{doc.at}/InterestPercentage"
    if doc.raw.get("InterestType") is None and not doc.answer:
        message = f"InterestPercentage is {plain(percent)} and InterestType is not stated; its value 0 is Fixed"
        yield TYPE.at(f"{doc.at}/InterestType", message)
    elif kind == "NoInterest":
        message = f"InterestPercentage is {plain(percent)} and InterestType is NoInterest"
        yield TYPE.at(f"{doc.at}/InterestType", message, doc.raw["InterestType"])
    if percent < 0:
        yield PERCENT.at(at, f"InterestPercentage is {plain(percent)}, expected 0 or more", value)
    elif percent < 1 and kind != "NoInterest":
        message = f"InterestPercentage is {plain(percent)}, less than one per cent"
        fix = f"Write {plain(percent * 100)}, if {plain(percent * 100)} per cent is meant."
        yield PERCENT.at(at, message, value, fix=fix)
    elif percent > LEGAL and kind == "AboveEffectiveReference" and not text(doc.raw.get("ReasonForHigherInterest")):
        message = (
            f"InterestPercentage is {plain(percent)} above the reference rate, the law gives {plain(LEGAL)}, and "
            "ReasonForHigherInterest is not stated"
        )
        yield REASON.at(f"{doc.at}/ReasonForHigherInterest", message)
