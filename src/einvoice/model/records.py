"""The classes of the model as records: same fields, same defaults, same properties, and nothing checked.

Generated from `invoice.py` by ``python -m einvoice.model.build``; change it there.

Reading a document to judge it takes these in place of the classes: loading pydantic and building thirty classes with
it takes longer than all the rest of judging an invoice.  The codecs of the mappings have given every value its type
before, and a test compares the two over all documents.  A record never leaves the room that judges: what
`einvoice.read` returns is an `Invoice`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class Record:
    """Base of all: made from the values that a reader gives, nested as they are."""

    PARTS: ClassVar[Mapping[str, type[Record]]] = MappingProxyType({})
    """The fields that hold records, with their class."""

    def __init__(self, values: dict[str, Any]) -> None:
        stated = self.__dict__
        parts = self.PARTS
        for name, value in values.items():
            part = parts.get(name)
            if type(value) is list:
                stated[name] = tuple(value if part is None else [part(each) for each in value])
            else:
                stated[name] = value if part is None else part(value)


class Identifier(Record):
    value: str | None = None
    scheme: str | None = None


class Address(Record):
    line_1: str | None = None
    line_2: str | None = None
    line_3: str | None = None
    city: str | None = None
    post_code: str | None = None
    country_subdivision: str | None = None
    country_code: str | None = None


class Contact(Record):
    name: str | None = None
    telephone: str | None = None
    email: str | None = None


class Party(Record):
    PARTS: ClassVar = {
        "identifiers": Identifier,
        "address": Address,
        "contact": Contact,
    }
    name: str | None = None
    name_extension: str | None = None
    trading_name: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    legal_registration_identifier: str | None = None
    legal_registration_identifier_scheme: str | None = None
    vat_identifier: str | None = None
    tax_registration_identifier: str | None = None
    tax_registration_scheme: str | None = None
    additional_legal_information: str | None = None
    electronic_address: str | None = None
    electronic_address_scheme: str | None = None
    address: Address | None = None
    contact: Contact | None = None
    native: Mapping[str, str] = _NONE


class Note(Record):
    subject_code: str | None = None
    text: str | None = None
    placement: Literal["before_lines", "after_lines"] | None = None


class PrecedingInvoice(Record):
    number: str | None = None
    issue_date: date | None = None


class Period(Record):
    start_date: date | None = None
    end_date: date | None = None


class Delivery(Record):
    PARTS: ClassVar = {
        "address": Address,
    }
    party_name: str | None = None
    name_extension: str | None = None
    location_identifier: str | None = None
    location_identifier_scheme: str | None = None
    actual_delivery_date: date | None = None
    address: Address | None = None
    method: str | None = None
    terms: str | None = None
    waybill_identifier: str | None = None
    promised_date: date | None = None
    promised_week: str | None = None


class CreditTransfer(Record):
    account_identifier: str | None = None
    account_name: str | None = None
    service_provider_identifier: str | None = None


class PaymentCard(Record):
    primary_account_number: str | None = None
    holder_name: str | None = None
    network: str | None = None


class DirectDebit(Record):
    mandate_reference: str | None = None
    debited_account_identifier: str | None = None


class PaymentInstructions(Record):
    PARTS: ClassVar = {
        "credit_transfer": CreditTransfer,
        "card": PaymentCard,
        "direct_debit": DirectDebit,
    }
    means_code: str | None = None
    means_text: str | None = None
    remittance_information: str | None = None
    reference_kind: Literal["fi", "rf", "se-ocr", "free"] | None = None
    due_date: date | None = None
    credit_transfer: CreditTransfer | None = None
    card: PaymentCard | None = None
    direct_debit: DirectDebit | None = None


class CashDiscount(Record):
    days: int | None = None
    last_date: date | None = None
    percentage: Decimal | None = None
    base_amount: Decimal | None = None
    amount: Decimal | None = None


class PaymentConditions(Record):
    PARTS: ClassVar = {
        "cash_discounts": CashDiscount,
    }
    net_days: int | None = None
    cash_discounts: tuple[CashDiscount, ...] = ()
    late_payment_interest_rate: Decimal | None = None


class AllowanceCharge(Record):
    is_charge: bool = False
    amount: Decimal | None = None
    base_amount: Decimal | None = None
    percentage: Decimal | None = None
    vat_category: str | None = None
    vat_rate: Decimal | None = None
    reason: str | None = None
    reason_code: str | None = None


class DocumentTotals(Record):
    line_total: Decimal | None = None
    allowance_total: Decimal | None = None
    charge_total: Decimal | None = None
    total_without_vat: Decimal | None = None
    vat_total: Decimal | None = None
    vat_total_accounting: Decimal | None = None
    total_with_vat: Decimal | None = None
    paid_amount: Decimal | None = None
    rounding_amount: Decimal | None = None
    amount_due: Decimal | None = None


class VatBreakdown(Record):
    taxable_amount: Decimal | None = None
    tax_amount: Decimal | None = None
    category: str | None = None
    rate: Decimal | None = None
    exemption_reason: str | None = None
    exemption_reason_code: str | None = None


class SupportingDocument(Record):
    reference: str | None = None
    description: str | None = None
    external_location: str | None = None
    content_base64: str | None = None
    mime_code: str | None = None
    filename: str | None = None
    native: Mapping[str, str] = _NONE

    @property
    def content(self) -> bytes | None:
        """The attached file; None when there is none.  Raises ValueError when the Base64 is broken."""
        if self.content_base64 is None:
            return None
        import base64

        try:
            return base64.b64decode("".join(self.content_base64.split()), validate=True)
        except ValueError as error:  # binascii.Error, and characters beyond ASCII
            raise ValueError(f"{self.filename or self.reference or 'attachment'}: broken Base64 ({error})") from error


class ItemAttribute(Record):
    name: str | None = None
    value: str | None = None


class Classification(Record):
    code: str | None = None
    scheme: str | None = None
    scheme_version: str | None = None


class ProductIdentifier(Record):
    kind: str | None = None
    value: str | None = None


class Dimension(Record):
    name: str | None = None
    item: str | None = None
    native: Mapping[str, str] = _NONE


class Accrual(Record):
    start_month: int | None = None
    start_year: int | None = None
    end_month: int | None = None
    end_year: int | None = None
    curve: str | None = None


class PostingLine(Record):
    PARTS: ClassVar = {
        "dimensions": Dimension,
    }
    amount: Decimal | None = None
    includes_vat: bool | None = None
    description: str | None = None
    account: str | None = None
    vat_rate: Decimal | None = None
    vat_code: str | None = None
    dimensions: tuple[Dimension, ...] = ()
    native: Mapping[str, str] = _NONE


class LineInternal(Record):
    PARTS: ClassVar = {
        "dimensions": Dimension,
        "accrual": Accrual,
    }
    purchase_price: Decimal | None = None
    provision_percentage: Decimal | None = None
    inventory_identifier: str | None = None
    inventory_name: str | None = None
    account_suggestion: str | None = None
    dimensions: tuple[Dimension, ...] = ()
    accrual: Accrual | None = None


class Internal(Record):
    PARTS: ClassVar = {
        "posting_lines": PostingLine,
        "dimensions": Dimension,
        "accrual": Accrual,
    }
    private_comment: str | None = None
    posting_date: date | None = None
    lifecycle_status: str | None = None
    receivables_account: str | None = None
    posting_lines: tuple[PostingLine, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    accrual: Accrual | None = None


class CustomTag(Record):
    name: str | None = None
    value: str | None = None
    kind: str | None = None


class Line(Record):
    PARTS: ClassVar = {
        "period": Period,
        "allowances_charges": AllowanceCharge,
        "product_identifiers": ProductIdentifier,
        "classifications": Classification,
        "attributes": ItemAttribute,
        "internal": LineInternal,
    }
    identifier: str | None = None
    note: str | None = None
    object_identifier: str | None = None
    object_identifier_scheme: str | None = None
    quantity: Decimal | None = None
    unit_code: str | None = None
    unit_name: str | None = None
    net_amount: Decimal | None = None
    vat_amount: Decimal | None = None
    amount_with_vat: Decimal | None = None
    order_line_reference: str | None = None
    order_reference: str | None = None
    buyer_accounting_reference: str | None = None
    buyer_proposed_account: str | None = None
    delivery_date: date | None = None
    period: Period | None = None
    allowances_charges: tuple[AllowanceCharge, ...] = ()
    net_price: Decimal | None = None
    price_discount: Decimal | None = None
    gross_price: Decimal | None = None
    price_with_vat: Decimal | None = None
    price_base_quantity: Decimal | None = None
    price_base_quantity_unit_code: str | None = None
    vat_category: str | None = None
    vat_rate: Decimal | None = None
    item_name: str | None = None
    item_description: str | None = None
    seller_item_identifier: str | None = None
    buyer_item_identifier: str | None = None
    standard_item_identifier: str | None = None
    standard_item_identifier_scheme: str | None = None
    product_identifiers: tuple[ProductIdentifier, ...] = ()
    classifications: tuple[Classification, ...] = ()
    origin_country_code: str | None = None
    attributes: tuple[ItemAttribute, ...] = ()
    text_rows: tuple[str, ...] = ()
    internal: LineInternal | None = None
    native: Mapping[str, str] = _NONE

    @property
    def allowances(self) -> tuple[AllowanceCharge, ...]:
        """The allowances of the line."""
        return tuple(a for a in self.allowances_charges if not a.is_charge)

    @property
    def charges(self) -> tuple[AllowanceCharge, ...]:
        """The charges of the line."""
        return tuple(a for a in self.allowances_charges if a.is_charge)


class Invoice(Record):
    PARTS: ClassVar = {
        "payment_conditions": PaymentConditions,
        "notes": Note,
        "preceding_invoices": PrecedingInvoice,
        "seller": Party,
        "buyer": Party,
        "payee": Party,
        "tax_representative": Party,
        "delivery": Delivery,
        "period": Period,
        "payment_instructions": PaymentInstructions,
        "allowances_charges": AllowanceCharge,
        "totals": DocumentTotals,
        "vat_breakdown": VatBreakdown,
        "supporting_documents": SupportingDocument,
        "lines": Line,
        "custom_tags": CustomTag,
        "internal": Internal,
    }
    invoice_number: str | None = None
    issue_date: date | None = None
    type_code: str | None = None
    document_kind: Literal["invoice", "order", "draft"] | None = None
    currency: str | None = None
    currency_rate: Decimal | None = None
    vat_currency: str | None = None
    tax_point_date: date | None = None
    tax_point_date_code: str | None = None
    due_date: date | None = None
    value_date: date | None = None
    buyer_reference: str | None = None
    seller_reference: str | None = None
    project_reference: str | None = None
    contract_reference: str | None = None
    purchase_order_reference: str | None = None
    sales_order_reference: str | None = None
    receiving_advice_reference: str | None = None
    despatch_advice_reference: str | None = None
    tender_reference: str | None = None
    invoiced_object_identifier: str | None = None
    invoiced_object_identifier_scheme: str | None = None
    buyer_accounting_reference: str | None = None
    buyer_proposed_account: str | None = None
    payment_terms: str | None = None
    payment_conditions: PaymentConditions | None = None
    notes: tuple[Note, ...] = ()
    business_process_type: str | None = None
    specification_identifier: str | None = None
    preceding_invoices: tuple[PrecedingInvoice, ...] = ()
    seller: Party | None = None
    buyer: Party | None = None
    payee: Party | None = None
    tax_representative: Party | None = None
    delivery: Delivery | None = None
    period: Period | None = None
    payment_instructions: tuple[PaymentInstructions, ...] = ()
    allowances_charges: tuple[AllowanceCharge, ...] = ()
    totals: DocumentTotals | None = None
    vat_breakdown: tuple[VatBreakdown, ...] = ()
    supporting_documents: tuple[SupportingDocument, ...] = ()
    leading_text_rows: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    custom_tags: tuple[CustomTag, ...] = ()
    internal: Internal | None = None
    native: Mapping[str, str] = _NONE

    @property
    def is_credit_note(self) -> bool:
        """True when the type code makes it a credit note."""
        credit_notes = ("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532")
        return self.type_code in credit_notes

    @property
    def allowances(self) -> tuple[AllowanceCharge, ...]:
        """The allowances of the document."""
        return tuple(a for a in self.allowances_charges if not a.is_charge)

    @property
    def charges(self) -> tuple[AllowanceCharge, ...]:
        """The charges of the document."""
        return tuple(a for a in self.allowances_charges if a.is_charge)
