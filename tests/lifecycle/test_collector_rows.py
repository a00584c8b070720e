"""Rows and articles for Collector/Walley: their sum is that of the invoice, and a part is found again in the whole."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lifecycle.invoices import BOOK, CHAIR, FREIGHT, WORK, credit_note, invoice

from einvoice import calc
from einvoice.errors import UsageError
from einvoice.lifecycle import part_activate
from einvoice.lifecycle.collector import Article, articles_of, rows_of
from einvoice.model import Invoice

LINES = [
    # case                        changes of the line                                        quantity, price with VAT
    ("whole quantity",            {},                                                         4, "125.00"),
    ("fraction",                  {"quantity": "2.5", "net_amount": "250"},                   1, "312.50"),
    ("price of three decimals",   {"quantity": "3", "net_price": "33.3333", "net_amount": "100"}, 1, "125.00"),
    ("return",                    {"quantity": "-4", "net_amount": "-400"},                   4, "-125.00"),
    ("no quantity",               {"quantity": None, "net_price": None},                      1, "500.00"),
    ("free of charge",            {"net_price": "0", "net_amount": "0"},                      4, "0.00"),
    ("reverse charge",            {"vat_category": "AE", "vat_rate": "0"},                    4, "100.00"),
    ("outside VAT",               {"vat_category": "O", "vat_rate": None},                    4, "100.00"),
    ("amount with VAT stated",    {"amount_with_vat": "500.04"},                              4, "125.01"),
    ("four decimals stated",      {"amount_with_vat": "500.0399"},                            4, "125.01"),
    ("thousandths of a piece",    {"quantity": "1000", "net_price": "0.001", "net_amount": "1"}, 1, "1.25"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "quantity", "price"), [c[1:] for c in LINES], ids=[c[0] for c in LINES])
def test_row_of_a_line(changes: dict[str, Any], quantity: int, price: str) -> None:
    (row,) = rows_of(invoice(lines=[{**CHAIR, **changes}], allowances_charges=[], totals=None))
    assert (row.quantity, row.unit_price) == (quantity, Decimal(price))
    assert (row.article_id, row.description) == ("A-1", "Stol, björk & ek")


def test_rows_of_an_invoice_come_to_its_total() -> None:
    rows = rows_of(invoice())
    assert [row.key for row in rows] == ["1", "2", "3", "charge-1", "rounding"]
    assert sum(row.amount for row in rows) == Decimal("597.00")
    assert [row.unit for row in rows] == ["st", None, None, None, None]


def test_discount_of_the_document_is_a_negative_row() -> None:
    discount = {**FREIGHT, "is_charge": False, "reason": "Rabatt", "reason_code": "95"}
    row = rows_of(invoice(allowances_charges=[FREIGHT, discount], totals=None))[-1]
    assert (row.article_id, row.description, row.amount, row.key) == (
        row.key,
        "Rabatt",
        Decimal("-12.50"),
        "allowance-1",
    )


def test_discounts_of_one_reason_and_two_rates_are_two_articles() -> None:
    discount = {**FREIGHT, "is_charge": False, "reason": "Rabatt", "reason_code": "95"}
    rows = rows_of(invoice(allowances_charges=[discount, {**discount, "vat_rate": "6"}], totals=None))
    assert [(row.article_id, row.vat) for row in rows[-2:]] == [("allowance-1", 25), ("allowance-2", 6)]


def test_text_has_no_row() -> None:
    text = {"identifier": "9", "item_name": "Tack för ordern"}
    assert len(rows_of(invoice(lines=[CHAIR, text], allowances_charges=[], totals=None))) == 1


REFUSED = [
    # case, changes of the invoice, what the message says
    ("prepayment", {"totals": {"total_with_vat": "596.75", "paid_amount": "100"}}, "100 is already paid"),
    (
        "totals that do not add up",
        {"totals": {"total_with_vat": "600.00"}},
        "rows come to 596.75 SEK with VAT, the invoice says 600",
    ),
    ("no such currency", {"currency": "EURO"}, "the currency is 'EURO'"),
    ("no lines", {"lines": [], "allowances_charges": [], "totals": None}, "the invoice has no row"),
    ("no rate", {"lines": [{**CHAIR, "vat_rate": None}], "totals": None}, "line 1: the amount with VAT is not known"),
    ("no name", {"lines": [{**CHAIR, "item_name": None}], "totals": None}, "line 1 has no name"),
    (
        "charge without amount",
        {"allowances_charges": [{**FREIGHT, "amount": None}], "totals": None},
        "charge-1: the amount is not known",
    ),
    (
        "charge without rate",
        {"allowances_charges": [{**FREIGHT, "vat_rate": None}], "totals": None},
        "charge-1 has no VAT rate",
    ),
]


@pytest.mark.parametrize(("changes", "says"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_refused(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        rows_of(invoice(**changes))
    assert caught.value.fix


AMOUNTS = st.decimals(Decimal("-500"), Decimal("900"), places=2)
QUANTITIES = st.decimals(Decimal("0.001"), Decimal("40"), places=3) | st.integers(1, 40).map(Decimal)
RATES = st.sampled_from(["25", "12", "6", "25.5", "14", "0"])


@st.composite
def invoices(draw: st.DrawFn) -> Invoice:
    lines = [
        {
            "identifier": str(n),
            "quantity": str(draw(QUANTITIES)),
            "net_amount": str(draw(AMOUNTS)),
            "vat_category": "S",
            "vat_rate": draw(RATES),
            "item_name": draw(st.sampled_from(["Stol", "Bord"])),
        }
        for n in range(draw(st.integers(1, 6)))
    ]
    charges = [
        {
            "is_charge": draw(st.booleans()),
            "amount": str(abs(draw(AMOUNTS))),
            "vat_category": "S",
            "vat_rate": draw(RATES),
        }
        for _ in range(draw(st.integers(0, 2)))
    ]
    found = calc.complete(
        Invoice.model_validate({"currency": "SEK", "type_code": "380", "lines": lines, "allowances_charges": charges})
    )
    assert found.totals is not None and found.totals.total_with_vat is not None
    rounding = draw(st.sampled_from(["0", "0.25", "-0.49"]))
    return found.model_copy(update={"totals": found.totals.model_copy(update={"rounding_amount": Decimal(rounding)})})


@given(invoices())
@settings(max_examples=150, deadline=None)
def test_rows_always_come_to_the_total(found: Invoice) -> None:
    totals = found.totals
    assert totals is not None and totals.total_with_vat is not None and totals.rounding_amount is not None
    rows = rows_of(found)
    assert sum(row.amount for row in rows) == totals.total_with_vat + totals.rounding_amount
    assert all(row.quantity >= 1 and row.unit_price == round(row.unit_price, 2) for row in rows)


@given(invoices())
@settings(max_examples=50, deadline=None)
def test_parts_of_one_by_one_are_the_whole(found: Invoice) -> None:
    rows = rows_of(found)
    parts = [articles_of(found, {row.key: row.of or row.quantity}) for row in rows]
    whole: dict[tuple[Any, ...], int] = {}
    for article in (article for part in parts for article in part):
        key = (article.article_id, article.description, article.unit_price)
        whole[key] = whole.get(key, 0) + article.quantity
    assert whole == {(a.article_id, a.description, a.unit_price): a.quantity for a in articles_of(found)}


# ---------------------------------------------------------------------------------- articles


def test_article_of_several_prices_bears_its_price() -> None:
    dearer = {**CHAIR, "identifier": "9", "net_price": "110", "net_amount": "440"}
    found = invoice(lines=[CHAIR, dearer, BOOK], totals=None)
    text = "Stol, björk & ek"
    assert articles_of(found, {"9": 2, "3": 1}) == (
        Article("A-1", text, 2, Decimal("137.50")),
        Article("B-7", "Handbok", 1),
    )


def test_lines_of_one_article_are_one() -> None:
    found = invoice(lines=[CHAIR, {**CHAIR, "identifier": "9"}], totals=None)
    assert articles_of(found, {"1": 1, "9": 3}) == (Article("A-1", "Stol, björk & ek", 4),)


def test_credit_note_leaves_its_rounding_out() -> None:
    rounded = credit_note(totals={"total_with_vat": "250.00", "rounding_amount": "0.40"})
    assert [article.article_id for article in articles_of(rounded)] == ["A-1"]


PARTS = [
    ({"7": 1}, "line '7' is no row of the invoice 1001"),
    ({"1": 5}, "line 1: quantity 5 is not a whole number from 1 to 4"),
    ({"1": 0}, "line 1: quantity 0 is not a whole number from 1 to 4"),
    ({"1": Decimal("1.5")}, "line 1: quantity 1.5 is not a whole number"),
    ({"2": 1}, "line 2: 1 of 2.5 cannot be taken, the row stands for the whole line"),
]


@pytest.mark.parametrize(("quantities", "says"), PARTS)
def test_part_refused(quantities: dict[str, Decimal], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        articles_of(invoice(), quantities)


def test_picks_are_those_of_a_part_activation() -> None:
    picks: dict[str | int, Decimal | int | None] = {"1": 3, 1: None, "charge-1": None}
    found = articles_of(invoice(), picks)
    assert [(article.article_id, article.quantity) for article in found] == [("A-1", 3), ("2", 1), ("charge-1", 1)]
    del picks["charge-1"]
    part, rest = part_activate(invoice(), picks)
    assert [line.quantity for line in part.lines] == [3, Decimal("2.5")]
    assert rest is not None


def test_line_named_twice() -> None:
    with pytest.raises(UsageError, match="line 1 is named twice"):
        articles_of(invoice(), {"1": 1, 0: 2})


def test_lines_of_one_name_are_told_by_their_place() -> None:
    found = invoice(lines=[CHAIR, {**WORK, "identifier": "1"}], totals=None)
    assert [article.article_id for article in articles_of(found, {1: None})] == ["1"]


def test_lines_of_one_name_cannot_be_told() -> None:
    with pytest.raises(UsageError, match="2 lines are called '1'"):
        articles_of(invoice(lines=[CHAIR, {**WORK, "identifier": "1"}], totals=None), {"1": 1})
