"""The canonical invoice as JSON (format id ``model``).

The names are those of `einvoice.model.Invoice`; amounts are strings, so that no reader turns them into floats; dates
are ISO 8601.  What is absent is left out.  A source is one object or an array of them.  This format loses nothing, not
even what is internal: it is for pipelines inside the company, not for customers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from einvoice.context import Context
from einvoice.errors import ReadError
from einvoice.findings import Finding
from einvoice.formats.detect import Source
from einvoice.formats.document import Document, Part, Written
from einvoice.formats.mapping import JsonNode, Mapping, Place, Places
from einvoice.jsontext import Items
from einvoice.model import Invoice

FORMAT = "model"
MAPPINGS: tuple[Mapping, ...] = ()


def parts(source: Source) -> Iterator[Part]:
    """Yield the objects in *source*."""
    several = isinstance(source.json, Items)
    for index, value in enumerate(source.json if several else [source.json]):
        yield Part((value, f"/{index}" if several else ""), index)


def read_part(part: Part, context: Context) -> Document:
    """Return the invoice in *part*; raises `ReadError` for members and values that the model does not take."""
    value, base = part.content
    try:
        invoice = Invoice.model_validate(value)
    except ValidationError as error:
        findings = [_finding(e, base) for e in error.errors()]
        first = findings[0]
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        raise ReadError(first.message + more, fix=first.fix, path=first.path, findings=findings) from error

    def trace() -> Places:
        return Places(dict(_places(value, "", base)))

    return Document(context.fill(invoice), FORMAT, [], part.index, None, trace)


def write(invoice: Invoice, context: Context, version: str | None = None) -> Written:
    """Return *invoice* as JSON, UTF-8, members in the order of the model."""
    value = invoice.model_dump(mode="json", exclude_none=True, exclude_defaults=False)
    return Written((json.dumps(_without_empty(value), ensure_ascii=False, indent=2) + "\n").encode())


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_empty(v) for k, v in value.items() if v not in ({}, [])}
    if isinstance(value, list):
        return [_without_empty(v) for v in value]
    return value


def _places(value: Any, path: str, pointer: str) -> Iterator[tuple[str, Place]]:
    if isinstance(value, dict):
        for key, item in value.items():
            escaped = str(key).replace("~", "~0").replace("/", "~1")
            yield from _places(item, f"{path}.{key}" if path else str(key), f"{pointer}/{escaped}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _places(item, f"{path}[{number}]", f"{pointer}/{number}")
    elif value is not None:
        yield path, Place(JsonNode(path, value, pointer), "", str(value))


_EXPECTED = {
    "date": ("a date", "write it as 2026-11-20"),
    "decimal": ("a number", 'write amounts as strings such as "12.50"'),
    "int": ("a whole number", "write it without decimals"),
    "bool": ("true or false", "write true or false"),
    "string": ("a text", "write it in quotation marks"),
    "tuple": ("an array", "write it in square brackets"),
    "list": ("an array", "write it in square brackets"),
    "dict": ("an object", "write it in braces"),
    "model": ("an object", "write it in braces"),
}


def _finding(error: Any, base: str) -> Finding:
    pointer = base + "".join(f"/{step}" for step in error["loc"])
    name = str(error["loc"][-1]) if error["loc"] else "the document"
    value = str(error.get("input"))[:200]
    kind = str(error["type"])
    if kind == "extra_forbidden":
        message, fix = f"{name!r} is no field of the canonical invoice", "remove it, or correct its spelling"
    elif kind == "literal_error":
        expected = error["ctx"]["expected"]
        message, fix = f"{name}: {value!r} is not one of {expected}", f"write one of {expected}"
    else:
        stem = kind.partition("_")[0]
        what, fix = _EXPECTED.get(stem, ("what the field takes", "see einvoice formats --schema model"))
        message = f"{name}: {value!r} is not {what}"
    return Finding("EI-READ-VALUE", "error", "input", message, fix, path=pointer, value=value)
