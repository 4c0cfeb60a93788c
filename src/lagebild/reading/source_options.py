"""SourceOptions: how sources are opened, above all how far the network may be used."""

from dataclasses import dataclass, field
from typing import Literal

from lagebild.reading.fetch.validators import Remembered, Validators

FeedContent = Literal["entry", "page", "auto"]
"""What of a feed's entry is read: its own text, the page that it links to, or the page where its text is a teaser."""


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """The defaults suit one person who reads the public web; sizes are bytes, times are seconds."""

    offline: bool = False
    """Refuse every source that needs the network."""
    fetch_inside: bool = False
    """Fetch what feeds and lists link to that were only found in a folder."""
    allow_private: bool = False
    """Fetch from this machine and from private networks too; pages and redirects may then lead there as well."""
    feed_content: FeedContent = "auto"
    robots: bool = True
    """Keep to what a site's robots.txt asks of programs."""
    contact: str | None = None
    """A mail address or page by which a site can reach whoever fetches; sent with every request."""
    size_limit: int = 16 * 1024 * 1024
    """The most that one page, feed or archived record may have, after decompression."""
    pipe_limit: int = 256 * 1024 * 1024
    """The most that is taken from standard input; files have no limit, for they are not loaded here."""
    connect_limit: float = 10.0
    time_limit: float = 30.0
    """The longest that a site may take for one page with its redirects, waiting for our turn not counted."""
    redirects: int = 5
    delay: float = 1.0
    """The pause between two requests to one site."""
    patience: float = 60.0
    """The longest pause that a site may ask for (Retry-After, Crawl-delay) and still be waited for."""
    tries: int = 3
    """How often a page is asked for while the site says that it is busy (429, 503)."""
    parallel: int = 4
    """Sites that are asked at the same time; one site never is asked twice at a time."""
    validators: Validators = field(default_factory=Remembered)
    """What earlier visits left, so that an unchanged page is not sent again."""
