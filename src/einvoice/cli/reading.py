"""A source to its invoices, one by one; a bad one does not stop the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from einvoice import formats
from einvoice.cli import failure
from einvoice.errors import EInvoiceError, InputError, NoInvoice, UnknownFormat
from einvoice.formats import detect

if TYPE_CHECKING:
    from einvoice.cli.sources import Source
    from einvoice.context import Context
    from einvoice.formats.document import Document, Part


@dataclass(frozen=True)
class Reading:
    """One invoice of a source: the document, or the error that kept it from being read.

    *data* is the whole source and *format* its format, as far as they are known; *several* says whether the source
    holds more than one invoice.
    """

    source: Source
    index: int = 0
    several: bool = False
    data: bytes | None = None
    format: str | None = None
    document: Document | None = None
    error: EInvoiceError | None = None

    @property
    def shown_index(self) -> int | None:
        """The index where it tells something: None for the only invoice of a source."""
        return self.index if self.several else None


def read_all(sources: Iterable[Source], format: str | None, context: Context) -> Iterator[Reading]:
    """Yield every invoice of *sources*, with an error in place of what cannot be read.

    *format* is a format id, None detects it for each source.
    """
    for source in sources:
        yield from read_source(source, format, context)


def read_source(source: Source, format: str | None, context: Context) -> Iterator[Reading]:
    """Yield every invoice of *source*; after an error in its frame nothing more can follow."""
    data = name = None
    try:
        data = source.fetch()
        opened = detect.open_source(data, source.beside)
        name = formats.info(format).id if format is not None else detect.format_of(opened)
        module = formats.module(name)
        parts = module.parts(opened)
        part = next(parts, None)
        if part is None:
            raise NoInvoice("the source holds no invoice", fix="check the query that fetched it: the list is empty")
    except Exception as error:
        own = without_reader(error) if isinstance(error, UnknownFormat) else error
        yield Reading(source, 0, False, data, name, error=failure.as_error(own, source.path))
        return
    several = False
    while part is not None:
        following: Part | None = None
        broken: EInvoiceError | None = None
        try:
            following = next(parts, None)
        except Exception as error:
            broken = failure.as_error(error, source.path)
        several = several or following is not None or broken is not None
        try:
            document = module.read_part(part, context)
        except Exception as error:
            yield Reading(source, part.index, several, data, name, error=failure.as_error(error, source.path))
        else:
            yield Reading(source, part.index, several, data, name, document)
        if broken is not None:
            yield Reading(source, part.index + 1, several, data, name, error=broken)
        part = following


def without_reader(error: UnknownFormat) -> InputError:
    """Return the error for a document whose format is known and that this version cannot read.

    Naming such a format is a fault of the command; meeting a document in it is one of the input.
    """
    return InputError(error.message, fix=error.fix)
