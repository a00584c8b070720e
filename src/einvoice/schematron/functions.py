"""The functions of XPath 2, as closures over their arguments.

`SINGLES` make a closure that gives one value or none, `SEQUENCES` one that gives items.  An argument is evaluated when
Saxon evaluates it: ``substring``, ``translate`` and ``round-half-to-even`` leave the others alone when the first is
empty, ``max``, ``min`` and ``avg`` leave off at a NaN.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from einvoice.errors import SchematronBroken
from einvoice.schematron import regex
from einvoice.schematron.axes import not_a_node
from einvoice.schematron.context import Env, Item, One, Run, atoms, context_item, fail, items_of, node_of, whole_number
from einvoice.schematron.tree import DOCUMENT, ELEMENT, TEXT, Node
from einvoice.schematron.values import (
    CASTS,
    NUMERIC,
    DynamicError,
    Untyped,
    absolute,
    average,
    ceiling_number,
    codepoints_to_string,
    extreme,
    floor_number,
    lower_case,
    normalize_space,
    operand,
    round_half_even,
    round_number,
    same_value,
    string_value,
    substring,
    to_double,
    to_number,
    total,
    translate,
    type_name,
    upper_case,
)
from einvoice.schematron.xpath import Expr

if TYPE_CHECKING:
    from einvoice.schematron.evaluate import Compiler

Arguments = tuple[Expr, ...]
MakeOne = Callable[["Compiler", Arguments], One]
MakeRun = Callable[["Compiler", Arguments], Run]

# ---------------------------------------------------------------- of strings


def _of_string(name: str, work: Callable[[str], Any]) -> MakeOne:
    def make(compiler: Compiler, arguments: Arguments) -> One:
        text = compiler.text(arguments[0], f"the argument of {name}()")
        return lambda env, item: work(text(env, item) or "")

    return make


def _of_strings(name: str, work: Callable[[str, str], Any]) -> MakeOne:
    def make(compiler: Compiler, arguments: Arguments) -> One:
        first, second = [compiler.text(each, f"an argument of {name}()") for each in arguments]
        return lambda env, item: work(first(env, item) or "", second(env, item) or "")

    return make


def _string(compiler: Compiler, arguments: Arguments) -> One:
    run = compiler.run(arguments[0])

    def text(env: Env, item: Item) -> str:
        made = ""
        for number, each in enumerate(run(env, item)):
            if number:
                fail("XPTY0004", "the argument of string() has several values")
            made = each.text if type(each) is Node else string_value(each)
        return made

    return text


def _number(compiler: Compiler, arguments: Arguments) -> One:
    one = compiler.one(arguments[0], "the argument of number()")

    def convert(env: Env, item: Item) -> float:
        value = one(env, item)
        if value is None:
            return math.nan
        if type(value) is str or type(value) is Untyped:
            return to_number(value)
        try:
            return float(CASTS["double"](value))
        except DynamicError:
            return math.nan

    return convert


def _concat(compiler: Compiler, arguments: Arguments) -> One:
    ones = [compiler.one(each, "an argument of concat()") for each in arguments]

    def join(env: Env, item: Item) -> str:
        values = [one(env, item) for one in ones]
        return _joined(env, "", [string_value(value) for value in values if value is not None])

    return join


def _joined(env: Env, separator: str, values: list[str]) -> str:
    """Return texts joined; what grows from call to call uses the budget up before the memory."""
    env.budget.spend((sum(map(len, values)) + len(separator) * len(values)) // 4)
    return separator.join(values)


def _string_join(compiler: Compiler, arguments: Arguments) -> One:
    run = compiler.run(arguments[0])
    if compiler.static(arguments[0]).one:
        return lambda env, item: "".join([string_value(each) for each in atoms(run(env, item))])
    separator = compiler.text(arguments[1], "the separator of string-join()")

    def join(env: Env, item: Item) -> str:
        values = [string_value(each) for each in atoms(run(env, item))]
        between = separator(env, item)
        if between is None:
            fail("XPTY0004", "the separator of string-join() is empty")
        return _joined(env, between, values)

    return join


def _substring(compiler: Compiler, arguments: Arguments) -> One:
    text = compiler.text(arguments[0], "the first argument of substring()")
    numbers = [compiler.double(each, "an argument of substring()") for each in arguments[1:]]

    def cut(env: Env, item: Item) -> str:
        source = text(env, item)
        if source is None:
            return ""
        places = [place for each in numbers if (place := each(env, item)) is not None]
        if len(places) < len(numbers):
            fail("XPTY0004", "an argument of substring() is empty")
        return substring(source, *places)

    return cut


def _translate(compiler: Compiler, arguments: Arguments) -> One:
    text, old, new = [compiler.text(each, "an argument of translate()") for each in arguments]

    def change(env: Env, item: Item) -> str:
        source = text(env, item)
        if not source:
            return ""
        before, after = old(env, item), new(env, item)
        if before is None or after is None:
            fail("XPTY0004", "an argument of translate() is empty")
        return translate(source, before, after)

    return change


def _codepoints_to_string(compiler: Compiler, arguments: Arguments) -> One:
    run = compiler.run(arguments[0])

    def join(env: Env, item: Item) -> str:
        return codepoints_to_string([whole_number(each, "codepoints-to-string()") for each in atoms(run(env, item))])

    return join


def _of_regex(name: str, work: Callable[..., Any]) -> MakeOne:
    def make(compiler: Compiler, arguments: Arguments) -> One:
        texts = [compiler.text(each, f"an argument of {name}()") for each in arguments]

        def run(env: Env, item: Item) -> Any:
            values = [text(env, item) for text in texts]
            if None in values[1:]:
                fail("XPTY0004", f"an argument of {name}() is empty")
            plain = [str.__str__(value or "") for value in values]
            env.budget.spend(len(plain[0]) // 10)
            try:
                return work(*plain)
            except regex.TooLong as error:
                raise SchematronBroken(
                    f"a regular expression of the rules would take too long: {error}",
                    fix="simplify it: a quantifier within a quantifier can take exponential time",
                ) from error

        return run

    return make


def _name(attribute: str) -> MakeOne:
    def make(compiler: Compiler, arguments: Arguments) -> One:
        run = compiler.run(arguments[0])

        def name(env: Env, item: Item) -> str:
            made = ""
            for number, each in enumerate(run(env, item)):
                if number:
                    fail("XPTY0004", "the name of several nodes is asked for")
                made = str(getattr(node_of(each), attribute))
            return made

        return name

    return make


# ---------------------------------------------------------------- of numbers


def _of_number(name: str, work: Callable[[Any], Any]) -> MakeOne:
    def make(compiler: Compiler, arguments: Arguments) -> One:
        one = compiler.one(arguments[0], f"the argument of {name}()")

        def calculate(env: Env, item: Item) -> Any:
            value = one(env, item)
            if value is None:
                return None
            if type(value) is Untyped:
                value = to_double(value)
            elif type(value) not in NUMERIC:
                fail("XPTY0004", f"the argument of {name}() is {type_name(value)}, not a number")
            return work(value)

        return calculate

    return make


def _half_even(compiler: Compiler, arguments: Arguments) -> One:
    one = compiler.one(arguments[0], "the argument of round-half-to-even()")
    places = compiler.one(arguments[1], "the precision") if len(arguments) > 1 else None

    def calculate(env: Env, item: Item) -> Any:
        value = one(env, item)
        if value is None:
            return None
        value = operand(value, "round-half-to-even()")
        wanted = 0 if places is None else places(env, item)
        if wanted is None:
            fail("XPTY0004", "the precision of round-half-to-even() is empty")
        return round_half_even(value, whole_number(wanted, "round-half-to-even()"))

    return calculate


def _count(compiler: Compiler, arguments: Arguments) -> One:
    run = compiler.run(arguments[0])

    def count(env: Env, item: Item) -> int:
        found = run(env, item)
        return len(found) if isinstance(found, list) else sum(1 for _ in found)

    return count


def _sum(compiler: Compiler, arguments: Arguments) -> One:
    run = compiler.run(arguments[0])
    if len(arguments) == 1:
        return lambda env, item: total(atoms(run(env, item)))
    zero = compiler.one(arguments[1], "the second argument of sum()")

    def add(env: Env, item: Item) -> Any:
        without = zero(env, item)
        return total(atoms(run(env, item)), without)

    return add


def _over(work: Callable[[Iterable[Any]], Any]) -> MakeOne:
    def make(compiler: Compiler, arguments: Arguments) -> One:
        run = compiler.run(arguments[0])
        return lambda env, item: work(atoms(run(env, item)))

    return make


def _position(compiler: Compiler, arguments: Arguments) -> One:
    def position(env: Env, item: Item) -> int:
        return _place(item)[0] if env.position is None else env.position

    return position


def _last(compiler: Compiler, arguments: Arguments) -> One:
    def last(env: Env, item: Item) -> int:
        return _place(item)[1] if env.size is None else env.size()

    return last


def _place(item: Item) -> tuple[int, int]:
    """Return position() and last() of a node as the official engine visits it: attributes, then elements."""
    if type(item) is not Node:
        raise not_a_node(item)
    parent = item.parent
    if parent is None:
        return 1, 1
    if parent.kind == DOCUMENT:
        return parent.children.index(item) + 1, len(parent.children)
    visited = [*parent.attributes.values(), *(child for child in parent.children if child.kind == ELEMENT)]
    return visited.index(item) + 1, len(visited)


# ---------------------------------------------------------------- of sequences


def _deep_equal(compiler: Compiler, arguments: Arguments) -> One:
    first, second = compiler.run(arguments[0]), compiler.run(arguments[1])

    def equal(env: Env, item: Item) -> bool:
        ones, twos = items_of(first(env, item)), items_of(second(env, item))
        return len(ones) == len(twos) and all(map(_alike, ones, twos))

    return equal


def _alike(one: Item, two: Item) -> bool:
    if type(one) is not Node or type(two) is not Node:
        if type(one) is Node or type(two) is Node:
            return False
        return same_value(one, two) or (one != one and two != two)
    if one.kind != two.kind or one.tag != two.tag:
        return False
    if one.kind not in (ELEMENT, DOCUMENT):
        return one.text == two.text
    if {each.tag: each.text for each in one.attributes.values()} != {
        each.tag: each.text for each in two.attributes.values()
    }:
        return False
    ones = [child for child in one.children if child.kind in (ELEMENT, TEXT)]
    twos = [child for child in two.children if child.kind in (ELEMENT, TEXT)]
    return len(ones) == len(twos) and all(map(_alike, ones, twos))


def _constant(value: bool) -> MakeOne:
    return lambda compiler, arguments: lambda env, item: value


def _data(compiler: Compiler, arguments: Arguments) -> Run:
    run = compiler.run(arguments[0])
    return lambda env, item: atoms(run(env, item))


def _distinct_values(compiler: Compiler, arguments: Arguments) -> Run:
    run = compiler.run(arguments[0])

    def distinct(env: Env, item: Item) -> Iterator[Any]:
        texts: set[str] = set()
        others: list[Any] = []
        for value in atoms(run(env, item)):
            env.budget.spend(1 + len(others))
            if type(value) is str or type(value) is Untyped:
                if value not in texts:
                    texts.add(value)
                    yield value
            elif not any(same_value(value, other) or (value != value and other != other) for other in others):
                others.append(value)
                yield value

    return distinct


def _index_of(compiler: Compiler, arguments: Arguments) -> Run:
    run, one = compiler.run(arguments[0]), compiler.one(arguments[1], "the second argument of index-of()")

    def places(env: Env, item: Item) -> Iterator[int]:
        wanted = one(env, item)
        if wanted is None:
            fail("XPTY0004", "the second argument of index-of() is empty")
        values = enumerate(atoms(run(env, item)), 1)
        return (place for place, value in values if same_value(value, wanted))

    return places


def _reverse(compiler: Compiler, arguments: Arguments) -> Run:
    run = compiler.run(arguments[0])
    return lambda env, item: items_of(run(env, item))[::-1]


def _subsequence(compiler: Compiler, arguments: Arguments) -> Run:
    run = compiler.run(arguments[0])
    numbers = [compiler.double(each, "an argument of subsequence()") for each in arguments[1:]]

    def part(env: Env, item: Item) -> Iterator[Item]:
        places = [each(env, item) for each in numbers]
        if None in places:
            fail("XPTY0004", "an argument of subsequence() is empty")
        first = round_number(places[0])
        end = first + round_number(places[1]) if len(places) > 1 else math.inf
        return between(run(env, item), first, end)

    def between(found: Iterable[Item], first: float, end: float) -> Iterator[Item]:
        if end != end or first != first or end <= 1:
            return
        for place, each in enumerate(found, 1):
            if place >= first:
                yield each
            if place + 1 >= end:
                return

    return part


def _cardinality(name: str, least: int, most: int | None, code: str) -> MakeRun:
    def make(compiler: Compiler, arguments: Arguments) -> Run:
        run = compiler.run(arguments[0])

        def check(env: Env, item: Item) -> list[Item]:
            found = items_of(run(env, item))
            if len(found) < least or (most is not None and len(found) > most):
                fail(code, f"{name}() is given {len(found)} items")
            return found

        return check

    return make


def _string_to_codepoints(compiler: Compiler, arguments: Arguments) -> Run:
    text = compiler.text(arguments[0], "the argument of string-to-codepoints()")
    return lambda env, item: [ord(character) for character in text(env, item) or ""]


def _tokenize(compiler: Compiler, arguments: Arguments) -> Run:
    return _of_regex("tokenize", regex.tokenize)(compiler, arguments)


def _root(compiler: Compiler, arguments: Arguments) -> Run:
    run = compiler.run(arguments[0]) if arguments else context_item

    def root(env: Env, item: Item) -> list[Item]:
        found = items_of(run(env, item))
        if len(found) > 1:
            fail("XPTY0004", "the argument of root() has several values")
        return [env.tree.document] if found and node_of(found[0]) else []

    return root


def _current(compiler: Compiler, arguments: Arguments) -> Run:
    def current(env: Env, item: Item) -> list[Item]:
        if env.current is None:
            fail("XTDE1360", "there is no current node here")
        return [env.current]

    return current


SINGLES: Final[dict[str, MakeOne]] = {
    "abs": _of_number("abs", absolute),
    "avg": _over(average),
    "ceiling": _of_number("ceiling", ceiling_number),
    "codepoints-to-string": _codepoints_to_string,
    "concat": _concat,
    "contains": _of_strings("contains", lambda text, part: part in text),
    "count": _count,
    "deep-equal": _deep_equal,
    "ends-with": _of_strings("ends-with", str.endswith),
    "false": _constant(False),
    "floor": _of_number("floor", floor_number),
    "last": _last,
    "local-name": _name("local"),
    "lower-case": _of_string("lower-case", lower_case),
    "matches": _of_regex("matches", regex.matches),
    "greatest": _over(lambda values: extreme(values, "gt", ignore_nan=True)),
    "least": _over(lambda values: extreme(values, "lt", ignore_nan=True)),
    "max": _over(lambda values: extreme(values, "gt")),
    "min": _over(lambda values: extreme(values, "lt")),
    "name": _name("name"),
    "namespace-uri": _name("uri"),
    "normalize-space": _of_string("normalize-space", normalize_space),
    "number": _number,
    "position": _position,
    "replace": _of_regex("replace", regex.replace),
    "round": _of_number("round", round_number),
    "round-half-to-even": _half_even,
    "starts-with": _of_strings("starts-with", str.startswith),
    "string": _string,
    "string-join": _string_join,
    "string-length": _of_string("string-length", len),
    "substring": _substring,
    "substring-after": _of_strings(
        "substring-after", lambda text, part: text.partition(part)[2] if part else str.__str__(text)
    ),
    "substring-before": _of_strings(
        "substring-before", lambda text, part: text.partition(part)[0] if part and part in text else ""
    ),
    "sum": _sum,
    "translate": _translate,
    "true": _constant(True),
    "upper-case": _of_string("upper-case", upper_case),
}

SEQUENCES: Final[dict[str, MakeRun]] = {
    "current": _current,
    "data": _data,
    "distinct-values": _distinct_values,
    "exactly-one": _cardinality("exactly-one", 1, 1, "FORG0005"),
    "index-of": _index_of,
    "one-or-more": _cardinality("one-or-more", 1, None, "FORG0004"),
    "reverse": _reverse,
    "root": _root,
    "string-to-codepoints": _string_to_codepoints,
    "subsequence": _subsequence,
    "tokenize": _tokenize,
    "zero-or-one": _cardinality("zero-or-one", 0, 1, "FORG0003"),
}
