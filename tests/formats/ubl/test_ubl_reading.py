"""UBL as it is read: the irregular pairs, the type codes, the envelope, and what is named because BIS has no place.

Every case changes one place of a document that holds all groups of the BIS, and says what becomes of it.
"""

import re
from decimal import Decimal

import pytest
from tests.formats.ubl.documents import (
    CREDIT_NOTE,
    EVERYTHING,
    changed,
    named,
    sample,
    schema_faults,
    texts,
    to_bis,
    without,
)

import einvoice
from einvoice import ReadError
from einvoice.errors import NotDetected, SeveralInvoices
from einvoice.model import Note

# ---------------------------------------------------------------------------------- notes

NOTE = "<cbc:Note>Kaikki kentät yhdellä laskulla.</cbc:Note>"
NOTES = [
    # case, text on the wire, note read
    ("plain", "a", Note(text="a")),
    ("subject", "#AAI#a", Note(subject_code="AAI", text="a")),
    ("subject with text of several lines", "#REG#a\nb", Note(subject_code="REG", text="a\nb")),
    ("subject alone", "#AAI#", Note(subject_code="AAI", text="")),
    ("no subject: lower case", "#aai#a", Note(text="#aai#a")),
    ("no subject: four letters", "#AAIX#a", Note(text="#AAIX#a")),
    ("no subject: later in the text", "a #AAI#b", Note(text="a #AAI#b")),
    ("number signs", "##x##", Note(text="##x##")),
    ("blanks kept", "  a  ", Note(text="  a  ")),
]


@pytest.mark.parametrize(("text", "note"), [n[1:] for n in NOTES], ids=[n[0] for n in NOTES])
def test_note(text: str, note: Note) -> None:
    found = to_bis(changed(NOTE, f"<cbc:Note>{text}</cbc:Note>"))
    assert found.invoice.notes == (note,)
    assert texts(found.data, "Note")[0] == text, "and goes round"
    assert found.findings == []


def test_several_notes_stay_several_and_in_order() -> None:
    """EN 16931 allows them, BIS one; nothing is joined that the source keeps apart."""
    found = to_bis(changed(NOTE, "<cbc:Note>#AAI#a</cbc:Note><cbc:Note>b</cbc:Note><cbc:Note>#REG#c</cbc:Note>"))
    assert texts(found.data, "Note")[:3] == ["#AAI#a", "b", "#REG#c"]


# ---------------------------------------------------------------------------------- tax schemes of a party

VAT_SCHEME = """<cac:PartyTaxScheme>
        <cbc:CompanyID>FI91001147</cbc:CompanyID>
        <cac:TaxScheme>
          <cbc:ID>VAT</cbc:ID>
        </cac:TaxScheme>
      </cac:PartyTaxScheme>
      """
TAX_SCHEME = """<cac:PartyTaxScheme>
        <cbc:CompanyID>Ennakkoperintärekisterissä</cbc:CompanyID>
        <cac:TaxScheme>
          <cbc:ID>TAX</cbc:ID>
        </cac:TaxScheme>
      </cac:PartyTaxScheme>
      """
SCHEMES = [
    ("VAT first", VAT_SCHEME + TAX_SCHEME),
    ("VAT last", TAX_SCHEME + VAT_SCHEME),
    ("VAT alone", VAT_SCHEME),
    ("tax alone", TAX_SCHEME),
    ("none", ""),
    ("another name", VAT_SCHEME + TAX_SCHEME.replace(">TAX<", ">GST<")),
    ("tax without number", TAX_SCHEME.replace("<cbc:CompanyID>Ennakkoperintärekisterissä</cbc:CompanyID>", "")),
]


@pytest.mark.parametrize("schemes", [s[1] for s in SCHEMES], ids=[s[0] for s in SCHEMES])
def test_tax_schemes_keep_number_name_and_order(schemes: str) -> None:
    data = changed(VAT_SCHEME + TAX_SCHEME, schemes)
    found = to_bis(data)
    assert found.findings == []
    wanted = re.findall(r"<cbc:(?:CompanyID|ID)>([^<]+)<", schemes)
    written = found.data.decode().partition("</cac:PostalAddress>")[2].partition("<cac:PartyLegalEntity>")[0]
    assert re.findall(r"<cbc:(?:CompanyID|ID)>([^<]+)<", written) == wanted


def test_third_tax_scheme_is_named() -> None:
    found = to_bis(changed(VAT_SCHEME, VAT_SCHEME + VAT_SCHEME.replace("FI91001147", "FI91001358")))
    assert ("FI91001358", "LOSS-REPEATED") in {(f.value, f.code) for f in found.findings}
    assert found.invoice.seller is not None
    assert found.invoice.seller.vat_identifier == "FI91001147"


def test_lower_case_vat_is_vat_and_said() -> None:
    found = to_bis(changed(VAT_SCHEME, VAT_SCHEME.replace(">VAT<", ">vat<")))
    assert found.invoice.seller is not None
    assert found.invoice.seller.vat_identifier == "FI91001147"
    assert [(f.code, f.severity, f.value) for f in found.findings] == [("LOSS-FIXED", "info", "vat")]


# ---------------------------------------------------------------------------------- document references

OBJECT = """<cac:AdditionalDocumentReference>
    <cbc:ID schemeID="ABT">KOHDE-17</cbc:ID>
    <cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>
  </cac:AdditionalDocumentReference>
  """
PROJECT = """<cac:AdditionalDocumentReference>
    <cbc:ID>P-7</cbc:ID>
    <cbc:DocumentTypeCode>50</cbc:DocumentTypeCode>
  </cac:AdditionalDocumentReference>
  """


def references(data: bytes) -> list[str]:
    return re.findall(r"<cac:AdditionalDocumentReference>\s*<cbc:ID[^>]*>([^<]+)<", data.decode())


def test_references_keep_their_order() -> None:
    """The invoiced object usually stands first; where it does not, its place is remembered."""
    text = sample(EVERYTHING)
    assert references(to_bis(text.encode()).data) == ["KOHDE-17", "HR-2026-604", "EHDOT"]
    moved = text.replace(OBJECT, "").replace("<cac:ProjectReference>", OBJECT + "<cac:ProjectReference>")
    found = to_bis(moved.encode())
    assert references(found.data) == ["HR-2026-604", "EHDOT", "KOHDE-17"]
    assert found.invoice.invoiced_object_identifier == "KOHDE-17"
    assert found.findings == []


def test_project_of_a_credit_note_is_a_reference_of_type_50() -> None:
    found = to_bis(changed(OBJECT, PROJECT + OBJECT, CREDIT_NOTE))
    assert found.invoice.project_reference == "P-7"
    assert references(found.data) == ["P-7", "KOHDE-17", "HR-2026-604", "EHDOT"]
    assert found.findings == []
    assert schema_faults(found.data) == []


def test_type_50_of_an_invoice_is_no_project() -> None:
    found = to_bis(changed(OBJECT, PROJECT + OBJECT))
    assert found.invoice.project_reference == "KESÄ-2026", "that of cac:ProjectReference"
    assert ("LOSS-UNMAPPED", "50", "/Invoice/AdditionalDocumentReference[1]/DocumentTypeCode") in named(found.findings)


def test_second_invoiced_object_is_named() -> None:
    found = to_bis(changed(OBJECT, OBJECT + OBJECT.replace("KOHDE-17", "KOHDE-18")))
    values = {f.value for f in found.findings if f.code == "LOSS-REPEATED"}
    assert {"KOHDE-18", "ABT", "130"} <= values


# ---------------------------------------------------------------------------------- tax totals and currencies

ACCOUNTING = """<cac:TaxTotal>
    <cbc:TaxAmount currencyID="SEK">1691.89</cbc:TaxAmount>
  </cac:TaxTotal>
  """


def test_accounting_total() -> None:
    found = to_bis(sample(EVERYTHING).encode())
    assert found.invoice.totals is not None
    assert (found.invoice.vat_currency, found.invoice.totals.vat_total_accounting) == ("SEK", Decimal("1691.89"))
    assert found.invoice.totals.vat_total == Decimal("152.08")


def test_accounting_total_may_stand_first() -> None:
    text = sample(EVERYTHING).replace(ACCOUNTING, "")
    first = text.replace("<cac:TaxTotal>", ACCOUNTING + "<cac:TaxTotal>")
    found = to_bis(first.encode())
    assert found.invoice.totals is not None
    assert found.invoice.totals.vat_total == Decimal("152.08")
    amounts = re.findall(r'<cac:TaxTotal>\s*<cbc:TaxAmount currencyID="(\w+)">', found.data.decode())
    assert amounts == ["SEK", "EUR"]
    assert found.findings == []


MIXES = [
    (
        "line",
        '<cbc:PriceAmount currencyID="EUR">389.00',
        '<cbc:PriceAmount currencyID="USD">389.00',
        "PriceAmount",
        "USD",
    ),
    ("total", 'currencyID="EUR">851.49', 'currencyID="GBP">851.49', "PayableAmount", "GBP"),
    ("allowance", '<cbc:Amount currencyID="EUR">15.00', '<cbc:Amount currencyID="NOK">15.00', "Amount", "NOK"),
    ("base", 'currencyID="EUR">476.00', 'currencyID="SEK">476.00', "BaseAmount", "SEK"),
    ("vat group", 'currencyID="EUR">58.24', 'currencyID="SEK">58.24', "TaxAmount", "SEK"),
    (
        "no currency",
        '<cbc:PriceAmount currencyID="EUR">389.00',
        '<cbc:PriceAmount currencyID="">389.00',
        "PriceAmount",
        "",
    ),
    ("accounting", "<cbc:TaxCurrencyCode>SEK<", "<cbc:TaxCurrencyCode>NOK<", "TaxAmount", "NOK"),
    ("no accounting", "<cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>", "", "TaxAmount", "SEK"),
]


@pytest.mark.parametrize(("old", "new", "element", "currency"), [m[1:] for m in MIXES], ids=[m[0] for m in MIXES])
def test_mixed_currencies_are_refused(old: str, new: str, element: str, currency: str) -> None:
    """A guess at a currency costs more than a refusal."""
    with pytest.raises(ReadError) as caught:
        to_bis(changed(old, new))
    error = caught.value
    assert error.exit_code == 4
    assert error.path is not None
    assert error.path.endswith(f"/{element}/@currencyID")
    assert error.line
    assert currency in error.message
    assert error.fix
    assert {f.code for f in error.findings} == {"EI-CURRENCY-MIX"}


# ---------------------------------------------------------------------------------- due dates of credit notes

WAY = """<cac:PaymentMeans>
    <cbc:PaymentMeansCode name="SEPA-tilisiirto">58</cbc:PaymentMeansCode>
    <cbc:PaymentDueDate>2026-06-11</cbc:PaymentDueDate>
    """


def test_due_date_of_a_credit_note_is_that_of_its_payment_means() -> None:
    found = to_bis(sample(CREDIT_NOTE).encode())
    assert str(found.invoice.due_date) == "2026-06-11"
    assert texts(found.data, "PaymentDueDate") == ["2026-06-11"]
    assert texts(found.data, "DueDate") == []


def test_two_ways_with_one_date_share_it_and_it_is_written_once() -> None:
    other = f"{WAY}</cac:PaymentMeans>".replace("58", "30").replace("SEPA-tilisiirto", "tilisiirto")
    found = to_bis(changed(WAY, other + WAY, CREDIT_NOTE))
    assert str(found.invoice.due_date) == "2026-06-11"
    assert texts(found.data, "PaymentDueDate") == ["2026-06-11"]
    assert found.findings == []


def test_two_ways_with_two_dates_keep_both() -> None:
    other = f"{WAY}</cac:PaymentMeans>".replace("2026-06-11", "2026-07-11")
    found = to_bis(changed(WAY, other + WAY, CREDIT_NOTE))
    assert [str(w.due_date) for w in found.invoice.payment_instructions] == ["2026-07-11", "2026-06-11"]
    assert texts(found.data, "PaymentDueDate") == ["2026-07-11", "2026-06-11"]
    assert found.findings == []


def test_a_date_that_one_way_states_is_that_of_the_credit_note() -> None:
    other = f"{WAY}</cac:PaymentMeans>".replace("<cbc:PaymentDueDate>2026-06-11</cbc:PaymentDueDate>\n    ", "")
    found = to_bis(changed(WAY, other + WAY, CREDIT_NOTE))
    assert str(found.invoice.due_date) == "2026-06-11"
    assert texts(found.data, "PaymentDueDate") == ["2026-06-11"]
    assert found.findings == []


def test_payment_due_date_in_an_invoice_is_named() -> None:
    found = to_bis(changed("<cbc:PaymentID>", "<cbc:PaymentDueDate>2026-05-09</cbc:PaymentDueDate><cbc:PaymentID>"))
    assert named(found.findings) == {("LOSS-UNMAPPED", "2026-05-09", "/Invoice/PaymentMeans/PaymentDueDate")}


# ---------------------------------------------------------------------------------- type codes


def test_invoice_code_in_a_credit_note_is_read_as_a_credit_note_and_said() -> None:
    found = to_bis((sample("negative/type-380-in-credit-note.xml")).encode())
    assert found.invoice.type_code == "381"
    assert texts(found.data, "CreditNoteTypeCode") == ["381"]
    (finding,) = found.findings
    assert (finding.severity, finding.value, finding.path) == ("error", "380", "/CreditNote/CreditNoteTypeCode")
    assert "380" in finding.message
    assert "381" in finding.message


def test_credit_note_code_in_an_invoice_is_written_as_a_credit_note_and_said() -> None:
    source = sample("negative/type-381-in-invoice.xml")
    found = to_bis(source.encode())
    assert found.data.partition(b"<CreditNote ")[1]
    assert schema_faults(found.data) == []
    (finding,) = [f for f in found.findings if f.severity == "error"]
    assert (finding.value, finding.path) == ("381", "/Invoice/InvoiceTypeCode")
    assert texts(found.data, "CreditedQuantity") == re.findall(r"<cbc:InvoicedQuantity[^>]*>([^<]+)<", source)
    assert texts(found.data, "PayableAmount") == re.findall(r"<cbc:PayableAmount[^>]*>([^<]+)<", source), "no flip"
    due = re.findall(r"<cbc:DueDate>([^<]+)<", source)
    assert texts(found.data, "PaymentDueDate") == due


@pytest.mark.parametrize("code", ["380", "384", "326", "389", "875"])
def test_invoice_types_stay(code: str) -> None:
    found = to_bis(changed("<cbc:InvoiceTypeCode>380<", f"<cbc:InvoiceTypeCode>{code}<"))
    assert texts(found.data, "InvoiceTypeCode") == [code]
    assert found.findings == []


@pytest.mark.parametrize("code", ["381", "396", "81", "83", "532"])
def test_credit_note_types_stay(code: str) -> None:
    found = to_bis(changed("<cbc:CreditNoteTypeCode>381<", f"<cbc:CreditNoteTypeCode>{code}<", CREDIT_NOTE))
    assert texts(found.data, "CreditNoteTypeCode") == [code]
    assert found.findings == []


def test_line_number_of_a_wrong_type_is_that_of_its_element() -> None:
    found = to_bis((sample("negative/type-380-in-credit-note.xml")).encode())
    lines = sample("negative/type-380-in-credit-note.xml").splitlines()
    assert found.findings[0].line is not None
    assert "CreditNoteTypeCode" in lines[found.findings[0].line - 1]


# ---------------------------------------------------------------------------------- the Peppol envelope


def test_envelope_is_opened_and_reported() -> None:
    found = to_bis(sample("sbdh-envelope.xml").encode())
    inner = to_bis(sample("fi-domestic-two-rates.xml").encode())
    assert found.data == inner.data
    codes = [f.code for f in found.findings]
    assert codes[0] == "EI-SBDH"
    assert set(codes[1:]) == {"LOSS-ENVELOPE"}
    assert {f.severity for f in found.findings} == {"info"}
    assert all(f.path is not None and f.path.startswith("/StandardBusinessDocument") for f in found.findings)


def test_places_inside_an_envelope_lead_there() -> None:
    text = sample("sbdh-envelope.xml").replace("<cbc:DueDate>2026-05-01<", "<cbc:DueDate>2026-05-32<")
    with pytest.raises(ReadError) as caught:
        to_bis(text.encode())
    assert caught.value.path == "/StandardBusinessDocument/Invoice/DueDate"


def enveloped(*documents: str) -> bytes:
    inner = "".join(text.partition("?>")[2] for text in documents)
    namespace = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
    header = "<StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion></StandardBusinessDocumentHeader>"
    return f'<StandardBusinessDocument xmlns="{namespace}">{header}{inner}</StandardBusinessDocument>'.encode()


def test_second_document_in_an_envelope_is_no_piece_of_the_envelope() -> None:
    """Two invoices are two: either both are read, or one of the two is refused, never passed over."""
    data = enveloped(sample(EVERYTHING), sample("credit-note.xml"))
    with pytest.raises(SeveralInvoices):
        einvoice.read(data)


def test_envelope_without_an_invoice() -> None:
    with pytest.raises(NotDetected) as caught:
        einvoice.read(enveloped())
    assert caught.value.exit_code == 3


# ---------------------------------------------------------------------------------- foreign elements and attributes

EXTENSION = (
    '<ext:UBLExtensions xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2">'
    "<ext:UBLExtension><ext:ExtensionContent>"
    '<my:thing xmlns:my="urn:my" a="1">sisältö</my:thing>'
    "</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>"
)
FOREIGN = [
    # case, old, new, what has to be named
    (
        "element",
        "<cbc:ID>20260418</cbc:ID>",
        "<cbc:ID>20260418</cbc:ID><cbc:UUID>1234-5678</cbc:UUID>",
        {("LOSS-UNMAPPED", "1234-5678", "/Invoice/UUID")},
    ),
    (
        "attribute",
        "<cbc:ID>20260418</cbc:ID>",
        '<cbc:ID schemeName="oma">20260418</cbc:ID>',
        {("LOSS-UNMAPPED", "oma", "/Invoice/ID/@schemeName")},
    ),
    (
        "attribute of a quantity",
        '<cbc:InvoicedQuantity unitCode="XBG">',
        '<cbc:InvoicedQuantity unitCode="XBG" unitCodeListID="UNECERec20">',
        {("LOSS-UNMAPPED", "UNECERec20", "/Invoice/InvoiceLine[1]/InvoicedQuantity/@unitCodeListID")},
    ),
    (
        "language",
        "<cbc:Note>Säilytä viileässä</cbc:Note>",
        '<cbc:Note languageID="fi">Säilytä viileässä</cbc:Note>',
        {("LOSS-UNMAPPED", "fi", "/Invoice/InvoiceLine[1]/Note/@languageID")},
    ),
    (
        "extension",
        "<cbc:CustomizationID>",
        f"{EXTENSION}<cbc:CustomizationID>",
        {
            ("LOSS-UNMAPPED", "sisältö", "/Invoice/UBLExtensions/UBLExtension/ExtensionContent/thing"),
            ("LOSS-UNMAPPED", "1", "/Invoice/UBLExtensions/UBLExtension/ExtensionContent/thing/@a"),
        },
    ),
    (
        "group",
        "<cac:PayeeParty>",
        "<cac:Signature><cac:SignatoryParty><cbc:WebsiteURI>X</cbc:WebsiteURI></cac:SignatoryParty></cac:Signature><cac:PayeeParty>",
        {("LOSS-UNMAPPED", "X", "/Invoice/Signature/SignatoryParty/WebsiteURI")},
    ),
    (
        "second of one",
        "<cbc:PaymentID>RF18539007547034</cbc:PaymentID>",
        "<cbc:PaymentID>RF18539007547034</cbc:PaymentID><cbc:PaymentID>2</cbc:PaymentID>",
        {("LOSS-REPEATED", "2", "/Invoice/PaymentMeans/PaymentID[2]")},
    ),
    (
        "second group",
        "<cac:PaymentMeans>",
        "<cac:Delivery><cbc:ActualDeliveryDate>2026-01-01</cbc:ActualDeliveryDate></cac:Delivery><cac:PaymentMeans>",
        {("LOSS-REPEATED", "2026-01-01", "/Invoice/Delivery[2]/ActualDeliveryDate")},
    ),
    (
        "text between elements",
        "<cac:PayeeParty>",
        "hyvää päivää<cac:PayeeParty>",
        {("LOSS-UNMAPPED", "hyvää päivää", "/Invoice")},
    ),
    (
        "fixed text",
        "<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode>\n    </cac:DocumentReference>",
        "<cbc:DocumentTypeCode>916</cbc:DocumentTypeCode>\n    </cac:DocumentReference>",
        {("LOSS-FIXED", "916", "/Invoice/InvoiceLine[1]/DocumentReference/DocumentTypeCode")},
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), [f[1:] for f in FOREIGN], ids=[f[0] for f in FOREIGN])
def test_foreign_content_is_named(old: str, new: str, expected: set[tuple[str, str, str]]) -> None:
    found = to_bis(changed(old, new))
    assert named(found.findings) == expected
    lines = changed(old, new).decode().splitlines()
    for finding in found.findings:
        assert finding.line is not None
        assert finding.severity == "warning"
        assert "}" not in finding.message, "a name, not a namespace"
        assert lines[finding.line - 1]


# ---------------------------------------------------------------------------------- silent losses

REGISTRATION = '<cbc:CompanyID schemeID="0212">9100114-7</cbc:CompanyID>'
ENTITY = """<cac:PartyLegalEntity>
        <cbc:RegistrationName>Pihlajaniemen Tukku ja Huolto Oy</cbc:RegistrationName>
        <cbc:CompanyID schemeID="0212">9100114-7</cbc:CompanyID>
        <cbc:CompanyLegalForm>Kotipaikka Tampere</cbc:CompanyLegalForm>
      </cac:PartyLegalEntity>"""


def test_attribute_of_an_empty_element_is_not_overwritten_unseen() -> None:
    """Two elements where one is allowed: the scheme of the first, which has no text, must be named."""
    found = to_bis(changed(REGISTRATION, f'<cbc:CompanyID schemeID="9999"/>{REGISTRATION}'))
    assert "9999" in {f.value for f in found.findings} | set(re.findall(r'schemeID="(\w+)"', found.data.decode()))


def test_values_of_a_second_company_are_not_given_to_the_first() -> None:
    """One legal entity is allowed.  What a second one adds belongs to the second."""
    first = ENTITY.replace("\n        <cbc:CompanyLegalForm>Kotipaikka Tampere</cbc:CompanyLegalForm>", "")
    second = (
        "<cac:PartyLegalEntity><cbc:RegistrationName>Toinen Oy</cbc:RegistrationName>"
        "<cbc:CompanyLegalForm>Konkurssissa</cbc:CompanyLegalForm></cac:PartyLegalEntity>"
    )
    found = to_bis(changed(ENTITY, first + second))
    assert found.invoice.seller is not None
    assert found.invoice.seller.name == "Pihlajaniemen Tukku ja Huolto Oy"
    assert found.invoice.seller.additional_legal_information is None
    assert {"Toinen Oy", "Konkurssissa"} <= {f.value for f in found.findings}


def test_text_after_a_foreign_child_is_not_lost_unseen() -> None:
    found = to_bis(changed("<cbc:ID>20260418</cbc:ID>", '<cbc:ID>2026<x xmlns="">04</x>18</cbc:ID>'))
    if found.invoice.invoice_number != "20260418":
        assert {"04", "18"} <= {f.value for f in found.findings}


# ---------------------------------------------------------------------------------- values


VALUES = [
    ("minus zero", ">0.01<", ">-0.00<", "0.00"),
    ("plus", ">0.01<", ">+0.01<", "0.01"),
    ("no leading zero", ">0.01<", ">.01<", "0.01"),
    ("trailing zeros", ">0.01<", ">0.0100<", "0.0100"),
    ("blanks", ">0.01<", "> 0.01\n<", "0.01"),
]


@pytest.mark.parametrize(("old", "new", "written"), [v[1:] for v in VALUES], ids=[v[0] for v in VALUES])
def test_amount(old: str, new: str, written: str) -> None:
    found = to_bis(changed(old, new))
    assert Decimal(texts(found.data, "PayableRoundingAmount")[0]) == Decimal(written)
    assert not texts(found.data, "PayableRoundingAmount")[0].startswith("-0")


NO_VALUES = [
    ("exponent", ">0.01<", ">1E-2<", "/Invoice/LegalMonetaryTotal/PayableRoundingAmount"),
    ("comma", ">0.01<", ">0,01<", "/Invoice/LegalMonetaryTotal/PayableRoundingAmount"),
    ("letters", ">0.01<", ">sentti<", "/Invoice/LegalMonetaryTotal/PayableRoundingAmount"),
    ("other digits", ">0.01<", ">０.01<", "/Invoice/LegalMonetaryTotal/PayableRoundingAmount"),
    ("too many digits", ">0.01<", f">{'9' * 101}<", "/Invoice/LegalMonetaryTotal/PayableRoundingAmount"),
    ("no such day", ">2026-05-02<", ">2026-02-30<", "/Invoice/DueDate"),
    ("unpadded", ">2026-05-02<", ">2026-5-2<", "/Invoice/DueDate"),
    ("time zone", ">2026-05-02<", ">2026-05-02Z<", "/Invoice/DueDate"),
    ("time", ">2026-05-02<", ">2026-05-02T00:00:00<", "/Invoice/DueDate"),
]


@pytest.mark.parametrize(("old", "new", "path"), [n[1:] for n in NO_VALUES], ids=[n[0] for n in NO_VALUES])
def test_value_that_cannot_be_read(old: str, new: str, path: str) -> None:
    with pytest.raises(ReadError) as caught:
        to_bis(changed(old, new))
    error = caught.value
    assert (error.exit_code, error.path) == (4, path)
    assert error.line
    assert error.fix
    assert new[1:-1] in error.message or "101" in error.message


def test_empty_elements_are_absent() -> None:
    empty = to_bis(
        changed("<cbc:BuyerReference>KP-204</cbc:BuyerReference>", "<cbc:BuyerReference> </cbc:BuyerReference>")
    )
    assert empty.invoice.buyer_reference is None
    assert texts(empty.data, "BuyerReference") == []
    gone = to_bis(without("<cac:Delivery>", "</cac:Delivery>"))
    assert gone.invoice.delivery is None
