"""The compiled code that ships: current, used, and left aside when it says something else."""

from pathlib import Path

import pytest

from einvoice.formats import build
from einvoice.formats.mapping import Mapping, compile
from einvoice.formats.ubl.mapping import INVOICE


def test_shipped_code_is_current() -> None:
    assert not build.stale(), "run python -m einvoice.formats.build"


def origin(mapping: Mapping) -> str:
    return mapping.reader.function(mapping.table).__code__.co_filename


def test_shipped_code_is_used() -> None:
    mapping = Mapping(INVOICE.table, INVOICE.syntax)
    assert origin(mapping) == str(compile.COMPILED / "peppol_bis_invoice_reader.py")


@pytest.mark.parametrize("file", ["", "raise SystemExit('never runs')\n", None], ids=["empty", "other code", "none"])
def test_what_is_not_the_same_is_left_aside(file: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compile, "COMPILED", tmp_path)
    mapping = Mapping(INVOICE.table, INVOICE.syntax)
    if file is not None:
        (tmp_path / "peppol_bis_invoice_reader.py").write_text(file, encoding="utf-8")
    assert origin(mapping) == "<einvoice peppol_bis_invoice_reader>"
    assert mapping.reader.code == INVOICE.reader.code


def test_stale_and_surplus_files_are_named(tmp_path: Path) -> None:
    files = build.make()
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    assert not build.stale(tmp_path)
    first, second, *_ = files
    (tmp_path / first).write_text("", encoding="utf-8")
    (tmp_path / second).rename(tmp_path / "gone.py")
    assert build.stale(tmp_path) == sorted([first, second, "gone.py"])
