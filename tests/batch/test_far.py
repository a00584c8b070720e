"""Engines on other machines: order, bounds, workers that are lost, and outputs that are those of this machine."""

import dataclasses
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from tests.batch.batches import rows_of, single_file, tree
from tests.cli.program import run as program

from einvoice import batch as room
from einvoice.batch import InProcess, Local, Outcome, Piece, Source, Task, Work, far
from einvoice.batch import work as work_room
from einvoice.batch.far import Answer, Far, Order, WorkerLost, pack, serve
from einvoice.batch.limit import TimeUp, limit
from einvoice.batch.remote import Remote
from einvoice.context import Context
from einvoice.errors import EngineFailed, RulesetError, UsageError

WORK = Work("model", layers=(), fail_on="never")


def piece(*numbers: str) -> Piece:
    found = [{"invoice_number": number} for number in numbers]
    return Piece(json.dumps(found if len(found) > 1 else found[0]).encode())


def told(outcomes: list[Outcome]) -> list[str | None]:
    """Return the number of each invoice, or the code that it failed with."""
    return [each.figures.number if each.status == "done" else each.findings[0]["code"] for each in outcomes]


class Here:
    """A cluster in this process: orders are done when their answer is asked for; *deadly* numbers lose the worker."""

    def __init__(self, packed: bytes, deadly: set[bytes] | None = None) -> None:
        self.packed = packed
        self.deadly = deadly or set()
        self.sent: list[Order] = []
        self.open: list[int] = []
        self.most = 0
        self.alone: list[bool] = []
        self.closed = False

    def send(self, order: Order) -> int:
        self.sent.append(order)
        self.open.append(len(self.sent) - 1)
        self.most = max(self.most, len(self.open))
        return len(self.sent) - 1

    def take(self, handle: int) -> Answer:
        self.open.remove(handle)
        order = self.sent[handle]
        if order.most != 0:
            answer = serve(self.packed, dataclasses.replace(order, most=None, skip=0))
            numbers = [str(each.figures.number).encode() for each in answer.outcomes]
            wanted = numbers if order.most is None else numbers[order.skip : order.skip + order.most]
            if self.deadly & set(wanted):
                raise WorkerLost("all are gone")
        elif b"unreadable" in order.piece.data:
            raise WorkerLost("all are gone")
        return serve(self.packed, order)

    def settle(self, handles: list[int]) -> None:
        self.alone.append(set(handles) == set(self.open))

    def width(self) -> int:
        return 1

    def close(self) -> None:
        self.closed = True


class HereEngine(Far):
    """`Far` over `Here`."""

    def __init__(self, *deadly: bytes, **named: Any) -> None:
        super().__init__(**named)
        self.deadly = set(deadly)
        self.cluster: Here | None = None

    def connect(self, packed: bytes) -> Here:
        self.cluster = Here(packed, self.deadly)
        return self.cluster


def results(engine: Far | InProcess | Local, *pieces: Piece) -> list[list[str | None]]:
    tasks = [Task(each, f"{number}.json") for number, each in enumerate(pieces)]
    return [told(outcomes) for _, outcomes in engine.run(WORK, tasks)]


# ---------------------------------------------------------------------------------- order and bounds


def test_outcomes_come_in_order_as_from_other_engines() -> None:
    pieces = [piece(str(n)) if n % 7 else piece(str(n), f"{n}b") for n in range(150)]
    engine = HereEngine()
    assert results(engine, *pieces) == results(InProcess(), *pieces)
    assert engine.cluster is not None
    assert engine.cluster.closed
    assert engine.cluster.most <= far.MAX_WAITING


def test_big_pieces_are_not_all_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far, "MAX_WAITING_BYTES", 100)
    engine = HereEngine()
    assert results(engine, *[piece(str(n) * 10) for n in range(9)]) == [[str(n) * 10] for n in range(9)]
    assert engine.cluster is not None
    assert engine.cluster.most == 100 // len(piece("0" * 10).data) + 1


def test_what_is_done_keeps_its_place_and_needs_no_cluster() -> None:
    tasks = [Task(piece("a"), "a", ready=True), Task(piece("b"), "b"), Task(piece("c"), "c", ready=True)]
    found = [(task.source, told(outcomes)) for task, outcomes in HereEngine().run(WORK, tasks)]
    assert found == [("a", []), ("b", ["b"]), ("c", [])]
    engine = HereEngine()
    assert [task.source for task, _ in engine.run(WORK, [task for task in tasks if task.ready])] == ["a", "c"]
    assert engine.cluster is None


def test_cluster_is_closed_when_nobody_listens_any_more() -> None:
    engine = HereEngine()
    outcomes = engine.run(WORK, [Task(piece(str(n)), "a") for n in range(9)])
    next(iter(outcomes))
    outcomes.close()  # type: ignore[attr-defined]
    assert engine.cluster is not None
    assert engine.cluster.closed


# ---------------------------------------------------------------------------------- workers that are lost


def test_invoice_that_workers_die_of_costs_itself() -> None:
    engine = HereEngine(b"2", b"5")
    found = results(engine, piece("1", "2", "3"), piece("4"), piece("5"), piece("6"))
    assert found == [["1", "EI-BATCH-WORKER", "3"], ["4"], ["EI-BATCH-WORKER"], ["6"]]
    assert engine.cluster is not None
    assert engine.cluster.alone == [True, True]  # nothing else was under way that could be blamed


def test_piece_that_cannot_be_taken_apart_fails_once() -> None:
    found = results(HereEngine(b"unreadable"), piece("1", "unreadable", "3"), piece("4"))
    assert found == [["EI-BATCH-WORKER"], ["4"]]


def test_broken_set_up_ends_the_run() -> None:
    engine = HereEngine()
    broken = dataclasses.replace(WORK, to="nothing")
    engine.connect = lambda packed: Here(pack(broken))  # type: ignore[method-assign, assignment, return-value]
    with pytest.raises(UsageError, match="nothing"):
        results(engine, piece("1"))


@pytest.mark.parametrize(
    ("name", "message"),
    [("__version__", "a worker has einvoice 0.0.1, and the run was"), ("rules_in_force", "rule sets")],
)
def test_worker_with_other_outputs_refuses(name: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = pack(WORK)
    monkeypatch.setattr(far, "_AT_HAND", {})
    monkeypatch.setattr(far, name, "0.0.1" if name == "__version__" else lambda work: "other")
    answer = serve(packed, Order(piece("1"), "a", None, 60.0))
    assert isinstance(answer.error, EngineFailed)
    assert answer.error.exit_code == 6
    assert message in answer.error.message


def test_work_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far, "_AT_HAND", {})
    loaded: list[Work] = []
    monkeypatch.setattr(far, "warm_up", loaded.append)
    packed = pack(dataclasses.replace(WORK, context=Context()))
    for _ in range(3):
        assert serve(packed, Order(piece("1"), "a", None, 60.0)).invoices == 1
    assert len(loaded) == 1


# ---------------------------------------------------------------------------------- time


def hang() -> None:
    while True:
        time.sleep(0.001)


@pytest.fixture
def at_work(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Have something happen when an invoice is worked on in this process: `at_work(number, act)`."""
    acts: dict[str, Any] = {}
    original = work_room._outcome

    def outcome(work: Work, document: Any, *rest: Any) -> Outcome:
        acts.get(document.invoice.invoice_number, bool)()
        return original(work, document, *rest)

    monkeypatch.setattr(work_room, "_outcome", outcome)
    yield acts.__setitem__


def test_invoice_that_takes_too_long_costs_itself(at_work: Any) -> None:
    results(HereEngine(), piece("0"))  # warm
    at_work("2", hang)
    found = results(HereEngine(limit=0.3), piece("1", "2", "3"), piece("4"))
    assert found == [["1", "EI-BATCH-TIME", "3"], ["4"]]


def test_limit_reaches_a_thread_that_is_not_the_first() -> None:
    seen: list[str] = []

    def late() -> None:
        try:
            with limit(0.1):
                hang()
        except TimeUp:
            seen.append("up")

    thread = threading.Thread(target=late)
    thread.start()
    thread.join(10)
    assert seen == ["up"]


def test_limit_begins_anew_and_leaves_nothing_behind() -> None:
    with limit(0.2) as clock:
        for _ in range(4):
            time.sleep(0.08)
            clock.again()
    with limit(0.01):
        pass
    time.sleep(0.15)


@pytest.mark.skipif(os.name == "nt", reason="alarms of POSIX")
@pytest.mark.parametrize(
    ("act", "code"),
    [('re.match("(a+)+$", "a" * 60 + "b")', -signal.SIGALRM), ("time.sleep(60)", 70)],
    ids=["no_other_thread_has_its_turn", "never_back_in_python"],
)
def test_process_that_does_not_come_back_ends(act: str, code: int) -> None:
    script = f"""
import re, time
from einvoice.batch import limit
limit.GRACE = 0.3
with limit.limit(0.1):
    {act}
"""
    assert subprocess.run([sys.executable, "-c", script], timeout=30).returncode == code


# ---------------------------------------------------------------------------------- Dask


def sources(file: Path) -> list[Source]:
    return [Source("all.xml", "all", lambda: file.open("rb"))]


class Deadly:
    """A plugin of Dask's workers: who comes to the invoice *number* ends the process."""

    def __init__(self, number: str) -> None:
        self.number = number

    def setup(self, worker: Any) -> None:
        original = getattr(work_room._outcome, "original", work_room._outcome)

        def outcome(work: Work, document: Any, *rest: Any) -> Outcome:
            if document.invoice.invoice_number == self.number:
                os._exit(7)
            return original(work, document, *rest)

        outcome.original = original  # type: ignore[attr-defined]
        work_room._outcome = outcome  # type: ignore[assignment]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two worker processes of Dask, which gives a task up with the second worker that is lost."""
    pytest.importorskip("distributed")
    import dask
    from distributed import LocalCluster

    settings = {"distributed.scheduler.allowed-failures": 1, "distributed.worker.daemon": True}
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as found,
    ):
        yield found


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_worker_of_dask_killed_in_mid_run_changes_no_byte(cluster: Any, tmp_path: Path) -> None:
    """Outputs are put down by the workers, in a store that they share, and are those of one machine."""
    pytest.importorskip("fsspec")
    from einvoice.batch.dask import Dask

    file, context = single_file(tmp_path, 40, "--faulty", "0.1")
    work = Work("peppol-bis", "netvisor", Context.load(str(context)))
    wanted = room.run(sources(file), work, tmp_path / "local", engine=Local(1))
    killed: list[int] = []

    def watch(progress: room.Progress) -> None:
        if progress.invoices > 10 and not killed:
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    target = Remote(f"file://{tmp_path}/far", tmp_path / "ledger")
    found = room.run(sources(file), work, target, engine=Dask(cluster.scheduler_address), watch=watch)
    assert killed
    assert found.codes == wanted.codes
    assert tree(tmp_path / "far") == tree(tmp_path / "local")
    assert found.progress.failed == wanted.progress.failed > 0
    assert not (tmp_path / "far" / ".einvoice").exists()
    same = ("source", "piece", "position", "hash", "status", "code", "output", "output_hash", "files", "total")
    rows = [[{name: row[name] for name in same} for row in rows_of(tmp_path / where)] for where in ("ledger", "local")]
    assert rows[0] == rows[1]


def test_invoice_that_workers_of_dask_die_of_costs_itself(cluster: Any, tmp_path: Path) -> None:
    from distributed import Client
    from distributed.diagnostics.plugin import WorkerPlugin

    from einvoice.batch.dask import Dask

    class Plugin(Deadly, WorkerPlugin):  # type: ignore[misc]
        name = "deadly"

    pieces = [piece("1"), piece("2", "dead", "3"), *[piece(str(n)) for n in range(4, 30)]]
    with Client(cluster, set_as_default=False) as client:
        client.register_plugin(Plugin("dead"))
        try:
            found = results(Dask(client), *pieces)
        finally:
            client.unregister_worker_plugin("deadly")
    assert found == [["1"], ["2", "EI-BATCH-WORKER", "3"], *[[str(n)] for n in range(4, 30)]]


def test_worker_of_dask_with_another_version_is_named(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from einvoice.batch.dask import Dask

    monkeypatch.setattr("einvoice.batch.dask.__version__", "0.0.1")
    with pytest.raises(
        EngineFailed, match=r"the worker tcp://\S+ has einvoice \S+, and the run was started with 0.0.1"
    ):
        results(Dask(cluster.scheduler_address), piece("1"))
    monkeypatch.undo()
    monkeypatch.setattr("einvoice.batch.dask.VERSION", "__import__('no_such_module')")
    with pytest.raises(EngineFailed, match=r"has no einvoice .*no_such_module"):
        results(Dask(cluster.scheduler_address), piece("1"))


def test_cluster_of_dask_that_lost_its_last_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    from einvoice.batch.dask import Dask

    class Late:
        def result(self, timeout: float) -> None:
            raise TimeoutError

        def release(self) -> None: ...

    workers = iter([{"one": 1}, {}])
    client = SimpleNamespace(
        wait_for_workers=lambda number, timeout: None,
        run=lambda *given, **named: {},
        submit=lambda *given, **named: Late(),
        nthreads=lambda: next(workers),
        cancel=lambda *given, **named: None,
    )
    cluster = Dask(client).connect(b"")
    with pytest.raises(EngineFailed, match="the cluster of Dask has no workers"):
        cluster.take(cluster.send(Order(piece("1"), "a", None, 60.0)))
    assert list(workers) == []
    cluster.close()


def test_scheduler_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("einvoice.batch.dask.PATIENCE", 1)
    (tmp_path / "one.json").write_text('{"invoice_number": "1"}')
    arguments = ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    outcome = program("batch", str(tmp_path / "one.json"), "--to", "model", "-o", str(tmp_path / "out"), *arguments)
    assert outcome.code == 6
    assert "the scheduler of Dask at tcp://127.0.0.1:9 does not answer" in outcome.stderr


# ---------------------------------------------------------------------------------- Ray


class FakeRay(ModuleType):
    """What the adapter asks of Ray, in this process; a task whose piece holds ``dead`` loses its worker."""

    def __init__(self) -> None:
        super().__init__("ray")
        names = ("WorkerCrashedError", "NodeDiedError", "OutOfMemoryError")
        self.exceptions = SimpleNamespace(**{name: type(name, (Exception,), {}) for name in names})
        self.calls: list[str] = []

    def is_initialized(self) -> bool:
        return False

    def init(self, address: str | None, **named: Any) -> None:
        self.calls.append(f"init {address}")
        if address == "nowhere":
            raise ConnectionError("nobody there")

    def shutdown(self) -> None:
        self.calls.append("shutdown")

    def put(self, value: Any) -> Any:
        self.calls.append("put")
        return ("ref", value)

    def remote(self, **options: Any) -> Any:
        assert options == {"num_cpus": 1, "max_retries": 3}
        return lambda function: SimpleNamespace(remote=lambda work, order: (function, work[1], order))

    def get(self, reference: Any) -> Any:
        function, packed, order = reference
        if b"dead" in order.piece.data and order.most != 0 and (order.most is None or order.skip == 1):
            raise self.exceptions.WorkerCrashedError("crashed")
        return function(packed, order)

    def wait(self, references: list[Any], num_returns: int) -> None:
        assert len(references) == num_returns

    def cancel(self, reference: Any) -> None:
        self.calls.append("cancel")

    def cluster_resources(self) -> dict[str, float]:
        return {"CPU": 2.0}


def test_adapter_of_ray(monkeypatch: pytest.MonkeyPatch) -> None:
    from einvoice.batch.ray import Ray

    fake = FakeRay()
    monkeypatch.setitem(sys.modules, "ray", fake)
    found = results(Ray("auto"), piece("1"), piece("2", "dead", "3"), piece("4"))
    assert found == [["1"], ["2", "EI-BATCH-WORKER", "3"], ["4"]]
    assert fake.calls == ["init auto", "put", "shutdown"]
    outcomes = iter(Ray("auto").run(WORK, [Task(piece(str(n)), "a") for n in range(3)]))
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert fake.calls[3:] == ["init auto", "put", "cancel", "cancel", "shutdown"]
    with pytest.raises(EngineFailed, match="the cluster of Ray at nowhere does not answer"):
        results(Ray("nowhere"), piece("1"))


# ---------------------------------------------------------------------------------- options


@pytest.mark.parametrize(("engine", "package"), [("dask", "distributed"), ("ray", "ray")])
def test_engine_that_is_not_installed(
    engine: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    arguments = ("--engine", engine, "--scheduler", "auto")
    outcome = program("batch", "in.xml", "--to", "model", "-o", str(tmp_path / "out"), *arguments)
    assert outcome.code == RulesetError.exit_code
    assert f"the package {package} is not installed" in outcome.stderr
    assert f"pip install 'einvoice-nordic[{engine}]'" in outcome.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--engine", "dask"), "--engine dask needs the address of its scheduler"),
        (("--scheduler", "tcp://a:1"), "--scheduler goes with --engine dask or ray"),
        (("--engine", "ray", "--scheduler", "auto", "--jobs", "2"), "--jobs counts processes of this machine"),
        (("--ledger", "ledger"), "--ledger goes with an address as -o"),
    ],
)
def test_options_that_do_not_go_together(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    outcome = program("batch", "in.xml", "--to", "model", "-o", str(tmp_path / "out"), *arguments)
    assert outcome.code == 2
    assert message in outcome.stderr
    assert not (tmp_path / "out").exists()
