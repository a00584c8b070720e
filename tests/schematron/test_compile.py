"""The compiler against `exact.py`, expression by expression: compiled code may decline, it may never differ."""

from pathlib import Path

import pytest

from einvoice import xml
from einvoice.errors import SchematronBroken
from einvoice.schematron import library
from einvoice.schematron.compiler import compile_schema
from einvoice.schematron.exact import Exact
from einvoice.schematron.native import Native
from einvoice.schematron.read import read_schema
from einvoice.schematron.schema import Schema

HEAD = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:f" queryBinding="xslt2">'
    '<ns prefix="a" uri="urn:a"/><ns prefix="f" uri="urn:f"/><ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
)

EXPRESSIONS = [
    # existence, counting
    "a:Name", "not(a:Name)", "exists(a:Line/a:Price)", "empty(a:Line)", "count(a:Line) = 2", "count(a:Name) <= 1",
    "count(a:Name) = 1", "count(a:Line) > 1", "count((a:Name, a:Date)) >= 2", "*", "a:Line/*", "@currency",
    "not(@currency)", "a:Line/@unit", "boolean(a:Name)", "not(a:Line/a:Price/@currency)",
    "not(a:Gone) and not(a:Line/a:Gone)",
    # text
    "normalize-space(a:Name) != ''", "normalize-space(a:Name) = 'Oy'", "a:Name = 'Oy'", "a:Name = ('Oy', 'Ab')",
    "@currency = 'EUR'", "@currency = ('EUR', 'SEK')", "a:Line/@unit = 'C62'", "string-length(a:Name) < 10",
    "starts-with(a:Name, 'O')", "contains(a:Name, 'y')", "ends-with(a:Name, 'y')",
    "concat(a:Name, '-', @currency) = 'Oy-EUR'", "substring(a:Name, 1, 1) = 'O'", "substring(a:Name, 2) = 'y'",
    "substring-after(a:Total, '.') = '00'", "substring-before(a:Total, '.') = '30'",
    "translate(a:Total, '0123456789.', '') = ''", "upper-case(a:Name) = 'OY'", "lower-case(a:Name) = 'oy'",
    "matches(a:Name, '^[A-Z][a-z]+$')", "replace(a:Name, 'y', 'z') = 'Oz'", "count(tokenize(a:Date, '-')) = 3",
    "tokenize(a:Date, '-')[1] = '2026'", "tokenize(a:Date, '-')[last()] = '01'",
    "string-join(a:Line/a:Amount, '+') = '10.00+20.00'", "string(a:Name) = 'Oy'", "a:Name/text() = 'Oy'",
    "normalize-space(a:Name/text()) = 'Oy'", "count(distinct-values(a:Line/@unit)) = 1", "normalize-space() != ''",
    # numbers
    "xs:decimal(a:Total) = 30", "xs:decimal(a:Total) = sum(a:Line/xs:decimal(a:Amount))", "a:Total > 10",
    "a:Total = 30", "number(a:Total) = 30", "string(number(a:Name)) = 'NaN'", "sum(a:Line/a:Amount) = 30",
    "abs(xs:decimal(a:Total)) > 0", "round(xs:decimal(a:Total) * 100) div 100 = 30", "xs:decimal(a:Total) div 3 = 10",
    "xs:decimal(a:Total) div 7 > 4", "xs:decimal(a:Total) - 30 = 0", "-xs:decimal(a:Total) < 0",
    "xs:integer(a:Count) mod 2 = 0", "xs:integer(a:Count) idiv 2 = 1", "a:Total * 2 = 60", "a:Count + 1 = 3",
    "count(a:Line) + 1 = 3", "every $l in a:Line satisfies xs:decimal($l/a:Amount) > 0",
    "some $l in a:Line satisfies $l/@unit = 'C62'", "some $c in ('EUR', 'SEK') satisfies @currency = $c",
    "(for $l in a:Line return xs:decimal($l/a:Amount))[2] = 20", "max(a:Line/xs:decimal(a:Amount)) = 20",
    "if (a:Count) then xs:decimal(a:Count) = 2 else true()", "xs:decimal(if (a:Gone) then a:Gone else 0) = 0",
    "(xs:decimal(a:Gone), 0)[1] = 0", "xs:decimal(a:Line[1]/a:Amount) = 10", "a:Line[2]/a:Amount = 20",
    # dates, booleans, casts
    "xs:date(a:Date) >= xs:date('2026-01-01')", "a:Date castable as xs:date", "a:Total castable as xs:decimal",
    "a:Name castable as xs:integer", "a:Flag = true()", "a:Flag = false()", "not(a:Flag = true())",
    # predicates, axes, unions
    "a:Line[@unit = 'C62']/a:Amount = '10.00'", "count(a:Line[a:Flag = true()]) = 1",
    "a:Line[a:Price/a:Amount = '5.00']", "//a:Line", "count(//a:Amount) = 4", "//@unit = 'C62'", "not(//a:Gone)",
    "not(//a:Line/@gone)", "//a:Line[a:Amount > 15]", "a:Line/a:Price/../a:Amount = '10.00'",
    "a:Line/a:Amount[../@unit = 'C62']", "(a:Name | a:Date)", "count(a:Name | a:Line) = 3", "/a:Doc/a:Name = 'Oy'",
    "/*/a:Name = 'Oy'", "local-name(/*) = 'Doc'", "self::a:Doc", "a:Line/(a:Amount > 5)",
    "a:Line/normalize-space(@unit) = 'C62'", "a:Line/normalize-space(a:Amount) = '10.00'",
    "a:Line/upper-case(normalize-space(a:Kind)) = 'S'", ".//a:Amount = '5.00'", "f:cents(xs:decimal(a:Total)) = 30",
    "f:known(@currency)", "f:known(a:Name)", "f:fold(3) = 6", "string-to-codepoints(a:Name)[1] = 79",
    "codepoints-to-string((79, 121)) = a:Name", "$currency = 'EUR'", "$lines > 1", "a:Total = $total",
    "subsequence(a:Line, 2, 1)/a:Amount = '20.00'", "reverse(a:Line/a:Amount)[1] = '20.00'",
    "count(a:Line/preceding-sibling::a:Line) = 1", "a:Line/ancestor::a:Doc", "exactly-one(a:Name) = 'Oy'",
]  # fmt: skip

LETS = """
  <let name="currency" value="/*/@currency"/><let name="lines" value="count(//a:Line)"/>
  <let name="total" value="string(sum(//a:Line/xs:decimal(a:Amount)))"/>
  <xsl:function name="f:cents" as="xs:decimal?"><xsl:param name="x" as="xs:decimal?"/>
    <xsl:sequence select="round($x * 100) div 100"/></xsl:function>
  <xsl:function name="f:known" as="xs:boolean"><xsl:param name="x"/>
    <xsl:sequence select="$x = ('EUR', 'SEK')"/></xsl:function>
  <xsl:function name="f:fold" as="xs:integer"><xsl:param name="n" as="xs:integer"/>
    <xsl:sequence select="if ($n = 0) then 0 else $n + f:fold($n - 1)"/></xsl:function>
"""

ORDINARY = (
    '<Doc xmlns="urn:a" currency="EUR"><Name>Oy</Name><Date>2026-05-01</Date><Count>2</Count><Flag>true</Flag>'
    '<Line unit="C62"><Amount>10.00</Amount><Kind> s </Kind><Flag>1</Flag><Price currency="EUR"><Amount>5.00</Amount>'
    "</Price></Line>{more}<Total>30.00</Total></Doc>"
)
SECOND = '<Line unit="C62"><Amount>20.00</Amount><Price><Amount>2.5</Amount></Price></Line>'
GOOD = ORDINARY.format(more=SECOND)

DOCUMENTS = {
    "ordinary": GOOD,
    "one_line": ORDINARY.format(more=""),
    "no_total": GOOD.replace("<Total>30.00</Total>", ""),
    "empty_name": GOOD.replace("<Name>Oy</Name>", "<Name/>"),
    "blank_name": GOOD.replace("<Name>Oy</Name>", "<Name> \n </Name>"),
    "two_names": GOOD.replace("<Name>Oy</Name>", "<Name>Oy</Name><Name>Ab</Name>"),
    "name_with_child": GOOD.replace("<Name>Oy</Name>", "<Name>O<Amount>y</Amount></Name>"),
    "text_between": GOOD.replace("<Date>", "stray<Date>"),
    "no_numbers": GOOD.replace("30.00", "thirty").replace("10.00", ""),
    "strange_numbers": GOOD.replace("30.00", "NaN").replace("10.00", "-0.0").replace("20.00", "1e1"),
    "long_number": GOOD.replace("30.00", "9" * 120 + ".5"),
    "bad_flag": GOOD.replace("<Flag>true", "<Flag>yes"),
    "bad_date": GOOD.replace("2026-05-01", "2026-02-30"),
    "zoned_date": GOOD.replace("2026-05-01", "2026-05-01+02:00"),
    "no_attributes": GOOD.replace(' currency="EUR"', "").replace(' unit="C62"', ""),
    "comment_in_value": GOOD.replace("<Name>Oy", "<Name>O<!-- c -->y"),
    "comment_between": GOOD.replace("<Date>", "<!-- c --><Date>"),
    "cdata": GOOD.replace("<Name>Oy", "<Name><![CDATA[Oy]]>"),
    "pretty": GOOD.replace("><", ">\n  <"),
    "other_prefix": GOOD.replace('xmlns="urn:a"', 'xmlns:p="urn:a"').replace("<", "<p:").replace("<p:/", "</p:"),
    "no_namespace": GOOD.replace(' xmlns="urn:a"', ""),
    "nested": GOOD.replace("<Price><Amount>2.5</Amount></Price>", f"<Price>{SECOND}</Price>"),
    "other_root": GOOD.replace("<Doc", "<Dok").replace("</Doc>", "</Dok>"),
    "three_lines_apart": GOOD.replace("<Total>", f"<Count>3</Count>{SECOND}<Total>"),
    "many_lines": ORDINARY.format(more=SECOND * 90 + "<Name>Oy</Name>" + SECOND.replace("20.00", " ") * 40),
    "stray_text_in_one_line": ORDINARY.format(
        more=SECOND * 60 + SECOND.replace("<Price>", "stray<Price>") + SECOND * 9
    ),
    "stray_text_between_lines": ORDINARY.format(more=SECOND * 60 + "stray" + SECOND * 9),
    "a_blank_leaf_in_one_line": ORDINARY.format(more=SECOND * 60 + SECOND.replace("20.00", "\n ") + SECOND * 9),
    "an_empty_leaf_in_one_line": ORDINARY.format(more=SECOND * 60 + SECOND.replace("20.00", "") + SECOND * 9),
    "shapes_that_differ": ORDINARY.format(more=SECOND * 30 + SECOND.replace("unit", "other") * 30 + SECOND * 3),
}


def schema_of(body: str) -> Schema:
    """Return the rule set with *body* in its head."""
    return read_schema("x.sch", lambda _: (HEAD + body + "</schema>").encode())


def rules_of(tests: list[str], context: str = "a:Doc | a:Dok") -> Schema:
    """Return a rule set with one assertion per test."""
    shown = "".join(
        f'<assert id="T{number}" test="{test.replace("<", "&lt;")}">'
        f'{number}: <value-of select="a:Name"/> <value-of select="count(a:Line)"/></assert>'
        for number, test in enumerate(tests)
    )
    return schema_of(f'{LETS}<pattern><rule context="{context}">{shown}</rule></pattern>')


def native_of(schema: Schema, *, trusted: bool = True) -> Native:
    """Return the engine for *schema*."""
    rules = library.from_schema(schema, "test") if not trusted else _trusted(schema)
    return Native(rules.program)


def _trusted(schema: Schema) -> library.Rules:
    from einvoice.schematron.native import Program
    from einvoice.schematron.schema import Assertion

    compiled = compile_schema(schema)
    module = library.run_source(compiled.rules, "test")
    writers = library.run_source(compiled.messages, "test messages", module)["WRITERS"]
    exact = Exact(schema)

    def assertion(place):
        found = schema.patterns[place.pattern].rules[place.rule].body[place.item]
        assert isinstance(found, Assertion)
        return found

    return library.Rules("test", Program(module["PATTERNS"], lambda: exact, assertion, lambda: writers), lambda: schema)


RULES = rules_of(EXPRESSIONS)
ENGINES = {True: native_of(RULES), False: native_of(RULES, trusted=False)}
EXACT = Exact(RULES)


@pytest.mark.parametrize("trusted", [True, False], ids=["trusted", "untrusted"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_compiled_equals_exact(name: str, trusted: bool) -> None:
    data = DOCUMENTS[name].encode()
    (found,) = ENGINES[trusted].judge(data)
    assert found == EXACT.judge(EXACT.document(xml.parse(data, faithful=True)))


HANDED_OVER = {
    "normalize-space() != ''": "the text of an element with children is not in the light tree",
    "a:Line/(a:Amount > 5)": "two truth values are an error",
}


@pytest.mark.parametrize("test", EXPRESSIONS)
def test_an_ordinary_document_needs_no_exact(test: str) -> None:
    handed: list[object] = []
    engine = native_of(rules_of([test]))
    engine.watch = lambda *seen: handed.append(seen)
    engine.judge(GOOD.encode())
    assert bool(handed) is (test in HANDED_OVER)


NOT_COMPILED = {
    60: "mod",
    61: "idiv",
    91: "the axis parent",
    115: "the axis preceding-sibling",
    116: "the axis ancestor",
}


def test_what_is_not_compiled_is_told_with_its_reason() -> None:
    """A shorter list is welcome; a longer one means that something got slower."""
    told = compile_schema(RULES).unsupported
    assert told == tuple(f"r0_0 T{number}: {reason}" for number, reason in NOT_COMPILED.items())


CONTEXTS = [
    "a:Line", "a:Doc/a:Line", "/a:Doc/a:Line", "//a:Line", "a:Line/a:Amount", "a:Doc//a:Amount", "*", "/*", "/",
    "a:Line[@unit = 'C62']", "a:Line[@unit = 'C62'][a:Amount > 15]", "a:Line[a:Flag = true()]/a:Amount | a:Name",
    "(a:Name | a:Date)[normalize-space() != '']", "*[ends-with(local-name(), 'Amount')]", "a:Line[1]",
    "a:Line[last()]", "a:Amount[../@unit]", "a:Amount[../../a:Name = 'Oy']", "@unit",
    "a:Line/@unit | a:Doc/@currency", "a:Amount[ancestor::a:Price]", "a:Line[$lines > 1]", "a:Line[//a:Name = 'Oy']",
    "*[not(*) and not(normalize-space())]", "text()", "a:Doc[xs:decimal(a:Total) > 0]",
    "a:Line[a:Amount = '10.00'] | a:Line[a:Amount = '20.00']", "a:Line[position() = 2]", "a:*", "*:Line",
]  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("trusted", [True, False], ids=["trusted", "untrusted"])
def test_first_match_equals_exact(name: str, trusted: bool) -> None:
    """Rules of one pattern in two orders, and each in a pattern of its own."""

    def rule(context: str, number: int) -> str:
        shown = context.replace("<", "&lt;")
        return f'<rule context="{shown}"><assert id="C{number}" test="false()">C</assert></rule>'

    made = [rule(context, number) for number, context in enumerate(CONTEXTS)]
    alone = "".join(f"<pattern>{each}</pattern>" for each in made)
    schema = schema_of(f"{LETS}<pattern>{''.join(made)}</pattern><pattern>{''.join(reversed(made))}</pattern>{alone}")
    engine, exact = native_of(schema, trusted=trusted), Exact(schema)
    data = DOCUMENTS[name].encode()
    (found,) = engine.judge(data)
    assert found == exact.judge(exact.document(xml.parse(data, faithful=True)))


def test_functions_of_rules_and_of_messages_share_no_name() -> None:
    """A function that is not compiled, one that a rule uses, and one that only a message uses."""
    schema = schema_of(
        '<xsl:function name="f:bad" as="xs:boolean"><xsl:param name="x"/>'
        '<xsl:sequence select="exists($x/preceding-sibling::*)"/></xsl:function>'
        '<xsl:function name="f:good" as="xs:string"><xsl:param name="x"/>'
        '<xsl:sequence select="upper-case($x)"/></xsl:function>'
        '<xsl:function name="f:other" as="xs:string"><xsl:param name="x"/>'
        '<xsl:sequence select="lower-case($x)"/></xsl:function>'
        '<pattern><rule context="a:Doc"><assert id="A" test="f:bad(a:Name) and f:good(a:Name) = &apos;&apos;">'
        '<value-of select="f:other(a:Name)"/> <value-of select="f:good(a:Name)"/></assert>'
        '<assert id="B" test="f:good(a:Name) = &apos;&apos;">'
        '<value-of select="f:other(a:Name)"/> <value-of select="f:good(a:Name)"/></assert></rule></pattern>'
    )
    (found,) = native_of(schema).judge(GOOD.encode())
    assert [each.message for each in found.failures] == ["oy OY", "oy OY"]


def test_reports_and_lets_of_a_rule() -> None:
    schema = schema_of(
        '<pattern><rule context="a:Line"><let name="amount" value="xs:decimal(a:Amount)"/>'
        '<report id="R" test="$amount &gt; 15">amount <value-of select="$amount * 2"/></report>'
        '<let name="double" value="$amount * 2"/><assert id="A" test="$double = 20" subject="a:Amount">'
        'double <value-of select="$double"/> of <name/></assert></rule></pattern>'
    )
    (found,) = native_of(schema).judge(GOOD.encode())
    assert [(each.assertion.id, each.message) for each in found.failures] == [
        ("R", "amount 40"),
        ("A", "double 40 of Line"),
    ]
    assert found.failures[1].subject is not None
    assert found.failures[1].subject.endswith("/*:Amount[namespace-uri()='urn:a'][1]")


def test_names_of_a_document_stay_data() -> None:
    """Names end in generated code of shapes: through `repr`, so that they can only be text."""
    odd = '<Line unit="C62"><Amount>20.00</Amount><ä-ö.x_1 é="q&quot;]);raise SystemExit(1)#&#10;">t</ä-ö.x_1></Line>'
    data = ORDINARY.format(more=odd * 80).encode()
    (found,) = ENGINES[True].judge(data)
    assert found == EXACT.judge(EXACT.document(xml.parse(data, faithful=True)))


@pytest.mark.parametrize(
    "test",
    [
        "'x\"]);raise SystemExit(1)#' = a:Name",
        "'\\' = a:Name",
        "\"'''\" = a:Name",
        "'&#10;import os' = a:Name",
        "a:Name = ('{', '}', '%s', '\u2028')",
    ],
)
def test_texts_of_rules_stay_data(test: str) -> None:
    shown = test.replace('"', "&quot;")
    schema = schema_of(
        f'<pattern><rule context="a:Doc"><assert id="A" test="{shown}">say {{x}} "]) \\ <value-of select="a:Name"/>'
        "</assert></rule></pattern>"
    )
    (found,) = native_of(schema).judge(GOOD.encode())
    assert [each.message for each in found.failures] == ['say {x} "]) \\ Oy']


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("a:Name +", "is no XPath 2"),
        ("b:Name", "prefix"),
        ("f:gone(1)", "f:gone"),
        ("document('x')", "document"),
        ("doc('file:///etc/passwd')", "doc"),
        ("unparsed-text('x')", "unparsed-text"),
        ("collection()", "collection"),
    ],
)
def test_what_cannot_run_is_refused_when_it_is_loaded(test: str, words: str) -> None:
    schema = rules_of([test])
    with pytest.raises(SchematronBroken, match=words) as caught:
        library.from_schema(schema, "test")
    assert caught.value.source == "x.sch"
    assert caught.value.line == 10
    assert caught.value.fix


def test_a_document_leaves_nothing_behind() -> None:
    """After a document of other paths, and after one that is refused, the next is judged as before."""
    engine = native_of(RULES)
    before = engine.judge(GOOD.encode())
    for name in ("many_lines", "text_between", "nested", "no_namespace"):
        engine.judge(DOCUMENTS[name].encode())
        assert engine.judge(GOOD.encode()) == before


def test_files_are_cached_and_the_cache_is_not_trusted_blindly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EINVOICE_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "rules.sch"
    body = '<pattern><rule context="a:Doc"><assert id="A" test="a:Gone">no</assert></rule></pattern>'
    file.write_text(HEAD + body + "</schema>")
    first = Native(library.from_file(file).program).judge(GOOD.encode())
    kept = sorted((tmp_path / "cache").glob("*.py"))
    assert len(kept) == 2
    for each in kept:  # changed by somebody: its digest no longer fits
        each.write_text(each.read_text() + "\nPATTERNS = []\n")
    assert Native(library.from_file(file).program).judge(GOOD.encode()) == first
    assert first[0].failed_ids == ("A",)
    (tmp_path / "cache").chmod(0o777)  # others may write: it is not used
    assert library._cached(kept[0].stem) is None


def test_without_a_cache_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("EINVOICE_CACHE", str(blocked / "below"))
    file = tmp_path / "rules.sch"
    body = '<pattern><rule context="a:Doc"><assert id="A" test="a:Gone">no</assert></rule></pattern>'
    file.write_text(HEAD + body + "</schema>")
    assert Native(library.from_file(file).program).judge(GOOD.encode())[0].failed_ids == ("A",)
