"""The shared facts on identifiers and addresses; a test that asks for them skips where they are absent."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def schemes(shared: Callable[..., Path]) -> dict[str, dict[str, Any]]:
    """Return the entries of identifiers.json by their id."""
    facts = json.loads(shared("facts", "identifiers.json").read_text(encoding="utf-8"))
    return {entry["id"]: entry for entry in facts["identifiers"]}


@pytest.fixture(scope="session")
def routing(shared: Callable[..., Path]) -> dict[str, Any]:
    """Return routing.json."""
    facts: dict[str, Any] = json.loads(shared("facts", "routing.json").read_text(encoding="utf-8"))
    return facts
