"""A time limit for what a thread does, where the process belongs to somebody else (a worker of Dask or Ray).

One thread watches all others.  A thread that is late gets `TimeUp` at its next step in Python; one that does not come
back to Python (a parser) is late a second time, and then the process ends: the engine starts another and the invoice
counts as one that a worker died of.  Where no other thread has its turn (a regular expression), an alarm of the system
ends the process.

    with limit(60.0) as clock:
        for outcome in outcomes:
            clock.again()
"""

from __future__ import annotations

import contextlib
import ctypes
import math
import os
import signal
import threading
import time
from types import TracebackType
from typing import Final

TICK: Final = 0.05
"""Seconds between two looks at the clock; limits are no more exact than that."""

GRACE: Final = 10.0
"""Seconds, on top of the limit once more, after which a process that does not come back ends."""


class TimeUp(BaseException):
    """The time is over.  No `Exception`: nothing that looks for faults of documents may take it for one."""


class limit:
    """A context manager that raises `TimeUp` in the thread that entered it, once it is *seconds* late.

    What comes when the block is done already is swallowed: it is raised in the block, or not at all.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._thread = threading.get_ident()
        self._until = 0.0
        self._fired = False
        self._lock = threading.Lock()

    def __enter__(self) -> limit:
        self.again()
        with _WATCHED_LOCK:
            _WATCHED.add(self)
            _watch()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        try:
            self._leave()
            if self._fired and kind is not TimeUp:  # it is on its way: here it does no harm
                time.sleep(TICK)
        except TimeUp:
            self._leave()

    def _leave(self) -> None:
        with _WATCHED_LOCK:
            _WATCHED.discard(self)
            if not _WATCHED:
                _alarm(0.0)
        with self._lock:
            self._until = math.inf

    def again(self) -> None:
        """Begin the time anew."""
        with self._lock:
            self._until = time.monotonic() + self.seconds
        _alarm(2 * self.seconds + GRACE + 1.0)

    def look(self, now: float) -> None:
        """Raise in the thread, or end the process, when it is late."""
        with self._lock:
            if not self._fired and now > self._until:
                self._fired = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), ctypes.py_object(TimeUp))
            elif self._fired and now > self._until + self.seconds + GRACE:
                os._exit(70)


_WATCHED: Final[set[limit]] = set()
_WATCHED_LOCK: Final = threading.Lock()
_WATCHERS: Final[dict[int, threading.Thread]] = {}


def _alarm(seconds: float) -> None:
    """Have the system end the process after *seconds*, 0 for never; not where somebody else uses the alarm."""
    with contextlib.suppress(AttributeError):  # Windows has none
        if signal.getsignal(signal.SIGALRM) is signal.SIG_DFL:
            signal.setitimer(signal.ITIMER_REAL, seconds)


def _watch() -> None:
    """Start the thread that watches, in a process that has none: a fork does not inherit it."""
    if (found := _WATCHERS.get(os.getpid())) is None or not found.is_alive():
        _WATCHERS[os.getpid()] = thread = threading.Thread(target=_look, name="einvoice-limit", daemon=True)
        thread.start()


def _look() -> None:
    while True:
        time.sleep(TICK)
        now = time.monotonic()
        with _WATCHED_LOCK:
            watched = list(_WATCHED)
        for each in watched:
            each.look(now)


__all__ = ["TimeUp", "limit"]
