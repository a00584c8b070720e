"""An official rule for a person to read: ``einvoice explain``; and what explanations are made of, for other reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from einvoice.model.terms import with_names


class Official(Protocol):
    """What an official rule says of itself."""

    @property
    def terms(self) -> Sequence[str]: ...
    @property
    def checks(self) -> str | None: ...
    @property
    def why(self) -> str | None: ...
    @property
    def fix(self) -> str | None: ...
    @property
    def example(self) -> str | None: ...
    @property
    def note(self) -> str | None: ...


def explanation(code: str, severity: str, rule: Official, source: str) -> str:
    """Return what the official rule *code* checks, why, how to mend it, and an example; *source* says where it stands.

    Parts that a rule does not have are left out.
    """
    parts = {
        "why": rule.why,
        "fix": rule.fix,
        "example": rule.example,
        "note": rule.note,
        "terms": ", ".join(with_names(rule.terms)),
        "source": source,
    }
    lines = [f"  {f'{name}:':<8} {text}" for name, text in parts.items() if text]
    return "\n".join([f"{code} ({severity}): {rule.checks}", *lines])


@dataclass(frozen=True)
class Explained:
    """An explanation taken apart: its title, the severities that it names, and its parts by name."""

    title: str
    severities: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]


_HEAD: Final = re.compile(r"\S+(?: \(([a-z ]+)\))?: (.*)")
_PART: Final = re.compile(r"  ([a-z]+): +(.*)")


def parts_of(explanation: str) -> Explained:
    """Return the parts of what ``einvoice explain`` prints, in which each part is one line.

    >>> parts_of("BR-1 (error): a number is stated\\n  why:     because\\n  fix:     state it")
    Explained(title='a number is stated', severities=('error',), parts=(('why', 'because'), ('fix', 'state it')))
    """
    head, *rest = explanation.splitlines()
    found = _HEAD.fullmatch(head)
    severities, title = (found[1] or "", found[2]) if found else ("", head)
    parts = tuple((part[1], part[2]) for line in rest if (part := _PART.fullmatch(line)))
    return Explained(title, tuple(severities.split(" or ")) if severities else (), parts)
