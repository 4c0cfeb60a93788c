"""Addresses of pages: which may be fetched, and how one is written so that the same page has one."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lagebild.errors import InputError

if TYPE_CHECKING:
    import httpx

SCHEMES = ("http", "https")
_LONGEST = 8_000
"""Servers refuse longer ones; this is what RFC 9110 asks everybody to bear."""
_ANY_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|wt_z?mc|xtor|at_medium|at_campaign|igshid", re.IGNORECASE
)
"""Parameters that say how a reader came to a page; the page is the same without them."""
_NO_NAME = frozenset(("index", "default", "home", "artikel", "article", "news"))
_LONGEST_STEM = 80


def is_address(source: str) -> bool:
    """Whether what was named is meant as an address, fetchable or not; "C:\\reports" and "reports" are not."""
    return _ANY_SCHEME.match(source) is not None


def checked(address: str) -> "httpx.URL":
    """The address, ready to be fetched. Raises InputError for one that must not be or cannot be."""
    import httpx

    if len(address) > _LONGEST:
        raise InputError(f"is an address of {len(address)} characters; {_LONGEST} are the most")
    try:
        url = httpx.URL(address)
        host = url.raw_host
    except (httpx.InvalidURL, ValueError) as problem:
        raise InputError(f"is no address that can be fetched: {problem}") from problem
    if url.scheme not in SCHEMES:
        raise InputError("is not fetched: only addresses that begin with http:// or https:// are")
    if not host:
        raise InputError("is no address that can be fetched: it names no site")
    if url.port is not None and not 0 < url.port < 65_536:
        raise InputError(f"is no address that can be fetched: there is no port {url.port}")
    if url.userinfo:
        raise InputError("is not fetched: it carries a user name or password; leave out what stands before the @")
    return url


def site_of(address: str) -> str:
    """The name of the site, "" where an address has none; enough to tell which pages belong together."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def plain(address: str) -> str:
    """The address without its fragment and without parameters that only track readers."""
    address = address.partition("#")[0]
    path, mark, query = address.partition("?")
    if not mark:
        return address
    kept = [part for part in query.split("&") if part and _TRACKING.fullmatch(part.partition("=")[0]) is None]
    return f"{path}?{'&'.join(kept)}" if kept else path


def stem_of(address: str) -> str:
    """A short name for what stands at an address: the end of its path, or the site where that says nothing."""
    site, _, path = _ANY_SCHEME.sub("", plain(address)).partition("?")[0].partition("/")
    parts = [re.sub(r"\.[A-Za-z0-9]{1,5}$", "", part) for part in path.split("/") if part]
    while parts and (parts[-1].lower() in _NO_NAME or not re.search(r"\w", parts[-1])):
        parts.pop()
    name = parts[-1] if parts else site
    if name.isdigit() and len(parts) > 1:
        name = f"{parts[-2]}-{name}"
    return re.sub(r"[^\w.-]+", "-", name).strip("-.")[:_LONGEST_STEM] or "page"
