"""The generated parts of docs/lifecycle.md, its picture, and the table of the README.

In the page each stands between ``<!-- name -->`` and ``<!-- /name -->``; the words around them are written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from einvoice.lifecycle import svg
from einvoice.lifecycle.machine import ALL, ANY, SAME, TITLES, TRANSITIONS, Transition, Way
from einvoice.lifecycle.operations import FAULTS, NATIVE, OPERATIONS, NativeOperation
from einvoice.lifecycle.states import FLAGS, NATIVE_STATES, STATEFUL, STATES

ROOT = Path(__file__).resolve().parent.parent

MARKS = {"candidate": "¹", "unknown": "²"}
LEGEND = (
    "¹ the path follows the pattern of its neighbours and was not seen in use: verify it first. "
    "² described by the system, but method and path are not known: the context has to name the path."
)


def page() -> str:
    """Return docs/lifecycle.md with its tables."""
    text = (ROOT / "docs" / "lifecycle.md").read_text(encoding="utf-8")
    for name, lines in (
        ("states", _states()),
        ("flags", _flags()),
        ("transitions", _transitions()),
        ("unchanged", _unchanged()),
        ("words", _words()),
        ("operations", _operations()),
        ("faults", _faults()),
    ):
        text = _between(text, name, lines)
    return text


def picture() -> str:
    """Return docs/lifecycle.svg."""
    return svg()


def in_readme(text: str) -> str:
    """Return the README *text* with its table of systems and operations."""
    return _between(text, "lifecycle", _overview())


def _between(text: str, name: str, lines: Iterator[str]) -> str:
    start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    head, found, rest = text.partition(start)
    _, closed, tail = rest.partition(end)
    assert found and closed, f"{name} has no place in the page"
    return head + start + "\n".join(lines) + "\n" + end + tail


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _marked(operation: NativeOperation) -> str:
    return f"`{_cell(operation.name)}`{MARKS.get(operation.confidence, '')}"


def _way(way: Way) -> str:
    said = " + ".join(_marked(each) for each in way.operations)
    kind = {"call": "", "automatic": "automatic", "screen": "user interface only", "unseen": "not reported"}[way.kind]
    return f"{said or kind}{f' ({_cell(way.words)})' if way.words else ''}"


def _states() -> Iterator[str]:
    yield "| state | phase | meaning |"
    yield "|---|---|---|"
    for state in STATES.values():
        yield f"| `{state.name}` | {state.phase}{', terminal' if state.terminal else ''} | {state.meaning} |"


def _flags() -> Iterator[str]:
    yield "| flag | meaning | where |"
    yield "|---|---|---|"
    for flag in FLAGS.values():
        where = ", ".join(f"`{name}`" for name in STATES if name in flag.states)
        yield f"| `{flag.name}` | {flag.meaning} | {where} |"


def _transitions() -> Iterator[str]:
    yield f"| operation | from | to | {' | '.join(TITLES[system] for system in STATEFUL)} | guard, effect |"
    yield f"|---|---|---|{'---|' * len(STATEFUL)}---|"
    for row in TRANSITIONS:
        ways = " | ".join(" or ".join(_way(way) for way in row.ways.get(system, ())) for system in STATEFUL)
        said = [row.guard, row.effect, *(f"sets `{flag}`" for flag in row.sets), *(f"clears `{f}`" for f in row.clears)]
        said = "; ".join(part for part in said if part)
        yield f"| `{row.operation}` | {_from(row)} | {_to(row)} | {ways} | {said} |"
    yield ""
    yield LEGEND


def _from(row: Transition) -> str:
    if row.sources == (ANY,):
        return "any that is not terminal"
    return ", ".join(f"`{name}`" for name in row.sources) or "no document"


def _to(row: Transition) -> str:
    return {SAME: "the same", ANY: "the one named"}.get(row.target, f"`{row.target}`")


def _unchanged() -> Iterator[str]:
    told = {row.operation for row in TRANSITIONS}
    yield "| operation | what it does | native |"
    yield "|---|---|---|"
    for operation in OPERATIONS.values():
        if operation.name not in told:
            native = (each for each in NATIVE.values() if each.neutral == operation.name)
            said = ", ".join(f"{TITLES[each.system]} {_marked(each)}" for each in native)
            yield f"| `{operation.name}` | {operation.meaning} | {said} |"


def _words() -> Iterator[str]:
    yield "| system | says | is | note |"
    yield "|---|---|---|---|"
    for each in NATIVE_STATES:
        code = "" if each.code is None else f" {each.code}"
        name = each.name if each.name.startswith("(") else f"`{each.name}`"
        said = " or ".join(f"`{choice}`" for choice in each.choices) or (f"`{each.state}`" if each.state else "unknown")
        flags = "".join(f" + {flag}" for flag in each.flags)
        yield f"| {TITLES[each.system]} | {name}{code} | {said}{flags} | {each.note} |"


def _operations() -> Iterator[str]:
    yield "| id | neutral | method and path | sure | needs | leads to | note |"
    yield "|---|---|---|---|---|---|---|"
    for each in NATIVE.values():
        neutral = ", ".join(f"`{name}`" for name in (each.neutral, *each.also))
        path = f"`{each.method} {_cell(each.path)}`" if each.path else f"SOAP `{each.name}`"
        if each.confidence == "unknown":
            path = "not known"
        needs = ", ".join(each.needs) or "nothing"
        needs += f" with flag {each.flag}" if each.flag else ""
        leads = ", ".join(each.results) or "nothing stored"
        leads = f"{leads}: {each.result}" if each.result and each.results else leads
        yield f"| `{each.id}` | {neutral} | {path} | {each.confidence} | {needs} | {leads} | {_cell(each.note)} |"


def _faults() -> Iterator[str]:
    yield "| code | meaning | what to do | again? |"
    yield "|---|---|---|---|"
    for fault in FAULTS.values():
        yield f"| `{fault.code}` | {fault.meaning} | {fault.fix} | {'yes' if fault.retry else 'no'} |"


def _overview() -> Iterator[str]:
    yield f"| operation | {' | '.join(TITLES[system] for system in STATEFUL)} |"
    yield f"|---|{'---|' * len(STATEFUL)}"
    for operation in OPERATIONS.values():
        cells = [_short(operation.name, system) for system in STATEFUL]
        yield f"| `{operation.name}` | {' | '.join(cells)} |"
    yield ""
    yield LEGEND


def _short(operation: str, system: str) -> str:
    """Return the ways of an operation at a system, each once and without words."""
    found: dict[str, None] = {}
    for row in ALL:
        if row.operation == operation:
            for way in row.ways.get(system, ()):
                found[re.sub(r" \(.*\)$", "", _way(way)) if not way.operations else _way_alone(way)] = None
    return ", ".join(found)


def _way_alone(way: Way) -> str:
    return " + ".join(_marked(each) for each in way.operations)
