"""Generated pages are current, and what the README shows works."""

from __future__ import annotations

import os
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from einvoice.cli.codes import catalogue
from einvoice.schematron.catalogue import official_rules

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(<!-- [a-z-]+ -->\n)?```(sh|python)\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    line for marker, language, block in BLOCKS if language == "sh" and not marker for line in block.strip().splitlines()
]
SNIPPETS = [block for _, language, block in BLOCKS if language == "python"]


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like a clone, so that commands write beside it and not into it."""
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    assert words[0] == "einvoice"
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "einvoice", *words[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_generated_pages_are_current() -> None:
    pages = dict(runpy.run_path(str(ROOT / "docs" / "generate.py"))["pages"]())
    stale = [path.name for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
    stale += [path.name for path in (ROOT / "docs" / "rules").glob("*.md") if path not in pages]
    assert not stale, "run: python docs/generate.py"


def test_page_of_rules_has_a_row_for_each_code() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    row = (
        r'^\| <a id="([a-z0-9-]+)"></a>\[([A-Z][A-Z0-9-]+)\]\((rules/[a-z0-9-]+\.md)#([a-z0-9-]+)\) '
        r"\| (error|warning|info|error or warning|–) \| ([A-Z0-9 -]*) \| (.+) \|$"
    )
    rows = re.findall(row, page, re.MULTILINE)
    assert len(rows) == page.count("<a id=")
    assert [code for _, code, *_ in rows] == list(dict.fromkeys(code for _, code, *_ in rows))
    assert {code for _, code, *_ in rows} == set(catalogue())
    noted = re.findall(r"^- ([A-Z][A-Z0-9-]+): ", page, re.MULTILINE)
    assert sorted(noted) == sorted(code for code, rule in official_rules().items() if rule.assertion.note)
    headings = {
        path.name: set(re.findall(r"^## (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE))
        for path in (ROOT / "docs" / "rules").glob("*.md")
    }
    for anchor, code, target, place, *_ in rows:
        assert anchor == place == code.lower()
        assert code in headings[target.removeprefix("rules/")]


def test_readme_has_exactly_two_set_up_commands() -> None:
    assert re.findall(r"<!-- ([a-z-]+-command) -->", README) == ["main-command", "test-command"]
    assert all(len(block.strip().splitlines()) == 1 for marker, _, block in BLOCKS if "-command" in marker)


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_command(command: str, workplace: Path) -> None:
    done = run(command, workplace)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_readme_snippet(snippet: str, workplace: Path) -> None:
    exec(compile(snippet, "README.md", "exec"), {})


def places(page: str) -> set[str]:
    """The anchors of a page: its headings as GitHub writes them, and those that are stated."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([^"]+)"', page))


def test_links_of_the_pages_exist() -> None:
    pages = {path: path.read_text("utf-8") for path in ROOT.rglob("*.md") if ".venv" not in path.parts}
    assert len(pages) > 20
    missing = []
    for path, page in pages.items():
        for link in re.findall(r"\]\(([^)\s]+)\)", page):
            target, _, place = link.partition("#")
            where = (path.parent / target).resolve() if target else path
            if "://" in link or link.startswith("mailto:"):
                continue
            if not where.exists() or (place and where in pages and place not in places(pages[where])):
                missing.append(f"{path.relative_to(ROOT)}: {link}")
    assert not missing


def test_every_room_is_on_the_map() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rooms = {path.parent.name for path in (ROOT / "src" / "einvoice").glob("*/__init__.py")}
    table = page.partition("## The rooms")[2].partition("\n## ")[0]
    assert rooms == set(re.findall(r"`(\w+)/`", table.replace("`src/einvoice/`", "").replace("`mapping/`", "")))
