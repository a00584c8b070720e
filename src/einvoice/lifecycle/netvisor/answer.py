"""Answers of Netvisor: the envelope, what it holds, failures, and what is no answer of Netvisor at all.

Names of elements are taken in any case.  Netvisor answers failures with HTTP 200 unless it was asked not to, so the
envelope decides and the status of HTTP is looked at where there is none.  The set of codes is open: a code that nobody
knows is passed on.  Two things are not failures to Netvisor: a key that does not exist (status OK, an empty
SalesInvoice), which is `ok=False` here, since nothing was got; and an empty list, which is an answer.

A failed authentication may echo what Netvisor hashed with raw ``&``, which is no XML.  It is read all the same, and
the echo is compared with the request where that is known.

Sources: Netvisor's description of the interface; public clients and their samples.

>>> answer = parse(b"<Root><ResponseStatus><Status>FAILED</Status><Status>PERIOD_LOCK</Status></ResponseStatus></Root>")
>>> answer.ok, answer.code, answer.retry
(False, 'PERIOD_LOCK', False)
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from lxml import etree

from einvoice import xml
from einvoice.errors import InputError
from einvoice.findings import Finding
from einvoice.formats.mapping.codecs import read_comma, read_date_loose
from einvoice.lifecycle.netvisor.request import MOST_KEYS, RESOURCES
from einvoice.lifecycle.no_answer import is_page, may_go_again, no_answer
from einvoice.lifecycle.operations import Fault
from einvoice.lifecycle.request import Answer, Request
from einvoice.lifecycle.states import native_state
from einvoice.lifecycle.tables import rows

FAULTS: Final = {
    row["code"]: Fault(row["code"], row["retry"] == "yes", row["meaning"], row["fix"])
    for row in rows("netvisor_faults")
}
"""Code → what it means."""

_OPENING: Final = re.compile(r"<status(?:\s[^<>]*)?>", re.IGNORECASE)
_CLOSING: Final = re.compile(r"</status\s*>", re.IGNORECASE)
_ECHO: Final = re.compile(r"https?://[^\s&]*&.*", re.DOTALL)
_MOST: Final = 12_000
"""Characters of a message; what Netvisor hashed is in it, with a URL of up to 500 keys."""
_ECHOED: Final = (
    ("sender", "X-Netvisor-Authentication-Sender"),
    ("customer id", "X-Netvisor-Authentication-CustomerId"),
    ("time stamp", "X-Netvisor-Authentication-Timestamp"),
    ("language", "X-Netvisor-Interface-Language"),
    ("organisation id", "X-Netvisor-Organisation-ID"),
    ("transaction id", "X-Netvisor-Authentication-TransactionId"),
)
"""What stands behind the URL in the text that is hashed, and the header that has it."""


def parse(
    body: bytes, operation: str | None = None, *, status: int | None = None, request: Request | None = None
) -> Answer:
    """Return what *body*, answered with the HTTP *status*, says to *operation*.

    *request*, where it is known, names the operation, and helps to explain a wrong MAC.
    """
    operation = operation or (request.operation if request is not None else None)
    call = _Call(body, operation, status, request)
    try:
        root = xml.parse(body)
    except InputError as error:
        return call.not_xml(error)
    texts = [(each.text or "").strip() for outer in _all(root, "responsestatus") for each in _all(outer, "status")]
    if _name(root) != "root" or not texts or not texts[0]:
        return call.no_answer(None)
    if texts[0].upper() == "OK" and not (status is not None and status >= 400):
        return _done(root, body, operation)
    return call.failed(texts)


# ----------------------------------------------------------------------------------------------------------- failures


@dataclass(frozen=True, slots=True)
class _Call:
    """What was asked, and what came that is no success."""

    body: bytes
    operation: str | None
    status: int | None
    request: Request | None

    def failed(self, texts: list[str]) -> Answer:
        """Return the failure that the envelope tells; *texts* are its statuses."""
        findings: list[Finding] = []
        if texts[0].upper() == "OK":
            findings.append(_finding("EI-ANSWER-OTHER", f"the envelope says OK and HTTP says {self.status}"))
        elif texts[0].upper() != "FAILED":
            findings.append(_finding("EI-ANSWER-OTHER", f"the status is {texts[0][:60]!r}, expected OK or FAILED"))
        code, _, message = texts[1].partition("::") if len(texts) > 1 else ("", "", "")
        code, message = code.strip(), message.strip()[:_MOST]
        values: dict[str, Any] = {}
        if found := _ECHO.search(message):
            values["mac_input"] = _echo(found[0])
            message = message[: found.start()].strip()
            if self.request is not None and (differs := _differences(values["mac_input"], self.request)):
                values["mac_differs"] = differs
        if self.request is not None:
            message = self.request.masked(message)
        if message:
            values["message"] = message
        fault = FAULTS.get(code.upper())
        if fault is None:
            if code:
                findings.append(_finding("EI-ANSWER-FAULT", f"{code[:60]!r} is no code that is known"))
            meaning = message or "Netvisor does not say why"
            fix = "look the code up in Netvisor's description of the interface"
        else:
            meaning = fault.meaning + (f" (Netvisor says: {message})" if message else "")
            fix = fault.fix
        if "mac_differs" in values:
            fix = f"Netvisor read another {', '.join(values['mac_differs'])} than was sent; {fix}"
        return Answer(
            "netvisor",
            self.operation,
            ok=False,
            code=code or self._status_code(),
            meaning=meaning,
            fix=fix,
            retry=fault.retry if fault is not None else may_go_again(self.status, repeatable=self._repeatable()),
            values=values,
            findings=tuple(findings),
        )

    def not_xml(self, error: InputError) -> Answer:
        """Return what an answer says that is no XML; a failure with raw ampersands says something."""
        if not is_page(self.body):
            texts = list(_statuses(self.body[:100_000].decode("utf-8", "replace")))
            if len(texts) > 1 and texts[0].upper() == "FAILED":
                return self.failed(texts)
        return self.no_answer(error)

    def no_answer(self, error: InputError | None) -> Answer:
        """Return the answer where Netvisor itself says nothing: HTTP decides whether to try again."""
        return no_answer(
            "netvisor",
            self.operation,
            self.body,
            "Root with a status of Netvisor",
            status=self.status,
            error=error,
            repeatable=self._repeatable(),
        )

    def _repeatable(self) -> bool:
        if self.request is not None:
            return self.request.repeatable
        resource = RESOURCES.get(self.operation or "")
        return resource is not None and resource.repeatable

    def _status_code(self) -> str | None:
        return str(self.status) if self.status is not None and self.status >= 400 else None


def _statuses(text: str) -> Iterator[str]:
    """Yield the texts of the elements Status in what is no XML."""
    at = 0
    while (opening := _OPENING.search(text, at)) and (closing := _CLOSING.search(text, opening.end())):
        yield html.unescape(text[opening.end() : closing.start()]).strip()
        at = closing.end()


def _echo(text: str) -> tuple[str, ...]:
    """Return what Netvisor hashed, part by part up to the transaction id: without keys and MAC.

    The URL may have ``&`` of its own, so the parts are counted from the time stamp, the fourth of them.
    """
    parts = text.partition("::")[0].strip().split("&")
    at = next((at for at, part in enumerate(parts) if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]", part)), 0)
    return ("&".join(parts[: at - 2]), *parts[at - 2 : at + 4]) if at >= 3 else (parts[0],)


def _differences(echo: tuple[str, ...], request: Request) -> tuple[str, ...]:
    """Return the names of what Netvisor read otherwise than it stands in *request*; nothing of an echo in pieces."""
    if len(echo) <= len(_ECHOED):
        return ()
    sent = (request.full_url, *(request.header(name) for _, name in _ECHOED))
    names = ("URL", *(what for what, _ in _ECHOED))
    return tuple(what for what, theirs, ours in zip(names, echo, sent, strict=False) if theirs != ours)


def _finding(code: str, message: str, path: str | None = None, value: str | None = None) -> Finding:
    return Finding(code, "warning", "input", message, "look at the answer as it came", path=path, value=value)


# ------------------------------------------------------------------------------------------------------- what was done


def _done(root: etree._Element, body: bytes, operation: str | None) -> Answer:
    findings: list[Finding] = []
    values: dict[str, Any] = {}
    for stamp in (each for outer in _all(root, "responsestatus") for each in _all(outer, "timestamp")):
        if stamp.text and stamp.text.strip():
            values["timestamp"] = stamp.text.strip()
    ids = [(each.text or "").strip() for each in root.iter("*") if _name(each) == "inserteddataidentifier"]
    if ids := [each for each in ids if each]:
        values["id"] = ids[0]
        values |= {"ids": tuple(ids)} if len(ids) > 1 else {}
    lists = _all(root, "salesinvoicelist")
    several = _all(root, "salesinvoices")
    invoices = [*_all(root, "salesinvoice"), *(each for outer in several for each in outer.iterchildren("*"))]
    if lists:
        listed = tuple(_read(each, _LISTED, findings) for outer in lists for each in _all(outer, "salesinvoice"))
        values["invoices"] = listed
        keys = [int(each["id"]) for each in listed if each.get("id", "").isdigit()]
        if len(listed) >= MOST_KEYS and keys:
            values["next"] = {"invoicesabovenetvisorkey": str(max(keys))}
    elif invoices or several:
        found = [each for each in invoices if len(each)]
        if not found:
            return _not_found(operation, values, root)
        read = tuple(_read(each, _DETAIL, findings) for each in found)
        values |= read[0] if len(read) == 1 else {"invoices": read}
        values["document"] = body
        if len(found) < len(invoices):
            findings.append(
                _finding("EI-ANSWER-OTHER", f"{len(invoices) - len(found)} of the invoices asked for are empty")
            )
    wanted = _WANTED.get(operation or "")
    if wanted is not None and not any(name in values for name in wanted[0]):
        findings.append(_finding("EI-ANSWER-OTHER", f"the answer to {operation} has no {wanted[1]}"))
    return Answer("netvisor", operation, True, "OK", values=values, native=root, findings=tuple(findings))


_WANTED: Final = {
    "netvisor.list": (("invoices",), "SalesInvoiceList"),
    "netvisor.get": (("document",), "SalesInvoice"),
    "netvisor.get_order": (("document",), "SalesInvoice"),
    "netvisor.create": (("id",), "Replies/InsertedDataIdentifier"),
}
"""What an answer has to hold, of which value we know it, and its name."""


def _not_found(operation: str | None, values: dict[str, Any], root: etree._Element) -> Answer:
    order = operation == "netvisor.get_order"
    return Answer(
        "netvisor",
        operation,
        False,
        "OK",
        "there is no such invoice or order: Netvisor says OK and sends an empty SalesInvoice",
        "check the key; "
        + ("invoices are got with netvisor.get" if order else "orders are got with netvisor.get_order"),
        False,
        values,
        root,
    )


def _text(text: str) -> str:
    return text


_LISTED: Final[dict[str, tuple[str, Callable[[str], Any]]]] = {
    "netvisorkey": ("id", _text),
    "invoicenumber": ("invoice_number", _text),
    "invoicedate": ("issue_date", read_date_loose),
    "invoiceduedate": ("due_date", read_date_loose),
    "invoicestatus": ("status", _text),
    "customercode": ("customer_code", _text),
    "customernetvisorkey": ("customer_key", _text),
    "customername": ("customer_name", _text),
    "referencenumber": ("reference", _text),
    "invoicesum": ("amount", read_comma),
    "opensum": ("open_amount", read_comma),
    "uri": ("uri", _text),
    "privatecomment": ("comment", _text),
}
_DETAIL: Final[dict[str, tuple[str, Callable[[str], Any]]]] = {
    "salesinvoicenetvisorkey": ("id", _text),
    "salesinvoicenumber": ("invoice_number", _text),
    "salesinvoicedate": ("issue_date", read_date_loose),
    "salesinvoiceduedate": ("due_date", read_date_loose),
    "salesinvoicereferencenumber": ("reference", _text),
    "salesinvoiceamount": ("amount", read_comma),
    "invoicestatus": ("status", _text),
    "invoicingcustomercode": ("customer_code", _text),
    "invoicingcustomernetvisorkey": ("customer_key", _text),
    "invoicingcustomername": ("customer_name", _text),
}


def _read(
    invoice: etree._Element, names: dict[str, tuple[str, Callable[[str], Any]]], findings: list[Finding]
) -> dict[str, Any]:
    """Return what an invoice says, by neutral name; an empty element is one that is not there."""
    values: dict[str, Any] = {}
    for element in _flat(invoice):
        name, text = _name(element), (element.text or "").strip()
        attributes = {str(key).lower(): str(value).strip() for key, value in element.attrib.items()}
        if name in names and text:
            neutral, codec = names[name]
            try:
                values[neutral] = codec(text)
            except ValueError as error:
                findings.append(_finding("EI-ANSWER-VALUE", str(error), xml.path_of(element), text))
        if name == "invoicestatus":
            _status(values, attributes, element, findings)
        elif name == "salesinvoiceamount" and (currency := attributes.get("iso4217currencycode")):
            values["currency"] = currency
    return values


def _status(
    values: dict[str, Any], attributes: dict[str, str], element: etree._Element, findings: list[Finding]
) -> None:
    """Fill in the neutral state; the text of a detail is in the language of the user, its code is an attribute."""
    code = attributes.get("status") or values.pop("status", None)
    values.pop("status", None)
    if not code:
        return
    values["native_status"] = code
    if substatus := attributes.get("substatus"):
        values["native_substatus"] = substatus
    known = native_state("netvisor", substatus or code)
    if known is not None and known.state is not None:
        values["status"] = known.state
    else:
        said = substatus or code
        findings.append(
            _finding("EI-ANSWER-VALUE", f"{said[:60]!r} is no status that is known", xml.path_of(element), said)
        )
    if (marked := attributes.get("isincollection")) in ("0", "1"):
        values["in_collection"] = marked == "1"


def _flat(invoice: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements directly below *invoice*, and those in AdditionalInformation."""
    for child in invoice.iterchildren("*"):
        if _name(child) == "additionalinformation":
            yield from child.iterchildren("*")
        else:
            yield child


def _all(element: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in element.iterchildren("*") if _name(child) == name]


@cache
def _folded(tag: str) -> str:
    return etree.QName(tag).localname.lower()


def _name(element: etree._Element) -> str:
    return _folded(str(element.tag))
