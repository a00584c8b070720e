"""What Saxon says of rules that `transpile` has turned into XSLT."""

import pytest
from lxml import etree
from tests.schematron.cases import CASES, VALUE, XSL, Case, check, pattern, read_text, rule

from einvoice.errors import EngineFailed, SchematronBroken
from einvoice.schematron.result import Fired
from einvoice.schematron.transpile import to_xslt, translate


def found(result):
    return (
        [(each.assertion.id, each.location, each.message) for each in result.failures],
        [(each.assertion.id, each.location, each.code) for each in result.errors],
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(saxon, case):
    result = saxon.judge(read_text(case.rules), case.document.encode())
    assert found(result) == ([*case.failures], [*case.errors])


@pytest.mark.parametrize("case", [c for c in CASES if "…" not in str(c.failures)], ids=lambda case: case.name)
def test_unguarded_says_the_same_or_stops(saxon, case: Case):
    schema = read_text(case.rules)
    if case.errors:
        with pytest.raises(EngineFailed, match="the rules stopped at an error"):
            saxon.judge(schema, case.document.encode(), guarded=False)
    else:
        assert found(saxon.judge(schema, case.document.encode(), guarded=False)) == ([*case.failures], [])


def test_fired_rules(saxon):
    schema = read_text(pattern(rule("a"), rule("@x")) + pattern(rule("b"), rule("*")))
    data = b'<a x="1"><b/></a>'
    result = saxon.judge(schema, data)
    assert result.fired == (
        Fired(0, 0, "/a[1]"),
        Fired(0, 1, "/a[1]/@x"),
        Fired(1, 1, "/a[1]"),
        Fired(1, 0, "/a[1]/b[1]"),
    )
    assert result.rules_fired == 4
    brief = saxon.judge(schema, data, fired=False)
    assert (brief.fired, brief.rules_fired) == (None, 4)


SUBJECTS = [
    # case            subject              subject of the failure        line  value
    ("element",       "b",                 "/a[1]/b[1]",                 2,    " 1 "),
    ("second",        "b[2]",              "/a[1]/b[2]",                 3,    None),
    ("attribute",     "b/@x",              "/a[1]/b[1]/@x",              2,    "7"),
    ("first_of_all",  "(b[2], b[1])",      "/a[1]/b[2]",                 3,    None),
    ("text",          "b[1]/text()",       "/a[1]/b[1]",                 2,    " 1 "),
    ("the_context",   ".",                 None,                         1,    None),
    ("nothing",       "z",                 None,                         1,    None),
    ("no_node",       "count(b)",          None,                         1,    None),
    ("an_error",      "b[xs:integer(.)=9]", None,                        1,    None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "subject", "location", "line", "value"), SUBJECTS, ids=[row[0] for row in SUBJECTS])
def test_subject(saxon, case, subject, location, line, value):
    schema = read_text(pattern(rule("a", check("A", "false()", attributes=f'subject="{subject}"'))))
    (failure,) = saxon.judge(schema, b'<a>\n<b x="7"> 1 </b>\n<b><c/></b></a>').failures
    assert failure.location == "/a[1]"
    assert (failure.subject, failure.line, failure.value) == (location, line, value)


def test_subject_of_the_rule_is_for_assertions_without_one(saxon):
    body = check("A", "false()") + check("B", "false()", attributes='subject="c"')
    schema = read_text(f'<pattern><rule context="a" subject="b">{body}</rule></pattern>')
    result = saxon.judge(schema, b"<a><b/><c/></a>")
    assert [failure.subject for failure in result.failures] == ["/a[1]/b[1]", "/a[1]/c[1]"]


def test_value_of_an_attribute_context_and_of_a_leaf(saxon):
    schema = read_text(pattern(rule("@x | b", check("A", "false()"))))
    data = b'<a x="1"><b>t<!-- c -->u</b><b><c/></b></a>'
    assert [failure.value for failure in saxon.judge(schema, data).failures] == ["1", "tu", None]


def test_diagnostics(saxon):
    schema = read_text(
        pattern(rule("b", check("A", "false()", attributes='diagnostics="d missing e"')))
        + "<diagnostics><diagnostic id='d'>seen  <value-of select='.'/></diagnostic>"
        "<diagnostic id='e'><value-of select='xs:integer(.)'/></diagnostic></diagnostics>"
    )
    (failure,) = saxon.judge(schema, b"<a><b>x</b></a>").failures
    assert failure.diagnostics == (("d", "seen x"), ("e", "…"))


def test_error_has_line_and_description(saxon):
    schema = read_text(pattern(rule("b", check("A", "xs:decimal(.) = 1"))))
    (error,) = saxon.judge(schema, b"<a>\n<b>many</b></a>").errors
    assert error.line == 2
    assert '"many"' in error.message


CLASHES = [
    ("schema_and_pattern", '<let name="x" value="1"/><pattern><let name="x" value="2"/></pattern>'),
    ("two_patterns", '<pattern><let name="x" value="1"/></pattern><pattern><let name="x" value="2"/></pattern>'),
    ("schema_twice", '<let name="x" value="1"/><let name="x" value="1"/>'),
]


@pytest.mark.parametrize(("case", "rules"), CLASHES, ids=[row[0] for row in CLASHES])
def test_variable_declared_twice(case, rules):
    with pytest.raises(SchematronBroken, match=r"main\.sch:1: the variable 'x' is declared twice") as caught:
        to_xslt(read_text(rules))
    assert "give each a name of its own" in str(caught.value)


def test_lines_lead_back_to_the_rule_file():
    schema = read_text(f'<let name="n"\n value="1"/>{pattern(rule("a", check("A", "$n = 2", VALUE("$n + 3"))))}')
    translation = translate(schema)
    lines = translation.xslt.decode().splitlines()
    for number, origin in translation.origins.items():
        assert origin.text in lines[number - 1]
    assert {origin.text for origin in translation.origins.values()} == {"1", "a", "$n = 2", "$n + 3"}


def test_stylesheet_is_xslt_2_and_the_same_each_time():
    schema = read_text(pattern(rule("a", check("A", "b"))))
    xslt = to_xslt(schema)
    root = etree.fromstring(xslt)
    assert (root.tag, root.get("version")) == (f"{{{XSL}}}stylesheet", "2.0")
    assert b"expand-text" not in xslt
    assert xslt == to_xslt(schema)


def test_prefixes_of_the_schema_win(saxon):
    schema = read_text(
        '<ns prefix="xsl" uri="urn:mine"/><ns prefix="x" uri="urn:mine"/><ns prefix="err" uri="urn:mine"/>'
        + pattern(rule("xsl:b", check("A", "x:c and err:c", "<name/>")))
    )
    result = saxon.judge(schema, b'<a><q:b xmlns:q="urn:mine"/></a>')
    assert [failure.message for failure in result.failures] == ["q:b"]
