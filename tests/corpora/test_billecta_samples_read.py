"""The Billecta samples as `einvoice.read` sees them, held against what was written down when they were made."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from corpora.generate import batch, billecta_context
from tests.corpora import billecta_documents
from tests.corpora.billecta_expected import EXPECTED
from tests.corpora.expectations import CORPORA, expectations, samples
from tests.corpora.expected import value_at

import einvoice
from einvoice import Context, Document, EInvoiceError
from einvoice.model import CREDIT_NOTE_TYPES

FOLDER = CORPORA / "billecta"
CONTEXT = Context.load(CORPORA / "billecta.toml")


def with_settings(**settings: Any) -> Context:
    """Return the context of the samples with other settings of Billecta."""
    return CONTEXT.model_copy(update={"billecta": CONTEXT.billecta.model_copy(update=settings)})


def context_of(name: str) -> Context:
    """Return what the sample *name* is read with."""
    return with_settings(supplies="services") if "services" in name else CONTEXT


def read(data: bytes, context: Context) -> list[Document]:
    """Return the invoices in *data*."""
    return list(einvoice.read_many(data, context=context))


def documents(name: str) -> list[Document]:
    """Return the invoices of the sample *name*."""
    return read((FOLDER / name).read_bytes(), context_of(name))


@pytest.mark.parametrize("name", EXPECTED)
def test_totals_dates_and_vat(name: str) -> None:
    found = documents(name)
    assert len(found) == len(EXPECTED[name])
    for document, expected in zip(found, EXPECTED[name], strict=True):
        invoice = document.invoice
        totals = invoice.totals
        assert totals is not None
        assert invoice.invoice_number == expected.number
        assert invoice.type_code == expected.type
        assert invoice.currency == expected.currency
        assert str(invoice.issue_date) == expected.issued
        assert str(invoice.due_date) == expected.due
        assert len(invoice.lines) == expected.lines
        assert totals.total_without_vat == expected.net
        assert (totals.vat_total or Decimal(0)) == expected.vat
        assert totals.total_with_vat == expected.total
        assert totals.amount_due == expected.payable
        groups = {
            (group.category, (group.rate or Decimal(0)).normalize()): (group.taxable_amount, group.tax_amount)
            for group in invoice.vat_breakdown
        }
        assert groups == expected.breakdown


@pytest.mark.parametrize("name", EXPECTED)
def test_lines_add_up(name: str) -> None:
    for document in documents(name):
        invoice = document.invoice
        total = sum((line.net_amount or Decimal(0) for line in invoice.lines), Decimal(0))
        for entry in invoice.allowances_charges:
            total += (entry.amount or Decimal(0)) * (1 if entry.is_charge else -1)
        assert invoice.totals is not None
        assert total == invoice.totals.total_without_vat
        for line in invoice.lines:
            assert line.net_price is None or line.net_price >= 0
            assert line.vat_category is not None
            assert line.item_name
        if invoice.type_code in CREDIT_NOTE_TYPES:
            assert all((line.quantity or 0) > 0 for line in invoice.lines)


@pytest.mark.parametrize("name", EXPECTED)
def test_parties_are_those_of_the_context(name: str) -> None:
    for document in documents(name):
        seller, buyer = document.invoice.seller, document.invoice.buyer
        assert CONTEXT.seller is not None
        assert seller is not None
        assert seller.name == CONTEXT.seller.name
        assert buyer is not None
        assert buyer.name
        assert buyer.address is not None
        assert buyer.address.country_code
        assert (buyer.name == "Solveig Ekdal") == (buyer.electronic_address is None)


@pytest.mark.parametrize("name", EXPECTED)
def test_no_error_but_where_it_is_shown(name: str) -> None:
    for document in documents(name):
        assert not [finding for finding in document.findings if finding.severity == "error"]


# file -> path in the invoice -> text of the value; None where nothing may stand
PARTICULARS: dict[str, dict[str, str | None]] = {
    "answer-attachments.json": {"supporting_documents.0.filename": "servicerapport-2026-06-19.pdf"},
    "answer-credit-invoice.json": {
        "preceding_invoices.0.number": "26031",
        "lines.0.quantity": "6",
        "lines.0.net_price": "79.00",
        "payment_instructions.0.remittance_information": "990260000260481",
    },
    "answer-credit-negative-price.json": {"lines.0.quantity": "6", "lines.0.net_price": "79.00"},
    "answer-eur.json": {
        "payment_instructions.0.credit_transfer.account_identifier": "SE3099900000000010002029",
        "payment_instructions.0.remittance_information": "990260000260515",
    },
    "answer-exempt.json": {"lines.0.period.end_date": "2026-06-30", "buyer.electronic_address": "5599910352"},
    "answer-message-rows.json": {"lines.2": None, "lines.0.text_rows.0": "Serienummer GK-640-1182"},
    "answer-rot.json": {"buyer.legal_registration_identifier": None, "totals.paid_amount": "6750.00"},
    "answer-rut-after-deduction.json": {
        "buyer.legal_registration_identifier": None,
        "totals.paid_amount": "1500.00",
    },
    "answer-sent.json": {
        "totals.rounding_amount": "0.25",
        "buyer.address.line_2": "Box 204",
        "delivery.actual_delivery_date": "2026-04-30",
        "payment_instructions.0.remittance_information": "990260000260416",
    },
    "answer-vat-included-cent.json": {"totals.rounding_amount": "0.01", "lines.0.net_amount": "9.43"},
    "entry-all-members.json": {"supporting_documents.0.mime_code": "application/pdf"},
    "entry-attachments.json": {
        "supporting_documents.2.mime_code": "application/pdf",
        "supporting_documents.3": None,
    },
    "entry-autogiro.json": {"lines.0.price_with_vat": "299.00", "lines.0.net_amount": "282.08"},
    "entry-bookkeeping.json": {
        "project_reference": None,
        "buyer_accounting_reference": None,
        "lines.0.buyer_accounting_reference": None,
        "buyer_reference": "Café 3 <entré> & kök",
    },
    "entry-credit-negative-price.json": {
        "preceding_invoices.0.number": "26031",
        "lines.0.quantity": "6",
        "lines.0.net_price": "79.00",
    },
    "entry-credit.json": {
        "preceding_invoices.0.number": "26031",
        "lines.0.quantity": "6",
        "lines.0.net_price": "79.00",
        "lines.1.unit_code": "XBG",
    },
    "entry-dates.json": {
        "delivery.actual_delivery_date": None,
        "lines.0.period.start_date": "2026-06-01",
        "lines.0.period.end_date": "2026-06-30",
        "lines.1.period.start_date": "2026-06-01",
        "lines.1.period.end_date": "2026-06-30",
    },
    "entry-delivery-address-override.json": {
        "buyer.name": "Mörtviks Hotell AB, koncernekonomi",
        "buyer.electronic_address": "7359999001028",
        "buyer.address.city": "Västerås",
        "buyer.vat_identifier": "SE559991020401",
        "delivery": None,
    },
    "entry-discounts.json": {
        "lines.0.allowances_charges.0.amount": "758.40",
        "lines.0.allowances_charges.0.percentage": "10",
        "lines.1.allowances_charges.0.amount": "1900.00",
        "lines.1.allowances_charges.0.percentage": None,
        "lines.2.allowances_charges.0.amount": "53.70",
        "lines.3.allowances_charges.0": None,
    },
    "entry-enum-numbers.json": {
        "lines.0.allowances_charges.0.percentage": "10",
        "leading_text_rows.0": "Enligt avtal",
    },
    "entry-eu-goods.json": {
        "buyer.vat_identifier": "DK99910178",
        "delivery.actual_delivery_date": "2026-06-05",
        "delivery.address.country_code": "DK",
        "vat_breakdown.0.exemption_reason_code": "VATEX-EU-IC",
    },
    "entry-exempt.json": {
        "vat_breakdown.0.exemption_reason_code": "VATEX-EU-135-1",
        "vat_breakdown.0.exemption_reason": "Undantagen från skatteplikt, uthyrning av fastighet",
    },
    "entry-fees.json": {
        "allowances_charges.0.amount": "45.00",
        "allowances_charges.1.amount": "120.00",
        "allowances_charges.1.reason_code": "FC",
        "allowances_charges.1.vat_rate": "25",
    },
    "entry-interest.json": {"seller.vat_identifier": None, "buyer.vat_identifier": None},
    "entry-message-rows.json": {
        "leading_text_rows.0": "Vårleverans, första delen",
        "lines.0.text_rows.0": "Serienummer GK-640-1182",
        "lines.1.text_rows.1": "Resten kommer i juni.",
    },
    "entry-payment-bank-account.json": {
        "payment_instructions.0.credit_transfer.account_identifier": "99991000303",
        "payment_instructions.0.means_code": "30",
    },
    "entry-payment-bankgiro-ocr.json": {
        "payee.name": "Lövnäs Finans AB",
        "payment_instructions.0.credit_transfer.account_identifier": "99902041",
        "payment_instructions.0.credit_transfer.service_provider_identifier": "SE:BANKGIRO",
        "payment_instructions.0.remittance_information": "990260000260648",
        "payment_instructions.1": None,
    },
    "entry-payment-iban.json": {
        "payment_instructions.0.credit_transfer.account_identifier": "SE3999900000000010003031",
        "payment_instructions.0.credit_transfer.service_provider_identifier": "ESIMSESS",
        "payment_instructions.0.remittance_information": "26067",
    },
    "entry-payment-plusgiro-message.json": {
        "payee": None,
        "payment_instructions.0.credit_transfer.account_identifier": "9990110",
        "payment_instructions.0.credit_transfer.service_provider_identifier": "SE:PLUSGIRO",
        "payment_instructions.0.remittance_information": "Serviceavtal 2026-12",
    },
    "entry-periods.json": {
        "lines.0.period.start_date": "2026-07-01",
        "lines.1.period.end_date": "2026-12-14",
        "lines.1.unit_code": "MON",
    },
    "entry-precision.json": {"lines.0.quantity": "12.500", "lines.1.net_amount": "3999.60", "lines.2.quantity": "10"},
    "entry-reverse-charge-construction.json": {
        "vat_breakdown.0.exemption_reason_code": "VATEX-EU-AE",
        "buyer.vat_identifier": "SE559991014701",
    },
    "entry-rot.json": {"totals.paid_amount": "6750.00"},
    "entry-rut.json": {"totals.paid_amount": "1500.00"},
    "entry-several-rates.json": {"lines.3.net_amount": "283.05", "buyer.electronic_address": "7359999000021"},
    "entry-standard.json": {
        "buyer_reference": "BE-20260412",
        "notes.0.text": "Tack för er beställning!",
        "delivery.actual_delivery_date": "2026-04-30",
        "lines.1.quantity": "7.5",
        "lines.1.unit_code": "HUR",
        "lines.0.seller_item_identifier": "KVARN-64",
        "seller.contact.name": "Ylva Stenmark",
        "seller.tax_registration_identifier": "Godkänd för F-skatt",
        "buyer.legal_registration_identifier": "5599910204",
    },
    "entry-vat-included-discounts.json": {"lines.0.net_amount": "1600.00", "lines.1.net_amount": "500.00"},
}


@pytest.mark.parametrize("name", PARTICULARS)
def test_particulars(name: str) -> None:
    (document,) = documents(name)
    expected = PARTICULARS[name]
    assert {path: value_at(document.invoice, path) for path in expected} == expected


def test_row_nets_share_the_cent() -> None:
    (document,) = documents("entry-vat-included-cent.json")
    assert sorted(str(line.net_amount) for line in document.invoice.lines) == ["9.43", "9.43", "9.44"]


@pytest.mark.parametrize(
    ("name", "prepaid", "due"),
    [
        ("answer-paid.json", "8289.00", "0.00"),
        ("answer-partly-paid.json", "10000.00", "7068.75"),
        ("answer-sent.json", None, "17069.00"),
    ],
)
def test_payments_count_with_amounts_now(name: str, prepaid: str | None, due: str) -> None:
    (document,) = read((FOLDER / name).read_bytes(), with_settings(amounts="now"))
    totals = document.invoice.totals
    assert totals is not None
    assert (totals.paid_amount or None) == (None if prepaid is None else Decimal(prepaid))
    assert totals.amount_due == Decimal(due)


@pytest.mark.parametrize("name", ["answer-eu-services.json", "entry-eu-services.json"])
def test_services_are_goods_when_the_context_says_so(name: str) -> None:
    (document,) = read((FOLDER / name).read_bytes(), CONTEXT)
    assert [group.category for group in document.invoice.vat_breakdown] == ["K"]


@pytest.mark.parametrize(
    "name", ["answer-rot.json", "answer-rut-after-deduction.json", "entry-rot.json", "entry-rut.json"]
)
def test_personal_numbers_stay_out_of_the_terms(name: str) -> None:
    (document,) = documents(name)
    stated = document.invoice.model_dump_json(
        exclude={"native": True, "buyer": {"native"}, "lines": {"__all__": {"native"}}}
    )
    assert "2099" not in stated


@pytest.mark.parametrize("name", ["list-summaries.json", "negative/summary.json"])
def test_summaries_ask_for_the_whole_invoice(name: str) -> None:
    found = documents(name)
    assert len(found) == (4 if name.startswith("list") else 1)
    for document in found:
        assert not document.invoice.lines
        assert [f.code for f in document.findings if f.severity == "warning"] == ["EI-BILLECTA-LIST"]


def test_empty_list_holds_nothing() -> None:
    with pytest.raises(EInvoiceError) as refused:
        documents("list-empty.json")
    assert refused.value.exit_code == 3


EXITS = re.compile(r"exit (\d)")
NEGATIVE = expectations("billecta/negative")
EITHER = {"attachment-not-base64.json", "utf-16.json"}
"""Samples that may be read: something else blames them, or nothing has to."""


@pytest.mark.parametrize("path", samples("billecta/negative"), ids=lambda path: path.name)
def test_negative_sample_is_refused_as_its_row_says(path: Path) -> None:
    """What cannot be read is refused with its exit code; the rest is read."""
    said = EXITS.search(NEGATIVE[path.name])
    try:
        read(path.read_bytes(), CONTEXT)
    except EInvoiceError as refused:
        assert said is not None, f"refused: {refused}"
        assert refused.exit_code == int(said[1])
    else:
        assert said is None or path.name in EITHER


def test_generated_answers_and_entries_are_one_invoice() -> None:
    context = Context.parse(tomllib.loads(billecta_context(100, seed=8)))
    pairs = zip(batch("billecta", 100, seed=8), batch("billecta", 100, seed=8, answers=True), strict=True)
    for posted, given in pairs:
        (entry,), (answer,) = read(posted.data, context), read(given.data, context)
        document = billecta_documents.parse(given.data)
        sums, due = billecta_documents.sums(document), billecta_documents.payable(document)
        for found in (entry, answer):
            assert not [finding for finding in found.findings if finding.severity == "error"], posted.name
            totals = found.invoice.totals
            assert totals is not None
            assert totals.total_with_vat is not None
            # Of prices with VAT, the base times the rate may be half an öre more than what the prices leave.
            off = abs(totals.total_with_vat - abs(sums.net + sums.vat))
            assert off <= (Decimal("0.01") if document["VatIsIncluded"] else 0), posted.name
        assert answer.invoice.totals is not None
        assert answer.invoice.totals.amount_due == abs(due)
        assert entry.invoice.invoice_number == answer.invoice.invoice_number
        assert [line.vat_category for line in entry.invoice.lines] == [
            line.vat_category for line in answer.invoice.lines
        ]
