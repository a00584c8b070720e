"""Answers of Billecta: what was created, invoices and lists, errors, and what is no answer.

An answer is told by its members: ``PublicId`` alone is what was created, ``State`` an invoice, ``Stage`` an invoice of
a list, ``Message`` without either an error.  Errors come with HTTP 400 and a text in Swedish; the few that are known
are explained, the others passed on.  Amounts are whole numbers of minor units, and come out in major units.

Billecta has no word for an overdue invoice: that one is overdue is told by due date, open amount and today's date,
which `InvoiceState.from_native` takes.

Sources: the published JSON schemas; real answers of public clients.

>>> answer = parse(b'{"Message": "Kunden hittades inte", "ExternalErrorCode": null}', status=400)
>>> answer.ok, answer.code, answer.meaning
(False, '400', 'there is no such customer (Billecta says: Kunden hittades inte)')
>>> parse(b'{"PublicId": "2405395441"}', "billecta.create").values
{'id': '2405395441'}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from einvoice import codelists, jsontext
from einvoice.errors import InputError
from einvoice.findings import Finding, Severity
from einvoice.lifecycle.machine import InvoiceState
from einvoice.lifecycle.no_answer import UNKNOWN_OUTCOME, is_page, may_go_again, no_answer, stranger
from einvoice.lifecycle.operations import NATIVE
from einvoice.lifecycle.request import Answer, Request

MESSAGES: Final = (
    # the message, what it means, what to do
    (
        "Kunden hittades inte",
        "there is no such customer",
        "check DebtorPublicId; a customer is created before the invoice",
    ),
    (
        r"Enum av typen (?P<name>\w+) har otillåtet värde: (?P<value>\w+) \((?P<number>-?\d+)\)",
        "{name} may not be {value} ({number})",
        "state one of the values of {name}; a member that is left out is the first of them, or Undefined",
    ),
)
"""Messages that are known, as patterns."""

STATUSES: Final = {
    400: ("Billecta refuses the request", "mend what the message names, and send it again"),
    401: ("the token is wrong, or no longer valid", "get a new token, and send it as SecureToken with its base64"),
    403: ("the token may not do this", "check what the user of the token may do, and whose invoice it is"),
    404: ("there is nothing at this path", "check the identifier, and the path where it came from the context"),
    405: ("the path takes another method", "check method and path in the documentation of Billecta"),
    429: ("too many requests", "wait, and send it again"),
}
"""Statuses of HTTP that say something by themselves."""

ALLOWED: Final = {
    "CanPause": "pause",
    "CanResume": "resume",
    "CanCreateCreditInvoice": "credit",
    "CanCreateInterestInvoice": "charge_interest",
    "CanRegisterPayment": "register_payment",
    "CanSendManualInvoice": "send",
    "CanResendManualInvoice": "resend",
    "CanSendManualReminderInvoice": "remind",
    "CanPostpone": "postpone_next_event",
    "CanSendToDebtCollection": "send_to_collection",
    "CanDispute": "dispute",
    "CanUnDispute": "undispute",
    "CanSell": "sell",
    "CanCancelSalesRequest": "cancel_sale",
    "CanCreateAutogiroWithdrawal": "create_direct_debit",
}
"""What Billecta itself says is allowed now, and the neutral operation; CanMakeManual has none."""

_MOST: Final = 2_000
"""Characters of a message."""

_AMOUNTS: Final = {
    "InvoicedAmount": "amount",
    "CurrentAmount": "open_amount",
    "PaidAmount": "paid_amount",
    "CreditedAmount": "credited_amount",
    "WriteOffAmount": "written_off_amount",
    "TotalVATAmount": "vat_amount",
    "SourceOriginalAmount": "amount",
    "SourceCurrentAmount": "open_amount",
    "CurrentFeeAmount": "fee_amount",
    "CurrentValue": "open_amount",
    "ReminderFee": "fee_amount",
    "Amount": "amount",
    "RefundedAmount": "refunded_amount",
}
_DAYS: Final = {
    "InvoiceDate": "issue_date",
    "DueDate": "due_date",
    "ClosedDate": "closed_date",
    "InvoiceSentDate": "sent_date",
    "AttestedDate": "attested_date",
    "NextEventDate": "next_event_date",
    "PaymentDate": "payment_date",
    "LastReminderDate": "reminder_date",
    "LastReminderDueDate": "reminder_due_date",
}
_TEXTS: Final = {
    "ActionPublicId": "id",
    "InvoiceNumber": "invoice_number",
    "OCR": "payment_reference",
    "CreditorPublicId": "creditor_id",
    "DebtorPublicId": "debtor_id",
    "DebtorName": "customer_name",
    "ExternalReference": "reference",
    "DeliveryStatus": "delivery_status",
    "NextEvent": "next_event",
    "SourceActionPublicId": "source_id",
    "ReminderInvoiceActionPublicId": "reminder_id",
    "PaymentPublicId": "payment_id",
    "PaymentWindowUrl": "url",
}
_FORM: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?", re.ASCII
)


def parse(
    body: bytes, operation: str | None = None, *, status: int | None = None, request: Request | None = None
) -> Answer:
    """Return what *body*, answered with the HTTP *status*, says to *operation*, or to *request*."""
    operation = operation or (request.operation if request is not None else None)
    native = NATIVE.get(operation or "")
    repeatable = request is not None and request.repeatable
    good = status is None or 200 <= status < 300
    previews = native is not None and native.neutral == "preview"
    expects = previews or bool(native and native.answer)
    if body.startswith(b"%PDF-") and good and (previews or native is None):
        return Answer("billecta", operation, True, values={"document": body})
    if not body.strip() and status is not None and good and not expects:
        return Answer("billecta", operation, True)
    if body.strip() and not is_page(body):
        try:
            return _Reading(operation, status, request, body).read(jsontext.parse(body))
        except InputError as error:
            problem: InputError | None = error
    else:
        problem = None
    if status in STATUSES:
        return _status(operation, status, repeatable)
    return no_answer(
        "billecta", operation, body, "JSON of Billecta", status=status, error=problem, repeatable=repeatable
    )


def _status(operation: str | None, status: int, repeatable: bool, message: str = "", code: str | None = None) -> Answer:
    meaning, fix = STATUSES[status]
    return Answer(
        "billecta",
        operation,
        ok=False,
        code=code or str(status),
        meaning=meaning + (f" (Billecta says: {message})" if message else ""),
        fix=fix,
        retry=may_go_again(status, repeatable=repeatable),
        values={"message": message} if message else {},
    )


class _Reading:
    """One answer on its way; *findings* name what was not understood."""

    def __init__(self, operation: str | None, status: int | None, request: Request | None, body: bytes) -> None:
        self.operation = operation
        self.status = status
        self.request = request
        self.repeatable = request is not None and request.repeatable
        self.body = body
        self.findings: list[Finding] = []

    def read(self, value: Any) -> Answer:
        """Return what the parsed *value* says; raises `InputError` where an item of a list is broken."""
        if isinstance(value, jsontext.Items):
            value = list(value)
        if (
            isinstance(value, dict)
            and "Message" in value
            and not value.keys() & {"ActionPublicId", "PublicId", "Records"}
        ):
            return self._error(value)
        if self.status is not None and not 200 <= self.status < 300:
            if self.status in STATUSES:
                return _status(self.operation, self.status, self.repeatable)
            return stranger(
                "billecta",
                self.operation,
                "EI-ANSWER-OTHER",
                f"HTTP says {self.status}, and the answer is no error of Billecta",
                status=self.status,
                repeatable=self.repeatable,
            )
        native = NATIVE.get(self.operation or "")
        view = native.answer[0] if native is not None and native.answer else ""
        values = self._values(value, view)
        wanted = "payment_id" if view == "CreditCardPaymentView" else _LISTS.get(view, "id")
        if view and wanted not in values:
            return stranger(
                "billecta",
                self.operation,
                "EI-ANSWER-OTHER",
                f"the answer is no {view}",
                status=self.status,
                repeatable=self.repeatable,
            )
        return Answer(
            "billecta", self.operation, True, values=values, native=value, findings=tuple(dict.fromkeys(self.findings))
        )

    def _error(self, value: Mapping[str, Any]) -> Answer:
        message = " ".join(str(value.get("Message") or "").split())[:_MOST]
        if self.request is not None:
            message = self.request.masked(message)
        code = value.get("ExternalErrorCode") or (str(self.status) if self.status is not None else None)
        if (self.status or 400) != 400 and self.status in STATUSES:
            return _status(self.operation, self.status, self.repeatable, message, str(code))
        meaning, fix = STATUSES[400]
        for pattern, words, remedy in MESSAGES:
            if found := re.search(pattern, message):
                meaning, fix = words.format(**found.groupdict()), remedy.format(**found.groupdict())
        return Answer(
            "billecta",
            self.operation,
            ok=False,
            code=None if code is None else str(code),
            meaning=f"{meaning} (Billecta says: {message or 'nothing'})",
            fix=fix if (self.status or 400) < 500 else UNKNOWN_OUTCOME,
            retry=may_go_again(self.status, repeatable=self.repeatable),
            values={"message": message} if message else {},
            native=value,
        )

    def _values(self, value: Any, view: str) -> dict[str, Any]:
        if isinstance(value, list):
            items = [item for item in value if isinstance(item, dict)]
            if len(items) < len(value):
                self._note("EI-ANSWER-OTHER", f"{len(value) - len(items)} of {len(value)} items are no objects", "")
            read = tuple(self._item(item, f"/{at}") for at, item in enumerate(items))
            return {_list_of(items, view): read}
        if not isinstance(value, dict):
            if value is not None and value != "":
                self._note("EI-ANSWER-UNKNOWN", f"the answer is {str(value)[:60]!r}, and kept as it is", "")
            return {}
        if "PublicId" in value:
            # One public client expects several, parted by semicolons.
            ids = [each.strip() for each in str(value["PublicId"] or "").split(";") if each.strip()]
            if not ids:
                self._note("EI-ANSWER-VALUE", "PublicId is empty", "/PublicId")
                return {}
            return {"id": ids[0]} | ({"ids": tuple(ids)} if len(ids) > 1 else {})
        values = self._item(value, "")
        if "Records" in value and "State" in value:
            values["document"] = self.body
        return values

    def _item(self, item: dict[str, Any], path: str) -> dict[str, Any]:
        """Return what an invoice, a reminder or a payment says, by neutral name."""
        values: dict[str, Any] = {}
        state = item["State"] if isinstance(item.get("State"), dict) else {}
        inner = item["Invoices"][0] if isinstance(item.get("Invoices"), list) and item["Invoices"] else {}
        debtor = item["Debtor"] if isinstance(item.get("Debtor"), dict) else {}
        flat = {
            **(inner if isinstance(inner, dict) else {}),
            **state,
            **{k: v for k, v in item.items() if v is not None},
        }
        for name, neutral in _TEXTS.items():
            if flat.get(name) is not None and str(flat[name]).strip():
                values[neutral] = str(flat[name]).strip()
        if debtor:
            values |= {
                neutral: str(debtor[name])
                for name, neutral in (("DebtorPublicId", "debtor_id"), ("Name", "customer_name"))
                if debtor.get(name)
            }
        for name, neutral in _DAYS.items():
            if (day := self._day(flat.get(name), f"{path}/{name}")) is not None:
                values[neutral] = day
        for name, neutral in _AMOUNTS.items():
            if (money := self._amount(flat.get(name), f"{path}/{name}")) is not None:
                values[neutral], values["currency"] = money
        if (stage := flat.get("Stage")) is not None:
            self._state(values, str(stage), flat, path)
        elif flat.get("Status") is not None:
            values["native_status"] = str(flat["Status"])
        if any(name in item for name in ALLOWED):
            values["allowed"] = tuple(neutral for name, neutral in ALLOWED.items() if item.get(name) is True)
        if isinstance(item.get("Events"), list):
            values["events"] = tuple(self._event(each, path) for each in item["Events"] if isinstance(each, dict))
        if not values or not item.keys() & {"Stage", "State", "SourceActionPublicId", "PaymentPublicId"}:
            self._note("EI-ANSWER-UNKNOWN", "the answer is none of the invoice module, and kept as it is", path)
        return values

    def _state(self, values: dict[str, Any], stage: str, flat: Mapping[str, Any], path: str) -> None:
        values["native_status"] = stage
        marks = (
            ("paused", flat.get("IsPaused") is True),
            ("disputed", flat.get("IsDisputed") is True or self._day(flat.get("DisputedDate"), path) is not None),
            ("locked", flat.get("IsLocked") is True),
            ("reminder_active", bool(flat.get("ReminderInvoiceActionPublicId"))),
        )
        state, findings = InvoiceState.from_native(
            "billecta",
            stage,
            flags=[name for name, true in marks if true],
            paid=values.get("paid_amount"),
            credited=values.get("credited_amount"),
            written_off=values.get("written_off_amount"),
            sent="sent_date" in values,
        )
        self.findings += [each.at(f"{path}/Stage") for each in findings]
        if state is not None and state.state is not None:
            values["status"] = state.state
            values["flags"] = tuple(sorted(state.flags))

    def _event(self, event: Mapping[str, Any], path: str) -> dict[str, Any]:
        found: dict[str, Any] = {"type": str(event.get("EventType"))}
        if (day := self._day(event.get("EventDate"), f"{path}/Events")) is not None:
            found["date"] = day
        found |= {
            neutral: event[name] for name, neutral in (("Title", "title"), ("Content", "text")) if event.get(name)
        }
        if isinstance(event.get("HasOccured"), bool):
            found["happened"] = event["HasOccured"]
        return found

    def _day(self, value: Any, path: str) -> date | None:
        if value is None or value == "":
            return None
        day = read_day(str(value))
        if day is None:
            self._note("EI-ANSWER-VALUE", f"{str(value)[:60]!r} is no date and time", path, str(value))
        return None if day == date.min else day

    def _amount(self, value: Any, path: str) -> tuple[Decimal, str] | None:
        """Return an AmountView in major units; ValueForView is for display only."""
        if value is None:
            return None
        minor = value.get("Value") if isinstance(value, dict) else None
        currency = str(value.get("CurrencyCode")) if isinstance(value, dict) else None
        if currency is None or not (isinstance(minor, jsontext.Number) and re.fullmatch(r"-?[0-9]{1,18}", minor)):
            self._note("EI-ANSWER-VALUE", "the amount has no whole number of minor units", path)
            return None
        try:
            return Decimal(minor).scaleb(-codelists.minor_units(currency)), currency
        except LookupError:
            self._note("EI-ANSWER-VALUE", f"{currency[:20]!r} is no currency", path, currency)
            return None

    def _note(self, code: str, message: str, path: str, value: str | None = None) -> None:
        known = code != "EI-ANSWER-UNKNOWN"
        fix = "look at the answer as it came" if known else "nothing is to do"
        severity: Severity = "warning" if known else "info"
        self.findings.append(Finding(code, severity, "input", message, fix, path=path or None, value=value))


_LISTS: Final = {
    "array of InvoiceActionSubView": "invoices",
    "array of ReminderInvoiceActionSubView": "reminders",
    "array of CreditCardPaymentView": "payments",
}
"""View of an answer → what its items are."""


def _list_of(items: list[dict[str, Any]], view: str) -> str:
    """Return what *items* are: by the *view* that the operation answers, else by their members."""
    if view in _LISTS:
        return _LISTS[view]
    if items and all("PaymentPublicId" in item and "Stage" not in item for item in items):
        return "payments"
    return "reminders" if items and all("SourceActionPublicId" in item for item in items) else "invoices"


@cache
def _stockholm() -> ZoneInfo:
    return ZoneInfo("Europe/Stockholm")


def read_day(text: str) -> date | None:
    """Return the day in Stockholm: an offset is converted before the day is taken, a time without one is local.

    The first day of the calendar stands for "no value".  None where *text* is no date.

    >>> read_day("2024-05-31T22:00:00Z"), read_day("2021-01-20 16:02:04+0100"), read_day("soon")
    (datetime.date(2024, 6, 1), datetime.date(2021, 1, 20), None)
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    day, time, utc, sign, hours, minutes = found.groups()
    try:
        if time is None or (utc is None and sign is None):
            return datetime.fromisoformat(f"{day} {time or '00:00'}").date()
        moment = datetime.fromisoformat(f"{day} {time}")
        offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        zone = UTC if utc else timezone(-offset if sign == "-" else offset)
        if moment.year == 1:
            return moment.date()
        return moment.replace(tzinfo=zone).astimezone(_stockholm()).date()
    except (ValueError, OverflowError):
        return None
