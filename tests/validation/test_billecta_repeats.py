"""What the reader of Billecta and its rules both see is said once; alone, each of them says it."""

import json
from typing import Any

import pytest
from tests.formats.billecta.documents import answer, context, credit, debtor, entry, money, row

import einvoice

# case, document, the code that stands, the code that gives way
CASES: list[tuple[str, Any, str, str]] = [
    ("sign", credit(row()), "CREDIT-SIGN", "SIGN"),
    ("currency", entry(row(UnitPrice={"Value": 1})), "CURRENCY-MISSING", "CURRENCY"),
    ("for_view", entry(row(UnitPrice=money(1, ValueForView=1))), "AMOUNT-VIEW", "FOR-VIEW"),
    ("number", answer(Debtor=debtor(OrgNo="559991-0205")), "ORG-NUMBER", "NUMBER"),
    ("price", entry(row(UnitPrice=None)), "ROW-INCOMPLETE", "ROW"),
    ("discount", entry(row(DiscountPercentage=10, DiscountAmount=money(1))), "DISCOUNT-BOTH", "DISCOUNT"),
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
