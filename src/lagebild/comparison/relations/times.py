"""How the times told in a claim stand to each other."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lagebild.comparison.amounts import Verdict
from lagebild.comparison.origins.sides import Side
from lagebild.comparison.relations.values import Judged, stand_to_each_other
from lagebild.comparison.relations.voices import Said
from lagebild.model.claim import Relation

LONGEST = 7
"""Days; a longer stretch ("im Oktober") contradicts nothing by itself and is only made more precise."""


class _Days(NamedTuple):
    first: date
    last: date
    type: str | None

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        return self.first.isoformat() if self.first == self.last else f"{self.first} to {self.last}"


def times_compared(said: Sequence[Said]) -> Iterator[Relation]:
    """Relations between the days on which voices say that it was so, as far as they tell of one kind of event."""
    given = [(voice, days) for voice in said if voice.side is Side.FOR and (days := _days(voice)) is not None]
    return stand_to_each_other(given, _judged, "time")


def _days(said: Said) -> _Days | None:
    telling = said.telling
    if telling.first_day is None or telling.last_day is None:
        return None
    return _Days(date.fromisoformat(telling.first_day), date.fromisoformat(telling.last_day), telling.type)


def _judged(later: _Days, earlier: _Days) -> Judged | None:
    if later.type != earlier.type:
        return None
    if later.last < earlier.first or earlier.last < later.first:
        if max(later.length, earlier.length) > LONGEST:
            return None
        return Judged(Verdict.DIFFERS, f"{later} is not {earlier}")
    if earlier.first <= later.first and later.last <= earlier.last and later.length * 2 <= earlier.length:
        return Judged(Verdict.MORE_PRECISE, f"{later} is more precise than {earlier}")
    return Judged(Verdict.SAME, f"{later} goes with {earlier}")
