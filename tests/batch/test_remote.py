"""Sources and targets that only fsspec knows: the same outputs as in a folder, a ledger that comes along."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.batch.batches import batch, generated, rows_of, tree
from tests.cli.program import Outcome
from tests.cli.program import run as program
from tests.report.documents import CORPORA

from einvoice.batch import remote
from einvoice.batch.remote import Remote
from einvoice.batch.store import Output
from einvoice.cli import remote_sources
from einvoice.cli.sources import stream
from einvoice.errors import Unreadable, UsageError

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The store in memory, empty before and after; ledgers go where the test is."""
    monkeypatch.chdir(tmp_path)
    found = fsspec.filesystem("memory")
    found.store.clear()
    found.pseudo_dirs[:] = [""]
    yield found
    found.store.clear()


def filled(store: Any, tmp_path: Path, count: int = 12) -> tuple[Path, Path]:
    """Return a folder with documents, and their context; the store has the same in ``memory://in``."""
    documents, context = generated(tmp_path, count, "--faulty", "0.3")
    assert context is not None
    for file in sorted(documents.glob("*.xml")):
        store.pipe_file(f"/in/{file.name}", file.read_bytes())
    return documents, context


def put(folder: str, context: Path, *more: str, source: str = "memory://in") -> Outcome:
    return batch(source, folder, context, *more)  # type: ignore[arg-type]


def outputs(store: Any, folder: str) -> dict[str, bytes]:
    return {name.removeprefix(f"{folder}/"): store.cat_file(name) for name in store.find(folder)}


def without_sources(found: dict[str, bytes]) -> dict[str, bytes]:
    """Return the outputs; files that say why have the path of the source in them."""
    return {
        name: b"" if name.endswith(".findings.json") else data for name, data in found.items() if "ledger" not in name
    }


def test_outputs_are_those_of_a_folder(store: Any, tmp_path: Path) -> None:
    documents, context = filled(store, tmp_path)
    here = batch(documents, tmp_path / "here", context)
    there = put("memory://out/x", context)
    assert there.code == here.code == 4
    found = without_sources(outputs(store, "/out/x"))
    local = {name: (tmp_path / "here" / name).read_bytes() for name in tree(tmp_path / "here")}
    assert found == without_sources(local)
    assert sum(name.startswith("failed/") for name in found) > 2
    assert "12 invoices written to memory://out/x" in there.stderr
    assert "held back in memory://out/x/failed" in there.stderr


def test_ledger_is_here_and_comes_along(store: Any, tmp_path: Path) -> None:
    _, context = filled(store, tmp_path)
    put("memory://out", context)
    ledger = tmp_path / "memory-out.ledger"
    rows = rows_of(ledger)
    assert len(rows) == 12
    assert store.cat_file("/out/ledger.sqlite") == (ledger / "ledger.sqlite").read_bytes()
    # Another machine goes on with what stands there, and does nothing twice.
    shutil.rmtree(ledger)
    refused = put("memory://out", context)
    assert refused.code == 2
    assert "holds a run already" in refused.stderr
    before = {name: store.modified(name) for name in store.find("/out") if "ledger" not in name}
    again = put("memory://out", context, "--resume", "--ledger", "elsewhere")
    assert again.code == 4
    assert "12 of them by an earlier run" in again.stderr
    assert rows_of(tmp_path / "elsewhere") == rows
    assert {name: store.modified(name) for name in store.find("/out") if "ledger" not in name} == before


def test_changed_source_is_done_again_and_the_others_are_not(store: Any, tmp_path: Path) -> None:
    _, context = filled(store, tmp_path)
    put("memory://out", context)
    first = sorted(store.find("/in"))[0]
    store.pipe_file(first, b"no invoice")
    again = put("memory://out", context, "--resume")
    assert "11 of them by an earlier run" in again.stderr
    name = first.removeprefix("/in/").removesuffix(".xml")
    assert store.exists(f"/out/failed/{name}.xml")
    assert not store.exists(f"/out/{name}.xml")


def test_restart_takes_away_what_is_there(store: Any, tmp_path: Path) -> None:
    _, context = filled(store, tmp_path)
    put("memory://out", context)
    store.pipe_file("/out/mine.txt", b"not of the run")
    store.pipe_file("/out/.einvoice/left", b"of a worker that was killed")
    store.rm("/in", recursive=True)
    store.pipe_file("/in/one.xml", b"no invoice")
    assert put("memory://out", context, "--restart").code == 3
    assert sorted(outputs(store, "/out")) == ["failed/one.findings.json", "failed/one.xml", "ledger.sqlite", "mine.txt"]


def test_outputs_below_the_sources_are_no_sources(store: Any, tmp_path: Path) -> None:
    _, context = filled(store, tmp_path, 3)
    put("memory://in/out", context)
    again = put("memory://in/out", context, "--resume")
    assert "3 of them by an earlier run" in again.stderr
    for source in ("memory://in", "memory://in/*.xml", "memory://in/a/one.xml"):
        refused = put("memory://in", context, source=source)
        assert refused.code == 2
        assert "-o memory://in is where the source" in refused.stderr
    assert not (tmp_path / "memory-in.ledger").exists()


def test_pattern_object_and_folder(store: Any, tmp_path: Path) -> None:
    filled(store, tmp_path, 4)
    store.pipe_file("/in/deep/er.json", b"{}")
    store.pipe_file("/in/deep/.hidden.json", b"{}")
    store.pipe_file("/in/deep/read.me", b"")

    def named(url: str) -> list[str]:
        left_out: list[str] = []
        found = [source.path.rpartition("/in/")[2] for source in remote_sources.from_url(url, left_out)]
        return [*found, *left_out]

    invoices = sorted(name.removeprefix("/in/") for name in store.find("/in") if name.endswith(".xml"))
    assert named("memory://in/*.xml") == invoices
    assert named(f"memory://in/{invoices[0]}") == invoices[:1]
    notes = ["memory://in: 1 file left out, neither .xml nor .json"]
    assert named("memory://in") == [*sorted([*invoices, "deep/er.json"]), *notes]
    assert named("memory://in/**/*.json") == ["deep/.hidden.json", "deep/er.json"]


def test_small_objects_are_fetched_together_and_large_ones_are_streams(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[list[str]] = []
    original = type(store).cat

    def cat(self: Any, paths: list[str], **named: Any) -> Any:
        calls.append(paths)
        return original(self, paths, **named)

    monkeypatch.setattr(type(store), "cat", cat)
    monkeypatch.setattr(remote_sources, "SMALL", 10)
    monkeypatch.setattr(remote_sources, "GROUP", 4)
    for n in range(6):
        store.pipe_file(f"/in/{n}.xml", b"x" * (100 if n == 1 else n))
    read = []
    for source in remote_sources.from_url("memory://in", []):
        with source.open() as stream:
            read.append(len(stream.read(1000)))
    assert read == [0, 100, 2, 3, 4, 5]
    assert [[path[-5:] for path in each] for each in calls] == [["0.xml", "2.xml", "3.xml"], ["4.xml", "5.xml"]]


def test_object_that_vanishes_is_one_failure(store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, context = filled(store, tmp_path, 3)
    gone = sorted(store.find("/in"))[1]
    original = remote_sources._found

    def found(*given: Any) -> Any:
        try:
            return original(*given)
        finally:
            store.rm_file(gone)

    monkeypatch.setattr(remote_sources, "_found", found)
    outcome = put("memory://out", context)
    assert outcome.code == 3
    assert f"memory://{gone}: there is nothing at this address" in outcome.stderr
    assert [row["source"] for row in rows_of(tmp_path / "memory-out.ledger") if row["code"] == 3] == [
        f"memory://{gone}"
    ]


@pytest.mark.parametrize("url", ["memory://nothing", "memory://in/*.json"])
def test_nothing_there(url: str, store: Any, tmp_path: Path) -> None:
    _, context = filled(store, tmp_path, 1)
    outcome = put("memory://out", context, source=url)
    assert outcome.code == 3
    assert url in outcome.stderr


def test_attachment_message_comes_with_its_invoice(store: Any, tmp_path: Path) -> None:
    for name in ("two-attachments.xml", "two.xml"):
        store.pipe_file(f"/in/{name}", b"")
    store.pipe_file("/in/one-attachments.xml", b"<FinvoiceAttachments/>")
    store.pipe_file("/in/one.xml", (CORPORA / "finvoice/invoice-minimal.xml").read_bytes())
    sources = {source.path.removeprefix("memory:///in/"): source for source in stream(["memory://in"], [])}
    assert sorted(sources) == ["one.xml", "two-attachments.xml", "two.xml"]
    assert sources["one.xml"].beside is not None
    assert sources["one.xml"].beside() == b"<FinvoiceAttachments/>"


# ---------------------------------------------------------------------------------- whole or not there


def test_what_workers_put_down_twice_is_there_once(tmp_path: Path) -> None:
    with Remote(f"file://{tmp_path}/out", tmp_path / "ledger") as target:
        assert target.stage is not None
        for _ in range(2):
            remote.put_down(target.stage, "digest", b"bytes")
        assert [file.name for file in (tmp_path / "out" / ".einvoice").iterdir()] == ["digest"]
        outputs = [
            Output("one.xml", b"", "digest"),
            Output("failed/two.xml", b"", "digest"),
            Output("three.xml", b"here"),
        ]
        for write in target.write(outputs):
            write.result()
        (tmp_path / "ledger" / "ledger.sqlite").write_bytes(b"rows")
    files = {file.relative_to(tmp_path / "out").as_posix(): file for file in (tmp_path / "out").rglob("*")}
    assert sorted(files) == ["failed", "failed/two.xml", "ledger.sqlite", "one.xml", "three.xml"]
    assert [files[name].read_bytes() for name in sorted(files)[1:]] == [b"bytes", b"rows", b"bytes", b"here"]


def test_nothing_leads_out_of_the_target(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("")
    with Remote(f"file://{tmp_path}/out", tmp_path / "ledger") as target:
        (tmp_path / "ledger" / "ledger.sqlite").write_bytes(b"")
        for name in ("../precious", "failed/../../precious", f"{tmp_path}/precious"):
            target.remove(name)
    assert (tmp_path / "precious").exists()


def test_store_that_refuses_ends_the_run_with_an_error(
    store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, context = filled(store, tmp_path, 3)

    def refuse(self: Any, path: str, *given: Any, **named: Any) -> None:
        raise PermissionError(13, "AccessDenied")

    monkeypatch.setattr(type(store), "pipe_file", refuse)
    outcome = put("memory://out", context)
    assert outcome.code == Unreadable.exit_code
    assert "memory://out: the store refused: AccessDenied" in outcome.stderr
    assert rows_of(tmp_path / "memory-out.ledger") == []


# ---------------------------------------------------------------------------------- addresses


def test_passwords_are_not_told() -> None:
    assert remote.shown("sftp://me:secret@host/a/") == "sftp://me@host/a"
    assert "secret" not in remote.ledger_folder("sftp://me:secret@host/a").name


def test_addresses_that_nobody_knows(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no address of files"):
        remote.filesystem("nosuch://bucket")


def test_packages_that_are_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    remote.filesystem.cache_clear()
    outcome = program("batch", "in.xml", "--to", "model", "-o", "s3://bucket/out")
    assert outcome.code == 6
    assert "s3://bucket/out needs a package that is not installed" in outcome.stderr
    assert "pip install s3fs" in outcome.stderr
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    outcome = program("batch", "in.xml", "--to", "model", "-o", "memory://other/out")
    assert outcome.code == 6
    assert "pip install 'einvoice-nordic[fsspec]'" in outcome.stderr


def test_file_addresses_are_files_of_this_machine(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 2)
    assert context is not None
    outcome = batch(f"file://{documents}", f"file://{tmp_path}/out", context)  # type: ignore[arg-type]
    assert outcome.code in (0, 1), outcome.stderr
    assert (tmp_path / "out" / "ledger.sqlite").exists()
    assert len(rows_of(tmp_path / "out")) == 2
