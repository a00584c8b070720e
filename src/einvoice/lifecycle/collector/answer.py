"""What Collector/Walley answered: responses, faults, and what is neither.

A fault has its code behind a prefix (``s:INVOICE_NOT_FOUND``); what it means stands in ``faults.csv``.  A page of HTML,
an empty body and half a body say nothing of the invoice: the operation may have been done, so that the state of the
invoice is to be read before anything is sent again.

>>> soap = "http://schemas.xmlsoap.org/soap/envelope/"
>>> fault = f'<s:Fault xmlns:s="{soap}"><faultcode>s:CREDIT_CHECK_DENIED</faultcode></s:Fault>'
>>> answer = parse(fault.encode())
>>> answer.ok, answer.code, answer.retry
(False, 'CREDIT_CHECK_DENIED', False)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from lxml import etree

from einvoice import xml
from einvoice.errors import InputError
from einvoice.findings import Finding, Severity
from einvoice.lifecycle.collector.service import NAMESPACES
from einvoice.lifecycle.no_answer import UNKNOWN_OUTCOME, is_page, no_answer, stranger
from einvoice.lifecycle.operations import FAULTS, NATIVE
from einvoice.lifecycle.request import Answer, Request
from einvoice.lifecycle.states import native_state

MAX_BYTES: Final = 5_000_000
"""No answer comes near."""

ENVELOPES: Final = ("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope")

NO_DATE: Final = date(1, 1, 1)
"""What .NET writes for a date that is not there."""

_NAME: Final = re.compile(r"([A-Za-z]+)Response(V[0-9]+)?")
_NIL: Final = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_BY_NAME: Final = {each.name: each.id for each in NATIVE.values() if each.system == "collector"}


def _text(text: str) -> str:
    return text


def _amount(text: str) -> Decimal:
    found = Decimal(text)
    if not found.is_finite() or len(text) > 40:
        raise ValueError(text)
    return found


def _day(text: str) -> date | None:
    found = date.fromisoformat(text[:10])
    if len(text) > 10 and not re.fullmatch(r"T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})?", text[10:]):
        raise ValueError(text)
    return None if found == NO_DATE else found


ELEMENTS: Final[dict[str, tuple[str, Callable[[str], Any]]]] = {
    # element: neutral name, how it is read
    "AvailableReservationAmount": ("available_amount", _amount),
    "CorrelationId": ("correlation_id", _text),
    "DueDate": ("due_date", _day),
    "InvoiceNo": ("invoice_number", _text),
    "InvoiceStatus": ("status", _text),
    "InvoiceUrl": ("document", _text),
    "LowestAmountToPay": ("lowest_amount", _amount),
    "NewInvoiceNo": ("new_invoice_number", _text),
    "PaymentReference": ("payment_reference", _text),
    "Status": ("status", _text),
    "TotalAmount": ("amount", _amount),
}
"""Elements of the responses.  ``new_invoice_number`` is the one to use from now on for what remains."""


def parse(
    body: bytes, operation: str | None = None, *, status: int | None = None, request: Request | None = None
) -> Answer:
    """Return what *body*, answered with the HTTP *status*, says to *operation*.

    *request*, where it is known, names the operation and its CorrelationId; an answer to another one is not `ok`.
    """
    operation = operation or (request.operation if request is not None else None)
    try:
        root = xml.parse(body, max_bytes=MAX_BYTES)
    except InputError as error:
        return no_answer("collector", operation, body, "SOAP", status=status, error=error)
    content = _content(root)
    if content is None:
        if is_page(body):
            return no_answer("collector", operation, body, "SOAP", status=status)
        return _strange(root, operation, status, f"<{etree.QName(root).localname}> is no answer in SOAP")
    name = etree.QName(content).localname
    if name == "Fault" and etree.QName(content).namespace in ENVELOPES:
        return _fault(content, operation)
    found = _NAME.fullmatch(name)
    known = _BY_NAME.get(found.group(1)) if found else None
    if known is None or etree.QName(content).namespace not in NAMESPACES.values():
        return _strange(content, operation, status, f"<{name}> is no answer that is known")
    if operation is not None and known != operation:
        return _strange(content, operation, status, f"<{name}> answers {known}, not {operation}")
    return _response(content, known, status, _correlation(request))


def _correlation(request: Request | None) -> str | None:
    """Return the CorrelationId that *request* has."""
    if request is None or request.body is None:
        return None
    return next((each.text for each in xml.parse(request.body).iter("{*}CorrelationId")), None)


def _content(root: etree._Element) -> etree._Element | None:
    """Return the element in the body of the envelope; a response that stands alone is taken as it is."""
    name = etree.QName(root)
    if name.namespace in NAMESPACES.values() or (name.localname == "Fault" and name.namespace in ENVELOPES):
        return root
    if name.localname != "Envelope" or name.namespace not in ENVELOPES:
        return None
    body = root.find(f"{{{name.namespace}}}Body")
    return next(iter(body), None) if body is not None else None


# ---------------------------------------------------------------------------------- responses


def _response(content: etree._Element, operation: str, status: int | None, correlation_id: str | None) -> Answer:
    values: dict[str, Any] = {}
    native: dict[str, str | None] = {}
    findings: list[Finding] = []
    for child in content:
        name = etree.QName(child).localname
        text = None if child.get(_NIL) in ("true", "1") else "".join(child.itertext()).strip() or None
        native[name] = text
        if name not in ELEMENTS:
            findings.append(
                _finding(
                    "EI-ANSWER-UNKNOWN", "info", f"{name} is not known, and kept as it is", "nothing is to do", child
                )
            )
            continue
        if text is None:
            continue
        neutral, read = ELEMENTS[name]
        try:
            value = read(text)
        except (ValueError, InvalidOperation):
            message = f"{name} is {text[:60]!r}, which cannot be read"
            findings.append(_finding("EI-ANSWER-VALUE", "error", message, "read it from the service again", child))
            continue
        if neutral == "status":
            values["native_status"] = value
            state = native_state("collector", value)
            if state is None or state.state is None:
                message = f"{name} is {value!r}, a state that is not known"
                findings.append(_finding("EI-ANSWER-VALUE", "warning", message, "look it up at the provider", child))
                continue
            value = state.state
        if value is not None:
            values[neutral] = value
    answered = values.get("correlation_id")
    if correlation_id is not None and answered is not None and answered != correlation_id:
        message = f"CorrelationId is {answered!r}, and {correlation_id!r} was sent: this answers another request"
        findings.append(_finding("EI-ANSWER-OTHER", "error", message, UNKNOWN_OUTCOME, content))
        return Answer(
            "collector",
            operation,
            ok=False,
            meaning="the answer to another request",
            fix=UNKNOWN_OUTCOME,
            values=values,
            native=native,
            findings=tuple(findings),
        )
    return Answer(
        "collector",
        operation,
        ok=status is None or status < 400,
        code=None if status is None or status < 400 else str(status),
        values=values,
        native=native,
        findings=tuple(findings),
    )


# ---------------------------------------------------------------------------------- faults


def _fault(content: etree._Element, operation: str | None) -> Answer:
    code, text, detail = _fault_parts(content)
    native = {"faultcode": code, "faultstring": text, "detail": detail}
    word = code.rpartition(":")[2].strip() if code else ""
    known = FAULTS.get(word) or FAULTS.get(word.upper())
    if known is not None:
        said = known.meaning if not text or text == word else f"{known.meaning} (Collector says: {text})"
        return Answer(
            "collector",
            operation,
            ok=False,
            code=known.code,
            meaning=said,
            fix=known.fix,
            retry=known.retry,
            native=native,
        )
    told = _finding(
        "EI-ANSWER-FAULT",
        "warning",
        f"{word or 'a fault without a code'} is no fault that is known",
        "look it up at the provider; the list of codes that are known is not complete",
        content,
    )
    return Answer(
        "collector",
        operation,
        ok=False,
        code=word or "Fault",
        meaning=f"a fault that is not known here (Collector says: {text or 'nothing'})",
        fix="correct what the text names, and read the state of the invoice before sending anything again",
        native=native,
        findings=(told,),
    )


def _fault_parts(content: etree._Element) -> tuple[str, str | None, str | None]:
    """Return code, text and detail of a fault of SOAP 1.1 or 1.2, where the innermost code says most."""
    codes: list[str] = []
    text = detail = None
    for child in content:
        name = etree.QName(child).localname
        said = " ".join("".join(child.itertext()).split())
        if name == "faultcode":
            codes.append(said)
        elif name == "Code":
            codes += [" ".join((e.text or "").split()) for e in child.iter("{*}Value")]
        elif name in ("faultstring", "Reason"):
            text = said[:500] or None
        elif name in ("detail", "Detail"):
            detail = said[:2000] or None
    return (codes[-1] if codes else ""), text, detail


def _strange(element: etree._Element, operation: str | None, status: int | None, what: str) -> Answer:
    return stranger(
        "collector",
        operation,
        "EI-ANSWER-OTHER",
        what,
        status=status,
        path=xml.path_of(element),
        line=element.sourceline,
    )


def _finding(code: str, severity: Severity, message: str, fix: str, element: etree._Element) -> Finding:
    return Finding(code, severity, "input", message, fix, path=xml.path_of(element), line=element.sourceline)
