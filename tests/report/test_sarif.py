"""SARIF: the shape that OASIS asks for, addresses that resolve, fingerprints that stay, documents not checked.

`SHAPE` is what we use of SARIF 2.1.0: names, types and values as in its section 3, and nothing else.
"""

import doctest
import json
import re
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from tests.report.documents import ERROR, LAYERS, NOTE, WARNING, judged, of_corpora, unread

from einvoice import __version__
from einvoice.cli.codes import catalogue, text_of
from einvoice.findings import Finding
from einvoice.report import json as report_json
from einvoice.report import rule, sarif
from einvoice.report.baseline import Comparison
from einvoice.report.judged import Identity, Judged
from einvoice.validation import LayerResult


def thing(required: str = "", **members: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": members,
        "required": required.split(),
        "additionalProperties": False,
    }


def many(items: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


TEXT = {"type": "string", "minLength": 1}
INDEX = {"type": "integer", "minimum": 0}
MESSAGE = thing("text", text=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
ADDRESS = thing(
    "uri", uri={"type": "string", "pattern": r"^[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+$"}, uriBaseId=TEXT, index=INDEX
)
LOCATION = thing(
    "physicalLocation",
    physicalLocation=thing(
        "artifactLocation",
        artifactLocation=ADDRESS,
        region=thing("startLine", startLine={"type": "integer", "minimum": 1}),
    ),
    logicalLocations=many(
        thing("fullyQualifiedName", fullyQualifiedName=TEXT, name=TEXT, kind={"enum": ["attribute", "element"]}),
        uniqueItems=True,
    ),
)
RULE = thing(
    "id shortDescription",
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=thing("text", text=TEXT, markdown=TEXT),
    defaultConfiguration=thing("level", level=LEVEL),
    properties=thing("", tags=many(TEXT, uniqueItems=True)),
)
RESULT = thing(
    "ruleId ruleIndex level message locations partialFingerprints",
    ruleId=TEXT,
    ruleIndex=INDEX,
    level=LEVEL,
    message=MESSAGE,
    locations=many(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    suppressions=many(
        thing(
            "kind",
            kind={"enum": ["inSource", "external"]},
            status={"enum": ["accepted", "underReview", "rejected"]},
            justification=TEXT,
        ),
        uniqueItems=True,
    ),
    properties={"type": "object"},
)
NOTIFICATION = thing(
    "message",
    descriptor=thing("id index", id=TEXT, index=INDEX),
    level=LEVEL,
    message=MESSAGE,
    locations=many(LOCATION, uniqueItems=True),
)
DRIVER = thing(
    "name",
    name=TEXT,
    version=TEXT,
    informationUri={"type": "string", "format": "uri"},
    rules=many(RULE, uniqueItems=True),
    notifications=many(RULE, uniqueItems=True),
)
RUN = thing(
    "tool results",
    tool=thing("driver", driver=DRIVER),
    invocations=many(
        thing(
            "executionSuccessful",
            executionSuccessful={"type": "boolean"},
            exitCode={"type": "integer"},
            toolExecutionNotifications=many(NOTIFICATION),
        )
    ),
    originalUriBaseIds={"type": "object", "additionalProperties": thing("", description=MESSAGE)},
    artifacts=many(
        thing("", location=ADDRESS, roles=many({"enum": ["analysisTarget"]}, uniqueItems=True)), uniqueItems=True
    ),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=many(RESULT),
    properties={"type": "object"},
)
SHAPE = thing("version runs", **{"$schema": TEXT}, version={"const": "2.1.0"}, runs=many(RUN))


def log(*documents: Judged, exit_code: int = 1, comparison: Comparison | None = None) -> dict[str, Any]:
    """Return the run of the log, after a look at its shape and at what its indexes point to."""
    data = report_json.dumps(sarif.document(documents, text_of, exit_code, comparison))
    value = json.loads(data)
    jsonschema.validate(value, SHAPE)
    (run,) = value["runs"]
    driver = run["tool"]["driver"]
    assert len({each["id"] for each in driver["rules"]}) == len(driver["rules"])
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    for notification in run["invocations"][0]["toolExecutionNotifications"]:
        named = notification["descriptor"]
        assert driver["notifications"][named["index"]]["id"] == named["id"]
    for address in addresses(value):
        if "index" in address:
            assert run["artifacts"][address["index"]]["location"]["uri"] == address["uri"]
        assert address.get("uriBaseId") in (None, *run["originalUriBaseIds"])
    found: dict[str, Any] = run
    return found


def addresses(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [each for item in value for each in addresses(item)]
    if not isinstance(value, dict):
        return []
    found = [value["artifactLocation"]] if "artifactLocation" in value else []
    return found + [each for item in value.values() for each in addresses(item)]


def fingerprints(document: Judged) -> list[str]:
    return [each["partialFingerprints"][sarif.FINGERPRINT] for each in log(document)["results"]]


def test_result_of_a_finding() -> None:
    (result,) = log(judged(ERROR))["results"]
    (location,) = result["locations"]
    assert (result["ruleId"], result["level"]) == ("BR-CO-10", "error")
    assert result["message"]["text"] == "sum is 1, expected 2\nFix: Correct the sum."
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "a.xml", "uriBaseId": "%SRCROOT%", "index": 0}
    assert location["physicalLocation"]["region"] == {"startLine": 12}
    assert location["logicalLocations"] == [
        {"fullyQualifiedName": "/Invoice/Total", "name": "Total", "kind": "element"}
    ]
    assert result["properties"] == {"layer": "en16931", "terms": ["BT-106"], "value": "1"}
    assert "baselineState" not in result


def test_severities_are_levels() -> None:
    assert [each["level"] for each in log(judged(ERROR, WARNING, NOTE))["results"]] == ["error", "warning", "note"]


def test_finding_without_place_stands_at_the_first_line_of_its_file() -> None:
    (result,) = log(judged(NOTE))["results"]
    address = {"uri": "a.xml", "uriBaseId": "%SRCROOT%", "index": 0}
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": address, "region": {"startLine": 1}}}]


@pytest.mark.parametrize("path", ["/Records/0/UnitPrice", "/a/@currency"])
def test_logical_location(path: str) -> None:
    (result,) = log(judged(replace(NOTE, path=path)))["results"]
    (place,) = result["locations"][0]["logicalLocations"]
    assert place["fullyQualifiedName"] == path
    assert place.get("kind") == ("attribute" if "@" in path else None)


def test_json_has_the_line_of_its_pointer() -> None:
    lines = {"": 1, "/Records": 4, "/Records/0": 5}
    found = [replace(NOTE, path=path) for path in ("/Records/0", "/Records/0/UnitPrice", "/DueDate", None)]
    run = log(judged(*found, ERROR, lines=lines))
    places = [each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in run["results"]]
    assert places == [5, 5, 1, 1, 12]


def test_rule_has_the_words_of_explain() -> None:
    (described,) = log(judged(ERROR))["tool"]["driver"]["rules"]
    assert described["help"]["text"] == text_of("BR-CO-10")
    assert described["help"]["markdown"].startswith("**BR-CO-10** ")
    assert described["defaultConfiguration"] == {"level": "error"}
    assert described["properties"]["tags"] == ["e-invoice", "en16931"]


def test_rule_of_the_user_is_not_taken_for_an_official_one() -> None:
    (described,) = log(judged(replace(ERROR, layer="schematron")))["tool"]["driver"]["rules"]
    assert "help" not in described
    (described,) = log(judged(replace(ERROR, code="HOUSE-1", layer="schematron")))["tool"]["driver"]["rules"]
    assert described["id"] == "HOUSE-1"


def test_every_explanation_can_be_taken_apart() -> None:
    for code in catalogue():
        text = text_of(code)
        assert text is not None, code
        parts = rule.parts_of(text)
        assert parts.title, code
        assert len(parts.parts) == len(text.splitlines()) - 1, code
        assert set(parts.severities) <= {"error", "warning", "info"}, code


def test_markdown_of_an_explanation_is_text() -> None:
    finding = Finding("LOSS-UNMAPPED", "warning", "loss", "x")
    (described,) = log(judged(finding))["tool"]["driver"]["rules"]
    assert "<cac:Signature>" in described["help"]["text"]
    assert r"\<cac:Signature\>" in described["help"]["markdown"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("2026/lasku 1.xml", "2026/lasku%201.xml"),
        ("käännös #2?.xml", "k%C3%A4%C3%A4nn%C3%B6s%20%232%3F.xml"),
        ("a:b.xml", "a%3Ab.xml"),
        ("a\udcff.xml", "a%FF.xml"),
        ("in.zip/../../etc/x.xml", "in.zip/%2E%2E/%2E%2E/etc/x.xml"),
        ("/tmp/a b.xml", "file:///tmp/a%20b.xml"),
        ("C:/tmp/a b.xml", "file:///C:/tmp/a%20b.xml"),
        ("-", "-"),
    ],
)
def test_address(name: str, uri: str) -> None:
    run = log(judged(ERROR, path=name))
    assert run["artifacts"][0]["location"]["uri"] == uri
    assert ("uriBaseId" in run["artifacts"][0]["location"]) == (not uri.startswith("file:"))


def test_fingerprint_does_not_depend_on_lines_values_and_wording() -> None:
    before = fingerprints(judged(ERROR, WARNING))
    moved = replace(ERROR, line=900, message="said otherwise", value="7", fix=None, severity="warning")
    assert fingerprints(judged(moved, WARNING)) == before


@pytest.mark.parametrize(
    "other",
    [
        judged(replace(ERROR, code="BR-CO-11")),
        judged(replace(ERROR, path="/Invoice/Total[2]")),
        judged(ERROR, path="b.xml"),
        judged(ERROR, index=1, several=True),
    ],
    ids=["code", "path", "document", "invoice"],
)
def test_fingerprint_tells_findings_apart(other: Judged) -> None:
    assert fingerprints(other) != fingerprints(judged(ERROR))


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    found = fingerprints(judged(ERROR, ERROR, ERROR))
    assert len(set(found)) == 3
    assert all(re.fullmatch("[0-9a-f]{32}", each) for each in found)


def test_fingerprint_for_code_hosts_is_the_same() -> None:
    (result,) = log(judged(ERROR))["results"]
    prints = result["partialFingerprints"]
    assert prints["primaryLocationLineHash"] == f"{prints['einvoice/v1']}:1"


def test_document_that_could_not_be_read_is_no_success() -> None:
    run = log(unread(), exit_code=3)
    (invocation,) = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 3)
    (said,) = invocation["toolExecutionNotifications"]
    assert (said["descriptor"]["id"], said["level"]) == ("not-read", "error")
    assert said["message"]["text"] == "not checked: the document could not be read: not well-formed XML"
    assert [each["ruleId"] for each in run["results"]] == ["EI-NOT-WELL-FORMED"]


def test_skipped_layer_is_told() -> None:
    skipped = (*LAYERS[:2], LayerResult("business", "skipped", "no invoice"))
    run = log(judged(index=1, several=True, layers=skipped), exit_code=3)
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["level"] == "warning"
    assert said["message"]["text"] == "not checked (invoice 2): the layer business was skipped: no invoice"


@pytest.mark.parametrize(("code", "success"), [(0, True), (1, True), (3, False), (4, False), (70, False)])
def test_success(code: int, success: bool) -> None:
    assert log(judged(), exit_code=code)["invocations"][0]["executionSuccessful"] is success


def test_baseline() -> None:
    gone = Comparison("base.json", 1, [(Identity("a.xml", 0, "BR-01", None), 1)])
    run = log(judged(ERROR, WARNING, known=[0]), comparison=gone)
    assert [each["baselineState"] for each in run["results"]] == ["unchanged", "new"]
    assert [len(each.get("suppressions", [])) for each in run["results"]] == [1, 0]
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert (said["level"], said["message"]["text"]) == ("note", "no longer found: a.xml: BR-01")


def test_rule_sets_stand_in_the_run() -> None:
    run = log(judged(), judged(path="b.xml"))
    assert [each["ruleSet"] for each in run["properties"]["ruleSets"]] == ["einvoice", "en16931/1.3.16", "ubl-2.1"]
    assert run["tool"]["driver"]["version"] == __version__


def test_control_characters_are_spelled_out() -> None:
    (result,) = log(judged(replace(ERROR, message="a\x1b[2J\u202e", path="/a\x00")))["results"]
    assert result["message"]["text"].startswith("a\\x1b[2J\\u202e")


@pytest.mark.parametrize("file", ["peppol-bis/negative/type-381-in-invoice.xml", "netvisor/credit-note.xml"])
def test_log_of_a_document(file: str) -> None:
    document = of_corpora(file)
    assert len(log(document)["results"]) == len(document.findings) > 0
    assert sarif.document([document], text_of, 1) == sarif.document([of_corpora(file)], text_of, 1)


def test_doctests() -> None:
    assert doctest.testmod(sarif).failed == doctest.testmod(rule).failed == 0
