"""An official rule for a person to read: ``einvoice explain``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

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
