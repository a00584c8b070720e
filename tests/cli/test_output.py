"""A file is written whole or not at all, and nothing is overwritten that was not named."""

import errno
import os
from pathlib import Path

import pytest
from tests.cli.program import run

from einvoice.cli import output
from einvoice.cli.output import Names
from einvoice.errors import Unreadable, UsageError


def names_in(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if p.name != "corpora")


def test_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.xml"
    output.write(target, b"one")
    output.write(target, b"two")
    assert target.read_bytes() == b"two"
    assert names_in(tmp_path) == ["a.xml"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    target = tmp_path / "a.xml"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), full)
    with pytest.raises(Unreadable, match="No space left on device"):
        output.write(target, b"new")
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.xml"]


def test_interrupt_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        output.write(tmp_path / "a.xml", b"new")
    assert names_in(tmp_path) == []


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="No such file or directory"):
        output.write(tmp_path / "no" / "a.xml", b"")


def test_write_protected_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.xml"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    with pytest.raises(Unreadable, match="write-protected"):
        output.write(target, b"new")
    assert target.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_rights_of_the_file(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        output.write(tmp_path / "new.xml", b"")
        (tmp_path / "old.xml").touch()
        (tmp_path / "old.xml").chmod(0o604)
        output.write(tmp_path / "old.xml", b"")
    finally:
        os.umask(mask)
    assert [oct((tmp_path / n).stat().st_mode & 0o777) for n in ("new.xml", "old.xml")] == ["0o640", "0o604"]


def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.xml").write_bytes(b"old")
    (tmp_path / "link.xml").symlink_to("real.xml")
    output.write(tmp_path / "link.xml", b"new")
    assert (tmp_path / "link.xml").is_symlink()
    assert (tmp_path / "real.xml").read_bytes() == b"new"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="the system has no /dev/null")
def test_device_is_written_as_it_is(workplace: Path) -> None:
    assert run("convert", "corpora/peppol-bis/zero-rated.xml", "--to", "model", "-o", "/dev/null").code == 0
    assert not Path("/dev/null").is_file()


def test_failure_of_the_target_is_told(workplace: Path) -> None:
    outcome = run("convert", "corpora/peppol-bis/zero-rated.xml", "--to", "model", "-o", "no/such/a.json")
    assert outcome.code == 3
    assert (
        outcome.stderr.splitlines()[0] == "einvoice: no/such/a.json: cannot write the file: No such file or directory"
    )


def test_folder_that_cannot_be_made(workplace: Path) -> None:
    (workplace / "file").touch()
    outcome = run("convert", "corpora/peppol-bis/zero-rated.xml", "--to", "model", "-o", "file/out/")
    assert outcome.code == 3
    assert outcome.stderr.startswith("einvoice: file/out/: cannot make the folder: ")


def test_source_is_never_the_target(workplace: Path) -> None:
    source = workplace / "a.xml"
    data = (workplace / "corpora/peppol-bis/zero-rated.xml").read_bytes()
    source.write_bytes(data)
    for arguments in (["-o", "a.xml"], ["-o", "./a.xml"], ["-o", "."], ["-o", "b.xml", "--report", "a.xml"]):
        outcome = run("convert", "a.xml", "--to", "peppol-bis", *arguments)
        assert outcome.code == 2, arguments
    assert source.read_bytes() == data
    assert names_in(workplace) == ["a.xml"]


def test_folder_of_the_sources_is_taken_when_nothing_can_be_overwritten(workplace: Path) -> None:
    (workplace / "a.xml").write_bytes((workplace / "corpora/peppol-bis/zero-rated.xml").read_bytes())
    assert run("convert", "a.xml", "--to", "model", "-o", ".").code == 0
    assert names_in(workplace) == ["a.json", "a.xml"]


def test_names_are_given_once(tmp_path: Path) -> None:
    names = Names(tmp_path, "xml")
    taken = [
        names.take(*given).name for given in (("a", None), ("A", None), ("a-2", None), ("a", 0), ("a", 1), ("a", 0))
    ]
    assert taken == ["a.xml", "A-2.xml", "a-2-2.xml", "a-0001.xml", "a-0002.xml", "a-0001-2.xml"]


def test_names_that_differ_only_in_composition_are_one(tmp_path: Path) -> None:
    names = Names(tmp_path, "xml")
    assert [names.take(stem, None).name for stem in ("\u00e4", "a\u0308")] == ["\u00e4.xml", "a\u0308-2.xml"]


def test_names_refuse_a_folder_with_sources(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"the source a\.XML"):
        Names(tmp_path, "xml").refuse_sources([tmp_path.resolve() / "a.XML"])
    Names(tmp_path, "json").refuse_sources([tmp_path.resolve() / "a.XML"])
