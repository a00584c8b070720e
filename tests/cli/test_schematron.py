"""Rule files of the user, SVRL, editions and engines on the command line."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.cli.program import run

from einvoice.schematron.schema import EI
from einvoice.schematron.svrl import SVRL, read_svrl

GOOD = "corpora/peppol-bis/zero-rated.xml"
WRONG_TOTAL = "corpora/peppol-bis/negative/wrong-total.xml"
BATCH = "corpora/netvisor/batch.xml"
CONTEXT = ("--context", "corpora/einvoice.toml")
NAMESPACES = {"svrl": SVRL, "ei": EI}

RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
  <pattern><rule context="/*"><assert id="A" test="name() = 'a'">it is <name/></assert></rule></pattern>
</schema>"""


def findings_of(*arguments: str) -> list[dict[str, Any]]:
    (document,) = json.loads(run("validate", *arguments, "--output", "json").stdout)["documents"]
    found: list[dict[str, Any]] = document["findings"]
    return found


def svrl_of(*arguments: str) -> etree._Element:
    return etree.fromstring(run("validate", *arguments, "--output", "svrl").stdout)


def test_svrl_of_one_invoice_is_one_document(workplace: Path) -> None:
    root = svrl_of(WRONG_TOTAL)
    assert root.tag == f"{{{SVRL}}}schematron-output"
    assert root.get("title") == ("EN 16931 on UBL 2.1, release 1.3.16; Peppol BIS Billing 3.0.21 (2026-05), for UBL")
    rulesets = [pattern.get(f"{{{EI}}}ruleset") for pattern in root.iterfind("svrl:active-pattern", NAMESPACES)]
    assert set(rulesets) == {"en16931/1.3.16", "peppol-bis-3/2026-05"}
    assert rulesets == sorted(rulesets)


def test_svrl_says_what_the_findings_say(workplace: Path) -> None:
    findings = findings_of(WRONG_TOTAL)
    outcome = read_svrl(run("validate", WRONG_TOTAL, "--output", "svrl").stdout)
    official = [f for f in findings if f["layer"] in ("en16931", "peppol")]
    assert [(f["code"], f["message"], f["line"]) for f in official] != []
    assert sorted((f.id, f.text) for f in outcome.failures) == sorted((f["code"], f["message"]) for f in official)
    others = svrl_of(WRONG_TOTAL).findall("ei:finding", NAMESPACES)
    rest = [f for f in findings if f not in official]
    assert [(e.get("code"), e.get("layer"), e.text) for e in others] == [
        (f["code"], f["layer"], f["message"]) for f in rest
    ]


def test_svrl_has_every_layer_with_its_status_and_the_rules_that_fired(workplace: Path) -> None:
    (document,) = json.loads(run("validate", WRONG_TOTAL, "--output", "json").stdout)["documents"]
    root = svrl_of(WRONG_TOTAL)
    layers = root.findall("ei:layer", NAMESPACES)
    assert [(e.get("layer"), e.get("status"), e.get("fired")) for e in layers] == [
        (layer["layer"], layer["status"], str(layer["fired"])) for layer in document["layers"]
    ]
    fired = sum(layer["fired"] for layer in document["layers"] if layer["layer"] in ("en16931", "peppol"))
    assert len(root.findall("svrl:fired-rule", NAMESPACES)) == fired


def test_svrl_of_several_stands_in_a_wrapper(workplace: Path) -> None:
    root = svrl_of(BATCH, WRONG_TOTAL, "missing.xml", *CONTEXT)
    assert root.tag == f"{{{EI}}}reports"
    places = [(e.get(f"{{{EI}}}document"), e.get(f"{{{EI}}}index")) for e in root]
    assert places == [(BATCH, "0"), (BATCH, "1"), (BATCH, "2"), (WRONG_TOTAL, "0"), ("missing.xml", "0")]
    assert {e.tag for e in root} == {f"{{{SVRL}}}schematron-output"}
    assert [e.get(f"{{{EI}}}projected") for e in root] == ["true"] * 3 + [None] * 2
    assert [e.get("status") for e in root[4].iterfind("ei:layer", NAMESPACES)] == ["skipped"] * 3


def test_svrl_is_the_same_every_time_and_by_both_engines(workplace: Path) -> None:
    pytest.importorskip("saxonche")
    first = run("validate", WRONG_TOTAL, "--output", "svrl").stdout
    assert first == run("validate", WRONG_TOTAL, "--output", "svrl").stdout
    assert first == run("validate", WRONG_TOTAL, "--output", "svrl", "--engine", "saxon").stdout


def test_svrl_goes_into_a_file(workplace: Path) -> None:
    outcome = run("validate", GOOD, "--output", "svrl", "-o", "report.xml")
    assert outcome.stdout == b""
    assert read_svrl(Path("report.xml").read_bytes()).failures == ()
    assert outcome.stderr.startswith("einvoice: 1 document: 1 valid")


def test_hostile_names_and_values_stand_in_svrl_as_text(workplace: Path) -> None:
    Path("a b\x1b.xml").write_text("<b-\u202e/>", encoding="utf-8")
    Path("rules.sch").write_text(RULES, encoding="utf-8")
    root = svrl_of("a b\x1b.xml", "--schematron", "rules.sch", "--layers", "schematron")
    assert root.get(f"{{{EI}}}document") == "a b\\x1b.xml"


def test_engines_find_the_same(workplace: Path) -> None:
    pytest.importorskip("saxonche")
    assert findings_of(WRONG_TOTAL) == findings_of(WRONG_TOTAL, "--engine", "saxon")


@pytest.mark.parametrize(
    ("arguments", "fix"),
    [
        ([GOOD, "--engine", "saxon"], "or use the built-in engine (--engine native)"),
        ([GOOD, "--schematron", "rules.xslt"], "or give the Schematron file (.sch)"),
    ],
)
def test_engine_that_is_not_installed(
    arguments: list[str], fix: str, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "saxonche" else find_spec(name, *rest)
    )
    from einvoice.schematron.engines import saxon

    saxon.engine().close()
    Path("rules.xslt").write_text("<a/>", encoding="utf-8")
    outcome = run("validate", *arguments)
    assert outcome.code == 6
    assert "saxonche, which is not installed" in outcome.stderr or "saxonche is not installed" in outcome.stderr
    assert "pip install 'einvoice-nordic[saxon]'" in outcome.stderr
    assert fix in outcome.stderr


def test_rule_file_in_a_folder_is_named_by_its_path(workplace: Path) -> None:
    Path("rules").mkdir()
    Path("rules/main.sch").write_text(RULES.replace("name() =", "name( =").replace("<pattern>", "\n<pattern>"))
    outcome = run("validate", GOOD, "--schematron", "rules/main.sch")
    assert outcome.code == 6
    assert outcome.stderr.startswith("einvoice: rules/main.sch:3: ")


def test_included_rule_file_is_named_by_its_path(workplace: Path) -> None:
    Path("rules").mkdir()
    Path("rules/main.sch").write_text(RULES.replace("<pattern>", '<include href="part.sch"/><pattern>'))
    outcome = run("validate", GOOD, "--schematron", "rules/main.sch")
    assert outcome.code == 6
    assert "rules/part.sch" in outcome.stderr or "rules/main.sch" in outcome.stderr


def test_rule_file_is_compiled_once_for_many_documents(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from einvoice.schematron import library

    times: list[object] = []
    from_file = library.from_file
    monkeypatch.setattr(library, "from_file", lambda path: times.append(path) or from_file(path, cached=False))
    Path("rules.sch").write_text(RULES)
    for name in "abc":
        Path(f"{name}.xml").write_text(f"<{name}/>")
    outcome = run("validate", "a.xml", "b.xml", "c.xml", "--schematron", "rules.sch", "--layers", "schematron")
    assert outcome.code == 1
    assert outcome.text.count("A: it is") == 2
    assert len(times) == 1


def test_help_promises_nothing_that_is_there(workplace: Path) -> None:
    text = " ".join(run("validate", "--help").text.split())
    assert "text|json|sarif|junit|svrl|html" in text
    assert "later version" not in text
