"""What reading Billecta decides of amounts: minor units, signs, prices with VAT, fees, roundings, deductions, paid."""

from decimal import Decimal
from typing import Any

import pytest
from tests.formats.billecta.cases import Case, Said, check
from tests.formats.billecta.documents import answer, context, credit, entry, money, read, row

from einvoice import Context
from einvoice.errors import ReadError

D = Decimal
CREDITED = context(credited_invoices={"26031": "2499990031"})

# ------------------------------------------------------------------------------------------- amounts, currencies

UNITS = [
    Case("ore", entry(row(UnitPrice=money(12345), Quantity=1)), {"lines[0].net_price": D("123.45"), "currency": "SEK"}),
    Case(
        "yen", entry(row(UnitPrice=money(4200, "JPY"), Quantity=1)), {"lines[0].net_price": D(4200), "currency": "JPY"}
    ),
    Case("dinar", entry(row(UnitPrice=money(4200, "KWD"), Quantity=1)), {"lines[0].net_price": D("4.2")}),
    Case("lower_case", entry(row(UnitPrice=money(100, "sek"), Quantity=1)), {"currency": "SEK"}),
    Case(
        "an_amount_before_the_first_currency",
        entry(row(UnitPrice={"Value": 4200}, Quantity=1), row(SequenceNo=2, UnitPrice=money(100, "JPY"))),
        {"lines[0].net_price": D(4200), "currency": "JPY"},
    ),
    Case(
        "for_view_agrees",
        entry(row(UnitPrice=money(5000, ValueForView=50.0))),
        {"lines[0].net_price": D(50)},
    ),
    Case(
        "for_view_disagrees",
        entry(row(UnitPrice=money(5000, ValueForView=5000.0))),
        {"lines[0].net_price": D(50)},
        (Said("FOR-VIEW", "warning", "/Records/0/UnitPrice/ValueForView", ("5000.0", "Value 5000 counts: 50.00")),),
    ),
    Case(
        "no_currency_at_all",
        entry(row(UnitPrice={"Value": 5000})),
        {"currency": None},
        (Said("CURRENCY", "error", "/Records/0/UnitPrice", ("currency",)),),
    ),
    Case(
        "exponents",
        entry(row(Quantity=1e1, UnitPrice=money(5000))),
        {"lines[0].quantity": D(10)},
    ),
]


@pytest.mark.parametrize("case", UNITS, ids=lambda case: case.name)
def test_minor_units(case: Case) -> None:
    check(case)


REFUSED = [
    ("mixed_currencies", row(UnitPrice=money(1)), row(UnitPrice=money(1, "EUR")), "/Records/1/UnitPrice/CurrencyCode"),
    ("half_an_ore", row(UnitPrice=money(1)), row(UnitPrice={"Value": 0.5}), "/Records/1/UnitPrice/Value"),
    ("value_is_true", row(), row(UnitPrice={"Value": True}), "/Records/1/UnitPrice/Value"),
    ("beyond_64_bits", row(), row(UnitPrice=money(2**63)), "/Records/1/UnitPrice/Value"),
    (
        "for_view_alone",
        row(),
        row(UnitPrice={"CurrencyCode": "SEK", "ValueForView": 5}),
        "/Records/1/UnitPrice/ValueForView",
    ),
    (
        "for_view_is_an_object",
        row(),
        row(UnitPrice=money(5, ValueForView={"a": 1})),
        "/Records/1/UnitPrice/ValueForView",
    ),
    ("currency_is_a_number", row(), row(UnitPrice=money(5, 752)), "/Records/1/UnitPrice/CurrencyCode"),  # type: ignore[arg-type]
    ("amount_is_a_number", row(), row(UnitPrice=50), "/Records/1/UnitPrice"),
    ("quantity_is_a_word", row(), row(Quantity="två"), "/Records/1/Quantity"),
    ("quantity_with_a_comma", row(), row(Quantity="1,5"), "/Records/1/Quantity"),
    ("number_of_101_digits_as_text", row(), row(Quantity="9" * 101), "/Records/1/Quantity"),
    ("exponent_of_101_digits", row(), row(Quantity=1e101), "/Records/1/Quantity"),
    ("number_is_no_number", row(), row(SequenceNo=1.5), "/Records/1/SequenceNo"),
    ("negative_rate", row(), row(VAT=-100), "/Records/1/VAT"),
    ("row_is_a_text", row(), "rad", "/Records/1"),
    ("rows_in_a_row", row(), [row()], "/Records/1"),
]


@pytest.mark.parametrize(("first", "second", "path"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_read_is_refused(first: Any, second: Any, path: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(entry(first, second))
    assert caught.value.path == path
    assert caught.value.fix


# -------------------------------------------------------------------------------------------------------- signs

SIGNS = [
    Case(
        "credit_with_negative_quantity",
        credit(),
        {"lines[0].quantity": D(2), "lines[0].net_price": D(50), "totals.amount_due": D(125)},
        context=CREDITED,
    ),
    Case(
        "credit_with_negative_price",
        credit(row(UnitPrice=money(-5000))),
        {"lines[0].quantity": D(2), "lines[0].net_price": D(50), "totals.amount_due": D(125)},
        context=CREDITED,
    ),
    Case(
        "positive_credit_stays",
        credit(row()),
        {"type_code": "381", "lines[0].quantity": D(2), "totals.amount_due": D(125)},
        (Said("SIGN", "warning", "/Records/0/Quantity", ("negative", "as it stands")),),
        CREDITED,
    ),
    Case(
        "credit_with_mixed_rows",
        credit(row(Quantity=-4), row(SequenceNo=2, Quantity=1)),
        {"lines[0].quantity": D(4), "lines[1].quantity": D(-1), "totals.amount_due": D("187.50")},
        context=CREDITED,
    ),
    Case(
        "negative_invoice_stays_one",
        entry(row(Quantity=-2)),
        {"type_code": "380", "lines[0].quantity": D(-2), "totals.amount_due": D(-125)},
    ),
    Case(
        "negative_price_of_an_invoice",
        entry(row(), row(SequenceNo=2, Quantity=1, UnitPrice=money(-1000))),
        {"lines[1].quantity": D(-1), "lines[1].net_price": D(10), "lines[1].net_amount": D(-10)},
    ),
    Case(
        "credit_answer_with_positive_total",
        answer(row(Quantity=-2), ActionType="CreditInvoiceAction", CurrentAmount=...),
        {"totals.amount_due": D(125), "lines[0].net_amount": D(100)},
        (Said("SIGN", "warning", "/InvoicedAmount", ("rows are negative", "125.00 is not")),),
    ),
    Case("credit_of_nothing", credit(row(UnitPrice=money(0))), {"totals.amount_due": D(0)}, context=CREDITED),
]


@pytest.mark.parametrize("case", SIGNS, ids=lambda case: case.name)
def test_signs(case: Case) -> None:
    check(case)


# ----------------------------------------------------------------------------------------------- prices with VAT


def priced(value: int, rate: Any = 25, **more: Any) -> Any:
    return row(Quantity=1, UnitPrice=money(value), VAT=rate, VatIsIncluded=True, **more)


WITH_VAT = [
    Case(
        "price_with_vat",
        entry(priced(12500)),
        {"lines[0].price_with_vat": D(125), "lines[0].net_amount": D(100), "totals.amount_due": D(125)},
    ),
    Case(
        "rows_share_the_cent",
        entry(priced(1000, 6), priced(1000, 6), priced(1000, 6)),
        {"totals.total_without_vat": D("28.30"), "totals.vat_total": D("1.70"), "totals.amount_due": D(30)},
    ),
    Case(
        "mixed_rows",
        entry(priced(12500), row(SequenceNo=2)),
        {"lines[0].net_amount": D(100), "lines[1].net_amount": D(100), "totals.amount_due": D(250)},
    ),
    Case(
        "two_rates",
        entry(priced(12500), priced(11200, 12, SequenceNo=2)),
        {"totals.total_without_vat": D(200), "totals.vat_total": D(37), "totals.amount_due": D(237)},
    ),
    Case(
        "without_vat_the_price_is_the_net",
        entry(priced(12500, 0)),
        {"lines[0].net_amount": D(125)},
        context=context(zero_vat="E"),
    ),
    Case(
        "totals_of_an_entry_do_not_count",
        entry(row(TotalExclVAT=money(1), TotalIncVAT=money(2))),
        {"lines[0].net_amount": D(100), "lines[0].native.billecta:TotalExclVAT": "0.01"},
    ),
]


@pytest.mark.parametrize("case", WITH_VAT, ids=lambda case: case.name)
def test_prices_with_vat(case: Case) -> None:
    check(case)


# --------------------------------------------------------------------------------------------------------- fees

FEE = {"InvoiceFee": money(4000)}
CHARGE = "allowances_charges[0]"
FEES = [
    Case(
        "one_rate",
        entry(**FEE),
        {
            f"{CHARGE}.amount": D(40),
            f"{CHARGE}.vat_rate": D(25),
            f"{CHARGE}.reason_code": "IS",
            "totals.amount_due": D(175),
        },
    ),
    Case(
        "freight_in_english",
        entry(FreightFee=money(4000), CommunicationLanguage="EN"),
        {f"{CHARGE}.reason_code": "FC", f"{CHARGE}.reason": "Freight"},
    ),
    Case(
        "both",
        entry(FreightFee=money(1000), **FEE),
        {f"{CHARGE}.reason_code": "IS", "allowances_charges[1].reason_code": "FC", "totals.charge_total": D(50)},
    ),
    Case("nothing", entry(InvoiceFee=money(0), FreightFee=None), {CHARGE: None}),
    Case("with_vat", entry(VatIsIncluded=True, **FEE), {f"{CHARGE}.amount": D(32), "totals.amount_due": D(165)}),
    Case(
        "two_rates_and_nobody_knows",
        entry(row(), row(SequenceNo=2, VAT=6), **FEE),
        {f"{CHARGE}.vat_rate": D(25)},
        (Said("FEE-VAT", "error", "/InvoiceFee", ("25 %, 6 %", "read with 25 %")),),
    ),
    Case(
        "two_rates_and_the_context_knows",
        entry(row(), row(SequenceNo=2, VAT=6), **FEE),
        {f"{CHARGE}.vat_rate": D(6), f"{CHARGE}.vat_category": "S"},
        context=context(fee_vat=6),
    ),
    Case(
        "rate_of_no_row",
        entry(row(VAT=6), **FEE),
        {f"{CHARGE}.vat_rate": D(25), f"{CHARGE}.vat_category": "S"},
        context=context(fee_vat=25),
    ),
    Case(
        "two_rates_and_the_totals_tell",
        answer(row(), row(SequenceNo=2, VAT=6), InvoicedAmount=money(27340), TotalVATAmount=money(3340), **FEE),
        {f"{CHARGE}.vat_rate": D(6), "totals.amount_due": D("273.40")},
    ),
    Case(
        "the_totals_tell_that_vat_is_in_it",
        answer(InvoicedAmount=money(16500), TotalVATAmount=money(3300), **FEE),
        {f"{CHARGE}.amount": D(32), "totals.amount_due": D(165)},
    ),
    Case(
        "fee_of_a_credit",
        credit(InvoiceFee=money(-4000)),
        {f"{CHARGE}.amount": D(40), "totals.amount_due": D(175)},
        context=CREDITED,
    ),
]


@pytest.mark.parametrize("case", FEES, ids=lambda case: case.name)
def test_fees(case: Case) -> None:
    check(case)


# ----------------------------------------------------------------------------------- roundings of answers, payments

TENTHS = [row(Quantity=1, UnitPrice=money(1050), SequenceNo=n) for n in range(3)]
"""3 × 10.50 with 25 %: VAT 7.875, or 2.63 a row and 7.89."""

TOTALS = [
    Case(
        "whole_kronor",
        answer(
            row(Quantity=1, UnitPrice=money(9990)),
            InvoicedAmount=money(12500),
            TotalVATAmount=money(2498),
            CentRoundingAmount=money(12),
        ),
        {"totals.total_with_vat": D("124.88"), "totals.rounding_amount": D("0.12"), "totals.amount_due": D(125)},
    ),
    Case(
        "rounded_row_by_row",
        answer(*TENTHS, InvoicedAmount=money(3939), TotalVATAmount=money(789)),
        {
            "totals.vat_total": D("7.88"),
            "totals.rounding_amount": D("0.01"),
            "totals.amount_due": D("39.39"),
            "native.billecta:_TotalVATAmount": "7.89",
        },
        (Said("ROUNDING", "info", "/TotalVATAmount", ("7.89", "7.88", "BT-114")),),
    ),
    Case(
        "a_rounding_of_nothing_stays",
        answer(*TENTHS, InvoicedAmount=money(3938), TotalVATAmount=money(789), CentRoundingAmount=money(0)),
        {"totals.vat_total": D("7.88"), "totals.rounding_amount": D(0), "totals.amount_due": D("39.38")},
        (Said("ROUNDING", "info", "/TotalVATAmount", ("7.89", "7.88")),),
    ),
    Case(
        "rounded_by_group",
        answer(*TENTHS, InvoicedAmount=money(3938), TotalVATAmount=money(788)),
        {"totals.rounding_amount": None, "totals.amount_due": D("39.38")},
    ),
    Case(
        "as_issued",
        answer(CurrentAmount=money(2500), PaidAmount=money(10000)),
        {"totals.amount_due": D(125), "totals.paid_amount": None},
    ),
    Case(
        "now",
        answer(CurrentAmount=money(2500), PaidAmount=money(10000)),
        {"totals.amount_due": D(25), "totals.paid_amount": D(100)},
        (Said("NOW", "info", "/CurrentAmount", ("125.00", "25.00", 'amounts = "now"')),),
        context(amounts="now"),
    ),
    Case(
        "now_and_nothing_paid",
        answer(),
        {"totals.amount_due": D(125), "totals.paid_amount": None},
        context=context(amounts="now"),
    ),
    Case(
        "now_of_a_credit",
        answer(
            row(Quantity=-2),
            ActionType="CreditInvoiceAction",
            InvoicedAmount=money(-12500),
            TotalVATAmount=money(-2500),
            CurrentAmount=money(0),
        ),
        {"totals.amount_due": D(0), "totals.paid_amount": D(125)},
        (Said("NOW", "info", "/CurrentAmount", ("125.00",)),),
        context(amounts="now"),
    ),
    Case(
        "totals_that_do_not_tie_stay",
        answer(InvoicedAmount=money(99900)),
        {"totals.amount_due": D(999)},
    ),
]


@pytest.mark.parametrize("case", TOTALS, ids=lambda case: case.name)
def test_totals(case: Case) -> None:
    check(case)


# ------------------------------------------------------------------------------------------------- ROT and RUT


def work(**given: Any) -> Any:
    return row(RotRutActivated=True, RotRutType="Cleaning", RotRutHours=2, RotRutAmount=money(3000), **given)


ROTRUT = [
    Case(
        "entry",
        entry(row(), work(SequenceNo=2)),
        {"totals.total_with_vat": D(250), "totals.paid_amount": D(30), "totals.amount_due": D(220)},
        (Said("ROTRUT", "warning", "/Records/1/RotRutAmount", ("30.00", "220.00")),),
    ),
    Case("switched_off", entry(row(RotRutActivated=False, RotRutAmount=money(3000))), {"totals.amount_due": D(125)}),
    Case(
        "answer_before_the_deduction",
        answer(work(), RotRutDeductionAmount=money(3000)),
        {"totals.paid_amount": D(30), "totals.amount_due": D(95), "native.billecta:_InvoicedAmount": "125.00"},
        (Said("ROTRUT", "warning", "/RotRutDeductionAmount", ("30.00", "95.00")),),
    ),
    Case(
        "answer_after_the_deduction",
        answer(work(), RotRutDeductionAmount=money(3000), InvoicedAmount=money(9500)),
        {"totals.total_with_vat": D(125), "totals.paid_amount": D(30), "totals.amount_due": D(95)},
        (Said("ROTRUT", "warning", "/RotRutDeductionAmount", ("30.00", "95.00")),),
    ),
    Case(
        "credit_of_work",
        credit(work(Quantity=-2) | {"RotRutAmount": money(-3000)}),
        {"totals.paid_amount": D(30), "totals.amount_due": D(95)},
        (Said("ROTRUT", "warning", "/Records/0/RotRutAmount", ("30.00",)),),
        CREDITED,
    ),
    Case("nothing_deducted", answer(RotRutDeductionAmount=money(0)), {"totals.paid_amount": None}),
]


@pytest.mark.parametrize("case", ROTRUT, ids=lambda case: case.name)
def test_rot_and_rut(case: Case) -> None:
    check(case)


def test_arithmetic_does_not_depend_on_the_caller() -> None:
    from decimal import localcontext

    source = entry(row(Quantity="333333333.333", UnitPrice=money(99999)), row(SequenceNo=2, VAT=6))
    with localcontext() as arithmetic:
        arithmetic.prec = 4
        assert read(source, Context()).invoice == read(source, Context()).invoice
        rough = read(source).invoice
    assert rough == read(source).invoice
