"""What must not be there: ``not(path)`` and ``not(//path)``, which become data instead of code.

The forbidden paths of one rule make a tree of names, which `runtime.absent` walks along the paths that a document
has; those forbidden anywhere make a table by their last name, for `runtime.anywhere`.
"""

from __future__ import annotations

from collections.abc import Sequence

from einvoice.schematron.compiler.base import Base
from einvoice.schematron.compiler.trees import conjuncts, is_named, is_plain, parts_of, path_of
from einvoice.schematron.xpath import Call, Expr, Root, Step, Var

Path = tuple[str, ...]
"""The names of the keys of a path."""

Numbered = tuple[int, Path]
"""The number of an assertion in its rule, and a path that it forbids."""


class Forbidden(Base):
    """Assertions that forbid paths; stands on names and constants only."""

    def absent_paths(self, test: Expr) -> list[Path] | None:
        """Return the paths when *test* is ``not(path) and not(path) …``."""
        found = [self._absent_path(each) for each in conjuncts(test)]
        paths = [path for path in found if path is not None]
        return paths if len(paths) == len(found) else None

    def anywhere_path(self, test: Expr) -> Path | None:
        """Return the path when *test* is ``not(//path)``, with ``//path`` in a variable or written out."""
        inner = _denied(test)
        if isinstance(inner, Var) and inner.name in self.lets:
            inner = self.parser.parse(self.lets[inner.name].value)
        if inner is None:
            return None
        parts = parts_of(inner)
        if len(parts) < 3 or not isinstance(parts[0], Root) or not is_plain(parts[1], "descendant-or-self"):
            return None
        return self._path(path_of(parts[2:]))

    def forbidding(self, absent: Sequence[Numbered], anywhere: Sequence[Numbered]) -> list[str]:
        """Return the lines that look for the forbidden paths of a rule."""
        lines = [f"    absent(D, T, {self.constant(_tree(absent))}, N, F)"] if absent else []
        if anywhere:
            lines.append(f"    anywhere(D, T, {self.constant(_table(anywhere))}, N, F)")
        return lines

    def _absent_path(self, test: Expr) -> Path | None:
        inner = _denied(test)
        return None if inner is None else self._path(inner)

    def _path(self, path: Expr) -> Path | None:
        """Return the keys of a path of names, the last of which may be that of an attribute."""
        keys: list[str] = []
        for part in parts_of(path):
            if not isinstance(part, Step) or part.predicates:
                return None
            if part.axis == "child" and is_named(part):
                keys.append(self.key(part.test.uri, part.test.local))
            elif part.axis == "attribute" and is_named(part, "attribute"):
                keys.append(self.key(part.test.uri, part.test.local, True))
            else:
                return None
        return tuple(keys)


def _denied(test: Expr) -> Expr | None:
    """Return what is not to be there when *test* is ``not(…)``, ``not(exists(…))`` or ``empty(…)``."""
    if not isinstance(test, Call) or test.name not in ("not", "empty"):
        return None
    inner = test.arguments[0]
    if isinstance(inner, Call) and inner.name in ("exists", "boolean"):
        return inner.arguments[0]
    return inner


def _tree(absent: Sequence[Numbered], done: Path = ()) -> str:
    """Return code of the tree of forbidden paths, for `runtime.absent`."""
    here: list[str] = []
    below: dict[str, list[Numbered]] = {}
    for number, path in absent:
        if not path:
            here.append(f"({number}, ({', '.join(done)},))")
        else:
            below.setdefault(path[0], []).append((number, path[1:]))
    inner = ", ".join(f"{key}: {_tree(rest, (*done, key))}" for key, rest in below.items())
    return f"(({''.join(each + ', ' for each in here)}), {{{inner}}})"


def _table(anywhere: Sequence[Numbered]) -> str:
    """Return code of the table of paths forbidden anywhere: by the last key what may stand above it, upwards."""
    table: dict[str, list[str]] = {}
    for number, keys in anywhere:
        above = "".join(f"{key}, " for key in reversed(keys[:-1]))
        table.setdefault(keys[-1], []).append(f"({number}, ({above}))")
    return "{" + ", ".join(f"{key}: ({', '.join(rows)},)" for key, rows in table.items()) + "}"
