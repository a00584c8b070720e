"""FV-01 to FV-26: what is written in the wrong form, and what is not."""

from random import Random

import pytest
from lxml import etree
from tests.schematron.finvoice import BASE, Case, changed, check, judged
from tests.schematron.finvoice.mutants import mutant

OLD = ('Version="3.0"', 'Version="2.01"')
CLAIM = "<SpecificationIdentifier>EN16931</SpecificationIdentifier>\n"
TOTAL = '<InvoiceTotalVatIncludedAmount AmountCurrencyIdentifier="EUR">365,10<'
TO_PAY = '<EpiInstructedAmount AmountCurrencyIdentifier="EUR">300,00<'
DUE = '<EpiDateOptionDate Format="CCYYMMDD">20260915<'
PERCENT = "<Percent>10,0</Percent>"
REFERENCE = '<EpiRemittanceInfoIdentifier IdentificationSchemeName="SPY">10016<'
ACCOUNT = '<EpiAccountID IdentificationSchemeName="IBAN">'
BIC = '<EpiBfiIdentifier IdentificationSchemeName="BIC">BANKFIHH<'
TIME = "2026-09-01T12:00:00+03:00"
STREET = "<SellerStreetName>Rantatie 1</SellerStreetName>"
COUNTRY = "<CountryCode>FI</CountryCode>\n<CountryName>Suomi</CountryName>"
NUMBER = "<InvoiceNumber>1001</InvoiceNumber>"
DATE = '<InvoiceDate Format="CCYYMMDD">20260901</InvoiceDate>'
SECOND_QUANTITY = '<InvoicedQuantity QuantityUnitCode="kpl" QuantityUnitCodeUN="EA">50<'
SPECIFICATION = "<SpecificationDetails>\n"
URL = "<InvoiceUrlNameText>"
END = "</InvoiceUrlText>\n"


def total(text: str) -> tuple[tuple[str, str], ...]:
    return ((TOTAL, TOTAL.replace("365,10", text)),)


def attached(identifier: str) -> tuple[str, str]:
    block = f"<AttachmentMessageIdentifier>{identifier}</AttachmentMessageIdentifier>"
    return (END, f"{END}<AttachmentMessageDetails>{block}</AttachmentMessageDetails>\n")


def exchanged(rate: str) -> tuple[str, str]:
    block = f"<RowTransactionDetails><ExchangeRate>{rate}</ExchangeRate></RowTransactionDetails>"
    return ("<RowVatRatePercent>14,1<", f"{block}<RowVatRatePercent>14,1<")


def vat_point(inside: str) -> tuple[str, str]:
    place = '<VatSpecificationDetails>\n<VatBaseAmount AmountCurrencyIdentifier="EUR">200,00<'
    return (place, f"<VatPoint>{inside}</VatPoint>\n{place}")


DAY = '<VatPointDate Format="CCYYMMDD">20260831</VatPointDate>'
CODE = "<VatPointDateCode>35</VatPointDateCode>"
SUB_ROW = "<SubInvoiceRow><SubArticleName>Välisumma</SubArticleName></SubInvoiceRow>"


def language(code: str) -> tuple[tuple[str, str], ...]:
    element = f"<InvoiceRecipientLanguageCode>{code}</InvoiceRecipientLanguageCode>"
    return (("<BuyerPartyDetails>", f"{element}\n<BuyerPartyDetails>"),)


def grouped(scheme: str) -> tuple[tuple[str, str], ...]:
    name = "<ArticleName>Ruuvi"
    return ((name, f'<ArticleGroupIdentifier SchemeID="{scheme}">1</ArticleGroupIdentifier>{name}'),)


CASES = (
    Case("FV-01", (('Version="3.0"', 'Version="2.9"'),), says="the version is 2.9", severity="error"),
    Case("FV-01", ((' Version="3.0"', ""),), says="missing"),
    Case("FV-01", (OLD,), 0),
    Case("FV-01", (('Version="3.0"', 'Version=" 1.0 "'),), 0),
    Case("FV-03", (("<EpiDetails>", "<Epi>"), ("</EpiDetails>", "</Epi>")), says="has no EpiDetails", severity="error"),
    Case(
        "FV-03",
        (
            ("<SellerPartyDetails>", "<S>"),
            ("</SellerPartyDetails>", "</S>"),
            ("<BuyerPartyDetails>", "<B>"),
            ("</BuyerPartyDetails>", "</B>"),
        ),
        says="SellerPartyDetails, no BuyerPartyDetails",
    ),
    Case("FV-03", (), 0),
    Case("FV-04", total("1.365,10"), says="is 1.365,10", severity="error"),
    Case("FV-04", total("365.10")),
    Case("FV-04", total("365,1")),
    Case("FV-04", total("+365,10")),
    Case("FV-04", total("1234567890123456,00")),
    Case("FV-04", total(""), says="is empty"),
    Case("FV-04", total("365,10 EUR")),
    Case("FV-04", total("365"), 0),
    Case("FV-04", total(" -365,12345 "), 0),
    Case("FV-05", ((TO_PAY, TO_PAY.replace("300,00", "300,0000")),), says="300,0000", severity="error"),
    Case("FV-05", ((TO_PAY, TO_PAY.replace("300,00", "300")),)),
    Case("FV-05", ((TO_PAY, TO_PAY.replace("300,00", "-300,00")),), 0),
    Case("FV-06", ((PERCENT, "<Percent>10.0</Percent>"),), says="Percent is 10.0", severity="error"),
    Case("FV-06", ((PERCENT, "<Percent>-10</Percent>"),)),
    Case("FV-06", ((PERCENT, "<Percent>10,1234</Percent>"),)),
    Case("FV-06", ((PERCENT, "<Percent>1000</Percent>"),)),
    Case("FV-06", ((PERCENT, "<Percent>100,123</Percent>"),), 0),
    Case("FV-06", ((PERCENT, "<Percent>0</Percent>"),), 0),
    Case("FV-07", (exchanged("11.23"),), says="11.23", severity="error"),
    Case("FV-07", (exchanged("11,2345678"),)),
    Case("FV-07", (exchanged("11,234567"),), 0),
    Case("FV-08", ((DUE, DUE.replace("20260915", "2026-09-15")),), says="2026-09-15", severity="error"),
    Case("FV-08", ((DUE, DUE.replace("CCYYMMDD", "YYYYMMDD")),), says="YYYYMMDD"),
    Case("FV-08", ((DUE, DUE.replace(' Format="CCYYMMDD"', "")),), says="missing"),
    Case("FV-08", ((DUE, DUE.replace("20260915", "20269999")),), 0),
    Case("FV-09", ((DUE, DUE.replace("20260915", "20261401")),), says="20261401", severity="error"),
    Case("FV-09", ((DUE, DUE.replace("20260915", "20260229")),)),
    Case("FV-09", ((DUE, DUE.replace("20260915", "19000229")),)),
    Case("FV-09", ((DUE, DUE.replace("20260915", "20260631")),)),
    Case("FV-09", ((DUE, DUE.replace("20260915", "00000000")),)),
    Case("FV-09", ((DUE, DUE.replace("20260915", "20240229")),), 0),
    Case("FV-09", ((DUE, DUE.replace("20260915", "20000229")),), 0),
    Case("FV-09", ((DUE, DUE.replace("20260915", "15.9.2026")),), 0),
    Case("FV-10", ((TOTAL, TOTAL.replace(' AmountCurrencyIdentifier="EUR"', "")),), says="missing", severity="error"),
    Case("FV-10", ((TOTAL, TOTAL.replace("EUR", "E")),), severity="error"),
    Case("FV-10", ((TOTAL, TOTAL.replace("EUR", "EUX")),), says="no code of ISO 4217", severity="warning"),
    Case("FV-10", ((TOTAL, TOTAL.replace("EUR", "eur")),), severity="warning"),
    Case("FV-10", ((TO_PAY, TO_PAY.replace("EUR", "")),), severity="error"),
    Case("FV-10", ((TO_PAY, TO_PAY.replace("EUR", "EURO")),), severity="error"),
    Case("FV-10", ((TO_PAY, TO_PAY.replace("EUR", "E1R")),), severity="warning"),
    Case("FV-10", ((TOTAL, TOTAL.replace("EUR", "SEK")),), 0),
    Case("FV-11", ((COUNTRY, COUNTRY.replace("FI", "FIN")),), says="is FIN", severity="error"),
    Case("FV-11", ((COUNTRY, COUNTRY.replace("FI", "")),), says="is empty", severity="error"),
    Case("FV-11", ((COUNTRY, COUNTRY.replace("FI", "UK")),), says="is UK", severity="warning"),
    Case("FV-11", ((COUNTRY, COUNTRY.replace("FI", "fi")),), says="the list has FI", severity="warning"),
    Case("FV-11", ((COUNTRY, COUNTRY.replace("FI", "SE")),), 0),
    Case("FV-11", language("FIN"), severity="error"),
    Case("FV-11", language("XX"), severity="warning"),
    Case("FV-11", language("SV"), 0),
    Case("FV-11", language("fi"), 0),
    Case("FV-12", (("INV01", "380"),), says="is 380", severity="error"),
    Case("FV-12", (("INV01", "REC01"), OLD), says="which version 2.01 does not know"),
    Case("FV-12", (("INV01", "REC01"),), 0),
    Case("FV-12", (("INV01", "ORD01"), OLD), 0),
    Case("FV-13", (("<OriginCode>Original", "<OriginCode>Origin"),), says="is Origin", severity="error"),
    Case("FV-13", (("<OriginCode>Original", "<OriginCode>Copy"),), 0),
    Case("FV-14", ((REFERENCE, REFERENCE.replace("10016", "lasku 1001")),), says="lasku 1001", severity="error"),
    Case("FV-14", ((REFERENCE, REFERENCE.replace("SPY", "RF")),), says="scheme RF"),
    Case("FV-14", ((REFERENCE, REFERENCE.replace("10016", "RF18 5390 0754 7034")),)),
    Case("FV-14", ((REFERENCE, REFERENCE.replace("10016", "RF18 5390 0754 7034")), ('"3.0"', '"1.3"')), 0),
    Case("FV-14", ((REFERENCE, REFERENCE.replace("10016", "RF18539007547034").replace("SPY", "ISO")),), 0),
    Case("FV-14", ((REFERENCE, REFERENCE.replace(' IdentificationSchemeName="SPY"', "")),), 0),
    Case("FV-15", ((ACCOUNT, "<EpiAccountID>"),), says="EpiAccountID is FI2112345600000785", severity="error"),
    Case("FV-15", ((ACCOUNT, ACCOUNT.replace("IBAN", "BIC")),), says="scheme BIC"),
    Case("FV-15", ((ACCOUNT + "FI2112345600000785", ACCOUNT),), says="is empty"),
    Case("FV-15", ((BIC, BIC.replace("BANKFIHH", "BANK")),), says="EpiBfiIdentifier is BANK"),
    Case("FV-15", ((BIC, BIC.replace("BANKFIHH", "BANKFIHHXXXX")),)),
    Case("FV-15", ((BIC, BIC.replace(' IdentificationSchemeName="BIC"', "")),)),
    Case("FV-15", ((BIC, BIC.replace("BANKFIHH", "BANKFIHHXXX")),), 0),
    Case("FV-15", ((ACCOUNT, ACCOUNT.replace("IBAN", "BBAN")),), 0),
    Case("FV-16", (vat_point(DAY + CODE),), says="the date 20260831 and the code 35", severity="error"),
    Case("FV-16", (vat_point(""),), says="the date missing and the code missing"),
    Case("FV-16", (vat_point(DAY),), 0),
    Case("FV-16", (vat_point(CODE),), 0),
    Case(
        "FV-17",
        (("</InvoiceRow>\n<SpecificationDetails>", f"{SUB_ROW}</InvoiceRow>\n<SpecificationDetails>"),),
        says="row 2 has 1 SubInvoiceRow beside ArticleName",
        severity="error",
    ),
    Case(
        "FV-17",
        (("</InvoiceRow>\n<SpecificationDetails>", f"{SUB_ROW}</InvoiceRow>\n<SpecificationDetails>"), OLD),
        severity="warning",
    ),
    Case("FV-17", ((SPECIFICATION, f"<InvoiceRow>{SUB_ROW}{SUB_ROW}</InvoiceRow>\n{SPECIFICATION}"),), 0),
    Case("FV-18", (attached("MESSAGE-1-ATT-LONG-ENOUGH"),), says="MESSAGE-1-ATT", severity="error"),
    Case("FV-18", (attached("1::attachments"),), says="14 characters"),
    Case("FV-18", (attached("1" * 49 + "::attachments"),), says="62 characters"),
    Case("FV-18", (attached("MESSAGE-1::attachments"),), 0),
    Case("FV-18", (attached("MESSAGE-1-ATT-LONG-ENOUGH"), OLD), 0),
    Case(
        "FV-19",
        (("<FromIntermediator>BANKFIHH</FromIntermediator>\n", ""), ("MESSAGE-1", " ")),
        says="have no FromIntermediator, no MessageIdentifier",
        severity="error",
    ),
    Case("FV-19", ((TIME, "2011-02-10T10:32:41+02"),), says="2011-02-10T10:32:41+02,"),
    Case("FV-19", ((TIME, "2026-02-30T10:32:41"),)),
    Case("FV-19", ((TIME, "20260901"),)),
    Case("FV-19", ((TIME, "20260901"), OLD), 0),
    Case("FV-19", ((TIME, "2026-09-01T24:00:00.0Z"),), 0),
    Case("FV-20", ((STREET, ""),), says="has no SellerStreetName", severity="error"),
    Case("FV-20", ((STREET, "<SellerStreetName> </SellerStreetName>"),), says="has no SellerStreetName"),
    Case("FV-20", (("Rantatie 1<", "Rantatie 1, toinen kerros vasemmalla ovi<"),), says="has 40 characters"),
    Case("FV-20", (("<BuyerPostCodeIdentifier>00100<", "<BuyerPostCodeIdentifier>0<"),), says="the buyer"),
    Case("FV-20", (("<DeliveryTownName>Vantaa<", "<DeliveryTownName><"),), says="the delivery has no DeliveryTownName"),
    Case("FV-20", ((STREET, STREET * 3),), 0),
    Case("FV-20", ((STREET, f"{STREET}<SellerStreetName></SellerStreetName>"),), says="an empty SellerStreetName"),
    Case(
        "FV-21",
        (("<DeliveryPostalAddressDetails>", "<Other>"), ("</DeliveryPostalAddressDetails>", "</Other>")),
        says="Ostajan varasto has no postal address",
        severity="error",
    ),
    Case(
        "FV-21",
        (
            (
                '<DeliveryDate Format="CCYYMMDD">20260828</DeliveryDate>',
                '<DeliveryPeriodDetails><StartDate Format="CCYYMMDD">20260801</StartDate></DeliveryPeriodDetails>',
            ),
        ),
        says="EndDate missing",
    ),
    Case("FV-21", (('<SellerBic IdentificationSchemeName="BIC">BANKFIHH</SellerBic>', ""),), says="has no BIC"),
    Case("FV-21", (), 0),
    Case("FV-25", ((SECOND_QUANTITY, SECOND_QUANTITY.replace("50<", "50.5<")),), says="is 50.5", severity="warning"),
    Case("FV-25", ((SECOND_QUANTITY, SECOND_QUANTITY.replace("50<", "50 kpl<")),)),
    Case("FV-25", ((SECOND_QUANTITY, SECOND_QUANTITY.replace("50<", "<")),), 0),
    Case("FV-25", ((SECOND_QUANTITY, SECOND_QUANTITY.replace("50<", "-0,125<")),), 0),
    Case("FV-26", (("<InvoiceTypeCodeUN>380", "<InvoiceTypeCodeUN>invoice"),), says="is invoice", severity="error"),
    Case("FV-26", (("<InvoiceTypeCodeUN>380", "<InvoiceTypeCodeUN>999"),), says="UNTDID 1001", severity="warning"),
    Case("FV-26", (("<InvoiceTypeCodeUN>380", "<InvoiceTypeCodeUN>231"),), 0),
    Case("FV-26", (vat_point(CODE.replace("35", "5")),), says="UNTDID 2005", severity="warning"),
    Case("FV-26", (("<RowVatRatePercent>14,1</RowVatRatePercent>\n<RowVatCode>S", "<RowVatCode>ALV 14"),)),
    Case(
        "FV-26",
        (("<RowVatRatePercent>14,1</RowVatRatePercent>\n<RowVatCode>S", "<RowVatCode>Q"),),
        says="RowVatCode) is Q",
        severity="warning",
    ),
    Case("FV-26", (("<RowVatRatePercent>14,1</RowVatRatePercent>\n<RowVatCode>S", "<RowVatCode>ZEG"),), 0),
    Case("FV-26", (("<RowVatRatePercent>14,1</RowVatRatePercent>\n<RowVatCode>S", "<RowVatCode>alv 14"), OLD), 0),
    Case("FV-26", (("<RowVatRatePercent>14,1</RowVatRatePercent>\n<RowVatCode>S", "<RowVatCode>Q"), OLD)),
    Case("FV-26", (("<ReasonCode>95<", "<ReasonCode>FC<"),), says="UNTDID 5189", severity="warning"),
    Case("FV-26", (("<ReasonCode>FC<", "<ReasonCode>95<"),), says="UNTDID 7161", severity="warning"),
    Case("FV-26", (("<ReasonCode>FC<", "<ReasonCode>RAHTI<"),), says="is RAHTI", severity="error"),
    Case("FV-26", (("<EpiPaymentMeansCode>58<", "<EpiPaymentMeansCode>777<"),), severity="warning"),
    Case("FV-26", ((SECOND_QUANTITY, SECOND_QUANTITY.replace("EA", "kpl")),), says="is kpl", severity="error"),
    Case("FV-26", ((SECOND_QUANTITY, SECOND_QUANTITY.replace("EA", "QQQ")),), says="Recommendation 20"),
    Case("FV-26", ((SECOND_QUANTITY, SECOND_QUANTITY.replace("EA", "HUR")),), 0),
    Case("FV-26", (('<SellerPartyIdentifier SchemeID="0212">', '<SellerPartyIdentifier SchemeID="Y">'),)),
    Case("FV-26", (('<SellerPartyIdentifier SchemeID="0212">', '<SellerPartyIdentifier SchemeID="9999">'),)),
    Case("FV-26", (('<SellerPartyIdentifier SchemeID="0212">', '<SellerPartyIdentifier SchemeID="0037">'),), 0),
    Case(
        "FV-26",
        (
            (
                "<ArticleName>Ruuvi",
                '<ArticleGroupIdentifier SchemeID="TST">1</ArticleGroupIdentifier><ArticleName>Ruuvi',
            ),
        ),
        0,
    ),
    Case(
        "FV-26",
        grouped("?"),
        severity="error",
    ),
    Case(
        "FV-26",
        ((DATE, f'{DATE}<InvoicedObjectID SchemeID="QQQ">7</InvoicedObjectID>'),),
        says="UNTDID 1153",
        severity="warning",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case):
    check(case)


OF_THE_SCHEMA = {f"FV-{number:02}" for number in (*range(1, 9), *range(10, 22), 26)}
"""The rules of shape that the schema of FFI has as well; it does not know the calendar (FV-09)."""


@pytest.mark.conformance
def test_what_is_an_error_of_shape_the_official_schema_refuses(shared):
    """No false alarm, on mutants of the document without a fault."""
    schema = etree.XMLSchema(etree.parse(shared("official", "finvoice", "Finvoice3.0.xsd")))
    refused = 0
    for number in range(400):
        done, data = mutant(Random(number), BASE.encode())
        errors = {
            failure.assertion.id: failure.message
            for failure in judged(data).failures
            if failure.assertion.flag == "fatal" and failure.assertion.id in OF_THE_SCHEMA
        }
        refused += bool(errors)
        assert not errors or not schema.validate(etree.fromstring(data)), f"mutant {number}: {done}: {errors}"
    assert refused > 50


def test_the_base_breaks_no_rule():
    assert [(each.assertion.id, each.message) for each in judged(BASE.encode()).failures] == []


def test_every_postal_address_is_looked_at():
    names = ("SellerOfficial", "InvoiceRecipient", "Shipment", "AnyParty", "FactoringParty", "RowAnyParty")
    for name in (*names, "SubRowAnyParty"):
        inside = f"<{name}TownName>Turku</{name}TownName><{name}PostCodeIdentifier>2</{name}PostCodeIdentifier>"
        block = f"<{name}PostalAddressDetails>{inside}</{name}PostalAddressDetails>"
        (found,) = (e for e in judged(changed((NUMBER, block + NUMBER))).failures if e.assertion.id == "FV-20")
        assert f"has no {name}StreetName; {name}PostCodeIdentifier 2 has 1 characters" in found.message


def test_what_a_sender_adds_is_left_alone():
    foreign = (
        "<Amount>ten</Amount><InvoiceDate>today</InvoiceDate><VatCode>?</VatCode><InvoicedQuantity>x</InvoicedQuantity>"
    )
    block = f"<ExternalSpecificationDetails><own>{foreign}</own></ExternalSpecificationDetails>"
    assert not judged(changed(("</SpecificationDetails>", f"{block}</SpecificationDetails>"))).failures
    assert judged(changed(("</SpecificationDetails>", f"{foreign}</SpecificationDetails>"))).failures
