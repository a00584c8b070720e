"""The product line, as imported and as returned."""

from __future__ import annotations

from einvoice.formats.mapping import Absent, Attr, Group, Leaf, Table
from einvoice.formats.mapping.codecs import COMMA, DATE_LOOSE, STRIPPED
from einvoice.formats.mapping.rows import Switch
from einvoice.formats.netvisor.parts import ANSI, LINE_ACCRUAL, LINE_DIMENSION
from einvoice.model.records import Line

IMPORT_LINE = Table(
    "BG-25",
    Line,
    (
        Switch(
            "productidentifier",
            "type",
            {
                "customer": Leaf("BT-155", "seller_item_identifier", "", STRIPPED),
                "primaryeancode": Leaf("BT-157", "standard_item_identifier", "", STRIPPED),
                "secondaryeancode": Leaf("EX-PRODUCT-IDENTIFIER-VALUE", "product_identifiers[0].value", "", STRIPPED),
                "netvisor": Leaf(None, "native.product_key", "", STRIPPED),
            },
            default="customer",
        ),
        Leaf("BT-153", "item_name", "productname", STRIPPED, limit=200),
        Switch(
            "productunitprice",
            "type",
            {
                "gross": Leaf("EX-PRICE-WITH-VAT", "price_with_vat", "", COMMA),
                "net": Leaf("BT-146", "net_price", "", COMMA),
                "netvisor": Leaf(None, "native.register_price", "", STRIPPED),
            },
            default="net",
            same=True,
        ),
        Leaf(
            "EX-PURCHASE-PRICE",
            "internal.purchase_price",
            "productunitpurchaseprice",
            COMMA,
            (Attr("type", const="net"),),
        ),
        Leaf(
            "BT-152", "vat_rate", "productvatpercentage", COMMA, (Attr("vatcode", None, "native.vat_code", STRIPPED),)
        ),
        Leaf("BT-129", "quantity", "salesinvoiceproductlinequantity", COMMA),
        Leaf(
            "BT-138",
            "allowances_charges[0].percentage",
            "salesinvoiceproductlinediscountpercentage",
            COMMA,
            (Attr("type", None, "native.discount_type"),),
        ),
        Leaf("BT-154", "item_description", "salesinvoiceproductlinefreetext", STRIPPED, limit=255),
        Leaf("EX-LINE-VAT", "vat_amount", "salesinvoiceproductlinevatsum", COMMA),
        Leaf("EX-LINE-AMOUNT-WITH-VAT", "amount_with_vat", "salesinvoiceproductlinesum", COMMA),
        Leaf("EX-INVENTORY", "internal.inventory_identifier", "salesinvoiceproductlineinventoryid", STRIPPED),
        Leaf("EX-ACCOUNT-SUGGESTION", "internal.account_suggestion", "accountingaccountsuggestion", STRIPPED),
        Leaf(None, "native.skip_accrual", "skipaccrual", STRIPPED),
        Group("EX-LINE-DIMENSION", "internal.dimensions", "dimension", LINE_DIMENSION, many=True),
        Leaf("EX-PROVISION", "internal.provision_percentage", "provisionpercentage", COMMA),
        Group("EX-LINE-ACCRUAL", "internal.accrual", "accrualrule", LINE_ACCRUAL),
        Leaf("EX-UNIT-NAME", "unit_name", "productunitname", STRIPPED, limit=14),
        Leaf("EX-LINE-DELIVERY-DATE", "delivery_date", "deliverydate", DATE_LOOSE, ANSI),
        Leaf("EX-LINE-ORDER", "order_reference", "ordernumber", STRIPPED),
        Leaf(
            "EX-LINE-PROPOSED-ACCOUNT",
            "buyer_proposed_account",
            "proposedaccount",
            STRIPPED,
            (Attr("type", const="customer"),),
        ),
        Leaf("BT-133", "buyer_accounting_reference", "accountdimensiontext", STRIPPED, limit=35),
        Absent("BT-126", "Netvisor numbers lines by their order", as_info=True),
        Absent("BT-128", "Netvisor lines have no object identifier"),
        Absent("BT-130", "Netvisor names units in words", as_info=True),
        Absent("BT-131", "Netvisor states line totals with VAT", as_info=True),
        Absent("BT-132", "Netvisor lines name an order, not a line of it"),
        Absent("BG-26", "Netvisor lines have no period"),
        Absent("BG-27", "a Netvisor line has one discount, in per cent"),
        Absent("BG-28", "Netvisor lines have no charges"),
        Absent("BT-147", "Netvisor has one unit price; the discount is subtracted"),
        Absent("BT-148", "Netvisor has one unit price; the discount is subtracted"),
        Absent("BT-149", "Netvisor prices are per unit"),
        Absent("BT-150", "Netvisor prices are per unit"),
        Absent("BT-151", "the VAT code of Netvisor says the category", as_info=True),
        Absent("BT-156", "Netvisor lines have no product identifier of the buyer"),
        Absent("BT-157-1", "Netvisor knows EAN codes only", as_info=True),
        Absent("BT-158", "Netvisor lines have no classification"),
        Absent("BT-159", "Netvisor lines have no country of origin"),
        Absent("BG-32", "Netvisor lines have no properties"),
        Absent("EX-PRODUCT-IDENTIFIER", "Netvisor takes one product identifier"),
        Absent("EX-PRODUCT-IDENTIFIER-KIND", "the type of the identifier says it", as_info=True),
        Absent("EX-INVENTORY-NAME", "Netvisor knows the stock place by its key", as_info=True),
    ),
    elsewhere=("note", "text_rows", "native.discount"),
)

DETAIL_LINE = Table(
    "BG-25",
    Line,
    (
        Leaf(None, "native.line_key", "netvisorkey", STRIPPED),
        Leaf("BT-155", "seller_item_identifier", "productidentifier", STRIPPED, (Attr("type", const="customer"),)),
        Leaf("BT-153", "item_name", "productname", STRIPPED),
        Leaf(None, "native.product_key", "productnetvisorkey", STRIPPED),
        Switch(
            "productunitprice",
            "type",
            {
                "gross": Leaf("EX-PRICE-WITH-VAT", "price_with_vat", "", COMMA),
                "net": Leaf("BT-146", "net_price", "", COMMA),
            },
            default="net",
            same=True,
        ),
        Leaf(
            "EX-PURCHASE-PRICE", "internal.purchase_price", "productpurchaseprice", COMMA, (Attr("type", const="net"),)
        ),
        Leaf(
            "BT-152", "vat_rate", "productvatpercentage", COMMA, (Attr("vatcode", None, "native.vat_code", STRIPPED),)
        ),
        Leaf("BT-157", "standard_item_identifier", "productprimaryeancode", STRIPPED),
        Leaf("EX-PRODUCT-IDENTIFIER-VALUE", "product_identifiers[0].value", "productsecondaryeancode", STRIPPED),
        Leaf("BT-129", "quantity", "salesinvoiceproductlinequantity", COMMA),
        Leaf("EX-UNIT-NAME", "unit_name", "salesinvoiceproductlineunit", STRIPPED),
        Leaf("EX-LINE-DELIVERY-DATE", "delivery_date", "salesinvoiceproductlinedeliverydate", DATE_LOOSE, ANSI),
        Leaf("BT-138", "allowances_charges[0].percentage", "salesinvoiceproductlinediscountpercentage", COMMA),
        Leaf("BT-154", "item_description", "salesinvoiceproductlinefreetext", STRIPPED),
        Leaf("EX-LINE-VAT", "vat_amount", "salesinvoiceproductlinevatsum", COMMA),
        Leaf("EX-LINE-AMOUNT-WITH-VAT", "amount_with_vat", "salesinvoiceproductlinesum", COMMA),
        Leaf(None, "native.line_sum", "salesinvoiceproductlinelinesum", COMMA),
        Leaf("EX-INVENTORY", "internal.inventory_identifier", "salesinvoiceproductlineinventoryid", STRIPPED),
        Leaf("EX-INVENTORY-NAME", "internal.inventory_name", "salesinvoiceproductlineinventoryname", STRIPPED),
        Leaf("EX-ACCOUNT-SUGGESTION", "internal.account_suggestion", "accountingaccountsuggestion", STRIPPED),
        Leaf(None, "native.account_suggestion_number", "accountingaccountsuggestionaccountnumber", STRIPPED),
        Group("EX-LINE-DIMENSION", "internal.dimensions", "dimension", LINE_DIMENSION, many=True),
        Leaf("EX-PROVISION", "internal.provision_percentage", "provisionpercentage", COMMA),
        Group("EX-LINE-ACCRUAL", "internal.accrual", "accrualrule", LINE_ACCRUAL),
        Leaf("EX-LINE-ORDER", "order_reference", "ordernumber", STRIPPED),
        Leaf("BT-133", "buyer_accounting_reference", "accountdimensiontext", STRIPPED),
    ),
    elsewhere=("note", "text_rows"),
)
