"""What to look at after a request of which nobody knows whether it was carried out.

`look_up` makes the request that reads, of what the lost one was about: the same document, or where a new one was to
come into being, the list in which it would stand.  Where no request can tell, the words say where to look.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote, urlsplit

from lxml import etree

from einvoice import xml
from einvoice.errors import EInvoiceError, InputError
from einvoice.jsontext import parse as parse_json
from einvoice.lifecycle.request import Request


@dataclass(frozen=True)
class LookUp:
    """Where to look: *words* for a person, and the *request* that asks; None where there is none."""

    words: str
    request: Request | None = None


_BY_HAND: Final = "no request can tell: look in the user interface of the system, or ask its provider"


def look_up(request: Request, credentials: Any, now: datetime) -> LookUp:
    """Return what shows whether *request* was carried out.  *credentials* sign it, where the system signs."""
    try:
        return _BY_SYSTEM[request.system](request, credentials, now)
    except EInvoiceError as error:
        return LookUp(f"{_BY_HAND} ({error.message})")


# ------------------------------------------------------------------------------------------------------------ Netvisor


def _netvisor(request: Request, credentials: Any, now: datetime) -> LookUp:
    query = dict(request.query)
    key = query.get("netvisorkey") or query.get("id") or query.get("invoiceid")
    today = now.date().isoformat()
    operation, words = "netvisor.get", "compare the status of the document with the one that you wanted"
    values: dict[str, str] = {"netvisorkey": key} if key else {}
    match request.operation.partition(".")[2]:
        case "set_status" if "netvisorkeylist" in query:
            values = {"netvisorkeylist": query["netvisorkeylist"]}
        case "edit":
            words = "compare the document with the one that you sent; editing again with the same document is harmless"
        case "delete" if "orderid" in query:
            operation, values = "netvisor.get_order", {"netvisorkey": query["orderid"]}
            words = "an empty document says that the order is gone"
        case "delete":
            words = "an empty document says that the invoice is gone"
        case "comment":
            values = {"netvisorkey": _in_body(request, "invoicenetvisorkey"), "showprocesshistory": "1"}
            words = "look for the comment in the history"
        case "match_credit_note":
            keys = [_in_body(request, name) for name in ("creditnotenetvisorkey", "invoicenetvisorkey")]
            values = {"netvisorkeylist": ",".join(keys), "replyoption": "32"}
            words = "look for the match in the documents; not every version of Netvisor tells it"
        case "create":
            operation, values, words = _netvisor_new(request, today)
        case "invoice_order" | "deliver_order":
            operation = "netvisor.list"
            customer = _in_body(request, "invoicingcustomer/netvisorkey")
            values = {"customernetvisorkey": customer, "lastmodifiedstart": today}
            if request.operation == "netvisor.deliver_order":
                values["listtype"] = "preinvoice"
            words = "look for an order or an invoice of this customer that was changed today"
        case "batch":
            operation, values = "netvisor.list", {"lastmodifiedstart": today}
            words = "look for the invoices of the batch in what was changed today; a batch takes its time"
        case _ if not values:
            return LookUp(_BY_HAND)
    if operation in ("netvisor.get", "netvisor.get_order"):
        values["pdfimage"] = "nopdf"
    from einvoice.lifecycle.netvisor import RESOURCES

    asked = replace(
        request,
        operation=operation,
        method="GET",
        url=f"{request.url.rpartition('/')[0]}/{RESOURCES[operation].name}",
        query=tuple(values.items()),
        headers=(),
        body=None,
        repeatable=True,
        notes=(),
        secrets=frozenset(),
    )
    return LookUp(words, asked)  # whoever sends it signs it


def _netvisor_new(request: Request, today: str) -> tuple[str, dict[str, str], str]:
    kind = _in_body(request, "invoicetype", "invoice").lower()
    number = _in_body(request, "salesinvoicenumber", "")
    values = {"listtype": {"order": "preinvoice", "invoicedraft": "draftandinvoice"}.get(kind, "")}
    values = {name: value for name, value in values.items() if value}
    if number and kind == "invoice":
        return "netvisor.list", values | {"invoicenumber": number}, f"look whether number {number} is in the list"
    return (
        "netvisor.list",
        values | {"lastmodifiedstart": today},
        "look for the new document in what was changed today: customer, date and sum tell it",
    )


def _in_body(request: Request, path: str, default: str | None = None) -> str:
    """Return the text of the first element at the end of *path*, whatever its case."""
    names = path.split("/")
    for element in xml.parse(request.body or b"").iter("*"):
        chain: list[str] = []
        at: etree._Element | None = element
        while at is not None and len(chain) < len(names):
            chain.insert(0, etree.QName(at).localname.lower())
            at = at.getparent()
        if chain == names and element.text and element.text.strip():
            return element.text.strip()
    if default is None:
        raise InputError(f"the request has no {names[-1]}")
    return default


# ------------------------------------------------------------------------------------------------------------ Billecta


def _billecta(request: Request, credentials: Any, now: datetime) -> LookUp:
    body = _object(request)
    if request.operation == "billecta.preview_posted":
        return LookUp("a preview stores nothing: it may be asked for again")
    if request.operation in ("billecta.create", "billecta.create_verification"):
        creditor = body.get("CreditorPublicId")
        if not isinstance(creditor, str):
            return LookUp(_BY_HAND)
        asked = _same_token(request, "billecta.list_open", f"/v1/invoice/open/{quote(creditor, safe='')}")
        return LookUp("look for the new document in the list: customer, date and sum tell it", asked)
    several = body.get("ActionPublicIds")
    found = body.get("ActionPublicId") or body.get("InvoiceActionPublicId")
    found = several[0] if not found and isinstance(several, list) and several else found
    if not isinstance(found, str):
        numbers = re.findall(r"/([0-9]{6,})(?=/|$)", urlsplit(request.url).path)
        found = numbers[0] if numbers else None
    if found is None:
        return LookUp(_BY_HAND)
    asked = _same_token(request, "billecta.get", f"/v1/invoice/action/{quote(found, safe='')}")
    return LookUp("compare State and Events of the invoice with what you wanted", asked)


def _object(request: Request) -> dict[str, Any]:
    """Return the body where it is a JSON object, else nothing."""
    try:
        found = parse_json(request.body or b"{}")
    except EInvoiceError:
        return {}  # the upload of a file
    return found if isinstance(found, dict) else {}


def _same_token(request: Request, operation: str, path: str) -> Request:
    """Return the question at *path* of the same host, with the headers of *request* but those of its body."""
    parts = urlsplit(request.url)
    headers = tuple(each for each in request.headers if not each[0].lower().startswith("content-"))
    return replace(
        request,
        operation=operation,
        method="GET",
        url=f"{parts.scheme}://{parts.netloc}{path}",
        query=(),
        headers=headers,
        body=None,
        repeatable=True,
        verified=True,
        notes=(),
    )


# ----------------------------------------------------------------------------------------------------------- Collector


def _collector(request: Request, credentials: Any, now: datetime) -> LookUp:
    from einvoice.context import CollectorSettings, Context
    from einvoice.lifecycle.collector import build

    if request.operation == "collector.add":
        return LookUp(f"{_BY_HAND}; it knows the order by OrderNo and CorrelationId")
    words = "compare the status of the invoice with the one that the operation leads to"
    if request.operation in (
        "collector.extend_due_date",
        "collector.send",
        "collector.adjust",
        "collector.part_credit",
    ):
        words = "the status does not change by this operation: ask the provider whether it was done"
        return LookUp(words)
    service = urlsplit(request.url).path.rpartition("/")[2].partition(".")[0]
    newer = service if service.startswith("Payment") else "PaymentServiceV10"
    if newer != service:
        words += f"; {service} has no such question, {newer} has it"
    names = ("InvoiceNo", "CountryCode", "StoreId", "ClientIpAddress")
    values = {name: text for name in names if (text := _in_body(request, name.lower(), ""))}
    if "ClientIpAddress" not in values:
        return LookUp(f"{words}: collector.get with InvoiceNo {values.get('InvoiceNo')} and your own ClientIpAddress")
    settings = CollectorSettings(test="test" in (urlsplit(request.url).hostname or ""))
    asked = build(
        "collector.get", context=Context(collector=settings), parameters=values, credentials=credentials, service=newer
    )
    return LookUp(words, asked)


# ---------------------------------------------------------------------------------------------------------- InExchange


def _inexchange(request: Request, credentials: Any, now: datetime) -> LookUp:
    document = _object(request).get("Document")
    number = document.get("ErpDocumentId") if isinstance(document, dict) else None
    if not isinstance(number, str):
        return LookUp("nothing was sent to anybody yet: a file that was uploaded twice does no harm")
    root = urlsplit(request.url).path.partition("/api/")[0]
    path = f"{root}/api/invoices/outbound/byerpid/{quote(number, safe='')}"
    return LookUp(
        f"look whether {number} is known; where it is, nothing is to be sent again",
        _same_token(request, "inexchange.find", path),
    )


_BY_SYSTEM: Final[dict[str, Callable[[Request, Any, datetime], LookUp]]] = {
    "netvisor": _netvisor,
    "billecta": _billecta,
    "collector": _collector,
    "inexchange": _inexchange,
}

__all__ = ["LookUp", "look_up"]
