"""What `validate` says by the official rules is what the official XSLT says, layer by layer; also in an envelope."""

from collections import Counter
from pathlib import Path

import pytest
from tests.oracle import shared_folder
from tests.oracle.official import DYNAMIC_ERROR, judge

import einvoice
from einvoice import Context
from einvoice.validation import validate, validate_many

from .samples import CORPORA

SHARED = shared_folder()
OFFICIAL = sorted(SHARED.joinpath("conformance", "documents").rglob("*.[xX][mM][lL]")) if SHARED else []
OWN = [path for path in sorted(CORPORA.glob("peppol-bis/**/*.xml")) if path.name != "sbdh-envelope.xml"]
NETVISOR = sorted(CORPORA.glob("netvisor/*.xml"))
CONTEXT = Context.load(CORPORA / "einvoice.toml")
EDITION = "peppol-bis-3/2026-05"
OFFICIAL_LAYERS = ["schematron"]


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def each(paths):
    """Parametrize over documents; without the shared folder one test that skips takes the place of its documents."""
    cases = [pytest.param(path, id=name_of(path)) for path in paths]
    cases = cases or [pytest.param(Path("absent"), id="documents of the shared folder")]
    return pytest.mark.parametrize("path", cases)


def ours(report):
    """Return what each official layer says: how often each rule failed, and whether the layer is valid."""
    failed = {judgement.layer: Counter(judgement.result.failed_ids) for judgement in report.judgements}
    for judgement in report.judgements:
        if judgement.result.errors:  # the official engine gives no report: an error is all that it says
            failed[judgement.layer] = Counter([DYNAMIC_ERROR])
    valid = {layer.layer: layer.status == "valid" for layer in report.layers}
    return {layer: (failed[layer], valid[layer]) for layer in failed}


def theirs(found, layers):
    return {
        layer: (
            Counter(each.rule for each in found if each.layer == layer),
            not any(each.severity == "fatal" for each in found if each.layer == layer),
        )
        for layer in layers
    }


@pytest.mark.conformance
@each(OFFICIAL + OWN)
def test_the_verdict_of_peppol_is_the_official_one(path, shared):
    data = path.read_bytes()
    report = validate(data, EDITION, OFFICIAL_LAYERS)
    found = judge(data)
    assert ours(report) == theirs(found, ["en16931", "peppol"])
    severities = {"fatal": "error", "warning": "warning"}
    assert {(f.layer, f.code, f.severity) for f in report.findings if f.severity != "info"} == {
        (f.layer, f.rule if f.rule != DYNAMIC_ERROR else "EI-RULE-ERROR", severities[f.severity]) for f in found
    }


@pytest.mark.conformance
@each(OFFICIAL + OWN)
def test_the_verdict_of_en_16931_is_the_official_one(path, shared):
    data = path.read_bytes()
    assert ours(validate(data, "en16931", OFFICIAL_LAYERS)) == theirs(judge(data, "en16931"), ["en16931"])


@pytest.mark.conformance
@each(NETVISOR)
def test_the_verdict_on_another_format_is_the_official_one_on_its_conversion(path, shared):
    try:
        documents = list(einvoice.read_many(path, context=CONTEXT))
    except einvoice.EInvoiceError:
        documents = []  # an answer that holds no invoice: test_netvisor_envelopes.py
    reports = list(validate_many(path.read_bytes(), layers=OFFICIAL_LAYERS, context=CONTEXT)) if documents else []
    assert len(reports) == len(documents)
    for document, report in zip(documents, reports, strict=True):
        written = einvoice.write(document.invoice, "peppol-bis").data
        assert ours(report) == theirs(judge(written, "en16931"), ["en16931"])


# --- in an envelope ---------------------------------------------------------------------------------

ENVELOPE = (
    '<StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">\n'
    "  <StandardBusinessDocumentHeader>\n"
    "    <HeaderVersion>1.0</HeaderVersion>\n"
    "  </StandardBusinessDocumentHeader>\n"
)


def in_envelope(data: bytes) -> tuple[bytes, int]:
    """Return the document in an envelope, and how many lines further down it stands there."""
    text = data.decode("utf-8-sig")
    before, declared, rest = text.partition("?>")
    document = rest if declared and before.lstrip().startswith("<?xml") else text
    moved = ENVELOPE.count("\n") - (before.count("\n") if document is rest else 0)
    return f"{ENVELOPE}{document}\n</StandardBusinessDocument>".encode(), moved


def said(report, path="", line=0):
    """Return what is said of the invoice, *path* put before each path and *line* added to each line."""
    return [
        (f.layer, f.code, f.severity, f.message, f.path and path + f.path, f.line and f.line + line, f.value)
        for f in report.findings
        if f.code not in ("EI-SBDH", "LOSS-ENVELOPE")
    ]


@pytest.mark.parametrize("path", OWN, ids=name_of)
def test_an_envelope_changes_nothing_but_the_place(path):
    check_envelope(path.read_bytes())


@pytest.mark.conformance
@each(OFFICIAL)
def test_an_envelope_changes_nothing_but_the_place_of_official_documents(path, shared):
    check_envelope(path.read_bytes())


def check_envelope(data):
    wrapped, moved = in_envelope(data)
    inside, outside = validate(data), validate(wrapped)
    assert said(outside) == said(inside, "/StandardBusinessDocument", moved)
    assert "EI-SBDH" in {finding.code for finding in outside.findings}
    assert [(layer.layer, layer.status, layer.fired) for layer in outside.layers] == [
        (layer.layer, layer.status, layer.fired) for layer in inside.layers
    ]
    assert outside.valid == inside.valid
    assert (outside.format, outside.profile) == (inside.format, inside.profile)


def test_a_wrong_total_in_an_envelope_is_found():
    data = (CORPORA / "peppol-bis" / "sbdh-envelope.xml").read_bytes()
    assert validate(data).valid
    report = validate(
        data.replace(b'<cbc:TaxInclusiveAmount currencyID="EUR">', b'<cbc:TaxInclusiveAmount currencyID="EUR">9')
    )
    found = {finding.code: finding for finding in report.findings if finding.layer == "en16931"}
    assert set(found) == {"BR-CO-15", "BR-CO-16"}
    path = "/StandardBusinessDocument/Invoice/LegalMonetaryTotal/TaxInclusiveAmount"
    line = 1 + data[: data.index(b"<cbc:TaxInclusiveAmount")].count(b"\n")
    assert (found["BR-CO-15"].path, found["BR-CO-15"].line, found["BR-CO-15"].value) == (path, line, "91286.53")
    assert not report.valid
