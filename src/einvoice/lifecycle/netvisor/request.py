"""Requests to Netvisor: resources, parameters and bodies.

`build` makes a `Request` from an operation, its values and the credentials.  Clock and transaction id come from the
caller, so the same call gives the same bytes.  Parameters keep Netvisor's names.  A body is UTF-8 without XML
declaration, from ``<root>`` on.

Sources: Netvisor's description of the sales invoice interface, its DTDs, and public clients.

>>> from datetime import UTC
>>> me = Credentials("Kirjuri", "API-1", "PARTNER-1", "9100117-1", customer_key="secret", partner_key="other")
>>> at = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
>>> asked = build("netvisor.get", parameters={"netvisorkey": 88017}, credentials=me, now=at, transaction_id="t-1")
>>> asked.method, asked.full_url
('GET', 'https://integration.netvisor.fi/getsalesinvoice.nv?netvisorkey=88017')
>>> asked.header("X-Netvisor-Authentication-Timestamp"), "secret" in str(asked)
('2026-11-20 08:00:00.000', False)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, Literal

from lxml import etree

from einvoice import xml
from einvoice.context import Context
from einvoice.errors import EInvoiceError, UsageError
from einvoice.formats.mapping.nodes import OutElement, Syntax, render_xml
from einvoice.lifecycle.netvisor.mac import PLACEHOLDERS, PRODUCTION, TEST, Credentials, sign
from einvoice.lifecycle.request import Request
from einvoice.lifecycle.spelling import Kind, in_order, missing, one_of, refuse_unknown, spell
from einvoice.model import Invoice

MOST_KEYS: Final = 500
"""Keys that one request takes, and records that one list holds."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value of an operation, by Netvisor's name; *most* limits characters, keys or the number (`spell`)."""

    name: str
    kind: Kind
    choices: tuple[str, ...] = ()
    required: bool = False
    most: int | None = None
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Resource:
    """How an operation is asked for.

    *fixed* stands first in the query, then *query*; *either* are names of which one is given.  *body* names the kind of
    body, *fields* are the values that go there.
    """

    name: str
    method: Literal["GET", "POST"]
    fixed: tuple[tuple[str, str], ...] = ()
    query: tuple[Parameter, ...] = ()
    either: tuple[str, ...] = ()
    body: Literal["salesinvoice", "order", "comment", "match", "batch"] | None = None
    fields: tuple[Parameter, ...] = ()
    repeatable: bool = False
    notes: tuple[str, ...] = ()


FILTERS: Final = ("open", "overdue", "paid", "unsent", "creditloss", "rejected")
"""What ``invoicestatus`` of a list may be; ``open`` and ``overdue`` are wider than the statuses of these names."""

ORDER_STATUSES: Final = ("archived", "undelivered", "delivered", "billed")
"""What it may be in a list of orders; of later versions."""

SETTABLE: Final = ("open", "overdue", "reminded", "requested", "collected", "paid", "creditloss", "unsent")
"""Statuses that can be set."""

DOCUMENT_TYPES: Final = ("order", "invoice", "invoicedraft")

_ONE: Final = (Parameter("netvisorkey", "key"), Parameter("netvisorkeylist", "keys", most=MOST_KEYS))
_ONE_OR_MANY: Final = ("netvisorkey", "netvisorkeylist")
_DETAIL: Final = (
    *_ONE,
    Parameter("pdfimage", "choice", ("lastsentprintservice", "pdf", "nopdf")),
    Parameter("showprocesshistory", "flag"),
    Parameter("includeattachments", "flag"),
    Parameter("showcommentlines", "flag"),
    Parameter("includedocuments", "flag"),
    Parameter("replyoption", "whole", most=63),
)
_NO_COMMENT_LINES: Final = "comment lines are missing in the answer without showcommentlines=1"
_DELIVERY: Final = (Parameter("copysublines", "truth"), Parameter("updatemidprice", "truth"))
_ORDER: Final = (
    Parameter("invoicingcustomer", "key", required=True),
    Parameter("invoicedate", "day", required=True),
)
_NESTING: Final = "the lines stand inside invoicingcustomer, as a typed client has them; the documentation prints both"

RESOURCES: Final[Mapping[str, Resource]] = MappingProxyType(
    {
        "netvisor.list": Resource(
            "salesinvoicelist.nv",
            "GET",
            query=(
                Parameter("listtype", "choice", ("preinvoice", "draftandinvoice")),
                Parameter("invoicesabovenetvisorkey", "whole"),
                Parameter("begininvoicedate", "day"),
                Parameter("endinvoicedate", "day"),
                Parameter("invoicenumber", "text"),
                Parameter("invoicestatus", "choice", FILTERS + ORDER_STATUSES),
                Parameter("lastmodifiedstart", "day"),
                Parameter("lastmodifiedend", "day"),
                Parameter("salesinvoicebatchid", "key"),
                Parameter("customercode", "text"),
                Parameter("customernetvisorkey", "key"),
                Parameter("secondname", "text"),
                Parameter("secondnamenetvisorkey", "key"),
                Parameter("invoicingcustomercontrycode", "country"),
                Parameter("replyoption", "whole", most=3),
            ),
            repeatable=True,
            notes=(f"at most {MOST_KEYS} records come; the next ones are asked for by invoicesabovenetvisorkey",),
        ),
        "netvisor.get": Resource(
            "getsalesinvoice.nv", "GET", query=_DETAIL, either=_ONE_OR_MANY, repeatable=True, notes=(_NO_COMMENT_LINES,)
        ),
        "netvisor.get_order": Resource(
            "getorder.nv", "GET", query=_DETAIL, either=_ONE_OR_MANY, repeatable=True, notes=(_NO_COMMENT_LINES,)
        ),
        "netvisor.create": Resource("salesinvoice.nv", "POST", (("method", "add"),), body="salesinvoice"),
        "netvisor.edit": Resource(
            "salesinvoice.nv",
            "POST",
            (("method", "edit"),),
            (Parameter("id", "key", required=True),),
            body="salesinvoice",
            notes=("overwrites the whole document: what is left out is lost, and an empty element clears its value",),
        ),
        "netvisor.delete": Resource(
            "deletesalesinvoice.nv",
            "GET",
            query=(Parameter("invoiceid", "key"), Parameter("orderid", "key")),
            either=("invoiceid", "orderid"),
            notes=("a GET that deletes, with attachments, dimensions and vouchers: nothing may repeat or prefetch it",),
        ),
        "netvisor.set_status": Resource(
            "updatesalesinvoicestatus.nv",
            "POST",
            query=(*_ONE, Parameter("status", "choice", SETTABLE, required=True)),
            either=_ONE_OR_MANY,
        ),
        "netvisor.invoice_order": Resource(
            "salesorderinvoicing.nv",
            "POST",
            (("method", "billanddelivery"),),
            _DELIVERY,
            body="order",
            fields=_ORDER,
            notes=("the invoice comes into being and is not sent", _NESTING),
        ),
        "netvisor.deliver_order": Resource(
            "salesorderinvoicing.nv",
            "POST",
            (("method", "deliveryonly"),),
            _DELIVERY,
            body="order",
            fields=_ORDER,
            notes=(_NESTING,),
        ),
        "netvisor.comment": Resource(
            "salesinvoicecomment.nv",
            "POST",
            body="comment",
            fields=(
                Parameter("invoicetype", "choice", DOCUMENT_TYPES, required=True),
                Parameter("invoicenetvisorkey", "key", required=True),
                Parameter("comment", "text", required=True, most=500, lines=True),
            ),
        ),
        "netvisor.batch": Resource(
            "salesinvoicebatch.nv",
            "POST",
            body="batch",
            notes=(
                "faults of single invoices are seen in getbatchstatus.nv only; netvisor.list finds what came of it",
            ),
        ),
        "netvisor.match_credit_note": Resource(
            "matchcreditnote.nv",
            "POST",
            body="match",
            fields=(
                Parameter("creditnotenetvisorkey", "key", required=True),
                Parameter("invoicenetvisorkey", "key", required=True),
            ),
            notes=("both documents must be open, with their vouchers made, and in one currency",),
        ),
    }
)
"""The operations, by their ids in `einvoice.lifecycle.operations`; three are of later versions and only stand here."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A line of an order to deliver or to invoice.

    *netvisorkey* is the key of the order line, *deliveryamount* the quantity, *ispostdelivery* whether a back order
    remains, *inventoryplace* the key of the place in the warehouse.
    """

    netvisorkey: int | str
    deliveryamount: Any
    deliverydate: Any
    ispostdelivery: Any = False
    inventoryplace: int | str | None = None


@dataclass(frozen=True, slots=True)
class BatchItem:
    """An invoice of a batch: an *identifier* of the caller's choice (50 characters), and the document."""

    identifier: str
    document: bytes


FROM_INVOICE: Final[Mapping[str, Callable[[Invoice], str | None]]] = MappingProxyType(
    {
        "netvisorkey": lambda invoice: invoice.native.get("netvisor:key"),
        "id": lambda invoice: invoice.native.get("netvisor:key"),
        "invoiceid": lambda invoice: invoice.native.get("netvisor:key"),
        "invoicenetvisorkey": lambda invoice: invoice.native.get("netvisor:key"),
        "invoicingcustomer": lambda invoice: (
            invoice.buyer.native.get("netvisor:customer_key") if invoice.buyer else None
        ),
    }
)
"""Parameter → where an invoice that was read from Netvisor has it."""


def build(
    operation: str,
    invoice: Invoice | None = None,
    context: Context | None = None,
    *,
    parameters: Mapping[str, Any] | None = None,
    credentials: Credentials | None = None,
    now: datetime,
    transaction_id: str,
    document: bytes | None = None,
    lines: Sequence[OrderLine | Mapping[str, Any]] = (),
    items: Sequence[BatchItem] = (),
) -> Request:
    """Return the request for *operation*, signed; without *credentials* it has placeholders.

    Keys that are not among *parameters* are those of *invoice*, when it was read from Netvisor.  *document* is the
    import document of ``create`` and ``edit``, as ``einvoice convert --to netvisor`` writes it; *lines* are those of an
    order, *items* the invoices of a batch.  *now* has its time zone.  ``test = true`` under ``[netvisor]`` of the
    context takes the test service.

    Raises `UsageError` for what is missing or does not fit.
    """
    resource = RESOURCES.get(operation)
    if resource is None:
        raise UsageError(f"no operation {operation!r} of Netvisor", fix=f"One of {', '.join(RESOURCES)}.")
    places = (*resource.query, *resource.fields)
    given = {name: value for name, value in (parameters or {}).items() if value is not None}
    refuse_unknown(operation, given, (each.name for each in places))
    if invoice is not None and not any(name in given for name in resource.either):
        given = _of_invoice(operation, resource, invoice) | given
    spelled = {
        each.name: spell(each.name, given[each.name], each.kind, each.choices, each.most, each.lines)
        for each in places
        if each.name in given
    }
    if lacking := [each for each in places if each.required and each.name not in spelled]:
        choices = "; ".join(f"one of {', '.join(each.choices)}" for each in lacking if each.choices)
        raise missing(operation, [each.name for each in lacking], choices)
    if resource.either:
        one_of(operation, spelled, resource.either)
    in_order(operation, spelled, "begininvoicedate", "endinvoicedate")
    in_order(operation, spelled, "lastmodifiedstart", "lastmodifiedend")
    for name, passed, kind in (
        ("document", document, "salesinvoice"),
        ("lines", lines, "order"),
        ("items", items, "batch"),
    ):
        if passed and resource.body != kind:
            raise UsageError(f"{operation} takes no {name}", fix=f"Leave {name} out.")
        if not passed and resource.body == kind:
            raise missing(operation, [name], _WANTED[name])
    notes = resource.notes
    body: bytes | None = None
    match resource.body:
        case "salesinvoice":
            root = _document(document or b"", operation)
            notes += _about(root)
            body = _without_declaration(document or b"")
        case "order":
            body = _order(operation, spelled, lines)
        case "comment":
            body = _message("salesinvoicecomments", OutElement("salesinvoicecomment", children=_texts(spelled)))
        case "match":
            if spelled["creditnotenetvisorkey"] == spelled["invoicenetvisorkey"]:
                raise UsageError("credit note and invoice have the same key", fix="Give the keys of two documents.")
            body = _message("matchcreditnote", *_texts(spelled))
        case "batch":
            body = _batch(operation, items)
        case None:
            pass
    who = credentials or PLACEHOLDERS
    if PLACEHOLDERS.customer_key == who.customer_key or PLACEHOLDERS.partner_key == who.partner_key:
        notes += ("signed with placeholders: Netvisor refuses it",)
    test = bool(context is not None and context.netvisor.get("test"))
    return sign(
        Request(
            system="netvisor",
            operation=operation,
            method=resource.method,
            url=f"{(who.address or (TEST if test else PRODUCTION)).rstrip('/')}/{resource.name}",
            query=(
                *resource.fixed,
                *((each.name, spelled[each.name]) for each in resource.query if each.name in spelled),
            ),
            headers=(("Content-Type", "text/xml; charset=utf-8"),) if body else (),
            body=body,
            repeatable=resource.repeatable,
            notes=(*notes, *_doubts(operation, spelled, who)),
        ),
        who,
        now,
        transaction_id,
    )


def _of_invoice(operation: str, resource: Resource, invoice: Invoice) -> dict[str, str]:
    """Return the keys that *invoice* has; of several that name one document only the first."""
    if operation == "netvisor.match_credit_note":
        found = {
            "creditnotenetvisorkey": invoice.native.get("netvisor:key"),
            "invoicenetvisorkey": invoice.native.get("netvisor:credited_invoice_key"),
        }
    else:
        names = [each.name for each in (*resource.query, *resource.fields) if operation != "netvisor.list"]
        found = {name: FROM_INVOICE[name](invoice) for name in names if name in FROM_INVOICE}
    return {name: str(key) for name, key in found.items() if key}


_WANTED: Final = {
    "document": "the import document, as einvoice convert --to netvisor writes it",
    "lines": "the lines of the order, with quantity and day",
    "items": "the invoices, each with an identifier",
}


def _doubts(operation: str, spelled: Mapping[str, str], credentials: Credentials) -> list[str]:
    """Return what is not sure about these values."""
    found = []
    if "invoicingcustomercontrycode" in spelled:
        found.append("the name invoicingcustomercontrycode is spelled as documented; a client writes it with …country…")
    if spelled.get("listtype") == "draftandinvoice":
        found.append("listtype=draftandinvoice is of later versions")
    if spelled.get("invoicestatus") in ORDER_STATUSES:
        found.append("statuses of orders as a filter are of later versions, and need listtype=preinvoice")
    if spelled.get("status") == "unsent":
        found.append("what unsent does to a voucher that exists is not stated")
    elif operation == "netvisor.set_status":
        found.append("only the status is set, nothing is sent; leaving unsent books the voucher")
    in_url = [spelled[each.name] for each in RESOURCES[operation].query if each.name in spelled]
    if any(not re.fullmatch(r"[A-Za-z0-9._~-]*", value) for value in in_url):
        how = "raw" if credentials.raw_parameters else "percent-encoded"
        found.append(f"the MAC holds the parameters {how}; clients differ where a value has special characters")
    return found


# --------------------------------------------------------------------------------------------------------- the bodies

_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]*\?>\s*")
_ENCODING: Final = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_SYNTAX: Final = Syntax("netvisor", "root")


def _document(data: bytes, operation: str, batch: bool = False) -> etree._Element:
    """Return the one salesinvoice of *data*."""
    what = "an item of the batch" if batch else "document"
    try:
        root = xml.parse(data)
    except EInvoiceError as error:
        raise UsageError(f"{operation}: {what} cannot be read: {error.message}", fix=error.fix) from error
    found = [root] if _name(root) == "salesinvoice" else []
    if _name(root) == "root":
        found = [child for child in root.iterchildren("*") if _name(child) == "salesinvoice"]
    if len(found) != 1 or (_name(root) != "root" and not batch):
        raise UsageError(
            f"{operation}: {what} is <{etree.QName(root).localname}> with {len(found)} salesinvoice,"
            " expected root with one",
            fix="Give what einvoice convert --to netvisor writes; several invoices go as netvisor.batch.",
        )
    return found[0]


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname.lower()


def _about(invoice: etree._Element) -> tuple[str, ...]:
    """Return what comes of the document, as far as its type and status say."""
    said = {_name(child): (child.text or "").strip().lower() for child in invoice.iterchildren("*")}
    kind, status = said.get("invoicetype") or "invoice", said.get("salesinvoicestatus")
    if kind == "invoicedraft":
        return ("a draft: it has no number and is not booked",)
    if kind == "order":
        return (f"an order, {status or 'without a status'}",)
    found = []
    if status in _STATUSES:
        found.append(_STATUSES[status])
    if said.get("salesinvoiceamount", "").startswith("-"):
        found.append("a credit note: it stands alone until netvisor.match_credit_note, or somebody by hand, matches it")
    return tuple(found)


_STATUSES: Final = {
    "open": "status open: the invoice is booked at once",
    "unsent": "status unsent: the invoice waits to be booked and sent",
}


def _without_declaration(data: bytes) -> bytes:
    """Return *data* as UTF-8 from the root element on; Netvisor wants no XML declaration."""
    named = _ENCODING.match(data)
    encoding = named[1].decode("ascii") if named else "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    text = data.decode(encoding)  # it was parsed before
    return _DECLARATION.sub("", text, count=1).lstrip().encode("utf-8")


def _message(name: str, *children: OutElement) -> bytes:
    return render_xml(OutElement("root", children=[OutElement(name, children=list(children))]), _SYNTAX).encode("utf-8")


def _texts(spelled: Mapping[str, str]) -> list[OutElement]:
    return [OutElement(name, text) for name, text in spelled.items()]


def _order(operation: str, spelled: Mapping[str, str], lines: Sequence[OrderLine | Mapping[str, Any]]) -> bytes:
    names = [each.name for each in fields(OrderLine)]
    found = []
    for at, given in enumerate(lines):
        if isinstance(given, Mapping):
            refuse_unknown(f"lines[{at}] of {operation}", given, names)
            if lacking := [name for name in names[:3] if given.get(name) is None]:
                raise missing(f"lines[{at}] of {operation}", lacking)
            given = OrderLine(**given)
        back = spell(f"lines[{at}].ispostdelivery", given.ispostdelivery, "truth")
        children = [
            OutElement("netvisorkey", spell(f"lines[{at}].netvisorkey", given.netvisorkey, "key")),
            OutElement(
                "deliverydate", spell(f"lines[{at}].deliverydate", given.deliverydate, "day"), {"format": "ansi"}
            ),
            OutElement(
                "deliveryamount",
                spell(f"lines[{at}].deliveryamount", given.deliveryamount, "quantity"),
                {"ispostdelivery": back},
            ),
        ]
        if given.inventoryplace is not None:
            place = spell(f"lines[{at}].inventoryplace", given.inventoryplace, "key")
            children.append(OutElement("inventoryplace", place, {"type": "netvisor"}))
        found.append(OutElement("invoicingproductline", children=children))
    customer = [
        OutElement("netvisorkey", spelled["invoicingcustomer"]),
        OutElement("invoicedate", spelled["invoicedate"], {"format": "ansi"}),
        OutElement("invoicingproductlines", children=found),
    ]
    return _message("salesorderinvoicing", OutElement("invoicingcustomer", children=customer))


def _batch(operation: str, items: Sequence[BatchItem]) -> bytes:
    """Return the batch; each document goes in as it is written."""
    seen: set[str] = set()
    parts = []
    for at, item in enumerate(items):
        identifier = spell(f"items[{at}].identifier", item.identifier, "text", most=50)
        if identifier in seen:
            raise UsageError(f"two items of the batch have the identifier {identifier!r}", fix="Give each its own.")
        seen.add(identifier)
        invoice = _document(item.document, f"items[{at}] of {operation}", batch=True)
        if "an order" in "".join(_about(invoice)):
            raise UsageError(f"items[{at}] of {operation} is an order", fix="Orders go one by one: netvisor.create.")
        for note in invoice.iter():
            note.tail = note.tail if (note.tail or "").strip() else None
        inner = etree.tostring(invoice, encoding="unicode", with_tail=False)
        named = render_xml(OutElement("identifier", identifier), _SYNTAX).strip()
        parts.append(f"<item>{named}<itemdata>{inner}</itemdata></item>")
    joined = "\n".join(parts)
    return f"<root>\n<salesinvoicebatch>\n<items>\n{joined}\n</items>\n</salesinvoicebatch>\n</root>\n".encode()
