"""`validate(..., original=...)`: a credit note against the invoice that it credits, through the layers."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.rules.test_original import ORIGINAL, chairs, credit

import einvoice
from einvoice.errors import NoInvoice, UsageError
from einvoice.rules.credits import OF_TWO
from einvoice.rules.original import Originals

BUSINESS = ["business"]
INVOICE = einvoice.write(ORIGINAL, "peppol-bis").data


def written(invoice, format="finvoice"):
    return einvoice.write(invoice, format).data


def against(src, original, **arguments):
    """The findings against the original, of one document."""
    report = einvoice.validate(src, layers=BUSINESS, original=original, **arguments)
    codes = {rule.code for rule in OF_TWO}
    return [(finding.code, finding.path or finding.model_path) for finding in report.findings if finding.code in codes]


def test_findings_stand_where_the_credit_note_says_it():
    rows = "/Finvoice/InvoiceRow/RowVatExcludedAmount"
    vat = "/Finvoice/InvoiceDetails/VatSpecificationDetails/VatBaseAmount"
    assert against(written(credit(chairs("12"))), INVOICE) == [("EI-CREDIT-LINE", rows)]
    assert against(written(credit(chairs("14"))), INVOICE) == [("EI-CREDIT-LINE", rows), ("EI-CREDIT-VAT", vat)]
    assert against(written(credit(chairs("4"))), INVOICE) == []


def test_an_error_makes_the_credit_note_invalid():
    src = written(credit(chairs("12")), "model")
    assert einvoice.validate(src, layers=BUSINESS).valid
    assert not einvoice.validate(src, layers=BUSINESS, original=ORIGINAL).valid


@pytest.mark.parametrize(
    "original",
    [INVOICE, ORIGINAL, einvoice.read(INVOICE), [INVOICE], (ORIGINAL,), Originals([ORIGINAL])],
    ids=["bytes", "invoice", "document", "list", "tuple", "originals"],
)
def test_the_original_may_be_anything_that_is_read(original):
    assert [code for code, _ in against(written(credit(of="1002")), original)] == ["EI-CREDIT-NUMBER"]


def test_the_original_may_be_a_path(tmp_path: Path):
    path = tmp_path / "original.xml"
    path.write_bytes(INVOICE)
    assert against(written(credit()), path) == against(credit(), str(path)) == []


def test_that_no_invoice_is_named_is_said_once():
    report = einvoice.validate(written(credit(of=None), "model"), layers=BUSINESS, original=ORIGINAL)
    codes = [finding.code for finding in report.findings]
    assert "EI-CREDIT-NUMBER" in codes and "EI-CREDIT-REFERENCE" not in codes


def test_several_credit_notes_are_added_up():
    one, two = (written(credit(chairs("6"), number), "model") for number in "ab")
    originals = Originals([ORIGINAL])
    assert against(one, originals) == []
    assert [code for code, _ in against(two, originals)] == ["EI-CREDIT-LINE"]
    assert against(two, ORIGINAL) == []


def test_a_list_of_credit_notes_is_added_up():
    both = b"[" + b",".join(written(credit(chairs("6"), number), "model") for number in "ab") + b"]"
    reports = list(einvoice.validate_many(both, layers=BUSINESS, original=ORIGINAL))
    found = [[f.code for f in report.findings if f.code.startswith("EI-CREDIT")] for report in reports]
    assert found == [[], ["EI-CREDIT-LINE"]]


def test_the_rules_over_two_documents_are_counted_when_they_run():
    with_original, without = (
        einvoice.validate(written(credit()), layers=BUSINESS, original=original).layers[0].fired
        for original in (ORIGINAL, None)
    )
    assert with_original - without == len(OF_TWO)


def test_a_layer_that_does_not_compare_is_refused():
    with pytest.raises(UsageError, match="was not asked for"):
        einvoice.validate(INVOICE, layers=["schema"], original=ORIGINAL)


def test_an_original_without_invoices_is_refused():
    with pytest.raises(NoInvoice, match="the original holds no invoice"):
        einvoice.validate(INVOICE, original=[])


def test_a_comparison_that_fails_is_a_finding(monkeypatch):
    def fail(self, credit):
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(Originals, "check", fail)
    report = einvoice.validate(written(credit()), layers=BUSINESS, original=ORIGINAL)
    assert [finding.code for finding in report.findings if finding.severity == "error"] == ["EI-INTERNAL-ERROR"]


def test_amounts_of_many_digits_are_compared():
    wide = ORIGINAL.lines[0].model_copy(update={"net_amount": Decimal("1E+60"), "quantity": Decimal("1E-20")})
    huge = credit({"lines": (wide,)})
    assert {code for code, _ in against(written(huge, "model"), ORIGINAL)} >= {"EI-CREDIT-LINE", "EI-CREDIT-PRICE"}
