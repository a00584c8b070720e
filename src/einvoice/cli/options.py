"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from einvoice.context import Context

_F = TypeVar("_F", bound=Callable[..., Any])

CONTEXT_SETTINGS: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
"""Settings of every command."""


def paths(metavar: str) -> Callable[[_F], _F]:
    """Return the argument that names sources: files, folders, globs, zips or ``-``."""
    return click.argument("paths", metavar=f"{metavar}...", nargs=-1, required=True)


def source_format(command: _F) -> _F:
    """Add ``--from``: the format of the sources, in place of detection."""
    return click.option("--from", "source_format", metavar="FORMAT", help="Format of the source; detected without it.")(
        command
    )


def context_file(command: _F) -> _F:
    """Add ``--context``: the file with what documents do not hold."""
    return click.option(
        "--context",
        "context_file",
        metavar="FILE",
        help="einvoice.toml with the seller, customers, VAT decisions and units that the source does not hold.",
    )(command)


def text_or_json(command: _F) -> _F:
    """Add ``--output text|json``."""
    return click.option(
        "--output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Form of the output."
    )(command)


def load_context(file: str | None) -> Context:
    """Return the context in *file*, an empty one for None; a fault of its policy is told before a document is read."""
    from einvoice.context import Context

    context = Context() if file is None else Context.load(file)
    if context.rules:
        from einvoice.validation import policy_of

        policy_of(context)
    return context
