"""The native engine: compiled rules over a light tree, and `exact.py` for whatever is unusual.

A document is walked once.  Each element becomes a dict (`runtime.py`) and joins the column of its path.  The first
time that a path is seen, the contexts of all rules are matched against its names; what comes out, a short list of
functions to run over the column, is kept for the documents to come (`TreePath`).  So judging means: walk, then run the
lists of the paths that the document has.

Whatever raises, whatever the compiler left out, and everything in a document with text between elements or with
comments inside values, is judged by `Exact` on a faithful tree, which also makes the messages and places of what
failed.  A document without faults never gets there.
"""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Context, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from itertools import compress, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lxml import etree

from einvoice.schematron.explain import Explainer, Failed, Found, Left
from einvoice.schematron.light import MAX_PATHS, Document, Irregular, Paths, Source, TreePath
from einvoice.schematron.result import Place, Result
from einvoice.schematron.runtime import Node, Unusual

if TYPE_CHECKING:
    from einvoice.schematron.exact import Exact
    from einvoice.schematron.schema import Assertion

DECIMALS: Final = Context(
    prec=200, Emax=999999, Emin=-999999, traps=[InvalidOperation, DivisionByZero, Overflow, Inexact]
)
"""Decimal arithmetic is exact for everything an invoice can hold, and raises rather than round."""


Condition = tuple[
    Callable[[Any], bool] | None, Callable[..., list[bool]] | None, tuple[Callable[..., set[str]], str] | None, Any
]
"""An alternative of a context: gate, condition, (function of a key, text), columns."""


class Run(NamedTuple):
    """A rule to run over the column of a path."""

    pattern: int
    rule: int
    function: Callable[..., None] | None
    ups: tuple[int | str, ...]
    left: tuple[int, ...]
    alternatives: tuple[Condition, ...] | None
    """The conditional alternatives of its context, None when the rule takes every node."""
    blank: bool
    """It has something to say only of elements without text."""
    beyond: bool
    """It asks for a parent that the path has not: `exact.py` decides."""


Gates = frozenset[Callable[[Any], bool]]


class Choice(NamedTuple):
    """The rules of a pattern that may take some nodes of a path.

    With a *key*, the runs are those of *always*, and those that the keys of the column wake.
    """

    program: int
    runs: tuple[Run, ...]
    key: Callable[[list[Node]], set[str]] | None
    texts: dict[str, tuple[int, ...]]
    """By text: the numbers of the runs that it may wake."""
    always: tuple[int, ...]
    """The numbers of the runs that have an alternative without this key."""

    def woken(self, keys: set[str]) -> tuple[Run, ...]:
        """Return the runs that may take nodes with these *keys*, in order."""
        numbers = {number for key in keys if key in self.texts for number in self.texts[key]}
        numbers.update(self.always)
        return tuple([self.runs[number] for number in sorted(numbers)])


def _gates(runs: tuple[Run, ...]) -> Gates | None:
    """Return the gates of which one must be open for any of *runs*; None when one of them needs none."""
    gates = {gate for run in runs for gate, *_ in run.alternatives or ((None, None, None, ()),)}
    return None if None in gates else frozenset(gate for gate in gates if gate is not None)


def _choice(program: int, runs: tuple[Run, ...]) -> Choice:
    keyed = [tuple(key for _, _, key, _ in run.alternatives or ((None, None, None, ()),)) for run in runs]
    functions = Counter(keys[0][0] for keys in keyed if keys[0] is not None)
    if not functions:
        return Choice(program, runs, None, {}, ())
    ((function, _),) = functions.most_common(1)
    texts: dict[str, tuple[int, ...]] = {}
    always = []
    for number, keys in enumerate(keyed):
        found = {key[1] for key in keys if key is not None and key[0] is function}
        if any(key is None or key[0] is not function for key in keys):
            always.append(number)
            continue
        for text in found:
            texts[text] = (*texts.get(text, ()), number)
    return Choice(program, runs, function, texts, tuple(always))


class Plan(NamedTuple):
    """What to run over the column of a path."""

    all: list[tuple[int, Run]]
    """Rules that take every node, by program."""
    blank: list[tuple[int, Run]]
    """The same, in documents with an element that is empty or blank."""
    left: list[tuple[int, Run, int]]
    """Items of such rules that `exact.py` judges."""
    some: list[tuple[Gates | None, list[Choice]]]
    """Choices by the gates of which one must be open (None: none needs to be)."""
    counts: list[tuple[int, int]]
    """How many rules take every node, by program."""
    busy: bool
    """There is something to run in documents without a blank element as well."""


Writers = Mapping[tuple[int, int, int], tuple[Callable[..., tuple[str, Any, Any]], tuple[Any, ...]]]
"""By place of an assertion: the function that words its failure, and the columns that it takes."""


class Program:
    """A compiled rule set: *patterns* is the table of its module.  The rest is loaded when something has to be told.

    A pattern with a context that is not compiled is left to `exact.py` whole: it may match attributes.
    """

    def __init__(
        self,
        patterns: Sequence[Sequence[tuple[Any, ...]]],
        exact: Callable[[], Exact],
        assertion: Callable[[Place], Assertion],
        writers: Callable[[], Writers],
    ) -> None:
        self.patterns = patterns
        self.whole = tuple(
            number for number, rules in enumerate(patterns) if any(alternatives is None for alternatives, *_ in rules)
        )
        self.assertion = assertion
        self._rules: dict[tuple[str, str] | None, list[tuple[int, int]]] | None = None
        self._load_exact = exact
        self._load_writers = writers
        self._exact: Exact | None = None
        self._writers: Writers | None = None
        self._lock = threading.Lock()

    @property
    def exact(self) -> Exact:
        """The faithful evaluator of the same rules."""
        if self._exact is None:
            with self._lock:
                if self._exact is None:
                    self._exact = self._load_exact()
        return self._exact

    def rules_for(self, uri: str, local: str) -> Iterator[tuple[int, list[tuple[int, tuple[Any, ...]]]]]:
        """Yield, pattern by pattern, the rules whose contexts may end with this name, in order."""
        if self._rules is None:
            rules: dict[tuple[str, str] | None, list[tuple[int, int]]] = {}
            for pattern, table in enumerate(self.patterns):
                if pattern in self.whole:
                    continue
                for index, (alternatives, *_) in enumerate(table):
                    ends = {steps[0][2:] for steps, *_ in alternatives}
                    for end in {None if None in each else each for each in ends}:
                        rules.setdefault(end, []).append((pattern, index))
            self._rules = rules
        places = sorted({*self._rules.get((uri, local), ()), *self._rules.get(None, ())})
        for pattern, group in groupby(places, itemgetter(0)):
            yield pattern, [(index, self.patterns[pattern][index]) for _, index in group]

    @property
    def writers(self) -> Writers:
        """What words the failures of ordinary documents."""
        if self._writers is None:
            self._writers = self._load_writers()
        return self._writers


class Native:
    """Runs rule sets over documents, each of which is walked once.  Thread-safe: columns belong to a thread."""

    def __init__(self, *programs: Program) -> None:
        self.programs = programs
        self.watch: Callable[[int, int, Exception | None], None] | None = None
        """Called with program, pattern and reason when a pattern goes to `exact.py`; for tests and benches."""
        self._local = threading.local()

    def judge(self, data: bytes, root: etree._Element | None = None, *, fired: bool = False) -> tuple[Result, ...]:
        """Return what each rule set says of *data*, or of *root*, an element of it as `xml.parse` gave it."""
        source = Source(data, root)
        if fired:
            return tuple(
                program.exact.judge(program.exact.document(source.faithful()), fired=True) for program in self.programs
            )
        collecting = gc.isenabled()
        gc.disable()
        try:
            with localcontext(DECIMALS):
                return self._run(source)
        finally:
            if collecting:
                gc.enable()

    # ---------------------------------------------------------------- one pass

    def _paths(self) -> Paths:
        """Take the paths of this thread; who has left their columns empty puts them back."""
        paths: Paths | None = getattr(self._local, "paths", None)
        if paths is None or paths.count > MAX_PATHS:
            paths = Paths()
        self._local.paths = None
        return paths

    def _run(self, source: Source) -> tuple[Result, ...]:
        paths = self._paths()
        touched: list[TreePath] = []
        try:
            try:
                document = self._walk(source, paths, touched)
            except Irregular:
                return tuple(
                    program.exact.judge(program.exact.document(source.faithful())) for program in self.programs
                )
            found = self._judge(document)
            return tuple(
                Result((), (), each.count)
                if not each.failed and not each.left and not program.whole
                else Explainer(program, source, document).result(each)
                for program, each in zip(self.programs, found, strict=True)
            )
        finally:
            for path in touched:
                path.column = []
            self._local.paths = paths  # an interrupt before this line makes the next document start with new paths

    def _walk(self, source: Source, paths: Paths, touched: list[TreePath]) -> Document:
        return paths.walk(source, touched)

    def _judge(self, document: Document) -> list[Found]:
        found = [Found([], [], 0) for _ in self.programs]
        counts = [0] * len(found)
        touched = document.touched
        busy: list[tuple[int, TreePath, Plan]] = []
        for place, path in enumerate(touched):
            plan = path.plan
            if plan is None:
                plan = path.plan = self._plan(path)
            for number, times in plan.counts:
                counts[number] += times * len(path.column)
            if plan.busy or document.blank:
                busy.append((place, path, plan))
        for each, count in zip(found, counts, strict=True):
            each.count = count
        if document.marks is None:
            for _, path, plan in busy:
                self._run_plan(document, path, plan, path.column, None, found)
            return found
        # Block by block: what the rules of a line look at stays in the processor's cache.
        bounds = [0] * len(touched)
        for mark in document.marks:
            for place, path, plan in busy:
                start, end = bounds[place], mark[place] if place < len(mark) else 0
                if start < end:
                    bounds[place] = end
                    self._run_plan(document, path, plan, path.column[start:end], slice(start, end), found)
        return found

    def _run_plan(
        self,
        document: Document,
        path: TreePath,
        plan: Plan,
        nodes: list[Node],
        part: slice | None,
        found: list[Found],
    ) -> None:
        """Run the plan of *path* over *nodes*: its column, or *part* of it."""
        gone: set[tuple[int, int]] = set()  # patterns that exact.py judges whole
        faults: list[tuple[int, Node]] = []
        for number, run in plan.all if not document.blank else (*plan.all, *plan.blank):
            try:
                if run.ups:
                    columns = [document.up(path, level) for level in run.ups]
                    if part is not None:
                        columns = [column[part] for column in columns]
                    run.function(document, faults, path, nodes, *columns)  # type: ignore[misc]  # not None
                else:
                    run.function(document, faults, path, nodes)  # type: ignore[misc]  # not None
            except Exception as error:  # whatever a rule meets that is not ordinary: exact.py decides
                found[number].count -= len(nodes)
                self._leave(path, nodes, number, run.pattern, found[number], error)
                gone.add((number, run.pattern))
                faults = []
                continue
            if faults:
                found[number].failed.append(Failed(path, run.pattern, run.rule, faults))
                faults = []
        for number, run, item in plan.left:
            if (number, run.pattern) not in gone:
                found[number].left.append(Left(path, run.pattern, (run.rule, item), nodes))
        for gates, choices in plan.some:
            try:
                if gates is not None and not document.opened(gates):
                    continue
            except Exception as error:
                for choice in choices:
                    self._leave(path, nodes, choice.program, choice.runs[0].pattern, found[choice.program], error)
                continue
            for choice in choices:
                into = found[choice.program]
                try:
                    runs = choice.runs
                    if choice.key is not None:
                        runs = choice.woken(document.keys_of(choice.key, path, nodes, part))
                    if runs:
                        into.count += self._choose(document, path, nodes, part, runs, into)
                except Exception as error:
                    self._leave(path, nodes, choice.program, choice.runs[0].pattern, into, error)

    def _leave(
        self, path: TreePath, nodes: list[Node], number: int, pattern: int, into: Found, error: Exception
    ) -> None:
        """Hand a pattern at nodes of a path to `exact.py`."""
        into.left.append(Left(path, pattern, None, nodes))
        if self.watch is not None:
            self.watch(number, pattern, error)

    def _choose(
        self,
        document: Document,
        path: TreePath,
        nodes: list[Node],
        part: slice | None,
        runs: tuple[Run, ...],
        into: Found,
    ) -> int:
        """Run the rules of one pattern that may take nodes of *path*; the first that matches a node takes it."""
        selected: list[bool] | None = None  # of the nodes: what no rule has taken yet
        count = 0
        failed: list[Failed] = []
        left: list[Left] = []
        for run in runs:
            if run.beyond:
                raise Unusual
            taken: list[bool] | None = None
            if run.alternatives is not None:
                taken = self._matching(document, path, nodes, part, run.alternatives)
                if taken is None:
                    continue
                if selected is not None:
                    taken = [a and b for a, b in zip(taken, selected, strict=True)]
                if True not in taken:
                    continue
                if False not in taken:
                    taken = None
            elif selected is not None:
                taken = selected
            mine = nodes if taken is None else list(compress(nodes, taken))
            count += len(mine)
            if run.function is not None and (document.blank or not run.blank):
                faults: list[tuple[int, Node]] = []
                columns: list[list[Any]] = []
                if run.ups:
                    columns = [document.up(path, level) for level in run.ups]
                    if part is not None:
                        columns = [column[part] for column in columns]
                    if taken is not None:
                        columns = [list(compress(column, taken)) for column in columns]
                run.function(document, faults, path, mine, *columns)
                if faults:
                    failed.append(Failed(path, run.pattern, run.rule, faults))
            for item in run.left:
                left.append(Left(path, run.pattern, (run.rule, item), mine))
            if taken is None or run.alternatives is None or run is runs[-1]:
                break
            if selected is None:
                selected = [not each for each in taken]
            else:
                selected = [a and not b for a, b in zip(selected, taken, strict=True)]
            if True not in selected:
                break
        into.failed += failed
        into.left += left
        return count

    @staticmethod
    def _matching(
        document: Document,
        path: TreePath,
        nodes: list[Node],
        part: slice | None,
        alternatives: tuple[Condition, ...],
    ) -> list[bool] | None:
        taken: list[bool] | None = None
        for gate, condition, key, ups in alternatives:
            if gate is not None and not document[gate]:
                continue
            if condition is None:
                return [True] * len(nodes)
            if key is not None and key[1] not in document.keys_of(key[0], path, nodes, part):
                continue
            columns: list[list[Any]] = []
            if ups:
                columns = [document.up(path, level) for level in ups]
                if part is not None:
                    columns = [column[part] for column in columns]
            found = condition(document, path, nodes, *columns)
            taken = found if taken is None else [a or b for a, b in zip(taken, found, strict=True)]
        return taken

    # ---------------------------------------------------------------- plans

    def _plan(self, path: TreePath) -> Plan:
        """Return, per program and pattern, the rules that may take nodes of *path*, in order."""
        names: list[tuple[str, str]] = []
        for each in (path, *path.above()):
            uri, _, local = each.tag[1:].partition("}") if each.tag.startswith("{") else ("", "", each.tag)
            names.append((uri, local))
        plan = Plan([], [], [], [], [], False)
        some: dict[Gates | None, list[Choice]] = {}
        for number, program in enumerate(self.programs):
            always = 0
            for pattern, rules in program.rules_for(*names[0]):
                runs = tuple(self._runs(pattern, rules, path, names))
                if len(runs) == 1 and runs[0].alternatives is None:  # one rule for all nodes: the usual case
                    always += 1
                    if runs[0].function is not None:
                        (plan.blank if runs[0].blank else plan.all).append((number, runs[0]))
                    plan.left.extend((number, runs[0], item) for item in runs[0].left)
                elif runs:
                    some.setdefault(_gates(runs), []).append(_choice(number, runs))
            if always:
                plan.counts.append((number, always))
        plan.some.extend(some.items())
        return plan._replace(busy=bool(plan.all or plan.left or plan.some))

    def _runs(
        self, pattern: int, rules: Sequence[tuple[int, tuple[Any, ...]]], path: TreePath, names: list[tuple[str, str]]
    ) -> Iterator[Run]:
        for index, (alternatives, function, ups, left, blank) in rules:
            matching = [each for each in alternatives if _matches(each[0], each[1], names) and _named(each[6], names)]
            if not matching:
                continue
            wanted = [*ups, *(level for each in matching for level in each[5])]
            if any(isinstance(level, int) and level > path.depth for level in wanted):
                # A parent beyond the document node: exact.py decides.
                yield Run(pattern, index, None, (), (), ((None, None, None, ()),), False, True)
                return
            if any(each[2] is None and each[3] is None for each in matching):
                yield Run(pattern, index, function, ups, left, None, blank, False)
                return
            conditional = tuple((each[2], each[3], each[4], each[5]) for each in matching)
            yield Run(pattern, index, function, ups, left, conditional, blank, False)


def _matches(
    steps: tuple[tuple[str, str, str | None, str | None], ...], anchor: bool, names: list[tuple[str, str]]
) -> bool:
    """True when a path, its names from the node upwards, fits the *steps* of a context."""

    def fits(step: int, at: int) -> bool:
        if step == len(steps):
            return True
        if at >= len(names):
            return False
        hang, _, uri, local = steps[step]
        here = names[at]
        if (uri is not None and here[0] != uri) or (local is not None and here[1] != local):
            return False
        if step + 1 == len(steps):
            return not anchor or at == len(names) - 1
        if hang == "/":
            return fits(step + 1, at + 1)
        return any(fits(step + 1, above) for above in range(at + 1, len(names)))

    return fits(0, 0)


def _named(tests: tuple[tuple[int, str, str, bool], ...], names: list[tuple[str, str]]) -> bool:
    """True when the local names of a path pass the tests of a context."""
    for level, function, literal, wanted in tests:
        local = names[level][1]
        match function:
            case "ends-with":
                holds = local.endswith(literal)
            case "starts-with":
                holds = local.startswith(literal)
            case _:
                holds = local == literal
        if holds != wanted:
            return False
    return True
