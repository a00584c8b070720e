"""Netvisor sales invoice XML (format id ``netvisor``).

``mapping.py``    the tables: import document, detail response, list entry
``lines.py``      the product line, imported and returned
``parts.py``      small tables that they share
``irregular.py``  the pairs that rows cannot say
``vat.py``        VAT codes and categories, both ways
``terms.py``      due dates that net days give
``settle.py``     after reading: sign, categories, units, totals
``project.py``    before writing: the same, backwards
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Final

from lxml import etree

from einvoice import xml
from einvoice.context import Context
from einvoice.errors import ContextError, NoInvoice, RemoteFailure
from einvoice.findings import Finding
from einvoice.formats.detect import Source
from einvoice.formats.document import REFUSED, Document, Part, Written, refuse_unreadable
from einvoice.formats.mapping import Mapping, Place, Places, ReadScope, XmlNode
from einvoice.formats.mapping.loss import DERIVED, compare
from einvoice.formats.mapping.place import Noted
from einvoice.formats.netvisor import settle
from einvoice.formats.netvisor.mapping import DETAIL_MAPPING, IMPORT_MAPPING, LIST_MAPPING, SHARED_ATTACHMENT
from einvoice.formats.netvisor.project import FROM_CONTEXT, project
from einvoice.model import Invoice, Line, SupportingDocument
from einvoice.model.implied import deliver_to

FORMAT = "netvisor"
BATCH = "netvisor:batch_identifier"
MAPPINGS = (IMPORT_MAPPING, DETAIL_MAPPING, LIST_MAPPING)

_FORMS = {"import": IMPORT_MAPPING, "detail": DETAIL_MAPPING, "list": LIST_MAPPING}

MAX_ANSWER = 500
"""Characters of an error answer that the message holds; Netvisor's own are shorter."""

_DETAIL_ONLY = ("salesinvoicenetvisorkey", "invoicestatus", "invoicingcustomercode", "matchpartialpaymentsbydefault")


@dataclass(frozen=True)
class _Content:
    element: etree._Element
    form: str
    shared: tuple[etree._Element, ...] = ()
    identifier: etree._Element | None = None
    """The element that names the item of a batch."""


def _name(element: etree._Element) -> str:
    return str(element.tag).lower()


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    return [c for c in element.iterchildren("*") if _name(c) == name]


def parts(source: Source) -> Iterator[Part]:
    """Yield the invoices in *source*.

    Raises `RemoteFailure` for a response with the status FAILED, `NoInvoice` for a response that found nothing and for
    one that reports a created or changed record.
    """
    root = source.root
    assert root is not None
    if _name(root) == "salesinvoice":
        yield Part(_Content(root, _form(root, False)), 0, (*source.findings, _NO_ROOT))
        return
    if _name(root) == "salesinvoicebatch":
        yield from _batch(root)
        return
    findings = (*source.findings, *_envelope(root))
    response = bool(_children(root, "responsestatus"))
    count = 0
    for child in root.iterchildren("*"):
        name = _name(child)
        if name == "salesinvoice":
            if not len(child) and not (child.text or "").strip():
                if not response:
                    raise NoInvoice(
                        "the salesinvoice element is empty", fix="an import document is <root><salesinvoice>…"
                    )
                raise NoInvoice(
                    "Netvisor found no invoice: the response is OK and its SalesInvoice is empty",
                    fix="check the netvisorkey of the request",
                )
            yield Part(_Content(child, _form(child, response)), count, findings)
            count += 1
        elif name == "salesinvoices":
            for entry in _children(child, "salesinvoice"):
                yield Part(_Content(entry, _form(entry, True)), count, findings if not count else ())
                count += 1
        elif name == "salesinvoicelist":
            for entry in _children(child, "salesinvoice"):
                yield Part(_Content(entry, "list"), count, findings if not count else ())
                count += 1
            if not count:
                raise NoInvoice("the list of invoices is empty", fix="check the filters of the request")
        elif name == "salesinvoicebatch":
            for part in _batch(child):
                yield replace(part, index=count)
                count += 1
        elif name == "replies":
            keys = [(e.text or "").strip() for e in child.iter("*") if _name(e) == "inserteddataidentifier"]
            raise NoInvoice(
                f"the response says that record {', '.join(keys) or '(no key)'} was stored; it holds no invoice",
                fix="fetch the invoice with getsalesinvoice.nv?netvisorkey=" + (keys[0] if keys else "…"),
            )
    if not count:
        raise NoInvoice(
            "the response holds no invoice" if response else "the document holds no salesinvoice",
            fix="an import document is <root><salesinvoice>…, a response Root/ResponseStatus beside Root/SalesInvoice",
        )


_NO_ROOT = Finding(
    "EI-NETVISOR-ROOT",
    "warning",
    "netvisor",
    "the document begins with salesinvoice; Netvisor takes it inside root only",
    "write <root><salesinvoice>…</salesinvoice></root>",
)


def _form(element: etree._Element, response: bool) -> str:
    if response or any(_name(c) in _DETAIL_ONLY for c in element.iterchildren("*")):
        return "detail"
    return "import"


def _envelope(root: etree._Element) -> tuple[Finding, ...]:
    """Judge the response envelope; its time stamp and unknown elements are named as not carried."""
    scope = ReadScope(IMPORT_MAPPING.syntax)
    for status in _children(root, "responsestatus"):
        texts = [(s.text or "").strip()[:MAX_ANSWER] for s in _children(status, "status")]
        if texts and texts[0].upper() != "OK":
            code, _, message = (texts[1] if len(texts) > 1 else texts[0]).partition("::")
            code, message = code.strip(), message.strip()
            raise RemoteFailure(
                f"Netvisor answered {texts[0] or 'without a status'}"
                + (f": {code}" if code and code != texts[0] else "")
                + (f": {message}" if message else ""),
                code=code or None,
                fix=_REMEDIES.get(
                    code, "look the code up in Netvisor's description of the interface and repeat the request"
                ),
            )
        for child in status.iterchildren("*"):
            if _name(child) != "status":
                scope.lose_all(scope.node(child), "LOSS-ENVELOPE", "belongs to the answer, not to the invoice")
    known = ("responsestatus", "salesinvoice", "salesinvoices", "salesinvoicelist", "salesinvoicebatch", "replies")
    for child in root.iterchildren("*"):
        if _name(child) not in known:
            scope.lose_all(scope.node(child))
    return tuple(replace(f, severity="info") if f.code == "LOSS-ENVELOPE" else f for f in scope.findings)


_REMEDIES = {
    "AUTHENTICATION_FAILED": "check sender, keys, organisation id, time stamp and MAC of the request",
    "INVALID_DATA": "mend the value that the message names and send the document again",
    "INVALID_DATA_SIZE": "shorten the value that the message names",
    "DUPLICATE_DATA": "the record exists: edit it instead of adding it",
    "REQUEST_NOT_UNIQUE": "send the request with a new transaction identifier",
    "PERIOD_LOCK": "the accounting period is closed: change the date, or open the period in Netvisor",
    "SERVICE_ACCESS_ERROR": "the user has no right to this resource: ask the administrator of the company",
    "SYSTEM_MAINTANANCE": "Netvisor is under maintenance: try again later",
    "TECHNICAL_ERROR": "a fault of Netvisor: try again later",
}


def _batch(root: etree._Element) -> Iterator[Part]:
    """Yield the invoices of a batch document, each with the shared attachments that name it."""
    shared = [a for group in _children(root, "sharedattachments") for a in _children(group, "attachment")]
    items = [item for group in _children(root, "items") for item in _children(group, "item")]
    linked: dict[str, list[etree._Element]] = {}
    for attachment in shared:
        for text in dict.fromkeys(_links(attachment).values()):
            linked.setdefault(text, []).append(attachment)
    scope = ReadScope(IMPORT_MAPPING.syntax)
    _around(root, shared, {_identifier(item)[1] for item in items} - {None}, scope)
    for item in items:
        _beside(item, scope)
    findings = tuple(scope.findings)
    index = 0
    for item in items:
        element, identifier = _identifier(item)
        own = tuple(linked.get(identifier or "", ()))
        for data in _children(item, "itemdata"):
            for invoice in _invoices(data):
                yield Part(_Content(invoice, "import", own, element), index, () if index else findings)
                index += 1
    if not index:
        raise NoInvoice("the batch holds no invoice", fix="a batch is salesinvoicebatch/items/item/itemdata")


def _invoices(data: etree._Element) -> list[etree._Element]:
    """Return the invoices in the data of an item, inside root or not."""
    return [element for element in data.iter("*") if _name(element) == "salesinvoice"]


def _beside(item: etree._Element, scope: ReadScope) -> None:
    """Name what stands in an item of a batch beside its identifier and its invoice."""
    identifier = _identifier(item)[0]
    invoices = 0
    for child in item.iterchildren("*"):
        if _name(child) == "itemdata":
            found = _invoices(child)
            invoices += len(found)
            if not found:
                scope.lose_all(scope.node(child), why="is no invoice, and an item holds nothing else")
                continue
            around = {ancestor for invoice in found for ancestor in invoice.iterancestors("*")}
            inside = set(found)
            for holder in child.iter("*"):
                if holder in around and holder not in inside:
                    for other in holder.iterchildren("*"):
                        if other not in around and other not in inside:
                            scope.lose_all(scope.node(other), why="is no invoice, and an item holds nothing else")
            if invoices > 1:
                scope.find(_second(scope.node(found[-1]), invoices))
        elif _name(child) != "identifier":
            scope.lose_all(scope.node(child))
        elif child is not identifier and (child.text or "").strip():
            scope.lose_all(scope.node(child), "LOSS-REPEATED", "stands here a second time")


def _second(node: XmlNode, count: int) -> Finding:
    return Finding(
        "EI-NETVISOR-BATCH",
        "warning",
        "netvisor",
        f"an item of the batch holds {count} invoices, and Netvisor takes one for each; all of them are read",
        "give every invoice an item with an identifier of its own",
        ("BT-1",),
        node.path,
        node.line,
    )


def _identifier(item: etree._Element) -> tuple[etree._Element | None, str | None]:
    """Return the element that names an item of a batch, and its text; None where there is none or nothing in it."""
    element = next(iter(_children(item, "identifier")), None)
    text = (element.text or "").strip() if element is not None else ""
    return (element, text) if text else (None, None)


def _links(attachment: etree._Element) -> dict[etree._Element, str]:
    return {e: (e.text or "").strip() for e in attachment.iter("*") if _name(e) == "itemidentifier"}


def _around(
    root: etree._Element, shared: list[etree._Element], known: Collection[str | None], scope: ReadScope
) -> None:
    """Name what stands in a batch beside its items, and attachments that go to none of them."""
    expected = {"sharedattachments": "attachment", "items": "item"}
    for child in root.iterchildren("*"):
        if _name(child) not in expected:
            scope.lose_all(scope.node(child))
            continue
        for part in child.iterchildren("*"):
            if _name(part) != expected[_name(child)]:
                scope.lose_all(scope.node(part))
    mapping = _shared_mapping()
    for attachment in shared:
        links = _links(attachment)
        if not any(text in known for text in links.values()):
            scope.lose_all(scope.node(attachment), why="goes to no invoice: its links name no item of the batch")
            continue
        for finding in mapping.walk(scope.node(attachment)).findings:
            scope.find(finding)
        for element, text in links.items():
            if text and text not in known:
                scope.lose_all(scope.node(element), why="names no item of the batch")


def _shared_mapping() -> Mapping:
    return Mapping(SHARED_ATTACHMENT, replace(IMPORT_MAPPING.syntax, root="attachment"))


def read_part(part: Part, context: Context) -> Document:
    """Return the invoice in *part*."""
    return _read(part, context, locate=True)


def _read(part: Part, context: Context, *, locate: bool) -> Document:
    """Return the invoice in *part*; without *locate* the findings name no place, which spares a walk of the source."""
    content: _Content = part.content
    mapping = _FORMS[content.form]
    result = mapping.read(content.element)
    refuse_unreadable(result.findings)
    values = result.values
    findings = [*part.findings, *result.findings]
    if content.identifier is not None:
        values.setdefault("native", {})[BATCH] = (content.identifier.text or "").strip()
    if content.shared:
        _attach(values, content.shared)
    if content.form == "import" and "amount_due" not in values.get("totals", {}):
        values.setdefault("native", {})["netvisor:_total"] = "calculate"
    settled = settle.settle(values, content.form, context)

    @cache  # places are asked for several times
    def trace() -> Places:
        places = mapping.places(content.element, result)
        if content.identifier is not None:
            place = Place(XmlNode(content.identifier, mapping.syntax), "", values["native"][BATCH])
            places = places.moved({**places.noted, f"native.{BATCH}": place})
        return _moved(places)

    invoice = Invoice.__pydantic_validator__.validate_python(values)
    document = Document(invoice, FORMAT, [], part.index, content.element, trace)
    settled = document.locate(settled) if locate else settled
    refuse_unreadable(
        f if f.severity != "error" or f.code not in _REFUSED else replace(f, code=REFUSED[0]) for f in settled
    )
    invoice, completed = settle.complete(invoice, context)
    settled += document.locate(completed) if locate else completed
    invoice = deliver_to(_without_sales_person(invoice, context))
    return replace(document, invoice=invoice, findings=[*findings, *settled, *_form_findings(content)])


def _without_sales_person(invoice: Invoice, context: Context) -> Invoice:
    """Return *invoice* filled, with a note when the contact of the seller comes from the context."""
    filled = context.fill(invoice)
    stated = invoice.seller is not None and invoice.seller.contact is not None
    if stated or filled.seller is None or filled.seller.contact is None:
        return filled
    seller = filled.seller.model_copy(update={"native": {**filled.seller.native, FROM_CONTEXT: "1"}})
    return filled.model_copy(update={"seller": seller})


_REFUSED = ("EI-NETVISOR-VAT-CODE",)
"""Errors of settling after which the invoice is not read."""


def _form_findings(content: _Content) -> list[Finding]:
    if content.form != "list":
        return []
    return [
        Finding(
            "EI-NETVISOR-LIST",
            "warning",
            "netvisor",
            "an entry of an invoice list holds neither lines nor VAT; only number, dates, customer and sums are known",
            "fetch the whole invoice with getsalesinvoice.nv",
            ("BG-25",),
        )
    ]


_DERIVED: Final = (
    ("internal.lifecycle_status", "native.netvisor:status_text"),
    ("vat_breakdown[0].exemption_reason", "native.netvisor:tax_clause"),
    ("type_code", "totals.amount_due"),
    ("totals.paid_amount", "totals.amount_due"),
    ("buyer.legal_registration_identifier_scheme", "buyer.legal_registration_identifier"),
    ("document_kind", "internal.lifecycle_status"),
)
"""What `settle` derives in the document, and from what."""

_DERIVED_IN_LINE: Final = {
    "unit_name": ("unit_code",),
    "native.netvisor:vat_code": ("vat_category",),
    "native.netvisor:line_sum": ("amount_with_vat",),
    "price_with_vat": ("net_price",),
    "standard_item_identifier": ("standard_item_identifier_scheme",),
    "allowances_charges[0].percentage": ("allowances_charges[0].amount", "native.netvisor:discount"),
}
"""From what it derives in a line, and what."""


def _moved(places: Places) -> Places:
    """Add the places of values that `settle` derives from what stands elsewhere."""
    stated = places.noted
    found: dict[str, Noted] = dict(stated)
    names = [
        places[p] for p in ("native.netvisor:contact_first_name", "native.netvisor:contact_last_name") if p in stated
    ]
    if names:
        whole = " ".join(place.value or "" for place in names)
        found["buyer.contact.name"] = replace(names[0], value=whole)
    for new, old in _DERIVED:
        if new not in found and old in found:
            found[new] = found[old]
    for path, place in stated.items():
        if path[:6] != "lines[":
            continue
        for derived in _derived_from(path):
            found.setdefault(derived, place)
        if path.endswith("].quantity"):
            # The sum decides where there is one, wherever it stands.
            line = path[: -len("quantity")]
            sums = (f"{line}amount_with_vat", f"{line}native.netvisor:line_sum")
            found[f"{line}net_amount"] = next((stated[s] for s in sums if s in stated), place)
    return places.moved(found)


@lru_cache(maxsize=1024)
def _derived_from(path: str) -> tuple[str, ...]:
    """Return the paths of what is derived from the value at *path* in a line."""
    line, _, name = path.partition("].")
    return tuple(f"{line}].{derived}" for derived in _DERIVED_IN_LINE.get(name, ()))


def _attach(values: dict[str, Any], shared: tuple[etree._Element, ...]) -> None:
    documents = values.setdefault("supporting_documents", [])
    mapping = _shared_mapping()
    for element in shared:
        documents.append(mapping.walk(element).values)


def write(invoice: Invoice, context: Context, version: str | None = None) -> Written:
    """Return *invoice* as an import document, and every value that Netvisor would not give back.

    Lower case, without XML declaration, as the vendor wants it.  UTF-8, or the encoding that the context names
    (``[netvisor] encoding = "iso-8859-15"``).
    """
    view, findings, moved = project(invoice, context)
    data, written = IMPORT_MAPPING.write(view, view.currency)
    findings += written
    text = data.decode().partition("\n")[2]
    moved |= {f.model_path for f in findings if f.is_loss and f.model_path}
    lost = _lost(invoice, view, text, context, moved)
    findings += [f for f in lost if f.code != DERIVED]
    encoding = _encoding(context)
    # Lines of a text value must not be moved, so the document inside <root> is not indented further.
    encoded = _encode(f"<root>\n{text}</root>\n", encoding, findings)
    return Written(encoded, findings, [f for f in lost if f.code == DERIVED])


def _encoding(context: Context) -> str:
    """Return the encoding that the context names; raises `ContextError` for one that Netvisor could not read."""
    name = str(context.netvisor.get("encoding", "utf-8"))
    try:
        usable = "<root>".encode(name) == b"<root>"
    except (LookupError, ValueError):
        usable = False
    if not usable:
        raise ContextError(
            f"[netvisor] encoding = {name!r} is no encoding that Netvisor takes",
            fix='write encoding = "iso-8859-15", or leave it out for UTF-8',
            source=context.source,
        )
    return name


def _encode(document: str, encoding: str, findings: list[Finding]) -> bytes:
    if encoding.lower() in ("utf-8", "utf8"):
        return document.encode()
    lost = sorted({c for c in document if not _fits(c, encoding)})
    if lost:
        findings.append(
            Finding(
                "LOSS-CHARACTER",
                "info",
                "loss",
                f"{encoding} cannot hold {' '.join(lost)}; written as character references",
                "leave [netvisor] encoding out: Netvisor takes UTF-8",
                value="".join(lost),
            )
        )
    declared = f'<?xml version="1.0" encoding="{encoding.upper()}"?>\n'
    return (declared + document).encode(encoding, "xmlcharrefreplace")


def _fits(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _lost(invoice: Invoice, view: Invoice, text: str, context: Context, named: set[str]) -> list[Finding]:
    """Read the document back and name what did not return."""
    element = xml.parse(text.encode())
    back = _read(Part(_Content(element, "import"), 0), context, locate=False).invoice
    view = view.model_copy(update={"supporting_documents": _aligned(invoice, view.supporting_documents)})
    back = back.model_copy(
        update={
            "supporting_documents": _aligned(invoice, back.supporting_documents),
            "lines": tuple(_named(line, n) for n, line in enumerate(back.lines, 1)),
        }
    )
    return compare(invoice, view, back, IMPORT_MAPPING.account, named)


def _named(line: Line, number: int) -> Line:
    """The number of a line comes back by itself when it is its position."""
    return line if line.identifier is not None else line.model_copy(update={"identifier": str(number)})


def _aligned(invoice: Invoice, documents: tuple[SupportingDocument, ...]) -> tuple[SupportingDocument, ...]:
    """Return *documents* in the places of the originals: links are not written, and must not shift the comparison."""
    rest = iter(documents)
    found = []
    for original in invoice.supporting_documents:
        document = next(rest, SupportingDocument()) if original.content_base64 else SupportingDocument()
        if document.filename is not None and original.reference == document.filename:
            document = document.model_copy(update={"reference": document.filename})
        found.append(document)
    return tuple(found)
