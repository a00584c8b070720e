"""One view of XML, folded XML and JSON; escaping; rendering."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from einvoice import xml
from einvoice.formats.mapping.nodes import (
    JsonNode,
    OutElement,
    Syntax,
    XmlNode,
    escape_attribute,
    escape_text,
    forbidden_characters,
    namespace_declarations,
    render_json,
    render_xml,
)

URI = "urn:example:"
NAMESPACED = Syntax("example", "Doc", {"": f"{URI}doc", "a": f"{URI}a"})
PLAIN = Syntax("example", "doc")
FOLDED = Syntax("example", "doc", fold=True)


def node(text: str, syntax: Syntax = PLAIN) -> XmlNode:
    return XmlNode(xml.parse(text.encode()), syntax)


NAMES = [
    # case                      syntax      wire name   tag
    ("valid_prefixed",          NAMESPACED, "a:ID",     f"{{{URI}a}}ID"),
    ("valid_of_the_root",       NAMESPACED, "Doc",      f"{{{URI}doc}}Doc"),
    ("valid_without_namespace", PLAIN,      "ID",       "ID"),
]  # fmt: skip


@pytest.mark.parametrize(("syntax", "name", "tag"), [c[1:] for c in NAMES], ids=[c[0] for c in NAMES])
def test_names_go_both_ways(syntax: Syntax, name: str, tag: str) -> None:
    assert syntax.qualify(name) == tag
    assert syntax.wire_name(tag) == name


def test_names_of_other_namespaces_stay_whole() -> None:
    assert NAMESPACED.wire_name("{urn:foreign}ID") == "{urn:foreign}ID"
    assert NAMESPACED.wire_name("ID") == "ID"


def test_folded_names_are_lower_case() -> None:
    root = node('<DOC Type="Net"><Child/></DOC>', FOLDED)
    assert (root.name, root.attributes, root.children[0].name) == ("doc", {"type": "Net"}, "child")


def test_an_element_shows_what_it_holds() -> None:
    root = node("<doc>\n  <a x='1'>text</a>\n  <a/>\n</doc>")
    first, second = root.children
    assert (first.text, first.attributes, first.path, first.line) == ("text", {"x": "1"}, "/doc/a[1]", 2)
    assert (second.text, second.children, second.path) == (None, [], "/doc/a[2]")


def test_attributes_of_xsi_and_xml_carry_no_data() -> None:
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    root = node(f'<doc xmlns:i="{xsi}" xmlns:f="urn:f" i:nil="true" xml:lang="fi" f:x="1" x="2"/>')
    assert root.attributes == {"{urn:f}x": "1", "x": "2"}


def test_stray_text_is_what_stands_between_the_children() -> None:
    assert node("<doc> one <a>own</a> two\n<b/> </doc>").stray_text == "one two"
    assert node("<doc>\n <a/>\n</doc>").stray_text == ""


# -- JSON ----------


def test_json_arrays_are_repeated_children() -> None:
    root = JsonNode("", {"lines": [{"id": "1"}, {"id": "2"}], "number": "7"})
    assert [(c.name, c.path) for c in root.children] == [
        ("lines", "/lines/0"),
        ("lines", "/lines/1"),
        ("number", "/number"),
    ]
    assert [c.text for c in root.children[1].children] == ["2"]


TEXTS = [
    ("valid_text", "a", "a"),
    ("valid_number", 12, "12"),
    ("valid_true", True, "true"),
    ("valid_false", False, "false"),
    ("silent_null", None, None),
    ("silent_object", {"a": 1}, None),
    ("silent_array", [1], None),
]


@pytest.mark.parametrize(("value", "text"), [c[1:] for c in TEXTS], ids=[c[0] for c in TEXTS])
def test_text_of_a_json_value(value: object, text: str | None) -> None:
    assert JsonNode("x", value).text == text


def test_json_pointers_escape_their_special_characters() -> None:
    """RFC 6901: a tilde is ~0, a slash ~1, the tilde first."""
    root = JsonNode("", {"a/b": {"m~n": {"~1": "deep"}}})
    inner = root.children[0].children[0].children[0]
    assert (root.path, inner.path, inner.text) == ("/", "/a~1b/m~0n/~01", "deep")


def test_json_nodes_have_no_lines_and_no_attributes() -> None:
    found = JsonNode("", {"a": 1}).children[0]
    assert (found.line, dict(found.attributes), found.stray_text) == (None, {}, "")


# -- escaping ----------

ESCAPED = [
    # case                    text          as text             as attribute
    ("valid_plain",           "abc äö€",    "abc äö€",          "abc äö€"),
    ("valid_markup",          "a<b>&c",     "a&lt;b&gt;&amp;c", "a&lt;b&gt;&amp;c"),
    ("valid_end_of_cdata",    "]]>",        "]]&gt;",           "]]&gt;"),
    ("valid_quotes",          "\"'",        "\"'",              "&quot;'"),
    ("valid_entity_text",     "&lt;",       "&amp;lt;",         "&amp;lt;"),
    ("valid_line_break",      "a\nb\tc",    "a\nb\tc",          "a&#10;b&#9;c"),
    ("valid_carriage_return", "a\rb",       "a&#13;b",          "a&#13;b"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "attribute"), [c[1:] for c in ESCAPED], ids=[c[0] for c in ESCAPED])
def test_escaping(text: str, content: str, attribute: str) -> None:
    assert escape_text(text) == content
    assert escape_attribute(text) == attribute


XML_TEXT = st.text(st.characters(codec="utf-8").filter(lambda c: not forbidden_characters().match(c)), max_size=20)


@given(XML_TEXT, XML_TEXT)
def test_what_is_escaped_is_read_as_it_was(text: str, value: str) -> None:
    data = render_xml(OutElement("doc", text, {"x": value}), PLAIN).encode()
    root = etree.fromstring(data)
    assert (root.text or "", root.get("x")) == (text, value)


@given(st.characters())
def test_forbidden_characters_are_those_that_a_parser_refuses(character: str) -> None:
    forbidden = bool(forbidden_characters().search(character))
    try:
        root = etree.fromstring(f"<a>&#{ord(character)};</a>".encode())
    except etree.XMLSyntaxError:
        assert forbidden
    else:
        assert not forbidden
        assert root.text == character


# -- rendering ----------


def test_an_element_is_rendered_with_its_children_indented() -> None:
    element = OutElement(
        "Doc",
        children=[
            OutElement("a:ID", "1", {"k": "<"}),
            OutElement("a:Empty"),
            OutElement("Group", children=[OutElement("x", "y")]),
        ],
    )
    assert render_xml(element, NAMESPACED) == (
        '<Doc xmlns="urn:example:doc" xmlns:a="urn:example:a">\n'
        '  <a:ID k="&lt;">1</a:ID>\n'
        "  <a:Empty/>\n"
        "  <Group>\n"
        "    <x>y</x>\n"
        "  </Group>\n"
        "</Doc>\n"
    )


def test_namespaces_are_declared_once_and_in_order() -> None:
    assert namespace_declarations(NAMESPACED) == ' xmlns="urn:example:doc" xmlns:a="urn:example:a"'
    assert namespace_declarations(PLAIN) == ""


def test_json_is_rendered_with_arrays_where_they_are_wanted() -> None:
    element = OutElement(
        "",
        children=[
            OutElement("number", "7"),
            OutElement("line", children=[OutElement("id", "1")]),
            OutElement("line", children=[OutElement("id", "2")]),
        ],
    )
    value = render_json(element, frozenset({"line"}))
    assert value == {"number": "7", "line": [{"id": "1"}, {"id": "2"}]}
    assert list(value) == ["number", "line"]


def test_one_item_of_an_array_is_still_an_array() -> None:
    element = OutElement("", children=[OutElement("line", "a")])
    assert render_json(element, frozenset({"line"})) == {"line": ["a"]}
    assert render_json(element) == {"line": "a"}


@given(
    st.recursive(st.text(max_size=5), lambda inner: st.dictionaries(st.text(min_size=1, max_size=4), inner, max_size=3))
)
def test_pointers_lead_to_their_values(value: object) -> None:
    """Every path of a node, followed from the root, ends at the value of the node."""

    def check(found: JsonNode) -> None:
        here = value
        for step in found.path.split("/")[1:] if found.path != "/" or found.name else []:
            assert isinstance(here, Mapping)
            here = here[step.replace("~1", "/").replace("~0", "~")]
        assert here == found.origin
        for child in found.children:
            check(child)

    check(JsonNode("", json.loads(json.dumps(value))))
