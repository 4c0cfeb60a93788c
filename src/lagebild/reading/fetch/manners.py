"""Manners: one request at a time to a site, with a pause between, and none while it asks to be left alone."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lagebild.errors import InputError

_GIVEN_UP = 4
"""Times in a row that a site may fail to answer before the rest of its pages are not asked for any more."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, and how to let it pass; waiting ends early when the run does."""

    stop: threading.Event = field(default_factory=threading.Event)
    now: Callable[[], float] = time.monotonic

    def wait(self, seconds: float) -> None:
        """Lets the seconds pass. Raises InputError when the run ends before."""
        if seconds > 0 and self.stop.wait(seconds):
            raise InputError("was not fetched: the run was ended before")


@dataclass(slots=True)
class _Site:
    lock: threading.Lock = field(default_factory=threading.Lock)
    next: float = 0.0
    delay: float = 0.0
    silent: int = 0
    closed: tuple[float, str] | None = None


class Manners:
    """What is owed to every site of a run; for all threads."""

    def __init__(self, *, delay: float, clock: Clock) -> None:
        self._delay = delay
        self._clock = clock
        self._sites: dict[str, _Site] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, site: str) -> Iterator[None]:
        """The time in which one request may be made to the site. Raises InputError where none may be made now."""
        state = self._site(site)
        with state.lock:
            if state.closed and self._clock.now() < state.closed[0]:
                raise InputError(state.closed[1])
            if state.silent >= _GIVEN_UP:
                raise InputError(f"was not fetched: {site} did not answer {_GIVEN_UP} times in a row; try again later")
            self._clock.wait(state.next - self._clock.now())
            try:
                yield
            finally:
                state.next = max(state.next, self._clock.now() + max(self._delay, state.delay))

    def slow_down(self, site: str, *, delay: float) -> None:
        """From now on at least so many seconds between two requests to the site."""
        self._site(site).delay = delay

    def rest(self, site: str, *, seconds: float) -> None:
        """The next request to the site has to wait so long."""
        state = self._site(site)
        state.next = max(state.next, self._clock.now() + seconds)

    def close(self, site: str, *, seconds: float, reason: str) -> None:
        """No request to the site for so long; who wants one gets the reason."""
        self._site(site).closed = (self._clock.now() + seconds, reason)

    def answered(self, site: str, *, did: bool) -> None:
        """Whether the site answered at all, whatever it said."""
        state = self._site(site)
        state.silent = 0 if did else state.silent + 1

    def _site(self, site: str) -> _Site:
        with self._lock:
            return self._sites.setdefault(site, _Site())
