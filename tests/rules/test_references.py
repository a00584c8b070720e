"""EI-REFERENCE-FI, -RF, -OCR: judged only where it is known what the reference is."""

import pytest

from einvoice.model import CreditTransfer, PaymentInstructions
from einvoice.rules import run
from einvoice.rules.settings import Settings, using

from .invoices import check_case, each_case, invoice_with, party

FINNISH, SWEDISH, NORWEGIAN = "FI2112345600000785", "SE4550000000058398257466", "NO9386011117947"
AT = "payment_instructions[0].remittance_information"
E, W = [("error", AT)], [("warning", AT)]


def way(text, kind=None, account=None, provider=None):
    transfer = None if account is None else CreditTransfer(
        account_identifier=account, service_provider_identifier=provider
    )  # fmt: skip
    return PaymentInstructions(
        means_code="30", remittance_information=text, reference_kind=kind, credit_transfer=transfer
    )


def paid(*args, **fields):
    return {"payment_instructions": (way(*args, **fields),)}


CASES = {
    "EI-REFERENCE-FI": [
        ("valid_declared",              paid("1234567907", "fi"),                  []),
        ("valid_blanks_and_zeros",      paid("00000 12345 67907", "fi"),           []),
        ("valid_for_finnish_account",   paid("1234567907", account=FINNISH),       []),
        ("invalid_declared",            paid("1234567908", "fi"),                  E),
        ("invalid_declared_letters",    paid("12A44", "fi"),                       W),
        ("invalid_declared_short",      paid("123", "fi"),                         W),
        ("invalid_for_finnish_account", paid("1234567908", account=FINNISH),       W),
        ("silent_other_account",        paid("1234567908", account=SWEDISH),       []),
        ("invalid_finnish_seller",      paid("1234567908"),                        W),
        ("silent_other_seller",         paid("1234567908") | {"seller": party("Säljare", "SE")}, []),
        ("silent_nobody_known",         paid("1234567908") | {"seller": None},     []),
        ("silent_declared_free",        paid("1234567908", "free", FINNISH),       []),
        ("silent_rf",                   paid("RF18539007547034", account=FINNISH), []),
        ("silent_words",                paid("Lasku 2026-7", account=FINNISH),     []),
        ("silent_too_short",            paid("123", account=FINNISH),              []),
        ("silent_too_long",             paid("123456789012345678901", account=FINNISH), []),
        ("silent_zeros",                paid("00000000000000000000", account=FINNISH), []),
        ("silent_no_reference",         paid(None, account=FINNISH),               []),
        ("invalid_once",                {"payment_instructions": (way("1234567908", account=FINNISH),) * 2}, W),
        ("invalid_account_beside",      {"payment_instructions": (way("1234567908"), way(None, None, FINNISH))}, W),
    ],
    "EI-REFERENCE-RF": [
        ("valid_rf",                    paid("RF9811112"),                         []),
        ("valid_blanks",                paid("rf98 1111 2"),                       []),
        ("valid_letters",               paid("RF47ABC123"),                        []),
        ("invalid_check_digits",        paid("RF9911112"),                         E),
        ("invalid_anywhere",            paid("RF9911112", account=NORWEGIAN),      E),
        ("invalid_too_long",            paid("RF181234567890123456789012"),        W),
        ("invalid_declared",            paid("12345", "rf"),                       W),
        ("silent_other_text",           paid("RFQ 17"),                            []),
        ("silent_with_slash",           paid("RF20/1"),                            []),
        ("silent_digits",               paid("11113"),                             []),
    ],
    "EI-REFERENCE-OCR": [
        ("valid_declared",              paid("123455", "se-ocr"),                  []),
        ("invalid_declared",            paid("123456", "se-ocr"),                  W),
        ("invalid_declared_letter",     paid("12345A", "se-ocr"),                  W),
        ("silent_for_bankgiro",         paid("123456", None, "50501055", "SE:BANKGIRO"), []),
        ("silent_free",                 paid("123456", "free", "50501055", "SE:BANKGIRO"), []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


LEVELS = [
    # case                     text         kind      provider       settings                             finds
    ("valid_luhn",             "123455",    None,     "SE:BANKGIRO", {"ocr": "check-digit"},              False),
    ("invalid_luhn",           "123456",    None,     "SE:BANKGIRO", {"ocr": "check-digit"},              True),
    ("invalid_plusgiro",       "123456",    None,     "SE:PLUSGIRO", {"ocr": "check-digit"},              True),
    ("valid_length_digit",     "1234574",   None,     "SE:BANKGIRO", {"ocr": "length-digit"},             False),
    ("invalid_length_digit",   "123455",    None,     "SE:BANKGIRO", {"ocr": "length-digit"},             True),
    ("invalid_declared",       "123455",    "se-ocr", None,          {"ocr": "length-digit"},             True),
    ("invalid_length",         "123455",    None,     "SE:BANKGIRO", {"ocr": "check-digit", "ocr_lengths": (7,)}, True),
    ("valid_length",          "1234566",   None,     "SE:BANKGIRO", {"ocr": "check-digit", "ocr_lengths": (7,)}, False),
    ("silent_bank_account",    "123456",    None,     None,          {"ocr": "check-digit"},              False),
    ("silent_free",            "123456",    "free",   "SE:BANKGIRO", {"ocr": "check-digit"},              False),
]  # fmt: skip


@pytest.mark.parametrize(("case", "text", "kind", "provider", "settings", "finds"), LEVELS, ids=[c[0] for c in LEVELS])
def test_ocr_by_the_control_level_that_was_agreed(case, text, kind, provider, settings, finds):
    invoice = invoice_with(**paid(text, kind, "50501055", provider))
    with using(Settings(**settings)):
        found = run(invoice, rules=["EI-REFERENCE-OCR"])
    assert [(f.severity, f.model_path) for f in found] == E * finds


def test_settings_end_with_the_run():
    invoice = invoice_with(**paid("123456", None, "50501055", "SE:BANKGIRO"))
    with using(Settings(ocr="check-digit")):
        pass
    assert run(invoice, rules=["EI-REFERENCE-OCR"]) == []


def test_messages_name_the_digit_expected_and_the_doubt():
    (sure,) = run(invoice_with(**paid("1234567908", "fi")), rules=["EI-REFERENCE-FI"])
    assert sure.message == "payment reference (BT-83): Finnish reference '1234567908': check digit is 8, expected 7"
    (doubtful,) = run(invoice_with(**paid("1234567908", account=FINNISH)), rules=["EI-REFERENCE-FI"])
    assert doubtful.message.endswith("expected 7 (taken for a Finnish reference, since it is paid in Finland)")
    assert doubtful.value == "1234567908"
