"""UBL as it is written: schema order, numbers, escaping, what the BIS demands, and the same bytes every time."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.formats.netvisor import documents as netvisor
from tests.formats.ubl.documents import CORPUS, CREDIT_NOTE, EVERYTHING, ROOT, named, sample, schema_faults, texts

import einvoice
from einvoice import Context
from einvoice.formats.mapping.account import leaves
from einvoice.model import (
    Address,
    CashDiscount,
    Delivery,
    DocumentTotals,
    Identifier,
    Internal,
    Invoice,
    Line,
    LineInternal,
    Note,
    Party,
    PaymentConditions,
    PaymentInstructions,
    SupportingDocument,
)

CONTEXT = Context.load(ROOT / "corpora" / "einvoice.toml")


def invoice(name: str = EVERYTHING, **fields: Any) -> Invoice:
    """The invoice of a sample with some fields changed."""
    return einvoice.read(sample(name).encode()).invoice.model_copy(update=fields)


def with_line(**fields: Any) -> Invoice:
    found = invoice()
    return found.model_copy(update={"lines": (found.lines[0].model_copy(update=fields), *found.lines[1:])})


# ---------------------------------------------------------------------------------- order, and every time the same

UBL_SAMPLES = [p for p in sorted(CORPUS.rglob("*.xml")) if p.name != "date-not-a-date.xml"]
NETVISOR_SAMPLES = sorted((ROOT / "corpora" / "netvisor").glob("*.xml"))

# Documents that lack what the schema demands as well: a number, lines, an amount.
INCOMPLETE = {
    "draft.xml": ("ID",),
    "invoice-minimal.xml": ("ID",),
    "response-list.xml": ("InvoiceLine",),
    "total-zero-netvisor-prices.xml": ("LineExtensionAmount", "TaxAmount"),
}


@pytest.mark.parametrize("path", UBL_SAMPLES + NETVISOR_SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_everything_written_follows_the_official_schema(path: Path) -> None:
    try:
        found = list(einvoice.read_many(path, context=CONTEXT))
    except einvoice.EInvoiceError:
        assert path.name.startswith("response-"), "an answer without an invoice"
        return
    for one in found:
        faults = schema_faults(einvoice.write(one.invoice, "ubl", context=CONTEXT).data)
        if absent := INCOMPLETE.get(path.name):
            assert faults
            assert all("Expected is" in fault and any(f"}}{name} " in fault for name in absent) for fault in faults)
        else:
            assert faults == []


@pytest.mark.conformance
def test_every_official_document_is_written_in_order(shared: Any) -> None:
    for path in sorted(shared("conformance", "documents").rglob("*.[xX][mM][lL]")):
        source = einvoice.read(path)
        before = schema_faults(path.read_bytes())
        after = schema_faults(einvoice.write(source.invoice, "ubl").data)
        assert len(after) <= len(before), (path.name, after)


def test_same_bytes_every_time() -> None:
    for path in UBL_SAMPLES + NETVISOR_SAMPLES:
        try:
            found = list(einvoice.read_many(path, context=CONTEXT))
        except einvoice.EInvoiceError:
            continue
        for one in found:
            first = einvoice.write(one.invoice, "ubl", context=CONTEXT)
            again = einvoice.write(one.invoice, "ubl", context=CONTEXT)
            assert (first.data, first.findings) == (again.data, again.findings)


def test_writing_what_was_written_changes_nothing() -> None:
    for path in UBL_SAMPLES:
        once = einvoice.write(einvoice.read(path).invoice, "ubl").data
        assert einvoice.write(einvoice.read(once).invoice, "ubl").data == once, path.name


def test_form() -> None:
    data = einvoice.write(invoice(), "ubl").data
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<Invoice ')
    assert data.endswith(b"</Invoice>\n")
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert "ä" in data.decode()


# ---------------------------------------------------------------------------------- numbers

NUMBERS = ["1E+3", "1E-7", "0E-9", "-0.00", "-0", "1000000", "0.10", "123456789012345678901234567890.12"]


@pytest.mark.parametrize("value", NUMBERS)
def test_number_has_no_exponent_and_no_minus_zero(value: str) -> None:
    data = einvoice.write(with_line(quantity=Decimal(value), net_price=Decimal(value)), "ubl").data
    for name in ("InvoicedQuantity", "PriceAmount"):
        text = texts(data, name)[0]
        assert re.fullmatch(r"-?\d+(\.\d+)?", text), text
        assert Decimal(text) == Decimal(value)
        assert not re.fullmatch(r"-0+(\.0+)?", text)


def test_digits_stay_as_they_were() -> None:
    data = einvoice.write(with_line(net_price=Decimal("11.9000"), quantity=Decimal("40.0")), "ubl").data
    assert (texts(data, "PriceAmount")[0], texts(data, "InvoicedQuantity")[0]) == ("11.9000", "40.0")


# ---------------------------------------------------------------------------------- escaping

TEXTS = [
    ("markup", "<a> & \"b\" 'c' ]]>"),
    ("return", "a\r\nb\rc"),
    ("tab and line", "a\tb\nc"),
    ("blanks around", "  a  "),
    ("beyond the first plane", "𝄞 🧾"),
    ("non-breaking", "1\u00a0000\u202f€"),
    ("line separator", "a\u2028b\u0085c"),
    ("looks like an entity", "&amp; &#38; &lt;"),
]


@pytest.mark.parametrize("text", [t[1] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_text_goes_round(text: str) -> None:
    document = SupportingDocument(reference="1", filename=text, mime_code="application/pdf", content_base64="AAAA")
    source = invoice(buyer_reference=text, notes=(Note(text=text),), supporting_documents=(document,))
    written = einvoice.write(source, "ubl")
    back = einvoice.read(written.data).invoice
    assert back.buyer_reference == text
    assert back.notes[0].text == text
    assert back.supporting_documents[0].filename == text, "an attribute"
    assert schema_faults(written.data) == []


FORBIDDEN = ["\x00", "\x01", "\x08", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"]


@pytest.mark.parametrize("character", FORBIDDEN, ids=ascii)
def test_control_character_is_named_and_left_out(character: str) -> None:
    written = einvoice.write(invoice(buyer_reference=f"a{character}b"), "ubl")
    assert texts(written.data, "BuyerReference") == ["ab"]
    (finding,) = [f for f in written.findings if f.code == "LOSS-CHARACTER"]
    assert finding.model_path == "buyer_reference"
    assert "BT-10" in finding.message


ODD_PLACES: list[tuple[str, dict[str, Any]]] = [
    ("note", {"notes": (Note(text="a\x01"),)}),
    ("subject of a note", {"notes": (Note(text="a", subject_code="AA\x01"),)}),
    (
        "scheme of the invoiced object",
        {"invoiced_object_identifier": "1", "invoiced_object_identifier_scheme": "A\x01"},
    ),
    (
        "name of a tax scheme",
        {"seller": Party(name="A", tax_registration_identifier="1", tax_registration_scheme="T\x01")},
    ),
    ("VAT number", {"seller": Party(name="A", vat_identifier="FI\x01")}),
    ("currency", {"currency": "EU\x01R"}),
    ("accounting currency", {"vat_currency": "SE\x01K"}),
    ("tax point code", {"tax_point_date_code": "3\x01"}),
    (
        "file name",
        {"supporting_documents": (SupportingDocument(reference="1", filename="a\x01", content_base64="AAAA"),)},
    ),
    ("unit", {"lines": (Line(identifier="1", quantity=Decimal(1), unit_code="C\x0162"),)}),
    ("scheme of an identifier", {"seller": Party(name="A", identifiers=(Identifier(value="1", scheme="0\x01"),))}),
    ("exemption reason", {"payment_terms": "a\x01"}),
]


@pytest.mark.parametrize("fields", [o[1] for o in ODD_PLACES], ids=[o[0] for o in ODD_PLACES])
def test_control_character_never_breaks_the_document(fields: dict[str, Any]) -> None:
    written = einvoice.write(invoice(**fields), "ubl")
    etree.fromstring(written.data)
    assert "LOSS-CHARACTER" in {f.code for f in written.findings}


# ---------------------------------------------------------------------------------- what other formats keep apart


def foreign(**fields: Any) -> Invoice:
    """An invoice that came from no UBL document."""
    base: dict[str, Any] = {
        "invoice_number": "1",
        "issue_date": date(2026, 11, 20),
        "type_code": "380",
        "currency": "EUR",
        "seller": Party(name="Myyjä Oy"),
        "buyer": Party(name="Ostaja Oy", identifiers=(Identifier(value="4367"),)),
        "lines": (Line(item_name="Työ"),),
        "totals": DocumentTotals(amount_due=Decimal("1.00")),
    }
    return Invoice(**(base | fields))


def test_profile_and_customization_are_those_of_the_bis() -> None:
    data = einvoice.write(foreign(), "ubl").data
    assert texts(data, "CustomizationID") == [
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
    ]
    assert texts(data, "ProfileID") == ["urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"]


def test_two_placed_notes_are_joined_and_named() -> None:
    notes = (Note(text="ennen", placement="before_lines"), Note(text="jälkeen", placement="after_lines"))
    written = einvoice.write(foreign(notes=notes), "ubl")
    assert texts(written.data, "Note") == ["ennen\njälkeen"]
    (finding,) = [f for f in written.findings if f.model_path == "notes"]
    assert "BT-22" in finding.message


def test_place_of_a_single_note_is_named() -> None:
    """A text that stood after the lines has lost its place: Netvisor would print it before them next time."""
    written = einvoice.write(foreign(notes=(Note(text="loppuun", placement="after_lines"),)), "ubl")
    assert texts(written.data, "Note") == ["loppuun"]
    assert [f for f in written.findings if f.model_path is not None and f.model_path.startswith("notes[0].placement")]


def test_text_rows_become_notes_and_are_named() -> None:
    rows = foreign(leading_text_rows=("alku",), lines=(Line(item_name="Työ", note="a", text_rows=("b", "c")),))
    written = einvoice.write(rows, "ubl")
    assert texts(written.data, "Note") == ["alku", "a\nb\nc"]
    assert {"leading_text_rows", "lines[0].text_rows"} <= {f.model_path for f in written.findings}


def test_lines_are_numbered_where_they_have_no_number() -> None:
    data = einvoice.write(foreign(lines=(Line(item_name="A"), Line(item_name="B"))), "ubl").data
    assert re.findall(r"<cac:InvoiceLine>\s*<cbc:ID>(\d+)<", data.decode()) == ["1", "2"]


def test_numbers_of_lines_stay_unique() -> None:
    """A line without number must not take the number of another."""
    lines = (Line(identifier="2", item_name="A"), Line(item_name="B"))
    data = einvoice.write(foreign(lines=lines), "ubl").data
    found = re.findall(r"<cac:InvoiceLine>\s*<cbc:ID>(\d+)<", data.decode())
    assert len(set(found)) == 2, found


def test_terms_of_payment_as_data_become_words() -> None:
    conditions = PaymentConditions(
        net_days=14,
        cash_discounts=(CashDiscount(days=7, percentage=Decimal("2")),),
        late_payment_interest_rate=Decimal("10.5"),
    )
    written = einvoice.write(foreign(payment_conditions=conditions), "ubl")
    terms = written.data.decode().partition("<cac:PaymentTerms>")[2].partition("</cac:PaymentTerms>")[0]
    for word in ("14 days", "2 %", "7 days", "10.5 %"):
        assert word in terms
    named_paths = {f.model_path for f in written.findings}
    assert "payment_conditions.net_days" in named_paths
    assert "payment_conditions.cash_discounts[0].percentage" in named_paths


def test_terms_beside_a_text_of_their_own_are_named() -> None:
    """The text wins; what the data say is left out, and named."""
    written = einvoice.write(foreign(payment_terms="heti", payment_conditions=PaymentConditions(net_days=14)), "ubl")
    assert b"<cbc:Note>heti</cbc:Note>" in written.data
    assert [f for f in written.findings if f.model_path == "payment_conditions.net_days" and f.value == "14"]


def test_second_line_of_a_name_joins_the_first() -> None:
    delivery = Delivery(party_name="C", name_extension="D", address=Address(country_code="FI"))
    buyer = Party(name="A", name_extension="B")
    written = einvoice.write(foreign(buyer=buyer, delivery=delivery), "ubl")
    assert "A B" in texts(written.data, "RegistrationName")
    assert "C D" in texts(written.data, "Name")
    assert {"buyer.name_extension", "delivery.name_extension"} <= {f.model_path for f in written.findings}


def test_due_date_of_a_credit_note_goes_to_the_payment_means() -> None:
    written = einvoice.write(
        foreign(
            type_code="381", due_date=date(2026, 12, 4), payment_instructions=(PaymentInstructions(means_code="58"),)
        ),
        "ubl",
    )
    assert texts(written.data, "PaymentDueDate") == ["2026-12-04"]
    assert texts(written.data, "DueDate") == []


def test_due_date_of_a_credit_note_without_payment_means_is_named() -> None:
    written = einvoice.write(foreign(type_code="381", due_date=date(2026, 12, 4)), "ubl")
    (finding,) = [f for f in written.findings if f.model_path == "due_date"]
    assert "2026-12-04" in finding.message


MEANS = [
    ({"credit_transfer": {"account_identifier": "FI1"}}, "30"),
    ({"direct_debit": {"mandate_reference": "M"}}, "49"),
    ({"card": {"primary_account_number": "1234"}}, "48"),
    ({"remittance_information": "1232"}, "1"),
]


@pytest.mark.parametrize(("way", "code"), MEANS, ids=[m[1] for m in MEANS])
def test_means_code_where_none_is_stated(way: dict[str, Any], code: str) -> None:
    data = einvoice.write(foreign(payment_instructions=(PaymentInstructions(**way),)), "ubl").data
    assert texts(data, "PaymentMeansCode") == [code]


def test_attachment_needs_a_reference_and_gets_one() -> None:
    documents = (
        SupportingDocument(filename="a.pdf", mime_code="application/pdf", content_base64="AAAA"),
        SupportingDocument(external_location="https://a.example"),
    )
    data = einvoice.write(foreign(supporting_documents=documents), "ubl").data
    assert re.findall(r"<cac:AdditionalDocumentReference>\s*<cbc:ID>([^<]+)<", data.decode()) == ["a.pdf", "2"]


@pytest.mark.parametrize("content", ["@@@", "AAA", "=AAA"])
def test_attachment_that_is_no_base64_is_an_error(content: str) -> None:
    document = SupportingDocument(reference="1", filename="a.pdf", mime_code="application/pdf", content_base64=content)
    source = einvoice.write(invoice(supporting_documents=(document,)), "model").data
    found = einvoice.convert(source, "ubl", format="model").findings
    wrong = [f.message for f in found if f.severity == "error"]
    assert any("a.pdf" in message or "EmbeddedDocumentBinaryObject" in message for message in wrong), wrong


def test_unknown_unit_name_is_named_with_the_line_to_add() -> None:
    source = netvisor.document(netvisor.line(more="<productunitname>hyppysellinen</productunitname>"))
    found = einvoice.convert(source, "ubl", context=CONTEXT)
    (finding,) = [f for f in found.findings if f.code == "EI-CONTEXT-UNIT"]
    assert finding.severity == "error"
    assert "hyppysellinen" in finding.message
    assert '"hyppysellinen" = "C62"' in (finding.fix or "")


def test_what_bis_has_no_place_for_is_named() -> None:
    source = foreign(
        seller_reference="Meidän viite",
        value_date=date(2026, 11, 25),
        currency_rate=Decimal("11.1250"),
        delivery=Delivery(method="Nouto", terms="EXW", waybill_identifier="RK-1"),
    )
    findings = einvoice.write(source, "ubl").findings
    values = {f.value for f in findings if f.is_loss}
    assert {"Meidän viite", "2026-11-25", "11.1250", "Nouto", "EXW", "RK-1"} <= values


# ---------------------------------------------------------------------------------- what never leaves the seller

MARKS = {
    "private comment": "salaisuus-kommentti",
    "purchase price": "7531.9753",
    "provision": "13.579",
    "stock place": "salaisuus-varasto",
    "account": "salaisuus-tili",
    "dimension": "salaisuus-laskentakohde",
    "dimension item": "salaisuus-kohdetieto",
    "posting text": "salaisuus-vienti",
    "posting account": "salaisuus-vientitili",
    "posting amount": "86420.97",
    "posting dimension": "salaisuus-vientikohde",
    "receivable": "salaisuus-saamistili",
    "accrual curve": "salaisuus-käyrä",
    "stock name": "salaisuus-hylly",
    "state": "salaisuus-tila",
    "custom tag": "salaisuus-tagi",
    "native": "salaisuus-oma",
    "print format": "salaisuus-tuloste",
    "sales person key": "salaisuus-myyjä",
    "process history": "salaisuus-historia",
}


def marked_import() -> bytes:
    m = {key: value.replace(".", ",") if value[0].isdigit() else value for key, value in MARKS.items()}
    item = f"<dimensionitem>{m['dimension item']}</dimensionitem>"
    dimension = f"<dimension><dimensionname>{m['dimension']}</dimensionname>{item}</dimension>"
    curve = f"<divisioncurvename>{m['accrual curve']}</divisioncurvename>"
    accrual = f"<accrualrule><startmonth>1</startmonth><startyear>2027</startyear>{curve}</accrualrule>"
    line = netvisor.line(
        more=f'<productunitpurchaseprice type="net">{m["purchase price"]}</productunitpurchaseprice>'
        f"<salesinvoiceproductlineinventoryid>{m['stock place']}</salesinvoiceproductlineinventoryid>"
        f"<accountingaccountsuggestion>{m['account']}</accountingaccountsuggestion>"
        f"{dimension}<provisionpercentage>{m['provision']}</provisionpercentage>{accrual}"
    )
    posting = (
        f'<invoicevoucherlines><voucherline><linesum type="net">{m["posting amount"]}</linesum>'
        f"<description>{m['posting text']}</description><accountnumber>{m['posting account']}</accountnumber>"
        f'<vatpercent vatcode="KOMY">25,5</vatpercent>{dimension.replace("laskentakohde", "vientikohde")}'
        f"</voucherline></invoicevoucherlines>{accrual}"
    )
    return netvisor.document(
        line,
        head=f"<salesinvoiceprivatecomment>{m['private comment']}</salesinvoiceprivatecomment>"
        f"<selleridentifier type='netvisor'>{m['sales person key']}</selleridentifier>"
        f"<overridevouchersalesreceivablesaccountnumber>{m['receivable']}</overridevouchersalesreceivablesaccountnumber>"
        f"<printchannelformat type='netvisor'>{m['print format']}</printchannelformat>",
        tail=posting,
    )


def marked_response() -> bytes:
    product = netvisor.product(
        kind=None,
        more=f"<ProductPurchasePrice>{MARKS['purchase price'].replace('.', ',')}</ProductPurchasePrice>"
        f"<SalesInvoiceProductLineInventoryID>{MARKS['stock place']}</SalesInvoiceProductLineInventoryID>"
        f"<SalesInvoiceProductLineInventoryName>{MARKS['stock name']}</SalesInvoiceProductLineInventoryName>"
        f"<AccountingAccountSuggestion>{MARKS['account']}</AccountingAccountSuggestion>"
        f"<ProvisionPercentage>{MARKS['provision'].replace('.', ',')}</ProvisionPercentage>",
    )
    user = f"<ProcessHistoryLine><UserName>{MARKS['process history']}</UserName></ProcessHistoryLine>"
    history = f"<ProcessHistory>{user}</ProcessHistory>"
    head = f"<SalesInvoicePrivateComment>{MARKS['private comment']}</SalesInvoicePrivateComment>{history}"
    head += f'<InvoiceStatus status="open">{MARKS["state"]}</InvoiceStatus>'
    return netvisor.response(netvisor.detail(f"<InvoiceLine>{product}</InvoiceLine>", head=head))


def seen(data: bytes) -> set[str]:
    """The names of the marks that stand in *data*, with a point or a comma."""
    text = data.decode()
    return {key for key, value in MARKS.items() if value in text or value.replace(".", ",") in text}


@pytest.mark.parametrize("make", [marked_import, marked_response])
def test_nothing_internal_reaches_the_customer(make: Any) -> None:
    data = make()
    marks = seen(data)
    assert len(marks) >= 7, "the marks stand in the source"
    found = einvoice.convert(data, "ubl", context=CONTEXT)
    assert seen(found.data) == set()
    assert "salaisuus" not in found.data.decode()
    told = " ".join(f"{f.value} {f.message}" for f in found.findings)
    assert {key for key in marks if MARKS[key] not in told and MARKS[key].replace(".", ",") not in told} == set()


def test_nothing_internal_of_the_samples_reaches_the_customer() -> None:
    """Every internal value of every Netvisor sample, unless the same text also stands in the open."""
    for path in NETVISOR_SAMPLES:
        try:
            found = list(einvoice.read_many(path, context=CONTEXT))
        except einvoice.EInvoiceError:
            continue
        for one in found:
            data = einvoice.write(one.invoice, "ubl", context=CONTEXT).data
            open_values = {str(v) for p, v in leaves(one.invoice, "") if "internal" not in p and "native" not in p}
            for place, value in leaves(one.invoice, ""):
                secret = isinstance(value, str) and len(value) > 3 and "internal" in place.split(".")
                if secret and not any(value in text for text in open_values):
                    assert not re.search(rf"(?<!\w){re.escape(value)}(?!\w)", data.decode()), (path.name, place)


def test_internal_data_of_canonical_json_stays_inside() -> None:
    secret = foreign(
        internal=Internal(private_comment=MARKS["private comment"], receivables_account=MARKS["receivable"]),
        lines=(Line(item_name="Työ", internal=LineInternal(account_suggestion=MARKS["account"])),),
        native={"netvisor:x": MARKS["native"]},
    )
    data = einvoice.write(secret, "model").data
    assert len(seen(data)) == 4, "the canonical JSON keeps everything"
    assert seen(einvoice.convert(data, "ubl", format="model").data) == set()


def test_findings_of_a_plain_document_are_none() -> None:
    for name in (EVERYTHING, CREDIT_NOTE):
        assert named(einvoice.write(invoice(name), "ubl").findings) == set()
