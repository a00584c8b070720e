"""How far a run over several documents has come: one line on standard error, on a terminal only."""

from __future__ import annotations

import sys
from types import TracebackType


class Progress:
    """Shows ``12/300 name`` while a run goes on; `clear` before anything else is written.

    *total* is None where nobody knows it.
    """

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._shown = 0
        self.active = total != 1 and total != 0 and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def step(self, number: int, name: str) -> None:
        """Show that document *number* (from 1) is at work."""
        self.say(f"{number}/{self._total} {name}")

    def say(self, text: str) -> None:
        """Show *text*."""
        if self.active:
            import shutil

            self.clear()
            line = text[: shutil.get_terminal_size().columns - 1]
            sys.stderr.write(line)
            sys.stderr.flush()
            self._shown = len(line)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()
            self._shown = 0
