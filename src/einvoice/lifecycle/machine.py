"""The state machine: what is allowed from where, by which operation of which system, and where it leads.

``transitions.csv`` holds the changes of state; an operation without a row there (reading, commenting, planning a direct
debit …) leaves the state as it is and needs what its native operation names.

Where a row names states, the row decides; where it says *any*, the states that the native operation names decide, else
every state that is not terminal.  A flag that a native operation needs has to be there.  A row leads to its own state;
`InvoiceState.apply` takes another one that the answer of the system told (``to="sent"`` after an attestation that sent
the invoice at once).  Flags that the new state cannot carry go.

>>> draft = InvoiceState("draft", system="billecta")
>>> [each.name for each in draft.allowed() if each.native and each.changes]
['update', 'activate', 'delete']
>>> issued = draft.apply("activate")
>>> issued.state, sorted(issued.flags)
('issued', ['locked'])
>>> issued.apply("cancel")
Traceback (most recent call last):
einvoice.errors.NotAllowed: cancel: Billecta has no such operation (withdraw before it is in force)
  fix: From issued, Billecta can credit, part_credit.
>>> InvoiceState("issued", system="collector").apply("cancel")
Traceback (most recent call last):
einvoice.errors.NotAllowed: cancel: not from issued, only from approved (it was never activated)
  fix: From issued, Collector can credit, part_credit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal

from einvoice.errors import NotAllowed, UsageError
from einvoice.findings import Finding
from einvoice.lifecycle.operations import NATIVE, OPERATIONS, NativeOperation, operation_named
from einvoice.lifecycle.states import FLAGS, STATEFUL, STATES, native_state
from einvoice.lifecycle.tables import rows, several

TITLES: Final = MappingProxyType({"collector": "Collector", "netvisor": "Netvisor", "billecta": "Billecta"})
"""System → how a sentence calls it."""

ANY: Final = "any"
SAME: Final = "same"

Kind = Literal["call", "automatic", "screen", "unseen"]


@dataclass(frozen=True, slots=True)
class Way:
    """How a system does an operation.

    *kind*: ``call`` (the native *operations*, one after the other), ``automatic`` (the system does it by itself),
    ``screen`` (a person, in the user interface), ``unseen`` (it happens at the provider, who does not tell).  *words*
    say how, where there is more to say.
    """

    kind: Kind
    operations: tuple[NativeOperation, ...] = ()
    words: str = ""

    def __str__(self) -> str:
        said = " + ".join(each.name for each in self.operations) or _KINDS[self.kind]
        return f"{said} ({self.words})" if self.words else said


_KINDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {"call": "", "automatic": "automatic", "screen": "only in the user interface", "unseen": "not reported"}
)


@dataclass(frozen=True, slots=True)
class Transition:
    """A row of the machine.

    *sources*: the states it starts from; none is no document yet, ``any`` see above.  *target*: ``same`` is the state
    as it was, ``any`` the one that the call names.  *ways*: system → how it does it, alternatives in order.
    """

    operation: str
    sources: tuple[str, ...]
    target: str
    ways: Mapping[str, tuple[Way, ...]]
    sets: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    guard: str = ""
    effect: str = ""

    def of(self, system: str, state: str | None, flags: frozenset[str]) -> tuple[Way, ...]:
        """Return the ways in which *system* does it from *state*; none when it cannot."""
        if self.sources == (ANY,):
            named = tuple(way for way in self.ways.get(system, ()) if _names(way, state))
        elif state in self.sources or (state is None and not self.sources):
            named = self.ways.get(system, ())
        else:
            return ()
        return tuple(way for way in named if not _missing_flags(way, flags))

    @property
    def is_change(self) -> bool:
        """Whether it changes state or flags, or can."""
        return self.target != SAME or bool(self.sets or self.clears)


def _names(way: Way, state: str | None) -> bool:
    needs = way.operations[0].needs
    if ANY not in needs:
        return _NATIVELY.get(state, state) in needs or state in needs
    return state is not None and not STATES[state].terminal


_NATIVELY: Final[Mapping[str | None, str]] = MappingProxyType({"sent": "issued"})
"""A state that a system may not tell from another: Netvisor's ``open`` is both."""


def _missing_flags(way: Way, flags: frozenset[str]) -> list[str]:
    return [each.flag for each in way.operations if each.flag is not None and each.flag not in flags]


def _ways(system: str, cell: str) -> Iterator[Way]:
    """Yield the ways of a cell of the table: ``a + b: words / automatic: words``."""
    for part in cell.split(" / ") if cell else ():
        who, _, words = part.partition(": ")
        if who in ("automatic", "screen", "unseen"):
            yield Way(who, (), words)  # type: ignore[arg-type]  # mypy narrows no text by `in`
        else:
            yield Way("call", tuple(NATIVE[f"{system}.{name}"] for name in who.split(" + ")), words)


TRANSITIONS: Final[tuple[Transition, ...]] = tuple(
    Transition(
        row["operation"],
        several(row["from"]),
        row["to"],
        MappingProxyType({system: ways for system in STATEFUL if (ways := tuple(_ways(system, row[system])))}),
        several(row["sets"]),
        several(row["clears"]),
        row["guard"],
        row["effect"],
    )
    for row in rows("transitions")
)
"""The changes of state, as the table has them."""


def _without_change() -> Iterator[Transition]:
    """Yield what the operations do that the table of transitions leaves out."""
    told = {row.operation for row in TRANSITIONS}
    everywhere = tuple(name for name in STATES if name != "deleted")
    for operation in NATIVE.values():
        if operation.neutral in told:
            continue
        sources = everywhere if ANY in operation.needs else operation.needs
        if operation.system != "netvisor":  # the only system with orders
            sources = tuple(name for name in sources if STATES[name].phase != "order")
        target = operation.results[0] if operation.results else SAME
        ways: dict[str, tuple[Way, ...]] = {operation.system: (Way("call", (operation,)),)}
        yield Transition(operation.neutral, sources, target, MappingProxyType(ways), effect=operation.result)


ALL: Final[tuple[Transition, ...]] = TRANSITIONS + tuple(_without_change())
"""`TRANSITIONS`, and the operations that leave the state as it is."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """An operation that is allowed: where it can lead, and how each system does it.

    *targets*: the states that can follow, the usual one first; None where no document is made.  *guard*: what has to be
    true besides, which nobody but the caller knows.  *doubts*: what is not sure.
    """

    name: str
    meaning: str
    targets: tuple[str | None, ...]
    ways: Mapping[str, tuple[Way, ...]]
    changes: bool
    guard: str = ""
    effect: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def native(self) -> tuple[NativeOperation, ...]:
        """The native operations that do it; none where no call does."""
        found = (each for ways in self.ways.values() for way in ways for each in way.operations)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class InvoiceState:
    """Where an invoice stands in its life.

    *state* is one of `STATES`, None where there is no document yet; *flags* are of `FLAGS`, and only such as the state
    can carry; *system* is the one that keeps the invoice, None for whichever.
    """

    state: str | None = None
    flags: frozenset[str] = field(default=frozenset())
    system: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "flags", frozenset(self.flags))
        if self.state is not None and self.state not in STATES:
            raise UsageError(f"no state {self.state!r}", fix=f"One of {', '.join(STATES)}.")
        check_system(self.system)
        for flag in sorted(self.flags):
            if flag not in FLAGS:
                raise UsageError(f"no flag {flag!r}", fix=f"Some of {', '.join(FLAGS)}.")
            if self.state not in FLAGS[flag].states:
                raise UsageError(
                    f"an invoice that is {_shown(self.state)} cannot be {flag}",
                    fix=f"Leave the flag out; it belongs to {', '.join(sorted(FLAGS[flag].states))}.",
                )

    @property
    def terminal(self) -> bool:
        """Whether nothing is expected to happen any more."""
        return self.state is not None and STATES[self.state].terminal

    def allowed(self, system: str | None = None) -> tuple[Allowed, ...]:
        """Return what is allowed, by *system*, else by the one that keeps the invoice, else by any.

        `Allowed.native` holds the native operations; it is empty for what only a person, the system or the provider
        does.
        """
        check_system(system)
        by: dict[str, list[tuple[Transition, dict[str, tuple[Way, ...]]]]] = {}
        for row, ways in self._rows(system):
            by.setdefault(row.operation, []).append((row, ways))
        return tuple(self._allowed(name, by[name]) for name in OPERATIONS if name in by)

    def apply(
        self,
        operation: str,
        *,
        to: str | None = None,
        amount: Decimal | None = None,
        debt: Decimal | None = None,
        system: str | None = None,
    ) -> InvoiceState:
        """Return the state after the neutral *operation*; raises NotAllowed where it is not allowed.

        *to*: the state that followed, where several can: ``set_status`` needs it, ``create`` leads to a draft unless
        told otherwise, ``sell`` to the flag ``sale_requested`` until ``to="sold"``.  *amount* and *debt*: money that
        came, or that a credit note nets, against what was owed; with less than the debt the invoice stays open.  Of a
        refund *amount* is paid back of *debt*, which had been paid.  Without them the operation covers everything.
        """
        operation_named(operation)
        check_system(system)
        found = list(self._rows(system, operation))
        if not found:
            raise self._refusal(operation, system or self.system)
        partial = _is_part(operation, amount, debt)
        if to is not None and to not in STATES:
            raise UsageError(f"no state {to!r}", fix=f"One of {', '.join(STATES)}.")
        for row, ways in found:
            targets = self._targets(row, ways)
            if to is None or to in targets:
                break
        else:
            reached = ", ".join(dict.fromkeys(_shown(each) for row, ways in found for each in self._targets(row, ways)))
            raise NotAllowed(
                f"{operation}: leads from {_shown(self.state)} to {reached}, not to {to}",
                fix="Say how much came, with amount and debt."
                if operation in _NETTED
                else f"Say to, one of {reached}.",
            )
        if row.target == ANY and to is None:
            raise UsageError(f"{operation}: to which state?", fix=f"Say to, one of {', '.join(map(_shown, targets))}.")
        target, flags = targets[0] if to is None else to, set(self.flags)
        flags |= set(row.sets)
        flags -= set(row.clears)
        if operation == "sell":
            target = to or self.state
            flags.discard("sale_denied")
        if partial:
            if all(each.id == "netvisor.set_status" for way in sum(ways.values(), ()) for each in way.operations):
                raise NotAllowed(
                    f"{operation}: Netvisor only takes a status, and {amount} of {debt} is no status",
                    fix="Register the payment where Netvisor reads it from, in the bank account or the ledger.",
                )
            if operation == "refund_payment":
                flags.add("partially_paid")
            else:
                target = self.state
                flags.add("partially_paid" if operation == "register_payment" else "partially_credited")
        return self._at(target, flags)

    @classmethod
    def from_native(
        cls,
        system: str,
        value: str | int,
        *,
        flags: Iterable[str] = (),
        paid: Decimal | None = None,
        credited: Decimal | None = None,
        written_off: Decimal | None = None,
        open_amount: Decimal | None = None,
        due_date: date | None = None,
        today: date | None = None,
        sent: bool | None = None,
    ) -> tuple[InvoiceState | None, tuple[Finding, ...]]:
        """Return what the word or number *value* of *system* means, and what was not understood.

        Of Billecta more is needed than the stage: *paid*, *credited* and *written_off* tell how a completed invoice was
        closed; *open_amount*, *due_date* and *today* whether one is overdue, a stage that nobody states; *sent* whether
        a manual one was sent.  *flags* are flags that the document tells besides; those that the state cannot carry
        are left out.  The state is None where it cannot be known, and a finding says why.
        """
        native = native_state(system, value)
        title = TITLES[system]
        if native is None:
            return None, (
                _unknown(
                    f"{title} says {str(value)[:80]!r}, which no table knows", "Keep the word, and tell us of it."
                ),
            )
        state, told = native.state, set(native.flags) | set(flags)
        if native.choices:
            sums = {"paid": paid, "credited": credited, "written_off": written_off}
            state = _closed_by(sums)
            if state is None:
                return None, (
                    _unknown(
                        f"{title} says {native.name}, and PaidAmount, CreditedAmount and WriteOffAmount do not tell "
                        "how it was closed",
                        "Read the whole invoice; of lists the amounts are not known.",
                    ),
                )
            told |= {flag for flag, of in _PARTS.items() if sums[of]}
        if state is None:
            return None, (_unknown(f"{title} says {native.name}: {native.note}", "Keep the word, and ask again."),)
        if system == "billecta" and state in ("issued", "sent"):
            if "manual" in told and sent:
                state = "sent"
            late = due_date is not None and today is not None and due_date < today
            if late and open_amount is not None and open_amount > 0 and "sale_requested" not in told:
                state = "overdue"
        here = cls(system=system)
        return here._at(state, told), ()

    # ------------------------------------------------------------------------------ inside

    def _at(self, state: str | None, flags: Iterable[str]) -> InvoiceState:
        kept = frozenset(flag for flag in flags if flag not in FLAGS or state in FLAGS[flag].states)
        return replace(self, state=state, flags=kept)

    def _rows(
        self, system: str | None, operation: str | None = None
    ) -> Iterator[tuple[Transition, dict[str, tuple[Way, ...]]]]:
        asked = system or self.system
        for row in ALL:
            if operation not in (None, row.operation):
                continue
            ways = {
                each: found
                for each in row.ways
                if asked in (None, each) and (found := row.of(each, self.state, self.flags))
            }
            if ways:
                yield row, ways

    def _targets(self, row: Transition, ways: Mapping[str, tuple[Way, ...]]) -> tuple[str | None, ...]:
        """Return where *row* can lead: its own target, and what the native operations may answer besides."""
        found: list[str | None] = []
        if row.target != ANY:
            found.append(self.state if row.target == SAME else row.target)
        if row.operation == "sell":
            found.insert(0, self.state)
        for each in (ways_of for way in ways.values() for ways_of in way):
            if len(each.operations) == 1 and each.operations[0].neutral == row.operation:
                found += [name for name in each.operations[0].results if name != SAME]
        return tuple(dict.fromkeys(found))

    def _allowed(self, name: str, found: list[tuple[Transition, dict[str, tuple[Way, ...]]]]) -> Allowed:
        ways: dict[str, tuple[Way, ...]] = {}
        for _, some in found:
            for system, more in some.items():
                ways[system] = tuple(dict.fromkeys(ways.get(system, ()) + more))
        return Allowed(
            name,
            OPERATIONS[name].meaning,
            tuple(dict.fromkeys(target for row, some in found for target in self._targets(row, some))),
            MappingProxyType(ways),
            any(row.is_change for row, _ in found),
            "; ".join(dict.fromkeys(row.guard for row, _ in found if row.guard)),
            "; ".join(dict.fromkeys(row.effect for row, _ in found if row.effect)),
            tuple(self._doubts(name, ways)),
        )

    def _doubts(self, name: str, ways: Mapping[str, tuple[Way, ...]]) -> Iterator[str]:
        seen = dict.fromkeys(each for some in ways.values() for way in some for each in way.operations)
        for each in seen:
            if not each.verified:
                yield f"{each.id}: {_CONFIDENCE[each.confidence]}"
            known = {self.state, _NATIVELY.get(self.state), ANY}
            if self.state is not None and each.needs and each.does(name) and not known.intersection(each.needs):
                yield f"{each.id}: {TITLES[each.system]} names {', '.join(each.needs)}, not {self.state}"

    def _refusal(self, operation: str, system: str | None) -> NotAllowed:
        known = OPERATIONS[operation]
        title = TITLES[system] if system else "any system"
        rows_of = [row for row in ALL if row.operation == operation and (system is None or system in row.ways)]
        called = [
            row for row, ways in self._rows(system) if any(way.operations for some in ways.values() for way in some)
        ]
        can = {row.operation for row in called}
        if not rows_of:
            why = f"{operation}: {TITLES[system or '']} has no such operation ({known.meaning})"
        elif flags := self._flags_wanted(rows_of, system):
            why = f"{operation}: needs the flag {' or '.join(flags)}, which the invoice does not have"
        elif self.state is None:
            why = f"{operation}: there is no document yet"
        elif all(not row.sources for row in rows_of):
            why = f"{operation}: makes a new document, and there is one, {self.state}"
        else:
            sources = [name for name in STATES if any(InvoiceState(name)._does(row, system) for row in rows_of)]
            guard = next((row.guard for row in rows_of if row.guard), "")
            why = f"{operation}: not from {self.state}, only from {', '.join(sources)}" + (
                f" ({guard})" if guard else ""
            )
        instead = [name for name in known.instead if name in can]
        moving = {row.operation for row in called if row.is_change}
        shown = instead or [name for name in OPERATIONS if name in moving]
        who = f"{title} can" if system else "a system can"
        here = "Before there is a document," if self.state is None else f"From {self.state},"
        fix = f"{here} {who} {', '.join(shown)}." if shown else f"{here} nothing changes an invoice any more."
        return NotAllowed(why, allowed=[name for name in OPERATIONS if name in can], fix=fix)

    def _flags_wanted(self, found: list[Transition], system: str | None) -> list[str]:
        """Return the flags without which none of *found* works, though the state would do."""
        every = frozenset(flag.name for flag in FLAGS.values() if self.state in flag.states)
        ways = [
            way
            for row in found
            for each in row.ways
            if system in (None, each)
            for way in row.of(each, self.state, every)
        ]
        return list(dict.fromkeys(flag for way in ways for flag in _missing_flags(way, self.flags)))

    def _does(self, row: Transition, system: str | None) -> bool:
        every = frozenset(FLAGS)
        return any(row.of(each, self.state, every) for each in row.ways if system in (None, each))


_CONFIDENCE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "candidate": "the path follows its neighbours and was not seen in use",
        "unknown": "method and path are not known",
    }
)

_PARTS: Final = MappingProxyType({"partially_paid": "paid", "partially_credited": "credited"})
"""Flag → the sum that makes it, on an invoice that was closed in another way."""


_NETTED: Final = ("register_payment", "settle_against", "refund_payment")
"""What is done with an amount, which may be a part of the debt."""


def _closed_by(sums: Mapping[str, Decimal | None]) -> str | None:
    """Return what closed an invoice: the largest of the sums; None when all are absent or zero."""
    stated = [(abs(amount), name) for name, amount in sums.items() if amount]
    return max(stated, key=lambda each: each[0])[1] if stated else None


def _is_part(operation: str, amount: Decimal | None, debt: Decimal | None) -> bool:
    if amount is None and debt is None:
        return False
    if operation not in _NETTED:
        raise UsageError(f"{operation} takes no amount", fix="Leave amount and debt out.")
    if amount is None or debt is None:
        raise UsageError(f"{operation}: {amount or debt} of what?", fix="Say both, amount and debt.")
    if amount <= 0 or debt <= 0:
        raise UsageError(f"{operation}: {amount} of {debt} is no payment", fix="Both are above zero.")
    return amount < debt


def check_system(system: str | None) -> None:
    """Raise UsageError where the states of *system* are not known."""
    if system is not None and system not in STATEFUL:
        raise UsageError(
            f"no states of {system!r} are known", fix=f"Take one of {', '.join(STATEFUL)}; InExchange only delivers."
        )


def _shown(state: str | None) -> str:
    return "no document yet" if state is None else state


def _unknown(message: str, fix: str) -> Finding:
    return Finding("EI-LIFECYCLE-STATE", "warning", "input", message, fix)
