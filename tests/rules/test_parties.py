"""EI-ID-…: numbers of parties and items, each judged by its place and scheme."""

import json

import pytest

from einvoice.model import Address, Delivery, Identifier, Party
from einvoice.rules import run

from .invoices import BUYER, SELLER, check_case, each_case, invoice_with, line, party

E, W, I = "error", "warning", "info"  # noqa: E741


def seller(country="FI", **fields):
    return {"seller": party("Seller", country, **fields)}


def buyer(country="FI", **fields):
    return {"buyer": party("Buyer", country, **fields)}


def at(scheme, value, who=seller):
    return who(electronic_address_scheme=scheme, electronic_address=value)


def number(value, scheme=None, country="FI", who=seller):
    return who(country, legal_registration_identifier=value, legal_registration_identifier_scheme=scheme)


def known_as(value, scheme, who=seller):
    return who(identifiers=(Identifier(value=value, scheme=scheme),))


def vat(value, country="FI", who=seller):
    return who(country, vat_identifier=value)


def both(registration, vat_number, country="FI", scheme=None):
    return seller(country, legal_registration_identifier=registration, vat_identifier=vat_number,
                  legal_registration_identifier_scheme=scheme)  # fmt: skip


def place(value, scheme="0088"):
    return {"delivery": Delivery(location_identifier=value, location_identifier_scheme=scheme)}


def items(*pairs):
    return {"lines": tuple(line(standard_item_identifier=v, standard_item_identifier_scheme=s) for v, s in pairs)}


ADDRESS, REGISTRATION, VAT = (
    "seller.electronic_address",
    "seller.legal_registration_identifier",
    "seller.vat_identifier",
)

CASES = {
    "EI-ID-ENDPOINT": [
        ("valid_ovt",             at("0216", "003720774740"),         []),
        ("valid_ovt_unit",        at("0216", "003720774740OSTO1"),    []),
        ("valid_gln",             at("0088", "7340109104692"),        []),
        ("valid_vat",             at("9930", "DE136695976"),          []),
        ("valid_cvr_with_dk",     at("0184", "DK13585628"),           []),
        ("valid_sole_trader",     at("0007", "8112289874"),           []),
        ("invalid_ovt",           at("0216", "003720774741"),         [(E, ADDRESS)]),
        ("invalid_gln",           at("0088", "7894565135487"),        [(E, ADDRESS)]),
        ("invalid_swedish",       at("0007", "5560473522"),           [(E, ADDRESS)]),
        ("invalid_norwegian",     at("0192", "988077918"),            [(E, ADDRESS)]),
        ("invalid_danish",        at("0184", "13585627"),             [(W, ADDRESS)]),
        ("invalid_estonian",      at("0191", "12345679"),             [(W, ADDRESS)]),
        ("invalid_gln_length",    at("0088", "9482348239847239874"),  [(W, ADDRESS)]),
        ("invalid_ovt_length",    at("0216", "003720774740ABCDEF"),   [(W, ADDRESS)]),
        ("invalid_vat",           at("9930", "DE136695977"),          [(W, ADDRESS)]),
        ("invalid_old_scheme",    at("0212", "2077474-0"),            [(W, ADDRESS)]),
        ("invalid_removed",       at("9909", "988077917"),            [(W, ADDRESS)]),
        ("invalid_buyer",         at("0088", "7894565135487", buyer), [(E, "buyer.electronic_address")]),
        ("silent_unknown_scheme", at("0201", "UF6WX8"),               []),
        ("silent_mail",           at("EM", "info@example.com"),       []),
        ("silent_no_scheme",      at(None, "003720774741"),           []),
        ("silent_no_address",     at("0216", None),                   []),
    ],
    "EI-ID-GLN": [
        ("valid_identifier",      known_as("7340109104692", "0088"),  []),
        ("invalid_identifier",    known_as("1234567890123", "0088"),  [(E, "seller.identifiers[0].value")]),
        ("invalid_buyer",         known_as("1234567890123", "0088", buyer), [(E, "buyer.identifiers[0].value")]),
        ("invalid_registration",  number("1234567890123", "0088"),    [(E, REGISTRATION)]),
        ("invalid_length",        known_as("734010910469", "0088"),   [(W, "seller.identifiers[0].value")]),
        ("invalid_delivery",      place("1234567890123"),             [(W, "delivery.location_identifier")]),
        ("valid_delivery",        place("7340109104692"),             []),
        ("silent_other_scheme",   place("1234567890123", "0007"),     []),
        ("silent_no_scheme",      known_as("1234567890123", None),    []),
        ("silent_address",        at("0088", "7894565135487"),        []),
    ],
    "EI-ID-BUSINESS": [
        ("valid_finnish",         number("2077474-0", "0212"),        []),
        ("valid_by_country",      number("2077474-0"),                []),
        ("valid_swedish",         number("556047-3521", None, "SE"),  []),
        ("valid_identifier",      known_as("5560473521", "0007"),     []),
        ("valid_estonian",        number("10137025", None, "EE"),     []),
        ("valid_danish",          number("DK13585628", "0184", "DK"), []),
        ("invalid_finnish",       number("2077474-1", "0212"),        [(W, REGISTRATION)]),
        ("invalid_never_issued",  number("1000008-1"),                [(W, REGISTRATION)]),
        ("invalid_six_digits",    number("737546-3"),                 [(W, REGISTRATION)]),
        ("invalid_aland",         number("2077474-1", None, "AX"),    [(W, REGISTRATION)]),
        ("invalid_swedish",       number("5560473522", "0007", "SE"), [(E, REGISTRATION)]),
        ("invalid_swedish_seller", number("556047-3522", None, "SE"), [(E, REGISTRATION)]),
        ("invalid_swedish_buyer", number("556047-3522", None, "SE", buyer),
                                  [(W, "buyer.legal_registration_identifier")]),
        ("invalid_norwegian",     number("988077918", "0192", "NO"),  [(E, REGISTRATION)]),
        ("invalid_norwegian_bare", number("988077918", None, "NO"),   [(W, REGISTRATION)]),
        ("invalid_danish",        number("12345678", None, "DK"),     [(W, REGISTRATION)]),
        ("invalid_identifier",    known_as("988077918", "0192"),      [(E, "seller.identifiers[0].value")]),
        ("invalid_form",          number("ABC", "0212"),              [(W, REGISTRATION)]),
        ("silent_other_country",  number("HRB 12345", None, "DE"),    []),
        ("silent_other_form",     number("32081330 Amersfoort"),      []),
        ("silent_customer_code",  known_as("2077474-1", None),        []),
        ("silent_other_scheme",   number("123456789", "0082", "NO"),  []),
        ("silent_no_country",     number("2077474-1", None, None),    []),
    ],
    "EI-ID-VAT": [
        ("valid_finnish",         vat("FI20774740"),                  []),
        ("valid_blanks",          vat("SE 556047-3521 01", "SE"),     []),
        ("invalid_unusual_end",   vat("SE556047352102", "SE"),        [(I, VAT)]),
        ("valid_norwegian",       vat("NO988077917MVA", "NO"),        []),
        ("valid_german",          vat("DE136695976", "DE"),           []),
        ("invalid_finnish",       vat("FI20774741"),                  [(W, VAT)]),
        ("invalid_swedish",       vat("SE556047352201", "SE"),        [(W, VAT)]),
        ("invalid_no_mva",        vat("NO988077917", "NO"),           [(W, VAT)]),
        ("invalid_estonian",      vat("EE100594103", "EE"),           [(W, VAT)]),
        ("invalid_german",        vat("DE136695977", "DE"),           [(W, VAT)]),
        ("invalid_buyer",         vat("FI20774741", "FI", buyer),     [(W, "buyer.vat_identifier")]),
        ("invalid_representative", {"tax_representative": party("R", "FI", vat_identifier="FI20774741")},
                                  [(W, "tax_representative.vat_identifier")]),
        ("silent_unknown_country", vat("US123456789", "US"),          []),
        ("silent_no_prefix",      vat("20774741"),                    []),
        ("silent_words",          vat("not registered"),              []),
        ("silent_none",           vat(None),                          []),
    ],
    "EI-ID-VAT-PREFIX": [
        ("valid_prefix",          vat("FI20774740"),                  []),
        ("valid_greek",           vat("EL094259216", "GR"),           []),
        ("invalid_no_prefix",     vat("20774740"),                    [(W, VAT)]),
        ("invalid_greek",         vat("GR094259216", "GR"),           [(W, VAT)]),
        ("silent_none",           vat(None),                          []),
    ],
    "EI-ID-VAT-COUNTRY": [
        ("valid_same",            vat("FI20774740"),                  []),
        ("valid_aland",           vat("FI20774740", "AX") | buyer("AX"), []),
        ("valid_greek",           vat("EL094259216", "GR"),           []),
        ("valid_of_the_buyer",    vat("SE556047352101") | buyer("SE"), []),
        ("valid_of_the_delivery", vat("SE556047352101") | {"delivery": Delivery(address=Address(country_code="SE"))},
                                  []),
        ("invalid_foreign",       vat("NO988077917MVA", "GB"),        [(I, VAT)]),
        ("silent_represented",    vat("NO988077917MVA", "GB") | {"tax_representative": party("R", "NO")}, []),
        ("silent_northern_ireland", vat("XI110305878", "GB"),         []),
        ("silent_no_country",     vat("FI20774740", None),            []),
    ],
    "EI-ID-VAT-BUSINESS": [
        ("valid_finnish",         both("2077474-0", "FI20774740"),                   []),
        ("valid_swedish",         both("556047-3521", "SE556047352101", "SE"),       []),
        ("valid_norwegian",       both("988077917", "NO988077917MVA", "NO", "0192"), []),
        ("valid_danish",          both("13585628", "DK13585628", "DK", "0184"),      []),
        ("invalid_finnish",       both("2077474-0", "FI01011385"),                   [(W, VAT)]),
        ("invalid_swedish",       both("556047-3521", "SE212000155301", "SE", "0007"), [(W, VAT)]),
        ("invalid_norwegian",     both("988077917", "NO974760673MVA", "NO"),         [(W, VAT)]),
        ("silent_wrong_number",   both("2077474-1", "FI01011385"),                   []),
        ("silent_wrong_vat",      both("2077474-0", "FI01011386"),                   []),
        ("silent_other_country",  both("2077474-0", "SE556047352101"),               []),
        ("silent_other_scheme",   both("2077474-0", "FI01011385", "FI", "0088"),     []),
        ("silent_estonian",       both("10137025", "EE100931558", "EE"),             []),
        ("silent_one_of_two",     both("2077474-0", None),                           []),
    ],
    "EI-ID-GTIN": [
        ("valid_gtin",            items(("4006381333931", "0160"), ("73513537", "0160")), []),
        ("invalid_check_digit",   items(("4006381333931", "0160"), ("4006381333930", "0160")),
                                  [(W, "lines[1].standard_item_identifier")]),
        ("invalid_length",        items(("12345", "0160")), [(W, "lines[0].standard_item_identifier")]),
        ("silent_other_scheme",   items(("4006381333930", "0088")), []),
        ("silent_no_scheme",      items(("4006381333930", None)), []),
        ("silent_blank",          items((" ", "0160")), []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


def test_message_names_party_term_and_digit():
    (finding,) = run(invoice_with(**at("0088", "7894565135487", buyer)), rules=["EI-ID-ENDPOINT"])
    assert finding.message == (
        "address of the buyer (BT-49), scheme 0088: GLN '7894565135487': check digit is 7, expected 1"
    )
    assert finding.terms == ("BT-49",)
    (old,) = run(invoice_with(**at("0212", "2077474-0")), rules=["EI-ID-ENDPOINT"])
    assert old.fix == "Write the scheme 0216 with 003720774740."


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        (number("811228-9875", "0007", "SE"), "EI-ID-BUSINESS"),
        (at("0007", "8112289875"), "EI-ID-ENDPOINT"),
        (vat("SE811228987501", "SE"), "EI-ID-VAT"),
        (both("811228-9874", "SE556047352101", "SE"), "EI-ID-VAT-BUSINESS"),
    ],
)
def test_numbers_of_persons_are_not_shown(changes, code):
    (finding,) = run(invoice_with(**changes), rules=[code])
    shown = json.dumps(finding.as_dict())
    assert "811228" in shown
    assert "987" not in shown


def test_payee_has_no_vat_number():
    payee = Party(name="Payee", vat_identifier="FI20774741", legal_registration_identifier="2077474-0")
    found = run(invoice_with(payee=payee), rules=["EI-ID-VAT", "EI-ID-BUSINESS"])
    assert found == []


def test_the_parties_of_the_valid_invoice_are_those_of_the_other_tests():
    assert run(invoice_with(seller=SELLER, buyer=BUYER)) == []
