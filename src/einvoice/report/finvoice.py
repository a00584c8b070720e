"""What a Finvoice document says beyond the terms of EN 16931, for a person to read: payment order and bar code.

The parts are taken from the native texts of the invoice; what is shown here need not stand among the processing data.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from einvoice.errors import IdentifierError

if TYPE_CHECKING:
    from einvoice.model import Invoice

PREFIX: Final = "finvoice:"

_ORDER = "EpiDetails/EpiPaymentInstructionDetails"
_LABELS: Final = {
    "EpiDetails/EpiPartyDetails/EpiBeneficiaryPartyDetails/EpiNameAddressDetails": "paid to",
    "EpiDetails/EpiPartyDetails/EpiBeneficiaryPartyDetails/EpiBei": "business id",
    "EpiDetails/EpiPartyDetails/EpiBfiPartyDetails/EpiBfiName": "bank",
    "EpiDetails/EpiIdentificationDetails/EpiReference": "order reference",
    f"{_ORDER}/EpiPaymentInstructionId": "instruction",
    f"{_ORDER}/EpiTransactionTypeCode": "transaction type",
    "PaymentStatusDetails/PaymentStatusCode": "status",
    "PaymentStatusDetails/PaymentMethodText": "paid by",
}
_CHARGES: Final = {
    "SHA": "SHA, each pays the costs of his own bank",
    "SLEV": "SLEV, as the service level says (SEPA)",
    "OUR": "OUR, the payer pays all costs",
    "BEN": "BEN, the beneficiary pays all costs",
}


def is_finvoice(invoice: Invoice) -> bool:
    """Return whether the invoice was read from Finvoice."""
    return any(key.startswith(PREFIX) for key in invoice.native)


def shown(key: str) -> bool:
    """Return whether the native text *key* is part of what `payment_order` shows, or a note of the reader."""
    if key.startswith(f"{PREFIX}_"):
        return True
    path = key.removeprefix(PREFIX)
    return path in _LABELS or path.startswith((f"{_ORDER}/EpiCharge", "VirtualBankBarcode"))


def payment_order(invoice: Invoice) -> list[tuple[str, str]]:
    """Return the lines of the payment order (EPI) that the payment instructions do not show, and the bar code."""
    native = invoice.native
    rows = [
        (label, text) for path, label in _LABELS.items() if (text := native.get(PREFIX + path, "").strip(" -0")) != ""
    ]
    option = native.get(f"{PREFIX}{_ORDER}/EpiCharge/@ChargeOption") or native.get(f"{PREFIX}_charge")
    if option:
        rows.append(("bank costs", _CHARGES.get(option, option)))
    rows += _reference(invoice)
    barcode = native.get(f"{PREFIX}VirtualBankBarcode") or native.get(f"{PREFIX}_barcode")
    if barcode:
        rows += _barcode(barcode, invoice)
    return rows


def _reference(invoice: Invoice) -> list[tuple[str, str]]:
    from einvoice.identifiers import fi_reference, rf_reference

    text = invoice.payment_instructions[0].remittance_information if invoice.payment_instructions else None
    if not text:
        return []
    parse, kind = (rf_reference.parse, "RF (ISO 11649)") if text.startswith("RF") else (fi_reference.parse, "national")
    try:
        parse(text)
    except IdentifierError as error:
        return [("reference", f"{kind}: {error.message}")]
    return [("reference", f"{kind}, its check digits are right")]


def _barcode(text: str, invoice: Invoice) -> list[tuple[str, str]]:
    """Return the bar code in groups, what it says, and where it differs from the payment order."""
    from einvoice.identifiers import fi_barcode

    digits = "".join(text.split())
    rows = [("bar code", " ".join(digits[n : n + 6] for n in range(0, len(digits), 6)))]
    try:
        content = fi_barcode.content(digits)
    except IdentifierError as error:
        return [*rows, ("", error.message)]
    amount = "no amount" if content.amount is None else f"{content.amount} EUR"
    due = "no due date" if content.due_date is None else f"due {content.due_date}"
    rows.append(("", f"pays {amount} to {content.iban}, reference {content.reference}, {due}"))
    differs = _differences(content.iban, content.amount, content.reference, content.due_date, invoice)
    if differs:
        rows.append(("", "differs from the payment order: " + ", ".join(differs)))
    return rows


def _differences(account: str, amount: Decimal | None, reference: str, due: object, invoice: Invoice) -> list[str]:
    way = invoice.payment_instructions[0] if invoice.payment_instructions else None
    stated: Mapping[str, tuple[object, object]] = {
        "account": (account, way.credit_transfer and way.credit_transfer.account_identifier if way else None),
        "reference": (reference.lstrip("0"), (way.remittance_information or "").lstrip("0") if way else None),
        "amount": (amount, invoice.totals.amount_due if invoice.totals else None),
        "due date": (due, invoice.due_date),
    }
    return [f"{name} {other}" for name, (own, other) in stated.items() if own is not None and other and own != other]
