"""The machine drawn: as text for a terminal, and as an SVG that needs nothing from outside.

What is drawn comes from the tables (`machine.TRANSITIONS`, `states.STATES`); here stand only places: where a state is,
and how an arrow runs that would cross others on its straight way.  A transition without an entry runs straight.  The
same tables give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from einvoice.lifecycle.machine import ANY, SAME, TITLES, TRANSITIONS, InvoiceState, Transition, check_system
from einvoice.lifecycle.states import STATES

NEW: Final = "new"
"""The dot where documents come from."""

_WIDTH, _HEIGHT = 124, 42
_PLACES: Final = {
    # state            x     y   centre of the box
    NEW:              (40,  300),
    "draft":          (135, 300),
    "approved":       (325, 300),
    "on_hold":        (325, 120),
    "rejected":       (135, 120),
    "deleted":        (135, 470),
    "cancelled":      (280, 470),
    "expired":        (425, 470),
    "issued":         (555, 300),
    "sent":           (715, 300),
    "overdue":        (875, 300),
    "reminded":       (1035, 300),
    "demanded":       (1195, 300),
    "in_collection":  (1355, 300),
    "paid":           (690, 70),
    "credited":       (900, 70),
    "sold":           (1140, 70),
    "written_off":    (1345, 70),
    "order_open":     (135, 640),
    "order_delivered": (385, 640),
    "order_billed":   (635, 640),
    "order_archived": (885, 640),
}  # fmt: skip

_FORCE: Final = (480, 205, 1430, 400)
"""The frame around what is in force: left, top, right, bottom."""

_BENT: Final = {
    # from, to              path                                             label at
    (NEW, "approved"):      ("M46 290 C 90 200, 230 200, 290 278",           (150, 222)),
    (NEW, "issued"):        ("M46 288 C 90 170, 400 170, 532 278",           (445, 222)),
    ("draft", "issued"):    ("M150 322 C 200 385, 440 385, 535 322",         (455, 368)),
    ("approved", "deleted"): ("M290 322 L 165 448",                          (218, 420)),
    ("approved", "expired"): ("M350 322 L 408 448",                          (392, 405)),
    ("issued", "deleted"):  ("M546 322 C 546 470, 546 532, 420 532 L 250 532 C 190 532, 150 525, 141 493", (335, 527)),
    ("issued", "overdue"):  ("M575 322 C 620 368, 800 368, 855 322",         (690, 364)),
    ("sent", "reminded"):   ("M735 322 C 790 380, 960 380, 1015 322",        (905, 376)),
    ("overdue", "in_collection"): ("M890 322 C 960 395, 1270 395, 1335 322", (1090, 390)),
    ("reminded", "in_collection"): ("M1055 322 C 1110 365, 1280 365, 1325 322", (1195, 350)),
    ("overdue", "sent"):    ("M860 278 C 830 240, 760 240, 730 278",         (795, 238)),
    ("reminded", "overdue"): ("M1020 278 C 990 240, 920 240, 890 278",       (955, 238)),
    ("paid", "sent"):       ("M650 92 C 620 170, 640 240, 690 277",          (645, 240)),
    ("order_open", "order_billed"): ("M160 662 C 240 705, 530 705, 610 662", (385, 704)),
}  # fmt: skip
"""Arrows that do not run straight: from, to → path and place of the label."""

_FILL: Final = {
    "in preparation": "#e8eef8",
    "in force": "#fff3d6",
    "closed": "#e2f2e4",
    "ended": "#ececec",
    "order": "#f3e8f6",
}

_STYLE: Final = (
    "text{font:12px system-ui,'Segoe UI',Helvetica,Arial,sans-serif;fill:#222}"
    ".s{font-weight:600;font-size:13px;text-anchor:middle}"
    ".l{text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}"
    ".side{text-anchor:start}"
    ".m{fill:#666;font-size:11px}"
    ".h{font-weight:600}"
    ".a{fill:none;stroke:#555;stroke-width:1.3}"
    ".f{fill:none;stroke:#d9a520;stroke-dasharray:5 4}"
    ".b{stroke:#555;stroke-width:1}"
    ".on{stroke:#b02a1e;stroke-width:3}"
    ".can{stroke:#b02a1e;stroke-width:2}"
    ".no{opacity:.3}"
)


@dataclass(frozen=True)
class _Arrow:
    """Transitions from one place to another; *source* is a state, `NEW`, or the phase *in force* as a whole."""

    source: str
    target: str
    labels: tuple[str, ...]
    possible: bool


def text(system: str | None = None) -> str:
    """Return the machine as text: each state, what can be done there, and where that leads.

    With *system* only what that system does; its own words stand behind.
    """
    check_system(system)
    out = [f"The life of an invoice{f' at {TITLES[system]}' if system else ''}", ""]
    rows = _of(system)
    for name in (None, *STATES):
        lines = [line for row in rows for line in _lines(row, name, system)]
        if name is None:
            out.append("(no document yet)")
        elif lines or system is None:
            state = STATES[name]
            out.append(f"{name}  [{state.phase}{', terminal' if state.terminal else ''}]  {state.meaning}")
        else:
            continue
        out += [*lines, ""]
    for row in rows:
        if row.sources == (ANY,):
            to = "the state it names" if row.target == ANY else "the same state"
            out.append(f"From every state that is not terminal: {row.operation} → {to}{_words(row, system)}")
    return "\n".join(out).rstrip() + "\n"


def _of(system: str | None) -> list[Transition]:
    return [row for row in TRANSITIONS if system is None or system in row.ways]


def _lines(row: Transition, name: str | None, system: str | None) -> Iterator[str]:
    if name in row.sources or (name is None and not row.sources):
        target = "same state" if row.target == SAME else row.target
        flags = "".join(f" +{flag}" for flag in row.sets) + "".join(f" -{flag}" for flag in row.clears)
        yield f"  {row.operation:<20} → {target + flags:<32}{_words(row, system)}".rstrip()


def _words(row: Transition, system: str | None) -> str:
    if system is None:
        return "  " + ", ".join(TITLES[each] for each in row.ways)
    return "  " + " or ".join(str(way) for way in row.ways[system])


# ---------------------------------------------------------------------------------- picture


def svg(system: str | None = None, state: str | None = None) -> str:
    """Return the machine as an SVG document; with *system* only what that system does.

    With *state* the place of an invoice is marked, and what cannot be done from there stands back.
    """
    here = InvoiceState(state, system=system)
    can = None if state is None else {(each.name, target) for each in here.allowed() for target in each.targets}
    rows = _of(system)
    arrows = list(_arrows(rows, state, can))
    shown = {name for arrow in arrows for name in (arrow.source, arrow.target)} | {state or NEW}
    shown |= {name for row in rows for name in row.sources if name != ANY}
    if system is None:
        shown |= set(STATES)
    notes = _notes(rows, state, can)
    half = (len(notes) + 1) // 2
    top = 735 if any(STATES[name].phase == "order" for name in shown if name in STATES) else 580
    height = top + 34 + 18 * half
    title = f"The life of an invoice{f' at {TITLES[system]}' if system else ''}"
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1460 {height}" role="img">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style>",
        _TIP,
        f'<rect width="1460" height="{height}" fill="#fff"/>',
        f'<text x="20" y="30" style="font-size:17px;font-weight:600">{title}</text>',
    ]
    left, up, right, down = _FORCE
    out.append(f'<rect class="f" x="{left}" y="{up}" width="{right - left}" height="{down - up}" rx="12"/>')
    out.append(f'<text class="m" x="{right - 10}" y="{down - 8}" text-anchor="end">in force</text>')
    if NEW in shown:
        x, y = _PLACES[NEW]
        out.append(f'<circle cx="{x}" cy="{y}" r="7" fill="#555"/>')
        out.append(f'<text class="m" x="{x}" y="{y + 24}" text-anchor="middle">create</text>')
    out += [f'<path class="a{"" if each.possible else " no"}" d="{_path(each)[0]}" marker-end="url(#tip)"/>'
            for each in arrows]  # fmt: skip
    out += [_box(name, state, can) for name in _PLACES if name in shown and name != NEW]
    for each in arrows:
        out += _label(each)
    out.append(f'<text class="h" x="20" y="{top}">Without leaving the state</text>')
    for n, (note, possible) in enumerate(notes):
        x, y = 20 + 720 * (n // half), top + 20 + 18 * (n % half)
        out.append(f'<text x="{x}" y="{y}"{"" if possible else _BACK}>{escape(note)}</text>')
    return "\n".join((*out, "</svg>")) + "\n"


_BACK: Final = ' class="no"'
_TIP: Final = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    '<path d="M0 0 L8 4 L0 8 z" fill="#555"/></marker></defs>'
)


def _arrows(rows: Iterable[Transition], state: str | None, can: set[tuple[str, str | None]] | None) -> Iterator[_Arrow]:
    """Yield the arrows: one for all transitions between two states, one from all that is in force to a closed state."""
    found: dict[tuple[str, str], dict[str, bool]] = {}
    for row in rows:
        if row.target in (SAME, ANY):
            continue
        possible = can is None or (row.operation, row.target) in can
        of_force = [name for name in row.sources if STATES[name].phase == "in force"]
        bundled = STATES[row.target].phase == "closed" and len(of_force) > 1
        if bundled:
            label = f"{row.operation} ({_which(of_force)})"
            found.setdefault(("in force", row.target), {})[label] = possible and (state is None or state in of_force)
        for name in row.sources or (NEW,):
            if not (bundled and name in of_force):
                label = "" if name == NEW else row.operation
                here = state is None or name == state
                found.setdefault((name, row.target), {})[label] = possible and here
    for (source, target), labels in found.items():
        if source != target:
            yield _Arrow(source, target, tuple(label for label in labels if label), any(labels.values()))


def _which(states: list[str]) -> str:
    """Return which of the states in force are meant, by the shorter list."""
    every = [name for name, each in STATES.items() if each.phase == "in force"]
    missing = [name for name in every if name not in states]
    if not missing:
        return "from all"
    return f"from {', '.join(states)}" if len(states) <= len(missing) else f"not from {', '.join(missing)}"


def _path(arrow: _Arrow) -> tuple[str, tuple[float, float]]:
    """Return the path of an arrow, and the place of its label."""
    bent = _BENT.get((arrow.source, arrow.target))
    if bent is not None:
        return bent
    x, y = _PLACES[arrow.target]
    if arrow.source == "in force":
        return f"M{x} {_FORCE[1]} L{x} {y + _HEIGHT / 2 + 2:g}", (x + 10, (y + _FORCE[1]) / 2 + 17)
    from_x, from_y = _PLACES[arrow.source]
    if from_y == y:
        way = 1 if x > from_x else -1
        start = from_x + way * (9 if arrow.source == NEW else _WIDTH / 2)
        end = x - way * (_WIDTH / 2 + 2)
        over = 8 if abs(end - start) > 60 else _HEIGHT / 2 + 9
        return f"M{start:g} {y} L{end:g} {y}", ((start + end) / 2, y - over)
    way = 1 if y > from_y else -1
    start, end = from_y + way * _HEIGHT / 2, y - way * (_HEIGHT / 2 + 2)
    return f"M{from_x} {start:g} L{x} {end:g}", ((from_x + x) / 2, (start + end) / 2 + 4)


def _box(name: str, state: str | None, can: set[tuple[str, str | None]] | None) -> str:
    x, y = _PLACES[name]
    each = STATES[name]
    kind = "b"
    if name == state:
        kind = "on"
    elif can is not None:
        kind = "can" if any(target == name for _, target in can) else "b no"
    corner = 20 if each.terminal else 6
    return (
        f'<g><title>{name}: {escape(each.meaning)}</title><rect class="{kind}" x="{x - _WIDTH / 2:g}" '
        f'y="{y - _HEIGHT / 2:g}" width="{_WIDTH}" height="{_HEIGHT}" rx="{corner}" fill="{_FILL[each.phase]}"/>'
        f'<text class="s" x="{x}" y="{y + 5}">{name}</text></g>'
    )


def _label(arrow: _Arrow) -> Iterator[str]:
    """Yield the words of an arrow: above its line; beside it where it comes from all that is in force."""
    _, (x, y) = _path(arrow)
    beside = arrow.source == "in force"
    words = [part for label in arrow.labels for part in (label.split(" ", 1) if beside else (label,))]
    first = y - 14 * (len(words) - 1) / (2 if beside else 1)
    kind = ("l side" if beside else "l") + ("" if arrow.possible else " no")
    for n, word in enumerate(words):
        yield f'<text class="{kind}" x="{x:g}" y="{first + 14 * n:g}">{escape(word)}</text>'


def _notes(
    rows: Iterable[Transition], state: str | None, can: set[tuple[str, str | None]] | None
) -> list[tuple[str, bool]]:
    """Return what leaves the state as it is, or names any, and whether it can be done from *state*."""
    found = []
    names = {} if can is None else {name for name, _ in can}
    for row in rows:
        if row.target == ANY:
            note = f"{row.operation}: from any state to the one that it names"
        elif row.target == SAME or row.sources == (row.target,):
            where = "any state" if row.sources == (ANY,) else ", ".join(row.sources)
            flags = "".join(f", sets {flag}" for flag in row.sets) + "".join(f", clears {flag}" for flag in row.clears)
            note = f"{row.operation}: from {where}{flags}"
        else:
            continue
        found.append((note, state is None or row.operation in names))
    return found
