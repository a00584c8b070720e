"""Which view of Billecta an object is: nothing in the JSON says so, its members do.

>>> kind_of({"CreditorPublicId": "…", "DebtorPublicId": "…", "Records": []})
'InvoiceActionEntryView'
>>> kind_of({"ActionPublicId": "2400000001", "Debtor": {}, "State": {}, "Records": []})
'InvoiceActionView'
>>> kind_of({"ActionPublicId": "2400000001", "DebtorName": "Köparen AB", "Stage": "Attested"})
'InvoiceActionSubView'
>>> kind_of({"DebtorType": "Company", "Name": "Köparen AB"})
'DebtorView'
>>> kind_of({"Name": "Säljaren AB", "CreditorBankInfo": {}})
'CreditorView'
>>> kind_of({"PublicId": "…"}) is None
True
"""

from __future__ import annotations

from typing import Any, Final

from einvoice.formats.billecta.views import ACTION, CREDITOR, DEBTOR, ENTRY, SUMMARY, view

ACTION_ID: Final = "ActionPublicId"
"""The service gives it: what has one was not sent to create an invoice."""

ONLY_IN_ACTION: Final = frozenset({"Debtor", "State", "Invoices", "Events"})
"""Members that no other view of an invoice has."""

ONLY_IN_SUMMARY: Final = frozenset({"Stage", "DebtorName", "DebtorOrgNo", "CreditorName", "CreditorOrgNo", "OCR"})
"""Members that no other view of an invoice has."""

OF_SUMMARY: Final = ONLY_IN_SUMMARY | {
    "ActionType", "CurrentAmount", "DebtorPublicId", "DueDate", "InvoiceDate", "InvoiceNumber", "InvoicedAmount",
}  # fmt: skip
"""What makes an object with an `ACTION_ID` an invoice: one of these.  Answers of other endpoints have none."""

OF_ENTRY: Final = frozenset({"ActionType", "DebtorPublicId", "DueDate", "InvoiceDate"})
"""Two of these make an entry whose rows are missing, or misspelt."""

ONLY_IN_DEBTOR: Final = frozenset(
    {
        "DebtorPublicId", "DebtorExternalId", "DebtorNo", "DebtorType", "CitizenshipCountryCode", "ContactName",
        "ContactEmail", "EInvoiceBank", "Email", "Intermediator", "Notes", "ProtectedIdentity",
    }
)  # fmt: skip
"""Members that a creditor does not have."""

ONLY_IN_CREDITOR: Final = frozenset(
    {
        "ApprovedCompanyTax", "CreditorBankInfo", "CreditorClaimsContact", "CreditorContact", "CreditorInvoiceAddress",
        "CreditorSignatoryContact", "LogoURL", "NextInvoiceNumber", "Residence", "UseCentRounding",
        "UsesClientFundForInvoicing",
    }
)  # fmt: skip
"""Members that a debtor does not have."""


def kind_of(value: Any) -> str | None:
    """Return the name of the view that *value*, parsed JSON, is one of; None when it is none that is read here.

    A name is a sign, whatever stands behind it: an entry whose ``Records`` is a text is a faulty entry, not a stranger.
    """
    if not isinstance(value, dict):
        return None
    names = value.keys()
    if names & ONLY_IN_ACTION and (ACTION_ID in names or names & OF_ENTRY or "Records" in names):
        return ACTION
    if ACTION_ID in names:
        if "Records" in names:
            return ACTION
        return SUMMARY if names & OF_SUMMARY else None
    if "Records" in names or len(names & OF_ENTRY) > 1:
        return ENTRY
    debtor, creditor = len(names & ONLY_IN_DEBTOR), len(names & ONLY_IN_CREDITOR)
    if debtor == creditor or "Name" not in names:
        return None
    return DEBTOR if debtor > creditor else CREDITOR


def respelt(value: dict[str, Any]) -> tuple[str, str] | None:
    """Return message and remedy when *value* has the members of an invoice in another case; None when it has not.

    Libraries write the names of JavaScript or Python by themselves: ``creditorPublicId``, ``creditorpublicid``.

    >>> respelt({"actionType": "InvoiceAction", "debtorPublicId": "…", "records": []})[0]
    "the members are those of Billecta in another case: 'actionType', 'debtorPublicId', 'records'"
    """
    known = {name.lower(): name for kind in (SUMMARY, ACTION, ENTRY) for name in view(kind)}
    names = {name: known.get(name.lower(), name) for name in value}
    if kind_of(dict.fromkeys(names.values())) not in (ENTRY, ACTION, SUMMARY):
        return None
    others = {name: right for name, right in names.items() if name != right}
    if not others:
        return None
    shown = ", ".join(map(repr, list(others)[:3]))
    name, right = next(iter(others.items()))
    return (
        f"the members are those of Billecta in another case: {shown}",
        f"write {right}, not {name}, and so on: the published schema has its names in one case only",
    )
