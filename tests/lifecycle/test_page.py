"""docs/lifecycle.md and the docstrings: what they show in Python works, and what is not sure is marked."""

import doctest
import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "lifecycle.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_snippet_of_the_page_works(snippet, monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(compile(snippet, "docs/lifecycle.md", "exec"), {})


def test_snippets_were_found():
    assert len(SNIPPETS) == 2


def test_paths_that_are_not_verified_are_marked():
    """In the table of transitions and in that of the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for text in (PAGE, readme):
        assert "`pause`¹" in text
        assert "`sell`²" in text
        assert not re.search(r"`attest`[¹²]", text)
        assert "¹ the path follows" in text


@pytest.mark.parametrize("name", ["tables", "states", "operations", "machine", "parts", "credits", "changes"])
def test_docstrings(name):
    done = doctest.testmod(importlib.import_module(f"einvoice.lifecycle.{name}"))
    assert done.failed == 0
    assert done.attempted
