"""What a site's robots.txt allows, asked for once a run."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from lagebild.errors import InputError
from lagebild.reading.fetch.not_reached import NotReachedError

if TYPE_CHECKING:
    import httpx
    from protego import Protego

PROGRAM = "Lagebild"
"""The name under which a robots.txt can address us."""
_LONGEST = 512_000
"""RFC 9309 asks for 500 KiB at least; what is behind is not read."""


class Rules(NamedTuple):
    """The robots.txt of a site; `closed` says why nothing of it may be fetched for now."""

    parsed: "Protego | None" = None
    closed: str | None = None

    def allows(self, url: "httpx.URL") -> bool:
        """Whether programs may fetch the page."""
        return self.parsed is None or bool(self.parsed.can_fetch(str(url), PROGRAM))

    @property
    def delay(self) -> float:
        """The pause in seconds that the site asks for, 0 where it asks for none."""
        wished = self.parsed.crawl_delay(PROGRAM) if self.parsed else None
        return max(0.0, float(wished)) if wished else 0.0


class Robots:
    """The rules of every site of a run; `fetched` gives status and body of a robots.txt."""

    def __init__(self, fetched: Callable[["httpx.URL"], tuple[int, bytes]]) -> None:
        self._fetched = fetched
        self._known: dict[tuple[str, str, int | None], Rules] = {}
        self._lock = threading.Lock()

    def rules(self, url: "httpx.URL") -> Rules:
        """The rules for the site of the page. Raises InputError where the site cannot be reached."""
        site = (url.scheme, url.host, url.port)
        with self._lock:
            known = self._known.get(site)
        if known is None:
            known = self._read(url)
            with self._lock:
                self._known[site] = known
        return known

    def _read(self, url: "httpx.URL") -> Rules:
        try:
            status, body = self._fetched(url.copy_with(raw_path=b"/robots.txt", fragment=None))
        except NotReachedError:
            raise
        except InputError as problem:
            return Rules(closed=f"is not fetched: the robots.txt of {url.host} {problem}")
        if 200 <= status < 300:
            return Rules(parsed=_parsed(body[:_LONGEST]))
        if status >= 500 or status == 429:
            # RFC 9309: a site whose rules cannot be had is not to be fetched from.
            return Rules(
                closed=f"is not fetched: the robots.txt of {url.host} cannot be had ({status}); try again later"
            )
        return Rules()


def _parsed(body: bytes) -> "Protego | None":
    from protego import Protego

    try:
        return Protego.parse(body.decode("utf-8-sig", "replace"))
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError) as problem:
        raise InputError("is not fetched: the site's robots.txt cannot be understood") from problem
