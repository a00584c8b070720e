"""InExchange: requests for the token of a company, look-up, upload, order to send and states; their answers read.

What a look-up asks and an order says is `einvoice.routing.inexchange`; here it gets address, headers and bytes.  An
invoice goes in steps: ``inexchange.upload`` (the invoice, its picture, each attachment), ``inexchange.send`` with the
URIs that the uploads answered, ``inexchange.list`` for what became of it.  After a time-out ``inexchange.find`` tells
whether it was taken; nothing is sent twice.

Parameters have the names of the members (``DocumentUri``, ``Take``).

Sources: public clients of the API (v1); docs/lifecycle-requests.md says what rests on what.

>>> asked = build("inexchange.find", parameters={"ErpDocumentId": "2026/1001"})
>>> asked.url
'https://api.inexchange.com/v1/api/invoices/outbound/byerpid/2026%2F1001'
"""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, Literal
from urllib.parse import quote

from einvoice import jsontext
from einvoice.context import Context, InexchangeSettings
from einvoice.errors import InputError, UsageError
from einvoice.findings import Finding
from einvoice.lifecycle.no_answer import UNKNOWN_OUTCOME, may_go_again, no_answer, stranger
from einvoice.lifecycle.request import Answer, Request
from einvoice.lifecycle.spelling import Kind, missing, refuse_unknown, spell
from einvoice.model import Invoice
from einvoice.routing import Decision, decide, lookup_request, read_answer
from einvoice.routing.inexchange import lookup, outbound
from einvoice.routing.status import DeliveryState, read_outbound

BASE: Final = "https://api.inexchange.com/v1/api/"
TEST_BASE: Final = "https://testapi.inexchange.se/v1/api/"
UPLOADED: Final = "urn:inexchangedocument:"
MOST: Final = 100
"""Documents of one answer, unless asked otherwise."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value of an operation, by its name; *most* limits characters or the number (`spell`)."""

    name: str
    kind: Kind
    required: bool = False
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation: *method* and *path*, the header that it is let in by, and what it does."""

    method: Literal["GET", "POST"]
    path: str
    key: Literal["APIKey", "ClientToken"]
    meaning: str
    parameters: tuple[Parameter, ...] = ()
    repeatable: bool = False
    doubt: str | None = None


_METHOD_DOUBT: Final = "public clients disagree on the method, GET or POST"

OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType(
    {
        "inexchange.create_token": Operation(
            "POST",
            "clientTokens/create",
            "APIKey",
            "make a token of a company",
            (Parameter("erpId", "text", required=True), Parameter("validTo", "text")),
            repeatable=True,
        ),
        "inexchange.revoke_token": Operation(
            "POST",
            "clientTokens/revoke",
            "APIKey",
            "make a token void",
            (Parameter("clientToken", "text"),),
            repeatable=True,
        ),
        "inexchange.lookup": Operation(
            "POST", "buyerparties/lookup", "ClientToken", "ask who can receive", repeatable=True
        ),
        "inexchange.upload": Operation(
            "POST",
            "documents",
            "ClientToken",
            "upload an invoice, its picture or an attachment",
            (Parameter("filename", "text", most=255), Parameter("mime", "text", most=100)),
            repeatable=True,
        ),
        "inexchange.send": Operation(
            "POST",
            "documents/outbound",
            "ClientToken",
            "send an invoice that was uploaded",
            (
                Parameter("DocumentUri", "text", required=True),
                Parameter("RenderedDocumentUri", "text"),
                Parameter("Attachments", "text"),
                Parameter("SSN", "text", most=30),
            ),
        ),
        "inexchange.list": Operation(
            "POST",
            "documents/outbound/list",
            "ClientToken",
            "what became of the documents",
            (
                Parameter("UpdatedAfter", "text"),
                Parameter("CreatedFrom", "text"),
                Parameter("CreatedTo", "text"),
                Parameter("Status", "text"),
                Parameter("Take", "whole", most=1000),
                Parameter("Skip", "whole"),
            ),
            repeatable=True,
        ),
        "inexchange.find": Operation(
            "GET",
            "invoices/outbound/byerpid/{ErpDocumentId}",
            "ClientToken",
            "one document, by the number of the invoice",
            (Parameter("ErpDocumentId", "text", required=True),),
            repeatable=True,
            doubt=_METHOD_DOUBT,
        ),
        "inexchange.get": Operation(
            "GET",
            "invoices/outbound/{id}",
            "ClientToken",
            "one document, by its id",
            (Parameter("id", "text", required=True),),
            repeatable=True,
            doubt=_METHOD_DOUBT,
        ),
    }
)
"""Id → operation.  All paths were seen in public clients."""


@dataclass(frozen=True)
class Credentials:
    """The key of the partner and the token of a company.  Without them a request has placeholders."""

    api_key: str = field(default="APIKEY", repr=False)
    client_token: str = field(default="CLIENT-TOKEN", repr=False)


def build(
    operation: str,
    invoice: Invoice | None = None,
    context: Context | None = None,
    *,
    parameters: Mapping[str, Any] | None = None,
    credentials: Credentials | None = None,
    decision: Decision | None = None,
    answer: lookup.Answer | None = None,
    content: bytes | None = None,
) -> Request:
    """Return the request that does *operation* (``inexchange.send``).

    *invoice* is asked about by a look-up, sent, or found; *decision* is the one on it, else it is made here with the
    *answer* to a look-up.  *content* are the bytes of the file to upload.

    Raises UsageError for a parameter that is missing or unknown, and for an invoice that cannot go as it is.
    """
    found = OPERATIONS.get(operation)
    if found is None:
        close = difflib.get_close_matches(operation, OPERATIONS, 1)
        raise UsageError(
            f"no operation {operation!r} of InExchange",
            fix=f"did you mean {close[0]}?" if close else f"take one of {', '.join(OPERATIONS)}",
        )
    context = context or Context()
    who = credentials or Credentials()
    given = {name: value for name, value in (parameters or {}).items() if value is not None}
    settings = context.inexchange or InexchangeSettings()
    if "erpId" not in given and settings.erp_id is not None and operation == "inexchange.create_token":
        given["erpId"] = settings.erp_id
    if "ErpDocumentId" not in given and invoice is not None and operation == "inexchange.find":
        given["ErpDocumentId"] = invoice.invoice_number
    refuse_unknown(operation, given, (each.name for each in found.parameters))
    if lacking := [each.name for each in found.parameters if each.required and given.get(each.name) is None]:
        raise missing(operation, lacking)
    spelled = {
        each.name: spell(each.name, given[each.name], each.kind, most=each.most)
        for each in found.parameters
        if each.name in given and not isinstance(given[each.name], list | tuple)
    }
    notes = [found.doubt] if found.doubt is not None else []
    secrets = {who.api_key if found.key == "APIKey" else who.client_token}
    path, media, body = found.path, "application/json; charset=utf-8", None
    match operation:
        case "inexchange.create_token":
            body = _json(spelled)
        case "inexchange.revoke_token":
            token = spelled.get("clientToken", who.client_token)
            secrets.add(token)
            body = _json({"clientToken": token})
        case "inexchange.lookup":
            body = _json(lookup_request(_needed(invoice, operation), context).body)
        case "inexchange.upload":
            if content is None:
                raise UsageError(f"{operation} needs the bytes of a file", fix="give the invoice or the attachment")
            media, body = _multipart(content, spelled.get("filename", "invoice.xml"), spelled.get("mime"))
            notes.append("the file goes as multipart/form-data, as in most public clients; one sends it bare")
        case "inexchange.send":
            order = _order(operation, spelled, given, invoice, context, decision, answer)
            if "SSN" in spelled:
                secrets.add(spelled["SSN"])
            body = _json(order.body)
            notes.append("after a time-out ask inexchange.find before this is sent again")
        case "inexchange.list":
            body = _json(_listed(spelled))
        case _:
            name = found.parameters[0].name
            path = path.replace(f"{{{name}}}", quote(spelled[name], safe=""))
    headers = [(found.key, who.api_key if found.key == "APIKey" else who.client_token), ("Accept", "application/json")]
    if body is not None:
        headers.insert(1, ("Content-Type", media))
    return Request(
        "inexchange",
        operation,
        found.method,
        (TEST_BASE if settings.test else BASE) + path,
        headers=tuple(headers),
        body=body,
        repeatable=found.repeatable,
        verified=found.doubt is None,
        notes=tuple(notes),
        secrets=frozenset(secrets),
    )


def _needed(invoice: Invoice | None, operation: str) -> Invoice:
    if invoice is None:
        raise UsageError(f"{operation} needs an invoice", fix="give the invoice")
    return invoice


def _order(
    operation: str,
    spelled: Mapping[str, str],
    given: Mapping[str, Any],
    invoice: Invoice | None,
    context: Context,
    decision: Decision | None,
    answer: lookup.Answer | None,
) -> lookup.Request:
    """Return the order to send; raises UsageError when something has to be corrected before."""
    if decision is None:
        decision = decide(_needed(invoice, operation), context, answer=answer)
    fault = next((each for each in decision.findings if each.severity == "error"), None)
    if fault is not None and decision.channel != "other":
        raise UsageError(f"the invoice cannot go as it is: {fault.code}: {fault.message}", fix=fault.fix)
    attached = given.get("Attachments", ())
    return outbound.outbound_request(
        decision,
        context,
        document_uri=spelled["DocumentUri"],
        rendered_uri=spelled.get("RenderedDocumentUri"),
        attachment_uris=[uri.strip() for uri in attached.split(",")] if isinstance(attached, str) else attached,
        personal_number=spelled.get("SSN"),
    )


def _listed(spelled: Mapping[str, str]) -> dict[str, Any]:
    for name in ("UpdatedAfter", "CreatedFrom", "CreatedTo"):
        if name in spelled:
            _time(name, spelled[name])
    after = spelled.get("UpdatedAfter")
    found = outbound.list_request(
        None if after is None else _time("UpdatedAfter", after),
        take=int(spelled.get("Take", MOST)),
        skip=int(spelled.get("Skip", 0)),
    )
    more = {name: _time(name, spelled[name]).isoformat() for name in ("CreatedFrom", "CreatedTo") if name in spelled}
    return {**found.body, **more, **({"Status": spelled["Status"]} if "Status" in spelled else {})}


def _time(name: str, text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"{name} is {text!r}, expected a time", fix="write it as 2026-11-20 or 2026-11-20T08:00:00+00:00"
        ) from error


def _json(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _multipart(content: bytes, name: str, mime: str | None) -> tuple[str, bytes]:
    """Return media type and body; the boundary follows from the content, so that the same file gives the same bytes."""
    boundary = hashlib.sha256(content).hexdigest()[:32]
    if mime is None:
        mime = "application/pdf" if content.startswith(b"%PDF-") else "application/xml"
    quoted = name.replace("\\", "_").replace('"', "%22")
    head = (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="File"; filename="{quoted}"\r\n'
        f"Content-Type: {mime}\r\n\r\n"
    )
    return f"multipart/form-data; boundary={boundary}", head.encode() + content + f"\r\n--{boundary}--\r\n".encode()


# ---------------------------------------------------------------------------------- answers


def parse(
    body: bytes,
    operation: str | None = None,
    *,
    status: int | None = None,
    headers: Sequence[tuple[str, str]] = (),
    request: Request | None = None,
) -> Answer:
    """Return what *body*, answered with the HTTP *status* and *headers*, says to *operation*.

    Without *operation* and *request* the shape of the answer tells what it answers.  Values: ``token``; ``receivers``;
    ``document`` (the URI of an upload); ``id``; ``documents``, each with ``status``, a neutral state of delivery.
    """
    operation = operation or (request.operation if request is not None else None)
    place = next((value for name, value in headers if name.lower() == "location"), None)
    repeatable = operation is not None and operation in OPERATIONS and OPERATIONS[operation].repeatable
    data: Any = None
    if body.strip():
        try:
            data = jsontext.parse(body)
            data = list(data) if isinstance(data, jsontext.Items) else data
        except InputError as error:
            if status is None or status >= 400 or place is None:
                return no_answer(
                    "inexchange", operation, body, "JSON", status=status, error=error, repeatable=repeatable
                )
    if status is not None and status >= 400:
        if status >= 500 and not body.strip():  # of a gateway; a service that refuses says 4xx, or why
            return no_answer("inexchange", operation, body, "JSON", status=status, repeatable=repeatable)
        return _refused(data, operation, status, repeatable)
    kind = operation or _guess(data, place)
    if kind is not None and kind not in OPERATIONS:
        raise UsageError(f"no operation {kind!r} of InExchange", fix=f"take one of {', '.join(OPERATIONS)}")
    values, findings = _values(data, kind, place)
    if values is None:
        if not body.strip() and kind != "inexchange.revoke_token":
            what = "the answer is empty"
            if kind in ("inexchange.upload", "inexchange.send"):
                what += ", and its head, which would name the document (Location), is not there"
            return stranger("inexchange", operation, "EI-ANSWER-EMPTY", what, status=status, repeatable=repeatable)
        if kind != "inexchange.revoke_token":
            said = isinstance(data, Mapping) and _message(data)
            refused = _refused(data, operation, status, repeatable) if said else None
            return refused or stranger(
                "inexchange",
                operation,
                "EI-ANSWER-OTHER",
                "the answer has no member that is known",
                status=status,
                repeatable=repeatable,
            )
    return Answer("inexchange", kind, ok=True, values=values or {}, native=data, findings=findings)


def _guess(data: Any, place: str | None) -> str | None:
    """Return the operation that is answered, by the shape of the answer."""
    if place is not None:
        return "inexchange.upload" if place.startswith(UPLOADED) else "inexchange.send"
    if not isinstance(data, Mapping):
        return None
    members = lookup.lower(data)
    for member, operation in (
        ("token", "inexchange.create_token"),
        ("parties", "inexchange.lookup"),
        ("documents", "inexchange.list"),
        ("currentstatus", "inexchange.get"),
        ("statushistory", "inexchange.get"),
    ):
        if member in members:
            return operation
    return None


def _values(data: Any, kind: str | None, place: str | None) -> tuple[dict[str, Any] | None, tuple[Finding, ...]]:
    """Return what the answer tells, None where it is not what it should be."""
    members = lookup.lower(data) if isinstance(data, Mapping) else {}
    try:
        match kind:
            case "inexchange.create_token":
                token = members.get("token")
                return ({"token": token} if isinstance(token, str) and token else None), ()
            case "inexchange.lookup":
                return (_receivers(data) if "parties" in members else None), ()
            case "inexchange.upload":
                return ({"document": place} if place is not None and place.startswith(UPLOADED) else None), ()
            case "inexchange.send":
                return ({"id": place.rstrip("/").rpartition("/")[2]} if place is not None else None), ()
            case "inexchange.list":
                return _documents(data, members) if "documents" in members else (None, ())
            case "inexchange.find" | "inexchange.get":
                known = members.keys() & {"currentstatus", "statushistory", "error", "id"}
                return _documents(data, members) if known else (None, ())
    except (UsageError, TypeError, ValueError):  # of a shape that routing refuses, or takes for granted
        return None, ()
    return None, ()


def _receivers(data: Any) -> dict[str, Any]:
    answer = read_answer(data)
    able = answer.able()
    return {
        "exact_hit": answer.exact_hit if isinstance(answer.exact_hit, bool) else None,
        "potential_matches": _count(answer.potential_matches),
        "receivers": [
            {
                "id": each.company_id,
                "name": each.name,
                "org_number": each.org_number,
                "vat_number": each.vat_number,
                "gln": each.gln,
                "receives_e_invoices": each in able,
            }
            for each in answer.receivers
        ],
    }


def _documents(data: Any, members: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    states = list(read_outbound(data))
    listed = [_document(each) for each in states]
    findings = tuple(
        Finding(
            "EI-ANSWER-VALUE",
            "warning",
            "input",
            f"the state of {each.invoice_number or each.document or 'a document'} is {each.raw!r}, which is not known",
            "look it up at InExchange",
            value=each.raw,
        )
        for each in states
        if each.neutral == "unknown"
    )
    if "documents" not in members:
        return listed[0], findings
    total = _count(members.get("totalcount"))
    return {"documents": listed, **({} if total is None else {"total": total})}, findings


def _count(value: Any) -> int | None:
    """Return *value*, a number of JSON, as a count; None where it is none."""
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10 else None


def _document(state: DeliveryState) -> dict[str, Any]:
    found = {
        "id": state.document,
        "invoice_number": state.invoice_number,
        "status": state.neutral,
        "native_status": state.raw,
        "at": state.at,
        "message": state.message,
    }
    return {name: value for name, value in found.items() if value is not None}


# ---------------------------------------------------------------------------------- refusals

_STATUSES: Final = {
    400: ("the request is not understood", "correct what the message names"),
    401: ("the key or the token is not accepted", "make a new token (inexchange.create_token), or check the key"),
    403: ("the key or the token does not allow this", "check the key, and what the company is registered for"),
    404: ("there is no such document or party", "check the id; a document that was never taken is not there"),
    409: ("the document is there already", "ask for its state (inexchange.find) before sending another one"),
    413: ("the file is too large", "leave attachments out, or make them smaller"),
    415: ("the type of the body is not accepted", "check the format of the document"),
    429: ("too many requests", "wait, and send it again"),
}
"""Status of HTTP: what it means here, what to do."""


def _refused(data: Any, operation: str | None, status: int | None, repeatable: bool) -> Answer:
    said = "; ".join(_message(data))[:500]
    meaning, fix = _STATUSES.get(status or 0, ("InExchange did not do it", UNKNOWN_OUTCOME))
    retry = may_go_again(status, repeatable=repeatable)
    if retry:
        fix = "wait, and send it again"
    return Answer(
        "inexchange",
        operation,
        ok=False,
        code=None if status is None else str(status),
        meaning=f"{meaning} (InExchange says: {said})" if said else meaning,
        fix=fix,
        retry=retry,
        native=data,
    )


def _message(data: Any, depth: int = 0) -> list[str]:
    """Return the texts in *data* that say what is wrong."""
    if isinstance(data, str):
        return [" ".join(data.split())[:300]] if data.strip() else []
    if depth > 4:
        return []
    if isinstance(data, Mapping):
        return [text for key, value in data.items() if _tells(str(key), depth) for text in _message(value, depth + 1)]
    if isinstance(data, list):
        return [text for each in data[:10] for text in _message(each, depth + 1)]
    return []


def _tells(name: str, depth: int) -> bool:
    told = ("message", "error", "errors", "errormessage", "description", "title", "detail", "modelstate", "moreinfouri")
    return name.lower() in told or depth > 0
