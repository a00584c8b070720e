"""Which discount of a row applies, and whether it can be meant."""

from .billecta import ENTRY, GONE, check_case, each_case, sek, simple

E, W = "error", "warning"

TYPE, PERCENT = "/Records/0/DiscountType", "/Records/0/DiscountPercentage"
AMOUNT, OFF = "/Records/0/DiscountAmount", "/Records/0/DiscountAmount/Value"
BY_AMOUNT = {TYPE: "Amount", PERCENT: 0, AMOUNT: sek(47500)}

CASES = {
    "EI-BILLECTA-DISCOUNT-RANGE": [
        ("valid_five", ENTRY, {}, []),
        ("valid_all_of_it", ENTRY, {PERCENT: 100}, []),
        ("valid_none", ENTRY, {PERCENT: 0}, []),
        ("invalid_more_than_all", ENTRY, {PERCENT: 100.01}, [(E, PERCENT)]),
        ("invalid_surcharge", ENTRY, {PERCENT: -5}, [(W, PERCENT)]),
    ],
    "EI-BILLECTA-DISCOUNT-FRACTION": [
        ("valid_five", ENTRY, {}, []),
        ("valid_one", ENTRY, {PERCENT: 1}, []),
        ("invalid_fraction", ENTRY, {PERCENT: 0.05}, [(W, PERCENT)]),
    ],
    "EI-BILLECTA-DISCOUNT-TYPE": [
        ("valid_percentage", ENTRY, {}, []),
        ("valid_amount", ENTRY, BY_AMOUNT, []),
        ("valid_no_discount", ENTRY, {TYPE: GONE, PERCENT: 0}, []),
        ("valid_amount_is_0", ENTRY, BY_AMOUNT | {TYPE: GONE}, []),
        ("valid_both_have_their_own_rule", ENTRY, BY_AMOUNT | {PERCENT: 5}, []),
        ("invalid_amount_for_percentage", ENTRY, {TYPE: "Amount"}, [(E, TYPE)]),
        ("invalid_0_for_percentage", ENTRY, {TYPE: 0}, [(E, TYPE)]),
        ("invalid_percentage_for_amount", ENTRY, BY_AMOUNT | {TYPE: "Percentage"}, [(E, TYPE)]),
        ("invalid_left_out", ENTRY, {TYPE: GONE}, [(W, TYPE)]),
    ],
    "EI-BILLECTA-DISCOUNT-BOTH": [
        ("valid_percentage", ENTRY, {AMOUNT: sek(0)}, []),
        ("valid_amount", ENTRY, BY_AMOUNT, []),
        ("invalid_both", ENTRY, {AMOUNT: sek(1000)}, [(W, TYPE)]),
        ("invalid_both_without_type", ENTRY, {AMOUNT: sek(1000), TYPE: GONE}, [(W, TYPE)]),
    ],
    "EI-BILLECTA-DISCOUNT-LARGER": [
        ("valid_smaller", ENTRY, BY_AMOUNT, []),
        ("valid_whole_row", ENTRY, BY_AMOUNT | {OFF: 950000}, []),
        ("valid_same_sign", ENTRY, {"/Records": [simple(Quantity=-10) | {"DiscountAmount": sek(-47500)}]}, []),
        ("valid_row_of_0", ENTRY, BY_AMOUNT | {"/Records/0/Quantity": 0}, []),
        ("valid_percentage_applies", ENTRY, {AMOUNT: sek(9500000)}, []),
        ("invalid_larger", ENTRY, BY_AMOUNT | {OFF: 950001}, [(E, OFF)]),
        ("invalid_surcharge", ENTRY, BY_AMOUNT | {OFF: -1000}, [(W, OFF)]),
        ("invalid_credit", ENTRY, {"/Records": [simple(Quantity=-10) | {"DiscountAmount": sek(47500)}]}, [(W, OFF)]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_discounts(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)
