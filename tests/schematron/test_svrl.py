"""SVRL: what is written, what is read back, and the form of a location."""

import doctest

import pytest
from lxml import etree
from tests.schematron.cases import check, pattern, read_text, rule

from einvoice.errors import SchematronBroken
from einvoice.schematron import svrl
from einvoice.schematron.result import Failure, Fired, Place, Result, RuleError
from einvoice.schematron.schema import EI
from einvoice.schematron.svrl import SVRL, SvrlError, SvrlFailure, SvrlOutcome, location_of, read_svrl, write_svrl

RULES = (
    "<title>Small rules</title>"
    '<pattern id="one"><title>The first</title><rule id="r1" context="a" flag="f" role="o">'
    + check("A", "b", attributes='flag="fatal" role="x" diagnostics="d"')
    + '<report id="R" test="c">t</report></rule></pattern>'
    + pattern(rule("z", check("Z", "b")))
    + pattern(rule("b", check("B", ". &lt; 1")))
)
SCHEMA = read_text(RULES)
ASSERTIONS = [*SCHEMA.assertions]
RESULT = Result(
    (
        Failure(Place(0, 0, 0), ASSERTIONS[0], "/a[1]", "no <b> & x", "/a[1]/c[1]", 7, "v", (("d", "more"),)),
        Failure(Place(0, 0, 1), ASSERTIONS[1], "/a[1]", "there is c", None, 7),
        Failure(Place(2, 0, 0), ASSERTIONS[3], "/a[1]/b[2]", "bad \x01 \ud800"),
    ),
    (RuleError(Place(2, 0, 0), ASSERTIONS[3], "/a[1]/b[1]", "FORG0001", "no number", 9),),
    3,
    (Fired(0, 0, "/a[1]"), Fired(2, 0, "/a[1]/b[1]"), Fired(2, 0, "/a[1]/b[2]")),
)
WRITTEN = f"""<?xml version='1.0' encoding='UTF-8'?>
<svrl:schematron-output xmlns:svrl="{SVRL}" xmlns:ei="{EI}" title="Small rules" phase="p">
  <svrl:ns-prefix-in-attribute-values prefix="ei" uri="{EI}"/>
  <svrl:ns-prefix-in-attribute-values prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
  <svrl:ns-prefix-in-attribute-values prefix="u" uri="urn:u"/>
  <svrl:ns-prefix-in-attribute-values prefix="f" uri="urn:f"/>
  <svrl:active-pattern id="one" name="The first" documents="a.xml"/>
  <svrl:fired-rule id="r1" context="a" role="o" flag="f"/>
  <svrl:failed-assert id="A" location="/a[1]" test="b" role="x" flag="fatal" ei:subject="/a[1]/c[1]" ei:line="7">
    <svrl:diagnostic-reference diagnostic="d">
      <svrl:text>more</svrl:text>
    </svrl:diagnostic-reference>
    <svrl:text>no &lt;b&gt; &amp; x</svrl:text>
  </svrl:failed-assert>
  <svrl:successful-report id="R" location="/a[1]" test="c" ei:line="7">
    <svrl:text>there is c</svrl:text>
  </svrl:successful-report>
  <svrl:active-pattern documents="a.xml"/>
  <svrl:active-pattern documents="a.xml"/>
  <svrl:fired-rule context="b"/>
  <ei:error id="B" location="/a[1]/b[1]" test=". &lt; 1" code="FORG0001" ei:line="9">no number</ei:error>
  <svrl:fired-rule context="b"/>
  <svrl:failed-assert id="B" location="/a[1]/b[2]" test=". &lt; 1">
    <svrl:text>bad \ufffd \ufffd</svrl:text>
  </svrl:failed-assert>
</svrl:schematron-output>
"""


def test_written():
    assert write_svrl(SCHEMA, RESULT, phase="p", document="a.xml").decode() == WRITTEN
    assert write_svrl(SCHEMA, RESULT, phase="p", document="a.xml") == WRITTEN.encode()


def test_title_replaces_that_of_the_schema():
    assert read_svrl(write_svrl(SCHEMA, RESULT, title="Mine")).title == "Mine"


def test_read_back():
    outcome = read_svrl(write_svrl(SCHEMA, RESULT))
    assert outcome == SvrlOutcome(
        (
            SvrlFailure("assert", "A", "fatal", "x", "/a[1]", "no <b> & x", "b", (("d", "more"),), "/a[1]/c[1]", 7),
            SvrlFailure("report", "R", None, None, "/a[1]", "there is c", "c", (), None, 7),
            SvrlFailure("assert", "B", None, None, "/a[1]/b[2]", "bad \ufffd \ufffd", ". < 1"),
        ),
        3,
        "Small rules",
        (SvrlError("B", "/a[1]/b[1]", "FORG0001", "no number", 9),),
    )


def test_without_the_list_of_fired_rules_those_with_reports_stand():
    brief = Result(RESULT.failures, RESULT.errors, 3)
    full, short = read_svrl(write_svrl(SCHEMA, RESULT)), read_svrl(write_svrl(SCHEMA, brief))
    assert sorted(map(str, short.failures)) == sorted(map(str, full.failures))
    assert short.errors == full.errors
    assert short.rules_fired == 3


def test_nothing_to_report():
    outcome = read_svrl(write_svrl(SCHEMA, Result((), (), 1, (Fired(0, 0, "/a[1]"),))))
    assert outcome == SvrlOutcome((), 1, "Small rules")


def test_report_of_another_tool():
    data = f"""<r:schematron-output xmlns:r="{SVRL}" xmlns:x="urn:x" title="T" schemaVersion="iso">
      <!-- c --><r:text>T</r:text><r:active-pattern><r:fired-rule context="a"/></r:active-pattern>
      <r:failed-assert test="b" location="/a" id="I" flag="warning"><x:y/>
        <r:diagnostic-reference diagnostic="d"> e\n f</r:diagnostic-reference>
        <r:text xmlns:h="urn:h"> some\n\t <h:b>bold</h:b><!-- c --> text\u00a0</r:text></r:failed-assert>
      <r:failed-assert test="b"/></r:schematron-output>""".encode()
    assert read_svrl(data) == SvrlOutcome(
        (
            SvrlFailure("assert", "I", "warning", None, "/a", "some bold text\u00a0", "b", (("d", "e f"),)),
            SvrlFailure("assert", None, None, None, "", "", "b"),
        ),
        1,
        "T",
    )


REFUSED = [
    ("other_root", b"<a/>", "what the stylesheet writes is no SVRL: its root element is 'a'"),
    ("not_well_formed", b"<a", "what the stylesheet writes is no SVRL: it is no XML"),
    ("document_type", f'<!DOCTYPE a><s:schematron-output xmlns:s="{SVRL}"/>'.encode(), "it is no XML: a document type"),
    ("empty", b"", "it is no XML: the document is empty"),
]


@pytest.mark.parametrize(("case", "data", "said"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused(case, data, said):
    with pytest.raises(SchematronBroken, match=said) as caught:
        read_svrl(data, "mine.xslt")
    assert caught.value.source == "mine.xslt"
    assert caught.value.fix


TREE = etree.fromstring(
    '<a xmlns:u="urn:u"><u:b/><b/><!-- c --><?p?><u:b x="1" u:y="2" xml:lang="fi"><c/><c/></u:b><b/></a>'
)
LOCATIONS = [
    # node                attribute                                       location
    (TREE,                None,                                           "/a[1]"),
    (TREE[0],             None,                                           "/a[1]/*:b[namespace-uri()='urn:u'][1]"),
    (TREE[4],             None,                                           "/a[1]/*:b[namespace-uri()='urn:u'][2]"),
    (TREE[5],             None,                                           "/a[1]/b[2]"),
    (TREE[4][1],          None,                                           "/a[1]/*:b[namespace-uri()='urn:u'][2]/c[2]"),
    (TREE[4],             "x",                                            "/a[1]/*:b[namespace-uri()='urn:u'][2]/@x"),
    (TREE[4],             "{}x",                                          "/a[1]/*:b[namespace-uri()='urn:u'][2]/@x"),
    (TREE[4],             "{urn:u}y",
     "/a[1]/*:b[namespace-uri()='urn:u'][2]/@*[local-name()='y' and namespace-uri()='urn:u']"),
]  # fmt: skip


@pytest.mark.parametrize(("node", "attribute", "location"), LOCATIONS, ids=[row[2] for row in LOCATIONS])
def test_location(node, attribute, location):
    assert location_of(node, attribute) == location


def test_doctests():
    assert doctest.testmod(svrl).failed == 0


def test_locations_select_what_they_name():
    """Read as XPath: the form of no namespace and one position is XPath 1.0 but for the wildcard prefix."""
    for element in TREE.iter("*"):
        path = location_of(element)
        plain = path.replace("*:b[namespace-uri()='urn:u']", "*[local-name()='b' and namespace-uri()='urn:u']")
        assert TREE.xpath(plain) == [element]
