"""Values as JSON text with two blanks per level: what the writer of Billecta documents needs."""

import json
from decimal import Decimal

Json = str | int | bool | Decimal | None | list["Json"] | dict[str, "Json"]


def dump(value: Json, pad: str = "") -> str:
    """Return *value* as JSON; a `Decimal` keeps its digits, and lines after the first begin with *pad*."""
    deeper = pad + "  "
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dict) and value:
        inner = (f"{deeper}{dump(name)}: {dump(item, deeper)}" for name, item in value.items())
        return "{\n" + ",\n".join(inner) + f"\n{pad}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(deeper + dump(item, deeper) for item in value) + f"\n{pad}]"
    return json.dumps(value, ensure_ascii=False)
