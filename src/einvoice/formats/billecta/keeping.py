"""What Billecta knows of a member, in the form that the mapping vocabulary asks for (`Keep`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from einvoice.formats.billecta import views


class Members(NamedTuple):
    """The members of an object, each with its place in the order of the schema; JSON has no attributes."""

    rank: Mapping[str, int]
    attributes: tuple[str, ...] = ()


_LEAF = Members(MappingProxyType({}))


@cache
def keep(view: str) -> Callable[[tuple[str, ...]], Members | None]:
    """Return the lookup of a table whose object is a *view*."""

    @cache
    def known(path: tuple[str, ...]) -> Members | None:
        if not path:
            return _members(view)
        member = views.at(view, path)
        if member is None:
            return None
        return _members(member.of) if member.kind == "view" else _LEAF

    return known


@cache
def _members(view: str) -> Members:
    names = [name for name, member in views.view(view).items() if member.direction != "response"]
    return Members(MappingProxyType({name: number for number, name in enumerate(names)}))
