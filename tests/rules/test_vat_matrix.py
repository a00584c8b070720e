"""The VAT matrix of the facts, row by row: every code, category and worked document, through formats and rules."""

import importlib.util
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.calc.documents import vector_invoice

import einvoice
from einvoice.calc import complete, derive_totals, flip, recompute
from einvoice.codelists import vat_category
from einvoice.model import Address, Delivery, Line, Party, PrecedingInvoice, VatBreakdown
from einvoice.rules import run
from einvoice.rules.original import Originals

pytestmark = pytest.mark.conformance

DAY = date(2026, 6, 1)
PLACES = {"K": "SE", "AE": "SE", "G": "NO"}
NUMBERS = {"SE": "SE559990123701", "NO": "NO988077917MVA", "FI": "FI91001171"}


@pytest.fixture(scope="module")
def facts(shared):
    return json.loads(shared("facts", "vat-matrix.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def matrix():
    """The module of the page docs/vat-matrix.md, which runs the mappings."""
    path = Path(__file__).resolve().parents[2] / "docs" / "vat_matrix.py"
    spec = importlib.util.spec_from_file_location("vat_matrix", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# ---------------------------------------------------------------------------------- codes


def test_netvisor_codes_are_read_as_the_facts_say(facts, matrix):
    rows = facts["code_maps"]["netvisor_read"]
    assert len(rows) == 22
    for row in rows:
        buyer = {"EUMY": "SE", "EUPM312": "SE", "EUPM309": "SE", "EUUM": "NO"}.get(row["code"], "FI")
        by_rate = row["category_by_rate"] or {"0": row["category"]}
        for rate, category in by_rate.items():
            percent = "25.5" if rate == ">0" else "0"
            found = matrix.from_netvisor(row["code"], percent, DAY, buyer)
            expected = "refused" if category is None else category
            assert found[3].partition(",")[0] == expected, row
            if category is not None:
                assert found[6].split()[0] == category, "BIS"
                assert (row["vatex"] or "") in found[4]
                assert ("VATEX" in found[4]) == (row["vatex"] is not None)


def test_netvisor_codes_are_written_as_the_facts_say(facts, matrix):
    expected = {row["category"]: row["code"].split()[0] for row in facts["code_maps"]["netvisor_write"]}
    assert set(expected) >= {"S", "Z", "E", "K", "G", "O"}
    for category in ("S", "Z", "E", "K", "G", "O"):
        rate = {"S": "25.5", "O": None}.get(category, "0")
        invoice = matrix.sale(category, rate, "FI", PLACES.get(category, "FI"))
        written = einvoice.write(invoice, "netvisor", matrix.CONTEXT)
        assert matrix.in_netvisor(written.data).split()[0] == expected[category]
    for buyer, code in (("FI", "RAMY"), ("SE", "EUPM312")):
        written = einvoice.write(matrix.sale("AE", "0", "FI", buyer), "netvisor", matrix.CONTEXT)
        assert matrix.in_netvisor(written.data).split()[0] == code


def test_finvoice_codes_are_those_of_the_facts(facts, matrix):
    for row in facts["code_maps"]["finvoice"]:
        code, category = row["code"], row["category"]
        if category in (None, "by rate") or code == "AB":
            continue
        rate = {"S": "25.5", "O": None}.get(category, "0")
        data = einvoice.write(matrix.sale(category, rate, "FI", PLACES.get(category, "FI")), "finvoice").data
        assert matrix.in_finvoice(data).split()[0] == code
        assert matrix.read_again(data) == category


@pytest.mark.parametrize("category", ["AE", "K", "G", "Z", "E", "O", "S"])
def test_billecta_is_written_as_the_facts_say(matrix, category):
    rate = {"S": "25", "O": None}.get(category, "0")
    data = einvoice.write(
        matrix.sale(category, rate, "FI", PLACES.get(category, "FI")), "billecta", matrix.CONTEXT
    ).data
    cell = matrix.in_billecta(data)
    assert cell.startswith(f"VAT {rate or 0}")
    assert ("ReverseVATActivated" in cell) == (category in ("AE", "K"))


# ---------------------------------------------------------------------------------- worked documents


def stated(document, factor=1, type_code="380"):
    """A worked document with parties, places and reasons as its categories demand them, and its figures stated."""
    invoice = recompute(complete(vector_invoice(document["input"], factor)), keep_rounding=True)
    categories = {line.vat_category for line in invoice.lines}
    place = next((PLACES[each] for each in PLACES if each in categories), "FI")
    outside = "O" in categories
    breakdown = []
    for entry in invoice.vat_breakdown:
        known = vat_category(entry.category)
        update = {"exemption_reason": known.text_en, "exemption_reason_code": known.vatex}
        breakdown.append(entry.model_copy(update=update) if known.reason == "mandatory" else entry)
    # the rates of the documents are Finnish, but for those in kronor
    country = "SE" if invoice.currency == "SEK" else "FI"
    number = {"FI": "FI91001147", "SE": "SE559990123701"}[country]
    return invoice.model_copy(
        update={
            "invoice_number": "1001",
            "issue_date": DAY,
            "type_code": type_code,
            "currency": invoice.currency or "EUR",
            "vat_breakdown": tuple(breakdown),
            "seller": Party(
                name="Seller", address=Address(country_code=country), vat_identifier=None if outside else number
            ),
            "buyer": Party(
                name="Buyer",
                address=Address(country_code=place if country == "FI" else "SE"),
                vat_identifier=None if outside or country == "SE" else NUMBERS[place],
            ),
            "delivery": Delivery(
                actual_delivery_date=DAY, address=Address(country_code=place if country == "FI" else "SE")
            ),
            "lines": tuple(line.model_copy(update={"item_name": "Item", "unit_code": "C62"}) for line in invoice.lines),
            "preceding_invoices": (PrecedingInvoice(number="900", issue_date=DAY),) if type_code == "381" else (),
        }
    )


def codes(invoice):
    return {finding.code for finding in run(invoice)}


def test_worked_documents_have_no_finding(facts):
    for document in facts["vectors"]["calculation"]:
        invoice = stated(document)
        assert codes(invoice) == set(), document["id"]
        assert codes(invoice.model_copy(update={"type_code": "381", "preceding_invoices": stated(
            document, type_code="381").preceding_invoices})) <= {"EI-SIGN-CREDIT-NOTE"}, document["id"]  # fmt: skip


def test_mirrored_documents_are_negative_invoices_and_nothing_else(facts):
    allowed = {"EI-SIGN-INVOICE", "EI-CREDIT-REFERENCE"}
    for document in facts["vectors"]["calculation"]:
        assert codes(stated(document, -1)) == allowed, document["id"]


def test_credit_notes_of_the_facts_credit_their_invoices(facts):
    for document in facts["vectors"]["signs"]:
        invoice, credit = stated(document), stated(document, type_code="381")
        named = credit.model_copy(
            update={"invoice_number": "2001", "preceding_invoices": (PrecedingInvoice(number="1001", issue_date=DAY),)}
        )
        assert codes(named) == set(), document["id"]
        negative = flip(named).model_copy(update={"type_code": "380"})
        for each in (named, negative):
            originals = Originals([invoice])
            assert originals.check(each) == [], document["id"]
            again = each.model_copy(update={"invoice_number": "2002"})
            assert {"EI-CREDIT-TOTAL", "EI-CREDIT-VAT", "EI-CREDIT-LINE"} <= {f.code for f in originals.check(again)}


def test_vat_rounded_per_line_is_named_and_the_rounding_amount_is_that_of_the_facts(facts):
    (vector,) = facts["vectors"]["line_vat"]
    (document,) = [each for each in facts["vectors"]["calculation"] if each["id"] == "C1"]
    invoice = stated(document)
    tax = Decimal(vector["per_line_total"]) - invoice.totals.total_without_vat
    (entry,) = invoice.vat_breakdown
    totals, _ = derive_totals(invoice, policy="per_line")
    assert (totals.total_with_vat, totals.vat_total) == (Decimal(vector["per_line_total"]), tax)
    by_line = invoice.model_copy(
        update={"totals": totals, "vat_breakdown": (entry.model_copy(update={"tax_amount": tax}),)}
    )
    (finding,) = run(by_line, rules=["EI-ROUNDING-POLICY"])
    assert finding.message.startswith("VAT was rounded per line: 10 lines × -0.00245")
    assert finding.fix.endswith(f"and the rounding amount (BT-114) {vector['rounding']}.")
    carried = invoice.model_copy(
        update={
            "totals": invoice.totals.model_copy(
                update={"rounding_amount": Decimal(vector["rounding"]), "amount_due": Decimal(vector["per_line_total"])}
            )
        }
    )
    assert codes(carried) == set()


def test_gross_price_document_has_only_its_cent_named(facts):
    (vector,) = facts["vectors"]["gross_price"]
    expected = vector["expect"]
    lines = tuple(
        Line(identifier=str(number), quantity=Decimal(1), unit_code="C62", item_name="Item", net_amount=Decimal(net),
             price_with_vat=Decimal(vector["gross_unit"]), vat_category="S", vat_rate=Decimal(vector["rate"]))
        for number, net in enumerate(expected["line_nets"], 1)
    )  # fmt: skip
    (group,) = expected["vat_breakdown"]
    invoice = stated({"input": {"lines": [{"qty": "1", "price": "1", "category": "S", "rate": "25.5"}]}}).model_copy(
        update={
            "lines": lines,
            "vat_breakdown": (
                VatBreakdown(category="S", rate=Decimal(group["rate"]), taxable_amount=Decimal(group["taxable"]),
                             tax_amount=Decimal(group["tax"])),
            ),
            "totals": None,
        }
    )  # fmt: skip
    found = run(complete(invoice))
    assert not [finding for finding in found if finding.severity == "error"]
    taken = [finding.message for finding in found if finding.code == "EI-ROUNDING-POLICY"]
    assert any(message.startswith("each line was rounded with its VAT: 3 lines") for message in taken)
