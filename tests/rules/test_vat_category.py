"""EI-VAT-…: rate, reason, identifiers, delivery and company of each category."""

from datetime import date

import pytest

from einvoice.model import Party, Period
from einvoice.rules import run

from .invoices import SELLER, check_case, delivered, each_case, group, invoice_with, item, line, party

E, W = "error", "warning"
NO_NUMBER = party("Esimerkki Oy", "FI")
LOCAL = party("Esimerkki Oy", "FI", tax_registration_identifier="9100114-7")
BUYER_VAT = party("Köpare AB", "SE", vat_identifier="SE559990123701")
BUYER_REGISTERED = party("Köpare AB", "SE", legal_registration_identifier="5599901237")
BUYER_NONE = party("Köpare AB", "SE")
DAY = date(2026, 5, 4)


def lines(*categories):
    """Lines of categories, each with the rate that it takes."""
    rates = {"S": "25.5", "L": "7", "M": "4", "O": None}
    return {"lines": tuple(line(c, rates.get(c, "0")) for c in categories)}


def groups(*entries):
    return {"vat_breakdown": entries}


RATE_PLACES = (
    "lines[0].vat_rate",
    "allowances_charges[0].vat_rate",
    "allowances_charges[1].vat_rate",
)
"""The VAT breakdown repeats a group of the lines, and its fault is told there."""

RATES = [
    # case                    category  rate    fits
    ("valid_standard",      "S",      "25.5", True),
    ("invalid_standard_0",  "S",      "0",    False),
    ("invalid_standard_no", "S",      None,   False),
    ("invalid_standard_less", "S",    "-24",  False),
    ("valid_zero",          "Z",      "0",    True),
    ("valid_exempt",        "E",      "0.00", True),
    ("invalid_exempt_no",   "E",      None,   False),
    ("invalid_exempt_10",   "E",      "10",   False),
    ("valid_reverse",       "AE",     "0",    True),
    ("invalid_reverse_25",  "AE",     "25.5", False),
    ("invalid_eu_24",       "K",      "24",   False),
    ("invalid_export_no",   "G",      None,   False),
    ("valid_canary",        "L",      "7",    True),
    ("valid_canary_0",      "L",      "0",    True),
    ("silent_unknown",      "AB",     None,   True),
    ("silent_absent",       None,     "24",   True),
]  # fmt: skip

RATE_CASES = [
    (
        case,
        {
            "lines": (line(category, rate),),
            "allowances_charges": (item("1", category, rate), item("1", category, rate, is_charge=True)),
            "vat_breakdown": (group(category, rate),),
        },
        [] if good else [(E, path) for path in RATE_PLACES],
    )
    for case, category, rate, good in RATES
]

EACH_WITHOUT_REASON = groups(
    group("S", "24"),
    group("E", "0"),
    group("AE", "0", " "),
    group("K", "0", code=""),
    group("G", "0"),
    group("O"),
)

CASES = {
    "EI-VAT-CATEGORY-RATE": [
        *RATE_CASES,
        ("valid_outside",           {**lines("O"), **groups(group("O"))},      []),
        ("valid_outside_breakdown", {**lines("O"), **groups(group("O", "0"))}, []),
        ("invalid_breakdown_alone", {**lines("S"), **groups(group("S", "0"))}, [(E, "vat_breakdown[0].rate")]),
        ("invalid_outside_line",    {"lines": (line("O", "0"),)},              [(E, "lines[0].vat_rate")]),
        ("invalid_outside_charge",  {**lines("O"), "allowances_charges": (item("1", "O", "0", True),)},
                                    [(E, "allowances_charges[0].vat_rate")]),
    ],
    "EI-VAT-REASON-MISSING": [
        ("valid_text",              groups(group("AE", "0", "Reverse charge")),     []),
        ("valid_code",              groups(group("E", "0", code="VATEX-EU-135-1")), []),
        ("valid_taxed",             groups(group("S", "25.5"), group("Z", "0")),    []),
        ("valid_italian",           groups(group("B", "22")),                       []),
        ("invalid_each",            EACH_WITHOUT_REASON,
                                    [(E, f"vat_breakdown[{n}].exemption_reason") for n in (1, 2, 3, 4, 5)]),
        ("silent_no_breakdown",     lines("E"),                                     []),
        ("silent_unknown_category", groups(group("AB", "0"), group(None)),          []),
    ],
    "EI-VAT-REASON-FORBIDDEN": [
        ("valid_without", groups(group("S", "25.5"), group("Z", "0", " ")), []),
        ("valid_exempt",  groups(group("E", "0", "Insurance")),             []),
        ("invalid_text",  groups(group("S", "25.5", "Reverse charge")),     [(E, "vat_breakdown[0].exemption_reason")]),
        ("invalid_both",  groups(group("Z", "0", "Books", "VATEX-EU-132-1N")),
                          [(E, "vat_breakdown[0].exemption_reason"), (E, "vat_breakdown[0].exemption_reason_code")]),
    ],
    "EI-VAT-REASON-CODE": [
        ("valid_own_code",         groups(group("AE", "0", code="VATEX-EU-AE")),               []),
        ("valid_lower_case",       groups(group("K", "0", code="vatex-eu-ic")),                []),
        ("invalid_unknown",        groups(group("E", "0", code="135-1")),
                                   [(E, "vat_breakdown[0].exemption_reason_code")]),
        ("invalid_other_category", groups(group("AE", "0", code="VATEX-EU-IC")),
                                   [(E, "vat_breakdown[0].exemption_reason_code")]),
        ("invalid_by_its_article", groups(group("G", "0", code="VATEX-EU-135-1")),
                                   [(W, "vat_breakdown[0].exemption_reason_code")]),
        ("silent_no_code",         groups(group("E", "0", "Insurance"), group("E", "0", code=" ")), []),
        ("silent_forbidden",       groups(group("S", "24", code="VATEX-EU-AE")),               []),
    ],
    "EI-VAT-SELLER-ID": [
        ("valid_vat_number",         {**lines("S", "K", "G"), "seller": SELLER},      []),
        ("valid_local_number",       {**lines("S", "Z", "E", "AE"), "seller": LOCAL}, []),
        ("valid_representative",     {**lines("K"), "seller": NO_NUMBER, "tax_representative": SELLER},
                                     []),
        ("valid_outside",            {**lines("O"), "seller": NO_NUMBER},             []),
        ("invalid_none",             {**lines("S"), "seller": NO_NUMBER},             [(E, "seller.vat_identifier")]),
        ("invalid_no_seller",        {**lines("E"), "seller": None},                  [(E, "seller.vat_identifier")]),
        ("invalid_blank",            {**lines("Z"), "seller": party("A", "FI", vat_identifier=" ")},
                                     [(E, "seller.vat_identifier")]),
        ("invalid_local_for_export", {**lines("S", "G"), "seller": LOCAL},            [(E, "seller.vat_identifier")]),
        ("invalid_in_breakdown",     {"lines": (), "seller": NO_NUMBER, **groups(group("S", "24"))},
                                     [(E, "seller.vat_identifier")]),
        ("silent_unknown_category",  {"lines": (line("AB"),), "seller": NO_NUMBER},   []),
    ],
    "EI-VAT-BUYER-ID": [
        ("valid_vat_number",         {**lines("AE", "K"), "buyer": BUYER_VAT},   []),
        ("valid_reverse_registered", {**lines("AE"), "buyer": BUYER_REGISTERED}, []),
        ("valid_export",             {**lines("G", "S"), "buyer": BUYER_NONE},   []),
        ("invalid_eu_registered",    {**lines("K"), "buyer": BUYER_REGISTERED},  [(E, "buyer.vat_identifier")]),
        ("invalid_reverse_none",     {**lines("AE"), "buyer": BUYER_NONE},       [(E, "buyer.vat_identifier")]),
        ("invalid_both",             {**lines("K", "AE"), "buyer": None},        [(E, "buyer.vat_identifier")] * 2),
    ],
    "EI-VAT-DELIVERY-DATE": [
        ("valid_delivered",      {**lines("K"), "delivery": delivered(DAY)},     []),
        ("valid_period",         {**lines("K"), "period": Period(end_date=DAY)}, []),
        ("valid_export",         lines("G"),                                     []),
        ("invalid_no_delivery",  lines("K"),
                                 [(E, "delivery.actual_delivery_date")]),
        ("invalid_empty_period", {**lines("K"), "delivery": delivered(None, "SE"), "period": Period()},
                                 [(E, "delivery.actual_delivery_date")]),
    ],
    "EI-VAT-DELIVERY-COUNTRY": [
        ("valid_country",       {**lines("K"), "delivery": delivered(None, "SE")}, []),
        ("valid_reverse",       lines("AE"),                                       []),
        ("invalid_no_delivery", lines("K"),
                                [(E, "delivery.address.country_code")]),
        ("invalid_no_address",  {**lines("K"), "delivery": delivered(DAY)},
                                [(E, "delivery.address.country_code")]),
    ],
    "EI-VAT-O-ALONE": [
        ("valid_alone",       {**lines("O", "O"), **groups(group("O"))}, []),
        ("valid_others",      lines("S", "E"),                           []),
        ("invalid_lines",     lines("S", "O"),                           [(E, "lines[1].vat_category")]),
        ("invalid_charge",    {**lines("S"), "allowances_charges": (item("1", "O", None, True),)},
                              [(E, "allowances_charges[0].vat_category")]),
        ("invalid_breakdown", {**lines("S"), **groups(group("O"))},      [(E, "vat_breakdown[0].category")]),
    ],
    "EI-VAT-O-ID": [
        ("valid_local_number", {**lines("O"), "seller": LOCAL},    []),
        ("valid_taxed",        {**lines("S"), "buyer": BUYER_VAT}, []),
        ("invalid_all",        {**lines("O"), "buyer": BUYER_VAT, "tax_representative": SELLER},
                               [(W, f"{who}.vat_identifier") for who in ("seller", "tax_representative", "buyer")]),
    ],
    "EI-VAT-GROUP": [
        ("valid_all_there",     {**lines("S", "E"), **groups(group("E"), group("S", "25.50"))}, []),
        ("valid_outside",       {**lines("O"), **groups(group("O", "0"))},                  []),
        ("invalid_category",    {**lines("S", "E", "E"), **groups(group("S", "25.5"))},     [(E, "vat_breakdown")]),
        ("invalid_rate",        {**lines("S"), **groups(group("S", "14"))},                 [(W, "vat_breakdown")]),
        ("invalid_allowance",   {"allowances_charges": (item("1", "E", "0"),), **groups(group("S", "25.5"))},
                                [(E, "vat_breakdown")]),
        ("silent_no_breakdown", lines("S"),                                                 []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


MESSAGES = [
    # code                      changes                                      message
    ("EI-VAT-CATEGORY-RATE",    {"lines": (line("AE", "25.5"),)},
        "line 1: VAT rate 25.5 % (BT-152) with category AE, expected 0"),
    ("EI-VAT-CATEGORY-RATE",    {"lines": (line("S", None),)},
        "line 1: no VAT rate (BT-152) with category S, expected a rate above 0"),
    ("EI-VAT-REASON-MISSING",   {**lines("O"), **groups(group("E", "0"))},
        'VAT breakdown: category E without an exemption reason (BT-120 or BT-121), for example "Exempt from VAT"'),
    ("EI-VAT-REASON-MISSING",   groups(group("G", "0")),
        ("VAT breakdown: category G without an exemption reason (BT-120 or BT-121), for example "
         '"Export outside the EU" or VATEX-EU-G')),
    ("EI-VAT-REASON-CODE",      groups(group("AE", "0", code="VATEX-EU-IC")),
        "VAT breakdown: exemption reason code VATEX-EU-IC (BT-121) belongs to category K, not to AE"),
    ("EI-VAT-SELLER-ID",        {**lines("S"), "seller": NO_NUMBER},
        ("the seller has neither VAT number (BT-31) nor tax registration (BT-32), one of which category S needs "
         "(line 1)")),
    ("EI-VAT-SELLER-ID",        {**lines("S", "K", "G"), "seller": LOCAL},
        "the seller has no VAT number (BT-31), which categories K and G need (line 2)"),
    ("EI-VAT-O-ALONE",          lines("S", "E", "O"),
        "line 3: category O (BT-151) beside S, E (line 1)"),
    ("EI-VAT-GROUP",            {**lines("S"), **groups(group("E", "0"))},
        "the VAT breakdown has no entry for S at 25.5 %, which line 1 bears"),
    ("EI-VAT-GROUP",            {**lines("O"), **groups(group("E", "0"))},
        "the VAT breakdown has no entry for O, which line 1 bears"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "changes", "message"), MESSAGES, ids=[f"{n}-{m[0]}" for n, m in enumerate(MESSAGES)])
def test_message(code, changes, message):
    (finding,) = run(invoice_with(**changes), rules=[code])
    assert finding.message == message


def test_empty_party_is_no_identified_buyer():
    (finding,) = run(invoice_with(**lines("K"), buyer=Party()), rules=["EI-VAT-BUYER-ID"])
    assert finding.terms == ("BT-48",)
