"""Units of work that children do ahead of whoever wants them; the answers come in the order asked."""

import queue
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

from lagebild.intake.child import Ended
from lagebild.intake.frames import Frame
from lagebild.intake.keeper import Keeper, Over, Part, Task
from lagebild.intake.limits import Limits

_LOOK = 0.2
Name = TypeVar("Name")


class Answer(NamedTuple, Generic[Name]):
    """What came of a unit that was asked for under that name: the last frame that it sent, None where it sent none, and
    how it ended."""

    name: Name
    frame: Frame | None
    ended: Ended


@dataclass(slots=True)
class _Work:
    """A unit on its way."""

    name: object
    frame: Frame | None = None
    ended: Ended | None = None


def answers(
    asked: Iterable[tuple[Name, Frame]], *, workers: int, ahead: int, limits: Limits | None = None
) -> Generator[Answer[Name], None, None]:
    """The answers to all that is asked, in order, with so many units on their way at once: children work on while
    nobody asks for the next answer. Closing the iterator ends them."""
    events: queue.SimpleQueue[Part | Over] = queue.SimpleQueue()
    keepers = [Keeper(events, limits=limits or Limits()) for _ in range(workers)]
    waiting = iter(asked)
    line: deque[_Work] = deque()
    given = 0
    try:
        while True:
            for name, unit in islice(waiting, max(0, ahead - len(line))):
                work = _Work(name)
                line.append(work)
                keepers[given % workers].give(Task(work, unit))
                given += 1
            if not line:
                return
            while line[0].ended is None:
                _see_to(events, keepers)
            first = line.popleft()
            assert first.ended is not None
            yield Answer(first.name, first.frame, first.ended)  # type: ignore[arg-type]
    finally:
        for keeper in keepers:
            keeper.close()


class Crew:
    """Children that stand ready to answer; `close` ends them. They are started when first asked."""

    def __init__(self, *, workers: int, limits: Limits | None = None) -> None:
        self._events: queue.SimpleQueue[Part | Over] = queue.SimpleQueue()
        self._workers, self._limits = workers, limits or Limits()
        self._keepers: list[Keeper] = []

    def answers(self, asked: Sequence[tuple[Name, Frame]]) -> list[Answer[Name]]:
        """The answers to all that is asked, in order."""
        if not self._keepers:
            self._keepers = [Keeper(self._events, limits=self._limits) for _ in range(self._workers)]
        works = [_Work(name) for name, _ in asked]
        for number, (work, (_, unit)) in enumerate(zip(works, asked, strict=True)):
            self._keepers[number % len(self._keepers)].give(Task(work, unit))
        found: list[Answer[Name]] = []
        for work, (name, _) in zip(works, asked, strict=True):
            while work.ended is None:
                _see_to(self._events, self._keepers)
            found.append(Answer(name, work.frame, work.ended))
        return found

    def payloads(self, units: Iterable[Frame]) -> list[bytes | None]:
        """What the last frame of each unit carries; nothing for one whose child came to grief."""
        return [
            frame.payload if frame is not None and ended.why == "done" else None
            for _, frame, ended in self.answers(list(enumerate(units)))
        ]

    def close(self) -> None:
        """Ends the children."""
        for keeper in self._keepers:
            keeper.close()


def _see_to(events: "queue.SimpleQueue[Part | Over]", keepers: Iterable[Keeper]) -> None:
    """Waits a little for something to happen, and sees to it."""
    try:
        event = events.get(timeout=_LOOK)
    except queue.Empty:
        for keeper in keepers:
            keeper.look()
        return
    work = event.task.of
    assert isinstance(work, _Work)
    if isinstance(event, Part):
        work.frame = event.frame
    else:
        work.ended = event.ended
