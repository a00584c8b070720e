"""Rates of rows and fees, and who accounts for the VAT."""

import pytest

from einvoice.context import Context
from einvoice.rules.billecta import judge

from .billecta import ANSWER, DEBTOR, ENTRY, GONE, changed, check_case, context, each_case, row, sek, text_row

E, W, N = "error", "warning", "info"

VAT = "/Records/0/VAT"
INCLUDED = "/Records/0/VatIsIncluded"
REVERSE = "/ReverseVATDetails"
NUMBER, ACTIVE = f"{REVERSE}/ReceiverVATNumber", f"{REVERSE}/ReverseVATActivated"
CHARGED = {ACTIVE: True, NUMBER: "SE559991020401", VAT: 0}
FEE = {"/InvoiceFee": sek(2900)}
TWO = {"/Records": [row(), row(2, VAT=12)]}

SELLER_IN_FINLAND = Context.parse({"seller": {"country": "FI"}})


def customer(**card):
    """The debtor, known by its card."""
    return Context.parse({"billecta": {"debtors": {"4103": DEBTOR}}, "customers": [{"code": "4103"} | card]})


CASES = {
    "EI-BILLECTA-VAT-RATE": [
        ("valid_25", ENTRY, {}, []),
        ("valid_12", ENTRY, {VAT: 12}, []),
        ("valid_6", ENTRY, {VAT: 6.00}, []),
        ("valid_0", ENTRY, {VAT: 0}, []),
        ("valid_fraction_has_its_own_rule", ENTRY, {VAT: 0.25}, []),
        ("valid_no_date_to_judge_by", ENTRY, {VAT: 24, "/InvoiceDate": GONE, "/DeliveryDate": GONE}, []),
        ("valid_message_has_its_own_rule", ENTRY, {"/Records/1": text_row(VAT=24)}, []),
        ("valid_finnish_seller", ENTRY, {VAT: 25.5}, [], SELLER_IN_FINLAND),
        ("invalid_24", ENTRY, {VAT: 24}, [(E, VAT)]),
        ("invalid_1", ENTRY, {VAT: 1}, [(E, VAT)]),
        ("invalid_negative", ENTRY, {VAT: -25}, [(E, VAT)]),
        ("invalid_once_for_a_rate", ENTRY, {"/Records": [row(), row(2, VAT=24), row(3, VAT=24), row(4, VAT=10)]},
         [(E, "/Records/1/VAT"), (E, "/Records/3/VAT")]),
        ("invalid_buyer_abroad", ANSWER, {VAT: 24, "/Debtor/CountryCode": "FI"}, [(W, VAT)]),
        ("invalid_buyer_abroad_by_card", ENTRY, {VAT: 24}, [(W, VAT)], customer(country="FI")),
        ("invalid_finnish_seller", ENTRY, {VAT: 25}, [(E, VAT)], SELLER_IN_FINLAND),
        ("invalid_finnish_rate_of_another_time", ENTRY, {VAT: 24}, [(W, VAT)], SELLER_IN_FINLAND),
    ],
    "EI-BILLECTA-VAT-FRACTION": [
        ("valid_25", ENTRY, {}, []),
        ("valid_0", ENTRY, {VAT: 0.0}, []),
        ("invalid_fraction", ENTRY, {VAT: 0.25}, [(E, VAT)]),
        ("invalid_fraction_of_rows", ENTRY, {"/Records": [row(VAT=0.06), row(2, VAT=0.06)]}, [(E, VAT)]),
    ],
    "EI-BILLECTA-VAT-INCLUDED": [
        ("valid_same", ENTRY, {}, []),
        ("valid_head_left_out", ENTRY, {"/VatIsIncluded": GONE, INCLUDED: True}, []),
        ("valid_row_left_out", ENTRY, {"/VatIsIncluded": True, INCLUDED: GONE}, []),
        ("valid_message", ENTRY, {"/Records/1": text_row(VatIsIncluded=True)}, []),
        ("invalid_row", ENTRY, {INCLUDED: True}, [(W, INCLUDED)]),
        ("invalid_head", ENTRY, {"/VatIsIncluded": True}, [(W, INCLUDED)]),
    ],
    "EI-BILLECTA-REVERSE-VAT": [
        ("valid_no_reverse_charge", ENTRY, {}, []),
        ("valid_zero", ENTRY, CHARGED, []),
        ("invalid_vat", ENTRY, CHARGED | {VAT: 25}, [(E, VAT)]),
        ("invalid_answer", ANSWER, CHARGED | {VAT: 25}, [(E, VAT)]),
        ("invalid_answer_that_charges_none", ANSWER, CHARGED | {VAT: 25, "/TotalVATAmount/Value": 0}, [(W, VAT)]),
    ],
    "EI-BILLECTA-REVERSE-NUMBER": [
        ("valid_no_reverse_charge", ENTRY, {}, []),
        ("valid_number", ENTRY, CHARGED, []),
        ("valid_number_of_the_debtor", ANSWER, CHARGED | {NUMBER: None}, []),
        ("valid_number_of_the_card", ENTRY, CHARGED | {NUMBER: None}, [], customer(vat_id="SE559991020401")),
        ("invalid_request", ENTRY, CHARGED | {NUMBER: None}, [(W, NUMBER)]),
        ("invalid_card_without_number", ENTRY, CHARGED | {NUMBER: None}, [(W, NUMBER)], customer(name="Mörtvik")),
        ("invalid_answer", ANSWER, CHARGED | {NUMBER: " ", "/Debtor/VatNumber": None}, [(E, NUMBER)]),
    ],
    "EI-BILLECTA-REVERSE-OFF": [
        ("valid_active", ENTRY, CHARGED, []),
        ("valid_neither", ENTRY, CHARGED | {ACTIVE: False, NUMBER: None}, []),
        ("invalid_no_vat_anywhere", ENTRY, CHARGED | {ACTIVE: False}, [(W, ACTIVE)]),
        ("invalid_left_out", ENTRY, {REVERSE: {"ReceiverVATNumber": "SE559991020401"}, VAT: 0}, [(W, ACTIVE)]),
        ("invalid_vat_is_charged", ENTRY, CHARGED | {ACTIVE: False, VAT: 25}, [(N, ACTIVE)]),
    ],
    "EI-BILLECTA-VAT-ID": [
        ("valid_swedish", ANSWER, CHARGED, []),
        ("valid_finnish", ENTRY, CHARGED | {NUMBER: "FI20774740"}, []),
        ("valid_none", ENTRY, {}, []),
        ("invalid_check_digit", ENTRY, CHARGED | {NUMBER: "SE559991020501"}, [(E, NUMBER)]),
        ("invalid_no_prefix", ANSWER, {"/Debtor/VatNumber": "559991020401"}, [(E, "/Debtor/VatNumber")]),
        ("invalid_ending", ENTRY, CHARGED | {NUMBER: "SE559991020402"}, [(W, NUMBER)]),
        ("invalid_country_that_nobody_knows", ENTRY, CHARGED | {NUMBER: "US123456789"}, [(W, NUMBER)]),
    ],
    "EI-BILLECTA-FEE-RATE": [
        ("valid_no_fee", ENTRY, TWO, []),
        ("valid_one_rate", ENTRY, FEE, []),
        ("valid_fee_of_0", ENTRY, TWO | {"/InvoiceFee": sek(0)}, []),
        ("valid_by_context", ENTRY, TWO | FEE, [], context(fee_vat=25)),
        ("invalid_two_rates", ENTRY, TWO | FEE, [(W, "/InvoiceFee")]),
        ("invalid_no_rate", ENTRY, FEE | {"/FreightFee": sek(9900), VAT: GONE},
         [(W, "/InvoiceFee"), (W, "/FreightFee")]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_vat(code, case, base, changes, expected, context):
    if code == "EI-BILLECTA-FEE-RATE":
        found = [each for each in judge(changed(base, changes), context=context) if each.code == code]
        assert [(each.severity, each.path) for each in found] == expected
        assert all(each.value == "2900" for each in found if each.path == "/InvoiceFee")
    else:
        check_case(code, case, base, changes, expected, context)


@pytest.mark.parametrize("number", ["SE811228987501", "SE811228-987501", "8112289875"])
def test_the_number_of_a_sole_trader_is_never_shown(number):
    document = changed(ENTRY, CHARGED | {NUMBER: number})
    (finding,) = [each for each in judge(document) if each.code == "EI-BILLECTA-VAT-ID"]
    assert "9875" not in finding.message + (finding.value or "") + (finding.fix or "")


def test_rows_with_the_same_rate_are_named_together():
    document = changed(ENTRY, {"/Records": [row(), row(2, VAT=24), row(3, VAT=24)]})
    (finding,) = [each for each in judge(document) if each.code == "EI-BILLECTA-VAT-RATE"]
    assert finding.message == "row 2 and 1 more: VAT is 24 %, expected 25, 12, 6 or 0 in SE on 2026-04-30"
