"""The flag that rewrites the command tests, and a working folder with the corpora in it."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-commands", action="store_true", help="rewrite tests/commands/*.md with what the commands give"
    )


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty current folder in which ``corpora`` is that of the repository."""
    try:
        (tmp_path / "corpora").symlink_to(ROOT / "corpora", target_is_directory=True)
    except OSError:  # Windows without the right to make links
        shutil.copytree(ROOT / "corpora", tmp_path / "corpora")
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("EINVOICE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "80")  # the width of help texts
    return tmp_path
