"""EI-CREDIT-REFERENCE, -SELF, -DATE: what a credit note says of the invoice that it credits."""

from datetime import date

from einvoice.model import Period, PrecedingInvoice
from einvoice.rules import run

from .invoices import check_case, each_case, invoice_with, totals

W, I = "warning", "info"  # noqa: E741
AT, DATED = "preceding_invoices", "preceding_invoices[0].issue_date"
ISSUED = date(2026, 5, 4)
MONTH = {"period": Period(start_date=date(2026, 4, 1), end_date=date(2026, 4, 30))}
NEGATIVE = {"totals": totals(total_with_vat="-125.50")}


def credit(*preceding, **changes):
    """A credit note that names invoices: (number, date)."""
    named = tuple(PrecedingInvoice(number=number, issue_date=day) for number, day in preceding)
    return {"type_code": "381", "preceding_invoices": named} | changes


CASES = {
    "EI-CREDIT-REFERENCE": [
        ("valid_number",          credit(("900", None)),                                   []),
        ("valid_second",          credit((" ", None), ("900", None)),                      []),
        ("valid_negative",        credit(("900", None), type_code="380", **NEGATIVE),      []),
        ("invalid_none",          credit(),                                                [(W, AT)]),
        ("invalid_date_only",     credit((None, ISSUED)),                                  [(W, AT)]),
        ("invalid_self_billed",   credit(type_code="261"),                                 [(W, AT)]),
        ("invalid_period_only",   credit(**MONTH),                                         [(I, AT)]),
        ("invalid_negative",      NEGATIVE,                                                [(I, AT)]),
        ("silent_zero",           {"totals": totals(total_with_vat="0.00")},               []),
        ("silent_invoice",        {},                                                      []),
        ("silent_period_empty",   {"period": Period()},                                    []),
    ],
    "EI-CREDIT-SELF": [
        ("valid_other",           credit(("900", None)),                                   []),
        ("invalid_own",           credit(("900", None), (" 1001 ", None)),                 [(W, f"{AT}[1].number")]),
        ("silent_no_number",      credit((None, None), invoice_number=None),               []),
    ],
    "EI-CREDIT-DATE": [
        ("valid_before",          credit(("900", date(2026, 5, 3))),                       []),
        ("valid_same_day",        credit(("900", ISSUED)),                                 []),
        ("invalid_after",         credit(("900", date(2026, 5, 5))),                       [(W, DATED)]),
        ("silent_no_date",        credit(("900", None)),                                   []),
        ("silent_not_issued",     credit(("900", ISSUED), issue_date=None),                []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


def message(code, changes):
    (finding,) = run(invoice_with(**changes), rules=[code])
    return finding.message


def test_messages():
    assert message("EI-CREDIT-REFERENCE", credit()) == (
        "the credit note (type 381) names no invoice that it credits (BT-25)"
    )
    assert message("EI-CREDIT-REFERENCE", NEGATIVE | MONTH) == (
        "the negative invoice names no invoice that it credits (BT-25), only a period (BG-14)"
    )
    assert message("EI-CREDIT-SELF", credit(("1001", None))) == (
        "the preceding invoice (BT-25) has the number 1001, which is that of the document itself (BT-1)"
    )
    assert message("EI-CREDIT-DATE", credit(("900", date(2026, 5, 5)))) == (
        "the preceding invoice is of 2026-05-05 (BT-26), after the issue date 2026-05-04 (BT-2)"
    )
