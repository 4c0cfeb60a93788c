"""Comparing before an answer: what new reports tell is compared first, and that says how far it is."""

import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from lagebild.cli import console
from lagebild.cli.progress import duration
from lagebild.garbage import tables_spared

if TYPE_CHECKING:
    from lagebild.knowledge import KnowledgeBase
    from lagebild.knowledge.claims import Compared

_QUIET = 1.0
"""Seconds that pass before anything is said: most often there is little to do."""
_OFTEN, _CALM = 0.2, 30.0
"""Seconds between two looks of a line that replaces itself, and between two lines where each stays."""
_LATELY = 15.0
"""Seconds that the rate is taken from."""
_FIGURES = 50
"""So many documents must have been seen meanwhile: processes take a second or more to load their tables."""


def compare(opened: "KnowledgeBase", *, everything: bool = False, quiet: bool = False) -> int:
    """Compares what came in since the last time, or everything anew; returns how many documents that took. It says how
    far it is, unless `quiet`.

    Nothing where the base cannot be written: it is compared in memory when it is asked. Ctrl-C ends it, and what was
    done until then stays done.
    """
    if not opened.store.writable:
        return 0
    progress = Progress()
    try:
        with tables_spared() as loaded:
            loaded()  # what is there now; the collector took a quarter of the time of comparing
            return opened.compare_claims(everything=everything, watch=None if quiet else progress)
    except KeyboardInterrupt:
        if progress.told:
            console.say("what was compared until now is kept: the next command goes on from there")
        raise
    finally:
        console.clear_progress()


class Progress:
    """Hears how far it is and says so now and then."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._replaces = console.replaces_lines()
        self._next = clock() + (_QUIET if self._replaces else _CALM)
        self._lately: deque[tuple[float, int]] = deque([(clock(), 0)])
        self.told = False

    def __call__(self, compared: "Compared") -> None:
        """So far it is."""
        now = self._clock()
        if now < self._next:
            return
        self._next = now + (_OFTEN if self._replaces else _CALM)
        self.told = True
        (console.status if self._replaces else console.say)(self.line(compared, now))

    def line(self, compared: "Compared", now: float) -> str:
        """Documents done and to do, how many a second, and how long it will take."""
        done, of, left = compared
        if left:
            return f"{done:,} reports compared · {left:,} places still to be put together"
        self._lately.append((now, done))
        while self._lately[1][0] < now - _LATELY:
            self._lately.popleft()
        since, before = self._lately[0]
        told = [f"{done:,} of {of:,} reports compared"]
        if now > since and done - before >= _FIGURES:
            rate = (done - before) / (now - since)
            told.append(f"{rate:,.0f} a second" if rate >= 10 else f"{rate:,.1f} a second")
            told.append(f"about {duration((of - done) / rate)} left")
        return " · ".join(told)
