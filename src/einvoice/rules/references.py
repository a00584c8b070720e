"""EI-REFERENCE-…: payment references whose check digit does not fit.

A payment reference (BT-83) may be anything: a Finnish reference, an RF reference, a Swedish OCR reference, an invoice
number, words.  It is judged only where it is known what it is: the document says so, its form says so (RF), or it is
digits for a Finnish account, or from a Finnish seller who states no account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from einvoice.errors import IdentifierError, InvalidCheckDigit
from einvoice.findings import Finding
from einvoice.identifiers import screen
from einvoice.identifiers.digits import compact
from einvoice.rules.kit import Rule
from einvoice.rules.settings import current

if TYPE_CHECKING:
    from einvoice.model import Invoice, PaymentInstructions

FINNISH = Rule(
    code="EI-REFERENCE-FI",
    severity="error",
    terms=("BT-83",),
    title="A Finnish payment reference ends in its check digit.",
    fix="Copy the reference again from the seller's system; its last digit is calculated from the others.",
    source="Finance Finland, national reference number (viitenumero, 7-3-1), through public implementations",
)

RF = Rule(
    code="EI-REFERENCE-RF",
    severity="error",
    terms=("BT-83",),
    title="The check digits of an RF reference fit.",
    fix="Copy the reference again from the seller's system; the two digits behind RF are calculated from the rest.",
    source="ISO 11649; ISO 7064, MOD 97-10",
)

OCR = Rule(
    code="EI-REFERENCE-OCR",
    severity="error",
    terms=("BT-83",),
    title="A Swedish OCR reference ends in its check digit, and keeps the control level that was agreed.",
    fix="Copy the reference again from the seller's system, or state the control level of the Bankgiro agreement under "
    "[rules.settings] in the context file (einvoice.toml).",
    source="Bankgirot, OCR references, control levels 1 to 4, through public descriptions",
)

_RF_FORM: Final = re.compile("RF[0-9]{2}[0-9A-Z]+")
_GIROS: Final = ("SE:BANKGIRO", "SE:PLUSGIRO")


@FINNISH
def check_finnish(invoice: Invoice) -> Iterator[Finding]:
    """The payer's bank refuses a reference whose check digit is wrong, or the money comes without one.

    A reference that the document calls Finnish is judged in full, and a wrong check digit is an error.  One of 4 to 20
    digits is taken for one where it goes to a Finnish account, or comes from a Finnish seller who states no account;
    then it is a warning, since it may be a mere number.  Zeros alone are no reference.

    Valid: 1234567907, 12345 67907.  Invalid: 1234567908 (expected 7 at the end).
    """
    finnish = _is_finnish(invoice)
    for way, path, text in _references(invoice):
        declared = way.reference_kind == "fi"
        if not declared and (way.reference_kind is not None or not finnish):
            continue
        number = compact(text)
        digits = number.isascii() and number.isdigit()
        if digits and (not number.strip("0") or screen.finnish_reference(number)):
            continue
        if not declared and not (digits and 4 <= len(number.lstrip("0")) <= 20):
            continue
        from einvoice.identifiers import fi_reference

        try:
            fi_reference.parse(text)
        except IdentifierError as error:
            sure = declared and isinstance(error, InvalidCheckDigit)
            doubt = "" if declared else " (taken for a Finnish reference, since it is paid in Finland)"
            yield FINNISH.finding(
                f"payment reference (BT-83): {error.message}{doubt}",
                path=path,
                value=text,
                severity="error" if sure else "warning",
            )


@RF
def check_rf(invoice: Invoice) -> Iterator[Finding]:
    """Banks check an RF reference when it is typed, and refuse the payment or drop the reference.

    Whatever starts with RF and two digits is taken for one.  Wrong check digits are an error, a reference that is too
    long a warning.

    Valid: RF9811112, RF98 1111 2.  Invalid: RF9911112 (expected 98).
    """
    for way, path, text in _references(invoice):
        number = compact(text).upper()
        if screen.rf(number):
            continue
        if way.reference_kind != "rf" and not _RF_FORM.fullmatch(number):
            continue
        from einvoice.identifiers import rf_reference

        try:
            rf_reference.parse(text)
        except IdentifierError as error:
            yield RF.finding(
                f"payment reference (BT-83): {error.message}",
                path=path,
                value=text,
                severity="error" if isinstance(error, InvalidCheckDigit) else "warning",
            )


@OCR
def check_ocr(invoice: Invoice) -> Iterator[Finding]:
    """Bankgirot refuses a payment whose OCR reference does not keep the control level of the seller's agreement.

    Digits on a Swedish invoice need not be an OCR reference: only one that the document calls so is judged, and where
    the context file states the control level, every reference for a Bankgiro or Plusgiro account.  Without a control
    level a wrong check digit is a warning, since the agreement may ask for none.

    Valid: 123455; 1234574 with length digit.  Invalid: 123456 (expected 5 at the end).
    """
    settings = current()
    for way, path, text in _references(invoice):
        account = way.credit_transfer
        to_giro = account is not None and account.service_provider_identifier in _GIROS
        if way.reference_kind != "se-ocr" and not (settings.ocr and to_giro and way.reference_kind is None):
            continue
        number = compact(text)
        if not settings.ocr and 2 <= len(number) <= 25 and screen.luhn(number):
            continue
        from einvoice.identifiers import se_ocr

        try:
            se_ocr.parse(text, length_digit=settings.ocr == "length-digit", lengths=settings.ocr_lengths)
        except IdentifierError as error:
            yield OCR.finding(
                f"payment reference (BT-83): {error.message}",
                path=path,
                value=text,
                severity="error" if settings.ocr else "warning",
            )


def _references(invoice: Invoice) -> Iterator[tuple[PaymentInstructions, str, str]]:
    """Yield each payment reference once, with its way of payment and its place."""
    seen = set()
    for index, way in enumerate(invoice.payment_instructions):
        text = way.remittance_information
        if text and (text, way.reference_kind) not in seen:
            seen.add((text, way.reference_kind))
            yield way, f"payment_instructions[{index}].remittance_information", text


def _is_finnish(invoice: Invoice) -> bool:
    """Return whether the invoice is paid in Finland: to an account there, or, without any, to a seller there."""
    transfers = (way.credit_transfer for way in invoice.payment_instructions if way.credit_transfer is not None)
    starts = [start[:4].upper() for each in transfers if (start := (each.account_identifier or "").lstrip())]
    if starts:
        return any(start[:2] == "FI" and start[2:].isdecimal() for start in starts)
    address = invoice.seller.address if invoice.seller is not None else None
    return address is not None and address.country_code == "FI"
