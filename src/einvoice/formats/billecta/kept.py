"""What the invoice keeps of a Billecta document, made ready to be written again.

Kept texts come out of files too (a canonical invoice as JSON), so each is looked at: a text that its member does not
take is left out and named, and so is *Unknown*, which the service refuses on writing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from einvoice.findings import Finding, Severity
from einvoice.formats.billecta import views
from einvoice.formats.billecta.settled import PREFIX
from einvoice.formats.billecta.tree import minor_units, plain_number
from einvoice.formats.billecta.views import Member
from einvoice.formats.mapping.codecs import BLANKS
from einvoice.formats.mapping.keep import parse_key
from einvoice.model.terms import terms_at


@dataclass
class Said:
    """What the writer has to say: findings, and the paths in the model that need no other finding."""

    findings: list[Finding] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    because: dict[str, str] = field(default_factory=dict)
    """Paths whose values are written otherwise together with one that has a finding, and what that finding says."""

    def lose(
        self,
        code: str,
        severity: Severity,
        path: str,
        value: object,
        message: str,
        fix: str | None = None,
        also: tuple[str, ...] = (),
        charge: bool | None = None,
    ) -> None:
        """Add a finding of the loss account for the value at *path*; those at *also* go the same way."""
        self.named.add(path)
        self.because.update(dict.fromkeys(also, message))
        self.findings.append(
            Finding(
                code, severity, "loss", message, fix, terms_at(path, charge), value=str(value), model_path=path
            )
        )  # fmt: skip

    def find(
        self,
        code: str,
        severity: Severity,
        message: str,
        fix: str,
        terms: tuple[str, ...],
        path: str,
        value: str | None = None,
    ) -> None:
        """Add a finding about what Billecta takes."""
        self.findings.append(Finding(code, severity, "billecta", message, fix, terms, value=value, model_path=path))


def kept(native: Mapping[str, str], view: str, at: str, currency: str | None, said: Said) -> dict[str, str]:
    """Return of *native* what goes back into a *view*, by key; *at* is the path of its owner, with a dot at its end.

    Notes of ours (``billecta:_…``) and what belongs to other systems stay behind.
    """
    found: dict[str, str] = {}
    for key, text in native.items():
        if not key.startswith(PREFIX) or key.startswith(f"{PREFIX}_") or not text.strip(BLANKS):
            continue
        member = _member(view, key.removeprefix(PREFIX))
        wanted = None if member is None else unwritable(text, member, currency)
        if wanted is None:
            found[key] = text
            continue
        path = f"{at}native.{key}"
        name = key.removeprefix(PREFIX)
        shown = shortened(text)
        if wanted == UNKNOWN:
            said.lose("LOSS-NATIVE", "info", path, text, f"{name} {shown!r} is not written: {wanted}")
        else:
            said.lose("LOSS-UNWRITABLE", "warning", path, text, f"{name} {shown!r} is not written: {wanted}")
    return found


def shortened(text: str) -> str:
    """Return *text* as messages show it."""
    shown = " ".join(text.split())
    return shown if len(shown) <= 80 else f"{shown[:79]}…"


def _member(view: str, name: str) -> Member | None:
    parsed = parse_key(name)
    if parsed is None or parsed[1] is not None:
        return None  # named when it is woven in
    return views.at(view, tuple(step for step, _ in parsed[0]))


UNKNOWN: Final = "it says nothing, and the service refuses it"


def unwritable(text: str, member: Member, currency: str | None) -> str | None:
    """Return why *member* does not take *text*; None when it does.

    >>> unwritable("Unknown", views.view(views.ENTRY)["DeliveryMethod"], "SEK")
    'it says nothing, and the service refuses it'
    >>> unwritable("1.005", views.view(views.ENTRY)["InvoiceFee"], "SEK")
    'SEK has 2 decimals'
    """
    kind = member.kind
    if kind == "view":
        return "an object stands there"
    if kind == "enum":
        values = views.enum(member.of)
        if text not in values:
            return f"the service knows {', '.join(name for name, value in values.items() if value >= 0)}"[:200]
        return UNKNOWN if values[text] < 0 else None
    if kind == "boolean":
        return None if text in ("true", "false") else "it is either true or false"
    if kind in ("number", "integer", "long", "amount"):
        number = plain_number(text)
        if number is None:
            return "it is no number"
        if kind == "amount":
            digits = minor_units(currency)
            minor = number.scaleb(digits)
            if minor != minor.to_integral_value():
                return f"{currency or 'the currency'} has {digits} decimals"
            return None if abs(minor) < 2**63 else "it has more than 64 bits"
        if kind == "number":
            return None if number.adjusted() < 308 else "it is too large"
        if number != number.to_integral_value():
            return "it is no whole number"
        return None if abs(number) < 2 ** (31 if kind == "integer" else 63) else "it is too large"
    if kind in ("guid", "datetime", "base64"):
        return None if _pattern(kind).search(text) else f"it is not {views.form(kind).wanted}"
    return None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(views.form(kind).pattern)


RECORD: Final = re.compile(r"billecta:Records(?:\[([0-9]{1,9})\])?/(.+)", re.DOTALL)
"""What a row of text states beside its text: number among all rows, member."""
