"""How the places told in a claim stand to each other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lagebild.comparison.amounts import Verdict
from lagebild.comparison.identities.naming import plain
from lagebild.comparison.origins.sides import Side
from lagebild.comparison.relations.values import Judged, stand_to_each_other
from lagebild.comparison.relations.voices import Said
from lagebild.model.claim import Relation


class _Where(NamedTuple):
    place: str | None
    country: str | None
    type: str | None


def places_compared(said: Sequence[Said]) -> Iterator[Relation]:
    """Relations between the places where voices say that it was so, as far as they tell of one kind of event."""
    given = [
        (voice, _Where(voice.telling.place, voice.telling.country, voice.telling.type))
        for voice in said
        if voice.side is Side.FOR and voice.telling.type is not None
        if voice.telling.country is not None and voice.telling.place is not None
    ]
    return stand_to_each_other(given, _judged, "place")


def _judged(later: _Where, earlier: _Where) -> Judged | None:
    """Two places of one country may lie in each other, so only countries contradict."""
    if later.type != earlier.type:
        return None
    new, old = (where.place or where.country for where in (later, earlier))
    if later.country != earlier.country:
        return Judged(Verdict.DIFFERS, f"{new} is not {old}")
    if plain(later.place or "") == plain(earlier.place or ""):
        return Judged(Verdict.SAME, f"both say {new}")
    return None
