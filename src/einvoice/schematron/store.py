"""A rule set as JSON text: the `Schema`, and the trees of its expressions, read back without parsing XPath.

The compiled rule sets of the package and those of the cache on disk are kept in this form, beside the generated
Python.  Trees are made into objects one by one, when an expression is first asked for, so that telling why one
invoice failed costs little even in a new process.

JSON rather than a pickle: what is read back can only ever be data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any, Final

from einvoice.schematron import schema as sch
from einvoice.schematron import xpath
from einvoice.schematron.schema import Let, Schema

_TYPES: Final[tuple[type, ...]] = (
    sch.XPath,
    sch.Let,
    sch.Text,
    sch.ValueOf,
    sch.NameOf,
    sch.Diagnostic,
    sch.Assertion,
    sch.Rule,
    sch.Pattern,
    sch.Phase,
    sch.Param,
    sch.Variable,
    sch.Sequence,
    sch.Choose,
    sch.Function,
    sch.Key,
    sch.Schema,
    xpath.NodeTest,
    xpath.Literal,
    xpath.Var,
    xpath.ContextItem,
    xpath.Root,
    xpath.Step,
    xpath.Slash,
    xpath.Filter,
    xpath.NodeSet,
    xpath.SequenceOf,
    xpath.Range,
    xpath.And,
    xpath.Or,
    xpath.Compare,
    xpath.ValueCompare,
    xpath.NodeCompare,
    xpath.Arithmetic,
    xpath.Unary,
    xpath.If,
    xpath.For,
    xpath.Quantified,
    xpath.Call,
    xpath.Cast,
    xpath.Castable,
)
_TUPLE: Final = -1
_DECIMAL: Final = -2
_FLOAT: Final = -3
_MAP: Final = -4
_NUMBERS: Final = {kind: number for number, kind in enumerate(_TYPES)}
_FIELDS: Final = tuple(tuple(field.name for field in fields(kind)) for kind in _TYPES)


def _encode(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, tuple):
        return [_TUPLE, *map(_encode, value)]
    if isinstance(value, Decimal):
        return [_DECIMAL, str(value)]
    if isinstance(value, float):
        return [_FLOAT, repr(value)]
    if isinstance(value, Mapping):
        return [_MAP, *([key, _encode(item)] for key, item in value.items())]
    assert is_dataclass(value), type(value)
    number = _NUMBERS[type(value)]
    return [number, *(_encode(getattr(value, name)) for name in _FIELDS[number])]


def _decode(value: Any) -> Any:
    if value.__class__ is not list:
        return value
    kind = value[0]
    if kind >= 0:
        return _TYPES[kind](*map(_decode, value[1:]))
    if kind == _TUPLE:
        return tuple(map(_decode, value[1:]))
    if kind == _MAP:
        return {key: _decode(item) for key, item in value[1:]}
    return Decimal(value[1]) if kind == _DECIMAL else float(value[1])


class Trees(Mapping[str, xpath.Expr]):
    """The trees of expressions by their text, each decoded when it is asked for."""

    def __init__(self, encoded: Mapping[str, Any]) -> None:
        self._encoded = encoded

    def __getitem__(self, text: str) -> xpath.Expr:
        found = _decode(self._encoded[text])
        assert isinstance(found, xpath.Expr)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)


def dump(schema: Schema, parser: xpath.Parser, digest: str) -> bytes:
    """Return *schema* and all its expressions as JSON; *digest* says what it was made from."""
    trees = {text.text: _encode(parser.parse(text)) for text in expressions(schema)}
    return json.dumps(
        {"digest": digest, "schema": _encode(schema), "expressions": trees}, ensure_ascii=False, separators=(",", ":")
    ).encode()


def load(data: bytes) -> tuple[Schema, Trees, str]:
    """Return what `dump` wrote: the schema, the trees of its expressions, and the digest."""
    read = json.loads(data)
    schema = _decode(read["schema"])
    assert isinstance(schema, Schema)
    return schema, Trees(read["expressions"]), str(read["digest"])


def expressions(schema: Schema) -> Iterator[sch.XPath]:
    """Yield every expression of *schema*."""
    for let in schema.lets:
        yield let.value
    for key in schema.keys:
        yield from (key.match, key.use)
    for function in schema.functions:
        yield from _of_instructions(function.body)
    for diagnostic in schema.diagnostics.values():
        yield from _of_message(diagnostic.message)
    for phase in schema.phases:
        yield from (let.value for let in phase.lets)
    for pattern in schema.patterns:
        yield from (let.value for let in pattern.lets)
        for rule in pattern.rules:
            yield rule.context
            if rule.subject is not None:
                yield rule.subject
            for item in rule.body:
                if isinstance(item, Let):
                    yield item.value
                    continue
                yield item.test
                yield from _of_message(item.message)
                if item.subject is not None:
                    yield item.subject


def _of_message(message: sch.Message) -> Iterator[sch.XPath]:
    for part in message:
        if isinstance(part, sch.ValueOf):
            yield part.select
        elif isinstance(part, sch.NameOf) and part.path is not None:
            yield part.path


def _of_instructions(body: tuple[sch.Instruction, ...]) -> Iterator[sch.XPath]:
    for instruction in body:
        match instruction:
            case sch.Sequence(select):
                yield select
            case sch.Variable(_, _, sch.XPath() as value):
                yield value
            case sch.Variable(_, _, tuple() as inner):
                yield from _of_instructions(inner)
            case sch.Choose(branches, otherwise):
                for test, inner in branches:
                    yield test
                    yield from _of_instructions(inner)
                yield from _of_instructions(otherwise)
