"""Narrowing: of a situation only what concerns some actors, places or kinds of events, in every section alike."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from lagebild.model.claim import Telling
from lagebild.model.situation import (
    Balance,
    Edge,
    Happening,
    Ledger,
    Menace,
    Position,
    Presence,
    Situation,
    Violation,
)

Item = TypeVar("Item")
_OFFERED = 40


@dataclass(frozen=True, slots=True)
class Focus:
    """Codes (or keys) of actors, places by name or code of their state, types of events. Of each list one has to fit;
    an empty list fits always."""

    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    types: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.actors or self.places or self.types)


@dataclass(frozen=True, slots=True)
class Choices:
    """By what a situation can be narrowed, the most frequent first: codes of actors, names of places, types."""

    actors: tuple[str, ...]
    places: tuple[str, ...]
    types: tuple[str, ...]


def choices(situation: Situation) -> Choices:
    """What occurs in it."""
    actors = Counter(code for edge in situation.network for code in (edge.actor, edge.recipient))
    actors.update(code for event in situation.events for code in (event.actor, event.recipient) if code)
    return Choices(
        actors=_first(actors),
        places=tuple(site.name for site in situation.places[:_OFFERED]),
        types=_first(Counter(event.type for event in situation.events if event.type)),
    )


def narrowed(situation: Situation, focus: Focus) -> Situation:
    """The same situation with those items alone of which a telling fits. What is told of a figure or a place fits where
    something that fits is told in the same sentence. Counts and documents stay those of the whole."""
    if not focus:
        return situation
    told = {telling.ref for telling in _tellings(situation) if _fits(telling, focus)}
    near = _near(situation, told) | told

    def kept(items: Sequence[Item], tellings: Callable[[Item], Iterable[Telling]]) -> tuple[Item, ...]:
        return tuple(
            item for item in items if _is_by(item, focus) and any(telling.ref in told for telling in tellings(item))
        )

    found = replace(
        situation,
        exchanges=kept(situation.exchanges, _of_balance),
        deployments=kept(situation.deployments, lambda item: item.support.tellings),
        threats=kept(situation.threats, lambda item: item.support.tellings),
        breaches=kept(situation.breaches, lambda item: item.support.tellings),
        events=kept(situation.events, lambda item: item.support.tellings),
        positions=kept(situation.positions, lambda item: item.support.tellings),
        figures=tuple(item for item in situation.figures if _counts(item, focus, near)),
        network=kept(situation.network, lambda item: item.support.tellings),
        places=tuple(item for item in situation.places if any(telling.ref in near for telling in item.tellings)),
        contradictions=kept(situation.contradictions, lambda item: item.support.tellings),
        claims=kept(situation.claims, lambda item: item.tellings),
    )
    keys = _keys(found)
    return replace(
        found,
        key_points=tuple(point for point in situation.key_points if point.item in keys),
        single_origin=tuple(item for item in situation.single_origin if item.item in keys),
        interested=tuple(item for item in situation.interested if not keys.isdisjoint(item.items)),
        alike=tuple(item for item in situation.alike if {item.claim, item.other} <= keys),
    )


def _near(situation: Situation, told: Collection[str]) -> set[str]:
    """The tellings that stand in a sentence of one that fits: figures and places do not say who does what there."""
    sentences = {
        (quote.document, span.start) for quote in situation.quotes if quote.ref in told for span in quote.spans
    }
    return {
        quote.ref
        for quote in situation.quotes
        if any((quote.document, span.start) in sentences for span in quote.spans)
    }


def _counts(ledger: Ledger, focus: Focus, near: Collection[str]) -> bool:
    """Whether figures fit: those of one of the actors do, and others that are told where something fits."""
    if focus.actors and ledger.whose and not _named((ledger.whose,), focus):
        return False
    if focus.actors and ledger.whose and not focus.places and not focus.types:
        return True
    return any(telling.ref in near for telling in ledger.tellings)


def _fits(telling: Telling, focus: Focus) -> bool:
    sides = {telling.actor, telling.recipient, telling.voice.code, telling.voice.identity, *telling.sides}
    states = {str(side).partition("-")[0] for side in sides if side}
    return (
        (not focus.actors or any(one in sides or one in states for one in focus.actors))
        and (not focus.places or telling.place in focus.places or telling.country in focus.places)
        and (not focus.types or telling.type in focus.types)
    )


def _is_by(item: object, focus: Focus) -> bool:
    """Whether an item that has sides has one of the actors among them: who else stands in its sentence is beside it."""
    if not focus.actors:
        return True
    match item:
        case Edge(actor=one, recipient=other) | Happening(actor=one, recipient=other):
            sides: tuple[str | None, ...] = (one, other)
        case Balance(sides=(one, other)):
            sides = (one, other)
        case Presence(whose=who, code=code):
            sides = (who, code)
        case Menace(source=source, to=to):
            sides = (source, *to)
        case Violation(who=who):
            sides = (who,)
        case Position(code=code, support=support):
            sides = (code, *(telling.voice.identity for telling in support.tellings))
        case _:
            return True
    return _named(sides, focus)


def _named(sides: Iterable[str | None], focus: Focus) -> bool:
    there = [side for side in sides if side]
    return any(one in (side, side.partition("-")[0]) for one in focus.actors for side in there)


def _tellings(situation: Situation) -> Iterator[Telling]:
    supports = [item.support for item in situation.key_points]
    supports += [item.support for item in situation.deployments]
    supports += [item.support for item in situation.threats]
    supports += [item.support for item in situation.breaches]
    supports += [item.support for item in situation.events]
    supports += [item.support for item in situation.network]
    supports += [item.support for item in situation.positions]
    supports += [item.support for item in situation.contradictions]
    for support in supports:
        yield from support.tellings
    for balance in situation.exchanges:
        yield from _of_balance(balance)
    for ledger in situation.figures:
        yield from ledger.tellings
    for site in situation.places:
        yield from site.tellings
    for claim in situation.claims:
        yield from claim.tellings


def _of_balance(balance: Balance) -> Iterator[Telling]:
    if balance.support is not None:
        yield from balance.support.tellings
    for gifts in balance.gifts:
        for gift in gifts:
            yield from gift.support.tellings


def _keys(situation: Situation) -> set[str]:
    return {
        *(balance.key for balance in situation.exchanges),
        *(gift.key for balance in situation.exchanges for gifts in balance.gifts for gift in gifts),
        *(item.key for item in situation.deployments), *(item.key for item in situation.threats),
        *(item.key for item in situation.breaches), *(item.key for item in situation.claims),
        *(item.key for item in situation.events), *(item.key for item in situation.contradictions),
    }  # fmt: skip


def _first(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda name: (-counted[name], name))[:_OFFERED])
