"""The baseline of a folder of documents: findings that are known and not to be reported as new again.

A file of JSON, one finding in a line, sorted, so that a change of it reads well in review:

    {"tool": "einvoice", "baseline": 1, "findings": [
    {"document": "2026/a.xml", "index": 0, "code": "BR-CO-10", "path": "/Invoice/…", "layer": "en16931", "count": 1}
    ]}

A finding is known by document, invoice, code and path (`judged.Identity`), so neither a line that moves nor another
wording makes it new.  Names of documents are relative to the folder of the file.  Only errors and warnings are kept:
information never fails a run.  A document that could not be read has no place in a baseline, because nothing of it was
judged: it fails every run until it can be read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from einvoice.errors import RulesetError
from einvoice.findings import Finding
from einvoice.report.judged import Identity, Judged, numbered
from einvoice.report.text import count, one_line

VERSION: Final = 1

_MEMBERS: Final[dict[str, tuple[type, ...]]] = {
    "document": (str,),
    "index": (int,),
    "code": (str,),
    "layer": (str,),
    "path": (str, type(None)),
    "count": (int,),
}
_REMEDY: Final = "make it anew with --update-baseline, or take it from version control"


@dataclass(frozen=True)
class Baseline:
    """Known findings: how many there are of each identity, and the layer that they come from."""

    counts: Mapping[Identity, int] = field(default_factory=dict)
    layers: Mapping[Identity, str] = field(default_factory=dict)

    def known(self, document: str, index: int, findings: Sequence[Finding]) -> frozenset[int]:
        """Return the positions of those of *findings* that are known."""
        pairs = enumerate(numbered(document, index, findings))
        return frozenset(n for n, (identity, number) in pairs if number <= self.counts.get(identity, 0))

    def gone(self, seen: Iterable[tuple[str, Judged]]) -> list[tuple[Identity, int]]:
        """Return what is known of the documents *seen* and no longer found, and how many of each.

        *seen* are the documents with their names in the baseline.  What a layer found is gone only when that layer ran
        again, and nothing is gone from a document that could not be read.
        """
        left = dict(self.counts)
        judged: dict[tuple[str, int], Judged] = {}
        unread: set[str] = set()
        for name, document in seen:
            judged[name, document.index] = document
            if not document.read:
                unread.add(name)
            for identity, number in numbered(name, document.index, document.findings):
                if number <= self.counts.get(identity, 0):
                    left[identity] -= 1
        names = {name for name, _ in judged} - unread
        return [
            (identity, number)
            for identity, number in sorted(left.items(), key=_order)
            if number > 0
            and identity.document in names
            and self._asked_again(identity, judged.get((identity.document, identity.index)))
        ]

    def _asked_again(self, identity: Identity, document: Judged | None) -> bool:
        """Return whether the finding would have been made again; an invoice that its file lost has none."""
        return document is None or document.ran(self.layers[identity])

    def updated(self, seen: Sequence[tuple[str, Judged]], exists: Callable[[str], bool]) -> Baseline:
        """Return the baseline after a run over *seen*: what is gone leaves it, what is new enters.

        What is known of documents outside the run stays as long as the document *exists*.
        """
        names = {name for name, _ in seen}
        counts = Counter({key: n for key, n in self.counts.items() if key.document in names or exists(key.document)})
        layers = dict(self.layers)
        for identity, number in self.gone(seen):
            counts[identity] -= number
        for name, document in seen:
            if not document.read:
                continue
            for finding, (identity, number) in zip(
                document.findings, numbered(name, document.index, document.findings), strict=True
            ):
                if finding.severity != "info" and number > counts[identity]:
                    counts[identity] = number
                    layers[identity] = finding.layer
        return Baseline({key: n for key, n in counts.items() if n > 0}, layers)

    def dumps(self) -> bytes:
        """Return the baseline as the bytes of its file."""
        head = json.dumps({"tool": "einvoice", "baseline": VERSION})
        rows = [
            json.dumps({**asdict(identity), "layer": self.layers[identity], "count": number}, ensure_ascii=False)
            for identity, number in sorted(self.counts.items(), key=_order)
        ]
        text = f'{head[:-1]}, "findings": [' + ",".join(f"\n{row}" for row in rows) + "\n]}\n"
        return text.encode("utf-8", "backslashreplace")


def _order(entry: tuple[Identity, int]) -> tuple[str, int, str, str]:
    identity = entry[0]
    return identity.document, identity.index, identity.code, identity.path or ""


def load(data: bytes, source: str) -> Baseline:
    """Return the baseline in *data*; raises `RulesetError` (exit 6) when it is not one. *source* names the file."""
    try:
        value = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise RulesetError(f"the baseline is not JSON: {error}", fix=_REMEDY, source=source) from error
    rows = value.get("findings") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(rows, list) or "baseline" not in value:
        raise RulesetError('this is no baseline: {"baseline": 1, "findings": […]}', fix=_REMEDY, source=source)
    if value["baseline"] != VERSION:
        raise RulesetError(
            f"the baseline has version {value['baseline']!r}, this einvoice reads {VERSION}", fix=_REMEDY, source=source
        )
    counts: Counter[Identity] = Counter()
    layers = {}
    for n, row in enumerate(rows):
        wrong = _fault(row)
        if wrong:
            raise RulesetError(f"finding {n + 1} of the baseline: {wrong}", fix=_REMEDY, source=source)
        identity = Identity(row["document"], row["index"], row["code"], row["path"])
        counts[identity] += row["count"]
        layers[identity] = row["layer"]
    return Baseline(counts, layers)


def _fault(row: Any) -> str | None:
    """Return what is wrong with one entry, None when nothing is."""
    if not isinstance(row, dict):
        return f"it is {row!r}, expected an object"
    for name, kinds in _MEMBERS.items():
        if name not in row:
            return f"the member {name!r} is missing"
        if not isinstance(row[name], kinds) or isinstance(row[name], bool):
            return f"{name} is {row[name]!r}"
    return None


@dataclass(frozen=True)
class Comparison:
    """A run against its baseline: the name of the file, how many findings were known, what is no longer found."""

    file: str
    known: int
    gone: Sequence[tuple[Identity, int]]

    def as_dict(self) -> dict[str, Any]:
        """Return the object that stands in the JSON report."""
        gone = [{**asdict(identity), "count": number} for identity, number in self.gone]
        return {"file": self.file, "known": self.known, "no_longer_found": gone}

    def lines(self) -> list[str]:
        """Return the comparison for a person to read."""
        lines = [f"baseline {self.file}: {count(self.known, 'known finding')}"]
        total = sum(number for _, number in self.gone)
        if total:
            lines[0] += f", {total} no longer found (--update-baseline takes {'it' if total == 1 else 'them'} out)"
        lines += (f"  no longer found: {gone_line(identity, number)}" for identity, number in self.gone)
        return [one_line(line) for line in lines]


def gone_line(identity: Identity, number: int) -> str:
    """Return a known finding that is no longer found, in one line."""
    times = f" ({number} times)" if number > 1 else ""
    where = identity.document if not identity.index else f"{identity.document} (invoice {identity.index + 1})"
    return f"{where}: {identity.code}{f' {identity.path}' if identity.path else ''}{times}"
