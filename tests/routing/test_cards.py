"""What the card of a customer gives by itself: an address, or why there is none."""

import pytest
from tests.routing import codes

from einvoice.context import ContextParty
from einvoice.routing import address_of_card

GLN = "7340109104692"

GIVES = [
    # case, keys of the card, address, derivation, findings
    ("se_number", {"country": "SE", "business_id": "556047-3521"}, "0007:5560473521", "D2", []),
    ("se_number_with_16", {"country": "SE", "business_id": "165560473521"}, "0007:5560473521", "D2", []),
    ("se_gln_wins", {"country": "SE", "business_id": "556047-3521", "gln": GLN}, f"0088:{GLN}", "D1", []),
    ("se_gln_printed", {"country": "SE", "gln": "73 40109 10469 2"}, f"0088:{GLN}", "D1", []),
    ("se_vat", {"country": "SE", "vat_id": "SE 556047-3521 01"}, "0007:5560473521", "D3", ["W-ROUTE-203"]),
    (
        "se_vat_02",
        {"country": "SE", "vat_id": "SE556047352102"},
        "0007:5560473521",
        "D3",
        ["W-ROUTE-206", "W-ROUTE-203"],
    ),
    ("se_stated", {"country": "SE", "endpoint": f"0088:{GLN}"}, f"0088:{GLN}", "explicit", []),
    ("se_stated_before_gln", {"endpoint": "0007:556047-3521", "gln": GLN}, "0007:5560473521", "explicit", []),
    ("se_person_said_yes", {"country": "SE", "endpoint": "0007:811228-9874"}, "0007:8112289874", "explicit", []),
    ("se_person_with_gln", {"country": "SE", "business_id": "811228-9874", "gln": GLN}, f"0088:{GLN}", "D1", []),
    ("fi_number", {"country": "FI", "business_id": "2077474-0"}, "0216:003720774740", "D5", []),
    ("fi_number_of_six", {"country": "FI", "business_id": "737546-2"}, "0216:003707375462", "D5", []),
    ("fi_vat", {"country": "FI", "vat_id": "FI20774740"}, "0216:003720774740", "D6", []),
    ("fi_ovt", {"country": "FI", "ovt": "0037 2077 4740 osto1"}, "0216:003720774740OSTO1", "D4", []),
    ("fi_ovt_before_gln", {"country": "FI", "ovt": "003720774740", "gln": GLN}, "0216:003720774740", "D4", []),
    ("fi_gln_before_number", {"country": "FI", "business_id": "2077474-0", "gln": GLN}, f"0088:{GLN}", "D1", []),
    ("fi_iban", {"country": "FI", "endpoint": "FI21 1234 5600 0007 85"}, "9918:FI2112345600000785", "D12", []),
    ("fi_old_0037", {"country": "FI", "endpoint": "0037:20774740"}, "0216:003720774740", "D13", ["W-ROUTE-205"]),
    ("fi_old_0037_whole", {"endpoint": "0037:003720774740AB"}, "0216:003720774740AB", "D13", ["W-ROUTE-205"]),
    ("fi_old_0212", {"endpoint": "0212:2077474-0"}, "0216:003720774740", "D13", ["W-ROUTE-205"]),
    ("fi_old_0213", {"endpoint": "0213:FI20774740"}, "0216:003720774740", "D13", ["W-ROUTE-205"]),
    ("aland", {"country": "AX", "business_id": "2077474-0"}, "0216:003720774740", "D5", []),
    ("no_number", {"country": "NO", "business_id": "988 077 917"}, "0192:988077917", "D7", []),
    ("no_vat", {"country": "NO", "vat_id": "NO988077917MVA"}, "0192:988077917", "D7", []),
    ("dk_number", {"country": "DK", "business_id": "13585628"}, "0184:13585628", "D8", []),
    ("dk_gln_wins", {"country": "DK", "business_id": "13585628", "gln": GLN}, f"0088:{GLN}", "D1", []),
    ("dk_vat", {"country": "DK", "vat_id": "DK13585628"}, "0184:13585628", "D8", []),
    ("ee_number", {"country": "EE", "business_id": "10137025"}, "0191:10137025", "D9", []),
    ("ee_vat", {"country": "EE", "vat_id": "EE100931558"}, "9931:EE100931558", "D10", []),
    ("de_vat", {"country": "DE", "business_id": "HRB 1", "vat_id": "DE136695976"}, "9930:DE136695976", "D11", []),
    ("gr_vat", {"country": "GR", "vat_id": "EL094259216"}, "9933:EL094259216", "D11", []),
    ("it_vat", {"country": "IT", "vat_id": "IT00743110157"}, "0211:IT00743110157", "D11", []),
    ("is_number", {"country": "IS", "business_id": "450401-3150"}, "0196:4504013150", "registration", []),
    ("gln_without_country", {"gln": GLN}, f"0088:{GLN}", "D1", []),
]


@pytest.mark.parametrize(("keys", "address", "derivation", "found"), [c[1:] for c in GIVES], ids=[c[0] for c in GIVES])
def test_card_gives(keys, address, derivation, found):
    given = address_of_card(ContextParty(**keys))
    assert str(given.address) == address
    assert given.address.derivation == derivation
    assert codes(given.findings) == found
    assert given.missing == ()
    assert any(reason.rule == derivation and address in reason.text for reason in given.reasons)


REFUSED = [
    # case, keys of the card, findings, words of the first, words of its remedy, what is missing
    ("nothing", {"country": "SE", "name": "Tallby"}, ["E-ROUTE-101"], "no GLN", 'business_id = "…"', ["business_id"]),
    ("no_country", {"business_id": "2077474-0"}, ["E-ROUTE-101"], "country", 'country = "…"', ["country"]),
    ("no_scheme", {"country": "DE", "business_id": "HRB 1"}, ["E-ROUTE-101"], "in DE", "endpoint", ["endpoint"]),
    ("no_rules", {"country": "US", "vat_id": "12-3456789"}, ["E-ROUTE-101"], "in US", "endpoint", ["endpoint"]),
    (
        "gln_check_digit",
        {"country": "SE", "gln": "7894565135487", "business_id": "212000-1553"},
        ["E-ROUTE-103"],
        "check digit is 7, expected 1",
        "Ask the customer",
        ["gln"],
    ),
    ("gln_length", {"gln": "731000011111"}, ["E-ROUTE-103"], "12 digits, expected 13", "13 digits", ["gln"]),
    (
        "number_check_digit",
        {"country": "SE", "business_id": "556047-3522", "vat_id": "SE556047352101"},
        ["E-ROUTE-102"],
        "check digit is 2, expected 1",
        "register",
        ["business_id"],
    ),
    ("ovt", {"country": "FI", "ovt": "003720774741"}, ["E-ROUTE-102"], "expected 0", "register", ["ovt"]),
    ("number_length", {"country": "NO", "business_id": "98807791"}, ["E-ROUTE-102"], "8 digits", "", ["business_id"]),
    ("vat", {"country": "FI", "vat_id": "FI20774741"}, ["E-ROUTE-104"], "expected 0", "letters", ["vat_id"]),
    ("vat_length", {"country": "DE", "vat_id": "DE13669597"}, ["E-ROUTE-104"], "too few", "letters", ["vat_id"]),
    (
        "removed",
        {"country": "SE", "endpoint": "9955:SE556047352101"},
        ["E-ROUTE-105"],
        "since 2023-07-31",
        "Write 0007:5560473521.",
        ["endpoint"],
    ),
    ("net_service", {"endpoint": "0215:TE00372077"}, ["E-ROUTE-105"], "2024-12-31", "Ask the receiver", ["endpoint"]),
    ("edelivery", {"endpoint": "0203:x"}, ["E-ROUTE-105"], "0203", "Ask the receiver", ["endpoint"]),
    ("email", {"endpoint": "EM:a@b.example"}, ["E-ROUTE-105"], "'EM'", "letter codes", ["endpoint"]),
    ("not_in_bis", {"endpoint": "0205:ABC"}, ["E-ROUTE-105"], "not taken in BIS Billing 3.0.21", "", ["endpoint"]),
    ("unknown", {"endpoint": "1234:ABC"}, ["E-ROUTE-105"], "unknown in BIS Billing", "", ["endpoint"]),
    ("without_scheme", {"endpoint": GLN}, ["E-ROUTE-105"], "no scheme", f"Write 0088:{GLN}.", ["endpoint"]),
    ("stated_gln", {"endpoint": "0088:7894565135487"}, ["E-ROUTE-103"], "expected 1", "", ["endpoint"]),
    ("stated_number", {"endpoint": "0007:5560473522"}, ["E-ROUTE-102"], "expected 1", "", ["endpoint"]),
    ("stated_vat", {"endpoint": "9930:DE136695977"}, ["E-ROUTE-104"], "check digits", "", ["endpoint"]),
    ("stated_old", {"endpoint": "0212:2077474-1"}, ["E-ROUTE-102"], "expected 0", "", ["endpoint"]),
]


@pytest.mark.parametrize(
    ("keys", "found", "says", "fix", "missing"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_card_is_refused(keys, found, says, fix, missing):
    given = address_of_card(ContextParty(**keys))
    assert given.address is None
    assert codes(given.findings) == found
    first = given.findings[0]
    assert first.severity == "error"
    assert says in first.message
    assert fix in (first.fix or "")
    assert [entry.key for entry in given.missing] == missing
    assert all(entry.code == found[0] and entry.add for entry in given.missing)


def test_every_wrong_number_is_named_also_one_that_does_not_decide():
    card = ContextParty(country="FI", ovt="003720774740", business_id="2077474-1", vat_id="FI20774741", gln="1")
    given = address_of_card(card)
    assert str(given.address) == "0216:003720774740"
    assert sorted(codes(given.findings)) == ["E-ROUTE-102", "E-ROUTE-103", "E-ROUTE-104"]


def test_wrong_form_of_a_vat_number_is_named_where_the_number_in_it_still_serves():
    given = address_of_card(ContextParty(country="NO", vat_id="NO988077917"))
    assert str(given.address) == "0192:988077917"
    assert codes(given.findings) == ["E-ROUTE-104"]
    assert given.findings[0].fix == "Write NO988077917MVA."


@pytest.mark.parametrize("keys", [{"business_id": "811228-9874"}, {"vat_id": "SE811228987401"}])
def test_personal_number_is_no_address_and_stays_hidden(keys):
    given = address_of_card(ContextParty(name="Elsas Trädgård", country="SE", **keys))
    assert given.address is None
    assert codes(given.findings) == ["W-ROUTE-204"]
    finding = given.findings[0]
    assert "Elsas Trädgård" in finding.message
    assert "9874" not in f"{finding} {given.reasons}"


def test_gln_that_is_not_chosen_is_not_used():
    card = ContextParty(country="SE", business_id="556047-3521", gln=GLN, gln_chosen=False)
    given = address_of_card(card)
    assert str(given.address) == "0007:5560473521"
    assert any(GLN in reason.text and "not the default" in reason.text for reason in given.reasons)


def test_address_of_a_seller_never_comes_from_a_gln():
    card = ContextParty(country="SE", business_id="556047-3521", gln=GLN)
    assert str(address_of_card(card, "seller").address) == "0007:5560473521"
    assert card.electronic_address(of_seller=True) == ("0007", "5560473521")
    assert codes(address_of_card(ContextParty(country="SE", gln=GLN), "seller").findings) == ["E-ROUTE-106"]
    stated = ContextParty(country="SE", gln=GLN, endpoint=f"0088:{GLN}")
    assert str(address_of_card(stated, "seller").address) == f"0088:{GLN}"


@pytest.mark.parametrize("case", GIVES, ids=lambda c: c[0])
def test_writers_take_the_same_address(case):
    """What a conversion fills in from a card (`ContextParty.electronic_address`) is what routing decides."""
    _, keys, address, *_ = case
    assert ":".join(ContextParty(**keys).electronic_address()) == address


@pytest.mark.parametrize("case", [c for c in REFUSED if "endpoint" not in c[1]], ids=lambda c: c[0])
def test_writers_take_no_address_where_there_is_none(case):
    assert ContextParty(**case[1]).electronic_address() is None
