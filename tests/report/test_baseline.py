"""Baselines: known by document, invoice, code and path; what is gone is told only where it was looked for."""

import json
from dataclasses import replace

import pytest
from tests.report.documents import ERROR, LAYERS, NOTE, WARNING, judged, unread

from einvoice.errors import RulesetError
from einvoice.findings import Finding
from einvoice.report.baseline import Baseline, Comparison, load
from einvoice.report.judged import Identity, Judged, numbered
from einvoice.validation import LayerResult


def everywhere(name: str) -> bool:
    return True


def nowhere(name: str) -> bool:
    return False


def baseline(*documents: Judged) -> Baseline:
    """Return the baseline of *documents*, through its file."""
    seen = [(each.path, each) for each in documents]
    return load(Baseline().updated(seen, everywhere).dumps(), "base.json")


def known(base: Baseline, *findings: Finding, document: str = "a.xml", index: int = 0) -> list[int]:
    return sorted(base.known(document, index, findings))


def gone(base: Baseline, *documents: Judged) -> list[str]:
    return [identity.code for identity, _ in base.gone([(each.path, each) for each in documents])]


def test_what_was_found_is_known() -> None:
    assert known(baseline(judged(ERROR, WARNING)), ERROR, WARNING) == [0, 1]


def test_line_value_wording_and_severity_do_not_matter() -> None:
    moved = replace(ERROR, line=99, value="7", message="said otherwise", fix=None, terms=(), severity="warning")
    assert known(baseline(judged(ERROR)), moved) == [0]


@pytest.mark.parametrize("other", [replace(ERROR, code="BR-1"), replace(ERROR, path="/x"), replace(ERROR, path=None)])
def test_other_finding_is_new(other: Finding) -> None:
    assert known(baseline(judged(ERROR)), other) == []


def test_other_document_and_other_invoice_are_new() -> None:
    base = baseline(judged(ERROR))
    assert known(base, ERROR, document="b.xml") == known(base, ERROR, index=1) == []


def test_more_of_the_same_than_known_are_new() -> None:
    assert known(baseline(judged(ERROR, ERROR)), ERROR, ERROR, ERROR) == [0, 1]


def test_information_is_not_kept() -> None:
    assert baseline(judged(NOTE, ERROR)).counts == {Identity("a.xml", 0, "BR-CO-10", "/Invoice/Total"): 1}


def test_document_that_could_not_be_read_is_not_kept() -> None:
    assert baseline(unread()).counts == {}


def test_gone() -> None:
    base = baseline(judged(ERROR, ERROR, WARNING))
    assert gone(base, judged(ERROR, ERROR, WARNING)) == []
    assert base.gone([("a.xml", judged(ERROR))]) == [
        (Identity("a.xml", 0, "BR-CO-10", "/Invoice/Total"), 1),
        (Identity("a.xml", 0, "EI-ID-VAT", "/Invoice/Party/ID"), 1),
    ]


def test_nothing_is_gone_from_a_document_outside_the_run() -> None:
    assert gone(baseline(judged(ERROR)), judged(path="b.xml")) == []


def test_nothing_is_gone_from_a_document_that_could_not_be_read() -> None:
    assert gone(baseline(judged(ERROR)), unread("a.xml")) == []


def test_nothing_is_gone_from_a_layer_that_did_not_run() -> None:
    base = baseline(judged(ERROR, WARNING))
    assert gone(base, judged(layers=LAYERS[:1])) == []
    assert gone(base, judged(layers=LAYERS[:2])) == ["BR-CO-10"]
    assert gone(base, judged(layers=(*LAYERS[:2], LayerResult("business", "skipped", "why")))) == ["BR-CO-10"]


def test_what_the_reader_found_is_gone_when_the_layer_that_reads_ran() -> None:
    base = baseline(judged(replace(ERROR, layer="input")))
    assert gone(base, judged(layers=LAYERS[:2])) == []
    assert gone(base, judged()) == ["BR-CO-10"]


def test_invoice_that_its_file_lost_is_gone() -> None:
    base = baseline(judged(), judged(ERROR, index=1))
    assert gone(base, judged()) == ["BR-CO-10"]


def test_update_takes_out_what_is_gone_and_keeps_the_rest() -> None:
    base = baseline(judged(ERROR), judged(WARNING, path="b.xml"), judged(ERROR, path="c.xml"))
    again = base.updated([("a.xml", judged(WARNING)), ("c.xml", unread("c.xml"))], everywhere)
    assert {(each.document, each.code) for each in again.counts} == {
        ("a.xml", "EI-ID-VAT"), ("b.xml", "EI-ID-VAT"), ("c.xml", "BR-CO-10"),
    }  # fmt: skip
    deleted = base.updated([("a.xml", judged(ERROR))], nowhere)
    assert {each.document for each in deleted.counts} == {"a.xml"}


def test_update_with_some_layers_keeps_those_of_others() -> None:
    base = baseline(judged(ERROR, WARNING))
    assert base.updated([("a.xml", judged(layers=LAYERS[:1]))], everywhere).counts == base.counts


def test_file_is_sorted_and_has_a_finding_in_a_line() -> None:
    base = baseline(judged(WARNING, ERROR, ERROR), judged(ERROR, path="ä b.xml"))
    data = base.dumps()
    assert data == baseline(judged(ERROR, path="ä b.xml"), judged(ERROR, WARNING, ERROR)).dumps()
    first, *rows, last = data.decode().splitlines()
    assert (first, last) == ('{"tool": "einvoice", "baseline": 1, "findings": [', "]}")
    assert [row.endswith(",") for row in rows] == [True, True, False]
    assert [tuple(json.loads(row.rstrip(",")).values()) for row in rows] == [
        ("a.xml", 0, "BR-CO-10", "/Invoice/Total", "en16931", 2),
        ("a.xml", 0, "EI-ID-VAT", "/Invoice/Party/ID", "business", 1),
        ("ä b.xml", 0, "BR-CO-10", "/Invoice/Total", "en16931", 1),
    ]
    assert json.loads(Baseline().dumps()) == {"tool": "einvoice", "baseline": 1, "findings": []}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the baseline is not JSON"),
        (b"\xff", "the baseline is not JSON"),
        (b"[" * 100_000, "the baseline is not JSON"),
        (b"[]", "this is no baseline"),
        (b'{"findings": []}', "this is no baseline"),
        (b'{"baseline": 2, "findings": []}', "the baseline has version 2, this einvoice reads 1"),
        (b'{"baseline": 1, "findings": [7]}', "finding 1 of the baseline: it is 7, expected an object"),
        (
            b'{"baseline": 1, "findings": [{"document": "a"}]}',
            "finding 1 of the baseline: the member 'index' is missing",
        ),
        (
            b'{"baseline": 1, "findings": [{"document": "a", "index": true, "code": "", "layer": "", "path": null}]}',
            "finding 1 of the baseline: index is True",
        ),
    ],
    ids=range(9),
)
def test_broken_file(data: bytes, message: str) -> None:
    with pytest.raises(RulesetError) as caught:
        load(data, "base.json")
    assert caught.value.message.startswith(message)
    assert caught.value.exit_code == 6
    assert (caught.value.source, bool(caught.value.fix)) == ("base.json", True)


def test_comparison_in_words() -> None:
    identity = Identity("a.xml", 1, "BR-01", "/Invoice")
    assert Comparison("b.json", 1, []).lines() == ["baseline b.json: 1 known finding"]
    assert Comparison("b.json", 0, [(identity, 2)]).lines() == [
        "baseline b.json: 0 known findings, 2 no longer found (--update-baseline takes them out)",
        "  no longer found: a.xml (invoice 2): BR-01 /Invoice (2 times)",
    ]


def test_numbers_count_equal_findings() -> None:
    assert [number for _, number in numbered("a.xml", 0, [ERROR, WARNING, ERROR])] == [1, 1, 2]
