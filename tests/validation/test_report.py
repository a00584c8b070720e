"""What makes a report checked and valid, and its JSON."""

import json
import re
from datetime import date

import pytest

from einvoice.findings import Finding
from einvoice.validation import LayerResult, Report, validate

from .samples import UBL, changed

ERROR = Finding("EI-X", "error", "business", "wrong")
WARNING = Finding("EI-X", "warning", "business", "odd")

CASES = [
    # case                        layers                          findings    checked  valid
    ("valid_all_layers_ran",      ("valid", "valid"),             (),         True,    True),
    ("valid_with_a_warning",      ("valid", "valid"),             (WARNING,), True,    True),
    ("invalid_layer",             ("valid", "invalid"),           (ERROR,),   True,    False),
    ("invalid_error_of_no_layer", ("valid",),                     (ERROR,),   True,    False),
    ("unchecked_layer_skipped",   ("valid", "skipped", "valid"),  (),         False,   False),
    ("unchecked_and_invalid",     ("invalid", "skipped"),         (ERROR,),   False,   False),
    ("unchecked_no_layer_at_all", (),                             (),         False,   False),
]  # fmt: skip


@pytest.mark.parametrize(("case", "states", "findings", "checked", "valid"), CASES, ids=[c[0] for c in CASES])
def test_verdict(case, states, findings, checked, valid):
    layers = tuple(LayerResult(f"layer {number}", state) for number, state in enumerate(states))
    report = Report("model", "model", layers, findings)
    assert (report.checked, report.valid) == (checked, valid)


DOCUMENT = ("path", "index", "format", "profile", "valid", "checked", "layers", "findings")
LAYER = ("layer", "status", "reason", "ruleset", "version", "valid_from", "fired", "ms")
FINDING = ("code", "severity", "layer", "message", "fix", "terms", "path", "line", "value")


def test_json_shape():
    report = validate(changed(UBL, ("<cbc:DueDate>2026-05-01", "<cbc:DueDate>01.05.2026")))
    value = json.loads(json.dumps(report.as_dict("a.xml")))
    assert tuple(value) == DOCUMENT
    assert [tuple(layer) for layer in value["layers"]] == [LAYER] * 4
    assert value["findings"] and all(tuple(finding) == FINDING for finding in value["findings"])
    assert (value["path"], value["index"], value["format"]) == ("a.xml", 0, "peppol-bis")
    assert value["profile"] == "peppol-bis-3/2026-05"
    assert (value["valid"], value["checked"]) == (False, False)
    schema, en16931, peppol, business = value["layers"]
    assert (schema["status"], schema["reason"], schema["ruleset"]) == ("invalid", None, "ubl-2.1")
    assert (schema["version"], schema["valid_from"]) == ("2.1", "2013-11-04")
    assert schema["fired"] > 150 and schema["ms"] > 0
    assert (en16931["status"], en16931["ruleset"], en16931["reason"]) == ("valid", "en16931/1.3.16", None)
    assert (en16931["version"], en16931["valid_from"]) == ("1.3.16", "2026-04-10")
    assert (peppol["status"], peppol["ruleset"], peppol["version"]) == ("invalid", "peppol-bis-3/2026-05", "3.0.21")
    assert peppol["fired"] > en16931["fired"] > 50 and min(peppol["ms"], en16931["ms"]) > 0
    assert business["status"] == "skipped" and "DueDate" in business["reason"]


@pytest.mark.conformance
def test_json_has_every_member_of_the_contract(shared):
    text = shared("contract.md").read_text(encoding="utf-8")
    block = re.search(r"## JSON of `validate.*?```json\n(.*?)```", text, re.DOTALL)
    assert block is not None
    wanted = json.loads(block[1])["documents"][0]
    value = validate(changed(UBL, ("<cbc:DueDate>2026-05-01", "<cbc:DueDate>01.05.2026"))).as_dict("a.xml")
    assert set(value) == set(wanted)
    for key in ("layers", "findings"):
        assert set(wanted[key][0]) <= set(value[key][0])


def test_milliseconds_are_rounded_and_dates_are_text():
    layer = LayerResult("schema", "valid", None, "ubl-2.1", "2.1", date(2013, 11, 4), 5, 0.123456)
    assert layer.as_dict()["ms"] == 0.123
    assert layer.as_dict()["valid_from"] == "2013-11-04"
