"""What each Billecta sample says, as the canonical invoice says it: a credit note is positive.

`tests/corpora` holds these against the documents themselves and against `einvoice.read`.
"""

from dataclasses import dataclass
from decimal import Decimal

Groups = dict[tuple[str, Decimal], tuple[Decimal, Decimal]]


@dataclass(frozen=True)
class Expected:
    """Number (None: not given), type (UNTDID 1001), currency, issue and due date, lines, totals; category and rate ->
    base and VAT.

    *payable* is what the invoice asked for when it was issued: with rounding to whole kronor, without the tax
    deduction for household work, and without what was paid since.
    """

    number: str | None
    type: str
    currency: str
    issued: str
    due: str
    lines: int
    net: Decimal
    vat: Decimal
    total: Decimal
    payable: Decimal
    breakdown: Groups


# file
#     number type currency issued due lines | net vat total payable       one per invoice of the file; - for no number
#         category@rate base vat, ...
TABLE = """
answer-attachments.json
    26063 380 SEK 2026-06-22 2026-07-22 1 | 3560.00 890.00 4450.00 4450.00
        S@25 3560.00 890.00
answer-credit-invoice.json
    26048 381 SEK 2026-05-25 2026-05-25 2 | 1032.00 151.98 1183.98 1183.98
        S@6 558.00 33.48, S@25 474.00 118.50
answer-credit-negative-price.json
    26049 381 SEK 2026-05-25 2026-05-25 2 | 1032.00 151.98 1183.98 1183.98
        S@6 558.00 33.48, S@25 474.00 118.50
answer-credited.json
    26031 380 SEK 2026-04-24 2026-05-24 2 | 7140.00 1148.88 8288.88 8288.88
        S@6 3348.00 200.88, S@25 3792.00 948.00
answer-draft.json
    - 380 SEK 2026-05-11 2026-06-10 4 | 34837.90 8709.48 43547.38 43547.38
        S@25 34837.90 8709.48
answer-eu-services.json
    26057 380 SEK 2026-06-09 2026-07-09 2 | 32200.00 0.00 32200.00 32200.00
        AE@0 32200.00 0.00
answer-eur.json
    26051 380 EUR 2026-06-10 2026-07-10 2 | 1788.31 0.00 1788.31 1788.31
        K@0 1788.31 0.00
answer-exempt.json
    26035 380 SEK 2026-05-06 2026-06-05 1 | 18500.00 0.00 18500.00 18500.00
        E@0 18500.00 0.00
answer-fees.json
    26047 380 SEK 2026-05-22 2026-06-21 1 | 1390.00 347.50 1737.50 1738.00
        S@25 1390.00 347.50
answer-interest.json
    26060 380 SEK 2026-06-16 2026-06-26 1 | 36.82 0.00 36.82 36.82
        O@0 36.82 0.00
answer-message-rows.json
    26046 380 SEK 2026-05-20 2026-06-19 2 | 5386.00 1346.50 6732.50 6732.50
        S@25 5386.00 1346.50
answer-overdue-written-off.json
    26032 380 SEK 2026-04-28 2026-05-28 1 | 3285.00 821.25 4106.25 4106.25
        S@25 3285.00 821.25
answer-paid.json
    26033 380 SEK 2026-04-24 2026-05-24 2 | 7140.00 1148.88 8288.88 8289.00
        S@6 3348.00 200.88, S@25 3792.00 948.00
answer-partly-paid.json
    26034 380 SEK 2026-05-04 2026-06-03 2 | 13655.00 3413.75 17068.75 17068.75
        S@25 13655.00 3413.75
answer-reverse-charge.json
    26044 380 SEK 2026-06-01 2026-07-01 2 | 37810.00 0.00 37810.00 37810.00
        AE@0 37810.00 0.00
answer-rot.json
    26061 380 SEK 2026-06-17 2026-07-17 2 | 23200.00 5800.00 29000.00 22250.00
        S@25 23200.00 5800.00
answer-rut-after-deduction.json
    26062 380 SEK 2026-06-18 2026-07-18 1 | 2400.00 600.00 3000.00 1500.00
        S@25 2400.00 600.00
answer-sent.json
    26041 380 SEK 2026-05-04 2026-06-03 2 | 13655.00 3413.75 17068.75 17069.00
        S@25 13655.00 3413.75
answer-several-rates.json
    26042 380 SEK 2026-04-17 2026-05-17 4 | 20341.05 3985.04 24326.09 24326.09
        S@6 3348.00 200.88, S@12 3570.00 428.40, S@25 13423.05 3355.76
answer-unknown-enums.json
    26036 380 SEK 2026-04-28 2026-05-28 1 | 3285.00 821.25 4106.25 4106.25
        S@25 3285.00 821.25
answer-vat-included-cent.json
    26054 380 SEK 2026-05-28 2026-06-27 3 | 28.29 1.70 29.99 30.00
        S@6 28.29 1.70
answer-vat-included.json
    26045 380 SEK 2026-05-18 2026-06-17 2 | 1599.20 285.80 1885.00 1885.00
        S@6 600.00 36.00, S@25 999.20 249.80
entry-all-members.json
    26076 380 SEK 2026-07-09 2026-08-08 1 | 1780.00 445.00 2225.00 2225.00
        S@25 1780.00 445.00
entry-attachments.json
    26063 380 SEK 2026-06-22 2026-07-22 1 | 3560.00 890.00 4450.00 4450.00
        S@25 3560.00 890.00
entry-autogiro.json
    26077 380 SEK 2026-07-13 2026-08-12 1 | 282.08 16.92 299.00 299.00
        S@6 282.08 16.92
entry-bookkeeping.json
    26070 380 SEK 2026-07-02 2026-08-01 2 | 4664.80 1166.20 5831.00 5831.00
        S@25 4664.80 1166.20
entry-card.json
    26078 380 SEK 2026-07-14 2026-07-14 1 | 200.00 50.00 250.00 250.00
        S@25 200.00 50.00
entry-credit-negative-price.json
    26049 381 SEK 2026-05-25 2026-05-25 2 | 1032.00 151.98 1183.98 1183.98
        S@6 558.00 33.48, S@25 474.00 118.50
entry-credit.json
    26048 381 SEK 2026-05-25 2026-05-25 2 | 1032.00 151.98 1183.98 1183.98
        S@6 558.00 33.48, S@25 474.00 118.50
entry-currency-without-decimals.json
    26081 380 JPY 2026-07-17 2026-08-16 1 | 12600.00 0.00 12600.00 12600.00
        G@0 12600.00 0.00
entry-dates.json
    26071 380 SEK 2026-06-16 2026-07-16 2 | 1640.00 410.00 2050.00 2050.00
        S@25 1640.00 410.00
entry-delivery-address-override.json
    26068 380 SEK 2026-06-29 2026-07-29 1 | 3490.00 872.50 4362.50 4362.50
        S@25 3490.00 872.50
entry-discounts.json
    26043 380 SEK 2026-05-11 2026-06-10 4 | 34837.90 8709.48 43547.38 43547.38
        S@25 34837.90 8709.48
entry-enum-numbers.json
    26073 380 SEK 2026-07-06 2026-08-05 2 | 11545.00 2886.25 14431.25 14431.25
        S@25 11545.00 2886.25
entry-eu-goods.json
    26050 380 SEK 2026-06-08 2026-07-08 2 | 13810.00 0.00 13810.00 13810.00
        K@0 13810.00 0.00
entry-eu-services.json
    26057 380 SEK 2026-06-09 2026-07-09 2 | 32200.00 0.00 32200.00 32200.00
        AE@0 32200.00 0.00
entry-eur.json
    26051 380 EUR 2026-06-10 2026-07-10 2 | 1788.31 0.00 1788.31 1788.31
        K@0 1788.31 0.00
entry-exempt.json
    26059 380 SEK 2026-06-15 2026-06-30 1 | 18500.00 0.00 18500.00 18500.00
        E@0 18500.00 0.00
entry-export.json
    26058 380 SEK 2026-06-11 2026-07-11 2 | 35531.00 0.00 35531.00 35531.00
        G@0 35531.00 0.00
entry-fees.json
    26047 380 SEK 2026-05-22 2026-06-21 1 | 1390.00 347.50 1737.50 1737.50
        S@25 1390.00 347.50
entry-forty-rows.json
    26075 380 SEK 2026-07-08 2026-08-07 40 | 317098.50 67737.32 384835.82 384835.82
        S@6 14109.12 846.55, S@12 68127.50 8175.30, S@25 234861.88 58715.47
entry-hidden-row.json
    26056 380 SEK 2026-06-03 2026-07-03 2 | 10350.00 2587.50 12937.50 12937.50
        S@25 10350.00 2587.50
entry-interest.json
    26060 380 SEK 2026-06-16 2026-06-26 1 | 36.82 0.00 36.82 36.82
        O@0 36.82 0.00
entry-members-out-of-order.json
    26080 380 SEK 2026-07-16 2026-08-15 2 | 1088.00 272.00 1360.00 1360.00
        S@25 1088.00 272.00
entry-message-rows.json
    26046 380 SEK 2026-05-20 2026-06-19 2 | 5386.00 1346.50 6732.50 6732.50
        S@25 5386.00 1346.50
entry-minimal.json
    - 380 SEK 2026-07-10 2026-08-09 1 | 890.00 222.50 1112.50 1112.50
        S@25 890.00 222.50
entry-negative.json
    26079 380 SEK 2026-07-15 2026-08-14 2 | -671.00 -220.76 -891.76 -891.76
        S@6 279.00 16.74, S@25 -950.00 -237.50
entry-package.json
    26055 380 SEK 2026-06-02 2026-07-02 2 | 8827.00 2047.72 10874.72 10874.72
        S@6 837.00 50.22, S@25 7990.00 1997.50
entry-payment-bank-account.json
    26066 380 SEK 2026-06-25 2026-07-25 1 | 890.00 222.50 1112.50 1112.50
        S@25 890.00 222.50
entry-payment-bankgiro-ocr.json
    26064 380 SEK 2026-06-23 2026-07-23 1 | 1780.00 445.00 2225.00 2225.00
        S@25 1780.00 445.00
entry-payment-iban.json
    26067 380 SEK 2026-06-26 2026-07-26 1 | 3490.00 0.00 3490.00 3490.00
        G@0 3490.00 0.00
entry-payment-plusgiro-message.json
    26065 380 SEK 2026-06-24 2026-07-24 1 | 2670.00 667.50 3337.50 3337.50
        S@25 2670.00 667.50
entry-periods.json
    26069 380 SEK 2026-07-01 2026-07-31 2 | 6090.00 1522.50 7612.50 7612.50
        S@25 6090.00 1522.50
entry-precision.json
    26074 380 SEK 2026-07-07 2026-08-06 3 | 5257.90 1314.48 6572.38 6572.38
        S@25 5257.90 1314.48
entry-reverse-charge-construction.json
    26044 380 SEK 2026-06-01 2026-07-01 2 | 37810.00 0.00 37810.00 37810.00
        AE@0 37810.00 0.00
entry-rot.json
    26061 380 SEK 2026-06-17 2026-07-17 2 | 23200.00 5800.00 29000.00 22250.00
        S@25 23200.00 5800.00
entry-rut.json
    26062 380 SEK 2026-06-18 2026-07-18 1 | 2400.00 600.00 3000.00 1500.00
        S@25 2400.00 600.00
entry-several-rates.json
    26042 380 SEK 2026-04-17 2026-05-17 4 | 20341.05 3985.04 24326.09 24326.09
        S@6 3348.00 200.88, S@12 3570.00 428.40, S@25 13423.05 3355.76
entry-split-2017.json
    26072 380 SEK 2026-08-05 2026-09-04 1 | 2900.00 725.00 3625.00 3625.00
        S@25 2900.00 725.00
entry-standard.json
    26041 380 SEK 2026-05-04 2026-06-03 2 | 13655.00 3413.75 17068.75 17068.75
        S@25 13655.00 3413.75
entry-vat-included-cent.json
    26054 380 SEK 2026-05-28 2026-06-27 3 | 28.30 1.70 30.00 30.00
        S@6 28.30 1.70
entry-vat-included-discounts.json
    26053 380 SEK 2026-05-27 2026-06-26 2 | 2100.00 525.00 2625.00 2625.00
        S@25 2100.00 525.00
entry-vat-included-mixed.json
    26052 380 SEK 2026-05-26 2026-06-25 3 | 3106.40 634.10 3740.50 3740.50
        S@6 750.00 45.00, S@25 2356.40 589.10
entry-vat-included.json
    26045 380 SEK 2026-05-18 2026-06-17 2 | 1599.20 285.80 1885.00 1885.00
        S@6 600.00 36.00, S@25 999.20 249.80
list-answers.json
    26031 380 SEK 2026-04-24 2026-05-24 2 | 7140.00 1148.88 8288.88 8288.88
        S@6 3348.00 200.88, S@25 3792.00 948.00
    26048 381 SEK 2026-05-25 2026-05-25 2 | 1032.00 151.98 1183.98 1183.98
        S@6 558.00 33.48, S@25 474.00 118.50
    26044 380 SEK 2026-06-01 2026-07-01 2 | 37810.00 0.00 37810.00 37810.00
        AE@0 37810.00 0.00
list-entries.json
    26031 380 SEK 2026-04-24 2026-05-24 2 | 7140.00 1148.88 8288.88 8288.88
        S@6 3348.00 200.88, S@25 3792.00 948.00
    26032 380 SEK 2026-04-28 2026-05-28 1 | 3285.00 821.25 4106.25 4106.25
        S@25 3285.00 821.25
    26048 381 SEK 2026-05-25 2026-05-25 2 | 1032.00 151.98 1183.98 1183.98
        S@6 558.00 33.48, S@25 474.00 118.50
"""


def _expected(table: str) -> dict[str, list[Expected]]:
    found: dict[str, list[Expected]] = {}
    name, head = "", ""
    for line in table.strip().splitlines():
        if not line.startswith(" "):
            name = line
            found[name] = []
        elif not line.startswith("        "):
            head = line
        else:
            first, amounts = (part.split() for part in head.split("|"))
            number, kind, currency, issued, due, lines = first
            net, vat, total, payable = map(Decimal, amounts)
            groups: Groups = {}
            for group in line.split(","):
                key, base, tax = group.split()
                category, _, rate = key.partition("@")
                groups[category, Decimal(rate)] = Decimal(base), Decimal(tax)
            stated = None if number == "-" else number
            found[name].append(
                Expected(stated, kind, currency, issued, due, int(lines), net, vat, total, payable, groups)
            )
    return found


EXPECTED = _expected(TABLE)
"""File name -> its invoices."""
