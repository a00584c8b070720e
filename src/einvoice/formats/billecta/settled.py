"""What settling works with: the kept texts of an object, the findings, and where values went that it moved."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from einvoice.findings import Finding, Severity

ZERO: Final = Decimal(0)

PREFIX: Final = "billecta:"


@dataclass
class Settled:
    """What settling has to say, and where the values went that it moved: new place → old place."""

    findings: list[Finding] = field(default_factory=list)
    moves: dict[str, str] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    """For each line of the invoice its row among those read, counted from 0."""
    fees: tuple[str, ...] = ()
    """The fees of the document, by member, in the order of the charges that they became."""


class Native:
    """The kept texts of one object, by path."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def get(self, path: str) -> str | None:
        text: str | None = self.values.get("native", {}).get(PREFIX + path)
        return text

    def pop(self, path: str) -> str | None:
        texts = self.values.get("native")
        if not texts:
            return None
        text: str | None = texts.pop(PREFIX + path, None)
        if not texts:
            del self.values["native"]
        return text

    def put(self, path: str, text: str) -> None:
        self.values.setdefault("native", {})[PREFIX + path] = text

    def flag(self, path: str) -> bool:
        """Return whether the switch at *path* is on."""
        return self.get(path) == "true"

    def amount(self, path: str) -> Decimal | None:
        """Return the amount kept at *path*: `tree.py` has read it."""
        text = self.get(path)
        return None if text is None else Decimal(text)


def finding(
    code: str,
    severity: Severity,
    message: str,
    fix: str | None,
    terms: tuple[str, ...] = (),
    value: str | None = None,
    at: str | None = None,
) -> Finding:
    return Finding(code, severity, "billecta", message, fix, terms, value=value, model_path=at)
