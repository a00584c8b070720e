"""The layer ``billecta``: what the service would refuse or bend, `einvoice.rules.billecta` over the JSON as it stands.

The rules judge invoices, as they are created and as they come back; of a customer, an account or an item of a list the
layer is skipped and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from einvoice import formats
from einvoice.validation.profiles import edition
from einvoice.validation.subject import Outcome, Subject

LAYER: Final = "billecta"

JUDGED: Final = {"InvoiceActionEntryView": False, "InvoiceActionView": True}
"""The views that are invoices with rows, and whether the service gave them."""


def judge(subject: Subject, rules: str) -> Outcome:
    """Return what the rules over the JSON of Billecta say; *rules* names their edition."""
    known = edition(rules)
    version, valid_from = (known.version, known.valid_from) if known else (None, None)
    if subject.value is None:
        reason = "the invoice was not read from JSON, so there is nothing to judge"
        return Outcome(ruleset=rules, version=version, valid_from=valid_from, skipped=reason)
    kind_of: Callable[[Any], str | None] = getattr(formats.module(LAYER), "kind_of")  # noqa: B009 - not of every format
    kind = kind_of(subject.value)
    if kind not in JUDGED:
        what = f"is of the view {kind}" if kind else "is none that Billecta has"
        reason = f"the object {what}, and the rules judge invoices: {' and '.join(JUDGED)}"
        return Outcome(ruleset=rules, version=version, valid_from=valid_from, skipped=reason)
    from einvoice.rules import billecta

    found = billecta.judge(subject.value, subject.pointer, subject.context, answer=JUDGED[kind])
    if subject.written:
        found = [replace(each, message=f"in the written document, {each.message}") for each in found]
    return Outcome(tuple(found), rules, version, valid_from, len(billecta.RULES))
