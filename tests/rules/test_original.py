"""A credit note against its original: number, date, currency, parties, rows, VAT, total; in parts; over any formats."""

from datetime import date
from decimal import Decimal

import pytest

import einvoice
from einvoice.calc import complete, flip
from einvoice.model import AllowanceCharge, Identifier, PrecedingInvoice
from einvoice.rules import RULES
from einvoice.rules.credits import OF_TWO
from einvoice.rules.original import Originals

from .invoices import BUYER, each_case, group, invoice_with, line, party

E, W = "error", "warning"
DAY, LATER = date(2026, 5, 4), date(2026, 5, 20)


def row(name, quantity, price, rate="25.5", number=None, identifier=None, **fields):
    """A line called *name*; *identifier* is the seller's for the item, *number* that of the line."""
    net = str((Decimal(quantity) * Decimal(price)).quantize(Decimal("0.01")))
    made = line("S" if rate != "0" else "Z", rate, net, quantity, price, **fields)
    return made.model_copy(update={"item_name": name, "identifier": number, "seller_item_identifier": identifier})


CHAIRS = row("Chair of oak", "10", "10.00", number="1", identifier="A1")
SOUP = row("Soup", "1", "50.00", "13.5", number="2")
PENS = row("Pen", "100", "0.333", number="3")
ORIGINAL = complete(invoice_with(lines=(CHAIRS, SOUP, PENS)))


def chairs(quantity, price="10.00", **fields):
    return {"lines": (row("Chair of oak", quantity, price, identifier="A1", **fields),)}


def credit(changes=None, number="2001", of="1001", dated=DAY):
    """A complete credit note of *of*, of everything unless *changes* have other lines."""
    named = () if of is None else (PrecedingInvoice(number=of, issue_date=dated),)
    fields = {"lines": ORIGINAL.lines, "invoice_number": number, "type_code": "381", "issue_date": LATER}
    return complete(invoice_with(**(fields | {"preceding_invoices": named} | (changes or {}))))


def judged(invoice, original=ORIGINAL):
    return [(finding.code, finding.severity, finding.model_path) for finding in Originals([original]).check(invoice)]


PRECEDING = "preceding_invoices"
NAMED, DATED = f"{PRECEDING}[0].number", f"{PRECEDING}[0].issue_date"
FIRST, QUANTITY, TOTAL = "lines[0].net_amount", "lines[0].quantity", "totals.total_with_vat"
ROW_RATE = "lines[0].vat_rate"
RATE, TAXABLE = "vat_breakdown[0].rate", "vat_breakdown[0].taxable_amount"


OFF = group("S", "25.5", taxable="40", tax="99")


def off_by(cents):
    """A credit of everything whose total with VAT is too high."""
    stated = credit().totals
    return credit({"totals": stated.model_copy(update={"total_with_vat": stated.total_with_vat + Decimal(cents)})})


CASES = {
    "EI-CREDIT-TYPE": [
        ("valid_credit_note",      credit(),                                                  []),
        ("valid_negative_invoice", flip(credit({"type_code": "380"})),                        []),
        ("invalid_second_invoice", credit({"type_code": "380"}),                              [(E, "type_code")]),
        ("invalid_negative_credit", flip(credit()),                                           [(E, "type_code")]),
    ],
    "EI-CREDIT-NUMBER": [
        ("valid_same",             credit(of=" 1001 "),                                       []),
        ("valid_zeros",            credit(of="0001001"),                                      []),
        ("invalid_other",          credit(of="1002"),                                         [(E, NAMED)]),
        ("invalid_none",           credit(of=None),                                           [(W, PRECEDING)]),
    ],
    "EI-CREDIT-ORIGINAL-DATE": [
        ("valid_same",             credit(),                                                  []),
        ("valid_not_stated",       credit(dated=None),                                        []),
        ("invalid_other",          credit(dated=LATER),                        [(W, DATED)]),
        ("invalid_older",          credit({"issue_date": date(2026, 5, 3)}),                  [(W, "issue_date")]),
    ],
    "EI-CREDIT-CURRENCY": [
        ("valid_same",             credit(),                                                  []),
        ("invalid_other",          credit({"currency": "SEK"} | chairs("99")),                [(E, "currency")]),
        ("silent_none",            credit({"currency": None}),                                []),
    ],
    "EI-CREDIT-SELLER": [
        ("valid_same",             credit(),                                                  []),
        ("valid_number_only",      credit({"seller": party("Old name", "FI", vat_identifier="FI91001147")}), []),
        ("valid_registration",     credit({"seller": party(None, "FI", legal_registration_identifier="91001147")}), []),
        ("invalid_number",         credit({"seller": party("Esimerkki Oy", "FI", vat_identifier="FI91001171")}),
                                   [(E, "seller.name")]),
        ("silent_none",            credit({"seller": None}),                                  []),
    ],
    "EI-CREDIT-BUYER": [
        ("valid_name",             credit({"buyer": party("malli  OY", "FI")}),               []),
        ("valid_cut_name",         credit({"buyer": party("Malli Oy, accounts payable", "FI")}), []),
        ("invalid_number",         credit({"buyer": party("Malli Oy", "FI", vat_identifier="FI91001147")}),
                                   [(E, "buyer.name")]),
        ("invalid_name",           credit({"buyer": party("Other Oy", "FI")}),                [(W, "buyer.name")]),
        ("silent_nameless",        credit({"buyer": party(None, "FI")}),                      []),
    ],
    "EI-CREDIT-TOTAL": [
        ("valid_all",              credit(),                                                  []),
        ("valid_part",             credit(chairs("4")),                                       []),
        ("invalid_cent_of_rounding", off_by("0.01"),                                 [(W, TOTAL)]),
        ("invalid_more",           off_by("5.00"),                                           [(E, TOTAL)]),
    ],
    "EI-CREDIT-VAT": [
        ("valid_rate_as_written",  credit(chairs("4", rate="25.50")),                         []),
        ("invalid_other_rate",     credit(chairs("4", rate="24")),                            [(E, RATE)]),
        ("invalid_rate_of_another_row", credit(chairs("4", rate="13.5")),                     [(E, ROW_RATE)]),
        ("invalid_untaxed",        credit(chairs("4", rate="0")),                             [(E, RATE)]),
        ("invalid_more_of_a_rate", credit({"lines": (SOUP, row("Soup", "1", "1.00", "13.5"))}),
                                   [(E, TAXABLE)]),
        ("invalid_vat_alone",      credit(chairs("4") | {"vat_breakdown": (OFF,)}),
                                   [(E, "vat_breakdown[0].tax_amount")]),
    ],
    "EI-CREDIT-LINE": [
        ("valid_part",             credit(chairs("4")),                                       []),
        ("valid_reduction",        credit(chairs("10", "2.00")),                              []),
        ("valid_two_rows",         credit({"lines": (chairs("4")["lines"] + chairs("6")["lines"])}), []),
        ("valid_taken_back",       credit({"lines": (chairs("12")["lines"] + chairs("-2")["lines"])}), []),
        ("invalid_amount",         credit(chairs("12")),                                      [(E, FIRST)]),
        ("invalid_quantity",       credit(chairs("12", "1.00")),                              [(W, QUANTITY)]),
        ("invalid_two_rows",       credit({"lines": (chairs("6")["lines"] + chairs("6")["lines"])}),
                                   [(E, FIRST)]),
        ("invalid_direction",      credit({"lines": (PENS, CHAIRS, row("Soup", "-1", "20.00", "13.5"))}),
                                   [(E, "lines[2].net_amount")]),
        ("silent_other_unit",      credit({"lines": (row("Chair of oak", "12", "1.00", unit_code="KGM"),)}), []),
    ],
    "EI-CREDIT-PRICE": [
        ("valid_same",             credit(chairs("4")),                                       []),
        ("valid_rounded",          credit({"lines": (row("Pen", "3", "0.333"),)}),            []),
        ("invalid_higher",         credit(chairs("4", "20.00")),                              [(W, FIRST)]),
        ("silent_other_unit",      credit(chairs("4", "20.00", unit_code="KGM")),             []),
    ],
    "EI-CREDIT-LINE-UNKNOWN": [
        ("valid_identifier",       credit({"lines": (row("Stool", "1", "1.00", identifier="a1 "),)}), []),
        ("valid_name",             credit({"lines": (row("chair  of OAK", "1", "1.00"),)}),   []),
        ("valid_cut_name",         credit({"lines": (row("Chair of oak, painted", "1", "1.00"),)}), []),
        ("valid_line_and_price",   credit({"lines": (row("Keitto", "1", "50.00", "13.5", number="2"),)}), []),
        ("invalid_other",          credit({"lines": (row("Table", "1", "1.00"),)}),           [(W, FIRST)]),
        ("invalid_line_only",      credit({"lines": (row("Table", "1", "1.00", number="2"),)}), [(W, FIRST)]),
        ("silent_free",            credit({"lines": (CHAIRS, row("Thank you", "1", "0.00"))}), []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    found = judged(changes)
    assert [(severity, path) for each, severity, path in found if each == code] == expected
    assert case.startswith("invalid_") == bool(expected)
    if not expected:
        assert found == []


def test_the_rules_are_known_and_not_run():
    assert {rule.code for rule in OF_TWO} == set(CASES)
    assert all(RULES[rule.code] is rule for rule in OF_TWO)


def messages(*credits, originals=(ORIGINAL,)):
    """What the last of *credits* has, after those before it."""
    against = Originals(originals)
    found = [against.check(each) for each in credits]
    return [finding.message for finding in found[-1]]


def test_messages():
    assert messages(credit(chairs("12"))) == [
        "line 1 (Chair of oak): 120.00 EUR is credited, and the original has 100.00 EUR"
    ]
    assert messages(credit({"lines": (*ORIGINAL.lines, SOUP)})) == [
        "line 2 (Soup): 100.00 EUR is credited, and the original has 50.00 EUR",
        "VAT S 13.5 %: taxable amount 100.00 EUR (BT-116) is credited, and the original has 50.00 EUR",
        "the total with VAT 280.79 EUR is credited, and the original has 224.04 EUR: 56.75 EUR too much",
    ]
    assert messages(credit(chairs("4", rate="13.5"))) == [
        "line 1 (Chair of oak): VAT S 13.5 %, and the original has it with VAT S 25.5 %"
    ]
    assert messages(credit(of="1002")) == [
        "the preceding invoice is 1002 (BT-25), and the original has the number 1001 (BT-1)"
    ]
    assert messages(credit({"buyer": party("Other Oy", "FI", vat_identifier="FI91001147")})) == [
        "the buyer is Other Oy (FI91001147), on the original Malli Oy (9100117-1)"
    ]


def test_several_credit_notes_credit_in_parts():
    assert messages(credit(chairs("4"), "a")) == []
    assert messages(credit(chairs("4"), "a"), credit(chairs("6"), "b")) == []
    assert messages(credit(chairs("4"), "a"), credit(chairs("6"), "b"), credit(chairs("1"), "c")) == [
        (
            "line 1 (Chair of oak): 110.00 EUR is credited together with 2 other credit notes, and the original has "
            "100.00 EUR"
        )
    ]


def test_a_credit_note_that_comes_again_counts_once():
    assert messages(credit(chairs("6"), "a"), credit(chairs("6"), "a")) == []
    assert messages(credit(chairs("6"), None), credit(chairs("6"), None)) != []


def test_the_original_itself_is_no_fault():
    assert judged(ORIGINAL) == []


def test_the_wrong_files_are_one_fault():
    """The credit note as its own original, and the two turned round."""
    assert judged(credit(), credit()) == [("EI-CREDIT-TYPE", E, "type_code")]
    assert judged(ORIGINAL, credit()) == [("EI-CREDIT-TYPE", E, "type_code")]
    assert messages(ORIGINAL, originals=[credit()]) == ["the original 2001 credits the document: it names 1001 (BT-25)"]


def test_a_document_charge_is_a_row():
    freight = AllowanceCharge(is_charge=True, amount=Decimal("7.90"), vat_category="S", vat_rate=Decimal("25.5"),
                              reason="Freight")  # fmt: skip
    original = complete(invoice_with(lines=(CHAIRS,), allowances_charges=(freight,)))
    assert judged(credit({"lines": (CHAIRS, row("freight", "1", "7.90"))}), original) == []
    assert judged(credit({"lines": (CHAIRS,), "allowances_charges": (freight,)}), original) == []
    (found, *_) = judged(credit({"lines": (row("freight", "1", "9.90"),)}), original)
    assert found == ("EI-CREDIT-LINE", E, "lines[0].net_amount")


def test_a_credit_note_is_credited_by_an_invoice():
    original = credit()
    back = complete(invoice_with(lines=ORIGINAL.lines, invoice_number="3001", issue_date=LATER,
                                 preceding_invoices=(PrecedingInvoice(number="2001"),)))  # fmt: skip
    assert judged(back, original) == []
    assert ("EI-CREDIT-TYPE", E, "type_code") in judged(credit(number="2002", of="2001"), original)
    assert judged(flip(credit(number="9", of="2001", dated=None)), original) == []


def test_the_original_is_chosen_by_its_number():
    other = complete(invoice_with(invoice_number="1002", lines=(SOUP,)))
    assert messages(credit(of="1001"), originals=(other, ORIGINAL)) == []
    assert messages(credit({"lines": (SOUP,)}, of="1002"), originals=(other, ORIGINAL)) == []
    assert messages(credit(of="7"), originals=(other, ORIGINAL)) == [
        "the document names none of the originals (BT-25): 1002, 1001"
    ]


def test_parties_by_gln():
    gln = (Identifier(value="6430000000006", scheme="0088"),)
    known = BUYER.model_copy(update={"identifiers": gln, "legal_registration_identifier": None})
    original = ORIGINAL.model_copy(update={"buyer": known})
    assert judged(credit({"buyer": known.model_copy(update={"name": "Renamed"})}), original) == []
    other = known.model_copy(update={"identifiers": (Identifier(value="6430000000013", scheme="0088"),)})
    assert judged(credit({"buyer": other}), original) == [("EI-CREDIT-BUYER", E, "buyer.name")]


def test_without_totals_they_are_calculated():
    bare = ORIGINAL.model_copy(update={"totals": None, "vat_breakdown": ()})
    assert judged(credit(), bare) == []
    assert {code for code, *_ in judged(credit({"lines": (CHAIRS, SOUP, PENS, PENS)}), bare)} == {
        "EI-CREDIT-LINE", "EI-CREDIT-VAT", "EI-CREDIT-TOTAL",
    }  # fmt: skip


FORMATS = ("peppol-bis", "finvoice", "netvisor", "billecta", "model")


@pytest.fixture(scope="module")
def pairs():
    """Original and credit note as each format gives them back."""
    context = einvoice.Context()
    return {
        name: tuple(
            einvoice.read(einvoice.write(each, name, context).data, context=context).invoice
            for each in (ORIGINAL, credit())
        )
        for name in FORMATS
    }


@pytest.mark.parametrize("one", FORMATS)
@pytest.mark.parametrize("other", FORMATS)
def test_the_two_may_come_from_any_formats(pairs, one, other):
    original, credited = pairs[one][0], pairs[other][1]
    found = [finding for finding in Originals([original]).check(credited) if finding.severity == "error"]
    assert found == []
    twice = credited.model_copy(update={"invoice_number": "other"})
    against = Originals([original])
    against.check(credited)
    codes = {finding.code for finding in against.check(twice) if finding.severity == "error"}
    assert {"EI-CREDIT-LINE", "EI-CREDIT-TOTAL", "EI-CREDIT-VAT"} <= codes
