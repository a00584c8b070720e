"""Calculated amounts against what the rows come to; and the composed answers of the corpus, which must add up."""

import pytest

from einvoice.rules.billecta import judge

from .billecta import ANSWER, ENTRY, GONE, changed, check_case, each_case, row, sek, simple, text_row

E, W = "error", "warning"

NET, BEFORE, GROSS = (f"/Records/0/{name}/Value" for name in ("TotalExclVAT", "TotalExclVATNoDiscount", "TotalIncVAT"))
INVOICED, VAT = "/InvoicedAmount/Value", "/TotalVATAmount/Value"
REVERSE = "/ReverseVATDetails/ReverseVATActivated"
CENT, CURRENT = "/CentRoundingAmount/Value", "/CurrentAmount/Value"

INCLUSIVE = {
    "/VatIsIncluded": True, "/Records/0/VatIsIncluded": True,
    BEFORE: 760000, NET: 722000, GROSS: 902500, INVOICED: 902500, VAT: 180500, CENT: 0, CURRENT: 902500,
}  # fmt: skip
"""10 x 950.00 with VAT, less 5 per cent."""


def off(minor, net, gross, **more):
    """A row of 10 x 950.00 with a discount in money."""
    totals = {"TotalExclVAT": sek(net), "TotalIncVAT": sek(gross)}
    return {"/Records": [simple(DiscountAmount=sek(minor)) | totals | more]}


def unit(price, quantity, net, gross, **more):
    """A row with VAT in its price, which the service may round."""
    totals = {"TotalExclVAT": sek(net), "TotalIncVAT": sek(gross)}
    return {"/Records": [simple(UnitPrice=sek(price), Quantity=quantity, VatIsIncluded=True) | totals | more]}


TENTH = {"DiscountType": "Percentage", "DiscountPercentage": 10}


def fee(minor, invoiced, vat):
    return {"/InvoiceFee": sek(minor), INVOICED: invoiced, VAT: vat, CENT: 0}


CASES = {
    "EI-BILLECTA-ROW-TOTAL": [
        ("valid_answer", ANSWER, {}, []),
        ("valid_none_stated", ENTRY, {}, []),
        ("valid_a_minor_unit_off", ANSWER, {NET: 902501, GROSS: 1128126, BEFORE: 949999}, []),
        ("valid_inclusive", ANSWER, INCLUSIVE, []),
        ("valid_discount_amount", ANSWER, off(47500, 902500, 1128125), []),
        ("valid_discount_with_vat", ANSWER, off(47500, 722000, 902500, VatIsIncluded=True), []),
        ("valid_discount_without_vat", ANSWER, off(47500, 712500, 890625, VatIsIncluded=True), []),
        ("valid_discount_of_each_unit", ANSWER, off(4750, 902500, 1128125), []),
        ("valid_rounded_unit_price", ANSWER, unit(199, 1000, 159000, 198750), []),
        ("valid_rounded_discounted_price", ANSWER,
         unit(999, 100, 94900, 118625, VatIsIncluded=False, DiscountType="Percentage", DiscountPercentage=5), []),
        ("valid_discount_on_a_rounded_row", ANSWER, unit(333, 100, 23940, 29925, **TENTH), []),
        ("valid_discount_on_a_rounded_price", ANSWER, unit(333, 100, 23900, 29875, **TENTH), []),
        ("valid_discount_before_rounding", ANSWER, unit(333, 100, 24000, 30000, **TENTH), []),
        ("invalid_discount_that_nothing_explains", ANSWER, unit(333, 100, 23920, 29900, **TENTH),
         [(E, NET), (E, GROSS)]),
        ("valid_money_off_a_rounded_row", ANSWER, unit(333, 100, 26567, 33209, DiscountAmount=sek(33)), []),
        ("valid_money_with_vat_off_a_rounded_row", ANSWER, unit(333, 100, 26574, 33217, DiscountAmount=sek(33)), []),
        ("valid_money_off_each_unit", ANSWER, unit(333, 100, 24000, 30000, DiscountAmount=sek(33)), []),
        ("invalid_money_that_nothing_explains", ANSWER, unit(333, 100, 26590, 33238, DiscountAmount=sek(33)),
         [(E, NET), (E, GROSS)]),
        ("valid_percentage_without_effect", ANSWER,
         {"/Records/0/DiscountPercentage": 0, NET: 950000, GROSS: 1187500}, []),
        ("valid_no_rate", ANSWER, {"/Records/0/VAT": None, NET: 1}, []),
        ("invalid_rounded_to_kronor", ANSWER, unit(199, 1000, 200000, 250000), [(E, NET), (E, GROSS)]),
        ("valid_discount_that_nobody_can_tell", ANSWER, {"/Records/0/DiscountType": GONE, NET: 950000}, []),
        ("valid_reverse_charge", ANSWER, {"/ReverseVATDetails/ReverseVATActivated": True, GROSS: 902500}, []),
        ("valid_message", ANSWER, {"/Records/1": text_row(TotalExclVAT=sek(100))}, []),
        ("invalid_two_minor_units_off", ANSWER, {NET: 902502}, [(E, NET)]),
        ("invalid_without_the_discount", ANSWER, {NET: 950000}, [(E, NET)]),
        ("invalid_all", ANSWER, {NET: 1, BEFORE: 1, GROSS: 1}, [(E, BEFORE), (E, NET), (E, GROSS)]),
        ("invalid_without_vat", ANSWER, {GROSS: 902500}, [(E, GROSS)]),
        ("invalid_request", ENTRY, {"/Records/0/TotalExclVAT": sek(950000)}, [(W, NET)]),
    ],
    "EI-BILLECTA-INVOICED-TOTAL": [
        ("valid_answer", ANSWER, {}, []),
        ("valid_inclusive", ANSWER, INCLUSIVE, []),
        ("valid_calculated_rows", ANSWER, {"/Records": [row()]}, []),
        ("valid_a_minor_unit_off", ANSWER, {INVOICED: 1128099}, []),
        ("valid_fee_with_vat", ANSWER, fee(2900, 1128125 + 2900, 225625 + 580), []),
        ("valid_fee_and_vat", ANSWER, fee(2900, 1128125 + 3625, 225625 + 725), []),
        ("valid_slack_of_the_fee", ANSWER, fee(2900, 1128125 + 2902, 225625 + 580), []),
        ("valid_no_vat_total", ANSWER, {"/TotalVATAmount": None}, []),
        ("valid_a_total_of_the_row_is_missing", ANSWER, {"/Records/0/TotalIncVAT": None}, []),
        ("valid_reverse_charge", ANSWER,
         {REVERSE: True, INVOICED: 902500 + 2900 - 25, VAT: 0, "/InvoiceFee": sek(2900)}, []),
        ("valid_fee_beside_a_message", ANSWER,
         fee(2900, 1128125 + 2900, 225625) | {"/Records/1": text_row(VAT=12)}, []),
        ("invalid_fee_at_the_rate_of_a_message", ANSWER,
         fee(290000, 1128125 + 324800, 225625 + 34800) | {"/Records/1": text_row(VAT=12)}, [(E, INVOICED)]),
        ("invalid_reverse_charge", ANSWER, {REVERSE: True, INVOICED: 902500}, [(E, INVOICED)]),
        ("invalid_slack_of_the_fee", ANSWER, fee(2900, 1128125 + 2903, 225625 + 580), [(E, INVOICED)]),
        ("invalid_no_vat_total", ANSWER, {"/TotalVATAmount": None, INVOICED: 1}, [(E, INVOICED)]),
        ("invalid_a_total_of_the_row_is_missing", ANSWER, {"/Records/0/TotalExclVAT": None, INVOICED: 1},
         [(E, INVOICED)]),
        ("valid_before_deduction", ANSWER, {"/RotRutDeductionAmount": sek(300000)}, []),
        ("valid_after_deduction", ANSWER, {"/RotRutDeductionAmount": sek(300000), INVOICED: 828100}, []),
        ("valid_request_states_none", ENTRY, {}, []),
        ("valid_row_that_nobody_can_tell", ANSWER, {"/Records": [row(Quantity=None)]}, []),
        ("valid_no_rows", ANSWER, {"/Records": []}, []),
        ("invalid_two_minor_units_off", ANSWER, {INVOICED: 1128102}, [(E, INVOICED)]),
        ("invalid_without_the_rounding", ANSWER, {CENT: 25}, [(E, INVOICED)]),
        ("invalid_without_the_fee", ANSWER, {"/InvoiceFee": sek(2900)}, [(E, INVOICED)]),
    ],
    "EI-BILLECTA-VAT-TOTAL": [
        ("valid_answer", ANSWER, {}, []),
        ("valid_inclusive", ANSWER, INCLUSIVE, []),
        ("valid_a_minor_unit_off", ANSWER, {VAT: 225626}, []),
        ("valid_fee_with_vat", ANSWER, fee(2900, 1128125 + 2900, 225625 + 580), []),
        ("valid_fee_without_vat", ANSWER, {"/InvoiceFee": sek(2900)}, []),
        ("valid_reverse_charge", ANSWER, {"/ReverseVATDetails/ReverseVATActivated": True, VAT: 0}, []),
        ("invalid_alone", ANSWER, {"/InvoicedAmount": None, VAT: 0}, [(E, VAT)]),
        ("invalid_two_minor_units_off", ANSWER, {VAT: 225623}, [(E, VAT)]),
        ("invalid_zero", ANSWER, {VAT: 0}, [(E, VAT)]),
    ],
    "EI-BILLECTA-CENT-ROUNDING": [
        ("valid_quarter", ANSWER, {}, []),
        ("valid_half", ANSWER, {CENT: 50}, []),
        ("valid_left_out", ANSWER, {"/CentRoundingAmount": None}, []),
        ("valid_currency_without_decimals", ANSWER, {"/CentRoundingAmount": {"CurrencyCode": "JPY", "Value": 0}}, []),
        ("invalid_more_than_half", ANSWER, {CENT: -51}, [(W, CENT)]),
        ("invalid_krona", ANSWER, {CENT: 100}, [(E, CENT)]),
    ],
    "EI-BILLECTA-BALANCE": [
        ("valid_unpaid", ANSWER, {}, []),
        ("valid_paid", ANSWER, {CURRENT: 0, "/PaidAmount/Value": 1128100}, []),
        ("valid_part", ANSWER, {CURRENT: 1073100, "/PaidAmount/Value": 55000}, []),
        ("valid_written_off", ANSWER, {CURRENT: 0, "/WriteOffAmount": sek(1128100)}, []),
        ("valid_interest", ANSWER, {CURRENT: 1129100, "/InterestAmount": sek(1000)}, []),
        ("valid_interest_apart", ANSWER, {"/InterestAmount": sek(1000)}, []),
        ("valid_on_its_way", ANSWER, {CURRENT: 1127100, "/AwaitingPaymentTransferAmount": sek(1000)}, []),
        ("valid_after_deduction", ANSWER, {CURRENT: 828100, "/RotRutDeductionAmount": sek(300000)}, []),
        ("valid_left_out", ANSWER, {"/CurrentAmount": None}, []),
        ("valid_nothing_invoiced", ANSWER, {"/InvoicedAmount": None}, []),
        ("invalid_on_its_way", ANSWER, {CURRENT: 1129100, "/AwaitingPaymentTransferAmount": sek(1000)}, [(W, CURRENT)]),
        ("invalid_unexplained", ANSWER, {CURRENT: 1000000}, [(W, CURRENT)]),
        ("invalid_paid_and_open", ANSWER, {"/PaidAmount/Value": 55000}, [(W, CURRENT)]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_totals(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)


ROWS = "rows 11281.25 SEK, FreightFee 1.00 SEK, CentRoundingAmount -0.25 SEK"

MESSAGES = [
    ({NET: 950000}, "EI-BILLECTA-ROW-TOTAL",
     "row 1: TotalExclVAT is 9500.00 SEK, expected 9025.00 SEK: 10 x 950.00 SEK less 5 %, VAT 25 % on top"),
    ({INVOICED: 1188100, "/FreightFee": sek(100)}, "EI-BILLECTA-INVOICED-TOTAL",
     "InvoicedAmount is 11881.00 SEK, expected 11282.00 SEK: " + ROWS),
    ({CURRENT: 1000000, "/PaidAmount/Value": 100}, "EI-BILLECTA-BALANCE",
     "CurrentAmount is 10000.00 SEK, expected 11280.00 SEK: InvoicedAmount 11281.00 SEK, PaidAmount 1.00 SEK"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "code", "message"), MESSAGES, ids=[each[1] for each in MESSAGES])
def test_messages_show_the_calculation(changes, code, message):
    (finding,) = [each for each in judge(changed(ANSWER, changes)) if each.code == code]
    assert finding.message == message
