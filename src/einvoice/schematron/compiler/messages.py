"""Messages: the functions that word a failure and find its place."""

from __future__ import annotations

from typing import Final

from einvoice.schematron import schema as sch
from einvoice.schematron.compiler.base import Builder, Scope
from einvoice.schematron.compiler.forms import atoms, items, single
from einvoice.schematron.compiler.rules import Columns, Rules
from einvoice.schematron.compiler.trees import is_named, parts_of, path_of
from einvoice.schematron.compiler.values import Unsupported, Value
from einvoice.schematron.schema import Let, Rule
from einvoice.schematron.xpath import Expr, Step, Var

SHOWN: Final = {
    "u": "{}",
    "str": "{}",
    "int": "str({})",
    "dec": "decimal_text({})",
    "dbl": "double_text({})",
    "bool": "('true' if {} else 'false')",
}
"""Code of the text of an item, by type."""


class Messages(Rules):
    """Messages; variables are those of `Rules`, expressions are compiled by `value` while *telling* is True."""

    def writer(self, name: str, rule: Rule, item: int, assertion: sch.Assertion) -> tuple[str, Columns] | None:
        """Write the function that words a failure: it gives the message, and the node at fault with an attribute.

        None when `exact.py` has to.
        """
        if assertion.diagnostics:
            return None
        builder = Builder(self, "rule")
        scope = builder.scope()
        subject = assertion.subject or rule.subject
        lines: list[str] = []
        try:
            wanted = [part.select for part in assertion.message if isinstance(part, sch.ValueOf)]
            used = self._used_lets(rule, item, [*wanted, *([subject] if subject is not None else [])])
            for let in rule.body[:item]:
                if isinstance(let, Let) and let.name in used:
                    lines += [line.removeprefix("    ") for line in self.let(name, let, scope)]
            made = [self._part(part, scope) for part in assertion.message]
            node, attribute = ("n", "None") if subject is None else self._subject(self.parser.parse(subject), scope)
        except Unsupported as error:
            self.note(name, error)
            return None
        columns, _, targets = builder.columns()
        self.lines += [
            f"def {name}(D, T, {targets}):",
            *builder.head(),
            *lines,
            f"    return {' + '.join(made) or repr('')}, {node}, {attribute}",
            "",
        ]
        return name, columns

    def _used_lets(self, rule: Rule, item: int, texts: list[sch.XPath]) -> set[str]:
        """Return the variables of *rule* that expressions use, directly or through others."""
        lets = {let.name: let for let in rule.body[:item] if isinstance(let, Let)}
        used: set[str] = set()
        unread = list(texts)
        while unread:
            for each in self.parser.parse(unread.pop()).walk():
                if isinstance(each, Var) and each.name in lets and each.name not in used:
                    used.add(each.name)
                    unread.append(lets[each.name].value)
        return used

    def _part(self, part: sch.Part, scope: Scope) -> str:
        """Return code of the text of a part of a message."""
        match part:
            case sch.Text(text):
                return repr(text)
            case sch.ValueOf(select):
                return self._content(self.value(self.parser.parse(select), scope))
            case sch.NameOf(None):
                return "D.name_of(n)"
        raise Unsupported("the name of another node")

    def _content(self, value: Value) -> str:
        """Return code of the text that ``value-of`` gives."""
        if value.branches is not None:
            condition, then, otherwise = value.branches
            return f"({self._content(then)} if {condition} else {self._content(otherwise)})"
        if value.type == "empty":
            return "''"
        if isinstance(value.constant, str):
            return repr(value.constant)
        if value.type == "text" and value.card in ("m", "*"):
            raise Unsupported("text nodes side by side")
        src, kind = atoms(self.in_order(value))
        if kind not in SHOWN:
            raise Unsupported(f"the text of a {kind}")
        shown = SHOWN[kind]
        if value.card == "1":
            one, _ = single(value)
            return one if shown == "{}" else shown.format(f"({one})")
        return f"' '.join({src})" if shown == "{}" else f"' '.join([{shown.format('z')} for z in {src}])"

    def _subject(self, subject: Expr, scope: Scope) -> tuple[str, str]:
        """Return code of the first node that *subject* selects (the context when there is none), and its attribute."""
        *owners, last = parts_of(subject)
        if isinstance(last, Step) and last.axis == "attribute" and not last.predicates:
            return self._attribute(owners, last, scope)
        value = self.value(subject, scope)
        if value.type == "empty":
            return "n", "None"
        if value.type != "elem" or value.branches is not None:
            raise Unsupported("a subject that is no element")
        if value.card == "1":
            return value.src, "None"
        holder = scope.function.temporary("s")
        return f"({holder} if ({holder} := first({items(self.in_order(value))})) is not None else n)", "None"

    def _attribute(self, owners: list[Expr], step: Step, scope: Scope) -> tuple[str, str]:
        """Return `_subject` of an attribute of *owners*, of the context when they are none."""
        if not is_named(step, "attribute"):
            raise Unsupported("any attribute")
        key = self.key(step.test.uri, step.test.local, True)
        owner = self.value(path_of(owners), scope) if owners else Value("n", "elem", "1")
        if owner.type != "elem":
            raise Unsupported("a subject that is no node")
        name = scope.function.temporary("s")
        found = f"first([{name} for {name} in {items(self.in_order(owner))} if {key} in {name}])"
        holder = scope.function.temporary("s")
        node = f"({holder} if ({holder} := {found}) is not None else n)"
        return node, f"{self.text_of[key]!r} if {holder} is not None else None"
