"""The meaning of rows, on tiny tables: what is read, what is written, and each finding that says why something is not.

Every case runs through the walker and, where it returns, through the compiled code.
"""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree
from tests.formats.mapping.traced import read_fast, shown

from einvoice import xml
from einvoice.findings import Finding
from einvoice.formats.mapping import Mapping, OutElement, ReadResult, ReadScope, WriteScope
from einvoice.formats.mapping.account import leaves
from einvoice.formats.mapping.codecs import BOOLEAN, CODE, COMMA, DATE, DECIMAL, INTEGER, STRIPPED, code_map
from einvoice.formats.mapping.compile import Slow
from einvoice.formats.mapping.nodes import JsonNode, Node, Syntax, render_json, render_xml
from einvoice.formats.mapping.rows import Absent, Attr, Const, Group, Leaf, Mirror, Pair, Row, Switch, Table
from einvoice.formats.mapping.walk import field_value, native_steps, present, put
from einvoice.model import (
    Address,
    AllowanceCharge,
    DocumentTotals,
    Identifier,
    Internal,
    Invoice,
    Line,
    Model,
    Note,
    Party,
    PaymentInstructions,
)

PLAIN = Syntax("tiny", "doc")
FOLDED = Syntax("tiny", "doc", fold=True)
PRICED = Syntax("tiny", "doc", currency="Currency")


def tiny(*rows: Row, syntax: Syntax = PLAIN, model: type[Model] = Invoice, **named: Any) -> Mapping:
    return Mapping(Table(None, model, rows, **named), syntax)


def read(mapping: Mapping, body: str) -> ReadResult:
    """Return what the walker says of *body*; the compiled reader must agree, or give up where there is a finding."""
    root = xml.parse(body.encode() if body.startswith("<doc") else f"<doc>{body}</doc>".encode())
    walked = mapping.walk(root)
    try:
        fast, places = read_fast(mapping, root)
    except Slow:
        pass
    else:
        assert (fast, walked.findings) == (walked.values, [])
        assert shown(places) == shown(walked.places)
    assert mapping.read(root).values == walked.values
    return walked


def write(mapping: Mapping, value: Model, currency: str | None = None) -> tuple[str, list[Finding]]:
    """Return what the walker writes, without declaration; the compiled writer must agree, or give up and lose."""
    element, findings = mapping.build(value, currency)
    text = render_xml(element, mapping.syntax)
    try:
        fast, lost = mapping.writer.write(value, currency)
    except Slow:
        assert findings
    else:
        assert (fast.decode().partition("\n")[2], lost) == (text, findings)
    return text, findings


def body(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines()).removeprefix("<doc>").removesuffix("</doc>")


def only(findings: list[Finding]) -> Finding:
    assert len(findings) == 1, findings
    return findings[0]


NUMBER = Leaf("BT-1", "invoice_number", "ID")
ISSUED = Leaf("BT-2", "issue_date", "Issued", DATE)
REFERENCE = Leaf("BT-10", "buyer_reference", "Reference", STRIPPED)


# -- what rows read and write ----------


def test_leaves_go_both_ways() -> None:
    mapping = tiny(NUMBER, ISSUED)
    result = read(mapping, "<ID>7</ID><Issued>2026-11-20</Issued>")
    assert result.values == {"invoice_number": "7", "issue_date": date(2026, 11, 20)}
    assert {path: (p.path, p.value) for path, p in result.places.items()} == {
        "invoice_number": ("/doc/ID", "7"),
        "issue_date": ("/doc/Issued", "2026-11-20"),
    }
    text, findings = write(mapping, Invoice.model_validate(result.values))
    assert (body(text), findings) == ("<ID>7</ID><Issued>2026-11-20</Issued>", [])


def test_silent_no_codec_is_asked_about_a_blank_text() -> None:
    """Not even one that reads anything, so that somebody else may judge it."""
    anything = DECIMAL._replace(name="anything", read=lambda text: text)
    for codec in (anything, anything._replace(mark="")):
        mapping = tiny(
            Leaf("BT-10", "buyer_reference", "Reference", codec, attrs=(Attr("a", None, "native.a", codec),))
        )
        assert read(mapping, '<Reference a=" "> </Reference>').values == {}
        assert read(mapping, "<Reference>?</Reference>").values == {"buyer_reference": "?"}


def test_silent_an_empty_element_states_nothing() -> None:
    mapping = tiny(NUMBER, ISSUED)
    for empty in ("<ID/>", "<ID></ID>", "<ID> \n</ID>", "<Issued/>"):
        result = read(mapping, empty)
        assert (result.values, result.findings, result.places) == ({}, [], {})


def test_a_path_passes_through_elements_without_an_object() -> None:
    mapping = tiny(
        Leaf("BT-13", "purchase_order_reference", "Order/ID"), Leaf("BT-14", "sales_order_reference", "Order/Sales/ID")
    )
    wire = "<Order><ID>1</ID><Sales><ID>2</ID></Sales></Order>"
    result = read(mapping, wire)
    assert result.values == {"purchase_order_reference": "1", "sales_order_reference": "2"}
    assert body(write(mapping, Invoice.model_validate(result.values))[0]) == wire
    assert mapping.build(Invoice())[0].children == []


def test_a_document_that_states_nothing_is_an_empty_element() -> None:
    assert body(write(tiny(NUMBER), Invoice())[0]) == "<doc/>"
    assert body(write(tiny(NUMBER, Const("Scheme", "VAT")), Invoice())[0]) == "<Scheme>VAT</Scheme>"


def test_a_field_path_reaches_below() -> None:
    mapping = tiny(
        Leaf("BT-52", "buyer.address.city", "Town"),
        Leaf("BT-83", "payment_instructions[0].remittance_information", "Reference"),
        Leaf(None, "buyer.native.key", "Key"),
    )
    wire = "<Town>Oulu</Town><Reference>13</Reference><Key>9</Key>"
    result = read(mapping, wire)
    assert result.values == {
        "buyer": {"address": {"city": "Oulu"}, "native": {"tiny:key": "9"}},
        "payment_instructions": [{"remittance_information": "13"}],
    }
    assert set(result.places) == {
        "buyer.address.city",
        "payment_instructions[0].remittance_information",
        "buyer.native.tiny:key",
    }
    invoice = Invoice.model_validate(result.values)
    assert (body(write(mapping, invoice)[0]), write(mapping, invoice)[1]) == (wire, [])


def test_native_values_have_the_format_in_their_key() -> None:
    mapping = tiny(Leaf(None, "native.office", "Office", attrs=(Attr("type", None, "native.office_type"),)))
    result = read(mapping, '<Office type="x">5</Office>')
    assert result.values == {"native": {"tiny:office": "5", "tiny:office_type": "x"}}
    text, findings = write(mapping, Invoice.model_validate(result.values))
    assert (body(text), findings) == ('<Office type="x">5</Office>', [])


def test_an_attribute_may_stand_without_a_text() -> None:
    mapping = tiny(Leaf("BT-30", "invoice_number", "ID", attrs=(Attr("scheme", None, "buyer_reference"),)))
    assert read(mapping, '<ID scheme="x"/>').values == {"buyer_reference": "x"}
    assert body(write(mapping, Invoice(buyer_reference="x"))[0]) == '<ID scheme="x"/>'


def test_attributes_constant_ignored_and_older() -> None:
    mapping = tiny(
        Leaf(
            "BT-1",
            "invoice_number",
            "ID",
            attrs=(
                Attr("format", const="ansi"),
                Attr("note", ignore=True),
                Attr("kind", None, "buyer_reference"),
                Attr("type", None, "buyer_reference", read_only=True),
            ),
        )
    )
    assert read(mapping, '<ID format="ansi" note="what ever" type="x">7</ID>').values == {
        "invoice_number": "7",
        "buyer_reference": "x",
    }
    assert read(mapping, "<ID>7</ID>").findings == []
    wire = body(write(mapping, Invoice(invoice_number="7", buyer_reference="x"))[0])
    assert wire == '<ID format="ansi" kind="x">7</ID>'


def test_a_leaf_may_be_an_attribute_of_the_table() -> None:
    mapping = tiny(Leaf("BT-1", "invoice_number", "@number"), Leaf("BT-10", "buyer_reference", "Reference"))
    result = read(mapping, '<doc number="7"><Reference>x</Reference></doc>')
    assert result.values == {"invoice_number": "7", "buyer_reference": "x"}
    assert result.places["invoice_number"].path == "/doc/@number"


def test_own_text_and_own_attributes() -> None:
    identifier = Table(
        "BT-29",
        Identifier,
        (Leaf("BT-29", "value", "."),),
        own_attrs=(Attr("scheme", "BT-29-1", "scheme"), Attr("version", const="2")),
    )
    mapping = tiny(Group("BT-29", "seller.identifiers", "Id", identifier, many=True))
    wire = '<Id scheme="0088" version="2">64</Id><Id version="2">7</Id>'
    result = read(mapping, wire)
    assert result.values == {"seller": {"identifiers": [{"value": "64", "scheme": "0088"}, {"value": "7"}]}}
    assert result.places["seller.identifiers[0].scheme"].path == "/doc/Id[1]/@scheme"
    text, findings = write(mapping, Invoice.model_validate(result.values))
    assert (body(text), findings) == (wire, [])


def test_many_collects_texts_in_their_order() -> None:
    mapping = tiny(NUMBER, Leaf("EX-LEADING-TEXT-ROWS", "leading_text_rows", "Text", STRIPPED, many=True, limit=5))
    result = read(mapping, "<ID>1</ID><Text>b</Text><Text> </Text><Text>a</Text>")
    assert result.values["leading_text_rows"] == ["b", "a"]
    assert {"leading_text_rows[0]", "leading_text_rows[1]"} <= set(result.places)
    assert result.places["leading_text_rows[1]"].path == "/doc/Text[3]"
    assert body(write(mapping, Invoice(leading_text_rows=("b", "a")))[0]) == "<Text>b</Text><Text>a</Text>"


def test_invalid_long_text_among_many_is_cut_and_named() -> None:
    mapping = tiny(Leaf("EX-LEADING-TEXT-ROWS", "leading_text_rows", "Text", STRIPPED, many=True, limit=5))
    text, findings = write(mapping, Invoice(leading_text_rows=("short", "too long")))
    assert body(text) == "<Text>short</Text><Text>too l</Text>"
    found = only(findings)
    assert (found.code, found.value, found.model_path) == ("LOSS-TRUNCATED", "too long", "leading_text_rows[1]")


def test_always_writes_an_empty_element() -> None:
    mapping = tiny(
        Leaf("BT-115", "totals.amount_due", "Amount", COMMA, attrs=(Attr("c", "BT-5", "currency"),), always=True),
        Leaf("EX-LIFECYCLE-STATUS", "internal.lifecycle_status", "Status", attrs=(Attr("t", const="x"),), always=True),
    )
    assert body(write(mapping, Invoice())[0]) == '<Amount/><Status t="x"/>'
    assert body(write(mapping, Invoice(currency="SEK"))[0]) == '<Amount c="SEK"/><Status t="x"/>'


def test_groups_of_one_and_of_many() -> None:
    town = Table("BG-8", Address, (Leaf("BT-52", "city", "Town"),))
    row = Table("BG-25", Line, (Leaf("BT-153", "item_name", "Name"), Leaf("BT-129", "quantity", "Count", DECIMAL)))
    mapping = tiny(Group("BG-8", "buyer.address", "Address", town), Group("BG-25", "lines", "Rows/Row", row, many=True))
    wire = (
        "<Address><Town>Oulu</Town></Address>"
        "<Rows><Row><Name>a</Name><Count>2.50</Count></Row><Row><Name>b</Name></Row></Rows>"
    )
    result = read(mapping, wire)
    assert result.values == {
        "buyer": {"address": {"city": "Oulu"}},
        "lines": [{"item_name": "a", "quantity": Decimal("2.50")}, {"item_name": "b"}],
    }
    assert result.places["lines[0].quantity"].path == "/doc/Rows/Row[1]/Count"
    text, findings = write(mapping, Invoice.model_validate(result.values))
    assert (body(text), findings) == (wire, [])


def test_silent_an_element_in_which_nothing_stands_is_no_object() -> None:
    row = Table("BG-25", Line, (Leaf("BT-153", "item_name", "Name"), Const("Scheme/ID", "VAT")))
    mapping = tiny(Group("BG-25", "lines", "Row", row, many=True))
    assert read(mapping, "<Row/><Row><Name/></Row>").values == {}
    assert body(write(mapping, Invoice(lines=(Line(), Line(item_name="a"))))[0]) == (
        "<Row><Name>a</Name><Scheme><ID>VAT</ID></Scheme></Row>"
    )


def test_a_constant_is_written_with_its_parent_only() -> None:
    mapping = tiny(Leaf("BT-31", "buyer_reference", "Tax/Number"), Const("Tax/Scheme/ID", "VAT"))
    assert mapping.build(Invoice())[0].children == []
    assert body(write(mapping, Invoice(buyer_reference="1"))[0]) == (
        "<Tax><Number>1</Number><Scheme><ID>VAT</ID></Scheme></Tax>"
    )
    assert read(mapping, "<Tax><Number>1</Number><Scheme><ID>VAT</ID></Scheme></Tax>").findings == []
    assert read(mapping, "<Tax><Number>1</Number></Tax>").findings == []


def test_amounts_name_the_currency_of_the_document() -> None:
    amount = Leaf("BT-115", "totals.amount_due", "Due", DECIMAL, attrs=(Attr("cur", currency=True),))
    mapping = tiny(Leaf("BT-5", "currency", "Currency", CODE), amount, syntax=PRICED)
    wire = '<Currency>EUR</Currency><Due cur="EUR">1.20</Due>'
    result = read(mapping, wire)
    assert (result.values["totals"], result.findings) == ({"amount_due": Decimal("1.20")}, [])
    assert body(write(mapping, Invoice.model_validate(result.values), "EUR")[0]) == wire


SWITCH = Switch(
    "Customer",
    "type",
    {
        "code": Leaf("BT-46", "buyer.identifiers[0].value", "", STRIPPED),
        "key": Leaf(None, "buyer.native.key", "", STRIPPED, attrs=(Attr("person", None, "native.person"),)),
    },
    default="code",
)


def test_a_switch_takes_the_case_that_the_attribute_names() -> None:
    mapping = tiny(SWITCH)
    assert read(mapping, '<Customer type="key" person="p">9</Customer>').values == {
        "buyer": {"native": {"tiny:key": "9"}},
        "native": {"tiny:person": "p"},
    }
    for text in ('<Customer type="code">9</Customer>', '<Customer type="CODE">9</Customer>', "<Customer>9</Customer>"):
        assert read(mapping, text).values == {"buyer": {"identifiers": [{"value": "9"}]}}


def test_a_switch_writes_the_first_case_that_is_stated() -> None:
    mapping = tiny(SWITCH)
    key = Invoice(buyer=Party(native={"tiny:key": "9"}), native={"tiny:person": "p"})
    assert body(write(mapping, key)[0]) == '<Customer type="key" person="p">9</Customer>'
    assert mapping.build(Invoice())[0].children == []


def test_invalid_case_of_a_switch_is_read_as_the_default_and_named() -> None:
    result = read(tiny(SWITCH), '<Customer type="other">9</Customer>')
    assert result.values == {"buyer": {"identifiers": [{"value": "9"}]}}
    found = only(result.findings)
    assert (found.code, found.path, found.value) == ("LOSS-FIXED", "/doc/Customer/@type", "other")
    assert "known are code, key; read as code" in found.message


def test_invalid_second_case_of_a_switch_is_lost_when_the_cases_differ() -> None:
    both = Invoice(buyer=Party(identifiers=(Identifier(value="1"),), native={"tiny:key": "9"}))
    text, findings = write(tiny(SWITCH), both)
    assert body(text) == '<Customer type="code">1</Customer>'
    found = only(findings)
    assert (found.code, found.severity, found.value) == ("LOSS-NO-PLACE", "info", "9")


def test_silent_second_case_of_a_switch_that_says_the_same() -> None:
    price = Switch(
        "Price",
        "type",
        {
            "gross": Leaf("EX-PRICE-WITH-VAT", "price_with_vat", "", COMMA),
            "net": Leaf("BT-146", "net_price", "", COMMA),
        },
        default="net",
        same=True,
    )
    mapping = tiny(price, model=Line)
    both = Line(price_with_vat=Decimal("12.55"), net_price=Decimal("10"))
    assert (body(write(mapping, both)[0]), write(mapping, both)[1]) == ('<Price type="gross">12,55</Price>', [])
    assert body(write(mapping, Line(net_price=Decimal("10")))[0]) == '<Price type="net">10</Price>'


def test_a_mirror_is_written_a_second_time_and_fills_what_is_absent() -> None:
    mapping = tiny(Leaf("BT-1", "invoice_number", "ID"), Mirror("Again", of="invoice_number"))
    assert body(write(mapping, Invoice(invoice_number="7"))[0]) == "<ID>7</ID><Again>7</Again>"
    assert read(mapping, "<ID>7</ID><Again>7</Again>").findings == []
    assert read(mapping, "<Again>7</Again>").values == {"invoice_number": "7"}


def test_folded_names_are_read_in_any_case_and_order() -> None:
    low = (Leaf("BT-1", "invoice_number", "id"), Leaf("BT-2", "issue_date", "issued", DATE, (Attr("f", const="x"),)))
    mapping = tiny(*low, syntax=FOLDED)
    result = read(mapping, '<Issued F="x">2026-11-20</Issued><ID>7</ID>')
    assert (result.values, result.findings) == ({"issue_date": date(2026, 11, 20), "invoice_number": "7"}, [])


def read_notes(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    for node in nodes:
        scope.allow(node, attributes=("subject",))
        note: dict[str, Any] = {}
        scope.leaf(node, STRIPPED, note, "text", f"{at}notes[{len(values.get('notes', []))}].")
        scope.attribute(node, "subject", note, "subject_code", f"{at}notes[{len(values.get('notes', []))}].")
        values.setdefault("notes", []).append(note)


def write_notes(invoice: Invoice, scope: WriteScope, at: str) -> list[OutElement]:
    return [OutElement("Note", n.text, {"subject": n.subject_code} if n.subject_code else {}) for n in invoice.notes]


def test_a_pair_takes_all_elements_of_its_name() -> None:
    mapping = tiny(NUMBER, Pair(("BT-21", "BT-22"), ("notes",), "Note", read_notes, write_notes))
    wire = '<ID>7</ID><Note subject="AAI">a</Note><Note>b</Note>'
    result = read(mapping, wire)
    assert result.values["notes"] == [{"text": "a", "subject_code": "AAI"}, {"text": "b"}]
    assert result.places["notes[0].subject_code"].path == "/doc/Note[1]/@subject"
    text, findings = write(mapping, Invoice.model_validate(result.values))
    assert (body(text), findings) == (wire, [])
    odd = read(mapping, '<Note foreign="x">a<b>c</b></Note>')
    assert [f.code for f in odd.findings] == ["LOSS-UNMAPPED", "LOSS-UNMAPPED"]


# -- findings of reading ----------

UNMAPPED = [
    # case                              body                                                path                value
    ("invalid_element",                 "<Other>x</Other>",                                 "/doc/Other",       "x"),
    ("invalid_attribute",               '<ID other="x">7</ID>',                             "/doc/ID/@other",   "x"),
    ("invalid_attribute_of_the_root",   '<doc other="x"/>',                                 "/doc/@other",      "x"),
    ("invalid_attribute_of_a_path",     '<Order other="x"><ID>1</ID></Order>',              "/doc/Order/@other", "x"),
    ("invalid_attribute_of_a_constant", '<Scheme other="x">VAT</Scheme>',                   "/doc/Scheme/@other", "x"),
    ("invalid_text_between_elements",   "<ID>7</ID>stray",                                  "/doc",           "stray"),
    ("invalid_text_within_a_path",      "<Order>stray<ID>1</ID></Order>",                   "/doc/Order",     "stray"),
    ("invalid_child_of_a_leaf",         "<ID><Deep>x</Deep></ID>",                          "/doc/ID/Deep",     "x"),
    ("invalid_child_of_a_constant",     "<Scheme>VAT<Deep>x</Deep></Scheme>",               "/doc/Scheme/Deep", "x"),
    ("invalid_name_in_another_case",    "<id>7</id>",                                       "/doc/id",          "7"),
    ("invalid_foreign_namespace",       '<f:ID xmlns:f="urn:f">7</f:ID>',                   "/doc/ID",          "7"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path", "value"), [c[1:] for c in UNMAPPED], ids=[c[0] for c in UNMAPPED])
def test_loss_unmapped(text: str, path: str, value: str) -> None:
    mapping = tiny(NUMBER, Leaf("BT-13", "purchase_order_reference", "Order/ID"), Const("Scheme", "VAT"))
    found = only(read(mapping, text).findings)
    assert (found.code, found.severity, found.layer) == ("LOSS-UNMAPPED", "warning", "loss")
    assert (found.path, found.value, found.line) == (path, value, 1)
    assert value in found.message


def test_loss_unmapped_names_every_text_below_an_unknown_element() -> None:
    findings = read(tiny(NUMBER), '<Other a="1"> b <Deep c="2">d</Deep><Deep/></Other>').findings
    assert [(f.path, f.value) for f in findings] == [
        ("/doc/Other", "b"),
        ("/doc/Other/@a", "1"),
        ("/doc/Other/Deep[1]", "d"),
        ("/doc/Other/Deep[1]/@c", "2"),
    ]


def test_silent_what_is_empty_is_no_loss() -> None:
    assert read(tiny(NUMBER), '<Other a=" "/><Other> </Other>').findings == []


REPEATED = [
    # case, body, path and value of what is lost
    ("invalid_second_leaf", "<ID>7</ID><ID>8</ID>", [("/doc/ID[2]", "8")]),
    ("invalid_second_leaf_with_attribute", '<ID>7</ID><ID a="b">8</ID>', [("/doc/ID[2]", "8"), ("/doc/ID[2]/@a", "b")]),
    ("invalid_second_group", "<Buyer><N>a</N></Buyer><Buyer><N>b</N></Buyer>", [("/doc/Buyer[2]/N", "b")]),
    ("invalid_second_case", "<Customer>1</Customer><Customer>2</Customer>", [("/doc/Customer[2]", "2")]),
]


@pytest.mark.parametrize(("text", "lost"), [c[1:] for c in REPEATED], ids=[c[0] for c in REPEATED])
def test_loss_repeated(text: str, lost: list[tuple[str, str]]) -> None:
    buyer = Table("BG-7", Party, (Leaf("BT-44", "name", "N"),))
    result = read(tiny(NUMBER, Group("BG-7", "buyer", "Buyer", buyer), SWITCH), text)
    assert {f.code for f in result.findings} == {"LOSS-REPEATED"}
    assert [(f.path, f.value) for f in result.findings] == lost


def test_silent_second_leaf_after_an_empty_one() -> None:
    result = read(tiny(NUMBER), "<ID/><ID>8</ID>")
    assert (result.values, result.findings) == ({"invoice_number": "8"}, [])


def test_loss_fixed_of_a_constant() -> None:
    mapping = tiny(NUMBER, Const("Scheme/ID", "VAT"))
    result = read(mapping, "<ID>7</ID><Scheme><ID>GST</ID></Scheme>")
    found = only(result.findings)
    assert (found.code, found.severity, found.path, found.value) == ("LOSS-FIXED", "warning", "/doc/Scheme/ID", "GST")
    assert "'GST'" in found.message
    assert "'VAT'" in found.message
    assert found.fix == "write VAT"


def test_loss_fixed_of_an_attribute_is_information() -> None:
    mapping = tiny(Leaf("BT-1", "invoice_number", "ID", attrs=(Attr("format", const="ansi"),)))
    result = read(mapping, '<ID format="iso">7</ID>')
    found = only(result.findings)
    assert (found.code, found.severity, found.path, found.value) == ("LOSS-FIXED", "info", "/doc/ID/@format", "iso")
    assert result.values == {"invoice_number": "7"}


@pytest.mark.parametrize("text", ("8", "x"))
def test_loss_mirror(text: str) -> None:
    mapping = tiny(Leaf("EX-NET-DAYS", "invoice_number", "ID"), Mirror("Again", of="invoice_number"))
    result = read(mapping, f"<ID>7</ID><Again>{text}</Again>")
    found = only(result.findings)
    assert (found.code, found.path, found.value) == ("LOSS-MIRROR", "/doc/Again", text)
    assert "repeats a value that is 7" in found.message
    assert result.values == {"invoice_number": "7"}


def test_loss_mirror_of_a_value_that_cannot_be_read() -> None:
    mapping = tiny(Leaf("BT-129", "quantity", "Count", DECIMAL), Mirror("Again", "quantity", DECIMAL), model=Line)
    assert only(read(mapping, "<Count>7</Count><Again>many</Again>").findings).code == "LOSS-MIRROR"
    assert read(mapping, "<Count>7</Count><Again>7.00</Again>").findings == []


def test_ei_read_value() -> None:
    result = read(tiny(NUMBER, ISSUED), "<ID>7</ID><Issued>2026-02-30</Issued>")
    found = only(result.findings)
    assert (found.code, found.severity, found.layer) == ("EI-READ-VALUE", "error", "input")
    assert (found.path, found.value, found.terms) == ("/doc/Issued", "2026-02-30", ("BT-2",))
    assert found.message == "Issued: '2026-02-30' is not a day of the calendar"
    assert found.fix == "write a date such as 2026-11-20"
    assert result.values == {"invoice_number": "7"}


def test_ei_read_value_of_an_attribute() -> None:
    mapping = tiny(Leaf("BT-1", "invoice_number", "ID", attrs=(Attr("rate", None, "currency_rate", COMMA),)))
    found = only(read(mapping, '<ID rate="high">7</ID>').findings)
    assert (found.code, found.path, found.terms) == ("EI-READ-VALUE", "/doc/ID/@rate", ("EX-CURRENCY-RATE",))


def test_ei_read_value_of_a_code() -> None:
    kind = code_map("kind", {"invoice": "invoice", "invoicedraft": "draft"})
    mapping = tiny(Leaf("EX-DOCUMENT-KIND", "document_kind", "Kind", kind))
    assert read(mapping, "<Kind>invoicedraft</Kind>").values == {"document_kind": "draft"}
    assert "'offer' is none of 'invoice', 'invoicedraft'" in only(read(mapping, "<Kind>offer</Kind>").findings).message


MIXED = [
    ("invalid_other_currency", '<Currency>EUR</Currency><Due cur="SEK">1</Due>', "SEK", "the invoice is in EUR"),
    ("invalid_no_currency_of_the_document", '<Due cur="SEK">1</Due>', "SEK", "the invoice is in no currency"),
    ("invalid_empty", '<Currency>EUR</Currency><Due cur="">1</Due>', "", "is in no currency, the invoice is in EUR"),
]


@pytest.mark.parametrize(("text", "value", "said"), [c[1:] for c in MIXED], ids=[c[0] for c in MIXED])
def test_ei_currency_mix(text: str, value: str, said: str) -> None:
    amount = Leaf("BT-115", "totals.amount_due", "Due", DECIMAL, attrs=(Attr("cur", currency=True),))
    mapping = tiny(Leaf("BT-5", "currency", "Currency", CODE), amount, syntax=PRICED)
    found = only(read(mapping, text).findings)
    assert (found.code, found.severity, found.path, found.value) == ("EI-CURRENCY-MIX", "error", "/doc/Due/@cur", value)
    assert said in found.message
    assert found.terms == ("BT-5",)


# -- findings of writing ----------


def test_loss_no_place_without_a_reason() -> None:
    text, findings = write(tiny(NUMBER), Invoice(invoice_number="7", buyer_reference="room 5"))
    assert body(text) == "<ID>7</ID>"
    found = only(findings)
    assert (found.code, found.severity, found.layer) == ("LOSS-NO-PLACE", "warning", "loss")
    assert (found.terms, found.value, found.model_path) == (("BT-10",), "room 5", "buyer_reference")
    assert found.message == "Buyer reference (BT-10) 'room 5' is not carried: tiny has no place for it"


def test_loss_no_place_gives_the_reason_of_the_absent_row() -> None:
    mapping = tiny(NUMBER, Absent("BT-10", "the tiny format knows no rooms"), Absent("BT-3", "the sign says it", True))
    _, findings = write(mapping, Invoice(buyer_reference="room 5", type_code="381"))
    assert [(f.code, f.severity, f.model_path) for f in findings] == [
        ("LOSS-NO-PLACE", "info", "type_code"),
        ("LOSS-NO-PLACE", "warning", "buyer_reference"),
    ]
    assert findings[1].message.endswith("is not carried: the tiny format knows no rooms")


def test_loss_no_place_takes_the_reason_of_the_group() -> None:
    mapping = tiny(NUMBER, Absent("BG-4", "the seller is who sends it"))
    invoice = Invoice(seller=Party(name="Oy", address=Address(city="Oulu"), identifiers=(Identifier(value="1"),)))
    _, findings = write(mapping, invoice)
    assert {f.model_path for f in findings} == {"seller.name", "seller.address.city", "seller.identifiers[0].value"}
    assert all(f.message.endswith("the seller is who sends it") for f in findings)


def test_loss_no_place_of_all_but_the_first() -> None:
    mapping = tiny(Leaf("BT-83", "payment_instructions[0].remittance_information", "Reference"))
    ways = (PaymentInstructions(remittance_information="1"), PaymentInstructions(remittance_information="2"))
    text, findings = write(mapping, Invoice(payment_instructions=ways))
    assert body(text) == "<Reference>1</Reference>"
    assert only(findings).model_path == "payment_instructions[1].remittance_information"


def test_loss_no_place_beside_a_field_path() -> None:
    mapping = tiny(Leaf("BT-52", "buyer.address.city", "Town"))
    invoice = Invoice(buyer=Party(name="Oy", address=Address(city="Oulu", post_code="90100")))
    _, findings = write(mapping, invoice)
    assert {f.model_path for f in findings} == {"buyer.name", "buyer.address.post_code"}


def test_loss_no_place_within_a_group() -> None:
    row = Table("BG-25", Line, (Leaf("BT-153", "item_name", "Name"),))
    mapping = tiny(Group("BG-25", "lines", "Row", row, many=True))
    lines = (Line(item_name="a"), Line(item_name="b", allowances_charges=(AllowanceCharge(amount=Decimal("1.50")),)))
    _, findings = write(mapping, Invoice(lines=lines))
    found = only(findings)
    assert (found.model_path, found.value) == ("lines[1].allowances_charges[0].amount", "1.50")


def write_marked(invoice: Invoice, scope: WriteScope, at: str) -> list[OutElement]:
    scope.lose(f"{at}payment_terms", invoice.payment_terms, "a pair says so")
    return [OutElement("Terms", "x"), scope.write(PERSON, invoice.seller or Party(), "Seller", f"{at}seller.")]


PERSON = Table("BG-7", Party, (Leaf("BT-44", "name", "Name"),))


def test_what_has_no_place_is_named_by_the_compiled_writer_in_the_order_of_the_walker() -> None:
    row = Table("BG-25", Line, (Leaf("BT-153", "item_name", "Name"), Leaf(None, "native.key", "Key")))
    mapping = tiny(
        Leaf("BT-83", "payment_instructions[0].remittance_information", "Reference"),
        Leaf("BT-52", "buyer.address.city", "Town"),
        Group("BG-25", "lines", "Row", row, many=True),
        Pair(("BT-20", "BG-4"), ("payment_terms", "seller"), "Terms", lambda *_: None, write_marked, (PERSON,)),
        Group("BG-11", "tax_representative", "Representative", PERSON),
    )
    invoice = Invoice(
        invoice_number="7",
        payment_terms="30 days",
        payment_instructions=(PaymentInstructions(due_date=date(2026, 1, 1)), PaymentInstructions(means_code="30")),
        buyer=Party(name="Oy", address=Address(city="Oulu", post_code="90100"), native={"other:buyer": "1"}),
        seller=Party(name="Ab", vat_identifier="SE1"),
        tax_representative=Party(name="As", trading_name="T"),
        lines=(Line(item_name="a"), Line(note="n", native={"tiny:key": "2", "other:key": "3", "tiny:_note": "4"})),
        native={"other:key": "5"},
        internal=Internal(private_comment="psst"),
    )
    data, findings = mapping.writer.write(invoice, None)
    element, walked = mapping.build(invoice)
    assert data.decode().partition("\n")[2] == render_xml(element, mapping.syntax)
    assert [(f, f.model_path) for f in findings] == [(f, f.model_path) for f in walked]
    assert [f.model_path for f in findings] == [
        "invoice_number",
        "buyer.name",
        "buyer.address.post_code",
        "buyer.native.other:buyer",
        "payment_instructions[0].due_date",
        "payment_instructions[1].means_code",
        "internal.private_comment",
        "native.other:key",
        "lines[1].note",
        "lines[1].native.other:key",
        "payment_terms",
        "seller.vat_identifier",
        "tax_representative.trading_name",
    ]


def write_rows(invoice: Invoice, scope: WriteScope, at: str) -> list[OutElement]:
    rows = [scope.whole(ROW, line, "Row", f"{at}lines[{n}].") for n, line in enumerate(invoice.lines)]
    return [OutElement("Rows", children=rows)] if rows else []


ROW = Table("BG-25", Line, (Leaf("BT-153", "item_name", "Item/Name"), Leaf("BT-131", "net_amount", "Sum", DECIMAL)))


def test_what_a_pair_leaves_whole_is_compiled_and_the_same() -> None:
    pair = Pair(("BG-25",), ("lines",), "Rows", lambda *_: None, write_rows, (ROW,), whole=((ROW, "Row", 1),))
    mapping = tiny(NUMBER, pair)
    lines = (Line(item_name="a & b", net_amount=Decimal("1.50")), Line(note="n"), Line(item_name="c", note="m"))
    text, findings = write(mapping, Invoice(invoice_number="7", lines=lines))
    data, lost = mapping.writer.write(Invoice(invoice_number="7", lines=lines), None)
    assert (data.decode().partition("\n")[2], lost) == (text, findings)
    first, empty, last = "<Item><Name>a &amp; b</Name></Item><Sum>1.50</Sum>", "<Row/>", "<Item><Name>c</Name></Item>"
    assert body(text) == f"<ID>7</ID><Rows><Row>{first}</Row>{empty}<Row>{last}</Row></Rows>"
    assert [f.model_path for f in findings] == ["lines[1].note", "lines[2].note"]
    assert "<Row>" in mapping.writer.code


def test_invalid_one_table_at_two_depths() -> None:
    pairs = (
        Pair(("BG-25",), ("lines",), wire, lambda *_: None, write_rows, (ROW,), whole=((ROW, "Row", depth),))
        for depth, wire in enumerate(("Rows", "Others"))
    )
    with pytest.raises(ValueError, match="Row: two pairs write it at two depths"):
        _ = tiny(*pairs).writer


def test_no_currency_attribute_is_written_where_no_currency_is_known() -> None:
    amount = Leaf("BT-115", "totals.amount_due", "Due", DECIMAL, attrs=(Attr("cur", currency=True),))
    mapping, invoice = tiny(amount, syntax=PRICED), Invoice(totals=DocumentTotals(amount_due=Decimal(1)))
    assert body(mapping.write(invoice)[0].decode().partition("\n")[2]) == "<Due>1</Due>"
    assert body(mapping.write(invoice, "SEK")[0].decode().partition("\n")[2]) == '<Due cur="SEK">1</Due>'


def test_silent_what_is_not_stated_is_not_lost() -> None:
    invoice = Invoice(invoice_number="7", buyer_reference=None, notes=(), buyer=Party(), native={})
    assert write(tiny(NUMBER), invoice)[1] == []


def test_loss_internal() -> None:
    mapping = tiny(NUMBER, Absent("EX-INTERNAL", "it never leaves the house", as_info=True))
    invoice = Invoice(internal=Internal(private_comment="psst"), invoice_number="7")
    found = only(write(mapping, invoice)[1])
    assert (found.code, found.severity, found.value) == ("LOSS-INTERNAL", "info", "psst")
    assert found.message.endswith("it never leaves the house")
    assert only(write(tiny(NUMBER), invoice)[1]).message.endswith("it never leaves the seller")


def test_loss_native_of_another_system() -> None:
    mapping = tiny(NUMBER, Leaf(None, "native.key", "Key"))
    invoice = Invoice(native={"tiny:key": "1", "other:key": "2", "tiny:unknown": "3", "tiny:_note": "4"})
    text, findings = write(mapping, invoice)
    assert body(text) == "<Key>1</Key>"
    assert [(f.code, f.severity, f.model_path, f.value) for f in findings] == [
        ("LOSS-NATIVE", "info", "native.other:key", "2"),
        ("LOSS-NATIVE", "info", "native.tiny:unknown", "3"),
    ]
    assert findings[0].message.endswith("it means something to other only")
    assert findings[1].message.endswith("tiny gives it and does not take it")


def test_loss_native_below_an_object_without_a_place() -> None:
    found = only(write(tiny(NUMBER), Invoice(buyer=Party(native={"other:key": "2"})))[1])
    assert (found.code, found.severity, found.model_path) == ("LOSS-NATIVE", "info", "buyer.native.other:key")


def test_loss_truncated() -> None:
    mapping = tiny(Leaf("BT-1", "invoice_number", "ID", limit=5))
    text, findings = write(mapping, Invoice(invoice_number="äöåÄÖÅ"))
    assert body(text) == "<ID>äöåÄÖ</ID>"
    found = only(findings)
    assert (found.code, found.severity, found.value) == ("LOSS-TRUNCATED", "warning", "äöåÄÖÅ")
    assert "has 6 characters, tiny takes 5; cut off: 'Å'" in found.message
    assert (found.terms, found.model_path) == (("BT-1",), "invoice_number")
    assert write(mapping, Invoice(invoice_number="äöåÄÖ"))[1] == []


@pytest.mark.parametrize("character", ("\x00", "\x1f", "\x0b", "\ufffe", "\uffff", "\ud800"), ids=ascii)
def test_loss_character(character: str) -> None:
    invoice = Invoice().model_copy(update={"invoice_number": f"a{character}b"})
    text, findings = write(tiny(NUMBER), invoice)
    assert body(text) == "<ID>ab</ID>"
    found = only(findings)
    assert (found.code, found.severity) == ("LOSS-CHARACTER", "warning")
    assert f"U+{ord(character):04X}" in found.message
    assert (found.terms, found.model_path) == (("BT-1",), "invoice_number")


def test_loss_character_in_an_attribute() -> None:
    mapping = tiny(Leaf("BT-30", "invoice_number", "ID", attrs=(Attr("s", None, "buyer_reference"),)))
    text, findings = write(mapping, Invoice(invoice_number="7", buyer_reference="a\x01b"))
    assert body(text) == '<ID s="ab">7</ID>'
    assert (only(findings).code, only(findings).model_path) == ("LOSS-CHARACTER", "buyer_reference")


@pytest.mark.parametrize("character", ("\t", "\n", "\r", "\x7f", "\x85", "\u2028", "\ufdd0", "😀"), ids=ascii)
def test_silent_characters_that_xml_can_carry(character: str) -> None:
    text, findings = write(tiny(NUMBER), Invoice(invoice_number=f"a{character}b"))
    assert findings == []
    assert etree.fromstring(text.encode())[0].text == f"a{character}b"


def test_loss_character_among_many() -> None:
    mapping = tiny(Leaf("EX-LEADING-TEXT-ROWS", "leading_text_rows", "Text", many=True))
    text, findings = write(mapping, Invoice(leading_text_rows=("ok", "a\x00b")))
    assert body(text) == "<Text>ok</Text><Text>ab</Text>"
    assert only(findings).model_path == "leading_text_rows[1]"


def test_loss_unwritable() -> None:
    kind = code_map("kind", {"invoice": "380", "creditnote": "381"})
    text, findings = write(tiny(NUMBER, Leaf("BT-3", "type_code", "Kind", kind)), Invoice(type_code="384"))
    assert body(text) == "<doc/>"
    found = only(findings)
    assert (found.code, found.severity, found.value) == ("LOSS-UNWRITABLE", "warning", "384")
    assert "'384' has no code here; known are '380', '381'" in found.message
    assert (found.terms, found.model_path) == (("BT-3",), "type_code")


def test_loss_unwritable_in_an_attribute() -> None:
    kind = code_map("kind", {"invoice": "380"})
    mapping = tiny(Leaf("BT-1", "invoice_number", "ID", attrs=(Attr("kind", "BT-3", "type_code", kind),)))
    text, findings = write(mapping, Invoice(invoice_number="7", type_code="384"))
    assert body(text) == "<ID>7</ID>"
    assert only(findings).code == "LOSS-UNWRITABLE"


def test_findings_of_native_fields_name_the_key_as_the_model_spells_it() -> None:
    mapping = tiny(Leaf(None, "native.key", "Key", limit=2), Leaf(None, "buyer.native.key", "BuyerKey", limit=2))
    _, findings = write(mapping, Invoice(native={"tiny:key": "long"}, buyer=Party(native={"tiny:key": "long"})))
    assert [f.model_path for f in findings] == ["native.tiny:key", "buyer.native.tiny:key"]


# -- one table for JSON ----------

LINE = Table(
    "BG-25",
    Line,
    (
        Leaf("BT-153", "item_name", "Description", STRIPPED, limit=10),
        Leaf("BT-129", "quantity", "Quantity", DECIMAL),
        Leaf("BT-146", "net_price", "UnitPrice", DECIMAL),
        Leaf("EX-TEXT-ROWS", "text_rows", "Notes", many=True),
    ),
)

JSON = Mapping(
    Table(
        None,
        Invoice,
        (
            Leaf("BT-1", "invoice_number", "InvoiceNumber"),
            Leaf("BT-2", "issue_date", "InvoiceDate", DATE),
            Leaf("BT-5", "currency", "Currency", CODE),
            Leaf("BT-44", "buyer.name", "Customer/Name"),
            Leaf("BT-52", "buyer.address.city", "Customer/Address/City"),
            Leaf("BT-83", "payment_instructions[0].remittance_information", "Payment/Reference"),
            Leaf("EX-NET-DAYS", "payment_conditions.net_days", "Payment/Days", INTEGER),
            Leaf(None, "native.factoring", "Factoring", BOOLEAN),
            Group("BG-25", "lines", "Records", LINE, many=True),
            Const("Version", "2"),
        ),
    ),
    Syntax("tiny-json", ""),
)

VALUE = {
    "InvoiceNumber": "7",
    "InvoiceDate": "2026-11-20",
    "Currency": "SEK",
    "Customer": {"Name": "Åsa & söner", "Address": {"City": "Umeå"}},
    "Payment": {"Reference": "123", "Days": "14"},
    "Records": [
        {"Description": "Bräda", "Quantity": "2.50", "UnitPrice": "10", "Notes": ["a", "b"]},
        {"Description": "Spik", "Quantity": "1"},
    ],
    "Version": "2",
}


def test_json_is_read_by_the_same_rows() -> None:
    result = JSON.walk(JsonNode("", VALUE))
    assert result.findings == []
    invoice = Invoice.model_validate(result.values)
    assert invoice.buyer == Party(name="Åsa & söner", address=Address(city="Umeå"))
    assert invoice.payment_instructions == (PaymentInstructions(remittance_information="123"),)
    assert [line.quantity for line in invoice.lines] == [Decimal("2.50"), Decimal("1")]
    assert invoice.lines[0].text_rows == ("a", "b")
    assert {path: place.path for path, place in result.places.items() if path.startswith(("lines[1]", "buyer"))} == {
        "buyer.name": "/Customer/Name",
        "buyer.address.city": "/Customer/Address/City",
        "lines[1].item_name": "/Records/1/Description",
        "lines[1].quantity": "/Records/1/Quantity",
    }


def test_json_is_written_by_the_same_rows() -> None:
    invoice = Invoice.model_validate(JSON.walk(JsonNode("", VALUE)).values)
    element, findings = JSON.build(invoice)
    written = render_json(element, frozenset({"Records", "Notes"}))
    assert (written, findings) == (VALUE, [])
    assert json.dumps(written, ensure_ascii=False) == json.dumps(VALUE, ensure_ascii=False), "in the order of the rows"


def test_json_losses_have_pointers() -> None:
    odd = {**VALUE, "Un/known": {"deep": ["x", {"er": "y"}]}, "Currency": None, "Version": "3", "InvoiceDate": "today"}
    findings = JSON.walk(JsonNode("", odd)).findings
    assert [(f.code, f.path, f.value, f.line) for f in findings] == [
        ("EI-READ-VALUE", "/InvoiceDate", "today", None),
        ("LOSS-FIXED", "/Version", "3", None),
        ("LOSS-UNMAPPED", "/Un~1known/deep/0", "x", None),
        ("LOSS-UNMAPPED", "/Un~1known/deep/1/er", "y", None),
    ]


def test_json_numbers_and_flags_are_values_too() -> None:
    result = JSON.walk(JsonNode("", {"InvoiceNumber": 7, "Payment": {"Days": 14}, "Factoring": True}))
    assert result.values == {
        "invoice_number": "7",
        "payment_conditions": {"net_days": 14},
        "native": {"tiny-json:factoring": True},
    }


def test_json_writing_names_losses_like_any_other() -> None:
    invoice = Invoice(invoice_number="7", buyer_reference="x", lines=(Line(item_name="far too long a name"),))
    _, findings = JSON.build(invoice)
    assert [(f.code, f.model_path) for f in findings] == [
        ("LOSS-NO-PLACE", "buyer_reference"),
        ("LOSS-TRUNCATED", "lines[0].item_name"),
    ]


# -- the functions that walk and compile share ----------


def test_native_steps_spell_the_key_out() -> None:
    assert native_steps("native.key", "tiny") == ("native", "tiny:key")
    assert native_steps("buyer.native.key", "tiny") == ("buyer", "native", "tiny:key")
    assert native_steps("a[0].b", "tiny") == ("a", "[0]", "b")


def test_put_makes_what_is_on_the_way() -> None:
    values: dict[str, Any] = {}
    put(values, ("a", "b"), 1)
    put(values, ("a", "c", "[0]", "d"), 2)
    put(values, ("a", "c", "[0]", "e"), 3)
    assert values == {"a": {"b": 1, "c": [{"d": 2, "e": 3}]}}
    assert present(values, ("a", "c", "[0]", "e"))
    assert not present(values, ("a", "c", "[0]", "f"))
    assert not present(values, ("x", "[0]"))
    assert not present({"x": []}, ("x", "[0]", "y"))


def test_field_value_is_none_where_the_way_ends() -> None:
    invoice = Invoice(buyer=Party(native={"tiny:key": "9"}), totals=DocumentTotals())
    assert field_value(invoice, "buyer.native.key", "tiny") == "9"
    assert field_value(invoice, "buyer.native.other", "tiny") is None
    assert field_value(invoice, "seller.address.city", "tiny") is None
    assert field_value(invoice, "payment_instructions[0].remittance_information", "tiny") is None
    assert field_value(invoice, "totals.amount_due", "tiny") is None


def test_leaves_are_what_is_stated() -> None:
    invoice = Invoice(
        invoice_number="7",
        buyer=Party(name=None, native={"x:y": "1"}),
        notes=(Note(text="a"), Note()),
        leading_text_rows=("r",),
        allowances_charges=(AllowanceCharge(is_charge=False),),
    )
    assert dict(leaves(invoice.buyer, "buyer")) == {"buyer.native.x:y": "1"}
    assert dict(leaves(invoice.notes, "notes")) == {"notes[0].text": "a"}
    assert dict(leaves(invoice.leading_text_rows, "rows")) == {"rows[0]": "r"}
    assert dict(leaves(invoice.allowances_charges, "a")) == {"a[0].is_charge": False}
    assert list(leaves(None, "x")) == []


# -- the mapping around them ----------


@pytest.mark.parametrize("most", [0, 1])
@pytest.mark.parametrize("body", ["<ID>7</ID>", "<ID>7</ID><Odd>x</Odd>"], ids=["fast", "slow"])
def test_places_are_noted_while_reading_or_worked_out_anew(
    body: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("einvoice.formats.mapping.MAX_NOTED", most)
    mapping = tiny(NUMBER)
    root = xml.parse(f"<doc>{body}</doc>".encode())
    result = mapping.read(root)
    assert len(result.places) == most
    for places in (mapping.places(root, result), mapping.trace(root)):
        assert {path: place.path for path, place in places.items()} == {"invoice_number": "/doc/ID"}


def test_the_walker_is_not_needed_for_the_places_of_what_was_read_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Mapping, "walk", None)
    mapping = tiny(NUMBER)
    assert mapping.trace(xml.parse(b"<doc><ID>7</ID></doc>"))["invoice_number"].value == "7"


def test_the_compiled_code_is_plain_python() -> None:
    mapping = tiny(NUMBER, REFERENCE)
    compile(mapping.reader.code, "reader", "exec")
    compile(mapping.writer.code, "writer", "exec")
    assert "'ID'" in mapping.reader.code


def test_absent_rows_of_tables_below_are_known() -> None:
    row = Table("BG-25", Line, (Leaf("BT-153", "item_name", "Name"), Absent("BT-127", "no notes")))
    mapping = tiny(Group("BG-25", "lines", "Row", row, many=True), Absent("BT-9", "no date"))
    assert {term: entry.reason for term, entry in mapping.account.absent.items()} == {
        "BT-127": "no notes",
        "BT-9": "no date",
    }
    found = only(write(mapping, Invoice(lines=(Line(item_name="a", note="n"),)))[1])
    assert found.message.endswith("no notes")
