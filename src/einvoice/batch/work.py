"""What is done with one piece of a source: read, converted, judged, and boiled down to an `Outcome`.

`Work` and `Outcome` are plain values that travel between processes and machines; `do` is a function of a module.  That
is all an engine needs: a process here, a worker of Dask or Ray elsewhere.  Nothing is written here and nothing outside
the piece is looked at, so doing a piece twice gives the same bytes twice.

An invoice that cannot be read, converted or sent never raises: its outcome says so.  What does raise is a fault of the
set-up (a broken rule set, a context that does not load), which no other invoice would survive.
"""

from __future__ import annotations

import gc
import hashlib
import json
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from einvoice.batch.split import Piece
from einvoice.errors import EInvoiceError, InternalError, LossError, NoInvoice, RulesetError, UsageError
from einvoice.findings import Finding, as_findings

if TYPE_CHECKING:
    from einvoice.context import Context
    from einvoice.formats.detect import Source
    from einvoice.formats.document import Document
    from einvoice.model import Invoice

Status = Literal["done", "failed"]


@dataclass(frozen=True)
class Work:
    """What is to be done with every invoice of a run.

    *layers* are those that judge, None for all, empty for none; *fail_on* is the severity from which on a
    finding keeps an invoice back.
    """

    to: str
    source_format: str | None = None
    context: Context | None = field(default=None, repr=False)
    losses: Literal["ignore", "warn", "raise"] = "warn"
    totals: Literal["stated", "derived"] = "stated"
    version: str | None = None
    layers: tuple[str, ...] | None = None
    profile: str | None = None
    fail_on: Literal["error", "warning", "never"] = "error"

    @property
    def judges_as_converted(self) -> bool:
        """True when business rules and schema judge, as in every conversion; either alone judges the result."""
        return self.layers is None or {"schema", "business"} <= set(self.layers)

    @property
    def validates(self) -> bool:
        """True when results are judged."""
        return self.layers is None or bool(self.layers)


class File(NamedTuple):
    """A file to be written: what stands behind the stem of its name, the bytes, and their SHA-256.

    Where it is *staged* the bytes are where the target is already, under their digest (`einvoice.batch.far`).
    """

    suffix: str
    data: bytes
    digest: str
    staged: bool = False


class Tax(NamedTuple):
    """VAT of one category and rate, as the invoice states it; a credit note counts as positive."""

    category: str
    rate: str
    base: Decimal
    tax: Decimal


class Figures(NamedTuple):
    """What accounting asks of an invoice; amounts are those of the document, positive in credit notes too."""

    number: str | None = None
    seller: str | None = None
    customer: str | None = None
    date: str | None = None
    kind: str | None = None
    currency: str | None = None
    net: Decimal | None = None
    vat: Decimal | None = None
    total: Decimal | None = None
    taxes: tuple[Tax, ...] = ()
    customer_name: str | None = None


UNKNOWN: Final = Figures()


class Told(NamedTuple):
    """Findings as the ledger holds them: whoever made the invoice writes them down, and nobody on the way reads them.

    *json* is an array of findings, *codes* one of code, severity and how often, in the order in which they came.
    """

    json: str = "[]"
    codes: str = "[]"
    errors: int = 0
    warnings: int = 0


NOTHING_TOLD: Final = Told()

_as_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def told(findings: Iterable[Finding]) -> Told:
    """Return *findings* as the ledger holds them.

    >>> told([Finding("A", "error", "input", "a"), Finding("B", "info", "input", "b")])[1:]
    ('[["A","error",1],["B","info",1]]', 1, 0)
    """
    found = [each.as_dict() for each in findings]
    counts: dict[tuple[str, str], int] = {}
    for each in found:
        key = each["code"], each["severity"]
        counts[key] = counts.get(key, 0) + 1
    return Told(
        utf_8(_as_json(found)),
        _as_json([(*key, count) for key, count in counts.items()]),
        sum(count for (_, severity), count in counts.items() if severity == "error"),
        sum(count for (_, severity), count in counts.items() if severity == "warning"),
    )


def utf_8(text: str) -> str:
    """Return *text* as SQLite takes it: what is no UTF-8, as bytes of a file name may be, is spelled out."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one invoice.

    *index* counts the invoices of the piece.  *files* are the result and what goes beside it, empty when the invoice
    was held back.  *code* is the exit code that ``einvoice convert`` would give; 3 where a layer that was asked for
    did not run, since what nobody judged is not valid.  *told* are its findings.
    """

    index: int
    status: Status
    code: int
    format: str | None = None
    files: tuple[File, ...] = ()
    told: Told = NOTHING_TOLD
    figures: Figures = UNKNOWN
    ms: float = 0.0

    def __reduce__(self) -> tuple[Any, ...]:
        # What dataclasses do of their own accord takes ten times as long, and there is one for each invoice.
        return Outcome, (
            self.index, self.status, self.code, self.format, self.files, self.told, self.figures, self.ms,
        )  # fmt: skip

    @property
    def findings(self) -> tuple[dict[str, Any], ...]:
        """The findings, as JSON has them."""
        return tuple(json.loads(self.told.json))

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return self.told.errors

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return self.told.warnings


GIVEN_UP: Final = 70
"""Exit code of an invoice that a worker died of, among others."""

NOT_CHECKED: Final = "EI-BATCH-NOT-CHECKED"
"""A layer that was asked for did not run."""

COLLECT_INVOICES: Final = 200
COLLECT_BYTES: Final = 8_000_000
"""Invoices, and bytes of them, after which a worker looks for rings of objects: the collector's own clock takes a third
of the time, and does not see how large an attachment is."""


def warm_up(work: Work) -> None:
    """Load what every invoice needs, so that the first is as fast as the others; a broken set-up raises here.

    What only an invoice with faults needs is left to the first of that kind, and a reader to the first of its format.
    """
    import einvoice
    from einvoice.formats import info, module

    if work.source_format is not None:
        module(info(work.source_format).id)
    try:
        made = einvoice.write(_sample(), work.to, work.context, version=work.version)
        if work.validates:
            einvoice.validate(made.data, work.profile, format=work.to)
    except (RulesetError, UsageError):
        raise
    except EInvoiceError:  # the context lacks something
        pass


def _sample() -> Invoice:
    """Return an invoice that official rules find nothing wrong with."""
    from datetime import date

    from einvoice.model import (
        Address,
        CreditTransfer,
        DocumentTotals,
        Invoice,
        Line,
        Party,
        PaymentInstructions,
        VatBreakdown,
    )

    def party(number: str) -> Party:
        return Party(
            name="Esimerkki Oy",
            legal_registration_identifier=f"{number[:7]}-{number[7]}",
            legal_registration_identifier_scheme="0212",
            vat_identifier=f"FI{number}",
            electronic_address=f"0037{number}",
            electronic_address_scheme="0216",
            address=Address(line_1="Katu 1", city="Helsinki", post_code="00100", country_code="FI"),
        )

    net, vat, rate = Decimal("100.00"), Decimal("25.50"), Decimal("25.5")
    return Invoice(
        invoice_number="1",
        type_code="380",
        issue_date=date(2026, 1, 2),
        due_date=date(2026, 1, 16),
        currency="EUR",
        buyer_reference="1",
        seller=party("12345671"),
        buyer=party("76543212"),
        payment_instructions=(
            PaymentInstructions(
                means_code="58", credit_transfer=CreditTransfer(account_identifier="FI2112345600000785")
            ),
        ),
        totals=DocumentTotals(
            line_total=net, total_without_vat=net, vat_total=vat, total_with_vat=net + vat, amount_due=net + vat
        ),
        vat_breakdown=(VatBreakdown(taxable_amount=net, tax_amount=vat, category="S", rate=rate),),
        lines=(
            Line(
                identifier="1",
                quantity=Decimal(1),
                unit_code="C62",
                net_price=net,
                net_amount=net,
                vat_category="S",
                vat_rate=rate,
                item_name="Esimerkki",
            ),
        ),
    )


def do(work: Work, piece: Piece, source: str, beside: bytes | None = None, skip: int = 0) -> list[Outcome]:
    """Return what came of the invoices of *piece*, at least one outcome; *skip* of them were done before."""
    return list(each(work, piece, source, beside, skip))


def each(
    work: Work,
    piece: Piece,
    source: str,
    beside: bytes | None = None,
    skip: int = 0,
    begun: Callable[[], None] | None = None,
) -> Generator[Outcome, None, int]:
    """Yield the outcomes of *piece* one by one, so that a worker that dies costs the invoice that it had in hand.

    *begun* is called before the first invoice that is not skipped.  Returns how many invoices the piece has.
    """
    from einvoice.formats import detect, info, module

    started = time.perf_counter()
    name: str | None = None
    index = 0
    try:
        opened = detect.open_source(piece.data, (lambda: beside or None) if beside is not None else None)
        name = detect.format_of(opened)
        if work.source_format is not None and info(work.source_format).id != name:
            from einvoice.errors import NotDetected

            raise NotDetected(
                f"the document is {name}, not {info(work.source_format).id}", fix=f"leave --from out, or name {name}"
            )
        room = module(name)
        parts = room.parts(opened)
        part = next(parts, None)
        if part is None:
            raise NoInvoice("the source holds no invoice", fix="check the query that fetched it: the list is empty")
    except Exception as error:
        failed = _failed(index, _own(error, source), piece, name, started)
        if not skip:
            yield failed
        return 1
    while part is not None:
        if index >= skip:
            if index == skip and begun is not None:
                begun()
            started = time.perf_counter()
            try:
                document = room.read_part(part, work.context or _no_context())
                outcome = _outcome(work, document, piece, index, started)
            except Exception as error:
                outcome = _failed(index, _own(error, source), piece, name, started)
            yield outcome
        index += 1
        try:
            part = next(parts, None)
        except Exception as error:
            failed = _failed(index, _own(error, source), piece, name, time.perf_counter())
            if index >= skip:
                yield failed
            return index + 1
    return index


def _own(error: Exception, source: str) -> EInvoiceError:
    """Return *error* as one of ours; raises it when it is one of the set-up."""
    if isinstance(error, RulesetError | UsageError):
        raise error
    if not isinstance(error, EInvoiceError):
        own = InternalError(
            f"a fault of einvoice itself: {type(error).__name__}: {error}",
            fix="please report it with the document; the rest of the batch goes on",
        )
        own.__cause__ = error
        error = own
    error.source = error.source or source
    return error


def _outcome(work: Work, document: Document, piece: Piece, index: int, started: float) -> Outcome:
    import einvoice

    figures = figures_of(document.invoice)
    try:
        made = einvoice.convert(
            document, work.to, context=work.context, losses=work.losses, totals=work.totals, version=work.version,
            validate=work.judges_as_converted,
        )  # fmt: skip
        findings = list(piece.placed(made.findings))
        if work.validates:
            findings += _verdict(work, made.opened or made.data, {(f.code, f.message) for f in findings})
    except LossError as error:
        return _failed(index, error, piece, document.format, started, figures)
    grave = {"error": ("error",), "warning": ("error", "warning"), "never": ()}[work.fail_on]
    held = any(found.severity in grave for found in findings)
    code = 1 if any(found.severity == "error" for found in findings) or held else 0
    if any(found.code == NOT_CHECKED for found in findings):
        code = 3
    files = () if held else (_file("", made.data), *(_file(each.suffix, each.data) for each in made.companions))
    return Outcome(
        index,
        "failed" if held else "done",
        code,
        document.format,
        files,
        told(findings),
        figures,
        round((time.perf_counter() - started) * 1000, 3),
    )


def _file(suffix: str, data: bytes) -> File:
    return File(suffix, data, digest_of(data))


def _verdict(work: Work, data: bytes | Source, known: set[tuple[str, str]]) -> Iterator[Finding]:
    """Yield what the layers that did not judge yet say of the result; its places are there, so messages name them."""
    from dataclasses import replace

    from einvoice.validation import validate

    done = ("schema", "business") if work.judges_as_converted else ()
    layers = tuple(each for each in work.layers or ("schematron",) if each not in done)
    if not layers:
        return
    report = validate(data, work.profile, layers, format=work.to, context=work.context)
    for found in report.findings:
        place = ", ".join(filter(None, (found.path, f"line {found.line}" if found.line else None)))
        message = f"{found.message} ({place} of the result)" if place else found.message
        placed = replace(found, path=None, line=None, message=message)
        if (placed.code, placed.message) not in known:
            yield placed
    if not report.checked:
        for layer in report.layers:
            if layer.status == "skipped":
                yield Finding(
                    NOT_CHECKED,
                    "error",
                    "input",
                    f"the result was not judged by the layer {layer.layer}: {layer.reason}",
                    "name layers that the profile of the target has with --layers, or leave the option out",
                )


def _failed(
    index: int,
    error: EInvoiceError,
    piece: Piece,
    name: str | None,
    started: float,
    figures: Figures = UNKNOWN,
) -> Outcome:
    own = as_findings(error)
    findings = list(piece.placed(own)) or own
    spent = round((time.perf_counter() - started) * 1000, 3)
    return Outcome(index, "failed", error.exit_code, name, (), told(findings), figures, spent)


def failure(error: EInvoiceError) -> Outcome:
    """Return the outcome for a source that could not be opened."""
    return _failed(0, error, Piece(b""), None, time.perf_counter())


def given_up(index: int, finding: Finding) -> Outcome:
    """Return the outcome of an invoice that nobody could finish; *finding* says why."""
    return Outcome(index, "failed", GIVEN_UP, told=told((finding,)))


def figures_of(invoice: Invoice) -> Figures:
    """Return what accounting asks of *invoice*."""
    totals = invoice.totals
    seller, buyer = invoice.seller, invoice.buyer
    return Figures(
        invoice.invoice_number,
        _known_as(seller),
        _known_as(buyer),
        invoice.issue_date.isoformat() if invoice.issue_date else None,
        "credit note" if invoice.is_credit_note else "invoice",
        invoice.currency,
        totals.total_without_vat if totals else None,
        totals.vat_total if totals else None,
        totals.total_with_vat if totals else None,
        tuple(
            Tax(each.category or "", _rate(each.rate), each.taxable_amount or Decimal(0), each.tax_amount or Decimal(0))
            for each in invoice.vat_breakdown
        ),
        None if buyer is None else buyer.name,
    )


def _rate(rate: Decimal | None) -> str:
    return "" if rate is None else format(rate.normalize() + 0, "f")


def _known_as(party: Any) -> str | None:
    """Return what tells a party from others: its registration, its VAT number, its name.

    An invoice outside the scope of VAT states no VAT number, and its seller is the same.
    """
    if party is None:
        return None
    return party.legal_registration_identifier or party.vat_identifier or party.name or None


@cache
def _no_context() -> Context:
    from einvoice.context import Context

    return Context()


def rules_in_force(work: Work) -> str:
    """Return a digest of the rule sets that come with this version: an upgrade of rules is another run."""
    if not work.validates:
        return "none"
    from einvoice.validation.profiles import rulesets

    return digest_of(repr(rulesets()).encode())[:16]


def digest_of(data: bytes) -> str:
    """Return what a piece is recognised by."""
    return hashlib.sha256(data).hexdigest()


class Rests:
    """Collects rings of objects after every few invoices; what is read is a ring, with its source in it."""

    def __init__(self) -> None:
        self._invoices = 0
        self._bytes = 0

    def after(self, invoices: int, size: int) -> None:
        """Count *invoices* that were done, of *size* bytes, and rest when it is time."""
        self._invoices += invoices
        self._bytes += size
        if self._invoices >= COLLECT_INVOICES or self._bytes >= COLLECT_BYTES:
            self._invoices = self._bytes = 0
            gc.collect()
