"""The invoice row.

A single discount stands flat in the row and is kept as text here; `settle` makes the allowance of it, `project` the
texts of the allowance.  Text rows and holders of sub-rows are rows too until `settle` takes them out.
"""

from __future__ import annotations

from typing import Final

from einvoice.formats.finvoice import irregular
from einvoice.formats.finvoice.codecs import AMOUNT, DAY_WITH_TIME, PERCENTAGE, QUANTITY
from einvoice.formats.finvoice.keeping import keep
from einvoice.formats.finvoice.parts import CURRENCY, FORMAT, ROW_CHARGE, ROW_DISCOUNT, amount, day, joined, kept, text
from einvoice.formats.mapping import Absent, Attr, Group, Leaf, Pair, Row, Table
from einvoice.formats.mapping.codecs import CODE, STRIPPED
from einvoice.model.records import ItemAttribute, Line

ROW: Final = "InvoiceRow"
FREE_TEXT_LENGTH: Final = 512


def _unit(path: str) -> tuple[Attr, ...]:
    return (
        *CURRENCY,
        Attr("UnitPriceUnitCode", None, f"native.{path}/@UnitPriceUnitCode", STRIPPED, repeats="unit_name"),
        Attr("QuantityUnitCodeUN", None, f"native.{path}/@QuantityUnitCodeUN", CODE, repeats="unit_code"),
    )


def _flat(path: str) -> Leaf:
    return kept(path, "AmountCurrencyIdentifier")


ATTRIBUTE = Table(
    "BG-32",
    ItemAttribute,
    (text("BT-160", "name", "RowDefinitionHeaderText"), text("BT-161", "value", "RowDefinitionValue")),
)

_PROGRESSIVE = irregular.in_currency(
    "allowances_charges",
    "RowProgressiveDiscountDetails",
    ROW_DISCOUNT,
    select=irregular.several_discounts,
    charge=False,
)
_CHARGES = irregular.in_currency("allowances_charges", "RowChargeDetails", ROW_CHARGE, charge=True)

ROWS: tuple[Row, ...] = (
    text("BT-128", "object_identifier", "InvoicedObjectID", Attr("SchemeID", "BT-128-1", "object_identifier_scheme")),
    text("BT-155", "seller_item_identifier", "ArticleIdentifier"),
    Pair(
        ("BT-158", "BT-158-1", "BT-158-2"),
        ("classifications",),
        "ArticleGroupIdentifier",
        irregular.read_classifications,
        irregular.write_classifications,
    ),
    text("BT-153", "item_name", "ArticleName"),
    text("BT-154", "item_description", "ArticleDescription"),
    text("BT-156", "buyer_item_identifier", "BuyerArticleIdentifier"),
    text(
        "BT-157",
        "standard_item_identifier",
        "EanCode",
        Attr("SchemeID", "BT-157-1", "standard_item_identifier_scheme"),
    ),
    Group("BG-32", "attributes", "RowDefinitionDetails", ATTRIBUTE, many=True),
    Leaf(
        "BT-129",
        "quantity",
        "InvoicedQuantity",
        QUANTITY,
        (
            Attr("QuantityUnitCode", "EX-UNIT-NAME", "unit_name", STRIPPED),
            Attr("QuantityUnitCodeUN", "BT-130", "unit_code", CODE),
        ),
    ),
    Leaf("BT-134", "period.start_date", "StartDate", DAY_WITH_TIME, FORMAT),
    Leaf("BT-135", "period.end_date", "EndDate", DAY_WITH_TIME, FORMAT),
    Leaf("BT-148", "gross_price", "UnitPriceAmount", AMOUNT, _unit("UnitPriceAmount")),
    Leaf("BT-147", "price_discount", "UnitPriceDiscountAmount", AMOUNT, _unit("UnitPriceDiscountAmount")),
    Leaf("BT-146", "net_price", "UnitPriceNetAmount", AMOUNT, _unit("UnitPriceNetAmount")),
    Leaf(
        "EX-PRICE-WITH-VAT",
        "price_with_vat",
        "UnitPriceVatIncludedAmount",
        AMOUNT,
        _unit("UnitPriceVatIncludedAmount"),
    ),
    Leaf(
        "BT-149",
        "price_base_quantity",
        "UnitPriceBaseQuantity",
        QUANTITY,
        (
            Attr("QuantityUnitCode", None, "native.UnitPriceBaseQuantity/@QuantityUnitCode", STRIPPED),
            Attr("QuantityUnitCodeUN", "BT-150", "price_base_quantity_unit_code", CODE),
        ),
    ),
    text("EX-LINE-ORDER", "order_reference", "RowIdentifier"),
    text("BT-132", "order_line_reference", "RowOrderPositionIdentifier"),
    text("BT-126", "identifier", "RowPositionIdentifier"),
    day("EX-LINE-DELIVERY-DATE", "delivery_date", "RowDeliveryDate"),
    text("BT-159", "origin_country_code", "RowDeliveryDetails/RowCustomsInfo/CNOriginCountryCode"),
    text("EX-LINE-PROPOSED-ACCOUNT", "buyer_proposed_account", "RowNormalProposedAccountIdentifier"),
    text("BT-133", "buyer_accounting_reference", "RowAccountDimensionText"),
    joined("BT-127", "note", "RowFreeText", FREE_TEXT_LENGTH),
    kept("RowDiscountPercent"),
    _flat("RowDiscountAmount"),
    _flat("RowDiscountBaseAmount"),
    kept("RowDiscountTypeCode"),
    kept("RowDiscountTypeText"),
    Pair(("BG-27",), ("allowances_charges",), "RowProgressiveDiscountDetails", *_PROGRESSIVE, (ROW_DISCOUNT,)),
    Pair(("BG-28",), ("allowances_charges",), "RowChargeDetails", *_CHARGES, (ROW_CHARGE,)),
    Leaf("BT-152", "vat_rate", "RowVatRatePercent", PERCENTAGE),
    Leaf("BT-151", "vat_category", "RowVatCode", CODE),
    amount("EX-LINE-VAT", "vat_amount", "RowVatAmount"),
    amount("BT-131", "net_amount", "RowVatExcludedAmount"),
    amount("EX-LINE-AMOUNT-WITH-VAT", "amount_with_vat", "RowAmount"),
    Absent("EX-PRODUCT-IDENTIFIER", "Finvoice has three article identifiers, and no place for this kind"),
    Absent("EX-TEXT-ROWS", "a text row is a row of its own"),
    Absent("EX-LINE-INTERNAL", "it never leaves the seller", as_info=True),
)
"""The rows of 3.0 in the order of its schema."""

LINE = Table("BG-25", Line, ROWS, keep=keep("3.0", (ROW,)))
