"""EI-VAT-K-…, -G-DESTINATION, -AE-NUMBER, -CONSTRUCTION, -NETVISOR-CODE: where seller, buyer and goods are."""

import pytest

from einvoice.model import Address, Delivery
from einvoice.rules import run
from einvoice.rules.facts import number_country

from .invoices import BUYER, check_case, delivered, each_case, group, invoice_with, line, party

E, W = "error", "warning"
FI = party("Esimerkki Oy", "FI", vat_identifier="FI91001147")
SE = party("Köpare AB", "SE", vat_identifier="SE559990123701")
NO = party("Kjøper AS", "NO", vat_identifier="NO999999999MVA")
NO_REGISTERED = party("Kjøper AS", "NO", legal_registration_identifier="999999999")
SE_UNNUMBERED = party("Köpare AB", "SE")
NUMBER, COUNTRY, TO = "buyer.vat_identifier", "buyer.address.country_code", "delivery.address.country_code"
CODE, REASON = "lines[0].native.netvisor:vat_code", "vat_breakdown[0].exemption_reason"
SELLER_NUMBER, SELLER_COUNTRY = "seller.vat_identifier", "seller.address.country_code"


def sale(category, seller=FI, buyer=SE, to=None, post_code=None, **changes):
    """A sale of *category*; *to* is the country of delivery."""
    rate = None if category == "O" else "0"
    delivery = {}
    if to is not None:
        delivery = {"delivery": Delivery(address=Address(country_code=to, post_code=post_code))}
    return {"lines": (line(category, rate),), "seller": seller, "buyer": buyer} | delivery | changes


def at(country, number=None):
    return party("Party", country, vat_identifier=number)


def reason(text, **fields):
    return {"vat_breakdown": (group("AE", "0", reason=text),)} | fields


def coded(code, category="AE", **fields):
    """A sale whose line has a VAT code of Netvisor."""
    only = line(category, None if category == "O" else "0")
    return sale(category, **fields) | {"lines": (only.model_copy(update={"native": {"netvisor:vat_code": code}}),)}


CASES = {
    "EI-VAT-K-SELLER": [
        ("valid_finland",             sale("K"),                                              []),
        ("valid_norway_registered",   sale("K", at("NO", "FI91001147")),                      []),
        ("valid_northern_ireland",    sale("K", at("GB", "XI123456789")),                     []),
        ("valid_greece",              sale("K", at("GR", "EL094259216")),                     []),
        ("valid_represented",         sale("K", at("NO"), tax_representative=at("FI")),       []),
        ("valid_monaco",              sale("K", at("MC")),                                    []),
        ("invalid_norway",            sale("K", at("NO", "NO999999999MVA")),                  [(E, SELLER_NUMBER)]),
        ("invalid_norway_by_address", sale("K", at("NO")),                                    [(E, SELLER_COUNTRY)]),
        ("invalid_britain",           sale("K", at("GB", "GB123456789")),                     [(E, SELLER_NUMBER)]),
        ("silent_unknown",            sale("K", None),                                        []),
        ("silent_other_category",     sale("AE", at("NO")),                                   []),
    ],
    "EI-VAT-K-BUYER": [
        ("valid_sweden",              sale("K"),                                              []),
        ("valid_by_address",          sale("K", buyer=at("SE")),                              []),
        ("valid_norway_registered",   sale("K", buyer=at("NO", "SE559990123701")),            []),
        ("valid_seller_abroad",       sale("K", at("FI", "DE136695976"), at("FI", "FI91001171")), []),
        ("valid_delivered_abroad",    sale("K", buyer=at("FI"), to="SE"),                     []),
        ("invalid_home",              sale("K", buyer=at("FI", "FI91001171")),                [(E, NUMBER)]),
        ("invalid_home_address",      sale("K", buyer=at("FI")),                              [(E, COUNTRY)]),
        ("invalid_home_number",       sale("K", buyer=at("SE", "FI91001171"), to="SE"),       [(E, NUMBER)]),
        ("invalid_outside",           sale("K", buyer=NO),                                    [(E, NUMBER)]),
        ("invalid_outside_address",   sale("K", buyer=at("CH")),                              [(E, COUNTRY)]),
        ("silent_buyer_unknown",      sale("K", buyer=None),                                  []),
        ("silent_seller_unknown",     sale("K", None),                                        []),
        ("silent_other_category",     sale("S", buyer=BUYER),                                 []),
    ],
    "EI-VAT-K-DELIVERY": [
        ("valid_other_member",        sale("K", to="SE"),                                     []),
        ("valid_third_member",        sale("K", to="DE"),                                     []),
        ("valid_northern_ireland",    sale("K", buyer=at("GB", "XI123456789"), to="GB"),      []),
        ("valid_stock_abroad",        sale("K", at("FI", "DE136695976"), to="FI"),            []),
        ("invalid_home",              sale("K", to="FI"),                                     [(W, TO)]),
        ("invalid_britain",           sale("K", to="GB"),                                     [(E, TO)]),
        ("invalid_northern_ireland",  sale("K", buyer=at("GB", "XI123456789"), to="NO"),      [(E, TO)]),
        ("invalid_norway",            sale("K", to="NO"),                                     [(E, TO)]),
        ("invalid_aland",             sale("K", at("SE", "SE559990123701"), FI, to="AX"),     [(E, TO)]),
        ("invalid_aland_by_post",     sale("K", at("SE", "SE559990123701"), FI, "FI", "22100"), [(E, TO)]),
        ("invalid_canary",            sale("K", buyer=at("ES"), to="ES", post_code="35001"),  [(E, TO)]),
        ("valid_spain",               sale("K", buyer=at("ES"), to="ES", post_code="28001"),  []),
        ("silent_no_country",         sale("K", delivery=delivered()),                        []),
        ("silent_other_category",     sale("S", to="FI"),                                     []),
    ],
    "EI-VAT-G-DESTINATION": [
        ("valid_delivered",           sale("G", to="NO"),                                     []),
        ("valid_buyer_outside",       sale("G", buyer=NO),                                    []),
        ("valid_swedish_buyer",       sale("G", to="US"),                                     []),
        ("valid_canary",              sale("G", buyer=at("ES"), to="ES", post_code="38001"),  []),
        ("valid_from_norway",         sale("G", NO, SE),                                      []),
        ("valid_svalbard",            sale("G", NO, NO, to="SJ"),                             []),
        ("valid_aland",               sale("G", at("SE"), at("AX")),                          []),
        ("invalid_eu_buyer",          sale("G"),                                              [(E, COUNTRY)]),
        ("invalid_home_buyer",        sale("G", buyer=BUYER),                                 [(E, COUNTRY)]),
        ("invalid_eu_delivery",       sale("G", to="SE"),                                     [(E, TO)]),
        ("invalid_collected",         sale("G", buyer=NO, to="FI"),                           [(W, TO)]),
        ("invalid_within_norway",     sale("G", NO, NO),                                      [(E, COUNTRY)]),
        ("silent_seller_unknown",     sale("G", None),                                        []),
        ("silent_buyer_unknown",      sale("G", buyer=None),                                  []),
        ("silent_other_category",     sale("K"),                                              []),
    ],
    "EI-VAT-AE-NUMBER": [
        ("valid_number",              sale("AE"),                                             []),
        ("valid_at_home",             sale("AE", buyer=BUYER),                                []),
        ("invalid_registered_only",
            sale("AE", buyer=party("Köpare AB", "SE", legal_registration_identifier="559990-1237")),
            [(W, NUMBER)]),
        ("silent_outside",            sale("AE", buyer=NO_REGISTERED), []),
        ("silent_no_number_at_all",   sale("AE", buyer=SE_UNNUMBERED),                        []),
        ("silent_no_buyer",           sale("AE", buyer=None),                                 []),
        ("silent_other_category",     sale("K", buyer=SE_UNNUMBERED),                         []),
    ],
    "EI-VAT-CONSTRUCTION": [
        ("valid_at_home",             sale("AE", buyer=BUYER) | reason("Käännetty verovelvollisuus, AVL 8 c §"), []),
        ("valid_registered_at_home",  sale("AE", buyer=at("SE", "FI91001171")) | reason("AVL 8 c §"), []),
        ("valid_services",            sale("AE") | reason("Reverse charge"),                  []),
        ("invalid_abroad",            sale("AE") | reason("Käännetty verovelvollisuus, AVL 8c §"),
                                      [(W, REASON)]),
        ("invalid_swedish",           sale("AE", SE, FI) | reason("Omvänd betalningsskyldighet, byggtjänster"),
                                      [(W, REASON)]),
        ("invalid_ramy",              coded("RAMY"),                                          [(W, CODE)]),
        ("silent_other_category",     sale("E") | {"vat_breakdown": (group("E", "0", reason="AVL 8 c §"),)}, []),
        ("silent_buyer_unknown",      sale("AE", buyer=None) | reason("AVL 8 c §"),           []),
    ],
    "EI-VAT-NETVISOR-CODE": [
        ("valid_services",            coded("EUPM312"),                                       []),
        ("valid_domestic",            coded("KOMY", "Z", buyer=BUYER),                        []),
        ("valid_outside",             coded("EUUM", "O", buyer=NO),                           []),
        ("invalid_services_at_home",  coded("EUPM312", buyer=BUYER),    [(W, CODE)]),
        ("invalid_services_outside",  coded("EUPM312", buyer=NO),       [(W, CODE)]),
        ("invalid_box_309",           coded("eupm309", "E", buyer=BUYER), [(W, CODE)]),
        ("invalid_services_for_eu",   coded("EUUM", "O"),               [(W, CODE)]),
        ("silent_goods",              coded("EUMY", "K", buyer=BUYER),                        []),
        ("silent_other_formats",      sale("AE", buyer=BUYER),                                []),
        ("silent_buyer_unknown",      coded("EUPM312", buyer=None),                           []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


MESSAGES = [
    (
        "EI-VAT-K-SELLER",
        sale("K", at("NO")),
        "category K (line 1) is a sale from one EU country to another, and the seller is in NO, outside the EU",
    ),
    (
        "EI-VAT-K-BUYER",
        sale("K", buyer=at("SE", "FI91001171")),
        (
            "category K (line 1) is a sale to another EU country, and buyer and seller are both registered in FI (VAT "
            "number)"
        ),
    ),
    (
        "EI-VAT-K-BUYER",
        sale("K", buyer=at("CH")),
        (
            "category K (line 1) is a sale to another EU country, and the buyer is in CH, outside the EU: that is an "
            "export (G)"
        ),
    ),
    (
        "EI-VAT-K-DELIVERY",
        sale("K", to="ES", post_code="35001"),
        (
            "category K (line 1) is a sale within the EU, and the goods went to ES 35001 (BT-80), outside the VAT "
            "territory of the EU: that is an export (G)"
        ),
    ),
    (
        "EI-VAT-G-DESTINATION",
        sale("G"),
        (
            "category G (line 1) is an export, and the buyer is in SE (BT-55), which is not outside the EU; no other "
            "country of delivery (BT-80) is stated"
        ),
    ),
    (
        "EI-VAT-NETVISOR-CODE",
        coded("EUPM312", buyer=BUYER),
        "VAT code EUPM312 is for a buyer in another EU country, and the buyer is in FI",
    ),
]


@pytest.mark.parametrize(("code", "changes", "message"), MESSAGES)
def test_message(code, changes, message):
    assert [finding.message for finding in run(invoice_with(**changes), rules=[code])] == [message]


@pytest.mark.parametrize(
    ("number", "country"),
    [("EL094259216", "GR"), ("GR094259216", "GR"), ("XI123456789", "XI"), ("no999999999mva", "NO"),
     (" FI91001147", "FI"), ("EU372000041", None), ("91001147", None), ("FI", None), ("", None),
     (None, None), ("QQ123", None)],
)  # fmt: skip
def test_country_of_a_number(number, country):
    assert number_country(number) == country
