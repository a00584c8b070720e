"""The cases and tables of routing.json, whole."""

import re

import pytest
from tests.routing import codes, context, invoice

import einvoice
from einvoice import codelists
from einvoice.context import MARKING_TERMS, ContextParty, InexchangeSettings
from einvoice.errors import IdentifierError
from einvoice.identifiers import endpoint
from einvoice.routing import address_of_card, rules_in_force
from einvoice.routing.codes import CODES
from einvoice.routing.inexchange.lookup import ABLE
from einvoice.routing.inexchange.outbound import TYPES
from einvoice.routing.inexchange.setup import FIELDS
from einvoice.routing.status import NEUTRAL, read_state
from einvoice.routing.tables import EDITIONS, refusal

pytestmark = pytest.mark.conformance

KEYS = {"org_number": "business_id", "vat_number": "vat_id"}


def card_of(case):
    keys = {KEYS.get(key, key): value for key, value in case["card"].items() if key != "explicit"}
    if "explicit" in case["card"]:
        keys["endpoint"] = ":".join(case["card"]["explicit"])
    return keys


def check(case, address, findings):
    """The outcome is exactly what the case lists: the address, the errors, the warnings, and the digit expected."""
    expect = case["expect"]
    wanted = expect.get("endpoint")
    assert (None if address is None else [address.scheme, address.value]) == wanted, case["id"]
    errors = [expect["error"]] if "error" in expect else []
    assert codes(f for f in findings if f.severity == "error") == errors, case["id"]
    assert codes(f for f in findings if f.severity == "warning") == expect.get("warnings", []), case["id"]
    if "expected_digit" in expect:
        assert f"expected {expect['expected_digit']}" in findings[0].message, case["id"]


def test_cards_give_exactly_what_the_cases_list(facts):
    assert len(facts["test_cases"]) == 23
    for case in facts["test_cases"]:
        given = address_of_card(ContextParty(**card_of(case)))
        check(case, given.address, given.findings)


def test_invoices_for_these_cards_go_there(facts):
    """An invoice adds one question: whether anybody has confirmed a derived address."""
    for case in facts["test_cases"]:
        decision = einvoice.route(invoice(), context(card_of(case)))
        guess = decision.buyer is not None and not decision.buyer.confirmed
        found = [f for f in decision.findings if f.code != "W-ROUTE-202"]
        check(case, decision.buyer, found)
        assert (len(found) != len(decision.findings)) == guess, case["id"]
        assert guess == (decision.buyer is not None and "explicit" not in case["card"]), case["id"]
        assert (decision.channel == "e-invoice") == (decision.buyer is not None), case["id"]
        assert decision.has_errors == ("error" in case["expect"]), case["id"]


SAMPLES = {
    # country: registration number, VAT number
    "SE": ("556047-3521", "SE556047352101"),
    "FI": ("2077474-0", "FI20774740"),
    "NO": ("988077917", "NO988077917MVA"),
    "DK": ("13585628", "DK13585628"),
    "EE": ("10137025", "EE100931558"),
    "other EU": (None, "DE136695976"),
    "any": (None, None),
}
GLNS = {"valid": "7340109104692", "invalid check digit": "7340109104693", "none": None, "any": "7340109104692"}


def test_decision_table_of_the_buyer(facts):
    for row in facts["buyer_decision_table"]:
        number, vat = SAMPLES[row["country"]]
        keys = {
            "country": {"other EU": "DE", "any": "SE"}.get(row["country"], row["country"]),
            "gln": GLNS[row["gln"]],
            "business_id": "811228-9874"
            if row["org"] == "personal number"
            else number
            if row["org"] != "none"
            else None,
            "vat_id": vat if row["vat"] != "none" else None,
            "ovt": "003720774740OSTO1" if row.get("ovt") == "valid" else None,
        }
        given = address_of_card(ContextParty(**keys))
        scheme = re.match(r"[0-9]{4}", row["endpoint"].replace("99xx", "9930"))
        assert (given.address.scheme if given.address else None) == (scheme[0] if scheme else None), row
        for code in re.findall("[EW]-ROUTE-[0-9]+", row["confirm"]):
            if code not in ("W-ROUTE-201", "W-ROUTE-202"):  # a question of the look-up
                assert code in codes(given.findings), row


def test_schemes_are_usable_as_the_facts_say(facts):
    for row in facts["schemes"]:
        assert (refusal(row["id"]) is None) == row["in_eas_bis_3_0_21"], row["id"]
        if row["network_removed_on"]:
            assert row["network_removed_on"] in refusal(row["id"]), row["id"]
        if row["network_state"] == "active" or row["in_eas_bis_3_0_19"]:
            assert EDITIONS[1].takes(row["id"]) == row["in_eas_bis_3_0_19"], row["id"]


def test_artefacts_refuse_what_we_refuse_or_never_write(facts):
    """What CL008 refuses is not taken; what a rule on numbers refuses, we refuse or write in another form."""
    seen = 0
    for row in facts["artefact_observations"]:
        stated = re.fullmatch(r"buyer endpoint ([0-9A-Z]+):(\S+)", row["case"])
        if stated is None:
            continue
        seen += 1
        scheme, value = stated.groups()
        assert rules_in_force().takes(scheme) == ("PEPPOL-EN16931-CL008" not in row["peppol"]), row
        if any(rule.startswith("PEPPOL-COMMON") for rule in row["peppol"]):
            try:
                written = str(endpoint.parse_endpoint(f"{scheme}:{value}"))
            except IdentifierError:
                continue
            assert written != f"{scheme}:{value}", row
    assert seen > 30


def test_codes_are_those_of_the_facts(facts):
    assert list(CODES) == [entry["code"] for entry in facts["errors"]]
    for entry in facts["errors"]:
        ours = CODES[entry["code"]]
        assert ours.severity == entry["severity"]
        assert set(ours.prevents) == set(entry["artefact"]), entry["code"]


def test_states_are_those_of_the_facts(facts):
    assert list(NEUTRAL) == facts["neutral_statuses"]
    for row in facts["status_map"]:
        assert read_state(row["source"], row["value"]).neutral == row["neutral"], row


def test_set_up_and_requests_are_those_of_the_facts(facts):
    mandatory = {
        row["field"].partition(" =")[0] for row in facts["softone_card_mapping"] if row["mandatory_in_handbook"]
    }
    assert {field.name for field in FIELDS if field.mandatory} == mandatory
    assert InexchangeSettings().method in {row["field"].partition("= ")[2] for row in facts["softone_card_mapping"]}
    api = facts["inexchange_api"]
    assert api["capability_value_for_e_invoice"] == ABLE
    calls = {entry["call"]: entry for entry in api["endpoints"]}
    types = calls["POST documents/outbound"]["body"]["SendDocumentAs"]["Type"].partition(";")[0]
    assert set(types.split(" | ")) == set(TYPES.values())
    limits = facts["attachments"]["suggested_default_limits"]
    ours = InexchangeSettings()
    assert (ours.max_file_mb, ours.max_total_mb) == (limits["per_file_mb"], limits["total_mb"])
    assert codelists.codes("mime_types") == set(facts["attachments"]["mime_codes"])
    terms = [row["bt"].split()[0] for row in facts["marking_rules"][:6]]
    assert terms == [term for term, _ in MARKING_TERMS.values()]
