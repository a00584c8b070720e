"""Runs the command line inside the test process: fast, and with the same streams as a pipe gives."""

import io
import sys
from typing import NamedTuple

import pytest

from einvoice.cli import main


class Outcome(NamedTuple):
    """What a run gave."""

    code: int
    stdout: bytes
    stderr: str

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.stdout.decode("utf-8")


class _Stream(io.TextIOWrapper):
    """A text stream over bytes that stays open after the run."""

    def __init__(self, terminal: bool = False) -> None:
        self.terminal = terminal
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n")

    def isatty(self) -> bool:
        return self.terminal

    def taken(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()


def run(*arguments: str, stdin: bytes = b"", terminal: bool = False) -> Outcome:
    """Return what ``einvoice *arguments*`` gives; *terminal* says that both output streams are one."""
    stdout, stderr = _Stream(terminal), _Stream(terminal)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        patch.setattr(sys, "stdout", stdout)
        patch.setattr(sys, "stderr", stderr)
        code = main(list(arguments))
        return Outcome(code, stdout.taken(), stderr.taken().decode("utf-8"))
