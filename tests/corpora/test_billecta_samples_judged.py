"""The Billecta samples before schemas and rules: the positive without an error, the faulty with the codes stated."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from corpora.generate import batch, billecta_context
from tests.corpora.expectations import CORPORA, expectations, samples

from einvoice import jsontext
from einvoice.context import Context
from einvoice.errors import EInvoiceError
from einvoice.findings import Finding
from einvoice.formats.billecta.kinds import kind_of
from einvoice.formats.billecta.views import SUMMARY, schema_file
from einvoice.rules.billecta import judge
from einvoice.validation.json_schema import judge_value

CODE = re.compile(r"`((?:JSON|EI-BILLECTA)-[A-Z0-9-]+)`")
CODES = {name: set(CODE.findall(text)) for name, text in expectations("billecta/negative").items()}
NOT_JSON = {
    "comment.json", "deep-nesting.json", "duplicate-key.json", "empty.json", "infinity.json", "latin-1.json",
    "lone-surrogate.json", "not-a-number.json", "trailing-comma.json", "truncated.json", "two-documents.json",
}  # fmt: skip
WARNED = {
    "answer-credit-negative-price.json": {"EI-BILLECTA-PRICE-NEGATIVE"},
    "answer-unknown-enums.json": {"JSON-ENUM"},
    "entry-credit-negative-price.json": {"EI-BILLECTA-PRICE-NEGATIVE"},
    "entry-dates.json": {"EI-BILLECTA-DATE-SHIFT", "EI-BILLECTA-DATE-EMPTY"},
    "entry-interest.json": {"EI-BILLECTA-ACTION-TYPE"},
    "entry-minimal.json": {"EI-BILLECTA-ENUM-LEFT-OUT"},
    "entry-negative.json": {"EI-BILLECTA-CREDIT-SIGN"},
    "entry-split-2017.json": {"JSON-OLD", "EI-BILLECTA-AMOUNT-WHOLE"},
    "entry-vat-included-mixed.json": {"EI-BILLECTA-VAT-INCLUDED"},
}
"""What is not quite as it should be, on purpose."""

ERRORS = {"entry-split-2017.json": {"JSON-TYPE"}}
"""Texts in place of numbers."""


@pytest.fixture(scope="module")
def context() -> Context:
    return Context.load(CORPORA / "billecta.toml")


def findings(path: Path, context: Context) -> list[Finding]:
    """Return what schema and rules find in each object of the file that is one of Billecta."""
    parsed: Any = jsontext.parse(path.read_bytes())
    found: list[Finding] = []
    for value in parsed if isinstance(parsed, list | jsontext.Items) else [parsed]:
        if (kind := kind_of(value)) is None:
            continue
        found += judge_value(value, schema_file(f"{kind}.json"))[0]
        if kind != SUMMARY:
            found += judge(value, "", context)
    return found


@pytest.mark.parametrize("path", samples("billecta"), ids=lambda path: path.name)
def test_positive_sample_has_no_fault_but_those_it_shows(path: Path, context: Context) -> None:
    found = findings(path, context)
    assert {f.code for f in found if f.severity == "error"} == ERRORS.get(path.name, set())
    assert {f.code for f in found if f.severity == "warning"} == WARNED.get(path.name, set())


@pytest.mark.parametrize("path", samples("billecta/negative"), ids=lambda path: path.name)
def test_negative_sample_has_the_codes_of_its_row(path: Path, context: Context) -> None:
    if path.name in NOT_JSON:
        assert not CODES[path.name]
        with pytest.raises(EInvoiceError):
            findings(path, context)
        return
    assert CODES[path.name] <= {f.code for f in findings(path, context)}


@pytest.mark.parametrize("answers", [False, True])
def test_generated_documents_have_no_fault(answers: bool) -> None:
    context = Context.parse(tomllib.loads(billecta_context(100, seed=5)))
    for document in batch("billecta", 100, seed=5, answers=answers):
        value: Any = jsontext.parse(document.data)
        found = judge_value(value, schema_file(f"{kind_of(value)}.json"))[0] + tuple(judge(value, "", context))
        codes = {f.code for f in found if f.severity != "info"}
        assert codes <= {"EI-BILLECTA-DATE-SHIFT"}, (document.name, [f.message for f in found])
