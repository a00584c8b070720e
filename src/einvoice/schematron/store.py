"""A rule set as JSON text: the `Schema`, and the trees of its expressions, read back without parsing XPath.

The compiled rule sets of the package and those of the cache on disk are kept in this form, beside the generated
Python.  Assertions and trees are made into objects one by one, when they are first asked for, so that telling why one
invoice failed costs little even in a new process.

JSON rather than a pickle: what is read back can only ever be data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from einvoice.schematron import schema as sch
from einvoice.schematron.result import Place
from einvoice.schematron.schema import Assertion, Let, Schema

if TYPE_CHECKING:
    from einvoice.schematron.xpath import Expr, Parser

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
)
_TREES: Final = (
    "NodeTest", "Literal", "Var", "ContextItem", "Root", "Step", "Slash", "Filter", "NodeSet", "SequenceOf", "Range",
    "And", "Or", "Compare", "ValueCompare", "NodeCompare", "Arithmetic", "Unary", "If", "For", "Quantified", "Call",
    "Cast", "Castable",
)  # fmt: skip
"""The classes of `xpath.py`, which is loaded when a tree is asked for."""
_TUPLE: Final = -1
_DECIMAL: Final = -2
_FLOAT: Final = -3
_MAP: Final = -4
_ASSERTION: Final = -5


@cache
def _tree_types() -> tuple[type, ...]:
    from einvoice.schematron import xpath

    return tuple(getattr(xpath, name) for name in _TREES)


@cache
def _numbers() -> dict[type, int]:
    return {kind: number for number, kind in enumerate((*_TYPES, *_tree_types()))}


def _encode(value: Any, assertions: list[Assertion] | None = None) -> Any:
    """Return *value* in lists; assertions go into *assertions*, and their number in their place."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, tuple):
        return [_TUPLE, *(_encode(item, assertions) for item in value)]
    if isinstance(value, Decimal):
        return [_DECIMAL, str(value)]
    if isinstance(value, float):
        return [_FLOAT, repr(value)]
    if isinstance(value, Mapping):
        return [_MAP, *([key, _encode(item, assertions)] for key, item in value.items())]
    if isinstance(value, Assertion) and assertions is not None:
        assertions.append(value)
        return [_ASSERTION, len(assertions) - 1]
    assert is_dataclass(value), type(value)
    return [_numbers()[type(value)], *(_encode(getattr(value, each.name), assertions) for each in fields(value))]


class Stored:
    """A rule set read back: whatever is asked for is decoded when it is asked for, and kept.

    The form is text, a line of JSON each: the digest, the schema with numbers in place of its assertions, the trees of
    all expressions, the places of the assertions, and then the assertions.
    """

    def __init__(self, data: bytes) -> None:
        lines = data.decode().split("\n")
        self.digest: str = json.loads(lines[0])
        self._schema = lines[1]
        self._trees = lines[2]
        self._places = lines[3]
        self._assertions = lines[4:]
        self._decoded: dict[int, Assertion] = {}

    @cached_property
    def schema(self) -> Schema:
        """The whole rule set."""
        found = self._decode(json.loads(self._schema))
        assert isinstance(found, Schema)
        return found

    @cached_property
    def trees(self) -> Trees:
        """The trees of all expressions."""
        return Trees(json.loads(self._trees), self._decode)

    @cached_property
    def _numbers(self) -> dict[Place, int]:
        return {Place(*place): number for number, place in enumerate(json.loads(self._places))}

    def assertion(self, place: Place) -> Assertion:
        """Return one assertion."""
        return self._assertion(self._numbers[place])

    def _assertion(self, number: int) -> Assertion:
        found = self._decoded.get(number)
        if found is None:
            made = self._decode(json.loads(self._assertions[number]))
            assert isinstance(made, Assertion)
            found = self._decoded[number] = made
        return found

    def _decode(self, value: Any) -> Any:
        if value.__class__ is not list:
            return value
        kind = value[0]
        if kind >= len(_TYPES):
            return _tree_types()[kind - len(_TYPES)](*map(self._decode, value[1:]))
        if kind >= 0:
            return _TYPES[kind](*map(self._decode, value[1:]))
        if kind == _TUPLE:
            return tuple(map(self._decode, value[1:]))
        if kind == _ASSERTION:
            return self._assertion(value[1])
        if kind == _MAP:
            return {key: self._decode(item) for key, item in value[1:]}
        return Decimal(value[1]) if kind == _DECIMAL else float(value[1])


class Trees(Mapping[str, "Expr"]):
    """The trees of expressions by their text, each decoded when it is asked for."""

    def __init__(self, encoded: Mapping[str, Any], decode: Callable[[Any], Any]) -> None:
        self._encoded = encoded
        self._decode = decode

    def __getitem__(self, text: str) -> Expr:
        found: Expr = self._decode(self._encoded[text])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)


def dump(schema: Schema, parser: Parser, digest: str) -> bytes:
    """Return *schema* and all its expressions in the form that `Stored` reads; *digest* says what it was made from."""
    assertions: list[Assertion] = []
    whole = _encode(schema, assertions)
    trees = {text.text: _encode(parser.parse(text)) for text in expressions(schema)}
    places = [
        (number, index, item)
        for number, pattern in enumerate(schema.patterns)
        for index, rule in enumerate(pattern.rules)
        for item, part in enumerate(rule.body)
        if isinstance(part, Assertion)
    ]
    made = [digest, whole, trees, places, *(_encode(assertion) for assertion in assertions)]
    return "\n".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in made).encode()


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
