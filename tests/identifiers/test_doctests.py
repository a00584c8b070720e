"""The examples in the docstrings of the room hold, and each scheme shows a good and a bad number."""

import doctest
import importlib
import pkgutil

import pytest

import einvoice.identifiers

MODULES = [module.name for module in pkgutil.iter_modules(einvoice.identifiers.__path__)]
WITHOUT_EXAMPLES = {"digits": "the steps behind the schemes"}
WITHOUT_BAD_NUMBER = {
    "personal": "masks, and judges nothing",
    "reference": "a text is of some kind or free",
    "screen": "tells yes or no",
}


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    module = importlib.import_module(f"einvoice.identifiers.{name}")
    result = doctest.testmod(module)
    assert result.failed == 0
    if name not in WITHOUT_EXAMPLES:
        assert result.attempted >= 2
    if name not in WITHOUT_EXAMPLES | WITHOUT_BAD_NUMBER:
        assert "Traceback (most recent call last):" in module.__doc__
        assert "Source:" in module.__doc__
