"""Events in order: those that several reports tell made one, with the days between which they were."""

from collections.abc import Collection, Sequence
from datetime import date

from lagebild.comparison.claims.times import days_between
from lagebild.model.claim import Claim
from lagebild.model.event import Event, EventType, code_of
from lagebild.model.situation import Happening, Support
from lagebild.situation.clusters import blocked, clustered
from lagebild.situation.context import Context, item_key
from lagebild.situation.facts import Fact
from lagebild.situation.wording import nouns_of, same_matter

_SAME_NEWS = 7
"""Reports that are more days apart tell of two events, unless they say when."""
_SAID = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN, EventType.SUPPORT})
"""Events that are mostly statements; they are events of a timeline only where they name a day or both sides."""


def happenings(context: Context) -> tuple[Happening, ...]:
    """The events by the day on which they began at the earliest; those without a day by the day they were told."""
    events = [fact for fact in context.facts.get("event", ()) if _worth(fact)]
    blocks = blocked(events, lambda fact: (fact.record.type, _actor(fact), _recipient(fact)))
    groups = [
        group for block in blocks for group in clustered(block, lambda one, other: _one_event(one, other, context))
    ]
    found = [_happening(group, context) for group in groups]
    covered = {claim for item in found for claim in item.support.claims}
    found += [_of_claim(claim, support) for claim, support in context.claims if _is_dated(claim, covered)]
    return tuple(sorted(found, key=when))


def when(item: Happening) -> tuple[str, str, str]:
    """What puts events in order."""
    return (item.first_day or item.told or "9999", item.last_day or item.told or "9999", item.key)


def _is_dated(claim: Claim, covered: Collection[str]) -> bool:
    """Whether several reports tell the claim, with a day, and no event among the records does."""
    dated = any(telling.first_day for telling in claim.tellings)
    return claim.key not in covered and len(claim.documents) > 1 and dated


def _of_claim(claim: Claim, support: Support) -> Happening:
    dated = [telling for telling in claim.tellings if telling.first_day is not None]
    exact = min(dated, key=lambda telling: (_length(telling.first_day, telling.last_day), telling.ref))
    return Happening(
        key=claim.key,
        type=None,
        mode=None,
        actor=None,
        recipient=None,
        first_day=exact.first_day,
        last_day=exact.last_day,
        told=min((telling.day for telling in claim.tellings if telling.day), default=None),
        place=next((telling.place for telling in claim.tellings if telling.place), None),
        country=next((telling.country for telling in claim.tellings if telling.country), None),
        words=claim.gloss,
        support=support,
    )


def _worth(fact: Fact) -> bool:
    event: Event = fact.record
    if event.type in _SAID:
        return event.actor is not None and (event.recipient is not None or fact.telling.first_day is not None)
    return event.actor is not None or event.recipient is not None or fact.telling.first_day is not None


def _one_event(one: Fact, other: Fact, context: Context) -> bool:
    """The same sides and type, at times that may be one; where no day is told, by the same word or about the same
    thing, in reports of the same week."""
    if context.one_claim(one, other):
        return True
    left, right = one.telling, other.telling
    if left.first_day and right.first_day and left.last_day and right.last_day:
        return left.first_day <= right.last_day and right.first_day <= left.last_day
    if _apart(left.day, right.day) > _SAME_NEWS:
        return False
    return one.record.lexeme == other.record.lexeme or same_matter(_things(one), _things(other))


def _things(fact: Fact) -> frozenset[str]:
    """What the event is about, by its further parts."""
    text, language = fact.report.text, fact.report.document.language
    return frozenset(noun for role in fact.record.roles for noun in nouns_of(role.span.of(text), language))


def _apart(one: str | None, other: str | None) -> int:
    """Days between two publications; none where a day is not known."""
    return days_between(one, other) or 0


def _happening(group: Sequence[Fact], context: Context) -> Happening:
    support = context.support(group)
    best = max(group, key=lambda fact: (fact.closeness, _fullness(fact), fact.telling.ref))
    dated = [fact.telling for fact in group if fact.telling.first_day is not None]
    # The narrowest interval that somebody told; a vaguer report must not widen it.
    exact = min(dated, key=lambda telling: (_length(telling.first_day, telling.last_day), telling.ref), default=None)
    event: Event = best.record
    return Happening(
        key=item_key("event", group),
        type=event.type.value,
        mode=event.mode,
        actor=_actor(best),
        recipient=_recipient(best),
        first_day=exact.first_day if exact else None,
        last_day=exact.last_day if exact else None,
        told=min((telling.day for telling in support.tellings if telling.day), default=None),
        place=next((fact.telling.place for fact in group if fact.telling.place), None),
        country=next((fact.telling.country for fact in group if fact.telling.country), None),
        words=best.telling.words,
        support=support,
    )


def _fullness(fact: Fact) -> int:
    event: Event = fact.record
    return sum(part is not None for part in (event.actor, event.recipient, event.place, event.time)) + len(event.roles)


def _length(first: str | None, last: str | None) -> tuple[int, str]:
    assert first is not None
    assert last is not None
    return (date.fromisoformat(last) - date.fromisoformat(first)).days, first


def _actor(fact: Fact) -> str | None:
    return code_of(fact.record.actor)


def _recipient(fact: Fact) -> str | None:
    return code_of(fact.record.recipient)
