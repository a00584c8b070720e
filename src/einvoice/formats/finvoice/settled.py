"""What settling works with: the kept texts of an object, the findings, and where values went that it moved."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from einvoice.findings import Finding, Severity

ZERO: Final = Decimal(0)

PREFIX: Final = "finvoice:"


@dataclass
class Settled:
    """What settling has to say, and where the values went that it moved: new place → old place."""

    findings: list[Finding] = field(default_factory=list)
    moves: dict[str, str] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    """For each line of the invoice its row among those read, counted from 0."""
    guessed: set[int] = field(default_factory=set)
    """The rows (by `id`) whose VAT category follows from their rate alone."""


class Native:
    """The kept texts of one object, by path."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values
        self.texts: dict[str, str] = values.get("native", {})

    def get(self, path: str) -> str | None:
        return self.texts.get(PREFIX + path)

    def pop(self, path: str) -> str | None:
        return self.texts.pop(PREFIX + path, None)

    def put(self, path: str, text: str) -> None:
        if not self.texts:
            self.texts = self.values.setdefault("native", {})
        self.texts[PREFIX + path] = text

    def under(self, path: str) -> list[str]:
        """Return the keys of everything kept at and below *path*."""
        start = PREFIX + path
        return [key for key in self.texts if key.startswith(start)]


def finding(
    code: str,
    severity: Severity,
    message: str,
    fix: str | None,
    terms: tuple[str, ...] = (),
    value: str | None = None,
    at: str | None = None,
) -> Finding:
    return Finding(code, severity, "finvoice", message, fix, terms, value=value, model_path=at)
