"""Room: how much may be on its way at a time, so that memory stays bounded however large the input."""

import threading
from collections.abc import Callable

PLACES = 256
"""Inputs that may be on their way; one that takes long holds up the delivery of so many behind it, no more."""
BYTES = 64 * 1024 * 1024
_LOOK = 0.2
"""Seconds after which whoever waits looks whether all is over."""


class Room:
    """`take` a place before an input goes on its way, `give` it back when its results are delivered. For any thread."""

    def __init__(self, *, places: int = PLACES, size: int = BYTES) -> None:
        self._places, self._size = places, size
        self._taken, self._held = 0, 0
        self._changed = threading.Condition()

    def take(self, size: int, *, over: Callable[[], bool]) -> None:
        """Waits until there is room, or all is `over`. A single input has room, however large it is."""
        with self._changed:
            while self._taken and (self._taken >= self._places or self._held + size > self._size) and not over():
                self._changed.wait(_LOOK)
            self._taken += 1
            self._held += size

    def give(self, size: int) -> None:
        """Gives back what was taken."""
        with self._changed:
            self._taken -= 1
            self._held -= size
            self._changed.notify_all()
