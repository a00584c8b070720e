"""States of delivery: what SoftOne, InExchange, Billecta and Netvisor say, in one set of words.

`sent` is not `delivered`: SoftOne has no word for delivered.  A state never goes back when an older event arrives late
(`advance`).  A word that nobody knows is `unknown`, and kept as it is.

>>> read_state("InExchange", "PendingInPlatform").neutral, read_state("InExchange", "Queued").neutral
('pending', 'unknown')
>>> read_state("SoftOne", "Ogiltigt GLN").neutral
'failed'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Literal, TypeAlias, get_args

from einvoice.errors import UsageError
from einvoice.routing.inexchange.lookup import lower

Neutral: TypeAlias = Literal[
    "draft",
    "validated",
    "queued",
    "pending",
    "sent",
    "delivered",
    "action_required",
    "failed",
    "cancelled",
    "unknown",
]
NEUTRAL: Final[tuple[Neutral, ...]] = get_args(Neutral)
"""The words for a state, those of progress in their order."""

PROGRESS: Final[tuple[Neutral, ...]] = NEUTRAL[: NEUTRAL.index("delivered") + 1]

STATES: Final[Mapping[str, Mapping[str, Neutral]]] = {
    "SoftOne": {"Väntar på svar": "pending", "Skickad": "sent", "Skickat": "sent"},
    "InExchange": {
        "Pending": "pending",
        "PendingInPlatform": "pending",
        "Sent": "sent",
        "Delivered": "delivered",
        "Error": "failed",
        "Stopped": "action_required",
    },
    "Billecta DeliveryStatus": {
        "Received": "delivered",
        "Opened": "delivered",
        "Viewed": "delivered",
        "Unknown": "unknown",
    },
    "Billecta Stage": {"InvoiceSent": "sent"},
    "Netvisor status": {"unsent": "draft"},
}
"""System → its word → ours."""

MESSAGES: Final = ("SoftOne",)
"""Systems that show an error as a text in the place of the state."""


@dataclass(frozen=True, slots=True)
class DeliveryState:
    """A state of delivery: our word, the word of the system, when, and what went wrong.

    *document* is the id at the system, *invoice_number* the number of the invoice.
    """

    neutral: Neutral
    raw: str
    system: str
    at: datetime | None = None
    message: str | None = None
    document: str | None = None
    invoice_number: str | None = None


def read_state(
    system: str,
    raw: str,
    *,
    at: datetime | None = None,
    message: str | None = None,
    document: str | None = None,
    invoice_number: str | None = None,
) -> DeliveryState:
    """Return the state that *system* calls *raw*, in any case; raises UsageError for a system that is not known."""
    table = STATES.get(system)
    if table is None:
        raise UsageError(f"no states of {system!r} are known", fix=f"known are {', '.join(STATES)}")
    words = {word.casefold(): neutral for word, neutral in table.items()}
    word = " ".join(raw.split())
    found: Neutral | None = words.get(word.casefold())
    if found is None and word and system in MESSAGES:
        found, message = "failed", message or word
    return DeliveryState(found or "unknown", raw, system, at, message, document, invoice_number)


def advance(current: DeliveryState | None, event: DeliveryState) -> DeliveryState:
    """Return the state after *event*, which may be older than *current* or say less.

    >>> delivered, sent = read_state("InExchange", "Delivered"), read_state("SoftOne", "Skickad")
    >>> advance(delivered, sent) is delivered, advance(sent, delivered) is delivered
    (True, True)
    """
    if current is None:
        return event
    if current.at is not None and event.at is not None and event.at < current.at:
        return current
    if event.neutral == "unknown" and current.neutral != "unknown":
        return current
    if current.neutral in PROGRESS and event.neutral in PROGRESS:
        return current if PROGRESS.index(event.neutral) < PROGRESS.index(current.neutral) else event
    return event


def read_outbound(data: Any) -> Iterator[DeliveryState]:
    """Yield the state of each document in an answer of InExchange: ``documents/outbound/list``, or one document.

    Each is the newest of its current state and its history; the text of an error goes with it.
    """
    if not isinstance(data, Mapping):
        raise UsageError(
            f"an answer about sent documents is a JSON object, not {type(data).__name__}",
            fix="pass what documents/outbound/list answered, parsed",
        )
    members = lower(data)
    documents = members.get("documents", [data])
    if not isinstance(documents, list) or not all(isinstance(each, Mapping) for each in documents):
        raise UsageError("documents of the answer is no list of objects", fix="pass the whole answer")
    for document in documents:
        yield _state_of(lower(document))


def _state_of(document: Mapping[str, Any]) -> DeliveryState:
    error = document.get("error")
    said = lower(error) if isinstance(error, Mapping) else {}
    message = _text(said.get("message"))
    if message is not None and (more := _text(said.get("moreinfouri"))):
        message = f"{message} ({more})"
    found: DeliveryState | None = None
    history = document.get("statushistory")
    events = [*(history if isinstance(history, list) else ()), document.get("currentstatus")]
    for event in events:
        if not isinstance(event, Mapping):
            continue
        entry = lower(event)
        state = read_state(
            "InExchange",
            str(entry.get("status") or ""),
            at=_time(entry.get("time")),
            document=_text(document.get("id")),
            invoice_number=_text(document.get("erpdocumentid")),
        )
        found = state if event is events[-1] and found is None else advance(found, state)
    if found is None:
        raw = _text(said.get("status")) or ("Error" if message else "")
        found = read_state(
            "InExchange",
            raw,
            document=_text(document.get("id")),
            invoice_number=_text(document.get("erpdocumentid")),
        )
    if message is None or found.neutral not in ("failed", "action_required", "unknown"):
        return found
    return DeliveryState(
        found.neutral, found.raw, found.system, found.at, message, found.document, found.invoice_number
    )


def _text(value: Any) -> str | None:
    return str(value).strip() or None if value is not None else None


def _time(value: Any) -> datetime | None:
    """Return a time of the API; one without a zone is UTC."""
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
