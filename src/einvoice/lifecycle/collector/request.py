"""Operation, invoice, context and parameters to a SOAP request for Collector/Walley.

Parameters have the names of the elements (``InvoiceNo``, ``StoreId``); those of an object stand behind a point
(``PaymentInfo.ReceiverName``).  What is not given comes from the invoice and from ``[collector]`` of the context
(`source.py`).  Elements stand in the order of the alphabet, as in every sample of the vendor; those of an address in
the order of public clients.

>>> request = build("collector.cancel", parameters={"InvoiceNo": "4576392", "CountryCode": "SE"})
>>> request.url, request.header("SOAPAction").rpartition("/")[2]
('https://ecommerce.collector.se/v3.0/InvoiceServiceV31.svc', 'CancelInvoice"')
"""

from __future__ import annotations

import difflib
import ipaddress
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, cast
from xml.sax.saxutils import escape

from einvoice.context import Context
from einvoice.errors import UsageError
from einvoice.lifecycle.collector.rows import Article, Row, articles_of, rows_of, whole_lines
from einvoice.lifecycle.collector.service import (
    CLIENT_IP_IN_SAMPLES,
    CLIENT_IP_IN_WSDL,
    ENVELOPE,
    NEWER_ELEMENTS,
    NEWER_OPERATIONS,
    Service,
    service_named,
)
from einvoice.lifecycle.collector.source import Source, is_personal
from einvoice.lifecycle.operations import NATIVE, NativeOperation, Parameter
from einvoice.lifecycle.request import Request
from einvoice.lifecycle.spelling import amount, missing, refuse_unknown, spell
from einvoice.model import Invoice

REPEATABLE: Final = frozenset({"collector.replace", "collector.get"})
"""Operations that may be sent twice.

The others answer a second time with a fault that reads as if the first had failed, or do more.
"""

UNCONFIRMED: Final = {
    "collector.add": "the order of the elements of an address is that of a public client, not of the vendor",
    "collector.adjust": "the elements of the older services are those of a public client; the newer ones take rows",
}
"""Operations whose body rests on more than the tables and samples of the vendor, and on what."""

OPTIONAL: Final = {
    "collector.add": (
        "CorrelationId",
        "CostCenter",
        "CreditTime",
        "CustomerNo",
        "Gender",
        "OrderNo",
        "ProductCode",
        "PurchaseType",
        "Reference",
        "SalesPerson",
    )
}
"""Elements beyond the tables, all optional."""

ADJUSTMENT: Final = {"Amount": "decimal", "ArticleId": "string", "Description": "string", "Vat": "decimal"}
"""What AdjustInvoice sends: one amount with its sign, in the newer services as a row."""

TEXT: Final = 50
"""Characters of the texts of rows and headers."""

MAX_QUANTITY: Final = 99_999_999
WHOLE_DIGITS: Final = 6
DECIMALS: Final = 2

PAYMENT_INFO: Final[Mapping[str, int | None]] = {
    "BankAccount": 50,
    "BankAccountType": None,
    "PaymentReference": 350,
    "ReceiverName": 64,
    "ReceiverRegNumber": 64,
}
"""Elements of PaymentInfo, with the length of those that are texts."""

OCR_ACCOUNTS: Final = ("2", "4")
OCR_DIGITS: Final = 20
"""With these types of account PaymentReference is an OCR number."""

ADDRESS: Final = (
    "Address1",
    "Address2",
    "COAddress",
    "City",
    "CountryCode",
    "PostalCode",
    "CellPhoneNumber",
    "CompanyName",
    "Email",
    "Firstname",
    "Lastname",
    "PhoneNumber",
)
"""Elements of an address, in their order."""

ADDRESS_NEEDS: Final = ("Address1", "City", "CountryCode", "PostalCode")

CHOICES: Final = {
    "InvoiceDeliveryMethod": ("1", "2"),
    "ActivationOption": ("0", "1", "2"),
    "InvoiceType": ("0", "1", "3", "4", "5"),
    "PaymentInfo.BankAccountType": ("0", "1", "2", "3", "4", "5"),
}
"""Values that are one of a few numbers; `einvoice.lifecycle.operations` says what each means."""


@dataclass(frozen=True)
class Credentials:
    """User name and password of the interface.  Without them a request has placeholders, as the vendor's samples."""

    username: str = "USERNAME"
    password: str = field(default="PASSWORD", repr=False)


def build(
    operation: str,
    invoice: Invoice | None = None,
    context: Context | None = None,
    *,
    parameters: Mapping[str, Any] | None = None,
    credentials: Credentials | None = None,
    service: str | None = None,
) -> Request:
    """Return the request that does *operation* (``collector.activate`` or ``ActivateInvoice``).

    *invoice* is the one that was added, or the credit note for CreditInvoice and PartCreditInvoice.  Of *parameters*
    ``lines`` names the rows of a list of articles, as `articles_of` takes them; ``ArticleList`` and ``InvoiceRows``
    take `Article` and `Row`.  *service* goes before that of the context.

    Raises UsageError for a parameter that is missing, unknown, too long or of another kind.
    """
    native = _operation(operation)
    context = context or Context()
    chosen = service_named(service or context.collector.service)
    if native.id in NEWER_OPERATIONS and not chosen.newer:
        raise UsageError(
            f"{native.name} is no operation of {chosen.name}", fix="take a newer service, such as PaymentServiceV10"
        )
    given = {name: value for name, value in (parameters or {}).items() if value is not None}
    call = _Call(native, chosen, given, invoice, context)
    body = "".join(call.element(each) for each in call.elements)
    who = credentials or Credentials()
    headers = {"Username": who.username, "Password": who.password, "ClientIpAddress": call.client_address()}
    head = "".join(call.one(name, _text(name, text, TEXT)) for name, text in headers.items() if text is not None)
    envelope = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<soapenv:Envelope xmlns:soapenv="{ENVELOPE}" xmlns:{chosen.prefix}="{chosen.namespace}">\n'
        f"<soapenv:Header>\n{head}</soapenv:Header>\n"
        f"<soapenv:Body>\n{call.one(f'{native.name}Request', body)}</soapenv:Body>\n</soapenv:Envelope>\n"
    )
    call.notes.insert(0, native.note)
    if not chosen.confirmed:
        call.notes.append(f"the SOAP action and the address of {chosen.name} follow the pattern of InvoiceServiceV31")
    if (why := UNCONFIRMED.get(native.id)) is not None:
        call.notes.append(why)
    return Request(
        "collector",
        native.id,
        "POST",
        chosen.url(test=context.collector.test),
        headers=(
            ("Content-Type", "text/xml; charset=utf-8"),
            ("SOAPAction", f'"{chosen.soap_action(native.name)}"'),
        ),
        body=envelope.encode("utf-8"),
        repeatable=native.id in REPEATABLE,
        verified=chosen.confirmed and native.id not in UNCONFIRMED,
        notes=tuple(dict.fromkeys(call.notes)),
        secrets=frozenset({who.password, *call.secrets}),
    )


def _operation(name: str) -> NativeOperation:
    known = {each.id: each for each in NATIVE.values() if each.system == "collector"}
    found = known.get(name) or next((each for each in known.values() if each.name == name), None)
    if found is None:
        close = difflib.get_close_matches(name, [*known, *(each.name for each in known.values())], 1)
        raise UsageError(
            f"no operation {name!r} of Collector/Walley",
            fix=f"did you mean {close[0]}?" if close else f"take one of {', '.join(known)}",
        )
    return found


class _Call:
    """One request while it is made: its elements in order, and what is to be said or masked of them."""

    def __init__(
        self,
        native: NativeOperation,
        service: Service,
        given: Mapping[str, Any],
        invoice: Invoice | None,
        context: Context,
    ) -> None:
        self.native = native
        self.service = service
        self.given = given
        self.notes: list[str] = []
        self.secrets: set[str] = set()
        self.source = Source(invoice, context, given, self.notes)
        self.elements = sorted(self._elements(), key=lambda each: each.name)
        refuse_unknown(native.name, given, self._names())

    def _elements(self) -> Iterable[Parameter]:
        for each in self.native.parameters:
            if each.type == "scalar":  # AdjustInvoice of the older services, four elements in one row of the table
                if not self.service.newer:
                    for name, kind in ADJUSTMENT.items():
                        yield Parameter(name, "body", kind, "yes", TEXT if kind == "string" else None, each.meaning)
            elif each.place == "body" and (self.service.newer or not self._is_adjustment(each.name)):
                yield each
        for name in OPTIONAL.get(self.native.id, ()):
            kind = "int" if name == "CreditTime" else "string"
            yield Parameter(name, "body", kind, "no", TEXT if name == "CorrelationId" else None, "")

    def _is_adjustment(self, name: str) -> bool:
        return self.native.id == "collector.adjust" and name == "InvoiceRows"

    def _names(self) -> list[str]:
        """Return the names that a caller may give."""
        found = ["ClientIpAddress"]
        for each in self.elements:
            found.append(each.name)
            if each.type == "object":
                found += [f"{each.name}.{name}" for name in PAYMENT_INFO]
            elif each.type == "Address":
                found += [f"{each.name}.{name}" for name in ADDRESS]
            elif each.type == "Article[]":
                found.append("lines")
            elif self._is_adjustment(each.name):
                found += ADJUSTMENT
        return found

    def one(self, name: str, content: str) -> str:
        """Return an element on a line of its own, with what it holds: elements, or text that is escaped already."""
        name = f"{self.service.prefix}:{name}"
        return f"<{name}>\n{content}</{name}>\n" if content.startswith("<") else f"<{name}>{content}</{name}>\n"

    def element(self, each: Parameter) -> str:
        """Return the element *each* as XML, empty where it is left out."""
        name = each.name
        if name in NEWER_ELEMENTS and not self.service.newer:
            if name in self.given or self._members(name):
                raise UsageError(
                    f"{self.service.name} has no {name}",
                    fix="leave it out, or take a newer service, such as PaymentServiceV10",
                )
            return ""
        match each.type:
            case "Article[]":
                items = [self._article(f"{name}[{n}]", a) for n, a in enumerate(self._articles(), 1)]
                return self.one(name, "".join(self.one("Article", item) for item in items))
            case "InvoiceRow[]":
                items = [self._row(f"{name}[{n}]", row) for n, row in enumerate(self._rows(), 1)]
                return self.one(name, "".join(self.one("InvoiceRow", item) for item in items))
            case "Address":
                return self._address(name)
            case "object":
                return self._payment_info(name)
        value = self.source.value(name, self.native.name)
        if value is None:
            if each.required == "yes":
                raise missing(self.native.name, (name,), each.meaning.rstrip("."))
            return ""
        if name == "RegNo" and is_personal(str(value)):
            self.secrets.add(str(value))
        return self.one(name, _spelled(name, value, each.type, each.max))

    # ------------------------------------------------------------------------------ rows and articles

    def _rows(self) -> Sequence[Row]:
        invoice, rows = self.source.invoice, self.given.get("InvoiceRows")
        if rows is None and self.native.id == "collector.adjust":
            rows = [self._adjustment()]
        elif rows is None:
            if invoice is None:
                raise missing(self.native.name, ("InvoiceRows",), "an invoice, or all rows that it is to have")
            if invoice.is_credit_note:
                raise UsageError(
                    f"{self.native.name} takes an invoice, and {invoice.invoice_number} is a credit note",
                    fix="give the invoice; a credit note is CreditInvoice or PartCreditInvoice",
                )
            rows = rows_of(invoice)
            self.notes += [
                f"line {row.key}: quantity {row.of} at its price is no row of a whole quantity and two decimals; the "
                "row has quantity 1 and the whole amount, and no part of it can be activated"
                for row in whole_lines(rows)
            ]
            if any(row.key == "rounding" for row in rows):
                self.notes.append("the last row holds what rounding leaves between the rows and the invoice")
        if not isinstance(rows, Sequence) or not rows or not all(isinstance(row, Row) for row in rows):
            raise UsageError("InvoiceRows is no list of rows", fix="give an invoice, or a list of Row")
        _refuse_other_information(rows)
        return cast(Sequence[Row], rows)

    def _adjustment(self) -> Row:
        if lacking := [name for name in ADJUSTMENT if name not in self.given]:
            raise missing(self.native.name, lacking, "what the adjustment is called, and its amount")
        total, vat = (Decimal(_number(name, self.given[name])) for name in ("Amount", "Vat"))
        return Row(str(self.given["ArticleId"]), str(self.given["Description"]), 1, total, vat)

    def _row(self, at: str, row: Row) -> str:
        unit = row.unit if self.service.newer else None
        parts = {
            "ArticleId": _text(f"{at}.ArticleId", row.article_id, TEXT),
            "Description": _text(f"{at}.Description", row.description, TEXT),
            "Quantity": spell(f"{at}.Quantity", row.quantity, "key", most=MAX_QUANTITY),
            "QuantityUnit": None if unit is None else _text(f"{at}.QuantityUnit", unit, TEXT),
            "UnitPrice": _number(f"{at}.UnitPrice", row.unit_price, padded=True),
            "VAT": _number(f"{at}.VAT", row.vat),
        }
        return "".join(self.one(name, part) for name, part in parts.items() if part is not None)

    def _articles(self) -> Sequence[Article]:
        invoice, articles, lines = self.source.invoice, self.given.get("ArticleList"), self.given.get("lines")
        if articles is None:
            if invoice is None and lines is not None:
                raise UsageError(
                    f"{self.native.name}: lines names lines of an invoice, and none was given",
                    fix="Give the invoice as it was added, or its rows as ArticleList.",
                )
            if invoice is None or (lines is None and not invoice.is_credit_note):
                raise missing(self.native.name, ("ArticleList",), "rows and quantities; or the invoice and its lines")
            articles = articles_of(invoice, lines)
            if invoice.is_credit_note:
                self.notes.append(
                    "articles are those of the credit note; where the invoice has one of them at several prices, each "
                    "needs its UnitPrice"
                )
        if not isinstance(articles, Sequence) or not articles or not all(isinstance(a, Article) for a in articles):
            raise UsageError("ArticleList is no list of articles", fix="name one line at least, or give Articles")
        return cast(Sequence[Article], articles)

    def _article(self, at: str, article: Article) -> str:
        number, text, price = article.article_id, article.description, article.unit_price
        if number is None and text is None and price is None:
            raise missing(at, ("ArticleId or Description",), "or UnitPrice, to tell which row is meant")
        parts = {
            "ArticleId": None if number is None else _text(f"{at}.ArticleId", number, TEXT),
            "Description": None if text is None else _text(f"{at}.Description", text, TEXT),
            "Quantity": spell(f"{at}.Quantity", article.quantity, "key", most=MAX_QUANTITY),
            "UnitPrice": None if price is None else _number(f"{at}.UnitPrice", price, padded=True),
        }
        return "".join(self.one(name, part) for name, part in parts.items() if part is not None)

    # ------------------------------------------------------------------------------ objects

    def _members(self, name: str) -> dict[str, Any]:
        """Return the members of an object: given as one mapping, or each behind a point."""
        found = self.given.get(name, {})
        if not isinstance(found, Mapping):
            raise UsageError(f"{name} is {found!r}, expected its elements", fix=f"give them as {name}.… each")
        prefix = f"{name}."
        dotted = {key.removeprefix(prefix): value for key, value in self.given.items() if key.startswith(prefix)}
        return {key: value for key, value in {**found, **dotted}.items() if value is not None}

    def _payment_info(self, name: str) -> str:
        members = self._members(name)
        if not members:
            return ""
        refuse_unknown(name, members, PAYMENT_INFO)
        limits = dict(PAYMENT_INFO)
        if str(members.get("BankAccountType", "")).strip() in OCR_ACCOUNTS:
            limits["PaymentReference"] = OCR_DIGITS
        kinds = {key: "int" if limit is None else "string" for key, limit in limits.items()}
        return self.one(
            name,
            "".join(
                self.one(key, _spelled(f"{name}.{key}", members[key], kinds[key], limits[key]))
                for key in PAYMENT_INFO
                if key in members
            ),
        )

    def _address(self, name: str) -> str:
        members = {**self.source.address(delivery=name == "DeliveryAddress"), **self._members(name)}
        refuse_unknown(name, members, ADDRESS)
        if lacking := [f"{name}.{key}" for key in ADDRESS_NEEDS if not members.get(key)]:
            raise missing(self.native.name, lacking)
        parts = {key: members[key] for key in ADDRESS if members.get(key)}
        return self.one(
            name,
            "".join(
                self.one(
                    key,
                    spell(f"{name}.{key}", part, "country")
                    if key == "CountryCode"
                    else _text(f"{name}.{key}", part, None),
                )
                for key, part in parts.items()
            ),
        )

    # ------------------------------------------------------------------------------ header

    def client_address(self) -> str | None:
        """Return the address of the customer for the header, None where there is no such header."""
        name = "ClientIpAddress"
        given = self.given.get(name)
        listed = next((each for each in self.native.parameters if each.name == name), None)
        if self.service.newer:
            takes = listed is not None or self.native.id in CLIENT_IP_IN_SAMPLES
        else:
            takes = self.native.id in CLIENT_IP_IN_WSDL
        if not takes:
            if given is not None:
                self.notes.append(f"{name} is left out: {self.native.name} of {self.service.name} has no such header")
            return None
        if given is None:
            if listed is not None and listed.required == "yes":
                raise missing(self.native.name, (name,), listed.meaning.rstrip("."))
            if listed is not None:
                self.notes.append(f"the vendor lists a header {name}, and none was given")
            return None
        try:
            return str(ipaddress.ip_address(str(given).strip()))
        except ValueError as error:
            raise UsageError(f"{name} is {given!r}, expected an IP address", fix="give that of the customer") from error


def _spelled(name: str, value: object, kind: str, limit: int | None) -> str:
    """Return *value* as XML writes it; *kind* is the type of the table."""
    if name in CHOICES:
        return spell(name, value, "choice", CHOICES[name])
    match kind:
        case "int":
            return spell(name, value, "whole", most=2_147_483_647)
        case "datetime":
            return f"{spell(name, value, 'day')}T00:00:00"
        case "decimal":
            return _number(name, value)
    return _text(name, value, limit)


def _text(name: str, value: object, limit: int | None) -> str:
    text = spell(name, value, "text", most=limit)
    if (no_character := text.find("\ufffe") + 1 or text.find("\uffff") + 1) > 0:
        raise UsageError(
            f"{name} has a character that XML forbids at position {no_character}", fix="take it out of the text"
        )
    return escape(text)


def _number(name: str, value: object, *, padded: bool = False) -> str:
    """Return *value* with at most six digits before and two behind the point; *padded*, exactly two."""
    if isinstance(value, float):
        raise UsageError(f"{name} is {value}, a binary fraction", fix="give a Decimal, a whole number or text")
    found = amount(name, value)
    if abs(found) >= 10**WHOLE_DIGITS:
        raise UsageError(
            f"{name} is {found:f}, and at most {WHOLE_DIGITS} digits may stand before the point",
            fix="correct the amount, or part it",
        )
    text = f"{found.normalize():f}" if found else "0"
    head, _, tail = text.partition(".")
    if len(tail) > DECIMALS:
        raise UsageError(
            f"{name} is {found:f}, and at most {DECIMALS} decimals may stand behind the point", fix="round the amount"
        )
    return f"{head}.{tail:0<{DECIMALS}}" if padded else text


def _refuse_other_information(rows: Sequence[Row]) -> None:
    """Raise for two rows of one article that differ in price or VAT, which the service refuses."""
    said: dict[tuple[str, str], Row] = {}
    for number, row in enumerate(rows, 1):
        first = said.setdefault((row.article_id, row.description), row)
        if (first.unit_price, first.vat) != (row.unit_price, row.vat):
            raise UsageError(
                f"InvoiceRows[{number}]: {row.article_id!r} {row.description!r} is {row.unit_price} at {row.vat} % VAT "
                f"here, and {first.unit_price} at {first.vat} % before",
                fix="give the rows different texts or article numbers: Collector refuses the pair "
                "(ARTICLE_EXISTS_BUT_OTHER_INFORMATION)",
            )
