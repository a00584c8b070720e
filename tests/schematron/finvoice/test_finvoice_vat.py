"""FV-70 to FV-77: VAT, a document for each case."""

import pytest
from tests.schematron.finvoice import Case, check
from tests.schematron.finvoice.wire import (
    CHARGE,
    DISCOUNT,
    FIRST_VAT,
    ROWS,
    SECOND_ROW,
    SECOND_VAT,
    a,
    after,
    e,
    one,
)

NET = "RowVatExcludedAmount"
SELLER_TAX = one("SellerOrganisationTaxCode", "FI12345671")
BUYER_TAX = one("BuyerOrganisationTaxCode", "FI76543212")
BUYER_COUNTRY = "<CountryCode>FI</CountryCode>\n<CountryName>Finland</CountryName>"
SELLER_COUNTRY = "<CountryCode>FI</CountryCode>\n<CountryName>Suomi</CountryName>"
TOTAL = one("InvoiceTotalVatIncludedAmount", "365,10")
VAT_TOTAL = one("InvoiceTotalVatAmount", "65,10")


def row(code: str, rate: str, net: str, *more: str) -> str:
    """Return a row; an empty code or rate leaves it out."""
    rated = e("RowVatRatePercent", rate) if rate else ""
    return e("InvoiceRow", *more, rated, e("RowVatCode", code) if code else "", a(NET, net))


def block(code: str, rate: str, base: str, vat: str, *more: str, currency: str = "EUR") -> str:
    """Return a VatSpecificationDetails."""
    rated = e("VatRatePercent", rate) if rate else ""
    coded = e("VatCode", code) if code else ""
    return e(
        "VatSpecificationDetails",
        a("VatBaseAmount", base, currency),
        rated,
        coded,
        a("VatRateAmount", vat, currency),
        *more,
    )


def more_rows(*rows: str) -> tuple[str, str]:
    return after(SECOND_ROW, "".join(rows))


def more_blocks(*blocks: str) -> tuple[str, str]:
    return after(SECOND_VAT, "".join(blocks))


UNCODED = (
    (FIRST_VAT, FIRST_VAT.replace("<VatCode>S</VatCode>\n", "")),
    (SECOND_VAT, SECOND_VAT.replace("<VatCode>S</VatCode>\n", "")),
    (ROWS, ROWS.replace("<RowVatCode>S</RowVatCode>\n", "")),
)
NO_BLOCKS = ((FIRST_VAT, ""), (SECOND_VAT, ""))
NO_TEXT = ("AE", "0", "50,00", "0,00")
SEK = (TOTAL, TOTAL.replace("EUR", "SEK"))
SEK_BLOCKS = ((FIRST_VAT, FIRST_VAT.replace("EUR", "SEK")), (SECOND_VAT, SECOND_VAT.replace("EUR", "SEK")))
SEK_VAT = (VAT_TOTAL, VAT_TOTAL.replace("EUR", "SEK"))
REPRESENTATIVE = e(
    "AnyPartyDetails", e("AnyPartyText", AnyPartyCode="SellerTaxRepr"), e("AnyPartyOrganisationTaxCode", "FI20774740")
)

CASES = [
    Case("FV-70", (), 0),
    # Used on rows, discounts and charges, and not in the breakdown.
    Case(
        "FV-70",
        (more_rows(row("S", "10", "5,00")),),
        1,
        "VAT S 10 % is used on rows, discounts or charges and not in the breakdown, which has S 25,5 %, S 14,1 %",
    ),
    Case(
        "FV-70",
        (more_rows(row("S", "10", "5,00"), row("S", "10", "6,00"), row("Z", "0", "1,00")),),
        1,
        "VAT S 10 %, Z 0 %",
    ),
    Case("FV-70", (more_rows(row("Z", "25,5", "5,00")),), 1, "VAT Z 25,5 %"),
    Case("FV-70", ((DISCOUNT, DISCOUNT.replace("25,5", "10")),), 1, "VAT S 10 %"),
    Case("FV-70", ((CHARGE, CHARGE.replace(">S<", ">E<").replace("25,5", "0")),), 1, "VAT E 0 %"),
    Case("FV-70", (more_rows(row("S", "25,50", "5,00")),), 0),
    Case("FV-70", (more_rows(row("s", " 25.5 ", "5,00")),), 0),
    Case("FV-70", (more_rows(row("S", "10", "0,00")),), 0),
    Case(
        "FV-70",
        (more_rows(e("InvoiceRow", e("RowFreeText", "Kiitos"), e("RowVatRatePercent", "0"), e("RowVatCode", "Z"))),),
        0,
    ),
    Case("FV-70", (more_rows(row("S", "10", "5,00")), *NO_BLOCKS), 0),
    # A code other than S without a rate is at 0 %.
    Case("FV-70", (more_rows(row("AE", "", "5,00")), more_blocks(block("AE", "0", "5,00", "0,00"))), 0),
    Case("FV-70", (more_rows(row("AE", "0", "5,00")), more_blocks(block("AE", "", "5,00", "0,00"))), 0),
    # By rate alone where codes are missing.
    Case("FV-70", UNCODED, 0),
    Case("FV-70", (UNCODED[2],), 0),
    Case("FV-70", (*UNCODED[:2], (ROWS, ROWS.replace("14,1", "14"))), 2, "VAT 14"),
    # In the breakdown, and used nowhere.
    Case(
        "FV-70",
        (more_blocks(block("S", "10", "5,00", "0,50")),),
        1,
        "S 10 % with a base of 5,00 EUR and no row, discount or charge uses it; they use S 25,5 %, S 14,1 %",
    ),
    Case("FV-70", (more_blocks(block("S", "10", "0,00", "0,00")),), 0),
    Case("FV-70", (more_blocks(block("S", "10", "5,00", "0,50", currency="SEK")),), 0),
    Case("FV-70", (more_blocks(block("S", "10", "5,00", "0,50")), more_rows(row("S", "10", "0,00"))), 0),
    Case("FV-70", (more_blocks(block("S", "10", "5,00", "0,50")), more_rows(e("InvoiceRow", a(NET, "5,00")))), 0),
    Case("FV-70", (more_blocks(block("S", "vapaa", "5,00", "0,50")),), 0),
    Case("FV-70", (more_blocks(block("S", "10", "5,00", "0,50")), (ROWS, "")), 0),
    Case(
        "FV-71",
        (more_blocks(block(*NO_TEXT)),),
        1,
        "VAT code AE with a base of 50,00 EUR has neither a text nor a reason code",
    ),
    Case("FV-71", (more_blocks(block("E", "0", "50,00", "0,00", e("VatFreeText", " "))),), 1, "VAT code E"),
    Case("FV-71", (more_blocks(block(*NO_TEXT, e("VatFreeText", "Käännetty verovelvollisuus"))),), 0),
    Case("FV-71", (more_blocks(block(*NO_TEXT, e("VatExemptionReasonCode", "VATEX-EU-AE"))),), 0),
    Case(
        "FV-71",
        (
            more_blocks(block(*NO_TEXT)),
            after("<InvoiceFreeText>Kiitos tilauksesta</InvoiceFreeText>", e("InvoiceVatFreeText", "veroton")),
        ),
        0,
    ),
    Case("FV-71", (more_blocks(block(*NO_TEXT)), more_rows(row("AE", "0", "50,00", e("RowFreeText", "AVL 8 c §")))), 0),
    Case("FV-71", (more_blocks(block(*NO_TEXT)), more_rows(row("Z", "0", "50,00", e("RowFreeText", "AVL 8 c §")))), 1),
    Case("FV-71", (more_blocks(block("Z", "0", "50,00", "0,00")),), 0),
    Case("FV-71", (more_blocks(block("s", "10", "50,00", "5,00")),), 0),
    Case("FV-71", (more_blocks(block("", "0", "50,00", "0,00")),), 0),
    Case("FV-72", (more_blocks(block(*NO_TEXT)),), 0),
    Case(
        "FV-72",
        (more_blocks(block(*NO_TEXT)), (BUYER_TAX, "")),
        1,
        "VAT code AE is used: the VAT number of the buyer is missing",
    ),
    Case(
        "FV-72",
        (more_rows(row("K", "0", "5,00")), (SELLER_TAX, "")),
        1,
        "VAT code K is used: the VAT number of the seller is missing",
    ),
    Case(
        "FV-72",
        (
            more_rows(row("K", "0", "5,00"), row("AE", "", "5,00")),
            (SELLER_TAX, ""),
            (BUYER_TAX, e("BuyerOrganisationTaxCode")),
        ),
        1,
        "the seller and the buyer is missing",
    ),
    Case("FV-72", ((DISCOUNT, DISCOUNT.replace(">S<", ">AE<")), (BUYER_TAX, "")), 1),
    Case(
        "FV-72", (more_rows(row("K", "0", "5,00")), (SELLER_TAX, ""), after("</DeliveryDetails>\n", REPRESENTATIVE)), 0
    ),
    Case("FV-72", (more_rows(row("E", "0", "5,00")), (BUYER_TAX, "")), 0),
    Case(
        "FV-72",
        (more_blocks(block("E", "0", "5,00", "0,00", e("VatFreeText", "Yhteisömyynti, AVL 72 a §"))), (BUYER_TAX, "")),
        1,
        "VAT code E",
    ),
    Case(
        "FV-72",
        (more_blocks(block("E", "0", "5,00", "0,00", e("VatFreeText", "Intra-Community supply"))), (BUYER_TAX, "")),
        1,
    ),
    Case(
        "FV-72",
        (more_blocks(block("E", "0", "5,00", "0,00", e("VatExemptionReasonCode", "vatex-eu-ic"))), (BUYER_TAX, "")),
        1,
    ),
    Case(
        "FV-72",
        (more_blocks(block("E", "0", "5,00", "0,00", e("VatFreeText", "Vuokra, AVL 27 §"))), (BUYER_TAX, "")),
        0,
    ),
    Case(
        "FV-72", (more_blocks(block("G", "0", "5,00", "0,00", e("VatFreeText", "Yhteisömyynti"))), (BUYER_TAX, "")), 0
    ),
    Case("FV-73", (), 0),
    *(
        Case(
            "FV-73",
            (more_blocks(block(code, "25,5", "5,00", "1,28")),),
            1,
            f"VAT code {code} has a rate of 25,5 and VAT of 1,28 EUR",
        )
        for code in ("AE", "E", "G", "K", "O", "Z")
    ),
    Case("FV-73", (more_blocks(block("Z", "0,00", "5,00", "0,00")),), 0),
    Case("FV-73", (more_blocks(block("O", "", "5,00", "0,00")),), 0),
    Case("FV-73", (more_blocks(block("Z", "0", "5,00", "0,01")),), 1),
    Case("FV-73", (more_blocks(block("Z", "vapaa", "5,00", "ei")),), 0),
    Case("FV-73", (more_rows(row("E", "14", "5,00")),), 1, "a row: VAT code E has a rate of 14"),
    Case("FV-73", (more_rows(row("AE", "", "5,00", a("RowVatAmount", "1,00"))),), 1, "VAT of 1,00 EUR"),
    Case("FV-73", (more_rows(row("G", "0", "5,00", a("RowVatAmount", "0,00"))),), 0),
    Case("FV-73", ((CHARGE, CHARGE.replace(">S<", ">Z<")),), 1, "VAT code Z of 20,00 EUR has a rate of 25,5"),
    Case("FV-73", ((DISCOUNT, DISCOUNT.replace(">S<", ">Z<").replace("25,5", "0")),), 0),
    Case("FV-74", (), 0),
    Case(
        "FV-74",
        (more_blocks(block("S", "0", "5,00", "0,00")),),
        1,
        "VAT code S in the breakdown has the rate 0, expected one above 0",
    ),
    Case("FV-74", (more_blocks(block("S", "", "5,00", "0,00")),), 1, "the rate missing"),
    Case("FV-74", (more_blocks(block("S", "vapaa", "5,00", "0,00")),), 0),
    Case("FV-74", (more_blocks(block("S", "0,001", "5,00", "0,00")),), 0),
    Case("FV-74", (more_rows(row("S", "0,0", "5,00")),), 1, "a row: VAT code S has the rate 0,0"),
    Case("FV-74", (more_rows(row("S", "", "5,00")),), 1, "the rate missing"),
    Case("FV-74", (more_rows(e("InvoiceRow", e("RowFreeText", "Kiitos"), e("RowVatCode", "S"))),), 0),
    Case("FV-74", (more_rows(row("Z", "0", "5,00")),), 0),
    Case("FV-74", ((CHARGE, CHARGE.replace("25,5", "0")),), 1, "VAT code S of 20,00 EUR has the rate 0"),
    Case("FV-74", ((DISCOUNT, DISCOUNT.replace("<VatRatePercent>25,5</VatRatePercent>\n", "")),), 1),
    Case("FV-75", (), 0),
    Case("FV-75", (more_blocks(block("AB", "0", "5,00", "0,00")),), 1, "the VAT code AB cannot be expressed"),
    Case(
        "FV-75",
        (more_rows(row("ZEG", "0", "5,00"), row("zes", "0", "5,00"), row("ZES", "0", "5,00")),),
        1,
        "the VAT code ZEG, ZES",
    ),
    Case("FV-75", (more_rows(row("K", "0", "5,00")),), 0),
    Case("FV-76", (), 0),
    Case(
        "FV-76",
        ((SELLER_TAX, e("SellerOrganisationTaxCode", "FI12345678")),),
        1,
        "the VAT number FI12345678 in SellerOrganisationTaxCode has check digit 8, expected 1",
    ),
    Case("FV-76", ((BUYER_TAX, e("BuyerOrganisationTaxCode", "FI10000081")),), 1, "is never issued"),
    Case(
        "FV-76",
        ((BUYER_TAX, e("BuyerOrganisationTaxCode", "7654321-2")),),
        1,
        "is no Finnish VAT number, expected FI76543212",
    ),
    Case("FV-76", ((BUYER_TAX, e("BuyerOrganisationTaxCode", "fi 7654321-2")),), 1, "expected FI76543212"),
    Case("FV-76", ((BUYER_TAX, e("BuyerOrganisationTaxCode", "003776543212")),), 1, "expected FI76543212"),
    Case("FV-76", ((BUYER_TAX, e("BuyerOrganisationTaxCode", "FI1234")),), 1, "expected FI and eight digits"),
    Case("FV-76", ((BUYER_TAX, e("BuyerOrganisationTaxCode", " FI76543212 ")),), 0),
    Case("FV-76", ((BUYER_TAX, e("BuyerOrganisationTaxCode", "DE111111125")),), 0),
    Case("FV-76", ((BUYER_TAX, e("BuyerOrganisationTaxCode", "12345678")),), 0),
    Case("FV-76", ((BUYER_TAX, e("BuyerOrganisationTaxCode")),), 0),
    Case("FV-76", (after("</DeliveryDetails>\n", REPRESENTATIVE.replace("20774740", "20774741")),), 1, "FI20774741"),
    Case("FV-77", (), 0),
    Case("FV-77", (SEK, SEK_VAT, *SEK_BLOCKS), 1, "shown in SEK only: 65,10 SEK"),
    Case("FV-77", (SEK, SEK_VAT), 0),
    Case("FV-77", (SEK, *SEK_BLOCKS), 0),
    Case("FV-77", (SEK, (VAT_TOTAL, SEK_VAT[1] + a("InvoiceTotalVatAccountingAmount", "6,00")), *SEK_BLOCKS), 0),
    # Abroad with a Finnish rate: a sale in Finland; with another rate not.
    Case("FV-77", (SEK, SEK_VAT, *SEK_BLOCKS, (BUYER_COUNTRY, "<CountryCode>SE</CountryCode>")), 1),
    Case(
        "FV-77",
        (
            SEK,
            SEK_VAT,
            (FIRST_VAT, SEK_BLOCKS[0][1].replace("25,5", "25")),
            (SECOND_VAT, SEK_BLOCKS[1][1].replace("14,1", "12")),
            (BUYER_COUNTRY, "<CountryCode>SE</CountryCode>"),
        ),
        0,
    ),
    Case("FV-77", (SEK, SEK_VAT, *SEK_BLOCKS, (SELLER_COUNTRY, "<CountryCode>SE</CountryCode>")), 0),
    Case("FV-77", (SEK, SEK_VAT, *SEK_BLOCKS, (SELLER_COUNTRY, ""), (BUYER_COUNTRY, "")), 1),
    Case("FV-77", (SEK, SEK_VAT, *SEK_BLOCKS, (SELLER_COUNTRY, ""), (SELLER_TAX, "")), 0),
    Case("FV-77", (SEK, (VAT_TOTAL, ""), *NO_BLOCKS), 0),
    # Each reading of a rule by itself.
    Case(
        "FV-70",
        (more_rows(e("InvoiceRow", e("RowVatRatePercent", "10"), e("RowVatCode", "S"), a("RowAmount", "5,00"))),),
        1,
    ),
    Case("FV-60", (more_rows(row("AE", "", "50,00")), more_blocks(block("AE", "", "50,00", "5,00"))), 1),
    Case("FV-70", (UNCODED[0], more_rows(row("AE", "", "5,00")), more_blocks(block("AE", "", "5,00", "0,00"))), 0),
    Case("FV-70", (UNCODED[0], more_rows(row("S", "", "5,00")), more_blocks(block("S", "10", "5,00", "0,50"))), 0),
    Case(
        "FV-72",
        (
            more_rows(row("K", "0", "5,00")),
            (SELLER_TAX, ""),
            after("</DeliveryDetails>\n", REPRESENTATIVE.replace("SellerTaxRepr", "PaymentReceiver")),
        ),
        1,
    ),
    Case(
        "FV-72",
        (
            more_blocks(block("E", "0", "5,00", "0,00")),
            (BUYER_TAX, ""),
            after("<InvoiceFreeText>Kiitos tilauksesta</InvoiceFreeText>", e("InvoiceVatFreeText", "Yhteisömyynti")),
        ),
        1,
    ),
    Case("FV-70", (more_rows(row("S", "10", "5,00")), more_blocks(block("S", "vapaa", "5,00", "0,50"))), 0),
    Case("FV-70", (more_blocks(block("S", "10", "5,00", "0,50")), (DISCOUNT, DISCOUNT.replace("25,5", "10"))), 0),
    Case("FV-70", (more_blocks(block("S", "10", "0,00", "0,50")),), 1),
    Case("FV-70", (more_blocks(block("S", "10", "5,00", "0,00")),), 1),
    *(
        Case(
            "FV-70",
            (more_blocks(e("VatSpecificationDetails", amounts, e("VatRatePercent", "10"), e("VatCode", "S"))),),
            0,
        )
        for amounts in (
            a("VatBaseAmount", "5,00", "SEK") + a("VatRateAmount", "0,50"),
            a("VatBaseAmount", "5,00") + a("VatRateAmount", "0,50", "SEK"),
        )
    ),
    Case("FV-71", (more_blocks(block("L", "7", "5,00", "0,35"), block("M", "4", "5,00", "0,20")),), 0),
    *(Case("FV-73", (more_blocks(block(code, "25,5", "5,00", "0,00")),), 1) for code in ("K", "Z")),
    *(Case("FV-73", (more_rows(row(code, "25,5", "5,00")),), 1) for code in ("AE", "E", "G", "K", "O", "Z")),
    *(Case("FV-73", ((CHARGE, CHARGE.replace(">S<", f">{code}<")),), 1) for code in ("AE", "E", "G", "K", "O", "Z")),
    *(Case("FV-73", (more_rows(row(code, "25,5", "5,00")),), 0) for code in ("S", "AB", "L", "ZZ")),
    Case("FV-74", (more_rows(row("S", "vapaa", "5,00"), row("S", "0,5", "5,00")),), 0),
    Case("FV-74", (more_rows(e("InvoiceRow", e("RowVatRatePercent", "0"), e("RowVatCode", "S"))),), 1),
    Case("FV-74", (more_rows(e("InvoiceRow", e("RowVatCode", "S"), a("RowAmount", "5,00"))),), 1),
    Case("FV-74", ((CHARGE, CHARGE.replace("25,5", "vapaa")), (DISCOUNT, DISCOUNT.replace("25,5", "0,5"))), 0),
    Case("FV-75", (more_rows(row("ZEG", "0", "5,00")),), 1, "the VAT code ZEG cannot"),
    Case("FV-75", (more_rows(row("ZES", "0", "5,00")),), 1, "the VAT code ZES cannot"),
    Case("FV-75", ((CHARGE, CHARGE.replace(">S<", ">AB<")),), 1, "the VAT code AB cannot"),
    Case("FV-77", (SEK, SEK_VAT, *NO_BLOCKS), 1),
    Case(
        "FV-77",
        (SEK, SEK_VAT, *NO_BLOCKS, (SELLER_COUNTRY, ""), (SELLER_TAX, e("SellerOrganisationTaxCode", "FIRMA"))),
        0,
    ),
    Case("FV-77", (SEK, (VAT_TOTAL, ""), *SEK_BLOCKS), 1),
    Case("FV-77", (SEK, SEK_VAT, (FIRST_VAT, SEK_BLOCKS[0][1].replace("25,5", "25")), (SECOND_VAT, "")), 1),
    Case("FV-77", ((VAT_TOTAL, e("InvoiceTotalVatAmount", "65,10")), *NO_BLOCKS), 0),
    Case("FV-77", ((TOTAL, e("InvoiceTotalVatIncludedAmount", "365,10")), SEK_VAT, *SEK_BLOCKS), 0),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.id}_{number}" for number, case in enumerate(CASES)])
def test_vat(case):
    check(case)
