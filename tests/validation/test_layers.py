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
    ForbiddenXml,
    NoInvoice,
    NotDetected,
    NotWellFormed,
    RemoteFailure,
    SeveralInvoices,
    UnknownFormat,
    UnknownProfile,
    UsageError,
)
from einvoice.formats import detect
from einvoice.model import Invoice, Line
from einvoice.rules import RULES
from einvoice.rules.credits import OF_TWO
from einvoice.validation import Outcome, check_conversion, validate, validate_many
from einvoice.validation import layers as room

from .samples import BATCH, CORPORA, NETVISOR, RESPONSE, UBL, changed

CONTEXT = Context.load(CORPORA / "einvoice.toml")
BOTH = ["schema", "business"]


def statuses(report):
    return [(layer.layer, layer.status) for layer in report.layers]


def codes(report, severity="error"):
    return [finding.code for finding in report.findings if finding.severity == severity]


ALL = ["schema", "en16931", "peppol", "business"]


# --- not checked is never valid ---------------------------------------------------------------------


def test_a_peppol_document_is_judged_by_every_layer():
    report = validate(UBL.encode())
    assert statuses(report) == [(name, "valid") for name in ALL]
    assert report.checked and report.valid
    assert [layer.ruleset for layer in report.layers] == [
        "ubl-2.1", "en16931/1.3.16", "peppol-bis-3/2026-05", "einvoice",
    ]  # fmt: skip
    assert [layer.version for layer in report.layers] == ["2.1", "1.3.16", "3.0.21", einvoice.__version__]
    assert [str(layer.valid_from) for layer in report.layers] == ["2013-11-04", "2026-04-10", "2026-08-17", "None"]
    assert all(layer.fired > 40 and layer.reason is None for layer in report.layers)


def test_a_peppol_document_is_valid_by_some_layers():
    report = validate(UBL.encode(), layers=BOTH)
    assert report.checked and report.valid
    assert [(layer.ruleset, layer.reason) for layer in report.layers] == [("ubl-2.1", None), ("einvoice", None)]
    assert report.layers[1].fired == len(RULES) - len(OF_TWO)
    assert report.layers[1].version == einvoice.__version__


ASKED = [
    # asked for                             run
    (["business"],                          ["business"]),
    (("business", "schema"),                ["schema", "business"]),
    (["schematron"],                        ["en16931", "peppol"]),
    (["peppol"],                            ["peppol"]),
    (["en16931"],                           ["en16931"]),
    (["business", "peppol", "schematron"],  ["en16931", "peppol", "business"]),
    (["schema", "schematron", "business"],  ALL),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "run"), ASKED, ids=[",".join(a[0]) for a in ASKED])
def test_layers_run_alone_and_report_in_one_order(asked, run):
    assert statuses(validate(UBL.encode(), layers=asked)) == [(name, "valid") for name in run]


NOT_THERE = [
    # document            profile     layers                     skipped, and why
    (UBL,                 "ubl-2.1",  ["schema", "schematron"],  "schematron"),
    (UBL,                 "ubl-2.1",  ["schema", "en16931"],     "en16931"),
    (UBL,                 "en16931",  ["en16931", "peppol"],     "peppol"),
    (NETVISOR,            "netvisor", ["schema", "peppol"],      "peppol"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "profile", "layers", "skipped"), NOT_THERE)
def test_a_layer_that_the_profile_does_not_have_is_skipped(document, profile, layers, skipped):
    report = validate(document.encode(), profile, layers, context=CONTEXT)
    assert sorted(statuses(report)) == sorted((name, "skipped" if name == skipped else "valid") for name in layers)
    (reason,) = (layer.reason for layer in report.layers if layer.layer == skipped)
    assert reason == f"the profile {profile} has no {skipped} rules"
    assert not report.checked and not report.valid


def test_profiles_of_other_formats_are_checked_completely():
    assert statuses(validate(UBL.encode(), profile="ubl-2.1")) == [(name, "valid") for name in BOTH]
    for report in (validate(NETVISOR.encode(), context=CONTEXT), validate(einvoice.read(UBL.encode()).invoice)):
        assert statuses(report) == [(name, "valid") for name in ("schema", "en16931", "business")]
        assert report.valid


def test_a_broken_schema_does_not_hide_the_rest():
    data = changed(UBL, ("<cbc:Note>", "<cbc:Foo/><cbc:Note>"), ('(<cbc:PayableAmount currencyID="EUR">)1', r"\g<1>9"))
    report = validate(data)
    assert statuses(report) == [
        ("schema", "invalid"), ("en16931", "invalid"), ("peppol", "invalid"), ("business", "invalid"),
    ]  # fmt: skip
    assert report.checked and not report.valid
    assert codes(report) == ["XSD-ELEMENT", "BR-CO-16", "PEPPOL-EN16931-R008"]


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
    assert statuses(report) == [("schema", schema_status), ("en16931", "skipped"), ("business", "skipped")]
    assert not report.checked and not report.valid
    assert report.layers[1].reason == report.layers[2].reason
    assert report.layers[1].reason.startswith("a value cannot be read, so there is no invoice to judge: ")
    assert report.error is not None and report.error.exit_code == 4
    assert codes(report).count(code) == 1
    assert {finding.path for finding in report.findings if finding.code == code} == {report.error.path}


def test_a_value_that_cannot_be_read_is_no_business_of_the_schema():
    data = (CORPORA / "peppol-bis" / "negative" / "date-not-a-date.xml").read_bytes()
    report = validate(data, layers=["schema"])
    assert codes(report) == ["XSD-VALUE"]
    assert report.error is None


def test_the_official_rules_say_what_keeps_them_from_running():
    report = validate((CORPORA / "netvisor" / "negative" / "impossible-date.xml").read_bytes(), layers=["schematron"])
    assert statuses(report) == [("en16931", "skipped")]
    assert codes(report) == ["EI-READ-VALUE"]
    assert report.error is not None


def test_the_official_rules_judge_a_document_that_cannot_be_read():
    report = validate((CORPORA / "peppol-bis" / "negative" / "date-not-a-date.xml").read_bytes())
    assert statuses(report) == [
        ("schema", "invalid"), ("en16931", "valid"), ("peppol", "invalid"), ("business", "skipped"),
    ]  # fmt: skip
    assert codes(report) == ["XSD-VALUE", "PEPPOL-EN16931-F001", "EI-READ-VALUE"]


def test_one_unreadable_invoice_does_not_stop_the_list():
    date = '<SalesInvoiceDate format="ansi">[0-9-]+'
    reports = list(validate_many(changed(RESPONSE, (date, '<SalesInvoiceDate format="ansi">2026-02-30'))))
    assert [report.index for report in reports] == [0, 1, 2]
    assert [report.error is not None for report in reports] == [True, False, False]


# --- rules that fail --------------------------------------------------------------------------------


def test_a_rule_that_fails_is_a_finding_and_the_others_run(monkeypatch):
    kit = business_rules.kit
    checks = list(kit._CHECKS)
    number = next(n for n, (_, codes, _) in enumerate(checks) if "EI-KIND" in codes)

    def fail(invoice):
        raise ZeroDivisionError("by nothing")
        yield

    checks[number] = (fail, checks[number][1], False)
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
    (b'{"CreditorPublicId": "1"}',                                   NoInvoice),
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


USAGE = [
    # case                 arguments                                         raises           says
    ("unknown_profile",    {"profile": "peppol-bis-4"},                      UnknownProfile,  "peppol-bis-3"),
    ("foreign_profile",    {"profile": "netvisor"},                          UsageError,      "ubl-2.1"),
    ("unknown_layer",      {"layers": ["schema", "scheme"]},                 UsageError,      "schema, schematron"),
    ("no_layer",           {"layers": []},                                   UsageError,      "schema, schematron"),
    ("layers_as_text",     {"layers": "schema"},                             UsageError,      "['schema']"),
    ("unknown_engine",     {"engine": "xalan"},                              UsageError,      "native, saxon"),
    ("preview_of_a_file",  {"schematron": "a.sch", "preview": True},         UsageError,      "leave out the preview"),
    ("unknown_format",     {"format": "edifact"},                            UnknownFormat,   "netvisor"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "given", "error", "says"), USAGE, ids=[u[0] for u in USAGE])
def test_usage(case, given, error, says):
    for verb in (validate, einvoice.validate):
        with pytest.raises(error) as caught:
            verb(UBL.encode(), **given)
        assert says in caught.value.fix
        assert caught.value.exit_code == 2


def test_a_wrong_profile_is_told_before_the_document_is_opened():
    with pytest.raises(UnknownProfile):
        validate(b"<broken", "peppol-bis-4")


# --- sources ----------------------------------------------------------------------------------------


def test_bytes_document_and_invoice_agree():
    data = (CORPORA / "peppol-bis" / "negative" / "wrong-total.xml").read_bytes()
    document = einvoice.read(data)
    from_bytes, from_document = validate(data), validate(document)
    from_invoice = validate(document.invoice)
    assert from_bytes.findings == from_document.findings
    assert codes(from_bytes) == codes(from_invoice) != []
    assert (from_invoice.format, from_invoice.profile) == ("model", "model")
    paths = [finding.path for finding in from_invoice.findings if finding.severity == "error"]
    assert all(path.startswith("/totals/") for path in paths), "JSON pointers into the canonical form"


def test_the_public_verb_is_a_function_whatever_was_imported():
    import einvoice.validation

    assert callable(einvoice.validate)
    assert einvoice.validate(CORPORA / "peppol-bis" / "credit-note.xml").valid
    assert isinstance(einvoice.validate(UBL.encode()), einvoice.Report)


def test_a_document_of_a_list_is_judged_in_its_file():
    documents = list(einvoice.read_many(BATCH.encode(), context=CONTEXT))
    reports = [validate(document, context=CONTEXT) for document in documents]
    assert [(r.index, r.valid, r.layers[0].ruleset) for r in reports] == [(n, True, "netvisor/batch") for n in range(3)]


def test_an_invoice_that_was_never_validated_is():
    invoice = einvoice.read(UBL.encode()).invoice
    report = validate(invoice.model_copy(update={"issue_date": "yesterday"}))
    assert statuses(report) == [("schema", "invalid"), ("en16931", "skipped"), ("business", "skipped")]
    assert [(f.code, f.layer, f.path) for f in report.findings] == [("EI-READ-VALUE", "schema", "/issue_date")]


def test_an_invoice_with_the_profile_of_a_format_is_written_first():
    invoice = einvoice.read(UBL.encode()).invoice
    report = validate(invoice, "peppol-bis-3")
    assert report.valid
    assert (report.format, report.profile) == ("peppol-bis", "peppol-bis-3/2026-05")
    assert statuses(report) == [(name, "valid") for name in ALL]
    bare = validate(invoice.model_copy(update={"lines": ()}), "peppol-bis-3")
    messages = [finding.message for finding in bare.findings]
    assert "in the written document, cac:InvoiceLine is missing in Invoice" in messages
    assert "in the written document, the document has no line (BG-25)" in messages
    assert "BR-16" in codes(bare)


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
    def judge(subject, rules, **given):
        time.sleep(0.02)
        return Outcome(ruleset=rules)

    monkeypatch.setattr(room, "judge_business", judge)
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


@pytest.mark.parametrize("format", ["peppol-bis", "finvoice", "netvisor", "billecta"])
def test_what_a_conversion_parsed_is_judged_without_being_parsed_again(format, monkeypatch):
    made = einvoice.convert(UBL.encode(), format)
    expected = validate(made.data)

    def open_source(*given):
        raise AssertionError("parsed again")

    monkeypatch.setattr(detect, "open_source", open_source)
    report = validate(made.opened)
    assert (report.findings, statuses(report)) == (expected.findings, statuses(expected))
    assert validate(made.opened, format=format).findings == expected.findings


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
