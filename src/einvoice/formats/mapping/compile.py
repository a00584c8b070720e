"""The compiler: a table made into straight-line Python, for speed only.

`walk.py` says what a table means.  The code made here does the same for documents in which nothing is unusual, and
raises `Slow` at the first thing that is: an unknown element, a value that cannot be read, a text that is too
long.  Then the walker takes the same document and explains.  So this code holds no error handling at all.

Reading visits every child once and compares its tag with the rows in their order.  Where a format fixes the order, an
element out of order ends the fast path; where it does not (Netvisor), the rows are gone round again.  While reading,
the code counts every element, text and attribute that it consumed; `Reader.read` compares the count with the number of
nodes in the tree, so nothing can be overlooked (that is law 6, "no silent loss", as one comparison).

Writing appends text to a list and builds no tree.

Only our own literal tables reach `exec`; no input ever does.  The source is registered with `linecache`, so
tracebacks show it, and `einvoice formats NAME --show-code` prints it.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Callable
from decimal import Context, InvalidOperation
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from einvoice.formats.mapping import codecs
from einvoice.formats.mapping.nodes import (
    FORBIDDEN_CHARACTERS,
    Node,
    OutElement,
    Syntax,
    XmlNode,
    escape_attribute,
    escape_text,
    namespace_declarations,
    render_xml,
)
from einvoice.formats.mapping.rows import (
    Attr,
    Const,
    Group,
    Leaf,
    Mirror,
    Pair,
    PlanNode,
    Switch,
    Table,
    Writable,
    steps_of,
)
from einvoice.formats.mapping.walk import ReadScope, WriteScope, leaves, native_steps, plan_of

if TYPE_CHECKING:
    from einvoice.model import Model
    from einvoice.model.records import Record


class Slow(Exception):
    """The fast code met something unusual; the walker must take the document."""


_EXACT: Final = Context(prec=codecs.MAX_DIGITS, traps=[InvalidOperation])
"""Our own, since the caller's may let a text that is no number pass as NaN."""

_COUNT: Final = etree.XPath("count(descendant-or-self::node()) + count(descendant-or-self::*/@*)")


def count_nodes(element: etree._Element) -> int:
    """Return the number of elements, texts and attributes at and below *element*."""
    return int(_COUNT(element))


class _Source:
    """Lines of generated code with their indentation, and the constants that they name."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.depth = 0
        self.names: dict[str, Any] = {}
        self.serial = 0

    def add(self, line: str) -> None:
        self.lines.append("    " * self.depth + line)

    def new(self, stem: str) -> str:
        self.serial += 1
        return f"{stem}{self.serial}"

    def constant(self, stem: str, value: Any) -> str:
        name = self.new(stem)
        self.names[name] = value
        return name

    def build(self, filename: str) -> dict[str, Any]:
        text = "\n".join(self.lines) + "\n"
        linecache.cache[filename] = (len(text), None, text.splitlines(True), filename)
        space: dict[str, Any] = {"Slow": Slow, **self.names}
        exec(compile(text, filename, "exec"), space)
        return space


# -- reading ---------------------------------------------------------------------------------------------------------


class _FastScope(ReadScope):
    """What a `Pair` sees in the fast path: the first finding ends it."""

    def __init__(self, syntax: Syntax, currency: str | None, reader: Reader) -> None:
        super().__init__(syntax, currency)
        self.reader = reader

    def read(self, table: Table, node: Node, at: str) -> dict[str, Any]:
        values, consumed = self.reader.function(table)(node.origin, self.currency, self)
        if consumed != count_nodes(node.origin):
            raise Slow
        return values

    def find(self, finding: Any) -> None:
        raise Slow

    def place(self, model_path: str, node: Node, value: str | None = None) -> None:
        pass


class Reader:
    """Fast reader of one table."""

    def __init__(self, table: Table, syntax: Syntax) -> None:
        self.table = table
        self.syntax = syntax
        self._source = _Source()
        self._source.names.update(
            XmlNode=XmlNode,
            syntax=syntax,
            count_nodes=count_nodes,
            D=_EXACT.create_decimal,
            BLANKS=codecs.BLANKS,
        )
        self._functions: dict[int, str] = {}
        self._space: dict[str, Any] = {}
        self._emit(table)
        self._space = self._source.build(f"<einvoice {syntax.format} {syntax.root} reader>")

    @property
    def code(self) -> str:
        """The generated source."""
        return "\n".join(self._source.lines)

    def read(self, root: etree._Element, currency: str | None) -> dict[str, Any]:
        """Return the values of the document at *root*; raises `Slow` when the walker must explain something."""
        if self.syntax.currency is not None and currency is None:
            raise Slow
        scope = _FastScope(self.syntax, currency, self)
        try:
            values, consumed = self.function(self.table)(root, currency, scope)
        except (ValueError, InvalidOperation, IndexError):  # a value to be explained; an empty text (CDATA)
            raise Slow from None
        ignored = sum(1 for key in root.attrib if str(key).startswith("{http://www.w3.org/2001/XMLSchema-instance}"))
        if consumed + ignored != count_nodes(root):
            raise Slow
        return values

    def function(self, table: Table) -> Callable[..., tuple[dict[str, Any], int]]:
        """Return the generated function for *table*."""
        found: Callable[..., tuple[dict[str, Any], int]] = self._space[self._functions[id(table)]]
        return found

    def _emit(self, table: Table) -> str:
        if id(table) in self._functions:
            return self._functions[id(table)]
        plan = plan_of(table)
        for row in table.rows:
            if isinstance(row, Group):
                self._emit(row.table)
            elif isinstance(row, Pair):
                for used in row.tables:
                    self._emit(used)
        source = self._source
        name = source.new("read_")
        self._functions[id(table)] = name
        source.add(f"def {name}(el, currency, scope):")
        source.depth += 1
        source.add("v = {}")
        source.add("n = 1")
        self._attributes(plan.root, "el")
        if plan.root.text is not None:
            self._text(plan.root.text, "el", counted=0)
        pairs = self._pairs(plan.root)
        for pair in pairs.values():
            source.add(f"{pair} = []")
        self._children(plan.root, "el", pairs)
        for node, variable in _pair_nodes(plan.root, pairs):
            assert isinstance(node.row, Pair)
            function = source.constant("pair", node.row.read)
            source.add(f"if {variable}:")
            source.add(f"    {function}([XmlNode(p, syntax) for p in {variable}], v, scope, '')")
            source.add(f"    for p in {variable}: n += count_nodes(p)")
        source.add("return v, n")
        source.depth -= 1
        return name

    def _pairs(self, plan: PlanNode) -> dict[int, str]:
        found: dict[int, str] = {}
        for child in plan.children:
            if child.kind == "pair":
                found[id(child)] = self._source.new("p")
            elif child.kind == "struct":
                found.update(self._pairs(child))
        return found

    def _children(self, plan: PlanNode, element: str, pairs: dict[int, str]) -> None:
        source = self._source
        if not plan.children:
            return
        if len(plan.children) == 1 and plan.kind == "struct" and not self.syntax.fold and not _many(plan.children[0]):
            # One child is looked up, not looked for; a second one shows in the count of nodes.
            child = plan.children[0]
            c = source.new("c")
            source.add(f"{c} = {element}[0]")
            source.add(f"if {c}.tag != {self.syntax.qualify(child.name)!r}: raise Slow")
            self._child(child, c, pairs)
            return
        c, t, mark = (source.new(stem) for stem in ("c", "t", "m"))
        tag = f"{c}.tag.lower()" if self.syntax.fold else f"{c}.tag"
        advance = [f"{c} = {c}.getnext()", f"if {c} is None: break", f"{t} = {tag}"]
        # Siblings by getnext: an iterator for each element takes longer than the elements themselves.
        source.add(f"if len({element}):")
        source.depth += 1
        source.add(f"{c} = {element}[0]")
        source.add(f"{t} = {tag}")
        if self.syntax.fold:
            for child in plan.children:
                if child.kind == "struct" and not child.repeatable:
                    source.add(f"seen{id(child)} = False")
        source.add("while True:")
        source.depth += 1
        if self.syntax.fold:
            source.add(f"{mark} = {c}")
        for child in plan.children:
            wanted = child.name if self.syntax.fold else self.syntax.qualify(child.name)
            many = _many(child)
            source.add(f"{'while' if many else 'if'} {t} == {wanted!r}:")
            source.depth += 1
            self._child(child, c, pairs)
            if many:
                source.add(f"{c} = {c}.getnext()")
                source.add(f"{t} = {tag} if {c} is not None else None")
                source.depth -= 1
                source.add(f"if {c} is None: break")
            else:
                for line in advance:
                    source.add(line)
                source.depth -= 1
        source.add(f"if {c} is {mark}: raise Slow" if self.syntax.fold else "raise Slow")
        source.depth -= 2

    def _child(self, child: PlanNode, c: str, pairs: dict[int, str]) -> None:
        source = self._source
        row = child.row
        if isinstance(row, Leaf):
            self._text(row, c, counted=1 + sum(attr.currency for attr in child.attrs.values()))
            self._attributes(child, c)
        elif isinstance(row, Switch):
            self._switch(row, c)
        elif isinstance(row, Group):
            self._group(row, c)
        elif isinstance(row, Const):
            source.add(f"if {c}.text != {row.value!r}: raise Slow")
            source.add("n += 2")
        elif isinstance(row, Mirror):
            self._mirror(row, c)
        elif isinstance(row, Pair):
            source.add(f"{pairs[id(child)]}.append({c})")
        else:
            if self.syntax.fold and not child.repeatable:
                source.add(f"if seen{id(child)}: raise Slow")
                source.add(f"seen{id(child)} = True")
            source.add("n += 1")
            self._attributes(child, c)
            self._children(child, c, pairs)

    def _group(self, row: Group, c: str) -> None:
        source = self._source
        source.add(f"sub, k = {self._functions[id(row.table)]}({c}, currency, scope)")
        source.add("n += k")
        source.add("if sub:")
        source.depth += 1
        if not row.many:
            self._store(row.field, "sub")
        else:
            steps = steps_of(row.field)
            here = self._descend(steps)
            source.add(f"if {steps[-1]!r} in {here}: {here}[{steps[-1]!r}].append(sub)")
            source.add(f"else: {here}[{steps[-1]!r}] = [sub]")
        source.depth -= 1

    def _switch(self, row: Switch, c: str) -> None:
        source = self._source
        if self.syntax.fold:
            source.add(f"k = next((w for q, w in {c}.attrib.items() if q.lower() == {row.on!r}), '')")
        else:
            source.add(f"k = {c}.get({row.on!r}, '')")
        source.add("if k: n += 1")
        source.add(f"k = k.lower() or {row.default!r}")
        for position, (key, leaf) in enumerate(row.cases.items()):
            source.add(f"{'elif' if position else 'if'} k == {key!r}:")
            source.depth += 1
            self._text(leaf, c)
            self._attributes(PlanNode("leaf", "", leaf, {a.name: a for a in leaf.attrs}), c)
            source.depth -= 1
        source.add("else: raise Slow")

    def _mirror(self, row: Mirror, c: str) -> None:
        source = self._source
        codec = source.constant("codec", row.codec.read)
        source.add("n += 2")
        source.add(f"if {c}.text is None or v.get({row.of!r}) != {codec}({c}.text): raise Slow")

    def _text(self, row: Leaf, c: str, counted: int = 1) -> None:
        """Read the text of element *c*; *counted* is what it counts without its text."""
        source = self._source
        source.add(f"s = {c}.text")
        if counted:
            source.add(f"if s is None: n += {counted}")
            source.add("else:")
        else:
            source.add("if s is not None:")
        source.depth += 1
        source.add(f"n += {counted + 1}")
        value = self._value(row.codec, "s")
        if row.many:
            source.add(f"if {row.field!r} in v: v[{row.field!r}].append({value})")
            source.add(f"else: v[{row.field!r}] = [{value}]")
        else:
            self._store(row.field, value)
        source.depth -= 1

    def _value(self, codec: codecs.AnyCodec, s: str) -> str:
        """Return an expression for the value; blank text goes to the walker, which treats it as absent."""
        source = self._source
        if codec is codecs.TEXT:
            source.add(f"if {s}[0] <= ' ' and not {s}.strip(BLANKS): raise Slow")
            return s
        if codec in (codecs.STRIPPED, codecs.CODE):
            source.add(f"if {s}[0] <= ' ' or {s}[-1] <= ' ':")
            source.add(f"    {s} = {s}.strip(BLANKS)")
            source.add(f"    if not {s}: raise Slow")
            return s
        if codec is codecs.DECIMAL:
            # Digits, point and minus only: what of these is no number, `Decimal` refuses, and the walker explains.
            plain = f"not {s}.strip('0123456789.-') and len({s}) <= {codecs.MAX_DIGITS}"
            return f"D({s}) if {plain} else {source.constant('codec', codec.read)}({s})"
        return f"{source.constant('codec', codec.read)}({s})"

    def _store(self, field: str, value: str) -> None:
        source = self._source
        steps = native_steps(field, self.syntax.format)
        here = self._descend(steps)
        if self.syntax.fold or len(steps) > 1:
            source.add(f"if {steps[-1]!r} in {here}: raise Slow")
        source.add(f"{here}[{steps[-1]!r}] = {value}")

    def _descend(self, steps: tuple[str, ...]) -> str:
        """Write the code that makes the objects on the way; return the variable that holds the last of them."""
        source = self._source
        here = "v"
        for step, following in pairwise(steps):
            if step == "[0]":
                source.add(f"if not {here}: {here}.append({{}})")
                source.add(f"d = {here}[0]")
            else:
                empty = "[]" if following == "[0]" else "{}"
                source.add(f"if {step!r} in {here}: d = {here}[{step!r}]")
                source.add(f"else: e = {here}[{step!r}] = {empty}; d = e")
            here = "d"
        return here

    def _attributes(self, plan: PlanNode, c: str) -> None:
        if not plan.attrs:
            return
        source = self._source
        if self.syntax.fold:
            source.add(f"if {c}.attrib:")
            source.depth += 1
            source.add(f"attributes = {{k.lower(): w for k, w in {c}.attrib.items()}}")
        for attr in plan.attrs.values():
            get = f"attributes.get({attr.name!r})" if self.syntax.fold else f"{c}.get({attr.name!r})"
            if attr.currency:
                source.add(f"if {get} != currency: raise Slow")  # counted with the text
                continue
            source.add(f"a = {get}")
            source.add("if a is not None:")
            source.depth += 1
            source.add("n += 1")
            self._attribute(attr)
            source.depth -= 1
        if self.syntax.fold:
            source.depth -= 1

    def _attribute(self, attr: Attr) -> None:
        source = self._source
        if attr.field is not None:
            source.add("if a:")
            source.depth += 1
            self._store(attr.field, self._value(attr.codec, "a"))
            source.depth -= 1
        elif attr.const is not None:
            source.add(f"if a != {attr.const!r}: raise Slow")


def _many(plan: PlanNode) -> bool:
    return plan.kind == "pair" or (isinstance(plan.row, Leaf | Group) and plan.row.many)


def _pair_nodes(plan: PlanNode, pairs: dict[int, str]) -> list[tuple[PlanNode, str]]:
    found = []
    for child in plan.children:
        if id(child) in pairs:
            found.append((child, pairs[id(child)]))
        elif child.kind == "struct":
            found.extend(_pair_nodes(child, pairs))
    return found


# -- writing ---------------------------------------------------------------------------------------------------------

_SPECIAL: Final = re.compile(f"[&<>\r]|{FORBIDDEN_CHARACTERS.pattern}").search
"""Finds what a text cannot hold as it stands: most texts hold none of it and are written without a call."""


def _sound(text: str) -> str:
    if FORBIDDEN_CHARACTERS.search(text):
        raise Slow
    return text


def _escape(text: str) -> str:
    return escape_text(_sound(text))


def _escape_attribute(text: str) -> str:
    return escape_attribute(_sound(text))


def _foreign_native(native: dict[str, str], known: frozenset[str]) -> bool:
    """Return whether *native* holds more than *known* and notes of ours, whose names begin with a line."""
    return any(key not in known and ":_" not in key for key in native)


def _states_more(value: Model, names: frozenset[str]) -> bool:
    """Return whether *value* states anything beyond *names*; None and empty collections state nothing."""
    return any(next(leaves(getattr(value, name), ""), None) is not None for name in value.model_fields_set - names)


class _FastWriteScope(WriteScope):
    """What a `Pair` sees while writing fast: the first finding ends it."""

    def find(self, finding: Any) -> None:
        raise Slow

    def lose(self, *arguments: Any, **named: Any) -> None:
        raise Slow


class Writer:
    """Fast writer of one table."""

    def __init__(self, table: Table, syntax: Syntax) -> None:
        self.table = table
        self.syntax = syntax
        self._source = _Source()
        self._source.names.update(
            escape=_escape, special=_SPECIAL, escape_attribute=_escape_attribute, sound=_sound,
            render_xml=render_xml, syntax=syntax,
            decimal=codecs.format_decimal, more=_states_more, foreign=_foreign_native,
        )  # fmt: skip
        self._functions: dict[tuple[int, int, str], str] = {}
        self._main = self._emit(table, 0, syntax.root)
        self._space = self._source.build(f"<einvoice {syntax.format} {syntax.root} writer>")

    @property
    def code(self) -> str:
        """The generated source."""
        return "\n".join(self._source.lines)

    def write(self, value: Model, currency: str | None) -> bytes:
        """Return the document; raises `Slow` when the walker must name a loss."""
        out: list[str] = ['<?xml version="1.0" encoding="UTF-8"?>\n']
        scope = _FastWriteScope(self.syntax, currency, {})
        try:
            self._space[self._main](value, out.append, out, _escape_attribute(currency or ""), scope)
        except ValueError:
            raise Slow from None
        try:
            data = "".join(out).encode()
        except UnicodeEncodeError:
            raise Slow from None
        return data

    def _emit(self, table: Table, depth: int, element: str) -> str:
        key = (id(table), depth, element)
        if key in self._functions:
            return self._functions[key]
        plan = plan_of(table)
        self._prepare_groups(plan.root, depth)
        source = self._source
        name = source.new("write_")
        self._functions[key] = name
        source.add(f"def {name}(o, put, out, currency, scope):")
        source.depth += 1
        self._account(plan.writable, "o", table.model)
        pad = "  " * depth
        opening = f"{pad}<{element}" + (namespace_declarations(self.syntax) if depth == 0 else "")
        own = [
            a for a in plan.root.attrs.values() if not a.read_only and (a.field or a.currency or a.const is not None)
        ]
        if own or plan.root.text is not None:
            self._own(plan.root, own, opening, element, depth)
            if plan.root.children:
                raise ValueError(f"{table.term}: text or attributes and children at once are not compiled")
        else:
            self._element(plan.root, opening, f"{pad}</{element}>\n", depth)
        source.depth -= 1
        return name

    def _account(self, writable: Writable, o: str, model: type[Record] | type[Model] | None) -> None:
        """Write the check that the object holds nothing without a row."""
        source = self._source
        names = source.constant("writable", frozenset(name for name in writable if name != "[0]") | {"native"})
        source.add(f"if not {o}.__pydantic_fields_set__ <= {names} and more({o}, {names}): raise Slow")
        natives = frozenset(f"{self.syntax.format}:{name}" for name in writable.get("native", ()))
        if model is None or "native" in model.__annotations__:
            known = source.constant("natives", natives)
            guard = f"getattr({o}, 'native', None)" if model is None else f"{o}.native"
            source.add(f"if {guard} and not {o}.native.keys() <= {known} and foreign({o}.native, {known}): raise Slow")
        for name, below in writable.items():
            if below is None or name == "native":
                continue
            part = source.new("g")
            if "[0]" in below:
                source.add(f"if len({o}.{name}) > 1: raise Slow")
                source.add(f"for {part} in {o}.{name}:")
                below = below["[0]"]
            else:
                source.add(f"{part} = {o}.{name}")
                source.add(f"if {part} is not None:")
            source.depth += 1
            self._account(below, part, None)
            source.depth -= 1

    def _own(self, root: PlanNode, own: list[Attr], opening: str, element: str, depth: int) -> None:
        source = self._source
        source.add(f"s = {opening!r}")
        source.add("some = False")
        for attr in own:
            self._attribute(attr, "some")
        stated = "some or True" if depth == 0 else "some"
        if root.text is None:
            source.add(f"if {stated}: put(s + '/>\\n')")
            return
        self._text_of(root.text, "x")
        source.add(f"if x is not None: put(s + '>' + x + '</{element}>\\n')")
        source.add(f"elif {stated}: put(s + '/>\\n')")

    def _prepare_groups(self, plan: PlanNode, depth: int) -> None:
        for child in plan.children:
            if isinstance(child.row, Group):
                self._emit(child.row.table, depth + 1, child.name)
            elif child.kind == "struct":
                self._prepare_groups(child, depth + 1)

    def _element(self, plan: PlanNode, opening: str, closing: str, depth: int) -> None:
        """Write an element with children; it disappears when nothing but constants would stand in it."""
        source = self._source
        children = list(plan.children)
        head, tail = opening + ">\n", ""
        while children and children[0].only_const:
            head += self._const(children.pop(0), depth + 1)
        while children and children[-1].only_const:
            tail = self._const(children.pop(), depth + 1) + tail
        mark = source.new("m")
        source.add(f"{mark} = len(out)")
        source.add(f"put({head!r})")
        constants = 0
        for child in children:
            if child.only_const:
                constants += 1
                source.add(f"put({self._const(child, depth + 1)!r})")
            else:
                self._child(child, depth + 1)
        if depth > 0:
            source.add(f"if len(out) == {mark} + {1 + constants}: del out[{mark}:]")
        elif not tail and not constants and head == opening + ">\n":
            # a document has a root, even one that states nothing
            source.add(f"if len(out) == {mark} + 1: out[{mark}] = {opening + '/>' + chr(10)!r}")
        else:
            source.add(f"put({tail + closing!r})")
            return
        source.add(f"else: put({tail + closing!r})")

    def _const(self, plan: PlanNode, depth: int) -> str:
        pad = "  " * depth
        if isinstance(plan.row, Const):
            return f"{pad}<{plan.name}>{escape_text(plan.row.value)}</{plan.name}>\n"
        inner = "".join(self._const(child, depth + 1) for child in plan.children)
        return f"{pad}<{plan.name}>\n{inner}{pad}</{plan.name}>\n"

    def _child(self, plan: PlanNode, depth: int) -> None:
        source = self._source
        pad = "  " * depth
        row = plan.row
        if isinstance(row, Leaf):
            self._leaf(plan, row, pad)
        elif isinstance(row, Switch):
            self._switch(plan, row, pad)
        elif isinstance(row, Group):
            function = self._functions[(id(row.table), depth, plan.name)]
            self._get(row.field, "g")
            if row.many:
                source.add(f"for h in g or (): {function}(h, put, out, currency, scope)")
            else:
                source.add(f"if g is not None: {function}(g, put, out, currency, scope)")
        elif isinstance(row, Pair):
            function = source.constant("pair", row.write)
            source.add(f"for e in {function}(o, scope, ''): put(sound(render_xml(e, syntax, {depth})))")
        elif isinstance(row, Mirror):
            codec = source.constant("codec", row.codec.write)
            self._get(row.of, "x")
            source.add(
                f"if x is not None: put({pad + '<' + plan.name + '>'!r} + escape({codec}(x)) + '</{plan.name}>\\n')"
            )
        else:
            if plan.attrs:
                raise ValueError(f"{plan.name}: attributes on a path element are not compiled")
            self._element(plan, f"{pad}<{plan.name}", f"{pad}</{plan.name}>\n", depth)

    def _switch(self, plan: PlanNode, row: Switch, pad: str) -> None:
        """Write the first case that is stated; several that do not mean the same go to the walker."""
        source = self._source
        source.add("done = False")
        for key, leaf in row.cases.items():
            self._get(leaf.field, "x")
            source.add("if x is not None:")
            source.depth += 1
            if row.same:
                source.add("if not done:")
                source.depth += 1
            else:
                source.add("if done: raise Slow")
            source.add("done = True")
            case = PlanNode("leaf", plan.name, leaf, {a.name: a for a in (Attr(row.on, const=key), *leaf.attrs)})
            self._leaf(case, leaf, pad)
            source.depth -= 2 if row.same else 1
        fields = dict.fromkeys(a.field for case in row.cases.values() for a in case.attrs if a.field)
        for field in fields:
            self._get(field, "x")
            source.add("if x is not None and not done: raise Slow")

    def _leaf(self, plan: PlanNode, row: Leaf, pad: str) -> None:
        source = self._source
        opening, closing = f"{pad}<{plan.name}", f"</{plan.name}>\n"
        if row.many:
            source.add(f"for x in o.{row.field}:")
            source.depth += 1
            self._convert(row, "x")
            source.add(f"put({opening + '>'!r} + x + {closing!r})")
            source.depth -= 1
            return
        self._text_of(row, "x")
        attrs = [a for a in plan.attrs.values() if not a.read_only]
        with_field = [a for a in attrs if a.field]
        fixed = [a for a in attrs if not a.field and not a.ignore]
        if not with_field:
            static = "".join(f' {a.name}="{escape_attribute(a.const)}"' for a in fixed if a.const is not None)
            if any(a.currency for a in fixed):
                name = next(a.name for a in fixed if a.currency)
                head = f"{opening + static + ' ' + name + '=' + chr(34)!r} + currency + '\">'"
            else:
                head = repr(opening + static + ">")
            source.add(f"if x is not None: put({head} + x + {closing!r})")
            if row.always:
                source.add(f"else: put({opening + static + '/>' + chr(10)!r})")
            return
        source.add(f"s = {opening!r}")
        source.add("some = False")
        for attr in attrs:
            self._attribute(attr, "some")
        source.add(f"if x is not None: put(s + '>' + x + {closing!r})")
        source.add("elif some" + (" or True" if row.always else "") + ": put(s + '/>\\n')")

    def _attribute(self, attr: Attr, some: str) -> None:
        source = self._source
        if attr.field:
            self._get(attr.field, "a")
            source.add("if a is not None:")
            value = "a" if attr.codec in (codecs.TEXT, codecs.CODE, codecs.STRIPPED) else (
                f"{source.constant('codec', attr.codec.write)}(a)"
            )  # fmt: skip
            source.add(f"    s += ' {attr.name}=\"' + escape_attribute({value}) + '\"'")
            source.add(f"    {some} = True")
        elif attr.currency:
            source.add(f"s += ' {attr.name}=\"' + currency + '\"'")
        elif attr.const is not None:
            source.add(f"s += {f' {attr.name}={chr(34)}{escape_attribute(attr.const)}{chr(34)}'!r}")

    def _get(self, field: str, x: str) -> None:
        """Write the code that puts the value of *field* into the variable *x*."""
        source = self._source
        steps = steps_of(field)
        if len(steps) == 1:
            source.add(f"{x} = o.{field}")
            return
        source.add(f"{x} = o")
        depth = source.depth
        for position, step in enumerate(steps):
            if position and steps[position - 1] == "native":
                source.add(f"{x} = {x}.get({self.syntax.format + ':' + step!r})")
            elif step == "[0]":
                source.add(f"{x} = {x}[0] if {x} else None")
            else:
                source.add(f"{x} = {x}.{step}")
            if position < len(steps) - 1 and step != "native" and steps[position + 1] != "[0]":
                source.add(f"if {x} is not None:")
                source.depth += 1
        source.depth = depth

    def _text_of(self, row: Leaf, x: str) -> None:
        source = self._source
        self._get(row.field, x)
        source.add(f"if {x} is not None:")
        source.depth += 1
        self._convert(row, x)
        source.depth -= 1

    def _convert(self, row: Leaf, x: str) -> None:
        source = self._source
        if row.codec in (codecs.TEXT, codecs.CODE, codecs.STRIPPED):
            if row.limit is not None:
                source.add(f"if len({x}) > {row.limit}: raise Slow")
            source.add(f"if special({x}): {x} = escape({x})")
        elif row.codec is codecs.DECIMAL:
            source.add(f"{x} = decimal({x})")
        else:
            writer = source.constant("codec", row.codec.write)
            source.add("try:")
            source.add(f"    {x} = escape({writer}({x}))")
            source.add("except ValueError: raise Slow from None")
            if row.limit is not None:
                source.add(f"if len({x}) > {row.limit}: raise Slow")


__all__ = ["OutElement", "Reader", "Slow", "Writer", "count_nodes"]
