"""Every exception of einvoice.

Two worlds, never mixed.  An *exception* says that the tool cannot do its job; a *finding*
(`einvoice.findings`) says that a document or a conversion has a fault.  An invalid invoice never
raises; a broken rule set always does.

    EInvoiceError                exit
    ├── UsageError               2      UnknownFormat, UnknownProfile, UnknownRuleset, SeveralInvoices,
    │                                   NotAllowed
    ├── InputError               3      NotWellFormed, ForbiddenXml, NotDetected, TooLarge, Unreadable,
    │                                   NoInvoice, RemoteFailure
    ├── ReadError                4      the syntax is known, a value cannot be read; carries findings
    ├── LossError                5      strict mode: the target has no place for something; carries findings
    ├── RulesetError             6      SchemaBroken, SchematronBroken, EngineMissing, EngineFailed,
    │                                   NotYetValid
    ├── ContextError             6      the context file is broken or lacks an entry; carries findings
    ├── IdentifierError          -      InvalidFormat, InvalidLength, InvalidCheckDigit, InvalidComponent
    └── InternalError            70     a broken promise of ours

A message says what is wrong, where, and what to do.  The name of the file is added by the outermost
caller that knows it (`EInvoiceError.source`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from einvoice.findings import Finding


class EInvoiceError(Exception):
    """Base of all.  `exit_code` is what the command line returns; `fix` says what to do.

    *source* is the path of the input, *line* and *column* count from 1; each is None when unknown.
    """

    exit_code: ClassVar[int] = 70

    def __init__(
        self,
        message: str,
        *,
        fix: str | None = None,
        source: str | None = None,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        findings: Sequence[Finding] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
        self.source = source
        self.path = path
        self.line = line
        self.column = column
        self.findings = tuple(findings)

    def __str__(self) -> str:
        place = self.source or ""
        if self.line is not None:
            place += f":{self.line}" + (f":{self.column}" if self.column is not None else "")
        if self.path is not None:
            place += f" {self.path}"
        text = f"{place.strip()}: {self.message}" if place.strip() else self.message
        return f"{text}\n  fix: {self.fix}" if self.fix else text


class UsageError(EInvoiceError):
    """The caller asked for something that does not exist."""

    exit_code = 2


class UnknownFormat(UsageError):
    """No format of that name."""


class UnknownProfile(UsageError):
    """No profile of that name."""


class UnknownRuleset(UsageError):
    """No rule set of that id or date."""


class SeveralInvoices(UsageError):
    """One invoice was asked for and the source holds several."""


class NotAllowed(UsageError):
    """An operation that the state of the invoice, or what was done to it before, forbids; `allowed` names others."""

    def __init__(self, message: str, *, allowed: Sequence[str] = (), fix: str | None = None) -> None:
        super().__init__(message, fix=fix)
        self.allowed = tuple(allowed)


class InputError(EInvoiceError):
    """The input cannot be judged at all."""

    exit_code = 3


class NotWellFormed(InputError):
    """Broken XML or JSON; carries line and column."""


class ForbiddenXml(InputError):
    """A document type declaration, an entity or another construct that invoices never need."""


class NotDetected(InputError):
    """None of the known formats."""


class TooLarge(InputError):
    """More bytes, depth or nodes than the limits allow."""


class Unreadable(InputError):
    """A file that is missing, or that the system refuses to open."""


class NoInvoice(InputError):
    """A known envelope that holds no invoice (not found, empty list)."""


class RemoteFailure(InputError):
    """The document is an error answer of the sending system; `code` is the system's own code."""

    def __init__(self, message: str, *, code: str | None = None, fix: str | None = None) -> None:
        super().__init__(message, fix=fix)
        self.code = code


class ReadError(EInvoiceError):
    """The syntax is known and a value cannot be read; `findings` names each such value."""

    exit_code = 4


class LossError(EInvoiceError):
    """Losses are forbidden (`losses="raise"`) and the target has no place for something."""

    exit_code = 5


class RulesetError(EInvoiceError):
    """A rule set, schema or engine is broken, missing or not yet valid."""

    exit_code = 6


class SchemaBroken(RulesetError):
    """A schema of ours, or of a package that we rely on, does not load."""


class SchematronBroken(RulesetError):
    """A Schematron file does not compile."""


class EngineMissing(RulesetError):
    """An optional engine is not installed."""


class EngineFailed(RulesetError):
    """An engine gave no verdict on a document: it died, ran too long or out of memory, or stopped at an error."""


class NotYetValid(RulesetError):
    """The rule set comes into force later than the document."""


class ContextError(EInvoiceError):
    """The context file is broken, or an entry that the target needs is missing."""

    exit_code = 6


class IdentifierError(EInvoiceError, ValueError):
    """A number fails its own scheme.  Three questions, three errors: form, length, check digit."""

    exit_code = 4


class InvalidFormat(IdentifierError):
    """Wrong characters or shape."""


class InvalidLength(IdentifierError):
    """Wrong number of characters."""


class InvalidCheckDigit(IdentifierError):
    """The check digit does not fit."""


class InvalidComponent(IdentifierError):
    """A part (country, date, inner number) is wrong."""


class InternalError(EInvoiceError):
    """A fault of einvoice itself."""

    exit_code = 70
