"""[rules] of the context, and numbers given twice, at the command line."""

import json
from pathlib import Path

import pytest
from tests.cli.program import run

GOOD = "corpora/peppol-bis/fi-domestic-two-rates.xml"
WRONG_TOTAL = "corpora/peppol-bis/negative/wrong-total.xml"


@pytest.fixture
def context(workplace: Path) -> Path:
    return workplace / "einvoice.toml"


def test_a_wrong_code_ends_the_run_at_once_and_says_what_is_meant(context: Path) -> None:
    context.write_text('[rules]\nEI-ACOUNT-IBAN = { severity = "off", reason = "r" }\n', encoding="utf-8")
    for command in (["validate", GOOD, WRONG_TOTAL], ["convert", GOOD, "--to", "finvoice"]):
        outcome = run(*command, "--context", "einvoice.toml")
        assert (outcome.code, outcome.stdout) == (6, b"")
        assert "einvoice.toml: [rules] EI-ACOUNT-IBAN: there is no rule of this code" in outcome.stderr
        assert "did you mean EI-ACCOUNT-IBAN" in outcome.stderr
        assert outcome.stderr.count("EI-ACOUNT-IBAN") == 1


def test_a_rule_of_ours_is_switched_off_and_the_reason_is_told(context: Path) -> None:
    data = Path(GOOD).read_text(encoding="utf-8").replace("FI8891317900012343", "FI8891317900012344")
    Path("wrong.xml").write_text(data, encoding="utf-8")
    assert run("validate", "wrong.xml").code == 1
    context.write_text('[rules]\nEI-ACCOUNT-IBAN = { severity = "off", reason = "a test bank" }\n', encoding="utf-8")
    outcome = run("validate", "wrong.xml", "--context", "einvoice.toml")
    assert outcome.code == 0
    assert "EI-POLICY: EI-ACCOUNT-IBAN: 1 finding left out by einvoice.toml, [rules]: a test bank" in outcome.text
    outcome = run("validate", "wrong.xml", "--context", "einvoice.toml", "--output", "json")
    (document,) = json.loads(outcome.stdout)["documents"]
    assert document["valid"]
    assert [f["value"] for f in document["findings"] if f["code"] == "EI-POLICY"] == ["EI-ACCOUNT-IBAN"]
    assert document["policy"] == [
        {"code": "EI-ACCOUNT-IBAN", "from": "error", "to": "off", "reason": "a test bank",
         "origin": "einvoice.toml, [rules]", "findings": 1, "verdict_kept": False}
    ]  # fmt: skip
    assert "policy" not in json.loads(run("validate", GOOD, "--output", "json").stdout)["documents"][0]


@pytest.mark.parametrize("severity", ["off", "warning"])
def test_an_official_error_keeps_verdict_and_exit_code(severity: str, context: Path) -> None:
    codes = set()
    for layers in ("schema,schematron", "business"):
        report = json.loads(run("validate", WRONG_TOTAL, "--output", "json", "--layers", layers).stdout)
        codes |= {f["code"] for f in report["documents"][0]["findings"] if f["severity"] == "error"}
    lines = [f'{code} = {{ severity = "{severity}", reason = "r" }}' for code in sorted(codes)]
    context.write_text("\n".join(["[rules]", *lines]), encoding="utf-8")
    outcome = run("validate", WRONG_TOTAL, "--context", "einvoice.toml", "--output", "json")
    report = json.loads(outcome.stdout)
    assert outcome.code == 1
    assert report["summary"]["errors"] == 0
    assert (report["summary"]["valid"], report["summary"]["invalid"], report["summary"]["not_checked"]) == (0, 1, 0)
    assert "INVALID" in run("validate", WRONG_TOTAL, "--context", "einvoice.toml").text


def test_a_number_given_twice_in_a_run(workplace: Path) -> None:
    text = Path(GOOD).read_text(encoding="utf-8")
    Path("same.xml").write_text(text, encoding="utf-8")
    Path("other.xml").write_text(text.replace("<cbc:Note>", "<cbc:Note>2. ", 1), encoding="utf-8")
    assert Path("other.xml").read_text(encoding="utf-8") != text
    outcome = run("validate", GOOD, "same.xml", "other.xml", "--output", "json")
    documents = json.loads(outcome.stdout)["documents"]
    found = [[f["severity"] for f in d["findings"] if f["code"] == "EI-DUPLICATE-NUMBER"] for d in documents]
    assert found == [[], ["warning"], ["warning"]]
    assert [document["valid"] for document in documents] == [True, True, True]
    assert outcome.code == 0
    assert f"see {GOOD}" in documents[2]["findings"][-1]["message"]
    assert run("validate", GOOD).code == run("validate", "other.xml").code == 0
