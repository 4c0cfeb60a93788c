"""Who came first among those that have one report."""

import datetime
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Release(NamedTuple):
    """When one document came out, and whether an agency itself brought it out."""

    key: str
    date: datetime.date | None
    by_agency: bool = False


class Because(StrEnum):
    """What makes a document the first."""

    DATE = "date"
    """It has the earliest day of publication."""
    AGENCY = "agency"
    """Of those of the earliest day (or without any) only it is the agency's own."""
    TIE = "tie"
    """Nothing tells which of several was first."""


class First(NamedTuple):
    """`keys` are those that may have been first, one unless it is a tie, sorted; `undated` counts the documents without
    a day, each of which may have been earlier still."""

    keys: tuple[str, ...]
    because: Because
    undated: int


def first_of(releases: Iterable[Release]) -> First:
    """The earliest day counts, then the agency; what that leaves equal stays a tie. At least one release is needed."""
    known = sorted(releases, key=lambda release: release.key)
    dated = [release for release in known if release.date is not None]
    earliest = min((release.date for release in dated if release.date), default=None)
    first = [release for release in dated if release.date == earliest] if dated else known
    because = Because.DATE
    if len(first) > 1:
        agencies = [release for release in first if release.by_agency]
        because = Because.AGENCY if len(agencies) == 1 else Because.TIE
        first = agencies or first
    undated = len(known) - len(dated)
    return First(tuple(release.key for release in first), because, undated if dated else 0)
