"""One document of a run, as every form of its report takes it, and what identifies its findings from run to run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from einvoice.findings import Finding
from einvoice.report.json import Standing, standing

if TYPE_CHECKING:
    from einvoice.model import Invoice
    from einvoice.report.text import LayerResult

READING = "business"
"""The layer that reads the invoice, and so reports what the reader found."""


@dataclass(frozen=True)
class Judged:
    """One document of a run: what was said of it.

    *path* is its name for people and *name* the same relative to the current folder, with slashes; *index* is its
    position in the file, *several* whether the file holds more than one.  *opened* is False for what is no document
    that einvoice knows, *read* also for one of which a value cannot be read.  *known* are the positions of the findings
    that the baseline holds.  *invoice* is what a page shows, and *places* where in the source each value of it stands;
    both only where a page was asked for.  *lines* are those of a JSON document by pointer, where a report wants them.
    *policy* is what [rules] of the context changed, as objects of the report.
    """

    path: str
    name: str
    index: int
    several: bool
    format: str | None
    profile: str | None
    valid: bool
    checked: bool
    read: bool
    layers: Sequence[LayerResult]
    findings: Sequence[Finding]
    known: frozenset[int] = frozenset()
    invoice: Invoice | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    opened: bool = True
    lines: Mapping[str, int] = field(default_factory=dict)
    policy: Sequence[Mapping[str, Any]] = ()

    @property
    def shown_index(self) -> int | None:
        """The index where it tells something: None for the only invoice of a file."""
        return self.index if self.several else None

    @property
    def standing(self) -> Standing:
        """How the document stands: valid, invalid, not checked."""
        return standing(self.valid, [each.status for each in self.layers], [each.severity for each in self.findings])

    @property
    def new(self) -> list[Finding]:
        """The findings that the baseline does not hold."""
        return [finding for n, finding in enumerate(self.findings) if n not in self.known]

    @property
    def all_errors_known(self) -> bool:
        """True when there are errors, and the baseline holds each of them."""
        errors = [n for n, finding in enumerate(self.findings) if finding.severity == "error"]
        return bool(errors) and all(n in self.known for n in errors)

    def as_dict(self, *, marked: bool = False) -> dict[str, Any]:
        """Return the JSON object of the contract; *marked* says of each finding whether it is known."""
        found = [finding.as_dict() for finding in self.findings]
        if marked:
            found = [{**finding, "known": n in self.known} for n, finding in enumerate(found)]
        return {
            "path": self.path,
            "index": self.index,
            "format": self.format,
            "profile": self.profile,
            "valid": self.valid,
            "checked": self.checked,
            "layers": [layer.as_dict() for layer in self.layers],
            "findings": found,
            **({"policy": list(self.policy)} if self.policy else {}),
        }

    def line_of(self, finding: Finding) -> int | None:
        """Return the line of *finding*, of JSON by what stands at its pointer or above it; None when it is unknown."""
        if finding.line is not None or finding.path is None:
            return finding.line
        path = finding.path
        while path and path not in self.lines:
            path = path.rpartition("/")[0]
        return self.lines.get(path)

    def ran(self, layer: str) -> bool:
        """Return whether the layer ran that findings of *layer* come from."""
        statuses = {each.layer: each.status for each in self.layers}
        return statuses.get(layer, statuses.get(READING, "skipped")) != "skipped"

    def of_layers(self) -> dict[str, list[int]]:
        """Return the positions of the findings by the layer that reported them; what none did stands under "input"."""
        found: dict[str, list[int]] = {each.layer: [] for each in self.layers}
        reader = READING if READING in found else "input"
        for n, finding in enumerate(self.findings):
            found.setdefault(finding.layer if finding.layer in found else reader, []).append(n)
        return found


@dataclass(frozen=True, slots=True)
class Identity:
    """What stays of a finding when lines move, values change and messages are worded anew.

    *document* is the name of the file, *index* the position of the invoice in it, *path* the XPath or JSON pointer.
    """

    document: str
    index: int
    code: str
    path: str | None

    def digest(self, number: int) -> str:
        """Return a fingerprint; *number* tells apart findings of one identity, counted from 1."""
        import hashlib
        import json

        text = json.dumps(
            [self.document, self.index, self.code, self.path, number], ensure_ascii=True, separators=(",", ":")
        )
        return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]


def numbered(document: str, index: int, findings: Iterable[Finding]) -> Iterator[tuple[Identity, int]]:
    """Yield the identity of each of *findings*, with its number among those of the same identity."""
    seen: Counter[Identity] = Counter()
    for finding in findings:
        identity = Identity(document, index, finding.code, finding.path)
        seen[identity] += 1
        yield identity, seen[identity]
