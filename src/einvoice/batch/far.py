"""Tasks on the workers of an engine elsewhere: what Dask and Ray have in common, and what runs over there.

An adapter is a `Cluster`: it sends a call of `serve` to some worker and hands back what came of it.  `Far` makes an
engine of it: tasks go out as far ahead as there is room, outcomes come back in their order.

Engines of this kind do a task *at least* once: when a worker is lost, another does its task again.  That is harmless,
for `serve` gives the same outcomes for the same piece, and the parent alone names and records them.  Where the target
is an object store, workers put outputs there themselves under the digest of their bytes (`stage`): done twice it is the
same object, and the parent gives it its name.

A task that the engine gives up, because worker after worker was lost with it, is done again invoice by invoice with
nothing else under way: so nobody is blamed who only happened to be there, and an invoice that workers die of costs
itself, EI-BATCH-WORKER.

On a worker, context and rules are loaded once for each process; the `Work` travels there once.  A worker with another
version of einvoice, or other rules, would give other outputs, so it refuses.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import pickle
import sys
import threading
import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from einvoice import __version__
from einvoice.batch.engine import MAX_WAITING, MAX_WAITING_BYTES, Task
from einvoice.batch.limit import TimeUp, limit
from einvoice.batch.split import Piece
from einvoice.batch.work import Outcome, Work, each, given_up, rules_in_force, warm_up
from einvoice.errors import EInvoiceError, EngineFailed, EngineMissing
from einvoice.findings import Finding

WARM_UP: Final = 120.0
"""Seconds that are added to the limit of the first invoice of a process."""

NONE: Final = sys.maxsize
"""As many invoices are skipped to count those of a piece."""


class WorkerLost(Exception):
    """The engine gave a task up, because the workers that took it were lost."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is asked to do: a piece, without its first *skip* invoices, and *most* of the others.

    *most* is None for all of them, and 0 where they are only counted.
    *limit* is the time in seconds that an invoice may take, *stage* the address where outputs are put down.
    """

    piece: Piece
    source: str
    beside: bytes | None
    limit: float
    stage: str | None = None
    skip: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an order: outcomes and how many invoices the piece has, or why none would come anywhere."""

    outcomes: tuple[Outcome, ...] = ()
    invoices: int = 0
    error: EInvoiceError | None = None


class Cluster(Protocol):
    """The workers of an engine: what an adapter has to know."""

    def send(self, order: Order) -> Any:
        """Have a worker do *order*, and return at once what `take` needs; the order is done at least once."""

    def take(self, handle: Any) -> Answer:
        """Wait for an answer; raises `WorkerLost` when the engine gave up."""

    def settle(self, handles: list[Any]) -> None:
        """Wait until nothing of *handles* is under way."""

    def width(self) -> int:
        """Return how many orders can be done at a time, now."""

    def close(self) -> None:
        """Let go of the workers and of what is under way."""


class Far(ABC):
    """An engine over a `Cluster`; adapters say how it is reached.

    *limit* is the time in seconds that an invoice may take.  *stage* is the address of a folder that workers can write
    into; a run whose target is such a place sets it.
    """

    def __init__(self, limit: float = 60.0) -> None:
        self.limit = limit
        self.stage: str | None = None

    @abstractmethod
    def connect(self, packed: bytes) -> Cluster:
        """Return the workers; *packed* is the work, for `serve`."""

    def run(self, work: Work, tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Outcome]]]:
        """Do the tasks on the workers; raises the error of a broken set-up, and `EngineFailed` where none can work."""
        cluster: Cluster | None = None
        waiting: deque[tuple[Task, Any]] = deque()
        source = iter(tasks)
        exhausted, total, room, looked = False, 0, 0, 0.0
        try:
            while True:
                while not exhausted and total <= MAX_WAITING_BYTES and (cluster is None or len(waiting) < room):
                    task = next(source, None)
                    if task is None:
                        exhausted = True
                        break
                    handle = None
                    if not task.ready:
                        if cluster is None:  # a run that has nothing to do needs none
                            warm_up(work)
                            cluster = self.connect(pack(work))
                        if time.monotonic() - looked > 5:
                            room, looked = MAX_WAITING * max(cluster.width(), 1), time.monotonic()
                        handle = cluster.send(self._order(task))
                        total += len(task.piece.data)
                    waiting.append((task, handle))
                    if waiting[0][1] is None:
                        break
                if not waiting:
                    return
                task, handle = waiting.popleft()
                if handle is None:
                    yield task, []
                    continue
                assert cluster is not None
                outcomes = self._outcomes(cluster, task, handle, waiting)
                total -= len(task.piece.data)
                del handle
                yield task, outcomes
        finally:
            if cluster is not None:
                cluster.close()

    def _order(self, task: Task) -> Order:
        return Order(task.piece, task.source, task.beside, self.limit, self.stage)

    def _outcomes(
        self, cluster: Cluster, task: Task, handle: Any, waiting: Iterable[tuple[Task, Any]]
    ) -> list[Outcome]:
        try:
            return list(_opened(cluster.take(handle)).outcomes)
        except WorkerLost:
            cluster.settle([other for _, other in waiting if other is not None])
            return list(self._one_by_one(cluster, task))

    def _one_by_one(self, cluster: Cluster, task: Task) -> Iterator[Outcome]:
        """Yield the outcomes of a task that was given up; an invoice that workers die of has failed."""

        def asked(skip: int, most: int) -> Answer:
            order = replace(self._order(task), skip=skip, most=most)
            return _opened(cluster.take(cluster.send(order)))

        try:
            counted = asked(NONE, 0)
        except WorkerLost as lost:  # it cannot even be taken apart
            yield _died(0, lost)
            return
        yield from counted.outcomes
        for position in range(len(counted.outcomes), counted.invoices):
            try:
                yield from asked(position, 1).outcomes
            except WorkerLost as lost:
                yield _died(position, lost)


def _opened(answer: Answer) -> Answer:
    if answer.error is not None:
        raise answer.error
    return answer


def _died(position: int, lost: WorkerLost) -> Outcome:
    return _given_up(
        position,
        "EI-BATCH-WORKER",
        f"the workers that took the invoice were lost, one after the other: {lost}",
        "look at it alone with einvoice convert; often the memory of the worker ran out",
    )


def _given_up(position: int, code: str, message: str, fix: str) -> Outcome:
    return given_up(position, Finding(code, "error", "input", message, fix))


# ---------------------------------------------------------------------------------- on a worker

_AT_HAND: Final[dict[str, Work]] = {}
_LOADING: Final = threading.Lock()


def pack(work: Work) -> bytes:
    """Return *work* as it travels, with what a worker has to agree with."""
    return pickle.dumps((__version__, rules_in_force(work), pickle.dumps(work)), pickle.HIGHEST_PROTOCOL)


def serve(packed: bytes, order: Order) -> Answer:
    """Do *order*: what a worker runs.  The set-up is loaded with the first one of a process."""
    collecting = gc.isenabled()
    gc.disable()  # the collector's own clock takes a third of the time
    try:
        work, new = _at_hand(packed)
        outcomes, invoices = _do(work, order, order.limit + (WARM_UP if new else 0.0))
        if order.stage is not None:
            outcomes = [_put_down(outcome, order.stage) for outcome in outcomes]
        return Answer(tuple(outcomes), invoices)
    except EInvoiceError as error:
        error.__traceback__ = error.__cause__ = error.__context__ = None
        return Answer(error=error)
    finally:
        if collecting:
            gc.enable()


def _at_hand(packed: bytes) -> tuple[Work, bool]:
    """Return the work, and True when it was loaded just now."""
    key = hashlib.sha256(packed).hexdigest()
    found = _AT_HAND.get(key)
    if found is not None:
        return found, False
    with _LOADING:
        if key in _AT_HAND:
            return _AT_HAND[key], True
        version, rules, inner = pickle.loads(packed)
        if version != __version__:
            raise EngineFailed(
                f"a worker has einvoice {__version__}, and the run was started with {version}",
                fix="install the same version on every worker",
            )
        work: Work = pickle.loads(inner)
        if rules_in_force(work) != rules:
            raise EngineFailed(
                "a worker has other rule sets than the machine that started the run",
                fix="install the same build of einvoice on every worker",
            )
        warm_up(work)
        gc.collect()
        gc.freeze()
        _AT_HAND.clear()  # a run has one; those of earlier runs are not needed
        _AT_HAND[key] = work
        return work, True


def _do(work: Work, order: Order, seconds: float) -> tuple[list[Outcome], int]:
    outcomes: list[Outcome] = []
    skip = order.skip
    while True:
        begun = skip == 0
        position = skip

        def begin() -> None:
            nonlocal begun
            begun = True

        try:
            with limit(seconds) as clock:
                found = each(work, order.piece, order.source, order.beside, skip, begin)
                while not order.most or len(outcomes) < order.most:
                    try:
                        outcomes.append(next(found))
                    except StopIteration as end:
                        return outcomes, end.value
                    position += 1
                    clock.again()
                return outcomes, 0
        except TimeUp:
            position = 0 if order.most == 0 else position
            if not begun and outcomes:  # what is behind, nobody can know; the invoice that failed stands for it
                return outcomes, position
            outcomes.append(
                _given_up(
                    position,
                    "EI-BATCH-TIME",
                    f"the invoice took more than {order.limit:g} seconds, which is the limit, and was given up",
                    "look at it alone with einvoice convert, or resume the run with a longer --time-limit",
                )
            )
            if order.most == 0:
                return outcomes, 1
            skip = position + 1


def _put_down(outcome: Outcome, stage: str) -> Outcome:
    """Put the files of *outcome* where the parent finds them by their digest."""
    from einvoice.batch.remote import put_down

    for file in outcome.files:
        put_down(stage, file.digest, file.data)
    return replace(outcome, files=tuple(file._replace(data=b"", staged=True) for file in outcome.files))


@contextlib.contextmanager
def needing(extra: str) -> Iterator[None]:
    """Turn an import that fails into `EngineMissing`, which says what to install."""
    try:
        yield
    except ImportError as error:
        raise EngineMissing(
            f"the package {error.name or extra} is not installed",
            fix=f"pip install 'einvoice-nordic[{extra}]'",
        ) from error


__all__ = ["Answer", "Cluster", "Far", "Order", "WorkerLost", "needing", "pack", "serve"]
