"""``einvoice detect``: which format each file is, and why."""

from __future__ import annotations

from typing import Any

import click

from einvoice.cli import failure, options, output
from einvoice.cli.sources import expand


@click.command("detect", context_settings=options.CONTEXT_SETTINGS)
@options.paths("PATH")
@options.text_or_json
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], output: str) -> None:
    """Say which format and profile each file has, and why.

    Goes by the root element, never by the name of the file.  Exits with 3 when the format of a file is not known;
    the other files are answered all the same.
    """
    ctx.exit(run(paths, as_json=output == "json"))


def run(paths: tuple[str, ...], *, as_json: bool) -> int:
    """Print the answer for each source and return the exit code."""
    from einvoice.formats import detect
    from einvoice.report import json as report_json
    from einvoice.report import text

    sources = expand(paths)
    codes = [0]
    rows: list[list[str]] = []
    documents: list[dict[str, Any]] = []
    errors = []
    for source in sources.items:
        try:
            found = detect.detect_source(detect.open_source(source.fetch()))
        except Exception as error:
            own = failure.as_error(error, source.path)
            codes.append(own.exit_code)
            errors.append(own)
            documents.append(
                {"path": source.path, "format": None, "profile": None, "readable": False, "reason": own.message}
            )
            continue
        rows.append([text.one_line(cell) for cell in (source.path, found.format, found.profile or "-", found.reason)])
        documents.append(
            {
                "path": source.path,
                "format": found.format,
                "profile": found.profile,
                "readable": True,
                "reason": found.reason,
            }
        )
    if as_json:
        output.put(report_json.dumps({"tool": report_json.tool(), "documents": documents}))
    else:
        output.put_text("".join(line + "\n" for line in text.columns(rows)))
        for own in errors:
            failure.show(own)
    for note in sources.left_out:
        click.echo(text.clean(f"einvoice: {note}"), err=True)
    return failure.gravest(codes)
