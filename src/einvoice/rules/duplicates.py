"""EI-DUPLICATE-…: the same invoice twice in a run, the same line identifier twice in an invoice.

`Seen` remembers the invoices of a run by digests: some 300 bytes for each, however large it is.  It lives as long as
the run and stands in the settings; without it, as in a conversion, EI-DUPLICATE-NUMBER has nothing to compare.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from einvoice.findings import Finding
from einvoice.rules.kit import Rule, is_blank, line_name
from einvoice.rules.settings import current

if TYPE_CHECKING:
    from einvoice.model import Invoice, Party

NUMBER = Rule(
    code="EI-DUPLICATE-NUMBER",
    severity="warning",
    terms=("BT-1", "BG-4"),
    title="An invoice number stands once in a run, unless it is the same invoice again.",
    fix="Number the second invoice anew; of one invoice twice leave one out.",
    source="Council Directive 2006/112/EC, article 226 (2): a sequential number which uniquely identifies the invoice",
)

LINE = Rule(
    code="EI-DUPLICATE-LINE",
    severity="warning",
    terms=("BT-126",),
    title="Each line of an invoice has an identifier of its own.",
    fix="Number the lines 1, 2, 3 in the source.",
    source="EN 16931-1:2017+A1:2019, BT-126: a unique identifier for the individual line within the invoice",
)

_COPIES: Final = ("Copy", "Cancel")
_ORIGIN: Final = "finvoice:InvoiceDetails/OriginCode"
_WORKING_FORMS: Final = ("netvisor", "billecta")
"""Formats of one system, which have an invoice in several forms: as it was sent, as an answer, in a list."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is kept of an invoice: its place, and digests of all it says and of what any form of it says."""

    source: int
    index: int
    kind: str
    whole: bytes
    facts: tuple[bytes | None, ...]


@dataclass
class Seen:
    """The invoices judged so far in a run.

    `at` says which file is judged now; *index* is the position of the invoice in it, *kind* its format.  The last
    invoice is digested only when another one follows, so that a run over one invoice costs nothing.
    """

    index: int = 0
    kind: str = ""
    _sources: list[str] = field(default_factory=list)
    _known: dict[bytes, _Known] = field(default_factory=dict)
    _last: tuple[Invoice, int, bytes, str, int] | None = None
    _answer: tuple[tuple[int, int], tuple[str, str] | None] | None = None

    def at(self, source: str) -> None:
        """Say that the invoices which follow come from *source*."""
        self._sources.append(source)

    def before(self, invoice: Invoice) -> tuple[str, str] | None:
        """Remember *invoice*; return where one with its number stood before, and how the two compare.

        They are "equal", say the "same" in two forms, or are "other" invoices.  None where there was none, and where
        nobody knows the number or, outside of one file, the seller.  Asked again for the same place it gives the same
        answer.
        """
        place = (len(self._sources), self.index)
        if self._answer is None or self._answer[0] != place:
            self._answer = (place, self._compare(invoice, *place))
        return self._answer[1]

    def _compare(self, invoice: Invoice, source: int, index: int) -> tuple[str, str] | None:
        if is_blank(invoice.invoice_number) or invoice.document_kind in ("order", "draft"):
            return None
        if self._last is not None:
            earlier, first, known_at, kind, at = self._last
            self._known.setdefault(known_at, _Known(first, at, kind, _digest(_plain(earlier)), _facts(earlier)))
            self._last = None
        company = company_key(invoice.seller) or f"unknown seller of source {source}"
        key = _digest((company, " ".join((invoice.invoice_number or "").split()).casefold()))
        known = self._known.get(key)
        if known is None:
            self._last = (invoice, source, key, self.kind, index)
            return None
        where = self._sources[known.source - 1] if known.source else ""
        if known.source == source:
            where = f"{where} (invoice {known.index + 1})" if where else f"invoice {known.index + 1} of the source"
        if known.whole == _digest(_plain(invoice)):
            return where, "equal"
        forms = known.kind != self.kind or self.kind in _WORKING_FORMS
        if forms and all(a == b for a, b in zip(known.facts, _facts(invoice), strict=True) if a and b):
            return where, "same"
        return where, "other"


@NUMBER
def check_number(invoice: Invoice) -> Iterator[Finding]:
    """The receiver books one of the two and refuses the other, and the tax office asks which one was sent.

    Within one run of validate the invoices of a seller are compared by number, also in two formats, or as what was sent
    to Netvisor or Billecta and what it answers.  A copy or cancellation that says so is silent.  The seller is known by
    VAT number, business id, address or name; where the documents do not name it, only the invoices of one file are
    compared.  It is a warning, since whether a document is valid must not depend on what else is in the folder; [rules]
    of the context makes it an error for a gate.

    Valid: 1001 and 1002 of one seller; 1001 of two sellers.  Invalid: 1001 over 100.00 and 1001 over 200.00.
    """
    seen = current().seen
    if seen is None or invoice.native.get(_ORIGIN) in _COPIES:
        return
    found = seen.before(invoice)
    if found is None:
        return
    where, how = found
    what = {
        "equal": "stands here once more, the same in all it says",
        "same": "stands here once more, in another form",
        "other": "is given to another invoice as well",
    }[how]
    yield NUMBER.finding(
        f"the number {invoice.invoice_number} (BT-1) of this seller {what}: see {where}",
        path="invoice_number",
        value=invoice.invoice_number,
    )


@LINE
def check_line(invoice: Invoice) -> Iterator[Finding]:
    """Answers of the receiver, credit notes and orders refer to a line by its identifier.

    Lines without an identifier are numbered by their place, and are silent.

    Valid: 1, 2, 3.  Invalid: 1, 2, 2.
    """
    first: dict[str, int] = {}
    for index, line in enumerate(invoice.lines):
        if line.identifier is None or is_blank(line.identifier):
            continue
        identifier = line.identifier.strip()
        if identifier in first:
            yield LINE.finding(
                f"{line_name(line, index)} has the identifier (BT-126) of another line: lines {first[identifier] + 1} "
                f"and {index + 1} of the invoice are both {identifier!r}",
                path=f"lines[{index}].identifier",
                value=line.identifier,
            )
        else:
            first[identifier] = index


def company_key(party: Party | None) -> str | None:
    """Return what names the company: the core of its VAT number or business id, else its address, else its name.

    A Finnish, Swedish, Norwegian or Danish VAT number and the business id in it give the same key.
    """
    if party is None:
        return None
    country = party.address.country_code if party.address is not None else None
    if not is_blank(party.vat_identifier):
        number = re.sub("[^0-9A-Z]", "", (party.vat_identifier or "").upper())
        cut = {"FI": (2, 10), "DK": (2, 10), "NO": (2, 11), "SE": (2, 12)}.get(number[:2])
        return f"{number[:2]} {number[cut[0] : cut[1]]}" if cut else number
    if not is_blank(party.legal_registration_identifier):
        number = re.sub("[^0-9A-Z]", "", (party.legal_registration_identifier or "").upper())
        return f"{country or ''} {number}"
    if not is_blank(party.electronic_address):
        return f"{party.electronic_address_scheme}:{(party.electronic_address or '').strip().upper()}"
    return None if is_blank(party.name) else " ".join((party.name or "").split()).casefold()


def _digest(value: object) -> bytes:
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _plain(value: Any) -> Any:
    """Return all that the invoice says to the buyer: what is the seller's own, and what a system keeps, is left out."""
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if not hasattr(value, "__dict__"):
        return value
    stated = vars(value)
    return tuple(
        (name, _plain(stated[name]))
        for name in sorted(stated)
        if name not in ("native", "internal") and stated[name] is not None and stated[name] != ()
    )


def _facts(invoice: Invoice) -> tuple[bytes | None, ...]:
    """Return digests of what an invoice says in every form of it: None for what this one leaves out."""
    totals = invoice.totals
    lines = sorted(hash(line.net_amount) for line in invoice.lines if line.net_amount)  # 100 and 100.00 are equal
    facts: tuple[Any, ...] = (
        invoice.issue_date,
        invoice.is_credit_note or None,
        invoice.currency,
        company_key(invoice.buyer),
        hash(totals.total_with_vat) if totals is not None and totals.total_with_vat is not None else None,
        hash(totals.amount_due) if totals is not None and totals.amount_due is not None else None,
        lines or None,
    )
    return tuple(None if fact is None else _digest(fact) for fact in facts)
