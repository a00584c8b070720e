"""The Finvoice rules: a document without a fault, one change to it, and what the rules say then."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from einvoice.schematron import library
from einvoice.schematron.result import Result

ROOT = Path(__file__).resolve().parents[3]
RULES = ROOT / "schematron" / "finvoice" / "3.0"
BASE = (Path(__file__).parent / "base.xml").read_text(encoding="utf-8")
"""An invoice of version 3.0 that claims EN 16931 and breaks no rule."""


class Case(NamedTuple):
    """A rule, changes to the base document (texts that stand there once, and what takes their place), and what follows.

    *fires* is how often the rule fires.  *says* stands in its message, *severity* is that of its finding.
    """

    id: str
    changes: tuple[tuple[str, str], ...]
    fires: int = 1
    says: str = ""
    severity: str = ""


def changed(*changes: tuple[str, str]) -> bytes:
    """Return the base document with *changes*, each of a text that stands there exactly once."""
    text = BASE
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text.encode()


@cache
def rules() -> library.Rules:
    """Return the rules as they stand in the files."""
    return library.from_file(RULES / "finvoice.sch", cached=False)


def judged(data: bytes, engine: str = "native") -> Result:
    """Return what the rules say of a document."""
    (result,) = library.judge([rules()], data, engine=engine)
    return result


def check(case: Case) -> None:
    """Assert that a rule does what its case says, and that no rule fails with an error."""
    result = judged(changed(*case.changes))
    assert result.errors == ()
    found = [each for each in result.failures if each.assertion.id == case.id]
    assert len(found) == case.fires, [(each.assertion.id, each.message) for each in result.failures]
    for each in found:
        assert case.says in each.message, each.message
        if case.severity:
            assert each.assertion.flag == {"error": "fatal", "warning": "warning"}[case.severity]
