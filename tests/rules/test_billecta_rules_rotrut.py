"""Household work with a tax deduction, and the persons who ask for it."""

import pytest

from einvoice.rules.billecta import judge

from .billecta import ENTRY, changed, check_case, each_case, sek

E, W, N = "error", "warning", "info"

ROT = "/RotRutDetails"
SSN = f"{ROT}/Customers/0/SSN"
ACTIVE, AMOUNT = "/Records/0/RotRutActivated", "/Records/0/RotRutAmount"
PERSON = {ROT: {"PropertyDesignation": "Björken 1:2", "Customers": [{"Name": "Malin", "SSN": "811228-9874"}]}}
WORK = {"/DeliveryMethod": "Kivra", ACTIVE: True, "/Records/0/RotRutType": "Hvac", AMOUNT: sek(300000)} | PERSON

CASES = {
    "EI-BILLECTA-ROTRUT-DETAILS": [
        ("valid_no_work", ENTRY, {}, []),
        ("valid_customer", ENTRY, WORK, []),
        ("valid_older_list", ENTRY, WORK | {ROT: {"Persons": ["8112289874"]}}, []),
        ("invalid_none", ENTRY, WORK | {ROT: None}, [(E, ROT)]),
        ("invalid_no_person", ENTRY, WORK | {ROT: {"PropertyDesignation": "Björken 1:2", "Customers": []}}, [(E, ROT)]),
        ("invalid_no_number", ENTRY, WORK | {SSN: ""}, [(E, ROT)]),
    ],
    "EI-BILLECTA-ROTRUT-ROWS": [
        ("valid_work", ENTRY, WORK, []),
        ("valid_amount_of_0", ENTRY, {AMOUNT: sek(0)}, []),
        ("valid_property_alone", ENTRY, {ROT: {"PropertyDesignation": "Björken 1:2"}}, []),
        ("invalid_amount", ENTRY, WORK | {ACTIVE: False}, [(W, ACTIVE)]),
        ("invalid_persons", ENTRY, PERSON, [(W, ROT)]),
    ],
    "EI-BILLECTA-ROTRUT-PERSON": [
        ("valid_none", ENTRY, {}, []),
        ("invalid_e_invoice", ENTRY, WORK | {"/DeliveryMethod": "EInvoice"}, [(W, SSN)]),
        ("invalid_mailbox", ENTRY, WORK, [(N, SSN)]),
    ],
    "EI-BILLECTA-ROTRUT-NUMBER": [
        ("valid_number", ENTRY, WORK, []),
        ("valid_coordination_number", ENTRY, WORK | {SSN: "701063-2391"}, []),
        ("invalid_check_digit", ENTRY, WORK | {SSN: "811228-9875"}, [(W, SSN)]),
        ("invalid_older_list", ENTRY, WORK | {ROT: {"Persons": ["8112289874", "8113289874"]}},
         [(W, f"{ROT}/Persons/1")]),
        ("invalid_told_once", ENTRY,
         WORK | {ROT: {"Customers": [{"SSN": "811228-9875"}], "Persons": ["19811228-9875"]}}, [(W, SSN)]),
    ],
    "EI-BILLECTA-ROTRUT-AMOUNT": [
        ("valid_share", ENTRY, WORK, []),
        ("valid_whole_row", ENTRY, WORK | {AMOUNT: sek(1128125)}, []),
        ("valid_without_the_flag", ENTRY, {AMOUNT: sek(30000000)}, []),
        ("invalid_more_than_the_row", ENTRY, WORK | {AMOUNT: sek(1128127)}, [(E, f"{AMOUNT}/Value")]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rotrut(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)


@pytest.mark.parametrize("number", ["811228-9875", "19811228-9875", "1981 1228 9875", "981228-9875x"])
def test_a_personal_number_is_never_shown(number):
    for finding in judge(changed(ENTRY, WORK | {SSN: number})):
        assert "9875" not in finding.message + (finding.value or "") + (finding.fix or "")
