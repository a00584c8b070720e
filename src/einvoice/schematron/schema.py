"""What a Schematron file says, as frozen values: what every engine runs, and what `explain` prints.

`read.py` makes them; includes, abstract patterns and rules, tables and code lists are resolved by then.  Expressions
are kept as text with their place, so that an engine parses only what it needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

EI = "urn:einvoice:schematron"
"""Namespace of our additions to Schematron: metadata of rules, tables, code lists, and our functions."""


@dataclass(frozen=True, slots=True)
class XPath:
    """An expression and where it stands."""

    text: str
    line: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Let:
    """A variable; its value is worked out when it is first needed."""

    name: str
    value: XPath


@dataclass(frozen=True, slots=True)
class Text:
    """A literal piece of a message."""

    text: str


@dataclass(frozen=True, slots=True)
class ValueOf:
    """A piece of a message that is computed."""

    select: XPath


@dataclass(frozen=True, slots=True)
class NameOf:
    """A piece of a message: the name of a node, by default of the context."""

    path: XPath | None


Part = Text | ValueOf | NameOf
Message = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A text beside the message."""

    id: str
    message: Message


@dataclass(frozen=True, slots=True)
class Assertion:
    """One ``assert`` (fails when its test is false) or ``report`` (fires when its test is true).

    *terms* to *note* are our metadata: None or empty in files of others.
    """

    id: str | None
    kind: Literal["assert", "report"]
    test: XPath
    message: Message
    flag: str | None = None
    role: str | None = None
    subject: XPath | None = None
    diagnostics: tuple[str, ...] = ()
    see: str | None = None
    terms: tuple[str, ...] = ()
    checks: str | None = None
    why: str | None = None
    fix: str | None = None
    example: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for each node that *context* matches; *body* has variables and assertions in order."""

    context: XPath
    body: tuple[Let | Assertion, ...]
    id: str | None = None
    flag: str | None = None
    role: str | None = None
    subject: XPath | None = None

    @property
    def assertions(self) -> Iterator[Assertion]:
        """The assertions of the rule, in order."""
        return (item for item in self.body if isinstance(item, Assertion))


@dataclass(frozen=True, slots=True)
class Pattern:
    """Rules of which each node fires the first that matches it."""

    id: str | None
    rules: tuple[Rule, ...]
    lets: tuple[Let, ...] = ()
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """A named selection of patterns, with variables of its own."""

    id: str
    active: tuple[str, ...]
    lets: tuple[Let, ...] = ()


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter of a function and its declared type, None when it takes anything."""

    name: str
    type: str | None


@dataclass(frozen=True, slots=True)
class Variable:
    """A local variable of a function: *value* is an expression, a literal text, or instructions."""

    name: str
    type: str | None
    value: XPath | str | tuple[Instruction, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """The value of an expression."""

    select: XPath


@dataclass(frozen=True, slots=True)
class Choose:
    """The first branch whose test holds, else *otherwise*."""

    branches: tuple[tuple[XPath, tuple[Instruction, ...]], ...]
    otherwise: tuple[Instruction, ...] = ()


Instruction = Variable | Sequence | Choose


@dataclass(frozen=True, slots=True)
class Function:
    """An XSLT function: *name* is prefixed as declared, *type* the declared result."""

    name: str
    params: tuple[Param, ...]
    type: str | None
    body: tuple[Instruction, ...]
    source: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """An XSLT key."""

    name: str
    match: XPath
    use: XPath


@dataclass(frozen=True, slots=True)
class Schema:
    """A whole rule set."""

    title: str | None
    namespaces: Mapping[str, str]
    patterns: tuple[Pattern, ...]
    lets: tuple[Let, ...] = ()
    functions: tuple[Function, ...] = ()
    keys: tuple[Key, ...] = ()
    phases: tuple[Phase, ...] = ()
    default_phase: str | None = None
    diagnostics: Mapping[str, Diagnostic] = field(default_factory=dict)
    version: str | None = None
    source: str = ""

    @property
    def assertions(self) -> Iterator[Assertion]:
        """All assertions, in order."""
        return (assertion for pattern in self.patterns for rule in pattern.rules for assertion in rule.assertions)
