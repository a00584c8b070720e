"""What each Finvoice sample says, as the canonical invoice says it: a credit note is positive.

`tests/corpora` holds these against the documents themselves and against `einvoice.read`.
"""

from dataclasses import dataclass
from decimal import Decimal

Groups = dict[tuple[str, Decimal], tuple[Decimal, Decimal]]


@dataclass(frozen=True)
class Expected:
    """Number, type (UNTDID 1001), currency, issue and due date, lines, totals; category and rate -> base and VAT."""

    number: str
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
#     number type currency issued due lines | net vat total payable       one per invoice of the file
#         category@rate base vat, ...
TABLE = """
attachment-hash-of-base64.xml
    20260920 380 EUR 2026-09-20 2026-10-04 1 | 25.00 6.38 31.38 31.38
        S@25.5 25.00 6.38
attachment-hash-wrong.xml
    20260921 380 EUR 2026-09-21 2026-10-05 1 | 25.00 6.38 31.38 31.38
        S@25.5 25.00 6.38
attachments-missing.xml
    20260919 380 EUR 2026-09-19 2026-10-03 1 | 25.00 6.38 31.38 31.38
        S@25.5 25.00 6.38
cancellation.xml
    20260827 381 EUR 2026-08-27 2026-05-18 1 | 267.00 26.70 293.70 293.70
        S@10 267.00 26.70
cash-discount-late-interest.xml
    20260727 380 EUR 2026-07-27 2026-08-26 1 | 498.00 126.99 624.99 624.99
        S@25.5 498.00 126.99
credit-note-discount-unsigned.xml
    20260825 381 EUR 2026-08-25 2026-09-08 1 | 19.80 5.05 24.85 24.85
        S@25.5 19.80 5.05
credit-note-epi-unsigned.xml
    20260823 381 EUR 2026-08-23 2026-09-06 1 | 9.90 2.52 12.42 12.42
        S@25.5 9.90 2.52
credit-note-positive.xml
    20260819 381 EUR 2026-08-19 2026-09-02 1 | 53.40 13.62 67.02 67.02
        S@25.5 53.40 13.62
credit-note-several-references.xml
    20260826 381 EUR 2026-08-26 2026-09-09 2 | 205.00 45.08 250.08 250.08
        S@13.5 60.00 8.10, S@25.5 145.00 36.98
credit-note-with-discounts.xml
    20260824 381 EUR 2026-08-24 2026-09-07 2 | 117.00 29.84 146.84 146.84
        S@25.5 117.00 29.84
credit-note-zero-total.xml
    20260822 381 EUR 2026-08-22 2026-09-05 2 | 0.00 0.00 0.00 0.00
        S@25.5 0.00 0.00
credit-note.xml
    20260514 381 EUR 2026-05-14 2026-05-28 2 | 431.84 104.98 536.82 536.82
        S@13.5 42.84 5.78, S@25.5 389.00 99.20
currency-sek-without-euro.xml
    20260722 380 SEK 2026-07-22 2026-08-05 1 | 2870.00 731.85 3601.85 3601.85
        S@25.5 2870.00 731.85
currency-sek.xml
    20260622 380 SEK 2026-06-22 2026-07-22 2 | 13460.00 2441.10 15901.10 15901.10
        S@13.5 8260.00 1115.10, S@25.5 5200.00 1326.00
default-namespace.xml
    20260913 380 EUR 2026-09-13 2026-09-27 2 | 209.10 40.47 249.57 249.57
        S@13.5 107.10 14.46, S@25.5 102.00 26.01
direct-debit.xml
    20260728 380 EUR 2026-07-28 2026-08-11 1 | 149.00 38.00 187.00 187.00
        S@25.5 149.00 38.00
direct-payment-copy.xml
    20260831 380 EUR 2026-08-31 2026-09-14 1 | 24.90 6.35 31.25 31.25
        S@25.5 24.90 6.35
due-dates-differ.xml
    20260812 380 EUR 2026-08-12 2026-09-01 1 | 68.00 17.34 85.34 85.34
        S@25.5 68.00 17.34
elements-out-of-order.xml
    20260911 380 EUR 2026-09-11 2026-09-25 2 | 209.10 40.47 249.57 249.57
        S@13.5 107.10 14.46, S@25.5 102.00 26.01
empty-elements.xml
    20260916 380 EUR 2026-09-16 2026-09-30 2 | 209.10 40.47 249.57 249.57
        S@13.5 107.10 14.46, S@25.5 102.00 26.01
encoding-frame-utf-8-invoice-iso-8859-15.xml
    20260704 380 EUR 2026-07-04 2026-07-18 1 | 59.40 15.15 74.55 74.55
        S@25.5 59.40 15.15
encoding-iso-8859-15.xml
    20260701 380 EUR 2026-07-01 2026-07-15 1 | 59.40 15.15 74.55 74.55
        S@25.5 59.40 15.15
encoding-undeclared.xml
    20260703 380 EUR 2026-07-03 2026-07-17 1 | 59.40 15.15 74.55 74.55
        S@25.5 59.40 15.15
encoding-utf-8.xml
    20260702 380 EUR 2026-07-02 2026-07-16 1 | 59.40 15.15 74.55 74.55
        S@25.5 59.40 15.15
everything.xml
    20260918 380 EUR 2026-09-18 2026-10-02 2 | 609.40 103.70 713.10 613.11
        S@13.5 430.80 58.16, S@25.5 178.60 45.54
exempt-rent.xml
    20260801 380 EUR 2026-08-01 2026-08-15 1 | 740.00 0.00 740.00 740.00
        E@0 740.00 0.00
export-goods.xml
    20260707 380 EUR 2026-07-07 2026-08-06 2 | 577.00 0.00 577.00 577.00
        G@0 577.00 0.00
factoring.xml
    20260804 380 EUR 2026-08-04 2026-09-03 1 | 1890.00 481.95 2371.95 2371.95
        S@25.5 1890.00 481.95
foreign-elements.xml
    20260912 380 EUR 2026-09-12 2026-09-26 2 | 209.10 40.47 249.57 249.57
        S@13.5 107.10 14.46, S@25.5 102.00 26.01
frame-differs-from-document.xml
    20260505 380 EUR 2026-05-05 2026-05-19 1 | 136.00 34.68 170.68 170.68
        S@25.5 136.00 34.68
frame-soap-1.1.xml
    20260504 380 EUR 2026-05-04 2026-05-18 1 | 267.00 26.70 293.70 293.70
        S@10 267.00 26.70
frame-soap-1.2-draft.xml
    20140620 380 EUR 2014-06-20 2014-07-04 1 | 158.00 37.92 195.92 195.92
        S@24 158.00 37.92
interest-note.xml
    20260828 380 EUR 2026-08-28 2026-09-11 1 | 3.70 0.00 3.70 3.70
        O 3.70 0.00
intra-community-goods.xml
    20260617 380 EUR 2026-06-17 2026-07-17 2 | 1974.40 0.00 1974.40 1974.40
        K@0 1974.40 0.00
invoice-minimal.xml
    1 380 EUR 2026-05-04 2026-05-04 1 | 120.00 16.20 136.20 136.20
        S@13.5 120.00 16.20
invoice-negative-total.xml
    20260818 380 EUR 2026-08-18 2026-09-01 2 | -144.00 -41.04 -185.04 -185.04
        S@25.5 -180.00 -45.90, S@13.5 36.00 4.86
invoice-two-vat-rates.xml
    20260417 380 EUR 2026-04-17 2026-05-01 4 | 1074.40 212.13 1286.53 1286.53
        S@13.5 515.40 69.58, S@25.5 559.00 142.55
iso-dates-decimal-points.xml
    20260914 380 EUR 2026-09-14 2026-09-28 2 | 209.10 40.47 249.57 249.57
        S@13.5 107.10 14.46, S@25.5 102.00 26.01
multi-rate-discount-rounding.xml
    20260903 380 EUR 2026-09-03 2026-09-17 5 | 767.57 120.82 888.39 888.40
        S@13.5 413.80 55.86, S@10 162.96 16.30, S@25.5 190.81 48.66
one-line.xml
    20260917 380 EUR 2026-09-17 2026-10-01 2 | 209.10 40.47 249.57 249.57
        S@13.5 107.10 14.46, S@25.5 102.00 26.01
outside-scope.xml
    20260715 380 EUR 2026-07-15 2026-07-29 2 | 1600.00 0.00 1600.00 1600.00
        O 1600.00 0.00
paid-by-card.xml
    20260729 380 EUR 2026-07-29 2026-07-29 1 | 74.40 10.04 84.44 0.00
        S@13.5 74.40 10.04
paid-status-without-paid-amount.xml
    20260730 380 EUR 2026-07-30 2026-07-30 1 | 35.60 9.08 44.68 0.00
        S@25.5 35.60 9.08
partial-payments.xml
    20260803 380 EUR 2026-08-03 2026-09-02 1 | 3000.00 765.00 3765.00 1255.00
        S@25.5 3000.00 765.00
payee-tax-representative-delivery.xml
    20260707 380 EUR 2026-07-07 2026-08-06 1 | 630.00 160.65 790.65 790.65
        S@25.5 630.00 160.65
prepaid.xml
    20260810 380 EUR 2026-08-10 2026-08-24 1 | 1200.00 306.00 1506.00 1006.00
        S@25.5 1200.00 306.00
price-in-cents.xml
    20260305 380 EUR 2026-03-05 2026-03-19 3 | 255.75 65.22 320.97 320.97
        S@25.5 255.75 65.22
pro-forma.xml
    PF-2026-17 325 EUR 2026-08-17 2026-08-31 1 | 3290.00 838.95 4128.95 4128.95
        S@25.5 3290.00 838.95
quantities-and-units.xml
    20260720 380 EUR 2026-07-20 2026-08-03 5 | 862.04 208.47 1070.51 1070.51
        S@25.5 767.40 195.69, S@13.5 94.64 12.78
receipt.xml
    K-20260830 380 EUR 2026-08-30 2026-08-30 2 | 33.70 5.62 39.32 0.00
        S@13.5 24.80 3.35, S@25.5 8.90 2.27
reference-free-text.xml
    20260807 380 EUR 2026-08-07 2026-08-21 1 | 29.70 7.57 37.27 37.27
        S@25.5 29.70 7.57
reference-national-padded-barcode.xml
    20260806 380 EUR 2026-08-06 2026-08-20 1 | 322.00 82.11 404.11 404.11
        S@25.5 322.00 82.11
reference-rf-barcode.xml
    20260805 380 EUR 2026-08-05 2026-08-19 1 | 196.00 26.46 222.46 222.46
        S@13.5 196.00 26.46
reverse-charge.xml
    20260811 380 EUR 2026-08-11 2026-09-01 2 | 2369.20 0.00 2369.20 2369.20
        AE@0 2369.20 0.00
row-charges-and-prices.xml
    20260717 380 EUR 2026-07-17 2026-07-31 3 | 810.98 156.73 967.71 967.71
        S@13.5 417.25 56.33, S@25.5 393.73 100.40
row-discounts.xml
    20260716 380 EUR 2026-07-16 2026-07-30 5 | 1933.60 493.07 2426.67 2426.67
        S@25.5 1933.60 493.07
secure-invoice.xml
    20260901 380 EUR 2026-09-01 2026-09-15 1 | 330.00 0.00 330.00 330.00
        E@0 330.00 0.00
self-billing-credit-note.xml
    20260816 261 EUR 2026-08-16 2026-08-30 1 | 420.00 107.10 527.10 527.10
        S@25.5 420.00 107.10
self-billing.xml
    20260815 389 EUR 2026-08-15 2026-08-29 1 | 420.00 107.10 527.10 527.10
        S@25.5 420.00 107.10
sender-recipient-links-accounts.xml
    20260813 380 EUR 2026-08-13 2026-08-27 1 | 90.00 12.15 102.15 102.15
        S@13.5 90.00 12.15
several-frames-and-invoices.xml
    20260601 380 EUR 2026-06-01 2026-06-15 1 | 144.00 19.44 163.44 163.44
        S@13.5 144.00 19.44
    20260602 381 EUR 2026-06-02 2026-06-16 1 | 18.00 2.43 20.43 20.43
        S@13.5 18.00 2.43
    20260603 380 EUR 2026-06-03 2026-06-17 1 | 368.00 93.84 461.84 461.84
        S@25.5 368.00 93.84
several-invoices-without-frames.xml
    20260604 380 EUR 2026-06-04 2026-06-18 1 | 105.83 14.29 120.12 120.12
        S@13.5 105.83 14.29
    20260605 380 EUR 2026-06-05 2026-06-19 1 | 35.00 8.93 43.93 43.93
        S@25.5 35.00 8.93
several-vat-categories.xml
    20260719 380 EUR 2026-07-19 2026-08-02 4 | 1018.60 33.77 1052.37 1052.37
        S@25.5 99.60 25.40, S@13.5 62.00 8.37, AE@0 117.00 0.00, E@0 740.00 0.00
sub-rows-in-priced-row.xml
    20170315 380 EUR 2017-03-15 2017-03-29 2 | 270.70 64.97 335.67 335.67
        S@24 270.70 64.97
sub-rows.xml
    20260710 380 EUR 2026-07-10 2026-07-24 3 | 348.60 74.86 423.46 423.46
        S@25.5 231.60 59.06, S@13.5 117.00 15.80
test-invoice.xml
    TEST-1001 380 EUR 2026-08-29 2026-09-12 1 | 1.00 0.26 1.26 1.26
        S@25.5 1.00 0.26
text-rows.xml
    20260714 380 EUR 2026-07-14 2026-07-28 2 | 126.60 32.28 158.88 158.88
        S@25.5 126.60 32.28
three-attachments.xml
    20260821 380 EUR 2026-08-21 2026-09-04 2 | 194.60 49.62 244.22 244.22
        S@25.5 194.60 49.62
type-codes-disagree.xml
    20260904 380 EUR 2026-09-04 2026-09-18 1 | -17.80 -4.54 -22.34 -22.34
        S@25.5 -17.80 -4.54
type-un-386-prepayment.xml
    20260902 386 EUR 2026-09-02 2026-09-16 1 | 800.00 204.00 1004.00 1004.00
        S@25.5 800.00 204.00
vat-code-e-intra-community.xml
    20150930 380 EUR 2015-09-30 2015-10-30 1 | 590.00 0.00 590.00 590.00
        K@0 590.00 0.00
vat-inclusive-rows.xml
    20260208 380 EUR 2026-02-08 2026-03-01 3 | 28.92 7.37 36.29 36.29
        S@25.5 28.92 7.37
vat-rounded-per-row.xml
    20260721 380 EUR 2026-07-21 2026-08-04 10 | 9.90 2.50 12.40 12.40
        S@25.5 9.90 2.50
version-1.2-doctype.xml
    2008117 380 EUR 2008-11-17 2008-12-01 2 | 198.00 43.56 241.56 241.56
        S@22 198.00 43.56
version-1.3.xml
    20110905 380 EUR 2011-09-05 2011-09-19 2 | 399.00 82.87 481.87 481.87
        S@23 310.00 71.30, S@13 89.00 11.57
version-2.0.xml
    20130211 380 EUR 2013-02-11 2013-02-25 2 | 163.80 26.83 190.63 190.63
        S@14 124.80 17.47, S@24 39.00 9.36
version-2.01.xml
    20160512 380 EUR 2016-05-12 2016-05-26 2 | 373.20 69.95 443.15 443.15
        S@14 196.20 27.47, S@24 177.00 42.48
version-label-wrong.xml
    20260915 380 EUR 2026-09-15 2026-09-29 2 | 209.10 40.47 249.57 249.57
        S@13.5 107.10 14.46, S@25.5 102.00 26.01
without-vat-codes.xml
    20151120 380 EUR 2015-11-20 2015-12-04 2 | 600.00 57.60 657.60 657.60
        S@24 240.00 57.60, AE@0 360.00 0.00
zero-rated.xml
    20260718 380 EUR 2026-07-18 2026-08-01 1 | 440.00 0.00 440.00 440.00
        Z@0 440.00 0.00
"""


def _table() -> dict[str, list[Expected]]:
    found: dict[str, list[Expected]] = {}
    name, head = "", ""
    for line in TABLE.strip().splitlines():
        if not line.startswith(" "):
            name = line
            found[name] = []
        elif not line.startswith("        "):
            head = line
        else:
            found[name].append(_expected(head, line))
    return found


def _expected(head: str, groups: str) -> Expected:
    first, totals = head.split(" | ")
    number, type_, currency, issued, due, lines = first.split()
    net, vat, total, payable = map(Decimal, totals.split())
    breakdown: Groups = {}
    for group in groups.split(","):
        key, base, tax = group.split()
        category, _, rate = key.partition("@")
        breakdown[category, Decimal(rate or 0).normalize()] = Decimal(base), Decimal(tax)
    return Expected(number, type_, currency, issued, due, int(lines), net, vat, total, payable, breakdown)


EXPECTED = _table()
