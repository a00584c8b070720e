"""docs/lifecycle-requests.md, Netvisor and Billecta: its tables are those of the code, and what it shows works."""

import re
from pathlib import Path

import pytest

from einvoice.lifecycle.netvisor import RESOURCES
from einvoice.lifecycle.operations import NATIVE

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "lifecycle-requests.md").read_text(encoding="utf-8")


def section(heading):
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


SNIPPETS = [re.search(r"```python\n(.*?)```", section(heading), re.DOTALL)[1] for heading in ("Netvisor", "Billecta")]


def rows(heading):
    lines = section(heading).splitlines()
    return [line.strip("|").split("|") for line in lines if line.startswith(f"| `{heading.lower()}.")]


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


@pytest.mark.parametrize("snippet", SNIPPETS, ids=["netvisor", "billecta"])
def test_snippet(snippet) -> None:
    exec(compile(snippet, "lifecycle-requests.md", "exec"), {})
