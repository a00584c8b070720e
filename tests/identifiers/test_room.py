"""The room as a whole: same verbs everywhere, ASCII only, light to import."""

import importlib
import pkgutil
import subprocess
import sys

import pytest

import einvoice.identifiers
from einvoice.errors import IdentifierError

NOT_A_SCHEME = {"digits", "personal", "reference", "endpoint", "screen"}
SCHEMES = [m.name for m in pkgutil.iter_modules(einvoice.identifiers.__path__) if m.name not in NOT_A_SCHEME]


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize(
    "text", ["", "   ", "٧٣٤٠١٠٩١٠٤٦٩٢", "²²²²²²²²", "FI２０７７４７４０", "é", "-", "RF", "0037", "FI"]
)
def test_invalid_everywhere(name, text):
    module = importlib.import_module(f"einvoice.identifiers.{name}")
    with pytest.raises(IdentifierError):
        module.parse(text)
    assert module.is_valid(text) is False


def test_importing_the_room_loads_no_scheme_and_no_stdnum():
    code = (
        "import sys, einvoice; before = set(sys.modules); import einvoice.identifiers; "
        "print([m for m in set(sys.modules) - before if m.startswith(('stdnum', 'einvoice.identifiers.'))])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
