"""Actions measured in turns: medians, spread, and ratios that hold on a noisy machine.

Processor time counts, not the time of day: what else runs on the machine is not ours.  It still takes the caches, so
all actions of a sample run once per round, forwards and backwards in turn, and what slows one of them slows all.  A
ratio is taken within each round, and the median of those ratios is reported: it moves far less than the quotient of two
medians.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

ENOUGH = 0.004
"""Seconds that an action runs in a round at least: the clock and the call cost nothing beside it."""

clock = time.process_time if time.get_clock_info("process_time").resolution < 1e-5 else time.perf_counter
"""Processor time of this process; where the system counts it in ticks (Windows), the time of day."""


@dataclass(frozen=True)
class Action:
    """Something to measure: its name, and one call per document."""

    name: str
    calls: Sequence[Callable[[], object]]


@dataclass(frozen=True)
class Timing:
    """Processor seconds per document, one figure per round."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median over the rounds."""
        return median(self.rounds)

    @property
    def fastest(self) -> float:
        """The fastest round."""
        return min(self.rounds)

    @property
    def slowest(self) -> float:
        """The slowest round."""
        return max(self.rounds)

    def ratio_to(self, other: Timing) -> float:
        """Return how many times as long as *other* this takes: the median over the rounds."""
        return median(mine / its for mine, its in zip(self.rounds, other.rounds, strict=True))


def measure(
    actions: Sequence[Action], rounds: int, *, enough: float = ENOUGH, collect: bool = False
) -> dict[str, Timing]:
    """Return a timing per action.  *collect* leaves the garbage collector on, as in ordinary use.

    The first call of each action is not counted: it compiles tables and loads schemas.
    """
    loops = [_loops(action, enough) for action in actions]
    found: list[list[float]] = [[] for _ in actions]
    for number in range(rounds):
        order = range(len(actions)) if number % 2 == 0 else range(len(actions) - 1, -1, -1)
        gc.collect()
        if not collect:
            gc.disable()
        try:
            for position in order:
                found[position].append(_seconds(actions[position], loops[position]))
        finally:
            gc.enable()
    return {action.name: Timing(tuple(seconds)) for action, seconds in zip(actions, found, strict=True)}


def _loops(action: Action, enough: float) -> int:
    _seconds(action, 1)
    return max(1, math.ceil(enough / (_seconds(action, 1) * len(action.calls))))


def _seconds(action: Action, loops: int) -> float:
    calls = action.calls
    start = clock()
    for _ in range(loops):
        for call in calls:
            call()
    return (clock() - start) / (loops * len(calls))
