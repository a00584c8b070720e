"""The layer ``billecta``: what it says of our own documents, when it runs, and when it is skipped."""

import json

import pytest

import einvoice
from einvoice import jsontext
from einvoice.context import Context
from einvoice.rules.billecta import RULES
from einvoice.validation import validate, validate_many
from einvoice.validation.billecta import JUDGED, judge
from einvoice.validation.subject import Subject

from .samples import CORPORA, NETVISOR, UBL

OWN = CORPORA / "billecta"
ENTRY = json.loads((OWN / "entry-standard.json").read_text(encoding="utf-8"))
RIGHT = sorted({path.name for path in OWN.glob("*.json")} - {"list-empty.json", "list-summaries.json"})


def entry(**changes):
    return json.dumps(ENTRY | changes).encode()


def parsed(value):
    return jsontext.parse(json.dumps(value).encode())


def of_layer(report):
    return [finding for finding in report.findings if finding.layer == "billecta"]


def test_a_right_invoice_is_valid():
    (layer,) = validate(entry(), layers=["billecta"]).layers
    assert (layer.layer, layer.status, layer.reason) == ("billecta", "valid", None)
    assert (layer.ruleset, layer.version, str(layer.valid_from)) == ("billecta/2024-04", "2024-04", "2024-04-24")
    assert layer.fired == len(RULES)


def test_an_error_makes_the_document_invalid():
    report = validate(entry(DebtorPublicId="C-100"), layers=["billecta"])
    assert (report.valid, [layer.status for layer in report.layers]) == (False, ["invalid"])
    (finding,) = of_layer(report)
    assert (finding.code, finding.path, finding.value) == ("EI-BILLECTA-DEBTOR-ID", "/DebtorPublicId", "C-100")


def test_a_warning_does_not():
    report = validate(entry(DueDate="2026-05-01"), layers=["billecta"])
    assert (report.valid, [finding.code for finding in of_layer(report)]) == (True, ["EI-BILLECTA-DUE-DATE"])


@pytest.mark.parametrize("name", RIGHT)
def test_own_documents_have_no_error(name):
    reports = list(validate_many((OWN / name).read_bytes(), layers=["billecta"]))
    assert reports
    assert [f.message for report in reports for f in of_layer(report) if f.severity == "error"] == []


FAULTS = [
    ("both-discounts", "DISCOUNT-BOTH"),
    ("credit-positive", "CREDIT-SIGN"),
    ("credit-without-reference", "CREDIT-REFERENCE"),
    ("currency-missing", "CURRENCY-MISSING"),
    ("currency-nonsense", "CURRENCY-CODE"),
    ("delivery-method-unknown", "ENUM-UNKNOWN"),
    ("discount-over-100", "CREDIT-SIGN DISCOUNT-RANGE"),
    ("empty-records", "ROWS-MISSING"),
    ("fee-rate-unknown", "FEE-RATE"),
    ("guid-broken", "CREDITOR-ID"),
    ("message-rows-only", "ROWS-MISSING"),
    ("mixed-currencies", "CURRENCY-MIX"),
    ("no-debtor", "DEBTOR-ID"),
    ("price-missing", "ROW-INCOMPLETE"),
    ("reverse-charge-with-vat", "REVERSE-VAT"),
    ("reverse-charge-without-number", "REVERSE-NUMBER"),
    ("row-total-does-not-tie", "ROW-TOTAL VAT-TOTAL"),
    ("self-invoice-action", "ACTION-TYPE ENUM-NUMBER"),
    ("total-does-not-tie", "INVOICED-TOTAL BALANCE"),
    ("value-as-text", "AMOUNT-WHOLE"),
    ("value-for-view-disagrees", "AMOUNT-VIEW"),
    ("value-with-decimals", "AMOUNT-WHOLE"),
    ("vat-does-not-tie", "VAT-TOTAL"),
    ("vat-rate-24", "VAT-RATE"),
    ("vat-rate-as-fraction", "VAT-FRACTION"),
    ("verification-action", "ACTION-TYPE"),
    ("wrong-check-digits", "VAT-ID VAT-ID OCR ACCOUNT-NUMBER"),
    ("wrong-check-digits-swedish", "ORG-NUMBER GLN VAT-ID ACCOUNT-NUMBER"),
]


@pytest.mark.parametrize(("name", "codes"), FAULTS, ids=[name for name, _ in FAULTS])
def test_own_faulty_documents(name, codes):
    report = validate((OWN / "negative" / f"{name}.json").read_bytes(), layers=["billecta"])
    assert [f.code.removeprefix("EI-BILLECTA-") for f in of_layer(report)] == codes.split()


def test_an_unreadable_value_does_not_keep_the_layer_from_running():
    report = validate((OWN / "negative" / "value-with-decimals.json").read_bytes(), layers=["billecta", "business"])
    assert [layer.status for layer in report.layers] == ["invalid", "skipped"]


def test_invoices_of_a_list_are_named_by_their_place():
    data = json.dumps([ENTRY, ENTRY | {"DebtorPublicId": "C-100"}]).encode()
    reports = list(validate_many(data, layers=["billecta"]))
    assert [[finding.path for finding in of_layer(report)] for report in reports] == [[], ["/1/DebtorPublicId"]]


def test_what_is_no_invoice_is_judged_as_far_as_it_goes_and_the_list_goes_on():
    customer = json.loads((OWN / "negative" / "debtor.json").read_text(encoding="utf-8"))
    data = json.dumps([ENTRY, ENTRY | {"ActionType": "SelfInvoiceAction"}, customer, ENTRY]).encode()
    reports = list(validate_many(data))
    assert [[layer.status for layer in report.layers] for report in reports[1:3]] == [
        ["valid", "invalid", "skipped", "skipped"],
        ["valid", "skipped", "skipped", "skipped"],
    ]
    assert [report.error.exit_code if report.error else 0 for report in reports] == [0, 3, 3, 0]
    assert [report.checked for report in reports] == [True, False, False, True]
    assert [finding.code for finding in reports[2].findings] == ["EI-NO-INVOICE"]
    assert '"KUND-4103" = "deb70000-0000-4000-8000-000000004103"' in reports[2].findings[0].fix


def test_what_no_view_knows_is_refused_alone_and_passed_over_in_a_list():
    stranger = {"CreditorPublicId": "1"}
    with pytest.raises(einvoice.errors.NoInvoice):
        validate(json.dumps(stranger).encode())
    reports = list(validate_many(json.dumps([ENTRY, stranger, ENTRY]).encode()))
    assert [report.checked for report in reports] == [True, False, True]
    assert [(finding.code, finding.path) for finding in reports[1].findings] == [("EI-NO-INVOICE", "/1")]


def test_nobody_misses_the_address_of_a_customer_who_gets_paper():
    context = Context.parse(
        {
            "seller": {"name": "S", "country": "SE", "business_id": "559991-0485", "endpoint": "0007:5599910485"},
            "customers": [{"code": "1", "name": "Solveig Ekdal", "country": "SE"}],
            "billecta": {"debtors": {"1": ENTRY["DebtorPublicId"]}},
        }
    )

    def told(method):
        report = validate(entry(DeliveryMethod=method), layers=["business"], context=context)
        return [f for f in report.findings if f.code == "EI-CONTEXT-CUSTOMER"]

    assert told("Mail") == []
    (found,) = told("EInvoice")
    assert found.terms == ("BT-49",)
    assert "customer '1' lacks" in found.message and '[[customers]] | code = "1" | endpoint' in found.fix
    (written,) = [f for f in einvoice.convert(entry(DeliveryMethod="Mail"), "peppol-bis", context=context).findings
                  if f.code == "EI-CONTEXT-CUSTOMER"]  # fmt: skip
    assert written.terms == ("BT-49",)


def test_the_number_of_a_person_is_not_proposed_for_the_context():
    customer = json.loads((OWN / "negative" / "debtor.json").read_text(encoding="utf-8"))
    report = validate(json.dumps(customer | {"DebtorType": "Private", "OrgNo": "20990101-2383"}).encode())
    (told,) = report.findings
    assert customer["Name"] in told.fix and "20990101" not in told.fix and "business_id" not in told.fix


def test_the_context_is_heard():
    context = Context.parse({"billecta": {"creditor_public_id": "5e11e700-0000-4000-8000-000000000002"}})
    report = validate(entry(), layers=["billecta"], context=context)
    assert [finding.code for finding in of_layer(report)] == ["EI-BILLECTA-CREDITOR-ID"]


def test_schematron_asks_for_all_layers_of_rules():
    assert [layer.layer for layer in validate(entry(), layers=["schematron"]).layers] == ["billecta", "en16931"]


@pytest.mark.parametrize(("document", "profile"), [(NETVISOR, "netvisor"), (UBL, "peppol-bis-3")])
def test_documents_of_other_formats_have_no_such_rules(document, profile):
    (layer,) = validate(document.encode(), layers=["billecta"]).layers
    assert (layer.status, layer.reason) == ("skipped", f"the profile {profile} has no billecta rules")


def test_a_list_entry_is_not_judged():
    reports = list(validate_many((OWN / "list-summaries.json").read_bytes(), layers=["billecta"]))
    assert {(report.checked, *(layer.status for layer in report.layers)) for report in reports} == {(False, "skipped")}
    reason = "the object is of the view InvoiceActionSubView, and the rules judge invoices: "
    assert reports[0].layers[0].reason == f"{reason}{' and '.join(JUDGED)}"


@pytest.mark.parametrize(("value", "reason"), [
    (None, "the invoice was not read from JSON, so there is nothing to judge"),
    ({"PublicId": "x"}, "the object is none that Billecta has, and the rules judge invoices: " + " and ".join(JUDGED)),
])  # fmt: skip
def test_what_is_no_invoice_is_skipped(value, reason):
    outcome = judge(Subject("billecta", None, lambda: pytest.fail("read"), value=value), "billecta/2024-04")
    assert (outcome.skipped, outcome.findings, outcome.fired) == (reason, (), 0)
    assert (outcome.ruleset, outcome.version) == ("billecta/2024-04", "2024-04")


def test_what_we_write_is_named_as_written():
    value = {"DueDate": "2026-05-01"}
    subject = Subject("billecta", None, lambda: pytest.fail("read"), value=parsed(ENTRY | value), written=True)
    assert [finding.message for finding in judge(subject, "billecta/2024-04").findings] == [
        "in the written document, DueDate is 2026-05-01, before InvoiceDate 2026-05-04"
    ]


def test_an_invoice_that_is_written_is_judged_as_written():
    invoice = einvoice.read(entry()).invoice
    report = validate(invoice, "billecta", ["billecta"])
    (layer,) = report.layers
    assert (layer.layer, layer.ruleset, layer.fired) == ("billecta", "billecta/2024-04", len(RULES))
