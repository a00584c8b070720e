"""Make `records.py` from the classes of the model: ``python -m einvoice.model.build [--check]``.

The records are committed and ship in the wheel; a test, and ``--check``, tell when they no longer fit the model.
"""

from __future__ import annotations

import argparse
import inspect
import sys
import textwrap
from pathlib import Path
from typing import Any, get_args

from einvoice.model import invoice as model
from einvoice.model.invoice import Model

TARGET = Path(__file__).with_name("records.py")

HEAD = '''"""The classes of the model as records: same fields, same defaults, same properties, and nothing checked.

Generated from `invoice.py` by ``python -m einvoice.model.build``; change it there.

Reading a document to judge it takes these in place of the classes: loading pydantic and building thirty classes with
it takes longer than all the rest of judging an invoice.  The codecs of the mappings have given every value its type
before, and a test compares the two over all documents.  A record never leaves the room that judges: what
`einvoice.read` returns is an `Invoice`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class Record:
    """Base of all: made from the values that a reader gives, nested as they are."""

    PARTS: ClassVar[Mapping[str, type[Record]]] = MappingProxyType({})
    """The fields that hold records, with their class."""

    def __init__(self, values: dict[str, Any]) -> None:
        stated = self.__dict__
        parts = self.PARTS
        for name, value in values.items():
            part = parts.get(name)
            if type(value) is list:
                stated[name] = tuple(value if part is None else [part(each) for each in value])
            else:
                stated[name] = value if part is None else part(value)
'''


def source() -> str:
    """Return the source of the records."""
    classes = [value for value in vars(model).values() if _is_class(value)]
    return HEAD + "".join(f"\n\n{_class_source(each)}" for each in classes)


def _is_class(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, Model) and value is not Model


def _class_source(each: type[Model]) -> str:
    lines = [f"class {each.__name__}(Record):"]
    parts = {name: part for name, field in each.model_fields.items() if (part := part_of(field.annotation))}
    if parts:
        inside = (f'        "{name}": {part.__name__},' for name, part in parts.items())
        lines += ["    PARTS: ClassVar = {", *inside, "    }"]
    for name, field in each.model_fields.items():
        annotation = (
            each.__annotations__[name].replace("Number", "Decimal").replace("dict[", "Mapping[").replace("'", '"')
        )
        default = "_NONE" if field.default_factory is not None else repr(field.default)
        lines.append(f"    {name}: {annotation} = {default}")
    for value in vars(each).values():
        if isinstance(value, property):
            assert value.fget is not None
            lines += ["", textwrap.indent(textwrap.dedent(inspect.getsource(value.fget)), "    ").rstrip()]
    return "\n".join(lines) + "\n"


def part_of(annotation: Any) -> type[Model] | None:
    """Return the class of the model that stands in *annotation*, None when there is none."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for each in get_args(annotation) if (found := part_of(each)) is not None), None)


def main(arguments: list[str] | None = None) -> int:
    """Write the records, or with ``--check`` only say whether they are stale (exit 1)."""
    parser = argparse.ArgumentParser(prog="python -m einvoice.model.build", description="Make the records.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when they are stale")
    if parser.parse_args(arguments).check:
        stale = TARGET.read_text(encoding="utf-8") != source()
        print(f"{TARGET.name}: {'stale' if stale else 'current'}")
        return int(stale)
    TARGET.write_text(source(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
