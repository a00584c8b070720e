"""Every code that the source can give is explained, and every explanation is of a code that exists."""

import re
from dataclasses import astuple
from pathlib import Path

import pytest

from einvoice import errors
from einvoice.findings import as_findings
from einvoice.report.codes import EXPLANATIONS
from einvoice.rules import RULES, billecta

SOURCE = Path(__file__).resolve().parents[2] / "src" / "einvoice"
CODE = re.compile(r'"((?:EI|LOSS|XSD|JSON)-[A-Z0-9]+(?:-[A-Z0-9]+)*)"')

IN_SOURCE = {
    code
    for file in SOURCE.rglob("*.py")
    if file.parent.name != "report" and file.parent.parent.name != "rules"
    for code in CODE.findall(file.read_text(encoding="utf-8"))
}


def subclasses(kind: type[errors.EInvoiceError]) -> set[type[errors.EInvoiceError]]:
    found = {kind}
    for child in kind.__subclasses__():
        found |= subclasses(child)
    return found


OF_ERRORS = {as_findings(kind("x"))[0].code for kind in subclasses(errors.EInvoiceError) - {errors.EInvoiceError}}
"""Every exception has a code, also one that ends the run and never stands in a report."""


def test_codes_are_found() -> None:
    assert {"EI-READ-VALUE", "LOSS-NO-PLACE", "EI-CONTEXT-SELLER", "EI-SBDH"} <= IN_SOURCE


@pytest.mark.parametrize("code", sorted(IN_SOURCE | OF_ERRORS))
def test_code_is_explained(code: str) -> None:
    assert code in RULES or code in billecta.RULES or code in EXPLANATIONS


@pytest.mark.parametrize("code", sorted(EXPLANATIONS))
def test_explanation_is_of_a_code(code: str) -> None:
    assert code in IN_SOURCE | OF_ERRORS


def test_no_code_is_explained_twice() -> None:
    assert not EXPLANATIONS.keys() & (RULES.keys() | billecta.RULES.keys())


@pytest.mark.parametrize("code", sorted(EXPLANATIONS))
def test_explanation_is_complete(code: str) -> None:
    entry = EXPLANATIONS[code]
    assert all(text.strip() for text in astuple(entry))
    assert all(text.endswith((".", "!")) for text in (entry.what, entry.why, entry.fix))
