"""Each list against the rules that enforce it: the codes are read out of the official Schematron."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from einvoice.codelists import (
    codes,
    is_credit_note,
    netvisor_vat_codes,
    vat_categories,
    vat_category,
    vat_rates,
    vatex,
)

pytestmark = pytest.mark.conformance
Shared = Callable[..., Path]

EN = ("official", "en16931-1.3.16", "EN16931-UBL.sch")
BIS = ("official", "peppol-2026.5", "PEPPOL-EN16931-UBL.sch")
BIS_SB = ("official", "peppol-2026.5", "PEPPOL-EN16931-UBL-SB.sch")


def assertion(text: str, rule: str) -> str:
    """Return the test expression of *rule*."""
    found = re.search(rf'<assert\b[^>]*?\bid="{rule}"[^>]*>', text, re.DOTALL)
    assert found, f"{rule} is not in this edition"
    return found.group()


def blank_lists(text: str, rule: str) -> list[set[str]]:
    """Return the code lists that *rule* holds, each a literal between blanks."""
    return [set(codes.split()) for codes in re.findall(r"contains\(\s*'( [^']* )'", assertion(text, rule))]


def tokens(text: str, start: str) -> set[str]:
    """Return the first tokenized list after *start*."""
    found = re.search(rf"{start}.*?tokenize\(\s*'([^']*)'", text, re.DOTALL)
    assert found, f"{start} is not in this edition"
    return set(found.group(1).split())


EN_RULES = [
    # rule        list                    position in the rule, selection
    ("BR-CL-03", "currencies", 0, "en"),
    ("BR-CL-04", "currencies", 0, "en"),
    ("BR-CL-05", "currencies", 0, "en"),
    ("BR-CL-06", "vat_point_codes", 0, None),
    ("BR-CL-07", "object_schemes", 0, None),
    ("BR-CL-08", "note_subjects", 0, None),
    ("BR-CL-10", "icd", 0, None),
    ("BR-CL-11", "icd", 0, None),
    ("BR-CL-13", "item_classification", 0, None),
    ("BR-CL-14", "countries", 0, None),
    ("BR-CL-15", "countries", 0, None),
    ("BR-CL-16", "payment_means", 0, None),
    ("BR-CL-17", "vat_categories", 0, None),
    ("BR-CL-18", "vat_categories", 0, None),
    ("BR-CL-19", "allowance_reasons", 0, None),
    ("BR-CL-20", "charge_reasons", 0, None),
    ("BR-CL-21", "icd", 0, None),
    ("BR-CL-22", "vatex", 0, None),
    ("BR-CL-23", "units", 0, None),
    ("BR-CL-25", "eas", 0, "en"),
    ("BR-CL-26", "icd", 0, None),
    ("BR-CL-01", "invoice_types", 0, "en-invoice"),
    ("BR-CL-01", "invoice_types", 1, "en-credit-note"),
]


@pytest.mark.parametrize(("rule", "name", "position", "accepted_in"), EN_RULES)
def test_en16931_list(shared: Shared, rule: str, name: str, position: int, accepted_in: str | None) -> None:
    official = blank_lists(shared(*EN).read_text(encoding="utf-8"), rule)[position]
    assert codes(name, accepted_in) == official


def test_every_list_rule_of_en16931_is_compared(shared: Shared) -> None:
    rules = set(re.findall(r'id="(BR-CL-\d\d)"', shared(*EN).read_text(encoding="utf-8")))
    assert rules == {row[0] for row in EN_RULES} | {"BR-CL-24"}


def test_media_types_of_en16931(shared: Shared) -> None:
    expression = assertion(shared(*EN).read_text(encoding="utf-8"), "BR-CL-24")
    assert codes("mime_types") == set(re.findall(r"@mimeCode = '([^']+)'", expression))


BIS_LISTS = [
    # variable of the rules       list               selection
    ('name="ISO3166"', "countries", "bis"),
    ('name="ISO4217"', "currencies", "bis"),
    ('name="MIMECODE"', "mime_types", "bis"),
    ('name="UNCL2005"', "vat_point_codes", "bis"),
    ('name="UNCL5189"', "allowance_reasons", "bis"),
    ('name="UNCL7161"', "charge_reasons", "bis"),
    ('name="UNCL5305"', "vat_categories", "bis"),
    ('name="eaid"', "eas", "bis"),
    ('id="PEPPOL-EN16931-P0100"', "invoice_types", "bis-invoice"),
    ('id="PEPPOL-EN16931-P0101"', "invoice_types", "bis-credit-note"),
]


@pytest.mark.parametrize(("start", "name", "accepted_in"), BIS_LISTS)
def test_bis_list(shared: Shared, start: str, name: str, accepted_in: str) -> None:
    assert codes(name, accepted_in) == tokens(shared(*BIS).read_text(encoding="utf-8"), start)


@pytest.mark.parametrize(("start", "name", "accepted_in"), BIS_LISTS)
def test_self_billing_list(shared: Shared, start: str, name: str, accepted_in: str) -> None:
    if name == "invoice_types":
        accepted_in = accepted_in.replace("bis-", "bis-sb-")
    assert codes(name, accepted_in) == tokens(shared(*BIS_SB).read_text(encoding="utf-8"), start)


def test_credit_notes_are_what_en16931_takes_in_a_credit_note(shared: Shared) -> None:
    _, credit_notes = blank_lists(shared(*EN).read_text(encoding="utf-8"), "BR-CL-01")
    assert {code for code in codes("invoice_types") if is_credit_note(code)} == credit_notes


def test_bis_demands_the_category_of_these_vatex_codes(shared: Shared) -> None:
    text = shared(*BIS).read_text(encoding="utf-8")
    demands = re.findall(
        r"TaxExemptionReasonCode\)='(VATEX-[A-Z-]+)'.*?id=\"([A-Z0-9-]+)\"[^>]*cbc:ID\)\s*=\s*'([A-Z]+)'",
        text,
        re.DOTALL,
    )
    assert len(demands) == 8
    for code, rule, category in demands:
        entry = vatex(code)
        assert entry is not None
        assert (entry.rule, entry.category) == (rule, category)
    assert sum(1 for code in codes("vatex") if (entry := vatex(code)) and entry.rule) == len(demands)


def test_reason_is_as_the_rules_of_the_category_say(shared: Shared) -> None:
    """Rule -10 of each category speaks of the reason, and in the affirmative only where it is mandatory."""
    text = shared(*EN).read_text(encoding="utf-8")
    for category in vat_categories():
        if category.reason == "optional":
            assert f'id="{category.rule_prefix}-10"' not in text
            continue
        forbidden = "not(" in assertion(text, f"{category.rule_prefix}-10").split('test="')[1][:5]
        assert forbidden == (category.reason == "forbidden"), category.code


def test_vat_facts(shared: Shared) -> None:
    facts = json.loads(shared("facts", "vat-matrix.json").read_text(encoding="utf-8"))
    assert {row["code"] for row in facts["categories"]} == codes("vat_categories")
    for row in facts["vatex"]:
        entry = vatex(row["code"])
        assert entry is not None, row["code"]
        assert entry.category == row["category"], row["code"]
    for code, texts in facts["default_texts"].items():
        category = vat_category(code)
        assert category is not None, code
        assert {language: category.exemption_text(language) for language in texts} == texts
    rates = [(r.country, str(r.rate), str(r.valid_from), r.valid_to and str(r.valid_to), r.kind) for r in vat_rates()]
    assert rates == [(r["country"], r["rate"], r["valid_from"], r["valid_to"], r["kind"]) for r in facts["rates"]]


def test_netvisor_facts(shared: Shared) -> None:
    facts = json.loads(shared("facts", "netvisor-vat-codes.json").read_text(encoding="utf-8"))
    ours = [(c.code, c.side, c.vatex, c.judgement, c.in_import_list) for c in netvisor_vat_codes()]
    assert ours == [
        (c["code"], c["side"], c["vatex"], c["judgement_call"], c["in_import_code_list"]) for c in facts["codes"]
    ]
    for code, fact in zip(netvisor_vat_codes(), facts["codes"], strict=True):
        by_rate = fact["category_by_rate"] or {"0": fact["category"]}
        assert code.category_at_zero == by_rate["0"], code.code
        assert code.category == by_rate.get(">0"), code.code
