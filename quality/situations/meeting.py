"""Which tellings of the program are which of the key: by shared letters of the same report."""

from collections.abc import Iterable

from lagebild.model.span import Span
from quality.situations.found import FoundClaim, FoundTelling
from quality.situations.key import KeyTelling, Place, letters, of_report

SHARED = 0.5
"""So much of the letters of the shorter of two tellings must be the other's as well."""

Meeting = dict[str, tuple[KeyTelling, ...]]
"""The key's tellings, all of one claim, for the ref of the program's."""


def met(tellings: Iterable[KeyTelling], claims: Iterable[FoundClaim]) -> Meeting:
    """For each telling of the program the one of the key that it shares most with, where it shares enough, and any
    others of the same claim that it covers as well.

    Several of the program may be one of the key; one of the program is never of two claims.
    """
    by_report = of_report(tellings)
    meeting: Meeting = {}
    for claim in claims:
        for telling in claim.tellings:
            same = _same(telling, by_report.get(telling.report, ()))
            if same:
                meeting[telling.ref] = same
    return meeting


def claims_of(meeting: Meeting, claims: Iterable[FoundClaim]) -> dict[KeyTelling, set[str]]:
    """For each telling of the key that the program has, the program's claims in which it stands."""
    found: dict[KeyTelling, set[str]] = {}
    for claim in claims:
        for telling in claim.tellings:
            for wanted in meeting.get(telling.ref, ()):
                found.setdefault(wanted, set()).add(claim.key)
    return found


def shared(spans: Iterable[Span], place: Place) -> int:
    """How many characters of the place lie in the spans."""
    return sum(max(0, min(span.end, place.end) - max(span.start, place.start)) for span in spans)


def _same(telling: FoundTelling, wanted: Iterable[KeyTelling]) -> tuple[KeyTelling, ...]:
    length = sum(span.end - span.start for span in telling.spans)
    likeness = {
        one: 2 * shared(telling.spans, one.place) / (length + letters(one.place))
        for one in wanted
        if shared(telling.spans, one.place) >= SHARED * min(length, letters(one.place))
    }
    ordered = sorted(likeness, key=lambda one: (-likeness[one], one.place.start))
    return tuple(one for one in ordered if one.claim == ordered[0].claim)
