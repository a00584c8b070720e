"""The Finvoice samples as `einvoice.read` sees them, held against what was written down when they were made."""

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from tests.corpora.expectations import CORPORA, expectations, samples
from tests.corpora.expected import value_at
from tests.corpora.finvoice_expected import EXPECTED
from tests.corpora.ubl_documents import check_arithmetic

import einvoice
from einvoice import Document, EInvoiceError
from einvoice.model import CREDIT_NOTE_TYPES

FOLDER = CORPORA / "finvoice"


@cache
def documents(name: str) -> list[Document]:
    """Return the invoices of the sample *name*."""
    return list(einvoice.read_many(FOLDER / name))


INSTALMENTS = {"partial-payments.xml": Decimal("3765.00")}


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
        assert totals.vat_total == expected.vat
        assert totals.total_with_vat == expected.total
        # The payment order of an invoice in instalments asks for the first, and all of them are due.
        assert totals.amount_due == INSTALMENTS.get(name, expected.payable)
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
        if invoice.type_code in CREDIT_NOTE_TYPES and name != "credit-note-zero-total.xml":
            assert all((line.quantity or 0) > 0 for line in invoice.lines)


# file -> path in the invoice -> text of the value; None where nothing may stand
PARTICULARS: dict[str, dict[str, str | None]] = {
    "attachment-hash-of-base64.xml": {"supporting_documents.0.filename": "huoltoraportti.pdf"},
    "cancellation.xml": {"preceding_invoices.0.number": "20260504", "preceding_invoices.0.issue_date": "2026-05-04"},
    "cash-discount-late-interest.xml": {
        "payment_terms": "7 päivää -2 %, 30 päivää netto",
        "payment_conditions.cash_discounts.0.last_date": "2026-08-03",
        "payment_conditions.cash_discounts.0.percentage": "2",
        "payment_conditions.cash_discounts.0.amount": "12.50",
        "payment_conditions.late_payment_interest_rate": "11.5",
    },
    "credit-note-discount-unsigned.xml": {"lines.0.allowances_charges.0.amount": "2.20", "lines.0.quantity": "10"},
    "credit-note-several-references.xml": {
        "preceding_invoices.0.number": "20260417",
        "preceding_invoices.1.number": "20260601",
        "preceding_invoices.2.number": "20260716",
        "preceding_invoices.3": None,
    },
    "credit-note-with-discounts.xml": {
        "lines.0.quantity": "1",
        "lines.0.net_price": "100.00",
        "lines.0.allowances_charges.0.amount": "10.00",
        "lines.0.allowances_charges.1.amount": "5.00",
        "lines.1.allowances_charges.0.base_amount": "22.00",
        "allowances_charges.0.amount": "1.80",
        "allowances_charges.1.amount": "4.00",
    },
    "credit-note-zero-total.xml": {"lines.0.quantity": "6", "lines.1.quantity": "-6", "lines.1.net_price": "8.90"},
    "credit-note.xml": {
        "preceding_invoices.0.number": "20260417",
        "preceding_invoices.0.issue_date": "2026-04-17",
        "lines.0.quantity": "4",
        "lines.0.net_price": "11.90",
        "lines.0.allowances_charges.0.amount": "4.76",
        "lines.1.note": "Palautettu 12.5.2026, sarjanumero PH-640-1182",
        "totals.amount_due": "536.82",
    },
    "currency-sek.xml": {
        "vat_currency": "EUR",
        "totals.vat_total_accounting": "219.42",
        "vat_breakdown.2": None,
        "payment_terms": "30 dagar netto",
    },
    "currency-sek-without-euro.xml": {"vat_currency": None, "totals.vat_total_accounting": None},
    "direct-debit.xml": {
        "payment_instructions.0.means_code": "59",
        "payment_instructions.0.direct_debit.mandate_reference": "VALT-2026-0142",
        "payment_instructions.0.direct_debit.debited_account_identifier": "FI5790752672553143",
        "seller.identifiers.0.value": "FI86ZZZ91001147",
        "seller.identifiers.0.scheme": "SEPA",
    },
    "empty-elements.xml": {
        "purchase_order_reference": None,
        "contract_reference": None,
        "buyer_reference": "KP-204",
        "notes.0": None,
        "lines.0.buyer_item_identifier": None,
    },
    "encoding-iso-8859-15.xml": {
        "notes.0.text": "Hinta 4,95 € kappale; tack för köpet, Åke Öhrnell",
        "lines.0.item_name": "Kahvikuppi Šakkilinna, sininen å ö",
        "lines.0.note": "Veistos „Łódź” € 5 alennettu",
    },
    "encoding-frame-utf-8-invoice-iso-8859-15.xml": {"lines.0.item_name": "Kahvikuppi Šakkilinna, sininen å ö"},
    "everything.xml": {
        "tax_point_date": "2026-09-15",
        "buyer_reference": "KP-204",
        "project_reference": "KESÄ-2026",
        "contract_reference": "PUITE-2026-31",
        "purchase_order_reference": "T-7781",
        "sales_order_reference": "MT-3302",
        "receiving_advice_reference": "VO-9921",
        "despatch_advice_reference": "RK-000418-26",
        "tender_reference": "TP-2026-5",
        "invoiced_object_identifier": "KOHDE-17",
        "invoiced_object_identifier_scheme": "ABT",
        "buyer_accounting_reference": "4450",
        "seller.trading_name": "Pihlajaniemi",
        "seller.identifiers.0.value": "6439999000014",
        "seller.identifiers.0.scheme": "0088",
        "seller.tax_registration_identifier": "Ennakkoperintärekisteri",
        "seller.additional_legal_information": "Osakeyhtiö, kotipaikka Tampere",
        "seller.address.line_1": "Konepajankuja 7",
        "seller.address.line_2": "Piha B",
        "seller.address.line_3": "3. krs",
        "seller.electronic_address": "003791001147",
        "seller.electronic_address_scheme": "0216",
        "buyer.trading_name": "Kahvila Koivuranta",
        "buyer.contact.name": "Otso Vaahtera",
        "buyer.electronic_address": "003791001171",
        "payee.name": "Lammasjoen Rahoitus Oy",
        "payee.legal_registration_identifier": "9113093-4",
        "tax_representative.name": "Verotuki Ahola Oy",
        "tax_representative.vat_identifier": "FI91001358",
        "tax_representative.address.city": "Turku",
        "delivery.party_name": "Koivurannan Kahvila, satamakioski",
        "delivery.location_identifier": "6439999000021",
        "delivery.location_identifier_scheme": "0088",
        "delivery.actual_delivery_date": "2026-09-15",
        "delivery.address.line_3": "Ovi 2",
        "delivery.address.country_subdivision": "Keski-Suomi",
        "period.start_date": "2026-09-01",
        "period.end_date": "2026-09-30",
        "preceding_invoices.0.number": "20260301",
        "payment_instructions.0.means_code": "58",
        "payment_instructions.0.means_text": "Tilisiirto",
        "payment_instructions.0.remittance_information": "202609186",
        "totals.paid_amount": "100.00",
        "totals.rounding_amount": "0.01",
        "totals.charge_total": "12.00",
        "totals.allowance_total": "3.40",
        "supporting_documents.0.external_location": "https://pihlajaniemi.example/ehdot-2026.pdf",
        "supporting_documents.0.description": "Yleiset toimitusehdot",
        "lines.0.note": "Erä 7",
        "lines.0.object_identifier": "MITTARI-7",
        "lines.0.order_line_reference": "10",
        "lines.0.buyer_accounting_reference": "4450-1",
        "lines.0.period.start_date": "2026-09-01",
        "lines.0.gross_price": "12.50",
        "lines.0.price_discount": "0.60",
        "lines.0.net_price": "11.90",
        "lines.0.allowances_charges.0.percentage": "10",
        "lines.0.allowances_charges.1.is_charge": "True",
        "lines.0.item_description": "Tumma paahto, jäljitettävä erä",
        "lines.0.buyer_item_identifier": "KK-100",
        "lines.0.standard_item_identifier": "6439999000106",
        "lines.0.standard_item_identifier_scheme": "0160",
        "lines.0.classifications.0.code": "50201706",
        "lines.0.classifications.0.scheme": "TST",
        "lines.0.classifications.0.scheme_version": "26",
        "lines.0.origin_country_code": "BR",
        "lines.0.attributes.0.name": "Paahtoaste",
        "lines.0.attributes.0.value": "5",
    },
    "exempt-rent.xml": {
        "buyer.vat_identifier": None,
        "vat_breakdown.0.exemption_reason_code": "VATEX-EU-135-1",
        "lines.0.period.end_date": "2026-08-31",
    },
    "factoring.xml": {
        "payment_instructions.0.credit_transfer.account_identifier": "FI2598419522925457",
        "seller.name": "Pihlajaniemen Tukku ja Huolto Oy",
    },
    "frame-soap-1.2-draft.xml": {
        "seller.electronic_address": "003791001147",
        "buyer.electronic_address": "003791001171",
    },
    "intra-community-goods.xml": {
        "seller.vat_identifier": "FI91001147",
        "buyer.vat_identifier": "SE559990123701",
        "delivery.address.country_code": "SE",
        "delivery.actual_delivery_date": "2026-06-15",
        "vat_breakdown.0.exemption_reason_code": "VATEX-EU-IC",
        "payment_instructions.0.remittance_information": "RF50202606176",
        "buyer.legal_registration_identifier_scheme": "0007",
    },
    "invoice-negative-total.xml": {"lines.0.quantity": "-12", "lines.0.net_price": "15.00"},
    "iso-dates-decimal-points.xml": {"delivery.actual_delivery_date": "2026-09-10", "lines.1.quantity": "1.5"},
    "multi-rate-discount-rounding.xml": {
        "allowances_charges.0.vat_rate": "13.5",
        "allowances_charges.0.amount": "12.80",
        "allowances_charges.0.base_amount": "426.60",
        "allowances_charges.0.percentage": "3",
        "allowances_charges.0.reason": "Syyskampanja",
        "allowances_charges.0.reason_code": "95",
        "allowances_charges.2.amount": "5.30",
        "allowances_charges.3.is_charge": "True",
        "allowances_charges.3.amount": "19.50",
        "allowances_charges.3.reason_code": "FC",
        "totals.line_total": "771.21",
        "totals.allowance_total": "23.14",
        "totals.charge_total": "19.50",
        "totals.rounding_amount": "0.01",
        "totals.amount_due": "888.40",
    },
    "outside-scope.xml": {"seller.vat_identifier": None, "lines.0.vat_rate": None},
    "paid-by-card.xml": {
        "totals.paid_amount": "84.44",
        "payment_instructions.0.means_code": "48",
        "payment_instructions.0.card.primary_account_number": "5678",
        "payment_instructions.0.card.holder_name": "Otso Vaahtera",
    },
    "payee-tax-representative-delivery.xml": {
        "seller.tax_registration_identifier": "Foretaksregisteret",
        "payee.name": "Nordlys Factoring AS",
        "payee.identifiers.0.value": "319900349",
        "tax_representative.vat_identifier": "FI91001358",
        "delivery.party_name": "Koivurannan Kahvila Oy, varasto",
        "delivery.address.line_2": "Portti 3",
        "period.start_date": "2026-06-01",
    },
    "prepaid.xml": {"totals.paid_amount": "500.00"},
    "price-in-cents.xml": {
        "lines.1.net_amount": "228.56",
        "lines.1.net_price": "0.063",
        "lines.2.net_price": "0.00063",
        "lines.1.unit_code": "KWH",
        "period.end_date": "2026-02-28",
    },
    "quantities-and-units.xml": {
        "lines.0.quantity": "250",
        "lines.0.unit_code": "MTR",
        "lines.1.quantity": "36.40",
        "lines.1.unit_code": "KGM",
        "lines.2.unit_code": "DAY",
        "lines.3.quantity": "7",
        "lines.3.unit_name": "rullakko",
        "lines.4.quantity": "12",
    },
    "reference-rf-barcode.xml": {"payment_instructions.0.remittance_information": "RF59202608051"},
    "reverse-charge.xml": {
        "buyer.vat_identifier": "FI91001200",
        "vat_breakdown.0.exemption_reason": "AVL 8 c §, käännetty verovelvollisuus",
        "vat_breakdown.0.exemption_reason_code": "VATEX-EU-AE",
        "lines.1.allowances_charges.0.amount": "46.80",
        "lines.1.vat_category": "AE",
    },
    "row-charges-and-prices.xml": {
        "lines.0.gross_price": "12.50",
        "lines.0.price_discount": "0.60",
        "lines.0.net_price": "11.90",
        "lines.1.price_base_quantity": "100",
        "lines.1.allowances_charges.0.amount": "6.00",
        "lines.2.allowances_charges.1.percentage": "2.5",
        "lines.2.allowances_charges.2.amount": "5.00",
    },
    "row-discounts.xml": {
        "lines.0.allowances_charges.0.amount": "89.00",
        "lines.1.allowances_charges.0.amount": "38.90",
        "lines.1.allowances_charges.1.amount": "20.00",
        "lines.2.allowances_charges.0.amount": "9.96",
        "lines.2.allowances_charges.1.amount": "9.04",
        "lines.3.allowances_charges.0.amount": "16.50",
        "lines.3.allowances_charges.0.percentage": "15",
        "lines.4.allowances_charges.0.percentage": None,
    },
    "self-billing.xml": {
        "seller.electronic_address": "003791001171",
        "buyer.electronic_address": "003791001147",
        "seller.name": "Koivurannan Kahvila Oy",
    },
    "sender-recipient-links-accounts.xml": {
        "payment_instructions.0.credit_transfer.account_identifier": "FI8891317900012343",
        "payment_instructions.1.credit_transfer.account_identifier": "FI2598419522925457",
        "payment_instructions.1.credit_transfer.account_name": "Varatili",
        "supporting_documents.0.description": "Yleiset toimitusehdot",
        "supporting_documents.1.external_location": "file://lasku-20260813.pdf",
    },
    "sub-rows.xml": {"lines.2.item_name": "Rahti"},
    "text-rows.xml": {"leading_text_rows.0": "Huolto ja tarvikkeet", "lines.1.item_name": "Tiivistesarja"},
    "three-attachments.xml": {
        "supporting_documents.0.filename": "huoltoraportti.pdf",
        "supporting_documents.0.mime_code": "application/pdf",
        "supporting_documents.1.filename": "tiiviste.png",
        "supporting_documents.2.filename": "tyomaa.jpg",
        "supporting_documents.2.mime_code": "image/jpeg",
        "supporting_documents.3": None,
    },
    "vat-inclusive-rows.xml": {
        "lines.0.net_amount": "5.00",
        "lines.0.amount_with_vat": "6.28",
        "lines.1.net_amount": "16.48",
        "lines.1.price_with_vat": "0.0502",
    },
    "version-1.2-doctype.xml": {
        "payment_instructions.0.credit_transfer.account_identifier": "99991300001234",
        "seller.vat_identifier": "FI91001147",
    },
    "version-label-wrong.xml": {"preceding_invoices.0.issue_date": "2026-09-11"},
}


@pytest.mark.parametrize("name", PARTICULARS)
def test_particulars(name: str) -> None:
    (document,) = documents(name)
    expected = PARTICULARS[name]
    assert {path: value_at(document.invoice, path) for path in expected} == expected


def test_address_of_the_frame_is_in_force() -> None:
    (document,) = documents("frame-differs-from-document.xml")
    assert value_at(document.invoice, "buyer.electronic_address") == "003791001200"


def test_sample_of_the_readme_is_the_ubl_one() -> None:
    """Amounts, dates, parties and lines are those of the UBL document of the same invoice."""
    (ours,) = documents("invoice-two-vat-rates.xml")
    theirs = einvoice.read(CORPORA / "peppol-bis" / "fi-domestic-two-rates.xml").invoice
    same = ("invoice_number", "issue_date", "due_date", "currency", "type_code", "buyer_reference", "payment_terms")
    assert [getattr(ours.invoice, name) for name in same] == [getattr(theirs, name) for name in same]
    assert ours.invoice.totals == theirs.totals
    assert ours.invoice.vat_breakdown == theirs.vat_breakdown
    keys = ("quantity", "unit_code", "net_amount", "net_price", "item_name", "vat_rate", "allowances_charges")
    for one, other in zip(ours.invoice.lines, theirs.lines, strict=True):
        assert [getattr(one, key) for key in keys] == [getattr(other, key) for key in keys]


CLEAN = ["credit-note.xml", "currency-sek.xml", "intra-community-goods.xml", "invoice-two-vat-rates.xml"]


@pytest.mark.parametrize("name", [*CLEAN, "multi-rate-discount-rounding.xml", "reverse-charge.xml"])
def test_named_documents_become_ubl_that_ties(name: str) -> None:
    check_arithmetic(einvoice.convert(FOLDER / name, "peppol-bis").data)


EXIT_CODES = {
    "amount-as-text.xml": 4,
    "delivery-note.xml": 3,
    "doctype-external-entity.xml": 3,
    "doctype-internal-subset.xml": 3,
    "encoding-declared-wrongly.xml": 3,
    "frame-only.xml": 3,
    "impossible-date.xml": 4,
    "impossible-due-date.xml": 4,
    "missing-currency.xml": 4,
    "mixed-currency.xml": 4,
    "not-well-formed.xml": 3,
    "order.xml": 3,
    "thousands-separator.xml": 4,
    "truncated.xml": 3,
}


@pytest.mark.parametrize("path", samples("finvoice/negative"), ids=lambda path: path.name)
def test_negative_samples_are_refused_or_blamed(path: Path) -> None:
    """What cannot be read is refused with its exit code; the rest is read, and something is found."""
    if path.name in EXIT_CODES:
        with pytest.raises(EInvoiceError) as refused:
            list(einvoice.read_many(path))
        assert refused.value.exit_code == EXIT_CODES[path.name]
        return
    assert len(list(einvoice.read_many(path))) == 1
    assert [finding for finding in einvoice.validate(path).findings if finding.severity != "info"]


BLAMED = {
    folder: [(name, re.findall(r"`(FV-\d+)`", text)) for name, text in expectations(folder).items() if "`FV-" in text]
    for folder in ("finvoice", "finvoice/negative")
}


@pytest.mark.parametrize(
    ("name", "rules"),
    [(f"{folder}/{name}", rules) for folder, found in BLAMED.items() for name, rules in found],
)
def test_rules_of_the_readme_are_found(name: str, rules: list[str]) -> None:
    assert set(rules) <= {finding.code for finding in einvoice.validate(CORPORA / name).findings}


IRREGULAR = {
    "attachment-hash-wrong.xml",
    "default-namespace.xml",
    "elements-out-of-order.xml",
    "foreign-elements.xml",
    "iso-dates-decimal-points.xml",
    "version-label-wrong.xml",
}
"""Samples with errors of the Finvoice layers; those that only EN 16931 blames are not here."""


@pytest.mark.parametrize("name", [name for name, invoices in EXPECTED.items() if len(invoices) == 1])
def test_layers_of_finvoice_find_errors_where_meant(name: str) -> None:
    report = einvoice.validate(FOLDER / name)
    errors = {f.code for f in report.findings if f.severity == "error" and f.code.startswith(("FV-", "XSD-"))}
    assert bool(errors) == (name in IRREGULAR), errors
