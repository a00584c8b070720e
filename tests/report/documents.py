"""Documents of a run as the reports take them, made for a test."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import einvoice
from einvoice.findings import Finding
from einvoice.report.judged import Judged
from einvoice.validation import LayerResult, validate

CORPORA = Path(__file__).resolve().parents[2] / "corpora"

LAYERS = (
    LayerResult("schema", "valid", None, "ubl-2.1", "2.1", date(2013, 11, 4), 90),
    LayerResult("en16931", "valid", None, "en16931/1.3.16", "1.3.16", date(2026, 4, 10), 60),
    LayerResult("business", "valid", None, "einvoice", "0.1.0", None, 40),
)

ERROR = Finding(
    "BR-CO-10", "error", "en16931", "sum is 1, expected 2", "Correct the sum.", ("BT-106",), "/Invoice/Total", 12, "1"
)
WARNING = Finding("EI-ID-VAT", "warning", "business", "wrong check digit", path="/Invoice/Party/ID", line=20)
NOTE = Finding("EI-EDITION", "info", "input", "older than every edition")


def judged(
    *findings: Finding,
    path: str = "a.xml",
    index: int = 0,
    layers: Sequence[LayerResult] = LAYERS,
    known: Sequence[int] = (),
    **others: Any,
) -> Judged:
    """Return a document with *findings*; what is not said of it follows from *layers*."""
    checked = all(layer.status != "skipped" for layer in layers)
    given: dict[str, Any] = {
        "several": False,
        "format": "peppol-bis",
        "profile": "peppol-bis-3/2026-05",
        "valid": checked and not any(finding.severity == "error" for finding in findings),
        "checked": checked,
        "read": True,
    }
    return Judged(path, path, index, layers=layers, findings=findings, known=frozenset(known), **given | others)


def unread(path: str = "broken.xml") -> Judged:
    """Return a document that is no XML."""
    layers = tuple(LayerResult(name, "skipped", "not well-formed XML") for name in ("schema", "schematron", "business"))
    finding = Finding("EI-NOT-WELL-FORMED", "error", "input", "not well-formed XML", "fetch it again", line=3)
    return judged(finding, path=path, layers=layers, read=False, opened=False, format=None, profile=None)


def of_corpora(name: str, context: str = "einvoice.toml") -> Judged:
    """Return the one invoice in the file *name* of the corpora, judged, with all that a page shows."""
    filling = einvoice.Context.load(CORPORA / context)
    data = (CORPORA / name).read_bytes()
    report = validate(data, context=filling)
    document = einvoice.read(data, context=filling)
    places = {path: place.path for path, place in document.places().items()}
    base = judged(*report.findings, path=name, layers=report.layers, invoice=document.invoice, places=places)
    return replace(base, format=report.format, profile=report.profile, valid=report.valid)
