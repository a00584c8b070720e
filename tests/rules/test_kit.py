"""How rules register, run and explain themselves; and that every code fires in some test."""

import doctest
import re

import pytest

from einvoice.errors import InternalError, UsageError
from einvoice.model import Invoice
from einvoice.model.terms import register
from einvoice.rules import RULES, Rule, explain, kit, rule_of, run
from einvoice.rules.kit import family

from . import (
    test_accounts,
    test_attachments,
    test_codes,
    test_credits,
    test_dates,
    test_duplicates,
    test_kind_and_basics,
    test_original,
    test_parties,
    test_references,
    test_rounding,
    test_signs,
    test_terms,
    test_totals,
    test_vat_category,
    test_vat_country,
    test_vat_rate,
    test_vat_reason,
)
from .invoices import VALID, invoice_with, line

MODULES = (
    test_kind_and_basics,
    test_attachments,
    test_codes,
    test_signs,
    test_credits,
    test_original,
    test_vat_category,
    test_vat_country,
    test_vat_reason,
    test_vat_rate,
    test_totals,
    test_rounding,
    test_parties,
    test_references,
    test_accounts,
    test_dates,
    test_terms,
    test_duplicates,
)


def codes_of(prefix):
    blocks = [block for module in MODULES for block in module.CASES.items()]
    return {code for code, rows in blocks for case, _, _ in rows if case.startswith(prefix)}


def test_valid_invoice_has_no_finding():
    assert run(VALID) == []


def test_empty_invoice_is_judged_without_trouble():
    assert {f.code for f in run(Invoice())} == {
        "EI-MISSING-NUMBER", "EI-MISSING-ISSUE-DATE", "EI-MISSING-CURRENCY", "EI-MISSING-SELLER-NAME",
        "EI-MISSING-SELLER-COUNTRY", "EI-MISSING-BUYER-NAME", "EI-MISSING-BUYER-COUNTRY", "EI-MISSING-LINES",
    }  # fmt: skip


@pytest.mark.parametrize("code", RULES)
def test_every_rule_fires_and_passes_in_some_test(code):
    assert code in codes_of("invalid_"), "no case in which the rule fires"
    assert code in codes_of("valid_"), "no case that it lets pass"


def test_no_case_is_about_a_rule_that_does_not_exist():
    assert codes_of("") == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule):
    assert re.fullmatch(r"EI-[A-Z]+(-[A-Z0-9]+)*", rule.code)
    assert rule.example.startswith("Valid: ")
    assert " Invalid: " in rule.example
    for text in (rule.title, rule.why, rule.fix, rule.example, rule.source):
        assert text.strip() == text != ""
    for text in (rule.title, rule.why, rule.fix, rule.example):
        assert text.endswith((".", "?"))
    assert rule.terms
    assert set(rule.terms) <= set(register())


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_terms_in_texts_exist(rule):
    for number in re.findall(r"\bB[TG]-\d+\b", rule.text()):
        assert number in register()


def test_findings_carry_layer_place_and_fix():
    (finding,) = run(invoice_with(invoice_number=None))
    assert (finding.layer, finding.model_path, finding.path, finding.line) == ("business", "invoice_number", None, None)
    assert finding.fix == RULES["EI-MISSING-NUMBER"].fix
    assert finding.terms == ("BT-1",)


def test_run_restricts_to_codes_and_records():
    invoice = invoice_with(invoice_number=None, issue_date=None, currency=None)
    found = run(invoice, rules=["ei-missing-currency", RULES["EI-MISSING-NUMBER"]])
    assert [f.code for f in found] == ["EI-MISSING-NUMBER", "EI-MISSING-CURRENCY"]
    assert run(invoice, rules=[]) == []


def test_run_restricts_within_a_family():
    wrong = invoice_with(lines=(line(net="10.03", price="10"),), **test_totals.stated(amount_due="1"))
    assert {"EI-TOTAL-LINE-NET", "EI-TOTAL-DUE"} < {f.code for f in run(wrong)}
    assert [f.code for f in run(wrong, rules=["EI-TOTAL-DUE"])] == ["EI-TOTAL-DUE"]


@pytest.mark.parametrize("function", [rule_of, explain, lambda code: run(VALID, rules=[code])])
def test_unknown_code_is_a_usage_error_with_a_suggestion(function):
    with pytest.raises(UsageError) as caught:
        function("EI-KINDS")
    assert caught.value.message == "no business rule 'EI-KINDS'"
    assert "EI-KIND" in caught.value.fix
    with pytest.raises(UsageError) as caught:
        function("BR-CO-10")
    assert caught.value.fix.startswith("There are EI-KIND, ")


def test_explain():
    text = explain(" ei-total-due ")
    assert text.splitlines()[0] == (
        "EI-TOTAL-DUE (error): The amount due is the total with VAT, less what is paid, plus rounding."
    )
    assert [row.split(":")[0].strip() for row in text.splitlines()[1:]] == [
        "why", "fix", "example", "terms", "source",
    ]  # fmt: skip


@pytest.fixture
def empty_registry(monkeypatch):
    monkeypatch.setattr(kit, "_RULES", {})
    monkeypatch.setattr(kit, "_CHECKS", [])


def new_rule(**fields):
    return Rule(
        **{"code": "EI-X", "severity": "info", "terms": ("BT-1",), "title": "T.", "fix": "F.", "source": "S"} | fields
    )


def test_decorator_takes_why_and_example_from_the_docstring(empty_registry):
    rule = new_rule()

    @rule
    def check(invoice):
        """First reason.

        Second
        reason.

        Valid: one.
        Invalid: two.
        """
        yield rule.finding("m", path="invoice_number", value=1)

    assert (rule.why, rule.example) == ("First reason. Second reason.", "Valid: one. Invalid: two.")
    (finding,) = run(Invoice())
    assert (finding.code, finding.severity, finding.message, finding.value) == ("EI-X", "info", "m", "1")


def test_a_code_is_given_once(empty_registry):
    family(new_rule())(lambda invoice: iter(()))
    with pytest.raises(InternalError, match="two rules are called EI-X"):
        family(new_rule())(lambda invoice: iter(()))


def test_findings_stand_in_the_order_of_the_rules():
    order = list(RULES)
    found = [f.code for f in run(Invoice(document_kind="order", type_code="999", lines=(line("O", "0", price="-1"),)))]
    assert found == sorted(found, key=order.index)
    assert len(set(found)) > 5


def test_examples():
    result = doctest.testmod(kit)
    assert result.attempted > 0
    assert result.failed == 0
