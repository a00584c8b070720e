"""EI-VAT-REASON-TEXT, -MARGIN, -ZERO: reasons in words."""

import pytest

from einvoice.codelists import vat_categories
from einvoice.rules import run

from .invoices import check_case, delivered, each_case, group, invoice_with, line, party

W = "warning"
TEXT = "vat_breakdown[0].exemption_reason"
LINE, ENTRY = "lines[0].vat_category", "vat_breakdown[0].category"


def because(category, text, code=None):
    return {"vat_breakdown": (group(category, None if category == "O" else "0", reason=text, code=code),)}


def margin(reason=None, code=None, native="AB|E"):
    """An exempt line which a Finvoice calls AB."""
    only = line("E", "0").model_copy(update={"native": {"finvoice:_vat_code": native}})
    return {"lines": (only,)} | because("E", reason, code)


def zero(seller, buyer, to=None, **fields):
    sale = {"lines": (line("Z", "0"),), "seller": party("Seller", seller, **fields), "buyer": party("Buyer", buyer)}
    return sale if to is None else sale | {"delivery": delivered(country=to)}


CASES = {
    "EI-VAT-REASON-TEXT": [
        ("valid_reverse",        because("AE", "Käännetty verovelvollisuus"),            []),
        ("valid_both_named",     because("AE", "Reverse charge, intra-Community service"), []),
        ("valid_free_text",      because("E", "Koulutuspalvelu, AVL 39 §"),              []),
        ("valid_margin",         because("E", "Marginaaliverotusmenettely, käytetyt tavarat"), []),
        ("valid_code_decides",   because("E", "Export of services", "VATEX-EU-146-1E"),  []),
        ("invalid_exempt",       because("E", "Reverse charge"),                         [(W, TEXT)]),
        ("invalid_eu",           because("E", "Yhteisömyynti"),                          [(W, TEXT)]),
        ("invalid_swedish",      because("K", "Omvänd betalningsskyldighet"),            [(W, TEXT)]),
        ("invalid_margin",       because("AE", "Margin scheme, second-hand goods"),      [(W, TEXT)]),
        ("invalid_export",       because("O", "Vienti EU:n ulkopuolelle"),               [(W, TEXT)]),
        ("silent_two_others",    because("E", "Export or reverse charge"),               []),
        ("silent_other_words",   because("AE", "0 %"),                                   []),
        ("silent_forbidden",     because("S", "Reverse charge"),                         []),
        ("silent_no_text",       because("AE", None, "VATEX-EU-AE"),                     []),
    ],
    "EI-VAT-MARGIN": [
        ("valid_code",           margin(code="VATEX-EU-F"),                              []),
        ("valid_text",           margin("Marginaaliverotusmenettely"),                   []),
        ("valid_exempt",         margin("Exempt", native="E|E"),                         []),
        ("invalid_text",         margin("Exempt"),                                       [(W, LINE)]),
        ("invalid_other_code",   margin(code="VATEX-EU-132-1I"),                         [(W, LINE)]),
        ("invalid_in_breakdown", because("E", "Exempt") | {"native": {"finvoice:_vat_breakdown[0].code": "AB|E"}},
                                 [(W, ENTRY)]),
        ("silent_other_formats", because("E", "Exempt"),                                 []),
        ("silent_taxed",         {},                                                     []),
    ],
    "EI-VAT-ZERO": [
        ("valid_at_home",        zero("FI", "FI"),                                       []),
        ("valid_delivered_at_home", zero("FI", "SE", to="FI"),                           []),
        ("valid_norway",         zero("NO", "SE"),                                       []),
        ("valid_registered",     zero("FI", "SE", vat_identifier="NO999999999MVA"),      []),
        ("valid_aland",          zero("FI", "AX"),                                       []),
        ("invalid_eu",           zero("FI", "SE"),                                       [(W, LINE)]),
        ("invalid_export",       zero("SE", "NO"),                                       [(W, LINE)]),
        ("invalid_delivered",    zero("SE", "SE", to="FI"),                              [(W, LINE)]),
        ("invalid_breakdown",    {"vat_breakdown": (group("Z", "0"),), "buyer": party("Buyer", "SE")}, [(W, ENTRY)]),
        ("silent_buyer_unknown", zero("FI", None),                                       []),
        ("silent_taxed",         {"buyer": party("Buyer", "SE")},                        []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
@pytest.mark.parametrize("category", [c for c in vat_categories() if c.text_en], ids=lambda c: c.code)
def test_default_texts_speak_of_their_category(category, language):
    text = category.exemption_text(language)
    assert run(invoice_with(**because(category.code, text)), rules=["EI-VAT-REASON-TEXT"]) == []


def test_message():
    (finding,) = run(invoice_with(**because("E", "Reverse charge")), rules=["EI-VAT-REASON-TEXT"])
    assert finding.message == (
        "VAT breakdown: category E with the reason 'Reverse charge' (BT-120), which are words for AE (reverse charge)"
    )
