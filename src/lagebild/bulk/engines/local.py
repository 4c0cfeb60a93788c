"""Local: processes on this machine, each kept by a thread."""

import os
import queue
import threading
from collections.abc import Generator, Iterable
from functools import partial

from lagebild.bulk.engine import Engine
from lagebild.bulk.hands import Hands
from lagebild.bulk.jobs import Done, Heard, Job, do
from lagebild.errors import UsageError
from lagebild.intake.limits import Limits

_LOOK = 0.2
"""Seconds after which whoever waits for results is told that there are none."""


def engine(*, workers: int | None, limits: Limits, address: str | None = None) -> Engine:
    """Processes on this machine, by default one for each core."""
    if address:
        raise UsageError("--address is that of a Ray cluster; name --engine ray with it")
    return Local(workers or os.cpu_count() or 1, limits)


class Local:
    """As `Engine` says."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self._hands = [Hands(limits) for _ in range(workers)]

    @property
    def workers(self) -> int:
        """One for each process."""
        return len(self._hands)

    def run(self, jobs: Iterable[Job], heard: Heard) -> Generator[Done | None, None, None]:
        """Each thread takes the next job when it has done one."""
        given: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        results: queue.SimpleQueue[Done | BaseException] = queue.SimpleQueue()
        waiting = iter(jobs)
        threads: list[threading.Thread] = []
        flying = 0
        try:
            while True:
                while flying < self.workers and (job := next(waiting, None)) is not None:
                    given.put(job)
                    flying += 1
                    if len(threads) < flying:
                        hands = self._hands[len(threads)]
                        threads.append(threading.Thread(target=_keep, args=(given, results, hands, heard), daemon=True))
                        threads[-1].start()
                if not flying:
                    return
                try:
                    result = results.get(timeout=_LOOK)
                except queue.Empty:
                    yield None
                    continue
                if isinstance(result, BaseException):
                    raise result
                flying -= 1
                yield result
        finally:
            if flying:
                self.close()
            for _ in threads:
                given.put(None)
            for thread in threads:
                thread.join()

    def close(self) -> None:
        """Ends all children at once."""
        for hands in self._hands:
            hands.close()
        for hands in self._hands:
            hands.rest()


def _keep(
    given: "queue.SimpleQueue[Job | None]",
    results: "queue.SimpleQueue[Done | BaseException]",
    hands: Hands,
    heard: Heard,
) -> None:
    while (job := given.get()) is not None:
        try:
            results.put(Done(job, do(job, hands, partial(heard, job.number))))
        except BaseException as problem:  # noqa: BLE001 - it is raised again where somebody hears it
            results.put(problem)
