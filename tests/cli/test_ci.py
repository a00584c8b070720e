"""What other people's pipelines start: the GitHub Action, the hook for pre-commit, and the commands of docs/ci.md."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from tests.cli.program import run

from einvoice.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
ACTION = (ROOT / "action.yml").read_text(encoding="utf-8")
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
GOOD = "corpora/peppol-bis/zero-rated.xml"
WITH_ERROR = "corpora/peppol-bis/negative/type-381-in-invoice.xml"


def script(step: str) -> str:
    """Return what the step *step* of the action runs."""
    found = re.search(rf"    - name: {step}\n(?:      .*\n)*?      run: \|\n((?:        .*\n)+)", ACTION)
    assert found is not None
    return textwrap.dedent(found[1])


def validate(folder: Path, paths: str, **inputs: str) -> dict[str, str]:
    """Run the step that validates in *folder*, and return what it gives to the next."""
    programs = folder / "bin"
    programs.mkdir(exist_ok=True)
    program = programs / "einvoice"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m einvoice "$@"\n')
    program.chmod(0o755)
    given = {
        "FAIL_ON": "error",
        "PROFILE": "",
        "LAYERS": "",
        "CONTEXT": "",
        "BASELINE": "",
        "SARIF": "r.sarif",
        "HTML": "",
    }
    environment = {
        **os.environ, **given, **inputs, "PATHS": paths, "GITHUB_OUTPUT": str(folder / "output"),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script("Validate")]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    lines = (folder / "output").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)


needs_bash = pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="needs bash")


@needs_bash
def test_action_passes_a_valid_document(workplace: Path) -> None:
    (workplace / "a b.xml").write_bytes((workplace / GOOD).read_bytes())
    assert validate(workplace, "\n  a b.xml  \n$(touch evil)\n\n", LAYERS="schema") == {"exit-code": "3"}
    assert not (workplace / "evil").exists()
    (workplace / "output").unlink()
    assert validate(workplace, "a b.xml\n", LAYERS="schema", CONTEXT="corpora/einvoice.toml") == {"exit-code": "0"}
    assert json.loads((workplace / "r.sarif").read_bytes())["runs"][0]["results"] == []


@needs_bash
def test_action_reports_an_invalid_one(workplace: Path) -> None:
    outcome = validate(workplace, WITH_ERROR, LAYERS="schema,business", HTML="page.html", SARIF="other.sarif")
    assert outcome == {"exit-code": "1"}
    assert json.loads((workplace / "other.sarif").read_bytes())["runs"][0]["results"]
    assert (workplace / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_action_uses_its_inputs_and_no_others() -> None:
    declared = set(
        re.findall(r"^  ([a-z-]+):$", ACTION.partition("\noutputs:")[0].partition("\ninputs:")[2], re.MULTILINE)
    )
    used = set(re.findall(r"inputs\.([a-z-]+)", ACTION))
    assert used == declared
    assert all(f"`{name}" in PAGE or f"{name}:" in PAGE for name in declared)


def test_no_input_of_the_action_becomes_text_of_a_script() -> None:
    for step in ("Install einvoice", "Validate"):
        assert "${{" not in script(step)


def test_hook_runs(workplace: Path) -> None:
    (entry,) = re.findall(r"^  entry: (.*)$", HOOKS, re.MULTILINE)
    program, command, *arguments = shlex.split(entry)
    assert (program, command in COMMANDS) == ("einvoice", True)
    assert run(command, *arguments, GOOD).code == 0
    (name,) = re.findall(r"^- id: (.*)$", HOOKS, re.MULTILINE)
    assert f"- id: {name}\n" in PAGE


def test_commands_of_the_page(workplace: Path) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines()]
    assert len(commands) == 6
    for line in commands:
        command, _, otherwise = line.partition(" || ")
        program, *arguments = shlex.split(command)
        assert program == "einvoice"
        code = run(*arguments).code
        assert code == 0 or otherwise == "true", line


def test_options_of_the_page_exist(workplace: Path) -> None:
    text = run("validate", "--help").text
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE)) - {"--quiet", "--html"}
    assert {each for each in options if each not in text} == set()


def test_links_of_the_page_exist() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", PAGE)
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []


def test_baseline_and_report_may_stand_beside_the_documents(workplace: Path) -> None:
    """As docs/ci.md puts them: the hook is given the baseline as a file, a folder holds it."""
    Path("invoices").mkdir()
    shutil.copy(WITH_ERROR, "invoices/a.xml")
    known = ["--baseline", "invoices/known.json"]
    assert run("validate", "invoices", *known, "--update-baseline").code == 0
    for paths in (["invoices"], ["invoices/*.json", "invoices/a.xml"], ["invoices/known.json", "invoices/a.xml"]):
        outcome = run("validate", *paths, *known, "--output", "junit", "-o", "invoices/report.xml")
        assert outcome.code == 0
        assert "invoices/known.json: left out, it is the baseline" in outcome.stderr
    again = run("validate", "invoices", *known, "--output", "junit", "-o", "invoices/report.xml")
    assert again.code == 0 and "invoices/report.xml: left out, it is the report" in again.stderr
    assert run("validate", "invoices/known.json", *known).code == 0


def test_a_report_never_replaces_a_document(workplace: Path) -> None:
    shutil.copy(GOOD, "a.xml")
    before = Path("a.xml").read_bytes()
    outcome = run("validate", "a.xml", "--output", "json", "-o", "./a.xml")
    assert outcome.code == 2 and "name another file with -o FILE" in outcome.stderr
    assert Path("a.xml").read_bytes() == before
