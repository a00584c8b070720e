"""The classes of the canonical invoice.

Every field that is not a list may be absent: a faulty document must be readable to be judged.  What is
mandatory is said by the rules, not by the classes.  Business term numbers stand in `terms.py`.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler

from einvoice.model.number import Number

_store: Final = object.__setattr__


class Model(BaseModel):
    """Base of all: immutable, no unknown fields, `None` for what is not stated."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with the fields of *update*, which are not validated; *deep* copies the parts as well."""
        if deep:
            return super().model_copy(update=update, deep=True)
        # No class here has private or other fields: what pydantic does for them takes most of its time.
        changed = update or {}
        copy = type(self).__new__(type(self))
        _store(copy, "__dict__", {**self.__dict__, **changed})
        _store(copy, "__pydantic_fields_set__", self.__pydantic_fields_set__.union(changed))
        _store(copy, "__pydantic_extra__", None)
        _store(copy, "__pydantic_private__", None)
        return copy

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Give the docstrings of the fields to the JSON Schema, as descriptions."""
        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for name, text in descriptions(cls).items():
            if name in properties:
                properties[name].setdefault("description", text)
        return schema


@cache
def descriptions(model: type[Model]) -> dict[str, str]:
    """Return the docstrings of the fields of *model*, by name.

    pydantic can read them itself (``use_attribute_docstrings``), but does so whenever the classes are made: that is a
    third of the time that importing them takes, for a text that only documentation needs.
    """
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if not issubclass(base, Model) or base is Model:
            continue
        body = ast.parse(textwrap.dedent(inspect.getsource(base))).body[0]
        assert isinstance(body, ast.ClassDef)
        for field, text in zip(body.body, body.body[1:], strict=False):
            match field, text:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str() as words)):
                    found[name] = inspect.cleandoc(words)
    return found


class Identifier(Model):
    """An identifier that may name the scheme it belongs to."""

    value: str | None = None
    """The identifier."""
    scheme: str | None = None
    """ISO 6523 ICD code, or ``SEPA`` for the creditor identifier of direct debits (BT-90)."""


class Address(Model):
    """A postal address."""

    line_1: str | None = None
    """Main address line, usually street and number or post box."""
    line_2: str | None = None
    """Additional address line."""
    line_3: str | None = None
    """Further address line."""
    city: str | None = None
    """City, town or village."""
    post_code: str | None = None
    """Post code."""
    country_subdivision: str | None = None
    """Region, county, state or province."""
    country_code: str | None = None
    """ISO 3166-1 alpha-2 code."""


class Contact(Model):
    """A contact point of a party."""

    name: str | None = None
    """Person or department."""
    telephone: str | None = None
    """Telephone number."""
    email: str | None = None
    """E-mail address."""


class Party(Model):
    """Seller, buyer, payee or tax representative; each uses the fields that EN 16931 gives it."""

    name: str | None = None
    """Full formal name."""
    name_extension: str | None = None
    """Second line of the name (department, c/o), where a format keeps it apart."""
    trading_name: str | None = None
    """Name under which the party is known, other than the formal name."""
    identifiers: tuple[Identifier, ...] = ()
    """Identifiers of the party, such as GLN or the customer number that the seller gave."""
    legal_registration_identifier: str | None = None
    """Number in the official register of legal entities."""
    legal_registration_identifier_scheme: str | None = None
    """ISO 6523 ICD code of the register."""
    vat_identifier: str | None = None
    """VAT number with its country prefix."""
    tax_registration_identifier: str | None = None
    """Local tax registration or a statement on it (Sweden: Godkänd för F-skatt)."""
    tax_registration_scheme: str | None = None
    """Kind of the tax registration as the document names it; UBL usually says ``TAX``."""
    additional_legal_information: str | None = None
    """Further legal information, such as the share capital or the registered office."""
    electronic_address: str | None = None
    """Address for electronic delivery."""
    electronic_address_scheme: str | None = None
    """Code of the Electronic Address Scheme list (0088 GLN, 0216 OVT, 0007 Swedish organisation number …)."""
    address: Address | None = None
    """Postal address."""
    contact: Contact | None = None
    """Contact point."""
    native: dict[str, str] = Field(default_factory=dict)
    """Processing data of one format, key ``<format>:<name>``."""


class Note(Model):
    """A textual note on the whole invoice."""

    subject_code: str | None = None
    """Code of UNTDID 4451 for the subject."""
    text: str | None = None
    """The note."""
    placement: Literal["before_lines", "after_lines"] | None = None
    """Where the seller's system prints the note."""


class PrecedingInvoice(Model):
    """An invoice that this document corrects or credits, or a partial invoice before it."""

    number: str | None = None
    """Number of the preceding invoice."""
    issue_date: date | None = None
    """Its issue date."""


class Period(Model):
    """A period of time, both days included."""

    start_date: date | None = None
    """First day."""
    end_date: date | None = None
    """Last day."""


class Delivery(Model):
    """Where, when and how the goods or services were delivered."""

    party_name: str | None = None
    """Name of the party to which they were delivered."""
    name_extension: str | None = None
    """Second line of that name, where a format keeps it apart."""
    location_identifier: str | None = None
    """Identifier of the place of delivery."""
    location_identifier_scheme: str | None = None
    """ISO 6523 ICD code of that identifier."""
    actual_delivery_date: date | None = None
    """Actual delivery date."""
    address: Address | None = None
    """Address of delivery."""
    method: str | None = None
    """Way of delivery in words (parcel service, pick-up)."""
    terms: str | None = None
    """Delivery terms in words or as an Incoterms code."""
    waybill_identifier: str | None = None
    """Number of the waybill."""
    promised_date: date | None = None
    """Day of delivery promised to the customer."""
    promised_week: str | None = None
    """Week of delivery promised to the customer, ``2020-W12``."""


class CreditTransfer(Model):
    """An account to which payment is to be made."""

    account_identifier: str | None = None
    """IBAN, or a national account number (Bankgiro, Plusgiro)."""
    account_name: str | None = None
    """Name of the account."""
    service_provider_identifier: str | None = None
    """BIC of the bank, or ``SE:BANKGIRO`` and ``SE:PLUSGIRO``."""


class PaymentCard(Model):
    """The card that was used for payment."""

    primary_account_number: str | None = None
    """Last digits of the card number; never more than the card industry allows."""
    holder_name: str | None = None
    """Name of the card holder."""
    network: str | None = None
    """Card network, where a format names it."""


class DirectDebit(Model):
    """Data of a direct debit."""

    mandate_reference: str | None = None
    """Identifier of the mandate, given by the payee."""
    debited_account_identifier: str | None = None
    """Account to be debited."""


class PaymentInstructions(Model):
    """One way to pay.  EN 16931 knows one such group with several accounts; UBL and Finvoice repeat it."""

    means_code: str | None = None
    """How to pay, code of UNCL4461 (30 credit transfer, 58 SEPA credit transfer, 49 direct debit …)."""
    means_text: str | None = None
    """The same in words."""
    remittance_information: str | None = None
    """Payment reference that the payer is to quote."""
    reference_kind: Literal["fi", "rf", "se-ocr", "free"] | None = None
    """Kind of the payment reference: Finnish 7-3-1, ISO 11649, Swedish OCR, or free text."""
    due_date: date | None = None
    """Due date of this way of paying, where it differs from that of the invoice."""
    credit_transfer: CreditTransfer | None = None
    """The account to pay to."""
    card: PaymentCard | None = None
    """The card that was used."""
    direct_debit: DirectDebit | None = None
    """The mandate by which the amount is collected."""


class CashDiscount(Model):
    """A discount for early payment.  It does not change the amounts of the invoice."""

    days: int | None = None
    """Number of days from the issue date within which it is given."""
    last_date: date | None = None
    """Last day on which it is given."""
    percentage: Number | None = None
    """Per cent of the base amount."""
    base_amount: Number | None = None
    """Amount on which it is calculated, with VAT."""
    amount: Number | None = None
    """The discount, with VAT."""


class PaymentConditions(Model):
    """Terms of payment as data; the text that the buyer reads is `Invoice.payment_terms`."""

    net_days: int | None = None
    """Days from the value date (or else the issue date) to the due date."""
    cash_discounts: tuple[CashDiscount, ...] = ()
    """Discounts for early payment."""
    late_payment_interest_rate: Number | None = None
    """Interest on late payment, per cent a year."""


class AllowanceCharge(Model):
    """An allowance (discount) or a charge (fee), of the document or of a line.

    Amounts are positive for an ordinary allowance or charge; `is_charge` carries the direction.  VAT
    category and rate are stated at document level only.
    """

    is_charge: bool = False
    """True for a charge, False for an allowance."""
    amount: Number | None = None
    """Amount without VAT."""
    base_amount: Number | None = None
    """Amount to which the percentage applies."""
    percentage: Number | None = None
    """Per cent of the base amount."""
    vat_category: str | None = None
    """VAT category, code of UNCL5305."""
    vat_rate: Number | None = None
    """VAT rate in per cent."""
    reason: str | None = None
    """Reason in words."""
    reason_code: str | None = None
    """Reason as a code of UNCL5189 (allowance) or UNCL7161 (charge)."""


class DocumentTotals(Model):
    """Totals as stated in the document, in the invoice currency unless said otherwise."""

    line_total: Number | None = None
    """Sum of the line net amounts."""
    allowance_total: Number | None = None
    """Sum of the document allowances."""
    charge_total: Number | None = None
    """Sum of the document charges."""
    total_without_vat: Number | None = None
    """Total without VAT."""
    vat_total: Number | None = None
    """Total VAT."""
    vat_total_accounting: Number | None = None
    """Total VAT in the VAT accounting currency (`Invoice.vat_currency`)."""
    total_with_vat: Number | None = None
    """Total with VAT."""
    paid_amount: Number | None = None
    """What has been paid in advance."""
    rounding_amount: Number | None = None
    """What is added to make the amount due round; not part of the VAT."""
    amount_due: Number | None = None
    """What is to be paid."""


class VatBreakdown(Model):
    """Taxable amount and VAT of one category and rate."""

    taxable_amount: Number | None = None
    """Sum of everything in this category and rate, without VAT."""
    tax_amount: Number | None = None
    """VAT of this category and rate."""
    category: str | None = None
    """VAT category, code of UNCL5305."""
    rate: Number | None = None
    """VAT rate in per cent; absent for category O."""
    exemption_reason: str | None = None
    """Why no VAT is charged, in words."""
    exemption_reason_code: str | None = None
    """Why no VAT is charged, code of the VATEX list."""


class SupportingDocument(Model):
    """A document that belongs to the invoice: a link, or an attachment."""

    reference: str | None = None
    """Identifier of the document."""
    description: str | None = None
    """What it is."""
    external_location: str | None = None
    """Where it can be fetched, a URL."""
    content_base64: str | None = None
    """The attached file in Base64, exactly as the source wrote it; `content` decodes it."""
    mime_code: str | None = None
    """Type of the attached file."""
    filename: str | None = None
    """Name of the attached file."""
    native: dict[str, str] = Field(default_factory=dict)
    """Processing data of one format, key ``<format>:<name>``."""

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


class ItemAttribute(Model):
    """A property of the item."""

    name: str | None = None
    """Name of the property, such as Colour."""
    value: str | None = None
    """Its value, such as Black."""


class Classification(Model):
    """A code by which the item is classified."""

    code: str | None = None
    """The code."""
    scheme: str | None = None
    """List of the code, UNTDID 7143."""
    scheme_version: str | None = None
    """Version of the list."""


class ProductIdentifier(Model):
    """A product identifier beyond the three of EN 16931."""

    kind: str | None = None
    """What it is: ``ean-secondary``, ``manufacturer``, ``serial`` …"""
    value: str | None = None
    """The identifier."""


class Dimension(Model):
    """A dimension of the seller's bookkeeping: cost centre, project, and the like.  Internal."""

    name: str | None = None
    """Name of the dimension."""
    item: str | None = None
    """The item in it."""
    native: dict[str, str] = Field(default_factory=dict)
    """Processing data of one format, key ``<format>:<name>``."""


class Accrual(Model):
    """How the seller spreads the income over months.  Internal."""

    start_month: int | None = None
    """First month, 1 to 12."""
    start_year: int | None = None
    """Its year."""
    end_month: int | None = None
    """Last month, 1 to 12; absent when a curve is named."""
    end_year: int | None = None
    """Its year."""
    curve: str | None = None
    """Name of a distribution curve in the seller's system."""


class PostingLine(Model):
    """A line of the seller's accounting voucher.  Internal.  Positive is debit, negative is credit."""

    amount: Number | None = None
    """The amount."""
    includes_vat: bool | None = None
    """Whether the amount holds VAT."""
    description: str | None = None
    """Text of the posting."""
    account: str | None = None
    """Account number."""
    vat_rate: Number | None = None
    """VAT rate in per cent."""
    vat_code: str | None = None
    """VAT code of the seller's system."""
    dimensions: tuple[Dimension, ...] = ()
    """Dimensions of the posting."""
    native: dict[str, str] = Field(default_factory=dict)
    """Processing data of one format, key ``<format>:<name>``."""


class LineInternal(Model):
    """What only the seller may see of a line."""

    purchase_price: Number | None = None
    """What the seller paid per unit, without VAT."""
    provision_percentage: Number | None = None
    """Commission of the sales person."""
    inventory_identifier: str | None = None
    """Warehouse or stock place."""
    inventory_name: str | None = None
    """Its name."""
    account_suggestion: str | None = None
    """Account on which the seller books the income."""
    dimensions: tuple[Dimension, ...] = ()
    """Dimensions of the line."""
    accrual: Accrual | None = None
    """How the income is spread over months."""


class Internal(Model):
    """What only the seller may see of the invoice."""

    private_comment: str | None = None
    """Comment for colleagues."""
    posting_date: date | None = None
    """Day of the accounting voucher; not a tax point."""
    lifecycle_status: str | None = None
    """State in the seller's system: open, unsent, paid, overdue …"""
    receivables_account: str | None = None
    """Account of the receivable."""
    posting_lines: tuple[PostingLine, ...] = ()
    """The accounting voucher, when it is given by hand."""
    dimensions: tuple[Dimension, ...] = ()
    """Dimensions of the whole invoice."""
    accrual: Accrual | None = None
    """How the income is spread over months."""


class CustomTag(Model):
    """A name and value that the seller's organisation defined."""

    name: str | None = None
    """Name."""
    value: str | None = None
    """Value, as text."""
    kind: str | None = None
    """Type of the value as the source names it: float, date, text, enum."""


class Line(Model):
    """An invoice line."""

    identifier: str | None = None
    """Identifier of the line within the invoice."""
    note: str | None = None
    """Note on the line."""
    object_identifier: str | None = None
    """Identifier of an object on which the line is based, such as a meter or a subscription."""
    object_identifier_scheme: str | None = None
    """Scheme of that identifier, UNTDID 1153."""
    quantity: Number | None = None
    """Invoiced quantity; negative on a return within an invoice."""
    unit_code: str | None = None
    """Unit of the quantity, UN/ECE Recommendation 20 or 21."""
    unit_name: str | None = None
    """Unit as the seller's system names it."""
    net_amount: Number | None = None
    """Line total without VAT, allowances and charges of the line included."""
    vat_amount: Number | None = None
    """VAT of the line, where a format states it.  EN 16931 calculates VAT per category, not per line."""
    amount_with_vat: Number | None = None
    """Line total with VAT, where a format states it."""
    order_line_reference: str | None = None
    """Line of the purchase order."""
    order_reference: str | None = None
    """Purchase order of the line, where it differs from that of the invoice."""
    buyer_accounting_reference: str | None = None
    """Where the buyer books the line."""
    buyer_proposed_account: str | None = None
    """Account of the buyer that the seller proposes."""
    delivery_date: date | None = None
    """Delivery date of the line."""
    period: Period | None = None
    """Period that the line covers."""
    allowances_charges: tuple[AllowanceCharge, ...] = ()
    """Allowances and charges of the line, in the order of the document."""
    net_price: Number | None = None
    """Price of the base quantity without VAT, discount subtracted; never negative."""
    price_discount: Number | None = None
    """Discount subtracted from the gross price, per base quantity, without VAT."""
    gross_price: Number | None = None
    """Price of the base quantity without VAT before the discount."""
    price_with_vat: Number | None = None
    """Price of the base quantity with VAT, where the seller's prices hold VAT."""
    price_base_quantity: Number | None = None
    """Number of units to which the price applies; absent means 1."""
    price_base_quantity_unit_code: str | None = None
    """Unit of the base quantity."""
    vat_category: str | None = None
    """VAT category, code of UNCL5305."""
    vat_rate: Number | None = None
    """VAT rate in per cent; absent for category O."""
    item_name: str | None = None
    """Name of the item."""
    item_description: str | None = None
    """Description of the item."""
    seller_item_identifier: str | None = None
    """Identifier that the seller gave the item."""
    buyer_item_identifier: str | None = None
    """Identifier that the buyer gave the item."""
    standard_item_identifier: str | None = None
    """Identifier of the item in a registered scheme, usually GTIN."""
    standard_item_identifier_scheme: str | None = None
    """ISO 6523 ICD code of that scheme; 0160 is GTIN."""
    product_identifiers: tuple[ProductIdentifier, ...] = ()
    """Further product identifiers, by kind."""
    classifications: tuple[Classification, ...] = ()
    """Codes by which the item is classified."""
    origin_country_code: str | None = None
    """Country of origin, ISO 3166-1 alpha-2."""
    attributes: tuple[ItemAttribute, ...] = ()
    """Properties of the item."""
    text_rows: tuple[str, ...] = ()
    """Rows of text that follow the line in the document."""
    internal: LineInternal | None = None
    """What never leaves the seller."""
    native: dict[str, str] = Field(default_factory=dict)
    """Processing data of one format, key ``<format>:<name>``."""

    @property
    def allowances(self) -> tuple[AllowanceCharge, ...]:
        """The allowances of the line."""
        return tuple(a for a in self.allowances_charges if not a.is_charge)

    @property
    def charges(self) -> tuple[AllowanceCharge, ...]:
        """The charges of the line."""
        return tuple(a for a in self.allowances_charges if a.is_charge)


class Invoice(Model):
    """An invoice, credit note or corrective invoice."""

    invoice_number: str | None = None
    """Number that the seller gave the document."""
    issue_date: date | None = None
    """Date of issue."""
    type_code: str | None = None
    """What the document is, UNTDID 1001: 380 invoice, 381 credit note, 384 corrective invoice …"""
    document_kind: Literal["invoice", "order", "draft"] | None = None
    """Whether the seller's system holds it as an invoice, a sales order or a draft; absent means invoice."""
    currency: str | None = None
    """Currency of all amounts, ISO 4217."""
    currency_rate: Number | None = None
    """Units of the seller's home currency for one unit of `currency`, as the source states it."""
    vat_currency: str | None = None
    """Currency in which the VAT is accounted for, where it differs."""
    tax_point_date: date | None = None
    """Day on which the VAT becomes due, where it differs from the issue date."""
    tax_point_date_code: str | None = None
    """Which event makes the VAT due, UNTDID 2005 (3, 35, 432)."""
    due_date: date | None = None
    """Day by which payment is due."""
    value_date: date | None = None
    """Day from which the payment term counts, where it differs from the issue date."""
    buyer_reference: str | None = None
    """Reference of the buyer, for routing inside the buyer's organisation ("your reference")."""
    seller_reference: str | None = None
    """Reference of the seller ("our reference")."""
    project_reference: str | None = None
    """Project."""
    contract_reference: str | None = None
    """Contract."""
    purchase_order_reference: str | None = None
    """Order number of the buyer."""
    sales_order_reference: str | None = None
    """Order number of the seller."""
    receiving_advice_reference: str | None = None
    """Receiving advice."""
    despatch_advice_reference: str | None = None
    """Despatch advice."""
    tender_reference: str | None = None
    """Tender or lot."""
    invoiced_object_identifier: str | None = None
    """Object on which the invoice is based, such as a meter or a subscription."""
    invoiced_object_identifier_scheme: str | None = None
    """Scheme of that identifier, UNTDID 1153."""
    buyer_accounting_reference: str | None = None
    """Where the buyer books the invoice."""
    buyer_proposed_account: str | None = None
    """Account of the buyer that the seller proposes."""
    payment_terms: str | None = None
    """Terms of payment in words."""
    payment_conditions: PaymentConditions | None = None
    """Terms of payment as data."""
    notes: tuple[Note, ...] = ()
    """Notes on the whole invoice."""
    business_process_type: str | None = None
    """Business process, the UBL ProfileID."""
    specification_identifier: str | None = None
    """Specification to which the document conforms, the UBL CustomizationID."""
    preceding_invoices: tuple[PrecedingInvoice, ...] = ()
    """Invoices that this one corrects, credits or follows."""
    seller: Party | None = None
    """Who sells."""
    buyer: Party | None = None
    """Who buys."""
    payee: Party | None = None
    """Who is paid, when it is not the seller."""
    tax_representative: Party | None = None
    """Who represents the seller for VAT."""
    delivery: Delivery | None = None
    """Where and when it was delivered."""
    period: Period | None = None
    """Period that the invoice covers."""
    payment_instructions: tuple[PaymentInstructions, ...] = ()
    """Ways to pay, in the order of preference."""
    allowances_charges: tuple[AllowanceCharge, ...] = ()
    """Allowances and charges of the document, in the order of the document."""
    totals: DocumentTotals | None = None
    """Totals as stated."""
    vat_breakdown: tuple[VatBreakdown, ...] = ()
    """VAT per category and rate, as stated."""
    supporting_documents: tuple[SupportingDocument, ...] = ()
    """Attachments and links."""
    leading_text_rows: tuple[str, ...] = ()
    """Rows of text before the first line."""
    lines: tuple[Line, ...] = ()
    """The lines."""
    custom_tags: tuple[CustomTag, ...] = ()
    """Names and values that the seller's organisation defined."""
    internal: Internal | None = None
    """What never leaves the seller."""
    native: dict[str, str] = Field(default_factory=dict)
    """Processing data of one format, key ``<format>:<name>``."""

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
