"""JUnit: a suite per file, a case per layer, and no document passes that was not checked."""

from dataclasses import replace

import pytest
from lxml import etree
from tests.report.documents import ERROR, LAYERS, NOTE, WARNING, judged, of_corpora, unread

from einvoice.findings import Severity
from einvoice.report import junit
from einvoice.report.baseline import Comparison
from einvoice.report.judged import Identity, Judged
from einvoice.validation import LayerResult

ERRORS: frozenset[Severity] = frozenset({"error"})
BOTH: frozenset[Severity] = frozenset({"error", "warning"})


def report(
    *documents: Judged, grave: frozenset[Severity] = ERRORS, comparison: Comparison | None = None
) -> etree._Element:
    root = etree.fromstring(junit.document(documents, grave, comparison))
    for suite in [root, *root]:
        cases = list(suite.iter("testcase"))
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert suite.get(name) == str(sum(1 for case in cases if case.find(tag) is not None))
        assert suite.get("tests") == str(len(cases))
    return root


def outcomes(root: etree._Element) -> dict[str, list[str]]:
    return {str(case.get("name")): [str(child.tag) for child in case] for case in root.iter("testcase")}


def test_layers_are_cases() -> None:
    assert outcomes(report(judged())) == {"checked": [], "schema": [], "en16931": [], "business": []}


def test_error_fails_its_layer_only() -> None:
    root = report(judged(ERROR, WARNING))
    assert outcomes(root) == {"checked": [], "schema": [], "en16931": ["failure"], "business": ["system-out"]}
    (failure,) = root.iter("failure")
    assert failure.get("type") == "BR-CO-10"
    assert failure.get("message") == "1 error: BR-CO-10: sum is 1, expected 2"
    assert failure.text == (
        "a.xml:12: error BR-CO-10: sum is 1, expected 2 [BT-106] (/Invoice/Total)\n  fix: Correct the sum."
    )


def test_warning_fails_when_it_is_asked_for() -> None:
    assert outcomes(report(judged(WARNING), grave=BOTH))["business"] == ["failure"]


def test_what_the_reader_found_belongs_to_the_layer_that_reads() -> None:
    assert outcomes(report(judged(replace(ERROR, layer="input"))))["business"] == ["failure"]
    schema_only = judged(replace(ERROR, layer="input"), layers=LAYERS[:1])
    assert outcomes(report(schema_only)) == {"checked": ["failure"], "schema": []}


def test_error_that_the_context_shows_as_less_fails_its_layer() -> None:
    invalid = (LAYERS[0], replace(LAYERS[1], status="invalid"))
    assert outcomes(report(judged(WARNING, layers=invalid)))["en16931"] == ["failure"]
    assert outcomes(report(judged(ERROR, known=[0], layers=invalid)))["en16931"] == ["system-out"]


def test_known_finding_does_not_fail() -> None:
    root = report(judged(ERROR, known=[0]))
    assert outcomes(root)["en16931"] == ["system-out"]
    assert str(root.findtext(".//system-out")).startswith("known: a.xml:12: error BR-CO-10")
    assert outcomes(report(judged(ERROR, ERROR, known=[0])))["en16931"] == ["failure", "system-out"]


def test_file_that_could_not_be_read_is_an_error() -> None:
    root = report(unread())
    assert outcomes(root) == {
        "checked": ["error"], "schema": ["skipped"], "schematron": ["skipped"], "business": ["skipped"],
    }  # fmt: skip
    (error,) = root.iter("error")
    assert error.get("message") == "not checked: it could not be read"
    assert "broken.xml:3: error EI-NOT-WELL-FORMED" in str(error.text)


def test_skipped_layer_makes_the_document_an_error() -> None:
    root = report(judged(layers=(*LAYERS[:2], LayerResult("business", "skipped", "no invoice"))))
    assert outcomes(root) == {"checked": ["error"], "schema": [], "en16931": [], "business": ["skipped"]}
    assert [each.get("message") for each in root.iter("error", "skipped")] == [
        "not checked: business skipped",
        "no invoice",
    ]


def test_file_of_several_invoices_is_one_suite() -> None:
    pair = [judged(index=n, several=True, path="batch.xml") for n in (0, 1)]
    root = report(*pair, judged())
    assert [suite.get("name") for suite in root] == ["batch.xml", "a.xml"]
    assert [case.get("name") for case in root[0].iter("testcase")][::4] == ["invoice 1: checked", "invoice 2: checked"]


def test_properties_name_the_rule_sets() -> None:
    found = {each.get("name"): each.get("value") for each in report(judged()).iter("property")}
    assert found["profile"] == "peppol-bis-3/2026-05"
    assert found["ruleset.en16931"] == "en16931/1.3.16 1.3.16 from 2026-04-10"


def test_no_longer_found_is_told() -> None:
    gone = Comparison("base.json", 0, [(Identity("a.xml", 0, "BR-01", None), 1)])
    assert "no longer found: a.xml: BR-01" in str(report(judged(), comparison=gone)[-1].findtext("system-out"))


@pytest.mark.parametrize("text", ["\x00", "\x0b", "\ud800", "\ufffe", "\uffff", "\x1b[2J"])
def test_character_that_xml_forbids(text: str) -> None:
    finding = replace(ERROR, code=f"A{text}", message=f"a{text}b", fix=text, path=f"/{text}")
    document = judged(finding, NOTE, path=f"x{text}.xml", profile=text, format=text)
    assert report(document, replace(unread(), path=text)) is not None


def test_markup_is_text() -> None:
    root = report(judged(replace(ERROR, message="]]><script>&amp;")))
    (failure,) = root.iter("failure")
    assert "]]><script>&amp;" in str(failure.text)
    assert len(failure) == 0


def test_report_is_the_same_every_time() -> None:
    file = "peppol-bis/negative/type-381-in-invoice.xml"
    assert junit.document([of_corpora(file)], BOTH) == junit.document([of_corpora(file)], BOTH)
