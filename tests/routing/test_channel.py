"""The channel: who gets an e-invoice, who a mail or a letter, and who nothing before somebody decides."""

import pytest
from tests.routing import codes, context, invoice

import einvoice
from einvoice.errors import UsageError
from einvoice.model import Address, Contact, Identifier, Party
from einvoice.routing import Answer, Receiver, read_answer

GLN, OTHER_GLN = "7340109104692", "7894565135481"
NUMBER = "5560473521"
CARD = {"name": "Tallby AB", "country": "SE", "business_id": "556047-3521"}
POST = {"street": "Storgatan 1", "city": "Tallby", "postal_code": "999 80"}
ABLE = "ReceivingElectronicInvoices"


def receiver(company="a", **keys):
    return {"companyId": company, "receiveElectronicInvoiceCapability": ABLE, **keys}


def routed(card=None, parties=None, *, settings=None, **changes):
    """Return the decision for a card, with the answer of a look-up when *parties* are given."""
    sections = {} if settings is None else {"inexchange": settings}
    answer = None if parties is None else {"potentialMatches": len(parties), "exactHit": False, "parties": parties}
    made = invoice(**changes)
    return einvoice.route(made, context({**CARD, **(card or {})}, **sections), answer=answer)


WITHOUT = [
    # case, card, channel, codes
    ("address", {}, "e-invoice", ["W-ROUTE-202"]),
    ("stated", {"endpoint": "0007:5560473521"}, "e-invoice", []),
    ("card_says_e_invoice", {"delivery_method": "e-invoice"}, "e-invoice", ["W-ROUTE-202"]),
    ("no_address_mail", {"business_id": None, "email": "a@b.example"}, "pdf", ["E-ROUTE-101"]),
    ("no_address_letter", {"business_id": None, **POST}, "paper", ["E-ROUTE-101"]),
    ("no_address_nothing", {"business_id": None}, None, ["E-ROUTE-101"]),
    ("wrong_number_stops", {"business_id": "5560473522", "email": "a@b.example"}, None, ["E-ROUTE-102"]),
    ("wrong_gln_stops", {"gln": "7894565135487", "email": "a@b.example"}, None, ["E-ROUTE-103"]),
    ("wrong_vat_stops", {"business_id": None, "vat_id": "SE556047352201", **POST}, None, ["E-ROUTE-104"]),
    ("sole_trader_mail", {"business_id": "811228-9874", "email": "a@b.example"}, "pdf", ["W-ROUTE-204"]),
    ("sole_trader_nothing", {"business_id": "811228-9874"}, None, ["W-ROUTE-204"]),
    ("pdf", {"delivery_method": "pdf", "email": "a@b.example"}, "pdf", []),
    ("pdf_without_mail", {"delivery_method": "pdf", **POST}, "paper", []),
    ("paper", {"delivery_method": "paper", "email": "a@b.example", **POST}, "paper", []),
    ("paper_without_street", {"delivery_method": "paper", "email": "a@b.example"}, "pdf", []),
    ("pdf_impossible", {"delivery_method": "pdf"}, None, ["E-ROUTE-112"]),
    ("person_mail", {"private_person": True, "business_id": None, "email": "a@b.example"}, "pdf", []),
    ("person_letter", {"private_person": True, "business_id": None, **POST}, "paper", []),
    ("person_said", {"private_person": True, "delivery_method": "paper", "email": "a@b.example", **POST}, "paper", []),
    ("person_nothing", {"private_person": True, "business_id": None}, None, ["E-ROUTE-112"]),
    ("public_pdf", {"delivery_method": "pdf", "public_body": True, **POST}, None, ["E-ROUTE-111"]),
    ("public_paper", {"delivery_method": "paper", "business_id": "212000-1553", **POST}, None, ["E-ROUTE-111"]),
    ("not_public", {"delivery_method": "pdf", "business_id": "2120001553", "public_body": False, **POST}, "paper", []),
]  # fmt: skip


@pytest.mark.parametrize(("card", "channel", "found"), [c[1:] for c in WITHOUT], ids=[c[0] for c in WITHOUT])
def test_without_a_look_up(card, channel, found):
    decision = routed(card)
    assert decision.channel == channel
    assert codes(decision.findings) == found
    assert decision.carrier == "peppol"


BOTH = [receiver("a", orgNo=NUMBER, gln=GLN), receiver("b", orgNo=NUMBER, gln=OTHER_GLN)]

WITH = [
    # case, card, parties that answer, channel, id of the receiver, codes
    ("one", {}, [receiver(orgNo=NUMBER)], "e-invoice", "a", []),
    ("one_in_print", {}, [receiver(orgNo="556047-3521")], "e-invoice", "a", []),
    ("one_by_participant", {}, [receiver(peppolParticipantIdentifiers=["0007:5560473521"])], "e-invoice", "a", []),
    ("same_company_twice", {}, [receiver("a", orgNo=NUMBER), receiver("b", orgNo=NUMBER)], "e-invoice", "a", []),
    ("not_able", {**POST}, [receiver(orgNo=NUMBER, receiveElectronicInvoiceCapability="Other")], "paper", None, []),
    ("none_mail", {"email": "a@b.example", **POST}, [], "pdf", None, []),
    ("none_letter", POST, [], "paper", None, []),
    ("none_nothing", {}, [], None, None, ["E-ROUTE-112"]),
    ("several", {}, BOTH, None, None, ["E-ROUTE-110"]),
    ("several_and_one_is_named", {"recipient_id": "b"}, BOTH, "e-invoice", "b", []),
    ("several_and_one_has_the_gln", {"gln": OTHER_GLN}, BOTH, "e-invoice", "b", []),
    ("participant_gln", {"gln": GLN}, [receiver(peppolParticipantIdentifiers=[f"0088:{GLN}"])], "e-invoice", "a", []),
    ("gln_unknown", {"gln": GLN, **POST}, [receiver(orgNo=NUMBER)], None, None, ["W-ROUTE-201"]),
    ("gln_and_number_unknown", {"gln": GLN, **POST}, [], "paper", None, []),
    ("public_unknown", {"business_id": "212000-1553", "email": "a@b.example"}, [], None, None, ["E-ROUTE-111"]),
    ("of_another_company", POST, [receiver(orgNo="5599910204")], "paper", None, []),
    ("stated_and_of_another", {"endpoint": f"0088:{GLN}"}, [receiver(orgNo="5599910204")], None, None, ["E-ROUTE-112"]),
    ("without_any_number", {}, [receiver(name="Tallby AB")], "e-invoice", "a", []),
    ("found_by_name", {"business_id": None}, [receiver(gln=GLN)], "e-invoice", "a", []),
    ("wrong_number_stops", {"business_id": "5560473522"}, [receiver(gln=GLN)], None, None, ["E-ROUTE-102"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("card", "parties", "channel", "company", "found"), [c[1:] for c in WITH], ids=[c[0] for c in WITH]
)
def test_with_a_look_up(card, parties, channel, company, found):
    decision = routed(card, parties)
    assert decision.channel == channel
    assert (decision.receiver.company_id if decision.receiver else None) == company
    assert codes(decision.findings) == found
    assert decision.channel != "e-invoice" or decision.buyer.confirmed


def test_address_that_only_the_directory_knows():
    parties = [receiver(name="Tallby", peppolParticipantIdentifiers=["0203:x", "0088:7340109104692"])]
    decision = routed({"business_id": None}, parties)
    assert (str(decision.buyer), decision.buyer.level) == (f"0088:{GLN}", "lookup")
    assert any(reason.rule == "lookup" for reason in decision.reasons)


def test_directory_that_knows_the_receiver_under_another_address():
    parties = [receiver(orgNo=NUMBER, peppolParticipantIdentifiers=["0007:5560473521x", "0088:1"])]
    guess = routed({}, parties)
    assert codes(guess.findings) == ["W-ROUTE-202"]
    assert any("0088:1" in reason.text for reason in guess.reasons)
    stated = routed({"endpoint": "0007:5560473521"}, parties)
    assert codes(stated.findings) == ["W-ROUTE-202"]
    assert "under another one" in stated.findings[0].message
    assert stated.channel == "e-invoice"


def test_receivers_are_listed_to_choose_from():
    parties = [receiver("a", name="Skolan", orgNo="5560473521", gln=GLN), receiver("b", name="Vården", gln=OTHER_GLN)]
    finding = routed({}, parties).findings[0]
    assert "2 receivers" in finding.message
    for word in ("Skolan", "Vården", GLN, OTHER_GLN, "5560473521", "id a"):
        assert word in finding.message
    assert "recipient_id" in finding.fix


def test_department_that_is_unknown_is_not_replaced_unasked():
    decision = routed({"gln": GLN}, [receiver(orgNo="5560473521")])
    (finding,) = decision.findings
    assert GLN in finding.message
    assert "556047-3521" in finding.message
    assert 'endpoint = "0007:…"' in finding.fix
    yes = routed({"gln": GLN, "endpoint": "0007:5560473521"}, [receiver(orgNo="5560473521")])
    assert (yes.channel, str(yes.buyer)) == ("e-invoice", "0007:5560473521")


def test_answer_may_be_handed_in_read():
    answer = Answer((Receiver(company_id="a", org_number="5560473521", capability=ABLE),))
    assert einvoice.route(invoice(), context(CARD), answer=answer).receiver.company_id == "a"


@pytest.mark.parametrize("answer", [[], "x", {"parties": {}}, {"parties": ["a"]}])
def test_answer_of_another_shape_is_refused(answer):
    with pytest.raises(UsageError) as caught:
        read_answer(answer)
    assert caught.value.fix


def test_names_of_an_answer_in_any_case():
    answer = read_answer(
        {"Parties": [{"CompanyId": 7, "GLN": GLN, "ReceiveElectronicInvoiceCapability": ABLE.upper()}]}
    )
    assert [(r.company_id, r.gln) for r in answer.able()] == [("7", GLN)]


# -- the document may say it, where the card does not ----------


def test_contact_and_address_of_the_invoice_serve_as_well():
    buyer = Party(
        name="Elsa", identifiers=(Identifier(value="9"),), contact=Contact(email="elsa@b.example"),
        address=Address(line_1="Storgatan 1", city="Tallby", post_code="999 80", country_code="SE"),
    )  # fmt: skip
    assert einvoice.route(invoice(buyer), context()).channel == "pdf"
    silent = buyer.model_copy(update={"contact": None})
    assert einvoice.route(invoice(silent), context()).channel == "paper"


@pytest.mark.parametrize(("method", "channel"), [("Email", "pdf"), ("Mail", "paper"), ("EInvoice", "e-invoice")])
def test_delivery_method_of_billecta(method, channel):
    card = {"email": "a@b.example", **POST}
    assert routed(card, native={"billecta:DeliveryMethod": method}).channel == channel


def test_private_person_of_billecta():
    buyer = Party(identifiers=(Identifier(value="1001"),), native={"billecta:DebtorType": "Private"})
    card = {"business_id": None, "email": "a@b.example"}
    assert routed(card, buyer=buyer).channel == "pdf"
    assert routed(card, buyer=buyer).findings == ()
    assert codes(routed({**card, "private_person": False}, buyer=buyer).findings) == ["E-ROUTE-101"]


def test_reference_and_attachments_are_asked_of_e_invoices_only():
    card = {"delivery_method": "pdf", "email": "a@b.example"}
    assert routed(card, buyer_reference=None).findings == ()
    assert "E-ROUTE-120" in codes(routed({}, buyer_reference=None).findings)


# -- InExchange ----------


def test_carrier_and_invoicing_method():
    assert routed({}, settings={}).carrier == "inexchange"
    assert routed({"invoicing_method": "inexchange utskrift (api) "}, settings={}).channel == "e-invoice"
    other = routed({"invoicing_method": "E-post"}, settings={})
    assert (other.channel, other.carrier) == ("other", "peppol")
    assert any("'E-post'" in reason.text for reason in other.reasons)
    own = routed({"invoicing_method": "InExchange"}, settings={"method": "InExchange"})
    assert own.channel == "e-invoice"


def test_receiver_that_the_card_names_needs_no_look_up():
    decision = routed({"recipient_id": "a"}, settings={})
    assert decision.receiver.company_id == "a"
    assert decision.findings == ()
    assert routed({"recipient_id": "a"}).receiver is None  # an id of InExchange says nothing to Peppol


def test_consumer():
    card = {"private_person": True, "business_id": None, "email": "a@b.example"}
    assert routed(card, settings={"consumers": {"1001": {"fmi": "F1"}}}).channel == "consumer"
    assert routed(card, settings={"consumers": {"1002": {"fmi": "F1"}}}).channel == "pdf"


def test_set_up_demands_the_organisation_number():
    decision = routed({"business_id": None, "gln": GLN}, settings={})
    assert decision.channel == "e-invoice"
    (missing,) = decision.missing
    assert (missing.key, missing.code) == ("business_id", None)
    assert any("Organisationsnummer" in reason.text for reason in decision.reasons)
    assert routed({"business_id": None, "gln": GLN}).missing == ()
