"""Documents for the rules over the JSON of Billecta: one that is right, and the changes that a case makes to it."""

import copy
import json
from typing import Any

import pytest

from einvoice import jsontext
from einvoice.context import Context
from einvoice.rules.billecta import RULES, judge

GONE = object()
"""Takes a member away."""

CREDITOR = "5e11e700-0000-4000-8000-000000000001"
DEBTOR = "deb70000-0000-4000-8000-000000004103"
ZEROS = "00000000-0000-0000-0000-000000000000"


def sek(value, **more):
    return {"CurrencyCode": "SEK", "Value": value} | more


def row(number=1, **changes):
    """10 x 950.00 less 5 per cent: 9025.00, and 11281.25 with VAT."""
    return {
        "SequenceNo": number,
        "RecordType": "Standard",
        "ArticleDescription": "Rådgivning",
        "Units": "tim",
        "Quantity": 10,
        "UnitPrice": sek(95000),
        "DiscountType": "Percentage",
        "DiscountPercentage": 5,
        "DiscountAmount": None,
        "VAT": 25,
        "VatIsIncluded": False,
        "Hidden": False,
    } | changes


def text_row(number=2, **changes):
    return {"SequenceNo": number, "RecordType": "Message", "ArticleDescription": "Enligt avtal"} | changes


def simple(number=1, **changes):
    """A row without discount."""
    return row(number, DiscountType="Amount", DiscountPercentage=0, **changes)


ENTRY: dict[str, Any] = {
    "ActionType": "InvoiceAction",
    "CreditorPublicId": CREDITOR,
    "DebtorPublicId": DEBTOR,
    "InvoiceDate": "2026-05-04",
    "DueDate": "2026-06-03",
    "DeliveryDate": "2026-04-30",
    "Records": [row()],
    "InterestPercentage": 8,
    "InterestType": "AboveEffectiveReference",
    "DeliveryMethod": "EInvoice",
    "CommunicationLanguage": "SV",
    "VatIsIncluded": False,
}

ANSWER: dict[str, Any] = {
    "ActionPublicId": "2499990041",
    "CreditorPublicId": CREDITOR,
    "ActionType": "InvoiceAction",
    "InvoiceNumber": "26041",
    "InvoiceDate": "2026-05-04 00:00:00+02:00",
    "DueDate": "2026-06-03 00:00:00+02:00",
    "DeliveryMethod": "EInvoice",
    "Debtor": {
        "DebtorPublicId": DEBTOR,
        "DebtorType": "Company",
        "Name": "Mörtviks Hotell AB",
        "OrgNo": "559991-0204",
        "VatNumber": "SE559991020401",
        "GLN": "7359999001011",
        "Intermediator": "PEPPOL",
        "Email": "faktura@mortvik.example",
        "CountryCode": "SE",
    },
    "State": {"Stage": "InvoiceSent"},
    "Records": [
        row(
            TotalExclVATNoDiscount=sek(950000, ValueForView=9500.0),
            TotalExclVAT=sek(902500, ValueForView=9025.0),
            TotalIncVAT=sek(1128125, ValueForView=11281.25),
        ),
    ],
    "InvoicedAmount": sek(1128100, ValueForView=11281.0),
    "TotalVATAmount": sek(225625, ValueForView=2256.25),
    "CentRoundingAmount": sek(-25, ValueForView=-0.25),
    "CurrentAmount": sek(1128100, ValueForView=11281.0),
    "PaidAmount": sek(0, ValueForView=0.0),
    "Invoices": [{"InvoiceNumber": "26041", "OCR": "346072418176055"}],
    "VatIsIncluded": False,
}


def changed(base, changes):
    """Return a copy of *base* as it is parsed, with *changes*: pointer to value, `GONE` to take it away."""
    value = copy.deepcopy(base)
    for pointer, new in changes.items():
        new = new if new is GONE else copy.deepcopy(new)
        *above, last = pointer.split("/")[1:]
        here = value
        for step in above:
            here = here[int(step)] if isinstance(here, list) else here.setdefault(step, {})
        key = int(last) if isinstance(here, list) else last
        if new is GONE:
            del here[key]
        elif isinstance(here, list) and key == len(here):
            here.append(new)
        else:
            here[key] = new
    return parsed(value)


def parsed(value):
    """Return *value* with the numbers that the parser makes."""
    return jsontext.parse(json.dumps(value).encode())


def context(**billecta):
    return Context.parse({"billecta": billecta})


def each_case(cases):
    """Parametrise a test over CASES: code to rows of case, base, changes, findings, and context if need be."""
    rows = [(code, *(line if len(line) == 5 else (*line, None))) for code, block in cases.items() for line in block]
    return pytest.mark.parametrize(
        ("code", "case", "base", "changes", "expected", "context"), rows, ids=[f"{row[0]}-{row[1]}" for row in rows]
    )


def check_case(code, case, base, changes, expected, context):
    """Judge; *expected* are (severity, pointer) of the findings of *code*, none for valid_ cases.

    A finding names the value as it stands, or stars a part of it; its pointer leads to a member, or to one that is
    missing in an object that is there.
    """
    document = changed(base, changes)
    found = [each for each in judge(document, context=context) if each.code == code]
    assert [(each.severity, each.path) for each in found] == expected
    assert case.startswith("invalid_") == bool(expected), f"{case}: the name does not say what happens"
    for finding in found:
        assert finding.layer == "billecta"
        assert finding.fix and set(finding.terms) <= set(RULES[code].terms)
        assert SEVERITIES.index(finding.severity) >= SEVERITIES.index(RULES[code].severity)
        value = lookup(document, finding.path)
        if isinstance(value, str):
            assert finding.value in (None, value) or "*" in finding.value
        elif isinstance(value, bool):
            assert finding.value in (None, str(value).lower())
        else:
            assert finding.value is None


SEVERITIES = ("error", "warning", "info")


def lookup(document, pointer):
    """Return what stands at *pointer*, None for nothing; what is around it is there up to two levels above."""
    here = document
    steps = pointer.split("/")[1:]
    for depth, step in enumerate(steps):
        here = here[int(step)] if isinstance(here, list) else here.get(step)
        if here is None:
            assert len(steps) - depth <= 2, f"{pointer} leads nowhere"
            return None
    return here
