"""The shared facts on routing; a test that asks for them skips where they are absent."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def facts(shared: Callable[..., Path]) -> dict[str, Any]:
    """Return routing.json."""
    found: dict[str, Any] = json.loads(shared("facts", "routing.json").read_text(encoding="utf-8"))
    return found
