"""The module under construction, and the source it ends in."""

from __future__ import annotations

import re
from typing import NamedTuple

from einvoice.schematron.compiler.contexts import Contexts
from einvoice.schematron.compiler.expressions import Expressions
from einvoice.schematron.compiler.messages import Messages
from einvoice.schematron.schema import Assertion, Schema
from einvoice.schematron.xpath import Parser


class Compiled(NamedTuple):
    """Generated source: the rules, and what words their failures (it stands on the names of the former).

    *unsupported* says what is left to `exact.py`, with reasons.
    """

    rules: str
    messages: str
    unsupported: tuple[str, ...]


class Module(Contexts, Messages, Expressions):
    """The module under construction: contexts, rules and messages, over expressions of all kinds."""

    def names_source(self, names: int = 0, constants: int = 0) -> list[str]:
        """Return the lines that set the keys and constants from a number on."""
        return [
            *(f"{name} = {key!r}" for key, name in list(self.names.items())[names:]),
            *(f"{name} = {code}" for code, name in list(self.constants.items())[constants:]),
            "",
        ]

    def patterns(self, schema: Schema) -> list[str]:
        """Write the functions of all rules; return the lines of the table ``PATTERNS``."""
        table: list[str] = []
        for number, pattern in enumerate(schema.patterns):
            rows: list[str] = []
            for index, rule in enumerate(pattern.rules):
                name = f"{number}_{index}"
                alternatives = self.alternatives(name, self.parser.parse(rule.context))
                function, columns, left = self.rule(f"r{name}", rule)
                shown = "None"
                if alternatives is not None:
                    shown = "(" + ", ".join(each.code() for each in alternatives) + ",)"
                rows.append(f"        ({shown}, {function}, {columns!r}, {left!r}, {self.is_blank_rule(rule)}),")
            table += ["    [", *rows, "    ],"]
        return ["PATTERNS = [", *table, "]", ""]

    def writers(self, schema: Schema) -> list[str]:
        """Write the functions of all messages; return the lines of the table ``WRITERS``."""
        rows: list[str] = []
        for number, pattern in enumerate(schema.patterns):
            for index, rule in enumerate(pattern.rules):
                for item, part in enumerate(rule.body):
                    if isinstance(part, Assertion):
                        found = self.writer(f"w{number}_{index}_{item}", rule, item, part)
                        if found is not None:
                            rows.append(f"    ({number}, {index}, {item}): ({found[0]}, {found[1]!r}),")
        return ["WRITERS = {", *rows, "}", ""]


def compile_schema(schema: Schema, *, trusted: bool = True, parser: Parser | None = None) -> Compiled:
    """Return *schema* as source.

    For rules that are not *trusted*, whatever could run for ever is left to `exact.py`, since that counts its steps:
    recursion, and loops nested deeper than `operators.MAX_LOOPS`.
    """
    module = Module(schema, trusted, parser)
    source = re.sub(r"[^\w./ -]", "_", schema.source, flags=re.ASCII)  # the name of a file can hold quotes
    origin = f'"""Compiled by einvoice from {source!r}.  Do not edit: change the rules, and compile again."""'
    imports = ["from decimal import Decimal", "from einvoice.schematron.runtime import *", ""]
    patterns = module.patterns(schema)
    rules = [origin, *imports, *module.names_source(), *module.lines, *patterns]
    unsupported = tuple(module.unsupported)

    known = len(module.names), len(module.constants)
    module.lines = []
    module.telling = True
    module.functions = {key: value for key, value in module.functions.items() if value and value.type != "unsupported"}
    writers = module.writers(schema)
    messages = [origin, *module.names_source(*known), *module.lines, *writers]
    return Compiled("\n".join(rules), "\n".join(messages), unsupported)
