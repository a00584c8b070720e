"""Known faults, put into a share of the documents of a generated batch: what a quarantine has to find.

    data, fault = spoilt("netvisor", data, seed=7, index=1, share=0.05)     fault is None for most

Each fault is one that nobody can send: a value that cannot be read, a term that an invoice must have and lacks, a total
that does not tie.  A document that is left alone keeps its bytes, and which ones are faulty follows from the seed.
"""

import random
import re
from typing import NamedTuple


class Edit(NamedTuple):
    """How a fault is put in: what stands before the value, the value as it was, and what takes its place."""

    before: str
    value: str
    by: str


class Fault(NamedTuple):
    """A fault: its name, what is wrong, the code of a finding that tells of it, and how it is put into each format."""

    name: str
    what: str
    code: str
    edits: dict[str, Edit]


FAULTS = (
    Fault(
        "day",
        "the invoice date is no day of the calendar",
        "EI-READ-VALUE",
        {
            "netvisor": Edit("(?i:<salesinvoicedate)[^>]*>", "[^<]+", "2026-02-30"),
            "peppol-bis": Edit("<cbc:IssueDate>", "[^<]+", "2026-02-30"),
            "finvoice": Edit("<InvoiceDate[^>]*>", "[^<]+", "20260230"),
            "billecta": Edit('"InvoiceDate": "', '[^"]+', "2026-02-30"),
        },
    ),
    Fault(
        "number",
        "the invoice has no number",
        "EI-MISSING-NUMBER",
        {
            "netvisor": Edit("(?i:<salesinvoicenumber)>", "[^<]+", ""),
            "peppol-bis": Edit("\n  <cbc:ID>", "[^<]+", ""),
            "finvoice": Edit("<InvoiceNumber>", "[^<]+", ""),
            "billecta": Edit('"InvoiceNumber": ', '"[^"]+"', "null"),
        },
    ),
    Fault(
        "price",
        "a price is no number",
        "EI-READ-VALUE",
        {
            "netvisor": Edit("(?i:<productunitprice)[^>]*>", "[^<]+", "12,x3"),
            "peppol-bis": Edit("<cbc:PriceAmount[^>]*>", "[^<]+", "12.x3"),
            "finvoice": Edit("<UnitPriceAmount[^>]*>", "[^<]+", "12,x3"),
            "billecta": Edit('"UnitPrice": {\\s*"CurrencyCode": "\\w+",\\s*"Value": ', "[0-9.-]+", '"12.x3"'),
        },
    ),
    Fault(
        "quantity",
        "a quantity is no number",
        "EI-READ-VALUE",
        {
            "netvisor": Edit("(?i:<salesinvoiceproductlinequantity)>", "[^<]+", "two"),
            "peppol-bis": Edit("<cbc:(?:Invoiced|Credited)Quantity[^>]*>", "[^<]+", "two"),
            "billecta": Edit('"Quantity": ', "[0-9.-]+", '"two"'),
        },
    ),
    Fault(
        "total",
        "the stated total does not tie",
        "EI-TOTAL-DUE",
        {
            "netvisor": Edit("(?i:<salesinvoiceamount)[^>]*>", "[^<]+", "777777,77"),
            "peppol-bis": Edit("<cbc:TaxInclusiveAmount[^>]*>", "[^<]+", "777777.77"),
            "finvoice": Edit("<InvoiceTotalVatIncludedAmount[^>]*>", "[^<]+", "777777,77"),
        },
    ),
)
"""All faults."""


def spoilt(format: str, data: bytes, seed: int, index: int, share: float) -> tuple[bytes, Fault | None]:
    """Return document *index* of a batch of *format* as the seed wants it: *share* of them with a fault, and which."""
    rng = random.Random(f"fault {seed} {index}")
    if rng.random() >= share:
        return data, None
    return spoil(format, data, rng.choice([fault for fault in FAULTS if format in fault.edits]))


def holds_invoice(format: str, data: bytes) -> bool:
    """Return whether *data*, a part of a file, holds an invoice: what opens and closes the file holds none."""
    return spoil(format, data, FAULTS[0])[1] is not None


def spoil(format: str, data: bytes, fault: Fault) -> tuple[bytes, Fault | None]:
    """Return *data* with *fault*, and the fault; None where the document has no place for it."""
    edit = fault.edits[format]
    # Latin 1 holds any bytes, and what is changed is ASCII.
    text, count = re.subn(
        f"({edit.before}){edit.value}", lambda found: found[1] + edit.by, data.decode("latin-1"), count=1
    )
    return text.encode("latin-1"), fault if count else None
