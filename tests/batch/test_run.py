"""A run that is disturbed: killed, out of space, with sources that change, vanish or mean no good."""

import errno
import io
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from corpora.generate import netvisor_response
from tests.batch.batches import batch, generated, ledger_of, rows_of, single_file, tree
from tests.batch.kills import ROOT, command, kill_and_resume

from einvoice import batch as room
from einvoice.batch import InProcess, Source, Work
from einvoice.errors import Unreadable, UsageError

KILLS = int(os.environ.get("EINVOICE_KILLS", "2"))

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")


def plain(folder: Path, source: Path | str, context: Path | None, *more: str) -> dict[str, str]:
    """Return the files of a run that nobody disturbs."""
    batch(source, folder / "undisturbed", context, *more)
    return tree(folder / "undisturbed")


@POSIX
def test_kills_and_resumes_end_as_a_run_that_nobody_disturbs(tmp_path: Path) -> None:
    source, context = single_file(tmp_path, 15 * KILLS, "--faulty", "0.1")
    tally = kill_and_resume(source, context, tmp_path, 15 * KILLS, KILLS)
    assert tally.faults == []
    assert tally.kills == KILLS


@POSIX
def test_workers_end_with_the_parent(tmp_path: Path) -> None:
    """After kill -9 of the parent alone, its workers go away, and the folder is free for the next run at once."""
    source, context = single_file(tmp_path, 400)
    process = subprocess.Popen(command(source, context, tmp_path / "out"), start_new_session=True, cwd=ROOT)
    deadline = time.monotonic() + 30
    while len(of_session(process.pid)) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(of_session(process.pid)) == 3
    time.sleep(0.3)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with room.store.Folder(tmp_path / "out"):  # nobody holds the lock
        pass
    while of_session(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert of_session(process.pid) == []


def of_session(session: int) -> list[int]:
    """Return the processes of a session that live."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, _, group = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:
                continue
            if int(group) == session and state != "Z":
                found.append(int(entry.name))
    return found


@POSIX
def test_ctrl_c_leaves_a_run_that_goes_on(tmp_path: Path) -> None:
    source, context = single_file(tmp_path, 60)
    wanted = plain(tmp_path, source, context)
    target = tmp_path / "out"
    process = subprocess.Popen(
        command(source, context, target), start_new_session=True, cwd=ROOT, stderr=subprocess.PIPE
    )
    while not list(target.glob("all-*")) and process.poll() is None:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors.strip() == b"einvoice: interrupted"
    assert not list(target.rglob(".einvoice-*"))
    assert batch(source, target, context, "--resume").code == 0
    assert tree(target) == wanted


# -- The disk --------------------------------------------------------------------------------------------------------


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, context = generated(tmp_path, 8)
    wanted = plain(tmp_path, documents, context)
    target = tmp_path / "out"
    left = iter(range(4))

    def fsync(handle: int) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        full = batch(documents, target, context)
    assert full.code == 3
    assert "invoice-0000" in full.stderr and "cannot write the file: No space left on device" in full.stderr
    assert "fix: make room on the disk or mend the rights, and go on with --resume" in full.stderr
    assert "Traceback" not in full.stderr
    # Every file that is there is whole.
    assert all(wanted[name] == digest for name, digest in tree(target).items())
    assert batch(documents, target, context, "--resume").code == 0
    assert tree(target) == wanted


@POSIX
@pytest.mark.parametrize("most", [3_000, 60_000])
def test_files_may_not_grow(most: int, tmp_path: Path) -> None:
    """A limit on the size of files meets outputs, or the ledger."""
    source, context = single_file(tmp_path, 12)
    wanted = plain(tmp_path, source, context)
    target = tmp_path / "out"
    limited = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}));"
        "from einvoice.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    arguments = command(source, context, target)[3:]
    done = subprocess.run([sys.executable, "-c", limited, *arguments], capture_output=True, check=False, timeout=60)
    assert done.returncode == 3, done.stderr
    assert b"einvoice: " in done.stderr and b"fix: " in done.stderr and b"Traceback" not in done.stderr
    assert all(wanted[name] == digest for name, digest in tree(target).items())
    assert batch(source, target, context, "--resume").code == 0
    assert tree(target) == wanted


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    done = batch("corpora", tmp_path / "out", None)
    assert (done.code, "is no folder" in done.stderr) == (2, True)
    done = batch("corpora", tmp_path / "out" / "below", None)
    assert (done.code, "cannot write into the folder: Not a directory" in done.stderr) == (3, True)
    assert (tmp_path / "out").read_text() == "mine"


def test_a_file_in_the_place_of_failed(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "failed").write_text("mine")
    (tmp_path / "a.xml").write_text("<broken")
    done = batch(tmp_path / "a.xml", tmp_path / "out", None)
    assert (done.code, "cannot write the file" in done.stderr) == (3, True)
    assert (tmp_path / "out" / "failed").read_text() == "mine"


@pytest.mark.skipif(
    os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_is_read_only(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o555)
    done = batch("corpora", tmp_path / "out", None)
    assert (done.code, "cannot write into the folder" in done.stderr) == (3, True)


def test_what_a_killed_run_left_half_written_is_swept_away(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 1)
    for place in (tmp_path / "out", tmp_path / "out" / "failed"):
        place.mkdir()
        (place / ".einvoice-99-1").write_text("half")
    assert batch(documents, tmp_path / "out", context).code == 0
    assert not list((tmp_path / "out").rglob(".einvoice-*"))


# -- A second run ----------------------------------------------------------------------------------------------------


def test_two_runs_at_a_time(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 1)
    busy = "another run is writing into"
    with room.store.Folder(tmp_path / "out"):
        done = batch(documents, tmp_path / "out", context)
        assert (done.code, busy in done.stderr) == (2, True)
        if os.name != "nt":
            other = subprocess.run(
                [sys.executable, "-m", "einvoice", "batch", documents, "--to", "model", "-o", tmp_path / "out"],
                capture_output=True, check=False, timeout=60, text=True,
            )  # fmt: skip
            assert (other.returncode, busy in other.stderr) == (2, True)
    assert batch(documents, tmp_path / "out", context).code == 0


def test_a_folder_that_holds_a_run(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 3)
    target = tmp_path / "out"
    assert batch(documents, target, context).code == 0
    wanted = tree(target)
    done = batch(documents, target, context)
    assert (done.code, "holds a run already" in done.stderr, "--resume" in done.stderr) == (2, True, True)
    again = batch(documents, target, context, "--resume")
    assert (again.code, "3 of them by an earlier run" in again.stderr) == (0, True)
    assert tree(target) == wanted
    assert batch(documents, target, context, "--resume", "--restart").code == 2


def test_restart_takes_the_earlier_run_away_and_nothing_else(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 2, "--faulty", "1")
    target = tmp_path / "out"
    assert batch(documents, target, context).code != 0
    (target / "mine.xml").write_text("mine")
    shutil.rmtree(documents)
    documents, context = generated(tmp_path, 1, seed=4)
    assert batch(documents, target, context, "--restart").code == 0
    assert sorted(tree(target)) == ["invoice-00001.xml", "mine.xml"]


def test_restart_never_leaves_the_folder(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 1)
    target = tmp_path / "out"
    assert batch(documents, target, context).code == 0
    outside = tmp_path / "outside.xml"
    outside.write_text("mine")
    with ledger_of(target) as ledger:
        ledger.execute("UPDATE invoice SET files = ?", (json.dumps(["../outside.xml", str(outside)]),))
    ledger.close()
    assert batch(documents, target, context, "--restart").code == 0
    assert outside.read_text() == "mine"


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (("--losses", "ignore"), "losses was warn, is ignore"),
        (("--no-validate",), "layers was all, is none"),
        (("--fail-on", "never"), "fail-on was error, is never"),
        (("--totals", "derived"), "totals was stated, is derived"),
    ],
)
def test_changed_options_are_noticed(option: tuple[str, ...], says: str, tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 1)
    assert batch(documents, tmp_path / "out", context).code == 0
    done = batch(documents, tmp_path / "out", context, "--resume", *option)
    assert (done.code, says in done.stderr) == (2, True)


def test_a_changed_context_and_changed_rules_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, context = generated(tmp_path, 1)
    assert context is not None
    assert batch(documents, tmp_path / "out", context).code == 0
    before = context.read_text(encoding="utf-8")
    context.write_text(before.replace('name = "', 'name = "New ', 1), encoding="utf-8")
    done = batch(documents, tmp_path / "out", context, "--resume")
    assert (done.code, "context was " in done.stderr) == (2, True)
    context.write_text(before, encoding="utf-8")
    monkeypatch.setattr(sys.modules["einvoice.batch.run"], "rules_in_force", lambda work: "others")
    done = batch(documents, tmp_path / "out", context, "--resume")
    assert (done.code, "rules was " in done.stderr) == (2, True)


def test_a_damaged_ledger(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 12)
    target = tmp_path / "out"
    assert batch(documents, target, context).code == 0
    wanted = tree(target)
    ledger = target / "ledger.sqlite"
    whole = ledger.read_bytes()
    for damaged in (b"no database at all" * 100, whole[:5000], whole[:4096] + b"\xff" * (len(whole) - 4096)):
        for each in target.glob("ledger.sqlite*"):
            each.unlink()
        ledger.write_bytes(damaged)
        done = batch(documents, target, context, "--resume")
        assert done.code == 3, done.stderr
        assert "the ledger is damaged" in done.stderr and "--restart" in done.stderr
        assert "Traceback" not in done.stderr
    assert batch(documents, target, context, "--restart").code == 0
    assert tree(target) == wanted


def test_a_ledger_of_another_layout(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 1)
    assert batch(documents, tmp_path / "out", context).code == 0
    with ledger_of(tmp_path / "out") as ledger:
        ledger.execute("UPDATE setting SET value = '99' WHERE name = 'layout'")
    ledger.close()
    done = batch(documents, tmp_path / "out", context, "--resume")
    assert (done.code, "of another version" in done.stderr) == (2, True)


# -- Sources that change ---------------------------------------------------------------------------------------------


def numbers(target: Path) -> list[str]:
    return sorted(row["number"] for row in rows_of(target))


def test_a_source_that_changed_is_done_again_and_no_other(tmp_path: Path) -> None:
    source, context = single_file(tmp_path, 6)
    target = tmp_path / "out"
    assert batch(source, target, context).code == 0
    before = {row["position"]: row["finished"] for row in rows_of(target)}
    source.write_bytes(source.read_bytes().replace(b">202600003<", b">202699999<"))
    done = batch(source, target, context, "--resume")
    assert (done.code, "5 of them by an earlier run" in done.stderr) == (0, True)
    assert numbers(target) == ["202600001", "202600002", "202600004", "202600005", "202600006", "202699999"]
    assert [row["position"] for row in rows_of(target) if row["finished"] != before[row["position"]]] == [2]
    assert tree(target) == plain(tmp_path, source, context)


def test_a_source_that_became_shorter(tmp_path: Path) -> None:
    source, context = single_file(tmp_path, 6, "--faulty", "0.4")
    target = tmp_path / "out"
    batch(source, target, context)
    source.write_bytes(b"".join(netvisor_response(3, 3, 1)))
    batch(source, target, context, "--resume")
    assert numbers(target) == ["202600001", "202600002", "202600003"]
    assert tree(target) == plain(tmp_path, source, context)


def test_a_source_that_was_mended_leaves_the_quarantine(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    source = tmp_path / "in" / "a.json"
    source.write_text('{"invoice_number": "1"')
    target = tmp_path / "out"
    assert batch(source.parent, target, None, "--fail-on", "never", to="model").code == 3
    assert sorted(tree(target)) == ["failed/a.findings.json", "failed/a.json"]
    source.write_text('{"invoice_number": "1"}')
    assert batch(source.parent, target, None, "--fail-on", "never", "--resume", to="model").code == 1
    assert sorted(tree(target)) == ["a.json"]


def test_a_source_that_moved_is_recognised(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 3)
    target = tmp_path / "out"
    assert batch(documents, target, context).code == 0
    wanted = tree(target)
    moved = documents.rename(tmp_path / "elsewhere")
    done = batch(moved, target, context, "--resume")
    assert (done.code, "3 of them by an earlier run" in done.stderr) == (0, True)
    assert tree(target) == wanted
    assert {Path(row["source"]).parent for row in rows_of(target)} == {moved}


def test_a_copy_is_no_move(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 1)
    target = tmp_path / "out"
    assert batch(documents, target, context).code == 0
    shutil.copy(documents / "invoice-00001.xml", documents / "invoice-00009.xml")
    assert batch(documents, target, context, "--resume").code == 0
    assert sorted(tree(target)) == ["invoice-00001.xml", "invoice-00009.xml"]
    assert len(rows_of(target)) == 2


def test_equal_sources_that_are_no_files_keep_their_rows(tmp_path: Path) -> None:
    """What stands in no folder of this machine has not moved when it is not found there."""
    sources = [Source(f"s3://bucket/{name}.json", name, lambda: io.BytesIO(INVOICE % 1)) for name in "ab"]
    work = Work("model", layers=(), fail_on="never")
    room.run(sources[:1], work, tmp_path / "out", engine=InProcess())
    room.run(sources, work, tmp_path / "out", engine=InProcess(), resume=True)
    assert [(row["source"][-6:], row["output"]) for row in rows_of(tmp_path / "out")] == [
        ("a.json", "a.json"), ("b.json", "b.json"),
    ]  # fmt: skip
    assert sorted(tree(tmp_path / "out")) == ["a.json", "b.json"]


def test_an_output_that_somebody_took_away_is_made_again(tmp_path: Path) -> None:
    source, context = single_file(tmp_path, 6, "--faulty", "0.5")
    target = tmp_path / "out"
    code = batch(source, target, context).code
    wanted = tree(target)
    assert any(name.startswith("failed/") for name in wanted)
    next(target.glob("all-*.xml")).unlink()
    shutil.rmtree(target / "failed")
    assert batch(source, target, context, "--resume").code == code
    assert tree(target) == wanted


def test_rows_keep_their_order_when_a_source_changes(tmp_path: Path) -> None:
    source, context = single_file(tmp_path, 4)
    target = tmp_path / "out"
    batch(source, target, context)
    source.write_bytes(source.read_bytes().replace(b">202600002<", b">202699999<"))
    done = batch(source, target, context, "--resume", "--report", "-")
    assert [json.loads(line).get("number") for line in done.stdout.splitlines()] == [
        "202600001", "202699999", "202600003", "202600004", None,
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_file_name_that_is_no_utf_8(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, data in ((b"\xff\xe9.json", INVOICE % 1), (b"\xe9\xff.json", b"{")):
        Path(os.fsdecode(bytes(tmp_path / "in") + b"/" + name)).write_bytes(data)
    for more in ((), ("--resume",)):
        done = to_model(tmp_path / "in", tmp_path / "out", "--report", "-", *more)
        assert done.code == 3
        assert len(done.stdout.splitlines()) == 3
    assert [row["status"] for row in rows_of(tmp_path / "out")] == ["failed", "done"]


def test_a_source_that_vanished(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 2)
    target = tmp_path / "out"
    one, other = sorted(documents.iterdir())
    arguments = (str(other), "--context", str(context))
    assert batch(one, target, None, *arguments).code == 0
    one.unlink()
    done = batch(one, target, None, *arguments, "--resume")
    assert done.code == 3
    assert "cannot read the file: No such file or directory" in done.stderr
    # What was made of it stays, and the ledger tells both.
    assert (target / "invoice-00001.xml").exists()
    assert [(Path(row["source"]).name, row["status"]) for row in rows_of(target)] == [
        ("invoice-00001.xml", "done"), ("invoice-00001.xml", "failed"), ("invoice-00002.xml", "done"),
    ]  # fmt: skip


def test_a_source_that_vanishes_between_name_and_reading(tmp_path: Path) -> None:
    def gone() -> Any:
        raise OSError(errno.EIO, "Input/output error")

    sources = [
        Source("a", "a", gone),
        Source("b", "b", lambda: io.BytesIO(b'{"invoice_number": "1"}')),
        Source("c", "c", Path(tmp_path / "none").open),
    ]
    work = Work("model", layers=(), fail_on="never")
    result = room.run(sources, work, tmp_path / "out", engine=InProcess())
    assert (result.progress.done, result.progress.failed, result.unreadable) == (1, 2, 2)
    assert result.codes == {1, 3} or result.codes == {0, 3}
    assert [error.message for error in result.errors] == [
        "cannot read the source: Input/output error", "cannot read the source: No such file or directory",
    ]  # fmt: skip


def test_what_took_too_long_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from einvoice.batch import work as work_room

    documents, context = generated(tmp_path, 3)
    wanted = plain(tmp_path, documents, context)
    original = work_room._outcome
    with monkeypatch.context() as patch:
        patch.setattr(
            work_room, "_outcome",
            lambda *given: time.sleep(60 * given[1].invoice.invoice_number.endswith("2")) or original(*given),
        )  # fmt: skip
        done = batch(documents, tmp_path / "out", context, "--time-limit", "3", processes=True)
    assert (done.code, "held back for EI-BATCH-TIME (1)" in done.stderr) == (70, True)
    assert (tmp_path / "out/failed/invoice-00002.xml").read_bytes() == (documents / "invoice-00002.xml").read_bytes()
    assert batch(documents, tmp_path / "out", context, "--resume").code == 0
    assert tree(tmp_path / "out") == wanted


# -- Archives --------------------------------------------------------------------------------------------------------

INVOICE = b'{"invoice_number": "%d"}'


def zipped(path: Path, members: list[tuple[str, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, pytest.MonkeyPatch.context() as patch:
        patch.setattr("warnings.warn", lambda *_, **__: None)  # two members of one name
        for name, data in members:
            archive.writestr(name, data)
    return path


def tarred(path: Path, members: list[tuple[str, bytes]], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


MAKERS: dict[str, Callable[[Path, list[tuple[str, bytes]]], Path]] = {
    "a.zip": zipped,
    "a.tar": tarred,
    "a.tgz": lambda path, members: tarred(path, members, "w:gz"),
    "a.tar.xz": lambda path, members: tarred(path, members, "w:xz"),
    "a.tar.bz2": lambda path, members: tarred(path, members, "w:bz2"),
}


def to_model(source: Path, target: Path, *more: str) -> Any:
    return batch(source, target, None, "--no-validate", "--fail-on", "never", *more, to="model")


@pytest.mark.parametrize("name", MAKERS)
def test_archives_whose_names_climb(name: str, tmp_path: Path) -> None:
    climbing = [
        "../../x.json",
        "/etc/x.json",
        "C:\\x.json",
        "..\\..\\x.json",
        "a/../x.json",
        "nul.json",
        "..json/y.json",
    ]
    target = tmp_path / "deep" / "out"
    made = MAKERS[name](tmp_path / name, [(each, INVOICE % n) for n, each in enumerate(climbing)])
    done = to_model(made, target)
    assert done.code in (0, 1)
    assert sorted(tree(target)) == ["_nul.json", "x-2.json", "x-3.json", "x-4.json", "x-5.json", "x.json"]
    assert sorted(tree(tmp_path)) == sorted([name, *(f"deep/out/{each}" for each in tree(target))])


@pytest.mark.parametrize("name", MAKERS)
def test_two_members_of_one_name_are_two_invoices(name: str, tmp_path: Path) -> None:
    made = MAKERS[name](
        tmp_path / name, [("a/x.json", INVOICE % 1), ("a/x.json", INVOICE % 2), ("b/x.json", INVOICE % 3)]
    )
    to_model(made, tmp_path / "out")
    assert numbers(tmp_path / "out") == ["1", "2", "3"]
    assert sorted(tree(tmp_path / "out")) == ["x-2.json", "x-3.json", "x.json"]
    to_model(made, tmp_path / "out", "--resume")
    assert numbers(tmp_path / "out") == ["1", "2", "3"]


def test_links_in_a_tar_are_no_documents(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_bytes(INVOICE % 9)
    made = tmp_path / "a.tar"
    with tarfile.open(made, "w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"link{kind.decode()}.json")
            info.type, info.linkname = kind, str(tmp_path / "secret.json")
            archive.addfile(info)
        info = tarfile.TarInfo("x.json")
        info.size = len(INVOICE % 1)
        archive.addfile(info, io.BytesIO(INVOICE % 1))
    done = to_model(made, tmp_path / "out")
    assert numbers(tmp_path / "out") == ["1"]
    assert "3 files left out" in done.stderr


@pytest.mark.parametrize("name", MAKERS)
def test_broken_archives(name: str, tmp_path: Path) -> None:
    made = MAKERS[name](tmp_path / name, [(f"{n}.json", INVOICE % n + b" " * 3000) for n in range(40)])
    whole = made.read_bytes()
    for part in (0, 10, len(whole) // 2, len(whole) - 30):
        made.write_bytes(whole[:part])
        done = to_model(made, tmp_path / "out", "--restart")
        assert "Traceback" not in done.stderr
        if done.code == 0:  # what is missing is behind the last member
            assert len(rows_of(tmp_path / "out")) == 40
        else:
            assert done.code == 3, done.stderr
            assert "fix: " in done.stderr


def test_a_zip_bomb(tmp_path: Path) -> None:
    made = zipped(tmp_path / "a.zip", [("bomb.json", b"[" + b" " * 30_000_000 + b"]"), ("x.json", INVOICE % 1)])
    done = to_model(made, tmp_path / "out")
    assert (done.code, "looks like a zip bomb" in done.stderr) == (3, True)
    assert (tmp_path / "out" / "x.json").exists()
    assert (tmp_path / "out" / "failed" / "bomb.findings.json").exists()


@pytest.mark.parametrize("kind", ["member", "other", "long name"])
def test_a_tar_bomb(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("einvoice.cli.sources.BOMB_FROM", 1_000_000)
    monkeypatch.setattr("einvoice.cli.sources.MAX_BYTES", 2_000_000)
    made = tmp_path / "a.tgz"
    with tarfile.open(made, "w:gz") as archive:
        info = tarfile.TarInfo({"member": "x.json", "other": "x.pdf", "long name": "x.json"}[kind])
        info.size = 30_000_000
        if kind == "long name":
            info.type = tarfile.GNUTYPE_LONGNAME
        archive.addfile(info, io.BytesIO(b" " * info.size))
        info = tarfile.TarInfo("y.json")
        archive.addfile(info)
    done = to_model(made, tmp_path / "out")
    assert done.code == 3
    assert "looks like a bomb" in done.stderr or "which is the limit" in done.stderr or "the limit is" in done.stderr


def test_an_archive_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    made = zipped(tmp_path / "a.zip", [("x.json", INVOICE % 1), ("y.json", INVOICE % 2)])
    (tmp_path / "z.json").write_bytes(INVOICE % 3)
    batch(tmp_path, tmp_path / "out", None, str(made), str(tmp_path / "*.json"), "--no-validate", to="model")
    assert numbers(tmp_path / "out") == ["1", "2", "3"]


# -- Where sources and outputs stand ---------------------------------------------------------------------------------


def test_an_output_folder_inside_the_folder_of_sources(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.json").write_bytes(INVOICE % number)
    for more in ((), ("--resume",), ("--restart",)):
        to_model(tmp_path, tmp_path / "out", *more)
        assert numbers(tmp_path / "out") == ["0", "1", "2"]
        assert sorted(tree(tmp_path / "out")) == ["0.json", "1.json", "2.json"]


def test_sources_below_the_output_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.json").write_bytes(INVOICE % 1)
    to_model(tmp_path / "in", tmp_path)
    assert (tmp_path / "1.json").exists() and numbers(tmp_path) == ["1"]


@pytest.mark.parametrize("source", [".", "1.json", "*.json", "**/*.json", "1*.json", "./[0-9].json"])
def test_sources_in_the_output_folder(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "1.json").write_bytes(INVOICE % 1)
    done = to_model(Path(source), Path())
    assert (done.code, "could be overwritten" in done.stderr) == (2, True)
    assert [each.name for each in tmp_path.iterdir()] == ["1.json"]


def test_a_report_never_overwrites_a_source(tmp_path: Path) -> None:
    file = tmp_path / "1.json"
    file.write_bytes(INVOICE % 1)
    for option in ("--report", "--html"):
        done = to_model(file, tmp_path / "out", option, str(file))
        assert (done.code, "would overwrite it" in done.stderr) == (2, True)
        assert file.read_bytes() == INVOICE % 1


def test_sources_that_are_nothing_but_outputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.json").write_bytes(INVOICE % 1)
    done = to_model(Path("*/*.json"), Path("in"))
    assert (done.code, "nothing but outputs" in done.stderr) == (3, True)


def test_the_length_of_sources(tmp_path: Path) -> None:
    from einvoice.cli.sources import size

    data = INVOICE % 1
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.json").write_bytes(data)
    (tmp_path / "in" / "note.txt").write_bytes(data)
    zipped(tmp_path / "in" / "a.zip", [("x.json", data), ("y.xml", data), ("z.pdf", data)])
    folder = str(tmp_path / "in")
    assert size([folder]) == 3 * len(data)
    assert size([f"{folder}/*.json", folder]) == 4 * len(data)
    assert size([folder, "-"]) is None
    assert size([f"{folder}/none.json"]) is None
    tarred(tmp_path / "in" / "a.tgz", [("x.json", data)], "w:gz")
    assert size([folder]) is None


def test_the_verb_refuses_sources_in_the_output_folder_as_well(tmp_path: Path) -> None:
    file = tmp_path / "1.json"
    file.write_bytes(INVOICE % 1)
    source = Source(str(file), "1", lambda: file.open("rb"), file)
    with pytest.raises(UsageError, match="could be overwritten"):
        room.run([source], Work("model", layers=()), tmp_path, engine=InProcess())
    assert file.read_bytes() == INVOICE % 1


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    done = batch(tmp_path / "in", tmp_path / "out", None, to="model")
    assert done.code == 3
    assert "the folder holds no document" in done.stderr
    assert "0 of 0 invoices written" in done.stderr and "1 source not read" in done.stderr


def test_standard_input(tmp_path: Path) -> None:
    source, context = single_file(tmp_path, 4)
    done = batch("-", tmp_path / "out", context, stdin=source.read_bytes())
    assert done.code == 0
    assert sorted(tree(tmp_path / "out")) == [f"invoice-{n:04d}.xml" for n in range(1, 5)]
    again = batch("-", tmp_path / "out", context, "--resume", stdin=source.read_bytes())
    assert (again.code, "4 of them by an earlier run" in again.stderr) == (0, True)
    assert batch("-", tmp_path / "two", context, "-", stdin=b"").code == 2


def test_standard_input_that_is_a_zip(tmp_path: Path) -> None:
    made = zipped(tmp_path / "a.zip", [("x.json", INVOICE % 1)])
    batch("-", tmp_path / "out", None, "--no-validate", to="model", stdin=made.read_bytes())
    assert sorted(tree(tmp_path / "out")) == ["x.json"]


@POSIX
def test_a_report_to_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    source, context = single_file(tmp_path, 3)
    reader, writer = os.pipe()
    os.close(reader)
    arguments = command(source, context, tmp_path / "out", "--report", "-")
    done = subprocess.run(arguments, stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60, cwd=ROOT)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")
    assert len(rows_of(tmp_path / "out")) == 3


def test_the_ledger_can_be_read_by_others_while_a_run_goes_on(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 4)
    assert context is not None
    import einvoice

    seen: list[int] = []

    def watch(progress: room.Progress) -> None:
        with sqlite3.connect(tmp_path / "out" / "ledger.sqlite") as ledger:
            seen.append(ledger.execute("SELECT count(*) FROM invoice").fetchone()[0])

    work = Work("peppol-bis", context=einvoice.Context.load(context), layers=())
    files = sorted(documents.iterdir())
    sources = [Source(str(file), file.stem, lambda file=file: file.open("rb"), file) for file in files]
    room.run(sources, work, tmp_path / "out", engine=InProcess(), watch=watch)
    assert len(seen) == 4
    with pytest.raises(Unreadable, match="no other run"), sqlite3.connect(tmp_path / "out" / "ledger.sqlite") as ledger:
        ledger.execute("BEGIN IMMEDIATE")
        room.run(sources, work, tmp_path / "out", engine=InProcess(), resume=True)


def test_a_layer_that_does_not_run_holds_the_invoice_back(tmp_path: Path) -> None:
    """Never valid unseen: BIS Billing has no rules of Finvoice, so nobody judged the result."""
    source = ROOT / "corpora" / "peppol-bis" / "credit-note.xml"
    said = batch(source, tmp_path / "out", None, "--layers", "finvoice")
    assert said.code == 3
    assert "EI-BATCH-NOT-CHECKED" in said.stderr
    assert not (tmp_path / "out" / "credit-note.xml").exists()
    told = json.loads((tmp_path / "out" / "failed" / "credit-note.findings.json").read_text(encoding="utf-8"))
    (finding,) = [each for each in told["findings"] if each["code"] == "EI-BATCH-NOT-CHECKED"]
    assert "has no finvoice rules" in finding["message"] and told["code"] == 3


def test_a_source_that_is_not_there_leaves_nothing_behind(tmp_path: Path) -> None:
    done = batch(tmp_path / "nowhere.xml", tmp_path / "out", None)
    assert (done.code, (tmp_path / "out").exists()) == (3, False)
