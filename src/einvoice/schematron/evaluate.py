"""Expressions as closures: the interpreter behind `exact.py`.

`Compiler` makes of a prepared tree (`analyse.py`) one of three closures: `Compiler.run` yields its items, `truth`
gives its effective boolean value, `one` its only atomic value.  Each takes what `Env` holds and the context item.
An expression that cannot fail gives a list; any other gives its items one by one, so that a caller who has seen
enough never meets an error that lies behind.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final

from einvoice.errors import SchematronBroken
from einvoice.schematron.analyse import (
    ANYWHERE,
    EXACT,
    SELF,
    Analysis,
    Scope,
    Undeclared,
    sequence_type,
    static_type,
    uses,
)
from einvoice.schematron.axes import BACKWARD, along, clark, everywhere, not_a_node
from einvoice.schematron.context import (
    Converter,
    Env,
    Item,
    Lazy,
    One,
    Run,
    TooLong,
    Truth,
    atoms,
    context_item,
    effective,
    fail,
    items_of,
    node_of,
    ordered,
    whole_number,
)
from einvoice.schematron.functions import SEQUENCES, SINGLES
from einvoice.schematron.schema import Choose, Function, Instruction, Sequence, Variable
from einvoice.schematron.schema import XPath as XPathText
from einvoice.schematron.tree import ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, TEXT, Node
from einvoice.schematron.values import (
    CASTS,
    GENERAL,
    INVERSE,
    NUMERIC,
    DynamicError,
    Untyped,
    arithmetic,
    as_double,
    compare_general,
    compare_value,
    convert,
    extreme,
    negate,
    operand,
    to_double,
    type_name,
)
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
    NodeCompare,
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

MAX_CALLS: Final = 100
"""Deepest nesting of calls of declared functions."""


class Compiler:
    """Turns the trees of one schema into closures, each once."""

    def __init__(self, functions: tuple[Function, ...], parser: Parser) -> None:
        self.parser = parser
        self.analysis = Analysis()
        self.static = self.analysis.static
        self._runs: dict[tuple[Expr, bool], Run] = {}
        self._truths: dict[Expr, Truth] = {}
        self._ones: dict[tuple[Expr, str], One] = {}
        self.scope = Scope({})
        """The variables of the schema: what functions see."""
        self.functions: dict[tuple[str, int], DeclaredFunction] = {}
        for function in functions:
            prefix, _, local = function.name.partition(":")
            key = f"{{{parser.namespaces[prefix]}}}{local}", len(function.params)
            self.functions[key] = DeclaredFunction(self, function)
            self.analysis.functions[key] = function
        self.globals: set[str] = set()
        """Names of the bindings that `Env.globals` holds."""

    def prepared(self, text: XPathText, scope: Scope, node: bool = True) -> Expr:
        """Return the tree of *text* with the variables of *scope*; *node*: its context item is a node."""
        try:
            return self.analysis.prepared(self.parser.parse(text), scope, node)
        except Undeclared as error:
            raise SchematronBroken(error.message, fix=error.fix, source=text.source, line=text.line) from None

    # ------------------------------------------------------------ sequences

    def run(self, expr: Expr, loose: bool = False) -> Run:
        """Return the closure that yields the items of *expr*; a *loose* one in any order, nodes possibly twice.

        What is safe gives a list.
        """
        key = (expr, loose)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = self._run(expr, loose)
        return found

    def _run(self, expr: Expr, loose: bool) -> Run:
        match expr:
            case Literal(value):
                constant = [value]
                return lambda env, item: constant
            case Var(name):
                return self._variable(name)
            case Root():
                return _root
            case Step():
                return self._step(expr)
            case Slash():
                return self._slash(expr, loose)
            case Filter(base, predicate):
                within = loose and not self.analysis.positional(predicate)
                return self._filtered(self.run(base, within), predicate, self.static(expr).safe)
            case NodeSet():
                return self._node_set(expr, loose)
            case SequenceOf(items):
                return self._sequence(items, loose)
            case Range(first, last):
                return self._range(first, last)
            case If(condition, then, otherwise):
                test, yes, no = self.truth(condition), self.run(then, loose), self.run(otherwise, loose)
                return lambda env, item: yes(env, item) if test(env, item) else no(env, item)
            case For(bindings, result):
                return self._for(bindings, result)
            case And() | Or() | Compare() | Quantified():
                truth = self.truth(expr)
                return lambda env, item: [truth(env, item)]
            case ContextItem():
                return context_item
            case Call("reverse", (argument,)) if loose:
                return self.run(argument, True)
            case Call(name, arguments) if name not in SINGLES:
                return self._call(name, arguments)
        one = self.one(expr)

        def single(env: Env, item: Item) -> list[Item]:
            found = one(env, item)
            return [] if found is None else [found]

        return single

    def _variable(self, name: str) -> Run:
        safe = self.static(Var(name)).safe
        if name in self.globals:
            if safe:
                return lambda env, item: env.globals[name].all()
            return lambda env, item: env.globals[name].stream()

        def local(env: Env, item: Item) -> Iterable[Item]:
            value = env.variables[name]
            if type(value) is Lazy:
                return value.all() if safe else value.stream()
            return items_of(value)

        return local

    def _sequence(self, items: tuple[Expr, ...], loose: bool) -> Run:
        if all(isinstance(item, Literal) for item in items):
            constant = [item.value for item in items if isinstance(item, Literal)]
            return lambda env, item: constant
        runs = [self.run(item, loose) for item in items]
        if all(self.static(item).safe for item in items):
            return lambda env, item: [each for run in runs for each in run(env, item)]

        def sequence(env: Env, item: Item) -> Iterator[Item]:
            for run in runs:
                yield from run(env, item)

        return sequence

    def _range(self, first: Expr, last: Expr) -> Run:
        begin, end = self._end(first), self._end(last)

        def numbers(env: Env, item: Item) -> Iterable[Item]:
            low, high = begin(env, item), end(env, item)
            return [] if low is None or high is None else _spending(env, range(low, high + 1))

        return numbers

    def _for(self, bindings: tuple[tuple[str, Expr], ...], result: Expr) -> Run:
        if not bindings:
            return self.run(result)
        (name, source), rest = bindings[0], bindings[1:]
        sources, inner = self.run(source), self._for(rest, result)

        def loop(env: Env, item: Item) -> Iterator[Item]:
            return each(env, item, sources(env, item))

        def each(env: Env, item: Item, values: Iterable[Item]) -> Iterator[Item]:
            for value in values:
                env.budget.spend(1)
                yield from inner(env.bind(name, [value]), item)

        return loop

    def _node_set(self, expr: NodeSet, loose: bool) -> Run:
        op = expr.op
        if op == "union":
            if loose and self.analysis.disjoint(expr.left, expr.right):
                return self._sequence((expr.left, expr.right), True)
            left, right = self._as_set(expr.left), self._as_set(expr.right)
            return lambda env, item: _merged(left(env, item), right(env, item))
        first, second = self._as_set(expr.left), self.run(expr.right)
        if self.static(expr).safe:
            return lambda env, item: list(_selected(first(env, item), second(env, item), op == "intersect"))
        return lambda env, item: _selected(first(env, item), second(env, item), op == "intersect")

    def _as_set(self, expr: Expr) -> Run:
        """Return the nodes of *expr* in document order, each once, also where it is a sequence."""
        run = self.run(expr)
        if not _is_sequence(expr):
            return run
        return lambda env, item: ordered([node_of(each) for each in run(env, item)])

    # ------------------------------------------------------------ steps

    def _step(self, step: Step) -> Run:
        if step == SELF:
            return _self
        run: Run = along(step.axis, step.test)
        safe = True
        for predicate in step.predicates:
            safe = safe and self.analysis.safe_truth(predicate)
            run = self._filtered(run, predicate, safe)
        if step.axis in BACKWARD:
            # positions count away from the context node, the result is in document order
            backward = run
            return lambda env, item: items_of(backward(env, item))[::-1]
        return run

    def _filtered(self, base: Run, predicate: Expr, safe: bool) -> Run:
        if isinstance(predicate, Literal) and predicate.kind != "string":
            return _nth(base, predicate.value)
        numeric = self.static(predicate).kind in ("number", "any", "atomic")
        if numeric or uses(predicate, "position", "last"):
            placed = self._placed(base, predicate, numeric)
            return (lambda env, item: list(placed(env, item))) if safe else placed
        truth = self.truth(predicate)
        if safe:

            def keep(env: Env, item: Item) -> list[Item]:
                found = items_of(base(env, item))
                if found:
                    env.budget.spend(len(found))
                    return [each for each in found if truth(env, each)]
                return found

            return keep

        def pull(env: Env, item: Item) -> Iterator[Item]:
            return passing(env, base(env, item))

        def passing(env: Env, found: Iterable[Item]) -> Iterator[Item]:
            for each in found:
                env.budget.spend(1)
                if truth(env, each):
                    yield each

        return pull

    def _placed(self, base: Run, predicate: Expr, numeric: bool) -> Run:
        """Return the closure of a predicate that asks for the place of an item, or that may be one."""
        last = uses(predicate, "last")
        at_place = self.at_place(predicate, numeric)

        def placed(env: Env, item: Item) -> Iterator[Item]:
            return passing(env, base(env, item))

        def passing(env: Env, found: Iterable[Item]) -> Iterator[Item]:
            if last:
                found = items_of(found)
            size = (lambda: len(found)) if isinstance(found, list) else no_size
            for position, each in enumerate(found, 1):
                env.budget.spend(1)
                if at_place(env.focus(position, size), each, position):
                    yield each

        return placed

    def at_place(self, predicate: Expr, numeric: bool = True) -> Callable[[Env, Item, int], bool]:
        """Return whether an item passes *predicate*, given its place; *numeric*: the predicate may be a place."""
        run = self.run(predicate, True)

        def passes(env: Env, item: Item, position: int) -> bool:
            values = run(env, item)
            if numeric:
                iterator = iter(values)
                first = next(iterator, None)
                if type(first) in NUMERIC:
                    for _ in iterator:
                        fail("FORG0006", "several values are neither true nor false")
                    return bool(first == position)
                if first is None:
                    return False
                values = _again(first, iterator)
            return effective(values)

        return passes

    def _slash(self, slash: Slash, loose: bool) -> Run:
        left, right = slash.left, slash.right
        static = self.static(slash)
        nodes = static.kind == "node"
        if isinstance(right, Step) and self._everywhere(left, right):
            base = everywhere(right.test)
            if base is not None:
                return self._predicates(base, right.predicates)
        sort = nodes and not loose and _order(slash) is None
        first, second = self.run(left, loose or sort), self.run(right, loose or sort)
        if static.safe and not uses(right, "position", "last"):
            return _path(first, second, sort)
        steps = _placed_steps(first, second) if uses(right, "position", "last") else _steps(first, second)
        if nodes:
            return (lambda env, item: ordered(list(steps(env, item)))) if sort or static.safe else steps
        if static.kind != "any":
            return steps

        def mixed(env: Env, item: Item) -> list[Item]:
            made = list(steps(env, item))
            kinds = {type(each) is Node for each in made}
            if len(kinds) > 1:
                fail("XPTY0018", "the last step of a path gives nodes and values")
            return ordered(made) if kinds == {True} else made

        return mixed

    def _everywhere(self, left: Expr, right: Step) -> bool:
        if right.axis == "descendant":
            return left == Root()
        if right.axis != "attribute" or left != Slash(Root(), ANYWHERE):
            return False
        return not any(map(self.analysis.positional, right.predicates))

    def _predicates(self, run: Run, predicates: tuple[Expr, ...]) -> Run:
        safe = True
        for predicate in predicates:
            safe = safe and self.analysis.safe_truth(predicate)
            run = self._filtered(run, predicate, safe)
        return run

    # ------------------------------------------------------------ truth

    def truth(self, expr: Expr) -> Truth:
        """Return the closure of the effective boolean value of *expr*."""
        found = self._truths.get(expr)
        if found is None:
            found = self._truths[expr] = self._truth(expr)
        return found

    def _truth(self, expr: Expr) -> Truth:
        match expr:
            case And(left, right):
                return _both(self.truth(left), self.truth(right), self.analysis.safe_truth(left))
            case Or(left, right):
                return _either(self.truth(left), self.truth(right), self.analysis.safe_truth(left))
            case Compare(op, left, right):
                return self._compare(GENERAL[op], left, right)
            case Quantified(kind, bindings, condition):
                return self._quantified(kind == "some", bindings, condition)
            case If(condition, then, otherwise):
                test, yes, no = self.truth(condition), self.truth(then), self.truth(otherwise)
                return lambda env, item: yes(env, item) if test(env, item) else no(env, item)
            case Call("not", (inner,)):
                truth = self.truth(inner)
                return lambda env, item: not truth(env, item)
            case Call("boolean", (inner,)):
                return self.truth(inner)
            case Call("true"):
                return lambda env, item: True
            case Call("false"):
                return lambda env, item: False
            case Call("exists", (inner,)):
                return self._exists(inner)
            case Call("empty", (inner,)):
                exists = self._exists(inner)
                return lambda env, item: not exists(env, item)
            case Call("count", (inner,)):
                return self._exists(inner)
            case NodeCompare(op, left, right):
                return self._node_truth(op, left, right)
        static = self.static(expr)
        if static.kind == "node":
            return self._exists(expr)
        if static.one and static.kind == "boolean":
            one = self.one(expr)
            return lambda env, item: bool(one(env, item))
        run = self.run(expr, True)
        return lambda env, item: effective(run(env, item))

    def _exists(self, expr: Expr) -> Truth:
        if self.static(expr).some:
            return lambda env, item: True
        if isinstance(expr, NodeSet) and expr.op == "union" and not self.analysis.disjoint(expr.left, expr.right):
            return _either(self._exists(expr.left), self._exists(expr.right), self.static(expr.left).safe)
        run = self.run(expr, True)
        if self.static(expr).safe:
            return lambda env, item: bool(run(env, item))

        def exists(env: Env, item: Item) -> bool:
            found = run(env, item)
            if isinstance(found, list):
                return bool(found)
            return any(True for _ in found)

        return exists

    def _quantified(self, some: bool, bindings: tuple[tuple[str, Expr], ...], condition: Expr) -> Truth:
        if not bindings:
            return self.truth(condition)
        (name, source), rest = bindings[0], bindings[1:]
        sources, inner = self.run(source, True), self._quantified(some, rest, condition)

        def quantified(env: Env, item: Item) -> bool:
            for value in sources(env, item):
                env.budget.spend(1)
                if inner(env.bind(name, [value]), item) is some:
                    return some
            return not some

        return quantified

    def _compare(self, op: str, left: Expr, right: Expr) -> Truth:
        many = self.analysis.many(left), self.analysis.many(right)
        for one, other, sign in ((left, right, op), (right, left, INVERSE[op])):
            if isinstance(other, Range) and not isinstance(one, Range):
                if op == "eq":
                    return self._within(one, other)
                if op != "ne" and not self.analysis.many(one):
                    return self._beyond(sign, one, other)
        if not any(many) or self._settled(left, right):
            return self._compare_ones(op, left, right)
        if not many[0]:
            left, right, op = right, left, INVERSE[op]
        if not all(many):
            return _many_to_one(op, self.run(left, True), self.one(right))
        exact = {self.static(left).exact, self.static(right).exact}
        if op not in ("eq", "ne") and exact & EXACT:
            return _extremes(op, self.run(left, True), self.run(right, True))
        compare = _many_to_many(op, self.run(left, True), self.run(right, True))
        if op == "eq" and isinstance(right, Var):
            return self._member(self.run(left, True), right.name, compare)
        return compare

    def _settled(self, left: Expr, right: Expr) -> bool:
        """Return whether Saxon knows early that this compares one item with one of a known type."""
        if self.analysis.many(left, late=False) or self.analysis.many(right, late=False):
            return False
        kinds = {self.static(left).kind, self.static(right).kind}
        return "atomic" not in kinds and not ("number" in kinds and kinds & {"node", "untyped"})

    def _within(self, left: Expr, right: Range) -> Truth:
        """``items = (first to last)``: the ends of the range are only worked out when there is an item."""
        many, begin, end = self.run(left, True), *self._ends(right)

        def within(env: Env, item: Item) -> bool:
            low = high = None
            for value in atoms(many(env, item)):
                if low is None or high is None:
                    low, high = begin(env, item), end(env, item)
                    if low is None or high is None or high < low:
                        return False
                if type(value) is Untyped:
                    value = to_double(value)
                elif type(value) not in NUMERIC:
                    fail("XPTY0004", f"{type_name(value)} cannot be compared with a number")
                if low <= value <= high and value == math.floor(value):
                    return True
            return False

        return within

    def _beyond(self, op: str, left: Expr, right: Range) -> Truth:
        """``item < (first to last)`` and the like: the end of the range that decides comes first."""
        one, begin, end = self.one(left), *self._ends(right)

        def beyond(env: Env, item: Item) -> bool:
            low, high = begin(env, item), end(env, item)
            if low is None or high is None or high < low:
                return False
            value = one(env, item)
            return value is not None and compare_general(op, value, high if op in ("lt", "le") else low)

        return beyond

    def _ends(self, expr: Range) -> tuple[One, One]:
        return self._end(expr.first), self._end(expr.last)

    def _end(self, expr: Expr) -> One:
        one = self.one(expr, "an end of a range")

        def end(env: Env, item: Item) -> int | None:
            value = one(env, item)
            return None if value is None else whole_number(value, "a range")

        return end

    def _compare_ones(self, op: str, left: Expr, right: Expr) -> Truth:
        first, second = self.one(left), self.one(right)

        def compare(env: Env, item: Item) -> bool:
            one = first(env, item)
            if one is None:
                return False
            two = second(env, item)
            return two is not None and compare_general(op, one, two)

        return compare

    def _member(self, many: Run, name: str, otherwise: Truth) -> Truth:
        """Compare with a variable: a set where it holds strings only, such as a code list."""
        shared = name in self.globals

        def compare(env: Env, item: Item) -> bool:
            value = (env.globals if shared else env.variables)[name]
            texts = value.texts if type(value) is Lazy else None
            if texts is None:
                return otherwise(env, item)
            for each in atoms(many(env, item)):
                if type(each) is not str and type(each) is not Untyped:
                    fail("XPTY0004", f"{type_name(each)} cannot be compared with a string")
                if each in texts:
                    return True
            return False

        return compare

    # ------------------------------------------------------------ single values

    def one(self, expr: Expr, what: str = "an operand") -> One:
        """Return the closure of the only atomic value of *expr*, None without one; XPTY0004 for several."""
        key = (expr, what)
        found = self._ones.get(key)
        if found is None:
            found = self._ones[key] = self._one(expr, what)
        return found

    def _one(self, expr: Expr, what: str) -> One:
        match expr:
            case Literal(constant):
                return lambda env, item: constant
            case Step("self", NodeTest("node"), ()) | ContextItem():
                return _context_atom
            case Step("attribute", NodeTest("attribute") as test, ()) if clark(test) is not None:
                return _attribute_atom(str(clark(test)))
            case And() | Or() | Compare() | Quantified():
                return self.truth(expr)
            case ValueCompare(op, left, right):
                return self._value_compare(op, left, right)
            case NodeCompare(op, left, right):
                return self._node_compare(op, left, right)
            case Arithmetic(op, left, right):
                return self._arithmetic(op, left, right)
            case Unary(op, inner):
                value = self.one(inner, f"the operand of {op}")
                work = negate if op == "-" else (lambda found: operand(found, "+"))
                return lambda env, item: None if (found := value(env, item)) is None else work(found)
            case If(condition, then, otherwise):
                test_of, yes, no = self.truth(condition), self.one(then, what), self.one(otherwise, what)
                return lambda env, item: yes(env, item) if test_of(env, item) else no(env, item)
            case Cast():
                return self._cast(expr)
            case Castable():
                return self._castable(expr)
            case Call(name, arguments) if name in SINGLES:
                return SINGLES[name](self, arguments)
        return _only(self.run(expr), what)

    def _value_compare(self, op: str, left: Expr, right: Expr) -> One:
        first, second = self.one(left, f"the left side of {op}"), self.one(right, f"the right side of {op}")

        def compare(env: Env, item: Item) -> bool | None:
            one = first(env, item)
            if one is None:
                return None
            two = second(env, item)
            return None if two is None else compare_value(op, one, two)

        return compare

    def _node_compare(self, op: str, left: Expr, right: Expr) -> One:
        first, second = self.run(left), self.run(right)

        def compare(env: Env, item: Item) -> bool | None:
            one = _only_node(first(env, item), op)
            if one is None:
                return None
            two = _only_node(second(env, item), op)
            return None if two is None else _in_order(op, one, two)

        return compare

    def _node_truth(self, op: str, left: Expr, right: Expr) -> Truth:
        """Where only a boolean is wanted, both sides are evaluated."""
        first, second = self.run(left), self.run(right)

        def compare(env: Env, item: Item) -> bool:
            one, two = _only_node(first(env, item), op), _only_node(second(env, item), op)
            return one is not None and two is not None and _in_order(op, one, two)

        return compare

    def _arithmetic(self, op: str, left: Expr, right: Expr) -> One:
        first, second = self.one(left, f"the left side of {op}"), self.one(right, f"the right side of {op}")

        def calculate(env: Env, item: Item) -> Any:
            one = first(env, item)
            if one is None:
                return None
            two = second(env, item)
            return None if two is None else arithmetic(op, one, two)

        return calculate

    def _cast(self, cast: Cast) -> One:
        value = self.one(cast.operand, f"what is cast to xs:{cast.type}")
        work, optional, kind = CASTS[cast.type], cast.optional, cast.type

        def run(env: Env, item: Item) -> Any:
            found = value(env, item)
            if found is not None:
                return work(found)
            if not optional:
                fail("XPTY0004", f"nothing is cast to xs:{kind}")
            return None

        return run

    def _castable(self, castable: Castable) -> One:
        run = self.run(castable.operand)
        work, optional = CASTS[castable.type], castable.optional

        def check(env: Env, item: Item) -> bool:
            values = list(islice(atoms(run(env, item)), 2))
            if len(values) != 1:
                return not values and optional
            try:
                work(values[0])
            except DynamicError:
                return False
            return True

        return check

    # ------------------------------------------------------------ calls

    def text(self, expr: Expr, what: str) -> Callable[[Env, Item], str | None]:
        """Return the closure of an argument of type xs:string?."""
        one = self.one(expr, what)

        def text(env: Env, item: Item) -> str | None:
            value = one(env, item)
            if value is None or type(value) is str or type(value) is Untyped:
                return value
            raise DynamicError("XPTY0004", f"{what} is {type_name(value)}, not a string")

        return text

    def double(self, expr: Expr, what: str) -> Callable[[Env, Item], float | None]:
        """Return the closure of an argument of type xs:double?."""
        one = self.one(expr, what)

        def double(env: Env, item: Item) -> float | None:
            value = one(env, item)
            if value is None:
                return None
            if type(value) in NUMERIC:
                return as_double(value)
            if type(value) is Untyped:
                return to_double(value)
            raise DynamicError("XPTY0004", f"{what} is {type_name(value)}, not a number")

        return double

    def _call(self, name: str, arguments: tuple[Expr, ...]) -> Run:
        if name in SEQUENCES:
            return SEQUENCES[name](self, arguments)
        function = self.functions.get((name, len(arguments)))
        if function is None:
            truth = self.truth(Call(name, arguments))
            return lambda env, item: [truth(env, item)]
        return self._declared(function, arguments)

    def _declared(self, function: DeclaredFunction, arguments: tuple[Expr, ...]) -> Run:
        runs = [self.run(argument) for argument in arguments]
        early = [self._early(argument) for argument in arguments]

        def call(env: Env, item: Item) -> Iterable[Item]:
            env.budget.spend(10)
            names, converters, body = function.ready()
            variables: dict[str, Any] = {}
            for number, name in enumerate(names):
                run = _converted(runs[number], converters[number])
                variables[name] = items_of(run(env, item)) if early[number] else Lazy(run, env, item)
            if env.depth >= MAX_CALLS:
                raise TooLong
            return body(Env(env.tree, env.globals, variables, None, env.budget, depth=env.depth + 1), None)

        return call

    def _early(self, argument: Expr) -> bool:
        """Return whether Saxon evaluates an argument before it is used.

        So it does where the argument calls a declared function, asks for the focus, or lists a constant or a variable.
        """
        if _lists_values(argument) or uses(argument, "position", "last"):
            return True
        return any(isinstance(each, Call) and each.name.startswith("{") for each in argument.walk())


def _lists_values(expr: Expr) -> bool:
    """Return whether *expr* is a list of which a constant or a variable is an item."""
    return isinstance(expr, SequenceOf) and any(isinstance(item, Literal | Var) for item in expr.items)


# ---------------------------------------------------------------- small closures


def _self(env: Env, item: Item) -> list[Item]:
    if type(item) is not Node:
        raise not_a_node(item)
    return [item]


def _context_atom(env: Env, item: Item) -> Any:
    if type(item) is Node:
        return item.atom
    if item is None:
        raise not_a_node(item)
    return item


def _attribute_atom(tag: str) -> One:
    def atom(env: Env, item: Item) -> Any:
        try:
            found = item.attributes.get(tag)
        except AttributeError:
            raise not_a_node(item) from None
        return None if found is None else found.atom

    return atom


def _root(env: Env, item: Item) -> list[Item]:
    if type(item) is not Node:
        raise not_a_node(item)
    return [env.tree.document]


def _only(run: Run, what: str) -> One:
    def only(env: Env, item: Item) -> Any:
        found = run(env, item)
        if isinstance(found, list):
            if len(found) == 1:
                value = found[0]
                return value.atom if type(value) is Node else value
            if not found:
                return None
            raise DynamicError("XPTY0004", f"{what} has several values")
        iterator = iter(found)
        for value in iterator:
            for _ in iterator:
                raise DynamicError("XPTY0004", f"{what} has several values")
            return value.atom if type(value) is Node else value
        return None

    return only


def _only_node(found: Iterable[Item], op: str) -> Node | None:
    made = None
    for item in found:
        if made is not None:
            fail("XPTY0004", f"an operand of {op} has several values")
        made = node_of(item)
    return made


def _in_order(op: str, one: Node, two: Node) -> bool:
    if op == "is":
        return one is two
    return one.order < two.order if op == "<<" else one.order > two.order


def _spending(env: Env, values: range) -> Iterator[int]:
    for value in values:
        env.budget.spend(1)
        yield value


def no_size() -> int:
    raise AssertionError("last() is asked for where the items were not counted")


def _again(first: Item, rest: Iterator[Item]) -> Iterator[Item]:
    yield first
    yield from rest


def _nth(base: Run, place: Any) -> Run:
    """Return the closure of ``base[place]``: it stops there."""
    number = int(place) if place == place and abs(place) < 1 << 60 and place == math.floor(place) else 0

    def nth(env: Env, item: Item) -> list[Item]:
        if number < 1:
            return []
        found = base(env, item)
        if isinstance(found, list):
            return found[number - 1 : number]
        for position, each in enumerate(found, 1):
            if position == number:
                return [each]
        return []

    return nth


def _merged(left: Iterable[Item], right: Iterable[Item]) -> Iterable[Item]:
    """Merge two runs of nodes in document order; the first node of each is looked at before anything is given."""
    if isinstance(left, list) and isinstance(right, list):
        if not right:
            return left
        return ordered([*map(node_of, left), *map(node_of, right)]) if left else right
    ones, twos = iter(left), iter(right)
    return _merging(next(ones, None), ones, next(twos, None), twos)


def _merging(first: Item, left: Iterator[Item], second: Item, right: Iterator[Item]) -> Iterator[Item]:
    while first is not None or second is not None:
        if second is None or (first is not None and node_of(first).order < node_of(second).order):
            yield node_of(first)
            first = next(left, None)
        elif first is None or node_of(second).order < first.order:
            yield node_of(second)
            second = next(right, None)
        else:
            second = next(right, None)


def _selected(left: Iterable[Item], right: Iterable[Item], wanted: bool) -> Iterator[Item]:
    """Yield the nodes of *left* that are, or with *wanted* false are not, among those of *right*."""
    inside = {node_of(each).order for each in right}
    for each in left:
        if (node_of(each).order in inside) is wanted:
            yield each


def _path(first: Run, second: Run, sort: bool) -> Run:
    """Return the closure of a path that cannot fail."""

    def path(env: Env, item: Item) -> list[Item]:
        found = items_of(first(env, item))
        if not found:
            return found
        if len(found) == 1:
            made = items_of(second(env, found[0]))
        else:
            env.budget.spend(len(found))
            made = []
            for each in found:
                made += second(env, each)
        return ordered(made) if sort else made

    return path


def _from_node(each: Item) -> None:
    if type(each) is not Node:
        fail("XPTY0019", f"a step is taken from {type_name(each)}, which is no node")


def _steps(first: Run, second: Run) -> Callable[[Env, Item], Iterator[Item]]:
    def steps(env: Env, item: Item) -> Iterator[Item]:
        return each_step(env, first(env, item))

    def each_step(env: Env, found: Iterable[Item]) -> Iterator[Item]:
        for each in found:
            env.budget.spend(1)
            _from_node(each)
            yield from second(env, each)

    return steps


def _placed_steps(first: Run, second: Run) -> Callable[[Env, Item], Iterator[Item]]:
    def steps(env: Env, item: Item) -> Iterator[Item]:
        return each_step(env, items_of(first(env, item)))

    def each_step(env: Env, found: list[Item]) -> Iterator[Item]:
        for place, each in enumerate(found, 1):
            env.budget.spend(1)
            _from_node(each)
            yield from second(env.focus(place, lambda: len(found)), each)

    return steps


def _is_sequence(expr: Expr) -> bool:
    """True when nodes may come in another order than that of the document, or twice."""
    match expr:
        case For():
            return True
        case SequenceOf(items):
            return len(items) > 1 or any(map(_is_sequence, items))
        case If(_, then, otherwise):
            return _is_sequence(then) or _is_sequence(otherwise)
        case Filter(base):
            return _is_sequence(base)
        case Call(name):
            return name.startswith("{") or name in ("reverse", "subsequence")
    return False


def _order(expr: Expr) -> str | None:
    """Return "one" for at most one node, "peers" when none is below another, "nested"; None when it wants sorting."""
    match expr:
        case Root() | ContextItem():
            return "one"
        case Step(axis, test):
            if axis in ("self", "parent") or (axis == "attribute" and clark(test) is not None):
                return "one"
            return "peers" if axis in ("child", "attribute", "following-sibling", "preceding-sibling") else "nested"
        case Filter(base):
            return _order(base)
        case NodeSet():
            return "nested"
        case Slash(left, Step(axis) as right):
            first = _order(left)
            if first in ("one", None):
                return None if first is None else _order(right)
            if axis == "self":
                return first
            if axis == "attribute":
                return "peers"
            if first == "peers" and axis in ("child", "descendant", "descendant-or-self"):
                return "peers" if axis == "child" else "nested"
        case Slash(left, right) if _order(left) == "one":
            return _order(right)
    return None


def _both(left: Truth, right: Truth, safe: bool) -> Truth:
    """``and``: an error on the left counts only when the right does not decide."""
    if safe:
        return lambda env, item: left(env, item) and right(env, item)

    def both(env: Env, item: Item) -> bool:
        try:
            first = left(env, item)
        except DynamicError:
            if not right(env, item):
                return False
            raise
        return first and right(env, item)

    return both


def _either(left: Truth, right: Truth, safe: bool) -> Truth:
    """``or``: an error on the left counts only when the right does not decide."""
    if safe:
        return lambda env, item: left(env, item) or right(env, item)

    def either(env: Env, item: Item) -> bool:
        try:
            first = left(env, item)
        except DynamicError:
            if right(env, item):
                return True
            raise
        return first or right(env, item)

    return either


def _many_to_one(op: str, many: Run, single: One) -> Truth:
    """Compare several items with one, which comes first: without it, or when it is NaN, the others are not met."""

    def compare(env: Env, item: Item) -> bool:
        found = many(env, item)  # what is not lazy in it comes before the one
        value = single(env, item)
        if value is None or (value != value and op != "ne"):
            return False
        if op == "eq" and type(value) is str:
            for each in found:
                if type(each) is Node:
                    if each.text == value:
                        return True
                elif compare_general("eq", each, value):
                    return True
            return False
        return any(compare_general(op, each, value) for each in atoms(found))

    return compare


def _many_to_many(op: str, left: Run, right: Run) -> Truth:
    """Compare several items with several: taken in turn, each compared with those of the other side met before."""

    def compare(env: Env, item: Item) -> bool:
        ones, twos = atoms(left(env, item)), atoms(right(env, item))
        first: list[Any] = []
        second: list[Any] = []
        more_ones = more_twos = True
        while True:
            if more_ones:
                one = next(ones, None)
                if one is None:
                    more_ones = False
                    if not more_twos:
                        return False
                else:
                    env.budget.spend(1 + len(second))
                    if any(compare_general(op, one, two) for two in second):
                        return True
                    if more_twos:
                        first.append(one)
            if more_twos:
                two = next(twos, None)
                if two is None:
                    more_twos = False
                    if not more_ones:
                        return False
                else:
                    env.budget.spend(1 + len(first))
                    if any(compare_general(op, one, two) for one in first):
                        return True
                    if more_ones:
                        second.append(two)

    return compare


def _extremes(op: str, left: Run, right: Run) -> Truth:
    """Compare several numbers with several by size: the least or the greatest of each side decides."""
    low_first = op in ("lt", "le")
    ends = ("lt", "gt") if low_first else ("gt", "lt")

    def compare(env: Env, item: Item) -> bool:
        one = extreme(atoms(left(env, item)), ends[0], ignore_nan=True)
        if one is None:
            return False
        two = extreme(atoms(right(env, item)), ends[1], ignore_nan=True)
        return two is not None and compare_value(op, one, two)

    return compare


# ---------------------------------------------------------------- declared functions and their types


def conversion(text: str | None, what: str, source: str = "") -> Converter | None:
    """Return the function that converts a value to the declared type *text*, None when anything passes."""
    if text is None:
        return None
    kind, occurrence = sequence_type(text)
    check: Converter | None
    if kind == "item()":
        check = None
    elif kind.endswith(")"):
        check = _node_check(kind, what, source)
    else:
        check = _atomic_check(kind.removeprefix("xs:"), what, source)
    if occurrence == "*":
        return check
    least, most = (0 if occurrence == "?" else 1), (None if occurrence == "+" else 1)

    def converted(found: Iterable[Item]) -> list[Item]:
        made = []
        for item in found if check is None else check(found):
            made.append(item)
            if most is not None and len(made) > most:
                fail("XPTY0004", f"{what} has several values, declared is {text}")
        if len(made) < least:
            fail("XPTY0004", f"{what} is empty, declared is {text}")
        return made

    return converted


_NODE_TYPES: Final = {
    "node()": None,
    "element()": ELEMENT,
    "attribute()": ATTRIBUTE,
    "text()": TEXT,
    "comment()": COMMENT,
    "document-node()": DOCUMENT,
}


def _node_check(kind: str, what: str, source: str) -> Converter:
    if kind not in _NODE_TYPES:
        raise SchematronBroken(f"the type {kind} of {what} is not supported", source=source)
    wanted = _NODE_TYPES[kind]

    def check(found: Iterable[Item]) -> Iterator[Item]:
        for item in found:
            if type(item) is not Node or (wanted is not None and item.kind != wanted):
                fail("XPTY0004", f"{what} is not of the type {kind}")
            yield item

    return check


def _atomic_check(local: str, what: str, source: str) -> Converter:
    if local not in CASTS and local not in ("anyAtomicType", "numeric"):
        raise SchematronBroken(f"the type xs:{local} of {what} is not supported", source=source)

    def check(found: Iterable[Item]) -> Iterator[Item]:
        for value in atoms(found):
            yield convert(value, local, what)

    return check


def _converted(run: Run, converter: Converter | None) -> Run:
    if converter is None:
        return run
    return lambda env, item: converter(run(env, item))


class DeclaredFunction:
    """A declared function; its body is compiled on the first call."""

    def __init__(self, compiler: Compiler, function: Function) -> None:
        self.compiler = compiler
        self.function = function
        self._lock = threading.RLock()
        self._ready: tuple[list[str], list[Converter | None], Run] | None = None

    def ready(self) -> tuple[list[str], list[Converter | None], Run]:
        """Return the names of the parameters, their conversions, and the body."""
        found = self._ready
        if found is None:
            with self._lock:
                found = self._ready = self._made()
        return found

    def _made(self) -> tuple[list[str], list[Converter | None], Run]:
        function, analysis, scope = self.function, self.compiler.analysis, self.compiler.scope
        names, converters = [], []
        for parameter in function.params:
            name = analysis.unique(parameter.name)
            analysis.variables[name] = static_type(parameter.type)
            scope = scope.with_name(parameter.name, name)
            names.append(name)
            what = f"the parameter ${parameter.name} of {function.name}()"
            converters.append(conversion(parameter.type, what, function.source))
        body = self._instructions(function.body, scope)
        result = conversion(function.type, f"the result of {function.name}()", function.source)
        return names, converters, _converted(body, result)

    def _prepared(self, text: XPathText, scope: Scope) -> Expr:
        return self.compiler.prepared(text, scope, node=False)

    def _instructions(self, body: tuple[Instruction, ...], scope: Scope) -> Run:
        """Return the closure of a sequence of instructions; variables are lazy."""
        if not body:
            return lambda env, item: []
        first, rest = body[0], body[1:]
        if isinstance(first, Variable):
            analysis = self.compiler.analysis
            run, static = self._variable(first, scope)
            name = analysis.unique(first.name)
            analysis.variables[name] = static if first.type is None else static_type(first.type)
            after = self._instructions(rest, scope.with_name(first.name, name))
            return lambda env, item: after(env.bind(name, Lazy(run, env, item)), item)
        if isinstance(first, Sequence):
            head = self._result(self._prepared(first.select, scope))
        else:
            head = self._choose(first, scope)
        if not rest:
            return head
        tail = self._instructions(rest, scope)

        return lambda env, item: [*head(env, item), *tail(env, item)]

    def _result(self, expr: Expr) -> Run:
        """Return the closure of what a function returns: item by item, but a variable or a list with one as a whole."""
        compiler = self.compiler
        if isinstance(expr, If):
            truth, first, second = compiler.truth(expr.condition), self._result(expr.then), self._result(expr.otherwise)
            return lambda env, item: first(env, item) if truth(env, item) else second(env, item)
        run = compiler.run(expr)
        if isinstance(expr, Var) or _lists_values(expr):
            return lambda env, item: items_of(run(env, item))
        return run

    def _variable(self, variable: Variable, scope: Scope) -> tuple[Run, Any]:
        value = variable.value
        static = static_type(None)
        if isinstance(value, str):
            text = Untyped(value)  # a tree with one text node; only its typed value is ever used
            static = static_type("xs:untypedAtomic")
            run: Run = lambda env, item: [text]  # noqa: E731  # a def could not take the type of the other branch
        elif isinstance(value, XPathText):
            expr = self._prepared(value, scope)
            static, run = self.compiler.static(expr), self.compiler.run(expr)
        else:
            run = self._instructions(value, scope)
        return _converted(
            run, conversion(variable.type, f"the variable ${variable.name}", self.function.source)
        ), static

    def _choose(self, choose: Choose, scope: Scope) -> Run:
        branches = [
            (self.compiler.truth(self._prepared(test, scope)), self._instructions(body, scope))
            for test, body in choose.branches
        ]
        otherwise = self._instructions(choose.otherwise, scope)

        def pick(env: Env, item: Item) -> Iterable[Item]:
            for test, body in branches:
                if test(env, item):
                    return body(env, item)
            return otherwise(env, item)

        return pick
