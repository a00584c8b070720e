"""Interest on late payment."""

from .billecta import ANSWER, ENTRY, GONE, check_case, each_case

W = "warning"

TYPE, PERCENT, REASON = "/InterestType", "/InterestPercentage", "/ReasonForHigherInterest"

CASES = {
    "EI-BILLECTA-INTEREST-TYPE": [
        ("valid_above_reference", ENTRY, {}, []),
        ("valid_no_interest", ENTRY, {TYPE: "NoInterest", PERCENT: 0}, []),
        ("valid_none", ENTRY, {TYPE: GONE, PERCENT: GONE}, []),
        ("valid_answer", ANSWER, {PERCENT: 8}, []),
        ("invalid_left_out", ENTRY, {TYPE: GONE}, [(W, TYPE)]),
        ("invalid_no_interest", ENTRY, {TYPE: "NoInterest"}, [(W, TYPE)]),
    ],
    "EI-BILLECTA-INTEREST-PERCENT": [
        ("valid_8", ENTRY, {}, []),
        ("valid_0", ENTRY, {PERCENT: 0}, []),
        ("valid_1", ENTRY, {PERCENT: 1}, []),
        ("invalid_fraction", ENTRY, {PERCENT: 0.08}, [(W, PERCENT)]),
        ("invalid_negative", ENTRY, {PERCENT: -8}, [(W, PERCENT)]),
    ],
    "EI-BILLECTA-INTEREST-REASON": [
        ("valid_8", ENTRY, {}, []),
        ("valid_12_fixed", ENTRY, {PERCENT: 12, TYPE: "Fixed"}, []),
        ("valid_12_with_reason", ENTRY, {PERCENT: 12, REASON: "Avtal 2026-01-02"}, []),
        ("invalid_12", ENTRY, {PERCENT: 12}, [(W, REASON)]),
        ("invalid_blank", ENTRY, {PERCENT: 8.5, REASON: " "}, [(W, REASON)]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_interest(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)
