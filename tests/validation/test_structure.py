"""Content models as read from schemas, and the children that do not fit them."""

import pytest

from einvoice import xml
from einvoice.validation import schema
from einvoice.validation.structure import Content, Grammar, Slot, check_children, wire_name

CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"
INVOICE = "{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice"


def grammar(rules, kind):
    return Grammar.load(schema.SCHEMAS[rules].path_of(kind))


def test_ubl_grammar():
    found = grammar("ubl-2.1", "Invoice")
    content = found.content_of([INVOICE])
    assert content.order == "sequence"
    assert [wire_name(s.name) for s in content.slots][:4] == [
        "ext:UBLExtensions", "cbc:UBLVersionID", "cbc:CustomizationID", "cbc:ProfileID"
    ]  # fmt: skip
    line = next(s for s in content.slots if s.name == f"{CAC}InvoiceLine")
    assert (line.least, line.most) == (1, None)
    below = found.content_of([INVOICE, f"{CAC}InvoiceLine", f"{CAC}Item", f"{CAC}ClassifiedTaxCategory"])
    assert f"{CBC}Percent" in [s.name for s in below.slots]
    assert found.content_of([INVOICE, f"{CBC}ID"]) is None
    assert found.content_of([INVOICE, f"{CAC}Nothing"]) is None
    assert found.content_of(["Invoice"]) is None


ORDERS = [
    # schema   path                                                          order
    ("import", ["root", "salesinvoice"],                                     "sequence"),
    ("import", ["root", "salesinvoice", "invoicelines", "invoiceline"],      "choice"),
    ("export", ["root"],                                                     "all"),
    ("export", ["root", "salesinvoices"],                                    "any"),
    ("export", ["root", "salesinvoices", "salesinvoice"],                    "all"),
    ("batch",  ["root", "salesinvoicebatch", "items", "item", "itemdata"],   "choice"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "path", "order"), ORDERS)
def test_netvisor_grammar(kind, path, order):
    assert grammar("netvisor", kind).content_of(path).order == order


def test_every_aggregate_of_our_schemas_has_a_content_model():
    """A model that the grammar does not know would be explained in libxml2's words."""
    for kind in schema.SCHEMAS["netvisor"].files:
        found = grammar("netvisor", kind)
        root = xml.parse(schema.SCHEMAS["netvisor"].path_of(kind).read_bytes())
        types = list(root.iterchildren("{http://www.w3.org/2001/XMLSchema}complexType"))
        assert types and all(node.get("name") in found.contents for node in types)


def slots(text):
    """Return the slots that *text* describes: a name, `?` optional, `*` any number, `+` at least one."""
    bounds = {"?": (0, 1), "*": (0, None), "+": (1, None)}
    return tuple(Slot(word.rstrip("?*+"), *bounds.get(word[-1], (1, 1)), None) for word in text.split())


MISPLACED = "stands in the wrong place in r, expected"
CHILDREN = [
    # case, order, content model, children, then what is wrong, and the children put right
    ("valid_sequence", "sequence", "a b? c* d", "a c c d", [], "a c c d"),
    ("invalid_missing_first", "sequence", "a b? c", "c", ["r: a is missing in r, expected before c"], "a c"),
    ("invalid_missing_last", "sequence", "a b? c", "a b", ["r: c is missing in r"], "a b c"),
    ("invalid_empty", "sequence", "a b? c+", "", ["r: a is missing in r", "r: c is missing in r"], "a c"),
    ("invalid_unknown", "sequence", "a b?", "a x", ["x: x is not known in r"], "a"),
    ("invalid_repeated", "sequence", "a b?", "a a b", ["a: a stands 2 times in r, expected at most once"], "a b"),
    ("invalid_first_at_the_end", "sequence", "a b c", "b c a", [f"a: a {MISPLACED} before b"], "a b c"),
    ("invalid_last_in_front", "sequence", "a b c", "c a b", [f"c: c {MISPLACED} after b"], "a b c"),
    ("invalid_two_swapped", "sequence", "a b? c d", "a c b d", [f"c: c {MISPLACED} after b and before d"], "a b c d"),
    ("invalid_group_torn_apart", "sequence", "a* b", "a b a", [f"b: b {MISPLACED} after a"], "a a b"),
    ("valid_all", "all", "a? b? c?", "c a", [], "c a"),
    ("invalid_all_repeated", "all", "a? b?", "a b a", ["a: a stands 2 times in r, expected at most once"], "a b"),
    ("invalid_all_unknown", "all", "a? b?", "x b", ["x: x is not known in r"], "b"),
    ("valid_choice", "choice", "a b", "b", [], "b"),
    ("invalid_choice_of_none", "choice", "a b", "", ["r: r lacks its content, expected a or b"], ""),
    ("invalid_choice_of_two", "choice", "a b", "a b", ["b: b is one too many in r, expected a or b"], "a"),
    ("valid_any", "any", "a* b*", "b a b", [], "b a b"),
    ("invalid_any_unknown", "any", "a* b*", "b x a", ["x: x is not known in r"], "b a"),
]


@pytest.mark.parametrize(
    ("case", "order", "model", "children", "misfits", "right"), CHILDREN, ids=[c[0] for c in CHILDREN]
)
def test_children(case, order, model, children, misfits, right):
    parent = xml.parse(f"<r>{''.join(f'<{name}/>' for name in children.split())}</r>".encode())
    found, kept = check_children(parent, Content(order, slots(model)), lambda element: element.tag)
    assert sorted(f"{m.element.tag}: {m.message}" for m in found) == sorted(misfits)
    assert " ".join(item if isinstance(item, str) else item.tag for item in kept) == right
    assert all(m.fix for m in found)


XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r" type="R"/>
  <xs:complexType name="R"><xs:choice>
    <xs:sequence>
      <xs:element name="a" type="xs:string" minOccurs="0"/>
      <xs:element name="b" type="B" minOccurs="0"/>
      <xs:element name="c" type="xs:string" minOccurs="0"/>
    </xs:sequence>
    <xs:element name="s" type="R" minOccurs="0" maxOccurs="unbounded"/>
  </xs:choice><xs:attribute name="k" type="Kind"/></xs:complexType>
  <xs:complexType name="B"><xs:simpleContent><xs:extension base="Amount">
    <xs:attribute name="kind" type="Kind"/>
  </xs:extension></xs:simpleContent></xs:complexType>
  <xs:complexType name="Deep"><xs:choice><xs:sequence><xs:choice><xs:element name="a" type="xs:string"/></xs:choice>
  </xs:sequence></xs:choice></xs:complexType>
  <xs:simpleType name="Amount">
    <xs:annotation><xs:appinfo source="wanted">an amount</xs:appinfo><xs:appinfo source="example">1,00</xs:appinfo>
    </xs:annotation><xs:restriction base="xs:token"/>
  </xs:simpleType>
  <xs:simpleType name="Kind"><xs:restriction base="xs:token"><xs:enumeration value="x"/><xs:enumeration value="y"/>
  </xs:restriction></xs:simpleType>
</xs:schema>"""
BOTH = "stand together in r, expected one or the other"
BRANCHES = [
    # case, children, then what is wrong, and the children put right
    ("valid_first", "a c", [], "a c"),
    ("valid_second", "s s", [], "s s"),
    ("valid_empty", "", [], ""),
    ("invalid_both", "a s b", [f"s: s and a {BOTH}"], "a b"),
    ("invalid_both_alike", "s a", [f"s: s and a {BOTH}"], "a"),
    ("invalid_mostly_second", "s a s", [f"a: a and s {BOTH}"], "s s"),
    ("invalid_both_and_order", "b a a c s", ["a: a stands 2 times in r, expected at most once",
     f"b: b {MISPLACED} after a and before c", f"s: s and b {BOTH}"], "a b c"),
    ("invalid_unknown", "a x", ["x: x is not known in r"], "a"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "children", "misfits", "right"), BRANCHES, ids=[c[0] for c in BRANCHES])
def test_branches(case, children, misfits, right, tmp_path):
    (tmp_path / "a.xsd").write_text(XSD)
    content = Grammar.load(tmp_path / "a.xsd").content_of(["r"])
    parent = xml.parse(f"<r>{''.join(f'<{name}/>' for name in children.split())}</r>".encode())
    found, kept = check_children(parent, content, lambda element: element.tag)
    assert sorted(f"{m.element.tag}: {m.message}" for m in found) == sorted(misfits)
    assert " ".join(item if isinstance(item, str) else item.tag for item in kept) == right


def test_what_types_want(tmp_path):
    (tmp_path / "a.xsd").write_text(XSD)
    found = Grammar.load(tmp_path / "a.xsd")
    assert found.wanted_of(["r", "s", "b"], None) == ("an amount", "1,00", ())
    assert found.wanted_of(["r", "b"], "kind") == ("", "", ("x", "y"))
    assert found.wanted_of(["r"], "k") == ("", "", ("x", "y"))
    assert found.wanted_of(["r", "a"], None) is None
    assert found.wanted_of(["r", "x"], "kind") is None
    assert (found.has_attribute(["r"], "k"), found.has_attribute(["r", "b"], "k")) == (True, False)
    assert found.slot_of(["r", "s"]).most is None
    assert found.slot_of(["r"]) is None
    assert "Deep" not in found.contents
