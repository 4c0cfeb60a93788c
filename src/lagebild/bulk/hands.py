"""Hands: one child process that can be killed, kept warm from job to job, for whoever does jobs on a machine."""

import threading
from collections.abc import Iterator
from typing import Any

from lagebild import errors
from lagebild.errors import BulkError
from lagebild.intake.child import Child, Ended
from lagebild.intake.frames import Frame
from lagebild.intake.limits import Limits

_LOOK = 0.2
_START_TRIES = 3


class ClosedError(Exception):
    """The hands were closed while they were at work: the whole run ends."""


class Hands:
    """`do` units of work, one after the other; `close` may come from any thread and ends what is being done."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._child: Child | None = None
        self._closed = threading.Event()
        threading.Thread(target=self._look, daemon=True).start()

    def do(self, unit: str, seconds: float, asked: dict[str, Any]) -> Iterator[Frame | Ended]:
        """What the unit yields, and last how it ended: "done", or "stopped" or "crashed" where it cost the child.

        Raises ClosedError when `close` was called, what the unit raises on purpose, and BulkError where no child can be
        started. Take all of it.
        """
        ended: Ended | None = None
        for _ in range(_START_TRIES):
            child = self._ready()
            child.ask(Frame({**asked, "unit": unit, "seconds": seconds}))
            for frame in child.frames():
                if isinstance(frame, Ended):
                    ended = frame
                else:
                    yield frame
            assert ended is not None
            if self._closed.is_set():
                raise ClosedError
            if ended.why in ("stopped", "crashed", "unready"):
                self.rest()
            if ended.why == "usage":
                raise getattr(errors, ended.error, errors.UsageError)(ended.reason)
            if ended.why in ("fault", "input"):
                raise RuntimeError(f"{ended.reason}\n{ended.trace}".strip())
            if ended.why != "unready":
                yield ended
                return
        raise BulkError(ended.reason if ended else "a process that reads could not be started")

    def rest(self) -> None:
        """Lets the child go; the next unit has a new one."""
        child, self._child = self._child, None
        if child is not None:
            child.close()

    def close(self) -> None:
        """Ends all; what is being done ends with ClosedError."""
        self._closed.set()
        child = self._child
        if child is not None:
            child.stop("the run was ended")

    def _ready(self) -> Child:
        if self._closed.is_set():
            raise ClosedError
        if self._child is None or not self._child.alive:
            self.rest()
            try:
                self._child = Child(limits=self.limits)
            except OSError as problem:
                raise BulkError(
                    f"a process that reads could not be started: {problem.strerror or problem}"
                ) from problem
        return self._child

    def _look(self) -> None:
        while not self._closed.wait(_LOOK):
            child = self._child
            if child is not None and child.overdue():
                child.stop()
