# ruff: noqa: E501 (the table is wider than code, so that a term is one row)
"""The register of business terms: what EN 16931-1 names, what we add, and where each lives in the model.

A *place* is a path of field names from `Invoice`; lists are written without an index.  A selector in square
brackets tells apart two terms that share a field: ``allowances_charges[charge].amount`` is BT-99,
``…[allowance].amount`` is BT-92.  Sub-terms of the standard (scheme identifiers) have their number with a
suffix, as in BT-18-1.

`tests/model/test_terms.py` compares the register with the classes in both directions, so a field without a
term, a term without a field and a wrong place all fail.

Source: EN 16931-1:2017+A1:2019, table 2 (semantic model); BIS Billing 3.0.21 for the sub-terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

TermType = Literal[
    "group", "text", "code", "identifier", "date", "amount", "price", "quantity", "percentage", "binary", "number",
    "flag", "native",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One business term.

    *identifier* is BT-n, BG-n or EX-word; *cardinality* is that of EN 16931 (for EX terms, ours); *internal* marks
    what never leaves the seller.
    """

    identifier: str
    name: str
    cardinality: str
    type: TermType
    place: str

    @property
    def internal(self) -> bool:
        """True for terms that only the seller may see."""
        return "internal" in self.place.split(".")


_REGISTER = """
BT-1      | Invoice number                              | 1..1 | identifier | invoice_number
BT-2      | Invoice issue date                          | 1..1 | date       | issue_date
BT-3      | Invoice type code                           | 1..1 | code       | type_code
BT-5      | Invoice currency code                       | 1..1 | code       | currency
BT-6      | VAT accounting currency code                | 0..1 | code       | vat_currency
BT-7      | Value added tax point date                  | 0..1 | date       | tax_point_date
BT-8      | Value added tax point date code             | 0..1 | code       | tax_point_date_code
BT-9      | Payment due date                            | 0..1 | date       | due_date
BT-10     | Buyer reference                             | 0..1 | text       | buyer_reference
BT-11     | Project reference                           | 0..1 | identifier | project_reference
BT-12     | Contract reference                          | 0..1 | identifier | contract_reference
BT-13     | Purchase order reference                    | 0..1 | identifier | purchase_order_reference
BT-14     | Sales order reference                       | 0..1 | identifier | sales_order_reference
BT-15     | Receiving advice reference                  | 0..1 | identifier | receiving_advice_reference
BT-16     | Despatch advice reference                   | 0..1 | identifier | despatch_advice_reference
BT-17     | Tender or lot reference                     | 0..1 | identifier | tender_reference
BT-18     | Invoiced object identifier                  | 0..1 | identifier | invoiced_object_identifier
BT-18-1   | Scheme identifier                           | 0..1 | code       | invoiced_object_identifier_scheme
BT-19     | Buyer accounting reference                  | 0..1 | text       | buyer_accounting_reference
BT-20     | Payment terms                               | 0..1 | text       | payment_terms
BG-1      | INVOICE NOTE                                | 0..n | group      | notes
BT-21     | Invoice note subject code                   | 0..1 | code       | notes.subject_code
BT-22     | Invoice note                                | 1..1 | text       | notes.text
BG-2      | PROCESS CONTROL                             | 1..1 | group      |
BT-23     | Business process type                       | 0..1 | text       | business_process_type
BT-24     | Specification identifier                    | 1..1 | identifier | specification_identifier
BG-3      | PRECEDING INVOICE REFERENCE                 | 0..n | group      | preceding_invoices
BT-25     | Preceding Invoice reference                 | 1..1 | identifier | preceding_invoices.number
BT-26     | Preceding Invoice issue date                | 0..1 | date       | preceding_invoices.issue_date
BG-4      | SELLER                                      | 1..1 | group      | seller
BT-27     | Seller name                                 | 1..1 | text       | seller.name
BT-28     | Seller trading name                         | 0..1 | text       | seller.trading_name
BT-29     | Seller identifier                           | 0..n | identifier | seller.identifiers.value
BT-29-1   | Scheme identifier                           | 0..1 | code       | seller.identifiers.scheme
BT-30     | Seller legal registration identifier        | 0..1 | identifier | seller.legal_registration_identifier
BT-30-1   | Scheme identifier                           | 0..1 | code       | seller.legal_registration_identifier_scheme
BT-31     | Seller VAT identifier                       | 0..1 | identifier | seller.vat_identifier
BT-32     | Seller tax registration identifier          | 0..1 | identifier | seller.tax_registration_identifier
BT-33     | Seller additional legal information         | 0..1 | text       | seller.additional_legal_information
BT-34     | Seller electronic address                   | 0..1 | identifier | seller.electronic_address
BT-34-1   | Scheme identifier                           | 1..1 | code       | seller.electronic_address_scheme
BG-5      | SELLER POSTAL ADDRESS                       | 1..1 | group      | seller.address
BT-35     | Seller address line 1                       | 0..1 | text       | seller.address.line_1
BT-36     | Seller address line 2                       | 0..1 | text       | seller.address.line_2
BT-162    | Seller address line 3                       | 0..1 | text       | seller.address.line_3
BT-37     | Seller city                                 | 0..1 | text       | seller.address.city
BT-38     | Seller post code                            | 0..1 | text       | seller.address.post_code
BT-39     | Seller country subdivision                  | 0..1 | text       | seller.address.country_subdivision
BT-40     | Seller country code                         | 1..1 | code       | seller.address.country_code
BG-6      | SELLER CONTACT                              | 0..1 | group      | seller.contact
BT-41     | Seller contact point                        | 0..1 | text       | seller.contact.name
BT-42     | Seller contact telephone number             | 0..1 | text       | seller.contact.telephone
BT-43     | Seller contact email address                | 0..1 | text       | seller.contact.email
BG-7      | BUYER                                       | 1..1 | group      | buyer
BT-44     | Buyer name                                  | 1..1 | text       | buyer.name
BT-45     | Buyer trading name                          | 0..1 | text       | buyer.trading_name
BT-46     | Buyer identifier                            | 0..1 | identifier | buyer.identifiers.value
BT-46-1   | Scheme identifier                           | 0..1 | code       | buyer.identifiers.scheme
BT-47     | Buyer legal registration identifier         | 0..1 | identifier | buyer.legal_registration_identifier
BT-47-1   | Scheme identifier                           | 0..1 | code       | buyer.legal_registration_identifier_scheme
BT-48     | Buyer VAT identifier                        | 0..1 | identifier | buyer.vat_identifier
BT-49     | Buyer electronic address                    | 0..1 | identifier | buyer.electronic_address
BT-49-1   | Scheme identifier                           | 1..1 | code       | buyer.electronic_address_scheme
BG-8      | BUYER POSTAL ADDRESS                        | 1..1 | group      | buyer.address
BT-50     | Buyer address line 1                        | 0..1 | text       | buyer.address.line_1
BT-51     | Buyer address line 2                        | 0..1 | text       | buyer.address.line_2
BT-163    | Buyer address line 3                        | 0..1 | text       | buyer.address.line_3
BT-52     | Buyer city                                  | 0..1 | text       | buyer.address.city
BT-53     | Buyer post code                             | 0..1 | text       | buyer.address.post_code
BT-54     | Buyer country subdivision                   | 0..1 | text       | buyer.address.country_subdivision
BT-55     | Buyer country code                          | 1..1 | code       | buyer.address.country_code
BG-9      | BUYER CONTACT                               | 0..1 | group      | buyer.contact
BT-56     | Buyer contact point                         | 0..1 | text       | buyer.contact.name
BT-57     | Buyer contact telephone number              | 0..1 | text       | buyer.contact.telephone
BT-58     | Buyer contact email address                 | 0..1 | text       | buyer.contact.email
BG-10     | PAYEE                                       | 0..1 | group      | payee
BT-59     | Payee name                                  | 1..1 | text       | payee.name
BT-60     | Payee identifier                            | 0..1 | identifier | payee.identifiers.value
BT-60-1   | Scheme identifier                           | 0..1 | code       | payee.identifiers.scheme
BT-61     | Payee legal registration identifier         | 0..1 | identifier | payee.legal_registration_identifier
BT-61-1   | Scheme identifier                           | 0..1 | code       | payee.legal_registration_identifier_scheme
BG-11     | SELLER TAX REPRESENTATIVE PARTY             | 0..1 | group      | tax_representative
BT-62     | Seller tax representative name              | 1..1 | text       | tax_representative.name
BT-63     | Seller tax representative VAT identifier    | 1..1 | identifier | tax_representative.vat_identifier
BG-12     | SELLER TAX REPRESENTATIVE POSTAL ADDRESS    | 1..1 | group      | tax_representative.address
BT-64     | Tax representative address line 1           | 0..1 | text       | tax_representative.address.line_1
BT-65     | Tax representative address line 2           | 0..1 | text       | tax_representative.address.line_2
BT-164    | Tax representative address line 3           | 0..1 | text       | tax_representative.address.line_3
BT-66     | Tax representative city                     | 0..1 | text       | tax_representative.address.city
BT-67     | Tax representative post code                | 0..1 | text       | tax_representative.address.post_code
BT-68     | Tax representative country subdivision      | 0..1 | text       | tax_representative.address.country_subdivision
BT-69     | Tax representative country code             | 1..1 | code       | tax_representative.address.country_code
BG-13     | DELIVERY INFORMATION                        | 0..1 | group      | delivery
BT-70     | Deliver to party name                       | 0..1 | text       | delivery.party_name
BT-71     | Deliver to location identifier              | 0..1 | identifier | delivery.location_identifier
BT-71-1   | Scheme identifier                           | 0..1 | code       | delivery.location_identifier_scheme
BT-72     | Actual delivery date                        | 0..1 | date       | delivery.actual_delivery_date
BG-14     | INVOICING PERIOD                            | 0..1 | group      | period
BT-73     | Invoicing period start date                 | 0..1 | date       | period.start_date
BT-74     | Invoicing period end date                   | 0..1 | date       | period.end_date
BG-15     | DELIVER TO ADDRESS                          | 0..1 | group      | delivery.address
BT-75     | Deliver to address line 1                   | 0..1 | text       | delivery.address.line_1
BT-76     | Deliver to address line 2                   | 0..1 | text       | delivery.address.line_2
BT-165    | Deliver to address line 3                   | 0..1 | text       | delivery.address.line_3
BT-77     | Deliver to city                             | 0..1 | text       | delivery.address.city
BT-78     | Deliver to post code                        | 0..1 | text       | delivery.address.post_code
BT-79     | Deliver to country subdivision              | 0..1 | text       | delivery.address.country_subdivision
BT-80     | Deliver to country code                     | 1..1 | code       | delivery.address.country_code
BG-16     | PAYMENT INSTRUCTIONS                        | 0..1 | group      | payment_instructions
BT-81     | Payment means type code                     | 1..1 | code       | payment_instructions.means_code
BT-82     | Payment means text                          | 0..1 | text       | payment_instructions.means_text
BT-83     | Remittance information                      | 0..1 | text       | payment_instructions.remittance_information
BG-17     | CREDIT TRANSFER                             | 0..n | group      | payment_instructions.credit_transfer
BT-84     | Payment account identifier                  | 1..1 | identifier | payment_instructions.credit_transfer.account_identifier
BT-85     | Payment account name                        | 0..1 | text       | payment_instructions.credit_transfer.account_name
BT-86     | Payment service provider identifier         | 0..1 | identifier | payment_instructions.credit_transfer.service_provider_identifier
BG-18     | PAYMENT CARD INFORMATION                    | 0..1 | group      | payment_instructions.card
BT-87     | Payment card primary account number         | 1..1 | text       | payment_instructions.card.primary_account_number
BT-88     | Payment card holder name                    | 0..1 | text       | payment_instructions.card.holder_name
BG-19     | DIRECT DEBIT                                | 0..1 | group      | payment_instructions.direct_debit
BT-89     | Mandate reference identifier                | 0..1 | identifier | payment_instructions.direct_debit.mandate_reference
BT-90     | Bank assigned creditor identifier           | 0..1 | identifier | seller.identifiers[SEPA].value
BT-91     | Debited account identifier                  | 0..1 | identifier | payment_instructions.direct_debit.debited_account_identifier
BG-20     | DOCUMENT LEVEL ALLOWANCES                   | 0..n | group      | allowances_charges[allowance]
BT-92     | Document level allowance amount             | 1..1 | amount     | allowances_charges[allowance].amount
BT-93     | Document level allowance base amount        | 0..1 | amount     | allowances_charges[allowance].base_amount
BT-94     | Document level allowance percentage         | 0..1 | percentage | allowances_charges[allowance].percentage
BT-95     | Document level allowance VAT category code  | 1..1 | code       | allowances_charges[allowance].vat_category
BT-96     | Document level allowance VAT rate           | 0..1 | percentage | allowances_charges[allowance].vat_rate
BT-97     | Document level allowance reason             | 0..1 | text       | allowances_charges[allowance].reason
BT-98     | Document level allowance reason code        | 0..1 | code       | allowances_charges[allowance].reason_code
BG-21     | DOCUMENT LEVEL CHARGES                      | 0..n | group      | allowances_charges[charge]
BT-99     | Document level charge amount                | 1..1 | amount     | allowances_charges[charge].amount
BT-100    | Document level charge base amount           | 0..1 | amount     | allowances_charges[charge].base_amount
BT-101    | Document level charge percentage            | 0..1 | percentage | allowances_charges[charge].percentage
BT-102    | Document level charge VAT category code     | 1..1 | code       | allowances_charges[charge].vat_category
BT-103    | Document level charge VAT rate              | 0..1 | percentage | allowances_charges[charge].vat_rate
BT-104    | Document level charge reason                | 0..1 | text       | allowances_charges[charge].reason
BT-105    | Document level charge reason code           | 0..1 | code       | allowances_charges[charge].reason_code
BG-22     | DOCUMENT TOTALS                             | 1..1 | group      | totals
BT-106    | Sum of Invoice line net amount              | 1..1 | amount     | totals.line_total
BT-107    | Sum of allowances on document level         | 0..1 | amount     | totals.allowance_total
BT-108    | Sum of charges on document level            | 0..1 | amount     | totals.charge_total
BT-109    | Invoice total amount without VAT            | 1..1 | amount     | totals.total_without_vat
BT-110    | Invoice total VAT amount                    | 0..1 | amount     | totals.vat_total
BT-111    | Invoice total VAT amount in accounting currency | 0..1 | amount | totals.vat_total_accounting
BT-112    | Invoice total amount with VAT               | 1..1 | amount     | totals.total_with_vat
BT-113    | Paid amount                                 | 0..1 | amount     | totals.paid_amount
BT-114    | Rounding amount                             | 0..1 | amount     | totals.rounding_amount
BT-115    | Amount due for payment                      | 1..1 | amount     | totals.amount_due
BG-23     | VAT BREAKDOWN                               | 1..n | group      | vat_breakdown
BT-116    | VAT category taxable amount                 | 1..1 | amount     | vat_breakdown.taxable_amount
BT-117    | VAT category tax amount                     | 1..1 | amount     | vat_breakdown.tax_amount
BT-118    | VAT category code                           | 1..1 | code       | vat_breakdown.category
BT-119    | VAT category rate                           | 0..1 | percentage | vat_breakdown.rate
BT-120    | VAT exemption reason text                   | 0..1 | text       | vat_breakdown.exemption_reason
BT-121    | VAT exemption reason code                   | 0..1 | code       | vat_breakdown.exemption_reason_code
BG-24     | ADDITIONAL SUPPORTING DOCUMENTS             | 0..n | group      | supporting_documents
BT-122    | Supporting document reference               | 1..1 | identifier | supporting_documents.reference
BT-123    | Supporting document description             | 0..1 | text       | supporting_documents.description
BT-124    | External document location                  | 0..1 | text       | supporting_documents.external_location
BT-125    | Attached document                           | 0..1 | binary     | supporting_documents.content_base64
BT-125-1  | Attached document Mime code                 | 1..1 | code       | supporting_documents.mime_code
BT-125-2  | Attached document Filename                  | 1..1 | text       | supporting_documents.filename
BG-25     | INVOICE LINE                                | 1..n | group      | lines
BT-126    | Invoice line identifier                     | 1..1 | identifier | lines.identifier
BT-127    | Invoice line note                           | 0..1 | text       | lines.note
BT-128    | Invoice line object identifier              | 0..1 | identifier | lines.object_identifier
BT-128-1  | Scheme identifier                           | 0..1 | code       | lines.object_identifier_scheme
BT-129    | Invoiced quantity                           | 1..1 | quantity   | lines.quantity
BT-130    | Invoiced quantity unit of measure code      | 1..1 | code       | lines.unit_code
BT-131    | Invoice line net amount                     | 1..1 | amount     | lines.net_amount
BT-132    | Referenced purchase order line reference    | 0..1 | identifier | lines.order_line_reference
BT-133    | Invoice line Buyer accounting reference     | 0..1 | text       | lines.buyer_accounting_reference
BG-26     | INVOICE LINE PERIOD                         | 0..1 | group      | lines.period
BT-134    | Invoice line period start date              | 0..1 | date       | lines.period.start_date
BT-135    | Invoice line period end date                | 0..1 | date       | lines.period.end_date
BG-27     | INVOICE LINE ALLOWANCES                     | 0..n | group      | lines.allowances_charges[allowance]
BT-136    | Invoice line allowance amount               | 1..1 | amount     | lines.allowances_charges[allowance].amount
BT-137    | Invoice line allowance base amount          | 0..1 | amount     | lines.allowances_charges[allowance].base_amount
BT-138    | Invoice line allowance percentage           | 0..1 | percentage | lines.allowances_charges[allowance].percentage
BT-139    | Invoice line allowance reason               | 0..1 | text       | lines.allowances_charges[allowance].reason
BT-140    | Invoice line allowance reason code          | 0..1 | code       | lines.allowances_charges[allowance].reason_code
BG-28     | INVOICE LINE CHARGES                        | 0..n | group      | lines.allowances_charges[charge]
BT-141    | Invoice line charge amount                  | 1..1 | amount     | lines.allowances_charges[charge].amount
BT-142    | Invoice line charge base amount             | 0..1 | amount     | lines.allowances_charges[charge].base_amount
BT-143    | Invoice line charge percentage              | 0..1 | percentage | lines.allowances_charges[charge].percentage
BT-144    | Invoice line charge reason                  | 0..1 | text       | lines.allowances_charges[charge].reason
BT-145    | Invoice line charge reason code             | 0..1 | code       | lines.allowances_charges[charge].reason_code
BG-29     | PRICE DETAILS                               | 1..1 | group      |
BT-146    | Item net price                              | 1..1 | price      | lines.net_price
BT-147    | Item price discount                         | 0..1 | price      | lines.price_discount
BT-148    | Item gross price                            | 0..1 | price      | lines.gross_price
BT-149    | Item price base quantity                    | 0..1 | quantity   | lines.price_base_quantity
BT-150    | Item price base quantity unit of measure    | 0..1 | code       | lines.price_base_quantity_unit_code
BG-30     | LINE VAT INFORMATION                        | 1..1 | group      |
BT-151    | Invoiced item VAT category code             | 1..1 | code       | lines.vat_category
BT-152    | Invoiced item VAT rate                      | 0..1 | percentage | lines.vat_rate
BG-31     | ITEM INFORMATION                            | 1..1 | group      |
BT-153    | Item name                                   | 1..1 | text       | lines.item_name
BT-154    | Item description                            | 0..1 | text       | lines.item_description
BT-155    | Item Seller's identifier                    | 0..1 | identifier | lines.seller_item_identifier
BT-156    | Item Buyer's identifier                     | 0..1 | identifier | lines.buyer_item_identifier
BT-157    | Item standard identifier                    | 0..1 | identifier | lines.standard_item_identifier
BT-157-1  | Scheme identifier                           | 1..1 | code       | lines.standard_item_identifier_scheme
BT-158    | Item classification identifier              | 0..n | identifier | lines.classifications.code
BT-158-1  | Scheme identifier                           | 1..1 | code       | lines.classifications.scheme
BT-158-2  | Scheme version identifier                   | 0..1 | code       | lines.classifications.scheme_version
BT-159    | Item country of origin                      | 0..1 | code       | lines.origin_country_code
BG-32     | ITEM ATTRIBUTES                             | 0..n | group      | lines.attributes
BT-160    | Item attribute name                         | 1..1 | text       | lines.attributes.name
BT-161    | Item attribute value                        | 1..1 | text       | lines.attributes.value
EX-DOCUMENT-KIND       | Invoice, order or draft                  | 0..1 | code       | document_kind
EX-CURRENCY-RATE       | Rate of the currency                     | 0..1 | number     | currency_rate
EX-VALUE-DATE          | Value date of the payment term           | 0..1 | date       | value_date
EX-SELLER-REFERENCE    | Reference of the seller                  | 0..1 | text       | seller_reference
EX-PROPOSED-ACCOUNT    | Proposed account of the buyer            | 0..1 | text       | buyer_proposed_account
EX-PAYMENT-CONDITIONS  | PAYMENT CONDITIONS                       | 0..1 | group      | payment_conditions
EX-NET-DAYS            | Days until payment is due                | 0..1 | number     | payment_conditions.net_days
EX-LATE-INTEREST       | Interest rate on late payment            | 0..1 | percentage | payment_conditions.late_payment_interest_rate
EX-CASH-DISCOUNT       | CASH DISCOUNT                            | 0..n | group      | payment_conditions.cash_discounts
EX-CASH-DISCOUNT-DAYS  | Days of the cash discount                | 0..1 | number     | payment_conditions.cash_discounts.days
EX-CASH-DISCOUNT-DATE  | Last day of the cash discount            | 0..1 | date       | payment_conditions.cash_discounts.last_date
EX-CASH-DISCOUNT-PERCENTAGE | Cash discount percentage            | 0..1 | percentage | payment_conditions.cash_discounts.percentage
EX-CASH-DISCOUNT-BASE  | Base amount of the cash discount         | 0..1 | amount     | payment_conditions.cash_discounts.base_amount
EX-CASH-DISCOUNT-AMOUNT | Cash discount amount                    | 0..1 | amount     | payment_conditions.cash_discounts.amount
EX-NOTE-PLACEMENT      | Place of the note                        | 0..1 | code       | notes.placement
EX-SELLER-NAME-EXTENSION | Second line of the seller name         | 0..1 | text       | seller.name_extension
EX-BUYER-NAME-EXTENSION | Second line of the buyer name           | 0..1 | text       | buyer.name_extension
EX-SELLER-TAX-SCHEME   | Kind of the tax registration             | 0..1 | code       | seller.tax_registration_scheme
EX-DELIVERY-NAME-EXTENSION | Second line of the deliver to name   | 0..1 | text       | delivery.name_extension
EX-DELIVERY-METHOD     | Delivery method                          | 0..1 | text       | delivery.method
EX-DELIVERY-TERMS      | Delivery terms                           | 0..1 | text       | delivery.terms
EX-WAYBILL             | Waybill identifier                       | 0..1 | identifier | delivery.waybill_identifier
EX-PROMISED-DATE       | Promised delivery date                   | 0..1 | date       | delivery.promised_date
EX-PROMISED-WEEK       | Promised delivery week                   | 0..1 | text       | delivery.promised_week
EX-REFERENCE-KIND      | Kind of the payment reference            | 0..1 | code       | payment_instructions.reference_kind
EX-INSTRUCTION-DUE-DATE | Due date of one way of paying           | 0..1 | date       | payment_instructions.due_date
EX-CARD-NETWORK        | Payment card network                     | 0..1 | text       | payment_instructions.card.network
EX-LEADING-TEXT-ROWS   | Text rows before the lines               | 0..n | text       | leading_text_rows
EX-TEXT-ROWS           | Text rows after a line                   | 0..n | text       | lines.text_rows
EX-UNIT-NAME           | Unit as named by the seller              | 0..1 | text       | lines.unit_name
EX-LINE-VAT            | VAT of the line                          | 0..1 | amount     | lines.vat_amount
EX-LINE-AMOUNT-WITH-VAT | Line total with VAT                     | 0..1 | amount     | lines.amount_with_vat
EX-LINE-ORDER          | Purchase order of the line               | 0..1 | identifier | lines.order_reference
EX-LINE-PROPOSED-ACCOUNT | Proposed account of the buyer          | 0..1 | text       | lines.buyer_proposed_account
EX-LINE-DELIVERY-DATE  | Delivery date of the line                | 0..1 | date       | lines.delivery_date
EX-PRICE-WITH-VAT      | Unit price with VAT                      | 0..1 | price      | lines.price_with_vat
EX-PRODUCT-IDENTIFIER  | FURTHER PRODUCT IDENTIFIER               | 0..n | group      | lines.product_identifiers
EX-PRODUCT-IDENTIFIER-KIND | Kind of product identifier           | 1..1 | code       | lines.product_identifiers.kind
EX-PRODUCT-IDENTIFIER-VALUE | Product identifier                  | 1..1 | identifier | lines.product_identifiers.value
EX-CUSTOM-TAG          | CUSTOM TAG                               | 0..n | group      | custom_tags
EX-CUSTOM-TAG-NAME     | Name of the tag                          | 1..1 | text       | custom_tags.name
EX-CUSTOM-TAG-VALUE    | Value of the tag                         | 1..1 | text       | custom_tags.value
EX-CUSTOM-TAG-KIND     | Type of the value                        | 0..1 | code       | custom_tags.kind
EX-INTERNAL            | INTERNAL DATA                            | 0..1 | group      | internal
EX-PRIVATE-COMMENT     | Private comment                          | 0..1 | text       | internal.private_comment
EX-POSTING-DATE        | Posting date                             | 0..1 | date       | internal.posting_date
EX-LIFECYCLE-STATUS    | State in the seller's system             | 0..1 | code       | internal.lifecycle_status
EX-RECEIVABLES-ACCOUNT | Account of the receivable                | 0..1 | text       | internal.receivables_account
EX-POSTING-LINE        | POSTING LINE                             | 0..n | group      | internal.posting_lines
EX-POSTING-AMOUNT      | Amount of the posting                    | 1..1 | amount     | internal.posting_lines.amount
EX-POSTING-WITH-VAT    | Whether the posting holds VAT            | 0..1 | flag       | internal.posting_lines.includes_vat
EX-POSTING-TEXT        | Text of the posting                      | 0..1 | text       | internal.posting_lines.description
EX-POSTING-ACCOUNT     | Account of the posting                   | 1..1 | text       | internal.posting_lines.account
EX-POSTING-VAT-RATE    | VAT rate of the posting                  | 0..1 | percentage | internal.posting_lines.vat_rate
EX-POSTING-VAT-CODE    | VAT code of the posting                  | 0..1 | code       | internal.posting_lines.vat_code
EX-POSTING-DIMENSION   | DIMENSION OF THE POSTING                 | 0..n | group      | internal.posting_lines.dimensions
EX-POSTING-DIMENSION-NAME | Dimension name                        | 1..1 | text       | internal.posting_lines.dimensions.name
EX-POSTING-DIMENSION-ITEM | Dimension item                        | 1..1 | text       | internal.posting_lines.dimensions.item
EX-DIMENSION           | DIMENSION OF THE INVOICE                 | 0..n | group      | internal.dimensions
EX-DIMENSION-NAME      | Dimension name                           | 1..1 | text       | internal.dimensions.name
EX-DIMENSION-ITEM      | Dimension item                           | 1..1 | text       | internal.dimensions.item
EX-ACCRUAL             | ACCRUAL OF THE INVOICE                   | 0..1 | group      | internal.accrual
EX-ACCRUAL-START-MONTH | First month                              | 1..1 | number     | internal.accrual.start_month
EX-ACCRUAL-START-YEAR  | Year of the first month                  | 1..1 | number     | internal.accrual.start_year
EX-ACCRUAL-END-MONTH   | Last month                               | 0..1 | number     | internal.accrual.end_month
EX-ACCRUAL-END-YEAR    | Year of the last month                   | 0..1 | number     | internal.accrual.end_year
EX-ACCRUAL-CURVE       | Distribution curve                       | 0..1 | text       | internal.accrual.curve
EX-LINE-INTERNAL       | INTERNAL DATA OF THE LINE                | 0..1 | group      | lines.internal
EX-PURCHASE-PRICE      | Purchase price                           | 0..1 | price      | lines.internal.purchase_price
EX-PROVISION           | Commission percentage                    | 0..1 | percentage | lines.internal.provision_percentage
EX-INVENTORY           | Stock place                              | 0..1 | identifier | lines.internal.inventory_identifier
EX-INVENTORY-NAME      | Name of the stock place                  | 0..1 | text       | lines.internal.inventory_name
EX-ACCOUNT-SUGGESTION  | Account suggestion                       | 0..1 | text       | lines.internal.account_suggestion
EX-LINE-DIMENSION      | DIMENSION OF THE LINE                    | 0..n | group      | lines.internal.dimensions
EX-LINE-DIMENSION-NAME | Dimension name                           | 1..1 | text       | lines.internal.dimensions.name
EX-LINE-DIMENSION-ITEM | Dimension item                           | 1..1 | text       | lines.internal.dimensions.item
EX-LINE-ACCRUAL        | ACCRUAL OF THE LINE                      | 0..1 | group      | lines.internal.accrual
EX-LINE-ACCRUAL-START-MONTH | First month                         | 1..1 | number     | lines.internal.accrual.start_month
EX-LINE-ACCRUAL-START-YEAR | Year of the first month              | 1..1 | number     | lines.internal.accrual.start_year
EX-LINE-ACCRUAL-END-MONTH | Last month                            | 0..1 | number     | lines.internal.accrual.end_month
EX-LINE-ACCRUAL-END-YEAR | Year of the last month                 | 0..1 | number     | lines.internal.accrual.end_year
EX-LINE-ACCRUAL-CURVE  | Distribution curve                       | 0..1 | text       | lines.internal.accrual.curve
"""


@cache
def register() -> dict[str, Term]:
    """Return all terms by identifier, in the order of the standard, extensions last."""
    terms: dict[str, Term] = {}
    for row in _REGISTER.strip().splitlines():
        identifier, name, cardinality, kind, place = (cell.strip() for cell in row.split("|"))
        terms[identifier] = Term(identifier, name, cardinality, cast("TermType", kind), place)
    return terms


@cache
def by_place() -> dict[str, tuple[Term, ...]]:
    """Return the terms by place in the model, selectors in brackets taken out."""
    places: dict[str, tuple[Term, ...]] = {}
    for term in register().values():
        if term.place:
            key = without_positions(term.place)
            places[key] = (*places.get(key, ()), term)
    return places


def terms_at(model_path: str, charge: bool | None = None) -> tuple[str, ...]:
    """Return the identifiers of the terms at a concrete place such as ``lines[2].quantity``; () when none.

    Allowances and charges share a place; *charge* says which of the two stands there, None that nobody knows.
    """
    place = without_positions(model_path)
    return _identifiers(place, charge) if place in by_place() else ()


@cache
def _identifiers(place: str, charge: bool | None) -> tuple[str, ...]:
    terms = by_place()[place]
    if charge is not None:
        other = "[allowance]" if charge else "[charge]"
        terms = tuple(term for term in terms if other not in term.place)
    return tuple(term.identifier for term in terms)


def with_names(identifiers: Iterable[str]) -> list[str]:
    """Return each of *identifiers* with the name of its term, as a page shows it; an unknown one stands alone.

    >>> with_names(["BT-106", "BG-25"])
    ['BT-106 Sum of Invoice line net amount', 'BG-25 INVOICE LINE']
    """
    terms = register()
    return [f"{each} {terms[each].name}" if each in terms else each for each in identifiers]


def business_terms() -> Iterator[Term]:
    """Yield the BT terms without their sub-terms, 164 in all."""
    return (t for t in register().values() if t.identifier.startswith("BT-") and t.identifier.count("-") == 1)


_SELECTOR: Final = re.compile(r"\[[^.]*")


def without_positions(place: str) -> str:
    """Return *place* without what stands in brackets: the positions in lists, or the selectors of the register.

    >>> without_positions("lines[2].quantity")
    'lines.quantity'
    """
    return _SELECTOR.sub("", place) if "[" in place else place
