"""The registry: the only place that knows every format.

``detect.py``    bytes to format
``document.py``  what reading and writing give back
``build.py``     writes the code into which the tables are compiled
``mapping/``     the vocabulary that all formats share
``<name>/``      one folder per format

A format is a module with `FORMAT`, `parts` (a source into its invoices), `read_part` and `write`; it is loaded when it
is first used.  A new format is one folder and one line in `FORMATS`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, cast

from einvoice.errors import UnknownFormat

if TYPE_CHECKING:
    from lxml import etree

    from einvoice.context import Context
    from einvoice.findings import Finding
    from einvoice.formats.detect import Source
    from einvoice.formats.document import Document, Part, Written
    from einvoice.formats.mapping import Mapping
    from einvoice.model import Invoice


@dataclass(frozen=True)
class FormatInfo:
    """A line of the registry: id, what it is, what can be read and written, and where it lives."""

    id: str
    title: str
    module: str
    reads: str
    writes: str
    validates: str
    aliases: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    """Versions that can be written; the first is the default."""
    extension: str = "xml"


class FormatModule(Protocol):
    """What the module of a format offers."""

    FORMAT: str
    MAPPINGS: tuple[Mapping, ...]

    def parts(self, source: Source) -> Iterator[Part]: ...
    def read_part(self, part: Part, context: Context) -> Document: ...
    def write(self, invoice: Invoice, context: Context, version: str | None = None) -> Written: ...


FORMATS = (
    FormatInfo(
        "netvisor",
        "Netvisor sales invoice XML",
        "einvoice.formats.netvisor",
        "import documents, detail and list responses, batches",
        "import document",
        "schema, en16931, business",
    ),
    FormatInfo(
        "peppol-bis",
        "UBL 2.1 Invoice and CreditNote",
        "einvoice.formats.ubl",
        "UBL 2.1, also in a Peppol SBDH envelope",
        "Peppol BIS Billing 3",
        "schema, en16931, peppol, business",
        aliases=("ubl",),
        versions=("3.0",),
    ),
    FormatInfo(
        "finvoice",
        "Finvoice, the Finnish national format",
        "einvoice.formats.finvoice",
        "1.0 to 3.0, bare or in transmission frames, several per file, attachment messages",
        "3.0 and 2.01",
        "schema, finvoice, en16931, business",
        versions=("3.0", "2.01"),
    ),
    FormatInfo(
        "billecta",
        "Billecta JSON",
        "einvoice.formats.billecta",
        "create-invoice entry, invoice as returned, lists of both",
        "create-invoice entry",
        "schema, billecta, en16931, business",
        extension="json",
    ),
    FormatInfo(
        "model",
        "The canonical invoice as JSON",
        "einvoice.formats.canonical",
        "one invoice or a list",
        "one invoice",
        "schema, en16931, business",
        extension="json",
    ),
)


def info(name: str) -> FormatInfo:
    """Return the registry line of the format *name* (or an alias); raises `UnknownFormat`."""
    for entry in FORMATS:
        if name == entry.id or name in entry.aliases:
            return entry
    known = ", ".join(entry.id for entry in FORMATS)
    import difflib

    names = [name for entry in FORMATS for name in (entry.id, *entry.aliases)]
    close = difflib.get_close_matches(name, names, 1)
    hint = f"did you mean {close[0]!r}? " if close else ""
    raise UnknownFormat(f"unknown format {name!r}", fix=f"{hint}known are {known} (einvoice formats lists them)")


def record_reader(name: str) -> Callable[[Part], Document] | None:
    """Return what reads an invoice of the format *name* as a record (`einvoice.model.records`), for who only judges it.

    None for a format whose readers need the model itself.
    """
    return getattr(module(name), "read_record", None)


def judge_around(name: str, content: Any) -> list[Finding]:
    """Return what is wrong around an invoice of the format *name*: its frame, its attachment messages.

    *content* is that of its `Part`.  Nothing for a format that has no such things.
    """
    judge: Callable[[Any], list[Finding]] | None = getattr(module(name), "judge_around", None)
    return judge(content) if judge is not None else []


def as_judged(name: str, root: etree._Element) -> etree._Element:
    """Return *root* as the rules of the format *name* see it: Finvoice without the namespace that a sender gave it."""
    found: Callable[[etree._Element], etree._Element] | None = getattr(module(name), "as_judged", None)
    return found(root) if found is not None else root


def module(name: str) -> FormatModule:
    """Return the module of the format *name*, loaded on first use."""
    return cast(FormatModule, importlib.import_module(info(name).module))
