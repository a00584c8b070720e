"""What can be done with an invoice, in neutral words and in those of each system.

``operations.csv``         the neutral operations, and what to look at where one is refused
``native_operations.csv``  the 67 operations of Collector/Walley, Netvisor and Billecta: form, how sure that is, the
                           states that it needs, what follows, what is answered
``parameters.csv``         their parameters
``faults.csv``             fault codes of Collector/Walley

A neutral operation may be several native ones (`NativeOperation.neutral` and `also`); `einvoice.lifecycle.machine` says
which of them does it from which state.

>>> NATIVE["billecta.attest"].neutral, NATIVE["billecta.attest"].path, NATIVE["billecta.delete"].verified
('activate', '/v1/invoice/attest/{id}', False)
>>> [operation.id for operation in native_operations("cancel")]
['collector.cancel']
>>> FAULTS["INVOICE_NOT_FOUND"].retry
False
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, cast

from einvoice.errors import UsageError
from einvoice.lifecycle.tables import rows, several

if TYPE_CHECKING:
    from collections.abc import Mapping

    from einvoice.lifecycle.request import System

Confidence = Literal["documented", "confirmed", "candidate", "unknown"]

CONFIDENCE: Final[Mapping[Confidence, str]] = MappingProxyType(
    {
        "documented": "the documentation says so",
        "confirmed": "seen in public clients or reference pages",
        "candidate": "follows the pattern of its neighbours, not seen in use",
        "unknown": "described, but nobody has seen method and path",
    }
)
"""How sure method and path of a native operation are."""

COLLECTOR_NAMESPACE: Final = "http://schemas.ecommerce.collector.se/v30/InvoiceService"
COLLECTOR_SERVICES: Final = ("InvoiceServiceV31", "InvoiceServiceV32", "PaymentServiceV9", "PaymentServiceV10")
"""The services of Collector/Walley that the table describes; the newer ones have a namespace of their own."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A neutral operation.  *instead* are the ones to look at where it is refused."""

    name: str
    meaning: str
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter.  *place*: ``soap-header``, ``path``, ``query``, ``body`` or ``unknown``; *max* is in characters."""

    name: str
    place: str
    type: str
    required: Literal["yes", "no", "conditional", "unknown"]
    max: int | None
    meaning: str


@dataclass(frozen=True, slots=True)
class NativeOperation:
    """An operation of a system.

    *id* is ``system.verb``, *name* what the system calls it.  *method* and *path* are None where nobody knows them, and
    *path* is where the operation is SOAP.  *needs* are the states that the system names (``any``: all that exist; none:
    there is no document yet), *flag* is the flag that has to be there.  *results* are the states that may follow
    (``same``: none other), *result* says more.  *request* and *answer* name the views of the body; of Collector/Walley
    *answer* are the elements, with a ``?`` behind those of older versions.
    """

    id: str
    system: System
    name: str
    neutral: str
    also: tuple[str, ...]
    group: str
    method: str | None
    path: str | None
    confidence: Confidence
    needs: tuple[str, ...]
    flag: str | None
    results: tuple[str, ...]
    result: str
    request: str | None
    answer: tuple[str, ...]
    note: str
    parameters: tuple[Parameter, ...]

    @property
    def verified(self) -> bool:
        """Whether method and path are known from more than a pattern."""
        return self.confidence in ("documented", "confirmed")

    @property
    def soap_action(self) -> str | None:
        """The SOAP action of InvoiceServiceV31; None for what is not SOAP."""
        return f"{COLLECTOR_NAMESPACE}/IInvoiceServiceV31/{self.name}" if self.system == "collector" else None

    def does(self, operation: str) -> bool:
        """Say whether this is a way to do the neutral *operation*."""
        return operation == self.neutral or operation in self.also


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault code of Collector/Walley: what it means, what to do, whether the same request may succeed later."""

    code: str
    retry: bool
    meaning: str
    fix: str


def _parameters() -> dict[str, list[Parameter]]:
    found: dict[str, list[Parameter]] = {}
    for row in rows("parameters"):
        found.setdefault(row["operation"], []).append(
            Parameter(
                row["name"],
                row["in"],
                row["type"],
                cast(Literal["yes", "no", "conditional", "unknown"], row["required"]),
                int(row["max"]) if row["max"] else None,
                row["meaning"],
            )
        )
    return found


def _native() -> dict[str, NativeOperation]:
    parameters = _parameters()
    return {
        row["id"]: NativeOperation(
            id=row["id"],
            system=cast("System", row["id"].partition(".")[0]),
            name=row["name"],
            neutral=row["neutral"],
            also=several(row["also"]),
            group=row["group"],
            method=row["method"] or None,
            path=row["path"] or None,
            confidence=cast(Confidence, row["confidence"]),
            needs=several(row["needs"]),
            flag=row["flag"] or None,
            results=several(row["results"]),
            result=row["result"],
            request=row["request"] or None,
            answer=several(row["answer"]),
            note=row["note"],
            parameters=tuple(parameters.get(row["id"], ())),
        )
        for row in rows("native_operations")
    }


OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType(
    {row["name"]: Operation(row["name"], row["meaning"], several(row["instead"])) for row in rows("operations")}
)
"""Name → neutral operation, in the order of a life."""

NATIVE: Final[Mapping[str, NativeOperation]] = MappingProxyType(_native())
"""Id → native operation."""

FAULTS: Final[Mapping[str, Fault]] = MappingProxyType(
    {row["code"]: Fault(row["code"], row["retry"] == "yes", row["meaning"], row["fix"]) for row in rows("faults")}
)
"""Code → fault of Collector/Walley."""


def operation_named(name: str) -> Operation:
    """Return the neutral operation *name*; raises UsageError with the nearest names."""
    found = OPERATIONS.get(name)
    if found is None:
        import difflib

        near = difflib.get_close_matches(name, OPERATIONS, 3)
        raise UsageError(
            f"no operation {name!r}", fix=f"Take {' or '.join(near)}." if near else f"One of {', '.join(OPERATIONS)}."
        )
    return found


def native_operations(operation: str, system: str | None = None) -> tuple[NativeOperation, ...]:
    """Return the native operations that do the neutral *operation*, of *system* or of all."""
    return tuple(each for each in NATIVE.values() if each.does(operation) and system in (None, each.system))
