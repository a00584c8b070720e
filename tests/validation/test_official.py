"""The official layers: findings with place, value and remedy; errors of rules; rules that fire on nothing; engines."""

import pytest

from einvoice.errors import EngineFailed, EngineMissing, SchematronBroken
from einvoice.schematron import library
from einvoice.schematron.engines import saxon
from einvoice.schematron.result import Result
from einvoice.schematron.svrl import read_svrl, to_bytes
from einvoice.validation import official, validate, validate_many

from .samples import CORPORA, NETVISOR, UBL, changed

FAULTY = changed(
    UBL,
    ('(<cbc:TaxInclusiveAmount currencyID="EUR">)1', r"\g<1>9"),
    ('currencyID="EUR">(?=[0-9.]+</cbc:PayableAmount>)', 'currencyID="EUX">'),
)


def official_findings(report):
    return [finding for finding in report.findings if finding.layer in ("en16931", "peppol")]


def skipped(report):
    return {layer.layer: layer.reason for layer in report.layers if layer.status == "skipped"}


# --- findings ---------------------------------------------------------------------------------------


def test_a_finding_says_what_where_and_what_to_do():
    found = {finding.code: finding for finding in official_findings(validate(FAULTY))}
    total = found["BR-CO-15"]
    assert (total.severity, total.layer, total.terms) == ("error", "en16931", ("BT-109", "BT-110", "BT-112"))
    assert (total.path, total.value) == ("/Invoice/LegalMonetaryTotal/TaxInclusiveAmount", "9286.53")
    assert total.line == UBL[: UBL.index("<cbc:TaxInclusiveAmount")].count("\n") + 1
    assert "9286.53 EUR" in total.message and "1286.53" in total.message and "TaxInclusiveAmount" in total.fix
    currency = found["BR-CL-03"]
    assert (currency.path, currency.value) == ("/Invoice/LegalMonetaryTotal/PayableAmount/@currencyID", "EUX")
    assert {finding.layer for finding in found.values()} == {"en16931", "peppol"}


def test_a_long_value_is_cut():
    data = changed(UBL, ("(<cbc:DocumentCurrencyCode>)", rf"\g<1>{'x' * 5000}"))
    assert {f.value for f in official_findings(validate(data)) if f.value and "xxx" in f.value} == {"x" * 200 + "…"}


def test_a_warning_is_a_warning():
    report = validate((CORPORA / "peppol-bis" / "negative" / "elements-outside-bis.xml").read_bytes())
    assert {(f.severity, f.layer) for f in official_findings(report)} == {("warning", "en16931")}
    assert report.layers[1].status == "valid" and report.valid


FLAGS = [
    # flag           role        severity
    ("fatal",        None,       "error"),
    ("error",        None,       "error"),
    (None,           None,       "error"),
    ("warning",      None,       "warning"),
    ("Warning",      None,       "warning"),
    ("information",  None,       "info"),
    ("info",         None,       "info"),
    ("grave",        None,       "error"),
    (None,           "warning",  "warning"),
    (None,           "caution",  "error"),
    ("fatal",        "info",     "error"),
]  # fmt: skip


@pytest.mark.parametrize(("flag", "role", "severity"), FLAGS)
def test_severity(flag, role, severity):
    assert official.severity_of(flag, role) == severity


# --- what cannot be judged --------------------------------------------------------------------------

NO_NUMBER = changed(UBL, ("(<cbc:InvoicedQuantity[^>]*>)[0-9.]+", r"\g<1>1,5"))


def test_a_rule_that_cannot_be_evaluated_is_a_finding():
    report = validate(NO_NUMBER, layers=["schematron"])
    errors = [finding for finding in report.findings if finding.code == "EI-RULE-ERROR"]
    assert errors and all(finding.severity == "error" for finding in errors)
    message = errors[0].message
    assert "cannot be evaluated" in message and "1,5" in message and "FORG0001" in message
    assert "no report at all, so an access point refuses the document" in message
    assert errors[0].path is not None and errors[0].path.startswith("/Invoice/InvoiceLine[1]")
    assert errors[0].line is not None and errors[0].fix
    assert not report.valid and report.checked


def test_a_rule_that_meets_an_element_twice_names_it():
    twice = changed(UBL, ("(<cbc:IssueDate>[^<]*</cbc:IssueDate>)", r"\g<1>\g<1>"))
    report = validate(twice, layers=["en16931"])
    (message,) = (finding.message for finding in report.findings if finding.code == "EI-RULE-ERROR")
    assert message.startswith("rule BR-03 cannot be evaluated on Invoice, where IssueDate stands 2 times: ")


def test_the_other_rules_are_judged_all_the_same():
    data = changed(NO_NUMBER.decode(), ('(<cbc:EndpointID schemeID=")[0-9]+', r"\g<1>0212"))
    assert {"EI-RULE-ERROR", "PEPPOL-EN16931-CL008"} <= {finding.code for finding in validate(data).findings}


def test_rules_that_fire_on_nothing_have_judged_nothing(monkeypatch):
    """No document that is read gets here; if one does, it is not valid."""
    nothing = Result((), (), 0)
    monkeypatch.setattr(library, "judge", lambda rules, data, root, **how: (nothing,) * len(rules))
    report = validate(UBL.encode(), layers=["schematron"])
    reason = (
        "no rule of en16931/1.3.16 is for such a document (root element Invoice of namespace "
        "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2), so nothing was judged"
    )
    assert skipped(report) == {"en16931": reason, "peppol": reason.replace("en16931/1.3.16", "peppol-bis-3/2026-05")}
    assert not report.checked and not report.valid
    assert [(layer.version, layer.fired) for layer in report.layers] == [("1.3.16", 0), ("3.0.21", 0)]


@pytest.mark.parametrize("error", [EngineFailed("Saxon was stopped"), SchematronBroken("it takes too long")])
def test_a_document_that_an_engine_cannot_judge_is_not_checked(error, monkeypatch):
    def judge(rules, data, root, **how):
        raise error

    monkeypatch.setattr(library, "judge", judge)
    report = validate(UBL.encode())
    assert skipped(report) == {"en16931": error.message, "peppol": error.message}
    assert not report.checked and not report.valid
    assert [layer.status for layer in report.layers] == ["valid", "skipped", "skipped", "valid"]


def test_rules_that_do_not_load_are_no_fault_of_the_document(monkeypatch):
    def built_in(name):
        raise SchematronBroken(f"the compiled rules {name} cannot be read")

    monkeypatch.setattr(library, "built_in", built_in)
    with pytest.raises(SchematronBroken) as caught:
        validate(UBL.encode())
    assert caught.value.exit_code == 6


# --- one walk ---------------------------------------------------------------------------------------


@pytest.fixture
def walks(monkeypatch):
    """The rule sets of each walk through a document."""
    judge, seen = library.judge, []

    def counted(rules, *given, **how):
        seen.append([each.id for each in rules])
        return judge(rules, *given, **how)

    monkeypatch.setattr(library, "judge", counted)
    return seen


def test_both_layers_share_one_walk(walks):
    report = validate(UBL.encode())
    assert walks == [["en16931/1.3.16", "peppol-bis-3/2026-05"]]
    assert all(layer.ms > 0 for layer in report.layers)


def test_only_what_was_asked_for_is_judged(walks):
    assert validate(FAULTY, layers=["peppol"]).layers[0].fired == validate(FAULTY).layers[2].fired
    assert walks[0] == ["peppol-bis-3/2026-05"]


def test_each_invoice_of_a_file_is_judged(walks):
    data = (CORPORA / "netvisor" / "response-three-invoices.xml").read_bytes()
    reports = list(validate_many(data, layers=["schematron"]))
    assert len(walks) == len(reports) == 3
    assert len({layer.fired for report in reports for layer in report.layers}) == 3


def test_invoices_in_one_envelope_are_judged_apart():
    good = UBL[UBL.index("<Invoice") :]
    bad = good.replace('<cbc:PayableAmount currencyID="EUR">', '<cbc:PayableAmount currencyID="EUR">9')
    space = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
    data = f'<StandardBusinessDocument xmlns="{space}">\n{good}{bad}</StandardBusinessDocument>'.encode()
    one, other = validate_many(data)
    assert one.valid and not other.valid
    (finding,) = official_findings(other)
    assert (finding.code, finding.path) == (
        "BR-CO-16", "/StandardBusinessDocument/Invoice[2]/LegalMonetaryTotal/PayableAmount",
    )  # fmt: skip


# --- engines ----------------------------------------------------------------------------------------

SAMPLES = ["everything.xml", "sbdh-envelope.xml", "negative/wrong-total.xml", "negative/empty-element.xml"]


@pytest.mark.parametrize("name", SAMPLES)
def test_saxon_finds_the_same(name):
    pytest.importorskip("saxonche", reason="the optional engine is not installed")
    data = (CORPORA / "peppol-bis" / name).read_bytes()
    native, other = (validate(data, engine=engine) for engine in ("native", "saxon"))
    assert native.findings == other.findings
    assert [(each.layer, each.status, each.fired) for each in native.layers] == [
        (each.layer, each.status, each.fired) for each in other.layers
    ]


@pytest.mark.parametrize("data", [FAULTY, NO_NUMBER], ids=["failures", "errors"])
def test_saxon_finds_the_same_faults(data):
    pytest.importorskip("saxonche", reason="the optional engine is not installed")
    native, other = (validate(data, layers=["schematron"], engine=engine) for engine in ("native", "saxon"))
    assert [(f.code, f.severity, f.path, f.line, f.value) for f in native.findings] == [
        (f.code, f.severity, f.path, f.line, f.value) for f in other.findings
    ]
    assert native.findings


def test_a_missing_engine_is_told(monkeypatch):
    monkeypatch.setattr(saxon.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(saxon, "engine", lambda: saxon.SaxonEngine())
    with pytest.raises(EngineMissing, match="needs the package saxonche") as caught:
        validate(UBL.encode(), layers=["schematron"], engine="saxon")
    assert caught.value.exit_code == 6
    assert "pip install 'einvoice-nordic[saxon]'" in caught.value.fix
    assert validate(UBL.encode(), layers=["schema"], engine="saxon").valid, "what needs no engine asks for none"


# --- reports in the words of Schematron -------------------------------------------------------------


def test_judgements_become_svrl():
    report = validate(FAULTY)
    assert [(each.layer, each.ruleset, each.projected) for each in report.judgements] == [
        ("en16931", "en16931/1.3.16", False),
        ("peppol", "peppol-bis-3/2026-05", False),
    ]
    for judgement in report.judgements:
        svrl = to_bytes(judgement.svrl("a.xml"))
        outcome = read_svrl(svrl)
        codes = sorted(f.code for f in report.findings if f.layer == judgement.layer and f.severity == "error")
        assert sorted(each.id for each in outcome.failures) == codes
        assert b'documents="a.xml"' in svrl


def test_fired_rules_are_listed_when_they_are_asked_for():
    for report, listed in ((validate(UBL.encode()), False), (validate(UBL.encode(), fired=True), True)):
        for judgement, layer in zip(report.judgements, report.layers[1:3], strict=True):
            assert judgement.result.rules_fired == layer.fired
            assert read_svrl(to_bytes(judgement.svrl())).rules_fired == (layer.fired if listed else 0)


def test_a_document_of_another_format_has_the_report_on_what_it_says_in_ubl():
    (judgement,) = validate(NETVISOR.encode()).judgements
    assert judgement.projected and b"Invoice-2" in to_bytes(judgement.svrl())
