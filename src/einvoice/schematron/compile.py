"""Compile a rule set to Python source: the speed behind `exact.py`, which is the meaning.

`compile_schema` gives the source of one module; `native.py` runs it over the light tree of `runtime.py`.

How
---
- One function per rule, over a whole column of nodes (all nodes of one path), with no call per node.  It appends
  ``(item, node)`` for each assertion that fails; messages and places are worked out later, and only for those.
- One function per conditional alternative of a context (`PaymentMeans[cbc:PaymentMeansCode = '30']/…`), which gives
  one truth value per node of a column.  Steps and names of contexts are data: `native.py` matches them against a path
  once, when the path is first seen.
- What does not depend on the context node is computed once per document, whichever rule asks (`memo`); what depends
  only on an ancestor, once per ancestor.
- ``not(child/path)`` of one rule become a tree of names, walked along the paths that the document has, so that
  hundreds of them cost next to nothing.

What
----
Each expression gets a static type and cardinality (`Value`).  Where the ordinary case is not known statically, the
functions of `runtime.py` raise, and the rule goes to `exact.py`.  What this compiler does not know (`Unsupported`)
goes there as well, assertion by assertion, context by context: it costs time, never the verdict.  Order of nodes is
kept where it is cheap; where a value depends on an order that the light tree does not keep, it is `Unsupported`.

The source comes from rule files, names and texts through `repr` only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final, NamedTuple

from einvoice.schematron import schema as sch
from einvoice.schematron.runtime import normalize, regex
from einvoice.schematron.schema import Let, Rule, Schema
from einvoice.schematron.values import DynamicError
from einvoice.schematron.xpath import (
    And,
    Arithmetic,
    Call,
    Cast,
    Castable,
    Compare,
    ContextItem,
    Expr,
    Filter,
    For,
    If,
    Literal,
    NodeSet,
    NodeTest,
    Or,
    Parser,
    Quantified,
    Range,
    Root,
    SequenceOf,
    Slash,
    Step,
    Unary,
    ValueCompare,
    Var,
)

VERSION: Final = 1
"""Of the generated code; part of the key of every cache."""

MAX_LOOPS: Final = 3
"""Loops over sequences within each other that are compiled for rules of others."""

NODES: Final = frozenset({"elem", "attr", "text"})
NUMBERS: Final = frozenset({"int", "dec", "dbl"})


class Unsupported(Exception):
    """Not compiled; `exact.py` evaluates it."""


@dataclass(frozen=True, slots=True)
class Value:
    """Code and what is known of its value.

    *type*: elem, attr, text (nodes); u (untyped), str, int, dec, dbl, bool, date.  *card*: "1" exactly one, "?" the
    item or None, "m" raw (None, item or list), "*" a list.  *constant* is the value of a literal, or a frozenset of
    strings.  *ordered* is False when nodes of several names stand in no particular order.  *branches* is a choice
    between values of different types: condition, then, otherwise.  *strict* is code of the same nodes that raises where
    their order is not known.  *loose* nodes stand in the order of a sequence, perhaps twice: no path starts from them.
    """

    src: str
    type: str
    card: str
    constant: object = None
    ordered: bool = True
    strict: str | None = None
    branches: tuple[str, Value, Value] | None = None
    loose: bool = False


TRUE: Final = Value("True", "bool", "1", True)
FALSE: Final = Value("False", "bool", "1", False)
UNKNOWN: Final = Value("", "unknown", "1")
"""A variable that is not compiled."""
EMPTY: Final = Value("()", "empty", "*", ())


@dataclass
class Scope:
    """Where an expression stands: its context item, the known ancestors of it, the variables in reach.

    *chain* names the parent, its parent and so on as far as known; *beyond* asks for more of them.
    """

    item: Value | None
    chain: tuple[str, ...]
    variables: dict[str, Value]
    function: Builder
    beyond: Callable[[int], str] | None = None

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

    def of(self, item: Value, chain: tuple[str, ...] = ()) -> Scope:
        """Return the scope of an inner context item."""
        return Scope(item, chain, self.variables, self.function, None)

    def below(self, name: str, direct: bool) -> Scope:
        """Return the scope of *name*, an element; *direct* says that it is a child of this scope's element."""
        item = Value(name, "elem", "1")
        if not direct or self.item is None or self.item.type != "elem":
            return self.of(item)
        own = self.item.src
        beyond = self.beyond
        inner = Scope(item, (own, *self.chain), self.variables, self.function, None)
        if beyond is not None:
            inner.beyond = lambda level: beyond(level - 1)
        return inner


@dataclass
class Builder:
    """A function under construction."""

    module: Module
    kind: str  # "rule", "match", "memo", "call"
    ups: set[int] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    hoisted: dict[str, str] = field(default_factory=dict)
    temporaries: int = 0

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


@dataclass(frozen=True, slots=True)
class Alternative:
    """One alternative of a context, for `native.py`.

    *steps* go from the node upwards: (how the step hangs below the next one: "/" or "//", kind, uri, local).  *anchor*
    is True when the topmost step hangs on the document node by "/", False when it may be anywhere.  *gate* names a
    function of the document that must be true; *condition* one that judges a column; *key* is (function, literal): a
    cheap value that must equal the literal; *ups* the columns that the condition takes: levels of parents, or names of
    ancestors.  *names* are tests of local names: level, function, literal, and whether it must hold.
    """

    steps: tuple[tuple[str, str, str | None, str | None], ...]
    anchor: bool
    gate: str | None = None
    condition: str | None = None
    key: tuple[str, str] | None = None
    ups: tuple[int | str, ...] = ()
    names: tuple[tuple[int, str, str, bool], ...] = ()


class Module:
    """The module under construction."""

    def __init__(self, schema: Schema, trusted: bool = True, parser: Parser | None = None) -> None:
        self.schema = schema
        self.trusted = trusted
        self.telling = False
        """True while messages are compiled: they are seldom run, so parents, siblings and order may be worked out."""
        self.parser = parser or Parser(schema)
        self.lines: list[str] = []
        self.names: dict[str, str] = {}
        self.text_of: dict[str, str] = {}
        self.constants: dict[str, str] = {}
        self.memos: dict[str, str] = {}
        self.globals: dict[str, Value | None] = {}
        self.lets: dict[str, Let] = {}
        self.functions: dict[tuple[str, tuple[tuple[Any, ...], ...]], Value | None] = {}
        self.unsupported: list[str] = []
        self.compiling: list[str] = []
        self.declared: dict[tuple[str, int], sch.Function] = {}
        for function in schema.functions:
            prefix, _, local = function.name.partition(":")
            uri = schema.namespaces[prefix]
            self.declared[f"{{{uri}}}{local}", len(function.params)] = function
        for let in (*schema.lets, *(let for pattern in schema.patterns for let in pattern.lets)):
            self.lets[let.name] = let

    def key(self, uri: str | None, local: str | None, attribute: bool = False) -> str:
        """Return the global name of the key of a child element or attribute."""
        if uri is None or local is None:
            raise Unsupported("a name with a wildcard")
        text = f"{{{uri}}}{local}" if uri else (local if attribute else f" {local}")
        if text not in self.names:
            self.names[text] = f"K{len(self.names)}"
            self.text_of[self.names[text]] = text
        return self.names[text]

    def constant(self, code: str) -> str:
        """Return the global name of a constant."""
        if code not in self.constants:
            self.constants[code] = f"C{len(self.constants)}"
        return self.constants[code]

    # ---------------------------------------------------------------- rules

    def rule(self, name: str, rule: Rule) -> tuple[str | None, tuple[int | str, ...], tuple[int, ...]]:
        """Write the function of *rule*; return its name, the columns it takes, and the items left to `exact.py`."""
        builder = Builder(self, "rule")
        scope = self._node_scope(builder)
        lines: list[str] = []
        absent: list[tuple[int, tuple[str, ...]]] = []
        anywhere: list[tuple[int, tuple[str, ...]]] = []
        left: list[int] = []
        for number, item in enumerate(rule.body):
            if isinstance(item, Let):
                lines += self._rule_let(name, item, scope)
                continue
            try:
                test = self.parser.parse(item.test)
                paths = [self._absent_path(each) if item.kind == "assert" else None for each in _conjuncts(test)]
                somewhere = self._anywhere_path(test) if item.kind == "assert" else None
                if None not in paths:
                    absent += [(number, path) for path in paths if path is not None]
                elif somewhere is not None:
                    anywhere.append((number, somewhere))
                elif item.kind == "assert" and _is_not_blank(test):
                    lines.append(f"        if D.blank and '' in n and not normalize(n['']): F.append(({number}, n))")
                else:
                    code = self.truth(test, scope)
                    code = code if item.kind == "report" else _negated(code)
                    if code != "False":
                        lines.append(f"        if {code}: F.append(({number}, n))")
            except Unsupported as error:
                self.note(f"{name} {item.id}", error)
                left.append(number)
        if not lines and not absent and not anywhere:
            return None, (), tuple(left)
        before = [f"    absent(D, T, {self.constant(self._absent_tree(absent))}, N, F)"] if absent else []
        if anywhere:
            table: dict[str, list[str]] = {}
            for number, keys in anywhere:
                above = "".join(f"{key}, " for key in reversed(keys[:-1]))
                table.setdefault(keys[-1], []).append(f"({number}, ({above}))")
            code = ", ".join(f"{key}: ({', '.join(items)},)" for key, items in table.items())
            before.append(f"    anywhere(D, T, {self.constant(f'{{{code}}}')}, N, F)")
        ups, arguments, targets = builder.columns()
        source = f"zip({arguments})" if ups else "N"
        loop = [f"    for {targets} in {source}:", *_shared(lines)] if lines else []
        self.lines += [f"def {name}(D, F, T, {arguments}):", *before, *builder.head(), *loop, ""]
        return name, ups, tuple(left)

    def _rule_let(self, name: str, let: Let, scope: Scope) -> Iterator[str]:
        """Yield the code of a variable of a rule; what uses one that is not compiled is not compiled either."""
        try:
            value = self.value(self.parser.parse(let.value), scope)
        except Unsupported as error:
            self.note(f"{name} ${let.name}", error)
            scope.variables = {**scope.variables, let.name: UNKNOWN}
            return
        if value.branches is not None or value.constant is not None:  # worked out where it is used
            scope.variables = {**scope.variables, let.name: value}
            return
        local = scope.function.temporary("v")
        yield f"        {local} = {value.src}"
        strict = None
        if value.strict is not None:
            strict = scope.function.temporary("v")
            yield f"        {strict} = {value.strict}"
        scope.variables = {**scope.variables, let.name: replace(value, src=local, strict=strict)}

    def note(self, where: str, error: Unsupported) -> None:
        """Remember what was not compiled."""
        self.unsupported.append(f"{where}: {error}")

    def _node_scope(self, builder: Builder) -> Scope:
        def beyond(level: int) -> str:
            builder.ups.add(level)
            return f"p{level}"

        return Scope(Value("n", "elem", "1"), (), {}, builder, beyond)

    def _absent_path(self, test: Expr) -> tuple[str, ...] | None:
        """Return the keys of *path* when *test* is ``not(path)``."""
        if not isinstance(test, Call) or test.name not in ("not", "empty"):
            return None
        inner = test.arguments[0]
        if isinstance(inner, Call) and inner.name in ("exists", "boolean"):
            inner = inner.arguments[0]
        keys: list[str] = []
        for part in _flat(inner):
            if not isinstance(part, Step) or part.predicates or part.test.local is None or part.test.uri is None:
                return None
            if part.axis == "child" and part.test.kind == "element":
                keys.append(self.key(part.test.uri, part.test.local))
            elif part.axis == "attribute":
                keys.append(self.key(part.test.uri, part.test.local, True))
            else:
                return None
        return tuple(keys)

    def _anywhere_path(self, test: Expr) -> tuple[str, ...] | None:
        """Return the keys of *path* when *test* is ``not(//path)``, with ``//path`` in a variable or written out."""
        if not isinstance(test, Call) or test.name not in ("not", "empty"):
            return None
        inner = test.arguments[0]
        if isinstance(inner, Call) and inner.name in ("exists", "boolean"):
            inner = inner.arguments[0]
        if isinstance(inner, Var) and inner.name in self.lets:
            inner = self.parser.parse(self.lets[inner.name].value)
        parts = _flat(inner)
        if len(parts) < 3 or not isinstance(parts[0], Root) or not _is_descend(parts[1]):
            return None
        return self._absent_path(Call("not", (_path_of(parts[2:]),)))

    def _absent_tree(self, absent: Sequence[tuple[int, tuple[str, ...]]], done: tuple[str, ...] = ()) -> str:
        """Return code of the tree of forbidden paths, for `runtime.absent`."""
        here: list[str] = []
        below: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for number, path in absent:
            if not path:
                here.append(f"({number}, ({', '.join(done)},))")
            else:
                below.setdefault(path[0], []).append((number, path[1:]))
        inner = ", ".join(f"{key}: {self._absent_tree(rest, (*done, key))}" for key, rest in below.items())
        return f"(({''.join(each + ', ' for each in here)}), {{{inner}}})"

    def names_source(self, names: int = 0, constants: int = 0) -> list[str]:
        """Return the lines that set the keys and constants from a number on."""
        return [
            *(f"{name} = {key!r}" for key, name in list(self.names.items())[names:]),
            *(f"{name} = {code}" for code, name in list(self.constants.items())[constants:]),
            "",
        ]

    # ---------------------------------------------------------------- messages

    def writer(
        self, name: str, rule: Rule, item: int, assertion: sch.Assertion
    ) -> tuple[str, tuple[int | str, ...]] | None:
        """Write the function that words a failure: it gives the message, and the node at fault with an attribute.

        None when `exact.py` has to.
        """
        builder = Builder(self, "rule")
        scope = self._node_scope(builder)
        lines: list[str] = []
        if assertion.diagnostics:
            return None
        try:
            parts = [part for part in assertion.message if not isinstance(part, sch.Text)]
            wanted = {text.text for text in (assertion.subject or rule.subject,) if text is not None}
            wanted |= {part.select.text for part in parts if isinstance(part, sch.ValueOf)}
            used = self._used_lets(rule, item, wanted)
            for let in rule.body[:item]:
                if isinstance(let, Let) and let.name in used:
                    lines += [line.removeprefix("    ") for line in self._rule_let(name, let, scope)]
            made = [self._message_part(part, scope) for part in assertion.message]
            subject = assertion.subject or rule.subject
            node, attribute = "n", "None"
            if subject is not None:
                node, attribute = self._subject(self.parser.parse(subject), scope)
        except Unsupported as error:
            self.note(name, error)
            return None
        ups, _, targets = builder.columns()
        self.lines += [
            f"def {name}(D, T, {targets}):",
            *builder.head(),
            *lines,
            f"    return {' + '.join(made) or repr('')}, {node}, {attribute}",
            "",
        ]
        return name, ups

    def _used_lets(self, rule: Rule, item: int, texts: set[str]) -> set[str]:
        """Return the variables of *rule* that expressions use, directly or through others."""
        lets = {let.name: let for let in rule.body[:item] if isinstance(let, Let)}
        used: set[str] = set()
        open_ = [self.parser.parse(sch.XPath(text)) for text in texts]
        while open_:
            for each in open_.pop().walk():
                if isinstance(each, Var) and each.name in lets and each.name not in used:
                    used.add(each.name)
                    open_.append(self.parser.parse(lets[each.name].value))
        return used

    def _message_part(self, part: sch.Part, scope: Scope) -> str:
        match part:
            case sch.Text(text):
                return repr(text)
            case sch.ValueOf(select):
                return self.content(self.value(self.parser.parse(select), scope))
            case sch.NameOf(None):
                return "D.name_of(n)"
        raise Unsupported("the name of another node")

    def content(self, value: Value) -> str:
        """Return code of the text that ``value-of`` gives."""
        if value.branches is not None:
            condition, then, otherwise = value.branches
            return f"({self.content(then)} if {condition} else {self.content(otherwise)})"
        if value.type == "empty":
            return "''"
        if isinstance(value.constant, str):
            return repr(value.constant)
        shown = {"u": "z", "str": "z", "int": "str(z)", "dec": "decimal_text(z)", "dbl": "double_text(z)"}
        shown["bool"] = "('true' if z else 'false')"
        if value.type == "text" and value.card in ("m", "*"):
            raise Unsupported("text nodes side by side")
        src, kind = self.atoms(self.in_order(value))
        if kind not in shown:
            raise Unsupported(f"the text of a {kind}")
        if value.card == "1":
            one, _ = self.single(value)
            return one if shown[kind] == "z" else shown[kind].replace("z", f"({one})")
        return f"' '.join({src})" if shown[kind] == "z" else f"' '.join([{shown[kind]} for z in {src}])"

    def _subject(self, subject: Expr, scope: Scope) -> tuple[str, str]:
        """Return code of the first node that *subject* selects (the context when there is none), and its attribute."""
        parts = _flat(subject)
        last = parts[-1]
        if isinstance(last, Step) and last.axis == "attribute" and not last.predicates:
            if last.test.local is None or last.test.uri is None:
                raise Unsupported("any attribute")
            key = self.key(last.test.uri, last.test.local, True)
            owner = Value("n", "elem", "1") if len(parts) == 1 else self.value(_path_of(parts[:-1]), scope)
            if owner.type != "elem":
                raise Unsupported("a subject that is no node")
            name = scope.function.temporary("s")
            found = f"first([{name} for {name} in {self.items(self.in_order(owner))} if {key} in {name}])"
            text = self.names_by_key(key)
            holder = scope.function.temporary("s")
            node = f"({holder} if ({holder} := {found}) is not None else n)"
            return node, f"{text!r} if {holder} is not None else None"
        value = self.value(subject, scope)
        if value.type == "empty":
            return "n", "None"
        if value.type != "elem" or value.branches is not None:
            raise Unsupported("a subject that is no element")
        if value.card == "1":
            return value.src, "None"
        holder = scope.function.temporary("s")
        return f"({holder} if ({holder} := first({self.items(self.in_order(value))})) is not None else n)", "None"

    def names_by_key(self, key: str) -> str:
        """Return the text behind the name of a key."""
        return self.text_of[key]

    # ---------------------------------------------------------------- contexts

    def alternatives(self, name: str, context: Expr) -> tuple[Alternative, ...] | None:
        """Return the alternatives of a context, None when `exact.py` has to match it."""
        try:
            return tuple(self._alternative(f"{name}_{number}", each) for number, each in enumerate(_union(context)))
        except Unsupported as error:
            self.note(f"{name} context", error)
            return None

    def _alternative(self, name: str, context: Expr) -> Alternative:
        outer: list[Expr] = []
        while isinstance(context, Filter):  # (a | b)[p]: the caller has spread the union
            outer.insert(0, context.predicate)
            context = context.base
        parts = _flat(context)
        anchored = False
        hang: list[str] = []
        steps: list[Step] = []
        link = "//"
        for part in parts:
            if isinstance(part, Root):
                anchored, link = True, "/"
            elif isinstance(part, Step) and part.axis == "descendant-or-self" and not part.predicates:
                link = "//"
                if not steps:
                    anchored = False
            elif isinstance(part, Step) and part.axis in ("child", "attribute", "descendant"):
                if part.test.kind not in ("element", "attribute"):
                    raise Unsupported("a context that is no element or attribute")
                hang.append("//" if part.axis == "descendant" else link)
                steps.append(part)
                link = "/"
            else:
                raise Unsupported("a context with another axis")
        if not steps:
            raise Unsupported("the document node as context")
        if anchored and hang[0] != "/":
            anchored = False
        attribute = steps[-1].test.kind == "attribute"
        if attribute:
            raise Unsupported("a context that is an attribute")
        described = tuple(
            (hang[number], step.test.kind, step.test.uri, step.test.local)
            for number, step in reversed(list(enumerate(steps)))
        )
        predicates: list[tuple[int, Expr]] = []
        for level, step in enumerate(reversed(steps)):
            for predicate in step.predicates:
                for each in _conjuncts(predicate):
                    predicates.append((level, each))
            if step.predicates and any(hang[len(steps) - 1 - above] == "//" for above in range(level)):
                raise Unsupported("a predicate above //")
        predicates += [(0, each) for predicate in outer for each in _conjuncts(predicate)]
        names: list[tuple[int, str, str, bool]] = []
        gates: list[str] = []
        conditions: list[str] = []
        key: tuple[str, str] | None = None
        builder = Builder(self, "match")
        for level, predicate in predicates:
            if _is_positional(predicate):
                raise Unsupported("a position in a context")
            static = _name_test(predicate)
            if static is not None and all(hang[len(steps) - 1 - above] == "/" for above in range(level)):
                names.append((level, *static))
                continue
            if self.is_free(predicate, {}):
                gates.append(self.truth(predicate, Scope(None, (), {}, builder)))
                continue
            scope = self._level_scope(builder, level)
            code = self.truth(predicate, scope)
            if key is None and level == 0 and not conditions:
                key = self._dispatch(predicate, builder)
            conditions.append(code)
        gate = condition = None
        if gates:
            gate = f"g{name}"
            self.lines += [
                f"def {gate}(D):",
                *builder.head(),
                f"    return {' and '.join(f'({g})' for g in gates)}",
                "",
            ]
            builder.hoisted = {}
            if conditions:  # names of hoisted values were given for the gate: once more for the conditions
                builder = Builder(self, "match")
                conditions = [
                    self.truth(predicate, self._level_scope(builder, level))
                    for level, predicate in predicates
                    if not self.is_free(predicate, {}) and _name_test(predicate) is None
                ]
        ups, arguments, targets = builder.columns()
        if conditions:
            condition = f"m{name}"
            source = f"zip({arguments})" if ups else "N"
            test = " and ".join(f"({each})" for each in conditions)
            self.lines += [
                f"def {condition}(D, T, {arguments}):",
                *builder.head(),
                f"    return [bool({test}) for {targets} in {source}]",
                "",
            ]
        return Alternative(described, anchored, gate, condition, key, ups, tuple(names))

    def _level_scope(self, builder: Builder, level: int) -> Scope:
        if level == 0:
            return self._node_scope(builder)
        builder.ups.add(level)

        def beyond(more: int) -> str:
            builder.ups.add(level + more)
            return f"p{level + more}"

        return Scope(Value(f"p{level}", "elem", "1"), (), {}, builder, beyond)

    def _dispatch(self, predicate: Expr, builder: Builder) -> tuple[str, str] | None:
        """Return the function of a cheap key and the literal that it must equal, for ``key = 'literal'``."""
        if not isinstance(predicate, Compare) or predicate.op != "=" or not isinstance(predicate.right, Literal):
            return None
        if predicate.right.kind != "string":
            return None
        trial = Builder(self, "match")
        left = self.value(predicate.left, self._node_scope(trial))
        if (
            trial.ups
            or trial.hoisted
            or left.type not in ("str", "u", "attr", "elem")
            or left.card not in ("1", "?", "m")
        ):
            return None
        source, _ = self.single(left)
        name = self.memos.get(f"key {source}")
        if name is None:
            name = self.memos[f"key {source}"] = f"k{len(self.memos)}"
            self.lines += [f"def {name}(N):", f"    return {{{source} for n in N}}", ""]
        return name, str(predicate.right.value)

    # ---------------------------------------------------------------- dependencies

    def is_free(self, expr: Expr, local: dict[str, Value]) -> bool:
        """True when *expr* depends on the document alone: neither on a context node nor on a local variable."""
        return not any(True for _ in self._dependencies(expr, frozenset(), local))

    def _dependencies(self, expr: Expr, bound: frozenset[str], local: dict[str, Value]) -> Iterator[str]:
        match expr:
            case Var(name):
                if name in bound:
                    return
                if name in local or name not in self.lets:
                    yield name
            case ContextItem():
                yield "."
            case Step():
                yield "."
                for predicate in expr.predicates:
                    yield from self._inner(predicate, bound, local)
            case Slash(left, right):
                yield from self._dependencies(left, bound, local)
                yield from self._inner(right, bound, local)
            case Filter(base, predicate):
                yield from self._dependencies(base, bound, local)
                yield from self._inner(predicate, bound, local)
            case For(bindings, result):
                names = bound
                for name, source in bindings:
                    yield from self._dependencies(source, names, local)
                    names |= {name}
                yield from self._dependencies(result, names, local)
            case Quantified(_, bindings, condition):
                names = bound
                for name, source in bindings:
                    yield from self._dependencies(source, names, local)
                    names |= {name}
                yield from self._dependencies(condition, names, local)
            case Call(name, arguments) if not arguments and name in (
                "normalize-space",
                "string",
                "number",
                "string-length",
                "name",
                "local-name",
                "namespace-uri",
                "position",
                "last",
                "current",
            ):
                yield "."
            case _:
                for child in expr.children():
                    yield from self._dependencies(child, bound, local)

    def _inner(self, expr: Expr, bound: frozenset[str], local: dict[str, Value]) -> Iterator[str]:
        """Yield the dependencies of an expression with a context item of its own, but for that item."""
        for each in self._dependencies(expr, bound, local):
            if each != ".":
                yield each

    # ---------------------------------------------------------------- expressions

    def value(self, expr: Expr, scope: Scope) -> Value:
        """Compile *expr*."""
        if isinstance(expr, Literal | Var | ContextItem):
            return self._value(expr, scope)
        if self.is_free(expr, scope.variables):
            constant = self._constant(expr)
            if constant is not None:
                return constant
        return self._memo(expr, scope) if self._is_memoised(expr, scope) else self._value(expr, scope)

    def _is_memoised(self, expr: Expr, scope: Scope) -> bool:
        """True when *expr* is worth computing once per document: it depends on that alone, and looks into it."""
        if self.compiling[-1:] == [_identity(expr)] and scope.function.kind == "memo":
            return False
        looks = (Root, Slash, Filter, For, Quantified, Step)
        if not any(isinstance(each, looks) for each in expr.walk()):
            return False  # cheap, over variables that are computed once
        return any(isinstance(each, Root | Var) for each in expr.walk()) and self.is_free(expr, scope.variables)

    def _constant(self, expr: Expr) -> Value | None:
        """Return sequences of literals, and calls on literals, as constants."""
        match expr:
            case SequenceOf(items) if items and all(
                isinstance(item, Literal) and item.kind == "string" for item in items
            ):
                texts = [str(item.value) for item in items if isinstance(item, Literal)]
                code = self.constant(f"({', '.join(map(repr, texts))},)")
                return Value(code, "str", "*", tuple(texts))
            case SequenceOf(items) if not items:
                return EMPTY
            case Call("tokenize", (Literal(str() as text, _), Literal(str() as pattern, _))) if pattern in (
                r"\s",
                " ",
            ) and not any(letter in text for letter in "\t\r\n"):
                texts = text.split(" ")
                code = self.constant(f"({', '.join(map(repr, texts))},)")
                return Value(code, "str", "*", tuple(texts))
            case Call("normalize-space", (Literal(str() as text, _),)):
                return Value(repr(normalize(text)), "str", "1", normalize(text))
            case Call("true", ()):
                return TRUE
            case Call("false", ()):
                return FALSE
            case Unary("-", Literal(int() | Decimal() as number, kind)):
                return self._literal(Literal(-number, kind))
        return None

    def _memo(self, expr: Expr, scope: Scope) -> Value:
        """Return *expr*, which depends on the document alone, as a value that is computed once per document."""
        identity = _identity(expr)
        self.compiling.append(identity)
        try:
            builder = Builder(self, "memo")
            found = self._value(expr, Scope(None, (), {}, builder))
        finally:
            self.compiling.pop()
        if found.constant is not None or found.branches is not None:
            return found
        strict = None
        if found.strict is not None:
            strict = f"D.memo({self._memoised(builder, found.strict)})"
        return replace(found, src=scope.function.hoist(f"D.memo({self._memoised(builder, found.src)})"), strict=strict)

    def _memoised(self, builder: Builder, source: str) -> str:
        """Return the name of a function of the document that gives *source*."""
        code = "\n".join([*builder.head(), f"    return {source}"])
        name = self.memos.get(code)
        if name is None:
            name = self.memos[code] = f"q{len(self.memos)}"
            self.lines += [f"def {name}(D):", code, ""]
        return name

    def _literal(self, literal: Literal) -> Value:
        if literal.kind == "decimal":
            return Value(self.constant(f"Decimal({str(literal.value)!r})"), "dec", "1", literal.value)
        kind = {"string": "str", "integer": "int", "double": "dbl"}[literal.kind]
        return Value(repr(literal.value), kind, "1", literal.value)

    def _value(self, expr: Expr, scope: Scope) -> Value:
        match expr:
            case Literal():
                return self._literal(expr)
            case Var(name):
                return self._variable(name, scope)
            case ContextItem():
                if scope.item is None:
                    raise Unsupported("no context item")
                return scope.item
            case And() | Or() | Compare() | ValueCompare() | Quantified():
                return Value(self.truth(expr, scope), "bool", "1")
            case Root() | Step() | Slash():
                return self._path(expr, scope)
            case Filter(base, predicate):
                return self._filter(base, predicate, scope)
            case NodeSet("union", left, right):
                return self._union(left, right, scope)
            case SequenceOf(items):
                return self._sequence(items, scope)
            case Range(first, last):
                a, _ = self._integer(first, scope)
                b, _ = self._integer(last, scope)
                return Value(f"span({a}, {b})", "int", "*")
            case Arithmetic():
                return self._arithmetic(expr, scope)
            case Unary(op, operand):
                src, kind = self.single(self.value(operand, scope))
                if kind not in NUMBERS:
                    raise Unsupported("unary minus of no number")
                value = self.value(operand, scope)
                return Value(f"negate({src})" if op == "-" else src, kind, value.card if value.card == "1" else "?")
            case If(condition, then, otherwise):
                return self._choice(condition, then, otherwise, scope)
            case For(bindings, result):
                return self._for(bindings, result, scope)
            case Call():
                return self._call(expr, scope)
            case Cast(operand, kind, _):
                return self._cast(self.value(operand, scope), kind)
            case Castable(operand, kind, optional):
                return Value(self._castable(self.value(operand, scope), kind, optional), "bool", "1")
        raise Unsupported(f"{type(expr).__name__}")

    def _variable(self, name: str, scope: Scope) -> Value:
        if name in scope.variables:
            if scope.variables[name] is UNKNOWN:
                raise Unsupported(f"${name} is not compiled")
            return scope.variables[name]
        if name not in self.lets:
            raise Unsupported(f"${name} is not known")
        if name not in self.globals:
            self.globals[name] = None
            try:
                expr = self.parser.parse(self.lets[name].value)
                self.globals[name] = (
                    self.value(expr, Scope(None, (), {}, Builder(self, "memo")))
                    if (isinstance(expr, Literal))
                    else self._global(expr)
                )
            except Unsupported as error:
                self.note(f"${name}", error)
        found = self.globals[name]
        if found is None:
            raise Unsupported(f"${name} is not compiled")
        if found.constant is not None:
            return found
        return replace(found, src=scope.function.hoist(found.src))

    def _global(self, expr: Expr) -> Value:
        """Return a schema-level variable; its context item is the document node."""
        constant = self._constant(expr)
        if constant is not None:
            return constant
        builder = Builder(self, "memo")
        identity = _identity(expr)
        self.compiling.append(identity)
        try:
            scope = Scope(Value("D.top", "elem", "1"), (), {}, builder)
            found = self._value(expr, scope)
        finally:
            self.compiling.pop()
        if found.constant is not None:
            return found
        if found.branches is not None:
            raise Unsupported("a variable of several types")
        strict = f"D.memo({self._memoised(builder, found.strict)})" if found.strict is not None else None
        return replace(found, src=f"D.memo({self._memoised(builder, found.src)})", strict=strict)

    # ---------------------------------------------------------------- forms of a value

    def items(self, value: Value) -> str:
        """Return code of a sequence of the items, nodes as nodes."""
        if value.branches is not None:
            condition, then, otherwise = value.branches
            return f"({self.items(then)} if {condition} else {self.items(otherwise)})"
        match value.card:
            case "1":
                return f"({value.src},)"
            case "?":
                return f"optional({value.src})"
            case "m":
                return f"many({value.src})"
        return value.src

    def atoms(self, value: Value) -> tuple[str, str]:
        """Return code of a sequence of the atomised items, and their type."""
        if value.type == "elem":
            match value.card:
                case "1":
                    return f"({value.src}[''],)", "u"
                case "?" | "m":
                    return f"texts({value.src})", "u"
            return f"[z[''] for z in {value.src}]", "u"
        kind = "u" if value.type in NODES else value.type
        return self.items(value), kind

    def single(self, value: Value) -> tuple[str, str]:
        """Return code of the atomised item or None, raising for more than one, and its type."""
        if value.branches is not None:
            condition, then, otherwise = value.branches
            a, kind_a = self.single(then)
            b, kind_b = self.single(otherwise)
            kind = _common(kind_a, kind_b)
            return f"({a} if {condition} else {b})", kind
        if value.type == "empty":
            return "None", "empty"
        if value.type == "elem":
            match value.card:
                case "1":
                    return f"{value.src}['']", "u"
                case "?" | "m":
                    return f"text({value.src})", "u"
            return f"text(one({value.src}))", "u"
        kind = "u" if value.type in NODES else value.type
        match value.card:
            case "1" | "?":
                return value.src, kind
            case "m":
                return f"opt({value.src})", kind
        return f"one({value.src})", kind

    def never_none(self, value: Value) -> bool:
        """True when `single` of *value* cannot be None."""
        if value.branches is not None:
            return self.never_none(value.branches[1]) and self.never_none(value.branches[2])
        return value.card == "1"

    def string(self, value: Value) -> str:
        """Return code of a string argument: the empty sequence is the empty string."""
        src, kind = self.single(value)
        if kind == "empty":
            return "''"
        if kind not in ("u", "str"):
            raise Unsupported("a string function on another type")
        return src if self.never_none(value) else f"({src} or '')"

    def number(self, value: Value) -> tuple[str, str]:
        """Return code of a numeric operand or None, untyped as a double, and its type."""
        if value.branches is not None:
            condition, then, otherwise = value.branches
            a, kind_a = self.number(then)
            b, kind_b = self.number(otherwise)
            if kind_a != kind_b and "dbl" in (kind_a, kind_b):
                raise Unsupported("a choice of number types")
            return f"({a} if {condition} else {b})", _common(kind_a, kind_b)
        src, kind = self.single(value)
        if kind == "u":
            return (f"double({src})" if self.never_none(value) else f"double_or_none({src})"), "dbl"
        if kind == "empty":
            return "None", "int"
        if kind not in NUMBERS:
            raise Unsupported("arithmetic on another type")
        return src, kind

    def truth(self, expr: Expr, scope: Scope) -> str:
        """Return code of the effective boolean value of *expr*."""
        match expr:
            case And(left, right):
                return _joined(" and ", self.truth(left, scope), self.truth(right, scope))
            case Or(left, right):
                return _joined(" or ", self.truth(left, scope), self.truth(right, scope))
            case Call("not", (inner,)):
                return _negated(self.truth(inner, scope))
            case Call("boolean", (inner,)):
                return self.truth(inner, scope)
            case Call("exists", (inner,)):
                return self._exists(inner, scope)
            case Call("empty", (inner,)):
                return _negated(self._exists(inner, scope))
            case Call("true", ()):
                return "True"
            case Call("false", ()):
                return "False"
            case Step("self", NodeTest("element", str() as uri, str() as local), ()) if (
                scope.item is not None and scope.item.src == "n"
            ):
                return f"(T.key == {self.key(uri, local)})"
            case Step("self", NodeTest("element", str() as uri, str() as local), ()) if (
                self.telling and scope.item is not None and scope.item.type == "elem"
            ):
                return f"(D.key_of({scope.item.src}) == {self.key(uri, local)})"
            case Compare() if not self._is_memoised(expr, scope):
                return self._compare(expr, scope)
            case ValueCompare(op, left, right):
                return self._value_compare(op, left, right, scope)
            case Quantified(kind, bindings, condition) if not self._is_memoised(expr, scope):
                return self._quantified(kind, bindings, condition, scope)
        return self._ebv(self.value(expr, scope))

    def _ebv(self, value: Value) -> str:
        if value.branches is not None:
            condition, then, otherwise = value.branches
            return f"({self._ebv(then)} if {condition} else {self._ebv(otherwise)})"
        if value.type == "empty":
            return "False"
        if value.type in NODES:
            match value.card:
                case "1":
                    return "True"
                case "?" | "m":
                    return _present(value.src)
            return f"bool({value.src})"
        if value.card == "*":
            if value.type == "bool":
                return f"bool(one({value.src}))"
            if value.type in ("str", "u"):
                return f"bool(one({value.src}))"
            raise Unsupported("the truth of a sequence")
        src, kind = self.single(value)
        if kind == "bool":
            return src if value.card == "1" else f"bool({src})"
        if kind in ("str", "u", "int", "dec"):
            return f"bool({src})"
        if kind == "dbl":
            return f"true_number({src})"
        raise Unsupported(f"the truth of a {kind}")

    def _exists(self, inner: Expr, scope: Scope) -> str:
        parts = _flat(inner)
        if (
            len(parts) == 1
            and isinstance(parts[0], Step)
            and parts[0].axis in ("child", "attribute")
            and not parts[0].predicates
            and parts[0].test.local is not None
            and parts[0].test.uri is not None
            and parts[0].test.kind in ("element", "attribute")
            and scope.item is not None
            and scope.item.type == "elem"
            and scope.item.card == "1"
        ):
            attribute = parts[0].axis == "attribute"
            return f"({self.key(parts[0].test.uri, parts[0].test.local, attribute)} in {scope.item.src})"
        value = self.value(inner, scope)
        if value.branches is not None:
            return f"bool({self.items(value)})"
        match value.card:
            case "1":
                return "True"
            case "?" | "m":
                return _present(value.src)
        return f"bool({value.src})"

    # ---------------------------------------------------------------- paths

    def _path(self, expr: Expr, scope: Scope) -> Value:
        parts = list(_flat(expr))
        first = parts.pop(0)
        current: Value
        inner: Scope  # scope of the current single element, for its ancestors
        level = 0
        if isinstance(first, Root):
            current, inner = Value("D.top", "elem", "1"), scope.of(Value("D.top", "elem", "1"))
            if parts and _is_descend(parts[0]):
                parts.pop(0)
                if not parts:
                    raise Unsupported("all nodes")
                return self._steps(self._tagged(parts.pop(0), scope), None, parts, scope)
            if parts and parts[0] == Step("child", NodeTest("element")):  # /*
                parts.pop(0)
                current, inner = Value("D.root", "elem", "1"), scope.of(Value("D.root", "elem", "1"))
        elif isinstance(first, ContextItem) or _is_self(first):
            if scope.item is None:
                raise Unsupported("no context item")
            current, inner = scope.item, scope
        elif _is_parent(first):
            level = 1
            while parts and _is_parent(parts[0]):
                parts.pop(0)
                level += 1
            current, inner = self._ancestor(level, scope)
        elif isinstance(first, Step) and first.axis == "ancestor" and not self.telling:
            current, inner = self._named_ancestors(first, scope), scope
            return self._steps(current, None, parts, scope)
        elif isinstance(first, Step):
            if scope.item is None:
                raise Unsupported("no context item")
            parts.insert(0, first)
            current, inner = scope.item, scope
        else:
            current = self.value(first, scope)
            return self._steps(current, None, parts, scope)
        if not parts:
            return current
        if current.type != "elem":
            raise Unsupported("a path from no element")
        return self._steps(current, inner, parts, scope)

    def _ancestor(self, level: int, scope: Scope) -> tuple[Value, Scope]:
        name = scope.ancestor(level)
        value = Value(name, "elem", "1")
        chain = scope.chain[level:]
        beyond = scope.beyond
        inner = Scope(value, chain, scope.variables, scope.function, None)
        if beyond is not None:
            inner.beyond = lambda more: beyond(level + more)
        return value, inner

    def _named_ancestors(self, step: Step, scope: Scope) -> Value:
        """Return the ancestors of the rule's own node that have a name."""
        if step.predicates or step.test.kind != "element" or scope.item is None or scope.item.src != "n":
            raise Unsupported("the axis ancestor")
        name = self.key(step.test.uri, step.test.local)
        scope.function.named.add(name)
        return Value(f"a{name}", "elem", "*", None, False)

    def _tagged(self, step: Expr, scope: Scope) -> Value:
        """Return ``//step``: all elements of a name (or of several), attributes of a name."""
        if isinstance(step, NodeSet) and step.op == "union":
            left, right = self._tagged(step.left, scope), self._tagged(step.right, scope)
            if left.type != right.type or step.left == step.right:
                raise Unsupported("a union")
            return Value(f"[*{self.items(left)}, *{self.items(right)}]", left.type, "*", None, False)
        if not isinstance(step, Step):
            raise Unsupported("// before something else than a step")
        if step.axis == "attribute" and len(step.predicates) == 1:
            match step.predicates[0]:
                case Call("not", (Step("parent", NodeTest("element", str() as uri, str() as local), ()),)):
                    key = self.key(step.test.uri, step.test.local, True)
                    return Value(f"D.attributes({key}, {self.key(uri, local)})", "attr", "*", None, False)
        if step.axis == "attribute" and not step.predicates:
            return Value(f"D.attributes({self.key(step.test.uri, step.test.local, True)})", "attr", "*", None, False)
        if step.axis != "child" or step.test.kind != "element":
            raise Unsupported("// before another axis")
        key = self.key(step.test.uri, step.test.local)
        source, strict = f"D.tagged({key})", f"D.tagged_in_order({key})"
        for predicate in step.predicates:
            if _is_positional(predicate):
                raise Unsupported("a position after //")
            name = scope.function.temporary("c")
            condition = self._condition(predicate, self._inside(scope, Value(name, "elem", "1")))
            source, strict = (f"[{name} for {name} in {code} if {condition}]" for code in (source, strict))
        return Value(source, "elem", "*", None, False, strict)

    def in_order(self, value: Value) -> Value:
        """Return *value* in document order."""
        if value.ordered:
            return value
        simple = value.strict is None and value.branches is None
        if simple and not value.loose and self.telling and value.type == "elem":
            return replace(value, src=f"D.sorted({self.items(value)})", card="*", ordered=True)
        if value.strict is None:
            raise Unsupported("an order that is not known")
        return replace(value, src=value.strict, ordered=True, strict=None)

    def _as_set(self, value: Value) -> Value:
        """Return loose nodes in document order, each once."""
        if not self.telling or value.type != "elem" or value.branches is not None:
            raise Unsupported("a path from a sequence")
        # Nodes may stand one in the other; what is below them is then in no order.
        return Value(f"D.union({self.items(value)}, ())", "elem", "*", None, False)

    def _inside(self, scope: Scope, item: Value) -> Scope:
        return Scope(item, (), scope.variables, scope.function, None)

    def _steps(self, current: Value, inner: Scope | None, parts: Sequence[Expr], scope: Scope) -> Value:
        """Apply the steps *parts* to *current*; *inner* is its scope when it is a single, known element."""
        parts = list(parts)
        if parts and current.loose:
            current, inner = self._as_set(current), None
        while parts:
            part = parts[0]
            if isinstance(part, Step) and part.axis == "self" and part.test.kind == "node" and not part.predicates:
                parts.pop(0)
                continue
            if current.type != "elem":
                if isinstance(part, Step):
                    raise Unsupported("a step from no element")
                current, inner = self._each(current, None, part, scope), None
                parts.pop(0)
                continue
            keys: list[str] = []
            kind = "elem"
            while parts and (step := parts[0]) and isinstance(step, Step) and not step.predicates and kind == "elem":
                if (
                    step.axis == "child"
                    and step.test.kind == "element"
                    and step.test.local
                    and step.test.uri is not None
                ):
                    keys.append(self.key(step.test.uri, step.test.local))
                elif step.axis == "attribute" and step.test.local and step.test.uri is not None:
                    keys.append(self.key(step.test.uri, step.test.local, True))
                    kind = "attr"
                else:
                    break
                parts.pop(0)
                if parts and self._wants_parent(parts[0]) and kind == "elem":
                    break  # what follows asks for the parent: step by step
            if keys:
                before = current
                current = self._keys(current, keys, kind)
                direct = len(keys) == 1 and before.card == "1" and inner is not None
                if parts and self._wants_parent(parts[0]) and direct and kind == "elem" and inner is not None:
                    current, inner = self._each_child(current, inner, parts.pop(0), scope), None
                else:
                    inner = None
                continue
            part = parts.pop(0)
            if isinstance(part, Step) and part.axis == "child" and part.test.kind == "text" and not part.predicates:
                if current.card == "*":
                    raise Unsupported("text() of a list")
                current, inner = Value(f"text_nodes({current.src})", "text", "m"), None
            elif _is_descend(part) and current.card in ("1", "?") and parts and isinstance(parts[0], Step):
                step = parts.pop(0)
                assert isinstance(step, Step)
                if self.telling and step == Step("child", NodeTest("element")):
                    code = f"[z for y in {self.items(current)} for z in descendants(y)]"
                    current, inner = Value(code, "elem", "*", None, False), None
                    continue
                if step.axis == "attribute":
                    key = self.key(step.test.uri, step.test.local, True)
                    if step.predicates or current.card == "?":
                        raise Unsupported("a predicate on an attribute")
                    current = Value(f"below_attributes({current.src}, {key})", "attr", "*", None, False)
                elif step.axis == "child" and step.test.kind == "element":
                    key = self.key(step.test.uri, step.test.local)
                    source = f"below({current.src}, {key})"
                    if current.card == "?":
                        source = f"[z for y in {self.items(current)} for z in below(y, {key})]"
                    for predicate in step.predicates:
                        if _is_positional(predicate):
                            raise Unsupported("a position after //")
                        name = scope.function.temporary("c")
                        condition = self._condition(predicate, self._inside(scope, Value(name, "elem", "1")))
                        source = f"[{name} for {name} in {source} if {condition}]"
                    current = Value(source, "elem", "*", None, False)
                else:
                    raise Unsupported("// before another axis")
                inner = None
            elif (
                isinstance(part, Step)
                and part.axis == "child"
                and part.test.kind == "element"
                and part.test.local is None
            ):
                if part.test.uri is not None or part.predicates:
                    raise Unsupported("a wildcard")
                source = self.items(current)
                if current.card == "1":
                    code = f"child_nodes({current.src})"
                else:
                    code = f"[z for y in {source} for z in child_nodes(y)]"
                current, inner = Value(code, "elem", "*", None, False), None
            elif isinstance(part, Step) and part.axis == "attribute" and part.test.local is None:
                if part.test.uri is not None or part.predicates or current.card != "1":
                    raise Unsupported("a wildcard")
                current, inner = Value(f"attribute_texts({current.src})", "attr", "*"), None
            elif isinstance(part, Step) and part.axis == "child" and part.test.kind == "element":
                current, inner = self._predicated(current, inner, part, scope), None
            elif isinstance(part, Step) and self.telling and part.axis in _ASKED:
                current, inner = self._asked(current, part, scope), None
            elif isinstance(part, Step):
                raise Unsupported(f"the axis {part.axis}")
            else:
                current, inner = self._each(current, inner, part, scope), None
        return current

    def _condition(self, predicate: Expr, scope: Scope) -> str:
        """Return code of a predicate that is no position."""
        if isinstance(predicate, Var | If | For | Slash | Filter | Call):
            found = self.value(predicate, scope)
            kinds = {found.type} if found.branches is None else {each.type for each in found.branches[1:]}
            if kinds - {"elem", "attr", "text", "u", "str", "bool", "date", "empty"}:
                raise Unsupported("a computed position")
        return self.truth(predicate, scope)

    def _asked(self, current: Value, step: Step, scope: Scope) -> Value:
        """Return a step along an axis that the light tree has not: the document is asked, node by node."""
        if step.test.kind not in ("element", "node") or (step.test.kind == "node" and step.axis != "parent"):
            raise Unsupported(f"the axis {step.axis}")
        wild = step.test.local is None or step.test.uri is None
        if wild and (step.test.local, step.test.uri) != (None, None):
            raise Unsupported("a wildcard")
        key = "None" if wild else self.key(step.test.uri, step.test.local)
        source = f"[z for y in {self.items(current)} for z in D.{_ASKED[step.axis]}(y, {key})]"
        for predicate in step.predicates:
            if _is_positional(predicate):
                raise Unsupported("a position along this axis")
            name = scope.function.temporary("c")
            condition = self._condition(predicate, self._inside(scope, Value(name, "elem", "1")))
            source = f"[{name} for {name} in {source} if {condition}]"
        if current.card != "1":
            source = f"D.union({source}, ())"  # several nodes may have the same parent
        return Value(source, "elem", "*", None, False)

    def _keys(self, current: Value, keys: Sequence[str], kind: str) -> Value:
        listed = ", ".join(keys)
        if current.card == "1" and current.src != "D.top":
            if len(keys) == 1:
                return Value(f"{current.src}.get({keys[0]})", kind, "?" if kind == "attr" else "m")
            if len(keys) in (2, 3):
                return Value(f"kid{len(keys)}({current.src}, {listed})", kind, "m")
        if current.card == "*":
            made = [
                f"[z for y in {code} for z in many(y.get({keys[0]}))]"
                if len(keys) == 1 and kind == "elem"
                else f"many(kids(packed({code}), {listed}))"
                for code in (current.src, current.strict or "")
            ]
            return Value(made[0], kind, "*", None, current.ordered, made[1] if current.strict else None)
        if len(keys) == 1:
            return Value(f"kid({current.src}, {keys[0]})", kind, "m")
        return Value(f"kids({current.src}, {listed})", kind, "m")

    def _wants_parent(self, part: Expr) -> bool:
        """True when *part*, or a predicate of it, starts from a parent."""
        if isinstance(part, Step):
            return any(self._uses_parent(predicate) for predicate in part.predicates)
        return self._uses_parent(part)

    def _uses_parent(self, expr: Expr) -> bool:
        return any(isinstance(each, Step) and each.axis == "parent" for each in expr.walk())

    def _predicated(self, current: Value, inner: Scope | None, step: Step, scope: Scope) -> Value:
        """Return ``current/child[predicate]…``."""
        key = self.key(step.test.uri, step.test.local)
        function = scope.function
        name = function.temporary("c")
        if current.card == "1":
            source, loop = f"many({current.src}.get({key}))", ""
        else:
            outer = function.temporary("o")
            loop, source = f"for {outer} in {self.items(current)} ", f"many({outer}.get({key}))"
        conditions: list[str] = []
        for predicate in step.predicates:
            if isinstance(predicate, Literal) and predicate.kind == "integer" and not conditions:
                position = int(predicate.value)
                source += f"[{max(position - 1, 0)}:{max(position, 0)}]"
                continue
            if predicate == Call("last", ()) and not conditions:
                source += "[-1:]"
                continue
            if _is_positional(predicate):
                raise Unsupported("a computed position")
            if current.card == "1" and inner is not None:
                below = replace_function(inner.below(name, True), scope)
            else:
                below = self._inside(scope, Value(name, "elem", "1"))
            conditions.append(self._condition(predicate, below))
        if not conditions and current.card == "1":
            return Value(f"packed(list({source}))", "elem", "m")
        test = " and ".join(f"({each})" for each in conditions)
        code = f"[{name} {loop}for {name} in {source}{f' if {test}' if test else ''}]"
        if current.card == "1" and current.src != "D.top":
            code = f"({code} if {key} in {current.src} else ())"
        return Value(code, "elem", "*", None, current.ordered)

    def _each_child(self, current: Value, inner: Scope, part: Expr, scope: Scope) -> Value:
        """Return ``x/part`` for the children *current* of the element of *inner*, whose parents are known."""
        if isinstance(part, Step):
            name = scope.function.temporary("o")
            below = replace_function(inner.below(name, True), scope)
            step = self._steps(Value(name, "elem", "1"), below, [part], scope)
            return Value(
                f"[z for {name} in {self.items(current)} for z in {self.items(step)}]",
                step.type,
                "*",
                None,
                step.ordered,
            )
        name = scope.function.temporary("c")
        below = replace_function(inner.below(name, True), scope)
        return self._mapped(name, current, part, self.value(part, below))

    def _each(self, current: Value, inner: Scope | None, part: Expr, scope: Scope) -> Value:
        """Return ``current/part`` where *part* is an expression."""
        if current.card == "1" and inner is not None:
            return self.value(part, replace_function(inner, scope))
        name = scope.function.temporary("c")
        item = Value(name, current.type, "1")
        return self._mapped(name, current, part, self.value(part, self._inside(scope, item)))

    def _mapped(self, name: str, current: Value, part: Expr, result: Value) -> Value:
        if result.branches is not None:
            raise Unsupported("a choice of types per node")
        if result.type in NODES and _depth(part) is None:
            raise Unsupported("nodes that may come twice")
        source = self.items(current)
        kind, ordered = result.type, current.ordered and result.ordered
        if result.card == "1":
            return Value(f"[{result.src} for {name} in {source}]", kind, "*", None, ordered)
        return Value(f"[z for {name} in {source} for z in {self.items(result)}]", kind, "*", None, ordered)

    def _filter(self, base: Expr, predicate: Expr, scope: Scope) -> Value:
        value = self.value(base, scope)
        if value.branches is not None:
            raise Unsupported("a choice of types")
        if predicate == Call("last", ()):
            value = self.in_order(value)
            return Value(f"last_of({self.items(value)})", value.type, "?")
        if isinstance(predicate, Literal) and predicate.kind == "integer":
            value = self.in_order(value)
            position = int(predicate.value)
            return Value(f"nth({self.items(value)}, {position})", value.type, "?")
        if _is_positional(predicate):
            kind = self.value(predicate, self._inside(scope, Value("z", value.type, "1")))
            if kind.type == "int" and kind.card == "1" and value.ordered and value.branches is None:
                return Value(f"nth({self.items(value)}, {kind.src})", value.type, "?")
            raise Unsupported("a computed position")
        if value.branches is not None:
            raise Unsupported("a choice of types")
        name = scope.function.temporary("c")
        below = self._inside(scope, Value(name, value.type, "1"))
        test = self.value(predicate, below)
        if test.type in NUMBERS:
            if test.type == "int" and test.card == "1" and value.ordered and name not in test.src:
                return Value(f"nth({self.items(value)}, {test.src})", value.type, "?")
            raise Unsupported("a computed position")
        condition = self.truth(predicate, below)
        code = f"[{name} for {name} in {self.items(value)} if {condition}]"
        return Value(code, value.type, "*", None, value.ordered, loose=value.loose)

    def _union(self, left: Expr, right: Expr, scope: Scope) -> Value:
        a, b = self.value(left, scope), self.value(right, scope)
        if a.type == "empty":
            return b
        if b.type == "empty":
            return a
        if a.type == b.type == "elem" and self.telling and a.branches is None and b.branches is None:
            return Value(f"D.union({self.items(a)}, {self.items(b)})", "elem", "*", None, False)
        if a.type != "elem" or b.type != "elem" or a.loose or b.loose or not _disjoint(left, right):
            raise Unsupported("a union")
        return Value(f"[*{self.items(a)}, *{self.items(b)}]", "elem", "*", None, False)

    def _sequence(self, items: Sequence[Expr], scope: Scope) -> Value:
        values = [self.value(item, scope) for item in items]
        values = [value for value in values if value.type != "empty"]
        if not values:
            return EMPTY
        if len(values) == 1:
            return values[0]
        kinds = {value.type for value in values}
        if kinds <= {"int", "dec"}:
            kind = "dec" if "dec" in kinds else "int"
        elif len(kinds) == 1:
            kind = kinds.pop()
        else:
            raise Unsupported("a sequence of several types")
        if any(value.branches is not None for value in values):
            raise Unsupported("a choice of types")
        if self.telling:
            values = [self.in_order(value) for value in values]
        ordered = all(value.ordered for value in values)
        code = "[" + ", ".join("*" + self.items(v) for v in values) + "]"
        return Value(code, kind, "*", None, ordered, loose=kind in NODES)

    # ---------------------------------------------------------------- operators

    def _choice(self, condition: Expr, then: Expr, otherwise: Expr, scope: Scope) -> Value:
        """Compile ``if``; a branch that is not compiled raises when it is taken."""
        test = self.truth(condition, scope)
        found: list[Value | None] = []
        reason: Unsupported | None = None
        for branch in (then, otherwise):
            try:
                found.append(self.value(branch, scope))
            except Unsupported as error:
                reason = error
                found.append(None)
        if reason is not None:
            known = found[0] or found[1]
            if known is None or known.branches is not None or known.type == "empty":
                raise reason
            card = "?" if known.card == "1" else known.card  # else nobody would run it
            found = [each or replace(known, src="unusual()", card=card, constant=None, strict=None) for each in found]
        first, second = found
        assert first is not None
        assert second is not None
        return self._if(test, first, second)

    def _if(self, condition: str, then: Value, otherwise: Value) -> Value:
        if condition == "True":
            return then
        if then.type == "empty" and otherwise.type == "empty":
            return EMPTY
        if then.type == "empty":
            then = (
                Value("None", otherwise.type, "?")
                if otherwise.card in ("1", "?")
                else Value("None", otherwise.type, "m")
            )
        if otherwise.type == "empty":
            otherwise = Value("None", then.type, "?") if then.card in ("1", "?") else Value("None", then.type, "m")
        simple = then.branches is None and otherwise.branches is None
        kind = then.type if then.type == otherwise.type else None
        if simple and kind is None and {then.type, otherwise.type} <= {"int", "dec"}:
            kind = "dec"
        if simple and kind is not None:
            cards = {then.card, otherwise.card}
            loose = then.loose or otherwise.loose
            if loose and self.telling:
                then, otherwise = self.in_order(then), self.in_order(otherwise)
                cards = {then.card, otherwise.card}
            ordered = then.ordered and otherwise.ordered
            if len(cards) == 1:
                card = then.card
                return Value(
                    f"({then.src} if {condition} else {otherwise.src})", kind, card, None, ordered, loose=loose
                )
            if cards <= {"1", "?"}:
                return Value(f"({then.src} if {condition} else {otherwise.src})", kind, "?", None, ordered, loose=loose)
            if cards <= {"1", "?", "m"}:
                return Value(f"({then.src} if {condition} else {otherwise.src})", kind, "m", None, ordered, loose=loose)
            code = f"({self.items(then)} if {condition} else {self.items(otherwise)})"
            return Value(code, kind, "*", None, ordered, loose=loose)
        return Value("", "choice", "choice", None, True, None, (condition, then, otherwise))

    def _arithmetic(self, expr: Arithmetic, scope: Scope) -> Value:
        left, right = self.value(expr.left, scope), self.value(expr.right, scope)
        a, kind_a = self.number(left)
        b, kind_b = self.number(right)
        sure = self.never_none(left) and self.never_none(right)
        card = "1" if sure else "?"
        if "dbl" in (kind_a, kind_b):
            if kind_a != "dbl":
                a = f"as_double({a})"
            if kind_b != "dbl":
                b = f"as_double({b})"
            if expr.op in ("div", "idiv"):
                raise Unsupported("a division of doubles")
            if expr.op == "mod":
                if not sure:
                    raise Unsupported("mod")
                return Value(f"double_mod({a}, {b})", "dbl", "1")
            kind = "dbl"
        else:
            kind = "int" if kind_a == kind_b == "int" else "dec"
            if expr.op == "div":
                return Value(f"divide({a}, {b})", "dec", card)
            if expr.op in ("idiv", "mod"):
                if not sure or (expr.op == "mod" and kind != "int"):
                    raise Unsupported(expr.op)
                name = "integer_divide" if expr.op == "idiv" else "modulo"
                return Value(f"{name}({a}, {b})", "int", "1")
        if expr.op not in ("+", "-", "*"):
            if expr.op == "idiv":
                raise Unsupported("idiv of doubles")
            raise Unsupported(expr.op)
        if sure and expr.op == "*" and kind == "int" and not self.trusted:
            return Value(f"times({a}, {b})", kind, "1")
        if sure:
            return Value(f"({a} {expr.op} {b})", kind, "1")
        name = {"+": "add", "-": "subtract", "*": "multiply"}[expr.op]
        return Value(f"{name}({a}, {b})", kind, "?")

    def _integer(self, expr: Expr, scope: Scope) -> tuple[str, Value]:
        value = self.value(expr, scope)
        if value.type != "int" or value.card != "1":
            raise Unsupported("no integer")
        return value.src, value

    def _compare(self, expr: Compare, scope: Scope) -> str:
        quick = self._compared_count(expr, scope) or self._compared_names(expr, scope)
        if quick is not None:
            return quick
        left, right = self.value(expr.left, scope), self.value(expr.right, scope)
        return self._compared(expr.op, left, right)

    def _compared_names(self, expr: Compare, scope: Scope) -> str | None:
        """Return the quick form of ``path/normalize-space(child) = 'S'``, with upper-case or without."""
        left, right = expr.left, expr.right
        if expr.op != "=" or not isinstance(left, Slash) or not isinstance(right, Literal) or right.kind != "string":
            return None
        match left.right:
            case Call("normalize-space", (Step() as step,)):
                name = "normal_is"
            case Call("normalize-space", (Call("upper-case", (Step() as step,)),)) | Call(
                "upper-case", (Call("normalize-space", (Step() as step,)),)
            ):
                name = "upper_is"
            case _:
                return None
        test = step.test
        if step.axis != "child" or step.predicates or test.kind != "element" or test.local is None or test.uri is None:
            return None
        base = self.value(left.left, scope)
        if base.type != "elem" or base.branches is not None or base.card not in ("?", "m"):
            return None
        return f"{name}({base.src}, {self.key(test.uri, test.local)}, {right.value!r})"

    def _compared_count(self, expr: Compare, scope: Scope) -> str | None:
        """Return the quick form of ``count(path) <= 1`` and ``count(path) = 1`` for a raw value."""
        if not isinstance(expr.left, Call) or expr.left.name != "count" or expr.right != Literal(1, "integer"):
            return None
        value = self.value(expr.left.arguments[0], scope)
        if value.branches is not None or value.card not in ("?", "m"):
            return None
        match expr.op:
            case "<=":
                return f"({value.src}.__class__ is not list)"
            case ">":
                return f"({value.src}.__class__ is list)"
            case "=":
                return f"is_one({value.src})"
        return None

    def _compared(self, op: str, left: Value, right: Value) -> str:
        if left.branches is not None:
            condition, then, otherwise = left.branches
            return f"({self._compared(op, then, right)} if {condition} else {self._compared(op, otherwise, right)})"
        if right.branches is not None:
            condition, then, otherwise = right.branches
            return f"({self._compared(op, left, then)} if {condition} else {self._compared(op, left, otherwise)})"
        if "empty" in (left.type, right.type):
            return "False"
        if op == "=" and isinstance(left.constant, str | tuple) and not isinstance(right.constant, str | tuple):
            left, right = right, left
        quick = self._membership(op, left, right) or self._raw_compared(op, left, right)
        if quick is not None:
            return quick
        several = left.card in ("m", "*") or right.card in ("m", "*")
        if not several:
            a, kind_a = self.single(left)
            b, kind_b = self.single(right)
            a, b = self._comparable(a, kind_a, self.never_none(left), b, kind_b, self.never_none(right))
            if self.never_none(left) and self.never_none(right):
                return f"({a} {'==' if op == '=' else op} {b})"
            return f"{_COMPARE[op]}({a}, {b})"
        a, kind_a = self.atoms(left)
        b, kind_b = self.atoms(right)
        a, b = self._comparable_lists(a, kind_a, b, kind_b)
        if op == "=":
            return f"any_equal({a}, {b})"
        return f"any_of({_COMPARE[op]}, {a}, {b})"

    def _raw_compared(self, op: str, left: Value, right: Value) -> str | None:
        """Return the quick form of ``path >= 0`` and ``path = false()`` for leaves."""
        if left.type != "elem" or left.card not in ("1", "?", "m") or right.constant is None:
            return None
        if right.type in NUMBERS and right.card == "1":
            return f"raw_{_COMPARE[op]}({left.src}, {float(str(right.constant))!r})"
        if right.type == "bool" and op == "=":
            return f"raw_boolean_is({left.src}, {right.constant!r})"
        return None

    def _membership(self, op: str, left: Value, right: Value) -> str | None:
        """Return the quick form of ``path = 'a'`` and ``path = ('a', 'b')`` for strings."""
        if op != "=" or left.type not in ("elem", "attr", "text", "u", "str"):
            return None
        if right.type not in ("str", "u", "attr", "text") and (right.type != "elem" or left.type == "elem"):
            return None
        if isinstance(right.constant, tuple):
            allowed = self.constant(f"frozenset({sorted(set(right.constant))!r})")
            if left.type == "elem":
                match left.card:
                    case "1":
                        return f"({left.src}[''] in {allowed})"
                    case "?" | "m":
                        return f"text_in({left.src}, {allowed})"
                return f"any([z[''] in {allowed} for z in {left.src}])"
            match left.card:
                case "1" | "?":
                    return f"({left.src} in {allowed})"
                case "m":
                    return f"item_in({left.src}, {allowed})"
            return f"any([z in {allowed} for z in {left.src}])"
        if right.card == "?" and left.type == "elem" and right.type != "elem" and left.card in ("?", "m"):
            return f"text_is({left.src}, {right.src})"  # a text is never None
        if right.type == "elem":
            if left.card in ("1", "?") and right.card in ("1", "?", "m"):
                return f"text_is({right.src}, {left.src})"
            return None
        if right.card != "1":
            return None
        if left.type == "elem":
            match left.card:
                case "1":
                    return f"({left.src}[''] == {right.src})"
                case "?" | "m":
                    return f"text_is({left.src}, {right.src})"
            return f"({right.src} in [z[''] for z in {left.src}])"
        match left.card:
            case "1" | "?":
                return f"({left.src} == {right.src})"
            case "m":
                return f"item_is({left.src}, {right.src})"
        return f"({right.src} in {left.src})"

    def _comparable(self, a: str, kind_a: str, sure_a: bool, b: str, kind_b: str, sure_b: bool) -> tuple[str, str]:
        """Bring two single operands of a general comparison to one type."""
        if kind_a in ("u", "str") and kind_b in ("u", "str"):
            return a, b
        if kind_a == "u" and kind_b in NUMBERS:
            kind_a, a = "dbl", f"double({a})" if sure_a else f"double_or_none({a})"
        if kind_b == "u" and kind_a in NUMBERS:
            kind_b, b = "dbl", f"double({b})" if sure_b else f"double_or_none({b})"
        if kind_a in NUMBERS and kind_b in NUMBERS:
            if kind_a == "dbl" and kind_b != "dbl":
                b = f"as_double({b})"
            elif kind_b == "dbl" and kind_a != "dbl":
                a = f"as_double({a})"
            return a, b
        if kind_a == "u" and kind_b == "bool":
            return (f"boolean({a})" if sure_a else f"boolean_or_none({a})"), b
        if kind_b == "u" and kind_a == "bool":
            return a, (f"boolean({b})" if sure_b else f"boolean_or_none({b})")
        if kind_a == "u" and kind_b == "date":
            return (f"date({a})" if sure_a else f"date_or_none({a})"), b
        if kind_b == "u" and kind_a == "date":
            return a, (f"date({b})" if sure_b else f"date_or_none({b})")
        if kind_a == kind_b and kind_a in ("bool", "date"):
            return a, b
        raise Unsupported(f"a comparison of {kind_a} with {kind_b}")

    def _comparable_lists(self, a: str, kind_a: str, b: str, kind_b: str) -> tuple[str, str]:
        if kind_a in ("u", "str") and kind_b in ("u", "str"):
            return a, b
        first, second = self._comparable("z", kind_a, True, "z", kind_b, True)
        if first != "z":
            a = f"[{first} for z in {a}]"
        if second != "z":
            b = f"[{second} for z in {b}]"
        return a, b

    def _value_compare(self, op: str, left: Expr, right: Expr, scope: Scope) -> str:
        a, b = self.value(left, scope), self.value(right, scope)
        src_a, kind_a = self.single(a)
        src_b, kind_b = self.single(b)
        kind_a = "str" if kind_a == "u" else kind_a
        kind_b = "str" if kind_b == "u" else kind_b
        if kind_a != kind_b and not {kind_a, kind_b} <= NUMBERS:
            raise Unsupported("a value comparison of two types")
        src_a, src_b = self._comparable(src_a, kind_a, self.never_none(a), src_b, kind_b, self.never_none(b))
        general = {"eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}[op]
        return f"{_COMPARE[general]}({src_a}, {src_b})"

    def _quantified(self, kind: str, bindings: Sequence[tuple[str, Expr]], condition: Expr, scope: Scope) -> str:
        # some $x in $codes satisfies text = $x  is a comparison
        if (
            kind == "some"
            and len(bindings) == 1
            and isinstance(condition, Compare)
            and condition.op == "="
            and Var(bindings[0][0]) in (condition.left, condition.right)
        ):
            other = condition.left if condition.right == Var(bindings[0][0]) else condition.right
            source = self.value(bindings[0][1], scope)
            if isinstance(source.constant, tuple) and not any(
                isinstance(each, Var) and each.name == bindings[0][0] for each in other.walk()
            ):
                return self._compared("=", self.value(other, scope), source)
        loops, inner, _ = self._loops(bindings, scope)
        test = self.truth(condition, inner)
        if kind == "some":
            return f"any([True for {loops} if {test}])"
        return f"all([{test} for {loops}])"

    def _loops(
        self, bindings: Sequence[tuple[str, Expr]], scope: Scope, in_turn: bool = False
    ) -> tuple[str, Scope, bool]:
        """Return the loops, the scope in them, and whether they keep the order of their sources (*in_turn* wants it)."""
        parts: list[str] = []
        ordered = True
        if not self.trusted and sum(value.src.startswith("q") for value in scope.variables.values()) >= MAX_LOOPS:
            raise Unsupported("loops nested too deep")
        inner = Scope(scope.item, scope.chain, dict(scope.variables), scope.function, scope.beyond)
        for name, source in bindings:
            value = self.value(source, inner)
            if value.branches is not None:
                raise Unsupported("a choice of types")
            if in_turn and self.telling:
                value = self.in_order(value)
            ordered = ordered and value.ordered
            local = scope.function.temporary("q")
            if value.type == "empty":
                raise Unsupported("a loop over nothing")
            parts.append(f"{local} in {self.items(value)}")
            inner.variables[name] = Value(local, value.type, "1")
        return " for ".join(parts), inner, ordered

    def _for(self, bindings: Sequence[tuple[str, Expr]], result: Expr, scope: Scope) -> Value:
        loops, inner, ordered = self._loops(bindings, scope, True)
        value = self.value(result, inner)
        if value.branches is not None:
            raise Unsupported("a choice of types")
        if self.telling:
            value = self.in_order(value)
        loose = value.type in NODES
        if value.card == "1":
            return Value(f"[{value.src} for {loops}]", value.type, "*", None, ordered, loose=loose)
        code = f"[z for {loops} for z in {self.items(value)}]"
        return Value(code, value.type, "*", None, ordered and value.ordered, loose=loose)

    # ---------------------------------------------------------------- casts

    def _cast(self, value: Value, kind: str) -> Value:
        if value.branches is not None:
            condition, then, otherwise = value.branches
            return self._if(condition, self._cast(then, kind), self._cast(otherwise, kind))
        src, given = self.single(value)
        if given == "empty":
            return EMPTY
        sure = self.never_none(value)
        card = "1" if sure else "?"
        name = {"decimal": "dec", "integer": "int", "double": "dbl", "boolean": "bool", "date": "date", "string": "str"}
        if kind not in name:
            raise Unsupported(f"xs:{kind}")
        target = name[kind]
        if target == given:
            return Value(src, target, card)
        if given in ("u", "str"):
            if target == "str":
                return Value(src, "str", card)
            helper = {"dec": "decimal", "int": "integer", "dbl": "double", "bool": "boolean", "date": "date"}[target]
            if target == "dec" and value.type == "elem" and value.card == "m" and (got := _got(src)) is not None:
                return Value(f"decimal_kid({got})", "dec", "?")
            if target == "dec" and value.type == "elem" and value.card in ("?", "m"):
                return Value(f"raw_decimal({value.src})", "dec", "?")
            return Value(f"{helper}({src})" if sure else f"{helper}_or_none({src})", target, card)
        if target == "dec" and given == "int":
            return Value(src, "dec", card)
        if target == "dbl" and given in ("int", "dec"):
            return Value(f"as_double({src})", "dbl", card)
        if target == "int" and given in ("dec", "dbl"):
            return Value(f"truncate({src})", "int", card)
        if target == "str" and given == "int":
            return Value(f"str({src})" if sure else f"string_or_none({src})", "str", card)
        if target == "dec" and given == "dbl":
            return Value(f"exact_decimal({src})", "dec", card)
        raise Unsupported(f"xs:{kind} of {given}")

    def _castable(self, value: Value, kind: str, optional: bool) -> str:
        src, given = self.single(value)
        if given not in ("u", "str") or kind not in ("date", "decimal", "integer", "double", "string"):
            raise Unsupported(f"castable as xs:{kind}")
        if value.card in ("m", "*"):
            # several items are not castable: opt and one raise, and exact.py says so
            pass
        test = "True" if kind == "string" else f"castable_{kind}(z)"
        if self.never_none(value):
            return "True" if kind == "string" else f"castable_{kind}({src})"
        return f"all([{test} for z in optional({src})])" if optional else f"any([{test} for z in optional({src})])"

    # ---------------------------------------------------------------- functions

    def _call(self, expr: Call, scope: Scope) -> Value:
        if expr.name.startswith("{"):
            return self._declared(expr, scope)
        if expr.name in ("not", "boolean", "exists", "empty"):
            return Value(self.truth(expr, scope), "bool", "1")
        if expr == Call("local-name", (Slash(Root(), Step("child", NodeTest("element"))),)):
            return Value("D.name", "str", "1")
        if expr.name in ("name", "local-name") and self.telling:
            of = self.value(expr.arguments[0], scope) if expr.arguments else scope.item
            if of is None or of.type != "elem":
                raise Unsupported(f"{expr.name}()")
            asked = "name_of" if expr.name == "name" else "local_name_of"
            if of.card == "1":
                return Value(f"D.{asked}({of.src})", "str", "1")
            return Value(f"''.join([D.{asked}(z) for z in optional({self._only(of)})])", "str", "1")
        values = [self.value(argument, scope) for argument in expr.arguments]
        if not values and expr.name in ("normalize-space", "string", "number", "string-length"):
            if scope.item is None:
                raise Unsupported("no context item")
            values = [scope.item]
        method = getattr(self, "_fn_" + expr.name.replace("-", "_"), None)
        if method is None:
            raise Unsupported(f"{expr.name}()")
        found = method(*values)
        assert isinstance(found, Value)
        return found

    def _only(self, value: Value) -> str:
        """Return code of the only node of *value*, or None."""
        match value.card:
            case "1" | "?":
                return value.src
            case "m":
                return f"opt({value.src})"
        return f"one({value.src})"

    def _fn_true(self) -> Value:
        return TRUE

    def _fn_false(self) -> Value:
        return FALSE

    def _fn_normalize_space(self, value: Value) -> Value:
        if (
            value.branches is None
            and value.type == "elem"
            and value.card == "m"
            and (got := _got_of(value.src)) is not None
        ):
            return Value(f"normal_kid({got})", "str", "1")
        src, kind = self.single(value)
        if kind == "empty":
            return Value("''", "str", "1", "")
        if kind not in ("u", "str"):
            raise Unsupported("normalize-space of another type")
        return Value(f"normalize({src})", "str", "1")

    def _fn_string(self, value: Value) -> Value:
        src, kind = self.single(value)
        if kind in ("u", "str"):
            return Value(self.string(value), "str", "1")
        if kind == "int" and value.card == "1":
            return Value(f"str({src})", "str", "1")
        if kind in ("int", "dec"):
            code = f"decimal_text({src})" if value.card == "1" else f"decimal_text_or_nothing({src})"
            return Value(code, "str", "1")
        if kind == "dbl" and value.card == "1":
            return Value(f"double_text({src})", "str", "1")
        raise Unsupported(f"string of {kind}")

    def _fn_string_length(self, value: Value) -> Value:
        return Value(f"len({self.string(value)})", "int", "1")

    def _fn_upper_case(self, value: Value) -> Value:
        return Value(f"{self.string(value)}.upper()", "str", "1")

    def _fn_lower_case(self, value: Value) -> Value:
        return Value(f"{self.string(value)}.lower()", "str", "1")

    def _fn_concat(self, *values: Value) -> Value:
        parts = []
        for value in values:
            _, kind = self.single(value)
            if kind == "int" and value.card == "1":
                parts.append(f"str({value.src})")
            else:
                parts.append(self.string(value))
        return Value("(" + " + ".join(parts) + ")", "str", "1")

    def _fn_contains(self, value: Value, part: Value) -> Value:
        return Value(f"({self.string(part)} in {self.string(value)})", "bool", "1")

    def _fn_starts_with(self, value: Value, part: Value) -> Value:
        return Value(f"{self.string(value)}.startswith({self.string(part)})", "bool", "1")

    def _fn_ends_with(self, value: Value, part: Value) -> Value:
        return Value(f"{self.string(value)}.endswith({self.string(part)})", "bool", "1")

    def _fn_substring_after(self, value: Value, part: Value) -> Value:
        return Value(f"after({self.string(value)}, {self.string(part)})", "str", "1")

    def _fn_substring_before(self, value: Value, part: Value) -> Value:
        return Value(f"before({self.string(value)}, {self.string(part)})", "str", "1")

    def _fn_substring(self, value: Value, start: Value, length: Value | None = None) -> Value:
        arguments = [self.string(value)]
        for each in (start, length):
            if each is None:
                continue
            src, kind = self.single(each)
            if kind != "int" or each.card != "1":
                raise Unsupported("substring by another type")
            arguments.append(src)
        return Value(f"substring({', '.join(arguments)})", "str", "1")

    def _fn_translate(self, value: Value, old: Value, new: Value) -> Value:
        return Value(f"translate({self.string(value)}, {self.string(old)}, {self.string(new)})", "str", "1")

    def _regex(self, pattern: Value, flags: Value | None) -> str:
        if not isinstance(pattern.constant, str) or (flags is not None and not isinstance(flags.constant, str)):
            raise Unsupported("a computed regular expression")
        flag = "" if flags is None else flags.constant
        try:
            _ = regex(pattern.constant, str(flag)).compiled
        except DynamicError as error:
            raise Unsupported(f"the regular expression {pattern.constant}") from error
        return self.constant(f"regex({pattern.constant!r}, {flag!r})")

    def _fn_matches(self, value: Value, pattern: Value, flags: Value | None = None) -> Value:
        return Value(f"({self._regex(pattern, flags)}.search({self.string(value)}) is not None)", "bool", "1")

    def _fn_tokenize(self, value: Value, pattern: Value, flags: Value | None = None) -> Value:
        return Value(f"tokens({self.string(value)}, {self._regex(pattern, flags)})", "str", "*")

    def _fn_replace(self, value: Value, pattern: Value, new: Value, flags: Value | None = None) -> Value:
        if not isinstance(new.constant, str) or "$" in new.constant or "\\" in new.constant:
            raise Unsupported("a replacement with references")
        return Value(f"replaced({self.string(value)}, {self._regex(pattern, flags)}, {new.src})", "str", "1")

    def _fn_count(self, value: Value) -> Value:
        if value.branches is not None:
            return Value(f"len({self.items(value)})", "int", "1")
        if value.card == "1":
            return Value("1", "int", "1")
        return Value(f"len({self.items(value)})", "int", "1")

    def _fn_sum(self, value: Value) -> Value:
        if value.branches is not None:
            raise Unsupported("a choice of types")
        src, kind = self.atoms(value)
        if kind == "u":
            src, kind = self.atoms(self.in_order(value))
            return self._sum_of_untyped(src)
        if kind in ("int", "dec"):
            return Value(f"sum({src})", kind, "1")
        if kind == "empty":
            return Value("0", "int", "1", 0)
        if kind == "dbl" and value.ordered:
            raise Unsupported("a sum of doubles")
        raise Unsupported(f"a sum of {kind}")

    def _sum_of_untyped(self, src: str) -> Value:
        # The sum of nothing is the integer 0, which compares and computes as the double 0 does.
        return Value(f"double_sum([double(z) for z in {src}])", "dbl", "1")

    def _fn_abs(self, value: Value) -> Value:
        src, kind = self.number(value)
        return Value(f"absolute({src})", kind, "1" if self.never_none(value) else "?")

    def _fn_round(self, value: Value) -> Value:
        src, kind = self.number(value)
        if kind == "dbl":
            raise Unsupported("round of a double")
        return Value(f"round_decimal({src})", kind, "1" if self.never_none(value) else "?")

    def _fn_number(self, value: Value) -> Value:
        src, kind = self.single(value)
        if kind in ("u", "str"):
            return Value(f"number({src})", "dbl", "1")
        if kind in NUMBERS and value.card == "1":
            return Value(f"as_double({src})", "dbl", "1")
        raise Unsupported(f"number of {kind}")

    def _fn_string_join(self, value: Value, separator: Value) -> Value:
        value = self.in_order(value)
        src, kind = self.atoms(value)
        if kind not in ("u", "str"):
            raise Unsupported("string-join")
        if not self.trusted:
            return Value(f"joined({self.string(separator)}, {src})", "str", "1")
        return Value(f"{self.string(separator)}.join({src})", "str", "1")

    def _fn_string_to_codepoints(self, value: Value) -> Value:
        return Value(f"[ord(z) for z in {self.string(value)}]", "int", "*")

    def _fn_codepoints_to_string(self, value: Value) -> Value:
        src, kind = self.atoms(value)
        if kind != "int":
            raise Unsupported("codepoints-to-string")
        return Value(f"''.join([letter(z) for z in {src}])", "str", "1")

    def _fn_subsequence(self, value: Value, start: Value, length: Value | None = None) -> Value:
        if value.branches is not None or not isinstance(start.constant, int) or start.constant < 1:
            raise Unsupported("subsequence")
        if length is not None and (not isinstance(length.constant, int) or length.constant < 0):
            raise Unsupported("subsequence")
        first = start.constant - 1
        last = "" if length is None else str(first + int(str(length.constant)))
        value = self.in_order(value)
        return Value(f"list({self.items(value)})[{first}:{last}]", value.type, "*", loose=value.loose)

    def _fn_reverse(self, value: Value) -> Value:
        if value.branches is not None:
            raise Unsupported("reverse")
        value = self.in_order(value)
        return Value(f"list({self.items(value)})[::-1]", value.type, "*", loose=value.type in NODES)

    def _fn_distinct_values(self, value: Value) -> Value:
        src, kind = self.atoms(value)
        if kind not in ("u", "str", "int", "dec"):
            raise Unsupported("distinct-values")
        return Value(f"list(dict.fromkeys({src}))", kind, "*", None, value.ordered)

    def _fn_data(self, value: Value) -> Value:
        src, kind = self.atoms(value)
        return Value(src, kind, "*", None, value.ordered)

    def _fn_exactly_one(self, value: Value) -> Value:
        if value.branches is not None:
            raise Unsupported("exactly-one")
        return Value(f"exactly({self.items(value)})", value.type, "1")

    def _fn_zero_or_one(self, value: Value) -> Value:
        if value.branches is not None:
            raise Unsupported("zero-or-one")
        return Value(f"one({self.items(value)})", value.type, "?")

    def _fn_max(self, value: Value) -> Value:
        return self._extreme("max", value)

    def _fn_min(self, value: Value) -> Value:
        return self._extreme("min", value)

    def _extreme(self, name: str, value: Value) -> Value:
        src, kind = self.atoms(value)
        if kind not in ("int", "dec"):
            raise Unsupported(name)
        return Value(f"{name}({src}, default=None)", kind, "?")

    # ---------------------------------------------------------------- declared functions

    def _declared(self, expr: Call, scope: Scope) -> Value:
        function = self.declared[expr.name, len(expr.arguments)]
        values = [
            self._converted(self.value(argument, scope), param.type)
            for argument, param in zip(expr.arguments, function.params, strict=True)
        ]
        signature = (
            f"{expr.name}/{len(values)}",
            tuple((value.type, value.card, value.ordered, value.loose, value.constant) for value in values),
        )
        if any(value.branches is not None for value in values):
            raise Unsupported("a choice of types as argument")
        arguments = ", ".join(["D", *(value.src for value in values)])
        if signature in self.functions:
            known = self.functions[signature]
            if known is None:  # being compiled: recursion
                if not self.trusted:
                    raise Unsupported("recursion")
                declared = self._declared_type(function.type)
                if declared is None:
                    raise Unsupported("recursion without a declared type")
                number = list(self.functions).index(signature)
                return Value(f"f{number}({arguments})", declared[0], declared[1])
            if known.type == "unsupported":
                raise Unsupported(f"{function.name} is not compiled")
            return replace(known, src=f"{known.src}({arguments})")
        number = len(self.functions)
        self.functions[signature] = None
        builder = Builder(self, "call")
        names = [f"a{index}" for index in range(len(values))]
        inner = Scope(
            None,
            (),
            {
                param.name: Value(name, value.type, value.card, value.constant, value.ordered, loose=value.loose)
                for name, param, value in zip(names, function.params, values, strict=True)
            },
            builder,
        )
        try:
            body, result = self._body(function.body, inner, function.type, "    ")
        except Unsupported:
            self.functions[signature] = Value("", "unsupported", "1")
            raise
        self.lines += [f"def f{number}({', '.join(['D', *names])}):", *builder.head(), *body, ""]
        self.functions[signature] = Value(
            f"f{number}", result.type, result.card, None, result.ordered, loose=result.loose
        )
        return replace(result, src=f"f{number}({arguments})", constant=None, strict=None)

    def _body(
        self, body: Sequence[sch.Instruction], scope: Scope, declared: str | None, indent: str
    ) -> tuple[list[str], Value]:
        lines: list[str] = []
        result: Value | None = None
        for instruction in body:
            if result is not None:
                raise Unsupported("a function of several values")
            if isinstance(instruction, sch.Variable):
                if isinstance(instruction.value, str):
                    value = Value(repr(instruction.value), "str", "1", instruction.value)
                elif isinstance(instruction.value, tuple):
                    inner, value = self._body(instruction.value, scope, instruction.type, indent)
                    if len(inner) != 1:
                        raise Unsupported("instructions in a variable")
                    value = replace(value, src=inner[0].strip().removeprefix("return "))
                    value = self._converted(value, instruction.type)
                else:
                    value = self.value(self.parser.parse(instruction.value), scope)
                    value = self._converted(value, instruction.type)
                local = scope.function.temporary("v")
                lines.append(f"{indent}{local} = {value.src}")
                if value.branches is not None:
                    raise Unsupported("a variable of several types")
                scope.variables = {
                    **scope.variables,
                    instruction.name: replace(value, src=local),
                }
            elif isinstance(instruction, sch.Sequence):
                result = self._converted(self.value(self.parser.parse(instruction.select), scope), declared)
                if result.branches is not None:
                    raise Unsupported("a result of several types")
                lines.append(f"{indent}return {result.src}")
            else:
                results: list[Value] = []
                for test, inner_body in instruction.branches:
                    lines.append(f"{indent}if {self.truth(self.parser.parse(test), scope)}:")
                    inner, value = self._body(inner_body, scope, declared, indent + "    ")
                    lines += inner
                    results.append(value)
                inner, value = self._body(instruction.otherwise, scope, declared, indent)
                lines += inner
                results.append(value)
                if len({(each.type, each.card) for each in results}) != 1:
                    raise Unsupported("branches of several types")
                ordered, loose = all(each.ordered for each in results), any(each.loose for each in results)
                result = replace(results[0], constant=None, ordered=ordered, strict=None, loose=loose)
        if result is None:
            raise Unsupported("a function without a value")
        return lines, result

    def _declared_type(self, declared: str | None) -> tuple[str, str] | None:
        if declared is None:
            return None
        text = declared.strip()
        card = {"?": "?", "*": "*", "+": "*"}.get(text[-1], "1")
        name = text.rstrip("?*+").strip()
        kinds = {
            "xs:string": "str",
            "xs:decimal": "dec",
            "xs:integer": "int",
            "xs:double": "dbl",
            "xs:boolean": "bool",
            "xs:date": "date",
        }
        return (kinds[name], card) if name in kinds else None

    def _converted(self, value: Value, declared: str | None) -> Value:
        """Apply the function conversion rules for the type *declared*."""
        if declared is None:
            return value
        if value.branches is not None:
            condition, then, otherwise = value.branches
            return self._if(condition, self._converted(then, declared), self._converted(otherwise, declared))
        text = declared.strip()
        mark = text[-1] if text[-1] in "?*+" else ""
        name = text.rstrip("?*+").strip()
        if name in ("item()", "node()", "element()", "attribute()") or name.startswith("element("):
            if value.type == "empty":
                return Value("None", "elem", "m") if mark in "?*" and mark else value
            wanted = {"element()": ("elem",), "attribute()": ("attr",), "node()": tuple(NODES)}.get(name)
            if wanted is not None and value.type not in wanted:
                raise Unsupported("an argument of another kind")
            if mark == "*":
                return value
            if mark == "?":
                if value.card in ("1", "?"):
                    return value
                return replace(value, src=f"opt({value.src})" if value.card == "m" else f"one({value.src})", card="?")
            if value.card == "1":
                return value
            return replace(value, src=f"exactly({self.items(value)})", card="1")
        known = self._declared_type(declared)
        if known is None:
            raise Unsupported(f"the type {declared}")
        kind, card = known
        if value.type == "empty":
            if card == "1":
                raise Unsupported("nothing where one value is wanted")
            return Value("None", kind, "?") if card == "?" else EMPTY
        if card == "*":
            src, given = self.atoms(value)
            made = self._item_converted("z", given, kind)
            return Value(src if made == "z" else f"[{made} for z in {src}]", kind, "*", value.constant, value.ordered)
        src, given = self.single(value)
        sure = self.never_none(value)
        if card == "1" and not sure:
            src = f"present({src})"
        if given == kind:
            return Value(src, kind, card if not sure else "1", value.constant)
        if card == "1" or sure:
            return Value(self._item_converted(src, given, kind), kind, "1")
        made = self._item_converted("z", given, kind)
        return Value(f"one([{made} for z in optional({src})])", kind, "?")

    def _item_converted(self, src: str, given: str, kind: str) -> str:
        if given == kind or (kind == "dec" and given == "int"):
            return src
        if given == "u":
            helper = {"str": "", "dec": "decimal", "int": "integer", "dbl": "double", "bool": "boolean", "date": "date"}
            return f"{helper[kind]}({src})" if helper[kind] else src
        if kind == "dbl" and given in ("int", "dec"):
            return f"as_double({src})"
        raise Unsupported(f"{given} where {kind} is wanted")


_ASKED: Final = {
    "parent": "parents",
    "ancestor": "ancestors",
    "preceding-sibling": "before",
    "following-sibling": "behind",
}
"""Axes that only messages use, and the method of `native.Document` that gives them in document order."""

_COMPARE: Final = {"=": "equal", "!=": "unequal", "<": "less", "<=": "at_most", ">": "more", ">=": "at_least"}


def replace_function(scope: Scope, outer: Scope) -> Scope:
    """Return *scope* with the variables of *outer*."""
    return Scope(scope.item, scope.chain, outer.variables, outer.function, scope.beyond)


def _flat(expr: Expr) -> tuple[Expr, ...]:
    if isinstance(expr, Slash):
        return (*_flat(expr.left), *_flat(expr.right))
    return (expr,)


def _path_of(parts: Sequence[Expr]) -> Expr:
    found = parts[0]
    for part in parts[1:]:
        found = Slash(found, part)
    return found


def _union(expr: Expr) -> Iterator[Expr]:
    """Yield the alternatives of a context; ``(a | b)[p]`` is ``a[p] | b[p]`` and ``(a | b)/c`` likewise."""
    if isinstance(expr, NodeSet) and expr.op == "union":
        yield from _union(expr.left)
        yield from _union(expr.right)
    elif isinstance(expr, Filter):
        for base in _union(expr.base):
            if base == expr.base:
                yield expr
            else:
                yield from _union(Filter(base, expr.predicate))
    elif isinstance(expr, Slash):
        for left in _union(expr.left):
            for right in _union(expr.right):
                yield Slash(left, right)
    else:
        yield expr


def _conjuncts(expr: Expr) -> Iterator[Expr]:
    if isinstance(expr, And):
        yield from _conjuncts(expr.left)
        yield from _conjuncts(expr.right)
    else:
        yield expr


def _is_parent(expr: Expr) -> bool:
    return isinstance(expr, Step) and expr.axis == "parent" and expr.test == NodeTest("node") and not expr.predicates


def _is_self(expr: Expr) -> bool:
    return isinstance(expr, Step) and expr.axis == "self" and expr.test == NodeTest("node") and not expr.predicates


def _is_descend(expr: Expr) -> bool:
    return (
        isinstance(expr, Step)
        and expr.axis == "descendant-or-self"
        and expr.test == NodeTest("node")
        and not expr.predicates
    )


def _depth(expr: Expr) -> int | None:
    """Return how many steps *expr* goes down, so that two nodes never lead to the same; None when it may do else."""
    match expr:
        case Step(axis):
            return {"child": 1, "attribute": 1, "self": 0}.get(axis)
        case ContextItem():
            return 0
        case Filter(base):
            return _depth(base)
        case Slash(left, right):
            first, second = _depth(left), _depth(right)
            return None if first is None or second is None else first + second
        case NodeSet(_, left, right) | If(_, left, right):
            return _depth(left) if _depth(left) == _depth(right) else None
    return None


def _is_positional(expr: Expr) -> bool:
    """True when the value of a predicate is, or may be, a number, or when it asks for its position."""
    match expr:
        case Literal(_, kind):
            return kind != "string"
        case Arithmetic() | Unary():
            return True
        case Call(name, _) if name in ("last", "position", "count", "number", "sum", "string-length", "round", "abs"):
            return True
        case Cast(_, kind, _):
            return kind in ("integer", "decimal", "double")
    return any(isinstance(each, Call) and each.name in ("position", "last") for each in expr.walk())


def _name_test(expr: Expr) -> tuple[str, str, bool] | None:
    """Return function, literal and sense of a test of the context node's name that its path alone decides.

    A prefix holds no colon, so ``ends-with(name(), 'Amount')`` is a test of the local name.
    """
    match expr:
        case Call("not", (inner,)):
            found = _name_test(inner)
            return None if found is None else (found[0], found[1], not found[2])
        case Call("ends-with", (Call("name" | "local-name", ()), Literal(str() as text, "string"))) if ":" not in text:
            return "ends-with", text, True
        case Call("starts-with", (Call("local-name", ()), Literal(str() as text, "string"))):
            return "starts-with", text, True
        case Compare("=", Call("local-name", ()), Literal(str() as text, "string")):
            return "is", text, True
    return None


def _is_not_blank(expr: Expr) -> bool:
    """True for ``* or normalize-space()``: the element holds something."""
    if not isinstance(expr, Or):
        return False
    wild = Step("child", NodeTest("element"))
    blank = (Call("normalize-space", ()), Call("normalize-space", (ContextItem(),)))
    return expr.left == wild and expr.right in blank


def _is_blank_rule(module: Module, rule: Rule) -> bool:
    """True when a rule says something of blank elements only."""
    return all(
        isinstance(item, sch.Assertion) and item.kind == "assert" and _is_not_blank(module.parser.parse(item.test))
        for item in rule.body
    )


def _disjoint(left: Expr, right: Expr) -> bool:
    """True when two paths cannot select the same node: their last names differ."""
    a, b = _flat(left)[-1], _flat(right)[-1]
    return (
        isinstance(a, Step)
        and isinstance(b, Step)
        and a.axis == b.axis == "child"
        and a.test.local is not None
        and b.test.local is not None
        and a.test != b.test
    )


def _identity(expr: Expr) -> str:
    return repr(expr)


def _joined(operator: str, left: str, right: str) -> str:
    return f"({left}{operator}{right})"


def _negated(code: str) -> str:
    if code == "True":
        return "False"
    if code == "False":
        return "True"
    return f"(not {code})"


def _common(left: str, right: str) -> str:
    if left == right:
        return left
    if "empty" in (left, right):
        return right if left == "empty" else left
    if {left, right} == {"int", "dec"}:
        return "dec"
    if {left, right} == {"u", "str"}:
        return "str"
    raise Unsupported(f"a choice of {left} and {right}")


def _present(src: str) -> str:
    """Return code that is true when a raw value is there."""
    got = _got_of(src)
    if got is not None:
        owner, _, key = got.partition(", ")
        return f"({key} in {owner})"
    return f"({src} is not None)"


_LOOKS = re.compile(r"\b(?:(?:n|p\d+)\.get\(K\d+\)|kid[23]\((?:n|p\d+)(?:, K\d+)+\))")


def _shared(lines: list[str]) -> list[str]:
    """Return the lines of a loop with looks at the tree that occur several times done once, at its start.

    A look never raises, so doing it early changes nothing.
    """
    text = "\n".join(lines)
    counts: dict[str, int] = {}
    for look in _LOOKS.findall(text):
        counts[look] = counts.get(look, 0) + 1
    made: list[str] = []
    for look, count in counts.items():
        got = _got_of(look)
        present = "(" + " in ".join(reversed(got.split(", "))) + ")" if got is not None else f"({look} is not None)"
        if count + (text.count(present) if got is not None else 0) < 2:
            continue
        name = f"l{len(made) + 1}"
        made.append(f"        {name} = {look}")
        if got is not None:
            text = text.replace(present, f"({name} is not None)")
        text = text.replace(look, name)
    return [*made, *text.split("\n")] if lines else lines


def _got(src: str) -> str | None:
    """Return ``node, KEY`` for the code ``text(node.get(KEY))``."""
    return _got_of(src.removeprefix("text(").removesuffix(")")) if src.startswith("text(") else None


def _got_of(src: str) -> str | None:
    owner, found, key = src.partition(".get(")
    if found and owner.isidentifier() and key.endswith(")") and key[:-1].isidentifier():
        return f"{owner}, {key[:-1]}"
    return None


class Compiled(NamedTuple):
    """Generated source: the rules, and what words their failures (it stands on the names of the former).

    *unsupported* says what is left to `exact.py`, with reasons.
    """

    rules: str
    messages: str
    unsupported: tuple[str, ...]


def compile_schema(schema: Schema, *, trusted: bool = True, parser: Parser | None = None) -> Compiled:
    """Compile *schema*.

    For rules that are not *trusted*, whatever could run for ever is left to `exact.py`, since that counts its steps:
    recursion, and loops nested deeper than `MAX_LOOPS`.
    """
    module = Module(schema, trusted, parser)
    table: list[str] = []
    for number, pattern in enumerate(schema.patterns):
        rows: list[str] = []
        for index, rule in enumerate(pattern.rules):
            name = f"{number}_{index}"
            context = module.parser.parse(rule.context)
            alternatives = module.alternatives(name, context)
            function, ups, left = module.rule(f"r{name}", rule)
            shown = "None" if alternatives is None else _alternatives_code(alternatives)
            rows.append(f"        ({shown}, {function}, {ups!r}, {left!r}, {_is_blank_rule(module, rule)}),")
        table += ["    [", *rows, "    ],"]
    shown = re.sub(r"[^\w./ -]", "_", schema.source, flags=re.ASCII)  # the name of a file can hold quotes
    origin = f'"""Compiled by einvoice from {shown!r}.  Do not edit: change the rules, and compile again."""'
    body = [*module.names_source(), *module.lines]
    rules = [origin, "from decimal import Decimal", "from einvoice.schematron.runtime import *", "", *body]
    rules += ["PATTERNS = [", *table, "]", ""]

    known = len(module.names), len(module.constants), len(module.unsupported)
    module.lines = []
    module.telling = True
    module.functions = {key: value for key, value in module.functions.items() if value and value.type != "unsupported"}
    writers: list[str] = []
    for number, pattern in enumerate(schema.patterns):
        for index, rule in enumerate(pattern.rules):
            for item, part in enumerate(rule.body):
                if isinstance(part, sch.Assertion):
                    found = module.writer(f"w{number}_{index}_{item}", rule, item, part)
                    if found is not None:
                        writers.append(f"    ({number}, {index}, {item}): ({found[0]}, {found[1]!r}),")
    messages = [origin, *module.names_source(*known[:2]), *module.lines, "WRITERS = {", *writers, "}", ""]
    return Compiled("\n".join(rules), "\n".join(messages), tuple(module.unsupported[: known[2]]))


def _alternatives_code(alternatives: Sequence[Alternative]) -> str:
    shown = [
        f"({each.steps!r}, {each.anchor!r}, {each.gate}, {each.condition}, "
        f"{f'({each.key[0]}, {each.key[1]!r})' if each.key else None}, {each.ups!r}, {each.names!r})"
        for each in alternatives
    ]
    return "(" + ", ".join(shown) + ",)"


__all__ = ["VERSION", "Compiled", "Unsupported", "compile_schema"]
