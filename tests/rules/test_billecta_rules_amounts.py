"""Minor units, display values and currencies."""

import pytest

from einvoice.rules.billecta import judge

from .billecta import ANSWER, ENTRY, changed, check_case, each_case, row, sek

E, W = "error", "warning"

PRICE = "/Records/0/UnitPrice"
VALUE, VIEW, CODE = f"{PRICE}/Value", f"{PRICE}/ValueForView", f"{PRICE}/CurrencyCode"
FEE = "/InvoiceFee"


def amount(code, value, **more):
    return {"CurrencyCode": code, "Value": value} | more


CASES = {
    "EI-BILLECTA-AMOUNT-WHOLE": [
        ("valid_minor_units", ENTRY, {}, []),
        ("valid_negative", ENTRY, {VALUE: -95000}, []),
        ("valid_zero", ENTRY, {FEE: sek(0)}, []),
        ("valid_no_number_is_for_the_schema", ENTRY, {VALUE: "950 kr"}, []),
        ("invalid_kronor", ENTRY, {VALUE: 950.5}, [(E, VALUE)]),
        ("invalid_text_of_kronor", ENTRY, {VALUE: "950.50"}, [(E, VALUE)]),
        ("invalid_text", ENTRY, {VALUE: "95000"}, [(W, VALUE)]),
        ("invalid_point", ENTRY, {VALUE: 95000.0}, [(W, VALUE)]),
        ("invalid_fee", ENTRY, {FEE: sek(29.5)}, [(E, "/InvoiceFee/Value")]),
    ],
    "EI-BILLECTA-AMOUNT-VIEW": [
        ("valid_left_out", ENTRY, {}, []),
        ("valid_major_units", ANSWER, {}, []),
        ("valid_float_that_is_not_exact", ENTRY, {VIEW: 950.0000000001}, []),
        ("valid_not_set_by_a_typed_client", ENTRY, {VIEW: 0.0}, []),
        ("valid_yen", ENTRY, {PRICE: amount("JPY", 950, ValueForView=950)}, []),
        ("valid_dinar", ENTRY, {PRICE: amount("KWD", 950000, ValueForView=950)}, []),
        ("invalid_kronor_twice", ENTRY, {VALUE: 950, VIEW: 950}, [(W, VIEW)]),
        ("invalid_minor_units_twice", ENTRY, {VIEW: 95000}, [(W, VIEW)]),
        ("invalid_other_amount", ENTRY, {VIEW: 949.99}, [(W, VIEW)]),
        ("invalid_text", ENTRY, {VIEW: "949"}, [(W, VIEW)]),
        ("invalid_yen_as_if_it_had_cents", ENTRY, {PRICE: amount("JPY", 95000, ValueForView=950)}, [(W, VIEW)]),
        ("invalid_value_forgotten", ENTRY, {VALUE: 0, VIEW: 950}, [(E, VIEW)]),
        ("invalid_zero_in_an_answer", ANSWER, {"/PaidAmount": sek(100, ValueForView=0)},
         [(W, "/PaidAmount/ValueForView")]),
    ],
    "EI-BILLECTA-CURRENCY-MISSING": [
        ("valid_everywhere", ENTRY, {}, []),
        ("valid_zero_needs_none", ENTRY, {FEE: {"Value": 0}}, []),
        ("invalid_nowhere", ENTRY, {CODE: None}, [(E, CODE)]),
        ("invalid_blank", ENTRY, {CODE: ""}, [(E, CODE)]),
        ("invalid_elsewhere", ENTRY, {FEE: {"Value": 2900}}, [(W, "/InvoiceFee/CurrencyCode")]),
    ],
    "EI-BILLECTA-CURRENCY-CODE": [
        ("valid_sek", ENTRY, {}, []),
        ("valid_eur", ENTRY, {CODE: "EUR"}, []),
        ("invalid_sign", ENTRY, {CODE: "kr"}, [(E, CODE)]),
        ("invalid_small", ENTRY, {CODE: "sek"}, [(W, CODE)]),
        ("invalid_once", ENTRY, {"/Records": [row(UnitPrice=amount("SKR", 1)), row(2, UnitPrice=amount("SKR", 1))]},
         [(E, CODE)]),
    ],
    "EI-BILLECTA-CURRENCY-MIX": [
        ("valid_one", ENTRY, {FEE: sek(2900)}, []),
        ("valid_same_in_small_letters", ENTRY, {FEE: amount("sek", 2900)}, []),
        ("invalid_row", ENTRY, {FEE: sek(2900), CODE: "EUR"}, [(E, CODE)]),
        ("invalid_each_currency_once", ENTRY,
         {"/Records": [row(), row(2, UnitPrice=amount("EUR", 1)), row(3, UnitPrice=amount("EUR", 1)),
                       row(4, UnitPrice=amount("NOK", 1))]},
         [(E, "/Records/1/UnitPrice/CurrencyCode"), (E, "/Records/3/UnitPrice/CurrencyCode")]),
        ("invalid_answer", ANSWER, {"/CurrentAmount/CurrencyCode": "EUR"}, [(E, "/CurrentAmount/CurrencyCode")]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_amounts(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)


MESSAGES = [
    ({VALUE: 950.5}, "EI-BILLECTA-AMOUNT-WHOLE",
     "row 1: UnitPrice has the Value 950.5, expected whole minor units", "If 950.5 SEK is meant, write 95050."),
    ({VALUE: 950, VIEW: 950}, "EI-BILLECTA-AMOUNT-VIEW",
     "row 1: UnitPrice has the Value 950 and the ValueForView 950, expected 9.50",
     "If 950 SEK is meant, set Value to 95000; else leave ValueForView out."),
    ({FEE: sek(2900), CODE: "EUR"}, "EI-BILLECTA-CURRENCY-MIX",
     "row 1: UnitPrice is in EUR, InvoiceFee in SEK", None),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "code", "message", "fix"), MESSAGES, ids=[each[1] for each in MESSAGES])
def test_messages_show_what_is_seen_and_expected(changes, code, message, fix):
    (finding,) = [each for each in judge(changed(ENTRY, changes)) if each.code == code]
    assert finding.message == message
    assert fix in (None, finding.fix)
