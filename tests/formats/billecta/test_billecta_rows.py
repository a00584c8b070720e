"""What reading Billecta decides of rows: their order and kinds, texts, units, quantities and discounts."""

from decimal import Decimal
from typing import Any

import pytest
from tests.formats.billecta.cases import Case, Said, check
from tests.formats.billecta.documents import answer, context, credit, entry, message, money, read, row

from einvoice import Context

D = Decimal

ROWS = [
    Case(
        "order_by_number",
        entry(row(SequenceNo=3, ArticleDescription="c"), row(SequenceNo=1, ArticleDescription="a"), row(SequenceNo=2)),
        {
            "lines[0].item_name": "a",
            "lines[1].item_name": "Kaffe",
            "lines[2].item_name": "c",
            "lines[2].identifier": "3",
            "lines[2].native.billecta:_SequenceNo": None,
        },
    ),
    Case(
        "rows_of_one_number_keep_their_order",
        entry(*(row(SequenceNo=0, ArticleDescription=text) for text in "bca")),
        {
            "lines[0].item_name": "b",
            "lines[1].item_name": "c",
            "lines[2].item_name": "a",
            "lines[0].identifier": "1",
            "lines[1].identifier": "2",
            "lines[1].native.billecta:_SequenceNo": "0",
        },
    ),
    Case(
        "without_numbers",
        entry(row(SequenceNo=..., ArticleDescription="b"), row(SequenceNo=..., ArticleDescription="a")),
        {"lines[0].item_name": "b", "lines[1].identifier": "2"},
    ),
    Case(
        "texts_before_between_and_after",
        entry(
            message("före", SequenceNo=1),
            row(SequenceNo=2),
            message("under ett", SequenceNo=3),
            message("också", SequenceNo=4),
            row(SequenceNo=5),
            message("efter", SequenceNo=6),
        ),
        {
            "leading_text_rows[0]": "före",
            "lines[0].text_rows": ("under ett", "också"),
            "lines[1].text_rows": ("efter",),
            "lines[2]": None,
        },
    ),
    Case(
        "what_a_text_row_states_is_kept_at_its_position",
        entry(row(SequenceNo=1), message(SequenceNo=2, Hidden=True, Units="st", VAT=25, Quantity=3)),
        {
            "lines[0].text_rows": ("Tack",),
            "native.billecta:Records[2]/Hidden": "true",
            "native.billecta:Records[2]/Units": "st",
            "native.billecta:Records[2]/VAT": "25",
            "native.billecta:Records[2]/Quantity": "3",
        },
    ),
    Case(
        "neither_quantity_nor_price",
        entry(row(), row(SequenceNo=2, Quantity=None, UnitPrice=None, ArticleDescription="Enligt avtal")),
        {"lines[0].text_rows": ("Enligt avtal",), "lines[1]": None},
        (Said("ROW", "warning", "/Records/1/ArticleDescription", ("row 2", "neither quantity nor price")),),
    ),
    Case(
        "only_texts",
        entry(message("a"), message("b")),
        {"lines": (), "leading_text_rows": ("a", "b")},
    ),
    Case("hidden_row_is_a_line", entry(row(), row(SequenceNo=2, Hidden=True)), {"totals.amount_due": D("250.00")}),
    Case(
        "package_is_a_line",
        entry(row(RecordType="Package")),
        {"totals.amount_due": D("125.00"), "lines[0].native.billecta:RecordType": "Package"},
    ),
    Case("type_left_out", entry(row(RecordType=...)), {"totals.amount_due": D("125.00")}),
    Case(
        "quantity_missing",
        entry(row(Quantity=None)),
        {"lines[0].quantity": D(1), "totals.amount_due": D("62.50")},
        (Said("ROW", "warning", "/Records/0/UnitPrice", ("no quantity", "read as 1")),),
    ),
    Case(
        "price_missing",
        entry(row(UnitPrice=None), row(SequenceNo=2)),
        {"lines[0].net_price": D(0), "totals.amount_due": D("125.00")},
        (Said("ROW", "error", "/Records/0/Quantity", ("no price", "read as 0")),),
    ),
    Case("price_of_nothing", entry(row(UnitPrice=money(0))), {"lines[0].net_price": D(0)}),
    Case("null_row", entry(None, row()), {"lines[0].quantity": D(2), "lines[1]": None}),
    Case(
        "text_of_two_lines",
        entry(row(ArticleDescription="Kaffe\r\nmörkrost\n250 g")),
        {"lines[0].item_name": "Kaffe", "lines[0].item_description": "mörkrost\n250 g"},
    ),
    Case("no_text", entry(row(ArticleDescription=None)), {"lines[0].item_name": None}),
    Case(
        "article_period_and_bookkeeping",
        entry(row(ArticleNumber="K1", PeriodStart="2026-06-01", PeriodEnd="2026-06-30", CostCenter="10", Project="P")),
        {
            "lines[0].seller_item_identifier": "K1",
            "lines[0].buyer_accounting_reference": None,
            "lines[0].native.billecta:CostCenter": "10",
            "project_reference": None,
        },
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case.name)
def test_rows(case: Case) -> None:
    check(case)


UNITS = [
    ("st", "H87"), ("ST.", "H87"), ("tim", "HUR"), ("dag", "DAY"), ("vecka", "WEE"), ("mån", "MON"), ("år", "ANN"),
    ("kg", "KGM"), ("m", "MTR"), ("m2", "MTK"), ("m3", "MTQ"), ("l", "LTR"), ("km", "KMT"), ("par", "PR"),
    ("set", "SET"), ("förp", "XPK"), ("HUR", "HUR"), (None, "C62"), ("", "C62"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "code"), UNITS)
def test_units(name: str | None, code: str) -> None:
    found = check(Case("", entry(row(Units=name)), {"lines[0].unit_code": code}))
    assert found.invoice.lines[0].unit_name == (name or None)


def test_a_unit_that_nobody_knows_is_asked_for() -> None:
    said = (Said("UNIT", "warning", "/Records/0/Units", ("'skottkärra'", "C62")),)
    found = check(
        Case(
            "", entry(row(Units="skottkärra")), {"lines[0].unit_code": "C62", "lines[0].unit_name": "skottkärra"}, said
        )
    )
    assert "[units]" in str(found.findings)


def test_the_context_knows_units() -> None:
    given = Context(units={"skottkärra": "XRO", "st": "C62"})
    found = read(entry(row(Units="skottkärra"), row(SequenceNo=2, Units="st")), given)
    assert [line.unit_code for line in found.invoice.lines] == ["XRO", "C62"]


# --------------------------------------------------------------------------------------------------- discounts

AC = "lines[0].allowances_charges[0]"


def off(**given: Any) -> Any:
    return entry(row(**given))


PLACE = "/Records/0/Discount"
DISCOUNTS = [
    Case(
        "percentage",
        off(DiscountType="Percentage", DiscountPercentage=10),
        {
            f"{AC}.amount": D(10),
            f"{AC}.base_amount": D(100),
            f"{AC}.percentage": D(10),
            "totals.amount_due": D("112.50"),
        },
    ),
    Case(
        "amount_of_the_whole_row",
        off(DiscountAmount=money(2000)),
        {f"{AC}.amount": D(20), f"{AC}.percentage": None, "lines[0].net_amount": D(80), "totals.amount_due": D(100)},
    ),
    Case("no_discount", off(DiscountAmount=money(0), DiscountPercentage=0), {AC: None}),
    Case(
        "type_left_out_with_percentage",
        off(DiscountType=..., DiscountPercentage=10),
        {f"{AC}.percentage": D(10)},
    ),
    Case(
        "percentage_beside_the_type_amount",
        off(DiscountPercentage=10),
        {AC: None, "lines[0].net_amount": D(100), "lines[0].native.billecta:DiscountPercentage": "10"},
        (Said("DISCOUNT", "warning", f"{PLACE}Percentage", ("does not count", "Amount")),),
    ),
    Case(
        "amount_beside_the_type_percentage",
        off(DiscountType="Percentage", DiscountPercentage=10, DiscountAmount=money(2000)),
        {f"{AC}.amount": D(10)},
        (Said("DISCOUNT", "warning", f"{PLACE}Amount", ("does not count", "Percentage")),),
    ),
    Case(
        "half_an_ore_is_rounded_up",
        off(Quantity=1, UnitPrice=money(5), DiscountType="Percentage", DiscountPercentage=50),
        {"lines[0].net_amount": D("0.03"), f"{AC}.amount": D("0.02")},
    ),
    Case(
        "negative_discount_is_turned",
        off(DiscountAmount=money(-2000)),
        {"lines[0].net_amount": D(80)},
        (Said("DISCOUNT", "warning", f"{PLACE}Amount", ("another sign",)),),
    ),
    Case(
        "negative_discount_that_the_total_confirms",
        answer(
            row(DiscountAmount=money(-2000), TotalExclVAT=money(12000)),
            InvoicedAmount=money(15000),
            TotalVATAmount=money(3000),
        ),
        {"lines[0].net_amount": D(120), "totals.amount_due": D(150)},
    ),
    Case(
        "discount_of_a_negative_row",
        entry(row(), row(SequenceNo=2, Quantity=-1, DiscountAmount=money(-1000))),
        {"lines[1].net_amount": D(-40), "lines[1].allowances_charges[0].amount": D(-10)},
    ),
    Case(
        "positive_discount_of_a_credit",
        credit(row(Quantity=-2, DiscountAmount=money(2000))),
        {"lines[0].net_amount": D(80), f"{AC}.amount": D(20)},
        (Said("DISCOUNT", "warning", f"{PLACE}Amount", ("another sign",)),),
        context(credited_invoices={"26031": "2499990031"}),
    ),
    Case(
        "with_vat_percentage",
        off(VatIsIncluded=True, UnitPrice=money(12500), Quantity=1, DiscountType="Percentage", DiscountPercentage=10),
        {f"{AC}.amount": D(10), f"{AC}.base_amount": D(100), "lines[0].amount_with_vat": D("112.50")},
    ),
    Case(
        "with_vat_amount_includes_it",
        off(VatIsIncluded=True, UnitPrice=money(12500), Quantity=1, DiscountAmount=money(2500)),
        {f"{AC}.amount": D(20), "lines[0].net_amount": D(80), "totals.amount_due": D(100)},
    ),
    Case(
        "all_of_it",
        off(DiscountType="Percentage", DiscountPercentage=100),
        {"lines[0].net_amount": D(0), "totals.amount_due": D(0)},
    ),
]


@pytest.mark.parametrize("case", DISCOUNTS, ids=lambda case: case.name)
def test_discounts(case: Case) -> None:
    check(case)
