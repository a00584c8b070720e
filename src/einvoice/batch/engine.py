"""Where pieces are worked on: the processes of this machine, each doing one piece after the other.

An engine takes tasks and gives back their outcomes *in the order of the tasks*, so that names, ledger and report do not
depend on which worker was faster.  `Local` has a fixed number of worker processes that are warm before the first task
(on Linux they are forked from a warm parent, so the rules are in memory once).

Where a worker dies, another takes its place and does the invoice that was in hand once more, for it may not have been
the reason; when that one dies too, the invoice fails with EI-BATCH-WORKER.  A worker that takes longer than the time
limit for an invoice is killed, EI-BATCH-TIME.  Either way the invoices behind it in the piece, and what else was
waiting for the worker, are done.

The parent never blocks on a worker: a task that could fill the pipe is sent when the worker has nothing else to do, and
then a thread of the worker takes it in.  A worker whose parent is gone ends, hanging or not.

A worker tells each outcome at once, so that what came of an invoice is known when it dies at the next.  The parent
need not wake up for each: while the workers have enough to do it lets some come together (`NAP`), for it works on the
same cores as they.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import pickle
import struct
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Final, Protocol

from einvoice.batch.split import Piece
from einvoice.batch.work import Outcome, Rests, Work, each, given_up, warm_up
from einvoice.errors import EInvoiceError, EngineFailed
from einvoice.findings import Finding

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext
    from multiprocessing.process import BaseProcess

AHEAD: Final = 12
"""Tasks that a worker has at a time: one in hand, the others waiting."""

NAP: Final = 0.01
"""Seconds for which the parent lets outcomes come together while every worker has half of its tasks still to do."""

MAX_WAITING: Final = 64
"""Most tasks, for each worker, whose outcomes wait for that of an earlier task."""

MAX_WAITING_BYTES: Final = 64_000_000
"""Most bytes of pieces that are under way."""

MAX_SENT_AHEAD: Final = 100_000
"""Most bytes of tasks that are sent to a worker that is at work: a pipe holds as much when nobody reads it."""

READ: Final = 1 << 18
"""Most bytes that are read from a worker at a time."""

DEATHS: Final = 5
"""As many workers in a row may die before they are ready; then the machine is at fault, not an invoice."""

DEATHS_AT_WORK: Final = 100
"""As many workers in a row may die at work; invoices are not that bad."""

ASLEEP: Final = 2.0
"""Seconds by which a wait may be longer than it was to be; beyond, this process was stopped."""

WARM_UP: Final = 120.0
"""Seconds that a worker may take to be ready."""


@dataclass(frozen=True, slots=True)
class Task:
    """A piece to be worked on, with the path of its source and the bytes that stand beside it.

    *beside* is empty when nothing stands there, None where nothing can.
    """

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
    """A task under way: its number and the outcomes that came.

    *tried* is the position of the invoice at which a worker died last, *blamed* that of the last one that failed by it.
    *begun* says whether the worker has come as far as the invoice that is to be done next, *blind* how many have not.
    """

    number: int
    task: Task
    outcomes: list[Outcome] = field(default_factory=list)
    tried: int = -1
    blamed: int = -1
    begun: bool = False
    blind: int = 0

    @property
    def size(self) -> int:
        """About the bytes of the task as it is sent."""
        task = self.task
        return len(task.piece.data) + len(task.beside or b"") + len(task.source) + 200


@dataclass
class _Worker:
    """A worker as the parent knows it: *jobs* are its tasks, *unsent* the last of them, *sent* the bytes of the others.

    *inbox* is the begin of a message that has not come as a whole.
    """

    process: BaseProcess
    link: Connection
    jobs: deque[_Job] = field(default_factory=deque)
    unsent: deque[_Job] = field(default_factory=deque)
    sent: int = 0
    inbox: bytearray = field(default_factory=bytearray)
    since: float = field(default_factory=time.monotonic)
    ready: bool = False


class Local:
    """Worker processes of this machine.

    *jobs* is their number, None for one on each core that this process may use.  *limit* is the time in seconds that an
    invoice may take.  *before_fork* is called before a worker is started in mid-run; a run sets it when it is None.
    """

    def __init__(
        self, jobs: int | None = None, limit: float = 60.0, before_fork: Callable[[], None] | None = None
    ) -> None:
        self.jobs = jobs or cores()
        self.limit = limit
        self.before_fork = before_fork
        self._forks = sys.platform == "linux"
        self._context: ForkContext | SpawnContext = (
            multiprocessing.get_context("fork") if self._forks else multiprocessing.get_context("spawn")
        )
        self._workers: list[_Worker] = []
        self._deaths = 0

    def run(self, work: Work, tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Outcome]]]:
        """Do the tasks side by side; raises the error of a broken set-up, and `EngineFailed` when no worker lives."""
        done: dict[int, _Job] = {}
        following, number, total = 0, 0, 0
        source = iter(tasks)
        exhausted = False
        again: deque[_Job] = deque()
        self._deaths = 0
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
                            self._warm_up(work)
                            for _ in range(self.jobs):
                                self._workers.append(self._start(work))
                        self._give(self._free() or self._workers[0], job)
                        continue
                    done[job.number] = job
                    if job.number == following:
                        break
                for worker in self._workers:
                    self._send(worker)
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

    def _warm_up(self, work: Work) -> None:
        """Load what every worker needs: forked, they share it as long as no collector goes through it."""
        collecting = gc.isenabled()
        gc.disable()
        try:
            warm_up(work)
        finally:
            if collecting:
                gc.enable()
        gc.freeze()

    def _free(self) -> _Worker | None:
        """Return the worker with the fewest tasks; None when none can take one more."""
        worker = min(self._workers, key=lambda each: len(each.jobs), default=None)
        return worker if worker is not None and len(worker.jobs) < AHEAD else None

    def _start(self, work: Work) -> _Worker:
        here, there = self._context.Pipe()
        # A forked worker holds our ends of all pipes; as long as it does, the others are not told that we are gone.
        ours = [*(worker.link for worker in self._workers if not worker.link.closed), here] if self._forks else []
        process = self._context.Process(target=_serve, args=(there, ours, work, self.limit), daemon=True)
        with _no_interrupt():
            process.start()
        there.close()
        return _Worker(process, here)

    def _give(self, worker: _Worker, job: _Job) -> None:
        if not worker.jobs:
            worker.since = time.monotonic()
        job.begun = False
        worker.jobs.append(job)
        worker.unsent.append(job)

    def _send(self, worker: _Worker) -> None:
        """Send *worker* those of its tasks that the pipe holds for sure; one, where it has nothing else to do."""
        orders, size = [], worker.sent
        for job in worker.unsent:
            if size and size + job.size > MAX_SENT_AHEAD:
                break
            size += job.size
            orders.append((job.task.piece, job.task.source, job.task.beside, len(job.outcomes)))
        if not orders:
            return
        # A worker that died does not take them; that is seen, and mended, when its outcomes are collected.
        with contextlib.suppress(OSError):
            worker.link.send_bytes(pickle.dumps(orders, pickle.HIGHEST_PROTOCOL))
            worker.sent = size
            for _ in orders:
                worker.unsent.popleft()

    def _collect(self, work: Work, again: deque[_Job]) -> Iterator[_Job]:
        """Yield the jobs that were finished, after waiting for the first message of any worker."""
        now = time.monotonic()
        if all(len(worker.jobs) - len(worker.unsent) >= AHEAD // 2 for worker in self._workers):
            time.sleep(NAP)
        busy = [worker for worker in self._workers if worker.jobs]
        patience = min((worker.since + self._limit_of(worker) - now for worker in busy), default=self.limit)
        links: dict[Any, _Worker] = {worker.link: worker for worker in busy}
        heard = [links[link] for link in wait(list(links), timeout=max(patience, 0.0))]
        if (slept := time.monotonic() - now - max(patience, 0.0)) > ASLEEP:  # Ctrl-Z: the workers stood still as well
            for worker in busy:
                worker.since += slept
        for worker in heard:
            try:
                messages = _received(worker)
            except (EOFError, OSError, pickle.UnpicklingError):
                yield from self._bury(worker, work, again, hangs=False)
                continue
            worker.since = time.monotonic()
            for kind, value in messages:
                if kind == "error":
                    raise value
                if kind == "ready":
                    worker.ready = True
                    continue
                self._deaths = 0
                job = worker.jobs[0]
                job.begun = True
                if kind == "next":
                    job.outcomes.append(value)
                elif kind == "last":
                    # A worker that died behind the last invoice had none in hand.
                    del job.outcomes[value:]
                    worker.jobs.popleft()
                    worker.sent -= job.size
                    yield job
        late = time.monotonic()
        for worker in busy:
            if worker not in heard and worker.jobs and late - worker.since > self._limit_of(worker):
                yield from self._bury(worker, work, again, hangs=True)

    def _limit_of(self, worker: _Worker) -> float:
        return self.limit if worker.ready else max(self.limit, WARM_UP)

    def _bury(self, worker: _Worker, work: Work, again: deque[_Job], *, hangs: bool) -> Iterator[_Job]:
        """Put another worker in the place of one that died or hangs; its jobs are done by others."""
        worker.process.kill()
        worker.process.join()
        worker.link.close()
        if not (hangs and worker.ready):
            self._deaths += 1
        if self._deaths > (DEATHS_AT_WORK if worker.ready else DEATHS + self.jobs):
            raise EngineFailed(
                f"{self._deaths} workers ended one after the other{'' if worker.ready else ', before they had begun'}: "
                f"the last {_end_of(worker)}",
                fix="look for what ends them (memory, a limit of the system), and go on with --resume",
            )
        if len(worker.jobs) > len(worker.unsent) and worker.ready:
            job = worker.jobs.popleft()
            if self._goes_on(job, worker, hangs=hangs):
                again.append(job)
            else:
                yield job
        again.extend(worker.jobs)
        if self.before_fork is not None:
            self.before_fork()
        place = self._workers.index(worker)
        self._workers[place] = self._start(work)

    def _goes_on(self, job: _Job, worker: _Worker, *, hangs: bool) -> bool:
        """Note that *worker* died of *job*; True when there is something left to do."""
        position = len(job.outcomes)
        if position and not job.begun:  # it was to do what is behind others, and did not come as far
            job.blind += 1
            if not hangs and job.blind < 2:
                return True
            if job.blamed == position - 1:  # what is behind, nobody can know; the invoice that failed stands for it
                return False
        elif not hangs and job.tried != position:
            job.tried = position
            return True
        job.blamed = position
        finding = self._too_long() if hangs else _died(worker)
        job.outcomes.append(given_up(position, finding))
        return True

    def _too_long(self) -> Finding:
        return Finding(
            "EI-BATCH-TIME",
            "error",
            "input",
            f"the invoice took more than {self.limit:g} seconds, which is the limit, and was given up",
            "look at it alone with einvoice convert, or resume the run with a longer --time-limit",
        )

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.link.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.process.close()
        if self._workers:
            gc.unfreeze()
        self._workers = []


def _told(link: Connection, message: bytes) -> None:
    """Tell the parent *message*: where that is possible, so that it can read many at once (`_received`)."""
    if sys.platform == "win32":
        link.send_bytes(message)
        return
    rest = memoryview(_LENGTH.pack(len(message)) + message)
    while rest:
        rest = rest[os.write(link.fileno(), rest) :]


_LENGTH: Final = struct.Struct("!Q")


def _received(worker: _Worker) -> list[tuple[str, Any]]:
    """Return the messages of *worker* that have come, at least one; `EOFError` when it is gone."""
    if sys.platform == "win32":
        return [pickle.loads(worker.link.recv_bytes())]
    inbox = worker.inbox
    messages: list[tuple[str, Any]] = []
    while not messages:
        found = os.read(worker.link.fileno(), READ)
        if not found:
            raise EOFError
        inbox += found
        at = 0
        with memoryview(inbox) as view:
            while at + _LENGTH.size <= len(view):
                begin = at + _LENGTH.size
                end = begin + _LENGTH.unpack_from(view, at)[0]
                if end > len(view):
                    break
                messages.append(pickle.loads(view[begin:end]))
                at = end
        del inbox[:at]
    return messages


def _died(worker: _Worker) -> Finding:
    return Finding(
        "EI-BATCH-WORKER",
        "error",
        "input",
        f"the process that worked on the invoice {_end_of(worker)}, and so did another",
        "look at it alone with einvoice convert; signal 9 often means that the memory of the machine ran out",
    )


def _end_of(worker: _Worker) -> str:
    code = worker.process.exitcode
    return f"was ended by signal {-code}" if code is not None and code < 0 else f"ended with exit code {code}"


@contextlib.contextmanager
def _no_interrupt() -> Iterator[None]:
    """Hold Ctrl-C back while a worker is started, until it has said that it is not meant."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _serve(link: Connection, ours: list[Connection], work: Work, limit: float) -> None:
    """Do what comes through *link* until it is closed: the life of a worker.

    *ours* are the ends of the parent, which a forked worker has as well.
    """
    import queue
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in ours:
        other.close()
    tasks: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    orders: deque[tuple[Piece, str, bytes | None, int]] = deque()

    def take_in() -> None:
        while True:
            try:
                tasks.put(link.recv_bytes())
            except (EOFError, OSError):
                os._exit(0)  # nobody waits for what is in hand

    def tell(kind: str, value: object) -> None:
        _told(link, pickle.dumps((kind, value), pickle.HIGHEST_PROTOCOL))

    try:
        warm_up(work)
        gc.collect()
        gc.freeze()
        gc.disable()
        threading.Thread(target=take_in, daemon=True).start()
        tell("ready", None)
        rests = Rests()
        while True:
            if not orders:
                orders.extend(pickle.loads(tasks.get()))
            piece, source, beside, skip = orders.popleft()
            _alarm(limit)
            outcomes = each(work, piece, source, beside, skip, partial(tell, "begun", None) if skip else None)
            while True:
                try:
                    tell("next", next(outcomes))
                except StopIteration as end:
                    tell("last", end.value)
                    break
                rests.after(1, 0)
                _alarm(limit)
            _alarm(None)
            rests.after(0, len(piece.data))
    except (BrokenPipeError, ConnectionResetError):
        return
    except BaseException as error:
        if not isinstance(error, EInvoiceError):
            own = EngineFailed(f"a worker failed: {type(error).__name__}: {error}", fix="please report it")
            error = own
        error.__traceback__ = error.__cause__ = error.__context__ = None
        with contextlib.suppress(Exception):
            tell("error", error)


def _alarm(limit: float | None) -> None:
    """Have the system end this process some time after *limit*: without its parent, a worker would hang for ever."""
    import signal

    with contextlib.suppress(AttributeError):  # Windows has no alarm
        signal.setitimer(signal.ITIMER_REAL, 0.0 if limit is None else 2 * limit + 10.0)
