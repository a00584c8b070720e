"""Netvisor sales invoice XML: the tables.

Three wire forms share one model.  The *import* document is read and written; the *detail* response
(``getsalesinvoice.nv``, ``getorder.nv``) and the entries of a *list* response are read.  Names are folded to lower case
on reading and written in lower case; rows stand in the order of the vendor's document type definition of 2021, with
later elements where the vendor's articles put them.

What a row cannot say for lack of context (VAT codes, units, signs, totals) is settled in `settle.py` after reading
and prepared in `project.py` before writing; here stands only where each value lives.

Source: the vendor's sales invoice API documentation, its DTDs of 2017 and 2021, public samples; collected with their
doubts in the facts of the project.
"""

from __future__ import annotations

from einvoice.formats.mapping import Absent, Attr, Group, Leaf, Mapping, Pair, Row, Syntax, Table
from einvoice.formats.mapping.codecs import CODE, COMMA, DATE_LOOSE, INTEGER, STRIPPED, code_map
from einvoice.formats.mapping.rows import Switch
from einvoice.formats.netvisor import irregular
from einvoice.formats.netvisor.lines import DETAIL_LINE, IMPORT_LINE
from einvoice.formats.netvisor.parts import ACCRUAL, ANSI, POSTING_LINE
from einvoice.model.records import CustomTag, Invoice, SupportingDocument

KIND = code_map("kind", {"invoice": "invoice", "order": "order", "invoicedraft": "draft"})

NO_SELLER = "the seller is the Netvisor company itself; the message has no place for its data"
LINE_TERMS = ("BG-25", "BT-127", "EX-TEXT-ROWS", "EX-LEADING-TEXT-ROWS")
NO_ALLOWANCE = "Netvisor has no document level allowances and charges"

ATTACHMENT = Table(
    "BG-24",
    SupportingDocument,
    (
        Leaf("BT-125-1", "mime_code", "mimetype", STRIPPED),
        Leaf("BT-123", "description", "attachmentdescription", STRIPPED, limit=100),
        Leaf("BT-125-2", "filename", "filename", STRIPPED, limit=255),
        Leaf("BT-125", "content_base64", "documentdata", STRIPPED, (Attr("type", None, "native.data_type"),)),
        Leaf(None, "native.print_by_default", "printbydefault", STRIPPED),
        Absent("BT-122", "Netvisor names attachments by file name and description"),
        Absent("BT-124", "Netvisor takes files, not links"),
    ),
)

SHARED_ATTACHMENT = Table(
    "BG-24",
    SupportingDocument,
    (
        Leaf("BT-125-1", "mime_code", "mimetype", STRIPPED),
        Leaf("BT-125", "content_base64", "data", STRIPPED, (Attr("type", None, "native.data_type"),)),
        Leaf("BT-125-2", "filename", "filename", STRIPPED),
        Leaf("BT-123", "description", "description", STRIPPED),
        Leaf(None, "native.print_by_default", "printbydefault", STRIPPED),
        Pair((), (), "itemlink", irregular.read_item_link, irregular.write_nothing),
    ),
)

TAG = Table(
    "EX-CUSTOM-TAG",
    CustomTag,
    (
        Leaf("EX-CUSTOM-TAG-NAME", "name", "tagname", STRIPPED),
        Leaf(
            "EX-CUSTOM-TAG-VALUE",
            "value",
            "tagvalue",
            STRIPPED,
            (
                Attr("datatype", "EX-CUSTOM-TAG-KIND", "kind", CODE),
                Attr("type", None, "kind", CODE, read_only=True),
            ),
        ),
    ),
)


def _date(term: str | None, field: str, wire: str) -> Leaf:
    return Leaf(term, field, wire, DATE_LOOSE, ANSI)


IMPORT = Table(
    None,
    Invoice,
    (
        Leaf("BT-1", "invoice_number", "salesinvoicenumber", STRIPPED, limit=18),
        _date("BT-2", "issue_date", "salesinvoicedate"),
        _date("EX-POSTING-DATE", "internal.posting_date", "salesinvoiceeventdate"),
        _date("BT-9", "due_date", "salesinvoiceduedate"),
        _date("EX-VALUE-DATE", "value_date", "salesinvoicevaluedate"),
        _date("BT-72", "delivery.actual_delivery_date", "salesinvoicedeliverydate"),
        Switch(
            "salesinvoicedeliverytocustomerdate",
            "type",
            {
                "date": Leaf("EX-PROMISED-DATE", "delivery.promised_date", "", DATE_LOOSE, ANSI),
                "weeknumber": Leaf("EX-PROMISED-WEEK", "delivery.promised_week", "", STRIPPED, ANSI),
            },
            default="date",
        ),
        Leaf("EX-WAYBILL", "delivery.waybill_identifier", "salesinvoicewaybillidentifier", STRIPPED, limit=35),
        Leaf(
            None,
            "native.pallet",
            "salesinvoiceproductpackagepallet",
            STRIPPED,
            (Attr("type", None, "native.pallet_type"), Attr("amount", None, "native.pallet_amount")),
        ),
        Leaf("BT-83", "payment_instructions[0].remittance_information", "salesinvoicereferencenumber", STRIPPED),
        Leaf(
            "BT-115",
            "totals.amount_due",
            "salesinvoiceamount",
            COMMA,
            (
                Attr("iso4217currencycode", "BT-5", "currency", CODE),
                Attr("currencyrate", "EX-CURRENCY-RATE", "currency_rate", COMMA),
                Attr("pricetype", None, "native.price_type", CODE),
            ),
            always=True,
        ),
        Leaf(
            None,
            "native.seller_identifier",
            "selleridentifier",
            STRIPPED,
            (Attr("type", None, "native.seller_identifier_type", CODE),),
        ),
        Leaf("BT-41", "seller.contact.name", "sellername", STRIPPED, limit=50),
        Leaf("EX-DOCUMENT-KIND", "document_kind", "invoicetype", KIND),
        Leaf(
            "EX-LIFECYCLE-STATUS",
            "internal.lifecycle_status",
            "salesinvoicestatus",
            STRIPPED,
            (Attr("type", const="netvisor"),),
            always=True,
        ),
        irregular.free_text("before_lines", "salesinvoicefreetextbeforelines"),
        irregular.free_text("after_lines", "salesinvoicefreetextafterlines"),
        Leaf("EX-SELLER-REFERENCE", "seller_reference", "salesinvoiceourreference", STRIPPED, limit=200),
        Leaf("BT-10", "buyer_reference", "salesinvoiceyourreference", STRIPPED, limit=200),
        Leaf("EX-PRIVATE-COMMENT", "internal.private_comment", "salesinvoiceprivatecomment", STRIPPED, limit=500),
        Switch(
            "invoicingcustomeridentifier",
            "type",
            {
                "customer": Leaf(
                    "BT-46",
                    "buyer.identifiers[0].value",
                    "",
                    STRIPPED,
                    (Attr("contactpersonid", None, "native.contact_person"),),
                ),
                "netvisor": Leaf(
                    None,
                    "buyer.native.customer_key",
                    "",
                    STRIPPED,
                    (Attr("contactpersonid", None, "native.contact_person"),),
                ),
                "organizationunitnumber": Leaf(
                    "BT-49",
                    "buyer.electronic_address",
                    "",
                    STRIPPED,
                    (Attr("contactpersonid", None, "native.contact_person"),),
                ),
            },
            default="customer",
        ),
        Leaf("BT-44", "buyer.name", "invoicingcustomername", STRIPPED, limit=250),
        Leaf("EX-BUYER-NAME-EXTENSION", "buyer.name_extension", "invoicingcustomernameextension", STRIPPED, limit=250),
        Leaf("BT-50", "buyer.address.line_1", "invoicingcustomeraddressline", STRIPPED, limit=100),
        Leaf("BT-51", "buyer.address.line_2", "invoicingcustomeradditionaladdressline", STRIPPED, limit=100),
        Leaf("BT-53", "buyer.address.post_code", "invoicingcustomerpostnumber", STRIPPED, limit=50),
        Leaf("BT-52", "buyer.address.city", "invoicingcustomertown", STRIPPED, limit=50),
        Leaf(
            "BT-55",
            "buyer.address.country_code",
            "invoicingcustomercountrycode",
            STRIPPED,
            (Attr("type", const="ISO-3166"),),
        ),
        Leaf(
            None,
            "native.office",
            "officeidentifier",
            STRIPPED,
            (Attr("type", None, "native.office_type", CODE),),
        ),
        Leaf(
            None,
            "native.delivery_office",
            "deliveryoffice",
            STRIPPED,
            (Attr("type", None, "native.delivery_office_type", CODE),),
        ),
        Leaf("BT-70", "delivery.party_name", "deliveryaddressname", STRIPPED, limit=250),
        Leaf("EX-DELIVERY-NAME-EXTENSION", "delivery.name_extension", "deliveryaddressnameextension", STRIPPED),
        Leaf("BT-75", "delivery.address.line_1", "deliveryaddressline", STRIPPED, limit=100),
        Leaf("BT-78", "delivery.address.post_code", "deliveryaddresspostnumber", STRIPPED, limit=50),
        Leaf("BT-77", "delivery.address.city", "deliveryaddresstown", STRIPPED, limit=50),
        Leaf(
            "BT-80",
            "delivery.address.country_code",
            "deliveryaddresscountrycode",
            STRIPPED,
            (Attr("type", const="ISO-3166"),),
        ),
        Leaf("EX-DELIVERY-METHOD", "delivery.method", "deliverymethod", STRIPPED, limit=50),
        Leaf("EX-DELIVERY-TERMS", "delivery.terms", "deliveryterm", STRIPPED, limit=50),
        Leaf(None, "native.tax_handling", "salesinvoicetaxhandlingtype", CODE),
        Leaf(
            None,
            "native.payment_term",
            "paymentterm",
            STRIPPED,
            (Attr("type", None, "native.payment_term_type", CODE),),
        ),
        Leaf("EX-NET-DAYS", "payment_conditions.net_days", "paymenttermnetdays", INTEGER),
        Leaf(
            "EX-CASH-DISCOUNT-DAYS", "payment_conditions.cash_discounts[0].days", "paymenttermcashdiscountdays", INTEGER
        ),
        Switch(
            "paymenttermcashdiscount",
            "type",
            {
                "percentage": Leaf(
                    "EX-CASH-DISCOUNT-PERCENTAGE", "payment_conditions.cash_discounts[0].percentage", "", COMMA
                ),
                "sum": Leaf("EX-CASH-DISCOUNT-AMOUNT", "payment_conditions.cash_discounts[0].amount", "", COMMA),
            },
            default="percentage",
        ),
        Leaf(
            None,
            "native.partial_payments",
            "expectpartialpayments",
            STRIPPED,
        ),
        Leaf(
            None,
            "native.direct_debit_link",
            "trydirectdebitlink",
            STRIPPED,
            (Attr("mode", None, "native.direct_debit_link_mode", CODE),),
        ),
        Leaf(
            "EX-RECEIVABLES-ACCOUNT",
            "internal.receivables_account",
            "overridevouchersalesreceivablesaccountnumber",
            STRIPPED,
        ),
        Leaf(None, "native.subject_type", "invoicesubjecttype", STRIPPED),
        Leaf("BT-12", "contract_reference", "salesinvoiceagreementidentifier", STRIPPED, limit=35),
        Leaf(
            None,
            "native.print_channel_format",
            "printchannelformat",
            STRIPPED,
            (Attr("type", None, "native.print_channel_format_type", CODE),),
        ),
        Switch(
            "secondname",
            "type",
            {
                "customer": Leaf("BT-28", "seller.trading_name", "", STRIPPED),
                "netvisor": Leaf(None, "native.second_name_key", "", STRIPPED),
            },
            default="customer",
        ),
        Leaf("EX-LATE-INTEREST", "payment_conditions.late_payment_interest_rate", "overriderateofoverdue", COMMA),
        Leaf("BT-13", "purchase_order_reference", "ordernumber", STRIPPED),
        Leaf(
            "EX-PROPOSED-ACCOUNT",
            "buyer_proposed_account",
            "proposedaccount",
            STRIPPED,
            (Attr("type", const="customer"),),
        ),
        Leaf("BT-19", "buyer_accounting_reference", "accountdimensiontext", STRIPPED, limit=35),
        Leaf(None, "native.collection_cost", "collectioncost", STRIPPED),
        Leaf(None, "native.third_party_sales", "isthirdpartysales", STRIPPED),
        Pair(
            LINE_TERMS,
            ("lines", "leading_text_rows"),
            "invoicelines",
            irregular.read_import_lines,
            irregular.write_lines,
            (IMPORT_LINE,),
            irregular.read_import_lines_fast,
            whole=((IMPORT_LINE, "salesinvoiceproductline", 2),),
        ),
        Group("EX-POSTING-LINE", "internal.posting_lines", "invoicevoucherlines/voucherline", POSTING_LINE, many=True),
        Pair(
            (), ("native.old_accrual",), "salesinvoiceaccrual", irregular.read_old_accrual, irregular.write_old_accrual
        ),
        Group("EX-ACCRUAL", "internal.accrual", "accrualrule", ACCRUAL),
        Group(
            "BG-24",
            "supporting_documents",
            "salesinvoiceattachments/salesinvoiceattachment",
            ATTACHMENT,
            many=True,
        ),
        Group("EX-CUSTOM-TAG", "custom_tags", "customtags/tag", TAG, many=True),
        Absent("BT-3", "the sign of the amounts says whether it is an invoice or a credit note"),
        Absent("BT-6", "Netvisor accounts for VAT in its home currency"),
        Absent("BT-7", "Netvisor has no VAT point date; the posting date is another thing"),
        Absent("BT-8", "Netvisor has no VAT point date"),
        Absent("BT-11", "Netvisor has no project reference for the buyer"),
        Absent("BT-14", "Netvisor numbers its own orders"),
        Absent("BT-15", "Netvisor has no receiving advice reference"),
        Absent("BT-16", "Netvisor has no despatch advice reference"),
        Absent("BT-17", "Netvisor has no tender reference"),
        Absent("BT-18", "Netvisor has no invoiced object"),
        Absent("BT-20", "Netvisor makes the text of the payment terms from net days and cash discount"),
        Absent("BT-21", "Netvisor's free texts have no subject code"),
        Absent("BG-1", "Netvisor has two free texts, before and after the lines, and both are taken"),
        Absent("BT-23", "the business process is a matter of the sending network", as_info=True),
        Absent("BT-24", "the specification is a matter of the format", as_info=True),
        Absent("BG-3", "Netvisor's import has no place for the number of the credited invoice"),
        Absent("BG-4", NO_SELLER),
        Absent("BT-45", "Netvisor has one name for the customer"),
        Absent("BT-46", "Netvisor takes one customer identifier"),
        Absent("BT-46-1", "Netvisor's customer identifier has no scheme"),
        Absent("BT-47", "the customer card of Netvisor holds the business id; the message does not"),
        Absent("BT-48", "the customer card of Netvisor holds the VAT number; the message does not"),
        Absent("BT-49", "the customer card of Netvisor holds the e-invoice address; the message does not"),
        Absent("BT-49-1", "Netvisor knows the OVT code only", as_info=True),
        Absent("BT-163", "Netvisor has two address lines"),
        Absent("BT-54", "Netvisor has no country subdivision"),
        Absent("BG-9", "the contact person is chosen by its Netvisor key"),
        Absent("BG-10", "Netvisor has no payee other than the seller"),
        Absent("BG-11", "Netvisor has no tax representative"),
        Absent("BT-71", "Netvisor has no identifier for the place of delivery"),
        Absent("BG-14", "Netvisor has no invoicing period"),
        Absent("BT-76", "Netvisor has one line for the delivery address"),
        Absent("BT-165", "Netvisor has one line for the delivery address"),
        Absent("BT-79", "Netvisor has no country subdivision"),
        Absent("BT-81", "Netvisor takes ways of payment from the company settings"),
        Absent("BT-82", "Netvisor takes ways of payment from the company settings"),
        Absent("BG-16", "Netvisor has one payment reference and takes the accounts from the company settings"),
        Absent("BG-17", "Netvisor takes bank accounts from the company settings"),
        Absent("BG-18", "Netvisor has no payment card data"),
        Absent("BG-19", "Netvisor has no direct debit data"),
        Absent("EX-REFERENCE-KIND", "the reference itself shows its kind", as_info=True),
        Absent("EX-INSTRUCTION-DUE-DATE", "Netvisor has one due date"),
        Absent("BG-20", NO_ALLOWANCE),
        Absent("BG-21", NO_ALLOWANCE),
        Absent("BG-22", "Netvisor calculates totals from the lines"),
        Absent("BT-111", "Netvisor accounts for VAT in its home currency"),
        Absent("BT-113", "Netvisor has no prepaid amount"),
        Absent("BG-23", "Netvisor calculates the VAT from the lines"),
        Absent("EX-NOTE-PLACEMENT", "the element says the place", as_info=True),
        Absent("EX-CASH-DISCOUNT-DATE", "Netvisor counts cash discount in days"),
        Absent("EX-CASH-DISCOUNT-BASE", "Netvisor calculates the cash discount on the total"),
        Absent("EX-CASH-DISCOUNT", "Netvisor has one cash discount"),
        Absent("EX-SELLER-NAME-EXTENSION", NO_SELLER),
        Absent("EX-SELLER-TAX-SCHEME", NO_SELLER),
        Absent("EX-CARD-NETWORK", "Netvisor has no payment card data"),
        Absent("EX-DIMENSION", "Netvisor has dimensions on lines only"),
    ),
)


def _detail_rows() -> tuple[Row, ...]:
    natives = {
        "salesinvoicenetvisorkey": "key",
        "foreigncurrencyamount": "foreign_currency_amount",
        "salesinvoicecollectioncost": "collection_cost",
        "invoicingcustomerincollectionprohibitation": "collection_prohibited",
        "matchpartialpaymentsbydefault": "partial_payments_text",
        "deliveryofficeidentifier": "delivery_office",
        "contactpersonnetvisorkey": "contact_person",
        "contactpersonfirstname": "contact_first_name",
        "contactpersonlastname": "contact_last_name",
        "lastsentinvoicepdfbase64data": "sent_pdf",
        "creditedinvoicenetvisorkey": "credited_invoice_key",
    }
    return (
        Leaf("BT-1", "invoice_number", "salesinvoicenumber", STRIPPED),
        _date("BT-2", "issue_date", "salesinvoicedate"),
        _date("EX-POSTING-DATE", "internal.posting_date", "salesinvoiceeventdate"),
        _date("EX-VALUE-DATE", "value_date", "salesinvoicevaluedate"),
        _date("BT-72", "delivery.actual_delivery_date", "salesinvoicedeliverydate"),
        _date("BT-9", "due_date", "salesinvoiceduedate"),
        Leaf("BT-83", "payment_instructions[0].remittance_information", "salesinvoicereferencenumber", STRIPPED),
        Leaf(
            "BT-115",
            "totals.amount_due",
            "salesinvoiceamount",
            COMMA,
            (
                Attr("iso4217currencycode", "BT-5", "currency", CODE),
                Attr("currencyrate", "EX-CURRENCY-RATE", "currency_rate", COMMA),
            ),
        ),
        Leaf("BT-41", "seller.contact.name", "selleridentifier", STRIPPED, (Attr("type", const="name"),)),
        Leaf(
            None,
            "native.status_text",
            "invoicestatus",
            STRIPPED,
            (Attr("status", "EX-LIFECYCLE-STATUS", "internal.lifecycle_status", CODE),),
        ),
        Leaf(None, "native.voucher", "invoicevoucher", STRIPPED, (Attr("netvisorkey", None, "native.voucher_key"),)),
        irregular.free_text("before_lines", "salesinvoicefreetextbeforelines"),
        irregular.free_text("after_lines", "salesinvoicefreetextafterlines"),
        Leaf("EX-SELLER-REFERENCE", "seller_reference", "salesinvoiceourreference", STRIPPED),
        Leaf("BT-10", "buyer_reference", "salesinvoiceyourreference", STRIPPED),
        Leaf("EX-PRIVATE-COMMENT", "internal.private_comment", "salesinvoiceprivatecomment", STRIPPED),
        Leaf("BT-12", "contract_reference", "salesinvoiceagreementidentifier", STRIPPED),
        Leaf("BT-46", "buyer.identifiers[0].value", "invoicingcustomercode", STRIPPED),
        Leaf("BT-44", "buyer.name", "invoicingcustomername", STRIPPED),
        Leaf("EX-BUYER-NAME-EXTENSION", "buyer.name_extension", "invoicingcustomernameextension", STRIPPED),
        Leaf(None, "buyer.native.customer_key", "invoicingcustomernetvisorkey", STRIPPED),
        Leaf("BT-47", "buyer.legal_registration_identifier", "invoicingcustomerorganizationidentifier", STRIPPED),
        Leaf("BT-50", "buyer.address.line_1", "invoicingcustomeraddressline", STRIPPED),
        Leaf("BT-51", "buyer.address.line_2", "invoicingcustomeradditionaladdressline", STRIPPED),
        Leaf("BT-53", "buyer.address.post_code", "invoicingcustomerpostnumber", STRIPPED),
        Leaf("BT-52", "buyer.address.city", "invoicingcustomertown", STRIPPED),
        Leaf(
            "BT-55",
            "buyer.address.country_code",
            "invoicingcustomercountrycode",
            STRIPPED,
            (Attr("iso-3166", None, "native.buyer_country", CODE),),
        ),
        Leaf("BT-70", "delivery.party_name", "deliveryaddressname", STRIPPED),
        Leaf("EX-DELIVERY-NAME-EXTENSION", "delivery.name_extension", "deliveryaddressnameextension", STRIPPED),
        Leaf("BT-75", "delivery.address.line_1", "deliveryaddressline", STRIPPED),
        Leaf("BT-78", "delivery.address.post_code", "deliveryaddresspostnumber", STRIPPED),
        Leaf("BT-77", "delivery.address.city", "deliveryaddresstown", STRIPPED),
        Leaf(
            "BT-80",
            "delivery.address.country_code",
            "deliveryaddresscountrycode",
            STRIPPED,
            (Attr("iso-3166", None, "native.delivery_country", CODE),),
        ),
        Leaf("EX-DELIVERY-METHOD", "delivery.method", "deliverymethod", STRIPPED),
        Leaf("EX-DELIVERY-TERMS", "delivery.terms", "deliveryterm", STRIPPED),
        Leaf("EX-NET-DAYS", "payment_conditions.net_days", "paymenttermnetdays", INTEGER),
        Leaf(
            "EX-CASH-DISCOUNT-DAYS", "payment_conditions.cash_discounts[0].days", "paymenttermcashdiscountdays", INTEGER
        ),
        Switch(
            "paymenttermcashdiscount",
            "type",
            {
                "percentage": Leaf(
                    "EX-CASH-DISCOUNT-PERCENTAGE", "payment_conditions.cash_discounts[0].percentage", "", COMMA
                ),
                "sum": Leaf("EX-CASH-DISCOUNT-AMOUNT", "payment_conditions.cash_discounts[0].amount", "", COMMA),
            },
            default="percentage",
        ),
        Leaf("EX-WAYBILL", "delivery.waybill_identifier", "waybillidentifier", STRIPPED),
        _date("EX-PROMISED-DATE", "delivery.promised_date", "deliverytocustomerdate"),
        Leaf("EX-PROMISED-WEEK", "delivery.promised_week", "deliverytocustomerweek", STRIPPED),
        Leaf(
            None,
            "native.tax_clause",
            "taxhandlingclause",
            STRIPPED,
            (Attr("netvisorkey", None, "native.tax_clause_key"),),
        ),
        Leaf("BT-57", "buyer.contact.telephone", "contactpersonphonenumber", STRIPPED),
        Leaf("BT-58", "buyer.contact.email", "contactpersonemail", STRIPPED),
        Leaf("EX-LATE-INTEREST", "payment_conditions.late_payment_interest_rate", "overriderateofoverdue", COMMA),
        Leaf("BT-13", "purchase_order_reference", "ordernumber", STRIPPED),
        Leaf("BT-19", "buyer_accounting_reference", "accountdimensiontext", STRIPPED),
        *(Leaf(None, f"native.{name}", wire, STRIPPED) for wire, name in natives.items()),
        Pair(
            LINE_TERMS,
            ("lines", "leading_text_rows"),
            "invoicelines",
            irregular.read_detail_lines,
            irregular.write_nothing,
            (DETAIL_LINE,),
            irregular.read_detail_lines_fast,
        ),
        Group(
            "BG-24",
            "supporting_documents",
            "salesinvoiceattachments/salesinvoiceattachment",
            ATTACHMENT,
            many=True,
        ),
        Leaf(None, "native.order_key", "documents/salesorder/netvisorkey", STRIPPED),
        Leaf("BT-14", "sales_order_reference", "documents/salesorder/ordernumber", STRIPPED),
        Leaf(None, "native.invoice_key", "documents/salesinvoice/netvisorkey", STRIPPED),
        Leaf(None, "native.invoice_number", "documents/salesinvoice/invoicenumber", STRIPPED),
    )


DETAIL = Table(None, Invoice, _detail_rows())

LIST_ENTRY = Table(
    None,
    Invoice,
    (
        Leaf(None, "native.key", "netvisorkey", STRIPPED),
        Leaf("BT-1", "invoice_number", "invoicenumber", STRIPPED),
        _date("BT-2", "issue_date", "invoicedate"),
        _date("BT-9", "due_date", "invoiceduedate"),
        Leaf(
            "EX-LIFECYCLE-STATUS",
            "internal.lifecycle_status",
            "invoicestatus",
            STRIPPED,
            (
                Attr("substatus", None, "native.substatus", CODE),
                Attr("isincollection", None, "native.in_collection", CODE),
            ),
        ),
        Leaf("BT-46", "buyer.identifiers[0].value", "customercode", STRIPPED),
        Leaf(None, "buyer.native.customer_key", "customernetvisorkey", STRIPPED),
        Leaf("BT-44", "buyer.name", "customername", STRIPPED),
        Leaf("BT-83", "payment_instructions[0].remittance_information", "referencenumber", STRIPPED),
        Leaf("BT-112", "totals.total_with_vat", "invoicesum", COMMA),
        Leaf("BT-115", "totals.amount_due", "opensum", COMMA),
        Leaf(None, "native.uri", "uri", STRIPPED),
        Leaf("EX-PRIVATE-COMMENT", "internal.private_comment", "additionalinformation/privatecomment", STRIPPED),
        Leaf(
            None,
            "native.currency_sum",
            "additionalinformation/invoicecurrencysum",
            STRIPPED,
            (
                Attr("currencycode", None, "native.currency_sum_code", CODE),
                Attr("type", const="ISO-4217"),
            ),
        ),
        Leaf(
            None,
            "native.open_currency_sum",
            "additionalinformation/opencurrencysum",
            STRIPPED,
            (
                Attr("currencycode", None, "native.open_currency_sum_code", CODE),
                Attr("type", const="ISO-4217"),
            ),
        ),
    ),
)


def _mapping(table: Table, name: str) -> Mapping:
    return Mapping(table, Syntax("netvisor", "salesinvoice", fold=True), name)


IMPORT_MAPPING = _mapping(IMPORT, "import")
DETAIL_MAPPING = _mapping(DETAIL, "detail")
LIST_MAPPING = _mapping(LIST_ENTRY, "list")
