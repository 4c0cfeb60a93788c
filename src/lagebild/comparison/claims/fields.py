"""Fields: which of its meanings a word has in a text, by what else the text is of; rows of same_matter that stand near
each other in a table are of one field."""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from math import exp
from typing import NamedTuple

from lagebild.comparison.claims.concepts import Concept, likeliest, senses_of, thesaurus
from lagebild.language.load import Language

# Set on the open matters and the first one of the demonstration.
REACH, NEAR = 30, 8.0
"""So many rows away nothing is of the same field any more; the distance at which a third of the nearness is left."""
STRANGE, AT_HOME = 0.2, 0.5
"""Up to where the usual meaning does not fit the text, and from where on another one does."""
KINDRED = 0.2
"""What two rows have in common of the words of the shorter one from which on they say nearly the same, and either will
do."""
_NEARNESS = tuple(exp(-distance / NEAR) for distance in range(REACH + 1))


class Place(NamedTuple):
    """A row of a table: the name of the table, and the number of the row there."""

    table: str
    row: int


class Fields:
    """What one text is of: how much of it is near each row of the thesaurus; every word counts once, shared out to what
    it may mean."""

    def __init__(self, words: Iterable[str], language: Language) -> None:
        self._language = language
        self._places = _places(language)
        self._near: dict[str, list[float]] = {}
        told: dict[tuple[str, ...], float] = {}
        for word in sorted(set(words)):
            for part in senses_of(word, language).parts:
                rows = self._rows_of(part)
                if rows:
                    told[rows] = max(item.weight for item in part)
        for rows, weight in told.items():
            for name in rows:
                self._add(name, weight / len(rows))

    def fitting(self, word: str, meanings: Sequence[Concept], met: Set[str]) -> Concept:
        """What the word means of these: the usual meaning, or one that other words surely have (`met`); but where that
        is strange to the text the one that fits best, if one is at home there."""
        heads = likeliest(word, meanings, self._language)
        usual = next((item for item in heads if item.name in met), heads[0])
        rows = self._rows_of(meanings)
        own = max((item.weight for item in meanings), default=0.0) / max(1, len(rows))
        if self._fit(usual.name, own) > STRANGE:
            return usual
        fits = {
            item: self._fit(item.name, own) for item in heads
            if not _are_kindred(item.name, usual.name, self._language)
        }  # fmt: skip
        best = max(fits, key=lambda item: (fits[item], item.name), default=usual)
        return best if fits.get(best, 0.0) >= AT_HOME else usual

    def _rows_of(self, meanings: Iterable[Concept]) -> tuple[str, ...]:
        return tuple(item.name for item in meanings if item.name in self._places)

    def _add(self, name: str, weight: float) -> None:
        places = self._places[name]
        for table, row in places:
            near = self._near.setdefault(table, [])
            last = row + REACH
            if len(near) <= last:
                near.extend([0.0] * (last + 1 - len(near)))
            for other in range(max(0, row - REACH), last + 1):
                near[other] += weight / len(places) * _NEARNESS[abs(other - row)]

    def _fit(self, name: str, own: float) -> float:
        """How much of the text is near the row, but for what a word says itself that may mean it."""
        places = self._places.get(name, ())
        near = (self._near[table][row] for table, row in places if row < len(self._near.get(table, ())))
        return max(0.0, max(near, default=0.0) - own / max(1, len(places)))


@cache
def _places(language: Language) -> Mapping[str, tuple[Place, ...]]:
    """Where each row stands; one that several tables have stands in all of them."""
    found: dict[str, list[Place]] = {}
    count: dict[str, int] = {}
    for row in language.table("same_matter"):
        table = row.where.rpartition(":")[0]
        number = count[table] = count.get(table, -1) + 1
        found.setdefault(row["thing"].upper(), []).append(Place(table, number))
    return {name: tuple(places) for name, places in found.items()}


@cache
def _are_kindred(one: str, other: str, language: Language) -> bool:
    """Whether two rows say nearly the same."""
    ours, theirs = _words(language).get(one, frozenset()), _words(language).get(other, frozenset())
    return len(ours & theirs) >= KINDRED * max(1, min(len(ours), len(theirs)))


@cache
def _words(language: Language) -> Mapping[str, frozenset[str]]:
    return {row["thing"].upper(): frozenset(row["words"].split()) for row in thesaurus(language)}
