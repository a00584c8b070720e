"""The states of an invoice and the flags beside them, and what each system calls them.

``states.csv``         the neutral states, their phase, and which are terminal
``flags.csv``          the flags, and in which states an invoice can carry each
``native_states.csv``  what Netvisor, Billecta and Collector/Walley say, and what that is here

A phase is what the states of a group have in common: *in preparation* (no due date runs), *in force* (somebody owes
money), *closed*, *ended* (it never came into force), *order* (Netvisor's sales orders).

>>> STATES["issued"].phase, STATES["paid"].terminal, FLAGS["paused"].meaning
('in force', True, 'automatic events stand still')
>>> native_state("netvisor", "CreditLoss").state, native_state("billecta", 13).state
('written_off', 'issued')
>>> native_state("collector", "Lost") is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, cast

from einvoice.errors import UsageError
from einvoice.lifecycle.tables import rows, several

if TYPE_CHECKING:
    from collections.abc import Mapping

Phase = Literal["in preparation", "in force", "closed", "ended", "order"]

STATEFUL: Final = ("collector", "netvisor", "billecta")
"""The systems that keep invoices in states; InExchange only delivers (`einvoice.routing.status`)."""


@dataclass(frozen=True, slots=True)
class State:
    """A neutral state.  *terminal*: nothing is expected to happen any more."""

    name: str
    phase: Phase
    terminal: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that is true beside the state.  *states*: where an invoice can carry it."""

    name: str
    states: frozenset[str]
    meaning: str


@dataclass(frozen=True, slots=True)
class NativeState:
    """A word of a system.

    *code* is its number, where the system has numbers.  *state* is None where the word alone does not tell;
    *choices* are the states that it may be then.
    """

    system: str
    name: str
    code: int | None
    state: str | None
    flags: tuple[str, ...]
    choices: tuple[str, ...]
    note: str


STATES: Final[Mapping[str, State]] = MappingProxyType(
    {
        row["name"]: State(row["name"], cast(Phase, row["phase"]), row["terminal"] == "yes", row["meaning"])
        for row in rows("states")
    }
)
"""Name → state, in the order in which an invoice meets them."""

FLAGS: Final[Mapping[str, Flag]] = MappingProxyType(
    {row["name"]: Flag(row["name"], frozenset(several(row["states"])), row["meaning"]) for row in rows("flags")}
)
"""Name → flag."""

NATIVE_STATES: Final[tuple[NativeState, ...]] = tuple(
    NativeState(
        row["system"],
        row["native"],
        int(row["code"]) if row["code"] else None,
        row["state"] or None,
        several(row["flags"]),
        several(row["choices"]),
        row["note"],
    )
    for row in rows("native_states")
)
"""What the systems say."""


def native_state(system: str, value: str | int) -> NativeState | None:
    """Return what *system* means with *value*, a name in any casing or a number; None when nobody knows it."""
    if system not in STATEFUL:
        raise UsageError(
            f"no states of {system!r} are known", fix=f"Take one of {', '.join(STATEFUL)}; InExchange only delivers."
        )
    return _by_value().get((system, " ".join(str(value).split()).casefold()))


@cache
def _by_value() -> dict[tuple[str, str], NativeState]:
    found: dict[tuple[str, str], NativeState] = {}
    for each in NATIVE_STATES:
        if each.code is not None:
            found[each.system, str(each.code)] = each
        if not each.name.startswith("("):  # derived, nobody says it
            found[each.system, each.name.casefold()] = each
    return found
