"""FV-80 to FV-89: the payment order, a document for each case."""

import pytest
from tests.schematron.finvoice import Case, check
from tests.schematron.finvoice.wire import a, after, e, one, to

ACCOUNT = '<EpiAccountID IdentificationSchemeName="IBAN">FI2112345600000785</EpiAccountID>'
SELLER_ACCOUNT = '<SellerAccountID IdentificationSchemeName="IBAN">FI2112345600000785</SellerAccountID>'
SELLER_BIC = '<SellerBic IdentificationSchemeName="BIC">BANKFIHH</SellerBic>'
BIC = '<EpiBfiIdentifier IdentificationSchemeName="BIC">BANKFIHH</EpiBfiIdentifier>'
NAME = one("EpiNameAddressDetails", "Koivula Oy")
REFERENCE = one("EpiRemittanceInfoIdentifier", "10016")
INSTRUCTION = one("EpiPaymentInstructionId", "1001")
AMOUNT = one("EpiInstructedAmount", "300,00")
DUE = one("EpiDateOptionDate", "20260915")
TERMS = '<InvoiceDueDate Format="CCYYMMDD">20260915</InvoiceDueDate>'
OPTION = 'ChargeOption="SLEV"'
BUYER_COUNTRY = "<CountryCode>FI</CountryCode>\n<CountryName>Finland</CountryName>"
BUYER_ID = '<BuyerPartyIdentifier SchemeID="0212">7654321-2</BuyerPartyIdentifier>'
BUYER_TAX = one("BuyerOrganisationTaxCode", "FI76543212")
BUYER_UNIT = one("BuyerOrganisationUnitNumber", "003776543212")
TO = '<ToIdentifier SchemeID="0216">003776543212</ToIdentifier>'
CONSUMER = ((BUYER_ID, ""), (BUYER_TAX, ""), (BUYER_UNIT, ""), (TO, e("ToIdentifier", "FI8891317900012343")))
TYPE = "<InvoiceTypeCode>INV01"
TO_GERMANY = ((OPTION, 'ChargeOption="SHA"'), (BUYER_COUNTRY, "<CountryCode>DE</CountryCode>"))


def account(text: str, scheme: str | None = "IBAN") -> tuple[str, str]:
    return ACCOUNT, e("EpiAccountID", text, **({} if scheme is None else {"IdentificationSchemeName": scheme}))


def reference(text: str, scheme: str = "") -> tuple[str, str]:
    return REFERENCE, e("EpiRemittanceInfoIdentifier", text, **({"IdentificationSchemeName": scheme} if scheme else {}))


def barcode(text: str) -> tuple[str, str]:
    return after("</InvoiceDetails>\n", e("VirtualBankBarcode", text))


def due(terms: str, order: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (TERMS, TERMS.replace("20260915", terms)), (DUE, DUE.replace("20260915", order))


def four(iban: str = "2112345600000785", cents: str = "00030000", number: str = "10016", day: str = "260915") -> str:
    return f"4{iban}{cents}000{number:0>20}{day}"


def five(check_digits: str = "18", number: str = "539007547034") -> str:
    return f"5211234560000078500030000{check_digits}{number:0>21}260915"


def two(bban: str = "12345600000785", cents: str = "00030000", number: str = "10016", day: str = "260915") -> str:
    return f"2{bban}{cents}{number:0>20}{day}00007"


PAID = after("</InvoiceDetails>\n", e("PaymentStatusDetails", e("PaymentStatusCode", "PAID")))
SECOND_TERMS = after(
    "</PaymentTermsDetails>\n", e("PaymentTermsDetails", e("InvoiceDueDate", "20261015", Format="CCYYMMDD"))
)
INSTALMENT = "<PartialPaymentReferenceIdentifier>{}</PartialPaymentReferenceIdentifier>"


def instalment(text: str) -> tuple[str, str]:
    return after("</InvoiceDetails>\n", e("PartialPaymentDetails", INSTALMENT.format(text)))


CASES = [
    Case("FV-80", (), 0),
    Case("FV-80", ((NAME, ""),), 1, "the beneficiary of the payment to account FI2112345600000785 has no name"),
    Case("FV-80", ((NAME, e("EpiNameAddressDetails", " ")),), 1),
    Case("FV-81", (), 0),
    Case(
        "FV-81", (account("FI2112345600000784"),), 1, "the account FI2112345600000784 has check digits 21, expected 48"
    ),
    Case("FV-81", (account("FI211234560000078"),), 1, "17 characters, expected FI and 16 digits"),
    Case(
        "FV-81",
        (account("FI21 1234 5600 0007 85"),),
        1,
        "is not written as one word in capitals, expected FI2112345600000785",
    ),
    Case("FV-81", (account("fi2112345600000785"),), 1, "expected FI2112345600000785"),
    Case("FV-81", (account("tilinumero"),), 1, "is no IBAN"),
    Case("FV-81", (account("SE4550000000058398257466"),), 0),
    Case("FV-81", (account("NO9386011117947"),), 0),
    Case("FV-81", (account("NO9386011117948"),), 1, "has check digits 93"),
    Case("FV-81", (account("12345600000785", "BBAN"),), 0),
    Case("FV-81", (account("12345600000785", None),), 0),
    Case("FV-81", (account("FI2112345600000784", "BBAN"),), 0),
    Case("FV-81", (account("FI2112345600000784", None),), 1),
    Case("FV-81", (account(""),), 0),
    Case("FV-81", ((SELLER_ACCOUNT, SELLER_ACCOUNT.replace("785", "786")),), 1, "FI2112345600000786"),
    Case("FV-81", ((BIC, ""),), 1, "the account FI2112345600000785 has no BIC beside it"),
    Case("FV-81", ((SELLER_BIC, e("SellerBic")),), 1, "has no BIC beside it"),
    Case("FV-81", ((BIC, ""), account("12345600000785", "BBAN")), 0),
    Case("FV-82", (), 0),
    Case("FV-82", (reference("1232"),), 0),
    Case("FV-82", (reference("1231"),), 1, "the reference 1231 has check digit 1, expected 2"),
    Case("FV-82", (reference("00000000000000001232"),), 0),
    Case("FV-82", (reference("000000000000000001232"),), 1, "has 21 digits, expected at most 20"),
    Case("FV-82", (reference("000440"),), 1, "has 3 digits without leading zeros, expected at least 4"),
    Case("FV-82", (reference("0000"),), 1, "has 0 digits"),
    Case("FV-82", (reference("559582243294671"),), 0),
    Case("FV-82", (reference("RF18539007547034"),), 0),
    Case("FV-82", (reference("RF18 5390 0754 7034"),), 0),
    Case("FV-82", (reference("RF471234567890"),), 0),
    Case("FV-82", (reference("RF19539007547034"),), 1, "has check digits 19, expected 18"),
    Case("FV-82", (reference("RF00" + "1" * 22),), 1, "has 26 characters, expected at most 25"),
    Case("FV-82", (reference("RFAB12"),), 1, "is no RF reference"),
    Case("FV-82", (reference("Lasku 1001"),), 0),
    Case("FV-82", (reference(""),), 0),
    Case("FV-82", (instalment("1232"),), 0),
    Case("FV-82", (instalment("1233"),), 1, "the reference of a partial payment, 1233, has check digit 3, expected 2"),
    Case("FV-82", (instalment("katso liite"),), 0),
    Case("FV-83", (reference("1232", "SPY"),), 0),
    Case("FV-83", (reference("1232", "ISO"),), 1, "the reference 1232 has the scheme ISO, expected SPY"),
    Case("FV-83", (reference("RF18539007547034", "ISO"),), 0),
    Case("FV-83", (reference("RF18539007547034", "SPY"),), 1, "has the scheme SPY, expected ISO"),
    Case("FV-83", (reference("RF18539007547034"),), 0),
    Case("FV-83", (reference("1232", "KID"),), 0),
    Case("FV-83", (reference("Lasku", "SPY"),), 0),
    *(Case("FV-83", (reference(text, "ISO"),), 0) for text in ("Lasku", "12A", "XRF18", "R123")),
    Case("FV-83", (reference("", "SPY"),), 0),
    Case("FV-84", (), 0),
    Case("FV-84", due("20260915", "20260930"), 1, "20260930, expected 20260915 as in the payment terms"),
    Case("FV-84", (*due("20260915", "20260930"), SECOND_TERMS), 0),
    Case("FV-84", due("20260915", "15.9.2026"), 0),
    Case("FV-84", due("20260931", "20260930"), 0),
    Case("FV-84", ((TERMS, ""), (DUE, DUE.replace("15", "30"))), 0),
    Case("FV-85", (), 0),
    Case("FV-85", due("20260901", "20260901"), 0),
    Case("FV-85", due("20260915", "20260831"), 1, "20260831, expected not before the date of the invoice, 20260901"),
    Case("FV-85", due("20260831", "20260915"), 1, "the due date of the payment terms is 20260831"),
    Case("FV-85", due("20260831", "20260831"), 2),
    Case("FV-85", (*due("20260831", "20260831"), ("<OriginCode>Original", "<OriginCode>Cancel")), 0),
    Case("FV-85", (*due("20260831", "20260831"), PAID), 0),
    Case("FV-85", due("20260230", "20260230"), 0),
    Case("FV-85", (*due("20260831", "20260831"), to("InvoiceDate", "20260901", "1.9.2026")), 0),
    Case("FV-86", CONSUMER, 0),
    Case(
        "FV-86", (*CONSUMER, (INSTRUCTION, "")), 1, "the payment order of a consumer invoice lacks the instruction id"
    ),
    Case("FV-86", (*CONSUMER, (INSTRUCTION, ""), (REFERENCE, "")), 1, "lacks the reference and the instruction id"),
    Case("FV-86", ((INSTRUCTION, ""), (REFERENCE, "")), 0),
    Case("FV-86", ((TO, e("ToIdentifier", "FI8891317900012343")), (INSTRUCTION, "")), 0),
    Case("FV-86", (*CONSUMER[:3], (INSTRUCTION, "")), 0),
    *(Case("FV-86", (*CONSUMER[:place], *CONSUMER[place + 1 :], (INSTRUCTION, "")), 0) for place in range(4)),
    Case("FV-86", ((BUYER_ID, e("BuyerPartyIdentifier", "131052-308T")), *CONSUMER[1:3], (INSTRUCTION, "")), 1),
    Case("FV-86", (*CONSUMER[1:3], (BUYER_ID, e("BuyerCode", "x", IdentifierType="HETU")), (INSTRUCTION, "")), 1),
    Case(
        "FV-86",
        ((TYPE, TYPE.replace("INV01", "INV09")), (REFERENCE, "")),
        1,
        "the payment order of a direct payment copy lacks the reference",
    ),
    Case("FV-86", ((TYPE, TYPE.replace("INV01", "INV09")),), 0),
    Case("FV-87", (), 0),
    Case("FV-87", ((OPTION, 'ChargeOption="SHA"'),), 0),
    Case(
        "FV-87",
        ((OPTION, 'ChargeOption="OUR"'),),
        1,
        "the charge option is OUR, expected SHA or SLEV for a payment in euro to an account in FI",
    ),
    Case("FV-87", ((OPTION, 'ChargeOption="BEN"'),), 1),
    Case(
        "FV-87",
        ((OPTION, 'ChargeOption="SHA"'), (BUYER_COUNTRY, "<CountryCode>DE</CountryCode>")),
        1,
        "expected SLEV for a payment in euro from DE to an account in FI",
    ),
    Case("FV-87", ((BUYER_COUNTRY, "<CountryCode>DE</CountryCode>"),), 0),
    Case("FV-87", ((OPTION, 'ChargeOption="SHA"'), (BUYER_COUNTRY, "<CountryCode>AX</CountryCode>")), 0),
    Case("FV-87", ((OPTION, 'ChargeOption="SHA"'), (BUYER_COUNTRY, "<CountryCode>US</CountryCode>")), 0),
    Case("FV-87", ((OPTION, 'ChargeOption="SHA"'), (BUYER_COUNTRY, ""), (BUYER_TAX, "")), 0),
    Case("FV-87", ((OPTION, 'ChargeOption="OUR"'), (AMOUNT, a("EpiInstructedAmount", "300,00", "USD"))), 0),
    Case("FV-87", ((OPTION, 'ChargeOption="OUR"'), account("12345", "BBAN")), 1),
    Case("FV-87", ((OPTION, 'ChargeOption="OUR"'), account("TR330006100519786457841326")), 0),
    Case("FV-87", ((OPTION, 'ChargeOption=""'),), 0),
    Case("FV-87", ((OPTION, ""),), 0),
    *(
        Case("FV-87", (*TO_GERMANY, ('<Finvoice Version="3.0"', f'<Finvoice Version="{version}"')), fires)
        for version, fires in (("1.0", 0), ("1.2", 0), ("1.3", 1), ("2.01", 1), ("1.25", 1))
    ),
    Case("FV-88", (barcode(four()),), 0),
    Case("FV-88", (barcode(four()[:-1]),), 1, "the bar code has 53 characters, expected 54 digits"),
    Case("FV-88", (barcode(four()[:-1] + "x"),), 1, "expected 54 digits"),
    Case("FV-88", (barcode(""),), 0),
    Case("FV-88", (barcode(four("2112345600000786")),), 1, "has account 2112345600000786, expected 2112345600000785"),
    Case("FV-88", (barcode(four(cents="00030001")),), 1, "has amount 300,01, expected 300,00"),
    Case("FV-88", (barcode(four(cents="00000000")),), 0),
    Case(
        "FV-88",
        (barcode(four()), to("EpiInstructedAmount", "300,00", "-300,00")),
        1,
        "has amount 300,00, expected zeros for -300,00",
    ),
    Case("FV-88", (barcode(four(cents="00000000")), to("EpiInstructedAmount", "300,00", "1000000,00")), 0),
    Case("FV-88", (barcode(four(cents="99999999")), to("EpiInstructedAmount", "300,00", "999999,99")), 0),
    Case("FV-88", (barcode(four()), to("EpiInstructedAmount", "300,00", "1000000,00")), 1, "zeros for 1000000,00"),
    Case("FV-88", (barcode(four(number="1232")),), 1, "has reference 1232, expected 10016"),
    Case("FV-88", (barcode(four(number="0")),), 0),
    Case("FV-88", (barcode(four(day="260930")),), 1, "has due date 260930, expected 260915"),
    Case("FV-88", (barcode(four(day="000000")),), 0),
    Case(
        "FV-88",
        (barcode(four("2112345600000786", "00030001", "1232", "260930")),),
        1,
        "785; has amount 300,01, expected 300,00; has reference 1232, expected 10016; has due date",
    ),
    Case("FV-88", (barcode(" ".join((four()[:20], four()[20:]))),), 0),
    Case("FV-88", (barcode(five()), reference("RF18539007547034")), 0),
    Case("FV-88", (barcode(five("19")), reference("RF18539007547034")), 1, "has RF check digits 19, expected 18"),
    Case(
        "FV-88",
        (barcode(five(number="539007547035")), reference("RF18539007547034")),
        1,
        "has reference 539007547035, expected RF18539007547034",
    ),
    Case("FV-88", (barcode(four(number="539007547034")), reference("RF18539007547034")), 0),
    Case("FV-88", (barcode(two()),), 0),
    Case("FV-88", (barcode(two()), account("12345600000785", "BBAN")), 0),
    Case(
        "FV-88",
        (barcode(two("12345600000786")), account("12345600000785", "BBAN")),
        1,
        "has account 12345600000786, expected 12345600000785",
    ),
    Case("FV-88", (barcode(two("12345600000786")), account("123456-785", "BBAN")), 0),
    Case(
        "FV-88",
        (barcode(two(cents="00030001", number="1232", day="260930")),),
        1,
        "has amount 300,01, expected 300,00; has reference 1232, expected 10016; has due date 260930, expected 260915",
    ),
    Case("FV-88", (barcode("1" * 54),), 0),
    Case("FV-88", (barcode(four("2112345600000786")), account("SE4550000000058398257466")), 0),
    Case("FV-89", (), 0),
    Case(
        "FV-89",
        ((AMOUNT, a("EpiInstructedAmount", "300,00", "SEK")),),
        1,
        "the amount to pay is 300,00 SEK, expected in EUR",
    ),
    Case("FV-89", ((AMOUNT, e("EpiInstructedAmount", "300,00")),), 0),
    Case("FV-89", ((AMOUNT, a("EpiInstructedAmount", "300,00", "eur")),), 0),
    Case("FV-89", ((one("InvoiceTotalVatIncludedAmount", "365,10"), e("InvoiceTotalVatIncludedAmount", "365,10")),), 0),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.id}_{number}" for number, case in enumerate(CASES)])
def test_payment(case):
    check(case)
