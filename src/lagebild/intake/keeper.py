"""Keeper: a thread that keeps one child process at work, and replaces it when a unit of work has cost it."""

import queue
import threading
from contextlib import suppress
from typing import NamedTuple

from lagebild.intake.child import Child, Ended
from lagebild.intake.frames import Frame
from lagebild.intake.limits import Limits
from lagebild.intake.room import Room

_LOOK = 0.2
"""Seconds between two looks whether a child that was ended has ended."""


class Task(NamedTuple):
    """A unit of work and what it is for. `alone`: it reads our standard input, so it has a child of its own."""

    of: object
    unit: Frame
    alone: bool = False


class Part(NamedTuple):
    """One item that a task yielded."""

    task: Task
    frame: Frame


class Over(NamedTuple):
    """A task is over, and the keeper that had it free for another."""

    task: Task
    ended: Ended
    keeper: "Keeper"


class Keeper:
    """Does the tasks that it is given, one after the other; parts and ends go to `events`.

    With `room`, every part takes place there before it goes out; whoever is done with a part gives it back.
    While there is none the child is not listened to, so that its pipe fills and it waits.
    """

    def __init__(self, events: "queue.SimpleQueue[Part | Over]", *, limits: Limits, room: Room | None = None) -> None:
        self._events, self._limits, self._room = events, limits, room
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._child: Child | None = None
        self._closing = False
        self._thread = threading.Thread(target=self._keep, daemon=True)
        self._thread.start()

    @property
    def started(self) -> bool:
        """Whether there is a process already, which a task would not have to wait for."""
        return self._child is not None

    def give(self, task: Task) -> None:
        """Another task, behind those that it has."""
        self._tasks.put(task)

    def look(self) -> None:
        """Stops the child if it overruns."""
        child = self._child
        if child is not None and child.overdue():
            child.stop()

    def close(self) -> None:
        """Ends the child and the thread; what was still to be done is dropped."""
        self._closing = True
        self._tasks.put(None)
        while self._thread.is_alive():
            child = self._child
            if child is not None:
                child.stop()
            self._thread.join(_LOOK)

    def _keep(self) -> None:
        while (task := self._tasks.get()) is not None and not self._closing:
            try:
                ended = self._done(task)
            except OSError as problem:
                ended = Ended("unready", f"a process that reads could not be started: {problem.strerror or problem}")
            if ended.why in ("stopped", "crashed", "unready") or task.alone:
                self._drop()
            self._events.put(Over(task, ended, self))
        self._drop()

    def _done(self, task: Task) -> Ended:
        """Does the task."""
        if task.alone:
            self._drop()
            self._child = Child(limits=self._limits, alone=task.unit)
        else:
            if self._child is None or not self._child.alive:
                self._drop()
                self._child = Child(limits=self._limits)
            self._child.ask(task.unit)
        for frame in self._child.frames():
            if isinstance(frame, Ended):
                return frame
            if self._room is not None:
                self._room.take(frame.size, over=lambda: self._closing)
            self._events.put(Part(task, frame))
        raise AssertionError("a child's frames end with how it ended")

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            with suppress(OSError):
                child.close()
