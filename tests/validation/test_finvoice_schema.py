"""Finvoice in the schema layer: which schema judges which document, and what it says of common faults."""

import re
from pathlib import Path

import pytest
from lxml import etree

from einvoice import xml
from einvoice.validation import schema
from einvoice.validation.schema import judge_root
from einvoice.validation.structure import Grammar

CORPUS = Path(__file__).resolve().parents[2] / "corpora" / "finvoice"

INVOICE = """<Finvoice Version="3.0">
  <SellerPartyDetails>
    <SellerOrganisationName>Pihlajaniemen Tukku Oy</SellerOrganisationName>
    <SellerPostalAddressDetails>
      <SellerStreetName>Konepajankuja 7</SellerStreetName>
      <SellerTownName>Tampere</SellerTownName>
      <SellerPostCodeIdentifier>33100</SellerPostCodeIdentifier>
    </SellerPostalAddressDetails>
  </SellerPartyDetails>
  <BuyerPartyDetails>
    <BuyerOrganisationName>Koivurannan Kahvila Oy</BuyerOrganisationName>
  </BuyerPartyDetails>
  <InvoiceDetails>
    <InvoiceTypeCode>INV01</InvoiceTypeCode>
    <InvoiceTypeText>Lasku</InvoiceTypeText>
    <OriginCode>Original</OriginCode>
    <InvoiceNumber>1</InvoiceNumber>
    <InvoiceDate Format="CCYYMMDD">20260504</InvoiceDate>
    <InvoiceTotalVatIncludedAmount AmountCurrencyIdentifier="EUR">136,20</InvoiceTotalVatIncludedAmount>
  </InvoiceDetails>
  <InvoiceRow>
    <ArticleName>Kahvitarjoilu</ArticleName>
    <RowVatRatePercent>13,5</RowVatRatePercent>
    <RowAmount AmountCurrencyIdentifier="EUR">136,20</RowAmount>
  </InvoiceRow>
  <EpiDetails>
    <EpiIdentificationDetails>
      <EpiDate Format="CCYYMMDD">20260504</EpiDate>
      <EpiReference/>
    </EpiIdentificationDetails>
    <EpiPartyDetails>
      <EpiBfiPartyDetails/>
      <EpiBeneficiaryPartyDetails>
        <EpiAccountID IdentificationSchemeName="IBAN">FI8891317900012343</EpiAccountID>
      </EpiBeneficiaryPartyDetails>
    </EpiPartyDetails>
    <EpiPaymentInstructionDetails>
      <EpiRemittanceInfoIdentifier>1232</EpiRemittanceInfoIdentifier>
      <EpiInstructedAmount AmountCurrencyIdentifier="EUR">136,20</EpiInstructedAmount>
      <EpiCharge ChargeOption="SHA"/>
      <EpiDateOptionDate Format="CCYYMMDD">20260518</EpiDateOptionDate>
    </EpiPaymentInstructionDetails>
  </EpiDetails>
</Finvoice>"""


def judged(*changes):
    """Return the verdict on INVOICE after *changes*: pairs of a pattern that is there, and what takes its place."""
    text = INVOICE
    for pattern, new in changes:
        text, number = re.subn(pattern, new, text, count=1, flags=re.DOTALL)
        assert number == 1, pattern
    return judge_root(xml.parse(text.encode()), "finvoice")


def said(verdict):
    return [(f.code, f.path, f.message, f.fix) for f in verdict.of(None)]


# --- which schema -----------------------------------------------------------------------------------

VERSIONS = [
    # version  judged by          valid
    ("3.0",   "finvoice/3.0",     True),
    (" 3.0 ", "finvoice/3.0",     True),
    ("3.1",   "finvoice/3.0",     False),
    ("4",     "finvoice/3.0",     False),
    ("x",     "finvoice/3.0",     False),
    ("",      "finvoice/3.0",     False),
    ("2.01",  "finvoice/2.01",    True),
    ("2.0",   "finvoice/2.01",    True),
    ("2.2",   "finvoice/2.01",    False),
    ("1.3",   "finvoice/2.01",    True),
    ("1.2",   "finvoice/2.01",    True),
    ("1.0",   "finvoice/2.01",    True),
    ("0.9",   "finvoice/2.01",    False),
]  # fmt: skip


@pytest.mark.parametrize(("version", "ruleset", "valid"), VERSIONS, ids=[repr(v[0]) for v in VERSIONS])
def test_version_chooses_the_schema(version, ruleset, valid):
    verdict = judged(('Version="3.0"', f'Version="{version}"'))
    assert (verdict.ruleset, not verdict.of(None)) == (ruleset, valid)
    assert verdict.edition.version == ruleset.partition("/")[2]
    if not valid:
        (finding,) = verdict.of(None)
        assert finding.path == "/Finvoice/@Version"
        assert finding.fix == "write one of these codes, spelled like this"


def test_document_without_version_is_judged_by_the_newest():
    verdict = judged((' Version="3.0"', ""))
    assert verdict.ruleset == "finvoice/3.0"
    fix = "add Version, one of 1.3, 2.0, 2.01, 3.0"
    assert said(verdict) == [("XSD-ATTRIBUTE", "/Finvoice", "Finvoice lacks the attribute Version", fix)]


def test_attachment_message_has_a_schema():
    verdict = judge_root(etree.fromstring("<FinvoiceAttachments Version='1.0'/>"), "finvoice")
    assert (verdict.ruleset, verdict.edition.version) == ("finvoice/attachments", "1.0")
    assert [f.message for f in verdict.of(None)] == [
        "MessageTransmissionDetails is missing in FinvoiceAttachments",
        "AttachmentDetails is missing in FinvoiceAttachments",
    ]


def test_other_roots_are_refused():
    verdict = judge_root(etree.fromstring("<Finvoices/>"), "finvoice")
    assert [f.message for f in verdict.of(None)] == [
        "the root element is Finvoices, expected Finvoice or FinvoiceAttachments"
    ]


def test_a_default_namespace_is_one_fault_and_hides_no_other():
    verdict = judged(("<Finvoice ", '<Finvoice xmlns="urn:x" '), (">Lasku<", "><"))
    assert said(verdict) == [
        (
            "XSD-ELEMENT",
            "/Finvoice",
            "Finvoice stands in the namespace 'urn:x', expected none",
            "remove the attribute xmlns and the prefix",
        ),
        (
            "XSD-VALUE",
            "/Finvoice/InvoiceDetails/InvoiceTypeText",
            "InvoiceTypeText has 0 characters, expected at least 1",
            "write the value; it may not be empty",
        ),
    ]


# --- words ------------------------------------------------------------------------------------------

DETAILS = "/Finvoice/InvoiceDetails"
TOTAL = f"{DETAILS}/InvoiceTotalVatIncludedAmount"
AMOUNT = "expected an amount of at most 15 digits, with a comma before 2 to 5 decimals"
DATE = "expected a date of eight digits: year, month and day without separators"
PLACE = "expected after InvoiceTypeCode and before OriginCode"
PAYMENT = "expected an amount of at most 15 digits, with a comma before exactly 2 decimals"
PERCENTAGE = "expected a percentage of at most 3 digits, with a comma before at most 3 decimals"
TYPES = "expected one of REQ, QUO, ORD, ORC, INV, DEV, TES, INF, PRI, DEN, SEI, REC, RES, SDD and two digits"
ORIGINAL_DATE = '<OriginalInvoiceDate Format="CCYYMMDD">20260101</OriginalInvoiceDate>'
FOREIGN = "<ExternalSpecificationDetails><a xmlns='urn:a'/></ExternalSpecificationDetails>"
FAULTS = [
    # case, changes, then code, path, message, fix
    (
        "wrong_order",
        [(r"(<InvoiceTypeText>.*</InvoiceTypeText>)(.*)(</InvoiceDetails>)", r"\2\1\3")],
        "XSD-ELEMENT",
        f"{DETAILS}/InvoiceTypeText",
        f"InvoiceTypeText stands in the wrong place in InvoiceDetails, {PLACE}",
        "move it there: the order of the elements is fixed",
    ),
    (
        "mandatory_child_missing",
        [("<InvoiceNumber>1</InvoiceNumber>", "")],
        "XSD-ELEMENT",
        DETAILS,
        "InvoiceNumber is missing in InvoiceDetails, expected before InvoiceDate",
        "add InvoiceNumber",
    ),
    (
        "payment_order_missing",
        [("<EpiDetails>.*</EpiDetails>", "")],
        "XSD-ELEMENT",
        "/Finvoice",
        "EpiDetails is missing in Finvoice",
        "add EpiDetails",
    ),
    (
        "too_often",
        [("<SellerStreetName>.*</SellerStreetName>", "<SellerStreetName>Katu</SellerStreetName>" * 4)],
        "XSD-ELEMENT",
        "/Finvoice/SellerPartyDetails/SellerPostalAddressDetails/SellerStreetName[4]",
        "SellerStreetName stands 4 times in SellerPostalAddressDetails, expected at most 3 times",
        "remove what is too many",
    ),
    (
        "unknown_element",
        [("</InvoiceRow>", "<SellerPupesoftId>1</SellerPupesoftId></InvoiceRow>")],
        "XSD-ELEMENT",
        "/Finvoice/InvoiceRow/SellerPupesoftId",
        "SellerPupesoftId is not known in InvoiceRow",
        "remove it, or put it where it belongs",
    ),
    (
        "misspelt_element",
        [("(</?)ArticleName>(.*</)ArticleName>", r"\1ArtikelName>\2ArtikelName>")],
        "XSD-ELEMENT",
        "/Finvoice/InvoiceRow/ArtikelName",
        "ArtikelName is not known in InvoiceRow",
        "did you mean ArticleName?",
    ),
    (
        "row_with_sub_rows",
        [("</InvoiceRow>", "<SubInvoiceRow/></InvoiceRow>")],
        "XSD-ELEMENT",
        "/Finvoice/InvoiceRow/SubInvoiceRow",
        "SubInvoiceRow and ArticleName stand together in InvoiceRow, expected one or the other",
        "give SubInvoiceRow its own InvoiceRow",
    ),
    (
        "element_of_a_newer_version",
        [("3.0", "1.3"), ("</InvoiceDate>", f"</InvoiceDate>{ORIGINAL_DATE}")],
        "XSD-ELEMENT",
        f"{DETAILS}/OriginalInvoiceDate",
        "OriginalInvoiceDate is not known in InvoiceDetails",
        'remove it, or write Version="3.0": that version has it here',
    ),
    (
        "attribute_of_a_newer_version",
        [("3.0", "2.01"), ("<RowVatRate", '<EanCode SchemeID="0160">1</EanCode><RowVatRate')],
        "XSD-ATTRIBUTE",
        "/Finvoice/InvoiceRow/EanCode/@SchemeID",
        "EanCode takes no attribute SchemeID",
        'remove it, or write Version="3.0": that version has it here',
    ),
    (
        "unknown_attribute_in_an_old_version",
        [("3.0", "2.01"), ("<InvoiceRow>", '<InvoiceRow x="1">')],
        "XSD-ATTRIBUTE",
        "/Finvoice/InvoiceRow/@x",
        "InvoiceRow takes no attribute x",
        "remove the attribute, or correct its name",
    ),
    (
        "amount_with_a_point",
        [("136,20</InvoiceTotal", "136.20</InvoiceTotal")],
        "XSD-VALUE",
        TOTAL,
        f"InvoiceTotalVatIncludedAmount is '136.20', {AMOUNT}",
        "write it like 1234,56",
    ),
    (
        "amount_with_one_decimal",
        [("136,20</InvoiceTotal", "136,2</InvoiceTotal")],
        "XSD-VALUE",
        TOTAL,
        f"InvoiceTotalVatIncludedAmount is '136,2', {AMOUNT}",
        "write it like 1234,56",
    ),
    (
        "payment_with_four_decimals",
        [("136,20</EpiInstructed", "136,2000</EpiInstructed")],
        "XSD-VALUE",
        "/Finvoice/EpiDetails/EpiPaymentInstructionDetails/EpiInstructedAmount",
        f"EpiInstructedAmount is '136,2000', {PAYMENT}",
        "write it like 1234,56",
    ),
    (
        "percentage_with_a_sign",
        [(">13,5<", ">13,5 %<")],
        "XSD-VALUE",
        "/Finvoice/InvoiceRow/RowVatRatePercent",
        f"RowVatRatePercent is '13,5 %', {PERCENTAGE}",
        "write it like 25,5",
    ),
    (
        "date_with_hyphens",
        [(">20260504</InvoiceDate>", ">2026-05-04</InvoiceDate>")],
        "XSD-VALUE",
        f"{DETAILS}/InvoiceDate",
        f"InvoiceDate is '2026-05-04', {DATE}",
        "write it like 20260417",
    ),
    (
        "optional_text_empty",
        [("</SellerTownName>.*</SellerPostCodeIdentifier>", r"\g<0><SellerCountrySubdivision/>")],
        "XSD-VALUE",
        "/Finvoice/SellerPartyDetails/SellerPostalAddressDetails/SellerCountrySubdivision",
        "SellerCountrySubdivision has 0 characters, expected at least 2",
        "write the value, or leave SellerCountrySubdivision out",
    ),
    (
        "optional_code_empty",
        [("</InvoiceTypeCode>", "</InvoiceTypeCode><InvoiceTypeCodeUN> </InvoiceTypeCodeUN>")],
        "XSD-VALUE",
        f"{DETAILS}/InvoiceTypeCodeUN",
        "InvoiceTypeCodeUN is empty, expected 1 to 3 capitals or digits",
        "write it like 380, or leave InvoiceTypeCodeUN out",
    ),
    (
        "optional_amount_empty",
        [(">136,20</RowAmount>", "></RowAmount>")],
        "XSD-VALUE",
        "/Finvoice/InvoiceRow/RowAmount",
        f"RowAmount is empty, {AMOUNT}",
        "write it like 1234,56, or leave RowAmount out",
    ),
    (
        "mandatory_text_too_short",
        [(">Tampere<", ">T<")],
        "XSD-VALUE",
        "/Finvoice/SellerPartyDetails/SellerPostalAddressDetails/SellerTownName",
        "SellerTownName has 1 character, expected at least 2",
        "write the whole value",
    ),
    (
        "text_too_long",
        [(">1</InvoiceNumber>", f">{'9' * 21}</InvoiceNumber>")],
        "XSD-VALUE",
        f"{DETAILS}/InvoiceNumber",
        "InvoiceNumber has 21 characters, expected at most 20",
        "shorten the text",
    ),
    (
        "type_code_unknown",
        [(">INV01<", ">CRN01<")],
        "XSD-VALUE",
        f"{DETAILS}/InvoiceTypeCode",
        f"InvoiceTypeCode is 'CRN01', {TYPES}",
        "write it like INV01",
    ),
    (
        "origin_unknown",
        [(">Original<", ">original<")],
        "XSD-VALUE",
        f"{DETAILS}/OriginCode",
        "OriginCode is 'original', expected one of Original, Copy, Cancel",
        "write one of these codes, spelled like this",
    ),
    (
        "account_with_blanks",
        [(">FI8891317900012343<", ">FI88 9131 7900 0123 43<")],
        "XSD-VALUE",
        "/Finvoice/EpiDetails/EpiPartyDetails/EpiBeneficiaryPartyDetails/EpiAccountID",
        "EpiAccountID is 'FI88 9131 7900 0123 43', expected letters, digits and . - _ : without blanks",
        "write it like FI2112345600000785",
    ),
    (
        "date_without_format",
        [('<InvoiceDate Format="CCYYMMDD">', "<InvoiceDate>")],
        "XSD-ATTRIBUTE",
        f"{DETAILS}/InvoiceDate",
        "InvoiceDate lacks the attribute Format",
        'add Format="CCYYMMDD"',
    ),
    (
        "date_with_another_format",
        [('<InvoiceDate Format="CCYYMMDD">', '<InvoiceDate Format="YYYYMMDD">')],
        "XSD-VALUE",
        f"{DETAILS}/InvoiceDate/@Format",
        "attribute Format of InvoiceDate is 'YYYYMMDD', expected CCYYMMDD",
        "write CCYYMMDD, spelled like this",
    ),
    (
        "amount_without_currency",
        [(' AmountCurrencyIdentifier="EUR"', "")],
        "XSD-ATTRIBUTE",
        TOTAL,
        "InvoiceTotalVatIncludedAmount lacks the attribute AmountCurrencyIdentifier",
        "add AmountCurrencyIdentifier, such as EUR",
    ),
    (
        "currency_too_long",
        [('"EUR"', '" EURO "')],
        "XSD-VALUE",
        f"{TOTAL}/@AmountCurrencyIdentifier",
        "attribute AmountCurrencyIdentifier of InvoiceTotalVatIncludedAmount has 4 characters, expected exactly 3",
        "write it like EUR",
    ),
    (
        "account_without_scheme",
        [(' IdentificationSchemeName="IBAN"', "")],
        "XSD-ATTRIBUTE",
        "/Finvoice/EpiDetails/EpiPartyDetails/EpiBeneficiaryPartyDetails/EpiAccountID",
        "EpiAccountID lacks the attribute IdentificationSchemeName",
        "add IdentificationSchemeName, one of IBAN, BBAN",
    ),
    (
        "foreign_element",
        [("<EpiDetails>", f"<SpecificationDetails>{FOREIGN}</SpecificationDetails><EpiDetails>")],
        "XSD-ELEMENT",
        "/Finvoice/SpecificationDetails/ExternalSpecificationDetails/a",
        "a stands where an element of another format may, but its schema is not known",
        "remove it, or send it beside the invoice",
    ),
]


@pytest.mark.parametrize(("case", "changes", "code", "path", "message", "fix"), FAULTS, ids=[f[0] for f in FAULTS])
def test_fault(case, changes, code, path, message, fix):
    assert said(judged(*changes)) == [(code, path, message, fix)]


def test_one_run_names_all_faults():
    verdict = judged(
        (">Lasku<", f">{'x' * 36}<"),
        ("<InvoiceNumber>1</InvoiceNumber>", ""),
        ("<InvoiceRow>", "<InvoiceRow><SubInvoiceRow><Unknown/></SubInvoiceRow><Nothing/>"),
        ("(<EpiDate .*</EpiDate>)(.*)(</EpiIdentificationDetails>)", r"\2\1\3"),
        ('ChargeOption="SHA"', 'ChargeOption="sha"'),
    )
    assert [f.path for f in verdict.of(None)] == [
        "/Finvoice/InvoiceDetails",
        "/Finvoice/InvoiceDetails/InvoiceTypeText",
        "/Finvoice/InvoiceRow/SubInvoiceRow",
        "/Finvoice/InvoiceRow/SubInvoiceRow/Unknown",
        "/Finvoice/InvoiceRow/Nothing",
        "/Finvoice/EpiDetails/EpiIdentificationDetails/EpiReference",
        "/Finvoice/EpiDetails/EpiPaymentInstructionDetails/EpiCharge/@ChargeOption",
    ]


def test_mixed_rows_are_valid_in_2_01():
    assert not judged(("3.0", "2.01"), ("</InvoiceRow>", "<SubInvoiceRow/></InvoiceRow>")).of(None)


@pytest.mark.parametrize("kind", ["2.01", "3.0", "attachments"])
def test_every_aggregate_has_a_content_model_and_every_pattern_has_words(kind):
    """A model that the grammar does not know would be explained in libxml2's words."""
    path = schema.SCHEMAS["finvoice"].path_of(kind)
    grammar = Grammar.load(path)
    root = xml.parse(path.read_bytes())
    xs = "{http://www.w3.org/2001/XMLSchema}"
    aggregates = {
        node.get("name") for node in root.iterchildren(f"{xs}complexType") if node.find(f"{xs}simpleContent") is None
    }
    assert aggregates - set(grammar.contents) == {"any"} & aggregates
    for node in root.iterchildren(f"{xs}simpleType"):
        if node.find(f"{xs}restriction/{xs}pattern") is not None:
            assert grammar.wanted[node.get("name")].words, node.get("name")


# --- our corpus -------------------------------------------------------------------------------------

INVALID = {
    # file: how many faults
    "default-namespace.xml": 1,
    "foreign-elements.xml": 4,
    "amount-as-text.xml": 1,
    "missing-currency.xml": 1,
    "thousands-separator.xml": 1,
    "without-epi.xml": 1,
    "without-rows.xml": 1,
    "without-seller.xml": 1,
}
MANY = {"elements-out-of-order.xml", "iso-dates-decimal-points.xml", "version-label-wrong.xml"}
"""More faults than are worth counting."""


def test_our_own_documents_are_valid_but_for_those_that_are_wrong_on_purpose():
    judged_files = 0
    for path in sorted(CORPUS.rglob("*.xml")):
        data = path.read_bytes()
        if data.count(b"</Finvoice>") != 1 or not re.match(rb"(<\?xml[^>]*\?>\s*)?<Finvoice\s", data):
            continue  # a frame, several documents, or no invoice at all
        try:
            root = xml.parse(data)
        except Exception:
            assert path.parent.name == "negative", path.name
            continue
        findings = judge_root(root, "finvoice").of(None)
        judged_files += 1
        if path.name in MANY:
            assert len(findings) > 4, path.name
        else:
            assert len(findings) == INVALID.get(path.name, 0), (path.name, [f.message for f in findings])
    assert judged_files > 50
