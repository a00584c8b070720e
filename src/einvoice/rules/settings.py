"""What rules go by besides the invoice: the day, the limits of the channel, agreements of the seller.

A rule asks `current`; who runs the rules sets them with `using`, for its own thread only.  They come from the
``[rules]`` of the context and from ``channels.toml`` (`einvoice.rules.policy`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from einvoice.rules.duplicates import Seen


@dataclass(frozen=True)
class Channel:
    """What a channel takes of attachments; None where it sets no limit.

    *file_bytes* and *total_bytes* are before Base64.
    """

    name: str = "peppol"
    title: str = "the default of einvoice"
    file_bytes: int | None = 5_000_000
    total_bytes: int | None = 10_000_000
    count: int | None = None


@dataclass(frozen=True)
class Settings:
    """*today* is the day of judgement, None for that of the clock.

    *ocr* is the control level that the Bankgiro agreement of the seller names, None when nobody said it; *ocr_lengths*
    are the lengths agreed.  *reference_rates* are reference rates of interest by country, which go before the table.
    *seen* are the invoices judged before in the same run.
    """

    today: date | None = None
    channel: Channel = field(default_factory=Channel)
    ocr: Literal["check-digit", "length-digit"] | None = None
    ocr_lengths: tuple[int, ...] = ()
    reference_rates: Mapping[str, Decimal] = field(default_factory=dict)
    seen: Seen | None = None

    def day(self) -> date:
        """Return the day of judgement."""
        return self.today or date.today()


_CURRENT: ContextVar[Settings] = ContextVar("einvoice.rules.settings", default=Settings())  # noqa: B039 - frozen


def current() -> Settings:
    """Return what the rules that run now go by."""
    return _CURRENT.get()


@contextmanager
def using(settings: Settings) -> Iterator[None]:
    """Let the rules that run within go by *settings*."""
    token = _CURRENT.set(settings)
    try:
        yield
    finally:
        _CURRENT.reset(token)
