"""Billecta JSON: the tables.

One table reads the entry that creates an invoice, the invoice as the service returns it, and the entries of its lists;
the entry is written.  The rows stand in the order of the entry.  An amount is one value here (`tree.py` makes one of
``CurrencyCode`` and ``Value``), and so is its currency, which stands on every amount and nowhere else.

What no row takes is kept in `native`, under its path (``billecta:RotRutDetails/Customers[2]/Name``), and goes back to
its place.  What a row cannot say for lack of context (type and sign, VAT categories, text rows, discounts, accounts) is
settled in `settle.py` after reading and prepared in `project.py` before writing.

Source: the published JSON schemas of April 2024, the documentation and public clients of the service; collected with
their doubts in the facts of the project.
"""

from __future__ import annotations

from einvoice.formats.billecta.codecs import DAY
from einvoice.formats.billecta.keeping import keep
from einvoice.formats.billecta.views import DEBTOR, ENTRY
from einvoice.formats.mapping import Absent, Group, Leaf, Mapping, Syntax, Table
from einvoice.formats.mapping.codecs import DECIMAL, INTEGER, STRIPPED
from einvoice.model.records import Invoice, Line, Party, SupportingDocument

FORMAT = "billecta"

BY_SELLER = "the seller is the sender account of Billecta (CreditorPublicId); an invoice does not hold its data"
NO_ITEM = "a row has an article number and a text, and no other identifier or property of the item"
NO_REFERENCE = "Billecta has two references, OurReference and YourReference"
NO_LINE_REFERENCE = "a row has no reference of the buyer"
NO_PLACE_OF_DELIVERY = "Billecta holds a delivery date and no place; DeliveryAddressOverride is where the invoice goes"
DERIVED_TOTAL = "Billecta calculates the totals"
ONE_ACCOUNT = "an invoice names one account, in PaymentOverride, and else those of the sender account count"
NET_PRICE = "a row has one price"
BOOKS_OF_SELLER = "Billecta holds the bookkeeping of the seller only"
OTHER_BOOKS = "Billecta books by its products and numbers its dimensions; it has no accounts of another system"

FILE = Table(
    "BG-24",
    SupportingDocument,
    (
        Leaf("BT-125-1", "mime_code", "File/ContentType", STRIPPED),
        Leaf("BT-125", "content_base64", "File/Data", STRIPPED),
        Leaf("BT-125-2", "filename", "File/FileName", STRIPPED),
        Absent("BT-122", "Billecta names files by their file name"),
        Absent("BT-123", "a file has a name and no description"),
        Absent("BT-124", "Billecta takes files, not links"),
    ),
    keep=keep("InvoiceActionAttachmentView"),
)
"""Attachments travel with the invoice; ``Appendixes`` are appended to it, and come here through `settle.py`."""

DEBTOR_TABLE = Table(
    "BG-7",
    Party,
    (
        Leaf(None, "native.DebtorPublicId", "DebtorPublicId", STRIPPED),
        Leaf("BT-47", "legal_registration_identifier", "OrgNo", STRIPPED),
        Leaf("BT-44", "name", "Name", STRIPPED),
        Leaf("BT-163", "address.line_3", "CareOf", STRIPPED),
        Leaf("BT-50", "address.line_1", "Address", STRIPPED),
        Leaf("BT-51", "address.line_2", "Address2", STRIPPED),
        Leaf("BT-53", "address.post_code", "ZipCode", STRIPPED),
        Leaf("BT-52", "address.city", "City", STRIPPED),
        Leaf("BT-55", "address.country_code", "CountryCode", STRIPPED),
        Leaf("BT-57", "contact.telephone", "Phone", STRIPPED),
        Leaf("BT-56", "contact.name", "ContactName", STRIPPED),
        Leaf("BT-58", "contact.email", "ContactEmail", STRIPPED),
        Leaf("BT-48", "vat_identifier", "VatNumber", STRIPPED),
        Leaf("BT-46", "identifiers[0].value", "DebtorNo", STRIPPED),
        Leaf("BT-49", "electronic_address", "GLN", STRIPPED),
        Absent("BT-45", "a debtor has one name"),
        Absent("BT-54", "a debtor has no region"),
        Absent("EX-BUYER-NAME-EXTENSION", "a debtor has one name"),
    ),
    keep=keep(DEBTOR),
)

LINE = Table(
    "BG-25",
    Line,
    (
        Leaf("BT-126", "identifier", "SequenceNo", STRIPPED),
        Leaf("EX-UNIT-NAME", "unit_name", "Units", STRIPPED),
        Leaf("BT-153", "item_name", "ArticleDescription", STRIPPED),
        Leaf("BT-155", "seller_item_identifier", "ArticleNumber", STRIPPED),
        Leaf("BT-129", "quantity", "Quantity", DECIMAL),
        Leaf("BT-146", "net_price", "UnitPrice", DECIMAL),
        Leaf("BT-152", "vat_rate", "VAT", DECIMAL),
        Leaf("BT-134", "period.start_date", "PeriodStart", DAY),
        Leaf("BT-135", "period.end_date", "PeriodEnd", DAY),
        Leaf("EX-LINE-AMOUNT-WITH-VAT", "amount_with_vat", "TotalIncVAT", DECIMAL),
        Leaf("BT-131", "net_amount", "TotalExclVAT", DECIMAL),
        Absent("BT-127", "a row has no note; it is written as a text row below it"),
        Absent("BT-128", NO_LINE_REFERENCE),
        Absent("BT-132", NO_LINE_REFERENCE),
        Absent("BT-133", BOOKS_OF_SELLER),
        Absent("BT-147", NET_PRICE),
        Absent("BT-148", NET_PRICE),
        Absent("BT-149", "a price is that of one unit"),
        Absent("BT-150", "a price is that of one unit"),
        Absent("BT-156", NO_ITEM),
        Absent("BT-157", NO_ITEM),
        Absent("BT-158", NO_ITEM),
        Absent("BT-159", NO_ITEM),
        Absent("BG-32", NO_ITEM),
        Absent("BT-136", "a row has one discount, and its reason stands nowhere"),
        Absent("BT-137", "a row has one discount, calculated on quantity times price"),
        Absent("BT-139", "a discount of a row has no reason"),
        Absent("BT-140", "a discount of a row has no reason"),
        Absent("BG-28", "a row has no charges; they are written as rows of their own"),
        Absent("EX-LINE-DELIVERY-DATE", "a row has a period and no delivery date"),
        Absent("EX-LINE-VAT", "Billecta calculates the VAT of a row"),
        Absent("EX-LINE-ORDER", NO_LINE_REFERENCE),
        Absent("EX-LINE-PROPOSED-ACCOUNT", BOOKS_OF_SELLER),
        Absent("EX-PRODUCT-IDENTIFIER", NO_ITEM),
        Absent("EX-LINE-INTERNAL", OTHER_BOOKS),
    ),
    keep=keep("InvoiceActionRecordView"),
)

INVOICE = Table(
    "BG-0",
    Invoice,
    (
        Leaf(None, "native.ActionType", "ActionType", STRIPPED),
        Leaf(None, "buyer.native.DebtorPublicId", "DebtorPublicId", STRIPPED),
        Leaf("BT-2", "issue_date", "InvoiceDate", DAY),
        Leaf("BT-9", "due_date", "DueDate", DAY),
        Leaf("BT-72", "delivery.actual_delivery_date", "DeliveryDate", DAY),
        Group("BG-25", "lines", "Records", LINE, many=True),
        Leaf("BT-41", "seller.contact.name", "OurReference", STRIPPED),
        Leaf("BT-10", "buyer_reference", "YourReference", STRIPPED),
        Leaf("BT-22", "notes[0].text", "Message", STRIPPED),
        Leaf("BT-1", "invoice_number", "InvoiceNumber", STRIPPED),
        Group("BG-24", "supporting_documents", "Attachments", FILE, many=True),
        Group("BG-7", "buyer", "Debtor", DEBTOR_TABLE),
        Leaf("EX-NET-DAYS", "payment_conditions.net_days", "PaymentTermsInDays", INTEGER),
        Leaf("BT-115", "totals.amount_due", "InvoicedAmount", DECIMAL),
        Leaf("BT-110", "totals.vat_total", "TotalVATAmount", DECIMAL),
        Leaf("BT-114", "totals.rounding_amount", "CentRoundingAmount", DECIMAL),
        Leaf("BT-25", "preceding_invoices[0].number", "CreditingInvoice/SourceInvoiceId", STRIPPED),
        Absent("BT-5", "the currency stands on every amount"),
        Absent("BT-6", "Billecta accounts for VAT in the currency of the invoice"),
        Absent("BT-111", "Billecta accounts for VAT in the currency of the invoice"),
        Absent("BT-7", "Billecta has no tax point date"),
        Absent("BT-8", "Billecta has no tax point date"),
        Absent("BT-11", "Project is the project of the seller's bookkeeping"),
        Absent("BT-12", NO_REFERENCE),
        Absent("BT-13", NO_REFERENCE),
        Absent("BT-14", NO_REFERENCE),
        Absent("BT-15", NO_REFERENCE),
        Absent("BT-16", NO_REFERENCE),
        Absent("BT-17", NO_REFERENCE),
        Absent("BT-18", NO_REFERENCE),
        Absent("BT-19", "CostCenter is that of the seller's bookkeeping"),
        Absent("BT-20", "Billecta writes the terms of payment from the due date and the interest"),
        Absent("BT-21", "Message is one text without a subject"),
        Absent("BT-23", "a business process of Peppol", as_info=True),
        Absent("BT-24", "the specification of another format", as_info=True),
        Absent("BT-26", "CreditingInvoicePublicId names the invoice that is credited, and its date is known there"),
        Absent("BG-4", BY_SELLER),
        Absent("BG-10", "PaymentOverride has the name of who is paid, and nothing else"),
        Absent("BG-11", "Billecta knows no tax representative"),
        Absent("BG-13", NO_PLACE_OF_DELIVERY),
        Absent("BG-15", NO_PLACE_OF_DELIVERY),
        Absent("BG-16", ONE_ACCOUNT),
        Absent("BG-17", ONE_ACCOUNT),
        Absent("BG-18", "cards are those that the service itself has charged"),
        Absent("BG-19", "direct debits of the service are Autogiro, with mandates of its own"),
        Absent("BG-20", "Billecta has no document level allowances; they are written as rows"),
        Absent("BG-21", "Billecta has two charges, for invoicing and for freight; others are written as rows"),
        Absent("BG-22", DERIVED_TOTAL),
        Absent("BT-113", "an invoice is created unpaid; payments are registered by an operation of their own"),
        Absent("BG-23", "a row has a rate, and reverse charge holds for the whole invoice; categories are derived"),
        Absent("EX-CURRENCY-RATE", "Billecta has no rate of the currency"),
        Absent("EX-VALUE-DATE", "terms of payment count from the date of the invoice"),
        Absent("EX-SELLER-REFERENCE", "OurReference is the contact of the seller, and the reference only without one"),
        Absent("EX-PROPOSED-ACCOUNT", BOOKS_OF_SELLER),
        Absent("EX-CASH-DISCOUNT", "Billecta has no cash discounts"),
        Absent("EX-NOTE-PLACEMENT", "Message is one text, and the service says where it stands", as_info=True),
        Absent("EX-CUSTOM-TAG", "it is a tag of the sending system", as_info=True),
        Absent("EX-INTERNAL", OTHER_BOOKS),
    ),
    keep=keep(ENTRY),
)

MAPPING = Mapping(INVOICE, Syntax(FORMAT, "", json=True))
