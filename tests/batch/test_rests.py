"""A worker does without the collector's own clock, so its memory stays flat only if it rests in time."""

import gc

import pytest

from einvoice.batch.work import COLLECT_BYTES, COLLECT_INVOICES, Rests


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    found: list[None] = []
    monkeypatch.setattr(gc, "collect", lambda: found.append(None))
    return found


def test_small_invoices_are_counted(collected: list[None]) -> None:
    rests = Rests()
    for _ in range(3 * COLLECT_INVOICES - 1):
        rests.after(1, 10)
    assert len(collected) == 2


def test_large_invoices_are_weighed(collected: list[None]) -> None:
    """200 invoices with attachments of 5 MB each would be a gigabyte."""
    rests = Rests()
    for _ in range(20):
        rests.after(1, COLLECT_BYTES // 2)
    assert len(collected) == 10
