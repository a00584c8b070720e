"""JSON documents of Billecta on their way through the schema layer: which object, which schema, which place."""

import json
from pathlib import Path
from typing import Any

import pytest

from einvoice import jsontext
from einvoice.errors import NotDetected
from einvoice.validation import schema, validate, validate_many
from einvoice.validation.report import Report
from einvoice.validation.subject import Subject

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT / "corpora" / "billecta"


def sample(name: str) -> Any:
    return json.loads((CORPORA / name).read_bytes())


def data(value: Any) -> bytes:
    return json.dumps(value).encode()


def told(report: Report) -> tuple[str, str | None, list[tuple[str, str | None]]]:
    """Return status, rule set and faults of the schema layer."""
    [layer] = [layer for layer in report.layers if layer.layer == "schema"]
    faults = [(each.code, each.path) for each in report.findings if each.layer == "schema"]
    return layer.status, layer.ruleset, faults


KINDS = [
    ("entry-standard.json", "InvoiceActionEntryView"),
    ("answer-sent.json", "InvoiceActionView"),
    ("negative/summary.json", "InvoiceActionSubView"),
    ("negative/debtor.json", "DebtorView"),
]


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_each_kind_goes_by_its_schema(name, kind):
    report = validate((CORPORA / name).read_bytes(), layers=["schema"], format="billecta")
    assert told(report) == ("valid", f"billecta/{kind}", [])
    assert report.layers[0].version == "2024-04" and report.layers[0].fired > 20
    assert report.profile == "billecta/2024-04"


def test_a_fault_makes_the_layer_invalid_and_a_warning_does_not():
    entry = sample("entry-standard.json")
    wrong = validate(data({**entry, "DueDate": "soon"}), layers=["schema"])
    newer = validate(data({**entry, "DeliveryMethod": "Pigeon"}), layers=["schema"])
    assert told(wrong) == ("invalid", "billecta/InvoiceActionEntryView", [("JSON-FORMAT", "/DueDate")])
    assert told(newer) == ("valid", "billecta/InvoiceActionEntryView", [("JSON-ENUM", "/DeliveryMethod")])
    assert (wrong.valid, newer.valid) == (False, True)


def test_each_invoice_of_a_list_has_its_own_faults():
    entries = sample("list-entries.json")
    entries[1]["Recrods"] = entries[1].pop("Records")
    entries[2]["Records"][0]["UnitPrice"]["Value"] = "100"
    reports = list(validate_many(data(entries), layers=["schema"]))
    assert [told(report)[2] for report in reports[:3]] == [
        [],
        [("JSON-UNKNOWN", "/1/Recrods")],
        [("JSON-TYPE", "/2/Records/0/UnitPrice/Value")],
    ]


def test_an_object_of_another_kind_is_told():
    """Only with a format that is named: without one, nothing says that it is Billecta."""
    error = (CORPORA / "negative" / "error-400.json").read_bytes()
    assert told(validate(error, layers=["schema"], format="billecta")) == ("invalid", "billecta", [("JSON-KIND", None)])
    with pytest.raises(NotDetected):
        validate(error, layers=["schema"])


def test_without_json_the_layer_is_skipped():
    outcome = schema.judge(Subject("billecta", None, lambda: None), "billecta")  # type: ignore[arg-type, return-value]
    assert outcome.skipped is not None and "not read from JSON" in outcome.skipped


def test_what_we_wrote_says_so():
    entry = {**jsontext.parse((CORPORA / "entry-standard.json").read_bytes()), "DueDate": None}
    subject = Subject("billecta", None, lambda: None, value=entry, written=True)  # type: ignore[arg-type, return-value]
    [found] = schema.judge(subject, "billecta").findings
    assert found.message.startswith("in the written document, DueDate is null")


def test_canonical_json_counts_the_values_of_its_own_object():
    one = b'{"invoice_number": "1"}'
    alone, first, second = (
        report.layers[0].fired
        for source in (one, b"[" + one + b', {"invoice_number": "2", "currency": "SEK"}]')
        for report in validate_many(source, layers=["schema"], format="model")
    )
    assert (alone, first, second) == (1, 1, 2)
