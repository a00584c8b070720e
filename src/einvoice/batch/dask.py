"""``einvoice batch --engine dask --scheduler tcp://…``: a run on the workers of a Dask cluster.

    run(sources, work, "out", engine=Dask("tcp://10.0.0.5:8786"))

The workers need the same version of einvoice as this machine.  Dask does the tasks of a worker that is lost again
elsewhere; one that was with several lost workers (``distributed.scheduler.allowed-failures``, 3) it gives up, and `Far`
looks which invoice it was.  The work is the result of a task, not data that is scattered, so that it can be made again
when the workers that held it are gone.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

from einvoice import __version__
from einvoice.batch.far import Answer, Cluster, Far, Order, WorkerLost, needing, serve
from einvoice.errors import EngineFailed

PATIENCE: Final = 120
"""Seconds to wait for the scheduler, for the first worker, and for another one when none is left."""

VERSION: Final = "__import__('einvoice').__version__"
"""What every worker is asked first; it may be one that cannot take in anything of ours."""


class Dask(Far):
    """The workers of a Dask cluster; *scheduler* is the address of its scheduler, or a client that is connected."""

    def __init__(self, scheduler: Any, limit: float = 60.0) -> None:
        super().__init__(limit)
        self.scheduler = scheduler
        with needing("dask"):
            import_module("distributed")  # what is missing is told now, not when the first task is given

    def connect(self, packed: bytes) -> Cluster:
        """Return the workers of the cluster."""
        from distributed import Client

        if not isinstance(self.scheduler, str):
            return _Workers(self.scheduler, packed, ours=False)
        try:
            client = Client(self.scheduler, timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise EngineFailed(
                f"the scheduler of Dask at {self.scheduler} does not answer: {error}",
                fix="check --scheduler, and that the scheduler runs: dask scheduler",
            ) from error
        return _Workers(client, packed, ours=True)


class _Workers:
    """A `Cluster` over a client of Dask."""

    def __init__(self, client: Any, packed: bytes, *, ours: bool) -> None:
        self._client = client
        self._ours = ours
        self._under_way: set[Any] = set()
        self._work: Any = None
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            if ours:
                client.close()
            raise _no_workers() from error
        self._ask_for_versions()
        self._work = client.submit(_unchanged, packed)

    def _ask_for_versions(self) -> None:
        """Raise `EngineFailed` when a worker has no einvoice, or another one: orders would end it."""
        for worker, found in self._client.run(eval, VERSION, on_error="return").items():
            if found != __version__:
                said = f"einvoice {found}" if isinstance(found, str) else f"no einvoice ({found})"
                self.close()
                raise EngineFailed(
                    f"the worker {worker} has {said}, and the run was started with {__version__}",
                    fix="install the same version on every worker",
                )

    def send(self, order: Order) -> Any:
        """Have a worker do *order*."""
        future = self._client.submit(serve, self._work, order, pure=False)
        self._under_way.add(future)
        return future

    def take(self, handle: Any) -> Answer:
        """Wait for an answer."""
        from distributed import KilledWorker

        try:
            answer = self._wait(handle)
        except EngineFailed:
            raise
        except KilledWorker as error:
            raise WorkerLost(f"Dask gave up after {error.allowed_failures + 1} workers") from error
        except Exception as error:
            raise EngineFailed(
                f"Dask could not do a task: {type(error).__name__}: {error}",
                fix="check that every worker has einvoice, in the same version, and that the scheduler is still there",
            ) from error
        finally:
            self._under_way.discard(handle)
            handle.release()
        return answer

    def _wait(self, handle: Any) -> Answer:
        while True:
            try:
                answer: Answer = handle.result(timeout=PATIENCE)
                return answer
            except TimeoutError as error:
                if not self._client.nthreads():
                    raise _no_workers() from error

    def settle(self, handles: list[Any]) -> None:
        """Wait until nothing of *handles* is under way."""
        from distributed import wait

        with self._client.as_current():
            wait(handles)

    def width(self) -> int:
        """Return the number of threads of all workers."""
        return sum(self._client.nthreads().values())

    def close(self) -> None:
        """Take back what is under way."""
        self._client.cancel(list(self._under_way), force=True)
        self._under_way.clear()
        if self._work is not None:
            self._work.release()
        if self._ours:
            self._client.close()


def _no_workers() -> EngineFailed:
    return EngineFailed("the cluster of Dask has no workers", fix="start some: dask worker ADDRESS, on each machine")


def _unchanged(value: Any) -> Any:
    return value


__all__ = ["Dask"]
