"""What a table keeps: read by the walker and by the compiled code, woven back, and whatever else stands in `native`.

The format of these tests has an element table of its own, `ELEMENTS`; `mapping` takes some of it and keeps the rest.
"""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.formats.mapping.traced import read_fast, shown

from einvoice import xml
from einvoice.findings import Finding
from einvoice.formats.mapping import Mapping, ReadResult, ReadScope, WriteScope, order_findings
from einvoice.formats.mapping.account import Account
from einvoice.formats.mapping.codecs import DECIMAL, STRIPPED
from einvoice.formats.mapping.compile import Slow
from einvoice.formats.mapping.keep import parse_key
from einvoice.formats.mapping.loss import compare
from einvoice.formats.mapping.nodes import JsonNode, Node, OutElement, Syntax, render_xml, states_something
from einvoice.formats.mapping.rows import Attr, Const, Group, Keep, Leaf, Mirror, Pair, Row, Switch, Table
from einvoice.model import Address, Contact, Invoice, Line, Model, Note

# -- a small format ----------


@dataclass
class Element:
    """An element of the format: children in the order of the schema, attributes."""

    children: dict[str, "Element"] = field(default_factory=dict)
    attributes: tuple[str, ...] = ()

    @property
    def rank(self) -> Dictionary[str, int]:
        return {name: number for number, name in enumerate(self.children)}


def leaf(*attributes: str) -> Element:
    return Element(attributes=attributes)


def below(*attributes: str, **children: Element) -> Element:
    return Element(children, attributes)


ROW = below("kind", Memo=leaf(), Name=leaf("lang"), Sub=below(Part=leaf("n"), Deep=below(Bottom=leaf())), Count=leaf())
ELEMENTS = below(
    "version",
    "mode",
    First=leaf("a"),
    Head=below("state", Number=leaf("kind", "code"), Remark=leaf(), Text=leaf("lang"), Extra=below(Note=leaf("by"))),
    Place=below(Town=leaf(), Street=leaf(), Scheme=below(ID=leaf())),
    Person=below(Name=leaf(), Title=leaf()),
    Item=below(Subject=leaf(), Body=leaf(), Source=leaf("page")),
    Row=ROW,
    Fixed=below(Scheme=leaf("v"), Said=leaf()),
    Own=below(Word=leaf("x"), Other=leaf(), Sub=below(A=leaf(), B=leaf())),
    Price=leaf("type", "unit"),
    Last=below(Part=leaf(), Whole=leaf()),
    Again=leaf("unit"),
)


def lookup(root: Element) -> Keep:
    def keep(path: tuple[str, ...]) -> Element | None:
        element: Element | None = root
        for name in path:
            element = element.children.get(name) if element is not None else None
        return element

    return keep


def read_own(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Take the word of the first element, and hand the rest over."""
    for position, node in enumerate(node for node in nodes if states_something(node.origin)):
        if position:
            scope.keep_all(node, "LOSS-REPEATED", "stands here a second time")
            continue
        for child in node.children:
            if child.name == "Word" and "contract_reference" not in values:
                scope.leaf(child, STRIPPED, values, "contract_reference", at)
                scope.keep_attribute(child, "x")
            elif child.name == "Other":
                scope.keep_text(child)
            else:
                scope.keep_all(child)


def write_own(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
    if value.contract_reference is None:
        return []
    return [OutElement("Own", children=[OutElement("Word", value.contract_reference)])]


PLACE = Table("BG-8", Address, (Leaf("BT-52", "city", "Town"), Const("Scheme/ID", "VAT")))
PERSON = Table("BG-9", Contact, (Leaf("BT-56", "name", "Name"),))
ITEM = Table("BG-1", Note, (Leaf("BT-22", "text", "Body"),))
LINE = Table(
    "BG-25", Line, (Leaf("BT-153", "item_name", "Name"), Leaf("BT-129", "quantity", "Count", DECIMAL)), keep=lookup(ROW)
)
ROWS: tuple[Row, ...] = (
    Leaf("BT-1", "invoice_number", "Head/Number", attrs=(Attr("kind", None, "native.kind"),)),
    Leaf("EX-LEADING-TEXT-ROWS", "leading_text_rows", "Head/Text", many=True),
    Group("BG-8", "buyer.address", "Place", PLACE),
    Group("BG-9", "buyer.contact", "Person", PERSON),
    Group("BG-1", "notes", "Item", ITEM, many=True),
    Group("BG-25", "lines", "Row", LINE, many=True),
    Const("Fixed/Scheme", "S"),
    Leaf("BT-10", "buyer_reference", "Fixed/Said"),
    Pair(("BT-12",), ("contract_reference",), "Own", read_own, write_own),
    Switch(
        "Price",
        "type",
        {"net": Leaf(None, "native.net", "Price"), "gross": Leaf(None, "native.gross", "Price")},
        "net",
    ),
    Leaf("BT-11", "project_reference", "Last/Part", STRIPPED),
    Mirror("Again", "project_reference", STRIPPED),
)
SYNTAX = Syntax("tiny", "doc")
MAPPING = Mapping(Table(None, Invoice, ROWS, keep=lookup(ELEMENTS)), SYNTAX)


def parse(body: str) -> etree._Element:
    return xml.parse(body.encode() if body.startswith("<doc") else f"<doc>{body}</doc>".encode())


def read(body: str | etree._Element, mapping: Mapping = MAPPING) -> ReadResult:
    """Return what the walker says; the compiled reader must agree, or give up."""
    root = parse(body) if isinstance(body, str) else body
    walked = mapping.walk(root)
    try:
        fast, places = read_fast(mapping, root)
    except Slow:
        walked.slow = True
    else:
        assert (fast, walked.findings) == (walked.values, [])
        assert shown(places) == shown(walked.places)
        assert list(fast.get("native", {})) == list(walked.values.get("native", {}))
    assert mapping.read(root).slow == walked.slow
    for path, place in walked.places.items():
        assert place.value, path
    return walked


def native(body: str, *, slow: bool = False) -> dict[str, str]:
    """Return what is kept of *body*, keys without the format; nothing must be lost."""
    result = read(body)
    assert result.findings == []
    assert result.slow == slow
    return {key.removeprefix("tiny:"): text for key, text in result.values.get("native", {}).items()}


def write(value: Model, mapping: Mapping = MAPPING) -> tuple[str, list[Finding]]:
    element, findings = mapping.build(value)
    text = render_xml(element, mapping.syntax)
    try:
        fast, lost = mapping.writer.write(value, None)
    except Slow:
        pass
    else:
        assert (fast.decode().partition("\n")[2], lost) == (text, findings)
    root = etree.tostring(xml.parse(text.encode()), method="c14n").decode()
    return root.removeprefix("<doc>").removesuffix("</doc>") if root.startswith("<doc>") else root, findings


def there_and_back(body: str) -> tuple[str, list[Finding]]:
    return write(Invoice.model_validate(read(body).values))


# -- reading and writing ----------

KEPT: list[tuple[str, str, dict[str, str]]] = [
    # case, body, native
    ("own_attribute", '<doc version="3"/>', {"@version": "3"}),
    ("leaf", "<First>x</First>", {"First": "x"}),
    ("leaf_with_attribute", '<First a="1">x</First>', {"First": "x", "First/@a": "1"}),
    ("attribute_alone", '<First a="1"/>', {"First/@a": "1"}),
    ("second_and_third", "<First>x</First><First>y</First><First>z</First>",
     {"First": "x", "First[2]": "y", "First[3]": "z"}),
    ("subtree", '<Head><Number>1</Number><Extra><Note by="me">a</Note><Note>b</Note></Extra></Head>',
     {"Head/Extra/Note": "a", "Head/Extra/Note/@by": "me", "Head/Extra/Note[2]": "b"}),
    ("attribute_of_a_path_element", '<Head state="new"><Number>1</Number></Head>', {"Head/@state": "new"}),
    ("between_rows", "<Head><Number>1</Number><Remark>r</Remark><Text>t</Text></Head>", {"Head/Remark": "r"}),
    ("behind_the_rows", "<Head><Number>1</Number></Head><Last><Part>1</Part><Whole>2</Whole></Last>",
     {"Last/Whole": "2"}),
    ("a_second_leaf", "<Head><Number>1</Number><Number>2</Number><Number>3</Number><Text>t</Text></Head>",
     {"Head/Number[2]": "2", "Head/Number[3]": "3"}),
    ("a_second_leaf_with_attributes", '<Head><Number>1</Number><Number kind="k" code="c">2</Number></Head>',
     {"Head/Number[2]": "2", "Head/Number[2]/@kind": "k", "Head/Number[2]/@code": "c"}),
    ("blanks_inside", "<First> x\n y </First>", {"First": " x\n y "}),
    ("only_an_attribute_of_the_element", '<doc mode="m"><Head><Number>1</Number></Head></doc>', {"@mode": "m"}),
    ("pair", '<Own><Word x="1">w</Word><Other>o</Other><Sub><A>a</A><B>b</B></Sub></Own><Own><Word>v</Word></Own>',
     {"Own/Word/@x": "1", "Own/Other": "o", "Own/Sub/A": "a", "Own/Sub/B": "b", "Own[2]/Word": "v"}),
]  # fmt: skip

KEPT_SLOWLY: list[tuple[str, str, dict[str, str]]] = [
    # by the walker alone: the compiled reader gives up
    ("attribute_of_a_leaf", '<Head><Number kind="k" code="c">1</Number></Head>',
     {"kind": "k", "Head/Number/@code": "c"}),
    ("second_path_element", "<Head><Number>1</Number></Head><Head><Number>2</Number><Remark>r</Remark></Head>",
     {"Head[2]/Remark": "r", "Head[2]/Number": "2"}),
    ("group", "<Place><Town>t</Town><Street>s</Street></Place>", {"Place/Street": "s"}),
    ("second_group", "<Person><Name>a</Name></Person><Person><Name>b</Name><Title>c</Title></Person>",
     {"Person[2]/Name": "b", "Person[2]/Title": "c"}),
    ("group_of_many", '<Item><Body>a</Body></Item><Item><Body>b</Body><Source page="7">s</Source></Item>',
     {"Item[2]/Source": "s", "Item[2]/Source/@page": "7"}),
    ("out_of_order", "<Last><Part>1</Part></Last><First>x</First>", {"First": "x"}),
    ("out_of_order_below", "<Last><Whole>w</Whole><Part>1</Part></Last>", {"Last/Whole": "w"}),
    ("interrupted", "<First>x</First><Head><Number>1</Number></Head><First>y</First>", {"First": "x", "First[2]": "y"}),
    ("constant_with_attribute", '<Fixed><Scheme v="1">S</Scheme><Said>x</Said></Fixed>', {"Fixed/Scheme/@v": "1"}),
    ("switch", '<Price type="gross" unit="u">2</Price><Price type="gross">3</Price>',
     {"gross": "2", "Price/@unit": "u", "Price[2]/@type": "gross", "Price[2]": "3"}),
    ("mirror", '<Last><Part>1</Part></Last><Again unit="u">1</Again>', {"Again/@unit": "u"}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "kept"), [c[1:] for c in KEPT], ids=[c[0] for c in KEPT])
def test_kept_by_both_readers(body: str, kept: dict[str, str]) -> None:
    assert native(body) == kept


@pytest.mark.parametrize(("body", "kept"), [c[1:] for c in KEPT_SLOWLY], ids=[c[0] for c in KEPT_SLOWLY])
def test_kept_by_the_walker(body: str, kept: dict[str, str]) -> None:
    assert native(body, slow=True) == kept


IN_ORDER = [c for c in (*KEPT, *KEPT_SLOWLY) if "order" not in c[0] and c[0] not in ("interrupted", "mirror")]


@pytest.mark.parametrize("body", [c[1] for c in IN_ORDER], ids=[c[0] for c in IN_ORDER])
def test_woven_back_where_it_stood(body: str) -> None:
    text, findings = there_and_back(body)
    assert findings == []
    wanted = etree.tostring(parse(body), method="c14n").decode()
    # A constant stands with what it belongs to, and a mirror with its value, whether the source had them or not.
    for added in ("<Scheme><ID>VAT</ID></Scheme>", "<Again>1</Again>"):
        text = text.replace(added, "")
    assert etree.tostring(parse(text), method="c14n").decode() == wanted


def test_woven_back_in_the_order_of_the_schema() -> None:
    for body, wanted in (
        ("<Last><Part>1</Part></Last><First>x</First>", "<First>x</First>"),
        ("<Last><Whole>w</Whole><Part>1</Part></Last>", "<Last><Part>1</Part><Whole>w</Whole></Last>"),
    ):
        text, findings = there_and_back(body)
        assert findings == []
        assert wanted in text
        assert not list(order_findings(parse(text), lookup(ELEMENTS), SYNTAX))


def test_a_keeper_below_a_keeper_has_its_own() -> None:
    body = (
        '<Row kind="x"><Name>a</Name><Sub><Part n="1">p</Part><Deep><Bottom>b</Bottom></Deep></Sub></Row>'
        "<Row><Memo>m</Memo><Name>b</Name><Count>2</Count></Row><Row><Memo>n</Memo></Row>"
    )
    result = read(body)
    assert (result.findings, result.slow) == ([], False)
    assert "native" not in result.values
    assert [line["native"] for line in result.values["lines"]] == [
        {"tiny:@kind": "x", "tiny:Sub/Part": "p", "tiny:Sub/Part/@n": "1", "tiny:Sub/Deep/Bottom": "b"},
        {"tiny:Memo": "m"},
        {"tiny:Memo": "n"},
    ]
    place = result.places["lines[0].native.tiny:Sub/Part/@n"]
    assert (place.path, place.line, place.value) == ("/doc/Row[1]/Sub/Part/@n", 1, "1")
    assert there_and_back(body)[0].startswith(body)


def test_places_of_what_is_kept() -> None:
    result = read('<doc>\n<First a="1"> x </First>\n<First>y</First></doc>')
    assert {path: (place.path, place.line, place.value) for path, place in result.places.items()} == {
        "native.tiny:First": ("/doc/First[1]", 2, "x"),
        "native.tiny:First/@a": ("/doc/First[1]/@a", 2, "1"),
        "native.tiny:First[2]": ("/doc/First[2]", 3, "y"),
    }


def test_silent_blank_elements_are_nothing_and_do_not_count() -> None:
    assert native("<First/><First> </First><First a=' '/><Head><Remark/></Head>") == {}
    assert native("<First/><First>x</First><First/><First>y</First>") == {"First": "x", "First[2]": "y"}
    result = read("<Row/><Row><Name/></Row>")
    assert (result.values, result.findings) == ({}, [])


@pytest.mark.parametrize("blank", ["<Number/>", "<Number> </Number>"])
def test_a_leaf_behind_a_blank_one_is_the_first(blank: str) -> None:
    result = read(f"<Head>{blank}<Number>1</Number><Number>2</Number></Head>")
    assert result.values == {"invoice_number": "1", "native": {"tiny:Head/Number[2]": "2"}}


def test_items_of_which_all_is_kept_stand_behind_the_others() -> None:
    body = (
        "<Item/><Item><Source>0</Source></Item><Item><Body>a</Body><Source>1</Source></Item>"
        "<Item><Subject>2</Subject></Item><Item><Body>b</Body><Source>3</Source></Item>"
    )
    result = read(body)
    assert result.values["native"] == {
        "tiny:Item/Source": "1",
        "tiny:Item[2]/Source": "3",
        "tiny:Item[3]/Source": "0",
        "tiny:Item[4]/Subject": "2",
    }
    assert result.places["native.tiny:Item[3]/Source"].path == "/doc/Item[2]/Source"
    text, findings = there_and_back(body)
    assert findings == []
    assert text.startswith(
        "<Item><Body>a</Body><Source>1</Source></Item><Item><Body>b</Body><Source>3</Source></Item>"
        "<Item><Source>0</Source></Item><Item><Subject>2</Subject></Item>"
    )
    assert read(text).values == result.values


def test_a_group_of_which_all_is_kept_stands_behind_the_one_that_is_read() -> None:
    body = (
        "<Person><Title>x</Title></Person><Person><Name>a</Name><Title>y</Title></Person>"
        "<Person><Name>b</Name></Person>"
    )
    result = read(body)
    assert (result.values, result.findings) == (
        {
            "buyer": {"contact": {"name": "a"}},
            "native": {"tiny:Person/Title": "y", "tiny:Person[3]/Title": "x", "tiny:Person[2]/Name": "b"},
        },
        [],
    )
    assert there_and_back(body) == (
        "<Person><Name>a</Name><Title>y</Title></Person><Person><Name>b</Name></Person><Person><Title>x</Title></Person>",
        [],
    )
    assert native("<Person><Title>x</Title></Person><Person><Title>y</Title></Person>", slow=True) == {
        "Person/Title": "x",
        "Person[2]/Title": "y",
    }


def test_what_is_kept_stays_with_the_value_that_is_read() -> None:
    assert native('<Price type="net"/><Price unit="u">2</Price>', slow=True) == {"net": "2", "Price/@unit": "u"}
    kept = native('<Head><Text lang="x"/><Text>a</Text><Text lang="y">b</Text></Head>', slow=True)
    assert kept == {"Head/Text[2]/@lang": "y", "Head/Text[3]/@lang": "x"}


def test_a_second_list_loses_what_it_would_keep() -> None:
    elements = below(List=below(Item=below(Body=leaf(), Source=leaf()), Remark=leaf()))
    mapping = Mapping(
        Table(None, Invoice, (Group("BG-1", "notes", "List/Item", ITEM, many=True),), keep=lookup(elements)), SYNTAX
    )
    result = read(
        "<List><Item><Body>a</Body><Source>s</Source></Item></List>"
        "<List><Item><Body>b</Body><Source>t</Source></Item><Remark>r</Remark></List>",
        mapping,
    )
    assert result.values == {"notes": [{"text": "a"}, {"text": "b"}], "native": {"tiny:List/Item/Source": "s"}}
    assert [(f.code, f.value) for f in result.findings] == [("LOSS-UNMAPPED", "t"), ("LOSS-UNMAPPED", "r")]


UNKNOWN = [
    # case, body, code, words of the message
    ("element", "<Strange>1</Strange>", "LOSS-UNMAPPED", "Strange '1' has no place"),
    ("below_known", "<Head><Number>1</Number><Extra><Odd>1</Odd></Extra></Head>", "LOSS-UNMAPPED", "Odd '1'"),
    ("attribute", '<First b="2"/>', "LOSS-UNMAPPED", "attribute b '2' of First"),
    ("own_attribute", '<doc b="2"/>', "LOSS-UNMAPPED", "attribute b '2' of doc"),
    ("path_attribute", '<Head b="2"><Number>1</Number></Head>', "LOSS-UNMAPPED", "attribute b '2' of Head"),
    ("text_between", "<Last>stray<Whole>1</Whole></Last>", "LOSS-UNMAPPED", "text 'stray' between"),
    ("text_between_kept", "<Head><Extra>stray<Note>1</Note></Extra></Head>", "LOSS-UNMAPPED", "text 'stray' between"),
    ("text_behind_kept", "<Head><Extra><Note>1</Note>stray</Extra></Head>", "LOSS-UNMAPPED", "text 'stray' between"),
    ("wrong_constant", "<Fixed><Scheme>T</Scheme></Fixed>", "LOSS-FIXED", "knows only 'S'"),
    ("second_of_unknown_child", "<Person><Name>a</Name></Person><Person><Odd>b</Odd></Person>", "LOSS-REPEATED", "Odd"),
]


@pytest.mark.parametrize(("body", "code", "words"), [c[1:] for c in UNKNOWN], ids=[c[0] for c in UNKNOWN])
def test_invalid_what_the_format_does_not_know_is_lost(body: str, code: str, words: str) -> None:
    result = read(body)
    (found,) = result.findings
    assert (found.code, found.severity, result.slow) == (code, "warning", True)
    assert words in found.message


def test_the_keeper_need_not_know_what_a_row_takes() -> None:
    mapping = Mapping(
        Table(None, Invoice, (Leaf("BT-1", "invoice_number", "ID"),), keep=lookup(below(X=leaf()))), SYNTAX
    )
    assert read("<ID>1</ID>", mapping).slow is False
    assert read("<X>2</X>", mapping).slow is False
    assert read("<ID>1</ID><X>2</X>", mapping).values == {"invoice_number": "1", "native": {"tiny:X": "2"}}


@pytest.mark.parametrize(
    ("name", "kept", "lost"),
    [
        ("A", {"tiny:A": "a", "tiny:B": "b", "tiny:C": "c", "tiny:C/@x": "2"}, ["1"]),
        ("C", {"tiny:A": "a", "tiny:C": "b", "tiny:C/@x": "1"}, ["c", "2"]),
    ],
)
def test_a_key_that_a_row_takes_is_not_kept_a_second_time(name: str, kept: dict[str, str], lost: list[str]) -> None:
    """A row whose field is named like an element takes the key of that element, wherever the row reads."""
    elements = below(A=leaf(), B=leaf(), C=leaf("x"))
    rows = (Leaf(None, f"native.{name}", "B", attrs=(Attr("x", None, f"native.{name}/@x"),)),)
    result = read(
        '<A>a</A><B x="1">b</B><C x="2">c</C>', Mapping(Table(None, Invoice, rows, keep=lookup(elements)), SYNTAX)
    )
    assert (result.values["native"], result.slow) == (kept, True)
    assert [f.value for f in result.findings] == lost


def test_an_element_table_that_contradicts_itself() -> None:
    """It names a child and does not know it, or knows nothing of an element that a row passes through."""

    @dataclass
    class Names:
        rank: Dictionary[str, int]
        attributes: tuple[str, ...] = ("x",)

    names = {"A": 0, "B": 1, "C": 2}
    rows = (Leaf("BT-1", "invoice_number", "B/ID"),)
    mapping = Mapping(
        Table(None, Invoice, rows, keep=lambda path: {(): Names(names), ("A",): Names({"D": 0})}.get(path)), SYNTAX
    )
    for body in ("<A><D>d</D></A>", "<C>c</C>", "<B><ID>1</ID><Odd>d</Odd></B>", '<B x="y"><ID>1</ID></B>'):
        (found,) = read(body, mapping).findings
        assert found.code == "LOSS-UNMAPPED"
    assert [f.code for f in write(Invoice(native={"tiny:A/D": "d"}), mapping)[1]] == ["LOSS-NO-PLACE"]


@pytest.mark.parametrize(
    "body",
    [
        "<doc><First>a<!-- c -->b</First></doc>",
        "<doc><First><!-- c -->b</First></doc>",
        "<doc><Head><Number>1</Number><Extra><!-- c --><Note>b</Note></Extra></Head></doc>",
        "<doc><!-- c --><First>b</First></doc>",
        "<doc><First>b</First><?p i?></doc>",
    ],
)
def test_comments_in_what_is_kept(body: str) -> None:
    """The parser drops them; a tree made otherwise may have them."""
    root = etree.fromstring(body)
    result = read(root)
    assert result.slow
    kept = [*result.values.get("native", {}).values(), *(f.value for f in result.findings)]
    assert sorted(kept) == sorted({"a", "b"} & set(etree.tostring(root, method="text", encoding="unicode")) - {"1"})


def test_two_rows_of_one_field() -> None:
    elements = below(A=leaf(), B=leaf("k"))
    rows = (
        Leaf("BT-1", "invoice_number", "A"),
        Leaf("BT-1", "invoice_number", "B", attrs=(Attr("k", None, "native.k"),)),
    )
    mapping = Mapping(Table(None, Invoice, rows, keep=lookup(elements)), SYNTAX)
    assert read('<A>1</A><B k="x"/><B>2</B>', mapping).values["native"] == {"tiny:B/@k": "x", "tiny:B[2]": "2"}
    assert read('<B k="x">2</B>', mapping).values == {"invoice_number": "2", "native": {"tiny:k": "x"}}
    result = read("<A>1</A><B>2</B>", mapping)
    assert (result.values, result.findings) == ({"invoice_number": "1", "native": {"tiny:B": "2"}}, [])


def test_equal_ranks_may_take_turns() -> None:
    @dataclass
    class Turns:
        rank: Dictionary[str, int]
        attributes: tuple[str, ...] = ()

    def keep(path: tuple[str, ...]) -> Turns | None:
        return Turns({} if path else {"A": 0, "B": 1, "C": 1})

    mapping = Mapping(Table(None, Invoice, (Leaf("BT-1", "invoice_number", "B"),), keep=keep), SYNTAX)
    body = "<A>0</A><B>1</B><C>2</C><B>3</B><C>4</C>"
    result = read(body, mapping)
    assert (result.values["invoice_number"], result.slow) == ("1", True)
    assert write(Invoice.model_validate(result.values), mapping) == (body, [])


def test_a_pair_below_a_group_without_keep_keeps_with_the_keeper() -> None:
    def take(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
        scope.keep_all(nodes[0])
        values["city"] = nodes[0].text

    place = Table("BG-8", Address, (Pair((), ("city",), "Town", take, lambda value, scope, at: []),))
    mapping = Mapping(
        Table(None, Invoice, (Group("BG-8", "buyer.address", "Place", place),), keep=lookup(ELEMENTS)), SYNTAX
    )
    result = read("<Place><Town>t</Town></Place>", mapping)
    assert (result.values["native"], result.slow) == ({"tiny:Place/Town": "t"}, True)


def test_elements_that_a_pair_keeps_stand_behind_those_that_it_takes() -> None:
    def take(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
        for node in nodes:
            if node.attributes.get("type") != "net":
                scope.keep_all(node)
                continue
            values.setdefault("leading_text_rows", []).append(node.text)
            scope.keep_attribute(node, "unit")

    def put(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
        return [OutElement("Price", text, {"type": "net"}) for text in value.leading_text_rows]

    rows = (Pair((), ("leading_text_rows",), "Price", take, put),)
    mapping = Mapping(Table(None, Invoice, rows, keep=lookup(ELEMENTS)), SYNTAX)
    body = (
        '<Price>1</Price><Price type="net" unit="b">2</Price><Price/><Price type="x"> 3 </Price>'
        '<Price type="net" unit="d">4</Price>'
    )
    result = read(body, mapping)
    assert (result.slow, result.findings) == (False, [])
    assert result.values == {
        "leading_text_rows": ["2", "4"],
        "native": {
            "tiny:Price/@unit": "b",
            "tiny:Price[2]/@unit": "d",
            "tiny:Price[3]": "1",
            "tiny:Price[4]": " 3 ",
            "tiny:Price[4]/@type": "x",
        },
    }
    assert result.places["native.tiny:Price[3]"].path == "/doc/Price[1]"
    text, findings = write(Invoice.model_validate(result.values), mapping)
    assert (read(text, mapping).values, findings) == (result.values, [])


def test_a_pair_may_read_a_table_that_keeps() -> None:
    def take(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
        values["lines"] = [scope.read(LINE, node, f"{at}lines[{n}].") for n, node in enumerate(nodes)]
        scope.keep_attribute(nodes[-1], "kind")

    def put(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
        return [scope.write(LINE, line, "Row", f"{at}lines[{n}].") for n, line in enumerate(value.lines)]

    rows = (Pair(("BG-25",), ("lines",), "Row", take, put, (LINE,)),)
    mapping = Mapping(Table(None, Invoice, rows, keep=lookup(ELEMENTS)), SYNTAX)
    body = '<Row><Memo>a</Memo></Row><Row kind="k"><Memo>b</Memo></Row>'
    result = read(body, mapping)
    assert (result.slow, result.findings) == (False, [])
    assert result.values == {
        "lines": [{"native": {"tiny:Memo": "a"}}, {"native": {"tiny:@kind": "k", "tiny:Memo": "b"}}],
        "native": {"tiny:Row[2]/@kind": "k"},
    }
    assert write(Invoice.model_validate(result.values), mapping) == (body, [])


def test_without_a_keeper_what_a_pair_would_keep_is_lost() -> None:
    result = read('<Own><Word x="1">w</Word><Other>o</Other><Sub/></Own>', Mapping(Table(None, Invoice, ROWS), SYNTAX))
    assert [(f.code, f.value) for f in result.findings] == [("LOSS-UNMAPPED", "1"), ("LOSS-UNMAPPED", "o")]


def test_json_keeps_all_that_its_reader_hands_over() -> None:
    source = {"First": "x", "Extra": [{"Memo": "m"}, {"Memo": "n", "Codes": ["a", "b"]}], "Off": False, "No": None}
    result = MAPPING.walk(JsonNode("", source))
    assert not result.findings
    assert result.values["native"] == {
        "tiny:First": "x",
        "tiny:Extra/Memo": "m",
        "tiny:Extra[2]/Memo": "n",
        "tiny:Extra[2]/Codes": "a",
        "tiny:Extra[2]/Codes[2]": "b",
        "tiny:Off": "false",
    }
    assert result.places["native.tiny:Extra[2]/Codes[2]"].path == "/Extra/1/Codes/1"


def test_invalid_tables_that_cannot_keep() -> None:
    with pytest.raises(ValueError, match="no field 'native'"):
        Mapping(Table(None, Address, (), keep=lookup(ELEMENTS)), SYNTAX)
    with pytest.raises(ValueError, match="fold case"):
        Mapping(Table(None, Invoice, ROWS), Syntax("tiny", "doc", fold=True))


# -- writing what anybody wrote into native ----------

HOSTILE = [
    "../..", "First[0]", "First[1]", "[999999999]", "First[-1]", "First[2", "First]2[", "First[２]", "First[1e3]", "",
    "/", "//", "First/", "/First", "First//a", "@", "@version/First", "First/@a/x", "First/@", "Strange",
    "First/Strange",     "First/@strange", "@strange", "Row/Strange", "First\x00", "Fi\nrst", "<First>", "First a='1'",
    "First[1000000000]",
    "x" * 5000, "First/" * 5000, "\ud800", "Head/Number/Odd", "tiny:First", "First/tiny:_a", "{format}",
]  # fmt: skip


@pytest.mark.parametrize("key", HOSTILE, ids=[ascii(key)[:20] for key in HOSTILE])
def test_invalid_hostile_keys_are_named_as_lost(key: str) -> None:
    text, findings = write(Invoice(invoice_number="1", native={f"tiny:{key}": "hostile"}))
    (found,) = findings
    assert (found.code, found.severity, found.value) == ("LOSS-NO-PLACE", "warning", "hostile")
    assert found.model_path == f"native.tiny:{key}"
    assert "is not carried: " in found.message
    assert len(found.message) < 1500
    assert found.message.isprintable()
    assert "hostile" not in text
    assert "<Number>1</Number>" in text
    with pytest.raises(Slow):
        MAPPING.writer.write(Invoice(native={f"tiny:{key}": "hostile"}), None)


@given(st.text("FirstHeadNumber[]/@_:019.\x00\n", max_size=20), st.text(max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_key_and_text_is_written_or_named(key: str, value: str) -> None:
    text, findings = write(Invoice(native={f"tiny:{key}": value}))
    if not findings and not key.startswith("_") and value.strip(" \t\r\n"):
        again = read(text)
        assert value.replace("\r\n", "\n") in (*again.values.get("native", {}).values(), *again.values.values())


def test_a_position_beyond_the_end_is_behind_the_last() -> None:
    kept = {"tiny:First[999999999]": "c", "tiny:First[7]": "b", "tiny:Head/Number[3]": "2", "tiny:First": "a"}
    text, findings = write(Invoice(invoice_number="1", native=kept))
    assert findings == []
    assert text.startswith("<First>a</First><First>b</First><First>c</First>")
    assert "<Number>1</Number><Number>2</Number>" in text


def test_what_the_invoice_states_wins() -> None:
    kept = {"tiny:Head/Number": "2", "tiny:Head/Number/@kind": "b", "tiny:kind": "a", "tiny:Fixed/Scheme": " S "}
    text, findings = write(Invoice(invoice_number="1", native=kept))
    assert '<Number kind="a">1</Number>' in text
    assert [(f.code, f.severity, f.model_path) for f in findings] == [
        ("LOSS-NATIVE", "info", "native.tiny:Head/Number/@kind"),
        ("LOSS-NATIVE", "info", "native.tiny:Head/Number"),
    ]
    assert findings[1].message == ("tiny Head/Number '2' is not carried: it is stated otherwise by the invoice, as '1'")


def test_a_text_beside_elements_has_no_place() -> None:
    kept = {"tiny:Head": "x", "tiny:Last": "y", "tiny:Last/Whole": "1", "tiny:Head/Number/Odd": "z"}
    text, findings = write(Invoice(invoice_number="1", native=kept))
    assert [(f.code, f.model_path) for f in findings] == [
        ("LOSS-NO-PLACE", "native.tiny:Head/Number/Odd"),
        ("LOSS-NO-PLACE", "native.tiny:Head"),
        ("LOSS-NO-PLACE", "native.tiny:Last"),
    ]
    assert text.endswith("<Last><Whole>1</Whole></Last>")


def test_elements_beside_a_text_have_no_place() -> None:
    elements = below(ID=below(Inner=below("a", Deep=leaf())))
    mapping = Mapping(Table(None, Invoice, (Leaf("BT-1", "invoice_number", "ID"),), keep=lookup(elements)), SYNTAX)
    kept = {"tiny:ID/Inner": "x", "tiny:ID/Inner/@a": "y", "tiny:ID/Inner/Deep": "z"}
    text, findings = write(Invoice(invoice_number="1", native=kept), mapping)
    assert text == "<ID>1</ID>"
    assert [(f.code, f.model_path) for f in findings] == [
        ("LOSS-NO-PLACE", "native.tiny:ID/Inner"),
        ("LOSS-NO-PLACE", "native.tiny:ID/Inner/@a"),
        ("LOSS-NO-PLACE", "native.tiny:ID/Inner/Deep"),
    ]


def test_characters_that_xml_forbids_are_left_out() -> None:
    text, findings = write(Invoice(native={"tiny:First": "a\x01b", "tiny:First/@a": "\x02", "tiny:First[2]": "\ud800"}))
    assert text == "<First>ab</First>"
    assert [f.code for f in findings] == ["LOSS-CHARACTER"] * 3


def test_silent_notes_and_rows_are_not_woven() -> None:
    text, findings = write(Invoice(native={"tiny:_note": "n", "tiny:net": "5", "tiny:First": " "}))
    assert (text, findings) == ('<Price type="net">5</Price>', [])


def test_created_elements_get_their_constants() -> None:
    text, findings = write(Invoice(native={"tiny:Place/Street": "s", "tiny:Place[2]/Street": "t"}))
    assert findings == []
    assert text.startswith(
        "<Place><Street>s</Street><Scheme><ID>VAT</ID></Scheme></Place><Place><Street>t</Street></Place>"
    )


def test_a_table_of_another_version_has_no_such_element() -> None:
    older = below(Head=below(Number=leaf()))
    mapping = Mapping(
        Table(None, Invoice, (Leaf("BT-1", "invoice_number", "Head/Number"),), keep=lookup(older)), SYNTAX
    )
    text, findings = write(Invoice(invoice_number="1", native={"tiny:First": "x", "tiny:Head/@state": "y"}), mapping)
    assert text == "<Head><Number>1</Number></Head>"
    assert [f.message for f in findings] == [
        "tiny First 'x' is not carried: this version of the format has no such element",
        "tiny Head/@state 'y' is not carried: this version of the format has no such attribute",
    ]
    gone = Mapping(Table(None, Invoice, (), keep=lambda path: None), SYNTAX)
    assert [f.code for f in write(Invoice(native={"tiny:First": "x"}), gone)[1]] == ["LOSS-NO-PLACE"]


def test_another_format_names_what_was_kept() -> None:
    other = Mapping(Table(None, Invoice, (Group("BG-25", "lines", "Row", LINE, many=True),)), Syntax("other", "doc"))
    invoice = Invoice(native={"tiny:Head/Extra/Note": "Vaasa"}, lines=(Line(native={"tiny:Memo": "m"}),))
    _, findings = other.build(invoice)
    assert [(f.code, f.message) for f in findings] == [
        ("LOSS-NATIVE", "tiny Head/Extra/Note 'Vaasa' is not carried: it means something to tiny only"),
        ("LOSS-NATIVE", "lines[0] tiny Memo 'm' is not carried: it means something to tiny only"),
    ]


def test_an_element_may_nest_in_itself_but_not_for_ever() -> None:
    @dataclass
    class Nest:
        rank: Dictionary[str, int]
        attributes: tuple[str, ...] = ()

    mapping = Mapping(Table(None, Invoice, (), keep=lambda path: Nest({"A": 0})), SYNTAX)
    body = "<A>" * 50 + "x" + "</A>" * 50
    result = read(body, mapping)
    assert (result.values, result.slow) == ({"native": {"tiny:" + "/".join("A" * 50): "x"}}, False)
    assert write(Invoice.model_validate(result.values), mapping) == (body, [])
    (found,) = write(Invoice(native={"tiny:" + "/".join("A" * 100_000): "x"}), mapping)[1]
    assert found.code == "LOSS-NO-PLACE"


def test_a_kept_loss_is_named_by_its_own_key() -> None:
    original = Invoice(native={"tiny:First": "a", "tiny:First[2]": "b", "other:First": "c"})
    found = compare(original, original, Invoice(), Account("tiny", {}), ["native.tiny:First"])
    assert [(f.model_path, f.message) for f in found] == [
        ("native.tiny:First[2]", "tiny First[2] 'b' is not carried: tiny gives it and does not take it"),
        ("native.other:First", "other First 'c' is not carried: it means something to other only"),
    ]
    assert compare(original, original, Invoice(), Account("tiny", {}), ["native.tiny:First", "native"]) == found
    lines = Invoice(lines=(Line(native={"tiny:A[2]": "x"}),))
    assert compare(lines, lines, Invoice(), Account("tiny", {}), ["lines[0]"]) == []


def test_keys() -> None:
    assert parse_key("A") == ((("A", 1),), None)
    assert parse_key("A[12]/B/@c:d") == ((("A", 12), ("B", 1)), "c:d")
    assert parse_key("@x") == ((), "x")
    assert parse_key("A[999999999]") == ((("A", 999999999),), None)
    assert parse_key("A[1000000000]") is None


def test_many_keys_take_no_time_that_grows_with_their_square() -> None:
    invoice = Invoice(native={f"tiny:First[{n}]": "x" for n in range(2, 20_000)})
    text, findings = write(invoice)
    assert (text.count("<First>"), findings) == (19_998, [])


# -- any document of the format ----------

TEXTS = st.text("ab <&\n\"'ä", min_size=0, max_size=4)
MANY = ("Item", "Row", "Text", "First", "Note", "Part")


@st.composite
def documents(draw: st.DrawFn, strange: bool = False) -> str:
    """Draw a document: any element of `ELEMENTS` any number of times, mostly once, mostly in order."""

    def attributes(element: Element) -> str:
        names = draw(st.lists(st.sampled_from(element.attributes), unique=True)) if element.attributes else []
        return "".join(f' {name}="{escape(draw(TEXTS))}"' for name in names)

    def content(name: str, element: Element) -> str:
        opening = f"<{name}{attributes(element)}>"
        if not element.children:
            text = str(draw(st.integers(0, 99))) if name == "Count" else escape(draw(TEXTS))
            return f"{opening}{text}</{name}>"
        return f"{opening}{children(element)}</{name}>"

    def children(element: Element) -> str:
        names = draw(st.lists(st.sampled_from(list(element.children)), max_size=6))
        if not strange or draw(st.booleans()):
            names.sort(key=element.rank.__getitem__)
        if not strange and draw(st.booleans()):
            names = [name for name, before in zip(names, ["", *names], strict=False) if name != before or name in MANY]
        found = [content(name, element.children[name]) for name in names]
        if strange and draw(st.integers(0, 9)) == 0:
            found.insert(0, '<Strange a="1">2</Strange>')
        return "".join(found)

    return content("doc", ELEMENTS)


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("\n", "&#10;")


def leaves(element: etree._Element, above: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path, without positions, and the text of all that stands at and below *element*."""
    path = f"{above}/{element.tag}"
    if not len(element) and (element.text or "").strip(" \t\r\n"):
        yield path, element.text or ""
    for name, text in element.attrib.items():
        if text.strip(" \t\r\n"):
            yield f"{path}/@{name}", text
    for child in element:
        yield from leaves(child, path)


CONSTANT = {("/doc/Fixed/Scheme", "S"), ("/doc/Place/Scheme/ID", "VAT")}


def stated(element: etree._Element) -> Counter[tuple[str, str]]:
    found = Counter((path, text.strip() if path in STRIPPED_PATHS else text) for path, text in leaves(element))
    return Counter({key: count for key, count in found.items() if key not in CONSTANT})


def told(findings: list[Finding]) -> list[Finding]:
    return [f for f in findings if f.code != "EI-READ-VALUE"]


@given(documents(strange=True))
@settings(max_examples=400, deadline=None)
def test_everything_comes_back_or_is_named(body: str) -> None:
    root = xml.parse(body.encode())
    result = read(root)
    text, findings = write(Invoice.model_validate(result.values))
    back = parse(text)
    named = Counter(f.value for f in (*result.findings, *findings))
    lost = stated(root) - stated(back)
    for (path, value), count in lost.items():
        assert named[value] + named[value.strip()] >= count or path in MIRRORED, (path, value, named)
    added = stated(back) - stated(root)
    assert all(path in (*MIRRORED, "/doc/Price/@type") for path, _ in added), added


STRIPPED_PATHS = ("/doc/Own/Word", "/doc/Last/Part", "/doc/Again")

MIRRORED = ("/doc/Again", "/doc/Last/Part")
"""A mirror fills the value that it repeats, and is written whenever that is stated."""


@given(documents())
@settings(max_examples=300, deadline=None)
def test_what_was_written_reads_the_same(body: str) -> None:
    root = xml.parse(body.encode())
    result = read(root)
    # The pair joins what stands in several words, and so may a leaf whose attributes have rows.
    joined = [e for e in (*root.iter("Word"), *root.iter("Number")) if not (e.text or "").strip() and e.attrib]
    if result.findings or joined:
        return
    text, findings = write(Invoice.model_validate(result.values))
    again = read(text)
    if not findings:
        assert again.values == result.values
        assert write(Invoice.model_validate(again.values)) == (text, [])


# -- the order of the schema ----------

ORDER = lookup(ELEMENTS)


def misplaced(body: str) -> list[tuple[str | None, str, str | None]]:
    found = list(order_findings(parse(body), ORDER, SYNTAX))
    assert {(f.code, f.severity, f.layer) for f in found} <= {("EI-ELEMENT-ORDER", "warning", "input")}
    assert all(f.line for f in found)
    return [(f.path, f.message, f.fix) for f in found]


def test_order_findings() -> None:
    assert misplaced("<First/><First/><Head><Number/><Text/></Head><Row/><Row/>") == []
    assert misplaced("<Head/><First/>") == [
        ("/doc/First", "First stands behind Head, the schema wants it before", "move First before Head")
    ]
    assert (
        misplaced("<Head><Number/><Extra><Note/></Extra><Remark/></Head><Row><Count/><Sub/><Name/></Row>")
        == [
            ("/doc/Head/Remark", "Remark stands behind Extra, the schema wants it before", "move Remark before Extra"),
            ("/doc/Row/Count", "Count stands before Sub, the schema wants it behind", "move Count behind Sub"),
            ("/doc/Row/Name", "Name stands behind Sub, the schema wants it before", "move Name before Sub"),
        ]
        or len(misplaced("<Row><Count/><Sub/><Name/></Row>")) == 2
    )


def test_order_names_as_few_as_possible() -> None:
    assert misplaced("<Last/><First/><Head/><Place/><Row/>") == [
        ("/doc/Last", "Last stands before Row, the schema wants it behind", "move Last behind Row")
    ]
    assert [path for path, *_ in misplaced("<First/><Row/><Head/><Row/><Last/>")] == ["/doc/Head"]


def test_order_passes_over_what_is_unknown() -> None:
    assert misplaced("<Row/><Strange><B/><A/></Strange><Last/>") == []
    assert len(misplaced("<Strange/><Row/><Strange/><First/>")) == 1
    assert list(order_findings(parse("<A/>"), lambda path: None, SYNTAX)) == []


@given(documents(strange=True))
@settings(max_examples=300, deadline=None)
def test_the_compiled_reader_takes_no_document_out_of_order(body: str) -> None:
    root = xml.parse(body.encode())
    found = list(order_findings(root, ORDER, SYNTAX))
    sorted_everywhere = all(
        ranks[left.tag] <= ranks[right.tag]
        for element, ranks in ranked(root, ELEMENTS)
        for left, right in pairwise(child for child in element if child.tag in ranks)
    )
    assert bool(found) != sorted_everywhere
    outside_pairs = [
        f for f in found if "/Own" not in (f.path or "").replace("/doc/Own", "", 0) or f.path == "/doc/Own"
    ]
    if outside_pairs:
        assert MAPPING.read(root).slow


def ranked(root: etree._Element, known: Element) -> Iterator[tuple[etree._Element, Dictionary[str, int]]]:
    yield root, known.rank
    for child in root:
        if child.tag in known.children:
            yield from ranked(child, known.children[str(child.tag)])


# -- the currency of the document ----------


@pytest.mark.parametrize(
    ("path", "body", "currency"),
    [
        ("Total/@currency", "<Total currency=' EUR '>1</Total>", "EUR"),
        ("A/Total/@currency", "<A><Total currency='SEK'/></A>", "SEK"),
        ("@currency", "<doc currency='NOK'/>", "NOK"),
        ("Total/@currency", "<Total>1</Total>", None),
        ("Total/@currency", "<A/>", None),
        ("Total", "<Total>EUR</Total>", "EUR"),
    ],
)
def test_the_currency_may_be_an_attribute(path: str, body: str, currency: str | None) -> None:
    mapping = Mapping(Table(None, Invoice, ()), Syntax("tiny", "doc", currency=path))
    assert mapping.currency_of(parse(body)) == currency
