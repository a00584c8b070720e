"""Whether the invoice can reach anybody."""

import pytest

from einvoice.rules.billecta import judge

from .billecta import ANSWER, ENTRY, GONE, changed, check_case, each_case

W, N = "warning", "info"

METHOD, DAYS = "/DeliveryMethod", "/SendByMailIfEmailNotViewedInDays"
DEBTOR, OVER = "/Debtor", "/DeliveryAddressOverride"
NOBODY = {DEBTOR: {"DebtorType": "Company", "Name": "Mörtvik"}}
PERSON = {DEBTOR: {"DebtorType": "Private", "Name": "Malin", "OrgNo": "811228-9874"}}
ADDRESS = {"Name": "Mörtvik", "Address": "Hamngatan 31", "ZipCode": "553 16", "City": "Jönköping"}

CASES = {
    "EI-BILLECTA-DELIVERY-ADDRESS": [
        ("valid_e_invoice", ANSWER, {}, []),
        ("valid_e_invoice_by_number", ANSWER, {"/Debtor/GLN": None, "/Debtor/Intermediator": None}, []),
        ("valid_request_without_override", ENTRY, {}, []),
        ("valid_request_with_e_mail_elsewhere", ENTRY, {METHOD: "Email", OVER: {"Attention": "Malin"}}, []),
        ("valid_email", ANSWER, {METHOD: "Email"}, []),
        ("valid_email_of_override", ANSWER, NOBODY | {METHOD: "Email", OVER: {"Email": "a@b.example"}}, []),
        ("valid_letter", ENTRY, {METHOD: "Mail", OVER: ADDRESS}, []),
        ("valid_person_with_bank", ANSWER, PERSON | {"/Debtor/EInvoiceBank": "SHB"}, []),
        ("valid_kivra", ANSWER, PERSON | {METHOD: "Kivra"}, []),
        ("valid_manually", ANSWER, NOBODY | {METHOD: "Manually"}, []),
        ("invalid_e_invoice", ANSWER, NOBODY, [(W, DEBTOR)]),
        ("invalid_e_invoice_to_unknown_operator", ANSWER, NOBODY | {"/Debtor/Intermediator": "Unknown"}, [(W, DEBTOR)]),
        ("invalid_e_invoice_to_a_person", ANSWER, PERSON, [(W, DEBTOR)]),
        ("invalid_email", ANSWER, NOBODY | {METHOD: "Email", OVER: ADDRESS}, [(W, DEBTOR)]),
        ("invalid_letter", ANSWER, NOBODY | {METHOD: "Mail", "/Debtor/Address": "Hamngatan 31"}, [(W, DEBTOR)]),
        ("invalid_sms", ANSWER, {METHOD: "SMS"}, [(W, DEBTOR)]),
        ("invalid_kivra", ANSWER, NOBODY | {METHOD: "Kivra"}, [(W, DEBTOR)]),
        ("invalid_request_e_invoice", ENTRY, {OVER: ADDRESS}, [(N, OVER)]),
        ("invalid_request_email", ENTRY, {METHOD: "Email", OVER: ADDRESS}, [(N, OVER)]),
    ],
    "EI-BILLECTA-EMAIL": [
        ("valid_debtor", ANSWER, {}, []),
        ("valid_null", ANSWER, {"/Debtor/Email": None}, []),
        ("invalid_no_at", ANSWER, {"/Debtor/Email": "faktura.mortvik.example"}, [(W, "/Debtor/Email")]),
        ("invalid_two", ANSWER, {"/Debtor/ContactEmail": "a@b.example; c@b.example"}, [(W, "/Debtor/ContactEmail")]),
        ("invalid_override", ENTRY, {f"{OVER}/Email": "a@b"}, [(W, f"{OVER}/Email")]),
    ],
    "EI-BILLECTA-MAIL-FALLBACK": [
        ("valid_left_out", ENTRY, {}, []),
        ("valid_null", ENTRY, {DAYS: None}, []),
        ("valid_email", ENTRY, {METHOD: "Email", DAYS: 5}, []),
        ("valid_method_has_its_own_rule", ENTRY, {METHOD: GONE, DAYS: 5}, []),
        ("invalid_e_invoice", ENTRY, {DAYS: 5}, [(W, DAYS)]),
        ("invalid_negative", ENTRY, {METHOD: "Email", DAYS: -1}, [(W, DAYS)]),
        ("valid_one", ENTRY, {METHOD: "Email", DAYS: 1}, []),
        ("invalid_zero", ENTRY, {METHOD: "Email", DAYS: 0}, [(N, DAYS)]),
    ],
}  # fmt: skip


UNSEEN = "that of the debtor is not in the document"

MESSAGES = [
    (NOBODY, "DeliveryMethod is EInvoice and Debtor has no GLN or OrgNo or Intermediator or EInvoiceBank", ("BT-49",)),
    (NOBODY | {METHOD: "Email", OVER: ADDRESS},
     "DeliveryMethod is Email and Debtor and DeliveryAddressOverride has no Email or ContactEmail", ("BT-58",)),
    ({DEBTOR: GONE, METHOD: "Email", OVER: ADDRESS},
     f"DeliveryMethod is Email and DeliveryAddressOverride has no Email or ContactEmail; {UNSEEN}", ("BT-58",)),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "message", "terms"), MESSAGES, ids=["debtor", "both", "override"])
def test_messages_say_who_lacks_what(changes, message, terms):
    (finding,) = [each for each in judge(changed(ANSWER, changes)) if each.code == "EI-BILLECTA-DELIVERY-ADDRESS"]
    assert (finding.message, finding.terms) == (message, terms)


@each_case(CASES)
def test_delivery(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)
