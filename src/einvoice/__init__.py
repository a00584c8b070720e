"""Read, write, convert and validate Nordic e-invoices.

    import einvoice

    document = einvoice.read("invoice.xml")           # Netvisor, Finvoice, Peppol BIS / UBL, canonical JSON
    document.invoice                                   # the canonical invoice, EN 16931 terms
    result = einvoice.convert("invoice.xml", to="peppol-bis", context=einvoice.Context.load("einvoice.toml"))
    result.data, result.findings                       # bytes, and everything that is not as it was
    report = einvoice.validate("invoice.xml")
    report.valid, report.findings

Only the names in ``__all__`` are promised.  Every error derives from `EInvoiceError` and carries an `exit_code`.  The
verbs work on bytes, paths and binary files; bytes never touch the disk or the network.  Everything is thread-safe.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, TypeAlias

from einvoice._version import __version__
from einvoice.errors import (
    EInvoiceError,
    InternalError,
    LossError,
    NoInvoice,
    NotDetected,
    ReadError,
    SeveralInvoices,
    Unreadable,
    UsageError,
)
from einvoice.findings import Finding, without_echoes, without_repeats
from einvoice.formats import info as _info
from einvoice.formats import module as _module

if TYPE_CHECKING:
    from einvoice.comparison import Difference
    from einvoice.context import Context
    from einvoice.formats.detect import Detection
    from einvoice.formats.document import Conversion, Document, Written
    from einvoice.formats.mapping import Place
    from einvoice.model import Invoice
    from einvoice.routing import Decision
    from einvoice.rules.original import Originals
    from einvoice.validation import Report, RuleFile

SourceLike: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes]"
"""A path, the bytes themselves, or a binary file."""

Original: TypeAlias = "SourceLike | Invoice | Document"
"""The invoice that a credit note credits, as a source or read already."""


def read(src: SourceLike, format: str | None = None, context: Context | None = None) -> Document:
    """Return the one invoice in *src*.

    *format* is a format id; None detects it.  *context* supplies what the document does not hold.

    Raises `InputError` (exit 3) when the source is no invoice, `ReadError` (exit 4) when a value cannot be read,
    `SeveralInvoices` when there is more than one (`read_many` takes them), `NoInvoice` when there is none.
    """
    found: Document | None = None
    for document in read_many(src, format, context):
        if found is not None:
            raise SeveralInvoices(
                "the source holds several invoices, one was asked for",
                fix="take einvoice.read_many(src); on the command line give a folder with a slash: -o DIR/",
            )
        found = document
    if found is None:
        raise NoInvoice("the source holds no invoice", fix="check the query that fetched it: the list is empty")
    return found


def read_many(src: SourceLike, format: str | None = None, context: Context | None = None) -> Iterator[Document]:
    """Yield the invoices in *src* (list responses, batches, transfer files) one by one; the errors are those of `read`.

    The attachments of a Finvoice file ``NAME.xml`` are looked for in the file itself and, when *src* is its path, in
    ``NAME-attachments.xml`` beside it.
    """
    from einvoice.formats import detect as room

    source = room.open_source(_load(src), _beside(src))
    if format is not None and _info(format).extension == "json" and room.is_empty_list(source):
        return
    name = room.format_of(source)
    if format is not None and _info(format).id != name:
        raise NotDetected(
            f"the document is {name}, not {_info(format).id}", fix=f"leave the format out, or name {name}"
        )
    module = _module(name)
    context = _context(context)
    for part in module.parts(source):
        yield module.read_part(part, context)


def write(invoice: Invoice, format: str, context: Context | None = None, *, version: str | None = None) -> Written:
    """Return *invoice* in *format*, with a finding for everything that has no place there."""
    entry = _info(format)
    if version is not None and version not in entry.versions:
        raise UsageError(
            f"{entry.id} has no version {version!r} to write",
            fix=f"versions: {', '.join(entry.versions)}" if entry.versions else "leave the version out",
        )
    return _module(entry.id).write(invoice, _context(context), version)


def convert(
    src: SourceLike | Document,
    to: str,
    format: str | None = None,
    context: Context | None = None,
    *,
    losses: Literal["ignore", "warn", "raise"] = "warn",
    totals: Literal["stated", "derived"] = "stated",
    validate: bool = True,
    version: str | None = None,
) -> Conversion:
    """Return *src* in the format *to*.

    *losses*: "warn" lists what is not carried, "ignore" leaves it out of the findings, "raise" raises `LossError`
    (exit 5) when something of the invoice has no place in the target; what is withheld on purpose (private data,
    processing instructions of one system) is information and never raises.  *totals*: "stated" carries totals as
    the source states them and reports what does not tie, "derived" recalculates them from the lines and names what
    changed.  *validate*
    checks the invoice with the business rules and the result with its schema.

    What belongs to the result and has no place in it, such as the attachments of a Finvoice invoice, stands in its
    *companions*, each to be stored beside it (`Companion.path`).
    """
    from einvoice import calc
    from einvoice.formats.document import Conversion, Document

    entry = _info(to)
    document = src if isinstance(src, Document) else read(src, format, context)
    invoice = document.invoice
    findings = list(document.findings)
    if totals == "derived":
        stated, invoice = invoice, calc.recompute(invoice, minor_units=_minor_units(invoice.currency))
        findings += _derived(stated, invoice)
    written = write(invoice, entry.id, context, version=version)
    opened = None
    if validate:
        from einvoice.formats.detect import open_source
        from einvoice.validation import check_conversion

        opened = open_source(written.data)
        findings += check_conversion(invoice, opened, entry.id, context, document.format)
    findings += written.findings
    if written.derived:
        findings += _of_source(written.derived, document)
    findings = without_repeats(without_echoes(document.locate(findings)))
    lost = [f for f in findings if f.is_loss and f.severity != "info"]
    if losses == "raise" and lost:
        shown = "; ".join(f.message for f in lost[:3]) + ("; …" if len(lost) > 3 else "")
        raise LossError(
            f"{len(lost)} value(s) of the source cannot be carried to {entry.id}: {shown}",
            fix="leave them out of the source, or allow losses with --losses warn",
            findings=findings,
        )
    if losses == "ignore":
        findings = [f for f in findings if not f.is_loss]
    return Conversion(written.data, document.format, entry.id, invoice, findings, document, written.companions, opened)


def _of_source(derived: list[Finding], document: Document) -> list[Finding]:
    """Return those of *derived* that name what the source itself says.

    That is not what was derived on reading, and not what shares its place with a value that is carried (the unit code
    beside the unit name).  Of several at one place those count that are spelled as the source spells it, or the first.
    """
    from einvoice.formats.mapping.account import leaves

    stated = {path.lstrip(".") for path, _ in leaves(document.invoice, "") if ":_" not in path}
    places = {path: place for path, place in document.places().items() if path in stated}
    named = {f.model_path for f in derived}
    carried = {id(place) for path, place in places.items() if path not in named}
    by_place: dict[int, list[Finding]] = {}
    for each in derived:
        place = places.get(each.model_path or "")
        if place is not None and id(place) not in carried:
            by_place.setdefault(id(place), []).append(each)
    said = {id(place): (place.value or "").strip() for place in places.values()}
    chosen = ([f for f in found if f.value == said[key]] or found[:1] for key, found in by_place.items())
    return [each for found in chosen for each in found]


def validate(
    src: SourceLike | Invoice | Document,
    profile: str | None = None,
    layers: Sequence[str] | None = None,
    engine: str = "native",
    *,
    format: str | None = None,
    context: Context | None = None,
    preview: bool = False,
    schematron: str | os.PathLike[str] | RuleFile | None = None,
    original: Original | Sequence[Original] | Originals | None = None,
) -> Report:
    """Return the verdict on the one invoice in *src*, a source or an `Invoice`.

    *profile* is a profile ("peppol-bis", "en16931"), an edition of one ("peppol-bis-3/2026-05") or "latest"; None takes
    the profile that the document names by its specification identifier (BT-24), in the edition that was in force on its
    issue date (BT-2).  *layers* are any of "schema", "schematron" (the rules: what the profile has of "finvoice",
    "en16931" and "peppol", which may be named too) and "business"; None runs all that the profile has.  A layer that
    cannot run says why, and the document is then not checked, never valid.

    *engine* runs the official rules: "native", or "saxon" with the package saxonche.  *preview* adds what the next
    edition would say, as information.  *schematron* names a rule file (Schematron, or XSLT that writes SVRL): it judges
    any XML, in place of the official rules.  *original* is the invoice that a credit note credits, in any format, or
    several of them: the business layer then compares number, currency, parties, rows, VAT and total.  What several
    credit notes credit is added up by `validate_many`, and by calls that share one
    `einvoice.rules.original.Originals`.

    A document of another format than UBL is judged by EN 16931 through what it says in UBL; findings name the place in
    the document itself.  Raises what `read` raises for a source that is no invoice, `UsageError` (exit 2) for a profile
    or layer that does not exist, `RulesetError` (exit 6) for rules or an engine that are broken or missing.
    """
    from einvoice import validation as room

    return room.validate(
        _source_or_value(src),
        profile,
        layers,
        engine,
        format=format,
        context=context,
        preview=preview,
        schematron=schematron,
        beside=_beside(src),
        originals=_originals(original, context),
    )


def validate_many(
    src: SourceLike,
    profile: str | None = None,
    layers: Sequence[str] | None = None,
    engine: str = "native",
    *,
    format: str | None = None,
    context: Context | None = None,
    preview: bool = False,
    schematron: str | os.PathLike[str] | RuleFile | None = None,
    original: Original | Sequence[Original] | Originals | None = None,
) -> Iterator[Report]:
    """Yield the verdict on each invoice in *src* (list responses, batches); the rest as in `validate`."""
    from einvoice import validation as room

    return room.validate_many(
        _load(src),
        profile,
        layers,
        engine,
        format=format,
        context=context,
        preview=preview,
        schematron=schematron,
        beside=_beside(src),
        originals=_originals(original, context),
    )


def diff(
    a: SourceLike | Invoice | Document,
    b: SourceLike | Invoice | Document,
    *,
    context: Context | None = None,
    everything: bool = False,
) -> list[Difference]:
    """Return what the invoices *a* and *b*, in any two formats, say differently; an empty list when nothing.

    Each is a source of one invoice, an `Invoice` or a `Document`; *context* supplies what a document does not hold.
    *everything* adds what is no difference of meaning: data kept for one format, numbering of lines, spelling.

    Raises what `read` raises for a source that is no invoice.
    """
    from einvoice.comparison import compare

    found = compare(_invoice_of(a, context), _invoice_of(b, context))
    return [each for each in found if everything or each.meaning]


def _invoice_of(src: Any, context: Context | None) -> Invoice:
    from einvoice.formats.document import Document
    from einvoice.model import Invoice

    if isinstance(src, Invoice):
        return src
    return (src if isinstance(src, Document) else read(src, context=context)).invoice


def route(
    src: SourceLike | Invoice | Document,
    context: Context | None = None,
    *,
    format: str | None = None,
    answer: Any = None,
    on: date | None = None,
) -> Decision:
    """Return how the one invoice in *src* is addressed: both addresses, the channel, why, and what is missing.

    The numbers of the invoice and of the cards in *context* decide.  Nothing is asked over the network: *answer* is
    that of a look-up which the caller has made (`einvoice.routing.lookup_request`), as JSON or as
    `einvoice.routing.Answer`; without one, a derived address is a guess, which a finding says.  *on* is the day whose
    rules count, None takes the newest.  Raises what `read` raises for a source that is no invoice.
    """
    from dataclasses import replace

    from einvoice import routing
    from einvoice.formats.document import Document
    from einvoice.model import Invoice

    context = _context(context)
    if answer is not None and not isinstance(answer, routing.Answer):
        answer = routing.read_answer(answer)
    if isinstance(src, Invoice):
        return routing.decide(src, context, answer=answer, on=on)
    document = src if isinstance(src, Document) else read(src, format, context)
    stated = _stated(document.places())
    decision = routing.decide(document.invoice, context, stated=stated, answer=answer, on=on)
    return replace(decision, findings=tuple(document.locate(list(decision.findings))))


def _stated(places: Mapping[str, Place]) -> set[str]:
    """Return the paths of what a document states, without an address that its reader took from another number."""
    stated = set(places)
    for party in ("seller", "buyer"):
        address, number = f"{party}.electronic_address", f"{party}.legal_registration_identifier"
        if address in stated and number in stated and places[address].path == places[number].path:
            stated.discard(address)
    return stated


def _originals(original: Original | Sequence[Original] | Originals | None, context: Context | None) -> Originals | None:
    """Return the invoices that credit notes are compared with; of a source that holds several, all of them."""
    if original is None:
        return None
    from einvoice.formats.document import Document
    from einvoice.model import Invoice
    from einvoice.rules.original import Originals

    if isinstance(original, Originals):
        return original
    each: Any
    found: list[Invoice] = []
    for each in original if isinstance(original, list | tuple) else (original,):
        if isinstance(each, Invoice):
            found.append(each)
        elif isinstance(each, Document):
            found.append(each.invoice)
        else:
            found += (document.invoice for document in read_many(each, context=context))
    if not found:
        raise NoInvoice("the original holds no invoice", fix="name the invoice that is credited")
    return Originals(found)


def _derived(stated: Invoice, derived: Invoice) -> list[Finding]:
    """Return a note for each stated total that is another one now."""
    from decimal import Decimal

    from einvoice.model.terms import terms_at

    if stated.totals is None or derived.totals is None:
        return []
    before: list[tuple[str, Any, Any]] = [("totals", stated.totals, derived.totals)]
    classes = {(entry.category, entry.rate): entry for entry in derived.vat_breakdown}
    for n, entry in enumerate(stated.vat_breakdown):
        before.append((f"vat_breakdown[{n}]", entry, classes.get((entry.category, entry.rate))))
    notes = []
    for place, one, other in before:
        for name in type(one).model_fields:
            old, new = getattr(one, name), getattr(other, name, None)
            if not isinstance(old, Decimal) or old == new:
                continue
            path = f"{place}.{name}"
            written = "left out" if new is None else f"written as {new}"
            what = name.replace("_", " ")
            message = f"{what} {old} of the source is {written}: the totals are derived from the lines"
            fix = "leave --totals derived out to carry the totals as they are stated"
            notes.append(
                Finding("LOSS-CHANGED", "info", "loss", message, fix, terms_at(path), value=str(old), model_path=path)
            )
    return notes


def _minor_units(currency: str | None) -> int:
    """Return the decimals of amounts: those of the currency, at most the two that EN 16931 allows."""
    from einvoice import codelists

    try:
        return min(2, codelists.minor_units(currency or "EUR"))
    except LookupError:
        return 2


def detect(src: SourceLike) -> Detection:
    """Return which format *src* is, and why; raises `NotDetected`."""
    from einvoice.formats import detect as room

    return room.detect_source(room.open_source(_load(src)))


def _source_or_value(src: Any) -> Any:
    if isinstance(src, bytes | str | os.PathLike):  # the usual case does without the model
        return _load(src)
    from einvoice.formats.document import Document
    from einvoice.model import Invoice

    return src if isinstance(src, Invoice | Document) else _load(src)


def _load(src: SourceLike) -> bytes:
    if isinstance(src, bytes):
        return src
    if isinstance(src, bytearray | memoryview):
        return bytes(src)
    if isinstance(src, str | os.PathLike):
        if isinstance(src, str) and src.lstrip()[:1] in ("<", "{", "["):
            raise UsageError("the source is a text, not a path", fix='pass the document as bytes: text.encode("utf-8")')
        try:
            return Path(src).read_bytes()
        except OSError as error:
            raise Unreadable(
                f"cannot read the file: {error.strerror or error}", fix="check the path", source=str(src)
            ) from error
    if hasattr(src, "read"):
        data = src.read()
        if not isinstance(data, bytes):
            raise UsageError("the file is open as text", fix='open it as binary: open(path, "rb")')
        return data
    raise UsageError(f"cannot read from {type(src).__name__}", fix="pass a path, bytes or a binary file")


def _beside(src: Any) -> Callable[[], bytes | None] | None:
    """Return what fetches the attachments beside a path; None for bytes and open files, which stand beside nothing."""
    if not isinstance(src, str | os.PathLike):
        return None
    from einvoice.formats.detect import beside

    return beside(src)


def _context(context: Context | None) -> Context:
    if context is None:
        from einvoice.context import Context as Empty

        return Empty()
    return context


_LAZY = {
    "Context": "einvoice.context",
    "Conversion": "einvoice.formats.document",
    "Decision": "einvoice.routing",
    "Difference": "einvoice.comparison",
    "Document": "einvoice.formats.document",
    "Written": "einvoice.formats.document",
    "Invoice": "einvoice.model",
    "Report": "einvoice.validation",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        import importlib

        return getattr(importlib.import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'einvoice' has no attribute {name!r}")


__all__ = [
    "Context",
    "Conversion",
    "Decision",
    "Difference",
    "Document",
    "EInvoiceError",
    "Finding",
    "InternalError",
    "Invoice",
    "LossError",
    "ReadError",
    "Report",
    "Written",
    "__version__",
    "convert",
    "detect",
    "diff",
    "read",
    "read_many",
    "route",
    "validate",
    "validate_many",
    "write",
]
