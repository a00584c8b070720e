"""Rules: one function per rule over a column of nodes, which appends what fails."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from einvoice.schematron.compiler.base import Builder, Scope
from einvoice.schematron.compiler.forbidden import Forbidden, Numbered
from einvoice.schematron.compiler.forms import negated, owner_and_key
from einvoice.schematron.compiler.values import UNKNOWN, Unsupported
from einvoice.schematron.schema import Assertion, Let, Rule
from einvoice.schematron.xpath import Call, ContextItem, Expr, NodeTest, Or, Step

Columns = tuple[int | str, ...]
"""What a function takes beside the nodes: levels of parents, and names of ancestors."""


class Written(NamedTuple):
    """The function of a rule (None when it has nothing to do), its columns, and the items left to `exact.py`."""

    name: str | None
    columns: Columns
    left: tuple[int, ...]


class Rules(Forbidden):
    """Rules; what `Forbidden` does not take is code, compiled by `value` and `truth`."""

    def rule(self, name: str, rule: Rule) -> Written:
        """Write the function of *rule*."""
        builder = Builder(self, "rule")
        scope = builder.scope()
        lines: list[str] = []
        absent: list[Numbered] = []
        anywhere: list[Numbered] = []
        left: list[int] = []
        for number, item in enumerate(rule.body):
            if isinstance(item, Let):
                lines += self.let(name, item, scope)
                continue
            try:
                test = self.parser.parse(item.test)
                if item.kind == "report":
                    lines += _failing(number, self.truth(test, scope))
                elif (paths := self.absent_paths(test)) is not None:
                    absent += [(number, path) for path in paths]
                elif (path := self.anywhere_path(test)) is not None:
                    anywhere.append((number, path))
                elif _is_not_blank(test):
                    lines += _failing(number, "D.blank and '' in n and not normalize(n[''])")
                else:
                    lines += _failing(number, negated(self.truth(test, scope)))
            except Unsupported as error:
                self.note(f"{name} {item.id}", error)
                left.append(number)
        if not lines and not absent and not anywhere:
            return Written(None, (), tuple(left))
        before = self.forbidding(absent, anywhere)
        columns, arguments, targets = builder.columns()
        source = f"zip({arguments})" if columns else "N"
        loop = [f"    for {targets} in {source}:", *_shared(lines)] if lines else []
        self.lines += [f"def {name}(D, F, T, {arguments}):", *before, *builder.head(), *loop, ""]
        return Written(name, columns, tuple(left))

    def let(self, name: str, let: Let, scope: Scope) -> Iterator[str]:
        """Yield the code of a variable of a rule; what uses one that is not compiled is not compiled either."""
        try:
            value = self.value(self.parser.parse(let.value), scope)
        except Unsupported as error:
            self.note(f"{name} ${let.name}", error)
            scope.bind(let.name, UNKNOWN)
            return
        if value.branches is not None or value.constant is not None:  # worked out where it is used
            scope.bind(let.name, value)
            return
        local = scope.function.temporary("v")
        yield f"        {local} = {value.src}"
        strict = None
        if value.strict is not None:
            strict = scope.function.temporary("v")
            yield f"        {strict} = {value.strict}"
        scope.bind(let.name, replace(value, src=local, strict=strict))

    def is_blank_rule(self, rule: Rule) -> bool:
        """True when a rule says something of blank elements only."""
        return all(
            isinstance(item, Assertion) and item.kind == "assert" and _is_not_blank(self.parser.parse(item.test))
            for item in rule.body
        )


def _failing(number: int, code: str) -> list[str]:
    """Return the line that records a failure where *code* is true."""
    return [f"        if {code}: F.append(({number}, n))"] if code != "False" else []


def _is_not_blank(expr: Expr) -> bool:
    """True for ``* or normalize-space()``: the element holds something."""
    blank = (Call("normalize-space", ()), Call("normalize-space", (ContextItem(),)))
    return isinstance(expr, Or) and expr.left == Step("child", NodeTest("element")) and expr.right in blank


LOOKS: Final = re.compile(r"\b(?:(?:n|p\d+)\.get\(K\d+\)|kid[23]\((?:n|p\d+)(?:, K\d+)+\))")
"""Looks at the tree, in generated code."""


def _shared(lines: Sequence[str]) -> list[str]:
    """Return the lines of a loop with looks at the tree that occur several times done once, at its start.

    A look never raises, so doing it early changes nothing.
    """
    text = "\n".join(lines)
    counts: dict[str, int] = {}
    for found in LOOKS.findall(text):
        counts[found] = counts.get(found, 0) + 1
    made: list[str] = []
    for code, count in counts.items():
        look = owner_and_key(code)
        present = f"({look[1]} in {look[0]})" if look is not None else None
        if count + (text.count(present) if present is not None else 0) < 2:
            continue
        name = f"l{len(made) + 1}"
        made.append(f"        {name} = {code}")
        if present is not None:
            text = text.replace(present, f"({name} is not None)")
        text = text.replace(code, name)
    return [*made, *text.split("\n")]
