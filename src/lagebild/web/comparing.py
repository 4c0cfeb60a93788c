"""Comparing: claims are kept up to date with what comes in, beside the server where that takes long."""

import threading
import time
from pathlib import Path

from lagebild.errors import LagebildError
from lagebild.knowledge import KnowledgeBase
from lagebild.store.claims import stale
from lagebild.web.bases import Bases, as_it_is_now
from lagebild.web.beside.beside import Beside

FEW = 300
"""Reports of so small a base are compared while somebody waits, and a situation of them is told at once."""


_AFTER_FAILURE = 60.0
"""Seconds that it rests at most, and where it could not be done."""


class Comparing:
    """Compares once for everybody who asks, in a process of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._beside: Beside | None = None
        self._closed = self._again = False
        self._rests_until = 0.0
        self.rounds = 0
        """How often it was done: what is remembered of claims holds for one round."""
        self.problem: str | None = None
        """Why it could not be done the last time."""

    @property
    def running(self) -> bool:
        """Whether reports are being compared now."""
        return self._beside is not None

    def begin(self, *, soon: bool = True) -> None:
        """Has what is new compared; where that runs already, once more after it. With `soon=False` not before it has
        rested: while reports come in one after the other it would never end otherwise."""
        with self._lock:
            if self._closed or (not soon and time.monotonic() < self._rests_until):
                return
            if self._beside is not None:
                self._again = self._again or soon
                return
            self._beside = Beside(self._path)
            threading.Thread(target=self._run, args=(self._beside,), daemon=True).start()

    def wait(self, seconds: float) -> None:
        """Waits until it is done, or so long."""
        end = time.monotonic() + seconds
        while self.running and time.monotonic() < end:
            time.sleep(0.05)

    def close(self) -> None:
        """Stops; what was not compared is compared the next time."""
        with self._lock:
            self._closed = True
            beside = self._beside
        if beside is not None:
            beside.close()

    def _run(self, beside: Beside) -> None:
        while True:
            problem: str | None = None
            begun = time.monotonic()
            try:
                beside.ask("compare")
            except (LagebildError, RuntimeError) as told:
                problem = str(told)
            with self._lock:
                self.problem = problem
                self.rounds += 1
                if self._again and not self._closed and problem is None:
                    self._again = False
                    continue
                self._beside = None
                now = time.monotonic()
                self._rests_until = now + (_AFTER_FAILURE if problem else min(2 * (now - begun), _AFTER_FAILURE))
                break
        beside.close()


def are_compared(base: KnowledgeBase) -> bool:
    """Whether all reports have been compared."""
    return not stale.is_stale(base.store.connection)


def can_be_told(base: KnowledgeBase) -> bool:
    """Whether there are claims to tell; newer reports may be missing in them."""
    return stale.can_be_told(base.store.connection)


def brought_up_to_date(bases: Bases, comparing: Comparing, base: KnowledgeBase) -> None:
    """Has claims compared that are due: at once where they are few, beside the server where they are many."""
    if are_compared(base) or not bases.writable:
        return
    if base.store.count() > FEW:
        comparing.begin(soon=False)
        return
    with bases.comparing() as own:
        own.compare_claims()
    as_it_is_now(base)
