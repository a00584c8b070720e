"""FV-50 to FV-68: rows and totals, a document for each case."""

import pytest
from lxml import etree
from tests.schematron.finvoice import Case, changed, check, judged
from tests.schematron.finvoice.wire import (
    CHARGE,
    CLAIM,
    DISCOUNT,
    FIRST_ROW,
    FIRST_VAT,
    ROWS,
    SECOND_ROW,
    SECOND_VAT,
    a,
    after,
    e,
    first_row,
    one,
    priced,
    to,
    without,
)

NET = "RowVatExcludedAmount"
TWO = e("InvoicedQuantity", "2")
PRICE = a("UnitPriceNetAmount", "100,00")
TOTAL = "InvoiceTotalVatIncludedAmount"
SUB_HUNDRED = e("InvoiceRow", e("SubInvoiceRow", a("SubRowVatExcludedAmount", "100,00"), a("SubRowAmount", "114,10")))


def steps(*details: str) -> str:
    return "".join(e("RowProgressiveDiscountDetails", each) for each in details)


def percent(value: str) -> str:
    return e("RowDiscountPercent", value)


def discount(value: str) -> str:
    return a("RowDiscountAmount", value)


def partial(with_vat: int, net: int, dates: int, references: int) -> tuple[str, str]:
    paid = a("PaidAmount", "0,00") + a("UnPaidAmount", "300,00")
    lists = (
        a("PartialPaymentVatIncludedAmount", "100,00") * with_vat
        + a("PartialPaymentVatExcludedAmount", "80,00") * net
        + e("PartialPaymentDueDate", "20261001", Format="CCYYMMDD") * dates
        + e("PartialPaymentReferenceIdentifier", "10016") * references
    )
    return after("</InvoiceDetails>\n", e("PartialPaymentDetails", paid, lists))


def paid(status: str, method: str = "") -> tuple[str, str]:
    text = e("PaymentMethodText", method) if method else ""
    return after("</InvoiceDetails>\n", e("PaymentStatusDetails", e("PaymentStatusCode", status), text))


def of_type(code: str) -> tuple[str, str]:
    return "<InvoiceTypeCode>INV01", f"<InvoiceTypeCode>{code}"


FV_50 = [
    # case                         rows
    ("valid_tolerance_above", priced("200,01", TWO, PRICE), ""),
    ("valid_tolerance_below", priced("199,99", TWO, PRICE), ""),
    ("invalid_beyond_above", priced("200,0101", TWO, PRICE), "200,0101 EUR, expected 200,00"),
    (
        "invalid_beyond_below",
        priced("199,98", TWO, PRICE),
        "199,98 EUR, expected 200,00 (difference -0,02): quantity 2 times price 100,00",
    ),
    ("valid_delivered", priced("300,00", e("DeliveredQuantity", "3"), PRICE), ""),
    ("invalid_delivered", priced("200,00", e("DeliveredQuantity", "3"), PRICE), "quantity 3"),
    ("valid_ordered", priced("300,00", e("OrderedQuantity", "3"), PRICE), ""),
    ("invalid_ordered", priced("200,00", e("OrderedQuantity", "3"), PRICE), "quantity 3"),
    ("valid_invoiced_first", priced("200,00", e("DeliveredQuantity", "3"), TWO, PRICE), ""),
    (
        "invalid_invoiced_first",
        priced("300,00", e("DeliveredQuantity", "3"), TWO, PRICE),
        "with the other quantity of the row, 3, it would come out",
    ),
    ("valid_empty_invoiced", priced("300,00", e("DeliveredQuantity", "3"), e("InvoicedQuantity"), PRICE), ""),
    (
        "valid_unit_of_price",
        priced(
            "200,00",
            e("InvoicedQuantity", "2000", QuantityUnitCode="g"),
            e("InvoicedQuantity", "2", QuantityUnitCode="KG"),
            a("UnitPriceAmount", "100,00", UnitPriceUnitCode="EUR/kg"),
        ),
        "",
    ),
    (
        "valid_unit_word",
        priced(
            "200,00",
            e("InvoicedQuantity", "2000", QuantityUnitCode="g"),
            e("InvoicedQuantity", "2", QuantityUnitCode="kg"),
            a("UnitPriceAmount", "100,00", UnitPriceUnitCode="kg"),
        ),
        "",
    ),
    (
        "valid_unit_code",
        priced(
            "200,00",
            e("InvoicedQuantity", "2000", QuantityUnitCodeUN="GRM"),
            e("InvoicedQuantity", "2", QuantityUnitCodeUN="KGM"),
            a("UnitPriceNetAmount", "100,00", QuantityUnitCodeUN="KGM"),
        ),
        "",
    ),
    (
        "invalid_no_unit_fits",
        priced(
            "200,00",
            e("InvoicedQuantity", "2000", QuantityUnitCode="g"),
            e("InvoicedQuantity", "2", QuantityUnitCode="kg"),
            PRICE,
        ),
        "quantity 2000",
    ),
    (
        "valid_first_of_several",
        priced(
            "200,00",
            e("InvoicedQuantity", "2", QuantityUnitCode="kg"),
            e("InvoicedQuantity", "2000", QuantityUnitCode="g"),
            PRICE,
        ),
        "",
    ),
    (
        "valid_gross_less_discount",
        priced("180,00", TWO, a("UnitPriceAmount", "100,00"), a("UnitPriceDiscountAmount", "10,00")),
        "",
    ),
    ("valid_one_price", priced("200,00", TWO, a("UnitPriceAmount", "100,00")), ""),
    ("valid_base_quantity", priced("2,00", TWO, PRICE, e("UnitPriceBaseQuantity", "100")), ""),
    ("invalid_base_quantity", priced("200,00", TWO, PRICE, e("UnitPriceBaseQuantity", "100")), "per 100"),
    ("valid_base_thirds", priced("66,67", TWO, PRICE, e("UnitPriceBaseQuantity", "3")), ""),
    ("silent_base_zero", priced("999,00", TWO, PRICE, e("UnitPriceBaseQuantity", "0")), ""),
    ("silent_base_text", priced("999,00", TWO, PRICE, e("UnitPriceBaseQuantity", "sata")), ""),
    ("silent_cents_c", priced("999,00", TWO, a("UnitPriceAmount", "100,00", UnitPriceUnitCode="c/kWh"), PRICE), ""),
    ("silent_cents_snt", priced("999,00", TWO, a("UnitPriceNetAmount", "100,00", UnitPriceUnitCode="snt/kWh")), ""),
    ("silent_cents_ct", priced("999,00", TWO, a("UnitPriceNetAmount", "100,00", UnitPriceUnitCode="Ct/kWh")), ""),
    (
        "invalid_euro_unit",
        priced("999,00", TWO, a("UnitPriceNetAmount", "100,00", UnitPriceUnitCode="e/kpl")),
        "expected 200,00",
    ),
    ("valid_discount", priced("170,00", TWO, PRICE, discount("30,00")), ""),
    ("invalid_discount", priced("200,00", TWO, PRICE, discount("30,00")), "less discounts 30,00"),
    ("valid_percent_alone", priced("190,00", TWO, PRICE, percent("5")), ""),
    ("invalid_percent_alone", priced("200,00", TWO, PRICE, percent("5")), "expected 190,00"),
    ("valid_percent_of_base", priced("195,00", TWO, PRICE, percent("5"), a("RowDiscountBaseAmount", "100,00")), ""),
    ("valid_both_places", priced("160,00", TWO, PRICE, discount("30,00"), steps(discount("10,00"))), ""),
    (
        "invalid_both_places",
        priced("170,00", TWO, PRICE, discount("30,00"), steps(discount("10,00"))),
        "less discounts 40,00",
    ),
    ("valid_steps", priced("165,00", TWO, PRICE, steps(discount("30,00"), percent("2,5"))), ""),
    ("valid_percents_one_by_one", priced("162,00", TWO, PRICE, steps(percent("10"), percent("10"))), ""),
    ("valid_percents_together", priced("160,00", TWO, PRICE, steps(percent("10"), percent("10"))), ""),
    ("invalid_percents", priced("161,00", TWO, PRICE, steps(percent("10"), percent("10"))), "expected 160,00"),
    (
        "valid_charges",
        priced(
            "215,00",
            TWO,
            PRICE,
            e("RowChargeDetails", a("Amount", "10,00")),
            e("RowChargeDetails", e("Percent", "2,5")),
        ),
        "",
    ),
    (
        "invalid_charges",
        priced("200,00", TWO, PRICE, e("RowChargeDetails", a("Amount", "10,00"))),
        "plus charges 10,00",
    ),
    (
        "valid_charge_of_base",
        priced("201,00", TWO, PRICE, e("RowChargeDetails", e("Percent", "1"), a("BaseAmount", "100,00"))),
        "",
    ),
    (
        "valid_credit_signed",
        priced(
            "-95,00",
            e("InvoicedQuantity", "-1"),
            PRICE,
            discount("-10,00"),
            e("RowChargeDetails", a("Amount", "-5,00")),
        ),
        "",
    ),
    (
        "valid_credit_unsigned",
        priced(
            "-95,00", e("InvoicedQuantity", "-1"), PRICE, discount("10,00"), e("RowChargeDetails", a("Amount", "5,00"))
        ),
        "",
    ),
    (
        "valid_credit_half_signed",
        priced(
            "-95,00", e("InvoicedQuantity", "-1"), PRICE, discount("10,00"), e("RowChargeDetails", a("Amount", "-5,00"))
        ),
        "",
    ),
    ("valid_credit_percent", priced("-95,00", e("InvoicedQuantity", "-1"), PRICE, percent("5")), ""),
    ("invalid_credit", priced("-80,00", e("InvoicedQuantity", "-1"), PRICE, discount("10,00")), "-80,00 EUR"),
    (
        "invalid_unsigned_positive",
        priced("110,00", e("InvoicedQuantity", "1"), PRICE, discount("10,00")),
        "expected 90,00",
    ),
    ("valid_decimal_points", priced("199.99", e("InvoicedQuantity", "2.0"), a("UnitPriceNetAmount", "100.00")), ""),
    ("silent_quantity_text", priced("999,00", e("InvoicedQuantity", "kaksi"), e("DeliveredQuantity", "2"), PRICE), ""),
    ("silent_price_text", priced("999,00", TWO, a("UnitPriceNetAmount", "sata")), ""),
    ("silent_discount_text", priced("999,00", TWO, PRICE, discount("paljon")), ""),
    ("silent_no_quantity", priced("999,00", PRICE), ""),
    ("silent_no_price", priced("999,00", TWO), ""),
    ("silent_no_net", priced("", TWO, PRICE), ""),
    ("silent_vat_inclusive_price", priced("999,00", TWO, a("UnitPriceVatIncludedAmount", "100,00")), ""),
    ("silent_other_currency", priced("999,00", TWO, PRICE, a("RowDiscountAmount", "30,00", "NOK")), ""),
    (
        "valid_price_of_five_places",
        priced("0,11", e("InvoicedQuantity", "10000"), a("UnitPriceNetAmount", "0,00001")),
        "",
    ),
]


@pytest.mark.parametrize(("case", "changes", "says"), FV_50, ids=[row[0] for row in FV_50])
def test_row_net(case, changes, says):
    check(Case("FV-50", changes, int(case.startswith("invalid")), says))


def rows_case(id: str, says: str, *elements: str, fires: int = 1) -> Case:
    """Return a case of one row more."""
    return Case(id, (after(SECOND_ROW, e("InvoiceRow", e("RowPositionIdentifier", "3"), *elements)),), fires, says)


def gross(price: str, less: str, net: str, **attributes: str) -> tuple[str, ...]:
    return (
        a("UnitPriceAmount", price, **attributes),
        a("UnitPriceDiscountAmount", less) if less else "",
        a("UnitPriceNetAmount", net),
    )


def amounts(net: str, vat: str, whole: str, rate: str = "") -> tuple[str, ...]:
    parts = [(NET, net), ("RowVatAmount", vat), ("RowAmount", whole)]
    written = [a(name, value) for name, value in parts if value]
    return (e("RowVatRatePercent", rate), *written) if rate else (*written,)


ROW_CASES = {
    "FV-51": {
        "valid": rows_case("FV-51", "", *gross("50,00", "5,00", "45,00"), fires=0),
        "valid_at_tolerance": rows_case("FV-51", "", *gross("50,00", "5,00", "45,01"), fires=0),
        "invalid_beyond": rows_case(
            "FV-51", "row 3: the net price is 45,0101 EUR, expected 45,00", *gross("50,00", "5,00", "45,0101")
        ),
        "invalid_no_discount": rows_case(
            "FV-51", "expected 50,00 (difference -5,00): price 50,00 EUR, no discount", *gross("50,00", "", "45,00")
        ),
        "valid_no_discount": rows_case("FV-51", "", *gross("50,00", "", "50,00"), fires=0),
        "silent_text": rows_case("FV-51", "", *gross("50,00", "vähän", "45,00"), fires=0),
        "silent_units_differ": rows_case(
            "FV-51",
            "",
            a("UnitPriceAmount", "5,00", UnitPriceUnitCode="c/kWh"),
            a("UnitPriceNetAmount", "0,05", UnitPriceUnitCode="EUR/kWh"),
            fires=0,
        ),
        "silent_codes_differ": rows_case(
            "FV-51",
            "",
            a("UnitPriceAmount", "5,00", QuantityUnitCodeUN="KGM"),
            a("UnitPriceNetAmount", "0,05", QuantityUnitCodeUN="GRM"),
            fires=0,
        ),
        "silent_one_price": rows_case(
            "FV-51", "", a("UnitPriceAmount", "5,00"), a("UnitPriceDiscountAmount", "1,00"), fires=0
        ),
        "silent_currencies": rows_case(
            "FV-51", "", a("UnitPriceAmount", "5,00", "NOK"), a("UnitPriceNetAmount", "1,00"), fires=0
        ),
    },
    "FV-52": {
        "valid": rows_case("FV-52", "", *amounts("100,00", "25,50", "125,50"), fires=0),
        "valid_at_tolerance": rows_case("FV-52", "", *amounts("100,00", "25,50", "125,51"), fires=0),
        "invalid": rows_case(
            "FV-52", "125,52 EUR, expected 125,50 (difference 0,02)", *amounts("100,00", "25,50", "125,52")
        ),
        "valid_negative": rows_case("FV-52", "", *amounts("-100,00", "-25,50", "-125,50"), fires=0),
        "silent_no_vat": rows_case("FV-52", "", *amounts("100,00", "", "999,00"), fires=0),
        "silent_no_net": rows_case("FV-52", "", *amounts("", "25,50", "999,00"), fires=0),
        "silent_text": rows_case("FV-52", "", *amounts("100,00", "25,50", "sata"), fires=0),
        "silent_currencies": rows_case(
            "FV-52", "", *amounts("100,00", "25,50", ""), a("RowAmount", "999,00", "NOK"), fires=0
        ),
    },
    "FV-53": {
        "valid": rows_case("FV-53", "", *amounts("100,00", "25,50", "", "25,5"), fires=0),
        "valid_rounded": rows_case("FV-53", "", *amounts("0,99", "0,25", "", "25,5"), fires=0),
        "valid_at_tolerance": rows_case("FV-53", "", *amounts("100,00", "25,49", "", "25,5"), fires=0),
        "invalid": rows_case(
            "FV-53",
            "24,00 EUR, expected 25,50 (difference -1,50): 25,5 % of 100,00 EUR",
            *amounts("100,00", "24,00", "", "25,5"),
        ),
        "invalid_beyond": rows_case("FV-53", "", *amounts("100,00", "25,52", "", "25,5")),
        "invalid_without_vat": rows_case("FV-53", "", *amounts("100,00", "0,00", "", "25,5")),
        "silent_no_rate": rows_case("FV-53", "", *amounts("100,00", "24,00", ""), fires=0),
        "silent_rate_text": rows_case("FV-53", "", *amounts("100,00", "24,00", "", "vapaa"), fires=0),
    },
    "FV-63": {
        "valid": rows_case("FV-63", "", TWO, PRICE, percent("5"), discount("10,00"), fires=0),
        "valid_at_tolerance": rows_case("FV-63", "", TWO, PRICE, percent("5"), discount("10,01"), fires=0),
        "invalid": rows_case(
            "FV-63",
            "row 3: the discount is 12,00 EUR, expected 10,00 (difference 2,00): 5 % of 200,00",
            TWO,
            PRICE,
            percent("5"),
            discount("12,00"),
        ),
        "valid_of_base": rows_case(
            "FV-63", "", percent("5"), discount("12,00"), a("RowDiscountBaseAmount", "240,00"), fires=0
        ),
        "invalid_of_base": rows_case(
            "FV-63", "5 % of 200,00", percent("5"), discount("12,00"), a("RowDiscountBaseAmount", "200,00")
        ),
        "valid_of_gross_price": rows_case(
            "FV-63", "", TWO, a("UnitPriceAmount", "120,00"), PRICE, percent("5"), discount("12,00"), fires=0
        ),
        "valid_credit_unsigned": rows_case(
            "FV-63", "", e("InvoicedQuantity", "-2"), PRICE, percent("5"), discount("10,00"), fires=0
        ),
        "valid_credit": rows_case(
            "FV-63", "", e("InvoicedQuantity", "-2"), PRICE, percent("5"), discount("-10,00"), fires=0
        ),
        "silent_cents": rows_case(
            "FV-63",
            "",
            TWO,
            a("UnitPriceAmount", "100,00", UnitPriceUnitCode="snt/kWh"),
            percent("5"),
            discount("0,10"),
            fires=0,
        ),
        "silent_no_base": rows_case("FV-63", "", percent("5"), discount("12,00"), fires=0),
        "silent_no_amount": rows_case("FV-63", "", TWO, PRICE, percent("5"), fires=0),
        "silent_text": rows_case("FV-63", "", TWO, PRICE, percent("viisi"), discount("12,00"), fires=0),
        "valid_steps": rows_case(
            "FV-63",
            "",
            TWO,
            PRICE,
            steps(percent("10") + discount("20,00"), percent("10") + discount("18,00")),
            fires=0,
        ),
        "valid_steps_of_all": rows_case(
            "FV-63",
            "",
            TWO,
            PRICE,
            steps(percent("10") + discount("20,00"), percent("10") + discount("20,00")),
            fires=0,
        ),
        "valid_step_of_base": rows_case(
            "FV-63",
            "",
            TWO,
            PRICE,
            steps(percent("10") + discount("5,00") + a("RowDiscountBaseAmount", "50,00")),
            fires=0,
        ),
        "invalid_step": rows_case(
            "FV-63",
            "row 3: discount 2 of several is 19,00 EUR, expected 20,00",
            TWO,
            PRICE,
            steps(percent("10") + discount("20,00"), percent("10") + discount("19,00")),
        ),
        "valid_step_after_flat": rows_case(
            "FV-63", "", TWO, PRICE, discount("100,00"), steps(percent("10") + discount("10,00")), fires=0
        ),
        "silent_step_of_amount": rows_case("FV-63", "", TWO, PRICE, steps(discount("19,00")), fires=0),
        "valid_document": Case("FV-63", (), 0),
        "invalid_document": Case(
            "FV-63",
            (to("BaseAmount", "100,00", "200,00"),),
            1,
            "the discount of the document is 10,00 EUR, expected 20,00",
        ),
        "invalid_document_beyond": Case("FV-63", (to("BaseAmount", "100,00", "100,20"),), 1, "10,0 % of 100,20"),
        "valid_document_at_tolerance": Case("FV-63", (to("BaseAmount", "100,00", "100,10"),), 0),
        "valid_document_of_rows": Case("FV-63", (without("BaseAmount", "100,00"), to("Percent", "10,0", "3,448")), 0),
        "invalid_document_of_rows": Case("FV-63", (without("BaseAmount", "100,00"),), 1, "expected 29,00"),
        "silent_document_currency": Case(
            "FV-63", ((one("BaseAmount", "100,00"), a("BaseAmount", "200,00", "NOK")),), 0
        ),
    },
}
BY_ROW = [(f"{id}_{name}", case) for id, cases in ROW_CASES.items() for name, case in cases.items()]


@pytest.mark.parametrize(("name", "case"), BY_ROW, ids=[name for name, _ in BY_ROW])
def test_rows(name, case):
    check(case)


ROWS_TOTAL = one("RowsTotalVatExcludedAmount", "290,00")
DISCOUNTS_TOTAL = one("DiscountsTotalVatExcludedAmount", "10,00")
CHARGES_TOTAL = one("ChargesTotalVatExcludedAmount", "20,00")
NET_TOTAL = one("InvoiceTotalVatExcludedAmount", "300,00")
VAT_TOTAL = one("InvoiceTotalVatAmount", "65,10")
EPI = "EpiInstructedAmount"
OTHER_VAT = FIRST_VAT.replace("EUR", "SEK")
NO_TOTALS = ((DISCOUNTS_TOTAL, ""), (CHARGES_TOTAL, ""))

TOTALS = [
    Case("FV-54", (), 0),
    Case("FV-54", (to("RowsTotalVatExcludedAmount", "290,00", "290,01"),), 0),
    Case(
        "FV-54",
        (to("RowsTotalVatExcludedAmount", "290,00", "290,02"),),
        1,
        "290,02 EUR, expected 290,00 (difference 0,02)",
    ),
    Case("FV-54", (to("RowsTotalVatExcludedAmount", "290,00", "289,98"),), 1, "(difference -0,02)"),
    # A priced row without a net amount: what the rows come to is not known.
    Case("FV-54", (to("RowsTotalVatExcludedAmount", "290,00", "100,00"), without(NET, "190,00")), 0),
    Case("FV-54", (to("RowsTotalVatExcludedAmount", "290,00", "100,00"), to(NET, "190,00", "sata")), 0),
    # A row of text has no price, so it need not have one.
    Case(
        "FV-54",
        (
            to("RowsTotalVatExcludedAmount", "290,00", "300,00"),
            after(ROWS, e("InvoiceRow", e("RowFreeText", "Kiitos"))),
        ),
        1,
    ),
    Case(
        "FV-54", (to("RowsTotalVatExcludedAmount", "290,00", "390,00"), after(ROWS, SUB_HUNDRED)), 1, "expected 290,00"
    ),
    Case("FV-54", ((ROWS_TOTAL, ""),), 0),
    Case("FV-54", ((ROWS_TOTAL, a("RowsTotalVatExcludedAmount", "999,00", "SEK")),), 0),
    Case("FV-54", (to(NET, "190,00", "190.00"), to("RowsTotalVatExcludedAmount", "290,00", "290.00")), 0),
    Case("FV-55", (), 0),
    Case("FV-55", ((DISCOUNTS_TOTAL, a("DiscountsTotalVatExcludedAmount", "10,01")),), 0),
    Case(
        "FV-55",
        ((DISCOUNTS_TOTAL, a("DiscountsTotalVatExcludedAmount", "10,02")),),
        1,
        "the total of discounts is 10,02 EUR, expected 10,00",
    ),
    Case("FV-55", ((CHARGES_TOTAL, a("ChargesTotalVatExcludedAmount", "19,99")),), 0),
    Case(
        "FV-55",
        ((CHARGES_TOTAL, a("ChargesTotalVatExcludedAmount", "19,98")),),
        1,
        "the total of charges is 19,98 EUR, expected 20,00",
    ),
    Case("FV-55", ((DISCOUNT, ""),), 1, "expected 0,00"),
    Case("FV-55", ((DISCOUNT, ""), (DISCOUNTS_TOTAL, a("DiscountsTotalVatExcludedAmount", "0,00"))), 0),
    Case("FV-55", ((DISCOUNT, DISCOUNT * 2),), 1, "expected 20,00"),
    Case("FV-55", NO_TOTALS, 0),
    Case("FV-55", ((one("Amount", "20,00"), ""),), 0),
    Case("FV-55", ((one("Amount", "20,00"), a("Amount", "99,00", "NOK")),), 0),
    Case("FV-56", (), 0),
    Case("FV-56", ((NET_TOTAL, a("InvoiceTotalVatExcludedAmount", "300,01")),), 0),
    Case(
        "FV-56",
        ((NET_TOTAL, a("InvoiceTotalVatExcludedAmount", "300,02")),),
        1,
        "300,02 EUR, expected 300,00 (difference 0,02): rows 290,00 less discounts 10,00 plus charges 20,00",
        "error",
    ),
    Case("FV-56", ((NET_TOTAL, a("InvoiceTotalVatExcludedAmount", "299,98")), CLAIM), 1, "", "warning"),
    # Before 3.0: no totals of rows, discounts and charges; a discount without VAT is information.
    Case("FV-56", ((ROWS_TOTAL, ""), *NO_TOTALS, CLAIM, (NET_TOTAL, a("InvoiceTotalVatExcludedAmount", "290,00"))), 0),
    Case(
        "FV-56",
        ((ROWS_TOTAL, ""), *NO_TOTALS, CLAIM, (NET_TOTAL, a("InvoiceTotalVatExcludedAmount", "290,02"))),
        1,
        "rows 290,00",
        "warning",
    ),
    Case("FV-56", ((ROWS_TOTAL, ""), *NO_TOTALS, CLAIM), 0),
    Case(
        "FV-56",
        ((ROWS_TOTAL, ""), without(NET, "190,00"), (NET_TOTAL, a("InvoiceTotalVatExcludedAmount", "999,00"))),
        0,
    ),
    Case("FV-56", ((NET_TOTAL, ""),), 0),
    Case("FV-56", ((NET_TOTAL, a("InvoiceTotalVatExcludedAmount", "kolmesataa")),), 0),
    Case("FV-56", ((DISCOUNTS_TOTAL, a("DiscountsTotalVatExcludedAmount", "kymmenen")),), 0),
    Case("FV-56", ((DISCOUNTS_TOTAL, a("DiscountsTotalVatExcludedAmount", "5,00", "NOK")),), 0),
    Case("FV-57", (), 0),
    Case("FV-57", (to("InvoiceTotalVatAmount", "65,10", "65,09"),), 0),
    Case(
        "FV-57",
        (to("InvoiceTotalVatAmount", "65,10", "65,08"),),
        1,
        "65,08 EUR, expected 65,10 (difference -0,02), what the breakdown adds up to: 51,00 EUR, 14,10 EUR",
        "error",
    ),
    Case("FV-57", (to("InvoiceTotalVatAmount", "65,10", "65,12"), CLAIM), 1, "", "warning"),
    # VAT in the currency of accounting is no second breakdown.
    Case("FV-57", (after(FIRST_VAT, OTHER_VAT),), 0),
    Case("FV-57", (after(FIRST_VAT, FIRST_VAT.replace("25,5", "24")),), 1, "expected 116,10"),
    Case("FV-57", (to("VatRateAmount", "51,00", "paljon"),), 0),
    Case("FV-57", (without("VatRateAmount", "51,00"),), 0),
    Case("FV-57", ((VAT_TOTAL, a("InvoiceTotalVatAmount", "999,00", "SEK")),), 0),
    Case("FV-57", ((VAT_TOTAL, ""),), 0),
    Case("FV-58", (), 0),
    Case("FV-58", (to(TOTAL, "365,10", "365,11"),), 0),
    Case(
        "FV-58",
        (to(TOTAL, "365,10", "365,12"),),
        1,
        "the grand total is 365,12 EUR, expected 365,10 (difference 0,02): without VAT 300,00 EUR plus VAT 65,10 EUR",
        "error",
    ),
    Case("FV-58", (to(TOTAL, "365,10", "365,08"), CLAIM), 1, "", "warning"),
    Case("FV-58", (to(TOTAL, "365,10", "999,00"), (VAT_TOTAL, "")), 0),
    Case("FV-58", (to(TOTAL, "365,10", "999,00"), (NET_TOTAL, "")), 0),
    Case("FV-58", (to(TOTAL, "365,10", "sata"),), 0),
    Case("FV-58", ((VAT_TOTAL, a("InvoiceTotalVatAmount", "999,00", "SEK")),), 0),
    Case("FV-59", (), 0),
    Case("FV-59", (to("VatBaseAmount", "200,00", "200,01"),), 0),
    Case(
        "FV-59",
        (to("VatBaseAmount", "200,00", "200,02"),),
        1,
        "S 25,5 % is 200,02 EUR, expected 200,00 (difference 0,02): rows of the class 190,00 and charges less",
    ),
    Case("FV-59", (to("VatBaseAmount", "100,00", "99,98"),), 1, "S 14,1 %"),
    # Codes missing somewhere: by rate alone.
    Case("FV-59", ((FIRST_VAT, FIRST_VAT.replace("<VatCode>S</VatCode>\n", "")),), 0),
    Case(
        "FV-59",
        ((FIRST_VAT, FIRST_VAT.replace("<VatCode>S</VatCode>\n", "").replace("200,00", "250,00")),),
        1,
        "the base of VAT 25,5 %",
    ),
    Case("FV-59", ((FIRST_VAT, FIRST_VAT.replace("25,5", "25,500")),), 0),
    # A class in two parts is added up.
    Case("FV-59", ((FIRST_VAT, FIRST_VAT.replace("200,00", "50,00") + FIRST_VAT.replace("200,00", "150,00")),), 0),
    Case("FV-59", (after(FIRST_VAT, OTHER_VAT.replace("200,00", "9,00")),), 0),
    # A row whose VAT or net amount is not known.
    Case("FV-59", (to("VatBaseAmount", "200,00", "999,00"), after(ROWS, e("InvoiceRow", a(NET, "5,00")))), 0),
    Case("FV-59", (to("VatBaseAmount", "200,00", "999,00"), after(ROWS, e("InvoiceRow", a("RowAmount", "5,00")))), 0),
    # A discount that does not say its class, though the totals count it; and one that they do not count.
    Case(
        "FV-59",
        (
            to("VatBaseAmount", "200,00", "999,00"),
            (DISCOUNT, DISCOUNT.replace("<VatCategoryCode>S</VatCategoryCode>", "")),
        ),
        0,
    ),
    Case("FV-59", (*NO_TOTALS, to("VatBaseAmount", "200,00", "190,00")), 0),
    Case(
        "FV-59",
        (*NO_TOTALS, (DISCOUNT, ""), (CHARGE, ""), to("VatBaseAmount", "200,00", "195,00")),
        1,
        "expected 190,00",
    ),
    Case("FV-59", (to("VatBaseAmount", "200,00", "kaksisataa"),), 0),
    Case("FV-59", (without("VatBaseAmount", "200,00"),), 0),
    Case("FV-60", (), 0),
    Case("FV-60", (to("VatRateAmount", "51,00", "51,01"),), 0),
    Case(
        "FV-60",
        (to("VatRateAmount", "51,00", "51,02"),),
        1,
        "the VAT of S 25,5 % is 51,02 EUR, expected 51,00 (difference 0,02): base 200,00 EUR, VAT of its rows 48,45",
    ),
    # The sum of the rows is as good as base times rate.
    Case("FV-60", (to("VatRateAmount", "51,00", "48,45"),), 0),
    Case("FV-60", (to("VatRateAmount", "51,00", "48,43"),), 1),
    # A cent for each row of the class.
    Case(
        "FV-60",
        (
            to("VatRateAmount", "51,00", "51,02"),
            after(ROWS, e("InvoiceRow", e("RowVatRatePercent", "25,5"), e("RowVatCode", "S"), a(NET, "0,00"))),
        ),
        0,
    ),
    Case(
        "FV-60",
        (
            to("VatRateAmount", "51,00", "51,03"),
            after(ROWS, e("InvoiceRow", e("RowVatRatePercent", "25,5"), e("RowVatCode", "S"), a(NET, "0,00"))),
        ),
        1,
    ),
    Case("FV-60", (to("VatRateAmount", "14,10", "14,12"),), 1, "base 100,00 EUR"),
    Case("FV-60", (to("VatRateAmount", "14,10", "99,00"), to("VatBaseAmount", "100,00", "sata")), 0),
    Case("FV-60", ((FIRST_VAT, FIRST_VAT.replace("25,5", "vapaa").replace("51,00", "99,00")),), 0),
    Case("FV-61", (), 0),
    Case("FV-61", (to(EPI, "300,00", "300,01"),), 0),
    Case(
        "FV-61",
        (to(EPI, "300,00", "300,02"),),
        1,
        "300,02 EUR, expected 300,00 (difference 0,02): grand total 365,10 EUR less paid 65,00 plus round-off -0,10",
    ),
    Case("FV-61", (to(EPI, "300,00", "365,10"),), 1, "expected 300,00"),
    Case(
        "FV-61",
        (
            without("InvoicePaidAmount", "65,00"),
            without("InvoiceTotalRoundoffAmount", "-0,10"),
            to(EPI, "300,00", "365,10"),
        ),
        0,
    ),
    Case("FV-61", (to(EPI, "300,00", "0,00"), paid("PAID")), 0),
    Case("FV-61", (to(EPI, "300,00", "0,00"), paid("NOTPAID")), 1),
    Case("FV-61", (to(EPI, "300,00", "9,00"), of_type("INV03")), 0),
    Case("FV-61", (to(EPI, "300,00", "9,00"), of_type("INV05")), 0),
    Case("FV-61", (to(EPI, "300,00", "9,00"), of_type("INV08")), 0),
    Case("FV-61", (to(EPI, "300,00", "9,00"), of_type("INV09")), 0),
    Case("FV-61", (to(EPI, "300,00", "9,00"), of_type("SEI01")), 1),
    Case("FV-61", (to(EPI, "300,00", "100,00"), partial(3, 3, 3, 3)), 0),
    Case("FV-61", (to(EPI, "300,00", "-300,00"), of_type("INV02")), 0),
    Case("FV-61", (to(EPI, "300,00", "-300,00"),), 1),
    Case("FV-61", ((one(EPI, "300,00"), a(EPI, "9,00", "SEK")),), 0),
    Case("FV-61", (to(EPI, "300,00", "kolmesataa"),), 0),
    Case("FV-61", (to("InvoicePaidAmount", "65,00", "osa"), to(EPI, "300,00", "9,00")), 0),
    Case("FV-62", (paid("PAID"),), 1, "marked PAID and the amount to pay is 300,00 EUR, expected 0,00"),
    Case("FV-62", (paid("PAID", "Käteinen"), to(EPI, "300,00", "0,00")), 0),
    Case("FV-62", (paid("PARTLYPAID", "Käteinen"),), 0),
    Case("FV-62", (paid("NOTPAID"),), 0),
    Case("FV-62", (paid("NOTPAID", "Käteinen"),), 1, "Käteinen with the status NOTPAID"),
    Case("FV-62", (paid("", "Käteinen"),), 1, "with the status empty"),
    Case("FV-62", (paid("PAID"), to(EPI, "300,00", "nolla")), 0),
    Case("FV-64", (), 0),
    Case("FV-64", ((ROWS, SUB_HUNDRED),), 1, "no row that counts", "error"),
    Case("FV-64", ((ROWS, SUB_HUNDRED + e("InvoiceRow", e("RowFreeText", "Kiitos"))),), 0),
    Case("FV-64", ((ROWS, ""),), 0),
    Case("FV-65", (), 0),
    Case("FV-65", (after(ROWS, SUB_HUNDRED),), 0),
    Case(
        "FV-65",
        (after(ROWS, SUB_HUNDRED), to("RowsTotalVatExcludedAmount", "290,00", "390,00")),
        1,
        "the rows add up to 290,00 without VAT",
    ),
    Case("FV-65", (after(ROWS, SUB_HUNDRED), to("RowsTotalVatExcludedAmount", "290,00", "391,00")), 0),
    # Rows with VAT only, and sub-rows that repeat the total for display.
    Case(
        "FV-65",
        (
            (
                ROWS,
                e("InvoiceRow", a("RowAmount", "365,10"))
                + e(
                    "InvoiceRow",
                    e("SubInvoiceRow", a("SubRowVatExcludedAmount", "290,00"), a("SubRowAmount", "365,10")),
                ),
            ),
        ),
        0,
    ),
    Case(
        "FV-65",
        (
            (
                ROWS,
                e("InvoiceRow", a("RowAmount", "265,10"))
                + e("InvoiceRow", e("SubInvoiceRow", a("SubRowAmount", "100,00"))),
            ),
        ),
        1,
        "sub-rows of 0,00 without and 100,00 with VAT",
    ),
    # A row of 2.x with sub-rows of its own.
    Case(
        "FV-65",
        (
            (
                SECOND_ROW,
                SECOND_ROW.replace(
                    "</InvoiceRow>", e("SubInvoiceRow", a("SubRowVatExcludedAmount", "100,00")) + "</InvoiceRow>"
                ),
            ),
        ),
        0,
    ),
    Case("FV-66", (), 0),
    Case(
        "FV-66",
        ((one("Amount", "20,00"), a("Amount", "20,00", "NOK")),),
        1,
        "the amount is in NOK, expected EUR",
        "error",
    ),
    Case("FV-66", ((one("Amount", "20,00"), a("Amount", "20,00", "eur")),), 0),
    Case("FV-66", ((one("Amount", "20,00"), e("Amount", "20,00")),), 0),
    Case("FV-66", (first_row(a("UnitPriceAmount", "1,00", "NOK"), a(NET, "1,00", "NOK")),), 2),
    Case(
        "FV-66",
        (after(FIRST_VAT, OTHER_VAT), after(VAT_TOTAL, a("InvoiceTotalVatAccountingAmount", "700,00", "SEK"))),
        0,
    ),
    Case(
        "FV-66",
        (after(one("InvoicePaidAmount", "65,00"), a("OtherCurrencyAmountVatIncludedAmount", "4000,00", "SEK")),),
        0,
    ),
    Case(
        "FV-66", (after(ROWS, e("InvoiceRow", e("RowTransactionDetails", a("OtherCurrencyAmount", "5,00", "USD")))),), 0
    ),
    Case("FV-66", (after(ROWS, e("InvoiceRow", e("SubInvoiceRow", a("SubRowAmount", "5,00", "USD")))),), 0),
    # The payment order has a rule of its own.
    Case("FV-66", ((one(EPI, "300,00"), a(EPI, "300,00", "SEK")),), 0),
    Case("FV-66", ((one(TOTAL, "365,10"), e(TOTAL, "365,10")),), 0),
    Case("FV-67", (partial(3, 3, 3, 3),), 0),
    Case("FV-67", (partial(3, 3, 2, 3),), 1, "3 amounts with VAT, 3 without, 2 due dates, 3 references"),
    Case("FV-67", (partial(3, 0, 3, 0),), 0),
    Case("FV-67", (partial(1, 3, 0, 0),), 1),
    Case("FV-67", (partial(0, 0, 0, 0),), 0),
    Case("FV-68", (to("InvoiceTotalRoundoffAmount", "-0,10", "-0,99"),), 0),
    Case(
        "FV-68",
        (to("InvoiceTotalRoundoffAmount", "-0,10", "-1,00"),),
        1,
        "the round-off is -1,00 EUR, expected less than 1,00",
    ),
    Case("FV-68", (to("InvoiceTotalRoundoffAmount", "-0,10", "1,00"),), 1),
    Case("FV-68", (to("InvoiceTotalRoundoffAmount", "-0,10", "0,99999"),), 0),
    Case("FV-68", (to("InvoiceTotalRoundoffAmount", "-0,10", "paljon"),), 0),
]


@pytest.mark.parametrize("case", TOTALS, ids=[f"{case.id}_{number}" for number, case in enumerate(TOTALS)])
def test_totals(case):
    check(case)


NET_OF = "InvoiceTotalVatExcludedAmount"
UNRATED = e("InvoiceRow", a(NET, "0,00"))
NO_DISCOUNT_TOTAL = (DISCOUNTS_TOTAL, "")
NO_CHARGE_TOTAL = (CHARGES_TOTAL, "")


def net_total(value: str) -> tuple[str, str]:
    return NET_TOTAL, a(NET_OF, value)


def classes(count: int) -> tuple[str, str]:
    """Return the change of the first VAT class to one of another base, with so many classes in the whole breakdown."""
    others = "".join(FIRST_VAT.replace("25,5", f"1,{number:03}") for number in range(1, count - 1))
    return FIRST_VAT, FIRST_VAT.replace("200,00", "999,00") + others


ROWS_OF_MANY_RATES = after(
    ROWS,
    "".join(
        e("InvoiceRow", e("RowVatRatePercent", f"1,{number:03}"), e("RowVatCode", "S"), a(NET, "1,00"))
        for number in range(1, 31)
    ),
)
UNSIGNED = (e("InvoicedQuantity", "-1"), PRICE, discount("10,00"), e("RowChargeDetails", a("Amount", "5,00")))
CODED_PRICES = (a("UnitPriceAmount", "5,00", QuantityUnitCodeUN="KGM"), a("UnitPriceNetAmount", "1,00"))
WORDED_PRICES = (a("UnitPriceAmount", "5,00"), a("UnitPriceNetAmount", "1,00", UnitPriceUnitCode="kg"))
UNCLASSED = (DISCOUNT, DISCOUNT.replace("<VatCategoryCode>S</VatCategoryCode>", ""))
GROSS_ROW = e("InvoiceRow", a("RowAmount", "265,10"))


def sub_row(gross: str) -> str:
    return e("InvoiceRow", e("SubInvoiceRow", a("SubRowAmount", gross)))


READINGS = [
    Case("FV-50", priced("200,00", TWO, a("UnitPriceAmount", "100,00"), a("UnitPriceDiscountAmount", "10,00")), 1),
    Case("FV-50", priced("-94,99", *UNSIGNED), 0),
    Case("FV-50", priced("-95,02", *UNSIGNED), 1),
    Case("FV-50", priced("-105,02", *UNSIGNED), 1),
    Case("FV-50", priced("-85,02", *UNSIGNED), 1),
    Case("FV-50", priced("162,00", TWO, PRICE, percent("10"), steps(percent("10"))), 0),
    Case("FV-50", priced("162,02", TWO, PRICE, percent("10"), steps(percent("10"))), 1),
    rows_case("FV-51", "", *CODED_PRICES),
    rows_case("FV-51", "", *WORDED_PRICES),
    rows_case("FV-51", "", *gross("5,00", "", "1,00", UnitPriceUnitCode="kg", QuantityUnitCodeUN="KGM")),
    Case("FV-59", (classes(50),), 49),
    Case("FV-59", (classes(51),), 0),
    # A message stays short, however many classes there are.
    Case("FV-57", (classes(51),), 1, "what the breakdown adds up to"),
    Case("FV-70", (ROWS_OF_MANY_RATES,), 1, "S 1,01 % and 20 more is used"),
    *(
        Case("FV-59", (total, UNCLASSED, to("VatBaseAmount", "200,00", "999,00")), 0)
        for total in (NO_DISCOUNT_TOTAL, NO_CHARGE_TOTAL)
    ),
    Case("FV-65", ((ROWS, GROSS_ROW + sub_row("100,01")),), 1),
    Case("FV-65", ((ROWS, GROSS_ROW + sub_row("100,02")),), 0),
    Case("FV-65", ((ROWS, GROSS_ROW + sub_row("99,99")),), 1),
    Case("FV-65", ((ROWS, GROSS_ROW + sub_row("-100,00")),), 0),
    Case("FV-65", ((ROWS, GROSS_ROW.replace("265,10", "365,11") + sub_row("-0,01")),), 0),
    # Of two readings of a missing total, either will do: the discount is in the net total, or it is not.
    *(
        Case("FV-56", (total, net_total(value), *claim), fires)
        for claim in ((), (CLAIM,))
        for total, values in (
            (
                NO_DISCOUNT_TOTAL,
                (("310,00", 0), ("310,01", 0), ("309,99", 0), ("310,02", 1), ("300,01", 0), ("300,02", 1)),
            ),
            (NO_CHARGE_TOTAL, (("280,00", 0), ("280,01", 0), ("280,02", 1), ("300,00", 0), ("299,98", 1))),
        )
        for value, fires in values
    ),
    *(
        Case("FV-57", (*changes, CLAIM), fires)
        for changes, fires in (
            (((FIRST_VAT, ""), (SECOND_VAT, "")), 0),
            ((to("VatRateAmount", "51,00", "paljon"),), 0),
            ((without("VatRateAmount", "14,10"),), 0),
            ((to("InvoiceTotalVatAmount", "65,10", "65,11"),), 0),
            ((to("InvoiceTotalVatAmount", "65,10", "65,12"),), 1),
            (((VAT_TOTAL, a("InvoiceTotalVatAmount", "999,00", "SEK")),), 0),
        )
    ),
    *(
        Case("FV-58", (*changes, CLAIM), fires)
        for changes, fires in (
            ((to(TOTAL, "365,10", "365,11"),), 0),
            ((to(TOTAL, "365,10", "365,12"),), 1),
            (((VAT_TOTAL, a("InvoiceTotalVatAmount", "999,00", "SEK")),), 0),
            (((NET_TOTAL, a(NET_OF, "999,00", "SEK")),), 0),
        )
    ),
    Case("FV-57", ((FIRST_VAT, ""), (SECOND_VAT, "")), 0),
    Case("FV-59", (*NO_TOTALS, to("VatBaseAmount", "200,00", "190,01")), 0),
    Case("FV-59", (*NO_TOTALS, to("VatBaseAmount", "200,00", "189,99")), 0),
    Case("FV-59", (*NO_TOTALS, to("VatBaseAmount", "200,00", "190,02")), 1),
    Case("FV-59", (*NO_TOTALS, to("VatBaseAmount", "200,00", "189,98")), 1),
    Case("FV-59", (to("VatBaseAmount", "200,00", "190,00"),), 1),
    Case("FV-59", ((FIRST_VAT, FIRST_VAT.replace("25,5", "vapaa").replace("200,00", "999,00")),), 0),
    # A row whose VAT is not known may be of any class: a cent for each row there is.
    Case("FV-60", (to("VatRateAmount", "51,00", "51,03"), after(ROWS, UNRATED)), 0),
    Case("FV-60", (to("VatRateAmount", "51,00", "51,04"), after(ROWS, UNRATED)), 1),
    *(
        Case(
            "FV-60",
            ((FIRST_VAT, FIRST_VAT.replace(amount, amount.replace("EUR", "SEK")).replace(">51,00", ">99,00")),),
            0,
        )
        for amount in ('VatBaseAmount AmountCurrencyIdentifier="EUR"', 'VatRateAmount AmountCurrencyIdentifier="EUR"')
    ),
    Case("FV-61", (to(EPI, "300,00", "-300,01"), of_type("INV02")), 0),
    Case("FV-61", (to(EPI, "300,00", "-300,02"), of_type("INV02")), 1),
    Case("FV-61", (to(EPI, "300,00", "9,00"), of_type("INV02")), 1),
    Case("FV-64", ((ROWS, FIRST_ROW.replace("</InvoiceRow>", e("SubInvoiceRow") + "</InvoiceRow>")),), 0),
    Case("FV-64", ((ROWS, "<InvoiceRow/>"),), 0),
    Case("FV-64", ((ROWS, SUB_HUNDRED * 3),), 1, "every InvoiceRow (3) holds SubInvoiceRow (3)"),
]


@pytest.mark.parametrize("case", READINGS, ids=[f"{case.id}_{number}" for number, case in enumerate(READINGS)])
def test_readings(case):
    check(case)


ADJUSTED = e(
    "InvoiceRow",
    e("InvoicedQuantity", "2"),
    a("UnitPriceAmount", "110,00"),
    a("UnitPriceDiscountAmount", "9,00"),
    a("UnitPriceNetAmount", "100,00"),
    percent("10"),
    discount("11,00"),
    a("RowDiscountBaseAmount", "100,00"),
    steps(percent("10") + discount("12,00") + a("RowDiscountBaseAmount", "100,00")),
    e("RowChargeDetails", e("Percent", "10"), a("Amount", "10,00"), a("BaseAmount", "100,00")),
    e("RowVatRatePercent", "24"),
    e("RowVatCode", "S"),
    a("RowVatAmount", "1,00"),
    a(NET, "1,00"),
    a("RowAmount", "1,00"),
)
"""A row in which nothing comes out."""
WRONG_TOTALS = (
    to("RowsTotalVatExcludedAmount", "290,00", "1,00"),
    (DISCOUNTS_TOTAL, a("DiscountsTotalVatExcludedAmount", "2,00")),
    (CHARGES_TOTAL, a("ChargesTotalVatExcludedAmount", "3,00")),
    net_total("4,00"),
    to("InvoiceTotalVatAmount", "65,10", "5,00"),
    to(TOTAL, "365,10", "6,00"),
    to("BaseAmount", "100,00", "7,00"),
    to("VatBaseAmount", "200,00", "8,00"),
    to("VatRateAmount", "51,00", "9,00"),
)
DETAILS = "InvoiceDetails"
MIXED = [
    # rule   changes                        operands, each of which may be in another currency
    ("FV-50", (after(ROWS, ADJUSTED),), (
        f"InvoiceRow[3]/{NET}", "InvoiceRow[3]/UnitPriceAmount", "InvoiceRow[3]/UnitPriceNetAmount",
        "InvoiceRow[3]/UnitPriceDiscountAmount", "InvoiceRow[3]/RowDiscountAmount",
        "InvoiceRow[3]/RowDiscountBaseAmount", "InvoiceRow[3]/RowChargeDetails/Amount",
        "InvoiceRow[3]/RowProgressiveDiscountDetails/RowDiscountAmount",
        "InvoiceRow[3]/RowProgressiveDiscountDetails/RowDiscountBaseAmount",
        "InvoiceRow[3]/RowChargeDetails/BaseAmount",
    )),
    ("FV-51", (after(ROWS, ADJUSTED),), (
        "InvoiceRow[3]/UnitPriceAmount", "InvoiceRow[3]/UnitPriceNetAmount", "InvoiceRow[3]/UnitPriceDiscountAmount",
    )),
    ("FV-52", (after(ROWS, ADJUSTED),), (
        f"InvoiceRow[3]/{NET}", "InvoiceRow[3]/RowVatAmount", "InvoiceRow[3]/RowAmount",
    )),
    ("FV-53", (after(ROWS, ADJUSTED),), (f"InvoiceRow[3]/{NET}", "InvoiceRow[3]/RowVatAmount")),
    ("FV-54", WRONG_TOTALS, (f"{DETAILS}/RowsTotalVatExcludedAmount", f"InvoiceRow[1]/{NET}", f"InvoiceRow[2]/{NET}")),
    ("FV-56", WRONG_TOTALS, (
        f"{DETAILS}/InvoiceTotalVatExcludedAmount", f"{DETAILS}/RowsTotalVatExcludedAmount",
        f"{DETAILS}/DiscountsTotalVatExcludedAmount", f"{DETAILS}/ChargesTotalVatExcludedAmount",
    )),
    ("FV-57", WRONG_TOTALS, (f"{DETAILS}/InvoiceTotalVatAmount",)),
    ("FV-58", WRONG_TOTALS, (f"{DETAILS}/InvoiceTotalVatExcludedAmount", f"{DETAILS}/InvoiceTotalVatAmount")),
    ("FV-59", WRONG_TOTALS, (
        f"{DETAILS}/VatSpecificationDetails[1]/VatBaseAmount", f"{DETAILS}/VatSpecificationDetails[1]/VatRateAmount",
        f"InvoiceRow[2]/{NET}", f"{DETAILS}/DiscountDetails/Amount", f"{DETAILS}/ChargeDetails/Amount",
    )),
    ("FV-60", WRONG_TOTALS, (
        f"{DETAILS}/VatSpecificationDetails[1]/VatBaseAmount", f"{DETAILS}/VatSpecificationDetails[1]/VatRateAmount",
    )),
    ("FV-61", WRONG_TOTALS, (
        f"{DETAILS}/InvoicePaidAmount", f"{DETAILS}/InvoiceTotalRoundoffAmount",
        "EpiDetails/EpiPaymentInstructionDetails/EpiInstructedAmount",
    )),
    ("FV-63", WRONG_TOTALS, (f"{DETAILS}/DiscountDetails/Amount", f"{DETAILS}/DiscountDetails/BaseAmount")),
]  # fmt: skip


@pytest.mark.parametrize(("id", "changes", "operands"), MIXED, ids=[row[0] for row in MIXED])
@pytest.mark.parametrize("claim", [(), (CLAIM,)], ids=["claims EN 16931", "does not"])
def test_nothing_is_added_over_currencies(id, changes, operands, claim):
    def fails(root):
        return sum(each.assertion.id == id for each in judged(etree.tostring(root)).failures)

    data = changed(*changes, *claim)
    assert fails(etree.fromstring(data)) >= 1
    for path in operands:
        root = etree.fromstring(data)
        (amount,) = root.findall(path)
        amount.set("AmountCurrencyIdentifier", " eur ")
        assert fails(root) >= 1, path
        before = fails(root)
        amount.set("AmountCurrencyIdentifier", "NOK")
        assert fails(root) < before, path


@pytest.mark.parametrize("name", ["DiscountsTotalVatExcludedAmount", "ChargesTotalVatExcludedAmount"])
@pytest.mark.parametrize("details", [False, True])
def test_sums_of_discounts_and_charges_over_currencies(name, details):
    root = etree.fromstring(changed(*WRONG_TOTALS))
    path = {"D": "DiscountDetails/Amount", "C": "ChargeDetails/Amount"}[name[0]] if details else name
    (amount,) = root.findall(f"{DETAILS}/{path}")
    amount.set("AmountCurrencyIdentifier", "NOK")
    (failure,) = [each for each in judged(etree.tostring(root)).failures if each.assertion.id == "FV-55"]
    assert name not in str(failure.subject)


def test_credit_note_with_the_signs_of_finvoice():
    """Every amount and quantity turned: nothing to say."""
    import re

    from tests.schematron.finvoice import BASE

    amounts = r"(<(?!UnitPrice)[A-Za-z]*(?:Amount|Quantity)(?: [^>]*)?>)(-?)([0-9,]+)<"
    text = re.sub(amounts, lambda found: f"{found[1]}{'' if found[2] else '-'}{found[3]}<", BASE)
    text = text.replace("INV01", "INV02").replace(">380<", ">381<")
    found = [each.assertion.id for each in judged(text.encode()).failures]
    assert [id for id in found if id and "FV-50" <= id <= "FV-95"] == []


@pytest.mark.parametrize("namespace", ["", " "])
def test_an_empty_document_breaks_nothing(namespace):
    result = judged(f"<Finvoice{namespace}/>".encode())
    assert result.errors == ()
    assert [each.assertion.id for each in result.failures if each.assertion.id in ("FV-50", "FV-61", "FV-64")] == []


def test_rows_without_end_take_no_time(monkeypatch):
    """5,000 rows, each wrong, and as many classes of VAT."""
    import time

    rows = ROWS.replace("190,00</RowVatExcluded", "191,00</RowVatExcluded") * 2500
    blocks = "".join(FIRST_VAT.replace("25,5", f"25,{number}") for number in range(1, 2000))
    data = changed((ROWS, rows), (FIRST_VAT, blocks))
    judged(changed())
    start = time.process_time()
    result = judged(data)
    assert len(result.failures) > 2500
    assert time.process_time() - start < 10
