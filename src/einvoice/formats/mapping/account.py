"""The account of losses: what an object holds that a table has no row for, and how a lost value is called.

Both writers ask it, the walker and the compiled code, table by table in the order in which they write; so they name the
same in the same order.  What is said of a value depends on its place without the positions in lists, so that it is
worked out once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from einvoice import model
from einvoice.findings import Finding, Severity
from einvoice.formats.mapping.rows import Absent, Plan, Writable
from einvoice.model.terms import register, terms_at, without_positions

if TYPE_CHECKING:
    from einvoice.model import Model

Find = Callable[[Finding], None]


class Reason(NamedTuple):
    """What is said of a lost value; *label* is None where nothing but its path tells what it is."""

    label: str | None
    terms: tuple[str, ...]
    code: str
    severity: Severity
    text: str


class Account:
    """What a format loses: *absent* are the `Absent` rows of its tables, by term.  Thread-safe."""

    def __init__(self, format: str, absent: Mapping[str, Absent]) -> None:
        self.format = format
        self.absent = absent
        self._reasons: dict[str, Reason] = {}
        self._rows: dict[tuple[str, bool | None], Absent | None] = {}

    def name(self, plan: Plan, value: Model, at: str, find: Find) -> None:
        """Give *find* a finding for everything in *value* that the table of *plan* has no row for.

        *at* is the path of *value* in the model, with a dot at its end.
        """
        self._name(plan.writable, value, at, find, keeps=plan.table.keep is not None)

    def _name(self, writable: Writable, value: Model, at: str, find: Find, keeps: bool = False) -> None:
        stated = value.__pydantic_fields_set__
        for name, content in value.__dict__.items():
            if content is None or content == () or name == "native" or name not in stated:
                continue
            if name not in writable:
                self._no_place(f"{at}{name}", content, find)
            elif (below := writable[name]) is not None:
                if "[0]" in below:
                    for position, item in enumerate(content):
                        if position == 0:
                            self._name(below["[0]"], item, f"{at}{name}[0].", find)
                        else:
                            self._no_place(f"{at}{name}[{position}]", item, find)
                else:
                    self._name(below, content, f"{at}{name}.", find)
        if native := getattr(value, "native", None):
            self._name_native(native, writable.get("native", ()), f"{at}native.", find, keeps)

    def _name_native(self, native: dict[str, str], taken: Any, at: str, find: Find, keeps: bool) -> None:
        for key, text in native.items():
            system, _, name = key.partition(":")
            if name.startswith("_"):  # a note of ours, not a value of the source
                continue
            if system != self.format:
                find(_of_native(f"{at}{key}", text, f"it means something to {system} only"))
            elif name not in taken and not keeps:
                find(_of_native(f"{at}{key}", text, f"{system} gives it and does not take it"))

    def _no_place(self, path: str, value: object, find: Find) -> None:
        for place, leaf in leaves(value, path):
            if ".native." in place:
                if ":_" not in place:
                    find(_of_native(place, leaf, "it means something to another system only"))
                continue
            stem = without_positions(place)
            reason = self._reasons.get(stem)
            if reason is None:
                reason = self._reasons[stem] = self._reason(stem)
            text = str(leaf)
            find(
                Finding(
                    reason.code, reason.severity, "loss",
                    f"{reason.label or place} {shown(text)} is not carried: {reason.text}",
                    None, reason.terms, None, None, text, place,
                )
            )  # fmt: skip

    def _reason(self, place: str) -> Reason:
        terms = terms_at(place)
        label_ = label(place, terms) if terms else None
        row = self.row(place)
        if ".internal." in f".{place}":
            return Reason(label_, terms, "LOSS-INTERNAL", "info", row.reason if row else "it never leaves the seller")
        if row is not None:
            return Reason(label_, terms, "LOSS-NO-PLACE", "info" if row.as_info else "warning", row.reason)
        return Reason(label_, terms, "LOSS-NO-PLACE", "warning", f"{self.format} has no place for it")

    def row(self, place: str, charge: bool | None = None) -> Absent | None:
        """Return the row that says why the value at *place*, or a group around it, is absent.

        *place* has no positions in lists, and no key behind ``native``; *charge* is that of `terms_at`.
        """
        key = (place, charge)
        if key not in self._rows:
            parts = place.split(".")
            around = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
            terms = chain.from_iterable(terms_at(each, charge) for each in around)
            self._rows[key] = next((self.absent[term] for term in terms if term in self.absent), None)
        return self._rows[key]


def lost(
    model_path: str, value: object, reason: str, code: str = "LOSS-NO-PLACE", severity: Severity = "warning"
) -> Iterator[Finding]:
    """Yield a finding for each value at and below *model_path*: it is not carried, for *reason*."""
    for path, leaf in leaves(value, model_path):
        terms = terms_at(path)
        yield Finding(
            code, severity, "loss", f"{label(path, terms)} {shown(str(leaf))} is not carried: {reason}",
            terms=terms, value=str(leaf), model_path=path,
        )  # fmt: skip


def _of_native(path: str, value: object, reason: str) -> Finding:
    text = str(value)
    return Finding(
        "LOSS-NATIVE", "info", "loss", f"{label(path, ())} {shown(text)} is not carried: {reason}",
        None, (), None, None, text, path,
    )  # fmt: skip


def leaves(value: object, path: str) -> Iterator[tuple[str, object]]:
    """Yield (path, value) of everything stated at and below *value*; None and empty lists state nothing."""
    found: list[tuple[str, object]] = []  # generators within generators take five times as long
    _gather(value, path, found)
    return iter(found)


_PLAIN: Final = frozenset({str, Decimal, date, bool})
"""The classes of most values: asked about first, since a call for each costs more than the rest."""


def _gather(value: object, path: str, found: list[tuple[str, object]]) -> None:
    if value is None:
        return
    if isinstance(value, model.Model):
        stated = value.__pydantic_fields_set__
        for name, content in value.__dict__.items():  # in the order of the fields; getattr for each takes longer
            if content is None or name not in stated:
                continue
            if type(content) in _PLAIN:
                found.append((f"{path}.{name}", content))
            elif content != ():
                _gather(content, f"{path}.{name}", found)
    elif isinstance(value, tuple | list):
        for position, item in enumerate(value):
            _gather(item, f"{path}[{position}]", found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _gather(item, f"{path}.{key}", found)
    else:
        found.append((path, value))


def label(path: str, terms: tuple[str, ...]) -> str:
    """Return how a message calls the value at *path*, where *terms* stand."""
    if terms:
        return _called(terms[0])
    owner, native, key = path.partition("native.")
    if not native or ":" not in key:
        return path
    # A key may hold anything, since it may come out of a file.
    name = key.replace(":", " ", 1)
    name = name if len(name) <= 120 else name[:119] + "…"
    return f"{owner.rstrip('.')} {name if name.isprintable() else repr(name)}".strip()


@cache
def _called(term: str) -> str:
    return f"{register()[term].name} ({term})"


def shown(text: str) -> str:
    """Return *text* as a message quotes it, on one line and not too long."""
    text = " ".join(text.split())
    return repr(text if len(text) <= 80 else text[:77] + "…")
