"""From exceptions to messages and exit codes.

An exception of ours carries its exit code and says what to do.  A document's failure becomes a finding as well, so
that a report of many documents can hold it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import click

from einvoice._version import __version__
from einvoice.errors import EInvoiceError, InternalError

if TYPE_CHECKING:
    pass

INTERRUPTED: Final = 130
"""Exit code after Ctrl-C, as shells give it (128 + SIGINT)."""

PIPE_CLOSED: Final = 141
"""Exit code when the reader of our output left, as shells give it (128 + SIGPIPE)."""

GRAVITY: Final = (0, 1, 5, 4, 3, 6, 2, 70)
"""Exit codes of single documents, the least grave first: the less came of a document, the graver.

1 gave a result with findings, 5 held a readable invoice back, 4 knew the syntax, 3 could not even read it; 6, 2 and
70 are no fault of the document.
"""


class PipeClosed(Exception):
    """The reader of our output left."""


def gravest(codes: Iterable[int]) -> int:
    """Return the exit code of a run over several documents, from those of each.

    >>> gravest([0, 3, 1])
    3
    """
    return max(codes, key=GRAVITY.index, default=0)


def as_error(error: Exception, source: str) -> EInvoiceError:
    """Return *error* as one of ours that names *source*; what is not ours is a fault of einvoice."""
    if not isinstance(error, EInvoiceError):
        own = InternalError(
            f"a fault of einvoice itself: {type(error).__name__}: {error}",
            fix=f"please report it with the document and what EINVOICE_DEBUG=1 prints (einvoice {__version__})",
        )
        own.__cause__ = error
        error = own
    error.source = error.source or source
    return error


def show(error: EInvoiceError) -> None:
    """Write *error* to standard error, with its traceback when the user asks for it."""
    from einvoice.report import text

    if debugging():
        _print_traceback(error)
    click.echo(text.clean(f"einvoice: {error}"), err=True)


def show_with_findings(error: EInvoiceError) -> None:
    """Write *error*, and each of its findings when it carries several."""
    from einvoice.report import text

    show(error)
    if len(error.findings) > 1:
        for finding in error.findings:
            for line in text.finding_lines(finding, error.source or ""):
                click.echo(line, err=True)


def report(error: BaseException) -> int:
    """Write *error*, whatever it is, to standard error and return the exit code of the process."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 70
    if isinstance(error, KeyboardInterrupt | click.Abort):
        click.echo("einvoice: interrupted", err=True)
        return INTERRUPTED
    if isinstance(error, PipeClosed | BrokenPipeError):
        _close_stdout()
        return PIPE_CLOSED
    if isinstance(error, click.ClickException):
        return _usage(error)
    if isinstance(error, EInvoiceError) and not isinstance(error, InternalError):
        show(error)
        return error.exit_code
    if isinstance(error, Exception):
        show(as_error(error, ""))
        return InternalError.exit_code
    raise error


def _usage(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return 2
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "einvoice"
    message = error.format_message()
    if debugging():
        _print_traceback(error)
    if "\n  fix: " not in message:
        message += f"\n  fix: see {command} --help"
    from einvoice.report import text

    click.echo(text.clean(f"{command}: {message}"), err=True)
    return 2


def _close_stdout() -> None:
    """Point standard output at nothing, so that the interpreter does not complain when it flushes at exit."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
    except (OSError, ValueError):
        pass


def _print_traceback(error: BaseException) -> None:
    import traceback

    traceback.print_exception(error, file=sys.stderr)


def debugging() -> bool:
    """Say whether the user asks for tracebacks."""
    return os.environ.get("EINVOICE_DEBUG", "") not in ("", "0")
