"""JSON of Billecta with the types of its views: what the table reads.

`open_tree` walks a value beside its view and returns it with every member as a text that the codecs understand: an
amount becomes one number in major units (`Value` is in minor units, by currency), an enum the name of its value, a
number plain digits.  What cannot be carried is named on the way:

LOSS-UNMAPPED          a member that the view does not have
EI-READ-VALUE          a value of the wrong type, an amount without a whole `Value`, a number that is none
EI-CURRENCY-MIX        an amount in another currency than the first one
EI-BILLECTA-FOR-VIEW   `ValueForView` is not `Value`; `Value` counts
EI-BILLECTA-ENUM       an enum that the service does not know (kept as it stands), or one that is spelled otherwise

`null` is nothing.  Positions in arrays are kept, so that pointers stay true.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, Final

from einvoice import codelists
from einvoice.calc.rounding import exact
from einvoice.errors import TooLarge
from einvoice.findings import Finding, Severity
from einvoice.formats.billecta import views
from einvoice.formats.billecta.views import Member
from einvoice.formats.mapping.codecs import MAX_DIGITS, format_decimal
from einvoice.jsontext import Number

MAX_DEPTH: Final = 40
"""The deepest view has 7 levels."""

MAX_VALUE: Final = 2**63 - 1
"""`Value` is a 64-bit integer."""

_TYPES: Final = {bool: "true or false", str: "a text", Number: "a number", dict: "an object", list: "an array"}

_EXPECTED: Final = {
    "text": ("a text", "write it in quotation marks"),
    "guid": ("a GUID", "write it in quotation marks"),
    "datetime": ("a date", 'write it as "2026-11-20"'),
    "base64": ("a text in Base64", "write it in quotation marks"),
    "enum": ("a name of the list", "write the name in quotation marks"),
    "number": ("a number", "write it as 12.5, without quotation marks"),
    "integer": ("a whole number", "write it as 12, without quotation marks"),
    "long": ("a whole number", "write it as 1200, without quotation marks"),
    "boolean": ("true or false", "write true or false, without quotation marks"),
    "amount": ("an amount", 'write it as {"CurrencyCode": "SEK", "Value": 1250}, Value in minor units (öre)'),
    "view": ("an object", "write it in braces"),
}


@dataclass
class Opened:
    """A document of which all is understood or named: its members, its currency and the findings."""

    members: dict[str, Any]
    currency: str | None = None
    findings: list[Finding] = field(default_factory=list)


@exact
def open_tree(value: dict[str, Any], view: str, pointer: str) -> Opened:
    """Return the object *value*, a *view* that stands at *pointer* (empty for the whole document)."""
    opened = Opened({}, _currency(value, view, 0))
    opened.members = _Walk(opened).object(value, view, pointer, 0)
    return opened


def minor_units(currency: str | None) -> int:
    """Return the decimals of *currency*; two for one that nobody knows."""
    try:
        return codelists.minor_units(currency or "")
    except LookupError:
        return 2


def _currency(value: dict[str, Any], view: str, depth: int) -> str | None:
    """Return the first currency that an amount of *value* states: those before it have the same minor units."""
    members = views.view(view)
    for name, item in value.items():
        member = members.get(name)
        if member is None or depth > MAX_DEPTH:
            continue
        for each in item if isinstance(item, list) else (item,):
            if not isinstance(each, dict):
                continue
            if member.kind == "view" and (found := _currency(each, member.of, depth + 1)) is not None:
                return found
            code = each.get("CurrencyCode") if member.kind == "amount" else None
            if isinstance(code, str) and not isinstance(code, Number) and code.strip():
                return code.strip().upper()
    return None


class _Walk:
    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.findings = opened.findings

    def object(self, value: dict[str, Any], view: str, pointer: str, depth: int) -> dict[str, Any]:
        if depth > MAX_DEPTH:
            raise TooLarge(f"{pointer}: the JSON is nested too deep", fix="no invoice nests that deep")
        members = views.view(view)
        known = views.is_published(view)
        found: dict[str, Any] = {}
        for name, item in value.items():
            if item is None:
                continue
            member = members.get(name)
            if member is not None and (sound := _sound(item, member)) is not None:
                found[name] = sound
                continue
            place = f"{pointer}/{_escaped(name)}"
            if member is not None:
                found[name] = self.member(item, member, place, depth)
            elif known or not _plain(name):
                self.unknown(name, item, place, view, depth)
            else:
                found[name] = self.loose(item, place, depth)
        return found

    def member(self, value: Any, member: Member, place: str, depth: int) -> Any:
        if not member.many:
            return self.one(value, member, place, depth)
        if isinstance(value, list):
            return [None if v is None else self.one(v, member, f"{place}/{n}", depth) for n, v in enumerate(value)]
        self.wrong(value, member.name, "an array", "write it in square brackets", place)
        return None

    def one(self, value: Any, member: Member, place: str, depth: int) -> Any:
        kind = member.kind
        if kind == "view" or kind == "amount":
            if not isinstance(value, dict):
                return self.wrong(value, member.name, *_EXPECTED[kind], place)
            if kind == "amount":
                return self.amount(value, member, place)
            return self.object(value, member.of, place, depth + 1)
        if isinstance(value, dict | list):
            return self.wrong(value, member.name, *_EXPECTED[kind], place)
        if kind == "boolean":
            return self.boolean(value, member, place)
        if isinstance(value, bool):
            return self.wrong(value, member.name, *_EXPECTED[kind], place)
        if kind == "enum":
            return self.enum(value, member, place)
        if kind in ("number", "integer", "long"):
            return self.number(value, member, place)
        return str(value)

    def boolean(self, value: Any, member: Member, place: str) -> Any:
        if isinstance(value, bool):
            return value
        text = value.strip().lower()
        if text in ("true", "false", "1", "0"):
            return text in ("true", "1")
        if not text:
            return None
        return self.wrong(value, member.name, *_EXPECTED["boolean"], place)

    def number(self, value: str, member: Member, place: str) -> Any:
        found = plain_number(value)
        if found is None or (member.kind != "number" and found != found.to_integral_value()):
            if found is None and isinstance(value, Number):
                return self.wrong(value, member.name, f"a number of at most {MAX_DIGITS} digits", "correct it", place)
            return self.wrong(value, member.name, *_EXPECTED[member.kind], place) if value.strip() else None
        if member.name == "VAT" and found < 0:
            return self.wrong(value, "VAT", "a rate of 0 or more", "write 25 for 25 per cent", place)
        return format_decimal(found)

    def enum(self, value: str, member: Member, place: str) -> str | None:
        values = views.enum(member.of)
        text = value.strip()
        if not text:
            return None
        if text in values:
            return text
        for name, number in values.items():
            if text == str(number) or text.lower() == name.lower():
                said = f"the number {text}" if text == str(number) else repr(text)
                self.find(
                    "EI-BILLECTA-ENUM", "info", f"{member.name} is {said}; read as {name}",
                    f'write "{name}"', place, value,
                )  # fmt: skip
                return name
        close = difflib.get_close_matches(text, values, 1)
        self.find(
            "EI-BILLECTA-ENUM",
            "warning",
            f"{member.name} {_shown(text)} is none of the values that the service is known to have; kept as it stands",
            f"did you mean {close[0]!r}?" if close else f"known are {', '.join(values)}"[:300],
            place,
            value,
        )
        return value

    # -- amounts -------------------------------------------------------------------------------------------------

    def amount(self, value: dict[str, Any], member: Member, place: str) -> Any:
        for name, item in value.items():
            if name not in ("CurrencyCode", "Value", "ValueForView") and item is not None:
                self.unknown(name, item, f"{place}/{_escaped(name)}", views.AMOUNT, 0)
        currency = self.currency(value.get("CurrencyCode"), member, place)
        stated, shown = value.get("Value"), value.get("ValueForView")
        if stated is None and shown is None:
            return None
        if stated is None:
            return self.wrong(
                shown,
                member.name,
                "an amount with Value",
                "write Value, the amount in minor units (öre); ValueForView is for display and never read",
                f"{place}/ValueForView",
            )
        minor = plain_number(stated) if isinstance(stated, str) else None
        if minor is None or minor != minor.to_integral_value():
            return self.wrong(
                stated, f"Value of {member.name}", "a whole number of minor units (öre, cent)",
                f"write the amount times {10 ** minor_units(currency)}, without decimals", f"{place}/Value",
            )  # fmt: skip
        if abs(minor) > MAX_VALUE:
            return self.wrong(stated, f"Value of {member.name}", "a 64-bit integer", "correct it", f"{place}/Value")
        amount = minor.to_integral_value().scaleb(-minor_units(currency))
        if shown is not None:
            self.compare(shown, amount, stated, member, place)
        return format_decimal(amount)

    def currency(self, value: Any, member: Member, place: str) -> str | None:
        known = self.opened.currency
        if value is None:
            return known
        if not isinstance(value, str) or isinstance(value, Number):
            self.wrong(
                value, f"CurrencyCode of {member.name}", "a currency code", 'write "SEK"', f"{place}/CurrencyCode"
            )
            return known
        code = value.strip().upper()
        if not code:
            return known
        if code != known:
            self.findings.append(
                Finding(
                    "EI-CURRENCY-MIX",
                    "error",
                    "input",
                    f"{member.name} is in {code}, other amounts are in {known}; an invoice has one currency",
                    "state every amount in the currency of the invoice (BT-5)",
                    ("BT-5",),
                    f"{place}/CurrencyCode",
                    value=value,
                )
            )
        return code

    def compare(self, shown: Any, amount: Decimal, stated: str, member: Member, place: str) -> None:
        if not isinstance(shown, str):
            self.wrong(shown, f"ValueForView of {member.name}", "a number", "leave it out", f"{place}/ValueForView")
            return
        other = plain_number(shown)
        if not shown.strip() or other == amount:
            return
        self.find(
            "EI-BILLECTA-FOR-VIEW",
            "warning",
            f"{member.name}: ValueForView is {_shown(shown)}, but Value {stated} counts: {format_decimal(amount)}",
            "leave ValueForView out, or write Value in minor units: 12.50 is 1250",
            f"{place}/ValueForView",
            str(shown),
        )

    # -- what has no place ---------------------------------------------------------------------------------------

    def loose(self, value: Any, place: str, depth: int) -> Any:
        """Return what stands in a view whose members are not published: it is kept as it is."""
        if depth > MAX_DEPTH:
            raise TooLarge(f"{place}: the JSON is nested too deep", fix="no invoice nests that deep")
        if isinstance(value, dict):
            found = {}
            for name, item in value.items():
                if _plain(name):
                    found[name] = self.loose(item, f"{place}/{name}", depth + 1)
                else:
                    self.lose(name, item, f"{place}/{_escaped(name)}", "has no place in the canonical invoice", None, 0)
            return found
        if isinstance(value, list):
            return [self.loose(item, f"{place}/{number}", depth + 1) for number, item in enumerate(value)]
        return str(value) if isinstance(value, Number) else value

    def unknown(self, name: str, value: Any, place: str, view: str, depth: int) -> None:
        close = _close(name, view)
        why = f"is no member of {view}, and the service drops what it does not know"
        self.lose(name, value, place, why, f"did you mean {close}?" if close else "leave it out", depth)

    def lose(self, name: str, value: Any, place: str, why: str, fix: str | None, depth: int) -> None:
        """Name every value at and below *place* as lost."""
        if depth > MAX_DEPTH:
            raise TooLarge(f"{place}: the JSON is nested too deep", fix="no invoice nests that deep")
        shown = name if len(name) <= 80 else name[:79] + "…"
        if isinstance(value, dict):
            for key, item in value.items():
                self.lose(f"{shown}/{key}", item, f"{place}/{_escaped(key)}", why, fix, depth + 1)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                self.lose(f"{shown}/{number}", item, f"{place}/{number}", why, fix, depth + 1)
        elif value is not None and (not isinstance(value, str) or value.strip()):
            text = _text(value)
            self.findings.append(
                Finding("LOSS-UNMAPPED", "warning", "loss", f"{shown} {_shown(text)} {why}", fix, (), place, value=text)
            )

    def wrong(self, value: Any, name: str, expected: str, fix: str, place: str) -> None:
        kind = _TYPES.get(type(value), "something else")
        text = "" if isinstance(value, dict | list) else f" {_shown(_text(value))}"
        said = f"{kind[:1].upper()}{kind[1:]}"
        self.findings.append(
            Finding(
                "EI-READ-VALUE",
                "error",
                "input",
                f"{name}: {expected} is wanted, and {said.lower()}{text} stands there",
                fix,
                (),
                place,
                value=text.strip() or None,
            )
        )

    def find(self, code: str, severity: Severity, message: str, fix: str, place: str, value: str) -> None:
        self.findings.append(Finding(code, severity, "billecta", message, fix, (), place, value=value))


_TEXTS: Final = frozenset({"text", "guid", "datetime", "base64"})
_NUMBERS: Final = frozenset({"number", "integer", "long"})


def _sound(value: Any, member: Member) -> str | bool | None:
    """Return *value* as `_Walk.one` does where its type alone says that it is right; None for a closer look."""
    if member.many:
        return None
    kind, of = member.kind, type(value)
    if of is str:
        text: str = value
        return text if kind in _TEXTS or (kind == "enum" and text in views.enum(member.of)) else None
    if of is bool:
        return bool(value) if kind == "boolean" else None
    if of is Number and kind in _NUMBERS and value.isascii():
        digits = value.replace(".", "", 1) if kind == "number" else value
        return str(value) if digits.isdigit() else None
    return None


def plain_number(text: str) -> Decimal | None:
    """Return the number that *text* spells, JSON's exponents included; None when it is none, or has too many digits.

    What is read here is written in full later on, and a number of more digits is refused wherever one is read.
    """
    text = text.strip()
    if not text or not text.isascii() or "_" in text:
        return None
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    if not found.is_finite() or abs(found.adjusted()) > MAX_DIGITS:
        return None
    _, digits, exponent = found.as_tuple()
    assert isinstance(exponent, int)
    whole = max(len(digits) + exponent, 1)
    return None if whole + max(-exponent, 0) > MAX_DIGITS else found


def _plain(name: str) -> bool:
    """Say whether *name* can be a step of a key (`mapping/keep.py`)."""
    return bool(name.strip()) and not name.isdigit() and not any(c in "[]/@~" for c in name)


@lru_cache(maxsize=256)
def _close(name: str, view: str) -> str | None:
    """Return the member of *view* that resembles *name* most; the same names come with each entry."""
    return next(iter(difflib.get_close_matches(name, views.view(view), 1)), None)


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _shown(value: Any) -> str:
    text = " ".join(_text(value).split())
    return repr(text if len(text) <= 80 else text[:79] + "…")
