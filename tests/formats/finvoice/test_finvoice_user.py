"""Finvoice as a user meets it: what careless senders write, and what the commands say of it."""

import base64
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.cli.program import run
from tests.formats.finvoice.documents import (
    about,
    codes,
    document,
    element,
    read,
    row,
    swap,
    transmission,
    vat_class,
    write,
)

import einvoice
from einvoice import Context, EInvoiceError
from einvoice.model import SupportingDocument


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


CORPORA = Path(__file__).resolve().parents[3] / "corpora"

CREDIT: dict[str, Any] = {"kind": "INV02", "net": "-100,00", "vat": "-25,50", "total": "-125,50", "due": "-125,50"}
"""A credit note of -100,00 and 25,5 %."""
OF_CREDIT = vat_class("-100,00", vat="-25,50")


@pytest.mark.parametrize(
    ("quantity", "price"), [("2", "50,00"), ("-2", "50,00"), ("2", "-50,00"), ("-2", "-50,00")], ids="".join
)
def test_the_row_of_a_credit_note_comes_out_however_its_signs_are_written(quantity: str, price: str) -> None:
    content = row(InvoicedQuantity=quantity, UnitPriceAmount=price, RowVatExcludedAmount="-100,00")
    found = read(document(content, classes=[OF_CREDIT], **CREDIT))
    (line,) = found.invoice.lines
    assert (line.quantity, line.net_price, line.net_amount) == (2, 50, 100)
    assert len(about(found.findings, "EI-FINVOICE-SIGN", "quantity 2")) == (("-" in quantity) == ("-" in price))
    (back,) = read(write(found.invoice).data).invoice.lines
    assert (back.quantity, back.net_price, back.net_amount) == (2, 50, 100)


def test_an_unsigned_discount_of_an_unsigned_quantity() -> None:
    content = row(RowDiscountAmount="10,00", RowVatExcludedAmount="-90,00")
    given = CREDIT | {"net": "-90,00", "vat": "-22,95", "total": "-112,95", "due": "-112,95"}
    found = read(document(content, classes=[vat_class("-90,00", vat="-22,95")], **given))
    (line,) = found.invoice.lines
    assert (line.quantity, line.net_amount, line.allowances_charges[0].amount) == (2, 90, 10)


def test_a_price_that_is_wrong_beside_its_sign_is_still_derived() -> None:
    found = read(document(row(UnitPriceAmount="51,00", RowVatExcludedAmount="-100,00"), classes=[OF_CREDIT], **CREDIT))
    assert not about(found.findings, "EI-FINVOICE-SIGN")


def test_rows_of_a_credit_note_without_the_sign_of_its_totals() -> None:
    rows = (row(RowVatExcludedAmount="60,00", InvoicedQuantity="1", UnitPriceAmount="60,00"),
            row(RowVatExcludedAmount="40,00", InvoicedQuantity="1", UnitPriceAmount="40,00"))  # fmt: skip
    details = {"RowsTotalVatExcludedAmount": "100,00"}
    found = read(document(*rows, classes=[OF_CREDIT], details=details, **CREDIT))
    assert [(line.quantity, line.net_amount) for line in found.invoice.lines] == [(1, 60), (1, 40)]
    assert found.invoice.totals is not None and found.invoice.totals.line_total == 100
    assert codes(found.findings) == ["EI-FINVOICE-SIGN"]
    assert about(found.findings, "EI-FINVOICE-SIGN", "rows", "make 100.00", "is -100.00")
    assert not codes(einvoice.convert(document(*rows, classes=[OF_CREDIT], **CREDIT), "finvoice").findings, "error")


def test_classes_of_a_credit_note_without_the_sign_of_its_totals() -> None:
    content = row(InvoicedQuantity="-2", RowVatExcludedAmount="-100,00")
    found = read(document(content, **CREDIT))
    (entry,) = found.invoice.vat_breakdown
    assert (entry.taxable_amount, entry.tax_amount) == (100, Decimal("25.50"))
    assert codes(found.findings) == ["EI-FINVOICE-SIGN"]


def test_rows_that_do_not_make_the_total_keep_their_sign() -> None:
    found = read(document(row(), row(), classes=[OF_CREDIT], **CREDIT))
    assert [line.net_amount for line in found.invoice.lines] == [-100, -100]
    assert not about(found.findings, "EI-FINVOICE-SIGN")


@pytest.mark.parametrize("reason", [{}, {"VatFreeText": "Käännetty verovelvollisuus"}], ids=["silent", "with a text"])
def test_a_reason_that_only_the_category_gave_is_no_loss_in_an_older_version(reason: dict[str, str]) -> None:
    given: dict[str, Any] = {"vat": "0,00", "total": "100,00", "due": "100,00", "version": "2.01"}
    rows = row(RowVatRatePercent="0", RowVatCode="AE", InvoicedQuantity="2")
    data = document(rows, classes=[vat_class(rate="0", code="AE", vat="0,00", **reason)], **given)
    result = einvoice.convert(data, "finvoice", version="2.01", losses="raise")
    assert f"<VatFreeText>{reason.get('VatFreeText', 'Reverse charge')}</VatFreeText>" in result.data.decode(
        "iso8859-15"
    )


def test_a_reason_that_says_more_than_its_category_is_a_loss_in_an_older_version() -> None:
    reason = {"VatFreeText": "AVL 27 §", "VatExemptionReasonCode": "VATEX-EU-135-1"}
    classes = [vat_class(rate="0", code="E", vat="0,00", **reason)]
    found = read(document(row(RowVatRatePercent="0", RowVatCode="E"), classes=classes, vat="0,00", total="100,00"))
    losses = [f for f in write(found.invoice, "2.01").findings if f.value == "VATEX-EU-135-1"]
    assert [f.severity for f in losses] == ["warning"]


def test_a_reference_that_is_a_text_is_lost_with_its_reason() -> None:
    found = read(document(order={"EpiRemittanceInfoIdentifier": "Lasku 77"}))
    (loss,) = [f for f in write(found.invoice).findings if f.is_loss]
    assert "'Lasku 77' (BT-83) is not carried: it is neither a Finnish reference number nor" in loss.message
    assert loss.fix is not None


def test_a_bic_in_small_letters_is_no_loss() -> None:
    found = read(document(bank={"EpiBfiIdentifier": ("esim fihh", 'IdentificationSchemeName="BIC"')}))
    written = write(found.invoice)
    assert b">ESIMFIHH<" in written.data and codes(written.findings) == []


def test_a_unit_beside_an_empty_quantity_is_no_loss() -> None:
    """Programs of the time of 2.01 write every element, with its attributes and nothing in it."""
    found = read(document(row(InvoicedQuantity=("", 'QuantityUnitCode="kpl"')), version="2.01"))
    written = write(found.invoice, "2.01")
    assert codes(written.findings, "warning", "error") == []
    assert b'<InvoicedQuantity QuantityUnitCode="kpl">2</InvoicedQuantity>' in written.data


def test_the_frame_says_what_it_misses() -> None:
    context = Context.parse({"seller": {"intermediator": "ESIMFIHH"}, "finvoice": {"frame": True}})
    found = read(document(after_seller="<SellerOrganisationUnitNumber>003791001147</SellerOrganisationUnitNumber>"))
    written = einvoice.write(found.invoice, "finvoice", context=context)
    (fault,) = about(written.findings, "EI-FINVOICE-FRAME")
    assert "no electronic address of the buyer (BT-49) and no intermediator of the buyer;" in fault.message
    assert "seller" not in fault.message


PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()


@pytest.mark.parametrize(
    ("stated", "findings"),
    [
        pytest.param({"content_base64": f"{PNG[:8]}\n{PNG[8:]}"}, [], id="lines"),
        pytest.param({"mime_code": "IMAGE/PNG"}, [], id="capitals"),
        pytest.param({"filename": "kuva"}, ["EI-FINVOICE-ATTACHMENT-NAME"], id="without ending"),
    ],
)
def test_an_attachment_that_is_spelled_another_way_is_carried(stated: dict[str, str], findings: list[str]) -> None:
    details = element("MessageTransmissionDetails", transmission())
    file = {"content_base64": PNG, "mime_code": "image/png", "filename": "a.png"} | stated
    invoice = read(document(before_seller=details)).invoice
    invoice = invoice.model_copy(update={"supporting_documents": (SupportingDocument(**file),)})
    written = write(invoice)
    assert len(written.companions) == 1 and codes(written.findings) == findings


@pytest.mark.parametrize(
    ("quantity", "price", "total", "read_as"),
    [
        ("noin 2", "50,00", "100,00", "2"),
        ("1 000", "0,10", "100,00", "1000"),
        (None, "40,00", "100,00", "2.5"),
        (None, "50,00", "-100,00", "-2"),
        pytest.param("noin 2", "30,00", "100,00", "1", id="no round number of the price"),
    ],
)
def test_a_quantity_that_nobody_can_read_is_what_price_and_total_say(
    quantity: str | None, price: str, total: str, read_as: str
) -> None:
    content = row(InvoicedQuantity=quantity, UnitPriceAmount=price, RowVatExcludedAmount=total)
    (line,) = read(document(content)).invoice.lines
    assert line.quantity is not None and str(line.quantity) == read_as
    written = write(read(document(content)).invoice)
    assert (b"<InvoicedQuantity>" in written.data) == (quantity is not None)
    assert read(written.data).invoice.lines[0].quantity == line.quantity


LATIN = '<?xml version="1.0" encoding="ISO-8859-15"?>\n'


def test_letters_of_utf_8_in_a_document_that_declares_another_encoding_are_named() -> None:
    wrong = document(declaration=LATIN).decode("iso8859-15").encode("utf-8")
    (found,) = about(read(wrong).findings, "EI-FINVOICE-ENCODING")
    assert found.severity == "warning" and "'Jyväskylä' is read as 'JyvÃ€skylÃ€'" in found.message
    assert found.line == next(n for n, line in enumerate(wrong.splitlines(), 1) if "Jyväskylä".encode() in line)
    for right in (document(declaration=LATIN), document(), b"\xef\xbb\xbf" + wrong):
        assert not about(read(right).findings, "EI-FINVOICE-ENCODING")


def test_a_total_without_currency_is_one_fault() -> None:
    data = document(total=("125,50", ""))
    with pytest.raises(EInvoiceError) as caught:
        read(data)
    assert caught.value.exit_code == 4 and len(caught.value.findings) == 1
    assert caught.value.fix == 'state it: <InvoiceTotalVatIncludedAmount AmountCurrencyIdentifier="EUR">'


def test_a_value_that_does_not_fit_is_named_once() -> None:
    data = swap(document(), "<InvoiceNumber>1001<", f"<InvoiceNumber>{'1' * 21}<")
    faults = [f for f in einvoice.convert(data, "finvoice").findings if f.severity == "error"]
    assert [f.code for f in faults] == ["EI-FINVOICE-SHAPE"]


def test_show_keeps_the_notes_of_the_reader_to_itself(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(document(row(InvoicedQuantity=None, UnitPriceAmount="0,50")))
    assert "finvoice:_" not in run("show", str(file)).text


ZEROS: dict[str, Any] = {
    "InvoicedQuantity": ("0,00", 'QuantityUnitCode="kpl"'),
    "UnitPriceAmount": ("0,00", 'AmountCurrencyIdentifier="EUR" UnitPriceUnitCode="kpl"'),
    "RowVatRatePercent": "0",
    "RowVatCode": None,
    "RowVatAmount": "0,00",
    "RowVatExcludedAmount": "0,00",
    "RowAmount": "0,00",
}
"""What programs of the time of 2.01 write into a row that is a text."""


def test_a_text_row_full_of_zeros_is_a_text() -> None:
    data = document(row(), row(ArticleName="Tilaus 4711, Matti", **ZEROS), version="2.01")
    found = read(data)
    (line,) = found.invoice.lines
    assert line.text_rows == ("Tilaus 4711, Matti",)
    assert codes(found.findings) == [] and not codes(einvoice.convert(data, "finvoice").findings, "warning", "error")
    written = write(found.invoice, "2.01")
    assert codes(written.findings) == []
    zeros = written.data.decode("iso8859-15").partition("<ArticleName>Tilaus")[2]
    for text in (
        '<InvoicedQuantity QuantityUnitCode="kpl">0,00<',
        '<UnitPriceAmount AmountCurrencyIdentifier="EUR" UnitPriceUnitCode="kpl">0,00<',
        '<RowVatExcludedAmount AmountCurrencyIdentifier="EUR">0,00<',
        "<RowVatRatePercent>0<",
    ):
        assert text in zeros
    said = codes(einvoice.convert(data, "peppol-bis").findings, "error")
    assert said == ["EI-BUYER-REFERENCE", "EI-CONTEXT-SELLER", "EI-CONTEXT-CUSTOMER"]  # and nothing of the zeros


@pytest.mark.parametrize(
    "given",
    [
        {"RowVatCode": "Z"},
        {"RowVatRatePercent": "25,5"},
        {"InvoicedQuantity": "3"},
        {"RowVatExcludedAmount": "1,00"},
        {"InvoicedQuantity": None, "DeliveredQuantity": "3"},
        {"ArticleName": None},
    ],
    ids=str,
)
def test_a_row_that_costs_nothing_is_a_line(given: dict[str, Any]) -> None:
    content = row(**({"ArticleName": "Näyte"} | ZEROS | given))
    assert len(read(document(row(), content)).invoice.lines) == 2


def test_an_invoice_of_nothing_keeps_its_lines() -> None:
    data = document(row(**ZEROS), net="0,00", vat="0,00", total="0,00", due="0,00", classes=[])
    assert len(read(data).invoice.lines) == 1


LESS: dict[str, Any] = {"net": "90,00", "vat": "22,95", "total": "112,95", "due": "112,95", "version": "2.01"}
OF_LESS = [vat_class("90,00", vat="22,95")]


def test_a_counted_discount_of_an_older_version_goes_into_it_again() -> None:
    details = {"DiscountDetails": {"FreeText": "Alennus", "Amount": "10,00"}}
    data = document(row(), classes=OF_LESS, details=details, **LESS)
    result = einvoice.convert(data, "finvoice", version="2.01", losses="raise")
    assert codes(result.findings, "warning", "error") == [] and b">10,00</Amount>" in result.data


@pytest.mark.parametrize(("percent", "amounts"), [("10", [10]), ("20", [])], ids=["ties", "does not tie"])
def test_a_discount_of_the_document_that_is_a_percentage_alone(percent: str, amounts: list[int]) -> None:
    details = {"DiscountDetails": {"FreeText": "Alennus", "Percent": percent}}
    found = read(document(row(), classes=OF_LESS, details=details, **LESS))
    assert [entry.amount for entry in found.invoice.allowances_charges] == amounts
    (said,) = about(found.findings, "EI-FINVOICE-DISCOUNT")
    assert ("it is read as 10.00" in said.message) == bool(amounts)


@pytest.mark.parametrize(
    ("source", "severity"),
    [
        pytest.param(CORPORA / "peppol-bis" / "credit-note.xml", "error", id="peppol-bis"),
        pytest.param(CORPORA / "finvoice" / "credit-note.xml", "warning", id="finvoice"),
    ],
)
def test_a_wrong_iban_does_not_go_into_the_payment_order_unsaid(source: Path, severity: str) -> None:
    data = source.read_bytes().replace(b"FI8891317900012343", b"FI8891317900012344")
    (found,) = about(einvoice.convert(data, "finvoice").findings, "EI-FINVOICE-ACCOUNT", "FI8891317900012344")
    assert found.severity == severity and found.line is not None
    assert not about(einvoice.convert(source, "finvoice").findings, "EI-FINVOICE-ACCOUNT")


def test_a_type_that_nobody_knows_is_named() -> None:
    (found,) = read(document(kind="XYZ01")).findings
    assert (found.code, found.severity, found.path) == (
        "EI-FINVOICE-TYPE",
        "warning",
        "/Finvoice/InvoiceDetails/InvoiceTypeCode",
    )
    for known in ("INV01", "INV99", "SEI12", "REC01"):
        assert not about(read(document(kind=known)).findings, "EI-FINVOICE-TYPE")


def test_totals_that_are_derived_name_those_that_they_replace() -> None:
    source = CORPORA / "finvoice" / "multi-rate-discount-rounding.xml"
    found = einvoice.convert(source, "finvoice", totals="derived", losses="raise").findings
    assert {(f.model_path, f.value) for f in found if "derived from the lines" in f.message} == {
        ("totals.rounding_amount", "0,01"),
        ("totals.amount_due", "888,40"),
    }
    assert all(f.line is not None for f in found if "derived from the lines" in f.message)


def test_what_the_rules_of_peppol_miss_in_a_line_is_said() -> None:
    data = document(row(ArticleName=None, RowVatRatePercent=None, RowVatCode=None), classes=[])
    said = about(einvoice.convert(data, "peppol-bis").findings, "EI-BIS-MANDATORY")
    assert [f.terms for f in said] == [("BT-153",), ("BT-151",)]
    assert all(f.path == "/Finvoice/InvoiceRow/InvoicedQuantity" or f.line is not None for f in said)
