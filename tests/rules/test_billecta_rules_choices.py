"""Enums that are left out, say nothing, or are numbers; and the tables of the rules against those of the format."""

import pytest

from einvoice.formats.billecta import views
from einvoice.rules.billecta import judge
from einvoice.rules.billecta.document import CHOICES

from .billecta import ANSWER, ENTRY, GONE, changed, check_case, each_case, row

E, W, N = "error", "warning", "info"

IBAN = "SE4550000000058398257466"
OVERRIDE = {"Iban": IBAN}

CASES = {
    "EI-BILLECTA-ENUM-LEFT-OUT": [
        ("valid_all_stated", ENTRY, {}, []),
        ("valid_answer", ANSWER, {"/ActionType": GONE, "/DeliveryMethod": GONE}, []),
        ("valid_row_without_work", ENTRY, {"/Records/0/RotRutActivated": False}, []),
        ("valid_type_of_work", ENTRY, {"/Records/0/RotRutActivated": True, "/Records/0/RotRutType": "Hvac"}, []),
        ("valid_bankgiro_is_0", ENTRY, {"/PaymentOverride": {"BankGiro": "5050-1055"}}, []),
        ("valid_account_type", ENTRY, {"/PaymentOverride": OVERRIDE | {"ReceivingAccountType": "IBAN"}}, []),
        ("invalid_action", ENTRY, {"/ActionType": GONE}, [(W, "/ActionType")]),
        ("invalid_null", ENTRY, {"/DeliveryMethod": None}, [(W, "/DeliveryMethod")]),
        ("invalid_both", ENTRY, {"/ActionType": GONE, "/DeliveryMethod": GONE},
         [(W, "/ActionType"), (W, "/DeliveryMethod")]),
        ("invalid_type_of_work", ENTRY, {"/Records/0/RotRutActivated": True}, [(W, "/Records/0/RotRutType")]),
        ("invalid_account_type", ENTRY, {"/PaymentOverride": OVERRIDE},
         [(W, "/PaymentOverride/ReceivingAccountType")]),
    ],
    "EI-BILLECTA-ENUM-UNKNOWN": [
        ("valid_names", ENTRY, {}, []),
        ("valid_answer", ANSWER, {"/Records/0/RotRutType": "Unknown"}, []),
        ("invalid_name", ENTRY, {"/DeliveryMethod": "Unknown"}, [(W, "/DeliveryMethod")]),
        ("invalid_number", ENTRY, {"/Records/0/RecordType": -1}, [(W, "/Records/0/RecordType")]),
        ("invalid_operator", ENTRY, {"/DeliveryAddressOverride/Intermediator": "Unknown"},
         [(W, "/DeliveryAddressOverride/Intermediator")]),
        ("invalid_account_type", ENTRY, {"/PaymentOverride/ReceivingAccountType": "Unknown"},
         [(W, "/PaymentOverride/ReceivingAccountType")]),
    ],
    "EI-BILLECTA-ENUM-NUMBER": [
        ("valid_names", ENTRY, {}, []),
        ("valid_answer", ANSWER, {"/ActionType": 2}, []),
        ("invalid_number", ENTRY, {"/ActionType": 2}, [(N, "/ActionType")]),
        ("invalid_number_as_text", ENTRY, {"/ActionType": "2"}, [(N, "/ActionType")]),
        ("invalid_rows_once", ENTRY, {"/Records": [row(DiscountType=1), row(2, DiscountType=1)]},
         [(N, "/Records/0/DiscountType")]),
        ("invalid_language_and_level", ENTRY,
         {"/CommunicationLanguage": 0, "/DebtCollectionDetails/EndDebtCollectionActionLevel": 2},
         [(N, "/CommunicationLanguage"), (N, "/DebtCollectionDetails/EndDebtCollectionActionLevel")]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_choices(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)


@pytest.mark.parametrize("member", CHOICES)
def test_tables_are_those_of_the_format(member):
    names = {
        view.of
        for name in views.names()
        for view in views.view(name).values()
        if view.name == member and view.kind == "enum"
    }
    assert [dict(CHOICES[member])] == [dict(views.enum(name)) for name in names]


def test_a_number_is_told_by_name_and_counted():
    document = changed(ENTRY, {"/Records": [row(DiscountType=1), row(2, DiscountType=1)]})
    (finding,) = [each for each in judge(document) if each.code == "EI-BILLECTA-ENUM-NUMBER"]
    assert finding.message == "DiscountType is the number 1, which is Percentage; 2 times"
    assert finding.fix == "Write Percentage."
