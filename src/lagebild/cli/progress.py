"""Progress: how far a long run is, in one line that stays calm."""

import time
from collections import deque
from collections.abc import Callable

from lagebild.cli import console
from lagebild.intake.tally import Happened, Outcome, Tally

_OFTEN = 0.2
"""Seconds between two looks of a line that replaces itself."""
_CALM = 30.0
"""Seconds between two lines where each stays, as in a log."""
_LATELY = 15.0
"""Seconds that the rate is taken from: the first document loads the tables, and what is known goes by in no time."""
_FIGURES = 5
"""So many inputs must have been seen before the remaining time is told."""


class Progress:
    """Hears of what happened and says now and then how far things are."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._replaces = console.replaces_lines()
        self._next = self._began + (_OFTEN if self._replaces else _CALM)
        self._lately: deque[tuple[float, int]] = deque([(self._began, 0)])

    def __call__(self, happened: Happened, tally: Tally) -> None:
        """Something happened."""
        now = self._clock()
        if now < self._next:
            return
        self._next = now + (_OFTEN if self._replaces else _CALM)
        if self._replaces:
            console.status(self.line(tally, now))
        else:
            console.say(self.line(tally, now))

    def line(self, tally: Tally, now: float) -> str:
        """Done, known and failed, how many a second, and how long it will take where the number of inputs is known."""
        told = [f"{tally.added:,} added"]
        known = tally.counts[Outcome.THERE] + tally.counts[Outcome.CHANGED]
        told += [f"{known:,} already there"] if known else []
        told += [f"{tally.failed:,} failed"] if tally.failed else []
        done = tally.documents + tally.failed
        self._lately.append((now, done))
        while self._lately[1][0] < now - _LATELY:
            self._lately.popleft()
        since, before = self._lately[0]
        if now > since:
            rate = (done - before) / (now - since)
            told.append(f"{rate:,.0f} a second" if rate >= 10 else f"{rate:,.1f} a second")
        if tally.total and tally.total > 1:
            told.append(f"{tally.sources:,} of {tally.total:,} inputs")
            if tally.sources >= _FIGURES:
                left = (now - self._began) / tally.sources * (tally.total - tally.sources)
                told.append(f"about {duration(left)} left")
        return " · ".join(told)


def duration(seconds: float) -> str:
    """A time as a person says it."""
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
