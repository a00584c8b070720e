"""VAT: categories, exemption codes, rates by date, the codes of Netvisor."""

from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

import pytest

from einvoice.codelists import (
    codes,
    netvisor_vat_code,
    netvisor_vat_codes,
    rate_history,
    rates_on,
    vat_categories,
    vat_category,
    vat_rates,
    vatex,
)

RATES = [
    # country  day           rates in force
    ("FI", "2010-06-30", ["22", "12", "8"]),
    ("FI", "2010-07-01", ["23", "13", "9"]),
    ("FI", "2012-12-31", ["23", "13", "9"]),
    ("FI", "2013-01-01", ["24", "14", "10"]),
    ("FI", "2024-08-31", ["24", "14", "10"]),
    ("FI", "2024-09-01", ["25.5", "14", "10"]),
    ("FI", "2025-12-31", ["25.5", "14", "10"]),
    ("FI", "2026-01-01", ["25.5", "13.5", "10"]),
    ("fi", "2026-11-20", ["25.5", "13.5", "10"]),
    ("SE", "2026-04-01", ["25", "12", "6"]),
    ("NO", "2017-12-31", ["25", "15", "10", "11.11"]),
    ("NO", "2020-04-01", ["25", "15", "12", "6", "11.11"]),
    ("NO", "2026-01-01", ["25", "15", "12", "11.11"]),
    ("DK", "2026-01-01", ["25"]),
    ("EE", "2023-12-31", ["20", "9", "5"]),
    ("EE", "2025-06-30", ["22", "9", "13"]),
    ("EE", "2025-07-01", ["24", "9", "13"]),
    ("FI", "1990-01-01", []),
    ("DE", "2026-01-01", []),
]


@pytest.mark.parametrize(("country", "day", "expected"), RATES)
def test_rates_on(country: str, day: str, expected: list[str]) -> None:
    assert [rate.rate for rate in rates_on(country, date.fromisoformat(day))] == [Decimal(rate) for rate in expected]


HISTORY = [
    # country  rate     periods
    ("FI", "24", [("2013-01-01", "2024-08-31")]),
    ("FI", "25.50", [("2024-09-01", None)]),
    ("FI", "13.5", [("2026-01-01", None)]),
    ("FI", "12", [("2009-10-01", "2010-06-30")]),
    ("NO", "6", [("2020-04-01", "2021-09-30")]),
    ("FI", "21", []),
    ("GB", "20", []),
]


@pytest.mark.parametrize(("country", "rate", "expected"), HISTORY)
def test_rate_history(country: str, rate: str, expected: list[tuple[str, str | None]]) -> None:
    periods = rate_history(country, Decimal(rate))
    assert [(str(p.valid_from), str(p.valid_to) if p.valid_to else None) for p in periods] == expected


def test_rates_are_decimal_positive_and_in_order() -> None:
    for rate in vat_rates():
        assert isinstance(rate.rate, Decimal)
        assert rate.rate > 0
        assert rate.valid_to is None or rate.valid_from <= rate.valid_to
        assert rate.verified in ("primary", "secondary", "background")


def test_no_country_has_two_standard_rates_at_once() -> None:
    standard = [rate for rate in vat_rates() if rate.kind == "standard"]
    for one, other in combinations(standard, 2):
        if one.country == other.country:
            assert not one.covers(other.valid_from)
            assert not other.covers(one.valid_from)


def test_the_standard_rate_of_finland_has_no_gap() -> None:
    standard = [rate for rate in vat_rates() if (rate.country, rate.kind) == ("FI", "standard")]
    for before, after in pairwise(standard):
        assert before.valid_to is not None
        assert (after.valid_from - before.valid_to).days == 1


CATEGORIES = [
    # code  rate        reason       VATEX           prefix
    ("S", "positive", "forbidden", None, "BR-S"),
    ("Z", "zero", "forbidden", None, "BR-Z"),
    ("E", "zero", "mandatory", None, "BR-E"),
    ("AE", "zero", "mandatory", "VATEX-EU-AE", "BR-AE"),
    ("K", "zero", "mandatory", "VATEX-EU-IC", "BR-IC"),
    ("G", "zero", "mandatory", "VATEX-EU-G", "BR-G"),
    ("O", "absent", "mandatory", "VATEX-EU-O", "BR-O"),
    ("L", "any", "forbidden", None, "BR-AF"),
    ("M", "any", "forbidden", None, "BR-AG"),
    ("B", "any", "optional", None, "BR-B"),
]


@pytest.mark.parametrize(("code", "rate", "reason", "default", "prefix"), CATEGORIES)
def test_vat_category(code: str, rate: str, reason: str, default: str | None, prefix: str) -> None:
    category = vat_category(code)
    assert category is not None
    assert (category.rate, category.reason, category.vatex, category.rule_prefix) == (rate, reason, default, prefix)


def test_no_other_category() -> None:
    assert [category.code for category in vat_categories()] == [row[0] for row in CATEGORIES]
    assert vat_category("AB") is None


@pytest.mark.parametrize("category", vat_categories(), ids=lambda category: category.code)
def test_a_text_in_each_language_where_a_reason_is_mandatory_and_none_elsewhere(category) -> None:
    texts = {category.exemption_text(language) for language in ("en", "fi", "sv")}
    if category.reason == "mandatory":
        assert len(texts) == 3
        assert None not in texts
    else:
        assert texts == {None}


@pytest.mark.parametrize("category", vat_categories(), ids=lambda category: category.code)
def test_the_default_code_belongs_to_the_category(category) -> None:
    if category.vatex is not None:
        assert vatex(category.vatex).category == category.code


def test_every_vatex_code_belongs_to_a_category_with_a_reason() -> None:
    for code in codes("vatex"):
        entry = vatex(code)
        assert entry.name
        assert vat_category(entry.category).reason == "mandatory", code


def test_vatex_in_any_case() -> None:
    assert vatex(" vatex-eu-132-1i ").code == "VATEX-EU-132-1I"
    assert vatex("VATEX-EU-999") is None


SPELLINGS = [
    # text        code
    ("KOMY", "KOMY"),
    ("komy", "KOMY"),
    (" Komy ", "KOMY"),
    ("-", "NONE"),
    ("none", "NONE"),
    ("100", "100"),
    ("100%", "100"),
    ("100 %", "100"),
    ("KÄVE", "KAVE"),
    ("käve", "KAVE"),
    ("KA\u0308VE", "KAVE"),
    ("KAVE", "KAVE"),
    ("EUPM312", "EUPM312"),
    ("KOMY0", "KOMY0"),
    ("", None),
    ("KOMY1", None),
    ("KAEVE", None),
]


@pytest.mark.parametrize(("text", "code"), SPELLINGS)
def test_netvisor_spellings(text: str, code: str | None) -> None:
    found = netvisor_vat_code(text)
    assert (found and found.code) == code


def test_netvisor_has_22_codes_and_5_outside_the_import_list() -> None:
    assert len(netvisor_vat_codes()) == 22
    outside = {code.code for code in netvisor_vat_codes() if not code.in_import_list}
    assert outside == {"EVKV", "KAVE", "MAAL", "EVMA", "KOMY0"}


NETVISOR = [
    # code      side        above 0  at 0   VATEX          judgement, at 0
    ("KOMY", "sale", "S", "Z", None, False, True),
    ("KOMY0", "sale", None, "Z", None, True, True),
    ("EUMY", "sale", None, "K", "VATEX-EU-IC", False, False),
    ("EUUM", "sale", None, "G", "VATEX-EU-G", True, True),
    ("EUPM312", "sale", None, "AE", "VATEX-EU-AE", True, True),
    ("EUPM309", "sale", None, "E", None, True, True),
    ("MUUL", "sale", None, "E", None, True, True),
    ("RAMY", "sale", None, "AE", "VATEX-EU-AE", False, False),
    ("NONE", "none", None, "O", "VATEX-EU-O", True, True),
    ("KOOS", "purchase", None, None, None, False, False),
    ("KAVE", "purchase", None, None, None, False, False),
]


@pytest.mark.parametrize(("code", "side", "above", "at_zero", "exemption", "judgement", "judgement_at_zero"), NETVISOR)
def test_netvisor_mapping(
    code: str,
    side: str,
    above: str | None,
    at_zero: str | None,
    exemption: str | None,
    judgement: bool,
    judgement_at_zero: bool,
) -> None:
    found = netvisor_vat_code(code)
    assert (found.side, found.category, found.category_at_zero, found.vatex) == (side, above, at_zero, exemption)
    assert (found.judgement, found.judgement_at_zero) == (judgement, judgement_at_zero)


@pytest.mark.parametrize("code", netvisor_vat_codes(), ids=lambda code: code.code)
def test_netvisor_codes_keep_the_rules_of_their_category(code) -> None:
    if code.side == "purchase":
        assert (code.category, code.category_at_zero, code.vatex, code.exemption_text()) == (None, None, None, None)
        return
    at_zero = vat_category(code.category_at_zero)
    assert at_zero.rate in ("zero", "absent")
    assert (code.exemption_text("fi") is not None) == (at_zero.reason == "mandatory")
    assert (code.category is None) == code.zero_only
    if code.vatex is not None:
        assert vatex(code.vatex).category == at_zero.code


def test_netvisor_texts() -> None:
    assert netvisor_vat_code("RAMY").exemption_text("fi") == "Käännetty verovelvollisuus, AVL 8 c §"
    assert netvisor_vat_code("EUMY").exemption_text("sv") == "Gemenskapsintern leverans"
    assert netvisor_vat_code("MUUL").exemption_text() == "Exempt from VAT"
    assert netvisor_vat_code("KOMY").exemption_text() is None
