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
from einvoice.schematron.compiler import VERSION, compile_schema
from einvoice.schematron.read import read_file
from einvoice.schematron.schema import Schema
from einvoice.schematron.xpath import Parser


def read_edition(id: str) -> Schema:
    """Return the rules of a built-in edition, from its files."""
    return read_file(library.folder_of(id) / library.MAIN[id], library.code_list)


def make(id: str) -> dict[str, bytes]:
    """Return the compiled files of an edition by name; that of the rules is to be packed."""
    schema = read_edition(id)
    parser = Parser(schema)
    compiled = compile_schema(schema, parser=parser)
    name = library.module_of(id)
    star = f"from einvoice.schematron.compiled.{name} import *\n"
    origin, _, messages = compiled.messages.partition("\n")
    return {
        f"{name}.py": f"{compiled.rules}UNSUPPORTED = {compiled.unsupported!r}\n".encode(),
        f"{name}_messages.py": f"{origin}\nfrom einvoice.schematron.runtime import *\n{star}{messages}".encode(),
        f"{name}.rules": store.dump(schema, parser, f"{id} {VERSION}"),
    }


def stale(id: str, folder: Path = library.COMPILED) -> list[str]:
    """Return which files of an edition do not hold what `make` gives."""
    found = []
    for name, wanted in make(id).items():
        path = folder / name
        there = path.read_bytes() if path.is_file() else b""
        if path.suffix == ".rules" and there:
            there = zlib.decompress(there)
        if there != wanted:
            found.append(name)
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
            library.COMPILED.mkdir(exist_ok=True)
            for name, data in make(id).items():
                packed = zlib.compress(data, 9) if name.endswith(".rules") else data
                (library.COMPILED / name).write_bytes(packed)
        print(f"{id}: {'written' if old else 'up to date'}")
    return worst


if __name__ == "__main__":
    sys.exit(main())
