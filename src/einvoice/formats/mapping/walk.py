"""The walker: the meaning of a table, and the diagnosis.

`read` walks a source beside the plan and returns nested values for the model; everything that it does not
understand becomes a finding.  `write` walks the plan beside an object and returns elements; everything in the
object that the table cannot say becomes a finding.  `compile.py` does the same faster and without diagnosis.

Findings of reading                                   of writing
  LOSS-UNMAPPED   element, attribute or text unknown    LOSS-NO-PLACE   the format has no place for it
  LOSS-REPEATED   a second one where one is allowed     LOSS-INTERNAL   withheld: it never leaves the seller
  LOSS-FIXED      not the text that the format fixes    LOSS-NATIVE     processing data of another system
  LOSS-MIRROR     differs from the value it repeats     LOSS-TRUNCATED  cut to the length of the format
  EI-READ-VALUE   a value that cannot be read           LOSS-CHARACTER  a character that XML cannot hold
  EI-CURRENCY-MIX an amount in a foreign currency       LOSS-UNWRITABLE a value that has no code here
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from einvoice.findings import MOST_LOSSES, Finding, Severity, Tally
from einvoice.formats.mapping.account import Account, label, lost, shown
from einvoice.formats.mapping.codecs import BLANKS, AnyCodec
from einvoice.formats.mapping.keep import Found, Keeper, weave
from einvoice.formats.mapping.nodes import (
    JsonNode,
    Node,
    OutElement,
    Syntax,
    XmlNode,
    forbidden_characters,
    states_something,
)
from einvoice.formats.mapping.place import Noted, Place
from einvoice.formats.mapping.rows import (
    Attr,
    Const,
    Group,
    Leaf,
    Mirror,
    Pair,
    Plan,
    PlanNode,
    ReadPair,
    Switch,
    Table,
    plan_of,
    steps_of,
)
from einvoice.model.terms import terms_at

if TYPE_CHECKING:
    from lxml import etree

    from einvoice.model import Model


NO_PLACE: Final = "has no place in the canonical invoice"


_Taken = list[tuple[str, Noted, str]]
"""The ends of keys, with their places and texts."""


class ReadScope:
    """What reading collects: findings, and the place in the source of each value of the model."""

    def __init__(self, syntax: Syntax, currency: str | None = None) -> None:
        self.syntax = syntax
        self.currency = currency
        self._tally = Tally(MOST_LOSSES)
        self.places: dict[str, Noted] = {}
        self.keeper: Keeper | None = None
        """The keeping table in which the walk is."""
        self._json: tuple[str, dict[str, Any], str] | None = None
        """The same in JSON: the path of its object, the values, and the path in the model."""
        self._whole: set[Node] | None = None
        """The nodes that the pair at work has handed over whole."""
        self._nodes: dict[etree._Element, XmlNode] = {}

    def node(self, element: etree._Element) -> XmlNode:
        """Return the node of *element*; those of one parent share what counts its children."""
        above = element.getparent()
        if above is not None and above not in self._nodes:
            self._nodes[above] = self.node(above)
        return self._nodes.get(element) or XmlNode(element, self.syntax, None if above is None else self._nodes[above])

    @property
    def findings(self) -> list[Finding]:
        """What was found."""
        return self._tally.findings()

    # -- for Pair functions -------------------------------------------------------------------------------------

    def read(self, table: Table, node: Node, at: str) -> dict[str, Any]:
        """Return the values of *table* read from *node*; *at* is the path in the model, with a dot at its end."""
        plan = plan_of(table)
        values: dict[str, Any] = {}
        outer, outer_json = self.keeper, self._json
        if table.keep is not None:
            self.keeper = Keeper(table.keep, node, values, at) if isinstance(node, XmlNode) else None
            self._json = (node.path, values, at) if isinstance(node, JsonNode) else None
        self._attributes(plan.root, node, values, at)
        if plan.root.text is not None:
            self._leaf(plan.root.text, node, values, at)
        else:
            self._stray(node)
        self._children(plan.root, node, values, at)
        self.keeper, self._json = outer, outer_json
        return values

    def leaf(self, node: Node, codec: AnyCodec, values: dict[str, Any], name: str, at: str) -> None:
        """Read the text of *node* into the field *name*."""
        self._store(node, node.text, codec, values, name, at, None)

    def attribute(self, node: Node, name: str, values: dict[str, Any], field: str, at: str) -> None:
        """Read an attribute of *node* into *field*, when it is there."""
        if (value := node.attributes.get(name)) is not None:
            values[field] = value
            self.places[at + field] = Place(node, name, value)

    def allow(self, node: Node, children: tuple[str, ...] = (), attributes: tuple[str, ...] = ()) -> None:
        """Keep every child and attribute of *node* beyond those given, or name it as a loss."""
        for child in node.children:
            if child.name not in children:
                self.keep_all(child)
        for name in node.attributes:
            if name not in attributes:
                self.keep_attribute(node, name)
        if children:
            self._stray(node)
        elif text := node.tail_text:
            self._lose_stray(node, text)

    def place(self, model_path: str, node: Node, value: str | None = None) -> None:
        """Remember that the value at *model_path* stands at *node*."""
        self.places[model_path] = Place(node, "", value if value is not None else node.text)

    def find(self, finding: Finding) -> None:
        """Add a finding."""
        self.add(finding.code, lambda: finding)

    def add(self, code: str, make: Callable[[], Finding]) -> None:
        """Add what *make* returns, a finding of *code*; of very many most are not made (`Tally`)."""
        self._tally.add(code, make)

    def lose(self, node: Node, code: str, message: str, fix: str | None = None, severity: Severity = "warning") -> None:
        """Name the text of *node* as lost."""
        self._lost(code, node, message, (node.text or "").strip(), severity, fix)

    def _lost(
        self,
        code: str,
        node: Node,
        message: str,
        value: str,
        severity: Severity = "warning",
        fix: str | None = None,
        attribute: str = "",
    ) -> None:
        self.add(
            code,
            lambda: Finding(
                code, severity, "loss", message, fix, path=node.path + attribute, line=node.line, value=value
            ),
        )

    def lose_all(self, node: Node, code: str = "LOSS-UNMAPPED", why: str = "") -> None:
        """Name every text and attribute at and below *node* as lost."""
        children = node.children
        name = local_name(node.name)
        why = why or NO_PLACE
        text = node.stray_text if children else (node.text or "").strip()
        if text:
            self._lost(code, node, f"{name} {shown(text)} {why}", text)
        for key, value in node.attributes.items():
            self._lose_attribute(node, key, value, code, why)
        for child in children:
            self.lose_all(child, code, why)

    def keep_all(self, node: Node, code: str = "LOSS-UNMAPPED", why: str = "") -> None:
        """Keep every text and attribute at and below *node*, and name as lost what cannot be kept.

        That is what the format does not know, and everything outside a table that keeps; *code* and *why* are those of
        `lose_all`.  Of the elements of a pair, those that it hands over to this count as standing behind the others.
        """
        if isinstance(node, JsonNode) and self._json is not None:
            self._keep_json(node, *self._json)
            return
        if self._whole is not None:
            self._whole.add(node)
        if (found := self._find(node)) is not None and isinstance(node, XmlNode):
            self._keep(node, found, code, why or NO_PLACE)
        else:
            self.lose_all(node, code, why)

    def _keep_json(self, node: JsonNode, base: str, values: dict[str, Any], at: str) -> None:
        """Keep every value at and below *node*: what a format of JSON does not know, its reader has sorted out."""
        for child in node.children:
            self._keep_json(child, base, values, at)
        text = node.text
        if text is not None and text.strip(BLANKS):
            key = f"{self.syntax.format}:{node.key_from(base)}"
            values.setdefault("native", {})[key] = text
            self.places[f"{at}native.{key}"] = Place(node, "", text)

    def keep_text(self, node: Node, code: str = "LOSS-UNMAPPED", why: str = "") -> None:
        """Keep the text of *node*, without its attributes, or name it as lost."""
        text = node.text
        if text is None or not text.strip(BLANKS):
            return
        found = self._find(node)
        if found is None or not found.key or not self._put_kept(node, found.key, "", text):
            self.lose(node, code, f"{local_name(node.name)} {shown(text)} {why or NO_PLACE}")

    def keep_attribute(self, node: Node, name: str, code: str = "LOSS-UNMAPPED", why: str = "") -> None:
        """Keep an attribute of *node*, or name it as lost; one that is absent or blank is nothing."""
        text = node.attributes.get(name)
        if text is None or not text.strip(BLANKS):
            return
        found = self._find(node)
        if found is None or name not in found.known.attributes or not self._put_kept(node, found.key, name, text):
            self._lose_attribute(node, name, text, code, why or NO_PLACE)

    def _find(self, node: Node) -> Found | None:
        return self.keeper.find(node) if self.keeper is not None and isinstance(node, XmlNode) else None

    def _keep(self, node: XmlNode, found: Found, code: str, why: str) -> None:
        assert self.keeper is not None
        if node.children:
            self._stray(node)
        else:
            text = node.text or ""
            if text.strip(BLANKS) and not (found.key and self._put_kept(node, found.key, "", text)):
                self.lose(node, code, f"{local_name(node.name)} {shown(text)} {why}")
            if tail := node.tail_text:
                self._lose_stray(node, tail)
        for name, text in node.attributes.items():
            if name not in found.known.attributes or not self._put_kept(node, found.key, name, text):
                self._lose_attribute(node, name, text, code, why)
        for child in node.children:
            if (below := self.keeper.below(found, child)) is not None:
                self._keep(child, below, code, why)
            else:
                self.lose_all(child, code, why)

    def _put_kept(self, node: Node, key: str, attribute: str, text: str) -> bool:
        """Store a text under the key of its element; return False when something stands there already."""
        assert self.keeper is not None
        if not text.strip(BLANKS):
            return True
        if attribute:
            key = f"{key}/@{attribute}".lstrip("/")
        return self._put_place(f"{self.syntax.format}:{key}", Place(node, attribute, text.strip()), text)

    def _put_place(self, key: str, place: Noted, text: str) -> bool:
        assert self.keeper is not None
        native = self.keeper.values.setdefault("native", {})
        if key in native:
            return False
        native[key] = text
        self.keeper.keys.append(key)
        self.places[f"{self.keeper.at}native.{key}"] = place
        return True

    # -- the walk ------------------------------------------------------------------------------------------------

    def _children(self, plan: PlanNode, node: Node, values: dict[str, Any], at: str) -> None:
        pairs: dict[str, list[Node]] = {}
        paths: set[str] = set()
        numbers: dict[str, int] = {}
        behind: list[tuple[XmlNode, _Taken]] = []
        for child in node.children:
            found = plan.index.get(child.name)
            if found is None:
                self.keep_all(child)
                continue
            row = found.row
            if self.keeper is not None and isinstance(child, XmlNode) and isinstance(row, Leaf | Switch | Group):
                self._read_numbered(found, child, values, at, numbers, behind)
            elif isinstance(row, Leaf):
                self._read_leaf(found, row, child, values, at)
            elif isinstance(row, Switch):
                self._read_switch(row, child, values, at)
            elif isinstance(row, Group):
                self._read_group(row, child, values, at)
            elif isinstance(row, Pair):
                pairs.setdefault(found.name, []).append(child)
            elif isinstance(row, Const):
                self._read_const(row, child)
            elif isinstance(row, Mirror):
                self._read_mirror(row, child, values)
            elif found.name not in paths:
                # One in which nothing stands is not written again, and positions do not count it.
                if self.keeper is None or not isinstance(child, XmlNode) or states_something(child.origin):
                    paths.add(found.name)
                self._struct(found, child, values, at)
            elif found.repeatable:
                # Its lists go on from the first, and will be written there: positions in it would be wrong.
                keeper, self.keeper = self.keeper, None
                self._struct(found, child, values, at)
                self.keeper = keeper
            else:
                # What stands in a second element belongs to something else than what stood in the first.
                self.keep_all(child, "LOSS-REPEATED", "stands in a second element, and only one is allowed")
        if behind:
            self._put_behind(behind, numbers)
        for entry in plan.children:
            if isinstance(entry.row, Pair) and entry.name in pairs:
                self.read_pair(entry.row.read, pairs[entry.name], values, at)

    def _struct(self, plan: PlanNode, node: Node, values: dict[str, Any], at: str) -> None:
        self._attributes(plan, node, values, at)
        self._stray(node)
        self._children(plan, node, values, at)

    def _read_row(self, plan: PlanNode, node: Node, values: dict[str, Any], at: str) -> bool:
        """Read the element of a leaf, switch or group; return whether it says something, or repeats what does."""
        row = plan.row
        if isinstance(row, Leaf):
            return self._read_leaf(plan, row, node, values, at)
        if isinstance(row, Switch):
            return self._read_switch(row, node, values, at)
        assert isinstance(row, Group)
        return self._read_group(row, node, values, at)

    def _read_leaf(self, plan: PlanNode, row: Leaf, node: Node, values: dict[str, Any], at: str) -> bool:
        if not row.many and present(values, self.native_path(row.field)):
            return self._repeated(node, "stands here a second time, and only one is allowed")
        before = self._stored(row, values)
        self._leaf(row, node, values, at)
        self._attributes(plan, node, values, at)
        for child in node.children:
            self.keep_all(child)
        if text := node.tail_text:
            self._lose_stray(node, text)
        return self._stored(row, values) > before

    def _stored(self, row: Leaf, values: dict[str, Any]) -> int:
        """Return how many values of *row* there are; only positions ask, which are those of a keeper."""
        if self.keeper is None:
            return 0
        texts = len(values.get(row.field, ())) if row.many else present(values, self.native_path(row.field))
        return texts + sum(present(values, self.native_path(a.field)) for a in row.attrs if a.field)

    def _read_switch(self, row: Switch, node: Node, values: dict[str, Any], at: str) -> bool:
        chosen = node.attributes.get(row.on, "").strip().lower()
        if chosen and chosen not in row.cases:
            self.find(
                Finding(
                    "LOSS-FIXED",
                    "warning",
                    "loss",
                    f"{row.on} of {node.name} is {shown(node.attributes[row.on])}, known are "
                    f"{', '.join(row.cases)}; read as {row.default}",
                    f"write one of {', '.join(row.cases)}",
                    path=f"{node.path}/@{node.spelled(row.on)}",
                    line=node.line,
                    value=node.attributes[row.on],
                )
            )
        leaf = row.cases.get(chosen, row.cases[row.default])
        if present(values, self.native_path(leaf.field)):
            return self._repeated(node, "stands here a second time, and only one is allowed")
        before = self._stored(leaf, values)
        self._leaf(leaf, node, values, at)
        plan = PlanNode("leaf", node.name, leaf, {a.name: a for a in leaf.attrs})
        plan.attrs[row.on] = Attr(row.on, ignore=True)
        self._attributes(plan, node, values, at)
        for child in node.children:
            self.keep_all(child)
        return self._stored(leaf, values) > before

    def _leaf(self, row: Leaf, node: Node, values: dict[str, Any], at: str) -> None:
        self._store(node, node.text, row.codec, values, row.field, at, row)

    def _store(
        self,
        node: Node,
        text: str | None,
        codec: AnyCodec,
        values: dict[str, Any],
        name: str,
        at: str,
        row: Leaf | None,
        attribute: str = "",
    ) -> None:
        if text is None or not text.strip(BLANKS):
            return
        if attribute and present(values, self.native_path(name)):
            self.keep_attribute(node, attribute, "LOSS-REPEATED", "stands here a second time")
            return
        try:
            value = codec.read(text)
        except ValueError as error:
            terms = terms_at(at + name)
            self.find(
                Finding(
                    "EI-READ-VALUE",
                    "error",
                    "input",
                    f"{attribute or node.name.rpartition(':')[2]}: {error}",
                    f"write {codec.expects}",
                    terms,
                    node.path + (f"/@{node.spelled(attribute)}" if attribute else ""),
                    node.line,
                    text.strip(),
                )
            )
            return
        key = at + name
        if row is not None and row.many:
            items = values.setdefault(name, [])
            key += f"[{len(items)}]"
            items.append(value)
        else:
            put(values, self.native_path(name), value)
            key = at + ".".join(self.native_path(name)).replace(".[0]", "[0]")
        self.places[key] = Place(node, attribute, text.strip())

    def native_path(self, name: str) -> tuple[str, ...]:
        """Return the steps of a field path, with the key of a native value spelled out."""
        return native_steps(name, self.syntax.format)

    def _attributes(self, plan: PlanNode, node: Node, values: dict[str, Any], at: str) -> None:
        for name, text in node.repeated_attributes:
            self._lose_attribute(node, name, text, "LOSS-REPEATED", "stands here a second time")
        for name, text in node.attributes.items():
            attr = plan.attrs.get(name)
            if attr is None:
                self.keep_attribute(node, name)
            elif attr.field is not None:
                if attr.repeats is None or text.strip(BLANKS) != values.get(attr.repeats):
                    self._store(node, text, attr.codec, values, attr.field, at, None, name)
            elif attr.currency:
                self.check_currency(node, name, text)
            elif attr.const is not None:
                self.check_fixed(node, name, attr.const)

    def check_fixed(self, node: Node, name: str, fixed: str) -> None:
        """Name an attribute that is stated and has another value than the only one that the format knows."""
        text = node.attributes.get(name)
        if text is None or text.strip() == fixed:
            return
        self.find(
            Finding(
                "LOSS-FIXED",
                "info",
                "loss",
                f"@{name} is {shown(text)}, the format knows only {fixed!r}; read as that",
                path=f"{node.path}/@{node.spelled(name)}",
                line=node.line,
                value=text,
            )
        )

    def check_currency(self, node: Node, name: str, text: str) -> None:
        if text.strip() == self.currency:
            return
        self.find(
            Finding(
                "EI-CURRENCY-MIX",
                "error",
                "input",
                f"{local_name(node.name)} {(node.text or '').strip()} is in {text.strip() or 'no currency'}, "
                f"the invoice is in {self.currency or 'no currency'}",
                "state every amount in the currency of the invoice (BT-5); only the VAT total may be repeated in the "
                "accounting currency (BT-6)",
                ("BT-5",),
                f"{node.path}/@{node.spelled(name)}",
                node.line,
                text,
            )
        )

    def _read_group(self, row: Group, node: Node, values: dict[str, Any], at: str) -> bool:
        """Read one object; an element in which nothing stands is no object."""
        steps = steps_of(row.field)
        if row.many:
            items = [] if not present(values, steps) else value_at(values, steps)
            if item := self.read(row.table, node, f"{at}{row.field}[{len(items)}]."):
                items.append(item)
                put(values, steps, items)
        elif present(values, steps):
            return self._repeated(node, "stands in a second group, and only one is allowed")
        elif item := self.read(row.table, node, f"{at}{row.field}."):
            put(values, steps, item)
        return bool(item)

    def _repeated(self, node: Node, why: str) -> bool:
        """Keep *node*, or name it as lost; return whether anything stands in it."""
        self.keep_all(node, "LOSS-REPEATED", why)
        return isinstance(node, XmlNode) and states_something(node.origin)

    def _read_numbered(
        self,
        plan: PlanNode,
        node: XmlNode,
        values: dict[str, Any],
        at: str,
        numbers: dict[str, int],
        behind: list[tuple[XmlNode, _Taken]],
    ) -> None:
        """Read *node* below a keeper: its position is that in which it will be written.

        *numbers* counts the elements of each name that say something to the model, or stand beside one that does.
        *behind* takes what was kept of an element that says nothing to it: that one will be written behind the others.
        """
        assert self.keeper is not None
        before = len(self.keeper.keys)
        node.number = numbers.get(node.name, 0) + 1
        if self._read_row(plan, node, values, at):
            numbers[node.name] = node.number
        elif len(self.keeper.keys) > before:
            behind.extend(self._take_back(self.keeper, [node], before))

    def read_pair(self, read: ReadPair, nodes: list[Node], values: dict[str, Any], at: str) -> None:
        """Call the reading function of a pair; *nodes* are all elements of its name below one parent.

        Those of which everything is kept will be written behind those that the pair takes, so they are numbered so.
        """
        keeper = self.keeper
        if keeper is None:
            read(nodes, values, self, at)
            return
        outer, self._whole = self._whole, set()
        before = len(keeper.keys)
        read(nodes, values, self, at)
        whole, self._whole = self._whole, outer
        if whole and len(keeper.keys) > before:
            stated = [node for node in nodes if isinstance(node, XmlNode) and states_something(node.origin)]
            ordered = sorted(stated, key=whole.__contains__)
            if ordered != stated:
                self._put_behind(self._take_back(keeper, ordered, before), {})

    def _take_back(self, keeper: Keeper, nodes: list[XmlNode], before: int) -> list[tuple[XmlNode, _Taken]]:
        """Forget what was kept since *before* at and below *nodes*, elements of one name below one parent.

        Return it by node, keys without the path of the node.
        """
        taken: dict[str, tuple[XmlNode, _Taken]] = {}
        for node in nodes:
            if (found := keeper.find(node)) is not None:
                taken[f"{self.syntax.format}:{found.key}"] = (node, [])
        depth = 1 + next(iter(taken), "").count("/")
        left = []
        for key in keeper.keys[before:]:
            head = "/".join(key.split("/")[:depth])
            if head in taken:
                place = self.places.pop(f"{keeper.at}native.{key}")
                taken[head][1].append((key[len(head) :], place, keeper.values["native"].pop(key)))
            else:
                left.append(key)
        keeper.keys[before:] = left
        return list(taken.values())

    def _put_behind(self, behind: list[tuple[XmlNode, _Taken]], numbers: dict[str, int]) -> None:
        for node, taken in behind:
            node.number = numbers[node.name] = numbers.get(node.name, 0) + 1
            found = None if self.keeper is None else self.keeper.find(node)
            for key, place, text in taken:
                assert found is not None
                self._put_place(f"{self.syntax.format}:{found.key}{key}", place, text)

    def _read_const(self, row: Const, node: Node) -> None:
        text = (node.text or "").strip()
        if text and text != row.value:
            self.lose(
                node,
                "LOSS-FIXED",
                f"{local_name(node.name)} is {shown(text)}, the format knows only {row.value!r} here",
                f"write {row.value}",
            )
        for name in node.attributes:
            self.keep_attribute(node, name)
        for child in node.children:
            self.keep_all(child)

    def _read_mirror(self, row: Mirror, node: Node, values: dict[str, Any]) -> None:
        if self.keeper is not None:
            for name in node.attributes:
                self.keep_attribute(node, name)
            for child in node.children:
                self.keep_all(child)
        text = (node.text or "").strip()
        if not text:
            return
        try:
            value = row.codec.read(text)
        except ValueError:
            value = None
        if row.of not in values and value is not None:
            values[row.of] = value
        elif values.get(row.of) != value:
            self.lose(
                node,
                "LOSS-MIRROR",
                f"{local_name(node.name)} is {shown(text)}, but repeats a value that is {values.get(row.of)}",
                "state the same value in both places",
            )

    def _lose_attribute(
        self,
        node: Node,
        name: str,
        value: str,
        code: str = "LOSS-UNMAPPED",
        why: str = NO_PLACE,
    ) -> None:
        if value.strip():
            message = f"attribute {local_name(name)} {shown(value)} of {local_name(node.name)} {why}"
            self._lost(code, node, message, value, attribute=f"/@{node.spelled(name)}")

    def _stray(self, node: Node) -> None:
        if text := node.stray_text:
            self._lose_stray(node, text)

    def _lose_stray(self, node: Node, text: str) -> None:
        message = f"text {shown(text)} between the elements of {local_name(node.name)} has no meaning"
        self._lost("LOSS-UNMAPPED", node, message, text)


def local_name(name: str) -> str:
    """Return a wire name without its prefix or namespace."""
    return name.rpartition("}")[2].rpartition(":")[2]


@cache
def native_steps(field: str, format: str) -> tuple[str, ...]:
    """Return the steps of *field*; the name after ``native`` becomes the key ``<format>:<name>``."""
    if "native." not in field:
        return steps_of(field)
    head, _, name = field.rpartition("native.")
    return (*steps_of(head), "native", f"{format}:{name}")


def put(values: dict[str, Any], steps: tuple[str, ...], value: Any) -> None:
    """Store *value* in nested *values*, making objects and one-item lists on the way."""
    here: Any = values
    for step, following in pairwise(steps):
        if step == "[0]":
            if not here:
                here.append({})
            here = here[0]
        else:
            here = here.setdefault(step, [] if following == "[0]" else {})
    here[steps[-1]] = value


def value_at(values: dict[str, Any], steps: tuple[str, ...]) -> Any:
    """Return what is stored at *steps*."""
    here: Any = values
    for step in steps:
        here = here[0] if step == "[0]" else here[step]
    return here


def present(values: dict[str, Any], steps: tuple[str, ...]) -> bool:
    """Return whether something is stored at *steps*."""
    here: Any = values
    for step in steps:
        if step == "[0]":
            if not here:
                return False
            here = here[0]
        elif step not in here:
            return False
        else:
            here = here[step]
    return True


def _native_severity(field: str) -> Severity:
    return "info" if "native." in field else "warning"


class WriteScope:
    """What writing collects: findings, with the place in the model."""

    def __init__(self, syntax: Syntax, currency: str | None, account: Account) -> None:
        self.syntax = syntax
        self.currency = currency
        self.findings: list[Finding] = []
        self._account = account

    def write(self, table: Table, value: Model, name: str, at: str) -> OutElement:
        """Return *value* as an element *name*; *at* is its path in the model, with a dot at its end."""
        plan = plan_of(table)
        self.account(plan, value, at)
        element = OutElement(name)
        for attr in plan.root.attrs.values():
            self._attribute(attr, value, element, at)
        if plan.root.text is not None:
            element.text = self._text(plan.root.text, value, at)
        self._children(plan.root, value, element, at)
        if table.keep is not None:
            weave(self, plan, table.keep, element, value.native, at)  # type: ignore[attr-defined]  # a table that keeps has it
        return element

    def whole(self, table: Table, value: Model, name: str, at: str) -> OutElement:
        """Return the same as `write`, for a pair that declares it (`Pair.whole`) and does not look into the element."""
        return self.write(table, value, name, at)

    def find(self, finding: Finding) -> None:
        """Add a finding."""
        self.findings.append(finding)

    def lose(
        self, model_path: str, value: object, reason: str, code: str = "LOSS-NO-PLACE", severity: Severity = "warning"
    ) -> None:
        """Name the value at *model_path*, and all below it, as lost."""
        for finding in lost(model_path, value, reason, code, severity):
            self.find(finding)

    def account(self, plan: Plan, value: Model, at: str) -> None:
        """Name everything in *value* that the table of *plan* has no row for."""
        self._account.name(plan, value, at, self.find)

    def _children(self, plan: PlanNode, value: Model, parent: OutElement, at: str) -> None:
        for child in plan.children:
            row = child.row
            if isinstance(row, Leaf):
                parent.children.extend(self._leaf(child, row, value, at))
            elif isinstance(row, Switch):
                parent.children.extend(self._switch(child.name, row, value, at))
            elif isinstance(row, Group):
                parent.children.extend(self._group(row, child.name, value, at))
            elif isinstance(row, Pair):
                parent.children.extend(row.write(value, self, at))
            elif isinstance(row, Const):
                parent.children.append(OutElement(child.name, row.value, const=True))
            elif isinstance(row, Mirror):
                if (mirrored := field_value(value, row.of, self.syntax.format)) is not None:
                    parent.children.append(OutElement(child.name, row.codec.write(mirrored)))
            else:
                element = OutElement(child.name)
                for attr in child.attrs.values():
                    self._attribute(attr, value, element, at)
                self._children(child, value, element, at)
                if child.only_const:
                    element.const = True
                    parent.children.append(element)
                elif element.attributes or any(not c.const for c in element.children):
                    parent.children.append(element)

    def _leaf(self, plan: PlanNode, row: Leaf, value: Model, at: str) -> Iterator[OutElement]:
        if row.many:
            for position, item in enumerate(getattr(value, row.field)):
                yield OutElement(plan.name, self._cut(row, str(row.codec.write(item)), f"{at}{row.field}[{position}]"))
            return
        element = OutElement(plan.name, self._text(row, value, at))
        stated = False
        for attr in plan.attrs.values():
            stated |= self._attribute(attr, value, element, at)
        if element.text is not None or stated or row.always:
            yield element

    def _switch(self, name: str, row: Switch, value: Model, at: str) -> Iterator[OutElement]:
        written = None
        for key, leaf in row.cases.items():
            content = field_value(value, leaf.field, self.syntax.format)
            if content is None:
                continue
            if written is None:
                written = key
                plan = PlanNode("leaf", name, leaf, {a.name: a for a in (Attr(row.on, const=key), *leaf.attrs)})
                yield from self._leaf(plan, leaf, value, at)
            elif not row.same and content != field_value(value, row.cases[written].field, self.syntax.format):
                reason = f"{self.syntax.format} takes one {name}, and that of type {written} is written"
                self.lose(self._path(at, leaf.field), content, reason, severity=_native_severity(leaf.field))
        if written is None:
            self._lose_attributes_of(name, row, value, at)

    def _lose_attributes_of(self, name: str, row: Switch, value: Model, at: str) -> None:
        """Name what would stand in attributes of an element that is not written."""
        for field in dict.fromkeys(a.field for case in row.cases.values() for a in case.attrs if a.field):
            content = field_value(value, field, self.syntax.format)
            if content is not None:
                reason = f"it belongs to {name}, which is not written"
                self.lose(self._path(at, field), content, reason, severity=_native_severity(field))

    def _path(self, at: str, field: str) -> str:
        """Return the path in the model of a field of a row."""
        return at + ".".join(native_steps(field, self.syntax.format)).replace(".[0]", "[0]")

    def _text(self, row: Leaf, value: Model, at: str) -> str | None:
        content = field_value(value, row.field, self.syntax.format)
        if content is None:
            return None
        try:
            text = row.codec.write(content)
        except ValueError as error:
            self.lose(self._path(at, row.field), content, str(error), "LOSS-UNWRITABLE")
            return None
        return self._cut(row, text, self._path(at, row.field))

    def _cut(self, row: Leaf, text: str, path: str) -> str:
        text = self.clean(text, path)
        if row.limit is not None and len(text) > row.limit:
            terms = terms_at(path)
            self.find(
                Finding(
                    "LOSS-TRUNCATED", "warning", "loss",
                    f"{label(path, terms)} has {len(text)} characters, {self.syntax.format} takes {row.limit}; "
                    f"cut off: {shown(text[row.limit:])}",
                    f"shorten it to {row.limit} characters", terms, value=text, model_path=path,
                )
            )  # fmt: skip
            return text[: row.limit]
        return text

    def clean(self, text: str, path: str) -> str:
        """Return *text* without characters that XML forbids, which are named as lost."""
        if not forbidden_characters().search(text):
            return text
        terms = terms_at(path)
        bad = ", ".join(sorted({f"U+{ord(c):04X}" for c in forbidden_characters().findall(text)}))
        self.find(
            Finding(
                "LOSS-CHARACTER", "warning", "loss",
                f"{label(path, terms)} holds {bad}, which XML cannot carry; left out",
                "remove the control characters at the source", terms, value=text, model_path=path,
            )
        )  # fmt: skip
        return forbidden_characters().sub("", text)

    def _attribute(self, attr: Attr, value: Model, element: OutElement, at: str) -> bool:
        """Write one attribute; return True when it states a value of the model."""
        if attr.read_only:
            return False
        if attr.field is not None:
            content = field_value(value, attr.field, self.syntax.format)
            if content is None:
                if attr.repeats is not None and (repeated := field_value(value, attr.repeats, self.syntax.format)):
                    element.attributes[attr.name] = self.clean(str(repeated), self._path(at, attr.repeats))
                return False
            path = self._path(at, attr.field)
            try:
                element.attributes[attr.name] = self.clean(attr.codec.write(content), path)
            except ValueError as error:
                self.lose(path, content, str(error), "LOSS-UNWRITABLE")
                return False
            return True
        if attr.currency:
            if self.currency is not None:
                element.attributes[attr.name] = self.clean(self.currency, "currency")
        elif attr.const is not None:
            element.attributes[attr.name] = attr.const
        return False

    def _group(self, row: Group, name: str, value: Model, at: str) -> Iterator[OutElement]:
        content = field_value(value, row.field, self.syntax.format)
        if row.many:
            for position, item in enumerate(content or ()):
                yield from self._solid(self.write(row.table, item, name, f"{at}{row.field}[{position}]."))
        elif content is not None:
            yield from self._solid(self.write(row.table, content, name, f"{at}{row.field}."))

    @staticmethod
    def _solid(element: OutElement) -> Iterator[OutElement]:
        if element.text is not None or element.attributes or any(not c.const for c in element.children):
            yield element


def field_value(value: Model, field: str, format: str) -> Any:
    """Return what stands at the path *field* of *value*; None when anything on the way is absent."""
    here: Any = value
    for step in native_steps(field, format):
        if step == "[0]":
            here = here[0] if here else None
        elif isinstance(here, dict):
            here = here.get(step)
        else:
            here = getattr(here, step)
        if here is None:
            return None
    return here
