"""Fetcher: addresses to pages, politely and safely; nothing is raised for what the network does."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from lagebild.errors import InputError
from lagebild.reading.failure import Failure
from lagebild.reading.fetch.addresses import checked, plain
from lagebild.reading.fetch.answers import BUSY, GOOD, IN_BROWSER, MOVED, duration, refusal, seconds_until
from lagebild.reading.fetch.decompress import ENCODINGS
from lagebild.reading.fetch.fetched import Fetched
from lagebild.reading.fetch.manners import Clock, Manners
from lagebild.reading.fetch.media import bare, suffix_for
from lagebild.reading.fetch.not_reached import NotReachedError
from lagebild.reading.fetch.robots import PROGRAM, Robots
from lagebild.reading.fetch.validators import Validator
from lagebild.reading.passed import Passed
from lagebild.reading.source_options import SourceOptions
from lagebild.version import VERSION

if TYPE_CHECKING:
    import httpx

    from lagebild.reading.fetch.exchange import Answer, Sender
    from lagebild.reading.fetch.network import Network

OFFLINE = "needs the network, which this run refuses (--offline); name a saved file instead"
_PROJECT = "reads news reports for one person; open source"
"""What sites are told of us where the user gives no contact; the project's address belongs here once it has one."""
_AGAIN = "page that this run has read already"
_NO_REPORT = "recordings, pictures and other things that hold no report"
_FIRST_PAUSE = 5.0
"""Seconds to wait for a busy site that does not say how long; doubled with each try."""
_ACCEPT = (
    "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,text/plain,*/*;q=0.5"
)


class Fetcher:
    """Fetches for one run: remembers each site's pause, its robots.txt and whether it answers. Threads may share it."""

    def __init__(self, options: SourceOptions, *, network: "Network | None" = None, clock: Clock | None = None) -> None:
        self.options = options
        self._network = network
        self._clock = clock or Clock()
        self._manners = Manners(delay=options.delay, clock=self._clock)
        self._robots = Robots(self._robots_of)
        self._lock = threading.Lock()
        self._done: set[str] = set()
        self._sender: Sender | None = None

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends what is still under way in other threads; nothing can be fetched any more."""
        self._clock.stop.set()
        with self._lock:
            if self._sender is not None:
                self._sender.transport.close()

    def fetch(self, address: str, *, linked: bool = False) -> Fetched | Passed | Failure:
        """The page at the address. Passed where it has not changed since the visit that the options know of, and where
        this run has it already: feeds and lists often name the same pages. With `linked`, nobody named the address, a
        feed links there: what can hold no report, such as a recording, is passed over too."""
        if self.options.offline:
            return Failure(address, OFFLINE)
        if plain(address) in self._done:
            return Passed(address, _AGAIN)
        try:
            found = self._found(address)
        except _NoReportError as problem:
            return Passed(address, _NO_REPORT) if linked else Failure(address, str(problem))
        except InputError as problem:
            return Failure(address, str(problem))
        if isinstance(found, Fetched):
            if found.url in self._done:
                found = Passed(address, _AGAIN)
            else:
                self._done |= {found.url, plain(address)}
        return found

    def _found(self, address: str) -> Fetched | Passed:
        url, seen = checked(address), set[str]()
        time_left = _TimeLeft(self.options.time_limit)
        for _ in range(self.options.redirects + 1):
            if str(url) in seen:
                raise InputError(f"is not fetched: its redirects lead in a circle, back to {url}")
            seen.add(str(url))
            answer = self._patient(url, time_left)
            if answer.status in MOVED and "location" in answer.headers:
                url = _target(url, answer.headers["location"])
            elif answer.status == HTTPStatus.NOT_MODIFIED and self.options.validators.of(str(url)):
                return Passed(address, "has not changed since the last visit")
            elif answer.status in GOOD:
                return _page(address, answer)
            else:
                raise InputError(refusal(answer.status))
        raise InputError(f"is not fetched: it redirects more than {self.options.redirects} times")

    def _patient(self, url: "httpx.URL", time_left: "_TimeLeft") -> "Answer":
        """The answer of a site, which is asked again while it says that it is busy."""
        if self.options.robots:
            self._keep_to_robots(url)
        conditions = _conditions(self.options.validators.of(str(url)))
        pause = _FIRST_PAUSE
        for attempt in range(1, self.options.tries + 1):
            answer = self._exchanged(url, time_left, headers=conditions, accept=_refuse_other_media)
            if answer.status not in BUSY:
                return answer
            asked = seconds_until(answer.headers.get("retry-after"), now=datetime.now(UTC))
            wait, pause = (pause, pause * 2) if asked is None else (asked, pause)
            if wait > self.options.patience or attempt == self.options.tries:
                raise InputError(self._left_alone(url, answer.status, wait))
            self._manners.rest(url.host, seconds=wait)
        raise AssertionError("the last try returns or raises")

    def _left_alone(self, url: "httpx.URL", status: int, seconds: float) -> str:
        reason = f"is not fetched: {url.host} is busy ({status}); run again in {duration(max(seconds, 1.0))}"
        self._manners.close(url.host, seconds=seconds, reason=reason)
        return reason

    def _keep_to_robots(self, url: "httpx.URL") -> None:
        rules = self._robots.rules(url)
        if rules.closed:
            raise InputError(rules.closed)
        if not rules.allows(url):
            raise InputError(f"is not fetched: {url.host} asks programs not to (robots.txt); {IN_BROWSER}")
        self._manners.slow_down(url.host, delay=min(rules.delay, self.options.patience))

    def _robots_of(self, url: "httpx.URL") -> tuple[int, bytes]:
        time_left = _TimeLeft(self.options.time_limit)
        for _ in range(self.options.redirects + 1):
            answer = self._exchanged(url, time_left, headers={}, accept=lambda _: None)
            if answer.status not in MOVED or "location" not in answer.headers:
                return answer.status, answer.body
            url = _target(url, answer.headers["location"])
        return HTTPStatus.NOT_FOUND, b""

    def _exchanged(
        self,
        url: "httpx.URL",
        time_left: "_TimeLeft",
        *,
        headers: Mapping[str, str],
        accept: "Callable[[httpx.Response], None]",
    ) -> "Answer":
        # httpx takes a fifth of a second to import, and most runs fetch nothing.
        from lagebild.reading.fetch.exchange import exchange

        options = self.options
        with self._manners.turn(url.host), time_left.running():
            try:
                answer = exchange(
                    self._opened(),
                    url,
                    headers=headers,
                    accept=accept,
                    size_limit=options.size_limit,
                    connect_limit=options.connect_limit,
                    time_limit=options.time_limit,
                    time_left=time_left.seconds,
                )
            except NotReachedError:
                self._manners.answered(url.host, did=False)
                raise
            self._manners.answered(url.host, did=True)
            return answer

    def _opened(self) -> "Sender":
        import httpx

        from lagebild.reading.fetch.exchange import Sender
        from lagebild.reading.fetch.network import Network, Transport

        with self._lock:
            if self._sender is None:
                headers = {
                    "User-Agent": user_agent(self.options.contact),
                    "Accept": _ACCEPT,
                    "Accept-Language": "de,en;q=0.5",
                    "Accept-Encoding": ENCODINGS,
                }
                transport = Transport(self._network or Network(), allow_private=self.options.allow_private)
                self._sender = Sender(transport, headers, httpx.Cookies())
            return self._sender


def user_agent(contact: str | None) -> str:
    """Who asks, as sites see it: "Lagebild/0.1.0 (+redaktion@example.org)"."""
    told = "".join(character for character in contact or "" if character.isascii() and character.isprintable())
    return f"{PROGRAM}/{VERSION} (+{told})" if told else f"{PROGRAM}/{VERSION} ({_PROJECT})"


class _NoReportError(InputError):
    """What is at the address is of a kind that can hold no report."""


@dataclass(slots=True)
class _TimeLeft:
    """What is left of the time that a page may take, redirects included; waiting for our turn costs nothing."""

    seconds: float

    @contextmanager
    def running(self) -> Iterator[None]:
        began = time.monotonic()
        try:
            yield
        finally:
            self.seconds = max(0.001, self.seconds - (time.monotonic() - began))


def _conditions(known: Validator | None) -> dict[str, str]:
    if known is None:
        return {}
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in told.items() if value}


def _target(url: "httpx.URL", location: str) -> "httpx.URL":
    import httpx

    try:
        return checked(str(url.join(location)))
    except (InputError, httpx.InvalidURL, ValueError) as problem:
        raise InputError(f"is not fetched: it redirects to {location[:200]!r}, which {problem}") from problem


def _refuse_other_media(response: "httpx.Response") -> None:
    media = response.headers.get("content-type")
    if suffix_for(media, path=response.url.path) is None:
        raise _NoReportError(f"is not fetched: its content type is {bare(media)}, which holds no report")


def _page(address: str, answer: "Answer") -> Fetched:
    media = answer.headers.get("content-type")
    validator = Validator(str(answer.url), answer.headers.get("etag"), answer.headers.get("last-modified"))
    return Fetched(
        address=address,
        url=plain(str(answer.url)),
        data=answer.body,
        suffix=suffix_for(media, path=answer.url.path) or "",
        media=media,
        at=datetime.now(UTC),
        validator=validator if validator.etag or validator.modified else None,
    )
