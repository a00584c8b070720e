"""The room that takes a document through the layers of its profile.

Map of the room
---------------
``layers.py``     the layers by name, and how they run: `judge`
``profiles.py``   profiles and dated rule sets, from ``rulesets/*.toml``
``schema.py``     the schema layer: XSD for XML, the model for canonical JSON
``xsd.py``        a compiled XSD, and its faults one by one
``structure.py``  children that are missing, unknown, repeated or misplaced, told apart
``wording.py``    libxml2's messages on values and attributes, in words
``subject.py``    what a layer sees, and what it answers
``report.py``     `Report` and `LayerResult`

Layers
------
``schema`` judges the XML, ``schematron`` goes by the official rules, ``business`` reads the invoice and goes by ours.
They are independent: what one finds never keeps another from running.  A layer that did not run is *skipped* with its
reason, and a document with a skipped layer is **not checked, hence never valid**, however clean the rest is.

In this version the Schematron layer is always skipped.  So a Peppol document judged by all layers of its profile is
never valid; ask for ``layers=["schema", "business"]`` to be told whether those two pass.  Profiles without Schematron
(``netvisor``, ``model``, ``ubl-2.1``) are checked completely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from lxml import etree

from einvoice import formats
from einvoice.context import Context
from einvoice.errors import NoInvoice, NotDetected, SeveralInvoices
from einvoice.findings import Finding
from einvoice.formats import detect
from einvoice.formats.document import Document, Part
from einvoice.model import Invoice
from einvoice.validation import schema
from einvoice.validation.layers import LAYERS, check_engine, check_layers, choose_layers, judge, run_rules
from einvoice.validation.profiles import Ruleset, choose_ruleset, find_ruleset, rulesets
from einvoice.validation.report import LayerResult, Report, Status
from einvoice.validation.subject import Layer, Outcome, Subject


def validate(
    src: bytes | Invoice | Document,
    profile: str | None = None,
    layers: Sequence[str] | None = None,
    engine: str = "native",
    *,
    format: str | None = None,
    context: Context | None = None,
) -> Report:
    """Return the verdict on the one invoice in *src*.

    *profile* is a profile ("peppol-bis-3") or the id of a rule set ("peppol-bis-3/2026-05"); None takes the default of
    the format.  *layers* are any of "schema", "schematron" and "business"; None takes all that the profile has.  The
    Schematron layer comes with a later version: until then a Peppol document is checked, and can be valid, only by
    ``layers=["schema", "business"]``.  *context* fills what an ERP document does not hold.

    An `Invoice` is judged as the model; with a profile of another format it is written in that format first, and the
    schema judges what was written.  A `Document` that stands in a list is judged with the file around it; whole lists
    go faster through `validate_many`.

    A value that cannot be read is a finding, and the business layer is skipped (`Report.error`).  Raises what
    `einvoice.read` raises for input that is no invoice or several, `NotDetected` (exit 3) for a document that is not of
    the *format* named, `UnknownProfile` and `UsageError` (exit 2), and `RulesetError` (exit 6) when a schema is missing
    or broken.
    """
    judged = _subjects(src, profile, layers, engine, format, context)
    found = next(judged, None)
    if found is None:
        raise NoInvoice("the source holds no invoice", fix="check the query that fetched it: the list is empty")
    if next(judged, None) is not None:
        raise SeveralInvoices(
            "the source holds several invoices, one was asked for",
            fix="take einvoice.validation.validate_many(data), or on the command line einvoice validate PATH",
        )
    subject, ruleset = found
    return judge(subject, ruleset, choose_layers(ruleset, layers))


def validate_many(
    src: bytes | Invoice | Document,
    profile: str | None = None,
    layers: Sequence[str] | None = None,
    engine: str = "native",
    *,
    format: str | None = None,
    context: Context | None = None,
) -> Iterator[Report]:
    """Yield the verdict on each invoice in *src*; arguments and errors are those of `validate`.

    A file is judged by its schema once, and the first invoice bears the time.  A fault inside an invoice belongs to
    that invoice; one around them (in the envelope of a response or batch) to every invoice of the file, since none of
    them can be taken out of it safely.
    """
    for subject, ruleset in _subjects(src, profile, layers, engine, format, context):
        yield judge(subject, ruleset, choose_layers(ruleset, layers))


def check_conversion(invoice: Invoice, data: bytes, format: str) -> list[Finding]:
    """Return what the business rules say of *invoice*, and the schema of *format* of *data*, as written.

    The former have a place in the model.  The latter have theirs in the written document, not in the source, so it
    stands in the message and not in `Finding.path`.
    """
    entry = formats.info(format).id
    source = detect.open_source(data)
    rules = choose_ruleset(None, entry).layers["schema"]
    faults: list[Finding] = []
    for subject in _of_source(source, entry, Context(), written=True):
        faults += schema.judge(subject, rules).findings
    return [*run_rules(invoice), *(_in_written(fault) for fault in faults)]


def _in_written(fault: Finding) -> Finding:
    place = ", ".join(filter(None, (fault.path, f"line {fault.line}" if fault.line else None)))
    return replace(fault, path=None, line=None, message=f"{fault.message} ({place})" if place else fault.message)


# --- sources to subjects ----------------------------------------------------------------------------


def _subjects(
    src: bytes | Invoice | Document,
    profile: str | None,
    layers: Sequence[str] | None,
    engine: str,
    format: str | None,
    context: Context | None,
) -> Iterator[tuple[Subject, Ruleset]]:
    check_engine(engine)
    check_layers(layers)
    context = context if context is not None else Context()
    if isinstance(src, Invoice):
        ruleset = choose_ruleset(None, "model") if profile is None else find_ruleset(profile)
        subject = _of_invoice(src, context) if ruleset.format == "model" else _of_written(src, ruleset.format, context)
        yield subject, ruleset
    elif isinstance(src, Document):
        yield _of_document(src, context), choose_ruleset(profile, src.format)
    else:
        if profile is not None:
            find_ruleset(profile)  # a wrong name is told before the document is looked at
        source = detect.open_source(src)
        if format is None:
            name = formats.info(detect.detect_source(source).format).id
        else:
            name = formats.info(format).id
            _check_named(source, name)
        ruleset = choose_ruleset(profile, name)
        for subject in _of_source(source, name, context):
            yield subject, ruleset


def _check_named(source: detect.Source, format: str) -> None:
    """Raise `NotDetected` when *source* is not of the *format* that the caller named.

    Something else than an invoice of that format is not an invalid one: nothing of it was judged.
    """
    entry = formats.info(format)
    of_json = entry.extension == "json"
    if of_json != (source.root is None):
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


def _of_source(source: detect.Source, format: str, context: Context, *, written: bool = False) -> Iterator[Subject]:
    module = formats.module(format)
    verdicts: dict[str, Any] = {}
    for part in module.parts(source):
        yield Subject(
            format,
            context,
            partial(module.read_part, part, context),
            part.index,
            source.root,
            _element_of(part),
            source.json,
            (*source.findings, *part.findings),
            written,
            verdicts,
        )


def _element_of(part: Part) -> etree._Element | None:
    """Return the element of an invoice; what else a part holds is the business of its format."""
    content = getattr(part.content, "element", part.content)
    return content if isinstance(content, etree._Element) else None


def _of_document(document: Document, context: Context) -> Subject:
    if document.format == "model":
        subject = _of_invoice(document.invoice, context)
        subject.index = document.index
        return subject
    element = document.element
    root = None if element is None else element.getroottree().getroot()
    return Subject(document.format, context, lambda: document, document.index, root, element)


def _of_invoice(invoice: Invoice, context: Context) -> Subject:
    """An invoice is judged as its canonical JSON: copies made with `model_copy` were never validated."""
    value = invoice.model_dump(mode="json", exclude_none=True, warnings=False)
    return Subject(
        "model", context, partial(formats.module("model").read_part, Part((value, ""), 0), context), value=value
    )


def _of_written(invoice: Invoice, format: str, context: Context) -> Subject:
    """The business rules judge the invoice, the schema what is written of it."""
    written = formats.module(format).write(invoice, context)
    root = detect.open_source(written.data).root
    document = Document(context.fill(invoice), format)
    return Subject(
        format, context, lambda: document, root=root, element=root, notes=tuple(written.findings), written=True
    )


__all__ = [
    "LAYERS",
    "Layer",
    "LayerResult",
    "Outcome",
    "Report",
    "Ruleset",
    "Status",
    "Subject",
    "check_conversion",
    "choose_ruleset",
    "rulesets",
    "validate",
    "validate_many",
]
