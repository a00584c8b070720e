"""JSON as strictly as an invoice needs it.

Numbers stay as they are spelled (`Number`): no float comes near an amount, and a number that stands where a text should
can be told from a text.  A member that stands twice, ``NaN`` and ``Infinity`` are refused, with the place.  An array at
the top is parsed item by item, when its turn comes, so that a list of invoices needs the memory of one.

>>> value = parse(b'{"Value": 100.10, "Units": "st", "Hidden": null}')
>>> value["Value"], type(value["Value"]).__name__, type(value["Units"]).__name__
('100.10', 'Number', 'str')
>>> items = parse(b'[{"a": 1}, {"a": 2}]')
>>> [item["a"] for item in items], items.first
(['1', '2'], {'a': '1'})
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from einvoice.errors import NotWellFormed, TooLarge

MAX_DIGITS: Final = 1000
"""Longer numbers are refused unread, as arithmetic on them is an attack; what is too long, readers say in place."""

_ESCAPED_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_BLANK: Final = re.compile(r"[ \t\n\r]*")


class Number(str):
    """A JSON number, as it is spelled."""

    __slots__ = ()


class Items:
    """The items of an array at the top, parsed one at a time; it can be gone through as often as one likes."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._start = start

    def __iter__(self) -> Iterator[Any]:
        text, at = self._text, _skip(self._text, self._start + 1)
        if text.startswith("]", at):
            _refuse_rest(text, at + 1)
            return
        while True:
            item, at = _decode(text, at)
            yield item
            at = _skip(text, at)
            if text.startswith("]", at):
                _refuse_rest(text, at + 1)
                return
            if not text.startswith(",", at):
                raise _broken(text, at, "expected ',' or ']'")
            at = _skip(text, at + 1)

    @cached_property
    def first(self) -> Any:
        """The first item; None when there is none."""
        return next(iter(self), None)


def parse(data: bytes) -> Any:
    """Return the value in *data*; an array at the top as `Items`.

    Raises `NotWellFormed` with line and column, and `TooLarge` for what is nested too deep.
    """
    try:
        text = data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as error:
        raise NotWellFormed(
            f"the JSON is not UTF-8: {error.reason} at byte {error.start}", fix="write it as UTF-8"
        ) from error
    at = _skip(text, 0)
    if text.startswith("[", at):
        return Items(text, at)
    value, at = _decode(text, at)
    _refuse_rest(text, at)
    return value


_DEEPEST: Final = 100
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def lines_of(data: bytes) -> dict[str, int]:
    """Return the line of each value in *data*, by its JSON pointer; of JSON that is broken, or nests deeper than any
    invoice, as far as it goes.

    >>> lines_of(b'{"a": [1,\\n 2],\\n "b/c": {}}')
    {'': 1, '/a': 1, '/a/0': 1, '/a/1': 2, '/b~1c': 3}
    """
    text = data.decode(json.detect_encoding(data), "replace")
    found: dict[str, int] = {}
    above: list[tuple[str, str | int | None]] = []
    pointer = ""
    step: str | int | None = None  # in an object the name, once it is read; in an array the position
    line, at = 1, 0
    for token in _TOKEN.finditer(text):
        line += text.count("\n", at, token.start())
        at = token.start()
        mark = token[0]
        if mark in "]}":
            if not above:
                break
            pointer, step = above.pop()
        elif mark == ",":
            step = step + 1 if isinstance(step, int) else None
        elif above and step is None:
            try:
                step = str(json.loads(mark, strict=False))
            except ValueError:
                break
        elif mark != ":":
            escaped = "" if step is None else "/" + str(step).replace("~", "~0").replace("/", "~1")
            found[pointer + escaped] = line
            if mark in "[{":
                if len(above) == _DEEPEST:
                    break
                above.append((pointer, step))
                pointer += escaped
                step = 0 if mark == "[" else None
    return found


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found is not None else at


def _decode(text: str, at: int) -> tuple[Any, int]:
    try:
        value, end = _DECODER.raw_decode(text, at)
        if _ESCAPED_SURROGATE.search(text, at, end):
            _refuse_surrogates(value)
        return value, end
    except json.JSONDecodeError as error:
        raise _broken(text, error.pos, error.msg) from error
    except RecursionError as error:
        raise TooLarge("the JSON is nested too deep", fix="no invoice nests that deep") from error
    except _Refused as refused:
        message, fix = refused.args
        raise NotWellFormed(message, fix=fix, line=text.count("\n", 0, at) + 1 if at else None) from None


def _refuse_rest(text: str, at: int) -> None:
    at = _skip(text, at)
    if at < len(text):
        raise _broken(text, at, "something stands behind the end of the document")


def _broken(text: str, at: int, why: str) -> NotWellFormed:
    line = text.count("\n", 0, at) + 1
    return NotWellFormed(
        f"not well-formed JSON: {why[:1].lower()}{why[1:]}",
        fix="mend the JSON at this place",
        line=line,
        column=at - text.rfind("\n", 0, at),
    )


class _Refused(Exception):
    """Why a value is refused, and what to do; the decoder knows no place for it."""


def _refuse_surrogates(value: Any) -> None:
    """Halves of a character beyond the first 65,536 mean nothing by themselves, and cannot be written again."""
    if isinstance(value, dict):
        for key, item in value.items():
            _refuse_surrogates(key)
            _refuse_surrogates(item)
    elif isinstance(value, list):
        for item in value:
            _refuse_surrogates(item)
    elif isinstance(value, str) and _SURROGATE.search(value):
        raise _Refused(f"{ascii(value)[:80]} holds half a character", "write both halves, or the character itself")


def _constant(text: str) -> Any:
    raise _Refused(f"{text} is not a JSON number", "write a number or null")


def _number(text: str) -> Number:
    if len(text) > MAX_DIGITS:
        raise _Refused(f"a number has {len(text)} characters, at most {MAX_DIGITS} are read", "write a shorter number")
    return Number(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                shown = key if len(key) <= 80 else key[:79] + "…"
                others = [f"{k!r}" for k in found if k != key and len(k) <= 40][:3]
                beside = f", beside {', '.join(others)}" if others else ""
                raise _Refused(f"the member {shown!r} stands twice in one object{beside}", "keep one of them")
            seen.add(key)
    return found


_DECODER: Final = json.JSONDecoder(
    parse_float=_number, parse_int=_number, parse_constant=_constant, object_pairs_hook=_once
)
