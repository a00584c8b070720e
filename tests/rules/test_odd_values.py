"""No rule on numbers, dates and terms stumbles over a value, however odd: a faulty document is what they are for."""

import random
from datetime import date
from decimal import Decimal

import pytest

from einvoice.model import (
    Address,
    CashDiscount,
    CreditTransfer,
    Delivery,
    DirectDebit,
    DocumentTotals,
    Identifier,
    Invoice,
    Line,
    Party,
    PaymentConditions,
    PaymentInstructions,
    Period,
    SupportingDocument,
)
from einvoice.rules import RULES, run
from einvoice.rules.duplicates import Seen
from einvoice.rules.settings import Settings, using

PREFIXES = ("EI-ID-", "EI-REFERENCE-", "EI-ACCOUNT-", "EI-DATE-", "EI-TERMS-", "EI-ATTACHMENT-", "EI-DUPLICATE-")
MINE = [code for code in RULES if code.startswith(PREFIXES)]
TEXTS = (
    None, "", " ", "-", "0", "00000000", "1", "12345678", "FI", "SE", "NO", "DK", "EE", "EL", "GR", "FI-", "RF", "RF00",
    "FI2112345600000785", "SE4550000000058398257466", "FI20774740", "SE556047352101", "NO988077917MVA", "2077474-0",
    "556047-3521", "RF9811112", "50501055", "0088", "0216", "0007", "0192", "0212", "9930", "9955", "0037", "abcd",
    "٣٤٥٦٧٨٩٠", "²²²²²²²²", "ＦＩ20774740", "é", "\x00", "\u2028", "x" * 5000, "9" * 500, "SE:BANKGIRO", "NDEAFIHH",
    "14 pv netto", "netto 0 dagar", "999 days net", "viivästyskorko 99,99 %", "JVBERi0xLjQK", "=", "JVBERi0xLjQ=====",
    "application/pdf", "text/csv", "a.pdf", ".", "..", "0160", "811228-9874", "131052-308T", "𝟛", "İı",
)  # fmt: skip
DATES = (None, date.min, date.max, date(2026, 5, 4), date(2026, 12, 31), date(2024, 2, 29))
NUMBERS = tuple(
    None if text is None else Decimal(text)
    for text in (None, "0", "-1", "0.005", "1E+30", "-1E-30", "9" * 60, "1E+999", "25.5")
)
DAYS = (None, 0, 14, 30, -1, 10**6, -(10**6), 10**12)


def drawn(draw):
    def text():
        return draw.choice(TEXTS)

    def day():
        return draw.choice(DATES)

    def number():
        return draw.choice(NUMBERS)

    def party():
        return Party(
            name=text(),
            identifiers=(Identifier(value=text(), scheme=text()),),
            legal_registration_identifier=text(),
            legal_registration_identifier_scheme=text(),
            vat_identifier=text(),
            electronic_address=text(),
            electronic_address_scheme=text(),
            address=Address(country_code=draw.choice(("FI", "SE", "NO", "DK", "EE", "AX", None, "", "XX"))),
        )

    def way():
        return PaymentInstructions(
            means_code=draw.choice((None, "30", "58", "59")),
            remittance_information=text(),
            reference_kind=draw.choice((None, "fi", "rf", "se-ocr", "free")),
            due_date=day(),
            credit_transfer=CreditTransfer(account_identifier=text(), service_provider_identifier=text()),
            direct_debit=DirectDebit(debited_account_identifier=text()),
        )

    return Invoice(
        invoice_number=text(),
        issue_date=day(),
        type_code=draw.choice(("380", "381", None)),
        due_date=day(),
        value_date=day(),
        tax_point_date=day(),
        payment_terms=text(),
        currency=draw.choice(("EUR", None, "x")),
        payment_conditions=PaymentConditions(
            net_days=draw.choice(DAYS),
            late_payment_interest_rate=number(),
            cash_discounts=(
                CashDiscount(
                    days=draw.choice(DAYS), last_date=day(), percentage=number(), base_amount=number(), amount=number()
                ),
            ),
        ),
        seller=party(),
        buyer=party(),
        payee=party(),
        tax_representative=draw.choice((None, party())),
        delivery=Delivery(
            actual_delivery_date=day(), location_identifier=text(), location_identifier_scheme=text(), address=Address()
        ),
        period=Period(start_date=day(), end_date=day()),
        payment_instructions=(way(), way()),
        totals=DocumentTotals(amount_due=number(), total_with_vat=number()),
        supporting_documents=(SupportingDocument(content_base64=text(), mime_code=text(), filename=text()),),
        lines=tuple(
            Line(
                identifier=text(),
                net_amount=number(),
                standard_item_identifier=text(),
                standard_item_identifier_scheme=draw.choice((None, "0160")),
                delivery_date=day(),
                period=Period(start_date=day(), end_date=day()),
            )
            for _ in range(2)
        ),
    )


@pytest.mark.parametrize("seed", range(4))
def test_no_rule_fails(seed):
    draw, seen, found = random.Random(seed), Seen(), []
    for number in range(250):
        seen.index, seen.kind = number, draw.choice(("netvisor", "x"))
        with using(Settings(today=draw.choice(DATES), ocr=draw.choice((None, "length-digit")), seen=seen)):
            found += run(drawn(draw), rules=MINE)
    assert len({f.code for f in found}) >= len(MINE) - 6
    assert all(f.message and f.fix and len(f.message) < 12_000 for f in found)
