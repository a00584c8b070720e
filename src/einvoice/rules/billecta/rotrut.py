"""EI-BILLECTA-ROTRUT-…: household work with a tax deduction, and the persons who ask for it.

How large a deduction may be changes by year and person; that is the business of the tax agency and is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from einvoice.errors import IdentifierError
from einvoice.findings import Finding
from einvoice.rules.billecta.document import ZERO, Document, items, members, rows_named, text
from einvoice.rules.billecta.kit import SCHEMA, Rule, checks

_DEDUCTION: Final = "lag (2009:194) om förfarandet vid skattereduktion för hushållsarbete"

DETAILS = Rule(
    "EI-BILLECTA-ROTRUT-DETAILS",
    "error",
    (),
    "Rows with RotRutActivated need RotRutDetails with a person.",
    "The buyer pays less, and the seller claims the rest for a person with a number: without one nobody pays it.",
    "State RotRutDetails with Customers: name, personal number and amount.",
    "Valid: RotRutActivated true and RotRutDetails with one customer. Invalid: RotRutActivated true and no "
    "RotRutDetails; RotRutDetails without Customers and Persons.",
    f"{SCHEMA}; {_DEDUCTION}",
)
ROWS = Rule(
    "EI-BILLECTA-ROTRUT-ROWS",
    "warning",
    (),
    "RotRutAmount and RotRutDetails stand with RotRutActivated on the rows.",
    "Without the flag nothing is deducted and nothing claimed, whatever else is stated.",
    "Set RotRutActivated on the rows of work, or leave the rest out.",
    "Valid: RotRutActivated true with RotRutAmount. Invalid: RotRutActivated false with RotRutAmount 3000.00 SEK; "
    "RotRutDetails and no such row.",
    SCHEMA,
)
PERSON = Rule(
    "EI-BILLECTA-ROTRUT-PERSON",
    "warning",
    (),
    "Personal numbers stay out of e-invoices.",
    "They are personal data; the tax agency gets them from the service, a receiver of the e-invoice must not.",
    "Deliver such an invoice by other means than EInvoice, or check what the operator passes on.",
    "Valid: DeliveryMethod Kivra. Invalid: DeliveryMethod EInvoice and RotRutDetails with personal numbers; with other "
    "delivery methods information.",
    "Regulation (EU) 2016/679, article 5; dataskyddslagen (2018:218) 3 kap. 10 §",
)
NUMBER = Rule(
    "EI-BILLECTA-ROTRUT-NUMBER",
    "warning",
    (),
    "The persons of RotRutDetails have valid personal numbers.",
    "The tax agency refuses the claim, and the seller has to collect the deduction from the buyer afterwards.",
    "Ask the buyer for the number again.",
    "Valid: 811228-9874. Invalid: 811228-9875.",
    "Skatteverket, personal numbers and coordination numbers",
)
AMOUNT = Rule(
    "EI-BILLECTA-ROTRUT-AMOUNT",
    "error",
    (),
    "RotRutAmount is not more than its row with VAT.",
    "The deduction is a share of the work; more than the row nobody can have paid.",
    "Correct RotRutAmount: minor units, the deduction for the row.",
    "Valid: a row of 10000.00 SEK with RotRutAmount 3000.00. Invalid: with RotRutAmount 300000.00.",
    _DEDUCTION,
)


@checks(DETAILS, ROWS, PERSON, NUMBER, AMOUNT)
def check_deduction(doc: Document) -> Iterator[Finding]:
    """Yield findings on the deduction and the persons."""
    details = members(doc.raw.get("RotRutDetails"))
    active = [row for row in doc.rows if row.raw.get("RotRutActivated") is True]
    at = f"{doc.at}/RotRutDetails"
    numbers = list(_numbers(details, at))
    if active and not doc.raw.get("RotRutDetails"):
        yield DETAILS.at(at, f"RotRutActivated is true on {rows_named(active)} and RotRutDetails is not stated")
    elif active and not numbers:
        yield DETAILS.at(at, f"RotRutActivated is true on {rows_named(active)} and RotRutDetails names no person")
    idle = [
        row for row in doc.rows
        if "RotRutAmount" in row.amounts and row.amounts["RotRutAmount"].minor and row not in active
    ]  # fmt: skip
    if idle:
        amount = doc.money(idle[0].amounts["RotRutAmount"].minor or ZERO)
        message = f"RotRutAmount {amount} stands on {rows_named(idle)} and RotRutActivated is not true"
        yield ROWS.at(f"{idle[0].at}/RotRutActivated", message)
    elif numbers and not active:
        yield ROWS.at(at, "RotRutDetails names persons and no row has RotRutActivated")
    if numbers:
        yield from _persons(numbers, doc)
    for row in active:
        deduction = row.amounts.get("RotRutAmount")
        known = row.nets()
        if deduction is None or deduction.minor is None or known is None or row.vat is None:
            continue
        gross = known[1][0] * (1 + row.vat / 100)
        if abs(deduction.minor) > abs(gross) + 1:
            message = f"{row.name} comes to {doc.money(gross.quantize(Decimal(1)))} with VAT, and RotRutAmount is "
            message += doc.money(deduction.minor)
            yield AMOUNT.at(f"{deduction.at}/Value", message, deduction.raw["Value"])


def _persons(numbers: list[tuple[str, str]], doc: Document) -> Iterator[Finding]:
    from einvoice.identifiers import personal, se_personal

    count = f"{len(numbers)} personal number{'s' if len(numbers) > 1 else ''}"
    first, seen = numbers[0]
    if doc.delivery == "EInvoice":
        yield PERSON.at(first, f"DeliveryMethod is EInvoice and RotRutDetails holds {count}", personal.hide(seen))
    else:
        message = f"RotRutDetails holds {count}: an e-invoice made of the document must not hold them"
        yield PERSON.at(first, message, personal.hide(seen), severity="info")
    for place, value in numbers:
        try:
            se_personal.parse(value)
        except IdentifierError as error:
            yield NUMBER.at(place, error.message, personal.hide(value), fix=error.fix)


def _numbers(details: Mapping[str, Any], at: str) -> Iterator[tuple[str, str]]:
    """Yield the personal numbers with their places; the older list of numbers repeats the customers."""
    seen = set()
    for index, each in enumerate(items(details.get("Customers"))):
        if value := text(members(each).get("SSN")):
            seen.add(_digits(value))
            yield f"{at}/Customers/{index}/SSN", value
    for index, each in enumerate(items(details.get("Persons"))):
        if (value := text(each)) and _digits(value) not in seen:
            yield f"{at}/Persons/{index}", value


def _digits(value: str) -> str:
    return "".join(each for each in value if each.isdigit())[-10:]
