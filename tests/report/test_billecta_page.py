"""What a page of a Billecta invoice leaves out: members that the service states although they say nothing."""

from pathlib import Path

import pytest

import einvoice
from einvoice.report import show
from einvoice.report.billecta import says_nothing

CORPORA = Path(__file__).resolve().parents[2] / "corpora"

CASES = [
    # case                       key                                      value           hidden
    ("hidden_false",             "billecta:Hidden",                       "false",        True),
    ("stated_true",              "billecta:Hidden",                       "true",         False),
    ("hidden_zero",              "billecta:InterestAmount",               "0.00",         True),
    ("stated_amount",            "billecta:InterestAmount",               "0.10",         False),
    ("hidden_below_an_object",   "billecta:State/IsPaused",               "false",        True),
    ("hidden_ordinary_row",      "billecta:RecordType",                   "Standard",     True),
    ("stated_package",           "billecta:RecordType",                   "Package",      False),
    ("hidden_how_a_discount_is", "billecta:DiscountType",                 "Percentage",   True),
    ("hidden_no_interest",       "billecta:InterestType",                 "NoInterest",   True),
    ("stated_interest",          "billecta:InterestType",                 "Fixed",        False),
    ("hidden_work_of_nobody",    "billecta:RotRutType",                   "Construction", True),
    ("hidden_note_of_reader",    "billecta:_InvoicedAmount",              "29000.00",     True),
    ("stated_text_with_zero",    "billecta:InvoicePDF/OCR",               "0010",         False),
    ("stated_of_others",         "netvisor:status",                       "false",        False),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value", "hidden"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_says_nothing(key: str, value: str, hidden: bool) -> None:
    assert says_nothing(key, value) == hidden


def page(name: str) -> str:
    context = einvoice.Context.load(CORPORA / "billecta.toml")
    document = einvoice.read(CORPORA / "billecta" / name, context=context)
    return show.plain(show.render(document.invoice))


def test_kind_of_work_stands_where_there_is_a_deduction() -> None:
    assert "billecta:RotRutType: Construction" in page("entry-rot.json")
    assert "RotRutType" not in page("entry-standard.json")


def test_page_of_a_plain_entry_has_no_native_text_on_its_lines() -> None:
    lines = page("entry-standard.json").partition("Lines\n")[2].partition("\nVAT\n")[0]
    assert lines and "billecta:" not in lines
