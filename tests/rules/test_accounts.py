"""EI-ACCOUNT-…: each account is judged as what it is."""

from einvoice.model import CreditTransfer, DirectDebit, PaymentInstructions
from einvoice.rules import run

from .invoices import check_case, each_case, invoice_with

TRANSFER = "payment_instructions[0].credit_transfer"
ACCOUNT, BANK = f"{TRANSFER}.account_identifier", f"{TRANSFER}.service_provider_identifier"
E, W = [("error", ACCOUNT)], [("warning", ACCOUNT)]
WRONG_BANK = [("warning", BANK)]
DEBITED = "payment_instructions[0].direct_debit.debited_account_identifier"


def way(account, bank=None, means="30"):
    transfer = CreditTransfer(account_identifier=account, service_provider_identifier=bank)
    return PaymentInstructions(means_code=means, credit_transfer=transfer)


def to(*args, **fields):
    return {"payment_instructions": (way(*args, **fields),)}


def debited(account):
    debit = DirectDebit(debited_account_identifier=account)
    return {"payment_instructions": (PaymentInstructions(means_code="59", direct_debit=debit),)}


def bankgiro(number):
    return to(number, "SE:BANKGIRO")


def plusgiro(number):
    return to(number, "SE:PLUSGIRO")


CASES = {
    "EI-ACCOUNT-IBAN": [
        ("valid_finnish",         to("FI2112345600000785"),          []),
        ("valid_blanks",          to("fi21 1234 5600 0007 85"),      []),
        ("valid_other_country",   to("NL57 RABO 0107307510"),        []),
        ("invalid_check_digits",  to("FI2112345600000786"),          E),
        ("invalid_other_country", to("DK1212341234123412"),          E),
        ("invalid_length",        to("SE1212341234123412"),          W),
        ("invalid_form",          to("NL57123401073075X0"),          W),
        ("invalid_once",          {"payment_instructions": (way("FI2112345600000786"),) * 2}, E),
        ("invalid_debited",       debited("FI2112345600000786"),     [("error", DEBITED)]),
        ("valid_debited",         debited("FI2112345600000785"),     []),
        ("silent_national",       to("12341234567", "BANKSBIC"),     []),
        ("silent_placeholder",    to("IBAN32423940", "BIC324098"),   []),
        ("silent_no_such_country", to("ZZ2112345600000785"),         []),
        ("silent_no_ibans_there", to("US2112345600000785"),          []),
        ("silent_giro",           bankgiro("50501056"),              []),
        ("silent_none",           {},                                []),
    ],
    "EI-ACCOUNT-BIC": [
        ("valid_same_country",    to("FI2112345600000785", "NDEAFIHH"),  []),
        ("valid_branch",          to("FI2112345600000785", "ndeafihhxxx"), []),
        ("valid_territory",       to("FR1420041010050500013M02606", "BDPMREPP"), []),
        ("valid_no_bic",          to("FI2112345600000785"),              []),
        ("invalid_country",       to("FI2112345600000785", "SWEDSESS"),  WRONG_BANK),
        ("invalid_length",        to("FI2112345600000785", "NDEAFIH"),   WRONG_BANK),
        ("invalid_no_country",    to("FI2112345600000785", "NDEAZZHH"),  WRONG_BANK),
        ("silent_wrong_iban",     to("FI2112345600000786", "SWEDSESS"),  []),
        ("silent_national",       to("33331234567", "BANKSBIC"),         []),
        ("silent_giro",           bankgiro("50501055"),                  []),
    ],
    "EI-ACCOUNT-SEPA": [
        ("valid_iban",            to("FI2112345600000785", means="58"),  []),
        ("invalid_national",      to("1234567891234", means="58"),       W),
        ("silent_wrong_iban",     to("FI2112345600000786", means="58"),  []),
        ("silent_other_means",    to("1234567891234", means="30"),       []),
        ("silent_no_account",     to(None, means="58"),                  []),
    ],
    "EI-ACCOUNT-BANKGIRO": [
        ("valid_digits",          bankgiro("50501055"),   []),
        ("valid_hyphen",          bankgiro("160-9908"),   []),
        ("invalid_check_digit",   bankgiro("50501056"),   E),
        ("invalid_length",        bankgiro("123456"),     W),
        ("invalid_hyphen",        bankgiro("50501-055"),  W),
        ("silent_plusgiro",       plusgiro("50501056"),   []),
        ("silent_bank",           to("50501056"),         []),
    ],
    "EI-ACCOUNT-PLUSGIRO": [
        ("valid_digits",          plusgiro("9019506"),    []),
        ("valid_printed",         plusgiro("4 89 50-0"),  []),
        ("invalid_check_digit",   plusgiro("9019507"),    E),
        ("invalid_length",        plusgiro("123456789"),  W),
        ("invalid_letters",       plusgiro("PG 18"),      W),
        ("silent_bankgiro",       bankgiro("9019507"),    []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


def test_messages_show_the_digits_seen_and_expected():
    (finding,) = run(invoice_with(**to("FI2112345600000786")), rules=["EI-ACCOUNT-IBAN"])
    assert finding.message == "account (BT-84): IBAN 'FI2112345600000786': check digits are 21, expected 91"
    assert finding.terms == ("BT-84",)
    (finding,) = run(invoice_with(**to("FI2112345600000785", "SWEDSESS")), rules=["EI-ACCOUNT-BIC"])
    assert finding.message == (
        "the BIC SWEDSESS (BT-86) is of a bank in SE, and the IBAN FI2112345600000785 (BT-84) of one in FI"
    )
