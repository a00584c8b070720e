"""What mutants are filled with: names of UBL, texts, numbers, dates, codes, identifiers, national values.

The tables hold what the official rules ask about, good and bad side by side; nothing here is a fact to rely on.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from random import Random

from einvoice.codelists import codes

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
CAC = f"{UBL}CommonAggregateComponents-2"
CBC = f"{UBL}CommonBasicComponents-2"
EXT = f"{UBL}CommonExtensionComponents-2"
INVOICE, CREDIT_NOTE = f"{UBL}Invoice-2", f"{UBL}CreditNote-2"
ROOTS = (f"{{{INVOICE}}}Invoice", f"{{{CREDIT_NOTE}}}CreditNote")
XML = "http://www.w3.org/XML/1998/namespace"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
FOREIGN = "urn:foreign"
PREFIXES = {CAC: "cac", CBC: "cbc", EXT: "ext", XML: "xml", XSI: "xsi"}
NAMES = {"cac": CAC, "cbc": CBC, "ext": EXT}

BLANKS = (" ", "  ", "\t", "\n", "\r", "\u00a0", "\u2003", "\u3000", "\u0085", "\u2028", "\u200b", "\ufeff")
TEXTS = (
    "", " ", "\n  ", "\t", "\u00a0", "x", "Ä", "ß", "İ", "ſ", "𝟙", "\U0001f600", "a\tb\nc", "]]>", "<>&'\"", "&amp;",
    "0", "-0", "1", "-1", "+5", "5.", ".5", "1,5", "1e3", "1E400", "1e-400", "NaN", "INF", "-INF", "+INF", "Infinity",
    "٣", "१२", "９", "²", "½", "−5", "0x10", "1_000", "1 000", "1.000,00", "--1", "5-", "1.2", "true", "false", "TRUE",
    "9" * 18, "9223372036854775808", "9" * 40, "9" * 400, "0." + "3" * 40, "0.12345678901234567", "1" + "0" * 30,
    "VAT", "vat", " VAT ", "TAX", "EUR", "eur", "S", "s", "AE", "380", "2024-02-30", "DK", "FI", "a" * 300, "ä" * 3000,
    "#AAI#text", "#AAI#", "#XYZ#a#b", "urn:cen.eu:en16931:2017", "a|b|c", "$", ".", "^", "[", "\\", "\\d", "?", "%20",
)  # fmt: skip
DATES = (
    "2024-02-30", "2023-02-29", "2024-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01", "-2024-01-01",
    "12024-01-01", "02024-01-01", "999999999-01-01", "24-01-01", "2024-1-1", "20240101", "2024/01/01", "01.02.2024",
    "2024-01-01Z", "2024-01-01+02:00", "2024-01-01-14:00", "2024-01-01+14:01", "2024-01-01+2:00", "2024-01-01z",
    "2024-01-01T00:00:00", "2024-01-01T24:00:00Z", "2024-01-01 12:00", "12:00:00", "2024-001", "2024-W01-1", "2024",
    "２０２４-01-01", "2024−01−01", "9999-12-31", "0001-01-01", "1899-12-31", "2024-01-0a", "2024-01-01\u00a0", "",
)  # fmt: skip


_WIDE = Context(prec=2_000)
"""A value may have hundreds of digits already."""


def number_form(value: Decimal, chance: Random) -> tuple[str, str]:
    """Return a kind, and *value* written or changed in that way."""
    plain = format(value, "f")
    cent = value.quantize(Decimal("0.01"), ROUND_HALF_UP, _WIDE)
    sign, digits = ("-", plain[1:]) if plain[0] == "-" else ("", plain)
    forms: tuple[tuple[str, Callable[[], str]], ...] = (
        ("a cent more", lambda: format(value + Decimal("0.01"), "f")),
        ("a cent less", lambda: format(value - Decimal("0.01"), "f")),
        ("two cents more", lambda: format(value + Decimal("0.02"), "f")),
        ("half a cent more", lambda: format(cent + Decimal("0.005"), "f")),
        ("half a cent less", lambda: format(cent - Decimal("0.005"), "f")),
        ("just below half a cent", lambda: format(cent + Decimal("0.0049999999999999999"), "f")),
        ("half of it", lambda: format(value / 2, "f")),
        ("negated", lambda: format(-value, "f")),
        ("a hundred times", lambda: format(value * 100, "f")),
        ("three decimals", lambda: f"{value:.3f}"),
        ("17 decimals", lambda: f"{value:.17f}"),
        ("17 decimals, the last one 1", lambda: f"{value:.16f}1"),
        ("40 decimals", lambda: f"{value:.39f}1"),
        ("no decimals", lambda: f"{value:.0f}"),
        ("rounded to one decimal", lambda: f"{value:.1f}"),
        ("zero", lambda: chance.choice(("0", "0.00", "-0", "-0.00", "00", "0.000"))),
        ("huge", lambda: f"{sign}{digits.replace('.', '')}{'0' * chance.choice((15, 16, 20, 40, 300, 310))}"),
        ("huge odd", lambda: chance.choice(("9007199254740993", "18446744073709551616", "1" * 60))),
        ("tiny", lambda: f"0.{'0' * chance.choice((5, 17, 18, 30, 330))}1"),
        ("very long", lambda: f"{sign}{'0' * 500}{digits}"),
        ("exponent", lambda: f"{value:e}"),
        ("exponent E0", lambda: f"{plain}E0"),
        ("plus sign", lambda: f"+{digits}"),
        ("leading zeros", lambda: f"{sign}00{digits}"),
        ("trailing zeros", lambda: f"{plain}{'' if '.' in plain else '.'}000"),
        ("trailing point", lambda: f"{sign}{digits.split('.')[0]}."),
        ("leading point", lambda: f"{sign}.{digits.split('.')[-1]}"),
        ("comma", lambda: plain.replace(".", ",") if "." in plain else f"{plain},0"),
        ("thousands", lambda: f"{value:,.2f}"),
        ("blank inside", lambda: f"{plain[:1]} {plain[1:]}"),
        ("Arabic digits", lambda: plain.translate({48 + n: 0x660 + n for n in range(10)})),
        ("full-width digits", lambda: plain.translate({48 + n: 0xFF10 + n for n in range(10)})),
        ("not a number", lambda: "NaN"),
        ("infinite", lambda: chance.choice(("INF", "-INF", "+INF"))),
        ("a number elsewhere", lambda: chance.choice(("nan", "inf", "Infinity", "1e3", "1E3", "0x10", "1_000"))),
        ("unit behind it", lambda: f"{plain} EUR"),
        ("Unicode minus", lambda: f"−{digits}"),
        ("two signs", lambda: f"--{digits}"),
    )  # fmt: skip
    kind, form = chance.choice(forms)
    return kind, form()


SCHEME_NUMBERS = {
    "0002": "552100554", "0007": "5560125790", "0009": "55210055400019", "0060": "123456789", "0088": "7300010000001",
    "0096": "1234567890", "0106": "12345678", "0151": "51824753556", "0184": "DK13585628",
    "0190": "12345678901234567890", "0192": "987654325", "0196": "5503730449", "0198": "DK13585628", "0201": "UFABCD",
    "0204": "991-12345-06", "0208": "0776091951", "0210": "RSSMRA85T10A562S", "0211": "IT00743110157",
    "0212": "20774740", "0216": "003720774740", "0217": "123456789012", "9906": "IT00743110157",
    "9907": "00743110157", "9930": "DE136695976", "9933": "094259216", "9944": "NL123456789B12",
    "SEPA": "DE98ZZZ09999999999", "EM": "a@b.de", "": "123",
}  # fmt: skip
"""A good number of each scheme that some rule checks."""
COUNTRIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "NO": ("NO987654325MVA", ("0192",)),
    "DK": ("DK13585628", ("0184", "0096", "0198", "0088")),
    "IT": ("IT00743110157", ("0211", "0210", "0201", "9907")),
    "SE": ("SE556012579001", ("0007", "0088")),
    "GR": ("EL094259216", ("9933",)),
    "EL": ("EL094259216", ("9933",)),
    "IS": ("IS123456", ("0196",)),
    "NL": ("NL123456789B12", ("0106", "0190", "9944", "0217")),
    "DE": ("DE136695976", ("9930", "0204", "EM")),
    "FI": ("FI20774740", ("0212", "0216")),
    "BE": ("BE0776091951", ("0208",)),
    "AU": ("AU51824753556", ("0151",)),
    "XI": ("XI123456789", ("0088",)),
    "GB": ("GB123456789", ("0060",)),
    "XX": ("XX1", ("0000",)),
}
"""VAT number and schemes of each country whose rules may wake up."""
PARTIES = {
    "seller": "cac:AccountingSupplierParty/cac:Party",
    "buyer": "cac:AccountingCustomerParty/cac:Party",
    "tax representative": "cac:TaxRepresentativeParty",
    "payee": "cac:PayeeParty",
}
COUNTRY_CODE = "cac:PostalAddress/cac:Country/cbc:IdentificationCode"

SELLER, BUYER = PARTIES["seller"], PARTIES["buyer"]
MEANS, ACCOUNT = "cac:PaymentMeans", "cac:PaymentMeans/cac:PayeeFinancialAccount"
BRANCH = f"{ACCOUNT}/cac:FinancialInstitutionBranch/cbc:ID"
DOCUMENT = "cac:AdditionalDocumentReference"
NATIONAL: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("NO", f"{SELLER}/cac:PartyTaxScheme/cbc:CompanyID", (
        "Foretaksregisteret", " Foretaksregisteret ", "NO987654325MVA", "NO987654324MVA", "NO987654325",
        "no987654325mva", "NO98765432٥MVA",
    )),
    ("NO", f"{SELLER}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID", ("TAX", "VAT", " TAX ", "vat")),
    ("DK", f"{MEANS}/cbc:PaymentMeansCode", (
        "1", "10", "31", "42", "48", "49", "50", "58", "59", "93", "97", "30", "5", " 50", "31 42",
    )),
    ("DK", f"{MEANS}/cbc:PaymentID", (
        "01#", "04#1234567890123456", "15#123456789012345", "71#123456789012345", "73#", "75#1234567890123456", "1#",
        " 71#", "",
    )),
    ("DK", f"{ACCOUNT}/cbc:ID", ("12345678", "1234567", "123456", "1234567a", "", " 12345678", "١٢٣٤٥٦٧٨")),
    ("DK", BRANCH, ("1234", "", " ")),
    ("DK", f"{MEANS}/cac:PaymentMandate/cbc:ID", ("M1", "")),
    ("DK", f"{MEANS}/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID", ("1234567", "")),
    ("DK", f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID", ("DK13585628", "13585628", "", "DK1358562", "dk13585628")),
    ("DK", "cac:AllowanceCharge/cbc:AllowanceChargeReasonCode", ("ZZZ", "zzz", " ZZZ")),
    ("DK", "cac:AllowanceCharge/cbc:AllowanceChargeReason", (
        "0123", "9999", "12345", "a#b", "#a", "a#", " 123", "1e3 ", "-001", "1e03",
    )),
    ("DK", "cac:InvoiceLine/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode", ("43211503", "")),
    ("DK", "cac:LegalMonetaryTotal/cbc:PayableAmount", ("-1", "-0.00", "x", "0", " -5 ")),
    ("IT", f"{SELLER}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID", ("TAX", "VAT", "IRPEF")),
    ("IT", f"{SELLER}/cac:PartyTaxScheme/cbc:CompanyID", (
        "RSSMRA85T10A562S", "00743110157", "rssmra85t10a562s", "0074311015", "IT00743110157", "ITX", "",
    )),
    ("IT", f"{SELLER}/cac:PostalAddress/cbc:PostalZone", ("00100", "")),
    ("IT", f"{SELLER}/cac:PostalAddress/cbc:CityName", ("Roma", "")),
    ("IT", f"{SELLER}/cac:PostalAddress/cbc:StreetName", ("Via", "")),
    ("SE", f"{MEANS}/cbc:PaymentMeansCode", ("30", "31", "50", "56", " 30 ", "31 ")),
    ("SE", BRANCH, ("SE:BANKGIRO", "SE:PLUSGIRO", "se:bankgiro", " SE:BANKGIRO ", "9900")),
    ("SE", f"{ACCOUNT}/cbc:ID", ("1234567", "12345678", "123-4567", "1", "123456789", "1e5", "NaN", "-1234567", "INF")),
    ("SE", f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID", (
        "5560125790", "5560125791", "556012-5790", "556012579", "1e9", "٥٥٦٠١٢٥٧٩٠", "NaN", "+556012579",
        "0000000000",
    )),
    ("SE", f"{SELLER}/cac:PartyTaxScheme/cbc:CompanyID", (
        "SE556012579001", "SE55601257901", "SE55601257900X", "se556012579001", "SE 55601257901", "SE1234567890e1",
        "Godkänd för F-skatt", "GODKÄND FÖR F-SKATT", "godkänd  för\nf-skatt", "Godka\u0308nd för F-skatt", "Nej",
    )),
    ("SE", f"{SELLER}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID", ("VAT", "TAX", "vat", " VAT")),
    ("GR", "cbc:ID", (
        "094259216|31/12/2024|1|1.1|A|B", "094259216|01/02/2024|0|1.6||B", "094259217|1/2/2024|-1|9.9|A|",
        "094259216|31-12-2024|x|2.1|A", "|||||", "a|b", "094259216|2024-12-31|1.5|1.1|A|B|C",
        "09425921٦|31/12/2024|1e2| 1.1|A| ",
    )),
    ("GR", "cbc:IssueDate", ("2024-12-31", "2024-02-01", "31/12/2024")),
    ("GR", f"{DOCUMENT}/cbc:DocumentDescription", ("##M.AR.K##", "##INVOICE|URL##", "##m.ar.k##", " ##M.AR.K##")),
    ("GR", f"{DOCUMENT}/cbc:ID", ("400001234567890", "0", "-1", "x", "1.5", "1e3", "")),
    ("GR", f"{DOCUMENT}/cac:Attachment/cac:ExternalReference/cbc:URI", ("https://example.gr", "")),
    ("GR", f"{SELLER}/cac:PartyTaxScheme/cbc:CompanyID", (
        "EL094259216", "EL094259217", "GR094259216", "EL09425921", "EL", "EL09425921٦", "EL094259216 ",
        "EL0942592161",
    )),
    ("GR", f"{BUYER}/cac:PartyTaxScheme/cbc:CompanyID", ("EL094259216", "EL123", "GR094259216", "")),
    ("GR", f"{BUYER}/cbc:EndpointID", ("094259216", "123", "")),
    ("IS", f"{DOCUMENT}/cbc:DocumentDescription", ("EINDAGI", "eindagi", " EINDAGI")),
    ("IS", f"{DOCUMENT}/cbc:ID", ("2024-12-31", "2024-02-30", "2000-01-01", "31.12.2024", "2024-12-31Z", "")),
    ("IS", "cbc:DueDate", ("2024-12-31", "2025-01-01", "x", "")),
    ("IS", f"{MEANS}/cbc:PaymentMeansCode", ("9", "42", " 9", "09")),
    ("IS", f"{ACCOUNT}/cbc:ID", ("123456789012", "12345678901", " 123456789012 ", "")),
    ("IS", f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID", ("5503730449", "")),
    ("IS", f"{BUYER}/cac:PartyLegalEntity/cbc:CompanyID", ("5503730449", "")),
    ("NL", f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID", ("12345678", "", " ", "12345678901234567890")),
    ("NL", f"{BUYER}/cac:PartyLegalEntity/cbc:CompanyID", ("12345678", "")),
    ("NL", f"{MEANS}/cbc:PaymentMeansCode", ("30", "48", "49", "57", "58", "59", "42", "ZZZ", " 30 ")),
    ("NL", "cac:LegalMonetaryTotal/cbc:PayableAmount", ("0", "-1", "x", "1e2", "")),
    ("NL", "cac:InvoiceLine/cac:OrderLineReference/cbc:LineID", ("1", "")),
    ("NL", "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID", ("1", "")),
    ("NL", "cac:TaxRepresentativeParty/cac:PostalAddress/cbc:StreetName", ("Straat", "")),
    ("NL", f"{SELLER}/cac:PartyTaxScheme/cbc:CompanyID", (
        "NL123456789B12", "NL123456789B1", "nl123456789b12", " NL123456789B12",
    )),
    ("DE", f"{SELLER}/cac:Contact/cbc:Name", ("Amt", "", " ")),
    ("DE", f"{SELLER}/cac:Contact/cbc:Telephone", ("+49 123", "12", "١٢٣", "a1b2c3", "1\n2\n3", "")),
    ("DE", f"{SELLER}/cac:Contact/cbc:ElectronicMail", (
        "a@b.de", "a@b", "a@b@c.de", "a @b.de", ".a@b.de", "a@b.de.", "a\u00a0b@c.de", "",
    )),
    ("DE", f"{MEANS}/cbc:PaymentMeansCode", ("58", "59", "30", "48", "54", "55", " 58 ")),
    ("DE", f"{ACCOUNT}/cbc:ID", (
        "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "DE88370400440532013000", "de89370400440532013000",
        "DE", "DE89", "DE89370400440532013ä00", "DE89\t370400440532013000", "NO9386011117947",
    )),
    ("DE", f"{MEANS}/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID", (
        "DE89370400440532013000", "DE00", "XX00A", "",
    )),
    ("DE", f"{MEANS}/cac:PaymentMandate/cbc:ID", ("M1", "")),
    ("DE", f"{MEANS}/cac:CardAccount/cbc:PrimaryAccountNumberID", ("1234", "")),
    ("DE", "cac:PaymentTerms/cbc:Note", (
        "#SKONTO#TAGE=14#PROZENT=2.00#\n", "#SKONTO#TAGE=14#PROZENT=2.00#",
        "#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=-10.00#\n", "text\n#SKONTO#TAGE=1#PROZENT=2.0#\n",
        "#SKONTO#TAGE=7#PROZENT=3.00#\n#SKONTO#TAGE=14#PROZENT=2.00#\n \n", " #SKONTO#TAGE=14#PROZENT=2.00#\r\n",
        "#VERZUG#",
    )),
    ("DE", f"{DOCUMENT}/cac:Attachment/cac:ExternalReference/cbc:URI", ("https://a.de", "a.de", "x:", "+a:b", "")),
    ("DE", f"{SELLER}/cac:PartyIdentification/cbc:ID", ("DE98ZZZ09999999999", "")),
    ("DE", f"{SELLER}/cac:PostalAddress/cbc:PostalZone", ("10115", "", " ")),
    ("DE", f"{BUYER}/cac:PostalAddress/cbc:CityName", ("Berlin", "", "\u00a0")),
    ("DE", "cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:CityName", ("Berlin", "")),
    ("DE", "cbc:BuyerReference", ("04011000-12345-34", "", "\n")),
    ("DE", "cbc:InvoiceTypeCode", ("326", "384", " 384", "389")),
)  # fmt: skip
CATEGORIES = ("AE", "E", "G", "K", "L", "M", "O", "S", "Z", "B", "IC", "s", " S ", "SS", "")
RATES = (
    "0", "0.00", "25", "25.0", "24", "25.5", "12", "6", "10", "14", "-1", "100", "0.5", "33.3333333333333333", "x",
    "1e1", "NaN",
)  # fmt: skip
ATTRIBUTE_CODES = {
    "currencyID": ("EUR", "SEK", "NOK", "DKK", "eur", " EUR", "EUR ", "XXX", "", "EUR SEK", "E"),
    "unitCode": ("C62", "EA", "HUR", "XPP", "ZZ", "c62", " C62", "C62 EA", "", "999"),
    "mimeCode": ("application/pdf", "image/png", "text/csv", "image/gif", "Application/PDF", " application/pdf", ""),
    "listID": ("TST", "STI", "HS", "ZZZ", "tst", " TST ", "", "TST STI", "X"),
    "listVersionID": ("19.05.01", "19.0501", "26.08.01", "", "1"),
    "schemeID": (*SCHEME_NUMBERS, "0000", "9999", " 0088", "0088 ", "0007 0088", "gln", "ABC", "VAT"),
    "name": ("Credit transfer", "", " "),
    "filename": ("a.pdf", "b.pdf", "", " a.pdf"),
    "languageID": ("en", "fi", "", "xx"),
}
ADDED_ATTRIBUTES = (
    "schemeID", "schemeID", "currencyID", "unitCode", "listID", "listVersionID", "mimeCode", "filename", "name",
    "languageID", "schemeAgencyID", "schemeAgencyName", "schemeName", "schemeURI", "schemeDataURI", "schemeVersionID",
    "listAgencyID", "listAgencyName", "listName", "listURI", "listSchemeURI", "unitCodeListID", "unitCodeListAgencyID",
    "unitCodeListIdentifier", "unitCodeListAgencyIdentifier", "unitCodeListAgencyName", "format", "encodingCode",
    "currencyCodeListVersionID", "characterSetCode", "uri", "languageLocaleID", "id", "unknown", "currencyid",
    "SchemeID", f"{{{XML}}}lang", f"{{{XML}}}space", f"{{{XML}}}id", f"{{{XML}}}base", f"{{{XSI}}}type",
    f"{{{XSI}}}nil", f"{{{XSI}}}schemaLocation", f"{{{FOREIGN}}}schemeID", f"{{{FOREIGN}}}currencyID",
    f"{{{CBC}}}currencyID",
)  # fmt: skip
LISTS = {
    "DocumentCurrencyCode": "currencies", "TaxCurrencyCode": "currencies", "IdentificationCode": "countries",
    "PaymentMeansCode": "payment_means", "InvoiceTypeCode": "invoice_types", "CreditNoteTypeCode": "invoice_types",
    "AllowanceChargeReasonCode": "allowance_reasons charge_reasons", "TaxExemptionReasonCode": "vatex",
    "DescriptionCode": "vat_point_codes", "@currencyID": "currencies", "@unitCode": "units", "@mimeCode": "mime_types",
    "@listID": "item_classification", "EndpointID@schemeID": "eas", "@schemeID": "icd", "ID": "vat_categories",
}  # fmt: skip
"""The code lists of an element, an attribute, or an attribute of an element."""
OTHER_CODES = {
    "ChargeIndicator": ("true", "false", "0", "1", "TRUE", "False", " true ", "", "yes", "tru"),
    "DocumentTypeCode": ("130", "50", "916", "380", " 130", "", "130 50"),
    "CustomizationID": (
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0#conformant#urn:x",
        "urn:cen.eu:en16931:2017",
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.00",
        " urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0 ",
    ),
    "ProfileID": (
        "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
        "urn:fdc:peppol.eu:2017:poacc:billing:02:1.0",
        "urn:peppol:bis:billing_with_response",
        "urn:peppol:france:billing:regulated",
        "urn:fdc:peppol.eu:2017:poacc:billing:99:1.0",
        " urn:fdc:peppol.eu:2017:poacc:billing:01:1.0\n",
    ),
    "Note": ("#AAI#text", "#ABC#", "#ZZZ#x", "#QQQ#x", "##", "#", "AAI#", "#AAI#SUR#"),
}


@cache
def listed(lists: str) -> tuple[str, ...]:
    """Return the codes of the *lists*, in a fixed order."""
    return tuple(sorted({code for name in lists.split() for code in codes(name)}))


def other_code(old: str, lists: str, chance: Random) -> tuple[str, str]:
    """Return a kind, and another code of *lists* or a bad one in place of *old*."""
    known = listed(lists)
    kind = chance.choice(
        ("another", "another", "another", "lower case", "blanks around", "blank inside", "two", "unknown")
    )
    new = {
        "another": chance.choice(known),
        "lower case": old.lower() if old != old.lower() else old.upper(),
        "blanks around": f"{chance.choice(BLANKS)}{old}{chance.choice(BLANKS)}",
        "blank inside": f"{old[:1]}{chance.choice(BLANKS)}{old[1:]}",
        "two": f"{old}{chance.choice(' ,|')}{chance.choice(known)}",
        "unknown": chance.choice(("ZZZZ", "0", "XXX", "999", "", f"{old}x", f"{old}{old}", old[:-1], old[1:])),
    }[kind]
    return kind, new
