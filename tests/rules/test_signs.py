"""EI-SIGN-… and EI-PRICE-NEGATIVE"""

from decimal import Decimal

from einvoice.rules import run

from .invoices import check_case, each_case, invoice_with, line, totals

E, W = "error", "warning"
NEGATIVE = totals(total_with_vat="-125.50", total_without_vat="-100.00", amount_due="-125.50")
TOTAL = "totals.total_with_vat"


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
