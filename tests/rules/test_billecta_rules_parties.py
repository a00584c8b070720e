"""Identifiers of account, customer and product; organisation numbers and GLN."""

import pytest

from einvoice.rules.billecta import judge

from .billecta import ANSWER, CREDITOR, DEBTOR, ENTRY, GONE, ZEROS, changed, check_case, context, each_case

E, W = "error", "warning"

C, D, P = "/CreditorPublicId", "/DebtorPublicId", "/Records/0/ProductPublicId"
ORG, GLN = "/Debtor/OrgNo", "/Debtor/GLN"
OVER = "/DeliveryAddressOverride"

CASES = {
    "EI-BILLECTA-CREDITOR-ID": [
        ("valid_guid", ENTRY, {}, []),
        ("valid_capitals", ENTRY, {C: CREDITOR.upper()}, [], context(creditor_public_id=CREDITOR)),
        ("valid_other_without_context", ENTRY, {C: "5e11e700-0000-4000-8000-000000000002"}, []),
        ("invalid_left_out", ENTRY, {C: GONE}, [(E, C)]),
        ("invalid_number", ENTRY, {C: "556000-0001"}, [(E, C)]),
        ("invalid_zeros", ENTRY, {C: ZEROS}, [(E, C)]),
        ("invalid_answer", ANSWER, {C: "cut-off"}, [(E, C)]),
        ("invalid_other_than_the_context", ENTRY, {C: "5e11e700-0000-4000-8000-000000000002"}, [(E, C)],
         context(creditor_public_id=CREDITOR)),
    ],
    "EI-BILLECTA-DEBTOR-ID": [
        ("valid_guid", ENTRY, {}, []),
        ("valid_answer_embeds_the_debtor", ANSWER, {}, []),
        ("invalid_left_out", ENTRY, {D: GONE}, [(E, D)]),
        ("invalid_null", ENTRY, {D: None}, [(E, D)]),
        ("invalid_code", ENTRY, {D: "C-100"}, [(E, D)]),
        ("invalid_zeros", ENTRY, {D: ZEROS}, [(E, D)]),
        ("invalid_the_account_itself", ENTRY, {D: CREDITOR.upper()}, [(E, D)]),
        ("valid_both_are_wrong_alike", ENTRY, {C: "x", D: DEBTOR}, []),
    ],
    "EI-BILLECTA-PRODUCT-ID": [
        ("valid_none", ENTRY, {}, []),
        ("valid_null", ENTRY, {P: None}, []),
        ("valid_guid", ENTRY, {P: DEBTOR}, []),
        ("invalid_zeros", ENTRY, {P: ZEROS}, [(W, P)]),
        ("invalid_article_number", ENTRY, {P: "CONS-1"}, [(W, P)]),
    ],
    "EI-BILLECTA-ORG-NUMBER": [
        ("valid_company", ANSWER, {}, []),
        ("valid_sole_trader", ANSWER, {ORG: "811228-9874"}, []),
        ("valid_person", ANSWER, {ORG: "19811228-9874", "/Debtor/DebtorType": "Private"}, []),
        ("valid_coordination_number", ANSWER, {ORG: "701063-2391", "/Debtor/DebtorType": "Private"}, []),
        ("valid_abroad", ANSWER, {ORG: "12345678", "/Debtor/CountryCode": "DK"}, []),
        ("valid_blank", ANSWER, {ORG: ""}, []),
        ("invalid_check_digit", ANSWER, {ORG: "559991-0205"}, [(E, ORG)]),
        ("invalid_without_country", ANSWER, {ORG: "559991-0205", "/Debtor/CountryCode": GONE}, [(E, ORG)]),
        ("invalid_length", ANSWER, {ORG: "559991-020"}, [(E, ORG)]),
        ("invalid_override", ENTRY, {f"{OVER}/OrgNo": "559991-0205"}, [(E, f"{OVER}/OrgNo")]),
        ("invalid_housing", ENTRY, {"/RotRutDetails/ResidenceAssociationOrgNo": "559991-0205"},
         [(E, "/RotRutDetails/ResidenceAssociationOrgNo")]),
    ],
    "EI-BILLECTA-GLN": [
        ("valid_debtor", ANSWER, {}, []),
        ("valid_null", ANSWER, {GLN: None}, []),
        ("invalid_check_digit", ANSWER, {GLN: "7359999001012"}, [(E, GLN)]),
        ("invalid_length", ENTRY, {f"{OVER}/GLN": "731000011111"}, [(E, f"{OVER}/GLN")]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_parties(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)


@pytest.mark.parametrize("number", ["811228-9875", "198112289875"])
def test_a_personal_number_is_never_shown(number):
    document = changed(ANSWER, {ORG: number, "/Debtor/DebtorType": "Private"})
    (finding,) = [each for each in judge(document) if each.code == "EI-BILLECTA-ORG-NUMBER"]
    assert "9875" not in finding.message + (finding.value or "") + (finding.fix or "")
