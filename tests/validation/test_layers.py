"""A document on its way through the layers: which run, which are skipped and why, and what the verdict is."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

import einvoice
from einvoice import Context
from einvoice import rules as business_rules
from einvoice.errors import (
    EngineMissing,
    ForbiddenXml,
    NoInvoice,
    NotDetected,
    NotWellFormed,
    RemoteFailure,
    RulesetError,
    SeveralInvoices,
    UnknownFormat,
    UnknownProfile,
    UsageError,
)
from einvoice.model import Invoice, Line
from einvoice.rules import RULES
from einvoice.validation import (
    LAYERS,
    Outcome,
    check_conversion,
    choose_ruleset,
    profiles,
    rulesets,
    validate,
    validate_many,
)
from einvoice.validation import layers as room

from .samples import BATCH, CORPORA, NETVISOR, RESPONSE, UBL, changed

CONTEXT = Context.load(CORPORA / "einvoice.toml")
BOTH = ["schema", "business"]


def statuses(report):
    return [(layer.layer, layer.status) for layer in report.layers]


def codes(report, severity="error"):
    return [finding.code for finding in report.findings if finding.severity == severity]


# --- not checked is never valid ---------------------------------------------------------------------


def test_a_peppol_document_is_not_checked_while_there_is_no_schematron():
    report = validate(UBL.encode())
    assert statuses(report) == [("schema", "valid"), ("schematron", "skipped"), ("business", "valid")]
    assert not report.checked and not report.valid
    assert not codes(report)
    assert "later version" in report.layers[1].reason
    assert (report.layers[1].ruleset, report.layers[1].fired) == ("peppol-bis-3/2026-05", 0)


def test_a_peppol_document_is_valid_by_the_layers_that_can_run():
    report = validate(UBL.encode(), layers=BOTH)
    assert report.checked and report.valid
    assert [(layer.ruleset, layer.reason) for layer in report.layers] == [("ubl-2.1", None), ("einvoice", None)]
    assert report.layers[1].fired == len(RULES)
    assert report.layers[1].version == einvoice.__version__


def test_layers_run_alone_and_report_in_one_order():
    assert statuses(validate(UBL.encode(), layers=["business"])) == [("business", "valid")]
    assert statuses(validate(UBL.encode(), layers=("business", "schema"))) == [(name, "valid") for name in BOTH]


def test_a_layer_that_the_profile_does_not_have_is_skipped():
    report = validate(NETVISOR.encode(), layers=["schema", "schematron"])
    assert statuses(report) == [("schema", "valid"), ("schematron", "skipped")]
    assert report.layers[1].reason == "the profile netvisor has no schematron rules"
    assert not report.checked and not report.valid


def test_a_profile_without_schematron_is_checked_completely():
    for report in (
        validate(UBL.encode(), profile="ubl-2.1"),
        validate(NETVISOR.encode(), context=CONTEXT),
        validate(einvoice.read(UBL.encode()).invoice),
    ):
        assert statuses(report) == [("schema", "valid"), ("business", "valid")]
        assert report.valid


def test_a_broken_schema_does_not_hide_the_rest():
    data = changed(UBL, ("<cbc:Note>", "<cbc:Foo/><cbc:Note>"), ('(<cbc:PayableAmount currencyID="EUR">)1', r"\g<1>9"))
    report = validate(data, layers=BOTH)
    assert statuses(report) == [("schema", "invalid"), ("business", "invalid")]
    assert report.checked and not report.valid
    assert codes(report) == ["XSD-ELEMENT", "EI-TOTAL-DUE"]


def test_the_schematron_layer_takes_one_line(monkeypatch):
    """What the next version adds: a function in the table; nothing else knows of it."""

    def judge(subject, rules):
        return Outcome(ruleset=rules, version="3.0.21", fired=subject.format.count("p"))

    monkeypatch.setattr(room, "LAYERS", {**LAYERS, "schematron": judge})
    report = validate(UBL.encode())
    assert report.checked and report.valid
    assert (report.layers[1].ruleset, report.layers[1].fired) == ("peppol-bis-3/2026-05", 3)


# --- values that cannot be read ---------------------------------------------------------------------

UNREADABLE = [
    # document                          schema      code of the reader
    ("negative/impossible-date.xml",    "invalid",  "EI-READ-VALUE"),
    ("negative/letters-in-amount.xml",  "invalid",  "EI-READ-VALUE"),
    ("negative/thousands-separator.xml", "invalid", "EI-READ-VALUE"),
    ("negative/unknown-vat-code.xml",   "invalid",  "EI-READ-VALUE"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "schema_status", "code"), UNREADABLE, ids=[u[0] for u in UNREADABLE])
def test_a_value_that_cannot_be_read_is_a_finding(name, schema_status, code):
    report = validate((CORPORA / "netvisor" / name).read_bytes())
    assert statuses(report) == [("schema", schema_status), ("business", "skipped")]
    assert not report.checked and not report.valid
    assert report.layers[1].reason.startswith("a value cannot be read, so there is no invoice to judge: ")
    assert report.error is not None and report.error.exit_code == 4
    assert codes(report).count(code) == 1
    assert {finding.path for finding in report.findings if finding.code == code} == {report.error.path}


def test_a_value_that_cannot_be_read_is_no_business_of_the_schema():
    data = (CORPORA / "peppol-bis" / "negative" / "date-not-a-date.xml").read_bytes()
    report = validate(data, layers=["schema"])
    assert codes(report) == ["XSD-VALUE"]
    assert report.error is None


def test_one_unreadable_invoice_does_not_stop_the_list():
    date = '<SalesInvoiceDate format="ansi">[0-9-]+'
    reports = list(validate_many(changed(RESPONSE, (date, '<SalesInvoiceDate format="ansi">2026-02-30'))))
    assert [report.index for report in reports] == [0, 1, 2]
    assert [report.error is not None for report in reports] == [True, False, False]


# --- rules that fail --------------------------------------------------------------------------------


def test_a_rule_that_fails_is_a_finding_and_the_others_run(monkeypatch):
    kit = business_rules.kit
    checks = list(kit._CHECKS)
    number = next(n for n, (_, codes) in enumerate(checks) if "EI-KIND" in codes)

    def fail(invoice):
        raise ZeroDivisionError("by nothing")
        yield

    checks[number] = (fail, checks[number][1])
    monkeypatch.setattr(kit, "_CHECKS", checks)
    report = validate((CORPORA / "peppol-bis" / "negative" / "wrong-total.xml").read_bytes(), layers=BOTH)
    assert report.checked and not report.valid
    failed, *others = [finding for finding in report.findings if finding.severity == "error"]
    assert (failed.code, failed.layer) == ("EI-INTERNAL-ERROR", "business")
    assert failed.message == "rule EI-KIND failed with ZeroDivisionError: by nothing"
    assert "EI-TOTAL-DUE" in [finding.code for finding in others]


@pytest.mark.parametrize("layers", [["schema"], ["business"]], ids=lambda layers: layers[0])
def test_a_number_too_long_to_calculate_with_is_a_finding(layers):
    digits = "9" * 600
    line = f'{{"identifier": "1", "quantity": "{digits}", "net_price": "1.01", "net_amount": "1"}}'
    report = validate(f'{{"currency": "EUR", "lines": [{line}]}}'.encode(), layers=layers)
    assert codes(report) == ["EI-READ-VALUE"]
    assert not report.valid


def test_a_rule_that_cannot_calculate_keeps_no_other_from_running():
    long = Line(quantity=Decimal("9" * 600), net_price=Decimal("1.01"), net_amount=Decimal(1))
    found = room.run_rules(Invoice(currency="EUR", lines=(long,)))
    failed = [finding for finding in found if finding.code == "EI-READ-ERROR"]
    assert failed and all("digits" in finding.message and finding.fix for finding in failed)
    assert "EI-MISSING-NUMBER" in [finding.code for finding in found]


# --- input that is no invoice -----------------------------------------------------------------------

UNNAMED = UBL.replace('xmlns="urn:oasis', 'xmlns="urn:example')
ORDER = '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'
STRANGERS = [
    # document                       named         message
    ('{"invoice_number": "1"}',      "peppol-bis", "the document is JSON, and the format peppol-bis is XML"),
    ("[]",                           "ubl",        "the document is JSON, and the format peppol-bis is XML"),
    ('{"invoice_number": "1"}',      "netvisor",   "the document is JSON, and the format netvisor is XML"),
    (UBL,                            "model",      "the document is XML, and the format model is JSON"),
    (NETVISOR,                       "peppol-bis", "the document is not peppol-bis but netvisor: root"),
    ('<Finvoice Version="3.0"/>',    "ubl",        "the document is not peppol-bis but finvoice: root"),
    (ORDER,                          "ubl",        "Order belongs to no format that einvoice knows, so it cannot"),
    (UNNAMED,                        "peppol-bis", "Invoice belongs to no format that einvoice knows, so it"),
    ("<root/>",                      "peppol-bis", "the root element is empty, so it cannot be judged as peppol-bis"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "format", "message"), STRANGERS)
def test_a_document_that_the_named_format_is_not_was_not_judged(data, format, message):
    """Exit 3, not checked: a stranger is no invalid invoice."""
    for judge in (validate, lambda *args, **named: list(validate_many(*args, **named))):
        with pytest.raises(NotDetected, match=re.escape(message)) as caught:
            judge(data.encode(), format=format)
        assert caught.value.exit_code == 3
        assert caught.value.fix


def test_another_document_than_netvisors_holds_no_invoice():
    with pytest.raises(NoInvoice, match="holds no salesinvoice"):
        validate(UBL.encode(), format="netvisor")


@pytest.mark.parametrize(("data", "format"), [(UBL, "peppol-bis"), (UBL, "ubl"), (NETVISOR, "netvisor")])
def test_a_format_may_be_named(data, format):
    named, detected = validate(data.encode(), layers=BOTH, format=format), validate(data.encode(), layers=BOTH)
    assert (named.format, named.findings) == (detected.format, detected.findings)
    assert statuses(named) == statuses(detected)


INPUT = [
    # bytes                                                          raises
    (b"",                                                            NotWellFormed),
    (UBL.encode()[:5000],                                            NotWellFormed),
    (b"<!DOCTYPE a><a/>",                                            ForbiddenXml),
    (b"<a/>",                                                        NotDetected),
    (b"{}",                                                          NotDetected),
    (b"[]",                                                          NotDetected),
    (b'<Finvoice Version="3.0"/>',                                   UnknownFormat),
    ((CORPORA / "netvisor/response-failed.xml").read_bytes(),        RemoteFailure),
    ((CORPORA / "netvisor/response-not-found.xml").read_bytes(),     NoInvoice),
    (BATCH.encode(),                                                 SeveralInvoices),
]  # fmt: skip


@pytest.mark.parametrize(("data", "error"), INPUT, ids=[i[1].__name__ + str(n) for n, i in enumerate(INPUT)])
def test_input_raises_as_reading_does(data, error):
    with pytest.raises(error) as reading:
        einvoice.read(data)
    with pytest.raises(error) as validating:
        validate(data)
    assert validating.value.exit_code == reading.value.exit_code
    with pytest.raises(error):
        einvoice.validate(data)


def test_several_invoices_are_not_judged_before_one_is_refused(monkeypatch):
    judged = []
    monkeypatch.setattr("einvoice.validation.judge", lambda *given: judged.append(given))
    with pytest.raises(SeveralInvoices):
        validate(BATCH.encode())
    assert not judged


# --- profiles, layers, engines ----------------------------------------------------------------------


def test_every_rule_set_is_whole():
    assert {r.id for r in rulesets()} == {"peppol-bis-3/2026-05", "ubl-2.1", "netvisor/2021-03", "model"}
    assert len({r.id for r in rulesets()}) == len(rulesets())
    for format in {r.format for r in rulesets()}:
        assert sum(r.default for r in rulesets() if r.format == format) == 1
    for ruleset in rulesets():
        assert tuple(ruleset.layers) in (("schema", "schematron", "business"), ("schema", "business"))
        assert choose_ruleset(ruleset.id, ruleset.format) is ruleset
        assert choose_ruleset(ruleset.profile, ruleset.format) is ruleset
    assert tuple(LAYERS) == profiles.LAYERS


def test_the_newest_rule_set_of_a_profile_is_taken(tmp_path, monkeypatch):
    for name, day in (("a", "2026-05-01"), ("b", "2026-11-01"), ("c", "2025-11-01")):
        (tmp_path / "rulesets").mkdir(exist_ok=True)
        (tmp_path / "rulesets" / f"{name}.toml").write_text(
            f'id = "p/{name}"\nprofile = "p"\nformat = "f"\nvalid_from = {day}\n[layers]\nbusiness = "x"\n',
            encoding="utf-8",
        )
    monkeypatch.setattr("importlib.resources.files", lambda package: tmp_path)
    monkeypatch.setattr(profiles, "rulesets", profiles.rulesets.__wrapped__)
    assert choose_ruleset("p", "f").id == "p/b"
    assert choose_ruleset("p/c", "f").id == "p/c"


BROKEN_RULESETS = {
    "no TOML": "id = ",
    "unknown layer": 'id = "p"\nprofile = "p"\nformat = "f"\n[layers]\nscheme = "x"\n',
    "unknown key": 'id = "p"\nprofile = "p"\nformat = "f"\ncolour = "red"\n[layers]\n',
    "no layers": 'id = "p"\nprofile = "p"\nformat = "f"\n',
}


@pytest.mark.parametrize("text", BROKEN_RULESETS.values(), ids=BROKEN_RULESETS)
def test_a_broken_rule_set_raises(text, tmp_path, monkeypatch):
    (tmp_path / "rulesets").mkdir()
    (tmp_path / "rulesets" / "p.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("importlib.resources.files", lambda package: tmp_path)
    with pytest.raises(RulesetError) as caught:
        profiles.rulesets.__wrapped__()
    assert caught.value.exit_code == 6
    assert caught.value.source.endswith("p.toml")


def test_profiles_are_named_by_profile_or_by_rule_set():
    for name in ("peppol-bis-3", "peppol-bis-3/2026-05"):
        assert validate(UBL.encode(), name, ["schema"]).profile == "peppol-bis-3/2026-05"


USAGE = [
    # case                 arguments                                         raises           says
    ("unknown_profile",    {"profile": "peppol-bis-4"},                      UnknownProfile,  "peppol-bis-3"),
    ("foreign_profile",    {"profile": "netvisor"},                          UsageError,      "ubl-2.1"),
    ("unknown_layer",      {"layers": ["schema", "scheme"]},                 UsageError,      "schema, schematron"),
    ("no_layer",           {"layers": []},                                   UsageError,      "schema, schematron"),
    ("layers_as_text",     {"layers": "schema"},                             UsageError,      "['schema']"),
    ("unknown_engine",     {"engine": "xalan"},                              UsageError,      "native, saxon"),
    ("missing_engine",     {"engine": "saxon"},                              EngineMissing,   "leave the engine out"),
    ("unknown_format",     {"format": "edifact"},                            UnknownFormat,   "netvisor"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "given", "error", "says"), USAGE, ids=[u[0] for u in USAGE])
def test_usage(case, given, error, says):
    for verb in (validate, einvoice.validate):
        with pytest.raises(error) as caught:
            verb(UBL.encode(), **given)
        assert says in caught.value.fix
        assert caught.value.exit_code == (6 if error is EngineMissing else 2)


def test_a_wrong_profile_is_told_before_the_document_is_opened():
    with pytest.raises(UnknownProfile):
        validate(b"<broken", "peppol-bis-4")


# --- sources ----------------------------------------------------------------------------------------


def test_bytes_document_and_invoice_agree():
    data = (CORPORA / "peppol-bis" / "negative" / "wrong-total.xml").read_bytes()
    document = einvoice.read(data)
    from_bytes, from_document = validate(data, layers=BOTH), validate(document, layers=BOTH)
    from_invoice = validate(document.invoice)
    assert from_bytes.findings == from_document.findings
    assert codes(from_bytes) == codes(from_invoice) != []
    assert (from_invoice.format, from_invoice.profile) == ("model", "model")
    paths = [finding.path for finding in from_invoice.findings if finding.severity == "error"]
    assert all(path.startswith("/totals/") for path in paths), "JSON pointers into the canonical form"


def test_the_public_verb_is_a_function_whatever_was_imported():
    import einvoice.validation

    assert callable(einvoice.validate)
    assert einvoice.validate(CORPORA / "peppol-bis" / "credit-note.xml", layers=BOTH).valid
    assert isinstance(einvoice.validate(UBL.encode()), einvoice.Report)


def test_a_document_of_a_list_is_judged_in_its_file():
    documents = list(einvoice.read_many(BATCH.encode(), context=CONTEXT))
    reports = [validate(document, context=CONTEXT) for document in documents]
    assert [(r.index, r.valid, r.layers[0].ruleset) for r in reports] == [(n, True, "netvisor/batch") for n in range(3)]


def test_an_invoice_that_was_never_validated_is():
    invoice = einvoice.read(UBL.encode()).invoice
    report = validate(invoice.model_copy(update={"issue_date": "yesterday"}))
    assert statuses(report) == [("schema", "invalid"), ("business", "skipped")]
    assert [(f.code, f.layer, f.path) for f in report.findings] == [("EI-READ-VALUE", "schema", "/issue_date")]


def test_an_invoice_with_the_profile_of_a_format_is_written_first():
    invoice = einvoice.read(UBL.encode()).invoice
    report = validate(invoice, "peppol-bis-3", BOTH)
    assert report.valid
    assert (report.format, report.layers[0].ruleset) == ("peppol-bis", "ubl-2.1")
    bare = validate(invoice.model_copy(update={"lines": ()}), "peppol-bis-3", BOTH)
    assert "in the written document, cac:InvoiceLine is missing in Invoice" in [f.message for f in bare.findings]
    assert "EI-MISSING-LINES" in codes(bare)


def test_an_envelope_is_reported_whichever_layers_run():
    data = (CORPORA / "peppol-bis" / "sbdh-envelope.xml").read_bytes()
    for layers in (["schema"], ["business"], BOTH, None):
        assert codes(validate(data, layers=layers), "info").count("EI-SBDH") == 1


def test_losses_of_reading_are_reported_as_they_come():
    report = validate((CORPORA / "peppol-bis" / "negative" / "elements-outside-bis.xml").read_bytes(), layers=BOTH)
    losses = [finding for finding in report.findings if finding.is_loss]
    assert losses and {finding.severity for finding in losses} <= {"info", "warning"}
    assert report.valid


def test_findings_of_rules_have_their_place_in_the_source():
    report = validate((CORPORA / "peppol-bis" / "negative" / "negative-price.xml").read_bytes(), layers=BOTH)
    (finding,) = [finding for finding in report.findings if finding.severity == "error"]
    assert finding.path == "/Invoice/InvoiceLine[2]/Price/PriceAmount"
    assert finding.line is not None and finding.layer == "business"


def test_what_the_context_has_to_add_is_told_for_an_erp_document():
    assert "EI-CONTEXT-SELLER" in codes(validate(NETVISOR.encode()))
    assert not codes(validate(NETVISOR.encode(), context=CONTEXT))
    without_address = changed(UBL, ("<cbc:EndpointID.*?</cbc:EndpointID>", ""))
    assert "EI-CONTEXT-SELLER" not in codes(validate(without_address, layers=BOTH))
    assert "EI-CONTEXT-SELLER" in codes(validate(without_address, layers=BOTH, context=Context(units={"x": "C62"})))


def test_time_is_measured_by_layer(monkeypatch):
    def judge(subject, rules):
        time.sleep(0.02)
        return Outcome(ruleset=rules)

    monkeypatch.setattr(room, "LAYERS", {**LAYERS, "business": judge})
    schema, business = validate(UBL.encode(), layers=BOTH).layers
    assert 20 <= business.ms < 2000
    assert 0 < schema.ms < business.ms


# --- conversions ------------------------------------------------------------------------------------


def test_a_good_conversion_has_nothing_to_say():
    document = einvoice.read(UBL.encode())
    assert check_conversion(document.invoice, UBL.encode(), "ubl") == []
    for format in ("peppol-bis", "netvisor", "model"):
        written = einvoice.write(document.invoice, format)
        assert check_conversion(document.invoice, written.data, format) == []


def test_faults_of_a_written_document_say_where_they_are():
    invoice = einvoice.read(UBL.encode()).invoice
    for data, format, path in (
        (changed(UBL, ("<cbc:IssueDate>2026", "<cbc:IssueDate>26")), "peppol-bis", "/Invoice/IssueDate"),
        (changed(NETVISOR, (">open<", ">closed<")), "netvisor", "/root/salesinvoice/salesinvoicestatus"),
        (b'{"issue_date": "26-4-17"}', "model", "/issue_date"),
    ):
        (fault,) = check_conversion(invoice, data, format)
        assert fault.message.startswith("in the written document, ")
        assert path in fault.message
        assert (fault.path, fault.line, fault.model_path) == (None, None, None)  # they are places of the source


def test_the_rules_judge_the_invoice_of_a_conversion():
    document = einvoice.read((CORPORA / "peppol-bis" / "negative" / "wrong-total.xml").read_bytes())
    found = check_conversion(document.invoice, UBL.encode(), "peppol-bis")
    assert found and {finding.layer for finding in found} == {"business"}
    assert all(finding.model_path for finding in found)


def test_convert_adds_the_findings():
    data = (CORPORA / "peppol-bis" / "negative" / "wrong-total.xml").read_bytes()
    assert "EI-TOTAL-DUE" in [f.code for f in einvoice.convert(data, "netvisor").findings]
    assert "EI-TOTAL-DUE" not in [f.code for f in einvoice.convert(data, "netvisor", validate=False).findings]


def test_threads_take_documents_through_all_layers():
    samples = sorted((CORPORA / "peppol-bis").glob("**/*.xml")) + sorted((CORPORA / "netvisor").glob("c*.xml"))
    data = [sample.read_bytes() for sample in samples]
    alone = [validate(one).findings for one in data]
    with ThreadPoolExecutor(8) as pool:
        assert [report.findings for report in pool.map(validate, data * 3)] == alone * 3
