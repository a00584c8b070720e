"""Elements as text: what the two writers share."""

from collections.abc import Iterable
from xml.sax.saxutils import escape


def leaf(name: str, text: object, attributes: str = "", indent: str = "") -> str:
    """Return one line `<name attributes>text</name>`; *attributes* comes with its leading space, already escaped."""
    return f"{indent}<{name}{attributes}>{escape(str(text))}</{name}>\n"


def group(name: str, children: Iterable[str], indent: str = "") -> str:
    """Return `<name>`, the *children* and `</name>` on lines of their own; nothing when there are no children."""
    inner = "".join(children)
    return f"{indent}<{name}>\n{inner}{indent}</{name}>\n" if inner else ""
