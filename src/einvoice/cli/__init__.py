"""The command line: arguments, streams and exit codes only; the work is done by the other rooms.

Map of the room
---------------
``<command>.py``  one file per command, loaded when it is called
``sources.py``    file, folder, glob, zip or ``-`` to named sources of bytes
``reading.py``    a source to its invoices, one by one; a bad one does not stop the rest
``baseline.py``   the file of ``validate --baseline``
``output.py``     bytes to standard output or to a file, whole or not at all
``options.py``    the options that several commands share
``failure.py``    from exceptions to messages and exit codes
``progress.py``   how far a run has come, on a terminal only

Data goes to standard output, everything else to standard error.  `main` is the only way in.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from typing import Final

import click

from einvoice._version import __version__
from einvoice.cli import failure

COMMANDS: Final = {
    "formats": "What can be read, written and validated.",
    "detect": "Which format each file is, and why.",
    "convert": "Turn invoices into another format.",
    "batch": "Turn as many invoices as there are into another format, and go on after any death.",
    "validate": "Judge invoices by schema, official rules and business rules.",
    "show": "An invoice for a person to read.",
    "diff": "What two invoices, in any two formats, say differently.",
    "route": "How the receiver is addressed, and what is missing.",
    "lifecycle": "What can be done with an invoice after it is written, and the request for it.",
    "explain": "What a code means, why it matters, how to mend it.",
}
"""Each command of this version with its one-line help; ``einvoice.cli.<name>`` holds it as ``command``."""

PLANNED: Final[dict[str, str]] = {}
"""Commands that come with a later version, and what to do until then."""

EPILOG: Final = """\b
Exit codes
  0   done; valid
  1   done; at least one document has findings at or above --fail-on
  2   usage: unknown format, profile, option
  3   input that cannot be read, or a document that was not checked
  4   the syntax is known and a value cannot be read
  5   --losses raise, and something has no place in the target
  6   a rule set, schema or context file is broken or missing
  70  a fault of einvoice itself

EINVOICE_DEBUG=1 adds the traceback to every error."""


class CommandGroup(click.Group):
    """Loads a command when it is called, so that ``--version`` and ``--help`` start fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of a user's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command *cmd_name*, None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"einvoice.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that *args* begin with; says what is close to an unknown one."""
        name = args[0]
        if name in PLANNED:
            raise click.UsageError(f"{name} comes with a later version\n  fix: {PLANNED[name]}", ctx)
        if name not in COMMANDS and not name.startswith("-"):
            import difflib

            close = difflib.get_close_matches(name, [*COMMANDS, *PLANNED], 1)
            fix = f"did you mean {close[0]}?" if close else f"commands are {', '.join(COMMANDS)}"
            raise click.UsageError(f"{name!r} is no command\n  fix: {fix}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a closed pipe is not a failure of ours, and click would answer it with 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise failure.PipeClosed from error


@click.command(
    cls=CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)
@click.version_option(__version__, prog_name="einvoice", message="%(prog)s %(version)s")
def group() -> None:
    """Read, write, convert and validate Nordic e-invoices.

    SRC and PATH take a file, a folder, a glob, a zip or - (standard input).
    """


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv*, None for that of the process, and return the exit code.

    Never raises and never shows a traceback, unless EINVOICE_DEBUG=1 asks for it.
    """
    _prepare_streams()
    try:
        code = group.main(
            args=None if argv is None else list(argv), prog_name="einvoice", standalone_mode=False, color=None
        )
        sys.stdout.flush()
    except BaseException as error:
        return failure.report(error)
    return code if isinstance(code, int) else 0


def _prepare_streams() -> None:
    """Write UTF-8 into files and pipes on every system, and never fail on a character that a terminal lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")
