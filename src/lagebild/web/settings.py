"""Settings: what one server was told when it was started."""

from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""Names by which a browser on this machine reaches it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`hosts` are the names (without port) under which pages are given out; another name in a request is refused.

    With a `token` every visitor has to show it once. `author` is who decides where a visitor gives no name.
    With `offline` no address is fetched.
    """

    base: Path
    hosts: tuple[str, ...] = LOOPBACK
    token: str | None = None
    author: str | None = None
    offline: bool = False
    largest_upload: int = 64 * 1024**2
    """Bytes of one request."""
