"""Moments as the base writes them: UTC to the microsecond, in an order that sorting keeps."""

from datetime import UTC, datetime

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


def stamp(at: datetime) -> str:
    """A moment with its zone as text; raises ValueError for one without."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    return at.astimezone(UTC).strftime(_FORM)


def moment(stamped: str) -> datetime:
    """What `stamp` wrote."""
    return datetime.strptime(stamped, _FORM).replace(tzinfo=UTC)
