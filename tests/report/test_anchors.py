"""Which place of a page a finding is about."""

import doctest

import pytest

from einvoice.findings import Finding
from einvoice.report import anchors
from einvoice.report.anchors import Anchors

PLACES = {
    "invoice_number": "/I/ID",
    "native.x:ID": "/I/ID",
    "rows[0].quantity": "/I/L[1]/Q",
    "lines[0].quantity": "/I/L[1]/Q",
    "lines[0].unit_code": "/I/L[1]/Q/@unit",
    "lines[0].vat_rate": "/I/L[1]/VAT/Rate",
    "lines[0].vat_category": "/I/L[1]/VAT/ID",
    "lines[1].quantity": "/I/L[2]/Q",
    "totals.line_total": "/I/T/Sum",
    "totals.amount_due": "/I/T/Due",
    "seller.electronic_address_scheme": "/I/S/E/@scheme",
}
PAGE = {
    "invoice_number", "native.x:ID", "currency", "lines", "totals", "totals.line_total", "totals.amount_due", "seller",
    "seller.electronic_address",
    *(f"lines[{n}]{field}" for n in (0, 1) for field in ("", ".quantity", ".unit_code", ".vat_rate", ".vat_category")),
}  # fmt: skip


@pytest.mark.parametrize(
    ("case", "path", "terms", "model_path", "anchor"),
    [
        ("the place of the model wins", "/I/ID", (), "totals.amount_due", "totals.amount_due"),
        ("what is above it in the model", None, (), "lines[1].note", "lines[1]"),
        ("a list that lost the item", None, (), "lines[9].note", "lines"),
        ("the exact place", "/I/L[2]/Q", (), None, "lines[1].quantity"),
        ("no processing data where a term stands at the same place", "/I/ID", (), None, "invoice_number"),
        ("an attribute of its own", "/I/L[1]/Q/@unit", (), None, "lines[0].unit_code"),
        ("an attribute without place", "/I/L[1]/Q/@other", (), None, "lines[0].quantity"),
        ("a scheme belongs to its identifier", "/I/S/E/@scheme", (), None, "seller.electronic_address"),
        ("what is common to all below", "/I/L[1]/VAT", (), None, "lines[0]"),
        ("the term below that", "/I/L[1]/VAT", ("BT-152",), None, "lines[0].vat_rate"),
        ("no term of another place", "/I/L[1]/VAT", ("BT-115",), None, "lines[0]"),
        ("an element without value, beside others", "/I/T/Rounding", (), None, "totals"),
        ("the whole, and a term of the document", "/I", ("BT-106",), None, "totals.line_total"),
        ("the whole, and a term of lines", "/I", ("BT-131", "BT-106"), None, "lines"),
        ("a term that the page does not have, then one that it has", None, ("BT-8", "BT-5"), None, "currency"),
        ("an unknown term", None, ("X-1",), None, None),
        ("the whole document", "/I", (), None, None),
        ("nothing said", None, (), None, None),
    ],
)  # fmt: skip
def test_anchor(
    case: str, path: str | None, terms: tuple[str, ...], model_path: str | None, anchor: str | None
) -> None:
    finding = Finding("X", "error", "schema", "", terms=terms, path=path, model_path=model_path)
    assert Anchors(PAGE, PLACES).of(finding) == anchor, case


def test_doctests() -> None:
    assert doctest.testmod(anchors).failed == 0
