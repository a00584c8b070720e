"""The vectors of identifiers.json, each in an invoice: right numbers are silent, wrong ones are found."""

import json

import pytest

from einvoice.model import CreditTransfer, Identifier, PaymentInstructions
from einvoice.rules import run

from .invoices import invoice_with, line, party

pytestmark = pytest.mark.conformance


def paid(account=None, bank=None, reference=None, kind=None):
    transfer = CreditTransfer(account_identifier=account, service_provider_identifier=bank)
    way = PaymentInstructions(credit_transfer=transfer, remittance_information=reference, reference_kind=kind)
    return {"payment_instructions": (way,)}


def seller(country="FI", **fields):
    return {"seller": party("Seller", country, **fields)}


def item(number):
    return {"lines": (line(standard_item_identifier=number, standard_item_identifier_scheme="0160"),)}


def registered(scheme, country):
    return lambda number: seller(
        country, legal_registration_identifier=number, legal_registration_identifier_scheme=scheme
    )


def vat(country):
    return lambda number: seller(country, vat_identifier=number)


PLACES = {
    # scheme of the facts: rule, where the number stands in an invoice
    "gln": ("EI-ID-GLN", lambda number: seller(identifiers=(Identifier(value=number, scheme="0088"),))),
    "gtin": ("EI-ID-GTIN", item),
    "fi_business_id": ("EI-ID-BUSINESS", registered("0212", "FI")),
    "fi_ovt": ("EI-ID-ENDPOINT", lambda n: seller(electronic_address=n, electronic_address_scheme="0216")),
    "fi_vat": ("EI-ID-VAT", vat("FI")),
    "se_orgnr": ("EI-ID-BUSINESS", registered("0007", "SE")),
    "se_vat": ("EI-ID-VAT", vat("SE")),
    "no_orgnr": ("EI-ID-BUSINESS", registered("0192", "NO")),
    "no_vat": ("EI-ID-VAT", vat("NO")),
    "dk_cvr": ("EI-ID-BUSINESS", registered("0184", "DK")),
    "ee_registrikood": ("EI-ID-BUSINESS", registered("0191", "EE")),
    "ee_vat": ("EI-ID-VAT", vat("EE")),
    "iban": ("EI-ACCOUNT-IBAN", paid),
    "bic": ("EI-ACCOUNT-BIC", lambda number: paid(IBANS.get(number[4:6], IBANS["FI"]), number)),
    "se_bankgiro": ("EI-ACCOUNT-BANKGIRO", lambda number: paid(number, "SE:BANKGIRO")),
    "se_plusgiro": ("EI-ACCOUNT-PLUSGIRO", lambda number: paid(number, "SE:PLUSGIRO")),
    "fi_reference": ("EI-REFERENCE-FI", lambda number: paid(None, None, number, "fi")),
    "rf_reference": ("EI-REFERENCE-RF", lambda number: paid(None, None, number, "rf")),
    "se_ocr": ("EI-REFERENCE-OCR", lambda number: paid(None, None, number, "se-ocr")),
}
IBANS = {
    "FI": "FI2112345600000785", "SE": "SE4550000000058398257466", "NO": "NO9386011117947", "DK": "DK5000400440116243",
    "EE": "EE382200221020145685",
}  # fmt: skip
LEFT_OUT = {
    "se_personnummer": "judged as the organisation number of a sole trader",
    "fi_virtual_barcode": "judged by the rules of Finvoice (FV-88)",
    "epc_qr": "stands on paper",
}
SILENT = {
    ("fi_vat", "20774740"): "no letters in front: EI-ID-VAT-PREFIX",
}


@pytest.fixture(scope="module")
def schemes(shared):
    entries = json.loads(shared("facts", "identifiers.json").read_text(encoding="utf-8"))["identifiers"]
    return {entry["id"]: entry for entry in entries}


def test_every_scheme_is_judged_or_left_out_by_name(schemes):
    assert schemes.keys() == PLACES.keys() | LEFT_OUT.keys()


@pytest.mark.parametrize("name", PLACES)
def test_right_numbers_are_silent(schemes, name):
    code, place = PLACES[name]
    for number in schemes[name]["valid"]:
        assert run(invoice_with(**place(number)), rules=[code]) == [], number
    for number in schemes[name].get("warn", []):
        assert [f.severity for f in run(invoice_with(**place(number)), rules=[code])] == ["info"], number


@pytest.mark.parametrize("name", PLACES)
def test_wrong_numbers_are_found(schemes, name):
    code, place = PLACES[name]
    for vector in schemes[name]["invalid"]:
        found = run(invoice_with(**place(vector["value"])), rules=[code])
        assert bool(found) != ((name, vector["value"]) in SILENT), vector
