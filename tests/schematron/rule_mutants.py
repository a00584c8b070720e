"""Mutation testing of our rules: each small fault put into a rule has to change the verdict on some document.

    python -m tests.schematron.rule_mutants [--layer en16931|peppol] [--sample N --seed S] [--only TEXT]

A mutant has one expression changed (`rewrites.py`): the test of an assertion, a variable, a function, a context; or a
flag.  The suite that has to notice it: the named cases and series of `documents.py`, the unit fragments, the published
documents and ours, and 2,000 mutants of a fixed seed.  Noticed means: on one of them the ids that fail, or whether an
assertion cannot be evaluated, differ from what the rules say unchanged. A changed flag has to differ from the
register of official rules.

Those that nobody can notice, because the changed rule says the same of every document, stand in
``unnoticed_mutants.csv`` with the reason.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from tests.oracle.family import register
from tests.oracle.mutants import mutants, seeds
from tests.schematron.documents import CASES, series
from tests.schematron.rewrites import rewrites
from tests.schematron.sides import LAYERS, ours

from einvoice import xml
from einvoice.errors import SchematronBroken
from einvoice.schematron import schema as sch
from einvoice.schematron.exact import Exact
from einvoice.schematron.result import Result
from einvoice.schematron.schema import Assertion, Let, Pattern, Rule, Schema
from einvoice.schematron.schema import XPath as XPathText
from einvoice.schematron.xpath import Call, Expr, Parser, Var

SEED: Final = 20260520
COUNT: Final = 2000
LARGEST: Final = 100_000
"""Bytes of a document beyond which it is left out."""
UNNOTICED: Final = Path(__file__).with_name("unnoticed_mutants.csv")


class Mutant(NamedTuple):
    """A changed rule set: *where* and *what* name it; *patterns* are those that have to be judged again."""

    layer: str
    where: str
    what: str
    kind: str
    place: tuple[int, int, int]
    """Pattern, rule, item of a test; -1 where it is not one of these."""
    name: str
    """Of the variable or function that is changed."""
    tree: Expr | None

    @property
    def key(self) -> tuple[str, str, str]:
        """What it stands under in the list of those that nobody notices."""
        return self.layer, self.where, self.what


# ---------------------------------------------------------------------------------------------------------------
# What may be changed


class Rules:
    """A rule set with its trees: what mutants are made of."""

    def __init__(self, layer: str) -> None:
        self.layer = layer
        self.schema = without_words(ours()[layer].schema)
        self.parser = Parser(self.schema)
        self.trees = {text.text: self.parser.parse(text) for text in expressions(self.schema)}
        self.uses = self._uses()

    def tree(self, text: XPathText) -> Expr:
        return self.trees[text.text]

    def mutants(self) -> Iterator[Mutant]:
        """Yield all mutants."""
        reached: set[str] = set()
        for p, pattern in enumerate(self.schema.patterns):
            reached |= self.reached(p)
            for let in pattern.lets:
                yield from self._of_let(let, f"{pattern.id} ${let.name}", "pattern let", (p, -1, -1))
            for r, rule in enumerate(pattern.rules):
                where = f"{pattern.id} context {' '.join(rule.context.text.split())}"
                yield from self._of_context(rule, where, (p, r, -1))
                for i, item in enumerate(rule.body):
                    if isinstance(item, Let):
                        yield from self._of_let(item, f"{where} ${item.name}", "rule let", (p, r, i))
                    else:
                        tree = self.tree(item.test)
                        yield Mutant(self.layer, item.id or "", "negated", "test", (p, r, i), "", Call("not", (tree,)))
                        for what, changed in rewrites(tree):
                            yield Mutant(self.layer, item.id or "", what, "test", (p, r, i), "", changed)
                        yield Mutant(self.layer, item.id or "", "flag", "flag", (p, r, i), "", None)
        for let in self.schema.lets:
            if let.name in reached:
                yield from self._of_let(let, f"${let.name}", "let", (-1, -1, -1))
        for function in self.schema.functions:
            if clark(self.schema, function.name) in reached:
                for number, text in enumerate(texts_of(function.body), 1):
                    for what, changed in rewrites(self.tree(text)):
                        where, name = f"{function.name}() {number}", f"{function.name} {text.text}"
                        yield Mutant(self.layer, where, what, "function", (-1, -1, -1), name, changed)

    def _of_let(self, let: Let, where: str, kind: str, place: tuple[int, int, int]) -> Iterator[Mutant]:
        for what, changed in rewrites(self.tree(let.value)):
            yield Mutant(self.layer, where, what, kind, place, let.name, changed)

    def _of_context(self, rule: Rule, where: str, place: tuple[int, int, int]) -> Iterator[Mutant]:
        tree = self.tree(rule.context)
        for what, changed in rewrites(tree):
            yield Mutant(self.layer, where, what, "context", place, "", changed)

    def _uses(self) -> dict[str, frozenset[str]]:
        """Return which variables and functions each variable and function uses, itself and through others."""
        direct = {let.name: names(self.tree(let.value)) for let in self.schema.lets}
        for function in self.schema.functions:
            used: set[str] = set()
            for text in texts_of(function.body):
                used |= names(self.tree(text))
            direct[clark(self.schema, function.name)] = frozenset(used)
        found: dict[str, frozenset[str]] = {}
        for name in direct:
            seen = {name}
            left = [name]
            while left:
                for other in direct.get(left.pop(), ()):
                    if other not in seen:
                        seen.add(other)
                        left.append(other)
            found[name] = frozenset(seen)
        return found

    @cache  # noqa: B019  # there are two, and they stay
    def reached(self, pattern: int) -> frozenset[str]:
        """Return the variables and functions that the verdict of a pattern depends on."""
        found: set[str] = set()
        for text in texts_of_pattern(self.schema.patterns[pattern]):
            for name in names(self.tree(text)):
                found |= self.uses.get(name, frozenset())
        return frozenset(found)


def without_words(schema: Schema) -> Schema:
    """Return *schema* without messages: they cost time and are no part of the verdict."""

    def silent(item: Let | Assertion) -> Let | Assertion:
        return item if isinstance(item, Let) else replace(item, message=(), subject=None, diagnostics=())

    return replace(
        schema,
        patterns=tuple(
            replace(
                pattern,
                rules=tuple(replace(rule, body=tuple(map(silent, rule.body)), subject=None) for rule in pattern.rules),
            )
            for pattern in schema.patterns
        ),
        diagnostics={},
    )


def clark(schema: Schema, name: str) -> str:
    """Return the expanded name of a function."""
    prefix, _, local = name.partition(":")
    return f"{{{schema.namespaces[prefix]}}}{local}"


def names(tree: Expr) -> frozenset[str]:
    """Return the variables and declared functions in a tree."""
    return frozenset(
        each.name for each in tree.walk() if isinstance(each, Var) or (isinstance(each, Call) and each.name[0] == "{")
    )


def texts_of(body: Iterable[sch.Instruction]) -> Iterator[XPathText]:
    """Yield the expressions of a function."""
    for each in body:
        match each:
            case sch.Sequence(select):
                yield select
            case sch.Variable(_, _, XPathText() as value):
                yield value
            case sch.Variable(_, _, tuple() as inner):
                yield from texts_of(inner)
            case sch.Choose(branches, otherwise):
                for test, inner in branches:
                    yield test
                    yield from texts_of(inner)
                yield from texts_of(otherwise)


def texts_of_pattern(pattern: Pattern) -> Iterator[XPathText]:
    for let in pattern.lets:
        yield let.value
    for rule in pattern.rules:
        yield rule.context
        for item in rule.body:
            yield item.value if isinstance(item, Let) else item.test


def expressions(schema: Schema) -> Iterator[XPathText]:
    """Yield every expression that a verdict may depend on."""
    for let in schema.lets:
        yield let.value
    for pattern in schema.patterns:
        yield from texts_of_pattern(pattern)
    for function in schema.functions:
        yield from texts_of(function.body)


# ---------------------------------------------------------------------------------------------------------------
# Judging


Verdict = tuple[Counter[str], int]
"""The ids that fail, and how many assertions could not be evaluated."""


def verdict(result: Result, patterns: Sequence[int] | None = None) -> Verdict:
    """Return the verdict of some patterns."""
    return (
        Counter(
            each.assertion.id or "" for each in result.failures if patterns is None or each.place.pattern in patterns
        ),
        sum(patterns is None or each.place.pattern in patterns for each in result.errors),
    )


@dataclass
class Alone:
    """A mutant with a rule set of its own: a changed variable or function."""

    mutant: Mutant
    exact: Exact
    patterns: tuple[int, ...]


class Generation:
    """Mutants that live, made into rule sets: tests and contexts together, others one by one."""

    def __init__(self, rules: Rules, alive: Sequence[Mutant]) -> None:
        self.rules = rules
        self.alive = list(alive)
        self.size = len(alive)
        self.trees = dict(rules.trees)
        self.tests: dict[tuple[int, int, int], Mutant] = {}
        self.copies: dict[int, tuple[Mutant, int]] = {}
        self.invalid: list[Mutant] = []
        patterns = self._patterns()
        schema = replace(rules.schema, patterns=tuple(patterns))
        self.together = Exact(schema, Parser(schema, self.trees))
        self.alone = [each for mutant in alive if (each := self._alone(mutant)) is not None]

    def _text(self, tree: Expr) -> XPathText:
        text = f"mutant {len(self.trees)}"
        self.trees[text] = tree
        return XPathText(text)

    def _patterns(self) -> Iterator[Pattern]:
        """Yield the patterns with the tests of mutants, each in place of its own, then those with changed contexts."""
        schema = self.rules.schema
        tests: dict[tuple[int, int], list[Mutant]] = defaultdict(list)
        for mutant in self.alive:
            if mutant.kind == "test":
                tests[mutant.place[:2]].append(mutant)
        number = 0
        for p, pattern in enumerate(schema.patterns):
            made = []
            for r, rule in enumerate(pattern.rules):
                body: list[Let | Assertion] = (
                    [item for item in rule.body if isinstance(item, Let)] if tests[p, r] else []
                )
                for mutant in tests[p, r]:
                    original = rule.body[mutant.place[2]]
                    assert isinstance(original, Assertion)
                    assert mutant.tree is not None
                    self.tests[number, r, len(body)] = mutant
                    body.append(replace(original, test=self._text(mutant.tree)))
                made.append(replace(rule, body=tuple(body)))
            if any(tests[p, r] for r in range(len(pattern.rules))):
                yield replace(pattern, rules=tuple(made))
                number += 1
        for mutant in self.alive:
            if mutant.kind in ("context", "rule let", "pattern let"):
                copy = self._copy(mutant)
                if not self._runs(copy):
                    self.invalid.append(mutant)
                    continue
                self.copies[number] = mutant, mutant.place[0]
                yield copy
                number += 1

    def _runs(self, pattern: Pattern) -> bool:
        """True when the changed pattern can be run at all."""
        schema = replace(self.rules.schema, patterns=(pattern,))
        exact = Exact(schema, Parser(schema, self.trees))
        try:
            exact.judge(exact.document(xml.parse(b"<a/>", faithful=True)))
        except SchematronBroken:
            return False
        return True

    def _copy(self, mutant: Mutant) -> Pattern:
        p, r, i = mutant.place
        pattern = self.rules.schema.patterns[p]
        assert mutant.tree is not None
        text = self._text(mutant.tree)
        if mutant.kind == "pattern let":
            lets = tuple(replace(let, value=text) if let.name == mutant.name else let for let in pattern.lets)
            return replace(pattern, lets=lets)
        rule = pattern.rules[r]
        if mutant.kind == "context":
            changed = replace(rule, context=text)
        else:
            item = rule.body[i]
            assert isinstance(item, Let)
            changed = replace(rule, body=(*rule.body[:i], replace(item, value=text), *rule.body[i + 1 :]))
        return replace(pattern, rules=(*pattern.rules[:r], changed, *pattern.rules[r + 1 :]))

    def _alone(self, mutant: Mutant) -> Alone | None:
        if mutant.kind not in ("let", "function"):
            return None
        schema = self.rules.schema
        assert mutant.tree is not None
        text = self._text(mutant.tree)
        if mutant.kind == "let":
            name = mutant.name
            lets = tuple(replace(let, value=text) if let.name == name else let for let in schema.lets)
            changed = replace(schema, lets=lets)
        else:
            function, _, old = mutant.name.partition(" ")
            name = clark(schema, function)
            changed = replace(
                schema,
                functions=tuple(
                    replace(each, body=tuple(_replaced(part, old, text) for part in each.body))
                    if each.name == function
                    else each
                    for each in schema.functions
                ),
            )
        patterns = tuple(p for p in range(len(schema.patterns)) if name in self.rules.reached(p))
        return Alone(mutant, Exact(changed, Parser(changed, self.trees)), patterns)

    def noticed(self, root: object, base: Result) -> Iterator[Mutant]:
        """Yield the mutants whose verdict on a document differs from *base*."""
        everything = verdict(base)[1]
        fails: Counter[tuple[int, int, int]] = Counter(tuple(each.place) for each in base.failures)
        errs: Counter[tuple[int, int, int]] = Counter(tuple(each.place) for each in base.errors)
        tree = self.together.document(root)  # type: ignore[arg-type]
        result = self.together.judge(tree)
        new_fails: Counter[tuple[int, int, int]] = Counter(tuple(each.place) for each in result.failures)
        new_errs: Counter[tuple[int, int, int]] = Counter(tuple(each.place) for each in result.errors)
        for place, mutant in self.tests.items():
            before, after = errs[mutant.place], new_errs[place]
            if _differ(everything, before, after, fails[mutant.place], new_fails[place]):
                yield mutant
        for number, (mutant, pattern) in self.copies.items():
            ids, erring = verdict(base, (pattern,))
            new_ids, new_erring = verdict(result, (number,))
            if _differ(everything, erring, new_erring, ids, new_ids):
                yield mutant
        for each in self.alone:
            ids, erring = verdict(base, each.patterns)
            new_ids, new_erring = verdict(each.exact.judge(tree, patterns=each.patterns))
            tree.memory.pop(each.exact, None)
            if _differ(everything, erring, new_erring, ids, new_ids):
                yield each.mutant


def _differ(everything: int, errors: int, new_errors: int, ids: object, new_ids: object) -> bool:
    """True when the verdict differs: where errors stop the official rules, nobody sees what fails."""
    stops, now_stops = everything > 0, everything - errors + new_errors > 0
    return stops != now_stops or (not stops and ids != new_ids)


def _replaced(part: sch.Instruction, old: str, new: XPathText) -> sch.Instruction:
    match part:
        case sch.Sequence(select):
            return sch.Sequence(new) if select.text == old else part
        case sch.Variable(_, _, XPathText(text)):
            return replace(part, value=new) if text == old else part
        case sch.Variable(_, _, tuple() as inner):
            return replace(part, value=tuple(_replaced(each, old, new) for each in inner))
        case sch.Choose(branches, otherwise):
            return sch.Choose(
                tuple(
                    (new if test.text == old else test, tuple(_replaced(each, old, new) for each in body))
                    for test, body in branches
                ),
                tuple(_replaced(each, old, new) for each in otherwise),
            )
    return part


# ---------------------------------------------------------------------------------------------------------------
# The suite


def suite() -> Iterator[tuple[str, bytes]]:
    """Yield the documents that have to notice: cases, unit fragments, documents, mutants of a fixed seed."""
    for case in CASES:
        yield case.name, case.data
    for document in series():
        yield document.name, document.data
    for each in seeds():
        if len(each.data) <= LARGEST:
            yield each.name, each.data
    for one in mutants(SEED, COUNT):
        if len(one.data) <= LARGEST:
            yield one.name, one.data


@dataclass
class Outcome:
    """What came of a run: by whom each mutant was noticed first, who was not, what could not be run."""

    noticed: dict[Mutant, str]
    survivors: list[Mutant]
    invalid: list[Mutant]


def run(layer: str, chosen: Sequence[Mutant], say: Callable[[str], None] = lambda _: None) -> Outcome:
    """Judge the suite by *chosen* mutants of a layer."""
    rules = rules_of(layer)
    plain = Exact(rules.schema, Parser(rules.schema, rules.trees))
    noticed = {each: "register" for each in chosen if each.kind == "flag" and flag_is_noticed(rules, each)}
    alive = [each for each in chosen if each.kind != "flag"]
    generation = Generation(rules, alive)
    invalid = list(generation.invalid)
    for each in alive:
        if each.kind in ("let", "function", "test") and not runs(rules, each):
            invalid.append(each)
    dead = set(invalid)
    start = time.monotonic()
    for number, (name, data) in enumerate(suite()):
        if dead:
            left = [each for each in generation.alive if each not in dead]
            if len(left) < 0.7 * generation.size or (number == 0 and dead):
                generation = Generation(rules, left)
        if not generation.alive:
            break
        root = xml.parse(data, faithful=True)
        base = plain.judge(plain.document(root))
        for mutant in generation.noticed(root, base):
            if mutant not in dead:
                dead.add(mutant)
                noticed[mutant] = name
        if number % 100 == 0:
            living = len(chosen) - len(noticed) - len(invalid)
            say(
                f"{layer}: {number} documents, {living} of {len(chosen)} mutants live, {time.monotonic() - start:.0f} s"
            )
    gone = set(invalid)
    return Outcome(noticed, [each for each in chosen if each not in noticed and each not in gone], invalid)


def runs(rules: Rules, mutant: Mutant) -> bool:
    """True when the expression can be run at all: a changed one may be refused, as the writer would see at once."""
    schema = rules.schema
    text = XPathText("changed")
    assert mutant.tree is not None
    if mutant.kind == "test":
        p, r, i = mutant.place
        rule = schema.patterns[p].rules[r]
        item = rule.body[i]
        assert isinstance(item, Assertion)
        lets = tuple(each for each in rule.body if isinstance(each, Let))
        body = (*lets, replace(item, test=text))
        pattern = replace(schema.patterns[p], rules=(replace(rule, body=body),))
        schema = replace(schema, patterns=(pattern,))
    else:
        schema = replace(schema, patterns=(Pattern("p", (Rule(XPathText("a"), (Let("changed", text),)),)),))
        return True
    exact = Exact(schema, Parser(schema, {**rules.trees, "changed": mutant.tree}))
    try:
        exact.judge(exact.document(xml.parse(b"<a/>", faithful=True)))
    except SchematronBroken:
        return False
    return True


@cache
def rules_of(layer: str) -> Rules:
    """Return the rules of a layer."""
    return Rules(layer)


def flag_is_noticed(rules: Rules, mutant: Mutant) -> bool:
    """True when the register of official rules knows another flag."""
    p, r, i = mutant.place
    item = rules.schema.patterns[p].rules[r].body[i]
    assert isinstance(item, Assertion)
    changed = replace(item, flag="warning" if item.flag == "fatal" else "fatal")
    pattern = Pattern(None, (Rule(XPathText("a"), (changed,)),))
    return any(
        "flag" in fault for fault in register(replace(rules.schema, patterns=(pattern,)), rules.layer, [item.id or ""])
    )


# ---------------------------------------------------------------------------------------------------------------
# Those that nobody can notice


def unnoticed() -> dict[tuple[str, str, str], str]:
    """Return the mutants that are known to live, with the reason."""
    if not UNNOTICED.exists():
        return {}
    with UNNOTICED.open(encoding="utf-8", newline="") as file:
        return {(row["layer"], row["where"], row["what"]): row["reason"] for row in csv.DictReader(file)}


def main(arguments: list[str] | None = None) -> int:
    """Return 0 when every mutant is noticed or explained, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m tests.schematron.rule_mutants")
    parser.add_argument("--layer", choices=LAYERS, action="append")
    parser.add_argument("--sample", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", metavar="TEXT", help="only mutants whose name holds TEXT")
    parser.add_argument("--kind", help="only mutants of this kind")
    parser.add_argument("--save", type=Path, help="write the survivors that nobody explained, as CSV")
    options = parser.parse_args(arguments)
    known = unnoticed()
    total, unexplained = Counter[str](), []
    for layer in options.layer or LAYERS:
        chosen = [
            each
            for each in rules_of(layer).mutants()
            if (not options.only or options.only in " ".join(each.key))
            and (not options.kind or each.kind == options.kind)
        ]
        if options.sample:
            chosen = Random(options.seed).sample(chosen, min(options.sample, len(chosen)))
        found = run(layer, chosen, lambda text: print(text, file=sys.stderr, flush=True))
        explained = [each for each in found.survivors if each.key in known]
        rest = [each for each in found.survivors if each.key not in known]
        unexplained += rest
        for each in rest:
            print(f"LIVES {' | '.join(each.key)}")
        for kind in sorted({each.kind for each in chosen}):
            of_kind = [
                sum(each.kind == kind for each in some)
                for some in (chosen, found.noticed, found.invalid, found.survivors)
            ]
            print(
                f"{layer} {kind}: {of_kind[0]} mutants, {of_kind[1]} noticed, {of_kind[2]} refused, {of_kind[3]} live"
            )
        total.update(mutants=len(chosen) - len(found.invalid), noticed=len(found.noticed), explained=len(explained))
    if options.save:
        with options.save.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["layer", "where", "what", "reason"])
            writer.writerows([*each.key, ""] for each in unexplained)
    worth = total["mutants"] - total["explained"]
    share = 100 * total["noticed"] / worth if worth else 100
    print(
        f"{total['mutants']} mutants, {total['noticed']} noticed, {total['explained']} live for a reason that is "
        f"written down, {len(unexplained)} live: {share:.1f} % of those that can be noticed"
    )
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
