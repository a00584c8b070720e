"""``einvoice batch --engine ray --scheduler ADDRESS``: a run on the workers of a Ray cluster.

    run(sources, work, "out", engine=Ray("auto"))

*address* is what ``ray.init`` takes: ``auto`` for the cluster of this machine, ``ray://host:10001`` for one
elsewhere.  The workers need the same version of einvoice as this machine.  Ray does a task whose worker is lost again,
`RETRIES` times; then `Far` looks which invoice it was.  The work lies in the object store of the driver; each
worker reads it from there once.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

from einvoice.batch.far import Answer, Cluster, Far, Order, WorkerLost, needing, serve
from einvoice.errors import EngineFailed

RETRIES: Final = 3
"""As often a task is done again when its worker is lost, as Dask does."""


class Ray(Far):
    """The workers of a Ray cluster; None takes the one that this process is connected to, or starts one here."""

    def __init__(self, address: str | None = None, limit: float = 60.0) -> None:
        super().__init__(limit)
        self.address = address
        with needing("ray"):
            import_module("ray")  # what is missing is told now, not when the first task is given

    def connect(self, packed: bytes) -> Cluster:
        """Return the workers of the cluster."""
        import ray

        ours = not ray.is_initialized()
        if ours:
            try:
                ray.init(self.address, log_to_driver=False)
            except (ConnectionError, RuntimeError, ValueError, OSError) as error:
                raise EngineFailed(
                    f"the cluster of Ray at {self.address} does not answer: {error}",
                    fix="check --scheduler, and that the cluster runs: ray start --head",
                ) from error
        return _Workers(packed, ours=ours)


class _Workers:
    """A `Cluster` over the connection of this process to Ray."""

    def __init__(self, packed: bytes, *, ours: bool) -> None:
        import ray

        self._ray = ray
        self._ours = ours
        self._under_way: set[Any] = set()
        self._work = ray.put(packed)
        self._serve = ray.remote(num_cpus=1, max_retries=RETRIES)(serve)

    def send(self, order: Order) -> Any:
        """Have a worker do *order*."""
        reference = self._serve.remote(self._work, order)
        self._under_way.add(reference)
        return reference

    def take(self, handle: Any) -> Answer:
        """Wait for an answer."""
        errors = self._ray.exceptions
        try:
            answer: Answer = self._ray.get(handle)
        except (errors.WorkerCrashedError, errors.NodeDiedError, errors.OutOfMemoryError) as error:
            raise WorkerLost(f"Ray gave up after {RETRIES + 1} workers: {type(error).__name__}") from error
        except Exception as error:
            raise EngineFailed(
                f"Ray could not do a task: {type(error).__name__}: {error}",
                fix="check that every worker has einvoice, in the same version, and that the cluster is still there",
            ) from error
        finally:
            self._under_way.discard(handle)
        return answer

    def settle(self, handles: list[Any]) -> None:
        """Wait until nothing of *handles* is under way."""
        if handles:
            self._ray.wait(handles, num_returns=len(handles))

    def width(self) -> int:
        """Return the number of processors of the cluster."""
        return int(self._ray.cluster_resources().get("CPU", 1))

    def close(self) -> None:
        """Take back what is under way."""
        for reference in self._under_way:
            self._ray.cancel(reference)
        self._under_way.clear()
        if self._ours:
            self._ray.shutdown()


__all__ = ["Ray"]
