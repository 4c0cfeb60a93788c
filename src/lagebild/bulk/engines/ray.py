"""Ray: jobs as tasks of a Ray cluster, an existing one or one that is started here."""

import os
import socket
import sys
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from typing import Any

from lagebild import errors
from lagebild.bulk.engine import Engine
from lagebild.bulk.hands import Hands
from lagebild.bulk.jobs import Done, Heard, Job, do
from lagebild.errors import BulkError, LagebildError, UsageError
from lagebild.intake.limits import Limits

_LOOK = 0.2
_PATIENCE = 10.0
_TRIES = 5
"""Workers that a job may lose."""
_AHEAD = 1.25
"""For each worker so many tasks are on their way, so that none waits for the next."""
_TOKEN = "; it answers, so it may ask for a token: with RAY_AUTH_MODE=token yours is sent"
"""`ray start` asks for one from Ray 2.60 on, and none is sent to an address that was named."""
_GROWS = 5.0
"""Seconds after which the cluster is asked again how many cores it has: it may grow and shrink."""
_SPARED = ("start_monitor", "start_api_server", "start_log_monitor")
"""Methods of Ray's node that start what tasks of one program do without: the autoscaler, the head of the dashboard and
what brings logs together. They cost 3.6 s of processor time, `ray.init` waits for the second and, in the end, a second
for the first; no option leaves them out. Where Ray calls them otherwise they start as ever."""
_JOINED = "ENABLE_RAY_CLUSTER"
"""Whether other machines may join: then Ray's servers listen on all interfaces. On Windows and macOS Ray says no."""
_OWN = {
    "RAY_worker_niceness": "0",  # workers would let everybody else go first: nice 15
    # Else whoever starts the cluster waits for its first workers, and for ever where one of them is killed meanwhile.
    "RAY_prestart_worker_first_driver": "0",
    "RAY_enable_worker_prestart": "1",  # else it starts one more than there are cores, which never has work
    # Nobody asks a cluster of ours what it does: that is a quarter of what it costs while workers are at work.
    "RAY_enable_metrics_collection": "0",
    "RAY_event_stats": "0",
    "RAY_task_events_report_interval_ms": "0",
}
"""Settings of a cluster that is started here, unless the user has made others."""


def engine(*, workers: int | None, limits: Limits, address: str | None = None) -> Engine:
    """A cluster at the address, or one with `workers` cores on this machine."""
    try:
        import ray
    except ImportError as problem:
        raise UsageError("the engine ray is not installed: pip install 'lagebild[ray]'") from problem
    return Cluster(ray, workers, limits, address)


class Cluster:
    """As `Engine` says. Each task is one job, done by a child of the Ray worker, which is warm for the next one."""

    def __init__(self, ray: Any, workers: int | None, limits: Limits, address: str | None) -> None:
        self._ray, self._limits, self._most = ray, limits, workers
        os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # it would tell its makers over the network
        os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
        how: dict[str, Any] = {"log_to_driver": False, "logging_level": "error"}
        if address is None:
            how |= {"include_dashboard": False, "num_cpus": workers or os.cpu_count() or 1}
            for name, value in _OWN.items():
                os.environ.setdefault(name, value)
        else:
            how["address"] = address
            _answers(address)
        self._ours = not ray.is_initialized()
        """A program that has connected to a cluster itself keeps its connection."""
        try:
            if self._ours:
                with _found_there(), _bare() if address is None else nullcontext():
                    ray.init(**how)
        except Exception as problem:
            where = f"the cluster at {address}" if address else "a cluster on this machine"
            hint = _TOKEN if address not in (None, "auto") else ""
            raise BulkError(f"{where} cannot be reached: {(str(problem).splitlines() or ['?'])[0]}{hint}") from problem
        self._task = ray.remote(num_cpus=1, max_retries=0)(_done)

    @property
    def workers(self) -> int:
        """As many as were asked for, or as the cluster has cores by now."""
        there = int(self._ray.cluster_resources().get("CPU", 1))
        return min(self._most, there) if self._most else there

    def run(self, jobs: Iterable[Job], heard: Heard) -> Generator[Done | None, None, None]:
        """Keeps a few more tasks on their way than there are cores; their results are small."""
        del heard
        waiting = iter(jobs)
        flying: dict[Any, tuple[Job, int]] = {}
        most, asked = 0.0, -_GROWS
        try:
            while True:
                if time.monotonic() - asked >= _GROWS:
                    most, asked = self.workers * _AHEAD, time.monotonic()
                while len(flying) < most and (job := next(waiting, None)) is not None:
                    flying[self._given(job)] = (job, 1)
                if not flying:
                    return
                ready, _ = self._ray.wait(list(flying), num_returns=1, timeout=_LOOK)
                if not ready:
                    yield None
                for task in ready:
                    job, tries = flying.pop(task)
                    result = self._result(task, job, tries)
                    if result is None:
                        flying[self._given(job)] = (job, tries + 1)
                    else:
                        yield Done(job, result)
        finally:
            for task in flying:
                self._ray.cancel(task, force=True)

    def close(self) -> None:
        """Lets go of the cluster; one that was started here ends."""
        if self._ours:
            self._ray.shutdown()

    def _lives(self) -> bool:
        """Whether a machine is left to work."""
        try:
            return any(node["Alive"] for node in self._ray.nodes())
        except Exception:  # noqa: BLE001 - whatever it is, nobody answers
            return False

    def _given(self, job: Job) -> Any:
        return self._task.remote(job.number, job.does, job.asked, self._limits.seconds, self._limits.memory)

    def _result(self, task: Any, job: Job, tries: int) -> dict[str, Any] | None:
        """What the job returned; None where its worker was lost and another should do it."""
        exceptions = self._ray.exceptions
        try:
            answer: dict[str, Any] = self._ray.get(task)
        except exceptions.RayTaskError as problem:
            raise RuntimeError(str(problem)) from problem
        except exceptions.RayError as problem:
            told = str(problem).splitlines()[0]
            if not self._lives():
                raise BulkError(f"the cluster is lost ({told}); the same command goes on") from problem
            if tries >= _TRIES:
                raise BulkError(f"job {job.number} lost {tries} workers, the last one so: {told}") from problem
            return None
        if "raised" in answer:
            raise getattr(errors, answer["raised"], BulkError)(answer["told"])
        result: dict[str, Any] = answer["result"]
        return result


def _answers(address: str) -> None:
    """Raises BulkError where nobody listens at an address with a port; Ray would try for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not host or not port.isdecimal():
        return
    try:
        socket.create_connection((host, int(port)), timeout=_PATIENCE).close()
    except (OSError, OverflowError) as problem:
        told = getattr(problem, "strerror", None) or str(problem)
        raise BulkError(f"the cluster at {address} cannot be reached: {told}; is it running?") from problem


@contextmanager
def _bare() -> Iterator[None]:
    """A cluster that is started here has only the processes that tasks need, and listens to this machine alone: whoever
    reaches one can have it run whatever he likes."""
    from ray._private import ray_constants
    from ray._private.node import Node

    spared = [(Node, name, _nothing) for name in _SPARED]
    changed = [change for change in (*spared, (ray_constants, _JOINED, False)) if hasattr(*change[:2])]
    before = [(of, name, getattr(of, name)) for of, name, _ in changed]
    for change in changed:
        setattr(*change)
    try:
        yield
    finally:
        for change in before:
            setattr(*change)


def _nothing(node: Any, **how: Any) -> None:
    """Starts nothing."""


@contextmanager
def _found_there() -> Iterator[None]:
    """Workers that are started here find modules where we do, though nobody has installed them."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before


def _done(number: int, does: str, asked: dict[str, Any], seconds: float, memory: int) -> dict[str, Any]:
    """Runs in a Ray worker."""
    try:
        return {"result": do(Job(number, does, asked), _hands(seconds, memory), lambda documents: None)}
    except LagebildError as problem:
        return {"raised": type(problem).__name__, "told": str(problem)}


@cache
def _hands(seconds: float, memory: int) -> Hands:
    """Those of this process, kept from task to task."""
    return Hands(Limits(seconds=seconds, memory=memory))
