"""Remembered: what costs much to work out, kept until the base changes; one works it out, others wait for it."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

_KEPT = 24


class Remembered:
    """Answers by name, each for one state of the base."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, tuple[tuple[int, ...], Any]] = OrderedDict()
        self._busy: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def has(self, name: Hashable, state: tuple[int, ...]) -> bool:
        """Whether the answer is there already."""
        with self._lock:
            return name in self._known and self._known[name][0] == state

    def get(self, name: Hashable, state: tuple[int, ...], make: Callable[[], Any]) -> Any:
        """The answer, made where it is not there or the base has changed since."""
        with self._lock:
            busy = self._busy.setdefault(name, threading.Lock())
        with busy:
            with self._lock:
                known = self._known.get(name)
            if known is not None and known[0] == state:
                return known[1]
            try:
                made = make()
            except BaseException:
                with self._lock:
                    if name not in self._known:
                        self._busy.pop(name, None)
                raise
            with self._lock:
                self._known[name] = (state, made)
                self._known.move_to_end(name)
                while len(self._known) > _KEPT:
                    gone, _ = self._known.popitem(last=False)
                    self._busy.pop(gone, None)
            return made
