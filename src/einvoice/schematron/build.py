"""Compile the built-in rule sets: ``python -m einvoice.schematron.build [--check]``.

For each edition two files in ``compiled/``: the generated Python, and the rules with their trees (`store.py`).  Both
are committed and ship in the wheel; a test, and ``--check``, tell when they no longer fit the rules or the compiler.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from pathlib import Path

from einvoice.schematron import library, store
from einvoice.schematron.compile import VERSION, compile_schema
from einvoice.schematron.read import read_file
from einvoice.schematron.schema import Schema
from einvoice.schematron.xpath import Parser


def read_edition(id: str) -> Schema:
    """Return the rules of a built-in edition, from its files."""
    return read_file(library.folder_of(id) / library.MAIN[id], library.code_list)


def make(id: str) -> tuple[str, bytes]:
    """Return the generated source of an edition, and its rules as JSON."""
    schema = read_edition(id)
    parser = Parser(schema)
    source, unsupported = compile_schema(schema, parser=parser)
    source += f"UNSUPPORTED = {unsupported!r}\n"
    return source, store.dump(schema, parser, f"{id} {VERSION}")


def stale(id: str, folder: Path = library.COMPILED) -> list[str]:
    """Return which files of an edition do not hold what `make` gives."""
    source, rules = make(id)
    name = library.module_of(id)
    found = []
    python, packed = folder / f"{name}.py", folder / f"{name}.rules"
    if not python.is_file() or python.read_text(encoding="utf-8") != source:
        found.append(python.name)
    if not packed.is_file() or zlib.decompress(packed.read_bytes()) != rules:
        found.append(packed.name)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Write the compiled files, or with ``--check`` only say which are stale (exit 1)."""
    parser = argparse.ArgumentParser(prog="python -m einvoice.schematron.build", description="Compile the rule sets.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when something is stale")
    options = parser.parse_args(arguments)
    worst = 0
    for id in library.MAIN:
        old = stale(id)
        if options.check:
            for name in old:
                print(f"{id}: {name} is stale")
                worst = 1
            continue
        if old:
            source, rules = make(id)
            name = library.module_of(id)
            library.COMPILED.mkdir(exist_ok=True)
            (library.COMPILED / f"{name}.py").write_text(source, encoding="utf-8")
            (library.COMPILED / f"{name}.rules").write_bytes(zlib.compress(rules, 9))
        print(f"{id}: {'written' if old else 'up to date'}")
    return worst


if __name__ == "__main__":
    sys.exit(main())
