"""What every subject of the compiler stands on: scopes, functions under construction, and the module they belong to."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from einvoice.schematron import schema as sch
from einvoice.schematron.compiler import forms
from einvoice.schematron.compiler.trees import dependencies
from einvoice.schematron.compiler.values import Unsupported, Value
from einvoice.schematron.schema import Let, Schema
from einvoice.schematron.xpath import Expr, Parser


@dataclass
class Builder:
    """A function under construction."""

    module: Base
    kind: str  # "rule", "match", "memo", "call"
    ups: set[int] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    hoisted: dict[str, str] = field(default_factory=dict)
    temporaries: int = 0

    def scope(self, level: int = 0) -> Scope:
        """Return the scope of the node of a column, or of its ancestor *level* steps up."""

        def beyond(more: int) -> str:
            return self.up(level + more)

        return Scope(self, Value(self.up(level) if level else "n", "elem", "1"), beyond=beyond)

    def up(self, level: int) -> str:
        """Return the name of the ancestor *level* steps up, which becomes a column."""
        self.ups.add(level)
        return f"p{level}"

    def temporary(self, letter: str = "x") -> str:
        """Return a new local name."""
        self.temporaries += 1
        return f"{letter}{self.temporaries}"

    def hoist(self, code: str) -> str:
        """Return the local name of *code*, evaluated once when the function starts."""
        if code not in self.hoisted:
            self.hoisted[code] = f"h{len(self.hoisted) + 1}"
        return self.hoisted[code]

    def head(self) -> list[str]:
        """Return the lines that set the hoisted names."""
        return [f"    {name} = {code}" for code, name in self.hoisted.items()]

    def columns(self) -> tuple[tuple[int | str, ...], str, str]:
        """Return the columns beside the nodes, the parameters, and the targets of the loop."""
        levels, names = sorted(self.ups), sorted(self.named)
        wanted: tuple[int | str, ...] = (*levels, *(self.module.text_of[name] for name in names))
        parameters = ", ".join(["N", *(f"P{level}" for level in levels), *(f"A{name}" for name in names)])
        targets = ", ".join(["n", *(f"p{level}" for level in levels), *(f"a{name}" for name in names)])
        return wanted, parameters, targets


@dataclass
class Scope:
    """Where an expression stands: its context item, the known ancestors of it, the variables in reach.

    *chain* names the parent, its parent and so on as far as known; *beyond* asks for more of them.
    """

    function: Builder
    item: Value | None = None
    chain: tuple[str, ...] = ()
    variables: Mapping[str, Value] = field(default_factory=dict)
    beyond: Callable[[int], str] | None = None

    def context(self) -> Value:
        """Return the context item."""
        if self.item is None:
            raise Unsupported("no context item")
        return self.item

    def bind(self, name: str, value: Value) -> None:
        """Bring a variable in reach of what follows."""
        self.variables = {**self.variables, name: value}

    def ancestor(self, level: int) -> str:
        """Return the name of the ancestor *level* steps up (1: the parent)."""
        if level <= len(self.chain):
            return self.chain[level - 1]
        if self.beyond is None:
            if not self.function.module.telling or self.item is None or self.item.type != "elem":
                raise Unsupported("a parent that is not known")
            known, at = (self.chain[-1], level - len(self.chain)) if self.chain else (self.item.src, level)
            return "D.parent_of(" * at + known + ")" * at
        return self.beyond(level)

    def of(self, item: Value) -> Scope:
        """Return the scope of an inner context item."""
        return Scope(self.function, item, variables=self.variables)

    def above(self, level: int) -> Scope:
        """Return the scope of the ancestor *level* steps up."""
        inner = replace(self.of(Value(self.ancestor(level), "elem", "1")), chain=self.chain[level:])
        if (beyond := self.beyond) is not None:
            inner.beyond = lambda more: beyond(level + more)
        return inner

    def child(self, name: str) -> Scope:
        """Return the scope of *name*, a child of this scope's element."""
        inner = self.of(Value(name, "elem", "1"))
        if self.item is None or self.item.type != "elem":
            return inner
        inner.chain = (self.item.src, *self.chain)
        if (beyond := self.beyond) is not None:
            inner.beyond = lambda level: beyond(level - 1)
        return inner

    def within(self, outer: Scope) -> Scope:
        """Return this scope with the variables of *outer*."""
        return replace(self, function=outer.function, variables=outer.variables)


class Base(ABC):
    """The module under construction, as far as every subject needs it: names, constants, what is not compiled.

    A subject is a class below this one with the methods of its kind of expression.  It asks `value` and `truth` for
    what stands inside; `expressions.Expressions`, which knows all subjects, answers.
    """

    def __init__(self, schema: Schema, trusted: bool = True, parser: Parser | None = None) -> None:
        self.trusted = trusted
        self.telling = False
        """True while messages are compiled: they are seldom run, so parents, siblings and order may be worked out."""
        self.parser = parser or Parser(schema)
        self.lines: list[str] = []
        self.names: dict[str, str] = {}
        """Global names of keys, by key; *text_of* is the reverse."""
        self.text_of: dict[str, str] = {}
        self.constants: dict[str, str] = {}
        self.memos: dict[str, str] = {}
        """Names of the functions that are shared, by their code."""
        self.unsupported: list[str] = []
        self.functions: dict[tuple[str, tuple[tuple[Any, ...], ...]], Value | None] = {}
        """Compiled declared functions by name and types of the arguments; None while one is being compiled."""
        self.pure: set[str] = set()
        """Names of functions that ask nothing of the document."""
        self.function_names: dict[tuple[str, tuple[tuple[Any, ...], ...]], str] = {}
        """Their names, which are never given twice: rules and messages are one space of names."""
        self.declared: dict[tuple[str, int], sch.Function] = {}
        for function in schema.functions:
            prefix, _, local = function.name.partition(":")
            self.declared[f"{{{schema.namespaces[prefix]}}}{local}", len(function.params)] = function
        self.lets: dict[str, Let] = {
            let.name: let for let in (*schema.lets, *(let for pattern in schema.patterns for let in pattern.lets))
        }
        self.globals: dict[str, Value | None] = {}
        """Compiled ones of *lets*; None for one that is being compiled, or cannot be."""
        self.compiling: list[str] = []
        """What is being compiled to be computed once per document, the innermost last."""

    @abstractmethod
    def value(self, expr: Expr, scope: Scope) -> Value:
        """Return the value of *expr*."""

    @abstractmethod
    def truth(self, expr: Expr, scope: Scope) -> str:
        """Return code of the effective boolean value of *expr*."""

    def key(self, uri: str | None, local: str | None, attribute: bool = False) -> str:
        """Return the global name of the key of a child element or attribute."""
        if uri is None or local is None:
            raise Unsupported("a name with a wildcard")
        text = f"{{{uri}}}{local}" if uri else (local if attribute else f" {local}")
        if text not in self.names:
            self.names[text] = f"K{len(self.names)}"
            self.text_of[self.names[text]] = text
        return self.names[text]

    def shared(self, builder: Builder, source: str) -> str:
        """Return the name of the function of a document alone that gives *source*; the same code is written once."""
        code = "\n".join([*builder.head(), f"    return {source}"])
        name = self.memos.get(code)
        if name is None:
            name = self.memos[code] = f"q{len(self.memos)}"
            self.lines += [f"def {name}(D):", code, ""]
        return name

    def constant(self, code: str) -> str:
        """Return the global name of a constant."""
        if code not in self.constants:
            self.constants[code] = f"C{len(self.constants)}"
        return self.constants[code]

    def note(self, where: str, error: Unsupported) -> None:
        """Remember what was not compiled."""
        self.unsupported.append(f"{where}: {error}")

    def is_free(self, expr: Expr, local: Iterable[str]) -> bool:
        """True when *expr* depends on the document alone: neither on a context node nor on a *local* variable."""
        return next(dependencies(expr, self.lets.keys(), frozenset(local)), None) is None

    def in_order(self, value: Value) -> Value:
        """Return *value* in document order."""
        if value.ordered:
            return value
        if value.strict is not None:
            return replace(value, src=value.strict, ordered=True, strict=None)
        if self.telling and value.type == "elem" and value.branches is None and not value.loose:
            return replace(value, src=f"D.sorted({forms.items(value)})", card="*", ordered=True)
        raise Unsupported("an order that is not known")

    def either(self, condition: str, then: Value, otherwise: Value) -> Value:
        """Return *then* where *condition* holds, else *otherwise*; in messages, nodes of sequences in order."""
        return forms.either(condition, then, otherwise, self.in_order if self.telling else None)
