"""EI-DUPLICATE-…: a number twice in a run, a line identifier twice in an invoice."""

import gc
import tracemalloc
from decimal import Decimal

import pytest

from einvoice.model import DocumentTotals, Party
from einvoice.rules import run
from einvoice.rules.duplicates import Seen, company_key
from einvoice.rules.settings import Settings, using

from .invoices import SELLER, check_case, each_case, invoice_with, line, party

CODE = "EI-DUPLICATE-NUMBER"
E, W = "another invoice", "the same invoice"


def how(finding):
    assert finding.severity == "warning"
    return E if "another invoice" in finding.message else W


def lines(*identifiers):
    return {"lines": tuple(line(identifier=identifier) for identifier in identifiers)}


RUNS = [
    # case                        invoices: file, format, changes                                          it is
    ("valid_two_numbers",         ("a", "x", {}), ("b", "x", {"invoice_number": "1002"}),                  None),
    ("valid_two_sellers",         ("a", "x", {}), ("b", "x", {"seller": party("Other", "FI")}),            None),
    ("silent_no_number",          ("a", "x", {"invoice_number": None}), ("a", "x", {"invoice_number": None}), None),
    ("silent_draft",              ("a", "x", {}), ("b", "x", {"document_kind": "draft"}),                  None),
    ("silent_copy",               ("a", "x", {}),
                                  ("b", "x", {"native": {"finvoice:InvoiceDetails/OriginCode": "Copy"}}),  None),
    ("silent_unknown_seller",     ("a", "x", {"seller": None}), ("b", "x", {"seller": None}),              None),
    ("invalid_other_content",     ("a", "x", {}), ("b", "x", {"buyer_reference": "7"}),                    E),
    ("invalid_other_amount",      ("a", "x", {}), ("b", "x", {"lines": (line(net="200"),)}),               E),
    ("invalid_same_content",      ("a", "x", {}), ("b", "x", {}),                                          W),
    ("invalid_same_file",         ("a", "x", {}), ("a", "x", {"buyer_reference": "7"}),                    E),
    ("invalid_seller_unknown_in_one_file", ("a", "x", {"seller": None}), ("a", "x", {"seller": None}),     W),
    ("invalid_two_formats",       ("a", "x", {}), ("b", "y", {"buyer_reference": "7"}),                    W),
    ("invalid_two_forms_of_one_system", ("a", "netvisor", {}), ("b", "netvisor", {"buyer_reference": "7"}), W),
    ("invalid_two_forms_differ",  ("a", "netvisor", {}), ("b", "netvisor", {"lines": (line(net="200"),)}), E),
    ("invalid_summary",           ("a", "netvisor", {}), ("b", "netvisor", {"lines": ()}),                 W),
    ("invalid_two_formats_other_buyer", ("a", "x", {}), ("b", "y", {"buyer": party("Other", "FI")}),      E),
    ("invalid_two_formats_differ", ("a", "x", {}), ("b", "y", {"lines": (line(net="200"),)}),              E),
    ("invalid_native_is_no_content", ("a", "x", {}), ("b", "x", {"native": {"x:key": "1"}}),               W),
    ("invalid_blanks_and_case",   ("a", "x", {"invoice_number": "A 1"}), ("b", "x", {"invoice_number": "a 1 "}), E),
    ("invalid_by_business_id",    ("a", "x", {}),
     ("b", "x", {"seller": party("E", "FI", legal_registration_identifier="9100114-7")}),                  E),
]  # fmt: skip

CASES = {
    CODE: [(case, None, None) for case, *_ in RUNS],
    "EI-DUPLICATE-LINE": [
        ("valid_numbered",      lines("1", "2", "3"),    []),
        ("silent_unnumbered",   lines(None, None, " "),  []),
        ("invalid_twice",       lines("1", "2", "2"),    [("warning", "lines[2].identifier")]),
        ("invalid_blanks",      lines("1", " 1"),        [("warning", "lines[1].identifier")]),
        ("invalid_three_times", lines("1", "1", "1"),    [("warning", f"lines[{n}].identifier") for n in (1, 2)]),
    ],
}  # fmt: skip


@each_case({"EI-DUPLICATE-LINE": CASES["EI-DUPLICATE-LINE"]})
def test_lines(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


def judged(seen, *invoices):
    """Return what the rule says of each of (file, format, invoice)."""
    found, before = [], None
    for index, (file, kind, invoice) in enumerate(invoices):
        if file != before:
            seen.at(f"{file}.xml")
        before = file
        seen.index, seen.kind = index, kind
        with using(Settings(seen=seen)):
            found.append(run(invoice, rules=[CODE]))
    return found


@pytest.mark.parametrize(("case", "first", "second", "expected"), RUNS, ids=[c[0] for c in RUNS])
def test_numbers(case, first, second, expected):
    rows = [(file, kind, invoice_with(**changes)) for file, kind, changes in (first, second)]
    one, other = judged(Seen(), *rows)
    assert one == []
    assert [how(f) for f in other] == ([] if expected is None else [expected])
    assert case.startswith("invalid_") == bool(other)
    for finding in other:
        assert (finding.code, finding.model_path) == (CODE, "invoice_number")


def test_nobody_is_compared_without_a_run():
    assert run(invoice_with(), rules=[CODE]) == run(invoice_with(), rules=[CODE]) == []


def test_message_names_the_first_place():
    changed = invoice_with(buyer_reference="7")
    *_, (finding,) = judged(Seen(), ("a", "x", invoice_with()), ("b", "x", changed))
    assert finding.message == "the number 1001 (BT-1) of this seller is given to another invoice as well: see a.xml"
    *_, (finding,) = judged(Seen(), ("a", "x", invoice_with()), ("a", "x", invoice_with()))
    assert finding.message == (
        "the number 1001 (BT-1) of this seller stands here once more, the same in all it says: see a.xml (invoice 1)"
    )


def test_a_third_one_is_compared_with_the_first():
    third = invoice_with(buyer_reference="8")
    found = judged(Seen(), ("a", "x", invoice_with()), ("b", "x", invoice_with()), ("c", "x", third))
    assert [[how(f) for f in each] for each in found] == [[], [W], [E]]


def test_judging_the_same_invoice_again_finds_the_same():
    seen = Seen()
    judged(seen, ("a", "x", invoice_with()), ("b", "x", invoice_with()))
    with using(Settings(seen=seen)):
        assert len(run(invoice_with(), rules=[CODE])) == 1


def test_amounts_are_compared_as_numbers_between_formats():
    stated = [DocumentTotals(amount_due=Decimal(text)) for text in ("100.00", "100")]
    rows = [("a", "x", invoice_with(totals=stated[0])), ("b", "y", invoice_with(totals=stated[1]))]
    *_, (finding,) = judged(Seen(), *rows)
    assert how(finding) == W


def registered(country, number):
    return party("B", country, legal_registration_identifier=number)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (party("A", "FI", vat_identifier="FI20774740"), registered("FI", "2077474-0")),
        (party("A", "SE", vat_identifier="SE556047352101"), registered("SE", "556047-3521")),
        (party("A", "NO", vat_identifier="NO988077917MVA"), registered("NO", "988077917")),
        (Party(name="Oy  Ab"), Party(name="OY AB")),
        (Party(electronic_address="0037X", electronic_address_scheme="0216"),
         Party(name="B", electronic_address="0037x ", electronic_address_scheme="0216")),
    ],
)  # fmt: skip
def test_a_company_has_one_key(one, other):
    assert company_key(one) == company_key(other) is not None


def test_nobody_has_no_key():
    assert company_key(None) is company_key(Party()) is None
    assert company_key(SELLER) != company_key(party("A", "FI", vat_identifier="FI20774740"))


def test_memory_does_not_grow_with_the_invoices():
    seen, long = Seen(), tuple(line(identifier=str(n), item_description="x" * 100) for n in range(100))
    tracemalloc.start()
    seen.at("batch.xml")
    for number in range(60):
        seen.index = number
        with using(Settings(seen=seen)):
            run(invoice_with(invoice_number=str(number), lines=long), rules=[CODE])
        if number == 9:
            gc.collect()
            start = tracemalloc.get_traced_memory()[0]
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - start
    tracemalloc.stop()
    assert grown < 50 * 1000
