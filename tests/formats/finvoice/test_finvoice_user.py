"""Finvoice as a user meets it: what careless senders write, and what the commands say of it."""

from pathlib import Path

import pytest
from tests.cli.program import run
from tests.formats.finvoice.documents import document, swap

import einvoice
from einvoice import EInvoiceError


def test_a_broken_invoice_between_others_keeps_none_of_them_from_being_judged(tmp_path: Path) -> None:
    good = document()
    file = tmp_path / "three.xml"
    file.write_bytes(good + swap(good, "</InvoiceDetails>", "") + good)
    result = run("validate", str(file), "--layers", "schema")
    assert result.code == 3
    assert "3 documents: 2 valid, 0 invalid, 1 not checked" in result.text
    assert "three.xml (invoice 3): valid" in result.text


def test_validate_many_raises_at_the_broken_invoice(tmp_path: Path) -> None:
    good = document()
    reports = einvoice.validate_many(good + swap(good, "</InvoiceDetails>", "") + good, layers=["schema"])
    assert next(reports).valid
    with pytest.raises(EInvoiceError, match="not well-formed"):
        next(reports)


def test_validate_of_several_names_the_function_that_takes_them() -> None:
    with pytest.raises(EInvoiceError) as caught:
        einvoice.validate(document() * 2)
    assert caught.value.fix is not None and "einvoice.validate_many(src)" in caught.value.fix
