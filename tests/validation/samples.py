"""Documents of the corpus for the tests of this room, and small changes to them."""

from __future__ import annotations

import re
from pathlib import Path

from einvoice.findings import Finding
from einvoice.validation import validate

CORPORA = Path(__file__).resolve().parents[2] / "corpora"

UBL = (CORPORA / "peppol-bis" / "fi-domestic-two-rates.xml").read_text(encoding="utf-8")
CREDIT_NOTE = (CORPORA / "peppol-bis" / "credit-note.xml").read_text(encoding="utf-8")
NETVISOR = (CORPORA / "netvisor" / "invoice-two-vat-rates.xml").read_text(encoding="utf-8")
RESPONSE = (CORPORA / "netvisor" / "response-three-invoices.xml").read_text(encoding="utf-8")
BATCH = (CORPORA / "netvisor" / "batch.xml").read_text(encoding="utf-8")


def changed(text: str, *changes: tuple[str, str]) -> bytes:
    """Return *text* with each pattern replaced where it stands first; a pattern that is not there is a fault."""
    for pattern, replacement in changes:
        text, count = re.subn(pattern, replacement, text, count=1, flags=re.DOTALL)
        assert count, pattern
    return text.encode()


def schema_faults(data: bytes, format: str | None = None) -> list[Finding]:
    """Return what the schema layer says of the one invoice in *data*."""
    report = validate(data, layers=["schema"], format=format)
    assert report.layers[0].status == ("invalid" if report.findings else "valid")
    return [finding for finding in report.findings if finding.layer == "schema"]
