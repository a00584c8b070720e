"""What says the same and is no difference, and what is none of meaning: one row per case."""

from decimal import Decimal
from typing import Any

import pytest
from tests.comparison.invoices import INVOICE, changed, line, of_meaning, said

from einvoice.comparison import compare
from einvoice.model import (
    CreditTransfer,
    Invoice,
    Line,
    Note,
    Party,
    PaymentInstructions,
    SupportingDocument,
    VatBreakdown,
)


def one_line(**changes: Any) -> Invoice:
    return changed(lines=(line("1", "Cups", **changes),))


def paid(reference: str | None, kind: Any = "fi", account: str = "FI2112345600000785") -> Invoice:
    way = PaymentInstructions(
        means_code="58",
        remittance_information=reference,
        reference_kind=kind,
        credit_transfer=CreditTransfer(account_identifier=account),
    )
    return changed(payment_instructions=(way,))


def seller(**changes: Any) -> Invoice:
    assert INVOICE.seller is not None
    return changed(seller=INVOICE.seller.model_copy(update=changes))


def totals(**changes: Any) -> Invoice:
    assert INVOICE.totals is not None
    return changed(totals=INVOICE.totals.model_copy(update=changes))


def attached(content: str) -> Invoice:
    return changed(supporting_documents=(SupportingDocument(filename="report.pdf", content_base64=content),))


def vat(category: str, rate: str | None) -> Invoice:
    entry = VatBreakdown(category=category, rate=None if rate is None else Decimal(rate), tax_amount=Decimal(0))
    return changed(vat_breakdown=(entry,))


SAME = {
    # case: left, right
    "digits_of_a_rate": (one_line(vat_rate=Decimal("25.5")), one_line(vat_rate=Decimal("25.50"))),
    "digits_of_an_amount": (totals(amount_due=Decimal("100")), totals(amount_due=Decimal("100.00"))),
    "no_paid_amount_and_zero": (totals(), totals(paid_amount=Decimal("0.00"))),
    "no_rounding_and_zero": (totals(), totals(rounding_amount=Decimal("0"))),
    "base_quantity_of_one": (one_line(), one_line(price_base_quantity=Decimal("1"))),
    "price_of_one_and_of_hundred": (
        one_line(net_price=Decimal("10.00")),
        one_line(net_price=Decimal("1000.0"), price_base_quantity=Decimal("100")),
    ),
    "gross_price_without_discount": (one_line(), one_line(gross_price=Decimal("10.0"))),
    "exempt_without_rate": (vat("E", None), vat("E", "0.00")),
    "blanks_of_a_text": (changed(buyer_reference="KP  204 "), changed(buyer_reference="KP 204")),
    "blank_and_absent": (changed(buyer_reference=" "), changed(buyer_reference=None)),
    "iban_in_groups": (paid("1232"), paid("1232", account="fi21 1234 5600 0007 85")),
    "finnish_reference_with_zeros": (paid("00012 32"), paid("1232")),
    "business_id_without_dash": (seller(), seller(legal_registration_identifier="91001147")),
    "base64_in_lines": (attached("YWJj"), attached("YW\nJj")),
    "invoice_is_the_usual_kind": (changed(document_kind="invoice"), changed(document_kind=None)),
    "order_of_notes": (INVOICE, changed(notes=INVOICE.notes[::-1])),
    "order_of_allowances": (INVOICE, changed(allowances_charges=INVOICE.allowances_charges[::-1])),
}


@pytest.mark.parametrize("case", SAME)
def test_same(case: str) -> None:
    left, right = SAME[case]
    assert of_meaning(left, right) == of_meaning(right, left) == []


OTHER = {
    # case: left, right, terms
    "a_cent": (totals(), totals(amount_due=Decimal("79.08")), ["BT-115"]),
    "paid_amount_absent_and_not_zero": (totals(), totals(paid_amount=Decimal("5")), ["BT-113"]),
    "base_quantity_with_the_same_price": (one_line(), one_line(price_base_quantity=Decimal("100")), ["BT-149"]),
    "gross_price_that_is_not_implied": (one_line(), one_line(gross_price=Decimal("12")), ["BT-148"]),
    "standard_without_rate": (
        one_line(vat_rate=None),
        one_line(vat_rate=Decimal(0)),
        ["BT-152"],
    ),
    "rate": (one_line(), one_line(vat_rate=Decimal("14")), ["BT-152"]),
    "other_reference_with_zeros": (paid("00012", "se-ocr"), paid("12", "se-ocr"), ["BT-83"]),
    "case_of_a_text": (changed(buyer_reference="kp"), changed(buyer_reference="KP"), ["BT-10"]),
    "bytes_of_an_attachment": (attached("YWJj"), attached("YWJk"), ["BT-125"]),
    "order_is_no_invoice": (changed(document_kind="order"), changed(document_kind=None), ["EX-DOCUMENT-KIND"]),
    "specification_of_both": (
        changed(specification_identifier="urn:a"),
        changed(specification_identifier="urn:b"),
        ["BT-24"],
    ),
}


@pytest.mark.parametrize("case", OTHER)
def test_other(case: str) -> None:
    left, right, terms = OTHER[case]
    assert [term for _, term, _ in said(left, right)] == terms
    assert [term for _, term, _ in said(right, left)] == terms


FORM = {
    # case: left, right, path of what is found and is none of meaning
    "native_data": (INVOICE, changed(native={"netvisor:key": "7"}), "native.netvisor:key"),
    "specification_of_one": (INVOICE, changed(specification_identifier="urn:a"), "specification_identifier"),
    "spelling": (seller(), seller(legal_registration_identifier="91001147"), "seller.legal_registration_identifier"),
    "numbering": (
        changed(lines=(line(None, "Cups"),)),
        changed(lines=(line("1", "Cups"),)),
        "lines[0].identifier",
    ),
}


@pytest.mark.parametrize("case", FORM)
def test_form(case: str) -> None:
    left, right, path = FORM[case]
    assert [(each.path, each.meaning) for each in compare(left, right)] == [(path, False)]


def test_of_broken_base64_the_text_is_compared() -> None:
    assert [term for _, term, _ in said(attached("%%%"), attached("%%"))] == ["BT-125"]


def test_nothing_is_in_nothing() -> None:
    assert compare(Invoice(), Invoice()) == []
    empty = Invoice(seller=Party(), notes=(Note(),), lines=())
    assert compare(Invoice(), empty) == []
    assert [each.kind for each in compare(Invoice(), Invoice(lines=(Line(),)))] == ["added"]
