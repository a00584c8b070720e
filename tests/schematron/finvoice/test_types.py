"""FV-30 to FV-43, FV-105, FV-106, FV-111 and FV-112: types, signs, links, and documents that claim EN 16931."""

import pytest
from tests.schematron.finvoice import Case, check

CLAIM = ("<SpecificationIdentifier>EN16931</SpecificationIdentifier>\n", "")
UN = "<InvoiceTypeCodeUN>380</InvoiceTypeCodeUN>\n"
CREDIT = ("<InvoiceTypeCode>INV01", "<InvoiceTypeCode>INV02")
CREDIT_UN = (UN, UN.replace("380", "381"))
NUMBER = "<InvoiceNumber>1001</InvoiceNumber>"
DATE = '<InvoiceDate Format="CCYYMMDD">20260901</InvoiceDate>\n'
ORIGINAL = (DATE, f"{DATE}<OriginalInvoiceNumber>900</OriginalInvoiceNumber>\n")
TOTAL = 'InvoiceTotalVatIncludedAmount AmountCurrencyIdentifier="EUR">365,10<'
TO_PAY = 'EpiInstructedAmount AmountCurrencyIdentifier="EUR">300,00<'
PRICE = '<UnitPriceNetAmount AmountCurrencyIdentifier="EUR">2,00<'
FIRST_NAME = "<ArticleName>Ruuvi</ArticleName>\n"
SECOND_NAME = "<ArticleName>Leipä</ArticleName>\n"
SECOND_VAT = "<RowVatRatePercent>14,1</RowVatRatePercent>\n<RowVatCode>S</RowVatCode>\n"
ORIGINAL_OF_ROW = "<RowOriginalInvoiceIdentifier>9</RowOriginalInvoiceIdentifier>"
LATE = f"<RowOverDuePaymentDetails>{ORIGINAL_OF_ROW}</RowOverDuePaymentDetails>\n"
INVOICES = ("INV00", "INV09", "SEI12", "SDD01", "REC02", "RES01", "TES01", "nix")
SPECIFICATION = "<SpecificationDetails>"
TEXT_ROW = "<InvoiceRow><RowFreeText>x</RowFreeText></InvoiceRow>"
URL = "https://example.com/ehdot"
CAPTION = "<InvoiceUrlNameText>Tilausehdot</InvoiceUrlNameText>\n"
LINE = "Toimitus viikolla 35"
BUYER = "<BuyerOrganisationName>Ostaja Ab<"
ORDER = "<OrderIdentifier>PO-77</OrderIdentifier>\n"
REFERENCE = "<BuyerReferenceIdentifier>Osasto 5</BuyerReferenceIdentifier>\n"
UNNAMED = ((ORDER, ""), (REFERENCE, ""))


def of_type(code: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return (("<InvoiceTypeCode>INV01", f"<InvoiceTypeCode>{code}"), *more)


def total(text: str) -> tuple[str, str]:
    return (TOTAL, TOTAL.replace("365,10", text))


def to_pay(text: str) -> tuple[str, str]:
    return (TO_PAY, TO_PAY.replace("300,00", text))


def row_total(net: str, vat: str, gross: str) -> tuple[tuple[str, str], ...]:
    return ((">48,45<", f">{vat}<"), (">190,00<", f">{net}<"), (">238,45<", f">{gross}<"))


def to_public(name: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return ((BUYER, f"<BuyerOrganisationName>{name}<"), *more)


CASES = (
    Case("FV-30", of_type("ORD01"), says="is ORD01 (order)", severity="error"),
    Case("FV-30", of_type("QUO01"), says="quotation"),
    Case("FV-30", of_type("INF01"), says="information"),
    Case("FV-30", of_type("DEN01"), says="delivery error notification"),
    *(Case("FV-30", of_type(code), 0) for code in INVOICES),
    Case("FV-31", (CREDIT_UN,), says="381 is of a credit note, the type code INV01 of an invoice", severity="warning"),
    Case("FV-31", of_type("INV02"), says="380 is of an invoice"),
    Case("FV-31", of_type("INV07"), says="INV07 of a self-billed invoice"),
    Case("FV-31", of_type("INV06"), says="INV06 of a pro forma invoice"),
    Case("FV-31", of_type("REC02")),
    Case("FV-31", of_type("INV02", CREDIT_UN), 0),
    Case("FV-31", of_type("INV02", (UN, UN.replace("380", "261"))), 0),
    Case("FV-31", of_type("INV07", (UN, UN.replace("380", "389"))), 0),
    Case("FV-31", of_type("INV06", (UN, UN.replace("380", "325"))), 0),
    Case("FV-31", of_type("SEI01", CREDIT_UN), 0),
    Case("FV-31", of_type("INV02", (UN, "")), 0),
    Case("FV-32", (("Original</", "Cancel</"),), says="has the type INV01, expected INV02", severity="error"),
    Case("FV-32", of_type("INV02", ("Original</", "Cancel</")), 0),
    Case("FV-33", (("Original</", "Copy</"),), says="no OriginText", severity="warning"),
    Case("FV-33", (("Original</OriginCode>", "Copy</OriginCode>\n<OriginText>Pyynnöstä</OriginText>"),), 0),
    Case("FV-34", of_type("INV02"), says="names no original invoice", severity="warning"),
    Case("FV-34", of_type("INV02", (FIRST_NAME, f"{FIRST_NAME}<OriginalInvoiceNumber>9</OriginalInvoiceNumber>"))),
    Case("FV-34", of_type("INV02", (NUMBER, f"{NUMBER}<OriginalInvoiceNumber> </OriginalInvoiceNumber>"))),
    Case("FV-34", of_type("INV02", ORIGINAL), 0),
    Case(
        "FV-34",
        of_type(
            "INV02",
            (FIRST_NAME, f"{FIRST_NAME}<OriginalInvoiceNumber>9</OriginalInvoiceNumber>"),
            (SECOND_NAME, f"{SECOND_NAME}{LATE}"),
        ),
        0,
    ),
    Case(
        "FV-34",
        of_type(
            "INV02",
            (DATE, f"{DATE}<OriginalInvoiceReference><InvoiceNumber>9</InvoiceNumber></OriginalInvoiceReference>"),
        ),
        0,
    ),
    Case("FV-34", (), 0),
    Case("FV-35", of_type("INV03"), says="has no row with", severity="warning"),
    Case("FV-35", ((FIRST_NAME, FIRST_NAME + LATE),), says="1 row has RowOverDuePaymentDetails", severity="warning"),
    Case("FV-35", of_type("INV03", (FIRST_NAME, FIRST_NAME + LATE)), 0),
    Case("FV-36", of_type("SDD01"), says="no DirectDebitInfo", severity="error"),
    Case(
        "FV-36",
        of_type(
            "SDD01",
            (
                "</InvoiceDetails>",
                "</InvoiceDetails>\n<DirectDebitInfo><MandateReference>M</MandateReference></DirectDebitInfo>",
            ),
        ),
        0,
    ),
    Case("FV-37", of_type("TES01"), says="this is a test invoice", severity="warning"),
    Case("FV-37", (), 0),
    Case("FV-40", of_type("INV02"), says="365,10 EUR, expected a negative", severity="warning"),
    Case("FV-40", of_type("INV02", total("-365,10")), 0),
    Case("FV-40", of_type("INV02", total("0,00")), 0),
    Case("FV-40", of_type("INV02", total("much")), 0),
    Case("FV-40", (total("-365,10"),), 0),
    Case("FV-41", of_type("INV02", total("-365,10")), says="its grand total -365,10", severity="warning"),
    Case("FV-41", of_type("INV02", to_pay("-300,00"))),
    Case("FV-41", of_type("INV02", total("-365,10"), to_pay("-300,00")), 0),
    Case("FV-41", of_type("INV02", total("-365,10"), to_pay("0,00")), 0),
    Case("FV-41", of_type("INV02", total("-365,10"), to_pay("")), 0),
    Case("FV-41", (to_pay("-300,00"),), 0),
    Case("FV-42", ((PRICE, PRICE.replace("2,00", "-2,00")),), says="row 2 has the UnitPriceNetAmount -2,00 EUR"),
    Case("FV-42", ((PRICE, PRICE.replace("2,00", "0,00")),), 0),
    Case("FV-42", ((PRICE, PRICE.replace("2,00", "two")),), 0),
    Case("FV-43", row_total("-190,00", "48,45", "238,45"), says="row 1 has RowVatExcludedAmount -190,00 EUR"),
    Case("FV-43", row_total("190,00", "-48,45", "")),
    Case("FV-43", row_total("-190,00", "0,00", "-190,00"), 0),
    Case("FV-43", row_total("-190,00", "", "-190,00"), 0),
    Case("FV-105", ((CAPTION, CAPTION * 2),), says="2 captions (InvoiceUrlNameText) and 1 links", severity="warning"),
    Case("FV-105", ((CAPTION, ""),)),
    Case("FV-105", (("https://", "https://maija:salainen@"),), says="shows a login"),
    Case("FV-105", ((URL, f"{URL}?lang=fi&amp;token=abc"),)),
    Case("FV-105", ((URL, f"{URL}/010101-123N"),), says="personal identity code"),
    Case("FV-105", ((URL, f"{URL}/010101-123M"),), 0),
    Case("FV-105", ((URL, f"{URL}/20260901-1234567-8?page=2#token"),), 0),
    Case("FV-105", ((URL, "12345678+ABC:DE@F"),), 0),
    Case("FV-106", ((LINE, "x" * 81),), says="line 1 has 81 characters", severity="warning"),
    Case("FV-106", ((LINE, "first\nsecond"),), says="a line break in it"),
    Case("FV-106", ((LINE, "x" * 80),), 0),
    Case("FV-111", ((UN, ""),), says="lacks InvoiceTypeCodeUN", severity="error"),
    Case("FV-111", (("FI</CountryCode>\n<CountryName>Finland", "</CountryCode>\n<CountryName>"),), says="of the buyer"),
    Case(
        "FV-111",
        (("<SellerOrganisationTaxCode>FI12345671<", "<SellerOrganisationTaxCode><"),),
        says="VAT number",
    ),
    Case(
        "FV-111",
        (
            (SECOND_VAT, "<RowVatCode>K</RowVatCode>"),
            ("<BuyerOrganisationTaxCode>FI76543212</BuyerOrganisationTaxCode>\n", ""),
        ),
        says="the VAT number of the buyer",
    ),
    Case(
        "FV-111",
        (
            (SECOND_VAT, "<RowVatCode>AE</RowVatCode>"),
            ("<BuyerOrganisationTaxCode>FI76543212</BuyerOrganisationTaxCode>\n", ""),
        ),
        0,
    ),
    Case("FV-111", ((SECOND_NAME, ""), (SECOND_VAT, "")), says="row 2 of a document that claims EN 16931 lacks Art"),
    Case("FV-111", ((PRICE + "/UnitPriceNetAmount>", ""),), says="lacks UnitPriceNetAmount"),
    Case(
        "FV-111",
        ((' QuantityUnitCodeUN="EA">50<', ">50<"),),
        says="lacks QuantityUnitCodeUN of InvoicedQuantity",
    ),
    Case("FV-111", (("<VatRatePercent>14,1</VatRatePercent>\n<VatCode>S<", "<VatCode><"),), says="VAT class 2"),
    Case("FV-111", ((UN, ""), (SECOND_NAME, ""), CLAIM), 0),
    Case(
        "FV-111",
        ((SPECIFICATION, TEXT_ROW + SPECIFICATION),),
        0,
    ),
    Case("FV-112", to_public("Turun kaupunki", *UNNAMED), says="Turun kaupunki", severity="warning"),
    Case("FV-112", to_public("Esbo stad / Espoon kaupunki, IT", *UNNAMED)),
    Case("FV-112", to_public("Turun kaupunki", (ORDER, "")), 0),
    Case("FV-112", to_public("Osuuskunta Maito", *UNNAMED), 0),
    Case("FV-112", UNNAMED, 0),
    Case("FV-112", to_public("Turun kaupunki", *UNNAMED, CLAIM), 0),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case):
    check(case)
