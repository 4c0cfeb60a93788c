"""Events in order: those that several reports tell made one, with the days between which they were."""

from collections.abc import Sequence
from datetime import date

from lagebild.model.event import Event, EventType, code_of
from lagebild.model.situation import Happening
from lagebild.situation.clusters import blocked, clustered
from lagebild.situation.context import Context, item_key
from lagebild.situation.facts import Fact
from lagebild.situation.wording import nouns_of, same_matter

_SAID = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN, EventType.SUPPORT})
"""Events that are mostly statements; they are events of a timeline only where they name a day or both sides."""


def happenings(context: Context) -> tuple[Happening, ...]:
    """The events by the day on which they began at the earliest; those without a day by the day they were told."""
    events = [fact for fact in context.facts.get("event", ()) if _worth(fact)]
    blocks = blocked(events, lambda fact: (fact.record.type, _actor(fact), _recipient(fact)))
    groups = [
        group for block in blocks for group in clustered(block, lambda one, other: _one_event(one, other, context))
    ]
    return tuple(sorted((_happening(group, context) for group in groups), key=when))


def when(item: Happening) -> tuple[str, str, str]:
    """What puts events in order."""
    return (item.first_day or item.told or "9999", item.last_day or item.told or "9999", item.key)


def _worth(fact: Fact) -> bool:
    event: Event = fact.record
    if event.type in _SAID:
        return event.actor is not None and (event.recipient is not None or fact.telling.first_day is not None)
    return event.actor is not None or event.recipient is not None or fact.telling.first_day is not None


def _one_event(one: Fact, other: Fact, context: Context) -> bool:
    """The same sides and type, at times that may be one; where no day is told, in words that share a noun."""
    if context.one_claim(one, other):
        return True
    left, right = one.telling, other.telling
    if left.first_day and right.first_day and left.last_day and right.last_day:
        return left.first_day <= right.last_day and right.first_day <= left.last_day
    language = one.report.document.language
    return same_matter(nouns_of(left.words, language), nouns_of(right.words, language))


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
