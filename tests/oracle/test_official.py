"""The oracle itself: its verdicts on documents whose verdict is known, and its behaviour when Saxon fails."""

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree
from tests.oracle.official import DYNAMIC_ERROR, Oracle, OracleDied, OracleRefused, fatal, judge, main

pytestmark = pytest.mark.conformance

DOCUMENTS = ("conformance", "documents")
GOOD = [
    "peppol-examples/base-example.xml",
    "peppol-examples/Allowance-example.xml",
    "peppol-examples/base-negative-inv-correction.xml",
    "peppol-examples/vat-category-E.xml",
    "peppol-examples/vat-category-O.xml",
    "peppol-examples/vat-category-Z.xml",
    "peppol-snippets/base-creditnote-correction.xml",
    "peppol-national/Norwegian-example-1.xml",
    "cen-testfiles/BIS_Billing_30-InomstatligFakturering.xml",
]
TOTAL = b'<cbc:LineExtensionAmount currencyID="EUR">1300</cbc:LineExtensionAmount>'

REFUSED = [
    ("external_entity", b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>', "document type"),
    ("empty", b"", "not well-formed"),
    ("cut_off", b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">', "not well-formed"),
    ("unknown_root", b"<Finvoice Version='3.0'/>", "expected a UBL 2.1 Invoice"),
]


@pytest.fixture
def base(shared: Callable[..., Path]) -> bytes:
    """The base example of Peppol; its BT-106 is `TOTAL`."""
    return shared(*DOCUMENTS, "peppol-examples/base-example.xml").read_bytes()


@pytest.fixture
def oracle() -> Iterator[Oracle]:
    """An oracle of the test's own, which it may kill."""
    one = Oracle()
    yield one
    one.close()


def changed(data: bytes, old: bytes, new: bytes) -> bytes:
    assert data.count(old) == 1
    return data.replace(old, new)


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("ruleset", ["peppol", "en16931"])
def test_good_document_has_no_fatal(shared, name, ruleset):
    assert fatal(shared(*DOCUMENTS, name).read_bytes(), ruleset) == []


def test_broken_total(base):
    found = fatal(changed(base, TOTAL, TOTAL.replace(b"1300", b"1301")))
    assert Counter(f.rule for f in found) == {"BR-CO-10": 1, "BR-CO-13": 1}
    first = found[0]
    assert (first.layer, first.severity) == ("en16931", "fatal")
    assert "BT-106" in first.message
    assert "LegalMonetaryTotal" in first.location


def test_peppol_rule_fires_in_peppol_only(base):
    broken = changed(base, b"<cbc:BuyerReference>0150abc</cbc:BuyerReference>", b"")
    assert [(f.rule, f.layer) for f in fatal(broken)] == [("PEPPOL-EN16931-R003", "peppol")]
    assert fatal(broken, "en16931") == []


def test_warning_is_not_fatal(shared):
    data = shared(*DOCUMENTS, "peppol-national/Norwegian-example-1.xml").read_bytes()
    assert [f.severity for f in judge(data)] == ["warning"]


def test_dynamic_error_is_a_failure_of_its_layer(base):
    found = fatal(changed(base, TOTAL, TOTAL.replace(b"1300", b"many")))
    assert ("en16931", DYNAMIC_ERROR) in [(f.layer, f.rule) for f in found]


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-15"])
def test_encoding_does_not_change_the_verdict(base, encoding):
    text = changed(base, TOTAL, TOTAL.replace(b"1300", b"1301")).decode("utf-8")
    data = text.replace('encoding="UTF-8"', f'encoding="{encoding}"').encode(encoding)
    assert f'encoding="{encoding}"' in data.decode(encoding)
    assert judge(data) == judge(text.encode("utf-8"))


@pytest.mark.parametrize(("case", "data", "why"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused_rather_than_good(case, data, why):
    with pytest.raises(OracleRefused, match=why):
        judge(data)


def test_one_worker_serves_many(oracle, base):
    verdicts = {(oracle.pid, tuple(oracle.judge(base))) for _ in range(4)}
    assert len({pid for pid, _ in verdicts} - {None}) == 1
    assert {verdict for _, verdict in verdicts} == {()}


def test_death_is_an_error_and_the_next_call_works(oracle, base):
    oracle.judge(base)
    os.kill(oracle.pid, signal.SIGKILL)
    with pytest.raises(OracleDied, match="ended with code"):
        oracle.judge(base)
    assert oracle.judge(base) == []


def test_silence_ends_at_the_time_limit(base):
    oracle = Oracle(seconds=0.5)
    oracle._start()
    os.kill(oracle.pid, signal.SIGSTOP)
    with pytest.raises(OracleDied, match=r"no answer within 0\.5 s"):
        oracle.judge(base)
    assert oracle.pid is None


def test_memory_limit_of_the_caller_does_not_reach_saxon(oracle, base):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, before[1]))
    try:
        assert oracle.judge(base) == []
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def test_published_unit_suite(shared):
    """Each `test` of the Swedish suite: rules under `success` hold, those under the other names fail."""
    wrong = []
    count = 0
    for path in sorted(shared("conformance", "rules", "peppol-se").glob("*.xml")):
        for test in etree.parse(path).getroot().iterfind("{*}test"):
            expected, document = test.find("{*}assert"), test[-1]
            found = {failed.rule for failed in judge(etree.tostring(document))}
            for line in expected.iterfind("*"):
                name = etree.QName(line).localname
                if name in ("success", "error", "fatal", "warning"):
                    count += 1
                    if (line.text.strip() in found) == (name == "success"):
                        wrong.append(f"{path.name}: {name} {line.text}")
    assert count > 30
    assert wrong == []


def test_command_line(shared, base, tmp_path, capsys):
    good, bad, other = tmp_path / "good.xml", tmp_path / "bad.xml", tmp_path / "other.xml"
    good.write_bytes(base)
    bad.write_bytes(changed(base, TOTAL, TOTAL.replace(b"1300", b"1301")))
    other.write_bytes(b"<a/>")
    assert [main([str(path)]) for path in (good, bad, other)] == [0, 1, 3]
    out = capsys.readouterr().out
    assert f"{good}: valid (peppol: 0 fatal, 0 warnings)" in out
    assert "fatal BR-CO-10" in out
    assert f"{other}: not judged" in out
