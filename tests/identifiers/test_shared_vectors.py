"""Every vector of identifiers.json, and the schemes, derivations and cases of routing.json."""

import re
from datetime import date
from decimal import Decimal

import pytest

from einvoice.errors import IdentifierError
from einvoice.identifiers import (
    bankgiro,
    bic,
    dk_cvr,
    ee_registry,
    endpoint,
    fi_barcode,
    fi_business_id,
    fi_reference,
    gln,
    gtin,
    iban,
    no_organisation,
    ovt,
    plusgiro,
    rf_reference,
    se_ocr,
    se_organisation,
    se_personal,
    vat_number,
)

pytestmark = pytest.mark.conformance

MODULES = {
    "gln": gln,
    "gtin": gtin,
    "fi_business_id": fi_business_id,
    "fi_ovt": ovt,
    "fi_vat": vat_number,
    "se_orgnr": se_organisation,
    "se_personnummer": se_personal,
    "se_vat": vat_number,
    "no_orgnr": no_organisation,
    "no_vat": vat_number,
    "dk_cvr": dk_cvr,
    "ee_registrikood": ee_registry,
    "ee_vat": vat_number,
    "iban": iban,
    "bic": bic,
    "se_bankgiro": bankgiro,
    "se_plusgiro": plusgiro,
    "fi_reference": fi_reference,
    "rf_reference": rf_reference,
    "se_ocr": se_ocr,
    "fi_virtual_barcode": fi_barcode,
}
LEFT_OUT = {"epc_qr": "a text block for printed invoices; no format of ours carries one"}

# The facts say 5; 5x1 + 7x3 + 9x1 + 8x3 = 59, which 1 brings to a full ten.
CORRECTED = {"5798000000000": "1"}

# The facts speak of the stored form without signs; ours keep the hyphen or the sign that tells the century.
NORMAL_FORM = {
    "dk_cvr": r"[1-9][0-9]{7}",
    "se_personnummer": r"([0-9]{2})?[0-9]{6}[-+][0-9]{4}",
}


def test_every_scheme_of_the_facts_is_built_or_left_out_by_name(schemes):
    assert schemes.keys() == MODULES.keys() | LEFT_OUT.keys()


@pytest.mark.parametrize("name", MODULES)
def test_valid_and_unusual_numbers_pass_in_their_normal_form(schemes, name):
    entry, module = schemes[name], MODULES[name]
    numbers = [*entry.get("valid", []), *entry.get("warn", [])]
    numbers += [vector["barcode"] for vector in entry.get("vectors", [])]
    form = NORMAL_FORM.get(name, entry["regex_after_normalising"])
    assert numbers
    for number in numbers:
        normal = module.parse(number)
        assert re.fullmatch(form, normal), f"{number} became {normal}, expected the form {form}"
        assert module.parse(normal) == normal
        assert module.is_valid(number)


@pytest.mark.parametrize("name", MODULES)
def test_invalid_numbers_raise_and_name_the_digit_expected(schemes, name):
    entry, module = schemes[name], MODULES[name]
    assert entry["invalid"]
    for vector in entry["invalid"]:
        with pytest.raises(IdentifierError) as caught:
            module.parse(vector["value"])
        assert not module.is_valid(vector["value"])
        if expected := re.search(r"should be ([0-9])", vector["reason"]):
            assert f"expected {CORRECTED.get(vector['value'], expected[1])}" in str(caught.value)


def test_unusual_swedish_vat_number_has_a_remark(schemes):
    for number in schemes["se_vat"]["warn"]:
        assert vat_number.remark(number)
    for number in schemes["se_vat"]["valid"]:
        assert vat_number.remark(number) is None


def test_finnish_references_are_generated(schemes):
    for vector in schemes["fi_reference"]["generate_vectors"]:
        assert fi_reference.generate(vector["base"]) == vector["reference"]


def test_references_convert_both_ways(schemes):
    conversion = schemes["rf_reference"]["conversion"]
    for vector in conversion["vectors"]:
        assert fi_reference.to_rf(vector["national"]) == vector["rf"]
        assert fi_reference.from_rf(vector["rf"]) == vector["national"]
    for vector in conversion["not_convertible"]:
        assert fi_reference.from_rf(vector["rf"]) is None


def test_ocr_references_are_generated_and_their_length_digit_checked(schemes):
    entry = schemes["se_ocr"]
    for vector in entry["generate_vectors"]:
        assert se_ocr.generate(vector["base"]) == vector["ocr"]
        assert se_ocr.generate(vector["base"], length_digit=True) == vector["ocr_with_length_digit"]
    for number in entry["valid_with_length_digit"]:
        assert se_ocr.parse(number, length_digit=True) == number
    for vector in entry["invalid_with_length_digit"]:
        assert not se_ocr.is_valid(vector["value"], length_digit=True)


def test_barcodes_are_generated_and_read(schemes):
    for vector in schemes["fi_virtual_barcode"]["vectors"]:
        due = None if vector["due"] is None else date.fromisoformat(vector["due"])
        amount = Decimal(vector["cents"]).scaleb(-2)
        barcode = fi_barcode.generate(vector["iban"], vector["reference"], amount=amount, due_date=due)
        assert barcode == vector["barcode"]
        stated = amount if 0 < amount < 1_000_000 else None
        assert fi_barcode.content(barcode) == fi_barcode.Content(vector["iban"], stated, vector["reference"], due)


FIELDS = {"org_number": "business_id", "business_id": "business_id"}


def _derive(card):
    arguments = {FIELDS.get(key, key): value for key, value in card.items() if key not in ("name", "explicit")}
    if "explicit" in card:
        arguments["endpoint"] = ":".join(card["explicit"])
    return endpoint.derive_endpoint(**arguments)


# Which argument is at fault, for each code of routing.json that a number can cause.
PATHS = {
    "E-ROUTE-102": ("business_id", "ovt"),
    "E-ROUTE-103": ("gln",),
    "E-ROUTE-104": ("vat_number",),
    "E-ROUTE-105": ("endpoint",),
}
DERIVATION_OF_WARNING = {"W-ROUTE-203": ("D3", "D6"), "W-ROUTE-205": ("D13",)}


def test_customer_cards_of_the_facts(routing):
    for case in routing["test_cases"]:
        expect = case["expect"]
        error = expect.get("error")
        if error == "E-ROUTE-101":
            assert _derive(case["card"]) is None, case["id"]
        elif error or expect["endpoint"] is None:
            with pytest.raises(IdentifierError) as caught:
                _derive(case["card"])
            assert caught.value.path in PATHS.get(error, ("business_id",)), case["id"]
            assert expect.get("expected_digit", "") in str(caught.value)
        else:
            derived = _derive(case["card"])
            assert [derived.scheme, derived.value] == expect["endpoint"], case["id"]
            for warning in expect.get("warnings", []):
                assert derived.derivation in DERIVATION_OF_WARNING[warning], case["id"]


def test_examples_of_the_derivations(routing):
    arguments = {"gln": "gln", "ovt": "ovt", "org_number": "business_id", "business_id": "business_id"}
    seen = set()
    for row in routing["derivations"]:
        scheme, value = row["example"]["out"]
        given = row["example"]["in"]
        argument = arguments.get(row["card_field"], "vat_number")
        if row["id"] in ("D12", "D13"):
            argument, given = "endpoint", given if isinstance(given, str) else ":".join(given)
        country = row["countries"][0] if isinstance(row["countries"], list) else "DE"
        derived = endpoint.derive_endpoint(country=country, **{argument: given})
        assert derived == endpoint.Endpoint(scheme, value, row["id"])
        seen.add(row["id"])
    assert seen == {f"D{number}" for number in range(1, 14)}


def test_vat_schemes_are_those_of_the_facts(routing):
    facts = routing["vat_based_schemes"]
    assert "0211" in facts["exceptions"]["IT"]
    assert {**facts["by_country"], "IT": "0211"} == endpoint.VAT_SCHEMES


def test_schemes_not_active_in_the_network_are_rewritten_or_refused(routing):
    refused = endpoint._REMOVED.keys() | set(endpoint._REWRITTEN)
    for row in routing["schemes"]:
        assert (row["id"] in refused) == (row["network_state"] != "active"), row["id"]
        entry = endpoint._REMOVED.get(row["id"])
        if entry is not None:
            assert entry.since == row["network_removed_on"], row["id"]
