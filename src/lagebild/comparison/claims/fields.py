"""Fields: which of its meanings a word has in a text, by what else the text is of; rows of same_matter that stand near
each other in a table are of one field."""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, lru_cache
from math import exp
from operator import add
from typing import NamedTuple

from lagebild.comparison.claims.concepts import KEPT, Concept, likeliest, senses_of, thesaurus
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
            told.update(_told_by(word, language))
        for rows, weight in told.items():
            for name in rows:
                self._add(name, weight / len(rows))

    def fitting(self, word: str, meanings: Sequence[Concept], met: Set[str]) -> Concept:
        """What the word means of these: the usual meaning, or one that other words surely have (`met`); but where that
        is strange to the text the one that fits best, if one is at home there."""
        heads = likeliest(word, meanings, self._language)
        usual = next((item for item in heads if item.name in met), heads[0])
        rows = _rows_of(meanings, self._language)
        own = max((item.weight for item in meanings), default=0.0) / max(1, len(rows))
        if self._fit(usual.name, own) > STRANGE:
            return usual
        fits = {
            item: self._fit(item.name, own) for item in heads
            if not _are_kindred(item.name, usual.name, self._language)
        }  # fmt: skip
        best = max(fits, key=lambda item: (fits[item], item.name), default=usual)
        return best if fits.get(best, 0.0) >= AT_HOME else usual

    def _add(self, name: str, weight: float) -> None:
        places = self._places[name]
        around = _around(weight / len(places))
        for table, row in places:
            near = self._near.setdefault(table, [])
            first, behind = max(0, row - REACH), row + REACH + 1
            if len(near) < behind:
                near.extend([0.0] * (behind - len(near)))
            near[first:behind] = map(add, near[first:behind], around[first - row + REACH :])

    def _fit(self, name: str, own: float) -> float:
        """How much of the text is near the row, but for what a word says itself that may mean it."""
        places = self._places.get(name, ())
        near = (self._near[table][row] for table, row in places if row < len(self._near.get(table, ())))
        return max(0.0, max(near, default=0.0) - own / max(1, len(places)))


@lru_cache(maxsize=KEPT)
def _told_by(word: str, language: Language) -> tuple[tuple[tuple[str, ...], float], ...]:
    """The rows that each part of a word may mean, with what it says."""
    told = ((_rows_of(part, language), part) for part in senses_of(word, language).parts)
    return tuple((rows, max(item.weight for item in part)) for rows, part in told if rows)


def _rows_of(meanings: Iterable[Concept], language: Language) -> tuple[str, ...]:
    places = _places(language)
    return tuple(item.name for item in meanings if item.name in places)


@lru_cache(maxsize=KEPT)
def _around(weight: float) -> tuple[float, ...]:
    """What a word of that weight says for the rows around its own, from the farthest before to the farthest behind."""
    return tuple(weight * _NEARNESS[abs(distance)] for distance in range(-REACH, REACH + 1))


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
