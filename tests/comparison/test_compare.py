"""What is found between two invoices: kind, term, name, place, values and section."""

import json
from datetime import date
from decimal import Decimal

import pytest
from tests.comparison.invoices import INVOICE, changed, line, of_meaning, said

import einvoice
from einvoice import Difference, Invoice
from einvoice.calc import flip
from einvoice.comparison import compare, turned
from einvoice.comparison.compare import SECTIONS
from einvoice.formats.mapping.account import leaves
from einvoice.model import (
    AllowanceCharge,
    Delivery,
    Identifier,
    Line,
    Note,
    Party,
    PaymentInstructions,
    SupportingDocument,
    VatBreakdown,
)


def test_an_invoice_is_itself() -> None:
    assert compare(INVOICE, INVOICE) == []


def test_each_kind() -> None:
    right = changed(buyer_reference=None, project_reference="P-1", due_date=date(2026, 6, 1))
    assert of_meaning(INVOICE, right) == [
        Difference("removed", ("BT-10",), "Buyer reference", "buyer_reference", "KP-204", None),
        Difference("added", ("BT-11",), "Project reference", "project_reference", None, "P-1",
                   right_path="project_reference"),
        Difference("changed", ("BT-9",), "Payment due date", "due_date", date(2026, 5, 18), date(2026, 6, 1),
                   "payment", right_path="due_date"),
    ]  # fmt: skip


def test_it_is_frozen() -> None:
    (found,) = of_meaning(INVOICE, changed(buyer_reference="other"))
    with pytest.raises(AttributeError):
        found.left = "x"  # type: ignore[misc]


def test_parties_are_compared_field_by_field() -> None:
    assert INVOICE.seller is not None
    assert INVOICE.seller.address is not None
    address = INVOICE.seller.address.model_copy(update={"city": "Oulu", "line_1": None})
    right = changed(seller=INVOICE.seller.model_copy(update={"address": address, "trading_name": "Esi"}))
    assert said(INVOICE, right) == [
        ("added", "BT-28", "seller"), ("removed", "BT-35", "seller"), ("changed", "BT-37", "seller"),
    ]  # fmt: skip


def test_a_party_that_one_side_lacks_is_named_field_by_field() -> None:
    right = changed(payee=Party(name="Rahoitus Oy", identifiers=(Identifier(value="1"),)), delivery=Delivery())
    assert said(INVOICE, right) == [("added", "BT-59", "payee"), ("added", "BT-60", "payee")]


def test_terms_that_share_a_place_are_told_apart() -> None:
    assert INVOICE.seller is not None
    without = changed(seller=INVOICE.seller.model_copy(update={"identifiers": ()}))
    assert said(INVOICE, without) == [("removed", "BT-29", "seller"), ("removed", "BT-90", "seller")]
    other = tuple(each.model_copy(update={"amount": Decimal("1.00")}) for each in INVOICE.allowances_charges)
    assert said(INVOICE, changed(allowances_charges=other)) == [
        ("changed", "BT-92", "allowances and charges"), ("changed", "BT-99", "allowances and charges"),
    ]  # fmt: skip


def test_a_scheme_is_named_with_what_it_is_of() -> None:
    assert INVOICE.seller is not None
    right = changed(seller=INVOICE.seller.model_copy(update={"legal_registration_identifier_scheme": "0212"}))
    (found,) = of_meaning(INVOICE, right)
    assert (found.terms, found.name) == (("BT-30-1",), "Seller legal registration identifier: scheme identifier")


def test_a_field_without_a_term_has_its_own_name() -> None:
    assert INVOICE.buyer is not None
    right = changed(buyer=INVOICE.buyer.model_copy(update={"additional_legal_information": "x"}))
    (found,) = of_meaning(INVOICE, right)
    assert (found.terms, found.name) == ((), "additional legal information")


def test_vat_is_matched_by_category_and_rate() -> None:
    (old,) = INVOICE.vat_breakdown
    zero = VatBreakdown(category="Z", rate=Decimal(0), taxable_amount=Decimal("1.00"), tax_amount=Decimal(0))
    more = old.model_copy(update={"tax_amount": Decimal("16.08")})
    assert said(INVOICE, changed(vat_breakdown=(zero, more))) == [
        ("changed", "BT-117", "VAT"),
        ("added", "BG-23", "VAT"),
    ]
    other = old.model_copy(update={"rate": Decimal("24"), "taxable_amount": Decimal("60.00")})
    assert said(INVOICE, changed(vat_breakdown=(other,))) == [("removed", "BG-23", "VAT"), ("added", "BG-23", "VAT")]


def test_another_rate_on_the_same_amount_is_a_change_of_the_rate() -> None:
    (old,) = INVOICE.vat_breakdown
    zero = VatBreakdown(category="Z", rate=Decimal(0), taxable_amount=Decimal("1.00"), tax_amount=Decimal(0))
    left = changed(vat_breakdown=(old, zero))
    right = changed(vat_breakdown=(zero, old.model_copy(update={"rate": Decimal("24")})))
    assert said(left, right) == [("changed", "BT-119", "VAT")]


def test_what_stands_several_times_is_told_apart() -> None:
    (old,) = INVOICE.vat_breakdown
    more = old.model_copy(update={"tax_amount": Decimal("16.08")})
    (found,) = of_meaning(INVOICE, changed(vat_breakdown=(more,), notes=INVOICE.notes))
    assert (found.section, found.item) == ("VAT", "S 25.5 %")
    freight = INVOICE.charges[0].model_copy(update={"amount": Decimal("9.00")})
    (found,) = of_meaning(INVOICE, changed(allowances_charges=(INVOICE.allowances[0], freight)))
    assert (found.terms, found.item) == (("BT-99",), "Freight")


def test_attachments_are_matched_by_their_bytes_then_by_name() -> None:
    (old,) = INVOICE.supporting_documents
    renamed = old.model_copy(update={"filename": "other.pdf"})
    assert said(INVOICE, changed(supporting_documents=(renamed,))) == [("changed", "BT-125-2", "attachments")]
    other = old.model_copy(update={"content_base64": "YWJk"})
    (found,) = of_meaning(INVOICE, changed(supporting_documents=(other,)))
    assert found.left == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    new = SupportingDocument(filename="new.pdf", content_base64="eA==")
    assert said(INVOICE, changed(supporting_documents=(new, old))) == [("added", "BG-24", "attachments")]


def test_a_changed_note_is_one_change() -> None:
    right = changed(notes=(Note(text="Thank you for the large order."), INVOICE.notes[1]))
    assert said(INVOICE, right) == [("changed", "BT-22", "document")]


def test_a_note_that_is_gone_and_one_that_came() -> None:
    right = changed(notes=(*INVOICE.notes, Note(text="Closed in July.")))
    assert said(INVOICE, right) == [("added", "BG-1", "document")]
    assert said(right, INVOICE) == [("removed", "BG-1", "document")]


def test_ways_to_pay_are_matched_by_account() -> None:
    (old,) = INVOICE.payment_instructions
    assert old.credit_transfer is not None
    giro = PaymentInstructions(means_code="30", credit_transfer=old.credit_transfer.model_copy(
        update={"account_identifier": "99901233"}))  # fmt: skip
    late = old.model_copy(update={"remittance_information": "1245"})
    assert said(INVOICE, changed(payment_instructions=(giro, late))) == [
        ("changed", "BT-83", "payment"), ("added", "BG-16", "payment"),
    ]  # fmt: skip


def test_allowance_and_charge_of_one_amount_are_two_things() -> None:
    left = changed(allowances_charges=(AllowanceCharge(amount=Decimal("5"), reason="Fee"),))
    right = changed(allowances_charges=(AllowanceCharge(is_charge=True, amount=Decimal("5"), reason="Fee"),))
    assert [(kind, term) for kind, term, _ in said(left, right)] == [("removed", "BG-20"), ("added", "BG-21")]


def test_sections_stand_in_their_order() -> None:
    empty = Invoice()
    sections = [each.section for each in compare(empty, INVOICE)]
    known = [name if name in SECTIONS else "line" for name in dict.fromkeys(sections)]
    assert [name for name in SECTIONS if name in known] == list(dict.fromkeys(known))
    assert [name for name in sections if name.startswith("line")] == ["line 1", "line 2", "line 3"]


def test_left_and_right_are_mirrored() -> None:
    right = changed(buyer_reference="x", project_reference="y", contract_reference=None, lines=INVOICE.lines[1:])
    there = {(each.kind, each.path, str(each.left), str(each.right)) for each in compare(INVOICE, right)}
    turn = {"added": "removed", "removed": "added", "changed": "changed"}
    back = {(turn[each.kind], each.path, str(each.right), str(each.left)) for each in compare(right, INVOICE)}
    assert {each for each in there if each[0] != "changed"} == {each for each in back if each[0] != "changed"}
    assert len(there) == len(back)


# ---------------------------------------------------------------------------------- lines


def lines(*given: Line) -> Invoice:
    return changed(lines=given)


def test_a_moved_line_is_no_difference() -> None:
    one, two, three = INVOICE.lines
    assert of_meaning(INVOICE, lines(three, one, two)) == []
    renumbered = [each.model_copy(update={"identifier": str(n)}) for n, each in enumerate((three, one, two), 1)]
    assert of_meaning(INVOICE, lines(*renumbered)) == []


def test_of_a_changed_line_only_the_change_is_shown() -> None:
    one, two, three = INVOICE.lines
    other = two.model_copy(update={"quantity": Decimal("3"), "net_amount": Decimal("30.00")})
    found = of_meaning(INVOICE, lines(three, other, one))
    assert [(each.terms[0], each.left, each.right, each.section, each.item) for each in found] == [
        ("BT-129", Decimal("2"), Decimal("3"), "line 2", "Saucers"),
        ("BT-131", Decimal("20.00"), Decimal("30.00"), "line 2", "Saucers"),
    ]


def test_a_moved_line_says_where_it_stands_on_the_right() -> None:
    one, two, three = INVOICE.lines
    (found,) = of_meaning(INVOICE, lines(three, two, one.model_copy(update={"note": "broken"})))
    assert (found.path, found.right_path) == ("lines[2].note", "lines[2].note")  # added: of the right invoice
    (found,) = of_meaning(INVOICE, lines(three, two, one.model_copy(update={"item_name": "Mugs"})))
    assert (found.path, found.right_path) == ("lines[0].item_name", "lines[2].item_name")


def test_a_line_put_in_front_renumbers_the_others_and_changes_none() -> None:
    new = line("1", "Plates", net_price=Decimal("7"), net_amount=Decimal("14"))
    moved = [each.model_copy(update={"identifier": str(n)}) for n, each in enumerate(INVOICE.lines, 2)]
    assert said(INVOICE, lines(new, *moved)) == [("added", "BG-25", "line 1")]
    assert said(lines(new, *moved), INVOICE) == [("removed", "BG-25", "line 1")]


def test_lines_without_identifiers_are_matched_by_what_they_say() -> None:
    left = lines(line(None, "Cups"), line(None, "Saucers"))
    right = lines(line(None, "Saucers", quantity=Decimal("9")), line(None, "Cups"))
    (found,) = of_meaning(left, right)
    assert (found.path, found.right_path, found.terms) == ("lines[1].quantity", "lines[0].quantity", ("BT-129",))


def test_identifiers_that_name_lines_decide() -> None:
    left = lines(line("A10", "Cups"), line("A20", "Saucers"))
    right = lines(line("A20", "Cups"), line("A10", "Saucers"))
    assert [(each.section, each.terms[0], each.right) for each in of_meaning(left, right)] == [
        ("line A10", "BT-153", "Saucers"), ("line A20", "BT-153", "Cups"),
    ]  # fmt: skip


def test_another_identifier_is_a_difference() -> None:
    left, right = lines(line("A10", "Cups")), lines(line("A11", "Cups"))
    (found,) = of_meaning(left, right)
    assert (found.terms, found.left, found.right) == (("BT-126",), "A10", "A11")


def test_equal_lines_are_counted() -> None:
    left, right = lines(line(None, "Cups"), line(None, "Cups")), lines(line(None, "Cups"))
    assert said(left, right) == [("removed", "BG-25", "line 2")]


def test_two_lines_that_have_nothing_in_common_are_two_lines() -> None:
    left = lines(line("1", "Cups"), line("2", "Spoons"))
    new = Line(identifier="7", item_name="Advice", quantity=Decimal("1"), net_amount=Decimal("900"), vat_category="E")
    assert said(left, lines(line("1", "Cups"), new)) == [("removed", "BG-25", "line 2"), ("added", "BG-25", "line 7")]


def test_text_rows_of_a_line() -> None:
    one, two, three = INVOICE.lines
    left = lines(one.model_copy(update={"text_rows": ("a", "b")}), two, three)
    right = lines(one.model_copy(update={"text_rows": ("b", "c", "d")}), two, three)
    assert [(each.kind, each.left, each.right, each.path) for each in of_meaning(left, right)] == [
        ("changed", "a", "c", "lines[0].text_rows[0]"), ("added", None, "d", "lines[0].text_rows[2]"),
    ]  # fmt: skip


def test_many_lines_take_little_time() -> None:
    from time import process_time

    left = lines(*(line(str(n), f"Item {n}") for n in range(1, 1501)))
    turned = (line(str(n), f"Item {1501 - n}", quantity=Decimal("5")) for n in range(1, 1501))
    start = process_time()
    found = of_meaning(left, lines(*turned))
    assert process_time() - start < 5
    assert {each.terms for each in found} == {("BT-129",)}
    assert len(found) == 1500


# ---------------------------------------------------------------------------------- signs


def test_a_credit_note_and_a_negative_invoice_differ_in_type_only() -> None:
    credit = changed(type_code="381")
    negative = flip(INVOICE)
    assert turned(credit, negative)
    assert said(credit, negative) == [("changed", "BT-3", "document")]


def test_a_credit_note_and_an_invoice_of_one_sign_differ_in_type_only() -> None:
    assert not turned(changed(type_code="381"), INVOICE)
    assert said(changed(type_code="381"), INVOICE) == [("changed", "BT-3", "document")]


def test_amounts_of_turned_sign_are_differences() -> None:
    found = of_meaning(INVOICE, flip(INVOICE))
    assert {each.terms[0] for each in found} >= {"BT-115", "BT-117", "BT-129", "BT-131"}
    assert all(each.left == -each.right for each in found if isinstance(each.left, Decimal))


# ---------------------------------------------------------------------------------- as a value


def test_it_can_be_written_as_json() -> None:
    found = compare(Invoice(), INVOICE) + compare(INVOICE, changed(due_date=None))
    objects = [each.as_dict() for each in found]
    assert json.loads(json.dumps(objects)) == objects
    by_term = {each["terms"][0]: each for each in objects if each["terms"]}
    assert by_term["BT-115"]["right"] == "79.07"
    assert by_term["BT-9"]["left"] == "2026-05-18"
    assert by_term["BG-25"]["right"]["net_amount"] == "20.00"
    assert by_term["BG-24"]["right"]["content_base64"].startswith("sha256:")


def test_every_leaf_is_seen() -> None:
    """Taking any one leaf away is a difference, and the only one."""
    data = INVOICE.model_dump(mode="json", exclude_defaults=True)
    for path, _ in leaves(INVOICE, ""):
        place = [
            int(step) if step.isdigit() else step for step in path.replace("[", ".").replace("]", "").split(".")[1:]
        ]
        copy = json.loads(json.dumps(data))
        *steps, last = place
        target = copy
        for step in steps:
            target = target[step]
        del target[last]
        assert compare(INVOICE, Invoice.model_validate(copy)), path


def test_verb_takes_invoices_documents_and_sources() -> None:
    data = INVOICE.model_dump_json().encode()
    assert einvoice.diff(INVOICE, INVOICE) == []
    assert einvoice.diff(data, einvoice.read(data)) == []
    other = changed(buyer_reference="x", native={"netvisor:key": "7"})
    assert [each.terms for each in einvoice.diff(data, other)] == [("BT-10",)]
    assert len(einvoice.diff(data, other, everything=True)) == 2


def test_a_word_for_the_unit_beside_its_code_is_form() -> None:
    """A format without names of units says the same by the code; another code, or another word, is a difference."""
    named = changed(lines=tuple(each.model_copy(update={"unit_name": "kpl"}) for each in INVOICE.lines))
    assert of_meaning(INVOICE, named) == of_meaning(named, INVOICE) == []
    assert [each.terms for each in compare(INVOICE, named)] == [("EX-UNIT-NAME",)] * len(INVOICE.lines)
    coded = changed(lines=tuple(each.model_copy(update={"unit_code": "HUR"}) for each in named.lines))
    assert {each.terms for each in of_meaning(INVOICE, coded)} == {("BT-130",), ("EX-UNIT-NAME",)}
    worded = changed(lines=tuple(each.model_copy(update={"unit_name": "ltk"}) for each in INVOICE.lines))
    assert {each.terms for each in of_meaning(named, worded)} == {("EX-UNIT-NAME",)}
