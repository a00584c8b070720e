"""Reading rule files: what becomes of them, and what is refused with which words."""

import pytest
from tests.schematron.cases import SCH, check, pattern, read_text, rule, wrapped

from einvoice.errors import SchematronBroken
from einvoice.schematron import read
from einvoice.schematron.read import read_file, read_schema, select_phase
from einvoice.schematron.schema import (
    Choose,
    Diagnostic,
    NameOf,
    Sequence,
    Text,
    ValueOf,
    Variable,
    XPath,
)

IN_B = f'<schema xmlns="{SCH}">{pattern(rule("b", check("B", "b")))}</schema>'


def ids(schema):
    return [assertion.id for assertion in schema.assertions]


# ---------------------------------------------------------------------------------------------------------------
# What is read


def test_schema_and_assertion():
    schema = read_schema(
        "x.sch",
        lambda name: wrapped(
            "<title> A\ttitle </title><pattern id='p'><title>T</title>\n<rule id='r' context='a' flag='f' role='o'>\n"
            "<assert id='A' test='b' flag='fatal' role='R' see='S' subject='c' diagnostics='d e' ei:terms='BT-1 BT-2' "
            "ei:checks=' c\t d ' ei:why='w' ei:fix='f' ei:example='e' ei:note='n'>text</assert></rule></pattern>",
            "schemaVersion='1.2' defaultPhase='#ALL'",
        ),
    )
    assert (schema.title, schema.version, schema.default_phase, schema.source) == ("A title", "1.2", None, "x.sch")
    assert schema.namespaces["u"] == "urn:u"
    (one,) = schema.patterns
    (first,) = one.rules
    assert (one.id, one.title, first.id, first.flag, first.role) == ("p", "T", "r", "f", "o")
    assert first.context == XPath("a", 2, "x.sch")
    (found,) = schema.assertions
    assert (found.id, found.kind, found.flag, found.role, found.see) == ("A", "assert", "fatal", "R", "S")
    assert found.test == XPath("b", 3, "x.sch")
    assert found.subject == XPath("c", 3, "x.sch")
    assert (found.diagnostics, found.terms) == (("d", "e"), ("BT-1", "BT-2"))
    assert (found.checks, found.why, found.fix, found.example, found.note) == ("c d", "w", "f", "e", "n")


MESSAGE = " x <!-- c -->y\n <name/><name path='c'/> <value-of select='d'/> <emph>z</emph> "


def test_message():
    schema = read_text(
        pattern(
            rule(
                "a", check("A", "b", " x <!-- c -->y\n <name/><name path='c'/> <value-of select='d'/> <span>z</span> ")
            )
        )
        + "<diagnostics><diagnostic id='d'>t</diagnostic></diagnostics>"
    )
    (found,) = schema.assertions
    assert found.message == (
        Text("x y "),
        NameOf(None),
        NameOf(XPath("c", 2, "main.sch")),
        Text(" "),
        ValueOf(XPath("d", 2, "main.sch")),
        Text(" z"),
    )
    assert schema.diagnostics == {"d": Diagnostic("d", (Text("t"),))}


def test_function_and_key():
    schema = read_text(
        '<xsl:function name="f:x" as="xs:string"><xsl:param name="p" as="xs:string"/><xsl:param name="q"/>'
        '<xsl:variable name="v" select="1"/><xsl:variable name="t">text</xsl:variable>'
        '<xsl:variable name="w" as="xs:integer"><xsl:sequence select="2"/></xsl:variable>'
        '<xsl:choose><xsl:when test="$v"><xsl:sequence select="3"/></xsl:when><xsl:otherwise><xsl:if test="4">'
        '<xsl:sequence select="5"/></xsl:if></xsl:otherwise></xsl:choose></xsl:function>'
        '<xsl:key name="k" match="b" use="@id"/>'
    )
    (found,) = schema.functions
    assert (found.name, found.type, [(p.name, p.type) for p in found.params]) == (
        "f:x",
        "xs:string",
        [("p", "xs:string"), ("q", None)],
    )

    def at(text):
        return XPath(text, 1, "main.sch")

    assert found.body == (
        Variable("v", None, at("1")),
        Variable("t", None, "text"),
        Variable("w", "xs:integer", (Sequence(at("2")),)),
        Choose(((at("$v"), (Sequence(at("3")),)),), (Choose(((at("4"), (Sequence(at("5")),)),)),)),
    )
    (key,) = schema.keys
    assert (key.name, key.match.text, key.use.text) == ("k", "b", "@id")


def test_files_of_others_hold_elements_of_others():
    foreign = '<x:assert xmlns:x="urn:x" test="1"/><x:let xmlns:x="urn:x"/>'
    schema = read_text(foreign + f'<pattern>{foreign}<rule context="a">{foreign}{check("A", "b")}</rule></pattern>')
    assert ids(schema) == ["A"]
    assert schema.lets == ()


PLACES = [
    ("schema", '<include href="b.sch"/>', f'<pattern xmlns="{SCH}">{rule("b", check("B", "b"))}</pattern>'),
    ("children", '<extends href="b.sch"/>', IN_B),
    ("fragment", '<include href="b.sch#p"/>', IN_B.replace("<pattern", '<pattern id="p"')),
    (
        "pattern",
        '<pattern><include href="b.sch"/></pattern>',
        f'<rule xmlns="{SCH}" context="b">{check("B", "b")}</rule>',
    ),
    (
        "rule",
        pattern(rule("a", '<include href="b.sch"/>')),
        check("B", "b").replace("<assert", f'<assert xmlns="{SCH}"'),
    ),
    (
        "children_of_a_rule",
        pattern(rule("a", '<extends href="b.sch"/>')),
        f'<rule xmlns="{SCH}">{check("B", "b")}</rule>',
    ),
]


@pytest.mark.parametrize(("case", "rules", "other"), PLACES, ids=[row[0] for row in PLACES])
def test_include(case, rules, other):
    schema = read_text(check_a() + rules, b=other)
    assert ids(schema) == ["A", "B"]
    assert [assertion.test.source for assertion in schema.assertions] == ["main.sch", "b.sch"]


def check_a() -> str:
    return pattern(rule("a", check("A", "a")))


def test_include_twice_is_no_circle():
    assert ids(read_text('<extends href="b.sch"/><extends href="b.sch"/>', b=IN_B)) == ["B", "B"]


def test_prefixes_of_included_files_count():
    schema = read_text(
        '<extends href="b.sch"/>', b=f'<schema xmlns="{SCH}" xmlns:g="urn:g"><ns prefix="h" uri="urn:h"/></schema>'
    )
    assert (schema.namespaces["g"], schema.namespaces["h"]) == ("urn:g", "urn:h")


def test_folder_of_shared_files(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "main.sch").write_bytes(wrapped('<extends href="../two/b.sch"/>'))
    (tmp_path / "two" / "b.sch").write_text(IN_B.replace("<pattern", '<extends href="c.sch"/><pattern'))
    (tmp_path / "two" / "c.sch").write_text(IN_B)
    assert ids(read_file(tmp_path / "one" / "main.sch", root=tmp_path)) == ["B", "B"]
    with pytest.raises(SchematronBroken, match=r"'\.\./two/b\.sch' lies outside the folder of the main file"):
        read_file(tmp_path / "one" / "main.sch")


def test_let_belongs_to_its_place():
    schema = read_text(
        '<let name="s" value="1"/><pattern><let name="p" value="2"/>'
        + rule("a", '<let name="r" value="3"/>', check("A", "b"))
        + "</pattern>"
    )
    assert [let.name for let in schema.lets] == ["s"]
    assert [let.name for let in schema.patterns[0].lets] == ["p"]
    assert [type(item).__name__ for item in schema.patterns[0].rules[0].body] == ["Let", "Assertion"]


def test_code_list():
    def codes(name, edition):
        return {("currencies", "en"): ("EUR", "SEK"), ("odd", None): ("it's", "a b", "")}[name, edition]

    body = wrapped('<ei:codes name="c" list="currencies" edition="en"/><ei:codes name="o" list="odd"/>')
    schema = read_schema("main.sch", lambda name: body, codes)
    assert [(let.name, let.value.text) for let in schema.lets] == [
        ("c", "tokenize('EUR SEK', ' ')"),
        ("o", "('it''s', 'a b', '')"),
    ]


def test_phases():
    schema = read_schema(
        "main.sch",
        lambda name: wrapped(
            '<phase id="one"><let name="x" value="1"/><active pattern="p"/></phase><phase id="two"/>'
            + pattern(rule("a", check("A", "a"))).replace("<pattern", "<pattern id='p'")
            + pattern(rule("b", check("B", "b"))),
            'defaultPhase="one"',
        ),
    )
    assert ids(select_phase(schema)) == ["A"]
    assert [let.name for let in select_phase(schema).lets] == ["x"]
    assert ids(select_phase(schema, "#ALL")) == ["A", "B"]
    assert ids(select_phase(schema, "two")) == []
    with pytest.raises(SchematronBroken, match="there is no phase 'three'") as caught:
        select_phase(schema, "three")
    assert caught.value.fix == "phases: one, two"


# ---------------------------------------------------------------------------------------------------------------
# Tables

TABLE = (
    '<ei:table href="t.csv" {}><assert id="{{id}}" test="{{path}} = \'{{{{x}}}}\'"><!-- c -->no {{name}} in '
    "<name/> {{{{here}}}}</assert></ei:table>"
)
ROWS = '# a comment\nid,path,name\nT-1,b/c,bees\nT-2,d,"drones, all"\n'


def test_table():
    schema = read_text(pattern(rule("a", TABLE.format(""))), t=ROWS)
    assert ids(schema) == ["T-1", "T-2"]
    first, second = schema.assertions
    assert first.test.text == "b/c = '{x}'"
    assert second.message == (Text("no drones, all in "), NameOf(None), Text(" {here}"))
    assert first.test.line == 1


def test_table_with_chosen_rows():
    schema = read_text(pattern(rule("a", TABLE.format('where="id=T-2|T-3"'))), t=ROWS)
    assert ids(schema) == ["T-2"]


def test_table_of_patterns_rules_and_lets():
    schema = read_text(
        '<ei:table href="t.csv"><let name="l-{id}" value="{path}"/><pattern id="p-{id}"><rule context="{path}">'
        '<assert id="{id}" test="b">t</assert></rule></pattern></ei:table>'
        '<pattern><ei:table href="t.csv"><rule context="x/{path}"/></ei:table></pattern>',
        t=ROWS,
    )
    assert [let.name for let in schema.lets] == ["l-T-1", "l-T-2"]
    assert [one.id for one in schema.patterns] == ["p-T-1", "p-T-2", None]
    assert [rule.context.text for rule in schema.patterns[2].rules] == ["x/b/c", "x/d"]


BROKEN_TABLES = [
    # case              rows                            where            what is said
    ("not_there",       None,                           "",              "the table t.csv cannot be read"),
    ("empty",           "# nothing\n",                  "",              "the table t.csv is empty"),
    ("short_row",       "id,path,name\nT-1,b\n",        "",              "t.csv: row 1 has not as many cells"),
    ("long_row",        "id,path,name\nT-1,b,c,d\n",    "",              "t.csv: row 1 has not as many cells"),
    ("no_column",       "id,path\nT-1,b\n",             "",              "t.csv has no column 'name'"),
    ("no_column_where", ROWS,                           'where="k=1"',   "t.csv has no column 'k'"),
    ("no_utf_8",        b"id,path,name\nT-1,b,\xe9\n",  "",              "the table t.csv cannot be read"),
    ("huge_cell",       f"id,path,name\nT-1,b,{'x' * 200_000}\n", "",    "the table t.csv cannot be read: field"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "rows", "where", "said"), BROKEN_TABLES, ids=[row[0] for row in BROKEN_TABLES])
def test_broken_table(case, rows, where, said):
    files = {} if rows is None else {"t": rows}
    with pytest.raises(SchematronBroken, match=said) as caught:
        read_text("\n" + pattern(rule("a", TABLE.format(where))), **files)
    assert (caught.value.source, caught.value.line) == ("main.sch", 2)
    assert caught.value.fix


def test_table_with_too_many_rows(monkeypatch):
    monkeypatch.setattr(read, "MAX_ROWS", 2)
    with pytest.raises(SchematronBroken, match=r"t\.csv has more than 2 rows"):
        read_text(pattern(rule("a", TABLE.format(""))), t=ROWS + "T-3,e,f\n")


# ---------------------------------------------------------------------------------------------------------------
# What is refused

REFUSED = [
    ("include_above", '<include href="../b.sch"/>', "'../b.sch' lies outside the folder"),
    ("include_above_below", '<include href="x/../../b.sch"/>', "lies outside the folder"),
    ("include_http", '<include href="http://localhost/b.sch"/>', "'http://localhost/b.sch' is no relative file"),
    ("include_file", '<extends href="file:///etc/passwd"/>', "'file:///etc/passwd' is no relative file"),
    ("include_absolute", '<include href="/etc/passwd"/>', "'/etc/passwd' is no relative file"),
    ("include_drive", '<include href="C:/b.sch"/>', "'C:/b.sch' is no relative file"),
    ("include_share", '<include href="\\\\host\\b.sch"/>', "is no relative file"),
    ("include_nothing", "<include/>", "'' is no relative file"),
    ("include_missing", '<include href="z.sch"/>', "z.sch cannot be read"),
    ("include_itself", '<extends href="main.sch"/>', "main.sch includes itself"),
    ("include_no_fragment", '<include href="main.sch#z"/>', "main.sch includes itself"),
    ("table_above", '<ei:table href="../t.csv"/>', "'../t.csv' lies outside the folder"),
    ("table_absolute", '<ei:table href="/etc/passwd"/>', "'/etc/passwd' is no relative file"),
    ("unknown_element", "<rull/>", "<rull> is not supported here"),
    ("unknown_in_pattern", "<pattern><assert test='b'/></pattern>", "<assert> is not supported in a pattern"),
    ("unknown_in_rule", pattern(rule("a", "<rule context='b'/>")), "<rule> is not supported in a rule"),
    ("xslt_in_rule", pattern(rule("a", "<xsl:variable name='v'/>")), "<xsl:variable> is not supported in a rule"),
    ("xslt_in_schema", "<xsl:template match='a'/>", "<xsl:template> is not supported here"),
    ("xslt_include", "<xsl:include href='/etc/passwd'/>", "<xsl:include> is not supported here"),
    (
        "xslt_in_function",
        "<xsl:function name='f:x'><xsl:value-of select='1'/></xsl:function>",
        "<xsl:value-of> in a function is not supported",
    ),
    ("other_in_function", "<xsl:function name='f:x'><b/></xsl:function>", "<b> in a function is not supported"),
    ("function_no_prefix", "<xsl:function name='x'/>", "the function 'x' has no declared prefix"),
    ("function_bad_prefix", "<xsl:function name='z:x'/>", "the function 'z:x' has no declared prefix"),
    ("no_test", pattern(rule("a", "<assert>t</assert>")), "<assert> needs a test"),
    ("blank_test", pattern(rule("a", "<assert test=' '>t</assert>")), "<assert> needs a test"),
    ("no_context", "<pattern><rule/></pattern>", "<rule> needs a context"),
    ("no_select", pattern(rule("a", check("A", "b", "<value-of/>"))), "<value-of> needs a select"),
    ("let_no_name", "<let value='1'/>", "<let> needs a name"),
    ("let_no_value", "<let name='x'><b/></let>", "the variable x holds elements"),
    ("ns_no_uri", "<ns prefix='p'/>", "an <ns> needs a prefix and a uri"),
    ("codes_no_list", "<ei:codes name='c'/>", "<ei:codes> needs a name and a list"),
    ("codes_unknown", "<ei:codes name='c' list='l'/>", "the code list 'l' is not there: code lists are there"),
    ("no_abstract_pattern", "<pattern is-a='p'/>", "there is no abstract pattern 'p'"),
    ("no_abstract_rule", pattern(rule("a", "<extends rule='r'/>")), "there is no abstract rule 'r'"),
    (
        "rule_extends_itself",
        pattern("<rule abstract='true' id='r'><extends rule='r'/></rule>", rule("a", "<extends rule='r'/>")),
        "the rule 'r' extends itself",
    ),
    ("other_documents", "<pattern documents='x'/>", "a pattern over other documents"),
]


@pytest.mark.parametrize(("case", "rules", "said"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused(case, rules, said):
    with pytest.raises(SchematronBroken) as caught:
        read_text("\n\n" + rules)
    assert said in caught.value.message
    assert (caught.value.source, caught.value.line) == ("main.sch", 3)
    assert caught.value.exit_code == 6


WHOLE = [
    ("document_type", f'<!DOCTYPE schema [<!ENTITY e "x">]><schema xmlns="{SCH}"/>', 1, "a document type declaration"),
    (
        "external_entity",
        f'<!DOCTYPE s SYSTEM "file:///etc/passwd"><schema xmlns="{SCH}"/>',
        1,
        "a document type declaration",
    ),
    ("unknown_entity", f'<schema xmlns="{SCH}">&e;</schema>', 1, "is no XML that einvoice reads"),
    ("not_well_formed", f'<schema xmlns="{SCH}">\n<pattern></schema>', 2, "is no XML that einvoice reads"),
    ("empty", "", None, "is no XML that einvoice reads: the document is empty"),
    ("other_root", "<schema/>", 1, "the root element is 'schema', not an ISO Schematron schema"),
    ("old_schematron", '<schema xmlns="http://www.ascc.net/xml/schematron"/>', 1, "not an ISO Schematron schema"),
    ("query_binding", f'<schema xmlns="{SCH}" queryBinding="stx"/>', 1, "the query binding 'stx' is not supported"),
]


@pytest.mark.parametrize(("case", "text", "line", "said"), WHOLE, ids=[row[0] for row in WHOLE])
def test_refused_file(case, text, line, said):
    for name, files in (
        ("main.sch", {"main.sch": text}),
        ("b.sch", {"main.sch": '<include href="b.sch"/>', "b.sch": text}),
    ):
        if name == "b.sch":
            if case in ("other_root", "old_schematron", "query_binding"):
                continue
            files["main.sch"] = wrapped(files["main.sch"]).decode()
        with pytest.raises(SchematronBroken) as caught:
            read_schema("main.sch", lambda name, files=files: files[name].encode())
        assert said in caught.value.message
        assert (caught.value.source, caught.value.line) == (name, line)


def test_circle_of_includes():
    one = f'<schema xmlns="{SCH}"><extends href="c.sch"/></schema>'
    other = f'<schema xmlns="{SCH}"><extends href="b.sch"/></schema>'
    with pytest.raises(SchematronBroken, match=r"c\.sch:1: b\.sch includes itself"):
        read_text('<extends href="b.sch"/>', b=one, c=other)


def test_includes_that_multiply_are_stopped(monkeypatch):
    monkeypatch.setattr(read, "MAX_EXPANSIONS", 2000)

    def load(name):
        number = int(name.partition(".")[0]) if name[0].isdigit() else 0
        return wrapped(f'<extends href="{number + 1}.sch"/>' * 2 if number < 60 else "")

    with pytest.raises(SchematronBroken, match="unfold to more than 2,000 pieces"):
        read_schema("main.sch", load)


def test_abstract_rules_that_multiply_are_stopped(monkeypatch):
    monkeypatch.setattr(read, "MAX_EXPANSIONS", 2000)
    rules = [f'<rule abstract="true" id="r{n}">' + f'<extends rule="r{n + 1}"/>' * 2 + "</rule>" for n in range(60)] + [
        '<rule abstract="true" id="r60"/>',
        rule("a", '<extends rule="r0"/>'),
    ]
    with pytest.raises(SchematronBroken, match="unfold to more than 2,000 pieces"):
        read_text(pattern(*rules))


def test_too_many_files():
    def load(name):
        number = int(name.partition(".")[0]) if name[0].isdigit() else 0
        return wrapped(f'<extends href="{number + 1}.sch"/>')

    with pytest.raises(SchematronBroken, match="more than 200 files are included"):
        read_schema("main.sch", load)


def test_link_out_of_the_folder(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "b.sch").write_text(IN_B)
    (inside / "main.sch").write_bytes(wrapped('<extends href="b.sch"/>'))
    try:
        (inside / "b.sch").symlink_to(tmp_path / "b.sch")
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(SchematronBroken, match=r"b\.sch lies outside the folder of the main file"):
        read_file(inside / "main.sch")


def test_missing_main_file(tmp_path):
    with pytest.raises(SchematronBroken, match=r"main\.sch cannot be read"):
        read_file(tmp_path / "main.sch")


def test_folder_instead_of_a_file(tmp_path):
    (tmp_path / "main.sch").write_bytes(wrapped('<include href="."/>'))
    with pytest.raises(SchematronBroken, match="cannot be read"):
        read_file(tmp_path / "main.sch")
