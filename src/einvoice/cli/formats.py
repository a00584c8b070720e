"""``einvoice formats``: what can be read, written and validated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from einvoice.cli import options, output

if TYPE_CHECKING:
    from einvoice.formats import FormatInfo


@click.command("formats", context_settings=options.CONTEXT_SETTINGS)
@click.argument("name", required=False)
@click.option("--show-code", is_flag=True, help="Print the Python source into which the tables of NAME are compiled.")
@click.option("--schema", metavar="model", help="Print the JSON Schema of the canonical invoice.")
@options.text_or_json
def command(name: str | None, show_code: bool, schema: str | None, output: str) -> None:
    """Say what can be read, written and validated: all formats, or the format NAME."""
    if schema is not None:
        if schema != "model" or name is not None:
            raise click.UsageError(
                "only the canonical invoice has a JSON Schema\n  fix: einvoice formats --schema model",
                click.get_current_context(),
            )
        print_schema()
    elif show_code:
        if name is None:
            raise click.UsageError(
                "--show-code needs the name of a format\n  fix: einvoice formats peppol-bis --show-code",
                click.get_current_context(),
            )
        print_code(name)
    else:
        print_formats(name, as_json=output == "json")


def print_formats(name: str | None, *, as_json: bool) -> None:
    """Print the registry, or one line of it."""
    from einvoice.formats import FORMATS, info
    from einvoice.report import json as report_json
    from einvoice.report import text

    entries = FORMATS if name is None else (info(name),)
    if as_json:
        rows = [_as_dict(entry) for entry in entries]
        output.put(report_json.dumps({"tool": report_json.tool(), "formats": rows}))
        return
    if name is not None:
        output.put_text("".join(line + "\n" for line in text.columns(_details(entries[0]))))
        return
    table = [["format", "what", "read", "write", "validate"]]
    table += [[_names(e), e.title, e.reads, e.writes, e.validates] for e in entries]
    output.put_text("".join(line + "\n" for line in text.columns(table)))


def _names(entry: FormatInfo) -> str:
    return entry.id + (f" ({', '.join(entry.aliases)})" if entry.aliases else "")


def _details(entry: FormatInfo) -> list[list[str]]:
    rows = [
        ["format", entry.id],
        ["aliases", ", ".join(entry.aliases)],
        ["what", entry.title],
        ["read", entry.reads],
        ["write", entry.writes],
        ["versions", ", ".join(entry.versions)],
        ["validate", entry.validates],
        ["files end in", f".{entry.extension}"],
    ]
    return [row for row in rows if row[1]]


def _as_dict(entry: FormatInfo) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "available": True,
        "read": entry.reads or None,
        "write": entry.writes or None,
        "validate": [layer.strip() for layer in entry.validates.split(",") if layer.strip()],
        "aliases": list(entry.aliases),
        "versions": list(entry.versions),
        "extension": entry.extension,
    }


def print_code(name: str) -> None:
    """Print the compiled readers and writers of the format *name*."""
    from einvoice.errors import UsageError
    from einvoice.formats import info, module

    entry = info(name)
    mappings = [mapping for mapping in module(entry.id).MAPPINGS if not mapping.syntax.json]
    if not mappings:
        raise UsageError(
            f"{entry.id} is JSON, and nothing is compiled for it",
            fix="einvoice formats --schema model prints what it takes" if entry.id == "model" else None,
        )
    pieces = []
    for mapping in mappings:
        for direction, code in (("reader", mapping.reader.code), ("writer", mapping.writer.code)):
            pieces.append(f"# {entry.id}: {direction} of {mapping.syntax.root}\n\n{code.strip()}\n")
    output.put_text("\n\n".join(pieces))


def print_schema() -> None:
    """Print the JSON Schema of the canonical invoice."""
    from einvoice.model import Invoice
    from einvoice.report import json as report_json

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Invoice.model_json_schema()}
    output.put(report_json.dumps(schema))
