"""The one table of the systems: which operations each has, how one is called, how an answer is read.

>>> operation_id("collector", "CancelInvoice"), operation_id("billecta", "activate")
('collector.cancel', 'billecta.attest')
>>> answer = parse("collector", Response(b"", 503), "collector.get")
>>> answer.ok, answer.code, answer.retry
(False, '503', True)
"""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from einvoice.errors import UsageError
from einvoice.lifecycle.operations import NATIVE, OPERATIONS, native_operations
from einvoice.lifecycle.request import SYSTEMS, Answer, Request, System
from einvoice.lifecycle.response import Response
from einvoice.lifecycle.states import NATIVE_STATES

if TYPE_CHECKING:
    from einvoice.lifecycle.machine import Transition

MODULES: Final[dict[System, str]] = {system: f"einvoice.lifecycle.{system}" for system in SYSTEMS}
"""System → the module with its `build` and `parse`."""

WITH_HEADERS: Final = frozenset({"inexchange"})
"""Systems that answer in a header."""


def operations_of(system: System) -> dict[str, str]:
    """Return the operations of *system*: id → what the system calls it."""
    if system == "inexchange":
        from einvoice.lifecycle import inexchange

        return {name: f"{each.method} {each.path}" for name, each in inexchange.OPERATIONS.items()}
    found = {each.id: each.name for each in NATIVE.values() if each.system == system}
    if system == "netvisor":  # three are of later versions, and only its own table has them
        from einvoice.lifecycle.netvisor import RESOURCES

        found |= {name: each.name for name, each in RESOURCES.items() if name not in found}
    return found


def operation_id(system: System, name: str) -> str:
    """Return the id of the operation that *name* means at *system*: an id, its end, the system's word, or ours.

    Raises UsageError for none, and for one of ours that the system does in several ways.
    """
    known = operations_of(system)
    for wanted in (name, f"{system}.{name}"):
        if wanted in known:
            return wanted
    found = [id for id, word in known.items() if word == name]
    if not found and name in OPERATIONS:
        found = [each.id for each in native_operations(name, system)]
        if not found:
            others = [other for other in SYSTEMS if native_operations(name, other)]
            raise UsageError(
                f"{system} has no operation that does {name} ({OPERATIONS[name].meaning})",
                fix=f"{', '.join(others)} can" if others else f"it has {', '.join(known)}",
            )
    if len(found) > 1:
        sources = [_sources(each, name) for each in found]
        apart = all(sources) and len(set(sources)) == len(found)
        shown = (f"{each} ({source})" if apart else each for each, source in zip(found, sources, strict=True))
        raise UsageError(f"{name} is {len(found)} operations of {system}", fix=f"take one of {', '.join(shown)}")
    if not found:
        words = [*known, *(id.partition(".")[2] for id in known), *known.values()]
        close = difflib.get_close_matches(name, words, 1)
        raise UsageError(
            f"no operation {name!r} of {system}",
            fix=f"did you mean {close[0]}?" if close else f"it has {', '.join(known)}",
        )
    return found[0]


def implied(system: System, name: str, id: str) -> dict[str, str]:
    """Return the parameters of the operation *id* that the neutral operation *name* tells by itself.

    >>> implied("netvisor", "remind", "netvisor.set_status")
    {'status': 'reminded'}
    """
    if id != "netvisor.set_status":
        return {}
    targets = {row.target for row in _transitions(id, name)}
    words = [each.name for each in NATIVE_STATES if each.system == system and {each.state} == targets]
    return {"status": words[0]} if words else {}


def _transitions(id: str, name: str) -> list[Transition]:
    """Return the transitions of the neutral operation *name* that the operation *id* makes."""
    from einvoice.lifecycle.machine import TRANSITIONS

    system = NATIVE[id].system
    return [
        row
        for row in TRANSITIONS
        if row.operation == name and any(NATIVE[id] in way.operations for way in row.ways.get(system, ()))
    ]


def _sources(id: str, name: str) -> str:
    """Return from which states the operation *id* does *name*; empty where the table does not tell."""
    found = dict.fromkeys(state for row in _transitions(id, name) for state in row.sources)
    return f"from {' or '.join(found)}" if found else ""


def parse(
    system: System, response: Response, operation: str | None = None, *, request: Request | None = None
) -> Answer:
    """Return what *response* of *system* says to *operation*, or to *request*."""
    if system not in MODULES:
        raise UsageError(f"no system {system!r}", fix=f"take one of {', '.join(MODULES)}")
    read = cast(Callable[..., Answer], importlib.import_module(MODULES[system]).parse)
    if system in WITH_HEADERS:
        return read(response.body, operation, status=response.status, headers=response.headers, request=request)
    return read(response.body, operation, status=response.status, request=request)
