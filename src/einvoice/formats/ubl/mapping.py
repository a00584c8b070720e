"""UBL 2.1 Invoice and CreditNote as BIS Billing 3 uses them: the tables.

Rows stand in the order of the OASIS schemas (UBL-Invoice-2.1.xsd, UBL-CreditNote-2.1.xsd); which element carries
which term follows the syntax binding of EN 16931-3-2 and BIS Billing 3.0.21.  Elements of UBL that the BIS does not
use have no row, so they are named as losses.

Invoice and CreditNote differ in a handful of names and in the place of a few elements; `document` makes both from
one list of rows.
"""

from __future__ import annotations

from einvoice.formats.mapping import Absent, Attr, Const, Group, Leaf, Mapping, Pair, Row, Syntax, Table
from einvoice.formats.mapping.codecs import BOOLEAN, CODE, DATE, DECIMAL
from einvoice.formats.ubl import irregular
from einvoice.formats.ubl.parts import (
    AMOUNT,
    CONTACT_FIELDS,
    NAMESPACES,
    ROLES,
    SUBTOTAL,
    SUPPORTING_DOCUMENT,
    Role,
)
from einvoice.model.records import (
    Address,
    AllowanceCharge,
    Classification,
    Contact,
    CreditTransfer,
    Delivery,
    DirectDebit,
    DocumentTotals,
    Identifier,
    Invoice,
    ItemAttribute,
    Line,
    Party,
    PaymentCard,
    PaymentInstructions,
    Period,
    PrecedingInvoice,
)

ONE_ORDER = "BIS Billing has one purchase order for the whole invoice"


def address(group: str, terms: tuple[str, ...]) -> Table:
    """Return the table of a postal address; *terms* are lines 1 to 3, city, post code, subdivision, country."""
    line_1, line_2, line_3, city, post_code, subdivision, country = terms
    return Table(
        group,
        Address,
        (
            Leaf(line_1, "line_1", "cbc:StreetName"),
            Leaf(line_2, "line_2", "cbc:AdditionalStreetName"),
            Leaf(city, "city", "cbc:CityName"),
            Leaf(post_code, "post_code", "cbc:PostalZone"),
            Leaf(subdivision, "country_subdivision", "cbc:CountrySubentity"),
            Leaf(line_3, "line_3", "cac:AddressLine/cbc:Line"),
            Leaf(country, "country_code", "cac:Country/cbc:IdentificationCode", CODE),
        ),
    )


def identifier(term: str) -> Table:
    """Return the table of a party identification."""
    scheme = Attr("schemeID", f"{term}-1", "scheme")
    return Table(term, Identifier, (Leaf(term, "value", "cbc:ID", attrs=(scheme,)),))


def contact(group: str, name: str, telephone: str, email: str) -> Table:
    """Return the table of a contact."""
    fields = zip((name, telephone, email), CONTACT_FIELDS, strict=True)
    return Table(group, Contact, tuple(Leaf(term, field, wire) for term, (field, wire) in fields))


def party(role: Role) -> Table:
    """Return the table of a seller or buyer."""
    rows: list[Row] = [
        Leaf(
            role.electronic_address,
            "electronic_address",
            "cbc:EndpointID",
            attrs=(Attr("schemeID", f"{role.electronic_address}-1", "electronic_address_scheme"),),
        ),
        Group(role.identifier, "identifiers", "cac:PartyIdentification", identifier(role.identifier), many=True),
        Leaf(role.trading_name, "trading_name", "cac:PartyName/cbc:Name"),
        Group(role.address, "address", "cac:PostalAddress", address(role.address, role.address_terms)),
        irregular.tax_schemes(role),
        Leaf(role.name, "name", "cac:PartyLegalEntity/cbc:RegistrationName"),
        Leaf(
            role.registration,
            "legal_registration_identifier",
            "cac:PartyLegalEntity/cbc:CompanyID",
            attrs=(Attr("schemeID", f"{role.registration}-1", "legal_registration_identifier_scheme"),),
        ),
    ]
    if role.legal_information:
        rows.append(
            Leaf(role.legal_information, "additional_legal_information", "cac:PartyLegalEntity/cbc:CompanyLegalForm")
        )
    rows.append(Group(role.contact, "contact", "cac:Contact", contact(role.contact, *role.contact_terms)))
    return Table(role.group, Party, tuple(rows))


PAYEE = Table(
    "BG-10",
    Party,
    (
        Group("BT-60", "identifiers", "cac:PartyIdentification", identifier("BT-60"), many=True),
        Leaf("BT-59", "name", "cac:PartyName/cbc:Name"),
        Leaf(
            "BT-61",
            "legal_registration_identifier",
            "cac:PartyLegalEntity/cbc:CompanyID",
            attrs=(Attr("schemeID", "BT-61-1", "legal_registration_identifier_scheme"),),
        ),
    ),
)

TAX_REPRESENTATIVE = Table(
    "BG-11",
    Party,
    (
        Leaf("BT-62", "name", "cac:PartyName/cbc:Name"),
        Group(
            "BG-12",
            "address",
            "cac:PostalAddress",
            address("BG-12", ("BT-64", "BT-65", "BT-164", "BT-66", "BT-67", "BT-68", "BT-69")),
        ),
        irregular.tax_schemes(ROLES["tax_representative"]),
    ),
)

DELIVERY = Table(
    "BG-13",
    Delivery,
    (
        Leaf("BT-72", "actual_delivery_date", "cbc:ActualDeliveryDate", DATE),
        Leaf(
            "BT-71",
            "location_identifier",
            "cac:DeliveryLocation/cbc:ID",
            attrs=(Attr("schemeID", "BT-71-1", "location_identifier_scheme"),),
        ),
        Group(
            "BG-15",
            "address",
            "cac:DeliveryLocation/cac:Address",
            address("BG-15", ("BT-75", "BT-76", "BT-165", "BT-77", "BT-78", "BT-79", "BT-80")),
        ),
        Leaf("BT-70", "party_name", "cac:DeliveryParty/cac:PartyName/cbc:Name"),
        Absent("EX-DELIVERY-METHOD", "BIS Billing has no place for the way of delivery"),
        Absent("EX-DELIVERY-TERMS", "BIS Billing has no place for delivery terms"),
        Absent("EX-WAYBILL", "BIS Billing has no place for a waybill; the despatch advice (BT-16) is another document"),
        Absent("EX-PROMISED-DATE", "BIS Billing knows the actual delivery date only"),
        Absent("EX-PROMISED-WEEK", "BIS Billing knows the actual delivery date only"),
    ),
)

CREDIT_TRANSFER = Table(
    "BG-17",
    CreditTransfer,
    (
        Leaf("BT-84", "account_identifier", "cbc:ID"),
        Leaf("BT-85", "account_name", "cbc:Name"),
        Leaf("BT-86", "service_provider_identifier", "cac:FinancialInstitutionBranch/cbc:ID"),
    ),
)

CARD = Table(
    "BG-18",
    PaymentCard,
    (
        Leaf("BT-87", "primary_account_number", "cbc:PrimaryAccountNumberID"),
        Leaf("EX-CARD-NETWORK", "network", "cbc:NetworkID"),
        Leaf("BT-88", "holder_name", "cbc:HolderName"),
    ),
)

DIRECT_DEBIT = Table(
    "BG-19",
    DirectDebit,
    (
        Leaf("BT-89", "mandate_reference", "cbc:ID"),
        Leaf("BT-91", "debited_account_identifier", "cac:PayerFinancialAccount/cbc:ID"),
    ),
)


def payment_means(credit_note: bool) -> Table:
    """Return the table of one way to pay.  A credit note has its due date here, an invoice has none here."""
    due_date: Row = (
        Leaf("EX-INSTRUCTION-DUE-DATE", "due_date", "cbc:PaymentDueDate", DATE)
        if credit_note
        else Absent("EX-INSTRUCTION-DUE-DATE", "an invoice has one due date (BT-9)")
    )
    return Table(
        "BG-16",
        PaymentInstructions,
        (
            Leaf("BT-81", "means_code", "cbc:PaymentMeansCode", CODE, attrs=(Attr("name", "BT-82", "means_text"),)),
            due_date,
            Leaf("BT-83", "remittance_information", "cbc:PaymentID"),
            Group("BG-18", "card", "cac:CardAccount", CARD),
            Group("BG-17", "credit_transfer", "cac:PayeeFinancialAccount", CREDIT_TRANSFER),
            Group("BG-19", "direct_debit", "cac:PaymentMandate", DIRECT_DEBIT),
            Absent("EX-REFERENCE-KIND", "the reference itself shows its kind", as_info=True),
        ),
    )


def allowance_charge(document: bool) -> Table:
    """Return the table of an allowance or charge of the document or of a line."""
    rows: list[Row] = [
        Leaf(None, "is_charge", "cbc:ChargeIndicator", BOOLEAN),
        Leaf(None, "reason_code", "cbc:AllowanceChargeReasonCode", CODE),
        Leaf(None, "reason", "cbc:AllowanceChargeReason"),
        Leaf(None, "percentage", "cbc:MultiplierFactorNumeric", DECIMAL),
        Leaf(None, "amount", "cbc:Amount", DECIMAL, AMOUNT),
        Leaf(None, "base_amount", "cbc:BaseAmount", DECIMAL, AMOUNT),
    ]
    if document:
        rows += [
            Leaf(None, "vat_category", "cac:TaxCategory/cbc:ID", CODE),
            Leaf(None, "vat_rate", "cac:TaxCategory/cbc:Percent", DECIMAL),
            Const("cac:TaxCategory/cac:TaxScheme/cbc:ID", "VAT"),
        ]
    return Table("BG-20" if document else "BG-27", AllowanceCharge, tuple(rows))


TOTALS = Table(
    "BG-22",
    DocumentTotals,
    (
        Leaf("BT-106", "line_total", "cbc:LineExtensionAmount", DECIMAL, AMOUNT),
        Leaf("BT-109", "total_without_vat", "cbc:TaxExclusiveAmount", DECIMAL, AMOUNT),
        Leaf("BT-112", "total_with_vat", "cbc:TaxInclusiveAmount", DECIMAL, AMOUNT),
        Leaf("BT-107", "allowance_total", "cbc:AllowanceTotalAmount", DECIMAL, AMOUNT),
        Leaf("BT-108", "charge_total", "cbc:ChargeTotalAmount", DECIMAL, AMOUNT),
        Leaf("BT-113", "paid_amount", "cbc:PrepaidAmount", DECIMAL, AMOUNT),
        Leaf("BT-114", "rounding_amount", "cbc:PayableRoundingAmount", DECIMAL, AMOUNT),
        Leaf("BT-115", "amount_due", "cbc:PayableAmount", DECIMAL, AMOUNT),
    ),
    elsewhere=("vat_total", "vat_total_accounting"),
)


def period(group: str, start: str, end: str) -> Table:
    """Return the table of a period of a line."""
    return Table(
        group,
        Period,
        (Leaf(start, "start_date", "cbc:StartDate", DATE), Leaf(end, "end_date", "cbc:EndDate", DATE)),
    )


CLASSIFICATION = Table(
    "BT-158",
    Classification,
    (
        Leaf(
            "BT-158",
            "code",
            "cbc:ItemClassificationCode",
            attrs=(Attr("listID", "BT-158-1", "scheme"), Attr("listVersionID", "BT-158-2", "scheme_version")),
        ),
    ),
)

ATTRIBUTE = Table("BG-32", ItemAttribute, (Leaf("BT-160", "name", "cbc:Name"), Leaf("BT-161", "value", "cbc:Value")))


def line(credit_note: bool) -> Table:
    """Return the table of an invoice line or credit note line."""
    quantity = "cbc:CreditedQuantity" if credit_note else "cbc:InvoicedQuantity"
    tax, price = "cac:Item/cac:ClassifiedTaxCategory", "cac:Price"
    return Table(
        "BG-25",
        Line,
        (
            Leaf("BT-126", "identifier", "cbc:ID"),
            Leaf("BT-127", "note", "cbc:Note"),
            Leaf("BT-129", "quantity", quantity, DECIMAL, (Attr("unitCode", "BT-130", "unit_code", CODE),)),
            Leaf("BT-131", "net_amount", "cbc:LineExtensionAmount", DECIMAL, AMOUNT),
            Leaf("BT-133", "buyer_accounting_reference", "cbc:AccountingCost"),
            Group("BG-26", "period", "cac:InvoicePeriod", period("BG-26", "BT-134", "BT-135")),
            Leaf("BT-132", "order_line_reference", "cac:OrderLineReference/cbc:LineID"),
            Leaf(
                "BT-128",
                "object_identifier",
                "cac:DocumentReference/cbc:ID",
                attrs=(Attr("schemeID", "BT-128-1", "object_identifier_scheme"),),
            ),
            Const("cac:DocumentReference/cbc:DocumentTypeCode", "130"),
            Group("BG-27", "allowances_charges", "cac:AllowanceCharge", allowance_charge(document=False), many=True),
            Leaf("BT-154", "item_description", "cac:Item/cbc:Description"),
            Leaf("BT-153", "item_name", "cac:Item/cbc:Name"),
            Leaf("BT-156", "buyer_item_identifier", "cac:Item/cac:BuyersItemIdentification/cbc:ID"),
            Leaf("BT-155", "seller_item_identifier", "cac:Item/cac:SellersItemIdentification/cbc:ID"),
            Leaf(
                "BT-157",
                "standard_item_identifier",
                "cac:Item/cac:StandardItemIdentification/cbc:ID",
                attrs=(Attr("schemeID", "BT-157-1", "standard_item_identifier_scheme"),),
            ),
            Leaf("BT-159", "origin_country_code", "cac:Item/cac:OriginCountry/cbc:IdentificationCode", CODE),
            Group("BT-158", "classifications", "cac:Item/cac:CommodityClassification", CLASSIFICATION, many=True),
            Leaf("BT-151", "vat_category", f"{tax}/cbc:ID", CODE),
            Leaf("BT-152", "vat_rate", f"{tax}/cbc:Percent", DECIMAL),
            Const(f"{tax}/cac:TaxScheme/cbc:ID", "VAT"),
            Group("BG-32", "attributes", "cac:Item/cac:AdditionalItemProperty", ATTRIBUTE, many=True),
            Leaf("BT-146", "net_price", f"{price}/cbc:PriceAmount", DECIMAL, AMOUNT),
            Leaf(
                "BT-149",
                "price_base_quantity",
                f"{price}/cbc:BaseQuantity",
                DECIMAL,
                (Attr("unitCode", "BT-150", "price_base_quantity_unit_code", CODE),),
            ),
            Const(f"{price}/cac:AllowanceCharge/cbc:ChargeIndicator", "false"),
            Leaf("BT-147", "price_discount", f"{price}/cac:AllowanceCharge/cbc:Amount", DECIMAL, AMOUNT),
            Leaf("BT-148", "gross_price", f"{price}/cac:AllowanceCharge/cbc:BaseAmount", DECIMAL, AMOUNT),
            Absent("EX-UNIT-NAME", "BIS Billing carries the unit as a code (BT-130)", as_info=True),
            Absent("EX-LINE-VAT", "EN 16931 calculates VAT per category, not per line", as_info=True),
            Absent("EX-LINE-AMOUNT-WITH-VAT", "EN 16931 states lines without VAT", as_info=True),
            Absent("EX-PRICE-WITH-VAT", "EN 16931 states prices without VAT (BT-146)", as_info=True),
            Absent("EX-LINE-ORDER", ONE_ORDER),
            Absent("EX-LINE-DELIVERY-DATE", "BIS Billing has one delivery date for the whole invoice (BT-72)"),
            Absent("EX-LINE-PROPOSED-ACCOUNT", "the accounting reference of the line (BT-133) is taken"),
            Absent("EX-PRODUCT-IDENTIFIER", "BIS Billing has three item identifiers, and no place for this kind"),
            Absent("EX-TEXT-ROWS", "text rows are joined into the line note (BT-127)"),
            Absent("EX-LINE-INTERNAL", "it never leaves the seller", as_info=True),
        ),
    )


def document(credit_note: bool) -> Table:
    """Return the table of an Invoice or a CreditNote."""
    type_code = Leaf("BT-3", "type_code", "cbc:CreditNoteTypeCode" if credit_note else "cbc:InvoiceTypeCode", CODE)
    tax_point = Leaf("BT-7", "tax_point_date", "cbc:TaxPointDate", DATE)
    note = Pair(
        ("BT-21", "BT-22", "EX-NOTE-PLACEMENT"), ("notes",), "cbc:Note", irregular.read_notes, irregular.write_notes
    )
    originator = Leaf("BT-17", "tender_reference", "cac:OriginatorDocumentReference/cbc:ID")
    contract = Leaf("BT-12", "contract_reference", "cac:ContractDocumentReference/cbc:ID")
    additional = Pair(
        ("BT-18", "BT-18-1", *(["BT-11"] if credit_note else [])),
        (
            "supporting_documents",
            "invoiced_object_identifier",
            "invoiced_object_identifier_scheme",
            "native._reference_order",
            *(["project_reference"] if credit_note else []),
        ),
        "cac:AdditionalDocumentReference",
        irregular.read_document_references,
        irregular.write_credit_note_references if credit_note else irregular.write_invoice_references,
        (SUPPORTING_DOCUMENT,),
        whole=((SUPPORTING_DOCUMENT, "cac:AdditionalDocumentReference", 0),),
    )
    head: list[Row] = [
        Leaf("BT-24", "specification_identifier", "cbc:CustomizationID"),
        Leaf("BT-23", "business_process_type", "cbc:ProfileID"),
        Leaf("BT-1", "invoice_number", "cbc:ID"),
        Leaf("BT-2", "issue_date", "cbc:IssueDate", DATE),
    ]
    if credit_note:
        head += [tax_point, type_code, note]
    else:
        head += [Leaf("BT-9", "due_date", "cbc:DueDate", DATE), type_code, note, tax_point]
    references: list[Row] = [
        Leaf("BT-16", "despatch_advice_reference", "cac:DespatchDocumentReference/cbc:ID"),
        Leaf("BT-15", "receiving_advice_reference", "cac:ReceiptDocumentReference/cbc:ID"),
    ]
    if credit_note:
        references += [contract, additional, originator]
    else:
        project = Leaf("BT-11", "project_reference", "cac:ProjectReference/cbc:ID")
        references += [originator, contract, additional, project]
    absent: list[Row] = [
        Absent("EX-DOCUMENT-KIND", "BIS Billing carries invoices only", as_info=True),
        Absent(
            "EX-CURRENCY-RATE", "BIS Billing states no exchange rate; it carries the VAT in the accounting currency"
        ),
        Absent("EX-VALUE-DATE", "BIS Billing states the due date (BT-9), not the day from which it is counted"),
        Absent("EX-SELLER-REFERENCE", "BIS Billing carries the reference of the buyer (BT-10), not of the seller"),
        Absent("EX-PROPOSED-ACCOUNT", "the accounting reference of the buyer (BT-19) is taken"),
        Absent("EX-PAYMENT-CONDITIONS", "BIS Billing carries terms of payment as text (BT-20)"),
        Absent("EX-LEADING-TEXT-ROWS", "text rows are joined into the note (BT-22)"),
        Absent("EX-CUSTOM-TAG", "BIS Billing has no place for tags of one's own"),
        Absent("EX-SELLER-NAME-EXTENSION", "the name is one text", as_info=True),
        Absent("EX-BUYER-NAME-EXTENSION", "the name is one text", as_info=True),
        Absent("EX-DELIVERY-NAME-EXTENSION", "the name is one text", as_info=True),
        Absent("EX-INTERNAL", "it never leaves the seller", as_info=True),
    ]
    if credit_note:
        absent.append(
            Absent("BT-9", "a credit note states it with each way to pay (`cac:PaymentMeans/cbc:PaymentDueDate`)")
        )
    return Table(
        None,
        Invoice,
        (
            *head,
            Leaf("BT-5", "currency", "cbc:DocumentCurrencyCode", CODE),
            Leaf("BT-6", "vat_currency", "cbc:TaxCurrencyCode", CODE),
            Leaf("BT-19", "buyer_accounting_reference", "cbc:AccountingCost"),
            Leaf("BT-10", "buyer_reference", "cbc:BuyerReference"),
            # BT-8 stands inside the period; the period is read as an object beside it
            irregular.PERIOD,
            Leaf("BT-13", "purchase_order_reference", "cac:OrderReference/cbc:ID"),
            Leaf("BT-14", "sales_order_reference", "cac:OrderReference/cbc:SalesOrderID"),
            Group(
                "BG-3",
                "preceding_invoices",
                "cac:BillingReference",
                Table(
                    "BG-3",
                    PrecedingInvoice,
                    (
                        Leaf("BT-25", "number", "cac:InvoiceDocumentReference/cbc:ID"),
                        Leaf("BT-26", "issue_date", "cac:InvoiceDocumentReference/cbc:IssueDate", DATE),
                    ),
                ),
                many=True,
            ),
            *references,
            Group("BG-4", "seller", "cac:AccountingSupplierParty/cac:Party", party(ROLES["seller"])),
            Group("BG-7", "buyer", "cac:AccountingCustomerParty/cac:Party", party(ROLES["buyer"])),
            Group("BG-10", "payee", "cac:PayeeParty", PAYEE),
            Group("BG-11", "tax_representative", "cac:TaxRepresentativeParty", TAX_REPRESENTATIVE),
            Group("BG-13", "delivery", "cac:Delivery", DELIVERY),
            Group("BG-16", "payment_instructions", "cac:PaymentMeans", payment_means(credit_note), many=True),
            Leaf("BT-20", "payment_terms", "cac:PaymentTerms/cbc:Note"),
            Group("BG-20", "allowances_charges", "cac:AllowanceCharge", allowance_charge(document=True), many=True),
            Pair(
                ("BT-110", "BT-111"),
                ("vat_breakdown", "native._tax_total_order"),
                "cac:TaxTotal",
                irregular.read_tax_totals,
                irregular.write_tax_totals,
                (SUBTOTAL,),
                irregular.read_tax_totals_fast,
                whole=((SUBTOTAL, "cac:TaxSubtotal", 1),),
            ),
            Group("BG-22", "totals", "cac:LegalMonetaryTotal", TOTALS),
            Group(
                "BG-25",
                "lines",
                "cac:CreditNoteLine" if credit_note else "cac:InvoiceLine",
                line(credit_note),
                many=True,
            ),
            *absent,
        ),
    )


def _mapping(root: str, credit_note: bool) -> Mapping:
    namespaces = {"": f"urn:oasis:names:specification:ubl:schema:xsd:{root}-2", **NAMESPACES}
    syntax = Syntax("peppol-bis", root, namespaces, currency="cbc:DocumentCurrencyCode")
    return Mapping(document(credit_note), syntax)


INVOICE = _mapping("Invoice", credit_note=False)
CREDIT_NOTE = _mapping("CreditNote", credit_note=True)

__all__ = ["CREDIT_NOTE", "INVOICE"]
