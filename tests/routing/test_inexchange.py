"""The set-up of SoftOne GO as a context, and the requests to InExchange as data."""

from datetime import UTC, datetime

import pytest
from tests.routing import context, invoice

import einvoice
from einvoice.context import Context, ContextParty, InexchangeSettings
from einvoice.errors import ContextError, UsageError
from einvoice.model import Address, Identifier, Party, SupportingDocument
from einvoice.routing.inexchange import outbound, setup

GLN = "7340109104692"
CARD = {
    "name": "Exempel kommun",
    "country": "SE",
    "business_id": "212000-1553",
    "vat_id": "SE212000155301",
    "gln": GLN,
    "street": "Storgatan 1",
    "street2": "Skolan",
    "city": "Exempel",
    "postal_code": "111 22",
    "email": "kontakt@exempel.example",
    "invoice_email": "faktura@exempel.example",
}
PDF = SupportingDocument(reference="1", mime_code="application/pdf", filename="a.pdf", content_base64="JVBERi0xLjQK")


def order(card=None, settings=None, answer=None, **arguments):
    """Return the order to send the invoice of customer 1001."""
    where = context({**CARD, **(card or {})}, inexchange=settings or {})
    decision = einvoice.route(invoice(), where, answer=answer)
    arguments = {"document_uri": "urn:inexchangedocument:1", **arguments}
    return outbound.outbound_request(decision, where, **arguments)


def test_order_of_an_e_invoice():
    answer = {
        "parties": [
            {"companyId": "0f8b", "gln": GLN, "receiveElectronicInvoiceCapability": "ReceivingElectronicInvoices"}
        ]
    }
    request = order(
        answer=answer,
        rendered_uri="urn:inexchangedocument:2",
        attachment_uris=["urn:inexchangedocument:3"],
    )
    assert (request.method, request.path) == ("POST", "documents/outbound")
    assert request.body == {
        "SendDocumentAs": {"Type": "Electronic", "Electronic": {"RecipientId": "0f8b"}},
        "RecipientInformation": {
            "GLN": GLN,
            "OrgNo": "2120001553",
            "VatNo": "SE212000155301",
            "Name": "Exempel kommun",
            "RecipientNo": "1001",
            "CountryCode": "SE",
        },
        "Document": {
            "DocumentFormat": "bis3",
            "ErpDocumentId": "2026-1001",
            "DocumentUri": "urn:inexchangedocument:1",
            "RenderedDocumentFormat": "application/pdf",
            "RenderedDocumentUri": "urn:inexchangedocument:2",
            "Language": "sv-SE",
            "Culture": "sv-SE",
            "Attachments": ["urn:inexchangedocument:3"],
        },
    }


def test_order_without_a_look_up_leaves_the_receiver_to_the_operator():
    assert order().body["SendDocumentAs"] == {"Type": "Electronic"}
    assert order({"recipient_id": "77"}).body["SendDocumentAs"]["Electronic"] == {"RecipientId": "77"}
    assert "Attachments" not in order().body["Document"]
    assert "RenderedDocumentFormat" not in order().body["Document"]


def test_order_of_an_e_mail():
    body = order({"delivery_method": "pdf", "public_body": False}).body
    assert body["SendDocumentAs"] == {
        "Type": "Pdf",
        "Pdf": {
            "RecipientEmail": "faktura@exempel.example",
            "RecipientName": "Exempel kommun",
            "SenderEmail": "faktura@granvik.example",
            "SenderName": "Granviks Kontor AB",
        },
    }
    own = order(
        {"delivery_method": "pdf", "public_body": False, "invoice_email": None},
        {"sender_email": "a@b.example", "sender_name": "Ekonomi", "language": "fi-FI"},
    ).body
    assert own["SendDocumentAs"]["Pdf"]["RecipientEmail"] == "kontakt@exempel.example"
    assert own["SendDocumentAs"]["Pdf"]["SenderEmail"] == "a@b.example"
    assert own["SendDocumentAs"]["Pdf"]["SenderName"] == "Ekonomi"
    assert own["Document"]["Culture"] == "fi-FI"


def test_order_of_a_letter():
    assert order({"delivery_method": "paper", "public_body": False}).body["SendDocumentAs"] == {
        "Type": "Paper",
        "Paper": {
            "RecipientAddress": {
                "Name": "Exempel kommun",
                "Department": "Skolan",
                "StreetName": "Storgatan 1",
                "PostalZone": "111 22",
                "City": "Exempel",
                "CountryCode": "SE",
            },
            "ReturnAddress": {
                "Name": "Granviks Kontor AB",
                "StreetName": "Verkstadsgatan 5",
                "PostalZone": "722 11",
                "City": "Västerås",
                "CountryCode": "SE",
            },
        },
    }


def test_order_to_a_consumer():
    settings = {"consumers": {"1001": {"fmi": "F1", "provider": "Banken"}}}
    person = {"private_person": True, "business_id": None, "vat_id": None, "gln": None}
    assert order(person, settings, personal_number="811228-9874").body["SendDocumentAs"] == {
        "Type": "BusinessToConsumer",
        "BusinessToConsumer": {"FMI": "F1", "SSN": "811228-9874", "Provider": "Banken"},
    }


def test_operator_may_choose():
    sent = order(settings={"operator_chooses": True, "document_format": "svefaktura"}).body
    assert "Type" not in sent["SendDocumentAs"]
    assert list(sent["SendDocumentAs"]) == ["Pdf", "Paper"]
    assert sent["Document"]["DocumentFormat"] == "svefaktura"


@pytest.mark.parametrize("card", [{"gln": "7340109104693"}, {"invoicing_method": "E-post"}])
def test_nothing_is_ordered_without_a_channel(card):
    with pytest.raises(UsageError) as caught:
        order(card)
    assert "nothing is sent" in str(caught.value)


def test_numbers_as_they_stand_where_they_are_wrong_and_do_not_decide():
    body = order({"business_id": "212000-1554", "vat_id": "se 212000 1553 01"}).body
    assert body["RecipientInformation"]["OrgNo"] == "2120001554"
    assert body["RecipientInformation"]["VatNo"] == "SE212000155301"


@pytest.mark.parametrize(("send", "number"), [(True, 1), (None, 1), (False, 0)])
def test_attachments_to_upload(send, number):
    link = SupportingDocument(reference="2", external_location="https://example.com/x")
    where = context({**CARD, "send_attachments": send}, inexchange={})
    decision = einvoice.route(invoice(supporting_documents=(PDF, link)), where)
    assert outbound.attachments(decision, where) == (PDF,) * number


def test_questions_afterwards():
    assert outbound.find_request("2026/1 Å").path == "invoices/outbound/byerpid/2026%2F1%20%C3%85"
    asked = outbound.list_request(datetime(2026, 5, 4, tzinfo=UTC), take=10, skip=20)
    assert (asked.method, asked.path) == ("POST", "documents/outbound/list")
    assert asked.body["UpdatedAfter"] == "2026-05-04T00:00:00+00:00"
    assert (asked.body["Take"], asked.body["Skip"], asked.body["IncludeErrorInfo"]) == (10, 20, True)
    assert "UpdatedAfter" not in outbound.list_request().body


# -- the section of the context ----------


def test_settings_of_the_section():
    found = Context.parse({"inexchange": {"max_file_mb": "2.5", "markings": {"P[0-9]+": "bt-13", "DLL.*": "Project"}}})
    assert found.inexchange == InexchangeSettings(max_file_mb="2.5", markings={"P[0-9]+": "order", "DLL.*": "project"})
    assert Context.parse({}).inexchange is None
    assert Context.parse({"inexchange": {}}).inexchange == InexchangeSettings()


WRONG = [
    ("key", {"metod": "x"}, "'metod'", "did you mean 'method'?"),
    ("pattern", {"markings": {"P(": "order"}}, "'P('", "regular expression"),
    ("kind", {"markings": {"P": "BT-99"}}, "'bt-99'", "mend"),
    ("format", {"document_format": "ubl"}, "'ubl'", "mend"),
]


@pytest.mark.parametrize(("section", "says", "fix"), [c[1:] for c in WRONG], ids=[c[0] for c in WRONG])
def test_wrong_settings(section, says, fix):
    with pytest.raises(ContextError) as caught:
        Context.parse({"inexchange": section})
    assert says in str(caught.value)
    assert fix in caught.value.fix


# -- marking and reference ----------

MARKINGS = [
    # case, keys of the card, field of the invoice, term
    ("reference", {"marking": "Skolan 7"}, "buyer_reference", "BT-10"),
    ("order", {"marking": "4711", "marking_is": "order"}, "purchase_order_reference", "BT-13"),
    ("order_by_term", {"marking": "4711", "marking_is": "BT-13"}, "purchase_order_reference", "BT-13"),
    ("order_by_pattern", {"marking": "PABCDEF123456"}, "purchase_order_reference", "BT-13"),
    ("no_order_with_more_behind", {"marking": "PABCDEF123456 x"}, "buyer_reference", "BT-10"),
    ("project", {"marking": "7", "marking_is": "project"}, "project_reference", "BT-11"),
    ("contract", {"marking": "7", "marking_is": "contract"}, "contract_reference", "BT-12"),
    ("object", {"marking": "7", "marking_is": "object"}, "invoiced_object_identifier", "BT-18"),
    ("account", {"marking": "7", "marking_is": "account"}, "buyer_accounting_reference", "BT-19"),
    ("card_before_pattern", {"marking": "PABCDEF123456", "marking_is": "reference"}, "buyer_reference", "BT-10"),
]


@pytest.mark.parametrize(("keys", "field", "term"), [c[1:] for c in MARKINGS], ids=[c[0] for c in MARKINGS])
def test_marking(keys, field, term):
    where = context({**CARD, **keys}, inexchange={"markings": {"P[0-9A-Z]{12}": "order"}})
    made = invoice(buyer_reference=None)
    filled = where.fill(made)
    assert getattr(filled, field) == keys["marking"]
    changed = {name for name in type(filled).model_fields if getattr(filled, name) != getattr(made, name)}
    assert changed == {field, "buyer", "seller"}
    decision = einvoice.route(made, where)
    assert any(reason.rule == term and keys["marking"] in reason.text for reason in decision.reasons)
    assert ("E-ROUTE-120" in {f.code for f in decision.findings}) == (term not in ("BT-10", "BT-13"))


def test_marking_gives_way_to_what_the_invoice_states():
    where = context({**CARD, "marking": "Skolan 7"})
    assert where.fill(invoice()).buyer_reference == "ZZ123"
    assert any("states 'ZZ123'" in reason.text for reason in einvoice.route(invoice(), where).reasons)


REFERENCES = [
    # case, keys, fields of the invoice, BT-10, BT-56
    ("without_marking", {}, {}, "Anna Ek", None),
    ("beside_a_marking", {"marking": "Skolan 7"}, {}, "Skolan 7", "Anna Ek"),
    ("beside_an_order", {"marking": "7", "marking_is": "order"}, {}, None, "Anna Ek"),
    ("beside_a_project", {"marking": "7", "marking_is": "project"}, {}, "Anna Ek", None),
    ("beside_a_stated_reference", {}, {"buyer_reference": "ZZ123"}, "ZZ123", "Anna Ek"),
    ("beside_a_stated_order", {}, {"purchase_order_reference": "7"}, "Anna Ek", None),
]


@pytest.mark.parametrize(
    ("keys", "fields", "reference", "contact"), [c[1:] for c in REFERENCES], ids=[c[0] for c in REFERENCES]
)
def test_invoice_reference(keys, fields, reference, contact):
    card = {**CARD, "email": None, "invoice_email": None, "invoice_reference": "Anna Ek", **keys}
    filled = context(card).fill(invoice(**{"buyer_reference": None, **fields}))
    assert filled.buyer_reference == reference
    assert (filled.buyer.contact.name if filled.buyer.contact else None) == contact


def test_gln_that_is_not_chosen_stays_out_of_the_invoice():
    made = invoice(Party(name="1001", address=Address(country_code="SE")))
    chosen, idle = ({**CARD, "name": "1001", "gln_chosen": flag} for flag in (True, False))
    assert context(chosen).fill(made).buyer.identifiers == (Identifier(value=GLN, scheme="0088"),)
    assert context(idle).fill(made).buyer.identifiers == ()
    assert context(idle).fill(made).buyer.electronic_address_scheme == "0007"


# -- the set-up ----------


def test_mandatory_fields_of_the_set_up():
    settings = InexchangeSettings()
    assert setup.lacking(ContextParty(code="1", business_id="2120001553"), settings) == []
    lacking = setup.lacking(ContextParty(code="1", gln=GLN), settings)
    assert [field.name for field in lacking] == ["Organisationsnummer"]
    assert setup.lacking(ContextParty(code="1", private_person=True), settings) == []
    assert setup.lacking(ContextParty(code="1", invoicing_method="E-post"), settings) == []


@pytest.mark.parametrize("field", setup.FIELDS, ids=lambda field: field.name)
def test_keys_of_the_set_up_exist(field):
    assert field.key is None or field.key in ContextParty.model_fields
