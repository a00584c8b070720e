"""The comparison of families: what counts as a difference, and that one is found."""

import pytest
from tests.oracle import ROOT
from tests.oracle.family import compare, cut, first_lets, main, read_family, register
from tests.schematron.cases import check, pattern, read_text, rule

from einvoice.schematron.result import Failure, Place, Result, RuleError

pytestmark = pytest.mark.conformance

ASSERTIONS = {
    each.id: each for each in read_text(pattern(rule("a", *(check(id, "b") for id in ("A", "B", "C"))))).assertions
}


def result(failed: str = "", errs: str = "") -> Result:
    place = Place(0, 0, 0)
    return Result(
        tuple(Failure(place, ASSERTIONS[id], "/a", "m") for id in failed),
        tuple(RuleError(place, ASSERTIONS[id], "/a", "X", "m") for id in errs),
        1,
    )


CASES = [
    # case                       ours           official       by assertion  by layer
    ("equal",                    ("AB", ""),    ("BA", ""),    None,         None),
    ("one_more",                 ("AB", ""),    ("A", ""),     "grave",      "grave"),
    ("more_often",               ("AA", ""),    ("A", ""),     "grave",      "grave"),
    ("errors_alike",             ("A", "B"),    ("A", "B"),    None,         None),
    ("error_on_one_side",        ("A", "B"),    ("A", ""),     "grave",      "grave"),
    ("error_elsewhere",          ("", "B"),     ("", "A"),     "warning",    None),
    ("failure_where_other_errs", ("A", "B"),    ("B", "A"),    "warning",    None),
    ("failure_beside_an_error",  ("C", "B"),    ("", "B"),     "grave",      None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "ours", "official", "strict", "layer"), CASES, ids=[row[0] for row in CASES])
def test_compare(case, ours, official, strict, layer):
    for by, expected in (("assertion", strict), ("layer", layer)):
        found = compare(result(*ours), result(*official), by)
        assert (None if found is None else "grave" if found.grave else "warning") == expected


def test_cut_keeps_rules_and_variables():
    schema = read_text(
        pattern(
            rule("a", '<let name="x" value="1"/>', check("A-1", "b"), check("B-1", "b")), rule("b", check("C", "b"))
        )
        + pattern(rule("c", check("C", "b")))
    )
    left = cut(schema, ["A-*", "Z"])
    assert [each.id for each in left.assertions] == ["A-1"]
    assert [rule.context.text for rule in left.patterns[0].rules] == ["a", "b"]
    assert len(left.patterns[0].rules[0].body) == 2
    assert left.patterns[1].rules == ()


def test_first_lets():
    schema = first_lets(read_text('<let name="x" value="1"/><let name="y" value="2"/><let name="x" value="3"/>'))
    assert [(let.name, let.value.text) for let in schema.lets] == [("x", "1"), ("y", "2")]


REGISTER = [
    ("as_published", check("BR-CO-10", "b", attributes="flag='fatal'"), []),
    ("missing", "", ["BR-CO-10: missing"]),
    ("other_flag", check("BR-CO-10", "b", attributes="flag='warning'"), ["BR-CO-10: flag 'warning', official 'fatal'"]),
    ("twice", check("BR-CO-10", "b", attributes="flag='fatal'") * 2, ["BR-CO-10: 1 more than official"]),
]


@pytest.mark.parametrize(("case", "body", "faults"), REGISTER, ids=[row[0] for row in REGISTER])
def test_register(case, body, faults):
    assert register(read_text(pattern(rule("a", body))), "en16931", ["BR-CO-10"]) == faults


def test_register_knows_what_it_does_not_hold():
    schema = read_text(pattern(rule("a", check("BR-ME-1", "b"))))
    assert register(schema, "en16931", ["BR-ME-*"]) == ["BR-ME-1: not in the register of the layer en16931"]


RULES = ROOT / "schematron" / "en16931" / "1.3.16"


def test_family_comes_with_what_families_share():
    family = read_family(RULES / "totals.sch")
    assert {assertion.test.source.rpartition("/")[2] for assertion in family.assertions} == {"totals.sch"}
    assert family.functions


def test_command(capsys):
    arguments = [str(RULES / "totals.sch"), "--ids", "BR-CO-1*", "--only", "peppol-examples"]
    assert main(arguments) == 0
    assert "equal: " in capsys.readouterr().out


def test_difference_is_shown_and_saved(tmp_path, capsys):
    wrong = tmp_path / "mine.sch"
    wrong.write_bytes(
        b'<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><pattern>'
        b"<rule context=\"*[local-name() = 'LegalMonetaryTotal']\">"
        b'<assert id="BR-CO-10" flag="warning" test="false()">always</assert></rule></pattern></schema>'
    )
    options = ["--layer", "en16931", "--only", "peppol-examples/base-example", "--save", str(tmp_path / "saved")]
    assert main([str(wrong), *options]) == 1
    out = capsys.readouterr().out
    assert "REGISTER BR-CO-10: flag 'warning', official 'fatal'\n" in out
    assert "DIFFERS documents/peppol-examples/base-example.xml\n  only ours: BR-CO-10\n" in out
    assert "DIFFERENT: 1 assertions" in out
    (saved,) = (tmp_path / "saved").iterdir()
    assert b"LegalMonetaryTotal" in saved.read_bytes()
    assert len(saved.read_bytes()) < 2000


def test_broken_file(tmp_path, capsys):
    (tmp_path / "mine.sch").write_text("<schema/>")
    assert main([str(tmp_path / "mine.sch"), "--layer", "peppol"]) == 3
    assert "not an ISO Schematron schema" in capsys.readouterr().out
