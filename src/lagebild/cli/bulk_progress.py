"""How far a bulk run is: one line that stays calm."""

import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from lagebild.cli import console
from lagebild.cli.progress import duration

if TYPE_CHECKING:
    from lagebild.bulk.run import Sums

_OFTEN, _CALM = 0.5, 60.0
"""Seconds between two lines: of one that replaces itself, and of those that stay, as in a log."""
_LATELY = 60.0
"""Seconds that the rate is taken from."""


class BulkProgress:
    """Hears of the sums and says now and then how far things are."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._replaces = console.replaces_lines()
        self._pause = _OFTEN if self._replaces else _CALM
        self._began = clock()
        self._next = self._began + self._pause
        self._first: float | None = None
        self._lately: deque[tuple[float, int]] = deque()

    def __call__(self, sums: "Sums") -> None:
        """Something happened, or nothing for a moment."""
        now = self._clock()
        if now < self._next:
            return
        self._next = now + self._pause
        (console.status if self._replaces else console.say)(self.line(sums, now))

    def line(self, sums: "Sums", now: float) -> str:
        """Documents, shards and failures, how many documents a second, and how long it will take."""
        documents = sums.counts["documents"] + sum(sums.under_way.values())
        done = sums.bytes / sums.all_bytes if sums.all_bytes else 1.0
        self._lately.append((now, documents))
        while len(self._lately) > 2 and self._lately[1][0] < now - _LATELY:
            self._lately.popleft()
        told = [f"{documents:,} documents", f"{sums.shards:,} of {sums.all_shards:,} shards ({done:.0%})"]
        told += [f"{sums.failed:,} failed"] if sums.failed else []
        (since, before), passed = self._lately[0], now - self._lately[0][0]
        if passed > 0 and documents > before:
            rate = (documents - before) / (now - since)
            told.append(f"{rate:,.0f} a second" if rate >= 10 else f"{rate:,.1f} a second")
        first = self._first = done if self._first is None else self._first
        if done > first and sums.shards < sums.all_shards:
            left = (now - self._began) * (1 - done) / (done - first)
            told.append(f"about {duration(left)} left")
        return " · ".join(told)
