"""A document of a run: the object of the contract, and which layer a finding belongs to."""

from dataclasses import replace

from tests.report.documents import CORPORA, ERROR, LAYERS, NOTE, WARNING, judged, of_corpora, unread

from einvoice.validation import validate

FILE = "peppol-bis/negative/type-381-in-invoice.xml"


def test_object_is_that_of_the_report() -> None:
    document = of_corpora(FILE)
    report = validate((CORPORA / FILE).read_bytes()).as_dict(FILE)
    mine = document.as_dict()
    assert list(mine) == list(report)
    for layer in (*mine["layers"], *report["layers"]):
        layer.pop("ms")
    assert {**mine, "findings": []} == {**report, "findings": []}


def test_unread_document_has_every_member() -> None:
    value = unread().as_dict()
    assert list(value) == list(judged().as_dict())
    assert (value["format"], value["valid"], value["checked"], len(value["findings"])) == (None, False, False, 1)


def test_known_is_said_only_with_a_baseline() -> None:
    document = judged(ERROR, WARNING, known=[1])
    assert "known" not in document.as_dict()["findings"][0]
    assert [each["known"] for each in document.as_dict(marked=True)["findings"]] == [False, True]


def test_new_findings() -> None:
    assert judged(ERROR, WARNING, NOTE, known=[0, 1]).new == [NOTE]


def test_layers_of_findings() -> None:
    reader = replace(ERROR, layer="billecta")
    assert judged(ERROR, WARNING, reader).of_layers() == {"schema": [], "en16931": [0], "business": [1, 2]}
    assert judged(reader, layers=LAYERS[:1]).of_layers() == {"schema": [], "input": [0]}


def test_standing() -> None:
    assert [each.standing for each in (judged(), judged(ERROR), unread())] == ["valid", "invalid", "not checked"]


def test_all_errors_known() -> None:
    assert judged(ERROR, WARNING, known=[0]).all_errors_known
    assert not judged(ERROR, ERROR, known=[0]).all_errors_known
    assert not judged(WARNING, known=[0]).all_errors_known
