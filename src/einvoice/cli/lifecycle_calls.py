"""From a command line to the builders of requests: one table, a row per system.

The builders are pure; what they need from outside (clock, ids, files, credentials) is gathered here.
"""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import click

from einvoice.cli import output
from einvoice.errors import EInvoiceError, InputError, SeveralInvoices, Unreadable, UsageError

if TYPE_CHECKING:
    from einvoice.context import Context
    from einvoice.formats.document import Document
    from einvoice.lifecycle.request import Request, System


@dataclasses.dataclass(frozen=True)
class Given:
    """What stood on the command line.  *credentials* go before what the environment happens to have."""

    invoice: str | None
    format: str | None
    context: Context
    parameters: dict[str, str]
    file: str | None = None
    answer: str | None = None
    credentials: Any = None

    def document(self) -> Document | None:
        """Return the invoice with its source, None when none was named."""
        import einvoice

        if self.invoice is None:
            return None
        source = fetch(self.invoice) if self.invoice == "-" else self.invoice
        try:
            return einvoice.read(source, self.format, self.context)
        except SeveralInvoices as error:
            raise SeveralInvoices(
                "the source holds several invoices, and a request is about one",
                fix=f"part it first: einvoice convert {self.invoice} --to model -o parted/",
                source=self.invoice,
            ) from error
        except EInvoiceError as error:
            error.source = error.source or self.invoice
            raise


def system_named(name: str) -> System:
    """Return *name*, which click has checked, as a system."""
    return cast("System", name)


def fetch(path: str) -> bytes:
    """Return the bytes of the file *path*; ``-`` is standard input."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise Unreadable(
            f"cannot read the file: {error.strerror or error}", fix="check the path and the rights", source=path
        ) from error


def show(system: str, operation: str, given: Given, *, form: str) -> None:
    """Print the request that does *operation* at *system*."""
    from einvoice.lifecycle import shown
    from einvoice.report import json as report_json

    request = made(system, operation, given)
    match form:
        case "curl":
            output.put_text(shown.as_curl(request))
        case "json":
            output.put(report_json.dumps({"tool": report_json.tool(), "request": shown.as_dict(request)}))
        case _:
            output.put_text(shown.as_http(request))
    show_notes(request)


def made(system: str, operation: str, given: Given) -> Request:
    """Return the request that does *operation* at *system*."""
    from einvoice.lifecycle import systems

    where = system_named(system)
    id = systems.operation_id(where, operation)
    parameters = systems.implied(where, operation, id) | given.parameters
    return _BUILDERS[where](id, dataclasses.replace(given, parameters=parameters))


def show_notes(request: Request) -> None:
    """Write what is not sure about *request* to standard error."""
    from einvoice.report import text

    notes = [f"note: {note}" for note in request.notes]
    if not request.verified:
        notes.insert(0, "not verified: path or body rest on a pattern that nobody has confirmed")
    for note in notes:
        click.echo(text.one_line(f"einvoice: {note}"), err=True)


def credentials(system: System, placeholders: Any) -> Any:
    """Return *placeholders*, a record of credentials, with what the environment has."""
    from einvoice.lifecycle.credentials import fields_of, truth_of

    found: dict[str, Any] = {}
    for each in fields_of(system):
        value = os.environ.get(each.variable)
        if value:
            found[each.name] = truth_of(each.variable, value) if each.truth else value
    return dataclasses.replace(placeholders, **found)


# ---------------------------------------------------------------------------------- the systems


def _collector(operation: str, given: Given) -> Request:
    from einvoice.lifecycle import collector

    values: dict[str, Any] = dict(given.parameters)
    service = values.pop("service", None)
    if "lines" in values:
        values["lines"] = _lines(values["lines"])
    document = given.document()
    return collector.build(
        operation,
        document.invoice if document is not None else None,
        given.context,
        parameters=values,
        credentials=given.credentials or credentials("collector", collector.Credentials()),
        service=service,
    )


def _lines(text: str) -> dict[str, Decimal | None]:
    """Return the lines and quantities in ``1:2,3``; a line without a quantity is all of it."""
    found: dict[str, Decimal | None] = {}
    for part in text.split(","):
        name, colon, quantity = part.strip().rpartition(":")
        name = name if colon else quantity
        try:
            if not name or name in found:
                raise ValueError(part)
            found[name] = Decimal(quantity) if colon else None
            if colon and not Decimal(quantity).is_finite():
                raise ValueError(part)
        except (InvalidOperation, ValueError) as error:
            raise UsageError(
                f"lines has {part.strip()!r}, expected a line and its quantity, each once",
                fix="write lines=1:2,3 for two of line 1 and all of line 3",
            ) from error
    return found


def _netvisor(operation: str, given: Given) -> Request:
    import uuid

    from einvoice.lifecycle import netvisor
    from einvoice.lifecycle.netvisor.mac import PLACEHOLDERS

    values: dict[str, Any] = dict(given.parameters)
    now, number = values.pop("now", None), values.pop("transaction_id", None)
    lines = values.pop("lines", None)
    document = given.document()
    if netvisor.RESOURCES[operation].body == "batch":
        raise UsageError(f"{operation} takes several documents", fix="call einvoice.lifecycle.netvisor.build in Python")
    wanted = netvisor.RESOURCES[operation].body == "salesinvoice"
    return netvisor.build(
        operation,
        document.invoice if document is not None else None,
        given.context,
        parameters=values,
        credentials=given.credentials or credentials("netvisor", PLACEHOLDERS),
        now=datetime.now(UTC) if now is None else _time(now),
        transaction_id=number or str(uuid.uuid4()),
        document=_bytes(given, document, "netvisor") if wanted else None,
        lines=() if lines is None else _records(lines),
    )


def _billecta(operation: str, given: Given) -> Request:
    from einvoice.lifecycle import billecta
    from einvoice.lifecycle.operations import NATIVE

    values: dict[str, Any] = dict(given.parameters)
    path = values.pop("path", None)
    document = given.document()
    wanted = given.file is not None or NATIVE[operation].request == "InvoiceActionEntryView"
    return billecta.build(
        operation,
        document.invoice if document is not None else None,
        given.context,
        parameters=values,
        credentials=given.credentials or credentials("billecta", billecta.Credentials()),
        document=_bytes(given, document, "billecta") if wanted else None,
        path=path,
    )


def _inexchange(operation: str, given: Given) -> Request:
    from einvoice import jsontext
    from einvoice.lifecycle import inexchange
    from einvoice.lifecycle.response import read_saved
    from einvoice.routing import read_answer

    document = given.document()
    return inexchange.build(
        operation,
        document.invoice if document is not None else None,
        given.context,
        parameters=given.parameters,
        credentials=given.credentials or credentials("inexchange", inexchange.Credentials()),
        answer=None if given.answer is None else read_answer(jsontext.parse(read_saved(fetch(given.answer)).body)),
        content=_bytes(given, document, "peppol-bis") if operation == "inexchange.upload" else None,
    )


_BUILDERS: Final[dict[System, Callable[[str, Given], Request]]] = {
    "collector": _collector,
    "netvisor": _netvisor,
    "billecta": _billecta,
    "inexchange": _inexchange,
}
"""System → how its builder is called."""


def _bytes(given: Given, document: Document | None, format: str) -> bytes | None:
    """Return the document to send: the bytes of ``--file``, else the invoice in the *format* of the system."""
    import einvoice
    from einvoice.report import text

    if given.file is not None:
        return fetch(given.file)
    if document is None:
        return None
    written = einvoice.write(document.invoice, format, given.context)
    for finding in written.findings:
        for line in text.finding_lines(finding, given.invoice or ""):
            click.echo(line, err=True)
    return written.data


def _time(value: str) -> datetime:
    try:
        found = datetime.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"now is {value!r}, expected a time", fix="write it as 2026-11-20T08:00:00+00:00") from error
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


_ORDER_LINES: Final = 'write lines=[{"netvisorkey": 71, "deliveryamount": 2, "deliverydate": "2026-11-20"}]'


def _records(text: str) -> list[dict[str, Any]]:
    from einvoice import jsontext

    try:
        found = jsontext.parse(text.encode("utf-8"))
        listed = list(found) if isinstance(found, jsontext.Items) else [found]  # a list is read while it is walked
    except InputError as error:
        raise UsageError(f"lines is no JSON: {error.message}", fix=_ORDER_LINES) from error
    if not all(isinstance(each, dict) for each in listed):
        raise UsageError("lines is no list of objects", fix=_ORDER_LINES)
    return listed
