"""Remembered: what costs much to work out, kept until the base changes; one works it out, others wait for it."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple

_KEPT = 200
State = tuple[int, ...]
_CHEAP = 0.01
"""Seconds. What takes no longer is worked out for every state of the base."""
_TIMES = 100
"""What takes longer may be so many times as old as it took: while reports come in one after the other it would be
worked out for each reader anew otherwise, and all of them would wait."""
_TIMES_BESIDE = 3
"""The same for what nobody waits for."""


class Answer(NamedTuple):
    """An answer with the state of the base for which it was worked out."""

    state: State
    value: Any
    took: float
    since: float


class Remembered:
    """Answers by name, each for one state of the base."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, Answer] = OrderedDict()
        self._busy: dict[Hashable, threading.Lock] = {}
        self._begun: set[Hashable] = set()
        self._failed: dict[Hashable, BaseException] = {}
        self._lock = threading.Lock()
        self._changed = 0.0

    def changed(self) -> None:
        """Somebody decided something here, and wants to see it: nothing from before is good enough any more."""
        self._changed = time.monotonic()

    def get(self, name: Hashable, state: State, make: Callable[[], Any]) -> Any:
        """The answer, made where it is not there or the base has changed since."""
        with self._lock:
            busy = self._busy.setdefault(name, threading.Lock())
        with busy:
            with self._lock:
                known = self._known.get(name)
            if known is not None and self._is_good(known, state, _TIMES):
                return known.value
            try:
                return self._made(name, state, make, time.thread_time).value
            except BaseException:
                with self._lock:
                    if name not in self._known:
                        self._busy.pop(name, None)
                raise

    def lately(self, name: Hashable, state: State, make: Callable[[], Any]) -> Answer | None:
        """The newest answer that there is, None where there is none yet; it is made anew beside where the base has
        changed. Nobody waits. Raises what making it raised the last time."""
        with self._lock:
            known = self._known.get(name)
            if failed := self._failed.pop(name, None):
                raise failed
            if known is not None:
                self._known.move_to_end(name)
            if (known is None or not self._is_good(known, state, _TIMES_BESIDE)) and name not in self._begun:
                self._begun.add(name)
                threading.Thread(target=self._beside, args=(name, state, make), daemon=True).start()
        return known

    def _beside(self, name: Hashable, state: State, make: Callable[[], Any]) -> None:
        try:
            self._made(name, state, make, time.monotonic)
        except Exception as problem:  # noqa: BLE001 - whoever asks next is told
            with self._lock:
                self._failed[name] = problem
        finally:
            with self._lock:
                self._begun.discard(name)

    def _made(self, name: Hashable, state: State, make: Callable[[], Any], clock: Callable[[], float]) -> Answer:
        begun = clock()
        value = make()
        answer = Answer(state, value, clock() - begun, time.monotonic())
        with self._lock:
            self._known[name] = answer
            self._known.move_to_end(name)
            while len(self._known) > _KEPT:
                gone, _ = self._known.popitem(last=False)
                self._busy.pop(gone, None)
        return answer

    def _is_good(self, known: Answer, state: State, times: int) -> bool:
        if known.state == state:
            return True
        if known.took < _CHEAP or known.since < self._changed:
            return False
        return time.monotonic() - known.since < times * known.took
