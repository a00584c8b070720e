"""The rules over the JSON of Billecta as a whole: every one documented and shown, and no document that breaks one."""

import copy
import importlib
import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from einvoice import jsontext
from einvoice import rules as business_rules
from einvoice.cli.explain import explain as explain_code
from einvoice.errors import EInvoiceError, InternalError, UsageError
from einvoice.model.terms import register
from einvoice.report.codes import EXPLANATIONS
from einvoice.rules.billecta import FAMILIES, RULES, explain, judge, kit
from einvoice.rules.billecta.kit import Rule, checks, registered

from .billecta import ANSWER, ENTRY, changed, context, parsed, row, sek, text_row

CORPUS = Path(__file__).resolve().parents[2] / "corpora" / "billecta"

NAMES = [module.__name__.rpartition(".")[2] for module in FAMILIES.values()]
CASES = {
    name: importlib.import_module(f"tests.rules.test_billecta_rules_{name}").CASES for name in NAMES
}  # fmt: skip


def codes_of(prefix):
    return {
        code
        for cases in CASES.values()
        for code, lines in cases.items()
        for line in lines
        if line[0].startswith(prefix)
    }


def test_right_documents_have_no_finding():
    assert judge(parsed(ENTRY)) == []
    assert judge(parsed(ANSWER)) == []


@pytest.mark.parametrize("code", RULES)
def test_every_rule_fires_and_passes_in_some_test(code):
    assert code in codes_of("invalid_"), "no case in which the rule fires"
    assert code in codes_of("valid_"), "no case that it lets pass"


def test_no_case_is_about_a_rule_that_does_not_exist():
    assert codes_of("") == set(RULES)


@pytest.mark.parametrize("name", NAMES)
def test_cases_of_a_family_are_of_its_rules(name):
    module = importlib.import_module(f"einvoice.rules.billecta.{name}")
    assert list(CASES[name]) == [rule.code for rule in RULES.values() if rule in vars(module).values()]


def test_gravest_severity_is_that_of_the_rule():
    gravest = {}
    for cases in CASES.values():
        for code, lines in cases.items():
            found = {severity for line in lines for severity, _ in line[3]}
            gravest[code] = next(each for each in ("error", "warning", "info") if each in found)
    assert gravest == {code: rule.severity for code, rule in RULES.items()}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule):
    assert re.fullmatch(r"EI-BILLECTA(-[A-Z]+){1,3}", rule.code)
    assert rule.example.startswith("Valid: ")
    assert " Invalid: " in rule.example
    for text in (rule.title, rule.why, rule.fix, rule.example, rule.source):
        assert text.strip() == text != ""
        assert "  " not in text
    for text in (rule.title, rule.why, rule.fix, rule.example):
        assert text.endswith(".")
    assert set(rule.terms) <= set(register())
    for number in re.findall(r"\bB[TG]-\d+\b", rule.text()):
        assert number in register()


def test_codes_are_given_once():
    assert not RULES.keys() & business_rules.RULES.keys()
    assert not RULES.keys() & EXPLANATIONS.keys()
    with pytest.raises(InternalError, match="two rules are called EI-BILLECTA-CREDIT-SIGN"):
        checks(RULES["EI-BILLECTA-CREDIT-SIGN"])(lambda document: iter(()))


def test_every_rule_has_one_function():
    codes = [rule.code for _, rules in registered() for rule in rules]
    assert sorted(codes) == sorted(RULES)


def test_explain():
    text = explain(" ei-billecta-credit-sign ")
    assert text == explain_code("EI-BILLECTA-CREDIT-SIGN")
    assert [line.split(":")[0].strip() for line in text.splitlines()[1:]] == [
        "why", "fix", "example", "terms", "source",
    ]  # fmt: skip
    assert "terms:" not in explain("EI-BILLECTA-ENUM-NUMBER")
    with pytest.raises(UsageError, match="no rule 'EI-BILLECTA-NONE' over Billecta"):
        explain("EI-BILLECTA-NONE")


def test_findings_carry_the_pointer_of_the_document_in_its_file():
    document = changed(ENTRY, {"/Records/0/VAT": 24, "/DebtorPublicId": "C-100"})
    found = judge(document, "/17")
    assert [each.path for each in found] == ["/17/DebtorPublicId", "/17/Records/0/VAT"]
    assert [each.path for each in judge(document)] == ["/DebtorPublicId", "/Records/0/VAT"]
    assert {each.layer for each in found} == {"billecta"}


def test_findings_stand_in_the_order_of_the_rules():
    document = changed(ENTRY, {"/Records": [row(1, VAT=24, Quantity=-1), text_row(1, VAT=25)], "/InvoiceFee": sek(2.5)})
    order = list(RULES)
    codes = [each.code for each in judge(document)]
    assert codes == sorted(codes, key=order.index)
    assert len(codes) > 3


def test_an_answer_is_told_by_its_members_or_by_the_caller():
    document = changed(ANSWER, {"/ActionType": 2})
    assert judge(document) == []
    assert {each.code for each in judge(document, answer=False)} >= {"EI-BILLECTA-ENUM-NUMBER", "EI-BILLECTA-DEBTOR-ID"}


def test_a_rule_that_fails_is_a_finding_and_keeps_no_other_from_running(monkeypatch):
    def broken(document):
        raise ZeroDivisionError("by a bug")
        yield

    rule = Rule("EI-BILLECTA-BROKEN", "error", (), "T.", "W.", "F.", "E.", "S")
    monkeypatch.setattr(kit, "_CHECKS", [(broken, (rule,)), *kit._CHECKS])
    found = judge(changed(ENTRY, {"/Records/0/VAT": 24}))
    assert [each.code for each in found] == ["EI-INTERNAL-ERROR", "EI-BILLECTA-VAT-RATE"]
    assert found[0].message == "EI-BILLECTA-BROKEN failed with ZeroDivisionError: by a bug"


# --- no document breaks a rule ----------------------------------------------------------------------

ODD = (
    None, True, False, 0, -1, 1, 25, 0.25, 1e30, -1e-30, 10**40, "", " ", "0", "1e999999999", "NaN", "Infinity", "-0",
    "Unknown", "Percentage", "Message", "SEK", "å", "0001-01-01T00:00:00", "9999-12-31T23:59:59-23:59", "2026-05-04",
    "2026-02-30", "SE", "US1", "811228-9875", "²³", "\u0000", [], {}, [None], [[]], [{}], {"Value": None},
    {"Value": "x", "CurrencyCode": 7}, {"CurrencyCode": "JPY", "Value": 10**18, "ValueForView": 1e-9}, "1" * 5000,
)  # fmt: skip
"""What stands where something else belongs."""

FULL = context(creditor_public_id="x", fee_vat=None, debtors={"1": "y"})


def failures(value):
    return [
        each.message
        for given in (None, FULL)
        for answer in (None, True, False)
        for each in judge(value, "/0", given, answer=answer)
        if each.code == "EI-INTERNAL-ERROR" or not str(each.path).startswith("/0")
    ]


def documents():
    """Yield every document of the corpus that is JSON, and the two of these tests."""
    for path in (*sorted(CORPUS.glob("*.json")), *sorted(CORPUS.glob("negative/*.json"))):
        try:
            value = jsontext.parse(path.read_bytes())
            yield from value if isinstance(value, jsontext.Items) else [value]
        except EInvoiceError:
            continue
    yield from (parsed(ENTRY), parsed(ANSWER))


def places(value):
    """Yield every member and item below *value*: what it stands in, and its key."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(steps):
        yield value, key
        yield from places(inner)


def test_documents_break_no_rule():
    found = list(documents())
    assert len(found) > 90
    assert [failure for each in found for failure in failures(each)] == []


def test_mutants_break_no_rule():
    """Thousands of documents with one to four members replaced, moved or taken away; the seed is fixed."""
    dice = random.Random(20261120)
    sources = [each for each in documents() if isinstance(each, dict) and "Records" in each]
    odd = [parsed({"odd": each})["odd"] for each in ODD]
    for _ in range(2500):
        mutant = copy.deepcopy(dice.choice(sources))
        for _ in range(dice.randint(1, 4)):
            above, key = dice.choice(list(places(mutant)))
            what = dice.randint(0, 3)
            if what == 0 and isinstance(above, dict):
                del above[key]
            elif what == 1:
                donor, other = dice.choice(list(places(dice.choice(sources))))
                above[key] = copy.deepcopy(donor[other])
            else:
                above[key] = copy.deepcopy(dice.choice(odd))
        assert failures(mutant) == [], json.dumps(mutant)


LEAVES = st.one_of(
    st.none(), st.booleans(), st.text(max_size=12), st.sampled_from([each for each in ODD if isinstance(each, str)]),
    st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)).map(lambda n: jsontext.Number(repr(n))),
)  # fmt: skip
MEMBERS = st.sampled_from(sorted({key for each in documents() for _, key in places(each) if isinstance(key, str)}))
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(MEMBERS, inner, max_size=6), max_leaves=25
)


@settings(max_examples=300, deadline=None)
@given(VALUES | st.dictionaries(MEMBERS, VALUES, max_size=12))
def test_no_value_breaks_a_rule(value):
    assert failures(value) == []
