"""Small rule sets and what they say of small documents: any engine must say the same.

A case has the children of a `<schema>`, a document, the failures as (id, location, message) in order, and the errors as
(id, location, code).
"""

from collections.abc import Sequence
from typing import NamedTuple

from einvoice.schematron.read import SCH, read_schema
from einvoice.schematron.schema import EI, Schema

XSL = "http://www.w3.org/1999/XSL/Transform"
XS = "http://www.w3.org/2001/XMLSchema"


def wrapped(body: str, attributes: str = "") -> bytes:
    """Return *body* as a rule file."""
    return (
        f'<schema xmlns="{SCH}" xmlns:ei="{EI}" xmlns:xsl="{XSL}" queryBinding="xslt2" {attributes}>'
        f'<ns prefix="xs" uri="{XS}"/><ns prefix="u" uri="urn:u"/><ns prefix="f" uri="urn:f"/>{body}</schema>'
    ).encode()


def read_text(body: str, **files: str | bytes) -> Schema:
    """Return the rules of *body*; *files* is what it may include, by name before the dot."""
    store = {"main.sch": wrapped(body)}
    for name, text in files.items():
        suffix = ".csv" if text.strip()[:1] not in ("<", b"<") else ".sch"
        store[name + suffix] = text.encode() if isinstance(text, str) else text

    def load(name: str) -> bytes:
        if name not in store:
            raise FileNotFoundError(name)
        return store[name]

    return read_schema("main.sch", load)


class Case(NamedTuple):
    name: str
    rules: str
    document: str
    failures: Sequence[tuple[str, str, str]]
    errors: Sequence[tuple[str, str, str]] = ()


def pattern(*rules: str) -> str:
    return f"<pattern>{''.join(rules)}</pattern>"


def rule(context: str, *body: str) -> str:
    return f'<rule context="{context}">{"".join(body)}</rule>'


def check(id: str, test: str, text: str = "wrong", attributes: str = "") -> str:
    return f'<assert id="{id}" test="{test}" {attributes}>{text}</assert>'


VALUE = '<value-of select="{}"/>'.format

CASES = [
    Case("passes", pattern(rule("a", check("A", "b"))), "<a><b/></a>", []),
    Case("fails", pattern(rule("a", check("A", "b"))), "<a/>", [("A", "/a[1]", "wrong")]),
    Case("no_context", pattern(rule("z", check("A", "false()"))), "<a/>", []),
    Case(
        "report",
        pattern(rule("b", '<report id="R" test=". = 1">one</report>')),
        "<a><b>2</b><b>1</b></a>",
        [("R", "/a[1]/b[2]", "one")],
    ),
    Case(
        "location_counts_siblings_of_the_same_name",
        pattern(rule("b", check("A", "false()"))),
        "<a><c/><b/><c/><b/></a>",
        [("A", "/a[1]/b[1]", "wrong"), ("A", "/a[1]/b[2]", "wrong")],
    ),
    Case(
        "location_in_a_namespace",
        pattern(rule("u:b", check("A", "false()"))),
        '<a><b/><v:b xmlns:v="urn:u"/><b xmlns="urn:u"/></a>',
        [("A", f"/a[1]/*:b[namespace-uri()='urn:u'][{n}]", "wrong") for n in (1, 2)],
    ),
    Case(
        "attributes_are_visited",
        pattern(rule("@x", check("A", ". = 1", VALUE("."))), rule("@u:y", check("B", ". = 1"))),
        '<a x="2"><b x="1"/><b xmlns:v="urn:u" v:y="3" z="4"/></a>',
        [("A", "/a[1]/@x", "2"), ("B", "/a[1]/b[2]/@*[local-name()='y' and namespace-uri()='urn:u']", "wrong")],
    ),
    Case(
        "document_node_as_context",
        pattern(rule("/", check("A", "b"))),
        "<!-- before --><a/>",
        [("A", "/", "wrong")],
    ),
    Case(
        "first_rule_wins",
        pattern(rule("b[@x]", check("A", "false()")), rule("b", check("B", "false()"))),
        '<a><b x="1"/><b/></a>',
        [("A", "/a[1]/b[1]", "wrong"), ("B", "/a[1]/b[2]", "wrong")],
    ),
    Case(
        "first_rule_wins_without_assertions",
        pattern(rule("b[@x]"), rule("b", check("B", "false()"))),
        '<a><b x="1"/><b/></a>',
        [("B", "/a[1]/b[2]", "wrong")],
    ),
    Case(
        "patterns_are_independent",
        pattern(rule("b", check("A", "false()"))) + pattern(rule("b", check("B", "false()"))),
        "<a><b/></a>",
        [("A", "/a[1]/b[1]", "wrong"), ("B", "/a[1]/b[1]", "wrong")],
    ),
    Case(
        "order_of_pattern_and_document",
        pattern(rule("c", check("C", "false()")), rule("b", check("B1", "false()"), check("B2", "false()"))),
        "<a><b><c/></b><b/></a>",
        [
            ("B1", "/a[1]/b[1]", "wrong"),
            ("B2", "/a[1]/b[1]", "wrong"),
            ("C", "/a[1]/b[1]/c[1]", "wrong"),
            ("B1", "/a[1]/b[2]", "wrong"),
            ("B2", "/a[1]/b[2]", "wrong"),
        ],
    ),
    Case(
        "lets_of_schema_pattern_and_rule",
        '<let name="s" value="//b[1]"/><pattern><let name="p" value="$s + 1"/>'
        + rule("c", '<let name="r" value="$p + ."/>', check("A", "$r = 0", VALUE("$r")))
        + "</pattern>",
        "<a><b>1</b><c>5</c></a>",
        [("A", "/a[1]/c[1]", "7")],
    ),
    Case(
        "let_of_a_rule_hides_that_of_the_schema",
        '<let name="x" value="1"/>'
        + pattern(rule("a", '<let name="x" value="$x + 1"/>', check("A", "false()", VALUE("$x")))),
        "<a/>",
        [("A", "/a[1]", "2")],
    ),
    Case(
        "let_after_an_assertion",
        pattern(rule("a", check("A", "false()"), '<let name="x" value="2"/>', check("B", "false()", VALUE("$x")))),
        "<a/>",
        [("A", "/a[1]", "wrong"), ("B", "/a[1]", "2")],
    ),
    Case(
        "let_counts_from_the_context",
        pattern(rule("b", '<let name="x" value="count(preceding-sibling::b)"/>', check("A", "$x = 0", VALUE("$x")))),
        "<a><b/><b/></a>",
        [("A", "/a[1]/b[2]", "1")],
    ),
    Case(
        "function",
        '<xsl:function name="f:twice" as="xs:integer"><xsl:param name="n" as="xs:integer"/>'
        '<xsl:variable name="t" select="2 * $n"/><xsl:choose><xsl:when test="$n lt 0"><xsl:sequence select="0"/>'
        '</xsl:when><xsl:otherwise><xsl:sequence select="$t"/></xsl:otherwise></xsl:choose></xsl:function>'
        + pattern(rule("b", check("A", "f:twice(xs:integer(.)) = 4", VALUE("f:twice(xs:integer(.))")))),
        "<a><b>2</b><b>3</b><b>-1</b></a>",
        [("A", "/a[1]/b[2]", "6"), ("A", "/a[1]/b[3]", "0")],
    ),
    Case(
        "function_reads_a_let_of_the_schema",
        '<let name="limit" value="//l"/><xsl:function name="f:ok" as="xs:boolean"><xsl:param name="n"/>'
        '<xsl:sequence select="$n le number($limit)"/></xsl:function>'
        + pattern(rule("b", check("A", "f:ok(number(.))"))),
        "<a><l>2</l><b>2</b><b>3</b></a>",
        [("A", "/a[1]/b[2]", "wrong")],
    ),
    Case(
        "function_with_a_text_variable",
        '<xsl:function name="f:digits" as="xs:boolean"><xsl:param name="t" as="xs:string"/>'
        "<xsl:variable name='known'>0123456789</xsl:variable>"
        "<xsl:sequence select=\"translate($t, $known, '') = ''\"/></xsl:function>"
        + pattern(rule("b", check("A", "f:digits(string(.))"))),
        "<a><b>12</b><b>1x</b></a>",
        [("A", "/a[1]/b[2]", "wrong")],
    ),
    Case(
        "message_parts",
        pattern(
            rule(
                "u:b",
                check("A", "false()", "<name/> in <name path='..'/>: <value-of select='c'/>,\n  <emph>not</emph> 1"),
            )
        ),
        '<a><u:b xmlns:u="urn:u"><c>2</c><c>3</c></u:b></a>',
        [("A", "/a[1]/*:b[namespace-uri()='urn:u'][1]", "u:b in a: 2 3, not 1")],
    ),
    Case(
        "message_keeps_odd_blanks",
        pattern(rule("b", check("A", "false()", "  seen <value-of select='.'/>  "))),
        "<a><b> x\u00a0\n y </b></a>",
        [("A", "/a[1]/b[1]", "seen x\u00a0 y")],
    ),
    Case(
        "braces_and_markup_in_messages",
        pattern(rule("a", check("A", "false()", "{x} &lt;b> <value-of select=\"'&lt;c>&amp;'\"/>"))),
        "<a/>",
        [("A", "/a[1]", "{x} <b> <c>&")],
    ),
    Case(
        "error_ends_one_assertion_only",
        pattern(rule("b", check("A", "xs:decimal(.) = 1"), check("B", "false()"))),
        "<a><b>x</b><b>2</b></a>",
        [("B", "/a[1]/b[1]", "wrong"), ("A", "/a[1]/b[2]", "wrong"), ("B", "/a[1]/b[2]", "wrong")],
        [("A", "/a[1]/b[1]", "FORG0001")],
    ),
    Case(
        "error_in_a_let_of_the_rule_counts_where_it_is_used",
        pattern(
            rule(
                "b",
                '<let name="n" value="xs:integer(.)"/><let name="m" value="$n + 1"/>',
                check("A", "$m = 0"),
                check("B", "false()"),
                check("C", "string(.) = '' or $n = 2"),
            )
        ),
        "<a><b>x</b><b>2</b></a>",
        [("B", "/a[1]/b[1]", "wrong"), ("A", "/a[1]/b[2]", "wrong"), ("B", "/a[1]/b[2]", "wrong")],
        [("A", "/a[1]/b[1]", "FORG0001"), ("C", "/a[1]/b[1]", "FORG0001")],
    ),
    Case(
        "error_in_a_let_of_the_schema_counts_where_it_is_used",
        '<let name="n" value="xs:integer(/a/b)"/><let name="m" value="$n + 1"/>'
        + pattern(rule("a", check("A", "$m = 0"), check("B", "false()"), check("C", "true() or $n = 0"))),
        "<a><b>x</b></a>",
        [("B", "/a[1]", "wrong")],
        [("A", "/a[1]", "FORG0001")],
    ),
    Case(
        "error_in_a_let_behind_a_function",
        '<let name="n" value="xs:integer(/a/b)"/><xsl:function name="f:n"><xsl:sequence select="$n"/></xsl:function>'
        + pattern(rule("a", check("A", "f:n() = 0"), check("B", "false()"))),
        "<a><b>x</b></a>",
        [("B", "/a[1]", "wrong")],
        [("A", "/a[1]", "FORG0001")],
    ),
    Case(
        "error_in_a_context_means_no_match",
        '<let name="n" value="xs:integer(/a/c)"/>'
        + pattern(
            rule("b[xs:integer(.) = 1]", check("A", "false()")),
            rule("b[$n = 1]", check("B", "false()")),
            rule("b", check("C", "false()")),
        ),
        "<a><b>x</b><b>1</b><c>y</c></a>",
        [("C", "/a[1]/b[1]", "wrong"), ("A", "/a[1]/b[2]", "wrong")],
    ),
    Case(
        "error_in_a_message",
        pattern(rule("b", check("A", "false()", "seen <value-of select='xs:integer(.)'/>, expected 1"))),
        "<a><b>x</b></a>",
        [("A", "/a[1]/b[1]", "seen …, expected 1")],
    ),
    Case(
        "several_items_where_one_is_allowed",
        pattern(rule("a", check("A", "xs:decimal(b) = 1"))),
        "<a><b>1</b><b>1</b></a>",
        [],
        [("A", "/a[1]", "XPTY0004")],
    ),
    Case(
        "error_raised_on_purpose",
        pattern(rule("a", check("A", "error(xs:QName('f:MINE'), 'no')"))),
        "<a/>",
        [],
        [("A", "/a[1]", "MINE")],
    ),
    Case(
        "abstract_rule",
        '<pattern><rule abstract="true" id="r"><let name="n" value="number(.)"/>'
        + check("A", "$n = 1", VALUE("$n"))
        + '</rule><rule context="b"><extends rule="r"/>'
        + check("B", "$n = 1")
        + "</rule></pattern>",
        "<a><b>2</b></a>",
        [("A", "/a[1]/b[1]", "2"), ("B", "/a[1]/b[1]", "wrong")],
    ),
    Case(
        "abstract_rule_of_another_pattern",
        f'<pattern><rule abstract="true" id="r">{check("A", "false()")}</rule></pattern>'
        '<pattern><rule context="b"><extends rule="r"/></rule></pattern>',
        "<a><b/></a>",
        [("A", "/a[1]/b[1]", "wrong")],
    ),
    Case(
        "abstract_pattern",
        '<pattern abstract="true" id="p"><param name="most" value="9"/><rule context="$node">'
        + check("A", "number(.) le $most", "more than <value-of select='$most'/> in $node")
        + '</rule></pattern><pattern is-a="p"><param name="node" value="b"/><param name="most" value="2"/></pattern>'
        '<pattern is-a="p"><param name="node" value="c"/></pattern>',
        "<a><b>3</b><c>3</c><c>10</c></a>",
        [("A", "/a[1]/b[1]", "more than 2 in $node"), ("A", "/a[1]/c[2]", "more than 9 in $node")],
    ),
    Case(
        "key",
        '<xsl:key name="by" match="b" use="@id"/>' + pattern(rule("c", check("A", "key('by', @ref)"))),
        '<a><b id="1"/><c ref="1"/><c ref="2"/></a>',
        [("A", "/a[1]/c[2]", "wrong")],
    ),
    Case(
        "current",
        pattern(rule("c", check("A", "../b[@id = current()/@ref]"))),
        '<a><b id="1"/><c ref="1"/><c ref="2"/></a>',
        [("A", "/a[1]/c[2]", "wrong")],
    ),
    Case(
        "comments_and_instructions_stay",
        pattern(rule("b", check("A", "count(text()) = 2 and normalize-space(.) = 'xy'"))),
        "<a><b>x<!-- c -->y</b><b>x<?p?>y</b><b>xy</b></a>",
        [("A", "/a[1]/b[3]", "wrong")],
    ),
    Case(
        "blanks_between_elements_stay",
        pattern(rule("a", check("A", "text() = '\u2009'", "<value-of select='count(text())'/>"))),
        "<a> <b/> </a>",
        [("A", "/a[1]", "2")],
    ),
]
