"""What the reader of Billecta and its rules both see is said once; alone, each of them says it."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tests.formats.billecta.documents import answer, context, credit, debtor, entry, money, row, samples_context

import einvoice
from einvoice.findings import Finding, without_repeats

# case, document, the code that stands, the code that gives way
CASES: list[tuple[str, Any, str, str]] = [
    ("sign", credit(row()), "CREDIT-SIGN", "SIGN"),
    ("currency", entry(row(UnitPrice={"Value": 1})), "CURRENCY-MISSING", "CURRENCY"),
    ("for_view", entry(row(UnitPrice=money(1, ValueForView=1))), "AMOUNT-VIEW", "FOR-VIEW"),
    ("number", answer(Debtor=debtor(OrgNo="559991-0205")), "ORG-NUMBER", "NUMBER"),
    ("price", entry(row(UnitPrice=None)), "ROW-INCOMPLETE", "ROW"),
    ("discount", entry(row(DiscountPercentage=10, DiscountAmount=money(1))), "DISCOUNT-BOTH", "DISCOUNT"),
    ("discount_sign", entry(row(DiscountAmount=money(-100))), "DISCOUNT-LARGER", "DISCOUNT"),
    ("enum", entry(ActionType=2), "ENUM-NUMBER", "ENUM"),
    ("fee", entry(row(), row(SequenceNo=2, VAT=6), InvoiceFee=money(1)), "FEE-VAT", "FEE-RATE"),
    ("reverse", entry(ReverseVATDetails={"ReverseVATActivated": True}), "REVERSE-VAT", "VAT"),
]


def codes(value: Any, *layers: str) -> set[str]:
    data = json.dumps(value).encode()
    found = einvoice.validate(data, layers=list(layers), context=context(zero_vat="E")).findings
    return {finding.code.removeprefix("EI-BILLECTA-") for finding in found}


@pytest.mark.parametrize(
    ("value", "stands", "gives_way"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_one_fact_is_said_once(value: Any, stands: str, gives_way: str) -> None:
    both = codes(value, "billecta", "business")
    assert stands in both
    assert gives_way not in both
    assert stands in codes(value, "billecta") | codes(value, "business")
    assert gives_way in codes(value, "billecta") | codes(value, "business")


def test_a_member_that_nobody_knows_is_named_once() -> None:
    value = entry(row(Unit="st"))
    assert {"JSON-UNKNOWN"} == codes(value, "schema", "business") & {"JSON-UNKNOWN", "LOSS-UNMAPPED"}
    assert {"LOSS-UNMAPPED"} == codes(value, "business") & {"JSON-UNKNOWN", "LOSS-UNMAPPED"}


def test_another_row_is_another_fact() -> None:
    value = entry(row(UnitPrice=money(1, ValueForView=1)), row(SequenceNo=2, DiscountPercentage=10))
    assert {"AMOUNT-VIEW", "DISCOUNT-TYPE"} <= codes(value, "billecta", "business")


OWN = Path(__file__).resolve().parents[2] / "corpora" / "billecta"

# document, the code that stands, the codes that give way
SAID_ONCE = [
    ("negative/attachment-not-base64", "EI-ATTACHMENT-BASE64", "JSON-FORMAT"),
    ("negative/credit-of-unknown-invoice", "EI-BILLECTA-CREDITED", "EI-CREDIT-REFERENCE"),
    ("negative/credit-without-reference", "EI-BILLECTA-CREDIT-REFERENCE", "EI-CREDIT-REFERENCE"),
    ("negative/currency-missing", "EI-BILLECTA-CURRENCY-MISSING", "EI-MISSING-CURRENCY"),
    ("negative/currency-nonsense", "EI-BILLECTA-CURRENCY-CODE", "EI-CODE-CURRENCY"),
    ("negative/date-in-words", "JSON-FORMAT", "EI-READ-VALUE"),
    ("negative/empty-records", "EI-BILLECTA-ROWS-MISSING", "EI-MISSING-LINES EI-MISSING-CURRENCY"),
    ("negative/mixed-currencies", "EI-BILLECTA-CURRENCY-MIX", "EI-CURRENCY-MIX"),
    ("negative/no-debtor", "EI-BILLECTA-DEBTOR-ID", "JSON-REQUIRED"),
    ("negative/price-missing", "EI-BILLECTA-ROW-INCOMPLETE", "EI-MISSING-CURRENCY"),
    ("negative/quantity-as-text", "JSON-TYPE", "EI-READ-VALUE"),
    ("negative/row-total-does-not-tie", "EI-BILLECTA-ROW-TOTAL", "EI-TOTAL-LINE-NET"),
    ("negative/total-does-not-tie", "EI-BILLECTA-INVOICED-TOTAL", "EI-TOTAL-DUE"),
    ("negative/unknown-action-type", "EI-NO-INVOICE", "JSON-ENUM"),
    ("negative/self-invoice-action", "EI-BILLECTA-ACTION-TYPE", "EI-NO-INVOICE"),
    ("negative/unknown-debtor", "EI-CONTEXT-CUSTOMER", "EI-MISSING-BUYER-NAME EI-MISSING-BUYER-COUNTRY"),
    ("negative/value-as-text", "JSON-TYPE", "EI-BILLECTA-AMOUNT-WHOLE"),
    ("negative/value-beyond-64-bits", "JSON-RANGE", "EI-READ-VALUE"),
    ("negative/value-with-decimals", "EI-BILLECTA-AMOUNT-WHOLE", "JSON-TYPE EI-READ-VALUE"),
    ("negative/vat-does-not-tie", "EI-BILLECTA-VAT-TOTAL", "EI-TOTAL-VAT"),
    ("negative/vat-rate-24", "EI-BILLECTA-VAT-RATE", "EI-VAT-RATE"),
    ("negative/vat-rate-as-fraction", "EI-BILLECTA-VAT-FRACTION", "EI-VAT-RATE"),
    ("entry-negative", "EI-BILLECTA-CREDIT-SIGN", "EI-SIGN-INVOICE"),
]


@pytest.mark.parametrize(("name", "stands", "gives_way"), SAID_ONCE, ids=[name for name, _, _ in SAID_ONCE])
def test_one_message_per_fault(name: str, stands: str, gives_way: str) -> None:
    found = einvoice.validate(OWN / f"{name}.json", context=samples_context()).findings
    assert [finding.code for finding in found].count(stands) == 1
    assert not {finding.code for finding in found} & set(gives_way.split())


@pytest.mark.parametrize("name", ["other-creditor", "guid-broken"])
def test_another_account_is_told_once_with_what_follows(name: str) -> None:
    found = einvoice.validate(OWN / "negative" / f"{name}.json", context=samples_context()).findings
    (told,) = [finding for finding in found if finding.code == "EI-BILLECTA-CREDITOR-ID"]
    assert "the seller of the context is not filled in" in told.message


def test_what_makes_a_document_invalid_is_always_named() -> None:
    """A graver finding never gives way to a milder one."""
    for path in sorted((OWN / "negative").glob("*.json")):
        with suppress(einvoice.EInvoiceError):
            report = einvoice.validate(path, context=samples_context())
            bad = any(layer.status == "invalid" for layer in report.layers)
            assert bad <= any(finding.severity == "error" for finding in report.findings), path.name


@pytest.mark.parametrize(
    ("name", "stands", "gives_way"),
    [
        ("credit-of-unknown-invoice", "EI-BILLECTA-CREDITED", "EI-CREDIT-REFERENCE"),
        ("wrong-check-digits", "EI-BILLECTA-NUMBER", "EI-ID-BUSINESS"),
    ],
)
def test_a_conversion_says_it_once_as_well(name: str, stands: str, gives_way: str) -> None:
    made = einvoice.convert(OWN / "negative" / f"{name}.json", "peppol-bis", context=samples_context())
    codes = [finding.code for finding in made.findings]
    assert stands in codes and gives_way not in codes


def test_what_has_no_place_repeats_nothing() -> None:
    """Two findings that do not say where they belong are not at one place."""
    loss = Finding("LOSS-UNMAPPED", "warning", "loss", "one thing")
    fault = Finding("JSON-UNKNOWN", "error", "schema", "in the written document, another")
    assert without_repeats([loss, fault]) == [loss, fault]


def test_what_a_writer_could_not_state_is_no_fault_of_the_schema_as_well() -> None:
    made = einvoice.convert(OWN.parent / "peppol-bis" / "fi-domestic-two-rates.xml", "billecta")
    codes = [finding.code for finding in made.findings if finding.severity == "error"]
    assert sorted(codes) == ["EI-BILLECTA-CREDITOR", "EI-BILLECTA-DEBTOR"]
