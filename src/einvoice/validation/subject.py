"""What the layers see of an invoice, and what a layer answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Protocol

from einvoice import errors
from einvoice.errors import ReadError
from einvoice.findings import Finding
from einvoice.formats.detect import UBL
from einvoice.xml import path_of

if TYPE_CHECKING:
    from lxml import etree

    from einvoice.context import Context
    from einvoice.formats.document import Document
    from einvoice.validation.projection import Projection
    from einvoice.validation.report import Judgement

_CBC = f"{{{UBL}CommonBasicComponents-2}}"


@dataclass(frozen=True)
class Run:
    """How rules are run: by which *engine*, and whether the rules that *fired* are wanted one by one."""

    engine: str = "native"
    fired: bool = False


@dataclass
class Subject:
    """One invoice on its way through the layers, read at most once and only when a layer needs it.

    *read* gives its document or raises `ReadError`.  *root* is the XML of the file and *element* the invoice in it,
    *data* the bytes that they were parsed from, *value* the JSON of the invoice where there is no XML, which stands at
    *pointer* in the file.  *notes* are findings known before reading.  *written* says that we wrote the document
    ourselves, so that nobody looks for a fault in the source.  *verdicts* is shared by the invoices of a file, whose
    XML is judged once.  *stranger* is why nobody can read the document, when nobody can; then *format* is None.
    """

    format: str | None
    context: Context | None
    read: Callable[[], Document]
    index: int = 0
    root: etree._Element | None = None
    element: etree._Element | None = None
    value: Any = None
    notes: tuple[Finding, ...] = ()
    written: bool = False
    verdicts: dict[Any, Any] = field(default_factory=dict)
    data: bytes = b""
    stranger: str | None = None
    targets: dict[str, Any] = field(default_factory=dict)
    """What the official layers keep: they share one walk through the document."""
    content: Any = None
    """What the format took out of the file for this invoice: of Finvoice with its frame and its attachment messages."""
    file: bytes = b""
    """The file that the invoice stands in, as it came, where *data* is only the invoice."""
    pointer: str = ""
    error: ReadError | None = None
    _document: Document | None = None
    _projection: Projection | None = None

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
            except errors.NoInvoice as error:
                if not self._is_judged_without_invoice():
                    raise
                self.error = _stranger(error)
                raise self.error from error
        return self._document

    def _is_judged_without_invoice(self) -> bool:
        """Return whether layers have something to say of what is no invoice: of a known view, or between others."""
        if self.format not in STRANGERS_IN_LISTS:
            return False
        from einvoice import formats

        kind_of: Callable[[Any], str | None] | None = getattr(formats.module(self.format), "kind_of", None)
        return bool(self.pointer) or (kind_of is not None and kind_of(self.value) is not None)

    def projection(self) -> Projection:
        """Return what the invoice says in UBL; raises `ReadError` as `document` does, and what the writer raises."""
        if self._projection is None:
            from einvoice.validation.projection import Projection

            self._projection = Projection(self.document())
        return self._projection

    def issued(self, *, read: bool = False) -> date | None:
        """Return the issue date (BT-2), None when it is not known; *read* says whether it is worth reading for it."""
        if self.element is not None and (place := self._issue_date()) is not None:
            try:
                return date.fromisoformat((place.text or "").strip()[:10])  # also without hyphens, as in Finvoice
            except ValueError:
                return None
        if self._document is None and read:
            try:
                self._document = self.read()
            except (ReadError, errors.NoInvoice):  # the layers that need the document say so
                return None
        return None if self._document is None else self._document.invoice.issue_date

    def at_issue_date(self, finding: Finding) -> Finding:
        """Return *finding* with the place of the issue date in the source, as far as it is known."""
        place = None if self.element is None else self._issue_date()
        if place is not None:
            return finding.at(path_of(place), place.sourceline, place.text)
        return finding if self._document is None else self._document.locate([finding])[0]

    def _issue_date(self) -> etree._Element | None:
        assert self.element is not None
        if self.format == "finvoice":
            return self.element.find("{*}InvoiceDetails/{*}InvoiceDate")
        return self.element.find(f"{_CBC}IssueDate")

    @property
    def specification(self) -> str | None:
        """The specification identifier (BT-24) of a UBL document, the version of a Finvoice; None when it has none."""
        if self.element is None:
            return None
        if self.format == "finvoice":
            found = self.element.get("Version")
        else:
            found = self.element.findtext(f"{_CBC}CustomizationID")
        return (found or "").strip() or None


@dataclass(frozen=True)
class Outcome:
    """What a layer says: its findings, the rule set it went by, and how many rules or declarations it applied.

    *skipped* is the reason when the layer did not run.  *ms* is its time, None to take the time until it answered.
    *judgement* is what it makes its findings of, for reports in the words of Schematron.
    """

    findings: tuple[Finding, ...] = ()
    ruleset: str | None = None
    version: str | None = None
    valid_from: date | None = None
    fired: int = 0
    skipped: str | None = None
    ms: float | None = None
    judgement: Judgement | None = None


STRANGERS_IN_LISTS: Final = frozenset({"billecta"})
"""Formats whose lists mix invoices with what is none: such an object is judged as far as layers can do without an
invoice, and the others of the list go on."""


class NoInvoice(ReadError):
    """`errors.NoInvoice` as the layers take it, like a value that cannot be read; with its name, code and exit code."""

    exit_code = errors.NoInvoice.exit_code


def _stranger(error: errors.NoInvoice) -> NoInvoice:
    said = Finding("EI-NO-INVOICE", "error", "input", error.message, error.fix, path=error.path, line=error.line)
    return NoInvoice(error.message, fix=error.fix, path=error.path, line=error.line, findings=[said])


def unread(error: ReadError, ruleset: str, version: str | None, valid_from: date | None = None) -> Outcome:
    """Return the outcome of a layer that needs the invoice, which cannot be read: its findings say why."""
    because = "" if isinstance(error, NoInvoice) else "a value cannot be read, so "
    found = Finding("EI-READ-ERROR", "error", "input", error.message, error.fix, path=error.path, line=error.line)
    return Outcome(
        error.findings or (found,),
        ruleset,
        version,
        valid_from,
        skipped=f"{because}there is no invoice to judge: {error.message}",
    )


class Layer(Protocol):
    """A layer judges a subject by *rules*, the name that the rule set gives in its ``[layers]``."""

    def __call__(self, subject: Subject, rules: str) -> Outcome: ...
