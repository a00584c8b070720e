"""``validate --baseline``: the file of a run, which findings it knows, and how it is made anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from einvoice.cli import output
from einvoice.cli.sources import STDIN, absolute, name_of
from einvoice.errors import RulesetError

if TYPE_CHECKING:
    from einvoice.cli.sources import Source
    from einvoice.findings import Finding
    from einvoice.report.baseline import Baseline, Comparison
    from einvoice.report.judged import Judged


@dataclass(frozen=True)
class Gate:
    """The baseline of a run: its file as the user named it, what it holds, and whether it is made anew."""

    file: str
    held: Baseline
    update: bool

    @property
    def folder(self) -> Path:
        """The folder that the names of documents in the baseline are relative to."""
        return absolute(self.file).parent

    def known(self, source: Source, index: int, findings: Sequence[Finding]) -> frozenset[int]:
        """Return the positions of the findings that are known; of a baseline made anew, all that may stand in it."""
        if self.update:
            return frozenset(n for n, finding in enumerate(findings) if finding.severity != "info")
        return self.held.known(name_of(source, self.folder), index, findings)

    def compare(self, seen: Sequence[tuple[Source, Judged]]) -> Comparison:
        """Return the run over *seen* against the baseline."""
        from einvoice.report.baseline import Comparison

        known = sum(len(document.known) for _, document in seen)
        return Comparison(self.file, known, self.held.gone(self._named(seen)))

    def renew(self, seen: Sequence[tuple[Source, Judged]]) -> str:
        """Write the baseline after the run over *seen*, and return in a sentence what became of it."""
        from einvoice.report.text import count

        new = self.held.updated(self._named(seen), self._exists)
        output.write(self.file, new.dumps())
        kept = sum(min(number, new.counts.get(identity, 0)) for identity, number in self.held.counts.items())
        total, before = sum(new.counts.values()), sum(self.held.counts.values())
        return f"baseline {self.file}: {count(total, 'finding')}, {total - kept} new, {before - kept} taken out"

    def _named(self, seen: Sequence[tuple[Source, Judged]]) -> list[tuple[str, Judged]]:
        return [(name_of(source, self.folder), document) for source, document in seen]

    def _exists(self, name: str) -> bool:
        """Return whether the document *name*, or the zip that holds it, is still there."""
        path = self.folder / name
        return name == STDIN or any(place.is_file() for place in (path, *path.parents))


def open_gate(file: str, update: bool) -> Gate:
    """Return the baseline in *file*; raises `RulesetError` (exit 6) when it is broken, or missing and not made."""
    from einvoice.report.baseline import Baseline, load

    try:
        data = Path(file).read_bytes()
    except OSError as error:
        if update and isinstance(error, FileNotFoundError):
            return Gate(file, Baseline(), update)
        fix = (
            "make it with --update-baseline"
            if isinstance(error, FileNotFoundError)
            else "check the path and the rights"
        )
        raise RulesetError(f"cannot read the baseline: {error.strerror or error}", fix=fix, source=file) from error
    return Gate(file, load(data, file), update)
