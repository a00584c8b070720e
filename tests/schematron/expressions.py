"""Rule sets of expressions drawn by chance, and small documents: what rules of users may hold and ours do not.

    rules(chance)              the children of a `<schema>`: variables, a function, one rule with assertions
    document(chance)           a tree of a few names

    python -m tests.schematron.expressions SEED COUNT [--saxon]

compares compiled rules with `exact.py`, or that with Saxon, and prints what differs.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from tests.schematron.cases import XSL, check, pattern, read_text, rule

from einvoice.errors import SchematronBroken
from einvoice.schematron import library
from einvoice.schematron.result import Result

NAMES = ("b", "b", "c", "c", "d", "u:e")
TEXTS = ("1", "2", "3", "10", "1.50", "01", " 2 ", "x", "X", "yes", "true", "false", "", " ", "a b", "2026-01-31", "-1")
LITERALS = ("'1'", "'2'", "'x'", "'X'", "'yes'", "''", "'a b'", "('1', 'x')", "('2', '3', 'yes')")
NUMBERS = ("0", "1", "2", "3", "1.5", "10", "-1", "1e0")
REGEXES = ("'^[0-9]+$'", "'x'", "'^\\s*$'", "'[a-z]{1,3}'", "'^(yes|true)$'", "'.'")


FORMS = (
    "b", "c", "//b", "//c", "*", "$global", "$every", "$local", "(b, c)", "(c, b)", "(b, b)", "(b | c)", "b[2]", "b/c",
    "f:below(b)", "f:either(.)", "f:with-x(b)", "(if (c) then b else //c)", "(for $f in b return $f/c)", "(., b)",
)  # fmt: skip
WRAPPERS = (
    "X/c", "X/b", "X/c", "(X)[1]", "(X)[last()]", "X[c]", "X[@x]", "X[not(b)]", "(X, b)", "(c, X)", "(X | c)", "(X, X)",
    "reverse(X)", "(for $i in X return $i/c)", "(for $j in (2, 1) return (X)[$j])", "subsequence(X, 2)", "f:below(X)",
    "f:either(X)", "(if (b) then X else c)", "X[. = '1']", "X/(c | b)", "X/(c, b)", "X/..", "X//c", "X/($local)",
    "(for $k in b return X)", "(X)[2]", "(X)/c[1]", "X/c[last()]",
)  # fmt: skip
"""Nodes, and what may be done to the nodes X; joined, they make sequences out of order and nodes that come twice."""


class Draw:
    """Draws expressions; the deeper, the plainer.  *plain* ones keep to what can be compiled, mostly."""

    def __init__(self, chance: Random, plain: bool) -> None:
        self.chance = chance
        self.plain = plain
        self.variables = 0
        self.nodes_in_reach = ["$global", "$every", "$local"]

    def one(self, depth: int, *ways: Callable[[int], str]) -> str:
        return self.chance.choice(ways)(depth - 1)

    # ------------------------------------------------------------------------------------------------ nodes

    def nodes(self, depth: int) -> str:
        if depth <= 0 or self.chance.random() < 0.25:
            wild = () if self.plain else ("*", ".//c", "//c/..")
            return self.chance.choice((*NAMES, "@x", ".", "//b", *wild, *self.nodes_in_reach))
        if self.plain:
            return self.one(
                depth, self.path, self.path, self.predicated, self.predicated, self.positioned, self.sequence,
                self.chosen, self.looped, self.function,
            )  # fmt: skip
        return self.one(
            depth, self.path, self.path, self.path, self.predicated, self.predicated, self.positioned, self.union,
            self.sequence, self.chosen, self.looped, self.axis, self.function,
        )  # fmt: skip

    def path(self, depth: int) -> str:
        left, right = self.nodes(depth), self.step(depth)
        left = f"({left})" if left.startswith(("if", "for")) else left
        return f"{left}{'/' if self.plain else self.chance.choice(('/', '/', '/', '//'))}{right}"

    def step(self, depth: int) -> str:
        wild = ("*", "..", "text()", "(b | c)", "(c, b)", "self::b", "parent::b", "($global)")
        kinds = (*NAMES, "@x") if self.plain else (*NAMES, "@x", *wild)
        found = self.chance.choice(kinds)
        return f"{found}[{self.truth(depth)}]" if found in NAMES and self.chance.random() < 0.3 else found

    def predicated(self, depth: int) -> str:
        return f"({self.nodes(depth)})[{self.truth(depth)}]" if self.chance.random() < 0.3 else (
            f"{self.chance.choice(NAMES)}[{self.truth(depth)}]"
        )  # fmt: skip

    def positioned(self, depth: int) -> str:
        place = self.chance.choice(("1", "2", "last()", "position() = 2", "position() > 1"))
        return (
            f"({self.nodes(depth)})[{place}]" if self.chance.random() < 0.6 else f"{self.chance.choice(NAMES)}[{place}]"
        )

    def union(self, depth: int) -> str:
        return f"({self.nodes(depth)} | {self.nodes(depth)})"

    def sequence(self, depth: int) -> str:
        return f"({self.nodes(depth)}, {self.nodes(depth)})"

    def chosen(self, depth: int) -> str:
        other = self.chance.choice(("()", self.nodes(depth)))
        return f"(if ({self.truth(depth)}) then {self.nodes(depth)} else {other})"

    def looped(self, depth: int) -> str:
        name = self.variable()
        source = self.nodes(depth)
        with_it = self.with_variable(name, lambda: self.nodes(depth))
        return f"(for {name} in {source} return {with_it})"

    def axis(self, depth: int) -> str:
        axis = self.chance.choice(
            ("parent", "ancestor", "ancestor-or-self", "following-sibling", "preceding-sibling", "descendant", "self")
        )
        return f"{axis}::{self.chance.choice(('b', 'c', '*', 'a'))}"

    def function(self, depth: int) -> str:
        name = self.chance.choice(("f:with-x", "f:below", "reverse", "f:either") + ("f:children",) * (not self.plain))
        return f"{name}({self.nodes(depth)})"

    def single(self, depth: int) -> str:
        """At most one node, mostly."""
        if self.chance.random() < 0.15:
            return self.nodes(depth)
        if self.chance.random() < 0.3:
            return self.chance.choice((".", "@x", "@y"))
        return f"({self.nodes(depth)})[{self.chance.choice(('1', '1', '2', 'last()'))}]"

    def variable(self) -> str:
        self.variables += 1
        return f"$v{self.variables}"

    def with_variable(self, name: str, make: Callable[[], str]) -> str:
        self.nodes_in_reach += [name, name]
        try:
            return make()
        finally:
            del self.nodes_in_reach[-2:]

    # ------------------------------------------------------------------------------------------------ values

    def text(self, depth: int) -> str:
        if depth <= 0 or self.chance.random() < 0.2:
            wild = () if self.plain else ("local-name()", "name()")
            return self.chance.choice(("'x'", "'1'", "''", "'a b'", "string(.)", "string(@x)", *wild))
        made: tuple[str, ...] = (
            f"string({self.single(depth - 1)})",
            f"normalize-space({self.single(depth - 1)})",
            f"upper-case({self.single(depth - 1)})",
            f"concat({self.text(depth - 1)}, {self.text(depth - 1)})",
            f"substring({self.text(depth - 1)}, {self.chance.choice(('1', '2', '0', '1, 1', '2, 2'))})",
            f"string-join({self.nodes(depth - 1)}, ',')",
            f"string-join(distinct-values({self.nodes(depth - 1)}), '/')",
            f"translate({self.text(depth - 1)}, 'x1', 'y')",
            f"local-name({self.single(depth - 1)})" if not self.plain else "normalize-space(.)",
            f"substring-after({self.text(depth - 1)}, '1')",
            f"f:shown({self.single(depth - 1)}, {self.chance.choice(LITERALS)})",
            f"(if ({self.truth(depth - 1)}) then {self.text(depth - 1)} else {self.text(depth - 1)})",
        )
        return self.chance.choice(made)

    def number(self, depth: int) -> str:
        if depth <= 0 or self.chance.random() < 0.2:
            return self.chance.choice(NUMBERS)
        made: tuple[str, ...] = (
            f"count({self.nodes(depth - 1)})",
            f"count({self.nodes(depth - 1)})",
            f"count(distinct-values({self.nodes(depth - 1)}))",
            f"sum({self.nodes(depth - 1)})",
            f"sum({self.nodes(depth - 1)}/xs:decimal(.))",
            f"number({self.single(depth - 1)})",
            f"xs:decimal({self.single(depth - 1)})",
            f"xs:integer({self.single(depth - 1)})",
            f"string-length({self.text(depth - 1)})",
            f"({self.number(depth - 1)} {self.chance.choice(('+', '-', '*'))} {self.number(depth - 1)})",
            f"round({self.number(depth - 1)})",
            f"abs({self.number(depth - 1)})",
            f"f:double({self.number(depth - 1)})",
        )
        return self.chance.choice(made)

    def told(self) -> str:
        """A test that tells nodes, their number and their order apart."""
        nodes = self.chance.choice(FORMS)
        for _ in range(self.chance.randint(1, 3)):
            nodes = self.chance.choice(WRAPPERS).replace("X", nodes)
        literal, number = self.chance.choice(LITERALS), self.chance.choice(("1", "2", "3"))
        made = (
            f"count({nodes}) {self.chance.choice(('=', '>', '<='))} {number}",
            f"({nodes})[1] = {literal}",
            f"({nodes})[last()] = {literal}",
            f"({nodes})[1]/@x = ({nodes})[last()]/@x",
            f"{nodes} = {literal}",
            f"sum(for $s in {nodes} return string-length($s)) > {number}",
        )
        return self.chance.choice(made)

    def truth(self, depth: int) -> str:
        if depth <= 0:
            return self.chance.choice((self.nodes(0), f"{self.nodes(0)} = {self.chance.choice(LITERALS)}", "true()"))
        operator = self.chance.choice(("=", "=", "!=", "<", "<=", ">", ">="))
        word = self.chance.choice(("and", "or"))
        name = self.variable()
        source = self.nodes(depth - 1)
        made: tuple[Callable[[], str], ...] = (
            lambda: self.nodes(depth),
            lambda: f"exists({self.nodes(depth)})",
            lambda: f"not({self.truth(depth - 1)})",
            lambda: f"({self.truth(depth - 1)} {word} {self.truth(depth - 1)})",
            lambda: f"{self.nodes(depth)} = {self.chance.choice(LITERALS)}",
            lambda: f"{self.nodes(depth - 1)} {operator} {self.nodes(depth - 1)}",
            lambda: f"{self.nodes(depth - 1)} {operator} {self.number(depth - 1)}",
            lambda: f"{self.number(depth)} {operator} {self.number(depth - 1)}",
            lambda: f"{self.text(depth)} {self.chance.choice(('=', '!='))} {self.text(depth - 1)}",
            lambda: f"contains({self.text(depth - 1)}, {self.text(0)})",
            lambda: f"starts-with({self.text(depth - 1)}, {self.text(0)})",
            lambda: f"matches({self.text(depth - 1)}, {self.chance.choice(REGEXES)})",
            lambda: f"({self.single(depth - 1)} castable as xs:{self.chance.choice(('decimal', 'integer', 'date'))})",
            lambda: (
                f"(some {name} in {source} satisfies {self.with_variable(name, lambda: self.truth(depth - 1))})"
            ),
            lambda: (
                f"(every {name} in {source} satisfies {self.with_variable(name, lambda: self.truth(depth - 1))})"
            ),
            lambda: f"f:is-one({self.nodes(depth - 1)}, {self.chance.choice(LITERALS)})",
            lambda: f"empty({self.nodes(depth - 1)})",
        )  # fmt: skip
        return self.chance.choice(made)()


FUNCTIONS = f"""
<xsl:function xmlns:xsl="{XSL}" name="f:with-x" as="element()*"><xsl:param name="n" as="node()*"/>
  <xsl:sequence select="$n[@x]"/></xsl:function>
<xsl:function xmlns:xsl="{XSL}" name="f:below" as="node()*"><xsl:param name="n" as="node()*"/>
  <xsl:sequence select="$n/c"/></xsl:function>
<xsl:function xmlns:xsl="{XSL}" name="f:children" as="node()*"><xsl:param name="n" as="node()*"/>
  <xsl:sequence select="$n/*"/></xsl:function>
<xsl:function xmlns:xsl="{XSL}" name="f:either"><xsl:param name="n"/>
  <xsl:choose><xsl:when test="$n/@x"><xsl:sequence select="$n/b"/></xsl:when>
  <xsl:otherwise><xsl:sequence select="$n/c, $n/b"/></xsl:otherwise></xsl:choose></xsl:function>
<xsl:function xmlns:xsl="{XSL}" name="f:double" as="xs:decimal"><xsl:param name="n" as="xs:decimal"/>
  <xsl:sequence select="$n * 2"/></xsl:function>
<xsl:function xmlns:xsl="{XSL}" name="f:shown" as="xs:string">
  <xsl:param name="n"/><xsl:param name="known" as="xs:string*"/>
  <xsl:sequence select="if (string($n) = $known) then concat(string($n), '!') else string-join($known, '?')"/>
</xsl:function>
<xsl:function xmlns:xsl="{XSL}" name="f:is-one" as="xs:boolean"><xsl:param name="n"/><xsl:param name="known"/>
  <xsl:sequence select="$n = $known"/></xsl:function>
"""


class Drawn(NamedTuple):
    """An assertion: its test, what its message shows, its subject."""

    test: str
    shown: str
    subject: str


class Lets(NamedTuple):
    """The values of the variables."""

    every: str
    local: str


CONTEXTS = ("a", "a", "b", "b", "c", "b/c", "b[@x]", "*[c]", "c[. = '1']", "a | d", "b[not(c)]", "u:e", "d[../b]")


def drawn(chance: Random, count: int, depth: int = 3) -> tuple[str, Lets, list[Drawn]]:
    """Return a context, variables and *count* assertions."""
    draw = Draw(chance, chance.random() < 0.7)
    draw.nodes_in_reach = ["//c"]
    lets = Lets(draw.nodes(1).replace("ancestor", "descendant"), draw.nodes(1))
    draw.nodes_in_reach = ["$global", "$every", "$local"]
    made = [
        Drawn(
            draw.told() if chance.random() < 0.6 else draw.truth(chance.randint(1, depth)),
            chance.choice((draw.text, draw.nodes))(2),
            draw.nodes(2),
        )
        for _ in range(count)
    ]
    return chance.choice(CONTEXTS), lets, made


def schema_of(context: str, lets: Lets, assertions: list[Drawn]) -> str:
    """Return the children of a schema; each assertion has a pattern, so that none takes another along to exact.py."""
    checks = [
        check(f"T{number}", quoteattr(each.test)[1:-1].replace('"', "&quot;"),
              f"is <value-of select={quoteattr(each.shown)}/>", f"subject={quoteattr(each.subject)}")
        for number, each in enumerate(assertions)
    ]  # fmt: skip
    return f"{FUNCTIONS}<let name='global' value='//b'/><let name='every' value={quoteattr(lets.every)}/>" + "".join(
        pattern(rule(context, f"<let name='local' value={quoteattr(lets.local)}/>", each)) for each in checks
    )


def document(chance: Random) -> bytes:
    """Return a tree of a few names."""

    def element(name: str, depth: int) -> str:
        attributes = "".join(f' {at}="{chance.choice(TEXTS)}"' for at in ("x", "y") if chance.random() < 0.3)
        if depth and (name == "a" or chance.random() < 0.6):
            inside = "".join(element(chance.choice(NAMES), depth - 1) for _ in range(chance.randrange(5)))
        else:
            inside = chance.choice(TEXTS)
        names = " xmlns:u='urn:u'" if name == "a" else ""
        return f"<{name}{attributes}{names}>{inside}</{name}>"

    return element("a", chance.choice((1, 2, 3, 4))).encode()


class Difference(NamedTuple):
    """An assertion on which two results differ."""

    assertion: Drawn
    context: str
    lets: Lets
    document: bytes
    here: str
    there: str

    def __str__(self) -> str:
        return (
            f"test {self.assertion.test}\n  shown {self.assertion.shown}\n  subject {self.assertion.subject}\n"
            f"  context {self.context}, $every {self.lets.every}, $local {self.lets.local}\n"
            f"  {self.document.decode()}\n  here  {self.here}\n  there {self.there}"
        )


def words(result: Result, id: str, whole: bool) -> str:
    """Return what *result* says of the assertion *id*; not *whole*: without wording and codes."""
    failures = [
        (each.location, each.message, each.subject, each.line, each.value)
        for each in result.failures
        if each.assertion.id == id
    ]
    errors = [
        (each.location, *((each.code, each.message, each.line) if whole else ()))
        for each in result.errors
        if each.assertion.id == id
    ]
    return f"failures {failures} errors {errors}"


def compare(chance: Random, assertions: int, documents: int, saxon: bool = False) -> Iterator[Difference]:
    """Draw a rule set and some documents; yield where engines differ.  A rule set that is refused gives nothing."""
    context, lets, made = drawn(chance, assertions)
    given = [document(chance) for _ in range(documents)]
    kept = []
    for each in made:
        try:
            library.from_schema(read_text(schema_of(context, lets, [each])), "drawn")
        except SchematronBroken:
            continue
        kept.append(each)
    if not kept:
        return
    rules = library.from_schema(read_text(schema_of(context, lets, kept)), "drawn")
    for data in given:
        (there,) = library.judge((rules,), data, fired=True)
        if saxon:
            (here,) = library.judge((rules,), data, fired=True, engine="saxon")
        else:
            (here,) = library.judge((rules,), data)
        for number, each in enumerate(kept):
            sides = [words(result, f"T{number}", not saxon) for result in (here, there)]
            if sides[0] != sides[1]:
                yield Difference(each, context, lets, data, *sides)
        if here.rules_fired != there.rules_fired:
            yield Difference(kept[0], context, lets, data, str(here.rules_fired), str(there.rules_fired))


def main(arguments: list[str] | None = None) -> int:
    """Return 0 when everything agrees, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m tests.schematron.expressions")
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int, help="rule sets")
    parser.add_argument("--saxon", action="store_true", help="compare exact.py with Saxon")
    parser.add_argument("--assertions", type=int, default=16)
    parser.add_argument("--documents", type=int, default=16)
    options = parser.parse_args(arguments)
    start = time.monotonic()
    found = 0
    for index in range(options.count):
        seen = set()
        chance = Random(f"{options.seed}/{index}")
        for each in compare(chance, options.assertions, options.documents, options.saxon):
            if each.assertion not in seen:
                seen.add(each.assertion)
                found += 1
                print(f"{options.seed}/{index} {each}\n", flush=True)
    print(f"{options.count} rule sets, {found} expressions differ, {time.monotonic() - start:.0f} s")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
