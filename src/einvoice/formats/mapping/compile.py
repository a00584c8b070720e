"""The compiler: a table made into straight-line Python, for speed only.

`walk.py` says what a table means.  The code made here does the same for documents in which nothing is unusual, and
raises `Slow` at the first thing that is: an unknown element, a value that cannot be read, a text that is too
long.  Then the walker takes the same document and explains.  So this code holds no error handling at all.

Reading visits every child once and compares its tag with the rows in their order.  Where a format fixes the order, an
element out of order ends the fast path; where it does not (Netvisor), the rows are gone round again.  While reading,
the code counts every element, text and attribute that it consumed; `Reader.read` compares the count with the number of
nodes in the tree, so nothing can be overlooked (that is law 6, "no silent loss", as one comparison).

A table that keeps (`keep.py`) asks its element table at the end of the rows, and goes round them again.  An element
that comes too late could then pass as one in its place; so the children of an element in which something is kept are
compared with the order of the schema, once.

Writing appends text to a list and builds no tree.  What an object holds that its table has no row for does not change
a byte, and most invoices hold some when they go into another format; so it is no reason to give up.  The code asks
`account.py` for it, before it writes what the object holds, as the walker does.  What a pair loses is taken down too,
and the tables that it does not look into (`Pair.whole`) are compiled.
Slow is whatever changes the text: a character that XML forbids, a text too long, a value without a code, two cases of a
switch, a kept text to be woven in; and an amount without a currency.

Only our own literal tables reach `exec`; no input ever does.  The code of the formats ships in ``compiled/``, for the
sake of Python's cache of compiled files alone: it is made anew at each start, and a file that does not say the same is
left aside.  The source of other tables is registered with `linecache`, so tracebacks show it.  `einvoice formats NAME
--show-code` prints it.
"""

from __future__ import annotations

import linecache
import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Context, InvalidOperation
from functools import cache, cached_property, partial
from importlib.machinery import SourceFileLoader
from itertools import chain, pairwise
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from einvoice.findings import Finding
from einvoice.formats.mapping import codecs
from einvoice.formats.mapping.account import Account
from einvoice.formats.mapping.codecs import BLANKS
from einvoice.formats.mapping.keep import Keeper, step_of
from einvoice.formats.mapping.nodes import (
    Node,
    OutElement,
    Rendered,
    Syntax,
    XmlNode,
    escape_attribute,
    escape_text,
    forbidden_characters,
    is_ignored,
    namespace_declarations,
    render_xml,
    states_something,
)
from einvoice.formats.mapping.place import Noted
from einvoice.formats.mapping.rows import (
    Attr,
    Const,
    Group,
    Keep,
    Known,
    Leaf,
    Mirror,
    Pair,
    Plan,
    PlanNode,
    Switch,
    Table,
    Writable,
    absent_rows,
    fields_of,
    plan_of,
    steps_of,
    tables_below,
)
from einvoice.formats.mapping.walk import ReadScope, WriteScope, native_steps, present, value_at

if TYPE_CHECKING:
    from einvoice.model import Model


COMPILED: Final = Path(__file__).resolve().parent / "compiled"


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

    def build(self, name: str) -> dict[str, Any]:
        """Return what the code defines; *name* is that of its file in ``compiled/``, when it has one."""
        text = self.text(name)
        code = _shipped(name, text)
        if code is None:
            filename = f"<einvoice {name}>"
            linecache.cache[filename] = (len(text), None, text.splitlines(True), filename)
            code = compile(text, filename, "exec")
        space: dict[str, Any] = {"Slow": Slow, **self.names}
        exec(code, space)
        return space

    def text(self, name: str) -> str:
        """Return the code as it stands in its file."""
        return "\n".join((f'"""{name}, generated by ``python -m einvoice.formats.build``."""', *self.lines, ""))


def _shipped(name: str, text: str) -> CodeType | None:
    """Return the code of *text* from the file that ships, which Python has compiled before; None when they differ.

    Generating the text takes 2 ms, compiling it 15: so it is generated each time, and only what is the same is taken.
    """
    file = str(COMPILED / f"{name}.py")
    loader = SourceFileLoader(name, file)
    try:
        if loader.get_data(file) == text.encode():
            return loader.get_code(name)
    except (OSError, ImportError):  # no such file: a table of a test, or an installation that was pruned
        pass
    return None


def _file_name(syntax: Syntax, name: str, direction: str) -> str:
    return f"{syntax.format}_{name or syntax.root}_{direction}".lower().replace("-", "_")


# -- reading ---------------------------------------------------------------------------------------------------------


class _FastScope(ReadScope):
    """What a `Pair` sees in the fast path: the first finding ends it."""

    def __init__(self, syntax: Syntax, currency: str | None, reader: Reader, places: dict[str, Noted]) -> None:
        super().__init__(syntax, currency)
        self.reader = reader
        self.places = places

    def read(self, table: Table, node: Node, at: str) -> dict[str, Any]:
        values, consumed = self.consume(table, node.origin, at)
        if consumed != count_nodes(node.origin):
            raise Slow
        return values

    def consume(self, table: Table, element: etree._Element, at: str) -> tuple[dict[str, Any], int]:
        return self.reader.function(table)(element, self.currency, self, at, self.places)

    def add(self, code: str, make: Callable[[], Finding]) -> None:
        raise Slow


class _Kept:
    """What the compiled code of a keeping table calls for the children of one element that no row takes.

    *names* is the path of the element below that of the table.  Whatever the walker would not keep without a word is
    `Slow`.
    """

    def __init__(self, keep: Keep, names: tuple[str, ...], plan: PlanNode, syntax: Syntax) -> None:
        self._keep = keep
        self._names = names
        self._plan = plan
        self._syntax = syntax

    @cached_property
    def _known(self) -> Known:
        known = self._keep(self._names)
        if known is None:
            raise Slow
        return known

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {self._syntax.qualify(name): rank for name, rank in self._known.rank.items()}

    def __call__(
        self, child: etree._Element, values: dict[str, Any], in_order: bool, at: str, places: dict[str, Noted]
    ) -> tuple[int, etree._Element | None]:
        """Keep *child* and the siblings of its name that follow; return how many nodes that are, and the next sibling.

        *in_order* says that the children of the element were compared with the schema before; *at* is the path of the
        object, with a dot at its end.
        """
        tag, parent = child.tag, child.getparent()
        if not isinstance(tag, str) or parent is None:
            raise Slow
        if not in_order:
            self._compare(parent)
        name = self._syntax.wire_name(tag)
        row = self._plan.child(name)
        number = 1
        if row is not None:
            leaf = row.row
            if not isinstance(leaf, Leaf) or leaf.many:
                raise Slow
            if not present(values, native_steps(leaf.field, self._syntax.format)):
                raise Slow
            # Those of the name stand together, or the order would be wrong.
            number += sum(states_something(each) for each in child.itersiblings(tag, preceding=True))
        known = self._keep((*self._names, name))
        if known is None:
            raise Slow
        consumed = 0
        here: etree._Element | None = child
        while here is not None and here.tag == tag:
            key = "/".join((*self._names, step_of(name, number)))
            consumed += self._all(here, known, (*self._names, name), key, values, at, places)
            number += states_something(here)
            here = here.getnext()
        return consumed, here

    def _compare(self, element: etree._Element) -> None:
        last, previous = -1, None
        for child in element:
            if child.tag != previous:
                rank = self._ranks.get(str(child.tag), -1)
                if rank <= last:  # equal: two names of one rank take turns, and a row could take the second of its name
                    raise Slow
                last, previous = rank, child.tag

    def _all(
        self,
        element: etree._Element,
        known: Known,
        names: tuple[str, ...],
        key: str,
        values: dict[str, Any],
        at: str,
        places: dict[str, Noted],
    ) -> int:
        """Keep all at and below *element*; return how many nodes that are."""
        consumed = 1
        text = element.text
        if text is not None:
            consumed += 1
            if text.strip(BLANKS):
                if len(element):
                    raise Slow
                places[f"{at}native.{self._put(values, key, text)}"] = element
        for attribute, text in element.attrib.items():
            consumed += 1
            if not is_ignored(attribute) and (put := self._attribute(known, attribute, key, text, values)):
                places[f"{at}native.{put}"] = (element, attribute)
        last, previous, number = -1, "", 1
        for child in element:
            if child.tail is not None and child.tail.strip(BLANKS):
                raise Slow
            name = self._syntax.wire_name(child.tag) if isinstance(child.tag, str) else ""
            if name != previous:
                rank = known.rank.get(name, -1)
                if rank <= last:
                    raise Slow
                last, previous, number = rank, name, 1
            below = self._keep((*names, name))
            if below is None:
                raise Slow
            consumed += self._all(child, below, (*names, name), f"{key}/{step_of(name, number)}", values, at, places)
            number += states_something(child)
        return consumed

    def attributes(self, element: etree._Element, values: dict[str, Any], at: str, noted: dict[str, str]) -> int:
        """Keep the attributes of *element* without a row; return how many they are.

        *noted* takes their paths in the model.
        """
        consumed = 0
        for attribute, text in element.attrib.items():
            if attribute not in self._plan.attrs and not is_ignored(attribute):
                consumed += 1
                if put := self._attribute(self._known, attribute, "/".join(self._names), text, values):
                    noted[attribute] = f"{at}native.{put}"
        return consumed

    def _attribute(self, known: Known, name: str, key: str, text: str, values: dict[str, Any]) -> str | None:
        """Keep the attribute *name* of the element *key*; return its key, None when nothing stands in it."""
        if not text.strip(BLANKS):
            return None
        if name not in known.attributes:
            raise Slow
        return self._put(values, f"{key}/@{name}".lstrip("/"), text)

    def _put(self, values: dict[str, Any], key: str, text: str) -> str:
        native = values.setdefault("native", {})
        key = f"{self._syntax.format}:{key}"
        if key in native:
            raise Slow
        native[key] = text
        return key


def _note(element: etree._Element, paths: dict[str, str], places: dict[str, Noted], fold: bool) -> None:
    """Note the places of the attributes of *element* whose *paths* in the model are given, in their order."""
    for spelled in element.attrib:
        name = spelled.lower() if fold else spelled
        if (path := paths.get(name)) is not None:
            places[path] = (element, name)


def _siblings(elements: list[etree._Element], syntax: Syntax) -> list[XmlNode]:
    """Return *elements* as nodes below one, which counts them once."""
    above = XmlNode(elements[0], syntax).parent
    return [XmlNode(element, syntax, above) for element in elements]


class Reader:
    """Fast reader of one table."""

    def __init__(self, table: Table, syntax: Syntax, name: str = "") -> None:
        self.table = table
        self.syntax = syntax
        self._name = name
        self._source = _Source()
        self._source.names.update(
            XmlNode=XmlNode,
            syntax=syntax,
            count_nodes=count_nodes,
            D=_EXACT.create_decimal,
            BLANKS=codecs.BLANKS,
            note=partial(_note, fold=syntax.fold),
            items=_items,
        )
        self._functions: dict[int, str] = {}
        self._seen: dict[int, str] = {}
        self._nested = False
        """Whether a table has a pair that is not a child of its element."""
        self._keeps = any(used.keep is not None for used in tables_below(table))
        self._keep: Keep | None = None
        """That of the table whose function is being written."""
        self._shared: frozenset[str] = frozenset()
        """The fields of that table which several rows carry: what stands there already is the walker's business."""
        if self._keeps:
            self._source.names.update(siblings=_siblings, present=present)
        self._space: dict[str, Any] = {}
        self._emit(table)
        self._space = self._source.build(_file_name(syntax, name, "reader"))

    @property
    def code(self) -> str:
        """The generated source."""
        return "\n".join(self._source.lines)

    def file(self) -> tuple[str, str]:
        """Return the name and the text of the file that ships in ``compiled/``."""
        name = _file_name(self.syntax, self._name, "reader")
        return f"{name}.py", self._source.text(name)

    def read(
        self, root: etree._Element, currency: str | None, places: dict[str, Noted] | None = None
    ) -> dict[str, Any]:
        """Return the values of the document at *root*; raises `Slow` when the walker must explain something.

        *places* takes where each of them stands.
        """
        if self.syntax.currency is not None and currency is None:
            raise Slow
        places = {} if places is None else places
        scope = _FastScope(self.syntax, currency, self, places)
        try:
            values, consumed = self.function(self.table)(root, currency, scope, "", places)
        except (ValueError, InvalidOperation, IndexError):  # a value to be explained; an empty text (CDATA)
            raise Slow from None
        ignored = sum(1 for key in root.attrib if str(key).startswith("{http://www.w3.org/2001/XMLSchema-instance}"))
        if consumed + ignored != count_nodes(root):
            raise Slow
        if self._nested:
            found = dict(_flat(places))
            places.clear()
            places.update(found)
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
        if self._keeps:
            self._keep = table.keep
            fields = Counter(chain.from_iterable(fields_of(row) for row in table.rows if not isinstance(row, Pair)))
            self._shared = frozenset(field for field, rows in fields.items() if rows > 1)
        source = self._source
        name = source.new("read_")
        self._functions[id(table)] = name
        source.add(f"def {name}(el, currency, scope, at, places):")
        source.depth += 1
        source.add("v = {}")
        source.add("n = 1")
        self._attributes(plan.root, "el", ())
        if plan.root.text is not None:
            self._text(plan.root.text, "el", counted=0)
        pairs = self._pairs(plan.root)
        for variable in pairs.values():
            source.add(f"{variable} = []")
        self._children(plan.root, "el", pairs, ())
        for child, variable in _pair_nodes(plan.root, pairs):
            assert isinstance(child.row, Pair)
            source.add(f"if {variable}:")
            source.depth += 1
            nested = all(child is not each for each in plan.root.children)
            if nested:
                source.add(f"scope.places = places_{variable}")
            self._pair(child.row, variable)
            if nested:
                source.add("scope.places = places")
            source.depth -= 1
        source.add("return v, n")
        source.depth -= 1
        return name

    def _pair(self, row: Pair, variable: str) -> None:
        source = self._source
        if row.fast is not None:
            if self._keeps:
                raise ValueError(f"{row.wire}: a pair has no fast reader where something is kept")
            source.add(f"n += {source.constant('pair', row.fast)}({variable}, v, scope, at)")
            return
        function = source.constant("pair", row.read)
        if self._keeps:
            self._pair_that_may_keep(function, variable)
        else:
            source.add(f"{function}([XmlNode(p, syntax) for p in {variable}], v, scope, at)")
        source.add(f"for p in {variable}:")
        source.add("    n += count_nodes(p) if len(p) else 1 + (p.text is not None) + len(p.attrib)")

    def _pair_that_may_keep(self, function: str, variable: str) -> None:
        """Call a pair; below a table without `keep` of its own it keeps nothing, since positions are the walker's."""
        source = self._source
        if self._keep is None:
            keeper = "None"
        else:
            made = source.constant("keeper", partial(_keeper, self._keep, self.syntax))
            keeper = f"{made}(el, v, at)"
        source.add(f"outer, scope.keeper = scope.keeper, {keeper}")
        source.add(f"scope.read_pair({function}, siblings({variable}, syntax), v, at)")
        source.add("scope.keeper = outer")

    def _pairs(self, plan: PlanNode) -> dict[int, str]:
        found: dict[int, str] = {}
        for child in plan.children:
            if child.kind == "pair":
                found[id(child)] = self._source.new("p")
            elif child.kind == "struct":
                found.update(self._pairs(child))
        return found

    def _children(self, plan: PlanNode, element: str, pairs: dict[int, str], names: tuple[str, ...]) -> None:
        source = self._source
        if not plan.children and self._keep is None:
            return
        alone = len(plan.children) == 1 and plan.kind == "struct" and not _many(plan.children[0])
        if alone and not self.syntax.fold and self._keep is None:
            # One child is looked up, not looked for; a second one shows in the count of nodes.
            child = plan.children[0]
            c = source.new("c")
            source.add(f"{c} = {element}[0]")
            source.add(f"if {c}.tag != {self.syntax.qualify(child.name)!r}: raise Slow")
            self._child(child, c, pairs, names)
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
                    self._seen[id(child)] = source.new("seen")
                    source.add(f"{self._seen[id(child)]} = False")
        if self._keep is not None:
            source.add(f"{mark} = False")
        source.add("while True:")
        source.depth += 1
        if self.syntax.fold:
            source.add(f"{mark} = {c}")
        for child in plan.children:
            wanted = child.name if self.syntax.fold else self.syntax.qualify(child.name)
            many = _many(child)
            source.add(f"{'while' if many else 'if'} {t} == {wanted!r}:")
            source.depth += 1
            self._child(child, c, pairs, names)
            if many:
                source.add(f"{c} = {c}.getnext()")
                source.add(f"{t} = {tag} if {c} is not None else None")
                source.depth -= 1
                source.add(f"if {c} is None: break")
            else:
                for line in advance:
                    source.add(line)
                source.depth -= 1
        if self._keep is not None:
            kept = source.constant("kept", _Kept(self._keep, names, plan, self.syntax))
            source.add(f"k, {c} = {kept}({c}, v, {mark}, at, places)")
            source.add(f"{mark} = True")
            source.add("n += k")
            source.add(f"if {c} is None: break")
            source.add(f"{t} = {tag}")
        else:
            source.add(f"if {c} is {mark}: raise Slow" if self.syntax.fold else "raise Slow")
        source.depth -= 2

    def _child(self, child: PlanNode, c: str, pairs: dict[int, str], names: tuple[str, ...]) -> None:
        source = self._source
        row = child.row
        if isinstance(row, Leaf):
            if row.field in self._shared and not row.many:
                steps = source.constant("steps", native_steps(row.field, self.syntax.format))
                source.add(f"if present(v, {steps}): raise Slow")
            self._text(row, c, counted=1 + sum(attr.currency for attr in child.attrs.values()))
            self._attributes(child, c, None)
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
                source.add(f"if {self._seen[id(child)]}: raise Slow")
                source.add(f"{self._seen[id(child)]} = True")
            source.add("n += 1")
            self._attributes(child, c, (*names, child.name))
            self._children(child, c, pairs, (*names, child.name))
            for below in child.children:
                if (variable := pairs.get(id(below))) is not None:
                    # It is called when all of the table's element was read; its places belong here.
                    self._nested = True
                    source.add(f"if {variable}: places_{variable} = places[at + '#{variable}'] = {{}}")

    def _group(self, row: Group, c: str) -> None:
        source = self._source
        below = f"at + {row.field + '.'!r}"
        if row.many:
            first, *rest = steps_of(row.field)
            items = f'v.get("{first}", ())'
            if rest:
                items = f"items(v, {source.constant('steps', steps_of(row.field))})"
            below = f"f'{{at}}{row.field}[{{len({items})}}].'"
        source.add(f"sub, k = {self._functions[id(row.table)]}({c}, currency, scope, {below}, places)")
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
            self._attributes(PlanNode("leaf", "", leaf, {a.name: a for a in leaf.attrs}), c, None)
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
            source.add(f"d = v.get({row.field!r})")
            source.add(f"if d is None: d = v[{row.field!r}] = []")
            source.add(f"places[f'{{at}}{row.field}[{{len(d)}}]'] = {c}")
            source.add(f"d.append({value})")
        else:
            self._store(row.field, value)
            source.add(f"places[at + {self._path(row.field)!r}] = {c}")
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
        if _takes_blanks(codec):
            source.add(f"if {s}[0] <= ' ' and not {s}.strip(BLANKS): raise Slow")
        if codec.mark:
            # Digits, mark and minus only: what of these is no number, `Decimal` refuses, and the walker explains.
            plain = f"not {s}.strip('0123456789{codec.mark}-') and len({s}) <= {codecs.MAX_DIGITS}"
            number = s if codec.mark == "." else f"{s}.replace(',', '.')"
            return f"D({number}) if {plain} else {source.constant('codec', codec.read)}({s})"
        return f"{source.constant('codec', codec.read)}({s})"

    def _store(self, field: str, value: str) -> None:
        source = self._source
        steps = native_steps(field, self.syntax.format)
        here = self._descend(steps)
        if self.syntax.fold or len(steps) > 1 or field in self._shared:
            source.add(f"if {steps[-1]!r} in {here}: raise Slow")
        source.add(f"{here}[{steps[-1]!r}] = {value}")

    def _path(self, field: str) -> str:
        """Return the path in the model of *field*."""
        return ".".join(native_steps(field, self.syntax.format)).replace(".[0]", "[0]")

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

    def _attributes(self, plan: PlanNode, c: str, names: tuple[str, ...] | None) -> None:
        """Read the attributes of *c*; *names* is its path below the table's element, where others may be kept."""
        keep = self._keep if names is not None else None
        if not plan.attrs and keep is None:
            return
        source = self._source
        fields = sum(attr.field is not None for attr in plan.attrs.values())
        several = fields > 1 or keep is not None
        if self.syntax.fold or keep is not None:
            source.add(f"if {c}.keys():")
            source.depth += 1
        if self.syntax.fold:
            source.add(f"attributes = {{k.lower(): w for k, w in {c}.attrib.items()}}")
        if several:
            source.add("paths = {}")
        for attr in plan.attrs.values():
            get = f"attributes.get({attr.name!r})" if self.syntax.fold else f"{c}.get({attr.name!r})"
            if attr.currency:
                source.add(f"if {get} != currency: raise Slow")  # counted with the text
                continue
            source.add(f"a = {get}")
            source.add("if a is not None:")
            source.depth += 1
            source.add("n += 1")
            self._attribute(attr, c, several)
            source.depth -= 1
        if keep is not None and names is not None:
            kept = source.constant("kept", _Kept(keep, names, plan, self.syntax).attributes)
            source.add(f"n += {kept}({c}, v, at, paths)")
        if several:
            source.add(f"if paths: note({c}, paths, places)")
        if self.syntax.fold or keep is not None:
            source.depth -= 1

    def _attribute(self, attr: Attr, c: str, several: bool) -> None:
        source = self._source
        if attr.field is not None:
            source.add("if a:" if attr.repeats is None else f"if a and a != v.get({attr.repeats!r}):")
            source.depth += 1
            self._store(attr.field, self._value(attr.codec, "a"))
            path = f"at + {self._path(attr.field)!r}"
            source.add(f"paths[{attr.name!r}] = {path}" if several else f"places[{path}] = ({c}, {attr.name!r})")
            source.depth -= 1
        elif attr.const is not None:
            source.add(f"if a != {attr.const!r}: raise Slow")


def _keeper(keep: Keep, syntax: Syntax, element: etree._Element, values: dict[str, Any], at: str) -> Keeper:
    return Keeper(keep, XmlNode(element, syntax), values, at)


def _items(values: dict[str, Any], steps: tuple[str, ...]) -> list[Any]:
    """Return the list at *steps*, empty when there is none yet."""
    return value_at(values, steps) if present(values, steps) else []


def _takes_blanks(codec: codecs.AnyCodec) -> bool:
    """Return whether *codec* reads a blank text, which means nothing, as a value."""
    try:
        codec.read(" ")
    except ValueError:
        return False
    return True


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


def _flat(places: dict[str, Any]) -> Iterator[tuple[str, Noted]]:
    """Yield *places*, those of each pair where the pair stands."""
    for path, noted in places.items():
        if isinstance(noted, dict):
            yield from _flat(noted)
        else:
            yield path, noted


# -- writing ---------------------------------------------------------------------------------------------------------


@cache
def _special() -> Callable[[str], re.Match[str] | None]:
    return re.compile(f"[&<>\r]|{forbidden_characters().pattern}").search


"""Finds what a text cannot hold as it stands: most texts hold none of it and are written without a call."""


def _sound(text: str) -> str:
    if forbidden_characters().search(text):
        raise Slow
    return text


def _escape(text: str) -> str:
    return escape_text(_sound(text))


def _escape_attribute(text: str) -> str:
    return escape_attribute(_sound(text))


def _woven(native: dict[str, str], known: frozenset[str], format: str) -> bool:
    """Return whether *native* keeps what no row writes: a key of *format* that is not *known*, and no note of ours."""
    own = f"{format}:"
    return any(key.startswith(own) and key not in known and key[len(own) : len(own) + 1] != "_" for key in native)


class _FastWriteScope(WriteScope):
    """What a `Pair` sees while writing fast: the tables that it leaves to us are compiled."""

    def __init__(self, syntax: Syntax, currency: str | None, account: Account, writer: Writer) -> None:
        super().__init__(syntax, currency, account)
        self.writer = writer
        self.escaped = _escape_attribute(currency or "")

    def whole(self, table: Table, value: Model, name: str, at: str) -> OutElement:
        out: list[str] = []
        before = len(self.findings)
        self.writer.whole(table, name)(value, at, out.append, out, self.escaped, self)
        if out:
            return Rendered(name, xml="".join(out))
        del self.findings[before:]  # one that states nothing disappears elsewhere, and stands empty here
        return self.write(table, value, name, at)


class Writer:
    """Fast writer of one table."""

    def __init__(self, table: Table, syntax: Syntax, name: str = "") -> None:
        self.table = table
        self.syntax = syntax
        self._name = name
        self._source = _Source()
        self._source.names.update(
            escape=_escape, special=_special(), escape_attribute=_escape_attribute, sound=_sound,
            render_xml=render_xml, syntax=syntax,
            decimal=codecs.format_decimal, woven=_woven,
        )  # fmt: skip
        self._functions: dict[tuple[int, int, str], str] = {}
        self._losses = Account(syntax.format, absent_rows(table))
        self._needs_currency = False
        self._whole: dict[tuple[int, str], str] = {}
        self._main = self._emit(table, 0, syntax.root)
        self._space = self._source.build(_file_name(syntax, name, "writer"))

    @property
    def code(self) -> str:
        """The generated source."""
        return "\n".join(self._source.lines)

    def file(self) -> tuple[str, str]:
        """Return the name and the text of the file that ships in ``compiled/``."""
        name = _file_name(self.syntax, self._name, "writer")
        return f"{name}.py", self._source.text(name)

    def write(self, value: Model, currency: str | None) -> tuple[bytes, list[Finding]]:
        """Return the document and the losses; raises `Slow` when the walker must take it."""
        if currency is None and self._needs_currency:  # the attributes are left out then
            raise Slow
        out: list[str] = ['<?xml version="1.0" encoding="UTF-8"?>\n']
        scope = _FastWriteScope(self.syntax, currency, self._losses, self)
        try:
            self._space[self._main](value, "", out.append, out, scope.escaped, scope)
        except ValueError:
            raise Slow from None
        try:
            data = "".join(out).encode()
        except UnicodeEncodeError:
            raise Slow from None
        return data, scope.findings

    def whole(self, table: Table, element: str) -> Callable[..., None]:
        """Return the generated function for a *table* that a pair leaves to us."""
        found: Callable[..., None] = self._space[self._whole[id(table), element]]
        return found

    def _emit(self, table: Table, depth: int, element: str) -> str:
        key = (id(table), depth, element)
        if key in self._functions:
            return self._functions[key]
        plan = plan_of(table)
        self._prepare_groups(plan.root, depth)
        source = self._source
        name = source.new("write_")
        self._functions[key] = name
        source.add(f"def {name}(o, at, put, out, currency, scope):")
        source.depth += 1
        self._account(plan)
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

    def _account(self, plan: Plan) -> None:
        """Write the check that the object holds nothing without a row, and the call that names it."""
        source = self._source
        table = plan.table
        holds_native = "native" in table.model.__annotations__
        known = source.constant("natives", self._natives(plan.writable)) if holds_native else ""
        if table.keep is not None:
            source.add(f"if o.native and woven(o.native, {known}, {self.syntax.format!r}): raise Slow")
        more = [self._more(plan.writable, "o")]
        if holds_native:
            more.append(f"o.native and not o.native.keys() <= {known}")
        source.add(f"more = {' or '.join(more)}")
        self._account_below(plan.writable, "o")
        source.add(f"if more: scope.account({source.constant('plan', plan)}, o, at)")

    def _account_below(self, writable: Writable, o: str) -> None:
        source = self._source
        for name, below in writable.items():
            if below is None or name == "native":
                continue
            part = source.new("g")
            source.add("if not more:")
            source.depth += 1
            if "[0]" in below:
                source.add(f"more = len({o}.{name}) > 1")
                source.add(f"for {part} in {o}.{name}:")
                below = below["[0]"]
            else:
                source.add(f"{part} = {o}.{name}")
                source.add(f"if {part} is not None:")
            source.depth += 1
            known = source.constant("natives", self._natives(below))
            native = f"getattr({part}, 'native', None)"
            source.add(f"more = more or {self._more(below, part)} or {native} and not {part}.native.keys() <= {known}")
            self._account_below(below, part)
            source.depth -= 2

    def _more(self, writable: Writable, o: str) -> str:
        """Return the expression that tells whether *o* states a field without a row."""
        names = frozenset(name for name in writable if name != "[0]") | {"native"}
        return f"not {o}.__pydantic_fields_set__ <= {self._source.constant('writable', names)}"

    def _natives(self, writable: Writable) -> frozenset[str]:
        return frozenset(f"{self.syntax.format}:{name}" for name in writable.get("native", ()))

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
            elif isinstance(child.row, Pair):
                for table, name, below in child.row.whole:
                    function = self._emit(table, depth + 1 + below, name)
                    if self._whole.setdefault((id(table), name), function) != function:
                        raise ValueError(f"{name}: two pairs write it at two depths")
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
                here = f"f'{{at}}{row.field}[{{n}}].'"
                source.add(f"for n, h in enumerate(g or ()): {function}(h, {here}, put, out, currency, scope)")
            else:
                source.add(f"if g is not None: {function}(g, at + {row.field + '.'!r}, put, out, currency, scope)")
        elif isinstance(row, Pair):
            function = source.constant("pair", row.write)
            source.add(f"for e in {function}(o, scope, at): put(sound(render_xml(e, syntax, {depth})))")
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
                self._needs_currency = True
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
            if attr.repeats is not None:
                source.add("else:")
                source.depth += 1
                self._get(attr.repeats, "a")
                source.add(f"if a: s += ' {attr.name}=\"' + escape_attribute(a) + '\"'")
                source.depth -= 1
        elif attr.currency:
            self._needs_currency = True
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
