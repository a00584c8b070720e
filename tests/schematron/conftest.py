"""The Saxon engine that the tests of a process share."""

import importlib.util
from collections.abc import Iterator

import pytest

from einvoice.schematron.engines.saxon import SaxonEngine


@pytest.fixture(scope="session")
def saxon() -> Iterator[SaxonEngine]:
    """A running engine; skips without the package."""
    if importlib.util.find_spec("saxonche") is None:
        pytest.skip("saxonche is not installed")
    with SaxonEngine(seconds=60) as engine:
        yield engine
