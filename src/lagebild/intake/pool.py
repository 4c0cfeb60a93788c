"""Pool: several keepers that share one pile of tasks; the earliest in the input goes first."""

import heapq
import queue
import threading

from lagebild.intake.keeper import Keeper, Over, Part, Task
from lagebild.intake.limits import Limits


class Pool:
    """`give` tasks, hear of them in `events`, and tell the pool with `freed` of each that is over.

    A process is started only when all that run are at work, so that a run with little to do starts few.
    """

    def __init__(self, events: "queue.SimpleQueue[Part | Over]", *, workers: int, limits: Limits) -> None:
        self._idle = [Keeper(events, limits=limits) for _ in range(workers)]
        self._all = tuple(self._idle)
        self._pile: list[tuple[tuple[int, ...], int, Task]] = []
        self._given = 0

    def give(self, task: Task, *, place: tuple[int, ...]) -> None:
        """A task; `place` is where its input stands among all."""
        self._given += 1
        heapq.heappush(self._pile, (place, self._given, task))
        self._share_out()

    def freed(self, keeper: Keeper) -> None:
        """The keeper has ended its task."""
        if keeper in self._all:
            self._idle.append(keeper)
            self._share_out()

    def look(self) -> None:
        """Stops whatever overruns."""
        for keeper in self._all:
            keeper.look()

    def close(self) -> None:
        """Ends all processes at once."""
        closing = [threading.Thread(target=keeper.close) for keeper in self._all]
        for thread in closing:
            thread.start()
        for thread in closing:
            thread.join()

    def _share_out(self) -> None:
        while self._pile and self._idle:
            task = heapq.heappop(self._pile)[2]
            keeper = next((keeper for keeper in reversed(self._idle) if keeper.started), self._idle[-1])
            self._idle.remove(keeper)
            keeper.give(task)
