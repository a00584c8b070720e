"""A JSON Schema of ours, and the faults of a document one by one.

It reads the part of JSON Schema 2020-12 that ``schemas/billecta/generate.py`` writes, and no more.  The verdict is that
of the schema; besides, what the schema takes although it does not know it is a warning (`UNKNOWN` members of an answer,
values that an enum does not list, members of earlier schemas).
"""

from __future__ import annotations

import difflib
import functools
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final, Literal

from einvoice.errors import SchemaBroken
from einvoice.findings import Finding, Severity
from einvoice.jsontext import Number

Kind = Literal["object", "array", "string", "number", "integer", "boolean", "enum", "any"]

_WHAT: Final = {"object": "an object in braces", "array": "an array in square brackets"}
_SHOWN: Final = 60
"""As many characters of a value stand in a message."""
_KEPT: Final = 200
"""As many characters of a value stand in `Finding.value`."""
_NEWER: Final = "nothing, when the service is newer than the schemas that einvoice knows"
_MOST_GUESSES: Final = 100
"""As many misspelt names of a document are looked up; each costs a comparison with all names."""


@dataclass(frozen=True)
class Shape:
    """What a value may be.

    *wanted* says it in words and *example* shows it.  *least* and *most* are the bounds of a number, *names* and
    *numbers* what is known of an enum.  *members* are those of an object, None where they are not published;
    *is_closed* says that it takes no others.  *item* is what an array holds.
    """

    kind: Kind
    wanted: str = ""
    example: str = ""
    takes_null: bool = False
    pattern: re.Pattern[str] | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    numbers: frozenset[Decimal] = frozenset()
    members: Mapping[str, Member] | None = None
    required: tuple[str, ...] = ()
    is_closed: bool = False
    item: Shape | None = None


@dataclass(frozen=True)
class Member:
    """A member of an object; *is_old* when only earlier schemas have it."""

    shape: Shape
    terms: tuple[str, ...] = ()
    is_old: bool = False


@functools.cache
def load(path: Path) -> tuple[str, Shape]:
    """Return the name of the view that the schema at *path* is for, and its shape; raises `SchemaBroken` (exit 6)."""
    try:
        schema = json.loads(path.read_text(encoding="utf-8"))
        return str(schema["$id"]).rpartition(":")[2], _Compiler(schema["$defs"]).shape(schema)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, re.error) as error:
        raise SchemaBroken(
            f"the schema does not load: {error!r}", fix="install einvoice-nordic again", source=str(path)
        ) from error


class _Compiler:
    def __init__(self, defs: Mapping[str, Any]) -> None:
        self._defs = defs
        self._shapes: dict[str, Shape] = {}

    def shape(self, schema: Mapping[str, Any]) -> Shape:
        if reference := schema.get("$ref"):
            name = reference.rpartition("/")[2]
            if name not in self._shapes:
                self._shapes[name] = self.shape(self._defs[name])
            return self._shapes[name]
        wanted, example = schema.get("title", ""), str(next(iter(schema.get("examples", [])), ""))
        if choices := schema.get("anyOf"):
            if choices[-1] == {"type": "null"}:
                return replace(self.shape(choices[0]), takes_null=True)
            return self._enum(wanted, *choices)
        match schema.get("type"):
            case None:
                return Shape("any")
            case "object":
                members = schema.get("properties")
                return Shape(
                    "object",
                    _WHAT["object"],
                    members=None if members is None else {name: self._member(each) for name, each in members.items()},
                    required=tuple(schema.get("required", ())),
                    is_closed=not schema.get("additionalProperties", True),
                )
            case "array":
                return Shape("array", _WHAT["array"], item=self.shape(schema["items"]))
            case "string" | "number" | "integer" | "boolean" as kind:
                pattern = schema.get("pattern")
                least, most = (Decimal(str(schema[b])) if b in schema else None for b in ("minimum", "maximum"))
                compiled = None if pattern is None else re.compile(pattern)
                return Shape(kind, wanted, example, pattern=compiled, least=least, most=most)
            case other:
                raise ValueError(f"type {other!r}")

    def _member(self, schema: Mapping[str, Any]) -> Member:
        return Member(self.shape(schema), tuple(schema.get("x-terms", ())), schema.get("deprecated", False))

    def _enum(self, wanted: str, names: Any, numbers: Any, newer: Any) -> Shape:
        name, number = (self.shape(each) for each in newer["anyOf"])
        return Shape(
            "enum",
            wanted,
            names["enum"][0],
            pattern=name.pattern,
            least=number.least,
            most=number.most,
            names={each.casefold(): each for each in names["enum"]},
            numbers=frozenset(map(Decimal, numbers["enum"])),
        )


def judge_value(value: Any, path: Path, base: str = "") -> tuple[tuple[Finding, ...], int]:
    """Return what the schema at *path* says of *value*, and how many members it judged.

    *value* is JSON whose numbers are `Number`, `int` or `Decimal`; *base* is its JSON pointer.  Raises `SchemaBroken`.
    """
    name, shape = load(path)
    judge = _Judge(name, is_answer=shape.members is not None and not shape.is_closed)
    found = tuple(judge.faults(value, shape, base, name, ()))
    return found, judge.judged


class _Judge:
    def __init__(self, view: str, *, is_answer: bool) -> None:
        self._view = view
        self._is_answer = is_answer
        self._guesses = 0
        self.judged = 0

    def faults(self, value: Any, shape: Shape, at: str, name: str, terms: tuple[str, ...]) -> Iterator[Finding]:
        """Yield the faults of *value*, which the member *name* holds."""
        self.judged += 1
        if value is None:
            if not shape.takes_null and shape.kind != "any":
                fix = f"write {shape.wanted}, or leave the member out when nothing is to be said"
                yield _fault("JSON-NULL", f"{name} is null, expected {shape.wanted}", fix, at, terms, value)
            return
        match shape.kind:
            case "object" if isinstance(value, dict):
                yield from self._object(value, shape, at, name, terms)
            case "array" if isinstance(value, list):
                assert shape.item is not None
                for number, item in enumerate(value):
                    yield from self.faults(item, shape.item, f"{at}/{number}", f"{name}[{number}]", terms)
            case "string" if _is_text(value):
                if shape.pattern is not None and not shape.pattern.search(value):
                    yield _malformed(value, shape, at, name, terms)
            case "number" | "integer" if _is_number(value):
                yield from _number(value, shape, at, name, terms)
            case "boolean" if isinstance(value, bool):
                pass
            case "enum" if _is_text(value) or _is_number(value):
                yield from self._enum(value, shape, at, name, terms)
            case "any":
                pass
            case _:
                message = f"{name} is {_shown(value)}, expected {shape.wanted}"
                yield _fault("JSON-TYPE", message, _retyped(value, shape), at, terms, value)

    def _object(
        self, value: dict[str, Any], shape: Shape, at: str, name: str, terms: tuple[str, ...]
    ) -> Iterator[Finding]:
        if shape.members is None:
            return
        meant = set()
        for key, item in value.items():
            place = f"{at}/{key.replace('~', '~0').replace('/', '~1')}"
            member = shape.members.get(key)
            if member is None:
                guess = self._guess(key, (each for each in shape.members if each not in value))
                meant.add(guess)
                yield _unknown(key, item, guess, shape, place, name)
                continue
            if member.is_old:
                message = f"{key} is a member of {name} that the schemas no longer have"
                fix = "leave it out: the service probably ignores it"
                yield _fault("JSON-OLD", message, fix, place, member.terms, item, "warning")
            inner = key if name == self._view else f"{name}.{key}"
            yield from self.faults(item, member.shape, place, inner, member.terms or terms)
        for key in shape.required:
            if key not in value and key not in meant:
                member = shape.members[key]
                message = f"{name} has no {key}, expected {member.shape.wanted}"
                yield _fault("JSON-REQUIRED", message, f"add {key}", f"{at}/{key}", member.terms or terms)

    def _enum(self, value: Any, shape: Shape, at: str, name: str, terms: tuple[str, ...]) -> Iterator[Finding]:
        wanted, fits = shape.wanted, True
        if not _is_text(value):
            faults = list(_number(value, replace(shape, kind="integer"), at, name, terms))
            if faults or Decimal(value) in shape.numbers:
                yield from faults
                return
            wanted, guess = wanted.replace("a name", "a number", 1), None
        elif value in shape.names.values():
            return
        else:
            assert shape.pattern is not None
            fits = shape.pattern.search(value) is not None
            guess = shape.names.get(value.casefold()) or self._guess(value, shape.names.values())
        message = f"{name} is {_shown(value)}, " + (
            f"which is not {wanted} that is known" if fits else f"expected {wanted}"
        )
        known = f"write one of {_list(shape.names.values())}"
        if guess is not None:
            message, fix = f"{message}; did you mean {guess!r}?", f"write {guess}"
        elif fits and self._is_answer:
            fix = _NEWER
        else:
            fix = f"{known}; or keep it, when the service is newer than the schemas" if fits else known
        yield _fault("JSON-ENUM", message, fix, at, terms, value, "warning" if fits else "error")

    def _guess(self, name: str, known: Iterable[str]) -> str | None:
        """Return the one of *known* that *name* probably means; None when none is near."""
        if self._guesses >= _MOST_GUESSES or len(name) > _SHOWN:
            return None
        self._guesses += 1
        folded = {each.casefold(): each for each in known}
        near = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.75)
        return folded[near[0]] if near else None


# --- faults -----------------------------------------------------------------------------------------


def _fault(
    code: str,
    message: str,
    fix: str,
    at: str,
    terms: tuple[str, ...] = (),
    value: Any = None,
    severity: Severity = "error",
) -> Finding:
    text = None if isinstance(value, (dict, list)) or value is None else _plain(value)[:_KEPT]
    return Finding(code, severity, "schema", message, fix, terms, at, None, text)


def _unknown(key: str, item: Any, guess: str | None, shape: Shape, at: str, name: str) -> Finding:
    shown = repr(key if len(key) <= _SHOWN else key[: _SHOWN - 1] + "…")
    message = f"{shown} is no member of {name}"
    terms: tuple[str, ...] = ()
    if guess is not None:
        assert shape.members is not None
        message, fix, terms = f"{message}; did you mean {guess!r}?", f"rename it to {guess}", shape.members[guess].terms
    elif shape.is_closed:
        fix = "remove it, or correct its spelling: the service probably drops what it does not know, without a word"
    else:
        fix = _NEWER
    return _fault("JSON-UNKNOWN", message, fix, at, terms, item, "error" if shape.is_closed else "warning")


def _malformed(value: str, shape: Shape, at: str, name: str, terms: tuple[str, ...]) -> Finding:
    message = f"{name} is {_shown(value)}, expected {shape.wanted}"
    return _fault("JSON-FORMAT", message, f"write it like {_spelled(shape)}", at, terms, value)


def _number(value: Any, shape: Shape, at: str, name: str, terms: tuple[str, ...]) -> Iterator[Finding]:
    try:
        number = Decimal(value)
    except InvalidOperation:  # an exponent of more digits than Decimal takes
        number = Decimal("Infinity")
    if shape.kind == "integer" and number.is_finite() and number != number.to_integral_value():
        message = f"{name} is {_shown(value)}, expected {shape.wanted}"
        yield _fault("JSON-TYPE", message, "write it without decimals", at, terms, value)
    elif (shape.least is not None and not number >= shape.least) or (
        shape.most is not None and not number <= shape.most
    ):
        message = f"{name} is {_shown(value)}, expected {shape.wanted} from {shape.least} to {shape.most}"
        yield _fault("JSON-RANGE", message, "write a number that fits", at, terms, value)


def _retyped(value: Any, shape: Shape) -> str:
    """Return how to mend a *value* that is of another JSON type."""
    text = _plain(value)
    if shape.kind in ("number", "integer") and _is_text(value) and _NUMERIC.fullmatch(text):
        return f"write it without quotation marks: {text[:_SHOWN]}"
    if shape.kind == "boolean" and _is_text(value) and text.casefold() in ("true", "false"):
        return f"write it without quotation marks: {text.casefold()}"
    if shape.kind == "string" and _is_number(value) and shape.pattern is None:
        return f'write it in quotation marks: "{text[:_SHOWN]}"'
    if shape.kind == "array" and isinstance(value, dict):
        return "put it in square brackets, even when there is one only"
    shows = shape.kind != "boolean" and shape.example
    return f"write {shape.wanted}, such as {_spelled(shape)}" if shows else f"write {shape.wanted}"


_NUMERIC: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")

# --- values in words --------------------------------------------------------------------------------


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Number)


def _is_number(value: Any) -> bool:
    return isinstance(value, (Number, int, Decimal)) and not isinstance(value, bool)


def _plain(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "an array"
    text = _plain(value)
    text = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    if _is_text(value):
        return f"the text {text!r}" if text else "an empty text"
    return text if isinstance(value, bool) else f"the number {text}"


def _spelled(shape: Shape) -> str:
    return f'"{shape.example}"' if shape.kind in ("string", "enum") else shape.example.lower()


def _list(names: Iterable[str]) -> str:
    found = list(names)
    return ", ".join(found) if len(found) <= 15 else f"{', '.join(found[:15])}, …"
