"""What Finvoice knows of an element, in the form that the mapping vocabulary asks for (`Keep`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from einvoice.formats.finvoice import elements


@cache
def keep(version: str, above: tuple[str, ...]) -> Callable[[tuple[str, ...]], elements.Element | None]:
    """Return the lookup of a table whose element stands at *above*, for the elements of *version*."""

    @cache
    def known(path: tuple[str, ...]) -> elements.Element | None:
        return elements.at(version, above + path)

    return known
