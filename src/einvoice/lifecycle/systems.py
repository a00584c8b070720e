"""The one table of the systems: what each can be asked, how an answer of it is read.

>>> answer = parse("collector", Response(b"", 503), "collector.get")
>>> answer.ok, answer.code, answer.retry
(False, '503', True)
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Final, cast

from einvoice.errors import UsageError
from einvoice.lifecycle.request import SYSTEMS, Answer, Request, System
from einvoice.lifecycle.response import Response

MODULES: Final[dict[System, str]] = {system: f"einvoice.lifecycle.{system}" for system in SYSTEMS}
"""System → the module with its `build` and `parse`."""

WITH_HEADERS: Final = frozenset({"inexchange"})
"""Systems that answer in a header."""


def parse(
    system: System, response: Response, operation: str | None = None, *, request: Request | None = None
) -> Answer:
    """Return what *response* of *system* says to *operation*, or to *request*."""
    if system not in MODULES:
        raise UsageError(f"no system {system!r}", fix=f"take one of {', '.join(MODULES)}")
    read = cast(Callable[..., Answer], importlib.import_module(MODULES[system]).parse)
    if system in WITH_HEADERS:
        return read(response.body, operation, status=response.status, headers=response.headers, request=request)
    return read(response.body, operation, status=response.status, request=request)
