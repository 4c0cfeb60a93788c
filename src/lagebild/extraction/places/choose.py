"""Which of the places of one name a report means: by what it says beside the name, then by what else it speaks of."""

from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from lagebild.extraction.places.gazetteer import Candidate
from lagebild.extraction.places.names import Name
from lagebild.extraction.places.scene import Scene
from lagebild.extraction.places.words import state_of
from lagebild.model.entity import EntityKind
from lagebild.model.findings import Findings

# A place so many times as large as any other of its name is meant unless the words beside the name say otherwise ...
RENOWNED = 20
# ... and is meant, when it is so many times as large, unless the report names the country of another.
LARGER = 4
# The only one of a name that is known from the news is meant when it is larger than the others by this.
NEWSWORTHY = 1.5
# A renowned place has so many thousands of people.
GREAT = 300
# Abroad, places of fewer thousands of people are only meant where the report names their country: names of towns are
# words and surnames elsewhere.
SMALL = 150


class Choice(NamedTuple):
    """The place meant, or None where that stays open; and why."""

    candidate: Candidate | None
    reason: str
    sure: bool = True
    """Whether it is a place at all."""
    elsewhere: bool = False
    """Whether even the country of the only place that is known is doubtful."""
    guessed: bool = False
    """Whether only the countries named near it tell it from others of its name."""


class Chooser:
    """Knows which states the document names where."""

    def __init__(self, findings: Findings, scene: Scene) -> None:
        self._findings = findings
        self._scene = scene
        self._named_of: dict[frozenset[str], list[tuple[int, str]]] = {}
        self._home = scene.words.lists["home"]

    def choose(self, name: Name, candidates: tuple[Candidate, ...], beside: frozenset[str]) -> Choice:
        """The candidate that is meant. `beside`: codes that stand beside the name ("russisch", "(Ohio)")."""
        if beside:
            fits = tuple(c for c in candidates if c.code in beside or c.region in beside)
            if fits:
                candidates = fits
                if len(_states(fits)) == 1:
                    largest = max(fits, key=_size)
                    return Choice(largest, "its country stands beside it") if self._clear(fits) else _open(fits)
            elif all(c.code is not None for c in candidates):
                return Choice(None, "none of this name that is known lies in the country that stands beside it")
        by_hand = [c for c in candidates if c.thousands is None]
        if by_hand:
            return (
                self._of_country_near(name, by_hand)
                if len(by_hand) > 1
                else Choice(by_hand[0], "one of this name is known")
            )
        if len(candidates) == 1:
            return self._only(name, candidates[0])
        ranked = sorted(candidates, key=_size, reverse=True)
        first, second = ranked[0], ranked[1]
        if _size(first) >= GREAT and _size(first) >= RENOWNED * _size(second):
            return Choice(first, "by far the largest of this name")
        return self._of_country_near(name, ranked)

    def _only(self, name: Name, candidate: Candidate) -> Choice:
        if (
            candidate.known
            or _size(candidate) >= SMALL
            or candidate.code in self._states_named
            or self._at_home(candidate)
        ):
            return Choice(candidate, "one of this name is known")
        if candidate.code in self._home:
            return Choice(
                None,
                "the town of this name that is known lies in another country than the report speaks of",
                elsewhere=True,
            )
        return Choice(None, "a small town of this name lies in a country that the report does not speak of", sure=False)

    def _at_home(self, candidate: Candidate) -> bool:
        """Whether a small town needs no word of its country: no other German-speaking country is spoken of."""
        return candidate.code in self._home and not self._states_named & (self._home - {candidate.code})

    def _of_country_near(self, name: Name, ranked: list[Candidate]) -> Choice:
        ranked = sorted(ranked, key=_size, reverse=True)
        named = [c for c in ranked if c.code in self._states_named]
        states = _states(tuple(named))
        if len(states) > 1 and _size(named[0]) >= LARGER * _size(next(c for c in named if c.code != named[0].code)):
            return Choice(named[0], "by far the largest of this name in the countries that the report names")
        if len(states) > 1:
            nearest = self._nearest(name, states)
            named = [c for c in named if c.code == nearest]
        if named:
            if self._clear(tuple(named)):
                return Choice(max(named, key=_size), "the report names its country", guessed=len(states) > 1)
            return _open(tuple(named))
        at_home = [c for c in ranked if c.code in self._home]
        for group, reason in (
            (at_home, "the largest of this name in German-speaking countries"),
            (ranked, "the largest of this name"),
        ):
            if (
                group
                and (group is ranked or _size(group[0]) * LARGER >= _size(ranked[0]))
                and self._clear(tuple(group))
            ):
                largest = max(group, key=_size)
                if largest.thousands is None or largest.code in self._home or _size(largest) >= SMALL:
                    return Choice(largest, reason)
        others = ranked[1:]
        if ranked[0].known and not any(c.known for c in others) and _size(ranked[0]) >= NEWSWORTHY * _size(others[0]):
            return Choice(ranked[0], "the largest of this name, and the one in the news")
        known = any(c.known or c.code in self._home or _size(c) >= SMALL for c in ranked)
        return _open(tuple(ranked))._replace(sure=known)

    def _clear(self, candidates: tuple[Candidate, ...]) -> bool:
        """Whether the largest is much larger than the others, or lies where they do."""
        ranked = sorted(candidates, key=_size, reverse=True)
        return len(ranked) == 1 or _size(ranked[0]) >= LARGER * _size(ranked[1]) or _near(ranked[0], ranked[1])

    @cached_property
    def _named(self) -> list[tuple[int, str]]:
        """Where the document names a state or what is of it, in text order."""
        scene = self._scene
        people = {e.key for e in self._findings.entities if e.kind in (EntityKind.STATE, EntityKind.PERSON)}
        codes = {entity.key: entity.code for entity in self._findings.entities}
        found: set[tuple[int, str]] = set()
        for mention in self._findings.mentions:
            code = codes[mention.entity]
            if code and mention.entity in people:
                found.add((mention.span.start, code))
        for token in scene.tokens:
            if token.tag == "ADJA" or token.text[:1].isupper():
                owner = scene.words.owner(token.text)
                if owner:
                    found.add((token.start, state_of(owner)))
        for name in scene.names:
            for candidate in name.candidates:
                if candidate.thousands is None and candidate.code and len(name.candidates) == 1:
                    found.add((name.span.start, candidate.code))
        return sorted(found)

    @cached_property
    def _states_named(self) -> frozenset[str]:
        return frozenset(code for _, code in self._named)

    def _nearest(self, name: Name, states: frozenset[str]) -> str:
        """Of these states the one that the document names nearest to the name, what stands before it first."""
        here = name.span.start
        if states not in self._named_of:
            self._named_of[states] = [(start, code) for start, code in self._named if code in states]
        places = self._named_of[states]
        k = bisect_left(places, (here, ""))
        around = places[max(0, k - 1) : k + 1]
        return min(around, key=lambda place: (abs(place[0] - here), place[0] > here))[1]


def _size(candidate: Candidate) -> float:
    """Thousands of people; a place written down by hand is as well known as a great city."""
    return GREAT if candidate.thousands is None else max(candidate.thousands, 0.5)


def _states(candidates: tuple[Candidate, ...]) -> frozenset[str]:
    return frozenset(c.code for c in candidates if c.code)


# Two records of one place lie as near as this, in degrees: a city and its old town, a town and its district.
SAME_PLACE = 0.3


def _near(left: Candidate, right: Candidate) -> bool:
    return abs(left.latitude - right.latitude) + abs(left.longitude - right.longitude) < SAME_PLACE


def _open(candidates: tuple[Candidate, ...]) -> Choice:
    return Choice(None, f"{len(candidates)} places of this name, and nothing tells which")
