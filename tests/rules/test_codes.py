"""EI-CODE-…"""

from einvoice.model import Address, Delivery
from einvoice.rules import run

from .invoices import BUYER, SELLER, check_case, each_case, group, invoice_with, item, line, party

E, W = "error", "warning"


def unit(code=None, name=None, base=None):
    return {"lines": (line(unit_code=code, unit_name=name, price_base_quantity_unit_code=base),)}


CASES = {
    "EI-CODE-CURRENCY": [
        ("valid_euro",           {},                                         []),
        ("valid_two",            {"currency": "SEK", "vat_currency": "EUR"}, []),
        ("invalid_word",         {"currency": "kr"},                         [(E, "currency")]),
        ("invalid_lower_case",   {"currency": "eur"},                        [(E, "currency")]),
        ("invalid_vat_currency", {"vat_currency": "XXZ"},                    [(E, "vat_currency")]),
        ("silent_absent",        {"currency": None},                         []),
    ],
    "EI-CODE-COUNTRY": [
        ("valid_countries",        {"delivery": Delivery(address=Address(country_code="SE"))}, []),
        ("invalid_seller",         {"seller": party("A", "Finland")},
                                   [(E, "seller.address.country_code")]),
        ("invalid_buyer",          {"buyer": party("A", "SF")},
                                   [(E, "buyer.address.country_code")]),
        ("invalid_representative", {"tax_representative": party("A", "fi")},
                                   [(E, "tax_representative.address.country_code")]),
        ("invalid_delivery",       {"delivery": Delivery(address=Address(country_code="FIN"))},
                                   [(E, "delivery.address.country_code")]),
        ("invalid_origin",         {"lines": (line(origin_country_code="XQ"),)},
                                   [(E, "lines[0].origin_country_code")]),
        ("silent_absent",          {"seller": None, "buyer": party("A", None), "delivery": Delivery()}, []),
    ],
    "EI-CODE-UNIT": [
        ("valid_code",             unit("KGM", base="KGM"),   []),
        ("valid_package_code",     unit("XBX"),               []),
        ("valid_known_text",       unit(name="kpl"),          []),
        ("valid_code_beside_text", unit("C62", name="hattu"), []),
        ("invalid_code",           unit("PCS"),               [(E, "lines[0].unit_code")]),
        ("invalid_base_code",      unit("C62", base="kpl"),   [(E, "lines[0].price_base_quantity_unit_code")]),
        ("invalid_unknown_text",   unit(name="hattu"),        [(W, "lines[0].unit_name")]),
        ("silent_absent",          unit(),                    []),
    ],
    "EI-CODE-TYPE": [
        ("valid_credit_note", {"type_code": "381"}, []),
        ("invalid_number",    {"type_code": "999"}, [(E, "type_code")]),
        ("silent_absent",     {"type_code": None},  []),
    ],
    "EI-CODE-VAT": [
        ("valid_categories",       {"lines": tuple(line(c) for c in ("S", "Z", "E", "AE", "K", "G", "O", "L", "M"))},
                                   []),
        ("valid_italian",          {"seller": party("A", "IT"), "lines": (line("B"),)},       []),
        ("invalid_line",           {"lines": (line(), line("KOMY"))},
                                   [(E, "lines[1].vat_category")]),
        ("invalid_allowance",      {"allowances_charges": (item(category="s"),)},
                                   [(E, "allowances_charges[0].vat_category")]),
        ("invalid_charge",         {"allowances_charges": (item(category="AB", is_charge=True),)},
                                   [(E, "allowances_charges[0].vat_category")]),
        ("invalid_breakdown",      {"vat_breakdown": (group("X", "0"),)},
                                   [(E, "vat_breakdown[0].category")]),
        ("invalid_italian_abroad", {"lines": (line("B"),)},
                                   [(E, "lines[0].vat_category")]),
        ("silent_absent",          {"lines": (line(None),), "vat_breakdown": (group(None),)}, []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


def test_the_fix_names_the_code_that_was_meant():
    (country,) = run(invoice_with(buyer=party("A", "Ruotsi")), rules=["EI-CODE-COUNTRY"])
    assert (country.fix, country.value, country.terms) == ("Write SE for Ruotsi.", "Ruotsi", ("BT-55",))
    (unit_code,) = run(invoice_with(**unit("kpl")), rules=["EI-CODE-UNIT"])
    assert unit_code.fix == "Write C62 for kpl."


def test_the_fix_names_the_context_entry_for_a_unit():
    (text,) = run(invoice_with(**unit(name="hattu")), rules=["EI-CODE-UNIT"])
    assert text.fix == ('Add "hattu" = "…" under [units] in the context file (einvoice.toml), for example = "C62".')


def test_terms_tell_line_allowance_charge_and_breakdown_apart():
    invoice = invoice_with(
        seller=SELLER,
        buyer=BUYER,
        lines=(line("X"),),
        allowances_charges=(item(category="X"), item(category="X", is_charge=True)),
        vat_breakdown=(group("X"),),
    )
    found = run(invoice, rules=["EI-CODE-VAT"])
    assert [f.terms for f in found] == [("BT-151",), ("BT-95",), ("BT-102",), ("BT-118",)]
    assert found[0].message == "line 1: no VAT category 'X' (BT-151); expected S, Z, E, AE, K, G or O"
