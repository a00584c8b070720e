"""What the layers see of an invoice, and what a layer answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from lxml import etree

from einvoice.context import Context
from einvoice.errors import ReadError
from einvoice.findings import Finding
from einvoice.formats.document import Document


@dataclass
class Subject:
    """One invoice on its way through the layers, read at most once and only when a layer needs it.

    *read* gives its document or raises `ReadError`.  *root* is the XML of the file and *element* the invoice in it,
    *value* the JSON where there is no XML.  *notes* are findings known before reading.  *written* says that we wrote
    the XML ourselves, so that nobody looks for a fault in the source.  *verdicts* is shared by the invoices of a file,
    whose XML is judged once.
    """

    format: str
    context: Context
    read: Callable[[], Document]
    index: int = 0
    root: etree._Element | None = None
    element: etree._Element | None = None
    value: Any = None
    notes: tuple[Finding, ...] = ()
    written: bool = False
    verdicts: dict[str, Any] = field(default_factory=dict)
    error: ReadError | None = None
    _document: Document | None = None

    def document(self) -> Document:
        """Return the document; raises `ReadError` each time when a value cannot be read."""
        if self.error is not None:
            raise self.error
        if self._document is None:
            try:
                self._document = self.read()
            except ReadError as error:
                self.error = error
                raise
        return self._document


@dataclass(frozen=True)
class Outcome:
    """What a layer says: its findings, the rule set it went by, and how many rules or declarations it applied.

    *skipped* is the reason when the layer did not run.
    """

    findings: tuple[Finding, ...] = ()
    ruleset: str | None = None
    version: str | None = None
    valid_from: date | None = None
    fired: int = 0
    skipped: str | None = None


class Layer(Protocol):
    """A layer judges a subject by *rules*, the name that the rule set gives in its ``[layers]``."""

    def __call__(self, subject: Subject, rules: str) -> Outcome: ...
