"""The page about a run: sums and bars are those of the account, it stays small, and nothing on it commands."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html as parser

from einvoice.batch.account import Account, Sums
from einvoice.batch.overview import Example, Held, Overview, Said
from einvoice.cli.codes import text_of
from einvoice.findings import Finding
from einvoice.report import batch_html

HOSTILE = "\"'></style></title><script>alert(1)</script><img src=x onerror=alert(1)>&lt;\u202e\x00\x1b\ud800javascript:"


def sums(count: int, net: str, vat: str = "0") -> Sums:
    return Sums(count, Decimal(net), Decimal(vat), Decimal(net) + Decimal(vat))


def account(**named: object) -> Account:
    made = Account(
        done=10,
        kinds={("EUR", "invoice"): sums(8, "1000.00", "255.00"), ("EUR", "credit note"): sums(2, "-100.00", "-25.50")},
        taxes={("EUR", "S", "25.5"): (10, Decimal("900.00"), Decimal("229.50"))},
        days={("EUR", "2026-03-02"): sums(8, "1000"), ("EUR", "2026-03-04"): sums(2, "-100")},
        customers={("EUR", "1"): sums(6, "600"), ("EUR", "2"): sums(4, "300")},
        names={"1": "Yksi Oy"},
    )
    return replace(made, **named)  # type: ignore[arg-type]


def run(made: Account, **named: object) -> Overview:
    base = Overview(made, {"to": "finvoice"}, "2026-11-20T10:00:00.000+00:00", "2026-11-20T10:01", 3, (), 0, {})
    return replace(base, **named)  # type: ignore[arg-type]


def page(made: Account, beside: Path | None = None, **named: object) -> parser.HtmlElement:
    data = batch_html.document(run(made, **named), folder="out", beside=beside, explain=text_of)
    return parser.document_fromstring(data.decode("utf-8"))


def rows(table: parser.HtmlElement) -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in row] for row in table.iter("tr")]


def tables(found: parser.HtmlElement) -> list[list[list[str]]]:
    return [rows(each) for each in found.iter("table")]


def test_sums_are_those_of_the_account() -> None:
    totals, vat, days, customers = tables(page(account()))
    assert totals[1:] == [
        ["invoices", "8", "1,000.00", "255.00", "1,255.00"],
        ["credit notes", "2", "-100.00", "-25.50", "-125.50"],
        ["together", "10", "900.00", "229.50", "1,129.50"],
    ]
    assert vat[1:] == [["S 25.5 % Standard rate", "10", "900.00", "229.50", ""]]
    assert days[1:] == [["2026-03-02", "8", "1,000.00"], ["2026-03-04", "2", "-100.00"]]
    assert customers[1:] == [["Yksi Oy 1", "6", "600.00", "66.7 %", ""], ["2", "4", "300.00", "33.3 %", ""]]


def test_chart_has_a_column_for_each_day_and_goes_below_zero() -> None:
    (plot,) = page(account()).find_class("plot")
    columns = [(each.get("class"), each.findtext("title")) for each in plot.iter("rect")]
    assert columns == [
        ("plus", "2026-03-02: 8 invoices, 1,000.00"),
        ("plus", "2026-03-03: 0 invoices, 0.00"),
        ("minus", "2026-03-04: 2 invoices, -100.00"),
    ]
    # 1000 to -200 in steps of 200 or more: the column above begins where the line of its amount stands.
    (first, _, last) = plot.iter("rect")
    zero = plot.find_class("zero")[0].get("y1")
    assert float(str(first.get("y"))[:-1]) + float(str(first.get("height"))[:-1]) == pytest.approx(float(zero[:-1]))
    assert last.get("y") == zero


@pytest.mark.parametrize(
    ("length", "unit"), [(1, "day"), (60, "day"), (100, "week"), (600, "month"), (4000, "year"), (40000, "year")]
)
def test_days_become_weeks_months_and_years(length: int, unit: str) -> None:
    start = date(1980, 1, 1)
    days = {("EUR", (start + timedelta(days=n)).isoformat()): sums(1, "1") for n in range(length)}
    found = page(account(days=days))
    (heading,) = [each for each in found.iter("h3") if "by" in each.text_content() and "issue" in each.text_content()]
    assert heading.text_content() == f"Without VAT, by {unit} of issue"
    columns = [each for plot in found.find_class("plot") for each in plot.iter("rect")]
    assert len(columns) <= batch_html.MAX_COLUMNS
    assert bool(columns) == (length > 1)
    if length == 4000:
        assert sum(int(row[1]) for row in tables(found)[2][1:]) == length


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_one_wrong_year_leaves_the_chart_as_it_is(day: str) -> None:
    found = page(account(days={**account().days, ("EUR", day): sums(1, "7"), ("EUR", "?"): sums(2, "9")}))
    (plot,) = found.find_class("plot")
    assert len(list(plot.iter("rect"))) == 3
    text = found.text_content()
    assert f"not drawn, as they are far off: 1 invoice, 7.00 ({day})" in text
    assert "2 invoices without a date" in text


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_ends_of_the_calendar_are_days_too(day: str) -> None:
    days = {("EUR", day): sums(1, "7"), ("EUR", "0001-12-31"): sums(1, "1"), ("EUR", "9999-01-01"): sums(1, "1")}
    assert "7.00" in page(account(days=days)).text_content()


def test_small_customers_are_one_row_without_a_bar() -> None:
    many = {("EUR", f"c{n}"): sums(1, str(n)) for n in range(1000)}
    *_, customers = page(account(customers=many)).iter("table")
    found = rows(customers)
    assert len(found) == 1 + batch_html.MAX_CUSTOMERS + 1
    assert found[1][:3] == ["c999", "1", "999.00"]
    assert found[-1] == ["980 others", "980", "479,710.00", "96.0 %", ""]
    assert [len(list(row.iter("rect"))) for row in customers.iter("tr")] == [0, *[1] * 20, 0]


def test_findings_are_links_to_what_they_mean() -> None:
    made = account(failed=2, codes={("BR-CO-10", "error"): 2, ("LOSS-UNMAPPED", "info"): 400}, failures={"BR-CO-10": 2})
    said = Said("BR-CO-10", "error", "the sum is wrong", "add up")
    held = (Held("all.xml[3]", "17", "Yksi Oy", (said,), 4, ("failed/a b.xml",)),)
    found = page(made, Path(), held=held, held_more=1, examples={"BR-CO-10": Example(said, "all.xml[3]", "17")})
    anchors = {str(each.get("id")) for each in found.iter() if each.get("id")}
    links = {str(each.get("href")) for each in found.iter("a")}
    assert {link[1:] for link in links if link.startswith("#")} <= anchors
    assert {"rule-BR-CO-10", "rule-LOSS-UNMAPPED"} <= anchors
    assert "./out/failed/a%20b.xml" in links
    rule = found.get_element_by_id("rule-BR-CO-10").text_content()
    assert "the sum is wrong" in rule and "all.xml[3], invoice 17" in rule
    text = found.text_content()
    assert "and 4 more" in text and "1 more stand in out/failed" in text
    assert rows(found.get_element_by_id("findings").find(".//table"))[1][1:3] == ["2", "2"]


def every_text() -> Iterator[Overview]:
    keys = (HOSTILE, HOSTILE)
    made = account(
        failed=1,
        unstated=1,
        kinds={keys: sums(1, "1")},
        taxes={(HOSTILE, HOSTILE, HOSTILE): (1, Decimal(1), Decimal(1))},
        days={(HOSTILE, "2026-01-01"): sums(1, "1"), (HOSTILE, HOSTILE): sums(1, "1")},
        customers={keys: sums(1, "1"), (HOSTILE, "2"): sums(1, "1")},
        names={HOSTILE: HOSTILE},
        codes={keys: 1},
        findings=[Finding("EI-BATCH-GAP", "info", "business", HOSTILE, HOSTILE)],
    )
    said = Said(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    held = (Held(HOSTILE, HOSTILE, HOSTILE, (said,), 0, (HOSTILE,)),)
    yield run(
        made, held=held, settings={HOSTILE: HOSTILE, "to": HOSTILE}, examples={HOSTILE: Example(said, HOSTILE, HOSTILE)}
    )


def test_no_text_commands() -> None:
    for each in every_text():
        data = batch_html.document(each, folder=HOSTILE, beside=None, explain=lambda code: f"{code}\n{HOSTILE}")
        found = parser.document_fromstring(data.decode("utf-8"))
        assert {e.tag for e in found.iter()}.isdisjoint({"script", "img", "iframe", "link", "object", "form"})
        assert not [name for e in found.iter() for name in e.attrib if name.startswith("on") or name == "style"]
        assert all(str(e.get("href")).startswith("#") for e in found.iter("a"))
        assert b"http" not in data.replace(b"http-equiv", b"")
        assert "\u202e" not in data.decode("utf-8") and "\x1b" not in data.decode("utf-8")


def test_page_stays_small_however_much_there_is() -> None:
    currencies = [f"C{n:02d}" for n in range(40)]
    made = account(
        kinds={(each, "invoice"): sums(1, "1") for each in currencies},
        taxes={(each, "S", str(n)): (1, Decimal(1), Decimal(1)) for each in currencies for n in range(100)},
        customers={(each, str(n)): sums(1, str(n)) for each in currencies for n in range(500)},
        days={(each, f"{1900 + n}-01-01"): sums(1, "1") for each in currencies for n in range(200)},
        codes={(f"X-{n}", "error"): 1 for n in range(500)},
    )
    data = batch_html.document(run(made))
    assert len(data) < 400_000
    assert b"32 more currencies stand in the ledger only" in data


def test_run_without_invoices_is_a_page() -> None:
    found = page(Account(), settings={}, began=None, ended=None, sources=0)
    assert "no invoices" in found.text_content()
    assert not found.find_class("paper")
