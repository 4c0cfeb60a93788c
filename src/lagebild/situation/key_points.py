"""Key points: the few things to know first."""

from collections.abc import Iterator, Sequence
from datetime import date

from lagebild.model.situation import (
    Balance,
    Certainty,
    Contradiction,
    Happening,
    KeyPoint,
    Menace,
    Presence,
    Support,
    Violation,
)
from lagebild.situation.context import Context, rank

MOST = 8
"""So many points at most; more are no summary."""
EACH = 2
"""So many of one kind."""
_LATE, _LATE_SHARE = 10, 0.1
"""Of what was first told in the last days (so many, and such a part of the whole time at most) the closest to the
question is the latest."""
_CLOSE = 0.5
"""Less close to the question than that is no key point."""


def key_points(
    context: Context,
    *,
    exchanges: Sequence[Balance],
    deployments: Sequence[Presence],
    threats: Sequence[Menace],
    breaches: Sequence[Violation],
    events: Sequence[Happening],
    contradictions: Sequence[Contradiction],
) -> tuple[KeyPoint, ...]:
    """At most eight, two of a kind: the closest to the question with most origins first, the latest event last."""
    found = [
        *_first(_deals(exchanges)),
        *_first(_presences(deployments)),
        *_first(KeyPoint("dispute", item.key, item.words, item.support) for item in contradictions if not item.about),
        *_first(KeyPoint("threat", item.key, item.words, item.support) for item in threats if item.source),
        *_first(KeyPoint("breach", item.key, item.words, item.support) for item in breaches),
    ]
    disputed = {telling.ref for point in found if point.kind == "dispute" for telling in point.support.tellings}
    found = [point for point in found if point.kind == "dispute" or not _mostly(_refs(point), disputed)]
    covered = {claim for point in found for claim in point.support.claims}
    found += _first(point for point in _claims(context) if covered.isdisjoint(point.support.claims))
    ranked = sorted(found, key=lambda point: (*rank(point.support)[:3], point.kind, point.item))
    latest = _latest(context, events, ranked)
    return (*ranked[: MOST - len(latest)], *latest)


def _refs(point: KeyPoint) -> set[str]:
    return {telling.ref for telling in point.support.tellings}


def _mostly(refs: set[str], others: set[str]) -> bool:
    """Whether at least half of the first are among the others."""
    return 2 * len(refs & others) >= len(refs)


def _first(points: Iterator[KeyPoint] | Sequence[KeyPoint]) -> list[KeyPoint]:
    every = list(points)
    close = [point for point in every if point.support.closeness >= _CLOSE]
    return sorted(close or every, key=lambda point: (*rank(point.support)[:3], point.item))[:EACH]


def _deals(exchanges: Sequence[Balance]) -> Iterator[KeyPoint]:
    for item in exchanges:
        if item.support is not None and None not in item.sides:
            yield KeyPoint("deal", item.key, item.support.tellings[0].words, item.support)


def _presences(deployments: Sequence[Presence]) -> Iterator[KeyPoint]:
    for item in deployments:
        if item.whose is not None and (item.place or item.values):
            yield KeyPoint("deployment", item.key, item.forces, item.support)


def _claims(context: Context) -> Iterator[KeyPoint]:
    """What at least two origins tell, or two documents."""
    for claim, support in context.claims:
        if len(support.origins) > 1 and len({telling.document for telling in support.tellings}) > 1:
            yield KeyPoint("claim", claim.key, claim.gloss, support)


def _latest(context: Context, events: Sequence[Happening], points: Sequence[KeyPoint]) -> list[KeyPoint]:
    """The newest claim that is close to the question and no point already; without claims the newest event."""
    covered = {claim for point in points[: MOST - 1] for claim in point.support.claims}
    told = {telling.ref for point in points[: MOST - 1] for telling in point.support.tellings}
    new = [KeyPoint("latest", claim.key, claim.gloss, support) for claim, support in context.claims]
    new = [point for point in new if covered.isdisjoint(point.support.claims)]
    if not context.claims:
        happened = [KeyPoint("event", item.key, item.words, item.support) for item in events]
        new = [point for point in happened if told.isdisjoint(item.ref for item in point.support.tellings)]
    dated = [(day, point) for point in new if _worth_telling(point.support) and (day := _first_day(point.support))]
    newest, oldest = max((day for day, _ in dated), default=date.min), min((day for day, _ in dated), default=date.min)
    reach = min(_LATE, (newest - oldest).days * _LATE_SHARE)
    late = [(day, point) for day, point in dated if (newest - day).days <= reach]
    best = max(late, key=lambda item: (*_importance(item[1]), item[0], item[1].item), default=None)
    return [best[1]] if best else []


def _importance(point: KeyPoint) -> tuple[bool, float, int, int]:
    """What more than one report tells is news before what one tells, then what is closest to the question."""
    support = point.support
    several = len({telling.document for telling in support.tellings}) > 1
    return several, support.closeness, len(support.origins), len(support.tellings)


def _first_day(support: Support) -> date | None:
    """The day on which it first came out."""
    return min((date.fromisoformat(telling.day) for telling in support.tellings if telling.day), default=None)


def _worth_telling(support: Support) -> bool:
    return support.closeness >= _CLOSE and support.certainty in {Certainty.STATED, Certainty.SAID, Certainty.DISPUTED}
