"""Where pieces are worked on: the processes of this machine, each doing one piece after the other.

An engine takes tasks and gives back their outcomes *in the order of the tasks*, so that names, ledger and report do not
depend on which worker was faster.  `Local` has a fixed number of worker processes that are warm before the first task
(on Linux they are forked from a warm parent, so the rules are in memory once).

A worker that dies costs the invoice that it had in hand, which fails with EI-BATCH-WORKER; one that takes longer than
the time limit for an invoice is killed, EI-BATCH-TIME.  Another worker takes its place, and what else was waiting for
it is done.  The parent never blocks on a worker: each has a thread that takes tasks in while the last one is done.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Final, Protocol

from einvoice.batch.split import Piece
from einvoice.batch.work import Outcome, Work, each, rest_now_and_then, warm_up
from einvoice.errors import EngineFailed
from einvoice.findings import Finding

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

AHEAD: Final = 2
"""Tasks that a worker has at a time: one in hand and one waiting."""

MAX_WAITING: Final = 64
"""Most tasks, for each worker, whose outcomes wait for that of an earlier task."""

MAX_WAITING_BYTES: Final = 64_000_000
"""Most bytes of pieces that are under way."""

DEATHS: Final = 5
"""As many workers in a row may die before they have done anything; then the machine is at fault, not an invoice."""


@dataclass(frozen=True, slots=True)
class Task:
    """A piece to be worked on, with the path of its source and the bytes that stand beside it."""

    piece: Piece
    source: str
    beside: bytes | None = None
    mark: Any = None
    """What the caller knows the task by; it does not travel."""
    ready: bool = False
    """Nothing is to be done: the task goes through, to keep its place in the order."""


class Engine(Protocol):
    """Does tasks; the outcomes come in their order."""

    def run(self, work: Work, tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Outcome]]]: ...


class InProcess:
    """An engine without processes: for tests, and to look at a fault with a debugger."""

    def run(self, work: Work, tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Outcome]]]:
        """Do the tasks one after the other."""
        warm_up(work)
        for task in tasks:
            yield task, [] if task.ready else list(each(work, task.piece, task.source, task.beside))


@dataclass
class _Job:
    """A task under way: its number, the outcomes that came, and how often a worker died of it."""

    number: int
    task: Task
    outcomes: list[Outcome] = field(default_factory=list)
    deaths: int = 0


@dataclass
class _Worker:
    process: BaseProcess
    link: Connection
    jobs: deque[_Job] = field(default_factory=deque)
    since: float = 0.0
    ready: bool = False


class Local:
    """Worker processes of this machine.

    *jobs* is their number, None for one on each core that this process may use.  *limit* is the time in seconds that an
    invoice may take.  *before_fork* is called before a worker is started in mid-run.
    """

    def __init__(
        self, jobs: int | None = None, limit: float = 60.0, before_fork: Callable[[], None] | None = None
    ) -> None:
        self.jobs = jobs or cores()
        self.limit = limit
        self._before_fork = before_fork
        self._context: BaseContext = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self._workers: list[_Worker] = []
        self._deaths = 0

    def run(self, work: Work, tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Outcome]]]:
        """Do the tasks side by side; raises the error of a broken set-up, and `EngineFailed` when no worker lives."""
        done: dict[int, _Job] = {}
        following, number, total = 0, 0, 0
        source = iter(tasks)
        exhausted = False
        again: deque[_Job] = deque()
        try:
            while True:
                while again or not exhausted:
                    free = self._free()
                    if self._workers and free is None:
                        break
                    if again and free is not None:
                        self._give(free, again.popleft())
                        continue
                    if number - following >= MAX_WAITING * self.jobs or total > MAX_WAITING_BYTES:
                        break
                    task = next(source, None)
                    if task is None:
                        exhausted = True
                        break
                    total += len(task.piece.data)
                    job = _Job(number, task)
                    number += 1
                    if not task.ready:
                        if not self._workers:  # a run that has nothing to do starts none
                            warm_up(work)
                            self._workers = [self._start(work) for _ in range(self.jobs)]
                        self._give(self._free() or self._workers[0], job)
                        continue
                    done[job.number] = job
                    if job.number == following:
                        break
                while following in done:
                    job = done.pop(following)
                    total -= len(job.task.piece.data)
                    following += 1
                    yield job.task, job.outcomes
                if any(worker.jobs for worker in self._workers):
                    for job in self._collect(work, again):
                        done[job.number] = job
                elif exhausted and not again and following == number:
                    return
        finally:
            self.close()

    def _free(self) -> _Worker | None:
        """Return the worker with the fewest tasks; None when none can take one more."""
        worker = min(self._workers, key=lambda each: len(each.jobs), default=None)
        return worker if worker is not None and len(worker.jobs) < AHEAD else None

    def _start(self, work: Work) -> _Worker:
        here, there = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(there, here, work), daemon=True)  # type: ignore[attr-defined]
        process.start()
        there.close()
        return _Worker(process, here)

    def _give(self, worker: _Worker, job: _Job) -> None:
        if not worker.jobs:
            worker.since = time.monotonic()
        worker.jobs.append(job)
        task = job.task
        # A worker that died does not take it; that is seen, and mended, when its outcomes are collected.
        with contextlib.suppress(OSError):
            worker.link.send_bytes(
                pickle.dumps((task.piece, task.source, task.beside, len(job.outcomes)), pickle.HIGHEST_PROTOCOL)
            )

    def _collect(self, work: Work, again: deque[_Job]) -> Iterator[_Job]:
        """Yield the jobs that were finished, after waiting for the first message of any worker."""
        now = time.monotonic()
        busy = [worker for worker in self._workers if worker.jobs]
        patience = min((worker.since + self.limit - now for worker in busy), default=self.limit)
        links: dict[Any, _Worker] = {worker.link: worker for worker in busy}
        heard = [links[link] for link in wait(list(links), timeout=max(patience, 0.0))]
        for worker in heard:
            try:
                kind, value = pickle.loads(worker.link.recv_bytes())
            except (EOFError, OSError, pickle.UnpicklingError):
                yield from self._bury(worker, work, again, _died)
                continue
            if kind == "error":
                raise value
            self._deaths = 0
            worker.since = time.monotonic()
            if value is not None:
                worker.jobs[0].outcomes.append(value)
            if kind == "last":
                yield worker.jobs.popleft()
        late = time.monotonic()
        for worker in busy:
            if worker not in heard and worker.jobs and late - worker.since > self.limit:
                yield from self._bury(worker, work, again, self._too_long)

    def _bury(
        self, worker: _Worker, work: Work, again: deque[_Job], why: Callable[[_Worker], Finding]
    ) -> Iterator[_Job]:
        """Put another worker in the place of one that died or hangs; the invoice that it had in hand fails."""
        worker.process.kill()
        worker.process.join()
        worker.link.close()
        finding = why(worker)
        self._deaths += 1
        if self._deaths > DEATHS + self.jobs:
            raise EngineFailed(
                f"{self._deaths} workers died one after the other: {finding.message}",
                fix="look for what ends them (memory, a limit of the system), and resume the run with --resume",
            )
        if worker.jobs:
            job = worker.jobs.popleft()
            job.outcomes.append(Outcome(len(job.outcomes), "failed", 70, None, (), (finding.as_dict(),)))
            job.deaths += 1
            # A piece may hold more than the invoice that was in hand: another worker goes on behind it, once.
            if job.deaths > 1:
                yield job
            else:
                again.append(job)
        again.extend(worker.jobs)
        if self._before_fork is not None:
            self._before_fork()
        self._workers[self._workers.index(worker)] = self._start(work)

    def _too_long(self, worker: _Worker) -> Finding:
        return Finding(
            "EI-BATCH-TIME",
            "error",
            "input",
            f"the invoice took more than {self.limit:g} seconds, which is the limit, and was given up",
            "look at it alone with einvoice convert, or allow more time with --time-limit",
        )

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.link.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._workers = []


def _died(worker: _Worker) -> Finding:
    code = worker.process.exitcode
    how = f"was ended by signal {-code}" if code is not None and code < 0 else f"ended with exit code {code}"
    return Finding(
        "EI-BATCH-WORKER",
        "error",
        "input",
        f"the process that worked on the invoice {how}",
        "look at it alone with einvoice convert; signal 9 often means that the memory of the machine ran out",
    )


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _serve(link: Connection, other: Connection, work: Work) -> None:
    """Do what comes through *link* until it is closed: the life of a worker."""
    import gc
    import queue
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run
    other.close()
    tasks: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

    def take_in() -> None:
        while True:
            try:
                tasks.put(link.recv_bytes())
            except (EOFError, OSError):
                tasks.put(None)
                return

    try:
        warm_up(work)
        gc.collect()
        gc.freeze()
        gc.disable()
        threading.Thread(target=take_in, daemon=True).start()
        count = 0
        while (data := tasks.get()) is not None:
            piece, source, beside, skip = pickle.loads(data)
            held: Outcome | None = None
            for outcome in each(work, piece, source, beside, skip):
                if held is not None:
                    link.send_bytes(pickle.dumps(("next", held), pickle.HIGHEST_PROTOCOL))
                held = outcome
            # None when all of it had been done before the worker that had it died.
            link.send_bytes(pickle.dumps(("last", held), pickle.HIGHEST_PROTOCOL))
            count += 1
            rest_now_and_then(count)
    except (BrokenPipeError, ConnectionResetError):
        return
    except BaseException as error:
        with contextlib.suppress(Exception):
            error.__traceback__ = None
            link.send_bytes(pickle.dumps(("error", error), pickle.HIGHEST_PROTOCOL))
