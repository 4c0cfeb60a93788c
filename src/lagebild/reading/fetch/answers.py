"""What a site's answer means: in words for people, and in seconds to wait."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

MOVED = frozenset((301, 302, 303, 307, 308))
BUSY = frozenset((429, 503))
GOOD = frozenset((200, 203))
IN_BROWSER = "save the page in your browser and add the file"
_REASONS = {
    401: f"wants a login (401); {IN_BROWSER}",
    402: f"wants to be paid (402); {IN_BROWSER}",
    403: f"is refused to programs (403); {IN_BROWSER}",
    404: "is not there (404); check the address",
    406: f"is refused to programs (406); {IN_BROWSER}",
    410: "is not there any more (410)",
    451: "is withheld for legal reasons (451)",
}


def refusal(status: int) -> str:
    """Why there is no page behind a status that is no success."""
    if status in _REASONS:
        return _REASONS[status]
    name = f"{status} {HTTPStatus(status).phrase}" if status in HTTPStatus._value2member_map_ else str(status)
    if status >= 500:
        return f"cannot be fetched: the site has a fault ({name}); try again later"
    return f"cannot be fetched: the site answers {name}"


def seconds_until(retry_after: str | None, *, now: datetime) -> float | None:
    """What a header Retry-After asks for, in seconds or as a point in time; None where it is missing or no sense."""
    value = (retry_after or "").strip()
    if value.isascii() and value.isdigit() and len(value) < 10:
        return float(value)
    try:
        then = parsedate_to_datetime(value)
        return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - now).total_seconds())
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def duration(seconds: float) -> str:
    """ "40 seconds", "15 minutes", "3 hours"."""
    for size, unit in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} seconds"
