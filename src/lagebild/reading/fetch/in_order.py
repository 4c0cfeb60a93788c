"""Work done side by side and handed over in the order in which it was asked for."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
_AHEAD = 2
"""Results that may lie waiting, as a multiple of what runs at once: enough that one slow site does not stop the others,
few enough that memory stays small."""


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """One piece of work. Of those on one `lane` only one runs at a time; None runs where it is asked for."""

    lane: str | None
    work: Callable[[], T]


@dataclass(slots=True)
class _Slot(Generic[T]):
    task: Task[T]
    result: Future[T] | None = None


def in_order(tasks: Iterable[Task[T]], *, parallel: int) -> Iterator[T]:
    """The results of the tasks, first come first served; tasks are taken from the iterable only as room is made."""
    coming = iter(tasks)
    waiting: deque[_Slot[T]] = deque()
    with _Pool(parallel) as pool:
        while True:
            while len(waiting) < _AHEAD * parallel and (task := next(coming, None)) is not None:
                waiting.append(_Slot(task))
            if not waiting:
                return
            _start(waiting, pool, parallel)
            head = waiting[0]
            if head.task.lane is None:
                waiting.popleft()
                yield head.task.work()
            elif head.result is not None and head.result.done():
                waiting.popleft()
                yield head.result.result()
            else:
                wait([slot.result for slot in waiting if slot.result and not slot.result.done()], None, FIRST_COMPLETED)


class _Pool(ThreadPoolExecutor):
    """A pool that does not wait for work nobody wants any more."""

    def __exit__(self, *_: object) -> None:
        self.shutdown(wait=False, cancel_futures=True)


def _start(waiting: Iterable[_Slot[T]], pool: ThreadPoolExecutor, parallel: int) -> None:
    running = [slot for slot in waiting if slot.result and not slot.result.done()]
    busy = {slot.task.lane for slot in running}
    free = parallel - len(running)
    for slot in waiting:
        if free and slot.result is None and slot.task.lane is not None and slot.task.lane not in busy:
            slot.result = pool.submit(slot.task.work)
            busy.add(slot.task.lane)
            free -= 1
