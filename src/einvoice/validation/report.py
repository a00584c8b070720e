"""The verdict on one invoice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from einvoice.errors import ReadError
from einvoice.findings import Finding

Status = Literal["valid", "invalid", "skipped"]


@dataclass(frozen=True)
class LayerResult:
    """What one layer came to.

    *status* is "invalid" when the layer has an error, "skipped" when it did not run, and then *reason* says why.
    *ruleset*, *version* and *valid_from* name what it went by, each None when there is none to name.  *fired* counts
    the rules or declarations that were applied, *ms* is the time that it took.
    """

    layer: str
    status: Status
    reason: str | None = None
    ruleset: str | None = None
    version: str | None = None
    valid_from: date | None = None
    fired: int = 0
    ms: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON object of the contract, with version and date of the rules beside it."""
        return {
            "layer": self.layer,
            "status": self.status,
            "reason": self.reason,
            "ruleset": self.ruleset,
            "version": self.version,
            "valid_from": self.valid_from.isoformat() if self.valid_from else None,
            "fired": self.fired,
            "ms": round(self.ms, 3),
        }


@dataclass(frozen=True)
class Report:
    """The verdict on one invoice.

    *profile* is the id of the rule set that was applied, *format* that of the format, *index* the position of the
    invoice in its source (0 for the first).  *error* is what kept the invoice from being read, if anything did; the
    findings hold what it says.
    """

    format: str
    profile: str
    layers: tuple[LayerResult, ...]
    findings: tuple[Finding, ...] = ()
    index: int = 0
    error: ReadError | None = field(default=None, compare=False)

    @property
    def checked(self) -> bool:
        """True when every layer that was asked for ran, and there was one."""
        return bool(self.layers) and all(layer.status != "skipped" for layer in self.layers)

    @property
    def valid(self) -> bool:
        """True when the invoice was checked, every layer found it valid, and no finding is an error."""
        return (
            self.checked
            and all(layer.status == "valid" for layer in self.layers)
            and not any(finding.severity == "error" for finding in self.findings)
        )

    def as_dict(self, path: str) -> dict[str, Any]:
        """Return the JSON object of the contract for the document at *path*."""
        return {
            "path": path,
            "index": self.index,
            "format": self.format,
            "profile": self.profile,
            "valid": self.valid,
            "checked": self.checked,
            "layers": [layer.as_dict() for layer in self.layers],
            "findings": [finding.as_dict() for finding in self.findings],
        }
