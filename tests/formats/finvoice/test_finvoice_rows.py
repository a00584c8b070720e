"""Rows of Finvoice: what is a line and what is not, quantities, prices, discounts and charges, amounts with VAT."""

from decimal import Decimal
from typing import Any

import pytest
from lxml import etree
from tests.formats.finvoice.documents import (
    about,
    codes,
    document,
    element,
    elements,
    read,
    row,
    swap,
    text_row,
    texts_at,
    vat_class,
    write,
)
from tests.formats.finvoice.test_finvoice_reading import Case, Said, check, check_places, value_at

from einvoice import Invoice

D = Decimal
ROW = "/Finvoice/InvoiceRow"
DROPPED = {"InvoicedQuantity": None, "UnitPriceAmount": None, "RowVatExcludedAmount": None}

CASES = [
    Case(
        "quantity, price and total",
        document(),
        {
            "lines[0].quantity": D(2),
            "lines[0].unit_code": "C62",
            "lines[0].unit_name": "kpl",
            "lines[0].net_price": D("50.00"),
            "lines[0].gross_price": None,
            "lines[0].net_amount": D("100.00"),
            "lines[0].item_name": "Työ",
        },
    ),
    # -- quantities
    Case(
        "delivered quantity",
        document(
            row(
                **DROPPED
                | {
                    "DeliveredQuantity": ("2", 'QuantityUnitCode="kg"'),
                    "UnitPriceAmount": "50,00",
                    "RowVatExcludedAmount": "100,00",
                }
            )
        ),
        {"lines[0].quantity": D(2), "lines[0].unit_code": "KGM", "lines[0].net_price": D("50.00")},
    ),
    Case(
        "ordered quantity",
        document(row(InvoicedQuantity=None, OrderedQuantity=("2", 'QuantityUnitCode="h"'))),
        {"lines[0].quantity": D(2), "lines[0].unit_code": "HUR"},
    ),
    Case(
        "delivered before ordered",
        document(row(InvoicedQuantity=None, DeliveredQuantity="2", OrderedQuantity="5")),
        {"lines[0].quantity": D(2)},
    ),
    Case(
        "invoiced before delivered",
        document(row(DeliveredQuantity="7")),
        {"lines[0].quantity": D(2)},
    ),
    Case(
        "of several invoiced quantities that of the price",
        document(
            row(
                InvoicedQuantity=[
                    ("1", 'QuantityUnitCode="rll" QuantityUnitCodeUN="XRO"'),
                    ("2", 'QuantityUnitCode="m" QuantityUnitCodeUN="MTR"'),
                ],
                UnitPriceAmount=("50,00", 'AmountCurrencyIdentifier="EUR" QuantityUnitCodeUN="MTR"'),
            )
        ),
        {"lines[0].quantity": D(2), "lines[0].unit_code": "MTR", "lines[0].unit_name": "m"},
    ),
    Case(
        "of several invoiced quantities the first",
        document(
            row(InvoicedQuantity=[("2", 'QuantityUnitCodeUN="MTR"'), ("1", 'QuantityUnitCodeUN="XRO"')]),
        ),
        {"lines[0].quantity": D(2), "lines[0].unit_code": "MTR"},
    ),
    Case(
        "quantity as text",
        document(row(InvoicedQuantity="noin 2")),
        {"lines[0].quantity": D(2), "lines[0].net_price": D("50.00")},
        (
            Said("EI-FINVOICE-QUANTITY", "warning", f"{ROW}/InvoicedQuantity", ("noin 2", "no number")),
            Said("EI-FINVOICE-QUANTITY", "info", f"{ROW}/RowVatExcludedAmount", ("100.00",)),
        ),
    ),
    Case(
        "no quantity and no price",
        document(row(InvoicedQuantity=None, UnitPriceAmount=None)),
        {"lines[0].quantity": D(1), "lines[0].net_price": D("100.00"), "lines[0].unit_code": "C62"},
        (Said("EI-FINVOICE-QUANTITY", "info", f"{ROW}/RowVatExcludedAmount", ("100.00", "read as 1")),),
    ),
    Case(
        "no quantity, negative total",
        document(
            row(InvoicedQuantity=None, UnitPriceAmount=None, RowVatExcludedAmount="-20,00"),
            row(),
            net="80,00",
            vat="20,40",
            total="100,40",
            due="100,40",
            classes=[vat_class("80,00", vat="20,40")],
        ),
        {"lines[0].quantity": D(-1), "lines[0].net_price": D("20.00"), "lines[0].net_amount": D("-20.00")},
        (Said("EI-FINVOICE-QUANTITY", "info", f"{ROW}[1]/RowVatExcludedAmount", ("-20.00", "-1")),),
    ),
    Case(
        "a point in a quantity",
        document(row(InvoicedQuantity="2.0")),
        {"lines[0].quantity": D("2.0")},
    ),
    # -- units
    *(
        Case(
            f"unit {word}",
            document(row(InvoicedQuantity=("2", f'QuantityUnitCode="{word}"'))),
            {"lines[0].unit_code": code, "lines[0].unit_name": word},
        )
        for word, code in (
            ("kpl", "C62"),
            ("KPL", "C62"),
            ("h", "HUR"),
            ("pv", "DAY"),
            ("kk", "MON"),
            ("m2", "MTK"),
            ("kWh", "KWH"),
        )
    ),
    Case(
        "the UN code wins over the word",
        document(row(InvoicedQuantity=("2", 'QuantityUnitCode="kpl" QuantityUnitCodeUN="XBG"'))),
        {"lines[0].unit_code": "XBG", "lines[0].unit_name": "kpl"},
    ),
    # -- prices
    Case(
        "net and gross price",
        document(row(UnitPriceAmount="60,00", UnitPriceDiscountAmount="10,00", UnitPriceNetAmount="50,00")),
        {"lines[0].gross_price": D("60.00"), "lines[0].price_discount": D("10.00"), "lines[0].net_price": D("50.00")},
    ),
    Case(
        "gross price and discount",
        document(row(UnitPriceAmount="60,00", UnitPriceDiscountAmount="10,00")),
        {"lines[0].gross_price": D("60.00"), "lines[0].price_discount": D("10.00"), "lines[0].net_price": D("50.00")},
    ),
    Case(
        "net and gross price are one",
        document(row(UnitPriceNetAmount="50,00")),
        {"lines[0].gross_price": None, "lines[0].net_price": D("50.00")},
    ),
    Case(
        "price for a larger quantity",
        document(row(UnitPriceAmount="5000,00", UnitPriceBaseQuantity="100")),
        {
            "lines[0].price_base_quantity": D(100),
            "lines[0].net_price": D("5000.00"),
            "lines[0].net_amount": D("100.00"),
        },
    ),
    Case(
        "base quantity as text",
        document(row(UnitPriceBaseQuantity="sata")),
        {"lines[0].price_base_quantity": None, "lines[0].net_price": D("50.00")},
        (Said("EI-FINVOICE-QUANTITY", "warning", f"{ROW}/UnitPriceBaseQuantity", ("sata",)),),
    ),
    Case(
        "price in cents",
        document(
            row(
                InvoicedQuantity=("1000", 'QuantityUnitCode="kWh"'),
                UnitPriceAmount=("10,00", 'AmountCurrencyIdentifier="EUR" UnitPriceUnitCode="snt/kWh"'),
            )
        ),
        {"lines[0].net_price": D("0.10"), "lines[0].net_amount": D("100.00"), "lines[0].quantity": D(1000)},
        (Said("EI-FINVOICE-PRICE", "info", f"{ROW}/UnitPriceAmount", ("snt/kWh", "0.10", "cents")),),
    ),
    Case(
        "price that does not give the total",
        document(row(UnitPriceAmount="49,00")),
        {"lines[0].net_price": D("50.00"), "lines[0].net_amount": D("100.00")},
        (Said("EI-FINVOICE-PRICE", "warning", f"{ROW}/UnitPriceAmount", ("49.00", "98.00", "100.00", "50.00")),),
    ),
    Case(
        "price that gives the total but for rounding",
        document(row(InvoicedQuantity="3", UnitPriceAmount="33,33")),
        {"lines[0].net_price": D("33.33"), "lines[0].net_amount": D("100.00")},
    ),
    Case(
        "negative price",
        document(
            row(InvoicedQuantity="1", UnitPriceAmount="-20,00", RowVatExcludedAmount="-20,00"),
            row(),
            net="80,00",
            vat="20,40",
            total="100,40",
            due="100,40",
            classes=[vat_class("80,00", vat="20,40")],
        ),
        {"lines[0].quantity": D(-1), "lines[0].net_price": D("20.00"), "lines[0].net_amount": D("-20.00")},
    ),
    Case(
        "no total in the row",
        document(row(RowVatExcludedAmount=None)),
        {"lines[0].net_amount": D("100.00")},
    ),
    # -- VAT
    Case(
        "net, VAT and gross",
        document(
            row(
                RowVatExcludedAmount=None,
                RowAmount=None,
                **{"RowVatAmount": "25,50", "RowVatExcludedAmount#": "100,00", "RowAmount#": "125,50"},
            )
        ),
        {
            "lines[0].vat_amount": D("25.50"),
            "lines[0].net_amount": D("100.00"),
            "lines[0].amount_with_vat": D("125.50"),
        },
    ),
    Case(
        "amount with VAT only",
        document(
            row(UnitPriceAmount=None, RowVatExcludedAmount=None, RowAmount="125,50", UnitPriceVatIncludedAmount="62,75")
        ),
        {
            "lines[0].net_amount": D("100.00"),
            "lines[0].net_price": D("50.00"),
            "lines[0].price_with_vat": D("62.75"),
            "lines[0].amount_with_vat": D("125.50"),
        },
    ),
    Case(
        "amounts with VAT: the rounding is spread so that the rows give the base of the class",
        document(
            *[row(UnitPriceAmount=None, RowVatExcludedAmount=None, InvoicedQuantity="1", RowAmount="1,00")] * 3,
            net="2,39",
            vat="0,61",
            total="3,00",
            due="3,00",
            classes=[vat_class("2,39", vat="0,61")],
        ),
        {"lines[0].net_amount": D("0.80"), "lines[1].net_amount": D("0.80"), "lines[2].net_amount": D("0.79")},
    ),
    Case(
        "neither rate nor code: the only class",
        document(row(RowVatRatePercent=None, RowVatCode=None)),
        {"lines[0].vat_category": "S", "lines[0].vat_rate": D("25.5")},
    ),
    # -- what names the item
    Case(
        "no article name, a description",
        document(row(ArticleName=None, ArticleDescription="Kuvaus")),
        {"lines[0].item_name": "Kuvaus"},
    ),
    Case(
        "no article name, a free text",
        document(row(ArticleName=None, RowFreeText="Vapaa teksti")),
        {"lines[0].item_name": "Vapaa teksti"},
    ),
    Case(
        "no article name, its number",
        document(row(ArticleName=None, ArticleIdentifier="T-1")),
        {"lines[0].item_name": "T-1"},
    ),
    Case(
        "identifiers, EAN code, classification, attributes, origin, orders, dimension, period",
        document(
            "<InvoiceRow>\n"
            + element("InvoicedObjectID", ("OBJ", 'SchemeID="AAA"'))
            + elements(
                {
                    "ArticleIdentifier": "T-1",
                    "ArticleGroupIdentifier": [("43211503", 'SchemeID="STI" SchemeVersion="1"'), "oma ryhmä"],
                    "ArticleName": "Työ",
                    "BuyerArticleIdentifier": "B-1",
                    "EanCode": "6410405091260",
                    "RowDefinitionDetails": {"RowDefinitionHeaderText": "Väri", "RowDefinitionValue": "sininen"},
                    "InvoicedQuantity": "2",
                    "StartDate": "20260401",
                    "EndDate": "20260430",
                    "UnitPriceAmount": "50,00",
                    "RowIdentifier": "PO-7",
                    "RowOrderPositionIdentifier": "3",
                    "RowPositionIdentifier": "10",
                    "RowDeliveryDetails": {"RowCustomsInfo": {"CNOriginCountryCode": "SE"}},
                    "RowAccountDimensionText": "KP 1",
                    "RowFreeText": ["rivi 1", "rivi 2"],
                    "RowVatRatePercent": "25,5",
                    "RowVatCode": "S",
                    "RowVatExcludedAmount": "100,00",
                }
            )
            + "</InvoiceRow>\n"
        ),
        {
            "lines[0].object_identifier": "OBJ",
            "lines[0].object_identifier_scheme": "AAA",
            "lines[0].seller_item_identifier": "T-1",
            "lines[0].buyer_item_identifier": "B-1",
            "lines[0].standard_item_identifier": "6410405091260",
            "lines[0].standard_item_identifier_scheme": "0160",
            "lines[0].classifications[0].code": "43211503",
            "lines[0].classifications[0].scheme": "STI",
            "lines[0].classifications[0].scheme_version": "1",
            "lines[0].classifications[1]": None,
            "lines[0].attributes[0].name": "Väri",
            "lines[0].attributes[0].value": "sininen",
            "lines[0].order_reference": "PO-7",
            "lines[0].order_line_reference": "3",
            "lines[0].identifier": "10",
            "lines[0].origin_country_code": "SE",
            "lines[0].buyer_accounting_reference": "KP 1",
            "lines[0].note": "rivi 1\nrivi 2",
        },
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rows(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rows_are_written_as_they_stood(case: Case) -> None:
    """What a decision changed in the model stands on the wire as the source has it: total, quantity, price."""
    source = etree.fromstring(case.data)
    data = write(read(case.data).invoice).data
    for name in ("InvoicedQuantity", "DeliveredQuantity", "OrderedQuantity", "UnitPriceAmount", "UnitPriceNetAmount",
                 "RowVatExcludedAmount", "RowVatAmount", "RowAmount", "UnitPriceVatIncludedAmount",
                 "UnitPriceBaseQuantity"):  # fmt: skip
        stated = sorted(each.text.replace(".", ",") for each in source.iterfind(f"InvoiceRow/{name}") if each.text)
        written = sorted(text for text in texts_at(data, f"InvoiceRow/{name}"))
        if stated:
            assert written == stated, name


# ---------------------------------------------------------------------------------- rows that are no lines


def test_text_rows_belong_to_the_line_before_them() -> None:
    found = read(
        document(text_row(RowFreeText="alku"), row(), text_row(RowFreeText="väli"), text_row(ArticleName="loppu"))
    )
    assert found.invoice.leading_text_rows == ("alku",)
    assert [line.text_rows for line in found.invoice.lines] == [("väli", "loppu")]
    written = write(found.invoice).data
    assert texts_at(written, "InvoiceRow/RowFreeText") == ["alku", "väli"]
    assert texts_at(written, "InvoiceRow[4]/ArticleName") == ["loppu"]


SUB = {"SubArticleName": "Välisumma", "SubRowVatExcludedAmount": "999,00", "SubRowAmount": "1253,75"}


def test_holders_of_sub_rows_never_count() -> None:
    holder = text_row(SubInvoiceRow=[SUB, SUB])
    found = read(document(holder, row(), holder))
    assert len(found.invoice.lines) == 1
    assert found.invoice.totals is not None
    assert found.invoice.totals.line_total == D("100.00")
    assert codes(found.findings) == []
    written = write(found.invoice).data
    assert texts_at(written, "InvoiceRow/SubInvoiceRow/SubRowVatExcludedAmount") == ["999,00"] * 4
    assert texts_at(written, "InvoiceRow[2]/RowVatExcludedAmount") == ["100,00"]


def test_sub_rows_in_a_row_of_2_01() -> None:
    """They stand in the row in 2.01, and in a row of their own behind it in 3.0, whose schema wants that."""
    data = document(row(SubInvoiceRow=SUB), row(), version="2.01", net="200,00", vat="51,00", total="251,00",
                    due="251,00", classes=[vat_class("200,00", vat="51,00")])  # fmt: skip
    found = read(data)
    assert [line.net_amount for line in found.invoice.lines] == [D("100.00"), D("100.00")]
    older, newer = write(found.invoice, "2.01"), write(found.invoice)
    assert texts_at(older.data, "InvoiceRow[1]/SubInvoiceRow/SubArticleName") == ["Välisumma"]
    assert texts_at(newer.data, "InvoiceRow[2]/SubInvoiceRow/SubArticleName") == ["Välisumma"]
    assert texts_at(newer.data, "InvoiceRow[3]/RowVatExcludedAmount") == ["100,00"]
    assert about(newer.findings, "LOSS-CHANGED", "sub-rows", "3.0")
    assert not about(older.findings, "LOSS-CHANGED", "sub-rows")
    again = read(newer.data)
    assert len(again.invoice.lines) == 2
    assert write(again.invoice).data == newer.data


def test_an_empty_row_is_nothing() -> None:
    found = read(document(row(), "<InvoiceRow/>\n"))
    assert len(found.invoice.lines) == 1
    assert not codes(found.findings, "error", "warning")


# ---------------------------------------------------------------------------------- discounts and charges


def discounted(net: str, quantity: str = "1", price: str = "100,00", **parts: Any) -> bytes:
    """An invoice with one row of 1 × 100,00 and discounts and charges."""
    start = {"ArticleName": "Työ", "InvoicedQuantity": quantity, "UnitPriceAmount": price}
    end = {"RowVatRatePercent": "25,5", "RowVatCode": "S", "RowVatExcludedAmount": net}
    return document(
        element("InvoiceRow", {**start, **parts, **end}), classes=[], net=None, vat=None, total="1,00", due="1,00"
    )


def entries(invoice: Invoice) -> list[tuple[Any, ...]]:
    return [
        (e.is_charge, e.percentage, e.amount, e.base_amount, e.reason_code, e.reason)
        for e in invoice.lines[0].allowances_charges
    ]


FLAT = {
    "RowDiscountPercent": "10",
    "RowDiscountAmount": "10,00",
    "RowDiscountBaseAmount": "100,00",
    "RowDiscountTypeCode": "95",
    "RowDiscountTypeText": "Alennus",
}
FLAT_READ = (False, D(10), D("10.00"), D("100.00"), "95", "Alennus")
PROGRESSIVE = {"RowDiscountPercent": "5", "RowDiscountAmount": "5,00", "RowDiscountTypeText": "Kausi"}
PROGRESSIVE_READ = (False, D(5), D("5.00"), None, None, "Kausi")
CHARGE = {"ReasonText": "Rahti", "ReasonCode": "FC", "Amount": "7,00"}
CHARGE_READ = (True, None, D("7.00"), None, "FC", "Rahti")

DISCOUNTS = [
    ("flat", discounted("90,00", **FLAT), [FLAT_READ]),
    ("progressive alone", discounted("95,00", RowProgressiveDiscountDetails=PROGRESSIVE), [PROGRESSIVE_READ]),
    ("progressive", discounted("90,00", RowProgressiveDiscountDetails=[PROGRESSIVE] * 2), [PROGRESSIVE_READ] * 2),
    ("both", discounted("85,00", **FLAT, RowProgressiveDiscountDetails=PROGRESSIVE), [FLAT_READ, PROGRESSIVE_READ]),
    ("percent only", discounted("90,00", RowDiscountPercent="10"), [(False, D(10), None, None, None, None)]),
    ("amount only", discounted("90,00", RowDiscountAmount="10,00"), [(False, None, D("10.00"), None, None, None)]),
    ("zero per cent", discounted("100,00", RowDiscountPercent="0"), [(False, D(0), None, None, None, None)]),
    ("charge", discounted("107,00", RowChargeDetails=CHARGE), [CHARGE_READ]),
    ("discount and charge", discounted("97,00", **FLAT, RowChargeDetails=CHARGE), [FLAT_READ, CHARGE_READ]),
    (
        "signed discount of a negative row",
        discounted("-90,00", "-1", RowDiscountAmount="-10,00"),
        [(False, None, D("-10.00"), None, None, None)],
    ),
    (
        "unsigned discount of a negative row",
        discounted("-90,00", "-1", RowDiscountAmount="10,00"),
        [(False, None, D("-10.00"), None, None, None)],
    ),
]


@pytest.mark.parametrize(("data", "expected"), [d[1:] for d in DISCOUNTS], ids=[d[0] for d in DISCOUNTS])
def test_discounts_and_charges_of_rows(data: bytes, expected: list[Any]) -> None:
    found = read(data)
    read_as = entries(found.invoice)
    assert [e[0] for e in read_as] == [e[0] for e in expected]
    for one, other in zip(read_as, expected, strict=True):
        assert [a for a, b in zip(one, other, strict=True) if b is not None] == [b for b in other if b is not None]
    assert not about(found.findings, "EI-FINVOICE-PRICE")
    assert found.invoice.lines[0].net_price == D("100.00")
    check_places(data, found)
    second = write(found.invoice)
    again = read(second.data)
    assert entries(again.invoice) == read_as
    assert write(again.invoice).data == second.data


def test_one_discount_is_written_flat_and_several_are_not() -> None:
    """The data list wants two or more discounts all in the aggregate."""
    one = write(read(DISCOUNTS[1][1]).invoice).data
    assert texts_at(one, "InvoiceRow/RowDiscountAmount") == ["5,00"]
    assert texts_at(one, "InvoiceRow/RowProgressiveDiscountDetails") == []
    several = write(read(DISCOUNTS[3][1]).invoice).data
    assert texts_at(several, "InvoiceRow/RowDiscountAmount") == []
    assert texts_at(several, "InvoiceRow/RowProgressiveDiscountDetails/RowDiscountAmount") == ["10,00", "5,00"]


def test_a_discount_in_another_currency_counts_in_no_sum() -> None:
    data = discounted("100,00", RowDiscountAmount=("10,00", 'AmountCurrencyIdentifier="NOK"'))
    found = read(data)
    assert found.invoice.lines[0].allowances_charges == ()
    (said,) = about(found.findings, "EI-FINVOICE-CURRENCY", "10,00", "NOK", "EUR")
    assert (said.severity, said.path) == ("error", f"{ROW}/RowDiscountAmount")
    check_places(data, found)
    assert 'AmountCurrencyIdentifier="NOK">10,00<' in write(found.invoice).data.decode("iso-8859-15")


def test_a_progressive_discount_in_another_currency_counts_in_no_sum() -> None:
    foreign = {"RowDiscountPercent": "5", "RowDiscountAmount": ("5,00", 'AmountCurrencyIdentifier="NOK"')}
    data = discounted("100,00", RowProgressiveDiscountDetails=foreign)
    found = read(data)
    assert found.invoice.lines[0].allowances_charges == ()
    (said,) = about(found.findings, "EI-FINVOICE-CURRENCY", "5,00", "NOK")
    assert said.path == f"{ROW}/RowProgressiveDiscountDetails"
    check_places(data, found)
    assert texts_at(write(found.invoice).data, "InvoiceRow/RowProgressiveDiscountDetails/RowDiscountAmount") == ["5,00"]


# ---------------------------------------------------------------------------------- allowances of the document


def with_discounts(net: str, total: str, vat: str, *, version: str = "3.0", **parts: Any) -> bytes:
    return document(version=version, net=net, vat=vat, total=total, due=total, after_details=parts, classes=[])


def test_discounts_and_charges_of_the_document() -> None:
    data = with_discounts(
        "95,00",
        "119,23",
        "24,23",
        DiscountDetails={"FreeText": "Alennus", "ReasonCode": "95", "Percent": "10", "Amount": "10,00",
                         "BaseAmount": "100,00", "VatCategoryCode": "S", "VatRatePercent": "25,5"},
        ChargeDetails={"ReasonText": "Rahti", "Amount": "5,00", "VatCategoryCode": "S", "VatRatePercent": "25,5"},
    )  # fmt: skip
    found = read(data)
    allowance, charge = found.invoice.allowances_charges
    assert (allowance.is_charge, allowance.amount, allowance.percentage) == (False, D("10.00"), D(10))
    assert (allowance.vat_category, allowance.vat_rate, allowance.reason) == ("S", D("25.5"), "Alennus")
    assert (charge.is_charge, charge.amount, charge.vat_rate) == (True, D("5.00"), D("25.5"))
    check_places(data, found)


def test_a_discount_before_3_0_that_no_total_counts_is_information() -> None:
    data = with_discounts(
        "100,00",
        "125,50",
        "25,50",
        version="2.01",
        DiscountDetails={"FreeText": "Alennus", "Percent": "10", "Amount": "10,00"},
    )
    found = read(data)
    assert found.invoice.allowances_charges == ()
    (said,) = about(found.findings, "EI-FINVOICE-DISCOUNT")
    assert said.severity == "info"
    for version in ("3.0", "2.01"):
        assert texts_at(write(found.invoice, version).data, "InvoiceDetails/DiscountDetails/Amount") == ["10,00"]


def test_a_discount_before_3_0_that_the_total_counts_is_an_allowance() -> None:
    data = with_discounts(
        "90,00", "112,95", "22,95", version="2.01", DiscountDetails={"FreeText": "Alennus", "Amount": "10,00"}
    )
    (allowance,) = read(data).invoice.allowances_charges
    assert (allowance.amount, allowance.vat_category, allowance.vat_rate) == (D("10.00"), "S", D("25.5"))


def test_a_discount_of_the_document_in_another_currency_counts_in_no_sum() -> None:
    foreign = {"FreeText": "Alennus", "Amount": ("10,00", 'AmountCurrencyIdentifier="NOK"')}
    data = with_discounts("100,00", "125,50", "25,50", DiscountDetails=foreign)
    found = read(data)
    assert found.invoice.allowances_charges == ()
    (said,) = about(found.findings, "EI-FINVOICE-CURRENCY", "NOK")
    assert said.path == "/Finvoice/InvoiceDetails/DiscountDetails"
    check_places(data, found)


# ---------------------------------------------------------------------------------- stale prices


def test_a_stated_price_is_written_only_for_the_line_it_was_stated_for() -> None:
    """The price in cents comes back; once quantity or total change, the derived price is the price."""
    case = next(case for case in CASES if case.name == "price in cents")
    invoice = read(case.data).invoice
    (line,) = invoice.lines
    changed = line.model_copy(update={"quantity": D(500), "net_amount": D("50.00")})
    data = write(invoice.model_copy(update={"lines": (changed,)})).data
    assert texts_at(data, "InvoiceRow/UnitPriceAmount") == ["0,10"]
    assert value_at(read(data).invoice, "lines[0].net_amount") == D("50.00")


def test_a_kept_quantity_is_written_only_as_long_as_it_is_the_quantity() -> None:
    case = next(case for case in CASES if case.name == "delivered quantity")
    invoice = read(case.data).invoice
    changed = invoice.lines[0].model_copy(update={"quantity": D(4), "net_amount": D("200.00")})
    data = write(invoice.model_copy(update={"lines": (changed,)})).data
    assert texts_at(data, "InvoiceRow/InvoicedQuantity") == ["4"]
    assert texts_at(data, "InvoiceRow/DeliveredQuantity") == []


@pytest.mark.parametrize("text", ["9" * 40, "0," + "1" * 40, "1E5", "NaN", "∞", "٣"])
def test_quantities_and_prices_without_measure(text: str) -> None:
    """A quantity that is no number of ours is a text; whatever it is, it is written or named, and nothing breaks."""
    data = swap(document(), '"C62">2<', f'"C62">{text}<')
    found = read(data)
    for version in ("3.0", "2.01"):
        written = write(found.invoice, version)
        said = [*found.findings, *written.findings]
        stated = text.replace(",", ".")
        assert text in texts_at(written.data, "InvoiceRow/InvoicedQuantity") or any(stated in f.message for f in said)
