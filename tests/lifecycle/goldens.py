"""Golden requests: what is built for an operation, whole, secrets of invented accounts included.

`pytest tests/lifecycle --update-goldens` rewrites them; read the difference.
"""

from pathlib import Path

import pytest

from einvoice.lifecycle.request import Request

FOLDER = Path(__file__).parent / "golden"


def shown(request: Request) -> str:
    """Return *request* as HTTP text, and below what it says about itself."""
    lines = [f"{request.method} {request.full_url}", *(f"{name}: {value}" for name, value in request.headers), ""]
    if request.body is not None:
        lines += [request.body.decode("utf-8").replace("\r\n", "\n").rstrip("\n"), ""]
    lines += [f"# {request.operation}; repeatable: {request.repeatable}; verified: {request.verified}"]
    lines += [f"# note: {note}" for note in request.notes]
    return "\n".join(lines) + "\n"


def check(name: str, request: Request, config: pytest.Config) -> None:
    """Compare *request* with the golden file *name*, or write it."""
    path = FOLDER / f"{name}.http"
    if config.getoption("--update-goldens"):
        path.write_text(shown(request), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == shown(request)
