"""Requests to Billecta: where they go, what they say, and how sure that is.

Of the 47 operations of the invoice module the path of ten is confirmed.  The others are asked for only with method and
path from the context, or as *path*, and the request says `verified=False`:

    [billecta.paths]
    dispute = "PUT /v1/invoice/dispute/{id}"
    postpone_first_form = "PUT /v1/invoice/postpone/{id}?days={days}"

What stands in braces is a parameter; one in the query with a question mark, ``{email?}``, may be left out.

Sources: the published documentation and JSON schemas of Billecta; public clients for the paths.

>>> asked = build("billecta.attest", parameters={"id": "2405395441"}, credentials=Credentials("secret"))
>>> asked.method, asked.url, asked.header("Authorization")
('PUT', 'https://api.billecta.com/v1/invoice/attest/2405395441', 'SecureToken c2VjcmV0')
>>> asked.masked(asked.header("Authorization"))
'SecureToken ***'
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Literal, cast
from urllib.parse import quote

from einvoice import jsontext
from einvoice.context import Context
from einvoice.errors import InputError, UsageError
from einvoice.lifecycle.billecta.views import VIEWS, body, dumps
from einvoice.lifecycle.operations import CONFIDENCE, NATIVE, NativeOperation
from einvoice.lifecycle.request import Request
from einvoice.lifecycle.spelling import Kind, check_address, in_order, missing, refuse_unknown, spell
from einvoice.model import Invoice

PRODUCTION: Final = "https://api.billecta.com"
TEST: Final = "https://apitest.billecta.com"

ENTRIES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "InvoiceActionEntryView": (
            "ActionType",
            "CreditorPublicId",
            "DebtorPublicId",
            "InvoiceDate",
            "DueDate",
            "Records",
            "DeliveryMethod",
            "CommunicationLanguage",
        ),
        "VerificationInvoiceActionEntryView": ("CreditorPublicId", "DebtorPublicId", "InvoiceDate", "DueDate"),
    }
)
"""Views that are a whole document, and the members that are always sent: one that is left out is the value 0 of its
enum, which is another thing (DeliveryMethod 0 mails the invoice)."""

ACTION_TYPES: Final = {"2": "InvoiceAction", "3": "CreditInvoiceAction"}
"""What can be created here; an enum is its name or its number."""

ASSUMED_BODIES: Final = {"billecta.mark_rotrut_processed": "ActionPublicIdsView"}
"""Operations whose body is our guess."""

READING: Final = ("get", "list", "list_card_payments", "preview")
"""Neutral operations that change nothing."""

KINDS: Final[Mapping[str, Kind]] = MappingProxyType({"from": "day", "to": "day", "date": "day", "days": "whole"})
"""Parameters that are no plain text, by name; those of the tables have their types there."""

_TYPES: Final[Mapping[str, Kind]] = MappingProxyType({"guid": "guid", "date": "day", "string": "text"})
_STEP: Final = r"(?:[A-Za-z0-9_.-]|\{[A-Za-z_][A-Za-z0-9_]*\})+"
_PAIR: Final = r"[A-Za-z0-9_.-]+=(?:[A-Za-z0-9_.,-]*|\{[A-Za-z_][A-Za-z0-9_]*\??\})"
_TEMPLATE: Final = re.compile(rf"(GET|POST|PUT|DELETE) +((?:/{_STEP})+)(?:\?({_PAIR}(?:&{_PAIR})*))?")
_BRACES: Final = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)(\?)?\}")


@dataclass(frozen=True)
class Credentials:
    """Who asks: the token of the interface, as it was issued.  Without it a request has a placeholder.

    *address* is that of the service where the context does not decide.
    """

    token: str = field(default="SECURE-TOKEN", repr=False)
    address: str | None = None

    def __post_init__(self) -> None:
        if not self.token.strip() or self.token != self.token.strip():
            raise UsageError("the token of Billecta is empty, or has blanks around it", fix="Give it as it was issued.")
        check_address(self.address, PRODUCTION, TEST)


def build(
    operation: str,
    invoice: Invoice | None = None,
    context: Context | None = None,
    *,
    parameters: Mapping[str, Any] | None = None,
    credentials: Credentials | None = None,
    document: bytes | None = None,
    path: str | None = None,
) -> Request:
    """Return the request for *operation* (``billecta.attest``).

    Identifiers that are not among *parameters* are those of *invoice*, when it was read from Billecta, and of the
    context.  *document* is the entry of ``create``, ``update`` and ``preview_posted``, as ``einvoice convert --to
    billecta`` writes it; for an operation whose body nobody knows, the JSON to send.  *path* is method and path, and
    goes before that of the context.

    Raises `UsageError` for what is missing or does not fit, and for an operation whose path nobody knows.
    """
    native = NATIVE.get(operation)
    if native is None or native.system != "billecta":
        known = (each.id for each in NATIVE.values() if each.system == "billecta")
        raise UsageError(f"no operation {operation!r} of Billecta", fix=f"One of {', '.join(known)}.")
    context = context or Context()
    who = credentials or Credentials()
    method, template, query, own = _place(native, context, path)
    given = {name: value for name, value in (parameters or {}).items() if value is not None}
    view = native.request or ASSUMED_BODIES.get(operation)
    given = _known(native, view, invoice, context) | given
    url, pairs, used = _filled(native, template, query, given)
    members = {each.name for each in VIEWS.get(view or "", ())}
    rest = {name: value for name, value in given.items() if name not in used or name in members}
    content, notes = _body(native, view, rest, document, context, method, given.keys() - (parameters or {}).keys())
    if own:
        notes.insert(0, "method and path are those that were given; einvoice does not know them")
    if native.note and view not in ENTRIES:
        notes.append(native.note)
    if who.token == Credentials().token:
        notes.append("the token is a placeholder: Billecta refuses it")
    encoded = base64.b64encode(who.token.encode("utf-8")).decode("ascii")
    address = who.address or (TEST if context.billecta.test else PRODUCTION)
    return Request(
        system="billecta",
        operation=operation,
        method=method,
        url=address.rstrip("/") + url,
        query=tuple(pairs),
        headers=(
            ("Authorization", f"SecureToken {encoded}"),
            ("Accept", "*/*" if native.neutral == "preview" else "application/json"),
            *((("Content-Type", "application/json; charset=utf-8"),) if content is not None else ()),
        ),
        body=content,
        repeatable=method == "GET" and native.neutral in READING,
        verified=not own,
        notes=tuple(notes),
        secrets=frozenset({who.token, encoded}),
    )


# -------------------------------------------------------------------------------------------------------------- where


def _place(
    native: NativeOperation, context: Context, path: str | None
) -> tuple[Literal["GET", "POST", "PUT", "DELETE"], str, str, bool]:
    """Return method, path and query with their braces, and whether they are the caller's."""
    name = native.id.partition(".")[2]
    given = path or context.billecta.paths.get(name) or context.billecta.paths.get(native.id)
    if given is None and not native.verified:
        example = f"{native.method} {native.path}" if native.path else "PUT /v1/invoice/…/{id}"
        sure = CONFIDENCE[native.confidence]
        raise UsageError(
            f"the path of {native.id} is not confirmed ({sure})",
            fix="Look it up in the documentation of Billecta, and write it in the context under [billecta.paths]: "
            f'{name} = "{example}".',
        )
    known = f"{native.method} {native.path}"
    text = given or known
    found = _TEMPLATE.fullmatch(text.strip())
    if found is None or ".." in text:
        raise UsageError(
            f"the path of {native.id} is {text[:80]!r}, expected a method and a path",
            fix='Write it as "PUT /v1/invoice/pause/{id}".',
        )
    method = cast(Literal["GET", "POST", "PUT", "DELETE"], found[1])
    return method, found[2], found[3] or "", not (native.verified and text.strip() == known)


def _filled(
    native: NativeOperation, path: str, query: str, given: Mapping[str, Any]
) -> tuple[str, list[tuple[str, str]], set[str]]:
    """Return path and query with the values in the place of the braces, and the names that were used.

    A value of the query has the name of its parameter, or that in the braces.
    """
    spelled: dict[str, str] = {}
    used: set[str] = set()
    lacking: list[str] = []

    def value(inside: str, name: str, optional: bool) -> str | None:
        used.update((inside, name))
        found = name if given.get(name) is not None else inside
        if given.get(found) is not None:
            spelled[name] = spell(name, given[found], _kind(native, name))
        elif not optional:
            lacking.append(name)
        return spelled.get(name)

    parts = {inside: value(inside, inside, False) for inside, _ in _BRACES.findall(path)}
    pairs = []
    for name, _, template in (item.partition("=") for item in filter(None, query.split("&"))):
        found = _BRACES.fullmatch(template)
        text = template if found is None else value(found[1], name, bool(found[2]))
        if text is not None:
            pairs.append((name, text))
    if lacking:
        raise missing(native.id, dict.fromkeys(lacking), _meanings(native, lacking))
    in_order(native.id, spelled, "from", "to")
    return _BRACES.sub(lambda match: quote(parts[match[1]] or "", safe=""), path), pairs, used


def _kind(native: NativeOperation, name: str) -> Kind:
    for each in native.parameters:
        if each.name == name:
            return _TYPES.get(each.type, "text")
    return KINDS.get(name, "text")


def _meanings(native: NativeOperation, names: list[str]) -> str:
    return " ".join(each.meaning for each in native.parameters if each.name in names).rstrip(".")


def _known(native: NativeOperation, view: str | None, invoice: Invoice | None, context: Context) -> dict[str, Any]:
    """Return the identifiers that the invoice and the context have."""
    found: dict[str, Any] = {}
    of_invoice = invoice.native.get("billecta:ActionPublicId") if invoice is not None else None
    debtor = invoice.buyer.native.get("billecta:DebtorPublicId") if invoice is not None and invoice.buyer else None
    for each in native.parameters:
        if each.name == "id":
            if each.meaning.startswith("ActionPublicId"):
                found["id"] = of_invoice
            elif each.meaning.startswith("CreditorPublicId"):
                found["id"] = context.billecta.creditor_public_id
            elif each.meaning.startswith("DebtorPublicId"):
                found["id"] = debtor
    for member in VIEWS.get(view or "", ()):
        if member.name in ("ActionPublicId", "InvoiceActionPublicId"):
            found[member.name] = of_invoice
    return {name: value for name, value in found.items() if value is not None}


# ------------------------------------------------------------------------------------------------------- what is said


def _body(
    native: NativeOperation,
    view: str | None,
    rest: dict[str, Any],
    document: bytes | None,
    context: Context,
    method: str,
    own: set[str],
) -> tuple[bytes | None, list[str]]:
    """Return the body, and what is to be said of it; *own* are the names of values that nobody asked for."""
    if view in ENTRIES:
        refuse_unknown(native.id, {name: rest[name] for name in rest if name not in own}, ())
        if document is None:
            raise missing(native.id, ["document"], "the entry, as einvoice convert --to billecta writes it")
        return document, _entry(native, view or "", document, context)
    if view is not None:
        if document is not None:
            raise UsageError(f"{native.id} takes no document", fix="Give its values as parameters.")
        content = dumps(body(native.id, view, rest))
        return content, ["the body is assumed to be " + view] if native.id in ASSUMED_BODIES else []
    names = [each.name for each in native.parameters if each.place in ("path", "query") and " " not in each.name]
    left = {name: value for name, value in rest.items() if name not in own}
    if left and not native.verified:
        raise UsageError(
            f"{native.id} has no place for {', '.join(left)} in its path",
            fix=f"Add {{{next(iter(left))}}} to the path, or give the JSON of the body as document.",
        )
    refuse_unknown(native.id, left, names)
    if document is None:
        return None, []
    if native.verified or method not in ("POST", "PUT"):
        raise UsageError(f"{native.id} takes no document", fix="Leave document out.")
    _parsed(native, document)
    return document, ["the body is what was given; einvoice does not know its shape"]


def _entry(native: NativeOperation, view: str, document: bytes, context: Context) -> list[str]:
    """Check the entry, and return what follows from it."""
    entry = _parsed(native, document)
    if not isinstance(entry, dict):
        raise UsageError(f"{native.id}: document is no JSON object", fix="Give one entry; a list goes one by one.")
    if lacking := [name for name in ENTRIES[view] if entry.get(name) is None]:
        raise UsageError(
            f"{native.id}: document lacks {', '.join(lacking)}",
            fix="State them: what is left out is the first value of its kind to Billecta.",
        )
    said, mine = str(entry.get("ActionType")), context.billecta.creditor_public_id
    kind = ACTION_TYPES.get(said, said)
    if view == "InvoiceActionEntryView" and kind not in ACTION_TYPES.values():
        raise UsageError(f"{native.id}: ActionType is {said!r}", fix=f"One of {', '.join(ACTION_TYPES.values())}.")
    if mine is not None and str(entry["CreditorPublicId"]).lower() != mine.lower():
        raise UsageError(
            f"{native.id}: CreditorPublicId is {entry['CreditorPublicId']!r}, and {mine!r} in the context",
            fix="Send the invoice from the account of its seller.",
        )
    notes = []
    if kind == "CreditInvoiceAction":
        if entry.get("CreditingInvoicePublicId"):
            notes.append("a credit note: attest it, then connect it with the invoice that it credits")
        else:
            notes.append("a credit note without CreditingInvoicePublicId: Billecta does not know what it credits")
    if native.neutral in ("create", "update"):
        method = entry.get("DeliveryMethod")
        notes.append(f"a draft until it is attested; then DeliveryMethod {method} decides how it is sent")
    return notes


def _parsed(native: NativeOperation, document: bytes) -> Any:
    try:
        return jsontext.parse(document)
    except InputError as error:
        raise UsageError(f"{native.id}: document cannot be read: {error.message}", fix=error.fix) from error
