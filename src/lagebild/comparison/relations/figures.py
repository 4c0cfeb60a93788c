"""How the figures of a claim stand to each other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lagebild.comparison.amounts import Thing, agreement, comparable, extent_of, thing_of
from lagebild.comparison.origins.sides import Side
from lagebild.comparison.relations.values import FIGURE, Judged, stand_to_each_other
from lagebild.comparison.relations.voices import Said
from lagebild.language.load import Language
from lagebild.model.claim import Figure, Relation


class _Counted(NamedTuple):
    figure: Figure
    thing: Thing


def figures_compared(said: Sequence[Said], language: Language) -> Iterator[Relation]:
    """Relations between the figures of those who say that it is so, as far as they count the same thing."""
    given = [
        (voice, _Counted(figure, thing_of(figure, voice.telling.words, language)))
        for voice in said
        if voice.side is Side.FOR
        for figure in voice.telling.figures
        if extent_of(figure) is not None
    ]
    return stand_to_each_other(given, _judged, FIGURE)


def _judged(later: _Counted, earlier: _Counted) -> Judged | None:
    if not comparable(later.thing, earlier.thing):
        return None
    found = agreement(later.figure, earlier.figure)
    return Judged(found.verdict, found.reason) if found else None
