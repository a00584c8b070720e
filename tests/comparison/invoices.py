"""A small invoice to change one thing of."""

from datetime import date
from decimal import Decimal
from typing import Any

from einvoice.comparison import Difference, compare
from einvoice.model import (
    Address,
    AllowanceCharge,
    CreditTransfer,
    DocumentTotals,
    Identifier,
    Invoice,
    Line,
    Note,
    Party,
    PaymentInstructions,
    SupportingDocument,
    VatBreakdown,
)


def line(number: str | None, name: str, **changes: Any) -> Line:
    fields: dict[str, Any] = {
        "identifier": number,
        "item_name": name,
        "quantity": Decimal("2"),
        "unit_code": "C62",
        "net_price": Decimal("10.00"),
        "net_amount": Decimal("20.00"),
        "vat_category": "S",
        "vat_rate": Decimal("25.5"),
    }
    return Line(**fields | changes)


INVOICE = Invoice(
    invoice_number="1001",
    issue_date=date(2026, 5, 4),
    type_code="380",
    currency="EUR",
    buyer_reference="KP-204",
    due_date=date(2026, 5, 18),
    notes=(Note(text="Thank you for the order."), Note(text="Delivered to the back door.", subject_code="AAI")),
    seller=Party(
        name="Esimerkki Oy",
        identifiers=(Identifier(value="6439999000014", scheme="0088"), Identifier(value="FI13ZZZ1", scheme="SEPA")),
        legal_registration_identifier="9100114-7",
        vat_identifier="FI91001147",
        address=Address(line_1="Konepajankuja 7", city="Tampere", country_code="FI"),
    ),
    buyer=Party(name="Kahvila Oy", address=Address(city="Turku", country_code="FI")),
    payment_instructions=(
        PaymentInstructions(
            means_code="58",
            remittance_information="1232",
            reference_kind="fi",
            credit_transfer=CreditTransfer(account_identifier="FI2112345600000785"),
        ),
    ),
    allowances_charges=(
        AllowanceCharge(amount=Decimal("5.00"), vat_category="S", vat_rate=Decimal("25.5"), reason="Season"),
        AllowanceCharge(
            is_charge=True, amount=Decimal("8.00"), vat_category="S", vat_rate=Decimal("25.5"), reason="Freight"
        ),
    ),
    totals=DocumentTotals(
        line_total=Decimal("60.00"), total_without_vat=Decimal("63.00"), total_with_vat=Decimal("79.07"),
        vat_total=Decimal("16.07"), amount_due=Decimal("79.07"),
    ),
    vat_breakdown=(
        VatBreakdown(
            category="S", rate=Decimal("25.5"), taxable_amount=Decimal("63.00"), tax_amount=Decimal("16.07")
        ),
    ),
    supporting_documents=(
        SupportingDocument(reference="A-1", filename="report.pdf", mime_code="application/pdf", content_base64="YWJj"),
    ),
    lines=(line("1", "Cups"), line("2", "Saucers"), line("3", "Spoons")),
)  # fmt: skip


def changed(**changes: Any) -> Invoice:
    return INVOICE.model_copy(update=changes)


def of_meaning(left: Invoice, right: Invoice) -> list[Difference]:
    return [each for each in compare(left, right) if each.meaning]


def said(left: Invoice, right: Invoice) -> list[tuple[str, str, str]]:
    """The differences of meaning as (kind, first term, section)."""
    return [(each.kind, each.terms[0], each.section) for each in of_meaning(left, right)]
