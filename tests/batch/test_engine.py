"""Workers that die, hang or never begin: each costs the invoice that it had in hand, and nothing else."""

import dataclasses
import json
import multiprocessing
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from einvoice.batch import InProcess, Local, Outcome, Piece, Task, Work
from einvoice.batch import engine as room
from einvoice.batch import work as work_room
from einvoice.errors import EInvoiceError, EngineFailed, EngineMissing
from einvoice.formats import detect

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked, with what the test has changed")

WORK = Work("model", layers=(), fail_on="never")


def piece(*numbers: str, padding: int = 0) -> Piece:
    found = [
        {"invoice_number": number, **({"notes": [{"text": "x" * padding}]} if padding else {})} for number in numbers
    ]
    return Piece(json.dumps(found if len(found) > 1 else found[0]).encode())


def tasks(*pieces: Piece) -> list[Task]:
    return [Task(each, f"{number}.json") for number, each in enumerate(pieces)]


def told(outcomes: list[Outcome]) -> list[str | None]:
    """Return the number of each invoice, or the code that it failed with."""
    return [each.figures.number if each.status == "done" else each.findings[0]["code"] for each in outcomes]


def results(engine: Local | InProcess, *pieces: Piece) -> list[list[str | None]]:
    found = [told(outcomes) for _, outcomes in engine.run(WORK, tasks(*pieces))]
    assert multiprocessing.active_children() == []
    return found


@pytest.fixture
def at_work(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Have something happen in a worker when it comes to an invoice: `at_work(number, act)`."""
    acts: dict[str, Callable[[], Any]] = {}
    original = work_room._outcome

    def outcome(work: Work, document: Any, *rest: Any) -> Outcome:
        acts.get(document.invoice.invoice_number, bool)()
        return original(work, document, *rest)

    monkeypatch.setattr(work_room, "_outcome", outcome)
    yield acts.__setitem__


def die() -> None:
    os._exit(7)


def hold_everything() -> None:
    """Never return, and let no other thread of the process do anything."""
    re.match("(a+)+$", "a" * 60 + "b")


def test_every_engine_gives_the_same_in_the_same_order() -> None:
    pieces = [piece(str(n)) if n % 7 else piece(str(n), f"{n}b", f"{n}c") for n in range(150)]

    def plain(engine: Local | InProcess) -> list[list[Outcome]]:
        return [[dataclasses.replace(each, ms=0.0) for each in found] for _, found in engine.run(WORK, tasks(*pieces))]

    wanted = plain(InProcess())
    assert [len(found) for found in wanted] == [1 if n % 7 else 3 for n in range(150)]
    assert plain(Local(1)) == wanted
    assert plain(Local(2)) == wanted


def test_workers_that_are_not_forked() -> None:
    """As on macOS and Windows: everything that a worker needs travels."""
    engine = Local(1)
    engine._forks, engine._context = False, multiprocessing.get_context("spawn")
    assert results(engine, piece("1"), piece("2", "3")) == [["1"], ["2", "3"]]


def test_a_death_costs_its_invoice(at_work: Callable[..., None]) -> None:
    at_work("5", die)
    found = results(Local(2), *(piece(str(n)) for n in range(12)))
    assert found == [[str(n)] if n != 5 else ["EI-BATCH-WORKER"] for n in range(12)]


def test_deaths_one_after_the_other(at_work: Callable[..., None]) -> None:
    for number in range(room.DEATHS + 2):
        at_work(str(number), die)
    found = results(Local(1), *(piece(str(n)) for n in range(9)))
    assert found == [["EI-BATCH-WORKER"]] * 7 + [["7"], ["8"]]


def test_deaths_within_a_piece(at_work: Callable[..., None]) -> None:
    for number in ("0", "3", "4", "7"):
        at_work(number, die)
    died = "EI-BATCH-WORKER"
    found = results(Local(2), piece(*map(str, range(8))), piece("8"))
    assert found == [[died, "1", "2", died, died, "5", "6", died], ["8"]]


def test_who_dies_once_is_done_again(at_work: Callable[..., None], tmp_path: Path) -> None:
    def once() -> None:
        mark = tmp_path / "died"
        if not mark.exists():
            mark.touch()
            die()

    at_work("3", once)
    assert results(Local(2), piece(*map(str, range(5))), piece("5")) == [["0", "1", "2", "3", "4"], ["5"]]


def test_what_kills_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    original = detect.open_source

    def open_source(data: bytes, *rest: Any) -> Any:
        return os._exit(3) if b'"1"' in data else original(data, *rest)

    monkeypatch.setattr(detect, "open_source", open_source)
    assert results(Local(2), piece("0"), piece("1"), piece("2")) == [["0"], ["EI-BATCH-WORKER"], ["2"]]


@pytest.mark.parametrize("hang", [lambda: time.sleep(60), hold_everything], ids=["sleeps", "holds everything"])
def test_a_hang_costs_its_invoice(hang: Callable[[], None], at_work: Callable[..., None]) -> None:
    at_work("1", hang)
    started = time.monotonic()
    # What waits behind fills any pipe: nobody may block on it.
    found = results(Local(1, limit=1.5), *(piece(str(n), padding=400_000 * (n > 1)) for n in range(5)))
    assert found == [["0"], ["EI-BATCH-TIME"], ["2"], ["3"], ["4"]]
    assert time.monotonic() - started < 12  # before the alarm of the worker, which is for orphans


def test_a_hang_within_a_piece(at_work: Callable[..., None]) -> None:
    at_work("1", lambda: time.sleep(60))
    assert results(Local(1, limit=1.5), piece("0", "1", "2")) == [["0", "EI-BATCH-TIME", "2"]]


def test_a_worker_that_is_ended_from_outside_costs_nothing(at_work: Callable[..., None]) -> None:
    engine = Local(2)
    found = []
    apart = 2 * room.AHEAD + 3  # so that no invoice is in hand at two of the deaths
    count = 4 * apart
    for number, (_, outcomes) in enumerate(engine.run(WORK, tasks(*(piece(str(n)) for n in range(count))))):
        found.append(told(outcomes))
        if number % apart == 3:
            engine._workers[number % 2].process.kill()
    assert found == [[str(n)] for n in range(count)]


@pytest.mark.parametrize("engine", [InProcess(), Local(2)], ids=["in process", "local"])
def test_a_broken_set_up_ends_the_run(engine: InProcess | Local, monkeypatch: pytest.MonkeyPatch) -> None:
    def warm_up(work: Work) -> None:
        raise EngineMissing("no engine", fix="install it")

    monkeypatch.setattr(room, "warm_up", warm_up)
    with pytest.raises(EngineMissing):
        results(engine, piece("0"))
    assert multiprocessing.active_children() == []


def test_a_set_up_that_breaks_in_the_middle_ends_the_run(at_work: Callable[..., None]) -> None:
    def broken() -> None:
        raise EngineMissing("the engine is gone", fix="install it")

    at_work("4", broken)
    with pytest.raises(EngineMissing, match="the engine is gone"):
        results(Local(2), *(piece(str(n)) for n in range(30)))
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("kind", ["dies", "raises"])
def test_workers_that_never_begin_end_the_run(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()

    def warm_up(work: Work) -> None:
        if os.getpid() != parent:
            if kind == "dies":
                die()
            raise MemoryError("no room")

    monkeypatch.setattr(room, "warm_up", warm_up)
    started = time.monotonic()
    with pytest.raises(EngineFailed) as raised:
        results(Local(2), piece("0"))
    assert raised.value.exit_code == 6
    assert multiprocessing.active_children() == []
    assert time.monotonic() - started < 20


def test_a_fault_of_the_program_costs_its_invoice(at_work: Callable[..., None]) -> None:
    def fault() -> None:
        raise ZeroDivisionError

    at_work("1", fault)
    assert results(Local(1), piece("0", "1", "2")) == [["0", "EI-INTERNAL-ERROR", "2"]]


def test_who_leaves_early_leaves_no_process() -> None:
    running = Local(2).run(WORK, tasks(*(piece(str(n)) for n in range(50))))
    next(running)
    running.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_an_orphan_that_hangs_is_ended_by_its_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    import signal

    limits: list[float] = []
    monkeypatch.setattr(signal, "setitimer", lambda which, seconds: limits.append(seconds))
    room._alarm(1.0)
    room._alarm(None)
    assert limits == [12.0, 0.0]
    assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL


def test_errors_travel() -> None:
    """What a worker raises arrives with all that it says."""
    import pickle

    for kind in EInvoiceError.__subclasses__():
        error = kind("what", fix="do", line=3) if kind.__name__ != "IdentifierError" else kind("what")
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), again.message, again.fix, again.line) == (kind, "what", error.fix, error.line)
