"""OCR references, and the account and reference that replace those of the sender account."""

from .billecta import ANSWER, ENTRY, check_case, each_case

E, W = "error", "warning"

OVER = "/PaymentOverride"
OCR, PDF, REFERENCE = "/Invoices/0/OCR", "/InvoicePDF/OCR", f"{OVER}/Reference"
DEBIT, CARD = "/Autogiro/AutogiroWithdrawalEnabled", "/CreditCard/CreditCardWithdrawalEnabled"
CREDIT = {"/ActionType": "CreditInvoiceAction"}
IBAN = "SE4550000000058398257466"


def override(**members):
    return {OVER: members}


CASES = {
    "EI-BILLECTA-OCR": [
        ("valid_answer", ANSWER, {}, []),
        ("valid_null", ANSWER, {OCR: None}, []),
        ("valid_own_rendering", ENTRY, {PDF: "1234566"}, []),
        ("valid_message_is_no_ocr", ENTRY, override(Reference="2024-17", ReferenceType="Message"), []),
        ("invalid_check_digit", ANSWER, {OCR: "346072418176056"}, [(W, OCR)]),
        ("invalid_letters", ENTRY, {PDF: "INV-1023"}, [(E, PDF)]),
        ("invalid_length", ANSWER, {OCR: "12345678901234567890123456"}, [(E, OCR)]),
        ("invalid_override", ENTRY, override(Reference="2024-17A", ReferenceType="OCR"), [(E, REFERENCE)]),
    ],
    "EI-BILLECTA-ACCOUNT-NUMBER": [
        ("valid_bankgiro", ENTRY, override(BankGiro="5050-1055", ReceivingAccountType="BankGiro"), []),
        ("valid_plusgiro", ENTRY, override(PlusGiro="4 89 50-0", ReceivingAccountType="PlusGiro"), []),
        ("valid_iban", ENTRY, override(Iban=IBAN, Bic="HANDSESS", ReceivingAccountType="IBAN"), []),
        ("valid_null", ENTRY, override(Iban=None, Bic=""), []),
        ("invalid_bankgiro", ENTRY, override(BankGiro="5050-1056"), [(E, f"{OVER}/BankGiro")]),
        ("invalid_plusgiro", ENTRY, override(PlusGiro="4895005"), [(E, f"{OVER}/PlusGiro")]),
        ("invalid_iban_and_bic", ENTRY, override(Iban="13984890489758957987487", Bic="SWEDESS"),
         [(E, f"{OVER}/Iban"), (E, f"{OVER}/Bic")]),
        ("invalid_number", ENTRY, override(BankGiro=50501056), [(E, f"{OVER}/BankGiro")]),
        ("invalid_answer", ANSWER, override(BankGiro="5050-1056"), [(E, f"{OVER}/BankGiro")]),
    ],
    "EI-BILLECTA-PAYMENT-ACCOUNT": [
        ("valid_none", ENTRY, {}, []),
        ("valid_bankgiro", ENTRY, override(BankGiro="5050-1055", ReceivingAccountType="BankGiro"), []),
        ("valid_account", ENTRY, override(ClearingNo="6000", AccountNo="123", ReceivingAccountType="BankAccount"), []),
        ("valid_reference_of_a_typed_client", ENTRY, override(Reference="1", ReceivingAccountType="BankGiro"), []),
        ("valid_left_out_has_its_own_rule", ENTRY, override(Iban=IBAN), []),
        ("invalid_other_account", ENTRY, override(Iban=IBAN, ReceivingAccountType="BankGiro"),
         [(E, f"{OVER}/BankGiro")]),
        ("invalid_nothing", ENTRY, override(ReceivingAccountType="IBAN"), [(E, f"{OVER}/Iban")]),
        ("invalid_half_an_account", ENTRY, override(AccountNo="123", ReceivingAccountType="BankAccount"),
         [(E, f"{OVER}/ClearingNo")]),
        ("invalid_by_number", ENTRY, override(Iban=IBAN, ReceivingAccountType=1), [(E, f"{OVER}/PlusGiro")]),
    ],
    "EI-BILLECTA-PAYMENT-REFERENCE": [
        ("valid_none", ENTRY, override(ReferenceType="None"), []),
        ("valid_ocr", ENTRY, override(Reference="1234566", ReferenceType="OCR"), []),
        ("invalid_type_none", ENTRY, override(Reference="1234566", ReferenceType="None"),
         [(W, f"{OVER}/ReferenceType")]),
        ("invalid_type_left_out", ENTRY, override(Reference="1234566"), [(W, f"{OVER}/ReferenceType")]),
        ("invalid_reference_left_out", ENTRY, override(ReferenceType="OCR"), [(W, REFERENCE)]),
    ],
    "EI-BILLECTA-WITHDRAWAL": [
        ("valid_none", ENTRY, {}, []),
        ("valid_debit", ENTRY, {DEBIT: True, CARD: False}, []),
        ("valid_card", ENTRY, {DEBIT: False, CARD: True}, []),
        ("valid_credit", ENTRY, CREDIT | {DEBIT: False}, []),
        ("invalid_both", ENTRY, {DEBIT: True, CARD: True}, [(W, CARD)]),
        ("invalid_credit_by_debit", ENTRY, CREDIT | {DEBIT: True}, [(W, DEBIT)]),
        ("invalid_credit_by_card", ANSWER, CREDIT | {CARD: True}, [(W, CARD)]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_payment(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)
