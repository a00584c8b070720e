"""The room that takes a document through the layers of its profile.

Map of the room
---------------
``layers.py``      the layers by name, and how they run: `judge`
``profiles.py``    profiles and their dated editions, from ``rulesets/*.toml``
``schema.py``      the schema layer: XSD for XML, JSON Schema or the model for JSON
``xsd.py``         a compiled XSD, and its faults one by one
``json_schema.py`` a JSON Schema of ours, and the faults of a document one by one
``structure.py``   children that are missing, unknown, repeated or misplaced, told apart
``wording.py``     libxml2's messages on values and attributes, in words
``official.py``    the layers of rules that judge UBL: EN 16931 and Peppol; rule files of the user
``finvoice.py``    the layer of the Finvoice rules
``billecta.py``    the layer of the rules over the JSON of Billecta
``places.py``      from the locations of Schematron to elements
``projection.py``  what an invoice of another format says in UBL, and the way back to its source
``policy.py``      ``[rules]`` of the context: which rules are switched off, lowered or raised, and why
``subject.py``     what a layer sees, and what it answers
``report.py``      `Report`, `LayerResult` and `Judgement`

Layers
------
``schema`` judges the XML or JSON, ``en16931`` and ``peppol`` go by the official rules, ``finvoice`` and ``billecta`` by
those of the format, ``business`` reads the invoice and goes by ours.  They are independent: what one finds never keeps
another from running.
A layer that did not run is *skipped* with its reason, and a document with a skipped layer is **not checked, hence never
valid**, however clean the rest is.
Rules of which not one fired have judged nothing: that layer is skipped as well.

Profiles and editions
---------------------
A profile (``peppol-bis-3``) has one rule set or more, its editions (``peppol-bis-3/2026-05``).  The document names its
profile by its specification identifier (BT-24), and the edition follows from its issue date.  Documents in other
formats than UBL are judged by EN 16931 through what they say in UBL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, Any

from einvoice import formats
from einvoice.errors import EInvoiceError, NoInvoice, NotDetected, SeveralInvoices, UnknownFormat, UsageError
from einvoice.findings import Finding
from einvoice.formats import detect
from einvoice.validation.layers import ASKED, Request, check_engine, check_layers, judge, run_rules
from einvoice.validation.official import RuleFile, rule_file
from einvoice.validation.policy import Applied, Policy, apply, policy_of
from einvoice.validation.profiles import (
    LATEST,
    LAYERS,
    UBL,
    Ruleset,
    check_profile,
    choose_ruleset,
    find_ruleset,
    next_edition,
    rulesets,
)
from einvoice.validation.report import Judgement, LayerResult, Report, Status
from einvoice.validation.subject import Layer, Outcome, Run, Subject

if TYPE_CHECKING:
    from lxml import etree

    from einvoice.context import Context
    from einvoice.formats.document import Document, Part
    from einvoice.model import Invoice
    from einvoice.rules.duplicates import Seen
    from einvoice.rules.original import Originals


def validate(
    src: bytes | detect.Source | Invoice | Document,
    profile: str | None = None,
    layers: Sequence[str] | None = None,
    engine: str = "native",
    *,
    format: str | None = None,
    context: Context | None = None,
    preview: bool = False,
    schematron: str | PathLike[str] | RuleFile | None = None,
    fired: bool = False,
    beside: Callable[[], bytes | None] | None = None,
    originals: Originals | None = None,
) -> Report:
    """Return the verdict on the one invoice in *src*; a `detect.Source` is not parsed again.

    *profile* is a profile ("peppol-bis-3", "en16931"), an edition of one ("peppol-bis-3/2026-05") or "latest"; None
    takes the profile that the document names, in the edition of its issue date.  *layers* are any of "schema",
    "schematron" (whatever the profile has of "finvoice", "billecta", "en16931" and "peppol", which may be named too)
    and "business"; None takes all that the profile has.  *engine* runs the official rules: "native" or "saxon".

    *context* fills what an ERP document does not hold.  *preview* adds what the next edition of the profile would say,
    as information.  *schematron* is a rule file of the user (``.sch``, ``.xslt``, or what `rule_file` returned): its
    rules take the place of the official ones, in a layer "schematron", and judge any XML.  *fired* keeps in
    `Report.judgements` which rules fired where, and takes longer.  *beside* fetches what stands beside the source and
    belongs to it (`detect.open_source`).  *originals* are the invoices that it may credit: number, parties, rows, VAT
    and total are compared in the business layer, together with what was credited before it with the same object.

    An `Invoice` is judged as the model; with a profile of another format it is written in that format first, and the
    schema judges what was written.  A `Document` that stands in a list is judged with the file around it; whole lists
    go faster through `validate_many`.

    A value that cannot be read is a finding, and the layers that need the invoice are skipped (`Report.error`).  Raises
    what `einvoice.read` raises for input that is no invoice or several, `NotDetected` (exit 3) for a document that is
    not of the *format* named, `UnknownProfile` and `UsageError` (exit 2), and `RulesetError` (exit 6) when a schema, an
    engine or a rule file is missing or broken.
    """
    request = _request(profile, layers, engine, preview, schematron, fired, context, originals=originals)
    subjects = _subjects(src, request, format, context, beside)
    subject = next(subjects, None)
    if subject is None:
        raise NoInvoice("the source holds no invoice", fix="check the query that fetched it: the list is empty")
    if next(subjects, None) is not None:
        raise SeveralInvoices(
            "the source holds several invoices, one was asked for",
            fix="take einvoice.validate_many(src), or on the command line einvoice validate PATH",
        )
    return judge(_judgeable(subject), request)


def validate_many(
    src: bytes | Invoice | Document,
    profile: str | None = None,
    layers: Sequence[str] | None = None,
    engine: str = "native",
    *,
    format: str | None = None,
    context: Context | None = None,
    preview: bool = False,
    schematron: str | PathLike[str] | RuleFile | None = None,
    fired: bool = False,
    beside: Callable[[], bytes | None] | None = None,
    originals: Originals | None = None,
) -> Iterator[Report]:
    """Yield the verdict on each invoice in *src*; arguments and errors are those of `validate`.

    A file is judged by its schema once, and the first invoice bears the time.  A fault inside an invoice belongs to
    that invoice; one around them (in the envelope of a response or batch) to every invoice of the file, since none of
    them can be taken out of it safely.
    """
    from einvoice.rules.duplicates import Seen

    request = _request(profile, layers, engine, preview, schematron, fired, context, Seen(), originals)
    for subject in _subjects(src, request, format, context, beside):
        yield judge(_judgeable(subject), request)


@dataclass(frozen=True)
class Unread:
    """An invoice between others that is no XML: the rest of the file is judged without it."""

    index: int
    error: EInvoiceError


def validate_each(
    src: bytes,
    profile: str | None = None,
    layers: Sequence[str] | None = None,
    engine: str = "native",
    *,
    format: str | None = None,
    context: Context | None = None,
    preview: bool = False,
    schematron: str | PathLike[str] | RuleFile | None = None,
    fired: bool = False,
    beside: Callable[[], bytes | None] | None = None,
    seen: Seen | None = None,
    originals: Originals | None = None,
) -> Iterator[Report | Unread]:
    """As `validate_many`, with an `Unread` in the place of an invoice that ends nothing but itself.

    *seen* are the invoices judged before in the same run, also those of other sources: a number given twice is a
    finding.
    """
    request = _request(profile, layers, engine, preview, schematron, fired, context, seen, originals)
    for subject in _subjects(src, request, format, context, beside):
        yield subject if isinstance(subject, Unread) else judge(subject, request)


def _judgeable(subject: Subject | Unread) -> Subject:
    """Return *subject*; raises the error of one that could not be read."""
    if isinstance(subject, Unread):
        raise subject.error
    return subject


def check_conversion(
    invoice: Invoice,
    written: bytes | detect.Source,
    format: str,
    context: Context | None = None,
    read_from: str | None = None,
) -> list[Finding]:
    """Return what the business rules say of *invoice*, and the schema of *format* of the document as *written*.

    The policy of *context* holds, and what einvoice brings along for documents of *read_from*, the format of the
    source, unless it is written in that format again: what is lowered when it is read is not when it is written.

    The former have a place in the model.  The latter have theirs in the written document, not in the source, so it
    stands in the message and not in `Finding.path`.
    """
    from einvoice.validation import schema

    entry = formats.info(format).id
    source = detect.open_source(written) if isinstance(written, bytes) else written
    ruleset, policy = choose_ruleset(None, entry), policy_of(context)
    rules = ruleset.layers["schema"]
    faults: list[Finding] = []
    for subject in _of_source(source, entry, None, written=True):
        faults += schema.judge(_judgeable(subject), rules).findings
    found = run_rules(invoice, policy.settings_for(ruleset.profile))
    read_by = None if read_from in (None, entry) else choose_ruleset(None, str(read_from)).profile
    shown, _, applied = apply(found, policy.changes_for(ruleset.profile, read_by))
    return [*shown, *(_in_written(fault) for fault in faults), *(each.finding() for each in applied)]


def _in_written(fault: Finding) -> Finding:
    place = ", ".join(filter(None, (fault.path, f"line {fault.line}" if fault.line else None)))
    return replace(fault, path=None, line=None, message=f"{fault.message} ({place})" if place else fault.message)


# --- sources to subjects ----------------------------------------------------------------------------


def _request(
    profile: str | None,
    layers: Sequence[str] | None,
    engine: str,
    preview: bool,
    schematron: str | PathLike[str] | RuleFile | None,
    fired: bool,
    context: Context | None,
    seen: Seen | None = None,
    originals: Originals | None = None,
) -> Request:
    """Return what was asked for, checked: a wrong name is told before a document is looked at."""
    check_engine(engine)
    check_layers(layers)
    check_profile(profile)
    if preview and schematron is not None:
        raise UsageError("a rule file has no next edition to preview", fix="leave out the preview, or the rule file")
    rules = schematron if schematron is None or isinstance(schematron, RuleFile) else rule_file(schematron)
    names = None if layers is None else tuple(layers)
    if originals is not None and names is not None and "business" not in names:
        raise UsageError(
            "an original was given, and the layer that compares with it was not asked for",
            fix='add "business" to the layers, or leave the original out',
        )
    return Request(profile, names, Run(engine, fired), preview, rules, policy_of(context), seen, originals)


def _subjects(
    src: bytes | detect.Source | Invoice | Document,
    request: Request,
    format: str | None,
    context: Context | None,
    beside: Callable[[], bytes | None] | None,
) -> Iterator[Subject | Unread]:
    if isinstance(src, bytes | detect.Source):
        source = detect.open_source(src, beside) if isinstance(src, bytes) else src
        yield from _of_opened(source, request, format, context)
        return
    from einvoice.formats.document import Document

    if isinstance(src, Document):
        yield _of_document(src, context)
        return
    judges = "model" if request.profile in (None, LATEST) else find_ruleset(str(request.profile)).format
    yield _of_invoice(src, context) if judges == "model" else _of_written(src, judges, context)


def _of_opened(
    source: detect.Source, request: Request, format: str | None, context: Context | None
) -> Iterator[Subject | Unread]:
    name = None if format is None else formats.info(format).id
    if name is not None:
        _check_named(source, name)
    else:
        try:
            name = formats.info(detect.format_of(source)).id
        except (NotDetected, UnknownFormat) as error:
            if request.rules is None or source.root is None:
                raise
            yield _of_stranger(source, error)
            return
    yield from _of_source(source, name, context)


def _of_stranger(source: detect.Source, error: NotDetected | UnknownFormat) -> Subject:
    """A document that no reader knows: only rules of the user judge it."""

    def read() -> Document:
        raise error

    return Subject(None, None, read, root=source.root, data=source.data, stranger=error.message)


def _check_named(source: detect.Source, format: str) -> None:
    """Raise `NotDetected` when *source* is not of the *format* that the caller named.

    Something else than an invoice of that format is not an invalid one: nothing of it was judged.
    """
    entry = formats.info(format)
    of_json = entry.extension == "json"
    if of_json != (source.root is None and source.framed is None):
        kinds = ("XML", "JSON") if of_json else ("JSON", "XML")
        raise NotDetected(
            f"the document is {kinds[0]}, and the format {format} is {kinds[1]}",
            fix="name the format that it has, or none",
        )
    if of_json or format == "netvisor":  # the reader of Netvisor looks for invoices under any root, and says so
        return
    try:
        found = detect.detect_source(source)
    except NotDetected as error:
        raise NotDetected(
            f"{error.message}, so it cannot be judged as {format}", fix=f"check that the document is {entry.title}"
        ) from error
    if found.format != format:
        raise NotDetected(
            f"the document is not {format} but {found.format}: {found.reason}",
            fix="name the format that it has, or none",
        )


def _of_source(
    source: detect.Source, format: str, context: Context | None, *, written: bool = False
) -> Iterator[Subject | Unread]:
    if format == UBL and source.root is not None and not detect.is_envelope(source.root):
        # One invoice, which is read when a layer needs it: schema and official rules do without the model.
        yield Subject(
            format, context, partial(_read_only, source, format, context), 0, source.root, source.root,
            notes=source.findings, written=written, data=source.data,
        )  # fmt: skip
        return
    module = formats.module(format)
    if source.framed is not None:
        for part in module.parts(source):
            try:
                subject: Subject | Unread = _of_piece(part, source, format, context, written)
            except EInvoiceError as error:
                subject = Unread(part.index, error)
            yield subject
        return
    verdicts: dict[Any, Any] = {}
    assumed = source.root is not None and source.findings  # another parser would not assume the same encoding
    data = _as_text(source.root) if source.root is not None and assumed else source.data
    for part in module.parts(source):
        value, pointer = (None, "") if source.root is not None else part.content
        yield Subject(
            format,
            context,
            partial(module.read_part, part, _context(context)),
            part.index,
            source.root,
            _element_of(part),
            value,
            (*source.findings, *part.findings),
            written,
            verdicts,
            data,
            pointer=pointer,
        )


def _of_piece(part: Part, source: detect.Source, format: str, context: Context | None, written: bool) -> Subject:
    """One XML document of several in a file: each is judged by itself."""
    element = _element_of(part)
    return Subject(
        format,
        context,
        partial(formats.module(format).read_part, part, _context(context)),
        part.index,
        element,
        element,
        notes=part.findings,
        written=written,
        data=b"" if element is None else _as_text(element),
        content=part.content,
        file=source.data,
    )


def _read_only(source: detect.Source, format: str, context: Context | None) -> Document:
    part = next(formats.module(format).parts(source))
    read_record = formats.record_reader(format) if context is None else None
    return formats.module(format).read_part(part, _context(context)) if read_record is None else read_record(part)


def _context(context: Context | None) -> Context:
    from einvoice.context import Context as Empty

    return Empty() if context is None else context


def _as_text(root: etree._Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _element_of(part: Part) -> etree._Element | None:
    """Return the element of an invoice; what else a part holds is the business of its format."""
    from lxml import etree

    content = getattr(part.content, "element", part.content)
    return content if isinstance(content, etree._Element) else None


def _of_document(document: Document, context: Context | None) -> Subject:
    if document.format == "model":
        subject = _of_invoice(document.invoice, context)
        subject.index = document.index
        return subject
    element = document.element
    root = None if element is None else element.getroottree().getroot()
    data = b"" if root is None else _as_text(root)
    value, pointer = document.json or (None, "")
    return Subject(
        document.format, context, lambda: document, document.index, root, element, value, data=data, pointer=pointer
    )


def _of_invoice(invoice: Invoice, context: Context | None) -> Subject:
    """An invoice is judged as its canonical JSON: copies made with `model_copy` were never validated."""
    from einvoice.formats.document import Part

    value = invoice.model_dump(mode="json", exclude_none=True, warnings=False)
    read = partial(formats.module("model").read_part, Part((value, ""), 0), _context(context))
    return Subject("model", context, read, value=value)


def _of_written(invoice: Invoice, format: str, context: Context | None) -> Subject:
    """The business rules judge the invoice, the other layers what is written of it."""
    from einvoice.formats.document import Document

    filling = _context(context)
    written = formats.module(format).write(invoice, filling)
    source = detect.open_source(written.data)
    root = source.root
    document = Document(filling.fill(invoice), format)
    return Subject(
        format,
        context,
        lambda: document,
        root=root,
        element=root,
        value=source.json,
        notes=tuple(written.findings),
        written=True,
        data=written.data,
    )


__all__ = [
    "ASKED",
    "LAYERS",
    "Applied",
    "Judgement",
    "Layer",
    "LayerResult",
    "Outcome",
    "Policy",
    "Report",
    "RuleFile",
    "Ruleset",
    "Status",
    "Subject",
    "Unread",
    "check_conversion",
    "choose_ruleset",
    "find_ruleset",
    "next_edition",
    "policy_of",
    "rule_file",
    "rulesets",
    "validate",
    "validate_each",
    "validate_many",
]
