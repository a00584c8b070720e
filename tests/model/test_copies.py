"""`Model.model_copy` does what that of pydantic does."""

import copy
from decimal import Decimal

import pytest
from pydantic import BaseModel

from einvoice.model import Invoice, Line, Party

INVOICE = Invoice(invoice_number="7", seller=Party(name="Myyjä"), lines=(Line(quantity=Decimal(2)),))


@pytest.mark.parametrize(
    "update", [None, {}, {"invoice_number": "8"}, {"currency": "EUR", "lines": ()}, {"buyer": None}], ids=repr
)
@pytest.mark.parametrize("deep", [False, True])
def test_a_copy_is_that_of_pydantic(update: dict[str, object] | None, deep: bool) -> None:
    found = INVOICE.model_copy(update=update, deep=deep)
    expected = BaseModel.model_copy(INVOICE, update=update, deep=deep)
    assert found == expected
    assert type(found) is Invoice
    assert list(found.__dict__.items()) == list(expected.__dict__.items())
    assert found.model_fields_set == expected.model_fields_set
    assert (found.__pydantic_extra__, found.__pydantic_private__) == (None, None)
    assert (found.seller is INVOICE.seller) != deep
    assert copy.copy(found) == expected


def test_the_original_keeps_its_fields() -> None:
    before = INVOICE.model_dump_json(exclude_unset=True)
    INVOICE.model_copy(update={"currency": "EUR"})
    assert INVOICE.model_dump_json(exclude_unset=True) == before
