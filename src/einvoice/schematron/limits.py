"""What rules of others may cost while they are compiled or judge a document: `limited`.

Rules that are not ours can run for ever, or fill the memory, in ways that no count of steps foresees: a regular
expression that goes back again and again, a text that is doubled forty times.  So a clock watches from outside.  In
the main thread of a POSIX system it is a timer of processor time, which interrupts regular expressions too; in other
threads, and on Windows, a second thread, which the judging one obeys between two instructions of Python.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from time import perf_counter
from types import FrameType
from typing import Final, TypeVar

from einvoice.errors import SchematronBroken

MAX_SECONDS: Final = 10.0
"""Seconds that rules of others may take for a small document, or to be compiled; a large one has more."""

SECONDS_PER_BYTE: Final = 4e-6
"""Seconds more for each byte of a document: half a minute for an invoice of 10,000 lines."""

MAX_MEMORY: Final = 1 << 30
"""Bytes by which they may make the process grow."""

MEMORY_PER_BYTE: Final = 80
"""Bytes more for each byte of a document; `tree.py` takes about 40."""

TICK: Final = 0.1
"""Seconds between two looks at the clock."""


Result = TypeVar("Result")


class TooLong(BaseException):
    """Time, memory or steps are used up, or calls nest too deep.

    No `Exception`, since what goes wrong in a rule is caught as such and tried again by slower means.
    """


def limited(work: Callable[[], Result], source: str, size: int = 0) -> Result:
    """Return what *work* gives; raises `SchematronBroken` when it takes too long or too much memory.

    *source* names the rules, *size* is that of the document in bytes.
    """
    seconds, memory = MAX_SECONDS + size * SECONDS_PER_BYTE, MAX_MEMORY + size * MEMORY_PER_BYTE
    run = _timed if threading.current_thread() is threading.main_thread() and _timer_is_free() else _watched
    try:
        return run(work, seconds, memory)
    except SchematronBroken as error:
        error.source = error.source or source
        raise
    except RecursionError as error:
        raise SchematronBroken(
            "the rules nest, or extend each other, too deep", fix="simplify the rules", source=source
        ) from error
    except (TooLong, MemoryError) as error:
        what = "judging the document" if size else "compiling the rules"
        raise SchematronBroken(
            f"{what} takes too long, or too much memory: einvoice stops after {seconds:.0f} seconds or "
            f"{memory >> 20:,} MB",
            fix="simplify the rules: look for loops in loops, texts or sequences that grow from <let> to <let>, and "
            "regular expressions with a quantifier in a quantifier",
            source=source,
        ) from error


def _peak() -> int:
    """Return the most memory that the process has had, in bytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _timer_is_free() -> bool:
    """True when the system has a timer of processor time that nobody uses."""
    return (
        hasattr(signal, "setitimer")
        and signal.getsignal(signal.SIGPROF) == signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    )


def _timed(work: Callable[[], Result], seconds: float, memory: int) -> Result:
    here = sys._getframe()
    most = _peak() + memory

    def tick(_: int, frame: FrameType | None) -> None:
        nonlocal seconds
        while frame is not None and frame is not here:
            frame = frame.f_back
        if frame is None:  # the last tick came while the timer was being stopped
            stop()
            return
        seconds -= TICK
        if seconds < 0 or _peak() > most:
            seconds = 1.0  # for what has to be left in order
            raise TooLong

    def stop() -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)

    signal.signal(signal.SIGPROF, tick)
    try:
        signal.setitimer(signal.ITIMER_PROF, TICK, TICK)
        return work()
    finally:
        stop()


def _watched(work: Callable[[], Result], seconds: float, memory: int) -> Result:
    import ctypes

    stop = ctypes.pythonapi.PyThreadState_SetAsyncExc
    thread = ctypes.c_ulong(threading.get_ident())
    done, lock = threading.Event(), threading.Lock()
    end, most = perf_counter() + seconds, _peak() + memory

    def watch() -> None:
        while not done.wait(TICK):
            if perf_counter() > end or _peak() > most:
                with lock:
                    if not done.is_set():
                        stop(thread, ctypes.py_object(TooLong))
                return

    threading.Thread(target=watch, daemon=True, name="einvoice-limits").start()
    try:
        return work()
    finally:
        with lock:
            done.set()
            stop(thread, None)  # what has been raised and has not arrived
