"""Write the code into which the tables are compiled: ``python -m einvoice.formats.build [--check]``.

The files are committed and ship in the wheel; a test, and ``--check``, tell when they no longer fit the tables.  A
stale file is harmless, and costs the time of compiling at each start.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from einvoice.formats import FORMATS, module
from einvoice.formats.mapping.compile import COMPILED


def make() -> dict[str, str]:
    """Return the files by name."""
    mappings = [mapping for entry in FORMATS for mapping in module(entry.id).MAPPINGS]
    compiled = [mapping for mapping in mappings if not mapping.syntax.json]
    return dict(code.file() for mapping in compiled for code in (mapping.reader, mapping.writer))


def stale(folder: Path = COMPILED) -> list[str]:
    """Return the names of the files that do not hold what `make` gives, and of those that it does not give."""
    files = make()
    there = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.py")}
    return sorted(name for name in {*files, *there} - {"__init__.py"} if files.get(name) != there.get(name))


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or with ``--check`` only say which are stale (exit 1)."""
    parser = argparse.ArgumentParser(prog="python -m einvoice.formats.build", description="Compile the tables.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when something is stale")
    options = parser.parse_args(arguments)
    names = stale()
    for name in names:
        print(f"{name}: {'stale' if options.check else 'written'}")
    if options.check:
        return int(bool(names))
    files = make()
    for name in names:
        if name in files:
            (COMPILED / name).write_text(files[name], encoding="utf-8", newline="\n")
        else:
            (COMPILED / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
