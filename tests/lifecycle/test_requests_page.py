"""docs/lifecycle-requests.md: its tables are those of the code, and what it shows works."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from tests.cli.program import run

from einvoice.lifecycle.collector.request import ADJUSTMENT, OPTIONAL
from einvoice.lifecycle.inexchange import OPERATIONS
from einvoice.lifecycle.netvisor import RESOURCES
from einvoice.lifecycle.operations import NATIVE

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "lifecycle-requests.md").read_text(encoding="utf-8")


def section(heading):
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


HEADINGS = ("Netvisor", "Billecta", "Collector/Walley", "InExchange")
SNIPPETS = [re.search(r"```python\n(.*?)```", section(heading), re.DOTALL)[1] for heading in HEADINGS]


def rows(heading):
    lines = section(heading).splitlines()
    return [line.strip("|").split("|") for line in lines if line.startswith(f"| `{heading.lower().partition('/')[0]}.")]


def names(cell):
    return re.findall(r"`([^`]+)`", cell)


def test_netvisor() -> None:
    found = {names(row[0])[0]: row for row in rows("Netvisor")}
    assert found.keys() == RESOURCES.keys()
    for name, row in found.items():
        resource = RESOURCES[name]
        assert row[1].strip() == f"{resource.method} `{resource.name}`"
        assert names(row[2]) == [each.name for each in (*resource.query, *resource.fields)], name
        needs = {"salesinvoice": ["document"], "order": ["lines"], "batch": ["items"]}
        assert names(row[3]) == needs.get(resource.body, []), name


def test_billecta() -> None:
    found = {names(row[0])[0]: row[1].strip() for row in rows("Billecta")}
    verified = [each for each in NATIVE.values() if each.system == "billecta" and each.verified]
    assert found == {each.id: f"{each.method} `{each.path}`" for each in verified}
    assert len(found) == 10
    assert "47 operations" in PAGE


def test_collector() -> None:
    found = {names(row[0])[0]: row for row in rows("Collector/Walley")}
    known = {each.id: each for each in NATIVE.values() if each.system == "collector"}
    assert found.keys() == known.keys()
    for name, row in found.items():
        assert row[1].strip().rstrip("²") == known[name].name
        elements = {each.name for each in known[name].parameters if each.place == "body" and each.type != "scalar"}
        optional = {*OPTIONAL.get(name, ()), *(ADJUSTMENT if name == "collector.adjust" else ())}
        assert set(names(row[2])) == elements | optional, name


def test_inexchange() -> None:
    found = {names(row[0])[0]: row for row in rows("InExchange")}
    assert found.keys() == OPERATIONS.keys()
    for name, row in found.items():
        operation = OPERATIONS[name]
        assert row[1].strip() == f"{operation.method} `{operation.path}`"
        assert {each.name for each in operation.parameters} <= set(names(row[2])), name


@pytest.mark.parametrize(
    "command", [line for line in section("On the command line").splitlines() if line.startswith("einvoice ")]
)
def test_command(command, tmp_path, monkeypatch) -> None:
    arguments = shlex.split(command, comments=True)[1:]
    corpora = Path(__file__).resolve().parents[2] / "corpora"
    monkeypatch.chdir(tmp_path)
    shutil.copy(corpora / "peppol-bis" / "fi-domestic-two-rates.xml", "invoice.xml")
    shutil.copy(corpora / "einvoice-with-csv.toml", "einvoice.toml")
    shutil.copy(corpora / "customers.csv", "customers.csv")
    answer = '<CancelInvoiceResponse xmlns="http://schemas.ecommerce.collector.se/v30/InvoiceService"/>'
    Path("answer.xml").write_text(answer, encoding="utf-8")
    done = run(*arguments)
    assert done.code == 0, done.stderr


@pytest.mark.parametrize("snippet", SNIPPETS, ids=HEADINGS)
def test_snippet(snippet) -> None:
    exec(compile(snippet, "lifecycle-requests.md", "exec"), {})
