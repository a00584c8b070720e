"""Remembers what pure functions of texts gave: the numbers of a context come back with every invoice.

>>> @remembered
... def spelled(text: str) -> str:
...     print("spelling", text)
...     return "-".join(text)
>>> spelled("abc"), spelled("abc")
spelling abc
('a-b-c', 'a-b-c')
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Final, TypeVar, cast

REMEMBERED: Final = 4_096
"""Results that are kept of each function, those asked for last."""

LONGEST: Final = 500
"""Characters of the arguments, taken together, beyond which nothing is kept: a document holds texts of any length."""

_F = TypeVar("_F", bound=Callable[..., Any])


def remembered(function: _F) -> _F:
    """Make *function*, whose arguments are texts or None, give what it gave before for the same texts.

    What it gives must not be changed by anybody.  An exception is not kept: it is raised anew each time.
    """
    kept = lru_cache(REMEMBERED)(function)

    @wraps(function)
    def remembering(*texts: str | None) -> Any:
        return kept(*texts) if sum(map(len, filter(None, texts))) <= LONGEST else function(*texts)

    return cast(_F, remembering)
