"""Finvoice, the Finnish national format (format id ``finvoice``): versions 1.0 to 3.0 read, 3.0 and 2.01 written.

``scan.py``, ``frame.py``  a file taken apart into frames, invoices and attachment messages
``attachments.py``  the attachment message, both ways
``mapping.py``      the table of the invoice; one for all versions
``lines.py``        the invoice row
``parts.py``        small rows and tables that they share
``irregular.py``    the pairs that rows cannot say
``codecs.py``       numbers with a comma, dates without separators
``terms.py``        document types and VAT codes
``elements.py``     the element table of 2.01 and 3.0; ``keeping.py`` lends it to the mapping
``settle.py``       after reading: type, sign, rows, VAT, parties, payment
``project.py``      before writing: the same, backwards
``shape.py``        a written document made to fit its schema
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from lxml import etree

from einvoice.context import Context
from einvoice.findings import Finding
from einvoice.formats.detect import Source
from einvoice.formats.document import Document, Part, Written, refuse_unreadable
from einvoice.formats.finvoice import frame, settle
from einvoice.formats.finvoice.frame import InvoicePiece
from einvoice.formats.finvoice.keeping import keep
from einvoice.formats.finvoice.mapping import FORMAT, MAPPING
from einvoice.formats.mapping import Place
from einvoice.formats.mapping.keep import order_findings
from einvoice.model import Invoice
from einvoice.model.terms import terms_at

MAPPINGS = (MAPPING,)


def parts(source: Source) -> Iterator[Part]:
    """Yield the invoices in *source*, each parsed when its turn comes."""
    for piece in frame.pieces(source):
        yield Part(piece, piece.index, piece.findings)


def read_part(part: Part, context: Context) -> Document:
    """Return the invoice in *part*."""
    return _read(part, context, locate=True)


def _read(part: Part, context: Context, *, locate: bool) -> Document:
    piece: InvoicePiece = part.content
    root, findings = frame.normalised(piece.element)
    result = MAPPING.read(root)
    refuse_unreadable(result.findings)
    findings = [*part.findings, *findings, *result.findings]
    if locate and result.slow:
        findings += order_findings(root, keep("3.0", ()), MAPPING.syntax)
    values = result.values
    done = settle.settle(values, context)

    @cache  # places are asked for several times, and a walk costs as much as reading
    def trace() -> dict[str, Place]:
        return moved(MAPPING.trace(root), done)

    stated = Invoice.__pydantic_validator__.validate_python(values)
    document = Document(stated, FORMAT, [], part.index, piece.element, trace)
    settled = document.locate(done.findings) if locate else done.findings
    refuse_unreadable(settled)
    invoice, completed = settle.complete(stated, context)
    completed += settle.completed_reasons(stated, invoice)
    settled += document.locate(completed) if locate else completed
    invoice = context.fill(invoice)
    return replace(document, invoice=invoice, findings=[*findings, *settled])


_LINE = re.compile(r"lines\[(\d+)\](.*)\Z")


def moved(places: Mapping[str, Place], done: settle.Settled) -> dict[str, Place]:
    """Return *places* by the paths that values have after settling."""
    line_of = {row: line for line, row in enumerate(done.rows)}
    found: dict[str, Place] = {}
    for path, place in places.items():
        match = _LINE.match(path)
        if match is None:
            found[path] = place
            continue
        row = int(match[1])
        found[f"rows[{row}]{match[2]}"] = place
        if row in line_of:
            found[f"lines[{line_of[row]}]{match[2]}"] = place
    stated = dict(found)
    for new, old in done.moves.items():
        if old in stated:
            found[new] = stated[old]
        else:
            found.update(
                {new + path[len(old) :]: place for path, place in stated.items() if path.startswith(f"{old}.")}
            )
    return found
