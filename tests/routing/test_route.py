"""The decision on an invoice: what it states goes before the card, and everything is said."""

import dataclasses
import io
import json
from datetime import date
from pathlib import Path

import pytest
from tests.routing import SELLER, codes, context, invoice, party

import einvoice
from einvoice.context import Context
from einvoice.model import Address, AllowanceCharge, Contact, Identifier, Invoice, Line, Party, SupportingDocument
from einvoice.routing import lookup_request, rules_in_force
from einvoice.routing.tables import refusal

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
GLN, OTHER_GLN = "7340109104692", "7894565135481"
CARD = {"name": "Tallby AB", "country": "SE", "business_id": "556047-3521", "vat_id": "SE556047352101"}
CODE = (Identifier(value="1001"),)


LEVELS = [
    # case, what the invoice states, what the card adds, address, key, level
    ("address_of_the_invoice", {"electronic_address": "5560473521", "electronic_address_scheme": "0007"}, {"gln": GLN},
     "0007:5560473521", "endpoint", "invoice"),
    ("gln_of_the_invoice", {"identifiers": (*CODE, Identifier(value=GLN, scheme="0088"))}, {"gln": OTHER_GLN},
     f"0088:{GLN}", "gln", "invoice"),
    ("gln_of_the_card", {"legal_registration_identifier": "5560473521"}, {"gln": GLN}, f"0088:{GLN}", "gln", "card"),
    ("stated_on_the_card", {}, {"endpoint": f"0088:{OTHER_GLN}", "gln": GLN}, f"0088:{OTHER_GLN}", "endpoint", "card"),
    ("number_of_the_invoice", {"legal_registration_identifier": "556047-3521"}, {}, "0007:5560473521", "business_id",
     "invoice"),
    ("number_of_the_card", {}, {}, "0007:5560473521", "business_id", "card"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "extra", "address", "key", "level"), [c[1:] for c in LEVELS], ids=[c[0] for c in LEVELS]
)
def test_levels(stated, extra, address, key, level):
    buyer = Party(**{"identifiers": CODE, **stated})
    decision = einvoice.route(invoice(buyer), context({**CARD, **extra}))
    assert (str(decision.buyer), decision.buyer.key, decision.buyer.level) == (address, key, level)
    assert decision.channel == "e-invoice"
    assert not decision.has_errors


def test_an_invoice_without_a_context():
    buyer = party(
        "FI",
        name="Koivuranta Oy",
        legal_registration_identifier="2077474-0",
        legal_registration_identifier_scheme="0212",
    )
    seller = Party(
        name="Säljare",
        electronic_address="5560473521",
        electronic_address_scheme="0007",
        vat_identifier="SE556047352101",
    )
    decision = einvoice.route(invoice(buyer, seller=seller))
    assert str(decision.buyer) == "0216:003720774740"
    assert str(decision.seller) == "0007:5560473521"
    assert decision.seller.confirmed
    assert codes(decision.findings) == ["W-ROUTE-202"]
    assert decision.missing == ()


def test_ovt_code_as_registration_number():
    buyer = party("FI", legal_registration_identifier="003720774740AB", legal_registration_identifier_scheme="0216")
    assert str(einvoice.route(invoice(buyer), context()).buyer) == "0216:003720774740AB"


def test_registration_number_of_another_scheme_is_no_number_of_the_country():
    buyer = party("SE", legal_registration_identifier="812810734", legal_registration_identifier_scheme="0060")
    assert codes(einvoice.route(invoice(buyer), context()).findings) == ["E-ROUTE-101"]


@pytest.mark.parametrize(
    ("scheme", "value", "code"),
    [("0088", "7894565135487", "E-ROUTE-103"), ("0007", "5560473522", "E-ROUTE-102"), ("0203", "x", "E-ROUTE-105")],
)
def test_wrong_address_of_the_invoice_is_not_replaced_by_the_card(scheme, value, code):
    buyer = Party(identifiers=CODE, electronic_address=value, electronic_address_scheme=scheme)
    decision = einvoice.route(invoice(buyer), context(CARD))
    assert decision.buyer is None
    assert decision.channel is None
    assert codes(decision.findings) == [code]
    assert decision.missing[0].add == "correct it in the document"


def test_a_decision_is_a_value_and_json():
    decision = einvoice.route(invoice(), context(CARD))
    assert decision == einvoice.route(invoice(), context(CARD))
    assert hash(decision) is not None
    with pytest.raises(dataclasses.FrozenInstanceError):
        decision.channel = "pdf"
    found = json.loads(json.dumps(decision.as_dict()))
    assert found["buyer"] == {
        "scheme": "0007",
        "value": "5560473521",
        "participant": "iso6523-actorid-upis::0007:5560473521",
        "derivation": "D2",
        "from": "business_id",
        "level": "card",
        "confirmed": False,
    }
    assert list(found) == [
        "channel", "carrier", "rules", "seller", "buyer", "receiver", "reasons", "missing", "findings",
    ]  # fmt: skip
    assert [reason["about"] for reason in found["reasons"]] == ["seller", "buyer", "channel"]


# -- the seller ----------


def test_seller_that_nobody_names():
    decision = einvoice.route(invoice(), Context.parse({"customers": [{"code": "1001", **CARD}]}))
    assert decision.seller is None
    assert codes(f for f in decision.findings if f.severity == "error") == ["E-ROUTE-106", "E-ROUTE-109", "E-ROUTE-108"]
    assert {(m.about, m.key) for m in decision.missing} == {("seller", "business_id"), ("seller", "vat_id")}


def test_seller_with_a_gln_only_has_no_address():
    seller = {"name": "S", "country": "SE", "gln": GLN, "vat_id": "SE556047352101"}
    decision = einvoice.route(invoice(), context(CARD, seller={**seller, "business_id": "556047-3521"}))
    assert str(decision.seller) == "0007:5560473521"
    assert any("may be that of a place" in reason.text for reason in decision.reasons)


def test_numbers_of_the_seller_are_checked():
    seller = {**SELLER, "business_id": "556047-3522"}
    decision = einvoice.route(invoice(), context(CARD, seller=seller))
    assert codes(f for f in decision.findings if f.severity == "error") == ["E-ROUTE-102"]
    assert decision.findings[0].terms == ("BT-30",)
    assert decision.findings[0].message.startswith("seller 'Granviks Kontor AB': ")


def test_card_of_the_seller_is_not_that_of_another_company():
    stranger = Party(name="Annan AB", legal_registration_identifier="5566778899")
    decision = einvoice.route(invoice(seller=stranger), context(CARD))
    assert decision.seller is None


# -- documents ----------


def read(name: str, **keys: str) -> einvoice.Decision:
    return einvoice.route(CORPORA / name, Context.load(CORPORA / "einvoice.toml"), **keys)


def test_netvisor_takes_both_addresses_from_the_context():
    decision = read("netvisor/invoice-two-vat-rates.xml")
    assert (str(decision.seller), str(decision.buyer)) == ("0216:003791001147", "0216:003791001171")
    assert (decision.seller.level, decision.buyer.level) == ("card", "card")
    assert decision.buyer.derivation == "D5"


def test_ubl_states_both_addresses():
    decision = read("peppol-bis/fi-domestic-two-rates.xml")
    assert {decision.seller.level, decision.buyer.level} == {"invoice"}
    assert decision.findings == ()


def test_findings_have_their_place_in_the_source():
    data = (CORPORA / "peppol-bis/fi-domestic-two-rates.xml").read_bytes()
    old = data.replace(b'schemeID="0216">003791001171<', b'schemeID="0212">9100117-1<')
    assert old != data
    decision = einvoice.route(io.BytesIO(old), None)
    (finding,) = decision.findings
    assert finding.code == "W-ROUTE-205"
    assert finding.path.endswith("/EndpointID")
    assert finding.line > 1
    assert str(decision.buyer) == "0216:003791001171"


def test_gln_of_the_card_wins_over_the_number_from_which_billecta_is_read():
    """Billecta states a number and no address; its reader takes the number for one, and the card knows better."""
    answer = {
        "ActionPublicId": "1", "InvoiceDate": "2026-05-04", "DueDate": "2026-06-03", "CreditorPublicId": "c",
        "ActionType": "InvoiceAction", "InvoiceNumber": "7", "OurReference": "A", "YourReference": "B",
        "Debtor": {"DebtorPublicId": "d", "DebtorNo": "1001", "Name": "Tallby kommun", "OrgNo": "559991-0204",
                   "DebtorType": "Company", "CountryCode": "SE"},
        "Records": [{"SequenceNo": 0, "ArticleDescription": "Kaffe", "Quantity": 1, "Units": "st", "VAT": 25,
                     "UnitPrice": {"CurrencyCode": "SEK", "Value": 10000, "ValueForView": 100.0},
                     "RecordType": "Normal"}],
    }  # fmt: skip
    card = {"country": "SE", "business_id": "559991-0204", "gln": GLN}
    data = json.dumps(answer).encode()
    decision = einvoice.route(data, context(card), format="billecta")
    assert str(decision.buyer) == f"0088:{GLN}"
    document = einvoice.read(data, context=context(card))
    assert (document.invoice.buyer.electronic_address_scheme, document.invoice.buyer.electronic_address) == (
        "0088",
        GLN,
    )
    without = einvoice.route(data, context({"country": "SE", "business_id": "559991-0204"}))
    assert (str(without.buyer), without.buyer.derivation) == ("0007:5599910204", "D2")


# -- dates ----------


def test_rules_in_force():
    assert rules_in_force().version == "3.0.21"
    assert rules_in_force(date(2026, 8, 17)).version == "3.0.21"
    assert rules_in_force(date(2026, 8, 16)).version == "3.0.19"
    assert rules_in_force(date(2026, 8, 16)).takes("0203")
    assert not rules_in_force(date(2026, 8, 17)).takes("0203")


@pytest.mark.parametrize(
    ("scheme", "last_day"), [("9955", date(2023, 7, 30)), ("9908", date(2023, 5, 23)), ("0215", date(2024, 12, 30))]
)
def test_scheme_is_usable_until_it_is_removed(scheme, last_day):
    assert refusal(scheme, last_day) is None
    assert "removed" in refusal(scheme, date.fromordinal(last_day.toordinal() + 1))
    assert "removed" in refusal(scheme)


def test_day_of_the_rules():
    buyer = Party(identifiers=CODE, electronic_address="SE556047352101", electronic_address_scheme="9955")
    old = invoice(buyer, issue_date=date(2023, 6, 1))
    assert codes(einvoice.route(old, context(CARD)).findings) == ["E-ROUTE-105"]
    then = einvoice.route(old, context(CARD), on=date(2023, 6, 1))
    assert str(then.buyer) == "9955:SE556047352101"
    assert then.rules == "Peppol BIS Billing 3.0.19"
    assert not then.has_errors


# -- what the document must hold ----------


def found_in(changed: Invoice, card: dict | None = None, seller: dict | None = None) -> list[str]:
    return codes(einvoice.route(changed, context({**CARD, **(card or {})}, seller=seller)).findings)


VAT = [
    # case, category, keys of the card to leave out, keys of the seller to leave out, code
    ("valid_k", "K", (), (), None),
    ("k_needs_the_buyer", "K", ("vat_id",), (), "E-ROUTE-107"),
    ("valid_ae_by_number", "AE", ("vat_id",), (), None),
    ("ae_needs_the_buyer", "AE", ("vat_id", "business_id"), (), "E-ROUTE-107"),
    ("valid_s_by_tax_registration", "S", (), ("vat_id",), None),
    ("k_needs_the_seller", "K", (), ("vat_id",), "E-ROUTE-108"),
    ("g_needs_the_seller", "G", (), ("vat_id",), "E-ROUTE-108"),
    ("s_needs_the_seller", "S", (), ("vat_id", "tax_registration"), "E-ROUTE-108"),
    ("z_needs_the_seller", "Z", (), ("vat_id", "tax_registration"), "E-ROUTE-108"),
    ("e_needs_the_seller", "E", (), ("vat_id", "tax_registration"), "E-ROUTE-108"),
    ("ae_needs_the_seller", "AE", (), ("vat_id", "tax_registration"), "E-ROUTE-108"),
    ("silent_o", "O", ("vat_id",), ("vat_id", "tax_registration"), None),
]


@pytest.mark.parametrize(("category", "of_buyer", "of_seller", "code"), [c[1:] for c in VAT], ids=[c[0] for c in VAT])
def test_vat_numbers_that_a_category_needs(category, of_buyer, of_seller, code):
    card = {key: value for key, value in {**CARD, "gln": GLN}.items() if key not in of_buyer}
    seller = {**SELLER, "tax_registration": "Godkänd för F-skatt"}
    seller = {key: value for key, value in seller.items() if key not in of_seller}
    made = invoice(lines=(Line(vat_category=category),))
    decision = einvoice.route(made, context(card, seller=seller))
    errors = codes(f for f in decision.findings if f.severity == "error")
    assert errors == ([code] if code else [])


def test_category_of_a_charge_counts_and_a_tax_representative_serves():
    charge = AllowanceCharge(is_charge=True, vat_category="K")
    seller = {key: value for key, value in SELLER.items() if key != "vat_id"}
    made = invoice(lines=(Line(vat_category="O"),), allowances_charges=(charge,))
    card = {**CARD, "gln": GLN}
    assert "E-ROUTE-108" in codes(einvoice.route(made, context(card, seller=seller)).findings)
    agent = Party(name="Ombud", vat_identifier="SE556047352101")
    made = made.model_copy(update={"tax_representative": agent})
    assert "E-ROUTE-108" not in codes(einvoice.route(made, context(card, seller=seller)).findings)


REFERENCES = [
    ("valid_buyer_reference", {"buyer_reference": "A"}, []),
    ("valid_order", {"buyer_reference": None, "purchase_order_reference": "A"}, []),
    ("valid_order_of_the_seller", {"buyer_reference": None, "sales_order_reference": "A"}, []),
    ("neither", {"buyer_reference": None}, ["E-ROUTE-120"]),
]


@pytest.mark.parametrize(("fields", "found"), [c[1:] for c in REFERENCES], ids=[c[0] for c in REFERENCES])
def test_reference(fields, found):
    assert found_in(invoice(**fields), {"endpoint": "0007:5560473521"}) == found


def test_name_of_the_orderer_is_proposed_as_reference():
    buyer = Party(identifiers=CODE, contact=Contact(name="Malin Ålund"))
    decision = einvoice.route(invoice(buyer, buyer_reference=None), context(CARD))
    finding = next(f for f in decision.findings if f.code == "E-ROUTE-120")
    assert 'marking = "Malin Ålund"' in finding.fix
    assert decision.missing[-1].add == '[[customers]] | code = "1001" | marking = "Malin Ålund"'


def attached(mime="application/pdf", name="a.pdf", content="JVBERi0xLjQK", **keys):
    document = SupportingDocument(reference="1", mime_code=mime, filename=name, content_base64=content)
    return einvoice.route(
        invoice(supporting_documents=(document,)), context({**CARD, "endpoint": "0007:5560473521", **keys})
    )


SIX = "QUFB" * (2 * 1024 * 1024)  # 6 MB

ATTACHMENTS = [
    ("valid_pdf", {}, None),
    ("type", {"mime": "application/zip"}, "type 'application/zip' is not among"),
    ("no_type", {"mime": None}, "its type is not stated"),
    ("no_name", {"name": None}, "no file name"),
    ("size", {"content": SIX}, "6.0 MB, at most 5 MB"),
]


@pytest.mark.parametrize(("change", "says"), [c[1:] for c in ATTACHMENTS], ids=[c[0] for c in ATTACHMENTS])
def test_attachments(change, says):
    decision = attached(**change)
    assert codes(decision.findings) == (["E-ROUTE-130"] if says else [])
    assert says is None or says in decision.findings[0].message


def test_attachments_together():
    document = SupportingDocument(mime_code="application/pdf", filename="a.pdf", content_base64="QUFB" * (1024 * 1400))
    made = invoice(supporting_documents=(document,) * 3)
    whole = einvoice.route(made, context({**CARD, "endpoint": "0007:5560473521"}))
    assert "12.3 MB together, at most 10 MB" in whole.findings[0].message
    wide = context({**CARD, "endpoint": "0007:5560473521"}, inexchange={"max_total_mb": 18})
    assert einvoice.route(made, wide).findings == ()


def test_attachments_that_stay_here_are_not_judged():
    decision = attached(mime="application/zip", send_attachments=False)
    assert decision.findings == ()
    assert decision.reasons[-1].text.startswith("1 attachment(s) stay here")


def test_links_are_no_attachments():
    link = SupportingDocument(reference="1", external_location="https://example.com/a.zip")
    made = invoice(supporting_documents=(link,))
    assert einvoice.route(made, context({**CARD, "endpoint": "0007:5560473521"})).findings == ()


# -- the look-up as data ----------


def test_question_who_the_buyer_is():
    buyer = Party(
        name="Tallby kommun",
        identifiers=CODE,
        address=Address(line_1="Storgatan 1", city="Tallby", post_code="999 80", country_code="SE"),
        contact=Contact(telephone="+46 1", email="a@tallby.example"),
    )
    request = lookup_request(invoice(buyer), context({**CARD, "gln": GLN}))
    assert (request.method, request.path) == ("POST", "buyerparties/lookup")
    assert request.body == {
        "PartyId": "1001",
        "Name": "Tallby kommun",
        "StreetName": "Storgatan 1",
        "PostalZone": "999 80",
        "City": "Tallby",
        "CountryCode": "SE",
        "PhoneNo": "+46 1",
        "Email": "a@tallby.example",
        "GLN": GLN,
        "OrgNo": "5560473521",
        "VatNo": "SE556047352101",
        "PeppolParticipantIdentifier": f"0088:{GLN}",
    }


# -- what is written ----------


@pytest.mark.parametrize(
    ("scheme", "value", "new"),
    [
        ("0037", "20774740AB", "003720774740AB"),
        ("0037", "003720774740", "003720774740"),
        ("0212", "2077474-0", "003720774740"),
        ("0213", "FI20774740", "003720774740"),
    ],
)
def test_old_finnish_addresses_are_written_as_0216(scheme, value, new):
    old = party("FI", name="K", electronic_address=value, electronic_address_scheme=scheme)
    seller = party("FI", name="S", electronic_address="2077474-0", electronic_address_scheme="0212")
    written = einvoice.write(invoice(old, seller=seller), "peppol-bis")
    assert f'<cbc:EndpointID schemeID="0216">{new}</cbc:EndpointID>' in written.data.decode()
    assert f'schemeID="{scheme}"' not in written.data.decode()
    named = [f for f in written.findings if f.code == "W-ROUTE-205"]
    assert [f.model_path for f in named] == ["seller.electronic_address", "buyer.electronic_address"]
    assert f"{scheme}:{value} is written as 0216:{new}" in named[1].message
    assert str(einvoice.route(invoice(old, seller=seller)).buyer) == f"0216:{new}"


def test_old_address_that_is_wrong_is_left_to_the_rules():
    old = party("FI", name="K", electronic_address="2077474-1", electronic_address_scheme="0212")
    written = einvoice.write(invoice(old), "peppol-bis")
    assert b'schemeID="0212">2077474-1<' in written.data
    assert "W-ROUTE-205" not in codes(written.findings)


def test_address_of_a_department_is_that_of_the_written_invoice():
    card = {**CARD, "gln": GLN}
    written = einvoice.write(invoice(), "peppol-bis", context(card))
    assert f'schemeID="0088">{GLN}<'.encode() in written.data
    assert str(einvoice.route(invoice(), context(card)).buyer) == f"0088:{GLN}"
