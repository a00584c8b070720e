"""EI-SIGN-… and EI-PRICE-NEGATIVE"""

from decimal import Decimal

import pytest

from einvoice.model import VatBreakdown
from einvoice.rules import run

from .invoices import check_case, each_case, group, invoice_with, item, line, totals

E, W = "error", "warning"
TAX, ACCOUNTED, PAID = "vat_breakdown[0].tax_amount", "totals.vat_total_accounting", "totals.paid_amount"
NEGATIVE = totals(total_with_vat="-125.50", total_without_vat="-100.00", amount_due="-125.50")
TOTAL, WITHOUT = "totals.total_with_vat", "totals.total_without_vat"


def stated(total, *nets, **changes):
    return {"lines": tuple(line(net=net) for net in nets), "totals": totals(total_without_vat=total)} | changes


def breakdown(taxable, tax):
    return {"vat_breakdown": (group("S", "25.5", taxable=taxable, tax=tax),)}


def accounting(vat, accounted):
    return {"totals": totals(vat_total=vat, vat_total_accounting=accounted), "vat_currency": "SEK"}


def of_line(net, vat):
    return {"lines": (line(net=net).model_copy(update={"vat_amount": Decimal(vat)}),)}


def reduced(quantity, amount, is_charge=False):
    return {"lines": (line(quantity=quantity, allowances_charges=(item(amount, is_charge=is_charge),)),)}


def on_document(total, *items):
    return {"totals": totals(total_with_vat=total), "allowances_charges": items}


def prepaid(total, paid, **changes):
    return {"totals": totals(total_with_vat=total, paid_amount=paid)} | changes


def price(**fields):
    return {"lines": (line(), line().model_copy(update={name: Decimal(text) for name, text in fields.items()}))}


CASES = {
    "EI-SIGN-CREDIT-NOTE": [
        ("valid_positive",           {"type_code": "381", "totals": totals(total_with_vat="125.50")}, []),
        ("valid_zero",               {"type_code": "381", "totals": totals(total_with_vat="0.00")}, []),
        ("valid_overpaid",           {"type_code": "381", "totals": totals(total_with_vat="10", amount_due="-5")}, []),
        ("invalid_negative",         {"type_code": "381", "totals": NEGATIVE},                   [(W, TOTAL)]),
        ("invalid_other_type",       {"type_code": "396", "totals": NEGATIVE},                   [(W, TOTAL)]),
        ("invalid_without_vat_only", {"type_code": "381", "totals": totals(total_without_vat="-1")},
                                     [(W, "totals.total_without_vat")]),
        ("silent_invoice",           {"totals": NEGATIVE},                                       []),
        ("silent_no_totals",         {"type_code": "381"},                                       []),
    ],
    "EI-SIGN-INVOICE": [
        ("valid_zero", {"totals": totals(total_with_vat="0.00")}, []),
        ("valid_positive",        {"totals": totals(total_with_vat="125.50")},                []),
        ("valid_correction_line", {"lines": (line(net="-5"),), "totals": totals(total_with_vat="1")}, []),
        ("invalid_negative",      {"totals": NEGATIVE},                                       [(W, TOTAL)]),
        ("invalid_type_absent",   {"type_code": None, "totals": NEGATIVE},                    [(W, TOTAL)]),
        ("silent_credit_note",    {"type_code": "381", "totals": NEGATIVE},                   []),
        ("silent_no_total",       {"totals": totals(amount_due="-5")},                        []),
    ],
    "EI-SIGN-LINES": [
        ("valid_positive",        stated("100.00", "100.00"),                                 []),
        ("valid_negative",        stated("-100.00", "-100.00"),                               []),
        ("valid_mixed",           stated("80.00", "-20.00", "100.00"),                        []),
        ("invalid_lines",         stated("100.00", "-60.00", "-40.00"),                       [(E, WITHOUT)]),
        ("invalid_totals",        stated("-100.00", "100.00", "0.00"),                        [(E, WITHOUT)]),
        ("silent_charges",        stated("100.00", "-20.00", allowances_charges=(item("120.00", is_charge=True),)), []),
        ("silent_zero",           stated("0.00", "-20.00"),                                   []),
        ("silent_free",           stated("10.00", "0.00"),                                    []),
        ("silent_no_total",       {},                                                         []),
    ],
    "EI-SIGN-VAT": [
        ("valid_both",            breakdown("100.00", "25.50"),                               []),
        ("valid_both_negative",   breakdown("-100.00", "-25.50"),                             []),
        ("valid_none",            breakdown("-100.00", "0.00"),                               []),
        ("invalid_vat",           breakdown("100.00", "-25.50"),                    [(E, TAX)]),
        ("invalid_taxable",       breakdown("-100.00", "25.50"),                    [(E, TAX)]),
        ("valid_accounting",      accounting("25.50", "250.00"),                              []),
        ("invalid_accounting",    accounting("25.50", "-250.00"),                   [(E, ACCOUNTED)]),
        ("valid_line",            of_line("-100.00", "-25.50"),                               []),
        ("invalid_line",          of_line("-100.00", "25.50"),                      [(W, "lines[0].vat_amount")]),
        ("silent_absent",         {"vat_breakdown": (VatBreakdown(tax_amount=Decimal(-5)),)}, []),
    ],
    "EI-SIGN-ALLOWANCE": [
        ("valid_line",            reduced("1", "10.00"),                                      []),
        ("valid_returned",        reduced("-1", "-10.00"),                                    []),
        ("valid_document",        on_document("125.50", item("10.00")),                       []),
        ("valid_negative",        on_document("-125.50", item("-10.00"), item("-5", is_charge=True)), []),
        ("invalid_line",          reduced("1", "-10.00"),           [(W, "lines[0].allowances_charges[0].amount")]),
        ("invalid_returned",      reduced("-1", "10.00"),           [(W, "lines[0].allowances_charges[0].amount")]),
        ("invalid_line_charge",   reduced("1", "-10.00", is_charge=True),
                                  [(W, "lines[0].allowances_charges[0].amount")]),
        ("invalid_document",      on_document("125.50", item("10"), item("-10.00")),
                                  [(W, "allowances_charges[1].amount")]),
        ("invalid_charge",        on_document("-125.50", item("10", is_charge=True)),
                                  [(W, "allowances_charges[0].amount")]),
        ("silent_no_total",       {"allowances_charges": (item("-10"),)},                     []),
        ("silent_zero",           on_document("125.50", item("0.00")),                        []),
    ],
    "EI-SIGN-PREPAID": [
        ("valid_invoice",         prepaid("125.50", "25.00"),                                 []),
        ("valid_negative",        prepaid("-125.50", "-25.00"),                               []),
        ("valid_credit_note",     prepaid("125.50", "25.00", type_code="381"),                []),
        ("invalid_invoice",       prepaid("125.50", "-25.00"),                                [(W, PAID)]),
        ("invalid_credit_note",   prepaid("125.50", "-25.00", type_code="381"),               [(W, PAID)]),
        ("invalid_negative",      prepaid("-125.50", "25.00"),                                [(W, PAID)]),
        ("silent_nothing_paid",   prepaid("125.50", "0.00"),                                  []),
        ("silent_no_total",       {"totals": totals(paid_amount="-5")},                       []),
    ],
    "EI-PRICE-NEGATIVE": [
        ("valid_negative_quantity", {"lines": (line(net="-5", quantity="-1", price="5"),)}, []),
        ("valid_zero",              price(net_price="0"),                                   []),
        ("invalid_net_price",       price(net_price="-0.01"),
                                    [(E, "lines[1].net_price")]),
        ("invalid_gross_price",     price(gross_price="-5"),
                                    [(E, "lines[1].gross_price")]),
        ("invalid_price_with_vat",  price(price_with_vat="-5"),
                                    [(E, "lines[1].price_with_vat")]),
        ("invalid_two",             price(net_price="-5", gross_price="-6"),
                                    [(E, "lines[1].net_price"), (E, "lines[1].gross_price")]),
        ("silent_discount",         price(price_discount="-5"),                             []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


def test_messages_say_what_the_receiver_sees():
    (credit_note,) = run(invoice_with(type_code="381", totals=NEGATIVE), rules=["EI-SIGN-CREDIT-NOTE"])
    assert credit_note.message == (
        "credit note (type 381) with a total of -125.50 EUR: the receiver sees a claim of 125.50 EUR, not a credit"
    )
    (negative,) = run(invoice_with(totals=NEGATIVE), rules=["EI-SIGN-INVOICE"])
    assert negative.message == (
        "invoice (type 380) with a total of -125.50 EUR: the receiver sees a negative invoice, by which the seller "
        "owes 125.50 EUR, and in Netvisor it becomes a credit note"
    )
    assert negative.value == "-125.50"


def test_price_message():
    (finding,) = run(invoice_with(**price(net_price="-5.00")), rules=["EI-PRICE-NEGATIVE"])
    assert finding.message == "line 2: the net price (BT-146) is -5.00 EUR, expected 0 or more"
    assert finding.terms == ("BT-146",)


MESSAGES = [
    (
        "EI-SIGN-LINES",
        stated("100.00", "-60.00"),
        (
            "the total without VAT (BT-109) is 100.00 EUR, and every line that has an amount is negative: one of both "
            "was not turned round"
        ),
    ),
    (
        "EI-SIGN-VAT",
        breakdown("100.00", "-25.50"),
        "VAT breakdown S 25.5 %: VAT -25.50 EUR (BT-117) on a taxable amount of 100.00 EUR (BT-116)",
    ),
    (
        "EI-SIGN-VAT",
        accounting("25.50", "-250.00"),
        "the total VAT is 25.50 EUR (BT-110) and in the accounting currency -250.00 SEK (BT-111): the signs differ",
    ),
    (
        "EI-SIGN-ALLOWANCE",
        reduced("1", "-10.00"),
        "line 1: allowance of -10.00 EUR (BT-136) on a quantity of 1: it raises the price",
    ),
    (
        "EI-SIGN-ALLOWANCE",
        reduced("-1", "10.00"),
        "line 1: allowance of 10.00 EUR (BT-136) on a quantity of -1: it adds to what is given back",
    ),
    (
        "EI-SIGN-ALLOWANCE",
        on_document("125.50", item("-5", is_charge=True)),
        "document charge of -5 EUR (BT-99) on a total of 125.50 EUR: it lowers the price",
    ),
    (
        "EI-SIGN-PREPAID",
        prepaid("125.50", "-25.00"),
        "the paid amount (BT-113) is -25.00 EUR and the total 125.50 EUR",
    ),
]


@pytest.mark.parametrize(("code", "changes", "message"), MESSAGES)
def test_message(code, changes, message):
    assert [finding.message for finding in run(invoice_with(**changes), rules=[code])] == [message]
