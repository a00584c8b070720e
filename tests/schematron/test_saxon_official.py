"""The official Schematron run by our Saxon engine, against the official XSLT: ids, places, messages, errors."""

import pytest
from tests.oracle.mutants import mutants, seeds
from tests.oracle.official import DYNAMIC_ERROR, Oracle

from einvoice.errors import EngineFailed
from einvoice.schematron.read import read_file

pytestmark = pytest.mark.conformance

LAYERS = {
    "en16931": "official/peppol-2026.5/CEN-EN16931-UBL.sch",
    "peppol": "official/peppol-2026.5/PEPPOL-EN16931-UBL.sch",
}


@pytest.fixture(scope="module")
def schemas(shared):
    return {layer: read_file(shared(path)) for layer, path in LAYERS.items()}


@pytest.fixture(scope="module")
def oracle():
    one = Oracle()
    yield one
    one.close()


def disagreements(saxon, oracle, schemas, name, data):
    failed = oracle.judge(data)
    for layer, schema in schemas.items():
        official = [each for each in failed if each.layer == layer]
        stopped = any(each.rule == DYNAMIC_ERROR for each in official)
        result = saxon.judge(schema, data, fired=False)
        if stopped:
            if not result.errors:
                yield f"{name}: {layer} stops: {official[0].message}"
            with pytest.raises(EngineFailed):
                saxon.judge(schema, data, guarded=False)
            continue
        if result.errors:
            yield f"{name}: {layer} does not stop: {result.errors[0].message}"
        ours = [(f.assertion.id, f.assertion.flag, " ".join(f.message.split()), f.location) for f in result.failures]
        theirs = [(f.rule, f.severity, f.message, f.location) for f in official]
        if ours != theirs:
            yield f"{name}: {layer}: {sorted(set(ours) ^ set(theirs))[:2]}"


def test_documents(saxon, oracle, schemas):
    documents = [seed for seed in seeds() if seed.name.startswith("documents/")]
    wrong = [line for seed in documents for line in disagreements(saxon, oracle, schemas, seed.name, seed.data)]
    assert len(documents) > 30
    assert wrong == []


def test_mutants(saxon, oracle, schemas):
    invoices = [one for one in mutants(20260520, 100) if b"Invoice-2" in one.data or b"CreditNote-2" in one.data]
    stops = 0
    wrong = []
    for one in invoices:
        try:
            stops += any(failed.rule == DYNAMIC_ERROR for failed in oracle.judge(one.data))
        except ValueError:  # not an invoice after all
            continue
        wrong += disagreements(saxon, oracle, schemas, one.name, one.data)
    assert stops > 2
    assert wrong == []


@pytest.mark.parametrize("layer", LAYERS)
def test_compiled_stylesheet(saxon, oracle, shared, layer):
    xslt = shared(LAYERS[layer].replace(".sch", ".xslt")).read_bytes()
    data = shared("conformance", "documents", "peppol-examples", "base-example.xml").read_bytes()
    for text in (data, data.replace(b">1300<", b">1301<"), data.replace(b"0150abc", b"")):
        outcome = saxon.judge_xslt(xslt, text)
        expected = [(f.rule, f.severity, f.location, f.message) for f in oracle.judge(text) if f.layer == layer]
        assert [(f.id, f.flag, f.location, " ".join(f.text.split())) for f in outcome.failures] == expected
        assert outcome.rules_fired > 30
