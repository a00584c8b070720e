"""Cases of reading Billecta: a source, what stands in the invoice, and what is said of it, each at its place."""

from dataclasses import dataclass, field
from typing import Any

from tests.formats.billecta.documents import Json, at, lost, read, value_at

from einvoice import Context, Document

OURS = ("EI-BILLECTA-", "LOSS-")
"""What the reader decides; what the context lacks is not asked here."""


@dataclass(frozen=True)
class Said:
    """A finding that is expected: the end of its code, severity, place in the source, and words of its message."""

    code: str
    severity: str
    path: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    name: str
    source: Json
    expected: dict[str, Any]
    """Values of the invoice by their path in the model."""
    said: tuple[Said, ...] = ()
    context: Context = field(default_factory=Context)


def check(case: Case) -> Document:
    found = read(case.source, case.context)
    for path, value in case.expected.items():
        stands = value_at(found.invoice, path)
        assert stands == value, (path, stands)
    ours = [f for f in found.findings if f.code.startswith(OURS)]
    seen = [(f.code.removeprefix("EI-BILLECTA-"), f.severity, f.path) for f in ours]
    assert seen == [(said.code, said.severity, said.path) for said in case.said], ours
    for each, said in zip(ours, case.said, strict=True):
        assert all(word in each.message for word in said.words), each.message
        assert each.fix or each.severity == "info" or each.is_loss, each.message
        assert each.path is not None
        if each.path != "/":
            at(case.source, each.path)  # leads to something
    missing = lost(case.source, "", found)
    assert not missing, missing
    return found
