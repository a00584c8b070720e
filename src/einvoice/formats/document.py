"""What reading and writing give back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from einvoice.errors import ReadError
from einvoice.findings import Finding
from einvoice.formats.mapping import Place, Places

if TYPE_CHECKING:
    from einvoice.formats.detect import Source
    from einvoice.model import Invoice


@dataclass(frozen=True)
class Document:
    """One invoice as read.

    *invoice* is the canonical invoice, *format* the id of its format, *findings* what the reader had to say,
    *index* its position in the source (0 for the first), *element* the parsed source; *json* is that of a document in
    JSON, with the JSON pointer to it in the source.
    """

    invoice: Invoice
    format: str
    findings: list[Finding] = field(default_factory=list)
    index: int = 0
    element: etree._Element | None = field(default=None, repr=False, compare=False)
    tracer: Callable[[], Mapping[str, Place]] = field(default=dict, repr=False, compare=False)
    json: tuple[Any, str] | None = field(default=None, repr=False, compare=False)

    def places(self) -> Mapping[str, Place]:
        """Return where in the source each value of the invoice stands, by path in the model."""
        return self.tracer()

    def locate(self, findings: list[Finding]) -> list[Finding]:
        """Return *findings* with the place in the source for each that names a place in the model.

        A list item that the source does not hold under that position, and everything derived, gets the nearest
        place above it, or none.
        """
        if not any(f.model_path is not None and f.path is None for f in findings):
            return findings
        stated = self.places()
        places = stated if isinstance(stated, Places) else Places(stated)
        located = []
        for finding in findings:
            place = None
            if finding.model_path is not None and finding.path is None:
                place = places.nearest(finding.model_path)
            if place is None:
                located.append(finding)
            else:
                exact = finding.is_loss and finding.model_path in places
                located.append(finding.placed(place.path, place.line, place.value if exact else finding.value))
        return located


REFUSED = ("EI-READ-VALUE", "EI-CURRENCY-MIX")
"""Findings after which an invoice is not read: a guess at an amount or a date costs more than a refusal."""


def refuse_unreadable(findings: Iterable[Finding]) -> None:
    """Raise `ReadError` when *findings* name a value that could not be read."""
    bad = [f for f in findings if f.code in REFUSED]
    if not bad:
        return
    first = bad[0]
    more = f" (and {len(bad) - 1} more, see the findings)" if len(bad) > 1 else ""
    raise ReadError(f"{first.message}{more}", fix=first.fix, path=first.path, line=first.line, findings=bad)


ATTACHMENTS_SUFFIX: Final = "-attachments.xml"
"""What stands for the ending in the name of the file with the attachments of an invoice, beside that of the invoice."""


DEBTOR_SUFFIX: Final = "-debtor.json"
"""The same for the file with the customer to create, beside an entry of Billecta."""


@dataclass(frozen=True)
class Companion:
    """A message that goes beside a document, in a file of its own: the document's name with *suffix* for its ending.

    *what* it is stands in messages; *task* is what somebody has to do with it, where it does not just travel along.
    """

    suffix: str
    data: bytes
    what: str = "the file with the attachments"
    task: str | None = None

    def path(self, document: Path) -> Path:
        """Return where the message goes when the document goes to *document*.

        >>> Companion("-attachments.xml", b"").path(Path("out/7.xml")).name
        '7-attachments.xml'
        """
        return document.with_name(document.stem + self.suffix)


@dataclass(frozen=True)
class Written:
    """A document as written: its bytes, and what it does not carry.

    *derived* names what is not in the bytes and comes back all the same when they are read; a conversion reports it
    for the values that stand in the source.  *companions* are messages that belong to it and cannot stand in it, such
    as the attachments of Finvoice.
    """

    data: bytes
    findings: list[Finding] = field(default_factory=list)
    derived: list[Finding] = field(default_factory=list, repr=False)
    companions: tuple[Companion, ...] = ()


@dataclass(frozen=True)
class Conversion:
    """A conversion: the bytes of the target, the ids of both formats, the invoice, and all findings.

    *companions* are messages that go beside the target, each in a file of its own.  *opened* is the target parsed, when
    it was judged: who judges it further need not parse it again.
    """

    data: bytes
    source: str
    target: str
    invoice: Invoice
    findings: list[Finding] = field(default_factory=list)
    document: Document | None = field(default=None, repr=False, compare=False)
    companions: tuple[Companion, ...] = ()
    opened: Source | None = field(default=None, repr=False, compare=False)

    @property
    def losses(self) -> list[Finding]:
        """The findings of the loss account."""
        return [f for f in self.findings if f.is_loss]


@dataclass(frozen=True)
class Part:
    """One invoice inside a source, not yet read: its element (or JSON value) and its position."""

    content: Any
    index: int
    findings: tuple[Finding, ...] = ()
